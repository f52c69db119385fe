"""In-memory streams; files can only be read."""

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
DEFAULT_BUFFER_SIZE = 131072


class UnsupportedOperation(OSError, ValueError):
    pass


class IOBase:
    _closed = False

    @property
    def closed(self):
        return self._closed

    def close(self):
        self._closed = True

    def _check(self):
        if self._closed:
            raise ValueError("I/O operation on closed file.")

    _checkClosed = _check

    def flush(self):
        self._check()

    def fileno(self):
        raise UnsupportedOperation("fileno")

    def isatty(self):
        self._check()
        return False

    def readable(self):
        return False

    def writable(self):
        return False

    def seekable(self):
        return False

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *args):
        self.close()

    def __iter__(self):
        self._check()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, hint=-1):
        if hint is None or hint <= 0:
            return list(self)
        out, n = [], 0
        for line in self:
            out.append(line)
            n += len(line)
            if n >= hint:
                break
        return out

    def writelines(self, lines):
        for line in lines:
            self.write(line)


class RawIOBase(IOBase):
    pass


class BufferedIOBase(IOBase):
    pass


class TextIOBase(IOBase):
    encoding = errors = newlines = None


class StringIO(TextIOBase):
    def __init__(self, initial_value="", newline="\n"):
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f"initial_value must be str or None, not {type(initial_value).__name__}")
        if newline not in (None, "", "\n", "\r", "\r\n"):
            raise ValueError(f"illegal newline value: {newline!r}")
        self._newline = newline
        self._text = ""
        self._pos = 0
        if initial_value:
            self.write(initial_value)
            self._pos = 0

    line_buffering = False

    @property
    def _text(self):
        """The whole text; what was written at its end is joined when somebody looks."""
        if self._added:
            self._joined += "".join(self._added)
            self._added = []
        return self._joined

    @_text.setter
    def _text(self, text):
        self._joined, self._added, self._size = text, [], len(text)

    def _translate(self, s):
        if self._newline is None:
            s = s.replace("\r\n", "\n").replace("\r", "\n")
        elif self._newline in ("\r", "\r\n"):
            s = s.replace("\n", self._newline)
        return s

    def _check(self):
        if self._closed:
            raise ValueError("I/O operation on closed file")

    def getvalue(self):
        self._check()
        return self._text

    def readable(self):
        self._check()
        return True

    writable = seekable = readable

    def read(self, size=-1, /):
        self._check()
        pos, text = self._pos, self._text if self._added else self._joined
        found = text[pos:] if size is None or size < 0 else text[pos:pos + size]
        self._pos = pos + len(found)
        return found

    def readline(self, size=-1, /):
        self._check()
        text, pos = self._text, self._pos
        if pos >= len(text):
            return ""
        if self._newline == "":
            ends = [i + n for i, n in ((text.find("\r\n", pos), 2), (text.find("\n", pos), 1), (text.find("\r", pos), 1)) if i >= 0]
            end = min(ends) if ends else len(text)
            if text[end - 1:end + 1] == "\r\n":
                end += 1
        else:
            mark = self._newline or "\n"
            i = text.find(mark, pos)
            end = len(text) if i < 0 else i + len(mark)
        if size is not None and size >= 0:
            end = min(end, pos + size)
        self._pos = end
        return text[pos:end]

    def write(self, s, /):
        self._check()
        if not isinstance(s, str):
            raise TypeError(f"string argument expected, got {type(s).__name__!r}")
        n = len(s)
        s = self._translate(s)
        pos = self._pos
        if pos == self._size:
            self._added.append(s)
            self._size += len(s)
        else:
            text = self._text
            if pos > len(text):
                text += "\0" * (pos - len(text))
            self._text = text[:pos] + s + text[pos + len(s):]
        self._pos = pos + len(s)
        return n

    def seek(self, pos, whence=0, /):
        self._check()
        if whence not in (0, 1, 2):
            raise ValueError(f"Invalid whence ({whence}, should be 0, 1 or 2)")
        if whence == 0 and pos < 0:
            raise ValueError(f"Negative seek position {pos}")
        if whence and pos:
            raise OSError("Can't do nonzero cur-relative seeks")
        self._pos = pos if whence == 0 else self._pos if whence == 1 else len(self._text)
        return self._pos

    def tell(self):
        self._check()
        return self._pos

    def truncate(self, pos=None, /):
        self._check()
        pos = self._pos if pos is None else pos
        if pos < 0:
            raise ValueError(f"Negative size value {pos}")
        self._text = self._text[:pos]
        return pos


