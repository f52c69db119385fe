# Names: strings that carry how they are to be quoted, and small helpers of
# sqlalchemy.util.


class quoted_name(str):
    def __new__(cls, value, quote=None):
        if isinstance(value, cls) and (quote is None or value.quote == quote):
            return value
        self = super().__new__(cls, value)
        self.quote = quote
        return self

    def __repr__(self):
        return repr(str(self))



class _truncated_label(quoted_name):
    def __new__(cls, value, quote=None):
        quote = getattr(value, "quote", quote)
        self = str.__new__(cls, value)
        self.quote = quote
        return self


class _anonymous_label(_truncated_label):
    """A name that is made up when a statement is compiled."""


class conv(_truncated_label):
    pass


class symbol:
    def __init__(self, name, doc=None, canonical=None):
        self.name = name

    def __repr__(self):
        return "symbol(%r)" % self.name


def asbool(obj):
    if isinstance(obj, str):
        obj = obj.strip().lower()
        if obj in ("true", "yes", "on", "y", "t", "1"):
            return True
        if obj in ("false", "no", "off", "n", "f", "0"):
            return False
        raise ValueError("String is not true/false: %r" % obj)
    return bool(obj)


def to_list(x, default=None):
    if x is None:
        return default
    if isinstance(x, (list, tuple, set)):
        return list(x)
    return [x]


OrderedDict = dict


class immutabledict(dict):
    def union(self, *dicts, **kw):
        out = dict(self)
        for d in dicts:
            out.update(d)
        out.update(kw)
        return immutabledict(out)

    merge_with = union

    def _immutable(self, *args, **kw):
        raise TypeError("ImmutableDictBase object is immutable")

    __delitem__ = __setitem__ = __setattr__ = clear = pop = popitem = setdefault = update = _immutable

    def __repr__(self):
        return "immutabledict(%s)" % dict.__repr__(self)


EMPTY_DICT = immutabledict()


def warn(msg, code=None):
    import warnings

    warnings.warn(msg)


def Nullable(typ):
    return typ


def NotNullable(typ):
    return typ


def _inspects(*types):
    def decorate(fn_or_cls):
        for t in types:
            t.__sa_inspect__ = staticmethod(fn_or_cls)
        return fn_or_cls

    return decorate
