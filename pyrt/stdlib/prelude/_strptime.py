"""The parser of strptime."""

import re

_days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"]


def _alternatives(words):
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))


_parts = {
    "d": r"(?P<d>3[0-1]|[1-2]\d|0[1-9]|[1-9]| [1-9])",
    "f": r"(?P<f>[0-9]{1,6})",
    "H": r"(?P<H>2[0-3]|[0-1]\d|\d| \d)",
    "I": r"(?P<I>1[0-2]|0[1-9]|[1-9]| [1-9])",
    "G": r"(?P<G>\d\d\d\d)",
    "j": r"(?P<j>36[0-6]|3[0-5]\d|[1-2]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9])",
    "m": r"(?P<m>1[0-2]|0[1-9]|[1-9]| [1-9])",
    "M": r"(?P<M>[0-5]\d|\d| \d)",
    "S": r"(?P<S>6[0-1]|[0-5]\d|\d| \d)",
    "U": r"(?P<U>5[0-3]|[0-4]\d|\d| \d)",
    "w": r"(?P<w>[0-6])",
    "u": r"(?P<u>[1-7])",
    "V": r"(?P<V>5[0-3]|0[1-9]|[1-4]\d|\d| \d)",
    "W": r"(?P<W>5[0-3]|[0-4]\d|\d| \d)",
    "y": r"(?P<y>\d\d)",
    "Y": r"(?P<Y>\d\d\d\d)",
    "z": r"(?P<z>[+-]\d\d:?[0-5]\d(:?[0-5]\d(\.\d{1,6})?)?|(?-i:Z))",
    "A": "(?P<A>" + _alternatives(_days) + ")",
    "a": "(?P<a>" + _alternatives([d[:3] for d in _days]) + ")",
    "B": "(?P<B>" + _alternatives(_months) + ")",
    "b": "(?P<b>" + _alternatives([m[:3] for m in _months]) + ")",
    "p": "(?P<p>am|pm)",
    "Z": "(?P<Z>utc|gmt)",
    "%": "%",
}
_parts["h"] = _parts["b"].replace("<b>", "<h>")
_expand = {"c": "%a %b %d %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S", "T": "%H:%M:%S", "D": "%m/%d/%y", "F": "%Y-%m-%d", "R": "%H:%M"}
_cache = {}


def _pattern(format):
    if format in _cache:
        return _cache[format]
    text = re.sub(r"([\\.^$*+?\(\){}\[\]|])", r"\\\1", format)
    text = re.sub(r"\s+", r"\\s+", text)
    out, i = [], 0
    while i < len(text):
        c = text[i]
        i += 1
        if c != "%":
            out.append(c)
            continue
        if i >= len(text):
            raise ValueError("stray %% in format '%s'" % format)
        c = text[i]
        i += 1
        if c in _expand:
            text = text[:i] + _expand[c].replace(" ", r"\s+") + text[i:]
            continue
        if c not in _parts:
            bad = c if c != "\\" else text[i:i + 1]
            raise ValueError("'%s' is a bad directive in format '%s'" % (bad, format))
        out.append(_parts[c])
    try:
        found = re.compile("".join(out), re.IGNORECASE)
    except re.error as e:
        raise ValueError(str(e)) from None
    _cache[format] = found
    return found


def _offset(z):
    """Seconds and microseconds of %z."""
    if z == "Z":
        return 0, 0
    sign = -1 if z[0] == "-" else 1
    body = z[1:]
    if len(body) > 2 and body[2] == ":":
        body = body[:2] + body[3:]
        if len(body) > 5:
            if body[4] != ":":
                raise ValueError(f"Inconsistent use of : in {z}")
            body = body[:4] + body[5:]
    seconds = int(body[:2]) * 3600 + int(body[2:4]) * 60 + int(body[4:6] or 0)
    frac = body[7:]
    return sign * seconds, sign * (int((frac + "000000")[:6]) if frac else 0)


