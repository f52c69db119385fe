# pprint: shapes and widths
from pprint import *
import pprint as M, io
from collections import *
from types import SimpleNamespace, MappingProxyType
from dataclasses import dataclass, field
@dataclass
class Point: x: int; y: object = None; hidden: int = field(default=3, repr=False)
@dataclass
class Wide: first_field: str; second_field: list; third: Point
@dataclass(repr=False)
class NoRepr: a: int = 1
@dataclass
class OwnRepr:
    a: int = 1
    def __repr__(self): return "own" * 30
class MyDict(dict): pass
class MyList(list):
    def __repr__(self): return "MyList" * 20
class MyInt(int): pass
class MyNS(SimpleNamespace): pass
words = "the quick brown fox jumps over the lazy dog"
things = [{"name": "x" * 30, "list": list(range(40)), "nested": {"a": {"b": [1, 2, {"c": "d" * 40}]}, "t": (1,), "s": {3}}, "long": (words + " ") * 4, "by": b"\x00" * 50}, list(range(60)), tuple(range(30)), (words,), [words] * 3, {words}, frozenset(range(30)), set(), frozenset(), [], {}, (), "", words * 3, words.replace(" ", "\n"), "x" * 200, "a\nb\n" + words * 2 + "\n\n", b"", b"abc", bytes(range(90)), bytearray(b"q" * 60), bytearray(), {1: "a" * 50, "b": [None] * 20, None: True, (1, 2): 1.5}, {3: 1, 1: 2, 2: {5: 6, 4: 7}}, OrderedDict((("key%d" % i, i) for i in range(10))), OrderedDict(), defaultdict(list, {i: [i] * 5 for i in range(8)}), defaultdict(None), Counter(words * 2), Counter(), deque(range(40)), deque(range(30), maxlen=50), deque(), ChainMap({"aaaa": words}, {"bbbb": list(range(20))}), ChainMap(), SimpleNamespace(aaaa="x" * 30, bbbb="y" * 30, cccc=[1] * 20), SimpleNamespace(), MyNS(aaaaaa=words, b=2), MappingProxyType({"k%d" % i: i for i in range(20)}), UserDict({"k%d" % i: i for i in range(20)}), UserList(range(50)), UserString(words * 2), Point(1, "z" * 70), Point(1), Wide(words, list(range(20)), Point(words, words)), NoRepr() if False else 0, OwnRepr(), MyDict({"k%d" % i: i for i in range(20)}), MyList([1]), MyInt(5), 10 ** 40, 1.5, None, True, 1j, int, print.__name__, range(5), [[[[[[words]]]]]], [{"a": [{"b": words, "c": (words, [words, b"x" * 80])}]}, words * 2], {"k" * 70: "v" * 70, "k2": {"v": words}}, [(words, 1), {words: 2}], {"a": words, 1: "b", None: "c"}, [set(range(3)), {"x"}], "\t" * 40 + "é" * 50, "it's \"quoted\" " * 8, [words + "\n" + words]]
for k in ({}, {"width": 40}, {"width": 40, "indent": 4}, {"width": 60, "compact": True}, {"width": 30, "compact": True, "indent": 2}, {"depth": 2, "width": 50}, {"depth": 1}, {"sort_dicts": False, "width": 30}, {"width": 1}, {"underscore_numbers": True}, {"indent": 0, "width": 20}, {"width": 1000}):
    print("==", k)
    for x in things: print(pformat(x, **k))
