"""Names of the interpreter's types."""


def _f():
    pass


FunctionType = type(_f)
LambdaType = FunctionType
MappingProxyType = type(type.__dict__)
CodeType = type(_f.__code__)


def _g():
    yield 1


GeneratorType = type(_g())


async def _c():
    pass


_c = _c()
CoroutineType = type(_c)
_c.close()


async def _ag():
    yield


AsyncGeneratorType = type(_ag())


class _C:
    def _m(self):
        pass


MethodType = type(_C()._m)
BuiltinFunctionType = type(len)
BuiltinMethodType = type([].append)
WrapperDescriptorType = type(object.__init__)
MethodWrapperType = type(object().__str__)
MethodDescriptorType = type(str.join)
ClassMethodDescriptorType = type(dict.__dict__["fromkeys"])


def _cell():
    x = 1

    def f():
        return x
    return f.__closure__[0]


CellType = type(_cell())


class _S:
    __slots__ = ("a",)


MemberDescriptorType = type(_S.a)
GetSetDescriptorType = type(int.__dict__["real"])

import sys as _sys
ModuleType = type(_sys)

try:
    raise TypeError
except TypeError as exc:
    TracebackType = type(exc.__traceback__)
    FrameType = type(exc.__traceback__.tb_frame) if exc.__traceback__ is not None else object

GenericAlias = type(list[int])
UnionType = type(int | str)
EllipsisType = type(Ellipsis)
NoneType = type(None)
NotImplementedType = type(NotImplemented)
CapsuleType = type("PyCapsule", (), {})


class SimpleNamespace:
    def __init__(self, mapping_or_iterable=(), /, **kwargs):
        self.__dict__.update(mapping_or_iterable)
        self.__dict__.update(kwargs)

    def __repr__(self):
        name = type(self).__name__
        name = "namespace" if name == "SimpleNamespace" else name

        if id(self) in _running:
            return f"{name}(...)"
        _running.add(id(self))
        try:
            return "{}({})".format(name, ", ".join(f"{k}={v!r}" for k, v in self.__dict__.items()))
        finally:
            _running.discard(id(self))

    def __eq__(self, other):
        if isinstance(self, SimpleNamespace) and isinstance(other, SimpleNamespace):
            return self.__dict__ == other.__dict__
        return NotImplemented

    __hash__ = None

    def __replace__(self, /, **kwargs):
        return type(self)(**{**self.__dict__, **kwargs})


_running = set()


def new_class(name, bases=(), kwds=None, exec_body=None):
    bases = tuple(bases)
    resolved = resolve_bases(bases)
    meta, ns, kwds = prepare_class(name, resolved, kwds)
    if exec_body is not None:
        exec_body(ns)
    if resolved is not bases:
        ns["__orig_bases__"] = bases
    return meta(name, resolved, ns, **kwds)


def resolve_bases(bases):
    new = list(bases)
    updated = False
    shift = 0
    for i, base in enumerate(bases):
        if isinstance(base, type) or not hasattr(base, "__mro_entries__"):
            continue
        entry = base.__mro_entries__(bases)
        updated = True
        new[i + shift:i + shift + 1] = entry
        shift += len(entry) - 1
    return tuple(new) if updated else bases


def prepare_class(name, bases=(), kwds=None):
    kwds = dict(kwds or {})
    if "metaclass" in kwds:
        meta = kwds.pop("metaclass")
    else:
        meta = type(bases[0]) if bases else type
    if isinstance(meta, type):
        for base in bases:
            t = type(base)
            if issubclass(t, meta):
                meta = t
    ns = meta.__prepare__(name, bases, **kwds) if hasattr(meta, "__prepare__") else {}
    return meta, ns, kwds


def get_original_bases(cls, /):
    try:
        return cls.__dict__.get("__orig_bases__", cls.__bases__)
    except AttributeError:
        raise TypeError(f"Expected an instance of type, not {type(cls).__name__!r}") from None


def coroutine(func):
    if not callable(func):
        raise TypeError("types.coroutine() expects a callable")
    import _sys
    return _sys.awaitable(func)


def __getattr__(name):
    if name == "DynamicClassAttribute":
        from enum import property
        return property
    raise AttributeError(f"module 'types' has no attribute {name!r}")
