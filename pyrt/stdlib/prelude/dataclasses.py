"""Data classes."""

import copy
import inspect
import keyword
import reprlib
import sys
import types

__all__ = ["dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING", "fields", "asdict", "astuple",
           "make_dataclass", "replace", "is_dataclass"]

GenericAlias = type(list[int])


class FrozenInstanceError(AttributeError):
    pass


class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return "<factory>"


_HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()


class _MISSING_TYPE:
    pass


MISSING = _MISSING_TYPE()


class _KW_ONLY_TYPE:
    pass


KW_ONLY = _KW_ONLY_TYPE()
_EMPTY = types.MappingProxyType({})


class _FIELD_BASE:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_FIELD = _FIELD_BASE("_FIELD")
_FIELD_CLASSVAR = _FIELD_BASE("_FIELD_CLASSVAR")
_FIELD_INITVAR = _FIELD_BASE("_FIELD_INITVAR")
_FIELDS = "__dataclass_fields__"
_PARAMS = "__dataclass_params__"


class InitVar:
    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        t = self.type
        name = t.__name__ if isinstance(t, type) and not isinstance(t, GenericAlias) else repr(t)
        return f"dataclasses.InitVar[{name}]"

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    __slots__ = ("name", "type", "default", "default_factory", "repr", "hash", "init", "compare", "metadata", "kw_only", "doc", "_field_type")

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only, doc):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _EMPTY if metadata is None else types.MappingProxyType(metadata)
        self.kw_only = kw_only
        self.doc = doc
        self._field_type = None

    @reprlib.recursive_repr()
    def __repr__(self):
        return ("Field(" + ",".join(f"{n}={getattr(self, n)!r}" for n in (
            "name", "type", "default", "default_factory", "init", "repr", "hash", "compare", "metadata", "kw_only", "doc"))
            + f",_field_type={self._field_type})")

    def __set_name__(self, owner, name):
        func = getattr(type(self.default), "__set_name__", None)
        if func:
            func(self.default, owner, name)

    __class_getitem__ = classmethod(GenericAlias)


class _DataclassParams:
    def __init__(self, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
        self.init, self.repr, self.eq, self.order, self.unsafe_hash, self.frozen = init, repr, eq, order, unsafe_hash, frozen
        self.match_args, self.kw_only, self.slots, self.weakref_slot = match_args, kw_only, slots, weakref_slot

    def __repr__(self):
        return "_DataclassParams(" + ",".join(f"{k}={v!r}" for k, v in self.__dict__.items()) + ")"


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None, kw_only=MISSING, doc=None):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only, doc)


def _is_type_text(annotation, cls, kind):
    """Whether a string annotation names ClassVar, InitVar or KW_ONLY as the module of the class sees it."""
    text = annotation.split("[", 1)[0].strip().strip("\"'")
    prefix, _, name = text.rpartition(".")
    space = getattr(sys.modules.get(cls.__module__), "__dict__", {})
    if prefix:
        module = space.get(prefix)
        space = getattr(module, "__dict__", {})
        if space.get("__name__") not in ("typing", "dataclasses", "typing_extensions"):
            return False
    found = space.get(name)
    if found is None or name != kind:
        return False
    if kind == "ClassVar":
        return found is getattr(sys.modules.get("typing"), "ClassVar", None)
    return found is (InitVar if kind == "InitVar" else KW_ONLY)


def _kind_of(f, cls):
    t = f.type
    if isinstance(t, str):
        if _is_type_text(t, cls, "ClassVar"):
            return _FIELD_CLASSVAR
        if _is_type_text(t, cls, "InitVar"):
            return _FIELD_INITVAR
        return _FIELD
    typing = sys.modules.get("typing")
    if typing is not None and (t is typing.ClassVar or getattr(t, "__origin__", None) is typing.ClassVar):
        return _FIELD_CLASSVAR
    if t is InitVar or type(t) is InitVar:
        return _FIELD_INITVAR
    return _FIELD


