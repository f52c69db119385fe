"""Configuration files of sections, options and values."""

from collections import ChainMap as _ChainMap
from collections.abc import MutableMapping
from functools import partial as _partial
import io
import re

__all__ = ("NoSectionError", "DuplicateOptionError", "DuplicateSectionError", "NoOptionError", "InterpolationError",
           "InterpolationDepthError", "InterpolationMissingOptionError", "InterpolationSyntaxError", "ParsingError",
           "MissingSectionHeaderError", "MultilineContinuationError", "UnnamedSectionDisabledError", "InvalidWriteError", "ConfigParser",
           "RawConfigParser", "Interpolation", "BasicInterpolation", "ExtendedInterpolation", "SectionProxy", "ConverterMapping",
           "DEFAULTSECT", "MAX_INTERPOLATION_DEPTH", "UNNAMED_SECTION")

DEFAULTSECT = "DEFAULT"
MAX_INTERPOLATION_DEPTH = 10


class Error(Exception):
    """The root of this module's exceptions."""

    def __init__(self, msg=""):
        Exception.__init__(self, msg)
        self.message = msg

    def __repr__(self):
        return self.message

    __str__ = __repr__


def _fill(error, message, **facts):
    """Give an error its message, and the facts as attributes and arguments."""
    Error.__init__(error, message)
    for name, fact in facts.items():
        setattr(error, name, fact)
    error.args = tuple(facts.values())


def _already(what, source, lineno):
    """The message of a duplicate, which says where it is when that is known."""
    if source is None:
        return f"{what[0].upper()}{what[1:]} already exists"
    line = "" if lineno is None else f" [line {lineno:2d}]"
    return f"While reading from {source!r}{line}: {what} already exists"


class NoSectionError(Error):
    def __init__(self, section):
        _fill(self, f"No section: {section!r}", section=section)


class DuplicateSectionError(Error):
    def __init__(self, section, source=None, lineno=None):
        _fill(self, _already(f"section {section!r}", source, lineno), section=section, source=source, lineno=lineno)


class DuplicateOptionError(Error):
    def __init__(self, section, option, source=None, lineno=None):
        _fill(self, _already(f"option {option!r} in section {section!r}", source, lineno), section=section, option=option, source=source,
              lineno=lineno)


class NoOptionError(Error):
    def __init__(self, option, section):
        _fill(self, f"No option {option!r} in section: {section!r}", option=option, section=section)


class InterpolationError(Error):
    def __init__(self, option, section, msg):
        _fill(self, msg, option=option, section=section)
        self.args += (msg,)


class InterpolationMissingOptionError(InterpolationError):
    def __init__(self, option, section, rawval, reference):
        super().__init__(option, section, f"Bad value substitution: option {option!r} in section {section!r} contains an interpolation "
                         f"key {reference!r} which is not a valid option name. Raw value: {rawval!r}")
        self.reference = reference
        self.args = option, section, rawval, reference


class InterpolationSyntaxError(InterpolationError):
    pass


class InterpolationDepthError(InterpolationError):
    def __init__(self, option, section, rawval):
        super().__init__(option, section, f"Recursion limit exceeded in value substitution: option {option!r} in section {section!r} "
                         f"contains an interpolation key which cannot be substituted in {MAX_INTERPOLATION_DEPTH} steps. "
                         f"Raw value: {rawval!r}")
        self.args = option, section, rawval


class ParsingError(Error):
    def __init__(self, source, *args):
        _fill(self, f"Source contains parsing errors: {source!r}", source=source)
        self.errors = []
        if args:
            self.append(*args)

    def append(self, lineno, line):
        self.errors.append((lineno, line))
        self.message += f"\n\t[line {lineno:2d}]: {line!r}"

    def combine(self, others):
        for other in others:
            for fault in other.errors:
                self.append(*fault)
        return self


class MissingSectionHeaderError(ParsingError):
    def __init__(self, filename, lineno, line):
        _fill(self, f"File contains no section headers.\nfile: {filename!r}, line: {lineno}\n{line!r}", source=filename, lineno=lineno,
              line=line)


