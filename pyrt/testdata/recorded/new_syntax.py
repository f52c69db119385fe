def T_(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", repr(r))
    except BaseException as e:
        print(type(e).__name__, e)
# typing & PEP 695 & annotations
from typing import *
import typing
class Stack[T]:
    def __init__(self): self.items: list[T] = []
    def push(self, x: T) -> None: self.items.append(x)
    def pop(self) -> T: return self.items.pop()
s = Stack[int](); s.push(1); print(s.pop(), Stack[int], Stack.__parameters__, type(s).__name__, s.__orig_class__)
def ident[T: (int, str) = int](x: T) -> T: return x
tp = ident.__type_params__[0]; print(tp, tp.__constraints__, tp.__default__, ident.__annotations__)
def bounded[T: "Later"](x: T): pass
print(bounded.__type_params__[0].__bound__)
class Later: pass
type Pair[A, B] = tuple[A, B]
print(Pair[int, str], Pair.__value__, Pair.__type_params__, Pair[int, str].__origin__, Pair[int, str].__args__)
type Rec = list[Rec] | int
print(Rec.__value__)
class Base[T]: pass
class Derived[T](Base[T]): pass
print(Derived.__orig_bases__, Derived.__mro__, Derived[int])
class Multi[T, *Ts, **P]: pass
print(Multi[int, str, float, [int]], Multi.__type_params__)
T_(lambda: Base[int, str]); T_(lambda: Later[int])
def deco(f): return f
@deco
def dec[T](x: T) -> T: return x
print(dec(5), dec.__type_params__)
class Outer:
    class In: pass
    def m(self, x: In, y: "Outer") -> In: pass
    z: In = None
print(Outer.m.__annotations__, Outer.__annotations__)
def late(x: NotYet): pass
T_(lambda: late.__annotations__)
class NotYet: pass
print(late.__annotations__)
def fann(): 
    x: int = 1
    y: undefined_ok
    return x
print(fann())
class Cond:
    if True:
        a: int
    else:
        b: int
print(Cond.__annotations__, Cond.__annotate__(1) if callable(Cond.__annotate__) else None)
a: int = 5
print(__annotate__(1)) if "__annotate__" in globals() else print("no")
x: "str"
class Slots: __slots__ = ("q",); q: int
print(Slots.__annotations__, Slots.q)
# t-strings
from string.templatelib import Template, Interpolation
n = "W"; tt = t"a{n}b{n!r:>5}{1+1=}"
print(tt.strings, tt.values, [(i.expression, i.conversion, i.format_spec) for i in tt.interpolations], list(tt), type(tt + t"x"))
match tt.interpolations[0]:
    case Interpolation(v, e): print(v, e)
T_(lambda: tt + "x")
def render(t): return "".join(x if isinstance(x, str) else format(x.value, x.format_spec) for x in t)
print(render(t"{3.14159:.2f} {n}"), t"".strings, t"{n}{n}".strings)
print(f"{t'{n}'.values}")
# except without parens 3.14
try: 1/0
except ValueError, ZeroDivisionError: print("314 except")
def f():
    for i in range(2):
        try: raise KeyError
        except KeyError, ValueError: print(i)
f()
print((lambda: 1)(), [*(1, 2), *[3]], {**{"a": 1}}, (*"ab",))
for x in *[1, 2], 3: print(x, end=" ")
print()
def r(): return 1, *[2, 3]
print(r())
a[0:1] if False else None
lst = [1, 2, 3, 4]; lst[1:3], y = [9], 5; print(lst, y)
with open("/dev/null") if False else __import__("contextlib").nullcontext(5) as (q): print(q)
print({k: v for k, v in {"a": 1}.items()}, {x for x in "aab"} == {"a", "b"})
if (m := 5) > 3 and (k := m * 2): print(m, k)
print([y := 1, y ** 2], (z := 3), z)
class W:
    a = 1
    b = [a for _ in range(1)] if False else a
    def __matmul__(self, o): return "mm"
    def __imatmul__(self, o): return "imm"
w = W(); print(w @ 1); w @= 2; print(w)
nums = [3, 1, 2]; nums.sort(key=lambda v: -v); print(nums, sorted(nums), nums[::-1])
print(0x1F, 0o17, 0b101, 1_000_000, 1e-3, 5j, .5, 5., 1E5)
print("a\tb\\n\x41\u00e9\N{GREEK SMALL LETTER ALPHA}", r"\t", b"\x00\xff", "\
cont", 'it''s', """tri
ple""")
print(Optional[int], Union[int, str], Union[int, None], List[int], Dict[str, Any], Callable[[int], str], Literal["a", 1], Tuple[int, ...])