def _get_field(cls, name, type, default_kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        f = default
    else:
        if isinstance(default, types.MemberDescriptorType):
            default = MISSING
        f = field(default=default)
    f.name = name
    f.type = type
    f._field_type = _kind_of(f, cls)
    if f._field_type in (_FIELD_CLASSVAR, _FIELD_INITVAR):
        if f.default_factory is not MISSING:
            raise TypeError(f"field {f.name} cannot have a default factory")
    if f._field_type in (_FIELD, _FIELD_INITVAR):
        if f.kw_only is MISSING:
            f.kw_only = default_kw_only
    elif f.kw_only is not MISSING:
        raise TypeError(f"field {f.name} is a ClassVar but specifies kw_only")
    if f._field_type is _FIELD and f.default.__class__.__hash__ is None:
        raise ValueError(f"mutable default {f.default.__class__} for field {f.name} is not allowed: use default_factory")
    return f


def _is_kw_only_marker(t, cls):
    return t is KW_ONLY or isinstance(t, str) and _is_type_text(t, cls, "KW_ONLY")


def _set_new(cls, name, value, overwrite_error=None):
    if name in cls.__dict__:
        if overwrite_error:
            raise TypeError(overwrite_error)
        return True
    value.__qualname__ = f"{cls.__qualname__}.{name}"
    value.__name__ = name
    setattr(cls, name, value)
    return False


def _make_init(cls, std, kw_only, frozen, has_post_init, self_name):
    seen_default = None
    for f in std:
        if f.init:
            if not (f.default is MISSING and f.default_factory is MISSING):
                seen_default = f
            elif seen_default:
                raise TypeError(f"non-default argument {f.name!r} follows default argument {seen_default.name!r}")
    namespace = {"__dc_factory__": _HAS_DEFAULT_FACTORY, "__dc_set__": object.__setattr__, "__dc_missing__": MISSING}
    params, body = [self_name], []
    init_std = [f for f in std if f.init]
    init_kw = [f for f in kw_only if f.init]

    def param(f):
        if f.default is not MISSING:
            namespace[f"__dc_dflt_{f.name}__"] = f.default
            return f"{f.name}=__dc_dflt_{f.name}__"
        if f.default_factory is not MISSING:
            return f"{f.name}=__dc_factory__"
        return f.name

    params += [param(f) for f in init_std]
    if init_kw:
        params.append("*")
        params += [param(f) for f in init_kw]

    def assign(f, text):
        if frozen:
            body.append(f"__dc_set__({self_name}, {f.name!r}, {text})")
        else:
            body.append(f"{self_name}.{f.name} = {text}")

    for f in [*std, *kw_only]:
        if f.default_factory is not MISSING:
            namespace[f"__dc_make_{f.name}__"] = f.default_factory
            if f.init:
                value = f"__dc_make_{f.name}__() if {f.name} is __dc_factory__ else {f.name}"
            else:
                value = f"__dc_make_{f.name}__()"
        elif f.init:
            value = f.name
        elif f.default is not MISSING and "__slots__" in cls.__dict__:
            namespace[f"__dc_dflt_{f.name}__"] = f.default
            value = f"__dc_dflt_{f.name}__"
        else:
            continue
        if f._field_type is not _FIELD_INITVAR:
            assign(f, value)
    if has_post_init:
        args = ", ".join(f.name for f in [*std, *kw_only] if f._field_type is _FIELD_INITVAR)
        body.append(f"{self_name}.__post_init__({args})")
    text = f"def __init__({', '.join(params)}):\n " + "\n ".join(body or ["pass"])
    exec(text, namespace)
    init = namespace["__init__"]
    annotations = {f.name: f.type for f in [*init_std, *init_kw]}
    annotations["return"] = None
    init.__annotations__ = annotations
    return init


def _make_compare(cls, name, flds, op):
    names = [f.name for f in flds]

    def compare(self, other):
        if other.__class__ is self.__class__:
            return op(tuple([getattr(self, n) for n in names]), tuple([getattr(other, n) for n in names]))
        return NotImplemented
    return compare


def _make_eq(flds):
    names = [f.name for f in flds]

    def __eq__(self, other):
        if self is other:
            return True
        if other.__class__ is self.__class__:
            for n in names:
                if not (getattr(self, n) == getattr(other, n)):
                    return False
            return True
        return NotImplemented
    return __eq__


def _make_repr(flds):
    names = [f.name for f in flds]

    def __repr__(self):
        return self.__class__.__qualname__ + "(" + ", ".join([f"{n}={getattr(self, n)!r}" for n in names]) + ")"
    __repr__.__qualname__ = "__create_fn__.<locals>.__repr__"  # pprint knows it by that
    return reprlib.recursive_repr()(__repr__)


def _make_frozen(cls, names):
    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot delete field {name!r}")
        super(cls, self).__delattr__(name)
    return __setattr__, __delattr__


def _collect_fields(cls, kw_only):
    flds = {}
    any_frozen = False
    has_bases = False
    all_frozen = None
    for b in cls.__mro__[-1:0:-1]:
        base_fields = getattr(b, _FIELDS, None)
        if base_fields is not None and _FIELDS in b.__dict__:
            has_bases = True
            flds.update(base_fields)
            all_frozen = (True if all_frozen is None else all_frozen) and getattr(b, _PARAMS).frozen
            any_frozen = any_frozen or getattr(b, _PARAMS).frozen
    annotations = inspect.get_annotations(cls, format=3)
    own = []
    marker = False
    for name, t in annotations.items():
        if _is_kw_only_marker(t, cls):
            if marker:
                raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
            marker = True
            kw_only = True
        else:
            own.append(_get_field(cls, name, t, kw_only))
    for f in own:
        flds[f.name] = f
        if isinstance(cls.__dict__.get(f.name), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in list(cls.__dict__.items()):
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f"{name!r} is a field but has no type annotation")
    return flds, has_bases, any_frozen, all_frozen


def _add_hash(cls, unsafe_hash, eq, frozen, flds, has_explicit_hash):
    def make():
        names = [f.name for f in flds if (f.compare if f.hash is None else f.hash)]

        def __hash__(self):
            return hash(tuple([getattr(self, n) for n in names]))
        __hash__.__qualname__ = f"{cls.__qualname__}.__hash__"
        cls.__hash__ = __hash__
    if unsafe_hash:
        if has_explicit_hash:
            raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
        make()
    elif eq and frozen:
        if not has_explicit_hash:
            make()
    elif eq and not has_explicit_hash:
        cls.__hash__ = None


def _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    setattr(cls, _PARAMS, _DataclassParams(init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot))
    flds, has_bases, any_frozen, all_frozen = _collect_fields(cls, kw_only)
    if has_bases:
        if any_frozen and not frozen:
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
        if all_frozen is False and frozen:
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    setattr(cls, _FIELDS, flds)
    class_hash = cls.__dict__.get("__hash__", MISSING)
    has_explicit_hash = not (class_hash is MISSING or class_hash is None and "__eq__" in cls.__dict__)
    if order and not eq:
        raise ValueError("eq must be true if order is true")
    in_init = [f for f in flds.values() if f._field_type in (_FIELD, _FIELD_INITVAR)]
    std = [f for f in in_init if not f.kw_only]
    kws = [f for f in in_init if f.kw_only]
    if init:
        self_name = "__dataclass_self__" if "self" in flds else "self"
        _set_new(cls, "__init__", _make_init(cls, std, kws, frozen, hasattr(cls, "__post_init__"), self_name))
    _set_new(cls, "__replace__", _replace_method())
    real = [f for f in flds.values() if f._field_type is _FIELD]
    if repr:
        _set_new(cls, "__repr__", _make_repr([f for f in real if f.repr]))
    compared = [f for f in real if f.compare]
    if eq:
        _set_new(cls, "__eq__", _make_eq(compared))
    if order:
        import operator
        for name in ("__lt__", "__le__", "__gt__", "__ge__"):
            _set_new(cls, name, _make_compare(cls, name, compared, getattr(operator, name)),
                     f"Cannot overwrite attribute {name} in class {cls.__name__} Consider using functools.total_ordering")
    if frozen:
        for fn in _make_frozen(cls, tuple(f.name for f in real)):
            _set_new(cls, fn.__name__, fn, f"Cannot overwrite attribute {fn.__name__} in class {cls.__name__}")
    _add_hash(cls, unsafe_hash, eq, frozen, real, has_explicit_hash)
    if not getattr(cls, "__doc__"):
        try:
            text = str(inspect.signature(cls)).replace(" -> None", "")
        except (TypeError, ValueError):
            text = ""
        cls.__doc__ = cls.__name__ + text
    if match_args and "__match_args__" not in cls.__dict__:
        cls.__match_args__ = tuple(f.name for f in std if f.init)
    if weakref_slot and not slots:
        raise TypeError("weakref_slot is True but slots is False")
    if slots:
        cls = _add_slots(cls, frozen, weakref_slot)
    import abc
    abc.update_abstractmethods(cls)
    return cls


def _replace_method():
    def __replace__(self, /, **changes):
        return _replace(self, **changes)
    return __replace__


def _add_slots(cls, is_frozen, weakref_slot):
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    cls_dict = dict(cls.__dict__)
    names = tuple(f.name for f in fields(cls))
    inherited = set()
    for base in cls.__mro__[1:-1]:
        s = base.__dict__.get("__slots__", ())
        inherited.update((s,) if isinstance(s, str) else s)
    cls_dict["__slots__"] = tuple(n for n in names if n not in inherited) + (("__weakref__",) if weakref_slot else ())
    for name in names:
        cls_dict.pop(name, None)
    cls_dict.pop("__dict__", None)
    cls_dict.pop("__weakref__", None)
    qualname = getattr(cls, "__qualname__", None)
    new = type(cls)(cls.__name__, cls.__bases__, cls_dict)
    if qualname is not None:
        new.__qualname__ = qualname
    for member in new.__dict__.values():
        closure = getattr(getattr(member, "__func__", member), "__closure__", None)
        for cell in closure or ():
            try:
                if cell.cell_contents is cls:
                    cell.cell_contents = new
            except ValueError:
                pass
    if is_frozen:
        set_new, del_new = _make_frozen(new, names)
        for fn in (set_new, del_new):
            fn.__qualname__ = f"{new.__qualname__}.{fn.__name__}"
            setattr(new, fn.__name__, fn)
    return new


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True, kw_only=False,
              slots=False, weakref_slot=False):
    def wrap(cls):
        return _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)
    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    try:
        flds = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple(f for f in flds.values() if f._field_type is _FIELD)


