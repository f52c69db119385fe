def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(f"{type(e).__name__}: {e}")

# ---
# exception groups in depth
import traceback
def tree(e, d=0):
    print('  ' * d + type(e).__name__, e.args if not isinstance(e, BaseExceptionGroup) else (e.message, len(e.exceptions)), getattr(e, '__notes__', None), type(e.__cause__).__name__, type(e.__context__).__name__)
    for x in getattr(e, 'exceptions', ()): tree(x, d + 1)
eg = ExceptionGroup('top', [ValueError('a'), ExceptionGroup('in', [TypeError('b'), KeyError('c')]), OSError(2, 'd', 'f')]); eg.add_note('note'); eg.__cause__ = RuntimeError('cz')
for c in (ValueError, (TypeError, OSError), Exception, ExceptionGroup, lambda e: len(str(e)) > 30):
    m, r = eg.split(c)
    for x in (m, r):
        if x is not None: tree(x)
        else: print(None)
t(eg.split, 5); t(eg.split, int); t(eg.subgroup, 'x'); t(lambda: eg.split()); t(setattr, eg, 'message', 1); t(setattr, eg, 'exceptions', ()); print(eg.args, eg.derive([ValueError()]).message, eg.exceptions[0] is eg.split(ValueError)[0].exceptions[0])
def run(f):
    try: f()
    except BaseException as e: tree(e)
def a():
    try: raise eg
    except* ValueError: pass
def b():
    try: raise eg
    except* ValueError as e: raise
def c():
    try: raise eg
    except* ValueError as e: raise e
def d():
    try: raise eg
    except* ValueError as e: raise KeyError('new') from e
    except* TypeError: 1 / 0
def e_():
    try: raise ValueError('plain')
    except* ValueError as e: tree(e)
    except* Exception: print('never')
    try: raise ValueError('plain')
    except* TypeError: print('never')
def f():
    for i in range(3):
        try: raise ExceptionGroup('x', [ValueError(i)])
        except* ValueError as e:
            if i == 1: pass
        else: print('else')
        finally: print('f', i)
def g():
    try: raise ExceptionGroup('x', [ValueError()])
    except* ExceptionGroup: pass
def h():
    try: raise KeyboardInterrupt
    except* KeyboardInterrupt as e: print(type(e).__name__, e.message, e.exceptions)
def i():
    try:
        try: raise ExceptionGroup('x', [ValueError(1), TypeError(2)])
        except* ValueError: raise ExceptionGroup('y', [OSError(3)])
    except* OSError as e: tree(e)
for q in (a, b, c, d, e_, f, g, h, i): print(q.__name__); run(q)
# ---
# raise, from, context, suppress, notes, traceback attributes
import sys
def chain(e, seen=()):
    while e is not None:
        print(repr(e), '| cause', repr(e.__cause__), '| ctx', repr(e.__context__), '| sup', e.__suppress_context__); e = e.__cause__ or e.__context__
        if e in seen: break
        seen += (e,)
def run(f):
    try: f()
    except BaseException as e: chain(e)
def a():
    try: 1 / 0
    except ZeroDivisionError: {}['k']
def b():
    try: 1 / 0
    except ZeroDivisionError as e: raise KeyError('k') from e
def c():
    try: 1 / 0
    except ZeroDivisionError: raise KeyError('k') from None
def d():
    try: raise ValueError(1)
    finally: raise TypeError(2)
def e():
    try: raise ValueError(1)
    except ValueError as x:
        try: raise TypeError(2)
        except TypeError: raise x
def f(): raise ValueError from 5
def g(): raise 5
def h(): raise ValueError, 1 if 0 else None
def i(): raise int
def j(): raise
def k(): raise type('X', (Exception,), {'__init__': lambda s: 1 / 0})
def l(): raise type('Y', (Exception,), {'__new__': lambda c: 5})
def m():
    with open_() as q: raise ValueError('body')
class open_:
    def __enter__(s): return s
    def __exit__(s, t, v, tb): raise TypeError('exit ' + t.__name__)
def n():
    e = ValueError('n'); e.__context__ = KeyError('set'); raise e
