"""A logger with something to add."""

import logging


class LoggerAdapter:
    """A logger that adds the same to all that is logged by it."""

    __module__ = "logging"

    def __init__(self, logger, extra=None, merge_extra=False):
        self.logger, self.extra, self.merge_extra = logger, extra, merge_extra

    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)

    def __repr__(self):
        return f"<{type(self).__name__} {self.logger.name} ({logging.getLevelName(self.logger.getEffectiveLevel())})>"

    def process(self, msg, kwargs):
        """What is logged in place of a message and the keywords of a call."""
        extra = self.extra
        if self.merge_extra and kwargs.get("extra") is not None:
            extra = {**(extra or {}), **kwargs["extra"]}
        kwargs["extra"] = extra
        return msg, kwargs

    def log(self, level, msg, *args, **kwargs):
        if self.logger.isEnabledFor(level):
            msg, kwargs = self.process(msg, kwargs)
            self.logger.log(level, msg, *args, **kwargs)

    def _log(self, level, msg, args, **kwargs):
        self.log(level, msg, *args, **kwargs)

    debug = logging._named_after(logging.DEBUG, "debug", "LoggerAdapter")
    info = logging._named_after(logging.INFO, "info", "LoggerAdapter")
    warning = logging._named_after(logging.WARNING, "warning", "LoggerAdapter")
    error = logging._named_after(logging.ERROR, "error", "LoggerAdapter")
    critical = logging._named_after(logging.CRITICAL, "critical", "LoggerAdapter")

    def exception(self, msg, *args, exc_info=True, **kwargs):
        self.error(msg, *args, exc_info=exc_info, **kwargs)

    def warn(self, msg, *args, **kwargs):
        logging._warn_of_warn("method")
        self.warning(msg, *args, **kwargs)

    def setLevel(self, level):
        self.logger.setLevel(level)

    def isEnabledFor(self, level):
        return self.logger.isEnabledFor(level)

    def getEffectiveLevel(self):
        return self.logger.getEffectiveLevel()

    def hasHandlers(self):
        return self.logger.hasHandlers()

    name = property(lambda self: self.logger.name)
    manager = property(lambda self: self.logger.manager, lambda self, value: setattr(self.logger, "manager", value))
