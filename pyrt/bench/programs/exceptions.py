# Raised, caught and passed on.


def risky(i):
    if i % 3 == 0:
        raise ValueError(i)
    if i % 7 == 0:
        raise KeyError("seven")
    return i


def guarded(i):
    try:
        return risky(i)
    finally:
        i = 0


def main(n):
    total = 0
    for i in range(n):
        try:
            total += guarded(i)
        except ValueError as e:
            total += 1
        except KeyError:
            total += 2
        else:
            total += 3
    return total


RESULT = main(60000)
