"""Addresses, dates and parameters of headers."""

import datetime
import re
import time
import urllib.parse

__all__ = ["collapse_rfc2231_value", "decode_params", "decode_rfc2231", "encode_rfc2231", "formataddr", "formatdate", "format_datetime",
           "getaddresses", "make_msgid", "mktime_tz", "parseaddr", "parsedate", "parsedate_tz", "parsedate_to_datetime", "unquote", "localtime"]

COMMASPACE, EMPTYSTRING, UEMPTYSTRING, CRLF, TICK = ", ", "", "", "\r\n", "'"
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LONG = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
_ZONES = {"UT": 0, "UTC": 0, "GMT": 0, "Z": 0, "AST": -400, "ADT": -300, "EST": -500, "EDT": -400, "CST": -600, "CDT": -500, "MST": -700,
          "MDT": -600, "PST": -800, "PDT": -700}


def quote(str):
    return str.replace("\\", "\\\\").replace('"', '\\"')


def unquote(str):
    if len(str) > 1:
        if str[0] == '"' and str[-1] == '"':
            return str[1:-1].replace("\\\\", "\\").replace('\\"', '"')
        if str[0] == "<" and str[-1] == ">":
            return str[1:-1]
    return str


def formataddr(pair, charset="utf-8"):
    from email.charset import Charset
    name, address = pair
    address.encode("ascii")
    if not name:
        return address
    if not name.isascii():
        if isinstance(charset, str):
            charset = Charset(charset)
        return f"{charset.header_encode(name)} <{address}>"
    mark = '"' if re.search(r'[][\\()<>@,:;".]', name) else ""
    return f"{mark}{quote(name)}{mark} <{address}>"


def _balanced(text):
    """Whether no quoted string, comment or angle is open at the end."""
    from email import _addresses
    for kind, t in _addresses.tokens(text):
        if kind == "q" and (len(t) < 2 or t[-1] != '"') or kind == "c" and t[-1] != ")" or kind == "a" and ")" in t:
            return False
    return True


def _commas(text):
    from email import _addresses
    return sum(kind == "s" and t == "," for kind, t in _addresses.tokens(text))


def getaddresses(fieldvalues, *, strict=True):
    from email import _addresses
    values = [str(v) for v in fieldvalues]
    if not strict:
        return _addresses.pairs(", ".join(values))
    out, expected = [], 0
    for v in values:
        expected += 1 + _commas(v if _balanced(v) else "")
        out += _checked(v) or [("", "")]
    return out if len(out) == expected else [("", "")]


def _checked(text):
    from email import _addresses
    return [p if "[" not in p[1] else ("", "") for p in _addresses.pairs(text if _balanced(text) else "")]


def parseaddr(addr, *, strict=True):
    if isinstance(addr, list):
        addr = addr[0]
    if not isinstance(addr, str):
        return ("", "")
    from email import _addresses
    if not strict:
        return (_addresses.pairs(addr) or [("", "")])[0]
    found = _checked(addr)
    return found[0] if len(found) == 1 else ("", "")


def parsedate_tz(data):
    t = _date(data)
    if t and t[9] is None:
        t[9] = 0
    return tuple(t) if t else None


def parsedate(data):
    t = _date(data)
    return tuple(t[:9]) if t else None


