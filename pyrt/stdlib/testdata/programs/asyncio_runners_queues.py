# runners: one loop for several coroutines
import asyncio, contextvars
v = contextvars.ContextVar("v", default=0)
async def step(n): v.set(v.get() + n); await asyncio.sleep(0); return v.get()
with asyncio.Runner() as r:
    print(r.run(step(1)), r.run(step(2)), r.run(step(5), context=contextvars.copy_context()), r.run(step(1)), v.get()); loop = r.get_loop(); print(loop is r.get_loop(), loop.is_running(), loop.is_closed(), loop.get_debug())
print(loop.is_closed())
def t(f, *a, **k):
    try: print(f(*a, **k))
    except BaseException as e: print(type(e).__name__, e)
t(r.get_loop); c = step(1); t(r.run, c); c.close(); t(r.__enter__); t(r.close)
r = asyncio.Runner(debug=True); t(r.close); print(r.run(step(4)), r.get_loop().get_debug()); r.close(); r.close(); t(r.get_loop)
made = []
def factory(): made.append(asyncio.new_event_loop()); return made[-1]
with asyncio.Runner(loop_factory=factory) as r: print(len(made), r.get_loop() is made[0])
print(made[0].is_closed(), len(made)); t(asyncio.run, step(3), loop_factory=factory); print(len(made), made[1].is_closed())
for bad in (5, None, step, [1]): t(asyncio.run, bad); 
with asyncio.Runner() as r: t(r.run, 5)
class Aw:
    def __await__(self): yield from asyncio.sleep(0).__await__(); return "awaited"
print(asyncio.run(Aw()))
async def nested():
    for f in (asyncio.run, asyncio.Runner().run):
        c = step(1); t(f, c); c.close()
    return "nested"
print(asyncio.run(nested()))
# ---
# runners: what is left when they close
import asyncio
async def forever(name):
    try: await asyncio.sleep(99)
    except asyncio.CancelledError as e: print(name, "cancelled", e.args); raise
    finally: print(name, "left")
async def main():
    t = asyncio.create_task(forever("a")), asyncio.create_task(forever("b")); await asyncio.sleep(0); main.tasks = t; return 7
_print, said = print, []
def print(*a): said.append(" ".join(map(str, a)))
print(asyncio.run(main())); print = _print; print(sorted(said)); print([t.cancelled() for t in main.tasks])
async def stubborn():
    try: await asyncio.sleep(99)
    except asyncio.CancelledError: await asyncio.sleep(0); print("takes its time")
    return 3
async def main2(): main.t = asyncio.create_task(stubborn()); await asyncio.sleep(0)
asyncio.run(main2()); print(main.t.done(), main.t.result())
async def fails(): raise ValueError("x")
def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e)
t(asyncio.run, fails())
async def cancels(): raise asyncio.CancelledError("self")
t(asyncio.run, cancels())
async def self_cancel(): asyncio.current_task().cancel("me"); await asyncio.sleep(0)
t(asyncio.run, self_cancel())
async def leaves(): raise SystemExit(4)
t(asyncio.run, leaves())
async def handler():
    loop = asyncio.get_running_loop(); loop.set_exception_handler(lambda l, c: print(sorted(c), c["message"], repr(c["exception"])))
    async def bad():
        try: await asyncio.sleep(9)
        except asyncio.CancelledError: raise LookupError("at shutdown")
    main.t = asyncio.create_task(bad()); await asyncio.sleep(0)
asyncio.run(handler())
# ---
# queues between coroutines: what they say and hold
import asyncio
def t(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, e.args)
async def main():
    for c in (asyncio.Queue, asyncio.LifoQueue, asyncio.PriorityQueue):
        q = c(2); print(str(q), q.maxsize, q.qsize(), q.empty(), q.full(), c[int].__args__, repr(q).split(" at ")[0]); t(q.get_nowait); t(q.task_done); await q.join()
        q.put_nowait("b"); await q.put("a"); print(str(q), q.full()); t(q.put_nowait, "c"); print(await q.get(), q.get_nowait(), str(q), q.empty()); q.task_done(); q.task_done(); t(q.task_done)
    for n in (0, -3): q = asyncio.Queue(n); [q.put_nowait(i) for i in range(10)]; print(q.full(), str(q))
    p = asyncio.PriorityQueue()
    for x in (5, 1, 4, 2, 3): p.put_nowait(x)
    print([await p.get() for _ in range(5)])
    try: q.maxsize = 4
    except AttributeError as e: print(e)
    for e in (asyncio.QueueEmpty, asyncio.QueueFull, asyncio.QueueShutDown): print(e, e.__mro__[1])
