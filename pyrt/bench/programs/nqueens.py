# Backtracking with lists of flags.


def place(n, row, columns, up, down):
    if row == n:
        return 1
    found = 0
    for c in range(n):
        if columns[c] or up[row + c] or down[row - c + n]:
            continue
        columns[c] = up[row + c] = down[row - c + n] = True
        found += place(n, row + 1, columns, up, down)
        columns[c] = up[row + c] = down[row - c + n] = False
    return found


RESULT = place(9, 0, [False] * 9, [False] * 18, [False] * 19)
