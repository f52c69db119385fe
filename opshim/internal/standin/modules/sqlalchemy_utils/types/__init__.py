import json as _json
import uuid as _uuid

import sqlalchemy as _sa
from sqlalchemy import types as _types
from sqlalchemy.dialects import postgresql as _pg
from sqlalchemy.types import TypeDecorator as _TypeDecorator
from sqlalchemy.types import UserDefinedType as _UserDefinedType


class _Plain(_TypeDecorator):
    """Always the same column type, whatever the arguments."""

    cache_ok = True

    def __init__(self, *args, **kw):
        super().__init__()

    def load_dialect_impl(self, dialect):
        return dialect.type_descriptor(type(self).impl)


class _Sized(_TypeDecorator):
    """Text of a length that can be given."""

    impl = _types.Unicode
    cache_ok = True

    def __init__(self, max_length=20):
        super().__init__(max_length)


class ArrowType(_TypeDecorator):
    impl = _types.DateTime
    cache_ok = True


class EnrichedDateTimeType(_TypeDecorator):
    impl = _types.DateTime
    cache_ok = True

    def __init__(self, datetime_processor=None, *args, **kw):
        super().__init__(*args, **kw)


class EnrichedDateType(_Plain):
    impl = _types.Date()


class BitType(_TypeDecorator):
    impl = _types.BINARY
    cache_ok = True

    def __init__(self, length=1, **kw):
        super().__init__(length)
        self.length = length

    def load_dialect_impl(self, dialect):
        if dialect.name == "postgresql":
            return dialect.type_descriptor(_pg.BIT(self.length))
        return dialect.type_descriptor(_sa.String(self.length) if dialect.name == "sqlite" else _types.BINARY(self.length))


class ChoiceType(_TypeDecorator):
    impl = _types.Unicode(255)
    cache_ok = True

    def __init__(self, choices=None, impl=None):
        super().__init__()
        self.choices = tuple(choices) if choices is not None else ()
        if impl is not None:
            self.impl = impl() if isinstance(impl, type) else impl

    def load_dialect_impl(self, dialect):
        return dialect.type_descriptor(self.impl if not isinstance(self.impl, _types.Unicode) else _types.Unicode(255))

    def process_bind_param(self, value, dialect):
        if value is None:
            return None
        return getattr(value, "code", getattr(value, "value", value))


class ColorType(_Sized):
    def __init__(self, max_length=20, *args, **kw):
        super().__init__(max_length)


class CountryType(_Plain):
    impl = _types.String(2)


class CurrencyType(_Plain):
    impl = _types.String(3)


class EmailType(_TypeDecorator):
    impl = _types.Unicode
    cache_ok = True

    def __init__(self, length=255, *args, **kw):
        super().__init__(length=length)

    def process_bind_param(self, value, dialect):
        return value.lower() if value is not None else value


class IPAddressType(_Sized):
    def __init__(self, max_length=50, *args, **kw):
        super().__init__(max_length)

    def process_bind_param(self, value, dialect):
        return str(value) if value else None


class JSONType(_TypeDecorator):
    impl = _types.UnicodeText
    cache_ok = True

    def __init__(self, *args, **kw):
        super().__init__(*args, **kw)

    def load_dialect_impl(self, dialect):
        return dialect.type_descriptor(_pg.JSON() if dialect.name == "postgresql" else _types.UnicodeText())

    def process_bind_param(self, value, dialect):
        return value if dialect.name == "postgresql" or value is None else _json.dumps(value)

    def process_result_value(self, value, dialect):
        return value if dialect.name == "postgresql" or value is None else _json.loads(value)


class LocaleType(_Plain):
    impl = _types.Unicode(10)

    def process_bind_param(self, value, dialect):
        return value if value is None or isinstance(value, str) else str(value)


class LtreeType(_types.Concatenable, _UserDefinedType):
    cache_ok = True

    def get_col_spec(self, **kw):
        return "LTREE"

    def literal_processor(self, dialect):
        return lambda value: "'%s'" % str(value).replace("'", "''")


