# workers on a queue
import threading, queue
q = queue.Queue(); out = []
def worker():
    while True:
        item = q.get()
        out.append(item * 2); q.task_done()
threading.Thread(target=worker, daemon=True).start()
for i in range(5): q.put(i)
q.join(); print(out, q.empty(), q.qsize())
# ---
# start, join and names
import threading
def f(n, k=0): print('run', n, k, threading.current_thread().name)
ts = [threading.Thread(target=f, args=(i,), kwargs={'k': i * 2}) for i in range(3)]
for t in ts: t.start(); t.join()
t = threading.Thread(target=f, args=(9,), name='mine'); print(t.name, t.is_alive(), t.daemon, t.ident); t.start(); t.join(); print(t.is_alive(), t.name)
print(threading.current_thread().name, threading.main_thread() is threading.current_thread(), threading.active_count(), [x.name for x in threading.enumerate()])
for g in (lambda: t.start(), lambda: threading.Thread().join(), lambda: threading.current_thread().join(), lambda: threading.Thread(group=1)):
    try: g()
    except Exception as e: print(type(e).__name__, e)
# ---
# sleeping threads end in order of time
import threading, time
def f(d): time.sleep(d); print('slept', d)
ts = [threading.Thread(target=f, args=(d,)) for d in (0.6, 0.2, 0.4)]
for t in ts: t.start()
print('all started')
for t in ts: t.join()
# ---
# a counter with a lock
import threading
n = 0; lock = threading.Lock()
def add():
    global n
    for _ in range(100):
        with lock: n += 1
ts = [threading.Thread(target=add) for _ in range(5)]
for t in ts: t.start()
for t in ts: t.join()
print(n, lock.locked(), lock.acquire(), lock.acquire(blocking=False), lock.acquire(timeout=0.01), lock.locked()); lock.release()
for g in (lambda: lock.release(), lambda: lock.acquire(False, 1), lambda: lock.acquire(True, -2)):
    try: g()
    except Exception as e: print(type(e).__name__, e)
# ---
# re-entrant locks
import threading
r = threading.RLock()
with r:
    with r: print('twice')
def other(): print('other', r.acquire(blocking=False))
r.acquire(); t = threading.Thread(target=other); t.start(); t.join(); r.release()
try: r.release()
except RuntimeError as e: print(e)
# ---
# events
import threading
e = threading.Event(); log = []
def wait(i): e.wait(); log.append(i)
ts = [threading.Thread(target=wait, args=(i,)) for i in range(3)]
for t in ts: t.start()
print(log, e.is_set()); e.set()
for t in ts: t.join()
print(sorted(log), e.is_set(), e.wait(0.01)); e.clear(); print(e.wait(0.01), e.wait(timeout=0))
# ---
# a condition between producer and consumer
import threading
c = threading.Condition(); items = []
def consumer():
    with c:
        c.wait_for(lambda: items); print('got', items.pop())
def producer():
    with c: items.append('x'); c.notify()
a = threading.Thread(target=consumer); b = threading.Thread(target=producer); a.start(); b.start(); a.join(); b.join()
with c: print(c.wait(0.01), c.wait_for(lambda: False, 0.01), c.wait_for(lambda: 7))
for g in (c.wait, c.notify):
    try: g()
    except RuntimeError as e: print(e)
# ---
# semaphores
import threading
s = threading.Semaphore(2); print(s.acquire(), s.acquire(), s.acquire(blocking=False), s.acquire(timeout=0.01)); s.release(); s.release(1); print(s.acquire(False))
b = threading.BoundedSemaphore(1)
for g in (lambda: b.release(), lambda: threading.Semaphore(-1), lambda: s.acquire(False, 1), lambda: s.release(0)):
    try: g()
    except ValueError as e: print(e)
