def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", repr(r))
    except BaseException as e:
        print(type(e).__name__, e, "|", repr(e.__cause__), repr(e.__context__), getattr(e, "__notes__", None))
# exceptions deeper
class AppError(Exception):
    def __init__(self, msg, *, code=0):
        super().__init__(msg); self.code = code
    def __str__(self): return f"[{self.code}] {self.args[0]}"
try: raise AppError("bad", code=7)
except AppError as e: print(e, repr(e), e.code, e.args, isinstance(e, Exception))
def chain():
    try:
        try: raise KeyError("a")
        except KeyError as e: raise ValueError("b") from e
    except ValueError as e:
        x = e
        raise TypeError("c")
t(chain)
try: chain()
except TypeError as e:
    c = e; n = 0
    while c: print(type(c).__name__, end=" "); c = c.__cause__ or c.__context__
    print()
def fin_order():
    out = []
    try:
        try: out.append(1); raise ValueError
        except KeyError: out.append("no")
        else: out.append("no2")
        finally: out.append(2)
    except ValueError: out.append(3)
    else: out.append("no3")
    finally: out.append(4)
    return out
print(fin_order())
def ret_in_fin():
    try: raise ValueError("lost")
    finally: return "won"
print(ret_in_fin())
def brk():
    while True:
        try: raise ValueError
        finally: break
    return "broke"
print(brk())
def exc_in_else():
    try: pass
    except ValueError: print("no")
    else: raise ValueError("else")
    finally: print("f")
t(exc_in_else)
def exc_in_fin():
    try: raise ValueError("first")
    finally: raise KeyError("second")
t(exc_in_fin)
def exc_in_exc():
    try: raise ValueError("first")
    except ValueError: raise KeyError("second")
    finally: print("cleanup")
t(exc_in_exc)
def reraise():
    try: raise ValueError("r")
    except ValueError as e:
        try: raise e
        except ValueError as e2: print(e2 is e); raise
t(reraise)
def lookup():
    try: {}["k"]
    except LookupError as e: return type(e)
print(lookup())
def dyn(types, exc):
    try: raise exc
    except types as e: return type(e).__name__
print(dyn((ValueError, KeyError), KeyError()), dyn(Exception, OSError())); t(dyn, ValueError, TypeError("z")); t(dyn, (ValueError, 5), TypeError("q")); t(dyn, [], TypeError("q"))
t(lambda: exec("raise")); t(lambda: exec("raise ValueError from KeyError")); t(lambda: exec("raise ValueError('x') from None"))
class BadInit(Exception):
    def __init__(self): raise RuntimeError("init fail")
def bi(): raise BadInit
t(bi)
class NotExc(Exception):
    def __new__(cls): return 5
def ne(): raise NotExc
t(ne)
e = ValueError("x"); e.__cause__ = KeyError("c"); print(e.__suppress_context__, e.__cause__); e.__context__ = None
t(setattr, e, "__cause__", 5); t(setattr, e, "__traceback__", 5); t(setattr, e, "args", 5); e.args = (1, 2); print(e, repr(e)); del_args = t(delattr, e, "args")
e.extra = 1; print(e.__dict__)
print(OSError(2, "msg", "file"), OSError("just"), OSError(13, "x").__class__, OSError(2, "a", "b", None, "c"), IOError is OSError, FileNotFoundError(2, "n").strerror, OSError(1, 2).args)
print(UnicodeDecodeError("utf-8", b"abc\xff", 3, 4, "invalid start byte"), UnicodeEncodeError("ascii", "aé", 1, 2, "ordinal not in range(128)"), sep="\n")
t(lambda: b"\xff\xfe".decode("utf-8")); t(lambda: "é".encode("ascii"))
print(SystemExit("m").code, SystemExit().code, SystemExit(1, 2).code, StopIteration(1, 2).value, ImportError("m", name="n", path="p").name, KeyError(1, 2), KeyError(), str(KeyError("")), SyntaxError("m", ("f", 1, 2, "t")).lineno, SyntaxError("m", ("f", 1, 2, "t")), AttributeError("a", name="n", obj=5).name, NameError("n", name="q").name)
t(lambda: ImportError("m", foo=1)); t(lambda: ValueError(x=1)); t(lambda: AttributeError("x", bad=1))
# groups
eg = ExceptionGroup("top", [ValueError("v1"), ExceptionGroup("sub", [TypeError("t1"), ValueError("v2")]), OSError("o")])
m, r = eg.split(ValueError); print(repr(m), repr(r)); print(eg.subgroup(TypeError), eg.subgroup((OSError, TypeError)), eg.subgroup(KeyError), eg.split(KeyError))
m, r = eg.split(lambda e: isinstance(e, ExceptionGroup) and e.message == "sub"); print(repr(m), repr(r))
class MyEG(ExceptionGroup):
    def derive(self, excs): return MyEG(self.message, excs)
    def __init__(self, *a): pass
    def __new__(cls, msg, excs, extra=None): o = super().__new__(cls, msg, excs); o.extra = extra; return o
