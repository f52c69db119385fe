def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(f"{type(e).__name__}: {e}")

# ---
# a linked list with every protocol
class Node:
    __slots__ = ('v', 'n')
    def __init__(self, v, n=None): self.v, self.n = v, n
class LL:
    def __init__(self, it=()):
        self.head = None; self.size = 0
        for x in it: self.append(x)
    def append(self, v):
        self.size += 1
        if self.head is None: self.head = Node(v); return
        n = self.head
        while n.n is not None: n = n.n
        n.n = Node(v)
    def __iter__(self):
        n = self.head
        while n: yield n.v; n = n.n
    def __len__(self): return self.size
    def __getitem__(self, i):
        if isinstance(i, slice): return LL(list(self)[i])
        if i < 0: i += self.size
        for j, v in enumerate(self):
            if j == i: return v
        raise IndexError(f'index {i}')
    def __contains__(self, x): return any(x == y for y in self)
    def __eq__(self, o): return isinstance(o, LL) and list(self) == list(o)
    def __lt__(self, o): return list(self) < list(o)
    def __add__(self, o): return LL([*self, *o])
    __radd__ = lambda self, o: LL([*o, *self])
    def __iadd__(self, o):
        for x in o: self.append(x)
        return self
    def __mul__(self, k): return LL(list(self) * k)
    def __repr__(self): return f'LL({list(self)!r})'
    def __bool__(self): return self.size > 1
    def __reversed__(self): return iter(list(self)[::-1])
    def __hash__(self): return hash(tuple(self))
    def __call__(self, f): return LL(map(f, self))
    def __class_getitem__(cls, k): return f'{cls.__name__}[{k.__name__}]'
l = LL('abc'); l += 'd'; print(l, len(l), l[0], l[-1], l[1:3], 'b' in l, l == LL('abcd'), l < LL('b'), l + [1], [0] + l, l * 2, bool(LL([1])), list(reversed(l)), {l: 1}[LL('abcd')], l(str.upper), LL[int], sorted([LL('b'), LL('a')]), max(LL([1, 5, 3])), sum(LL([1, 2])), ''.join(l), dict(zip(l, l(ord))), [*l, *l][:5], tuple(l), set(l) == set('abcd')); t(lambda: l[9]); a, *b = l; print(a, b); t(lambda: l @ 1); t(lambda: l - 1); t(lambda: LL(5)); t(setattr, Node(1), 'zz', 1)
# ---
# bank with decorators, properties, exceptions and logs
import functools, contextlib
log = []
class Overdraft(Exception):
    def __init__(self, need, have): super().__init__(f'need {need}, have {have}'); self.need, self.have = need, have
def logged(level='info'):
    def deco(f):
        @functools.wraps(f)
        def inner(*a, **k):
            try: r = f(*a, **k); log.append((level, f.__name__, a[1:], k, r)); return r
            except Exception as e: log.append(('error', f.__qualname__, type(e).__name__)); raise
        return inner
    return deco
class Account:
    _count = 0
    def __init_subclass__(cls, rate=0, **k): super().__init_subclass__(**k); cls.rate = rate
    def __init__(self, owner, balance=0): self.owner = owner; self._b = balance; Account._count += 1; self.id = Account._count
    @property
    def balance(self): return self._b
    @balance.setter
    def balance(self, v):
        if v < 0: raise Overdraft(-v, self._b)
        self._b = v
    @logged('warn')
    def withdraw(self, n, *, fee=0): self.balance -= n + fee; return self.balance
    @classmethod
    def of(cls, text): o, b = text.split(':'); return cls(o, int(b))
    @contextlib.contextmanager
    def hold(self, n):
        self.balance -= n
        try: yield self
        except Overdraft: raise
        else: pass
        finally: self._b += n
    def __format__(self, spec): return f'{self.owner}={self._b:{spec or "d"}}'
class Savings(Account, rate=3): pass
a = Account.of('ann:100'); s = Savings('sue', 50); print(a.withdraw(30, fee=5), f'{a} {s:>6}', Savings.rate, Account._count, type(s).__mro__[1].__name__); t(a.withdraw, 1000); t(lambda: setattr(a, 'balance', -1)); t(Account.of, 'bad'); t(Account.of, 'x:y')
with a.hold(10) as h: print(h.balance)
print(a.balance, log, Account.withdraw.__name__, Account.withdraw.__qualname__, Account.withdraw.__wrapped__ is not Account.withdraw)
try:
    with a.hold(5): a.withdraw(999)
