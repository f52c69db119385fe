"""Rational numbers."""

import math
import numbers
import operator
import re
from decimal import Decimal

__all__ = ["Fraction"]

_LITERAL = re.compile(r"\s*([-+]?)(?=\.?\d)((?:\d+(?:_\d+)*)?)(?:\s*/\s*(\d+(?:_\d+)*)|(?:\.((?:\d+(?:_\d+)*)?))?(?:[eE]([-+]?\d+(?:_\d+)*))?)\s*")

_LAYOUT = r"(?s)(?:(?P<fill>.)?(?P<align>[<>=^]))?(?P<sign>[-+ ]?)"
_AS_RATIO = re.compile(_LAYOUT + r"(?P<alt>#)?(?P<width>0|[1-9][0-9]*)?(?P<sep>[,_])?")
_AS_DECIMAL = re.compile(_LAYOUT + r"(?P<no_minus_zero>z)?(?P<alt>#)?(?P<zeros>0(?=[0-9]))?(?P<width>[0-9]+)?(?P<sep>[,_])?"
                         r"(?:\.(?=[0-9,_])(?P<precision>[0-9]+)?(?P<after_sep>[,_])?)?(?P<kind>[eEfFgG%])")


def _parsed(text):
    """Numerator and denominator of a literal."""
    match = _LITERAL.fullmatch(text)
    if match is None:
        raise ValueError(f"Invalid literal for Fraction: {text!r}")
    sign, whole, below, places, power = match.groups()
    places, power = (places or "").replace("_", ""), int(power or 0)
    top, power = int((whole or "0") + places), power - len(places)
    bottom = int(below) if below else 1
    if power < 0:
        bottom *= 10 ** -power
    else:
        top *= 10 ** power
    return -top if sign == "-" else top, bottom


def _has_ratio(value):
    return isinstance(value, (float, Decimal)) or hasattr(value, "as_integer_ratio") and not isinstance(value, type)


def _operator(symbol, exact):
    """The two methods of an operator. exact gives the result for numerators and denominators; other numbers decide about their kind."""
    def forward(self, other):
        if type(other) is Fraction:
            return exact(self._top, self._bottom, other._top, other._bottom)
        if isinstance(other, (int, Fraction)):
            return exact(self._top, self._bottom, other.numerator, other.denominator)
        if isinstance(other, float):
            return symbol(float(self), other)
        if isinstance(other, complex) and with_complex:
            return symbol(float(self), other)
        return NotImplemented

    def backward(self, other):
        if isinstance(other, numbers.Rational):
            return exact(int(other.numerator), int(other.denominator), self._top, self._bottom)
        if isinstance(other, numbers.Real):
            return symbol(float(other), float(self))
        if isinstance(other, numbers.Complex) and with_complex:
            return symbol(complex(other), float(self))
        return NotImplemented
    with_complex = symbol not in (operator.floordiv, operator.mod, divmod)
    forward.__name__, backward.__name__ = f"__{symbol.__name__}__", f"__r{symbol.__name__}__"
    return forward, backward


def _comparison(symbol):
    def compare(self, other):
        if type(other) is Fraction:
            return symbol(self._top * other._bottom, other._top * self._bottom)
        if isinstance(other, numbers.Rational):
            return symbol(self._top * other.denominator, other.numerator * self._bottom)
        if not isinstance(other, float):
            return NotImplemented
        return symbol(self, Fraction.from_float(other)) if math.isfinite(other) else symbol(0.0, other)
    return compare


def _divided(a, b, c, d):
    if not c:
        raise ZeroDivisionError("Fraction(1, 0)")
    return _reduced(a * d, b * c)


def _divmod(a, b, c, d):
    quotient, rest = divmod(a * d, b * c)
    return quotient, _reduced(rest, b * d)


def _lowest(top, bottom):
    common = math.gcd(top, bottom) if bottom > 0 else -math.gcd(top, bottom)
    return top // common, bottom // common


def _reduced(top, bottom):
    made = object.__new__(Fraction)
    common = math.gcd(top, bottom) if bottom > 0 else -math.gcd(top, bottom)
    made._top, made._bottom = top // common, bottom // common
    return made


