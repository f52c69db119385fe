"""Shallow and deep copies."""

import copyreg
import types


class Error(Exception):
    pass


error = Error
_atomic = (type(None), int, float, bool, complex, str, tuple, bytes, frozenset, type, range, slice, type(Ellipsis), type(NotImplemented),
           types.FunctionType, types.BuiltinFunctionType, types.ModuleType, property, types.MethodType, types.CodeType)


def copy(x):
    cls = type(x)
    if cls in _atomic or issubclass(cls, type):
        return x
    if cls in (list, dict, set, bytearray):
        return x.copy()
    method = getattr(cls, "__copy__", None)
    if method is not None:
        return method(x)
    return _reconstruct(x, None, _reduce(x))


def _reduce(x):
    cls = type(x)
    registered = copyreg.dispatch_table.get(cls)
    if registered is not None:
        return registered(x)
    custom = getattr(cls, "__reduce_ex__", None)
    if custom is not None and custom is not object.__reduce_ex__:
        return x.__reduce_ex__(4)
    reduce = getattr(cls, "__reduce__", None)
    if reduce is not None and reduce is not object.__reduce__:
        return x.__reduce__()
    return None


def _rebuild_empty(x):
    """A new instance of x's class without running __init__."""
    cls = type(x)
    if hasattr(cls, "__getnewargs_ex__"):
        args, kwargs = x.__getnewargs_ex__()
        return cls.__new__(cls, *args, **kwargs)
    if hasattr(cls, "__getnewargs__"):
        return cls.__new__(cls, *x.__getnewargs__())
    for base in (tuple, str, int, float, bytes, frozenset):
        if isinstance(x, base):
            return cls.__new__(cls, base(x))
    return cls.__new__(cls)


def _state(x):
    cls = type(x)
    get = getattr(cls, "__getstate__", None)
    if get is not None and get is not getattr(object, "__getstate__", None):
        return x.__getstate__()
    state = getattr(x, "__dict__", None)
    slots = {}
    for k in cls.__mro__:
        names = k.__dict__.get("__slots__", ())
        for name in (names,) if isinstance(names, str) else names:
            if name in ("__dict__", "__weakref__"):
                continue
            if name.startswith("__") and not name.endswith("__"):
                name = "_%s%s" % (k.__name__.lstrip("_"), name)
            if hasattr(x, name):
                slots[name] = getattr(x, name)
    return (state, slots) if slots else (state or None)


def _set_state(y, state):
    if hasattr(y, "__setstate__"):
        y.__setstate__(state)
        return
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    if state:
        y.__dict__.update(state)
    for k, v in (slots or {}).items():
        object.__setattr__(y, k, v)


def _reconstruct(x, memo, reduced):
    deep = memo is not None
    if isinstance(reduced, str):
        return x
    if reduced is not None:
        func, args, *rest = reduced
        rest += [None] * (3 - len(rest))
        if deep and args:
            args = tuple(deepcopy(a, memo) for a in args)
        y = func(*args)
        if deep:
            memo[id(x)] = y
        state, items, pairs = rest[:3]
        if state is not None:
            _set_state(y, deepcopy(state, memo) if deep else state)
        for item in items or ():
            y.append(deepcopy(item, memo) if deep else item)
        for key, value in pairs or ():
            y[deepcopy(key, memo) if deep else key] = deepcopy(value, memo) if deep else value
        return y
    cls = type(x)
    if isinstance(x, (types.GeneratorType, types.FrameType)):
        raise TypeError(f"cannot pickle '{cls.__name__}' object")
    y = _rebuild_empty(x)
    if deep:
        memo[id(x)] = y
    state = _state(x)
    if state is not None:
        _set_state(y, deepcopy(state, memo) if deep else state)
    if isinstance(x, list):
        list.extend(y, [deepcopy(v, memo) for v in list.__iter__(x)] if deep else list.__iter__(x))
    elif isinstance(x, dict):
        for k in dict.keys(x):
            v = dict.__getitem__(x, k)
            y[deepcopy(k, memo) if deep else k] = deepcopy(v, memo) if deep else v
    elif isinstance(x, set):
        set.update(y, [deepcopy(v, memo) for v in x] if deep else x)
    return y


def deepcopy(x, memo=None, _nil=[]):
    cls = type(x)
    if cls in _atomic and cls is not tuple and cls is not frozenset:
        return x
    if memo is None:
        memo = {}
    key = id(x)
    y = memo.get(key, _nil)
    if y is not _nil:
        return y
    if issubclass(cls, type):
        y = x
    elif cls is list:
        y = memo[key] = []
        for a in x:
            y.append(deepcopy(a, memo))
    elif cls is dict:
        y = memo[key] = {}
        for k, v in x.items():
            y[deepcopy(k, memo)] = deepcopy(v, memo)
    elif cls is tuple:
        y = tuple([deepcopy(a, memo) for a in x])
        if key in memo:
            return memo[key]
        if all(a is b for a, b in zip(x, y)):
            y = x
    elif cls is set or cls is frozenset:
        y = cls(deepcopy(a, memo) for a in x)
    elif (method := getattr(cls, "__deepcopy__", None)) is not None:
        y = method(x, memo)
    else:
        y = _reconstruct(x, memo, _reduce(x))
    if y is not x:
        memo[key] = y
        memo.setdefault(id(memo), []).append(x)
    return y


def replace(obj, /, **changes):
    cls = obj.__class__
    func = getattr(cls, "__replace__", None)
    if func is None:
        raise TypeError(f"replace() does not support {cls.__name__} objects")
    return func(obj, **changes)
