import re as _re

from sqlalchemy import text as sql_text

from alembic_utils.on_entity_mixin import OnEntityMixin
from alembic_utils.replaceable_entity import ReplaceableEntity, cascading, unparsed


class PGPolicy(OnEntityMixin, ReplaceableEntity):
    type_ = "policy"

    @classmethod
    def from_sql(cls, sql):
        m = _re.match(r"(?is)create\s+policy\s+(.+?)\s+on\s+(\S+)\s+(.*)", sql.strip())
        if m is None:
            raise unparsed(cls, sql)
        return cls(schema=m[2].partition(".")[0] if "." in m[2] else "public", signature=m[1], definition=m[3], on_entity=m[2])

    def to_sql_statement_create(self):
        return sql_text("CREATE POLICY %s on %s %s" % (self.signature, self.on_entity, self.definition))

    def to_sql_statement_drop(self, cascade=False):
        return cascading("DROP POLICY %s on %s" % (self.signature, self.on_entity), cascade)

    def to_sql_statement_create_or_replace(self):
        yield sql_text("DROP POLICY IF EXISTS %s on %s;" % (self.signature, self.on_entity))
        yield sql_text("CREATE POLICY %s on %s %s;" % (self.signature, self.on_entity, self.definition))
