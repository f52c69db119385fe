"""Parameters of headers as the older interface takes and gives them, and lines of uuencode."""

import binascii
import re
from email import utils


def split(text):
    """The pieces of a header between semicolons that are not quoted."""
    text, out = ";" + text, []
    while text[:1] == ";":
        text = text[1:]
        end = text.find(";")
        while end > 0 and (text.count('"', 0, end) - text.count('\\"', 0, end)) % 2:
            end = text.find(";", end + 1)
        end = len(text) if end < 0 else end
        f, text = text[:end], text[end:]
        name, eq, value = f.partition("=")
        out.append(f"{name.strip().lower()}={value.strip()}" if eq else f.strip())
    return out


def param(name, value=None, quote=True):
    if value is None or len(value) == 0:
        return name
    if isinstance(value, tuple):
        return f"{name}*={utils.encode_rfc2231(value[2], value[0], value[1])}"
    if not value.isascii():
        return f"{name}*={utils.encode_rfc2231(value, 'utf-8', '')}"
    if quote or re.search(r'[ \(\)<>@,;:\\"/\[\]\?=]', value):
        return f'{name}="{utils.quote(value)}"'
    return f"{name}={value}"


def unquoted(value):
    return (value[0], value[1], utils.unquote(value[2])) if isinstance(value, tuple) else utils.unquote(value)


def uu_bytes(text):
    lines = iter(text.splitlines())
    for line in lines:
        if re.match(rb"begin [0-7]+ ", line):
            break
    else:
        raise ValueError("`begin` line not found")
    out = b""
    for line in lines:
        if not line.strip(b" \t\r\n\f") or line.strip(b" \t\r\n\f") == b"end":
            return out
        out += binascii.a2b_uu(line)
    raise ValueError("Truncated input")
