# Functions that make functions.


def counter(start):
    at = start

    def bump(by):
        nonlocal at
        at += by
        return at

    return bump


def twice(f):
    def g(x):
        return f(f(x))

    return g


def main(n):
    c = counter(0)
    h = twice(twice(lambda x: x + 1))
    total = 0
    for i in range(n):
        total += c(i & 3)
        total += h(i) & 7
    return total


RESULT = main(50000)
