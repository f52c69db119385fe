"""Encodings by name, error handlers, and codecs that work piece by piece."""

import _codecs

__all__ = ['register', 'lookup', 'open', 'EncodedFile', 'BOM', 'BOM_BE', 'BOM_LE', 'BOM32_BE', 'BOM32_LE', 'BOM64_BE', 'BOM64_LE',
           'BOM_UTF8', 'BOM_UTF16', 'BOM_UTF16_LE', 'BOM_UTF16_BE', 'BOM_UTF32', 'BOM_UTF32_LE', 'BOM_UTF32_BE', 'CodecInfo', 'Codec',
           'IncrementalEncoder', 'IncrementalDecoder', 'StreamReader', 'StreamWriter', 'StreamReaderWriter', 'StreamRecoder',
           'getencoder', 'getdecoder', 'getincrementalencoder', 'getincrementaldecoder', 'getreader', 'getwriter', 'encode', 'decode',
           'iterencode', 'iterdecode', 'strict_errors', 'ignore_errors', 'replace_errors', 'xmlcharrefreplace_errors',
           'backslashreplace_errors', 'namereplace_errors', 'register_error', 'lookup_error']

BOM_UTF8 = b'\xef\xbb\xbf'
BOM_LE = BOM_UTF16_LE = BOM_UTF16 = BOM = b'\xff\xfe'
BOM_BE = BOM_UTF16_BE = b'\xfe\xff'
BOM_UTF32 = BOM_UTF32_LE = b'\xff\xfe\x00\x00'
BOM_UTF32_BE = b'\x00\x00\xfe\xff'
BOM32_LE, BOM32_BE, BOM64_LE, BOM64_BE = BOM_UTF16_LE, BOM_UTF16_BE, BOM_UTF32_LE, BOM_UTF32_BE


class CodecInfo(tuple):
    _is_text_encoding = True

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None, incrementaldecoder=None, name=None,
                *, _is_text_encoding=None):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name = name
        self.encode, self.decode = encode, decode
        self.incrementalencoder, self.incrementaldecoder = incrementalencoder, incrementaldecoder
        self.streamwriter, self.streamreader = streamwriter, streamreader
        if _is_text_encoding is not None:
            self._is_text_encoding = _is_text_encoding
        return self

    def __repr__(self):
        return '<%s.%s object for encoding %s at %#x>' % (self.__class__.__module__, self.__class__.__qualname__, self.name, id(self))

    def __getnewargs__(self):
        return tuple(self)


class Codec:
    def encode(self, input, errors='strict'):
        raise NotImplementedError

    def decode(self, input, errors='strict'):
        raise NotImplementedError


class IncrementalEncoder:
    def __init__(self, errors='strict'):
        self.errors = errors
        self.buffer = ''

    def encode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return 0

    def setstate(self, state):
        pass


class BufferedIncrementalEncoder(IncrementalEncoder):
    def __init__(self, errors='strict'):
        super().__init__(errors)
        self.buffer = ''

    def _buffer_encode(self, input, errors, final):
        raise NotImplementedError

    def encode(self, input, final=False):
        data = self.buffer + input
        result, consumed = self._buffer_encode(data, self.errors, final)
        self.buffer = data[consumed:]
        return result

    def reset(self):
        super().reset()
        self.buffer = ''

    def getstate(self):
        return self.buffer or 0

    def setstate(self, state):
        self.buffer = state or ''


class IncrementalDecoder:
    def __init__(self, errors='strict'):
        self.errors = errors

    def decode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return b'', 0

    def setstate(self, state):
        pass


class BufferedIncrementalDecoder(IncrementalDecoder):
    def __init__(self, errors='strict'):
        super().__init__(errors)
        self.buffer = b''

    def _buffer_decode(self, input, errors, final):
        raise NotImplementedError

    def decode(self, input, final=False):
        data = self.buffer + input
        result, consumed = self._buffer_decode(data, self.errors, final)
        self.buffer = data[consumed:]
        return result

    def reset(self):
        super().reset()
        self.buffer = b''

    def getstate(self):
        return self.buffer, 0

    def setstate(self, state):
        self.buffer = state[0]


