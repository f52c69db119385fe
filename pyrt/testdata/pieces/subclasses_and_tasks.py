def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(f"{type(e).__name__}: {e}")

# ---
# what merges of dict subclasses ask
def update(d): x = {'old': 0}; x.update(d); return x
def inplace(d): x = {'old': 0}; x |= d; return x
def overrides(**names): return type('D', (dict,), names)
item = lambda self, k: 'item'
for names in ({'__getitem__': item, 'keys': lambda s: ['q'], '__iter__': lambda s: iter('z')}, {'__getitem__': item}, {'__iter__': lambda s: iter('z')}, {'keys': lambda s: ['a']}, {'__getitem__': item, '__iter__': dict.__iter__}, {'__getitem__': item, '__iter__': lambda s: iter('a')}, {'__len__': lambda s: 0}, {'items': lambda s: []}):
    d = overrides(**names)(a=1)
    for f in (dict, lambda d: {**d}, lambda d: {} | d, update, inplace, lambda d: (lambda **k: k)(**d), dict.copy, lambda d: d == {'a': 1}, list, bool): t(f, d)
# ---
# truth of subclasses and who has __bool__
for base, full in ((list, [1]), (tuple, (1,)), (dict, {1: 1}), (set, {1}), (frozenset, {1}), (str, 'a'), (bytes, b'a'), (bytearray, b'a')):
    class E(base):
        def __len__(self): return 3
    class N(base):
        def __len__(self): return 0
    class T(base):
        def __bool__(self): return True
    class B(base):
        def __bool__(self): return 1
    class M(base):
        def __len__(self): return -1
    print(base.__name__, bool(E()), not E(), bool(N(full)), 1 if N(full) else 0, [1 for _ in 'a' if E()], E() and 5, N(full) or 6, bool(T()), hasattr(base, '__bool__')); t(bool, B()); t(bool, M()); t(len, M())
for c in (int, float, complex, bool, type(None), range, memoryview, type({}.keys()), type({}.values())): print(c.__name__, hasattr(c, '__bool__'), hasattr(c, '__len__'))
class I(int):
    def __bool__(self): return self > 5
print(bool(I(3)), bool(I(9)), any([I(1), I(2)]), all([I(7)]), list(filter(None, [I(1), I(8)])), sorted([I(9), I(1)], key=bool))
# ---
# anext with and without a default
import asyncio
class It:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self
    async def __anext__(self):
        await asyncio.sleep(0)
        if not self.n: raise StopAsyncIteration('over')
        self.n -= 1
        if self.n == 5: raise ValueError('five')
        return self.n
async def gen():
    try:
        yield 1; await asyncio.sleep(0.01); yield 2
    finally: print('closed')
async def main():
    a = gen(); print(await anext(a, 'd'), await anext(a), await anext(a, 'd'), await anext(a, None))
    try: await anext(a)
    except StopAsyncIteration as e: print('end', e.args)
    print([await anext(i, 'end') for i in [It(2)] for _ in range(4)], [x async for x in It(3)])
    for d in ((), ('x',)):
        try: print(await anext(It(0), *d))
        except StopAsyncIteration as e: print('stop', e.args)
        try: print(await anext(It(6), *d))
        except ValueError as e: print('value', e)
    b = gen(); print(await b.__anext__(), await b.asend(None), await b.aclose(), await anext(b, 'closed already'))
    p = anext(It(1), 0); print(type(p).__name__); print(await p)
asyncio.run(main()); t(anext, 1); t(anext, [], 2); t(anext); t(aiter, 5); t(lambda: anext(iter([])))
# ---
# tasks in the order of time
import asyncio
log = []
async def w(n, fail=None):
    try: await asyncio.sleep(n / 100)
    except asyncio.CancelledError: log.append(('cancelled', n)); raise
    log.append(n)
    if fail: raise fail
    return n
async def main():
    for f in asyncio.as_completed([w(3), w(1), w(2)]): print(await f)
    tasks = {asyncio.create_task(w(n)): n for n in (2, 3, 1)}
    async for f in asyncio.as_completed(tasks): print(await f, tasks[f])
    print(await asyncio.gather(w(2), w(1)), log); log.clear()
    print(await asyncio.gather(w(2), w(1, KeyError('k')), return_exceptions=True))
    try: await asyncio.gather(w(3, KeyError('late')), w(1, ValueError('early')))
    except Exception as e: print(repr(e))
    await asyncio.sleep(0.1); print(log); log.clear()
    done, left = await asyncio.wait([asyncio.create_task(w(n)) for n in (1, 5)], timeout=0.03); print([d.result() for d in done], len(left)); [x.cancel() for x in left]
    await asyncio.sleep(0); print(log); log.clear()
    done, left = await asyncio.wait([asyncio.create_task(w(n)) for n in (1, 5)], return_when=asyncio.FIRST_COMPLETED); print(len(done), len(left), await left.pop())
    try: await asyncio.wait_for(w(9), 0.02)
    except TimeoutError as e: print('late', repr(e), type(e.__cause__).__name__, log)
    print(await asyncio.wait_for(w(1), 5), await asyncio.wait_for(w(1), None))
    try:
        async with asyncio.timeout(0.01) as tm: await w(7)
    except TimeoutError: print('timeout', tm.expired())
    async with asyncio.timeout(1) as tm: await w(1)
    print(tm.expired()); log.clear()
    try:
        async with asyncio.TaskGroup() as tg: tg.create_task(w(1, OSError('o'))); tg.create_task(w(6))
    except* OSError as g: print(g.exceptions, log)
    x = asyncio.create_task(w(4)); outer = asyncio.create_task(asyncio.wait_for(asyncio.shield(x), 0.01))
    try: await outer
    except TimeoutError: print('shielded', x.done(), await x)
    loop = asyncio.get_running_loop(); start = loop.time(); seen = []
    loop.call_later(0.02, seen.append, 'b'); loop.call_later(0.01, seen.append, 'a'); h = loop.call_later(0.015, seen.append, 'never'); h.cancel()
    await asyncio.sleep(0.03); print(seen, h.cancelled(), 0.02 < loop.time() - start)
    q = asyncio.Queue(1); got = []
    async def put():
        for i in range(3): await q.put(i); await asyncio.sleep(0.01)
        await q.put(None)
    async def take():
        while (i := await q.get()) is not None: got.append(i); q.task_done()
    await asyncio.gather(put(), take()); print(got, q.empty())
    ev = asyncio.Event(); loop.call_later(0.01, ev.set); print(await ev.wait(), ev.is_set())
    lock = asyncio.Lock(); order = []
    async def use(n):
        async with lock: order.append(n); await asyncio.sleep(0.01); order.append(n)
    await asyncio.gather(use(1), use(2)); print(order)
    asyncio.create_task(w(50))
