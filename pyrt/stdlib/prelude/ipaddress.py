"""IP addresses, networks and interfaces."""

IPV4LENGTH = 32
IPV6LENGTH = 128


class AddressValueError(ValueError):
    pass


class NetmaskValueError(ValueError):
    pass


def ip_address(address):
    for kind in (IPv4Address, IPv6Address):
        try:
            return kind(address)
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError(f"{address!r} does not appear to be an IPv4 or IPv6 address")


def ip_network(address, strict=True):
    for kind in (IPv4Network, IPv6Network):
        try:
            return kind(address, strict)
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError(f"{address!r} does not appear to be an IPv4 or IPv6 network")


def ip_interface(address):
    for kind in (IPv4Interface, IPv6Interface):
        try:
            return kind(address)
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError(f"{address!r} does not appear to be an IPv4 or IPv6 interface")


def v4_int_to_packed(address):
    try:
        return address.to_bytes(4)
    except OverflowError:
        raise ValueError("Address negative or too large for IPv4") from None


def v6_int_to_packed(address):
    try:
        return address.to_bytes(16)
    except OverflowError:
        raise ValueError("Address negative or too large for IPv6") from None


def _split_mask(address):
    parts = str(address).split("/")
    if len(parts) > 2:
        raise AddressValueError(f"Only one '/' permitted in {address!r}")
    return parts


def _split_prefix(address):
    if not isinstance(address, tuple):
        address = _split_mask(address) if not isinstance(address, (bytes, int)) else (address,)
    if len(address) > 1:
        return address[0], address[1]
    return address[0], None


class _Base:
    """What addresses and networks have in common."""

    __slots__ = ()

    def __le__(self, other):
        less = self.__lt__(other)
        return less if less is NotImplemented else less or self == other

    def __gt__(self, other):
        less = self.__lt__(other)
        return less if less is NotImplemented else not less and self != other

    def __ge__(self, other):
        less = self.__lt__(other)
        return less if less is NotImplemented else not less

    @property
    def exploded(self):
        return self._explode()

    @property
    def compressed(self):
        return str(self)

    @property
    def reverse_pointer(self):
        return self._reverse_pointer()

    @property
    def version(self):
        return self._version

    @property
    def max_prefixlen(self):
        return self._bits

    @classmethod
    def _check_int(cls, address):
        if address < 0:
            raise AddressValueError(f"{address} (< 0) is not permitted as an IPv{cls._version} address")
        if address > cls._all:
            raise AddressValueError(f"{address} (>= 2**{cls._bits}) is not permitted as an IPv{cls._version} address")

    @classmethod
    def _check_packed(cls, address):
        if len(address) != cls._bits // 8:
            raise AddressValueError(f"{address!r} (len {len(address)} != {cls._bits // 8}) is not permitted as an IPv{cls._version} address")

    @classmethod
    def _mask_of(cls, prefix):
        return cls._all ^ (cls._all >> prefix)

    @classmethod
    def _prefix_of(cls, number):
        zeros = (number & -number).bit_length() - 1 if number else cls._bits
        zeros = min(zeros, cls._bits)
        prefix = cls._bits - zeros
        if number >> zeros != (1 << prefix) - 1:
            raise ValueError(f"Netmask pattern {number.to_bytes(cls._bits // 8)!r} mixes zeroes & ones")
        return prefix

    @classmethod
    def _bad_mask(cls, text):
        raise NetmaskValueError(f"{text!r} is not a valid netmask") from None

    @classmethod
    def _prefix_from_string(cls, text):
        if not (text.isascii() and text.isdigit()):
            cls._bad_mask(text)
        n = int(text)
        if not 0 <= n <= cls._bits:
            cls._bad_mask(text)
        return n

    @classmethod
    def _prefix_from_ip(cls, text):
        try:
            number = cls._parse(text)
        except AddressValueError:
            cls._bad_mask(text)
        try:
            return cls._prefix_of(number)
        except ValueError:
            pass
        try:
            return cls._prefix_of(number ^ cls._all)
        except ValueError:
            cls._bad_mask(text)

    @classmethod
    def _make_netmask(cls, arg):
        if isinstance(arg, int):
            prefix = arg
            if not 0 <= prefix <= cls._bits:
                cls._bad_mask(prefix)
        else:
            try:
                prefix = cls._prefix_from_string(arg)
            except NetmaskValueError:
                if cls._version == 6:
                    raise
                prefix = cls._prefix_from_ip(arg)
        return cls._address(cls._mask_of(prefix)), prefix

    def __reduce__(self):
        return self.__class__, (str(self),)


