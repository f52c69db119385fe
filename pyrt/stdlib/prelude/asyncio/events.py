"""The loop: callbacks in turn; the run's clock moves on only when all of them wait for it."""

import contextvars
import heapq
import time as _time
from collections import deque

__all__ = ("AbstractEventLoop", "AbstractServer", "Handle", "TimerHandle", "get_event_loop_policy", "set_event_loop_policy", "get_event_loop",
           "set_event_loop", "new_event_loop", "_set_running_loop", "get_running_loop", "_get_running_loop")

_state = {"running": None, "current": None, "policy": None}


class Handle:
    def __init__(self, callback, args, loop, context=None):
        self._callback, self._args, self._loop, self._cancelled = callback, args, loop, False
        self._context = contextvars.copy_context() if context is None else context

    def __repr__(self):
        if self._cancelled:
            return f"<{type(self).__name__} cancelled>"
        return f"<{type(self).__name__} {getattr(self._callback, '__qualname__', self._callback)}()>"

    def get_context(self):
        return self._context

    def cancel(self):
        self._cancelled = True
        self._callback = self._args = None

    def cancelled(self):
        return self._cancelled

    def _run(self):
        try:
            self._context.run(self._callback, *self._args)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            self._loop.call_exception_handler({"message": f"Exception in callback {getattr(self._callback, '__qualname__', self._callback)}()",
                                               "exception": exc, "handle": self})


class TimerHandle(Handle):
    def __init__(self, when, callback, args, loop, context=None):
        super().__init__(callback, args, loop, context)
        self._when = when

    def when(self):
        return self._when

    def __hash__(self):
        return hash(self._when)

    def __lt__(self, other):
        return self._when < other._when

    def __eq__(self, other):
        if isinstance(other, TimerHandle):
            return self._when == other._when and self._callback == other._callback and self._args == other._args
        return NotImplemented


class AbstractServer:
    pass


class AbstractEventLoop:
    pass


def _refuse(what):
    raise PermissionError(1, f"the sandbox does not allow {what}")


class BaseEventLoop(AbstractEventLoop):
    def __init__(self):
        self._ready, self._scheduled, self._count, self._now = deque(), [], 0, 0.0
        self._stopping = self._closed = self._debug = False
        self._handler = self._task_factory = None
        self.slow_callback_duration = 0.1

    def __repr__(self):
        return f"<{type(self).__name__} running={self.is_running()} closed={self._closed} debug={self._debug}>"

    def _check(self):
        if self._closed:
            raise RuntimeError("Event loop is closed")

    def _check_running(self):
        if self.is_running():
            raise RuntimeError("This event loop is already running")
        if _state["running"] is not None:
            raise RuntimeError("Cannot run the event loop while another loop is running")

    def run_forever(self):
        self._check()
        self._check_running()
        _state["running"] = self
        try:
            while True:
                self._run_once()
                if self._stopping:
                    break
        finally:
            self._stopping, _state["running"] = False, None

    def run_until_complete(self, future):
        self._check()
        self._check_running()
        from asyncio.tasks import ensure_future, isfuture
        new = not isfuture(future)
        future = ensure_future(future, loop=self)
        future.add_done_callback(_stop_loop)
        try:
            self.run_forever()
        except:
            if new and future.done() and not future.cancelled():
                future.exception()
            raise
        finally:
            future.remove_done_callback(_stop_loop)
        if not future.done():
            raise RuntimeError("Event loop stopped before Future completed.")
        return future.result()

    def _run_once(self):
        timers = self._scheduled
        while timers and timers[0][2]._cancelled:
            heapq.heappop(timers)
        if not self._ready and not self._stopping:
            if not timers:
                raise RuntimeError("every coroutine waits for something that cannot happen in the sandbox")
            _time.sleep(max(0.0, timers[0][0] - self.time()))
            self._now = timers[0][0]
        limit = self.time() + 1e-9
        while timers and timers[0][0] <= limit:
            handle = heapq.heappop(timers)[2]
            if not handle._cancelled:
                self._ready.append(handle)
        for _ in range(len(self._ready)):
            handle = self._ready.popleft()
            if not handle._cancelled:
                handle._run()

    def stop(self):
        self._stopping = True

    def close(self):
        if self.is_running():
            raise RuntimeError("Cannot close a running event loop")
        self._closed = True
        self._ready.clear()
        self._scheduled.clear()

    def is_running(self):
        return _state["running"] is self

    def is_closed(self):
        return self._closed

    def time(self):
        return max(self._now, _time.monotonic())

    def call_soon(self, callback, *args, context=None):
        self._check()
        _check_callback(callback, "call_soon")
        handle = Handle(callback, args, self, context)
        self._ready.append(handle)
        return handle

    call_soon_threadsafe = call_soon

    def call_later(self, delay, callback, *args, context=None):
        if delay is None:
            raise TypeError("delay must not be None")
        return self.call_at(self.time() + delay, callback, *args, context=context)

    def call_at(self, when, callback, *args, context=None):
        if when is None:
            raise TypeError("when cannot be None")
        self._check()
        _check_callback(callback, "call_at")
        handle = TimerHandle(when, callback, args, self, context)
        self._count += 1
        heapq.heappush(self._scheduled, (when, self._count, handle))
        return handle

    def create_future(self):
        from asyncio.futures import Future
        return Future(loop=self)

    def create_task(self, coro, **kwargs):
        self._check()
        if self._task_factory is not None:
            return self._task_factory(self, coro, **kwargs)
        from asyncio.tasks import Task
        return Task(coro, loop=self, **kwargs)

    def set_task_factory(self, factory):
        if factory is not None and not callable(factory):
            raise TypeError("task factory must be a callable or None")
        self._task_factory = factory

    def get_task_factory(self):
        return self._task_factory

    def run_in_executor(self, executor, func, *args):
        self._check()
        future = self.create_future()
        self.call_soon(_work, future, func, args)
        return future

    def set_default_executor(self, executor):
        pass

    async def shutdown_asyncgens(self):
        pass

    async def shutdown_default_executor(self, timeout=None):
        pass

    def get_exception_handler(self):
        return self._handler

    def set_exception_handler(self, handler):
        if handler is not None and not callable(handler):
            raise TypeError(f"A callable object or None is expected, got {handler!r}")
        self._handler = handler

    def default_exception_handler(self, context):
        import logging
        lines = [context.get("message") or "Unhandled exception in event loop"]
        lines += [f"{key}: {context[key]!r}" for key in sorted(context) if key not in ("message", "exception")]
        logging.getLogger("asyncio").error("\n".join(lines), exc_info=context.get("exception") or False)

    def call_exception_handler(self, context):
        if self._handler is None:
            self.default_exception_handler(context)
        else:
            self._handler(self, context)

    def get_debug(self):
        return self._debug

    def set_debug(self, enabled):
        self._debug = enabled

    def _refused(self, *args, **kwargs):
        _refuse("sockets, processes and signals in asyncio")

    add_reader = remove_reader = add_writer = remove_writer = add_signal_handler = remove_signal_handler = _refused
    create_connection = create_server = create_datagram_endpoint = create_unix_connection = create_unix_server = _refused
    connect_accepted_socket = connect_read_pipe = connect_write_pipe = subprocess_exec = subprocess_shell = start_tls = _refused
    getaddrinfo = getnameinfo = sendfile = sock_accept = sock_connect = sock_recv = sock_recv_into = sock_recvfrom = _refused
    sock_recvfrom_into = sock_sendall = sock_sendto = sock_sendfile = _refused


