"""Regular expressions."""

import enum
import _sre
from _sre import Match, Pattern, PatternError

__all__ = ["match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "compile", "purge", "escape", "error", "Pattern",
           "Match", "A", "I", "L", "M", "S", "X", "U", "ASCII", "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL", "VERBOSE", "UNICODE",
           "NOFLAG", "RegexFlag", "PatternError"]

error = PatternError


class RegexFlag(enum.IntFlag, boundary=enum.KEEP):
    NOFLAG = 0
    ASCII = A = 256
    IGNORECASE = I = 2
    LOCALE = L = 4
    UNICODE = U = 32
    MULTILINE = M = 8
    DOTALL = S = 16
    VERBOSE = X = 64
    DEBUG = 128
    __str__ = object.__str__
    _numeric_repr_ = hex

    def __repr__(self):
        if self._name_ is None:
            return f"re.RegexFlag({hex(self._value_)})" if False else _flag_repr(self._value_)
        return _flag_repr(self._value_)


def _flag_repr(value):
    if value == 0:
        return "re.NOFLAG"
    names = [f"re.{m._name_}" for m in RegexFlag if m._value_ and m._value_ & value == m._value_]
    rest = value & ~sum(m._value_ for m in RegexFlag if m._value_ & value == m._value_)
    if rest:
        names.append(hex(rest))
    return "|".join(names)


NOFLAG = RegexFlag.NOFLAG
ASCII = A = RegexFlag.ASCII
IGNORECASE = I = RegexFlag.IGNORECASE
LOCALE = L = RegexFlag.LOCALE
UNICODE = U = RegexFlag.UNICODE
MULTILINE = M = RegexFlag.MULTILINE
DOTALL = S = RegexFlag.DOTALL
VERBOSE = X = RegexFlag.VERBOSE
DEBUG = RegexFlag.DEBUG

_cache = {}


def _compile(pattern, flags):
    if type(flags) is not int and isinstance(flags, RegexFlag):
        flags = flags.value
    key = type(pattern), pattern, flags
    try:
        return _cache[key]
    except (KeyError, TypeError):
        pass
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    p = _sre.compile(pattern, flags)
    if len(_cache) >= 512:
        _cache.clear()
    _cache[key] = p
    return p


def compile(pattern, flags=0):
    return _compile(pattern, flags)


def match(pattern, string, flags=0):
    return _compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    return _compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    return _compile(pattern, flags).search(string)


_zero = object()


def _positional(name, args, count, flags):
    """maxsplit, count and flags may still be given by position."""
    if args:
        if count is not _zero:
            raise TypeError(f"{name}() got multiple values for argument '{'maxsplit' if name == 'split' else 'count'}'")
        count, *args = args
        if args:
            if flags is not _zero:
                raise TypeError(f"{name}() got multiple values for argument 'flags'")
            flags, *args = args
            if args:
                raise TypeError(f"{name}() takes from {2 if name == 'split' else 3} to {4 if name == 'split' else 5} positional arguments "
                                f"but {(4 if name == 'split' else 5) + len(args)} were given")
    return 0 if count is _zero else count, 0 if flags is _zero else flags


def sub(pattern, repl, string, *args, count=_zero, flags=_zero):
    count, flags = _positional("sub", args, count, flags)
    return _compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, *args, count=_zero, flags=_zero):
    count, flags = _positional("subn", args, count, flags)
    return _compile(pattern, flags).subn(repl, string, count)


def split(pattern, string, *args, maxsplit=_zero, flags=_zero):
    maxsplit, flags = _positional("split", args, maxsplit, flags)
    return _compile(pattern, flags).split(string, maxsplit)


def findall(pattern, string, flags=0):
    return _compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    return _compile(pattern, flags).finditer(string)


def purge():
    _cache.clear()


_special = {i: "\\" + chr(i) for i in b"()[]{}?*+-|^$\\.&~# \t\n\r\v\f"}


def escape(pattern):
    if isinstance(pattern, str):
        return pattern.translate(_special)
    return str(pattern, "latin1").translate(_special).encode("latin1")
