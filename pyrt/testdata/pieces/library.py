def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(f"{type(e).__name__}: {e}")

# ---
# dataclass basics
from dataclasses import *
@dataclass(order=True)
class P: x: int; y: int = 2; z: list = field(default_factory=list, compare=False, repr=False)
print(P(1), P(1) == P(1, 2), P(1) < P(2), asdict(P(1)), astuple(P(1)), replace(P(1), y=9), [f.name for f in fields(P)], P.__match_args__, is_dataclass(P)); t(P); t(lambda: P(1) < 3); t(hash, P(1)); t(replace, P(1), q=1); t(asdict, 1)
# ---
# dataclass frozen, slots, kw_only
from dataclasses import *
@dataclass(frozen=True, slots=True, kw_only=True)
class F: a: int; b: int = 1
f = F(a=1); print(f, hash(f) == hash(F(a=1)), F.__slots__)
def g(): f.a = 2
t(g); t(F, 1)
def g(): del f.a
t(g)
@dataclass
class K: a: int; _: KW_ONLY; b: int = 0
t(K, 1, 2); print(K(1, b=3))
# ---
# dataclass errors
from dataclasses import *
def a():
    @dataclass
    class X: l: list = []
t(a)
def a():
    @dataclass
    class X: x: int = 1; y: int
t(a)
def a():
    @dataclass(order=True, eq=False)
    class X: pass
t(a)
def a():
    @dataclass(frozen=True)
    class X: pass
    @dataclass
    class Y(X): pass
t(a)
def a():
    @dataclass
    class X: x: int = field(default=1, default_factory=int)
t(a); t(fields, 1)
# ---
# dataclass post init and InitVar
from dataclasses import *
from typing import ClassVar
@dataclass
class A:
    x: int; y: InitVar[int] = 5; c: ClassVar[int] = 7; z: int = field(init=False)
    def __post_init__(self, y): self.z = self.x + y
print(A(1), A(1, 2), [f.name for f in fields(A)]); M = make_dataclass('M', ['a', ('b', int), ('c', int, 3)]); print(M(1, 2)); 
@dataclass
class B(A): w: int = 0
print(B(1, w=4), A.c)
# ---
# enum auto, unique, missing
from enum import *
class A(Enum):
    X = auto(); Y = auto()
    @classmethod
    def _missing_(cls, v): return cls.X if v == 'x' else None
    @property
    def d(self): return self.value * 2
print(list(A), A('x'), A.Y.d); t(A, 'q')
class S(StrEnum): FOO = auto(); BAR = 'b'
print(S.FOO, repr(S.BAR), S.FOO + '!', S('b'), f'{S.FOO:>5}', S.FOO == 'foo')
class I(IntEnum): A = 1; B = 5
print(I.A + 1, repr(I.B), I.A < I.B, f'{I.B}', I.B == 5, '%d %s' % (I.B, I.B), [10, 20][I.A])
def f():
    @unique
    class U(Enum): A = 1; B = 1
t(f)
def f():
    class U(Enum): A = 1; A = 2
t(f)
# ---
# enum flags
from enum import *
class F(Flag): R = auto(); W = auto(); X = auto(); RW = R | W
print(F.R | F.X, repr(F.RW), F.RW & F.R, ~F.R, F(0), bool(F(0)), F.R in F.RW, list(F.RW), F(7), len(F.RW), F.R ^ F.RW, F['RW'], list(F), F(5).name, F(5).value); t(F, 8); t(lambda: F.R | 1)
class G(IntFlag): A = 1; B = 2
print(G.A | G.B, G.A | 4, repr(G(9)), G(3) & 1, ~G.A, G.A + 1, repr(G(0)), G.A == 1)
class K(Flag, boundary=KEEP): A = 1
print(K(6).value, K(3)); print(repr(F(6)), str(F(0)), F.R.value | 2)
# ---
# enum functional and mixins
from enum import *
A = Enum('A', 'x y z'); print(list(A)); B = Enum('B', {'p': 'q'}); print(B.p); C = IntEnum('C', ['a', 'b'], start=5); print(list(C))
class D(tuple, Enum): X = (1, 2); Y = (3, 4)
print(D.X, D.X[0], D((3, 4)))
class E(Enum):
    A = (1, 'a'); B = (2, 'b')
    def __init__(self, n, s): self.n, self.s = n, s
