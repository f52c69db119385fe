"""Looking for modules."""

import importlib
import sys


class ModuleSpec:
    def __init__(self, name, loader=None, *, origin=None, is_package=None):
        self.name, self.loader, self.origin = name, loader, origin
        self.submodule_search_locations = [] if is_package else None
        self.parent = name if is_package else name.rpartition(".")[0]
        self.has_location = origin is not None
        self.cached = None

    def __repr__(self):
        return f"ModuleSpec(name={self.name!r}, loader={self.loader!r}, origin={self.origin!r})"


def find_spec(name, package=None):
    if name.startswith("."):
        name = (package or "") + name
    try:
        m = importlib.import_module(name)
    except ModuleNotFoundError:
        return None
    spec = ModuleSpec(name, _Loader(), origin=getattr(m, "__file__", None), is_package=hasattr(m, "__path__"))
    if hasattr(m, "__path__"):
        spec.submodule_search_locations = list(m.__path__)
    return spec


class _Loader:
    def create_module(self, spec):
        return None

    def exec_module(self, module):
        import io
        with io.open(module.__file__) as f:
            exec(compile(f.read(), module.__file__, "exec"), module.__dict__)


def spec_from_file_location(name, location=None, *, loader=None, submodule_search_locations=None):
    return ModuleSpec(name, loader or _Loader(), origin=str(location))


def module_from_spec(spec):
    import types
    m = types.ModuleType(spec.name)
    m.__spec__ = spec
    m.__file__ = spec.origin
    m.__loader__ = spec.loader
    return m


def resolve_name(name, package):
    return name if not name.startswith(".") else package + name


def source_hash(source_bytes):
    return b"\0" * 8


class LazyLoader:
    def __init__(self, loader):
        self.loader = loader