class StreamWriter(Codec):
    def __init__(self, stream, errors='strict'):
        self.stream = stream
        self.errors = errors

    def write(self, object):
        self.stream.write(self.encode(object, self.errors)[0])

    def writelines(self, list):
        self.write(''.join(list))

    def reset(self):
        pass

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        if whence == 0 and offset == 0:
            self.reset()

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()


class StreamReader(Codec):
    charbuffertype = str

    def __init__(self, stream, errors='strict'):
        self.stream = stream
        self.errors = errors
        self.reset()

    def decode(self, input, errors='strict'):
        raise NotImplementedError

    def _fill(self):
        if not self._whole:
            self._whole = True
            data = self.stream.read()
            self._text += self.decode(data, self.errors)[0]

    def read(self, size=-1, chars=-1, firstline=False):
        self._fill()
        n = chars if chars >= 0 else size if size >= 0 else len(self._text)
        out, self._text = self._text[:n], self._text[n:]
        return out

    def readline(self, size=None, keepends=True):
        self._fill()
        lines = self._text.splitlines(True)
        line = lines[0] if lines else ''
        self._text = self._text[len(line):]
        return line if keepends else line.splitlines()[0] if line else ''

    def readlines(self, sizehint=None, keepends=True):
        return self.read().splitlines(keepends)

    def reset(self):
        self._text, self._whole = '', False

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reset()

    def __next__(self):
        line = self.readline()
        if line:
            return line
        raise StopIteration

    def __iter__(self):
        return self

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()


class StreamReaderWriter:
    encoding = 'unknown'

    def __init__(self, stream, Reader, Writer, errors='strict'):
        self.stream = stream
        self.reader = Reader(stream, errors)
        self.writer = Writer(stream, errors)
        self.errors = errors

    def read(self, size=-1):
        return self.reader.read(size)

    def readline(self, size=None, keepends=True):
        return self.reader.readline(size, keepends)

    def readlines(self, sizehint=None):
        return self.reader.readlines(sizehint)

    def write(self, data):
        return self.writer.write(data)

    def writelines(self, list):
        return self.writer.writelines(list)

    def reset(self):
        self.reader.reset()
        self.writer.reset()

    def __next__(self):
        return next(self.reader)

    def __iter__(self):
        return self

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()


class StreamRecoder:
    data_encode = 'unknown'
    file_encoding = 'unknown'

    def __init__(self, stream, encode, decode, Reader, Writer, errors='strict'):
        self.stream, self.encode, self.decode = stream, encode, decode
        self.reader, self.writer = Reader(stream, errors), Writer(stream, errors)
        self.errors = errors

    def read(self, size=-1):
        return self.encode(self.reader.read(size), self.errors)[0]

    def readline(self, size=None):
        return self.encode(self.reader.readline(size), self.errors)[0]

    def write(self, data):
        return self.writer.write(self.decode(data, self.errors)[0])

    def __getattr__(self, name):
        return getattr(self.stream, name)


# Error handlers

def _place(exc):
    return exc.object[exc.start:exc.end]


def strict_errors(exception):
    if isinstance(exception, Exception):
        raise exception
    raise TypeError('codec must pass exception instance')


def _unknown(exc):
    raise TypeError(f"don't know how to handle {type(exc).__name__} in error callback")


def ignore_errors(exception):
    if not isinstance(exception, UnicodeError):
        _unknown(exception)
    return '', exception.end


def replace_errors(exception):
    if isinstance(exception, UnicodeEncodeError):
        return '?' * (exception.end - exception.start), exception.end
    if isinstance(exception, UnicodeDecodeError):
        return '\ufffd', exception.end
    if isinstance(exception, UnicodeTranslateError):
        return '\ufffd' * (exception.end - exception.start), exception.end
    _unknown(exception)


