"""String constants and templates."""

from collections import ChainMap as _ChainMap
from _string import formatter_field_name_split as _split_name
from _string import formatter_parser as _parse

__all__ = ["ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords", "digits", "hexdigits", "octdigits", "printable", "punctuation",
           "whitespace", "Formatter", "Template"]

ascii_lowercase, ascii_uppercase, digits = "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "0123456789"
ascii_letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
octdigits, hexdigits = "01234567", "0123456789abcdefABCDEF"
punctuation, whitespace = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", " \t\n\r\v\f"
printable = "".join((digits, ascii_letters, punctuation, whitespace))


def capwords(s, sep=None):
    """The words of a text with large first letters."""
    return (sep or " ").join([word.capitalize() for word in s.split(sep)])


class _WhenUsed:
    """Stands for the compiled pattern of a class of templates until somebody asks for it."""

    def __init__(self, text):
        self.text = text

    def __get__(self, template, cls):
        import re
        text = self.text
        if text is None:
            mark = re.escape(cls.delimiter)
            text = rf"{mark}(?:(?P<escaped>{mark})|(?P<named>{cls.idpattern})|{{(?P<braced>{cls.braceidpattern or cls.idpattern})}}|(?P<invalid>))"
        if cls.flags is None:
            cls.flags = re.IGNORECASE
        cls.pattern = compiled = re.compile(text, cls.flags | re.VERBOSE)
        return compiled


_NOTHING = {}


class Template:
    """A text with names in it that values are put in place of."""

    delimiter, idpattern, braceidpattern, flags = "$", "(?a:[_a-z][_a-z0-9]*)", None, None
    pattern = _WhenUsed(None)

    def __init_subclass__(cls):
        super().__init_subclass__()
        cls.pattern = _WhenUsed(vars(cls).get("pattern"))

    def __init__(self, template):
        self.template = template

    def substitute(self, mapping=_NOTHING, /, **kws):
        """The text with values for all names."""
        return self._filled(mapping, kws, self._refuse, None)

    def safe_substitute(self, mapping=_NOTHING, /, **kws):
        """The text with values for those names that there are values for."""
        def stays(match):
            return match[0]
        return self._filled(mapping, kws, stays, stays)

    def _filled(self, mapping, words, on_invalid, on_missing):
        values = words if mapping is _NOTHING else _ChainMap(words, mapping) if words else mapping

        def fill(match):
            name = _name(match)
            if name is None:
                return on_invalid(match) if match["escaped"] is None else self.delimiter
            try:
                return str(values[name])
            except KeyError:
                if on_missing is None:
                    raise
                return on_missing(match)
        return self.pattern.sub(fill, self.template)

    def _refuse(self, match):
        lines = self.template[:match.start("invalid")].splitlines(keepends=True) or ["$"]
        raise ValueError(f"Invalid placeholder in string: line {len(lines)}, col {len(lines[-1])}")

    def is_valid(self):
        """Whether substitute() would find nothing to object to but names without values."""
        return not any(match["invalid"] is not None for match in self.pattern.finditer(self.template))

    def get_identifiers(self):
        """The names."""
        return list(dict.fromkeys(name for match in self.pattern.finditer(self.template) if (name := _name(match)) is not None))


def _name(match):
    return match["named"] or match["braced"]


class Formatter:
    """What str.format() does, in steps that derived classes may change."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        work = _Formatting(self, args, kwargs)
        text = work.text(format_string, 2)
        self.check_unused_args(work.used, args, kwargs)
        return text

    def parse(self, format_string):
        """Tuples of a literal text and name, format and conversion of the field behind it."""
        return _parse(format_string)

    def get_field(self, field_name, args, kwargs):
        """The object that a field names, and the argument it begins with."""
        start, steps = _split_name(field_name)
        found = self.get_value(start, args, kwargs)
        for by_attribute, key in steps:
            found = getattr(found, key) if by_attribute else found[key]
        return found, start

    def get_value(self, key, args, kwargs):
        return (args if isinstance(key, int) else kwargs)[key]

    def check_unused_args(self, used_args, args, kwargs):
        """For those who want to object."""

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        convert = {"s": str, "r": repr, "a": ascii}.get(conversion)
        if convert is None:
            raise ValueError(f"Unknown conversion specifier {conversion!s}")
        return convert(value)

    def format_field(self, value, format_spec):
        return format(value, format_spec)


class _Formatting:
    """One call of vformat(): which arguments were used, and how many fields had no number."""

    def __init__(self, formatter, args, kwargs):
        self.formatter, self.args, self.kwargs = formatter, args, kwargs
        self.used, self.counted, self.numbered = set(), 0, False

    def text(self, template, depth):
        if depth < 0:
            raise ValueError("Max string recursion exceeded")
        return "".join([literal + (self.field(self.with_number(name), spec, conversion, depth) if name is not None else "")
                        for literal, name, spec, conversion in self.formatter.parse(template)])

    def field(self, name, spec, conversion, depth):
        value, argument = self.formatter.get_field(name, self.args, self.kwargs)
        self.used.add(argument)
        value = self.formatter.convert_field(value, conversion)
        return self.formatter.format_field(value, self.text(spec, depth - 1))

    def with_number(self, name):
        start = name.partition(".")[0].partition("[")[0]
        if not start:
            if self.numbered:
                raise ValueError("cannot switch from manual field specification to automatic field numbering")
            self.counted += 1
            return f"{self.counted - 1}{name}"
        if start.isdigit():
            if self.counted:
                raise ValueError("cannot switch from automatic field numbering to manual field specification")
            self.numbered = True
        return name
