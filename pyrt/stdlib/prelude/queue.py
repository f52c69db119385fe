"""Queues between threads."""

import heapq
import threading
from collections import deque
from types import GenericAlias

__all__ = ["Empty", "Full", "ShutDown", "Queue", "PriorityQueue", "LifoQueue", "SimpleQueue"]


class Empty(Exception):
    """There is nothing to get, or nothing came in time."""

    __module__ = "_queue"


class Full(Exception):
    """There is no room for more, or none became free in time."""


class ShutDown(Exception):
    """The queue takes, or gives, nothing any more."""


def _patience(block, timeout):
    """For how many seconds a call may wait, None for ever."""
    if not block:
        return 0
    if timeout is not None and timeout < 0:
        raise ValueError("'timeout' must be a non-negative number")
    return timeout


class Queue:
    """Gives what was put first. Other orders override _init, _qsize, _put and _get.

    Threads run in turn here, so nothing has to be locked; mutex is for programs that take it.
    """

    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, maxsize=0):
        self.maxsize, self.mutex = maxsize, threading.Lock()
        self.unfinished_tasks, self.is_shutdown = 0, False
        self._init(maxsize)

    def _init(self, maxsize):
        self.queue = deque()

    def _qsize(self):
        return len(self.queue)

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.popleft()

    def _has_room(self):
        return self.maxsize <= 0 or self._qsize() < self.maxsize

    def qsize(self):
        return self._qsize()

    def empty(self):
        return self._qsize() == 0

    def full(self):
        return not self._has_room()

    def put(self, item, block=True, timeout=None):
        """Adds an item, once there is room."""
        if self.maxsize > 0 and not self.is_shutdown:
            if not threading._wait(lambda: self.is_shutdown or self._has_room(), _patience(block, timeout)):
                raise Full
        if self.is_shutdown:
            raise ShutDown
        self._put(item)
        self.unfinished_tasks += 1

    def get(self, block=True, timeout=None):
        """Takes an item, once there is one."""
        if not (self.is_shutdown and self.empty()):
            if not threading._wait(lambda: self.is_shutdown or self._qsize(), _patience(block, timeout)):
                raise Empty
        if not self._qsize():
            raise ShutDown
        return self._get()

    def put_nowait(self, item):
        self.put(item, False)

    def get_nowait(self):
        return self.get(False)

    def task_done(self):
        """Says that an item that was taken has been dealt with."""
        if not self.unfinished_tasks:
            raise ValueError("task_done() called too many times")
        self.unfinished_tasks -= 1

    def join(self):
        """Waits until every item has been dealt with."""
        threading._wait(lambda: not self.unfinished_tasks)

    def shutdown(self, immediate=False):
        """Refuses further items; immediate drops those that are there, too."""
        self.is_shutdown = True
        while immediate and self._qsize():
            self._get()
            self.unfinished_tasks = max(0, self.unfinished_tasks - 1)


class LifoQueue(Queue):
    """Gives what was put last."""

    def _init(self, maxsize):
        self.queue = []

    def _get(self):
        return self.queue.pop()


class PriorityQueue(Queue):
    """Gives the smallest."""

    _init = LifoQueue._init

    def _put(self, item):
        heapq.heappush(self.queue, item)

    def _get(self):
        return heapq.heappop(self.queue)


class SimpleQueue:
    """An endless queue of whose items nobody keeps count."""

    __module__ = "_queue"
    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self):
        self._items = deque()

    def put(self, item, block=True, timeout=None):
        self._items.append(item)

    def put_nowait(self, item):
        self._items.append(item)

    def get(self, block=True, timeout=None):
        if not threading._wait(lambda: self._items, _patience(block, timeout)):
            raise Empty
        return self._items.popleft()

    def get_nowait(self):
        return self.get(False)

    def empty(self):
        return not self._items

    def qsize(self):
        return len(self._items)
