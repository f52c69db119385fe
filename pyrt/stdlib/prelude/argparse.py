"""Parsing of command lines."""

import os as _os
import re as _re
import sys as _sys

__all__ = ["ArgumentParser", "ArgumentError", "ArgumentTypeError", "BooleanOptionalAction", "FileType", "HelpFormatter",
           "ArgumentDefaultsHelpFormatter", "RawDescriptionHelpFormatter", "RawTextHelpFormatter", "MetavarTypeHelpFormatter", "Namespace",
           "Action", "ONE_OR_MORE", "OPTIONAL", "PARSER", "REMAINDER", "SUPPRESS", "ZERO_OR_MORE"]

SUPPRESS = "==SUPPRESS=="
OPTIONAL = "?"
ZERO_OR_MORE = "*"
ONE_OR_MORE = "+"
PARSER = "A..."
REMAINDER = "..."
_UNRECOGNIZED = "_unrecognized_args"


class ArgumentError(Exception):
    def __init__(self, argument, message):
        self.argument_name = _name_of(argument)
        self.message = message

    def __str__(self):
        if self.argument_name is None:
            return str(self.message)
        return f"argument {self.argument_name}: {self.message}"


class ArgumentTypeError(Exception):
    pass


def _name_of(argument):
    if argument is None:
        return None
    if argument.option_strings:
        return "/".join(argument.option_strings)
    if argument.metavar not in (None, SUPPRESS):
        return argument.metavar if not isinstance(argument.metavar, tuple) else " ".join(argument.metavar)
    if argument.dest not in (None, SUPPRESS):
        return argument.dest
    if argument.choices:
        return "{" + ",".join(argument.choices) + "}"
    return None


class _AttributeHolder:
    def __repr__(self):
        parts, odd = [], {}
        for arg in self._get_args():
            parts.append(repr(arg))
        for name, value in self._get_kwargs():
            if name.isidentifier():
                parts.append(f"{name}={value!r}")
            else:
                odd[name] = value
        if odd:
            parts.append(f"**{odd!r}")
        return f"{type(self).__name__}({', '.join(parts)})"

    def _get_kwargs(self):
        return list(self.__dict__.items())

    def _get_args(self):
        return []


class Namespace(_AttributeHolder):
    """The attributes are the parsed values."""

    def __init__(self, **kwargs):
        for name, value in kwargs.items():
            setattr(self, name, value)

    def __eq__(self, other):
        if not isinstance(other, Namespace):
            return NotImplemented
        return vars(self) == vars(other)

    def __contains__(self, key):
        return key in self.__dict__