class Fraction(numbers.Rational):
    """A rational number in lowest terms; the denominator is positive."""

    __slots__ = ("_top", "_bottom")

    def __new__(cls, numerator=0, denominator=None):
        made = super().__new__(cls)
        if type(numerator) is int and type(denominator) is int:
            top, bottom = numerator, denominator
        elif denominator is not None:
            if not (isinstance(numerator, numbers.Rational) and isinstance(denominator, numbers.Rational)):
                raise TypeError("both arguments should be Rational instances")
            top, bottom = numerator.numerator * denominator.denominator, denominator.numerator * numerator.denominator
        elif isinstance(numerator, numbers.Rational):
            made._top, made._bottom = numerator.numerator, numerator.denominator
            return made
        elif _has_ratio(numerator):
            made._top, made._bottom = numerator.as_integer_ratio()
            return made
        elif isinstance(numerator, str):
            top, bottom = _parsed(numerator)
        else:
            raise TypeError("argument should be a string or a Rational instance or have the as_integer_ratio() method")
        if not bottom:
            raise ZeroDivisionError(f"Fraction({top}, 0)")
        made._top, made._bottom = _lowest(top, bottom)
        return made

    @classmethod
    def from_number(cls, number):
        """The fraction that is equal to a number."""
        if isinstance(number, numbers.Rational) or _has_ratio(number):
            return cls(number)
        raise TypeError("argument should be a Rational instance or have the as_integer_ratio() method")

    @classmethod
    def from_float(cls, f):
        return cls._from_kind(f, float, "float")

    @classmethod
    def from_decimal(cls, dec):
        return cls._from_kind(dec, Decimal, "decimal")

    @classmethod
    def _from_kind(cls, number, kind, name):
        if not isinstance(number, (kind, numbers.Integral)):
            raise TypeError(f"{cls.__name__}.from_{name}() only takes {kind.__name__}s, not {number!r} ({type(number).__name__})")
        return cls(number)

    numerator, denominator = property(operator.attrgetter("_top")), property(operator.attrgetter("_bottom"))

    def is_integer(self):
        return self._bottom == 1

    def as_integer_ratio(self):
        return self._top, self._bottom

    def limit_denominator(self, max_denominator=1000000):
        """The nearest fraction whose denominator is not above a limit.

        Each step of the continued fraction gives a nearer one, with a larger denominator. When that becomes too
        large, the last one or a mean of the last two is the nearest.
        """
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._bottom <= max_denominator:
            return Fraction(self)
        before, last = (0, 1), (1, 0)
        top, bottom = self._top, self._bottom
        while True:
            whole, rest = divmod(top, bottom)
            following = before[0] + whole * last[0], before[1] + whole * last[1]
            if following[1] > max_denominator:
                break
            before, last, top, bottom = last, following, bottom, rest
        times = (max_denominator - before[1]) // last[1]
        mean = before[0] + times * last[0], before[1] + times * last[1]
        return _reduced(*(last if 2 * bottom * mean[1] <= self._bottom else mean))

    def __repr__(self):
        return f"{type(self).__name__}({self._top}, {self._bottom})"

    def __str__(self):
        return f"{self._top}/{self._bottom}" if self._bottom != 1 else str(self._top)

    def __format__(self, format_spec, /):
        if wanted := _AS_RATIO.fullmatch(format_spec):
            text = f"{abs(self._top):{wanted['sep'] or ''}}"
            if self._bottom != 1 or wanted["alt"]:
                text += f"/{self._bottom:{wanted['sep'] or ''}}"
            return _laid_out(wanted, self._top < 0, text)
        wanted = _AS_DECIMAL.fullmatch(format_spec)
        if wanted is None or wanted["align"] and wanted["zeros"]:
            raise ValueError(f"Invalid format specifier {format_spec!r} for object of type {type(self).__name__!r}")
        return _laid_out(wanted, *_decimal_text(self._top, self._bottom, wanted))

    __add__, __radd__ = _operator(operator.add, lambda a, b, c, d: _reduced(a * d + c * b, b * d))
    __sub__, __rsub__ = _operator(operator.sub, lambda a, b, c, d: _reduced(a * d - c * b, b * d))
    __mul__, __rmul__ = _operator(operator.mul, lambda a, b, c, d: _reduced(a * c, b * d))
    __truediv__, __rtruediv__ = _operator(operator.truediv, _divided)
    __floordiv__, __rfloordiv__ = _operator(operator.floordiv, lambda a, b, c, d: a * d // (b * c))
    __mod__, __rmod__ = _operator(operator.mod, lambda a, b, c, d: _reduced(a * d % (c * b), b * d))
    __divmod__, __rdivmod__ = _operator(divmod, _divmod)

    def __pow__(self, power, modulo=None):
        if modulo is not None or not isinstance(power, (numbers.Rational, float, complex)):
            return NotImplemented
        if not isinstance(power, numbers.Rational) or power.denominator != 1:
            return float(self) ** (float(power) if isinstance(power, numbers.Rational) else power)
        power = power.numerator
        top, bottom = self._top ** abs(power), self._bottom ** abs(power)
        if power >= 0:
            return _reduced(top, bottom)
        if not top:
            raise ZeroDivisionError(f"Fraction({bottom}, 0)")
        return _reduced(bottom, top)

    def __rpow__(self, base, modulo=None):
        if modulo is not None:
            return NotImplemented
        if self._bottom == 1 and (self._top >= 0 or not isinstance(base, numbers.Rational)):
            return base ** self._top
        return Fraction(base) ** self if isinstance(base, numbers.Rational) else base ** float(self)

    def __pos__(self):
        return _reduced(self._top, self._bottom)

    def __neg__(self):
        return _reduced(-self._top, self._bottom)

    def __abs__(self):
        return _reduced(abs(self._top), self._bottom)

    def __floor__(self):
        return self._top // self._bottom

    def __ceil__(self):
        return -(-self._top // self._bottom)

    def __trunc__(self):
        return self.__ceil__() if self._top < 0 else self.__floor__()

    __int__ = __trunc__

    def __float__(self):
        return self._top / self._bottom

    def __bool__(self):
        return self._top != 0

    def __round__(self, ndigits=None):
        if ndigits is None:
            return _nearest(self._top, self._bottom)
        scale = 10 ** abs(ndigits)
        if ndigits > 0:
            return _reduced(_nearest(self._top * scale, self._bottom), scale)
        return Fraction(_nearest(self._top, self._bottom * scale) * scale)

    def __hash__(self):
        modulus = (1 << 61) - 1
        try:
            size = abs(self._top) % modulus * pow(self._bottom, -1, modulus) % modulus
        except ValueError:  # the denominator is a multiple of the modulus
            size = 314159
        result = size if self._top >= 0 else -size
        return result if result != -1 else -2

    def __eq__(self, other):
        if type(other) is int:
            return self._top == other and self._bottom == 1
        if isinstance(other, numbers.Rational):
            return (self._top, self._bottom) == (other.numerator, other.denominator)
        if isinstance(other, numbers.Complex) and not other.imag:
            other = other.real
        if not isinstance(other, float):
            return NotImplemented
        return math.isfinite(other) and (self._top, self._bottom) == other.as_integer_ratio()

    __lt__, __le__, __gt__, __ge__ = map(_comparison, (operator.lt, operator.le, operator.gt, operator.ge))

    def __reduce__(self):
        return type(self), (self._top, self._bottom)

    def __copy__(self):
        return self if type(self) is Fraction else type(self)(self._top, self._bottom)

    def __deepcopy__(self, memo):
        return self.__copy__()


def _nearest(top, bottom):
    """The integer nearest to top/bottom, the even one of two."""
    whole, rest = divmod(top, bottom)
    return whole + (2 * rest > bottom or 2 * rest == bottom and whole & 1)


def _scaled(top, bottom, power):
    """The integer nearest to top/bottom times a power of ten."""
    return _nearest(top * 10 ** power, bottom) if power > 0 else _nearest(top, bottom * 10 ** -power)


def _leading_digits(top, bottom, count):
    """So many digits of top/bottom, which is not negative, and the power of ten of the last of them."""
    if not top:
        return 0, 1 - count
    above, below = str(top), str(bottom)
    power = len(above) - len(below) + (above >= below) - count
    digits = _scaled(top, bottom, -power)
    return (digits, power) if digits < 10 ** count else (digits // 10, power + 1)


def _decimal_text(top, bottom, wanted):
    """Whether there is a minus, and the digits as the kind wants them, with zeros in front up to the width if these are wanted."""
    kind, precision = wanted["kind"], int(wanted["precision"] or 6)
    power, suffix = 0, ""
    if kind in "fF%":
        places = precision
        digits = _scaled(abs(top), bottom, precision + 2 * (kind == "%"))
    else:
        count = max(precision, 1) if kind in "gG" else precision + 1
        digits, power = _leading_digits(abs(top), bottom, count)
        scientific = kind in "eE" or power > 0 or power + count <= -4
        places = count - 1 if scientific else -power
        if scientific:
            suffix = f"{'E' if kind in 'EG' else 'e'}{power + places:+03d}"
    if kind == "%":
        suffix = "%"
    text = str(digits).zfill(places + 1)
    whole, part = text[:len(text) - places], text[len(text) - places:]
    if kind in "gG" and not wanted["alt"]:
        part = part.rstrip("0")
    if wanted["after_sep"]:
        part = wanted["after_sep"].join([part[i:i + 3] for i in range(0, len(part), 3)])
    tail = ("." if part or wanted["alt"] else "") + part + suffix
    minus = top < 0 and (digits != 0 or not wanted["no_minus_zero"])
    return minus, _grouped(whole, wanted, len(tail) + (minus or wanted["sign"] in ("+", " "))) + tail


def _grouped(whole, wanted, taken):
    """Digits with zeros in front up to the width, of which some is taken, and separators between groups of three."""
    separator = wanted["sep"]
    if wanted["zeros"]:
        room = int(wanted["width"] or 0) - taken
        whole = whole.zfill(room * 3 // 4 + 1 if separator else room)
    return f"{separator}".join([whole[max(0, end - 3):end] for end in range(len(whole), 0, -3)][::-1]) if separator else whole


def _laid_out(wanted, minus, text):
    """A number with its sign, filled up to a width."""
    sign = "-" if minus else wanted["sign"].replace("-", "")
    fill = (wanted["fill"] or " ") * (int(wanted["width"] or 0) - len(sign) - len(text))
    match wanted["align"]:
        case "<":
            return sign + text + fill
        case "=":
            return sign + fill + text
        case "^":
            half = len(fill) // 2
            return fill[:half] + sign + text + fill[half:]
    return fill + sign + text
