"""Container datatypes."""

import operator as _operator
import sys as _sys
from collections import abc
from collections import abc as _abc
from _collections import count as _count, keep as _keep, stay as _stay
from collections._user import UserDict
from collections._user import UserList
from collections._user import UserString
from keyword import iskeyword as _iskeyword
from reprlib import recursive_repr as _recursive_repr

__all__ = ["ChainMap", "Counter", "OrderedDict", "UserDict", "UserList", "UserString", "defaultdict", "deque", "namedtuple"]

_GenericAlias = type(list[int])


class _Joinable(dict):
    """What the dictionaries here share: | makes one of the left one's kind, by _made_of()."""

    def copy(self):
        return self._made_of(self)

    def __or__(self, other):
        return self._joined(self, other) if isinstance(other, dict) else NotImplemented

    def __ror__(self, other):
        return self._joined(other, self) if isinstance(other, dict) else NotImplemented

    def _joined(self, first, second):
        made = self._made_of(first)
        made.update(second)
        return made


class OrderedDict(dict):
    """A dictionary for which the order of its items counts."""

    def _made_of(self, items):
        return self.__class__(items)

    copy, __or__, __ror__, _joined = _Joinable.copy, _Joinable.__or__, _Joinable.__ror__, _Joinable._joined
    __hash__ = None

    @classmethod
    def fromkeys(cls, iterable, value=None):
        made = cls()
        for key in iterable:
            made[key] = value
        return made

    def popitem(self, last=True):
        """Takes the last item, or the first."""
        for key in reversed(self) if last else self:
            return key, self.pop(key)
        raise KeyError("dictionary is empty")

    def move_to_end(self, key, last=True):
        """Puts an item behind all others, or before them."""
        value = dict.pop(self, key) if last or key in self else self[key]
        others = () if last else tuple(self.items())
        if others:
            dict.clear(self)
        dict.__setitem__(self, key, value)
        dict.update(self, others)

    @_recursive_repr()
    def __repr__(self):
        return f"{self.__class__.__name__}({dict(self.items()) if self else ''})"

    def __reduce__(self):
        return self.__class__, (), dict(vars(self)) or None, None, iter(self.items())

    def __eq__(self, other):
        same = dict.__eq__(self, other)
        return same if same is not True or not isinstance(other, OrderedDict) else all(map(_operator.eq, self, other))

    def __ne__(self, other):
        same = self.__eq__(other)
        return NotImplemented if same is NotImplemented else not same


class defaultdict(dict):
    """A dictionary that makes the values it is asked for in vain."""

    def __init__(self, default_factory=None, /, *args, **kwargs):
        if not (default_factory is None or callable(default_factory)):
            raise TypeError("first argument must be callable or None")
        self.default_factory = default_factory
        super().__init__(*args, **kwargs)

    def _made_of(self, items):
        return type(self)(self.default_factory, items)

    copy, __or__, __ror__, _joined = _Joinable.copy, _Joinable.__or__, _Joinable.__ror__, _Joinable._joined
    __copy__ = copy

    def __missing__(self, key):
        make = self.default_factory
        if make is None:
            raise KeyError(key)
        self[key] = made = make()
        return made

    @_recursive_repr()
    def _factory_repr(self):
        return repr(self.default_factory)

    def __repr__(self):
        return f"{type(self).__name__}({self._factory_repr()}, {dict.__repr__(self)})"

    def __reduce__(self):
        return type(self), (self.default_factory,) if self.default_factory is not None else (), None, None, iter(self.items())


def _unfit(name):
    """What keeps a word from being the name of a class or field, with the rest of the sentence about it."""
    if not name.isidentifier():
        return "Type names and field names must be valid identifiers"
    return "Type names and field names cannot be a keyword" if _iskeyword(name) else ""


def _field_names(words, rename):
    """The fields that are named, or, if they are renamed where needed, get _ and their number."""
    names = []
    for place, name in enumerate(words.replace(",", " ").split() if isinstance(words, str) else map(str, words)):
        problem = _unfit(name) or name[0] == "_" and "Field names cannot start with an underscore" or name in names and "Encountered duplicate field name"
        if problem and not rename:
            names.append((problem, name))
        else:
            names.append(f"_{place}" if problem else name)
    return names


