"""Taking URLs apart and putting them together."""

from collections import namedtuple
import re
import unicodedata

__all__ = ["urlparse", "urlunparse", "urljoin", "urldefrag", "urlsplit", "urlunsplit", "urlencode", "parse_qs", "parse_qsl", "quote",
           "quote_plus", "quote_from_bytes", "unquote", "unquote_plus", "unquote_to_bytes", "DefragResult", "ParseResult", "SplitResult",
           "DefragResultBytes", "ParseResultBytes", "SplitResultBytes"]

uses_relative = ["", "ftp", "http", "gopher", "nntp", "imap", "wais", "file", "https", "shttp", "mms", "prospero", "rtsp", "rtsps", "rtspu",
                 "sftp", "svn", "svn+ssh", "ws", "wss"]
uses_netloc = ["", "ftp", "http", "gopher", "nntp", "telnet", "imap", "wais", "file", "mms", "https", "shttp", "snews", "prospero", "rtsp",
               "rtsps", "rtspu", "rsync", "svn", "svn+ssh", "sftp", "nfs", "git", "git+ssh", "ws", "wss", "itms-services"]
uses_params = ["", "ftp", "hdl", "prospero", "http", "imap", "https", "shttp", "rtsp", "rtsps", "rtspu", "sip", "sips", "mms", "sftp", "tel"]
non_hierarchical = ["gopher", "hdl", "mailto", "news", "telnet", "wais", "imap", "snews", "sip", "sips"]
uses_query = ["", "http", "wais", "imap", "https", "shttp", "mms", "gopher", "rtsp", "rtsps", "rtspu", "sip", "sips"]
uses_fragment = ["", "ftp", "hdl", "http", "gopher", "news", "nntp", "wais", "https", "shttp", "snews", "file", "prospero"]
scheme_chars = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-."
_strip_left = "".join(map(chr, range(33)))
_unsafe = ["\t", "\r", "\n"]


def _coerce(*args):
    """Text arguments and a function that makes results of the caller's kind."""
    is_str = isinstance(args[0], str)
    for arg in args[1:]:
        if arg and isinstance(arg, str) != is_str:
            raise TypeError("Cannot mix str and non-str arguments")
    if is_str:
        return args + (lambda x: x,)
    return tuple(x.decode("ascii", "strict") if x else "" for x in args) + \
        (lambda x: x.encode() if isinstance(x, (str, _Result)) else x,)


class _Result:
    """What parsed URLs have in common."""

    __slots__ = ()

    def encode(self, encoding="ascii", errors="strict"):
        return self._counterpart(*(x.encode(encoding, errors) for x in self))


class _Netloc:
    __slots__ = ()

    def _text(self, value):
        return value

    @property
    def _userinfo(self):
        at, colon = self._marks
        userinfo, have, _ = self.netloc.rpartition(at)
        if not have:
            return None, None
        username, have, password = userinfo.partition(colon)
        return username, password if have else None

    @property
    def _hostinfo(self):
        at, colon = self._marks
        left, right = self._brackets
        _, _, hostinfo = self.netloc.rpartition(at)
        _, have, bracketed = hostinfo.partition(left)
        if have:
            hostname, _, port = bracketed.partition(right)
            _, _, port = port.partition(colon)
        else:
            hostname, _, port = hostinfo.partition(colon)
        return hostname, port or None

    @property
    def username(self):
        return self._userinfo[0]

    @property
    def password(self):
        return self._userinfo[1]

    @property
    def hostname(self):
        hostname = self._hostinfo[0]
        if not hostname:
            return None
        percent = "%" if isinstance(hostname, str) else b"%"
        name, mark, zone = hostname.partition(percent)
        return name.lower() + mark + zone

    @property
    def port(self):
        port = self._hostinfo[1]
        if port is None:
            return None
        if not (port.isdigit() and port.isascii()):
            raise ValueError(f"Port could not be cast to integer value as {port!r}")
        port = int(port)
        if not 0 <= port <= 65535:
            raise ValueError("Port out of range 0-65535")
        return port

    def __class_getitem__(cls, item):
        return type(list[int])(cls, item)


