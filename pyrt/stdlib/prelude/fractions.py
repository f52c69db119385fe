"""Rational numbers."""

from decimal import Decimal
import functools
import math
import numbers
import operator
import re

__all__ = ["Fraction"]

_RATIONAL = re.compile(r"""
    \A\s*
    (?P<sign>[-+]?)
    (?=\d|\.\d)
    (?P<num>\d*|\d+(_\d+)*)
    (?:
       (?:\s*/\s*(?P<denom>\d+(_\d+)*))?
    |
       (?:\.(?P<decimal>\d*|\d+(_\d+)*))?
       (?:E(?P<exp>[-+]?\d+(_\d+)*))?
    )
    \s*\z""", re.VERBOSE | re.IGNORECASE)

_SPEC = re.compile(r"""
    (?:(?P<fill>.)?(?P<align>[<>=^]))?
    (?P<sign>[-+ ]?)
    (?P<no_neg_zero>z)?
    (?P<alt>\#)?
    (?P<zeropad>0(?=[0-9]))?
    (?P<minimumwidth>[0-9]+)?
    (?P<thousands_sep>[,_])?
    (?:\.(?P<precision>[0-9]+)?(?P<frac_separators>[,_])?)?
    (?P<presentation_type>[eEfFgG%])""", re.DOTALL | re.VERBOSE)

_GENERAL = re.compile(r"""
    (?:(?P<fill>.)?(?P<align>[<>=^]))?
    (?P<sign>[-+ ]?)
    (?P<alt>\#)?
    (?P<minimumwidth>0|[1-9][0-9]*)?
    (?P<thousands_sep>[,_])?""", re.DOTALL | re.VERBOSE)


def _round_exp(n, d, exponent, keep_sign_of_zero=False):
    """n/d rounded to a multiple of 10**exponent, half to even: sign and multiple."""
    if exponent >= 0:
        d *= 10 ** exponent
    else:
        n *= 10 ** -exponent
    q, r = divmod(n + (d >> 1), d)
    if r == 0 and d & 1 == 0:
        q &= -2
    return (q < 0 if not keep_sign_of_zero else n < 0), abs(q)


def _round_figures(n, d, figures):
    """n/d rounded to so many significant digits: sign, digits, exponent."""
    if n == 0:
        return False, 0, 1 - figures
    sn, sd = str(abs(n)), str(d)
    m = len(sn) - len(sd) + (sd <= sn)
    exponent = m - figures
    sign, significand = _round_exp(n, d, exponent)
    if len(str(significand)) == figures + 1:
        significand //= 10
        exponent += 1
    return sign, significand, exponent


