"""Higher-order functions."""

from abc import get_cache_token
from collections import namedtuple
from reprlib import recursive_repr

GenericAlias = type(list[int])

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotate__", "__type_params__")
WRAPPER_UPDATES = ("__dict__",)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for attr in assigned:
        try:
            value = getattr(wrapped, attr)
        except AttributeError:
            pass
        else:
            setattr(wrapper, attr, value)
    for attr in updated:
        getattr(wrapper, attr).update(getattr(wrapped, attr, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


def _derived(root, f):
    op = getattr

    def method(self, other):
        result = op(type(self), root)(self, other)
        if result is NotImplemented:
            return result
        return f(self, other, result)
    return method


_convert = {
    "__lt__": [("__gt__", lambda s, o, r: not r and s != o), ("__le__", lambda s, o, r: r or s == o), ("__ge__", lambda s, o, r: not r)],
    "__le__": [("__ge__", lambda s, o, r: not r or s == o), ("__lt__", lambda s, o, r: r and s != o), ("__gt__", lambda s, o, r: not r)],
    "__gt__": [("__lt__", lambda s, o, r: not r and s != o), ("__ge__", lambda s, o, r: r or s == o), ("__le__", lambda s, o, r: not r)],
    "__ge__": [("__le__", lambda s, o, r: not r or s == o), ("__gt__", lambda s, o, r: r and s != o), ("__lt__", lambda s, o, r: not r)],
}


def total_ordering(cls):
    roots = {op for op in _convert if getattr(cls, op, None) is not getattr(object, op, None)}
    if not roots:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    root = max(roots)
    for opname, f in _convert[root]:
        if opname not in roots:
            method = _derived(root, f)
            method.__name__ = opname
            method.__qualname__ = f"{cls.__qualname__}.{opname}"
            setattr(cls, opname, method)
    return cls


class _KeyWrapper:
    __slots__ = ()


def cmp_to_key(mycmp):
    class KeyWrapper(_KeyWrapper):
        __slots__ = ["obj"]

        def __init__(self, obj):
            self.obj = obj

        def __lt__(self, other):
            return _compared(self, other) < 0

        def __gt__(self, other):
            return _compared(self, other) > 0

        def __eq__(self, other):
            return _compared(self, other) == 0

        def __le__(self, other):
            return _compared(self, other) <= 0

        def __ge__(self, other):
            return _compared(self, other) >= 0

        __hash__ = None

    def _compared(a, b):
        if not isinstance(b, _KeyWrapper):
            raise TypeError("other argument must be K instance")
        return mycmp(a.obj, b.obj)

    KeyWrapper.__module__, KeyWrapper.__qualname__ = "functools", "KeyWrapper"
    return KeyWrapper


_missing = object()


def reduce(*args, initial=_missing):
    if len(args) < 2:
        raise TypeError(f"reduce() takes at least 2 positional arguments ({len(args)} given)")
    if len(args) > 3:
        raise TypeError(f"reduce() takes at most 3 arguments ({len(args)} given)")
    function, sequence = args[:2]
    if len(args) == 3:
        initial = args[2]
    try:
        it = iter(sequence)
    except TypeError:
        if hasattr(type(sequence), "__iter__"):
            raise
        raise TypeError("reduce() arg 2 must support iteration") from None
    if initial is _missing:
        try:
            value = next(it)
        except StopIteration:
            raise TypeError("reduce() of empty iterable with no initial value") from None
    else:
        value = initial
    for element in it:
        value = function(value, element)
    return value


class _PlaceholderType:
    def __repr__(self):
        return "Placeholder"


Placeholder = _PlaceholderType()


class partial:
    __slots__ = ("func", "args", "keywords", "__dict__", "__weakref__")

    def __new__(cls, /, *args, **keywords):
        if not args:
            raise TypeError("type 'partial' takes at least one argument")
        func, *args = args
        args = tuple(args)
        if not callable(func):
            raise TypeError("the first argument must be callable")
        if args and args[-1] is Placeholder:
            raise TypeError("trailing Placeholders are not allowed")
        if isinstance(func, partial) and type(func) is cls:
            base = list(func.args)
            rest = list(args)
            for i, a in enumerate(base):
                if a is Placeholder and rest:
                    base[i] = rest.pop(0)
            args = (*base, *rest)
            keywords = {**func.keywords, **keywords}
            func = func.func
        self = super().__new__(cls)
        self.func = func
        self.args = args
        self.keywords = keywords
        return self

    def __call__(self, /, *args, **keywords):
        keywords = {**self.keywords, **keywords}
        if Placeholder in self.args:
            base, rest = list(self.args), list(args)
            for i, a in enumerate(base):
                if a is Placeholder:
                    if not rest:
                        raise TypeError("missing positional arguments in 'partial' call; expected at least "
                                        f"{sum(x is Placeholder for x in self.args)}, got {len(args)}")
                    base[i] = rest.pop(0)
            return self.func(*base, *rest, **keywords)
        return self.func(*self.args, *args, **keywords)

    @recursive_repr()
    def __repr__(self):
        cls = type(self)
        name = "functools.partial" if cls is partial else f"{cls.__module__}.{cls.__qualname__}"
        args = [repr(self.func), *map(repr, self.args), *(f"{k}={v!r}" for k, v in self.keywords.items())]
        return f"{name}({', '.join(args)})"

    def __get__(self, obj, objtype=None):
        if obj is None:
            return self
        import types
        return types.MethodType(self, obj)

    def __reduce__(self):
        return type(self), (self.func,), (self.func, self.args, self.keywords or None, self.__dict__ or None)

    __class_getitem__ = classmethod(GenericAlias)


class partialmethod:
    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"the first argument {func!r} must be a callable or a descriptor")
        self.func, self.args, self.keywords = func, args, keywords

    def __repr__(self):
        cls = type(self)
        args = [repr(self.func), *map(repr, self.args), *(f"{k}={v!r}" for k, v in self.keywords.items())]
        return f"{cls.__module__}.{cls.__qualname__}({', '.join(args)})"

    def __get__(self, obj, cls=None):
        get = getattr(self.func, "__get__", None)
        if get is not None and not isinstance(self.func, type(lambda: 0)):
            new = get(obj, cls)
            if new is not self.func:
                return partial(new, *self.args, **self.keywords)
        func, args, keywords = self.func, self.args, self.keywords

        def method(cls_or_self, /, *a, **kw):
            return func(cls_or_self, *args, *a, **{**keywords, **kw})
        return method.__get__(obj, cls)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)


