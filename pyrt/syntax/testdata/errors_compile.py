return 1 ### "'return' outside function"
---
class C:
    yield 1 ### "'yield' outside function"
---
def f():
    await x ### "'await' outside async function"
---
await x ### "'await' outside function"
---
def f():
    async with x: ### "'async with' outside async function"
        pass
---
def f():
    x = [a async for a in b] ### "asynchronous comprehension outside of an asynchronous function"
---
break ### "'break' outside loop"
---
while True:
    def f():
        continue ### "'continue' not properly in loop"
---
nonlocal x ### "nonlocal declaration not allowed at module level"
---
def f():
    nonlocal x ### "no binding for nonlocal 'x' found"
---
def f():
    def g():
        def h():
            nonlocal x ### "no binding for nonlocal 'x' found"
    class C:
        x = 1
---
def f(x):
    global x ### "name 'x' is parameter and global"
---
def f():
    x = 1
    global x ### "name 'x' is assigned to before global declaration"
---
def f():
    print(x)
    nonlocal x ### "name 'x' is used prior to nonlocal declaration"
---
def f():
    x: int
    global x ### "annotated name 'x' can't be global"
---
def f(a, *, a): pass ### "duplicate argument 'a' in function definition"
---
def f[T, T](): pass ### "duplicate type parameter 'T'"
---
class C[T = int, U]: pass ### "non-default type parameter 'U' follows default type parameter"
---
f(a=1, a=2) ### "keyword argument repeated: a"
---
*a = 1 ### "starred assignment target must be in a list or tuple"
---
*a, *b = 1 ### "multiple starred expressions in assignment"
---
*a ### "can't use starred expression here"
---
try:
    pass
except: ### "default 'except:' must be last"
    pass
except A:
    pass
---
__debug__ = 1 ### "cannot assign to __debug__"
---
def f():
    from a import * ### "import \* only allowed at module level"
---
x = 1
from __future__ import annotations ### "from __future__ imports must occur at the beginning of the file"
---
from __future__ import nothing ### "future feature nothing is not defined"
---
from __future__ import braces ### "not a chance"
---
async def f():
    yield 1
    return 2 ### "'return' with value in async generator"
---
async def f():
    yield from x ### "'yield from' inside async function"
---
x = [(yield) for a in b] ### "'yield' inside list comprehension"
---
x = [a := 1 for a in b] ### "assignment expression cannot rebind comprehension iteration variable 'a'"
---
x = [a for a in (b := c)] ### "assignment expression cannot be used in a comprehension iterable expression"
---
class C:
    x = [(a := 1) for b in c] ### "assignment expression within a comprehension cannot be used in a class body"
---
def f(a: (yield)): pass ### "yield expression cannot be used within an annotation"
---
type X = (y := 1) ### "named expression cannot be used within a type alias"
---
match x:
    case a: ### "name capture 'a' makes remaining patterns unreachable"
        pass
    case 1:
        pass
---
match x:
    case _ | 1: ### "wildcard makes remaining patterns unreachable"
        pass
---
match x:
    case [a, a]: ### "multiple assignments to name 'a' in pattern"
        pass
---
match x:
    case [a] | [b]: ### "alternative patterns bind different names"
        pass
---
match x:
    case [*a, *b]: ### "multiple starred names in sequence pattern"
        pass
---
match x:
    case {1: _, 1.0: _}: ### "mapping pattern checks duplicate key"
        pass
---
match x:
    case C(a=1, a=2): ### "attribute name repeated in class pattern: a"
        pass
---
try:
    pass
except* A:
    return ### "'return' outside function"
---
def f():
    try:
        pass
    except* A:
        return ### "'break', 'continue' and 'return' cannot appear in an except\* block"
