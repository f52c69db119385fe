import datetime as _datetime
import json as _json
import uuid as _uuid


def to_primitive(value, *args, **kw):
    if isinstance(value, _datetime.datetime):
        return value.strftime("%Y-%m-%dT%H:%M:%S.%f")
    if isinstance(value, _uuid.UUID):
        return str(value)
    if isinstance(value, (set, frozenset, tuple)):
        return list(value)
    if isinstance(value, bytes):
        return value.decode("utf-8")
    raise ValueError("Cannot convert %r to primitive" % (value,))


def dumps(obj, default=to_primitive, **kw):
    return _json.dumps(obj, default=default, **kw)


def dump_as_bytes(obj, default=to_primitive, encoding="utf-8", **kw):
    return dumps(obj, default=default, **kw).encode(encoding)


def loads(s, encoding="utf-8", **kw):
    return _json.loads(s.decode(encoding) if isinstance(s, bytes) else s, **kw)
