# Calls with defaults, keywords and stars.


def plain(a, b=2, c=3):
    return a + b * c


def named(a, *, scale=1, shift=0):
    return a * scale + shift


def rest(*args, **kw):
    return len(args) + len(kw)


def main(n):
    total = 0
    for i in range(n):
        total += plain(i) + plain(i, 1) + plain(i, c=5)
        total += named(i, scale=2) + named(1, shift=i, scale=3)
        total += rest(1, 2, i) + rest(i, x=1, y=2)
        total += rest(*(1, 2), **{"z": i})
    return total


RESULT = main(25000)
