"""The tokens of a program, comments and line ends included."""

import re
import token
from collections import namedtuple
from token import *

cookie_re = re.compile(r"^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)", re.ASCII)
blank_re = re.compile(rb"^[ \t\f]*(?:[#\r\n]|$)", re.ASCII)
__all__ = token.__all__ + ["tokenize", "generate_tokens", "detect_encoding", "untokenize", "TokenInfo", "open", "TokenError"]

_NUMBER = re.compile(r"0[xX](?:_?[0-9a-fA-F])+|0[bB](?:_?[01])+|0[oO](?:_?[0-7])+|"
                     r"(?:(?:[0-9](?:_?[0-9])*)?\.[0-9](?:_?[0-9])*|[0-9](?:_?[0-9])*\.?)(?:[eE][-+]?[0-9](?:_?[0-9])*)?[jJ]?")
_NAME = re.compile(r"\w+")
_STRING = re.compile(r"([bBrRuUfFtT]{0,2})('''|\"\"\"|'|\")")
_OPERATORS = sorted(token.EXACT_TOKEN_TYPES, key=len, reverse=True)
_BLANK = re.compile(r"[ \t\f]*")


class TokenInfo(namedtuple("TokenInfo", "type string start end line")):
    def __repr__(self):
        kind = f"{self.type} ({tok_name[self.type]})"
        return f"TokenInfo(type={kind}, string={self.string!r}, start={self.start!r}, end={self.end!r}, line={self.line!r})"

    @property
    def exact_type(self):
        if self.type == OP and self.string in EXACT_TOKEN_TYPES:
            return EXACT_TOKEN_TYPES[self.string]
        return self.type


class TokenError(Exception):
    pass


