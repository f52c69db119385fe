# task groups: tasks that end well
import asyncio
async def job(n, t=0):
    await asyncio.sleep(t); print("job", n); return n * 10
async def main():
    async with asyncio.TaskGroup() as g:
        print(g); a = g.create_task(job(1, 0.02)); b = g.create_task(job(2, 0.01), name="second"); print(g, b.get_name(), a.done())
    print(a.result(), b.result(), g)
    async with asyncio.TaskGroup() as g: print("nothing to wait for")
    async with asyncio.TaskGroup() as g:
        async def more(n):
            if n: g.create_task(more(n - 1))
            print("more", n)
        g.create_task(more(3))
    async with asyncio.TaskGroup() as outer:
        async with asyncio.TaskGroup() as inner: inner.create_task(job(5)); outer.create_task(job(6, 0.01))
        print("inner over")
    print(asyncio.current_task().cancelling())
asyncio.run(main())
# ---
# task groups: what is refused
import asyncio
async def job(): pass
def t(g):
    c = job()
    try: g.create_task(c)
    except RuntimeError as e: print(e)
    print(c.cr_frame)
async def main():
    g = asyncio.TaskGroup(); print(g); t(g)
    async with g: pass
    t(g)
    try:
        async with g: pass
    except RuntimeError as e: print(e)
    g = asyncio.TaskGroup(); late = []
    async def stubborn():
        try: await asyncio.sleep(9)
        except asyncio.CancelledError: print(g); t(g); raise
    async def bad(): raise KeyError(1)
    try:
        async with g: g.create_task(stubborn()); g.create_task(bad()); await asyncio.sleep(9)
    except* KeyError as e: print(repr(e))
    print(g); print(asyncio.current_task().cancelling())
asyncio.run(main())
m = asyncio.TaskGroup().__aenter__()
try: m.send(None)
except RuntimeError as e: print(e)
# ---
# task groups: failures
import asyncio
async def fail(e, t=0):
    await asyncio.sleep(t); raise e
async def wait(log, name):
    try: await asyncio.sleep(10)
    except asyncio.CancelledError as e: log.append((name, e.args)); raise
async def clumsy():
    try: await asyncio.sleep(10)
    finally: raise ZeroDivisionError("while leaving")
async def attempt(label, body):
    log = []
    try: print(label, "gives", await body(log))
    except BaseException as e: print(label, type(e).__name__, e, getattr(e, "exceptions", None), repr(e.__cause__), repr(e.__context__), sorted(log))
    print(asyncio.current_task().cancelling())
async def one(log):
    async with asyncio.TaskGroup() as g: g.create_task(fail(ValueError("a"))); g.create_task(wait(log, "w"))
async def body_fails(log):
    async with asyncio.TaskGroup() as g: g.create_task(wait(log, "w")); await asyncio.sleep(0); raise LookupError("body")
async def both(log):
    async with asyncio.TaskGroup() as g: g.create_task(clumsy()); g.create_task(fail(ValueError("a"), 0.01)); await asyncio.sleep(1)
async def two(log):
    async with asyncio.TaskGroup() as g: g.create_task(fail(ValueError("a"))); g.create_task(fail(TypeError("b")))
async def body_after_task(log):
    async with asyncio.TaskGroup() as g:
        g.create_task(fail(ValueError("a")))
        try: await asyncio.sleep(1)
        except asyncio.CancelledError: raise OSError("instead")
async def swallowed(log):
    async with asyncio.TaskGroup() as g:
        g.create_task(fail(ValueError("a")))
        try: await asyncio.sleep(1)
        except asyncio.CancelledError: log.append("swallowed")
    return 1
async def child_cancelled(log):
    async with asyncio.TaskGroup() as g: t = g.create_task(wait(log, "w")); await asyncio.sleep(0); t.cancel("me")
    return t.cancelled(), log
async def nested(log):
    async with asyncio.TaskGroup() as a:
        a.create_task(wait(log, "outer"))
        async with asyncio.TaskGroup() as b: b.create_task(wait(log, "inner")); b.create_task(fail(ValueError(1)))
