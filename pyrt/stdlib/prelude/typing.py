"""Type hints as run-time objects."""

import collections
import collections.abc
import contextlib
import functools
import sys
import types
from _typing import Generic, NoDefault, ParamSpec, ParamSpecArgs, ParamSpecKwargs, TypeAliasType, TypeVar, TypeVarTuple, Unpack as _Unpack

_GenericAlias_builtin = type(list[int])
Union = type(int | str)

TYPE_CHECKING = False


def _type_repr_value(obj):
    return _type_repr(obj) if isinstance(obj, type) else repr(obj)


def _type_repr(obj):
    if obj is ...:
        return "..."
    if obj is None:
        return "None"
    if isinstance(obj, tuple):
        return "[" + ", ".join(_type_repr(t) for t in obj) + "]"
    if isinstance(obj, list):
        return "[" + ", ".join(_type_repr(t) for t in obj) + "]"
    if isinstance(obj, _GenericAlias_builtin):
        return repr(obj)
    if isinstance(obj, type):
        if obj.__module__ == "builtins":
            return obj.__qualname__
        return f"{obj.__module__}.{obj.__qualname__}"
    if isinstance(obj, types.FunctionType):
        return obj.__name__
    return repr(obj)


def _convert(arg):
    if arg is None:
        return type(None)
    if isinstance(arg, str):
        return ForwardRef(arg)
    return arg


def _collect(args):
    """The type parameters inside args, in order of appearance."""
    out = []
    for a in args:
        if isinstance(a, (TypeVar, ParamSpec, TypeVarTuple)):
            if a not in out:
                out.append(a)
        elif isinstance(a, (list, tuple)):
            for p in _collect(a):
                if p not in out:
                    out.append(p)
        elif not isinstance(a, type) or isinstance(a, _GenericAlias_builtin):
            for p in getattr(a, "__parameters__", ()):
                if p not in out:
                    out.append(p)
    return tuple(out)


class _Final:
    __slots__ = ("__weakref__",)


class ForwardRef:
    def __init__(self, arg, is_argument=True, module=None, *, is_class=False, owner=None):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        self.__forward_arg__ = arg
        self.__forward_is_argument__ = is_argument
        self.__forward_is_class__ = is_class
        self.__forward_module__ = module

    def evaluate(self, *, globals=None, locals=None, type_params=None, owner=None, format=1):
        return eval(self.__forward_arg__, globals if globals is not None else {}, locals)

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        return self.__forward_arg__ == other.__forward_arg__ and self.__forward_module__ == other.__forward_module__

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__))

    def __or__(self, other):
        return _union([self, other])

    def __ror__(self, other):
        return _union([other, self])

    def __repr__(self):
        tail = "" if self.__forward_module__ is None else f", module={self.__forward_module__!r}"
        return f"ForwardRef({self.__forward_arg__!r}{tail})"


class _SpecialForm:
    def __init__(self, getitem=None, name=None, doc=None):
        self._getitem = getitem
        self._name = name or getitem.__name__
        self.__doc__ = doc or getattr(getitem, "__doc__", None)

    def __getattr__(self, item):
        if item in ("__name__", "__qualname__"):
            return self._name
        raise AttributeError(item)

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __repr__(self):
        return "typing." + self._name

    def __reduce__(self):
        return self._name

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __or__(self, other):
        return _union([self, other])

    def __ror__(self, other):
        return _union([other, self])

    def __instancecheck__(self, obj):
        raise TypeError(f"{self} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self} cannot be used with issubclass()")

    def __getitem__(self, parameters):
        if self._getitem is None:
            raise TypeError(f"{self} is not subscriptable")
        return self._getitem(self, parameters)


def _form(f):
    return _SpecialForm(f)


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)

    def __repr__(self):
        return "typing.Any" if self is Any else super().__repr__()

    def __or__(self, other):
        return _union([self, other])

    def __ror__(self, other):
        return _union([other, self])


class Any(metaclass=_AnyMeta):
    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)


