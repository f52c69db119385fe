import re as _re

from alembic.operations import Operations as _Operations
from alembic.operations.ops import MigrateOperation as _MigrateOperation
from sqlalchemy import text as _text

from alembic_postgresql_enum.get_enum_data.types import ColumnType, TableReference, Unspecified

_OPERATORS = (("!=", "new_old_not_equals"), ("=", "new_old_equals"))


class _Change:
    """One enum type that gets new values: the statements, in order."""

    def __init__(self, connection, schema, name, renamed):
        self.connection = connection
        self.schema = schema
        self.name = name
        self.renamed = renamed
        self.new = '"%s"."%s"' % (schema, name)
        self.old = '"%s"."%s_old"' % (schema, name)

    def run(self, sql):
        return self.connection.execute(_text(sql))

    def apply(self, values, columns, indexes):
        self.run('ALTER TYPE %s RENAME TO "%s_old"' % (self.new, self.name))
        self.run("CREATE TYPE %s AS ENUM(%s)" % (self.new, ", ".join("'%s'" % v for v in values)))
        for operator, function in _OPERATORS:
            self.comparable(operator, function)
        for index in indexes:
            self.run("DROP INDEX IF EXISTS " + _quoted(index.name))
        for column in columns:
            self.convert(column)
        for operator, function in _OPERATORS:
            self.run('\n            DROP OPERATOR IF EXISTS "%s".%s (\n                %s,\n                %s\n            )\n            '
                     % (self.schema, operator, self.new, self.old))
            self.run('\n        DROP FUNCTION "%s".%s(\n            new_enum_val %s, old_enum_val %s\n        )\n    '
                     % (self.schema, function, self.new, self.old))
        self.run("DROP TYPE " + self.old)
        for index in indexes:
            self.run(self.renamed_in(index.definition))

    def comparable(self, operator, function):
        if self.renamed:
            cases = " ".join("WHEN old_enum_val::text = '%s' THEN '%s'" % pair for pair in self.renamed)
            body = "CASE\n                    %s\n\n                    ELSE old_enum_val::text\n                END" % cases
        else:
            body = "old_enum_val::text"
        self.run('\n            CREATE FUNCTION "%s".%s(\n                new_enum_val %s, old_enum_val %s\n            )\n'
                 "            RETURNS boolean AS $$\n                SELECT new_enum_val::text %s %s;\n"
                 "            $$ LANGUAGE SQL IMMUTABLE\n        " % (self.schema, function, self.new, self.old, operator, body))
        self.run('\n        CREATE OPERATOR "%s".%s (\n            leftarg = %s,\n            rightarg = %s,\n            procedure = "%s".%s\n        )\n    '
                 % (self.schema, operator, self.new, self.old, self.schema, function))

    def convert(self, column):
        table, name = column.table_name_with_schema, column.escaped_column_name
        default = column.existing_server_default
        if default is not None:
            self.run("ALTER TABLE %s\n             ALTER COLUMN %s DROP DEFAULT" % (table, name))
        if column.column_type == ColumnType.ARRAY:
            cast = name + "::text[]"
            for old, new in self.renamed:
                cast = "array_replace(%s, '%s', '%s')" % (cast, old, new)
            self.run("ALTER TABLE %s \n            ALTER COLUMN %s TYPE %s[]\n            USING %s::%s[]\n            " % (table, name, self.new, cast, self.new))
        elif self.renamed:
            cases = " ".join("WHEN %s::text = '%s' THEN '%s'::%s" % (name, old, new, self.new) for old, new in self.renamed)
            self.run("ALTER TABLE %s \n                ALTER COLUMN %s TYPE %s \n                USING CASE \n                %s\n\n"
                     "                ELSE %s::text::%s\n                END\n                " % (table, name, self.new, cases, name, self.new))
        else:
            self.run("ALTER TABLE %s \n                ALTER COLUMN %s TYPE %s \n                USING %s::text::%s\n                "
                     % (table, name, self.new, name, self.new))
        if default is not None:
            self.run("ALTER TABLE %s\n            ALTER COLUMN %s SET DEFAULT %s" % (table, name, self.default(default)))

    def default(self, value):
        target = "%s.%s" % (self.schema, self.name) if self.schema else self.name
        if value.startswith("ARRAY["):
            return _re.sub(r"::[.\w]+", "::" + target, self.values_in(value))
        # Without the part that names the type.
        return "%s::%s" % (self.values_in(value[: value.find("::")]), target) + ("[]" if value.endswith("[]") else "")

    def values_in(self, text):
        for old, new in self.renamed:
            text = text.replace("'%s'" % old, "'%s'" % new).replace('"%s"' % old, '"%s"' % new)
        return text

    def renamed_in(self, definition):
        for old, new in self.renamed:
            for typ in (self.name, "%s.%s" % (self.schema, self.name)):
                definition = definition.replace("'%s'::%s" % (old, typ), "'%s'::%s" % (new, typ))
        return definition


def _quoted(index):
    return ".".join('"%s"' % part.strip('"') for part in index.rsplit(".", 1))


@_Operations.register_operation("sync_enum_values")
class SyncEnumValuesOp(_MigrateOperation):
    @classmethod
    def sync_enum_values(cls, operations, enum_schema, enum_name, new_values, affected_columns, enum_values_to_rename=(), indexes_to_recreate=None):
        if operations.migration_context.dialect.name != "postgresql":
            return
        connection = operations.get_bind()
        columns = []
        for column in affected_columns:
            if isinstance(column, tuple):
                default = connection.execute(_text(
                    "\n        SELECT column_default\n        FROM information_schema.columns\n        WHERE \n            table_schema = '%s' AND \n"
                    "            table_name = '%s' AND \n            column_name = '%s'\n    " % (enum_schema, column[0], column[1]))).scalar()
                column = TableReference(column[0], column[1], enum_schema, column[2] if len(column) > 2 else ColumnType.COMMON, default)
            elif not isinstance(column, TableReference):
                raise ValueError("Affected columns must contain tuples or TableReferences")
            elif column.table_schema is Unspecified:
                column = TableReference(column.table_name, column.column_name, enum_schema, column.column_type, column.existing_server_default)
            columns.append(column)
        _Change(connection, enum_schema, enum_name, list(enum_values_to_rename)).apply(new_values, columns, indexes_to_recreate or [])