class MultilineContinuationError(ParsingError):
    def __init__(self, filename, lineno, line):
        _fill(self, f"Key without value continued with an indented line.\nfile: {filename!r}, line: {lineno}\n{line!r}", source=filename,
              lineno=lineno, line=line)


class UnnamedSectionDisabledError(Error):
    def __init__(self, msg="Support for UNNAMED_SECTION is disabled."):
        super().__init__(msg)


class InvalidWriteError(Error):
    pass


class _Unnamed:
    def __repr__(self):
        return "<UNNAMED_SECTION>"


UNNAMED_SECTION = _Unnamed()
_UNSET = object()


class Interpolation:
    """No interpolation; the base of the others."""

    def before_get(self, parser, section, option, value, defaults):
        return value

    def before_set(self, parser, section, option, value):
        return value

    def before_read(self, parser, section, option, value):
        return value

    def before_write(self, parser, section, option, value):
        return value


class _Marked(Interpolation):
    """References begin with a mark and a bracket; two marks stand for one.

    _pieces matches plain text, two marks, a reference (its group) or a mark
    that begins none of these, in this order.
    """

    def before_get(self, parser, section, option, value, defaults):
        return self._expanded(parser, section, option, value, defaults, 1)

    def before_set(self, parser, section, option, value):
        rest = self._reference.sub("", value.replace(self._mark * 2, ""))
        at = rest.find(self._mark)
        if at < 0:
            return value
        raise ValueError(f"invalid interpolation syntax in {value!r} at position {at}")

    def _expanded(self, parser, section, option, text, known, level):
        def raw():
            return parser.get(section, option, raw=True, fallback=text)

        if level > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, raw())
        if not text:
            return ""
        if text.find(self._mark) < 0:
            return text
        out = []
        for piece in self._pieces.finditer(text):
            found = piece.group()
            if piece.lastindex:
                try:
                    found = self._value(parser, section, option, piece, known, level)
                except (KeyError, NoSectionError, NoOptionError):
                    raise InterpolationMissingOptionError(option, section, raw(), self._asked(parser, piece.group(1))) from None
            elif found == self._mark * 2:
                found = self._mark
            elif found == self._mark:
                raise InterpolationSyntaxError(option, section, self._complaint(text[piece.start():]))
            out.append(found)
        return "".join(out)

    def _complaint(self, rest):
        if rest[1:2] == self._bracket:
            return f"bad interpolation variable reference {rest!r}"
        return f"{self._mark!r} must be followed by {self._mark!r} or {self._bracket!r}, found: {rest!r}"


class BasicInterpolation(_Marked):
    """%(name)s stands for another option of the section or of DEFAULT."""

    _mark, _bracket = "%", "("
    _reference = re.compile(r"%\(([^)]+)\)s")
    _pieces = re.compile(r"[^%]+|%%|%\(([^)]+)\)s|%")

    def _asked(self, parser, name):
        return parser.optionxform(name)

    def _value(self, parser, section, option, piece, known, level):
        value = known[self._asked(parser, piece.group(1))]
        return self._expanded(parser, section, option, value, known, level + 1) if "%" in value else value


class ExtendedInterpolation(_Marked):
    """${section:option} and ${option}."""

    _mark, _bracket = "$", "{"
    _reference = re.compile(r"\$\{([^}]+)\}")
    _pieces = re.compile(r"[^$]+|\$\$|\$\{([^}]+)\}|\$")

    def _asked(self, parser, name):
        return name

    def _value(self, parser, section, option, piece, known, level):
        where, colon, name = piece.group(1).rpartition(":")
        if ":" in where:
            raise InterpolationSyntaxError(option, section, f"More than one ':' found: {piece.string[piece.end():]!r}")
        name = parser.optionxform(name)
        if colon:
            value = parser.get(where, name, raw=True)
        else:
            where, value = section, known[name]
        if value is None:
            return ""
        if "$" not in value:
            return value
        return self._expanded(parser, where, name, value, dict(parser.items(where, raw=True)), level + 1)