# ---
# barriers
import threading
b = threading.Barrier(3, action=lambda: print('all here')); got = []
def meet(): got.append(b.wait())
ts = [threading.Thread(target=meet) for _ in range(3)]
for t in ts: t.start()
for t in ts: t.join()
print(sorted(got), b.parties, b.n_waiting, b.broken)
try: b.wait(0.01)
except threading.BrokenBarrierError as e: print(repr(e), b.broken)
b.reset(); print(b.broken)
# ---
# values of one thread
import threading
d = threading.local(); d.x = 1
def f():
    print(hasattr(d, 'x')); d.x = 2; print(d.x)
t = threading.Thread(target=f); t.start(); t.join(); print(d.x, d.__dict__)
# ---
# timers
import threading
t = threading.Timer(0.2, print, args=['fired']); t.start(); u = threading.Timer(0.1, print, ['never']); u.start(); u.cancel(); t.join(); u.join(); print('end')
# ---
# an exception ends its thread only
import threading, sys
def bad(): raise ValueError('in thread')
seen = []
threading.excepthook = lambda a: seen.append((a.exc_type.__name__, str(a.exc_value), a.thread.name))
t = threading.Thread(target=bad, name='T'); t.start(); t.join(); print(seen, t.is_alive())
u = threading.Thread(target=sys.exit); u.start(); u.join(); print('still here', len(seen))
# ---
# the program waits for its threads
import threading, time
def late(): time.sleep(0.3); print('late')
threading.Thread(target=late).start(); threading.Thread(target=late, daemon=True)
print('main ends')
# ---
# subclasses
import threading
class T(threading.Thread):
    def __init__(self, n): super().__init__(name=f'T{n}'); self.n = n; self.result = None
    def run(self): self.result = self.n ** 2
ts = [T(i) for i in range(4)]
for t in ts: t.start()
for t in ts: t.join()
print([t.result for t in ts], ts[0].name, repr(ts[0]).split(',')[0], repr(threading.Thread(name='q')))
# ---
# queues alone
import queue
q = queue.Queue(maxsize=1); q.put('a')
for f in (lambda: q.put('b', block=False), lambda: q.put('b', timeout=0.01), lambda: q.put_nowait('b'), lambda: (q.get(), q.get_nowait()), lambda: q.get(timeout=0.01), lambda: q.get(True, -1), lambda: (q.task_done(), q.task_done())):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
l = queue.LifoQueue(); p = queue.PriorityQueue(); s = queue.SimpleQueue()
for x in (3, 1, 2): l.put(x); p.put(x); s.put(x)
print([l.get() for _ in '123'], [p.get() for _ in '123'], [s.get() for _ in '123'], s.empty(), l.qsize(), q.full())
z = queue.Queue(); z.put(1); z.shutdown(); print(z.get())
for f in (z.get, lambda: z.put(1)):
    try: f()
    except queue.ShutDown as e: print(repr(e))
# ---
# a pipeline of three
import threading, queue
a, b = queue.Queue(1), queue.Queue(1); out = []
def stage1():
    for i in range(4): a.put(i)
    a.put(None)
def stage2():
    while (x := a.get()) is not None: b.put(x * 10)
    b.put(None)
def stage3():
    while (x := b.get()) is not None: out.append(x)
ts = [threading.Thread(target=f) for f in (stage1, stage2, stage3)]
for t in ts: t.start()
for t in ts: t.join()
print(out)
# ---
# functions for the end
import atexit
atexit.register(print, 'first'); atexit.register(print, 'second', sep='-')
@atexit.register
def last(): print('called first')
def gone(): print('never')
atexit.register(gone); atexit.unregister(gone)
print('main')
# ---
# functions for the end run after a failure too
import atexit
atexit.register(print, 'bye')
raise SystemExit(3)
# ---
# generators that wait
import threading, queue
q = queue.Queue(); log = []
def gen():
    while True:
        x = q.get()
        if x is None: return
        yield x
def consume():
    for x in gen(): log.append(x)
t = threading.Thread(target=consume); t.start()
for x in 'abc': q.put(x)
q.put(None); t.join(); print(log)
