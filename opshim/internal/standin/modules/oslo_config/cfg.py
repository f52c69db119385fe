# Options and their defaults. There is no configuration file here: an option has
# its default, and one that nobody registered is an error by name.


class Error(Exception):
    pass


class NoSuchOptError(Error, AttributeError):
    def __init__(self, opt_name, group=None):
        self.opt_name = opt_name
        self.group = group

    def __str__(self):
        return "no such option %s in group [%s]" % (self.opt_name, self.group or "DEFAULT")


class Opt:
    def __init__(self, name, type=None, dest=None, default=None, **kw):
        self.name = name
        self.dest = dest or name.replace("-", "_")
        self.default = default
        self.help = kw.get("help")


class StrOpt(Opt):
    pass


class IntOpt(Opt):
    pass


class FloatOpt(Opt):
    pass


class BoolOpt(Opt):
    pass


class ListOpt(Opt):
    pass


class DictOpt(Opt):
    pass


class MultiOpt(Opt):
    pass


class MultiStrOpt(Opt):
    pass


class PortOpt(Opt):
    pass


class HostAddressOpt(Opt):
    pass


class HostnameOpt(Opt):
    pass


class IPOpt(Opt):
    pass


class URIOpt(Opt):
    pass


class SubCommandOpt(Opt):
    pass


class DeprecatedOpt:
    def __init__(self, name, group=None):
        self.name = name
        self.group = group


class OptGroup:
    def __init__(self, name, title=None, help=None, **kw):
        self.name = name
        self.title = title
        self.help = help


def _group_name(group):
    return getattr(group, "name", group) or "DEFAULT"


class _Group:
    def __init__(self, conf, name):
        self._conf = conf
        self._name = name

    def __getattr__(self, name):
        return self._conf._value(name, self._name)

    __getitem__ = __getattr__


class ConfigOpts:
    def __init__(self):
        self._options = {}
        self._overrides = {}

    def __call__(self, *args, **kw):
        return None

    def register_group(self, group):
        self._options.setdefault(_group_name(group), {})

    def register_opt(self, opt, group=None, cli=False):
        self._options.setdefault(_group_name(group), {})[opt.dest] = opt

    def register_opts(self, opts, group=None):
        for opt in opts:
            self.register_opt(opt, group)

    def register_cli_opt(self, opt, group=None):
        self.register_opt(opt, group)

    register_cli_opts = register_opts

    def set_default(self, name, default, group=None):
        self._overrides[_group_name(group), name] = default

    set_override = set_default

    def import_opt(self, name, module_str, group=None):
        __import__(module_str)

    def import_group(self, group, module_str):
        __import__(module_str)

    def _value(self, name, group):
        if name.startswith("__"):
            raise AttributeError(name)
        if (group, name) in self._overrides:
            return self._overrides[group, name]
        if name in self._options.get(group, {}):
            return self._options[group][name].default
        if group == "DEFAULT" and name in self._options:
            return _Group(self, name)
        raise NoSuchOptError(name, None if group == "DEFAULT" else group)

    def __getattr__(self, name):
        return self._value(name, "DEFAULT")

    def __getitem__(self, name):
        return self._value(name, "DEFAULT")

    def __contains__(self, name):
        return name in self._options.get("DEFAULT", {}) or name in self._options


CONF = ConfigOpts()
