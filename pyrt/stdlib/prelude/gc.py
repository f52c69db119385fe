"""The collector is not ours to steer."""


def collect(generation=2):
    return 0


def enable():
    pass


disable = freeze = unfreeze = enable


def isenabled():
    return True


def get_objects(generation=None):
    return []


def get_count():
    return (0, 0, 0)


def get_threshold():
    return (2000, 10, 0)


def set_threshold(*args):
    pass


def is_tracked(obj):
    return False


callbacks, garbage = [], []

DEBUG_STATS, DEBUG_COLLECTABLE, DEBUG_UNCOLLECTABLE, DEBUG_SAVEALL, DEBUG_LEAK = 1, 2, 4, 32, 38


def get_debug():
    return 0


def set_debug(flags, /):
    pass


def get_freeze_count():
    return 0


def get_referents(*objs):
    return []


def get_stats():
    return [{"collections": 0, "collected": 0, "uncollectable": 0, "candidates": 0, "duration": 0.0} for _ in range(3)]


def is_finalized(obj, /):
    return False
