"""Time access and conversions. The clock is the run's own."""

import _time
from _time import monotonic, monotonic_ns, perf_counter, perf_counter_ns, process_time, process_time_ns, sleep, thread_time, time, time_ns

timezone, altzone, daylight, tzname = 0, 0, 0, ("UTC", "UTC")
CLOCK_REALTIME, CLOCK_MONOTONIC, CLOCK_PROCESS_CPUTIME_ID, CLOCK_THREAD_CPUTIME_ID, CLOCK_MONOTONIC_RAW, CLOCK_BOOTTIME = 0, 1, 2, 3, 4, 7


class struct_time(tuple):
    n_fields, n_sequence_fields, n_unnamed_fields = 11, 9, 0
    _fields = ("tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst")
    tm_year = property(lambda self: self[0])
    tm_mon = property(lambda self: self[1])
    tm_mday = property(lambda self: self[2])
    tm_hour = property(lambda self: self[3])
    tm_min = property(lambda self: self[4])
    tm_sec = property(lambda self: self[5])
    tm_wday = property(lambda self: self[6])
    tm_yday = property(lambda self: self[7])
    tm_isdst = property(lambda self: self[8])
    tm_zone = None
    tm_gmtoff = None

    def __new__(cls, iterable):
        values = tuple(iterable)
        if len(values) < 9:
            raise TypeError(f"time.struct_time() takes an at least 9-sequence ({len(values)}-sequence given)")
        self = tuple.__new__(cls, values[:9])
        if len(values) > 9:
            self.tm_zone = values[9]
        if len(values) > 10:
            self.tm_gmtoff = values[10]
        return self

    def __repr__(self):
        return "time.struct_time(" + ", ".join(f"{n}={v!r}" for n, v in zip(self._fields, self)) + ")"


def _make_struct(values):
    return struct_time(values)


def _days(year, month, day):
    """Days since 1970-01-01."""
    y = year - (month <= 2)
    era = y // 400
    yoe = y - era * 400
    doy = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    doe = yoe * 365 + yoe // 4 - yoe // 100 + doy
    return era * 146097 + doe - 719468


