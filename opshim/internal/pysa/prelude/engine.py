# Engines and URLs: objects that env.py can make, configure and hold. Nothing
# here connects; a connection of such an engine is what the run provides.

import re as _re

_SAFE = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~"


def _quote(text, safe=""):
    out = []
    for b in text.encode("utf-8"):
        c = chr(b)
        out.append(c if c in _SAFE or c in safe else "%%%02X" % b)
    return "".join(out)


def _quote_plus(text):
    return _quote(text, " ").replace(" ", "+")


def _unquote(text):
    if "%" not in text:
        return text
    out = bytearray()
    raw = text.encode("utf-8")
    i = 0
    while i < len(raw):
        if raw[i] == 37 and i + 2 < len(raw):
            try:
                out.append(int(raw[i + 1:i + 3].decode("ascii"), 16))
                i += 3
                continue
            except ValueError:
                pass
        out.append(raw[i])
        i += 1
    return bytes(out).decode("utf-8", "replace")


def _parse_query(text):
    pairs = []
    for part in text.split("&"):
        k, eq, v = part.partition("=")
        if eq and v:
            pairs.append((_unquote(k.replace("+", " ")), _unquote(v.replace("+", " "))))
    return pairs


class URL:
    def __init__(self, drivername, username=None, password=None, host=None, port=None, database=None, query=None):
        self.drivername = drivername
        self.username = username
        self.password = password
        self.host = host
        self.port = port
        self.database = database
        self.query = dict(query or {})

    @classmethod
    def create(cls, drivername, username=None, password=None, host=None, port=None, database=None, query=None):
        return cls(drivername, username, password, host, int(port) if port is not None else None, database, query)

    def set(self, **kw):
        values = {
            "drivername": self.drivername, "username": self.username, "password": self.password, "host": self.host,
            "port": self.port, "database": self.database, "query": self.query,
        }
        values.update({k: v for k, v in kw.items() if v is not None})
        return URL(**values)

    _replace = set

    def update_query_dict(self, query_parameters, append=False):
        query = dict(self.query)
        query.update(query_parameters)
        return self.set(query=query)

    def update_query_pairs(self, pairs, append=False):
        return self.update_query_dict(dict(pairs))

    def update_query_string(self, query_string, append=False):
        return self.update_query_dict(dict(_parse_query(query_string)))

    def difference_update_query(self, names):
        return URL(self.drivername, self.username, self.password, self.host, self.port, self.database,
                   {k: v for k, v in self.query.items() if k not in set(names)})

    def render_as_string(self, hide_password=True):
        s = self.drivername + "://"
        if self.username is not None:
            s += _quote(self.username, " +")
            if self.password is not None:
                s += ":" + ("***" if hide_password else _quote(str(self.password), " +"))
            s += "@"
        if self.host is not None:
            s += "[%s]" % self.host if ":" in self.host else self.host
        if self.port is not None:
            s += ":" + str(self.port)
        if self.database is not None:
            s += "/" + self.database
        if self.query:
            pairs = []
            for k in sorted(self.query):
                for v in self.query[k] if isinstance(self.query[k], (list, tuple)) else [self.query[k]]:
                    pairs.append(_quote_plus(k) + "=" + _quote_plus(v))
            s += "?" + "&".join(pairs)
        return s

    def __str__(self):
        return self.render_as_string(hide_password=True)

    def __repr__(self):
        return self.render_as_string(hide_password=True)

    def __to_string__(self, hide_password=True):
        return self.render_as_string(hide_password)

    def __eq__(self, other):
        return isinstance(other, URL) and self.render_as_string(False) == other.render_as_string(False)

    def __hash__(self):
        return hash(self.render_as_string(False))

    def get_backend_name(self):
        return self.drivername.split("+")[0]

    def get_driver_name(self):
        if "+" in self.drivername:
            return self.drivername.split("+")[1]
        return self.get_dialect()().driver

    def get_dialect(self, _is_async=False):
        name = self.get_backend_name()
        if name not in ("postgresql", "mysql", "mariadb", "sqlite"):
            raise _get("exc.NoSuchModuleError")("Can't load plugin: sqlalchemy.dialects:%s" % name.replace("+", "."))
        return _get(name + ".dialect")

    def translate_connect_args(self, names=None, **kw):
        args = {"host": self.host, "database": self.database, "username": self.username, "password": self.password, "port": self.port}
        return {kw.get(k, k): v for k, v in args.items() if v}

    def normalized_query(self):
        return {k: (v,) if isinstance(v, str) else v for k, v in self.query.items()}


_pattern = _re.compile(
    r"(?P<name>[\w\+]+)://"
    r"(?:(?P<username>[^:/]*)(?::(?P<password>[^@]*))?@)?"
    r"(?:(?:\[(?P<ipv6>[^/\?]+)\]|(?P<ipv4>[^/:\?]+))?(?::(?P<port>[^/\?]*))?)?"
    r"(?:/(?P<database>[^\?]*))?"
    r"(?:\?(?P<query>.*))?$"
)


