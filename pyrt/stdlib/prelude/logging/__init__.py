"""Records of what happens, a tree of loggers that take them, and handlers that pass them on."""

import _sys
import sys
import time
from weakref import ref as _weak_reference
from logging._format import BufferingFormatter
from logging._format import Formatter
from logging._format import PercentStyle
from logging._format import StrFormatStyle
from logging._format import StringTemplateStyle
from logging._format import _STYLES
from logging._format import _default as _defaultFormatter
from logging._handler import FileHandler
from logging._handler import Filter
from logging._handler import Filterer
from logging._handler import Handler
from logging._handler import NullHandler
from logging._handler import StreamHandler
from logging._handler import _StderrHandler
from logging._handler import _by_name as _handlers
from logging._handler import _open as _handlerList

__all__ = ["BASIC_FORMAT", "BufferingFormatter", "CRITICAL", "DEBUG", "ERROR", "FATAL", "FileHandler", "Filter", "Formatter", "Handler", "INFO",
           "LogRecord", "Logger", "LoggerAdapter", "NOTSET", "NullHandler", "StreamHandler", "WARN", "WARNING", "addLevelName", "basicConfig",
           "captureWarnings", "critical", "debug", "disable", "error", "exception", "fatal", "getHandlerByName", "getHandlerNames",
           "getLevelName", "getLevelNamesMapping", "getLogRecordFactory", "getLogger", "getLoggerClass", "info", "lastResort", "log",
           "makeLogRecord", "raiseExceptions", "setLogRecordFactory", "setLoggerClass", "shutdown", "warn", "warning"]

CRITICAL, ERROR, WARNING, INFO, DEBUG, NOTSET = 50, 40, 30, 20, 10, 0
FATAL, WARN = CRITICAL, WARNING
BASIC_FORMAT = "%(levelname)s:%(name)s:%(message)s"

raiseExceptions = True  # a handler that fails says so on stderr
logThreads = logMultiprocessing = logProcesses = logAsyncioTasks = True
_started = time.time()
_nameToLevel = {"CRITICAL": 50, "FATAL": 50, "ERROR": 40, "WARN": 30, "WARNING": 30, "INFO": 20, "DEBUG": 10, "NOTSET": 0}
_levelToName = {50: "CRITICAL", 40: "ERROR", 30: "WARNING", 20: "INFO", 10: "DEBUG", 0: "NOTSET"}


def getLevelNamesMapping():
    """The levels by name."""
    return dict(_nameToLevel)


def getLevelName(level):
    """The name of a level, or the level of a name."""
    for names in _levelToName, _nameToLevel:
        if (found := names.get(level)) is not None:
            return found
    return f"Level {level}"


def addLevelName(level, levelName):
    """Lets a level be called by a name."""
    _levelToName[level], _nameToLevel[levelName] = levelName, level


def _checkLevel(level):
    """The number of a level that is given by number or name."""
    if isinstance(level, int):
        return level
    if not isinstance(level, str):
        raise TypeError(f"Level not an integer or a valid string: {level!r}")
    if (number := _nameToLevel.get(level)) is None:
        raise ValueError(f"Unknown level: {level!r}")
    return number


class LogRecord:
    """What one call of a logger says."""

    def __init__(self, name, level, pathname, lineno, msg, args, exc_info, func=None, sinfo=None, **kwargs):
        if args and len(args) == 1 and _is_filled_mapping(args[0]):
            args = args[0]  # for "%(key)s"
        since, now = _started, time.time()
        filename = pathname.rpartition("/")[2]
        module = filename.rpartition(".")[0]
        self.__dict__.update(
            name=name, msg=msg, args=args, levelno=level, levelname=_levelToName.get(level) or getLevelName(level),
            pathname=pathname, filename=filename, module=module if module.strip(".") else filename, lineno=lineno, funcName=func,
            exc_info=exc_info, exc_text=None, stack_info=sinfo,
            created=now, msecs=float(int(now * 1000) % 1000), relativeCreated=(now - since) * 1000,
            thread=1, threadName="MainThread", process=1, processName="MainProcess", taskName=None)
        if (threading := _sys.module_get("threading")) is not None:
            thread = threading.current_thread()
            self.thread, self.threadName = thread.ident, thread.name
        if (asyncio := _sys.module_get("asyncio")) is not None and asyncio._get_running_loop() and (task := asyncio.current_task()):
            self.taskName = task.get_name()

    def __repr__(self):
        return f'<LogRecord: {self.name}, {self.levelno}, {self.pathname}, {self.lineno}, "{self.msg}">'

    def getMessage(self):
        """The text, with the arguments in it."""
        text = str(self.msg)
        return text % self.args if self.args else text


