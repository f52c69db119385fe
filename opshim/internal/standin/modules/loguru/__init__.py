# A logger whose output nobody reads.


class _Logger:
    def _quiet(self, *args, **kw):
        return None

    trace = debug = info = success = warning = error = critical = exception = log = _quiet
    add = remove = complete = configure = disable = enable = level = _quiet

    def opt(self, *args, **kw):
        return self

    bind = patch = opt

    def contextualize(self, **kw):
        return self

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        return None

    def catch(self, function=None, *args, **kw):
        if callable(function) and not isinstance(function, type):
            return function
        return _Catcher()


class _Catcher:
    def __call__(self, function):
        return function

    def __enter__(self):
        return None

    def __exit__(self, *exc):
        return None


logger = _Logger()
