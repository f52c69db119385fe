"""Threads that run in turn: one goes on until it waits for something, then another.

start() runs a new thread up to that point. Time passes only when all of them wait for it.
"""

import _strand
from _time import monotonic as _monotonic

__all__ = ["get_ident", "active_count", "Condition", "current_thread", "enumerate", "main_thread", "TIMEOUT_MAX", "Event", "Lock", "RLock",
           "Semaphore", "BoundedSemaphore", "Thread", "Barrier", "BrokenBarrierError", "Timer", "ThreadError", "setprofile", "settrace",
           "local", "stack_size", "excepthook", "ExceptHookArgs", "getprofile", "gettrace", "get_native_id", "setprofile_all_threads",
           "settrace_all_threads"]

TIMEOUT_MAX = 9223372036.0
ThreadError = RuntimeError
_alive = []  # threads that were started and have not ended, in that order


def _wait(ready, timeout=None):
    """Lets the others go on until ready() holds; tells whether it does when the time is over."""
    if ready():
        return True
    if timeout is not None and timeout <= 0:
        return False
    me = _state["current"]
    me._ready = ready
    me._deadline = None if timeout is None else _monotonic() + timeout
    try:
        if me._strand is None:
            _drive(me)
        else:
            _strand.rest()
    finally:
        me._ready = me._deadline = None
    return bool(ready())


def _sleep(seconds):
    if seconds > 0:
        _wait(lambda: False, seconds)


def _due(thread):
    if thread._deadline is not None and _monotonic() >= thread._deadline - 1e-7:
        return True
    return thread._ready is None or thread._ready()


def _drive(me):
    """Resumes the other threads until the main one may go on."""
    while True:
        moved = False
        for thread in list(_alive):
            if thread._strand is not None and thread._begun and not thread._over and _due(thread):
                _resume(thread)
                moved = True
                if _due(me):
                    return
        if moved:
            continue
        if _due(me):
            return
        waiting = [t._deadline for t in [me, *_alive] if t._deadline is not None]
        if not waiting:
            raise RuntimeError("deadlock: every thread waits for something that no other can do")
        _strand.advance(max(0.0, min(waiting) - _monotonic()))


def _resume(thread):
    before, _state["current"] = _state["current"], thread
    try:
        _strand.resume(thread._strand)
    finally:
        _state["current"] = before


def _shutdown():
    me = _state["current"]
    left = [t for t in _alive if not t.daemon]
    if left:
        _wait(lambda: all(t._over for t in left))


class Lock:
    __module__ = "_thread"

    def __init__(self):
        self._held = False

    def acquire(self, blocking=True, timeout=-1):
        if not blocking and timeout != -1:
            raise ValueError("can't specify a timeout for a non-blocking call")
        if timeout < 0 and timeout != -1:
            raise ValueError("timeout value must be a non-negative number")
        if self._held and (not blocking or not _wait(lambda: not self._held, None if timeout == -1 else timeout)):
            return False
        self._held = True
        return True

    acquire_lock = acquire

    def release(self):
        if not self._held:
            raise RuntimeError("release unlocked lock")
        self._held = False

    release_lock = release

    def locked(self):
        return self._held

    locked_lock = locked

    def __enter__(self):
        self.acquire()
        return True

    def __exit__(self, *exc_info):
        self.release()

    def __repr__(self):
        return f"<{'locked' if self._held else 'unlocked'} _thread.lock object at {id(self):#x}>"


class RLock:
    __module__ = "_thread"

    def __init__(self):
        self._owner, self._count = None, 0

    def acquire(self, blocking=True, timeout=-1):
        me = _state["current"]
        if self._owner is not None and self._owner is not me:
            if not blocking or not _wait(lambda: self._owner is None, None if timeout == -1 else timeout):
                return False
        self._owner = me
        self._count += 1
        return True

    def release(self):
        if self._owner is not _state["current"]:
            raise RuntimeError("cannot release un-acquired lock")
        self._count -= 1
        if not self._count:
            self._owner = None

    def locked(self):
        return self._owner is not None

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exc_info):
        self.release()

    def _is_owned(self):
        return self._owner is _state["current"]

    def _release_save(self):
        saved, self._owner, self._count = (self._owner, self._count), None, 0
        return saved

    def _acquire_restore(self, saved):
        self.acquire()
        self._owner, self._count = saved

    def __repr__(self):
        owner = 0 if self._owner is None else self._owner.ident
        return f"<{'unlocked' if self._owner is None else 'locked'} _thread.RLock object owner={owner} count={self._count} at {id(self):#x}>"