def _union(args):
    flat = []
    for a in args:
        a = _convert(a)
        if isinstance(a, Union):
            flat.extend(a.__args__)
        elif isinstance(a, _UnionText):
            flat.extend(a.__args__)
        else:
            flat.append(a)
    unique = []
    for a in flat:
        if not any(a is b or a == b for b in unique):
            unique.append(a)
    if len(unique) == 1:
        return unique[0]
    try:
        return Union[tuple(unique)]
    except TypeError:
        return _UnionText(tuple(unique))


def _or(a, b):
    if isinstance(a, (_SpecialForm, _Alias, ForwardRef, _AnyMeta, _UnionText, TypeVar)) or isinstance(
            b, (_SpecialForm, _Alias, ForwardRef, _AnyMeta, _UnionText, TypeVar)):
        raise TypeError
    return a | b


class _UnionText:
    """A union with a member that the built-in one does not take."""

    __origin__ = Union
    __module__ = "typing"

    def __init__(self, args):
        self.__args__ = args
        self.__parameters__ = _collect(args)

    def __repr__(self):
        return " | ".join(_type_repr(a) for a in self.__args__)

    def __eq__(self, other):
        if not isinstance(other, (_UnionText, Union)):
            return NotImplemented
        return set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __or__(self, other):
        return _union([self, other])

    def __ror__(self, other):
        return _union([other, self])

    def __instancecheck__(self, obj):
        return any(isinstance(obj, a) for a in self.__args__)

    def __subclasscheck__(self, cls):
        return any(issubclass(cls, a) for a in self.__args__)

    def __getitem__(self, args):
        if not isinstance(args, tuple):
            args = (args,)
        m = dict(zip(self.__parameters__, args))
        return _union([_substitute(a, m) for a in self.__args__])


def _substitute(arg, mapping):
    if isinstance(arg, (TypeVar, ParamSpec, TypeVarTuple)):
        return mapping.get(arg, arg)
    params = getattr(arg, "__parameters__", ()) if not isinstance(arg, type) or isinstance(arg, _GenericAlias_builtin) else ()
    if params:
        return arg[tuple(mapping.get(p, p) for p in params)]
    return arg


class _Alias:
    """List[int], Literal[1], Annotated[int, 5], …"""

    def __init__(self, origin, args=(), *, name=None, form=None, metadata=None):
        self.__origin__ = origin
        self.__args__ = args
        self.__parameters__ = _collect(args)
        self._name = name
        self._form = form
        if metadata is not None:
            self.__metadata__ = metadata

    def __mro_entries__(self, bases):
        if isinstance(self.__origin__, _SpecialForm):
            raise TypeError(f"Cannot subclass {self!r}")
        return (self.__origin__,)

    def __call__(self, *args, **kwargs):
        if isinstance(self.__origin__, _SpecialForm) or self._form == "Protocol":
            raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")
        _check_instantiable(self._name, self.__origin__)
        result = self.__origin__(*args, **kwargs)
        try:
            result.__orig_class__ = self
        except Exception:
            pass
        return result

    def __getattr__(self, attr):
        if attr in ("__name__", "__qualname__"):
            return self._name or self.__origin__.__name__
        if attr.startswith("__") and attr.endswith("__"):
            raise AttributeError(attr)
        return getattr(self.__origin__, attr)

    def __getitem__(self, args):
        if not self.__parameters__:
            raise TypeError(f"{self} is not a generic class")
        if not isinstance(args, tuple):
            args = (args,)
        if len(args) != len(self.__parameters__):
            few = "few" if len(args) < len(self.__parameters__) else "many"
            raise TypeError(f"Too {few} arguments for {self}; actual {len(args)}, expected {len(self.__parameters__)}")
        mapping = dict(zip(self.__parameters__, map(_convert, args)))
        new = tuple(_substitute(a, mapping) for a in self.__args__)
        return _Alias(self.__origin__, new, name=self._name, form=self._form, metadata=getattr(self, "__metadata__", None))

    def __or__(self, other):
        return _union([self, other])

    def __ror__(self, other):
        return _union([other, self])

    def __eq__(self, other):
        if not isinstance(other, _Alias):
            return NotImplemented
        if self._form == "Literal" and other._form == "Literal":
            return {(type(a), a) for a in self.__args__} == {(type(a), a) for a in other.__args__}
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__ and getattr(
            self, "__metadata__", None) == getattr(other, "__metadata__", None)

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __iter__(self):
        yield _Alias(Unpack, (self,), name="Unpack", form="Unpack")

    def __repr__(self):
        if self._form == "Literal":
            return "typing.Literal[" + ", ".join(map(_type_repr_value, self.__args__)) + "]"
        if self._form == "Annotated":
            return "typing.Annotated[" + ", ".join([_type_repr(self.__origin__), *(repr(a) for a in self.__metadata__)]) + "]"
        if self._form == "Callable":
            args = self.__args__
            if len(args) == 2 and args[0] is ...:
                return f"typing.Callable[..., {_type_repr(args[1])}]"
            if len(args) == 2 and (isinstance(args[0], ParamSpec) or getattr(args[0], "_form", None) == "Concatenate"):
                return f"typing.Callable[{args[0]!r}, {_type_repr(args[1])}]"
            return f"typing.Callable[[{', '.join(map(_type_repr, args[:-1]))}], {_type_repr(args[-1])}]"
        name = "typing." + self._name if self._name else _type_repr(self.__origin__)
        if self._name == "Tuple" and not self.__args__:
            return name + "[()]"
        return f"{name}[{', '.join(map(_type_repr, self.__args__))}]"


