"""Tasks that end together."""

from asyncio import events, exceptions, tasks

__all__ = ("TaskGroup",)

_ENDS_PROGRAM = KeyboardInterrupt, SystemExit


class TaskGroup:
    """Waits at the end of its block for all tasks it made. The first of them to fail, or a failing block, cancels the others."""

    _loop = _owner = _finish_line = None
    _leaving = False  # the block is over
    _stopping = False  # tasks have been cancelled
    _woke_owner = False  # the block was cancelled because a task failed
    _fatal = None  # what ends the program

    def __init__(self):
        self._members, self._failures = {}, []

    def __repr__(self):
        words = ["<TaskGroup"]
        for label, things in ("tasks", self._members), ("errors", self._failures):
            if things:
                words.append(f"{label}={len(things)}")
        if self._stopping:
            words.append("cancelling")
        elif self._loop:
            words.append("entered")
        return " ".join(words) + ">"

    def _refusal(self, why):
        return RuntimeError(f"TaskGroup {self!r} {why}")

    async def __aenter__(self):
        if self._loop:
            raise self._refusal("has already been entered")
        self._loop = events.get_running_loop()
        self._owner = tasks.current_task(self._loop)
        if self._owner is None:
            raise self._refusal("cannot determine the parent task")
        return self

    def create_task(self, coro, **kwargs):
        """Starts a coroutine as a task of the group."""
        why = ""
        if not self._loop:
            why = "has not been entered"
        elif self._leaving and not self._members:
            why = "is finished"
        elif self._stopping:
            why = "is shutting down"
        if why:
            coro.close()
            raise self._refusal(why)
        member = self._loop.create_task(coro, **kwargs)
        if not member.done():
            self._members[member] = True
        member.add_done_callback(self._on_task_done)
        return member

    async def __aexit__(self, kind, error, trace):
        self._leaving = True
        self._note_fatal(error)
        stopped = error if isinstance(error, exceptions.CancelledError) else None
        if error is not None:
            self._stop()
        stopped = await self._all_done() or stopped
        fatal, failures = self._fatal, self._failures
        try:
            if fatal is not None:
                raise fatal
            if self._woke_owner and not self._owner.uncancel():
                stopped = None
            if stopped is not None and not failures:
                raise stopped
            if error is not None and not isinstance(error, exceptions.CancelledError):
                failures.append(error)
            if failures:
                self._renew_cancellation()
                raise BaseExceptionGroup("unhandled errors in a TaskGroup", failures) from None
        finally:
            self._fatal, self._failures = None, []
            error = trace = stopped = fatal = failures = None

    async def _all_done(self):
        """Waits for all members; gives the exception of a cancellation that came from outside meanwhile."""
        stopped = None
        while self._members:
            self._finish_line = self._loop.create_future()
            try:
                await self._finish_line
            except exceptions.CancelledError as error:
                if not self._stopping:
                    stopped = error
                    self._stop()
        return stopped

    def _renew_cancellation(self):
        """A cancellation that the group's errors hide comes again at the owner's next await."""
        if self._owner.cancelling():
            self._owner.uncancel()
            self._owner.cancel()

    def _note_fatal(self, error):
        if self._fatal is None and isinstance(error, _ENDS_PROGRAM):
            self._fatal = error

    def _stop(self):
        if not self._stopping:
            self._stopping = True
            for member in tuple(self._members):
                member.cancel()

    def _on_task_done(self, member):
        self._members.pop(member, None)
        if not self._members and self._finish_line and not self._finish_line.done():
            self._finish_line.set_result(None)
        error = None if member.cancelled() else member.exception()
        if error is None:
            return
        self._failures.append(error)
        self._note_fatal(error)
        if not self._stopping and not self._owner.done():
            self._woke_owner = True
            self._stop()
            self._owner.cancel()
