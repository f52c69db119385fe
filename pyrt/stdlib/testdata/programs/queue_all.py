# queue: names, classes, the empty ones
import queue
from queue import *
print(sorted(queue.__all__))
for c in (Empty, Full, ShutDown): print(c, c.__mro__[1], c.__module__, c.__qualname__)
for c in (Queue, LifoQueue, PriorityQueue, SimpleQueue): print(c, c.__mro__[1:], c[int])
def t(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, repr(str(e)), e.args)
for c in (Queue, LifoQueue, PriorityQueue):
    q = c(2); print(q.maxsize, q.unfinished_tasks, q.is_shutdown, len(q.queue), q.qsize(), q.empty(), q.full())
    t(q.get_nowait); t(q.get, False); t(q.get, block=False); t(q.get, timeout=0); t(q.get, True, 0.01); t(q.get, timeout=-1); t(q.get, True, -0.5); t(q.get, False, -1)
    q.put("b"); q.put("a", False); print(list(q.queue), q.full(), q.empty(), q.qsize(), q.unfinished_tasks)
    t(q.put_nowait, "c"); t(q.put, "c", False); t(q.put, "c", block=True, timeout=0); t(q.put, "c", timeout=0.01); t(q.put, "c", timeout=-1); t(q.put, "c", True, -2); t(q.put, "c", False, -2)
    print(q.get(), q.get_nowait(), q.unfinished_tasks, q.full()); q.task_done(); q.task_done(); t(q.task_done); q.join(); t(q.put, 1, timeout=-1)
for n in (0, -1, -5): q = Queue(n); [q.put(i) for i in range(20)]; print(q.maxsize, q.full(), q.qsize(), q.get())
# ---
# queue: orders
from queue import *
def all_of(q): return [q.get() for _ in range(q.qsize())]
for c in (Queue, LifoQueue, PriorityQueue):
    q = c()
    for x in (5, 1, 4, 1, 3, 9, 2, 6): q.put(x)
    print(c.__name__, all_of(q), q.unfinished_tasks)
q = Queue(); q.put(1); q.put(2)
for a in (dict(timeout=-1), dict(block=False, timeout=-1), dict(block=True, timeout=0)):
    try: print(q.get(**a))
    except ValueError as e: print(e, q.qsize())
with q.mutex: q.queue.append(7); print(q.queue)
q = PriorityQueue(); q.put((2, "b")); q.put((1, "z")); q.put((2, "a")); print(all_of(q))
q.put(1)
try: q.put("x")
except TypeError as e: print(e)
print(q.queue, q.unfinished_tasks)
s = SimpleQueue(); print(s.empty(), s.qsize()); s.put(1); s.put(2, False); s.put(3, True, -7); s.put_nowait(4); print(s.qsize(), s.empty(), s.get(), s.get(False), s.get(True, 1), s.get_nowait())
def t(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, repr(str(e)))
t(s.get_nowait); t(s.get, False); t(s.get, timeout=0.01); t(s.get, True, -1); t(s.get, False, -1); print(hasattr(s, "task_done"), hasattr(s, "maxsize"))
# ---
# queue: shut down
from queue import *
def t(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, repr(str(e)))
for c in (Queue, LifoQueue, PriorityQueue):
    q = c(3); q.put(1); q.put(2); q.shutdown(); print(q.is_shutdown, q.unfinished_tasks); t(q.put, 3); t(q.put_nowait, 3); t(q.put, 3, timeout=-1); print(q.get(), q.get()); t(q.get); t(q.get_nowait); t(q.get, timeout=-1); t(q.get, False); q.task_done(); q.task_done(); t(q.task_done); q.join()
    q = c(); q.put(1); q.put(2); q.get(); q.shutdown(immediate=True); print(q.qsize(), q.unfinished_tasks, q.is_shutdown); t(q.get); q.shutdown(); q.shutdown(True); t(q.put, 0); q.task_done(); t(q.task_done)
# ---
# queue: classes of one's own override the four steps
from queue import *
class Newest(Queue):
    def _init(self, maxsize): print("init", maxsize); self.kept = {}
    def _qsize(self): return len(self.kept)
    def _put(self, item): self.kept[item[0]] = item[1]
    def _get(self): return self.kept.popitem()
q = Newest(2); q.put(("a", 1)); q.put(("a", 2)); q.put(("b", 3)); print(q.full(), q.qsize(), q.unfinished_tasks, q.get(), q.get(), q.empty())
class Big(Queue):
    def full(self): return False
b = Big(1); b.put(1); print(b.full(), b.qsize())
# ---
# queue: threads that wait for one another
import threading, queue
for make in (queue.Queue, queue.LifoQueue, queue.PriorityQueue, queue.SimpleQueue):
    q = make(); out = []
    def worker():
        while (x := q.get()) is not None and x >= 0: out.append(x)
    th = threading.Thread(target=worker); th.start()
    for i in range(5): q.put(i)
    while not q.empty(): threading.Event().wait(0.01)
    q.put(-1); th.join(); print(make.__name__, sorted(out), q.qsize())
q = queue.Queue(1); log = []
def feed():
    for i in range(4): q.put(i, timeout=5)
    log.append("fed")
th = threading.Thread(target=feed); th.start(); got = [q.get(timeout=5) for _ in range(4)]; th.join(); print(got, log, q.unfinished_tasks)
q = queue.Queue(); ended = []
def waits():
    try: q.get()
    except queue.ShutDown: ended.append("down")
ths = [threading.Thread(target=waits) for _ in range(3)]
for th in ths: th.start()
q.shutdown()
for th in ths: th.join()
print(ended)
q = queue.Queue(1); q.put(0)
def waits_put():
    try: q.put(1)
    except queue.ShutDown: ended.append("put down")
th = threading.Thread(target=waits_put); th.start(); q.shutdown(immediate=True); th.join(); print(ended, q.qsize()); q.join()
q = queue.Queue(); q.put(1)
def joins(): q.join(); ended.append("joined")
th = threading.Thread(target=joins); th.start(); q.get(); q.task_done(); th.join(); print(ended[-1])
