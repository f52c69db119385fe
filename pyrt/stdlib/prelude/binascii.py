"""Binary data as ASCII."""

import _hashes


class Error(ValueError):
    pass


class Incomplete(Exception):
    pass


_ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_VALUE = {c: i for i, c in enumerate(_ALPHABET)}


def _ascii(data):
    if isinstance(data, str):
        try:
            return data.encode("ascii")
        except UnicodeEncodeError:
            raise ValueError("string argument should contain only ASCII characters") from None
    try:
        return bytes(memoryview(data))
    except TypeError:
        raise TypeError(f"argument should be bytes, buffer or ASCII string, not '{type(data).__name__}'") from None


def b2a_base64(data, /, *, newline=True):
    return _hashes.b64encode(data) + (b"\n" if newline else b"")


def a2b_base64(data, /, *, strict_mode=False):
    data = _ascii(data)
    if strict_mode and data[:1] == b"=":
        raise Error("Leading padding not allowed")
    out = bytearray()
    quad = left = pads = 0
    for i, c in enumerate(data):
        if c == 61:
            pads += 1
            if quad >= 2 and quad + pads >= 4:
                if strict_mode and i + 1 < len(data):
                    raise Error("Excess data after padding" if data[i + 1] in _VALUE or data[i + 1] == 61 else "Only base64 data is allowed")
                return bytes(out)
            if strict_mode and quad == 0:
                raise Error("Excess padding not allowed" if i else "Leading padding not allowed")
            continue
        v = _VALUE.get(c)
        if v is None:
            if strict_mode:
                raise Error("Only base64 data is allowed")
            continue
        if strict_mode and pads:
            raise Error("Discontinuous padding not allowed")
        pads = 0
        if quad == 0:
            left = v
            quad = 1
        elif quad == 1:
            out.append(left << 2 | v >> 4)
            left = v & 15
            quad = 2
        elif quad == 2:
            out.append(left << 4 | v >> 2)
            left = v & 3
            quad = 3
        else:
            out.append(left << 6 | v)
            left = quad = 0
    if quad:
        if quad == 1:
            raise Error(f"Invalid base64-encoded string: number of data characters ({len(out) // 3 * 4 + 1}) cannot be 1 more than a multiple of 4")
        raise Error("Incorrect padding")
    return bytes(out)


def hexlify(data, sep=None, bytes_per_sep=1):
    data = bytes(memoryview(data))
    return (data.hex() if sep is None else data.hex(sep, bytes_per_sep)).encode()


b2a_hex = hexlify


def unhexlify(hexstr, /):
    data = _ascii(hexstr)
    if len(data) % 2:
        raise Error("Odd-length string")
    out = bytearray()
    for i in range(0, len(data), 2):
        pair = data[i:i + 2]
        if not all(c in b"0123456789abcdefABCDEF" for c in pair):
            raise Error("Non-hexadecimal digit found")
        out.append(int(pair, 16))
    return bytes(out)


a2b_hex = unhexlify


def crc32(data, value=0, /):
    return _hashes.crc32(data, value & 0xFFFFFFFF)


def crc_hqx(data, value, /):
    crc = value & 0xFFFF
    for b in bytes(data):
        crc ^= b << 8
        for _ in range(8):
            crc = (crc << 1 ^ 0x1021 if crc & 0x8000 else crc << 1) & 0xFFFF
    return crc


def a2b_uu(data, /):
    data = _ascii(data)
    n = (data[0] - 32) & 0x3F
    bits = 0
    out = bytearray()
    body = data[1:].rstrip(b"\r\n").ljust((n + 2) // 3 * 4)
    for i in range(0, len(body), 4):
        bits = 0
        for c in body[i:i + 4]:
            if not 32 <= c <= 96:
                raise Error("Illegal char")
            bits = bits << 6 | (c - 32) & 0x3F
        out += bits.to_bytes(3)
    return bytes(out[:n])


def b2a_uu(data, /, *, backtick=False):
    if len(data) > 45:
        raise Error("At most 45 bytes at once")
    zero = 96 if backtick else 32
    out = bytearray([32 + len(data) if data else zero])
    padded = bytes(data) + b"\0" * (-len(data) % 3)
    for i in range(0, len(padded), 3):
        n = int.from_bytes(padded[i:i + 3])
        for shift in (18, 12, 6, 0):
            v = n >> shift & 0x3F
            out.append(32 + v if v else zero)
    return bytes(out) + b"\n"


def a2b_qp(data, header=False):
    data, out, i = _ascii(data), bytearray(), 0
    while i < len(data):
        c = data[i]
        if c == 61:
            pair = data[i + 1:i + 3]
            if pair[:1] in (b"\n", b"\r"):
                end = data.find(b"\n", i)
                i = len(data) if end < 0 else end + 1
                continue
            if len(pair) == 2 and all(x in b"0123456789abcdefABCDEF" for x in pair):
                out.append(int(pair, 16))
                i += 3
                continue
            out.append(c)
        elif header and c == 95:
            out.append(32)
        else:
            out.append(c)
        i += 1
    return bytes(out)


def b2a_qp(data, quotetabs=False, istext=True, header=False):
    out, column = bytearray(), 0
    for i, c in enumerate(bytes(data)):
        last = i + 1 == len(data) or istext and data[i + 1] == 10
        if istext and c == 10:
            out.append(10)
            column = 0
            continue
        if header and c == 32:
            piece = b"_"
        elif istext and c == 13:
            piece = b"\r"
        elif c > 126 or c == 61 or c < 32 and c != 9 or header and c == 95 or c in b" \t" and (quotetabs or last) or \
                c == 46 and column == 0 and last:
            piece = b"=%02X" % c
        else:
            piece = bytes([c])
        if column + len(piece) >= 76:
            out += b"=\n"
            column = 0
        out += piece
        column += len(piece)
    return bytes(out)
