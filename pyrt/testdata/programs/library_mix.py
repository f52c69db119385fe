# dataclass features
from dataclasses import dataclass, field, asdict, astuple, fields, replace, make_dataclass, KW_ONLY, InitVar, is_dataclass, FrozenInstanceError
@dataclass(order=True)
class P:
    x: int
    y: int = field(default=2, compare=False)
    tags: list = field(default_factory=list, repr=False)
    total: int = field(init=False, default=0)
    seed: InitVar[int] = 5
    _: KW_ONLY
    k: str = 'kw'
    def __post_init__(self, seed): self.total = self.x + seed
p = P(1, seed=10, k='z'); print(p, p == P(1, 9, seed=10, k='z'), p < P(2), asdict(p), astuple(p), [f.name for f in fields(P)], replace(p, x=7, seed=1), is_dataclass(P), P.__match_args__)
@dataclass(frozen=True, slots=True)
class F: a: int; b: 'str' = 'x'
f = F(1); print(f, hash(f) == hash(F(1)), F.__slots__)
for g in (lambda: setattr(f, 'a', 2), lambda: P(), lambda: P(1, 2, [], 4, 5), lambda: fields(3), lambda: replace(p, total=3), lambda: F(1) < F(2), lambda: asdict(5)):
    try: print(g())
    except Exception as e: print(type(e).__name__, e)
M = make_dataclass('M', ['a', ('b', int), ('c', int, field(default=3))], bases=(F,) if False else ()); print(M(1, 2), M.__annotations__)
# ---
# dataclass inheritance and nesting
from dataclasses import dataclass, field, asdict
@dataclass
class A:
    a: int = 1
    def hello(self): return self.a
@dataclass
class B(A):
    b: dict = field(default_factory=dict)
    a: int = 10
@dataclass(eq=False, repr=False)
class C(B): pass
b = B(b={'k': [A(5)]}); print(b, asdict(b), B.__init__.__annotations__, C() == C(), repr(C())[:20], asdict(b, dict_factory=lambda x: sorted(x)))
@dataclass(unsafe_hash=True, kw_only=True)
class D: x: int; y: int = field(hash=False, default=1, metadata={'unit': 'm'})
print(hash(D(x=1)) == hash(D(x=1, y=2)), D.__dataclass_fields__['y'].metadata, D(x=1))
try: D(1)
except TypeError as e: print(e)
# ---
# enums
from enum import Enum, IntEnum, Flag, IntFlag, StrEnum, auto, unique, member, nonmember, CONFORM, STRICT, KEEP, EJECT, verify, UNIQUE, CONTINUOUS
class C(Enum):
    RED = 1; GREEN = auto(); BLUE = 'b'; CRIMSON = 1
    @property
    def nice(self): return self.name.title()
    def __str__(self): return f'<{self.name}>'