except Overdraft as e: print(e, e.need, e.have, e.args, a.balance)
t(type, 'X', (Account,), {}, rte=1)
# ---
# small interpreter: tokenizer, parser, evaluator
import re
from dataclasses import dataclass
from typing import Any
TOK = re.compile(r'\s*(?:(?P<num>\d+(?:\.\d+)?)|(?P<name>[a-z_]\w*)|(?P<op>\*\*|[-+*/(),=]))')
def tokens(s):
    pos = 0
    while pos < len(s.rstrip()):
        m = TOK.match(s, pos)
        if not m: raise SyntaxError(f'bad character {s[pos]!r} at {pos}')
        pos = m.end(); yield m.lastgroup, m[m.lastgroup]
    yield 'end', ''
@dataclass(frozen=True)
class Num: v: float
@dataclass(frozen=True)
class Var: n: str
@dataclass(frozen=True)
class Bin: op: str; l: Any; r: Any
@dataclass(frozen=True)
class Call: f: str; a: tuple
class P:
    PREC = {'+': (1, 2), '-': (1, 2), '*': (3, 4), '/': (3, 4), '**': (6, 5)}
    def __init__(self, s): self.t = list(tokens(s)); self.i = 0
    def next(self): self.i += 1; return self.t[self.i - 1]
    def expr(self, least=0):
        k, v = self.next()
        match k, v:
            case 'num', _: left = Num(float(v) if '.' in v else int(v))
            case 'name', _ if self.t[self.i][1] == '(':
                self.next(); args = []
                while self.t[self.i][1] != ')':
                    args.append(self.expr())
                    if self.t[self.i][1] == ',': self.next()
                self.next(); left = Call(v, tuple(args))
            case 'name', _: left = Var(v)
            case 'op', '(': left = self.expr(); assert self.next()[1] == ')', 'expected )'
            case 'op', '-': left = Bin('-', Num(0), self.expr(5))
            case _: raise SyntaxError(f'unexpected {v!r}')
        while (p := self.PREC.get(self.t[self.i][1])) and p[0] >= least:
            op = self.next()[1]; left = Bin(op, left, self.expr(p[1]))
        return left
import operator, math
OPS = {'+': operator.add, '-': operator.sub, '*': operator.mul, '/': operator.truediv, '**': operator.pow}
def ev(n, env):
    match n:
        case Num(v): return v
        case Var(name): return env[name]
        case Bin(op, l, r): return OPS[op](ev(l, env), ev(r, env))
        case Call(f, a): return env[f](*(ev(x, env) for x in a))
env = {'pi': math.pi, 'max': max, 'x': 10}
for s in ('1 + 2 * 3', '2 ** 3 ** 2', '-x ** 2', '(1 + 2) * 3 - 4 / 2', 'max(1, x, 3) * 2', '2 * pi', '1 +', '1 $ 2', 'y', '1 / 0', '(1', 'max()', '1.5 * 4'): t(lambda: ev(P(s).expr(), env))
print(P('1 + 2 * x').expr(), hash(Num(1)) == hash(Num(1)), {Num(1): 2}[Num(1)])
# ---
# memo, closures, nonlocal, default arguments, late binding
def counter(start=0):
    n = start
    def inc(by=1):
        nonlocal n
        n += by
        return n
    def get(): return n
    inc.get = get
    return inc
c, d = counter(), counter(10); print(c(), c(5), d(), c.get(), d.get(), c.__closure__[0].cell_contents, inc_names := c.__code__.co_freevars)
fs = [lambda: i for i in range(3)]; gs = [lambda i=i: i for i in range(3)]; print([f() for f in fs], [g() for g in gs])
def acc(x, l=[]): l.append(x); return l
print(acc(1), acc(2), acc.__defaults__, acc(3, []), acc.__defaults__)
def outer():
    x = 'outer'
    class K:
        y = x
        x = 'class'
        def m(self): return x
        z = [x for _ in range(1)]
    return K().m(), K.y, K.x, K.z