def _is_filled_mapping(value):
    if type(value) is dict:
        return len(value) > 0
    if not value or isinstance(value, (str, int)):
        return False
    from collections.abc import Mapping
    return isinstance(value, Mapping)


_logRecordFactory = LogRecord


def setLogRecordFactory(factory):
    """Has records made by something else than LogRecord."""
    global _logRecordFactory
    _logRecordFactory = factory


def getLogRecordFactory():
    """What makes records."""
    return _logRecordFactory


def makeLogRecord(dict):
    """A record with these attributes."""
    made = _logRecordFactory(None, None, "", 0, "", (), None, None)
    vars(made).update(dict)
    return made


def _exception_triple(exc_info):
    """What the argument exc_info of a call means."""
    if isinstance(exc_info, BaseException):
        return type(exc_info), exc_info, exc_info.__traceback__
    return exc_info if isinstance(exc_info, tuple) else sys.exc_info()


def _named_after(level, name, owner=""):
    """A method or function that logs at a level, by log()."""
    def says(self, msg, *args, **kwargs):
        if self.isEnabledFor(level):
            self._log(level, msg, args, **kwargs)
    says.__name__, says.__qualname__ = name, f"{owner}.{name}"
    return says


def _warn_of_warn(kind):
    import warnings
    warnings.warn(f"The 'warn' {kind} is deprecated, use 'warning' instead", DeprecationWarning, 3)


class Logger(Filterer):
    """A place in the tree from which a part of a program logs.

    What it does not refuse goes to its handlers and, as long as propagate is set, to those of the loggers above it.
    """

    def __init__(self, name, level=NOTSET):
        Filterer.__init__(self)
        self.name, self.level = name, _checkLevel(level)
        self.parent, self.propagate, self.disabled, self.handlers = None, True, False, []

    def __repr__(self):
        return f"<{type(self).__name__} {self.name} ({getLevelName(self.getEffectiveLevel())})>"

    def __reduce__(self):
        if getLogger(self.name) is not self:
            import pickle
            raise pickle.PicklingError("logger cannot be pickled")
        return getLogger, (self.name,)

    def setLevel(self, level):
        self.level = _checkLevel(level)

    def getEffectiveLevel(self):
        """The level of the nearest logger on the way up that has one."""
        while self is not None:
            if self.level:
                return self.level
            self = self.parent
        return NOTSET

    def isEnabledFor(self, level):
        """Whether a call at a level would do anything."""
        return level > self.manager.disable and not self.disabled and level >= self.getEffectiveLevel()

    debug = _named_after(DEBUG, "debug", "Logger")
    info = _named_after(INFO, "info", "Logger")
    warning = _named_after(WARNING, "warning", "Logger")
    error = _named_after(ERROR, "error", "Logger")
    critical = _named_after(CRITICAL, "critical", "Logger")

    def fatal(self, msg, *args, **kwargs):
        self.critical(msg, *args, **kwargs)

    def warn(self, msg, *args, **kwargs):
        _warn_of_warn("method")
        self.warning(msg, *args, **kwargs)

    def exception(self, msg, *args, exc_info=True, **kwargs):
        self.error(msg, *args, exc_info=exc_info, **kwargs)

    def log(self, level, msg, *args, **kwargs):
        if isinstance(level, int):
            if self.isEnabledFor(level):
                self._log(level, msg, args, **kwargs)
        elif raiseExceptions:
            raise TypeError("level must be an integer")

    def _log(self, level, msg, args, exc_info=None, extra=None, stack_info=False, stacklevel=1):
        path, line, function, stack = self.findCaller(stack_info, stacklevel)
        exc_info = _exception_triple(exc_info) if exc_info else None
        self.handle(self.makeRecord(self.name, level, path, line, msg, args, exc_info, function, extra, stack))

    def findCaller(self, stack_info=False, stacklevel=1):
        """File, line and function of the call, and the stack if it is wanted."""
        path, line, function = _sys.caller("<stdlib>/logging/", stacklevel)
        return path, line, function, "Stack (most recent call last):\n" + _stack_text()[:-1] if stack_info else None

    def makeRecord(self, name, level, fn, lno, msg, args, exc_info, func=None, extra=None, sinfo=None):
        record = _logRecordFactory(name, level, fn, lno, msg, args, exc_info, func, sinfo)
        if extra is not None:
            attributes = record.__dict__
            for key, value in extra.items():
                if key in attributes or key in ("message", "asctime"):
                    raise KeyError(f"Attempt to overwrite {key!r} in LogRecord")
                attributes[key] = value
        return record

    def handle(self, record):
        """Passes a record on, unless a filter objects."""
        if not self.disabled:
            verdict = self.filter(record)
            if verdict:
                self.callHandlers(verdict if isinstance(verdict, LogRecord) else record)

    def _upwards(self):
        """The handlers that records of this logger go to."""
        found, place = [], self
        while place is not None:
            found += place.handlers
            place = place.parent if place.propagate else None
        return found

    def callHandlers(self, record):
        found = self._upwards()
        for handler in found or self.manager._when_none(self):
            if record.levelno >= handler.level:
                handler.handle(record)

    def hasHandlers(self):
        """Whether records would go anywhere."""
        return bool(self._upwards())

    def addHandler(self, hdlr):
        if hdlr not in self.handlers:
            self.handlers.append(hdlr)

    def removeHandler(self, hdlr):
        if hdlr in self.handlers:
            self.handlers.remove(hdlr)

    def getChild(self, suffix):
        """The logger of that name below this one."""
        return self.manager.getLogger(suffix if self is self.root else f"{self.name}.{suffix}")

    def getChildren(self):
        """The loggers one step below this one."""
        depth = 0 if self is self.root else self.name.count(".") + 1
        return {each for name, each in self.manager.loggerDict.items()
                if isinstance(each, Logger) and each.parent is self and name.count(".") == depth}


