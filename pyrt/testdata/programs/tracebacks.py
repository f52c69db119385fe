# division deep in calls
def outer(x):
    return inner(x) + 1
def inner(y):
    return 10 / y
print(outer(5))
print(outer(0))
# ---
# an attribute with a near name
class Engine:
    horsepower = 90
e = Engine()
print(e.horsepower)
print(e.horse_power)
# ---
# a name with a near name
configuration = 1
print(configuraton + 1)
# ---
# a builtin mistyped
print(lenn([1]))
# ---
# keyword argument with a near name
def connect(host, port=80, *, timeout=3): return host, port, timeout
print(connect('a', timeout=1))
connect('a', timeuot=2)
# ---
# missing arguments
def f(a, b, c, *, d): pass
f(1)
# ---
# missing keyword-only arguments
def f(a, *, key, other): pass
f(1)
# ---
# too many arguments
class C:
    def method(self, a, b=2): pass
C().method(1, 2, 3)
# ---
# subscripts in long expressions
data = {'a': [{'b': None}]}
value = data['a'][0]['b']['c'] + data['z']
# ---
# a binary operation over lines
total = (1 +
         'x' *
         3 +
         len([]))
# ---
# cause and context
class AppError(Exception): pass
def load():
    try:
        return {}['key']
    except KeyError as e:
        raise AppError('no key') from e
try:
    load()
except AppError:
    int('seven')
# ---
# suppressed context
try:
    {}['a']
except KeyError:
    raise ValueError('clean') from None
# ---
# notes
try:
    raise ValueError('base')
except ValueError as e:
    e.add_note('first note')
    e.add_note('second\nnote of two lines')
    raise
# ---
# a group
def fail(n):
    raise TypeError(f'number {n}')
errors = []
for i in range(3):
    try:
        fail(i)
    except TypeError as e:
        errors.append(e)
raise ExceptionGroup('several', errors)
# ---
# nested groups
raise ExceptionGroup('outer', [ValueError(1), ExceptionGroup('inner', [KeyError('k'), OSError(2, 'No such file')]), TypeError('t')])
# ---
# group with cause and notes
try:
    try:
        1 / 0
    except ZeroDivisionError as z:
        g = ExceptionGroup('g', [ValueError('v')])
        g.add_note('a note on the group')
        raise g from z
except* TypeError:
    print('never')
# ---
# recursion in three lines
def down(n):
    return down(n + 1)
import sys
sys.setrecursionlimit(60)
down(0)
# ---
# mutual recursion
import sys
sys.setrecursionlimit(50)
def even(n): return odd(n - 1)
def odd(n): return even(n - 1)
even(10)
# ---
# an assertion with a message
def check(v):
    assert isinstance(v, int) and v > 0, f'bad value {v!r}'
    return v
print(check(3))
check(-1)
# ---
# an assertion without one
x = 3
assert x == 4
# ---
# exit with a message
import sys
print('before')
sys.exit('stopped: 3 errors')
# ---
# unpacking
a, b = [1, 2, 3]
# ---
# unpacking too few
a, b, *c = [1]
# ---
# not iterable
for x in 5: pass
# ---
# not callable over lines
handlers = {'a': 1}
result = handlers['a'](
    'argument',
    key='value',
)
# ---
# a lambda and a comprehension
f = lambda v: [10 // i for i in v]
print(f([1, 2]))
f([1, 0])
# ---
# a generator
def gen(n):
    for i in range(n):
        yield 6 / (2 - i)
print(list(gen(2)))
print(list(gen(5)))
# ---
# a class body
class Broken:
    x = 1
    y = x + undefined_name
# ---
# a decorator
def deco(arg):
    def wrap(f):
        raise RuntimeError(f'cannot decorate {f.__name__}')
    return wrap
@deco('x')
def target():
    pass
# ---
# a property
class P:
    @property
    def value(self):
        return self._missing
P().value
# ---
# with: failing exit
class CM:
    def __enter__(self): return self
    def __exit__(self, *a): raise RuntimeError('in exit')
with CM() as c:
    raise ValueError('in body')
# ---
# not a context manager
with 5 as x:
    pass
# ---
# import
import no_such_module.sub
# ---
# import from
from itertools import chain, NoSuchName
# ---
# near import name
from itertools import chian
# ---
# del of a missing name
del nothing
# ---
# unbound local
def f():
    print(count)
    count = 1
f()
# ---
# free variable
def outer():
    def inner(): return late
    inner()
    late = 1
outer()
# ---
# string methods with wrong types
'abc'.join([1, 2])
# ---
# int parse
int('12x', 10)
# ---
# format spec
'{:d}'.format('x')
# ---
# f-string failure
value = 'text'
print(f'{value:>10}|')
print(f'{value:.2f}')
# ---
# comparison
sorted([3, 'a', None])
# ---
# custom str of exception
class E(Exception):
    def __str__(self): return 'custom\ntwo lines'
raise E(1)
# ---
# str of exception that fails
class E(Exception):
    def __str__(self): raise RuntimeError
raise E(1)
# ---
# exception class in a class
class Outer:
    class Inner(Exception): pass
raise Outer.Inner('qualified')
# ---
# raise of a non-exception
raise 'text'
# ---
# raise a class that needs arguments
class E(Exception):
    def __init__(self, a): super().__init__(a)
raise E
# ---
# bare raise
raise
# ---
# await outside
def f():
    return 1
x = f().real.missing.attribute
# ---
# wide characters before the caret
größe = {'ключ': 1}
x = größe['ключ'] + größe['日本語'] + 1
# ---
# chained method calls
text = 'abc'
text.upper().lower().nope().strip()
# ---
# call in a call
def g(x): raise ValueError(x)
print(max(1, g(2), 3))
# ---
# assignment to a subscript
t = (1, 2)
t[0] = 5
# ---
# augmented assignment
x = 'a'
x += 1
# ---
# unary
-'x'
# ---
# conditional expression
y = 1 if None < 2 else 3
# ---
# starred call
print(*[1, 2], *5)
# ---
# mapping call
print(**{'sep': '-'}, **{'sep': '+'})
# ---
# a for loop over a failing iterator
class It:
    def __iter__(self): return self
    def __next__(self): raise OSError(5, 'broken', 'file.txt')
for x in It(): pass
# ---
# same line repeated in the middle
def a(n):
    if n == 0:
        raise ValueError('end')
    a(n - 1)
a(6)
# ---
# syntax error in exec
exec('x = = 1')
# ---
# syntax error in compile with a name
compile('def f(:\n  pass', 'source.txt', 'exec')
# ---
# error in exec
exec('a = 1\nb = a / 0')
# ---
# error in eval
eval('1 + undefined')