def _check_instantiable(name, origin):
    if name in ("List", "Dict", "Set", "FrozenSet", "Tuple", "Type"):
        raise TypeError(f"Type {name} cannot be instantiated; use {origin.__name__}() instead")


class _Generic:
    # List, Dict, …: a generic class of typing that stands for another, which
    # is made when it is needed.

    def __init__(self, origin, nparams, name):
        self._make = origin
        self._nparams = nparams
        self._made = {}
        self._name = name

    @property
    def __doc__(self):
        return f"A generic version of {self.__origin__.__module__}.{self.__origin__.__qualname__}."

    def __repr__(self):
        return "typing." + self._name

    def __reduce__(self):
        return self._name

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __getitem__(self, params):
        if not isinstance(params, tuple):
            params = (params,)
        params = tuple(_convert(p) for p in params)
        n = self._nparams
        if self._name == "Tuple":
            if params == ((),):
                params = ()
        elif n > 0 and len(params) != n and not any(isinstance(p, TypeVarTuple) for p in params):
            if self._name in ("Generator", "AsyncGenerator") and len(params) < n:
                params += (type(None),) * (n - len(params))
            elif self._name in ("ContextManager", "AsyncContextManager") and len(params) == 1:
                params += (_union([bool, None]),)
            else:
                few = "few" if len(params) < n else "many"
                raise TypeError(f"Too {few} arguments for {self}; actual {len(params)}, expected {n}")
        try:
            key = params, tuple(map(type, params))
            alias = self._made.get(key)
        except TypeError:
            return _Alias(self.__origin__, params, name=self._name)
        if alias is None:
            alias = self._made[key] = _Alias(self.__origin__, params, name=self._name)
        return alias

    def __call__(self, *args, **kwargs):
        _check_instantiable(self._name, self.__origin__)
        return self.__origin__(*args, **kwargs)

    def __getattr__(self, attr):
        if attr in ("__name__", "__qualname__"):
            return self._name
        if attr == "__origin__":
            self.__origin__ = self._make()
            return self.__origin__
        if attr.startswith("__") and attr.endswith("__"):
            raise AttributeError(attr)
        return getattr(self.__origin__, attr)

    def __instancecheck__(self, obj):
        return isinstance(obj, self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)

    def __or__(self, other):
        return _union([self, other])

    def __ror__(self, other):
        return _union([other, self])


class _CallableForm(_Generic):
    def __getitem__(self, params):
        return _callable_alias(self.__origin__, params, _Alias)


def _callable_alias(origin, params, alias=None):
    if not isinstance(params, tuple) or len(params) != 2:
        raise TypeError("Callable must be used as Callable[[arg, ...], result].")
    args, result = params
    if isinstance(args, (list, tuple)):
        flat = tuple(map(_convert, args)) + (_convert(result),)
    else:
        flat = (args, _convert(result))
    if alias is None:
        return _CollectionsCallable(origin, flat)
    return _Alias(origin, flat, name="Callable", form="Callable")


