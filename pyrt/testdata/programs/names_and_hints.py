# a module that was not imported
print(math.pi)
# ---
# another module that was not imported
def now(): return datetime.datetime.now()
now()
# ---
# self forgotten
class A:
    def __init__(self): self.blank = 1
    def get(self): return blank
A().get()
# ---
# nested attribute
class In: inner_value = 5
class Out:
    def __init__(self): self.item = In()
o = Out()
print(o.inner_value)
# ---
# attribute of a method result
class Builder:
    def with_name(self, n): return self
    def build(self): return 1
Builder().with_name('a').biuld()
# ---
# list has no add
[].add(1)
# ---
# dict attributes
{}.has_key('a')
# ---
# None has no attribute
x = None
x.strip()
# ---
# module attribute
import string
string.ascii_lower
# ---
# enum member
import enum
class Color(enum.Enum):
    RED = 1
    GREEN = 2
print(Color.RED)
Color.REDD
# ---
# slots
class S:
    __slots__ = ('alpha', 'beta')
s = S()
s.alpha = 1
s.gamma = 2
# ---
# slot not set
class S:
    __slots__ = ('alpha', 'beta')
s = S()
s.beta
# ---
# namedtuple field
from collections import namedtuple
P = namedtuple('P', 'first second')
p = P(1, 2)
print(p.frist)
# ---
# namedtuple assignment
from collections import namedtuple
P = namedtuple('P', 'first second')
P(1, 2).first = 3
# ---
# namedtuple arguments
from collections import namedtuple
P = namedtuple('P', 'first second')
P(1)
# ---
# frozen dataclass
from dataclasses import dataclass
@dataclass(frozen=True)
class D:
    a: int
d = D(1)
try:
    d.a = 2
except Exception as e:
    print(type(e).__mro__)
    print(e)
try:
    del d.a
except Exception as e:
    print(e)
# ---
# dataclass arguments
from dataclasses import dataclass
@dataclass
class D:
    a: int
    b: str = 'x'
D()
# ---
# dataclass unknown argument
from dataclasses import dataclass
@dataclass
class Point:
    width: int = 0
    height: int = 0
Point(heigth=1)
# ---
# dataclass order of defaults
from dataclasses import dataclass
try:
    @dataclass
    class D:
        a: int = 0
        b: str
except TypeError as e:
    print(e)
# ---
# dataclass mutable default
from dataclasses import dataclass
try:
    @dataclass
    class D:
        a: list = []
except ValueError as e:
    print(e)
# ---
# positional only by keyword
def f(a, b, /, c): return a, b, c
f(1, b=2, c=3)
# ---
# positional only several
def f(a, b, /): return a, b
f(a=1, b=2)
# ---
# multiple values
def f(a, b): return a, b
f(1, a=2)
# ---
# multiple values through a mapping
def f(**kw): return kw
f(a=1, **{'a': 2})
# ---
# keywords must be strings
def f(**kw): return kw
f(**{1: 2})
# ---
# not a mapping
def f(**kw): return kw
f(**[1])
# ---
# not iterable after a star
def f(*a): return a
f(*1)
# ---
# builtin argument counts
for call in ('len()', 'len([], [])', 'abs()', 'isinstance(1)', 'chr()', 'ord("ab")', 'pow()', 'pow(1)', 'divmod(1)', 'sum()', 'sum(1)', 'sorted()', 'sorted(1, 2)', 'min()', 'max([])', 'zip(1)', 'enumerate()', 'range()', 'range(1, 2, 0)', 'range("a")', 'iter(1)', 'next(1)', 'hash([])', 'hash({})', 'id()', 'callable()', 'getattr(1)', 'getattr(1, "x")', 'setattr(1, "x", 2)', 'delattr(1, "x")', 'vars(1)', 'dir(1, 2)', 'format(1, 2)', 'round("a")', 'round(1.5, "a")', 'bin("a")', 'hex(1.5)', 'oct(None)', 'int("a")', 'int([])', 'int("1", 99)', 'int(1, 2)', 'float("x")', 'float([])', 'complex("x")', 'complex("1", 2)', 'bool(1, 2)', 'str(1, 2, 3, 4)', 'str(b"a", 5)', 'bytes("a")', 'bytes(-1)', 'bytes([256])', 'bytes(["a"])', 'bytearray("x")', 'list(1)', 'tuple(1)', 'set(1)', 'dict(1)', 'dict([1])', 'dict([(1, 2, 3)])', 'frozenset(1)', 'type()', 'type(1, 2)', 'object(1)', 'super()', 'property(1, 2, 3, 4, 5)', 'map()', 'map(1)', 'filter(1)', 'reversed(1)', 'reversed({1})', 'slice()', 'memoryview(1)', 'eval(1)', 'exec(1)', 'compile(1)', 'open()', 'print(sep=1)', 'print(end=1)', 'print(foo=1)', 'input(1, 2)', '__import__()', 'all()', 'any(1)', 'ascii()', 'repr()', 'issubclass(1, int)', 'issubclass(int, 1)', 'isinstance(1, 1)', 'isinstance(1, "int")'):
    try:
        print(call, '->', eval(call))
    except Exception as e:
        print(call, '->', f'{type(e).__name__}: {e}')
