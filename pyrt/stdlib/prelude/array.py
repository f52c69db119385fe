"""Arrays of numbers."""

import struct
from collections.abc import MutableSequence

typecodes = "bBuwhHiIlLqQfd"


@MutableSequence.register
class array:
    def __init__(self, typecode, initializer=()):
        if not isinstance(typecode, str) or len(typecode) != 1:
            raise TypeError("array() argument 1 must be a unicode character, not " + type(typecode).__name__)
        if typecode not in typecodes:
            raise ValueError("bad typecode (must be b, B, u, w, h, H, i, I, l, L, q, Q, f or d)")
        self.typecode = typecode
        self._items = []
        if isinstance(initializer, (bytes, bytearray)):
            self.frombytes(initializer)
        else:
            self.extend(initializer)

    itemsize = property(lambda self: 4 if self.typecode in "uw" else struct.calcsize(self.typecode))

    def _check(self, v):
        if self.typecode in "uw":
            if not isinstance(v, str):
                raise TypeError("array item must be a unicode character, not " + type(v).__name__)
            return v
        if self.typecode in "fd":
            if not isinstance(v, (int, float)):
                raise TypeError("must be real number, not " + type(v).__name__)
            return struct.unpack(self.typecode, struct.pack(self.typecode, v))[0]
        if not isinstance(v, int):
            raise TypeError("'%s' object cannot be interpreted as an integer" % type(v).__name__)
        try:
            struct.pack(self.typecode, v)
        except struct.error:
            names = {"b": "signed char", "B": "unsigned byte integer", "h": "signed short integer", "H": "unsigned short", "i": "signed integer",
                     "I": "unsigned int"}
            n = names.get(self.typecode, "integer")
            bits = 8 * self.itemsize
            top = (1 << bits - 1) - 1 if self.typecode.islower() else (1 << bits) - 1
            raise OverflowError(f"{n} is {'greater than maximum' if v > top else 'less than minimum'}") from None
        return v

    def append(self, v):
        self._items.append(self._check(v))

    def extend(self, values):
        for v in values:
            self.append(v)

    fromlist = extend

    def insert(self, i, v):
        self._items.insert(i, self._check(v))

    def pop(self, i=-1):
        if not self._items:
            raise IndexError("pop from empty array")
        return self._items.pop(i)

    def remove(self, v):
        try:
            self._items.remove(v)
        except ValueError:
            raise ValueError("array.remove(x): x not in array") from None

    def index(self, v, start=0, stop=None):
        try:
            return self._items.index(v, start, len(self) if stop is None else stop)
        except ValueError:
            raise ValueError("array.index(x): x not in array") from None

    def count(self, v):
        return self._items.count(v)

    def reverse(self):
        self._items.reverse()

    def tolist(self):
        return list(self._items)

    def tounicode(self):
        return "".join(self._items)

    def tobytes(self):
        return b"".join(struct.pack(self.typecode, v) for v in self._items)

    def frombytes(self, data):
        n = self.itemsize
        if len(data) % n:
            raise ValueError("bytes length not a multiple of item size")
        self._items.extend(v for (v,) in struct.iter_unpack(self.typecode, data))

    def byteswap(self):
        self._items = [struct.unpack(">" + self.typecode, struct.pack("<" + self.typecode, v))[0] for v in self._items]

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter(self._items)

    def __contains__(self, v):
        return v in self._items

    def __getitem__(self, i):
        if isinstance(i, slice):
            return array(self.typecode, self._items[i])
        try:
            return self._items[i]
        except IndexError:
            raise IndexError("array index out of range") from None

    def __setitem__(self, i, v):
        if isinstance(i, slice):
            if not isinstance(v, array):
                raise TypeError(f"can only assign array (not \"{type(v).__name__}\") to array slice")
            self._items[i] = v._items
        else:
            try:
                self._items[i] = self._check(v)
            except IndexError:
                raise IndexError("array assignment index out of range") from None

    def __delitem__(self, i):
        del self._items[i]

    def __add__(self, other):
        if not isinstance(other, array):
            raise TypeError(f'can only append array (not "{type(other).__name__}") to array')
        return array(self.typecode, self._items + other._items)

    def __iadd__(self, other):
        self.extend(other)
        return self

    def __mul__(self, n):
        return array(self.typecode, self._items * n)

    __rmul__ = __mul__

    def __eq__(self, other):
        return self._items == other._items if isinstance(other, array) else NotImplemented

    def __lt__(self, other):
        return self._items < other._items if isinstance(other, array) else NotImplemented

    __hash__ = None

    def __copy__(self):
        return array(self.typecode, self._items)

    def __repr__(self):
        if not self._items:
            return f"array({self.typecode!r})"
        return f"array({self.typecode!r}, {self.tounicode()!r})" if self.typecode in "uw" else f"array({self.typecode!r}, {self._items!r})"


ArrayType = array