asyncio.run(main()); print(log[-1])
# ---
# sys.exit, contexts, cells
import sys, contextvars, types
for a in ((), (None,), (0,), ('x',), ((1, 2),), ((),), (3,), ([1],)):
    try: sys.exit(*a)
    except SystemExit as e: print(repr(e.code), e.args, repr(e))
t(sys.exit, 1, 2); print(SystemExit().code, SystemExit(1, 2).code, SystemExit(None).code)
try: exit()
except SystemExit as e: print(repr(e.code), e.args)
try: quit('bye')
except SystemExit as e: print(repr(e.code))
c = contextvars.copy_context(); v = contextvars.ContextVar('v', default=1); w = contextvars.ContextVar('w')
try: c.run(c.run, print)
except RuntimeError as e: print(str(e)[:64].split(' at ')[0])
t(lambda: c.run(lambda: contextvars.copy_context().run(lambda: v.get()))); t(lambda: c.run(v.get)); c.run(v.set, 5); print(v.get(), c[v], c.run(v.get), v in c, w in c, len(c), c.get(w, 'no'), list(c) == [v])
def inner():
    tok = v.set(7); print(tok.old_value, v.get()); v.reset(tok); print(v.get()); t(lambda: str(tok)[:11])
c.run(inner); t(c.run, lambda: 1 / 0); t(lambda: c.run(v.get)); t(contextvars.ContextVar, 5)
with v.set(9): print(v.get())
print(v.get(), c.copy()[v])
x = types.CellType(5); y = types.CellType(); print(x.cell_contents, type(x)); t(lambda: y.cell_contents); y.cell_contents = 4; print(y.cell_contents); del y.cell_contents; t(lambda: y.cell_contents)
print(types.CellType(1) == types.CellType(1), types.CellType(1) < types.CellType(2), types.CellType() < x, y == types.CellType(), x != y, x >= y, x == 5); t(types.CellType, 1, 2); t(hash, x); t(lambda: types.CellType(1) < types.CellType('a')); t(lambda: x < 1)
# ---
# fsum, deque as a queue, pprint of what contains itself
import math, pprint, re
inf, nan = float('inf'), float('nan')
for xs in ([1e308, 1e308], [1e308, 1e308, -1e308], [1e308, -1e308, 1e308], [inf, 1], [inf, -inf], [nan, inf], [nan, inf, -inf], ['a'], [1e16, 1, 1e-16] * 3, [2**1023.0, 2**1023.0 * (1 - 2**-53)], [10**400], [], [-0.0], [-0.0, 0.0], [0.1] * 10, [1, 2**53, -2**53], [2**53, -0.5, -2**-54], [1e-308, 1e308, -1e308], [2.0**n - 2.0**(n + 50) + 2.0**(n + 52) for n in range(-1074, 972, 2)] + [-2.0**1022], [math.pi, -math.e, 1e100, -1e100, 1e-100], [True, 2.5], [inf, 1e308, 1e308]): t(math.fsum, xs)
a = [1, {'k': None}]; a[1]['k'] = a
print(re.sub(r'id=\d+', 'id=N', pprint.pformat(a)), pprint.isrecursive(a), pprint.isreadable(a), pprint.isreadable([1]), re.sub(r'id=\d+', 'id=N', pprint.saferepr(a)))
pprint.pprint(set(range(30)), width=20, compact=True); pprint.pprint({'b': {3, 1, 2}, 'a': [set(), frozenset()]}, width=5); pprint.pprint([[1, [2, [3, [4]]]], {'x': {'y': {'z': 1}}}], depth=2); pprint.pprint([frozenset(range(9)), (1,), ()], width=14, indent=4)
from collections import deque
d = deque(range(100_000)); n = 0
while d: n += d.popleft(); d and d.pop()
print(n); l = list(range(5)); print([l.pop(0) for _ in range(3)], l); l.insert(0, 9); l.append(8); l[:0] = [7]; print(l); del l[0]; del l[0]; l += [1, 2]; print(l, l.index(8)); m = l[:]; del m[0]; print(l, m)
