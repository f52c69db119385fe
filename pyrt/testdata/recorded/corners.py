def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", repr(r))
    except BaseException as e:
        print(type(e).__name__, e)
# sandbox and odd corners
t(lambda: [c.__name__ for c in ().__class__.__base__.__subclasses__()][:0])
t(lambda: (lambda: 0).__code__.co_consts == () or True)
t(lambda: type(type(1))); t(lambda: object.__subclasshook__(1)); t(lambda: int.__dict__["real"].__get__(5)); t(lambda: int.real); t(lambda: (5).real.__class__)
t(lambda: int.__add__(1, 2)); t(lambda: int.__add__("a", 1)); t(lambda: str.upper("a")); t(lambda: str.upper(5)); t(lambda: list.append([], 1)); t(lambda: dict.fromkeys("ab", 0)); t(lambda: object.__repr__(5)[:7]); t(lambda: object.__eq__(1, 1)); t(lambda: int.__eq__(1, "a")); t(lambda: (1).__lt__(2.5)); t(lambda: "a".__contains__("a")); t(lambda: [].__len__()); t(lambda: (1).__bool__()); t(lambda: (1).__hash__()); t(lambda: "ab".__iter__().__next__()); t(lambda: [1].__getitem__(0)); t(lambda: {}.__setitem__("a", 1)); t(lambda: (1).__format__("03d")); t(lambda: type.__call__(int, "5")); t(lambda: type.__repr__(int)); t(lambda: int.__new__(int, "7")); t(lambda: int.__new__(str)); t(lambda: object.__new__(int)); t(lambda: tuple.__new__(tuple, [1])); t(lambda: str.__new__(5)); t(lambda: list.__init__([], 5)); t(lambda: [].__class__(("a",))); t(lambda: (5).__class__.__name__); t(lambda: int.__name__); t(lambda: int.__module__); t(lambda: int.mro()); t(lambda: int.__base__); t(lambda: bool.__mro__)
t(lambda: getattr(int, "__doc__") is not None); t(setattr, int, "x", 1); t(delattr, int, "real"); t(lambda: setattr(int, "__name__", "x"))
class A: pass
a = A(); t(setattr, A, "__name__", 5); A.__name__ = "B"; print(A, a.__class__.__name__, A.__qualname__); A.__qualname__ = "Q.R"; print(A); A.__module__ = "m"; print(A); t(delattr, A, "__name__"); A.__doc__ = "d"; print(A.__doc__); A.f = lambda self: 1; print(a.f()); del A.f; t(lambda: a.f)
A.__bases__ if True else None
t(lambda: a.__dict__ is a.__dict__); a.__dict__["k"] = 1; print(a.k, vars(a)); t(lambda: A.__dict__["f"]); t(lambda: A.__dict__.update({})); t(lambda: setattr(a, "__dict__", 5))
def f(a, b=2, *c, d, e=5, **g): "doc"
print(f.__name__, f.__qualname__, f.__doc__, f.__defaults__, f.__kwdefaults__, f.__module__, f.__dict__, f.__code__.co_varnames, f.__code__.co_argcount, f.__code__.co_kwonlyargcount, f.__code__.co_name, f.__code__.co_firstlineno > 0, f.__annotations__, f.__closure__, f.__globals__ is globals())
f.attr = 1; print(f.attr, f.__dict__); f.__name__ = "g"; print(f.__name__, f.__qualname__); f.__defaults__ = (9,); t(lambda: f.nope); t(setattr, f, "__name__", 5); t(setattr, f, "__code__", 5); t(setattr, f, "__defaults__", 5); f.__doc__ = None; print(f.__doc__)
m = A().__init__; print(type(m).__name__); bm = [].append; print(bm.__name__, bm.__self__, bm.__qualname__); t(lambda: bm.__func__)
class C:
    def m(self): return self
    @classmethod
    def c(cls): return cls
    @staticmethod
    def s(): return 1