print(E.B.n, E.A.s, E((1, 'a')), E.A._name_, E.A.__class__)
class G(str, Enum): A = 'aa'
print(G.A, f'{G.A}', G.A.upper(), repr(G.A), '%s' % G.A, G.A == 'aa', str.__str__(G.A))
# ---
# abc
from abc import *
class A(ABC):
    @abstractmethod
    def f(self): return 'A.f'
    @property
    @abstractmethod
    def p(self): ...
t(A); t(lambda: type('B', (A,), {'f': lambda s: 1})()); print(sorted(A.__abstractmethods__))
class C(A):
    def f(self): return super().f() + '!'
    p = 1
print(C().f()); 
@A.register
class D: pass
print(issubclass(D, A), isinstance(D(), A))
class H(ABC):
    @classmethod
    def __subclasshook__(cls, c): return hasattr(c, 'quack') or NotImplemented
class Duck: quack = 1
print(issubclass(Duck, H), issubclass(int, H))
from collections.abc import *
print(isinstance([], Sequence), isinstance({}, Mapping), isinstance('', Hashable), isinstance([], Hashable), isinstance((x for x in []), Generator), isinstance(iter([]), Iterator), isinstance(len, Callable), issubclass(dict, MutableMapping), isinstance(range(1), Sequence), isinstance({}.keys(), KeysView), isinstance(b'', ByteString) if 0 else 1)
# ---
# user mapping and sequence ABCs
from collections.abc import *
class M(MutableMapping):
    def __init__(s): s.d = {}
    def __getitem__(s, k): return s.d[k]
    def __setitem__(s, k, v): s.d[k] = v
    def __delitem__(s, k): del s.d[k]
    def __iter__(s): return iter(s.d)
    def __len__(s): return len(s.d)
m = M(); m.update(a=1, b=2); print(m.pop('a'), m.get('z', 5), m.setdefault('q', 3), dict(m), list(m.items()), m == {'b': 2, 'q': 3}, 'b' in m, m.popitem()); t(lambda: m.pop('zz')); m.clear(); print(len(m)); t(MutableMapping)
class S(Sequence):
    def __getitem__(s, i): return [1, 2, 3][i]
    def __len__(s): return 3
print(list(reversed(S())), S().index(2), S().count(3), 2 in S(), [*S()]); t(S().index, 9)
# ---
# Counter
from collections import *
c = Counter('abracadabra'); print(c, c.most_common(2), c['zz'], list(c.elements())[:4], c.total(), c - Counter('aaa'), c & Counter('ab'), c | Counter('zz'), Counter(a=1) + Counter(a=-1), +Counter(a=0, b=1), -Counter(a=-2), Counter(a=1) == Counter(a=1, b=0), Counter(a=1) <= Counter(a=2)); c.subtract('aaaaaaa'); print(c['a'], c.most_common()[-1]); c.update({'x': 5}); print(c['x']); t(Counter.fromkeys, 'a'); t(Counter, 1, 2); del c['nothing']; print(repr(Counter()), Counter({'a': 'x'}))
# ---
# OrderedDict, defaultdict, ChainMap, deque
from collections import *
o = OrderedDict(a=1, b=2); o.move_to_end('a'); print(o, o.popitem(last=False), o == {'a': 1}, OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), list(reversed(o))); t(o.move_to_end, 'zz'); d = defaultdict(list, x=[1]); d['y'].append(2); print(d, d.default_factory, 'q' in d, d.get('q'), d.copy()); t(lambda: defaultdict()['a']); t(defaultdict, 1); c = ChainMap({'a': 1}, {'a': 2, 'b': 3}); print(c['a'], c['b'], dict(c), c.new_child({'z': 1}), c.parents, len(c)); t(lambda: c['zz']); c['b'] = 9; print(c.maps)
q = deque([1, 2, 3], maxlen=3); q.append(4); q.appendleft(0); q.rotate(1); print(q, q[0], q.index(0), q.count(2), q.maxlen, list(reversed(q)), q == deque([3, 0, 2]), q + deque([1])); q.extend([7, 8]); print(q); t(deque().pop); t(lambda: q[9]); t(q.remove, 99); q.insert if 0 else print(q.copy(), deque('ab') * 2, repr(deque())); t(q.insert, 0, 1)
# ---
# functools dispatch and wraps
import functools
@functools.singledispatch
def f(x): return 'obj'
@f.register
def _(x: int): return 'int'
@f.register(list)
def _(x): return 'list'
@f.register
def _(x: str | bytes): return 'text'
print(f(1), f([]), f(1.5), f(True), f('a'), f(b''), f.dispatch(bool) is f.registry[int], sorted(c.__name__ for c in f.registry)); t(f); t(lambda: f.register(1))
class A:
    @functools.singledispatchmethod
    def m(self, x): return 'd'
    @m.register
    def _(self, x: int): return 'i'