class PasswordType(_TypeDecorator):
    impl = _types.VARBINARY(1024)
    cache_ok = True

    def __init__(self, max_length=None, **kw):
        super().__init__()
        self.max_length = max_length

    @property
    def length(self):
        # Without a length it depends on the schemes, none of which is that long.
        return self.max_length or 1024

    def load_dialect_impl(self, dialect):
        made = {"postgresql": _pg.BYTEA, "sqlite": _types.BLOB}.get(dialect.name, _types.VARBINARY)
        return dialect.type_descriptor(made(self.length))

    def process_bind_param(self, value, dialect):
        return value if value is None else _missing("PasswordType.hash")(value)


class CompositeType(_UserDefinedType):
    cache_ok = True

    def __init__(self, name, columns, quote=None, **kw):
        self.name, self.columns = name, columns

    def get_col_spec(self, **kw):
        return self.name


class PhoneNumberType(_Sized):
    def __init__(self, region="US", max_length=20, *args, **kw):
        super().__init__(max_length)
        self.region = region


class _Range(_TypeDecorator):
    cache_ok = True

    def __init__(self, *args, **kw):
        super().__init__()


class IntRangeType(_Range):
    impl = _pg.INT4RANGE


class Int8RangeType(_Range):
    impl = _pg.INT8RANGE


class DateRangeType(_Range):
    impl = _pg.DATERANGE


class NumericRangeType(_Range):
    impl = _pg.NUMRANGE


class DateTimeRangeType(_Range):
    impl = _pg.TSRANGE


class ScalarListType(_Plain):
    impl = _types.UnicodeText()

    def __init__(self, coerce_func=str, separator=","):
        super().__init__()
        self.coerce_func, self.separator = coerce_func, str(separator)

    def process_bind_param(self, value, dialect):
        return self.separator.join(map(str, value)) if value is not None else None

    def process_result_value(self, value, dialect):
        if value is None:
            return None
        return [] if value == "" else [self.coerce_func(v) for v in value.split(self.separator)]


class TimezoneType(_Plain):
    impl = _types.Unicode(50)


class TSVectorType(_TypeDecorator):
    impl = _pg.TSVECTOR
    cache_ok = True

    def __init__(self, *columns, **options):
        super().__init__()
        self.columns, self.options = columns, options


class URLType(_TypeDecorator):
    impl = _types.UnicodeText
    cache_ok = True


class UUIDType(_TypeDecorator):
    impl = _types.BINARY(16)
    cache_ok = True

    def __init__(self, binary=True, native=True):
        super().__init__()
        self.binary, self.native = binary, native

    def load_dialect_impl(self, dialect):
        if self.native and dialect.name in ("postgresql", "cockroachdb"):
            return dialect.type_descriptor(_pg.UUID())
        return dialect.type_descriptor(_types.BINARY(16) if self.binary else _types.CHAR(32))

    def process_bind_param(self, value, dialect):
        if value is None:
            return value
        if not isinstance(value, _uuid.UUID):
            value = _uuid.UUID(bytes=value) if isinstance(value, bytes) else _uuid.UUID(value)
        if self.native and dialect.name in ("postgresql", "cockroachdb"):
            return str(value)
        return value.bytes if self.binary else value.hex

    def process_result_value(self, value, dialect):
        if value is None or isinstance(value, _uuid.UUID):
            return value
        return _uuid.UUID(bytes=value) if isinstance(value, bytes) else _uuid.UUID(value)


class WeekDaysType(_TypeDecorator):
    impl = BitType(7)
    cache_ok = True

    def __init__(self, *args, **kw):
        super().__init__()

    def load_dialect_impl(self, dialect):
        return BitType(7).load_dialect_impl(dialect)


class _Encrypted(_TypeDecorator):
    cache_ok = True

    def process_bind_param(self, value, dialect):
        return value if value is None else _missing("StringEncryptedType.encrypt")(value)

    def process_result_value(self, value, dialect):
        return value if value is None else _missing("StringEncryptedType.decrypt")(value)


class StringEncryptedType(_Encrypted):
    impl = _types.String
    cache_ok = True

    def __init__(self, type_in=None, key=None, engine=None, padding=None, **kw):
        super().__init__(**kw)
        self.underlying_type = type_in


class EncryptedType(_Encrypted):
    impl = _types.LargeBinary
    cache_ok = True

    def __init__(self, type_in=None, key=None, engine=None, padding=None, **kw):
        super().__init__()
        self.underlying_type = type_in