class _Reader:
    def __init__(self, lines):
        self.lines, self.row, self.col, self.depth, self.indents = lines, 0, 0, 0, [0]

    @property
    def line(self):
        return self.lines[self.row]

    def info(self, kind, text, start, line=None):
        return TokenInfo(kind, text, (start[0] + 1, start[1]), (self.row + 1, self.col), self.lines[start[0]] if line is None else line)

    def take(self, kind, end):
        start = self.row, self.col
        text = self.line[self.col:end]
        self.col = end
        return self.info(kind, text, start)

    def run(self):
        fresh = True
        while self.row < len(self.lines):
            if fresh and not self.depth:
                yield from self.beginning()
            fresh = False
            line = self.line
            self.col = _BLANK.match(line, self.col).end()
            rest = line[self.col:]
            if not rest or rest[0] in "\r\n":
                yield from self.line_end(rest)
                fresh = True
            elif rest[0] == "#":
                yield self.take(COMMENT, self.col + len(rest.rstrip("\r\n")))
            elif rest.rstrip("\r\n") == "\\":
                self.row, self.col = self.row + 1, 0
                if self.row >= len(self.lines):
                    raise TokenError("unexpected EOF in multi-line statement", (self.row, 0))
            else:
                yield from self.item(line)
        if self.depth:
            raise TokenError("unexpected EOF in multi-line statement", (len(self.lines), 0))
        self.col = 0
        for _ in self.indents[1:]:
            yield TokenInfo(DEDENT, "", (self.row + 1, 0), (self.row + 1, 0), "")
        yield TokenInfo(ENDMARKER, "", (self.row + 1, 0), (self.row + 1, 0), "")

    def line_end(self, rest):
        line = self.line
        code = self.depth == 0 and line[:self.col].strip(" \t\f") and not self.only_comment
        if rest or code:
            start = self.row, self.col
            self.col += max(1, len(rest))
            yield self.info(NEWLINE if code else NL, rest, start, line)
        self.row, self.col = self.row + 1, 0

    def beginning(self):
        line = self.line
        width = _BLANK.match(line).end()
        first = line[width:width + 1]
        self.only_comment = first in ("#", "", "\n", "\r")
        if self.only_comment:
            return
        column = len(line[:width].expandtabs(8))
        if column > self.indents[-1]:
            self.indents.append(column)
            yield self.take(INDENT, width)
        while column < self.indents[-1]:
            if column not in self.indents:
                raise IndentationError("unindent does not match any outer indentation level", ("<string>", self.row + 1, len(line.rstrip("\r\n")) + 1, line))
            self.indents.pop()
            self.col = width
            yield self.info(DEDENT, "", (self.row, width))

    def item(self, line):
        m = _STRING.match(line, self.col)
        if m:
            yield from self.string(m)
            return
        c = line[self.col]
        if c.isdigit() and c.isascii() or c == "." and line[self.col + 1:self.col + 2].isdigit():
            yield self.take(NUMBER, _NUMBER.match(line, self.col).end())
            return
        m = _NAME.match(line, self.col)
        if m:
            yield self.take(NAME, m.end())
            return
        for op in _OPERATORS:
            if line.startswith(op, self.col):
                if op in "([{":
                    self.depth += 1
                elif op in ")]}":
                    self.depth = max(0, self.depth - 1)
                yield self.take(OP, self.col + len(op))
                return
        yield self.take(OP if c in "$?`!" else ERRORTOKEN, self.col + 1)

    def string(self, m):
        prefix, quote = m.group(1).lower(), m.group(2)
        if "f" in prefix or "t" in prefix:
            yield from self.fields(m, quote, "f" in prefix, "r" in prefix)
            return
        start, at = (self.row, self.col), m.end()
        while True:
            line = self.line
            while at < len(line) and not line.startswith(quote, at):
                at += 2 if line[at] == "\\" else 1
            if at < len(line):
                break
            if len(quote) == 1 and not line.endswith(("\\\n", "\\\r\n")):
                raise TokenError(f"unterminated string literal (detected at line {start[0] + 1})", (start[0] + 1, start[1] + 1))
            self.row, at = self.row + 1, 0
            if self.row >= len(self.lines):
                raise TokenError("EOF in multi-line string", (start[0] + 1, start[1] + 1))
        self.col = at + len(quote)
        if start[0] == self.row:
            text = self.line[start[1]:self.col]
        else:
            text = self.lines[start[0]][start[1]:] + "".join(self.lines[start[0] + 1:self.row]) + self.line[:self.col]
        yield self.info(STRING, text, start, "".join(self.lines[start[0]:self.row + 1]))

    def fields(self, m, quote, formatted, raw):
        begin, middle, end = (FSTRING_START, FSTRING_MIDDLE, FSTRING_END) if formatted else (TSTRING_START, TSTRING_MIDDLE, TSTRING_END)
        opened = self.row, self.col
        yield self.take(begin, m.end())
        while True:
            start, text = (self.row, self.col), []
            while not self.line.startswith(quote, self.col):
                line, c = self.line, self.line[self.col:self.col + 1]
                if line.startswith(("{{", "}}"), self.col):
                    text.append(c)
                    self.col += 1
                    yield self.info(middle, "".join(text), start)
                    self.col += 1
                    start, text = (self.row, self.col), []
                elif c == "{":
                    break
                elif c in ("", "\n") and len(quote) == 1:
                    raise TokenError(f"unterminated {'f' if formatted else 't'}-string literal (detected at line {self.row + 1})",
                                     (opened[0] + 1, opened[1] + 1))
                elif c == "\\" and not (raw and line[self.col + 1:self.col + 2] in "{}"):
                    text.append(line[self.col:self.col + 2])
                    self.col += 2
                else:
                    text.append(c)
                    self.col += 1
                if self.col >= len(self.line):
                    self.row, self.col = self.row + 1, 0
                    if self.row >= len(self.lines):
                        raise TokenError("EOF in multi-line string", (opened[0] + 1, opened[1] + 1))
            if text:
                yield self.info(middle, "".join(text), start)
            if self.line.startswith(quote, self.col):
                yield self.take(end, self.col + len(quote))
                return
            yield from self.field(middle)

    def field(self, middle):
        """A replacement field, from its brace on."""
        depth = self.depth
        self.depth += 1
        yield self.take(OP, self.col + 1)
        while True:
            self.col = _BLANK.match(self.line, self.col).end()
            c = self.line[self.col:self.col + 1]
            if c in ("\n", "\r", ""):
                if c:
                    yield self.take(NL, len(self.line))
                self.row, self.col = self.row + 1, 0
                if self.row >= len(self.lines):
                    raise TokenError("unexpected EOF in multi-line statement", (self.row, 0))
            elif c == "}" and self.depth == depth + 1:
                break
            elif c == ":" and self.depth == depth + 1:
                yield self.take(OP, self.col + 1)
                yield from self.spec(middle)
                break
            elif c == "!" and not self.line.startswith("!=", self.col):
                yield self.take(OP, self.col + 1)
            elif c == "#":
                yield self.take(COMMENT, len(self.line.rstrip("\r\n")))
            else:
                yield from self.item(self.line)
        self.depth = depth
        yield self.take(OP, self.col + 1)

    def spec(self, middle):
        while True:
            start = self.col
            while self.line[self.col:self.col + 1] not in ("{", "}", ""):
                self.col += 1
            c = self.line[self.col:self.col + 1]
            if not c:
                raise TokenError("unexpected EOF in multi-line statement", (self.row + 1, 0))
            yield self.info(middle, self.line[start:self.col], (self.row, start))
            if c == "}":
                return
            yield from self.field(middle)


