def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(f"{type(e).__name__}: {e}")

# ---
# typing: runtime objects
import typing as T, collections.abc as abc
from typing import *
for x in (List, List[int], Dict[str, List[int]], Optional[int], Optional[None], Union[int, str], Union[int], Union[int, int], Union[int, None, str], Any, Callable, Callable[[int, str], bool], Callable[..., Any], Callable[[], None], Tuple[int, ...], Tuple[()], Tuple[int], Type[int], ClassVar[int], Final[str], Literal[1, 'a', True], Literal[1, 1], Annotated[int, 'm', 5], Annotated[Annotated[int, 1], 2], Generic, Sequence[int], Iterable, Mapping[str, int], Set[int], FrozenSet, Deque[int], DefaultDict[str, int], Counter[str], ChainMap, Awaitable[int], Generator[int, str, None], Generator[int], AsyncIterator[int], Pattern[str], NoReturn, Never, Self, LiteralString, TypeAlias, Concatenate[int, ...], Unpack[Tuple[int]], Required[int], NotRequired[str], ReadOnly[int], TypeGuard[int], TypeIs[int], Hashable, Sized, Text, AnyStr, SupportsInt, ContextManager[int], ContextManager[int, None], list[int], dict[str, int] | None, int | str, type[int], tuple[int, ...], abc.Callable[[int], str], abc.Callable[..., int], abc.Sequence[int], 'fwd', Optional['fwd'], List['fwd'], ForwardRef('x'), NewType('N', int), ParamSpec('P'), TypeVar('V')):
    print(repr(x), getattr(x, '__origin__', '-'), getattr(x, '__args__', '-'), getattr(x, '__parameters__', '-'), T.get_origin(x), T.get_args(x))
for f in (lambda: Optional[1, 2], lambda: Optional[int, str], lambda: Union[()], lambda: Union[1], lambda: List[int, str], lambda: Dict[int], lambda: Literal[[1]], lambda: ClassVar[int, str], lambda: ClassVar[1], lambda: Final[1, 2], lambda: Callable[int], lambda: Callable[int, str], lambda: Callable[[int]], lambda: Annotated[int], lambda: Generic[int], lambda: Generic[()], lambda: Type[int, str], lambda: Tuple[1], lambda: Any(), lambda: Any[int], lambda: isinstance(1, Any), lambda: issubclass(int, Any), lambda: isinstance(1, List[int]), lambda: isinstance([], List), lambda: issubclass(list, Sequence), lambda: isinstance(1, Union[int, str]), lambda: isinstance(1, Optional[int]), lambda: isinstance(1, list[int]), lambda: isinstance(1, int | str), lambda: isinstance(1, Literal[1]), lambda: List(), lambda: List[int](), lambda: NoReturn[int], lambda: Self[int], lambda: type('X', (Any,), {}).__mro__, lambda: class_([List[int]]).__mro__, lambda: class_([Generic]), lambda: class_([Optional]), lambda: class_([Final]), lambda: class_([Protocol]).__mro__, lambda: NewType('N', int)(5), lambda: NewType('N', int).__supertype__, lambda: cast(int, 'x'), lambda: cast('int', 5), lambda: assert_type(1, str), lambda: assert_never(1), lambda: ForwardRef(5), lambda: ForwardRef('a b'), lambda: ForwardRef('int') == ForwardRef('int'), lambda: List[int] == List[int], lambda: List[int] is List[int], lambda: hash(List[int]) == hash(List[int]), lambda: List[int] == list[int], lambda: Union[int, str] == Union[str, int], lambda: Union[int, str] == (int | str), lambda: Literal[1, 2] == Literal[2, 1], lambda: Literal[True] == Literal[1], lambda: int | None == Optional[int], lambda: int | 'x', lambda: 1 | int, lambda: List[int] | None, lambda: None | List[int], lambda: TypeVar('T') | int, lambda: List[TypeVar('T')][int], lambda: Dict[TypeVar('K'), int].__parameters__, lambda: T.List.__name__, lambda: T.nope, lambda: get_type_hints(lambda: 1), lambda: get_type_hints(5), lambda: List.__doc__ is None, lambda: T.List[int].append, lambda: T.TYPE_CHECKING, lambda: get_protocol_members(SupportsInt), lambda: is_protocol(SupportsInt), lambda: is_typeddict(dict), lambda: T.get_overloads(len), lambda: T.clear_overloads(), lambda: T.evaluate_forward_ref(ForwardRef('int'))): t(f)
def class_(bases): 
    class X(*bases): pass
    return X
