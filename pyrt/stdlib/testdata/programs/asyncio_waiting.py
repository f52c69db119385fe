# futures
import asyncio
def t(f, *a, **k):
    try: print(f(*a, **k))
    except BaseException as e: print(type(e).__name__, e.args)
async def main():
    loop = asyncio.get_running_loop(); f = loop.create_future(); print(f, f.done(), f.cancelled(), f.get_loop() is loop, asyncio.isfuture(f), asyncio.isfuture(5)); t(f.result); t(f.exception)
    calls = []
    def a(x): calls.append(("a", x.done()))
    def b(x): calls.append("b")
    def c(x): calls.append("c")
    f.add_done_callback(a); print(str(f).split(" at ")[0].split("(")[0]); f.add_done_callback(b); f.add_done_callback(b); f.add_done_callback(c); print(f.remove_done_callback(b), f.remove_done_callback(b)); f.set_result(3); print(f, calls, f.result(), f.exception()); await asyncio.sleep(0); print(calls); f.add_done_callback(b); print(calls); await asyncio.sleep(0); print(calls)
    t(f.set_result, 1); t(f.set_exception, ValueError()); t(f.cancel)
    f = loop.create_future(); print(f.cancel("why"), f.cancel(), f.cancelled(), f.done(), f); t(f.result); t(f.exception); t(f.set_result, 1)
    try: await f
    except asyncio.CancelledError as e: print(e.args)
    for bad in (5, int, StopIteration, StopIteration(3), None):
        f = loop.create_future(); t(f.set_exception, bad); print(f.done() and (f, repr(f.exception()), repr(f.exception().__cause__)))
    f = loop.create_future(); f.set_exception(KeyError); t(f.result); print(f, await asyncio.gather(f, return_exceptions=True)); print(asyncio.Future[int].__args__)
    f = loop.create_future(); loop.call_soon(f.set_result, "later"); print(await f, await f)
    w = asyncio.wrap_future(f); print(w is f)
    async def who(): return "x"
    import contextvars
    v = contextvars.ContextVar("v", default=0); ctx = contextvars.copy_context(); ctx.run(v.set, 9); f = loop.create_future(); f.add_done_callback(lambda _: print("ctx", v.get()), context=ctx); f.add_done_callback(lambda _: print("own", v.get())); f.set_result(1); await asyncio.sleep(0)
    class Mine(asyncio.Future): pass
    m = Mine(loop=loop); print(m); m.set_result([1]); print(m)
asyncio.run(main())
# ---
# tasks
import asyncio
def t(f, *a, **k):
    try: print(f(*a, **k))
    except BaseException as e: print(type(e).__name__, str(e)[:70])
async def nap(n=0, r=None): await asyncio.sleep(n); return r
async def main():
    me = asyncio.current_task(); print(me.get_name()[:5], me in asyncio.all_tasks(), me.get_coro().__name__, me.cancelling(), me.done())
    a = asyncio.create_task(nap(r=1), name="one"); print(a.get_name(), a.done(), len(asyncio.all_tasks())); a.set_name(7); print(repr(a.get_name())); t(a.set_result, 1); t(a.set_exception, ValueError()); print(await a, str(a).replace(__file__, "program.py"), len(asyncio.all_tasks()))
    t(asyncio.Task, 5); t(asyncio.create_task, 5)
    b = asyncio.create_task(nap(5)); await asyncio.sleep(0); print(b.cancel("m"), b.cancelling(), b.cancelled(), b.uncancel(), b.uncancel(), str(b).split()[1]); b.cancel("n"); print(str(b).split()[1])
    try: await b
    except asyncio.CancelledError as e: print(e.args, b.cancelled(), b.cancel(), str(b).replace(__file__, "program.py"))
    c = asyncio.create_task(nap()); print(c.cancel("early"))
    try: await c
    except asyncio.CancelledError as e: print(e.args)
    async def keeps():
        try: await asyncio.sleep(5)
        except asyncio.CancelledError: await asyncio.sleep(0)
        return "kept"
    d = asyncio.create_task(keeps()); await asyncio.sleep(0); d.cancel(); print(await d, d.cancelled(), d.cancelling())
    async def fails(): raise LookupError("no")
    e = asyncio.create_task(fails()); await asyncio.wait([e]); print(repr(e.exception()), str(e).replace(__file__, "program.py")); t(e.result)
    async def itself(): await asyncio.current_task()
    s = asyncio.create_task(itself()); await asyncio.wait([s]); print(type(s.exception()).__name__, str(s.exception())[:28])
    class Odd:
        def __await__(self): yield 5
    async def odd(): await Odd()
    s = asyncio.create_task(odd()); await asyncio.wait([s]); print(repr(s.exception()))
    class Bare:
        def __await__(self): yield None; return "bare"
    async def bare(): return await Bare()
    print(await asyncio.create_task(bare()))
    async def names(): return asyncio.current_task().get_name()
    print(await asyncio.create_task(names(), name="n"), asyncio.iscoroutine(c := nap()), asyncio.iscoroutine(nap)); c.close()
    import contextvars
    v = contextvars.ContextVar("v", default=0)
    async def ctx(): v.set(v.get() + 1); return v.get()
    k = contextvars.copy_context(); print(await asyncio.create_task(ctx(), context=k), await asyncio.create_task(ctx(), context=k), v.get(), asyncio.create_task(ctx(), context=k).get_context() is k)
    order = []
    async def step(n): order.append(n); await asyncio.sleep(0); order.append(-n); return n
    loop = asyncio.get_running_loop(); loop.set_task_factory(asyncio.eager_task_factory); x = asyncio.create_task(step(1)); print(order, x.done()); y = asyncio.create_task(names(), name="eager"); print(y.done(), y.result()); print(await x, order); loop.set_task_factory(None); z = asyncio.Task(step(2), loop=loop, eager_start=True); print(order); await z
