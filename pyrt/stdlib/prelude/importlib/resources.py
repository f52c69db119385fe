"""Files inside packages."""

import contextlib
import importlib
from pathlib import Path


def files(anchor=None):
    if isinstance(anchor, str):
        anchor = importlib.import_module(anchor)
    return Path(anchor.__file__).parent


@contextlib.contextmanager
def as_file(path):
    yield path


def read_text(anchor, *path_names, encoding="utf-8", errors="strict"):
    return files(anchor).joinpath(*path_names).read_text(encoding, errors)


def read_binary(anchor, *path_names):
    return files(anchor).joinpath(*path_names).read_bytes()


def open_text(anchor, *path_names, encoding="utf-8", errors="strict"):
    return files(anchor).joinpath(*path_names).open("r", -1, encoding, errors)


def open_binary(anchor, *path_names):
    return files(anchor).joinpath(*path_names).open("rb")


def is_resource(anchor, *path_names):
    return files(anchor).joinpath(*path_names).is_file()


def contents(anchor, *path_names):
    return (p.name for p in files(anchor).joinpath(*path_names).iterdir())


@contextlib.contextmanager
def path(anchor, *path_names):
    yield files(anchor).joinpath(*path_names)
