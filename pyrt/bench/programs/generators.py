# Generators, one inside the other.


def count(n):
    i = 0
    while i < n:
        yield i
        i += 1


def odd(source):
    for x in source:
        if x & 1:
            yield x


def flat(depth):
    if depth == 0:
        yield 1
        return
    for x in flat(depth - 1):
        yield x
    for x in flat(depth - 1):
        yield x + 1


def main(n):
    total = 0
    for x in odd(count(n)):
        total += x
    total += sum(x * 2 for x in range(n))
    for x in flat(9):
        total += x
    return total


RESULT = main(60000)
