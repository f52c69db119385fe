# An application that nobody starts: it can be made and configured; what it would
# answer to a request is not here. current_app is the application whose context
# was pushed, else whatever the migration tool would have pushed: its settings are
# not known.

import logging as _logging

from flask.config import Config

_pushed = []


class _Context:
    def __init__(self, app):
        self.app = app

    def push(self):
        _pushed.append(self.app)

    def pop(self, *exc):
        if _pushed:
            _pushed.pop()

    def __enter__(self):
        self.push()
        return self

    def __exit__(self, *exc):
        self.pop()


class Flask:
    def __init__(self, import_name, *args, **kw):
        self.import_name = self.name = import_name
        self.config = Config(".", {"DEBUG": False, "TESTING": False, "SECRET_KEY": None})
        self.extensions = {}
        self.blueprints = {}
        self.logger = _logging.getLogger(import_name)
        self.root_path = self.instance_path = "."

    def app_context(self):
        return _Context(self)

    def test_request_context(self, *args, **kw):
        return _Context(self)

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(_missing("Flask"), name)


class _Settings:
    # The settings of an application that nobody started. Its databases are known by
    # name all the same: each revision has functions for them.
    def __init__(self, names):
        self._names, self._others = names, _missing("current_app").config

    def __getitem__(self, name):
        if name == "SQLALCHEMY_BINDS":
            return {bind: self._others[bind] for bind in self._names}
        return self._others[name]

    def get(self, name, default=None):
        return self[name] if name == "SQLALCHEMY_BINDS" else self._others.get(name, default)

    def __contains__(self, name):
        return name == "SQLALCHEMY_BINDS" or name in self._others

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self._others, name)


class _CurrentApp:
    def _get_current_object(self):
        return _pushed[-1] if _pushed else _missing("current_app")

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        if name == "config" and not _pushed:
            names = _databases()
            if names:
                return _Settings(names)
        return getattr(self._get_current_object(), name)

    def __bool__(self):
        return bool(_pushed)


current_app = _CurrentApp()


def has_app_context():
    return bool(_pushed)
