# @public and public(name=value): what a module exports.

import sys


def public(thing=None, **values):
    module = sys._getframe(1).f_globals
    exported = module.setdefault("__all__", [])
    if thing is not None:
        exported.append(thing.__name__)
        return thing
    for name, value in values.items():
        module[name] = value
        exported.append(name)
    return next(iter(values.values()), None)


def private(thing):
    return thing


def install():
    return None