def o():
    try: raise ValueError('o')
    except ValueError as e: e.add_note('n1'); e.add_note('n2'); raise
def p():
    def gen():
        try: yield 1
        finally: raise TypeError('in close')
    q = gen(); next(q); q.close()
def q_():
    def gen():
        try: yield 1
        except ValueError: raise KeyError('from gen')
    z = gen(); next(z); z.throw(ValueError('thrown'))
for z in (a, b, c, d, e, f, g, i, j, k, l, m, n, o, p, q_): print('--', z.__name__); run(z)
x = ValueError('x'); t(setattr, x, '__cause__', 5); t(setattr, x, '__context__', 'a'); t(setattr, x, '__traceback__', 1); t(setattr, x, 'args', 5); t(delattr, x, 'args'); t(x.add_note, 5); x.args = [1, 2]; print(x.args, str(x), repr(x)); x.__notes__ = 'bad'; t(x.add_note, 'q'); t(x.with_traceback, 5); print(x.with_traceback(None) is x, ValueError('a', 'b'), repr(ValueError()), str(KeyError('a')), str(KeyError('a', 'b')), KeyError(), sys.exc_info())
try: raise OSError(2, 'No such', 'fn')
except FileNotFoundError as e: print(e.errno, e.strerror, e.filename, e.filename2, e.args, str(e), repr(e))
print(OSError(1, 'a', 'b', None, 'c'), repr(OSError(13, 'x')), OSError('just'), type(OSError(17, 'e')).__name__, type(OSError(99999, 'e')).__name__, StopIteration(5).value, SystemExit(3).code, SystemExit().code, SystemExit(1, 2).code, ImportError('m', name='n', path='p').name, repr(ImportError('m', name='n')), UnicodeDecodeError('utf-8', b'abc', 1, 2, 'why'), AttributeError('m', name='n', obj=5).obj, NameError('q', name='z').name); t(UnicodeDecodeError, 'a'); t(ImportError, 'm', nope=1); t(OSError, 'x', nope=1); t(AttributeError, foo=1); t(StopIteration, 1, 2); t(ValueError, a=1); print(SyntaxError('m', ('f', 1, 2, 'text', 1, 3)).lineno, SyntaxError('m')); t(SyntaxError, 'm', (1, 2))
# ---
# generators: send throw close return, protocol
def g():
    r = None
    while True:
        try: r = yield r; print('got', r)
        except ValueError as e: r = 'V' + str(e)
        except GeneratorExit: print('exit'); return 'ret'
x = g(); print(next(x), x.send(1), x.throw(ValueError('a')), x.throw(ValueError, 'b') if 0 else '', x.gi_running, x.gi_yieldfrom, x.gi_frame is not None, x.gi_suspended); t(x.throw, KeyError('k')); t(next, x); t(x.send, 1); print(x.gi_frame, x.close()); x = g(); t(x.send, 5); next(x); print(x.close(), x.close()); x = g(); t(x.throw, ValueError('early')); print(g().close())
def ig():
    try: yield 1
    except GeneratorExit: yield 2
x = ig(); next(x); t(x.close)
def re_(): yield (yield next(me))
me = re_(); t(next, me)
def si(): yield 1; raise StopIteration('x')
x = si(); next(x); t(next, x)
def sub():
    try:
        a = yield 1; print('sub', a); b = yield 2; return ('r', a, b)
    except KeyError as e: print('sub caught', e); yield 'recovered'; return 'after'
def outer(): r = yield from sub(); print('outer', r); r2 = yield from [7, 8]; print(r2); return 'done'
x = outer(); print(next(x), x.send('A'), x.gi_yieldfrom.__name__); t(x.send, 'B'); print(next(x)); t(next, x)
x = outer(); next(x); print(x.throw(KeyError('q'))); t(next, x); x.close()
class It:
    def __iter__(s): return s
    def __next__(s): return 5
def y(): yield from It()
x = y(); next(x); t(x.send, 3); x = y(); next(x); t(x.throw, ValueError('no throw'))
class It2(It):
    def send(s, v): print('send', v); raise StopIteration('sv')
    def throw(s, *a): print('throw', a); raise StopIteration('tv')
    def close(s): print('close')
