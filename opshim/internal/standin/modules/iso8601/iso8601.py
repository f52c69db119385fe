import datetime

UTC = datetime.timezone.utc


class ParseError(ValueError):
    pass


def FixedOffset(offset_hours, offset_minutes, name):
    return datetime.timezone(datetime.timedelta(hours=offset_hours, minutes=offset_minutes), name)


def parse_date(datestring, default_timezone=UTC):
    try:
        found = datetime.datetime.fromisoformat(datestring)
    except (TypeError, ValueError) as e:
        raise ParseError(e)
    return found if found.tzinfo is not None or default_timezone is None else found.replace(tzinfo=default_timezone)
