"""Deflate compression. What is compressed has not the bytes of the C library's zlib, but gives back the same data."""

import _zlib

MAX_WBITS, DEFLATED, DEF_MEM_LEVEL, DEF_BUF_SIZE = 15, 8, 8, 16384
Z_NO_COMPRESSION, Z_BEST_SPEED, Z_BEST_COMPRESSION, Z_DEFAULT_COMPRESSION = 0, 1, 9, -1
Z_DEFAULT_STRATEGY, Z_FILTERED, Z_HUFFMAN_ONLY, Z_RLE, Z_FIXED = 0, 1, 2, 3, 4
Z_NO_FLUSH, Z_PARTIAL_FLUSH, Z_SYNC_FLUSH, Z_FULL_FLUSH, Z_FINISH, Z_BLOCK, Z_TREES = 0, 1, 2, 3, 4, 5, 6
ZLIB_VERSION = ZLIB_RUNTIME_VERSION = "1.3.1"


class error(Exception):
    pass


def _bytes_of(data):
    if isinstance(data, bytes):
        return data
    try:
        return bytes(memoryview(data))
    except TypeError:
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'") from None


def crc32(data, value=0, /):
    return _zlib.crc32(_bytes_of(data), value & 0xFFFFFFFF)


def adler32(data, value=1, /):
    return _zlib.adler32(_bytes_of(data), value & 0xFFFFFFFF)


def _check_level(level):
    if not -1 <= level <= 9:
        raise error("Bad compression level")


def _wrap(data, level, wbits, zdict):
    raw = _zlib.deflate(data, level, zdict)
    if 8 <= wbits <= 15:
        strength = 0 if level in (0, 1) else 1 if 2 <= level <= 5 else 2 if level in (-1, 6) else 3
        head = 0x7800 - (15 - wbits) * 0x1000 | strength << 6 | (0x20 if zdict else 0)
        head += 31 - head % 31
        middle = adler32(zdict).to_bytes(4) if zdict else b""
        return head.to_bytes(2) + middle + raw + adler32(data).to_bytes(4)
    if -15 <= wbits <= -8:
        return raw
    if 24 <= wbits <= 31:
        mark = b"\x02" if level == 9 else b"\x04" if level == 1 else b"\x00"
        return b"\x1f\x8b\x08\0\0\0\0\0" + mark + b"\x03" + raw + crc32(data).to_bytes(4, "little") + (len(data) & 0xFFFFFFFF).to_bytes(4, "little")
    raise ValueError("Invalid initialization option")


def compress(data, /, level=-1, wbits=15):
    data = _bytes_of(data)
    _check_level(level)
    return _wrap(data, level, wbits, b"")


def _gzip_head(data):
    """The length of a gzip header; -1 if it is not complete."""
    if len(data) < 10:
        return -1
    flags, at = data[3], 10
    if flags & 4:
        if len(data) < at + 2:
            return -1
        at += 2 + int.from_bytes(data[at:at + 2], "little")
    for bit in (8, 16):
        if flags & bit:
            end = data.find(b"\0", at)
            if end < 0:
                return -1
            at = end + 1
    if flags & 2:
        at += 2
    return at if at <= len(data) else -1


def _check_window(wbits):
    if not (wbits == 0 or -15 <= wbits <= -8 or 8 <= wbits <= 15 or 24 <= wbits <= 31 or 40 <= wbits <= 47):
        raise ValueError("Invalid initialization option")


def _head(data, wbits, zdict):
    """(kind, length of the header), kind None if there is not enough."""
    _check_window(wbits)
    if wbits < 0:
        return "raw", 0
    gzip = wbits >= 40 and data[:2] == b"\x1f\x8b" or 24 <= wbits <= 31
    if len(data) < 2:
        return None, 0
    if gzip:
        if data[:2] != b"\x1f\x8b":
            raise error("Error -3 while decompressing data: incorrect header check")
        size = _gzip_head(data)
        return (None, 0) if size < 0 else ("gzip", size)
    if int.from_bytes(data[:2]) % 31:
        raise error("Error -3 while decompressing data: incorrect header check")
    if data[0] & 15 != 8:
        raise error("Error -3 while decompressing data: unknown compression method")
    if data[0] >> 4 > 7 or wbits and (data[0] >> 4) + 8 > (wbits - 32 if wbits >= 40 else wbits):
        raise error("Error -3 while decompressing data: invalid window size")
    if data[1] & 0x20:
        if len(data) < 6:
            return None, 0
        if not zdict:
            raise error("Error 2 while decompressing data")
        if int.from_bytes(data[2:6]) != adler32(zdict):
            raise error("Error -3 while setting zdict: invalid input data")
        return "zlib", 6
    return "zlib", 2