class HelpFormatter:
    """Lays out usage and help."""

    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None, color=False):
        if width is None:
            try:
                width = int(_os.environ["COLUMNS"]) - 2
            except (KeyError, ValueError):
                width = 78
        self._prog = prog
        self._indent_increment = indent_increment
        self._max_help_position = min(max_help_position, max(width - 20, indent_increment * 2))
        self._width = width

    def _split_lines(self, text, width):
        import textwrap
        return textwrap.wrap(" ".join(text.split()), width)

    def _fill_text(self, text, width, indent):
        import textwrap
        return textwrap.fill(" ".join(text.split()), width, initial_indent=indent, subsequent_indent=indent)

    def _get_help_string(self, action):
        return action.help

    def _default_metavar(self, action):
        return action.dest.upper() if action.option_strings else action.dest

    def _metavar(self, action, size):
        if action.metavar is not None:
            value = action.metavar
        elif action.choices is not None:
            value = "{" + ",".join(map(str, action.choices)) + "}"
        else:
            value = self._default_metavar(action)
        return value if isinstance(value, tuple) else (value,) * size

    def _format_args(self, action):
        n = action.nargs
        if n is None:
            return self._metavar(action, 1)[0]
        if n == OPTIONAL:
            return f"[{self._metavar(action, 1)[0]}]"
        if n == ZERO_OR_MORE:
            m = self._metavar(action, 1)
            return f"[{m[0]} [{m[1]} ...]]" if len(m) == 2 else f"[{m[0]} ...]"
        if n == ONE_OR_MORE:
            m = self._metavar(action, 2)
            return f"{m[0]} [{m[1]} ...]"
        if n == REMAINDER:
            return "..."
        if n == PARSER:
            return f"{self._metavar(action, 1)[0]} ..."
        if n == SUPPRESS:
            return ""
        return " ".join(self._metavar(action, n))

    def _invocation(self, action):
        if not action.option_strings:
            return " ".join(self._metavar(action, 1))
        if action.nargs == 0:
            return ", ".join(action.option_strings)
        return ", ".join(action.option_strings) + " " + self._format_args(action)

    def _expand_help(self, action):
        text = self._get_help_string(action)
        if "%" not in text:
            return text
        params = dict(vars(action), prog=self._prog)
        for name in list(params):
            if params[name] is SUPPRESS:
                del params[name]
            elif hasattr(params[name], "__name__"):
                params[name] = params[name].__name__
        if params.get("choices") is not None:
            params["choices"] = ", ".join(map(str, params["choices"]))
        return text % params

    def _usage_part(self, action):
        if not action.option_strings:
            return self._format_args(action)
        if action.nargs == 0:
            part = action.format_usage()
        else:
            part = f"{action.option_strings[0]} {self._format_args(action)}"
        return part if action.required else f"[{part}]"

    def usage(self, usage, actions, groups, prefix="usage: "):
        if usage is not None:
            return f"{prefix}{usage % {'prog': self._prog}}\n\n"
        optionals = [a for a in actions if a.option_strings and a.help is not SUPPRESS]
        positionals = [a for a in actions if not a.option_strings and a.help is not SUPPRESS]

        def parts_of(items):
            out, done = [], set()
            for a in items:
                if id(a) in done:
                    continue
                group = next((g for g in groups if a in g._group_actions), None)
                if group is None:
                    out.append(self._usage_part(a))
                    continue
                members = [m for m in group._group_actions if m.help is not SUPPRESS and m in items]
                done.update(map(id, members))
                inner = []
                for m in members:
                    p = self._usage_part(m)
                    inner.append(p[1:-1] if p.startswith("[") and (m.option_strings or len(members) > 1) else p)
                text = " | ".join(inner)
                out.append(f"({text})" if group.required and len(inner) > 1 else text if group.required else f"[{text}]")
            return [p for p in out if p]
        opt, pos = parts_of(optionals), parts_of(positionals)
        one = " ".join([self._prog] + opt + pos)
        width = self._width
        if len(prefix) + len(one) <= width:
            return f"{prefix}{one}\n\n"

        def lines_of(parts, indent, first=None):
            lines, line = [], []
            size = len(indent) - 1 if first is None else len(first) - 1
            for p in parts:
                if size + 1 + len(p) > width and line:
                    lines.append(indent + " ".join(line))
                    line, size = [], len(indent) - 1
                line.append(p)
                size += len(p) + 1
            if line:
                lines.append(indent + " ".join(line))
            if first is not None and lines:
                lines[0] = lines[0][len(indent):]
            return lines
        if len(prefix) + len(self._prog) <= 0.75 * width:
            indent = " " * (len(prefix) + len(self._prog) + 1)
            if opt:
                lines = lines_of([self._prog] + opt, indent, prefix)
                lines += lines_of(pos, indent)
            elif pos:
                lines = lines_of([self._prog] + pos, indent, prefix)
            else:
                lines = [self._prog]
        else:
            indent = " " * len(prefix)
            lines = lines_of(opt + pos, indent)
            if len(lines) > 1:
                lines = lines_of(opt, indent) + lines_of(pos, indent)
            lines = [self._prog] + lines
        return prefix + "\n".join(lines) + "\n\n"

    def _actions(self, actions, indent):
        """(indentation, invocation, action) of everything shown."""
        for a in actions:
            if a.help is SUPPRESS:
                continue
            yield indent, self._invocation(a), a
            subs = getattr(a, "_choices_actions", None)
            if subs:
                yield from self._actions(subs, indent + self._indent_increment)

    def entry(self, indent, text, action, position):
        help_width = max(self._width - position, 11)
        action_width = position - indent - 2
        pad = " " * indent
        if not action.help:
            return f"{pad}{text}\n"
        lines = self._split_lines(self._expand_help(action), help_width) if action.help.strip() else []
        if len(text) <= action_width:
            head, first = f"{pad}{text:<{action_width}}  ", 0
        else:
            head, first = f"{pad}{text}\n", position
        if not lines:
            return head.rstrip(" ") if head.endswith("\n") else head.rstrip() + "\n"
        return head + " " * first + lines[0] + "\n" + "".join(" " * position + line + "\n" for line in lines[1:])

    def help(self, parser):
        text = self.usage(parser.usage, parser._actions, parser._mutually_exclusive_groups)
        if parser.description:
            text += self._paragraph(parser.description, "")
        sections = []
        longest = 0
        for group in parser._action_groups:
            rows = list(self._actions(group._group_actions, self._indent_increment))
            sections.append((group, rows))
            for indent, invocation, a in rows:
                longest = max(longest, len(invocation) + indent)
        position = min(longest + 2, self._max_help_position)
        for group, rows in sections:
            body = "".join(self.entry(indent, invocation, a, position) for indent, invocation, a in rows)
            if group.description:
                body = self._paragraph(group.description, " " * self._indent_increment) + body
            if not body:
                continue
            text += f"{group.title}:\n{body}\n" if group.title not in (None, SUPPRESS) else body + "\n"
        if parser.epilog:
            text += self._paragraph(parser.epilog, "")
        return text.strip("\n") + "\n"

    def _paragraph(self, text, indent):
        if "%(prog)" in text:
            text = text % {"prog": self._prog}
        return self._fill_text(text, max(self._width - len(indent), 11), indent) + "\n\n"


