# sqlalchemy.ext.automap: classes made out of the tables that are there.

_declarative_base = _get("orm.declarative_base")
_configure = _get("orm._configure")


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
    def prepare(cls, autoload_with=None, engine=None, reflect=False, schema=None, classname_for_table=None, reflection_options=None, **kw):
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
            made = type(cls)(str(name), (cls,), {"__table__": table})
            cls.classes.__dict__["_found"][str(name)] = made


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
