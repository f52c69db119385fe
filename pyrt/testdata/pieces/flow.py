def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(f"{type(e).__name__}: {e}")

# ---
# exception group split and derive
eg = ExceptionGroup('g', [ValueError(1), TypeError(2), ExceptionGroup('h', [ValueError(3), OSError(4)])])
print(repr(eg), str(eg), eg.exceptions[2].message)
m, r = eg.split(ValueError); print(repr(m), repr(r)); print(repr(eg.subgroup(lambda e: isinstance(e, OSError))), eg.subgroup(KeyError))
t(ExceptionGroup, 'x', []); t(ExceptionGroup, 'x', [1]); t(ExceptionGroup, 1, [ValueError()]); t(ExceptionGroup, 'x', [KeyboardInterrupt()]); t(ExceptionGroup, 'x'); t(ExceptionGroup, 'x', 1)
print(type(BaseExceptionGroup('b', [ValueError()])).__name__, type(BaseExceptionGroup('b', [KeyboardInterrupt()])).__name__)
class MyEG(ExceptionGroup):
    def derive(self, e): return MyEG(self.message + '!', e)
a, b = MyEG('m', [ValueError(), TypeError()]).split(TypeError); print(repr(a), repr(b))
# ---
# except star
def f(*es):
    try:
        try: raise ExceptionGroup('g', list(es))
        except* ValueError as e: print('V', repr(e))
        except* (TypeError, KeyError) as e: print('TK', repr(e)); raise RuntimeError('in handler')
        else: print('else')
        finally: print('fin')
    except BaseException as e: print('out', repr(e), repr(e.__cause__), repr(e.__context__))
f(ValueError(1)); f(ValueError(1), OSError(2)); f(TypeError(1), ValueError(2)); f(OSError())
try: raise ValueError('naked')
except* ValueError as e: print(repr(e))
def g():
    try: raise ValueError
    except* ExceptionGroup: pass
t(g)
def g():
    try: raise ValueError
    except* 5: pass
t(g)
# ---
# context, cause and suppression
def f():
    try: 1 / 0
    except ZeroDivisionError as e: raise ValueError('v') from None
try: f()
except ValueError as e: print(repr(e.__context__), e.__cause__, e.__suppress_context__)
try:
    try: raise KeyError('a')
    finally: raise IndexError('b')
except IndexError as e: print(repr(e.__context__))
def g(): raise ValueError from 5
t(g)
def g(): raise 5
t(g)
def g(): raise ValueError from KeyError
try: g()
except ValueError as e: print(repr(e.__cause__))
def g(): raise
t(g)
def g(): raise int
t(g)
e = ValueError('x'); e.__cause__ = KeyError(); print(e.__suppress_context__)
def g(): e.__cause__ = 1
t(g)
def g(): e.args = 1
t(g)
e.args = (1, 2); print(str(e), repr(e))
# ---
# exception variable is deleted; nested handlers restore sys.exception
import sys
try: raise ValueError('v')
except ValueError as e: print(sys.exception())
t(lambda: e); print(sys.exception())
def f():
    try: raise KeyError(1)
    except KeyError:
        try: raise TypeError(2)
        except TypeError: print(repr(sys.exception()))
        print(repr(sys.exception()), sys.exc_info()[0].__name__)
f()
def g():
    try: raise OSError
    except OSError: yield sys.exception(); yield sys.exception()
x = g(); print(repr(next(x)), sys.exception(), repr(next(x)))
# ---
# finally swallows
def f():
    for i in range(3):
        try: return i
        finally: continue
    return 'end'
print(f())
def g():
    try: raise ValueError
    finally: return 'swallowed'
print(g())
def h():
    while True:
        try: break
        finally: print('fin')
    else: print('else')
    for x in []: pass
    else: print('for else')
h()
# ---
# notes and with_traceback
e = ValueError('x'); e.add_note('n1'); e.add_note('n2'); print(e.__notes__); t(e.add_note, 1); t(e.with_traceback, 1); print(e.with_traceback(None) is e)
class E(Exception):
    def __init__(self, a, b=2): self.a = a
print(repr(E(1)), str(E(1, 3)), E(5).args)
class F(Exception):
    def __str__(self): return 'custom'
