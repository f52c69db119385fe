def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", repr(r))
    except BaseException as e:
        print(type(e).__name__, e)
# generators deep
def g1():
    r = yield 1
    print("r", r)
    try:
        r = yield 2
    except ValueError as e:
        print("ve", e)
        r = yield 3
    finally:
        print("fin")
    return "ret"
g = g1(); print(next(g), g.send("a"), g.throw(ValueError("x"))); t(next, g)
def sub():
    try:
        x = yield "s1"
        print("sub got", x)
        y = yield "s2"
        return ("res", y)
    except KeyError: print("sub key"); return "keyed"
    finally: print("sub fin")
def outer():
    r = yield from sub()
    print("outer r", r)
    r2 = yield from sub()
    print("outer r2", r2)
    return 99
o = outer(); print(next(o), o.send(1), o.send(2)); print(o.throw(KeyError)) if False else None
t(o.throw, KeyError)
t(next, o)
def g3():
    yield from range(3)
    yield from "ab"
    yield from {1: 2}
    return (yield from g4())
def g4():
    yield "g4"; return 5
def g5(): r = yield from g3(); print("g5", r)
print(list(g5()))
def inf():
    n = 0
    while True:
        cmd = yield n
        if cmd == "reset": n = 0
        elif cmd: n += cmd
        else: n += 1
i = inf(); print(next(i), next(i), i.send(10), i.send("reset"), next(i)); i.close(); t(next, i)
class It:
    def __iter__(self):
        for x in range(3): yield x * 2
print(list(It()), [*It()], sum(It()), dict(zip(It(), It())), max(It()), 4 in It())
def tree(t):
    if isinstance(t, list):
        for x in t: yield from tree(x)
    else: yield t
print(list(tree([1, [2, [3, [4]]], 5])))
ge = (x * y for x in range(3) for y in range(x) if x != y)
print(next(ge), list(ge), list(ge))
def primes():
    d = {}; q = 2
    while True:
        if q not in d: yield q; d[q * q] = [q]
        else:
            for p in d.pop(q): d.setdefault(p + q, []).append(p)
        q += 1
p = primes(); print([next(p) for _ in range(10)])
def gf():
    try: yield 1
    finally:
        try: yield 2
        finally: print("inner fin")
for x in gf(): print(x)
def early():
    try:
        for i in range(5): yield i
    finally: print("closed early")
for x in early():
    if x == 2: break
print("after")
def f():
    for x in early():
        if x == 1: return x
print(f())
def stop_inside():
    yield 1
    raise StopIteration
try: list(stop_inside())
except RuntimeError as e: print(e, repr(e.__cause__))
def gexc():
    try: yield 1
    except GeneratorExit: print("ge"); raise
g = gexc(); next(g); g.close(); del g
def greturn():
    try: yield 1
    finally: return 5
g = greturn(); next(g); print(g.close())
t(lambda: (yield)) if False else None
g = (i for i in [1]); print(type(g).__name__, g.gi_running, g.gi_frame is not None, g.gi_code.co_name, list(g), g.gi_frame)
def lazy():
    print("started"); yield
l = lazy(); print("made"); next(l)
def args(*a, **k): yield a; yield k
print(list(args(1, b=2)))
gen = (print("side", i) or i for i in range(2)); print("before"); print(list(gen))
t(lambda: list(x for x in 5)); t(lambda: (x for x in 5))
def boom():
    yield 1; 1 / 0
def catch():
    try: yield from boom()
    except ZeroDivisionError as e: yield repr(e)
print(list(catch()))
import itertools
def chunk(it, n):
    it = iter(it)
    while c := list(itertools.islice(it, n)): yield c
print(list(chunk(range(7), 3)))
def pingpong():
    x = 0
    while x < 3: x = (yield x) or x + 1
pp = pingpong(); print(list(pp))
def avg():
    total = n = 0; a = None
    while True:
        v = yield a
        if v is None: return (total, n)
        total += v; n += 1; a = total / n
a = avg(); next(a); print(a.send(10), a.send(20)); t(a.send, None)
class Gen:
    def __init__(self): self.i = 0
    def __iter__(self): return self
    def __next__(self):
        self.i += 1
        if self.i > 2: raise StopIteration("done")
        return self.i
    def send(self, v): print("send", v); return v
    def throw(self, *a): print("throw", a[0]); raise StopIteration("thrown")
def dg(): r = yield from Gen(); print("result", r); yield "end"
d = dg(); print(next(d), d.send("S"), d.throw(ValueError("V")))
x = [1, 2, 3]
for i in x:
    if i < 3: x.append(i + 10)
    if len(x) > 6: break
print(x)
d = {1: 1}
try:
    for k in d: d[k + 1] = 1
except RuntimeError as e: print(e)
s = {1}
try:
    for k in s: s.add(k + 1)
except RuntimeError as e: print(e)
print(list(zip(*[iter(range(6))] * 2)), list(iter(lambda it=iter([1, 2, 0, 3]): next(it), 0)))
it = iter([1, 2, 3]); print(next(it), list(it), next(it, "default"))
e = enumerate("ab"); print(next(e), list(e)); r = reversed([1, 2]); print(next(r), list(r)); m = map(lambda a, b: a + b, [1, 2], [3]); print(list(m)); f2 = filter(lambda x: x > 1, [1, 2]); print(list(f2)); z = zip([1], [2], strict=True); print(list(z)); t(lambda: list(zip([1], [], strict=True))); t(lambda: list(zip([1], [1, 2], strict=True)))
async def coro():
    return 5
c = coro()
try: c.send(None)
except StopIteration as e: print(e.value)
t(c.send, None)
class Aw:
    def __await__(self): x = yield "aw"; return x
async def c2(): return await Aw()
c = c2(); print(c.send(None)); t(c.send, "back")
async def c3(): await 5
t(lambda: c3().send(None))
c = coro(); c.close(); print(type(c), c.cr_frame)
async def ag():
    try:
        for i in range(3):
            x = yield i
            if x: print("ag got", x)
    finally: print("ag fin")
def run(co):
    try:
        while True: co.send(None)
    except StopIteration as e: return e.value
async def use():
    a = ag()
    print(await a.__anext__(), await a.asend("v"))
    await a.aclose()
    return [x async for x in ag()], [await coro() for _ in range(2)]
print(run(use()))
t(lambda: [x for x in ag()]); t(lambda: iter(coro()))
