# Column types of packages that migrations name often: what they are in SQL.
# Values pass through unchanged; what would need the package itself fails by name.

_TypeDecorator = _get("TypeDecorator")
_UserDefinedType = _get("UserDefinedType")


class _Plain(_TypeDecorator):
    impl = _get("Unicode")
    cache_ok = True
    _arguments = ()

    def __init__(self, *args, **kw):
        self.impl = self._made()

    def _made(self):
        return _get(type(self).base)(*self._arguments)

    base = "Unicode"


class UUIDType(_TypeDecorator):
    impl = _get("BINARY")
    cache_ok = True

    def __init__(self, binary=True, native=True):
        self.binary = binary
        self.native = native
        self.impl = _get("BINARY")(16) if binary else _get("CHAR")(32)

    def load_dialect_impl(self, dialect):
        if self.native and dialect.name in ("postgresql", "cockroachdb"):
            return dialect.type_descriptor(_get("UUID")())
        return dialect.type_descriptor(_get("BINARY")(16) if self.binary else _get("CHAR")(32))


class ChoiceType(_TypeDecorator):
    impl = _get("Unicode")
    cache_ok = True

    def __init__(self, choices=None, impl=None):
        self.choices = choices
        self.impl = _get("to_instance")(impl) if impl else _get("Unicode")(255)


class EmailType(_TypeDecorator):
    impl = _get("Unicode")
    cache_ok = True

    def __init__(self, length=255, *args, **kw):
        self.impl = _get("Unicode")(length)


class URLType(_Plain):
    base = "UnicodeText"


class ArrowType(_Plain):
    base = "DateTime"


class EnrichedDateTimeType(_Plain):
    base = "DateTime"


class ColorType(_Plain):
    _arguments = (20,)


class IPAddressType(_Plain):
    _arguments = (50,)


class TimezoneType(_Plain):
    _arguments = (50,)


class CountryType(_Plain):
    base = "String"
    _arguments = (2,)


class CurrencyType(_Plain):
    base = "String"
    _arguments = (3,)


class LocaleType(_Plain):
    _arguments = (10,)


class PhoneNumberType(_Plain):
    _arguments = (20,)


class ScalarListType(_Plain):
    base = "UnicodeText"


class WeekDaysType(_UserDefinedType):
    def get_col_spec(self, **kw):
        return "BIT(7)"


class LtreeType(_UserDefinedType):
    cache_ok = True

    def get_col_spec(self, **kw):
        return "LTREE"


class JSONType(_TypeDecorator):
    impl = _get("UnicodeText")
    cache_ok = True

    def load_dialect_impl(self, dialect):
        if dialect.name == "postgresql":
            return dialect.type_descriptor(_get("postgresql.JSON")())
        return dialect.type_descriptor(self.impl)


class TSVectorType(_TypeDecorator):
    impl = _get("postgresql.TSVECTOR")
    cache_ok = True

    def __init__(self, *columns, **options):
        self.columns = columns
        self.options = options
        self.impl = _get("postgresql.TSVECTOR")()


class EncryptedType(_TypeDecorator):
    impl = _get("LargeBinary")
    cache_ok = True

    def __init__(self, type_in=None, key=None, engine=None, padding=None, **kw):
        self.impl = _get("LargeBinary")()


class StringEncryptedType(_TypeDecorator):
    impl = _get("String")
    cache_ok = True

    def __init__(self, type_in=None, key=None, engine=None, padding=None, **kw):
        self.impl = _get("String")(**kw)


class AutoString(_TypeDecorator):
    impl = _get("String")
    cache_ok = True
    mysql_default_length = 255

    def load_dialect_impl(self, dialect):
        if self.impl.length is None and dialect.name == "mysql":
            return dialect.type_descriptor(_get("String")(self.mysql_default_length))
        return self.impl


class GUID(_TypeDecorator):
    impl = _get("CHAR")
    cache_ok = True

    def load_dialect_impl(self, dialect):
        if dialect.name == "postgresql":
            return dialect.type_descriptor(_get("UUID")())
        return dialect.type_descriptor(_get("CHAR")(36))


class TIMESTAMPAware(_TypeDecorator):
    impl = _get("TIMESTAMP")
    cache_ok = True

    def __init__(self, *args, **kw):
        self.impl = _get("TIMESTAMP")(*args, **kw)


class CIText(_UserDefinedType):
    cache_ok = True

    def get_col_spec(self, **kw):
        return "CITEXT"


class _Dimensioned(_UserDefinedType):
    cache_ok = True
    word = ""

    def __init__(self, dim=None):
        super().__init__()
        self.dim = dim

    def get_col_spec(self, **kw):
        return self.word if self.dim is None else "%s(%d)" % (self.word, self.dim)


class VECTOR(_Dimensioned):
    word = "VECTOR"


class HALFVEC(_Dimensioned):
    word = "HALFVEC"


class SPARSEVEC(_Dimensioned):
    word = "SPARSEVEC"


class BIT(_Dimensioned):
    word = "BIT"


Vector = VECTOR