print(F(1), repr(F(1)), [F(2)])
import traceback
def f(): raise E(7)
try: f()
except E as e: print(traceback.format_exception_only(e), e.__traceback__.tb_lineno > 0, traceback.extract_tb(e.__traceback__)[-1].name)
# ---
# generator send, throw, close
def g():
    try:
        x = yield 1
        while True:
            try: x = yield ('got', x)
            except ValueError as e: x = ('caught', str(e))
    finally: print('closed')
a = g(); t(a.send, 1); print(next(a), a.send('s'), a.throw(ValueError('v'))); a.close(); t(next, a); t(a.send, 1); t(a.throw, KeyError('k')); a.close()
def h():
    try: yield 1
    except GeneratorExit: yield 2
a = h(); next(a); t(a.close)
def i():
    try: yield 1
    except GeneratorExit: return 5
a = i(); next(a); print(a.close())
def j(): raise StopIteration; yield
t(next, j())
def k(): yield next(iter([]))
t(list, k())
t(a.throw, 5); t(lambda: i().throw(ValueError)); t(lambda: i().throw(ValueError('a'))); print(i.__name__, a.__qualname__, a.gi_running, a.gi_frame)
def r(): next(me); yield
me = r(); t(next, me)
# ---
# generator expressions evaluate the first iterable at once
def f(): print('called'); return [1]
g = (x for x in f()); print('made'); print(list(g)); t(lambda: (x for x in 1)); g = (y for x in [1] for y in 1); t(next, g)
x = 5; g = (x for _ in [0]); x = 6; print(list(g)); print([(lambda: i)() for i in range(3)], [f() for f in [lambda: i for i in range(3)]])
print([y := 1, y ** 2], y, [z := i for i in range(3)], z, any((w := i) > 1 for i in range(5)), w)
print({k: v for k, v in zip('ab', [1, 2])}, {a for a in 'aab'} == {'a', 'b'}, [[j for j in range(i)] for i in range(3)], [*(i for i in 'ab')], [i for i in range(10) if i % 2 if i > 3])
# ---
# match: sequences, mappings, classes
def f(x):
    match x:
        case []: return 'empty'
        case [1]: return 'one'
        case [1, *rest] if rest: return ('rest', rest)
        case (a, b): return ('pair', a, b)
        case {'k': v, **r}: return ('map', v, r)
        case {}: return 'anymap'
        case str(s): return ('str', s)
        case int() | float() as n: return ('num', n)
        case None | True: return 'const'
        case _: return 'other'
for v in [], [1], [1, 2, 3], (4, 5), 'ab', b'ab', {'k': 1, 'z': 2}, {'q': 1}, 5, True, None, 1.5, range(2), {1, 2}, bytearray(b'a'), iter([1]): print(f(v))
# ---
# match: class patterns and errors
class P:
    __match_args__ = ('x', 'y')
    def __init__(s, x, y): s.x, s.y = x, y
class Q: __match_args__ = 'x'
class R: __match_args__ = [1]
class S: __match_args__ = (1,)
def f(v):
    match v:
        case P(1, y=2): return 'p12'
        case P(x, y) if x == y: return 'eq'
        case P(x=0): return 'x0'
        case P(): return 'p'
        case Q(1): return 'q'
        case R(1): return 'r'
        case S(1): return 's'
for v in P(1, 2), P(3, 3), P(0, 1), P(5, 6), Q(), R(), S(), 3: t(f, v)
def g(v):
    match v:
        case P(1, 2, 3): pass
t(g, P(1, 2))
def g(v):
    match v:
        case P(1, x=1): pass
t(g, P(1, 2))
def g(v):
    match v:
        case int(1, 2): pass
t(g, 1)
def g(v):
    match v:
        case t(1): pass
t(g, 1)
def g(v):
    match v:
        case {'a': 1, 'a': 2}: pass
    return 1
# ---
# match: values, or patterns, bindings left behind
import enum
class Color(enum.Enum): RED = 1; BLUE = 2
def f(v):
    match v:
        case Color.RED: return 'red'
        case -1 | 1+2j | 'a' 'b' | b'x': return 'lit'
        case [(1 | 2) as q, [*_, last]]: return (q, last)
        case {'a': [x, {'b': y}]}: return (x, y)
        case 0.0: return 'zero'
        case [x, y, *z] | [x, *z, y, 1]: return x, y, z
