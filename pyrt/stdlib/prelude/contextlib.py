"""Utilities for with statements."""

import abc
import sys
from functools import partial as _partial, wraps

__all__ = ["asynccontextmanager", "contextmanager", "closing", "nullcontext", "AbstractContextManager", "AbstractAsyncContextManager",
           "AsyncExitStack", "ContextDecorator", "ExitStack", "redirect_stdout", "redirect_stderr", "suppress", "aclosing", "chdir"]

_Alias = type(list[int])


def _offers(cls, *methods):
    """Whether a class has the methods; None stands for one that it gave up."""
    return all(getattr(cls, method, None) is not None for method in methods) or NotImplemented


class AbstractContextManager(abc.ABC):
    __slots__ = ()
    __class_getitem__ = classmethod(_Alias)

    @classmethod
    def __subclasshook__(cls, other):
        return _offers(other, "__enter__", "__exit__") if cls is AbstractContextManager else NotImplemented

    def __enter__(self):
        return self

    @abc.abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        return None


class AbstractAsyncContextManager(abc.ABC):
    __slots__ = ()
    __class_getitem__ = classmethod(_Alias)

    @classmethod
    def __subclasshook__(cls, other):
        return _offers(other, "__aenter__", "__aexit__") if cls is AbstractAsyncContextManager else NotImplemented

    async def __aenter__(self):
        return self

    @abc.abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        return None


class ContextDecorator:
    def _recreate_cm(self):
        return self

    def __call__(self, func):
        def within(*args, **kwargs):
            with self._recreate_cm():
                return func(*args, **kwargs)
        return wraps(func)(within)


class AsyncContextDecorator:
    def _recreate_cm(self):
        return self

    def __call__(self, func):
        async def within(*args, **kwargs):
            async with self._recreate_cm():
                return await func(*args, **kwargs)
        return wraps(func)(within)


class _OfGenerator:
    """What a manager knows of the generator that it is made of, until it is entered."""

    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.args = _partial(type(self), func, args, kwds)
        self.__doc__ = getattr(func, "__doc__", None) or type(self).__doc__

    def _recreate_cm(self):
        return self.args()

    def _once(self):
        """Let go of what another manager would be made of: this one has been entered."""
        del self.args
        return self.gen


def _swallowed(raised, error, end, trace):
    """What __exit__ answers when a generator that was given error has raised.

    None means that the generator has raised something of its own.
    """
    if isinstance(raised, end):
        return raised is not error
    # An error that looks like the end of a generator comes back as the cause
    # of the RuntimeError that the interpreter makes of it.
    wrapped = isinstance(raised, RuntimeError) and isinstance(error, (StopIteration, end)) and raised.__cause__ is error
    if raised is error or wrapped:
        error.__traceback__ = trace
        return False
    return None


class _GeneratorContextManager(_OfGenerator, AbstractContextManager, ContextDecorator):
    def __enter__(self):
        gen = self._once()
        try:
            return next(gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, kind, error, trace):
        complaint = "generator didn't stop"
        try:
            if kind is None:
                next(self.gen)
            else:
                complaint += " after throw()"
                error = kind() if error is None else error
                self.gen.throw(error)
        except BaseException as raised:
            if kind is None:
                if isinstance(raised, StopIteration):
                    return False
                raise
            answer = _swallowed(raised, error, StopIteration, trace)
            if answer is None:
                raise
            return answer
        try:
            raise RuntimeError(complaint)
        finally:
            self.gen.close()


class _AsyncGeneratorContextManager(_OfGenerator, AbstractAsyncContextManager, AsyncContextDecorator):
    async def __aenter__(self):
        gen = self._once()
        try:
            return await anext(gen)
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, kind, error, trace):
        complaint = "generator didn't stop"
        try:
            if kind is None:
                await anext(self.gen)
            else:
                complaint += " after athrow()"
                error = kind() if error is None else error
                await self.gen.athrow(error)
        except BaseException as raised:
            if kind is None:
                if isinstance(raised, StopAsyncIteration):
                    return False
                raise
            answer = _swallowed(raised, error, StopAsyncIteration, trace)
            if answer is None:
                raise
            return answer
        try:
            raise RuntimeError(complaint)
        finally:
            await self.gen.aclose()


def contextmanager(func):
    def manager(*args, **kwargs):
        return _GeneratorContextManager(func, args, kwargs)
    return wraps(func)(manager)


def asynccontextmanager(func):
    def manager(*args, **kwargs):
        return _AsyncGeneratorContextManager(func, args, kwargs)
    return wraps(func)(manager)


class closing(AbstractContextManager):
    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *details):
        self.thing.close()


class aclosing(AbstractAsyncContextManager):
    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *details):
        await self.thing.aclose()