class _Reader:
    """One file on its way into a parser: the place that is reached and what was met on the way."""

    _BEYOND = 1 << 62  # no line is indented this far

    def __init__(self, parser, source):
        self.parser, self.source = parser, source
        self.section = self.table = self.key = None
        self.margin = 0  # a line that is indented further continues the value
        self.met = set()
        self.refused = []

    def take(self, lines):
        uncommented = self.parser._uncommented
        for number, line in enumerate(lines, 1):
            text = uncommented(line)
            if not text:
                self.gap(line)
                continue
            indent = len(line) - len(line.lstrip())
            if self.key and indent > self.margin:
                self.extend(text, number, line)
            else:
                self.margin = indent
                self.begin(text, number, line)
        if self.refused:
            error = ParsingError(self.source)
            for fault in self.refused:
                error.append(*fault)
            raise error

    def gap(self, line):
        """A line of nothing, or of nothing but a comment."""
        if not self.parser._gaps:
            self.margin = self._BEYOND
        elif self.key and not line.strip():
            self.extend("", 0, line)

    def extend(self, text, number, line):
        value = self.table[self.key]
        if value is not None:
            value.append(text)
        elif text:
            raise MultilineContinuationError(self.source, number, line)

    def begin(self, text, number, line):
        if self.table is None and self.parser._unnamed:
            self.enter(UNNAMED_SECTION, number)
        header = self.parser.SECTCRE.match(text)
        if header:
            self.enter(header.group("header"), number)
            return
        if self.table is None:
            raise MissingSectionHeaderError(self.source, number, line)
        found = self.parser._line.match(text)
        if not found:
            self.refused.append((number, line))
            return
        key, value = found.group("option", "value")
        if not key:
            self.refused.append((number, line))
        self.key = key = self.parser.optionxform(key.rstrip())
        self.meet((self.section, key), DuplicateOptionError, number)
        # A list holds the lines of a value until all are read.
        self.table[key] = None if value is None else [value.strip()]

    def enter(self, name, number):
        parser, self.section, self.key = self.parser, name, None
        if name in parser._sections:
            self.meet((name,), DuplicateSectionError, number)
        elif name == parser.default_section:
            self.table = parser._defaults
            return
        else:
            self.met.add((name,))
            parser._sections[name] = parser._new()
        self.table = parser._sections[name]

    def meet(self, place, error, number):
        if place in self.met and self.parser._strict:
            raise error(*place, self.source, number)
        self.met.add(place)


