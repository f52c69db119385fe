# The object-relational mapper, as far as migrations use it: declarative classes
# over one table each, queries, a unit of work for scalar columns, relationships
# that load on demand. Attributes of a class are the columns themselves.

_Column = _get("Column")
_Table = _get("Table")
_MetaData = _get("MetaData")
_select = _get("select")
_insert = _get("insert")
_update = _get("update")
_delete = _get("delete")
_func = _get("func")
_and = _get("and_")
_TypeEngine = _get("TypeEngine")
_refuse = _get("_refuse")


class registry:
    def __init__(self, metadata=None, type_annotation_map=None, class_registry=None, constructor=None):
        self.metadata = metadata if metadata is not None else _MetaData()
        self.type_annotation_map = dict(type_annotation_map or {})
        self._class_registry = class_registry if class_registry is not None else {}
        self._backrefs = []
        self.constructor = constructor

    @property
    def mappers(self):
        return frozenset(c.__mapper__ for c in self._class_registry.values())

    def update_type_annotation_map(self, m):
        self.type_annotation_map.update(m)

    def generate_base(self, mapper=None, cls=object, name="Base", metaclass=None):
        return _make_base(self, cls, name)

    def mapped(self, cls):
        _configure(cls, self)
        return cls

    def mapped_as_dataclass(self, cls=None, **kw):
        def mapped(cls):
            cls.__sa_dataclass__ = _dataclass_options(cls, kw)
            return self.mapped(cls)

        return mapped if cls is None else mapped(cls)

    def map_declaratively(self, cls):
        _configure(cls, self)
        return cls.__mapper__

    def map_imperatively(self, cls, local_table=None, **kw):
        cls.__table__ = local_table
        for name, prop in (kw.get("properties") or {}).items():
            setattr(cls, name, prop)
        _configure(cls, self)
        return cls.__mapper__

    def as_declarative_base(self, **kw):
        return lambda cls: _make_base(self, cls, cls.__name__)

    def configure(self, cascade=False):
        pass

    def dispose(self, cascade=False):
        pass


class Mapped:
    def __class_getitem__(cls, item):
        return _MappedItem(item)


class _MappedItem:
    def __init__(self, item):
        self.item = item

    def __call__(self, *a, **kw):
        raise TypeError("Mapped[] is an annotation")


DynamicMapped = Mapped
WriteOnlyMapped = Mapped


class MappedColumn:
    def __init__(self, args, kw):
        self.args = args
        self.kw = kw
        self.deferred = kw.pop("deferred", False)
        self.dataclass = {}
        self._named = None

    def __clause_element__(self):
        # Used inside the class body (__table_args__, column_property): the column
        # is made at once, and gets its name and type when the class is complete.
        if self._named is None:
            self._named = _Column(*self.args, **{k: v for k, v in self.kw.items() if k not in _ORM_ONLY})
        return self._named

    column = property(__clause_element__)

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self.__clause_element__(), name)

    def complete(self, name, typ, nullable):
        col = self._named
        if col.name is None:
            col.name = name
        elif col.name != name and "key" not in self.kw:
            col.key = col.name
        if typ is not None and not (self.args and any(_is_type(a) for a in self.args)) and "type_" not in self.kw:
            col.type = typ if not isinstance(typ, type) else typ()
        if nullable is not None and "nullable" not in self.kw and not self.kw.get("primary_key"):
            col.nullable = nullable
        return col

    def make(self, name, typ, nullable, own=False):
        if own and self._named is not None and self._named.table is None:
            return self.complete(name, typ, nullable)
        args = list(self.args)
        kw = {k: v for k, v in self.kw.items() if k not in _ORM_ONLY}
        given = None
        if args and (isinstance(args[0], str) or args[0] is None):
            given = args.pop(0)
        given = kw.pop("name", None) or given or name
        has_type = bool(args) and _is_type(args[0]) or "type_" in kw
        has_fk = any(isinstance(a, _get("ForeignKey")) for a in args)
        if not has_type and typ is not None and not (has_fk and typ is None):
            args.insert(0, typ)
        if nullable is not None and "nullable" not in kw and not kw.get("primary_key"):
            kw["nullable"] = nullable
        if given != name:
            kw.setdefault("key", given)
        return _Column(given, *args, **kw)


def _on_column(operator):
    return lambda self, *other: getattr(self.__clause_element__(), operator)(*other)


for _name in ("eq ne lt le gt ge add sub mul truediv floordiv mod and or invert neg radd rsub rmul rtruediv rmod getitem").split():
    setattr(MappedColumn, "__%s__" % _name, _on_column("__%s__" % _name))
MappedColumn.__hash__ = object.__hash__


_ORM_ONLY = {"init", "repr", "default_factory", "compare", "kw_only", "hash", "use_existing_column", "deferred", "deferred_group",
             "deferred_raiseload", "active_history", "sort_order", "dataclass_metadata"}


def _is_type(v):
    if isinstance(v, type):
        return issubclass(v, _TypeEngine)
    return isinstance(v, _TypeEngine)


def mapped_column(*args, **kw):
    given = {k: v for k, v in kw.items() if k in _FIELD_OPTIONS}
    if "insert_default" in kw:
        kw["default"] = kw.pop("insert_default")
    made = MappedColumn(args, kw)
    made.dataclass = given
    return made


