"""Headers broken into lines that are short enough, with what is not ASCII in encoded words."""

import re
import sys
from email import _addresses, _words, errors


class Node:
    """A piece of a header: a text, or nodes.

    whole: it goes on a line of its own before it is broken (None: nothing
    moves it); coded: it may become an encoded word; must: it has to."""

    def __init__(self, text, parts=None, whole=True, coded=True, params=None, must=False):
        self.text, self.parts, self.whole, self.coded, self.params, self.must = text, parts, whole, coded, params, must


def tree(parts):
    return Node("".join(p.text for p in parts), parts, coded=all(p.coded for p in parts), must=any(p.must for p in parts))


def words(text, quoted=False):
    return tree([Node(w, must=quoted and bool(_addresses.SPECIAL.search(w))) for w in re.findall(r"[ \t\r\n]+|[^ \t\r\n]+", text)])


def address_list(text):
    """The nodes of a list of addresses; names, and what is in angles, are kept together where they fit."""
    out, now, angle = [], [], False
    for kind, t in _addresses.tokens(text):
        if kind == "s" and t == "," and not angle:
            out += [_address(now), Node(",", coded=False)]
            now = []
            continue
        angle = kind == "s" and t == "<" or angle and t != ">"
        now.append((kind, t + ")" if kind == "c" and not t.endswith(")") else t))
    return tree(out + [_address(now + [("s", ">")] * angle)])


def _address(found):
    at = next((i for i, (k, t) in enumerate(found) if k == "s" and t == "<"), None)
    if at is not None:
        angle = [Node(t, whole=False, coded=False) for _, t in found[at:]]
        return tree(([tree(_name(found[:at]))] if at else []) + [tree(angle)])
    at = next((i for i, (k, t) in enumerate(found) if k == "s" and t == "@"), None)
    if at is None:
        return tree(_name(found))
    return tree([Node(t, whole=False, coded=k in "wc") for k, t in found])


def _name(found):
    """The words of a name, those that are encoded decoded."""
    out, after = [], False
    for kind, t in found:
        word = kind == "a" and _words.WORD.fullmatch(t)
        decoded = _words.decoded(word) if word else None
        if decoded is not None:
            if after and out and not out[-1].text.strip():
                out.pop()
            out += words(decoded, True).parts
        elif kind == "q" and not t.isascii():
            inner = words(_addresses.unquoted(t[1:-1]), True)
            out.append(Node(t, inner.parts))
        else:
            out.append(Node(t, coded=kind in "awc"))
        after = decoded is not None or after and kind == "w"
    return out


def fold(name, value, policy):
    """The lines of a header whose value is a node."""
    f = _Folder(policy.max_line_length or sys.maxsize, policy.utf8)
    f.add(Node(name + ":", whole=False, coded=False))
    if value.text:
        f.add(Node(" "))
        f.add(value)
    return policy.linesep.join(f.lines) + policy.linesep


class _Folder:
    def __init__(self, most, utf8):
        self.most, self.utf8 = most, utf8
        self.lines, self.word, self.charset = [""], None, None

    def _fits(self, text):
        return len(text) <= self.most - len(self.lines[-1])

    def _stolen(self):
        """Takes the blank off the end of the last line."""
        line = self.lines[-1]
        if line[-1:] not in (" ", "\t") or not line:
            return ""
        self.lines[-1] = line[:-1]
        return line[-1]

    def add(self, part):
        if part.params is not None:
            self._params(part.params)
            return
        text = part.text
        if part.must or not self.utf8 and not text.isascii() or "\n" in text or "\r" in text:
            if not part.coded:
                self.word = None
            if part.parts is not None:
                if part.coded or not part.whole or not self._whole(part):
                    for p in part.parts:
                        self.add(p)
                return
            if part.coded or not text.isascii():
                self._encode(text)
                return
        if self._fits(text) or part.whole is None:
            self.lines[-1] += text
            return
        if part.whole and len(text) + 1 <= self.most:
            blank = self._stolen()
            if blank or text[:1] in (" ", "\t"):
                self.lines.append(blank + text)
                self.word = None
                return
            self.lines[-1] += blank
        if part.parts is not None:
            for p in part.parts:
                self.add(p)
            return
        if part.coded and text.strip():
            self._encode(text)
            return
        blank = self._stolen()
        if blank or text[:1] in (" ", "\t"):
            self.lines.append(blank + text)
        else:
            self.lines[-1] += text

    def _whole(self, part):
        """Adds a part that has to be encoded if it fits a line; tells whether it did."""
        alone = _Folder(self.most, self.utf8)
        for p in part.parts:
            alone.add(p)
        if len(alone.lines) > 1:
            return False
        if not self._fits(alone.lines[0]):
            self.lines.append(self._stolen())
        self.lines[-1] += alone.lines[0]
        self.word = None
        return True

    def _encode(self, text):
        """Adds an encoded word, joined with what follows the last one of the line."""
        lines, charset = self.lines, "unknown-8bit" if any(0xDC80 <= ord(c) <= 0xDCFF for c in text) else "utf-8"
        if self.word is not None and self.charset == charset:
            text = _words.plain(lines[-1][self.word:]) + text
            lines[-1] = lines[-1][:self.word]
        chrome = len(charset) + 7
        if chrome + 1 >= self.most:
            raise errors.HeaderParseError("max_line_length is too small to fit an encoded word")
        start = len(lines[-1])
        while text:
            room = self.most - len(lines[-1])
            if room - chrome <= 0:
                blank = self._stolen() if len(lines[-1]) > 1 else ""
                lines.append(blank or " ")
                start = len(lines[-1])
                continue
            piece = text[:room - chrome]
            word = _words.encode(piece, charset)
            while len(word) > room and piece:
                piece = piece[:-1]
                word = _words.encode(piece, charset)
            lines[-1] += word
            text = text[len(piece):]
            if text:
                lines.append(" ")
                start = 1
        self.word, self.charset = start, charset

    def _params(self, params):
        """Adds parameters, each with a semicolon before it."""
        from email import utils
        from urllib.parse import quote
        lines = self.lines
        for name, value in params:
            if not lines[-1].rstrip().endswith(";"):
                lines[-1] += ";"
            broken = any(0xDC80 <= ord(c) <= 0xDCFF for c in value)
            coded = broken or not self.utf8 and not value.isascii()
            charset = "unknown-8bit" if broken else "utf-8" if coded or self.utf8 else "us-ascii"
            if coded:
                text = f"{name}*={charset}''{quote(value, safe='', encoding='utf-8' if charset == 'utf-8' else 'ascii', errors='surrogateescape')}"
            else:
                text = f'{name}="{utils.quote(value)}"' if value else name
            if len(lines[-1]) + len(text) + 1 < self.most:
                lines[-1] += " " + text
            elif len(text) + 2 <= self.most:
                lines.append(" " + text)
            else:
                self._sections(name, value, charset)

    def _sections(self, name, value, charset):
        from urllib.parse import quote
        section, start = 0, charset + "''"
        if self.most < len(name) + len(start) + 9:
            self.lines.append(" ")
        while value:
            chrome = len(name) + len(str(section)) + 3 + len(start)
            n = room = max(self.most - chrome - 2, 1)
            while True:
                text = quote(value[:n], safe="", encoding="utf-8", errors="surrogateescape")
                if len(text) <= room or n == 1:
                    break
                n -= 1
            self.lines.append(f" {name}*{section}*={start}{text}")
            section, start, value = section + 1, "", value[n:]
            if value:
                self.lines[-1] += ";"
