"""Coroutines, driven in turn; time passes only when all of them wait for it."""

import heapq
from collections import deque


class CancelledError(BaseException):
    pass


class InvalidStateError(Exception):
    pass


class QueueEmpty(Exception):
    pass


class QueueFull(Exception):
    pass


TimeoutError = TimeoutError
FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED = "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"


class _Pause:
    """What sleep(0) and the like wait for: one round of the other tasks."""

    def __await__(self):
        yield self


class _Until:
    """What a wait for a condition gives: its task rests until it holds."""

    def __init__(self, holds):
        self._holds = holds

    def __await__(self):
        while not self._holds():
            yield self


class Future:
    def __init__(self, *, loop=None):
        self._done, self._result, self._exception, self._callbacks, self._cancelled = False, None, None, [], False

    def done(self):
        return self._done

    def cancelled(self):
        return self._cancelled

    def cancel(self, msg=None):
        if self._done:
            return False
        self._cancelled = True
        self._finish(None, CancelledError(*([msg] if msg else [])))
        return True

    def _finish(self, result, exception):
        self._done, self._result, self._exception = True, result, exception
        for cb in self._callbacks:
            cb(self)
        self._callbacks.clear()

    def set_result(self, result):
        if self._done:
            raise InvalidStateError("invalid state")
        self._finish(result, None)

    def set_exception(self, exception):
        if self._done:
            raise InvalidStateError("invalid state")
        self._finish(None, exception() if isinstance(exception, type) else exception)

    def result(self):
        if not self._done:
            raise InvalidStateError("Result is not set.")
        if self._exception is not None:
            raise self._exception
        return self._result

    def exception(self):
        if not self._done:
            raise InvalidStateError("Exception is not set.")
        if self._cancelled:
            raise self._exception
        return self._exception

    def add_done_callback(self, fn, *, context=None):
        if self._done:
            fn(self)
        else:
            self._callbacks.append(fn)

    def remove_done_callback(self, fn):
        n = self._callbacks.count(fn)
        self._callbacks = [c for c in self._callbacks if c != fn]
        return n

    def __await__(self):
        while not self._done:
            yield self
        return self.result()

    __iter__ = __await__


_counter = 0


class Task(Future):
    def __init__(self, coro, *, loop=None, name=None, context=None, eager_start=None):
        global _counter
        super().__init__()
        _counter += 1
        self._coro, self._name, self._throw, self._waiting = coro, name or f"Task-{_counter}", None, None
        _loop._ready.append(self)

    def get_name(self):
        return self._name

    def set_name(self, name):
        self._name = str(name)

    def get_coro(self):
        return self._coro

    def cancel(self, msg=None):
        if self._done:
            return False
        if not (isinstance(self._waiting, Future) and self._waiting.cancel(msg)):
            self._throw = CancelledError(*([msg] if msg else []))
        return True

    def _rests(self):
        w = self._waiting
        if self._throw is not None:
            return False
        return isinstance(w, Future) and not w._done or isinstance(w, _Until) and not w._holds()

    def _step(self):
        _loop._current.append(self)
        try:
            if self._throw is not None:
                exc, self._throw = self._throw, None
                waiting = self._coro.throw(exc)
            else:
                waiting = self._coro.send(None)
        except StopIteration as e:
            self._finish(e.value, None)
        except CancelledError as e:
            self._cancelled = True
            self._finish(None, e)
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException as e:
            self._finish(None, e)
        else:
            self._waiting = waiting
            _loop._ready.append(self)
        finally:
            _loop._current.pop()


class TimerHandle:
    def __init__(self, when, callback, args):
        self._when, self._callback, self._args, self._cancelled = when, callback, args, False

    def when(self):
        return self._when

    def cancel(self):
        self._cancelled = True

    def cancelled(self):
        return self._cancelled


class AbstractEventLoop:
    pass


