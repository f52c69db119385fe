# Spatial column types as PostGIS and MySQL spell them, their indexes, and the
# operations of the Alembic helpers. SpatiaLite's management functions are not
# here.

import sqlalchemy as _sa
from sqlalchemy import event as _event

from geoalchemy2 import functions, types
from geoalchemy2.elements import RasterElement, WKBElement, WKTElement
from geoalchemy2.types import Geography, Geometry, Raster


def _index_name(table, column):
    return "idx_%s_%s" % (table, column)


@_event.listens_for(_sa.Column, "after_parent_attach")
def _attached(column, table):
    if not isinstance(table, _sa.Table):
        return
    typ = column.type
    if not getattr(typ, "nullable", True):
        column.nullable = False
    elif hasattr(typ, "nullable"):
        typ.nullable = column.nullable
    if not getattr(typ, "spatial_index", False) or getattr(typ, "_spatial_index_reflected", None):
        return
    if not isinstance(typ, (Geometry, Geography, Raster)):
        return
    options = {"postgresql_using": "gist"}
    if typ.use_N_D_index:
        options["postgresql_ops"] = {column.name: "gist_geometry_ops_nd"}
    target = _sa.func.ST_ConvexHull(column) if isinstance(typ, Raster) else column
    table.append_constraint(_sa.Index(_index_name(table.name, column.name), target, **options))


def _spatial(table):
    return [c for c in table.columns if getattr(c.type, "spatial_index", False) is True and isinstance(c.type, (Geometry, Geography))]


@_event.listens_for(_sa.Table, "before_create")
def _before_create(table, bind, **kw):
    if bind.dialect.name in ("mysql", "mariadb"):
        names = {_index_name(table.name, c.name) for c in _spatial(table)}
        for index in [i for i in table.indexes if i.name in names]:
            table.indexes.remove(index)


@_event.listens_for(_sa.Table, "after_create")
def _after_create(table, bind, **kw):
    if bind.dialect.name in ("mysql", "mariadb"):
        quote = bind.dialect.identifier_preparer.quote
        for column in _spatial(table):
            name = ".".join(quote(part) for part in (table.schema, table.name) if part)
            bind.execute(_sa.text("ALTER TABLE %s ADD SPATIAL INDEX(%s);" % (name, quote(column.name))))
