def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(f"{type(e).__name__}: {e}")

# ---
# reflected operators prefer the subclass
class A:
    def __add__(self, o): return 'A.add'
    def __radd__(self, o): return 'A.radd'
class B(A):
    def __radd__(self, o): return 'B.radd'
class C(A): pass
print(A() + B(), A() + C(), B() + A(), 1 + A(), A() + 1)
class D(int):
    def __rsub__(self, o): return 'D.rsub'
print(5 - D(3), D(5) - 3, D(5) - D(3))
# ---
# comparison fallback and NotImplemented
class A:
    def __eq__(self, o): print('eq'); return NotImplemented
    def __lt__(self, o): print('lt'); return NotImplemented
    def __gt__(self, o): print('gt'); return 'G'
print(A() == A()); print(A() != A()); print(A() < A())
t(lambda: A() <= A())
t(lambda: A() < 3)
print(A.__hash__)
t(hash, A())
# ---
# in-place operators
class A:
    def __init__(self, v): self.v = v
    def __iadd__(self, o): self.v += o; return self
    def __isub__(self, o): return NotImplemented
    def __sub__(self, o): return 'sub'
a = b = A(1); a += 5; print(a is b, a.v); a -= 1; print(a)
def f():
    x = object(); x += 1
t(f)
def f():
    x = (1, [2]); x[1] += [3]
t(f)
x = (1, [2])
try: x[1] += [3]
except TypeError as e: print(e, x)
# ---
# truth value protocol
class L:
    def __len__(self): return -1
class B:
    def __bool__(self): return 1
class H:
    def __len__(self): return 'x'
class Big:
    def __len__(self): return 1 << 70
for c in L, B, H, Big:
    t(bool, c()); t(len, c())
# ---
# index protocol
class I:
    def __init__(self, v): self.v = v
    def __index__(self): return self.v
print([10, 20, 30][I(1)], 'abc'[I(2)], list(range(I(3))), hex(I(255)), [1, 2, 3, 4][I(1):I(3)], 'ab' * I(2))
t(lambda: [1][I('x')]); t(lambda: [1][1.0]); t(lambda: [1]['a']); t(lambda: {}[[]]); t(lambda: 'a'[None]); t(lambda: (1,)[1:2:0])
t(int, I(5)); t(float, I(5)); t(complex, I(5)); t(round, I(5))
# ---
# getattr order: data descriptor, instance, non-data, __getattr__
class Data:
    def __get__(s, i, o): return 'data'
    def __set__(s, i, v): print('set', v)
class Non:
    def __get__(s, i, o): return ('non', i is None, o.__name__)
class A:
    d = Data(); n = Non(); c = 'class'
    def __getattr__(self, name): return 'getattr ' + name
a = A(); a.__dict__.update(d=1, n=2, c=3)
print(a.d, a.n, a.c, a.zz, A.n, A.d); a.d = 5; del a.n; print(a.n)
def f(): del a.d
t(f)
t(lambda: A.missing)
# ---
# __getattribute__ and its AttributeError
class A:
    x = 1
    def __getattribute__(self, n):
        if n == 'y': raise AttributeError('no y here')
        return object.__getattribute__(self, n)
class B(A):
    def __getattr__(self, n): return ('fallback', n)
t(lambda: A().y); t(lambda: B().y); t(getattr, A(), 'y', 7); t(hasattr, A(), 'y'); print(B().x)
t(lambda: A().xx)
# ---
# properties
class A:
    @property
    def p(self): "doc of p"; return self._p
    @p.setter
    def p(self, v): self._p = v
    @property
    def ro(self): return 1
a = A(); t(lambda: a.p); a.p = 3; print(a.p, A.p.__doc__, A.p.fget.__name__, A.p.fdel)
def f(): a.ro = 2
t(f)
def f(): del a.p
t(f)
p = property(doc='x'); print(p.__doc__, p.fget)
class B: q = property()
t(lambda: B().q)
print(A.p.__name__, A.p.getter(lambda s: 9).__get__(a))
# ---
# slots and layout conflict
class A: __slots__ = ('a',)
class B: __slots__ = ('b',)
t(lambda: type('C', (A, B), {}))
t(lambda: type('C', (int, str), {}))
t(lambda: type('C', (bool,), {}))
t(lambda: type('C', (A, A), {}))
class X(object): pass
class Y(X): pass
t(lambda: type('Z', (X, Y), {}))
t(lambda: type('Z', (None,), {}))
t(lambda: type('Z', (lambda: 1,), {}))
# ---
# metaclass machinery
class M(type):
    @classmethod
    def __prepare__(m, name, bases, **k): print('prepare', name, bases, k); return {'pre': 1}
    def __new__(m, name, bases, ns, **k): print('new', sorted(x for x in ns if not x.startswith('__'))); return super().__new__(m, name, bases, ns)
    def __init__(c, name, bases, ns, **k): print('init', k); super().__init__(name, bases, ns)
    def __call__(c, *a, **k): print('call', a, k); return super().__call__(*a, **k)
    def __instancecheck__(c, o): return o == 5
    def __subclasscheck__(c, o): return o is int
    def __len__(c): return 42
    def __iter__(c): return iter('abc')
    def __getitem__(c, k): return ('item', k)
    def __contains__(c, k): return k == 1
    @property
    def prop(c): return c.__name__ + '!'