class RawDescriptionHelpFormatter(HelpFormatter):
    def _fill_text(self, text, width, indent):
        return "".join(indent + line for line in text.splitlines(keepends=True))


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    def _split_lines(self, text, width):
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    def _get_help_string(self, action):
        text = action.help or ""
        if "%(default)" not in text and action.default is not SUPPRESS and not action.required:
            if action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE):
                text += " (default: %(default)s)"
        return text


class MetavarTypeHelpFormatter(HelpFormatter):
    def _default_metavar(self, action):
        return action.type.__name__


class Action(_AttributeHolder):
    """What to do with the strings of an argument."""

    def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None, required=False, help=None,
                 metavar=None, deprecated=False):
        self.option_strings = option_strings
        self.dest = dest
        self.nargs = nargs
        self.const = const
        self.default = default
        self.type = type
        self.choices = choices
        self.required = required
        self.help = help
        self.metavar = metavar
        self.deprecated = deprecated

    def _get_kwargs(self):
        return [(n, getattr(self, n)) for n in ("option_strings", "dest", "nargs", "const", "default", "type", "choices", "required", "help",
                                                "metavar", "deprecated")]

    def format_usage(self):
        return self.option_strings[0]

    def __call__(self, parser, namespace, values, option_string=None):
        raise NotImplementedError(".__call__() not defined")


class BooleanOptionalAction(Action):
    def __init__(self, option_strings, dest, default=None, required=False, help=None, deprecated=False):
        names = []
        for s in option_strings:
            names.append(s)
            if s.startswith("--"):
                if s.startswith("--no-"):
                    raise ValueError(f"invalid option name {s!r} for BooleanOptionalAction")
                names.append("--no-" + s[2:])
        super().__init__(option_strings=names, dest=dest, nargs=0, default=default, required=required, help=help, deprecated=deprecated)

    def __call__(self, parser, namespace, values, option_string=None):
        if option_string in self.option_strings:
            setattr(namespace, self.dest, not option_string.startswith("--no-"))

    def format_usage(self):
        return " | ".join(self.option_strings)


class _StoreAction(Action):
    def __init__(self, option_strings, dest, nargs=None, const=None, **kw):
        if nargs == 0:
            raise ValueError("nargs for store actions must be != 0; if you have nothing to store, actions such as store true or store const may be "
                             "more appropriate")
        if const is not None and nargs != OPTIONAL:
            raise ValueError(f"nargs must be {OPTIONAL!r} to supply const")
        super().__init__(option_strings, dest, nargs=nargs, const=const, **kw)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, values)


class _StoreConstAction(Action):
    def __init__(self, option_strings, dest, const=None, default=None, required=False, help=None, metavar=None, deprecated=False):
        super().__init__(option_strings, dest, nargs=0, const=const, default=default, required=required, help=help, deprecated=deprecated)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, self.const)


class _StoreTrueAction(_StoreConstAction):
    def __init__(self, option_strings, dest, default=False, required=False, help=None, deprecated=False):
        super().__init__(option_strings, dest, const=True, default=default, required=required, help=help, deprecated=deprecated)


class _StoreFalseAction(_StoreConstAction):
    def __init__(self, option_strings, dest, default=True, required=False, help=None, deprecated=False):
        super().__init__(option_strings, dest, const=False, default=default, required=required, help=help, deprecated=deprecated)


def _copied(items):
    return [] if items is None else list(items)


class _AppendAction(_StoreAction):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, _copied(getattr(namespace, self.dest, None)) + [values])


class _ExtendAction(_StoreAction):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, _copied(getattr(namespace, self.dest, None)) + list(values))


class _AppendConstAction(_StoreConstAction):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, _copied(getattr(namespace, self.dest, None)) + [self.const])


class _CountAction(Action):
    def __init__(self, option_strings, dest, default=None, required=False, help=None, deprecated=False):
        super().__init__(option_strings, dest, nargs=0, default=default, required=required, help=help, deprecated=deprecated)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, (getattr(namespace, self.dest, None) or 0) + 1)


