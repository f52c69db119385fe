"""Reading TOML 1.0."""

import datetime as _dt
import re as _re

__all__ = ("loads", "load", "TOMLDecodeError")


class TOMLDecodeError(ValueError):
    """The document is not valid TOML."""

    def __init__(self, msg="", doc=None, pos=None, *args):
        if doc is None or pos is None:
            ValueError.__init__(self, msg)
            return
        lineno = doc.count("\n", 0, pos) + 1
        colno = pos + 1 if lineno == 1 else pos - doc.rindex("\n", 0, pos)
        where = "end of document" if pos >= len(doc) else f"line {lineno}, column {colno}"
        ValueError.__init__(self, f"{msg} (at {where})", *args)
        self.msg, self.doc, self.pos, self.lineno, self.colno = msg, doc, pos, lineno, colno


_BARE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_")
_CONTROL = frozenset(chr(i) for i in range(32)) | {chr(127)}
_NOT_BASIC = _CONTROL - {"\t"}
_NOT_MULTI = _CONTROL - {"\t", "\n"}
_ESCAPES = {"\\b": "\b", "\\t": "\t", "\\n": "\n", "\\f": "\f", "\\r": "\r", '\\"': '"', "\\\\": "\\"}
_NUMBER = _re.compile(r"""
    0(?:x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*|b[01](?:_?[01])*|o[0-7](?:_?[0-7])*)
  | [+-]?(?:0|[1-9](?:_?[0-9])*)(?P<floatpart>(?:\.[0-9](?:_?[0-9])*)?(?:[eE][+-]?[0-9](?:_?[0-9])*)?)""", _re.VERBOSE)
_TIME = r"([01][0-9]|2[0-3]):([0-5][0-9]):([0-5][0-9])(?:\.([0-9]{1,6})[0-9]*)?"
_LOCALTIME = _re.compile(_TIME)
_DATETIME = _re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])(?:[Tt ]" + _TIME +
                        r"(?:([Zz])|([+-])([01][0-9]|2[0-3]):([0-5][0-9]))?)?")


def load(fp, /, *, parse_float=float):
    data = fp.read()
    try:
        text = data.decode()
    except AttributeError:
        raise TypeError("File must be opened in binary mode, e.g. use `open('foo.toml', 'rb')`") from None
    return loads(text, parse_float=parse_float)


def loads(s, /, *, parse_float=float):
    try:
        src = s.replace("\r\n", "\n")
    except (AttributeError, TypeError):
        raise TypeError(f"Expected str object, not '{type(s).__qualname__}'") from None
    return _Parser(src, parse_float).document()


class _Table:
    """What is known of a table: whether it may still be changed."""

    __slots__ = "children", "frozen", "explicit", "is_list"

    def __init__(self):
        self.children = {}
        self.frozen = self.explicit = self.is_list = False


