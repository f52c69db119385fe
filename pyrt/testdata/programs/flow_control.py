# generators: every way of ending
def g():
    r = yield 1
    print('received', r)
    try: yield 2
    except KeyError as e: print('caught', e); yield 'recovered'
    finally: print('finally')
    return 'done'
i = g(); print(next(i), i.send('x'), i.throw(KeyError('k')))
try: next(i)
except StopIteration as e: print('value', e.value)
i = g(); next(i); i.close(); i.close(); print(list(i))
i = g(); next(i); next(i)
try: i.throw(ValueError('v'))
except ValueError as e: print(repr(e))
print(i.gi_frame, i.gi_running, i.gi_code.co_name, i.gi_yieldfrom)
# ---
# yield from passes everything on
def inner():
    try:
        while True:
            x = yield
            print('inner', x)
    except GeneratorExit: print('inner closed'); raise
    except ZeroDivisionError: print('inner zero'); return 'result'
def outer():
    r = yield from inner()
    print('outer got', r); yield 'after'
o = outer(); next(o); o.send(1); print(o.throw(ZeroDivisionError)); o.close()
o = outer(); next(o); o.close()
def lst(): return (yield from [1, 2]), (yield from 'ab')
print(list(lst()))
class It:
    def __iter__(self): return self
    def __next__(self): raise StopIteration('v')
def d(): x = yield from It(); print('x', x)
print(list(d()))
# ---
# a generator raising StopIteration
def g(): yield 1; raise StopIteration('inner')
try: list(g())
except RuntimeError as e: print(e, repr(e.__cause__), e.__suppress_context__)
def h(): yield next(iter([]))
try: list(h())
except RuntimeError as e: print(repr(e))
print(list(x for x in [1, 2, 3] if x > 1), sum(x * y for x in (1, 2) for y in (3, 4)))
# ---
# generator expressions bind early and late
n = 10; gen = (x + n for x in range(3)); n = 100; print(list(gen))
try: (x for x in 5)
except TypeError as e: print(e)
def f():
    return [lambda: i for i in range(3)], [lambda i=i: i for i in range(3)]
a, b = f(); print([x() for x in a], [x() for x in b])
# ---
# finally and return
def f(n):
    for i in range(3):
        try:
            if n == 0: return 'try'
            if n == 1: continue
            if n == 2: break
            if n == 3: raise ValueError
        except ValueError: return 'except'
        else: print('else', i)
        finally: print('finally', i)
    else: return 'loop else'
    return 'after break'
for n in range(5): print(f(n))
# ---
# loops and else
for i in []: pass
else: print('for else')
while False: pass
else: print('while else')
for i in range(5):
    if i == 2: continue
    if i == 4: break
    print(i, end=' ')
else: print('never')
print(i)
for a, (b, *c) in [(1, (2, 3, 4))]: print(a, b, c)
for d['k'] in range(2) if (d := {}) is not None else []: pass
print(d)
# ---
# exceptions chain
def cause():
    try: 1 / 0
    except ZeroDivisionError as e: raise KeyError('k') from e
try: cause()
except KeyError as e: print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__, e.__traceback__.tb_lineno, e.__traceback__.tb_next.tb_lineno)
try:
    try: raise ValueError('a')
    finally: raise TypeError('b')
except TypeError as e: print(repr(e.__context__))
try:
    try: raise ValueError('a')
    except ValueError as e: e = None
    print('e' in dir())
    raise
except RuntimeError as x: print(x)
try: raise ValueError from 5
except TypeError as e: print(e)
try: raise int
except TypeError as e: print(e)
# ---
# exception objects
e = ValueError('a', 1); print(e, repr(e), e.args, str(ValueError()), repr(ValueError('x')), ValueError('a') == ValueError('a'))
e.add_note('n1'); print(e.__notes__, e.with_traceback(None) is e)
try: e.add_note(5)
except TypeError as x: print(x)
o = OSError(2, 'No such file', 'f.txt'); print(o, repr(o), type(o).__name__, o.errno, o.strerror, o.filename, OSError(13, 'x').__class__.__name__, OSError('one'), OSError(1, 2, 3, None, 4), FileNotFoundError(5, 'y'))
print(KeyError('k'), KeyError(), KeyError(1, 2), UnicodeDecodeError('utf-8', b'ab', 0, 1, 'bad'), SyntaxError('m', ('f', 1, 2, 'text')), ImportError('m', name='n', path='p').name, StopIteration(5).value, SystemExit(3).code, AttributeError('a', name='n', obj=1).name, NameError('x', name='y').name)
class E(Exception):
    def __init__(self, x, *, y): super().__init__(x); self.y = y
