def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(f"{type(e).__name__}: {e}")

# ---
# signatures of odd callables
import inspect, functools, operator
from inspect import signature as sig, Parameter as P, Signature as S
class C:
    def __init__(self, a, *, b=1): ...
    def m(self, x: int = 3, /, *y: str, z=None, **w) -> float: ...
    @classmethod
    def c(cls, q): ...
    @staticmethod
    def s(q=()): ...
    def __call__(self, k, /): ...
class Meta(type):
    def __call__(cls, only): ...
class M(metaclass=Meta): ...
class N:
    def __new__(cls, a, b=2): ...
class Both:
    def __new__(cls, *args): ...
    def __init__(self, z): ...
class Sub(C): ...
class E: ...
def f(a, b=1, *c, d, e=2, **g): ...
f2 = functools.wraps(f)(lambda *a: None); f3 = lambda x, y=[]: 0; f3.__signature__ = S([P('q', P.KEYWORD_ONLY)])
for x in (f, f2, f3, C, C.m, C(1).m, C.c, C(1).c, C.s, C(1), M, N, Both, Sub, E, functools.partial(f, 1), functools.partial(f, b=5), functools.partial(f, 1, d=3), functools.partial(C, b=2), functools.partial(C(1).m, 7), functools.lru_cache(f), 5, object, Exception, lambda: (yield)): t(lambda: str(sig(x)))
s = sig(f); b = s.bind(1, 2, 3, d=4, z=5); print(b, b.args, b.kwargs, b.arguments); b = s.bind_partial(1); b.apply_defaults(); print(b.arguments); t(s.bind); t(s.bind, 1, a=1); t(sig(C.s).bind, 1, 2); t(sig(lambda a, /: 0).bind, a=1); t(s.bind, 1, d=1, a=2); t(sig(lambda *, k: 0).bind, 1); t(sig(lambda x: 0).bind, 1, y=2)
print(s.parameters['d'].kind, s.parameters['b'].default, s.parameters['a'].default is P.empty, s.replace(parameters=list(s.parameters.values())[:2], return_annotation=int), s == sig(f), hash(s) == hash(sig(f)), [str(p) for p in sig(C.m).parameters.values()], repr(s.parameters['c']), s.parameters['a'].replace(name='zz', annotation='str'), sig(C.m).return_annotation, S.from_callable(f) == s)
for g in (lambda: P('1', P.KEYWORD_ONLY), lambda: P('a', 9), lambda: P('a', P.VAR_POSITIONAL, default=1), lambda: S([P('a', P.KEYWORD_ONLY), P('b', P.POSITIONAL_ONLY)]), lambda: S([P('a', P.POSITIONAL_OR_KEYWORD, default=1), P('b', P.POSITIONAL_OR_KEYWORD)]), lambda: S([P('a', P.KEYWORD_ONLY)] * 2), lambda: P('class', P.KEYWORD_ONLY), lambda: P(5, P.KEYWORD_ONLY), lambda: s.parameters.__setitem__('a', 1), lambda: inspect.getfullargspec(C.m), lambda: sorted(inspect.getcallargs(f, 1, d=2).items()), lambda: inspect.unwrap(f2) is f, lambda: inspect.isabstract(C), lambda: [n for n, v in inspect.getmembers(C, inspect.isfunction)], lambda: inspect.cleandoc('  a\n    b\n   c\n'), lambda: inspect.getdoc(Sub.m), lambda: P('a', P.POSITIONAL_ONLY).kind.description, lambda: inspect.getmro(Sub), lambda: inspect.signature(C.m, eval_str=True)): t(lambda: str(g())[:300])
# ---
# re with callbacks, named groups and lookarounds
import re
print(re.sub(r'(?P<w>\w+)@(?P<d>\w+)', lambda m: f"{m['d']}<{m.group('w', 'd')}>{m.span('w')}", 'a@b cc@dd'), re.sub(r'(?P<x>a)|(?P<y>b)', lambda m: m.lastgroup + str(m.lastindex), 'abc'), re.sub('(a)|b', r'[\1]', 'ab'), re.sub('(?P<n>.)', r'\g<n>\g<0>\g<1>\n\\', 'ab'), re.subn('x*', '-', 'abxd'), re.sub('', '-', 'abc', count=2), re.sub('(.)', r'\g<1>0', 'a'), re.sub(r'\b', '|', 'a bc'), re.sub('a', lambda m: '\\1', 'a'))
for p, r in (('(a)', r'\g<b>'), ('(a)', r'\g<'), ('(a)', r'\g<1'), ('(a)', r'\q'), ('(a)', r'\g<-1>'), ('a', '\\'), ('(a)', r'\08\101'), ('(a)', r'\g<٣>'), ('a', 5), ('a', b'b')): t(re.sub, p, r, 'a')
for p, s in ((r'(?P<y>\d{4})-(?P<m>\d\d)?', '2024-'), (r'(?i:A)b(?-i:C)', 'aBC'), (r'(?x) a b # c', 'ab'), (r'(?<!x)y(?=z)(?!zz)', 'xy yz yzz'), (r'(a)?(?(1)b|c)', 'ab c'), (r'(?P<q>[\'"]).*?(?P=q)', '''"it's"'''), (r'(?>a+)ab', 'aaab'), (r'a++b', 'aab'), (r'a{2,}?', 'aaaa'), (r'^\s*$', '\n'), (r'\Z', 'a\n'), (r'(?m)^b$', 'a\nb\n'), (r'(?s)a.b', 'a\nb'), (r'[^\W\d_]+', '1é_ß2'), (r'(?a)\w+', 'éa'), (r'\u00e9|\N{LATIN SMALL LETTER SHARP S}', 'ß'), (r'[\]\-a-c^]+', ']-^b'), (r'(?:(a)|b)*', 'ab'), (r'((a)|b)+', 'ab'), (r'(?=(a+))a*b\1', 'aabaa')):
    m = re.search(p, s); print(p, m, m and (m.groups('-'), m.groupdict(), m.regs, m.lastindex, m.start(), m.expand(r'<\g<0>>')), re.findall(p, s), re.split(p, s), [x.span() for x in re.finditer(p, s)])