class _StrNetloc(_Netloc):
    __slots__ = ()
    _marks = "@", ":"
    _brackets = "[", "]"


class _BytesNetloc(_Netloc):
    __slots__ = ()
    _marks = b"@", b":"
    _brackets = b"[", b"]"


class _BytesResult:
    __slots__ = ()

    def decode(self, encoding="ascii", errors="strict"):
        return self._counterpart(*(x.decode(encoding, errors) for x in self))


_Defrag = namedtuple("_DefragResultBase", "url fragment")
_Split = namedtuple("_SplitResultBase", "scheme netloc path query fragment")
_Parse = namedtuple("_ParseResultBase", "scheme netloc path params query fragment")


class DefragResult(_Defrag, _Result):
    __slots__ = ()

    def geturl(self):
        return self.url + "#" + self.fragment if self.fragment else self.url


class SplitResult(_Split, _StrNetloc, _Result):
    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)


class ParseResult(_Parse, _StrNetloc, _Result):
    __slots__ = ()

    def geturl(self):
        return urlunparse(self)


class DefragResultBytes(_Defrag, _BytesResult):
    __slots__ = ()

    def geturl(self):
        return self.url + b"#" + self.fragment if self.fragment else self.url


class SplitResultBytes(_Split, _BytesNetloc, _BytesResult):
    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)


class ParseResultBytes(_Parse, _BytesNetloc, _BytesResult):
    __slots__ = ()

    def geturl(self):
        return urlunparse(self)


DefragResult._counterpart, DefragResultBytes._counterpart = DefragResultBytes, DefragResult
SplitResult._counterpart, SplitResultBytes._counterpart = SplitResultBytes, SplitResult
ParseResult._counterpart, ParseResultBytes._counterpart = ParseResultBytes, ParseResult


def urlparse(url, scheme="", allow_fragments=True):
    url, scheme, back = _coerce(url, scheme)
    scheme, netloc, url, query, fragment = urlsplit(url, scheme, allow_fragments)
    params = ""
    if scheme in uses_params and ";" in url:
        url, params = _split_params(url)
    return back(ParseResult(scheme, netloc, url, params, query, fragment))


def _split_params(url):
    if "/" in url:
        i = url.find(";", url.rfind("/"))
        if i < 0:
            return url, ""
    else:
        i = url.find(";")
    return url[:i], url[i + 1:]


def _check_netloc(netloc):
    if not netloc or netloc.isascii():
        return
    n = netloc.replace("@", "").replace(":", "").replace("#", "").replace("?", "")
    netloc2 = unicodedata.normalize("NFKC", n)
    if n == netloc2:
        return
    for c in "/?#@:":
        if c in netloc2:
            raise ValueError(f"netloc {netloc!r} contains invalid characters under NFKC normalization")


def _check_brackets(netloc):
    before, have, rest = netloc.rpartition("@")[2].partition("[")
    if have:
        host, _, after = rest.partition("]")
        if before or after and not after.startswith(":"):
            raise ValueError("Invalid IPv6 URL")
        if host.startswith("v"):
            if not re.match(r"\Av[a-fA-F0-9]+\..+\z", host):
                raise ValueError("IPvFuture address is invalid")
        else:
            import ipaddress
            ip = ipaddress.ip_address(host)
            if isinstance(ip, ipaddress.IPv4Address):
                raise ValueError("An IPv4 address cannot be in brackets")


