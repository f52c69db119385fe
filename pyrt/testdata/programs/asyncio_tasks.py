# tasks take turns
import asyncio
async def worker(name, n):
    for i in range(n):
        print(name, i)
        await asyncio.sleep(0)
    return name * n
async def main():
    a = asyncio.create_task(worker('a', 3)); b = asyncio.create_task(worker('b', 2), name='bee')
    print(a.get_name()[:5], b.get_name(), a.done())
    print(await a, await b, a.done(), a.result())
asyncio.run(main())
# ---
# sleeping orders by time
import asyncio
async def later(d, v):
    await asyncio.sleep(d)
    print('woke', v)
    return v
async def main():
    print(await asyncio.gather(later(0.03, 'c'), later(0.01, 'a'), later(0.02, 'b')))
    print(await asyncio.sleep(0.001, 'result'))
asyncio.run(main())
# ---
# gather with exceptions
import asyncio
async def ok(v): await asyncio.sleep(0.01); return v
async def bad(): raise ValueError('bad')
async def main():
    print(await asyncio.gather(ok(1), bad(), ok(2), return_exceptions=True))
    try: await asyncio.gather(ok(1), bad())
    except ValueError as e: print('raised', e)
    print(await asyncio.gather())
asyncio.run(main())
# ---
# cancellation
import asyncio
async def job():
    try:
        print('start'); await asyncio.sleep(10)
    except asyncio.CancelledError as e:
        print('cancelled', e.args); raise
    finally: print('cleanup')
async def main():
    t = asyncio.create_task(job())
    await asyncio.sleep(0)
    print(t.cancel('because'), t.cancelling())
    try: await t
    except asyncio.CancelledError as e: print('main saw', repr(e))
    print(t.cancelled(), t.done(), t.cancel())
    u = asyncio.create_task(job()); u.cancel()
    try: await u
    except asyncio.CancelledError: print('never started')
asyncio.run(main())
# ---
# swallowing a cancellation
import asyncio
async def stubborn():
    try: await asyncio.sleep(1)
    except asyncio.CancelledError: pass
    return 'done anyway'
async def main():
    t = asyncio.create_task(stubborn()); await asyncio.sleep(0); t.cancel()
    print(await t, t.cancelled())
asyncio.run(main())
# ---
# timeouts
import asyncio
async def main():
    try:
        async with asyncio.timeout(0.01) as cm: await asyncio.sleep(1)
    except TimeoutError as e: print('timeout', repr(e), cm.expired())
    try: await asyncio.wait_for(asyncio.sleep(1), 0.01)
    except TimeoutError as e: print('wait_for', repr(e), repr(e.__cause__))
    print(await asyncio.wait_for(asyncio.sleep(0.001, 'in time'), 5))
    async with asyncio.timeout(None): print('no limit')
    try: await asyncio.wait_for(asyncio.sleep(0, 'x'), 0)
    except TimeoutError: print('zero')
    async with asyncio.timeout(10) as cm:
        cm.reschedule(None); print(cm.when(), cm.expired())
asyncio.run(main())
# ---
# nested timeouts
import asyncio
async def main():
    try:
        async with asyncio.timeout(0.05) as outer:
            try:
                async with asyncio.timeout(0.01) as inner: await asyncio.sleep(1)
            except TimeoutError: print('inner', inner.expired(), outer.expired())
            await asyncio.sleep(1)
    except TimeoutError: print('outer', outer.expired())
asyncio.run(main())
# ---
# task groups
import asyncio
async def w(n):
    await asyncio.sleep(n / 100); print('done', n); return n
async def main():
    async with asyncio.TaskGroup() as tg:
        ts = [tg.create_task(w(i)) for i in (3, 1, 2)]
    print([t.result() for t in ts])
asyncio.run(main())
# ---
# a task group with failures
import asyncio
async def fail(n): await asyncio.sleep(n / 100); raise ValueError(n)
async def slow():
    try: await asyncio.sleep(5)
    except asyncio.CancelledError: print('slow cancelled'); raise
