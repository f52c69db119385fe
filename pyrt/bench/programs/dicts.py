# Dictionaries of integers and of strings.


def count(n):
    d = {}
    for i in range(n):
        k = i * 7919 % 1009
        if k in d:
            d[k] += 1
        else:
            d[k] = 1
    return d


def words(n):
    d = {}
    names = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu"]
    for i in range(n):
        w = names[i % 12]
        d[w] = d.get(w, 0) + i
    return d


def main(n):
    total = 0
    for k, v in count(n).items():
        total += k * v
    d = words(n)
    for k in d:
        total += d[k] % 13
    return total


RESULT = main(200000)
