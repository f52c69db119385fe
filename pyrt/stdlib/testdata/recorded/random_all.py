"""random: every distribution and error, states, and generators that replace a part."""

import random
from fractions import Fraction
r0 = random.Random(1)
def show(f, *a, **k):
    r0.seed(17)
    try: r = f(*a, **k)
    except Exception as e: r = type(e).__name__, str(e)
    print(r)
class Index:
    def __init__(self, n): self.n = n
    def __index__(self): return self.n
    def __repr__(self): return f"I{self.n}"
for seed in (0, 7, -3, 2**70, True, 1.5, -1.5, -0.0, "text", "", b"bytes", bytearray(b"ba"), "\u20ac"):
    r = random.Random(seed); print(repr(seed), r.random(), r.getrandbits(33), r.gauss(1, 2), r.randrange(10**30))
    random.seed(seed); print(random.random(), random.normalvariate(), random.randint(-5, 5))
for seed in ("v1", "", b"bytes", "abc" * 30, 5, 1.5):
    random.seed(seed, version=1); print(random.random(), random.getrandbits(1))
show(random.seed, [1]); show(random.seed, (1, 2)); show(random.Random, {}); show(random.seed, 1j)
r = r0
for a in ((10,), (1,), (0,), (-3,), (2, 9), (2, 2), (9, 2), (0, 10, 3), (10, 0, -3), (10, 0, 3), (0, 10, 0), (0, 10, -1), (5, None, 2), (5, None, 1), (5, None, 1.0), (5, None, True), (Index(3),), (Index(1), Index(2)), (Index(2), Index(1)), (1.5,), (0, 5.0), (0, 9, 2.5), ("a",), (-20, -3, 4), (2**70, 2**71, 2**65), (True, 4), (3, -30, -7)):
    print(a); show(r.randrange, *a); show(lambda: [r.randrange(*a) for _ in range(8)])
show(r.randrange, 5, step=2); show(r.randrange); show(r.randrange, None)
for a in ((1, 6), (3, 3), (5, 1), (Index(1), Index(4)), (1.0, 2), (1, "x"), (-10**25, 10**25)): show(r.randint, *a)
for s in ("abc", [1], (), [], range(10**6), {1: 2}, {1, 2}, 5, b"xyz"): show(r.choice, s)
for n in (0, 1, 2, 10, 100):
    l = list(range(n)); r.seed(n); print(r.shuffle(l), l)
show(r.shuffle, (1, 2)); show(r.shuffle, "a"); show(r.shuffle, {1, 2}); show(lambda: r.shuffle([1], None))
for pop, k in ((range(100), 5), (range(100), 6), (range(10**9), 30), (list("abcdef"), 6), ("abc", 0), ("abc", 4), ("abc", -1), ((1, 2, 3), 2), (range(50), 50), (range(10**5), 200), ({1, 2}, 1), ({1: 2}, 1), (5, 1), (b"abc", 2), ("abc", 1.0), (range(1000), True)): show(r.sample, pop, k)
for pop, k, c in (("ab", 3, [2, 3]), ("ab", 5, [2, 3]), ("ab", 6, [2, 3]), ("ab", 1, [1]), ("ab", 1, [1.5, 2]), ("ab", 1, [-3, 1]), ("", 0, []), ([1, 2, 3], 4, (0, 5, 0)), ("ab", 1, [0, 0])): show(r.sample, pop, k, counts=c)
for a, k in ((("abc",), {}), (("abc",), dict(k=4)), (("abc", [1, 2, 3]), dict(k=4)), (("abc",), dict(cum_weights=[1, 3, 6], k=3)), (("abc", [1, 2, 3]), dict(cum_weights=[1, 2, 3])), (("abc", [1, 2]), {}), (("abc", [0, 0, 0]), {}), (("abc", 3), {}), (("abc", ["x"]), {}), (("abc", [1, 2, float("inf")]), {}), (([],), {}), (([],), dict(k=0)), (([], []), {}), (("abc", [0, 1, 0]), dict(k=3)), (("ab", [Fraction(1, 3), Fraction(2, 3)]), dict(k=3)), (("ab", [-1, 0.5]), {}), (({1: 2},), {}), (("abc", 5.5), {})): show(r.choices, *a, **k)
for name, cases in dict(uniform=[(0, 1), (5, -5), (2.5, 2.5), (1,)], triangular=[(), (0, 10), (0, 10, 2), (5, 5), (5, 5, 5), (10, 0, 3), (0, 1, 0), (0, 1, 1)], normalvariate=[(), (10, 3), (0, -1)], gauss=[(), (10, 3), (5,)], lognormvariate=[(0, 1), (2, .5), ()], expovariate=[(), (2,), (-1,), (0,)], vonmisesvariate=[(0, 0), (1, 2), (5, 1e-7), (3, 100), (-1, 4)], gammavariate=[(2, 3), (1, 2), (.5, 1), (.05, 1), (50, 1), (0, 1), (1, 0), (-1, 2), (1.0000001, 1)], betavariate=[(1, 2), (.5, .5), (5, 1), (0, 1)], paretovariate=[(1,), (3,), (0,)], weibullvariate=[(1, 2), (2, .5), (1, 0)], binomialvariate=[(), (1, .3), (10, .5), (10, .9), (100, .05), (100, .4), (1000, .7), (10**6, .5), (5, 0), (5, 1), (0, .5), (-1, .5), (5, 1.5), (5, -.1), (10, 1e-300), (10, 0.0), (200, .06), (3.5, .5)], randbytes=[(0,), (5,), (-1,), (33,), (1.5,)], getrandbits=[(0,), (1,), (64,), (1000,), (-1,), (1.5,)]).items():
    for a in cases:
        print(name, a); show(getattr(r, name), *a); show(lambda: [getattr(r, name)(*a) for _ in range(25)])
