def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", repr(r))
    except BaseException as e:
        print(type(e).__name__, e)
log = []
def L(x): log.append(x); return x
class Tgt:
    def __setattr__(self, n, v): log.append(("set", n, v))
    def __getattr__(self, n): log.append(("get", n)); return 0
    def __setitem__(self, k, v): log.append(("setitem", k, v))
    def __getitem__(self, k): log.append(("getitem", k)); return 0
tt = Tgt()
def T(): log.append("T"); return tt
T().a, T()[L(1)] = L(5), L(6)
T().b = T().c = L(7)
T()[L("k")] += L(3)
T().z += L(4)
{L(1): L(2), L(3): L(4)}
[L(1), *[L(2)], L(3)]
(lambda *a, **k: 0)(L(1), *[L(2)], x=L(3), **{"y": L(4)})
L(1) < L(2) < L(0) < L(9)
L(1) if L(0) else L(2)
L(0) or L(1) and L(0) or L(3)
x = [L(i) for i in [1, 2] if L(i) > 1]
d = {L("a"): L("b") for _ in [1]}
print(log); log.clear()
def order(a=L("d1"), *, b=L("d2")) -> L("ann"): pass
@(L(lambda f: f))
def dec(): pass
print(log[:2], len(log)); log.clear()
class O(L(object)): a = L(1); b = L(2)
print(log); log.clear()
# scoping
x = "g"
def f1():
    def g():
        global x
        x = "changed"
    g(); return x
print(f1(), x)
def f2():
    x = 1
    def g():
        nonlocal x
        x += 1
        def h():
            nonlocal x
            x *= 10
        h()
    g(); return x
print(f2())
def f3():
    r = []
    for i in range(3):
        def g(): return i
        r.append(g)
    return [g() for g in r]
print(f3())
def f4():
    exec("y = 5")
    t(lambda: y)
    return locals()
print(f4())
def f5():
    try: raise ValueError("x")
    except ValueError as e: s = str(e)
    t(lambda: e)
    return s
print(f5())
def f6(n):
    if n: return [f6(n - 1) for _ in range(2)]
    return n
print(f6(3))
def f7(): 
    [a for a in range(3)]
    return "a" in locals()
print(f7())
def f8():
    x = 5
    return [(x := y) for y in [1, 2]], x
print(f8())
def f9(it): return any((hit := v) > 2 for v in it) and hit
print(f9([1, 2, 3, 4]))
print([x for x in range(3)], x)
def f10():
    for i in range(3): pass
    return i
print(f10())
def counter():
    c = 0
    def inc(by=1):
        nonlocal c; c += by; return c
    def get(): return c
    return inc, get
