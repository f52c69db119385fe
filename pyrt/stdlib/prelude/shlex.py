"""Splitting of text as a shell does it, or nearly so."""

import re
from collections import deque
from io import StringIO

__all__ = ["shlex", "split", "quote", "join"]

_LATIN = "ßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞ"


class shlex:
    """Splits a stream into tokens; the attributes say which characters do what."""

    def __init__(self, instream=None, infile=None, posix=False, punctuation_chars=False):
        if instream is None:
            raise OSError("shlex has no standard input in this runtime")
        self.instream, self.infile, self.lineno = _as_stream(instream), infile, 1
        self.commenters, self.whitespace, self.quotes, self.escape, self.escapedquotes = "#", " \t\r\n", "'\"", "\\", '"'
        self.whitespace_split, self.source, self.debug = False, None, 0
        self.state = " "  # None at the end of the stream
        self.posix, self.eof = posix, None if posix else ""
        self.wordchars = "abcdfeghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_" + (_LATIN if posix else "")
        self.token, self.pushback, self.filestack, self._pushback_chars = "", deque(), deque(), deque()
        self._punctuation_chars = "();<>|&" if punctuation_chars is True else punctuation_chars or ""
        if self._punctuation_chars:
            self.wordchars = "".join(c for c in self.wordchars + "~-./*?=" if c not in self._punctuation_chars)

    @property
    def punctuation_chars(self):
        return self._punctuation_chars

    def __iter__(self):
        return self

    def __next__(self):
        if (token := self.get_token()) == self.eof:
            raise StopIteration
        return token

    def error_leader(self, infile=None, lineno=None):
        """What stands before a message about the place reached."""
        return f'"{infile or self.infile}", line {lineno or self.lineno}: '

    def push_token(self, tok):
        """Gives a token back."""
        self.pushback.appendleft(tok)

    def push_source(self, newstream, newfile=None):
        """Reads another stream first."""
        self.filestack.appendleft((self.infile, self.instream, self.lineno))
        self.instream, self.infile, self.lineno = _as_stream(newstream), newfile, 1

    def pop_source(self):
        """Goes on with the stream before."""
        self.instream.close()
        self.infile, self.instream, self.lineno = self.filestack.popleft()
        self.state = " "

    def sourcehook(self, newfile):
        """Name and stream of a file that is to be read in place of its name."""
        import os
        name = newfile[1:-1] if newfile.startswith('"') else newfile
        if isinstance(self.infile, str):
            name = os.path.join(os.path.dirname(self.infile), name)
        return name, open(name)

    def get_token(self):
        """The next token, one that was given back first."""
        while not self.pushback:
            token = self.read_token()
            if token == self.eof and self.filestack:
                self.pop_source()
            elif self.source is not None and token == self.source:
                name, stream = self.sourcehook(self.read_token())
                self.push_source(stream, name)
            else:
                return token
        return self.pushback.popleft()

    def read_token(self):
        """The next token of the stream."""
        first = self._first_char()
        if not first:
            self.state, token = None, self.eof
        elif self.posix and first in self.escape:
            token = self._word(self._escaped())
        elif first in self.wordchars:
            token = self._word(first)
        elif first in self._punctuation_chars:
            token = self._punctuation(first)
        elif first in self.quotes:
            token = self._word(self._quoted(first)) if self.posix else first + self._quoted(first) + first
        else:
            token = self._word(first) if self.whitespace_split else first
        return token

    def _char(self):
        """The next character, "" at the end."""
        char = self._pushback_chars.pop() if self._pushback_chars else self.instream.read(1)
        if char == "\n":
            self.lineno += 1
        return char

    def _first_char(self):
        """The first character that is neither space nor comment."""
        while self.state is not None and (char := self._char()):
            if char in self.whitespace:
                continue
            if char not in self.commenters:
                return char
            self._skip_line()
        return ""

    def _skip_line(self):
        self.instream.readline()
        self.lineno += 1

    def _rest_of_token(self):
        """The characters up to the next space, or comment if it ends tokens."""
        while char := self._char():
            if char in self.whitespace:
                return
            if char not in self.commenters:
                yield char
            else:
                self._skip_line()
                if self.posix:
                    return
        self.state = None

    def _word(self, text):
        for char in self._rest_of_token():
            if self.posix and char in self.quotes:
                text += self._quoted(char)
            elif self.posix and char in self.escape:
                text += self._escaped()
            elif char in self.wordchars or char in self.quotes or self.whitespace_split and char not in self._punctuation_chars:
                text += char
            else:
                (self._pushback_chars.append if self._punctuation_chars else self.push_token)(char)
                break
        return text

    def _punctuation(self, text):
        for char in self._rest_of_token():
            if char not in self._punctuation_chars:
                self._pushback_chars.append(char)
                break
            text += char
        return text

    def _quoted(self, mark):
        """The text up to a closing quotation mark."""
        text = ""
        while (char := self._char()) != mark:
            if not char:
                raise ValueError("No closing quotation")
            if self.posix and char in self.escape and mark in self.escapedquotes:
                escaped = self._escaped()
                text += escaped if escaped in (char, mark) else char + escaped
            else:
                text += char
        return text

    def _escaped(self):
        if char := self._char():
            return char
        raise ValueError("No escaped character")


def _as_stream(text):
    return StringIO(text) if isinstance(text, str) else text


def split(s, comments=False, posix=True):
    """The words of a command."""
    if s is None:
        raise ValueError("s argument must not be None")
    words = shlex(s, posix=posix)
    words.whitespace_split, words.commenters = True, words.commenters if comments else ""
    return list(words)


_plain = re.compile(r"(?a)[\w@%+=:,./-]+")


def quote(s):
    """A text as one word of a command."""
    if not s:
        return "''"
    if not isinstance(s, str):
        raise TypeError(f"expected string object, got {type(s).__name__!r}")
    return s if _plain.fullmatch(s) else "'" + "'\"'\"'".join(s.split("'")) + "'"


def join(split_command):
    """A command of these words."""
    return " ".join(map(quote, split_command))