class A(metaclass=M, z=3):
    x = 1
    def __init__(self, *a): print('inst', a)
A(1); print(isinstance(5, A), issubclass(int, A), len(A), list(A), A[3], 1 in A, A.prop, A.pre)
t(lambda: A().prop)
print(type(A), isinstance(A, type))
# ---
# metaclass conflict and derivation
class M1(type): pass
class M2(type): pass
class M3(M1, M2): pass
class A(metaclass=M1): pass
class B(metaclass=M2): pass
t(lambda: type('C', (A, B), {}))
class C(A, B, metaclass=M3): pass
print(type(C).__name__, type(type('D', (C,), {})).__name__)
def meta(name, bases, ns): return (name, bases, sorted(k for k in ns if k[0] != '_'))
class F(metaclass=meta): a = 1
print(F)
# ---
# super in both forms
class A:
    def f(self): return ['A']
    @classmethod
    def g(cls): return [cls.__name__, 'A']
    @staticmethod
    def s(): return 's'
    x = 1
class B(A):
    def f(self): return ['B'] + super().f()
    @classmethod
    def g(cls): return super().g() + ['B']
class C(A):
    def f(self): return ['C'] + super(C, self).f()
class D(B, C):
    def f(self): return ['D'] + super().f()
print(D().f(), D.g(), super(B, D()).f(), super(B, D).g(), super(D, D()).x, super(D, D()).s())
t(lambda: super(B, A())); t(lambda: super(1, 2)); t(lambda: super(B, D()).nope)
def f(): super()
t(f)
def f(x): super()
t(f, 1)
print(repr(super(B, D()))[:20], super(A, D()).__thisclass__.__name__)
# ---
# __new__ and __init__ argument errors
class A: pass
t(A, 1); t(A, x=1)
class B:
    def __init__(self, a): pass
t(B); t(B, 1, 2); t(B, b=1)
class C:
    def __new__(cls, a): return object.__new__(cls)
t(C); t(object, 1); t(object.__new__); t(object.__new__, int); t(object.__new__, 1)
class D:
    def __init__(self): return 1
t(D)
class E(int):
    def __new__(cls, v=0, *a): return super().__new__(cls, v)
print(E(5, 6), E())
t(int.__new__, str)
# ---
# deletion hooks and containers
class A:
    def __getitem__(self, k): return k
    def __setitem__(self, k, v): print('set', k, v)
    def __delitem__(self, k): print('del', k)
a = A(); print(a[1:2], a[1, ::2], a[...], a[()], a[*[1, 2]], a[*'ab', 1])
a[1:2] = 3; del a[None], a['x']
class S:
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i * i
print(list(S()), 4 in S(), 5 in S(), tuple(reversed([*S()])), max(S()))
t(lambda: reversed(S())); t(lambda: len(S()))
# ---
# __missing__, dict subclasses
class D(dict):
    def __missing__(self, k): return k * 2
    def __getitem__(self, k): return super().__getitem__(k)
d = D(a=1); print(d['a'], d['b'], d.get('b'), 'b' in d, '%(zz)s' % d, '{zz}'.format_map(d))
print(D.fromkeys('ab', 0), type(D.fromkeys('ab')).__name__, type(d.copy()).__name__, d | {'x': 1}, type(d | {}).__name__)
# ---
# callable and __call__ lookup is on the type
class A: pass
a = A(); a.__call__ = lambda: 1; print(callable(a)); t(lambda: a())
A.__call__ = lambda self, *x: x; print(a(1, 2), callable(a))
a.__len__ = lambda: 3; t(len, a)
a.__enter__ = 1
def f():
    with a: pass
