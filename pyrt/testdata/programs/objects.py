# attribute lookup order
class D:
    def __init__(self, n): self.n = n
    def __get__(self, o, c): return (self.n, 'get', o is None)
    def __set__(self, o, v): print('set', self.n, v)
class N:
    def __get__(self, o, c=None): return 'non-data'
class A:
    d = D('d'); n = N()
    def __getattr__(self, name): return f'missing {name}'
a = A(); a.__dict__.update(d=1, n=2); print(a.d, a.n, A.d, A.n, a.zzz); a.d = 5; print(a.__dict__)
# ---
# __getattribute__ and its fallback
class A:
    x = 1
    def __getattribute__(self, n):
        if n == 'bad': raise AttributeError('no bad')
        if n == 'worse': raise ValueError('worse')
        return super().__getattribute__(n)
    def __getattr__(self, n): return 'fallback ' + n
a = A(); print(a.x, a.bad, a.other, hasattr(a, 'q'), getattr(a, 'bad', 0))
try: a.worse
except ValueError as e: print(e)
# ---
# set_name and init_subclass
class Field:
    def __set_name__(self, owner, name): print('set_name', owner.__name__, name); self.name = name
class Base:
    registry = []
    def __init_subclass__(cls, /, tag=None, **kw): super().__init_subclass__(**kw); cls.registry.append((cls.__name__, tag))
class A(Base, tag='a'): f = Field()
class B(A): g = Field(); h = g
print(Base.registry, B.f.name)
try:
    class C(Base, other=1): pass
except TypeError as e: print(e)
class Bad:
    def __set_name__(self, o, n): raise ValueError('in set_name')
try:
    class D: b = Bad()
except ValueError as e: print(e, e.__notes__)
# ---
# metaclasses
class M(type):
    def __prepare__(name, bases, **kw): print('prepare', name, kw); return {'made_by': 'M'}
    def __new__(m, name, bases, ns, **kw): print('new', name, sorted(k for k in ns if not k.startswith('__'))); return super().__new__(m, name, bases, ns)
    def __init__(c, name, bases, ns, **kw): print('init', name, kw); super().__init__(name, bases, ns)
    def __call__(c, *a): print('call', a); return super().__call__(*a)
    def __len__(c): return 42
    def __getitem__(c, k): return (c.__name__, k)
    def __contains__(c, k): return k == 1
    def __iter__(c): return iter('xyz')
    def __getattr__(c, n): return f'meta {n}'
    def __instancecheck__(c, o): return o == 5
    def __subclasscheck__(c, o): return o is int
    def __repr__(c): return f'<M {c.__name__}>'
    def __add__(c, o): return 'added'
    def __eq__(c, o): return True
    __hash__ = type.__hash__
class A(metaclass=M, opt=1):
    def __init__(self, x): self.x = x
print(A, A(3).x, len(A), A['k'], 1 in A, list(A), A.nothing, isinstance(5, A), isinstance(6, A), issubclass(int, A), issubclass(str, A), A + 1, A == 3, A.made_by, type(A), bool(A))
# ---
# mro and super
class A:
    def f(self): return ['A']
class B(A):
    def f(self): return ['B'] + super().f()
class C(A):
    def f(self): return ['C'] + super().f()
class D(B, C):
    def f(self): return ['D'] + super().f()
    @classmethod
    def g(cls): return super().__thisclass__.__name__, super().__self_class__.__name__
print(D().f(), [c.__name__ for c in D.__mro__], super(B, D()).f(), D.g(), super(D, D).f.__qualname__, repr(super(B, D()))[:20])
for f in (lambda: super(int, 'a'), lambda: super(1), lambda: super().x):
    try: f()
    except Exception as e: print(type(e).__name__, e)
# ---
# slots
class P:
    __slots__ = ('x', '__private')
    def __init__(self): self.x = 1; self.__private = 2
class Q(P): __slots__ = ['y']
class R(P): pass
q = Q(); q.y = 3; print(q.x, q.y, q._P__private, hasattr(q, '__dict__'), hasattr(R(), '__dict__'), P.x, sorted(n for n in dir(Q) if n in ('x', 'y')))
for f in (lambda: setattr(q, 'z', 1), lambda: delattr(q, 'x') or q.x, lambda: type('X', (), {'__slots__': 'a b'}), lambda: type('X', (), {'__slots__': ('a',), 'a': 1}), lambda: type('X', (int,), {'__slots__': ('a',)}), lambda: type('X', (), {'__slots__': (1,)}), lambda: type('X', (P, type('Z', (), {'__slots__': ('w',)})), {}), lambda: type('X', (), {'__slots__': ('__dict__', '__dict__')})):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
# ---
# properties
class T:
    def __init__(self): self._c = 0
    @property
    def c(self):
        "degrees"
        return self._c
    @c.setter
    def c(self, v):
        if v < -273: raise ValueError('too cold')
        self._c = v
    @c.deleter
    def c(self): self._c = None
    r = property(lambda s: 5); w = property(None, lambda s, v: print('w', v))