print(outer()); x = 'global'
def f():
    try: print(x)
    except UnboundLocalError as e: print(e)
    x = 1
f()
def g():
    global newg
    newg = 5
    def h(): return newg
    return h()
print(g(), newg); t(lambda: eval('nonlocal_x')); 
def k():
    del_ = 1
    del del_
    try: del_
    except UnboundLocalError as e: print(e)
    def inner(): return later
    try: inner()
    except NameError as e: print(e)
    later = 3
    return inner()
print(k()); print([[y for y in range(x)] for x in range(3)], {x: [z for z in range(x) if z % 2] for x in (3, 4)}, (lambda *a, k=1, **kw: (a, k, kw))(1, 2, k=3, z=4)); t(lambda: [undefined_here for _ in [1]]); exec('def q(a, b=2): return a + b', ns := {}); print(ns['q'](1)); print(eval('x + y', {'x': 1}, {'y': 2}), (lambda: (yield))().__class__.__name__)
def mx(**kw): return list(kw)
print(mx(b=1, a=2, **{'c d': 3})); print(f.__name__, f.__module__, f.__doc__, f.__kwdefaults__, mx.__code__.co_flags & 8 == 8, mx.__code__.co_argcount, acc.__code__.co_varnames)
# ---
# iterators and generators pipeline
import itertools, collections
def numbers(n):
    for i in range(n): yield i
def evens(it): return (x for x in it if not x % 2)
def window(it, k):
    d = collections.deque(maxlen=k)
    for x in it:
        d.append(x)
        if len(d) == k: yield tuple(d)
def flatten(x):
    for i in x:
        if isinstance(i, (list, tuple)): yield from flatten(i)
        else: yield i
def averager():
    total = n = 0; avg = None
    while True:
        x = yield avg
        if x is None: return total, n
        total += x; n += 1; avg = total / n
def grouper():
    res = []
    while True:
        r = yield from averager(); res.append(r)
        if r[1] == 0: return res
print(list(evens(numbers(10))), list(window('abcde', 3)), list(flatten([1, [2, (3, [4])], 5]))); g = grouper(); next(g); print([g.send(x) for x in (10, 20, None, 5, None)]); t(g.send, None)
class Count:
    def __init__(s, n): s.n = n
    def __iter__(s): return s
    def __next__(s):
        if s.n <= 0: raise StopIteration
        s.n -= 1; return s.n
c = Count(3); print(list(c), list(c), next(iter(Count(1)), None), sum(Count(5)), max(Count(4)), dict(enumerate(Count(2))), [*Count(2)], 1 in Count(3), list(zip(Count(3), 'ab')), sorted(Count(3))); a, b, c_ = Count(3); print(a, b, c_); t(lambda: (lambda x, y: 0)(*Count(3)))
def two():
    a, b = Count(3)
t(two); it = iter([1, 2, 3]); print(list(zip(it, it)), next(it, 'none')); r = iter(lambda s=iter([1, 2, 0, 3]): next(s), 0); print(list(r)); e = enumerate('ab', 1); print(next(e), list(e)); m = map(lambda a, b: a + b, [1, 2], [10, 20, 30]); print(list(m)); print(list(filter(str.isdigit, 'a1b2')), list(reversed([1, 2])), list(itertools.takewhile(lambda x: x < 3, itertools.count()))); f = (x * y for x in range(3) for y in range(x)); print(list(f), list(f)); print({k: len(list(v)) for k, v in itertools.groupby(sorted('mississippi'))}); gen = (i for i in [1]); print(gen.__next__(), gen.gi_frame is not None); t(next, gen); print(gen.gi_frame)
def lazy():
    print('start'); yield 1; print('end')