print(E(1, y=2), E(1, y=2).args, issubclass(E, Exception))
# ---
# try star
def f(*es):
    try: raise ExceptionGroup('g', es)
    except* (ValueError, TypeError) as e: print('VT', [repr(x) for x in e.exceptions])
    except* OSError as e: print('OS', e.exceptions)
    else: print('else')
    finally: print('fin')
f(ValueError(1), OSError(2), TypeError(3))
try: f(KeyError('k'), ValueError(2))
except ExceptionGroup as e: print('rest', e.exceptions)
try:
    try: raise ValueError('plain')
    except* ValueError as e: print(type(e).__name__, e.exceptions)
    try: raise ExceptionGroup('g', [ValueError(1)])
    except* ValueError: raise KeyError('new')
except ExceptionGroup as e: print(repr(e))
except KeyError as e: print('key', e, repr(e.__context__))
try:
    try: pass
    except* ExceptionGroup: pass
    raise ExceptionGroup('a', [ExceptionGroup('b', [ValueError(1), TypeError(2)])])
except* TypeError as e: print(repr(e))
except* ValueError as e: print(repr(e))
# ---
# matching values
def m(v):
    match v:
        case 0 | 1: return 'small'
        case int(n) if n > 100: return f'big {n}'
        case float() | complex(): return 'number'
        case 'a' | "b" as s: return f'letter {s}'
        case bytes(b): return b
        case True: return 'never'
        case None: return 'none'
        case [] | (): return 'empty'
        case [x]: return ('one', x)
        case [1, _, *rest]: return ('starts with one', rest)
        case [*_, -1]: return 'ends with -1'
        case {'k': [a, b]}: return a, b
        case {'type': t, **rest} if rest: return t, rest
        case {}: return 'mapping'
        case str(): return 'text'
        case _: return 'other'
for v in (0, True, 5, 101, 1.5, 1j, 'a', 'zz', b'x', None, [], (), [9], [1, 2, 3], [5, -1], {'k': [1, 2]}, {'type': 1, 'z': 2}, {'type': 1}, range(1), object(), {1}, iter([])): print(m(v) if not isinstance(v, object) or True else '')
# ---
# matching classes
class P:
    __match_args__ = ('x', 'y')
    def __init__(self, x, y): self.x, self.y = x, y
class Q(P): pass
from dataclasses import dataclass
@dataclass
class D: a: int; b: int = 0
import enum
class C(enum.Enum): R = 1
def m(v):
    match v:
        case Q(): return 'Q'
        case P(0, y): return ('x0', y)
        case P(x, y=2): return ('y2', x)
        case P(x=P(a, b)): return ('nested', a, b)
        case D(1): return 'D1'
        case D(a=a, b=b): return a, b
        case C.R: return 'R'
        case int | str: return 'never'
    return None
for v in (Q(1, 2), P(0, 5), P(3, 2), P(P(1, 2), 9), P(7, 7), D(1), D(2, 3), C.R, 5): print(m(v))
class B: __match_args__ = ['x']
class B2: __match_args__ = ('x', 'x')
for c, n in ((B, 1), (B2, 2), (P, 3)):
    try:
        match (c() if c is not P else P(1, 2)):
            case B(1) | B2(1, 2) | P(1, 2, 3): pass
    except TypeError as e: print(e)