t = T(); t.c = 20; print(t.c, T.c.__doc__, T.c.fget.__name__, T.c.__name__); del t.c; print(t.c); t.w = 1
for f in (lambda: setattr(t, 'c', -300), lambda: setattr(t, 'r', 1), lambda: delattr(t, 'r'), lambda: t.w, lambda: delattr(t, 'w')):
    try: f()
    except Exception as e: print(type(e).__name__, e)
# ---
# class and static methods
class A:
    n = 0
    @classmethod
    def make(cls, *a): cls.n += 1; return cls.__name__, a
    @staticmethod
    def st(x): return x * 2
    m = classmethod(lambda c: c.__name__)
class B(A): pass
print(A.make(1), B.make(2), A.n, B.n, A.st(3), B().st(4), A.m(), B().m(), A.__dict__['make'].__func__.__name__, A.__dict__['st'].__wrapped__.__name__, A.make.__self__, callable(A.__dict__['st']), A.__dict__['st'](5))
# ---
# operators and their reflections
class V:
    def __init__(self, n): self.n = n
    def __repr__(self): return f'V({self.n})'
    def __add__(self, o): return V(self.n + o.n) if isinstance(o, V) else NotImplemented
    def __radd__(self, o): return ('radd', o)
    def __iadd__(self, o): self.n += 100; return self
    def __mul__(self, o): return NotImplemented
    def __matmul__(self, o): return 'matmul'
    def __rsub__(self, o): return ('rsub', o)
    def __neg__(self): return V(-self.n)
    def __invert__(self): return 'inv'
    def __abs__(self): return 'abs'
    def __pow__(self, o, m=None): return ('pow', o, m)
    def __rpow__(self, o, m=None): return ('rpow', o, m)
    def __divmod__(self, o): return 'dm'
    def __lshift__(self, o): return 'shl'
    def __index__(self): return self.n
    def __round__(self, n=0): return ('round', n)
    def __trunc__(self): return 7
    def __floor__(self): return 8