asyncio.run(main())
print(str(asyncio.Queue()), asyncio.queues.__all__)
# ---
# queues between coroutines: waiting in turn
import asyncio
async def main():
    q = asyncio.Queue(1); log = []
    async def put(n): await q.put(n); log.append(("put", n))
    async def get(n): log.append(("got", n, await q.get()))
    tasks = [asyncio.create_task(put(i)) for i in range(4)]; await asyncio.sleep(0); await asyncio.sleep(0); print(str(q), log)
    tasks += [asyncio.create_task(get(i)) for i in range(4)]; await asyncio.gather(*tasks); print(log, str(q))
    log.clear(); gets = [asyncio.create_task(get(i)) for i in range(3)]; await asyncio.sleep(0); print(str(q)); gets[0].cancel(); await asyncio.sleep(0); q.put_nowait("x"); await asyncio.sleep(0); await asyncio.sleep(0); print(log, str(q)); gets[2].cancel(); await asyncio.wait(gets); print(str(q), [g.cancelled() for g in gets])
    q = asyncio.Queue(1); q.put_nowait(0); puts = [asyncio.create_task(put(i)) for i in (7, 8)]; await asyncio.sleep(0); print(str(q)); q.get_nowait(); puts[0].cancel(); await asyncio.sleep(0); await asyncio.sleep(0); print(str(q), [p.done() for p in puts], log)
    q = asyncio.Queue(); g = asyncio.create_task(q.get()); await asyncio.sleep(0); q.put_nowait(1); g.cancel(); await asyncio.wait([g]); print(g.cancelled(), str(q))
    q = asyncio.Queue(); gs = [asyncio.create_task(q.get()) for _ in range(2)]; await asyncio.sleep(0); q.put_nowait(1); gs[0].cancel(); await asyncio.sleep(0); await asyncio.sleep(0); await asyncio.sleep(0); print([x.done() for x in gs], str(q)); gs[1].cancel()
    q = asyncio.Queue(); j = asyncio.create_task(q.join()); await asyncio.sleep(0); print(j.done()); q.put_nowait(1); q.put_nowait(2); j = asyncio.create_task(q.join()); await asyncio.sleep(0); q.get_nowait(); q.task_done(); await asyncio.sleep(0); print(j.done(), str(q)); q.get_nowait(); q.task_done(); await asyncio.sleep(0); await asyncio.sleep(0); print(j.done())
    try: await asyncio.wait_for(asyncio.Queue().get(), 0.01)
    except TimeoutError: print("nothing came")
asyncio.run(main())
# ---
# queues between coroutines: shut down
import asyncio
async def main():
    async def say(c):
        try: print(await c)
        except Exception as e: print(type(e).__name__, e.args)
    for now in (False, True):
        q = asyncio.Queue(2); q.put_nowait(1); q.put_nowait(2); p = asyncio.create_task(say(q.put(3))); await asyncio.sleep(0); q.shutdown(immediate=now); print(str(q)); await p
        await say(q.get()); await say(q.get()); await say(q.get()); await say(q.put(4)); print(str(q))
        for f in (q.get_nowait, lambda: q.put_nowait(1)):
            try: f()
            except Exception as e: print(type(e).__name__)
        if not now: q.task_done(); q.task_done()
        await q.join(); q.shutdown(); q.shutdown(True)
    q = asyncio.Queue(); gs = [asyncio.create_task(say(q.get())) for _ in range(3)]; await asyncio.sleep(0); q.shutdown(); await asyncio.wait(gs)
    q = asyncio.Queue(); q.put_nowait(1); q.get_nowait(); q.put_nowait(2); q.shutdown(True); print(str(q)); j = asyncio.create_task(q.join()); await asyncio.sleep(0); print(j.done()); q.task_done(); await j; print("joined")
asyncio.run(main())
# ---
# queues of one's own
import asyncio
class Keyed(asyncio.Queue):
    def _init(self, maxsize): print("init", maxsize); self.kept = {}
    def _put(self, item): self.kept[item[0]] = item[1]
    def _get(self): return self.kept.popitem()
    def qsize(self): return len(self.kept)
    def empty(self): return not self.kept
async def main():
    q = Keyed(2); await q.put(("a", 1)); await q.put(("a", 2)); print(str(q), q.full()); await q.put(("b", 1)); print(q.full(), await q.get(), await q.get(), q.empty())
asyncio.run(main())
