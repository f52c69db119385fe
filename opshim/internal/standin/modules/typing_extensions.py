# Everything of typing, whose newest names this package gives to older Pythons.

import typing as _typing
import warnings as _warnings

deprecated = getattr(_warnings, "deprecated", None)


def __getattr__(name):
    return getattr(_typing, name)