def y2(): r = yield from It2(); print('res', r); yield 'end'
x = y2(); next(x); print(x.send(4)); x = y2(); next(x); print(x.throw(ValueError('z'))); x = y2(); next(x); x.close()
def y3(): yield from 5
t(next, y3()); t(lambda: list(i for i in 5)); print((i for i in ()).__name__, g.__name__, repr(g())[:18], type(g()).__mro__[0].__name__); t(g().throw, 5); t(g().throw, int); t(g().throw); t(lambda: g().throw(ValueError, ValueError('inst'))); t(lambda: g().throw(ValueError, 'msg', None)); t(lambda: g().throw(ValueError('a'), 'b'))
class CustomStop(StopIteration):
    @property
    def value(self): return 'custom'
class It3:
    def __iter__(s): return s
    def __next__(s): raise CustomStop('orig')
def y4(): r = yield from It3(); print('y4', r)
t(list, y4()); def_ = lambda: (yield); z = def_(); print(next(z)); t(z.send, 9)
def deep(n):
    if n: yield from deep(n - 1)
    yield n
print(sum(deep(50))); import inspect; print(inspect.getgeneratorstate(z), inspect.getgeneratorstate(g())); d = deep(1); next(d); print(inspect.getgeneratorlocals(d), inspect.getgeneratorstate(d))
def fin():
    try: yield 1
    finally: print('cleanup')
for _ in fin(): break
print('after'); w = fin(); next(w); l = [*fin()]; a, *b = fin(); print(a, b)
# ---
# match patterns
import dataclasses, enum, collections
@dataclasses.dataclass
class P: x: int; y: int = 0
class Q:
    __match_args__ = ('a', 'b')
    def __init__(s, a, b): s.a, s.b = a, b
class C(enum.Enum): R = 1; G = 2
class Seq(collections.abc.Sequence):
    def __len__(s): return 2
    def __getitem__(s, i): return 'ab'[i]
class Map(collections.abc.Mapping):
    def __len__(s): return 1
    def __iter__(s): return iter(['k'])
    def __getitem__(s, i): return {'k': 'v'}[i]
def m(v):
    match v:
        case 0 | 1 as n if n: return ('one', n)
        case 0: return 'zero'
        case True: return 'true'
        case -1 | 1.5 | 2+3j: return ('num', v)
        case 'a' 'b': return 'ab'
        case b'x': return 'bytes'
        case None: return 'none'
        case C.R: return 'red'
        case []: return 'empty'
        case [x]: return ('single', x)
        case [1, *rest, 9]: return ('ends', rest)
        case (int(a), str(b)): return ('int-str', a, b)
        case [[a, b], {'k': [c, *_]}]: return ('nested', a, b, c)
        case ['go', ('n' | 's') as d]: return ('dir', d)
        case {'type': 't', 'v': v2, **kw}: return ('t', v2, kw)
        case {'k': 'v'}: return 'kv'
        case {}: return ('dict', dict(v) if isinstance(v, dict) else '')
        case P(x=0, y=yy): return ('P0', yy)
        case P(x, y) if x == y: return ('Peq', x)
        case P(): return 'P'
        case Q(1, b=z): return ('Q', z)
        case str() as s: return ('str', s)
        case int() | float(): return 'number'
        case [a, b, *_]: return ('seq', a, b)
        case _: return 'other'
for v in (0, 1, True, False, -1, 1.0, 1.5, 2+3j, 'ab', b'x', bytearray(b'x'), None, C.R, C.G, [], (), [5], [1, 2, 3, 9], (3, 'q'), [[1, 2], {'k': [3, 4]}], ['go', 's'], ['go', 'w'], {'type': 't', 'v': 1, 'z': 2}, {'k': 'v'}, {}, {'q': 1}, P(0, 5), P(4, 4), P(1, 2), Q(1, 2), Q(2, 2), 'text', 7, 2.5, range(5), Seq(), Map(), iter([1]), {1, 2}, collections.deque([1, 2]), memoryview(b'ab'), 'x', object): print(v if not isinstance(v, (Seq, Map, Q)) and 'at 0x' not in repr(v) else type(v).__name__, m(v))
class Bad: __match_args__ = 5
class Bad2: __match_args__ = (1,)
class Bad3: __match_args__ = ('x', 'x')
def z(v, k):
    match v:
        case Bad(1) if k == 0: pass
        case Bad2(1) if k == 1: pass
        case Bad3(1, 2) if k == 2: pass
        case Q(1, 2, 3): pass
        case int(1, 2): pass
    return 'no match'
