"""Reports of exceptions and stacks."""

import _traceback
import sys as _sys

__all__ = ["extract_stack", "extract_tb", "format_exception", "format_exception_only", "format_list", "format_stack", "format_tb",
           "print_exc", "format_exc", "print_exception", "print_last", "print_stack", "print_tb", "clear_frames", "FrameSummary",
           "StackSummary", "TracebackException", "walk_stack", "walk_tb", "print_list"]

_absent = object()


class FrameSummary:
    """One frame of a stack."""

    __slots__ = ("filename", "lineno", "end_lineno", "colno", "end_colno", "name", "_line", "locals", "_text")

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None, colno=None, end_colno=None,
                 **kwargs):
        self.filename = filename
        self.lineno = lineno
        self.end_lineno = lineno if end_lineno is None else end_lineno
        self.colno = colno
        self.end_colno = end_colno
        self.name = name
        self._line = line
        self.locals = locals
        self._text = None

    @property
    def line(self):
        return None if self._line is None else self._line.strip()

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return (self.filename, self.lineno, self.name, self.locals) == (other.filename, other.lineno, other.name, other.locals)
        if isinstance(other, tuple):
            return (self.filename, self.lineno, self.name, self.line) == other
        return NotImplemented

    def __getitem__(self, pos):
        return (self.filename, self.lineno, self.name, self.line)[pos]

    def __iter__(self):
        return iter([self.filename, self.lineno, self.name, self.line])

    def __len__(self):
        return 4

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"

    def _format(self):
        if self._text is not None:
            return self._text
        text = f'  File "{self.filename}", line {self.lineno}, in {self.name}\n'
        return text + f"    {self.line}\n" if self.line else text


def _summary(entry):
    filename, lineno, name, line, end_lineno, colno, end_colno, text = entry
    frame = FrameSummary(filename, lineno, name, line=line, end_lineno=end_lineno, colno=colno, end_colno=end_colno)
    frame._text = text
    return frame


def _limited(entries, limit):
    if limit is None:
        limit = getattr(_sys, "tracebacklimit", None)
        if limit is not None and limit < 0:
            limit = 0
    if limit is None:
        return entries
    return entries[:limit] if limit >= 0 else entries[limit:]


