# JSON whose changes are noticed: the same column types.

from sqlalchemy import JSON as _JSON


def mutable_json_type(dbtype=_JSON, nested=False):
    return dbtype() if isinstance(dbtype, type) else dbtype


MutableJson = mutable_json_type()
NestedMutableJson = mutable_json_type(nested=True)
