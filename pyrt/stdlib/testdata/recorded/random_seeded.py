"""Seeded generators, hashes and keyed hashes."""

import random, hashlib, hmac
random.seed(42)
print(random.random(), random.randint(1,100), random.randrange(0,100,7), random.choice("abc"), random.choices([1,2,3], weights=[1,2,3], k=5), random.sample(range(1000), 6), random.gauss(), random.gauss(0,1), random.uniform(1,2), random.getrandbits(100), random.getrandbits(5))
l=list(range(10)); random.shuffle(l); print(l)
for f in ("triangular","normalvariate","expovariate","binomialvariate"): print(f, getattr(random,f)())
print(random.lognormvariate(0,1), random.vonmisesvariate(1,2), random.gammavariate(2,3), random.gammavariate(.5,3), random.betavariate(1,2), random.paretovariate(3), random.weibullvariate(1,2), random.binomialvariate(100,.3), random.randbytes(5))
for s in (0,-5,2**80,"hello",b"x",1.5,None):
    if s is not None: r=random.Random(s); print(s, r.random(), r.getrandbits(64), r.sample("abcdefgh",3), r.sample([1,2],2,counts=[3,4]))
random.seed("q",version=1); print(random.random())
for n in sorted(hashlib.algorithms_guaranteed):
    h=hashlib.new(n,b"abc"); print(n, h.hexdigest(8) if n.startswith("shake") else h.hexdigest(), h.digest_size, h.block_size, h.name)
h=hashlib.sha256(); h.update(b"a"); c=h.copy(); c.update(b"bc"); print(h.hexdigest(), c.hexdigest())
print(hmac.new(b"k",b"m","sha256").hexdigest(), hmac.new(b"k",b"m",hashlib.md5).name, hmac.compare_digest("a","a"))
print(hashlib.pbkdf2_hmac("sha256",b"p",b"s",1000).hex(), hashlib.blake2b(b"abc",digest_size=16,key=b"k").hexdigest())
for f in (lambda: hashlib.md5("x"), lambda: hashlib.new("zz"), lambda: random.choice([]), lambda: random.randint(5,1), lambda: random.sample([1],2), lambda: random.randrange(0), lambda: random.sample({1},1), lambda: random.seed([])):
    try: f()
    except Exception as e: print(type(e).__name__, e)