class StackSummary(list):
    @classmethod
    def extract(cls, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        frames = [FrameSummary(f.f_code.co_filename, n, f.f_code.co_name) for f, n in frame_gen]
        return cls(_limited(frames, limit))

    @classmethod
    def from_list(cls, a_list):
        return cls(f if isinstance(f, FrameSummary) else FrameSummary(f[0], f[1], f[2], line=f[3]) for f in a_list)

    def format_frame_summary(self, frame_summary, **kwargs):
        return frame_summary._format()

    def format(self, **kwargs):
        out, last, count = [], None, 0
        for f in self:
            key = f.filename, f.lineno, f.name
            if key != last:
                if count > 3:
                    n = count - 3
                    out.append(f"  [Previous line repeated {n} more time{'s' if n > 1 else ''}]\n")
                last, count = key, 0
            count += 1
            if count <= 3:
                out.append(self.format_frame_summary(f))
        if count > 3:
            n = count - 3
            out.append(f"  [Previous line repeated {n} more time{'s' if n > 1 else ''}]\n")
        return out


def extract_tb(tb, limit=None):
    return StackSummary(_limited([_summary(e) for e in _traceback.frames(tb)], limit))


def extract_stack(f=None, limit=None):
    frames = [_summary(e) for e in _traceback.stack()]
    if limit is not None:
        frames = frames[-limit:] if limit >= 0 else frames[:-limit]
    return StackSummary(frames)


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def walk_stack(f):
    if f is None:
        f = _sys._getframe(1)
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def clear_frames(tb):
    pass


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    _print(format_list(extracted_list), file)


def _print(lines, file):
    (_sys.stderr if file is None else file).write("".join(lines))


def format_tb(tb, limit=None):
    return extract_tb(tb, limit).format()


def print_tb(tb, limit=None, file=None):
    _print(format_tb(tb, limit), file)


def format_stack(f=None, limit=None):
    return extract_stack(f, limit).format()


def print_stack(f=None, limit=None, file=None):
    _print(format_stack(f, limit), file)


def _value(exc, value, tb):
    """The exception that the old three-part or the new one-part call means."""
    if (value is _absent) != (tb is _absent):
        raise ValueError("Both or neither of value and tb must be given")
    if value is _absent:
        if exc is not None and not isinstance(exc, BaseException):
            raise TypeError(f"Exception expected for value, {type(exc).__name__} found")
        return exc
    return value


def format_exception(exc, /, value=_absent, tb=_absent, limit=None, chain=True, **kwargs):
    e = _value(exc, value, tb)
    if e is None:
        return ["NoneType: None\n"]
    return list(TracebackException(type(e), e, e.__traceback__ if tb is _absent else tb, limit=limit).format(chain=chain))


def print_exception(exc, /, value=_absent, tb=_absent, limit=None, file=None, chain=True, **kwargs):
    _print(format_exception(exc, value, tb, limit, chain), file)


def format_exception_only(exc, /, value=_absent, *, show_group=False, **kwargs):
    e = exc if value is _absent else value
    if e is None:
        return ["NoneType: None\n"]
    return list(TracebackException(type(e), e, None).format_exception_only())


def format_exc(limit=None, chain=True):
    return "".join(format_exception(_sys.exception(), limit=limit, chain=chain))


def print_exc(limit=None, file=None, chain=True):
    print_exception(_sys.exception(), limit=limit, file=file, chain=chain)


def print_last(limit=None, file=None, chain=True):
    if getattr(_sys, "last_exc", None) is None:
        raise ValueError("no last exception")
    print_exception(_sys.last_exc, limit=limit, file=file, chain=chain)


_CAUSE = "\nThe above exception was the direct cause of the following exception:\n\n"
_CONTEXT = "\nDuring handling of the above exception, another exception occurred:\n\n"


class TracebackException:
    """An exception made ready to be shown."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False, compact=False,
                 max_group_width=15, max_group_depth=10, save_exc_type=True, _seen=None):
        seen = set() if _seen is None else _seen
        seen.add(id(exc_value))
        self._exc = exc_value
        self.exc_type = exc_type if save_exc_type else None
        self.exc_type_str = exc_type.__qualname__ if exc_type.__module__ in ("builtins", "__main__") else \
            f"{exc_type.__module__}.{exc_type.__qualname__}"
        try:
            self._str = str(exc_value)
        except Exception:
            self._str = "<exception str() failed>"
        self.stack = extract_tb(exc_traceback, limit)
        self._limited = limit is not None
        self._has_traceback = exc_traceback is not None
        self.__notes__ = getattr(exc_value, "__notes__", None)
        cause, context = exc_value.__cause__, exc_value.__context__
        self.__suppress_context__ = exc_value.__suppress_context__
        self.__cause__ = self.__context__ = self.exceptions = None
        if cause is not None and id(cause) not in seen:
            self.__cause__ = TracebackException(type(cause), cause, cause.__traceback__, limit=limit, _seen=seen)
        if context is not None and id(context) not in seen and not (cause is not None or self.__suppress_context__):
            self.__context__ = TracebackException(type(context), context, context.__traceback__, limit=limit, _seen=seen)

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def format_exception_only(self, *, show_group=False, **kwargs):
        text = _traceback.last_lines(self._exc) if self._has_traceback else _traceback.last_lines_alone(self._exc)
        if isinstance(self._exc, SyntaxError):
            yield from text.splitlines(True)
            return
        notes = self.__notes__
        tail = []
        if notes is not None and not isinstance(notes, str):
            for note in notes:
                tail += [line + "\n" for line in str(note).split("\n")]
        rest = "".join(tail)
        if rest and text.endswith(rest):
            yield text[:-len(rest)]
            yield from tail
        else:
            yield text

    def format(self, *, chain=True, **kwargs):
        if isinstance(self._exc, BaseExceptionGroup) and chain and not self._limited:
            yield from _traceback.exception(self._exc).splitlines(True)
            return
        if chain:
            if self.__cause__ is not None:
                yield from self.__cause__.format(chain=chain)
                yield _CAUSE
            elif self.__context__ is not None and not self.__suppress_context__:
                yield from self.__context__.format(chain=chain)
                yield _CONTEXT
        if self.stack:
            yield "Traceback (most recent call last):\n"
            yield from self.stack.format()
        yield from self.format_exception_only()

    def print(self, *, file=None, chain=True, **kwargs):
        _print(self.format(chain=chain), file)

    def __str__(self):
        return self._str

    def __eq__(self, other):
        if isinstance(other, TracebackException):
            return self.__dict__ == other.__dict__
        return NotImplemented
