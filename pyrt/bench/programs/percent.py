# Formatting with the percent sign.


def main(n):
    total = 0
    for i in range(n):
        total += len("%d-%s-%d" % (i, "x", i * 3))
    return total


RESULT = main(60000)
