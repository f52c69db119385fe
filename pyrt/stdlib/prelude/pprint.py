"""Pretty-printing of data."""

import collections as _collections
import dataclasses as _dataclasses
import re as _re
import sys as _sys
import types as _types

__all__ = ["pprint", "pformat", "isreadable", "isrecursive", "saferepr", "PrettyPrinter", "pp"]

_PLAIN = frozenset({str, float, complex, bool, bytes, bytearray, type(None)})


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    """Writes an object to a stream, over as many lines as it takes."""
    PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts, underscore_numbers=underscore_numbers).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    """The text that pprint() writes."""
    return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts, underscore_numbers=underscore_numbers).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    """pprint() with dictionaries in the order they have."""
    pprint(object, *args, **kwargs, sort_dicts=sort_dicts)


def saferepr(object):
    """A text like repr(), also for what contains itself."""
    return _described(object)[0]


def isreadable(object):
    """Whether eval() would give the object back."""
    return _described(object)[1]


def isrecursive(object):
    """Whether an object contains itself."""
    return _described(object)[2]


def _described(object):
    return PrettyPrinter()._safe_repr(object, {}, None, 0)


class _Sortable:
    """Lets what can not be compared stand in the order of its classes' names."""

    __slots__ = ("value",)

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        mine, yours = self.value, other.value
        try:
            return mine < yours
        except TypeError:
            return (str(type(mine)), id(mine)) < (str(type(yours)), id(yours))


def _sortable_item(item):
    return tuple(map(_Sortable, item))


