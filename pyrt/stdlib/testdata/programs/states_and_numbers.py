# states of coroutines, numbers of errors, weak sets
import inspect, asyncio, errno, weakref, gc, time, copyreg
async def f(): pass
async def w(): await asyncio.sleep(0)
c = f(); print(inspect.getcoroutinestate(c)); c.close(); print(inspect.getcoroutinestate(c))
d = w(); d.send(None); print(inspect.getcoroutinestate(d), inspect.getcoroutinelocals(d)); d.close()
async def g(): yield 1
a = g(); print(inspect.getasyncgenstate(a))
print(errno.errorcode[95], errno.errorcode[133], errno.ENOTSUP, errno.EDEADLK, errno.EHWPOISON, errno.ECANCELED, len(errno.errorcode))
class A:
    def __init__(s, n): s.n = n
    def __repr__(s): return f'A{s.n}'
x, y, z = A(1), A(2), A(3)
p, q = weakref.WeakSet([x, y]), weakref.WeakSet([y, z])
k = lambda s: sorted(map(repr, s))
print(k(p | q), k(p & q), k(p - q), k(p ^ q), k(p.union(q)), k(p.intersection(q)), k(p.difference(q)), k(p.symmetric_difference(q)), p.issubset(q), p.issuperset([x]), p.isdisjoint([z]))
p.intersection_update([x]); print(k(p)); p.symmetric_difference_update([x, y]); print(k(p)); p.difference_update([y]); print(len(p))
print(gc.get_debug(), gc.DEBUG_LEAK, time.CLOCK_MONOTONIC, time.clock_gettime(1) > 0)