async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(fail(1)); tg.create_task(slow()); tg.create_task(fail(3))
    except* ValueError as eg: print(repr(eg), eg.exceptions)
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(slow()); await asyncio.sleep(0)
            raise KeyError('body')
    except* KeyError as eg: print(eg.message, eg.exceptions)
    try: tg.create_task(w := slow())
    except RuntimeError as e: print(str(e)[:9], str(e)[-11:])
asyncio.run(main())
# ---
# wait
import asyncio
async def w(d, e=None):
    await asyncio.sleep(d)
    if e: raise e
    return d
async def main():
    ts = [asyncio.create_task(w(0.01)), asyncio.create_task(w(0.03)), asyncio.create_task(w(0.02, KeyError('k')))]
    done, pending = await asyncio.wait(ts, return_when=asyncio.FIRST_COMPLETED); print(len(done), len(pending))
    done, pending = await asyncio.wait(ts, return_when=asyncio.FIRST_EXCEPTION); print(len(done), len(pending))
    done, pending = await asyncio.wait(ts); print(len(done), len(pending), [repr(t.exception()) for t in ts])
    t = asyncio.create_task(w(1)); done, pending = await asyncio.wait([t], timeout=0.01); print(len(done), len(pending), t.done()); t.cancel()
    for bad in ([], [w(1)]):
        try: await asyncio.wait(bad)
        except Exception as e: print(type(e).__name__, e)
        for b in bad: b.close()
asyncio.run(main())
# ---
# as completed
import asyncio
async def w(d): await asyncio.sleep(d); return d
async def main():
    for f in asyncio.as_completed([w(0.03), w(0.01), w(0.02)]): print(await f)
    async for t in asyncio.as_completed([w(0.02), w(0.01)]): print(t.result())
    try:
        for f in asyncio.as_completed([w(5), w(0.01)], timeout=0.05): print(await f)
    except TimeoutError as e: print('timeout', repr(e))
asyncio.run(main())
# ---
# shield
import asyncio
async def inner(): await asyncio.sleep(0.01); print('inner finished'); return 5
async def main():
    t = asyncio.create_task(inner())
    async def outer(): return await asyncio.shield(t)
    o = asyncio.create_task(outer()); await asyncio.sleep(0); o.cancel()
    try: await o
    except asyncio.CancelledError: print('outer cancelled')
    print(await t)
asyncio.run(main())
# ---
# futures
import asyncio
async def main():
    loop = asyncio.get_running_loop(); f = loop.create_future()
    for c in (f.result, f.exception):
        try: c()
        except asyncio.InvalidStateError as e: print(e)
    f.add_done_callback(lambda x: print('callback', x.result())); loop.call_soon(f.set_result, 42)
    print(f.done(), await f, f.done())
    try: f.set_result(1)
    except asyncio.InvalidStateError as e: print(type(e).__name__, e)
    g = loop.create_future(); g.set_exception(KeyError('x'))
    try: await g
    except KeyError as e: print(repr(e), repr(g.exception()))
    h = loop.create_future(); print(h.cancel(), h.cancelled(), h.done())
    try: h.result()
    except asyncio.CancelledError: print('cancelled')
    k = loop.create_future()
    try: k.set_exception(StopIteration())
    except TypeError as e: print(e)
    print(repr(k.exception()) if k.done() else 'pending')
    print(f, g, h, asyncio.isfuture(f), asyncio.isfuture(5))
asyncio.run(main())
# ---
# queue producer and consumers
import asyncio
async def main():
    q = asyncio.Queue(maxsize=2)
    async def produce():
        for i in range(5): await q.put(i); print('put', i, q.qsize())
    async def consume(name):
        while True:
            x = await q.get(); print(name, x); q.task_done(); await asyncio.sleep(0)
    cs = [asyncio.create_task(consume(n)) for n in 'xy']
    await produce(); await q.join(); print('joined', q.empty())
    for c in cs: c.cancel()
    print(await asyncio.gather(*cs, return_exceptions=True))
