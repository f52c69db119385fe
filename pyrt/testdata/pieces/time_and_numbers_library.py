def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(f"{type(e).__name__}: {e}")

# ---
# contextlib
import contextlib, asyncio, io, sys
from contextlib import *
@contextmanager
def cm(x, swallow=False):
    print('enter', x)
    try: yield x
    except ValueError as e:
        print('caught', e)
        if not swallow: raise
    finally: print('exit', x)
with cm(1) as a, cm(2) as b: print(a, b)
try:
    with cm('v'): raise ValueError('boom')
except ValueError as e: print('out', e)
with cm('s', True): raise ValueError('sw')
@contextmanager
def bad0():
    if 0: yield
@contextmanager
def bad2(): yield 1; yield 2
@contextmanager
def bad3():
    try: yield
    except Exception: yield
@contextmanager
def si():
    yield
t(lambda: bad0().__enter__()); t(lambda: exec('with bad2(): pass')); t(lambda: exec('with bad3(): 1 / 0')); t(lambda: exec('with si(): raise StopIteration("x")')); 
@cm('deco')
def f(q): return q * 2
print(f(4), f(5)); t(lambda: cm()); print(type(cm(3)).__name__, isinstance(cm(3), AbstractContextManager), isinstance(5, AbstractContextManager))
class C:
    def close(self): print('closed')
with closing(C()) as c: print(type(c).__name__)
with suppress(KeyError, ZeroDivisionError): 1 / 0
with suppress(ValueError): print('in')
t(lambda: exec('with suppress(KeyError): 1 / 0'))
try:
    with suppress(ValueError): raise ExceptionGroup('g', [ValueError(1), TypeError(2)])
except ExceptionGroup as e: print(repr(e))
with redirect_stdout(io.StringIO()) as s: print('hidden')
print(repr(s.getvalue())); 
with nullcontext(5) as n: print(n)
with ExitStack() as st:
    st.enter_context(cm('a')); st.callback(print, 'cb', 1, sep='-'); st.push(lambda *e: print('push', e[0])); st.push(cm('unentered')) if 0 else None
    @st.callback
    def last(): print('deco cb')
    print('body')
def run():
    with ExitStack() as st:
        st.callback(lambda: 1 / 0); st.push(lambda t, v, tb: print('saw', t.__name__) or True)
        st.callback(lambda: {}['k'])
try: run(); print('swallowed')
except Exception as e: print(repr(e), repr(e.__context__))
def run2():
    with ExitStack() as st:
        st.callback(lambda: {}['k']); raise ValueError('first')
try: run2()
except KeyError as e: print(repr(e), repr(e.__context__))
st = ExitStack(); st.callback(print, 'later'); st2 = st.pop_all(); st.close(); print('between'); st2.close(); t(lambda: ExitStack().enter_context(5)); t(lambda: ExitStack().push(5)); 
class CD(ContextDecorator):
    def __enter__(self): print('cd in'); return self
    def __exit__(self, *e): print('cd out'); return True
@CD()
def g(): raise ValueError
print(g())
@asynccontextmanager
async def acm(x):
    print('aenter', x)
    try: yield x
    finally: print('aexit', x)
async def main():
    async with acm(1) as a: print(a)
    async with AsyncExitStack() as s:
        await s.enter_async_context(acm(2)); s.enter_context(cm(3)); s.push_async_callback(co, 'x'); s.callback(print, 'sync cb')
        @s.push_async_exit
        async def ex(*e): print('aex', e[0])
    try:
        async with acm(9): raise ValueError('in async')
    except ValueError as e: print(e)
    async with aclosing(agen()) as ag:
        async for v in ag: print(v); break
    async with nullcontext(7) as z: print(z)
    try:
        async with AsyncExitStack() as s: await s.enter_async_context(5)
    except TypeError as e: print(e)
async def co(x): print('co', x)
async def agen():
    try: yield 1; yield 2
    finally: print('agen closed')
asyncio.run(main())
class W:
    def __enter__(self): return 1