asyncio.run(main())
try: asyncio.current_task()
except RuntimeError as e: print(e)
async def nothing(): pass
n = nothing()
try: asyncio.create_task(n)
except RuntimeError as e: print(e)
n.close()
# ---
# waiting for several
import asyncio
async def nap(n, r=None, fail=None):
    await asyncio.sleep(n)
    if fail: raise fail
    return r
def names(s): return sorted(x.get_name() for x in s)
async def t(c):
    try: print(await c)
    except BaseException as e: print(type(e).__name__, e)
async def main():
    mk = lambda n, name, **k: asyncio.create_task(nap(n, name, **k), name=name)
    for how in (asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION, asyncio.ALL_COMPLETED):
        ts = [mk(0.01, "a"), mk(0.02, "b", fail=ValueError("b")), mk(0.03, "c")]; d, p = await asyncio.wait(ts, return_when=how); print(how, names(d), names(p)); await asyncio.wait(ts); repr(ts[1].exception())
    ts = [mk(0.01, "a"), mk(5, "z")]; d, p = await asyncio.wait(ts, timeout=0.02); print(names(d), names(p)); d, p = await asyncio.wait(ts, timeout=0); print(names(d), names(p)); ts[1].cancel(); d, p = await asyncio.wait(ts); print(names(d), [x.cancelled() for x in ts])
    await t(asyncio.wait([])); await t(asyncio.wait(ts[0])); c = nap(0); await t(asyncio.wait([c])); await t(asyncio.wait(c)); c.close(); await t(asyncio.wait(ts, return_when="soon"))
    await t(asyncio.wait_for(nap(0.01, "in time"), 1)); await t(asyncio.wait_for(nap(1), 0.01)); await t(asyncio.wait_for(nap(1), 0)); await t(asyncio.wait_for(nap(1), -1)); await t(asyncio.wait_for(nap(0, "n"), None)); await t(asyncio.wait_for(nap(0, fail=KeyError(1)), 1)); x = mk(0, "done"); await x; await t(asyncio.wait_for(x, 0))
    x = mk(1, "late"); await t(asyncio.wait_for(x, 0.01)); print(x.cancelled())
    out = []
    for f in asyncio.as_completed([nap(0.03, 3), nap(0.01, 1), nap(0.02, 2)]): out.append(await f)
    print(out); ts = [mk(0.02, "p"), mk(0.01, "q")]
    async for f in asyncio.as_completed(ts): print(f in ts, await f)
    try:
        for f in asyncio.as_completed([nap(0, 0), nap(1, 1)], timeout=0.01): print(await f)
    except TimeoutError as e: print("over", e.args)
    try: asyncio.as_completed(ts[0])
    except TypeError as e: print(e)
    print(list(asyncio.as_completed([])))
    await t(asyncio.sleep(0, "zero")); await t(asyncio.sleep(0.001, result=5)); await t(asyncio.sleep(-1, "minus")); await t(asyncio.sleep(float("nan"))); await t(asyncio.to_thread(lambda a, b=0: a + b, 1, b=2))
    for bad in (5, "x", None):
        try: asyncio.ensure_future(bad)
        except TypeError as e: print(e)
    f = asyncio.get_running_loop().create_future(); print(asyncio.ensure_future(f) is f)
    class Aw:
        def __await__(self): return nap(0, "aw").__await__()
    print(await asyncio.ensure_future(Aw()), await asyncio.gather(Aw(), Aw())); 
    try: asyncio.ensure_future(f, loop=asyncio.new_event_loop())
    except ValueError as e: print(e)