def _demand_fit(typename, fields):
    """Refuses the first bad name: what can be no name at all comes first."""
    problems = [f for f in fields if isinstance(f, tuple)]
    first = [(_unfit(typename), typename)] if _unfit(typename) else []
    for problem, name in first + [p for p in problems if p[0].startswith("Type")] + problems:
        raise ValueError(f"{problem}: {name!r}")


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    """A class of tuples whose elements have names."""
    typename, fields = str(typename), _field_names(field_names, rename)
    _demand_fit(typename, fields)
    fields, defaults = tuple(fields), None if defaults is None else tuple(defaults)
    if defaults and len(defaults) > len(fields):
        raise TypeError("Got more default values than field names")
    listed = ", ".join(fields)
    body = {
        "__doc__": f"{typename}({listed})",
        "__slots__": (),
        "_fields": fields,
        "_field_defaults": dict(zip(fields[len(fields) - len(defaults):], defaults)) if defaults else {},
        "__match_args__": fields,
    }
    new = eval(f"lambda _cls, {listed}: _make(_cls, ({listed}{',' if fields else ''}))", {"_make": tuple.__new__, "__name__": f"namedtuple_{typename}"})
    new.__name__, new.__doc__, new.__defaults__ = "__new__", f"Create new instance of {typename}({listed})", defaults
    for method in (new, *_tuple_methods(fields)):
        method.__qualname__ = f"{typename}.{method.__name__}"
        body[method.__name__] = method
    body["_make"], body["__replace__"] = classmethod(body["_make"]), body["_replace"]
    for place, name in enumerate(fields):
        body[name] = property(_operator.itemgetter(place), _keep, _stay, f"Alias for field number {place}")
    made = type(typename, (tuple,), body)
    made.__module__ = _sys._getframemodulename(1) or "__main__" if module is None else module
    return made


def _tuple_methods(fields):
    """The methods of a class with these fields."""
    def _make(cls, iterable):
        """Make a new object from a sequence or iterable"""
        made = tuple.__new__(cls, iterable)
        if len(made) == len(fields):
            return made
        raise TypeError(f"Expected {len(fields)} arguments, got {len(made)}")

    def _replace(self, /, **kwds):
        """Return a new object replacing specified fields with new values"""
        made = self._make(map(kwds.pop, fields, self))
        if not kwds:
            return made
        raise TypeError(f"Got unexpected field names: {list(kwds)!r}")

    def _asdict(self):
        """Return a new dict which maps field names to their values."""
        return dict(zip(self._fields, self))

    def __repr__(self):
        """Return a nicely formatted representation string"""
        return f"{self.__class__.__name__}({', '.join([f'{name}={value!r}' for name, value in zip(fields, self)])})"

    def __getnewargs__(self):
        """Return self as a plain tuple.  Used by copy and pickle."""
        return tuple(self)
    return _make, _replace, _asdict, __repr__, __getnewargs__


def _count_elements(counts, iterable):
    kind = type(counts)
    if kind is Counter or kind.get is dict.get and kind.__setitem__ is dict.__setitem__:
        return _count(counts, iterable)
    for each in iterable:
        counts[each] = counts.get(each, 0) + 1


def _compares(holds):
    """A comparison of counters: it must hold for each count, where what is not there counts 0."""
    def compare(self, other):
        if isinstance(other, Counter):
            return all(holds(self[key], other[key]) for keys in (self, other) for key in keys)
        return NotImplemented
    return compare