def gmtime(seconds=None, _zone="GMT"):
    if seconds is None:
        seconds = time()
    s = int(seconds // 1)
    days, rest = divmod(s, 86400)
    z = days + 719468
    era = z // 146097
    doe = z - era * 146097
    yoe = (doe - doe // 1460 + doe // 36524 - doe // 146096) // 365
    doy = doe - (365 * yoe + yoe // 4 - yoe // 100)
    mp = (5 * doy + 2) // 153
    day = doy - (153 * mp + 2) // 5 + 1
    month = mp + (3 if mp < 10 else -9)
    year = yoe + era * 400 + (month <= 2)
    yday = days - _days(year, 1, 1) + 1
    return struct_time((year, month, day, rest // 3600, rest // 60 % 60, rest % 60, (days + 3) % 7, yday, 0, _zone, 0))


def localtime(seconds=None):
    return gmtime(seconds, "UTC")


def mktime(t, /):
    return float(_days(t[0], t[1], t[2]) * 86400 + t[3] * 3600 + t[4] * 60 + t[5])


_weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]


def _iso(year, yday, wday):
    """ISO year and week."""
    week = (yday - 1 - wday + 10) // 7
    leap = lambda y: y % 4 == 0 and (y % 100 != 0 or y % 400 == 0)

    def weeks(y):
        p = lambda y: (y + y // 4 - y // 100 + y // 400) % 7
        return 53 if p(y) == 4 or p(y - 1) == 3 else 52
    if week < 1:
        return year - 1, weeks(year - 1)
    if week > weeks(year):
        return year + 1, 1
    return year, week


def strftime(format, t=None, /):
    if t is None:
        t = localtime()
    if not isinstance(t, tuple):
        raise TypeError("Tuple or struct_time argument required")
    Y, m, d, H, M, S, wday, yday = t[:8]
    m, d, yday = m or 1, d or 1, yday or 1
    out, i, n = [], 0, len(format)
    while i < n:
        c = format[i]
        i += 1
        if c != "%":
            out.append(c)
            continue
        if i >= n:
            out.append("%")
            break
        c = format[i]
        i += 1
        pad = True
        if c == "-" and i < n:
            c, pad, i = format[i], False, i + 1
        out.append(_directive(c, pad, Y, m, d, H, M, S, wday, yday, t))
    return "".join(out)


def _directive(c, pad, Y, m, d, H, M, S, wday, yday, t):
    two = (lambda v: "%02d" % v) if pad else str
    if c == "Y":
        return "%04d" % Y if Y >= 0 else str(Y)
    if c == "m":
        return two(m)
    if c == "d":
        return two(d)
    if c == "e":
        return "%2d" % d if pad else str(d)
    if c == "H":
        return two(H)
    if c == "k":
        return "%2d" % H
    if c == "I":
        return two(H % 12 or 12)
    if c == "l":
        return "%2d" % (H % 12 or 12)
    if c == "M":
        return two(M)
    if c == "S":
        return two(S)
    if c == "y":
        return two(Y % 100)
    if c == "C":
        return "%02d" % (Y // 100)
    if c == "j":
        return "%03d" % yday if pad else str(yday)
    if c == "a":
        return _weekdays[wday][:3]
    if c == "A":
        return _weekdays[wday]
    if c in "bh":
        return _months[m - 1][:3]
    if c == "B":
        return _months[m - 1]
    if c == "p":
        return "AM" if H < 12 else "PM"
    if c == "P":
        return "am" if H < 12 else "pm"
    if c == "w":
        return str((wday + 1) % 7)
    if c == "u":
        return str(wday + 1)
    if c == "U":
        return "%02d" % ((yday + 6 - (wday + 1) % 7) // 7)
    if c == "W":
        return "%02d" % ((yday + 6 - wday) // 7)
    if c == "G":
        return "%04d" % _iso(Y, yday, wday)[0]
    if c == "g":
        return "%02d" % (_iso(Y, yday, wday)[0] % 100)
    if c == "V":
        return "%02d" % _iso(Y, yday, wday)[1]
    if c == "Z":
        return getattr(t, "tm_zone", None) or "UTC"
    if c == "z":
        return "+0000"
    if c == "s":
        return str(int(mktime(t)))
    if c == "n":
        return "\n"
    if c == "t":
        return "\t"
    if c == "%":
        return "%"
    sub = {"D": "%m/%d/%y", "x": "%m/%d/%y", "F": "%Y-%m-%d", "T": "%H:%M:%S", "X": "%H:%M:%S", "R": "%H:%M", "r": "%I:%M:%S %p",
           "c": "%a %b %e %H:%M:%S %Y"}.get(c)
    if c == "c":
        return strftime("%a %b %e %H:%M:%S ", t) + str(Y)
    if sub:
        return strftime(sub, t)
    return "%" + c


def strptime(data, format="%a %b %d %H:%M:%S %Y", /):
    import _strptime
    return _strptime.parse_struct(data, format)


def asctime(t=None, /):
    t = localtime() if t is None else t
    return "%s %s %2d %02d:%02d:%02d %d" % (_weekdays[t[6]][:3], _months[t[1] - 1][:3], t[2], t[3], t[4], t[5], t[0])


def ctime(seconds=None, /):
    return asctime(localtime(seconds))


def tzset():
    pass


def get_clock_info(name):
    raise ValueError("unknown clock")


def clock_gettime(clk_id, /):
    return time() if clk_id == CLOCK_REALTIME else monotonic()


def clock_gettime_ns(clk_id, /):
    return time_ns() if clk_id == CLOCK_REALTIME else monotonic_ns()


def clock_getres(clk_id, /):
    return 1e-09


def clock_settime(clk_id, time, /):
    raise PermissionError(1, "Operation not permitted")


def thread_time_ns():
    return monotonic_ns()
