# The application's own connections: here, that of the migration.


class _Facade:
    def get_engine(self):
        from alembic import op

        return op.get_bind().engine


reader = _Facade()
writer = _Facade()
