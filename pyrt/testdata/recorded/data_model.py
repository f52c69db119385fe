def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", repr(r))
    except BaseException as e:
        print(type(e).__name__, e, getattr(e, "__notes__", ""))
# class machinery
class D:
    def __set_name__(self, o, n): raise ValueError("sn")
def mk():
    class X: d = D()
t(mk)
t(lambda: type("X", (object,), {"__slots__": 5}))
t(lambda: type("X", (), {"__slots__": ["a", 1]}))
t(lambda: type("X", (), {"__slots__": ["a b"]}))
t(lambda: type("X", (), {"__slots__": ["a"], "a": 1}))
t(lambda: type("X", (int,), {"__slots__": ["a"]}))
t(lambda: type(5, (), {})); t(lambda: type("X", 5, {})); t(lambda: type("X", (), 5)); t(lambda: type("a", ())); t(lambda: type())
X = type("X", (dict,), {"a": 1, "f": lambda self: 5}); print(X, X().f(), X.a, X(b=2), X.__name__)
class A:
    def __init__(self, x): self.x = x
    def __eq__(self, o): return isinstance(o, A) and self.x == o.x
    def __hash__(self): return hash(self.x)
    def __repr__(self): return f"A({self.x})"
print({A(1): 2}[A(1)], A(1) in {A(1)}, A(1) in [A(1)], [A(1), A(2)].index(A(2)), len({A(1), A(1)}))
class NoHash:
    __hash__ = None
t(hash, NoHash()); t(lambda: {NoHash(): 1}); t(lambda: {NoHash()}); t(lambda: {[]: 1}); t(lambda: {}[[]]); t(lambda: [] in {}); t(lambda: {[]}); t(lambda: set([[]])); t(lambda: dict([([], 1)])); t(lambda: {}.get([]))
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration
        return self.n
print(list(It()), sum(It()), max(It()), [*It()], tuple(It()), dict(zip(It(), It())), list(map(str, It())), sorted(It(), reverse=True), 2 in It(), ",".join(map(str, It())))
class GI:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i * 10
print(list(GI()), 20 in GI(), [*iter(GI())]); t(len, GI()); t(reversed, GI())
class BadIter:
    def __iter__(self): return 5
t(iter, BadIter()); t(list, BadIter())
class BadLen:
    def __init__(self, v): self.v = v
    def __len__(self): return self.v
t(len, BadLen(-1)); t(len, BadLen("x")); t(len, BadLen(1.5)); t(len, BadLen(2**70)); t(bool, BadLen(0)); t(len, BadLen(True))
class BadBool:
    def __bool__(self): return 1
t(bool, BadBool()); 
class BadStr:
    def __str__(self): return 5
    def __repr__(self): return None
    def __format__(self, s): return 5
    def __hash__(self): return "x"
    def __index__(self): return "x"
    def __int__(self): return 1.5
    def __float__(self): return 1
    def __bytes__(self): return 1
    def __contains__(self, x): raise KeyError("c")
    def __dir__(self): return 5
t(str, BadStr()); t(repr, BadStr()); t(format, BadStr()); t(hash, BadStr()); t(lambda: [1][BadStr()]); t(int, BadStr()); t(float, BadStr()); t(bytes, BadStr()); t(lambda: 1 in BadStr()); t(dir, BadStr()); t(lambda: f"{BadStr()!r}"); t(lambda: "%s" % BadStr()); t(range, BadStr())
class W:
    @property
    def p(self): raise AttributeError("inner")
    def __getattr__(self, n): return "fallback-" + n
print(W().p, W().q)
class W2:
    @property
    def p(self): return self.missing
t(lambda: W2().p)
class Sing:
    _i = None
    def __new__(cls, *a):
        if cls._i is None: cls._i = super().__new__(cls)
        return cls._i
print(Sing() is Sing(1))
class Imm(tuple):
    def __new__(cls, a, b): return super().__new__(cls, (a, b))
    a = property(lambda s: s[0])
print(Imm(1, 2), Imm(1, 2).a, Imm(1, 2) == (1, 2), isinstance(Imm(1, 2), tuple), Imm(1, 2) + (3,), hash(Imm(1, 2)) == hash((1, 2)))
class MyInt(int):
    def __new__(cls, v, tag=None):
        o = super().__new__(cls, v); o.tag = tag; return o
    def __add__(self, o): return MyInt(int(self) + int(o), "sum")
    def __repr__(self): return f"MyInt({int(self)})"
m = MyInt(5, "t"); print(m, m.tag, m + 1, (m + 1).tag, m * 2, 1 + m, [m], {m: 1}, m == 5, m < 6, f"{m}", f"{m:d}", "%d" % m, str(m), int(m), m.bit_length(), sum([m, m]))
class MyStr(str):
    def __str__(self): return "S!"
    def upper(self): return "UP:" + super().upper()
