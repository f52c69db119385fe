# Sessions and queries of the object-relational mapper.

_orm_state = _get("orm._state_of")
_is_mapped = _get("orm._is_mapped")
_AliasedClass = _get("orm.AliasedClass")
_select = _get("select")
_insert = _get("insert")
_update = _get("update")
_delete = _get("delete")
_func = _get("func")
_and = _get("and_")
_Result = _get("engine.Result")
_result = _get("_result")
_fire = _get("_fire")
_refuse = _get("_refuse")


def _entity_of(v):
    if _is_mapped(v):
        return v
    if isinstance(v, _AliasedClass):
        return v.__dict__["__sa_entity__"]
    return None


def _levels(mapper):
    """The mappers whose tables have a row of an object, from the top."""
    out = []
    while mapper is not None:
        if not out or out[0].local_table is not mapper.local_table:
            out.insert(0, mapper)
        mapper = mapper.inherits
    return out


def _take_key(obj, mapper, above):
    """The key of a row that belongs to one of the table above."""
    for col in mapper.local_table.primary_key.columns:
        for fk in col.foreign_keys:
            if fk.references(above.local_table):
                obj.__dict__[mapper.key_of(col)] = obj.__dict__.get(above.key_of(fk.column))


def _set_identity(obj, cls, mapper):
    """What tells the class of a row."""
    on = None
    for base in cls.__mro__:
        args = vars(base).get("__mapper_args__")
        if isinstance(args, dict) and args.get("polymorphic_on") is not None:
            on = args["polymorphic_on"]
            break
    args = vars(cls).get("__mapper_args__")
    if on is None or not isinstance(args, dict) or "polymorphic_identity" not in args:
        return
    for m in _levels(mapper):
        for name, col in m.attributes.items():
            if col is on or name == on:
                obj.__dict__.setdefault(name, args["polymorphic_identity"])


