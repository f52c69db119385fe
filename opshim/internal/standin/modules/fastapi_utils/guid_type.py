import uuid as _uuid

import sqlalchemy as _sa
from sqlalchemy.dialects.postgresql import UUID

GUID_SERVER_DEFAULT_POSTGRESQL = _sa.DefaultClause(_sa.text("gen_random_uuid()"))
GUID_DEFAULT_SQLITE = _uuid.uuid4


class GUID(_sa.TypeDecorator):
    impl = _sa.CHAR
    cache_ok = True

    def load_dialect_impl(self, dialect):
        return dialect.type_descriptor(UUID() if dialect.name == "postgresql" else _sa.CHAR(32))

    def process_bind_param(self, value, dialect):
        if value is None:
            return value
        if dialect.name == "postgresql":
            return str(value)
        return "%.32x" % (value if isinstance(value, _uuid.UUID) else _uuid.UUID(value)).int

    def process_result_value(self, value, dialect):
        return value if value is None or isinstance(value, _uuid.UUID) else _uuid.UUID(value)
