# Models as an application's settings need them: fields with defaults, values made
# of what is given as far as the type says how, validators. What does not fit a
# type is refused for plain types only; most constraints are not looked at.

import datetime as _datetime
import decimal as _decimal
import enum as _enum
import json as _json
import pathlib as _pathlib
import sys as _sys
import types as _types
import typing as _typing
import uuid as _uuid

from pydantic.networks import *
from pydantic.types import *
from pydantic.fields import AliasChoices, AliasPath, FieldInfo, Field, PrivateAttr, unset


class ValidationError(ValueError):
    pass


class ConfigDict(dict):
    def __init__(self, **options):
        dict.__init__(self, options)


class Extra(str, _enum.Enum):
    allow = "allow"
    forbid = "forbid"
    ignore = "ignore"


class _Mark:
    # What a validator is for, on the function itself.
    def __init__(self, function, kind, fields, mode):
        self.function, self.kind, self.fields, self.mode = function, kind, fields, mode

    def __get__(self, instance, owner=None):
        function = getattr(self.function, "__func__", self.function)
        return _types.MethodType(function, instance if instance is not None else owner)


def field_validator(*fields, mode="after", check_fields=None, json_schema_input_type=None):
    return lambda function: _Mark(function, "field", fields, mode)


def validator(*fields, pre=False, each_item=False, always=False, check_fields=None, allow_reuse=False):
    return lambda function: _Mark(function, "values", fields, "before" if pre else "after")


def model_validator(*, mode):
    return lambda function: _Mark(function, "model", (), mode)


def root_validator(function=None, *, pre=False, skip_on_failure=False, allow_reuse=False):
    if function is not None:
        return _Mark(function, "root", (), "after")
    return lambda function: _Mark(function, "root", (), "before" if pre else "after")


def computed_field(function=None, **options):
    def made(function):
        return function if isinstance(function, property) or hasattr(function, "__get__") and not callable(function) else property(function)

    return made if function is None else made(function)


def field_serializer(*fields, **options):
    return lambda function: function


def model_serializer(function=None, **options):
    return function if function is not None else (lambda function: function)


def validate_call(function=None, **options):
    return function if function is not None else (lambda function: function)


class _Info:
    # What a validator is told beside the value.
    def __init__(self, data, name, config):
        self.data, self.field_name, self.config, self.context, self.mode = data, name, config, None, "python"


def _hints(cls):
    """The annotations of one class, as texts where they cannot be made."""
    try:
        own = dict(cls.__dict__.get("__annotations__") or cls.__annotations__)
    except Exception:
        return None
    names = dict(vars(_typing))
    module = _sys.modules.get(cls.__module__)
    if module is not None:
        names.update(vars(module))
    for name, hint in own.items():
        if isinstance(hint, str):
            try:
                own[name] = eval(hint, names)
            except Exception:
                pass
    return own


def _collected(cls):
    """The fields of a class and those that it inherits, in order."""
    fields = {}
    for base in reversed(cls.__mro__[:-1]):
        if base is cls:
            break
        fields.update(base.__dict__.get("model_fields", {}))
    hints = _hints(cls)
    if hints is None:
        hints = {name: _typing.Any for name in vars(cls) if not callable(vars(cls)[name])}
    for name, hint in hints.items():
        text = hint if isinstance(hint, str) else ""
        if name.startswith("_") or name == "model_config" or _typing.get_origin(hint) is _typing.ClassVar or hint is _typing.ClassVar or "ClassVar" in text:
            continue
        given = cls.__dict__.get(name, unset)
        for extra in getattr(hint, "__metadata__", ()):
            if isinstance(extra, FieldInfo) and not isinstance(given, FieldInfo):
                given = extra.with_default(given)
        fields[name] = given if isinstance(given, FieldInfo) else FieldInfo(given)
        fields[name].annotation = hint
    return fields