print(C.RED, repr(C.GREEN), C('b'), C['RED'], C.CRIMSON is C.RED, list(C), C.__members__.keys(), C.RED.nice, f'{C.RED}', C.RED == 1, C.RED in C, 1 in C, 'zz' in C, len(C), C.RED.value, hash(C.RED) == hash('RED'), {C.RED: 1}, C.BLUE.name, isinstance(C.RED, C))
for f in (lambda: C(9), lambda: C['X'], lambda: C.X, lambda: setattr(C, 'RED', 5), lambda: C.RED < C.GREEN, lambda: C.__call__(1), lambda: delattr(C, 'RED'), lambda: setattr(C.RED, 'value', 1)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class P(Flag): R = auto(); W = auto(); X = auto(); RW = R | W
print(P.R | P.X, P.RW, repr(P(0)), P.RW & P.R, ~P.R, P.R in P.RW, list(P.RW), P(7), bool(P(0)), P.R ^ P.RW, len(P.RW), P['RW'].value, P.RW.name, (P.R | P.X).name)
class N(IntEnum): A = 1; B = 2
class S(StrEnum): ONE = auto(); TWO = 'two!'
class I(IntFlag): A = 1; B = 4
print(N.A + 1, N.B > N.A, f'{N.A}', repr(N.A), str(N.A), S.ONE, repr(S.TWO), S.ONE.upper(), f'{S.TWO:>6}', I.A | 8, I(5), repr(I(16)), I.A | I.B, int(I.B), I.A + 1, sorted([N.B, N.A]))
try:
    @unique
    class U(Enum): A = 1; B = 1
except ValueError as e: print(e)
Q = Enum('Q', 'a b c', start=5); print(list(Q), Q.b.value, Enum('Z', {'k': 1}).k, Enum('Y', [('m', 3)])(3))
class T(Enum):
    A = (1, 'x'); B = (2, 'y')
    def __init__(self, n, s): self.n, self.s = n, s
    @classmethod
    def _missing_(cls, v): return cls.A if v == 'any' else None
print(T.A.n, T('any'), T((2, 'y')), [t.s for t in T])
try: T('none')
except ValueError as e: print(e)
# ---
# itertools
import itertools as it
print(list(it.accumulate([1, 2, 3])), list(it.accumulate([3, 1, 2], max, initial=0)), list(it.chain('ab', [1])), list(it.chain.from_iterable(['ab', 'c'])), list(it.combinations('abc', 2)), list(it.combinations_with_replacement('ab', 2)), list(it.compress('abc', [1, 0, 1])), list(it.islice(it.count(5, 2), 3)), list(it.islice(it.cycle('ab'), 5)), list(it.dropwhile(lambda x: x < 3, [1, 3, 2])), list(it.takewhile(lambda x: x < 3, [1, 3, 2])), list(it.filterfalse(None, [0, 1, 2])), [(k, list(g)) for k, g in it.groupby('aabba')], list(it.permutations('abc', 2)), list(it.product('ab', repeat=2)), list(it.repeat(1, 2)), list(it.starmap(pow, [(2, 3)])), [list(x) for x in it.tee([1, 2])], list(it.zip_longest('ab', 'c', fillvalue='-')), list(it.pairwise('abc')), list(it.batched('abcde', 2)), it.count(1.5), it.repeat(3, 2), it.count(0, 0.5).__next__())
for f in (lambda: list(it.batched('abc', 2, strict=True)), lambda: it.islice([], -1), lambda: it.combinations('a', -1), lambda: it.batched('a', 0), lambda: it.count('a'), lambda: list(it.starmap(pow, [1])), lambda: it.tee([], -1), lambda: list(it.zip_longest(1)), lambda: it.product(repeat=-1)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
# ---
# functools
import functools as ft
@ft.lru_cache(maxsize=2)
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(10), fib.cache_info(), fib.cache_parameters()); fib.cache_clear(); print(fib.cache_info(), fib.__wrapped__.__name__)
p = ft.partial(int, base=2); print(p('101'), p, p.func, p.args, p.keywords, ft.partial(p, '11')(), ft.reduce(lambda a, b: a * b, [1, 2, 3], 10), ft.partial(pow, ft.Placeholder, 2)(5))
@ft.singledispatch
def show(x): return 'any'
@show.register
def _(x: int): return 'int'
@show.register(list)
@show.register(tuple)
def _(x): return 'seq'
print(show(1), show('a'), show([]), show(()), show(True), show.dispatch(bool).__name__, sorted(c.__name__ for c in show.registry))
class A:
    @ft.cached_property
    def v(self): print('computed'); return 5
    @ft.singledispatchmethod
    def m(self, x): return 'any'
    @m.register
    def _(self, x: int): return 'int'
    def pm(self, a, b): return a, b
    part = ft.partialmethod(pm, 1)
a = A(); print(a.v, a.v, a.m(1), a.m('x'), a.part(2))
@ft.total_ordering
class O:
    def __init__(s, v): s.v = v
    def __eq__(s, o): return s.v == o.v
    def __lt__(s, o): return s.v < o.v
print(O(1) <= O(1), O(2) > O(1), O(1) >= O(2), sorted([3, 1, 2], key=ft.cmp_to_key(lambda a, b: b - a)))
for f in (lambda: ft.reduce(max, []), lambda: ft.partial(5), lambda: ft.lru_cache(5, 6, 7), lambda: ft.total_ordering(type('Q', (), {})), lambda: fib([]), lambda: show(), lambda: ft.partial(pow, ft.Placeholder)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
# ---
# collections
from collections import *
d = defaultdict(list, a=[1]); d['b'].append(2); print(d, d.default_factory, d['zz'], len(d), d.copy(), dict(d), d.get('q'))
c = Counter('abracadabra'); print(c, c.most_common(2), c['z'], c + Counter('a'), c - Counter(a=3), c & Counter(a=1, z=2), c | Counter(z=1), +Counter(a=-1, b=1), sorted(c.elements())[:6], c.total(), c == Counter('abracadabra'), c.update('zz'), c['z'], c.subtract({'z': 5}), c['z'], -Counter(a=-2), Counter(a=1) <= Counter(a=2))
q = deque([1, 2, 3], maxlen=4); q.appendleft(0); q.append(9); print(q, q.rotate(1), q, q.popleft(), q.pop(), q.index(1), q.count(1), q.extendleft('ab'), q, q.maxlen, q[0], q[-1], list(reversed(q)), 1 in q, q.copy() == q, deque('ab') + deque('c'), deque('ab') * 2, q.insert)if False else print(q)
o = OrderedDict(a=1, b=2, c=3); o.move_to_end('a'); print(o, o.popitem(), o.popitem(last=False), o, OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1) == {'a': 1}, list(reversed(OrderedDict(a=1, b=2))), OrderedDict(a=1) | {'z': 2})
m = ChainMap({'a': 1}, {'a': 2, 'b': 3}); m['c'] = 5; print(m, m['b'], m.maps, m.new_child({'a': 0})['a'], m.parents, dict(m), len(m), list(m), 'b' in m)
N = namedtuple('N', 'a b c', defaults=[9]); n = N(1, b=2); print(n, n._asdict(), n._replace(a=5), N._fields, N._field_defaults, N._make([1, 2, 3]), n[1:], n == (1, 2, 9), a if (a := n.a) else 0, namedtuple('R', 'x class x', rename=True)._fields)
for f in (lambda: deque(maxlen=-1), lambda: deque().pop(), lambda: q.insert(0, 1), lambda: Counter(1), lambda: namedtuple('N', 'class'), lambda: namedtuple('N', 'a a'), lambda: namedtuple('1', 'a'), lambda: namedtuple('N', '_a'), lambda: N(), lambda: n._replace(zz=1), lambda: N._make([1]), lambda: m.__delitem__('b'), lambda: OrderedDict().popitem(), lambda: defaultdict(5), lambda: defaultdict()['x'], lambda: deque([1]).remove(5), lambda: deque()[0], lambda: Counter('a').most_common(-1), lambda: UserDict()['a'], lambda: o.move_to_end('nope')):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
# ---
# context managers
import contextlib as cl, io
@cl.contextmanager
def cm(swallow):
    print('in')
    try: yield 'value'
    except ValueError as e:
        print('saw', e)
        if not swallow: raise
    finally: print('out')
with cm(True) as v: print(v); raise ValueError('x')
try:
    with cm(False): raise ValueError('y')
except ValueError as e: print('after', e)
@cm(True)
def decorated(): print('body')
decorated()
with cl.suppress(KeyError, IndexError): {}['a']
with cl.redirect_stdout(io.StringIO()) as s: print('captured')
print(repr(s.getvalue()), cl.nullcontext(5).__enter__())
with cl.ExitStack() as st:
    st.callback(print, 'last'); x = st.enter_context(cm(True)); st.push(lambda *a: print('exit', a[0]) or True); raise KeyError('k')
class C(cl.ContextDecorator):
    def __enter__(self): print('enter'); return self
    def __exit__(self, *e): print('exit', e[0] and e[0].__name__); return False
with C() as a, C() as b: pass
@C()
def f(): return 5
print(f())
@cl.contextmanager
def twice(): yield 1; yield 2
try:
    with twice(): pass
except RuntimeError as e: print(e)
@cl.contextmanager
def never():
    if False: yield
try:
    with never(): pass
except RuntimeError as e: print(e)
with cl.closing(io.StringIO()) as z: pass
print(z.closed)
# ---
# json
import json
print(json.dumps({'a': [1, 2.5, None, True, 'é"\n'], 'b': {}}), json.dumps([1, [2]], indent=2), json.dumps({'b': 1, 'a': 2}, sort_keys=True, separators=(',', ':')), json.dumps('é', ensure_ascii=False), json.dumps({1: 'a', None: 'b', True: 'c', 1.5: 'd'}), json.dumps(float('inf')), json.dumps([], indent=2), json.dumps({'a': []}, indent='\t'), json.dumps((1,)), json.dumps('\u2028\x7f\ud800'))
print(json.loads('{"a": [1, 2.0, null, true, "\\u00e9\\n"], "b": {}}'), json.loads('1e5'), json.loads('-0'), json.loads('"\\ud83d\\ude00"'), json.loads('[NaN, Infinity]'), json.loads(b'[1]'), json.loads(' [ ] '), json.loads('{"a":1,"a":2}'), json.loads('1.5', parse_float=str), json.loads('{"a":1}', object_pairs_hook=list), json.loads('{"a": 1}', object_hook=lambda d: sorted(d)))
for t in ('', '{', '[1,]', '{"a":1,}', '{a:1}', "{'a':1}", '[1 2]', '"abc', '"\n"', 'nul', '01', '1.', '-', '[1]x', '"\\x"', '"\\u12"', '{"a" 1}', '{"a":}', '[', '\ufeff[]', '+1', '.5', 'tru', '[[[', '{"a":1 "b":2}'):
    try: print(t, json.loads(t))
    except json.JSONDecodeError as e: print(repr(t), e, e.pos, e.lineno, e.colno)
for v in ({1, 2}, object, {(1,): 2}, 1j, b'x', float('nan')):
    try: print(json.dumps(v, allow_nan=False))
    except Exception as e: print(type(e).__name__, e, getattr(e, '__notes__', None))
l = []; l.append(l)
try: json.dumps(l)
except ValueError as e: print(e)
class E(json.JSONEncoder):
    def default(self, o): return sorted(o) if isinstance(o, set) else super().default(o)
print(json.dumps({'s': {3, 1}}, cls=E), json.dumps({2}, default=list), json.JSONEncoder().encode([1]), list(json.JSONEncoder().iterencode([1, {'a': 2}])), json.JSONDecoder().raw_decode('[1] rest'))
# ---
# regular expressions
import re
print(re.findall(r'(\w)(\d)?', 'a1b'), re.sub(r'(?P<x>\w+)', r'<\g<x>>', 'a bc'), re.split(r'([,;])', 'a,b;c'), re.match(r'(a)(b)?', 'a').groups('-'), re.search(r'\bfoo\b', 'a foo').span(), re.fullmatch('a+', 'aab'), re.compile('a', re.I | re.M), re.escape('a.b*c'), re.subn('a', 'b', 'aaa', count=2), [m.group() for m in re.finditer('..', 'abcd')], re.sub('x*', '-', 'abxd'), re.split('x*', 'axb'), re.sub(r'(.)', lambda m: m[1].upper(), 'ab'), re.match('(?i:A)b', 'ab').group(), re.findall(r'(?<=a)b(?!c)', 'abc ab'), re.match(r'(?P<n>.)(?P=n)', 'aa').groupdict(), re.search('é', 'É', re.I).group(), re.findall(r'\w+', 'größe 日本'), re.match(r'a{2,3}?', 'aaa').group(), re.match('(?>a+)b', 'aab').group(), re.match('a++b', 'aab').group(), re.match(r'(a)|b', 'b').group(1))
m = re.search(r'(?P<y>\d{4})-(\d\d)', 'on 2024-05'); print(m, m.group(0, 1, 'y'), m.start('y'), m.end(2), m.lastindex, m.lastgroup, m.expand(r'\2/\g<y>'), m.re.groups, m.re.groupindex, m.string, m.pos, m['y'], m.regs)
for p in ('(', ')', '[', '*', 'a**', '(?P<1>a)', '(?P=x)', r'\1', '(?<=a+)b', 'a{2,1}', '[z-a]', r'\q', '(?z)', '(?P<a>b)(?P<a>c)', '(?', '(?P', '(?P<', r'\x1', '(?(1)a|b|c)', '(?i)a(?m)', '\\'):
    try: re.compile(p); print(p, 'ok')
    except re.error as e: print(repr(p), e, e.pos, e.lineno, e.colno)
print(re.compile(r'''
  \d+   # digits
  \s*   # space
''', re.X).match('12  ').span(), re.compile('a').flags, re.compile(b'a').match(b'a'), re.RegexFlag(3), repr(re.I | re.S), re.NOFLAG)
for f in (lambda: re.match(b'a', 'a'), lambda: re.match('a', b'a'), lambda: re.sub('a', r'\2', 'a'), lambda: re.sub('a', r'\g<x>', 'a'), lambda: re.match('a', 'a').group(1), lambda: re.match('a', 'a')['x'], lambda: re.compile(1), lambda: re.sub('a', r'\q', 'a')):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
# ---
# dates
from datetime import *
d = datetime(2024, 2, 29, 13, 5, 7, 89); print(d, repr(d), d.isoformat(' ', 'minutes'), d.date(), d.time(), d + timedelta(days=365), d.replace(year=2023, day=28), d.strftime('%Y-%m-%d %H:%M:%S.%f %j %U %a %A %b %B %p %I %y %% %w %G-%V-%u'), d.weekday(), d.isocalendar(), d.toordinal(), d.timetuple().tm_yday, d.ctime(), f'{d:%d/%m}', d.timestamp() if False else '', date.fromisoformat('2024-W09-4'), datetime.fromisoformat('2024-02-29T13:05:07.000089+02:00'), datetime.strptime('29 Feb 2024', '%d %b %Y'), datetime.combine(date(2024, 1, 1), time(1)), date.max - date.min, datetime.min)
t = timedelta(days=-1, hours=5, microseconds=3); print(t, repr(t), t.total_seconds(), abs(t), t * 2, t / 2, t // timedelta(hours=1), t % timedelta(hours=1), divmod(timedelta(days=1), timedelta(hours=7)), timedelta(weeks=1, milliseconds=5), timedelta(0.5), -t, t < timedelta(), sum([t, t], timedelta()), timedelta.max, timedelta(seconds=1e-7), bool(timedelta()), timedelta(1) * 1.5, timedelta(days=1) / timedelta(hours=6))
z = timezone(timedelta(hours=5, minutes=30), 'IST'); a = datetime(2024, 1, 1, 12, tzinfo=z); print(a, a.utcoffset(), a.tzname(), a.astimezone(timezone.utc), a == datetime(2024, 1, 1, 6, 30, tzinfo=UTC), repr(z), timezone(timedelta(hours=-3)), a - datetime(2024, 1, 1, tzinfo=UTC), a.isoformat(), time(5, tzinfo=z), a.strftime('%z %Z %:z'))
for f in (lambda: datetime(2023, 2, 29), lambda: date(0, 1, 1), lambda: time(25), lambda: datetime(2024, 13, 1), lambda: timedelta(days=10 ** 10), lambda: datetime.fromisoformat('x'), lambda: datetime.strptime('x', '%Y'), lambda: datetime.strptime('2024 x', '%Y'), lambda: a - datetime(2024, 1, 1), lambda: a < datetime(2024, 1, 1), lambda: date(2024, 1, 1) + 1, lambda: datetime.max + timedelta(1), lambda: timezone(timedelta(days=1)), lambda: date(2024, 1), lambda: timedelta('x'), lambda: d < date(2024, 1, 1), lambda: d == date(2024, 2, 29), lambda: date.fromisoformat('2024-1-1'), lambda: datetime.strptime('31', '%q'), lambda: time.fromisoformat('99:00')):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
# ---
# decimals
from decimal import *
print(Decimal('1.10') + 1, Decimal('1') / 3, Decimal(0.1), Decimal('1e5'), Decimal('NaN'), Decimal('-0'), Decimal('1.5').quantize(Decimal('1'), ROUND_HALF_EVEN), Decimal('2.5').quantize(Decimal('1')), Decimal('123.456').normalize(), Decimal('100').normalize(), Decimal('1.23E+5').to_eng_string(), Decimal('7') % 3, Decimal('-7') // 2, Decimal(2) ** Decimal('0.5'), Decimal('2').sqrt(), Decimal('1.0') == 1, repr(Decimal('1.20')), f'{Decimal("1234.5"):,.2f}', Decimal('3.14').as_tuple(), Decimal('3.14').as_integer_ratio(), round(Decimal('2.675'), 2), int(Decimal('-3.9')), Decimal((1, (1, 2), -1)), max(Decimal(1), 2), Decimal('1e1000').adjusted(), Decimal('12').copy_sign(Decimal(-1)), Decimal('1.1').compare(Decimal('1.10')), hash(Decimal('1.0')) == hash(1))
with localcontext() as c:
    c.prec = 5; print(Decimal(1) / 7, Decimal('1.23456789') + 0, c.flags[Inexact])
for f in (lambda: Decimal('x'), lambda: Decimal(1) / 0, lambda: Decimal(0) / 0, lambda: Decimal('1') + 1.5, lambda: Decimal('-1').sqrt(), lambda: Decimal('sNaN') + 1, lambda: Decimal('1e999999') * Decimal('1e999999'), lambda: int(Decimal('NaN')), lambda: Decimal('NaN') < 1, lambda: Decimal('1').quantize(Decimal('1e-50')), lambda: float(Decimal('1e400')), lambda: Decimal([]), lambda: f'{Decimal(1):q}'):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
# ---
# typing at run time
from typing import *
import typing, types
T = TypeVar('T'); K = TypeVar('K', bound=int); P = ParamSpec('P')
class G(Generic[T]):
    def f(self, x: T) -> list[T]: ...
print(List[int], Dict[str, Any], Optional[int], Union[int, str], int | None, Callable[[int], str], Tuple[int, ...], list[int], G[int], G[T], T, K, P, Literal['a', 1], Annotated[int, 'meta'], Type[int], ClassVar[int], Final[int], Union[int, int], Union[int, None, str], get_type_hints(G.f), get_origin(list[int]), get_args(Dict[str, int]), Any, NoReturn, Never, Self, TypeAlias, Callable[..., int], Callable[P, T])
class Pt(NamedTuple): x: int; y: int = 0
class TD(TypedDict, total=False): a: Required[int]; b: NotRequired[str]
class Pr(Protocol):
    def m(self) -> int: ...
@runtime_checkable
class RC(Protocol):
    def close(self): ...
print(Pt(1), Pt.__annotations__, TD(a=1), TD.__required_keys__, TD.__optional_keys__, isinstance(open, RC), issubclass(type('Q', (), {'close': 1}), RC), NewType('U', int)(5), cast(int, 'x'), get_type_hints(Pt), is_typeddict(TD), reveal_type if False else '', overload.__name__)
for f in (lambda: isinstance(1, List[int]), lambda: List[int, str], lambda: G[int, str], lambda: Pr(), lambda: isinstance(1, Pr), lambda: Union[()], lambda: Optional[1, 2], lambda: Generic[int], lambda: Any(), lambda: TypeVar('A', int), lambda: isinstance(1, int | list[int]), lambda: Literal[int], lambda: List[1], lambda: ClassVar[1, 2], lambda: int | 'x', lambda: Callable[int]):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def generic[A, *B, **C](a: A, *b: *B) -> A: ...
type Alias[X] = list[X] | None
print(generic.__type_params__, Alias, Alias[int], Alias.__value__, Alias.__type_params__, Alias.__name__)
class New[Z: int = bool]: pass
print(New.__type_params__[0].__bound__, New.__type_params__[0].__default__, New[int], New.__orig_bases__, New.__parameters__)
# ---
# string module and textwrap
import string, textwrap
print(string.Template('$a ${b} $$').substitute(a=1, b=2), string.Template('$a $z').safe_substitute(a=1), string.capwords('a  b c'), string.ascii_letters[:5], string.digits, repr(string.whitespace), string.punctuation, string.Formatter().format('{0} {a}', 1, a=2), list(string.Formatter().parse('a{b!r:c}d')))
for f in (lambda: string.Template('$z').substitute(), lambda: string.Template('$').substitute(), lambda: string.Template('a\n $1').substitute()):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
t = 'The quick brown fox jumped over the lazy dog, well-known  for hyphen-ated words.'
print(textwrap.wrap(t, 20), textwrap.fill(t, 30, initial_indent='* ', subsequent_indent='  '), textwrap.shorten(t, 30), textwrap.dedent('  a\n    b\n\n  c'), textwrap.indent('a\n\nb', '> '), textwrap.wrap('abcdefghij', 4), textwrap.wrap('a bc', 1, break_long_words=False), textwrap.fill('x y', 3, max_lines=1, placeholder='.'), sep='\n')
