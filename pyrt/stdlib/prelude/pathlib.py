"""Object-oriented paths; files can be read only."""

import fnmatch
import io
import os
import posixpath
from collections.abc import Sequence

__all__ = ["PurePath", "PurePosixPath", "PureWindowsPath", "Path", "PosixPath", "WindowsPath", "UnsupportedOperation"]


class UnsupportedOperation(NotImplementedError):
    pass


class _Parents(Sequence):
    def __init__(self, path):
        self._paths = []
        p = path
        while p.parent != p:
            p = p.parent
            self._paths.append(p)
        self._kind = type(path).__name__

    def __len__(self):
        return len(self._paths)

    def __getitem__(self, i):
        return tuple(self._paths[i]) if isinstance(i, slice) else self._paths[i]

    def __repr__(self):
        return f"<{self._kind}.parents>"


@os.PathLike.register
class PurePath:
    parser = posixpath

    def __new__(cls, *args, **kwargs):
        if cls is PurePath:
            cls = PurePosixPath
        elif cls is Path:
            cls = PosixPath
        return object.__new__(cls)

    def __init__(self, *args):
        parts = []
        for a in args:
            a = a._raw() if isinstance(a, PurePath) else os.fspath(a)
            if not isinstance(a, str):
                raise TypeError(f"argument should be a str or an os.PathLike object where __fspath__ returns a str, not {type(a).__name__!r}")
            parts.append(a)
        self._set(posixpath.join(*parts) if parts else "")

    def _set(self, text):
        _, self._root, rel = posixpath.splitroot(text)
        self._tail = [p for p in rel.split("/") if p and p != "."]

    def _raw(self):
        return str(self)

    def _new(self, root, tail):
        p = type(self)()
        p._root, p._tail = root, list(tail)
        return p

    def with_segments(self, *pathsegments):
        return type(self)(*pathsegments)

    def __str__(self):
        return self._root + "/".join(self._tail) or "."

    def __fspath__(self):
        return str(self)

    def __repr__(self):
        return f"{type(self).__name__}({self.as_posix()!r})"

    def __bytes__(self):
        return os.fsencode(self)

    def as_posix(self):
        return str(self)

    def _key(self):
        return (self._root, tuple(self._tail))

    def __hash__(self):
        return hash(self._key())

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, PurePath) else NotImplemented

    def __lt__(self, other):
        return self._key() < other._key() if isinstance(other, PurePath) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if isinstance(other, PurePath) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if isinstance(other, PurePath) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if isinstance(other, PurePath) else NotImplemented

    def __truediv__(self, key):
        try:
            return self.joinpath(key)
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, key):
        try:
            return type(self)(key, self)
        except TypeError:
            return NotImplemented

    def joinpath(self, *args):
        return type(self)(self, *args)

    drive = ""
    root = property(lambda self: self._root)
    anchor = root
    parts = property(lambda self: ((self._root,) if self._root else ()) + tuple(self._tail))
    name = property(lambda self: self._tail[-1] if self._tail else "")
    suffix = property(lambda self: posixpath.splitext(self.name)[1])
    stem = property(lambda self: posixpath.splitext(self.name)[0])
    parents = property(_Parents)

    @property
    def suffixes(self):
        name = self.name.lstrip(".")
        return ["." + s for s in name.split(".")[1:]]

    @property
    def parent(self):
        return self._new(self._root, self._tail[:-1]) if self._tail else self

    def with_name(self, name):
        if not self.name:
            raise ValueError(f"{self!r} has an empty name")
        if not name or "/" in name or name == ".":
            raise ValueError(f"Invalid name {name!r}")
        return self._new(self._root, self._tail[:-1] + [name])

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        if suffix and (not suffix.startswith(".") or suffix == "." or "/" in suffix):
            raise ValueError(f"Invalid suffix {suffix!r}")
        if not self.name:
            raise ValueError(f"{self!r} has an empty name")
        return self.with_name(self.stem + suffix)

    def is_absolute(self):
        return bool(self._root)

    def is_reserved(self):
        return False

    def relative_to(self, other, *, walk_up=False):
        other = type(self)(other)
        n = len(other._tail)
        if self._root == other._root and self._tail[:n] == other._tail:
            return self._new("", self._tail[n:])
        if walk_up and self._root == other._root:
            k = 0
            while k < min(n, len(self._tail)) and self._tail[k] == other._tail[k]:
                k += 1
            return self._new("", [".."] * (n - k) + self._tail[k:])
        raise ValueError(f"{str(self)!r} is not in the subpath of {str(other)!r}")

    def is_relative_to(self, other):
        other = type(self)(other)
        return self._root == other._root and self._tail[:len(other._tail)] == other._tail

    def match(self, path_pattern, *, case_sensitive=None):
        pattern = type(self)(path_pattern)
        if not pattern._tail:
            raise ValueError("empty pattern")
        if pattern._root and (pattern._root != self._root or len(pattern._tail) != len(self._tail)):
            return False
        if len(pattern._tail) > len(self._tail):
            return False
        return all(fnmatch.fnmatchcase(a, b) for a, b in zip(reversed(self._tail), reversed(pattern._tail)))

    full_match = match

    def as_uri(self):
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        from urllib.parse import quote
        return "file://" + quote(str(self))

    def __reduce__(self):
        return type(self), self.parts