asyncio.run(main())
# ---
# queue corners
import asyncio
async def main():
    q = asyncio.Queue(1); q.put_nowait(1)
    for f in (lambda: q.put_nowait(2), lambda: (q.get_nowait(), q.get_nowait())):
        try: f()
        except Exception as e: print(type(e).__name__)
    q.task_done()
    try: q.task_done()
    except ValueError as e: print(e)
    p = asyncio.PriorityQueue(); [p.put_nowait(x) for x in (3, 1, 2)]; print([p.get_nowait() for _ in range(3)])
    l = asyncio.LifoQueue(); [l.put_nowait(x) for x in (3, 1, 2)]; print([l.get_nowait() for _ in range(3)])
    s = asyncio.Queue(); s.put_nowait('last'); s.shutdown(); print(await s.get())
    for f in (s.get, lambda: s.put(1)):
        try: await f()
        except asyncio.QueueShutDown as e: print(repr(e))
    print(str(asyncio.Queue(3)), q.maxsize)
asyncio.run(main())
# ---
# lock
import asyncio
async def main():
    lock = asyncio.Lock()
    async def use(n):
        async with lock: print('in', n); await asyncio.sleep(0); print('out', n)
    await asyncio.gather(*(use(i) for i in range(3)))
    try: lock.release()
    except RuntimeError as e: print(e)
    await lock.acquire(); print(lock.locked(), repr(lock)[-9:]); lock.release(); print(repr(lock)[-11:])
asyncio.run(main())
# ---
# event and condition
import asyncio
async def main():
    e = asyncio.Event(); log = []
    async def wait(n): await e.wait(); log.append(n)
    ts = [asyncio.create_task(wait(i)) for i in range(3)]; await asyncio.sleep(0); e.set(); await asyncio.gather(*ts); print(log, e.is_set()); e.clear(); print(e.is_set())
    c = asyncio.Condition(); items = []
    async def consumer(n):
        async with c:
            await c.wait_for(lambda: items); print('consumer', n, items.pop())
    ts = [asyncio.create_task(consumer(i)) for i in range(2)]; await asyncio.sleep(0)
    async with c: items += ['a']; c.notify()
    await asyncio.sleep(0.01)
    async with c: items += ['b']; c.notify_all()
    await asyncio.gather(*ts)
    try: c.notify()
    except RuntimeError as x: print(x)
asyncio.run(main())
# ---
# semaphores and barriers
import asyncio
async def main():
    s = asyncio.Semaphore(2); active = 0; most = 0
    async def w(i):
        nonlocal active, most
        async with s:
            active += 1; most = max(most, active); await asyncio.sleep(0.01); active -= 1
    await asyncio.gather(*(w(i) for i in range(6))); print(most, s.locked())
    b = asyncio.BoundedSemaphore(1)
    try: b.release()
    except ValueError as e: print(e)
    try: asyncio.Semaphore(-1)
    except ValueError as e: print(e)
    bar = asyncio.Barrier(3)
    async def meet(i):
        await asyncio.sleep(i / 100); n = await bar.wait(); return n
    print(sorted(await asyncio.gather(*(meet(i) for i in range(3)))), bar.n_waiting, bar.parties)
asyncio.run(main())
# ---
# loop callbacks
import asyncio
async def main():
    loop = asyncio.get_running_loop(); log = []
    loop.call_soon(log.append, 1); h = loop.call_soon(log.append, 2); h.cancel()
    loop.call_later(0.02, log.append, 4); loop.call_later(0.01, log.append, 3)
    t = loop.call_at(loop.time() + 0.005, log.append, 'x'); print(t.cancelled()); t.cancel(); print(t.cancelled())
    await asyncio.sleep(0.03); print(log)
    print(await loop.run_in_executor(None, sum, [1, 2, 3]), await asyncio.to_thread(max, 1, 5))
    loop.set_exception_handler(lambda l, c: print('handler', c['message'][:21], repr(c['exception'])))
    loop.call_soon(lambda: 1 / 0); await asyncio.sleep(0)
asyncio.run(main())
# ---
# errors of use
import asyncio
async def f(): return 1
for g in (lambda: asyncio.run(5), lambda: asyncio.run(f), lambda: asyncio.get_running_loop(), lambda: asyncio.get_event_loop(), lambda: asyncio.create_task(c), lambda: asyncio.Future()):
    c = f()
    try: g()
    except Exception as e: print(type(e).__name__, str(e)[:40])
    c.close()
