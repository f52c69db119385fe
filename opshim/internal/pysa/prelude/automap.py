# sqlalchemy.ext.automap: classes made out of the tables that are there.

_declarative_base = _get("orm.declarative_base")
_configure = _get("orm._configure")
_relationship = _get("orm.relationship")


class _Classes:
    def __init__(self):
        self.__dict__["_found"] = {}

    def __getattr__(self, name):
        try:
            return self.__dict__["_found"][name]
        except KeyError:
            raise AttributeError(name) from None

    def __getitem__(self, name):
        return self.__dict__["_found"][name]

    def __contains__(self, name):
        return name in self.__dict__["_found"]

    def __iter__(self):
        return iter(self.__dict__["_found"].values())

    def keys(self):
        return self.__dict__["_found"].keys()

    def values(self):
        return self.__dict__["_found"].values()

    def items(self):
        return self.__dict__["_found"].items()

    def get(self, name, default=None):
        return self.__dict__["_found"].get(name, default)


class AutomapBase:
    __abstract__ = True

    @classmethod
    def prepare(cls, autoload_with=None, engine=None, reflect=False, schema=None, classname_for_table=None, reflection_options=None,
                name_for_scalar_relationship=None, name_for_collection_relationship=None, **kw):
        for name in kw:
            if name not in ("collection_class", "generate_relationship", "modulename_for_table") or kw[name] is not None:
                _unsupported("AutomapBase.prepare with " + name)
        bind = autoload_with if autoload_with is not None else engine
        if bind is not None and not cls.metadata.tables:
            options = dict(reflection_options or {})
            cls.metadata.reflect(bind, schema=schema, extend_existing=True, **options)
        mapped = {c.__table__.key for c in cls.registry._class_registry.values()}
        for c in list(cls.registry._class_registry.values()):
            cls.classes.__dict__["_found"][c.__name__] = c
        for table in list(cls.metadata.tables.values()):
            if table.key in mapped or not list(table.primary_key.columns):
                continue
            name = classname_for_table(cls, table.name, table) if classname_for_table else table.name
            fks = {c.name for k in table.foreign_key_constraints for c in k.columns}
            if len(table.foreign_key_constraints) == 2 and all(c.name in fks for c in table.c):
                continue  # an association table of a many-to-many relationship
            made = type(cls)(str(name), (cls,), {"__table__": table})
            cls.classes.__dict__["_found"][str(name)] = made
        scalar = name_for_scalar_relationship or _scalar_name
        collection = name_for_collection_relationship or _collection_name
        by_table = {c.__table__.key: c for c in cls.registry._class_registry.values()}
        for local in list(by_table.values()):
            for fk in _sorted_keys(local.__table__):
                referred = by_table.get(fk.referred_table.key)
                if referred is not None:
                    _relate(cls, local, referred, fk, scalar(cls, local, referred, fk), collection(cls, referred, local, fk))
        for table in cls.metadata.tables.values():
            if table.key not in by_table:
                _refuse_secondary(cls, table, by_table, collection)


def _sorted_keys(table):
    return sorted(table.foreign_key_constraints, key=lambda k: [c.name for c in k.columns])


def _relate(base, local, referred, fk, name, back):
    mine, theirs = local.__mapper__, referred.__mapper__
    if name in mine.attributes or name in mine._relations or back in theirs.attributes or back in theirs._relations:
        return
    setattr(local, name, _relationship(referred, foreign_keys=[c for c in fk.columns], back_populates=back, uselist=False,
                                       remote_side=[e.column for e in fk.elements]))
    setattr(referred, back, _relationship(local, foreign_keys=[c for c in fk.columns], back_populates=name, uselist=True))


class _Refusal:
    def __init__(self, what):
        self.what = what

    def __get__(self, obj, owner):
        _unsupported(self.what)


def _refuse_secondary(base, table, by_table, collection):
    ends = [by_table.get(fk.referred_table.key) for fk in _sorted_keys(table)]
    if len(ends) != 2 or None in ends:
        return
    for local, referred in (ends, ends[::-1]):
        name = collection(base, local, referred, None)
        if not hasattr(local, name):
            setattr(local, name, _Refusal("automap's many-to-many relationship " + local.__name__ + "." + name))


def automap_base(declarative_base=None, **kw):
    base = declarative_base or _declarative_base(**kw)
    made = type(base)("Base", (AutomapBase, base), {"__sa_base__": True, "__abstract__": True, "classes": _Classes(),
                                                   "registry": base.registry, "metadata": base.metadata})
    return made


def name_for_scalar_relationship(base, local_cls, referred_cls, constraint):
    return referred_cls.__name__.lower()


def name_for_collection_relationship(base, local_cls, referred_cls, constraint):
    return referred_cls.__name__.lower() + "_collection"


def classname_for_table(base, tablename, table):
    return str(tablename)


_scalar_name = name_for_scalar_relationship
_collection_name = name_for_collection_relationship