_CacheInfo = namedtuple("CacheInfo", ["hits", "misses", "maxsize", "currsize"])
_CacheInfo.__module__ = "functools"


def _make_key(args, kwds, typed):
    key = args
    if kwds:
        key += (_missing,)
        for item in kwds.items():
            key += item
    if typed:
        key += tuple(type(v) for v in args)
        if kwds:
            key += tuple(type(v) for v in kwds.values())
    elif len(key) == 1 and type(key[0]) in (int, str):
        return key[0]
    return key


def lru_cache(maxsize=128, typed=False):
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif callable(maxsize) and isinstance(typed, bool):
        func, maxsize = maxsize, 128
        return _lru_wrapper(func, maxsize, typed)
    elif maxsize is not None:
        raise TypeError("Expected first argument to be an integer, a callable, or None")
    return lambda func: _lru_wrapper(func, maxsize, typed)


class _lru_cache_wrapper:
    def __init__(self, func, maxsize, typed):
        if not callable(func):
            raise TypeError("the first argument must be callable")
        self._func, self._maxsize, self._typed = func, maxsize, typed
        self._cache, self._hits, self._misses = {}, 0, 0

    def __call__(self, /, *args, **kwds):
        if self._maxsize == 0:
            self._misses += 1
            return self._func(*args, **kwds)
        key = _make_key(args, kwds, self._typed)
        cache = self._cache
        result = cache.get(key, _missing)
        if result is not _missing:
            self._hits += 1
            if self._maxsize is not None:
                del cache[key]
                cache[key] = result
            return result
        result = self._func(*args, **kwds)
        self._misses += 1
        if self._maxsize is not None and len(cache) >= self._maxsize and key not in cache:
            del cache[next(iter(cache))]
        cache[key] = result
        return result

    def cache_info(self):
        return _CacheInfo(self._hits, self._misses, self._maxsize, len(self._cache))

    def cache_clear(self):
        self._cache.clear()
        self._hits = self._misses = 0

    def cache_parameters(self):
        return {"maxsize": self._maxsize, "typed": self._typed}

    def __get__(self, obj, objtype=None):
        if obj is None:
            return self
        import types
        return types.MethodType(self, obj)

    def __repr__(self):
        return f"<functools._lru_cache_wrapper object at {id(self):#x}>"


