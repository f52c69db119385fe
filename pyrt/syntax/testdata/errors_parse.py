def f() ### "expected ':'"
    pass
---
def f():
return 1 ### "IndentationError: expected an indented block after function definition on line 1"
---
if x:
    pass
else ### "expected ':'"
    pass
---
class C ### "expected ':'"
    pass
---
try:
    pass
x = 1 ### "expected 'except' or 'finally' block"
---
x = (a b) ### "invalid syntax. Perhaps you forgot a comma\?"
---
x = a b ### "invalid syntax"
---
if x = 3: ### "invalid syntax. Maybe you meant '==' or ':=' instead of '='\?"
    pass
---
f() = 1 ### "cannot assign to function call here. Maybe you meant '==' instead of '='\?"
---
(a, 1) = b ### "cannot assign to literal"
---
x = f() = 2 ### "cannot assign to function call"
---
None = 1 ### "cannot assign to None"
---
a + 1 += 2 ### "'expression' is an illegal expression for augmented assignment"
---
[a, b]: int ### "only single target \(not list\) can be annotated"
---
a, b: int ### "only single target \(not tuple\) can be annotated"
---
f(): int ### "illegal target for annotation"
---
del f() ### "cannot delete function call"
---
del (a, *b) ### "cannot delete starred"
---
for f() in x: ### "cannot assign to function call"
    pass
---
x = [a for 1 in b] ### "cannot assign to literal"
---
with a as f(): ### "cannot assign to function call"
    pass
---
f(a=1, b) ### "positional argument follows keyword argument"
---
f(**a, b) ### "positional argument follows keyword argument unpacking"
---
f(**a, *b) ### "iterable argument unpacking follows keyword argument unpacking"
---
f(a.b=1) ### "expression cannot contain assignment, perhaps you meant .==.\?"
---
f(True=1) ### "cannot assign to True"
---
f(x for x in y, 1) ### "Generator expression must be parenthesized"
---
f(a=) ### "expected argument value expression"
---
def f(a=1, b): pass ### "parameter without a default follows parameter with a default"
---
def f(*): pass ### "named arguments must follow bare \*"
---
def f(/, a): pass ### "at least one argument must precede /"
---
def f(a, /, b, /): pass ### "/ may appear only once"
---
def f(*a, /): pass ### "/ must be ahead of \*"
---
def f(*a, *b): pass ### "\* argument may appear only once"
---
def f(**k, a): pass ### "arguments cannot follow var-keyword argument"
---
def f(*a=1): pass ### "var-positional argument cannot have default value"
---
lambda (a, b): 1 ### "Lambda expression parameters cannot be parenthesized"
---
x = 1 if 2 ### "expected 'else' after 'if' expression"
---
x = 1 + not 2 ### "'not' after an operator must be parenthesized"
---
x = {1: 2, 3} ### "':' expected after dictionary key"
---
x = {1: } ### "expression expected after dictionary key and ':'"
---
x = {1: *a} ### "cannot use a starred expression in a dictionary value"
---
x = [*a for a in b] ### "iterable unpacking cannot be used in comprehension"
---
x = {**a for a in b} ### "dict unpacking cannot be used in dict comprehension"
---
x = [a, b for a, b in c] ### "did you forget parentheses around the comprehension target\?"
---
x = (*a) ### "cannot use starred expression here"
---
x = (a.b := 1) ### "cannot use assignment expressions with attribute"
---
x := 1 ### "invalid syntax"
---
print "hello" ### "Missing parentheses in call to 'print'. Did you mean print\(...\)\?"
---
import a as b.c ### "cannot use attribute as import target"
---
from a import ### "Expected one or more names after 'import'"
---
from a import b, ### "trailing comma not allowed without surrounding parentheses"
---
import a from b ### "Did you mean to use 'from ... import ...' instead\?"
---
try:
    pass
except A, B as e: ### "multiple exception types must be parenthesized when using 'as'"
    pass
---
try:
    pass
except A:
    pass
except* B: ### "cannot have both 'except' and 'except\*' on the same 'try'"
    pass
---
match x:
    case a.b as _: ### "cannot use '_' as a target"
        pass
---
match x:
    case C(a=1, 2): ### "positional patterns follow keyword patterns"
        pass
---
match x:
    case 1 + 2: ### "imaginary number required in complex literal"
        pass
---
def f[](): pass ### "Type parameter list cannot be empty"
---
def f[*Ts: int](): pass ### "cannot use bound with TypeVarTuple"
---
"The "quoted" word" ### "Is this intended to be part of the string\?"
