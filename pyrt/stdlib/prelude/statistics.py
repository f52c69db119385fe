"""Statistics."""

import math
from collections import Counter
from decimal import Decimal
from fractions import Fraction


class StatisticsError(ValueError):
    pass


def _exact(x):
    if isinstance(x, (int, Fraction)):
        return Fraction(x)
    return Fraction(*x.as_integer_ratio())


def _kind(data):
    kind = int
    for x in data:
        t = type(x)
        if t is bool or t is int:
            continue
        if t is Decimal or t is Fraction or t is float:
            kind = t if kind is int or kind is Fraction and t is not Fraction or kind is t else float if t is float or kind is float else kind
        elif isinstance(x, int):
            kind = t
        elif not hasattr(x, "as_integer_ratio"):
            raise TypeError("can't convert type '{}' to numerator/denominator".format(t.__name__))
    return kind


def _convert(value, kind):
    if kind is int:
        return value.numerator if value.denominator == 1 else value.numerator / value.denominator
    if kind is float:
        return value.numerator / value.denominator
    if kind is Decimal:
        return Decimal(value.numerator) / Decimal(value.denominator)
    return kind(value)


def _data(data, name):
    data = list(data)
    if not data:
        raise StatisticsError(f"{name} requires at least one data point")
    return data


def mean(data):
    data = _data(data, "mean")
    return _convert(sum(map(_exact, data), Fraction(0)) / len(data), _kind(data))


def fmean(data, weights=None):
    data = [float(x) for x in data]
    if weights is None:
        if not data:
            raise StatisticsError("fmean requires at least one data point")
        return math.fsum(data) / len(data)
    weights = list(weights)
    if len(weights) != len(data):
        raise StatisticsError("data and weights must be the same length")
    den = math.fsum(weights)
    if not den:
        raise StatisticsError("sum of weights must be non-zero")
    return math.fsum(a * b for a, b in zip(data, weights)) / den


def geometric_mean(data):
    data = [float(x) for x in data]
    if not data:
        raise StatisticsError("Must have a non-empty dataset")
    if any(x < 0 for x in data):
        raise StatisticsError("No negative inputs allowed")
    if 0.0 in data:
        return 0.0
    return math.exp(math.fsum(map(math.log, data)) / len(data))


def harmonic_mean(data, weights=None):
    data = _data(data, "harmonic_mean")
    if any(x < 0 for x in data):
        raise StatisticsError("harmonic mean does not support negative values")
    weights = list(weights) if weights is not None else [1] * len(data)
    if 0 in data:
        return 0
    return _convert(sum(map(_exact, weights), Fraction(0)) / sum((_exact(w) / _exact(x) for w, x in zip(weights, data)), Fraction(0)),
                    _kind(data))