c = C(); print(c.m.__func__ is C.m, c.m.__self__ is c, c.m == c.m, c.m is c.m, hash(c.m) == hash(c.m), C.c.__self__ is C, C.__dict__["s"].__func__(), C.m(5), c.m.__name__, {c.m: 1}[c.m]); t(setattr, c.m, "x", 1); t(lambda: C.m()); t(C.__dict__["s"]); t(lambda: C.__dict__["c"]())
import types
print(types.MethodType(lambda s, x: (s, x), 5)(6), types.FunctionType.__name__, isinstance(f, types.FunctionType), isinstance(len, types.BuiltinFunctionType), isinstance(c.m, types.MethodType), types.SimpleNamespace(a=1), types.ModuleType("mm").__name__, type(types.MappingProxyType({})).__name__)
mp = types.MappingProxyType({"a": 1}); t(lambda: mp["a"]); t(lambda: mp.__setitem__("b", 1)); print(mp | {"b": 2}, len(mp), "a" in mp, list(mp), mp == {"a": 1}, mp.get("z"), dict(mp), repr(mp), str(mp)); t(lambda: exec("mp['z'] = 1"))
print(callable(A), callable(5), type(NotImplemented), type(...), bool(NotImplemented) if False else "", repr(None), str(True))
print(id(a) == id(a), a is a, hash(a) == hash(a), a == a, a != A(), [a] == [a], a in [a])
t(lambda: {}.fromkeys([[]])); t(lambda: dict(1)); t(lambda: dict([(1, 2, 3)])); t(lambda: {**5}); t(lambda: [*5]); t(lambda: print(*5)); t(lambda: print(**5)); t(lambda: "a" in 5); t(lambda: 5 in "a"); t(lambda: None[0]); t(lambda: None()); t(lambda: (lambda x: x)()); t(lambda: not_defined()); t(lambda: a.b.c); t(lambda: "%z" % 1); t(lambda: "{0.x}".format(1)); t(lambda: "{:z}".format("a")); t(lambda: int([])); t(lambda: float([])); t(lambda: str(b"a", "ascii")); t(lambda: str(5, "ascii")); t(lambda: bytes("a")); t(lambda: bytes("a", "utf-8")); t(lambda: list(None)); t(lambda: tuple(5)); t(lambda: set(5)); t(lambda: sorted(5)); t(lambda: reversed({1})); t(lambda: enumerate(5)); t(lambda: max(1)); t(lambda: min()); t(lambda: min([], default=5)); t(lambda: sum([[1], [2]], [])); t(lambda: sum(["a"])); t(lambda: sum(["a"], "")); t(lambda: abs(None)); t(lambda: round(1.5, "a")); t(lambda: pow("a", 2)); t(lambda: divmod("a", 1)); t(lambda: hex(1.5)); t(lambda: chr("a")); t(lambda: ord(5)); t(lambda: len(5)); t(lambda: iter(5, 5)); t(lambda: next(5)); t(lambda: zip(5)); t(lambda: map(5)); t(lambda: list(map(5, [1]))); t(lambda: filter(5)); t(lambda: list(filter(5, [1]))); t(lambda: any(5)); t(lambda: isinstance(1)); t(lambda: issubclass(1, 1)); t(lambda: super(5)); t(lambda: property(1, 2, 3, 4, 5)); t(lambda: staticmethod()); t(lambda: vars(5)); t(lambda: dir(5)[:1]); t(lambda: type(1, 2)); t(lambda: object(5)); t(lambda: slice()); t(lambda: range()); t(lambda: range(1.5)); t(lambda: complex("1+")); t(lambda: input); t(lambda: format(5, 5)); t(lambda: getattr(5)); t(lambda: setattr(5, "a")); t(lambda: hash()); t(lambda: id()); t(lambda: repr()); t(lambda: ascii("é")); t(lambda: bin("a")); t(lambda: eval(5)); t(lambda: exec(5)); t(lambda: compile(5, "a", "exec")); t(lambda: __import__(5)); t(lambda: __import__("")); t(lambda: memoryview(5)); t(lambda: bytearray("a")); t(lambda: frozenset(5)); t(lambda: int("5", 50)); t(lambda: int(5, 5)); t(lambda: int("z", 36)); t(lambda: int("1_0")); t(lambda: int("1__0")); t(lambda: int(" 5 ")); t(lambda: float("1e400")); t(lambda: float("1_0.5")); t(lambda: float("nan")); t(lambda: int(float("inf"))); t(lambda: int(float("nan"))); t(lambda: 2 ** 0.5); t(lambda: 10 ** 400 * 1.0); t(lambda: 1e308 * 10); t(lambda: 1 << -1); t(lambda: 5 % 0.0); t(lambda: 5 // 0.0); t(lambda: divmod(5, 0.0)); t(lambda: 0.0 ** -1)