_FIELD_OPTIONS = {"default", "default_factory", "init", "repr", "compare", "kw_only"}


class declared_attr:
    def __init__(self, fn, cascading=False):
        self.fget = getattr(fn, "__func__", fn)

    def __get__(self, obj, owner):
        cache = owner.__dict__.get("__sa_declared__")
        if cache is None:
            return self.fget(owner)
        if id(self) not in cache:  # while the class is mapped, one object for all who ask
            cache[id(self)] = self.fget(owner)
        return cache[id(self)]

    def __class_getitem__(cls, item):
        return cls

    @classmethod
    def directive(cls, fn):
        return cls(fn)

    @classmethod
    def cascading_of(cls, fn):
        return cls(fn)


declared_attr.cascading = declared_attr


def declarative_mixin(cls):
    return cls


class _Attribute:
    """A mapped column: the column itself on the class, its value on instances."""

    def __init__(self, key, column, default_factory=None):
        self.key = key
        self.column = column

    def __get__(self, obj, owner):
        if obj is None:
            return self.column
        values = obj.__dict__
        if self.key in values:
            return values[self.key]
        state = values.get("_sa_instance_state")
        if state is not None and state.session is not None and state.key is not None:
            state.session._reload(obj)
            return values.get(self.key)
        return None

    def __set__(self, obj, value):
        state = _state_of(obj)
        values = obj.__dict__
        check = type(obj).__mapper__.validators.get(self.key)
        if check is not None:
            value = check(obj, self.key, value)
        _refuse("set", self.column)
        if self.key not in state.committed:
            state.committed[self.key] = values.get(self.key)
        values[self.key] = value
        if state.session is not None and state.key is not None:
            state.session._dirty[id(obj)] = obj

    def __delete__(self, obj):
        obj.__dict__.pop(self.key, None)


InstrumentedAttribute = _Attribute
QueryableAttribute = _Attribute


class _State:
    def __init__(self, obj):
        self.obj = obj
        self.session = None
        self.key = None
        self.committed = {}
        self.deleted = False

    @property
    def persistent(self):
        return self.key is not None and self.session is not None and not self.deleted

    @property
    def transient(self):
        return self.key is None and self.session is None

    @property
    def pending(self):
        return self.key is None and self.session is not None

    @property
    def detached(self):
        return self.key is not None and self.session is None

    @property
    def identity(self):
        return self.key[1] if self.key else None

    @property
    def mapper(self):
        return type(self.obj).__mapper__

    @property
    def dict(self):
        return self.obj.__dict__

    @property
    def modified(self):
        return bool(self.committed)


def _state_of(obj):
    state = obj.__dict__.get("_sa_instance_state")
    if state is None:
        state = obj.__dict__["_sa_instance_state"] = _State(obj)
    return state


class _Properties(dict):
    """Properties of a mapper by their keys: iteration gives the properties."""

    def __iter__(self):
        return iter(self.values())

    def __getattr__(self, key):
        if key in self:
            return self[key]
        raise AttributeError(key)


class Mapper:
    def __init__(self, cls, table):
        self.class_ = cls
        self.local_table = self.persist_selectable = self.mapped_table = table
        self.attributes = {}
        self._relations = {}
        self.validators = {}
        self.polymorphic_on = None
        self.inherits = None

    @property
    def relationships(self):
        return _Properties(self._relations)

    @property
    def entity(self):
        return self.class_

    @property
    def tables(self):
        return [self.local_table]

    @property
    def columns(self):
        return self.local_table.c

    c = columns

    @property
    def primary_key(self):
        return tuple(self.local_table.primary_key.columns)

    @property
    def column_attrs(self):
        return [_Property(k, [c]) for k, c in self.attributes.items()]

    @property
    def attrs(self):
        return [_Property(k, [c]) for k, c in self.attributes.items()] + list(self._relations.values())

    @property
    def all_orm_descriptors(self):
        return {**self.attributes, **self._relations}

    def get_property(self, key):
        if key in self.attributes:
            return _Property(key, [self.attributes[key]])
        if key in self._relations:
            return self._relations[key]
        raise _get("exc.InvalidRequestError")("Mapper '%s' has no property '%s'" % (self, key))

    def get_property_by_column(self, column):
        for k, c in self.attributes.items():
            if c is column:
                return _Property(k, [c])

    def identity(self, obj):
        return [getattr(obj, self.key_of(c)) for c in self.primary_key]

    primary_key_from_instance = identity

    def key_of(self, column):
        for k, c in self.attributes.items():
            if c is column:
                return k
        return column.key

    def __str__(self):
        return "Mapper[%s(%s)]" % (self.class_.__name__, self.local_table.name)


class _Property:
    def __init__(self, key, columns):
        self.key = key
        self.columns = columns

    @property
    def expression(self):
        return self.columns[0]


class _Plain(TypeError):
    pass


def _annotations(cls):
    found = cls.__dict__.get("__annotations__")
    if found is None:
        try:
            found = cls.__annotations__
        except Exception:
            found = {}
    return dict(found or {})


def _resolve(text, cls):
    import sys

    module = sys.modules.get(cls.__module__)
    space = dict(vars(module)) if module is not None else {}
    space.setdefault("Mapped", Mapped)
    try:
        return eval(text, space, dict(vars(cls)))
    except Exception:
        inner = text.strip()
        if inner.startswith("Mapped["):
            return _MappedItem(inner[len("Mapped["):-1])
        return text


