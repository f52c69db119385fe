"""A parser of XML documents that reports events to a target."""

import re

_NAME = re.compile(r"[A-Za-z_:\u0080-\U0010ffff][-A-Za-z0-9._:\u00b7\u0080-\U0010ffff]*")
_SPACE = re.compile(r"[ \t\r\n]*")
_ATTRIBUTE = re.compile(r"([A-Za-z_:\u0080-\U0010ffff][-A-Za-z0-9._:\u00b7\u0080-\U0010ffff]*)[ \t\r\n]*=[ \t\r\n]*(\"[^\"<]*\"|'[^'<]*')")
_REFERENCE = re.compile(r"&(#[0-9]+|#x[0-9a-fA-F]+|[A-Za-z_:\u0080-\U0010ffff][-A-Za-z0-9._:\u0080-\U0010ffff]*);")
_BAD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace"
_DEPTH = 10_000


class Fault(Exception):
    """What is wrong, its number and where."""

    def __init__(self, text, code, line, column):
        super().__init__(text)
        self.code, self.line, self.column = code, line, column


def decode(data):
    """The text of a document in bytes."""
    if data.startswith(b"\xef\xbb\xbf"):
        return data[3:].decode("utf-8")
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16")
    head = re.match(rb"<\?xml[^>]*encoding\s*=\s*[\"']([A-Za-z0-9._-]+)[\"']", data)
    name = head.group(1).decode("ascii") if head else "utf-8"
    try:
        return data.decode(name)
    except LookupError:
        raise Fault("unknown encoding", 18, 1, head.start(1)) from None
    except UnicodeDecodeError as e:
        before = data[:e.start]
        raise Fault("not well-formed (invalid token)", 4, before.count(b"\n") + 1, e.start - (before.rfind(b"\n") + 1)) from None