b3 = Bad3(); b3.x = 1; t(z, Bad(), 0); t(z, Bad2(), 1); t(z, b3, 2); t(z, Q(1, 2), 3); t(z, 5, 4)
def w(v, T):
    match v:
        case T(): return 'yes'
    return 'no'
t(w, 5, int); t(w, 5, 3); t(w, 5, int | str); t(w, [], list[int])
match {'a': 1, 'b': 2}:
    case {'a': 1, **r}: print(r)
match (1, (2, (3, [4, 5]))):
    case (a, (b, (c, [d, *e]))): print(a, b, c, d, e)
match 5:
    case int(n): print(n)
match 'x', 5:
    case str(s), int(i): print(s, i)
x = [1, 2]; match x: 
    case [a, b] if (c := a + b) > 2: print(c)
match = 3; case = 4; _ = 5; print(match, case, _, match * case); type = 1; print(type)
# ---
# f-strings in every form
import datetime, decimal
x, y, w, p, s, d = 3, 4.56789, 10, 3, 'str', datetime.date(2024, 2, 3)
print(f'{x}{y}', f'{x!r:>5}|', f'{y:{w}.{p}}', f'{y:{w}.{p}f}|{s:*^{w}}', f'{s!r}', f'{s!s:>6}', f'{"é"!a}', f'{x=}', f'{x = }', f'{x=!r:^9}', f'{y=:.2f}', f'{d:%Y/%m}', f'{d=!s}', f'{{}}', f'{{{x}}}', f'{x:{{}}>5}' if 0 else '', f'{lambda_ if 0 else 1}' if 0 else '', f'{(lambda q: q + 1)(2)}', f'{x if x > 2 else "no"}', f'{[i for i in range(3)]}', f'{ {"a": 1}["a"] }', f"{'nested ' + f'{x + 1}'}", f'{x:{"0" + str(5)}d}', f'''{
x
+ 1}''', f'{x!r}' f'{y!s}', rf'\n{x}\t', fr'{s}\d', f'\N{DIGIT ONE}{x}', f'\x41\u0042', f'{"a" "b"}', f'{s[0]}{s[-1:]}', f'{x,}', f'{*[1, 2],}', f'{x:>{w}}', f'{None}', f'{True:5}|', f'{...}', f'{x:#x} {x:08b} {1000000:,} {1234.5:_} {0.25:%} {x:+d} {255:#o} {-5:=+6}')
for e in ("f'{x!z}'", "f'{}'", "f'{x'", "f'{x!}'", "f'}'", "f'{x:{'", "f'{a b}'", "f'{x!r:}}'", "f'{!x}'", "f'{x:d:d}'", "f'{*a}'", "f'{yield}'", "f'{x='", "f'{x=!}'", "f'{lambda x: 1}'", "f'{x # c}'", "f'{'", "f'{{'", "f'{ }'", "f'{x;y}'", "f'{x!r r}'", "f'{x:{y:{z:{w}}}}'", "b'a' f'b'", "f'a' b'b'", "f'{\n'"): t(lambda: eval(e))
t(lambda: f'{x:q}'); t(lambda: f'{s:d}'); t(lambda: f'{s:+}'); t(lambda: f'{y:d}'); t(lambda: f'{[]:5}'); t(lambda: f'{None:>5}'); t(lambda: f'{x:{None}}'); t(lambda: f'{x:,_}'); t(lambda: f'{x:.2}'); t(lambda: f'{y:.-1f}'); t(lambda: f'{x:c}'); t(lambda: f'{-1:c}'); t(lambda: f'{x:,c}'); t(lambda: f'{x:99999999999999999999d}'); t(lambda: f'{s:.2}{s:=5}'); t(lambda: f'{1j:05}'); t(lambda: f'{undefined_name}'); t(lambda: format(1, 5)); t(lambda: f'{x:\x00>5}')
class F:
    def __format__(self, spec): return f'<{spec!r}>'
    def __str__(self): return 'S'
    def __repr__(self): return 'R'
    def __bool__(self): raise ValueError
