"""Requests: they can be put together, but the sandbox has no network."""

from urllib.error import ContentTooShortError, HTTPError, URLError
from urllib.parse import quote, unquote, urlsplit

__all__ = ["Request", "urlopen", "urlretrieve", "urlcleanup", "pathname2url", "url2pathname", "getproxies", "build_opener", "install_opener",
           "OpenerDirector", "BaseHandler", "HTTPHandler", "HTTPSHandler", "ProxyHandler", "HTTPRedirectHandler", "HTTPBasicAuthHandler",
           "HTTPCookieProcessor"]


class Request:
    def __init__(self, url, data=None, headers={}, origin_req_host=None, unverifiable=False, method=None):
        self.full_url, self._data, self.headers, self.unredirected_hdrs = url, data, {}, {}
        for key, value in headers.items():
            self.add_header(key, value)
        self.origin_req_host, self.unverifiable = origin_req_host or self.host, unverifiable
        if method:
            self.method = method

    @property
    def full_url(self):
        return f"{self._full_url}#{self.fragment}" if self.fragment else self._full_url

    @full_url.setter
    def full_url(self, url):
        url = url.strip("<> ").removeprefix("URL:")
        self._full_url, _, fragment = url.partition("#")
        self.fragment = fragment or None
        parts = urlsplit(self._full_url)
        if not parts.scheme:
            raise ValueError(f"unknown url type: {self.full_url!r}")
        self.type, self.host = parts.scheme, unquote(parts.netloc) if parts.netloc else None
        self.selector = (parts.path or "/" if not parts.query else parts.path or "/") + ("?" + parts.query if parts.query else "")

    @property
    def data(self):
        return self._data

    @data.setter
    def data(self, data):
        if data != self._data:
            self._data = data
            self.remove_header("Content-length")

    def get_method(self):
        return getattr(self, "method", "POST" if self._data is not None else "GET")

    def get_full_url(self):
        return self.full_url

    def add_header(self, key, val):
        self.headers[key.capitalize()] = val

    def add_unredirected_header(self, key, val):
        self.unredirected_hdrs[key.capitalize()] = val

    def has_header(self, name):
        return name in self.headers or name in self.unredirected_hdrs

    def get_header(self, name, default=None):
        return self.headers.get(name, self.unredirected_hdrs.get(name, default))

    def remove_header(self, name):
        self.headers.pop(name, None)
        self.unredirected_hdrs.pop(name, None)

    def header_items(self):
        return list({**self.unredirected_hdrs, **self.headers}.items())

    def set_proxy(self, host, type):
        self.host, self.type = host, type

    def has_proxy(self):
        return False


def _refuse(name):
    raise PermissionError(1, f"the sandbox does not allow urllib.request.{name}: a migration under test must not reach the network")


def urlopen(url, data=None, timeout=None, *, context=None):
    _refuse("urlopen")


def urlretrieve(url, filename=None, reporthook=None, data=None):
    _refuse("urlretrieve")


def urlcleanup():
    pass


def pathname2url(pathname, *, add_scheme=False):
    return ("file:" if add_scheme else "") + quote(pathname)


def url2pathname(url, *, require_scheme=False, resolve_host=False):
    return unquote(url)


def getproxies():
    return {}


class BaseHandler:
    handler_order = 500

    def __init__(self, *args, **kwargs):
        pass


class HTTPHandler(BaseHandler):
    pass


class HTTPSHandler(BaseHandler):
    pass


class ProxyHandler(BaseHandler):
    pass


class HTTPRedirectHandler(BaseHandler):
    pass


class HTTPBasicAuthHandler(BaseHandler):
    pass


class HTTPCookieProcessor(BaseHandler):
    pass


class OpenerDirector:
    def __init__(self):
        self.addheaders, self.handlers = [("User-agent", "Python-urllib/3.14")], []

    def add_handler(self, handler):
        self.handlers.append(handler)

    def open(self, fullurl, data=None, timeout=None):
        _refuse("OpenerDirector.open")

    def close(self):
        pass


def build_opener(*handlers):
    opener = OpenerDirector()
    for h in handlers:
        opener.add_handler(h() if isinstance(h, type) else h)
    return opener


def install_opener(opener):
    pass
