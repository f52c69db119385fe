"""Coroutines that run by themselves."""

import contextvars
import inspect
import types
from asyncio import events, exceptions, futures
from asyncio._several import ALL_COMPLETED
from asyncio._several import FIRST_COMPLETED
from asyncio._several import FIRST_EXCEPTION
from asyncio._several import as_completed
from asyncio._several import gather
from asyncio._several import shield
from asyncio._several import wait
from asyncio._several import wait_for
from asyncio.futures import isfuture

__all__ = ("Task", "create_task", "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED", "wait", "wait_for", "as_completed", "sleep", "gather", "shield",
           "ensure_future", "run_coroutine_threadsafe", "current_task", "all_tasks", "create_eager_task_factory", "eager_task_factory",
           "_register_task", "_unregister_task", "_enter_task", "_leave_task", "iscoroutine", "iscoroutinefunction", "to_thread")

_unfinished = {}  # tasks, in the order in which they were made
_current = {}  # the task that runs, by loop
_named = {"tasks": 0}


class Task(futures.Future):
    """Runs a coroutine step by step: a step ends where the coroutine waits for a future."""

    _awaited = None  # the future that the coroutine waits for
    _cancels = 0  # how often cancel() was called and not taken back
    _owed = False  # the coroutine has not yet been told of a cancellation
    _ended_by = None  # the CancelledError that ended the coroutine

    def __init__(self, coro, *, loop=None, name=None, context=None, eager_start=False):
        super().__init__(loop=loop)
        if not iscoroutine(coro):
            raise TypeError(f"a coroutine was expected, got {coro!r}")
        self._coro, self._context = coro, contextvars.copy_context() if context is None else context
        if name is None:
            _named["tasks"] += 1
            name = f"Task-{_named['tasks']}"
        self.set_name(name)
        _unfinished[self] = True
        if eager_start and self._loop.is_running():
            self._context.run(self._go_on)
        else:
            self._soon()

    def _description(self):
        state, *rest = super()._description()
        words = ["cancelling" if self._cancels and not self.done() else state, f"name={self._name!r}", f"coro={_coroutine_text(self._coro)}"]
        if self._awaited is not None:
            words.append(f"wait_for={self._awaited!r}")
        return words + rest

    def get_coro(self):
        return self._coro

    def get_context(self):
        return self._context

    def get_name(self):
        return self._name

    def set_name(self, value):
        self._name = str(value)

    def get_stack(self, *, limit=None):
        frame = getattr(self._coro, "cr_frame", None)
        return [frame] if frame is not None else []

    def print_stack(self, *, limit=None, file=None):
        print(f"Stack for {self!r} (most recent call last):", file=file)

    def set_result(self, result):
        raise RuntimeError("Task does not support set_result operation")

    def set_exception(self, exception):
        raise RuntimeError("Task does not support set_exception operation")

    def cancel(self, msg=None):
        """Has a CancelledError raised where the coroutine waits, or in its first step."""
        if self.done():
            return False
        self._cancels += 1
        if self._awaited is None or not self._awaited.cancel(msg=msg):
            self._owed, self._cancel_message = True, msg
        return True

    def cancelling(self):
        return self._cancels

    def uncancel(self):
        """Takes one cancellation back."""
        if self._cancels == 1:
            self._owed = False
        self._cancels = max(0, self._cancels - 1)
        return self._cancels

    def _make_cancelled_error(self):
        error, self._ended_by = self._ended_by, None
        return super()._make_cancelled_error() if error is None else error

    def _soon(self, *error):
        self._loop.call_soon(self._go_on, *error, context=self._context)

    def _go_on(self, error=None):
        """Lets the coroutine run to where it waits next; error is raised where it waits now."""
        if self.done():
            raise exceptions.InvalidStateError(f"__step(): already done: {self!r}, {error!r}")
        if self._owed:
            self._owed = False
            if not isinstance(error, exceptions.CancelledError):
                error = self._make_cancelled_error()
        self._awaited, before = None, _current.get(self._loop)
        _current[self._loop] = self
        try:
            awaited = self._coro.send(None) if error is None else self._coro.throw(error)
        except StopIteration as end:
            self._returned(end.value)
        except exceptions.CancelledError as raised:
            self._ended_by = raised
            super().cancel()
        except BaseException as raised:
            super().set_exception(raised)
            if isinstance(raised, (KeyboardInterrupt, SystemExit)):
                raise
        else:
            self._wait_for(awaited)
        finally:
            if before is None:
                del _current[self._loop]
            else:
                _current[self._loop] = before
            if self.done():
                _unfinished.pop(self, None)

    def _returned(self, value):
        if self._owed:
            self._owed = False
            super().cancel(msg=self._cancel_message)
        else:
            super().set_result(value)

    def _wait_for(self, awaited):
        problem = self._problem_with(awaited)
        if problem:
            self._soon(RuntimeError(problem))
        elif awaited is None:
            self._soon()
        else:
            self._awaited, awaited._asyncio_future_blocking = awaited, False
            awaited.add_done_callback(self._woken, context=self._context)
            if self._owed and awaited.cancel(msg=self._cancel_message):
                self._owed = False

    def _problem_with(self, awaited):
        """Why the coroutine can not wait for what it yielded; None stands for no wait at all."""
        if awaited is None:
            return ""
        blocking = getattr(awaited, "_asyncio_future_blocking", None)
        if blocking is None and not inspect.isgenerator(awaited):
            return f"Task got bad yield: {awaited!r}"
        if blocking is not None and awaited.get_loop() is not self._loop:
            return f"Task {self!r} got Future {awaited!r} attached to a different loop"
        if not blocking:
            return f"yield was used instead of yield from in task {self!r} with {awaited!r}"
        return f"Task cannot await on itself: {self!r}" if awaited is self else ""

    def _woken(self, future):
        error = None
        try:
            future.result()
        except BaseException as raised:
            error = raised
        self._go_on(error)  # not above, where the coroutine's own exceptions would get error as their context


