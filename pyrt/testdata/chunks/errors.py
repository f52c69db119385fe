# Where exceptions come from.
x = 1
y = x + undefined  ### "NameError: name 'undefined' is not defined"
# ---
def f(a, b):
    return a / b  ### "ZeroDivisionError: division by zero"


f(1, 2)
f(
    1,
    0)
# ---
raise ValueError("plain")  ### "ValueError: plain"
# ---
class C:
    x = 1
    y = [][0]  ### "IndexError: list index out of range"
# ---
def gen():
    yield 1
    raise KeyError("k")  ### "KeyError: 'k'"


for _ in gen():
    pass
# ---
a, b = 1, 2, 3  ### "ValueError: too many values to unpack \(expected 2, got 3\)"
# ---
[i / 0 for i in range(3)]  ### "ZeroDivisionError: division by zero"
# ---
f"{1:Q}"  ### "ValueError: Unknown format code 'Q' for object of type 'int'"
# ---
None.upper()  ### "AttributeError: 'NoneType' object has no attribute 'upper'"
# ---
from nowhere import thing  ### "ModuleNotFoundError: No module named 'nowhere'"
# ---
with 5:  ### "TypeError: 'int' object does not support the context manager protocol"
    pass
# ---
def deep(n):
    return deep(n + 1)  ### "RecursionError: maximum recursion depth exceeded"


deep(0)
# ---
lambda: (yield)
assert [] == {}, "unequal"  ### "AssertionError: unequal"
# ---
match 1:
    case int(1, 2):  ### "TypeError: int\(\) accepts 1 positional sub-pattern \(2 given\)"
        pass
