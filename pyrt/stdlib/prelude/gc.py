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
