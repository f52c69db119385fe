import sqlalchemy as _sa


def get_class_by_table(base, table, data=None):
    for mapper in base.registry.mappers:
        if mapper.local_table is table:
            return mapper.class_
    return None


def get_tables(mixed):
    table = getattr(mixed, "__table__", mixed)
    return [table] if isinstance(table, _sa.Table) else []


def get_columns(mixed):
    if isinstance(mixed, _sa.sql.selectable.Selectable):
        return getattr(mixed, "selected_columns", None) or mixed.c
    return getattr(mixed, "__table__", mixed).c