def xmlcharrefreplace_errors(exception):
    if not isinstance(exception, UnicodeEncodeError):
        _unknown(exception)
    return ''.join(f'&#{ord(c)};' for c in _place(exception)), exception.end


def _backslash(c):
    n = ord(c)
    return f'\\x{n:02x}' if n < 256 else f'\\u{n:04x}' if n < 65536 else f'\\U{n:08x}'


def backslashreplace_errors(exception):
    if isinstance(exception, UnicodeDecodeError):
        return ''.join(f'\\x{b:02x}' for b in _place(exception)), exception.end
    if not isinstance(exception, UnicodeError):
        _unknown(exception)
    return ''.join(map(_backslash, _place(exception))), exception.end


def namereplace_errors(exception):
    import unicodedata
    if not isinstance(exception, UnicodeEncodeError):
        _unknown(exception)
    names = ((c, unicodedata.name(c, None)) for c in _place(exception))
    return ''.join('\\N{' + n + '}' if n else _backslash(c) for c, n in names), exception.end


_handlers = {'strict': strict_errors, 'ignore': ignore_errors, 'replace': replace_errors, 'xmlcharrefreplace': xmlcharrefreplace_errors,
             'backslashreplace': backslashreplace_errors, 'namereplace': namereplace_errors}


def register_error(name, handler, /):
    """Make handler known to errors=name."""
    if not isinstance(name, str):
        raise TypeError(f'register_error() argument 1 must be str, not {type(name).__name__}')
    if not callable(handler):
        raise TypeError('handler must be callable')
    _handlers[name] = handler
    _codecs.register_error(name, handler)


def lookup_error(name, /):
    """The handler of errors=name."""
    if name in ('surrogatepass', 'surrogateescape') and name not in _handlers:
        def handler(exception):
            if isinstance(exception, UnicodeEncodeError):
                return _place(exception).encode('utf-8', name), exception.end
            return _place(exception).decode('utf-8', name), exception.end
        handler.__name__ = name
        return handler
    try:
        return _handlers[name]
    except KeyError:
        raise LookupError(f"unknown error handler name '{name}'") from None


# The registry

_search = []
_found = {}


def register(search_function, /):
    """Add a function that finds codecs by name."""
    if not callable(search_function):
        raise TypeError('argument must be callable')
    _search.append(search_function)


def unregister(search_function, /):
    """Take a search function out again."""
    if search_function in _search:
        _search.remove(search_function)
        _found.clear()


def _complete(name, data, errors):
    """How many bytes of data are whole characters."""
    if name.startswith('utf-8'):
        for back in range(1, min(4, len(data) + 1)):
            b = data[-back]
            if b < 0x80:
                break
            if b >= 0xc0:
                need = 2 if b < 0xe0 else 3 if b < 0xf0 else 4
                return len(data) - back if need > back and b <= 0xf4 else len(data)
        return len(data)
    if name.startswith('utf-16'):
        n = len(data) // 2 * 2
        if n >= 2:
            high = data[n - 2] if name.endswith('be') else data[n - 1]
            if 0xd8 <= high <= 0xdb:
                n -= 2
        return n
    if name.startswith('utf-32'):
        return len(data) // 4 * 4
    return len(data)


