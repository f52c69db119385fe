import datetime as _datetime

from iso8601.iso8601 import UTC, ParseError, parse_date