t(lambda: exec('with W(): pass')); t(lambda: exec('with 5: pass')); t(lambda: exec('async def f():\n async with cm(1): pass\nimport asyncio; asyncio.run(f())')); t(lambda: exec('with acm(1): pass')); print(chdir.__name__, AbstractContextManager.__abstractmethods__, AbstractAsyncContextManager.__name__)
# ---
# datetime
from datetime import *
import datetime as D, time
d = date(2024, 2, 29); dt = datetime(2024, 2, 29, 13, 5, 9, 123456, tzinfo=timezone(timedelta(hours=5, minutes=30))); tm = time_ = D.time(1, 2, 3, 4, fold=1); td = timedelta(days=-1, seconds=5, microseconds=7)
print(d, repr(d), dt, repr(dt), tm, repr(tm), td, repr(td), timedelta(0), timedelta(1), timedelta(hours=30), timedelta(days=2, microseconds=1), str(timedelta(days=-5)), timedelta.max, timedelta.min, timedelta.resolution, timezone.utc, repr(timezone.utc), repr(timezone(timedelta(hours=-3), 'X')), timezone(timedelta(seconds=3661)), date.min, datetime.max, D.UTC is timezone.utc)
print(d.isoformat(), dt.isoformat(), dt.isoformat(' ', 'minutes'), dt.isoformat(timespec='milliseconds'), tm.isoformat('hours'), d.ctime(), dt.ctime(), d.isocalendar(), d.isocalendar().week, d.weekday(), d.isoweekday(), d.toordinal(), date.fromordinal(1), d.timetuple(), dt.utctimetuple(), dt.timetz(), dt.time(), dt.date(), dt.utcoffset(), dt.tzname(), dt.dst(), dt.timestamp(), d.replace(year=2023, day=1), dt.replace(tzinfo=None), dt.replace(fold=1).fold, tm.replace(hour=5), dt.astimezone(timezone.utc), datetime.combine(d, tm), date.fromisocalendar(2024, 9, 4))
print(d - date(2024, 1, 1), d + timedelta(1), d - timedelta(366), dt - timedelta(days=1, hours=3), dt - datetime(2024, 1, 1, tzinfo=timezone.utc), td * 3, td / 2, td // timedelta(hours=1), td % timedelta(hours=1), divmod(td, timedelta(hours=1)), td / timedelta(seconds=1), -td, abs(td), +td, td * 1.5, td / 0.3, td // 7, td.total_seconds(), td < timedelta(0), bool(timedelta(0)), td == timedelta(seconds=-86395, microseconds=7), hash(td) == hash(timedelta(days=-1, seconds=5, microseconds=7)), d < date(2025, 1, 1), d == dt, date(2024, 2, 29) == datetime(2024, 2, 29), datetime(2024, 1, 1) == datetime(2024, 1, 1, tzinfo=timezone.utc), sum([timedelta(1), timedelta(2)], timedelta()))
for fmt in ('%Y-%m-%d %H:%M:%S.%f%z', '%a %A %b %B %p %I %j %U %W %V %G %u %w %y %C %e', '%c|%x|%X', '%D %F %T %R %r', '%%%n%t|', '%Z', '%:z', '%s' if 0 else '%h', '%-d' if 0 else '%d', '%é', '%'): print(repr(dt.strftime(fmt)), repr(d.strftime(fmt)) if fmt != '%:z' else '', repr(tm.strftime(fmt)), f'{d:{fmt}}' if fmt not in ('%',) else '')
for s in ('2024-02-29', '20240229', '2024-W09-4', '2024W094', '2024-W09', 'xx', '2024-13-01', '2024-02-30', '2024-2-9', '', '2024-02-29T', '2024-060', '2024/02/29', '-024-01-01', '２０２４-01-01'): t(date.fromisoformat, s)
for s in ('2024-02-29T13:05:09', '2024-02-29 13:05', '2024-02-29T13', '20240229T130509', '2024-02-29T13:05:09.1', '2024-02-29T13:05:09.123456789', '2024-02-29T13:05:09,5', '2024-02-29T13:05:09Z', '2024-02-29T13:05:09+05:30', '2024-02-29T13:05:09-0530', '2024-02-29T13:05:09+05:30:15.5', '2024-02-29T24:00', '2024-02-29T24:01', '2024-02-29T25:00', '2024-02-29x13:05', '2024-02-29', 'nope', '2024-02-29T13:5', '2024-02-29T13:05:09+24:00', '2024-W09-4T10:00', '2024-02-29T13:05:09 Z', '2024-02-29T13:05:09+'): t(datetime.fromisoformat, s)
for s in ('13:05', '13', 'T13:05:09.5', '130509', '25:00', '13:60', '13:05Z', '13:05+01', 'x', '', '24:00'): t(D.time.fromisoformat, s)
for f in (lambda: date(2024, 13, 1), lambda: date(2023, 2, 29), lambda: date(0, 1, 1), lambda: date(10000, 1, 1), lambda: date('2024', 1, 1), lambda: date(2024), lambda: date(2024.0, 1, 1), lambda: datetime(2024, 1, 1, 24), lambda: datetime(2024, 1, 1, 0, 60), lambda: datetime(2024, 1, 1, tzinfo=5), lambda: datetime(2024, 1, 1, fold=2), lambda: datetime(2024), lambda: D.time(24), lambda: D.time('a'), lambda: D.time(1, 2, 3, 10 ** 6), lambda: timedelta(10 ** 9), lambda: timedelta('a'), lambda: timedelta(days=1e400 if 0 else float('inf')), lambda: timedelta(days=float('nan')), lambda: timedelta(1) / 0, lambda: timedelta(1) // timedelta(0), lambda: timedelta(1) + 1, lambda: 1 - timedelta(1), lambda: timedelta(1) * 'a', lambda: timedelta(1) < 5, lambda: date.max + timedelta(1), lambda: d - 5, lambda: d + d, lambda: d < 5, lambda: d < dt, lambda: datetime.now() - dt, lambda: datetime(2024, 1, 1) < dt, lambda: datetime(2024, 1, 1) - dt, lambda: timezone(5), lambda: timezone(timedelta(hours=24)), lambda: timezone(timedelta(0), 5), lambda: timezone.utc.utcoffset(5), lambda: dt.replace(hour=25), lambda: datetime.strptime('2024-02-30', '%Y-%m-%d'), lambda: datetime.strptime('x', '%Y'), lambda: datetime.strptime('2024 x', '%Y'), lambda: datetime.strptime('a', '%Q'), lambda: datetime.strptime('2024', '%'), lambda: datetime.strptime('29 Feb 2024 1:05 PM +0530', '%d %b %Y %I:%M %p %z'), lambda: datetime.strptime('2024-09-4', '%G-%V-%u'), lambda: datetime.strptime('2024 09 4', '%Y %W %w'), lambda: datetime.strptime('24', '%y'), lambda: datetime.strptime('69', '%y'), lambda: datetime.strptime('060 2024', '%j %Y'), lambda: datetime.strptime('12:00:00.5', '%H:%M:%S.%f'), lambda: datetime.strptime('utc', '%Z'), lambda: datetime.strptime('thursday', '%A'), lambda: date.strptime('2024-01-02', '%Y-%m-%d'), lambda: D.time.strptime('10:20', '%H:%M'), lambda: datetime.fromtimestamp(0, timezone.utc), lambda: datetime.fromtimestamp(1.5, timezone.utc), lambda: datetime.fromtimestamp(-1.000001, timezone.utc), lambda: date.fromtimestamp(86400 * 365), lambda: datetime.utcfromtimestamp(0) if 0 else 1, lambda: date.fromordinal(0), lambda: date.fromisocalendar(2023, 53, 1), lambda: datetime.combine(d, 5), lambda: datetime.combine(1, tm), lambda: hash(d) == hash(date(2024, 2, 29)), lambda: d.year, lambda: tzinfo().utcoffset(None), lambda: datetime(2024, 1, 1, tzinfo=timezone.utc).__reduce__()[0] is datetime, lambda: dt.isoformat(timespec='x'), lambda: datetime.min - timedelta(1), lambda: tm < D.time(2), lambda: tm < D.time(1, tzinfo=timezone.utc), lambda: D.time(1, tzinfo=timezone.utc).utcoffset(), lambda: bool(D.time(0))): t(f)
class TZ(tzinfo):
    def utcoffset(self, x): return timedelta(hours=2)
    def dst(self, x): return timedelta(hours=1)
    def tzname(self, x): return 'TZ'
z = datetime(2024, 6, 1, 12, tzinfo=TZ()); print(z, z.tzname(), z.dst(), z.astimezone(timezone.utc), z.utctimetuple(), timezone.utc.fromutc(datetime(2024, 1, 1, tzinfo=timezone.utc)), z.isoformat())
class Sub(datetime):
    def __new__(cls, *a, **k): o = super().__new__(cls, *a, **k); o.extra = 1; return o
s = Sub(2024, 1, 1); print(type(s + timedelta(1)).__name__, type(s.replace(day=2)).__name__, s.extra, repr(s), type(Sub.fromisoformat('2024-01-01')).__name__, type(Sub.now()).__name__, isinstance(s, date)); import copy; print(copy.copy(dt) == dt, copy.deepcopy(td), {d: 1}[date(2024, 2, 29)], sorted([d, date.min])[0], max(td, timedelta(0)))
# ---
# zoneinfo and calendar
import zoneinfo, calendar, datetime as D
from zoneinfo import ZoneInfo
ny = ZoneInfo('America/New_York'); utc = D.timezone.utc
for x in (D.datetime(2024, 3, 10, 1, 59), D.datetime(2024, 3, 10, 2, 30), D.datetime(2024, 3, 10, 2, 30, fold=1), D.datetime(2024, 3, 10, 3), D.datetime(2024, 11, 3, 1, 30), D.datetime(2024, 11, 3, 1, 30, fold=1), D.datetime(1900, 1, 1), D.datetime(1850, 1, 1), D.datetime(2050, 7, 1), D.datetime(2037, 12, 31), D.datetime(1970, 1, 1)):
    y = x.replace(tzinfo=ny); print(y, y.utcoffset(), y.dst(), y.tzname(), y.astimezone(utc), y.timestamp())
for z in ('Europe/London', 'Asia/Kolkata', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Africa/Casablanca', 'America/Sao_Paulo', 'Pacific/Apia', 'UTC', 'Etc/GMT+5', 'EST', 'Europe/Dublin', 'Asia/Tehran'):
    k = ZoneInfo(z); print(z, [D.datetime(y, m, 15, 12, tzinfo=utc).astimezone(k).isoformat() for y, m in ((1950, 1), (1999, 7), (2024, 1), (2024, 7), (2045, 6))], D.datetime(2024, 7, 1, tzinfo=k).tzname(), D.datetime(2024, 7, 1, tzinfo=k).dst())
print(repr(ny), str(ny), ny.key, ny is ZoneInfo('America/New_York'), ny is ZoneInfo.no_cache('America/New_York'), ny == ZoneInfo('America/New_York'), D.time(1, tzinfo=ny).utcoffset(), D.time(1, tzinfo=ZoneInfo('UTC')).utcoffset(), ny.utcoffset(None)); t(ZoneInfo, 'Nope/Nope'); t(ZoneInfo, '../etc/passwd'); t(ZoneInfo, '/etc'); t(ZoneInfo, ''); t(ZoneInfo, 5)
print(D.datetime(2024, 3, 31, 12, tzinfo=ny) - D.datetime(2024, 3, 1, 12, tzinfo=ny), D.datetime(2024, 3, 31, 12, tzinfo=ny) - D.datetime(2024, 3, 1, 12, tzinfo=utc), D.datetime(2024, 3, 9, 12, tzinfo=ny) + D.timedelta(1))
c = calendar.TextCalendar(6); print(c.formatmonth(2024, 2)); print(calendar.calendar(2023, m=4)); print(calendar.month(2024, 12, w=3, l=1)); h = calendar.HTMLCalendar(); print(h.formatmonth(2024, 2)); print(calendar.monthrange(2023, 2), calendar.leapdays(2000, 2025), calendar.isleap(2100), calendar.weekday(2024, 2, 29), calendar.weekheader(2), calendar.monthcalendar(2024, 9), list(calendar.month_abbr), calendar.day_name[0], calendar.firstweekday(), list(calendar.Calendar(3).iterweekdays()), calendar.Calendar().itermonthdays2(2024, 2).__next__(), [str(x) for x in list(calendar.Calendar().itermonthdates(2024, 2))[:2]], list(calendar.Calendar().itermonthdays4(2024, 2))[0], calendar.Calendar().monthdays2calendar(2024, 2)[0], len(calendar.Calendar().yeardayscalendar(2024, 3)), calendar.timegm((2024, 2, 29, 0, 0, 0)), calendar.JANUARY, calendar.Month(3), calendar.Day.SUNDAY, calendar.SUNDAY, calendar.EPOCH); t(calendar.monthrange, 2024, 13); t(calendar.setfirstweekday, 7); t(calendar.weekday, 2024, 2, 30); t(lambda: calendar.month_name[13]); t(calendar.Calendar, 'x') if 0 else None; t(calendar.IllegalMonthError, 5); print(calendar.LocaleTextCalendar().formatweekday(0, 3) if 0 else '')
# ---
# decimal
from decimal import *
import decimal
D = Decimal
print(D('1.10'), D(1.1), D('1e5'), D('-0'), D('Infinity'), D('NaN'), D('sNaN123'), D((1, (1, 2, 3), -2)), D(10) / 3, D('1.1') + D('2.2'), D(7) // 2, D(-7) // 2, D(-7) % 3, divmod(D(-7), 3), D(2) ** 10, D(2) ** D('0.5'), D(2) ** -2, -D('1.0'), +D('1.23456789012345678901234567890'), abs(D(-3)), D('1E+3').normalize(), D('100').normalize(), D('1.50').quantize(D('1')), D('2.5').quantize(D('1')), D('2.5').quantize(D('1'), ROUND_HALF_UP), D('-2.5').quantize(D('1'), ROUND_FLOOR), D('1.005').quantize(D('.01')), round(D('2.675'), 2), round(D('2.5')), int(D('-3.9')), float(D('1.5')), D('3').sqrt(), D(2).exp(), D(10).ln(), D(100).log10(), D('1e-10'), D('123456789e3'), D('0.0000001'), D('0E-10'), D('1E+10'), str(D('12E2')), D('12E2').to_eng_string(), repr(D('1')), hash(D('1.0')) == hash(1), D('1.0') == 1 == D('1.00'), D('0.1') == 0.1, D('0.5') == 0.5, D(1) < 2.5, D('NaN') == D('NaN'), sorted([D('1.5'), 1, D('-2')]), max(D(1), 2), sum([D('.1')] * 3))
for s in ('d', '.2f', '10.3f', ',.2f', '+', 'e', '.3e', 'g', '.3g', '%', '.1%', '010', '<10', '^12.1f', '_', 'n', 'x', '>10,.3f', '#', ' .2f', 'E', '=+10', '\u00e9>8', '.0f', '020,.2f', 'z.1f'): print(s, [f'{type(e).__name__}:{e}' if (e := None) or (r := (lambda: (lambda v: v)(format(x, s)))) is None else (lambda r: r)(__import__('builtins').eval('(lambda f: f())(r)') if 0 else (lambda: [z for z in [None]] and None)()) for x in ()], end=' '); [t(format, x, s) for x in (D('1234.5678'), D('-0.005'), D('1E+20'), D('NaN'))]
for f in (lambda: D('abc'), lambda: D(''), lambda: D('1 2'), lambda: D(None), lambda: D([1]), lambda: D((2, (1,), 0)), lambda: D(1) / 0, lambda: D(0) / 0, lambda: D(1) % 0, lambda: D(1) // 0, lambda: D('Inf') - D('Inf'), lambda: D('sNaN') + 1, lambda: D(-1).sqrt(), lambda: D(-1).ln(), lambda: D(0).ln(), lambda: D('NaN') < 1, lambda: int(D('NaN')), lambda: int(D('Inf')), lambda: D(1) + 1.5, lambda: 1.5 + D(1), lambda: D(1) + 'a', lambda: D(0) ** 0, lambda: D(-8) ** D('0.5'), lambda: D(10) ** 10 ** 20, lambda: D('1e999999') * 10, lambda: D('1e999999').exp() if 0 else D(1), lambda: D('1').quantize(D('1e-50')), lambda: D('1_000.5'), lambda: D(' 1.5 '), lambda: D('١٢'), lambda: D('1.').as_tuple(), lambda: D('1.25').as_integer_ratio(), lambda: D('Inf').as_integer_ratio(), lambda: D('1.5').is_integer() if hasattr(D, 'is_integer') else None, lambda: D('1.5').to_integral_value(), lambda: D('1.5').to_integral_exact(), lambda: D('123.456').adjusted(), lambda: D('1.2').copy_sign(D(-1)), lambda: D('1.2').compare(D('1.20')), lambda: D('1.2').compare_total(D('1.20')), lambda: D('10').same_quantum(D('1')), lambda: D('5').fma(2, 3), lambda: D('7').remainder_near(4), lambda: D('1101').logical_and(D('1011')), lambda: D('123').rotate(1), lambda: D('123').shift(-1), lambda: D('1.1').next_plus(), lambda: D('1.1').next_toward(2), lambda: D('1.10').number_class(), lambda: D('0').is_zero(), lambda: D('1E-400').is_subnormal(), lambda: D('12').scaleb(3), lambda: D('0.00123').logb(), lambda: D('1').is_signed(), lambda: D('1.1').max(D('NaN')), lambda: D('-5').max_mag(D(3)), lambda: D('1.5').canonical(), lambda: D('1.5').conjugate(), lambda: D('1.5').real, lambda: D.from_float(0.1), lambda: D.from_number(5), lambda: D.from_number('5'), lambda: round(D('1.5'), 'a'), lambda: D('1.5').__round__(None), lambda: D(3).__floor__(), lambda: D('2.5').__ceil__(), lambda: complex(D(2)), lambda: bool(D(0)), lambda: D('1.5').__trunc__(), lambda: hash(D('sNaN')), lambda: D('1.5').__reduce__()): t(f)
with localcontext() as ctx:
    ctx.prec = 5; print(D(1) / 3, D('123456.789') + 0, ctx.flags[Inexact], getcontext().prec); ctx.rounding = ROUND_UP; print(D(1) / 3, D('1.000001') + 0); ctx.traps[DivisionByZero] = False; print(D(1) / 0); ctx.traps[Inexact] = True; t(lambda: D(1) / 3)
print(Context(prec=3).divide(D(1), D(3)), Context(prec=3).create_decimal('1.23456'), BasicContext.prec, ExtendedContext.traps[DivisionByZero], DefaultContext.rounding, getcontext().sqrt(2), getcontext().power(2, 3, 5), getcontext().to_sci_string(D('1e5'))); t(Context, prec=0); t(Context, rounding='x'); 
with localcontext(prec=3) as c: print(D(1) / 7, c.Emax)
getcontext().clear_flags(); D(1) / 3; print([str(s.__name__) for s, v in getcontext().flags.items() if v], InvalidOperation.__mro__, issubclass(DivisionByZero, ZeroDivisionError), decimal.MAX_PREC, decimal.HAVE_THREADS, ROUND_05UP); import copy, math; print(copy.deepcopy(D('1.5')), math.floor(D('1.5')), math.sqrt(D(4)), '%.2f' % D('1.5'), '%d' % D('3.9'), '%s' % D('1.50'), isinstance(D(1), __import__('numbers').Number), D('1.5') in {1.5}, {D('1.5'): 'x'}[1.5])
# ---
# random with seeds
import random
r = random.Random(42); print([r.random() for _ in range(3)], [r.randint(1, 100) for _ in range(5)], r.randrange(0, 100, 7), r.choice('abcdef'), r.choices([1, 2, 3], k=5), r.choices('ab', weights=[1, 9], k=6), r.choices('ab', cum_weights=[1, 2], k=3), r.sample(range(100), 5), r.sample('abc', 3), r.sample([1, 2], counts=[3, 1], k=3), r.uniform(1, 2), r.getrandbits(70), r.randbytes(5), r.triangular(0, 10, 3), r.gauss(0, 1), r.gauss(), r.normalvariate(), r.expovariate(1.5), r.betavariate(1, 2), r.lognormvariate(0, 1), r.paretovariate(3), r.weibullvariate(1, 1.5), r.vonmisesvariate(0, 4), r.gammavariate(2, 3), r.gammavariate(0.5, 1), r.binomialvariate(10, 0.3), r.binomialvariate(1000, 0.4))
l = list(range(10)); r.shuffle(l); print(l)
for s in (0, 1, -5, 2 ** 80, 'text', b'bytes', 1.5, None and 0, bytearray(b'x'), True, ''): print(repr(s), random.Random(s).random() if s is not None else '-', random.Random(s).getrandbits(32) if s is not None else '-')
random.seed(7); print(random.random(), random.randint(0, 9), random.choice([1, 2]), random.getstate()[0]); st = random.getstate(); a = random.random(); random.setstate(st); print(a == random.random()); r = random.Random(); r.seed('abc', version=1); print(r.random()); r.seed(5); print(r.randrange(10 ** 30), r.randrange(-5, 5), r.randrange(10))
for f in (lambda: random.randint(5, 1), lambda: random.randrange(0), lambda: random.randrange(1, 10, 0), lambda: random.randrange(1.5), lambda: random.choice([]), lambda: random.choice({1}), lambda: random.sample([1], 2), lambda: random.sample({1, 2}, 1), lambda: random.sample([1], -1), lambda: random.choices([], k=1), lambda: random.choices([1], weights=[0]), lambda: random.choices([1, 2], weights=[1]), lambda: random.choices([1], weights=[1], cum_weights=[1]), lambda: random.shuffle((1, 2)), lambda: random.getrandbits(-1), lambda: random.getrandbits(0), lambda: random.seed([]), lambda: random.setstate(5), lambda: random.Random([]), lambda: random.uniform('a', 1), lambda: random.sample([1, 2], counts=[1], k=1), lambda: random.randrange('a'), lambda: random.expovariate(0), lambda: random.binomialvariate(-1), lambda: random.binomialvariate(5, 2), lambda: random.gammavariate(-1, 1)): t(f)
class R(random.Random):
    def random(self): return 0.25
print(R().random(), R().choice([1, 2, 3, 4]), R().uniform(0, 8), random.Random(3).sample(range(10 ** 9), 3), [random.Random(i).random() for i in range(3)])
# ---
# uuid
import uuid
U = uuid.UUID; u = U('12345678-1234-5678-1234-567812345678')
print(u, repr(u), u.hex, u.int, u.bytes, u.bytes_le, u.fields, u.time_low, u.time_mid, u.time_hi_version, u.clock_seq_hi_variant, u.clock_seq_low, u.node, u.urn, u.version, u.variant, u.time, u.clock_seq, U('{12345678123456781234567812345678}'), U('urn:uuid:12345678-1234-5678-1234-567812345678'), U(int=5), U(bytes=b'0123456789abcdef'), U(bytes_le=b'0123456789abcdef'), U(fields=(1, 2, 3, 4, 5, 6)), U(int=0), u == U(str(u)), u != 'x', u < U(int=0), hash(u) == hash(U(str(u))), str(u).upper(), u.is_safe, int(u) == u.int)
for ns in (uuid.NAMESPACE_DNS, uuid.NAMESPACE_URL, uuid.NAMESPACE_OID, uuid.NAMESPACE_X500): print(ns, uuid.uuid3(ns, 'python.org'), uuid.uuid5(ns, 'python.org'), uuid.uuid5(ns, 'é'), uuid.uuid3(ns, b'raw'))
for g in (uuid.uuid4, uuid.uuid1, uuid.uuid6, uuid.uuid7, uuid.uuid8): x = g(); print(g.__name__, x.version, x.variant, len(str(x)), x != g(), type(x).__name__)
print(uuid.uuid8(1, 2, 3), uuid.uuid8(0x123456789abc, 0xfff, 0x3fffffffffffffff), uuid.uuid1(5, 6).node, uuid.uuid1(5, 6).clock_seq, uuid.uuid6(5, 6).node, uuid.NIL, uuid.MAX, U('c232ab00-9414-11ec-b3c8-9f6bdeced846').time, U('1ec9414c-232a-6b00-b3c8-9f6bdeced846').time, U('1ec9414c-232a-6b00-b3c8-9f6bdeced846').version, U('017f22e2-79b0-7cc3-98c4-dc0c0c07398f').time, U(int=5, version=4), U('12345678123456781234567812345678', version=5))
for f in (lambda: U('x'), lambda: U(''), lambda: U(), lambda: U(hex='1' * 32, int=5), lambda: U(int=-1), lambda: U(int=2 ** 128), lambda: U(bytes=b'x'), lambda: U(bytes_le=b'x'), lambda: U(fields=(1,)), lambda: U(fields=(2 ** 32, 1, 1, 1, 1, 1)), lambda: U('1' * 32, version=9), lambda: setattr(u, 'int', 5), lambda: u < 5, lambda: uuid.uuid3('x', 'y'), lambda: uuid.uuid5(uuid.NAMESPACE_DNS, 5), lambda: U(5), lambda: U('g' * 32), lambda: uuid.SafeUUID.safe, lambda: uuid.RFC_4122, lambda: uuid.RESERVED_NCS): t(f)
# ---
# hashlib, hmac, base64, binascii, zlib-free checks
import hashlib, hmac, base64, binascii, secrets
for n in ('md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha3_224', 'sha3_256', 'sha3_384', 'sha3_512', 'blake2b', 'blake2s'): h = hashlib.new(n); h.update(b'ab'); c = h.copy(); h.update(b'c'); print(n, h.hexdigest(), c.hexdigest()[:8], h.digest_size, h.block_size, h.name, getattr(hashlib, n)(b'abc').hexdigest() == h.hexdigest(), hashlib.new(n, b'x', usedforsecurity=False).digest()[:2])
print(hashlib.shake_128(b'a').hexdigest(10), hashlib.shake_256(b'a').digest(4), hashlib.blake2b(b'x', digest_size=8, key=b'k', salt=b's', person=b'p').hexdigest(), hashlib.blake2s(b'x', digest_size=4).hexdigest(), hashlib.pbkdf2_hmac('sha256', b'pw', b'salt', 10).hex(), hashlib.pbkdf2_hmac('sha1', b'pw', b'salt', 2, 10).hex(), sorted(hashlib.algorithms_guaranteed), hashlib.sha256() == hashlib.sha256())
for f in (lambda: hashlib.md5('a'), lambda: hashlib.md5(5), lambda: hashlib.blake2b(digest_size=65), lambda: hashlib.blake2b(key=b'x' * 65), lambda: hashlib.md5().update('x'), lambda: hashlib.pbkdf2_hmac('sha1', b'', b'', 0), lambda: hmac.new(b'k'), lambda: hmac.new('k', b'm', 'sha256'), lambda: hmac.new(b'k', 'm', 'sha256'), lambda: hmac.compare_digest('é', 'é'), lambda: hmac.compare_digest('a', 'a'), lambda: hmac.digest(b'k', b'm', 'md5').hex(), lambda: hmac.new(b'k', b'm', hashlib.sha1).hexdigest(), lambda: hmac.new(b'k' * 200, digestmod='sha512').name, lambda: hmac.HMAC(b'k', b'm', 'sha256').digest_size): t(f)
for s in (b'', b'a', b'ab', b'abc', b'\xff\xfe\x00', bytes(range(20))): print([f(s) for f in (base64.b64encode, base64.urlsafe_b64encode, base64.b32encode, base64.b32hexencode, base64.b16encode, base64.b85encode, base64.a85encode, base64.z85encode if len(s) % 4 == 0 else base64.b85encode, base64.encodebytes, binascii.hexlify, binascii.b2a_base64, binascii.b2a_qp)], binascii.crc32(s), binascii.crc_hqx(s, 0), binascii.b2a_uu(s), base64.standard_b64decode(base64.b64encode(s)) == s, base64.b85decode(base64.b85encode(s)) == s, base64.a85decode(base64.a85encode(s)) == s, base64.b32decode(base64.b32encode(s)) == s)
for f in (lambda: base64.b64decode('YQ'), lambda: base64.b64decode('YQ=='), lambda: base64.b64decode('Y Q=='), lambda: base64.b64decode('YQ==x', validate=True), lambda: base64.b64decode('Y!Q=='), lambda: base64.b64decode('é'), lambda: base64.b64decode(b'YQ', altchars=b'-_'), lambda: base64.b64decode('-_-_', '-_'), lambda: base64.b64encode('a'), lambda: base64.b64encode(b'\xfb\xff', b'-_'), lambda: base64.b32decode('a'), lambda: base64.b32decode('me======', casefold=True), lambda: base64.b32decode('M1======', map01='L'), lambda: base64.b16decode('ff'), lambda: base64.b16decode('ff', casefold=True), lambda: base64.b16decode('fz', True), lambda: base64.b85decode('~'), lambda: base64.b85decode(b'\x7f"'), lambda: base64.a85decode('<~87cUR~>', adobe=True), lambda: base64.a85decode('z'), lambda: base64.a85encode(b'\0\0\0\0'), lambda: base64.a85encode(b'    ', foldspaces=True), lambda: base64.a85encode(b'a' * 20, wrapcol=10), lambda: base64.a85decode('v'), lambda: base64.decodebytes(b'YQ==\n'), lambda: base64.urlsafe_b64decode('-_=='), lambda: binascii.unhexlify('0'), lambda: binascii.unhexlify('zz'), lambda: binascii.a2b_base64('Y'), lambda: binascii.hexlify(b'abc', '-', 1), lambda: binascii.a2b_qp('=41=\n'), lambda: binascii.a2b_uu(b'#86)C\n'), lambda: binascii.Error.__mro__[1], lambda: len(secrets.token_hex(4)), lambda: len(secrets.token_bytes(4)), lambda: type(secrets.token_urlsafe()), lambda: secrets.randbelow(1), lambda: secrets.choice([1]), lambda: secrets.randbelow(0), lambda: secrets.compare_digest(b'a', b'a'), lambda: secrets.randbits(0)): t(f)
# ---
# json
import json
print(json.dumps({'b': [1, 2.5, None, True, 'é\n"\\\u2028\x7f'], 'a': {}, 1: (), None: 0, True: 1, 1.5: 2}), json.dumps({'b': 1, 'a': [1, {'c': []}]}, indent=2, sort_keys=True), json.dumps([1, [2, {}]], indent='\t'), json.dumps([], indent=2), json.dumps([1, 2], separators=(',', ':')), json.dumps({'a': 1}, indent=0), json.dumps('é\U0001f600', ensure_ascii=False), json.dumps('\U0001f600\ud800'), json.dumps([float('inf'), float('-inf'), float('nan'), 1e100, 1e16, -0.0, 10 ** 30]), json.dumps({'x': object}, default=lambda o: o.__name__), json.dumps({(1, 2): 3, 'k': 1}, skipkeys=True))
for f in (lambda: json.dumps(object()), lambda: json.dumps({(1,): 2}), lambda: json.dumps(float('nan'), allow_nan=False), lambda: json.dumps({1, 2}), lambda: json.dumps(b'x'), lambda: json.dumps({'a': 1, 2: 3}, sort_keys=True), lambda: json.dumps(json), lambda: json.dumps([[object()]]), lambda: json.dumps({'a': {'b': {1}}})): t(f)
a = []; a.append(a); t(json.dumps, a); d = {}; d['d'] = d; t(json.dumps, d); t(json.dumps, a, check_circular=True)
for s in ('', ' ', '{', '[', '[1', '[1,', '[1,]', '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', '{a:1}', "{'a':1}", '"abc', '"a\nb"', '"\\x"', '"\\u12"', '"\\ud800"', '"\\ud83d\\ude00"', 'nul', 'tru', 'NaN', 'Infinity', '-Infinity', '-', '01', '1.', '.5', '1e', '1e5', '-0', '-0.0', '1E400', '123456789012345678901234567890', '1 2', '[1] x', '\ufeff[]', '{"a":1 "b":2}', '{"a" 1}', '[1 2]', '{"a":1,"a":2}', '"\\/\\b\\f"', '\t[\r\n1]', '{"a":[{"b":null}]}', 'True', '"' + '\x01"', '[' * 5, '1' * 4400): t(json.loads, s)
print(json.loads('{"a": 1.5, "b": [1, NaN]}', parse_float=str, parse_int=lambda s: s + '!', parse_constant=lambda s: '<' + s + '>'), json.loads('{"a":{"b":1}}', object_hook=lambda d: list(d.items())), json.loads('{"a":1,"a":2}', object_pairs_hook=lambda p: p), json.loads(b'{"a": "\xc3\xa9"}'), json.loads('"a"'.encode('utf-16')), json.loads(bytearray(b'[1]')), json.loads('"\t"', strict=False)); t(json.loads, 5); t(json.loads, None); t(json.loads, b'\xff')
try: json.loads('{"a":\n  bad}')
except json.JSONDecodeError as e: print(e.msg, e.pos, e.lineno, e.colno, e.doc, str(e), e.args)
class Enc(json.JSONEncoder):
    def default(self, o): return ['set', *sorted(o)] if isinstance(o, set) else super().default(o)
print(json.dumps({1, 2}, cls=Enc), Enc(indent=1).encode({'a': {3}}), list(json.JSONEncoder().iterencode([1, {'a': 2}])), json.JSONDecoder().raw_decode('[1] rest'), json.JSONDecoder().decode(' 5 ')); t(json.dumps, object(), cls=Enc); import io; s = io.StringIO(); json.dump({'a': [1]}, s, indent=1); print(repr(s.getvalue())); s.seek(0); print(json.load(s)); import enum, collections, decimal
class IE(enum.IntEnum): A = 5
class SE(str, enum.Enum): B = 'b'
class I(int): 
    def __repr__(self): return 'I!'
class F(float): pass
class S(str): pass
print(json.dumps([IE.A, SE.B, I(3), F(1.5), S('s'), collections.OrderedDict(a=1), collections.namedtuple('N', 'x')(1), (), True]), json.dumps({IE.A: 1, SE.B: 2, I(4): 3}), json.dumps({'a': I(3)}, indent=1)); t(json.dumps, decimal.Decimal(1)); t(json.dumps, [1], indent=1.5) if 0 else None; t(json.JSONDecodeError, 'm', 'doc', 1)