def make_url(name_or_url):
    if isinstance(name_or_url, URL):
        return name_or_url
    if not isinstance(name_or_url, str):
        raise _get("exc.ArgumentError")("Expected string or URL object, got %r" % (name_or_url,))
    m = _pattern.match(name_or_url)
    if m is None:
        raise _get("exc.ArgumentError")("Could not parse SQLAlchemy URL from given URL string")
    d = m.groupdict()
    query = {}
    for k, v in _parse_query(d["query"] or ""):
        if k in query:
            query[k] = (query[k] if isinstance(query[k], tuple) else (query[k],)) + (v,)
        else:
            query[k] = v
    port = d["port"]
    return URL(
        d["name"],
        _unquote(d["username"]) if d["username"] is not None else None,
        _unquote(d["password"]) if d["password"] is not None else None,
        d["ipv6"] or d["ipv4"],
        int(port) if port else None,
        d["database"],
        query,
    )


class Pool:
    def __init__(self, *args, **kw):
        self.args = args

    def dispose(self):
        pass

    def status(self):
        return "Pool"


class NullPool(Pool):
    pass


class StaticPool(Pool):
    pass


class QueuePool(Pool):
    pass


class SingletonThreadPool(Pool):
    pass


class AssertionPool(Pool):
    pass


class AsyncAdaptedQueuePool(QueuePool):
    pass


class FallbackAsyncAdaptedQueuePool(AsyncAdaptedQueuePool):
    pass


class Engine:
    def __init__(self, url, options):
        self.url = url
        self.options = options
        self.echo = options.get("echo", False)
        self.logging_name = None
        self.pool = (options.get("poolclass") or NullPool)()
        self.dialect = _get("_dialect_by_url")(url.drivername)
        self._options = dict(options.get("execution_options") or {})
        if options.get("isolation_level"):
            self._options["isolation_level"] = options["isolation_level"]

    @property
    def name(self):
        return self.dialect.name

    @property
    def driver(self):
        return self.url.get_driver_name()

    @property
    def engine(self):
        return self

    def connect(self, **kw):
        return self._connection(False)

    def _connection(self, begun):
        made = _get("_engine_connection")(self.dialect, self.url.render_as_string(hide_password=False), begun)
        return made.execution_options(**self._options) if self._options and not begun else made

    def begin(self):
        if str(self._options.get("isolation_level", "")).upper() == "AUTOCOMMIT":
            _unsupported("Engine.begin with isolation_level AUTOCOMMIT")
        return self._connection(True)

    def __sa_connection__(self):
        return self.connect()

    def execution_options(self, **opt):
        new = Engine(self.url, self.options)
        new._options = {**self._options, **opt}
        return new

    def get_execution_options(self):
        return dict(self._options)

    def dispose(self, close=True):
        pass

    def raw_connection(self):
        _unsupported("Engine.raw_connection")

    def __repr__(self):
        return "Engine(%r)" % (self.url,)


def create_engine(url, **kw):
    return Engine(make_url(url), kw)


def create_mock_engine(url, executor, **kw):
    _unsupported("sqlalchemy.create_mock_engine")


def create_pool_from_url(url, **kw):
    return (kw.get("poolclass") or NullPool)()


def engine_from_config(configuration, prefix="sqlalchemy.", **kw):
    options = {k[len(prefix):]: v for k, v in configuration.items() if k.startswith(prefix)}
    options.update(kw)
    url = options.pop("url", None)
    if url is None:
        raise KeyError("url")
    return create_engine(url, **options)


class AsyncConnection:
    def __init__(self, sync_connection):
        self.sync_connection = sync_connection
        self.dialect = sync_connection.dialect

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        return None

    def __await__(self):
        async def started():
            return self

        return started().__await__()

    async def run_sync(self, fn, *args, **kw):
        return fn(self.sync_connection, *args, **kw)

    async def execute(self, statement, parameters=None, **kw):
        return self.sync_connection.execute(statement, parameters)

    async def scalar(self, statement, parameters=None, **kw):
        return self.sync_connection.scalar(statement, parameters)

    async def exec_driver_sql(self, statement, parameters=None, **kw):
        return self.sync_connection.exec_driver_sql(statement, parameters)

    async def execution_options(self, **kw):
        self.sync_connection.execution_options(**kw)
        return self

    async def commit(self):
        self.sync_connection.commit()

    async def rollback(self):
        self.sync_connection.rollback()

    async def close(self):
        pass

    def begin(self):
        return self

    async def start(self, is_ctxmanager=False):
        return self


class AsyncEngine:
    def __init__(self, sync_engine):
        self.sync_engine = sync_engine
        self.url = sync_engine.url
        self.dialect = sync_engine.dialect
        self.pool = sync_engine.pool

    @property
    def name(self):
        return self.sync_engine.name

    def connect(self):
        return AsyncConnection(self.sync_engine.connect())

    begin = connect

    def execution_options(self, **kw):
        return AsyncEngine(self.sync_engine.execution_options(**kw))

    async def dispose(self, close=True):
        pass

    def __repr__(self):
        return "AsyncEngine(%r)" % (self.sync_engine,)


def create_async_engine(url, **kw):
    return AsyncEngine(create_engine(url, **kw))


def async_engine_from_config(configuration, prefix="sqlalchemy.", **kw):
    return AsyncEngine(engine_from_config(configuration, prefix, **kw))


class AsyncSession:
    def __init__(self, bind=None, **kw):
        self.bind = bind

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        _unsupported("AsyncSession." + name)


class async_sessionmaker:
    def __init__(self, bind=None, **kw):
        self.bind = bind

    def __call__(self, **kw):
        return AsyncSession(self.bind)