s = MyStr("abc"); print(s, repr(s), s.upper(), s + "d", f"{s}", "%s" % s, s[1], len(s), s == "abc", {s: 1}["abc"], s.join(["x", "y"]), "abc" in {s}, str.__str__(s))
class MyList(list):
    def __len__(self): return 99
    def __getitem__(self, i): return "item" if isinstance(i, int) else list.__getitem__(self, i)
l = MyList([1, 2]); print(len(l), l[0], l, list(l), bool(l), l[:1], l + [3], l == [1, 2]); l.append(3); print(list.__len__(l)); l.x = 1; print(l.x)
class MyDict(dict):
    def __missing__(self, k): return k * 2
    def __setitem__(self, k, v): super().__setitem__(k, v + 1)
d = MyDict(a=1); d["b"] = 1; print(d, d["zz"], d.get("q"), "q" in d, dict(d), {**d}, d | {"c": 1}, type(d | {}).__name__, type(d.copy()).__name__); d.update(x=1); d.setdefault("y", 1); print(d)
class MySet(set): pass
print(MySet([1]) | {2}, type(MySet([1]) | {2}).__name__, MySet([1, 2]) == {1, 2}, repr(MySet()), frozenset([1]), set())
class MyExc(Exception): pass
print(repr(MyExc()), repr(MyExc(1)), repr(MyExc(1, "a")), str(MyExc()), MyExc("x").args)
class Ab:
    def __init__(self): self.log = []
    def __enter__(self): self.log.append("in"); return self
    def __exit__(self, et, ev, tb): self.log.append((et.__name__ if et else None)); return et is KeyError
with Ab() as ab: raise KeyError
print(ab.log)
class Meta(type):
    def mro(cls): return [cls, object]
class Z(metaclass=Meta): pass
print(Z.__mro__, Z.mro())
class Cls:
    def __class_getitem__(cls, i): return f"{cls.__name__}[{i}]"
print(Cls[5]); t(lambda: int[5]); t(lambda: Cls()[5]); t(lambda: object[1])
o = object(); t(lambda: o.x); t(lambda: o()); t(lambda: o[0]); t(lambda: o + 1); t(lambda: -o); t(lambda: o < o); t(lambda: len(o)); t(lambda: iter(o)); t(lambda: next(o)); t(lambda: o.__dict__); print(o == o, o != o, bool(o))
print(A.__init__, A(1).__init__.__self__, A.__eq__ is A.__dict__["__eq__"], A(1).__class__, A.__class__, A.__dict__["__init__"].__name__) if False else None
class Cnt:
    n = 0
    def __init__(self): Cnt.n += 1; self.n += 10
print(Cnt().n, Cnt.n)
def deco(cls): cls.added = 1; return cls
@deco
class De: pass
print(De.added)
class Outer:
    v = 1
    class In:
        def g(self): return Outer.v
    def h(self):
        v = 2
        class L: w = v
        return L.w
print(Outer.In().g(), Outer().h())
x = "global"
class Scope:
    x = x + "!"
    def f(self): return x
print(Scope.x, Scope().f())
def fn():
    x = "enclosing"
    class S2:
        y = x
        x = "class"
        def g(self): return x
    return S2
t(fn)
def fn2():
    x = "enclosing"
    class S3:
        y = x
        def g(self): return x
    return S3.y, S3().g()
t(fn2)
class PropSub(property): pass
class UsePS:
    @PropSub
    def a(self): return 1
    @a.setter
    def a(self, v): pass
print(UsePS().a, type(UsePS.__dict__["a"]).__name__)
print(sorted(k for k in A.__dict__ if not k.startswith("__f") and not k.startswith("__s")))
class Old:
    def __getattr__(self, n):
        if n == "z": return 1
        raise AttributeError(f"no {n}")
print(hasattr(Old(), "z"), hasattr(Old(), "y"), getattr(Old(), "y", "dflt")); t(getattr, Old(), "y"); t(getattr, 5, 5); t(setattr, Old(), 5, 1); t(hasattr, 1, 1)
class Del:
    def __init__(self): self.a = 1
    def __delitem__(self, k): print("delitem", k)
    def __delattr__(self, k): print("delattr", k); super().__delattr__(k)
dd = Del(); del dd.a; del dd[1]; t(lambda: dd.a)
print(isinstance(dd, object), issubclass(Del, object), type(dd) is Del, Del.__subclasses__(), De.__bases__)
a = [1]; b = a; b += [2]; print(a); tt = (1,); ts = tt; ts += (2,); print(tt, ts)
class Ro:
    __slots__ = ()
t(setattr, Ro(), "a", 1)
dct = {"a": 1}
class NS:
    def __init__(self, **k): self.__dict__.update(k)
n = NS(q=1, w=2); print(n.q, vars(n), n.__dict__); n.__dict__ = {"r": 1}; print(n.r, hasattr(n, "q"))
n.__class__ = De; print(type(n)); t(setattr, n, "__class__", int); t(setattr, n, "__class__", 5)