# ---
# method argument errors
import warnings
warnings.simplefilter('ignore')
for call in ('"a".split(1)', '"a".split("")', '"a".replace()', '"a".replace("a")', '"a".join(1)', '"a".join([1])', '"a".startswith(1)', '"a".find()', '"a".index("b")', '"a".count()', '"a".center()', '"a".center("x")', '"a".center(5, "xx")', '"a".encode(1)', '"a".encode("nope")', '"é".encode("ascii")', 'b"\\xff".decode()', 'b"a".decode("nope")', '"a".zfill("x")', '"a".strip(1)', '"a".partition("")', '"a".partition(1)', '"a".translate(1)', '"a".maketrans("a")', 'str.maketrans("ab", "a")', '"a".format_map(1)', '"{}".format()', '"{a}".format()', '"{0.x}".format(1)', '"{0[x]}".format([1])', '"{".format()', '"}".format()', '"{!x}".format(1)', '"{:x}".format("a")', '"%d" % "a"', '"%s %s" % 1', '"%s" % (1, 2)', '"%(a)s" % 1', '"%(a)s" % {}', '"%z" % 1', '"%" % 1', '"%c" % "ab"', '"%c" % -1', '"%*d" % ("a", 1)', '[].pop()', '[1].pop(5)', '[].remove(1)', '[].index(1)', '[].insert(1)', '[].append()', '[].extend(1)', '[].sort(1)', '[].sort(foo=1)', '[1, "a"].sort()', '{}.pop()', '{}.pop(1)', '{}.popitem()', '{}.update(1)', '{}.update([1])', '{}.setdefault()', '{}.get()', 'dict.fromkeys()', 'dict.fromkeys(1)', 'set().pop()', 'set().remove(1)', 'set().add()', 'set().add([])', '{1}.union(1)', '(1,).index(2)', '(1,).count()', 'b"".join([1])', 'b"a".replace(1, 2)', 'b"a".hex(1)', 'bytes.fromhex("zz")', 'bytes.fromhex(1)', '(1).to_bytes(-1)', '(256).to_bytes(1)', '(-1).to_bytes(1)', 'int.from_bytes(1)', 'int.from_bytes(b"a", "x")', '1.5.fromhex("z")', 'float.fromhex(1)', '(1.5).as_integer_ratio(1)', 'float("inf").as_integer_ratio()', 'float("nan").as_integer_ratio()', 'range(5).index(9)', 'range(5)[9]', '[1][2]', '(1,)[5]', '"a"[5]', 'b"a"[5]', '[1]["a"]', '"a"["b"]', '(1,)[1.5]', '{}[[]]', '{}["k"]', '[1][::0]', 'slice(1).indices(-1)', '1()', '"a"()', 'None[0]', '1[0]', '1 < "a"', '1 + "a"', '"a" + 1', '[] + ()', '"a" * "b"', '[] * 1.5', '-"a"', '~1.5', '1 @ 2', '1 % 0', '1 // 0', '1.0 / 0', '1.0 // 0', '1.0 % 0', '0 ** -1', '0.0 ** -1', '(-8) ** 0.5', '1 << -1', '1 >> -1', '1 & 1.5', '1 in 1', '1 in "a"', '"a" in b"a"', 'b"a" in "a"', 'not_defined', '10 ** 400 * 1.0', 'int(float("inf"))', 'int(float("nan"))', 'round(float("inf"))', 'float(10 ** 400)', 'divmod(1, 0)', 'divmod(1.0, 0)', 'pow(2, -1, 4)', 'pow(2, 3, 0)', 'pow(2.0, 3, 5)', 'chr(-1)', 'chr(0x110000)', 'ord("")', 'ord(1)', 'complex(1, "a")', '1j < 2j', '1j // 2', '1j % 2', 'int(1j)', 'float(1j)', 'abs("a")', 'sum(["a"])', 'sum([[]], [])', 'max(1)', 'max(1, "a")', 'min([], default=3)', 'max([], key=1)', 'sorted([1], key=1)', 'list(zip([1], [1, 2], strict=True))', 'list(map(lambda a: a, [1], [2]))'):
    try:
        print(call, '->', eval(call))
    except Exception as e:
        print(call, '->', f'{type(e).__name__}: {e}')
