# Shortest ways in a grid: tuples, dictionaries, a queue.


def distances(size):
    start = (0, 0)
    seen = {start: 0}
    queue = [start]
    at = 0
    while at < len(queue):
        x, y = queue[at]
        at += 1
        d = seen[(x, y)] + 1
        for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            p = (x + dx, y + dy)
            if 0 <= p[0] < size and 0 <= p[1] < size and (p[0] * 3 + p[1] * 5) % 7 != 1 and p not in seen:
                seen[p] = d
                queue.append(p)
    return sum([seen[k] for k in seen])


RESULT = distances(120)