def _lru_wrapper(func, maxsize, typed):
    return update_wrapper(_lru_cache_wrapper(func, maxsize, typed), func)


def cache(user_function, /):
    return _lru_wrapper(user_function, None, False)


class cached_property:
    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
        self.__module__ = func.__module__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError("Cannot assign the same cached_property to two different names "
                            f"({self.attrname!r} and {name!r}).")

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        try:
            cache = instance.__dict__
        except AttributeError:
            raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} instance to cache "
                            f"{self.attrname!r} property.") from None
        val = cache.get(self.attrname, _missing)
        if val is _missing:
            val = self.func(instance)
            cache[self.attrname] = val
        return val

    __class_getitem__ = classmethod(GenericAlias)


def _find_impl(cls, registry):
    """The registered class that fits best: first by the MRO, then ABCs."""
    best = None
    for k in cls.__mro__:
        if k in registry and k is not object:
            best = k
            break
    candidates = [k for k in registry if k is not object and k not in cls.__mro__ and issubclass(cls, k)]
    candidates = [k for k in candidates if not any(o is not k and issubclass(o, k) for o in candidates)]
    if best is not None:
        return registry[best]
    if len(candidates) > 1:
        raise RuntimeError("Ambiguous dispatch: {} or {}".format(candidates[0], candidates[1]))
    if candidates:
        return registry[candidates[0]]
    return registry.get(object)


def _is_union(cls):
    return type(cls).__name__ in ("Union", "UnionType") and hasattr(cls, "__args__")


def singledispatch(func):
    import types
    registry = {}
    funcname = getattr(func, "__name__", "singledispatch function")

    def dispatch(cls):
        impl = registry.get(cls)
        return impl if impl is not None else _find_impl(cls, registry)

    def valid(cls):
        return isinstance(cls, type) or _is_union(cls) and all(isinstance(a, type) for a in cls.__args__)

    def register(cls, func=None):
        if valid(cls):
            if func is None:
                return lambda f: register(cls, f)
        else:
            if func is not None:
                raise TypeError(f"Invalid first argument to `register()`. {cls!r} is not a class or union type.")
            ann = getattr(cls, "__annotations__", {})
            if not ann:
                raise TypeError(f"Invalid first argument to `register()`: {cls!r}. Use either `@register(some_class)` "
                                "or plain `@register` on an annotated function.")
            func = cls
            from typing import get_type_hints
            argname, cls = next(iter(get_type_hints(func).items()))
            if not valid(cls):
                if _is_union(cls):
                    raise TypeError(f"Invalid annotation for {argname!r}. {cls!r} not all arguments are classes.")
                raise TypeError(f"Invalid annotation for {argname!r}. {cls!r} is not a class.")
        if _is_union(cls):
            for arg in cls.__args__:
                registry[arg] = func
        else:
            registry[cls] = func
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f"{funcname} requires at least 1 positional argument")
        return dispatch(args[0].__class__)(*args, **kw)

    registry[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = types.MappingProxyType(registry)
    wrapper._clear_cache = lambda: None
    update_wrapper(wrapper, func)
    return wrapper


class singledispatchmethod:
    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        dispatch = self.dispatcher.dispatch
        name = getattr(self.func, "__name__", "singledispatchmethod method")

        def method(*args, **kwargs):
            if not args:
                raise TypeError(f"{name} requires at least 1 positional argument")
            return dispatch(args[0].__class__).__get__(obj, cls)(*args, **kwargs)
        method.register = self.register
        update_wrapper(method, self.func)
        return method

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)