z = lazy(); print('made'); print(next(z)); t(next, z); t(next, z); s = (i for i in range(3)); print(2 in s, list(s))
# ---
# text reports
import string, textwrap, collections, datetime
rows = [('ann', 30, 1234.5, True), ('bob', 4, -7.25, False), ('zoë', 101, 0.0, None)]
head = ('name', 'age', 'total', 'ok'); widths = [max(len(str(r[i])) for r in [head, *rows]) for i in range(4)]
print(' | '.join(f'{h:^{w}}' for h, w in zip(head, widths))); print('-+-'.join('-' * w for w in widths))
for n, a, x, ok in rows: print(f'{n:<{widths[0]}} | {a:>{widths[1]}} | {x:>{widths[2]},.1f} | {ok!s:>{widths[3]}}')
print('%-10s|%5d|%+.2e|%r' % ('left', 42, 1234.5678, 'q'), '{0:>{w}} {name!r:<8} {d:%Y-%m}'.format('r', w=5, name='n', d=datetime.date(2024, 5, 6)), f'{1234567.891:_.2f} {255:#010x} {0.1256:.1%} {-5:05d} {"é":*^5} {3:b} {10**9:,}')
t_ = string.Template('$name is ${age}y, $$5'); print(t_.substitute(name='x', age=3), t_.safe_substitute(name='y')); print(textwrap.fill('word ' * 12, 24, initial_indent='- ', subsequent_indent='  ')); print(textwrap.indent(textwrap.dedent('''
    a
      b
    c'''), '> ')); c = collections.Counter('the quick the lazy the'.split()); print(*(f'{w}:{n}' for w, n in c.most_common()), sep='; ', end='.\n'); print('a,b;c d'.replace(';', ',').split(','), 'k=v;x=y'.partition(';'), dict(p.split('=') for p in 'k=v;x=y'.split(';')), '  pad '.strip().center(9, '.'), 'CamelCaseWord'.swapcase(), ''.join(f'_{ch.lower()}' if ch.isupper() else ch for ch in 'camelCaseWord'), 'ab\tc'.expandtabs(4), 'x'.join('abc'), 'tEST'.capitalize(), 'they\'re here'.title(), repr('tab\t"\''), 'a\nb\r\nc'.splitlines(), 'abc'.translate({97: None, 98: 'BB'}), 'ß'.upper(), 'straße'.casefold() == 'STRASSE'.casefold(), 'αβγ'.encode('utf-8'), b'\xce\xb1'.decode(), '½'.isnumeric(), '٣'.isdigit(), int('٣'), 'abc' < 'abd', max('hello'), sorted('bca', reverse=True), 'abc'[::-1], 'a' * 0 == '', 'na' in 'banana', 'banana'.count('an'), 'banana'.rfind('an'), 'x=%s' % (1,), '%s' % [1, 2], '%%', '{:{}}'.format('a', '>3'))
# ---
# dates for a schedule
from datetime import date, datetime, timedelta, timezone, time
import calendar
d0 = date(2024, 1, 31)
def add_months(d, n):
    y, m = divmod(d.year * 12 + d.month - 1 + n, 12); return d.replace(year=y, month=m + 1, day=min(d.day, calendar.monthrange(y, m + 1)[1]))
print([add_months(d0, i).isoformat() for i in (-13, -1, 0, 1, 2, 11, 13, 25)]); week = [d0 + timedelta(days=i - d0.weekday()) for i in range(7)]; print([f'{d:%a %d}' for d in week], d0.isocalendar()[:2], (d0 - date(2023, 12, 25)).days, d0.timetuple().tm_yday, d0.strftime('%U %W %j'))
dt = datetime(2024, 3, 10, 23, 30, tzinfo=timezone.utc); tz = timezone(timedelta(hours=-5), 'EST'); print(dt.astimezone(tz), dt.astimezone(tz).date(), dt + timedelta(hours=1), (dt + timedelta(minutes=45)).isoformat(), dt.timestamp(), datetime.fromtimestamp(0, tz), dt == dt.astimezone(tz), dt - dt.astimezone(tz), sorted([dt, dt - timedelta(1)])[0].day, max(dt, dt + timedelta(microseconds=1)).microsecond, dt.replace(tzinfo=None) < datetime.max, datetime.strptime('10/Mar/2024:23:30:00 +0000', '%d/%b/%Y:%H:%M:%S %z') == dt, f'{dt:%H:%M %Z}', dt.utctimetuple().tm_hour, time(23, 59) > time(1), time.fromisoformat('04:05:06.789').microsecond, timedelta(hours=25, minutes=61), str(timedelta(seconds=-1)), timedelta(weeks=1) / timedelta(days=2), timedelta(days=1).total_seconds(), divmod(timedelta(hours=7), timedelta(hours=2)), repr(timedelta(milliseconds=1500)), sum((timedelta(minutes=i) for i in range(4)), timedelta()))
age = lambda b, on: on.year - b.year - ((on.month, on.day) < (b.month, b.day)); print(age(date(2000, 2, 29), date(2024, 2, 28)), age(date(2000, 2, 29), date(2024, 2, 29)), [y for y in range(2000, 2013) if calendar.isleap(y)], [date(2024, m, 13).strftime('%b') for m in range(1, 13) if date(2024, m, 13).weekday() == 4]); t(lambda: date(2024, 2, 30)); t(lambda: datetime(2024, 1, 1) < dt); t(lambda: date.today() - 5); t(lambda: timedelta(1) < 1); t(datetime.strptime, '2024-13-01', '%Y-%m-%d')
# ---
# numbers in base and bits
def to_base(n, b, digits='0123456789abcdefghijklmnopqrstuvwxyz'):
    if n < 0: return '-' + to_base(-n, b)
    out = ''
    while True:
        n, r = divmod(n, b); out = digits[r] + out
        if not n: return out
