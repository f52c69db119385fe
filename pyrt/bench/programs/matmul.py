# Lists of lists.


def multiply(a, b, n):
    out = []
    for i in range(n):
        row = []
        ai = a[i]
        for j in range(n):
            s = 0
            for k in range(n):
                s += ai[k] * b[k][j]
            row.append(s)
        out.append(row)
    return out


def main(n):
    a = [[i * j % 11 for j in range(n)] for i in range(n)]
    b = [[i + j for j in range(n)] for i in range(n)]
    c = multiply(a, b, n)
    return sum([sum(row) for row in c])


RESULT = main(80)
