"""Headers as strings that know what they say."""

import re
from email import _addresses, _folding, _words, errors, utils

__all__ = ["Address", "Group", "HeaderRegistry"]

_SPECIAL = re.compile(r'[][()<>@,:;".\\]')
_TOKEN = re.compile(r"""[^\s()<>@,;:\\"/\[\]?=]+""")


def _shown(name):
    return f'"{utils.quote(name)}"' if _SPECIAL.search(name) else name


class Address:
    def __init__(self, display_name="", username="", domain="", addr_spec=None):
        if any("\r" in s or "\n" in s for s in filter(None, (display_name, username, domain, addr_spec))):
            raise ValueError("invalid arguments; address parts cannot contain CR or LF")
        if addr_spec is not None:
            if username or domain:
                raise TypeError("addrspec specified when username and/or domain also specified")
            parts = _split_spec(addr_spec)
            if parts is None:
                raise errors.HeaderParseError(f"expected local-part but found {addr_spec!r}")
            if not parts[1] and addr_spec.rstrip().endswith("@"):
                raise errors.HeaderParseError("expected domain but found ''")
            if not parts[1]:
                raise errors.InvalidHeaderDefect("addr-spec local part with no domain")
            username, domain = parts
        self._display_name, self._username, self._domain = display_name, username, domain

    display_name = property(lambda self: self._display_name)
    username = property(lambda self: self._username)
    domain = property(lambda self: self._domain)

    @property
    def addr_spec(self):
        name = self.username
        if re.search(r'[][()<>@,:;"\\ \t]', name):
            name = f'"{utils.quote(name)}"'
        return f"{name}@{self.domain}" if self.domain else name or "<>"

    def __repr__(self):
        return f"{self.__class__.__name__}(display_name={self.display_name!r}, username={self.username!r}, domain={self.domain!r})"

    def __str__(self):
        name, spec = _shown(self.display_name), self.addr_spec
        return f"{name} <{'' if spec == '<>' else spec}>" if name else spec

    def __eq__(self, other):
        if not isinstance(other, Address):
            return NotImplemented
        return (self.display_name, self.username, self.domain) == (other.display_name, other.username, other.domain)


class Group:
    def __init__(self, display_name=None, addresses=None):
        self._display_name, self._addresses = display_name, tuple(addresses) if addresses else ()

    display_name = property(lambda self: self._display_name)
    addresses = property(lambda self: self._addresses)

    def __repr__(self):
        return f"{self.__class__.__name__}(display_name={self.display_name!r}, addresses={self.addresses!r}"

    def __str__(self):
        if self.display_name is None and len(self.addresses) == 1:
            return str(self.addresses[0])
        inner = ", ".join(str(x) for x in self.addresses)
        name = self.display_name
        return f"{name if name is None else _shown(name)}:{' ' + inner if inner else inner};"

    def __eq__(self, other):
        if not isinstance(other, Group):
            return NotImplemented
        return self.display_name == other.display_name and self.addresses == other.addresses


def _split_spec(text):
    """user and domain of an address, None if it is none."""
    found = [(k, t) for k, t in _addresses.tokens(text) if k not in "wc"]
    at = [i for i, (k, t) in enumerate(found) if t == "@" and k == "s"]
    if not found:
        return None
    i = at[-1] if at else len(found)
    user = "".join(_addresses.unquoted(t[1:-1]) if k == "q" else t for k, t in found[:i])
    return user, "".join(t for _, t in found[i + 1:])


def _groups(text):
    out, defects = [], []
    for name, members in _addresses.split(text):
        found = []
        for m in members:
            if not any(k != "w" for k, _ in m):
                continue
            display, spec, _ = _addresses.mailbox(m, True)
            marks = [t for k, t in m if k == "s"]
            user, domain = _split_spec(spec) or ("", "")
            if not marks or set(marks) == {"."}:
                user = _addresses.phrase(m)
            elif "<" not in marks and marks.count("@") > 1 or domain.endswith("."):
                user = domain = ""
            if not domain:
                defects.append(errors.InvalidHeaderDefect("invalid address in address-list"))
            found.append(Address(display, user, domain))
        if name is not None:
            out.append(Group(_addresses.phrase(name), found))
        else:
            out += [Group(None, [a]) for a in found]
    return out, defects


class BaseHeader(str):
    max_count = None

    def __new__(cls, name, value):
        kw = {"defects": []}
        cls.parse(value, kw)
        if any(0xDC80 <= ord(c) <= 0xDCFF for c in kw["decoded"]):
            kw["decoded"] = kw["decoded"].encode("ascii", "surrogateescape").decode("ascii", "replace")
        self = str.__new__(cls, kw.pop("decoded"))
        self.init(name, **kw)
        return self

    def init(self, name, *, parse_tree, defects):
        self._name, self._parse_tree, self._defects = name, parse_tree, defects

    def __deepcopy__(self, memo):
        return self

    name = property(lambda self: self._name)
    defects = property(lambda self: tuple(self._defects))

    @classmethod
    def parse(cls, value, kwds):
        kwds["parse_tree"] = _folding.words(_words.plain(value))
        kwds["decoded"] = kwds["parse_tree"].text

    def fold(self, *, policy):
        return _folding.fold(self.name, self._parse_tree, policy)