class _Redirection(AbstractContextManager):
    """A stream of sys is another one meanwhile; one object can be entered again while it is."""

    def __init__(self, new_target):
        self._to = new_target
        self._before = []

    def __enter__(self):
        self._before.append(getattr(sys, self._name))
        setattr(sys, self._name, self._to)
        return self._to

    def __exit__(self, *details):
        setattr(sys, self._name, self._before.pop())


class redirect_stdout(_Redirection):
    _name = "stdout"


class redirect_stderr(_Redirection):
    _name = "stderr"


class suppress(AbstractContextManager):
    def __init__(self, *exceptions):
        self._kinds = exceptions

    def __enter__(self):
        return None

    def __exit__(self, kind, error, trace):
        if kind is None:
            return None
        if issubclass(kind, self._kinds):
            return True
        if not issubclass(kind, BaseExceptionGroup):
            return False
        others = error.split(self._kinds)[1]
        if others is not None:
            raise others
        return True


class nullcontext(AbstractContextManager, AbstractAsyncContextManager):
    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *details):
        return None

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *details):
        return None


class _Unwinding:
    """What happens to an exception on its way through the exits of a stack."""

    def __init__(self, error):
        self.given = self.error = error
        self.around = sys.exception()
        self.swallowed = self.replaced = False

    def details(self):
        error = self.error
        return (None, None, None) if error is None else (type(error), error, error.__traceback__)

    def left(self, answer):
        if answer:
            self.error, self.swallowed, self.replaced = None, True, False

    def failed(self, error):
        """An exit has raised: its error has the one on its way as its context, as in nested with statements."""
        last, before = error, error.__context__
        while before is not None and before is not self.error:
            if before is self.around:
                last.__context__ = self.error
                break
            last, before = before, before.__context__
        self.error, self.replaced = error, True

    def answer(self):
        if not self.replaced:
            return self.swallowed and self.given is not None
        context = self.error.__context__
        try:
            raise self.error
        finally:
            # Raising has made what is handled here the context.
            self.error.__context__ = context


def _protocol(cm, kind, *names):
    """The methods of a manager's class."""
    cls = type(cm)
    try:
        return [getattr(cls, name) for name in names]
    except AttributeError:
        raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support the {kind} protocol") from None


class _Stack:
    """Exits, the next one last: each with whether it is to be awaited."""

    def __init__(self):
        self._exits = []

    def pop_all(self):
        heir = type(self)()
        heir._exits, self._exits = self._exits, []
        return heir

    def _push(self, awaited, exit, name):
        method = getattr(type(exit), name, None)
        self._exits.append((awaited, exit if method is None else _partial(method, exit)))
        return exit

    def push(self, exit):
        return self._push(False, exit, "__exit__")

    def enter_context(self, cm):
        enter, leave = _protocol(cm, "context manager", "__enter__", "__exit__")
        value = enter(cm)
        self._exits.append((False, _partial(leave, cm)))
        return value

    def callback(self, callback, /, *args, **kwds):
        def call(*details):
            callback(*args, **kwds)
        call.__wrapped__ = callback
        self._exits.append((False, call))
        return callback


class ExitStack(_Stack, AbstractContextManager):
    def __exit__(self, *details):
        way = _Unwinding(details[1])
        while self._exits:
            leave = self._exits.pop()[1]
            try:
                way.left(leave(*way.details()))
            except BaseException as error:
                way.failed(error)
        return way.answer()

    def close(self):
        self.__exit__(None, None, None)


class AsyncExitStack(_Stack, AbstractAsyncContextManager):
    def push_async_exit(self, exit):
        return self._push(True, exit, "__aexit__")

    async def enter_async_context(self, cm):
        enter, leave = _protocol(cm, "asynchronous context manager", "__aenter__", "__aexit__")
        value = await enter(cm)
        self._exits.append((True, _partial(leave, cm)))
        return value

    def push_async_callback(self, callback, /, *args, **kwds):
        async def call(*details):
            await callback(*args, **kwds)
        call.__wrapped__ = callback
        self._exits.append((True, call))
        return callback

    async def __aexit__(self, *details):
        way = _Unwinding(details[1])
        while self._exits:
            awaited, leave = self._exits.pop()
            try:
                answer = leave(*way.details())
                way.left(await answer if awaited else answer)
            except BaseException as error:
                way.failed(error)
        return way.answer()

    async def aclose(self):
        await self.__aexit__(None, None, None)


class chdir(AbstractContextManager):
    def __init__(self, path):
        self.path = path
        self._left = []

    def __enter__(self):
        import os
        self._left.append(os.getcwd())
        os.chdir(self.path)

    def __exit__(self, *details):
        import os
        os.chdir(self._left.pop())
