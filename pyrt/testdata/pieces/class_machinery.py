def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(f"{type(e).__name__}: {e}")

# ---
# descriptors in depth
class D:
    def __set_name__(self, o, n): print('set_name', o.__name__, n); self.n = n
    def __get__(self, i, o=None): return (self.n, i is None, o.__name__)
    def __set__(self, i, v): print('set', self.n, v); i.__dict__[self.n] = v
    def __delete__(self, i): print('del', self.n)
class N:
    def __get__(self, i, o): return 'nondata'
class A:
    a = D(); b = D(); n = N()
x = A(); x.a = 1; print(x.a, A.a, x.__dict__); del x.a; x.n = 5; print(x.n, A.n); del x.n; print(x.n)
A.c = D(); t(lambda: x.c); print(type(A.__dict__['a']).__name__)
class B(A): a = 3
print(B.a, B().a, super(B, B()).a, super(B, B).a)
class Bad:
    def __set_name__(self, o, n): raise ValueError('no ' + n)
try:
    class C: q = Bad()
except ValueError as e: print(repr(e), e.__notes__)
class G:
    @property
    def p(self): "doc p"; return self._p
    @p.setter
    def p(self, v): self._p = v
    @p.deleter
    def p(self): del self._p
g = G(); t(lambda: g.p); g.p = 3; print(g.p, G.p.__doc__, G.p.fget.__name__, G.p.fset is not None, G.p.__name__); del g.p; t(lambda: g.p); t(delattr, g, 'p'); t(lambda: G.p.__set__(g, 4)); print(G.p.__get__(g, G), G.p.__get__(None, G) is G.p); t(property, 1, 2, 3, 4, 5); print(property(doc='x').__doc__, property().fget); t(lambda: property().__get__(1)); t(lambda: G.p.getter(lambda s: 9).__get__(g)); t(setattr, G.p, 'fget', 3); t(lambda: setattr(G.p, '__doc__', 'z')); print(G.p.__doc__, property.__isabstractmethod__)
class S:
    __slots__ = ('u', 'v', '__dict__')
s = S(); s.u = 1; s.w = 2; print(s.u, s.__dict__, S.u, S.__slots__); t(lambda: s.v); t(delattr, s, 'v'); t(lambda: S.u.__get__(3)); t(S.u.__set__, 4, 5); t(type, 'X', (), {'__slots__': ('a', 'a b')}); t(type, 'X', (), {'__slots__': ('a',), 'a': 1}); t(type, 'X', (), {'__slots__': 5}); t(type, 'X', (int,), {'__slots__': ('a',)}); t(type, 'X', (), {'__slots__': ('__dict__', '__dict__')}); t(setattr, type('X', (), {'__slots__': {'a': 'doc a'}})(), 'b', 1)
class P: __slots__ = ['__priv']
p = P(); t(lambda: p._P__priv); p._P__priv = 3; print(p._P__priv, P.__slots__, [k for k in P.__dict__ if 'priv' in k])
# ---
# metaclass hooks and class creation
class M(type):
    @classmethod
    def __prepare__(m, n, b, **k): print('prep', n, b, k); return {'pre': 1}
    def __new__(m, n, b, d, **k): print('new', n, sorted(x for x in d if not x.startswith('__')), k); return super().__new__(m, n, b, d)
    def __init__(c, n, b, d, **k): print('init', n, k); super().__init__(n, b, d)
    def __call__(c, *a, **k): print('call', a, k); return super().__call__(*a, **k)
    def __instancecheck__(c, i): return i == 7
    def __subclasscheck__(c, s): return s is int
    def __len__(c): return 42
    def __iter__(c): return iter('ab')
    def __getattr__(c, n): return 'meta:' + n
    def __contains__(c, x): return x == 'z'
    def __add__(c, o): return ('add', o)
    def __str__(c): return 'STR'
    def __repr__(c): return f'<M {c.__name__}>'
    def __bool__(c): return False
    def __eq__(c, o): return o == 'eq' or c is o
    def __hash__(c): return 5
    def __getitem__(c, i): return i
    def __dir__(c): return ['x']
class A(metaclass=M, k=2):
    def __init__(self, v=0): self.v = v
print(len(A), list(A), A.foo, 'z' in A, A + 1, str(A), repr(A), bool(A), A == 'eq', hash(A), A[3], A[1:2], dir(A), isinstance(7, A), isinstance(A(), A), issubclass(int, A), issubclass(A, A), f'{A}', '%s %r' % (A, A), A.pre)
a = A(v=3); print(a.v, type(a) is A); t(lambda: a.foo)
class B(A, k=9): pass
print(type(B), B.__bases__, B.__mro__)
t(type, 'X'); t(type); t(type, 1, 2); t(type, 'X', [], {}); t(type, 'X', (), []); t(type, 5, (), {}); t(type, 'X', (3,), {}); t(type, 'X\0', (), {}); t(type.__new__, type, 'X', (), {}, z=1); t(type.__call__, int, '5'); t(type.__call__, 5); print(type('Y', (), {'a': 1}, ).a)
def fm(n, b, d, **k): print('fm', n, b, k); return 'notaclass'
class F(1 and object, metaclass=fm, z=1): pass
print(F)
class R:
    def __mro_entries__(self, bases): print('entries', len(bases)); return (dict,)