def _lines(readline):
    out = []
    while True:
        try:
            line = readline()
        except StopIteration:
            break
        if not line:
            break
        out.append(line)
    return out


def generate_tokens(readline):
    return _Reader(_lines(readline)).run()


def tokenize(readline):
    encoding, consumed = detect_encoding(readline)
    lines = [line.decode(encoding) for line in consumed + _lines(readline)]
    yield TokenInfo(ENCODING, "utf-8" if encoding == "utf-8-sig" else encoding, (0, 0), (0, 0), "")
    yield from _Reader(lines).run()


def detect_encoding(readline):
    def read():
        try:
            return readline()
        except StopIteration:
            return b""

    def cookie(line):
        try:
            text = line.decode("utf-8")
        except UnicodeDecodeError:
            raise SyntaxError("invalid or missing encoding declaration") from None
        m = cookie_re.match(text)
        if not m:
            return None
        name = m.group(1)
        short = name[:12].lower().replace("_", "-")
        if short == "utf-8" or short.startswith("utf-8-"):
            name = "utf-8"
        elif short in ("latin-1", "iso-8859-1", "iso-latin-1") or short.startswith(("latin-1-", "iso-8859-1-", "iso-latin-1-")):
            name = "iso-8859-1"
        import codecs
        try:
            codecs.lookup(name)
        except LookupError:
            raise SyntaxError("unknown encoding: " + name) from None
        if bom:
            if name != "utf-8":
                raise SyntaxError("encoding problem: utf-8")
            return "utf-8-sig"
        return name
    first = read()
    bom = first.startswith(b"\xef\xbb\xbf")
    if bom:
        first = first[3:]
    default = "utf-8-sig" if bom else "utf-8"
    if not first:
        return default, []
    name = cookie(first)
    if name:
        return name, [first]
    if not blank_re.match(first):
        return default, [first]
    second = read()
    if not second:
        return default, [first]
    return cookie(second) or default, [first, second]


def open(filename):
    import builtins
    import io
    buffer = builtins.open(filename, "rb")
    encoding, _ = detect_encoding(buffer.readline)
    buffer.seek(0)
    return io.TextIOWrapper(buffer, encoding, line_buffering=True)


def untokenize(iterable):
    tokens = list(iterable)
    encoding = None
    if tokens and tokens[0][0] == ENCODING:
        encoding = tokens[0][1]
    text = _full(tokens) if tokens and all(len(t) > 2 for t in tokens) else _compact(tokens)
    return text if encoding is None else text.encode(encoding)


def _braces(kind, text):
    return text.replace("{", "{{").replace("}", "}}") if kind in (FSTRING_MIDDLE, TSTRING_MIDDLE) else text


def _full(tokens):
    out, row, col, before = [], 1, 0, ""
    for kind, text, start, end, line in tokens:
        if kind == ENCODING or kind == ENDMARKER and not text and start[0] > row:
            continue
        if start[0] > row:
            rest = before[col:]
            out.append(rest if rest.strip() == "\\" and start[0] == row + 1 else "\\\n" * (start[0] - row))
            row, col = start[0], 0
        if start[1] > col and kind not in (DEDENT,):
            blank = line[col:start[1]] if kind != INDENT and not line[col:start[1]].strip() else " " * (start[1] - col)
            out.append(blank)
        if kind == DEDENT:
            continue
        out.append(_braces(kind, text))
        (row, col), before = end, line
        if kind in (FSTRING_MIDDLE, TSTRING_MIDDLE):
            col += text.count("{") + text.count("}") if "{" in text or "}" in text else 0
        if kind in (NEWLINE, NL):
            row, col = row + 1, 0
    return "".join(out)


def _compact(tokens):
    out, indents, fresh, after_string = [], [], False, False
    for t in tokens:
        kind, text = t[:2]
        if kind == ENCODING:
            continue
        if kind in (NAME, NUMBER):
            text += " "
        if kind == STRING:
            if after_string:
                text = " " + text
            after_string = True
        else:
            after_string = False
        if kind == INDENT:
            indents.append(text)
            continue
        if kind == DEDENT:
            indents.pop()
            continue
        if kind in (NEWLINE, NL):
            fresh = True
        elif fresh and indents:
            out.append(indents[-1])
            fresh = False
        out.append(_braces(kind, text))
    return "".join(out)