def _parse(data, format):
    for i, arg in enumerate((data, format)):
        if not isinstance(arg, str):
            raise TypeError("strptime() argument {} must be str, not {}".format(i, type(arg)))
    m = _pattern(format).match(data)
    if not m:
        raise ValueError("time data %r does not match format %r" % (data, format))
    if len(data) != m.end():
        raise ValueError("unconverted data remains: %s" % data[m.end():])
    g = {k: v for k, v in m.groupdict().items() if v is not None}
    year = iso_year = julian = weekday = week = week_start = iso_week = None
    month = day = 1
    hour = minute = second = us = 0
    tz = gmtoff = None
    gmt_us = 0
    if "y" in g:
        year = int(g["y"])
        year += 2000 if year <= 68 else 1900
    if "Y" in g:
        year = int(g["Y"])
    if "G" in g:
        iso_year = int(g["G"])
    if "m" in g:
        month = int(g["m"])
    for key, names, cut in (("B", _months, None), ("b", _months, 3), ("h", _months, 3)):
        if key in g:
            month = [n[:cut] for n in names].index(g[key].lower()) + 1
    if "d" in g:
        day = int(g["d"])
    if "H" in g:
        hour = int(g["H"])
    if "I" in g:
        hour = int(g["I"])
        ampm = g.get("p", "").lower()
        if ampm in ("", "am"):
            hour = 0 if hour == 12 else hour
        elif hour != 12:
            hour += 12
    if "M" in g:
        minute = int(g["M"])
    if "S" in g:
        second = int(g["S"])
    if "f" in g:
        us = int((g["f"] + "000000")[:6])
    for key, cut in (("A", None), ("a", 3)):
        if key in g:
            weekday = [n[:cut] for n in _days].index(g[key].lower())
    if "w" in g:
        weekday = (int(g["w"]) - 1) % 7
    if "u" in g:
        weekday = int(g["u"]) - 1
    if "j" in g:
        julian = int(g["j"])
    for key, start in (("U", 6), ("W", 0)):
        if key in g:
            week, week_start = int(g[key]), start
    if "V" in g:
        iso_week = int(g["V"])
    if "z" in g:
        gmtoff, gmt_us = _offset(g["z"])
    if "Z" in g:
        tz = g["Z"].upper()
    if iso_year is not None:
        if julian is not None:
            raise ValueError("Day of the year directive '%j' is not compatible with ISO year directive '%G'. Use '%Y' instead.")
        if iso_week is None or weekday is None:
            raise ValueError("ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday directive ('%A', '%a', "
                             "'%w', or '%u').")
    elif iso_week is not None:
        if year is None or weekday is None:
            raise ValueError("ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday directive ('%A', '%a', "
                             "'%w', or '%u').")
        raise ValueError("ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' instead.")
    leap_fix = year is None and month == 2 and day == 29
    if leap_fix:
        year = 1904
    elif year is None:
        year = 1900
    from datetime import date
    if julian is None and weekday is not None:
        if week is not None:
            first = date(year, 1, 1).weekday()
            w = weekday
            if week_start == 6:
                first, w = (first + 1) % 7, (weekday + 1) % 7
            week0 = (7 - first) % 7
            julian = 1 + w - first if week == 0 else 1 + week0 + 7 * (week - 1) + w
        elif iso_year is not None:
            d = date.fromisocalendar(iso_year, iso_week, weekday + 1)
            year, month, day = d.year, d.month, d.day
            julian = d.toordinal() - date(year, 1, 1).toordinal() + 1
        if julian is not None and julian <= 0:
            year -= 1
            julian += 366 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 365
    if julian is None:
        julian = date(year, month, day).toordinal() - date(year, 1, 1).toordinal() + 1
    else:
        d = date.fromordinal(julian - 1 + date(year, 1, 1).toordinal())
        year, month, day = d.year, d.month, d.day
    if weekday is None:
        weekday = date(year, month, day).weekday()
    if leap_fix:
        year = 1900
    return year, month, day, hour, minute, second, weekday, julian, us, tz, gmtoff, gmt_us


def parse_datetime(cls, data, format):
    y, m, d, H, M, S, _, _, us, tz, off, off_us = _parse(data, format)
    args = (y, m, d, H, M, S, us)
    if off is not None:
        from datetime import timedelta, timezone
        delta = timedelta(seconds=off, microseconds=off_us)
        args += (timezone(delta, tz) if tz else timezone(delta),)
    return cls(*args)


def parse_date(cls, data, format):
    return cls(*_parse(data, format)[:3])


def parse_time(cls, data, format):
    p = _parse(data, format)
    args = (p[3], p[4], p[5], p[8])
    if p[10] is not None:
        from datetime import timedelta, timezone
        args += (timezone(timedelta(seconds=p[10], microseconds=p[11])),)
    return cls(*args)


def parse_struct(data, format):
    import time
    p = _parse(data, format)
    return time._make_struct((*p[:8], -1 if p[9] is None else 0))
