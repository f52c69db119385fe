import enum as _enum

from sqlalchemy import text as sql_text

from alembic_utils.exceptions import BadInputException
from alembic_utils.replaceable_entity import ReplaceableEntity
from alembic_utils.statement import coerce_to_quoted, coerce_to_unquoted


class PGGrantTableChoice(str, _enum.Enum):
    SELECT = "SELECT"
    INSERT = "INSERT"
    UPDATE = "UPDATE"
    REFERENCES = "REFERENCES"
    DELETE = "DELETE"
    TRUNCATE = "TRUNCATE"
    TRIGGER = "TRIGGER"

    def __str__(self):
        return self.value


class PGGrantTable(ReplaceableEntity):
    type_ = "grant_table"

    def __init__(self, schema, table, role, grant, columns=None, with_grant_option=False):
        self.schema = coerce_to_unquoted(schema)
        self.table = coerce_to_unquoted(table)
        self.columns = sorted(columns) if columns else []
        self.role = coerce_to_unquoted(role)
        self.grant = PGGrantTableChoice(grant)
        self.with_grant_option = with_grant_option
        self.signature = self.identity
        by_column = self.grant.value in ("SELECT", "INSERT", "UPDATE", "REFERENCES")
        if by_column != bool(self.columns):
            raise BadInputException("When grant type is %s a value must %sbe provided for columns" % (self.grant, "" if by_column else "not "))

    @property
    def identity(self):
        return "%s: %s.%s.%s.%s" % (type(self).__name__, self.schema, self.table, self.role, self.grant)

    @property
    def _on(self):
        return "ON %s.%s" % (self.literal_schema, coerce_to_quoted(self.table))

    def to_sql_statement_create(self):
        columns = "( %s )" % ", ".join(self.columns) if self.columns else ""
        option = " WITH GRANT OPTION" if self.with_grant_option else ""
        return sql_text("GRANT %s %s %s TO %s %s" % (self.grant, columns, self._on, coerce_to_quoted(self.role), option))

    def to_sql_statement_drop(self, cascade=False):
        return sql_text("REVOKE %s %s FROM %s" % (self.grant, self._on, coerce_to_quoted(self.role)))

    def to_sql_statement_create_or_replace(self):
        yield self.to_sql_statement_drop()
        yield self.to_sql_statement_create()
