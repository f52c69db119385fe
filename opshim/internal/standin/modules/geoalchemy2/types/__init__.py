import sqlalchemy as _sa
from sqlalchemy.ext.compiler import compiles as _compiles
from sqlalchemy.types import UserDefinedType as _UserDefinedType


class _GISType(_UserDefinedType):
    name = None
    from_text = None
    as_binary = None
    cache_ok = True

    def __init__(self, geometry_type="GEOMETRY", srid=-1, dimension=None, spatial_index=True, use_N_D_index=False, use_typmod=None,
                 from_text=None, name=None, nullable=True, _spatial_index_reflected=None, management=False):
        self.geometry_type = geometry_type.upper() if geometry_type else geometry_type
        self.srid = int(srid if srid is not None else -1)
        if name is not None:
            self.name = name
        if from_text is not None:
            self.from_text = from_text
        if dimension not in (None, 2, 3, 4):
            raise ValueError("dimension must be one of [None, 2, 3, 4] but got %s" % dimension)
        self.dimension = dimension if dimension is not None else _dimension(self.geometry_type)
        self.spatial_index = spatial_index
        self.use_N_D_index = use_N_D_index
        self.use_typmod = use_typmod
        self.nullable = nullable
        self._spatial_index_reflected = _spatial_index_reflected

    def get_col_spec(self, **kw):
        return "%s(%s,%d)" % (self.name, self.geometry_type, self.srid) if self.geometry_type else self.name

    def bind_expression(self, bindvalue):
        return getattr(_sa.func, self.from_text)(bindvalue, type_=self)

    def bind_processor(self, dialect):
        return _ewkt


def _dimension(geometry_type):
    if not geometry_type:
        return None
    return 4 if geometry_type.endswith("ZM") else 3 if geometry_type[-1] in "ZM" else 2


def _ewkt(value):
    if value is None or isinstance(value, str):
        return value
    return str(value)


@_compiles(_GISType, "mysql")
@_compiles(_GISType, "mariadb")
def _mysql(self, compiler, *args, **kw):
    spec = self.geometry_type or "GEOMETRY"
    if not self.nullable or self.spatial_index:
        spec += " NOT NULL"
    if self.srid > 0 and compiler.dialect.name != "mariadb":
        spec += " SRID %d" % self.srid
    return spec


class Geometry(_GISType):
    name = "geometry"
    from_text = "ST_GeomFromEWKT"
    as_binary = "ST_AsEWKB"
    cache_ok = True


class Geography(_GISType):
    name = "geography"
    from_text = "ST_GeogFromText"
    as_binary = "ST_AsBinary"
    cache_ok = True


class Raster(_GISType):
    name = "raster"
    from_text = "raster"
    as_binary = "raster"
    cache_ok = True

    def __init__(self, spatial_index=True, from_text=None, name=None, nullable=True, _spatial_index_reflected=None):
        super().__init__(geometry_type=None, spatial_index=spatial_index, from_text=from_text, name=name, nullable=nullable,
                         _spatial_index_reflected=_spatial_index_reflected)


class CompositeType(_UserDefinedType):
    typemap = {}


class SummaryStatsCustomType(CompositeType):
    pass


class GeometryDump(CompositeType):
    pass
