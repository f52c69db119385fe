"""Keyed hashes (RFC 2104)."""

import _hashes
import hashlib as _hashlib

trans_5C = bytes(x ^ 0x5C for x in range(256))
trans_36 = bytes(x ^ 0x36 for x in range(256))
digest_size = None


def compare_digest(a, b, /):
    if isinstance(a, str) and isinstance(b, str):
        if not (a.isascii() and b.isascii()):
            raise TypeError("comparing strings with non-ASCII characters is not supported")
        return _hashes.equal(a.encode(), b.encode())
    if isinstance(a, str) or isinstance(b, str):
        raise TypeError(f"unsupported operand types(s) or combination of types: '{type(a).__name__}' and '{type(b).__name__}'")
    return _hashes.equal(a, b)


class HMAC:
    """The hash of a message and a key."""

    blocksize = 64

    def __init__(self, key, msg=None, digestmod=""):
        if not isinstance(key, (bytes, bytearray)):
            raise TypeError(f"key: expected bytes or bytearray, but got {type(key).__name__!r}")
        if not digestmod:
            raise TypeError("Missing required argument 'digestmod'.")
        if isinstance(digestmod, str):
            name = digestmod
        elif callable(digestmod):
            name = digestmod().name
        else:
            name = digestmod.new().name
        self._mac = _hashes.hmac(name, bytes(key))
        self.digest_size = self._mac.digest_size
        self.block_size = self._mac.block_size
        if msg is not None:
            self.update(msg)

    @property
    def name(self):
        return self._mac.name

    def update(self, msg):
        self._mac.update(msg)

    def copy(self):
        other = self.__class__.__new__(self.__class__)
        other.__dict__.update(self.__dict__)
        other._mac = self._mac.copy()
        return other

    def digest(self):
        return self._mac.digest()

    def hexdigest(self):
        return self._mac.hexdigest()


def new(key, msg=None, digestmod=""):
    return HMAC(key, msg, digestmod)


def digest(key, msg, digest):
    return HMAC(key, msg, digest).digest()
