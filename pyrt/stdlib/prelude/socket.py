"""The network: none in the sandbox."""

AF_UNSPEC, AF_UNIX, AF_INET, AF_INET6 = 0, 1, 2, 10
SOCK_STREAM, SOCK_DGRAM, SOL_SOCKET, SO_REUSEADDR, IPPROTO_TCP = 1, 2, 1, 2, 6
error = OSError
timeout = TimeoutError
has_ipv6 = False


class herror(OSError):
    pass


class gaierror(OSError):
    pass


def gethostname():
    return "localhost"


def getfqdn(name=""):
    return name or "localhost"


def getdefaulttimeout():
    return None


def setdefaulttimeout(timeout):
    pass


def inet_aton(ip):
    import ipaddress
    return ipaddress.IPv4Address(ip).packed


def htons(x):
    return (x & 255) << 8 | x >> 8


def _refuse(what):
    def f(*args, **kwargs):
        raise PermissionError(1, f"the sandbox does not allow socket.{what}")
    f.__name__ = f.__qualname__ = what
    return f


class socket:
    def __init__(self, *args, **kwargs):
        raise PermissionError(1, "the sandbox does not allow socket.socket")


for _n in ("create_connection", "create_server", "socketpair", "getaddrinfo", "gethostbyname", "gethostbyaddr", "fromfd"):
    globals()[_n] = _refuse(_n)
