"""Context variables."""

_missing = object()


class Token:
    MISSING = _missing

    def __init__(self, var, old):
        self.var, self.old_value = var, old
        self._used = False

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.var.reset(self)

    def __repr__(self):
        return f"<Token{' used' if self._used else ''} var={self.var!r} at {id(self):#x}>"


class ContextVar:
    def __init__(self, name, *, default=_missing):
        if not isinstance(name, str):
            raise TypeError("context variable name must be a str")
        self.name = name
        self._default = default

    def get(self, default=_missing, /):
        v = _current[-1]._data.get(self, _missing)
        if v is not _missing:
            return v
        if default is not _missing:
            return default
        if self._default is not _missing:
            return self._default
        raise LookupError(self)

    def set(self, value, /):
        data = _current[-1]._data
        token = Token(self, data.get(self, _missing))
        data[self] = value
        return token

    def reset(self, token, /):
        if token._used:
            raise RuntimeError(f"{token!r} has already been used once")
        if token.var is not self:
            raise ValueError(f"{token!r} was created by a different ContextVar")
        token._used = True
        data = _current[-1]._data
        if token.old_value is _missing:
            data.pop(self, None)
        else:
            data[self] = token.old_value

    def __repr__(self):
        return f"<ContextVar name={self.name!r} at {id(self):#x}>"

    __class_getitem__ = classmethod(type(list[int]))


class Context:
    __module__ = "_contextvars"

    def __init__(self):
        self._data = {}
        self._entered = False

    def run(self, callable, /, *args, **kwargs):
        if self._entered:
            raise RuntimeError(f"cannot enter context: {self!r} is already entered")
        self._entered = True
        _current.append(self)
        try:
            return callable(*args, **kwargs)
        finally:
            _current.pop()
            self._entered = False

    def copy(self):
        c = Context()
        c._data = dict(self._data)
        return c

    def __getitem__(self, var):
        return self._data[var]

    def __contains__(self, var):
        return var in self._data

    def get(self, var, default=None):
        return self._data.get(var, default)

    def __iter__(self):
        return iter(self._data)

    def __len__(self):
        return len(self._data)

    def keys(self):
        return self._data.keys()

    def values(self):
        return self._data.values()

    def items(self):
        return self._data.items()


_current = [Context()]


def copy_context():
    return _current[-1].copy()