def _stack_text():
    """The stack, as far as it does not belong to logging."""
    import traceback
    return "".join(traceback.StackSummary.from_list(f for f in traceback.extract_stack() if not f.filename.startswith("<stdlib>/logging/")).format())


class RootLogger(Logger):
    """The logger above all others."""

    def __init__(self, level):
        Logger.__init__(self, "root", level)

    def __reduce__(self):
        return getLogger, ()


class PlaceHolder:
    """Stands for a logger that nobody has asked for, above some that were."""

    def __init__(self, alogger):
        self.loggerMap = {}
        self.append(alogger)

    def append(self, alogger):
        self.loggerMap[alogger] = None


class Manager:
    """A tree of loggers."""

    def __init__(self, rootnode):
        self.root, self.loggerDict = rootnode, {}
        self.disable = NOTSET
        self.emittedNoHandlerWarning = False
        self.loggerClass = self.logRecordFactory = None

    @property
    def disable(self):
        """Records up to this level are dropped, whatever the loggers say."""
        return self._disable

    @disable.setter
    def disable(self, value):
        self._disable = _checkLevel(value)

    def getLogger(self, name):
        """The logger of that name, made and hung into the tree if it is asked for the first time."""
        known = self.loggerDict
        if not isinstance(name, str):
            raise TypeError("A logger name must be a string")
        found = known.get(name)
        if found is not None and not isinstance(found, PlaceHolder):
            return found
        known[name] = made = (self.loggerClass or _loggerClass)(name)
        made.manager, made.parent = self, self._parent_for(made, name)
        if found is not None:
            for below in found.loggerMap:
                if not below.parent.name.startswith(name):
                    below.parent = made
        return made

    def _parent_for(self, made, name):
        """The nearest logger above a new one; the gaps on the way to it remember what is below."""
        above = name.rpartition(".")[0]
        while above:
            there = self.loggerDict.setdefault(above, None)
            if there is None:
                self.loggerDict[above] = PlaceHolder(made)
            elif isinstance(there, PlaceHolder):
                there.append(made)
            else:
                return there
            above = above.rpartition(".")[0]
        return self.root

    def setLoggerClass(self, klass):
        self.loggerClass = _demand_logger_class(klass)

    def setLogRecordFactory(self, factory):
        self.logRecordFactory = factory

    def _when_none(self, logger):
        """The handlers for what nobody else handles."""
        if lastResort is not None:
            return (lastResort,)
        if raiseExceptions and not self.emittedNoHandlerWarning:
            self.emittedNoHandlerWarning = True
            sys.stderr.write(f'No handlers could be found for logger "{logger.name}"\n')
        return ()


