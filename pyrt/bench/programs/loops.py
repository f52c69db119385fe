# Counting loops over small integers.


def spin(n):
    total = 0
    i = 0
    while i < n:
        if i % 3 == 0:
            total += i
        elif i & 1:
            total -= 1
        else:
            total ^= i
        i += 1
    return total


def nested(n):
    hits = 0
    for i in range(n):
        for j in range(n):
            if (i * j + i) % 7 == 3 and i != j:
                hits += 1
    return hits


RESULT = (spin(600000), nested(500))