class BaseModel:
    model_config = ConfigDict()
    model_fields = __fields__ = {}
    _marks = []
    _validates_defaults = False

    # Not a metaclass: a model may have a base that is not there.
    def __init_subclass__(cls, **options):
        super().__init_subclass__()
        config = ConfigDict()
        for base in reversed(cls.__mro__[1:]):
            config.update(base.__dict__.get("model_config") or {})
        old = cls.__dict__.get("Config")
        if isinstance(old, type):
            config.update({k: v for k, v in vars(old).items() if not k.startswith("__")})
        config.update(cls.__dict__.get("model_config") or {})
        config.update(options)
        cls.model_config = config
        cls.model_fields = cls.__fields__ = _collected(cls)
        for name, field in cls.model_fields.items():
            if isinstance(cls.__dict__.get(name), FieldInfo):
                delattr(cls, name)
                if not field.is_required():
                    setattr(cls, name, field.get_default())
        marks = []
        for base in reversed(cls.__mro__):
            for attribute, value in list(base.__dict__.items()):
                if isinstance(value, _Mark):
                    marks = [m for m in marks if m[0] != attribute] + [(attribute, value)]
        cls._marks = [m for _, m in marks]

    def __init__(self, **data):
        cls = type(self)
        lacking = []
        data = self._through("before", data, lacking, whole=True)
        values = {}
        for name, field in cls.model_fields.items():
            value, given = _given(name, field, data)
            if not given and field.is_required():
                value = self._absent(name)
                lacking.append(name)
            elif not given:
                value = field.get_default()
            if given or cls._validates_defaults or field.validate_default:
                value = self._field(name, field, value, values, lacking, given)
            values[name] = value
        self.__dict__.update(values)
        for name, value in data.items():
            if name not in values and cls.model_config.get("extra") == "allow":
                self.__dict__[name] = value
        self.__dict__["model_fields_set"] = {name for name in data if name in values}
        self._private()
        self._after(lacking)
        self.model_post_init(None)

    def _private(self):
        for base in reversed(type(self).__mro__):
            for name, value in vars(base).items():
                if isinstance(value, PrivateAttr):
                    self.__dict__[name] = value.get_default()

    def _absent(self, name):
        raise ValidationError("1 validation error for %s\n%s\n  Field required [type=missing]" % (type(self).__name__, name))

    def _field(self, name, field, value, values, lacking, given):
        """A value with its validators round it."""
        marks = [m for m in type(self)._marks if m.kind in ("field", "values") and (name in m.fields or "*" in m.fields)]
        for m in marks:
            if m.mode in ("before", "wrap", "plain"):
                value = self._validated(m, name, value, values, lacking)
        if given or value is not None:
            value = _made(field.annotation, value)
        for m in marks:
            if m.mode == "after":
                value = self._validated(m, name, value, values, lacking)
        return value

    def _validated(self, m, name, value, values, lacking):
        function = getattr(m.function, "__func__", m.function)
        names = function.__code__.co_varnames[:function.__code__.co_argcount]
        arguments = [type(self), value] if not isinstance(m.function, staticmethod) and names and names[0] in ("cls", "self") else [value]
        if m.mode == "wrap":
            arguments.append(lambda v: _made(type(self).model_fields[name].annotation, v))
        options = {}
        if m.kind == "values":
            if "values" in names:
                options["values"] = values
            elif len(names) > len(arguments):
                arguments.append(values)
        elif len(names) > len(arguments):
            arguments.append(_Info(values, name, type(self).model_config))
        try:
            return function(*arguments, **options)
        except (ValueError, TypeError, AssertionError) as e:
            if lacking:
                return value  # it judges what is not known
            raise ValidationError("1 validation error for %s\n%s\n  %s" % (type(self).__name__, name, e))

    def _through(self, mode, data, lacking, whole):
        for m in type(self)._marks:
            if m.kind in ("model", "root") and m.mode == mode:
                function = getattr(m.function, "__func__", m.function)
                data = function(type(self), data) or data
        return data

    def _after(self, lacking):
        for m in type(self)._marks:
            if m.mode != "after" or m.kind not in ("model", "root"):
                continue
            function = getattr(m.function, "__func__", m.function)
            try:
                if m.kind == "root":
                    self.__dict__.update(function(type(self), {n: self.__dict__[n] for n in type(self).model_fields}) or {})
                else:
                    function(self)
            except (ValueError, TypeError, AssertionError) as e:
                if not lacking:
                    raise ValidationError("1 validation error for %s\n  %s" % (type(self).__name__, e))

    def model_post_init(self, context):
        pass

    def model_dump(self, *, include=None, exclude=None, exclude_none=False, exclude_unset=False, by_alias=False, mode="python", **options):
        out = {}
        for name, field in type(self).model_fields.items():
            value = self.__dict__.get(name)
            if include and name not in include or exclude and name in exclude or exclude_none and value is None:
                continue
            if exclude_unset and name not in self.model_fields_set:
                continue
            out[field.alias if by_alias and field.alias else name] = _dumped(value)
        return out

    def dict(self, **options):
        return self.model_dump(**options)

    def model_dump_json(self, **options):
        return _json.dumps(self.model_dump(), default=str)

    def json(self, **options):
        return self.model_dump_json()

    @classmethod
    def model_validate(cls, obj, **options):
        if isinstance(obj, cls):
            return obj
        return cls(**(obj if isinstance(obj, dict) else {n: getattr(obj, n) for n in cls.model_fields if hasattr(obj, n)}))

    parse_obj = from_orm = model_validate

    @classmethod
    def model_validate_json(cls, text, **options):
        return cls(**_json.loads(text))

    parse_raw = model_validate_json

    @classmethod
    def model_construct(cls, _fields_set=None, **values):
        made = cls.__new__(cls)
        for name, field in cls.model_fields.items():
            if name not in values and not field.is_required():
                values[name] = field.get_default()
        made.__dict__.update(values)
        made.__dict__["model_fields_set"] = set(values)
        return made

    construct = model_construct

    def model_copy(self, *, update=None, deep=False):
        made = type(self).__new__(type(self))
        made.__dict__.update(self.__dict__)
        made.__dict__.update(update or {})
        return made

    def copy(self, *, update=None, **options):
        return self.model_copy(update=update)

    @classmethod
    def model_rebuild(cls, **options):
        return True

    update_forward_refs = model_rebuild

    def __eq__(self, other):
        return type(self) is type(other) and self.model_dump() == other.model_dump()

    def __hash__(self):
        return hash(type(self).__name__)

    def __iter__(self):
        return iter([(name, self.__dict__.get(name)) for name in type(self).model_fields])

    def __repr__(self):
        return "%s(%s)" % (type(self).__name__, ", ".join("%s=%r" % pair for pair in self))

    def __str__(self):
        return " ".join("%s=%r" % pair for pair in self)