def _date(data):
    """Ten numbers of a date as mail writes it, or nearly so."""
    words = (data or "").split()
    if not words:
        return None
    if words[0].endswith(",") or words[0].lower() in [d.lower() for d in _DAYS]:
        del words[0]
    elif "," in words[0]:
        words[0] = words[0].split(",", 1)[1]
    if len(words) == 3:
        parts = words[0].split("-")
        if len(parts) == 3:
            words = parts + words[1:]
    if len(words) == 4:
        clock, sign, zone = words[3].partition("+")
        if not sign:
            clock, sign, zone = words[3].partition("-")
        if sign:
            words[3:] = [clock, sign + zone]
        else:
            words.append("")
    if len(words) < 5:
        return None
    day, month, year, clock, zone = words[:5]
    month = month.lower()
    if not any(month in (s.lower(), n) for s, n in zip(_MONTHS, _LONG)):
        day, month = month, day.lower()
    month = next((i for i, (s, n) in enumerate(zip(_MONTHS, _LONG), 1) if month in (s.lower(), n)), 0)
    if not month:
        return None
    day, year = day.rstrip(","), year.rstrip(",")
    if ":" in year:
        year, clock = clock, year
    if not year[:1].isdigit():
        year, zone = zone, year
    clock = clock.rstrip(",")
    parts = clock.split(":") if ":" in clock else clock.split(".")
    if len(parts) == 2:
        parts.append("0")
    if len(parts) != 3:
        return None
    try:
        year, day, hour, minute, second = int(year), int(day), int(parts[0]), int(parts[1]), int(parts[2])
    except ValueError:
        return None
    if year < 100:
        year += 1900 if year > 68 else 2000
    offset = _ZONES.get(zone.upper())
    if offset is None and re.fullmatch(r"[+-]?\d+", zone):
        offset = None if zone == "-0000" else int(zone)
    if offset:
        sign = -1 if offset < 0 else 1
        offset = sign * (abs(offset) // 100 * 3600 + abs(offset) % 100 * 60)
    return [year, month, day, hour, minute, second, 0, 1, -1, offset]


def mktime_tz(data):
    import calendar
    if data[9] is None:
        return time.mktime(data[:8] + (-1,))
    return calendar.timegm(data) - data[9]


def _written(t, zone):
    return f"{_DAYS[t[6]]}, {t[2]:02d} {_MONTHS[t[1] - 1]} {t[0]:04d} {t[3]:02d}:{t[4]:02d}:{t[5]:02d} {zone}"


def format_datetime(dt, usegmt=False):
    if usegmt:
        if dt.tzinfo is None or dt.tzinfo != datetime.timezone.utc:
            raise ValueError("usegmt option requires a UTC datetime")
        zone = "GMT"
    else:
        zone = "-0000" if dt.tzinfo is None else dt.strftime("%z")
    return _written(dt.timetuple(), zone)


def formatdate(timeval=None, localtime=False, usegmt=False):
    if timeval is None:
        timeval = time.time()
    dt = datetime.datetime.fromtimestamp(timeval, datetime.timezone.utc)
    if localtime:
        return format_datetime(dt.astimezone())
    return format_datetime(dt if usegmt else dt.replace(tzinfo=None), usegmt)


def localtime(dt=None):
    return (datetime.datetime.now() if dt is None else dt).astimezone()


def parsedate_to_datetime(data):
    t = _date(data)
    if t is None:
        raise ValueError('Invalid date value or format "%s"' % str(data))
    if t[9] is None:
        return datetime.datetime(*t[:6])
    return datetime.datetime(*t[:6], tzinfo=datetime.timezone(datetime.timedelta(seconds=t[9])))


def make_msgid(idstring=None, domain=None):
    import random
    import os
    stamp, number = int(time.time() * 100), random.getrandbits(64)
    extra = "" if idstring is None else "." + idstring
    return f"<{stamp}.{os.getpid()}.{number}{extra}@{'localhost' if domain is None else domain}>"


def decode_rfc2231(s):
    parts = s.split("'", 2)
    return parts if len(parts) == 3 else (None, None, s)


def encode_rfc2231(s, charset=None, language=None):
    s = urllib.parse.quote(s, safe="", encoding=charset or "ascii")
    if charset is None and language is None:
        return s
    return f"{charset}'{language or ''}'{s}"


def decode_params(params):
    """Joins what is split into name*0, name*1 and reads what is in percent signs."""
    out, pieces = [params[0]], {}
    for name, value in params[1:]:
        value = unquote(value)
        m = re.fullmatch(r"(\w+)\*(?:(\d+)(\*?))?", name, re.A)
        if m is None:
            out.append((name, '"%s"' % quote(value)))
        else:
            coded = m[3] == "*" or m[2] is None
            pieces.setdefault(m[1], []).append((int(m[2] or 0), value, coded))
    for name, found in pieces.items():
        found.sort()
        coded = any(c for _, _, c in found)
        value = "".join(urllib.parse.unquote(v, encoding="latin-1") if c else v for _, v, c in found)
        value = quote(value)
        if coded:
            charset, language, value = decode_rfc2231(value)
            out.append((name, (charset, language, '"%s"' % value)))
        else:
            out.append((name, '"%s"' % value))
    return out


def collapse_rfc2231_value(value, errors="replace", fallback_charset="us-ascii"):
    if not isinstance(value, tuple) or len(value) != 3:
        return unquote(value)
    charset, _, text = value
    try:
        return bytes(text, "raw-unicode-escape").decode(charset or fallback_charset, errors)
    except LookupError:
        return unquote(text)
