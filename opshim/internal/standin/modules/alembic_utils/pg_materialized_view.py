import re as _re

from sqlalchemy import text as sql_text

from alembic_utils.replaceable_entity import ReplaceableEntity, cascading, unparsed
from alembic_utils.statement import coerce_to_unquoted, normalize_whitespace, strip_terminating_semicolon


class PGMaterializedView(ReplaceableEntity):
    type_ = "materialized_view"

    def __init__(self, schema, signature, definition, with_data=True):
        self.schema = coerce_to_unquoted(normalize_whitespace(schema))
        self.signature = coerce_to_unquoted(normalize_whitespace(signature))
        self.definition = strip_terminating_semicolon(definition)
        self.with_data = with_data

    @classmethod
    def from_sql(cls, sql):
        m = _re.match(r"(?is)create\s+materialized\s+view\s+([^.]+?)\.(.+?)\s+as\s+(.*?)(\s+with\s+(no\s+)?data)?$", sql.strip().rstrip(";").strip())
        if m is None:
            raise unparsed(cls, sql)
        return cls(schema=m[1], signature=m[2].split("(")[0], definition=m[3], with_data=not m[5])

    def _made(self, end):
        return sql_text('CREATE MATERIALIZED VIEW %s."%s" AS %s WITH %s DATA%s'
                        % (self.literal_schema, self.signature, self.definition.rstrip(";"), "" if self.with_data else "NO", end))

    def to_sql_statement_create(self):
        return self._made(";")

    def to_sql_statement_drop(self, cascade=False):
        return cascading('DROP MATERIALIZED VIEW %s."%s"' % (self.literal_schema, self.signature), cascade)

    def to_sql_statement_create_or_replace(self):
        yield sql_text('DROP MATERIALIZED VIEW IF EXISTS %s."%s"; ' % (self.literal_schema, self.signature))
        yield self._made("")
