"""contextlib: managers, generators under every exception, stacks, suppression, their asynchronous kin."""

import contextlib as C, asyncio, sys, io
def show(f, *a, **k):
    try: r = f(*a, **k)
    except BaseException as e: r = chain(e)
    print(r)
def chain(e):
    out = []
    while e is not None:
        out.append(f"{type(e).__name__}({e}) cause={e.__cause__!r} suppressed={e.__suppress_context__}")
        e = e.__context__
    return " <- ".join(out)
@C.contextmanager
def g(mode):
    "the doc"
    if mode == "none": return
    try:
        yield mode
    except ValueError as e:
        if mode == "swallow": return
        if mode == "again": yield 2
        if mode == "same": raise
        if mode == "other": raise KeyError("o")
        if mode == "from": raise KeyError("o") from e
        if mode == "runtime": raise RuntimeError("r") from e
        if mode == "quiet": raise KeyError("o") from None
        raise
    except StopIteration as e:
        if mode == "wrap": raise StopIteration("w")
        raise
    except RuntimeError as e:
        if mode == "runtime": raise RuntimeError("r") from e
        raise
    finally:
        print("end", mode)
    if mode == "twice": yield 3
def use(mode, exc=None):
    with g(mode) as v:
        print("in", v)
        if exc: raise exc
    return "out"
for mode in ("ok", "none", "twice", "swallow", "again", "same", "other", "from", "runtime", "quiet", "wrap"):
    for exc in (None, ValueError("v"), StopIteration("s"), RuntimeError("x"), StopAsyncIteration("a"), KeyboardInterrupt("k"), GeneratorExit("ge")):
        show(use, mode, exc)
m = g("ok"); print(m.__doc__, g.__name__, g.__wrapped__.__name__)
m = g("ok"); m.__enter__(); show(m.__exit__, ValueError, None, None)
m = g("swallow"); m.__enter__(); show(m.__exit__, ValueError, None, None)
m = g("swallow"); m.__enter__(); show(m.__exit__, None, None, None)
print(hasattr(g("ok"), "gen"), isinstance(g("ok"), C.ContextDecorator), isinstance(g("ok"), C.AbstractContextManager))
@g("ok")
def decorated(a, *, b=1):
    "d"
    print("body", a, b)
    return a
show(decorated, 1, b=2); show(decorated, 3); print(decorated.__name__, decorated.__doc__)
@g("swallow")
def bad(): raise ValueError("v")
show(bad)
class D(C.ContextDecorator):
    def __init__(self, n): self.n = n; self.count = 0
    def __enter__(self): self.count += 1; print("enter", self.n, self.count); return self
    def __exit__(self, *a): print("exit", a[0]); return self.n == "eat"
    def _recreate_cm(self): return type(self)(self.n)
@D("x")
def f(): return 5
@D("eat")
def h(): raise KeyError(1)
show(f); show(f); show(h)
@D("gen")
def gen(): yield 1
print(list(gen()))
class Ev:
    def __init__(self, name, eat=False, err=None): self.name, self.eat, self.err = name, eat, err
    def __enter__(self): print("enter", self.name); return self.name
    def __exit__(self, t, v, tb):
        print("exit", self.name, t and t.__name__, v, tb is not None)
        if self.err: raise self.err
        return self.eat
def stack(*items, exc=None, close=False):
    with C.ExitStack() as s:
        for i in items:
            print(s.enter_context(i))
        if exc: raise exc
        if close: s.close(); print("closed")
    return "after"
show(stack, Ev("a"), Ev("b")); show(stack, Ev("a"), Ev("b"), exc=ValueError(1)); show(stack, Ev("a"), Ev("b", True), exc=ValueError(1))
show(stack, Ev("a"), Ev("b", err=KeyError(2)), exc=ValueError(1)); show(stack, Ev("a", err=KeyError(3)), Ev("b", err=KeyError(2)), exc=ValueError(1))
show(stack, Ev("a", True), Ev("b", err=KeyError(2)), exc=ValueError(1)); show(stack, Ev("a", err=KeyError(3)), Ev("b", True, err=None), exc=ValueError(1))
show(stack, Ev("a", err=KeyError(3)), Ev("b", err=KeyError(2))); show(stack, Ev("a", True), Ev("b", err=KeyError(2))); show(stack, Ev("a"), close=True)
same = ValueError("same"); show(stack, Ev("a", err=same), Ev("b"), exc=same); show(stack, Ev("a", err=same), Ev("b", err=KeyError(7)), exc=same)
def handled():
    try: raise LookupError("outer")
    except LookupError:
        with C.ExitStack() as s:
            s.enter_context(Ev("a", err=KeyError(3))); s.callback(Ev("c", err=IndexError(4)).__exit__, None, None, None)
            raise ValueError("inner")