i, g = counter(); i(); i(5); print(g())
def rec(n, acc=()): return acc if n == 0 else rec(n - 1, acc + (n,))
print(rec(5))
fib = lambda n: n if n < 2 else fib(n - 1) + fib(n - 2); print(fib(15))
print((lambda x: (lambda y: x + y))(1)(2), (lambda: (yield 1))().__next__())
def defaults(x, acc=[]): acc.append(x); return acc
defaults(1); print(defaults(2), defaults.__defaults__)
def kwonly(*, a, b=2): return a, b
print(kwonly(a=1), kwonly(b=1, a=3)); t(kwonly, 1)
def posonly(a, b=2, /, c=3, *d, e, f=6, **g): return a, b, c, d, e, f, g
print(posonly(1, e=5), posonly(1, 2, 3, 4, e=5, a=9, z=1)); t(posonly, a=1, e=2)
# numbers / strings / slices
print(7 // -2, -7 // 2, 7 % -3, -7 % 3, 2 ** -1, 0.1 + 0.2, 1e16, 1e-5, 10 ** 20, -2 ** 2, 5 / 2, divmod(-7, 2), round(2.5), round(3.5), round(-2.567, 2), int(-3.7), float("inf"), float("nan"), 3 == 3.0, hash(3) == hash(3.0), True + True, ~5, 5 & 3, 5 | 3, 5 ^ 3, 1 << 10, -1 >> 1)
print("abc"[::-1], "abcdef"[1:5:2], "abc"[-1], "abc"[5:], [1, 2, 3][::-2], (1, 2, 3)[-2:], "x" * 3, "ab" in "cab", "a" < "b", "%s %d %.2f %r %x %5s|%-5s|%05d" % ("a", 1, 2.5, "q", 255, "r", "l", 42))
print("{} {1} {0}".format(1, 2) if False else "{1} {0} {a!r:>5} {b[0]} {c.real}".format(1, 2, a="x", b=[9], c=5))
print("a,b,,c".split(","), " a b ".split(), "a\nb\r\nc".splitlines(), "-".join("abc"), "Hello".swapcase(), "hello world".title(), "x".center(5, "*"), "abc".find("z"), "abc".replace("b", "B"), "aXbX".rsplit("X", 1), "abc".partition("b"), "  x ".strip(), "abc".startswith(("x", "a")), "1".zfill(3), "ß".upper(), "a1".isalnum(), "é".encode(), b"\xc3\xa9".decode())
print(1 if [] else 2, not [], not not [1], None is None, [] is [], () is (), 1 is 1, "a" "b" is "ab") if False else None
print(*sorted({"b": 1, "a": 2}.items()), {**{"x": 1}}, dict(a=1, b=2), dict([(1, 2)]), {1: 2}.pop(1), {}.setdefault("a", []), {"a": 1}.get("b", 0), list({"a": 1, "b": 2}.values()), {1, 2} & {2, 3}, {1} | {2}, {1, 2} - {1}, {1, 2} ^ {2, 3}, {1} <= {1, 2})
print(list(range(10, 0, -3)), list(enumerate("ab", 1)), list(zip([1, 2], "ab")), list(map(lambda x: x * 2, [1, 2])), list(filter(None, [0, 1, 2])), list(reversed([1, 2])), sum([1, 2], 10), min(3, 1, 2), max([1, 5], key=lambda x: -x), all([]), any([]), abs(-5), pow(2, 10, 1000), sorted("bca", reverse=True), chr(97), ord("a"), bin(5), hex(255), oct(8))
a = [1, 2, 3, 4, 5]; a[::2] = [9, 9, 9]; print(a); del a[::2]; print(a); a.extend([7, 8]); a.insert(0, 0); print(a, a.pop(), a.pop(0), a.index(7), a.count(4), a.copy() is a)
t(lambda: [1].pop(5)); t(lambda: [].pop()); t(lambda: [1].remove(5)); t(lambda: [].index(1)); t(lambda: {}.popitem()); t(lambda: {}["a"]); t(lambda: set().pop()); t(lambda: {1}.remove(2)); t(lambda: "a".index("b")); t(lambda: (1,).index(2)); t(lambda: int("x", 10)); t(lambda: int("")); t(lambda: float("x")); t(lambda: [1, 2][3]); t(lambda: "abc"[10]); t(lambda: (1,)[5]); t(lambda: 1 / 0); t(lambda: 1 // 0); t(lambda: 1 % 0); t(lambda: 1.0 / 0); t(lambda: 0 ** -1); t(lambda: "a" + 1); t(lambda: 1 + "a"); t(lambda: [] + ()); t(lambda: "a" * "b"); t(lambda: [1] * 1.5); t(lambda: {} + {}); t(lambda: None + 1); t(lambda: -"a"); t(lambda: ~1.5); t(lambda: 1 < "a"); t(lambda: [] < {}); t(lambda: sorted([1, "a"])); t(lambda: max([])); t(lambda: next(iter([]))); t(lambda: chr(-1)); t(lambda: ord("ab")); t(lambda: range(1, 2, 0)); t(lambda: "".join([1])); t(lambda: "%d" % "x"); t(lambda: "%s %s" % 1); t(lambda: "{}".format()); t(lambda: "{a}".format()); t(lambda: dict([1])); t(lambda: zip(1)); t(lambda: list(5)); t(lambda: iter(5)); t(lambda: [] .append()); t(lambda: len()); t(lambda: len(1, 2)); t(lambda: abs("a")); t(lambda: sum("ab")); t(lambda: isinstance(1, "a")); t(lambda: (1)(2)); t(lambda: "a".b); t(lambda: int.foo); t(lambda: b"a" + "a"); t(lambda: "a".encode("xyz")); t(lambda: b"\xff".decode()); t(lambda: "\ud800".encode()); t(lambda: [1, 2].sort(key=5)); t(lambda: complex("x")); t(lambda: bytes([256])); t(lambda: slice(1)[0]); t(lambda: [1][1.5]); t(lambda: [1]["a"]); t(lambda: "a"["b"]); t(lambda: {1: 2}[[]])
t(lambda: [0][slice("a")]); t(lambda: divmod(1, 0)); t(lambda: pow(2, -1, 0)); t(lambda: round("a")); t(lambda: hash([])); t(lambda: setattr(1, "a", 2)); t(lambda: print(1, foo=2)); t(lambda: eval("a b")); t(lambda: exec("if")); t(lambda: exec("x = (")); t(lambda: exec("  x = 1")); t(lambda: exec("def f():\nreturn")); t(lambda: eval("")); t(lambda: compile("return", "f", "exec"))
import builtins
print(builtins.len is len, builtins.__name__)
try:
    for x in [1, 2]:
        if x == 2: raise KeyError
        print(x)
except KeyError: print("KE")
else: print("else")
finally: print("F")
def multi():
    try: return "try"
    except: return "ex"
    else: return "else"
    finally: print("cleanup")
print(multi())
def nested():
    try:
        try: raise ValueError(1)
        finally: print("inner f")
    except ValueError as e: print("outer", e)
    else: print("no")
nested()
with_stmt = []
class cm:
    def __init__(s, n): s.n = n
    def __enter__(s): with_stmt.append(s.n); return s
    def __exit__(s, *a): with_stmt.append(-s.n)
with cm(1) as (a): pass
with cm(2), cm(3) as q: with_stmt.append("b")
print(with_stmt, q.n)
print(f"{1:>{2+3}}|{'a':{'^'}{5}}|{3.14159!s:.4}|{[1,2]!r}|{ {'a':1}['a'] }|{(lambda: 5)()}|{1,2}|{'\n'}|{1 == 1}|{1!r}|{{}}|{10:#x}|{1e10:,}|{-5:+d}|{0.5:%}")
print(f'{"a" if 1 else "b"}' f"{2}" "c", rf"\n{1}", f"""{
    1
}""", f"{1 = !r}", f"{'x' = :>5}", f"{1 +  1=}")