class Condition:
    def __init__(self, lock=None):
        self._lock = RLock() if lock is None else lock
        self.acquire, self.release, self._waiters = self._lock.acquire, self._lock.release, []

    def locked(self):
        return self._lock.locked()

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __repr__(self):
        return f"<Condition({self._lock}, {len(self._waiters)})>"

    def _is_owned(self):
        return self._lock._is_owned() if hasattr(self._lock, "_is_owned") else self._lock.locked()

    def wait(self, timeout=None):
        if not self._is_owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        mark = [False]
        self._waiters.append(mark)
        if hasattr(self._lock, "_release_save"):
            saved, restore = self._lock._release_save(), self._lock._acquire_restore
        else:
            saved, restore = self._lock.release(), lambda _: self._lock.acquire()
        try:
            return _wait(lambda: mark[0], timeout)
        finally:
            restore(saved)
            if mark in self._waiters:
                self._waiters = [m for m in self._waiters if m is not mark]

    def wait_for(self, predicate, timeout=None):
        end = None if timeout is None else _monotonic() + timeout
        result = predicate()
        while not result:
            left = None if end is None else end - _monotonic()
            if left is not None and left <= 0:
                break
            self.wait(left)
            result = predicate()
        return result

    def notify(self, n=1):
        if not self._is_owned():
            raise RuntimeError("cannot notify on un-acquired lock")
        for mark in self._waiters[:n]:
            mark[0] = True
        del self._waiters[:n]

    def notify_all(self):
        self.notify(len(self._waiters))

    notifyAll = notify_all


class Semaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._value = value

    def __repr__(self):
        return f"<{type(self).__module__}.{type(self).__qualname__} at {id(self):#x}: value={self._value}>"

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        if not self._value and (not blocking or not _wait(lambda: self._value > 0, timeout)):
            return False
        self._value -= 1
        return True

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        self._value += n

    __enter__ = acquire

    def __exit__(self, *args):
        self.release()


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        if self._value + n > self._initial_value:
            raise ValueError("Semaphore released too many times")
        self._value += n


class Event:
    def __init__(self):
        self._flag = False

    def __repr__(self):
        return f"<{type(self).__module__}.{type(self).__qualname__} at {id(self):#x}: {'set' if self._flag else 'unset'}>"

    def is_set(self):
        return self._flag

    isSet = is_set

    def set(self):
        self._flag = True

    def clear(self):
        self._flag = False

    def wait(self, timeout=None):
        return _wait(lambda: self._flag, timeout)


class BrokenBarrierError(RuntimeError):
    pass


class Barrier:
    def __init__(self, parties, action=None, timeout=None):
        if parties < 1:
            raise ValueError("parties must be >= 1")
        self._parties, self._action, self._timeout, self._count, self._round, self._broken = parties, action, timeout, 0, [None], False

    def __repr__(self):
        shown = "broken" if self._broken else f"waiters={self.n_waiting}/{self.parties}"
        return f"<{type(self).__module__}.{type(self).__qualname__} at {id(self):#x}: {shown}>"

    parties = property(lambda self: self._parties)
    n_waiting = property(lambda self: self._count)
    broken = property(lambda self: self._broken)

    def wait(self, timeout=None):
        if self._broken:
            raise BrokenBarrierError
        index, here = self._count, self._round
        self._count += 1
        if self._count == self._parties:
            try:
                if self._action:
                    self._action()
            except:
                self.abort()
                raise
            here[0], self._count, self._round = "full", 0, [None]
            return index
        if not _wait(lambda: here[0] is not None, self._timeout if timeout is None else timeout):
            self.abort()
        if here[0] != "full":
            raise BrokenBarrierError
        return index

    def reset(self):
        self._round[0], self._count, self._round, self._broken = "reset", 0, [None], False

    def abort(self):
        self._broken, self._count = True, 0
        self._round[0] = "broken"