asyncio.run(main())
# ---
# gather and shield
import asyncio
async def nap(n, r=None, fail=None):
    try: await asyncio.sleep(n)
    except asyncio.CancelledError: log.append(r); raise
    if fail: raise fail
    return r
log = []
async def t(c):
    try: print(await c)
    except BaseException as e: print(type(e).__name__, e.args, log)
async def main():
    await t(asyncio.gather()); await t(asyncio.gather(nap(0.02, 1), nap(0.01, 2), nap(0, 3))); await t(asyncio.gather(nap(0.01, 1), nap(0, fail=ValueError("v")), nap(0.02, "left"))); await t(asyncio.gather(nap(0, 1), nap(0, fail=ValueError("v")), return_exceptions=True))
    x = asyncio.create_task(nap(0, "same")); await t(asyncio.gather(x, x, nap(0, 2))); await t(asyncio.gather(x, x)); c = nap(0, "c"); await t(asyncio.gather(c, c))
    a, b = asyncio.create_task(nap(5, "a")), asyncio.create_task(nap(0, "b")); g = asyncio.gather(a, b); await asyncio.sleep(0); a.cancel("am"); await t(g); g = asyncio.gather(a, b, return_exceptions=True); await t(g)
    a, b = asyncio.create_task(nap(5, "a2")), asyncio.create_task(nap(5, "b2")); g = asyncio.gather(a, b); await asyncio.sleep(0); print(g.cancel("all"), g.cancelled(), g.done()); await t(g); print(a.cancelled(), b.cancelled(), g.cancelled(), g.cancel())
    a = asyncio.create_task(nap(5, "a3")); g = asyncio.gather(a, return_exceptions=True); await asyncio.sleep(0); g.cancel(); await t(g)
    async def inner(): await asyncio.gather(nap(5, "i1"), nap(5, "i2"))
    i = asyncio.create_task(inner()); await asyncio.sleep(0); await asyncio.sleep(0); i.cancel(); await t(i)
    print(asyncio.gather(nap(0)).__class__.__name__)
    log.clear(); s = asyncio.create_task(nap(0.01, "kept")); o = asyncio.shield(s); await asyncio.sleep(0); o.cancel("o"); await t(o); print(s.done(), await s, log)
    await t(asyncio.shield(nap(0, "through"))); await t(asyncio.shield(nap(0, fail=KeyError("k")))); s = asyncio.create_task(nap(5, "s")); o = asyncio.shield(s); await asyncio.sleep(0); s.cancel("inner"); await t(o); print(o.cancelled()); d = asyncio.create_task(nap(0, "d")); await d; print(asyncio.shield(d) is d)
    async def outer(): await asyncio.shield(s2)
    s2 = asyncio.create_task(nap(0.01, "s2")); u = asyncio.create_task(outer()); await asyncio.sleep(0); await asyncio.sleep(0); u.cancel(); await t(u); print(s2.cancelled(), await s2)