class _Loop(AbstractEventLoop):
    def __init__(self):
        self._ready, self._current = deque(), []
        self._now, self._timers, self._timer_count = 0.0, [], 0

    def run_until_complete(self, future):
        task = ensure_future(future)
        idle = 0
        while not task._done:
            if not self._ready:
                raise RuntimeError("Event loop stopped before Future completed.")
            t = self._ready.popleft()
            if not self._turn(t):
                idle += 1
                if idle > len(self._ready):
                    if self._advance():
                        idle = 0
                        continue
                    raise RuntimeError("every coroutine waits for something that cannot happen in the sandbox")
                continue
            idle = 0
        return task.result()

    def _turn(self, task):
        """Lets a task go on, or tells that it rests."""
        if task._rests():
            self._ready.append(task)
            return False
        task._waiting = None
        task._step()
        return True

    def _advance(self):
        """Goes to the next point in time at which something happens."""
        while self._timers and self._timers[0][2]._cancelled:
            heapq.heappop(self._timers)
        if not self._timers:
            return False
        self._now = self._timers[0][0]
        while self._timers and self._timers[0][0] <= self._now:
            handle = heapq.heappop(self._timers)[2]
            if not handle._cancelled:
                handle._callback(*handle._args)
        return True

    def create_task(self, coro, *, name=None, context=None):
        return Task(coro, name=name)

    def create_future(self):
        return Future()

    def call_soon(self, callback, *args, context=None):
        async def run():
            callback(*args)
        return Task(run())

    def call_later(self, delay, callback, *args, context=None):
        return self.call_at(self._now + delay, callback, *args)

    def call_at(self, when, callback, *args, context=None):
        handle = TimerHandle(when, callback, args)
        self._timer_count += 1
        heapq.heappush(self._timers, (when, self._timer_count, handle))
        return handle

    def time(self):
        return self._now

    async def run_in_executor(self, executor, func, *args):
        return func(*args)

    def is_running(self):
        return bool(self._current)

    def is_closed(self):
        return False

    def close(self):
        pass

    def stop(self):
        pass

    def set_debug(self, enabled):
        pass

    def get_debug(self):
        return False


_loop = _Loop()


def run(main, *, debug=None, loop_factory=None):
    import types
    if _loop._current:
        raise RuntimeError("asyncio.run() cannot be called from a running event loop")
    if not isinstance(main, types.CoroutineType) and not hasattr(main, "__await__"):
        raise ValueError("a coroutine was expected, got {!r}".format(main))
    try:
        return _loop.run_until_complete(main)
    finally:
        for _ in range(len(_loop._ready)):
            _loop._turn(_loop._ready.popleft())
        left = [t for t in _loop._ready if not t._done]
        for t in left:
            t.cancel()
        if left:
            _loop.run_until_complete(gather(*left, return_exceptions=True))
        _loop._timers.clear()


class Runner:
    def __init__(self, *, debug=None, loop_factory=None):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *args):
        pass

    def run(self, coro, *, context=None):
        return run(coro)

    def get_loop(self):
        return _loop


def get_event_loop():
    return _loop


new_event_loop = get_event_loop


def get_running_loop():
    if not _loop._current:
        raise RuntimeError("no running event loop")
    return _loop


def set_event_loop(loop):
    pass


def get_event_loop_policy():
    return None


def set_event_loop_policy(policy):
    pass


def create_task(coro, *, name=None, context=None, **kw):
    get_running_loop()
    return Task(coro, name=name)


def ensure_future(obj, *, loop=None):
    if isinstance(obj, Future):
        return obj
    if hasattr(obj, "send"):
        return Task(obj)

    async def wrap():
        return await obj
    return Task(wrap())


def current_task(loop=None):
    return _loop._current[-1] if _loop._current else None


def all_tasks(loop=None):
    return {t for t in _loop._ready if not t._done}


async def sleep(delay, result=None):
    if delay <= 0:
        await _Pause()
        return result
    over = Future()
    handle = _loop.call_later(delay, over.set_result, result)
    try:
        return await over
    finally:
        handle.cancel()


def gather(*aws, return_exceptions=False):
    futures = [ensure_future(a) for a in aws]

    failed = []

    def note(f):
        if f._exception is not None and not return_exceptions:
            failed.append(f)

    async def collect():
        for f in futures:
            f.add_done_callback(note)
        try:
            await _Until(lambda: failed or all(f._done for f in futures))
        except CancelledError:
            for f in futures:
                f.cancel()
            raise
        if failed:
            failed[0].result()
        return [f._result if f._exception is None else f._exception for f in futures]
    return Task(collect()) if _loop._current else collect()


async def wait_for(fut, timeout):
    async with Timeout(None if timeout is None else _loop._now + timeout):
        return await fut


async def shield(arg):
    inner = ensure_future(arg)
    await _Until(inner.done)
    return inner.result()


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    fs = [ensure_future(f) for f in fs]
    if not fs:
        raise ValueError("Set of Tasks/Futures is empty.")
    late = []
    handle = None if timeout is None else _loop.call_later(timeout, late.append, True)

    def enough():
        if late or all(f._done for f in fs):
            return True
        return any(f._done and (return_when == FIRST_COMPLETED or return_when == FIRST_EXCEPTION and f._exception is not None) for f in fs)
    await _Until(enough)
    if handle is not None:
        handle.cancel()
    return {f for f in fs if f._done}, {f for f in fs if not f._done}


