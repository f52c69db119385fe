"""Encoded words: text of any language in headers of plain ASCII."""

import base64
import binascii
import re

_PLAIN = frozenset(b"-!*+/ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
WORD = re.compile(r"=\?([^?\s]*)\?([bBqQ])\?([^?]*?)\?=")


def q_text(data):
    return "".join("_" if c == 32 else chr(c) if c in _PLAIN else f"={c:02X}" for c in data)


def q_bytes(text):
    data = text.replace("_", " ").encode("ascii", "surrogateescape")
    return re.sub(rb"=([0-9a-fA-F]{2})", lambda m: bytes.fromhex(m[1].decode()), data)


def b_bytes(text):
    text += "=" * (-len(text.rstrip("=")) % 4) if len(text) % 4 else ""
    return binascii.a2b_base64(text)


def encode(text, charset="utf-8", encoding=None):
    data = text.encode("ascii", "surrogateescape") if charset == "unknown-8bit" else text.encode(charset)
    q, b = q_text(data), base64.b64encode(data).decode()
    if encoding is None:
        encoding = "q" if len(q) - len(b) < 5 else "b"
    return f"=?{charset}?{encoding}?{q if encoding == 'q' else b}?="


def decoded(match):
    """The text of an encoded word that WORD has found; None if it has none."""
    charset = match[1].partition("*")[0]
    try:
        data = q_bytes(match[3]) if match[2] in "qQ" else b_bytes(match[3])
    except (ValueError, UnicodeEncodeError):
        return None
    try:
        return data.decode(charset)
    except UnicodeDecodeError:
        return data.decode(charset, "surrogateescape")
    except LookupError:
        return data.decode("ascii", "surrogateescape")


def plain(text):
    """The text with its encoded words read; white space between two of them goes."""
    out, last = "", None
    for m in WORD.finditer(text):
        word = decoded(m)
        if word is None:
            continue
        between = text[last or 0:m.start()]
        if last is None or between.strip(" \t\r\n"):
            out += between
        out += word
        last = m.end()
    return out + text[last or 0:]