def _python_type(item):
    """The class inside Optional[...], X | None, Annotated[...]; whether None is
    allowed; a mapped_column() found inside Annotated."""
    nullable = False
    found = None
    if isinstance(item, str):
        text = item.strip()
        for prefix in ("Optional[", "typing.Optional["):
            if text.startswith(prefix):
                return text[len(prefix):-1], True, None
        if "|" in text:
            parts = [p.strip() for p in text.split("|")]
            nullable = "None" in parts
            rest = [p for p in parts if p != "None"]
            return (rest[0] if rest else text), nullable, None
        return text, False, None
    for _ in range(6):
        args = getattr(item, "__args__", None)
        meta = getattr(item, "__metadata__", None)
        if meta is not None:
            for m in meta:
                if isinstance(m, MappedColumn):
                    found = m
            item = item.__origin__
            continue
        if args and type(None) in args:
            nullable = True
            rest = [a for a in args if a is not type(None)]
            item = rest[0]
            continue
        break
    return item, nullable, found


def _sql_type(py, reg, annotated=None):
    for key in (annotated, py):
        try:
            if key is not None and key in reg.type_annotation_map:
                return reg.type_annotation_map[key]
        except TypeError:
            pass
    names = {"int": "Integer", "str": "String", "bool": "Boolean", "float": "Float", "bytes": "LargeBinary"}
    if isinstance(py, str):
        name = py.split(".")[-1]
        names.update({"datetime": "DateTime", "date": "Date", "time": "Time", "timedelta": "Interval", "Decimal": "Numeric", "UUID": "Uuid"})
        return _get(names[name])() if name in names else None
    if not isinstance(py, type):
        return None
    if py.__module__ == "builtins":
        return _get(names[py.__name__])() if py.__name__ in names else None
    if hasattr(py, "__members__"):
        return _get("Enum")(py)
    others = {"datetime.datetime": "DateTime", "datetime.date": "Date", "datetime.time": "Time", "datetime.timedelta": "Interval",
              "decimal.Decimal": "Numeric", "uuid.UUID": "Uuid"}
    name = py.__module__.lstrip("_") + "." + py.__name__
    return _get(others[name])() if name in others else None


def _collect(cls, reg):
    """Columns and relationships of a class and its mixins, in order."""
    columns = {}
    relations = {}
    parent = _parent_of(cls)
    for base in cls.__mro__:
        if base is object:
            continue
        own = base is cls
        if not own and ("__table__" in vars(base) or "__mapper__" in vars(base)):
            continue
        if not own and parent is not None and issubclass(parent, base):
            continue  # what the parent took from its mixins is the parent's
        space = dict(vars(base))
        notes = _annotations(base)
        for name, note in notes.items():
            if name in columns or name in relations or name.startswith("__"):
                continue
            if isinstance(note, str):
                note = _resolve(note, base)
            if not isinstance(note, _MappedItem):
                continue
            value = space.get(name)
            if isinstance(value, (Relationship, _Unmapped, declared_attr)):
                if isinstance(value, Relationship):
                    value.annotation = note.item
                continue
            if value is not None and not isinstance(value, (MappedColumn, _Column)):
                if hasattr(value, "__get__") or callable(value):
                    continue
            py, nullable, found = _python_type(note.item)
            if isinstance(value, _Column):
                columns[name] = value if own else value._copy()
                continue
            col = value if isinstance(value, MappedColumn) else found or MappedColumn((), {})
            if found is not None and isinstance(value, MappedColumn):
                col = MappedColumn(value.args or found.args, {**found.kw, **value.kw})
            columns[name] = col.make(name, _sql_type(py, reg, note.item), nullable, own)
        for name, value in space.items():
            if name in columns or name in relations:
                continue
            if isinstance(value, declared_attr):
                if name.startswith("__"):
                    continue
                value = value.__get__(None, cls)
                if isinstance(value, _Column):
                    columns[name] = value
                    continue
            if isinstance(value, MappedColumn):
                columns[name] = value.make(name, None, None, own)
            elif isinstance(value, _Column):
                if not own and value.table is None:
                    value = value._copy()
                    type.__setattr__(cls, name, value)  # what __table_args__ finds
                columns[name] = value
            elif isinstance(value, Relationship):
                relations[name] = value if own else value.copy()
            elif isinstance(value, _ColumnProperty):
                inner = value.columns[0]
                if isinstance(inner, _Column):
                    columns[name] = inner if own else inner._copy()
    return columns, relations


def _inherited(cls, name):
    """A declarative attribute by name: plain, or a declared_attr of a mixin."""
    for base in cls.__mro__:
        if name in vars(base):
            value = vars(base)[name]
            if isinstance(value, declared_attr):
                return value.__get__(None, cls)
            if base is not cls and name == "__table_args__" and "__mapper__" in vars(base):
                continue  # those of a mapped parent are the parent's table's
            if hasattr(type(value), "__get__"):
                return getattr(cls, name)
            return value
    return None


def _parent_of(cls):
    for base in cls.__mro__[1:]:
        if "__mapper__" in vars(base):
            return base
    return None


