# The db object of an application: the names of sqlalchemy and sqlalchemy.orm, and
# a declarative base. There is no application, hence no engine.

import sqlalchemy as _sa
from sqlalchemy import orm as _orm


def _camel_to_snake(name):
    out = []
    for i, c in enumerate(name):
        if c.isupper() and i and (not name[i - 1].isupper() or i + 1 < len(name) and name[i + 1].islower()):
            out.append("_")
        out.append(c.lower())
    return "".join(out)


class _Named:
    def __init_subclass__(cls, **kw):
        own = cls.__dict__
        has_columns = any(getattr(v, "primary_key", False) is True for v in own.values())
        if "__tablename__" not in own and "__table__" not in own and not own.get("__abstract__") and has_columns:
            cls.__tablename__ = _camel_to_snake(cls.__name__)
        super().__init_subclass__(**kw)


class SQLAlchemy:
    def __init__(self, app=None, *, metadata=None, session_options=None, query_class=None, model_class=None, engine_options=None,
                 add_models_to_shell=True, disable_autonaming=False, **kw):
        self.metadata = metadata if metadata is not None else _sa.MetaData()
        base = model_class if isinstance(model_class, type) else object
        bases = (base,) if disable_autonaming else (_Named, base) if base is not object else (_Named,)
        self.Model = _orm.declarative_base(metadata=self.metadata, cls=bases if len(bases) > 1 else bases[0], name="Model")

    def init_app(self, app):
        return None

    def Table(self, *args, **kw):
        if len(args) > 1 and isinstance(args[1], _sa.MetaData):
            return _sa.Table(*args, **kw)
        return _sa.Table(args[0], self.metadata, *args[1:], **kw)

    def __getattr__(self, name):
        for module in (_sa, _orm):
            if hasattr(module, name):
                return getattr(module, name)
        raise AttributeError(name)
