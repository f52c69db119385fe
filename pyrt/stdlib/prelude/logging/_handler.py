"""Where logging passes records on to, and what may hold them up."""

import logging
import sys
from logging._format import _default

_by_name = {}
_open = []  # all handlers that are not closed


class Filter:
    """Lets records of one logger and those below it through."""

    __module__ = "logging"

    def __init__(self, name=""):
        self.name, self.nlen = name, len(name)

    def filter(self, record):
        return not self.name or (record.name + ".").startswith(self.name + ".")


class Filterer:
    """What may have filters."""

    __module__ = "logging"

    def __init__(self):
        self.filters = []

    def addFilter(self, filter):
        if filter not in self.filters:
            self.filters.append(filter)

    def removeFilter(self, filter):
        if filter in self.filters:
            self.filters.remove(filter)

    def filter(self, record):
        """The record, or what a filter puts in its place; False if a filter objects."""
        for each in self.filters:
            verdict = each.filter(record) if hasattr(each, "filter") else each(record)
            if not verdict:
                return False
            if isinstance(verdict, logging.LogRecord):
                record = verdict
        return record


class Handler(Filterer):
    """Does something with each record that it gets."""

    __module__ = "logging"
    _name = _lock = None
    _closed = False

    def __init__(self, level=0):
        Filterer.__init__(self)
        self.level, self.formatter = logging._checkLevel(level), None
        self.createLock()
        _open.append(self)

    def __repr__(self):
        return f"<{type(self).__name__} ({logging.getLevelName(self.level)})>"

    def get_name(self):
        return self._name

    def set_name(self, name):
        _by_name.pop(self._name, None)
        self._name = name
        if name:
            _by_name[name] = self

    name = property(lambda self: self.get_name(), lambda self, name: self.set_name(name))

    def createLock(self):
        """Threads run in turn here, so the lock is only made for those who ask for it."""
        self._lock = True

    @property
    def lock(self):
        if self._lock is True:
            import threading
            self._lock = threading.RLock()
        return self._lock

    @lock.setter
    def lock(self, value):
        self._lock = value

    def acquire(self):
        if self.lock:
            self.lock.acquire()

    def release(self):
        if self.lock:
            self.lock.release()

    def setLevel(self, level):
        self.level = logging._checkLevel(level)

    def setFormatter(self, fmt):
        self.formatter = fmt

    def format(self, record):
        return (self.formatter or _default).format(record)

    def handle(self, record):
        """Emits a record, unless a filter objects."""
        verdict = self.filter(record)
        if verdict:
            self.emit(verdict if isinstance(verdict, logging.LogRecord) else record)
        return verdict

    def emit(self, record):
        raise NotImplementedError("emit must be implemented by Handler subclasses")

    def flush(self):
        pass

    def close(self):
        """Forgets the handler."""
        self._closed = True
        if _by_name.get(self._name) is self:
            del _by_name[self._name]
        if self in _open:
            _open.remove(self)

    def handleError(self, record):
        """Says on stderr that a record could not be emitted."""
        if not (logging.raiseExceptions and sys.stderr):
            return
        import traceback
        try:
            said = ["--- Logging error ---\n", *traceback.format_exception(*sys.exc_info()), "Call stack:\n", logging._stack_text()]
            try:
                said.append(f"Message: {record.msg!r}\nArguments: {record.args}\n")
            except RecursionError:
                raise
            except Exception:
                said.append("Unable to print the message and arguments - possible formatting error.\nUse the traceback above to help find the error.\n")
            sys.stderr.write("".join(said))
        except OSError:
            pass


class StreamHandler(Handler):
    """Writes texts to a stream."""

    __module__ = "logging"
    terminator = "\n"

    def __init__(self, stream=None):
        Handler.__init__(self)
        self.stream = sys.stderr if stream is None else stream

    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)

    def __repr__(self):
        name = str(getattr(self.stream, "name", ""))
        return f"<{type(self).__name__} {name}{' ' if name else ''}({logging.getLevelName(self.level)})>"

    def setStream(self, stream):
        """Writes to another stream from now on, and gives the old one; None if it is the same."""
        if stream is self.stream:
            return None
        self.flush()
        before, self.stream = self.stream, stream
        return before

    def flush(self):
        if (flush := getattr(self.stream, "flush", None)) is not None:
            flush()

    def emit(self, record):
        try:
            self.stream.write(self.format(record) + self.terminator)
            self.flush()
        except RecursionError:
            raise
        except Exception:
            self.handleError(record)


class FileHandler(StreamHandler):
    """The sandbox writes no files: records go nowhere."""

    __module__ = "logging"

    def __init__(self, filename, mode="a", encoding=None, delay=False, errors=None):
        import io
        import os
        StreamHandler.__init__(self, io.StringIO())
        self.baseFilename, self.mode, self.encoding, self.delay, self.errors = os.path.abspath(filename), mode, encoding, delay, errors

    def __repr__(self):
        return f"<{type(self).__name__} {self.baseFilename} ({logging.getLevelName(self.level)})>"


class _StderrHandler(StreamHandler):
    """Writes to what is sys.stderr at the time."""

    __module__ = "logging"

    def __init__(self, level=0):
        Handler.__init__(self, level)

    stream = property(lambda self: sys.stderr)


class NullHandler(Handler):
    """Does nothing."""

    __module__ = "logging"

    def createLock(self):
        self.lock = None

    def handle(self, record):
        pass

    def emit(self, record):
        pass
