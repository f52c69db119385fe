"""Imports by name."""

import sys
import types


def import_module(name, package=None):
    level = 0
    if name.startswith("."):
        if not package:
            raise TypeError(f"the 'package' argument is required to perform a relative import for {name!r}")
        while level < len(name) and name[level] == ".":
            level += 1
        base = package.rsplit(".", level - 1)[0] if level > 1 else package
        if level > 1 and package.count(".") < level - 1:
            raise ImportError("attempted relative import beyond top-level package")
        name = f"{base}.{name[level:]}" if name[level:] else base
    __import__(name)
    return sys.modules[name]


def reload(module):
    return module


def invalidate_caches():
    pass


__import__ = __import__
