# Sorting of numbers, of texts and by a key.


def main(n):
    x = 12345
    values = []
    for _ in range(n):
        x = (x * 1103515245 + 12345) % 2147483648
        values.append(x)
    total = 0
    values.sort()
    total += values[n // 2]
    total += sorted(values, key=lambda v: v % 1000)[n // 3]
    total += sorted(values, reverse=True)[5]
    pairs = [(v % 50, v) for v in values]
    pairs.sort()
    total += pairs[n // 2][1]
    names = [str(v) for v in values]
    names.sort()
    return total + int(names[7])


RESULT = main(20000)