class _Parser:
    def __init__(self, src, parse_float):
        self.src, self.pos = src, 0
        self.parse_float = parse_float
        self.root, self.info = {}, _Table()

    def fail(self, message, pos=None):
        raise TOMLDecodeError(message, self.src, self.pos if pos is None else pos)

    def at(self, text):
        return self.src.startswith(text, self.pos)

    def char(self):
        return self.src[self.pos:self.pos + 1]

    def spaces(self, chars=" \t"):
        while self.char() and self.char() in chars:
            self.pos += 1

    def comment(self):
        if self.char() == "#":
            end = self.src.find("\n", self.pos)
            end = len(self.src) if end < 0 else end
            for i in range(self.pos + 1, end):
                if self.src[i] in _NOT_BASIC:
                    self.fail(f"Found invalid character {self.src[i]!r}", i)
            self.pos = end

    def blank(self):
        while True:
            before = self.pos
            self.spaces(" \t\n")
            self.comment()
            if self.pos == before:
                return

    def document(self):
        header, target, info = (), self.root, self.info
        while True:
            self.spaces()
            c = self.char()
            if not c:
                break
            if c == "\n":
                self.pos += 1
                continue
            if c in _BARE or c in "\"'":
                self.pair(target, info, header)
                self.spaces()
            elif self.at("[["):
                header, target, info = self.list_header()
            elif c == "[":
                header, target, info = self.table_header()
            elif c != "#":
                self.fail("Invalid statement")
            self.spaces()
            self.comment()
            c = self.char()
            if not c:
                break
            if c != "\n":
                self.fail("Expected newline or end of document after a statement")
            self.pos += 1
        return self.root

    def walk(self, key, lists):
        """The table of a header's key, made where it is absent."""
        target, info = self.root, self.info
        for k in key:
            child = info.children.get(k)
            if child is None:
                if k in target:
                    raise KeyError
                child = info.children[k] = _Table()
                target[k] = {}
            elif child.frozen:
                raise KeyError
            target, info = target[k], child
            if isinstance(target, list):
                if not lists:
                    raise KeyError
                target = target[-1]
            if not isinstance(target, dict):
                raise KeyError
        return target, info

    def table_header(self):
        self.pos += 1
        self.spaces()
        key = self.key()
        try:
            target, info = self.walk(key[:-1], True)
            last = info.children.get(key[-1])
            if last is not None and (last.explicit or last.frozen or last.is_list):
                self.fail(f"Cannot declare {key} twice")
            if last is None:
                if key[-1] in target:
                    raise KeyError
                last = info.children[key[-1]] = _Table()
                target[key[-1]] = {}
            last.explicit = True
            target, info = target[key[-1]], last
        except KeyError:
            self.fail("Cannot overwrite a value")
        if not self.at("]"):
            self.fail("Expected ']' at the end of a table declaration")
        self.pos += 1
        return key, target, info

    def list_header(self):
        self.pos += 2
        self.spaces()
        key = self.key()
        try:
            target, info = self.walk(key[:-1], True)
        except KeyError:
            self.fail("Cannot overwrite a value")
        last = info.children.get(key[-1])
        if last is not None and last.frozen:
            self.fail(f"Cannot mutate immutable namespace {key}")
        if last is None:
            if key[-1] in target:
                self.fail("Cannot overwrite a value")
            target[key[-1]] = []
        elif not last.is_list:
            self.fail("Cannot overwrite a value")
        fresh = info.children[key[-1]] = _Table()
        fresh.is_list = True
        target[key[-1]].append({})
        if not self.at("]]"):
            self.fail("Expected ']]' at the end of an array declaration")
        self.pos += 2
        return key, target[key[-1]][-1], fresh

    def pair(self, target, info, header):
        key = self.key()
        if self.char() != "=":
            self.fail("Expected '=' after a key in a key/value pair")
        self.pos += 1
        self.spaces()
        value = self.value()
        for k in key[:-1]:
            child = info.children.get(k)
            if child is None:
                if k in target:
                    self.fail("Cannot overwrite a value")
                child = info.children[k] = _Table()
                target[k] = {}
                child.explicit = True
            elif child.frozen or child.is_list or child.explicit and k not in target:
                self.fail(f"Cannot mutate immutable namespace {header + key[:-1]}")
            elif not isinstance(target.get(k), dict):
                self.fail("Cannot overwrite a value")
            target, info = target[k], child
        if key[-1] in target:
            self.fail("Cannot overwrite a value")
        if isinstance(value, (dict, list)):
            child = info.children[key[-1]] = _Table()
            child.frozen = True
        target[key[-1]] = value

    def key(self):
        parts = [self.key_part()]
        self.spaces()
        while self.char() == ".":
            self.pos += 1
            self.spaces()
            parts.append(self.key_part())
            self.spaces()
        return tuple(parts)

    def key_part(self):
        c = self.char()
        if c and c in _BARE:
            start = self.pos
            while self.char() and self.char() in _BARE:
                self.pos += 1
            return self.src[start:self.pos]
        if c == "'":
            return self.literal()
        if c == '"':
            self.pos += 1
            return self.basic(False)
        self.fail("Invalid initial character for a key part")

    def literal(self):
        self.pos += 1
        start = self.pos
        while True:
            c = self.char()
            if not c:
                self.fail("Expected \"'\"", len(self.src))
            if c == "'":
                break
            if c in _NOT_BASIC:
                self.fail(f"Found invalid character {c!r}")
            self.pos += 1
        self.pos += 1
        return self.src[start:self.pos - 1]

    def multi_literal(self):
        self.pos += 3
        if self.char() == "\n":
            self.pos += 1
        start = self.pos
        end = self.src.find("'''", start)
        if end < 0:
            self.fail("Expected \"'''\"", len(self.src))
        for i in range(start, end):
            if self.src[i] in _NOT_MULTI:
                self.fail(f"Found invalid character {self.src[i]!r}", i)
        self.pos = end + 3
        for _ in range(2):
            if self.char() == "'":
                self.pos += 1
                end += 1
        return self.src[start:end]

    def multi_basic(self):
        self.pos += 3
        if self.char() == "\n":
            self.pos += 1
        text = self.basic(True)
        for _ in range(2):
            if self.char() == '"':
                self.pos += 1
                text += '"'
        return text

    def basic(self, multi):
        bad = _NOT_MULTI if multi else _NOT_BASIC
        out = []
        while True:
            c = self.char()
            if not c:
                self.fail("Unterminated string")
            if c == '"':
                if not multi:
                    self.pos += 1
                    return "".join(out)
                if self.at('"""'):
                    self.pos += 3
                    return "".join(out)
                out.append(c)
                self.pos += 1
            elif c == "\\":
                out.append(self.escape(multi))
            elif c in bad:
                self.fail(f"Illegal character {c!r}")
            else:
                out.append(c)
                self.pos += 1

    def escape(self, multi):
        two = self.src[self.pos:self.pos + 2]
        self.pos += 2
        if multi and two in ("\\ ", "\\\t", "\\\n"):
            if two != "\\\n":
                self.spaces()
                if not self.char():
                    return ""
                if self.char() != "\n":
                    self.fail("Unescaped '\\' in a string")
                self.pos += 1
            self.spaces(" \t\n")
            return ""
        if two in ("\\u", "\\U"):
            size = 4 if two == "\\u" else 8
            digits = self.src[self.pos:self.pos + size]
            if len(digits) != size or any(c not in "0123456789abcdefABCDEF" for c in digits):
                self.fail("Invalid hex value")
            n = int(digits, 16)
            self.pos += size
            if n > 0x10FFFF or 0xD800 <= n <= 0xDFFF:
                self.fail("Escaped character is not a Unicode scalar value")
            return chr(n)
        try:
            return _ESCAPES[two]
        except KeyError:
            if len(two) != 2:
                self.fail("Unterminated string")
            self.fail("Unescaped '\\' in a string")

    def value(self):
        c = self.char()
        if c == '"':
            if self.at('"""'):
                return self.multi_basic()
            self.pos += 1
            return self.basic(False)
        if c == "'":
            return self.multi_literal() if self.at("'''") else self.literal()
        for word, value in (("true", True), ("false", False)):
            if self.at(word):
                self.pos += len(word)
                return value
        if c == "[":
            return self.array()
        if c == "{":
            return self.inline()
        m = _DATETIME.match(self.src, self.pos)
        if m:
            start, self.pos = self.pos, m.end()
            try:
                return _datetime(m)
            except ValueError:
                self.fail("Invalid date or datetime", start)
        m = _LOCALTIME.match(self.src, self.pos)
        if m:
            self.pos = m.end()
            h, mi, s, micro = m.groups()
            return _dt.time(int(h), int(mi), int(s), int(micro.ljust(6, "0")) if micro else 0)
        m = _NUMBER.match(self.src, self.pos)
        if m:
            self.pos = m.end()
            if m.group("floatpart"):
                return self.float(m.group())
            return int(m.group(), 0)
        for word in ("inf", "nan", "+inf", "-inf", "+nan", "-nan"):
            if self.at(word):
                self.pos += len(word)
                return self.float(word)
        self.fail("Invalid value")

    def float(self, text):
        value = self.parse_float(text)
        if isinstance(value, (dict, list)):
            raise ValueError("parse_float must not return dicts or lists")
        return value

    def array(self):
        self.pos += 1
        out = []
        self.blank()
        if self.char() == "]":
            self.pos += 1
            return out
        while True:
            out.append(self.value())
            self.blank()
            c = self.char()
            if c == "]":
                self.pos += 1
                return out
            if c != ",":
                self.fail("Unclosed array")
            self.pos += 1
            self.blank()
            if self.char() == "]":
                self.pos += 1
                return out

    def inline(self):
        self.pos += 1
        table, info = {}, _Table()
        self.spaces()
        if self.char() == "}":
            self.pos += 1
            return table
        while True:
            start = self.pos
            key = self.key()
            if self.char() != "=":
                self.fail("Expected '=' after a key in a key/value pair")
            self.pos += 1
            self.spaces()
            value = self.value()
            target, node = table, info
            for k in key[:-1]:
                child = node.children.get(k)
                if child is None:
                    if k in target:
                        self.fail("Cannot overwrite a value")
                    child = node.children[k] = _Table()
                    target[k] = {}
                elif child.frozen:
                    self.fail(f"Cannot mutate immutable namespace {key}")
                target, node = target[k], child
            if key[-1] in target:
                self.fail(f"Duplicate inline table key {key[-1]!r}")
            if isinstance(value, (dict, list)):
                node.children[key[-1]] = frozen = _Table()
                frozen.frozen = True
            target[key[-1]] = value
            self.spaces()
            c = self.char()
            if c == "}":
                self.pos += 1
                return table
            if c != ",":
                self.fail("Unclosed inline table")
            self.pos += 1
            self.spaces()


def _datetime(m):
    year, month, day, hour, minute, sec, micro, zulu, sign, oh, om = m.groups()
    if hour is None:
        return _dt.date(int(year), int(month), int(day))
    zone = None
    if sign:
        delta = _dt.timedelta(hours=int(oh), minutes=int(om))
        zone = _dt.timezone(delta if sign == "+" else -delta)
    elif zulu:
        zone = _dt.timezone.utc
    return _dt.datetime(int(year), int(month), int(day), int(hour), int(minute), int(sec), int(micro.ljust(6, "0")) if micro else 0, tzinfo=zone)