class _HelpAction(Action):
    def __init__(self, option_strings, dest=SUPPRESS, default=SUPPRESS, help=None, deprecated=False):
        super().__init__(option_strings, dest, nargs=0, default=default, help=help, deprecated=deprecated)

    def __call__(self, parser, namespace, values, option_string=None):
        parser.print_help()
        parser.exit()


class _VersionAction(Action):
    def __init__(self, option_strings, version=None, dest=SUPPRESS, default=SUPPRESS, help=None, deprecated=False):
        super().__init__(option_strings, dest, nargs=0, default=default, deprecated=deprecated,
                         help="show program's version number and exit" if help is None else help)
        self.version = version

    def __call__(self, parser, namespace, values, option_string=None):
        version = self.version if self.version is not None else parser.version
        _sys.stdout.write(parser._formatter()._fill_text(version % {"prog": parser.prog} if "%" in version else version, 76, "") + "\n")
        parser.exit()


class _SubParsersAction(Action):
    class _ChoicesPseudoAction(Action):
        def __init__(self, name, aliases, help):
            super().__init__([], name, nargs=0, help=help, metavar=name + (f" ({', '.join(aliases)})" if aliases else ""))

    def __init__(self, option_strings, prog, parser_class, dest=SUPPRESS, required=False, help=None, metavar=None):
        self._prog_prefix = prog
        self._parser_class = parser_class
        self._name_parser_map = {}
        self._choices_actions = []
        super().__init__(option_strings, dest, nargs=PARSER, choices=self._name_parser_map, required=required, help=help, metavar=metavar)

    def add_parser(self, name, *, deprecated=False, **kwargs):
        if kwargs.get("prog") is None:
            kwargs["prog"] = f"{self._prog_prefix} {name}"
        aliases = kwargs.pop("aliases", ())
        if name in self._name_parser_map:
            raise ValueError(f"conflicting subparser: {name}")
        if "help" in kwargs:
            self._choices_actions.append(self._ChoicesPseudoAction(name, aliases, kwargs.pop("help")))
        parser = self._parser_class(**kwargs)
        self._name_parser_map[name] = parser
        for alias in aliases:
            self._name_parser_map[alias] = parser
        return parser

    def __call__(self, parser, namespace, values, option_string=None):
        name, rest = values[0], values[1:]
        if self.dest is not SUPPRESS:
            setattr(namespace, self.dest, name)
        try:
            sub = self._name_parser_map[name]
        except KeyError:
            raise ArgumentError(self, f"unknown parser {name!r} (choices: {', '.join(self._name_parser_map)})") from None
        found, extra = sub.parse_known_args(rest, None)
        for key, value in vars(found).items():
            setattr(namespace, key, value)
        if extra:
            namespace.__dict__.setdefault(_UNRECOGNIZED, []).extend(extra)


class FileType:
    def __init__(self, mode="r", bufsize=-1, encoding=None, errors=None):
        self._mode, self._encoding, self._errors = mode, encoding, errors

    def __call__(self, string):
        if string == "-":
            return _sys.stdin if "r" in self._mode else _sys.stdout
        try:
            return open(string, self._mode, encoding=self._encoding, errors=self._errors)
        except OSError as e:
            raise ArgumentTypeError(f"can't open '{string}': {e}") from None


_ACTIONS = {None: _StoreAction, "store": _StoreAction, "store_const": _StoreConstAction, "store_true": _StoreTrueAction,
            "store_false": _StoreFalseAction, "append": _AppendAction, "append_const": _AppendConstAction, "count": _CountAction,
            "help": _HelpAction, "version": _VersionAction, "extend": _ExtendAction, "parsers": _SubParsersAction}


