"""Requests: the sandbox has no network."""

from http import HTTPStatus

HTTP_PORT, HTTPS_PORT = 80, 443
responses = {s: s.phrase for s in HTTPStatus}


class HTTPException(Exception):
    pass


class NotConnected(HTTPException):
    pass


class InvalidURL(HTTPException):
    pass


class UnknownProtocol(HTTPException):
    pass


class ImproperConnectionState(HTTPException):
    pass


class CannotSendRequest(ImproperConnectionState):
    pass


class CannotSendHeader(ImproperConnectionState):
    pass


class ResponseNotReady(ImproperConnectionState):
    pass


class BadStatusLine(HTTPException):
    def __init__(self, line):
        self.args = (line,)
        self.line = line


class RemoteDisconnected(ConnectionResetError, BadStatusLine):
    pass


class IncompleteRead(HTTPException):
    def __init__(self, partial, expected=None):
        self.args = (partial,)
        self.partial, self.expected = partial, expected


class HTTPConnection:
    default_port = HTTP_PORT

    def __init__(self, host, port=None, timeout=None, source_address=None, blocksize=8192):
        self.host, self.port, self.timeout = host, port or self.default_port, timeout

    def connect(self):
        raise PermissionError(1, f"the sandbox does not allow http.client.{type(self).__name__}: a migration under test must not reach the network")

    def request(self, method, url, body=None, headers={}, *, encode_chunked=False):
        self.connect()

    putrequest = request

    def getresponse(self):
        raise ResponseNotReady("Idle")

    def close(self):
        pass


class HTTPSConnection(HTTPConnection):
    default_port = HTTPS_PORT


class HTTPResponse:
    def __init__(self, *args, **kwargs):
        raise PermissionError(1, "the sandbox does not allow http.client.HTTPResponse: a migration under test must not reach the network")
