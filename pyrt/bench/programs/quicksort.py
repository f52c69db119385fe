# Sorting by hand.


def quick(a, lo, hi):
    while lo < hi:
        p = a[(lo + hi) // 2]
        i = lo
        j = hi
        while i <= j:
            while a[i] < p:
                i += 1
            while a[j] > p:
                j -= 1
            if i <= j:
                a[i], a[j] = a[j], a[i]
                i += 1
                j -= 1
        if j - lo < hi - i:
            quick(a, lo, j)
            lo = i
        else:
            quick(a, i, hi)
            hi = j


def main(n):
    x = 42
    a = []
    for _ in range(n):
        x = (x * 1103515245 + 12345) % 2147483648
        a.append(x)
    quick(a, 0, n - 1)
    for i in range(1, n):
        if a[i - 1] > a[i]:
            return "not sorted"
    return a[n // 2]


RESULT = main(40000)
