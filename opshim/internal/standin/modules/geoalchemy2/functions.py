import sqlalchemy as _sa


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    return getattr(_sa.func, name)
