# Primes: list items and a step.


def sieve(n):
    flags = [True] * (n + 1)
    flags[0] = flags[1] = False
    i = 2
    while i * i <= n:
        if flags[i]:
            for j in range(i * i, n + 1, i):
                flags[j] = False
        i += 1
    total = 0
    for i in range(n + 1):
        if flags[i]:
            total += i
    return total


RESULT = sieve(400000)
