def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", repr(r))
    except BaseException as e:
        print(type(e).__name__, e)
# functions
def f0(): pass
def f1(a): pass
def f2(a, b=1): pass
def f3(a, /, b, *, c): pass
def f4(*args, **kw): return args, kw
def f5(a, b, c, d): pass
def f6(*, x, y, z=3): return x, y, z
class C:
    def m(self): pass
    def n(self, a, b=2): return a, b
    @classmethod
    def k(cls, x): return cls.__name__, x
    @staticmethod
    def s(x, y=5): return x, y
c = C()
t(f0, 1); t(f0, 1, 2); t(f0, a=1); t(f1); t(f1, 1, 2); t(f1, 1, a=2); t(f1, b=2); t(f2); t(f2, 1, 2, 3); t(f2, 1, 2, 3, 4)
t(f3); t(f3, 1); t(f3, 1, 2); t(f3, a=1, b=2, c=3); t(f3, 1, b=2, c=3); t(f3, 1, 2, 3); t(f3, 1, 2, 3, c=4); t(f3, 1, 2, 3, c=4, d=3)
t(f4, 1, 2, x=3); t(f5); t(f5, 1); t(f5, 1, d=3); t(f5, 1, 2, 3); t(f6); t(f6, x=1); t(f6, 1); t(f6, x=1, y=2); t(f6, x=1, y=2, w=3)
t(c.m, 1); t(C.m); t(c.n); t(c.n, 1, 2, 3); t(c.n, 1, c=2); t(c.k); t(c.k, 1); t(C.k, 1, 2); t(c.s); t(C.s, 1, 2, 3); t(c.s, 1)
t(lambda x: x); t(lambda: 1, 2); t(lambda *, k: k)
t(f4, *[1, 2], **{"a": 1}); t(lambda: f4(**{1: 2})); t(lambda: f4(*1)); t(lambda: f4(**1)); t(lambda: f4(a=1, **{"a": 2})); t(lambda: f1(1, **{"a": 2}))
t(lambda: f4(*[1], *(2, 3), **{"x": 1}, **{"y": 2})); t(lambda: f4(**{"x": 1}, **{"x": 2}))
print(f3.__defaults__, f2.__defaults__, f6.__kwdefaults__, f4.__code__.co_flags & 12)
def outer():
    x = 1
    def inner():
        nonlocal x
        x += 1
        return x
    return inner
i = outer(); print(i(), i(), i.__closure__[0].cell_contents, i.__qualname__, i.__code__.co_freevars, outer.__code__.co_cellvars)
def unbound():
    print(xx)
    xx = 1
t(unbound)
def freeunb():
    def g(): return y
    t(g)
    y = 1
freeunb()
def delit():
    z = 1
    del z
    return z
t(delit)
t(lambda: undefined_name)
def defaults(a=[]):
    a.append(1)
    return a
print(defaults(), defaults())
print((lambda *a, b=1, **k: (a, b, k))(1, 2, b=3, c=4))
def deco(arg):
    print("deco", arg)
    def w(fn):
        print("wrap", fn.__name__)
        return fn
    return w
@deco(1)
@deco(2)
def decorated(): "doc"; return 5
print(decorated(), decorated.__doc__)
x = 10
def glob():
    global x, newg
    x += 1
    newg = 5
glob(); print(x, newg)
print([i for i in range(3)], {i for i in range(3)}, {i: i for i in range(2)})
try: print(i2)
except NameError as e: print(e)
a, *b, c2 = range(5); print(a, b, c2)
(a, b), c3 = (1, 2), 3; print(a, b, c3)
[*a4, b4] = "xyz"; print(a4, b4)
def un(f):
    t(f)
def u1(): a, b = 1,
def u2(): a, b = 1, 2, 3
def u3(): a, *b, c = 1,
def u4(): a, b = 5
def u5(): a, b = iter([1])
def u6(): a, b = iter([1, 2, 3])
def u7(): a, b = {1: 2, 3: 4, 5: 6}
def u8(): (a, b), c = 1, 2
def u9(): a, b = None
def u10(): a, b = "abc"
for u in (u1, u2, u3, u4, u5, u6, u7, u8, u9, u10): un(u)
for i in range(3):
    if i == 5: break
else: print("else")
for i in range(3):
    if i == 1: break
else: print("no")
while False: pass
else: print("welse")
n = 0
while True:
    n += 1
    if n < 3: continue
    break
print(n)
def fin():
    try: return 1
    finally: print("fin")
print(fin())
def fin2():
    for i in range(3):
        try: continue
        finally: print("c", i)
    for i in range(3):
        try: break
        finally: print("b", i)
    try:
        return "a"
    finally:
        return "b"
print(fin2())
def fin3():
    try: 1/0
    finally: return "swallowed"
print(fin3())
print(1 < 2 < 3, 1 < 3 < 2, 1 == 1 != 2, not 1 in [1], (1 in [1]) == True)
print(True and 0 or "x", [] or {} or None, 1 and 2)
y = 5 if x else 6; print(y)
print((z := 5) + z, [w := 1, w + 1], w)
print([last := i for i in range(3)], last)
assert True, "no"
t(lambda: (_ for _ in ()).throw(ValueError("t")))
def asr(): assert 1 == 2, f"msg {1}"
t(asr)
def asr2(): assert False
t(asr2)
print(__name__, type(__builtins__).__name__, __doc__)
print(f"{x!r:>5}|{x:05d}|{'a':^5}|{x=}|{x = }|{3.14159:.2f}|{x:{'>'}{8}}|{{}}")
print(eval("1+2"), eval("x", {"x": 7}), eval("a+b", {"a": 1}, {"b": 2}))
exec("q = 5\nprint(q)"); print(q)
ns = {}; exec("def h(): return 42\nclass K: z = 1", ns); print(ns["h"](), ns["K"].z, sorted(k for k in ns if not k.startswith("__")))
t(eval, "1 +"); t(exec, "x = = 1"); t(eval, "x = 1"); t(compile, "1", "f", "bad")
def loc(a, b=2):
    c = 3
    return locals()
print(loc(1))
print(type(lambda: 0), type(f0), type(print), type(c.m), type([].append), type(int.__add__), type(str.join), type(C.__dict__["k"]), type(C.__dict__["s"]))
