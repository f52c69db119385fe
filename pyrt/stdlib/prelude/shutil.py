"""Files can not be changed."""

class Error(OSError):
    pass


class SameFileError(Error):
    pass


class SpecialFileError(OSError):
    pass


def which(cmd, mode=1, path=None):
    return None


def get_terminal_size(fallback=(80, 24)):
    from os import terminal_size
    return terminal_size(fallback)


def disk_usage(path):
    return (0, 0, 0)


def copyfileobj(fsrc, fdst, length=0):
    fdst.write(fsrc.read())


def ignore_patterns(*patterns):
    import fnmatch

    def ignore(path, names):
        return {n for p in patterns for n in fnmatch.filter(names, p)}
    return ignore


def _refuse(what):
    def f(*args, **kwargs):
        raise PermissionError(1, f"the sandbox does not allow shutil.{what}")
    f.__name__ = f.__qualname__ = what
    return f


for _n in ("copy", "copy2", "copyfile", "copytree", "copymode", "copystat", "move", "rmtree", "make_archive", "unpack_archive", "chown"):
    globals()[_n] = _refuse(_n)
