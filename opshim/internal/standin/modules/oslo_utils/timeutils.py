import datetime


def utcnow(with_timezone=False):
    now = datetime.datetime.now(datetime.timezone.utc)
    return now if with_timezone else now.replace(tzinfo=None)


def utcnow_ts(microsecond=False):
    now = datetime.datetime.now(datetime.timezone.utc).timestamp()
    return now if microsecond else int(now)


def parse_strtime(timestr, fmt="%Y-%m-%dT%H:%M:%S.%f"):
    return datetime.datetime.strptime(timestr, fmt)


def normalize_time(timestamp):
    offset = timestamp.utcoffset()
    return timestamp if offset is None else timestamp.replace(tzinfo=None) - offset


def delta_seconds(before, after):
    return (after - before).total_seconds()


def parse_isotime(timestr):
    import iso8601
    try:
        return iso8601.parse_date(timestr)
    except (iso8601.ParseError, TypeError) as e:
        raise ValueError(str(e))


def is_older_than(before, seconds):
    if isinstance(before, str):
        before = parse_isotime(before)
    return utcnow() - normalize_time(before) > datetime.timedelta(seconds=seconds)


def is_newer_than(after, seconds):
    if isinstance(after, str):
        after = parse_isotime(after)
    return normalize_time(after) - utcnow() > datetime.timedelta(seconds=seconds)
