"""Waiting for several futures, or for one in a particular way."""

from asyncio import events, exceptions, futures, queues, tasks, timeouts

FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED = "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"


def _demand_several(given, wanted):
    if futures.isfuture(given) or tasks.iscoroutine(given):
        raise TypeError(f"{wanted}, not {type(given).__name__}")


def _failed(future):
    return not future.cancelled() and future.exception() is not None


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    """Those that are done, and those that are not, when the first or all are, or the time is over."""
    _demand_several(fs, "expect a list of futures")
    if not fs:
        raise ValueError("Set of Tasks/Futures is empty.")
    enough = {ALL_COMPLETED: lambda future: False, FIRST_COMPLETED: lambda future: True, FIRST_EXCEPTION: _failed}.get(return_when)
    if enough is None:
        raise ValueError(f"Invalid return_when value: {return_when}")
    awaited = set(fs)
    if any(map(tasks.iscoroutine, awaited)):
        raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")
    await _any_or_all(awaited, enough, timeout)
    done = {future for future in awaited if future.done()}
    return done, awaited - done


async def _any_or_all(awaited, enough, timeout):
    """Waits until enough() holds for one that is done, or all are done, or the time is over."""
    loop, left = events.get_running_loop(), len(awaited)
    over = loop.create_future()
    alarm = loop.call_later(timeout, tasks._ring, over) if timeout is not None else None

    def on_done(future):
        nonlocal left
        left -= 1
        if not left or enough(future):
            tasks._ring(over)
    for future in awaited:
        future.add_done_callback(on_done)
    try:
        await over
    finally:
        if alarm is not None:
            alarm.cancel()
        for future in awaited:
            future.remove_done_callback(on_done)


async def wait_for(fut, timeout):
    """What fut gives; it is cancelled if that takes too long."""
    if timeout is None or timeout > 0:
        async with timeouts.timeout(timeout):
            return await fut
    fut = tasks.ensure_future(fut)
    if not fut.done():
        over = events.get_running_loop().create_future()
        fut.add_done_callback(lambda _: tasks._ring(over))
        fut.cancel()
        await over
    elif not fut.cancelled():
        return fut.result()
    try:
        return fut.result()
    except exceptions.CancelledError as cancelled:
        raise TimeoutError from cancelled


class _AsCompleted:
    """Gives coroutines for the results one by one, in an async loop the futures themselves."""

    def __init__(self, awaitables, timeout):
        self._waiting = {tasks.ensure_future(each) for each in set(awaitables)}
        self._to_give, self._done, self._alarm = len(self._waiting), queues.Queue(), None
        for future in self._waiting:
            future.add_done_callback(self._on_done)
        if self._waiting and timeout is not None:
            self._alarm = events.get_event_loop().call_later(timeout, self._on_time)

    def __iter__(self):
        return self

    def __aiter__(self):
        return self

    def __next__(self):
        return self._one_less(StopIteration)._result_of_next()

    async def __anext__(self):
        return await self._one_less(StopAsyncIteration)._next_done()

    def _one_less(self, end):
        if not self._to_give:
            raise end
        self._to_give -= 1
        return self

    def _on_done(self, future):
        if future in self._waiting:
            self._waiting.discard(future)
            self._done.put_nowait(future)
            if self._alarm is not None and not self._waiting:
                self._alarm.cancel()

    def _on_time(self):
        for future in self._waiting:
            future.remove_done_callback(self._on_done)
            self._done.put_nowait(None)
        self._waiting = set()

    async def _next_done(self):
        future = await self._done.get()
        if future is None:
            raise TimeoutError
        return future

    async def _result_of_next(self):
        return (await self._next_done()).result()


def as_completed(fs, *, timeout=None):
    """The results in the order in which they come."""
    _demand_several(fs, "expects an iterable of awaitables")
    return _AsCompleted(fs, timeout)


class _GatheringFuture(futures.Future):
    """The list of several results. Cancelling it cancels what still runs."""

    _was_cancelled = False

    def __init__(self, parts, return_exceptions, loop):
        super().__init__(loop=loop)
        self._parts, self._return_exceptions = parts, return_exceptions
        awaited = dict.fromkeys(parts)
        self._left = len(awaited)
        done = [part for part in awaited if part.done()]
        for part in awaited:
            if part not in done:
                part.add_done_callback(self._on_done)
        for part in done:
            self._on_done(part)

    def cancel(self, msg=None):
        if self.done():
            return False
        self._was_cancelled = any([part.cancel(msg=msg) for part in self._parts]) or self._was_cancelled
        return self._was_cancelled

    def _on_done(self, part):
        self._left -= 1
        if self.done():
            return
        error = None
        if not self._return_exceptions:
            error = part._make_cancelled_error() if part.cancelled() else part.exception()
        if error is None and self._left:
            return
        if error is None and self._was_cancelled:
            error = part._make_cancelled_error() if part.cancelled() else exceptions.CancelledError()
        if error is None:
            self.set_result([_outcome(each) for each in self._parts])
        else:
            self.set_exception(error)


def _outcome(future):
    if future.cancelled():
        return exceptions.CancelledError(future._cancel_message or "")
    return future.result() if future.exception() is None else future.exception()


def gather(*coros_or_futures, return_exceptions=False):
    """The results of all, in the order of the arguments."""
    if not coros_or_futures:
        none = events.get_event_loop().create_future()
        none.set_result([])
        return none
    loop, as_future = None, {}
    for each in coros_or_futures:
        if each not in as_future:
            as_future[each] = tasks.ensure_future(each, loop=loop)
            loop = as_future[each].get_loop()
    return _GatheringFuture([as_future[each] for each in coros_or_futures], return_exceptions, loop)


def shield(arg):
    """A future with the result of another, which goes on when this one is cancelled."""
    inner = tasks.ensure_future(arg)
    if inner.done():
        return inner
    outer = inner.get_loop().create_future()

    def pass_on(_):
        if inner.cancelled():
            outer.cancel()
        elif not outer.cancelled():
            if inner.exception() is None:
                outer.set_result(inner.result())
            else:
                outer.set_exception(inner.exception())
    inner.add_done_callback(pass_on)
    outer.add_done_callback(lambda _: inner.remove_done_callback(pass_on))
    return outer
