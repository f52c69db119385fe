# The three ways of formatting.


def main(n):
    total = 0
    for i in range(n):
        a = "%d-%s-%05.2f" % (i, "x", i / 7)
        b = "{}:{:>6}".format(i, i % 100)
        c = f"{i:x} {a!r} {b}"
        total += len(a) + len(b) + len(c)
    return total


RESULT = main(40000)