class _CollectionsCallable(_Alias):
    def __init__(self, origin, args):
        super().__init__(origin, args, name="Callable", form="Callable")

    def __repr__(self):
        return super().__repr__().replace("typing.Callable", "collections.abc.Callable", 1)


List = _Generic(lambda: list, 1, "List")
Dict = _Generic(lambda: dict, 2, "Dict")
Set = _Generic(lambda: set, 1, "Set")
FrozenSet = _Generic(lambda: frozenset, 1, "FrozenSet")
Tuple = _Generic(lambda: tuple, -1, "Tuple")
Type = _Generic(lambda: type, 1, "Type")
Deque = _Generic(lambda: collections.deque, 1, "Deque")
DefaultDict = _Generic(lambda: collections.defaultdict, 2, "DefaultDict")
OrderedDict = _Generic(lambda: collections.OrderedDict, 2, "OrderedDict")
Counter = _Generic(lambda: collections.Counter, 1, "Counter")
ChainMap = _Generic(lambda: collections.ChainMap, 2, "ChainMap")
Callable = _CallableForm(lambda: collections.abc.Callable, 2, "Callable")
Hashable = _Generic(lambda: collections.abc.Hashable, 0, "Hashable")
Sized = _Generic(lambda: collections.abc.Sized, 0, "Sized")
Awaitable = _Generic(lambda: collections.abc.Awaitable, 1, "Awaitable")
Coroutine = _Generic(lambda: collections.abc.Coroutine, 3, "Coroutine")
AsyncIterable = _Generic(lambda: collections.abc.AsyncIterable, 1, "AsyncIterable")
AsyncIterator = _Generic(lambda: collections.abc.AsyncIterator, 1, "AsyncIterator")
Iterable = _Generic(lambda: collections.abc.Iterable, 1, "Iterable")
Iterator = _Generic(lambda: collections.abc.Iterator, 1, "Iterator")
Reversible = _Generic(lambda: collections.abc.Reversible, 1, "Reversible")
Container = _Generic(lambda: collections.abc.Container, 1, "Container")
Collection = _Generic(lambda: collections.abc.Collection, 1, "Collection")
MutableSet = _Generic(lambda: collections.abc.MutableSet, 1, "MutableSet")
Mapping = _Generic(lambda: collections.abc.Mapping, 2, "Mapping")
MutableMapping = _Generic(lambda: collections.abc.MutableMapping, 2, "MutableMapping")
Sequence = _Generic(lambda: collections.abc.Sequence, 1, "Sequence")
MutableSequence = _Generic(lambda: collections.abc.MutableSequence, 1, "MutableSequence")
MappingView = _Generic(lambda: collections.abc.MappingView, 1, "MappingView")
KeysView = _Generic(lambda: collections.abc.KeysView, 1, "KeysView")
ItemsView = _Generic(lambda: collections.abc.ItemsView, 2, "ItemsView")
ValuesView = _Generic(lambda: collections.abc.ValuesView, 1, "ValuesView")
Generator = _Generic(lambda: collections.abc.Generator, 3, "Generator")
AsyncGenerator = _Generic(lambda: collections.abc.AsyncGenerator, 2, "AsyncGenerator")
AbstractSet = _Generic(lambda: collections.abc.Set, 1, "AbstractSet")
ContextManager = _Generic(lambda: contextlib.AbstractContextManager, 2, "ContextManager")
AsyncContextManager = _Generic(lambda: contextlib.AbstractAsyncContextManager, 2, "AsyncContextManager")
ByteString = bytes
Text = str


def __getattr__(name):
    if name in ("Pattern", "Match"):
        import re
        value = _Generic(lambda: getattr(re, name), 1, name)
    elif name == "re":
        import re as value
    else:
        raise AttributeError(f"module 'typing' has no attribute {name!r}")
    globals()[name] = value
    return value


def _no_item(name, doc=None):
    return _SpecialForm(None, name, doc)


NoReturn = _no_item("NoReturn")
Never = _no_item("Never")
Self = _no_item("Self")
LiteralString = _no_item("LiteralString")
TypeAlias = _no_item("TypeAlias")


