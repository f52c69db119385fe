"""Coroutines that run by themselves, and waiting for several of them."""

import contextvars
import inspect
import types
from asyncio import events, exceptions, futures
from asyncio.futures import isfuture

__all__ = ("Task", "create_task", "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED", "wait", "wait_for", "as_completed", "sleep", "gather", "shield",
           "ensure_future", "run_coroutine_threadsafe", "current_task", "all_tasks", "create_eager_task_factory", "eager_task_factory",
           "_register_task", "_unregister_task", "_enter_task", "_leave_task", "iscoroutine", "iscoroutinefunction", "to_thread")

FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED = "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"

_known = {}
_current = {}
_names = {"count": 0}


class Task(futures.Future):
    def __init__(self, coro, *, loop=None, name=None, context=None, eager_start=False):
        super().__init__(loop=loop)
        if not iscoroutine(coro):
            raise TypeError(f"a coroutine was expected, got {coro!r}")
        if name is None:
            _names["count"] += 1
            name = f"Task-{_names['count']}"
        self._name, self._coro = str(name), coro
        self._must_cancel, self._waiter, self._requests = False, None, 0
        self._context = contextvars.copy_context() if context is None else context
        if eager_start and self._loop.is_running():
            self._start()
        else:
            self._loop.call_soon(self._step, context=self._context)
            _known[self] = None

    def _start(self):
        before = _current.pop(self._loop, None)
        _current[self._loop] = self
        _known[self] = None
        try:
            self._context.run(self._step_in, None)
        finally:
            if before is None:
                _current.pop(self._loop, None)
            else:
                _current[self._loop] = before
            if self.done():
                _known.pop(self, None)

    def _describe(self):
        info = super()._describe()
        if self._requests and not self.done():
            info[0] = "cancelling"
        info.insert(1, f"name={self._name!r}")
        info.insert(2, f"coro={_coroutine_text(self._coro)}")
        if self._waiter is not None:
            info.insert(3, f"wait_for={self._waiter!r}")
        return info

    def get_coro(self):
        return self._coro

    def get_context(self):
        return self._context

    def get_name(self):
        return self._name

    def set_name(self, value):
        self._name = str(value)

    def set_result(self, result):
        raise RuntimeError("Task does not support set_result operation")

    def set_exception(self, exception):
        raise RuntimeError("Task does not support set_exception operation")

    def get_stack(self, *, limit=None):
        frame = getattr(self._coro, "cr_frame", None)
        return [] if frame is None else [frame]

    def print_stack(self, *, limit=None, file=None):
        print(f"Stack for {self!r} (most recent call last):", file=file)

    def cancel(self, msg=None):
        if self.done():
            return False
        self._requests += 1
        if self._waiter is not None and self._waiter.cancel(msg=msg):
            return True
        self._must_cancel, self._cancel_message = True, msg
        return True

    def cancelling(self):
        return self._requests

    def uncancel(self):
        if self._requests > 0:
            self._requests -= 1
            if self._requests == 0:
                self._must_cancel = False
        return self._requests

    def _step(self, exc=None):
        if self.done():
            raise exceptions.InvalidStateError(f"__step(): already done: {self!r}, {exc!r}")
        if self._must_cancel:
            if not isinstance(exc, exceptions.CancelledError):
                exc = self._make_cancelled_error()
            self._must_cancel = False
        self._waiter = None
        _current[self._loop] = self
        try:
            self._step_in(exc)
        finally:
            _current.pop(self._loop, None)

    def _step_in(self, exc):
        try:
            result = self._coro.send(None) if exc is None else self._coro.throw(exc)
        except StopIteration as stop:
            if self._must_cancel:
                self._must_cancel = False
                super().cancel(msg=self._cancel_message)
            else:
                super().set_result(stop.value)
            _known.pop(self, None)
        except exceptions.CancelledError as e:
            self._cancelled_by = e
            super().cancel(msg=e.args[0] if e.args else None)
            _known.pop(self, None)
        except (KeyboardInterrupt, SystemExit) as e:
            super().set_exception(e)
            _known.pop(self, None)
            raise
        except BaseException as e:
            super().set_exception(e)
            _known.pop(self, None)
        else:
            self._wait_for(result)

    def _make_cancelled_error(self):
        exc = getattr(self, "_cancelled_by", None)
        if exc is not None:
            self._cancelled_by = None
            return exc
        return super()._make_cancelled_error()

    def _wait_for(self, result):
        blocking = getattr(result, "_asyncio_future_blocking", None)
        if blocking is None:
            if result is None:
                self._loop.call_soon(self._step, context=self._context)
            elif inspect.isgenerator(result):
                self._fail_later(f"yield was used instead of yield from in task {self!r} with {result!r}")
            else:
                self._fail_later(f"Task got bad yield: {result!r}")
        elif result.get_loop() is not self._loop:
            self._fail_later(f"Task {self!r} got Future {result!r} attached to a different loop")
        elif not blocking:
            self._fail_later(f"yield was used instead of yield from in task {self!r} with {result!r}")
        elif result is self:
            self._fail_later(f"Task cannot await on itself: {self!r}")
        else:
            result._asyncio_future_blocking = False
            result.add_done_callback(self._wakeup, context=self._context)
            self._waiter = result
            if self._must_cancel and self._waiter.cancel(msg=self._cancel_message):
                self._must_cancel = False

    def _fail_later(self, message):
        self._loop.call_soon(self._step, RuntimeError(message), context=self._context)

    def _wakeup(self, future):
        error = None
        try:
            future.result()
        except BaseException as exc:
            error = exc
        self._step(error)  # not above, where the coroutine's own exceptions would get error as their context