r.seed(3); r.gauss(); s = r.getstate(); a = [r.gauss(), r.random(), r.sample(range(10), 3)]; r.setstate(s); print(a == [r.gauss(), r.random(), r.sample(range(10), 3)], s[0], len(s[1]), s[2], hash(s[1]))
show(r.setstate, (1, (), None)); show(r.setstate, (3, (1, 2), None)); show(r.setstate, (4, (), None)); show(r.setstate, 5); show(r.setstate, (2, s[1], None)); print(r.random())
class Own(random.Random):
    def random(self): return super().random() / 2
o = Own(5); print(o.randrange(1000), o.choice(range(100)), o.sample(range(1000), 5), o.uniform(0, 1), o.getrandbits(10), o.gauss(), o.choices("abc", k=3), o.randint(0, 2**40))
class Bits(random.Random):
    def getrandbits(self, k): return super().getrandbits(k) | 1
b = Bits(5); print(b.randrange(1000), b.choice(range(100)), b.random(), b.randbytes(3)); l = list(range(9)); b.shuffle(l); print(l)
class Both(Own):
    def getrandbits(self, k): return super().getrandbits(k)
class Heir(Own): pass
class Mix(Bits, Own): pass
class Other(Own, Bits): pass
for c in (Heir, Mix, Other): print(c(5).randrange(1000), c(5).sample(range(50), 3))
import warnings; warnings.simplefilter("error"); show(Own(5).randrange, 2**60); warnings.simplefilter("ignore"); print(Own(5).randrange(2**60))
print(Both(5).randrange(1000), Both(5).random())
class Below(random.Random):
    def _randbelow(self, n): return n - 1
print(Below(1).randrange(7), Below(1).choice("abc"))
print(random.SystemRandom().random() < 1, random.SystemRandom().randrange(5) in range(5)); show(random.SystemRandom().getstate); show(random.SystemRandom().setstate, 1); show(random.SystemRandom().seed, 5)
print(sorted(random.__all__) == random.__all__, len(random.__all__), random.NV_MAGICCONST, random.LOG4, random.SG_MAGICCONST, random.BPF, random.RECIP_BPF, random.TWOPI, random.Random.VERSION)
print(r.__reduce__()[0], r.__reduce__()[1], r.__getstate__() == r.getstate()); import copy; c = copy.copy(r); print(c.random() == r.random(), copy.deepcopy(r).random() == r.random(), random.Random(5) == random.Random(5))
random.seed(11); print([f() for f in (random.random, random.gauss, random.triangular, random.expovariate)], random.getstate()[1][:2]); x = random.getstate(); random.random(); random.setstate(x); print(random.random())