class _V4:
    __slots__ = ()
    _version = 4
    _all = 2 ** 32 - 1
    _bits = 32

    @classmethod
    def _parse(cls, text):
        if not text:
            raise AddressValueError("Address cannot be empty")
        octets = text.split(".")
        if len(octets) != 4:
            raise AddressValueError(f"Expected 4 octets in {text!r}")
        try:
            return int.from_bytes(map(cls._octet, octets))
        except ValueError as exc:
            raise AddressValueError(f"{exc} in {text!r}") from None

    @classmethod
    def _octet(cls, text):
        if not text:
            raise ValueError("Empty octet not permitted")
        if not (text.isascii() and text.isdigit()):
            raise ValueError(f"Only decimal digits permitted in {text!r}")
        if len(text) > 3:
            raise ValueError(f"At most 3 characters permitted in {text!r}")
        if text != "0" and text[0] == "0":
            raise ValueError(f"Leading zeros are not permitted in {text!r}")
        n = int(text)
        if n > 255:
            raise ValueError(f"Octet {n} (> 255) not permitted")
        return n

    @classmethod
    def _text(cls, number):
        return ".".join(map(str, number.to_bytes(4)))

    def _explode(self):
        return str(self)

    def _reverse_pointer(self):
        return ".".join(str(self).split(".")[::-1]) + ".in-addr.arpa"


class _V6:
    __slots__ = ()
    _version = 6
    _all = 2 ** 128 - 1
    _bits = 128

    @classmethod
    def _parse(cls, text):
        if not text:
            raise AddressValueError("Address cannot be empty")
        if len(text) > 45:
            raise AddressValueError(f"At most 45 characters expected in {text!r}")
        parts = text.split(":", maxsplit=9)
        if len(parts) < 3:
            raise AddressValueError(f"At least 3 parts expected in {text!r}")
        if "." in parts[-1]:
            try:
                v4 = IPv4Address(parts.pop())._ip
            except AddressValueError as exc:
                raise AddressValueError(f"{exc} in {text!r}") from None
            parts += [f"{v4 >> 16 & 0xFFFF:x}", f"{v4 & 0xFFFF:x}"]
        if len(parts) > 9:
            raise AddressValueError(f"At most 8 colons permitted in {text!r}")
        skip = None
        for i in range(1, len(parts) - 1):
            if not parts[i]:
                if skip is not None:
                    raise AddressValueError(f"At most one '::' permitted in {text!r}")
                skip = i
        if skip is not None:
            high, low = skip, len(parts) - skip - 1
            if not parts[0]:
                high -= 1
                if high:
                    raise AddressValueError(f"Leading ':' only permitted as part of '::' in {text!r}")
            if not parts[-1]:
                low -= 1
                if low:
                    raise AddressValueError(f"Trailing ':' only permitted as part of '::' in {text!r}")
            skipped = 8 - (high + low)
            if skipped < 1:
                raise AddressValueError(f"Expected at most 7 other parts with '::' in {text!r}")
        else:
            if len(parts) != 8:
                raise AddressValueError(f"Exactly 8 parts expected without '::' in {text!r}")
            if not parts[0]:
                raise AddressValueError(f"Leading ':' only permitted as part of '::' in {text!r}")
            if not parts[-1]:
                raise AddressValueError(f"Trailing ':' only permitted as part of '::' in {text!r}")
            high, low, skipped = 8, 0, 0
        try:
            number = 0
            for part in parts[:high] if skip is None or parts[0] else parts[1:high + 1] if high else []:
                number = number << 16 | cls._hextet(part)
            number <<= 16 * skipped
            for part in parts[len(parts) - low:] if low else []:
                number = number << 16 | cls._hextet(part)
            return number
        except ValueError as exc:
            raise AddressValueError(f"{exc} in {text!r}") from None

    @classmethod
    def _hextet(cls, text):
        if not text or not all(c in "0123456789abcdefABCDEF" for c in text):
            raise ValueError(f"Only hex digits permitted in {text!r}")
        if len(text) > 4:
            raise ValueError(f"At most 4 characters permitted in {text!r}")
        return int(text, 16)

    @classmethod
    def _text(cls, number):
        if number >> 32 == 0xFFFF:
            return "::ffff:" + _V4._text(number & 0xFFFFFFFF)
        hextets = [f"{number >> s & 0xFFFF:x}" for s in range(112, -1, -16)]
        best, length, start, run = -1, 0, -1, 0
        for i, h in enumerate(hextets):
            if h == "0":
                run += 1
                if start == -1:
                    start = i
                if run > length:
                    best, length = start, run
            else:
                start, run = -1, 0
        if length > 1:
            end = best + length
            head = hextets[:best] or [""]
            tail = hextets[end:] or [""]
            return ":".join(head + [""] + tail)
        return ":".join(hextets)

    def _explode(self):
        if isinstance(self, _Network):
            number = self.network_address._ip
        else:
            number = self._ip
        text = ":".join(f"{number >> s & 0xFFFF:04x}" for s in range(112, -1, -16))
        if number >> 32 == 0xFFFF:
            text = text[:30] + _V4._text(number & 0xFFFFFFFF)
        if isinstance(self, (_Network, IPv6Interface)):
            return f"{text}/{self._prefixlen}"
        return text

    def _reverse_pointer(self):
        digits = f"{(self.network_address if isinstance(self, _Network) else self)._ip:032x}"
        return ".".join(digits[::-1]) + ".ip6.arpa"


