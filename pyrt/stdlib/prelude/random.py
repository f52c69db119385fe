"""Random numbers, equal to CPython's for equal seeds.

Without a seed the generator starts from a fixed one: a migration must do the same in every run.
"""

import _random
import hashlib as _hashlib
import math as _m
from math import cos as _cosine, log as _ln, sin as _sine, sqrt as _root
from bisect import bisect as _bisect
from itertools import accumulate as _accumulate
from operator import index as _index

__all__ = ["Random", "SystemRandom", "betavariate", "binomialvariate", "choice", "choices", "expovariate", "gammavariate", "gauss",
           "getrandbits", "getstate", "lognormvariate", "normalvariate", "paretovariate", "randbytes", "randint", "random", "randrange",
           "sample", "seed", "setstate", "shuffle", "triangular", "uniform", "vonmisesvariate", "weibullvariate"]

BPF = 53
RECIP_BPF = 1 / (1 << BPF)
TWOPI = _m.tau
LOG4 = _ln(4.0)
NV_MAGICCONST = _m.exp(-0.5) * 4 / _root(2.0)
SG_MAGICCONST = _ln(4.5) + 1.0
_DEFAULT_SEED = 0x6D7274
_WORD = (1 << 64) - 1
_UNIT = 1


def _old_text_seed(text):
    """The number that version 1 makes of a text, or of bytes, letter by letter."""
    codes = text if isinstance(text, bytes) else [ord(letter) for letter in text]
    number = codes[0] << 7 if codes else 0
    for code in codes:
        number = (number * 1000003 ^ code) & _WORD
    return number ^ len(codes)


def _is_sequence(x):
    if isinstance(x, (list, tuple, str, range, bytes, bytearray)):
        return True
    from collections.abc import Sequence
    return isinstance(x, Sequence)


