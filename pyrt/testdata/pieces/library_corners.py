def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(f"{type(e).__name__}: {e}")

# ---
# descriptors as dataclass fields
from dataclasses import *
class Conv:
    def __init__(self, *, default): self._default = default
    def __set_name__(self, owner, name): self._name = '_' + name
    def __get__(self, obj, kind): return self._default if obj is None else getattr(obj, self._name, self._default)
    def __set__(self, obj, value): setattr(obj, self._name, int(value))
@dataclass
class Item: n: Conv = Conv(default=100); name: str = 'x'
print(Item(), Item(2.9), Item('7').n, Item.n, vars(Item('3')), asdict(Item(1)), replace(Item(5), name='q')); t(Item, 'a')
class ReadOnly:
    def __get__(self, obj, kind=None): return 'got' if obj else self
@dataclass
class RO: v: int = ReadOnly()
print(RO().v if not isinstance(RO().v, ReadOnly) else 'self', RO(5).v)
@dataclass
class WithProp:
    x: int; _y: int = field(init=False, repr=False, default=0)
    @property
    def y(self): return self._y * 2
    @y.setter
    def y(self, v): self._y = v
w = WithProp(1); w.y = 4; print(w, w.y, w == WithProp(1)); w2 = WithProp(1); w2._y = 4; print(w == w2)
@dataclass(slots=True)
class Sl:
    a: int; b: list = field(default_factory=list)
    def more(self): return super().__repr__() is not None
print(Sl(1), Sl.__slots__, Sl(1).more(), hasattr(Sl(1), '__dict__')); t(lambda: setattr(Sl(1), 'c', 2))
@dataclass(slots=True, weakref_slot=True)
class Wk(Sl): c: int = 5
print(Wk.__slots__, Wk(1, [2], 3), [f.name for f in fields(Wk)], Wk.__match_args__)
@dataclass
class Base:
    kind: str = field(default='b', metadata={'doc': 'k'}, kw_only=True); id: int = 0
    def __post_init__(self): self.log = ['Base']
@dataclass(unsafe_hash=True, order=True)
class Child(Base):
    id: int = field(default=7, compare=False); extra: InitVar[str] = None
    def __post_init__(self, extra): super().__post_init__(); self.log.append(extra)
print(Child(), Child(1, 'e').log, Child(kind='a') < Child(), hash(Child(1)) == hash(Child(2)), fields(Child)[0].metadata, [(f.name, f.kw_only, f.compare) for f in fields(Child)]); t(Child, 1, 2, 3); t(lambda: fields(Base)[0].metadata.__setitem__('a', 1)); t(replace, Child(), extra=1); t(replace, Child()); t(replace, Child(), log=1)
print(make_dataclass('Mk', ['a', ('b', int), ('c', int, field(default=3))], bases=(Base,), namespace={'twice': lambda s: s.b * 2}, kw_only=True)(a=1, b=2).twice()); t(make_dataclass, 'Mk', ['a', 'a']); t(make_dataclass, 'Mk', ['1']); t(make_dataclass, 'Mk', ['class']); t(make_dataclass, 'Mk', [('a', int, 5), 'b'])
def bad(**kw):
    @dataclass(**kw)
    class X: 
        a: int = 0
        def __lt__(self, o): return 1
t(bad, order=True); t(bad, slots=True, weakref_slot=True); t(bad, weakref_slot=True); t(bad, eq=False, order=True); t(bad, frozen=True)
# ---
# decimal contexts, traps and flags
from decimal import *
import decimal
c = Context(prec=5, rounding=ROUND_HALF_DOWN, traps=[DivisionByZero], Emin=-20, Emax=20, capitals=0, clamp=1); print(c, c.Etiny(), c.Etop())
print(c.divide(Decimal(1), Decimal(3)), sorted(k.__name__ for k, v in c.flags.items() if v)); c.clear_flags(); t(c.divide, 1, 0); t(c.divide, 0, 0); t(c.create_decimal, '1.234567'); t(c.create_decimal, 'abc'); t(c.create_decimal, '1e30'); t(c.power, 10, 30); print(c.create_decimal('1e-24'), c.create_decimal('-1.5e-25'), [k.__name__ for k, v in c.flags.items() if v])
with localcontext(prec=3) as lc: print(Decimal(2).sqrt(), lc.prec, getcontext() is lc, +Decimal('1.2345')); lc.traps[Inexact] = True; t(lambda: Decimal(1) / 3); t(lambda: Decimal(1) / 4); lc.traps[FloatOperation] = True; t(lambda: Decimal(1.5)); t(lambda: Decimal(1) < 1.5); t(lambda: Decimal(1) == 1.5)
t(localcontext, prec=-1); t(localcontext, nope=1); print(getcontext().prec)
with localcontext() as lc:
    for r in (ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP): lc.rounding = r; print(r, [str(Decimal(x).quantize(Decimal('0.1'))) for x in ('1.25', '-1.25', '1.35', '1.01', '-1.01', '1.05')], round(Decimal('2.5')), round(Decimal('2.675'), 2))
