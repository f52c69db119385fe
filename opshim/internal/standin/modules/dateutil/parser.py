# What is written as ISO 8601 says; other spellings need the package itself.

import datetime as _datetime


class ParserError(ValueError):
    pass


def isoparse(text):
    return _datetime.datetime.fromisoformat(text)


def parse(timestr, *args, **kw):
    try:
        return _datetime.datetime.fromisoformat(timestr)
    except ValueError:
        return _missing("parse")(timestr)
