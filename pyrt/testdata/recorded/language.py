def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", repr(r))
    except BaseException as e:
        print(type(e).__name__, e)
# match
class Pt:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
def m(v):
    match v:
        case 0: return "zero"
        case 1 | 2: return "12"
        case -1.5: return "neg"
        case "a" "b": return "ab"
        case None: return "none"
        case True: return "true"
        case []: return "empty"
        case [x]: return ("one", x)
        case [1, *rest]: return ("rest", rest)
        case (a, b, *_) if a == b: return ("eq", a)
        case {"k": v, **kw} if v: return ("k", v, kw)
        case {}: return "map"
        case Pt(0, y): return ("p0", y)
        case Pt(x=x, y=2): return ("py2", x)
        case Pt() as p: return ("p", p.x)
        case int(n): return ("int", n)
        case str() as s: return ("str", s)
        case float(f) | complex(real=f): return ("f", f)
        case _: return "other"
for v in (0, 1, 2, -1.5, "ab", None, True, [], [5], [1, 2, 3], (4, 4, 5), {"k": 1, "z": 2}, {"k": 0}, {}, Pt(0, 9), Pt(7, 2), Pt(7, 3), 77, "s", 2.5, 3j, object, b"x", {1, 2}, range(1), range(1, 5), bytearray(b"ab")):
    t(m, v)
class Bad: __match_args__ = "x"
class Bad2: __match_args__ = ("x", 5)
def mb(c, v):
    match v:
        case c(1): return 1
def mb1(v):
    match v:
        case Bad(1): return 1
def mb2(v):
    match v:
        case Pt(1, 2, 3): return 1
def mb3(v):
    match v:
        case Pt(1, x=1): return 1
def mb4(v):
    match v:
        case int(1, 2): return 1
def mb5(v):
    match v:
        case Bad2(1, 2): return 1
t(mb, 5, 1); t(mb1, Bad()); t(mb2, Pt(1, 2)); t(mb3, Pt(1, 2)); t(mb4, 1); t(mb5, Bad2())
class Col: RED = 1; BLUE = "b"
def mc(x):
    match x:
        case Col.RED: return "red"
        case Col.BLUE: return "blue"
        case [Col.RED, {"z": [*_, last]}]: return last
print(mc(1), mc("b"), mc([1, {"z": [1, 2, 3]}]), mc(9))
match 5:
    case y if y > 3: print("guard", y)
match (1, 2):
    case [a, b]: print(a, b)
# new syntax
def first[T](x: list[T]) -> T: return x[0]
print(first([1]), first.__type_params__, first.__annotations__)
class Box[T: (int, str), *Ts, **P]:
    x: T
    def get[U](self, u: U) -> T: return u
print(Box.__type_params__, Box[int, str, [int]], Box.__parameters__, Box.__orig_bases__, Box.get.__type_params__, Box.get.__annotations__, Box.__annotations__)
T = Box.__type_params__[0]
print(T.__constraints__, T.__bound__, T.__name__, repr(T))
type Alias[K] = dict[K, list[Alias]]
print(Alias, Alias.__value__, Alias[int], Alias.__type_params__)
type S = undefined_thing
t(lambda: S.__value__)
class B2[T = int]: pass
print(B2.__type_params__[0].__default__, B2.__type_params__[0].has_default())
def ann(a: int, b: "str" = 1, *c: float, d: undefined2, **e: dict) -> None: pass
t(lambda: ann.__annotations__)
undefined2 = 5
print(ann.__annotations__)
class An:
    a: int = 1
    b: "q"
    c: list[An]
    if False: d: int
print(An.__annotations__)
x: int = 5
y2: str
print(__annotations__ if "__annotations__" in globals() else "noann")


print(int | None, (int | str) == (str | int), list[int], dict[str, int] | None, tuple[int, ...], type[int], list[int].__origin__, list[int].__args__, isinstance(5, int | None), list[int]([1]))
t(lambda: int | 5); 
print(f"{'nested ' + f'{1 + 1}'} {'a' if True else "b"}", f"{x:{x}}", f"{x!s}", f"{'x':>{5}}", f'{{}}{x}')
name = "w"; tt = t"hello {name!r:>{x}} {1 + 1}"
print(type(tt), tt.strings, tt.values, [(i.value, i.expression, i.conversion, i.format_spec) for i in tt.interpolations], tt)
print((*[1], *"ab"), [*range(3), *()], {*[1], 2}, {**{"a": 1}, "b": 2})
def star(*a): return a
print(star(*[1], 2, *[3]))
a = [1, 2, 3]; a[1:2] = [9, 9]; print(a); del a[0]; print(a)
i = 0
def se(): global i; i += 1; return i
d = {se(): se()}; print(d)
lst = [0, 0]; k = 0; k, lst[k] = 1, 5; print(lst)
print([[j for j in range(i)] for i in range(3)], [(lambda: i)() for i in range(3)], list((i, j) for i in range(2) for j in range(i)))
fs = [lambda: i for i in range(3)]; print([f() for f in fs])
class CC:
    n = 3
    sq = [i for i in range(n)]
print(CC.sq)
async def co(x): return x + 1
async def ag():
    yield 1
    yield 2
async def main():
    r = [i async for i in ag()]
    s = await co(1)
    async with AC() as z: print("in", z)
    async for q in ag(): print(q)
    return r, s, {i async for i in ag() if i > 1}
class AC:
    async def __aenter__(self): return "z"
    async def __aexit__(self, *a): print("aexit", a)
c = main()
try: c.send(None)
except StopIteration as e: print(e.value)
print(co.__name__)
try:
    raise ValueError("x") from KeyError("y")
except ValueError as e: print(repr(e.__cause__))
while (n := 5) < 3: pass
print(n, ... , Ellipsis is ..., NotImplemented, __debug__)
print(1_000, 0x_ff, 0b11, 0o17, 1e3, 1j, "\N{BULLET}\x41\u0041", b"\x00a", r"\n", rb"\n", "a" "b", '''x
y''')
lam = lambda a, /, b=2, *c, d, **e: (a, b, c, d, e)
print(lam(1, d=4, z=5), lam.__name__)
del lam
try: lam
except NameError as e: print(e)
if (a := 1) and (b := 2): print(a, b)
print(*[1, 2], sep="-", end="!\n")
x = y = z = 3; print(x, y, z)
x += 1; x -= 2; x *= 3; x //= 2; x **= 2; x %= 5; x <<= 3; x >>= 1; x |= 1; x &= 7; x ^= 2; print(x)
x = 7; x /= 2; print(x)
