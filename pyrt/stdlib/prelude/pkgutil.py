"""Packages and their modules."""

import importlib
import os
from collections import namedtuple

ModuleInfo = namedtuple("ModuleInfo", "module_finder name ispkg")


def iter_modules(path=None, prefix=""):
    seen = set()
    for p in path or ():
        try:
            names = os.listdir(p)
        except OSError:
            continue
        for n in sorted(names):
            full = os.path.join(p, n)
            if n.endswith(".py") and n != "__init__.py":
                name, pkg = n[:-3], False
            elif os.path.isfile(os.path.join(full, "__init__.py")):
                name, pkg = n, True
            else:
                continue
            if name not in seen and name.isidentifier():
                seen.add(name)
                yield ModuleInfo(None, prefix + name, pkg)


def walk_packages(path=None, prefix="", onerror=None):
    for info in iter_modules(path, prefix):
        yield info
        if info.ispkg:
            try:
                m = importlib.import_module(info.name)
            except ImportError:
                if onerror is not None:
                    onerror(info.name)
            except Exception:
                if onerror is None:
                    raise
                onerror(info.name)
            else:
                yield from walk_packages(list(getattr(m, "__path__", ())), info.name + ".", onerror)


def get_data(package, resource):
    m = importlib.import_module(package)
    return open(os.path.join(os.path.dirname(m.__file__), resource), "rb").read()


def extend_path(path, name):
    return path


def resolve_name(name):
    module, colon, attrs = name.partition(":")
    if colon:
        obj = importlib.import_module(module)
        for a in attrs.split(".") if attrs else ():
            obj = getattr(obj, a)
        return obj
    parts = name.split(".")
    obj = importlib.import_module(parts[0])
    for i, p in enumerate(parts[1:], 2):
        try:
            obj = importlib.import_module(".".join(parts[:i]))
        except ImportError:
            obj = getattr(obj, p)
    return obj