def _is_dataclass_instance(obj):
    return hasattr(type(obj), _FIELDS)


def is_dataclass(obj):
    return hasattr(obj if isinstance(obj, type) else type(obj), _FIELDS)


def asdict(obj, *, dict_factory=dict):
    if not _is_dataclass_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _asdict_inner(obj, dict_factory)


def _asdict_inner(obj, dict_factory):
    cls = type(obj)
    if hasattr(cls, _FIELDS):
        return dict_factory([(f.name, _asdict_inner(getattr(obj, f.name), dict_factory)) for f in fields(obj)])
    if issubclass(cls, tuple) and hasattr(cls, "_fields"):
        return cls(*[_asdict_inner(v, dict_factory) for v in obj])
    if issubclass(cls, dict):
        items = [(_asdict_inner(k, dict_factory), _asdict_inner(v, dict_factory)) for k, v in obj.items()]
        if hasattr(cls, "default_factory"):
            result = cls(obj.default_factory)
            for k, v in items:
                result[k] = v
            return result
        return cls(items)
    if issubclass(cls, (list, tuple)):
        return cls([_asdict_inner(v, dict_factory) for v in obj])
    return copy.deepcopy(obj)


def astuple(obj, *, tuple_factory=tuple):
    if not _is_dataclass_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _astuple_inner(obj, tuple_factory)