show(handled)
def handled2():
    try: raise LookupError("outer")
    except LookupError:
        with C.ExitStack() as s:
            s.push(Ev("a", err=KeyError(3))); s.push(Ev("b", eat=True)); s.push(Ev("b", err=IndexError(4)))
show(handled2)
def explicit():
    with C.ExitStack() as s:
        def fail(*a):
            try: raise OSError("deep")
            except OSError as e: raise KeyError("k") from e
        s.push(fail); s.push(lambda t, v, tb: print("saw", t, v)); raise ValueError("v")
show(explicit)
s = C.ExitStack(); show(s.enter_context, 5); show(s.push, 5); print(s.push(len) is len, s.callback(print, "cb", end="!\n") is print); n = s.pop_all(); print(type(n).__name__); s.close(); show(n.close)
class Sub(C.ExitStack): pass
s = Sub(); s.callback(print, "x"); n = s.pop_all(); print(type(n).__name__); n.close(); n.close()
s = C.ExitStack(); cb = s.callback(lambda: 1); show(lambda: s.__exit__(None, None, None))
s = C.ExitStack(); s.push(lambda *a: True); show(s.__exit__, ValueError, ValueError(1), None); s.push(lambda *a: True); show(s.__exit__, None, None, None)
class Half:
    def __enter__(self): return 1
show(C.ExitStack().enter_context, Half()); show(lambda: Half().__exit__)
with C.suppress(KeyError, ValueError) as x: print(x); raise KeyError
print("on")
def sup(e, *k):
    with C.suppress(*k): raise e
    return "ok"
show(sup, KeyError(1), LookupError); show(sup, KeyError(1), ValueError); show(sup, KeyError(1)); show(sup, ExceptionGroup("g", [KeyError(1), ValueError(2)]), KeyError); show(sup, ExceptionGroup("g", [KeyError(1)]), KeyError); show(sup, ExceptionGroup("g", [ExceptionGroup("h", [KeyError(1)]), KeyError(2)]), KeyError, ValueError); show(sup, ExceptionGroup("g", [ValueError(1)]), KeyError); show(sup, ExceptionGroup("g", [ValueError(1)]), ExceptionGroup) ; show(sup, BaseExceptionGroup("g", [KeyboardInterrupt(1), KeyError(2)]), KeyError)
try: sup(ExceptionGroup("g", [KeyError(1), ValueError(2)]), KeyError)
except ExceptionGroup as e: print(e.exceptions, e.__context__, e.__cause__)
a, b = io.StringIO(), io.StringIO(); r = C.redirect_stdout(a)
with r as t:
    print("one", t is a)
    with C.redirect_stdout(b): print("two")
    with r: print("three")
    print("four")
print(repr(a.getvalue()), repr(b.getvalue()))
with C.redirect_stderr(a): print("e", file=sys.stderr)
print(repr(a.getvalue()))
class K:
    def close(self): print("closed")
    async def aclose(self): print("aclosed")
with C.closing(K()) as k: print(type(k).__name__)
with C.nullcontext() as n, C.nullcontext(7) as m: print(n, m)
show(lambda: C.AbstractContextManager()); show(lambda: C.AbstractAsyncContextManager())
class Only:
    def __enter__(self): pass
    def __exit__(self, *a): pass
    async def __aenter__(self): pass
    async def __aexit__(self, *a): pass
class Blocked(Only): __exit__ = None; __aexit__ = None
for A in (C.AbstractContextManager, C.AbstractAsyncContextManager, C.ContextDecorator): print(issubclass(Only, A), issubclass(Blocked, A), issubclass(int, A), issubclass(Half, A))
class Sub2(C.AbstractContextManager):
    def __exit__(self, *a): return super().__exit__(*a)