# ---
# pprint: functions, classes, what goes wrong
from pprint import *
import pprint as M, io, sys
def t(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except Exception as e: print(type(e).__name__, e)
print(M.__all__); t(PrettyPrinter, indent=-1); t(PrettyPrinter, depth=0); t(PrettyPrinter, depth=-2); t(PrettyPrinter, width=0); t(PrettyPrinter, width="x"); t(PrettyPrinter, 1, 80, None, None, True); t(pformat, [1], "2"); t(pformat, [1], 1, 3); t(pp, [1], width=3); pp({"b": 1, "a": 2}); pprint({"b": 1, "a": 2}); s = io.StringIO(); pprint([1, 2], s); pprint({1: [2] * 40}, stream=s, width=20, compact=True); print(s.getvalue()); PrettyPrinter(stream=s).pprint("x"); print(s.getvalue()[-5:])
l = [1, 2]; l.append(l); d = {"k": l}; d["me"] = d; t(isrecursive, l); t(isrecursive, d); t(isrecursive, [1]); t(isreadable, l); t(isreadable, [1, "a", None, 1.5]); t(isreadable, [object()]); t(isreadable, int); t(isreadable, ""); t(saferepr, {2: 1, 1: [3, (4,)]}); print(saferepr(l).split(" with")[0], pformat(d).split(" with")[0], pformat([l] * 2, width=10).count("Recursion")); p = PrettyPrinter(depth=2); t(p.pformat, [[[[1]]], {1: {2: {3: 4}}}, ((((),),),)]); t(p.isreadable, [[[[1]]]]); t(p.isrecursive, l); t(p.isreadable, [1]); t(p.format, [1], {}, 0, 0); t(p.format, [[1]], {}, 1, 0); t(p.format, {"a": [1]}, {}, 1, 1)
class P(PrettyPrinter):
    def format(self, object, context, maxlevels, level):
        if isinstance(object, float): return "%.2f" % object, True, False
        if isinstance(object, str): return object.upper(), False, False
        return super().format(object, context, maxlevels, level)
p = P(width=20); print(p.pformat([1.23456, "abc", {"k": 2.5}])); print(p.pformat({"k": [1.23456] * 9, 2.0: 1})); print(p.isreadable(["a"]), p.isreadable([1.5])); print(P(compact=True, width=30).pformat(["ab", 1.0] * 12))
class Odd:
    def __repr__(self): return "<odd>"
class Bad:
    def __repr__(self): raise ValueError("bad repr")
t(pformat, [Odd()] * 3, width=5); t(pformat, Bad()); t(isreadable, Odd()); t(pformat, {1: 2, "a": 3, None: 4, (1,): 5, 2.5: 6, b"x": 7}); t(pformat, {frozenset([1]): 1}); t(pformat, [1_000_000, -5_000, 12], underscore_numbers=True); t(pformat, {1000: 10000.5, True: 1}, underscore_numbers=True); t(saferepr, 10000); pprint(None); pprint(...); M.pprint(object=[1]); sys.stdout.write(pformat("")); print(pformat("a" * 100, width=10), pformat("a b c d e f", width=5), pformat(["a b c d e f"], width=7), pformat(b"ab" * 10, width=10), sep="\n")
# ---
# fractions: making them
from fractions import Fraction as F
import fractions, decimal, math, copy, numbers
def t(f, *a, **k):
    try: r = f(*a, **k); print(repr(r), type(r).__name__)
    except Exception as e: print(type(e).__name__, e)
for a in ((), (3,), (6, 4), (6, -4), (-6, -4), (0, 5), (1, 0), (0, 0), (F(1, 2),), (F(1, 2), F(3, 4)), (F(1, 2), 3), (1.5,), (0.1,), (float("nan"),), (float("inf"),), (decimal.Decimal("1.25"),), (decimal.Decimal("NaN"),), (decimal.Decimal("-Infinity"),), (True,), (True, 2), (1.5, 2), (1, 1.5), ("1", 2), (None,), (1, None), ([],), (1j,), (int,), (object(),), (5, "x"), (2 ** 70, 2 ** 68)): t(F, *a)
for s in ("1", "-1", "+1/2", " 3/4 ", "3 / 4", "1.5", ".5", "5.", "-.5e2", "1e3", "1E-3", "1_000/3_0", "1_0.2_5", "1e1_0", "", " ", "/", "1/", "/2", "1/0", "1//2", "1/2.5", "1.2/3", "a", "1 2", "1__0", "_1", "1_", "1e", "e5", "+-1", "--1", "0x10", "inf", "nan", "\n7\t", "٣", "1/-2", ".", "1._5", "1.5_", "1e+05", "00/07"): t(F, s)
t(F.from_float, 0.5); t(F.from_float, 3); t(F.from_float, "x"); t(F.from_float, float("inf")); t(F.from_decimal, decimal.Decimal("0.1")); t(F.from_decimal, 3); t(F.from_decimal, 0.5); t(F.from_decimal, decimal.Decimal("inf")); t(F.from_number, 3); t(F.from_number, 0.5); t(F.from_number, decimal.Decimal("2.5")); t(F.from_number, F(1, 3)); t(F.from_number, "1"); t(F.from_number, 1j)
class R:
    def as_integer_ratio(self): return 7, 3
t(F, R()); t(F.from_number, R()); t(F, numerator=1, denominator=3); x = F(22, 7); print(x, str(F(4)), x.numerator, x.denominator, x.as_integer_ratio(), x.is_integer(), F(4).is_integer(), x.real, x.imag, x.conjugate(), isinstance(x, numbers.Rational), copy.copy(x) is x, copy.deepcopy(x) is x, x.__reduce__(), bool(F()), fractions.__all__); t(setattr, x, "numerator", 1); t(setattr, x, "foo", 1)
for m in (1, 2, 7, 10, 113, 1000): print(F(math.pi).limit_denominator(m), F("-0.3333333").limit_denominator(m), F(10, 3).limit_denominator(m))
t(F(1, 3).limit_denominator, 0); t(F(1, 3).limit_denominator, -1); t(F(3.14159).limit_denominator)
class S(F):
    def __new__(cls, *a): o = super().__new__(cls, *a); return o
print(repr(S(1, 2)), type(S(1, 2) + 1).__name__, copy.copy(S(1, 2)), type(copy.deepcopy(S(1, 2))).__name__, type(S.from_float(0.5)).__name__, type(-S(1)).__name__, type(S(1, 2).limit_denominator(5)).__name__)
# ---
# fractions: arithmetic
from fractions import Fraction as F
import operator, math, decimal
def t(f, *a, **k):
    try: r = f(*a, **k); return repr(r) + ("" if isinstance(r, (F, bool, int)) else " " + type(r).__name__)
    except Exception as e: return type(e).__name__ + " " + str(e)
values = (F(1, 2), F(-7, 3), F(0), F(4), 3, -2, 0, True, 0.5, -1.25, 2j, decimal.Decimal("0.5"), "x", None, float("inf"), float("nan"))
for op in (operator.add, operator.sub, operator.mul, operator.truediv, operator.floordiv, operator.mod, divmod, operator.pow, operator.eq, operator.ne, operator.lt, operator.le, operator.gt, operator.ge):
    for a in values[:4]: print(op.__name__, a, [t(op, a, b) for b in values], [t(op, b, a) for b in values[4:]])
for a in (F(7, 2), F(-7, 2), F(5, 2), F(1, 3), F(-1, 3), F(8), F(0), F(12345, 100), F(-25, 10)):
    print(a, +a, -a, abs(a), int(a), math.trunc(a), math.floor(a), math.ceil(a), round(a), [t(round, a, n) for n in (-2, -1, 0, 1, 2)], float(a), complex(a), hash(a) == hash(float(a)) if float(a) == a else hash(a), bool(a), t(pow, a, 2, 5), t(pow, a, -2), t(pow, 2, a), t(pow, a, F(1, 2)), t(operator.index, a), t(a.__round__), t(pow, 0, a), t(pow, 0.0, a))
print(hash(F(1, 2 ** 61 - 1)), hash(F(-1, 2 ** 61 - 1)), hash(F(2 ** 61)), hash(F(-1)), hash(F(1, 3)), F(1, 3) in {F(2, 6): 1}, sum([F(1, 3)] * 3), max(F(1, 2), 0.6, 1), sorted([F(1, 2), 0.25, 1, F(1, 3)]), F(1, 3) == 1 / 3, F(1, 2) == decimal.Decimal("0.5"), F(2) == 2 + 0j, F(2) == 2 + 1j, t(lambda: F(1, 2) < 1j), t(lambda: F(1, 2) ** "x"), F(0) ** 0, t(lambda: F(0) ** -1), t(lambda: F(-8) ** F(1, 3)), (-8) ** F(2), 2.0 ** F(1, 2), t(lambda: F(1, 2) // 0), t(lambda: F(1, 2) % 0), t(lambda: divmod(F(1), 0)), t(lambda: 1 / F(0)), t(lambda: 1.0 / F(0)), math.gcd(F(4).numerator, 6), math.prod([F(1, 2)] * 3))
a = F(1, 3); a += 1; a *= F(3, 2); a -= F(1, 4); a /= 7; a **= 2; print(a, math.sqrt(F(1, 4)), math.isclose(F(1, 3), 1 / 3), f"{a}", "%s %r" % (a, a), math.floor(-a))
# ---
# fractions: formats
from fractions import Fraction as F
def t(x, s):
    try: return format(x, s)
    except Exception as e: return type(e).__name__ + " " + str(e)
xs = (F(1, 3), F(-22, 7), F(0), F(1000000), F(-1234567, 1000), F(1, 10 ** 8), F(995, 1000), F(-1, 1000), F(12345678901234567890, 7))
specs = ["", "s", "d", "x", "n", "e", "f", "g", "%", ".0f", ".1f", ".2e", ".3g", ".0g", ".0e", ".0%", "E", "F", "G", "10", "<10", ">10", "^10", "=10", "*^12", "010", "+", " ", "-", "#", "#.0f", "#g", "#.3g", "+.2f", " .2f", "z.2f", "z.0f", "-z.1f", "012.3f", "+012.3f", "*=12.3f", "x<12.2f", "^12.2f", ",", "_", ",.2f", "_.2f", "015,.2f", "020_.3f", ",.3e", ".6,f", ".7_f", ",.7_f", "#x", "05", "5.", ".f", "..2f", "z", "#,", "+,", "<+,", "*>20,", "=+20_.1%", "08.2%", "0=10.2f", "<010.2f", "é^9.1f", "1000000.2f"[:2] + ".2f", ".20f", "g ", " g", "f+", "0.3f", "00.3f", "{}"]
for x in xs: print(x, [t(x, s) for s in specs])
