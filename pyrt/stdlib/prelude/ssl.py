"""Secured connections: the sandbox has no network. What configures them can be named."""

from enum import IntEnum, IntFlag

CERT_NONE, CERT_OPTIONAL, CERT_REQUIRED = 0, 1, 2
OPENSSL_VERSION, OPENSSL_VERSION_INFO, OPENSSL_VERSION_NUMBER = "none", (0, 0, 0, 0, 0), 0
HAS_SNI = HAS_ALPN = HAS_TLSv1_2 = HAS_TLSv1_3 = True
PROTOCOL_TLS, PROTOCOL_TLS_CLIENT, PROTOCOL_TLS_SERVER = 2, 16, 17


class SSLError(OSError):
    pass


class SSLZeroReturnError(SSLError):
    pass


class SSLWantReadError(SSLError):
    pass


class SSLWantWriteError(SSLError):
    pass


class SSLEOFError(SSLError):
    pass


class SSLCertVerificationError(SSLError, ValueError):
    pass


CertificateError = SSLCertVerificationError


class VerifyMode(IntEnum):
    CERT_NONE, CERT_OPTIONAL, CERT_REQUIRED = 0, 1, 2


class TLSVersion(IntEnum):
    MINIMUM_SUPPORTED, SSLv3, TLSv1, TLSv1_1, TLSv1_2, TLSv1_3, MAXIMUM_SUPPORTED = -2, 768, 769, 770, 771, 772, -1


class Purpose(IntEnum):
    SERVER_AUTH, CLIENT_AUTH = 1, 2


def _refuse(name):
    raise PermissionError(1, f"the sandbox does not allow ssl.{name}: a migration under test must not reach the network")


class SSLContext:
    def __init__(self, protocol=PROTOCOL_TLS):
        self.protocol, self.check_hostname, self.verify_mode = protocol, protocol == PROTOCOL_TLS_CLIENT, CERT_NONE
        self.minimum_version, self.maximum_version, self.options = TLSVersion.MINIMUM_SUPPORTED, TLSVersion.MAXIMUM_SUPPORTED, 0

    def load_verify_locations(self, cafile=None, capath=None, cadata=None):
        pass

    def load_cert_chain(self, certfile, keyfile=None, password=None):
        pass

    def load_default_certs(self, purpose=None):
        pass

    def set_ciphers(self, ciphers):
        pass

    def set_alpn_protocols(self, protocols):
        pass

    def wrap_socket(self, *args, **kwargs):
        _refuse("SSLContext.wrap_socket")


def create_default_context(purpose=Purpose.SERVER_AUTH, *, cafile=None, capath=None, cadata=None):
    context = SSLContext(PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = True, CERT_REQUIRED
    return context


def get_server_certificate(addr, ssl_version=None, ca_certs=None, timeout=None):
    _refuse("get_server_certificate")


def wrap_socket(*args, **kwargs):
    _refuse("wrap_socket")


class SSLSocket:
    def __init__(self, *args, **kwargs):
        _refuse("SSLSocket")