def median(data):
    data = sorted(data)
    n = len(data)
    if not n:
        raise StatisticsError("no median for empty data")
    return data[n // 2] if n % 2 else (data[n // 2 - 1] + data[n // 2]) / 2


def median_low(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[(len(data) - 1) // 2]


def median_high(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[len(data) // 2]


def median_grouped(data, interval=1.0):
    data = sorted(data)
    n = len(data)
    if not n:
        raise StatisticsError("no median for empty data")
    x = data[n // 2]
    cf = sum(1 for v in data if v < x)
    return float(x) - interval / 2 + interval * (n / 2 - cf) / data.count(x)


def mode(data):
    pairs = Counter(iter(data)).most_common(1)
    if not pairs:
        raise StatisticsError("no mode for empty data")
    return pairs[0][0]


def multimode(data):
    counts = Counter(iter(data))
    if not counts:
        return []
    top = max(counts.values())
    return [v for v, c in counts.items() if c == top]


def quantiles(data, *, n=4, method="exclusive"):
    if n < 1:
        raise StatisticsError("n must be at least 1")
    data = sorted(data)
    ld = len(data)
    if ld < 2:
        if ld == 1:
            return data * (n - 1)
        raise StatisticsError("must have at least one data point")
    out = []
    for i in range(1, n):
        if method == "inclusive":
            j, delta = divmod(i * (ld - 1), n)
            out.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
        elif method == "exclusive":
            j = min(max(i * (ld + 1) // n, 1), ld - 1)
            delta = i * (ld + 1) - j * n
            out.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
        else:
            raise ValueError(f"Unknown method: {method!r}")
    return out


def _ss(data, c=None):
    xs = [_exact(x) for x in data]
    if c is None:
        c = sum(xs, Fraction(0)) / len(xs)
    else:
        c = _exact(c)
    return sum(((x - c) ** 2 for x in xs), Fraction(0))


def variance(data, xbar=None):
    data = list(data)
    if len(data) < 2:
        raise StatisticsError("variance requires at least two data points")
    return _convert(_ss(data, xbar) / (len(data) - 1), _kind(data))


def pvariance(data, mu=None):
    data = _data(data, "pvariance")
    return _convert(_ss(data, mu) / len(data), _kind(data))


def _root(v, kind):
    if kind is Decimal:
        return (Decimal(v.numerator) / Decimal(v.denominator)).sqrt()
    n, d = v.numerator, v.denominator
    shift = 0
    while n and n < d << 120:
        n <<= 2
        shift += 1
    while n > d << 140:
        d <<= 2
        shift -= 1
    root = math.isqrt(n // d)
    if root * root * d != n:
        root |= 1
    return math.ldexp(root, -shift) if root.bit_length() < 1000 else float(Fraction(root) / 2 ** shift)


def stdev(data, xbar=None):
    data = list(data)
    if len(data) < 2:
        raise StatisticsError("stdev requires at least two data points")
    return _root(_ss(data, xbar) / (len(data) - 1), _kind(data))


def pstdev(data, mu=None):
    data = _data(data, "pstdev")
    return _root(_ss(data, mu) / len(data), _kind(data))


def covariance(x, y, /):
    n = len(x)
    if len(y) != n:
        raise StatisticsError("covariance requires that both inputs have same number of data points")
    if n < 2:
        raise StatisticsError("covariance requires at least two data points")
    xbar, ybar = math.fsum(x) / n, math.fsum(y) / n
    return math.fsum((a - xbar) * (b - ybar) for a, b in zip(x, y)) / (n - 1)


def correlation(x, y, /, *, method="linear"):
    n = len(x)
    if len(y) != n:
        raise StatisticsError("correlation requires that both inputs have same number of data points")
    if n < 2:
        raise StatisticsError("correlation requires at least two data points")
    xbar, ybar = math.fsum(x) / n, math.fsum(y) / n
    xs, ys = [a - xbar for a in x], [b - ybar for b in y]
    sxx, syy = math.fsum(a * a for a in xs), math.fsum(b * b for b in ys)
    if not sxx or not syy:
        raise StatisticsError("at least one of the inputs is constant")
    return math.fsum(a * b for a, b in zip(xs, ys)) / math.sqrt(sxx * syy)


def linear_regression(x, y, /, *, proportional=False):
    from collections import namedtuple
    n = len(x)
    xbar, ybar = (0, 0) if proportional else (math.fsum(x) / n, math.fsum(y) / n)
    sxx = math.fsum((a - xbar) ** 2 for a in x)
    if not sxx:
        raise StatisticsError("x is constant")
    slope = math.fsum((a - xbar) * (b - ybar) for a, b in zip(x, y)) / sxx
    return namedtuple("LinearRegression", ("slope", "intercept"))(slope, 0.0 if proportional else ybar - slope * xbar)


class NormalDist:
    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError("sigma must be non-negative")
        self._mu, self._sigma = float(mu), float(sigma)

    mean = median = mode = property(lambda self: self._mu)
    stdev = property(lambda self: self._sigma)
    variance = property(lambda self: self._sigma ** 2)

    def pdf(self, x):
        d = x - self._mu
        v = self._sigma ** 2
        return math.exp(d * d / (-2.0 * v)) / math.sqrt(math.tau * v)

    def cdf(self, x):
        return 0.5 * math.erfc((self._mu - x) / (self._sigma * math.sqrt(2.0)))

    def zscore(self, x):
        return (x - self._mu) / self._sigma

    def __repr__(self):
        return f"NormalDist(mu={self._mu!r}, sigma={self._sigma!r})"