with Sub2() as q: print(type(q).__name__)
class NotStruct(Sub2): pass
print(issubclass(Only, Sub2), C.AbstractContextManager[int], C.AbstractContextManager.__slots__ if hasattr(C.AbstractContextManager, "__slots__") else None)
@C.asynccontextmanager
async def ag(mode):
    "adoc"
    if mode == "none": return
    try: yield mode
    except ValueError as e:
        if mode == "swallow": return
        if mode == "again": yield 2
        if mode == "other": raise KeyError("o")
        if mode == "runtime": raise RuntimeError("r") from e
        raise
    except (StopIteration, StopAsyncIteration) as e:
        if mode == "wrap": raise
        raise
    finally: print("aend", mode)
    if mode == "twice": yield 3
async def ause(mode, exc):
    async with ag(mode) as v:
        print("ain", v)
        if exc: raise exc
    return "aout"
def run(co): return asyncio.run(co)
for mode in ("ok", "none", "twice", "swallow", "again", "other", "runtime", "wrap"):
    for exc in (None, ValueError("v"), StopIteration("s"), StopAsyncIteration("a"), RuntimeError("x")):
        show(lambda: run(ause(mode, exc)))
print(ag.__name__, ag("ok").__doc__)
@ag("ok")
async def ad(x): print("abody"); return x
show(lambda: run(ad(4))); show(lambda: run(ad(5)))
class AEv:
    def __init__(self, name, eat=False, err=None): self.name, self.eat, self.err = name, eat, err
    async def __aenter__(self): print("aenter", self.name); return self.name
    async def __aexit__(self, t, v, tb):
        print("aexit", self.name, t and t.__name__, v)
        if self.err: raise self.err
        return self.eat
async def astack(*items, exc=None):
    async with C.AsyncExitStack() as s:
        for i in items: print(await s.enter_async_context(i) if isinstance(i, AEv) else s.enter_context(i))
        async def late(*a, **k): print("late", a, k)
        print(s.push_async_callback(late, 1, k=2) is late, s.callback(print, "sync cb") is print)
        async def leave(t, v, tb): print("leave", t)
        print(s.push_async_exit(leave) is leave); s.push_async_exit(AEv("pushed")); s.push(Ev("spushed"))
        if exc: raise exc
    return "after"
show(lambda: run(astack(AEv("a"), Ev("b")))); show(lambda: run(astack(AEv("a"), Ev("b"), exc=ValueError(1)))); show(lambda: run(astack(AEv("a", True), Ev("b"), exc=ValueError(1)))); show(lambda: run(astack(AEv("a", err=KeyError(3)), Ev("b", err=KeyError(2)), exc=ValueError(1))))
async def amisc():
    s = C.AsyncExitStack()
    for f in (s.enter_context, s.enter_async_context):
        for v in (5, Half(), Ev("e"), AEv("f")):
            try:
                r = f(v)
                if asyncio.iscoroutine(r): r = await r
                print(r)
            except TypeError as e: print(e)
    n = s.pop_all(); print(type(n).__name__); await s.aclose(); await n.aclose()
    async with C.aclosing(K()) as k: print(type(k).__name__)
    async with C.nullcontext(3) as n: print(n)
run(amisc())
class AD(C.AsyncContextDecorator):
    async def __aenter__(self): print("AD in"); return self
    async def __aexit__(self, *a): print("AD out", a[0]); return True
@AD()
async def afail(): "z"; raise KeyError
show(lambda: run(afail())); print(afail.__name__, afail.__doc__)
class G(ExceptionGroup):
    def derive(self, excs):
        print("derive", [repr(e) for e in excs]); return G(self.message, excs)
def tree(e): return (type(e).__name__, [tree(x) for x in e.exceptions]) if isinstance(e, BaseExceptionGroup) else repr(e)
inner = G("i", [ValueError(1), OSError(2)])
eg = G("o", [inner, TypeError(3), G("k", [KeyError(4)])])
for k in (KeyError, ValueError, LookupError, ZeroDivisionError, TypeError, G):
    print(k.__name__)
    y, n = eg.split(k)
    print(tree(y), tree(n), y is eg, n is eg, isinstance(n, G) and [a is b for a, b in zip(n.exceptions, eg.exceptions)])
    print("subgroup"); y = eg.subgroup(k); print(tree(y), y is eg)