def _coroutine_text(coro):
    code = getattr(coro, "cr_code", None) or getattr(coro, "gi_code", None)
    name = getattr(coro, "__qualname__", None) or type(coro).__name__
    if code is None:
        return f"{name}()"
    frame = getattr(coro, "cr_frame", None)
    if frame is not None:
        return f"<{name}() running at {code.co_filename}:{frame.f_lineno}>"
    return f"<{name}() done, defined at {code.co_filename}:{code.co_firstlineno}>"


def iscoroutine(obj):
    if isinstance(obj, types.CoroutineType):
        return True
    import collections.abc
    return isinstance(obj, collections.abc.Coroutine)


def iscoroutinefunction(func):
    return inspect.iscoroutinefunction(func)


def create_task(coro, **kwargs):
    return events.get_running_loop().create_task(coro, **kwargs)


def create_eager_task_factory(custom_task_constructor):
    def factory(loop, coro, *, eager_start=True, **kwargs):
        return custom_task_constructor(coro, loop=loop, eager_start=eager_start, **kwargs)
    return factory


def eager_task_factory(loop, coro, *, eager_start=True, **kwargs):
    return Task(coro, loop=loop, eager_start=eager_start, **kwargs)


def current_task(loop=None):
    if loop is None:
        loop = events.get_running_loop()
    return _current.get(loop)


def all_tasks(loop=None):
    if loop is None:
        loop = events.get_running_loop()
    return {t for t in _known if not t.done() and t._loop is loop}


def _register_task(task):
    _known[task] = None


def _unregister_task(task):
    _known.pop(task, None)


def _enter_task(loop, task):
    _current[loop] = task


def _leave_task(loop, task):
    _current.pop(loop, None)


async def _await(awaitable):
    return await awaitable


def _as_coroutine(awaitable):
    if not inspect.isawaitable(awaitable):
        raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")
    return _await(awaitable)


def ensure_future(coro_or_future, *, loop=None):
    if isfuture(coro_or_future):
        if loop is not None and loop is not coro_or_future.get_loop():
            raise ValueError("The future belongs to a different loop than the one specified as the loop argument")
        return coro_or_future
    if not iscoroutine(coro_or_future):
        coro_or_future = _as_coroutine(coro_or_future)
    if loop is None:
        loop = events.get_event_loop()
    return loop.create_task(coro_or_future)


@types.coroutine
def _pass():
    yield


def _set_unless_done(future, result):
    if not future.cancelled():
        future.set_result(result)


async def sleep(delay, result=None):
    if delay <= 0:
        await _pass()
        return result
    if delay != delay:
        raise ValueError("Invalid delay: NaN (not a number)")
    loop = events.get_running_loop()
    future = loop.create_future()
    handle = loop.call_later(delay, _set_unless_done, future, result)
    try:
        return await future
    finally:
        handle.cancel()


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    if isfuture(fs) or iscoroutine(fs):
        raise TypeError(f"expect a list of futures, not {type(fs).__name__}")
    if not fs:
        raise ValueError("Set of Tasks/Futures is empty.")
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f"Invalid return_when value: {return_when}")
    fs = set(fs)
    if any(iscoroutine(f) for f in fs):
        raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")
    return await _wait(fs, timeout, return_when, events.get_running_loop())


def _release(waiter):
    if not waiter.done():
        waiter.set_result(None)


async def _wait(fs, timeout, return_when, loop):
    waiter = loop.create_future()
    handle = None if timeout is None else loop.call_later(timeout, _release, waiter)
    left = len(fs)

    def note(f):
        nonlocal left
        left -= 1
        if left <= 0 or return_when == FIRST_COMPLETED or return_when == FIRST_EXCEPTION and not f.cancelled() and f.exception() is not None:
            if handle is not None:
                handle.cancel()
            _release(waiter)
    for f in fs:
        f.add_done_callback(note)
    try:
        await waiter
    finally:
        if handle is not None:
            handle.cancel()
        for f in fs:
            f.remove_done_callback(note)
    return {f for f in fs if f.done()}, {f for f in fs if not f.done()}