def _one_arg(name):
    def getitem(self, parameters):
        if isinstance(parameters, tuple):
            raise TypeError(f"typing.{name} accepts only single type. Got {parameters!r}.")
        return _Alias(self, (_convert(parameters),), name=name, form=name)
    return _SpecialForm(getitem, name)


ClassVar = _one_arg("ClassVar")
Final = _one_arg("Final")
Required = _one_arg("Required")
NotRequired = _one_arg("NotRequired")
ReadOnly = _one_arg("ReadOnly")
TypeGuard = _one_arg("TypeGuard")
TypeIs = _one_arg("TypeIs")
Unpack = _one_arg("Unpack")


@_form
def Optional(self, parameters):
    if isinstance(parameters, tuple):
        raise TypeError(f"typing.Optional requires a single type. Got {parameters!r}.")
    return _union([_convert(parameters), type(None)])


@_form
def Literal(self, parameters):
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    flat = []
    for p in parameters:
        flat.extend(p.__args__ if isinstance(p, _Alias) and p._form == "Literal" else (p,))
    unique = []
    for p in flat:
        if not any(type(p) is type(q) and p == q for q in unique):
            unique.append(p)
    return _Alias(self, tuple(unique), name="Literal", form="Literal")


@_form
def Concatenate(self, parameters):
    return _Alias(self, parameters if isinstance(parameters, tuple) else (parameters,), name="Concatenate", form="Concatenate")


@_form
def Annotated(self, params):
    if not isinstance(params, tuple) or len(params) < 2:
        raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
    origin = _convert(params[0])
    metadata = params[1:]
    if isinstance(origin, _Alias) and origin._form == "Annotated":
        metadata = origin.__metadata__ + metadata
        origin = origin.__origin__
    return _Alias(origin, (origin,), name="Annotated", form="Annotated", metadata=metadata)


AnyStr = TypeVar("AnyStr", bytes, str)
T = TypeVar("T")


class _ProtocolMeta(type(collections.abc.Sized)):
    def __instancecheck__(cls, instance):
        if cls is Protocol or not getattr(cls, "_is_protocol", False):
            return super().__instancecheck__(instance)
        if not getattr(cls, "_is_runtime_protocol", False):
            if super().__instancecheck__(instance):
                return True
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        if super().__instancecheck__(instance):
            return True
        return all(hasattr(instance, a) for a in _protocol_attrs(cls))

    def __subclasscheck__(cls, other):
        if cls is Protocol:
            return type.__subclasscheck__(cls, other)
        if getattr(cls, "_is_protocol", False):
            if not isinstance(other, type):
                raise TypeError("issubclass() arg 1 must be a class")
            if cls in other.__mro__:
                return True
            if not getattr(cls, "_is_runtime_protocol", False):
                raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
            return all(any(a in k.__dict__ for k in other.__mro__) for a in _protocol_attrs(cls))
        return super().__subclasscheck__(other)


def _protocol_attrs(cls):
    skip = {"__abstractmethods__", "__annotations__", "__dict__", "__doc__", "__init__", "__module__", "__new__", "__slots__", "__qualname__",
            "__subclasshook__", "__weakref__", "__class_getitem__", "__match_args__", "__static_attributes__", "__firstlineno__",
            "__parameters__", "__orig_bases__", "__annotate__", "__annotate_func__", "__annotations_cache__", "__type_params__",
            "__protocol_attrs__", "__init_subclass__", "__classdictcell__"}
    out = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ in ("Protocol", "Generic"):
            continue
        for name in [*base.__dict__, *base.__dict__.get("__annotations__", ())]:
            if not name.startswith("_abc_") and not name.startswith("_is_") and name not in skip:
                out.add(name)
    return out


def _no_init_or_replace_init(self, *args, **kwargs):
    cls = type(self)
    if cls._is_protocol:
        raise TypeError("Protocols cannot be instantiated")


class Protocol(Generic, metaclass=_ProtocolMeta):
    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not cls.__dict__.get("_is_protocol", False):
            cls._is_protocol = any(b is Protocol for b in cls.__bases__)
        if cls._is_protocol and cls.__init__ is Protocol.__init__:
            cls.__init__ = _no_init_or_replace_init
        elif not cls._is_protocol and "__init__" not in cls.__dict__ and cls.__init__ is _no_init_or_replace_init:
            cls.__init__ = object.__init__

    def __class_getitem__(cls, params):
        if cls is Protocol:
            params = params if isinstance(params, tuple) else (params,)
            return Generic[params] if False else _GenericAlias_builtin(cls, params)
        return super().__class_getitem__(params)