class _ActionsContainer:
    def __init__(self, description, prefix_chars, argument_default, conflict_handler):
        self.description = description
        self.argument_default = argument_default
        self.prefix_chars = prefix_chars
        self.conflict_handler = conflict_handler
        self._registries = {"action": dict(_ACTIONS), "type": {None: lambda s: s}}
        self._actions = []
        self._option_string_actions = {}
        self._action_groups = []
        self._mutually_exclusive_groups = []
        self._defaults = {}

    def register(self, registry_name, value, object):
        self._registries.setdefault(registry_name, {})[value] = object

    def set_defaults(self, **kwargs):
        self._defaults.update(kwargs)
        for action in self._actions:
            if action.dest in kwargs:
                action.default = kwargs[action.dest]

    def get_default(self, dest):
        for action in self._actions:
            if action.dest == dest and action.default is not None:
                return action.default
        return self._defaults.get(dest)

    def add_argument(self, *args, **kwargs):
        chars = self.prefix_chars
        if not args or len(args) == 1 and args[0][0] not in chars:
            if args and "dest" in kwargs:
                raise TypeError("dest supplied twice for positional argument, did you mean metavar?")
            kwargs = self._get_positional_kwargs(*args, **kwargs)
        else:
            kwargs = self._optional(*args, **kwargs)
        if "default" not in kwargs:
            dest = kwargs["dest"]
            if dest in self._defaults:
                kwargs["default"] = self._defaults[dest]
            elif self.argument_default is not None:
                kwargs["default"] = self.argument_default
        name = kwargs.pop("action", None)
        kind = self._registries["action"].get(name, name)
        if not callable(kind):
            raise ValueError(f"unknown action {name!r}")
        action = kind(**kwargs)
        if not callable(self._registries["type"].get(action.type, action.type)):
            raise TypeError(f"{action.type!r} is not callable")
        if action.type is FileType:
            raise TypeError(f"{action.type!r} is a FileType class object, instance of it must be passed")
        if isinstance(action.metavar, tuple) and action.nargs not in (PARSER, REMAINDER, SUPPRESS):
            size = action.nargs if isinstance(action.nargs, int) else 2 if action.nargs in ("*", "+") else 1
            if len(action.metavar) != size:
                raise ValueError("length of metavar tuple does not match nargs")
        return self._add_action(action)

    def _get_positional_kwargs(self, dest, **kwargs):
        if "required" in kwargs:
            raise TypeError("'required' is an invalid argument for positionals")
        nargs = kwargs.get("nargs")
        if nargs == 0 and "action" not in kwargs:
            raise ValueError("nargs for positionals must be != 0")
        if nargs not in (OPTIONAL, ZERO_OR_MORE, REMAINDER, SUPPRESS) and nargs != 0:
            kwargs["required"] = True
        if nargs == ZERO_OR_MORE and "default" not in kwargs:
            kwargs["required"] = False
        return dict(kwargs, dest=dest, option_strings=[])

    def _optional(self, *args, **kwargs):
        long = []
        for s in args:
            if s[0] not in self.prefix_chars:
                raise ValueError(f"invalid option string {s!r}: must start with a character {self.prefix_chars!r}")
            if len(s) > 1 and s[1] in self.prefix_chars:
                long.append(s)
        dest = kwargs.pop("dest", None)
        if dest is None:
            dest = (long or args)[0].lstrip(self.prefix_chars)
            if not dest:
                raise TypeError(f"dest= is required for options like {args[0]!r}")
            dest = dest.replace("-", "_")
        return dict(kwargs, dest=dest, option_strings=list(args))

    def _add_action(self, action):
        clash = [s for s in action.option_strings if s in self._option_string_actions]
        if clash and self.conflict_handler == "error":
            raise ArgumentError(action, f"conflicting option string{'s' if len(clash) > 1 else ''}: {', '.join(clash)}")
        for s in clash:
            old = self._option_string_actions.pop(s)
            old.option_strings.remove(s)
            if not old.option_strings:
                old.container._remove(old)
        self._actions.append(action)
        action.container = self
        for s in action.option_strings:
            self._option_string_actions[s] = action
        return action

    def _remove(self, action):
        self._actions.remove(action)

    def add_argument_group(self, *args, **kwargs):
        group = _ArgumentGroup(self, *args, **kwargs)
        self._action_groups.append(group)
        return group

    def add_mutually_exclusive_group(self, **kwargs):
        group = _MutuallyExclusiveGroup(self, **kwargs)
        self._mutually_exclusive_groups.append(group)
        return group


class _ArgumentGroup(_ActionsContainer):
    def __init__(self, container, title=None, description=None, **kwargs):
        super().__init__(description, container.prefix_chars, container.argument_default, container.conflict_handler)
        self.title = title
        self._container = container
        self._group_actions = []
        self._registries = container._registries
        self._actions = container._actions
        self._option_string_actions = container._option_string_actions
        self._defaults = container._defaults
        self._mutually_exclusive_groups = container._mutually_exclusive_groups

    def _add_action(self, action):
        action = super()._add_action(action)
        self._group_actions.append(action)
        return action

    def _remove(self, action):
        super()._remove(action)
        self._group_actions.remove(action)


class _MutuallyExclusiveGroup(_ArgumentGroup):
    def __init__(self, container, required=False):
        super().__init__(container)
        self.required = required

    def _add_action(self, action):
        if action.required:
            raise ValueError("mutually exclusive arguments must be optional")
        action = self._container._add_action(action)
        self._group_actions.append(action)
        return action


