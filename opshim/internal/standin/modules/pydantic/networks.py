# Addresses: texts that can be put together and taken apart.

from urllib.parse import urlsplit as _urlsplit


class AnyUrl(str):
    @classmethod
    def _from_text(cls, text):
        return cls(text)

    @classmethod
    def build(cls, *, scheme, username=None, user=None, password=None, host=None, port=None, path=None, query=None, fragment=None, **parts):
        text = scheme + "://"
        name = username if username is not None else user
        if name is not None or password is not None:
            text += "" if name is None else str(name)
            text += "" if password is None else ":" + str(password)
            text += "@"
        text += "" if host is None else str(host)
        text += "" if port is None else ":" + str(port)
        if path:
            text += "/" + path.removeprefix("/")
        text += "" if not query else "?" + query
        text += "" if not fragment else "#" + fragment
        return cls(text)

    @property
    def scheme(self):
        return self.partition("://")[0]

    @property
    def host(self):
        return _urlsplit(str(self)).hostname

    @property
    def port(self):
        return _urlsplit(str(self)).port

    @property
    def username(self):
        return _urlsplit(str(self)).username

    user = username

    @property
    def password(self):
        return _urlsplit(str(self)).password

    @property
    def path(self):
        return _urlsplit(str(self)).path or None

    @property
    def query(self):
        return _urlsplit(str(self)).query or None

    def hosts(self):
        return [{"username": self.username, "password": self.password, "host": self.host, "port": self.port}]

    def unicode_string(self):
        return str(self)

    def encoded_string(self):
        return str(self)


class AnyHttpUrl(AnyUrl):
    pass


class HttpUrl(AnyHttpUrl):
    pass


class FileUrl(AnyUrl):
    pass


class PostgresDsn(AnyUrl):
    pass


class CockroachDsn(AnyUrl):
    pass


class MySQLDsn(AnyUrl):
    pass


class MariaDBDsn(AnyUrl):
    pass


class RedisDsn(AnyUrl):
    pass


class AmqpDsn(AnyUrl):
    pass


class MongoDsn(AnyUrl):
    pass


class KafkaDsn(AnyUrl):
    pass


Url = AnyUrl