t(f)
class E:
    def __enter__(self): pass
def f():
    with E(): pass
t(f)
# ---
# class body scoping
x = 'global'
class A:
    x = 'class'
    def f(self): return x
    y = [x for _ in [1]]
    z = [i for i in x]
    w = (lambda: x)()
print(A().f(), A.y, A.z, A.w)
def g():
    x = 'local'
    class B:
        print(x); x = 'b'; print(x); del x
        try: print(x)
        except NameError as e: print(e)
    return B
g()
class N:
    nonl = 1
    class __Inner: pass
    def __m(self): return self.__v
print(sorted(k for k in vars(N) if 'N__' in k)); t(lambda: N()._N__m())
# ---
# type attributes
class A:
    "doc"
    def m(self): pass
print(A.__name__, A.__qualname__, A.__module__, A.__doc__, A.__bases__, A.__base__, A.__mro__, A.__dict__['m'].__qualname__)
A.__name__ = 'Q'; print(A, repr(A)); A.__qualname__ = 'R.S'; print(A)
def f(): A.__name__ = 1
t(f)
def f(): int.x = 1
t(f)
def f(): del int.real
t(f)
A.__doc__ = 'new'; print(A.__doc__)
class B: pass
A.__bases__; o = B(); o.__class__ = A; print(type(o))
def f(): o.__class__ = int
t(f)
def f(): o.__class__ = 1
t(f)
print(A.__subclasses__(), B.__class__, type.__class__, type.__mro__)
# ---
# method objects
class A:
    def m(self, x=1): "doc"; return (self, x)
    c = classmethod(lambda cls: cls.__name__); s = staticmethod(lambda: 's')
a = A(); m = a.m
print(m.__self__ is a, m.__func__ is A.m, m.__name__, m.__doc__, m == a.m, m is a.m, A.c(), a.c(), A.s(), a.s(), hash(m) == hash(a.m))
t(lambda: A.m()); t(lambda: a.m(1, 2)); t(lambda: A.m(1, 2, 3))
def f(): m.x = 1
t(f)
print(type(A.__dict__['c']).__name__, type(A.__dict__['s']).__name__, A.__dict__['s']())
print('abc'.upper.__name__, [].append.__self__, str.upper.__name__, str.upper.__qualname__, str.__objclass__ if hasattr(str, '__objclass__') else str.upper.__objclass__)
t(str.upper, 1); t(list.append, [], 1, 2); t(str.upper)
# ---
# rich comparison, total ordering and sort
import functools
@functools.total_ordering
class V:
    def __init__(s, v): s.v = v
    def __eq__(s, o): return s.v == o.v if isinstance(o, V) else NotImplemented
    def __lt__(s, o): return s.v < o.v if isinstance(o, V) else NotImplemented
    def __repr__(s): return f'V{s.v}'
print(sorted([V(3), V(1), V(2)]), V(1) >= V(1), V(2) > V(1), V(1) <= V(0), max(V(1), V(5)))
t(lambda: V(1) >= 1); t(lambda: sorted([1, 'a'])); t(lambda: sorted([None, None])); t(lambda: max([], default=3)); t(max, []); t(max, 1); t(lambda: [1, 2].sort(1))
t(lambda: functools.total_ordering(type('X', (), {})))
print([1, 2] < [1, 2, 3], (1, 'a') < (1, 'b'), [1] == (1,), {1} < {1, 2}, {1: 2} == {1: 2.0})
x = float('nan'); print([x] == [x], x in [x], [x].count(x), {x: 1}[x])
# ---
# copy and pickle hooks
import copy
class A:
    def __init__(s): s.l = [1]
    def __copy__(s): return 'copied'
    def __deepcopy__(s, memo): return ('deep', type(memo).__name__)
print(copy.copy(A()), copy.deepcopy(A()))
class B:
    def __init__(s, x): s.x = x
b = B([1]); c = copy.copy(b); d = copy.deepcopy(b); print(c.x is b.x, d.x is b.x, d.x)
l = [1]; l.append(l); m = copy.deepcopy(l); print(m[1] is m, l)
class C:
    def __reduce__(s): return (B, (9,))
print(copy.copy(C()).x)
class G:
    def __getstate__(s): return {'q': 1}
    def __setstate__(s, st): s.__dict__.update(st, z=2)
print(vars(copy.copy(G())))
import collections
print(copy.replace(collections.namedtuple('P', 'a b')(1, 2), b=5))
t(copy.replace, 1, x=2)
# ---
# dir, vars, globals and locals
class A:
    x = 1
    def __dir__(s): return ['z', 'a']