class RawConfigParser(MutableMapping):
    """A parser without interpolation."""

    BOOLEAN_STATES = dict.fromkeys(("1", "yes", "true", "on"), True) | dict.fromkeys(("0", "no", "false", "off"), False)
    SECTCRE = re.compile(r"\[(?P<header>.+)\]")
    OPTCRE = re.compile(r"(?P<option>.*?)\s*(?P<vi>=|:)\s*(?P<value>.*)$")
    OPTCRE_NV = re.compile(r"(?P<option>.*?)\s*(?:(?P<vi>=|:)\s*(?P<value>.*))?$")
    NONSPACECRE = re.compile(r"\S")
    _usual = Interpolation()

    def __init__(self, defaults=None, dict_type=dict, allow_no_value=False, *, delimiters=("=", ":"), comment_prefixes=("#", ";"),
                 inline_comment_prefixes=None, strict=True, empty_lines_in_values=True, default_section=DEFAULTSECT, interpolation=_UNSET,
                 converters=_UNSET, allow_unnamed_section=False):
        if interpolation is _UNSET:
            interpolation = self._usual
        elif interpolation is None:
            interpolation = Interpolation()
        if not isinstance(interpolation, Interpolation):
            raise TypeError(f"interpolation= must be None or an instance of Interpolation; got an object of type {type(interpolation)}")
        self._interpolation = interpolation
        self._new = dict_type
        # Programs reach for these two, so they bear the names that they know.
        self._sections, self._defaults = dict_type(), dict_type()
        self._proxies = {}
        self.default_section = default_section
        self._strict, self._gaps = strict, empty_lines_in_values
        self._bare, self._unnamed = allow_no_value, allow_unnamed_section
        self._set_syntax(tuple(delimiters), comment_prefixes, inline_comment_prefixes)
        self._converting = ConverterMapping(self)
        if converters is not _UNSET:
            self._converting.update(converters)
        if defaults:
            self._take_defaults(defaults)

    def _set_syntax(self, delimiters, whole, inline):
        self._delims = delimiters
        if delimiters == ("=", ":"):
            self._line = self.OPTCRE_NV if self._bare else self.OPTCRE
        else:
            either = "|".join(map(re.escape, delimiters))
            value = rf"(?P<vi>{either})\s*(?P<value>.*)"
            self._line = re.compile(rf"(?P<option>.*?)\s*(?:{value}){'?' if self._bare else ''}$")
        self._whole = tuple(whole or ())
        self._inline = None
        if inline:
            self._inline = re.compile(rf"(?:^|(?<=\s))(?:{'|'.join(map(re.escape, inline))})")

    def _take_defaults(self, defaults):
        self._defaults.update((self.optionxform(name), value) for name, value in defaults.items())

    def _own(self, section):
        """The options that are written in a section itself."""
        try:
            return self._sections[section]
        except KeyError:
            raise NoSectionError(section) from None

    def _target(self, section):
        """The options that a change of the section is for."""
        if section and section != self.default_section:
            return self._own(section)
        return self._defaults

    def _special(self, section):
        """The options of a section that go before the defaults."""
        return {} if section == self.default_section and section not in self._sections else self._own(section)

    def defaults(self):
        return self._defaults

    def sections(self):
        return list(self._sections)

    def add_section(self, section):
        if section == self.default_section:
            raise ValueError(f"Invalid section name: {section!r}")
        if section is UNNAMED_SECTION and not self._unnamed:
            raise UnnamedSectionDisabledError()
        if self.has_section(section):
            raise DuplicateSectionError(section)
        self._sections[section] = self._new()

    def has_section(self, section):
        return section in self._sections

    def options(self, section):
        own = self._own(section)
        return [*own, *(name for name in self._defaults if name not in own)]

    def read(self, filenames, encoding=None):
        if isinstance(filenames, (str, bytes)) or hasattr(filenames, "__fspath__"):
            filenames = (filenames,)
        done = []
        for name in filenames:
            try:
                with open(name, encoding=encoding) as lines:
                    self._read(lines, name)
                done.append(name.__fspath__() if hasattr(name, "__fspath__") else name)
            except OSError:
                pass
        return done

    def read_file(self, f, source=None):
        self._read(f, getattr(f, "name", "<???>") if source is None else source)

    def read_string(self, string, source="<string>"):
        self.read_file(io.StringIO(string), source)

    def read_dict(self, dictionary, source="<dict>"):
        met = set()
        for name, options in dictionary.items():
            name = str(name)
            try:
                self.add_section(name)
            except (ValueError, DuplicateSectionError):
                if self._strict and name in met:
                    raise
            met.add(name)
            for option, value in options.items():
                option = self.optionxform(str(option))
                if self._strict and (name, option) in met:
                    raise DuplicateOptionError(name, option, source)
                met.add((name, option))
                self.set(name, option, None if value is None else str(value))

    def _read(self, lines, source):
        try:
            _Reader(self, source).take(lines)
        finally:
            self._settle()

    def _settle(self):
        """Make the values of the lines that were read."""
        prepare = self._interpolation.before_read
        for name, table in ((self.default_section, self._defaults), *self._sections.items()):
            for option, value in table.items():
                if isinstance(value, list):
                    value = "\n".join(value).rstrip()
                table[option] = prepare(self, name, option, value)

    def _uncommented(self, line):
        text = line.strip()
        if text.startswith(self._whole):
            return ""
        comment = self._inline and self._inline.search(text)
        return text[:comment.start()].rstrip() if comment else text

    def get(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        try:
            layers = self._layers(section, vars)
            option = self.optionxform(option)
            try:
                value = layers[option]
            except KeyError:
                raise NoOptionError(option, section) from None
        except (NoSectionError, NoOptionError):
            if fallback is not _UNSET:
                return fallback
            raise
        if value is None or raw:
            return value
        return self._interpolation.before_get(self, section, option, value, layers)

    def _layers(self, section, vars):
        """What get sees: the given values, the section's, the defaults."""
        special, given = self._special(section), {}
        for name, value in vars.items() if vars else ():
            given[self.optionxform(name)] = value if value is None else str(value)
        return _ChainMap(given, special, self._defaults)

    def _converted(self, section, option, conv, *, fallback=_UNSET, **kwargs):
        try:
            text = self.get(section, option, **kwargs)
            return conv(text)
        except (NoOptionError, NoSectionError):
            if fallback is not _UNSET:
                return fallback
            raise

    def getint(self, section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        return self._converted(section, option, int, raw=raw, vars=vars, fallback=fallback, **kwargs)

    def getfloat(self, section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        return self._converted(section, option, float, raw=raw, vars=vars, fallback=fallback, **kwargs)

    def getboolean(self, section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        return self._converted(section, option, self._convert_to_boolean, raw=raw, vars=vars, fallback=fallback, **kwargs)

    def _convert_to_boolean(self, value):
        truth = self.BOOLEAN_STATES.get(value.lower())
        if truth is None:
            raise ValueError(f"Not a boolean: {value}")
        return truth

    def items(self, section=_UNSET, raw=False, vars=None):
        if section is _UNSET:
            return super().items()
        known = self._defaults.copy()
        known.update(self._special(section))
        names = list(known)
        if vars:
            known.update((self.optionxform(name), value) for name, value in vars.items())
        if raw:
            return [(name, known[name]) for name in names]
        return [(name, self._interpolation.before_get(self, section, name, known[name], known)) for name in names]

    def popitem(self):
        if not self._sections:
            raise KeyError
        first = next(iter(self._sections))
        proxy = self[first]
        del self[first]
        return first, proxy

    def optionxform(self, optionstr):
        return optionstr.lower()

    def has_option(self, section, option):
        try:
            own = self._target(section)
        except NoSectionError:
            return False
        option = self.optionxform(option)
        return option in own or option in self._defaults

    def set(self, section, option, value=None):
        if value:
            value = self._interpolation.before_set(self, section, option, value)
        self._target(section)[self.optionxform(option)] = value

    def write(self, fp, space_around_delimiters=True):
        between = self._delims[0].join("  ") if space_around_delimiters else self._delims[0]
        if self._defaults:
            self._write_table(fp, self.default_section, self._defaults, between)
        # What has no header must stand before the headers, and needs no place when it is empty.
        if self._sections.get(UNNAMED_SECTION):
            self._write_table(fp, UNNAMED_SECTION, self._sections[UNNAMED_SECTION], between)
        for name, table in self._sections.items():
            if name is not UNNAMED_SECTION:
                self._write_table(fp, name, table, between)

    def _write_table(self, fp, name, table, between):
        if name is not UNNAMED_SECTION:
            fp.write(f"[{name}]\n")
        for option, value in table.items():
            self._must_read_back(option)
            value = self._interpolation.before_write(self, name, option, value)
            bare = value is None and self._bare
            fp.write(f"{option}\n" if bare else option + between + str(value).replace("\n", "\n\t") + "\n")
        fp.write("\n")

    def _must_read_back(self, option):
        if self.SECTCRE.match(option):
            raise InvalidWriteError(f"Cannot write key {option}; begins with section pattern")
        for delimiter in self._delims:
            if delimiter in option:
                raise InvalidWriteError(f"Cannot write key {option}; contains delimiter {delimiter}")

    def remove_option(self, section, option):
        table, option = self._target(section), self.optionxform(option)
        if option not in table:
            return False
        del table[option]
        return True

    def remove_section(self, section):
        if not self.has_section(section):
            return False
        self._proxies.pop(section, None)
        del self._sections[section]
        return True

    def __getitem__(self, key):
        if key not in self:
            raise KeyError(key)
        if key not in self._proxies:
            self._proxies[key] = SectionProxy(self, key)
        return self._proxies[key]

    def __setitem__(self, key, value):
        if key in self:
            if value is self[key]:
                return
            (self._defaults if key == self.default_section else self._sections[key]).clear()
        self.read_dict({key: value})

    def __delitem__(self, key):
        if key == self.default_section:
            raise ValueError("Cannot remove the default section.")
        if not self.remove_section(key):
            raise KeyError(key)

    def __contains__(self, key):
        return self.has_section(key) or key == self.default_section

    def __len__(self):
        return 1 + len(self._sections)

    def __iter__(self):
        yield self.default_section
        yield from self._sections

    def _must_be_text(self, *, section="", option="", value=""):
        if section is not UNNAMED_SECTION and not isinstance(section, str):
            raise TypeError("section names must be strings or UNNAMED_SECTION")
        if not isinstance(option, str):
            raise TypeError("option keys must be strings")
        if not isinstance(value, str) and (value or not self._bare):
            raise TypeError("option values must be strings")

    @property
    def converters(self):
        return self._converting


class ConfigParser(RawConfigParser):
    """A parser with interpolation."""

    _usual = BasicInterpolation()

    def set(self, section, option, value=None):
        self._must_be_text(option=option, value=value)
        RawConfigParser.set(self, section, option, value)

    def add_section(self, section):
        self._must_be_text(section=section)
        RawConfigParser.add_section(self, section)

    def _take_defaults(self, defaults):
        # A default may hold a mark that is no reference.
        own, self._interpolation = self._interpolation, Interpolation()
        try:
            self.read_dict({self.default_section: defaults})
        finally:
            self._interpolation = own


class SectionProxy(MutableMapping):
    """One section of a parser."""

    def __init__(self, parser, name):
        self._of, self._title = parser, name
        for kind in parser.converters:
            self._offer("get" + kind)

    def _offer(self, getter):
        """Give the section a getter that the parser has."""
        setattr(self, getter, _partial(self.get, _impl=getattr(self._of, getter)))

    def __repr__(self):
        return f"<Section: {self._title}>"

    @property
    def parser(self):
        return self._of

    @property
    def name(self):
        return self._title

    def __contains__(self, key):
        return self._of.has_option(self._title, key)

    def __getitem__(self, key):
        if key in self:
            return self._of.get(self._title, key)
        raise KeyError(key)

    def __setitem__(self, key, value):
        self._of._must_be_text(option=key, value=value)
        self._of.set(self._title, key, value)

    def __delitem__(self, key):
        if key not in self or not self._of.remove_option(self._title, key):
            raise KeyError(key)

    def _names(self):
        parser = self._of
        return list(parser.defaults()) if self._title == parser.default_section else parser.options(self._title)

    def __iter__(self):
        return iter(self._names())

    def __len__(self):
        return len(self._names())

    def get(self, option, fallback=None, *, raw=False, vars=None, _impl=None, **kwargs):
        getter = _impl or self._of.get
        return getter(self._title, option, raw=raw, vars=vars, fallback=fallback, **kwargs)


class ConverterMapping(MutableMapping):
    """The converters: data type to function; each has a get method."""

    GETTERCRE = re.compile(r"^get(?P<name>.+)\z")

    def __init__(self, parser):
        self._of = parser
        found = map(self.GETTERCRE.match, dir(parser))
        # The parser's own getters have no function that could be told.
        self._kinds = {m.group("name"): None for m in found if m and callable(getattr(parser, m.group()))}

    def __getitem__(self, key):
        return self._kinds[key]

    def __setitem__(self, key, value):
        if not isinstance(key, str):
            raise ValueError(f"Incompatible key: {key} (type: {type(key)})")
        if not key:
            raise ValueError('Incompatible key: cannot use "" as a name')
        self._kinds[key] = value
        getter = _partial(self._of._converted, conv=value)
        getter.converter = value
        setattr(self._of, "get" + key, getter)
        for proxy in self._of.values():
            proxy._offer("get" + key)

    def __delitem__(self, key):
        del self._kinds[key]
        for holder in (self._of, *self._of.values()):
            if "get" + key in vars(holder):
                delattr(holder, "get" + key)

    def __iter__(self):
        return iter(self._kinds)

    def __len__(self):
        return len(self._kinds)
