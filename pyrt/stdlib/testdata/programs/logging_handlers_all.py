# handlers: streams
import logging as L, io, sys
s = io.StringIO(); h = L.StreamHandler(s); print(h.level, h.formatter, h.filters, h.name, h.stream is s, h.terminator == "\n", type(L.StreamHandler().stream) is type(sys.stderr)); h.emit(L.makeLogRecord({"msg": "a"})); h.terminator = "|"; h.handle(L.makeLogRecord({"msg": "b %s", "args": (1,)})); print(repr(s.getvalue()))
n = io.StringIO(); print(h.setStream(n) is s, h.setStream(n), h.stream is n); h.flush(); h.handle(L.makeLogRecord({"msg": "c"})); print(repr(n.getvalue()), bool(h.handle(L.makeLogRecord({"msg": "d"}))))
h.addFilter(lambda r: r.msg != "skip"); print(bool(h.handle(L.makeLogRecord({"msg": "skip"}))), repr(n.getvalue())); h.close(); h.handle(L.makeLogRecord({"msg": "after"})); print(repr(n.getvalue()))
class W:
    def write(self, t): self.t = getattr(self, "t", "") + t
w = W(); k = L.StreamHandler(w); k.handle(L.makeLogRecord({"msg": "no flush here"})); k.flush(); print(repr(w.t)); print(repr(k)); w.name = "dev"; print(k); w.name = 7; print(k); k.setLevel("ERROR"); print(k, L.StreamHandler(sys.stdout), L.StreamHandler(sys.stderr), L.NullHandler(), L.Handler(15), L.StreamHandler[int].__args__)
# ---
# handlers: the base, names, null
import logging as L
def t(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
h = L.Handler(); r = L.makeLogRecord({"msg": "x %d", "args": (5,)}); t(h.emit, r); t(h.handle, r); print(h.format(r)); h.setFormatter(L.Formatter("<%(message)s>")); print(h.format(r)); t(h.setLevel, "Q"); t(h.setLevel, "WARN"); print(h.level, h); t(h.flush); t(h.createLock); t(h.acquire); t(h.release); t(h.close); t(h.close)
print(h.name, h.get_name()); h.name = "one"; print(h.name, L.getHandlerByName("one") is h, "one" in L.getHandlerNames(), type(L.getHandlerNames()).__name__); h.set_name("two"); print(L.getHandlerByName("one"), L.getHandlerByName("two") is h, sorted(L.getHandlerNames())); h.name = None; print(h.name, L.getHandlerByName("two"), sorted(L.getHandlerNames())); h.name = "three"; h.close(); print(L.getHandlerByName("three"), sorted(L.getHandlerNames()), h.name)
n = L.NullHandler(); print(n.handle(r), n.emit(r), n.createLock(), n.lock); print([c.__mro__[1].__name__ for c in (L.StreamHandler, L.FileHandler, L.NullHandler, L.Handler, L._StderrHandler)])
with h.lock: print("locked")
# ---
# handlers: what goes wrong while they write
import logging as L, sys, io, re
def said():
    text = sys.stderr.getvalue(); sys.stderr = io.StringIO(); return text
sys.stderr = io.StringIO()
class Bad(L.StreamHandler):
    def format(self, record): raise KeyError("bad")
g = L.getLogger("g"); g.propagate = False; g.addHandler(Bad(io.StringIO())); g.error("msg %s", 5); lines = said().split("\n"); print(lines[0], [x for x in lines if x.startswith(("KeyError", "Message", "Arguments"))])
L.raiseExceptions = False; g.error("x"); print(repr(said())); L.raiseExceptions = True
g.handlers[:] = [L.StreamHandler(io.StringIO())]; g.error("%d", "x"); g.error("%s %s", 1); g.error("none", 1); lines = said().split("\n"); print([x for x in lines if x.startswith(("TypeError", "Message", "Arguments", "---"))])
class Rec(L.StreamHandler):
    def format(self, record): raise RecursionError("deep")
g.handlers[:] = [Rec()]
try: g.error("x")
except RecursionError as e: print("out", e)
class Own(L.Handler):
    def emit(self, record):
        try: 1 / 0
        except Exception: self.handleError(record)
    def handleError(self, record): print("handled", record.msg, sys.exc_info()[0].__name__)
g.handlers[:] = [Own()]; g.error("m")
sys.stderr = None; g.handlers[:] = [Bad(io.StringIO())]; g.error("silent")
# ---
# handlers: those that keep records
import logging as L, logging.handlers as H, io, queue
class Out(L.Handler):
    def emit(self, r): print("out", r.getMessage())
m = H.MemoryHandler(3, flushLevel=L.ERROR, target=Out()); g = L.getLogger("m"); g.propagate = False; g.setLevel(1); g.addHandler(m)
g.info("1"); g.info("2"); print(len(m.buffer)); g.info("3"); print(len(m.buffer)); g.info("4"); g.error("5"); print(len(m.buffer)); g.info("6"); m.setTarget(None); m.flush(); print(len(m.buffer)); m.setTarget(Out()); m.close(); print(len(m.buffer), m.target)
m = H.MemoryHandler(9, target=Out(), flushOnClose=False); m.handle(L.makeLogRecord({"msg": "lost", "levelno": 10})); m.close(); b = H.BufferingHandler(2); print(b.capacity, b.buffer); b.handle(L.makeLogRecord({"msg": "x"})); print(len(b.buffer), b.shouldFlush(L.makeLogRecord({}))); b.handle(L.makeLogRecord({"msg": "y"})); print(b.buffer)
q = queue.Queue(); h = H.QueueHandler(q); g.handlers[:] = [h]; g.warning("q %s", 1)
try: 1 / 0
except ZeroDivisionError: g.exception("with")
a, b = q.get(), q.get(); print(a.msg, a.args, a.message, b.exc_info, b.msg.split("\n")[0], b.exc_text, h.queue is q, h.listener)
l = H.QueueListener(q, Out()); l.start(); g.error("through"); l.stop(); print(q.qsize())
# ---
# warnings that are logged
import logging as L, warnings, io
s = io.StringIO(); h = L.StreamHandler(s); h.setFormatter(L.Formatter("%(name)s %(levelname)s %(message)s")); L.getLogger("py.warnings").addHandler(h); L.getLogger("py.warnings").propagate = False
L.captureWarnings(True); warnings.simplefilter("always"); warnings.warn("careful"); warnings.warn("deprecated", DeprecationWarning); L.captureWarnings(True); L.captureWarnings(False)
print([x for x in s.getvalue().replace(__file__, "FILE").split("\n") if x[:2] != "  "])
print(L.shutdown(), L.shutdown([]), sorted(n for n in L.__all__))