class Q(R()): pass
print(Q.__bases__, [type(x).__name__ for x in Q.__orig_bases__]); t(type, 'X', (R(),), {}); import types; print(types.new_class('Z', (R(),), {}, lambda ns: ns.update(q=1)).q, types.resolve_bases((R(),)), types.prepare_class('P', (A,), {'w': 1})[0])
# ---
# init_subclass, class_getitem, super
class Base:
    reg = []
    def __init_subclass__(cls, /, tag=None, **k): super().__init_subclass__(**k); cls.tag = tag; Base.reg.append((cls.__name__, tag))
    def __class_getitem__(cls, i): return (cls.__name__, i)
class A(Base, tag='a'): pass
class B(A): pass
print(Base.reg, A[1, 2], B['x'], B.tag); t(type, 'X', (Base,), {}, zz=1)
try:
    class C(Base, tag=1, other=2): pass
except TypeError as e: print(e)
t(lambda: object.__init_subclass__(a=1)); t(int.__class_getitem__ if hasattr(int, '__class_getitem__') else len, 1)
class X:
    def f(self): return 'X.f'
    @classmethod
    def c(cls): return 'X.c ' + cls.__name__
    @staticmethod
    def s(): return 'X.s'
    @property
    def p(self): return 'X.p'
class Y(X):
    def f(self): return 'Y>' + super().f() + '>' + super(Y, self).f() + '>' + super(__class__, self).f()
    @classmethod
    def c(cls): return 'Y ' + super().c()
    @staticmethod
    def s(): return 'Y ' + super(Y, Y).s()
    @property
    def p(self): return 'Y ' + super().p
    def g(self): return [super().f() for _ in range(2)]
    def h(self): return (lambda: super().f())()
    def no(): super()
    def bad(self): del self; super()
    def z(x): x = 5; return super().f()
y = Y(); print(y.f(), y.c(), Y.c(), Y.s(), y.p, y.h(), super(Y, y).f(), super(Y, Y).f(y)); t(y.g); t(Y.no); t(y.bad); t(y.z); t(super); t(super, 5); t(super, Y, 5); t(super, Y, int); s = super(Y, y); print(s.__thisclass__, s.__self__ is y, s.__self_class__, repr(s)[:30]); t(lambda: s.nope); t(setattr, s, 'a', 1); u = super(Y); print(u.__self__, repr(u)); t(lambda: u.f); print(u.__get__(y, Y).f()); t(lambda: super(Y, y).__init__(1)); t(lambda: super(int, True).__repr__()); t(lambda: super(bool, True).__repr__()); print(super(Y, y).__class__, super(Y, y).__doc__)
class W:
    def f(self): return __class__
print(W().f(), W.f.__closure__[0].cell_contents, W.f.__code__.co_freevars)
# ---
# reflected operators, priority of subclasses, NotImplemented
import operator as o
log = []
def mk(name, base=object, **ret):
    d = {}
    for op in 'add sub mul truediv floordiv mod pow matmul and or xor lshift rshift divmod'.split():
        for pre in ('', 'r', 'i'):
            m = f'__{pre}{op}__'
            if pre == 'i' and op == 'divmod': continue
            if ret.get(pre or 'n', True) is None: continue
            d[m] = (lambda m: lambda s, *a: log.append(name + m) or (NotImplemented if ret.get(m.strip('_')[0] if m.strip('_')[0] in 'ri' and m.strip('_') not in ('rshift', 'or') else 'n') == 'NI' else name + m))(m)
    return type(name, (base,), d)
A = mk('A'); B = mk('B'); C = mk('C', A); N = mk('N', n='NI', r='NI', i='NI')
for f in (o.add, o.sub, o.matmul, o.pow, divmod, o.iadd, o.imatmul, o.lshift, o.or_): print(f(A(), B()), f(A(), C()), f(C(), A()), f(1, A()), f(A(), 1), f('s', A()) if f is not o.mod else '')
for f in (o.add, o.sub, o.mul, o.truediv, o.floordiv, o.mod, o.pow, o.matmul, o.and_, o.or_, o.xor, o.lshift, o.rshift, divmod, o.iadd, o.isub, o.imul, o.itruediv, o.ifloordiv, o.imod, o.ipow, o.imatmul, o.iand, o.ior, o.ixor, o.ilshift, o.irshift): t(f, N(), 1); t(f, 1, N()); t(f, N(), N())
t(pow, N(), 1, 2); t(pow, 1, 2, N()); t(pow, 2, 3, 0); t(pow, 2.0, 3, 5); t(pow, 2, -1, 4); print(pow(3, -1, 7), pow(2, -3, 9), pow(-2, 3, 5), pow(2, 10, -7)); print(log[:12])
for op in ('-', '+', '~', 'abs', 'not', 'len', 'int', 'float', 'complex', 'round', 'iter', 'next', 'reversed', 'hash', 'bool', 'str', 'bytes', 'index'):
    x = N()
    for f in [{'-': o.neg, '+': o.pos, '~': o.inv, 'abs': abs, 'not': o.not_, 'len': len, 'int': int, 'float': float, 'complex': complex, 'round': round, 'iter': iter, 'next': next, 'reversed': reversed, 'bool': bool, 'bytes': bytes, 'index': o.index}.get(op)]:
        if f: t(f, x)