# ---
# walrus and comprehension scopes
print([y := 1, y ** 2], y, [(z := x) for x in range(3)], z, any((w := n) > 2 for n in [1, 3, 5]), w, {k: (v := k * 2) for k in range(2)}, v, (lambda: (q := 5) + q)())
x = 5; print([x for x in range(3)], x, {x: x for x in 'ab'}, x, [[j for j in range(i)] for i in range(3)], [i for i in range(5) if i % 2 if i > 1], [a + b for a in 'xy' for b in 'pq' if a != 'x' or b != 'q'])
for src in ('[(i := 0) for i in range(3)]', '(x := 1) = 2', 'x := 1', '[i for i in (j := range(2))]', 'class A: [(q := 1) for _ in range(1)]', 'lambda: (yield)', 'def f(): x: int = (yield)', 'f(a for a in b, 1)', 'del f()', 'f() = 1', '1 = x', 'None = 1', 'a + b = c', 'x = *a', '(*a)', 'def f(a, a): pass', 'def f(a=1, b): pass', 'def f(*, **k): pass', 'return', 'yield', 'break', 'continue', 'await x', 'async with a: pass', 'global x; x = 1; global x', 'def f(): x = 1; global x', 'def f(): nonlocal q', 'nonlocal z', 'import a.b as', 'from . import *', 'from a import (b, c', 'try: pass', 'if x', 'else: pass', 'for in x: pass', 'while: pass', 'class: pass', 'def (): pass', 'print "a"', 'exec "a"', 'a b', '1a', '0777', '1__0', "'abc", '"""abc', '(', ')', '[1, 2', '{1: 2, 3}', '{**a, *b}', 'f(**a, *b)', 'f(a=1, 2)', 'f(a=1, a=2)', 'x = 1 +', 'not', 'a if b', 'lambda x=: 1', '@', 'a.1', '$', 'a?', '€ = 1', 'x = "\\N{nope}"', "b'é'", "'\\x1'", "f'{'", "f'{a'", "f'{}'", "f'{a!}'", "f'{a!x}'", "f'{a:{b:{c}}}'", 'if True:\nx', ' x', 'if True:\n  x\n y', 'match x:\n  case a: pass\n  case b: pass', 'match x:\n  case a | b: pass', 'match x:\n  case [*a, *b]: pass', 'match x:\n  case {**a, 1: b}: pass', 'with a as 1: pass', 'import 1', 'assert', 'raise from x', 'x = yield = 1', 'async def f(): [await x for x in y]; yield; return 1', '"a" = 1', 'f"a" = 1', 'a, b += 1', '(a, b): int', 'x: int: str', 'type X = ', 'def f[T, T](): pass', 'class A[T=int, U]: pass', 'except: pass', 'try:\n  pass\nexcept:\n  pass\nexcept A:\n  pass', 'try:\n pass\nexcept* :\n pass', 'a = b = ', 'x = {a b}', 'for x in y z: pass', 'a := b', 'True = 1', '__debug__ = 1', 'def f(None): pass', 'from __future__ import nope', 'from __future__ import braces', 'a = 1\n    b = 2', 'print(1', "t'{'", "t'a' 'b'", 'x = 5 if y else', 'import a as b.c', 'from a import b as c.d'):
    try: compile(src, '<s>', 'exec'); print(repr(src), 'fine')
    except SyntaxError as e: print(repr(src), type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)
# ---
# assignments
a = b = c = [1]; print(a is b is c); a, *b, c = 'hello'; print(a, b, c); [x, y], z = (1, 2), 3; print(x, y, z); (a), = [5]; print(a)
d = {}; d['x'], d['y'] = 1, 2; i = 0; l = [0, 0]; i, l[i] = 1, 9; print(d, l); a, b = b, a; x = y = 0; x, y = y + 1, x + 2; print(x, y)
l = [1, 2, 3, 4]; l[1:3] = ['a', 'b', 'c']; print(l); l[::2] = 'xyz'; print(l); del l[1::2]; print(l); l[5:] = [9]; print(l); l *= 2; l += (1,); print(l)
for f in (lambda: l.__setitem__(slice(None, None, 2), [1]), lambda: l.__setitem__(slice(0, 1), 5), lambda: exec('a, b = 1'), lambda: exec('a, b = [1]'), lambda: exec('a, *b = []'), lambda: exec('(a, b), c = 1, 2'), lambda: exec('[a] = {}')):
    try: f()
    except Exception as e: print(type(e).__name__, e)
# ---
# functions
def f(a, b=2, /, c=3, *args, d, e=5, **kw): return a, b, c, args, d, e, kw
print(f(1, d=4), f(1, 2, 3, 4, 5, d=6, z=7), f(*[1, 2], **{'d': 1, 'a': 9}), f.__defaults__, f.__kwdefaults__, f.__code__.co_varnames, f.__code__.co_argcount, f.__code__.co_posonlyargcount, f.__code__.co_kwonlyargcount)
def g(x, y=[]): y.append(x); return y
print(g(1), g(2), g(3, []), g.__name__, g.__qualname__, g.__module__, g.__doc__, g.__annotations__)
import inspect; print(inspect.signature(f), inspect.signature(g), inspect.getfullargspec(f).kwonlyargs, inspect.signature(lambda *, a: 1), inspect.signature(f).parameters['c'].kind.name, inspect.signature(f).bind(1, d=2).arguments)
def outer():
    n = 0
    def inc(): nonlocal n; n += 1; return n
    return inc
