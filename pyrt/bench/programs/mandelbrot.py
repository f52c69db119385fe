# Floating point in local variables.


def inside(cr, ci, limit):
    zr = zi = 0.0
    n = 0
    while n < limit:
        rr = zr * zr
        ii = zi * zi
        if rr + ii > 4.0:
            return n
        zi = 2.0 * zr * zi + ci
        zr = rr - ii + cr
        n += 1
    return limit


def main(size, limit):
    total = 0
    for y in range(size):
        ci = 2.0 * y / size - 1.0
        for x in range(size):
            total += inside(3.0 * x / size - 2.0, ci, limit)
    return total


RESULT = main(110, 60)