print(f'{F()}', f'{F():a b}', f'{F()!s:>3}', f'{F()!r}', f'{F()=}', f'{F()=:x}', f'{F():{F()!r}{x}}', '{:{}}'.format(F(), 'z'), '{0!r:>3} {0:%Y}'.format(F()))
# ---
# t-strings
from string.templatelib import Template, Interpolation, convert
n, v = 'name', 3.14159
a = t_ = t'Hello {n!r:>10} and {v:.2f}{n}!'
print(type(a).__name__, a.strings, [ (i.value, i.expression, i.conversion, i.format_spec) for i in a.interpolations], a.values, list(a)[0], len(list(a)), repr(t'x{n}'), t''.strings, t'{n}'.strings, list(t''), list(t'{n}{v}')[1].expression)
b = a + t' more {v}'; print(b.strings, len(b.interpolations)); t(lambda: a + 'str'); t(lambda: 'str' + a); t(lambda: Template('a', 'b', Interpolation(1, 'x'), 'c').strings); t(lambda: Template(1)); t(lambda: Interpolation()); i = Interpolation(5, 'five', 'r', '>3'); print(i, i.value, i.__match_args__); match i:
    case Interpolation(val, expr, conv, spec): print(val, expr, conv, spec)
t(setattr, i, 'value', 1); t(lambda: Interpolation(1, 'x', 'q')); t(lambda: Interpolation(1, 5)); print(convert('é', 'a'), convert(5, 's'), convert(5, None), t'{n = }'.strings, t'{n=}'.interpolations[0].conversion, t'{ n }'.interpolations[0].expression, t'{v:{n}}'.interpolations[0].format_spec, rt'\d{n}'.strings, t'a' t'b{n}' .strings); t(lambda: eval("t'a' 'b'")); t(lambda: eval("t'a' f'b'"))
def html(tpl): return ''.join(s if isinstance(s, str) else format(convert(s.value, s.conversion), s.format_spec).upper() for s in tpl)
print(html(a), a == a, t'x' == t'x'); t(hash, t'x') if 0 else None; t(lambda: t'{nope}'); print(type(iter(t'a{n}')).__name__, Template.__module__, isinstance(t'', Template)); t(type, 'X', (Template,), {})
# ---
# PEP 695 and annotations
import typing, annotationlib
type A[T] = list[T] | None
type R = dict[str, R]
def f[T: int, *Ts, **P](x: T, *a: *Ts) -> T: return x
class C[T, U = int]:
    x: T
    def m[V](self, v: V) -> tuple[T, V]: ...
print(A, A.__value__, A.__type_params__, A[int], A[int].__args__, A[int].__origin__, A.__name__, A.__module__, type(A).__name__, R.__value__, f.__type_params__, [(type(p).__name__, p.__name__) for p in f.__type_params__], f.__type_params__[0].__bound__, C.__type_params__, C.__type_params__[1].__default__, C.__orig_bases__, C.__parameters__, C[int], C[int, str].__args__, C.m.__type_params__, C.__mro__)
print(f.__annotations__, C.__annotations__, f.__annotate__ is not None, annotationlib.get_annotations(f), typing.get_type_hints(C)); t(lambda: C[int, str, float]); t(lambda: A[int, str]) ; t(lambda: R[int]); t(lambda: isinstance(1, A)); t(lambda: A()); t(setattr, A, '__value__', 1)
def g(a: undefined, b: 'str' = 1) -> later.x: pass
t(lambda: g.__annotations__); print(annotationlib.get_annotations(g, format=annotationlib.Format.STRING), annotationlib.get_annotations(g, format=annotationlib.Format.FORWARDREF)['b'], type(annotationlib.get_annotations(g, format=annotationlib.Format.FORWARDREF)['a']).__name__)
undefined = int
class later: x = str
print(g.__annotations__)
class D:
    a: int
    b: "fwd" = 1
    def m(self) -> D: ...
    if True: c: str
