"""Base64 as messages use it."""

import binascii
from base64 import b64encode

__all__ = ["body_decode", "body_encode", "decode", "decodestring", "header_encode", "header_length"]


def header_length(bytearray):
    return (len(bytearray) + 2) // 3 * 4


def header_encode(header_bytes, charset="iso-8859-1"):
    if not header_bytes:
        return ""
    if isinstance(header_bytes, str):
        header_bytes = header_bytes.encode(charset)
    return f"=?{charset}?b?{b64encode(header_bytes).decode('ascii')}?="


def body_encode(s, maxlinelen=76, eol="\n"):
    step = maxlinelen * 3 // 4
    return "".join(b64encode(s[i:i + step]).decode("ascii") + eol for i in range(0, len(s), step))


def decode(string):
    if not string:
        return bytes()
    return binascii.a2b_base64(string.encode("raw-unicode-escape") if isinstance(string, str) else string)


body_decode = decodestring = decode
