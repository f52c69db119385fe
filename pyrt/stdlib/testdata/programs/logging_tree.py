# the tree of loggers
import logging as L
g = L.getLogger
print(g(), g(None), g(""), g("root"), g("a.b.c"), g("a"), g("a.b"), g("a.b.c").parent, g("a.b").parent, g("a").parent)
print(g("x") is g("x"), L.root is g(), L.Logger.root is L.root, L.Logger.manager is L.root.manager, L.Logger.manager.root)
for bad in (5, b"x", ["n"]):
    try: g(bad)
    except TypeError as e: print(e)
print(g("p").getChild("q.r"), g("p.q.r").parent, g().getChild("top"), g("p.q"), g("p.q.r").parent, sorted(x.name for x in g("p").getChildren()), sorted(x.name for x in g().getChildren()))
d = L.Logger.manager.loggerDict; g("u.v.w.x"); print({k: type(v).__name__ for k, v in d.items() if k.startswith("u")}); g("u.v"); print({k: type(v).__name__ for k, v in d.items() if k.startswith("u")}, g("u.v.w.x").parent)
g("ab"); g("ab.c"); g("abx.c"); print(g("ab.c").parent, g("abx.c").parent, g("a.").name, g(".a").parent, g("a..b").parent)
l = g("a.b"); print(l.name, l.level, l.propagate, l.disabled, l.handlers, l.filters, l.parent, repr(l), L.root, repr(L.root))
L.root.setLevel(L.ERROR); print(l.getEffectiveLevel(), l.isEnabledFor(L.WARNING), l.isEnabledFor(L.ERROR)); g("a").setLevel(L.DEBUG); print(l.getEffectiveLevel(), l, g("a.b.c").isEnabledFor(1)); l.disabled = True; print(l.isEnabledFor(50)); l.disabled = False
print(l.hasHandlers()); h = L.NullHandler(); g("a").addHandler(h); print(l.hasHandlers(), g("zz").hasHandlers()); l.propagate = False; print(l.hasHandlers()); g("a").removeHandler(h); g("a").removeHandler(h)
class M(L.Logger): pass
L.setLoggerClass(M); print(type(g("new")).__name__, L.getLoggerClass() is M, type(g("a")).__name__)
try: L.setLoggerClass(int)
except TypeError as e: print(e)
L.setLoggerClass(L.Logger); man = L.Manager(L.RootLogger(L.WARNING)); man.setLoggerClass(M); print(type(man.getLogger("k")).__name__, man.getLogger("k").parent, man.root, man.disable); man.disable = "ERROR"; print(man.disable)
man.setLogRecordFactory(lambda *a, **k: L.LogRecord(*a, **k)); print(callable(man.logRecordFactory))
try: man.setLoggerClass(str)
except TypeError as e: print(e)
import copy, pickle
print(copy.copy(g("a")) is g("a"), copy.deepcopy(g("a")) is g("a"), L.PlaceHolder(g("a")).loggerMap, L.RootLogger(5).name, L.RootLogger(5))
# ---
# what is logged where
import logging as L, io, sys
s = io.StringIO(); h = L.StreamHandler(s); h.setFormatter(L.Formatter("%(levelname)s %(name)s %(message)s %(funcName)s %(filename)s:%(lineno)d")); L.root.addHandler(h); L.root.addHandler(h)
def show(): print(s.getvalue().replace(__file__, "program.py"), end="--\n"); s.truncate(0); s.seek(0)
a, b = L.getLogger("a"), L.getLogger("a.b")
def inside(): b.warning("w %s", 1); b.error("e"); b.critical("c"); b.fatal("f"); b.info("no"); b.debug("no"); b.log(35, "odd"); b.log(L.ERROR, "%d%%", 5)
inside(); show(); b.setLevel(1); b.debug("d"); b.info("i %(k)s", {"k": 2}); b.log(3, "low"); show()
try: b.log("ERROR", "x")
except TypeError as e: print(e)
L.raiseExceptions = False; b.log("ERROR", "x"); L.raiseExceptions = True; show()
a.addHandler(h); b.error("twice"); a.propagate = False; b.error("once"); h.setLevel(L.CRITICAL); b.error("none"); b.critical("one"); h.setLevel(0); show()
a.disabled = True; b.error("still"); a.error("not"); a.disabled = False; b.disabled = True; b.error("not"); b.disabled = False; L.disable(L.ERROR); b.error("not"); b.critical("yes"); L.disable(0); show()
b.error("extra", extra={"funcName2": 1}); 
try: b.error("x", extra={"name": 1})
except KeyError as e: print(e)
try: b.error("x", wrong=1)
except TypeError as e: print(e)
def deep(): b.error("me", stacklevel=1); b.error("my caller", stacklevel=2); b.error("far", stacklevel=3); b.error("too far", stacklevel=99)
def caller(): deep()
caller(); show()
try: raise ValueError("boom")
except ValueError as e: err = e; b.exception("ex %d", 1); b.error("with", exc_info=True); b.info("given", exc_info=e); b.warning("none", exc_info=False); b.error("triple", exc_info=(ValueError, e, None)); b.exception("no info", exc_info=False)
show(); b.error("nothing going on", exc_info=True); b.error("later", exc_info=err); show()
import warnings
with warnings.catch_warnings(record=True) as w: warnings.simplefilter("always"); b.warn("old"); print([(str(x.message), x.category.__name__, x.lineno) for x in w])
show()
r = L.makeLogRecord({"name": "made", "msg": "by hand", "levelno": 40}); b.handle(r); show(); print(b.findCaller()[2:] == (sys._getframe().f_code.co_name, None), b.findCaller()[1] > 0, len(b.findCaller(True)[3]) > 10)
# ---
# module functions and the first set-up
import logging as L, sys
sys.stderr = sys.stdout
L.info("not shown"); L.warning("first %s", 1); print(L.root.handlers[0], L.root.handlers[0].formatter._fmt); L.error("e"); L.critical("c"); L.fatal("f"); L.log(40, "l"); L.log(10, "no"); L.debug("no")
try: 1 / 0
except ZeroDivisionError as e: L.exception("ex", exc_info=(type(e), e, None))
L.warning("same place") ; L.basicConfig(level=L.DEBUG, format="ignored"); L.debug("no"); L.basicConfig(level="DEBUG", format="%(levelname)s:%(message)s", force=True, stream=sys.stdout); L.debug("now")
import io
def t(**k):
    for h in L.root.handlers[:]: L.root.removeHandler(h)
    try: L.basicConfig(**k); print(L.root.handlers, [h.formatter and h.formatter._fmt for h in L.root.handlers], L.root.level)
    except Exception as e: print(type(e).__name__, e)
