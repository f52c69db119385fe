import re as _re

from sqlalchemy import text as sql_text

from alembic_utils.replaceable_entity import ReplaceableEntity, cascading, unparsed
from alembic_utils.statement import escape_colon_for_plpgsql, escape_colon_for_sql, normalize_whitespace, strip_terminating_semicolon


class PGFunction(ReplaceableEntity):
    type_ = "function"

    def __init__(self, schema, signature, definition):
        super().__init__(schema, signature, definition)
        plpgsql = "language plpgsql" in normalize_whitespace(definition).lower().replace("'", "")
        escape = escape_colon_for_plpgsql if plpgsql else escape_colon_for_sql
        self.definition = escape(strip_terminating_semicolon(definition))

    @classmethod
    def from_sql(cls, sql):
        m = _re.match(r"(?is)create.*?function\s+([^.]+?)\.(.+?)\s+returns\s+(.*)", sql.strip())
        if m is None:
            raise unparsed(cls, sql)
        return cls(schema=m[1], signature="".join(m[2].split('"', 2)), definition="returns " + m[3])

    @property
    def literal_signature(self):
        name, rest = self.signature.split("(", 1)
        return '"%s"(%s' % (name.strip(), rest)

    def to_sql_statement_create(self):
        return sql_text("CREATE FUNCTION %s.%s %s" % (self.literal_schema, self.literal_signature, self.definition))

    def to_sql_statement_drop(self, cascade=False):
        name, _, rest = self.signature.partition("(")
        parameters = [p[: len(p.lower().split("default")[0])].strip() for p in rest.rpartition(")")[0].split(",")]
        return cascading('DROP FUNCTION %s."%s"(%s)' % (self.literal_schema, name.strip(), ", ".join(parameters)), cascade)

    def to_sql_statement_create_or_replace(self):
        yield sql_text("CREATE OR REPLACE FUNCTION %s.%s %s" % (self.literal_schema, self.literal_signature, self.definition))