# ---
# typing: generics, protocols, TypedDict, NamedTuple, overload
import typing, abc
from typing import *
K = TypeVar('K'); V = TypeVar('V'); P_ = ParamSpec('P_'); Ts = TypeVarTuple('Ts')
class A(Generic[K, V]):
    def m(self) -> V: ...
class B(A[int, V]): pass
class C(B[str], Dict[K, int]): pass
class D(Generic[K, *Ts]): pass
class E(Generic[P_]): pass
print(A.__parameters__, B.__parameters__, C.__parameters__, A[int, str], B[str], C[float], D[int, str, float], D[int], E[[int, str]], E[int, str], E[...], A.__orig_bases__, B.__orig_bases__, C.__mro__, A[K, V][int, str], A[K, K][int], A[List[V], int].__parameters__, A[List[V], int][str], isinstance(A[int, str](), A), A[int, str]().__orig_class__, D[int, Unpack[Ts]].__parameters__)
for f in (lambda: A[int], lambda: A[int, str, float], lambda: B[int, str], lambda: A[int, str][int], lambda: class_(Generic[K], Generic[V]), lambda: class_(A[K, int], Generic[V]), lambda: class_(Generic[K, K]), lambda: Generic(), lambda: A[int, str].nope, lambda: setattr(A[int, str], 'z', 5), lambda: A.z, lambda: isinstance(1, A[int, str]), lambda: issubclass(B, A[int, str]), lambda: A[int, str].__init_subclass__, lambda: class_(List)): t(f)
def class_(*bases):
    class X(*bases): pass
    return X
class P(Protocol):
    x: int
    def m(self) -> int: ...
@runtime_checkable
class R(Protocol):
    def m(self): ...
@runtime_checkable
class RD(Protocol):
    x: int
class I1:
    x = 1
    def m(self): pass
class I2(P): pass
class I3(P):
    def __init__(self): self.x = 5
    def m(self): return 7
for f in (lambda: P(), lambda: isinstance(I1(), P), lambda: issubclass(I1, P), lambda: isinstance(I1(), R), lambda: issubclass(I1, R), lambda: isinstance(5, R), lambda: isinstance(I1(), RD), lambda: issubclass(I1, RD), lambda: I2().m(), lambda: I3().m(), lambda: class_(Protocol, I1), lambda: P.__protocol_attrs__, lambda: R._is_runtime_protocol, lambda: runtime_checkable(I1), lambda: isinstance(I3(), P), lambda: Protocol[K], lambda: class_(Protocol[K])._is_protocol, lambda: get_protocol_members(P), lambda: isinstance(5, SupportsInt), lambda: isinstance('', SupportsAbs), lambda: isinstance(5, SupportsIndex), lambda: issubclass(int, SupportsFloat)): t(f)
class TD(TypedDict, total=False):
    a: Required[int]
    b: str
    c: NotRequired[ReadOnly[int]]
class TD2(TD):
    d: float
TDF = TypedDict('TDF', {'x y': int, 'z': str})
print(TD(a=1), TD.__annotations__, TD.__required_keys__, TD.__optional_keys__, TD.__total__, sorted(TD2.__required_keys__), TD2.__readonly_keys__, TDF.__annotations__, TD2.__bases__, TD2.__orig_bases__, is_typeddict(TD), TD.__name__, type(TD(a=1)), TD2.__mro__); t(isinstance, {}, TD); t(lambda: issubclass(dict, TD)); t(TypedDict, 'X', a=int); t(lambda: class_(TD, dict)); print(get_type_hints(TD), get_type_hints(TD, include_extras=True))
class NT(NamedTuple):
    "doc"
    a: int
    b: str = 'x'
    def m(self): return self.a * 2
    @property
    def p(self): return self.b
