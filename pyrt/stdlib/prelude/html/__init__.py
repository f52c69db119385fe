"""HTML escapes."""

import re


def escape(s, quote=True):
    s = s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if quote:
        s = s.replace('"', "&quot;").replace("'", "&#x27;")
    return s


def _entity(m):
    s = m[1]
    if s[0] == "#":
        num = int(s[2:].rstrip(";"), 16) if s[1] in "xX" else int(s[1:].rstrip(";"))
        if 0xd800 <= num <= 0xdfff or num > 0x10ffff or num == 0:
            return "\ufffd"
        if 0x80 <= num <= 0x9f:
            try:
                return bytes([num]).decode("cp1252")
            except UnicodeDecodeError:
                return chr(num)
        return chr(num)
    from _html import named
    return named(s)


def unescape(s):
    if "&" not in s:
        return s
    return re.sub(r"&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)", _entity, s)
