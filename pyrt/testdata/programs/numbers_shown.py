# float repr over the range
for x in (0.1, 0.2 + 0.1, 1e16, 1e15, 123456789012345680.0, 1e22, 1e23, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, 1e-4, 1e-5, 0.00001234, 100.0, -0.0, 1/3, 2/3, 1e100, 9007199254740993.0, 4.35, 0.5, 1.1e-7): print(repr(x), str(x), f'{x}', '%r' % x)
# ---
# float formatting
for spec in ('', 'e', 'E', 'f', 'F', 'g', 'G', 'n', '%', '.0f', '.0e', '.3g', '.10g', '#.3g', '#.0f', '#.0e', '+', ' ', '-', '+.2f', '010.2f', '<10.1f', '>10.1f', '^10.1f', '*^12.2e', '=+10.1f', '0=10', ',', ',.2f', '_', '_.3f', 'z', 'z.0f', '.1%', '+,.1f', '20', '.17g', '.1', '.5', '015,.2f'):
    out = []
    for x in (0.0, -0.0, 1.5, -2.5, 1234567.891, 1e-10, 1e20, float('inf'), float('-inf'), float('nan')):
        try: out.append(format(x, spec))
        except ValueError as e: out.append(str(e))
    print(repr(spec), out)
# ---
# int formatting
for spec in ('', 'd', 'b', 'o', 'x', 'X', '#b', '#o', '#x', '#X', 'c', 'n', ',', '_', '_b', '_x', '#_x', '+', ' ', '08', '<8', '^8', '=8', '*>8', '+08', '#010x', ',d', 'e', '.2f', '%', 'g', '08,', '010_d', '+_', '-=+9,', 'x<5'):
    out = []
    for x in (0, 65, -65, 1234567, 2 ** 70):
        try: out.append(format(x, spec))
        except (ValueError, OverflowError) as e: out.append(f'{type(e).__name__}: {e}')
    print(repr(spec), out)
# ---
# bad format specs
for v, s in ((1, 's'), (1, '.2d'), (1, ',b'), (1, ',_'), (1, '_,'), (1, 'zd'), (1, '+c'), (1.5, 'd'), (1.5, 'x'), (1.5, 's'), (1.5, '_n'), ('a', 'd'), ('a', '+'), ('a', ','), ('a', '='), ('a', '#'), ('a', '.'), (1, '5.'), (1, 'q'), ('a', 'q'), (1.5, 'q'), (None, '5'), ([], 'd'), (object(), 'x'), (1, '{}'), (1j, 'd'), (1j, '05'), (1j, '=5'), (True, 's'), (1, '0' * 5 + 'z'), (1, '99999999999999999999'), (1.0, '.99999999999'), ('a', ',d'), (1, '#c'), (10**6, 'c')):
    try: print(repr(s), format(v, s))
    except Exception as e: print(repr(s), f'{type(e).__name__}: {e}'.split(' at 0x')[0])
# ---
# complex numbers
for z in (1+2j, -1-2j, 0j, -0j, complex(0, -0.0), complex(-0.0, 0), complex('inf'), complex('nan'), complex(1e20, 1e-20), complex(1.5, float('inf')), 1e100j, complex(float('nan'), -1)):
    print(repr(z), str(z), f'{z:.2f}', f'{z:g}', f'{z:>20}', f'{z:e}', f'{z:+}')
for t in ('1', '1j', '1+2j', ' 1-2j ', '(1+2j)', 'inf+nanj', '-infj', '1e5-2e-3j', 'j', '-j', '+1j', '1_0+2_0j', '1 + 2j', '1+2', 'i', '', '1+2jj', '(1', 'nan', '1.j', '.5j'):
    try: print(repr(t), complex(t))
    except ValueError as e: print(repr(t), e)
