# Time zones of the standard library under the names of this package.

import datetime as _datetime
import zoneinfo as _zoneinfo


class UnknownTimeZoneError(KeyError):
    pass


class _Zone(_datetime.tzinfo):
    def __init__(self, name):
        self.zone = name
        self._zone = _datetime.timezone.utc if name == "UTC" else _zoneinfo.ZoneInfo(name)

    def utcoffset(self, dt):
        return self._zone.utcoffset(dt)

    def dst(self, dt):
        return self._zone.dst(dt)

    def tzname(self, dt):
        return self._zone.tzname(dt)

    def fromutc(self, dt):
        return self._zone.fromutc(dt.replace(tzinfo=self._zone)).replace(tzinfo=self)

    def localize(self, dt, is_dst=False):
        if dt.tzinfo is not None:
            raise ValueError("Not naive datetime (tzinfo is already set)")
        return dt.replace(tzinfo=self)

    def normalize(self, dt, is_dst=False):
        return dt.astimezone(self)

    def __str__(self):
        return self.zone

    def __repr__(self):
        return "<UTC>" if self.zone == "UTC" else "<DstTzInfo '%s'>" % self.zone


utc = UTC = _Zone("UTC")
_zones = {"UTC": utc}


def timezone(zone):
    if zone.upper() == "UTC":
        return utc
    if zone not in _zones:
        try:
            _zones[zone] = _Zone(zone)
        except (_zoneinfo.ZoneInfoNotFoundError, ValueError):
            raise UnknownTimeZoneError(zone)
    return _zones[zone]


def FixedOffset(minutes):
    return _datetime.timezone(_datetime.timedelta(minutes=minutes))
