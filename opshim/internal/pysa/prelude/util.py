# Helpers of sqlalchemy.util that applications borrow.


class memoized_property:
    def __init__(self, fget, doc=None):
        self.fget = fget
        self.__name__ = getattr(fget, "__name__", None)

    def __get__(self, obj, cls):
        if obj is None:
            return self
        value = obj.__dict__[self.__name__] = self.fget(obj)
        return value


ro_memoized_property = non_memoized_property = ro_non_memoized_property = rw_hybridproperty = memoized_property
_memoized_property = memoized_property


def memoized_instancemethod(fn):
    cache = {}

    def call(self, *args, **kw):
        key = (id(self), args)
        if key not in cache:
            cache[key] = fn(self, *args, **kw)
        return cache[key]

    return call


class classproperty:
    def __init__(self, fget, *a):
        self.fget = fget

    def __get__(self, obj, cls):
        return self.fget(cls)


class hybridproperty:
    def __init__(self, func):
        self.func = func
        self.clslevel = func

    def __get__(self, obj, owner):
        return self.clslevel(owner) if obj is None else self.func(obj)

    def classlevel(self, func):
        self.clslevel = func
        return self


class hybridmethod:
    def __init__(self, func):
        self.func = func

    def __get__(self, obj, owner):
        target = owner if obj is None else obj
        return lambda *a, **kw: self.func(target, *a, **kw)


class OrderedSet(list):
    def __init__(self, items=()):
        super().__init__()
        for i in items:
            self.add(i)

    def add(self, item):
        if item not in self:
            self.append(item)

    def update(self, items):
        for i in items:
            self.add(i)

    def discard(self, item):
        if item in self:
            self.remove(item)

    def union(self, other):
        return OrderedSet(list(self) + list(other))

    __or__ = union


class IdentitySet:
    def __init__(self, items=()):
        self._members = {id(i): i for i in items}

    def add(self, item):
        self._members[id(item)] = item

    def __contains__(self, item):
        return id(item) in self._members

    def __iter__(self):
        return iter(list(self._members.values()))

    def __len__(self):
        return len(self._members)

    def discard(self, item):
        self._members.pop(id(item), None)


def unique_list(seq, hashfunc=None):
    out = []
    for x in seq:
        if x not in out:
            out.append(x)
    return out


def to_set(x):
    if x is None:
        return set()
    return set(x) if isinstance(x, (list, tuple, set)) else {x}


def flatten_iterator(x):
    for elem in x:
        if not isinstance(elem, str) and hasattr(elem, "__iter__"):
            yield from flatten_iterator(elem)
        else:
            yield elem


def asint(value):
    return value if value is None else int(value)


def bool_or_str(*text):
    def convert(obj):
        return obj if obj in text else _get("util.asbool")(obj)

    return convert


def generic_repr(obj, additional_kw=(), to_inspect=None, omit_kwarg=()):
    return "%s()" % type(obj).__name__


def method_is_overridden(instance_or_cls, against_method):
    cls = instance_or_cls if isinstance(instance_or_cls, type) else type(instance_or_cls)
    return getattr(cls, against_method.__name__) != against_method


def _decorator(*a, **kw):
    return lambda fn: fn


deprecated = deprecated_params = deprecated_cls = preload_module = moved_20 = became_legacy_20 = _decorator


def warn_deprecated(msg, version=None, stacklevel=3, code=None):
    import warnings

    warnings.warn(msg, DeprecationWarning)


def warn_limited(msg, args):
    import warnings

    warnings.warn(msg % args)