print(A().m(1), A().m(''))
def deco(g):
    @functools.wraps(g)
    def w(*a): "w doc"; return g(*a)
    return w
@deco
def orig(a: int): "doc"
print(orig.__name__, orig.__doc__, orig.__wrapped__.__name__, orig.__qualname__); import inspect; print(inspect.signature(orig))
# ---
# itertools
from itertools import *
print(list(chain('ab', [1])), list(chain.from_iterable(['ab', 'c'])), list(islice(count(5, 2), 3)), list(islice('abcdef', 1, 5, 2)), list(zip_longest('ab', 'c', fillvalue='-')), list(product('ab', repeat=2)), list(permutations('abc', 2)), list(combinations('abc', 2)), list(combinations_with_replacement('ab', 2)), list(accumulate([1, 2, 3])), list(accumulate([1, 2], lambda a, b: a * b, initial=5)), [(k, list(g)) for k, g in groupby('aabc')], list(takewhile(str.isalpha, 'ab1c')), list(dropwhile(str.isalpha, 'ab1c')), list(compress('abc', [1, 0, 1])), list(filterfalse(None, [0, 1])), list(starmap(pow, [(2, 3)])), list(repeat(1, 2)), list(islice(cycle('ab'), 3)), list(pairwise('abc')), [list(x) for x in tee('ab')], list(batched('abcde', 2)), count(1), repeat(5), repeat(5, 2)); t(islice, 'a', -1); t(lambda: list(batched('abc', 2, strict=True))); t(batched, 'a', 0); t(lambda: count('a')); t(product, 1); t(permutations, 'a', -1); print(list(product()), list(permutations('a', 2)), list(islice(count(1.5, 0.5), 2)))
# ---
# contextlib
import contextlib, io
@contextlib.contextmanager
def c(n):
    print('in', n)
    try: yield n * 2
    except ValueError as e: print('caught', e)
    finally: print('out', n)
with c(1) as v: print(v); raise ValueError('x')
@c(5)
def f(): print('body')
f()
@contextlib.contextmanager
def none():
    if 0: yield
def g():
    with none(): pass
t(g)
@contextlib.contextmanager
def two(): yield 1; yield 2
def g():
    with two(): pass
t(g)
with contextlib.suppress(KeyError, ValueError): {}['x']
b = io.StringIO()
with contextlib.redirect_stdout(b): print('hidden')
print(repr(b.getvalue()))
with contextlib.ExitStack() as s: s.callback(print, 'cb'); print(s.enter_context(c(7))); s.push(lambda *a: print('push', a[0]) or True); raise KeyError('k')
class K:
    def close(self): print('closed')
with contextlib.closing(K()): pass
with contextlib.nullcontext(3) as q: print(q)
class D(contextlib.ContextDecorator):
    def __enter__(self): print('e')
    def __exit__(self, *a): print('x')