for f in (lambda: setattr(c, 'prec', 0), lambda: setattr(c, 'rounding', 'x'), lambda: setattr(c, 'Emin', 1), lambda: setattr(c, 'clamp', 2), lambda: delattr(c, 'prec'), lambda: Context(traps=[5]), lambda: Context(prec='a'), lambda: c.traps[5], lambda: Decimal('sNaN') + 1, lambda: Decimal('NaN') < 1, lambda: Decimal('NaN') == 1, lambda: Decimal('Inf') - Decimal('Inf'), lambda: Decimal(0) ** 0, lambda: Decimal(-1).sqrt(), lambda: Decimal(-1).ln(), lambda: Decimal(0).ln(), lambda: Decimal(0).log10(), lambda: int(Decimal('Inf')), lambda: int(Decimal('NaN')), lambda: hash(Decimal('sNaN')), lambda: Decimal('1').quantize(Decimal('1e-40')), lambda: Decimal(5) % 0, lambda: divmod(Decimal(5), 0), lambda: Decimal(7) // Decimal('1e-40'), lambda: Decimal('1e999999') * 10, lambda: Decimal('1').fma('x', 1), lambda: Decimal((0, (1, 2), 'a')), lambda: Decimal((2, (1,), 0)), lambda: Decimal([0, [1, 10], 0]), lambda: Decimal(None), lambda: Decimal('1_000.5'), lambda: Decimal(' 1 '), lambda: Decimal('1 1'), lambda: Decimal('١٢'), lambda: Decimal(1.1), lambda: Decimal.from_float('a'), lambda: f"{Decimal('1234.5'):,.3e}", lambda: f"{Decimal('1234567.891'):>+15,.1f}", lambda: f"{Decimal('0.000001234'):g}", lambda: f"{Decimal(5):x}", lambda: Decimal('123').logical_and(1), lambda: Decimal('101').logical_xor(Decimal('110')), lambda: Decimal('1.20').normalize().as_tuple(), lambda: Decimal('1e3').to_integral_value(), lambda: Decimal('12345').shift(2), lambda: Decimal('12345').rotate(99), lambda: Decimal('1.1').as_integer_ratio(), lambda: Decimal('0').next_minus(), lambda: Decimal('1').next_toward(2), lambda: Decimal('-0').compare_total(Decimal('0')), lambda: Decimal('3').remainder_near(2), lambda: Decimal('1e-7').to_eng_string(), lambda: Decimal('12e4').to_eng_string(), lambda: Decimal('NaN123').number_class(), lambda: Decimal('1').scaleb(5), lambda: Decimal('250').logb(), lambda: Decimal(1).max(Decimal('NaN')), lambda: Decimal('-5').copy_sign(Decimal(1)), lambda: complex(Decimal('1.5')), lambda: Decimal('1.5') + 1.5, lambda: Decimal(2) ** Decimal('0.5'), lambda: pow(Decimal(3), 4, 5), lambda: pow(Decimal(3), -1, 5)): t(f)
# ---
# zone transitions
from zoneinfo import *
from datetime import *
B, N, L = ZoneInfo('Europe/Berlin'), ZoneInfo('America/New_York'), ZoneInfo('Australia/Lord_Howe')
for z, args in ((B, (2024, 3, 31, 2, 30)), (B, (2024, 10, 27, 2, 30)), (N, (2024, 3, 10, 2, 0)), (N, (2024, 11, 3, 1, 59, 59)), (L, (2024, 4, 7, 1, 45)), (L, (2024, 10, 6, 2, 15)), (ZoneInfo('Asia/Kathmandu'), (1985, 12, 31, 23, 59)), (ZoneInfo('Asia/Kathmandu'), (1986, 1, 1, 0, 20)), (ZoneInfo('Pacific/Apia'), (2011, 12, 30, 12)), (ZoneInfo('Africa/Monrovia'), (1960, 1, 1)), (B, (1890, 1, 1)), (B, (2100, 7, 1)), (B, (1945, 5, 24, 3))):
    for fold in (0, 1):
        d = datetime(*args, tzinfo=z, fold=fold); print(d, d.tzname(), d.dst(), d.utcoffset(), d.astimezone(timezone.utc), d.astimezone(timezone.utc).astimezone(z) == d, d.astimezone(timezone.utc).astimezone(z).fold)
a, b = datetime(2024, 10, 27, 2, 30, tzinfo=B), datetime(2024, 10, 27, 2, 30, tzinfo=B, fold=1)
print(a == b, a - b, a.astimezone(N) == b.astimezone(N), hash(a) == hash(b), a < b, a.timestamp() - b.timestamp(), a + timedelta(hours=1), (a + timedelta(hours=1)).utcoffset(), datetime.fromtimestamp(1729989000, B), datetime.fromtimestamp(1729992600, B).fold, datetime(2024, 3, 31, 2, 30, tzinfo=B) == datetime(2024, 3, 31, 1, 30, tzinfo=timezone.utc), a == datetime(2024, 10, 27, 0, 30, tzinfo=timezone.utc))
print(repr(B), str(B), B.key, B is ZoneInfo('Europe/Berlin'), ZoneInfo.no_cache('Europe/Berlin') is B, B == ZoneInfo.no_cache('Europe/Berlin'), B.utcoffset(None), B.fromutc(datetime(2024, 7, 1, tzinfo=B)), time(5, tzinfo=B).utcoffset(), time(5, tzinfo=B), ZoneInfo('UTC').utcoffset(datetime(2024, 1, 1)), ZoneInfo('Etc/GMT+5').utcoffset(datetime(2024, 1, 1)), a.isoformat(), a.strftime('%Z %z %:z'), b.strftime('%Z %z'), repr(b))
for f in (lambda: ZoneInfo('No/Where'), lambda: ZoneInfo('../etc'), lambda: ZoneInfo('/abs'), lambda: ZoneInfo(5), lambda: B.fromutc(datetime(2024, 1, 1)), lambda: ZoneInfo(''), lambda: issubclass(ZoneInfoNotFoundError, KeyError), lambda: a - datetime(2024, 1, 1), lambda: a < datetime(2024, 1, 1), lambda: a == datetime(2024, 1, 1), lambda: datetime(2024, 1, 1).astimezone(B).tzinfo is B, lambda: a.replace(tzinfo=None).astimezone.__name__): t(f)
# ---
# argparse: subcommands, groups and errors
import argparse, sys, io, contextlib
def build():
    p = argparse.ArgumentParser(prog='tool', description='A tool that does things to files and to other things, at length.', epilog='See also.', allow_abbrev=True)
    p.add_argument('-v', '--verbose', action='count', default=0, help='more output'); p.add_argument('--version', action='version', version='%(prog)s 1.2')
    sub = p.add_subparsers(dest='cmd', required=True, metavar='COMMAND', title='commands', help='what to do')
    up = sub.add_parser('upgrade', aliases=['up'], help='goes forward'); up.add_argument('revision', nargs='?', default='head'); up.add_argument('-x', action='append', metavar='K=V', help='extra (%(default)s)'); g = up.add_mutually_exclusive_group(); g.add_argument('--sql', action='store_true'); g.add_argument('--tag', type=int, choices=range(3))
    ls = sub.add_parser('list'); ls.add_argument('names', nargs='+', type=str.upper); ls.add_argument('--limit', type=int, default='5'); ls.add_argument('--no-color', dest='color', action='store_false'); ls.add_argument('--feature', action=argparse.BooleanOptionalAction, default=True); ls.set_defaults(func=len)
    return p
def run(*argv):
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try: r = sorted(vars(build().parse_args(argv)).items(), key=str)
        except SystemExit as e: r = ('exit', e.code)
    print(argv, r, out.getvalue(), err.getvalue())
for argv in ((), ('up',), ('upgrade', 'a1', '-x', 'a=b', '-xc=d'), ('-vv', 'up', '--sql'), ('up', '--sql', '--tag', '1'), ('up', '--tag', '7'), ('up', '--tag', 'z'), ('list',), ('list', 'a', 'b', '--limit=9', '--no-color', '--no-feature'), ('list', 'a', '--limit'), ('list', 'a', '--lim', '3'), ('nope',), ('list', 'a', '--bad', 'x'), ('--ver',), ('--version',), ('list', '--', '-a', '--limit'), ('up', '-x'), ('-v', '-v', 'up', 'r', 's'), ('up', '-h'), ('--help',)): run(*argv)
p = argparse.ArgumentParser(prog='p', exit_on_error=False, fromfile_prefix_chars='@', prefix_chars='-+', argument_default=argparse.SUPPRESS); p.add_argument('+f', type=float); p.add_argument('-n', nargs=2, type=int, metavar=('A', 'B')); p.add_argument('rest', nargs='*')
t(p.parse_args, ['+f', '2', '-n', '1', '2', 'x']); t(p.parse_args, []); t(p.parse_args, ['+f', 'x']); t(p.parse_known_args, ['-q', 'a']); print(p.format_usage(), p.format_help(), p.get_default('f'))
for f in (lambda: p.add_argument('-n'), lambda: p.add_argument('a', dest='b'), lambda: p.add_argument(), lambda: p.add_argument('-z', action='nope'), lambda: p.add_argument('-z', nargs=0), lambda: p.add_argument('-z', type='x'), lambda: p.add_argument('z', required=True), lambda: argparse.Namespace(a=1, b='x'), lambda: argparse.Namespace(a=1) == argparse.Namespace(a=1), lambda: 'a' in argparse.Namespace(a=1), lambda: argparse.FileType): t(f)
# ---
# csv dialects
import csv, io
class Semi(csv.excel): delimiter = ';'; quotechar = "'"; doublequote = False; escapechar = '\\'; lineterminator = '\n'; skipinitialspace = True
csv.register_dialect('semi', Semi); csv.register_dialect('pipes', delimiter='|', quoting=csv.QUOTE_NONNUMERIC)
rows = [['a', 1, None, 2.5], ["it's", 'x;y', 'l1\nl2', ''], ['\\', '"', '|', ' sp']]
for d, kw in (('excel', {}), ('excel-tab', {}), ('unix', {}), ('semi', {}), ('pipes', {}), ('excel', {'quoting': csv.QUOTE_ALL}), ('excel', {'quoting': csv.QUOTE_NONE, 'escapechar': '\\'}), ('excel', {'quoting': csv.QUOTE_STRINGS}), ('excel', {'quoting': csv.QUOTE_NOTNULL}), ('excel', {'quoting': csv.QUOTE_NONE})):
    s = io.StringIO()
    try: csv.writer(s, d, **kw).writerows(rows); print(d, kw, repr(s.getvalue()))
    except csv.Error as e: print(d, kw, 'Error', e)
    t(lambda: list(csv.reader(io.StringIO(s.getvalue(), newline=''), d, **kw)))
for text, kw in (('a,"b""c",d\r\n', {}), ('"a\nb",c\n', {}), ('a,"b', {}), ('a,"b', {'strict': True}), ('"a"x,b', {}), ('"a"x,b', {'strict': True}), ('a, "b"', {}), ('a, "b"', {'skipinitialspace': True}), ("a\\,b,c", {'escapechar': '\\'}), ('1,"2",x', {'quoting': csv.QUOTE_NONNUMERIC}), ('1,"2",', {'quoting': csv.QUOTE_NONNUMERIC}), ('1,"2",,""', {'quoting': csv.QUOTE_STRINGS}), ('1,"",,x', {'quoting': csv.QUOTE_NOTNULL}), ('\n\na\n', {}), ('a\rb', {}), ('a,b\n' * 2, {'delimiter': 'b'}), ('a;b', {'delimiter': ''}), ('a', {'delimiter': 'ab'}), ('a', {'quotechar': None}), ('a', {'quotechar': None, 'quoting': 0}), ('a', {'quoting': 9}), ('a', {'nope': 1}), ('a', {'lineterminator': None}), ('a', {'delimiter': '\n'}), ('a', {'delimiter': ',', 'quotechar': ','}), ('a', {'dialect': 'none'})): t(lambda: list(csv.reader(text.splitlines(True), **kw)))
r = csv.DictReader(io.StringIO('h1,h2\n1,2,3,4\n5\n\n6,7\n'), restkey='more', restval='-'); print(r.fieldnames, list(r), r.line_num); s = io.StringIO(); w = csv.DictWriter(s, ['b', 'a'], restval='?', extrasaction='ignore', dialect='unix'); print(w.writeheader(), w.writerow({'a': 1, 'z': 2}), w.writerows([{'b': True}]), repr(s.getvalue())); t(csv.DictWriter(s, ['a']).writerow, {'a': 1, 'q': 2}); t(csv.DictWriter, s, ['a'], extrasaction='x')
print(sorted(csv.list_dialects()), csv.get_dialect('semi').delimiter, csv.get_dialect('pipes').quoting, csv.field_size_limit()); csv.unregister_dialect('semi'); t(csv.get_dialect, 'semi'); t(csv.unregister_dialect, 'semi'); t(csv.register_dialect, 5); t(csv.reader, 5); t(csv.writer, 5); t(next, csv.reader([b'a'])); t(csv.writer(io.StringIO()).writerow, 5)
for sample in ('a;b;c\n1;2;3\n4;5;6\n', "'x'|'y'\n'z'|'w'\n", 'name,age\nBob,12\nAl,9\n', 'nothing here', 'a\tb\nc\td\n'): t(lambda: (lambda d: (d.delimiter, d.quotechar, d.doublequote, d.skipinitialspace))(csv.Sniffer().sniff(sample))); t(csv.Sniffer().has_header, sample)
# ---
# string.Template subclasses and Formatter
from string import *
class Pct(Template): delimiter = '%'; idpattern = r'[a-z]+\.[a-z]+|[a-z]+'
class Br(Template): braceidpattern = r'[a-z ]+'; flags = 0
class Own(Template):
    pattern = r'''\[\[(?:(?P<escaped>\[\[)|(?P<named>\w+)\]\]|(?P<braced>\w+)\}\}|(?P<invalid>))'''
for T, text in ((Template, '$a ${b} $$ $c'), (Template, '$a $'), (Template, '${a b}'), (Template, 'x\n  $1'), (Template, '$A $aé ${A}'), (Pct, '%a.b %% %c $x'), (Pct, '%{a.b}%'), (Br, '${a b} $Ab ${Ab}'), (Own, '[[a]] [[b}} [[[[ [[c'), (Template, '${}'), (Template, '$_x${_y}')):
    m = {'a': 1, 'b': 'B', 'a.b': 'dot', 'a b': 'sp', 'A': 'up', 'c': None, '_x': '', '_y': '$a'}
    t(T(text).substitute, m); t(T(text).safe_substitute, {'a': 1}, b='kw'); t(T(text).is_valid); t(T(text).get_identifiers)
t(Template('$x').substitute); t(Template('$x').substitute, {}, x=1); t(Template('$x').substitute, {'x': 1}, 5); print(Template('$x').template, Template.flags, Pct.pattern.groupindex)
class F(Formatter):
    def get_value(self, key, args, kw): return kw.get(key, f'<{key}>') if isinstance(key, str) else super().get_value(key, args, kw)
    def convert_field(self, v, c): return str(v).upper() if c == 'u' else super().convert_field(v, c)
    def format_field(self, v, spec): return '|'.join(v) if spec == 'join' else super().format_field(v, spec)
    def check_unused_args(self, used, args, kw): print('used', sorted(map(str, used)), len(args), sorted(kw))
f = F(); t(f.format, '{} {x} {y!u:>6} {1:join}', 5, 'abc', y='q'); t(f.format, '{0.real} {0[x]}', 5); t(f.format, '{!z}', 1); t(f.vformat, '{a:{b}}', (), {'a': 3, 'b': '04'}); t(Formatter().format, '{} {0}', 1); t(Formatter().format, '{a}', b=1); t(Formatter().format); t(Formatter().vformat, '{0:{0:{0}}}', (1,), {}); print(list(Formatter().parse('a{b!r:c{d}}e{{f}}{}')), Formatter().get_field('0.real', (5,), {})); print(capwords('  a  bC-d '), capwords('a-b', '-'), ascii_letters[25:27], hexdigits, octdigits, punctuation, repr(whitespace), len(printable))