print(dir(A()), [d for d in dir(A) if not d.startswith('__')]); t(vars, 1); t(vars, A())
def f(a, b=2):
    c = 3
    loc = locals(); loc['c'] = 9
    return c, sorted(loc)
print(f(1)); print('f' in globals(), sorted(vars(A()).keys()))
def g(): return sorted(dir())
print(g())
# ---
# unpacking protocol errors
def f(x): a, b = x; return a, b
for v in (1, 2, 3), (1,), 1, 'ab', {1: 2, 3: 4}, iter([1, 2]), None, (), range(5): t(f, v)
def g(x): a, *b, c = x; return a, b, c
for v in (1,), (1, 2), 'abcd', (): t(g, v)
t(lambda: [*1]); t(lambda: {**1}); t(lambda: print(*1)); t(lambda: dict(**{1: 2})); t(lambda: f(**{'y': 1})); t(lambda: f(*[1], **{'x': 1})); t(lambda: f(**[])); t(lambda: f(1, x=2))
# ---
# argument errors of functions
def f(a, b, /, c, *, d, e=1): pass
t(f); t(f, 1); t(f, 1, 2, 3); t(f, 1, 2, 3, 4, d=1); t(f, a=1, b=2, c=3, d=4); t(f, 1, 2, 3, d=1, z=1); t(f, 1, 2, 3, 4, 5); t(f, 1, 2, c=3, d=1, dd=1)
def g(a, b=1, *c): pass
t(g); t(g, 1, a=2); t(lambda: g(z=1))
def h(*, k, l): pass
t(h); t(h, 1); t(h, k=1)
def i(): pass
t(i, 1); t(i, 1, x=1); t(i, x=1)
def j(a=1, b=2): pass
t(j, 1, 2, 3); t(lambda: (lambda x: x)())
t(lambda: len()); t(lambda: len(1, 2)); t(lambda: len(obj=1)); t(lambda: int(1, 2, 3)); t(lambda: int('1', foo=2)); t(lambda: isinstance(1)); t(lambda: print(foo=1)); t(lambda: sorted()); t(lambda: sorted([], 1)); t(lambda: [].index()); t(lambda: ''.join()); t(lambda: {}.update(1)); t(lambda: {}.update([1])); t(lambda: {}.update([(1, 2, 3)])); t(lambda: dict(1)); t(lambda: range()); t(lambda: range('a')); t(lambda: range(1, 2, 0)); t(lambda: zip(1)); t(lambda: enumerate()); t(lambda: open())
# ---
# weird class statements
def f(): return 'side'
class A(*[int], **{'metaclass': type}): pass
print(A.__mro__[1])
class B:
    print('body', f()); __qualname__ = 'Renamed'; __module__ = 'mod'
print(B)
class C:
    locals()['dyn'] = 5
print(C.dyn)
class D:
    for i in range(3): exec(f'v{i} = {i}')
print(D.v2, D.i)
class E:
    def f(self): return __class__
    @classmethod
    def g(cls): return __class__
print(E().f() is E, E.g() is E)
class F:
    a: int = 1; b: 'str'
print(F.__annotations__)
# ---
# numeric protocol with unusual answers
class A:
    def __round__(s, n=None): return ('round', n)
    def __trunc__(s): return 5
    def __floor__(s): return 'floor'
    def __ceil__(s): return 'ceil'
    def __abs__(s): return 'abs'
    def __neg__(s): return 'neg'
    def __pos__(s): return 'pos'
    def __invert__(s): return 'inv'
    def __divmod__(s, o): return 'dm'
    def __rdivmod__(s, o): return 'rdm'
    def __pow__(s, o, m=None): return ('pow', o, m)
    def __rpow__(s, o): return ('rpow', o)
    def __matmul__(s, o): return 'mm'
    def __rmatmul__(s, o): return 'rmm'
import math
a = A()
print(round(a), round(a, 2), math.trunc(a), math.floor(a), math.ceil(a), abs(a), -a, +a, ~a, divmod(a, 1), divmod(1, a), pow(a, 2), pow(a, 2, 3), 2 ** a, a @ 1, 1 @ a)
t(int, a); t(lambda: 1 @ 2); t(lambda: -'x'); t(lambda: ~1.5); t(lambda: divmod('a', 1)); t(pow, 'a', 1); t(pow, 2, 3, 'x'); t(abs, 'x'); t(round, 'x')