def urlsplit(url, scheme="", allow_fragments=True):
    url, scheme, back = _coerce(url, scheme)
    url = url.lstrip(_strip_left)
    scheme = scheme.strip(_strip_left)
    for c in _unsafe:
        url = url.replace(c, "")
        scheme = scheme.replace(c, "")
    netloc = query = fragment = ""
    i = url.find(":")
    if i > 0 and url[0].isascii() and url[0].isalpha() and all(c in scheme_chars for c in url[:i]):
        scheme, url = url[:i].lower(), url[i + 1:]
    if url[:2] == "//":
        end = min((k for k in (url.find(c, 2) for c in "/?#") if k >= 0), default=len(url))
        netloc, url = url[2:end], url[end:]
        if ("[" in netloc) != ("]" in netloc):
            raise ValueError("Invalid IPv6 URL")
        if "[" in netloc:
            _check_brackets(netloc)
    if allow_fragments and "#" in url:
        url, fragment = url.split("#", 1)
    if "?" in url:
        url, query = url.split("?", 1)
    _check_netloc(netloc)
    return back(SplitResult(scheme, netloc, url, query, fragment))


def urlunparse(components):
    scheme, netloc, url, params, query, fragment, back = _coerce(*components)
    if params:
        url = f"{url};{params}"
    return back(urlunsplit((scheme, netloc, url, query, fragment)))


def urlunsplit(components):
    scheme, netloc, url, query, fragment, back = _coerce(*components)
    if netloc:
        if url and url[:1] != "/":
            url = "/" + url
        url = "//" + netloc + url
    elif url[:2] == "//":
        url = "//" + url
    elif scheme and scheme in uses_netloc and (not url or url[:1] == "/"):
        url = "//" + url
    if scheme:
        url = scheme + ":" + url
    if query:
        url = url + "?" + query
    if fragment:
        url = url + "#" + fragment
    return back(url)


def urljoin(base, url, allow_fragments=True):
    if not base:
        return url
    if not url:
        return base
    base, url, back = _coerce(base, url)
    bscheme, bnetloc, bpath, bparams, bquery, bfragment = urlparse(base, "", allow_fragments)
    scheme, netloc, path, params, query, fragment = urlparse(url, bscheme, allow_fragments)
    if scheme != bscheme or scheme not in uses_relative:
        return back(url)
    if scheme in uses_netloc:
        if netloc:
            return back(urlunparse((scheme, netloc, path, params, query, fragment)))
        netloc = bnetloc
    if not path and not params:
        path = bpath
        params = bparams
        if not query:
            query = bquery
            if not fragment and False:
                fragment = bfragment
        return back(urlunparse((scheme, netloc, path, params, query, fragment)))
    base_parts = bpath.split("/")
    if base_parts[-1] != "":
        del base_parts[-1]
    if path[:1] == "/":
        segments = path.split("/")
    else:
        segments = base_parts + path.split("/")
        segments[1:-1] = filter(None, segments[1:-1])
    resolved = []
    for seg in segments:
        if seg == "..":
            if resolved:
                resolved.pop()
        elif seg != ".":
            resolved.append(seg)
    if segments[-1] in (".", ".."):
        resolved.append("")
    return back(urlunparse((scheme, netloc, "/".join(resolved) or "/", params, query, fragment)))


def urldefrag(url):
    url, back = _coerce(url)
    if "#" in url:
        s, n, p, a, q, frag = urlparse(url)
        defrag = urlunparse((s, n, p, a, q, ""))
    else:
        defrag, frag = url, ""
    return back(DefragResult(defrag, frag))


def unquote_to_bytes(string):
    if not string:
        return b""
    if isinstance(string, str):
        string = string.encode("utf-8")
    pieces = bytes(string).split(b"%")
    out = [pieces[0]]
    for item in pieces[1:]:
        try:
            out.append(bytes.fromhex(item[:2].decode("ascii")) if len(item) >= 2 else _bad())
            out.append(item[2:])
        except ValueError:
            out += [b"%", item]
    return b"".join(out)


def _bad():
    raise ValueError


_ascii_run = re.compile("([\x00-\x7f]+)")