class UnstructuredHeader:
    max_count = None

    @classmethod
    def parse(cls, value, kwds):
        BaseHeader.parse.__func__(cls, value, kwds)


class UniqueUnstructuredHeader(UnstructuredHeader):
    max_count = 1


class DateHeader:
    max_count = None

    @classmethod
    def parse(cls, value, kwds):
        kwds["datetime"] = None
        if not value:
            kwds["defects"].append(errors.HeaderMissingRequiredValue())
            value = ""
        elif isinstance(value, str):
            try:
                kwds["datetime"] = value, utils.parsedate_to_datetime(value)
                kwds["datetime"] = kwds["datetime"][1]
                value = utils.format_datetime(kwds["datetime"])
            except ValueError:
                kwds["defects"].append(errors.InvalidDateDefect("Invalid date value or format"))
        else:
            kwds["datetime"], value = value, utils.format_datetime(value)
        kwds["decoded"] = value
        kwds["parse_tree"] = _folding.words(value)

    def init(self, *args, **kw):
        self._datetime = kw.pop("datetime")
        super().init(*args, **kw)

    datetime = property(lambda self: self._datetime)


class UniqueDateHeader(DateHeader):
    max_count = 1


class AddressHeader:
    max_count = None

    @classmethod
    def parse(cls, value, kwds):
        if isinstance(value, str):
            groups, defects = _groups(value)
            kwds["defects"] += defects
            kwds["decoded"] = ", ".join(str(g) for g in groups)
            tree = _folding.address_list(value)
        else:
            value = value if hasattr(value, "__iter__") else [value]
            groups = [Group(None, [item]) if not hasattr(item, "addresses") else item for item in value]
            kwds["decoded"] = ", ".join(str(g) for g in groups)
            tree = _folding.address_list(kwds["decoded"])
        kwds["groups"], kwds["parse_tree"] = groups, tree

    def init(self, *args, **kw):
        self._groups = tuple(kw.pop("groups"))
        super().init(*args, **kw)

    groups = property(lambda self: self._groups)
    addresses = property(lambda self: tuple(a for g in self._groups for a in g.addresses))


class UniqueAddressHeader(AddressHeader):
    max_count = 1


class SingleAddressHeader(AddressHeader):
    @property
    def address(self):
        if len(self.addresses) != 1:
            raise ValueError(f"value of single address header {self.name} is not a single address")
        return self.addresses[0]


class UniqueSingleAddressHeader(SingleAddressHeader):
    max_count = 1


class MIMEVersionHeader:
    max_count = 1

    @classmethod
    def parse(cls, value, kwds):
        m = re.fullmatch(r"\s*(\d+)\s*\.\s*(\d+)\s*", re.sub(r"\([^)]*\)", "", value))
        kwds["decoded"], kwds["parse_tree"] = value, _folding.words(value)
        kwds["major"], kwds["minor"] = (int(m[1]), int(m[2])) if m else (None, None)
        if not m:
            kwds["defects"].append(errors.HeaderMissingRequiredValue("Missing MIME version number (eg: 1.0)") if not value.strip() else
                                   errors.InvalidHeaderDefect("Expected MIME version number"))

    def init(self, *args, **kw):
        self._major, self._minor = kw.pop("major"), kw.pop("minor")
        self._version = None if self._minor is None else f"{self._major}.{self._minor}"
        super().init(*args, **kw)

    major = property(lambda self: self._major)
    minor = property(lambda self: self._minor)
    version = property(lambda self: self._version)


def _params(text):
    """The parameters after the first word of a header, those in sections joined."""
    raw = []
    for m in re.finditer(r';\s*([^\s=;]+)\s*(?:=\s*("(?:[^"\\]|\\.)*"?|[^;]*))?', text):
        raw.append((m[1], (m[2] or "").strip()))
    out = {}
    for name, value in utils.decode_params([("", "")] + raw)[1:]:
        if isinstance(value, tuple):
            value = utils.collapse_rfc2231_value((value[0], value[1], utils.unquote(value[2])))
        else:
            value = _words.plain(utils.unquote(value))
        out.setdefault(name, value)
    return out


class ParameterizedMIMEHeader:
    max_count = 1

    def init(self, *args, **kw):
        self._params = kw.pop("params")
        super().init(*args, **kw)

    @property
    def params(self):
        from types import MappingProxyType
        return MappingProxyType(self._params)

    @classmethod
    def _values(cls, value, kwds, first):
        params = _params(value)
        kwds["params"] = {k.lower(): v for k, v in params.items()}
        kwds["decoded"] = first + "".join(f'; {k}="{utils.quote(v)}"' if v else f"; {k}" for k, v in params.items())
        parts = [_folding.Node(first, coded=False)]
        if params:
            parts.append(_folding.Node("; ", coded=False, params=list(params.items())))
        kwds["parse_tree"] = _folding.Node(kwds["decoded"], parts, coded=False)