n = NT(1); print(n, n.a, n.m(), n.p, NT._fields, NT._field_defaults, NT.__annotations__, n._replace(a=5), n._asdict(), NT._make([1, 2]), NT.__doc__, NT.__bases__, NT.__orig_bases__, NT(*'ab') == ('a', 'b'), NamedTuple('Q', [('x', int), ('y', str)])(1, 2), n[0], len(n), repr(NT), NT.__match_args__); t(NT); t(NT, 1, 2, 3); t(n._replace, z=1); t(setattr, n, 'a', 5); t(NT._make, [1]); t(lambda: exec('class X(NamedTuple):\n a: int = 1\n b: int')); t(lambda: exec('class X(NamedTuple):\n _a: int')); t(lambda: exec('class X(NamedTuple):\n a: int\n __slots__ = ()')); t(lambda: exec('class X(NamedTuple, I1):\n a: int'))
@overload
def ov(x: int) -> int: ...
@overload
def ov(x: str) -> str: ...
def ov(x): return x
print(len(get_overloads(ov)), ov(5)); t(overload(lambda: 1)); print(final(I1) is I1, I1.__final__, override(ov).__override__, no_type_check(lambda x: x)(3)); @dataclass_transform(kw_only_default=True)
def dt(c): return c
print(dt.__dataclass_transform__)
class H:
    a: 'int'
    b: 'Optional[H]' = None
    c: ClassVar['str'] = ''
    d: Annotated[int, 'x']
def hf(a: 'int', b: Optional[str] = None, *c: 'H', **k: Annotated[int, 5]) -> None: ...
print(get_type_hints(H), get_type_hints(H, include_extras=True), get_type_hints(hf), get_type_hints(hf, include_extras=True)); NewN = NewType('NewN', List[int]); print(NewN, NewN.__name__, NewN.__module__, NewN([1]), NewN | None, Optional[NewN]); t(lambda: class_(NewN)); t(lambda: NewN[int]); import types; print(types.get_original_bases(C), typing.get_origin(Annotated[int, 1]), Annotated[int, 1].__metadata__, typing.TypeAliasType('TA', List[K], type_params=(K,))[int])
# ---
# dataclasses: every option
from dataclasses import *
import dataclasses, copy
@dataclass
class A:
    x: int
    y: list = field(default_factory=list)
    z: str = field(default='q', repr=False, compare=False)
    w: int = field(init=False, default=9)
    k: int = field(kw_only=True, default=3, metadata={'m': 1})
print(A(1), A(1, [2], 'r', k=5), A(1) == A(1, z='other'), A(1) == 1, A(1).__eq__(5), A.__match_args__, [(f.name, f.type, f.default is MISSING, f.init, f.repr, f.compare, f.hash, f.kw_only, dict(f.metadata)) for f in fields(A)], asdict(A(1, [A(2)])), astuple(A(1, [2])), replace(A(1), x=7), is_dataclass(A), is_dataclass(A(1)), is_dataclass(int)); t(A); t(A, 1, 2, 3, 4); t(A, 1, w=5); t(replace, A(1), w=5); t(replace, A(1), nope=5); t(replace, A, x=1); t(asdict, A); t(fields, 5); t(hash, A(1)); t(lambda: A(1) < A(2))
@dataclass(order=True, frozen=True)
class F:
    a: int
    b: int = 0