class Fraction(numbers.Rational):
    """A rational number in lowest terms; the denominator is positive."""

    __slots__ = ("_numerator", "_denominator")

    def __new__(cls, numerator=0, denominator=None):
        self = super().__new__(cls)
        if denominator is None:
            if type(numerator) is int:
                self._numerator, self._denominator = numerator, 1
                return self
            if isinstance(numerator, numbers.Rational):
                self._numerator, self._denominator = numerator.numerator, numerator.denominator
                return self
            if isinstance(numerator, (float, Decimal)) or hasattr(numerator, "as_integer_ratio") and not isinstance(numerator, type):
                self._numerator, self._denominator = numerator.as_integer_ratio()
                return self
            if not isinstance(numerator, str):
                raise TypeError("argument should be a string or a Rational instance or have the as_integer_ratio() method")
            m = _RATIONAL.match(numerator)
            if m is None:
                raise ValueError(f"Invalid literal for Fraction: {numerator!r}")
            n, d = int(m["num"] or "0"), 1
            if m["denom"]:
                d = int(m["denom"])
            else:
                if m["decimal"]:
                    places = m["decimal"].replace("_", "")
                    d = 10 ** len(places)
                    n = n * d + int(places)
                if m["exp"]:
                    exp = int(m["exp"])
                    if exp >= 0:
                        n *= 10 ** exp
                    else:
                        d *= 10 ** -exp
            if m["sign"] == "-":
                n = -n
        elif type(numerator) is int is type(denominator):
            n, d = numerator, denominator
        elif isinstance(numerator, numbers.Rational) and isinstance(denominator, numbers.Rational):
            n, d = numerator.numerator * denominator.denominator, denominator.numerator * numerator.denominator
        else:
            raise TypeError("both arguments should be Rational instances")
        if d == 0:
            raise ZeroDivisionError(f"Fraction({n}, 0)")
        g = math.gcd(n, d)
        if d < 0:
            g = -g
        self._numerator, self._denominator = n // g, d // g
        return self

    @classmethod
    def from_number(cls, number):
        if type(number) is int or isinstance(number, numbers.Rational) or isinstance(number, (float, Decimal)) or \
                not isinstance(number, type) and hasattr(number, "as_integer_ratio"):
            return cls(number)
        raise TypeError("argument should be a Rational instance or have the as_integer_ratio() method")

    @classmethod
    def from_float(cls, f):
        if isinstance(f, numbers.Integral):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError(f"{cls.__name__}.from_float() only takes floats, not {f!r} ({type(f).__name__})")
        return cls(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        if isinstance(dec, numbers.Integral):
            dec = Decimal(int(dec))
        elif not isinstance(dec, Decimal):
            raise TypeError(f"{cls.__name__}.from_decimal() only takes Decimals, not {dec!r} ({type(dec).__name__})")
        return cls(*dec.as_integer_ratio())

    @classmethod
    def _make(cls, n, d):
        self = super().__new__(cls)
        g = math.gcd(n, d)
        if d < 0:
            g = -g
        self._numerator, self._denominator = n // g, d // g
        return self

    def is_integer(self):
        return self._denominator == 1

    def as_integer_ratio(self):
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        if 2 * d * (q0 + k * q1) <= self._denominator:
            return Fraction._make(p1, q1)
        return Fraction._make(p0 + k * p1, q0 + k * q1)

    @property
    def numerator(a):
        return a._numerator

    @property
    def denominator(a):
        return a._denominator

    def __repr__(self):
        return f"{self.__class__.__name__}({self._numerator}, {self._denominator})"

    def __str__(self):
        if self._denominator == 1:
            return str(self._numerator)
        return f"{self._numerator}/{self._denominator}"

    def _format_general(self, match):
        fill = match["fill"] or " "
        align = match["align"] or ">"
        pos_sign = "" if match["sign"] == "-" else match["sign"]
        width = int(match["minimumwidth"] or "0")
        sep = match["thousands_sep"] or ""
        body = f"{abs(self._numerator):{sep}}"
        if self._denominator > 1 or match["alt"]:
            body += f"/{self._denominator:{sep}}"
        sign = "-" if self._numerator < 0 else pos_sign
        padding = fill * (width - len(sign) - len(body))
        if align == ">":
            return padding + sign + body
        if align == "<":
            return sign + body + padding
        if align == "^":
            half = len(padding) // 2
            return padding[:half] + sign + body + padding[half:]
        return sign + padding + body

    def _format_float(self, match):
        fill = match["fill"] or " "
        align = match["align"] or ">"
        pos_sign = "" if match["sign"] == "-" else match["sign"]
        zeropad = bool(match["zeropad"])
        width = int(match["minimumwidth"] or "0")
        sep = match["thousands_sep"]
        precision = int(match["precision"] or "6")
        frac_sep = match["frac_separators"] or ""
        kind = match["presentation_type"]
        trim_zeros = kind in "gG" and not match["alt"]
        trim_point = not match["alt"]
        indicator = "E" if kind in "EFG" else "e"
        if kind in "fF%":
            exponent = -precision
            if kind == "%":
                exponent -= 2
            negative, significand = _round_exp(self._numerator, self._denominator, exponent, keep_sign_of_zero=not match["no_neg_zero"])
            scientific = False
            point = precision
        else:
            figures = max(precision, 1) if kind in "gG" else precision + 1
            negative, significand, exponent = _round_figures(self._numerator, self._denominator, figures)
            scientific = kind in "eE" or exponent > 0 or exponent + figures <= -4
            point = figures - 1 if scientific else -exponent
        if kind == "%":
            suffix = "%"
        elif scientific:
            suffix = f"{indicator}{exponent + point:+03d}"
        else:
            suffix = ""
        digits = f"{significand:0{point + 1}d}"
        sign = "-" if negative else pos_sign
        leading = digits[:len(digits) - point]
        frac = digits[len(digits) - point:]
        if trim_zeros:
            frac = frac.rstrip("0")
        separator = "" if trim_point and not frac else "."
        if frac_sep:
            frac = frac_sep.join(frac[i:i + 3] for i in range(0, len(frac), 3))
        trailing = separator + frac + suffix
        if zeropad:
            least = width - len(sign) - len(trailing)
            leading = leading.zfill(3 * least // 4 + 1 if sep else least)
        if sep:
            first = 1 + (len(leading) - 1) % 3
            leading = leading[:first] + "".join(sep + leading[i:i + 3] for i in range(first, len(leading), 3))
        body = leading + trailing
        padding = fill * (width - len(sign) - len(body))
        if align == ">":
            return padding + sign + body
        if align == "<":
            return sign + body + padding
        if align == "^":
            half = len(padding) // 2
            return padding[:half] + sign + body + padding[half:]
        return sign + padding + body

    def __format__(self, format_spec, /):
        if match := _GENERAL.fullmatch(format_spec):
            return self._format_general(match)
        if match := _SPEC.fullmatch(format_spec):
            if match["align"] is None or match["zeropad"] is None:
                return self._format_float(match)
        raise ValueError(f"Invalid format specifier {format_spec!r} for object of type {type(self).__name__!r}")

    def __add__(a, b):
        if isinstance(b, (int, Fraction)):
            return Fraction._make(a._numerator * b.denominator + b.numerator * a._denominator, a._denominator * b.denominator)
        return a._mixed(b, operator.add)

    def __radd__(b, a):
        return b._rmixed(a, operator.add)

    def __sub__(a, b):
        if isinstance(b, (int, Fraction)):
            return Fraction._make(a._numerator * b.denominator - b.numerator * a._denominator, a._denominator * b.denominator)
        return a._mixed(b, operator.sub)

    def __rsub__(b, a):
        return b._rmixed(a, operator.sub)

    def __mul__(a, b):
        if isinstance(b, (int, Fraction)):
            return Fraction._make(a._numerator * b.numerator, a._denominator * b.denominator)
        return a._mixed(b, operator.mul)

    def __rmul__(b, a):
        return b._rmixed(a, operator.mul)

    def __truediv__(a, b):
        if isinstance(b, (int, Fraction)):
            n, d = a._numerator * b.denominator, a._denominator * b.numerator
            if d == 0:
                raise ZeroDivisionError(f"Fraction({a._numerator}, 0)")
            return Fraction._make(n, d)
        return a._mixed(b, operator.truediv)

    def __rtruediv__(b, a):
        return b._rmixed(a, operator.truediv)

    def __floordiv__(a, b):
        if isinstance(b, (int, Fraction)):
            return (a._numerator * b.denominator) // (a._denominator * b.numerator)
        return a._mixed(b, operator.floordiv)

    def __rfloordiv__(b, a):
        return b._rmixed(a, operator.floordiv)

    def __mod__(a, b):
        if isinstance(b, (int, Fraction)):
            da, db = a._denominator, b.denominator
            return Fraction._make((a._numerator * db) % (b.numerator * da), da * db)
        return a._mixed(b, operator.mod)

    def __rmod__(b, a):
        return b._rmixed(a, operator.mod)

    def __divmod__(a, b):
        if isinstance(b, (int, Fraction)):
            da, db = a._denominator, b.denominator
            div, n = divmod(a._numerator * db, da * b.numerator)
            return div, Fraction._make(n, da * db)
        return a._mixed(b, divmod)

    def __rdivmod__(b, a):
        return b._rmixed(a, divmod)

    def _mixed(a, b, op):
        if isinstance(b, float):
            return op(float(a), b)
        if isinstance(b, complex):
            return op(complex(float(a)), b)
        return NotImplemented

    def _rmixed(b, a, op):
        if isinstance(a, numbers.Rational):
            return op(Fraction(a), b)
        if isinstance(a, numbers.Real):
            return op(float(a), float(b))
        if isinstance(a, numbers.Complex):
            return op(complex(a), complex(float(b)))
        return NotImplemented

    def __pow__(a, b, modulo=None):
        if modulo is not None:
            return NotImplemented
        if isinstance(b, numbers.Rational):
            if b.denominator == 1:
                power = b.numerator
                if power >= 0:
                    return Fraction._make(a._numerator ** power, a._denominator ** power)
                if a._numerator == 0:
                    raise ZeroDivisionError(f"Fraction({a._denominator ** -power}, 0)")
                return Fraction._make(a._denominator ** -power, a._numerator ** -power)
            return float(a) ** float(b)
        if isinstance(b, (float, complex)):
            return float(a) ** b
        return NotImplemented

    def __rpow__(b, a, modulo=None):
        if modulo is not None:
            return NotImplemented
        if b._denominator == 1 and b._numerator >= 0:
            return a ** b._numerator
        if isinstance(a, numbers.Rational):
            return Fraction(a.numerator, a.denominator) ** b
        if b._denominator == 1:
            return a ** b._numerator
        return a ** float(b)

    def __pos__(a):
        return Fraction._make(a._numerator, a._denominator)

    def __neg__(a):
        return Fraction._make(-a._numerator, a._denominator)

    def __abs__(a):
        return Fraction._make(abs(a._numerator), a._denominator)

    def __int__(a, _index=operator.index):
        if a._numerator < 0:
            return _index(-(-a._numerator // a._denominator))
        return _index(a._numerator // a._denominator)

    def __trunc__(a):
        return int(a)

    def __floor__(a):
        return a._numerator // a._denominator

    def __ceil__(a):
        return -(-a._numerator // a._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            d = self._denominator
            floor, remainder = divmod(self._numerator, d)
            if remainder * 2 < d:
                return floor
            if remainder * 2 > d:
                return floor + 1
            return floor if floor % 2 == 0 else floor + 1
        shift = 10 ** abs(ndigits)
        if ndigits > 0:
            return Fraction(round(self * shift), shift)
        return Fraction(round(self / shift) * shift)

    def __float__(self):
        return self._numerator / self._denominator

    def __hash__(self):
        p = 2 ** 61 - 1
        try:
            inverse = pow(self._denominator, -1, p)
        except ValueError:
            h = 314159
        else:
            h = hash(hash(abs(self._numerator)) * inverse)
        result = h if self._numerator >= 0 else -h
        return -2 if result == -1 else result

    def __eq__(a, b):
        if type(b) is int:
            return a._numerator == b and a._denominator == 1
        if isinstance(b, numbers.Rational):
            return a._numerator == b.numerator and a._denominator == b.denominator
        if isinstance(b, numbers.Complex) and b.imag == 0:
            b = b.real
        if isinstance(b, float):
            if math.isnan(b) or math.isinf(b):
                return 0.0 == b
            return a == a.from_float(b)
        return NotImplemented

    def _compare(self, other, op):
        if isinstance(other, numbers.Rational):
            return op(self._numerator * other.denominator, self._denominator * other.numerator)
        if isinstance(other, float):
            if math.isnan(other) or math.isinf(other):
                return op(0.0, other)
            return op(self, self.from_float(other))
        return NotImplemented

    def __lt__(a, b):
        return a._compare(b, operator.lt)

    def __gt__(a, b):
        return a._compare(b, operator.gt)

    def __le__(a, b):
        return a._compare(b, operator.le)

    def __ge__(a, b):
        return a._compare(b, operator.ge)

    def __bool__(a):
        return bool(a._numerator)

    def __reduce__(self):
        return self.__class__, (self._numerator, self._denominator)

    def __copy__(self):
        if type(self) is Fraction:
            return self
        return self.__class__(self._numerator, self._denominator)

    def __deepcopy__(self, memo):
        return self.__copy__()