async def outer_fails(log):
    async with asyncio.TaskGroup() as a:
        a.create_task(fail(ValueError("o"), 0.01))
        async with asyncio.TaskGroup() as b: b.create_task(wait(log, "inner")); b.create_task(wait(log, "inner2"))
async def group_inside(log):
    async with asyncio.TaskGroup() as a: a.create_task(two(log)); a.create_task(wait(log, "w"))
async def raised_cancel(log):
    async with asyncio.TaskGroup() as g: g.create_task(wait(log, "w")); await asyncio.sleep(0); raise asyncio.CancelledError("own")
async def main():
    for f in (one, body_fails, both, two, body_after_task, swallowed, child_cancelled, nested, outer_fails, group_inside, raised_cancel): await attempt(f.__name__, f)
asyncio.run(main())
# ---
# task groups: cancelled from outside
import asyncio
async def wait(log, name):
    try: await asyncio.sleep(10)
    except asyncio.CancelledError as e: log.append((name, e.args)); raise
async def fail_when_cancelled():
    try: await asyncio.sleep(10)
    except asyncio.CancelledError: raise ValueError("late")
async def run(body, n=1):
    log = []; t = asyncio.create_task(body(log)); await asyncio.sleep(0.01)
    for i in range(n): print(t.cancel("stop%d" % i), t.cancelling())
    try: print(await t, log, t.cancelling())
    except BaseException as e: print(type(e).__name__, e.args, getattr(e, "exceptions", None), sorted(log, key=str), t.cancelled(), t.cancelling())
async def in_body(log):
    async with asyncio.TaskGroup() as g: g.create_task(wait(log, "w")); await asyncio.sleep(5)
async def at_end(log):
    async with asyncio.TaskGroup() as g: g.create_task(wait(log, "w")); g.create_task(wait(log, "v"))
async def with_error(log):
    async with asyncio.TaskGroup() as g: g.create_task(fail_when_cancelled()); await asyncio.sleep(5)
async def error_at_end(log):
    async with asyncio.TaskGroup() as g: g.create_task(fail_when_cancelled())
async def caught(log):
    try:
        async with asyncio.TaskGroup() as g: g.create_task(fail_when_cancelled())
    except* ValueError as e: log.append(e.exceptions)
    log.append(asyncio.current_task().cancelling())
    await asyncio.sleep(0); return "went on"
async def main():
    for f in (in_body, at_end, with_error, error_at_end, caught): print(f.__name__); await run(f); await run(f, 2)
asyncio.run(main())
# ---
# task groups: what ends the program
import gc, io, sys; sys.stderr = io.StringIO()  # whose exceptions nobody took is told when the tasks go
import asyncio
async def leave(e): await asyncio.sleep(0); raise e
async def wait():
    try: await asyncio.sleep(10)
    except asyncio.CancelledError: print("cancelled"); raise
async def main(e, body=None):
    async with asyncio.TaskGroup() as g:
        g.create_task(wait()); g.create_task(leave(e)) if body is None else None
        await asyncio.sleep(0)
        if body: raise e
for e in (SystemExit(3), KeyboardInterrupt("k"), SystemExit(4)):
    for body in (None, True):
        try: asyncio.run(main(e, body))
        except BaseException as x: print(type(x).__name__, x.args, x is e)
    e = None; gc.collect()
