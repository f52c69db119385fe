import logging as _logging


class KeywordArgumentAdapter(_logging.LoggerAdapter):
    def trace(self, msg, *args, **kw):
        return None

    def warn(self, msg, *args, **kw):
        self.warning(msg, *args, **kw)


def getLogger(name=None, project="unknown", version="unknown"):
    return KeywordArgumentAdapter(_logging.getLogger(name), {"project": project, "version": version})


def register_options(conf):
    return None


def setup(conf, product_name, version="unknown", *args, **kw):
    return None


def set_defaults(*args, **kw):
    return None
