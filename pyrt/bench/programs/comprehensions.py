# Comprehensions of every kind.


def main(n):
    total = 0
    for i in range(n):
        a = [x * x for x in range(60) if x % 3]
        b = {x: i for x in a if x & 1}
        c = {x % 17 for x in a}
        total += len(a) + len(b) + len(c) + sum([x for row in [[1, 2], [3, 4]] for x in row])
    return total


RESULT = main(3000)
