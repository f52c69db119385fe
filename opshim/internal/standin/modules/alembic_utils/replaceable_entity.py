from sqlalchemy import text as _text

from alembic_utils import reversible_op as _registers
from alembic_utils.exceptions import SQLParseFailure
from alembic_utils.statement import coerce_to_quoted, coerce_to_unquoted, escape_colon_for_sql, normalize_whitespace, strip_terminating_semicolon


class ReplaceableEntity:
    def __init__(self, schema, signature, definition):
        self.schema = coerce_to_unquoted(normalize_whitespace(schema))
        self.signature = coerce_to_unquoted(normalize_whitespace(signature))
        self.definition = escape_colon_for_sql(strip_terminating_semicolon(definition))

    @property
    def literal_schema(self):
        return coerce_to_quoted(self.schema)

    @property
    def identity(self):
        return "%s: %s.%s" % (type(self).__name__, self.schema, self.signature)

    @classmethod
    def from_path(cls, path):
        with open(path) as f:
            return cls.from_sql(f.read())

    @classmethod
    def from_sql(cls, sql):
        raise NotImplementedError()

    def to_sql_statement_create(self):
        raise NotImplementedError()

    def to_sql_statement_drop(self, cascade=False):
        raise NotImplementedError()

    def to_sql_statement_create_or_replace(self):
        raise NotImplementedError()


def cascading(sql, cascade):
    return _text("%s %s" % (sql, "cascade" if cascade else ""))


def unparsed(cls, sql):
    return SQLParseFailure('Failed to parse SQL into %s """%s"""' % (cls.__name__, sql))


class ReplaceableEntityRegistry:
    def __init__(self):
        self._entities = {}

    def register(self, entities, schemas=None, exclude_schemas=None, entity_types=None):
        self._entities.update((e.identity, e) for e in entities)

    def entities(self):
        return list(self._entities.values())

    def clear(self):
        self._entities.clear()


registry = ReplaceableEntityRegistry()


def register_entities(entities, schemas=None, exclude_schemas=None, entity_types=None):
    registry.register(entities)