class BytesIO(BufferedIOBase):
    def __init__(self, initial_bytes=b""):
        self._data = bytearray(initial_bytes or b"")
        self._pos = 0

    def getvalue(self):
        self._check()
        return bytes(self._data)

    def getbuffer(self):
        self._check()
        return memoryview(self._data)

    def readable(self):
        self._check()
        return True

    writable = seekable = readable

    def read(self, size=-1, /):
        self._check()
        if size is None or size < 0:
            size = len(self._data)
        b = bytes(self._data[self._pos:self._pos + size])
        self._pos += len(b)
        return b

    read1 = read

    def readinto(self, buffer, /):
        data = self.read(len(buffer))
        buffer[:len(data)] = data
        return len(data)

    def readline(self, size=-1, /):
        self._check()
        i = self._data.find(b"\n", self._pos)
        end = len(self._data) if i < 0 else i + 1
        if size is not None and size >= 0:
            end = min(end, self._pos + size)
        b = bytes(self._data[self._pos:end])
        self._pos = max(end, self._pos)
        return b

    def write(self, b, /):
        self._check()
        if isinstance(b, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        b = bytes(b)
        if self._pos > len(self._data):
            self._data.extend(b"\0" * (self._pos - len(self._data)))
        if self._pos == len(self._data):
            self._data.extend(b)
        else:
            self._data[self._pos:self._pos + len(b)] = b
        self._pos += len(b)
        return len(b)

    def seek(self, pos, whence=0, /):
        self._check()
        if whence == 0:
            if pos < 0:
                raise ValueError(f"negative seek value {pos}")
            self._pos = pos
        elif whence in (1, 2):
            self._pos = max(0, (self._pos if whence == 1 else len(self._data)) + pos)
        else:
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        return self._pos

    def tell(self):
        self._check()
        return self._pos

    def truncate(self, size=None, /):
        self._check()
        size = self._pos if size is None else size
        if size < 0:
            raise ValueError(f"negative size value {size}")
        del self._data[size:]
        return size


class BufferedReader(BytesIO):
    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        super().__init__(raw.read())
        self.raw = raw


BufferedWriter = BufferedRandom = BufferedReader


class FileIO(RawIOBase):
    def __init__(self, *args, **kwargs):
        raise PermissionError("io.FileIO: the sandbox opens files for reading only, through open()")


class TextIOWrapper(TextIOBase):
    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        self.buffer = buffer
        self.encoding = encoding or "utf-8"
        self.errors = errors or "strict"
        self._newline = newline
        self._reader = None

    name = property(lambda self: self.buffer.name)
    mode = "r"

    def _text(self):
        if self._reader is None:
            text = self.buffer.read().decode(self.encoding, self.errors)
            if self._newline is None:
                text = text.replace("\r\n", "\n").replace("\r", "\n")
            self._reader = StringIO(text, newline="" if self._newline == "" else "\n")
        return self._reader

    def readable(self):
        return True

    def writable(self):
        return self.buffer.writable()

    def seekable(self):
        return self.buffer.seekable()

    def read(self, size=-1, /):
        self._check()
        return self._text().read(size)

    def readline(self, size=-1, /):
        self._check()
        return self._text().readline(size)

    def write(self, s, /):
        self._check()
        if not isinstance(s, str):
            raise TypeError(f"write() argument must be str, not {type(s).__name__}")
        self.buffer.write((s if self._newline == "" else s).encode(self.encoding, self.errors))
        return len(s)

    def seek(self, pos, whence=0, /):
        self._check()
        self._reader = None
        return self.buffer.seek(pos, whence)

    def tell(self):
        return self._text().tell() if self._reader else self.buffer.tell()

    def flush(self):
        self._check()
        self.buffer.flush()

    def close(self):
        self.buffer.close()
        self._closed = True

    def detach(self):
        return self.buffer


class _Written(BytesIO):
    """A file that is stored when it is flushed or closed."""

    def __init__(self, name, mode, data=b""):
        super().__init__(data)
        self.name, self.mode, self._pos = name, mode, len(data)
        self.flush()

    def readable(self):
        return "+" in self.mode

    def flush(self):
        import _io
        if not self.closed:
            _io.write_file(self.name, bytes(self._data))

    def close(self):
        self.flush()
        super().close()


def _open_to_write(file, mode, encoding, errors, newline):
    import _io
    kinds = [c for c in mode if c in "rwax"]
    if len(kinds) != 1 or set(mode) - set("waxbt+") or "b" in mode and "t" in mode:
        raise ValueError(f"invalid mode: {mode!r}")
    there = _io.stat(file) is not None
    if "x" in mode and there:
        raise FileExistsError(17, "File exists", file)
    data = _io.read_file(file) if "a" in mode and there else b""
    raw = _Written(file, mode, data)
    return raw if "b" in mode else TextIOWrapper(raw, encoding, errors, newline)


def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    import _io
    if not isinstance(mode, str):
        raise TypeError(f"open() argument 'mode' must be str, not {type(mode).__name__}")
    if hasattr(file, "__fspath__"):
        file = file.__fspath__()
    if isinstance(file, int):
        raise PermissionError("open: the sandbox has no file descriptors")
    if isinstance(file, bytes):
        file = file.decode()
    if not isinstance(file, str):
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(file).__name__}")
    if any(c in mode for c in "wax"):
        return _open_to_write(file, mode, encoding, errors, newline)
    if "+" in mode:
        raise PermissionError(13, "the sandbox does not write files", file)
    if set(mode) - set("rbt") or "b" in mode and "t" in mode or "r" not in mode:
        raise ValueError(f"invalid mode: {mode!r}")
    raw = BytesIO(_io.read_file(file))
    raw.name, raw.mode = file, "rb"
    raw.writable = lambda: False
    if "b" in mode:
        if encoding is not None:
            raise ValueError("binary mode doesn't take an encoding argument")
        return raw
    return TextIOWrapper(raw, encoding, errors, newline)


def text_encoding(encoding, stacklevel=2):
    return encoding or "utf-8"


open_code = open
BlockingIOError = BlockingIOError
