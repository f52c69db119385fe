import enum as _enum
from dataclasses import dataclass as _dataclass


class ColumnType(_enum.Enum):
    COMMON = "Enum"
    ARRAY = "ARRAY"


Unspecified = object()


@_dataclass(frozen=True)
class TableReference:
    table_name: str
    column_name: str
    table_schema: object = Unspecified
    column_type: ColumnType = ColumnType.COMMON
    existing_server_default: object = None

    @property
    def table_name_with_schema(self):
        return ('"%s".' % self.table_schema if self.table_schema else "") + '"%s"' % self.table_name

    @property
    def escaped_column_name(self):
        return '"%s"' % self.column_name