for v in Color.RED, Color.BLUE, -1, 1+2j, 'ab', b'x', [2, [3, 4]], {'a': [1, {'b': 2, 'c': 3}]}, 0, False, [9, 8, 7]: print(f(v))
match [1, 2]:
    case [a, 3]: pass
    case [a, b]: print(a, b)
match = 5; case = 6; type = 7; _ = 8; print(match, case, type, _)
match match:
    case case: print(case)
# ---
# with statements
class C:
    def __init__(s, n, sup=False): s.n, s.sup = n, sup
    def __enter__(s): print('enter', s.n); return s.n
    def __exit__(s, *a): print('exit', s.n, a[0] and a[0].__name__, a[1]); return s.sup
with C(1) as a, C(2, True) as b: print(a, b); raise ValueError('x')
with (C(3) as x, C(4),): print(x)
def f():
    with C(5): return 'r'
print(f())
for i in 1, 2:
    with C(6): continue
def g():
    with C(7) as (a, b): pass
t(g)
class X:
    def __enter__(s): raise KeyError('in enter')
    def __exit__(s, *a): print('never')
def h():
    with C(8), X(): pass
t(h)
def h():
    with 5: pass
t(h)
# ---
# scoping: nonlocal, global, del, closures
def f():
    x = 1
    def g(): nonlocal x; x += 1; return x
    def h(): return x
    return g, h
g, h = f(); print(g(), g(), h(), g.__closure__[0].cell_contents, g.__code__.co_freevars)
def f():
    print(y)
    y = 1
t(f)
def f():
    def g(): return z
    t(g); z = 1; print(g()); del z; t(g)
f()
def f():
    global newg; newg = 5
f(); print(newg); t(lambda: undefined_name); del newg; t(lambda: newg)
def f(a=[]): a.append(1); return a
f(); print(f(), f.__defaults__); f.__defaults__ = (5,); t(f)
fs = [lambda x=i: x for i in range(3)]; print([f() for f in fs])
# ---
# decorators and evaluation order
def d(n): print('make', n); return lambda f: (print('apply', n), f)[1]
@d(1)
@d(2)
def f(a=print('default'), *, b: print('ann') = 1): pass
def e(n): print(n); return n
{e(1): e(2), e(3): e(4)}; [e(5), e(6)][e(0)]; e(7) if e(0) else e(8); e(1) < e(3) < e(2) < e(9)
x = [0, 0]; i = 0; i, x[i] = 1, 9; print(x); a = b = c = []; a.append(1); print(c); (p, q), r = [1, 2], 3; [s, *u] = 'xyz'; print(p, q, r, s, u)
f = e; f(*[e(1)], **{'n': 1} if 0 else {})
# ---
# async straight code
import asyncio
async def a(x): return x + 1
class CM:
    async def __aenter__(s): print('ae'); return 5
    async def __aexit__(s, *e): print('ax', e[0]); return True
async def gen():
    for i in range(3): yield i
async def main():
    print(await a(1))
    async with CM() as v: print(v); raise ValueError
    print([i async for i in gen()], [await a(i) for i in range(2)])
    print(await asyncio.gather(a(1), a(2)))
    async for i in gen(): print(i)
    else: print('done')
    await asyncio.sleep(0); return 'R'
print(asyncio.run(main())); c = a(1); print(type(c).__name__); t(c.send, None); t(c.send, None)
async def bad(): await 5
t(asyncio.run, bad())
# ---
# lazily evaluated annotations
import annotationlib
def f(x: Undefined, y: int) -> Later: pass
t(lambda: f.__annotations__)
print(annotationlib.get_annotations(f, format=annotationlib.Format.STRING)); print(annotationlib.get_annotations(f, format=annotationlib.Format.FORWARDREF)['y'])
class Later: pass
Undefined = str; print(f.__annotations__)
class C:
    a: list[B]; b: 'B' = 1
    if False: c: int