def _own_table(cls, reg, columns):
    """The table that a class is mapped to: its own, or its parent's with its columns."""
    parent = _parent_of(cls)
    table = vars(cls).get("__table__")
    if table is None and "__table__" not in vars(cls):
        own_name = vars(cls).get("__tablename__")
        name = own_name if isinstance(own_name, str) else None
        if name is None and (parent is None or isinstance(own_name, declared_attr)):
            name = _inherited(cls, "__tablename__")
        if name is None and parent is None:
            inherited = getattr(cls, "__table__", None)
            if inherited is None:
                raise _get("exc.InvalidRequestError")(
                    "Class %r does not have a __table__ or __tablename__ specified and does not inherit from an existing table-mapped class." % (cls,))
            table = inherited
        elif name is None:
            table = parent.__table__
            for key, col in columns.items():
                if col.name is None:
                    col.name = key
                if table.c.get(col.name) is not col:  # a class may name a column of its parent
                    table.append_column(col)
        else:
            table = _declare_table(cls, name, columns, reg)
    return table


def _configure(cls, reg):
    if vars(cls).get("__abstract__"):
        return
    fields = _dataclass_fields(cls) if getattr(cls, "__sa_dataclass__", None) is not None else None
    type.__setattr__(cls, "__sa_declared__", {})
    try:
        columns, relations = _collect(cls, reg)
        table = _own_table(cls, reg, columns)
    finally:
        type.__delattr__(cls, "__sa_declared__")
    parent = _parent_of(cls)
    cls.__table__ = table
    mapper = Mapper(cls, table)
    mapper.inherits = parent.__mapper__ if parent is not None else None
    if parent is not None:
        mapper.attributes.update(parent.__mapper__.attributes)
        mapper._relations.update(parent.__mapper__._relations)
    named = {id(c): k for k, c in columns.items()}
    for col in table.c:
        key = named.get(id(col), None)
        if key is None:
            key = col.key
            for k, c in columns.items():
                if c.name == col.name:
                    key = k
        mapper.attributes[key] = col
    for key, col in mapper.attributes.items():
        setattr(cls, key, _Attribute(key, col))
    for key, rel in relations.items():
        rel.bind(cls, key)
        mapper._relations[key] = rel
        setattr(cls, key, rel)
    for base in reversed(cls.__mro__):
        for member in vars(base).values():
            for key in getattr(member, "__sa_validates__", ()) if callable(member) else ():
                mapper.validators[key] = member
    cls.__mapper__ = mapper
    cls.registry = getattr(cls, "registry", None) or reg
    reg._class_registry[cls.__name__] = cls
    reg._backrefs.extend(rel for rel in relations.values() if rel.backref is not None)
    _add_backrefs(reg)
    if fields is not None:
        _make_dataclass(cls, fields)
    if "__init__" not in vars(cls) and cls.__init__ is object.__init__:
        cls.__init__ = _default_init


def _add_backrefs(reg):
    """Relationships that backref= asks for, once the class they go to exists."""
    waiting, reg._backrefs = reg._backrefs, []
    for rel in waiting:
        name = rel.names
        if name is not None and name not in reg._class_registry:
            reg._backrefs.append(rel)
            continue
        try:
            target = rel.target
        except Exception:
            reg._backrefs.append(rel)
            continue
        given = rel.backref
        name, kw = given if isinstance(given, tuple) else (given, {})
        if name in target.__mapper__._relations:
            raise _get("exc.ArgumentError")(
                "Error creating backref '%s' on relationship '%s.%s': property of that name exists on mapper '%s'"
                % (name, rel.parent.__name__, rel.key, target.__mapper__))
        kw = dict(kw)
        kw.setdefault("primaryjoin", rel.primaryjoin if rel.secondary is None else rel.secondaryjoin)
        kw.setdefault("secondaryjoin", None if rel.secondary is None else rel.primaryjoin)
        kw.setdefault("foreign_keys", rel.foreign_keys)
        kw.setdefault("viewonly", rel.viewonly)
        back = Relationship(rel.parent, rel.secondary, back_populates=rel.key, **kw)
        back.bind(target, name)
        target.__mapper__._relations[name] = back
        type.__setattr__(target, name, back)
        rel.back_populates = name


def _declare_table(cls, name, columns, reg):
    args = _inherited(cls, "__table_args__")
    kw = {}
    items = []
    if isinstance(args, dict):
        kw = dict(args)
    elif args:
        items = list(args)
        if items and isinstance(items[-1], dict):
            kw = dict(items.pop())
    for key, col in columns.items():
        if col.name is None:
            col.name = key
            if col.key is None:
                col.key = key
    metadata = getattr(cls, "metadata", None)
    if metadata is None:
        metadata = reg.metadata
    return _Table(name, metadata, *columns.values(), *items, **kw)


def _default_init(self, **kwargs):
    cls = type(self)
    for key in kwargs:
        if not hasattr(cls, key):
            raise TypeError("%r is an invalid keyword argument for %s" % (key, cls.__name__))
        setattr(self, key, kwargs[key])


