# Pancakes: slices and swaps of small lists.


def fannkuch(n):
    count = list(range(1, n + 1))
    most = 0
    m = n - 1
    r = n
    perm1 = list(range(n))
    checksum = 0
    sign = 1
    while True:
        while r != 1:
            count[r - 1] = r
            r -= 1
        if perm1[0] != 0 and perm1[m] != m:
            perm = perm1[:]
            flips = 0
            k = perm[0]
            while k:
                i = 0
                j = k
                while i < j:
                    perm[i], perm[j] = perm[j], perm[i]
                    i += 1
                    j -= 1
                flips += 1
                k = perm[0]
            if flips > most:
                most = flips
            checksum += sign * flips
        sign = -sign
        while r != n:
            first = perm1[0]
            i = 0
            while i < r:
                perm1[i] = perm1[i + 1]
                i += 1
            perm1[r] = first
            count[r] -= 1
            if count[r] > 0:
                break
            r += 1
        else:
            return most * 100000 + checksum


RESULT = fannkuch(8)