class _AsCompleted:
    def __init__(self, fs, timeout):
        self._done, self._late = deque(), []
        futures = [ensure_future(f) for f in dict.fromkeys(fs)]
        self._left = len(futures)
        for f in futures:
            f.add_done_callback(self._done.append)
        if timeout is not None:
            _loop.call_later(timeout, self._late.append, True)

    def __iter__(self):
        return self

    __aiter__ = __iter__

    def _take(self, stop):
        if not self._left:
            raise stop
        self._left -= 1

    def __next__(self):
        self._take(StopIteration)
        return self._result()

    async def __anext__(self):
        self._take(StopAsyncIteration)
        return await self._future()

    async def _future(self):
        await _Until(lambda: self._done or self._late)
        if not self._done:
            raise TimeoutError
        return self._done.popleft()

    async def _result(self):
        return (await self._future()).result()


def as_completed(fs, *, timeout=None):
    return _AsCompleted(fs, timeout)


async def to_thread(func, /, *args, **kwargs):
    return func(*args, **kwargs)


def iscoroutine(obj):
    import types
    return isinstance(obj, types.CoroutineType)


def iscoroutinefunction(func):
    import inspect
    return inspect.iscoroutinefunction(func)


def isfuture(obj):
    return isinstance(obj, Future)


class Timeout:
    def __init__(self, when):
        self._when, self._expired, self._handle, self._task = when, False, None, None

    def when(self):
        return self._when

    def expired(self):
        return self._expired

    def reschedule(self, when):
        if self._task is None:
            raise RuntimeError("Timeout has not been entered")
        if self._handle is not None:
            self._handle.cancel()
        self._when = when
        self._handle = None if when is None else _loop.call_at(when, self._expire)

    def _expire(self):
        self._expired = True
        self._task.cancel()

    async def __aenter__(self):
        self._task = current_task()
        if self._task is None:
            raise RuntimeError("Timeout should be used inside a task")
        self.reschedule(self._when)
        return self

    async def __aexit__(self, kind, exc, tb):
        if self._handle is not None:
            self._handle.cancel()
        if self._expired and kind is not None and issubclass(kind, CancelledError):
            raise TimeoutError from exc


def timeout(delay):
    return Timeout(None if delay is None else _loop._now + delay)


def timeout_at(when):
    return Timeout(when)


class TaskGroup:
    def __init__(self):
        self._tasks = []

    async def __aenter__(self):
        return self

    def create_task(self, coro, *, name=None, context=None):
        t = Task(coro, name=name)
        self._tasks.append(t)
        return t

    async def __aexit__(self, et, exc, tb):
        errors = [exc] if exc is not None and not isinstance(exc, CancelledError) else []
        for t in self._tasks:
            if errors:
                t.cancel()
            try:
                await t
            except CancelledError:
                pass
            except Exception as e:
                errors.append(e)
        if errors:
            raise BaseExceptionGroup("unhandled errors in a TaskGroup", errors)


class Lock:
    def __init__(self):
        self._held = False

    async def acquire(self):
        while self._held:
            await _Until(lambda: not self._held)
        self._held = True
        return True

    def release(self):
        if not self._held:
            raise RuntimeError("Lock is not acquired.")
        self._held = False

    def locked(self):
        return self._held

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *args):
        self.release()


class Semaphore(Lock):
    def __init__(self, value=1):
        self._value = value

    async def acquire(self):
        while self._value <= 0:
            await _Until(lambda: self._value > 0)
        self._value -= 1
        return True

    def release(self):
        self._value += 1

    def locked(self):
        return self._value == 0


BoundedSemaphore = Semaphore


class Event:
    def __init__(self):
        self._flag = False

    def is_set(self):
        return self._flag

    def set(self):
        self._flag = True

    def clear(self):
        self._flag = False

    async def wait(self):
        await _Until(self.is_set)
        return True


class Queue:
    def __init__(self, maxsize=0):
        self.maxsize, self._items, self._unfinished = maxsize, deque(), 0

    def qsize(self):
        return len(self._items)

    def empty(self):
        return not self._items

    def full(self):
        return 0 < self.maxsize <= len(self._items)

    def put_nowait(self, item):
        if self.full():
            raise QueueFull
        self._items.append(item)
        self._unfinished += 1

    def get_nowait(self):
        if not self._items:
            raise QueueEmpty
        return self._items.popleft()

    async def put(self, item):
        while self.full():
            await _Until(lambda: not self.full())
        self.put_nowait(item)

    async def get(self):
        while not self._items:
            await _Until(lambda: self._items)
        return self.get_nowait()

    def task_done(self):
        self._unfinished -= 1

    async def join(self):
        await _Until(lambda: self._unfinished <= 0)