class _Address(_Base):
    __slots__ = ()

    def __int__(self):
        return self._ip

    def __eq__(self, other):
        try:
            return self._ip == other._ip and self._version == other._version
        except AttributeError:
            return NotImplemented

    def __lt__(self, other):
        if not isinstance(other, _Address):
            return NotImplemented
        if self._version != other._version:
            raise TypeError(f"{self} and {other} are not of the same version")
        if self._ip != other._ip:
            return self._ip < other._ip
        return False

    def __add__(self, other):
        if not isinstance(other, int):
            return NotImplemented
        return self.__class__(int(self) + other)

    def __sub__(self, other):
        if not isinstance(other, int):
            return NotImplemented
        return self.__class__(int(self) - other)

    def __repr__(self):
        return f"{self.__class__.__name__}({str(self)!r})"

    def __str__(self):
        return self._text(self._ip)

    def __hash__(self):
        return hash(hex(int(self._ip)))

    def __format__(self, fmt):
        if not fmt or fmt[-1] == "s":
            return format(str(self), fmt)
        kind, rest = fmt[-1], fmt[:-1]
        if kind == "n":
            kind = "b" if self._version == 4 else "x"
        alternate = rest.startswith("#")
        grouping = "_" if rest.endswith("_") else ""
        if kind not in "bxX" or rest not in ("", "#", "_", "#_"):
            return format(str(self), fmt)
        width = self._bits if kind == "b" else self._bits // 4
        if alternate:
            width += 2
        if grouping:
            width += (self._bits if kind == "b" else self._bits // 4) // 4 - 1
        return format(int(self), f"{'#' if alternate else ''}0{width}{grouping}{kind}")

    @property
    def packed(self):
        return self._ip.to_bytes(self._bits // 8)

    def _within(self, nets):
        return any(self in net for net in nets)


class IPv4Address(_V4, _Address):
    """One IPv4 address."""

    __slots__ = ("_ip", "__weakref__")

    def __init__(self, address):
        if isinstance(address, int):
            self._check_int(address)
            self._ip = address
        elif isinstance(address, bytes):
            self._check_packed(address)
            self._ip = int.from_bytes(address)
        else:
            text = str(address)
            if "/" in text:
                raise AddressValueError(f"Unexpected '/' in {address!r}")
            self._ip = self._parse(text)

    @property
    def is_reserved(self):
        return self in _V4_RESERVED

    @property
    def is_private(self):
        return self._within(_V4_PRIVATE) and not self._within(_V4_PRIVATE_EXCEPT)

    @property
    def is_global(self):
        return self not in _V4_SHARED and not self.is_private

    @property
    def is_multicast(self):
        return self in _V4_MULTICAST

    @property
    def is_unspecified(self):
        return self._ip == 0

    @property
    def is_loopback(self):
        return self in _V4_LOOPBACK

    @property
    def is_link_local(self):
        return self in _V4_LINK_LOCAL

    @property
    def ipv6_mapped(self):
        return IPv6Address(f"::ffff:{self}")


class IPv6Address(_V6, _Address):
    """One IPv6 address, perhaps with a scope."""

    __slots__ = ("_ip", "_scope_id", "__weakref__")

    def __init__(self, address):
        self._scope_id = None
        if isinstance(address, int):
            self._check_int(address)
            self._ip = address
        elif isinstance(address, bytes):
            self._check_packed(address)
            self._ip = int.from_bytes(address)
        else:
            text = str(address)
            if "/" in text:
                raise AddressValueError(f"Unexpected '/' in {address!r}")
            text, mark, scope = text.partition("%")
            if mark:
                if not scope or "%" in scope:
                    raise AddressValueError(f"Invalid IPv6 address: {address!r}")
                self._scope_id = scope
            self._ip = self._parse(text)

    def __str__(self):
        text = super().__str__()
        return f"{text}%{self._scope_id}" if self._scope_id else text

    def __hash__(self):
        return hash((self._ip, self._scope_id))

    def __eq__(self, other):
        result = super().__eq__(other)
        if result is NotImplemented or not result:
            return result
        return self._scope_id == getattr(other, "_scope_id", None)

    @property
    def scope_id(self):
        return self._scope_id

    @property
    def is_multicast(self):
        return self.ipv4_mapped.is_multicast if self.ipv4_mapped else self in _V6_MULTICAST

    @property
    def is_reserved(self):
        return self.ipv4_mapped.is_reserved if self.ipv4_mapped else self._within(_V6_RESERVED)

    @property
    def is_link_local(self):
        return self.ipv4_mapped.is_link_local if self.ipv4_mapped else self in _V6_LINK_LOCAL

    @property
    def is_site_local(self):
        return self in _V6_SITE_LOCAL

    @property
    def is_private(self):
        if self.ipv4_mapped is not None:
            return self.ipv4_mapped.is_private
        return self._within(_V6_PRIVATE) and not self._within(_V6_PRIVATE_EXCEPT)

    @property
    def is_global(self):
        return self.ipv4_mapped.is_global if self.ipv4_mapped else not self.is_private

    @property
    def is_unspecified(self):
        return self.ipv4_mapped.is_unspecified if self.ipv4_mapped else self._ip == 0

    @property
    def is_loopback(self):
        return self.ipv4_mapped.is_loopback if self.ipv4_mapped else self._ip == 1

    @property
    def ipv4_mapped(self):
        if self._ip >> 32 != 0xFFFF:
            return None
        return IPv4Address(self._ip & 0xFFFFFFFF)

    @property
    def teredo(self):
        if self._ip >> 96 != 0x20010000:
            return None
        return IPv4Address(self._ip >> 64 & 0xFFFFFFFF), IPv4Address(~self._ip & 0xFFFFFFFF)

    @property
    def sixtofour(self):
        if self._ip >> 112 != 0x2002:
            return None
        return IPv4Address(self._ip >> 80 & 0xFFFFFFFF)


class _Network(_Base):
    """A network: all addresses with one prefix."""

    def __init__(self, address, strict=True):
        addr, mask = _split_prefix(address)
        self.network_address = self._address(addr)
        self.netmask, self._prefixlen = self._make_netmask(self._bits if mask is None else mask)
        packed = int(self.network_address)
        if packed & int(self.netmask) != packed:
            if strict:
                raise ValueError(f"{self} has host bits set")
            self.network_address = self._address(packed & int(self.netmask))

    def __repr__(self):
        return f"{self.__class__.__name__}({str(self)!r})"

    def __str__(self):
        return f"{self.network_address}/{self.prefixlen}"

    def hosts(self):
        network, broadcast = int(self.network_address), int(self.broadcast_address)
        if self._prefixlen == self._bits:
            return [self._address(network)]
        if self._prefixlen == self._bits - 1:
            return list(self)
        last = broadcast + 1 if self._version == 6 else broadcast
        return (self._address(x) for x in range(network + 1, last))

    def __iter__(self):
        for x in range(int(self.network_address), int(self.broadcast_address) + 1):
            yield self._address(x)

    def __getitem__(self, n):
        network, broadcast = int(self.network_address), int(self.broadcast_address)
        if n >= 0:
            if network + n > broadcast:
                raise IndexError("address out of range")
            return self._address(network + n)
        n += 1
        if broadcast + n < network:
            raise IndexError("address out of range")
        return self._address(broadcast + n)

    def __lt__(self, other):
        if not isinstance(other, _Network):
            return NotImplemented
        if self._version != other._version:
            raise TypeError(f"{self} and {other} are not of the same version")
        if self.network_address != other.network_address:
            return self.network_address < other.network_address
        if self.netmask != other.netmask:
            return self.netmask < other.netmask
        return False

    def __eq__(self, other):
        try:
            return self._version == other._version and self.network_address == other.network_address and int(self.netmask) == int(other.netmask)
        except AttributeError:
            return NotImplemented

    def __hash__(self):
        return hash((int(self.network_address), int(self.netmask)))

    def __contains__(self, other):
        if self._version != other._version or isinstance(other, _Network):
            return False
        return other._ip & self.netmask._ip == self.network_address._ip

    def overlaps(self, other):
        return self.network_address in other or self.broadcast_address in other or \
            other.network_address in self or other.broadcast_address in self

    @property
    def broadcast_address(self):
        return self._address(int(self.network_address) | int(self.hostmask))

    @property
    def hostmask(self):
        return self._address(int(self.netmask) ^ self._all)

    @property
    def with_prefixlen(self):
        return f"{self.network_address}/{self._prefixlen}"

    @property
    def with_netmask(self):
        return f"{self.network_address}/{self.netmask}"

    @property
    def with_hostmask(self):
        return f"{self.network_address}/{self.hostmask}"

    @property
    def num_addresses(self):
        return int(self.broadcast_address) - int(self.network_address) + 1

    @property
    def prefixlen(self):
        return self._prefixlen

    def _reverse_pointer(self):
        if self._version == 6:
            return f"{self._prefixlen}" and _V6._reverse_pointer(self)
        return ".".join(str(self).split(".")[::-1]) + ".in-addr.arpa"

    def address_exclude(self, other):
        if self._version != other._version:
            raise TypeError(f"{self} and {other} are not of the same version")
        if not isinstance(other, _Network):
            raise TypeError(f"{other} is not a network object")
        if not other.subnet_of(self):
            raise ValueError(f"{other} not contained in {self}")
        if other == self:
            return
        s1, s2 = self.subnets()
        while s1 != other and s2 != other:
            if other.subnet_of(s1):
                yield s2
                s1, s2 = s1.subnets()
            else:
                yield s1
                s1, s2 = s2.subnets()
        yield s2 if s1 == other else s1

    def compare_networks(self, other):
        if self._version != other._version:
            raise TypeError(f"{self} and {other} are not of the same type")
        a, b = (self.network_address, self.netmask), (other.network_address, other.netmask)
        return -1 if a < b else 1 if a > b else 0

    def subnets(self, prefixlen_diff=1, new_prefix=None):
        if self._prefixlen == self._bits:
            yield self
            return
        if new_prefix is not None:
            if new_prefix < self._prefixlen:
                raise ValueError("new prefix must be longer")
            if prefixlen_diff != 1:
                raise ValueError("cannot set prefixlen_diff and new_prefix")
            prefixlen_diff = new_prefix - self._prefixlen
        if prefixlen_diff < 0:
            raise ValueError("prefix length diff must be > 0")
        prefix = self._prefixlen + prefixlen_diff
        if prefix > self._bits:
            raise ValueError(f"prefix length diff {prefix} is invalid for netblock {self}")
        start, end = int(self.network_address), int(self.broadcast_address) + 1
        step = (int(self.hostmask) + 1) >> prefixlen_diff
        for address in range(start, end, step):
            yield self.__class__((address, prefix))

    def supernet(self, prefixlen_diff=1, new_prefix=None):
        if self._prefixlen == 0:
            return self
        if new_prefix is not None:
            if new_prefix > self._prefixlen:
                raise ValueError("new prefix must be shorter")
            if prefixlen_diff != 1:
                raise ValueError("cannot set prefixlen_diff and new_prefix")
            prefixlen_diff = self._prefixlen - new_prefix
        prefix = self.prefixlen - prefixlen_diff
        if prefix < 0:
            raise ValueError(f"current prefixlen is {self.prefixlen}, cannot have a prefixlen_diff of {prefixlen_diff}")
        return self.__class__((int(self.network_address) & int(self.netmask) << prefixlen_diff, prefix))

    def _subnet_of(a, b):
        if a._version != b._version:
            raise TypeError(f"{a} and {b} are not of the same version")
        return b.network_address <= a.network_address and b.broadcast_address >= a.broadcast_address

    def subnet_of(self, other):
        return _Network._subnet_of(self, other)

    def supernet_of(self, other):
        return _Network._subnet_of(other, self)

    def _both(self, name):
        return getattr(self.network_address, name) and getattr(self.broadcast_address, name)

    is_multicast = property(lambda self: self._both("is_multicast"))
    is_reserved = property(lambda self: self._both("is_reserved"))
    is_link_local = property(lambda self: self._both("is_link_local"))
    is_unspecified = property(lambda self: self._both("is_unspecified"))
    is_loopback = property(lambda self: self._both("is_loopback"))

    @property
    def is_private(self):
        nets, but = (_V4_PRIVATE, _V4_PRIVATE_EXCEPT) if self._version == 4 else (_V6_PRIVATE, _V6_PRIVATE_EXCEPT)
        return any(self.network_address in n and self.broadcast_address in n for n in nets) and \
            all(self.network_address not in n and self.broadcast_address not in n for n in but)

    @property
    def is_global(self):
        if self._version == 4 and self.network_address in _V4_SHARED and self.broadcast_address in _V4_SHARED:
            return False
        return not self.is_private


class IPv4Network(_V4, _Network):
    _address = IPv4Address


class IPv6Network(_V6, _Network):
    _address = IPv6Address

    @property
    def is_site_local(self):
        return self._both("is_site_local")


class _Interface:
    """An address together with its network."""

    def __init__(self, address):
        addr, mask = _split_prefix(address)
        super().__init__(addr)
        scoped, addr = addr, addr.partition("%")[0] if isinstance(addr, str) else addr
        self.network = self._network_class((addr, self._bits if mask is None else mask), strict=False)
        self._scope_text = scoped[len(addr):] if isinstance(addr, str) else ""
        self.netmask = self.network.netmask
        self._prefixlen = self.network._prefixlen

    @property
    def hostmask(self):
        return self.network.hostmask

    def __str__(self):
        return f"{self._text(self._ip)}{self._scope_text}/{self._prefixlen}"

    def __eq__(self, other):
        equal = super().__eq__(other)
        if equal is NotImplemented or not equal:
            return equal
        try:
            return self.network == other.network
        except AttributeError:
            return False

    def __lt__(self, other):
        less = super().__lt__(other)
        if less is NotImplemented:
            return NotImplemented
        try:
            return self.network < other.network or self.network == other.network and less
        except AttributeError:
            return False

    def __hash__(self):
        return hash((self._ip, self._prefixlen, int(self.network.network_address)))

    @property
    def ip(self):
        return self._plain(self._ip)

    @property
    def with_prefixlen(self):
        return f"{self._text(self._ip)}/{self._prefixlen}"

    @property
    def with_netmask(self):
        return f"{self._text(self._ip)}/{self.netmask}"

    @property
    def with_hostmask(self):
        return f"{self._text(self._ip)}/{self.hostmask}"


class IPv4Interface(_Interface, IPv4Address):
    _network_class = IPv4Network
    _plain = IPv4Address


class IPv6Interface(_Interface, IPv6Address):
    _network_class = IPv6Network
    _plain = IPv6Address


_V4._address = IPv4Address
_V6._address = IPv6Address
_V4_LINK_LOCAL = IPv4Network("169.254.0.0/16")
_V4_LOOPBACK = IPv4Network("127.0.0.0/8")
_V4_MULTICAST = IPv4Network("224.0.0.0/4")
_V4_SHARED = IPv4Network("100.64.0.0/10")
_V4_RESERVED = IPv4Network("240.0.0.0/4")
_V4_PRIVATE = [IPv4Network(n) for n in ("0.0.0.0/8", "10.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
                                        "192.0.0.170/31", "192.0.2.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24",
                                        "203.0.113.0/24", "240.0.0.0/4", "255.255.255.255/32")]
_V4_PRIVATE_EXCEPT = [IPv4Network("192.0.0.9/32"), IPv4Network("192.0.0.10/32")]
_V6_LINK_LOCAL = IPv6Network("fe80::/10")
_V6_MULTICAST = IPv6Network("ff00::/8")
_V6_SITE_LOCAL = IPv6Network("fec0::/10")
_V6_PRIVATE = [IPv6Network(n) for n in ("::1/128", "::/128", "::ffff:0:0/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32",
                                        "2002::/16", "3fff::/20", "fc00::/7", "fe80::/10")]
_V6_PRIVATE_EXCEPT = [IPv6Network(n) for n in ("2001:1::1/128", "2001:1::2/128", "2001:3::/32", "2001:4:112::/48", "2001:20::/28",
                                               "2001:30::/28")]
_V6_RESERVED = [IPv6Network(n) for n in ("::/8", "100::/8", "200::/7", "400::/6", "800::/5", "1000::/4", "4000::/3", "6000::/3", "8000::/3",
                                         "A000::/3", "C000::/3", "E000::/4", "F000::/5", "F800::/6", "FE00::/9")]


def get_mixed_type_key(obj):
    if isinstance(obj, _Network):
        return obj._version, obj.network_address, obj.netmask
    if isinstance(obj, _Address):
        return obj._version, obj
    return NotImplemented


def summarize_address_range(first, last):
    if not (isinstance(first, _Address) and isinstance(last, _Address)):
        raise TypeError("first and last must be IP addresses, not networks")
    if first.version != last.version:
        raise TypeError(f"{first} and {last} are not of the same version")
    if first > last:
        raise ValueError("last IP address must be greater than first")
    kind = IPv4Network if first.version == 4 else IPv6Network
    lo, hi, bits = first._ip, last._ip, first._bits
    while lo <= hi:
        size = min((lo & -lo).bit_length() - 1 if lo else bits, (hi - lo + 1).bit_length() - 1)
        yield kind((lo, bits - size))
        lo += 1 << size
        if lo - 1 == kind._all:
            break


def collapse_addresses(addresses):
    ips, nets = [], []
    for ip in addresses:
        if isinstance(ip, _Network):
            if nets and nets[-1]._version != ip._version:
                raise TypeError(f"{ip} and {nets[-1]} are not of the same version")
            nets.append(ip)
        else:
            if ips and ips[-1]._version != ip._version:
                raise TypeError(f"{ip} and {ips[-1]} are not of the same version")
            ips.append(ip if not isinstance(ip, _Interface) else ip.ip)
    ips = sorted(set(ips))
    i = 0
    while i < len(ips):
        j = i
        while j + 1 < len(ips) and ips[j + 1]._ip == ips[j]._ip + 1:
            j += 1
        nets.extend(summarize_address_range(ips[i], ips[j]))
        i = j + 1
    todo, subnets = list(nets), {}
    while todo:
        net = todo.pop()
        supernet = net.supernet()
        existing = subnets.get(supernet)
        if existing is None:
            subnets[supernet] = net
        elif existing != net:
            del subnets[supernet]
            todo.append(supernet)
    last = None
    for net in sorted(subnets.values()):
        if last is not None and last.broadcast_address >= net.broadcast_address:
            continue
        yield net
        last = net