for p in ('(', ')', '[', 'a**', '*a', '(?P<1>a)', '(?P<a>x)(?P<a>y)', '(?P=z)', '(?<=a+)b', 'a{3,2}', r'\8', '[z-a]', r'(?z)', 'a(?i)', '(?P', '(?P<a', r'\N{no such}', '[[:alpha:]]', r'(?(2)a)', r'\x1', r'[\d-z]', '(?#', '(?<a>b)', r'\u12', '(?i-i:a)', '(?La)', 'a' * 3 + '++' + '+'):
    try: print(p, re.compile(p).groups)
    except re.error as e: print(p, '|', e, '|', e.msg, e.pos, e.lineno, e.colno)
p = re.compile('(?P<a>x)(?P<b>y)?', re.I | re.M); print(p, p.flags, p.groupindex, p.groups, p.pattern, p == re.compile('(?P<a>x)(?P<b>y)?', re.M | re.I), p.match('axy', 1).pos, p.match('axy', 1, 2), p.fullmatch('XY').groupdict(), p.search('zz'), re.escape('a.b-c\n é#&~'), repr(re.I | re.X), re.RegexFlag(0), re.NOFLAG, re.compile('a', re.A), re.compile(b'a', re.L)); t(re.compile, p, re.I); t(p.match, b'x'); t(re.match('a', 'a').group, 1); t(re.match('a', 'a').group, 'z'); t(re.match('(a)', 'a').__getitem__, 2); t(p.sub, 'z', 5); t(re.findall, '(a)(b)?', 'aab'); t(re.split, '(,)', 'a,b,c', maxsplit=1); t(re.split, 'x*', 'axbc'); t(re.sub, 'a', 'b', 'aaa', 2); t(copy := __import__('copy').copy, re.match('a', 'a')); t(bool, re.match('', '')); t(re.match('(a)(b)?', 'a').start, 2)
# ---
# textwrap and shlex corner cases
import textwrap as w, shlex
text = 'The quick-brown fox\tjumped over  the   "lazy dog".  It was e.g. a good--very good thing; see http://example.org/a-b-c/long-path and supercalifragilistic.\n\nNew  par.'
for kw in ({}, {'width': 20}, {'width': 10, 'break_long_words': False}, {'width': 10, 'break_on_hyphens': False}, {'width': 15, 'initial_indent': '* ', 'subsequent_indent': '    '}, {'width': 20, 'max_lines': 2}, {'width': 20, 'max_lines': 1, 'placeholder': '...'}, {'width': 12, 'drop_whitespace': False}, {'width': 20, 'replace_whitespace': False}, {'width': 20, 'expand_tabs': False, 'fix_sentence_endings': True}, {'width': 30, 'tabsize': 3, 'fix_sentence_endings': True}, {'width': 1}, {'width': 0}, {'width': 3, 'max_lines': 1}): t(w.wrap, text, **kw)
for s in ('', ' ', '\n', 'a' * 30, '-a --b c-d', 'x-' * 8, 'é' * 12 + ' ' + 'ß' * 3, '   lead', 'a\u00a0b c', 'foo-\nbar', 'one two\x1cthree'): print(w.wrap(s, 8), repr(w.fill(s, 5)), repr(w.shorten(s, 6, placeholder='~')))
for s in ('  a\n    b\n  c', '\ta\n  b', '  \n a\n\n  b\n', 'a\n  b', ' \t a\n \tb', '   \n\t\n', '  a\r\n  b\r\n'): print(repr(w.dedent(s)), repr(w.indent(s, '> ')), repr(w.indent(s, '+', lambda l: True)))
t(w.shorten, 'a b', 1); t(w.shorten, 'hello world', 5); t(w.dedent, 5); t(w.wrap, 5); tw = w.TextWrapper(width=9); print(tw.wrap('a b c d e f g'), tw.fill('aaa bbb ccc'))
for s in ("a 'b c' \"d\\\"e\" f\\ g", "x#y # z", "a''b", "'", '"a', 'a\\', "a;b|c&&d>e", "é=1", ''): t(shlex.split, s); t(shlex.split, s, comments=True); t(shlex.split, s, posix=False); t(lambda: list(shlex.shlex(s, punctuation_chars=True)))
print(shlex.quote("it's"), shlex.quote(''), shlex.quote('a-b_c/d.e'), shlex.quote('é'), shlex.join(['a b', 'c', '$d'])); t(shlex.split, None); t(shlex.quote, 5)
# ---
# struct round trips and refusals
import struct
for fmt, vals in (('<hHiIqQ', (-1, 65535, -5, 5, -2**63, 2**64 - 1)), ('>3s5px?c', (b'abcdef', b'hello!', True, b'z')), ('=e f d'.replace(' ', ''), (1.5, 3.14, -0.0)), ('@bBhil', (1, 2, 3, 4, 5)), ('!2H3x4s', (1, 2, b'ab')), ('<0s', (b'q',)), ('2?', (0, [1])), ('<nN'.replace('<', ''), (-1, 1)), ('P', (5,)), ('<2c', (b'a', b'b')), ('<1p', (b'a',)), ('>d', (float('inf'),)), ('e', (65504.0,))):
    b = struct.pack(fmt, *vals); print(fmt, b, struct.calcsize(fmt), struct.unpack(fmt, b), list(struct.iter_unpack(fmt, b * 2)) if b else '-')
