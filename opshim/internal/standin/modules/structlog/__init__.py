class _Logger:
    def _quiet(self, *args, **kw):
        return None

    debug = info = warning = warn = error = critical = exception = log = msg = _quiet

    def bind(self, **kw):
        return self

    new = unbind = try_unbind = bind


def get_logger(*args, **kw):
    return _Logger()


getLogger = get_logger


def configure(*args, **kw):
    return None
