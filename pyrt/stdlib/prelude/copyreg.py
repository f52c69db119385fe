"""A register of how objects are taken apart for pickling and copying, and of short codes for their classes."""

__all__ = ["pickle", "constructor", "add_extension", "remove_extension", "clear_extension_cache"]

dispatch_table = {}  # class: the function that takes its objects apart
_codes = {}  # (module, name): code
_holders = {}  # code: (module, name)
_HIGHEST_CODE = (1 << 31) - 1


def _demand_callable(what, candidate):
    if not callable(candidate):
        raise TypeError(what + " must be callable")
    return candidate


def pickle(ob_type, pickle_function, constructor_ob=None):
    """From now on pickle_function takes the objects of ob_type apart."""
    dispatch_table[ob_type] = _demand_callable("reduction functions", pickle_function)
    if constructor_ob is not None:
        constructor(constructor_ob)


def constructor(object):
    """Refuses what can not put an object together."""
    _demand_callable("constructors", object)


# What a reduction of protocol 0 and 1, of protocol 2, and of protocol 4 with keywords begins with.
def _reconstructor(cls, base, state):
    if base is object:
        return base.__new__(cls)
    made = base.__new__(cls, state)
    if base.__init__ is not object.__init__:
        base.__init__(made, state)
    return made


def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def __newobj_ex__(cls, positional, named):
    return cls.__new__(cls, *positional, **named)


def add_extension(module, name, code):
    """Lets code stand for a class; asking again for the same is allowed."""
    key, code = (module, name), int(code)
    if code not in range(1, _HIGHEST_CODE + 1):
        raise ValueError("code out of range")
    known, holder = _codes.get(key), _holders.get(code)
    if known is holder is None:
        _codes[key], _holders[code] = code, key
    elif known != code:
        raise ValueError(f"key {key} is already registered with code {known}" if known is not None else f"code {code} is already in use for key {holder}")


def remove_extension(module, name, code):
    """Takes back what add_extension did."""
    key = module, name
    if _codes.get(key) != code or _holders.get(code) != key:
        raise ValueError(f"key {key} is not registered with code {code}")
    del _codes[key], _holders[code]


def clear_extension_cache():
    """Nothing is kept that would have to be cleared."""
