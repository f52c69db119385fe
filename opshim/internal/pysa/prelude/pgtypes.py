# Values and functions of sqlalchemy.dialects.postgresql.

_func = _get("func")


class Range:
    def __init__(self, lower=None, upper=None, *, bounds="[)", empty=False):
        self.lower = lower
        self.upper = upper
        self.bounds = bounds
        self.empty = empty

    @property
    def lower_inc(self):
        return self.bounds[0] == "["

    @property
    def upper_inc(self):
        return self.bounds[1] == "]"

    @property
    def lower_inf(self):
        return not self.empty and self.lower is None

    @property
    def upper_inf(self):
        return not self.empty and self.upper is None

    @property
    def isempty(self):
        return self.empty

    def __bool__(self):
        return not self.empty

    def __eq__(self, other):
        if not isinstance(other, Range):
            return NotImplemented
        return (self.lower, self.upper, self.bounds, self.empty) == (other.lower, other.upper, other.bounds, other.empty)

    def __hash__(self):
        return hash((self.lower, self.upper, self.bounds, self.empty))

    def __repr__(self):
        return "Range(lower=%r, upper=%r, bounds=%r, empty=%r)" % (self.lower, self.upper, self.bounds, self.empty)

    def __str__(self):
        if self.empty:
            return "empty"
        low = "" if self.lower is None else str(self.lower)
        high = "" if self.upper is None else str(self.upper)
        return self.bounds[0] + low + "," + high + self.bounds[1]

    @property
    def __sa_type_engine__(self):
        import datetime
        import decimal

        value = self.lower if self.lower is not None else self.upper
        if isinstance(value, int):
            if -2147483648 <= value <= 2147483647:
                return _get("postgresql.INT4RANGE")()
            return _get("postgresql.INT8RANGE")()
        if isinstance(value, decimal.Decimal):
            return _get("postgresql.NUMRANGE")()
        if isinstance(value, datetime.datetime):
            return _get("postgresql.TSTZRANGE" if value.tzinfo else "postgresql.TSRANGE")()
        if isinstance(value, datetime.date):
            return _get("postgresql.DATERANGE")()
        return _get("NullType")()


class MultiRange(list):
    pass


def hstore(*args, **kw):
    return _func.hstore(*args, type_=_get("postgresql.HSTORE"), **kw)


def _search(name):
    def call(*args, **kw):
        return getattr(_func, name)(*args, **kw)

    call.__name__ = name
    return call


to_tsvector = _search("to_tsvector")
to_tsquery = _search("to_tsquery")
plainto_tsquery = _search("plainto_tsquery")
phraseto_tsquery = _search("phraseto_tsquery")
websearch_to_tsquery = _search("websearch_to_tsquery")
ts_headline = _search("ts_headline")


def array_agg(*args, **kw):
    return _func.array_agg(*args, **kw)


def Any(other, arrexpr, operator=None):
    return arrexpr.any(other, operator)


def All(other, arrexpr, operator=None):
    return arrexpr.all(other, operator)
