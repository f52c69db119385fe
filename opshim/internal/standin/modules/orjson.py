import json as _json

JSONDecodeError = _json.JSONDecodeError
OPT_INDENT_2 = 1
OPT_SORT_KEYS = 32
OPT_NON_STR_KEYS = 4
OPT_NAIVE_UTC = 2
OPT_SERIALIZE_NUMPY = 16
OPT_UTC_Z = 128
OPT_APPEND_NEWLINE = 1024


def _other(value):
    import datetime
    import uuid

    if isinstance(value, (datetime.datetime, datetime.date, datetime.time)):
        return value.isoformat()
    if isinstance(value, uuid.UUID):
        return str(value)
    raise TypeError("Type is not JSON serializable: %s" % type(value).__name__)


def loads(text):
    return _json.loads(text)


def dumps(value, default=None, option=None):
    option = option or 0
    text = _json.dumps(value, default=default or _other, ensure_ascii=False, sort_keys=bool(option & OPT_SORT_KEYS),
                       indent=2 if option & OPT_INDENT_2 else None, separators=None if option & OPT_INDENT_2 else (",", ":"))
    return (text + ("\n" if option & OPT_APPEND_NEWLINE else "")).encode()
