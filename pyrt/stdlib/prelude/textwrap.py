"""Wrapping and filling of text."""

import re

__all__ = ["TextWrapper", "wrap", "fill", "dedent", "indent", "shorten"]

_whitespace = "\t\n\x0b\x0c\r "


class TextWrapper:
    """Breaks paragraphs into lines; the attributes are the options."""

    _word = r"[\w!\"'&.,?]"
    _wordsep = re.compile(r"""
        ( [\t\n\x0b\x0c\r\ ]+
        | (?<=[\w!"'&.,?])-{2,}(?=\w)
        | [^\t\n\x0b\x0c\r\ ]+? (?:
            -(?: (?<=[^\d\W]{2}-) | (?<=[^\d\W]-[^\d\W]-))
             (?= [^\d\W] -? [^\d\W])
          | (?=[\t\n\x0b\x0c\r\ ]|\Z)
          | (?<=[\w!"'&.,?]) (?=-{2,}\w)
          )
        )""", re.VERBOSE)
    _simple = re.compile(r"([\t\n\x0b\x0c\r ]+)")
    _sentence_end = re.compile(r"[a-z][\.\!\?][\"\']?\Z")

    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True, fix_sentence_endings=False,
                 break_long_words=True, drop_whitespace=True, break_on_hyphens=True, tabsize=8, *, max_lines=None, placeholder=" [...]"):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _chunks(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = text.translate({ord(c): " " for c in _whitespace})
        pattern = self._wordsep if self.break_on_hyphens else self._simple
        chunks = [c for c in pattern.split(text) if c]
        if self.fix_sentence_endings:
            i = 0
            while i < len(chunks) - 1:
                if chunks[i + 1] == " " and self._sentence_end.search(chunks[i]):
                    chunks[i + 1] = "  "
                    i += 2
                else:
                    i += 1
        return chunks

    def _break_word(self, rest, line, used, width):
        space = 1 if width < 1 else width - used
        if self.break_long_words and space > 0:
            end = space
            word = rest[0]
            if self.break_on_hyphens and len(word) > space:
                hyphen = word.rfind("-", 0, space)
                if hyphen > 0 and any(c != "-" for c in word[:hyphen]):
                    end = hyphen + 1
            line.append(word[:end])
            rest[0] = word[end:]
        elif not line:
            line.append(rest.pop(0))

    def _wrap_chunks(self, chunks):
        lines = []
        if self.width <= 0:
            raise ValueError(f"invalid width {self.width!r} (must be > 0)")
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        rest = list(chunks)
        while rest:
            line, used = [], 0
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and rest[0].strip() == "" and lines:
                del rest[0]
            while rest and used + len(rest[0]) <= width:
                used += len(rest[0])
                line.append(rest.pop(0))
            if rest and len(rest[0]) > width:
                self._break_word(rest, line, used, width)
                used = sum(map(len, line))
            if self.drop_whitespace and line and line[-1].strip() == "":
                used -= len(line.pop())
            if not line:
                continue
            if self.max_lines is None or len(lines) + 1 < self.max_lines or \
                    (not rest or self.drop_whitespace and len(rest) == 1 and not rest[0].strip()) and used <= width:
                lines.append(indent + "".join(line))
                continue
            while line:
                if line[-1].strip() and used + len(self.placeholder) <= width:
                    line.append(self.placeholder)
                    lines.append(indent + "".join(line))
                    break
                used -= len(line.pop())
            else:
                if lines:
                    last = lines[-1].rstrip()
                    if len(last) + len(self.placeholder) <= self.width:
                        lines[-1] = last + self.placeholder
                        break
                lines.append(indent + self.placeholder.lstrip())
            break
        return lines

    def wrap(self, text):
        return self._wrap_chunks(self._chunks(text))

    def fill(self, text):
        return "\n".join(self.wrap(text))


def wrap(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(" ".join(text.strip().split()))


def dedent(text):
    try:
        lines = text.split("\n")
    except (AttributeError, TypeError):
        raise TypeError(f"expected str object, not {type(text).__qualname__!r}") from None
    solid = [line for line in lines if line and not line.isspace()]
    low, high = min(solid, default=""), max(solid, default="")
    margin = 0
    for margin, c in enumerate(low):
        if c != high[margin] or c not in " \t":
            break
    return "\n".join([line[margin:] if line and not line.isspace() else "" for line in lines])


def indent(text, prefix, predicate=None):
    if predicate is None:
        return "".join([line if line.isspace() or not line else prefix + line for line in text.splitlines(True)])
    return "".join([prefix + line if predicate(line) else line for line in text.splitlines(True)])