# ---
# abstract classes
from abc import ABC, abstractmethod
class A(ABC):
    @abstractmethod
    def one(self): ...
    @abstractmethod
    def two(self): ...
class B(A):
    def one(self): return 1
try: A()
except TypeError as e: print(e)
B()
# ---
# metaclass conflict
class M1(type): pass
class M2(type): pass
class A(metaclass=M1): pass
class B(metaclass=M2): pass
class C(A, B): pass
# ---
# mro conflict
class A: pass
class B(A): pass
class C(A, B): pass
# ---
# bases that cannot be
try:
    class A(bool): pass
except TypeError as e: print(e)
try:
    class B(1): pass
except TypeError as e: print(e)
try:
    class C(int, str): pass
except TypeError as e: print(e)
try:
    class D(object, object): pass
except TypeError as e: print(e)
class F(type(None)): pass
# ---
# init returning a value
class A:
    def __init__(self): return 1
A()
# ---
# repr returning a wrong type
class A:
    def __repr__(self): return 1
repr(A())
# ---
# special methods of wrong types
class A:
    def __len__(self): return -1
    def __bool__(self): return 2
    def __hash__(self): return 'a'
    def __str__(self): return 3
    def __index__(self): return 'x'
    def __int__(self): return 's'
    def __float__(self): return 1
    def __complex__(self): return 1
    def __bytes__(self): return 'b'
    def __format__(self, s): return 5
    def __iter__(self): return 7
    def __contains__(self, x): return 8
    def __length_hint__(self): return 'a'
    def __dir__(self): return 9
    def __reversed__(self): return 10
    def __round__(self, n=None): return ('round', n)
    def __enter__(self): return 1
a = A()
for f in (len, bool, hash, str, int, float, complex, bytes, iter, dir, reversed, round, list, bin, range, lambda a: f'{a}', lambda a: 3 in a, lambda a: [1, 2, 3][a], lambda a: 'x' * a, lambda a: round(a, 2), lambda a: {a: 1}):
    try: print(f(a))
    except Exception as e: print(type(e).__name__, e)
# ---
# with statements lacking a half
class A:
    def __enter__(self): return 1
with A(): pass
# ---
# async misuse
class A:
    async def __aenter__(self): return 1
    async def __aexit__(self, *a): return 1
with A(): pass
# ---
# iteration over an async generator
async def g(): yield 1
for x in g(): pass
# ---
# await of a number
async def f(): await 5
try: f().send(None)
except TypeError as e: print(e)
async def g():
    async for x in [1]: pass
try: g().send(None)
except TypeError as e: print(e)
async def h():
    async with open: pass
try: h().send(None)
except TypeError as e: print(e)
# ---
# generators wrongly driven
def g():
    x = yield 1
    print('got', x)
i = g()
try: i.send(5)
except TypeError as e: print(e)
print(next(i))
try: i.send(6)
except StopIteration as e: print(repr(e), e.value)
try: next(i)
except StopIteration as e: print(repr(e))
try: i.throw(ValueError('after'))
except ValueError as e: print(repr(e))
try: g().throw(1)
except TypeError as e: print(e)
def h():
    next(me)
    yield
me = h()
try: next(me)
except ValueError as e: print(e)
def s():
    raise StopIteration(3)
    yield
try: next(s())
except RuntimeError as e: print(e, repr(e.__cause__))
# ---
# a generator that ignores its exit
def g():
    try: yield 1
    except GeneratorExit: yield 2
i = g(); next(i)
try: i.close()
except RuntimeError as e: print(e)
def k():
    try: yield 1
    except GeneratorExit: return 'value of close'
i = k(); next(i)
print(i.close(), i.close())
j = k()
print(j.close(), list(j))
# ---
# changed while iterated
d = {1: 1, 2: 2}
try:
    for k in d: d[k + 10] = 1
except RuntimeError as e: print(e)
d = {1: 1, 2: 2}
try:
    for k in d:
        del d[k]; d[k + 5] = 1
except RuntimeError as e: print(e)
s = {1, 2}
try:
    for k in s: s.add(k + 10)
except RuntimeError as e: print(e)
from collections import deque, OrderedDict, Counter, defaultdict
q = deque([1, 2])
try:
    for k in q: q.append(3)
except RuntimeError as e: print(e)
l = [1, 2, 3]
for x in l:
    if x < 3: l.append(x + 10)
    if len(l) > 8: break
print(l)
try:
    for k, v in {1: 2}.items(): d.clear(); {}.popitem()
except KeyError as e: print(e)