class SelectorEventLoop(BaseEventLoop):
    pass


class _UnixSelectorEventLoop(SelectorEventLoop):
    __module__ = "asyncio.unix_events"


EventLoop = _UnixSelectorEventLoop


def _stop_loop(future):
    if not future.cancelled():
        exc = future.exception()
        if isinstance(exc, (SystemExit, KeyboardInterrupt)):
            return
    future.get_loop().stop()


def _work(future, func, args):
    if future.cancelled():
        return
    try:
        result = func(*args)
    except BaseException as exc:
        future.set_exception(exc)
    else:
        future.set_result(result)


def _check_callback(callback, method):
    import inspect
    if inspect.iscoroutine(callback) or inspect.iscoroutinefunction(callback):
        raise TypeError(f"coroutines cannot be used with {method}()")
    if not callable(callback):
        raise TypeError(f"a callable object was expected by {method}(), got {callback!r}")


def new_event_loop():
    return EventLoop()


def get_event_loop():
    loop = _state["running"] or _state["current"]
    if loop is None:
        raise RuntimeError("There is no current event loop in thread 'MainThread'.")
    return loop


def set_event_loop(loop):
    if loop is not None and not isinstance(loop, AbstractEventLoop):
        raise TypeError(f"loop must be an instance of AbstractEventLoop or None, not '{type(loop).__name__}'")
    _state["current"] = loop


def get_running_loop():
    loop = _state["running"]
    if loop is None:
        raise RuntimeError("no running event loop")
    return loop


def _get_running_loop():
    return _state["running"]


def _set_running_loop(loop):
    _state["running"] = loop


class DefaultEventLoopPolicy:
    def get_event_loop(self):
        return get_event_loop()

    def set_event_loop(self, loop):
        set_event_loop(loop)

    def new_event_loop(self):
        return new_event_loop()


def get_event_loop_policy():
    if _state["policy"] is None:
        _state["policy"] = DefaultEventLoopPolicy()
    return _state["policy"]


def set_event_loop_policy(policy):
    _state["policy"] = policy
