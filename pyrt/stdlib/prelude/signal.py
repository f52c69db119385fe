"""The numbers of signals; the sandbox sends and receives none."""

from enum import IntEnum

NSIG = 65
Signals = IntEnum("Signals", [("SIGHUP", 1), ("SIGINT", 2), ("SIGQUIT", 3), ("SIGILL", 4), ("SIGTRAP", 5), ("SIGABRT", 6), ("SIGIOT", 6), ("SIGBUS", 7),
                              ("SIGFPE", 8), ("SIGKILL", 9), ("SIGUSR1", 10), ("SIGSEGV", 11), ("SIGUSR2", 12), ("SIGPIPE", 13), ("SIGALRM", 14),
                              ("SIGTERM", 15), ("SIGSTKFLT", 16), ("SIGCHLD", 17), ("SIGCLD", 17), ("SIGCONT", 18), ("SIGSTOP", 19), ("SIGTSTP", 20),
                              ("SIGTTIN", 21), ("SIGTTOU", 22), ("SIGURG", 23), ("SIGXCPU", 24), ("SIGXFSZ", 25), ("SIGVTALRM", 26), ("SIGPROF", 27),
                              ("SIGWINCH", 28), ("SIGIO", 29), ("SIGPOLL", 29), ("SIGPWR", 30), ("SIGSYS", 31), ("SIGRTMIN", 34), ("SIGRTMAX", 64)],
                  module="signal")
Handlers = IntEnum("Handlers", [("SIG_DFL", 0), ("SIG_IGN", 1)], module="signal")
Sigmasks = IntEnum("Sigmasks", [("SIG_BLOCK", 0), ("SIG_UNBLOCK", 1), ("SIG_SETMASK", 2)], module="signal")
SIG_DFL, SIG_IGN = Handlers.SIG_DFL, Handlers.SIG_IGN
SIG_BLOCK, SIG_UNBLOCK, SIG_SETMASK = Sigmasks
ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF = 0, 1, 2
_names = Signals.__members__
SIGHUP, SIGINT, SIGQUIT, SIGILL, SIGTRAP = Signals.SIGHUP, Signals.SIGINT, Signals.SIGQUIT, Signals.SIGILL, Signals.SIGTRAP
SIGABRT, SIGIOT, SIGBUS, SIGFPE, SIGKILL = Signals.SIGABRT, Signals.SIGABRT, Signals.SIGBUS, Signals.SIGFPE, Signals.SIGKILL
SIGUSR1, SIGSEGV, SIGUSR2, SIGPIPE, SIGALRM = Signals.SIGUSR1, Signals.SIGSEGV, Signals.SIGUSR2, Signals.SIGPIPE, Signals.SIGALRM
SIGTERM, SIGSTKFLT, SIGCHLD, SIGCLD, SIGCONT = Signals.SIGTERM, Signals.SIGSTKFLT, Signals.SIGCHLD, Signals.SIGCHLD, Signals.SIGCONT
SIGSTOP, SIGTSTP, SIGTTIN, SIGTTOU, SIGURG = Signals.SIGSTOP, Signals.SIGTSTP, Signals.SIGTTIN, Signals.SIGTTOU, Signals.SIGURG
SIGXCPU, SIGXFSZ, SIGVTALRM, SIGPROF, SIGWINCH = Signals.SIGXCPU, Signals.SIGXFSZ, Signals.SIGVTALRM, Signals.SIGPROF, Signals.SIGWINCH
SIGIO, SIGPOLL, SIGPWR, SIGSYS = Signals.SIGIO, Signals.SIGIO, Signals.SIGPWR, Signals.SIGSYS
SIGRTMIN, SIGRTMAX = Signals.SIGRTMIN, Signals.SIGRTMAX
ItimerError = OSError
_handlers = {}


def _number(signalnum):
    if not 1 <= signalnum < NSIG:
        raise ValueError("signal number out of range")
    return int(signalnum)


def default_int_handler(signalnum, frame, /):
    raise KeyboardInterrupt


def signal(signalnum, handler):
    """Takes note of a handler, which nothing will call."""
    if not callable(handler) and handler not in (SIG_DFL, SIG_IGN):
        raise TypeError("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object")
    n = _number(signalnum)
    if n in (9, 19):
        raise OSError(22, "Invalid argument")
    before = getsignal(n)
    _handlers[n] = handler
    return before


def getsignal(signalnum):
    n = _number(signalnum)
    return _handlers.get(n, default_int_handler if n == 2 else SIG_IGN if n in (13, 25) else SIG_DFL)


def strsignal(signalnum, /):
    texts = {1: "Hangup", 2: "Interrupt", 3: "Quit", 4: "Illegal instruction", 5: "Trace/breakpoint trap", 6: "Aborted", 7: "Bus error",
             8: "Floating point exception", 9: "Killed", 10: "User defined signal 1", 11: "Segmentation fault", 12: "User defined signal 2",
             13: "Broken pipe", 14: "Alarm clock", 15: "Terminated", 17: "Child exited", 18: "Continued", 19: "Stopped (signal)"}
    return texts.get(_number(signalnum))


def valid_signals():
    return {Signals(n) if n in Signals else n for n in range(1, NSIG) if n not in (32, 33)}


def _refuse(name):
    raise PermissionError(1, f"the sandbox does not allow signal.{name}")


def alarm(seconds, /):
    _refuse("alarm")


def setitimer(which, seconds, interval=0.0, /):
    _refuse("setitimer")


def getitimer(which, /):
    return 0.0, 0.0


def pause():
    _refuse("pause")


def raise_signal(signalnum, /):
    _refuse("raise_signal")


def pthread_kill(thread_id, signalnum, /):
    _refuse("pthread_kill")


def sigwait(sigset, /):
    _refuse("sigwait")


def pthread_sigmask(how, mask, /):
    return set()


def siginterrupt(signalnum, flag, /):
    pass


def set_wakeup_fd(fd, /, *, warn_on_full_buffer=True):
    return -1