print([to_base(n, b) for n, b in ((255, 16), (-5, 2), (0, 7), (10 ** 20, 36))], all(int(to_base(n, b), b) == n for n in range(-50, 50) for b in (2, 3, 16, 36)), bin(-5), oct(64), hex(-255), f'{5:08b}', (1 << 100).bit_length(), (0b1011).bit_count(), ~7, -7 >> 1, 5 & -4, 0xff ^ 0x0f, (2 ** 64 - 1).to_bytes(8, 'little').hex(), int.from_bytes(b'\x80\x00', signed=True), (-1).to_bytes(2, signed=True), 10 ** 30 // 7, -10 ** 30 % 7, pow(7, 10 ** 18, 10 ** 9 + 7), pow(3, -1, 11), divmod(-7.5, 2), round(-2.5), round(1e20), round(123456, -2), 0.1 + 0.2 == 0.3, abs(0.1 + 0.2 - 0.3) < 1e-9, 1e308 * 10, -1e308 * 10, float('nan') != float('nan'), 3.0.is_integer(), (0.5).as_integer_ratio(), 7.0 // 2, -7 // 2.0, 1_000_000, 0x_ff, 1e3, 5 == 5.0 == 5 + 0j, hash(2 ** 61 - 1), hash(-1), int(3.99), int(-3.99), complex(1, -1) * 1j, abs(-3 + 4j), (1 + 2j).conjugate(), 2 ** 0.5, 10 ** -2, (-8) ** 2, -8 ** 2, True + 1, sum([0.1] * 3), 7 % -3, -7 % 3, 7.5 % -2)
import math, fractions, decimal, statistics
print(math.gcd(12, 18, 27), math.lcm(4, 6), math.comb(5, 2), math.perm(5, 2), math.isqrt(99), math.factorial(20), math.prod([1, 2, 3]), math.fsum([0.1] * 10), math.isclose(0.1 + 0.2, 0.3), math.hypot(3, 4), math.trunc(-2.7), math.floor(-2.5), math.ceil(-2.5), math.copysign(1, -0.0), math.modf(-2.5), math.frexp(8), math.ldexp(0.5, 4), math.log(8, 2), math.log2(8), math.log10(1000), math.exp(0), math.sqrt(2), math.pi, math.degrees(math.pi), math.radians(180), math.sin(0), math.atan2(1, 1), math.dist((0, 0), (3, 4)), math.nextafter(1, 2), math.ulp(1.0), math.remainder(7, 3), math.fmod(-7, 3), math.sumprod([1, 2], [3, 4]), math.inf > 10 ** 400, math.isnan(math.nan)); print(fractions.Fraction('0.125') + fractions.Fraction(1, 8), decimal.Decimal('0.1') * 3, decimal.Decimal(1) / 3, statistics.mean([1, 2, 3, 4]), statistics.stdev([1, 2, 3, 4])); t(math.sqrt, -1); t(math.log, 0); t(math.factorial, -1); t(math.factorial, 1.5); t(math.comb, -1, 2); t(math.exp, 1000); t(math.gcd, 1.5); t(math.isqrt, -1)
