
# ---
print(sorted({'b': 1, 'a': 2}.items(), key=lambda kv: kv[1], reverse=True))
# ---
x = [1, 2, 3]; x[1:1] = [9, 9]; print(x, x[::-2], x.index(9, 2))
# ---
print([*map(lambda p: p[0] * p[1], zip(range(3), range(3, 6)))], dict(enumerate('ab')))
# ---
a, *b = 'xyz'; print(a, b); *a, b = range(3); print(a, b)
# ---
print('%s' % 'a' 'b', 'a' 'b' * 2, ('a' 'b').upper())
# ---
print(0x_ff, 0b1_0, 1_000.5, 1e1_0, 0o17, 1_0j)
# ---
print(1 if [] else 2, not [] or 1, [] and 1, 0 or '' or None, 1 and 2 and 3)
# ---
print(1 < 2 < 3 > 2 != 5 in [5], 1 is 1, not 1 == 2, (1, 2) is not None)
# ---
def f(n): return n if n < 2 else f(n - 1) + f(n - 2)
print(f(15))
# ---
print(*[i for i in range(20) if all(i % j for j in range(2, i))][2:])
# ---
x = {}; x.setdefault('a', []).append(1); x.setdefault('a', []).append(2); print(x)
# ---
print({**{'a': 1}, **{'b': 2}} | {'c': 3}, [*range(2), *'ab'], {*[1], *[2]} == {1, 2})
# ---
print('{0:>{1}}|{2:^{3}}|{4:{5}<{6}}'.format('a', 4, 'b', 5, 'c', '.', 3))
# ---
print(f'{1:>{2 + 3}}|{"x" * 3!r:>8}|{3.14159:.{1 + 1}f}|{1_000_000:,}')
# ---
class A: __repr__ = lambda s: 'A!'
print([A()], {A(): A()}, (A(),), f'{A()}', f'{A()!r}', '%s %r' % (A(), A()))
# ---
class A:
    def __format__(s, spec): return 'F' + spec
print(f'{A():abc}', '{:x}'.format(A()), format(A()))
# ---
class A(dict): pass
a = A(x=1); a.y = 2; print(a, a.y, a | {'z': 1}, type(a.copy()), A.__mro__)
# ---
class A(list): __slots__ = ()
print(A([1]) + [2], type(A([1]) + [2]), type(A([1])[:]), A('ab'))
# ---
class A(str): pass
print(A('x') + 'y', type(A('x') + 'y'), type(A('x').upper()), A('x') == 'x', hash(A('x')) == hash('x'), {A('x'): 1}['x'], repr(A('q')), type(str(A('q'))))
# ---
class A(int):
    def __repr__(s): return 'I'
print(A(5), f'{A(5)}', A(5) + 1, str(A(5)), '%d %s' % (A(5), A(5)), [A(5)], A(5) == 5)
# ---
class A(tuple):
    def __new__(c, *a): return super().__new__(c, a)
print(A(1, 2), A(1) + (2,), type(A(1)[:]), A(1, 2) == (1, 2))
# ---
class A(Exception):
    def __init__(s, code): super().__init__(f'code {code}'); s.code = code
try: raise A(5)
except A as e: print(e, e.code, e.args, repr(e))
# ---
class A(float): pass
print(A(1.5), repr(A(1.5)), A(1.5) + 1, type(A(1) * 2), round(A(2.567), 1))
# ---
class A(frozenset): pass
print(A([1]), A([1]) | {1}, type(A([1]) | {1}), A() == frozenset())
# ---
def f(a, b=2, *c, d, e=5, **g): return a, b, c, d, e, g
print(f(1, d=4), f(1, 2, 3, d=4, z=6), f(*[1, 2], **{'d': 3}), f.__kwdefaults__, f.__defaults__)
# ---
def f():
    try: yield 1
    finally: print('f')
for x in f(): break
print('after')
# ---
def f(): yield from f2(); return 3
def f2(): x = yield 1; print(x); return 2
g = f(); next(g)
try: g.send('s')
except StopIteration as e: print(e.value)
# ---
def d(f): return lambda *a: ('d', f(*a))
class A:
    @d
    def m(self, x): return x
print(A().m(1))
# ---
import functools
@functools.cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), fib.cache_info())
# ---
import itertools as i
print(list(i.chain.from_iterable(zip('ab', 'cd'))), [''.join(p) for p in i.permutations('abc')][:3], list(i.accumulate([3, 1, 2], max)))
# ---
import collections as c
print(c.Counter('hello').most_common(1), c.deque([1, 2, 3], 2), c.OrderedDict(a=1), c.defaultdict(int, a=1), c.ChainMap({'a': 1}, {'b': 2}))
# ---
import re
print(re.sub(r'(?<!^)(?=[A-Z])', '_', 'CamelCaseName').lower(), re.findall(r'(\w+)=(\d+)', 'a=1 b=22'), re.split(r'[;,]\s*', 'a; b,c'))
# ---
import re
print(re.match(r'(?P<y>\d{4})-(?P<m>\d\d)', '2024-05').groupdict(), re.sub(r'(\w)(\w)', r'\2\1', 'abcd'), bool(re.fullmatch(r'[a-z]+', 'abc1')))
# ---
import json
print(json.dumps({'k': [1, {'n': None}]}, indent=1), json.loads('{"x": [true, 1e2]}'), json.dumps('é\x7f'))
# ---
import datetime as d
print(d.date(2024, 2, 28) + d.timedelta(2), d.datetime(2024, 1, 1) - d.datetime(2023, 1, 1), d.timedelta(hours=36), d.date(2024, 12, 30).isocalendar())
# ---
import decimal as d
print(d.Decimal('0.1') + d.Decimal('0.2'), d.Decimal(1) / 7, d.Decimal('1.255').quantize(d.Decimal('.01'), d.ROUND_HALF_UP), d.Decimal('-0').is_zero())
# ---
import enum
class E(enum.Enum):
    A = 'a'
    def hi(self): return self.name.lower()