class DeclarativeMeta(type):
    def __init__(cls, name, bases, namespace, **kw):
        type.__init__(cls, name, bases, namespace)
        if "_decl_class_registry" in namespace or namespace.get("__sa_base__"):
            return
        reg = getattr(cls, "registry", None)
        if reg is None:
            reg = cls.registry = registry(metadata=namespace.get("metadata"))
            return
        _configure(cls, reg)

    def __setattr__(cls, key, value):
        if isinstance(value, MappedColumn):
            value = value.make(key, None, None)
        if isinstance(value, _Column) and "__table__" in cls.__dict__ and value.table is None:
            if value.name is None:
                value.name = key
            cls.__table__.append_column(value)
            cls.__mapper__.attributes[key] = value
            value = _Attribute(key, value)
        elif isinstance(value, Relationship) and "__mapper__" in cls.__dict__:
            value.bind(cls, key)
            cls.__mapper__._relations[key] = value
        type.__setattr__(cls, key, value)


def _make_base(reg, cls, name):
    bases = cls if isinstance(cls, tuple) else (cls,)
    space = {"registry": reg, "metadata": reg.metadata, "__sa_base__": True, "__abstract__": True}
    if all(b.__init__ is object.__init__ for b in bases):
        space["__init__"] = reg.constructor or _default_init
    if isinstance(cls, type) and getattr(cls, "__doc__", None):
        space["__doc__"] = cls.__doc__
    return DeclarativeMeta(name, bases, space)


def declarative_base(*, metadata=None, mapper=None, cls=object, name="Base", class_registry=None, type_annotation_map=None,
                     constructor=_default_init, metaclass=DeclarativeMeta, bind=None):
    return _make_base(registry(metadata, type_annotation_map, class_registry, constructor), cls, name)


def as_declarative(**kw):
    reg = kw.get("registry") or registry(kw.get("metadata"))
    return lambda cls: _make_base(reg, cls, cls.__name__)


class DeclarativeBase:
    def __init_subclass__(cls, **kw):
        super().__init_subclass__()
        if DeclarativeBase in cls.__bases__ or DeclarativeBaseNoMeta in cls.__bases__:
            if "registry" not in vars(cls) or not isinstance(vars(cls)["registry"], registry):
                cls.registry = registry(metadata=vars(cls).get("metadata"), type_annotation_map=vars(cls).get("type_annotation_map"))
            if "metadata" not in vars(cls):
                cls.metadata = cls.registry.metadata
            if cls.__init__ is object.__init__:
                cls.__init__ = _default_init
            return
        _configure(cls, cls.registry)


class DeclarativeBaseNoMeta(DeclarativeBase):
    def __init_subclass__(cls, **kw):
        if DeclarativeBaseNoMeta is not cls:
            super().__init_subclass__(**kw)


class MappedAsDataclass:
    def __init_subclass__(cls, **kw):
        own = {k: kw.pop(k) for k in list(kw) if k in _DATACLASS}
        cls.__sa_dataclass__ = _dataclass_options(cls, own)
        super().__init_subclass__(**kw)


_DATACLASS = {"init": True, "repr": True, "eq": True, "order": False, "unsafe_hash": False, "kw_only": False, "match_args": True,
              "dataclass_callable": None}


def _dataclass_options(cls, given):
    options = dict(_DATACLASS)
    options.update(getattr(cls, "__sa_dataclass__", None) or {})
    options.update(given)
    for name in ("order", "unsafe_hash", "dataclass_callable"):
        if options[name]:
            _unsupported("MappedAsDataclass with %s" % name)
    return options


class _Field:
    def __init__(self, name, given, kw_only):
        self.name = name
        self.default = given.get("default", _MISSING)
        self.factory = given.get("default_factory", _MISSING)
        self.init = given.get("init", True)
        self.repr = given.get("repr", True)
        self.compare = given.get("compare", True)
        self.kw_only = given.get("kw_only", kw_only)

    @property
    def required(self):
        return self.init and self.default is _MISSING and self.factory is _MISSING


_MISSING = object()


def _dataclass_fields(cls):
    """The fields of a class mapped as a dataclass: those of its bases, then its own."""
    fields = {}
    for base in reversed(cls.__mro__):
        known = vars(base).get("__sa_fields__")
        if known is not None:
            fields.update(known)
            continue
        options = vars(base).get("__sa_dataclass__") or cls.__sa_dataclass__
        for name, note in _annotations(base).items():
            if isinstance(note, str):
                note = _resolve(note, base)
            if not isinstance(note, _MappedItem) or name.startswith("__"):
                continue
            value = vars(base).get(name, _MISSING)
            if isinstance(value, MappedColumn):
                given = value.dataclass
            elif isinstance(value, Relationship):
                given = value.dataclass
            elif value is _MISSING or isinstance(value, (_Unmapped, _Column, declared_attr)):
                given = {}
            else:
                given = {"default": value}
            fields[name] = _Field(name, given, options["kw_only"])
    return fields


