from alembic.config import Config as _Config


class Config(_Config):
    def __init__(self, *args, **kw):
        super().__init__(*args, **kw)

    def get_template_directory(self):
        return "templates"


class Migrate:
    def __init__(self, app=None, db=None, directory="migrations", command="db", compare_type=True, render_as_batch=True, **kw):
        self.db, self.directory = db, directory
        self.configure_args = dict(kw, compare_type=compare_type, render_as_batch=render_as_batch)
        self.configure_callbacks = []
        if app is not None and db is not None:
            self.init_app(app, db, directory)

    def init_app(self, app, db=None, directory=None, command=None, compare_type=None, render_as_batch=None, **kw):
        self.db = db or self.db
        self.configure_args.update(kw)
        app.extensions["migrate"] = _MigrateConfig(self, self.db, **self.configure_args)

    def configure(self, f):
        self.configure_callbacks.append(f)
        return f


class _MigrateConfig:
    def __init__(self, migrate, db, **kw):
        self.migrate, self.db, self.configure_args = migrate, db, kw
        self.directory = migrate.directory

    @property
    def metadata(self):
        return self.db.metadata