print((1+2j) ** 2, (1+2j) ** -1, (1+2j) / (3-4j), abs(3+4j), (1+2j).conjugate(), 1j ** 2, 0j ** 0, 2 ** 1j, (1+2j) == (1+2j), hash(1+0j) == hash(1), complex(1, 2) + 1.5, -(1+2j), bool(0j), (1+2j).real, complex(real=1, imag=2))
for f in (lambda: 0j ** -1, lambda: 1j / 0, lambda: 1j // 1, lambda: 1j > 0, lambda: complex('1', 2), lambda: complex(1, '2'), lambda: complex([]), lambda: int(1j), lambda: round(1j), lambda: 1j % 2, lambda: divmod(1j, 1)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
# ---
# float parsing
for t in ('1', '1.', '.5', '1e5', '1E-5', ' 1.5 ', '\n1\t', '1_000.5', '1__0', '_1', '1_', 'inf', '-Infinity', 'NaN', '+nan', 'infin', '1e400', '1e-400', '0x1p3', '1.5f', '', ' ', '.', 'e5', '1e', '١٢', '1.7976931348623159e308', '4.9e-324', '2.4e-324', '123456789012345678901234567890', '0.1000000000000000055511151231257827', '9007199254740993', '1\x00'):
    try: print(repr(t), float(t))
    except ValueError as e: print(repr(t), e)
for t in ('0x1.8p3', '0x1p-1074', '-0x.8', 'inf', 'nan', '0x1p1024', '1.5', 'zz', '0x', '0x1.fffffffffffff8p0'):
    try: print(t, float.fromhex(t))
    except (ValueError, OverflowError) as e: print(t, type(e).__name__, e)
print((0.1).hex(), (-2.5).hex(), (0.0).hex(), float('inf').hex(), float('nan').hex(), (5e-324).hex(), (1e308).hex())
# ---
# int parsing
for t, b in (('10', 10), ('0x1f', 16), ('0x1f', 0), ('0b101', 0), ('0o17', 0), ('017', 0), ('00', 0), ('1_000', 10), ('1__0', 10), ('_1', 10), ('z', 36), ('Z', 36), ('2', 2), ('', 10), (' 12 ', 10), ('-5', 10), ('+5', 10), ('- 5', 10), ('٣', 10), ('0_7', 0), ('1' * 5, 1), ('1.5', 10), ('0b2', 0), ('ff', 16), ('0xg', 16), ('1', 37), ('1e5', 10), (b'12', 10), (b'\xff', 10), ('12\n', 10), ('১২', 10)):
    try: print(repr(t), b, int(t, b))
    except ValueError as e: print(repr(t), b, e)
# ---
# rounding
for x in (0.5, 1.5, 2.5, -0.5, -1.5, 2.675, 1.005, 1e16 + 1, 123.456, 5e-324, 1234.5678): print(x, round(x), round(x, 1), round(x, 2), round(x, -2), round(x, 20))
for n in (15, 25, 35, -15, -25, 149, 150, 151, 10 ** 20 + 5): print(n, round(n, -1), round(n, -2), round(n, 1), round(n, -30))
print(round(2.5, None), round(True), type(round(1.5)), type(round(1.5, 0)), round(1e300), round(-0.4))
for a in ((float('nan'),), (float('inf'),), ('x',), (1.5, 'x'), (1.5, 1.5)):
    try: print(round(*a))
    except Exception as e: print(type(e).__name__, e)
# ---
# floor division and remainders
for a in (7, -7, 7.5, -7.5):
    for b in (2, -2, 2.5, -2.5): print(a, b, a // b, a % b, divmod(a, b))
print(1e300 % 3, 5.0 // 0.1, 5.0 % 0.1, -0.0 % 1, 0.0 // -1, (-1) % 1e308, 1e16 // 3, float('inf') % 2, 2 % float('inf'), -2 % float('inf'), 2 // float('-inf'))
# ---
# integer methods
print((255).bit_length(), (0).bit_length(), (-256).bit_length(), (255).bit_count(), (-7).bit_count(), (5).as_integer_ratio(), (1.25).as_integer_ratio(), (10).conjugate(), (3).is_integer(), (2.5).is_integer(), (10).numerator, (True).denominator, (5).real, (5).imag)
print((1000).to_bytes(2), (1000).to_bytes(4, 'little'), (-1).to_bytes(2, signed=True), int.from_bytes(b'\x03\xe8'), int.from_bytes(b'\xff\xff', signed=True), int.from_bytes([1, 2], 'little'), (0).to_bytes(0), (5).to_bytes())
print(~5, -5 >> 1, -1 >> 100, 5 << 3, 6 & 3, 6 | 3, 6 ^ 3, -6 & 0xff, 2 ** 100 >> 98, 1 << 70, True + True, True & False, True ^ True)
print(pow(3, -1, 7), pow(2, 10, 1000), pow(-2, 3), pow(2, -2), pow(2.0, 3), pow(0, 0), pow(10, 3, -7), (-8) ** (1/3))
# ---
# large integers
n = 3 ** 200; print(n, -n // 7, n % 1000007, hex(n), n.bit_length(), str(n)[::-1][:10], n == float(n), n > 1e95, int(1e25), 10 ** 25 == 1e25, hash(n), hash(-1), hash(2 ** 61 - 1), hash(2 ** 61))
import math
print(math.isqrt(n), math.gcd(n, 9 ** 50), math.lcm(12, 18, 8), math.comb(50, 25), math.perm(10, 3), math.factorial(30), math.prod([2, 3, 7]), n.__float__(), int('9' * 50) + 1, divmod(-n, 10 ** 30))
# ---
# comparisons between kinds
from fractions import Fraction; from decimal import Decimal
print(1 == 1.0 == Fraction(1) == Decimal(1) == True == 1+0j, 0.1 == Fraction(1, 10), Decimal('0.1') == 0.1, Decimal('0.5') == 0.5 == Fraction(1, 2), 2 ** 53 == 2.0 ** 53, 2 ** 53 + 1 == 2.0 ** 53, 10 ** 400 > 1e308, float('inf') > 10 ** 400, float('nan') == float('nan'), len({1, 1.0, True, Fraction(1), Decimal(1)}), max(1, 1.0), min(True, 1))
# ---
# hashes are equal for equal numbers
from fractions import Fraction; from decimal import Decimal
print(hash(0.5) == hash(Fraction(1, 2)) == hash(Decimal('0.5')), hash(float('inf')), hash(float('-inf')), hash(0.0), hash(-2), hash(1e20) == hash(10 ** 20), hash(1j), hash(2.5), hash(Fraction(1, 3)), hash(Decimal('1.1')), hash(-0.5), hash(Fraction(7, 1)))
# ---
# math functions at the edges
import math
for f, a in ((math.sqrt, (-1,)), (math.log, (0,)), (math.log, (-1,)), (math.log, (8, 2)), (math.log, (10 ** 400,)), (math.log2, (2 ** 1000,)), (math.log10, (10 ** 30,)), (math.log1p, (-1,)), (math.exp, (1000,)), (math.pow, (0, -1)), (math.pow, (-8, 1 / 3)), (math.fmod, (5, 0)), (math.fmod, (-5, 3)), (math.remainder, (5, 3)), (math.acos, (2,)), (math.atanh, (1,)), (math.cosh, (1000,)), (math.floor, (float('inf'),)), (math.ceil, (float('nan'),)), (math.trunc, (-2.7,)), (math.frexp, (8.0,)), (math.ldexp, (0.5, 4)), (math.ldexp, (1.0, 5000)), (math.modf, (-3.25,)), (math.copysign, (1, -0.0)), (math.hypot, (3, 4, 12)), (math.dist, ((0, 0), (3, 4))), (math.isclose, (1, 1 + 1e-10)), (math.fsum, ([0.1] * 10,)), (math.sumprod, ([1, 2], [3, 4])), (math.nextafter, (1.0, 2.0)), (math.ulp, (1.0,)), (math.factorial, (-1,)), (math.factorial, (2.5,)), (math.isqrt, (-1,)), (math.comb, (3, 5)), (math.gcd, (0, 0)), (math.degrees, (math.pi,)), (math.fma, (2, 3, 4)), (math.gamma, (5,)), (math.gamma, (0,)), (math.sqrt, ('x',)), (math.floor, ('x',)), (math.sin, (10 ** 400,))):
    try: print(f.__name__, a if len(repr(a)) < 40 else '...', f(*a))
    except Exception as e: print(f.__name__, type(e).__name__, e)
# ---
# percent formatting
for f, v in (('%d', 3.99), ('%i', True), ('%5d|', 42), ('%-5d|', 42), ('%05d', -42), ('%+d', 42), ('% d', 42), ('%x', 255), ('%#x', 255), ('%#X', 255), ('%o', 8), ('%#o', 8), ('%e', 12345.678), ('%.2e', 0), ('%g', 1e-5), ('%g', 1e5), ('%G', 1e-10), ('%f', 1e10), ('%.0f', 2.5), ('%#.0f', 2.5), ('%10.3f|', 3.14159), ('%-10.3f|', 3.14159), ('%c', 65), ('%c', 'z'), ('%s', None), ('%r', 'a'), ('%a', 'é'), ('%5s|', 'ab'), ('%-5s|', 'ab'), ('%.2s', 'abcdef'), ('%%', ()), ('%d%%', 50), ('%s %s', ('a', 'b')), ('%*d', (5, 3)), ('%.*f', (2, 3.14159)), ('%(a)s %(b)05d', {'a': 1, 'b': 2}), ('%s', (1,)), ('%d', 10 ** 30), ('%x', -255), ('%u', 5), ('%ld', 5), ('%F', float('inf')), ('%5.1f', float('nan')), ('%s', [1, 2])):
    print(f, '->', f % v)