f = F(1); print(f < F(2), f <= F(1), F(1, 2) > F(1, 1), hash(f) == hash(F(1)), {f: 1}[F(1)], sorted([F(2), F(1)])); t(setattr, f, 'a', 2); t(delattr, f, 'a'); t(lambda: f < 1); t(setattr, f, 'new', 1); print(copy.replace(f, b=9), f.__replace__(a=3))
@dataclass(slots=True, kw_only=True, weakref_slot=True)
class S: p: int; q: int = 2
print(S(p=1), S.__slots__, hasattr(S(p=1), '__dict__')); t(S, 1); t(setattr, S(p=1), 'zz', 1)
@dataclass(eq=False, repr=False, init=False)
class N: n: int = 1
n = N(); print(n.n, N.__eq__ is object.__eq__, '__repr__' in N.__dict__, '__init__' in N.__dict__)
@dataclass(unsafe_hash=True)
class U: u: int; v: int = field(default=1, hash=False)
print(hash(U(1)) == hash(U(1, 2)), hash(U(1)) == hash((1,)))
@dataclass
class P:
    i: InitVar[int]
    c: 'dataclasses.ClassVar' = 5
    j: int = 0
    def __post_init__(self, i): self.j = i * 2
print(P(4), [f.name for f in fields(P)]); t(lambda: P(1).i)
@dataclass
class Base: a: int; b: int = 1
@dataclass
class Child(Base): b: int = 2; c: int = 3; a: str = 'ch'
print(Child(), Child.__match_args__, [f.type for f in fields(Child)])
@dataclass
class KW: a: int; _: KW_ONLY; b: int; c: int = 1
print(KW(1, b=2), KW.__match_args__); t(KW, 1, 2)
for src in ('@dataclass\nclass X:\n a: int = 1\n b: int', '@dataclass\nclass X:\n a: list = []', '@dataclass\nclass X:\n a: dict = {}', '@dataclass(order=True, eq=False)\nclass X: pass', '@dataclass(frozen=True)\nclass X(Base): pass', '@dataclass\nclass X(F): pass', '@dataclass\nclass X:\n a: int = field(default=1, default_factory=int)', '@dataclass\nclass X:\n a = field()', '@dataclass(slots=True)\nclass X:\n __slots__ = ("a",)\n a: int', '@dataclass(order=True)\nclass X:\n def __lt__(s, o): pass', '@dataclass(unsafe_hash=True)\nclass X:\n def __hash__(s): return 1', '@dataclass(frozen=True)\nclass X:\n def __setattr__(s, n, v): pass', '@dataclass\nclass X:\n a: int\n _: KW_ONLY\n __: KW_ONLY', '@dataclass(weakref_slot=True)\nclass X: pass', '@dataclass(nope=1)\nclass X: pass', '@dataclass\nclass X:\n a: InitVar[int] = field(default_factory=int)', '@dataclass\nclass X:\n a: int = field(kw_only=True)\n b: int\nprint(X(1, a=2))', '@dataclass\nclass X:\n "own doc"\n a: int\nprint(X.__doc__)', '@dataclass\nclass X:\n a: int\n b: "str" = "d"\nprint(X.__doc__)', '@dataclass(match_args=False)\nclass X:\n a: int\nprint(hasattr(X, "__match_args__"))', '@dataclass\nclass X:\n def __init__(self): self.q = 1\n a: int = 3\nprint(X().q)', '@dataclass\nclass X:\n a: int\n def __repr__(self): return "mine"\nprint(X(1))', '@dataclass\nclass X:\n a: int\n def __eq__(self, o): return True\nprint(X(1) == 5, X.__hash__)'):
    try: exec(src)
    except Exception as e: print(type(e).__name__, e)
