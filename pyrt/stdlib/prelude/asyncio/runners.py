"""A loop for one program."""

import contextvars
from asyncio import events, exceptions, tasks

__all__ = ("Runner", "run")


def _demand_no_loop(caller):
    if events._get_running_loop() is not None:
        raise RuntimeError(caller + "() cannot be called from a running event loop")


class Runner:
    """Runs coroutines one after the other, all on a loop and in a context of its own.

    The loop is made when it is first needed; close() ends what still runs on it.
    """

    def __init__(self, *, debug=None, loop_factory=None):
        self._loop = self._context = None
        self._closed, self._debug, self._loop_factory = False, debug, loop_factory

    def __enter__(self):
        self.get_loop()
        return self

    def __exit__(self, *exc_info):
        self.close()

    def get_loop(self):
        """The loop of this runner."""
        if self._closed:
            raise RuntimeError("Runner is closed")
        if self._loop is None:
            self._loop = loop = (self._loop_factory or events.new_event_loop)()
            self._context = contextvars.copy_context()
            if not self._loop_factory:
                events.set_event_loop(loop)
            if self._debug is not None:
                loop.set_debug(self._debug)
        return self._loop

    def run(self, coro, *, context=None):
        """What a coroutine, or something else that can be awaited, gives."""
        _demand_no_loop("Runner.run")
        if not tasks.iscoroutine(coro):
            coro = tasks._as_coroutine(coro)
        loop = self.get_loop()
        return loop.run_until_complete(loop.create_task(coro, context=self._context if context is None else context))

    def close(self):
        """Cancels what still runs, and closes the loop."""
        if self._loop is None:
            return
        loop, self._loop, self._closed = self._loop, None, True
        try:
            _end_tasks(loop)
            loop.run_until_complete(loop.shutdown_asyncgens())
        finally:
            if not self._loop_factory:
                events.set_event_loop(None)
            loop.close()


def run(main, *, debug=None, loop_factory=None):
    """What a coroutine gives that is run on a loop of its own."""
    _demand_no_loop("asyncio.run")
    with Runner(loop_factory=loop_factory, debug=debug) as own:
        return own.run(main)


def _end_tasks(loop):
    left = tasks.all_tasks(loop)
    if not left:
        return
    for task in left:
        task.cancel()
    for task, outcome in zip(left, loop.run_until_complete(tasks.gather(*left, return_exceptions=True))):
        if isinstance(outcome, BaseException) and not task.cancelled() and task.exception() is outcome:
            loop.call_exception_handler({"message": "unhandled exception during asyncio.run() shutdown", "exception": outcome, "task": task})
