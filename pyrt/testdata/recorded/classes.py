def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", repr(r))
    except BaseException as e:
        print(type(e).__name__, e)
class Meta(type):
    def __new__(m, name, bases, ns, **kw):
        print("new", name, kw, [k for k in ns if not k.startswith("__")])
        return super().__new__(m, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        print("init", name, kw)
        super().__init__(name, bases, ns)
    @classmethod
    def __prepare__(m, name, bases, **kw):
        print("prepare", name, kw)
        return {"injected": 1}
    def __call__(cls, *a, **k):
        print("call", cls.__name__, a, k)
        return super().__call__(*a, **k)
    def __len__(cls): return 7
    def __iter__(cls): return iter("abc")
    def __getitem__(cls, k): return ("item", k)
    def __contains__(cls, x): return x == 1
    def __getattr__(cls, n): 
        if n.startswith("dyn"): return n
        raise AttributeError(n)
    def __repr__(cls): return f"<M {cls.__name__}>"
    @property
    def prop(cls): return cls.__name__ + "prop"
    def __instancecheck__(cls, o): return o == 5
    def __subclasscheck__(cls, o): return o is int
    def __eq__(cls, o): return True
    def __hash__(cls): return 1
class A(metaclass=Meta, x=1):
    y = 2
class B(A, z=3): pass
b = B()
print(len(A), list(A), A[3], 1 in A, 2 in A, A.dynamo, A, B.injected, A.prop, isinstance(5, A), issubclass(int, A), issubclass(str, A), A == 3)
t(lambda: A.other)
print(type(B), B.__mro__, B.__bases__, type(B).__mro__)
class D:
    def __get__(self, o, t=None): return ("get", o is None, t.__name__)
    def __set__(self, o, v): print("set", v)
    def __delete__(self, o): print("del")
    def __set_name__(self, owner, name): print("setname", owner.__name__, name)
class ND:
    def __get__(self, o, t=None): return "nd"
class X:
    d = D()
    nd = ND()
x = X(); print(x.d, X.d, x.nd, X.nd); x.d = 5; del x.d; x.__dict__["d"] = 1; x.__dict__["nd"] = "inst"; print(x.d, x.nd)
class P:
    def __init__(self): self._v = 1
    @property
    def v(self): "vdoc"; return self._v
    @v.setter
    def v(self, x): self._v = x
    @v.deleter
    def v(self): del self._v
    @property
    def ro(self): return 1
p = P(); p.v = 3; print(p.v, P.v.__doc__, P.v.fget.__name__); del p.v
t(lambda: p.v); t(setattr, p, "ro", 1); t(delattr, p, "ro"); t(lambda: P().zz); t(setattr, 5, "x", 1); t(setattr, object(), "x", 1); t(delattr, P(), "q")
class S:
    __slots__ = ("a", "b")
s = S(); s.a = 1; print(s.a); t(lambda: s.b); t(setattr, s, "c", 1); t(lambda: s.__dict__); print(S.__slots__, S.a)
class S2(S): pass
s2 = S2(); s2.c = 1; print(s2.__dict__)
t(lambda: type("S3", (S,), {"__slots__": ("d",)})().e)
class G:
    def __getattr__(self, n): return "ga" + n
    def __setattr__(self, n, v): print("sa", n, v); object.__setattr__(self, n, v)
    def __delattr__(self, n): print("da", n)
g = G(); g.x = 1; print(g.x, g.y); del g.x
class GA:
    def __getattribute__(self, n):
        if n == "z": raise AttributeError("nope z")
        return object.__getattribute__(self, n) if n.startswith("_") else "gattr " + n
    def __getattr__(self, n): return "fallback " + n
print(GA().q, GA().z)
class I:
    subs = []
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        I.subs.append((cls.__name__, tag))
class I1(I, tag="a"): pass
class I2(I1): pass
print(I.subs); t(lambda: type("I3", (I,), {}, bad=1))
class CG:
    def __class_getitem__(cls, k): return (cls.__name__, k)
print(CG[int], CG[1, 2])
class O:
    def __eq__(self, o): return NotImplemented
    def __lt__(self, o): return NotImplemented
    def __add__(self, o): return NotImplemented
    def __radd__(self, o): return "radd"
print(O() == 1, O() != 1, 1 + O()); t(lambda: O() < 1); t(lambda: O() + 1); t(lambda: O() + O()); t(hash, O())
class Cmp:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return self.v < o.v
    def __eq__(self, o): return self.v == o.v
print(sorted([Cmp(3), Cmp(1)])[0].v, Cmp(1) > Cmp(0), Cmp(1) == Cmp(1), Cmp(1) != Cmp(2))
class R:
    def __init__(self, v): self.v = v
    def __add__(self, o): return ("add", self.v)
    def __radd__(self, o): return ("radd", o)
    def __iadd__(self, o): self.v += o; return self
    def __neg__(self): return "neg"
    def __invert__(self): return "inv"
    def __abs__(self): return "abs"
    def __matmul__(self, o): return "mm"
    def __divmod__(self, o): return "dm"
    def __pow__(self, o, m=None): return ("pow", o, m)
    def __rpow__(self, o): return "rpow"
    def __index__(self): return 3
    def __float__(self): return 1.5
    def __int__(self): return 7
    def __complex__(self): return 2j
    def __round__(self, n=None): return ("round", n)
    def __bool__(self): return False
    def __len__(self): return 4
    def __call__(self, *a): return a
    def __format__(self, s): return "fmt" + s
    def __bytes__(self): return b"bb"
    def __contains__(self, x): return "yes"
    def __reversed__(self): return "rev"
    def __dir__(self): return ["b", "a"]
    def __sizeof__(self): return 1
    def __getitem__(self, k): return k
    def __setitem__(self, k, v): print("si", k, v)
    def __delitem__(self, k): print("di", k)
r = R(1); print(r + 1, 2 + r, -r, ~r, abs(r), r @ 1, divmod(r, 2), r ** 2, pow(r, 2, 3), 2 ** r, [0, 1, 2, 3, 4][r], float(r), int(r), complex(r), round(r), round(r, 2), bool(r), len(r), r(1, 2), f"{r:xx}", format(r), bytes(r), 5 in r, reversed(r), dir(r), hex(r), r[1:2], r[1, 2], r[...], range(r))
r += 5; print(r.v); r[1] = 2; del r[1:2]
class Base:
    def hi(self): return "base"
class L(Base):
    def hi(self): return "L" + super().hi()
class Rr(Base):
    def hi(self): return "R" + super().hi()
class Dd(L, Rr):
    def hi(self): return "D" + super().hi()
    def f(self): return [super(Dd, self).hi() for _ in range(1)]
print(Dd().hi(), Dd().f(), Dd.mro(), super(L, Dd()).hi(), repr(super(L, Dd()))[:30])
t(lambda: super().x)
class Priv:
    __x = 1
    def __m(self): return self.__x
    def g(self): return self.__m()
print(Priv().g(), [n for n in dir(Priv) if "Priv" in n]); t(lambda: Priv().__x)
t(lambda: type("Q", (), {})(1)); t(lambda: object(1)); t(lambda: type("Q", (bool,), {})); t(lambda: type("Q", (1,), {})); 
class N1:
    def __new__(cls, *a): print("new", a); return object.__new__(cls)
    def __init__(self, *a): print("init", a)
N1(1, 2)
class N2:
    def __new__(cls): return 5
print(N2())
class N3:
    def __init__(self): return 5
t(N3)
print(A.__name__, A.__qualname__, A.__module__, X.__doc__, type.__name__, repr(type), int.__mro__, bool.__bases__, object.__bases__)
class Nested:
    class Inner:
        def f(self): pass
print(Nested.Inner, Nested.Inner().f.__qualname__)
print(vars(Nested.Inner).keys() >= {"f"}, callable(Nested), callable(Nested()), isinstance(True, int), isinstance(1, (str, int)), isinstance(1, int | str), issubclass(bool, int))
t(isinstance, 1, 1); t(issubclass, 1, int); t(isinstance, 1, list[int])
class Ctx:
    x = 5
    l = [x for _ in range(2)]
    try: m = [x for _ in range(2) if x]
    except NameError as e: m = str(e)
    def f(self, x=x): return x
print(len(Ctx.l), len(Ctx.m), Ctx().f())