for f in (lambda: struct.pack('b', 128), lambda: struct.pack('B', -1), lambda: struct.pack('<i', 2**31), lambda: struct.pack('Q', -1), lambda: struct.pack('h', 1.5), lambda: struct.pack('h', 'a'), lambda: struct.pack('f', 1e40), lambda: struct.pack('e', 1e6), lambda: struct.pack('c', b'ab'), lambda: struct.pack('c', 'a'), lambda: struct.pack('s', 'a'), lambda: struct.pack('2h', 1), lambda: struct.pack('h', 1, 2), lambda: struct.unpack('h', b'a'), lambda: struct.unpack('z', b''), lambda: struct.calcsize('2'), lambda: struct.calcsize('<P'), lambda: struct.calcsize('99999999999999999999s'), lambda: struct.unpack_from('<h', b'abcd', 2), lambda: struct.unpack_from('<h', b'abcd', 3), lambda: struct.unpack_from('<h', b'abcd', -2), lambda: struct.unpack_from("<h", b"abcd", -5), lambda: struct.unpack_from("<h", b"abcd", -1), lambda: struct.pack_into("<h", bytearray(4), -1, 1), lambda: struct.pack_into("<h", bytearray(4), -9, 1), lambda: struct.pack_into('<h', bytearray(4), 3, 1), lambda: struct.pack_into('<h', b'abcd', 0, 1), lambda: list(struct.iter_unpack('<h', b'abc')), lambda: struct.Struct('<hh').size, lambda: struct.Struct('<hh').unpack(b'abcd'), lambda: struct.Struct('<hh').format, lambda: struct.pack('<?', []), lambda: struct.pack(b'<h', 1), lambda: struct.pack('< h  i', 1, 2), lambda: struct.pack('f', 'x'), lambda: struct.unpack('<?', b'\x05'), lambda: struct.pack('4p', b'abcdef'), lambda: struct.unpack('4p', b'\x09abc'), lambda: struct.pack('b', True), lambda: struct.error.__mro__[1]): t(f)
ba = bytearray(8); struct.pack_into('>HH', ba, 2, 1, 2); print(ba, struct.Struct('bxh'), struct.Struct('h').pack_into(ba, 0, 7), ba, struct.unpack_from('>H', memoryview(ba), 4))
# ---
# itertools recipes
from itertools import *
import operator, collections, functools, math
def sliding(it, n): 
    it = iter(it); win = collections.deque(islice(it, n - 1), maxlen=n)
    for x in it: win.append(x); yield tuple(win)
