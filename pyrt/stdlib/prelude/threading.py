"""Locks that are always free, and threads that run when they are started.

One thing at a time happens in this runtime: start() runs the thread's function to its end.
"""

__all__ = ["get_ident", "active_count", "Condition", "current_thread", "enumerate", "main_thread", "TIMEOUT_MAX", "Event", "Lock", "RLock",
           "Semaphore", "BoundedSemaphore", "Thread", "Barrier", "BrokenBarrierError", "Timer", "ThreadError", "setprofile", "settrace",
           "local", "stack_size", "excepthook", "ExceptHookArgs", "getprofile", "gettrace", "get_native_id"]

TIMEOUT_MAX = 9223372036.0
ThreadError = RuntimeError


class Lock:
    def __init__(self):
        self._held = 0

    def acquire(self, blocking=True, timeout=-1):
        if self._held:
            if not blocking or timeout >= 0:
                return False
            raise RuntimeError("deadlock: the lock is held and this runtime has no other thread that could release it")
        self._held = 1
        return True

    def release(self):
        if not self._held:
            raise RuntimeError("release unlocked lock")
        self._held = 0

    def locked(self):
        return bool(self._held)

    def __enter__(self):
        self.acquire()
        return True

    def __exit__(self, *exc_info):
        self.release()

    def __repr__(self):
        return f"<{'locked' if self._held else 'unlocked'} _thread.lock object at {id(self):#x}>"


class RLock(Lock):
    def acquire(self, blocking=True, timeout=-1):
        self._held += 1
        return True

    def release(self):
        if not self._held:
            raise RuntimeError("cannot release un-acquired lock")
        self._held -= 1

    __enter__ = acquire


class Condition:
    def __init__(self, lock=None):
        self._lock = RLock() if lock is None else lock
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def wait(self, timeout=None):
        if timeout is None:
            raise RuntimeError("deadlock: waiting for a notification that no other thread can give")
        return False

    def wait_for(self, predicate, timeout=None):
        result = predicate()
        return result if result else self.wait(timeout)

    def notify(self, n=1):
        pass

    def notify_all(self):
        pass


class Semaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._value = value

    def acquire(self, blocking=True, timeout=None):
        if not self._value:
            if blocking and timeout is None:
                raise RuntimeError("deadlock: no other thread can release the semaphore")
            return False
        self._value -= 1
        return True

    def release(self, n=1):
        self._value += n

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *args):
        self.release()


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        super().__init__(value)
        self._initial = value

    def release(self, n=1):
        if self._value + n > self._initial:
            raise ValueError("Semaphore released too many times")
        super().release(n)


class Event:
    def __init__(self):
        self._flag = False

    def is_set(self):
        return self._flag

    isSet = is_set

    def set(self):
        self._flag = True

    def clear(self):
        self._flag = False

    def wait(self, timeout=None):
        if not self._flag and timeout is None:
            raise RuntimeError("deadlock: no other thread can set the event")
        return self._flag


class BrokenBarrierError(RuntimeError):
    pass


class Barrier:
    def __init__(self, parties, action=None, timeout=None):
        self.parties = parties
        self.n_waiting = 0
        self.broken = False

    def wait(self, timeout=None):
        if self.parties > 1:
            raise BrokenBarrierError
        return 0


class local:
    """Attributes of the one thread there is."""


_count = 0


class Thread:
    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None, context=None):
        global _count
        if group is not None:
            raise AssertionError("group argument must be None for now")
        if name is None:
            _count += 1
            name = f"Thread-{_count}"
            if target is not None and hasattr(target, "__name__"):
                name += f" ({target.__name__})"
        self._target, self.name, self._args, self._kwargs = target, str(name), args, kwargs or {}
        self.daemon = bool(daemon)
        self._state = "initial"
        self.ident = self.native_id = None

    def start(self):
        if self._state != "initial":
            raise RuntimeError("threads can only be started once")
        global _current
        before, _current = _current, self
        self._state = "started"
        self.ident = self.native_id = 1
        try:
            self.run()
        except SystemExit:
            pass
        except Exception as e:
            import sys
            excepthook(ExceptHookArgs((type(e), e, e.__traceback__, self)))
        finally:
            self._state = "stopped"
            _current = before

    def run(self):
        if self._target is not None:
            self._target(*self._args, **self._kwargs)

    def join(self, timeout=None):
        if self._state == "initial":
            raise RuntimeError("cannot join thread before it is started")

    def is_alive(self):
        return self._state == "started"

    def getName(self):
        return self.name

    def setName(self, name):
        self.name = name

    def isDaemon(self):
        return self.daemon

    def setDaemon(self, daemonic):
        self.daemon = daemonic

    def __repr__(self):
        return f"<{self.__class__.__name__}({self.name}, {self._state}{' daemon' if self.daemon else ''} {self.ident})>"


class Timer(Thread):
    """Never fires by itself: the clock stands still."""

    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__(target=function, args=args or (), kwargs=kwargs)
        self.interval, self.function = interval, function
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def start(self):
        self._state = "started"


class _MainThread(Thread):
    def __init__(self):
        super().__init__(name="MainThread", daemon=False)
        self._state = "started"
        self.ident = self.native_id = 1


_main = _current = _MainThread()


class ExceptHookArgs(tuple):
    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    thread = property(lambda self: self[3])


def excepthook(args, /):
    import sys
    import traceback
    sys.stderr.write(f"Exception in thread {args.thread.name}:\n")
    traceback.print_exception(args.exc_value)


def current_thread():
    return _current


currentThread = current_thread


def main_thread():
    return _main


def enumerate():
    return [_main]


def active_count():
    return 1


activeCount = active_count


def get_ident():
    return 1


get_native_id = get_ident


def stack_size(size=0):
    return 0


def settrace(func):
    pass


setprofile = settrace


def gettrace():
    return None


getprofile = gettrace