print(D.__annotations__, D.m.__annotations__); x: int = 5; y: str; print('y' in globals())
t(lambda: typing.get_type_hints(D)); T = typing.TypeVar('T', bound=int, covariant=True); print(T, T.__bound__, T.__covariant__, T.__constraints__, typing.TypeVar('K', int, str).__constraints__, typing.TypeVar('Q', default=int).__default__, typing.TypeVar('Q').__default__, typing.NoDefault, typing.TypeVarTuple('Ts')); t(typing.TypeVar, 'T', int); t(typing.TypeVar, 'T', covariant=True, contravariant=True)
for s in ('def f[T, T](): pass', 'class A[T: (yield)]: pass', 'type X[T = int, U] = 1', 'def f[T]() -> (x := 1): pass', 'type x.y = 1', 'def f[](): pass', 'class A[*T = *tuple[int]]: pass', 'def f[T](T): pass', 'type A[T] = (await x)'): 
    try: exec(s); print('ok', s)
    except SyntaxError as e: print(s, '->', e.msg)
def outer[T]():
    def inner() -> T: return T
    class K: t = T
    return inner().__name__, K.t.__name__
print(outer()); type L[T] = [lambda: T, T]; print(L.__value__[0]() is L.__type_params__[0]); class_ = C[int](); print(class_.__orig_class__, C.__class_getitem__(str))
def h[T = int](x: T) -> T: pass
print(h.__type_params__[0].has_default(), h.__type_params__[0].__default__, h.__type_params__[0].__infer_variance__)
# ---
# argument binding errors
def f(a, b, /, c, d=1, *, e, g=2): return (a, b, c, d, e, g)
def v(a, *r, k=1, **kw): return (a, r, k, kw)
def n(): pass
def o(a, b=1): pass
def kk(*, first, second, third): pass
class C:
    def m(self, x): pass
    @classmethod
    def c(cls, x): pass
    @staticmethod
    def s(x): pass
    def __init__(self, p, q=1): pass
