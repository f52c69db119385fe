"""Results that are not there yet."""

import contextvars
from asyncio import events, exceptions
from types import GenericAlias

__all__ = ("Future", "wrap_future", "isfuture")


class Future:
    """Pending until it gets a result or an exception or is cancelled; then it tells those who wait."""

    __class_getitem__ = classmethod(GenericAlias)
    _asyncio_future_blocking = False
    _state = "pending"
    _result = _error = _trace = _cancel_message = None

    def __init__(self, *, loop=None):
        self._loop, self._listeners = events.get_event_loop() if loop is None else loop, []

    def __repr__(self):
        return f"<{type(self).__name__} {' '.join(self._description())}>"

    def _description(self):
        words = [self._state]
        if self._state == "finished":
            words.append(f"result={self._result!r}" if self._error is None else f"exception={self._error!r}")
        if names := [_text(f) for f, _ in self._listeners]:
            names[1:-1] = [f"<{len(names) - 2} more>"] * (len(names) > 2)
            words.append(f"cb=[{', '.join(names)}]")
        return words

    def get_loop(self):
        return self._loop

    def done(self):
        return self._state != "pending"

    def cancelled(self):
        return self._state == "cancelled"

    def _settle(self, state):
        """Ends the waiting. It says what went wrong if it was over before."""
        if self._state != "pending":
            raise exceptions.InvalidStateError("invalid state" if type(self) is Future else f"{self._state.upper()}: {self!r}")
        self._state = state
        self._tell(self._listeners)
        self._listeners = []

    def _tell(self, listeners):
        for listener, context in listeners:
            self._loop.call_soon(listener, self, context=context)

    def set_result(self, result):
        self._settle("finished")
        self._result = result

    def set_exception(self, exception):
        if self._state == "pending":
            exception = _raisable(exception)
        self._settle("finished")
        self._error, self._trace = exception, exception.__traceback__

    def cancel(self, msg=None):
        """Gives whoever waits a CancelledError; False if it is too late for that."""
        if self._state != "pending":
            return False
        self._settle("cancelled")
        self._cancel_message = msg
        return True

    def _make_cancelled_error(self):
        return exceptions.CancelledError(*() if self._cancel_message is None else (self._cancel_message,))

    def _demand_settled(self, what):
        if self._state == "cancelled":
            raise self._make_cancelled_error()
        if self._state == "pending":
            raise exceptions.InvalidStateError(what + " is not set.")

    def result(self):
        self._demand_settled("Result")
        if self._error is None:
            return self._result
        raise self._error.with_traceback(self._trace)

    def exception(self):
        self._demand_settled("Exception")
        return self._error

    def add_done_callback(self, fn, /, *, context=None):
        """Has a function called when the waiting is over."""
        if self._state == "pending":
            self._listeners.append((fn, contextvars.copy_context() if context is None else context))
        else:
            self._tell([(fn, context)])

    def remove_done_callback(self, fn, /):
        """Takes that back; tells how often it had been asked for."""
        before = len(self._listeners)
        self._listeners = [each for each in self._listeners if each[0] != fn]
        return before - len(self._listeners)

    def __await__(self):
        if self._state == "pending":
            self._asyncio_future_blocking = True
            yield self
        if self._state != "pending":
            return self.result()
        raise RuntimeError("await wasn't used with future")

    __iter__ = __await__


def _raisable(exception):
    """The exception that a future can hold in place of what it is given."""
    if isinstance(exception, type):
        exception = exception()
    if not isinstance(exception, BaseException):
        raise TypeError("invalid exception object")
    if not isinstance(exception, StopIteration):
        return exception
    error = RuntimeError("StopIteration interacts badly with generators and cannot be raised into a Future")
    error.__cause__ = error.__context__ = exception
    return error


def _text(callback):
    name = getattr(callback, "__qualname__", None)
    return repr(callback) if name is None else name + "()"


def isfuture(obj):
    """Whether something is a future, of whatever library."""
    return hasattr(type(obj), "_asyncio_future_blocking") and obj._asyncio_future_blocking is not None


def wrap_future(future, *, loop=None):
    """A future of this library for one of concurrent.futures, which is always done here."""
    if isfuture(future):
        return future
    wrapped = Future(loop=loop)
    try:
        wrapped.set_result(future.result())
    except Exception as error:
        wrapped.set_exception(error)
    return wrapped
