# Models whose annotations say the columns: the table that belongs to each.
# Nothing is validated.

import datetime as _datetime
import decimal as _decimal
import enum as _enum
import pathlib as _pathlib
import types as _types
import typing as _typing
import uuid as _uuid

import sqlalchemy as _sa
from sqlalchemy import orm as _orm

from sqlmodel.sql.sqltypes import AutoString

Session = _orm.Session

_UNSET = object()
_TYPES = (
    (bool, _sa.Boolean), (int, _sa.Integer), (float, _sa.Float), (_datetime.datetime, _sa.DateTime), (_datetime.date, _sa.Date),
    (_datetime.timedelta, _sa.Interval), (_datetime.time, _sa.Time), (bytes, _sa.LargeBinary), (_uuid.UUID, _sa.Uuid))


class _Field:
    def __init__(self, default, options):
        self.default, self.options = default, options

    def get(self, name, otherwise=None):
        value = self.options.get(name, _UNSET)
        return otherwise if value is _UNSET else value


def Field(default=_UNSET, **options):
    return _Field(default, options)


def Relationship(**options):
    return _Relationship()


class _Relationship:
    pass


def col(column):
    return column


def _plain(annotation):
    """The type behind Optional and Annotated, and whether None is allowed."""
    nullable, extra = False, None
    for _ in range(8):
        if hasattr(annotation, "__metadata__"):
            for m in annotation.__metadata__:
                extra = m if isinstance(m, _Field) else extra
            annotation = annotation.__origin__
            continue
        args = getattr(annotation, "__args__", ())
        if type(None) in args:
            nullable = True
            annotation = [a for a in args if a is not type(None)][0]
            continue
        break
    return annotation, nullable, extra


def _sql_type(python, field):
    given = field.get("sa_type")
    if given is not None:
        return given
    if isinstance(python, type):
        if issubclass(python, _enum.Enum):
            return _sa.Enum(python)
        if issubclass(python, (str, _pathlib.Path)):
            return AutoString(length=field.get("max_length"))
        if issubclass(python, _decimal.Decimal):
            return _sa.Numeric(precision=field.get("max_digits"), scale=field.get("decimal_places"))
        for known, made in _TYPES:
            if issubclass(python, known):
                return made
    raise ValueError("%r has no matching SQLAlchemy type" % (python,))


def _column(name, annotation, value):
    python, nullable, extra = _plain(annotation)
    field = value if isinstance(value, _Field) else extra or _Field(value, {})
    default = field.default if isinstance(value, _Field) or value is _UNSET else value
    given = field.get("sa_column")
    if given is not None:
        if given.name is None:
            given.name = name
        return given
    primary = bool(field.get("primary_key", False))
    required = default is _UNSET or default is Ellipsis
    null = field.get("nullable", nullable and not primary)
    items = list(field.get("sa_column_args", ()))
    if field.get("foreign_key") is not None:
        items.insert(0, _sa.ForeignKey(field.get("foreign_key"), ondelete=field.get("ondelete")))
    options = {"primary_key": primary, "nullable": null, "index": bool(field.get("index", False)), "unique": bool(field.get("unique", False))}
    if field.get("default_factory") is not None:
        options["default"] = field.get("default_factory")
    elif not required and default is not None:
        options["default"] = default
    options.update(field.get("sa_column_kwargs", {}))
    return _sa.Column(name, _sql_type(python, field), *items, **options)


class SQLModel:
    metadata = _sa.MetaData()

    def __init__(self, **values):
        for name, value in values.items():
            setattr(self, name, value)

    def __init_subclass__(cls, table=False, **options):
        super().__init_subclass__()
        if not table:
            return
        fields = {}
        for base in reversed(cls.__mro__):
            for name, annotation in _typing.get_type_hints(base, include_extras=True).items() if "__annotations__" in vars(base) else ():
                value = vars(base).get(name, _UNSET)
                if name.startswith("_") or isinstance(value, _Relationship) or _typing.get_origin(annotation) is _typing.ClassVar or name == "metadata":
                    continue
                fields[name] = (annotation, value)
        name = getattr(cls, "__tablename__", None) or cls.__name__.lower()
        args = getattr(cls, "__table_args__", ())
        kw = {}
        if isinstance(args, dict):
            args, kw = (), args
        elif args and isinstance(args[-1], dict):
            args, kw = args[:-1], args[-1]
        cls.__table__ = _sa.Table(name, cls.metadata, *[_column(n, a, v) for n, (a, v) in fields.items()], *args, **kw)


def __getattr__(name):
    for module in (_sa, _orm):
        if hasattr(module, name):
            return getattr(module, name)
    raise AttributeError(name)