def _text_codec(name):
    def encode(input, errors='strict'):
        if not isinstance(input, str):
            raise TypeError(f'{label}_encode() argument 1 must be str, not {type(input).__name__}')
        return input.encode(name, errors or 'strict'), len(input)

    def decode(input, errors='strict'):
        if isinstance(input, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        return bytes(input).decode(name, errors or 'strict'), len(input)

    label = name.replace('-', '_')
    encode.__name__ = encode.__qualname__ = label + '_encode'
    decode.__name__ = decode.__qualname__ = label + '_decode'

    class Incremental(IncrementalEncoder):
        started = False

        def encode(self, input, final=False):
            out = input.encode(name, self.errors)
            if name in ('utf-16', 'utf-32', 'utf-8-sig'):
                if self.started:
                    out = out[len(''.encode(name)):]
                elif not input:
                    return b''
                self.started = True
            return out

        def reset(self):
            self.started = False

    class Decoder(BufferedIncrementalDecoder):
        order = None

        def _buffer_decode(self, input, errors, final):
            use = name
            if name == 'utf-8-sig' and self.order is None:
                if len(input) < 3 and BOM_UTF8.startswith(input) and not final:
                    return '', 0
                self.order = 'utf-8'
                out, n = self._buffer_decode(input[3:] if input.startswith(BOM_UTF8) else input, errors, final)
                return out, n + (3 if input.startswith(BOM_UTF8) else 0)
            if name in ('utf-16', 'utf-32') and self.order is None:
                size = 2 if name == 'utf-16' else 4
                if len(input) < size and not final:
                    return '', 0
                big = input.startswith(BOM_UTF16_BE if size == 2 else BOM_UTF32_BE)
                marked = big or input.startswith(BOM_UTF16_LE if size == 2 else BOM_UTF32_LE)
                self.order = name + ('-be' if big else '-le')
                out, n = self._buffer_decode(input[size:] if marked else input, errors, final)
                return out, n + (size if marked else 0)
            if self.order:
                use = self.order
            n = len(input) if final else _complete(use, input, errors)
            return input[:n].decode(use, errors), n

        def reset(self):
            super().reset()
            self.order = None

    class Reader(StreamReader):
        def decode(self, input, errors='strict'):
            return decode(input, errors)

    class Writer(StreamWriter):
        def encode(self, input, errors='strict'):
            return encode(input, errors)

    for cls, real in ((Incremental, 'IncrementalEncoder'), (Decoder, 'IncrementalDecoder'), (Reader, 'StreamReader'), (Writer, 'StreamWriter')):
        cls.__name__ = cls.__qualname__ = real
        cls.__module__ = 'encodings.' + label
    return CodecInfo(encode, decode, Reader, Writer, Incremental, Decoder, name=_registry_names.get(name, name))


_registry_names = {'latin-1': 'iso8859-1', 'unicode_escape': 'unicode-escape', 'raw_unicode_escape': 'raw-unicode-escape'}


def _byte_codec(name, to, back):
    def encode(input, errors='strict'):
        return to(input), len(input)

    def decode(input, errors='strict'):
        return back(input), len(input)

    class Incremental(IncrementalEncoder):
        def encode(self, input, final=False):
            return to(input)

    class Decoder(IncrementalDecoder):
        def decode(self, input, final=False):
            return back(input)

    return CodecInfo(encode, decode, None, None, Incremental, Decoder, name=name, _is_text_encoding=False)


def _rot13(text):
    small, large = 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
    return text.translate(str.maketrans(small + large, small[13:] + small[:13] + large[13:] + large[:13]))


def _special(name):
    import binascii
    match name:
        case 'rot13' | 'rot_13':
            return _byte_codec('rot-13', _rot13, _rot13)
        case 'hex' | 'hex_codec':
            return _byte_codec('hex', binascii.b2a_hex, binascii.a2b_hex)
        case 'base64' | 'base_64' | 'base64_codec':
            import base64
            return _byte_codec('base64', base64.encodebytes, base64.decodebytes)
    return None


def lookup(encoding, /):
    """The CodecInfo of an encoding."""
    name = _codecs.name(encoding)
    key = name or '_'.join(encoding.lower().replace('-', ' ').split())
    if key in _found:
        return _found[key]
    info = _text_codec(name) if name else _special(key)
    if info is None:
        for search in _search:
            info = search(key)
            if info is not None:
                if not isinstance(info, tuple) or len(info) != 4:
                    raise TypeError('codec search functions must return 4-tuples')
                break
        else:
            raise LookupError(f'unknown encoding: {encoding}')
    _found[key] = info
    return info


def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode


def _part(encoding, name):
    part = getattr(lookup(encoding), name)
    if part is None:
        raise LookupError(encoding)
    return part


def getincrementalencoder(encoding):
    return _part(encoding, 'incrementalencoder')


def getincrementaldecoder(encoding):
    return _part(encoding, 'incrementaldecoder')


def getreader(encoding):
    return lookup(encoding).streamreader


def getwriter(encoding):
    return lookup(encoding).streamwriter


def encode(obj, encoding='utf-8', errors='strict'):
    """Encode obj with any codec, text or not."""
    return lookup(encoding).encode(obj, errors)[0]


def decode(obj, encoding='utf-8', errors='strict'):
    """Decode obj with any codec, text or not."""
    return lookup(encoding).decode(obj, errors)[0]


def iterencode(iterator, encoding, errors='strict', **kwargs):
    encoder = getincrementalencoder(encoding)(errors, **kwargs)
    for piece in iterator:
        if out := encoder.encode(piece):
            yield out
    if out := encoder.encode('', True):
        yield out


def iterdecode(iterator, encoding, errors='strict', **kwargs):
    decoder = getincrementaldecoder(encoding)(errors, **kwargs)
    for piece in iterator:
        if out := decoder.decode(piece):
            yield out
    if out := decoder.decode(b'', True):
        yield out


def make_identity_dict(rng):
    return {i: i for i in rng}


def make_encoding_map(decoding_map):
    out = {}
    for key, value in decoding_map.items():
        out[value] = key if value not in out else None
    return out


def escape_decode(data, errors='strict', /):
    """The bytes that the inside of a bytes literal stands for."""
    if isinstance(data, str):
        data = data.encode()
    import ast
    body = bytes(data).decode('latin-1').replace('"', '\\x22').replace('\n', '\\n').replace('\r', '\\r')
    return ast.literal_eval('b"' + body + '"'), len(data)


def escape_encode(data, errors='strict', /):
    """The inside of a bytes literal, as bytes."""
    text = repr(bytes(data))
    body = text[2:-1]
    return (body.replace("'", "\\'") if text[1] == '"' else body).encode('ascii'), len(data)


def utf_8_encode(str, errors=None, /):
    return str.encode('utf-8', errors or 'strict'), len(str)


def utf_8_decode(data, errors=None, final=False, /):
    n = len(data) if final else _complete('utf-8', data, errors)
    return bytes(data[:n]).decode('utf-8', errors or 'strict'), n


def latin_1_encode(str, errors=None, /):
    return str.encode('latin-1', errors or 'strict'), len(str)


def latin_1_decode(data, errors=None, /):
    return bytes(data).decode('latin-1', errors or 'strict'), len(data)


def ascii_encode(str, errors=None, /):
    return str.encode('ascii', errors or 'strict'), len(str)


def ascii_decode(data, errors=None, /):
    return bytes(data).decode('ascii', errors or 'strict'), len(data)


def charmap_build(map, /):
    return {ord(c): i for i, c in enumerate(map)}


def open(filename, mode='r', encoding=None, errors='strict', buffering=-1):
    """Open a file of the project for reading."""
    import io
    import warnings
    warnings.warn('codecs.open() is deprecated. Use open() instead.', DeprecationWarning, stacklevel=2)
    if encoding is None:
        return io.open(filename, mode, buffering)
    return io.open(filename, mode.replace('b', ''), buffering, encoding=encoding, errors=errors)


def EncodedFile(file, data_encoding, file_encoding=None, errors='strict'):
    """A file whose contents are recoded."""
    data, stored = lookup(data_encoding), lookup(file_encoding or data_encoding)
    out = StreamRecoder(file, data.encode, data.decode, stored.streamreader, stored.streamwriter, errors)
    out.data_encoding, out.file_encoding = data_encoding, file_encoding or data_encoding
    return out