class PrettyPrinter:
    """Writes objects so that a line has no more than width characters, as far as that can be.

    A part is written from some column on. It is spread over lines if it does not fit on one together with
    what comes after it. Its level is the number of things that it is in.
    """

    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
        self._step, self._width, self._depth = int(indent), int(width), depth
        for wrong, message in ((self._step < 0, "indent must be >= 0"), (depth is not None and depth <= 0, "depth must be > 0"),
                               (self._width == 0, "width must be != 0")):
            if wrong:
                raise ValueError(message)
        self._stream, self._compact = _sys.stdout if stream is None else stream, bool(compact)
        self._sort_dicts, self._underscore_numbers = sort_dicts, underscore_numbers
        self._around = {}  # what the part that is written is in, by id

    def pprint(self, object):
        if self._stream is not None:
            self._stream.write(self.pformat(object) + "\n")

    def pformat(self, object):
        self._around = {}
        return self._fitted(object, 0, 0, 0)

    def isrecursive(self, object):
        return self.format(object, {}, 0, 0)[2]

    def isreadable(self, object):
        return self.format(object, {}, 0, 0)[1:] == (True, False)

    def format(self, object, context, maxlevels, level):
        """Text on one line, whether it is readable, whether the object contains itself. Derived classes may change this."""
        return self._safe_repr(object, context, maxlevels, level)

    def _on_one_line(self, object, level):
        return self.format(object, dict(self._around), self._depth, level)[0]

    def _fitted(self, object, column, after, level):
        """The text of an object from a column on; after is the room needed behind it."""
        key = id(object)
        if key in self._around:
            return _recursion(object)
        text = self._on_one_line(object, level)
        if len(text) <= self._width - column - after or (spread := self._spread_for(object)) is None:
            return text
        self._around[key] = 1
        spread(object, column, after, level + 1, pieces := [])
        del self._around[key]
        return "".join(pieces)

    def _spread_for(self, object):
        """The method that spreads such an object over lines, None without one: it depends on whose __repr__ it has."""
        written_by = type(object).__repr__
        for kinds, spread in self._spreads():
            for kind in kinds:
                if written_by is kind.__repr__ and isinstance(object, kind):
                    return spread if object or kind in _EVEN_EMPTY else None
        if _dataclasses.is_dataclass(object) and not isinstance(object, type) and object.__dataclass_params__.repr:
            made = getattr(written_by, "__wrapped__", None)
            return self._spread_dataclass if made is not None and "__create_fn__" in made.__qualname__ else None
        return None

    def _spreads(self):
        c = _collections
        return (((dict,), self._spread_dict), ((list, tuple), self._spread_sequence), ((str,), self._spread_str), ((set, frozenset), self._spread_set),
                ((bytes, bytearray), self._spread_bytes), ((_types.SimpleNamespace,), self._spread_namespace), ((c.OrderedDict,), self._spread_ordered),
                ((c.defaultdict,), self._spread_default), ((c.Counter,), self._spread_counter), ((c.deque,), self._spread_deque),
                ((c.ChainMap,), self._spread_chain), ((_types.MappingProxyType,), self._spread_proxy),
                ((c.UserDict, c.UserList, c.UserString), self._spread_inner))

    def _spread_sequence(self, object, column, after, level, out):
        left, right = ("[", "]") if isinstance(object, list) else ("(", ",)" if len(object) == 1 else ")")
        self._enclosed(left, object, right, column, after, level, out)

    def _spread_set(self, object, column, after, level, out):
        left, right = ("{", "}") if type(object) is set else (type(object).__name__ + "({", "})")
        self._enclosed(left, sorted(object, key=_Sortable), right, column + len(left) - 1, after, level, out)

    def _enclosed(self, left, items, right, column, after, level, out):
        out.append(left)
        self._items(list(items), column, after + len(right), level, out)
        out.append(right)

    def _spread_dict(self, object, column, after, level, out):
        self._braced(self._in_order(object), "{", "}", column, after, level, out)

    def _braced(self, items, left, right, column, after, level, out):
        out += left, " " * (self._step - 1)
        self._labelled([(self._on_one_line(key, level) + ": ", value) for key, value in items], column + self._step, after + len(right), level, out)
        out.append(right)

    def _in_order(self, mapping):
        return sorted(mapping.items(), key=_sortable_item) if self._sort_dicts else mapping.items()

    def _spread_counter(self, object, column, after, level, out):
        left = type(object).__name__ + "({"
        self._braced(object.most_common(), left, "})", column + len(left) - 1, after, level, out)

    def _called(self, name, content, column, after, level, out):
        """A call of a class with one argument."""
        out += name, "(", self._fitted(content, column + len(name) + 1, after + 1, level), ")"

    def _spread_ordered(self, object, column, after, level, out):
        self._called(type(object).__name__, list(object.items()), column, after, level, out)

    def _spread_proxy(self, object, column, after, level, out):
        self._called("mappingproxy", object.copy(), column, after, level, out)

    def _spread_inner(self, object, column, after, level, out):
        out.append(self._fitted(object.data, column, after, level - 1))

    def _spread_default(self, object, column, after, level, out):
        name = type(object).__name__
        column += len(name) + 1
        out.append(f"{name}({self._on_one_line(object.default_factory, level)},{_line(column)}")
        self._spread_dict(object, column, after + 1, level, out)
        out.append(")")

    def _spread_chain(self, object, column, after, level, out):
        name = type(object).__name__ + "("
        out.append(name)
        self._labelled([("", each) for each in object.maps], column + len(name), after + 1, level, out)
        out.append(")")

    def _spread_deque(self, object, column, after, level, out):
        name = type(object).__name__ + "("
        column += len(name)
        out.append(name)
        if object.maxlen is None:
            self._enclosed("[", object, "])", column, after, level, out)
        else:
            self._enclosed("[", object, "],", column, 0, level, out)
            out.append(f"{_line(column)}maxlen={self._on_one_line(object.maxlen, level)})")

    def _spread_namespace(self, object, column, after, level, out):
        name = "namespace" if type(object) is _types.SimpleNamespace else type(object).__name__
        self._fields(name, vars(object).items(), column, after, level, out)

    def _spread_dataclass(self, object, column, after, level, out):
        shown = [(field.name, getattr(object, field.name)) for field in _dataclasses.fields(object) if field.repr]
        self._fields(type(object).__name__, shown, column, after, level, out)

    def _fields(self, name, items, column, after, level, out):
        out.append(name + "(")
        self._labelled([(key + "=", value) for key, value in items], column + len(name) + 1, after, level, out, "...")
        out.append(")")

    def _labelled(self, items, column, after, level, out, around=None):
        """A line or more for each value with its label; around stands for what the part is in."""
        for left, (label, value) in zip(range(len(items) - 1, -1, -1), items):
            if around is not None and id(value) in self._around:
                text = around
            else:
                text = self._fitted(value, column + len(label), 1 if left else after, level)
            out += label, text, "," + _line(column) if left else ""

    def _items(self, items, column, after, level, out):
        """A line or more for each item; a compact printer fills lines with those that are short."""
        column += self._step
        out.append(" " * (self._step - 1))
        room = whole = self._width - column + 1
        between = ""
        for left, item in zip(range(len(items) - 1, -1, -1), items):
            if not left:
                room, whole = room - after, whole - after
            if self._compact:
                text = self._on_one_line(item, level)
                need = len(text) + 2
                if need > room:
                    room, between = whole, between and "," + _line(column)
                if need <= room:
                    room -= need
                    out += between, text
                    between = ", "
                    continue
            out += between, self._fitted(item, column, after if not left else 1, level)
            between = "," + _line(column)

    def _spread_str(self, object, column, after, level, out):
        self._literals(_literals_of_str, object, column, after, level, out)

    def _spread_bytes(self, object, column, after, level, out):
        if isinstance(object, bytearray):
            out.append("bytearray(")
            self._spread_bytes(bytes(object), column + 10, after + 1, level + 1, out)
            out.append(")")
        elif len(object) <= 4:
            out.append(repr(object))
        else:
            self._literals(_literals_of_bytes, object, column, after, level, out, always=True)

    def _literals(self, literals, object, column, after, level, out, always=False):
        """Literals below one another, in parentheses if nothing else encloses them."""
        outermost = level == 1
        texts = list(literals(object, self._width - column - outermost, after + outermost))
        enclose = outermost and (always or len(texts) > 1)
        out += "(" if enclose else "", _line(column + outermost).join(texts), ")" if enclose else ""

    def _safe_repr(self, object, context, maxlevels, level):
        kind = type(object)
        if kind in _PLAIN:
            return repr(object), True, False
        written_by = kind.__repr__
        if issubclass(kind, int) and written_by is int.__repr__:
            return f"{object:_d}" if self._underscore_numbers else repr(object), True, False
        for container, left, right in ((dict, "{", "}"), (list, "[", "]"), (tuple, "(", ")")):
            if written_by is container.__repr__ and issubclass(kind, container):
                break
        else:
            text = repr(object)
            return text, text != "" and text[0] != "<", False
        if not object:
            return left + right, True, False
        if container is tuple and len(object) == 1:
            right = ",)"
        key = id(object)
        if maxlevels and level >= maxlevels:
            return f"{left}...{right}", False, key in context
        if key in context:
            return _recursion(object), False, True
        context[key] = 1
        inner, readable, recursive = [], True, False
        for item in self._in_order(object) if container is dict else object:
            parts = [self.format(part, context, maxlevels, level + 1) for part in (item if container is dict else (item,))]
            inner.append(": ".join([text for text, _, _ in parts]))
            readable = readable and all([each for _, each, _ in parts])
            recursive = recursive or any([each for _, _, each in parts])
        del context[key]
        return left + ", ".join(inner) + right, readable, recursive