M = make_dataclass('M', ['x', ('y', int), ('z', int, field(default=5))], bases=(Base,), namespace={'m': lambda s: s.x}, frozen=False) if 0 else make_dataclass('M', ['x', ('y', int), ('z', int, field(default=5))], namespace={'m': lambda s: s.x}); print(M(1, 2), M(1, 2).m(), M.__annotations__, M.__module__); t(make_dataclass, 'M', ['1x']); t(make_dataclass, 'M', ['class']); t(make_dataclass, 'M', ['x', 'x']); t(make_dataclass, 'M', [('a', int, 1, 2)]); print(repr(fields(A)[0])[:60], repr(field(default=1))[:30], MISSING, repr(MISSING)[:20], KW_ONLY)
@dataclass
class Rec: me: 'Rec' = None
r = Rec(); r.me = r; print(r); print(asdict(Rec(Rec()), dict_factory=lambda p: dict(p, n=1))); match A(1, [2]):
    case A(x, [y]): print(x, y)
# ---
# enum: everything
from enum import *
import enum
class C(Enum):
    R = 1; G = 2; B = 3; ALIAS = 1
    @property
    def low(self): return self.name.lower()
    @classmethod
    def first(cls): return cls.R
    def __str__(self): return 'C:' + self.name
print(list(C), C.R, repr(C.R), C(2), C['B'], C.ALIAS is C.R, C.R.low, C.first(), len(C), C.__members__, C.R in C, 1 in C, 9 in C, 'R' in C, C.R.name, C.R.value, hash(C.R) == hash(C.R), C.R == 1, C.R != C.G, C.R is C(1), isinstance(C.R, C), type(C), C.R.__class__, f'{C.R}', f'{C.R!r:>15}', '%s' % C.R, dir(C)[-4:], bool(C.R), C.__doc__, C.R.R if hasattr(C.R, 'R') else '-', reversed(C).__next__(), C.__iter__().__next__())
for f in (lambda: C(9), lambda: C['Z'], lambda: C.Z, lambda: setattr(C, 'R', 5), lambda: delattr(C, 'R'), lambda: C.R < C.G, lambda: C(), lambda: C(1, 2), lambda: setattr(C.R, 'name', 'x'), lambda: setattr(C.R, 'value', 'x'), lambda: type('X', (C,), {}), lambda: exec('class D(C):\n Z = 1'), lambda: C.R.nope, lambda: exec('class E(Enum):\n A = 1\n A = 2'), lambda: exec('@unique\nclass E(Enum):\n A = 1\n B = 1\n D = 2\n F = 2'), lambda: exec('class E(Enum):\n _x_ = 1\n def mro(self): pass'), lambda: exec('class E(Enum):\n mro = 1'), lambda: exec('class E(Enum):\n _sunder_ = 1'), lambda: exec('class E(int, Enum):\n A = "x"'), lambda: exec('class E(str, Enum):\n A = 1, 2, 3, 4'), lambda: exec('class E(StrEnum):\n A = 1'), lambda: exec('class E(IntEnum):\n A = "q"'), lambda: Enum('E', 'A B C'), lambda: list(Enum('E', 'A,B', start=5)), lambda: list(Enum('E', [('X', 7), ('Y', 'z')])), lambda: list(Enum('E', {'P': 1})), lambda: Enum('E', 'A A'), lambda: IntEnum('I', 'A B').B + 1, lambda: Enum('E', 'A', module='m', qualname='q.E').A, lambda: Enum('E', names='A B', type=str).A.value, lambda: C.__call__(1), lambda: C._member_map_, lambda: C._value2member_map_, lambda: Enum('E', ())): t(f)
class I(IntEnum): A = 1; B = 2
class S(StrEnum): FOO = auto(); BAR = 'b'
class M(str, Enum): X = 'x'
print(I.A + 1, I.A < I.B, I.A == 1, repr(I.A), str(I.A), f'{I.A:03}', [1, 2][I.A], I(2), I.A | I.B, S.FOO, repr(S.FOO), S.FOO + 'z', S('b'), S.BAR.upper(), M.X == 'x', str(M.X), f'{M.X}', M.X.value, {M.X: 1}['x'], I.A.bit_length(), sorted([I.B, I.A]), max(I), sum(I), I.A.real, '%d' % I.A, '{:>4}'.format(I.A), json_ if 0 else '')
class A(Enum):
    def _generate_next_value_(name, start, count, last): return (name, start, count, last)
    X = auto(); Y = auto(); Z = 'z'; W = auto()