class ArgumentParser(_AttributeHolder, _ActionsContainer):
    """Turns lists of strings into Namespace objects."""

    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=(), formatter_class=HelpFormatter, prefix_chars="-",
                 fromfile_prefix_chars=None, argument_default=None, conflict_handler="error", add_help=True, allow_abbrev=True,
                 exit_on_error=True, *, suggest_on_error=False, color=True):
        _ActionsContainer.__init__(self, description, prefix_chars, argument_default, conflict_handler)
        self.prog = _os.path.basename(_sys.argv[0]) if prog is None else prog
        self.usage = usage
        self.epilog = epilog
        self.formatter_class = formatter_class
        self.fromfile_prefix_chars = fromfile_prefix_chars
        self.add_help = add_help
        self.allow_abbrev = allow_abbrev
        self.exit_on_error = exit_on_error
        self.suggest_on_error = suggest_on_error
        self._positionals = self.add_argument_group("positional arguments")
        self._optionals = self.add_argument_group("options")
        self._subparsers = None
        if add_help:
            c = "-" if "-" in prefix_chars else prefix_chars[0]
            self.add_argument(c + "h", c * 2 + "help", action="help", default=SUPPRESS, help="show this help message and exit")
        for parent in parents:
            self._adopt(parent)

    def _adopt(self, parent):
        titles = {g.title: g for g in self._action_groups}
        for group in parent._action_groups:
            mine = titles.get(group.title) or self.add_argument_group(group.title, group.description)
            for action in group._group_actions:
                mine._add_action(action)
        for group in parent._mutually_exclusive_groups:
            mine = self.add_mutually_exclusive_group(required=group.required)
            mine._group_actions.extend(group._group_actions)
        self._defaults.update(parent._defaults)

    def _get_kwargs(self):
        return [(n, getattr(self, n)) for n in ("prog", "usage", "description", "formatter_class", "conflict_handler", "add_help")]

    def _add_action(self, action):
        (self._optionals if action.option_strings else self._positionals)._add_action(action)
        return action

    def add_subparsers(self, **kwargs):
        if self._subparsers is not None:
            raise ValueError("cannot have multiple subparser arguments")
        kwargs.setdefault("parser_class", type(self))
        if "title" in kwargs or "description" in kwargs:
            self._subparsers = self.add_argument_group(kwargs.pop("title", "subcommands"), kwargs.pop("description", None))
        else:
            self._subparsers = self._positionals
        if kwargs.get("prog") is None:
            f = self._formatter()
            usage = f.usage(self.usage, [a for a in self._actions if not a.option_strings], self._mutually_exclusive_groups, "")
            kwargs["prog"] = usage.strip()
        kind = self._registries["action"][kwargs.pop("action", "parsers")]
        action = kind(option_strings=[], **kwargs)
        self._subparsers._add_action(action)
        return action

    def parse_args(self, args=None, namespace=None):
        args, rest = self.parse_known_args(args, namespace)
        if rest:
            self._fail(ArgumentError(None, f"unrecognized arguments: {' '.join(rest)}"))
        return args

    def _fail(self, err):
        if self.exit_on_error:
            self.error(str(err))
        raise err

    def parse_known_args(self, args=None, namespace=None):
        args = _sys.argv[1:] if args is None else list(args)
        if namespace is None:
            namespace = Namespace()
        for action in self._actions:
            if action.dest is not SUPPRESS and not hasattr(namespace, action.dest) and action.default is not SUPPRESS:
                setattr(namespace, action.dest, action.default)
        for dest, value in self._defaults.items():
            if not hasattr(namespace, dest):
                setattr(namespace, dest, value)
        try:
            namespace, rest = _Run(self, args, namespace).parse()
        except ArgumentError as err:
            self._fail(err)
        if hasattr(namespace, _UNRECOGNIZED):
            rest.extend(getattr(namespace, _UNRECOGNIZED))
            delattr(namespace, _UNRECOGNIZED)
        return namespace, rest

    parse_intermixed_args = parse_args
    parse_known_intermixed_args = parse_known_args

    def convert_arg_line_to_args(self, arg_line):
        return [arg_line]

    def _convert(self, action, text):
        kind = self._registries["type"].get(action.type, action.type)
        try:
            return kind(text)
        except ArgumentTypeError as err:
            raise ArgumentError(action, str(err)) from None
        except (TypeError, ValueError):
            name = getattr(action.type, "__name__", repr(action.type))
            raise ArgumentError(action, f"invalid {name} value: {text!r}") from None

    def _check(self, action, value):
        if action.choices is not None and value not in action.choices:
            raise ArgumentError(action, f"invalid choice: {str(value)!r} (choose from {', '.join(repr(str(c)) for c in action.choices)})")

    def _values(self, action, strings):
        n = action.nargs
        if n not in (PARSER, REMAINDER) and not action.option_strings and "--" in strings:
            strings = list(strings)
            strings.remove("--")
        if not strings and n == OPTIONAL:
            value = action.const if action.option_strings else action.default
            if isinstance(value, str) and value is not SUPPRESS:
                value = self._convert(action, value)
            return value
        if not strings and n == ZERO_OR_MORE and not action.option_strings:
            return action.default if action.default is not None else []
        if n is None or n == OPTIONAL:
            value = self._convert(action, strings[0])
            self._check(action, value)
            return value
        if n == REMAINDER:
            return [self._convert(action, s) for s in strings]
        if n == PARSER:
            out = [self._convert(action, s) for s in strings]
            self._check(action, out[0])
            return out
        if n == SUPPRESS:
            return SUPPRESS
        out = [self._convert(action, s) for s in strings]
        for value in out:
            self._check(action, value)
        return out

    def _formatter(self):
        return self.formatter_class(prog=self.prog)

    def format_usage(self):
        return self._formatter().usage(self.usage, self._actions, self._mutually_exclusive_groups).rstrip("\n") + "\n"

    def format_help(self):
        return self._formatter().help(self)

    def print_usage(self, file=None):
        (_sys.stdout if file is None else file).write(self.format_usage())

    def print_help(self, file=None):
        (_sys.stdout if file is None else file).write(self.format_help())

    def exit(self, status=0, message=None):
        if message:
            _sys.stderr.write(message)
        _sys.exit(status)

    def error(self, message):
        self.print_usage(_sys.stderr)
        self.exit(2, f"{self.prog}: error: {message}\n")