_EVEN_EMPTY = frozenset({_types.SimpleNamespace, _types.MappingProxyType, dict, list, tuple, bytearray, bytes,
                         _collections.UserDict, _collections.UserList, _collections.UserString})


def _line(column):
    return "\n" + " " * column


def _recursion(object):
    return f"<Recursion on {type(object).__name__} with id={id(object)}>"


def _literals_of_str(text, room, end):
    """Literals that make up a text, each within the room and at the end of a line or word; the last leaves the end free."""
    lines = text.splitlines(True)
    for number, line in enumerate(lines, 1):
        last_line = number == len(lines)
        if len(whole := repr(line)) <= (room - end if last_line else room):
            yield whole
            continue
        words = _re.findall(r"\S+\s*|\s+", line)
        taken = ""
        for count, word in enumerate(words, 1):
            here = room - end if last_line and count == len(words) else room
            if taken and len(repr(taken + word)) > here:
                yield repr(taken)
                taken = ""
            taken += word
        yield repr(taken)


def _literals_of_bytes(data, room, end):
    """The same for bytes, of which four stay together."""
    taken = b""
    last = len(data) // 4 * 4
    for start in range(0, len(data), 4):
        more = taken + data[start:start + 4]
        if start == last:
            room -= end
        if taken and len(repr(more)) > room:
            yield repr(taken)
            more = data[start:start + 4]
        taken = more
    yield repr(taken)