class Parser:
    def __init__(self, text, target):
        self._text = text.replace("\r\n", "\n").replace("\r", "\n")
        self._target, self._pos, self._entities = target, 0, {}
        self._open, self._scopes = [], [{"xml": _XML_NAMESPACE}]
        self._seen_root = False

    def _fault(self, text, code, at=None):
        at = self._pos if at is None else at
        before = self._text[:at]
        column = len(before[before.rfind("\n") + 1:].encode("utf-8", "surrogatepass"))
        raise Fault(text, code, before.count("\n") + 1, column)

    def _malformed(self, at=None):
        self._fault("not well-formed (invalid token)", 4, at)

    def run(self):
        text, end = self._text, len(self._text)
        bad = _BAD.search(text)
        if bad:
            end = bad.start()
        while self._pos < end:
            at = self._pos
            if text[at] != "<":
                stop = text.find("<", at)
                self._characters(at, end if stop < 0 or stop > end else stop)
            elif text.startswith("<!--", at):
                self._comment()
            elif text.startswith("<![CDATA[", at):
                self._cdata()
            elif text.startswith("<?", at):
                self._instruction()
            elif text.startswith("<!DOCTYPE", at):
                self._doctype()
            elif text.startswith("</", at):
                self._end_tag()
            else:
                self._start_tag()
        if bad:
            self._malformed(end)
        if self._open or not self._seen_root:
            self._fault("no element found", 3, end)

    def _until(self, mark, start):
        stop = self._text.find(mark, start)
        if stop < 0:
            self._fault("unclosed token", 5)
        return stop

    def _characters(self, at, stop):
        raw = self._text[at:stop]
        if not self._open:
            blank = _SPACE.match(raw).end()
            if blank < len(raw):
                if self._seen_root:
                    self._fault("junk after document element", 9, at + blank)
                self._fault("syntax error", 2, at + blank)
        else:
            if "]]>" in raw:
                self._malformed(at + raw.index("]]>") + 2)
            self._target.data(self._resolve(raw, at))
        self._pos = stop

    def _resolve(self, raw, at):
        if "&" not in raw:
            return raw
        out, last = [], 0
        i = raw.find("&")
        while i >= 0:
            m = _REFERENCE.match(raw, i)
            if m is None:
                self._malformed(at + i + 1)
            out += [raw[last:i], self._entity(m.group(1), at + i)]
            last = m.end()
            i = raw.find("&", last)
        return "".join(out) + raw[last:]

    def _entity(self, name, at):
        if name[0] == "#":
            code = int(name[2:], 16) if name[1] == "x" else int(name[1:])
            if code > 0x10FFFF or code in (0, 0xFFFE, 0xFFFF) or 0xD800 <= code < 0xE000 or code < 32 and code not in (9, 10, 13):
                self._fault("reference to invalid character number", 14, at)
            return chr(code)
        value = _NAMED.get(name, self._entities.get(name))
        if value is None:
            self._fault("undefined entity", 11, at)
        return value

    def _comment(self):
        at = self._pos
        stop = self._until("--", at + 4)
        if not self._text.startswith("-->", stop):
            self._malformed(stop + 2)
        self._target.comment(self._text[at + 4:stop])
        self._pos = stop + 3

    def _cdata(self):
        at = self._pos
        if not self._open:
            self._fault("junk after document element" if self._seen_root else "syntax error", 9 if self._seen_root else 2)
        stop = self._text.find("]]>", at)
        if stop < 0:
            self._fault("unclosed CDATA section", 20, len(self._text))
        self._target.data(self._text[at + 9:stop])
        self._pos = stop + 3

    def _instruction(self):
        at = self._pos
        m = _NAME.match(self._text, at + 2)
        if m is None:
            self._malformed(at + 2)
        stop = self._until("?>", at)
        name = m.group()
        if name == "xml":
            if at:
                self._fault("XML or text declaration not at start of entity", 17)
        elif name.lower() == "xml":
            self._malformed(at + 2)
        else:
            self._target.pi(name, self._text[m.end():stop].lstrip(" \t\r\n"))
        self._pos = stop + 2

    def _doctype(self):
        at = self._pos
        depth, i = 0, at
        while True:
            if i >= len(self._text):
                self._fault("unclosed token", 5)
            c = self._text[i]
            if c in "\"'":
                i = self._until(c, i + 1)
            elif c == "[":
                depth += 1
            elif c == "]":
                depth -= 1
            elif c == ">" and depth == 0:
                break
            i += 1
        for m in re.finditer(r"<!ENTITY\s+([^\s%]+)\s+(\"[^\"]*\"|'[^']*')\s*>", self._text[at:i]):
            value = m.group(2)[1:-1]
            if "&" not in value.replace("&#", "") and "<" not in value:
                self._entities.setdefault(m.group(1), self._resolve(value, at))
        self._pos = i + 1

    def _start_tag(self):
        text, at = self._text, self._pos
        if not self._open and self._seen_root:
            self._fault("junk after document element", 9)
        m = _NAME.match(text, at + 1)
        if m is None:
            self._malformed(at + 1)
        name, i = m.group(), m.end()
        attributes = {}
        while True:
            before = i
            i = _SPACE.match(text, i).end()
            if i >= len(text):
                self._fault("unclosed token", 5)
            if text[i] == ">" or text.startswith("/>", i):
                break
            m = _ATTRIBUTE.match(text, i)
            if before == i:
                self._malformed(i)
            if m is None:
                self._attribute_fault(i)
            if m.group(1) in attributes:
                self._fault("duplicate attribute", 8, i)
            value = re.sub("[\t\n]", " ", m.group(2)[1:-1])
            attributes[m.group(1)] = self._resolve(value, m.start(2) + 1)
            i = m.end()
        self._seen_root = True
        empty = text[i] == "/"
        self._begin(name, attributes)
        self._pos = i + (2 if empty else 1)
        if empty:
            self._finish(name)

    def _attribute_fault(self, i):
        m = _NAME.match(self._text, i)
        if m is None:
            self._malformed(i)
        i = _SPACE.match(self._text, m.end()).end()
        if self._text[i:i + 1] == "=":
            i = _SPACE.match(self._text, i + 1).end()
            if self._text[i:i + 1] and self._text[i] in "\"'":
                j = i + 1
                while j < len(self._text) and self._text[j] not in "<" + self._text[i]:
                    j += 1
                if j >= len(self._text):
                    self._fault("unclosed token", 5)
                i = j + 1 if self._text[j] != "<" else j
        if i >= len(self._text):
            self._fault("unclosed token", 5)
        self._malformed(i)

    def _begin(self, name, attributes):
        if len(self._open) >= _DEPTH:
            self._fault("out of memory", 1)
        scope, plain = self._scopes[-1], {}
        for key, value in attributes.items():
            if key == "xmlns" or key.startswith("xmlns:"):
                prefix = key[6:]
                if scope is self._scopes[-1]:
                    scope = dict(scope)
                scope[prefix] = value
                self._target.start_ns(prefix, value)
            else:
                plain[key] = value
        self._scopes.append(scope)
        full = self._qualified(name, scope, True)
        self._open.append((name, full))
        self._target.start(full, {self._qualified(k, scope, False): v for k, v in plain.items()} if plain else plain)

    def _qualified(self, name, scope, default):
        prefix, colon, local = name.partition(":")
        if not colon:
            space = scope.get("") if default else None
            return f"{{{space}}}{name}" if space else name
        if prefix not in scope:
            self._fault("unbound prefix", 27)
        return f"{{{scope[prefix]}}}{local}"

    def _end_tag(self):
        at = self._pos
        m = _NAME.match(self._text, at + 2)
        if m is None:
            self._malformed(at + 2)
        i = _SPACE.match(self._text, m.end()).end()
        if i >= len(self._text):
            self._fault("unclosed token", 5)
        if self._text[i] != ">":
            self._malformed(i)
        if not self._open:
            if self._seen_root:
                self._fault("junk after document element", 9, at)
            self._malformed(at + 1)
        if self._open[-1][0] != m.group():
            self._fault("mismatched tag", 7, at + 2)
        self._pos = i + 1
        self._finish(m.group())

    def _finish(self, name):
        _, full = self._open.pop()
        scope = self._scopes.pop()
        self._target.end(full)
        for prefix in scope if scope is not self._scopes[-1] else ():
            if scope[prefix] != self._scopes[-1].get(prefix):
                self._target.end_ns(prefix)
