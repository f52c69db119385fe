"""Temporary files: none in the sandbox."""

import io

tempdir = "/tmp"


def gettempdir():
    return "/tmp"


def gettempprefix():
    return "tmp"


class SpooledTemporaryFile(io.BytesIO):
    def __init__(self, max_size=0, mode="w+b", **kwargs):
        super().__init__()


def _refuse(what):
    def f(*args, **kwargs):
        raise PermissionError(1, f"the sandbox does not allow tempfile.{what}")
    f.__name__ = f.__qualname__ = what
    return f


class TemporaryDirectory:
    def __init__(self, *args, **kwargs):
        raise PermissionError(1, "the sandbox does not allow tempfile.TemporaryDirectory")


for _n in ("NamedTemporaryFile", "TemporaryFile", "mkstemp", "mkdtemp", "mktemp"):
    globals()[_n] = _refuse(_n)
