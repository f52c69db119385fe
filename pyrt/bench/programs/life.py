# Cells as a set of pairs.


def step(cells):
    around = {}
    for x, y in cells:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    k = (x + dx, y + dy)
                    around[k] = around.get(k, 0) + 1
    out = set()
    for k in around:
        n = around[k]
        if n == 3 or n == 2 and k in cells:
            out.add(k)
    return out


def main(rounds):
    cells = set([(0, 1), (1, 3), (2, 0), (2, 1), (2, 4), (2, 5), (2, 6)])
    for _ in range(rounds):
        cells = step(cells)
    return len(cells)


RESULT = main(90)