def runtime_checkable(cls):
    if not (isinstance(cls, type) and getattr(cls, "_is_protocol", False)):
        raise TypeError("@runtime_checkable can be only applied to protocol classes, got %r" % cls)
    cls._is_runtime_protocol = True
    return cls


def is_protocol(tp, /):
    return isinstance(tp, type) and getattr(tp, "_is_protocol", False) and tp is not Protocol


def get_protocol_members(tp, /):
    if not is_protocol(tp):
        raise TypeError(f"{tp!r} is not a Protocol")
    return frozenset(_protocol_attrs(tp))


def _make_protocol(name, method, doc=None):
    return runtime_checkable(type(Protocol)(name, (Protocol,), {method: lambda self: None, "_is_protocol": True, "__module__": "typing",
                                                                  "__slots__": ()}))


SupportsInt = _make_protocol("SupportsInt", "__int__")
SupportsFloat = _make_protocol("SupportsFloat", "__float__")
SupportsComplex = _make_protocol("SupportsComplex", "__complex__")
SupportsBytes = _make_protocol("SupportsBytes", "__bytes__")
SupportsIndex = _make_protocol("SupportsIndex", "__index__")
SupportsAbs = _make_protocol("SupportsAbs", "__abs__")
SupportsRound = _make_protocol("SupportsRound", "__round__")


class NewType:
    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition(".")[-1]
        self.__supertype__ = tp
        self.__module__ = sys._getframemodulename(1)

    def __call__(self, x, /):
        return x

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of NewType. Perhaps you were looking for: `X = NewType('X', {self.__name__})`")

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"

    def __or__(self, other):
        return _union([self, other])

    def __ror__(self, other):
        return _union([other, self])


def cast(typ, val):
    return val


def assert_type(val, typ, /):
    return val


def reveal_type(obj, /):
    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


def assert_never(arg, /):
    raise AssertionError(f"Expected code to be unreachable, but got: {arg!r}")


_overloads = {}


def overload(func):
    f = getattr(func, "__func__", func)
    _overloads.setdefault((f.__module__, f.__qualname__), []).append(func)

    def dummy(*args, **kwds):
        raise NotImplementedError("You should not call an overloaded function. A series of @overload-decorated functions outside a stub "
                                  "module should always be followed by an implementation that is not @overload-ed.")
    return dummy


def get_overloads(func):
    f = getattr(func, "__func__", func)
    return list(_overloads.get((f.__module__, f.__qualname__), ()))


def clear_overloads():
    _overloads.clear()


def final(f):
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def override(method, /):
    try:
        method.__override__ = True
    except (AttributeError, TypeError):
        pass
    return method


def no_type_check(arg):
    try:
        arg.__no_type_check__ = True
    except TypeError:
        pass
    return arg


def no_type_check_decorator(decorator):
    return decorator


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, frozen_default=False, field_specifiers=(), **kwargs):
    def decorator(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = {"eq_default": eq_default, "order_default": order_default, "kw_only_default": kw_only_default,
                                             "frozen_default": frozen_default, "field_specifiers": field_specifiers, "kwargs": kwargs}
        return cls_or_fn
    return decorator


def get_origin(tp):
    if isinstance(tp, _Alias):
        return Annotated if tp._form == "Annotated" else tp.__origin__
    if isinstance(tp, (_GenericAlias_builtin, _UnionText, _Generic)):
        return tp.__origin__
    if isinstance(tp, Union):
        return Union
    if tp is Generic:
        return Generic
    return None


def get_args(tp):
    if isinstance(tp, _Alias):
        if tp._form == "Annotated":
            return (tp.__origin__,) + tp.__metadata__
        if tp._form == "Callable" and not (len(tp.__args__) == 2 and tp.__args__[0] is ...):
            return (list(tp.__args__[:-1]), tp.__args__[-1])
        return tp.__args__
    if isinstance(tp, (_GenericAlias_builtin, Union, _UnionText)):
        return tp.__args__
    return ()


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta) and tp is not TypedDict


