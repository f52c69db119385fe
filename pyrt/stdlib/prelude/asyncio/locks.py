"""Locks, events, conditions, semaphores and barriers of coroutines."""

import collections
from asyncio import events, exceptions

__all__ = ("Lock", "Event", "Condition", "Semaphore", "BoundedSemaphore", "Barrier")


class _LoopBound:
    """What belongs to the loop in which it was first waited for."""

    _loop = None

    def _get_loop(self):
        running = events.get_running_loop()
        self._loop = self._loop or running
        if self._loop is not running:
            raise RuntimeError(f"{self!r} is bound to a different event loop")
        return running


class _Awaited(_LoopBound):
    """What coroutines stand in line for. A place in the line is a future; whoever is called leaves the line by himself."""

    def __init__(self):
        self._line = collections.deque()

    def __repr__(self):
        return f"<{object.__repr__(self)[1:-1]} [{self._condition()}{f', waiters:{len(self._line)}' if self._line else ''}]>"

    def _place(self):
        place = self._get_loop().create_future()
        self._line.append(place)
        return place

    async def _stand(self, place):
        try:
            await place
        finally:
            self._line.remove(place)

    def _call(self, most=1):
        """Calls the first who have not been called; tells how many."""
        called = 0
        for place in self._line:
            if called == most:
                break
            if not place.done():
                place.set_result(True)
                called += 1
        return called


class _Held(_Awaited):
    """What can be acquired and released, also by a with statement."""

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, kind, error, trace):
        self.release()

    def _condition(self):
        return "locked" if self.locked() else "unlocked"


class Lock(_Held):
    """Held by one at a time."""

    def __init__(self):
        super().__init__()
        self._taken = False

    def locked(self):
        return self._taken

    async def acquire(self):
        if self._taken or not all(place.cancelled() for place in self._line):
            try:
                await self._stand(self._place())
            except exceptions.CancelledError:
                self._pass_on()
                raise
        self._taken = True
        return True

    def release(self):
        if not self._taken:
            raise RuntimeError("Lock is not acquired.")
        self._taken = False
        self._pass_on()

    def _pass_on(self):
        if not self._taken and self._line and not self._line[0].done():
            self._call()


class Event(_Awaited):
    """Something that some wait for until others say that it has come."""

    def __init__(self):
        super().__init__()
        self._come = False

    def _condition(self):
        return "set" if self._come else "unset"

    def is_set(self):
        return self._come

    def set(self):
        if not self._come:
            self._come = True
            self._call(len(self._line))

    def clear(self):
        self._come = False

    async def wait(self):
        if not self._come:
            await self._stand(self._place())
        return True


class Condition(_Held):
    """A lock whose holders may wait until another holder notifies them."""

    def __init__(self, lock=None):
        super().__init__()
        self._lock = lock = Lock() if lock is None else lock
        self.acquire, self.release, self.locked = lock.acquire, lock.release, lock.locked

    def _demand_lock(self, purpose):
        if not self.locked():
            raise RuntimeError(f"cannot {purpose} on un-acquired lock")

    async def wait(self):
        self._demand_lock("wait")
        place = self._get_loop().create_future()
        self.release()
        try:
            try:
                self._line.append(place)
                await self._stand(place)
            finally:
                await self._acquire_whatever_comes()
        except BaseException:
            self._call()  # instead of this one
            raise
        return True

    async def _acquire_whatever_comes(self):
        """Takes the lock first, and lets a cancellation act then."""
        late = None
        while True:
            try:
                await self.acquire()
            except exceptions.CancelledError as cancelled:
                late = cancelled
                continue
            break
        if late is not None:
            try:
                raise late
            finally:
                late = None

    async def wait_for(self, predicate):
        """Waits, if need be several times, until predicate() holds; gives what it gives."""
        while not (answer := predicate()):
            await self.wait()
        return answer

    def notify(self, n=1):
        self._demand_lock("notify")
        self._call(n)

    def notify_all(self):
        self.notify(len(self._line))


class Semaphore(_Held):
    """Held by a number at a time."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("Semaphore initial value must be >= 0")
        super().__init__()
        self._free = value

    def _condition(self):
        return super()._condition() + ("" if self.locked() else f", value:{self._free}")

    def locked(self):
        return not self._free or not all(place.cancelled() for place in self._line)

    def _hand_out(self):
        """Gives what is free to those who wait."""
        self._free -= self._call(self._free)

    async def acquire(self):
        if not self.locked():
            self._free -= 1
            return True
        place = self._place()
        try:
            await self._stand(place)
        except exceptions.CancelledError:
            if place.done() and not place.cancelled():
                self._free += 1
            raise
        finally:
            self._hand_out()
        return True

    def release(self):
        self._free += 1
        self._free -= self._call()


class BoundedSemaphore(Semaphore):
    """One that can not be released more often than acquired."""

    def __init__(self, value=1):
        super().__init__(value)
        self._most = value

    def release(self):
        if self._free == self._most:
            raise ValueError("BoundedSemaphore released too many times")
        super().release()


class Barrier(_LoopBound):
    """Lets those who come wait until there are enough; then all go on.

    While they leave it is draining, and after a reset() resetting: who comes then waits until all have left.
    """

    def __init__(self, parties):
        if parties < 1:
            raise ValueError("parties must be >= 1")
        self._parties, self._inside, self._phase, self._change = parties, 0, "filling", Condition()

    def __repr__(self):
        here = "" if self.broken else f", waiters:{self.n_waiting}/{self._parties}"
        return f"<{object.__repr__(self)[1:-1]} [{self._phase}{here}]>"

    parties = property(lambda self: self._parties)
    n_waiting = property(lambda self: self._inside if self._phase == "filling" else 0)
    broken = property(lambda self: self._phase == "broken")

    async def __aenter__(self):
        return await self.wait()

    async def __aexit__(self, kind, error, trace):
        pass

    async def wait(self):
        """The number of the place, once there are enough."""
        async with self._change:
            await self._change.wait_for(lambda: self._phase in ("filling", "broken"))
            if self.broken:
                raise exceptions.BrokenBarrierError("Barrier aborted")
            place = self._inside
            self._inside += 1
            try:
                if self._inside < self._parties:
                    await self._change.wait_for(lambda: self._phase != "filling")
                else:
                    self._enter("draining")
                if self._phase != "draining":
                    raise exceptions.BrokenBarrierError("Abort or reset of barrier")
                return place
            finally:
                self._inside -= 1
                if not self._inside:
                    self._enter("broken" if self.broken else "filling")

    def _enter(self, phase):
        self._phase = phase
        self._change.notify_all()

    async def reset(self):
        async with self._change:
            self._enter("resetting" if self._inside else "filling")

    async def abort(self):
        async with self._change:
            self._enter("broken")