print(E.A.hi(), E('a'), [e.value for e in E], E.A is E['A'], E.A == 'a')
# ---
import dataclasses as d
@d.dataclass
class P:
    x: int
    y: list = d.field(default_factory=list)
print(P(1), P(1, [2]) == P(1, [2]), d.asdict(P(1)), P.__annotations__)
# ---
import typing as t
def f(a: t.Optional[int] = None, *b: 't.Any') -> t.List[str]: ...
print(t.get_type_hints(f), f.__annotations__)
# ---
import string
print(string.Template('$x-${y}$$').substitute(x=1, y=2), string.capwords('a b'), string.digits)
# ---
import textwrap
print(textwrap.dedent("""\n  a\n    b\n"""), textwrap.fill('aaa bbb ccc', 7), textwrap.shorten('aaa bbb ccc', 9, placeholder='~'))
# ---
import operator as o
print(sorted([(2, 'a'), (1, 'b')], key=o.itemgetter(1)), o.attrgetter('real')(5), o.methodcaller('upper')('a'))
# ---
import contextlib
@contextlib.contextmanager
def c():
    try: yield 'v'
    except KeyError as e: print('swallowed', e)
with c() as v: raise KeyError(v)
print('on')
# ---
import math
print(math.isclose(1, 1 + 1e-10), math.comb(10, 3), math.gcd(0, 5), math.floor(-0.5), math.inf > 10 ** 300, math.fsum([1e16, 1, -1e16]), math.hypot(3, 4))
# ---
import base64, hashlib
print(base64.b64encode(b'\xff\xfe'), base64.urlsafe_b64decode('__4='), hashlib.sha1(b'abc').hexdigest(), hashlib.md5().name)
# ---
import uuid
print(uuid.uuid5(uuid.NAMESPACE_URL, 'http://a'), uuid.UUID(int=5), uuid.UUID(hex='0' * 32).variant)
# ---
import os.path
print(os.path.join('a', 'b/', 'c'), os.path.splitext('.bashrc'), os.path.split('a/'), os.path.normpath('//a/./b/../c'))
# ---
import copy
x = [[1], {'a': [2]}]; y = copy.deepcopy(x); z = copy.copy(x); x[0].append(9); print(y, z)
# ---
import io
s = io.StringIO(); print('a', 1, sep='|', end='$', file=s); print(repr(s.getvalue()))
# ---
import csv, io
print(list(csv.reader(io.StringIO('a,"b\nc",d\r\n1,2,3')))) 
# ---
import shlex
print(shlex.split('a "b c" --x=\'d e\''), shlex.quote('a b'), shlex.quote('safe'))
# ---
import struct
print(struct.pack('<hH', -1, 65535), struct.unpack('>q', b'\0' * 7 + b'\1'), struct.calcsize('<bhiq'))
# ---
import heapq
h = []; [heapq.heappush(h, x) for x in (3, 1, 2)]; print([heapq.heappop(h) for _ in range(3)], heapq.nlargest(2, 'bca'))
# ---
import inspect
print(inspect.signature(lambda a, /, b: int = 1, *, c=2: 0) if 0 else inspect.signature(lambda a, /, b=1, *, c=2: 0))
# ---
import warnings
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always'); warnings.warn('hey', FutureWarning)
print(w[0].category, w[0].message)
# ---
import urllib.parse as u
print(u.urlsplit('postgresql+psycopg2://u:p%40@h:5432/db?sslmode=require'), u.quote_plus('p@:/'))
# ---
type Pair[T] = tuple[T, T]
print(Pair[int].__args__, Pair.__type_params__, Pair)
# ---
def f[T](x: T) -> T: return x
print(f(1), f.__type_params__)
# ---
class S[T]:
    def __init__(self, *a: T): self.a = a
print(S(1, 2).a, S[int], S[int](3).a)
# ---
match {'op': 'add', 'args': [1, 2]}:
    case {'op': 'add', 'args': [a, b]}: print(a + b)
# ---
match ('cmd', 5):
    case (str() as s, int(n)) if n > 3: print(s, n)
    case _: print('no')
# ---
try: raise ExceptionGroup('e', [ValueError('v'), KeyError('k')])
except* ValueError as g: print(g.exceptions)
except* KeyError as g: print(g.exceptions)
# ---
raise ValueError('multi\nline')
# ---
print('before'); [].pop()
# ---
1 / 0
# ---
[][3]
# ---
{}['missing']
# ---
import nothing_here
# ---
undefined
# ---
'a' + 1
# ---
int('zz')
# ---
assert 1 == 2, 'msg'
# ---
assert False
# ---
raise KeyError
# ---
(lambda: (yield))().throw(ValueError('t'))
# ---
class E(Exception): pass
raise E('own') from None
# ---
def f(): f()
f()
# ---
print('a'); raise NotImplementedError('later')
# ---
x: int; print(x)
# ---
del zz
# ---
'abc'[10]
# ---
None.attr
# ---
object().x
# ---
[1, 2, 3].foo
# ---
a, b = 1, 2, 3
# ---
for i in 5: pass
# ---
with 5: pass
# ---
f = 5; f()
# ---
raise 5
# ---
next(iter([]))
# ---
print(undefined_here if 0 else 'fine')