def _demand_logger_class(klass):
    if klass is not Logger and not issubclass(klass, Logger):
        raise TypeError(f"logger not derived from logging.Logger: {klass.__name__}")
    return klass


_loggerClass = Logger
_defaultLastResort = lastResort = _StderrHandler(WARNING)
root = RootLogger(WARNING)
Logger.root = root
Logger.manager = root.manager = Manager(root)


def setLoggerClass(klass):
    """Has loggers made of another class."""
    global _loggerClass
    _loggerClass = _demand_logger_class(klass)


def getLoggerClass():
    """The class that loggers are made of."""
    return _loggerClass


def getLogger(name=None):
    """The logger of that name; without one, the root of the tree."""
    return root if not name or name == root.name else Logger.manager.getLogger(name)


from logging._adapter import LoggerAdapter


def basicConfig(*, filename=None, filemode="a", format=None, datefmt=None, style="%", level=None, stream=None, handlers=None, force=False,
                encoding=None, errors="backslashreplace", **kwargs):
    """Gives the root logger a handler, or several, if it has none."""
    if force:
        while root.handlers:
            handler = root.handlers[0]
            root.removeHandler(handler)
            handler.close()
    if root.handlers:
        return
    if handlers is None:
        if stream is not None and filename is not None:
            raise ValueError("'stream' and 'filename' should not be specified together")
        handlers = [FileHandler(filename, filemode, encoding, errors=errors) if filename else StreamHandler(stream)]
    elif stream is not None or filename is not None:
        raise ValueError("'stream' or 'filename' should not be specified together with 'handlers'")
    if style not in _STYLES:
        raise ValueError("Style must be one of: " + ",".join(_STYLES))
    formatter = Formatter(_STYLES[style][1] if format is None else format, datefmt, style)
    for handler in handlers:
        if handler.formatter is None:
            handler.setFormatter(formatter)
        root.addHandler(handler)
    if level is not None:
        root.setLevel(level)
    if kwargs:
        raise ValueError("Unrecognised argument(s): " + ", ".join(kwargs))


def _by_root(name):
    """A function that logs by the root logger, which gets a handler first if it has none."""
    def says(msg, *args, **kwargs):
        if not root.handlers:
            basicConfig()
        getattr(root, name)(msg, *args, **kwargs)
    says.__name__ = says.__qualname__ = name
    return says


debug, info, warning, error, critical = map(_by_root, ("debug", "info", "warning", "error", "critical"))
exception, log = _by_root("exception"), _by_root("log")


def fatal(msg, *args, **kwargs):
    """Another name of critical()."""
    critical(msg, *args, **kwargs)


def warn(msg, *args, **kwargs):
    """An old name of warning()."""
    _warn_of_warn("function")
    warning(msg, *args, **kwargs)


def disable(level=CRITICAL):
    """Drops all records up to a level."""
    root.manager.disable = level


def shutdown(handlerList=None):
    """Flushes and closes all handlers, the last one first."""
    for handler in reversed(_handlerList if handlerList is None else handlerList):
        handler = handler() if isinstance(handler, _weak_reference) else handler
        try:
            handler.flush()
            handler.close()
        except (OSError, ValueError, AttributeError):
            pass  # its stream was closed before
        except Exception:
            if raiseExceptions:
                raise


def captureWarnings(capture):
    """Has warnings logged by logger py.warnings, or not any more."""
    global _warnings_showwarning
    import warnings
    if capture and _warnings_showwarning is None:
        _warnings_showwarning, warnings.showwarning = warnings.showwarning, _showwarning
    elif not capture and _warnings_showwarning is not None:
        warnings.showwarning, _warnings_showwarning = _warnings_showwarning, None


_warnings_showwarning = None  # what shows warnings while they are not logged


def _showwarning(message, category, filename, lineno, file=None, line=None):
    if file is not None:
        return _warnings_showwarning(message, category, filename, lineno, file, line)
    import warnings
    logger = getLogger("py.warnings")
    if not logger.handlers:
        logger.addHandler(NullHandler())
    logger.warning("%s", warnings.formatwarning(message, category, filename, lineno, line))


def getHandlerByName(name):
    """The handler that has that name."""
    return _handlers.get(name)


def getHandlerNames():
    """The names of all handlers that have one."""
    return frozenset(_handlers)
