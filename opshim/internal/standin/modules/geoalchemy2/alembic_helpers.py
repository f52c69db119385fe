# op.create_geospatial_table and its like. On PostgreSQL and MySQL they are the
# plain directives, but for the indexes that the types would make by themselves.

from alembic.operations import BatchOperations, Operations, ops


def include_object(obj, name, obj_type, reflected, compare_to):
    if obj_type == "table" and (name.startswith("gpkg_") or name.startswith("rtree_") or name == "spatial_ref_sys"):
        return False
    return True


def render_item(obj_type, obj, autogen_context):
    return False


writer = None


def _postgis(operations, what):
    name = operations.get_bind().dialect.name
    if name == "sqlite":
        return _missing("alembic_helpers." + what)()
    return name


@Operations.register_operation("create_geospatial_table")
class CreateGeospatialTableOp(ops.MigrateOperation):
    @classmethod
    def create_geospatial_table(cls, operations, table_name, *columns, **kw):
        _postgis(operations, "create_geospatial_table")
        return operations.create_table(table_name, *columns, **kw)


@Operations.register_operation("drop_geospatial_table")
class DropGeospatialTableOp(ops.MigrateOperation):
    @classmethod
    def drop_geospatial_table(cls, operations, table_name, schema=None, **kw):
        _postgis(operations, "drop_geospatial_table")
        return operations.drop_table(table_name, schema=schema, **kw)


@Operations.register_operation("add_geospatial_column")
@BatchOperations.register_operation("add_geospatial_column", "batch_add_geospatial_column")
class AddGeospatialColumnOp(ops.MigrateOperation):
    @classmethod
    def add_geospatial_column(cls, operations, table_name, column, schema=None):
        _postgis(operations, "add_geospatial_column")
        return operations.add_column(table_name, column, schema=schema)

    @classmethod
    def batch_add_geospatial_column(cls, operations, column, insert_before=None, insert_after=None):
        _postgis(operations, "add_geospatial_column")
        return operations.add_column(column, insert_before=insert_before, insert_after=insert_after)


@Operations.register_operation("drop_geospatial_column")
@BatchOperations.register_operation("drop_geospatial_column", "batch_drop_geospatial_column")
class DropGeospatialColumnOp(ops.MigrateOperation):
    @classmethod
    def drop_geospatial_column(cls, operations, table_name, column_name, schema=None, **kw):
        _postgis(operations, "drop_geospatial_column")
        return operations.drop_column(table_name, column_name, schema=schema, **kw)

    @classmethod
    def batch_drop_geospatial_column(cls, operations, column_name, **kw):
        _postgis(operations, "drop_geospatial_column")
        return operations.drop_column(column_name, **kw)


@Operations.register_operation("create_geospatial_index")
@BatchOperations.register_operation("create_geospatial_index", "batch_create_geospatial_index")
class CreateGeospatialIndexOp(ops.MigrateOperation):
    @classmethod
    def create_geospatial_index(cls, operations, index_name, table_name, columns, schema=None, unique=False, **kw):
        _postgis(operations, "create_geospatial_index")
        return operations.create_index(index_name, table_name, columns, schema=schema, unique=unique, **kw)

    @classmethod
    def batch_create_geospatial_index(cls, operations, index_name, columns, **kw):
        _postgis(operations, "create_geospatial_index")
        return operations.create_index(index_name, columns, **kw)


@Operations.register_operation("drop_geospatial_index")
@BatchOperations.register_operation("drop_geospatial_index", "batch_drop_geospatial_index")
class DropGeospatialIndexOp(ops.MigrateOperation):
    @classmethod
    def drop_geospatial_index(cls, operations, index_name, table_name=None, column_name=None, schema=None, unique=False, **kw):
        _postgis(operations, "drop_geospatial_index")
        kw.pop("_column_flag", None)
        return operations.drop_index(index_name, table_name, schema=schema, **kw)

    @classmethod
    def batch_drop_geospatial_index(cls, operations, index_name, **kw):
        _postgis(operations, "drop_geospatial_index")
        return operations.drop_index(index_name, **kw)
