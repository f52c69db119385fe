import sqlalchemy as _sa
from sqlalchemy.ext import compiler as _compiler
from sqlalchemy.schema import DDLElement as _DDLElement


class CreateView(_DDLElement):
    def __init__(self, name, selectable, materialized=False, replace=False):
        if materialized and replace:
            raise ValueError("Cannot use CREATE OR REPLACE with materialized views")
        self.name, self.selectable, self.materialized, self.replace = name, selectable, materialized, replace


@_compiler.compiles(CreateView)
def _create(element, compiler, **kw):
    return "CREATE %s%sVIEW %s AS %s" % (
        "OR REPLACE " if element.replace else "", "MATERIALIZED " if element.materialized else "",
        compiler.dialect.identifier_preparer.quote(element.name), compiler.sql_compiler.process(element.selectable, literal_binds=True))


class DropView(_DDLElement):
    def __init__(self, name, materialized=False, cascade=True):
        self.name, self.materialized, self.cascade = name, materialized, cascade


@_compiler.compiles(DropView)
def _drop(element, compiler, **kw):
    return "DROP %sVIEW IF EXISTS %s %s" % (
        "MATERIALIZED " if element.materialized else "", compiler.dialect.identifier_preparer.quote(element.name), "CASCADE" if element.cascade else "")


def _as_table(name, selectable, indexes=(), aliases=None):
    columns = list(selectable.selected_columns)
    table = _sa.Table(name, _sa.MetaData(), *[
        _sa.Column(c.name, c.type, key=(aliases or {}).get(c.name, c.name), primary_key=getattr(c, "primary_key", False)) for c in columns], *indexes)
    if not any(c.primary_key for c in table.columns):
        table.append_constraint(_sa.PrimaryKeyConstraint(*[c.name for c in table.columns]))
    return table


def create_view(name, selectable, metadata, cascade_on_drop=True, replace=False):
    _sa.event.listen(metadata, "after_create", CreateView(name, selectable, replace=replace))
    _sa.event.listen(metadata, "before_drop", DropView(name, cascade=cascade_on_drop))
    return _as_table(name, selectable)


def create_materialized_view(name, selectable, metadata, indexes=None, aliases=None):
    table = _as_table(name, selectable, indexes or (), aliases)
    _sa.event.listen(metadata, "after_create", CreateView(name, selectable, materialized=True))
    _sa.event.listen(metadata, "before_drop", DropView(name, materialized=True))
    return table


def refresh_materialized_view(session, name, concurrently=False):
    session.flush()
    session.execute(_sa.text("REFRESH MATERIALIZED VIEW %s%s" % ("CONCURRENTLY " if concurrently else "", name)))
