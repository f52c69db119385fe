"""Headers with text in any character set, and what is written in them."""

import re
from email import _words, errors
from email import charset as _charset
from email.charset import Charset

__all__ = ["Header", "decode_header", "make_header"]

_CODED = re.compile(r"=\?([^?]*?)\?([qQbB])\?(.*?)\?=")


def decode_header(header):
    if hasattr(header, "_chunks"):
        return [(_charset_bytes(text, charset), str(charset)) for text, charset in header._chunks]
    if not _CODED.search(header):
        return [(header, None)]
    found = []
    for line in header.splitlines():
        last, after = 0, False
        for m in _CODED.finditer(line):
            between = line[last:m.start()]
            if last == 0:
                between = between.lstrip()
            if between:
                found.append((between.encode("raw-unicode-escape"), None))
            try:
                data = _words.q_bytes(m[3]) if m[2] in "qQ" else _words.b_bytes(m[3])
            except ValueError:
                raise errors.HeaderParseError("Base64 decoding error") from None
            found.append((data, m[1].lower()))
            last, after = m.end(), True
        rest = line[last:] if after else line.lstrip()
        if rest:
            found.append((rest.encode("raw-unicode-escape"), None))
    out, coded = [], [charset is not None for _, charset in found]
    for i, (data, charset) in enumerate(found):
        if data.isspace() and not coded[i] and 0 < i < len(found) - 1 and coded[i - 1] and coded[i + 1]:
            continue
        if out and out[-1][1] == charset:
            out[-1] = (out[-1][0] + (b" " if charset is None else b"") + data, charset)
        else:
            out.append((data, charset))
    return out


def _charset_bytes(text, charset):
    return text.encode("ascii", "surrogateescape") if charset == _charset.UNKNOWN8BIT else text.encode(charset.input_codec or "us-ascii")


def make_header(decoded_seq, maxlinelen=None, header_name=None, continuation_ws=" "):
    h = Header(maxlinelen=maxlinelen, header_name=header_name, continuation_ws=continuation_ws)
    for s, charset in decoded_seq:
        h.append(s, Charset(charset) if isinstance(charset, str) else charset)
    return h


def _apart(c):
    """Whether a character stands apart from an encoded word beside it."""
    return c.isspace() or c in ("(", ")", "\\")


