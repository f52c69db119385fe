"""Results that are not there yet."""

import contextvars
from asyncio import events, exceptions
from types import GenericAlias

__all__ = ("Future", "wrap_future", "isfuture")

_PENDING, _CANCELLED, _FINISHED = "PENDING", "CANCELLED", "FINISHED"


class Future:
    _asyncio_future_blocking = False
    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, *, loop=None):
        self._loop = events.get_event_loop() if loop is None else loop
        self._state, self._result, self._exception, self._callbacks, self._cancel_message = _PENDING, None, None, [], None

    def _describe(self):
        info = [self._state.lower()]
        if self._state == _FINISHED:
            info.append(f"result={self._result!r}" if self._exception is None else f"exception={self._exception!r}")
        return info

    def _describe_callbacks(self):
        if not self._callbacks:
            return []
        names = [_callback_text(c) for c, _ in self._callbacks]
        if len(names) > 2:
            names = [names[0], f"<{len(names) - 2} more>", names[-1]]
        return [f"cb=[{', '.join(names)}]"]

    def __repr__(self):
        return f"<{type(self).__name__} {' '.join(self._describe() + self._describe_callbacks())}>"

    def get_loop(self):
        return self._loop

    def done(self):
        return self._state != _PENDING

    def cancelled(self):
        return self._state == _CANCELLED

    def cancel(self, msg=None):
        if self._state != _PENDING:
            return False
        self._state, self._cancel_message = _CANCELLED, msg
        self._schedule_callbacks()
        return True

    def _make_cancelled_error(self):
        exc = exceptions.CancelledError() if self._cancel_message is None else exceptions.CancelledError(self._cancel_message)
        return exc

    def _schedule_callbacks(self):
        callbacks, self._callbacks = self._callbacks, []
        for callback, context in callbacks:
            self._loop.call_soon(callback, self, context=context)

    def set_result(self, result):
        if self._state != _PENDING:
            raise exceptions.InvalidStateError(f"{self._state}: {self!r}" if type(self) is not Future else "invalid state")
        self._state, self._result = _FINISHED, result
        self._schedule_callbacks()

    def set_exception(self, exception):
        if self._state != _PENDING:
            raise exceptions.InvalidStateError("invalid state")
        if isinstance(exception, type):
            exception = exception()
        if not isinstance(exception, BaseException):
            raise TypeError(f"invalid exception object")
        if isinstance(exception, StopIteration):
            new = RuntimeError("StopIteration interacts badly with generators and cannot be raised into a Future")
            new.__cause__ = new.__context__ = exception
            exception = new
        self._state, self._exception = _FINISHED, exception
        self._trace = exception.__traceback__
        self._schedule_callbacks()

    def result(self):
        if self._state == _CANCELLED:
            raise self._make_cancelled_error()
        if self._state != _FINISHED:
            raise exceptions.InvalidStateError("Result is not set.")
        if self._exception is not None:
            raise self._exception.with_traceback(self._trace)
        return self._result

    def exception(self):
        if self._state == _CANCELLED:
            raise self._make_cancelled_error()
        if self._state != _FINISHED:
            raise exceptions.InvalidStateError("Exception is not set.")
        return self._exception

    def add_done_callback(self, fn, /, *, context=None):
        if self._state != _PENDING:
            self._loop.call_soon(fn, self, context=context)
        else:
            self._callbacks.append((fn, contextvars.copy_context() if context is None else context))

    def remove_done_callback(self, fn, /):
        kept = [(f, c) for f, c in self._callbacks if f != fn]
        removed = len(self._callbacks) - len(kept)
        self._callbacks = kept
        return removed

    def __await__(self):
        if self._state == _PENDING:
            self._asyncio_future_blocking = True
            yield self
        if self._state == _PENDING:
            raise RuntimeError("await wasn't used with future")
        return self.result()

    __iter__ = __await__


def _callback_text(callback):
    name = getattr(callback, "__qualname__", None)
    return f"{name}()" if name else repr(callback)


def isfuture(obj):
    return hasattr(type(obj), "_asyncio_future_blocking") and getattr(obj, "_asyncio_future_blocking", None) is not None


def wrap_future(future, *, loop=None):
    if isfuture(future):
        return future
    new = Future(loop=loop)
    try:
        new.set_result(future.result())
    except Exception as exc:
        new.set_exception(exc)
    return new