class Session:
    def __init__(self, bind=None, *, autoflush=True, future=True, expire_on_commit=True, autobegin=True, twophase=False, binds=None,
                 enable_baked_queries=True, info=None, query_cls=None, autocommit=False, join_transaction_mode="conditional_savepoint",
                 close_resets_only=None, **kw):
        self.bind = bind
        self.autoflush = autoflush
        self.expire_on_commit = expire_on_commit
        self.info = dict(info or {})
        self.identity_map = {}
        self._new = {}
        self._dirty = {}
        self._deleted = {}
        self._connection = None
        self._maker = None
        self._query_cls = query_cls or Query

    def __enter__(self):
        return self

    def __exit__(self, type_, value, tb):
        self.close()

    @property
    def new(self):
        return list(self._new.values())

    @property
    def dirty(self):
        return list(self._dirty.values())

    @property
    def deleted(self):
        return list(self._deleted.values())

    @property
    def is_active(self):
        return True

    @property
    def no_autoflush(self):
        return _NoAutoflush(self)

    def connection(self, bind_arguments=None, execution_options=None):
        if self._connection is None:
            bind = self.bind
            if bind is None:
                raise _get("exc.UnboundExecutionError")("Could not locate a bind configured on session")
            if isinstance(bind, _get("engine.MockConnection")):
                # A session asks more of a connection than one that only prints has.
                raise AttributeError("'MockConnection' object has no attribute 'close'")
            self._connection = bind.connect() if not hasattr(bind, "execute") else bind
        return self._connection

    __sa_connection__ = connection

    def get_bind(self, mapper=None, **kw):
        return self.bind

    def begin(self, nested=False):
        return _SessionTransaction(self)

    def begin_nested(self):
        self.flush()
        return self.connection().begin_nested()

    def in_transaction(self):
        return True

    def in_nested_transaction(self):
        return self.connection().in_nested_transaction()

    def get_transaction(self):
        return None

    def query(self, *entities, **kw):
        return self._query_cls(entities, self)

    def execute(self, statement, params=None, *, execution_options=None, bind_arguments=None, **kw):
        if self.autoflush:
            self.flush()
        if hasattr(statement, "_as_select"):
            statement = statement._as_select()
        result = self.connection().execute(statement, params)
        entities = getattr(statement, "_sa_entities", None)
        if entities and isinstance(result, _Result) and any(_entity_of(e) for e in entities) and result.returns_rows:
            return self._mapped_result(result, entities)
        return result

    def _mapped_result(self, result, entities):
        keys = []
        for e in entities:
            cls = _entity_of(e)
            keys.append(cls.__name__ if cls is not None else getattr(e, "key", None) or getattr(e, "name", None) or "anon_1")
        rows = [tuple(row) for row in result.all()]
        return _result(keys, [self._map_row(row, entities) for row in rows])

    def _map_row(self, row, entities):
        out = []
        at = 0
        for e in entities:
            cls = _entity_of(e)
            if cls is not None:
                n = len(cls.__table__.c)
                out.append(self._instance(cls, row[at:at + n]))
                at += n
            elif hasattr(e, "c") and hasattr(e, "join"):
                n = len(e.c)
                out += row[at:at + n]
                at += n
            else:
                out.append(row[at])
                at += 1
        return out

    def _instance(self, cls, values):
        mapper = cls.__mapper__
        found = dict(zip([c.key for c in mapper.local_table.c], values))
        pk = tuple(found[c.key] for c in mapper.primary_key)
        if pk and all(v is None for v in pk):
            return None
        key = (cls, pk)
        try:
            obj = self.identity_map.get(key) if pk else None
        except TypeError:
            obj = None
        if obj is None:
            obj = cls.__new__(cls)
            state = _orm_state(obj)
            state.session = self
            state.key = key
            if pk:
                try:
                    self.identity_map[key] = obj
                except TypeError:
                    pass
        values = obj.__dict__
        state = _orm_state(obj)
        for name, col in mapper.attributes.items():
            if name not in state.committed and col.key in found:
                values[name] = found[col.key]
        return obj

    def scalar(self, statement, params=None, **kw):
        return self.execute(statement, params, **kw).scalar()

    def scalars(self, statement, params=None, **kw):
        return self.execute(statement, params, **kw).scalars()

    def get(self, entity, ident, **kw):
        mapper = entity.__mapper__
        cols = mapper.primary_key
        if isinstance(ident, dict):
            ident = tuple(ident[mapper.key_of(c)] for c in cols)
        if not isinstance(ident, (tuple, list)):
            ident = (ident,)
        try:
            obj = self.identity_map.get((entity, tuple(ident)))
        except TypeError:
            obj = None
        if obj is not None:
            return obj
        return self.query(entity).filter(*[c == v for c, v in zip(cols, ident)]).first()

    def get_one(self, entity, ident, **kw):
        obj = self.get(entity, ident, **kw)
        if obj is None:
            raise _get("exc.NoResultFound")("No row was found when one was required")
        return obj

    def add(self, instance, _warn=True):
        if not hasattr(type(instance), "__mapper__"):
            raise _get("orm.UnmappedInstanceError")("Class '%s.%s' is not mapped" % (type(instance).__module__, type(instance).__name__))
        state = _orm_state(instance)
        if state.session is self:
            return
        state.session = self
        if state.key is None:
            self._new[id(instance)] = instance
        else:
            self.identity_map[state.key] = instance
        for key in type(instance).__mapper__._relations:
            value = instance.__dict__.get(key)
            for item in value if isinstance(value, (list, set, tuple)) else [value]:
                if item is not None:
                    self.add(item)

    def add_all(self, instances):
        for i in instances:
            self.add(i)

    def delete(self, instance):
        state = _orm_state(instance)
        if state.key is None:
            raise _get("exc.InvalidRequestError")("Instance '%r' is not persisted" % (instance,))
        self._deleted[id(instance)] = instance

    def expunge(self, instance):
        state = _orm_state(instance)
        state.session = None
        self._new.pop(id(instance), None)
        self._dirty.pop(id(instance), None)
        if state.key is not None:
            self.identity_map.pop(state.key, None)

    def expunge_all(self):
        for obj in list(self.identity_map.values()) + list(self._new.values()):
            _orm_state(obj).session = None
        self.identity_map, self._new, self._dirty, self._deleted = {}, {}, {}, {}

    def expire(self, instance, attribute_names=None):
        names = attribute_names or list(type(instance).__mapper__.attributes) + list(type(instance).__mapper__._relations)
        self._forget(instance, names)
        for name in names:
            instance.__dict__.pop(name, None)

    def _forget(self, instance, names):
        """Drops changes that are not flushed."""
        state = _orm_state(instance)
        for name in names:
            state.committed.pop(name, None)
        if not state.committed:
            self._dirty.pop(id(instance), None)

    def expire_all(self):
        for obj in self.identity_map.values():
            self.expire(obj)

    def refresh(self, instance, attribute_names=None, **kw):
        self._forget(instance, attribute_names or list(type(instance).__mapper__.attributes))
        self._reload(instance, attribute_names)

    def _reload(self, instance, attribute_names=None):
        state = _orm_state(instance)
        cls = type(instance)
        mapper = cls.__mapper__
        row = self.connection().execute(
            _select(*mapper.local_table.c).where(*[c == v for c, v in zip(mapper.primary_key, state.key[1])])).first()
        if row is None:
            raise _get("exc.InvalidRequestError")("Could not refresh instance '%r'" % (instance,))
        found = dict(zip([c.key for c in mapper.local_table.c], list(row)))
        for name, col in mapper.attributes.items():
            if name not in state.committed and (attribute_names is None or name in attribute_names):
                instance.__dict__[name] = found[col.key]

    def merge(self, instance, **kw):
        cls = type(instance)
        mapper = cls.__mapper__
        pk = tuple(instance.__dict__.get(mapper.key_of(c)) for c in mapper.primary_key)
        found = self.get(cls, pk) if all(v is not None for v in pk) else None
        if found is None:
            found = cls.__new__(cls)
            for name in mapper.attributes:
                if name in instance.__dict__:
                    setattr(found, name, instance.__dict__[name])
            self.add(found)
            return found
        for name in mapper.attributes:
            if name in instance.__dict__:
                setattr(found, name, instance.__dict__[name])
        return found

    def __contains__(self, instance):
        return _orm_state(instance).session is self

    def __iter__(self):
        return iter(list(self._new.values()) + list(self.identity_map.values()))

    def is_modified(self, instance, include_collections=True):
        return bool(_orm_state(instance).committed)

    def flush(self, objects=None):
        if not (self._new or self._dirty or self._deleted):
            return
        for name in ("before_flush", "after_flush", "after_flush_postexec"):
            self._refuse_event(name)
        new, self._new = list(self._new.values()), {}
        deleted, self._deleted = list(self._deleted.values()), {}
        for obj in self._sorted(new):
            self._relate(obj)
            self._insert_one(obj)
        dirty, self._dirty = list(self._dirty.values()), {}
        for obj in dirty:
            self._relate(obj)
            self._collections(obj)
            if id(obj) not in {id(d) for d in deleted}:
                self._update_one(obj)
        if self._new or self._dirty:
            self._deleted.update({id(d): d for d in deleted})
            return self.flush()
        for obj in reversed(self._sorted(deleted)):
            self._delete_one(obj)

    def _sorted(self, objects):
        if len(objects) < 2:
            return objects
        order = {}
        for obj in objects:
            for i, t in enumerate(type(obj).__table__.metadata.sorted_tables):
                order.setdefault(t.key, i)
        return sorted(objects, key=lambda o: order.get(type(o).__table__.key, 0))

    def _relate(self, obj):
        """Foreign keys from related objects."""
        mapper = type(obj).__mapper__
        for key, rel in mapper._relations.items():
            if key not in obj.__dict__ or rel.secondary is not None:
                continue
            value = obj.__dict__[key]
            pairs, direction = rel.pairs()
            if direction != "many-to-one":
                continue
            if value is not None:
                if _orm_state(value).key is None:
                    self._new.pop(id(value), None)
                    _orm_state(value).session = self
                    self._insert_one(value)
                for mine, theirs in pairs:
                    setattr(obj, mapper.key_of(mine), getattr(value, type(value).__mapper__.key_of(theirs)))
            elif key in _orm_state(obj).committed:
                for mine, theirs in pairs:
                    setattr(obj, mapper.key_of(mine), None)

    def _collections(self, obj):
        """What came into the collections of a persistent object, and what went."""
        mapper = type(obj).__mapper__
        for key, rel in mapper._relations.items():
            items = obj.__dict__.get(key)
            if rel.viewonly or not getattr(items, "_added", None) and not getattr(items, "_removed", None):
                continue
            added = [i for i in items._added if i in items]
            removed = [i for i in items._removed if i not in items]
            items._added, items._removed = [], []
            if rel.secondary is not None:
                if removed:
                    _unsupported("taking an object out of a many-to-many relationship")
                self._link(obj, rel, added)
                continue
            pairs, _ = rel.pairs()
            for item in added:
                for mine, theirs in pairs:
                    setattr(item, type(item).__mapper__.key_of(theirs), getattr(obj, mapper.key_of(mine)))
            for item in removed:
                if "delete-orphan" in rel.cascade:
                    self._deleted[id(item)] = item
                    continue
                for _, theirs in pairs:
                    setattr(item, type(item).__mapper__.key_of(theirs), None)

    def _children(self, obj):
        mapper = type(obj).__mapper__
        for key, rel in mapper._relations.items():
            items = obj.__dict__.get(key)
            if not items or rel.viewonly:
                continue
            if rel.secondary is not None:
                self._link(obj, rel, items)
                continue
            pairs, direction = rel.pairs()
            if direction != "one-to-many":
                continue
            for item in items if isinstance(items, (list, set, tuple)) else [items]:
                for mine, theirs in pairs:
                    setattr(item, type(item).__mapper__.key_of(theirs), getattr(obj, mapper.key_of(mine)))
                self.add(item)

    def _link(self, obj, rel, items):
        second = rel._lookup(rel.secondary)
        for item in items:
            if _orm_state(item).key is None:
                self._new.pop(id(item), None)
                _orm_state(item).session = self
                self._insert_one(item)
            values = {}
            for c in second.c:
                for fk in c.foreign_keys:
                    for side in (obj, item):
                        if fk.references(type(side).__table__):
                            values[c.key] = getattr(side, type(side).__mapper__.key_of(fk.column))
            self.connection().execute(_insert(second).values(**values))

    def _insert_one(self, obj):
        state = _orm_state(obj)
        if state.key is not None:
            return
        cls = type(obj)
        mapper = cls.__mapper__
        _fire("before_insert", obj, mapper, self.connection(), obj)
        _set_identity(obj, cls, mapper)
        above = None
        for level in _levels(mapper):
            if above is not None:
                _take_key(obj, level, above)
            self._insert_row(obj, level)
            above = level
        state.key = (cls, tuple(obj.__dict__.get(mapper.key_of(c)) for c in mapper.primary_key))
        state.session = self
        state.committed = {}
        try:
            self.identity_map[state.key] = obj
        except TypeError:
            pass
        self._dirty.pop(id(obj), None)
        _fire("after_insert", obj, mapper, self.connection(), obj)
        self._children(obj)

    def _insert_row(self, obj, mapper):
        """The row of one table: a class with a table of its own has one in that of its parent, too."""
        table = mapper.local_table
        values = {}
        missing = []
        for name, col in mapper.attributes.items():
            if col.table is not table:
                continue
            if name in obj.__dict__:
                value = obj.__dict__[name]
            elif col.default is not None and not getattr(col.default, "is_sequence", True):
                value = col.default.arg
                if col.default.is_callable:
                    value = _call_default(value)
            else:
                value = None
            if value is None and (col.primary_key or col.server_default is not None):
                if col.primary_key:
                    missing.append(col)
                if name not in obj.__dict__ or col.primary_key:
                    continue
            values[col.key] = value
            if not hasattr(value, "__clause_element__") and not hasattr(value, "self_group"):
                obj.__dict__[name] = value
        statement = _insert(table).values(**values)
        connection = self.connection()
        returning = bool(missing) and connection.dialect.insert_returning
        if returning:
            statement = statement.returning(*missing)
        result = connection.execute(statement)
        if missing and result is not None:
            if returning:
                row = result.fetchone()
                for i, col in enumerate(missing):
                    obj.__dict__[mapper.key_of(col)] = row[i]
            else:
                obj.__dict__[mapper.key_of(missing[0])] = result.inserted_primary_key[0]

    def _key_conditions(self, obj):
        state = _orm_state(obj)
        return [c == v for c, v in zip(type(obj).__mapper__.primary_key, state.key[1])]

    def _update_one(self, obj):
        state = _orm_state(obj)
        mapper = type(obj).__mapper__
        _fire("before_update", obj, mapper, self.connection(), obj)
        values = {}
        for name in state.committed:
            if name in mapper.attributes and name in obj.__dict__:
                if obj.__dict__[name] is not state.committed[name] or isinstance(obj.__dict__[name], (dict, list)):
                    values[mapper.attributes[name].key] = obj.__dict__[name]
        if values:
            for name, col in mapper.attributes.items():
                if col.onupdate is not None and col.key not in values:
                    value = col.onupdate.arg
                    values[col.key] = _call_default(value) if col.onupdate.is_callable else value
            self.connection().execute(_update(mapper.local_table).where(*self._key_conditions(obj)).values(**values))
        state.committed = {}
        _fire("after_update", obj, mapper, self.connection(), obj)
        self._children(obj)

    def _delete_one(self, obj):
        state = _orm_state(obj)
        for key, rel in type(obj).__mapper__._relations.items():
            if "delete" in rel.cascade or "all" in rel.cascade:
                items = getattr(obj, key)
                for item in items if isinstance(items, (list, set, tuple)) else [items]:
                    if item is not None and _orm_state(item).key is not None:
                        self._delete_one(item)
        _fire("before_delete", obj, type(obj).__mapper__, self.connection(), obj)
        self.connection().execute(_delete(type(obj).__table__).where(*self._key_conditions(obj)))
        _fire("after_delete", obj, type(obj).__mapper__, self.connection(), obj)
        self.identity_map.pop(state.key, None)
        state.deleted = True
        state.session = None

    def _refuse_event(self, name):
        _refuse(name, self)
        if self._maker is not None:
            _refuse(name, self._maker)

    def commit(self):
        self._refuse_event("before_commit")
        self._refuse_event("after_commit")
        self.flush()
        if self.expire_on_commit:
            for obj in self.identity_map.values():
                for name in type(obj).__mapper__._relations:
                    obj.__dict__.pop(name, None)

    def prepare(self):
        pass

    def rollback(self):
        self._new, self._dirty, self._deleted = {}, {}, {}
        if self._connection is not None or self.bind is not None and not isinstance(self.bind, _get("engine.MockConnection")):
            self.connection().rollback()

    def close(self):
        self.expunge_all()

    invalidate = reset = close

    @classmethod
    def object_session(cls, instance):
        return _orm_state(instance).session

    def bulk_insert_mappings(self, mapper, mappings, return_defaults=False, render_nulls=False):
        rows = [dict(m) for m in mappings]
        if rows:
            table = getattr(mapper, "__table__", None)
            if table is None:
                table = mapper.local_table
            self.connection().execute(_insert(table), rows)

    def bulk_update_mappings(self, mapper, mappings):
        m = getattr(mapper, "__mapper__", mapper)
        for row in mappings:
            keys = {m.key_of(c): c for c in m.primary_key}
            values = {m.attributes[k].key: v for k, v in row.items() if k not in keys}
            self.connection().execute(
                _update(m.local_table).where(*[c == row[k] for k, c in keys.items()]).values(**values))

    def bulk_save_objects(self, objects, **kw):
        for obj in objects:
            self.add(obj)
        self.flush()


