"""Packed binary data."""

import _struct


class error(Exception):
    pass


_native = {"x": (1, 1), "c": (1, 1), "b": (1, 1), "B": (1, 1), "?": (1, 1), "h": (2, 2), "H": (2, 2), "i": (4, 4), "I": (4, 4), "l": (8, 8),
           "L": (8, 8), "q": (8, 8), "Q": (8, 8), "n": (8, 8), "N": (8, 8), "e": (2, 2), "f": (4, 4), "d": (8, 8), "s": (1, 1), "p": (1, 1),
           "P": (8, 8)}
_standard = {**_native, "l": (4, 4), "L": (4, 4)}


_LARGEST = 2 ** 63 - 1


def _parse(format):
    if isinstance(format, bytes):
        format = format.decode("latin-1")
    mode = format[:1]
    table, align, order = _native, True, "little"
    body = format
    if mode in ("@", "=", "<", ">", "!") and mode:
        body = format[1:]
        if mode != "@":
            table, align = _standard, False
        if mode in ">!":
            order = "big"
    items, offset, count = [], 0, ""
    for c in body:
        if c.isspace():
            continue
        if c.isdigit():
            count += c
            continue
        if c not in table or not align and c in "nNP":
            raise error("bad char in struct format")
        size, al = table[c]
        n = int(count) if count else 1
        if n > _LARGEST:
            raise error("total struct size too long")
        count = ""
        if align and offset % al:
            offset += al - offset % al
        if c in "sp":
            items.append((c, n, offset))
            offset += n
        elif c == "x":
            offset += n
        else:
            for _ in range(n):
                items.append((c, size, offset))
                offset += size
    if offset > _LARGEST:
        raise error("total struct size too long")
    if count:
        raise error("repeat count given without format specifier")
    return items, offset, order


_cache = {}


def _get(format):
    if format not in _cache:
        _cache[format] = _parse(format)
    return _cache[format]


def calcsize(format, /):
    return _get(format)[1]


def _one(c, size, v, order):
    if c in "sp":
        if not isinstance(v, (bytes, bytearray)):
            raise error(f"argument for '{c}' must be a bytes object")
        if c == "p":
            v = v[:min(size - 1, 255)]
            return (bytes([len(v)]) + v).ljust(size, b"\0")
        return bytes(v[:size]).ljust(size, b"\0")
    if c == "c":
        if not isinstance(v, (bytes, bytearray)) or len(v) != 1:
            raise error("char format requires a bytes object of length 1")
        return bytes(v)
    if c == "?":
        return b"\1" if v else b"\0"
    if c in "efd":
        if not isinstance(v, float) and not hasattr(v, "__float__") and not hasattr(v, "__index__"):
            raise error("required argument is not a float")
        return _struct.pack_float(c, v, order == "big")
    if not isinstance(v, int):
        if not hasattr(v, "__index__"):
            raise error("required argument is not an integer")
        v = v.__index__()
    signed = c in "bhilqn"
    try:
        return int(v).to_bytes(size, order, signed=signed)
    except OverflowError:
        bits = 8 * size
        if signed:
            raise error(f"'{c}' format requires {-(1 << bits - 1)} <= number <= {(1 << bits - 1) - 1}") from None
        raise error(f"'{c}' format requires 0 <= number <= {(1 << bits) - 1}") from None


def pack(format, /, *v):
    items, size, order = _get(format)
    if len(items) != len(v):
        raise error(f"pack expected {len(items)} items for packing (got {len(v)})")
    out = bytearray(size)
    for (c, n, at), x in zip(items, v):
        out[at:at + n] = _one(c, n, x, order)
    return bytes(out)


def pack_into(format, buffer, offset, /, *v):
    data = pack(format, *v)
    if not isinstance(buffer, (bytearray, memoryview)) and not hasattr(buffer, "__setitem__"):
        raise TypeError(f"argument must be read-write bytes-like object, not {type(buffer).__name__}")
    if offset < 0:
        if offset + len(data) > 0:
            raise error(f"no space to pack {len(data)} bytes at offset {offset}")
        if offset + len(buffer) < 0:
            raise error(f"offset {offset} out of range for {len(buffer)}-byte buffer")
        offset += len(buffer)
    if len(buffer) - offset < len(data):
        raise error(f"pack_into requires a buffer of at least {offset + len(data)} bytes for packing {len(data)} bytes at offset {offset} "
                    f"(actual buffer size is {len(buffer)})")
    buffer[offset:offset + len(data)] = data


def _read(items, order, data):
    out = []
    for c, n, at in items:
        b = data[at:at + n]
        if c == "s" or c == "c":
            out.append(b)
        elif c == "p":
            out.append(b[1:1 + b[0]])
        elif c == "?":
            out.append(b != b"\0")
        elif c in "efd":
            out.append(_struct.unpack_float(c, b, order == "big"))
        else:
            out.append(int.from_bytes(b, order, signed=c in "bhilqn"))
    return tuple(out)


def unpack(format, buffer, /):
    items, size, order = _get(format)
    data = bytes(buffer)
    if len(data) != size:
        raise error(f"unpack requires a buffer of {size} bytes")
    return _read(items, order, data)


def unpack_from(format, /, buffer, offset=0):
    items, size, order = _get(format)
    data = bytes(buffer)
    if offset < 0:
        if offset + size > 0:
            raise error(f"not enough data to unpack {size} bytes at offset {offset}")
        if offset + len(data) < 0:
            raise error(f"offset {offset} out of range for {len(data)}-byte buffer")
        offset += len(data)
    if len(data) - offset < size:
        raise error(f"unpack_from requires a buffer of at least {size + offset} bytes for unpacking {size} bytes at offset {offset} "
                    f"(actual buffer size is {len(data)})")
    return _read(items, order, data[offset:offset + size])


def iter_unpack(format, buffer, /):
    items, size, order = _get(format)
    data = bytes(buffer)
    if not size:
        raise error("cannot iteratively unpack with a struct of length 0")
    if len(data) % size:
        raise error(f"iterative unpacking requires a buffer of a multiple of {size} bytes")
    return (_read(items, order, data[i:i + size]) for i in range(0, len(data), size))


class Struct:
    def __init__(self, format):
        self.format = format.decode() if isinstance(format, bytes) else format
        self.size = calcsize(format)

    def pack(self, *v):
        return pack(self.format, *v)

    def pack_into(self, buffer, offset, *v):
        return pack_into(self.format, buffer, offset, *v)

    def unpack(self, buffer):
        return unpack(self.format, buffer)

    def unpack_from(self, buffer, offset=0):
        return unpack_from(self.format, buffer, offset)

    def iter_unpack(self, buffer):
        return iter_unpack(self.format, buffer)

    def __repr__(self):
        return f"Struct({self.format!r})"