print([m.value for m in A]); class_ = 1
class P(Enum):
    EARTH = (5.9, 6.3); MARS = (6.4, 3.3)
    def __init__(self, mass, r): self.mass = mass; self.r = r
print(P.EARTH.mass, P((6.4, 3.3)), P.EARTH.value)
class N(Enum):
    _ignore_ = ['tmp']; tmp = 5
    A = 1
    def __new__(cls, v):
        o = object.__new__(cls); o._value_ = v * 10; o.extra = v; return o
    B = member(7); C_ = nonmember(8)
    class Inner: pass
    @classmethod
    def _missing_(cls, v): return cls.A if v == 'a' else None
print(N.A, N.A.value, N(10), N.A.extra, N('a'), N.B, N.C_, list(N)); t(N, 'zz')
class Bad(Enum):
    A = 1
    @classmethod
    def _missing_(cls, v): return 5
t(Bad, 3)
class F(Flag): A = auto(); B = auto(); D = auto(); AB = A | B
print(F.A | F.D, F.A & F.B, ~F.A, F.AB, F(3), F(0), F(5), repr(F.A | F.D), str(F(0)), list(F.AB), F.A in F.AB, F.AB ^ F.A, bool(F(0)), len(F.AB), F.__members__, [m.name for m in F], (F.A | F.D).name, F(0).name, F['AB'], ~F(0), F.AB.value, isinstance(F.A | F.D, F), F.A | F.A, hash(F.A | F.B) == hash(F.AB), F('A') if 0 else '')
for f in (lambda: F(16), lambda: F.A | 1, lambda: F.A < F.B, lambda: F(-1), lambda: F(-2), lambda: F('x'), lambda: 1 in F.A, lambda: F.A in F.AB, lambda: F['Z']): t(f)
class K(Flag, boundary=KEEP): A = 1; B = 4
class E(Flag, boundary=EJECT): A = 1
class Cf(Flag, boundary=CONFORM): A = 1; B = 2
class St(Flag, boundary=STRICT): A = 1
class IF(IntFlag): R = 4; W = 2; X = 1
print(K(8), K(9), E(8), Cf(9), IF.R | IF.W, IF(8), IF.R | 16, IF(7), ~IF.R, repr(IF.R | 8), IF.R + 1, IF.R | 1, str(IF.R | IF.W), f'{IF.R | IF.W}', IF.R & 5, IF(0), IF.R.name, (IF.R | 8).name, list(IF(7)), 5 in IF if 0 else ''); t(St, 8); t(lambda: exec('@verify(CONTINUOUS)\nclass V(Enum):\n A = 1\n B = 4')); t(lambda: exec('@verify(UNIQUE)\nclass V(Enum):\n A = 1\n B = 1')); t(lambda: exec('@verify(NAMED_FLAGS)\nclass V(Flag):\n A = 1\n B = 6'))
print(enum.global_enum(IntEnum('G', 'GA GB')).GA if 0 else '', enum.property, auto().value if 0 else '', C.R.__reduce_ex__(2)[1], C.R.__objclass__ if hasattr(C.R, '__objclass__') else '', enum.EnumType is enum.EnumMeta, show_flag_values(7) if 'show_flag_values' in dir() else enum.show_flag_values(7), enum.bin(5), enum.bin(-5)); import copy; print(copy.copy(C.R) is C.R, copy.deepcopy([C.R])[0] is C.R, C.R.__hash__() == hash('R'), {C.R: 1}[C(1)], sorted(C, key=lambda m: -m.value), C.R.__dir__()[:2] if 0 else '', Enum.__name__); match C(2):
    case C.R: print('r')
    case C.G: print('g')
