import datetime as _datetime
import zoneinfo as _zoneinfo

UTC = _datetime.timezone.utc


def tzutc():
    return UTC


def tzoffset(name, offset):
    return _datetime.timezone(offset if isinstance(offset, _datetime.timedelta) else _datetime.timedelta(seconds=offset), name)


def gettz(name=None):
    try:
        return _zoneinfo.ZoneInfo(name) if name else UTC
    except (_zoneinfo.ZoneInfoNotFoundError, ValueError):
        return None


def tzlocal():
    return UTC