class B: pass
print(C.__annotations__, C.__annotate__(1)); 
def g(a, *b: int, **c: str): pass
print(g.__annotations__); g.__annotations__ = {'q': 1}; print(g.__annotations__)
x: int = 5; print(__annotations__)
# ---
# t-strings
n = 5; tt = t'a{n!r:>{n}}b{n + 1=}c'
print(tt.strings, [ (i.value, i.expression, i.conversion, i.format_spec) for i in tt.interpolations], tt.values)
print(type(tt), list(t'{1}x'), (t'a' + t'b').strings, t''.strings, rt'\n{n}'.strings)
t(lambda: t'a' + 'b')
# ---
# f-string forms
x = 3.14159; d = {'a': 1}; w = 10
print(f'{x:.2f}|{x!r:>{w}}|{x=}|{x = :.1f}|{d["a"]}|{{}}|{"q":^5}|{x:{"<"}{w}}|{f"{f'{1}'}"}|{"\n"}|{d=}|{x!s:.3}|{(lambda: 1)()}|{[i for i in range(3)]}|{x
:.1f}|{ x + 1 = }')
print(f'{w:x}{w:#b}{w:,}{-w:+}{w:e}{True:d}{None}{"a":>3}{1+1!r}', f'{"a" if x else "b"}', f'{x:%}', rf'\{w}', f'{w!a}', f"{'é'!a}")
t(lambda: f'{x:d}'); t(lambda: f'{"a":d}'); t(lambda: f'{None:5}'); t(lambda: f'{[]:>5}'); t(lambda: f'{w:.2}'); t(lambda: f'{w:q}'); t(lambda: f'{"s":=5}'); t(lambda: f'{1:,_}')
# ---
# assignment expressions, star, chained, slices
def f(*a, **k): return a, k
print(f(*[1], 2, *'ab', x=1, **{'y': 2}), f(*(), **{}), (*[1], *[2]), {**{'a': 1}, 'a': 2}, [*{}, *'x']); t(lambda: f(x=1, **{'x': 2})); t(lambda: f(**{'a': 1}, **{'a': 2}))
l = list(range(10)); l[2:5] = 'ab'; print(l); l[::3] = [0] * 4 if len(l[::3]) == 4 else [0] * 3; print(l)
def g(): l[::2] = [1]
t(g); del l[::2]; print(l); l[5:2] = [7]; print(l); l[:] = []; print(l, [1, 2, 3][-5:5], [1, 2, 3][::-1], 'abc'[5:], (1, 2)[-1:-3:-1], list(range(10))[8:1:-3])
t(lambda: l.pop()); t(lambda: [].remove(1)); t(lambda: [1].index(2)); t(lambda: ().index(1)); t(lambda: l[0]); t(lambda: ()[0]); t(lambda: ''[0]); t(lambda: b''[0]); t(lambda: [1].pop(5))
def g(): l[0] = 1
t(g)
def g(): del l[0]
t(g)
def g(): (1,)[0] = 1
t(g)
def g(): 'a'[0] = 1
t(g)
def g(): del (1,)[0]
t(g)
# ---
# iteration protocol
t(iter, 1); t(next, 1); t(next, [1]); t(lambda: [x for x in 1]); t(lambda: 1 in 1); t(lambda: 'a' in 1); t(lambda: 1 in 'a'); print(next(iter([]), 'd'), list(iter([1, 2, 3, 0, 4].pop, 0)))
d = {1: 1}
def f():
    for k in d: d[k + 1] = 1
t(f)
s = {1}
def f():
    for k in s: s.add(k + 100)
t(f)
l = [1, 2, 3]; out = []
for x in l:
    out.append(x)
    if len(l) < 6: l.append(x * 10)
print(out); it = iter(l); next(it); print(it.__length_hint__(), list(reversed(l)), list(enumerate('ab', 5)), list(zip('ab', 'abc'))); t(lambda: list(zip('ab', 'abc', strict=True))); t(lambda: list(zip('abc', 'ab', strict=True))); t(lambda: list(map(lambda x, y: x, [1, 2], [1], strict=True)))
class I:
    def __iter__(s): return 5
t(iter, I())
class J:
    __iter__ = None
t(iter, J()); t(lambda: 1 in J())
class K: __contains__ = None
t(lambda: 1 in K())
