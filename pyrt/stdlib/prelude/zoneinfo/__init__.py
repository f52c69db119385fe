"""Time zones of the IANA database."""

import _zone
from datetime import datetime as _datetime, timedelta as _timedelta, tzinfo as _tzinfo

__all__ = ["ZoneInfo", "reset_tzpath", "available_timezones", "TZPATH", "ZoneInfoNotFoundError", "InvalidTZPathWarning"]

TZPATH = ()


class ZoneInfoNotFoundError(KeyError):
    pass


class InvalidTZPathWarning(RuntimeWarning):
    pass


_EPOCH = _datetime(1970, 1, 1)
_cache = {}


def _seconds(dt):
    delta = dt.replace(tzinfo=None, fold=0) - _EPOCH
    return delta.days * 86400 + delta.seconds


class ZoneInfo(_tzinfo):
    """A zone of the database; the same key gives the same object."""

    def __new__(cls, key):
        if cls is ZoneInfo and key in _cache:
            return _cache[key]
        self = cls._load(key)
        if cls is ZoneInfo:
            _cache[key] = self
        return self

    @classmethod
    def _load(cls, key):
        if not isinstance(key, str):
            raise TypeError(f"expected str, bytes or os.PathLike object, not {type(key).__name__}")
        if key.startswith("/"):
            raise ValueError(f"ZoneInfo keys may not be absolute paths, got: {key}")
        if not key or "//" in key or "." in key.split("/") or ".." in key.split("/")[1:]:
            raise ValueError(f"ZoneInfo keys must be normalized relative paths, got: {key}")
        if key.startswith(".."):
            raise ValueError(f"ZoneInfo keys must refer to subdirectories of TZPATH, got: {key}")
        zone = _zone.load(key)
        if zone is None:
            raise ZoneInfoNotFoundError(f"No time zone found with key {key}")
        self = _tzinfo.__new__(cls)
        self._key = key
        self._zone = zone
        return self

    @classmethod
    def no_cache(cls, key):
        return cls._load(key)

    @classmethod
    def clear_cache(cls, *, only_keys=None):
        if only_keys is None:
            _cache.clear()
        else:
            for key in only_keys:
                _cache.pop(key, None)

    @classmethod
    def from_file(cls, fobj, /, key=None):
        raise NotImplementedError("zoneinfo.ZoneInfo.from_file is not part of this runtime")

    @property
    def key(self):
        return self._key

    def utcoffset(self, dt):
        info = self._info(dt)
        return info and _timedelta(seconds=info[0])

    def dst(self, dt):
        info = self._info(dt)
        return info and _timedelta(seconds=info[1])

    def tzname(self, dt):
        info = self._info(dt)
        return info and info[2]

    def _info(self, dt):
        if dt is not None:
            return self._at(dt)
        fixed = {self._zone.at_wall(seconds, 0) for seconds in (-10 ** 10, 10 ** 9, 62 * 10 ** 9, 63 * 10 ** 9 + 15 * 10 ** 6, 10 ** 11)}
        return fixed.pop() if len(fixed) == 1 else None

    def _at(self, dt):
        return self._zone.at_wall(_seconds(dt), dt.fold)

    def fromutc(self, dt):
        if not isinstance(dt, _datetime):
            raise TypeError("fromutc() requires a datetime argument")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        offset, _, _, fold = self._zone.at_utc(_seconds(dt))
        return (dt + _timedelta(seconds=offset)).replace(fold=int(fold))

    def __str__(self):
        return self._key

    def __repr__(self):
        return f"{type(self).__module__}.{type(self).__qualname__}(key={self._key!r})"

    def __reduce__(self):
        return self.__class__, (self._key,)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def available_timezones():
    raise NotImplementedError("zoneinfo.available_timezones is not part of this runtime: ask for a zone by its key")


def reset_tzpath(to=None):
    pass
