"""Paths."""

import _io

curdir, pardir, extsep, sep, pathsep, defpath, altsep, devnull = ".", "..", ".", "/", ":", "/bin:/usr/bin", None, "/dev/null"
supports_unicode_filenames = True


def _fs(p):
    if isinstance(p, (str, bytes)):
        return p
    cls = type(p)
    if hasattr(cls, "__fspath__"):
        out = cls.__fspath__(p)
        if not isinstance(out, (str, bytes)):
            raise TypeError(f"expected {cls.__name__}.__fspath__() to return str or bytes, not {type(out).__name__}")
        return out
    raise TypeError(f"expected str, bytes or os.PathLike object, not {type(p).__name__}")


def join(a, /, *p):
    path = _fs(a)
    for b in map(_fs, p):
        if b.startswith("/") or not path:
            path = b
        elif path.endswith("/"):
            path += b
        else:
            path += "/" + b
    return path


def split(p):
    p = _fs(p)
    i = p.rfind("/") + 1
    head, tail = p[:i], p[i:]
    if head and head != "/" * len(head):
        head = head.rstrip("/")
    return head, tail


def basename(p):
    return split(p)[1]


def dirname(p):
    return split(p)[0]


def splitext(p):
    p = _fs(p)
    slash, dot = p.rfind("/"), p.rfind(".")
    if dot > slash:
        i = slash + 1
        while i < dot:
            if p[i] != ".":
                return p[:dot], p[dot:]
            i += 1
    return p, p[:0]


def splitdrive(p):
    p = _fs(p)
    return p[:0], p


def splitroot(p):
    p = _fs(p)
    if not p.startswith("/"):
        return "", "", p
    if p[1:2] != "/" or p[2:3] == "/":
        return "", "/", p[1:]
    return "", p[:2], p[2:]


def isabs(s):
    return _fs(s).startswith("/")


def normcase(s):
    return _fs(s)


def normpath(path):
    path = _fs(path)
    if not path:
        return "."
    slashes = 2 if path.startswith("//") and not path.startswith("///") else 1 if path.startswith("/") else 0
    out = []
    for c in path.split("/"):
        if c in ("", "."):
            continue
        if c != ".." or not slashes and not out or out and out[-1] == "..":
            out.append(c)
        elif out:
            out.pop()
    return "/" * slashes + "/".join(out) or "."


def abspath(path):
    path = _fs(path)
    return normpath(path if path.startswith("/") else join("/", path))


realpath = lambda filename, *, strict=False: abspath(filename)


def relpath(path, start=None):
    if not path:
        raise ValueError("no path specified")
    a = [x for x in abspath(start or ".").split("/") if x]
    b = [x for x in abspath(path).split("/") if x]
    n = 0
    while n < len(a) and n < len(b) and a[n] == b[n]:
        n += 1
    return join(*([".."] * (len(a) - n) + b[n:])) if [".."] * (len(a) - n) + b[n:] else "."


def commonprefix(m):
    if not m:
        return ""
    a, b = min(m), max(m)
    for i, c in enumerate(a):
        if i >= len(b) or c != b[i]:
            return a[:i]
    return a


def commonpath(paths):
    paths = [_fs(p) for p in paths]
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    if len({p.startswith("/") for p in paths}) > 1:
        raise ValueError("Can't mix absolute and relative paths")
    parts = [[c for c in p.split("/") if c and c != "."] for p in paths]
    return ("/" if paths[0].startswith("/") else "") + "/".join(commonprefix(parts))


def exists(path):
    return _io.stat(_fs(path)) is not None


lexists = exists


def isfile(path):
    s = _io.stat(_fs(path))
    return s is not None and not s[0]


def isdir(s):
    st = _io.stat(_fs(s))
    return st is not None and st[0]


def islink(path):
    return False


ismount = islink


def getsize(filename):
    s = _io.stat(_fs(filename))
    if s is None:
        raise FileNotFoundError(2, "No such file or directory", filename)
    return s[1]


def getmtime(filename):
    getsize(filename)
    return 0.0


getctime = getatime = getmtime


def samefile(a, b):
    return abspath(a) == abspath(b)


def expanduser(path):
    return _fs(path)


def expandvars(path):
    import os
    import re
    return re.sub(r"\$(\w+|\{[^}]*\})", lambda m: os.environ.get(m[1].strip("{}"), m[0]), _fs(path))