def _eval(t, globalns, localns):
    if isinstance(t, ForwardRef):
        return _eval(eval(t.__forward_arg__, globalns, localns), globalns, localns)
    if isinstance(t, str):
        t = eval(t, globalns, localns)
        return _eval(t, globalns, localns) if not isinstance(t, str) else t
    if isinstance(t, _Alias):
        if t._form == "Literal":
            return t
        args = tuple(_eval(a, globalns, localns) if not isinstance(a, str) else _eval(a, globalns, localns) for a in t.__args__)
        if args == t.__args__:
            return t
        if t._form == "Annotated":
            return _Alias(args[0], args, name="Annotated", form="Annotated", metadata=t.__metadata__)
        return _Alias(t.__origin__, args, name=t._name, form=t._form)
    if isinstance(t, _GenericAlias_builtin):
        args = tuple(_eval(a, globalns, localns) for a in t.__args__)
        return t if args == t.__args__ else _GenericAlias_builtin(t.__origin__, args)
    if isinstance(t, (Union, _UnionText)):
        args = tuple(_eval(a, globalns, localns) for a in t.__args__)
        return t if args == t.__args__ else _union(args)
    return t


def _strip_annotations(t):
    if isinstance(t, _Alias):
        if t._form == "Annotated":
            return _strip_annotations(t.__origin__)
        if t._form in ("Required", "NotRequired", "ReadOnly"):
            return _strip_annotations(t.__args__[0])
        args = tuple(_strip_annotations(a) for a in t.__args__)
        return t if args == t.__args__ else _Alias(t.__origin__, args, name=t._name, form=t._form)
    if isinstance(t, _GenericAlias_builtin):
        args = tuple(_strip_annotations(a) for a in t.__args__)
        return t if args == t.__args__ else _GenericAlias_builtin(t.__origin__, args)
    if isinstance(t, (Union, _UnionText)):
        args = tuple(_strip_annotations(a) for a in t.__args__)
        return t if args == t.__args__ else _union(args)
    return t


def get_type_hints(obj, globalns=None, localns=None, include_extras=False, *, format=1):
    import inspect
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            scope = globalns if globalns is not None else getattr(sys.modules.get(base.__module__), "__dict__", {})
            local = localns if localns is not None else {p.__name__: p for p in base.__type_params__} | dict(vars(base))
            for name, value in inspect.get_annotations(base).items():
                value = type(None) if value is None else value
                hints[name] = _eval(value, scope, local)
    else:
        f = inspect.unwrap(obj) if not isinstance(obj, types.ModuleType) else obj
        scope = globalns if globalns is not None else (obj.__dict__ if isinstance(obj, types.ModuleType) else getattr(f, "__globals__", {}))
        ann = getattr(obj, "__annotations__", None)
        if ann is None:
            raise TypeError("{!r} does not have annotations".format(obj))
        local = localns if localns is not None else {p.__name__: p for p in getattr(f, "__type_params__", ())}
        for name, value in ann.items():
            value = type(None) if value is None else value
            hints[name] = _eval(value, scope, local)
    return hints if include_extras else {k: _strip_annotations(t) for k, t in hints.items()}


def get_annotate(*args):
    return None


def evaluate_forward_ref(ref, *, owner=None, globals=None, locals=None, type_params=None, format=None):
    return ref.evaluate(globals=globals, locals=locals)


