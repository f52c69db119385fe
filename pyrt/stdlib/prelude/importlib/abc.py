"""Abstract base classes of the import system."""

from abc import ABC


class Loader(ABC):
    pass


class MetaPathFinder(ABC):
    pass


class PathEntryFinder(ABC):
    pass