g = MyEG("my", [ValueError(1), TypeError(2)], "E"); print(type(g.subgroup(ValueError)), g.extra, g)
def star(exc):
    try: raise exc
    except* ValueError as e: print(" V", [repr(x) for x in e.exceptions])
    except* TypeError as e: print(" T", [repr(x) for x in e.exceptions])
    except* OSError:
        print(" O"); raise
    else: print(" else")
    finally: print(" fin")
t(star, eg); t(star, ValueError("naked")); t(star, KeyError("other")); t(star, ExceptionGroup("all", [ValueError(1), TypeError(2)]))
def star_new():
    try: raise ExceptionGroup("g", [ValueError(1), KeyError(2)])
    except* ValueError as e: raise RuntimeError("new") from e
t(star_new)
def star_loop():
    for i in range(2):
        try: raise ExceptionGroup("l", [ValueError(i)])
        except* ValueError as e: print(i, e.exceptions[0])
    return "done"
print(star_loop())
def starbad():
    try: raise ValueError
    except* ExceptionGroup: pass
t(starbad)
def starbad2():
    try: raise ValueError
    except* 5: pass
t(starbad2)
def nothing():
    try: pass
    except* ValueError: print("no")
    return "ok"
print(nothing())
eg.add_note("note"); print(eg.subgroup(ValueError).__notes__)
print(isinstance(eg, Exception), isinstance(BaseExceptionGroup("b", [KeyboardInterrupt()]), Exception), eg.exceptions[1].exceptions)
# with
from contextlib import contextmanager, suppress, ExitStack, closing, nullcontext
@contextmanager
def cm(name, swallow=False):
    print("enter", name)
    try: yield name.upper()
    except ValueError as e:
        print("caught", e)
        if not swallow: raise
    finally: print("exit", name)
with cm("a") as a, cm("b", True) as b:
    print(a, b); raise ValueError("inside")
print("next")
t(lambda: exec("with cm('z'): raise ValueError('prop')"))
with suppress(KeyError): {}["x"]
with ExitStack() as st:
    for n in "xy": st.enter_context(cm(n))
    st.callback(print, "cb")
class CM:
    def __enter__(self): raise ValueError("enter")
    def __exit__(self, *a): print("never")
def w1():
    with CM(): print("body")
t(w1)
class CM2:
    def __enter__(self): return self
    def __exit__(self, t, v, tb): print(t is not None, tb is not None, v); return "truthy"
def w2():
    with CM2() as c: 1/0
    return "swallowed"
t(w2)
def w3():
    with CM2(): return "from with"
t(w3)
import sys
def depth(n):
    if n: return depth(n - 1)
    return sys._getframe().f_code.co_name, sys._getframe(1).f_lineno > 0
t(depth, 2)
t(lambda: sys.exit(3)); t(lambda: sys.exit("bye"))
def rec(): return rec()
t(rec)
class R:
    def __repr__(self): return f"<{self!r}>"
t(lambda: repr(R()))
