"""Limits of time on what coroutines do."""

from asyncio import events, exceptions, tasks

__all__ = ("Timeout", "timeout", "timeout_at")


class Timeout:
    """Cancels the task that is in its block when the loop's clock reaches a time, and turns that into TimeoutError at the block's end."""

    _alarm = _task = None
    _stage = "created"  # then "active", and "finished", or "expiring" and "expired"

    def __init__(self, when):
        self._when = when

    def __repr__(self):
        time = "" if self._stage != "active" else f" when={self._when and round(self._when, 3)}"
        return f"<Timeout [{self._stage}]{time}>"

    def when(self):
        """The time, None for never."""
        return self._when

    def expired(self):
        """Whether the time was reached in the block."""
        return self._stage.startswith("expir")

    def reschedule(self, when):
        """Sets another time."""
        if self._stage == "created":
            raise RuntimeError("Timeout has not been entered")
        if self._stage != "active":
            raise RuntimeError(f"Cannot change state of {self._stage} Timeout")
        self._disarm()
        self._when = when
        if when is not None:
            loop = events.get_running_loop()
            self._alarm = loop.call_at(when, self._ring) if when > loop.time() else loop.call_soon(self._ring)

    def _disarm(self):
        if self._alarm is not None:
            self._alarm.cancel()
            self._alarm = None

    def _ring(self):
        self._stage, self._alarm = "expiring", None
        self._task.cancel()

    async def __aenter__(self):
        if self._stage != "created":
            raise RuntimeError("Timeout has already been entered")
        self._task = tasks.current_task()
        if self._task is None:
            raise RuntimeError("Timeout should be used inside a task")
        self._stage, self._cancelled_before = "active", self._task.cancelling()
        self.reschedule(self._when)
        return self

    async def __aexit__(self, kind, error, trace):
        self._disarm()
        if self._stage == "active":
            self._stage = "finished"
        elif self._stage == "expiring":
            self._stage = "expired"
            if self._task.uncancel() <= self._cancelled_before and error is not None:
                if isinstance(error, exceptions.CancelledError):
                    raise TimeoutError from error
                for raised in (error, *error.exceptions) if isinstance(error, ExceptionGroup) else (error,):
                    _explain(raised)


def _explain(error):
    """What was raised because of the cancellation shall show the TimeoutError that the latter stands for."""
    while (cause := error.__context__) is not None:
        if isinstance(cause, exceptions.CancelledError):
            error.__context__ = shown = TimeoutError()
            shown.__context__ = shown.__cause__ = cause
            return
        error = cause


def timeout(delay):
    """A limit that many seconds from now."""
    now = events.get_running_loop().time()
    return Timeout(delay if delay is None else now + delay)


def timeout_at(when):
    """A limit at a time of the loop's clock."""
    return Timeout(when)