def _astuple_inner(obj, tuple_factory):
    if _is_dataclass_instance(obj):
        return tuple_factory([_astuple_inner(getattr(obj, f.name), tuple_factory) for f in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return type(obj)(*[_astuple_inner(v, tuple_factory) for v in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)([_astuple_inner(v, tuple_factory) for v in obj])
    if isinstance(obj, dict):
        return type(obj)([(_astuple_inner(k, tuple_factory), _astuple_inner(v, tuple_factory)) for k, v in obj.items()])
    return copy.deepcopy(obj)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
                   match_args=True, kw_only=False, slots=False, weakref_slot=False, module=None, decorator=dataclass):
    namespace = dict(namespace or {})
    annotations, defaults = {}, {}
    for item in fields:
        if isinstance(item, str):
            from typing import Any
            name, t = item, Any
        elif len(item) == 2:
            name, t = item
        elif len(item) == 3:
            name, t = item[0], item[1]
            defaults[name] = item[2]
        else:
            raise TypeError(f"Invalid field: {item!r}")
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        if keyword.iskeyword(name):
            raise TypeError(f"Field names must not be keywords: {name!r}")
        if name in annotations:
            raise TypeError(f"Field name duplicated: {name!r}")
        annotations[name] = t

    def body(ns):
        ns.update(namespace)
        ns.update(defaults)
        ns["__annotations__"] = annotations
    cls = types.new_class(cls_name, bases, {}, body)
    cls.__module__ = module or sys._getframemodulename(1) or "__main__"
    return decorator(cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen, match_args=match_args,
                     kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)


def replace(obj, /, **changes):
    if not _is_dataclass_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    return _replace(obj, **changes)


def _replace(self, /, **changes):
    for f in getattr(self, _FIELDS).values():
        if f._field_type is _FIELD_CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise TypeError(f"field {f.name} is declared with init=False, it cannot be specified with replace()")
            continue
        if f.name not in changes:
            if f._field_type is _FIELD_INITVAR and f.default is MISSING:
                raise TypeError(f"InitVar {f.name!r} must be specified with replace()")
            changes[f.name] = getattr(self, f.name)
    return self.__class__(**changes)
