"""Weak references.

This runtime frees nothing that can still be reached, so that a weak reference here never dies while a program runs.
"""

import copy as _copy
from collections.abc import MutableMapping as _MutableMapping, MutableSet as _MutableSet

__all__ = ["ref", "proxy", "getweakrefcount", "getweakrefs", "WeakKeyDictionary", "ReferenceType", "ProxyType", "CallableProxyType",
           "ProxyTypes", "WeakValueDictionary", "WeakSet", "WeakMethod", "finalize"]

_strong = (int, str, tuple, float, bool, bytes, list, dict, type(None), complex)


class ref:
    """A callable that gives its object."""

    def __new__(cls, obj, callback=None, /):
        if type(obj) in _strong:
            raise TypeError(f"cannot create weak reference to '{type(obj).__name__}' object")
        self = super().__new__(cls)
        self._obj = obj
        self.__callback__ = callback
        return self

    def __init__(self, obj, callback=None, /):
        pass

    def __call__(self):
        return self._obj

    def __eq__(self, other):
        if not isinstance(other, ref):
            return NotImplemented
        return self._obj == other._obj

    def __hash__(self):
        return hash(self._obj)

    def __repr__(self):
        return f"<weakref at {id(self):#x}; to '{type(self._obj).__name__}' at {id(self._obj):#x}>"

    def __class_getitem__(cls, item):
        return type(list[int])(cls, item)


ReferenceType = ref


class ProxyType:
    """Stands for its object."""

    def __init__(self, obj):
        object.__setattr__(self, "_obj", obj)

    def __getattr__(self, name):
        return getattr(object.__getattribute__(self, "_obj"), name)

    def __setattr__(self, name, value):
        setattr(object.__getattribute__(self, "_obj"), name, value)

    def __delattr__(self, name):
        delattr(object.__getattribute__(self, "_obj"), name)

    def __str__(self):
        return str(object.__getattribute__(self, "_obj"))

    def __bool__(self):
        return bool(object.__getattribute__(self, "_obj"))

    def __len__(self):
        return len(object.__getattribute__(self, "_obj"))

    def __getitem__(self, key):
        return object.__getattribute__(self, "_obj")[key]

    def __setitem__(self, key, value):
        object.__getattribute__(self, "_obj")[key] = value

    def __contains__(self, item):
        return item in object.__getattribute__(self, "_obj")

    def __iter__(self):
        return iter(object.__getattribute__(self, "_obj"))

    def __eq__(self, other):
        return object.__getattribute__(self, "_obj") == other

    __hash__ = None


class CallableProxyType(ProxyType):
    def __call__(self, *args, **kwargs):
        return object.__getattribute__(self, "_obj")(*args, **kwargs)


ProxyTypes = (ProxyType, CallableProxyType)


def proxy(obj, callback=None, /):
    if type(obj) in _strong:
        raise TypeError(f"cannot create weak reference to '{type(obj).__name__}' object")
    return CallableProxyType(obj) if callable(obj) else ProxyType(obj)


def getweakrefcount(obj, /):
    return 0


def getweakrefs(obj, /):
    return []


class WeakMethod(ref):
    """A reference to a bound method."""

    def __new__(cls, meth, callback=None):
        if not hasattr(meth, "__self__") or not hasattr(meth, "__func__"):
            raise TypeError(f"argument should be a bound method, not {type(meth)}")
        return super().__new__(cls, meth, callback)


class _Dictionary(_MutableMapping):
    def __init__(self, other=(), /, **kw):
        self.data = {}
        self.update(other, **kw)

    def __getitem__(self, key):
        return self.data[key]

    def __setitem__(self, key, value):
        self.data[key] = value

    def __delitem__(self, key):
        del self.data[key]

    def __iter__(self):
        return iter(list(self.data))

    def __len__(self):
        return len(self.data)

    def __contains__(self, key):
        return key in self.data

    def __repr__(self):
        return f"<{self.__class__.__name__} at {id(self):#x}>"

    def copy(self):
        return self.__class__(self.data)

    __copy__ = copy

    def __deepcopy__(self, memo):
        return self.__class__({_copy.deepcopy(k, memo): v for k, v in self.data.items()})

    def __or__(self, other):
        new = self.copy()
        new.update(other)
        return new

    def __ior__(self, other):
        self.update(other)
        return self


class WeakKeyDictionary(_Dictionary):
    def __init__(self, dict=None):
        super().__init__(() if dict is None else dict)

    def __setitem__(self, key, value):
        ref(key)
        self.data[key] = value

    def keyrefs(self):
        return [ref(k) for k in self.data]


class WeakValueDictionary(_Dictionary):
    def __setitem__(self, key, value):
        ref(value)
        self.data[key] = value

    def valuerefs(self):
        return [ref(v) for v in self.data.values()]

    def itervaluerefs(self):
        return iter(self.valuerefs())


class WeakSet(_MutableSet):
    def __init__(self, data=None):
        self.data = {}
        for item in data or ():
            self.add(item)

    def add(self, item):
        self.data[ref(item)()] = None

    def discard(self, item):
        self.data.pop(item, None)

    def update(self, other):
        for item in other:
            self.add(item)

    def copy(self):
        return self.__class__(self)

    def difference(self, other):
        return self.__class__(x for x in self if x not in set(other))

    def difference_update(self, other):
        for item in list(other):
            self.discard(item)

    def intersection(self, other):
        return self.__class__(x for x in other if x in self)

    def intersection_update(self, other):
        keep = list(other)
        for item in self:
            if item not in keep:
                self.discard(item)

    def issubset(self, other):
        return all(x in other for x in self)

    def issuperset(self, other):
        return all(x in self for x in other)

    def symmetric_difference(self, other):
        mine, others = list(self), list(other)
        return self.__class__([x for x in mine if x not in others] + [x for x in others if x not in mine])

    def symmetric_difference_update(self, other):
        new = self.symmetric_difference(other)
        self.data.clear()
        self.update(new)

    def union(self, other):
        return self.__class__([*self, *other])

    def __contains__(self, item):
        return item in self.data

    def __iter__(self):
        return iter(list(self.data))

    def __len__(self):
        return len(self.data)

    def __repr__(self):
        return repr(set(self.data))


class finalize:
    """A function to be called at the end; it can be called or given up before."""

    def __init__(self, obj, func, /, *args, **kwargs):
        self._info = obj, func, args, kwargs
        self.atexit = True

    def __call__(self, _=None):
        if self._info is None:
            return None
        _, func, args, kwargs = self._info
        self._info = None
        return func(*args, **kwargs)

    def detach(self):
        info, self._info = self._info, None
        return info

    def peek(self):
        return self._info

    @property
    def alive(self):
        return self._info is not None
