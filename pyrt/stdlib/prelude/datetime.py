"""Dates and times."""

import time as _time
from _datetime import join as _join, ord2ymd as _ord2ymd, split as _split, ymd2ord as _ymd2ord

__all__ = ("date", "datetime", "time", "timedelta", "timezone", "tzinfo", "MINYEAR", "MAXYEAR", "UTC")

MINYEAR, MAXYEAR = 1, 9999
_MAXORDINAL = 3652059
_DAYS = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
_BEFORE = [0]
for _d in _DAYS[1:]:
    _BEFORE.append(_BEFORE[-1] + _d)
_BEFORE = [0, 0] + _BEFORE[1:12]


def _name(cls):
    return "datetime." + cls.__name__ if cls.__module__ == "datetime" else cls.__name__


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_in_month(year, month):
    return 29 if month == 2 and _is_leap(year) else _DAYS[month]


def _days_before_month(year, month):
    return _BEFORE[month] + (month > 2 and _is_leap(year))


_MONTHS = [None, "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]


def _index(value):
    if type(value) is int:
        return value
    if isinstance(value, int):
        return int(value)
    if hasattr(type(value), "__index__"):
        return value.__index__()
    raise TypeError("'%s' object cannot be interpreted as an integer" % type(value).__name__)


def _check_date(year, month, day):
    year, month, day = _index(year), _index(month), _index(day)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"year must be in {MINYEAR}..{MAXYEAR}, not {year}")
    if not 1 <= month <= 12:
        raise ValueError(f"month must be in 1..12, not {month}")
    dim = _days_in_month(year, month)
    if not 1 <= day <= dim:
        raise ValueError(f"day {day} must be in range 1..{dim} for month {month} in year {year}")
    return year, month, day


def _check_time(hour, minute, second, microsecond, fold):
    hour, minute, second, microsecond = _index(hour), _index(minute), _index(second), _index(microsecond)
    if not 0 <= hour <= 23:
        raise ValueError(f"hour must be in 0..23, not {hour}")
    if not 0 <= minute <= 59:
        raise ValueError(f"minute must be in 0..59, not {minute}")
    if not 0 <= second <= 59:
        raise ValueError(f"second must be in 0..59, not {second}")
    if not 0 <= microsecond <= 999999:
        raise ValueError(f"microsecond must be in 0..999999, not {microsecond}")
    if fold not in (0, 1):
        raise ValueError(f"fold must be either 0 or 1, not {fold}")
    return hour, minute, second, microsecond, fold


def _check_tzinfo(tz):
    if tz is not None and not isinstance(tz, tzinfo):
        raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{type(tz).__name__}'")


def _format_time(hh, mm, ss, us, timespec="auto"):
    if timespec == "auto":
        timespec = "microseconds" if us else "seconds"
    if timespec == "hours":
        return f"{hh:02d}"
    if timespec == "minutes":
        return f"{hh:02d}:{mm:02d}"
    if timespec == "seconds":
        return f"{hh:02d}:{mm:02d}:{ss:02d}"
    if timespec == "milliseconds":
        return f"{hh:02d}:{mm:02d}:{ss:02d}.{us // 1000:03d}"
    if timespec == "microseconds":
        return f"{hh:02d}:{mm:02d}:{ss:02d}.{us:06d}"
    raise ValueError("Unknown timespec value")


def _format_offset(off, sep=":"):
    if off is None:
        return ""
    sign = "+"
    if off.days < 0:
        sign, off = "-", -off
    minutes, ss = divmod(off.days * 86400 + off.seconds, 60)
    hh, mm = divmod(minutes, 60)
    s = f"{sign}{hh:02d}{sep}{mm:02d}"
    if ss or off.microseconds:
        s += f"{sep}{ss:02d}"
        if off.microseconds:
            s += f".{off.microseconds:06d}"
    return s


def _strftime(obj, fmt, timetuple):
    """Replaces what depends on microseconds and the zone, then asks time."""
    out, i, n = [], 0, len(fmt)
    while i < n:
        c = fmt[i]
        i += 1
        if c != "%" or i >= n:
            out.append(c)
            continue
        c = fmt[i]
        i += 1
        if c == "f":
            out.append("%06d" % getattr(obj, "microsecond", 0))
        elif c == "z":
            out.append(_format_offset(obj.utcoffset(), "") if hasattr(obj, "utcoffset") else "")
        elif c == ":" and i < n and fmt[i] == "z":
            i += 1
            out.append(_format_offset(obj.utcoffset(), ":") if hasattr(obj, "utcoffset") else "")
        elif c == "Z":
            s = obj.tzname() if hasattr(obj, "tzname") else None
            out.append((s or "").replace("%", "%%"))
        else:
            out.append("%" + c)
    return _time.strftime("".join(out), timetuple)


