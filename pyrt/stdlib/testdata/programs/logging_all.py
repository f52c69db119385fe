# levels and their names
import logging as L
def t(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
print([getattr(L, n) for n in "CRITICAL FATAL ERROR WARNING WARN INFO DEBUG NOTSET".split()], L.getLevelNamesMapping())
for x in (10, 0, 5, 35, "INFO", "WARN", "FATAL", "nope", 2.5, None, True): t(L.getLevelName, x)
L.addLevelName(35, "LOUD"); print(L.getLevelName(35), L.getLevelName("LOUD"), L.getLevelNamesMapping()["LOUD"]); L.addLevelName(L.INFO, "info!"); print(L.getLevelName(20), L.getLevelName("INFO"), L.getLevelName("info!"))
g = L.getLogger("a")
for x in (10, "DEBUG", "LOUD", "debug", "Nope", 2.5, None, [1], b"INFO", True): t(g.setLevel, x); print(g.level, g.getEffectiveLevel())
t(L.Handler, "nope"); t(L.Handler, 1.5); print(L.Handler("ERROR").level); t(L.Logger, "x", "Q"); print(L.Logger("x", "INFO").level)
for x in ("Q", 3.5, 35, "LOUD", None): t(L.disable, x)
print(L.root.manager.disable, L.getLogger("a").isEnabledFor(35), g.isEnabledFor(36)); L.disable(L.NOTSET); print(L.root.manager.disable)
L.disable(); print(L.root.manager.disable); L.disable(0)
m = L.getLevelNamesMapping(); m["X"] = 1; print("X" in L.getLevelNamesMapping(), L.raiseExceptions, L.BASIC_FORMAT)
# ---
# records
import logging as L
r = L.LogRecord("n.m", L.INFO, "/some/dir/file.py", 12, "hi %s %d", ("x", 3), None, "func", "stack")
print(r, repr(r), r.getMessage(), r.name, r.levelno, r.levelname, r.pathname, r.filename, r.module, r.lineno, r.funcName, r.stack_info, r.exc_info, r.exc_text, r.args, r.msg)
print(sorted(r.__dict__), r.created > 1e9, 0 <= r.msecs < 1000, r.msecs == int(r.msecs), r.threadName, r.processName, r.taskName, r.relativeCreated >= 0)
def m(msg, args, **k):
    try: print(L.LogRecord("n", 20, "p", 1, msg, args, None, **k).getMessage())
    except Exception as e: print(type(e).__name__, e)
m("a", ()); m("a %", ()); m("a %s", None); m("%(x)s", ({"x": 1},)); m("%s", ({},)); m("%s", ({"a": 1},)); m("%s", ([1],)); m("%s", ((1, 2),)); m("%d", ("x",)); m("%s %s", (1,)); m("", (1,)); m(5, ()); m(ValueError("e"), ()); m(["%s"], (1,)); m("%s", (None,)); m("%(a)s", {"a": 2}); m("x", {}); m("%%", (1,)); m("100%", ())
from collections import UserDict, ChainMap
m("%(x)s", (UserDict(x=1),)); m("%(y)s", (ChainMap({"y": 2}),))
for p in ("f.py", "a/b", "a/b.c.py", "", "dir/", ".py", "x.txt"): q = L.LogRecord(None, 0, p, 0, "", (), None); print(repr(q.filename), repr(q.module), q.levelname)
d = L.makeLogRecord({"msg": "made %s", "args": (1,), "extra": 3, "levelname": "ODD"}); print(d, d.getMessage(), d.extra, d.levelname, d.levelno, d.name, d.exc_info)
class R(L.LogRecord):
    def getMessage(self): return "<" + super().getMessage() + ">"
L.setLogRecordFactory(R); print(L.getLogRecordFactory() is R, type(L.makeLogRecord({})).__name__, L.getLogger("q").makeRecord("q", 20, "f", 1, "m", (), None).getMessage()); L.setLogRecordFactory(L.LogRecord)
g = L.getLogger("q")
def mk(extra):
    try: x = g.makeRecord("q", 20, "f", 1, "m", (), None, extra=extra, func="fu", sinfo="si"); print({k: getattr(x, k) for k in extra}, x.funcName, x.stack_info)
    except Exception as e: print(type(e).__name__, e)
mk({"a": 1}); mk({"message": 1}); mk({"asctime": 1}); mk({"name": 1}); mk({"b": 1, "lineno": 2})
# ---
# formatters: styles
import logging as L
r = L.makeLogRecord({"name": "n", "msg": "hi %s", "args": ("x",), "levelname": "INFO", "levelno": 20, "created": 86400.5, "msecs": 500.0, "extra": 7})
def f(*a, **k):
    try: x = L.Formatter(*a, **k); print(repr(x.format(r)), x.usesTime(), x._fmt)
    except Exception as e: print(type(e).__name__, e, repr(e.__cause__))
f(); f(None); f(""); f("%(message)s"); f("%(levelname)-8s|%(name)5.3s|%(levelno)05d|%(message)s"); f("%(asctime)s %(msecs)03d %(message)s", "%Y/%m/%d"); f("%(nothing)s"); f("no fields"); f("no fields", validate=False); f("%(message"); f("%(message)y"); f("%(a)s", defaults={"a": 1}); f("%(extra)s %(a)s", None, "%", defaults={"a": 1, "extra": 2}); f("%(asctime)-30s|", validate=False); f("%(message)s %%")
f("{message}", style="{"); f("{levelname:>8}|{levelno:+d}|{message!r}", style="{"); f("{asctime} {name}", style="{"); f("{nothing}", style="{"); f("{", style="{"); f("{}", style="{"); f("{0}", style="{"); f("{message!z}", style="{"); f("{message:{levelno}}", style="{"); f("x", style="{"); f("{args[0]}", style="{"); f("{a}", style="{", defaults={"a": 1}); f("{message:y}", style="{"); f("{a-b}", style="{"); f(None, style="{"); f("{lineno}{message!s:^9}", style="{")
f("$message", style="$"); f("${levelname} $name $$", style="$"); f("$asctime", style="$"); f("${asctime} x", style="$"); f("$nothing", style="$"); f("plain", style="$"); f("$", style="$"); f("$ x ${message}", style="$"); f("$1", style="$"); f("$a", style="$", defaults={"a": 1}); f(None, style="$"); f("$$ only", style="$")
f("%(message)s", style="x"); f("%(message)s", style=None)
print(L.PercentStyle.default_format, L.StrFormatStyle.default_format, L.StringTemplateStyle.default_format, L.StrFormatStyle.__mro__[1].__name__, L.StringTemplateStyle.__mro__[1].__name__)
for c in (L.PercentStyle, L.StrFormatStyle, L.StringTemplateStyle): print(c.__module__, c.asctime_format, c.asctime_search)
s = L.PercentStyle("%(a)s", defaults={"a": 3}); print(s.usesTime(), s.format(r)); s.validate() if s else None; print(L.PercentStyle("").format(r.__class__("n", 10, "p", 1, "m", (), None)) if False else "")
# ---
# formatters: times, exceptions, stacks, classes of one's own
import logging as L, time, sys
r = L.makeLogRecord({"msg": "m", "created": 86400.25, "msecs": 250.0})
x = L.Formatter("%(asctime)s"); x.converter = time.gmtime; print(x.format(r), x.formatTime(r), x.formatTime(r, "%H-%M"), x.formatTime(r, ""), r.asctime, r.message)
x.default_msec_format = "%s.%03d"; print(x.formatTime(r)); x.default_msec_format = None; print(x.formatTime(r)); x.default_time_format = "%d"; print(x.formatTime(r))
class Z(L.Formatter):
    converter = time.gmtime; default_time_format = "%H:%M"; default_msec_format = "%s~%d"
    def formatException(self, ei): return "EXC " + ei[0].__name__
    def formatStack(self, s): return "STACK " + s
    def formatMessage(self, record): return "[" + super().formatMessage(record) + "]"
print(Z("%(asctime)s %(message)s").format(r))
try: 1 / 0
except ZeroDivisionError: ei = sys.exc_info()
r = L.makeLogRecord({"msg": "m", "exc_info": ei, "stack_info": "where\nwhat"}); print(Z().format(r)); print(r.exc_text)
def own(text): return text.replace(__file__, "program.py")
r = L.makeLogRecord({"msg": "m", "exc_info": ei}); print(L.Formatter().format(r).replace(__file__, "program.py")); print(r.exc_text.split(chr(10))[-1], r.exc_text[-5:]); print(own(Z().format(r)))
r = L.makeLogRecord({"msg": "m\n", "exc_text": "cached\n", "stack_info": "st"}); print(L.Formatter().format(r))
print(L.Formatter().formatException((None, None, None)), L.Formatter().formatStack("s"))
class S(L.Formatter):
    converter = staticmethod(lambda s: time.gmtime(0))
print(S("%(asctime)s", "%Y").format(L.makeLogRecord({"created": 1e9})))
b = L.BufferingFormatter(); a, c = L.makeLogRecord({"msg": "a"}), L.makeLogRecord({"msg": "b"}); print(repr(b.format([a, c])), repr(b.format([])), type(b.linefmt))
class B(L.BufferingFormatter):
    def formatHeader(self, records): return "<%d:" % len(records)
    def formatFooter(self, records): return ">"
print(B(L.Formatter("%(message)s,")).format([a, c]), repr(B().format([])))