async def main():
    c = f()
    try: asyncio.run(c)
    except RuntimeError as e: print(e)
    c.close()
    try: await 5
    except TypeError as e: print(e)
    try: asyncio.create_task(5)
    except TypeError as e: print(e)
    try: await asyncio.gather(5)
    except TypeError as e: print(e)
    t = asyncio.current_task(); print(t in asyncio.all_tasks(), len(asyncio.all_tasks()))
asyncio.run(main())
# ---
# context variables
import asyncio, contextvars
v = contextvars.ContextVar('v', default=0)
async def child(n):
    v.set(n); await asyncio.sleep(0); return v.get()
async def main():
    v.set(10)
    print(await asyncio.gather(child(1), child(2)), v.get())
    t = asyncio.create_task(child(3)); await t; print(v.get())
    await child(4); print(v.get())
asyncio.run(main()); print(v.get())
# ---
# async generators and comprehensions
import asyncio
async def agen(n):
    try:
        for i in range(n): await asyncio.sleep(0); yield i
    finally: print('closed')
async def main():
    print([x async for x in agen(3)], {x async for x in agen(2) if x}, [y async for x in agen(2) for y in (x, x * 10)])
    g = agen(5); print(await anext(g), await g.asend(None)); await g.aclose()
    print(await anext(g, 'default'))
    try: await anext(g)
    except StopAsyncIteration as e: print(repr(e))
    print(sum([await c for c in [asyncio.sleep(0, 1), asyncio.sleep(0, 2)]]))
asyncio.run(main())
# ---
# async context managers
import asyncio, contextlib
@contextlib.asynccontextmanager
async def res(name):
    print('open', name)
    try: yield name.upper()
    finally: await asyncio.sleep(0); print('close', name)
async def main():
    async with res('a') as a, res('b') as b: print(a, b)
    async with contextlib.AsyncExitStack() as st:
        x = await st.enter_async_context(res('c')); st.callback(print, 'callback'); st.push_async_callback(asyncio.sleep, 0); print(x)
    try:
        async with res('d'): raise ValueError('in body')
    except ValueError as e: print(e)
    class C:
        async def aclose(self): print('aclose')
    async with contextlib.aclosing(C()): pass
asyncio.run(main())
# ---
# a runner and loops by hand
import asyncio
async def f(x): await asyncio.sleep(0); return x
with asyncio.Runner() as r:
    print(r.run(f(1)), r.run(f(2)))
loop = asyncio.new_event_loop()
print(loop.run_until_complete(f(3)), loop.is_running(), loop.is_closed())
def stop(): print('stopping'); loop.stop()
loop.call_soon(stop); loop.run_forever(); loop.close(); print(loop.is_closed())
try: loop.call_soon(print)
except RuntimeError as e: print(e)
# ---
# left-over tasks are cancelled at the end
import asyncio
async def forever(n):
    try:
        while True: await asyncio.sleep(1)
    finally: print('ended', n)
async def main():
    asyncio.create_task(forever(1)); await asyncio.sleep(0.01); print('main ends'); return 'value'
print(asyncio.run(main()))
# ---
# eager tasks
import asyncio
async def f(n): print('run', n); return n
async def main():
    loop = asyncio.get_running_loop(); loop.set_task_factory(asyncio.eager_task_factory)
    t = asyncio.create_task(f(1)); print('after', t.done(), t.result())
    print(await asyncio.gather(f(2), f(3)))
asyncio.run(main())
# ---
# a task in text
import asyncio
async def f(): await asyncio.sleep(0.01); return 'x'
async def main():
    t = asyncio.create_task(f(), name='T'); s = repr(t); print(s[:34]); await t
    print(repr(t).split(' coro')[0], repr(t)[-12:])
    g = asyncio.create_task(asyncio.sleep(9), name='G'); await asyncio.sleep(0); g.cancel(); print(repr(g)[:25])
    try: await g
    except asyncio.CancelledError: print(repr(g)[:25])
asyncio.run(main())