def _wrap_strftime(obj, fmt, timetuple):
    if not isinstance(fmt, str):
        raise TypeError(f"strftime() argument 1 must be str, not {type(fmt).__name__}")
    return _strftime(obj, fmt, timetuple)


def _iso_week_to_date(year, week, day):
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"year must be in {MINYEAR}..{MAXYEAR}, not {year}")
    if not 0 < week < 53:
        out = True
        if week == 53:
            first = _ymd2ord(year, 1, 1) % 7
            if first == 4 or first == 3 and _is_leap(year):
                out = False
        if out:
            raise ValueError(f"Invalid week: {week}")
    if not 0 < day < 8:
        raise ValueError(f"Invalid weekday: {day} (range is [1, 7])")
    return _ord2ymd(_week1_monday(year) + (week - 1) * 7 + day - 1)


def _week1_monday(year):
    first = _ymd2ord(year, 1, 1)
    weekday = (first + 6) % 7
    monday = first - weekday
    return monday + 7 if weekday > 3 else monday


class timedelta:
    __slots__ = ("_days", "_seconds", "_microseconds", "_hash")

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        if type(days) is int and type(seconds) is int and type(microseconds) is int and type(hours) is int and (
                milliseconds == minutes == weeks == 0):
            return cls._make((days * 86400 + hours * 3600 + seconds) * 10 ** 6 + microseconds)
        for name, v in (("days", days), ("seconds", seconds), ("microseconds", microseconds), ("milliseconds", milliseconds),
                        ("minutes", minutes), ("hours", hours), ("weeks", weeks)):
            if not isinstance(v, (int, float)):
                raise TypeError(f"unsupported type for timedelta {name} component: {type(v).__name__}")
        total, rest = 0, 0.0
        for v, unit in ((microseconds, 1), (milliseconds, 1000), (seconds, 10 ** 6), (minutes, 6 * 10 ** 7), (hours, 36 * 10 ** 8),
                        (days, 864 * 10 ** 8), (weeks, 6048 * 10 ** 8)):
            if isinstance(v, int):
                total += v * unit
            else:
                whole = int(v)
                total += whole * unit
                part = (v - whole) * unit
                whole = int(part)
                total += whole
                rest += part - whole
        if rest:
            whole = round(rest)
            if abs(rest - int(rest)) == 0.5:
                whole = int(rest)
                odd = (total + whole) & 1
                whole += (1 if rest > 0 else -1) if odd else 0
            total += whole
        return cls._make(total)

    @classmethod
    def _make(cls, us):
        days, us = divmod(us, 86400 * 10 ** 6)
        if abs(days) > 999999999:
            if not -2 ** 31 <= days < 2 ** 31:
                raise OverflowError("Python int too large to convert to C int")
            raise OverflowError(f"days={days}; must have magnitude <= 999999999")
        self = object.__new__(cls)
        self._days = days
        self._seconds, self._microseconds = divmod(us, 10 ** 6)
        self._hash = None
        return self

    @property
    def days(self):
        return self._days

    @property
    def seconds(self):
        return self._seconds

    @property
    def microseconds(self):
        return self._microseconds

    def _us(self):
        return (self._days * 86400 + self._seconds) * 10 ** 6 + self._microseconds

    def total_seconds(self):
        return self._us() / 10 ** 6

    def __repr__(self):
        args = [f"{n}={v}" for n, v in (("days", self._days), ("seconds", self._seconds), ("microseconds", self._microseconds)) if v]
        cls = type(self)
        return f"{_name(cls)}({', '.join(args) or '0'})"

    def __str__(self):
        mm, ss = divmod(self._seconds, 60)
        hh, mm = divmod(mm, 60)
        s = f"{hh}:{mm:02d}:{ss:02d}"
        if self._days:
            s = f"{self._days} day{'s' if abs(self._days) != 1 else ''}, " + s
        if self._microseconds:
            s += f".{self._microseconds:06d}"
        return s

    def __add__(self, other):
        if isinstance(other, timedelta):
            return timedelta._make(self._us() + other._us())
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return timedelta._make(self._us() - other._us())
        return NotImplemented

    def __rsub__(self, other):
        if isinstance(other, timedelta):
            return other - self
        return NotImplemented

    def __neg__(self):
        return timedelta._make(-self._us())

    def __pos__(self):
        return timedelta._make(self._us())

    def __abs__(self):
        return -self if self._days < 0 else self

    def __mul__(self, other):
        if isinstance(other, int):
            return timedelta._make(self._us() * int(other))
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return timedelta._make(_divide_and_round(self._us() * a, b))
        return NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if not isinstance(other, (int, timedelta)):
            return NotImplemented
        if isinstance(other, timedelta):
            return self._us() // other._us()
        return timedelta._make(self._us() // other)

    def __truediv__(self, other):
        if not isinstance(other, (int, float, timedelta)):
            return NotImplemented
        if isinstance(other, timedelta):
            return self._us() / other._us()
        if isinstance(other, int):
            return timedelta._make(_divide_and_round(self._us(), other))
        a, b = other.as_integer_ratio()
        return timedelta._make(_divide_and_round(b * self._us(), a))

    def __mod__(self, other):
        if isinstance(other, timedelta):
            return timedelta._make(self._us() % other._us())
        return NotImplemented

    def __divmod__(self, other):
        if isinstance(other, timedelta):
            q, r = divmod(self._us(), other._us())
            return q, timedelta._make(r)
        return NotImplemented

    def __eq__(self, other):
        return self._us() == other._us() if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._us() < other._us() if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._us() <= other._us() if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._us() > other._us() if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._us() >= other._us() if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash((self._days, self._seconds, self._microseconds))

    def __bool__(self):
        return self._us() != 0

    def __reduce__(self):
        return self.__class__, (self._days, self._seconds, self._microseconds)


def _divide_and_round(a, b):
    q, r = divmod(a, b)
    r *= 2
    greater = r > b if b > 0 else r < b
    if greater or r == b and q % 2 == 1:
        q += 1
    return q


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(days=999999999, hours=23, minutes=59, seconds=59, microseconds=999999)
timedelta.resolution = timedelta(microseconds=1)


def _bad_iso(kind, s):
    return ValueError(f"Invalid isoformat string: {s!r}")


def _digits(s):
    if not s.isdigit() or not s.isascii():
        raise ValueError
    return int(s)


def _parse_iso_date(s):
    year = _digits(s[0:4])
    sep = s[4:5] == "-"
    pos = 4 + sep
    if s[pos:pos + 1] == "W":
        pos += 1
        week = _digits(s[pos:pos + 2])
        if len(s[pos:pos + 2]) != 2:
            raise ValueError
        pos += 2
        day = 1
        if len(s) > pos:
            if (s[pos:pos + 1] == "-") != sep:
                raise ValueError
            pos += sep
            day = _digits(s[pos:])
            if len(s[pos:]) != 1:
                raise ValueError
        return list(_iso_week_to_date(year, week, day))
    month = _digits(s[pos:pos + 2])
    pos += 2
    if (s[pos:pos + 1] == "-") != sep:
        raise ValueError
    pos += sep
    rest = s[pos:]
    if len(rest) != 2 or len(s[:4]) != 4 or pos != (8 if sep else 6):
        raise ValueError
    return [year, month, _digits(rest)]


def _date_length(s):
    """How many characters of an ISO datetime belong to the date."""
    if s[4:5] == "-":
        if s[5:6] == "W":
            if len(s) > 8 and s[8] == "-" and s[9:10].isdigit():
                return 10
            return 8
        return 10
    if s[4:5] == "W":
        n = 7
        while n < len(s) and s[n].isdigit():
            n += 1
        if n < 9:
            return n
        return 8 if n % 2 == 0 else 7
    return 8


def _parse_clock(s, zoned=False):
    """hh[:mm[:ss[.f]]] or without colons."""
    parts = [0, 0, 0, 0]
    pos, n = 0, len(s)
    colon = s[2:3] == ":"
    for i in range(3):
        if n - pos < 2:
            raise ValueError("Incomplete time component")
        parts[i] = _digits(s[pos:pos + 2])
        pos += 2
        nxt = s[pos:pos + 1]
        if zoned and n - pos == 1 and nxt != ":":
            return parts  # as CPython, which overlooks one character in front of a zone
        if not nxt or i >= 2:
            break
        if colon:
            if nxt != ":":
                raise ValueError("Invalid time separator: %c" % nxt)
            pos += 1
        elif nxt == ":":
            raise ValueError
    if pos < n:
        if s[pos] not in ".,":
            raise ValueError("Invalid microsecond separator")
        frac = s[pos + 1:]
        if not frac:
            raise ValueError
        if not frac.isdigit() or not frac.isascii():
            raise ValueError("Non-digit values in unparsed fraction")
        parts[3] = int((frac + "000000")[:6])
    return parts


def _parse_iso_time(s):
    if len(s) < 2:
        raise ValueError("Isoformat time too short")
    tz_pos = s.find("-") + 1 or s.find("+") + 1 or s.find("Z") + 1
    clock = s[:tz_pos - 1] if tz_pos > 0 else s
    parts = _parse_clock(clock, tz_pos > 0)
    next_day, bad_24 = False, None
    if parts[0] == 24:
        if all(p == 0 for p in parts[1:]):
            parts[0] = 0
            next_day = True
        else:
            bad_24 = "minute, second, and microsecond must be 0 when hour is 24"
    tz = None
    if tz_pos == len(s) and s[-1] == "Z":
        tz = timezone.utc
    elif tz_pos > 0:
        text = s[tz_pos:]
        if s[tz_pos - 1] == "Z" or len(text) in (0, 1, 3):
            raise ValueError("Malformed time zone string")
        off = _parse_clock(text)
        if all(x == 0 for x in off):
            tz = timezone.utc
        else:
            sign = -1 if s[tz_pos - 1] == "-" else 1
            tz = timezone(sign * timedelta(hours=off[0], minutes=off[1], seconds=off[2], microseconds=off[3]))
    return parts + [tz], next_day, bad_24


def _is_state(value, size, month):
    """Tells whether value is what __reduce__ gives."""
    return isinstance(value, bytes) and len(value) == size and 1 <= value[month] & 127 <= 12


class date:
    __slots__ = ("_year", "_month", "_day")

    def __new__(cls, year, month=None, day=None):
        if month is None and _is_state(year, 4, 2):
            return cls(year[0] * 256 + year[1], year[2], year[3])
        if month is None or day is None:
            missing = ("month", 2) if month is None else ("day", 3)
            raise TypeError(f"function missing required argument '{missing[0]}' (pos {missing[1]})")
        year, month, day = _check_date(year, month, day)
        self = object.__new__(cls)
        self._year, self._month, self._day = year, month, day
        return self

    @classmethod
    def fromtimestamp(cls, t):
        y, m, d = _time.localtime(t)[:3]
        return cls(y, m, d)

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromordinal(cls, n):
        if n < 1:
            raise ValueError("ordinal must be >= 1")
        if n > _MAXORDINAL:
            raise ValueError(f"year {_ord2ymd(n)[0]} is out of range")
        y, m, d = _ord2ymd(n)
        return cls(y, m, d)

    @classmethod
    def fromisoformat(cls, date_string):
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        if len(date_string) not in (7, 8, 10):
            raise _bad_iso("date", date_string)
        try:
            return cls(*_parse_iso_date(date_string))
        except ValueError as exc:
            if exc.args:
                raise
            raise _bad_iso("date", date_string) from None

    @classmethod
    def fromisocalendar(cls, year, week, day):
        return cls(*_iso_week_to_date(year, week, day))

    @classmethod
    def strptime(cls, date_string, format):
        import _strptime
        return _strptime.parse_date(cls, date_string, format)

    @property
    def year(self):
        return self._year

    @property
    def month(self):
        return self._month

    @property
    def day(self):
        return self._day

    def __repr__(self):
        cls = type(self)
        return f"{_name(cls)}({self._year}, {self._month}, {self._day})"

    def ctime(self):
        weekday = self.toordinal() % 7 or 7
        return "%s %s %2d 00:00:00 %04d" % (_WEEKDAYS[weekday - 1], _MONTHS[self._month], self._day, self._year)

    def strftime(self, format):
        return _wrap_strftime(self, format, self.timetuple())

    def __format__(self, fmt):
        if not isinstance(fmt, str):
            raise TypeError("must be str, not %s" % type(fmt).__name__)
        return self.strftime(fmt) if fmt else str(self)

    def isoformat(self):
        return "%04d-%02d-%02d" % (self._year, self._month, self._day)

    __str__ = isoformat

    def timetuple(self):
        return _time._make_struct((self._year, self._month, self._day, 0, 0, 0, self.weekday(), self._yday(), -1))

    def _yday(self):
        return _days_before_month(self._year, self._month) + self._day

    def toordinal(self):
        return _ymd2ord(self._year, self._month, self._day)

    def replace(self, year=None, month=None, day=None):
        return type(self)(self._year if year is None else year, self._month if month is None else month, self._day if day is None else day)

    __replace__ = replace

    def _key(self):
        return (self._year, self._month, self._day)

    def _compare(self, other, op):
        if isinstance(other, date) and not isinstance(other, datetime):
            return op(self._key(), other._key())
        return NotImplemented

    def __eq__(self, other):
        return self._compare(other, lambda a, b: a == b)

    def __le__(self, other):
        return self._compare(other, lambda a, b: a <= b)

    def __lt__(self, other):
        return self._compare(other, lambda a, b: a < b)

    def __ge__(self, other):
        return self._compare(other, lambda a, b: a >= b)

    def __gt__(self, other):
        return self._compare(other, lambda a, b: a > b)

    def __hash__(self):
        return hash(self._key())

    def __add__(self, other):
        if isinstance(other, timedelta):
            o = self.toordinal() + other.days
            if 0 < o <= _MAXORDINAL:
                return type(self).fromordinal(o)
            raise OverflowError("date value out of range")
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other.days)
        if isinstance(other, date):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.toordinal() % 7 or 7

    def isocalendar(self):
        year = self._year
        week1 = _week1_monday(year)
        today = self.toordinal()
        week, day = divmod(today - week1, 7)
        if week < 0:
            year -= 1
            week, day = divmod(today - _week1_monday(year), 7)
        elif week >= 52 and today >= _week1_monday(year + 1):
            year += 1
            week = 0
        return IsoCalendarDate((year, week + 1, day + 1))

    def __reduce__(self):
        return self.__class__, (self._year.to_bytes(2) + bytes([self._month, self._day]),)