class Header:
    def __init__(self, s=None, charset=None, maxlinelen=None, header_name=None, continuation_ws=" ", errors="strict"):
        self._charset = Charset(charset or "us-ascii") if not isinstance(charset, Charset) else charset
        self._continuation_ws, self._chunks = continuation_ws, []
        self._maxlinelen = 78 if maxlinelen is None else maxlinelen
        self._headerlen = len(header_name) + 2 if header_name is not None else 0
        if s is not None:
            self.append(s, charset, errors)

    def _join(self):
        """Makes one of chunks in the same character set."""
        joined = []
        for s, c in self._chunks:
            if joined and joined[-1][1] == c:
                joined[-1] = (joined[-1][0] + " " + s, c)
            else:
                joined.append((s, c))
        self._chunks = joined

    def __str__(self):
        self._join()
        out, plain, blank = "", True, False
        for i, (text, charset) in enumerate(self._chunks):
            if charset == _charset.UNKNOWN8BIT:
                text = text.encode("ascii", "surrogateescape").decode("ascii", "replace")
            now = charset == "us-ascii"
            if i and (not plain and now and not _apart(text[:1]) or plain and not now and not blank):
                out += " "
            plain, blank = now, _apart(text[-1:])
            out += text
        return out

    def __eq__(self, other):
        return other == str(self)

    def append(self, s, charset=None, errors="strict"):
        if charset is None:
            charset = self._charset
        elif not isinstance(charset, Charset):
            charset = Charset(charset)
        if not isinstance(s, str):
            codec = charset.input_codec or "us-ascii"
            s = s.decode("us-ascii", "surrogateescape") if codec == _charset.UNKNOWN8BIT else s.decode(codec, errors)
        codec = charset.output_codec or "us-ascii"
        if codec != _charset.UNKNOWN8BIT:
            try:
                s.encode(codec, errors)
            except UnicodeEncodeError:
                if codec != "us-ascii":
                    raise
                charset = Charset("utf-8")
        self._chunks.append((s, charset))

    def encode(self, splitchars=";, \t", maxlinelen=None, linesep="\n"):
        if maxlinelen is None:
            maxlinelen = self._maxlinelen
        if maxlinelen == 0:
            maxlinelen = 1000000
        self._join()
        lines = _Lines(self._headerlen, maxlinelen, self._continuation_ws, splitchars)
        plain, blank = True, True
        for s, charset in self._chunks:
            now = charset == "us-ascii"
            if not plain and not (now and _apart(s[:1])) or plain and not now and not blank:
                lines.blank()
            plain, blank = now, _apart(s[-1:])
            rows = s.splitlines()
            lines.feed("", rows[0] if rows else "", charset)
            for row in rows[1:]:
                lines.newline()
                if charset.header_encoding is not None:
                    lines.feed(self._continuation_ws, " " + row.lstrip(), charset)
                else:
                    text = row.lstrip()
                    lines.feed(row[:len(row) - len(text)], text, charset)
            if len(rows) > 1:
                lines.newline()
        if self._chunks:
            lines.blank()
        value = linesep.join(lines.all())
        if re.search(r"\n[^ \t]+:", value):
            raise errors.HeaderParseError(f"header value appears to contain an embedded header: {value!r}")
        return value


class _Lines:
    """Lines of pairs (white space, word), broken where they get too long."""

    def __init__(self, used, most, indent, breaks):
        self.most, self.indent, self.breaks = most, indent, breaks
        self.used, self.done, self.now = used, [], []

    def _text(self):
        return "".join(w + t for w, t in self.now)

    def all(self):
        self.newline()
        return self.done

    def blank(self):
        self.now.append((" ", ""))

    def newline(self):
        end = self.now.pop() if self.now else None
        if end is not None and end != (" ", ""):
            self.now.append(end)
        if self.now:
            if self.done and not self._text().strip(" \t"):
                self.done[-1] += self._text()
            else:
                self.done.append(self._text())
        self.now, self.used = [], 0

    def feed(self, white, text, charset):
        if charset.header_encoding is None:
            parts = re.split(r"([ \t]+)", white + text)
            if parts[0]:
                parts.insert(0, "")
            else:
                del parts[0]
            for i in range(0, len(parts) - 1, 2):
                self._word(parts[i], parts[i + 1])
            return
        rooms = self._rooms(white)
        coded = charset.header_encode_lines(text, rooms)
        if not coded:
            return
        if coded[0] is not None:
            self._word(white, coded[0])
        for i, line in enumerate(coded[1:], 1):
            self.newline()
            self.now.append((self.indent, line))

    def _rooms(self, white):
        yield self.most - self.used - len(self._text()) - len(white)
        while True:
            yield self.most - len(self.indent)

    def _word(self, white, text):
        self.now.append((white, text))
        if len(self._text()) + self.used <= self.most:
            return
        at = self._break()
        if at is None:
            white, text = self.now.pop()
            if self.used > 0 or self.now:
                head = self.used > 0 and not self.now
                if head:
                    self.done.append("")
                    self.used = 0
                else:
                    self.newline()
                white = white or " "
            self.now.append((white, text))
            return
        rest = self.now[at:]
        del self.now[at:]
        self.done.append(self._text())
        self.now, self.used = rest, 0

    def _break(self):
        for ch in self.breaks:
            for i in range(len(self.now) - 1, 0, -1):
                if ch in " \t" and self.now[i][0][:1] == ch or self.now[i - 1][1][-1:] == ch:
                    return i
        return None