class local:
    """Attributes of each thread."""

    def __new__(cls, /, *args, **kwargs):
        self = object.__new__(cls)
        object.__setattr__(self, "_local", ({}, args, kwargs))
        return self

    def _space(self):
        spaces, args, kwargs = object.__getattribute__(self, "_local")
        me = _state["current"]
        if me not in spaces:
            spaces[me] = {}
            if type(self).__init__ is not object.__init__ and len(spaces) > 1:
                type(self).__init__(self, *args, **kwargs)
        return spaces[me]

    def __getattribute__(self, name):
        space = local._space(self)
        if name == "__dict__":
            return space
        if name in space:
            return space[name]
        return object.__getattribute__(self, name)

    def __setattr__(self, name, value):
        local._space(self)[name] = value

    def __delattr__(self, name):
        space = local._space(self)
        if name not in space:
            raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")
        del space[name]


class Thread:
    _strand = _ready = _deadline = None
    _begun = _over = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None, context=None):
        if group is not None:
            raise AssertionError("group argument must be None for now")
        if name is None:
            _state["count"] += 1
            name = f"Thread-{_state['count']}"
            if target is not None and hasattr(target, "__name__"):
                name += f" ({target.__name__})"
        self._target, self._name, self._args, self._kwargs = target, str(name), args, {} if kwargs is None else kwargs
        self._daemonic = _state["current"].daemon if daemon is None else bool(daemon)
        self._ident = None

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        self._name = str(name)

    @property
    def ident(self):
        return self._ident

    native_id = ident

    @property
    def daemon(self):
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if self._begun:
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemonic = daemonic

    def start(self):
        if self._begun:
            raise RuntimeError("threads can only be started once")
        self._begun = True
        _state["idents"] += 1
        self._ident = 140000000000000 + _state["idents"] * 4096
        self._strand = _strand.new(self._bootstrap)
        _alive.append(self)
        _resume(self)

    def _bootstrap(self):
        try:
            self.run()
        except BaseException as e:
            excepthook(ExceptHookArgs((type(e), e, e.__traceback__, self)))
        finally:
            self._over = True
            _alive.remove(self)

    def run(self):
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            del self._target, self._args, self._kwargs

    def join(self, timeout=None):
        if not self._begun:
            raise RuntimeError("cannot join thread before it is started")
        if self is _state["current"]:
            raise RuntimeError("cannot join current thread")
        _wait(lambda: self._over, timeout)

    def is_alive(self):
        return self._begun and not self._over

    def getName(self):
        return self.name

    def setName(self, name):
        self.name = name

    def isDaemon(self):
        return self.daemon

    def setDaemon(self, daemonic):
        self.daemon = daemonic

    def __repr__(self):
        state = "stopped" if self._over else "started" if self._begun else "initial"
        return f"<{self.__class__.__name__}({self._name}, {state}{' daemon' if self._daemonic else ''}{'' if self._ident is None else f' {self._ident}'})>"


class Timer(Thread):
    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self.interval, self.function, self.args, self.kwargs = interval, function, args or [], kwargs or {}
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class _MainThread(Thread):
    _begun = True
    _name, _daemonic, _ident = "MainThread", False, 140000000000000

    def __init__(self):
        pass


_main = _MainThread()
_state = {"current": _main, "count": 0, "idents": 0}


class ExceptHookArgs(tuple):
    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    thread = property(lambda self: self[3])


def excepthook(args, /):
    if args.exc_type is SystemExit:
        return
    import sys
    import traceback
    sys.stderr.write(f"Exception in thread {args.thread.name}:\n")
    traceback.print_exception(args.exc_value)


__excepthook__ = excepthook


def current_thread():
    return _state["current"]


currentThread = current_thread


def main_thread():
    return _main


def enumerate():
    return [_main, *_alive]


def active_count():
    return 1 + len(_alive)


activeCount = active_count


def get_ident():
    return _state["current"].ident


get_native_id = get_ident


def stack_size(size=0, /):
    return 0


def settrace(func):
    pass


setprofile = settrace_all_threads = setprofile_all_threads = settrace


def gettrace():
    return None


getprofile = gettrace
