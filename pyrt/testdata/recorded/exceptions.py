import sys

def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", repr(r))
    except BaseException as e:
        print(type(e).__name__, e, "| ctx", repr(e.__context__), "| cause", repr(e.__cause__), e.__suppress_context__)
def a():
    try: 1/0
    except ZeroDivisionError: raise KeyError("k")
def b():
    try: 1/0
    except ZeroDivisionError as e: raise KeyError("k") from None
def c():
    try: 1/0
    finally: [][1]
def d():
    try:
        raise ValueError(1)
    except ValueError:
        try: raise KeyError(2)
        except KeyError: raise
def e():
    raise
def f(): raise 5
def g(): raise ValueError from 5
def h(): raise ValueError("a", 2)
def i():
    class E(Exception):
        def __init__(self, x): self.x = x
    raise E(5)
def j():
    class E(Exception):
        def __str__(self): return "custom"
    raise E(1, 2)
def k():
    try: raise ValueError
    except (KeyError, ValueError) as e: raise TypeError("t") from e
def l():
    try: raise ValueError
    except 5: pass
def m():
    for x in 5: pass
for fn in (a, b, c, d, e, f, g, h, i, j, k, l, m): t(fn)
try:
    raise ExceptionGroup("eg", [ValueError(1), TypeError("t"), ExceptionGroup("in", [KeyError("k"), ValueError(2)])])
except* ValueError as eg: print("V", eg, eg.exceptions)
except* (TypeError, KeyError) as eg: print("TK", eg, eg.exceptions)
else: print("no")
finally: print("fin")
def eg1():
    try:
        raise ExceptionGroup("a", [ValueError(1), TypeError(2)])
    except* ValueError: pass
t(eg1)
def eg2():
    try: raise ValueError("naked")
    except* ValueError as e: print(repr(e)); raise KeyError("new")
t(eg2)
def eg3():
    try: raise ExceptionGroup("a", [ValueError(1), TypeError(2)])
    except* ValueError: raise
t(eg3)
def eg4():
    try: raise ExceptionGroup("a", [ValueError(1), TypeError(2)])
    except* ValueError: raise KeyError(1)
    except* TypeError: raise KeyError(2)
t(eg4)
eg = ExceptionGroup("m", [ValueError(1), TypeError(2)])
print(eg.split(ValueError), eg.subgroup(lambda e: isinstance(e, TypeError)), eg.derive([KeyError()]), eg.message, repr(eg), str(eg))
t(lambda: ExceptionGroup("x", [])); t(lambda: ExceptionGroup("x", [1])); t(lambda: ExceptionGroup(1, [ValueError()])); t(lambda: ExceptionGroup("x", [KeyboardInterrupt()])); print(type(BaseExceptionGroup("x", [ValueError()])))
e = ValueError("x"); e.add_note("n1"); e.add_note("n2"); print(e.__notes__, e.args, e.with_traceback(None) is e)
t(e.add_note, 5)
print(repr(KeyError("a")), str(KeyError("a")), repr(ValueError()), repr(OSError(2, "no", "f")), str(OSError(2, "no", "f")), OSError(2, "no", "f").errno, type(OSError(2, "x")).__name__, StopIteration(5).value, SystemExit(3).code, repr(UnicodeDecodeError("utf-8", b"a", 0, 1, "bad")))
try: int("x")
except ValueError as ex: pass
try: ex
except NameError as e2: print(e2)
class MyE(Exception):
    def __init__(self, code, msg="m"):
        super().__init__(code, msg); self.code = code
t(lambda: (_ for _ in ()).throw(MyE(5)))
print(MyE(1).args, repr(MyE(1)), str(MyE(1)))
def ctxm():
    class CM:
        def __init__(s, n, sw=False): s.n, s.sw = n, sw
        def __enter__(s): print("enter", s.n); return s
        def __exit__(s, *a): print("exit", s.n, a[0] and a[0].__name__, a[1]); return s.sw
    with CM(1) as a, CM(2, True) as b: raise ValueError("v")
    print("after")
    with (CM(3) as a, CM(4)): pass
    try:
        with CM(5): 1/0
    except ZeroDivisionError as e: print(e)
    def r():
        with CM(6): return 5
    print(r())
    for i in range(2):
        with CM(7): continue
    class Bad:
        def __enter__(s): return 1
        def __exit__(s, *a): raise KeyError("in exit")
    try:
        with Bad(): raise ValueError("orig")
    except KeyError as e: print(repr(e), repr(e.__context__))
ctxm()
try:
    try: raise ValueError("1")
    except ValueError as e1:
        raise TypeError("2") from e1
except TypeError as e2:
    print(repr(e2.__cause__), e2.__cause__ is e2.__context__)
def gen():
    try:
        yield 1
        yield 2
    except ValueError as e:
        print("caught", e); yield "handled"
    finally: print("genfin")
g = gen(); print(next(g), g.throw(ValueError("tv"))); print(list(g))
g = gen(); next(g); g.close(); g.close()
t(next, g)
g = gen(); t(g.send, 5)
def gen2(): yield 1; return 5
g = gen2(); next(g); t(next, g); t(next, g)
def gen3():
    x = yield from gen2()
    print("x", x)
    y = yield from [1, 2]
    print("y", y)
print(list(gen3()))
def gen4(): raise StopIteration("s"); yield
t(lambda: list(gen4()))
def gen5():
    try: yield 1
    except GeneratorExit: yield 2
g = gen5(); next(g); t(g.close)
def gen6():
    while True:
        try: x = yield
        except KeyError: print("key"); continue
        print("got", x)
g = gen6(); next(g); g.send(1); g.throw(KeyError); g.send(2); t(g.throw, TypeError("out"))
def gen7():
    yield from gen6()
g = gen7(); next(g); g.send(1); g.throw(KeyError("z")); g.close()
def gen8(): 
    yield g8
    next(g8)
g8 = gen8(); next(g8); t(next, g8)

def handled():
    try: 1/0
    except ZeroDivisionError:
        print(sys.exception(), sys.exc_info()[0].__name__)
        def inner(): return sys.exception()
        print(repr(inner()))
        try: [][0]
        except IndexError: print(sys.exception())
        print(sys.exception())
    print(sys.exception())
handled()
def gctx():
    try: raise ValueError("in gen")
    except ValueError:
        yield sys.exception()
        yield sys.exception()
for v in gctx(): print(repr(v), sys.exception())
print((lambda: (yield))().send.__name__, type((lambda: (yield))()), (i for i in []).__name__, gen.__name__, gen2().__qualname__)