def _combines(of_two):
    """An operator of counters: what it makes of two counts stays as far as it is positive."""
    def combine(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        made = Counter()
        for key, n in self.items():
            if (n := of_two(n, other[key])) > 0:
                made[key] = n
        for key, n in other.items():
            if key not in self and (n := of_two(0, n)) > 0:
                made[key] = n
        return made
    return combine


def _changes(of_two):
    """The same in place, for the keys of the other."""
    def change(self, other):
        for key, n in other.items():
            self[key] = of_two(self[key], n)
        return self._only_positive()
    return change


class Counter(dict):
    """Counts things: a dictionary of numbers, where what is not there counts 0."""

    def __init__(self, iterable=None, /, **kwds):
        super().__init__()
        self.update(iterable, **kwds)

    def __missing__(self, key):
        return 0

    def update(self, iterable=None, /, **kwds):
        """Counts more: elements, or numbers of a mapping."""
        if iterable is not None and not isinstance(iterable, _abc.Mapping):
            _count_elements(self, iterable)
        elif iterable and not self:
            super().update(iterable)
        elif iterable:
            for key, n in iterable.items():
                self[key] = n + self.get(key, 0)
        if kwds:
            self.update(kwds)

    def subtract(self, iterable=None, /, **kwds):
        """Takes elements, or numbers of a mapping, away."""
        for taken in () if iterable is None else (iterable,), (kwds,):
            for each in taken:
                for key, n in each.items() if isinstance(each, _abc.Mapping) else ((key, 1) for key in each):
                    self[key] = self.get(key, 0) - n

    def total(self):
        return sum(self.values())

    def most_common(self, n=None):
        """The elements with their numbers, the largest first."""
        ordered = sorted(self.items(), key=_operator.itemgetter(1), reverse=True)
        return ordered if n is None else ordered[:max(n, 0)]

    def elements(self):
        """Each element as often as it counts."""
        return (key for key, n in self.items() for _ in range(n))

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError("Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")

    def copy(self):
        return self.__class__(self)

    def __reduce__(self):
        return self.__class__, (dict(self),)

    def __delitem__(self, elem):
        if elem in self:
            super().__delitem__(elem)

    def __repr__(self):
        name = self.__class__.__name__
        if not self:
            return name + "()"
        try:
            shown = dict(self.most_common())
        except TypeError:  # what can not be sorted stays as it is
            shown = dict(self)
        return f"{name}({shown!r})"

    __eq__, __le__, __ge__ = _compares(_operator.eq), _compares(_operator.le), _compares(_operator.ge)
    __hash__ = None

    def __ne__(self, other):
        same = self.__eq__(other)
        return same if same is NotImplemented else not same

    def __lt__(self, other):
        within = self.__le__(other)
        return within if within is NotImplemented else within and self != other

    def __gt__(self, other):
        within = self.__ge__(other)
        return within if within is NotImplemented else within and self != other

    __add__, __sub__, __or__, __and__ = _combines(_operator.add), _combines(_operator.sub), _combines(max), _combines(min)
    __iadd__, __isub__, __ior__ = _changes(_operator.add), _changes(_operator.sub), _changes(max)

    def __iand__(self, other):
        for key in self:
            self[key] = min(self[key], other[key])
        return self._only_positive()

    def __pos__(self):
        return self + Counter()

    def __neg__(self):
        return Counter() - self

    def _only_positive(self):
        for key in [key for key, n in self.items() if not n > 0]:
            del self[key]
        return self


class ChainMap(_abc.MutableMapping):
    """Several mappings seen as one: the first that has a key counts, and only the first is changed."""

    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    @classmethod
    def fromkeys(cls, iterable, value=None, /):
        return cls({key: value for key in iterable})

    def __missing__(self, key):
        raise KeyError(key)

    def __getitem__(self, key):
        for each in self.maps:
            try:
                return each[key]
            except KeyError:
                continue
        return self.__missing__(key)

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __contains__(self, key):
        return any(key in each for each in self.maps)

    def _all_keys(self):
        """In the order of the last mapping, then of what the one before adds to it, and so on."""
        found = {}
        for each in reversed(self.maps):
            found.update(dict.fromkeys(each))
        return found

    def __iter__(self):
        return iter(self._all_keys())

    def __len__(self):
        return len(self._all_keys())

    def __bool__(self):
        return any(self.maps)

    @_recursive_repr()
    def __repr__(self):
        return f"{self.__class__.__name__}({', '.join(map(repr, self.maps))})"

    def copy(self):
        first, *rest = self.maps
        return self.__class__(first.copy(), *rest)

    __copy__ = copy

    def new_child(self, m=None, **kwargs):
        """One with another mapping before those of this one."""
        first = kwargs if m is None else m
        if kwargs and first is not kwargs:
            first.update(kwargs)
        return self.__class__(first, *self.maps)

    @property
    def parents(self):
        """One without the first mapping."""
        return self.__class__(*self.maps[1:])

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __delitem__(self, key):
        self._of_first(f"Key not found in the first mapping: {key!r}", "__delitem__", key)

    def pop(self, key, *args):
        return self._of_first(f"Key not found in the first mapping: {key!r}", "pop", key, *args)

    def popitem(self):
        return self._of_first("No keys found in the first mapping.", "popitem")

    def clear(self):
        self.maps[0].clear()

    def _of_first(self, complaint, method, *args):
        try:
            return getattr(self.maps[0], method)(*args)
        except KeyError:
            raise KeyError(complaint)

    def __or__(self, other):
        if not isinstance(other, _abc.Mapping):
            return NotImplemented
        made = self.copy()
        made.update(other)
        return made

    def __ror__(self, other):
        if not isinstance(other, _abc.Mapping):
            return NotImplemented
        return self.__class__({**other, **self})

    def __ior__(self, other):
        self.update(other)
        return self


@_abc.MutableSequence.register
class deque:
    """A sequence that grows and shrinks quickly at both ends; of those with maxlen, the other end gives way."""

    def __init__(self, iterable=(), maxlen=None):
        if maxlen is not None:
            if not isinstance(maxlen, int):
                raise TypeError("an integer is required")
            if maxlen < 0:
                raise ValueError("maxlen must be non-negative")
        self._maxlen = maxlen
        self._items = []
        self._version = 0
        self.extend(iterable)

    @property
    def maxlen(self):
        """How many elements there may be, None for any number."""
        return self._maxlen

    @maxlen.setter
    def maxlen(self, value):
        raise AttributeError("attribute 'maxlen' of 'collections.deque' objects is not writable")

    def append(self, x):
        self._version += 1
        self._items.append(x)
        if self._maxlen is not None and len(self._items) > self._maxlen:
            del self._items[0]

    def appendleft(self, x):
        self._version += 1
        self._items.insert(0, x)
        if self._maxlen is not None and len(self._items) > self._maxlen:
            self._items.pop()

    def extend(self, iterable):
        if iterable is self:
            iterable = list(self._items)
        for x in iterable:
            self.append(x)

    def extendleft(self, iterable):
        if iterable is self:
            iterable = list(self._items)
        for x in iterable:
            self.appendleft(x)

    def pop(self):
        if not self._items:
            raise IndexError("pop from an empty deque")
        self._version += 1
        return self._items.pop()

    def popleft(self):
        if not self._items:
            raise IndexError("pop from an empty deque")
        self._version += 1
        return self._items.pop(0)

    def clear(self):
        self._version += 1
        self._items.clear()

    def copy(self):
        return type(self)(self._items, self._maxlen)

    __copy__ = copy

    def count(self, x):
        return self._items.count(x)

    def index(self, x, start=0, stop=None):
        try:
            return self._items.index(x, start, len(self._items) if stop is None else stop)
        except ValueError:
            raise ValueError("deque.index(x): x not in deque") from None

    def insert(self, i, x):
        if self._maxlen is not None and len(self._items) >= self._maxlen:
            raise IndexError("deque already at its maximum size")
        self._version += 1
        self._items.insert(i, x)

    def remove(self, x):
        try:
            self._items.remove(x)
        except ValueError:
            raise ValueError("deque.remove(x): x not in deque") from None
        self._version += 1

    def reverse(self):
        self._items.reverse()

    def rotate(self, n=1):
        items = self._items
        if items:
            n %= len(items)
            self._items = items[-n:] + items[:-n] if n else items
            self._version += 1

    def __len__(self):
        return len(self._items)

    def __bool__(self):
        return bool(self._items)

    def __iter__(self):
        version = self._version
        for x in self._items:
            if version != self._version:
                raise RuntimeError("deque mutated during iteration")
            yield x

    def __reversed__(self):
        return reversed(self._items)

    def __contains__(self, x):
        return x in self._items

    def __getitem__(self, i):
        if not hasattr(i, "__index__"):
            raise TypeError(f"sequence index must be integer, not {type(i).__name__!r}")
        try:
            return self._items[i]
        except IndexError:
            raise IndexError("deque index out of range") from None

    def __setitem__(self, i, x):
        try:
            self._items[i] = x
        except IndexError:
            raise IndexError("deque index out of range") from None

    def __delitem__(self, i):
        try:
            del self._items[i]
        except IndexError:
            raise IndexError("deque index out of range") from None

    @_recursive_repr("[...]")
    def __repr__(self):
        tail = "" if self._maxlen is None else f", maxlen={self._maxlen}"
        return f"{type(self).__name__}({self._items!r}{tail})"

    def _compare(self, other, f):
        if not isinstance(other, deque):
            return NotImplemented
        return f(self._items, other._items)

    def __eq__(self, other):
        return self._compare(other, lambda a, b: a == b)

    def __lt__(self, other):
        return self._compare(other, lambda a, b: a < b)

    def __le__(self, other):
        return self._compare(other, lambda a, b: a <= b)

    def __gt__(self, other):
        return self._compare(other, lambda a, b: a > b)

    def __ge__(self, other):
        return self._compare(other, lambda a, b: a >= b)

    __hash__ = None

    def __add__(self, other):
        if not isinstance(other, deque):
            raise TypeError(f'can only concatenate deque (not "{type(other).__name__}") to deque')
        d = self.copy()
        d.extend(other)
        return d

    def __iadd__(self, other):
        self.extend(other)
        return self

    def __mul__(self, n):
        return type(self)(self._items * n, self._maxlen)

    __rmul__ = __mul__

    def __imul__(self, n):
        items = self._items * n
        self._items = []
        self.extend(items)
        return self

    def _state(self):
        own = ("_items", "_maxlen", "_version")
        return {k: v for k, v in getattr(self, "__dict__", {}).items() if k not in own} or None

    def __reduce__(self):
        return self.__class__, () if self._maxlen is None else ((), self._maxlen), self._state(), iter(list(self._items))

    __class_getitem__ = classmethod(_GenericAlias)
