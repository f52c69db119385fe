"""Containers that are written in Python, to derive from: each holds the real one as data."""

from collections import abc as _abc


class UserDict(_abc.MutableMapping):
    """A dictionary."""

    __module__ = "collections"

    def __init__(self, dict=None, /, **kwargs):
        self.data = {}
        for given in (dict, kwargs or None):
            if given is not None:
                self.update(given)

    @classmethod
    def fromkeys(cls, iterable, value=None):
        made = cls()
        for key in iterable:
            made[key] = value
        return made

    def __getitem__(self, key):
        if key in self.data:
            return self.data[key]
        missing = getattr(type(self), "__missing__", None)
        if missing is None:
            raise KeyError(key)
        return missing(self, key)

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __contains__(self, key):
        return key in self.data

    def __setitem__(self, key, item):
        self.data[key] = item

    def __delitem__(self, key):
        del self.data[key]

    def __iter__(self):
        return iter(self.data)

    def __len__(self):
        return len(self.data)

    def __repr__(self):
        return repr(self.data)

    def __or__(self, other):
        other = _inner(other, UserDict)
        return type(self)(self.data | other) if isinstance(other, dict) else NotImplemented

    def __ror__(self, other):
        other = _inner(other, UserDict)
        return type(self)(other | self.data) if isinstance(other, dict) else NotImplemented

    def __ior__(self, other):
        self.data |= _inner(other, UserDict)
        return self

    def copy(self):
        made = type(self)()
        vars(made).update(vars(self), data=self.data.copy())
        return made

    __copy__ = copy


def _inner(value, kind):
    """What a container of this module holds; anything else as it is."""
    return value.data if isinstance(value, kind) else value


class UserList(_abc.MutableSequence):
    """A list."""

    __module__ = "collections"

    def __init__(self, initlist=None):
        self.data = [] if initlist is None else list(_inner(initlist, UserList))

    def __repr__(self):
        return repr(self.data)

    def __eq__(self, other):
        return self.data == _inner(other, UserList)

    def __lt__(self, other):
        return self.data < _inner(other, UserList)

    def __le__(self, other):
        return self.data <= _inner(other, UserList)

    def __gt__(self, other):
        return self.data > _inner(other, UserList)

    def __ge__(self, other):
        return self.data >= _inner(other, UserList)

    def __len__(self):
        return len(self.data)

    def __contains__(self, item):
        return item in self.data

    def __getitem__(self, i):
        found = self.data[i]
        return type(self)(found) if isinstance(i, slice) else found

    def __setitem__(self, i, item):
        self.data[i] = item

    def __delitem__(self, i):
        del self.data[i]

    def __add__(self, other):
        return type(self)(self.data + list(_inner(other, UserList)))

    def __radd__(self, other):
        return type(self)(list(_inner(other, UserList)) + self.data)

    def __iadd__(self, other):
        self.extend(other)
        return self

    def __mul__(self, n):
        return type(self)(self.data * n)

    __rmul__ = __mul__

    def __imul__(self, n):
        self.data *= n
        return self

    def extend(self, other):
        self.data.extend(_inner(other, UserList))

    def append(self, item):
        self.data.append(item)

    def insert(self, i, item):
        self.data.insert(i, item)

    def pop(self, i=-1):
        return self.data.pop(i)

    def remove(self, item):
        self.data.remove(item)

    def clear(self):
        self.data.clear()

    def copy(self):
        return type(self)(self)

    def count(self, item):
        return self.data.count(item)

    def index(self, item, *args):
        return self.data.index(item, *args)

    def reverse(self):
        self.data.reverse()

    def sort(self, /, *args, **kwds):
        self.data.sort(*args, **kwds)


def _of_str(name, wrapped):
    """The method of that name, for a UserString; its result is one too if wrapped."""
    def method(self, *args, **kwargs):
        result = getattr(self.data, name)(*[_inner(each, UserString) for each in args], **kwargs)
        return type(self)(result) if wrapped else result
    method.__name__, method.__qualname__ = name, "UserString." + name
    return method


def _as_str(function):
    """A method that calls a function with the text."""
    return lambda self, *args: function(self.data, *args)


class UserString(_abc.Sequence):
    """A text."""

    __module__ = "collections"

    def __init__(self, seq):
        self.data = str(_inner(seq, UserString))

    def __str__(self):
        return self.data

    def __getnewargs__(self):
        return self.data[:],

    __repr__, __hash__, __len__, __int__, __float__, __complex__ = map(_as_str, (repr, hash, len, int, float, complex))

    def __eq__(self, other):
        return self.data == _inner(other, UserString)

    def __lt__(self, other):
        return self.data < _inner(other, UserString)

    def __le__(self, other):
        return self.data <= _inner(other, UserString)

    def __gt__(self, other):
        return self.data > _inner(other, UserString)

    def __ge__(self, other):
        return self.data >= _inner(other, UserString)

    def __contains__(self, char):
        return _inner(char, UserString) in self.data

    def __getitem__(self, index):
        return type(self)(self.data[index])

    def __add__(self, other):
        return type(self)(f"{self.data}{other}")

    def __radd__(self, other):
        return type(self)(f"{other}{self.data}")

    def __mul__(self, n):
        return type(self)(n * self.data)

    __rmul__ = __mul__

    def __mod__(self, args):
        return type(self)(self.data % _inner(args, UserString))

    def __rmod__(self, template):
        return type(self)(str(template) % self)

    maketrans = str.maketrans
    for _name in ("capitalize casefold center expandtabs ljust lower lstrip removeprefix removesuffix replace rjust rstrip strip swapcase title"
                  " translate upper zfill").split():
        locals()[_name] = _of_str(_name, True)
    for _name in ("count encode endswith find format format_map index isalnum isalpha isascii isdecimal isdigit isidentifier islower isnumeric"
                  " isprintable isspace istitle isupper join partition rfind rindex rpartition rsplit split splitlines startswith").split():
        locals()[_name] = _of_str(_name, False)
    del _name
