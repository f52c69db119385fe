"""Hashes."""

import _hashes
from _hashes import HASH as _HASH

algorithms_guaranteed = {"md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_224", "sha3_256", "sha3_384", "sha3_512",
                         "shake_128", "shake_256", "blake2b", "blake2s"}
algorithms_available = set(algorithms_guaranteed) | {"sha512_224", "sha512_256"}
__all__ = tuple(sorted(algorithms_guaranteed)) + ("new", "algorithms_guaranteed", "algorithms_available", "file_digest", "pbkdf2_hmac")


def new(name, data=b"", *, usedforsecurity=True, string=None, **options):
    if name in ("blake2b", "blake2s"):
        return globals()[name](data, **options)
    return _hashes.new(name, data if string is None else string)


def _maker(name):
    def make(data=b"", *, usedforsecurity=True, string=None):
        return _hashes.new(name, data if string is None else string)
    make.__name__ = make.__qualname__ = "openssl_" + name
    return make


md5, sha1, sha224, sha256, sha384, sha512 = map(_maker, ("md5", "sha1", "sha224", "sha256", "sha384", "sha512"))
sha3_224, sha3_256, sha3_384, sha3_512 = map(_maker, ("sha3_224", "sha3_256", "sha3_384", "sha3_512"))
shake_128, shake_256 = map(_maker, ("shake_128", "shake_256"))


class _Blake2:
    """BLAKE2 (RFC 7693) in plain integers: short inputs only need it."""

    _order = ((0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15), (14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3),
              (11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4), (7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8),
              (9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13), (2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9),
              (12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11), (13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10),
              (6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5), (10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0))
    _mix = ((0, 4, 8, 12), (1, 5, 9, 13), (2, 6, 10, 14), (3, 7, 11, 15), (0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14))

    def __init__(self, data=b"", /, *, digest_size=None, key=b"", salt=b"", person=b"", fanout=1, depth=1, leaf_size=0, node_offset=0,
                 node_depth=0, inner_size=0, last_node=False, usedforsecurity=True):
        if digest_size is None:
            digest_size = self.MAX_DIGEST_SIZE
        if not 1 <= digest_size <= self.MAX_DIGEST_SIZE:
            raise ValueError(f"digest_size for {self.name.replace("b", "B", 1)} must be between 1 and {self.MAX_DIGEST_SIZE} bytes, here it is {digest_size}")
        if len(key) > self.MAX_KEY_SIZE:
            raise ValueError(f"maximum key length is {self.MAX_KEY_SIZE} bytes")
        if len(salt) > self.SALT_SIZE:
            raise ValueError(f"maximum salt length is {self.SALT_SIZE} bytes")
        if len(person) > self.PERSON_SIZE:
            raise ValueError(f"maximum person length is {self.PERSON_SIZE} bytes")
        self.digest_size = digest_size
        word = self._bits // 8
        if self._bits == 64:
            block = bytes((digest_size, len(key), fanout, depth)) + leaf_size.to_bytes(4, "little") + node_offset.to_bytes(8, "little") + \
                bytes((node_depth, inner_size)) + bytes(14) + salt.ljust(16, b"\0") + person.ljust(16, b"\0")
        else:
            block = bytes((digest_size, len(key), fanout, depth)) + leaf_size.to_bytes(4, "little") + node_offset.to_bytes(6, "little") + \
                bytes((node_depth, inner_size)) + salt.ljust(8, b"\0") + person.ljust(8, b"\0")
        self._h = [v ^ int.from_bytes(block[i * word:(i + 1) * word], "little") for i, v in enumerate(self._iv)]
        self._last = last_node
        self._n = 0
        self._rest = key.ljust(self.block_size, b"\0") if key else b""
        self.update(data)

    def copy(self):
        other = object.__new__(type(self))
        other.__dict__.update(self.__dict__)
        return other

    def update(self, data, /):
        if isinstance(data, str):
            raise TypeError("Strings must be encoded before hashing")
        rest, size = self._rest + bytes(data), self.block_size
        while len(rest) > size:
            self._n += size
            self._h = self._compress(self._h, rest[:size], self._n, False)
            rest = rest[size:]
        self._rest = rest

    def _compress(self, h, block, n, final):
        bits, mask, word = self._bits, 2 ** self._bits - 1, self._bits // 8
        m = [int.from_bytes(block[i:i + word], "little") for i in range(0, self.block_size, word)]
        v = h + list(self._iv)
        v[12] ^= n & mask
        v[13] ^= n >> bits
        if final:
            v[14] ^= mask
            if self._last:
                v[15] ^= mask
        r1, r2, r3, r4 = self._turns
        for i in range(self._rounds):
            s = self._order[i % 10]
            for j, (a, b, c, d) in enumerate(self._mix):
                for x, ra, rb in ((m[s[2 * j]], r1, r2), (m[s[2 * j + 1]], r3, r4)):
                    v[a] = (v[a] + v[b] + x) & mask
                    t = v[d] ^ v[a]
                    v[d] = (t >> ra | t << (bits - ra)) & mask
                    v[c] = (v[c] + v[d]) & mask
                    t = v[b] ^ v[c]
                    v[b] = (t >> rb | t << (bits - rb)) & mask
        return [h[i] ^ v[i] ^ v[i + 8] for i in range(8)]

    def digest(self):
        h = self._compress(self._h, self._rest.ljust(self.block_size, b"\0"), self._n + len(self._rest), True)
        return b"".join(x.to_bytes(self._bits // 8, "little") for x in h)[:self.digest_size]

    def hexdigest(self):
        return self.digest().hex()


class blake2b(_Blake2):
    name = "blake2b"
    block_size, MAX_DIGEST_SIZE, MAX_KEY_SIZE, SALT_SIZE, PERSON_SIZE = 128, 64, 64, 16, 16
    _bits, _rounds, _turns = 64, 12, (32, 24, 16, 63)
    _iv = (0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1, 0x510e527fade682d1, 0x9b05688c2b3e6c1f,
           0x1f83d9abfb41bd6b, 0x5be0cd19137e2179)


class blake2s(_Blake2):
    name = "blake2s"
    block_size, MAX_DIGEST_SIZE, MAX_KEY_SIZE, SALT_SIZE, PERSON_SIZE = 64, 32, 32, 8, 8
    _bits, _rounds, _turns = 32, 10, (16, 12, 8, 7)
    _iv = (0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19)


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    return _hashes.pbkdf2(hash_name, password, salt, iterations, dklen)


def scrypt(password, *, salt, n, r, p, maxmem=0, dklen=64):
    raise NotImplementedError("hashlib.scrypt is not part of this runtime")


def file_digest(fileobj, digest, /, *, _bufsize=262144):
    h = new(digest) if isinstance(digest, str) else digest()
    while chunk := fileobj.read(_bufsize):
        h.update(chunk)
    return h
