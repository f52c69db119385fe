"""HTML escapes."""

import re


def escape(s, quote=True):
    s = s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if quote:
        s = s.replace('"', "&quot;").replace("'", "&#x27;")
    return s


_names = None


def _entity(m):
    global _names
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
    if _names is None:
        from _html import entities
        _names = entities()
    name = s.rstrip(";")
    if name in _names:
        return _names[name]
    for x in range(len(name) - 1, 1, -1):
        if name[:x] in ("amp", "lt", "gt", "quot", "nbsp", "copy", "reg"):
            return _names[name[:x]] + s[x:]
    return "&" + s


def unescape(s):
    if "&" not in s:
        return s
    return re.sub(r"&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)", _entity, s)