class _Run:
    """One parsing of one list of strings."""

    def __init__(self, parser, args, namespace):
        self.parser, self.namespace = parser, namespace
        self.args = self._from_files(args)
        self.extras = []
        self.seen = []
        self.positionals = [a for a in parser._actions if not a.option_strings]
        self.numbers = _re.compile(r"-(?:\d+(?:_\d+)*(?:\.\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)\z")
        self.has_number_options = any(self.numbers.match(s) for s in parser._option_string_actions)

    def _from_files(self, args):
        chars = self.parser.fromfile_prefix_chars
        if chars is None:
            return args
        out = []
        for a in args:
            if not a or a[0] not in chars:
                out.append(a)
                continue
            try:
                with open(a[1:]) as f:
                    for line in f.read().splitlines():
                        out.extend(self._from_files(self.parser.convert_arg_line_to_args(line)))
            except OSError as err:
                self.parser.error(str(err))
        return out

    def option(self, arg):
        """None for positionals, else (action or None, option string, explicit value)."""
        p = self.parser
        if not arg or arg[0] not in p.prefix_chars:
            return None
        if arg in p._option_string_actions:
            return p._option_string_actions[arg], arg, None
        if len(arg) == 1:
            return None
        name, eq, value = arg.partition("=")
        if eq and name in p._option_string_actions:
            return p._option_string_actions[name], name, value
        found = self.prefixes(arg)
        if len(found) > 1:
            raise ArgumentError(None, f"ambiguous option: {arg} could match {', '.join(f[1] for f in found)}")
        if found:
            return found[0]
        if self.numbers.match(arg) and not self.has_number_options:
            return None
        if " " in arg:
            return None
        return None, arg, None

    def prefixes(self, arg):
        p, found = self.parser, []
        if arg[1] in p.prefix_chars:
            if p.allow_abbrev:
                name, eq, value = arg.partition("=")
                for s, action in p._option_string_actions.items():
                    if s.startswith(name):
                        found.append((action, s, value if eq else None))
            return found
        name, eq, value = arg.partition("=")
        for s, action in p._option_string_actions.items():
            if s == arg[:2]:
                found.append((action, s, arg[2:]))
            elif p.allow_abbrev and len(s) > 2 and s[1] not in p.prefix_chars and s.startswith(name):
                found.append((action, s, value if eq else None))
        return found

    def parse(self):
        kinds, options, after = [], {}, False
        for i, a in enumerate(self.args):
            if after:
                kinds.append("A")
            elif a == "--":
                kinds.append("-")
                after = True
            else:
                o = self.option(a)
                kinds.append("A" if o is None else "O")
                if o is not None:
                    options[i] = o
        self.kinds, self.options = "".join(kinds), options
        i, last = 0, max(options, default=-1)
        while i <= last:
            nxt = min(k for k in options if k >= i)
            if nxt != i:
                end = self.take_positionals(i)
                if end > i:
                    i = end
                    continue
            if i not in options:
                nxt = min(k for k in options if k >= i)
                self.extras.extend(self.args[i:nxt])
                i = nxt
            i = self.take_option(i)
        end = self.take_positionals(i)
        self.extras.extend(self.args[end:])
        self.finish()
        return self.namespace, self.extras

    def pattern(self, action):
        n = action.nargs
        table = {None: "(-*A-*)", OPTIONAL: "(-*A?-*)", ZERO_OR_MORE: "(-*[A-]*)", ONE_OR_MORE: "(-*A[A-]*)", REMAINDER: "([-AO]*)",
                 PARSER: "(-*A[-AO]*)", SUPPRESS: "(-*-*)"}
        if isinstance(n, int):
            text = "([AO]{%d})" % n if action.option_strings else "(-*" + "-*".join("A" * n) + "-*)"
        else:
            text = table.get(n)
        if action.option_strings:
            text = text.replace("-*", "").replace("-", "")
        return text

    def take_positionals(self, start):
        chosen = []
        for count in range(len(self.positionals), 0, -1):
            m = _re.match("".join(map(self.pattern, self.positionals[:count])), self.kinds[start:])
            if m:
                chosen = [len(g) for g in m.groups()]
                break
        used = 0
        for action, n in zip(self.positionals, chosen):
            if n == 0 and action.nargs not in (PARSER, REMAINDER, SUPPRESS) and any(k >= start for k in self.options):
                break
            strings = self.args[start:start + n]
            if action.nargs == PARSER and strings and strings[0] == "--":
                strings = strings[1:]
            start += n
            used += 1
            self.perform(action, strings)
        self.positionals = self.positionals[used:]
        return start

    def take_option(self, i):
        action, name, explicit = self.options[i]
        p = self.parser
        while True:
            if action is None:
                self.extras.append(self.args[i])
                return i + 1
            if explicit is None:
                m = _re.match(self.pattern(action) if action.nargs != 0 else "", self.kinds[i + 1:])
                if m is None:
                    raise ArgumentError(action, self.expected(action))
                n = m.end()
                self.perform(action, self.args[i + 1:i + 1 + n], name)
                return i + 1 + n
            short = name[1:2] not in p.prefix_chars
            if action.nargs == 0 and short and explicit != "":
                self.perform(action, [], name)
                name = name[0] + explicit[0]
                rest = explicit[1:]
                if name not in p._option_string_actions:
                    raise ArgumentError(action, f"ignored explicit argument {explicit!r}")
                action = p._option_string_actions[name]
                explicit = rest or None
                if explicit is not None and explicit.startswith("="):
                    explicit = explicit[1:]
                continue
            if action.nargs in (None, OPTIONAL, ZERO_OR_MORE, ONE_OR_MORE, 1):
                self.perform(action, [explicit], name)
                return i + 1
            if action.nargs == 0:
                raise ArgumentError(action, f"ignored explicit argument {explicit!r}")
            raise ArgumentError(action, self.expected(action))

    def expected(self, action):
        n = action.nargs
        if n is None:
            return "expected one argument"
        if n == OPTIONAL:
            return "expected at most one argument"
        if n == ONE_OR_MORE:
            return "expected at least one argument"
        return f"expected {n} argument{'s' if n != 1 else ''}"

    def perform(self, action, strings, option=None):
        value = self.parser._values(action, strings) if action.nargs != 0 else []
        if action not in self.seen:
            self.seen.append(action)
        if option is not None or strings or action.nargs not in (OPTIONAL, ZERO_OR_MORE):
            for group in self.parser._mutually_exclusive_groups:
                if action in group._group_actions:
                    for other in group._group_actions:
                        if other is not action and other in self.given:
                            raise ArgumentError(action, f"not allowed with argument {_name_of(other)}")
            self.given.append(action)
        if value is not SUPPRESS:
            action(self.parser, self.namespace, value, option)

    @property
    def given(self):
        return self.__dict__.setdefault("_given", [])

    def finish(self):
        missing = []
        for action in self.parser._actions:
            if action in self.seen:
                continue
            if action.required:
                missing.append(_name_of(action))
            elif isinstance(action.default, str) and action.dest is not SUPPRESS and \
                    getattr(self.namespace, action.dest, None) is action.default and action.default is not SUPPRESS:
                setattr(self.namespace, action.dest, self.parser._convert(action, action.default))
        if missing:
            raise ArgumentError(None, f"the following arguments are required: {', '.join(missing)}")
        for group in self.parser._mutually_exclusive_groups:
            if group.required and not any(a in self.given for a in group._group_actions):
                names = [_name_of(a) for a in group._group_actions if a.help is not SUPPRESS]
                raise ArgumentError(None, f"one of the arguments {' '.join(names)} is required")
