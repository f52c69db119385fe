from datetime import timezone as _timezone

from sqlalchemy import types as _types


class AutoString(_types.TypeDecorator):
    impl = _types.String
    cache_ok = True
    mysql_default_length = 255

    def load_dialect_impl(self, dialect):
        if self.impl.length is None and dialect.name in ("mysql", "mariadb"):
            return dialect.type_descriptor(_types.String(self.mysql_default_length))
        return super().load_dialect_impl(dialect)


class UTCDateTime(_types.TypeDecorator):
    impl = _types.DateTime
    cache_ok = True

    def __init__(self):
        super().__init__(timezone=True)

    def process_bind_param(self, value, dialect):
        if value is None:
            return None
        if value.utcoffset() is None:
            raise ValueError("Datetime values must have timezone information. Use datetime.now(timezone.utc), or annotate the field with "
                             "NaiveDatetime for naive storage.")
        return value.astimezone(_timezone.utc)

    def process_result_value(self, value, dialect):
        if value is None:
            return None
        return value.replace(tzinfo=_timezone.utc) if value.utcoffset() is None else value.astimezone(_timezone.utc)
