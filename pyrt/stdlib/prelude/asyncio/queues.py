"""Queues between coroutines."""

import collections
import heapq
from asyncio import locks
from types import GenericAlias

__all__ = ("Queue", "PriorityQueue", "LifoQueue", "QueueFull", "QueueEmpty", "QueueShutDown")


class QueueEmpty(Exception):
    """There is nothing to get."""


class QueueFull(Exception):
    """There is no room for more."""


class QueueShutDown(Exception):
    """The queue takes, or gives, nothing any more."""


class _Line(collections.deque):
    """Coroutines that wait until the queue is not blocked for them, first come first served."""

    async def stand(self, queue, blocked):
        while blocked():
            if queue._is_shutdown:
                raise QueueShutDown
            place = queue._get_loop().create_future()
            self.append(place)
            try:
                await place
            except BaseException:
                self._give_up(place, blocked)
                raise

    def _give_up(self, place, blocked):
        """Whoever leaves passes on a call that it had been given."""
        place.cancel()
        if place in self:
            self.remove(place)
        if not place.cancelled() and not blocked():
            self.call()

    def call(self, everyone=False):
        """Lets the next one, or everyone, look whether the way is free."""
        while self:
            place = self.popleft()
            if not place.done():
                place.set_result(None)
                if not everyone:
                    return


class Queue(locks._LoopBound):
    """Gives what was put first. Other orders override _init, _put and _get."""

    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, maxsize=0):
        self._maxsize, self._is_shutdown = maxsize, False
        self._getters, self._putters = _Line(), _Line()
        self._unfinished_tasks, self._all_finished = 0, locks.Event()
        self._all_finished.set()
        self._init(maxsize)

    def _init(self, maxsize):
        self._queue = collections.deque()

    def _put(self, item):
        self._queue.append(item)

    def _get(self):
        return self._queue.popleft()

    def __str__(self):
        words = [f"<{type(self).__name__} maxsize={self._maxsize!r}"]
        if items := getattr(self, "_queue", None):
            words.append(f"_queue={list(items)!r}")
        words += [f"{name}[{len(line)}]" for name, line in (("_getters", self._getters), ("_putters", self._putters)) if line]
        if self._unfinished_tasks:
            words.append(f"tasks={self._unfinished_tasks}")
        if self._is_shutdown:
            words.append("shutdown")
        return " ".join(words) + ">"

    def __repr__(self):
        name = type(self).__name__
        return f"<{name} at {id(self):#x}" + str(self)[1 + len(name):]

    @property
    def maxsize(self):
        """How many items there is room for; 0 and less: any number."""
        return self._maxsize

    def qsize(self):
        return len(self._queue)

    def empty(self):
        return not self._queue

    def full(self):
        return 0 < self._maxsize <= self.qsize()

    async def put(self, item):
        """Adds an item, once there is room."""
        await self._putters.stand(self, self.full)
        self.put_nowait(item)

    def put_nowait(self, item):
        if self._is_shutdown:
            raise QueueShutDown
        if self.full():
            raise QueueFull
        self._put(item)
        self._count(1)
        self._getters.call()

    async def get(self):
        """Takes an item, once there is one."""
        await self._getters.stand(self, self.empty)
        return self.get_nowait()

    def get_nowait(self):
        if not self.empty():
            item = self._get()
            self._putters.call()
            return item
        raise QueueShutDown if self._is_shutdown else QueueEmpty

    def _count(self, more):
        self._unfinished_tasks += more
        if self._unfinished_tasks:
            self._all_finished.clear()
        else:
            self._all_finished.set()

    def task_done(self):
        """Says that an item that was taken has been dealt with."""
        if not self._unfinished_tasks:
            raise ValueError("task_done() called too many times")
        self._count(-1)

    async def join(self):
        """Waits until every item has been dealt with."""
        await self._all_finished.wait()

    def shutdown(self, immediate=False):
        """Refuses further items; immediate drops those that are there, too."""
        self._is_shutdown = True
        while immediate and not self.empty():
            self._get()
            self._count(-1 if self._unfinished_tasks else 0)
        self._getters.call(everyone=True)
        self._putters.call(everyone=True)


class PriorityQueue(Queue):
    """Gives the smallest."""

    def _init(self, maxsize):
        self._queue = []

    def _put(self, item):
        heapq.heappush(self._queue, item)

    def _get(self):
        return heapq.heappop(self._queue)


class LifoQueue(Queue):
    """Gives what was put last."""

    _init = PriorityQueue._init

    def _get(self):
        return self._queue.pop()
