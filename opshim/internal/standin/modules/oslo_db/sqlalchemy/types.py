import json

from sqlalchemy import Integer, Text
from sqlalchemy.dialects import mysql
from sqlalchemy.types import String as _String
from sqlalchemy.types import TypeDecorator


class JsonEncodedType(TypeDecorator):
    type = None
    impl = Text
    cache_ok = True

    def __init__(self, mysql_as_long=False, mysql_as_medium=False):
        super().__init__()
        if mysql_as_long and mysql_as_medium:
            raise TypeError("mysql_as_long and mysql_as_medium are mutually exclusive")
        if mysql_as_long:
            self.impl = Text().with_variant(mysql.LONGTEXT(), "mysql")
        elif mysql_as_medium:
            self.impl = Text().with_variant(mysql.MEDIUMTEXT(), "mysql")

    def process_bind_param(self, value, dialect):
        if value is None:
            if self.type is None:
                return None
            value = self.type()
        return json.dumps(value)

    def process_result_value(self, value, dialect):
        if value is None:
            return None if self.type is None else self.type()
        return json.loads(value)


class JsonEncodedDict(JsonEncodedType):
    type = dict
    cache_ok = True


class JsonEncodedList(JsonEncodedType):
    type = list
    cache_ok = True


class SoftDeleteInteger(TypeDecorator):
    impl = Integer
    cache_ok = True

    def process_bind_param(self, value, dialect):
        return None if value is None else int(value)


class String(_String):
    cache_ok = True

    def __init__(self, length, mysql_ndb_length=None, mysql_ndb_type=None, **kw):
        super().__init__(length, **kw)