i = outer(); print(i(), i(), i.__closure__[0].cell_contents, i.__code__.co_freevars)
f.attr = 1; print(f.attr, f.__dict__, (lambda: 0).__name__, (lambda x: x)(5))
# ---
# recursion
def fact(n): return 1 if n < 2 else n * fact(n - 1)
print(fact(20)); 
def deep(n): return deep(n + 1)
try: deep(0)
except RecursionError as e: print(e)
class R:
    def __repr__(self): return repr(self)
try: repr(R())
except RecursionError as e: print(type(e).__name__)
l = []; l.append(l); print(l, repr({'a': l})); d = {}; d['d'] = d; print(d)
try: l == [l]; m = []; m.append(m); print(l == m)
except RecursionError as e: print(type(e).__name__)
# ---
# decorators
def trace(f):
    import functools
    @functools.wraps(f)
    def w(*a, **k): print('call', f.__name__, a, k); return f(*a, **k)
    return w
def times(n):
    def d(f): return lambda *a: [f(*a) for _ in range(n)]
    return d
@times(2)
@trace
def add(a, b=1): "adds"; return a + b
print(add(1), trace(len).__name__)
@(lambda c: c.__name__)
class K: pass
print(K)
x = [trace]
@x[0]
def h(): pass
h(); print(h.__wrapped__.__name__)
# ---
# scopes of names
x = 1
def f():
    global x, made
    x = 2; made = 3
f(); print(x, made)
def g():
    try: print(x)
    except UnboundLocalError as e: print(e)
    if False: x = 1
g()
def h():
    def i(): return later
    later = 5
    return i()
print(h(), [n for n in ('__name__', '__doc__', '__builtins__') if n in globals()], locals() is globals())
def k(): a = 1; b = [a for _ in [0]]; return sorted(locals())
print(k(), eval('x + y', {'x': 1}, {'y': 2}), (lambda: sorted(vars()))())
exec('z = x * 10'); print(z); ns = {}; exec('def q(): return w\nw = 7', ns); print(ns['q']()); del x
try: x
except NameError as e: print(e)
# ---
# sorting
l = [3, 1, 2]; print(sorted(l), sorted(l, reverse=True), sorted('bCa', key=str.lower), sorted([(1, 'b'), (1, 'a')], key=lambda t: t[0]), max(l, key=lambda x: -x), min('abc', 'b', key=ord), sorted({3: 1, 1: 2}), l.sort(), l)
class Bad:
    def __lt__(self, o): raise ValueError('cannot compare')
for f in (lambda: sorted([Bad(), Bad()]), lambda: [1, 'a'].sort(), lambda: sorted([None, 1]), lambda: sorted([1, 2], key=lambda x: 1 / (x - 2)), lambda: max([]), lambda: max('a', 1), lambda: sorted([{}, {}]), lambda: sorted([1j, 2j])):
    try: f()
    except Exception as e: print(type(e).__name__, e)
m = [3, 1, 2]
def key(x): m.append(9); return x
try: m.sort(key=key)
except ValueError as e: print(e, m)
# ---
# sets and dictionaries
a, b = {1, 2, 3}, {2, 3, 4}; print(a & b, a | b, a - b, a ^ b, a <= b, {2} < a, a.isdisjoint({9}), a.union([7]), a.intersection([1], [1, 2]), sorted(a.symmetric_difference('x' and [1])), frozenset([1]) | {2}, {1} == frozenset([1]), a.issuperset([1]), len({1, 1.0, True}))
a &= {1, 2}; a |= {5}; a -= {1}; a ^= {9}; print(sorted(a), a.discard(100), a.pop() in (2, 5, 9))
d = dict(a=1, **{'b c': 2}); d |= {'z': 3}; print(d, d | {'a': 9}, list(d.items()), d.keys() & {'a'}, d.items() <= {('a', 1)}, list(reversed(d)), d.setdefault('q', []), d.pop('q'), d.pop('q', 5), dict.fromkeys('ab', 0), {**d, 'a': 0}, 'a' in d.keys(), 1 in d.values(), d.get('nope'), dict([('x', 1)]), dict(zip('ab', [1, 2])), d.copy() == d, d.popitem())
for f in (lambda: a + b, lambda: a | [1], lambda: {[]}, lambda: {{}: 1}, lambda: d['nope'], lambda: {}.popitem(), lambda: set().pop(), lambda: {1}.remove(2), lambda: d < d, lambda: d.fromkeys(1), lambda: dict([1]), lambda: dict(1), lambda: frozenset([1]).add(2), lambda: {}.update([[1]]), lambda: set(5), lambda: d.keys()[0]):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