def roundrobin(*its):
    its = map(iter, its)
    for n in range(3, 0, -1): its = cycle(islice(its, n)); yield from map(next, its)
def powerset(s): return chain.from_iterable(combinations(s, r) for r in range(len(s) + 1))
def sieve(n):
    data = bytearray((0, 1)) * (n // 2); data[:3] = 0, 0, 0
    for p in compress(range(3, math.isqrt(n) + 1), data[3:]): data[p * p::2 * p] = bytes(len(range(p * p, n, 2 * p)))
    yield 2; yield from compress(range(n), data)
print(list(sliding('abcd', 2)), list(powerset('abc')), list(sieve(40)), [(k, list(g)) for k, g in groupby('aabcca')], list(starmap(pow, [(2, 3), (3, 2)])), list(accumulate([3, 1, 4], max)), list(accumulate('abc', initial='>')), list(batched('abcdefg', 3)), list(pairwise([1, 2, 3])), list(zip_longest('ab', 'c', fillvalue=0)), list(takewhile(str.isalpha, 'ab1c')), list(dropwhile(str.isalpha, 'ab1c')), list(filterfalse(None, [0, 1, ''])), list(islice(count(1.5, -.5), 3)), list(islice(cycle('ab'), 5)), list(repeat(1, 2)), list(product('ab', repeat=2)), list(permutations('abc', 2))[:4], list(combinations_with_replacement('ab', 2)), list(compress('abcd', [1, 0, 1])))
a, b, c = tee('xyz', 3); next(a); print(list(b), list(a), list(c), repr(count(3)), repr(count(1, 2)), repr(repeat(5)), repr(repeat(5, 2)), next(count(10**30)), len(list(product([], [1]))), list(product()), list(permutations([])), list(combinations('ab', 3)))
g = groupby([1, 1, 2], key=lambda x: x % 2); k, first = next(g); k2, second = next(g); print(list(first), list(second)); it = islice(range(10), 2, 8, 3); print(list(it), list(islice('abc', None)), list(islice('abc', 1, None)), operator.length_hint(repeat(1, 5)), operator.length_hint(iter(range(4))), list(chain([1], 'a', {2: 3})))
for f in (lambda: islice([], -1), lambda: islice([], 'a'), lambda: islice([], 0, 1, 0), lambda: list(batched('a', 0)), lambda: list(batched('abc', 2, strict=True)), lambda: combinations('a', -1), lambda: permutations('a', -1), lambda: product('a', repeat=-1), lambda: count('a'), lambda: next(cycle([])), lambda: tee([], -1), lambda: list(accumulate([1, 'a'])), lambda: list(starmap(pow, [1])), lambda: list(chain(1)), lambda: chain.from_iterable(5), lambda: list(chain.from_iterable([1])), lambda: list(compress([1], 5)), lambda: list(pairwise(5)), lambda: list(zip([1], [1, 2], strict=True)), lambda: list(zip([1, 2], [1], strict=True)), lambda: list(map(pow, [1], [2, 3], strict=True))): t(f)
# ---
# singledispatch and singledispatchmethod
import functools, abc, collections.abc as ca, decimal, enum
@functools.singledispatch
def show(x, *a): return ('base', type(x).__name__)
@show.register
def _(x: int | float, *a): return ('num', x)
@show.register(list)
@show.register(tuple)
def _(x): return ('seq', [show(e) for e in x])
@show.register
def _(x: ca.Mapping): return ('map', len(x))
@show.register
def _(x: None): return 'none'
show.register(ca.Sized, lambda x: 'sized')
class MyInt(int): pass
class Both(dict): pass
class Sz:
    def __len__(self): return 1
for v in (1, True, 2.5, 'a', [1, 'b'], (), {}, None, MyInt(3), Both(), Sz(), object(), b'', set(), decimal.Decimal(1)): t(show, v)
print(show.dispatch(bool) is show.dispatch(int), show.dispatch(str)(1), sorted(k.__name__ for k in show.registry), show.__wrapped__(5)); t(show); t(show.register, 5); t(show.register, 'x', len)
def noann(x): ...
def badann(x: 'list[int]'): ...
t(show.register, badann)
class A:
    @functools.singledispatchmethod
    def f(self, x): return 'any'
    @f.register
    def _(self, x: int): return 'int'
    @f.register(str)
    def _(self, x): return 'str' + type(self).__name__
    @functools.singledispatchmethod
    @classmethod
    def c(cls, x): return cls.__name__
    @c.register
    @classmethod
    def _(cls, x: int): return cls.__name__ + 'int'
    @functools.singledispatchmethod
    @staticmethod
    def s(x): return 's'
    @s.register(int)
    @staticmethod
    def _(x): return 'si'
class B(A):
    @A.f.register(list)
    def _(self, x): return 'list'
print(A().f(1), A().f('a'), B().f([]), A().f([]), A().f(2.5), A.c(1), B.c('x'), A().s(1), A.s('x'), A.f.__name__ if hasattr(A.f, '__name__') else '-'); t(lambda: A().f()); t(lambda: functools.singledispatchmethod(5))
class Co(ca.Sized, ca.Iterable):
    def __len__(self): return 0
    def __iter__(self): return iter(())
@functools.singledispatch
def amb(x): return 'o'
amb.register(ca.Iterable, lambda x: 'iter'); amb.register(ca.Container, lambda x: 'cont'); print(amb(Co())); t(amb, 'a')
# ---
# suppress, redirect, ExitStack, nullcontext
import contextlib, io, sys
with contextlib.suppress(KeyError, ValueError) as s: print(s); {}[1]
with contextlib.suppress(): print('in')
def f():
    with contextlib.suppress(KeyError): raise ExceptionGroup('g', [KeyError('k'), ValueError('v')])
try: f()
except ExceptionGroup as g: print(repr(g))
with contextlib.suppress(KeyError): raise ExceptionGroup('g', [KeyError('k')])
t(lambda: contextlib.suppress(5).__exit__(ValueError, ValueError(), None)); o, e = io.StringIO(), io.StringIO()
with contextlib.redirect_stdout(o) as x, contextlib.redirect_stderr(e): print('out', x is o); print('err', file=sys.stderr); sys.stdout.write('w')
print(repr(o.getvalue()), repr(e.getvalue())); r = contextlib.redirect_stdout(o)
with r:
    with r: print('nested')
    print('outer')
print(repr(o.getvalue()))
with contextlib.ExitStack() as st:
    st.callback(print, 'last', end='!\n'); st.push(lambda *a: print('push', a[0])); st.enter_context(contextlib.closing(type('C', (), {'close': lambda s: print('closed')})())); moved = st.pop_all(); print('moved')
with moved: print('in moved')
def chain():
    with contextlib.ExitStack() as st:
        st.push(lambda *a: 1 / 0); st.callback(lambda: {}['k']); raise ValueError('first')
try: chain()
except Exception as ex:
    while ex: print(type(ex).__name__, ex); ex = ex.__context__
with contextlib.ExitStack() as st: st.push(lambda *a: True); raise ValueError('swallowed')
t(lambda: contextlib.ExitStack().enter_context(5)); t(lambda: contextlib.ExitStack().push(5)); t(lambda: contextlib.closing(5).__exit__())
@contextlib.contextmanager
def cm(v, swallow=False):
    try: print('enter', v); yield v
    except ValueError as e: print('caught', e); swallow or (_ for _ in ()).throw(e)
    finally: print('leave', v)
@cm('deco')
def g(x): return x * 2
print(g(4), g(5), cm.__name__)
with cm(1, True): raise ValueError('v')
c = cm(3)
with c as v: print(v)
t(c.__enter__)
@contextlib.contextmanager
def twice(): yield 1; yield 2
@contextlib.contextmanager
def none():
    if 0: yield
@contextlib.contextmanager
def stops(): yield; raise StopIteration('s')
def use(c):
    with c: pass
t(use, twice()); t(use, none()); t(use, stops())
def thrown(c, e):
    with c: raise e
t(thrown, twice(), ValueError('x')); t(thrown, cm(9), StopIteration('stop')); t(thrown, contextlib.nullcontext(5), KeyError('n'))
class D(contextlib.ContextDecorator):
    def __enter__(self): print('D+'); return self
    def __exit__(self, *a): print('D-', a[0]); return True
@D()
def boom(): raise OSError('gone')
print(boom(), contextlib.nullcontext(3).__enter__(), issubclass(D, contextlib.AbstractContextManager), isinstance(io.StringIO(), contextlib.AbstractContextManager), contextlib.chdir.__name__)
# ---
# type hints at run time
import typing, functools
from typing import *
T = TypeVar('T'); 
class Node[K]:
    next: 'Node[K] | None'; val: K; cls: ClassVar[int] = 3; fin: Final[str] = 'x'
class Sub(Node[int]):
    extra: Annotated[int, 'meta', 5]; opt: Optional['Sub'] = None
def fn(a: 'int', b: Annotated[str, 'x'] = None, *c: 'list[T]', d: "Literal['q', 1]", **e: Unpack['TD']) -> 'Callable[[int], str]': ...
class TD(TypedDict, total=False): x: Required[int]; y: NotRequired['str']; z: ReadOnly[int]
class NT(NamedTuple): a: int; b: 'str' = 'd'
for x, kw in ((Node, {}), (Sub, {}), (Sub, {'include_extras': True}), (fn, {}), (fn, {'include_extras': True}), (TD, {}), (TD, {'include_extras': True}), (NT, {}), (5, {}), (typing, {})): t(lambda: {k: str(v) for k, v in get_type_hints(x, **kw).items()} if x is not typing else len(get_type_hints(x)) >= 0)
def bad(a: 'Missing', b: '1 +'): ...
t(get_type_hints, bad)
def bad2(a: 'Missing'): ...
t(get_type_hints, bad2); t(get_type_hints, bad2, localns={'Missing': int}); print(TD.__required_keys__ == {'x'}, sorted(TD.__optional_keys__), sorted(TD.__readonly_keys__), TD.__total__, NT._field_defaults, is_typeddict(TD), TD(x=1), TD.__mro__[1])
for h in (int, list[int], List[int], Dict[str, int], Optional[int], Union[int, str, None], int | None, Callable[[int, str], bool], Callable[..., Any], Tuple[int, ...], tuple[()], Literal[1, 'a', None], Annotated[int, 1, 2], ClassVar[int], Type[int], type[int], Generic[T], Node[int], Iterator[T], T, ParamSpec('PS'), Any, NoReturn, Union[int, int], Literal[1, 1, True], Annotated[Annotated[int, 1], 2], Callable[[], None], DefaultDict[str, list[T]], Self, LiteralString, Never, TypeGuard[int], Concatenate[int, ...], Awaitable[T]): print(h, get_origin(h), get_args(h), getattr(h, '__parameters__', '-'))
for f in (lambda: Union[()], lambda: Optional[int, str], lambda: Literal[[1]], lambda: Callable[int], lambda: Callable[int, str], lambda: List[int, str], lambda: Dict[int], lambda: Generic[int], lambda: ClassVar[int, str], lambda: Annotated[int], lambda: Node[int, str], lambda: int[str], lambda: isinstance([], List[int]), lambda: isinstance([], List), lambda: issubclass(dict, Dict), lambda: isinstance(1, Union[int, str]), lambda: isinstance(1, int | list[int]), lambda: TypeVar('A', int), lambda: TypeVar('A', int, str, bound=int), lambda: Any(), lambda: Union[1], lambda: Optional[5], lambda: cast('int', 'a'), lambda: NewType('U', int)(5), lambda: NewType('U', int), lambda: TypedDict('Q', {'a': int})(a=1), lambda: NamedTuple('P', [('x', int)])(1), lambda: final(Sub).__final__, lambda: assert_never(1), lambda: reveal_type(1), lambda: runtime_checkable(int), lambda: get_protocol_members(Sized) if hasattr(typing, 'get_protocol_members') else 0, lambda: List[T][int], lambda: Dict[T, T][str], lambda: Union[T, None][int], lambda: Callable[[T], T][int], lambda: List[int][str], lambda: Self[int], lambda: hash(List[int]) == hash(List[int]), lambda: List[int] == list[int], lambda: Union[int, str] == Union[str, int], lambda: int | str == Union[int, str], lambda: 'a' | int, lambda: int | 'a', lambda: List[int] | None): t(f)
