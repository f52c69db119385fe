import re as _re

from sqlalchemy import text as sql_text

from alembic_utils.replaceable_entity import ReplaceableEntity, cascading, unparsed
from alembic_utils.statement import coerce_to_unquoted, normalize_whitespace, strip_terminating_semicolon


class PGView(ReplaceableEntity):
    type_ = "view"

    def __init__(self, schema, signature, definition):
        self.schema = coerce_to_unquoted(normalize_whitespace(schema))
        self.signature = coerce_to_unquoted(normalize_whitespace(signature))
        self.definition = strip_terminating_semicolon(definition)

    @classmethod
    def from_sql(cls, sql):
        m = _re.match(r"(?is)create.*?view\s+([^.]+?)\.(.+?)\s+as\s+(.*)", sql.strip())
        if m is None:
            raise unparsed(cls, sql)
        return cls(schema=m[1], signature=m[2].split("(")[0], definition=m[3])

    def to_sql_statement_create(self):
        return sql_text('CREATE VIEW %s."%s" AS %s;' % (self.literal_schema, self.signature, self.definition))

    def to_sql_statement_drop(self, cascade=False):
        return cascading('DROP VIEW %s."%s"' % (self.literal_schema, self.signature), cascade)

    def to_sql_statement_create_or_replace(self):
        name = '%s."%s"' % (self.literal_schema, self.signature)
        yield sql_text("\n        do $$\n            begin\n                CREATE OR REPLACE VIEW %s AS %s;\n\n            exception when others then\n"
                       "                DROP VIEW IF EXISTS %s;\n\n                CREATE VIEW %s AS %s;\n            end;\n"
                       "        $$ language 'plpgsql'\n        " % (name, self.definition, name, name, self.definition))