def _make_dataclass(cls, fields):
    cls.__sa_fields__ = fields
    options = cls.__sa_dataclass__
    plain = [f for f in fields.values() if f.init and not f.kw_only]
    seen = None
    for f in plain:
        if not f.required:
            seen = f
        elif seen is not None:
            raise TypeError("non-default argument '%s' follows default argument '%s'" % (f.name, seen.name))

    def __init__(self, *args, **kw):
        if len(args) > len(plain):
            raise TypeError("%s.__init__() takes %d positional arguments but %d were given" % (cls.__qualname__, len(plain) + 1, len(args) + 1))
        for f, value in zip(plain, args):
            if f.name in kw:
                raise TypeError("%s.__init__() got multiple values for argument '%s'" % (cls.__qualname__, f.name))
            kw[f.name] = value
        for name in kw:
            if name not in fields or not fields[name].init:
                raise TypeError("%s.__init__() got an unexpected keyword argument '%s'" % (cls.__qualname__, name))
        missing = [f.name for f in fields.values() if f.required and f.name not in kw]
        if missing:
            raise TypeError("%s.__init__() missing %d required argument%s: %s"
                            % (cls.__qualname__, len(missing), "s" if len(missing) > 1 else "", ", ".join(repr(n) for n in missing)))
        for f in fields.values():
            if f.name in kw:
                setattr(self, f.name, kw[f.name])
            elif f.factory is not _MISSING:
                setattr(self, f.name, f.factory())
            elif f.default is not _MISSING:
                setattr(self, f.name, f.default)
        if hasattr(self, "__post_init__"):
            self.__post_init__()

    def __repr__(self):
        return "%s(%s)" % (type(self).__qualname__, ", ".join("%s=%r" % (f.name, getattr(self, f.name)) for f in fields.values() if f.repr))

    def __eq__(self, other):
        if type(other) is not type(self):
            return NotImplemented
        return all(getattr(self, f.name) == getattr(other, f.name) for f in fields.values() if f.compare)

    for name, fn in (("init", __init__), ("repr", __repr__), ("eq", __eq__)):
        key = "__%s__" % name
        if options[name] and (key not in vars(cls)):
            setattr(cls, key, fn)
    if options["eq"] and "__hash__" not in vars(cls):
        cls.__hash__ = object.__hash__


class DeferredReflection:
    __abstract__ = True

    @classmethod
    def prepare(cls, bind, **kw):
        _unsupported("DeferredReflection.prepare")


class AbstractConcreteBase:
    __abstract__ = True


class ConcreteBase:
    pass


class _Unmapped:
    pass


class _ColumnProperty(_Unmapped):
    def __init__(self, columns):
        self.columns = columns

    def __get__(self, obj, owner):
        if obj is None:
            return self.columns[0]
        return None


def column_property(*columns, **kw):
    return _ColumnProperty(columns)


def deferred(column, *additional, **kw):
    return column


def query_expression(*a, **kw):
    return _Unmapped()


class _Synonym(_Unmapped):
    def __init__(self, name):
        self.name = name

    def __get__(self, obj, owner):
        return getattr(owner if obj is None else obj, self.name)

    def __set__(self, obj, value):
        setattr(obj, self.name, value)


def synonym(name, **kw):
    return _Synonym(name)


def composite(*a, **kw):
    _unsupported("sqlalchemy.orm.composite")


def validates(*names, include_removes=False, include_backrefs=True):
    if include_removes:
        _unsupported("sqlalchemy.orm.validates with include_removes")

    def mark(fn):
        fn.__sa_validates__ = names
        return fn

    return mark


def reconstructor(fn):
    return fn


def foreign(expr):
    return expr


def remote(expr):
    return expr


def backref(name, **kw):
    return name, kw


_RELATIONSHIP_OPTIONS = _FIELD_OPTIONS | {
    "passive_deletes", "passive_updates", "single_parent", "cascade_backrefs", "post_update", "enable_typechecks", "innerjoin", "doc",
    "info", "overlaps", "collection_class", "join_depth", "sync_backref", "omit_join", "load_on_pending", "query_class",
    "distinct_target_key", "active_history", "bake_queries", "comparator_factory", "extension", "strategy_class", "dataclass_metadata",
    "hash"}


class _Collection(list):
    """What a relationship of a persistent object holds: it tells the session of
    what comes and goes."""

    def __init__(self, items, obj):
        super().__init__(items)
        self._owner = obj
        self._added = []
        self._removed = []

    def _tell(self, added, removed):
        session = _state_of(self._owner).session
        if session is None:
            return
        self._added += added
        self._removed += removed
        session._dirty[id(self._owner)] = self._owner
        for item in added:
            session.add(item)

    def append(self, item):
        super().append(item)
        self._tell([item], [])

    def extend(self, items):
        for item in list(items):
            self.append(item)

    def __iadd__(self, items):
        self.extend(items)
        return self

    def insert(self, at, item):
        super().insert(at, item)
        self._tell([item], [])

    def remove(self, item):
        super().remove(item)
        self._tell([], [item])

    def pop(self, at=-1):
        item = super().pop(at)
        self._tell([], [item])
        return item

    def clear(self):
        gone = list(self)
        super().clear()
        self._tell([], gone)

    def __delitem__(self, at):
        gone = self[at] if isinstance(at, slice) else [self[at]]
        super().__delitem__(at)
        self._tell([], gone)

    def __setitem__(self, at, value):
        gone = self[at] if isinstance(at, slice) else [self[at]]
        super().__setitem__(at, value)
        self._tell(list(value) if isinstance(at, slice) else [value], gone)