for a, k in (((), {}), ((1,), {}), ((1, 2), {}), ((1, 2, 3), {}), ((1, 2, 3, 4, 5), {}), ((1, 2, 3), {'e': 1}), ((1, 2), {'c': 3, 'e': 1}), ((1,), {'b': 2, 'c': 3, 'e': 4}), ((1, 2, 3), {'c': 1, 'e': 2}), ((1, 2, 3), {'e': 1, 'z': 2}), ((1, 2, 3), {'e': 1, 'gg': 2}), ((1, 2, 3, 4, 5, 6), {'e': 1}), ((1, 2, 3, 4, 5), {'e': 1, 'g': 2}), ((), {'a': 1, 'b': 2, 'c': 3}), ((), {'e': 1})): t(f, *a, **k)
t(v); t(v, 1, 2, k=3, z=4); t(lambda: v(1, a=2)); t(lambda: v(**{'a': 1, 'b b': 2})); t(lambda: v(1, **{1: 2})); t(lambda: v(1, *5)); t(lambda: v(1, **5)); t(lambda: v(**{'k': 1}, **{'k': 2}, a=1)); t(lambda: v(a=1, **{'a': 2})); t(n, 1); t(n, x=1); t(o); t(o, 1, 2, 3); t(o, 1, 2, c=3); t(o, b=1); t(kk); t(kk, first=1); t(kk, first=1, second=2); t(kk, 1, first=1); t(kk, frist=1, second=2, third=3); t(C); t(C, 1, 2, 3); t(C, r=1, p=1); c = C(1); t(c.m); t(c.m, 1, 2); t(c.m, y=1); t(C.m, 1); t(C.c); t(c.c, 1, 2); t(C.s); t(c.s, 1, 2); t(lambda x: 1); t(lambda x, y: 1, 1); t((lambda *, z: 1)); t(lambda: (lambda: 1)(1))
for fn, a, k in ((len, (), {}), (len, (1, 2), {}), (len, ([],), {'x': 1}), (abs, (), {}), (int, (1, 2, 3), {}), (int, (), {'x': 1}), (int, ('1',), {'bas': 3}), (str, (1, 2, 3, 4), {}), (print, (1,), {'sp': 1}), (sorted, (), {}), (sorted, ([], 1), {}), (min, (), {}), (min, ([],), {'keys': 1}), (max, ([],), {}), (max, (1,), {}), (sum, (), {}), (sum, ([],), {'beg': 1}), (range, (), {}), (range, (1, 2, 3, 4), {}), (range, (1,), {'stop': 1}), (zip, (1,), {}), (zip, ([],), {'strct': 1}), (enumerate, (), {}), (enumerate, ([], 1, 2), {}), (enumerate, ([],), {'x': 1}), (map, (), {}), (map, (1,), {}), (filter, (1,), {}), (isinstance, (1,), {}), (getattr, (1,), {}), (getattr, (1, 'a', 2, 3), {}), (round, (), {}), (round, (1.5, 1, 2), {}), (pow, (1,), {}), (divmod, (1,), {}), (open, (), {}), (dict, (1, 2), {}), (dict, ([1],), {}), (dict, ([(1, 2, 3)],), {}), (list, (1, 2), {}), (list, (), {'x': 1}), (tuple, (1, 2), {}), (set, (1, 2), {}), (frozenset, (), {'a': 1}), (bytes, (1, 2, 3, 4), {}), (bytearray, (), {'x': 1}), (float, (1, 2), {}), (float, (), {'x': 1}), (complex, (1, 2, 3), {}), (bool, (1, 2), {}), (bool, (), {'x': 1}), (slice, (), {}), (slice, (1, 2, 3, 4), {}), (object, (1,), {}), (type, (), {}), (super, (1, 2, 3), {}), (iter, (), {}), (iter, (1, 2), {}), (next, (), {}), (next, (1,), {}), (hash, (), {}), (chr, (), {}), (ord, ('ab',), {}), (property, (1, 2, 3, 4, 5), {}), (staticmethod, (), {}), (classmethod, (1, 2), {}), (memoryview, (), {}), (reversed, (), {}), (vars, (1, 2), {}), (dir, (1, 2), {}), (eval, (), {}), (exec, (), {}), (compile, (), {}), (hex, (), {}), (bin, (1.5,), {}), (callable, (), {}), (format, (), {}), (input, (1, 2), {}), (globals, (1,), {}), (id, (), {}), (any, (), {}), (all, (1, 2), {}), (delattr, (1,), {}), (setattr, (1, 2), {}), (hasattr, (1,), {}), (issubclass, (int,), {}), (repr, (), {}), (ascii, (1, 2), {}), (__import__, (), {}), (breakpoint, (), {}) if 0 else (len, (), {}), ([].append, (), {}), ([].append, (1, 2), {}), ([].append, (), {'x': 1}), ([].pop, (1, 2), {}), ([].sort, (1,), {}), ([].sort, (), {'ke': 1}), ([].index, (), {}), ([].insert, (1,), {}), ([].extend, (), {}), ({}.get, (), {}), ({}.get, (1, 2, 3), {}), ({}.pop, (), {}), ({}.update, (1, 2), {}), ({}.setdefault, (), {}), ({}.fromkeys, (), {}), (''.join, (), {}), (''.split, (1, 2, 3), {}), (''.split, (), {'sp': 1}), (''.replace, ('a',), {}), (''.replace, ('a', 'b', 1, 2), {}), (''.find, (), {}), (''.encode, (1,), {}), (''.encode, (), {'enc': 1}), (''.strip, (1, 2), {}), (''.center, (), {}), (''.format_map, (), {}), (''.startswith, (), {}), (''.startswith, (1,), {}), (''.splitlines, (1, 2), {}), (''.expandtabs, (), {'x': 1}), (''.translate, (), {}), (b''.decode, (1,), {}), (b''.join, ([1],), {}), ({1}.add, (), {}), ({1}.pop, (1,), {}), ((1).bit_length, (1,), {}), ((1).to_bytes, (1, 2, 3), {}), ((1).to_bytes, (), {'lenth': 1}), ((1,).index, (), {}), ((1.5).is_integer, (1,), {})): print(fn.__name__, a, k, end=' '); t(fn, *a, **k)
