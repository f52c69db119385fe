# Built-in functions on sequences.


def main(n):
    total = 0
    for i in range(n):
        a = list(range(i % 20 + 5))
        total += sum(a) + max(a) + min(a) + len(a)
        for k, v in enumerate(a):
            total += k ^ v
        for x, y in zip(a, reversed(a)):
            total += x * y
        total += len(list(map(str, a))) + sum(map(abs, a))
        total += 1 if any([x > 3 for x in a]) and all([x >= 0 for x in a]) else 0
    return total


RESULT = main(6000)