t(level="INFO"); t(style="{"); t(style="$"); t(style="!"); t(format="{message}", style="{", datefmt="%Y"); t(nonsense=1); t(a=1, b=2); t(stream=sys.stdout, handlers=[]); t(filename="f", stream=sys.stdout); t(handlers=[L.NullHandler(), L.StreamHandler(sys.stdout)], level=5); t(level="NOPE"); t(format="no fields"); t(handlers=[]); t(filename="x", handlers=[L.NullHandler()])
h = L.StreamHandler(sys.stdout); h.setFormatter(L.Formatter("mine %(message)s")); t(handlers=[h]); L.error("x")
# ---
# who speaks when nobody listens
import logging as L, sys, io
sys.stderr = io.StringIO()
g = L.getLogger("alone"); g.warning("last resort %s", 1); g.info("no"); g.error("two\nlines"); print(repr(sys.stderr.getvalue()), L.lastResort, L.lastResort.level, L._defaultLastResort is L.lastResort)
sys.stderr = io.StringIO(); L.lastResort = None; g.error("x"); g.error("y"); print(repr(sys.stderr.getvalue())); L.Logger.manager.emittedNoHandlerWarning = False; L.raiseExceptions = False; sys.stderr = io.StringIO(); g.error("z"); print(repr(sys.stderr.getvalue()))
# ---
# adapters
import logging as L, io
s = io.StringIO(); L.basicConfig(stream=s, level=L.DEBUG, format="%(levelname)s %(name)s %(message)s %(who)s %(x)s %(funcName)s")
L.root.handlers[0].formatter = L.Formatter("%(levelname)s %(name)s %(message)s %(who)s %(x)s %(funcName)s", defaults={"who": "?", "x": "-"})
a = L.LoggerAdapter(L.getLogger("ad"), {"who": "me"}); print(a, a.extra, a.merge_extra, a.name, a.level if hasattr(a, "level") else None, a.isEnabledFor(10), a.getEffectiveLevel(), a.hasHandlers(), a.manager is L.Logger.manager)
def f(): a.debug("d"); a.info("i"); a.warning("w"); a.error("e"); a.critical("c"); a.log(35, "l %s", 1); a.info("x", extra={"x": 5})
import warnings; warnings.simplefilter("ignore"); a.warn("o"); f(); m = L.LoggerAdapter(L.getLogger("ad"), {"who": "me"}, merge_extra=True); m.info("merged", extra={"x": 5}); m.info("over", extra={"who": 6}); m.info("none"); L.LoggerAdapter(L.getLogger("ad")).info("no extra", extra={"x": 1}); L.LoggerAdapter(L.getLogger("ad"), None, True).info("no extra, merged", extra={"x": 1})
class P(L.LoggerAdapter):
    def process(self, msg, kwargs): return "[%s] %s" % (self.extra["id"], msg), kwargs
