"""Gzip files, in memory and for reading inside the project."""

import io
import struct
import time
import zlib
from builtins import open as _builtin_open

__all__ = ["BadGzipFile", "GzipFile", "open", "compress", "decompress"]

READ, WRITE = "rb", "wb"


class BadGzipFile(OSError):
    pass


def _header(mtime, level, name=b""):
    mark = b"\x02" if level == 9 else b"\x04" if level == 1 else b"\x00"
    return b"\x1f\x8b\x08" + (b"\x08" if name else b"\0") + struct.pack("<L", int(mtime) & 0xFFFFFFFF) + mark + b"\xff" + (name + b"\0" if name else b"")


def _member(data, mtime, level, name=b""):
    body = zlib.compress(data, level=level, wbits=-15)
    return _header(mtime, level, name) + body + struct.pack("<LL", zlib.crc32(data), len(data) & 0xFFFFFFFF)


def compress(data, compresslevel=9, *, mtime=0):
    if mtime is None:
        mtime = time.time()
    return _member(bytes(data), mtime, compresslevel)


def _members(data, from_file=False):
    out = []
    first = True
    while data:
        if data[:2] != b"\x1f\x8b":
            data = data.lstrip(b"\0") if not first else data
            if not data:
                break
            raise BadGzipFile(f"Not a gzipped file ({data[:2]!r})")
        if len(data) > 2 and data[2] != 8:
            raise BadGzipFile("Unknown compression method")
        first = False
        size = zlib._gzip_head(data)
        if size < 0:
            raise EOFError("Compressed file ended before the end-of-stream marker was reached")
        d = zlib.decompressobj(wbits=-15)
        part = d.decompress(data[size:])
        if not d.eof or len(d.unused_data) < 8:
            raise EOFError("Compressed file ended before the end-of-stream marker was reached")
        crc, length = struct.unpack("<LL", d.unused_data[:8])
        if crc != zlib.crc32(part):
            raise BadGzipFile(f"CRC check failed {hex(crc)} != {hex(zlib.crc32(part))}" if from_file else "CRC check failed")
        if length != len(part) & 0xFFFFFFFF:
            raise BadGzipFile("Incorrect length of data produced")
        out.append(part)
        data = d.unused_data[8:].lstrip(b"\0")
    return b"".join(out)


def decompress(data):
    return _members(bytes(data))


class GzipFile(io.BufferedIOBase):
    def __init__(self, filename=None, mode=None, compresslevel=9, fileobj=None, mtime=None):
        if mode and ("t" in mode or "U" in mode):
            raise ValueError(f"Invalid mode: {mode!r}")
        if mode and "b" not in mode:
            mode += "b"
        self._own = fileobj is None
        if fileobj is None:
            fileobj = _builtin_open(filename, mode or "rb")
        name = filename if filename is not None else getattr(fileobj, "name", "")
        self.name = name if isinstance(name, (str, bytes)) else ""
        mode = mode or getattr(fileobj, "mode", "rb")
        self.fileobj, self._mtime, self._level = fileobj, mtime, compresslevel
        if mode.startswith("r"):
            self.mode, self._buffer = READ, None
        elif mode.startswith(("w", "a", "x")):
            self.mode, self._buffer = WRITE, io.BytesIO()
        else:
            raise ValueError(f"Invalid mode: {mode!r}")
        self._closed = False

    def _data(self):
        if self._closed:
            raise ValueError("I/O operation on closed file")
        if self.mode != READ:
            raise OSError(9, "read() on write-only GzipFile object")
        if self._buffer is None:
            raw = self.fileobj.read()
            self._buffer = io.BytesIO(_members(raw, True))
            if len(raw) >= 8:
                self._mtime = struct.unpack("<L", raw[4:8])[0]
        return self._buffer

    @property
    def mtime(self):
        return self._mtime

    def read(self, size=-1):
        return self._data().read(size)

    def read1(self, size=-1):
        return self._data().read1(size)

    def peek(self, n):
        at = self._data().tell()
        out = self._buffer.read()
        self._buffer.seek(at)
        return out

    def readline(self, size=-1):
        return self._data().readline(size)

    def readinto(self, b):
        return self._data().readinto(b)

    def write(self, data):
        if self._closed:
            raise ValueError("write() on closed GzipFile object")
        if self.mode != WRITE:
            raise OSError(9, "write() on read-only GzipFile object")
        return self._buffer.write(data)

    def seek(self, offset, whence=0):
        return self._data().seek(offset, whence) if self.mode == READ else self._buffer.seek(offset, whence)

    def tell(self):
        return self._data().tell() if self.mode == READ else self._buffer.tell()

    def rewind(self):
        self._data().seek(0)

    def flush(self, zlib_mode=2):
        pass

    def fileno(self):
        return self.fileobj.fileno()

    def readable(self):
        return self.mode == READ

    def writable(self):
        return self.mode == WRITE

    def seekable(self):
        return True

    @property
    def closed(self):
        return self._closed

    def close(self):
        if self._closed:
            return
        self._closed = True
        if self.mode == WRITE:
            name = self.name.encode("latin-1", "ignore") if isinstance(self.name, str) else self.name
            name = name.rsplit(b"/", 1)[-1].removesuffix(b".gz")
            self.fileobj.write(_member(self._buffer.getvalue(), time.time() if self._mtime is None else self._mtime, self._level, name))
        if self._own:
            self.fileobj.close()

    def __enter__(self):
        if self._closed:
            raise ValueError("I/O operation on closed file.")
        return self

    def __exit__(self, *args):
        self.close()

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def __repr__(self):
        return f"<gzip {self.fileobj!r} {id(self):#x}>"


def open(filename, mode="rb", compresslevel=9, encoding=None, errors=None, newline=None):
    if "t" in mode:
        if "b" in mode:
            raise ValueError(f"Invalid mode: {mode!r}")
    else:
        for name, value in (("encoding", encoding), ("errors", errors), ("newline", newline)):
            if value is not None:
                raise ValueError(f"Argument {name!r} not supported in binary mode")
    binary_mode = mode.replace("t", "")
    if isinstance(filename, (str, bytes)) or hasattr(filename, "__fspath__"):
        f = GzipFile(filename, binary_mode, compresslevel)
    elif hasattr(filename, "read") or hasattr(filename, "write"):
        f = GzipFile(None, binary_mode, compresslevel, filename)
    else:
        raise TypeError("filename must be a str or bytes object, or a file")
    return io.TextIOWrapper(f, encoding or "utf-8", errors, newline) if "t" in mode else f