@D()
def h(): return 1
print(h())
# ---
# json dumps
import json
print(json.dumps({'a': [1, 2.5, None, True, 'é"\n\x00\u2028'], 1: 2, None: 3, True: 4, 1.5: 5}), json.dumps('é', ensure_ascii=False), json.dumps({'b': 1, 'a': [1, {'c': []}], 'e': {}}, indent=2, sort_keys=True), json.dumps([1, 2], separators=(',', ':')), json.dumps(float('nan')), json.dumps(1e100), json.dumps(10 ** 30), json.dumps({(1,): 2}, skipkeys=True), json.dumps([], indent=2), json.dumps({'a': 1}, indent='\t'), json.dumps('\U0001f600'), json.dumps(1e16), json.dumps(-0.0)); t(json.dumps, {1, 2}); t(json.dumps, float('inf'), allow_nan=False); t(json.dumps, {(1,): 2}); t(json.dumps, object); l = []; l.append(l); t(json.dumps, l); print(json.dumps({1, 2}, default=sorted), json.dumps([(1, 2)]))
class E(json.JSONEncoder):
    def default(self, o): return 'D' if isinstance(o, set) else super().default(o)
print(json.dumps([{1}], cls=E)); t(json.dumps, [b'a'], cls=E); t(json.dumps, {'a': {'b': [1j]}})
# ---
# json loads
import json
for s in ('[1, 2.0, -3e2, true, null]', '{"a": {"b": []}}', '"\\u00e9\\n\\ud83d\\ude00"', ' 1 ', 'NaN', '[-Infinity]', '', '[1,]', '{"a"}', '{"a":}', '{a: 1}', '[1 2]', '"abc', '"\\x"', '"\\u12"', '01', '1.', '-', 'tru', '{"a":1,}', '[1] x', '"a\nb"', "'a'", '{"a":1 "b":2}', '[', '{', '{"a":1', '\ufeff1', '1e5', '"\\ud800"', '{"a":1,"a":2}', '[1,,2]', '123456789012345678901234567890', '1E400', '.5', '+1'): t(json.loads, s)
print(json.loads(b'{"a": 1}', object_hook=lambda d: sorted(d.items())), json.loads('{"a":1,"b":2}', object_pairs_hook=list), json.loads('1.5', parse_float=str), json.loads('[1]', parse_int=lambda s: s * 2), json.loads('NaN', parse_constant=lambda s: s + '!')); t(json.loads, 5); t(json.loads, None)
try: json.loads('[1,\n x]')
except json.JSONDecodeError as e: print(e.lineno, e.colno, e.pos, e.msg, e.doc)
# ---
# datetime arithmetic and comparison
from datetime import *
d = datetime(2024, 1, 31, 12); print(d + timedelta(days=30), d - datetime(2023, 1, 1), date(2024, 3, 1) - timedelta(1), date(2024, 3, 1) - date(2024, 1, 1), timedelta(1) * 2.5, timedelta(5) / timedelta(2), timedelta(5) // timedelta(2), timedelta(7) % timedelta(2), -timedelta(1, 5), abs(timedelta(-1)), timedelta(1) / 3, divmod(timedelta(5), timedelta(2)), timedelta(1).total_seconds(), d < datetime.max, timedelta(1) == timedelta(hours=24), d == date(2024, 1, 31), sum([timedelta(1)] * 3, timedelta()), timedelta(microseconds=-1), bool(timedelta(0)), timedelta(1) // 7, timedelta(seconds=1) * 0.1); t(lambda: d + 1); t(lambda: d < 5); t(lambda: d < date.today()); t(lambda: d - datetime(2024, 1, 1, tzinfo=timezone.utc)); t(lambda: d < datetime(2024, 1, 1, tzinfo=timezone.utc)); print(d == datetime(2024, 1, 31, 12, tzinfo=timezone.utc)); t(lambda: date.max + timedelta(1)); t(lambda: timedelta(1) + 1); t(lambda: timedelta(1) / 0); t(lambda: date(2024, 1, 1) + timedelta(10 ** 8)); t(lambda: d + d); t(lambda: time(1) + timedelta(1)); t(lambda: time(1) < time(1, tzinfo=timezone.utc)); t(lambda: timedelta(1) < 1)
# ---
# datetime parsing
from datetime import *
for s in ('2024-01-02', '2024-01-02T03:04:05', '2024-01-02 03:04:05.123456+05:30', '20240102', '2024-W01-1', '2024-01-02T03', '2024-01-02T24:00', '2024-01-02T03:04:05Z', '2024-1-2', '', 'x', '2024-01-02T03:04:05.1', '2024-13-01', '2024-01-02T25:00', '2024-01-02T03:04:60', '2024-01-02T03:04:05,5', '2024-02-30'): t(datetime.fromisoformat, s); t(date.fromisoformat, s)
for a in (('2024-01-02', '%Y-%m-%d'), ('Jan 5, 24 3:04 PM', '%b %d, %y %I:%M %p'), ('2024-01-02', '%Y'), ('x', '%Y'), ('12:30 +0530', '%H:%M %z'), ('2024 060', '%Y %j'), ('2024', '%Q'), ('Monday', '%A'), ('1.5', '%S.%f'), ('2024-02-30', '%Y-%m-%d'), ('  5', '%d'), ('UTC', '%Z'), ('100%', '%H0%%'), ('2024-10', '%Y-%W'), ('2024 10 1', '%Y %W %w'), ('2024', '%')): t(datetime.strptime, *a)
print(datetime.fromtimestamp(0, timezone.utc), datetime.fromtimestamp(1.5, timezone.utc), date.fromordinal(1), datetime.combine(date(2024, 1, 1), time(5)), date.fromisocalendar(2024, 1, 1), time.fromisoformat('04:05'), datetime.strptime('2024', '%Y').year, time.fromisoformat('T04')); t(date.fromordinal, 0); t(date.fromisocalendar, 2024, 54, 1); t(time.fromisoformat, '4')
# ---
# fractions
from fractions import Fraction as F
print(F(3, 6), F('1/3'), F('0.25'), F(0.5), repr(F(1, 2)), F(1, 2) + F(1, 3), F(1, 2) * 2, F(1, 2) + 0.5, F(7, 2) // 1, F(-7, 2) % 2, F(1, 2) ** 2, F(1, 2) ** -2, F(3.14).limit_denominator(100), F(5, 2).__round__(), round(F(7, 3), 2), int(F(7, 2)), float(F(1, 3)), F(1, 2) < 0.6, F(1, 2) == 0.5, f'{F(1, 3):.3f}', F(' 1/2 '), F('1e3'), F(4, 2).numerator, F(2) ** F(1, 2), divmod(F(7, 2), 1), -F(1, 2), abs(F(-1, 2)), F(1, 2).as_integer_ratio(), F(True), sum([F(1, 2)] * 2)); t(F, 1, 0); t(F, 'x'); t(F, 1.5, 2); t(lambda: F(1) / 0); t(F, float('nan')); t(F, '1/0')
# ---
# re functions
import re
print(re.findall(r'(\w)(\d)?', 'a1b'), re.split(r'(,)|;', 'a,b;c'), re.sub(r'(?P<x>a)', r'[\g<x>\1\g<0>]', 'banana', count=2), re.subn('a', lambda m: m[0].upper(), 'aa'), re.split(r'\b', 'a b'), re.split('x*', 'axb'), re.sub('x*', '-', 'abxd'), re.escape('a.b*c-d e'), re.match('a', 'ba'), re.fullmatch('a+', 'aaa'), re.search('b', 'abc').span(), re.findall('(?i)A', 'aA'), [m.start() for m in re.finditer('', 'ab')], re.compile('a', re.I | re.M), re.match('(a)(b)?', 'a').groups('z'), re.match('(?P<n>a)', 'a').groupdict(), re.match(r'(\d+)', '12').expand(r'<\1>'), re.match('a(b)', 'ab').regs, re.match('(a)|b', 'b').lastindex, repr(re.match('a', 'abc')), re.purge(), re.compile('(?x) a b # c').findall('ab'), re.compile(r'a').pattern, re.I, re.sub('a', r'\n\\', 'a'), re.split('a', 'xay', maxsplit=0)); m = re.match('(?P<a>.)(.)', 'xy'); print(m['a'], m[2], m.group(1, 2), m.start('a'), m.end(2), m.string, m.pos, m.endpos, m.lastgroup, m.re.groupindex, m.re.groups); t(lambda: m[3]); t(lambda: m['z']); t(re.sub, 'a', r'\2', 'a'); t(re.sub, 'a', r'\q', 'a'); t(re.sub, 'a', r'\g<x', 'a'); t(re.compile, 5); t(re.match, 'a', b'a'); t(re.match, 'a', 5); t(re.compile, 'a', 1 << 20); t(re.sub, 'a', 5, 'a')
# ---
# textwrap
import textwrap as w
s = 'The quick brown fox jumped over the lazy dog, well-known hyphen-ation   spaces.'; print(w.wrap(s, 20), w.fill(s, 30, initial_indent='* ', subsequent_indent='  '), w.shorten(s, 30), w.shorten(s, 30, placeholder='...'), w.dedent('  a\n    b\n\n  c'), w.indent('a\n\nb', '> '), w.indent('a\n\nb', '> ', lambda l: True), w.wrap('', 5), w.wrap('abcdefghij', 4), w.wrap('abcdefghij k', 4, break_long_words=False), w.wrap('a b c d', 3, max_lines=2), w.wrap('well-known-thing', 6, break_on_hyphens=False), w.dedent('\ta\n\t b'), w.wrap('a\tb', 10), w.wrap('a. b', 10, fix_sentence_endings=True)); t(w.wrap, 'a', 0); t(w.shorten, 'hello world', 3); t(w.wrap, 'a b c', 2, max_lines=1, placeholder='.....')
# ---
# string module
import string
T = string.Template; print(T('$a ${b}c $$ $x_1').substitute(a=1, b=2, x_1=3), T('$a $b').safe_substitute(a=1), T('$a').template, T('$a ${b}').get_identifiers(), T('a$').is_valid(), string.ascii_lowercase, string.punctuation, string.whitespace.encode(), string.capwords('hello  wORLD x'), string.capwords('a-b', '-'), string.Formatter().format('{0} {a}', 1, a=2), list(string.Formatter().parse('a{b!r:c}d{{')), string.hexdigits); t(T('$a').substitute); t(T('$').substitute); t(T('a\n$1').substitute, {}); t(string.Formatter().format, '{}', ); t(string.Formatter().format, '{a}')
class F(string.Formatter):
    def get_value(self, k, a, kw): return f'<{k}>'
print(F().format('{x} {0} {}')); 
class H(T): delimiter = '%'
print(H('%a $b').substitute(a=1), T('$A').substitute({'A': 5}, A=6))
# ---
# csv
import csv, io
print(list(csv.reader(['a,b', '"x,""y""",z', '', "1,'2'"])), list(csv.DictReader(['h,i', '1,2', '3', '4,5,6'])), list(csv.reader(['a;b'], delimiter=';')), list(csv.reader(['"multi', 'line",x'])), list(csv.reader([' a, b'], skipinitialspace=True)), list(csv.reader(['1,"2"'], quoting=csv.QUOTE_NONNUMERIC)), list(csv.reader([r'a\,b'], escapechar='\\'))); o = io.StringIO(); w = csv.writer(o); w.writerow([1, None, 'a,b', 'q"q', 1.5, 'l\nm']); w.writerows([[], ['']]); print(repr(o.getvalue())); o = io.StringIO(); w = csv.DictWriter(o, ['a', 'b'], restval='-', lineterminator='\n', quoting=csv.QUOTE_ALL); w.writeheader(); w.writerow({'a': 1}); print(o.getvalue()); t(w.writerow, {'z': 1}); t(csv.writer(o).writerow, 5); t(csv.reader, ['a'], delimiter='xx'); t(csv.writer(o, quoting=csv.QUOTE_NONE).writerow, ['a,b']); t(lambda: list(csv.reader(['a"b', '"a"b'], strict=True))); print(csv.list_dialects(), csv.Sniffer().sniff('a;b\nc;d').delimiter); t(lambda: list(csv.reader([b'a'])))
# ---
# logging formats
import logging, sys
l = logging.getLogger('x.y'); h = logging.StreamHandler(sys.stdout); h.setFormatter(logging.Formatter('%(levelname)-8s|%(name)s|%(message)s|%(funcName)s|%(lineno)d|')); l.addHandler(h); l.propagate = False; l.setLevel('INFO')
l.debug('no'); l.info('a %s %d', 'b', 3); l.warning('%(k)s', {'k': 1}); l.error('100%'); l.log(35, 'lvl'); l.critical('c', extra={'z': 1}); print(l.isEnabledFor(10), l.getEffectiveLevel(), logging.getLevelName(20), logging.getLevelName(35), logging.getLevelName('INFO'), l, logging.getLogger('x'), l.parent, logging.getLogger('x.y') is l, l.handlers == [h]); h.setFormatter(logging.Formatter('{message}!{levelno}', style='{'))
try: 1 / 0
except ZeroDivisionError: pass
class F(logging.Filter):
    def filter(self, r): return 'skip' not in r.getMessage()
l.addFilter(F()); l.info('skip me'); l.info('keep'); l.addHandler(logging.NullHandler()); a = logging.LoggerAdapter(l, {'a': 1}); a.info('adapted'); t(l.setLevel, 'NOPE'); t(l.log, 'x', 'y'); logging.disable(50); l.critical('gone'); t(logging.Formatter, '%(x', style='q'); t(logging.Formatter, 'nothing')
# ---
# argparse
import argparse, sys
sys.stderr = sys.stdout
p = argparse.ArgumentParser(prog='prog', description='desc', epilog='end'); p.add_argument('pos', type=int, help='a pos'); p.add_argument('-v', '--verbose', action='count', default=0); p.add_argument('--name', choices=['a', 'b'], help='the name (default: %(default)s)', default='a'); p.add_argument('-x', action='append'); p.add_argument('--flag', action='store_true'); p.add_argument('rest', nargs='*'); p.add_argument('--opt', nargs='?', const='c', metavar='O')
print(p.parse_args(['5', '-vv', '--name', 'b', '-x', '1', '-x2', 'r1', 'r2']), p.parse_args(['1', '--opt', '--flag'])); print(p.format_help()); print(p.format_usage()); t(p.parse_args, ['z']); t(p.parse_args, []); t(p.parse_args, ['1', '--name', 'q']); t(p.parse_args, ['1', '--zzz']); print(p.parse_known_args(['1', '--zzz'])); s = argparse.ArgumentParser(prog='s'); sub = s.add_subparsers(dest='cmd', required=True); q = sub.add_parser('up', help='go up'); q.add_argument('rev'); print(s.parse_args(['up', 'head'])); t(s.parse_args, []); t(s.parse_args, ['down']); g = p.add_mutually_exclusive_group(); g.add_argument('--aa', action='store_true'); g.add_argument('--bb', action='store_true'); t(p.parse_args, ['1', '--aa', '--bb']); t(p.parse_args, ['-h'])
# ---
# configparser
import configparser, io
c = configparser.ConfigParser(); c.read_string('[DEFAULT]\na = 1\n[s]\nb = %(a)s2\nc : yes\nd = multi\n  line\n# comment\ne\t= x ; y\n[t]\n'); print(c.sections(), c['s']['b'], c.getboolean('s', 'c'), c.getint('s', 'b'), repr(c.get('s', 'd')), c['s'].get('zz', 'def'), c.get('s', 'e'), c.options('t'), c.items('t'), c.has_option('s', 'A'), c.get('s', 'b', raw=True), dict(c['t']), 'q' in c, c.get('s', 'zz', fallback=None)); t(lambda: c['zz']); t(c.get, 's', 'zz'); t(c.getint, 's', 'c'); t(c.get, 'nos', 'x'); t(c.read_string, 'x = 1'); t(c.read_string, '[a]\n[a]'); t(c.read_string, '[a]\nb=1\nb=2'); t(c.read_string, '[a]\nnovalue'); t(c.add_section, 's'); c.set('s', 'pct', '%(nope)s'); t(c.get, 's', 'pct'); t(c.set, 's', 'x', 5); t(c.set, 's', 'x', '%'); o = io.StringIO(); c.remove_option('s', 'pct'); c.write(o); print(o.getvalue()); r = configparser.RawConfigParser(allow_no_value=True); r.read_string('[a]\nk\nK2 = %x'); print(r['a']['k'], r['a']['k2'])
# ---
# io
import io
s = io.StringIO('ab\ncd\n'); print(s.read(1), s.readline(), s.tell(), s.readlines(), s.seek(0), list(s), s.write('x'), s.getvalue(), s.truncate(2), s.getvalue(), s.closed, s.readable()); s.close(); t(s.read); b = io.BytesIO(b'abc'); print(b.read(2), b.seek(-1, 2), b.read(), b.getvalue(), b.getbuffer().nbytes, b.write(b'zz'), b.getvalue()); t(b.write, 'a'); t(io.StringIO().write, b'a'); t(b.seek, -1); t(io.StringIO().seek, 1, 1); t(io.StringIO, 5); print(repr(io.StringIO('a\r\nb', newline=None).read()), io.StringIO('a\r\nb').read().encode(), io.TextIOWrapper(io.BytesIO(b'a\xc3\xa9')).read()); print('a', 'b', sep='-', end='!\n', file=None); t(print, 'a', sep=1); t(print, 'a', file=5)
# ---
# heapq, bisect, statistics
import heapq, bisect, statistics as s
h = [5, 1, 4]; heapq.heapify(h); heapq.heappush(h, 0); print(h, heapq.heappop(h), heapq.heapreplace(h, 9), heapq.heappushpop(h, 2), heapq.nsmallest(2, h), heapq.nlargest(2, h, key=lambda x: -x), list(heapq.merge([1, 4], [2, 3]))); t(heapq.heappop, []); print(bisect.bisect([1, 2, 2, 3], 2), bisect.bisect_left([1, 2, 2, 3], 2), bisect.bisect_left(['aa', 'b'], 1, key=len)); l = [1, 3]; bisect.insort(l, 2); print(l); print(s.mean([1, 2, 3, 4]), s.median([1, 3, 2]), s.median([1, 2, 3, 4]), s.mode('aab'), s.stdev([1, 2, 3, 4]), s.pvariance([1, 2, 3]), s.quantiles([1, 2, 3, 4, 5]), s.fmean([1, 2]), s.multimode('aabb'), s.geometric_mean([1, 8]), s.harmonic_mean([1, 2])); t(s.mean, []); t(s.stdev, [1])
# ---
# difflib, calendar, time, zoneinfo
import difflib, calendar, time, zoneinfo, datetime as d
print('\n'.join(difflib.unified_diff(['a', 'b', 'c'], ['a', 'x', 'c'], 'f', 't', lineterm='')), difflib.get_close_matches('appel', ['ape', 'apple', 'peach']), difflib.SequenceMatcher(None, 'abcd', 'bcde').ratio(), list(difflib.ndiff(['a'], ['b'])), calendar.month(2024, 2), calendar.monthrange(2024, 2), calendar.isleap(1900), calendar.weekday(2024, 1, 1), list(calendar.day_abbr), calendar.monthcalendar(2024, 2)[0], calendar.timegm((1970, 1, 2, 0, 0, 0)), calendar.MONDAY, calendar.month_name[1]); print(time.gmtime(0)[:6], time.strftime('%Y', time.gmtime(0)), time.strptime('2024', '%Y').tm_year, time.mktime(time.gmtime(0)), repr(time.gmtime(0))); z = zoneinfo.ZoneInfo('Europe/Berlin'); x = d.datetime(2024, 3, 31, 3, 0, tzinfo=z); print(x, x.utcoffset(), x.tzname(), x - d.timedelta(hours=1), x.astimezone(d.timezone.utc), z, repr(z), d.datetime(2024, 10, 27, 2, 30, fold=1, tzinfo=z).utcoffset(), z.key); t(zoneinfo.ZoneInfo, 'No/Where')
# ---
# warnings and traceback
import warnings, sys, traceback
sys.stderr = sys.stdout
with warnings.catch_warnings(record=True) as w: warnings.simplefilter('always'); warnings.warn('a'); warnings.warn('b', DeprecationWarning); warnings.warn(UserWarning('c')); print([(str(x.message), x.category.__name__) for x in w])
warnings.simplefilter('error'); t(warnings.warn, 'boom'); t(warnings.warn, 'x', 5)
@warnings.deprecated('old')
def f(): return 1
t(f); print(f.__deprecated__)
def g(): raise ValueError('x') from KeyError('y')
try: g()
except ValueError as e: print(''.join(l for l in traceback.format_exception(e) if 'File' not in l)); print(traceback.format_exception_only(ValueError('a\nb')), traceback.format_exception_only(SyntaxError('m', ('f', 1, 1, 'x y', 1, 2))))