p = P(L.getLogger("ad"), {"id": 9}); p.info("hello %s", "you", extra={"x": 2}); q = P(p, {"id": 8}); q.error("twice"); print(q, q.name, q.logger is p)
try: 1 / 0
except ZeroDivisionError: p.exception("ex")
a.setLevel(L.ERROR); a.info("no"); a.error("yes"); a.setLevel(0); print(L.LoggerAdapter[int].__args__, p.manager is a.manager); print(s.getvalue().replace(__file__, "program.py"))
try: L.LoggerAdapter(5, {}).info("x")
except AttributeError as e: print(e)
# ---
# filters
import logging as L
class rec: pass
def r(name): return L.makeLogRecord({"name": name, "msg": "m"})
for n in ("", "a", "a.b"): f = L.Filter(n); print(repr(f.name), f.nlen, [bool(f.filter(r(x))) for x in ("a", "a.b", "ab", "a.b.c", "b", "", "root")])
x = L.Filterer(); log = []
print(bool(x.filter(r("a"))), x.filters); f = L.Filter("a"); x.addFilter(f); x.addFilter(f); print(len(x.filters), bool(x.filter(r("b"))), bool(x.filter(r("a")))); x.removeFilter(f); x.removeFilter(f); print(x.filters)
class No:
    def filter(self, record): log.append("no"); return 0
def yes(record): log.append("yes"); return 1
x.addFilter(yes); x.addFilter(No()); x.addFilter(yes); print(bool(x.filter(r("q"))), log)
def other(record): n = L.makeLogRecord(record.__dict__); n.msg = "other"; return n
y = L.Filterer(); y.addFilter(other); z = r("k"); print(y.filter(z).msg, z.msg, y.filter(z) is z); y.addFilter(lambda q: q.msg == "other"); print(y.filter(z).msg)
import io
s = io.StringIO(); h = L.StreamHandler(s); g = L.getLogger("f"); g.addHandler(h); g.addFilter(other); g.error("plain"); h.addFilter(lambda q: L.makeLogRecord({"msg": q.msg + "+"})); g.error("p"); g.addFilter(lambda q: False); g.error("none"); print(s.getvalue())