asyncio.run(main())
# ---
# locks, events, conditions
import asyncio
def st(x): return repr(x).split(" [")[1]
async def main():
    l = asyncio.Lock(); log = []; print(st(l), l.locked()); print(await l.acquire(), st(l), l.locked())
    async def use(n):
        async with l: log.append(n); await asyncio.sleep(0)
    us = [asyncio.create_task(use(i)) for i in range(4)]; await asyncio.sleep(0); print(st(l)); us[1].cancel(); l.release(); await asyncio.wait(us); print(log, st(l), us[1].cancelled())
    try: l.release()
    except RuntimeError as e: print(e)
    await l.acquire(); u = asyncio.create_task(use(9)); v = asyncio.create_task(use(8)); await asyncio.sleep(0); l.release(); u.cancel(); await asyncio.wait([u, v]); print(log, u.cancelled(), l.locked())
    async with l as x: print(x)
    await l.acquire(); u = asyncio.create_task(use(7)); await asyncio.sleep(0); l.release(); print(l.locked(), st(l)); w = asyncio.create_task(use(6)); await asyncio.wait([u, w]); print(log)
    e = asyncio.Event(); print(st(e), e.is_set()); ws = [asyncio.create_task(e.wait()) for _ in range(3)]; await asyncio.sleep(0); print(st(e)); ws[0].cancel(); e.set(); e.set(); print(st(e), e.is_set()); await asyncio.wait(ws); print([w.cancelled() or w.result() for w in ws], await e.wait()); e.clear(); e.clear(); print(e.is_set(), st(e))
    c = asyncio.Condition(); print(st(c), c.locked())
    for f in (c.notify, c.notify_all):
        try: f()
        except RuntimeError as x: print(x)
    try: await c.wait()
    except RuntimeError as x: print(x)
    got = []
    async def waits(n):
        async with c: got.append((n, await c.wait()))
    ws = [asyncio.create_task(waits(i)) for i in range(5)]; await asyncio.sleep(0); await asyncio.sleep(0)
    async with c: print(st(c)); c.notify(); c.notify(0)
    await asyncio.sleep(0.01); print(got)
    async with c: c.notify(2)
    await asyncio.sleep(0.01); print(got); ws[3].cancel(); await asyncio.sleep(0.01); print(ws[3].cancelled(), st(c))
    async with c: c.notify_all(); ws[4].cancel()
    await asyncio.wait(ws); print(got, ws[4].cancelled(), st(c)); n = 0
    async def until():
        async with c: print(await c.wait_for(lambda: n > 2 and n))
    u = asyncio.create_task(until())
    for n in range(1, 5):
        await asyncio.sleep(0)
        async with c: c.notify_all()
    await u; print(n); own = asyncio.Lock(); d = asyncio.Condition(own)
    async with d: print(own.locked(), d.locked())
asyncio.run(main())
# ---
# semaphores and barriers
import asyncio
def st(x): return repr(x).split(" [")[1]
async def main():
    s = asyncio.Semaphore(2); log = []; print(st(s), s.locked()); most = now = 0
    async def use(n):
        nonlocal most, now
        async with s: now += 1; most = max(most, now); log.append(n); await asyncio.sleep(0); now -= 1
    us = [asyncio.create_task(use(i)) for i in range(6)]; await asyncio.sleep(0); print(st(s), s.locked()); us[2].cancel(); await asyncio.wait(us); print(log, most, st(s)); s.release(); print(st(s))
    z = asyncio.Semaphore(0); a, b = asyncio.create_task(z.acquire()), asyncio.create_task(z.acquire()); await asyncio.sleep(0); print(st(z)); z.release(); a.cancel(); await asyncio.wait([a, b]); print(a.cancelled(), b.result(), st(z))
    z = asyncio.Semaphore(0); ts = [asyncio.create_task(z.acquire()) for _ in range(3)]; await asyncio.sleep(0); z.release(); z.release(); z.release(); z.release(); print(st(z)); await asyncio.wait(ts); print(st(z))
    for bad in (asyncio.Semaphore, asyncio.BoundedSemaphore):
        try: bad(-1)
        except ValueError as e: print(e)
    b = asyncio.BoundedSemaphore(1); await b.acquire(); print(st(b), b.locked()); b.release()
    try: b.release()
    except ValueError as e: print(e)
    b = asyncio.Barrier(3); print(st(b), b.parties, b.n_waiting, b.broken); got = []
    async def come(n):
        try: got.append((n, await b.wait()))
        except BaseException as e: got.append((n, type(e).__name__, str(e)))
    ts = [asyncio.create_task(come(i)) for i in range(2)]; await asyncio.sleep(0.01); print(st(b), b.n_waiting); ts.append(asyncio.create_task(come(2))); await asyncio.wait(ts); print(sorted(got), st(b)); got.clear()
    ts = [asyncio.create_task(come(i)) for i in range(2)]; await asyncio.sleep(0.01); await b.reset(); await asyncio.wait(ts); print(sorted(got), st(b), b.broken); got.clear()
    ts = [asyncio.create_task(come(i)) for i in range(2)]; await asyncio.sleep(0.01); await b.abort(); await asyncio.wait(ts); print(sorted(got), st(b), b.broken, b.n_waiting); got.clear(); await come(5); print(got); await b.reset(); print(st(b), b.broken); got.clear()
    ts = [asyncio.create_task(come(i)) for i in range(2)]; await asyncio.sleep(0.01); ts[0].cancel(); await asyncio.sleep(0.01); print(st(b), sorted(got)); ts += [asyncio.create_task(come(i)) for i in (7, 8)]; await asyncio.wait(ts); print(sorted(got, key=str))
    one = asyncio.Barrier(1)
    async with one as i: print("in", i)
    try: asyncio.Barrier(0)
    except ValueError as e: print(e)
asyncio.run(main())