class Random(_random.Random):
    """A generator with the distributions of the library reference.

    All of them draw from random() and getrandbits() in a fixed order, and
    compute in a fixed order: that is what makes them equal bit for bit.
    """

    VERSION = 3

    def __init__(self, x=None):
        self.seed(x)
        self.gauss_next = None

    def __init_subclass__(cls, /, **kwargs):
        # A class with a random() of its own and no newer getrandbits() wants
        # its whole numbers to come from random().
        for part in cls.__mro__:
            own = vars(part)
            if "_randbelow" in own:
                return
            if "getrandbits" in own or "random" in own:
                cls._randbelow = Random._randbelow if "getrandbits" in own else Random._below_by_random
                return

    def seed(self, a=None, version=2):
        if a is None:
            number = _DEFAULT_SEED
        elif version == 1 and isinstance(a, (str, bytes)):
            number = _old_text_seed(a)
        elif isinstance(a, (str, bytes, bytearray)):
            raw = a.encode() if isinstance(a, str) else a
            number = int.from_bytes(raw + _hashlib.sha512(raw).digest())
        elif isinstance(a, int):
            number = abs(a)
        elif isinstance(a, float):
            number = hash(a) & _WORD
        else:
            raise TypeError("The only supported seed types are:\nNone, int, float, str, bytes, and bytearray.")
        self._seed(number)
        self.gauss_next = None

    def getstate(self):
        return self.VERSION, self._state(), self.gauss_next

    def setstate(self, state):
        version = state[0]
        if version not in (2, 3):
            raise ValueError(f"state with version {version} passed to Random.setstate() of version {self.VERSION}")
        _, words, self.gauss_next = state
        self._set_state(words if version == 3 else tuple(word & 0xFFFFFFFF for word in words))

    def __getstate__(self):
        return self.getstate()

    def __setstate__(self, state):
        self.setstate(state)

    def __reduce__(self):
        return type(self), (), self.getstate()

    # Whole numbers.

    def _randbelow(self, n):
        width = n.bit_length()
        while True:
            number = self.getrandbits(width)
            if number < n:
                return number

    def _below_by_random(self, n):
        whole = 1 << BPF
        if n >= whole:
            from warnings import warn
            warn("Underlying random() generator does not supply \nenough bits to choose from a population range this large.\n"
                 "To remove the range limitation, add a getrandbits() method.")
            return _m.floor(self.random() * n)
        fair = (whole - whole % n) / whole
        while (part := self.random()) >= fair:
            pass
        return _m.floor(part * whole) % n

    def randbytes(self, n):
        return self.getrandbits(8 * n).to_bytes(n, "little")

    def randrange(self, start, stop=None, step=_UNIT):
        low = _index(start)
        if stop is None:
            if step is not _UNIT:
                raise TypeError("Missing a non-None stop argument")
            if low <= 0:
                raise ValueError("empty range for randrange()")
            return self._randbelow(low)
        width = _index(stop) - low
        by = _index(step)
        if by == 1 and width > 0:
            return low + self._randbelow(width)
        if not by:
            raise ValueError("zero step for randrange()")
        count = -(-width // by)
        if count <= 0:
            shown = f"{start}, {stop}" if by == 1 else f"{start}, {stop}, {step}"
            raise ValueError(f"empty range in randrange({shown})")
        return low + by * self._randbelow(count)

    def randint(self, a, b):
        low, high = _index(a), _index(b)
        if low > high:
            raise ValueError(f"empty range in randint({low}, {high})")
        return self._randbelow(high - low + 1) + low

    # Sequences.

    def choice(self, seq):
        size = len(seq)
        if size == 0:
            raise IndexError("Cannot choose from an empty sequence")
        return seq[self._randbelow(size)]

    def shuffle(self, x):
        below = self._randbelow
        for last in range(len(x) - 1, 0, -1):
            other = below(last + 1)
            x[last], x[other] = x[other], x[last]

    def sample(self, population, k, *, counts=None):
        if not _is_sequence(population):
            raise TypeError("Population must be a sequence.  For dicts or sets, use sorted(d).")
        if counts is not None:
            return self._sample_counted(population, k, counts)
        size = len(population)
        if not 0 <= k <= size:
            raise ValueError("Sample larger than population or is negative")
        # Which of the two ways is taken decides the numbers that are drawn:
        # by copying unless a set of k numbers is smaller than the copy.
        set_size = 21 if k <= 5 else 21 + 4 ** _m.ceil(_ln(3 * k, 4))
        return (self._sample_copied if size <= set_size else self._sample_marked)(population, size, k)

    def _sample_counted(self, population, k, counts):
        ends = list(_accumulate(counts))
        if len(ends) != len(population):
            raise ValueError("The number of counts does not match the population")
        total = ends[-1] if ends else 0
        if not isinstance(total, int):
            raise TypeError("Counts must be integers")
        if total < 0:
            raise ValueError("Counts must be non-negative")
        return [population[_bisect(ends, place, 0, len(ends) - 1)] for place in self.sample(range(total), k=k)]

    def _sample_copied(self, population, size, k):
        rest, below, taken = list(population), self._randbelow, [None] * k
        for place in range(k):
            at = below(size)
            size -= 1
            taken[place], rest[at] = rest[at], rest[size]
        return taken

    def _sample_marked(self, population, size, k):
        below, marked, taken = self._randbelow, set(), [None] * k
        for place in range(k):
            while (at := below(size)) in marked:
                pass
            marked.add(at)
            taken[place] = population[at]
        return taken

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        size, draw = len(population), self.random
        if weights is None and cum_weights is None:
            whole, width = _m.floor, float(size)
            return [population[whole(draw() * width)] for _ in range(k)]
        ends = cum_weights
        if ends is None:
            try:
                ends = list(_accumulate(weights))
            except TypeError:
                if isinstance(weights, int):
                    raise TypeError(f"The number of choices must be a keyword argument: k={weights}") from None
                raise
        elif weights is not None:
            raise TypeError("Cannot specify both weights and cumulative weights")
        if len(ends) != size:
            raise ValueError("The number of weights does not match the population")
        total = 0.0 + ends[-1]
        if total <= 0.0:
            raise ValueError("Total of weights must be greater than zero")
        if not _m.isfinite(total):
            raise ValueError("Total of weights must be finite")
        return [population[_bisect(ends, draw() * total, 0, size - 1)] for _ in range(k)]

    # Distributions. The names that are no words are those of the formulas.

    def _open(self):
        """A number that can be 1 and cannot be 0."""
        return 1.0 - self.random()

    def uniform(self, a, b):
        part = self.random()
        return a + (b - a) * part

    def triangular(self, low=0.0, high=1.0, mode=None):
        part, peak = self.random(), 0.5
        if mode is not None:
            if not high - low:
                return low
            peak = (mode - low) / (high - low)
        if part <= peak:
            return low + (high - low) * _root(part * peak)
        return high + (low - high) * _root((1.0 - part) * (1.0 - peak))

    def normalvariate(self, mu=0.0, sigma=1.0):
        while True:
            part = self.random()
            other = self._open()
            z = NV_MAGICCONST * (part - 0.5) / other
            if -_ln(other) >= z * z / 4.0:
                return mu + sigma * z

    def gauss(self, mu=0.0, sigma=1.0):
        z, self.gauss_next = self.gauss_next, None
        if z is None:
            turn = TWOPI * self.random()
            length = _root(-2.0 * _ln(1.0 - self.random()))
            z, self.gauss_next = length * _cosine(turn), length * _sine(turn)
        return mu + sigma * z

    def lognormvariate(self, mu, sigma):
        exponent = self.normalvariate(mu, sigma)
        return _m.exp(exponent)

    def expovariate(self, lambd=1.0):
        return -_ln(self._open()) / lambd

    def vonmisesvariate(self, mu, kappa):
        if kappa <= 1e-6:
            return self.random() * TWOPI
        half = 0.5 / kappa
        r = _root(half * half + 1.0) + half
        while True:
            z = _cosine(self.random() * _m.pi)
            d = z / (z + r)
            part = self.random()
            if part < 1.0 - d * d or part <= _m.exp(d) * (1.0 - d):
                break
        q = 1.0 / r
        turn = _m.acos((z + q) / (q * z + 1.0))
        return (mu + (turn if self.random() > 0.5 else -turn)) % TWOPI

    def gammavariate(self, alpha, beta):
        if not alpha > 0.0 or beta <= 0.0:
            raise ValueError("gammavariate: alpha and beta must be > 0.0")
        if alpha == 1.0:
            return -_ln(self._open()) * beta
        return (self._gamma_peaked(alpha) if alpha > 1.0 else self._gamma_steep(alpha)) * beta

    def _gamma_peaked(self, alpha):
        spread = _root(alpha * 2.0 - 1.0)
        while True:
            part = self.random()
            if part <= 1e-7 or part >= 0.9999999:
                continue
            z = part * part * self._open()
            v = _ln(part / (1.0 - part)) / spread
            x = _m.exp(v) * alpha
            r = (alpha - LOG4) + (alpha + spread) * v - x
            if r + SG_MAGICCONST - z * 4.5 >= 0.0 or _ln(z) <= r:
                return x

    def _gamma_steep(self, alpha):
        b = (alpha + _m.e) / _m.e
        while True:
            p = self.random() * b
            if p > 1.0:
                x = -_ln((b - p) / alpha)
                bound = x ** (alpha - 1.0)
            else:
                x = p ** (1.0 / alpha)
                bound = _m.exp(-x)
            if self.random() <= bound:
                return x

    def betavariate(self, alpha, beta):
        first = self.gammavariate(alpha, 1.0)
        return first / (first + self.gammavariate(beta, 1.0)) if first else 0.0

    def paretovariate(self, alpha):
        return self._open() ** (-1.0 / alpha)

    def weibullvariate(self, alpha, beta):
        return (-_ln(self._open())) ** (1.0 / beta) * alpha

    def binomialvariate(self, n=1, p=0.5):
        if n < 0:
            raise ValueError("n must be non-negative")
        if p >= 1.0 or p <= 0.0:
            if p == 0.0 or p == 1.0:
                return n if p else 0
            raise ValueError("p must be in the range 0.0 <= p <= 1.0")
        if n == 1:
            return int(self.random() < p)
        if p > 0.5:
            failures = self.binomialvariate(n, 1.0 - p)
            return n - failures
        return self._binomial_rare(n, p) if n * p < 10.0 else self._binomial_wide(n, p)

    def _binomial_rare(self, n, p):
        """Count the successes by the lengths of the runs between them."""
        per_trial = _m.log2(1.0 - p)
        trials = successes = 0
        while per_trial:
            trials += 1 + _m.floor(_m.log2(self.random()) / per_trial)
            if trials > n:
                break
            successes += 1
        return successes

    def _binomial_wide(self, n, p):
        """Reject from a transformed density; most draws need no logarithm."""
        deviation = _root(n * p * (1.0 - p))
        b = 2.53 * deviation + 1.15
        a = 0.0248 * b - 0.0873 + 0.01 * p
        center = n * p + 0.5
        shortcut = 0.92 - 4.2 / b
        top = None
        while True:
            offset = self.random() - 0.5
            margin = 0.5 - abs(offset)
            k = _m.floor((b + 2.0 * a / margin) * offset + center)
            if not 0 <= k <= n:
                continue
            height = self.random()
            if margin >= 0.07 and height <= shortcut:
                return k
            if top is None:
                scale = deviation * (5.1 / b + 2.83)
                odds = _ln(p / (1.0 - p))
                mode = _m.floor(p * (n + 1))
                top = _m.lgamma(mode + 1) + _m.lgamma(n - mode + 1)
            height *= scale / (a / (margin * margin) + b)
            if _ln(height) <= top - _m.lgamma(k + 1) - _m.lgamma(n - k + 1) + odds * (k - mode):
                return k


class SystemRandom(Random):
    """CPython asks the system for entropy; here it is a generator like the others."""

    def seed(self, *args, **kwds):
        self._seed(_DEFAULT_SEED + 1)

    def getstate(self, *args, **kwds):
        raise NotImplementedError("System entropy source does not have state.")

    setstate = getstate


_inst = Random()
(betavariate, binomialvariate, choice, choices, expovariate, gammavariate, gauss, getrandbits, getstate, lognormvariate, normalvariate,
 paretovariate, randbytes, randint, random, randrange, sample, seed, setstate, shuffle, triangular, uniform, vonmisesvariate,
 weibullvariate) = [getattr(_inst, name) for name in __all__[2:]]