class IsoCalendarDate(tuple):
    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __repr__(self):
        return "datetime.IsoCalendarDate(year=%s, week=%s, weekday=%s)" % tuple(self)


date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(days=1)


class tzinfo:
    __slots__ = ()

    def tzname(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def utcoffset(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def dst(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def fromutc(self, dt):
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        off = dt.utcoffset()
        if off is None:
            raise ValueError("fromutc: non-None utcoffset() result required")
        dst = dt.dst()
        if dst is None:
            raise ValueError("fromutc: non-None dst() result required")
        delta = off - dst
        if delta:
            dt += delta
            dst = dt.dst()
        return dt + dst


class timezone(tzinfo):
    __slots__ = ("_offset", "_name")

    def __new__(cls, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError(f"timezone() argument 1 must be datetime.timedelta, not {type(offset).__name__}")
        if name is None:
            if not offset:
                return cls.utc
        elif not isinstance(name, str):
            raise TypeError(f"timezone() argument 2 must be str, not {type(name).__name__}")
        if not timedelta(-1) < offset < timedelta(1):
            raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), "
                             f"not {offset!r}")
        return cls._create(offset, name)

    @classmethod
    def _create(cls, offset, name=None):
        self = tzinfo.__new__(cls)
        self._offset, self._name = offset, name
        return self

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        if self is self.utc:
            return "datetime.timezone.utc"
        if self._name is None:
            return f"datetime.timezone({self._offset!r})"
        return f"datetime.timezone({self._offset!r}, {self._name!r})"

    def __str__(self):
        return self.tzname(None)

    def _check(self, dt, what):
        if dt is not None and not isinstance(dt, datetime):
            raise TypeError(f"{what}(dt) argument must be a datetime instance or None, not {type(dt).__name__}")

    def utcoffset(self, dt):
        self._check(dt, "utcoffset")
        return self._offset

    def tzname(self, dt):
        self._check(dt, "tzname")
        if self._name is None:
            return "UTC" + _format_offset(self._offset) if self._offset else "UTC"
        return self._name

    def dst(self, dt):
        self._check(dt, "dst")
        return None

    def fromutc(self, dt):
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        return dt + self._offset

    def __getinitargs__(self):
        return (self._offset,) if self._name is None else (self._offset, self._name)

    def __reduce__(self):
        return timezone, self.__getinitargs__()

    def __deepcopy__(self, memo):
        return self


UTC = timezone.utc = timezone._create(timedelta(0))
timezone.min = timezone._create(-timedelta(hours=23, minutes=59))
timezone.max = timezone._create(timedelta(hours=23, minutes=59))


class time:
    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        if hour.__class__ is bytes and len(hour) == 6:
            return cls(hour[0] & 127, hour[1], hour[2], int.from_bytes(hour[3:]), minute or None, fold=hour[0] >> 7)
        hour, minute, second, microsecond, fold = _check_time(hour, minute, second, microsecond, fold)
        _check_tzinfo(tzinfo)
        self = object.__new__(cls)
        self._hour, self._minute, self._second, self._microsecond, self._tzinfo, self._fold = (
            hour, minute, second, microsecond, tzinfo, fold)
        return self

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)

    @classmethod
    def fromisoformat(cls, time_string):
        if not isinstance(time_string, str):
            raise TypeError("fromisoformat: argument must be str")
        text = time_string.removeprefix("T")
        try:
            parts, _, bad = _parse_iso_time(text)
        except ValueError:
            raise _bad_iso("time", time_string) from None
        if bad:
            raise ValueError(bad)
        return cls(*parts)

    @classmethod
    def strptime(cls, date_string, format):
        import _strptime
        return _strptime.parse_time(cls, date_string, format)

    def _seconds(self):
        us = (self._hour * 3600 + self._minute * 60 + self._second) * 10 ** 6 + self._microsecond
        off = self.utcoffset()
        return us if off is None else us - off._us()

    def _compare(self, other, op, equality=False):
        if not isinstance(other, time):
            return NotImplemented
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            if equality:
                return False
            raise TypeError("can't compare offset-naive and offset-aware times")
        return op(self._seconds(), other._seconds())

    def __eq__(self, other):
        return self._compare(other, lambda a, b: a == b, True)

    def __lt__(self, other):
        return self._compare(other, lambda a, b: a < b)

    def __le__(self, other):
        return self._compare(other, lambda a, b: a <= b)

    def __gt__(self, other):
        return self._compare(other, lambda a, b: a > b)

    def __ge__(self, other):
        return self._compare(other, lambda a, b: a >= b)

    def __hash__(self):
        return hash(self._seconds())

    def __repr__(self):
        s = f", {self._second}, {self._microsecond}" if self._microsecond else f", {self._second}" if self._second else ""
        cls = type(self)
        text = f"{_name(cls)}({self._hour}, {self._minute}{s}"
        if self._tzinfo is not None:
            text += f", tzinfo={self._tzinfo!r}"
        return text + (", fold=1)" if self._fold else ")")

    def isoformat(self, timespec="auto"):
        return _format_time(self._hour, self._minute, self._second, self._microsecond, timespec) + _format_offset(self.utcoffset())

    __str__ = isoformat

    def strftime(self, format):
        return _wrap_strftime(self, format, (1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1))

    def __format__(self, fmt):
        if not isinstance(fmt, str):
            raise TypeError("must be str, not %s" % type(fmt).__name__)
        return self.strftime(fmt) if fmt else str(self)

    def utcoffset(self):
        return None if self._tzinfo is None else self._tzinfo.utcoffset(None)

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(None)

    def dst(self):
        return None if self._tzinfo is None else self._tzinfo.dst(None)

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        return type(self)(self._hour if hour is None else hour, self._minute if minute is None else minute,
                          self._second if second is None else second, self._microsecond if microsecond is None else microsecond,
                          self._tzinfo if tzinfo is True else tzinfo, fold=self._fold if fold is None else fold)

    __replace__ = replace

    def __reduce__(self):
        return self.__reduce_ex__(2)

    def __reduce_ex__(self, protocol):
        hour = self._hour | 128 if self._fold and protocol > 3 else self._hour
        state = bytes([hour, self._minute, self._second]) + self._microsecond.to_bytes(3)
        return self.__class__, (state,) if self._tzinfo is None else (state, self._tzinfo)


_time_class = time
time.min = time(0, 0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)
_tzinfo_class = tzinfo


class datetime(date):
    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")

    def __new__(cls, year, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        if (month is None or day is None) and _is_state(year, 10, 2):
            return cls(year[0] * 256 + year[1], year[2] & 127, *year[3:7], int.from_bytes(year[7:]), month, fold=year[2] >> 7)
        if month is None or day is None:
            missing = ("month", 2) if month is None else ("day", 3)
            raise TypeError(f"function missing required argument '{missing[0]}' (pos {missing[1]})")
        year, month, day = _check_date(year, month, day)
        hour, minute, second, microsecond, fold = _check_time(hour, minute, second, microsecond, fold)
        _check_tzinfo(tzinfo)
        self = object.__new__(cls)
        self._year, self._month, self._day = year, month, day
        self._hour, self._minute, self._second, self._microsecond, self._tzinfo, self._fold = (
            hour, minute, second, microsecond, tzinfo, fold)
        return self

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)

    @classmethod
    def _from_us(cls, us, tz=None, fold=0):
        """A datetime from microseconds since year 1."""
        days, us = divmod(us, 86400 * 10 ** 6)
        if not 0 < days + 1 <= _MAXORDINAL:
            raise OverflowError("date value out of range")
        parts = _split(days * (86400 * 10 ** 6) + us)
        if cls is not datetime:
            return cls(*parts, tz, fold=fold)
        self = object.__new__(cls)
        self._year, self._month, self._day, self._hour, self._minute, self._second, self._microsecond = parts
        self._tzinfo, self._fold = tz, fold
        return self

    def _us(self):
        """Microseconds since year 1, of the local clock."""
        return _join(self._year, self._month, self._day, self._hour, self._minute, self._second, self._microsecond)

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        _check_tzinfo(tz)
        us = _round_us(timestamp)
        try:
            result = cls._from_us(us + 719162 * 86400 * 10 ** 6, tz)
        except OverflowError:
            raise ValueError(f"year {1970 + int(timestamp // 31556952)} is out of range") from None
        return result if tz is None else tz.fromutc(result)

    @classmethod
    def utcfromtimestamp(cls, t):
        return cls._from_us(_round_us(t) + 719162 * 86400 * 10 ** 6)

    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(_time.time(), tz)

    @classmethod
    def utcnow(cls):
        return cls.utcfromtimestamp(_time.time())

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        if not isinstance(date, _date_class):
            raise TypeError(f"combine() argument 1 must be datetime.date, not {type(date).__name__}")
        if not isinstance(time, _time_class):
            raise TypeError(f"combine() argument 2 must be datetime.time, not {type(time).__name__}")
        if tzinfo is True:
            tzinfo = time.tzinfo
        return cls(date.year, date.month, date.day, time.hour, time.minute, time.second, time.microsecond, tzinfo, fold=time.fold)

    @classmethod
    def fromisoformat(cls, date_string):
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        if len(date_string) < 7:
            raise _bad_iso("datetime", date_string)
        n = _date_length(date_string)
        dstr, tstr = date_string[:n], date_string[n + 1:]
        try:
            parts = _parse_iso_date(dstr)
        except ValueError as exc:
            if exc.args and not str(exc).startswith("invalid literal"):
                raise
            raise _bad_iso("datetime", date_string) from None
        if len(date_string) == n:
            return cls(*parts)
        if not tstr:
            raise _bad_iso("datetime", date_string)
        try:
            clock, next_day, bad = _parse_iso_time(tstr)
        except ValueError as exc:
            if "strictly between" in str(exc):
                raise
            raise _bad_iso("datetime", date_string) from None
        if bad:
            raise ValueError(bad)
        result = cls(*parts, *clock)
        return result + timedelta(1) if next_day else result

    @classmethod
    def strptime(cls, date_string, format):
        import _strptime
        return _strptime.parse_datetime(cls, date_string, format)

    def timetuple(self):
        dst = self.dst()
        dst = -1 if dst is None else 1 if dst else 0
        return _time._make_struct((self._year, self._month, self._day, self._hour, self._minute, self._second, self.weekday(), self._yday(),
                                   dst))

    def utctimetuple(self):
        d = self
        off = self.utcoffset()
        if off:
            d = self - off
        return _time._make_struct((d.year, d.month, d.day, d.hour, d.minute, d.second, d.weekday(), d._yday(), 0))

    def timestamp(self):
        off = self.utcoffset()
        us = self._us() - 719162 * 86400 * 10 ** 6
        if off is not None:
            us -= off._us()
        return us / 10 ** 6

    def date(self):
        return _date_class(self._year, self._month, self._day)

    def time(self):
        return _time_class(self._hour, self._minute, self._second, self._microsecond, fold=self._fold)

    def timetz(self):
        return _time_class(self._hour, self._minute, self._second, self._microsecond, self._tzinfo, fold=self._fold)

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        pick = lambda new, old: old if new is None else new
        return type(self)(pick(year, self._year), pick(month, self._month), pick(day, self._day), pick(hour, self._hour),
                          pick(minute, self._minute), pick(second, self._second), pick(microsecond, self._microsecond),
                          self._tzinfo if tzinfo is True else tzinfo, fold=pick(fold, self._fold))

    __replace__ = replace

    def astimezone(self, tz=None):
        if tz is None:
            tz = timezone.utc
        elif not isinstance(tz, _tzinfo_class):
            raise TypeError(f"tz argument must be an instance of tzinfo, not {type(tz).__name__}")
        mytz = self._tzinfo
        offset = None if mytz is None else mytz.utcoffset(self)
        if mytz is None or offset is None:
            offset = timedelta(0)
        elif tz is mytz:
            return self
        utc = (self.replace(tzinfo=None) - offset).replace(tzinfo=tz)
        return tz.fromutc(utc)

    def ctime(self):
        return "%s %s %2d %02d:%02d:%02d %04d" % (_WEEKDAYS[self.weekday()], _MONTHS[self._month], self._day, self._hour, self._minute,
                                                 self._second, self._year)

    def isoformat(self, sep="T", timespec="auto"):
        return ("%04d-%02d-%02d%s" % (self._year, self._month, self._day, sep)
                + _format_time(self._hour, self._minute, self._second, self._microsecond, timespec) + _format_offset(self.utcoffset()))

    def __repr__(self):
        parts = [self._year, self._month, self._day, self._hour, self._minute, self._second, self._microsecond]
        if parts[-1] == 0:
            del parts[-1]
            if parts[-1] == 0:
                del parts[-1]
        cls = type(self)
        text = f"{_name(cls)}({', '.join(map(str, parts))}{', fold=1' if self._fold else ''}"
        return text + (")" if self._tzinfo is None else f", tzinfo={self._tzinfo!r})")

    def __str__(self):
        return self.isoformat(" ")

    def utcoffset(self):
        return None if self._tzinfo is None else _checked_offset("utcoffset", self._tzinfo.utcoffset(self))

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(self)

    def dst(self):
        return None if self._tzinfo is None else self._tzinfo.dst(self)

    def _compare(self, other, op, equality=False):
        if not isinstance(other, datetime):
            return NotImplemented
        a, b = self._us(), other._us()
        if self._tzinfo is not other._tzinfo:
            x, y = self.utcoffset(), other.utcoffset()
            if (x is None) != (y is None):
                if equality:
                    return False
                raise TypeError("can't compare offset-naive and offset-aware datetimes")
            if x is not None:
                a, b = a - x._us(), b - y._us()
            if equality and a == b and (self._fold_matters() or other._fold_matters()):
                return False
        return op(a, b)

    def _fold_matters(self):
        return self._tzinfo is not None and self.utcoffset() != self.replace(fold=1 - self._fold).utcoffset()

    def __eq__(self, other):
        return self._compare(other, lambda a, b: a == b, True)

    def __lt__(self, other):
        return self._compare(other, lambda a, b: a < b)

    def __le__(self, other):
        return self._compare(other, lambda a, b: a <= b)

    def __gt__(self, other):
        return self._compare(other, lambda a, b: a > b)

    def __ge__(self, other):
        return self._compare(other, lambda a, b: a >= b)

    def __hash__(self):
        off = (self.replace(fold=0) if self._fold else self).utcoffset()
        return hash(self._us() if off is None else self._us() - off._us())

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return type(self)._from_us(self._us() + other._us(), self._tzinfo)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + -other
        if not isinstance(other, datetime):
            return NotImplemented
        a, b = self.utcoffset(), other.utcoffset()
        base = timedelta._make(self._us() - other._us())
        if self._tzinfo is other._tzinfo or a == b:
            return base
        if a is None or b is None:
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        return base + b - a

    def __reduce__(self):
        return self.__reduce_ex__(2)

    def __reduce_ex__(self, protocol):
        month = self._month | 128 if self._fold and protocol > 3 else self._month
        state = self._year.to_bytes(2) + bytes([month, self._day, self._hour, self._minute, self._second]) + self._microsecond.to_bytes(3)
        return self.__class__, (state,) if self._tzinfo is None else (state, self._tzinfo)


_date_class = date


def _checked_offset(name, offset):
    if offset is not None:
        if not isinstance(offset, timedelta):
            raise TypeError(f"tzinfo.{name}() must return None or a timedelta, not '{type(offset).__name__}'")
        if not -timedelta(1) < offset < timedelta(1):
            raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24)")
    return offset


def _round_us(t):
    if abs(t) >= 2 ** 63:
        raise OverflowError("timestamp out of range for platform time_t")
    if isinstance(t, int):
        return t * 10 ** 6
    if t != t:
        raise ValueError("cannot convert float NaN to integer")
    whole = int(t // 1)
    return whole * 10 ** 6 + round((t - whole) * 10 ** 6)


datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)