class PurePosixPath(PurePath):
    pass


class PureWindowsPath(PurePath):
    pass


def _refuse(what):
    def f(self, *args, **kwargs):
        raise PermissionError(1, f"the sandbox does not allow Path.{what}", str(self))
    return f


class Path(PurePath):
    @classmethod
    def cwd(cls):
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        return cls("/")

    def exists(self, *, follow_symlinks=True):
        return os.path.exists(str(self))

    def is_file(self, *, follow_symlinks=True):
        return os.path.isfile(str(self))

    def is_dir(self, *, follow_symlinks=True):
        return os.path.isdir(str(self))

    def is_symlink(self):
        return False

    def stat(self, *, follow_symlinks=True):
        return os.stat(str(self))

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        return io.open(self, mode, buffering, encoding, errors, newline)

    def read_text(self, encoding=None, errors=None, newline=None):
        with self.open("r", -1, encoding, errors, newline) as f:
            return f.read()

    def read_bytes(self):
        with self.open("rb") as f:
            return f.read()

    def write_text(self, data, encoding=None, errors=None, newline=None):
        with self.open("w", -1, encoding, errors, newline) as f:
            return f.write(data)

    def write_bytes(self, data):
        with self.open("wb") as f:
            return f.write(data)

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        try:
            if parents:
                os.makedirs(str(self), mode, exist_ok)
            else:
                os.mkdir(str(self), mode)
        except FileExistsError:
            if not exist_ok or not self.is_dir():
                raise

    def iterdir(self):
        for n in os.listdir(str(self)):
            yield self / n

    def glob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        import glob
        for p in sorted(glob.iglob(str(pattern), root_dir=str(self), recursive=True)):
            yield self / p

    def rglob(self, pattern, **kw):
        return self.glob("**/" + str(pattern))

    def walk(self, top_down=True, on_error=None, follow_symlinks=False):
        for top, dirs, files in os.walk(str(self), top_down):
            yield type(self)(top), dirs, files

    def absolute(self):
        return type(self)(os.path.join(os.getcwd(), str(self)))

    def resolve(self, strict=False):
        p = type(self)(os.path.abspath(str(self)))
        if strict and not p.exists():
            raise FileNotFoundError(2, "No such file or directory", str(self))
        return p

    def expanduser(self):
        return self

    def samefile(self, other):
        return self.resolve() == type(self)(other).resolve()

    for _n in ("rmdir", "unlink", "rename", "replace", "touch", "chmod", "symlink_to", "hardlink_to",
               "copy", "move", "copy_into", "move_into"):
        locals()[_n] = _refuse(_n)


class PosixPath(Path, PurePosixPath):
    pass


class WindowsPath(Path, PureWindowsPath):
    pass