# ---
# functools
from functools import *
import functools, operator
print(reduce(operator.add, [1, 2, 3]), reduce(operator.add, [], 5), reduce(lambda a, b: a * b, range(1, 6))); t(reduce, operator.add, []); t(reduce, operator.add); t(reduce, operator.add, 5); print(reduce(operator.sub, [1, 2], initial=10))
p = partial(int, base=2); print(p('101'), p, p.func, p.args, p.keywords, partial(p, '11')(), partial(print, 1, sep='-').args, repr(partial(print, 1, sep='-'))); p2 = partial(lambda *a, **k: (a, k), Placeholder, 2, x=1); print(p2(1, 3), p2(1, 3, 4), p2.args, partial(p2, 'P')('Q')); t(p2, 1); t(partial); t(partial, 5); t(partial, int, Placeholder); t(partial, int, 1, Placeholder); t(lambda: p2.nope); p.attr = 5; print(p.attr, p.__dict__, Placeholder, repr(Placeholder), type(Placeholder).__name__)
class M:
    def m(self, a, b): return (a, b)
    pm = partialmethod(m, 1)
    @cached_property
    def cp(self): print('calc'); return 42
    @singledispatchmethod
    def sd(self, x): return 'base'
    @sd.register
    def _(self, x: int): return 'int'
    @sd.register(str)
    def _(self, x): return 'str'
m = M(); print(m.pm(2), m.cp, m.cp, m.__dict__, m.sd(1), m.sd('a'), m.sd(1.5), M.cp.attrname, type(M.cp).__name__); del m.cp; print(m.cp); class_ = 0
class SL: __slots__ = (); cp = cached_property(lambda s: 1)
t(lambda: SL().cp); t(lambda: type('X', (), {'a': (c := cached_property(len)), 'b': c}))
@lru_cache(maxsize=2)
def f(x, y=0): print('f', x, y); return x + y
f(1); f(1); f(2); f(3); f(1); f(1, y=0); f(1.0); print(f.cache_info(), f.cache_parameters(), f.__wrapped__.__name__, f.cache_clear(), f.cache_info()); t(f, []); t(lru_cache, 'x') ; g = lru_cache(typed=True)(lambda x: type(x).__name__); print(g(1), g(1.0), g.cache_info(), cache(lambda: 5)(), lru_cache(maxsize=None)(lambda x: x)(3), lru_cache(0)(len).cache_info())
@singledispatch
def sd(x, *a): return 'object'
@sd.register
def _(x: int | float): return 'num'
@sd.register(list)
def sdl(x): return 'list'
sd.register(dict, lambda x: 'dict'); import collections.abc
@sd.register(collections.abc.Sequence)
def _(x): return 'seq'
print(sd(1), sd(1.5), sd([]), sd({}), sd('a'), sd(()), sd(None), sd(True), sd.dispatch(bool) is sd.dispatch(int), sdl([]), sorted(c.__name__ for c in sd.registry), sd.__name__); t(sd); t(sd.register, 5); t(lambda: sd.register(len, 5)); t(lambda: sd.register(1, len))
def deco(fn):
    @wraps(fn, assigned=('__name__', '__doc__'))
    def w(*a): return fn(*a)
    return w
@deco
def doc(x: int): "the doc"
print(doc.__name__, doc.__doc__, doc.__wrapped__.__annotations__, doc.__annotations__, WRAPPER_ASSIGNMENTS, WRAPPER_UPDATES)
@total_ordering
class TO:
    def __init__(s, v): s.v = v
    def __eq__(s, o): return s.v == o.v
    def __lt__(s, o): return s.v < o.v if isinstance(o, TO) else NotImplemented
print(TO(1) <= TO(1), TO(2) > TO(1), TO(1) >= TO(2)); t(lambda: TO(1) <= 5); t(total_ordering, int) if 0 else t(total_ordering, type('Z', (), {})); print(sorted(['b', 'A', 'c'], key=cmp_to_key(lambda a, b: (a.lower() > b.lower()) - (a.lower() < b.lower())))); k = cmp_to_key(lambda a, b: a - b)(5); print(k.obj, k < cmp_to_key(lambda a, b: a - b)(6)); t(lambda: k < 5)