def _unpack(data, wbits, zdict, limit):
    """(output, rest after the end or None where there is no end yet)."""
    kind, start = _head(data, wbits, zdict)
    if kind is None:
        return b"", None
    out, used, how = _zlib.inflate(data[start:], zdict, limit)
    if how == "bad":
        raise error("Error -3 while decompressing data: " + _fault(data[start:]))
    if how != "end":
        return out, None
    at = start + used
    if kind == "raw":
        return out, data[at:]
    need = 4 if kind == "zlib" else 8
    if len(data) < at + need:
        return out, None
    if kind == "zlib":
        good = int.from_bytes(data[at:at + 4]) == adler32(out)
    else:
        good = int.from_bytes(data[at:at + 4], "little") == crc32(out)
    if not good:
        raise error("Error -3 while decompressing data: incorrect data check")
    if kind == "gzip" and int.from_bytes(data[at + 4:at + 8], "little") != len(out) & 0xFFFFFFFF:
        raise error("Error -3 while decompressing data: incorrect length check")
    return out, data[at + need:]


def _fault(raw):
    first = raw[0] >> 1 & 3 if raw else 0
    return ("invalid stored block lengths", "invalid distance too far back", "invalid code lengths set", "invalid block type")[first]


def decompress(data, /, wbits=15, bufsize=DEF_BUF_SIZE):
    out, rest = _unpack(_bytes_of(data), wbits, b"", -1)
    if rest is None:
        raise error("Error -5 while decompressing data: incomplete or truncated stream")
    return out


class _Compress:
    def __init__(self, level, wbits, zdict):
        self._level, self._wbits, self._zdict, self._parts, self._done = level, wbits, zdict, [], False

    def compress(self, data, /):
        self._parts.append(_bytes_of(data))
        return b""

    def flush(self, mode=Z_FINISH, /):
        if mode == Z_NO_FLUSH or self._done:
            return b""
        if mode != Z_FINISH:
            raise error("zlib: only Z_FINISH ends a stream here")
        self._done = True
        return _wrap(b"".join(self._parts), self._level, self._wbits, self._zdict)

    def copy(self):
        new = _Compress(self._level, self._wbits, self._zdict)
        new._parts = list(self._parts)
        return new

    __copy__ = copy


class _Decompress:
    def __init__(self, wbits, zdict):
        self._wbits, self._zdict, self._data, self._given = wbits, zdict, b"", 0
        self.unused_data = self.unconsumed_tail = b""
        self.eof = False

    def decompress(self, data, /, max_length=0):
        if max_length < 0:
            raise ValueError("max_length must be non-negative")
        data = _bytes_of(data)
        if self.eof:
            self.unused_data += data
            return b""
        if data != self.unconsumed_tail or not self.unconsumed_tail:
            self._data += data
        out, rest = _unpack(self._data, self._wbits, self._zdict, self._given + max_length if max_length else -1)
        out = out[self._given:]
        self._given += len(out)
        self.unconsumed_tail = b""
        if rest is None:
            if max_length and len(out) == max_length:
                whole, end = _unpack(self._data, self._wbits, self._zdict, -1)
                if len(whole) > self._given:
                    self.unconsumed_tail = self._data[-max(1, len(data) // 2):]
                    return out
                rest = end
            if rest is None:
                return out
        self.eof, self.unused_data = True, rest
        return out

    def flush(self, length=DEF_BUF_SIZE, /):
        if length <= 0:
            raise ValueError("length must be greater than zero")
        if self.eof:
            return b""
        out, rest = _unpack(self._data, self._wbits, self._zdict, -1)
        out = out[self._given:]
        self._given += len(out)
        self.unconsumed_tail = b""
        if rest is not None:
            self.eof, self.unused_data = True, rest
        return out

    def copy(self):
        new = _Decompress(self._wbits, self._zdict)
        new.__dict__.update(self.__dict__)
        return new

    __copy__ = copy


def compressobj(level=-1, method=DEFLATED, wbits=MAX_WBITS, memLevel=DEF_MEM_LEVEL, strategy=Z_DEFAULT_STRATEGY, zdict=b""):
    if not -1 <= level <= 9 or method != DEFLATED:
        raise ValueError("Invalid initialization option")
    return _Compress(level, wbits, _bytes_of(zdict))


def decompressobj(wbits=MAX_WBITS, zdict=b""):
    _check_window(wbits)
    return _Decompress(wbits, _bytes_of(zdict))
