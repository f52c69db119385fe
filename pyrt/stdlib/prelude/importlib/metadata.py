"""Installed distributions: none."""


class PackageNotFoundError(ModuleNotFoundError):
    def __str__(self):
        return f"No package metadata was found for {self.args[0]}"


def distribution(distribution_name):
    raise PackageNotFoundError(distribution_name)


metadata = version = files = requires = distribution


def distributions(**kwargs):
    return iter(())


class EntryPoints(tuple):
    def select(self, **params):
        return self

    names = groups = frozenset()


def entry_points(**params):
    return EntryPoints()


def packages_distributions():
    return {}
