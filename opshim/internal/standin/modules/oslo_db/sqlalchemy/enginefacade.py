# The application's own connections: here, that of the migration. In env.py there
# is none yet, and what the application would open is not known.


class _Facade:
    def get_engine(self):
        from alembic import op
        import oslo_db

        try:
            return op.get_bind().engine
        except NameError:
            return oslo_db.engine_of_the_application


class _Context(_Facade):
    def __init__(self):
        self.writer = _Facade()
        self.reader = _Facade()

    def configure(self, **kw):
        return None


reader = _Facade()
writer = _Facade()


def transaction_context():
    return _Context()


def configure(**kw):
    return None
