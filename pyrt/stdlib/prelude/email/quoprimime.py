"""Quoted-printable as messages use it."""

import re
from email import _words

__all__ = ["body_decode", "body_encode", "body_length", "decode", "decodestring", "header_decode", "header_encode", "header_length", "quote", "unquote"]

_SAFE = frozenset(range(33, 127)) - {61} | {32, 9}


def header_check(octet):
    return chr(octet) != _words.q_text(bytes([octet]))


def body_check(octet):
    return octet not in _SAFE


def header_length(bytearray):
    return len(_words.q_text(bytearray))


def body_length(bytearray):
    return sum(1 if c in _SAFE else 3 for c in bytearray)


def quote(c):
    return f"={ord(c):02X}"


def unquote(s):
    return chr(int(s[1:3], 16))


def header_encode(header_bytes, charset="iso-8859-1"):
    return f"=?{charset}?q?{_words.q_text(header_bytes)}?=" if header_bytes else ""


def header_decode(s):
    return re.sub(r"=[a-fA-F0-9]{2}", lambda m: unquote(m[0]), s.replace("_", " "), flags=re.ASCII)


def _lines(line, room):
    """One line of text in pieces that fit, all but the last with a soft break."""
    out, piece = [], ""
    units = ["=%02X" % ord(c) if ord(c) not in _SAFE else c for c in line]
    if units and units[-1] in " \t":
        units[-1] = "=%02X" % ord(units[-1])
    for i, u in enumerate(units):
        if len(piece) + len(u) > room - (i < len(units) - 1):
            out.append(piece + "=")
            piece = ""
        piece += u
    return out + [piece]


def body_encode(body, maxlinelen=76, eol="\n"):
    if maxlinelen < 4:
        raise ValueError("maxlinelen must be at least 4")
    out = [piece for line in body.splitlines() for piece in _lines(line, maxlinelen)]
    return eol.join(out) + (eol if body[-1:] in ("\r", "\n") and body else "")


def decode(encoded, eol="\n"):
    out = ""
    for line in encoded.splitlines():
        line = line.rstrip()
        soft = line.endswith("=")
        out += re.sub(r"=[a-fA-F0-9]{2}", lambda m: unquote(m[0]), line[:-1] if soft else line) + ("" if soft else eol)
    return out[:-1] if encoded[-1:] not in ("\r", "\n") and out.endswith(eol) else out


body_decode = decodestring = decode