class RootModel(BaseModel):
    def __init__(self, root=unset, **data):
        super().__init__(**(data if root is unset else {"root": root}))

    @classmethod
    def __class_getitem__(cls, of):
        return cls


class TypeAdapter:
    def __init__(self, type, **options):
        self._type = type

    def validate_python(self, value, **options):
        return _made(self._type, value)

    def validate_json(self, text, **options):
        return _made(self._type, _json.loads(text))


def parse_obj_as(type_, value, **options):
    return _made(type_, value)


def _given(name, field, data):
    names = [name]
    for alias in (field.validation_alias, field.alias):
        names += list(alias.choices) if isinstance(alias, AliasChoices) else [alias] if alias else []
    for n in names:
        # What comes from a package that is not there says no more than nothing does.
        if isinstance(n, str) and n in data and type(data[n]).__name__ != "MissingPackageObject":
            return data[n], True
    return None, False


def _dumped(value):
    if isinstance(value, BaseModel):
        return value.model_dump()
    if isinstance(value, dict):
        return {k: _dumped(v) for k, v in value.items()}
    if isinstance(value, (list, tuple, set)):
        return type(value)(_dumped(v) for v in value)
    return value


_TRUE, _FALSE = ("1", "true", "t", "yes", "y", "on"), ("0", "false", "f", "no", "n", "off")