class Relationship(_Unmapped):
    def __init__(self, argument=None, secondary=None, *, uselist=None, backref=None, back_populates=None, primaryjoin=None,
                 secondaryjoin=None, foreign_keys=None, remote_side=None, order_by=None, lazy="select", cascade="save-update, merge",
                 viewonly=False, **kw):
        for name in kw:
            if name not in _RELATIONSHIP_OPTIONS:
                raise TypeError("Relationship.__init__() got an unexpected keyword argument '%s'" % name)
        self.dataclass = {k: v for k, v in kw.items() if k in _FIELD_OPTIONS}
        self.collection_class = kw.get("collection_class")
        self.argument = argument
        self.annotation = None
        self.secondary = secondary
        self.uselist = uselist
        self.backref = backref
        self.back_populates = back_populates
        self.primaryjoin = primaryjoin
        self.secondaryjoin = secondaryjoin
        self.foreign_keys = foreign_keys
        self.remote_side = remote_side
        self.order_by = order_by
        self.lazy = lazy
        self.cascade = cascade
        self.viewonly = viewonly
        self.parent = None
        self.key = None

    def copy(self):
        new = Relationship()
        new.__dict__.update(self.__dict__)
        return new

    def bind(self, cls, key):
        self.parent = cls
        self.key = key

    @property
    def mapper(self):
        return self.target.__mapper__

    @property
    def entity(self):
        return self.target.__mapper__

    def _lookup(self, value):
        if callable(value) and not isinstance(value, type):
            value = value()
        if isinstance(value, str):
            known = self.parent.registry._class_registry.get(value)
            if known is not None:
                return known
            tables = self.parent.registry.metadata.tables  # has the classes made that were not yet
            names = dict(self.parent.registry._class_registry)
            for t in tables.values():
                names.setdefault(t.name, t)
            names.update({"and_": _and, "or_": _get("or_"), "foreign": foreign, "remote": remote, "func": _func, "desc": _get("desc")})
            return eval(value, names)
        return value

    @property
    def names(self):
        """The class that it goes to, where that is told by name alone."""
        arg = self.argument
        if isinstance(arg, str):
            arg = arg.split(".")[-1]
            if arg.isidentifier():
                return arg
        return None

    @property
    def target(self):
        arg = self.argument
        if arg is None:
            arg, nullable, _ = _python_type(self.annotation)
            inner = getattr(arg, "__args__", None)
            if inner:
                if self.uselist is None:
                    self.uselist = True
                arg = inner[0]
            elif isinstance(arg, str) and "[" in arg:
                if self.uselist is None:
                    self.uselist = True
                arg = arg[arg.index("[") + 1:-1].strip("\"'")
            if hasattr(arg, "__forward_arg__"):
                arg = arg.__forward_arg__
        if isinstance(arg, str) and "." in arg and "(" not in arg:
            arg = arg.split(".")[-1]
        found = self._lookup(arg)
        if not hasattr(found, "__mapper__"):
            raise _get("exc.InvalidRequestError")("relationship %s.%s refers to no mapped class" % (self.parent.__name__, self.key))
        return found

    def pairs(self):
        """(local column, remote column) pairs and the direction."""
        local, other = self.parent.__table__, self.target.__table__
        wanted = self._lookup(self.foreign_keys) if self.foreign_keys is not None else None
        if wanted is not None and not isinstance(wanted, (list, tuple, set)):
            wanted = [wanted]
        names = None if wanted is None else [c.name for c in wanted]
        forward, back = [], []
        for c in local.c:
            for fk in c.foreign_keys:
                if fk.references(other) and (names is None or c.name in names):
                    forward.append((c, fk.column))
        for c in other.c:
            for fk in c.foreign_keys:
                if fk.references(local) and (names is None or c.name in names):
                    back.append((fk.column, c))
        if forward and back and local is other:
            if self.remote_side is not None and self.uselist is not True:
                return forward, "many-to-one"
            return back, "one-to-many"
        if forward and not (self.uselist and back):
            return forward, "many-to-one"
        if back:
            return back, "one-to-many"
        raise _get("exc.InvalidRequestError")(
            "Could not determine join condition between parent/child tables on relationship %s.%s" % (self.parent.__name__, self.key))

    def condition(self):
        if self.primaryjoin is not None:
            return self._lookup(self.primaryjoin)
        pairs, _ = self.pairs()
        return _and(*[a == b for a, b in pairs])

    def __sa_join__(self):
        if self.secondary is not None:
            _unsupported("a join along a relationship with secondary=")
        return (self.target, self.condition())

    def any(self, criterion=None, **kw):
        conds = [self.condition()]
        if criterion is not None:
            conds.append(criterion)
        conds += [getattr(self.target, k) == v for k, v in kw.items()]
        return _get("exists")().where(_and(*conds)).select_from(self.target.__table__)

    has = any

    def load(self, obj, session):
        target = self.target
        if self.lazy in ("dynamic", "write_only", "noload", "raise", "raise_on_sql") or self.lazy is None:
            _unsupported("relationship(lazy=%r)" % (self.lazy,))
        if self.collection_class not in (None, list):
            _unsupported("relationship(collection_class=...)")
        if self.secondary is not None:
            second = self._lookup(self.secondary)
            conds = []
            for c in second.c:
                for fk in c.foreign_keys:
                    if fk.references(self.parent.__table__):
                        conds.append(c == getattr(obj, self.parent.__mapper__.key_of(fk.column)))
                    elif fk.references(target.__table__):
                        conds.append(c == fk.column)
            return session.query(target).filter(*conds).all()
        if self.primaryjoin is not None and self.foreign_keys is None:
            _unsupported("loading a relationship with primaryjoin=")
        pairs, direction = self.pairs()
        query = session.query(target)
        for mine, theirs in pairs:
            value = getattr(obj, self.parent.__mapper__.key_of(mine))
            if value is None:
                return None if direction == "many-to-one" or self.uselist is False else []
            query = query.filter(theirs == value)
        if self.order_by is not None:
            order = self._lookup(self.order_by)
            query = query.order_by(*(order if isinstance(order, (list, tuple)) else [order]))
        if direction == "many-to-one" or self.uselist is False:
            return query.first()
        return query.all()

    def __get__(self, obj, owner):
        if obj is None:
            return self
        values = obj.__dict__
        if self.key in values:
            return values[self.key]
        state = _state_of(obj)
        if state.session is not None and state.key is not None:
            loaded = self.load(obj, state.session)
            values[self.key] = _Collection(loaded, obj) if type(loaded) is list else loaded
        else:
            values[self.key] = [] if self._many() else None
        return values[self.key]

    def _many(self):
        if self.uselist is not None:
            return self.uselist
        if self.secondary is not None:
            return True
        try:
            self.target
            return bool(self.uselist) if self.uselist is not None else self.pairs()[1] == "one-to-many"
        except Exception:
            return False

    def __set__(self, obj, value):
        _state_of(obj)
        check = type(obj).__mapper__.validators.get(self.key)
        if check is not None:
            if self._many():
                _unsupported("sqlalchemy.orm.validates for a collection")
            value = check(obj, self.key, value)
        obj.__dict__[self.key] = value
        state = _state_of(obj)
        if state.session is not None:
            for item in value if isinstance(value, (list, set, tuple)) else [value]:
                if item is not None:
                    state.session.add(item)
            state.session._dirty[id(obj)] = obj
            state.committed.setdefault(self.key, None)