class ContentTypeHeader(ParameterizedMIMEHeader):
    @classmethod
    def parse(cls, value, kwds):
        first = value.partition(";")[0].strip()
        main, slash, sub = (s.strip().lower() for s in re.sub(r"\([^()]*\)", "", first).partition("/"))
        if not slash or not _TOKEN.fullmatch(main) or not _TOKEN.fullmatch(sub):
            kwds["defects"].append(errors.InvalidHeaderDefect("invalid content type"))
            main, sub = "text", "plain"
            kwds["maintype"], kwds["subtype"], kwds["params"], kwds["decoded"] = main, sub, {}, value
            kwds["parse_tree"] = _folding.words(value)
            return
        kwds["maintype"], kwds["subtype"] = main, sub
        cls._values(value, kwds, first)

    def init(self, *args, **kw):
        self._maintype, self._subtype = kw.pop("maintype"), kw.pop("subtype")
        super().init(*args, **kw)

    maintype = property(lambda self: self._maintype)
    subtype = property(lambda self: self._subtype)
    content_type = property(lambda self: self._maintype + "/" + self._subtype)


class ContentDispositionHeader(ParameterizedMIMEHeader):
    @classmethod
    def parse(cls, value, kwds):
        first = value.partition(";")[0].strip()
        kwds["content_disposition"] = first.lower() or None
        if not first:
            kwds["defects"].append(errors.HeaderMissingRequiredValue("Expected content disposition"))
        cls._values(value, kwds, first)

    def init(self, *args, **kw):
        self._content_disposition = kw.pop("content_disposition")
        super().init(*args, **kw)

    content_disposition = property(lambda self: self._content_disposition)


class ContentTransferEncodingHeader:
    max_count = 1

    @classmethod
    def parse(cls, value, kwds):
        kwds["decoded"], kwds["parse_tree"] = value, _folding.words(value)
        kwds["cte"] = value.strip().lower() or "7bit"

    def init(self, *args, **kw):
        self._cte = kw.pop("cte")
        super().init(*args, **kw)

    cte = property(lambda self: self._cte)


class MessageIDHeader:
    max_count = 1

    @classmethod
    def parse(cls, value, kwds):
        m = re.match(r"\s*<[^<>\s]+>\s*", value)
        if m is None:
            kwds["defects"].append(_no_id(value))
        elif m.end() < len(value):
            kwds["defects"].append(errors.InvalidHeaderDefect(f"Unexpected {value[m.end():]!r}"))
        value = m[0] if m else value
        kwds["decoded"], kwds["parse_tree"] = value, _folding.Node(value, whole=None if m else True, coded=m is None)


def _no_id(text):
    return errors.InvalidHeaderDefect(f"Invalid msg-id: {errors.HeaderParseError(f'expected msg-id but found {text!r}')!r}")


class ReferencesHeader:
    max_count = 1

    @classmethod
    def parse(cls, value, kwds):
        parts = []
        for word in re.findall(r"\s+|\S+", value):
            known = re.fullmatch(r"<[^<>]+>|\s+", word)
            if not known:
                kwds["defects"].append(_no_id(word))
            parts.append(_folding.Node(word, coded=word.isspace() or not known))
        kwds["decoded"], kwds["parse_tree"] = value, _folding.tree(parts)


_default_header_map = {
    "subject": UniqueUnstructuredHeader, "date": UniqueDateHeader, "resent-date": DateHeader, "orig-date": UniqueDateHeader,
    "sender": UniqueSingleAddressHeader, "resent-sender": SingleAddressHeader, "to": UniqueAddressHeader, "resent-to": AddressHeader,
    "cc": UniqueAddressHeader, "resent-cc": AddressHeader, "bcc": UniqueAddressHeader, "resent-bcc": AddressHeader, "from": UniqueAddressHeader,
    "resent-from": AddressHeader, "reply-to": UniqueAddressHeader, "mime-version": MIMEVersionHeader, "content-type": ContentTypeHeader,
    "content-disposition": ContentDispositionHeader, "content-transfer-encoding": ContentTransferEncodingHeader, "message-id": MessageIDHeader,
    "in-reply-to": ReferencesHeader, "references": ReferencesHeader}


class HeaderRegistry:
    def __init__(self, base_class=BaseHeader, default_class=UnstructuredHeader, use_default_map=True):
        self.registry = dict(_default_header_map) if use_default_map else {}
        self.base_class, self.default_class, self._made = base_class, default_class, {}

    def map_to_type(self, name, cls):
        self.registry[name.lower()] = cls

    def __getitem__(self, name):
        cls = self.registry.get(name.lower(), self.default_class)
        if cls not in self._made:
            self._made[cls] = type("_" + cls.__name__, (cls, self.base_class), {})
        return self._made[cls]

    def __call__(self, name, value):
        return self[name](name, value)
