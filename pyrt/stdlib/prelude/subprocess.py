"""Processes: none in the sandbox."""

PIPE, STDOUT, DEVNULL = -1, -2, -3


class SubprocessError(Exception):
    pass


class CalledProcessError(SubprocessError):
    def __init__(self, returncode, cmd, output=None, stderr=None):
        self.returncode, self.cmd, self.output, self.stdout, self.stderr = returncode, cmd, output, output, stderr

    def __str__(self):
        return "Command '%s' returned non-zero exit status %d." % (self.cmd, self.returncode)


class TimeoutExpired(SubprocessError):
    pass


class CompletedProcess:
    def __init__(self, args, returncode, stdout=None, stderr=None):
        self.args, self.returncode, self.stdout, self.stderr = args, returncode, stdout, stderr


def list2cmdline(seq):
    import shlex
    return shlex.join(seq)


def _refuse(what):
    def f(*args, **kwargs):
        raise PermissionError(1, f"the sandbox does not allow subprocess.{what}")
    f.__name__ = f.__qualname__ = what
    return f


class Popen:
    def __init__(self, *args, **kwargs):
        raise PermissionError(1, "the sandbox does not allow subprocess.Popen")


for _n in ("run", "call", "check_call", "check_output", "getoutput", "getstatusoutput"):
    globals()[_n] = _refuse(_n)