async def wait_for(fut, timeout):
    from asyncio.timeouts import timeout as limit
    if timeout is not None and timeout <= 0:
        fut = ensure_future(fut)
        if fut.done():
            return fut.result()
        await _cancel_and_wait(fut)
        try:
            return fut.result()
        except exceptions.CancelledError as exc:
            raise TimeoutError from exc
    async with limit(timeout):
        return await fut


async def _cancel_and_wait(fut):
    waiter = events.get_running_loop().create_future()

    def release(_):
        _release(waiter)
    fut.add_done_callback(release)
    try:
        fut.cancel()
        await waiter
    finally:
        fut.remove_done_callback(release)


class _AsCompletedIterator:
    def __init__(self, aws, timeout):
        from asyncio.queues import Queue
        self._done = Queue()
        self._handle = None
        todo = {ensure_future(a) for a in set(aws)}
        self._todo = todo
        for f in todo:
            f.add_done_callback(self._completed)
        if todo and timeout is not None:
            self._handle = events.get_event_loop().call_later(timeout, self._expired)
        self._left = len(todo)

    def __iter__(self):
        return self

    __aiter__ = __iter__

    def __next__(self):
        if not self._left:
            raise StopIteration
        self._left -= 1
        return self._wait_for_one(True)

    async def __anext__(self):
        if not self._left:
            raise StopAsyncIteration
        self._left -= 1
        return await self._wait_for_one(False)

    def _expired(self):
        for f in self._todo:
            f.remove_done_callback(self._completed)
            self._done.put_nowait(None)
        self._todo.clear()

    def _completed(self, f):
        if not self._todo:
            return
        self._todo.remove(f)
        self._done.put_nowait(f)
        if not self._todo and self._handle is not None:
            self._handle.cancel()

    async def _wait_for_one(self, resolve):
        f = await self._done.get()
        if f is None:
            raise exceptions.TimeoutError
        return f.result() if resolve else f


def as_completed(fs, *, timeout=None):
    if isfuture(fs) or iscoroutine(fs):
        raise TypeError(f"expect an iterable of futures, not {type(fs).__name__}")
    return _AsCompletedIterator(fs, timeout)


class _GatheringFuture(futures.Future):
    def __init__(self, children, *, loop):
        super().__init__(loop=loop)
        self._children, self._cancel_requested = children, False

    def cancel(self, msg=None):
        if self.done():
            return False
        cancelled = False
        for child in self._children:
            if child.cancel(msg=msg):
                cancelled = True
        if cancelled:
            self._cancel_requested = True
        return cancelled


def gather(*coros_or_futures, return_exceptions=False):
    if not coros_or_futures:
        outer = events.get_event_loop().create_future()
        outer.set_result([])
        return outer
    children, known, finished = [], {}, 0

    def note(f):
        nonlocal finished
        finished += 1
        if outer is None or outer.done():
            return
        if not return_exceptions:
            if f.cancelled():
                outer.set_exception(f._make_cancelled_error())
                return
            if f.exception() is not None:
                outer.set_exception(f.exception())
                return
        if finished == len(known):
            if outer._cancel_requested:
                outer.set_exception(f._make_cancelled_error() if f.cancelled() else exceptions.CancelledError())
            else:
                outer.set_result([_outcome(c) for c in children])
    loop, outer, ready = None, None, []
    for arg in coros_or_futures:
        f = known.get(arg)
        if f is None:
            f = ensure_future(arg, loop=loop)
            loop = loop or f.get_loop()
            known[arg] = f
            if f.done():
                ready.append(f)
            else:
                f.add_done_callback(note)
        children.append(f)
    outer = _GatheringFuture(children, loop=loop)
    for f in ready:
        note(f)
    return outer


def _outcome(f):
    if f.cancelled():
        return exceptions.CancelledError("" if f._cancel_message is None else f._cancel_message)
    exc = f.exception()
    return f.result() if exc is None else exc


def shield(arg):
    inner = ensure_future(arg)
    if inner.done():
        return inner
    outer = inner.get_loop().create_future()

    def inner_done(f):
        if outer.cancelled():
            return
        if f.cancelled():
            outer.cancel()
        elif f.exception() is not None:
            outer.set_exception(f.exception())
        else:
            outer.set_result(f.result())

    def outer_done(_):
        if not inner.done():
            inner.remove_done_callback(inner_done)
    inner.add_done_callback(inner_done)
    outer.add_done_callback(outer_done)
    return outer


async def to_thread(func, /, *args, **kwargs):
    context = contextvars.copy_context()
    return await events.get_running_loop().run_in_executor(None, lambda: context.run(func, *args, **kwargs))


def run_coroutine_threadsafe(coro, loop):
    if not iscoroutine(coro):
        raise TypeError("A coroutine object is required")
    raise PermissionError(1, "the sandbox does not allow asyncio.run_coroutine_threadsafe")