def _call_default(fn):
    try:
        return fn()
    except TypeError:
        return fn(None)


class _NoAutoflush:
    def __init__(self, session):
        self.session = session

    def __enter__(self):
        self.before, self.session.autoflush = self.session.autoflush, False
        return self.session

    def __exit__(self, *exc):
        self.session.autoflush = self.before


class _SessionTransaction:
    def __init__(self, session):
        self.session = session

    def __enter__(self):
        return self.session

    def __exit__(self, type_, value, tb):
        if type_ is None:
            self.session.commit()
        else:
            self.session.rollback()

    def commit(self):
        self.session.commit()

    def rollback(self):
        self.session.rollback()


SessionTransaction = _SessionTransaction


class sessionmaker:
    def __init__(self, bind=None, *, class_=Session, autoflush=True, expire_on_commit=True, info=None, **kw):
        self.kw = dict(kw, bind=bind, autoflush=autoflush, expire_on_commit=expire_on_commit)
        self.class_ = class_

    def __class_getitem__(cls, item):
        return cls

    def __call__(self, **local):
        kw = dict(self.kw)
        kw.update(local)
        made = self.class_(**kw)
        made._maker = self
        return made

    def configure(self, **kw):
        self.kw.update(kw)

    def begin(self):
        return _SessionTransaction(self())