v = V(1); w = v; v += 1; print(V(1) + V(2), 5 + V(1), w, v is w, 3 - V(1), -V(2), ~V(1), abs(V(1)), V(1) ** 2, pow(V(1), 2, 3), 2 ** V(1), divmod(V(1), 2), V(1) << 1, V(1) @ 2, [10, 20, 30][V(1)], round(V(1)), round(V(1), 2), range(5)[V(2)], hex(V(255)))
import math; print(math.floor(V(1)), math.trunc(V(1)))
for f in (lambda: V(1) + 1, lambda: V(1) * 2, lambda: 2 * V(1), lambda: V(1) - 1, lambda: V(1) / 1, lambda: V(1) < V(2), lambda: V(1) & 1, lambda: +V(1), lambda: pow(2, V(1), 5), lambda: 1 @ V(1)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
# ---
# subclass priority of reflected operators
class A:
    def __add__(self, o): return 'A.add'
    def __radd__(self, o): return 'A.radd'
class B(A):
    def __radd__(self, o): return 'B.radd'
class C(A): pass
print(A() + B(), A() + C(), B() + A(), 1 + A(), A() + 1)
# ---
# rich comparison
class N:
    def __init__(self, v): self.v = v
    def __eq__(self, o): print('eq'); return NotImplemented
    def __lt__(self, o): print('lt'); return self.v < o.v if isinstance(o, N) else NotImplemented
    def __gt__(self, o): print('gt'); return NotImplemented
    def __bool__(self): return False
print(N(1) == N(1), N(1) != N(2), N(1) < N(2), N(2) > N(1))
try: N(1) < 5
except TypeError as e: print(e)
try: N(1) <= N(2)
except TypeError as e: print(e)
print(1 < 2 < 3 > 0 == 0, not N(1), type(N(1) and 5))
# ---
# eq without hash
class E:
    def __eq__(self, o): return True
class F(E): __hash__ = object.__hash__
for f in (lambda: hash(E()), lambda: {E()}, lambda: {E(): 1}, lambda: isinstance(hash(F()), int), lambda: E.__hash__, lambda: E() in [1]):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
# ---
# containers by hand
class S:
    def __init__(self, *a): self.a = list(a)
    def __len__(self): return len(self.a)
    def __getitem__(self, i): print('get', i); return self.a[i]
    def __setitem__(self, i, v): print('set', i, v)
    def __delitem__(self, i): print('del', i)
    def __missing__(self, k): return 'm'
s = S(1, 2, 3); print(list(s), 2 in s, s[-1], s[0:2], s[::2], s[1, 2:3] if False else '', bool(S()), list(reversed(s)), [*s], max(s)); s[1:] = 5; del s[0]; s[..., 1] = 2
# ---
# calling and pretending
class F:
    def __call__(self, *a, **k): return a, k
    __name__ = 'pretend'
f = F(); print(f(1, x=2), callable(f), callable(F), list(map(f, [1])), sorted([2, 1], key=lambda x: f(x)[0]))
class G: pass
G.__call__ = lambda self: 'later'; print(G()()); g = G(); g.__call__ = lambda: 'never'; print(g())
# ---
# copying and representing
import copy
class C:
    def __init__(self): self.l = [1]; self.d = {'k': self.l}
    def __copy__(self): print('copy'); return 'c'
    def __deepcopy__(self, memo): print('deep', type(memo).__name__); return 'd'
print(copy.copy(C()), copy.deepcopy([C()]))
class D: pass
d = D(); d.self = d; d.l = [1, [2]]; e = copy.deepcopy(d); print(e.self is e, e.l == d.l, e.l is d.l, copy.copy(d).l is d.l)
l = [1]; l.append(l); m = copy.deepcopy(l); print(m, m[1] is m); t = ([1],); print(copy.deepcopy(t)[0] is t[0], copy.copy(t) is t, copy.replace(__import__('collections').namedtuple('P', 'a b')(1, 2), a=5))
# ---
# class bodies and scopes
x = 'global'
class A:
    x = 'class'
    y = [x for _ in range(1)]
    z = (lambda: x)()
    def f(self): return x
    class B: w = x
    for i in range(3): pass
    if True: cond = i
print(A.y, A.z, A().f(), A.B.w, A.i, A.cond, A.__qualname__, A.B.__qualname__, A.f.__qualname__)
def outer():
    x = 'outer'
    class C: y = x; x = 'inner'; z = x
    return C.y, C.z
try: print(outer())
except NameError as e: print(type(e).__name__, e)
# ---
# __class__ and dynamic changes
class A:
    def who(self): return __class__.__name__
class B:
    def extra(self): return 'extra'
a = A(); print(a.who()); a.__class__ = B; print(a.extra(), type(a).__name__)
try: a.__class__ = int
except TypeError as e: print(e)
A.new = lambda self: 'new'; print(A().new()); del A.new; print(hasattr(A(), 'new'))
# ---
# dir, vars and help texts
class A:
    "doc of A"
    z = 1
    def m(self): "doc of m"
    def __dir__(self): return ['b', 'a']
print(dir(A()), A.__doc__, A.m.__doc__, vars(A)['z'], A.__module__, A.__name__, 'z' in A.__dict__, type(A.__dict__).__name__, A().__doc__, A.__annotations__, A.__firstlineno__, A.__static_attributes__)
try: A.__dict__['q'] = 1
except TypeError as e: print(e)
A.__doc__ = 'new doc'; A.__name__ = 'Z'; print(A, A.__doc__)
for n, v in (('__name__', 5), ('__dict__', {}), ('__mro__', 1)):
    try: setattr(A, n, v)
    except Exception as e: print(type(e).__name__, e)
# ---
# augmented assignment to objects of classes that are derived from built-in ones
class D(dict): pass
class S(set): pass
class L(list): pass
class B(bytearray): pass
d = d1 = D(a=1); d |= {"b": 2}; d |= [("c", 3)]; print(type(d), d is d1, d)
s = s1 = S([1]); s |= {2, 3}; s &= {2, 3, 4}; s -= {3}; s ^= {7}; print(type(s), s is s1, sorted(s))
l = l1 = L([1]); l.note = "kept"; l += (2,); l *= 2; print(type(l), l is l1, l, l.note)
b = b1 = B(b"a"); b += b"c"; b *= 2; print(type(b), b is b1, b)
class Holder: pass
h = Holder(); h.x = L(); h.x += [1]; print(type(h.x), h.x); k = [D()]; k[0] |= {1: 2}; print(type(k[0]), k)
class Up(list):
    def __iadd__(self, other): return super().__iadd__(x * 2 for x in other)
u = Up([1]); u += [2, 3]; print(type(u), u, dict.__ior__(d, {}) is d, list.__iadd__(l, []) is l)