def _coroutine_text(coro):
    name, code = getattr(coro, "__qualname__", None) or type(coro).__name__, getattr(coro, "cr_code", None) or getattr(coro, "gi_code", None)
    if code is None:
        return name + "()"
    frame = getattr(coro, "cr_frame", None)
    state = f"done, defined at {code.co_filename}:{code.co_firstlineno}" if frame is None else f"running at {code.co_filename}:{frame.f_lineno}"
    return f"<{name}() {state}>"


def iscoroutine(obj):
    """Whether something is the coroutine that a call of an async function gives, or one like it."""
    if isinstance(obj, types.CoroutineType):
        return True
    import collections.abc
    return isinstance(obj, collections.abc.Coroutine)


def iscoroutinefunction(func):
    import warnings
    warnings.warn("'asyncio.iscoroutinefunction' is deprecated and slated for removal in Python 3.16; use inspect.iscoroutinefunction() instead",
                  DeprecationWarning, 2)
    return inspect.iscoroutinefunction(func)


def create_task(coro, **kwargs):
    """A task of the running loop."""
    return events.get_running_loop().create_task(coro, **kwargs)


def create_eager_task_factory(custom_task_constructor):
    """What set_task_factory() takes for tasks whose first step runs at once."""
    def factory(loop, coro, *, eager_start=True, **kwargs):
        return custom_task_constructor(coro, loop=loop, eager_start=eager_start, **kwargs)
    return factory


def eager_task_factory(loop, coro, *, eager_start=True, **kwargs):
    return Task(coro, loop=loop, eager_start=eager_start, **kwargs)


def current_task(loop=None):
    """The task that runs on a loop."""
    return _current.get(events.get_running_loop() if loop is None else loop)


def all_tasks(loop=None):
    """The tasks of a loop that have not ended."""
    wanted = events.get_running_loop() if loop is None else loop
    return {task for task in _unfinished if task.get_loop() is wanted and not task.done()}


def _register_task(task):
    _unfinished[task] = True


def _unregister_task(task):
    _unfinished.pop(task, None)


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
    """A future as it is, anything else that can be awaited as a task."""
    if isfuture(coro_or_future):
        if loop not in (None, coro_or_future.get_loop()):
            raise ValueError("The future belongs to a different loop than the one specified as the loop argument")
        return coro_or_future
    coro = coro_or_future if iscoroutine(coro_or_future) else _as_coroutine(coro_or_future)
    return (events.get_event_loop() if loop is None else loop).create_task(coro)


@types.coroutine
def _let_others_run():
    yield


async def sleep(delay, result=None):
    """Waits for that many seconds; for none, others run meanwhile."""
    if delay <= 0:
        await _let_others_run()
        return result
    if delay != delay:
        raise ValueError("Invalid delay: NaN (not a number)")
    over = (loop := events.get_running_loop()).create_future()
    alarm = loop.call_later(delay, _ring, over)
    try:
        await over
    finally:
        alarm.cancel()
    return result


def _ring(future):
    if not future.done():
        future.set_result(None)


async def to_thread(func, /, *args, **kwargs):
    """What a function gives that may take its time."""
    context = contextvars.copy_context()
    return await events.get_running_loop().run_in_executor(None, lambda: context.run(func, *args, **kwargs))


def run_coroutine_threadsafe(coro, loop):
    if not iscoroutine(coro):
        raise TypeError("A coroutine object is required")
    raise PermissionError(1, "the sandbox does not allow asyncio.run_coroutine_threadsafe")