class Cmp:
    def __init__(s, n, *r): s.n = n; s.r = r
    def __lt__(s, x): log.append(s.n + 'lt'); return NotImplemented
    def __gt__(s, x): log.append(s.n + 'gt'); return NotImplemented
    def __eq__(s, x): log.append(s.n + 'eq'); return NotImplemented
class Sub(Cmp): pass
log.clear(); t(o.lt, Cmp('a'), Cmp('b')); t(o.gt, Cmp('a'), Sub('b')); t(o.eq, Cmp('a'), Sub('b')); t(o.ne, Cmp('a'), Cmp('b')); t(o.le, Cmp('a'), 3); print(log); t(lambda: sorted([Cmp('a'), 1])); t(lambda: max(Cmp('a'), 'x')); t(bool, NotImplemented)
# ---
# special methods with wrong results
def mk(**d): return type('K', (), {f'__{k}__': v for k, v in d.items()})()
for n, v, f in [('len', lambda s: -1, len), ('len', lambda s: 'x', len), ('len', lambda s: 2**70, len), ('len', lambda s: 1.5, len), ('bool', lambda s: 1, bool), ('bool', lambda s: None, bool), ('hash', lambda s: 'x', hash), ('hash', lambda s: 2**70, hash), ('hash', None, hash), ('hash', lambda s: -1, hash), ('repr', lambda s: 5, repr), ('str', lambda s: b'x', str), ('str', None, str), ('bytes', lambda s: 'x', bytes), ('bytes', lambda s: b'ok', bytes), ('format', lambda s, f: 5, format), ('int', lambda s: 'x', int), ('int', lambda s: True, int), ('index', lambda s: 5, int), ('index', lambda s: 5, float), ('index', lambda s: 5, complex), ('index', lambda s: 1.5, int), ('float', lambda s: 5, float), ('float', lambda s: True, float), ('complex', lambda s: 5.0, complex), ('complex', lambda s: 1j, complex), ('trunc', lambda s: 5, int), ('round', lambda s, n='d': ('r', n), round), ('iter', lambda s: 5, iter), ('iter', None, iter), ('next', lambda s: 5, next), ('reversed', lambda s: 5, reversed), ('reversed', None, reversed), ('dir', lambda s: 5, dir), ('dir', lambda s: ['b', 'a'], dir), ('dir', lambda s: [1, 'a'], dir), ('length_hint', lambda s: -1, __import__('operator').length_hint), ('length_hint', lambda s: 'x', __import__('operator').length_hint), ('contains', lambda s, x: 'yes', lambda k: 3 in k), ('contains', None, lambda k: 3 in k), ('getitem', lambda s, i: [1, 2][i], list), ('getitem', lambda s, i: i if i < 3 else 1/0, list), ('call', lambda s, *a, **k: (a, k), lambda k: k(1, z=2)), ('call', None, lambda k: k()), ('enter', lambda s: 1, lambda k: k.__enter__()), ('fspath', lambda s: 5, __import__('os').fspath), ('fspath', lambda s: 'p', __import__('os').fspath), ('abs', lambda s: 'abs', abs), ('invert', lambda s: 'inv', lambda k: ~k), ('divmod', lambda s, x: 'dm', lambda k: divmod(k, 1)), ('getattr', lambda s, n: n.upper(), lambda k: k.abc), ('class_getitem', lambda c, i: i, lambda k: type(k)[5]), ('class_getitem', lambda c, i: i, lambda k: k[5]), ('missing', lambda s, k: k, lambda k: k['x']), ('await', lambda s: 5, lambda k: k.__await__()), ('floor', lambda s: 'fl', __import__('math').floor), ('ceil', lambda s: 'ce', __import__('math').ceil), ('trunc', lambda s: 'tr', __import__('math').trunc), ('instancecheck', lambda s, i: 'x', lambda k: isinstance(3, k)), ('subclasscheck', lambda s, i: [], lambda k: issubclass(int, k)), ('set_name', 1, lambda k: type('Z', (), {'a': k}).__name__), ('init_subclass', lambda c: 5, lambda k: type('Z', (type(k),), {}).__name__), ('eq', lambda s, x: [], lambda k: [k == 1, k != 1, 1 == k, k in [1], [k] == [1]]), ('index', lambda s: 3, lambda k: [bin(k), hex(k), oct(k), 'abcd'[k], [1, 2, 3, 4][k:], 'a' * k, range(k), chr(k), (5).__round__(k), bytes(k), [0] * k])]:
    print(n, end=' '); t(f, mk(**{n: v}))
