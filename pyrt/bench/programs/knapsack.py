# Dynamic programming in one list.


def best(weights, values, room):
    table = [0] * (room + 1)
    for w, v in zip(weights, values):
        for left in range(room, w - 1, -1):
            with_it = table[left - w] + v
            if with_it > table[left]:
                table[left] = with_it
    return table[room]


RESULT = best([i % 23 + 3 for i in range(100)], [i * 37 % 91 + 1 for i in range(100)], 3000)
