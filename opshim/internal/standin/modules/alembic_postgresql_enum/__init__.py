# op.sync_enum_values: another list of values for an enum type. What compares
# models with a database has no place here.

from alembic_postgresql_enum.get_enum_data.types import ColumnType, TableReference
from alembic_postgresql_enum.operations import sync_enum_values as _registers


class Config:
    def __init__(self, **settings):
        self.settings = settings


def set_configuration(config):
    return None