# ---
# limits of time: expiry
import asyncio
async def main():
    me = asyncio.current_task()
    async with asyncio.timeout(5) as cm: print(type(cm).__name__, cm.expired(), me.cancelling())
    print(cm, cm.expired())
    try:
        async with asyncio.timeout(0.01) as cm: await asyncio.sleep(5)
    except TimeoutError as e: print(repr(e), repr(e.__cause__), cm, cm.expired(), me.cancelling())
    try:
        async with asyncio.timeout(0) as cm: await asyncio.sleep(5)
    except TimeoutError as e: print("zero", cm.expired())
    try:
        async with asyncio.timeout(-1) as cm: await asyncio.sleep(0); print("not reached")
    except TimeoutError as e: print("past", cm)
    async with asyncio.timeout(None) as cm: print(cm, cm.when()); await asyncio.sleep(0)
    async with asyncio.timeout(0) as cm: print("no await, no expiry")
    print(cm.expired(), cm)
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout_at(loop.time() + 0.01) as cm: print(cm.when() > loop.time()); await asyncio.sleep(1)
    except TimeoutError: print("at")
    try:
        async with asyncio.timeout(0.01):
            try: await asyncio.sleep(1)
            except asyncio.CancelledError: raise ValueError("changed")
    except ValueError as e: print(repr(e), repr(e.__context__), repr(e.__context__.__cause__), me.cancelling())
    try:
        async with asyncio.timeout(0.01):
            async with asyncio.TaskGroup() as g: g.create_task(asyncio.sleep(9)); await asyncio.sleep(9)
    except TimeoutError as e: print("group", repr(e), type(e.__cause__))
    async def fails():
        try: await asyncio.sleep(9)
        except asyncio.CancelledError: raise LookupError(1)
    try:
        async with asyncio.timeout(0.01):
            async with asyncio.TaskGroup() as g: g.create_task(fails())
    except BaseException as e: print(type(e).__name__, e, e.exceptions, repr(e.__context__), me.cancelling())
    try:
        async with asyncio.timeout(0.01) as cm:
            try: await asyncio.sleep(1)
            except asyncio.CancelledError: pass
        print("swallowed", cm.expired(), cm)
    except TimeoutError: print("timeout after all")
    try:
        async with asyncio.timeout(0.02) as outer:
            try:
                async with asyncio.timeout(0.01) as inner: await asyncio.sleep(1)
            except TimeoutError: print("inner", inner.expired(), outer.expired())
            await asyncio.sleep(1)
    except TimeoutError: print("outer", inner.expired(), outer.expired())
    try:
        async with asyncio.timeout(0.01) as outer:
            async with asyncio.timeout(5) as inner: await asyncio.sleep(1)
    except TimeoutError: print(inner, outer, inner.expired(), me.cancelling())
asyncio.run(main())
# ---
# limits of time: set anew, misuse, cancelled from outside
import asyncio
async def main():
    loop = asyncio.get_running_loop()
    def t(f, *a):
        try: print(f(*a))
        except Exception as e: print(type(e).__name__, e)
    cm = asyncio.timeout(1); print(str(cm).split("[")[1], cm.expired()); t(cm.reschedule, 5)
    async with cm:
        cm.reschedule(None); print(cm, cm.when()); cm.reschedule(loop.time() + 100); print(cm.when() > loop.time() + 90)
        cm.reschedule(loop.time() + 0.01)
        try: await asyncio.sleep(1)
        except asyncio.CancelledError: print(cm, cm.expired()); t(cm.reschedule, 3); asyncio.current_task().uncancel()
    print(cm, cm.expired()); t(cm.reschedule, 1)
    async with asyncio.timeout(5) as cm: pass
    t(cm.reschedule, None)
    try:
        async with cm: pass
    except RuntimeError as e: print(e)
    async def inner(log):
        try:
            async with asyncio.timeout(5) as c: await asyncio.sleep(5)
        except BaseException as e: log += [type(e).__name__, e.args, c.expired(), str(c)]; raise
    log = []; task = asyncio.create_task(inner(log)); await asyncio.sleep(0); task.cancel("out")
    try: await task
    except asyncio.CancelledError as e: print(e.args, log)
    try:
        async with asyncio.timeout(0.01): raise ValueError("direct")
    except ValueError as e: print(repr(e), e.__context__)
    cm = asyncio.timeout(None)
    async with cm: cm.reschedule(loop.time() - 1); print(cm.expired()); await asyncio.sleep(0) if False else None
    print(cm)
asyncio.run(main())
try: asyncio.timeout(1)
except RuntimeError as e: print(e)
cm = asyncio.timeout_at(12.3456); print(cm, cm.when()); c = cm.__aenter__()
try: c.send(None)
except RuntimeError as e: print(e)
print(asyncio.Timeout(3).when(), asyncio.Timeout.__name__)
