"""Import machinery, by name."""

from importlib.util import ModuleSpec


class SourceFileLoader:
    def __init__(self, fullname, path):
        self.name, self.path = fullname, path


SOURCE_SUFFIXES = [".py"]
EXTENSION_SUFFIXES = []
BYTECODE_SUFFIXES = [".pyc"]
