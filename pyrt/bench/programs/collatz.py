# Integers that grow.


def longest(n):
    best = 0
    at = 0
    for start in range(1, n):
        k = start
        steps = 0
        while k != 1:
            if k % 2:
                k = 3 * k + 1
            else:
                k //= 2
            steps += 1
        if steps > best:
            best = steps
            at = start
    return at * 1000 + best


RESULT = longest(8000)
