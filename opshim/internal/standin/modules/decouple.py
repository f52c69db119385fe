# Settings from the environment, else the default that the call gives.

import os as _os


class UndefinedValueError(Exception):
    pass


class _Undefined:
    pass


undefined = _Undefined()


def _boolean(value):
    lowered = str(value).lower()
    if lowered in ("y", "yes", "t", "true", "on", "1"):
        return True
    if lowered in ("n", "no", "f", "false", "off", "0", ""):
        return False
    raise ValueError("Not a boolean: %s" % value)


class Csv:
    def __init__(self, cast=str, delimiter=",", strip=" ", post_process=list):
        self.cast, self.delimiter, self.strip, self.post_process = cast, delimiter, strip, post_process

    def __call__(self, value):
        return self.post_process(self.cast(part.strip(self.strip)) for part in value.split(self.delimiter) if part.strip(self.strip))


def config(option, default=undefined, cast=undefined):
    if option in _os.environ:
        value = _os.environ[option]
    elif isinstance(default, _Undefined):
        return _missing("config")(option)
    else:
        value = default
    if isinstance(cast, _Undefined):
        return value
    return _boolean(value) if cast is bool else cast(value)


class Config:
    def __init__(self, repository=None):
        self.repository = repository

    def __call__(self, *args, **kw):
        return config(*args, **kw)

    get = __call__


AutoConfig = Config
RepositoryEnv = RepositoryIni = RepositoryEmpty = lambda *a, **kw: None
