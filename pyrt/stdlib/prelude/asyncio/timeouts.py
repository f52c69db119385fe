"""Limits of time on what coroutines do."""

from asyncio import events, exceptions, tasks

__all__ = ("Timeout", "timeout", "timeout_at")


class Timeout:
    def __init__(self, when):
        self._state, self._handle, self._task, self._when = "created", None, None, when

    def when(self):
        return self._when

    def reschedule(self, when):
        if self._state != "active":
            if self._state == "created":
                raise RuntimeError("Timeout has not been entered")
            raise RuntimeError(f"Cannot change state of {self._state} Timeout")
        self._when = when
        if self._handle is not None:
            self._handle.cancel()
        if when is None:
            self._handle = None
            return
        loop = events.get_running_loop()
        if when <= loop.time():
            self._handle = loop.call_soon(self._on_timeout)
        else:
            self._handle = loop.call_at(when, self._on_timeout)

    def expired(self):
        return self._state in ("expiring", "expired")

    def __repr__(self):
        info = self._state
        if self._state == "active":
            info += f" when={round(self._when, 3) if self._when is not None else None}"
        return f"<Timeout [{info}]>"

    async def __aenter__(self):
        if self._state != "created":
            raise RuntimeError("Timeout has already been entered")
        task = tasks.current_task()
        if task is None:
            raise RuntimeError("Timeout should be used inside a task")
        self._state, self._task, self._requests = "active", task, task.cancelling()
        self.reschedule(self._when)
        return self

    async def __aexit__(self, kind, exc, tb):
        if self._handle is not None:
            self._handle.cancel()
            self._handle = None
        if self._state == "expiring":
            self._state = "expired"
            if self._task.uncancel() <= self._requests and kind is not None:
                if issubclass(kind, exceptions.CancelledError):
                    raise TimeoutError from exc
                if exc is not None:
                    _insert_timeout(exc)
                    if isinstance(exc, ExceptionGroup):
                        for e in exc.exceptions:
                            _insert_timeout(e)
        elif self._state == "active":
            self._state = "exited"

    def _on_timeout(self):
        self._task.cancel()
        self._state, self._handle = "expiring", None


def _insert_timeout(exc):
    while exc.__context__ is not None:
        if isinstance(exc.__context__, exceptions.CancelledError):
            late = TimeoutError()
            late.__context__ = late.__cause__ = exc.__context__
            exc.__context__ = late
            break
        exc = exc.__context__


def timeout(delay):
    loop = events.get_running_loop()
    return Timeout(loop.time() + delay if delay is not None else None)


def timeout_at(when):
    return Timeout(when)