def unquote(string, encoding="utf-8", errors="replace"):
    if isinstance(string, bytes):
        return unquote_to_bytes(string).decode("utf-8" if encoding is None else encoding, "replace" if errors is None else errors)
    if "%" not in string:
        string.split
        return string
    encoding = encoding or "utf-8"
    errors = errors or "replace"
    pieces = _ascii_run.split(string)
    return "".join(unquote_to_bytes(p).decode(encoding, errors) if i % 2 else p for i, p in enumerate(pieces))


def parse_qs(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace", max_num_fields=None, separator="&"):
    result = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing, encoding=encoding, errors=errors, max_num_fields=max_num_fields,
                                 separator=separator):
        result.setdefault(name, []).append(value)
    return result


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace", max_num_fields=None, separator="&"):
    if not separator or not isinstance(separator, (str, bytes)):
        raise ValueError("Separator must be of type string or bytes.")
    if not qs:
        return []
    is_str = isinstance(qs, str)
    if not is_str:
        qs = bytes(memoryview(qs))
        separator = separator.encode() if isinstance(separator, str) else separator
    plus, space, equal = ("+", " ", "=") if is_str else (b"+", b" ", b"=")
    if max_num_fields is not None and max_num_fields < 1 + qs.count(separator):
        raise ValueError("Max number of fields exceeded")

    def unq(s):
        s = s.replace(plus, space)
        return unquote(s, encoding=encoding, errors=errors) if is_str else unquote_to_bytes(s)
    out = []
    for pair in qs.split(separator):
        if pair or strict_parsing:
            name, have, value = pair.partition(equal)
            if not have and strict_parsing:
                raise ValueError(f"bad query field: {pair!r}")
            if value or keep_blank_values:
                out.append((unq(name), unq(value)))
    return out


def unquote_plus(string, encoding="utf-8", errors="replace"):
    return unquote(string.replace("+", " "), encoding, errors)


_SAFE = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~")


def quote(string, safe="/", encoding=None, errors=None):
    if isinstance(string, str):
        if not string:
            return string
        string = string.encode(encoding or "utf-8", errors or "strict")
    else:
        if encoding is not None:
            raise TypeError("quote() doesn't support 'encoding' for bytes")
        if errors is not None:
            raise TypeError("quote() doesn't support 'errors' for bytes")
    return quote_from_bytes(string, safe)


def quote_plus(string, safe="", encoding=None, errors=None):
    if isinstance(string, str) and " " not in string or isinstance(string, bytes) and b" " not in string:
        return quote(string, safe, encoding, errors)
    space = " " if isinstance(safe, str) else b" "
    return quote(string, safe + space, encoding, errors).replace(" ", "+")


def quote_from_bytes(bs, safe="/"):
    if not isinstance(bs, (bytes, bytearray)):
        raise TypeError("quote_from_bytes() expected bytes")
    if not bs:
        return ""
    if isinstance(safe, str):
        safe = safe.encode("ascii", "ignore")
    allowed = _SAFE | {c for c in safe if c < 128}
    return "".join(chr(c) if c in allowed else f"%{c:02X}" for c in bs)


def urlencode(query, doseq=False, safe="", encoding=None, errors=None, quote_via=quote_plus):
    if hasattr(query, "items"):
        query = query.items()
    else:
        try:
            if len(query) and not isinstance(query[0], tuple):
                raise TypeError
        except TypeError:
            raise TypeError("not a valid non-string sequence or mapping object") from None

    def q(v):
        if isinstance(v, bytes):
            return quote_via(v, safe)
        return quote_via(str(v), safe, encoding, errors)
    out = []
    for k, v in query:
        k = q(k)
        if not doseq or isinstance(v, (bytes, str)):
            out.append(k + "=" + q(v))
            continue
        try:
            len(v)
        except TypeError:
            out.append(k + "=" + q(v))
        else:
            for e in v:
                out.append(k + "=" + q(e))
    return "&".join(out)
