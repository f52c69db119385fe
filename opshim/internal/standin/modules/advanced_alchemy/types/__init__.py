# Column types of the toolkit: what they are in SQL. Keys and hashes are the
# application's own.

import datetime as _datetime
import uuid as _uuid

import sqlalchemy as _sa
from sqlalchemy.dialects import postgresql as _pg
from sqlalchemy.types import TypeDecorator as _TypeDecorator

BigIntIdentity = _sa.BigInteger().with_variant(_sa.Integer, "sqlite")
JsonB = _sa.JSON().with_variant(_pg.JSONB, "postgresql").with_variant(_pg.JSONB, "cockroachdb")


class GUID(_TypeDecorator):
    impl = _sa.BINARY(16)
    cache_ok = True

    def __init__(self, *args, binary=True, **kw):
        self.binary = binary

    def load_dialect_impl(self, dialect):
        if dialect.name in ("postgresql", "duckdb", "cockroachdb"):
            return dialect.type_descriptor(_pg.UUID())
        return dialect.type_descriptor(_sa.BINARY(16) if self.binary else _sa.CHAR(32))

    def process_bind_param(self, value, dialect):
        if value is None:
            return value
        if not isinstance(value, _uuid.UUID):
            value = _uuid.UUID(bytes=value) if isinstance(value, bytes) else _uuid.UUID(value)
        if dialect.name in ("postgresql", "duckdb", "cockroachdb"):
            return str(value)
        return value.bytes if self.binary else value.hex

    def process_result_value(self, value, dialect):
        if value is None or isinstance(value, _uuid.UUID):
            return value
        return _uuid.UUID(bytes=value) if isinstance(value, bytes) else _uuid.UUID(value)


class DateTimeUTC(_TypeDecorator):
    impl = _sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value, dialect):
        if value is None:
            return value
        if not value.tzinfo:
            raise TypeError("tzinfo is required")
        return value.astimezone(_datetime.timezone.utc)

    def process_result_value(self, value, dialect):
        return value.replace(tzinfo=_datetime.timezone.utc) if value is not None and value.tzinfo is None else value


class EncryptedString(_TypeDecorator):
    impl = _sa.String
    cache_ok = True

    def __init__(self, key=None, backend=None, length=None, **kw):
        super().__init__()
        self.key, self.backend, self.length = key, backend, length

    def load_dialect_impl(self, dialect):
        return dialect.type_descriptor(_sa.Text() if dialect.name in ("mysql", "mariadb") else _sa.String())

    def process_bind_param(self, value, dialect):
        return value if value is None else _missing("EncryptedString.encrypt")(value)

    def process_result_value(self, value, dialect):
        return value if value is None else _missing("EncryptedString.decrypt")(value)


class EncryptedText(EncryptedString):
    impl = _sa.Text
    cache_ok = True

    def load_dialect_impl(self, dialect):
        return dialect.type_descriptor(_sa.Text())


class PasswordHash(_TypeDecorator):
    impl = _sa.String
    cache_ok = True

    def __init__(self, backend=None, length=128):
        super().__init__()
        self.backend, self.length = backend, length

    def load_dialect_impl(self, dialect):
        return dialect.type_descriptor(_sa.String(length=self.length))

    def process_bind_param(self, value, dialect):
        return value if value is None else _missing("PasswordHash.hash")(value)


class StoredObject(_TypeDecorator):
    impl = JsonB
    cache_ok = True

    def __init__(self, backend=None, multiple=False, **kw):
        super().__init__()
        self.backend, self.multiple = backend, multiple
