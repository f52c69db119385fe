"""How logging makes texts of records."""

import logging
import time


class PercentStyle:
    """Formats of the kind "%(message)s"."""

    __module__ = "logging"
    default_format = "%(message)s"
    asctime_format, asctime_search = "%(asctime)s", "%(asctime)"
    _field_pattern = r"(?i)%\(\w+\)[#0+ -]*(?:\*|\d+)?(?:\.(?:\*|\d+))?[diouxefgcrsa%]"

    def __init__(self, fmt, *, defaults=None):
        self._fmt, self._defaults = fmt or self.default_format, defaults

    def usesTime(self):
        """Whether the time is asked for."""
        return self.asctime_search in self._fmt

    def validate(self):
        """Refuses what is no format of this kind."""
        import re
        if re.search(self._field_pattern, self._fmt) is None:
            raise ValueError(f"Invalid format '{self._fmt}' for '{self.default_format[0]}' style")

    def format(self, record):
        """The text of a record."""
        fields = record.__dict__
        try:
            return self._fill({**self._defaults, **fields} if self._defaults else fields)
        except KeyError as missing:
            raise ValueError(f"Formatting field not found in record: {missing}")

    def _fill(self, fields):
        return self._fmt % fields


class StrFormatStyle(PercentStyle):
    """Formats of the kind "{message}"."""

    __module__ = "logging"
    default_format, asctime_format, asctime_search = "{message}", "{asctime}", "{asctime"

    def validate(self):
        import re
        import string
        found = False
        try:
            for _, name, spec, conversion in string.Formatter().parse(self._fmt):
                if name:
                    if not re.fullmatch(r"(?:\d+|\w+)(?:\.\w+|\[[^]]+\])*", name):
                        raise ValueError(f"invalid field name/expression: {name!r}")
                    found = True
                if conversion and conversion not in "rsa":
                    raise ValueError(f"invalid conversion: {conversion!r}")
                if spec and not re.fullmatch(r"(?i)(?:.?[<>=^])?[+ -]?#?0?(?:\d+|{\w+})?[,_]?(?:\.(?:\d+|{\w+}))?[bcdefgnosx%]?", spec):
                    raise ValueError(f"bad specifier: {spec!r}")
        except ValueError as why:
            raise ValueError(f"invalid format: {why}")
        if not found:
            raise ValueError("invalid format: no fields")

    def _fill(self, fields):
        return self._fmt.format(**fields)


class StringTemplateStyle(PercentStyle):
    """Formats of the kind "${message}"."""

    __module__ = "logging"
    default_format, asctime_format, asctime_search = "${message}", "${asctime}", "${asctime}"

    def usesTime(self):
        return "$asctime" in self._fmt or self.asctime_format in self._fmt

    def validate(self):
        import string
        found = False
        for match in string.Template.pattern.finditer(self._fmt):
            if match["named"] or match["braced"]:
                found = True
            elif match[0] == "$":
                raise ValueError("invalid format: bare '$' not allowed")
        if not found:
            raise ValueError("invalid format: no fields")

    def _fill(self, fields):
        import string
        return string.Template(self._fmt).substitute(fields)


_STYLES = {"%": (PercentStyle, "%(levelname)s:%(name)s:%(message)s"), "{": (StrFormatStyle, "{levelname}:{name}:{message}"),
           "$": (StringTemplateStyle, "${levelname}:${name}:${message}")}


class Formatter:
    """Makes the text of a record: its message in a format, then exception and stack."""

    __module__ = "logging"
    converter = time.localtime
    default_time_format, default_msec_format = "%Y-%m-%d %H:%M:%S", "%s,%03d"

    def __init__(self, fmt=None, datefmt=None, style="%", validate=True, *, defaults=None):
        if style not in _STYLES:
            raise ValueError("Style must be one of: " + ",".join(_STYLES))
        self._style, self.datefmt = _STYLES[style][0](fmt, defaults=defaults), datefmt
        if validate:
            self._style.validate()
        self._fmt = self._style._fmt

    def _parts_of_time(self, seconds):
        convert = self.converter
        if getattr(convert, "__func__", None) in (time.localtime, time.gmtime):
            convert = convert.__func__  # functions in C do not become methods
        return convert(seconds)

    def formatTime(self, record, datefmt=None):
        """When the record was made."""
        parts = self._parts_of_time(record.created)
        if datefmt:
            return time.strftime(datefmt, parts)
        text = time.strftime(self.default_time_format, parts)
        return self.default_msec_format % (text, record.msecs) if self.default_msec_format else text

    def formatException(self, ei):
        """The text of an exception, without a newline at the end."""
        import traceback
        text = "".join(traceback.format_exception(*ei))
        return text[:-1] if text.endswith("\n") else text

    def formatStack(self, stack_info):
        return stack_info

    def usesTime(self):
        return self._style.usesTime()

    def formatMessage(self, record):
        return self._style.format(record)

    def format(self, record):
        """The whole text."""
        record.message = record.getMessage()
        if self.usesTime():
            record.asctime = self.formatTime(record, self.datefmt)
        text = self.formatMessage(record)
        if record.exc_info and not record.exc_text:
            record.exc_text = self.formatException(record.exc_info)  # kept for the next formatter
        if record.exc_text:
            text = _below(text, record.exc_text)
        return _below(text, self.formatStack(record.stack_info)) if record.stack_info else text


def _below(text, more):
    return text + more if text.endswith("\n") else f"{text}\n{more}"


_default = Formatter()


class BufferingFormatter:
    """Makes one text of several records."""

    __module__ = "logging"

    def __init__(self, linefmt=None):
        self.linefmt = linefmt or _default

    def formatHeader(self, records):
        return ""

    def formatFooter(self, records):
        return ""

    def format(self, records):
        if not records:
            return ""
        return "".join([self.formatHeader(records), *map(self.linefmt.format, records), self.formatFooter(records)])
