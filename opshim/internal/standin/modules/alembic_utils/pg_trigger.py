import re as _re

from sqlalchemy import text as sql_text

from alembic_utils.exceptions import SQLParseFailure
from alembic_utils.on_entity_mixin import OnEntityMixin
from alembic_utils.replaceable_entity import ReplaceableEntity, cascading, unparsed


class PGTrigger(OnEntityMixin, ReplaceableEntity):
    type_ = "trigger"

    def __init__(self, schema, signature, definition, on_entity, is_constraint=False):
        super().__init__(schema=schema, signature=signature, definition=definition, on_entity=on_entity)
        self.is_constraint = is_constraint

    @classmethod
    def from_sql(cls, sql):
        m = _re.match(r"(?is)create\s+(constraint\s+)?trigger\s+(\S+)\s+(.*?)\s+on\s+(\S+)\s+(.*)", sql.strip())
        if m is None:
            raise unparsed(cls, sql)
        schema = m[4].partition(".")[0] if "." in m[4] else "public"
        return cls(schema=schema, signature=m[2], on_entity=m[4], definition="%s ON %s %s" % (m[3], m[4], m[5]), is_constraint=bool(m[1]))

    def to_sql_statement_create(self):
        m = _re.match(r"(?is)(.+?)\s+ON\s+(.+?)\s+(.*)", self.definition)
        if m is None:
            raise SQLParseFailure('Failed to parse SQL into PGTrigger.definition """%s"""' % self.definition)
        on_entity = "%s.%s" % (self.schema, m[2].rpartition(".")[2] if m[2].count(".") == 1 else m[2].partition(".")[2] or m[2])
        return sql_text('CREATE%sTRIGGER "%s" %s ON %s %s' % (" CONSTRAINT " if self.is_constraint else " ", self.signature, m[1], on_entity, m[3]))

    def to_sql_statement_drop(self, cascade=False):
        return cascading('DROP TRIGGER "%s" ON %s' % (self.signature, self.on_entity), cascade)

    def to_sql_statement_create_or_replace(self):
        yield sql_text('DROP TRIGGER IF EXISTS "%s" ON %s;' % (self.signature, self.on_entity))
        yield self.to_sql_statement_create()
