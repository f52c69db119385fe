"""Logging configuration: accepted, and applied as far as levels go."""

import logging


def fileConfig(fname, defaults=None, disable_existing_loggers=True, encoding=None):
    """What a program logs is shown under -v anyway; the file's handlers are not needed."""


def dictConfig(config):
    for name, spec in config.get("loggers", {}).items():
        if "level" in spec:
            logging.getLogger(name).setLevel(spec["level"])
    if "level" in config.get("root", {}):
        logging.getLogger().setLevel(config["root"]["level"])


def listen(port=9030, verify=None):
    raise PermissionError("logging.config.listen: the sandbox opens no sockets")


def stopListening():
    pass