Relationship.property = property(lambda self: self)
RelationshipProperty = Relationship


def relationship(*args, **kw):
    return Relationship(*args, **kw)


relation = relationship


def dynamic_loader(argument, **kw):
    return Relationship(argument, **kw)


def _is_mapped(v):
    return isinstance(v, type) and hasattr(v, "__mapper__")


class AliasedClass:
    def __init__(self, entity, name=None, alias=None, flat=False):
        self.__dict__["__sa_entity__"] = entity
        self.__dict__["__sa_from__"] = alias if alias is not None else entity.__table__.alias(name, flat=flat)

    def __getattr__(self, key):
        mapper = self.__dict__["__sa_entity__"].__mapper__
        if key in mapper.attributes:
            return self.__dict__["__sa_from__"].c[mapper.attributes[key].key]
        raise AttributeError(key)


def aliased(element, alias=None, name=None, flat=False, adapt_on_names=False):
    if not _is_mapped(element):
        return element.alias(name)
    return AliasedClass(element, name, alias, flat)


# What is loaded when does not change what a script sees, so that these options
# do nothing (raiseload changes it only for scripts that would fail); with those
# that change what is loaded, a query fails. Models may have made them long before.
_HARMLESS = {"joinedload", "selectinload", "subqueryload", "lazyload", "immediateload", "load_only", "defer", "undefer", "undefer_group",
             "defaultload", "options", "selectin_polymorphic", "raiseload"}


class _Option:
    __sa_refused__ = None

    def __init__(self, *entities):
        pass

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)

        def chain(*a, **kw):
            if name not in _HARMLESS and self.__sa_refused__ is None:
                self.__sa_refused__ = name
            return self

        return chain


def _option(*a, **kw):
    return _Option()


def _refused_option(name):
    def option(*a, **kw):
        made = _Option()
        made.__sa_refused__ = name
        return made

    option.__name__ = name
    return option


def _heed_options(options):
    """Fails for an option that a query would have to carry out."""
    for o in options:
        refused = getattr(o, "__sa_refused__", None)
        if refused is not None:
            _unsupported("the loader option " + refused)


joinedload = selectinload = subqueryload = lazyload = immediateload = _option
load_only = defer = undefer = undefer_group = defaultload = selectin_polymorphic = raiseload = _option
noload = _refused_option("noload")
contains_eager = _refused_option("contains_eager")
with_loader_criteria = _refused_option("with_loader_criteria")
with_expression = _refused_option("with_expression")
Load = _Option


def configure_mappers():
    pass


def clear_mappers():
    pass


def close_all_sessions():
    pass


def class_mapper(cls, configure=True):
    return cls.__mapper__


def object_mapper(obj):
    return type(obj).__mapper__


def object_session(obj):
    return _state_of(obj).session


def flag_modified(obj, key):
    state = _state_of(obj)
    state.committed.setdefault(key, None)
    if state.session is not None:
        state.session._dirty[id(obj)] = obj


def set_committed_value(obj, key, value):
    obj.__dict__[key] = value


def make_transient(obj):
    state = _state_of(obj)
    state.session = None
    state.key = None


def make_transient_to_detached(obj):
    pass


class ColumnProperty:
    pass


class Bundle:
    def __init__(self, *a, **kw):
        _unsupported("sqlalchemy.orm.Bundle")