def _boolean(value):
    text = str(value).strip().lower()
    if text in _TRUE:
        return True
    if text in _FALSE:
        return False
    raise ValueError("Input should be a valid boolean, unable to interpret input")


_FROM_TEXT = {
    bool: _boolean, int: int, float: float, bytes: lambda v: v.encode(), _decimal.Decimal: _decimal.Decimal, _uuid.UUID: _uuid.UUID,
    _datetime.date: _datetime.date.fromisoformat, _datetime.datetime: _datetime.datetime.fromisoformat}


def _made(hint, value):
    """A value of the type that an annotation names, of what was given for it."""
    try:
        return _of(hint, value, 0)
    except (ValueError, TypeError) as e:
        raise ValidationError("1 validation error\n  %s [input: %r]" % (e, value))


def _of(hint, value, depth):
    if depth > 20 or isinstance(hint, str) or hint is _typing.Any or hint is None:
        return value
    if hasattr(hint, "__metadata__"):
        for extra in hint.__metadata__:
            value = extra.func(value) if isinstance(extra, BeforeValidator) else value
        value = _of(hint.__origin__, value, depth + 1)
        for extra in hint.__metadata__:
            value = extra.func(value) if isinstance(extra, AfterValidator) else value
        return value
    origin, arguments = _typing.get_origin(hint), _typing.get_args(hint)
    if origin is _typing.Union or origin is _types.UnionType:
        return _one_of(arguments, value, depth)
    if origin is _typing.Literal:
        if isinstance(value, (str, int)) and value not in arguments:
            raise ValueError("Input should be %s" % " or ".join(repr(a) for a in arguments))
        return value
    if origin in (list, set, tuple, frozenset, dict) or hint in (list, set, tuple, frozenset, dict):
        return _container(origin or hint, arguments, value, depth)
    if isinstance(hint, type):
        return _single(hint, value)
    return value


def _one_of(arguments, value, depth):
    if value is None and type(None) in arguments:
        return None
    for a in arguments:
        if isinstance(a, type) and type(value) is a:
            return value
    failure = None
    for a in arguments:
        if a is type(None):
            continue
        try:
            return _of(a, value, depth + 1)
        except (ValueError, TypeError) as e:
            failure = e
    if failure is not None:
        raise failure
    return value


def _container(kind, arguments, value, depth):
    if isinstance(value, str):
        value = _json.loads(value)
    if kind is dict:
        if len(arguments) == 2 and isinstance(value, dict):
            return {_of(arguments[0], k, depth + 1): _of(arguments[1], v, depth + 1) for k, v in value.items()}
        return value
    if arguments and isinstance(value, (list, tuple, set, frozenset)):
        value = [_of(arguments[0], v, depth + 1) for v in value]
    return kind(value) if isinstance(value, (list, tuple, set, frozenset)) else value


def _single(kind, value):
    if issubclass(kind, BaseModel):
        if isinstance(value, str):
            value = _json.loads(value)
        return kind(**value) if isinstance(value, dict) else value
    if hasattr(kind, "_from_text") and not isinstance(value, kind) and isinstance(value, str):
        return kind._from_text(value)
    if not isinstance(value, str):
        return value
    if issubclass(kind, _enum.Enum) and not isinstance(value, kind):
        return kind(value)
    if issubclass(kind, _pathlib.PurePath):
        return kind(value)
    convert = _FROM_TEXT.get(kind)
    return convert(value) if convert else value


def __getattr__(name):
    if name == "BaseSettings":  # where the first major version had it
        from pydantic_settings import BaseSettings
        return BaseSettings
    raise AttributeError(name)