class NamedTupleMeta(type):
    def __new__(cls, typename, bases, ns):
        import inspect
        if "__annotations__" in ns:
            ann = ns["__annotations__"]
        else:
            annotate = ns.get("__annotate__") or ns.get("__annotate_func__")
            ann = annotate(1) if annotate else {}
        defaults = []
        for name in ann:
            if name in ns:
                defaults.append(name)
            elif defaults:
                raise TypeError(f"Non-default namedtuple field {name} cannot follow default field"
                                f"{'s' if len(defaults) > 1 else ''} {', '.join(defaults)}")
        nt = collections.namedtuple(typename, ann, defaults=[ns[n] for n in defaults], module=ns.get("__module__"))
        nt.__annotations__ = dict(ann)
        nt.__new__.__annotations__ = dict(ann)
        for key, value in ns.items():
            if key in ("__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults", "_field_types", "_make",
                       "_replace", "_asdict", "_source"):
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key not in ("__name__", "__module__", "__annotations__", "__annotate__", "__annotate_func__", "__qualname__", "__orig_bases__",
                           "__firstlineno__", "__static_attributes__", "__classdictcell__", "__classcell__") and key not in nt._fields:
                setattr(nt, key, value)
        nt.__qualname__ = ns.get("__qualname__", typename)
        nt.__orig_bases__ = ns.get("__orig_bases__", (NamedTuple,))
        if Generic in bases or any(getattr(b, "__origin__", None) is Generic for b in ns.get("__orig_bases__", ())):
            nt.__class_getitem__ = classmethod(_GenericAlias_builtin)
        return nt


def NamedTuple(typename, fields=None, /, **kwargs):
    if fields is None:
        fields = kwargs.items()
    fields = [(n, _convert(t)) for n, t in fields]
    nt = collections.namedtuple(typename, [n for n, _ in fields], module=sys._getframemodulename(1))
    nt.__annotations__ = dict(fields)
    nt.__orig_bases__ = (NamedTuple,)
    return nt


_NamedTuple = type.__new__(NamedTupleMeta, "NamedTuple", (), {})
NamedTuple.__mro_entries__ = lambda bases: (_NamedTuple,)


class _TypedDictMeta(type):
    def __new__(cls, name, bases, ns, total=True, closed=None, extra_items=None):
        td = type.__new__(_TypedDictMeta, name, (dict,), {k: v for k, v in ns.items() if k != "__orig_bases__"})
        annotations, required, optional, readonly = {}, set(), set(), set()
        for base in bases:
            annotations.update(getattr(base, "__annotations__", {}) if base is not dict else {})
            required |= getattr(base, "__required_keys__", set())
            optional |= getattr(base, "__optional_keys__", set())
            readonly |= getattr(base, "__readonly_keys__", set())
        if "__annotations__" in ns:
            own = ns["__annotations__"]
        else:
            annotate = ns.get("__annotate__") or ns.get("__annotate_func__")
            own = annotate(1) if annotate else {}
        for key, t in own.items():
            t = _convert(t)
            annotations[key] = t
            forms, inner = [], t
            while getattr(inner, "_form", None) in ("Required", "NotRequired", "ReadOnly"):
                forms.append(inner._form)
                inner = get_args(inner)[0]
            (readonly.add if "ReadOnly" in forms else readonly.discard)(key)
            if "Required" in forms or total and "NotRequired" not in forms:
                required.add(key)
                optional.discard(key)
            else:
                optional.add(key)
                required.discard(key)
        td.__annotations__ = annotations
        td.__required_keys__ = frozenset(required)
        td.__optional_keys__ = frozenset(optional)
        td.__readonly_keys__, td.__mutable_keys__ = frozenset(readonly), frozenset(annotations) - readonly
        td.__total__ = total
        td.__orig_bases__ = ns.get("__orig_bases__", bases or (TypedDict,))
        return td

    def __call__(cls, *args, **kwargs):
        return dict(*args, **kwargs)

    def __subclasscheck__(cls, other):
        raise TypeError("TypedDict does not support instance and class checks")

    __instancecheck__ = __subclasscheck__


def TypedDict(typename, fields=None, /, *, total=True, closed=None, extra_items=None):
    ns = {"__annotations__": dict(fields or {}), "__module__": sys._getframemodulename(1)}
    td = _TypedDictMeta(typename, (), ns, total=total)
    td.__orig_bases__ = (TypedDict,)
    return td


_TypedDict = type.__new__(_TypedDictMeta, "TypedDict", (), {})
TypedDict.__mro_entries__ = lambda bases: (_TypedDict,)


class IO(Generic):
    __class_getitem__ = classmethod(_GenericAlias_builtin)


class TextIO(IO):
    pass


class BinaryIO(IO):
    pass


__all__ = [n for n in globals() if not n.startswith("_") and n not in (
    "collections", "contextlib", "functools", "sys", "types", "T", "NamedTupleMeta")] + ["Pattern", "Match"]