class scoped_session:
    def __init__(self, session_factory, scopefunc=None):
        self.session_factory = session_factory
        self._session = None

    def __call__(self, **kw):
        if self._session is None:
            self._session = self.session_factory(**kw)
        return self._session

    def remove(self):
        self._session = None

    def configure(self, **kw):
        self.session_factory.configure(**kw)

    def query_property(self, query_cls=None):
        return None

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self(), name)


class Query:
    def __init__(self, entities, session=None):
        if not isinstance(entities, (tuple, list)):
            entities = (entities,)
        flat = []
        for e in entities:
            if hasattr(e, "c") and hasattr(e, "join") and not _entity_of(e):
                flat += list(e.c)
            else:
                flat.append(e)
        self._entities = tuple(flat)
        self.session = session
        self._where = ()
        self._steps = ()
        self._statement = None

    def _copy(self):
        new = type(self).__new__(type(self))
        new.__dict__.update(self.__dict__)
        return new

    def _step(self, name, *args, **kw):
        new = self._copy()
        new._steps = self._steps + ((name, args, kw),)
        return new

    def filter(self, *criterion):
        new = self._copy()
        new._where = self._where + tuple(criterion)
        return new

    where = filter

    def filter_by(self, **kw):
        entity = self._entities[0]
        for name, args, _ in self._steps:
            if name in ("join", "outerjoin") and _entity_of(args[0]):
                entity = args[0]
            if name == "select_from" and _entity_of(args[0]) and not _entity_of(entity):
                entity = args[0]
        if not _entity_of(entity):
            table = getattr(entity, "table", None)
            return self.filter(*[table.c[k] == v for k, v in kw.items()])
        return self.filter(*[getattr(entity, k) == v for k, v in kw.items()])

    def order_by(self, *clauses):
        if clauses and len(clauses) == 1 and (clauses[0] is None or clauses[0] is False):
            new = self._copy()
            new._steps = tuple(s for s in self._steps if s[0] != "order_by")
            return new
        return self._step("order_by", *clauses)

    def group_by(self, *clauses):
        return self._step("group_by", *clauses)

    def having(self, *criterion):
        return self._step("having", *criterion)

    def join(self, target, *props, onclause=None, isouter=False, full=False):
        if props:
            onclause = props[0]
        return self._step("join", target, onclause, isouter=isouter, full=full)

    def outerjoin(self, target, *props, onclause=None, full=False):
        if props:
            onclause = props[0]
        return self._step("join", target, onclause, isouter=True, full=full)

    def select_from(self, *froms):
        return self._step("select_from", *froms)

    def distinct(self, *expr):
        return self._step("distinct", *expr)

    def limit(self, n):
        return self._step("limit", n)

    def offset(self, n):
        return self._step("offset", n)

    def slice(self, start, stop):
        return self._step("slice", start, stop)

    def with_for_update(self, **kw):
        return self._step("with_for_update", **kw)

    def correlate(self, *froms):
        return self._step("correlate", *froms)

    def options(self, *args):
        _get("orm._heed_options")(args)
        return self

    def execution_options(self, **kw):
        return self

    def enable_eagerloads(self, value):
        return self

    def populate_existing(self):
        return self

    def autoflush(self, setting):
        return self

    def yield_per(self, count):
        return self

    def params(self, *a, **kw):
        _unsupported("Query.params")

    def with_session(self, session):
        new = self._copy()
        new.session = session
        return new

    def with_entities(self, *entities):
        new = self._copy()
        if not any(s[0] in ("select_from", "join") for s in self._steps):
            new._steps = self._steps
        new._entities = tuple(entities)
        return new

    def add_columns(self, *columns):
        new = self._copy()
        new._entities = self._entities + tuple(columns)
        return new

    add_column = add_entity = add_columns

    def from_statement(self, statement):
        new = self._copy()
        new._statement = statement
        return new

    def _as_select(self):
        if self._statement is not None:
            return self._statement
        s = _select(*self._entities)
        for name, args, kw in self._steps:
            if name in ("join", "select_from"):
                s = getattr(s, name)(*args, **kw)
        if self._where:
            s = s.where(*self._where)
        for name, args, kw in self._steps:
            if name not in ("join", "select_from"):
                s = getattr(s, name)(*args, **kw)
        return s

    @property
    def statement(self):
        return self._as_select()

    selectable = statement

    def __clause_element__(self):
        return self._as_select()

    @property
    def whereclause(self):
        return _and(*self._where) if self._where else None

    @property
    def column_descriptions(self):
        return [{"entity": _entity_of(e), "expr": e, "name": getattr(e, "__name__", None) or getattr(e, "key", None)} for e in self._entities]

    def _run(self):
        session = self.session
        if session.autoflush:
            session.flush()
        return session.connection().execute(self._as_select())

    def _single(self):
        return len(self._entities) == 1 and (_entity_of(self._entities[0]) is not None)

    def _rows(self, limit=None):
        result = self._run()
        if not isinstance(result, _Result):
            return result
        session = self.session
        if not any(_entity_of(e) for e in self._entities):
            return result.all()
        rows = [session._map_row(tuple(r), self._entities) for r in result.all()]
        if self._single():
            seen, out = set(), []
            for r in rows:
                if id(r[0]) not in seen:
                    seen.add(id(r[0]))
                    out.append(r[0])
            return out
        keys = [e.__name__ if _is_mapped(e) else getattr(e, "key", None) or "anon" for e in self._entities]
        return _result(keys, rows).all()

    def all(self):
        rows = self._rows()
        return rows if isinstance(rows, list) else rows.all()

    def __iter__(self):
        rows = self._rows()
        return iter(rows)

    def first(self):
        rows = self.limit(1)._rows() if not any(s[0] == "limit" for s in self._steps) else self._rows()
        if not isinstance(rows, list):
            return rows.first()
        return rows[0] if rows else None

    def one_or_none(self):
        rows = self._rows()
        if not isinstance(rows, list):
            return rows.one_or_none()
        if len(rows) > 1:
            raise _get("exc.MultipleResultsFound")("Multiple rows were found when one or none was required")
        return rows[0] if rows else None

    def one(self):
        rows = self._rows()
        if not isinstance(rows, list):
            return rows.one()
        if not rows:
            raise _get("exc.NoResultFound")("No row was found when one was required")
        if len(rows) > 1:
            raise _get("exc.MultipleResultsFound")("Multiple rows were found when exactly one was required")
        return rows[0]

    def scalar(self):
        rows = self._rows()
        if not isinstance(rows, list):
            return rows.scalar()
        if not rows:
            return None
        if len(rows) > 1:
            raise _get("exc.MultipleResultsFound")("Multiple rows were found when exactly one was required")
        return rows[0] if self._single() else rows[0][0]

    def get(self, ident):
        return self.session.get(self._entities[0], ident)

    def count(self):
        if self.session.autoflush:
            self.session.flush()
        inner = self._as_select().subquery()
        return self.session.connection().execute(_select(_func.count(_get("literal_column")("*"))).select_from(inner)).scalar()

    def exists(self):
        return _get("exists")(self._as_select().with_only_columns(_get("literal_column")("1"), maintain_column_froms=True))

    def __getitem__(self, item):
        if isinstance(item, slice):
            return self.slice(item.start or 0, item.stop).all()
        return self.slice(item, item + 1).all()[0]

    def update(self, values, synchronize_session="auto", update_args=None):
        if self.session.autoflush:
            self.session.flush()
        entity = _entity_of(self._entities[0]) or self._entities[0].table
        table = getattr(entity, "__table__", entity)
        mapper = getattr(entity, "__mapper__", None)
        named = {}
        for k, v in values.items():
            if isinstance(k, str) and mapper is not None and k in mapper.attributes:
                k = mapper.attributes[k].key
            named[k] = v
        result = self.session.connection().execute(_update(table).where(*self._where).values(named))
        self._forget(entity)
        return getattr(result, "rowcount", None)

    def delete(self, synchronize_session="auto", delete_args=None):
        if self.session.autoflush:
            self.session.flush()
        entity = _entity_of(self._entities[0]) or self._entities[0].table
        result = self.session.connection().execute(_delete(getattr(entity, "__table__", entity)).where(*self._where))
        self._forget(entity)
        return getattr(result, "rowcount", None)

    def _forget(self, entity):
        for key in [k for k in self.session.identity_map if k[0] is entity]:
            obj = self.session.identity_map[key]
            if not _orm_state(obj).committed:
                self.session.expire(obj)
                for c, v in zip(entity.__mapper__.primary_key, key[1]):
                    obj.__dict__[entity.__mapper__.key_of(c)] = v

    def subquery(self, name=None, **kw):
        return self._as_select().subquery(name)

    def cte(self, name=None, recursive=False, nesting=False):
        return self._as_select().cte(name, recursive=recursive, nesting=nesting)

    def label(self, name):
        return self._as_select().label(name)

    def scalar_subquery(self):
        return self._as_select().scalar_subquery()

    as_scalar = scalar_subquery

    def union(self, *others):
        _unsupported("Query.union")

    union_all = union

    def __str__(self):
        return str(self._as_select())
