def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(f"{type(e).__name__}: {e}")

# ---
# int construction and text
for a in ('12', ' 12 ', '1_000', '_1', '1__0', '0x1f', '', '-', '+5', '٣', '1.0', b'12', b' 7\n', '0b1', '--1', 'é', '1\x00'): t(int, a)
for a in (('0x1f', 16), ('1f', 16), ('0x1f', 0), ('010', 0), ('0o10', 0), ('z', 36), ('z', 35), ('1', 1), ('1', 37), ('1', 'x'), (1, 2), ('0b12', 0), ('0_1', 0)): t(int, *a)
t(int, 1.9); t(int, -1.9); t(int, float('nan')); t(int, float('inf')); t(int, None); t(int, []); t(int, 1j); t(int, 1e30); t(int); print(int('9' * 50), int(b'ff', 16))
# ---
# big integer arithmetic
a = 2 ** 100; b = -3 ** 50
print(a * b, a // b, a % b, divmod(b, 7), a >> 90, b >> 200, a << 3, a & b, a | b, a ^ b, ~a, pow(a, -1, 97), pow(3, 10 ** 20, 1007), -7 // 2, -7 % 3, 7 % -3, divmod(-7, -2), 5 / 2, a / 3, 2 ** -1, 0 ** 0)
t(lambda: 1 // 0); t(lambda: 1 % 0); t(lambda: 1 / 0); t(divmod, 1, 0); t(lambda: 1.0 // 0); t(lambda: 1.0 % 0); t(lambda: 0 ** -1); t(pow, 2, -1, 4); t(pow, 2, 3, 0); t(lambda: 1 << -1); t(lambda: 1 >> -1); t(lambda: 10 ** 400 / 3); t(lambda: float(10 ** 400)); t(lambda: 10 ** 400 * 1.0); print(10 ** 400 // 10 ** 399, 10 ** 400 / 10 ** 399)
print(a.bit_length(), b.bit_count(), (255).to_bytes(2, 'big'), (-1).to_bytes(2, 'little', signed=True), int.from_bytes(b'\x01\x00'), int.from_bytes(b'\xff', signed=True), (5).as_integer_ratio(), (5).is_integer()); t((256).to_bytes, 1, 'big'); t((-1).to_bytes, 1); t((1).to_bytes, 1, 'x')
# ---
# float repr
for x in (0.1, 1e16, 1e15, 123456789012345680.0, 1e-4, 1e-5, 1.5e300, 5e-324, 1.7976931348623157e308, -0.0, 0.1 + 0.2, 1e22, 1e23, 2.5, 100.0, float('inf'), -float('inf'), float('nan'), 9007199254740993.0, 1 / 3): print(repr(x), str(x), f'{x}', f'{x:g}', f'{x:.3}', f'{x:.0f}', f'{x:e}', '%s %r %g %.2f' % (x, x, x, x))
# ---
# float construction
for a in ('1.5', ' 1.5\n', '1e5', '1_0.5', '_1', '.5', '5.', '.', 'inf', '-Infinity', 'nan', '+nan', 'infin', '1e', '0x1p3', '', b'1.5', '١.٥', '1e400', '-1e-400', '1 2'): t(float, a)
t(float, None); t(float, []); t(float, 1j); t(float.fromhex, '0x1.8p3'); t(float.fromhex, 'zz'); print((0.1).hex(), (-1.5).hex(), (0.1).as_integer_ratio(), (2.0).is_integer(), float('inf').hex(), (5e-324).hex()); t(float('inf').as_integer_ratio); t(float('nan').as_integer_ratio); print(float.from_number(5))
# ---
# rounding
for a in ((0.5,), (1.5,), (2.5,), (2.675, 2), (1e300, -300), (1234.5, -2), (1.005, 2), (-2.5,), (5, -1), (15, -1), (25, -1), (-15, -1), (123456, -3), (1.0, None), (1e16, 2), (float('inf'), 1), (0.1, 400), (12345.678, -400)): t(round, *a)
t(round, float('nan')); t(round, float('inf')); t(round, 1, 1.5); t(round, 10 ** 30, -29); t(round, True)
# ---
# bool is an int
print(True + True, -True, ~True if 0 else -2, True & 1, True & False, True ^ True, True | 2, bool('False'), bool(0.0), isinstance(True, int), True == 1.0, [10, 20][True], True.real, '%d %s %r %x' % (True, True, True, True), f'{True:5}|{True:d}|{True!s:>6}', int(True), sum([True] * 3), True < 2, True.bit_length(), divmod(True, 1), round(True), True ** 2, str(True).lower(), {True: 1}[1]); t(bool, 1, 2); t(bool, x=1)
# ---
# str methods: split family
s = ' a  b c '
print(s.split(), s.split(' '), s.split(None, 1), s.rsplit(None, 1), 'a,b,,c'.split(','), 'a,b,c'.rsplit(',', 1), ''.split(), ''.split(','), 'a\r\nb\nc\x0bd\x85e\u2028f'.splitlines(), 'a\n\nb\n'.splitlines(True), 'abc'.partition('b'), 'abc'.rpartition('x'), 'abc'.partition('x'), 'aXbXc'.rpartition('X'), '\x1c a \x1f'.split(), 'a\xa0b'.split())
t('a'.split, ''); t('a'.split, 1); t('a'.partition, ''); t('a'.split, 'a', 'b'); print('a b c'.split(maxsplit=1), 'abab'.split('ab'), 'aaa'.split('aa'), 'aaa'.rsplit('aa'))
# ---
# str methods: case
for s in ('straße', 'ǆ', 'İ', 'ΑΣ', 'Σ', 'ΑΣ Β', 'ﬁ', 'ŉ', "they're bill's", 'x1y A-b', 'ᾳ', 'ẞ', 'ς', 'ß', 'Ǆabc'): print(s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold(), s.isupper(), s.islower(), s.istitle())
# ---
# str methods: classes
for s in ('', 'a', '1', '²', '½', '٣', 'Ⅷ', ' ', '\n', '\x00', 'é', 'a1', '_a', '1a', 'class', '日本', '\u200b', '\xad', 'A', '\U0001f600', '一'): print(ascii(s), s.isalpha(), s.isdigit(), s.isdecimal(), s.isnumeric(), s.isalnum(), s.isspace(), s.isprintable(), s.isidentifier(), s.isascii())
# ---
# str methods: padding and strip
print('ab'.center(7, '*'), 'ab'.center(6), 'abc'.center(6, '-'), 'a'.ljust(3, '.'), 'a'.rjust(3), '-5'.zfill(5), '+'.zfill(3), 'abc'.zfill(2), '--1'.zfill(5), 'xxaxx'.strip('x'), '\u3000a\u2003'.strip(), 'abc'.strip('cb'), 'a'.strip(''), 'a\tb'.expandtabs(), 'ab\tc\n\td'.expandtabs(4), '\t'.expandtabs(0), 'aé'.center(5, 'é')); t('a'.center, 5, 'xx'); t('a'.ljust, 5, ''); t('a'.center, 'x'); t('a'.strip, 1); t('a'.center)
# ---
# str repr and escapes
print(repr("it's"), repr('"'), repr('\'"'), repr('\n\t\r\\'), repr('\x00\x7f\x80\xa0\xad'), repr('é日\U0001f600\u200b\ud800'.encode('utf8', 'surrogatepass').decode('utf8', 'surrogatepass')[:4]), ascii('é日\U0001f600'), repr('\u2028\ufeff\ue000'), repr('\U000e0001'), '\N{BULLET}\x41\101\u0041', repr(b'\x00a\'"\xff\n'), repr(b"it's"), repr(bytearray(b'a')))
# ---
# str maketrans and translate
print('abc'.translate({97: 'X', 98: None, 99: 100}), 'abc'.translate(str.maketrans('ab', 'xy', 'c')), str.maketrans({'a': 1, 98: 'q'}), str.maketrans('ab', 'cd'), str.maketrans('', '', 'xy')); t(str.maketrans, 'a', 'bc'); t(str.maketrans, {'ab': 1}); t(str.maketrans, 1); t(str.maketrans, 1, 2); t('a'.translate, {97: 1 << 30}); t('a'.translate, {97: []}); t('a'.translate, 5)
class T:
    def __getitem__(s, k): return 'z' if k == 97 else None if k == 98 else s.x(k)
    def x(s, k): raise LookupError
print('abc'.translate(T()), 'abc'.translate('x' * 98 + '!'), 'abc'.translate([]))
# ---
# str joins and arithmetic
t(','.join, ['a', 1]); t(','.join, 5); t(','.join, 'abc'); t(lambda: 'a' + 1); t(lambda: 1 + 'a'); t(lambda: 'a' * 'b'); t(lambda: 'a' * 1.5); t(lambda: 'a' - 'b'); t(lambda: 'a' % 1); t(lambda: 'a' < 1); t(lambda: 'a' + b'b'); t(lambda: b'a' + 'b'); print('ab' * 3, 3 * 'ab', 'a' * -1, 'abc' > 'abd', 'a' in 'abc', '' in '', 'Z' < 'a', 'a' == b'a', ','.join({'x': 1}), ''.join(c for c in 'ab'), b','.join([b'a', bytearray(b'b')])); t(b','.join, ['a']); t(str, 1, 2); t(str, b'a', 'ascii'); t(str, b'\xff', 'ascii'); t(str, b'\xff', 'ascii', 'replace'); t(str, 'a', 'utf8'); t(str, b'a'); t(chr, -1); t(chr, 0x110000); t(ord, 'ab'); t(ord, ''); t(ord, 1); t(ord, b'a')
# ---
# percent formatting
print('%5d|%-5d|%05d|%+d|% d|%x|%#x|%#o|%X|%e|%G|%c|%c|%r|%a|%%|%10.3s|%-10s|' % (1, 2, 3, 4, 5, 255, 255, 8, 255, 12345.678, 1e-10, 'a', 66, 'x', 'é', 'abcdef', 'q'), '%(a)s %(b)05.1f' % {'a': 1, 'b': 2.25}, '%*d|%-*d|%.*f' % (5, 1, 5, 2, 2, 3.14159), '%s' % (1,), '%s' % [1], '%s %s' % (1, (2,)), '%i' % 3.99, '%d' % True, '%.0f' % 0.5, '%.0f' % 1.5, '%#.0f' % 1, '%05s' % 'a', '%+05d' % -3, '%x' % -255, '%o' % 8, '%.3d' % 5, '%5.3d|' % 5, '%#.3g' % 1.0, '%lu' % 5)
for f, a in (('%d', 'a'), ('%d', None), ('%s %s', (1,)), ('%s', (1, 2)), ('%q', 1), ('%', 1), ('%(a)s', 1), ('%(a)s', {}), ('%x', 1.5), ('%c', 'ab'), ('%c', -1), ('%f', 'a'), ('%*d', ('a', 1)), ('%(a', {'a': 1}), ('a', (1,)), ('a', {}), ('a', [1]), ('%d', 1j), ('%c', 1.5), ('%d', float('inf')), ('%o', 'x'), ('%.1x', 3.0), ('%s%', 1), ('%ld %hd', (1, 2)), ('%5%|', ()), ('%z', ())): t(lambda: f % a)
# ---
# str.format fields
class O:
    a = 1; d = {'k': [5, 6]}
    def __getitem__(s, k): return ('item', k)
    def __format__(s, spec): return f'<{spec}>'
print('{} {}'.format(1, 2), '{1} {0}'.format(1, 2), '{a.a} {a[x y]} {a[0]}'.format(a=O()), '{0.d[k][1]}'.format(O()), '{!r:>5}'.format('a'), '{:{}}'.format(1, 5), '{:{w}.{p}f}'.format(3.14159, w=8, p=2), '{{}} {}'.format(1), '{:%Y}'.format(__import__('datetime').date(2020, 1, 2)), '{0:x>5}'.format(O()), '{:>{}}'.format('a', 3), '{a!s}'.format(a=1), '{0[a]}'.format({'a': 1}), '{:}'.format(3))
for f in ('{', '}', '{a', '{0}{}', '{}{0}', '{!x}', '{!}', '{0[}', '{0[]}', '{.}', '{5}', '{a}', '{0.zz}', '{:d}', '{0!r', '{!rr}', '{0[1]x}', '{ }', '{-1}', '{:{:{}}}', '{0[a]}'): t(f.format, 'x')
# ---
# format specs
for v, specs in ((42, ('', 'd', '5', '<5', '^5', '>5', '=+5', '05', '+', ' ', 'x', '#x', '#X', '#o', 'b', '#010b', 'c', 'n', ',', '_', '_x', 'e', '.2f', '%', '*^9', '-', '.1', ',x', 's', 'z', '010,', '<05', '1_000')), (-3.75, ('', '.1f', '08.1f', '+', 'e', '.0e', 'g', 'G', 'n', '%', '.1%', ',', '10', '<10', '=10', '_<10.2f', 'F', '#.0f', 'z.0f', 'd', 'x', 's', 'c', '.', '.f', ',.2f', '_.3f', '.3', '10.3g', '.6_f', '.6,f', '020,.2f')), ('text', ('', 's', '10', '>10', '^10', '.2', '*<8.3', '=5', '05', 'd', '+', ',', '#', '10s', '\u00e9>6', '>', 'x' * 3, '.', '.a', '99999999999999999999')), (1234567.891, ('', ',', '_', ',.1f', 'n', '.3e', '.10g', 'z,.0f', '>+15,.1f', '=+020_'))):
    for s in specs: t(format, v, s)
# ---
# list methods
l = [3, 1, 2]; l.sort(reverse=True); print(l, l.index(1), l.count(3), l.copy(), l + [1], l * 2, [1, 2] * 0, l.reverse(), l); l.insert(-100, 0); l.insert(100, 9); print(l); l.extend('ab'); l += (1,); print(l, l.pop(0), l.pop(-1)); del l[1:3]; print(l, list('ab'), list(), [[]] * 2); l = [1, 2]; l *= 2; print(l, sorted('bca', key=lambda c: -ord(c)), sorted([(1, 'b'), (1, 'a')], key=lambda p: p[0]), [1, 2, 3] > [1, 2], l.remove(2), l); t(lambda: [1] + (1,)); t(lambda: [1] * 'a'); t(lambda: [1] * 1.0); t(l.extend, 1); t(l.insert, 'a', 1); t(l.sort, key=1); t(lambda: list(1)); t(lambda: list(1, 2)); t(l.index, 1, 5); t(l.sort, reverse='x'); t(lambda: sorted([1, 2], key=lambda: 1))
def f():
    m = [2, 1]; m.sort(key=lambda x: m.append(1) or x)
t(f)
# ---
# dict methods
d = {'a': 1, 'b': 2}; print(d.pop('a'), d.pop('z', 5), d.setdefault('c', []), d.setdefault('c', 1), d.get('q'), d.popitem(), d, list(d.items()), d.keys() & {'b'}, d.items() - {('b', 2)}, dict(a=1, **{'b c': 2}), dict([('x', 1)], y=2), dict(zip('ab', range(2))), {**d, 'b': 9}, d | {'n': 1}, list(reversed({'x': 1, 'y': 2})), d == {'b': 2.0}, dict.fromkeys([1, 2]), {1: 1}.items() == {(1, 1)}, d.values(), d.keys(), d.items(), 'b' in d.keys(), ('b', 2) in d.items()); t(d.pop, 'zz'); t({}.popitem); t(d.pop); t(lambda: d | [1]); t(d.update, 5); t(d.update, [5]); t(d.update, ['abc']); t(d.update, 'ab'); t(lambda: d < d); t(lambda: d.keys() + d.keys()); t(lambda: {1, 2} | [3]); d |= [('k', 5)]; print(d); t(lambda: d.fromkeys(1)); print(d.keys().mapping, d.keys().isdisjoint('q')); t(lambda: {}.get()); t(dict, [1, 2]); t(dict, [[1, 2, 3]]); t(dict, 'ab')
# ---
# set methods
s = {1, 2, 3}; f = frozenset([2, 3]); print(s & f, s - f, s ^ {1, 9} == {2, 3, 9}, f <= s, s > f, s.issuperset([1]), s.isdisjoint([7]), type(f | s).__name__, type(s | f).__name__, s.union([4], 'a') == {1, 2, 3, 4, 'a'}, s.intersection([1, 2], [2]), s.difference([1], [2]), {1} == frozenset([1]), set('aa'), frozenset(), set(), repr({1}), s.symmetric_difference([1]) == {2, 3}, len({1, 1.0, True})); s.discard(99); s.update([5], (6,)); s.difference_update([1]); s &= {5, 6}; print(sorted(s)); t(s.remove, 99); t(lambda: s | [1]); t(lambda: s.add([])); t(set().pop); t(lambda: {[]}); t(lambda: s < [1]); t(lambda: f.add(1)); t(lambda: hash(s)); print({frozenset([1]): 1}[frozenset([1])], {1} in {frozenset([1])}, set([1]).__contains__(1)); t(set, 1); t(set, 1, 2); t(lambda: s.union(5)); t(frozenset().union, 5)
# ---
# slice objects
s = slice(1, 10, 2); print(s, s.indices(5), slice(None).indices(3), slice(-1, None, -1).indices(4), s == slice(1, 10, 2), slice('a', []), s.start, hash(s) == hash(slice(1, 10, 2)), slice(5)); t(s.indices, -1); t(slice(None, None, 0).indices, 3); t(slice); t(slice('a').indices, 3); t(lambda: s < slice(2)); print(slice(1, 2) < slice(1, 3)); t(lambda: [1, 2]['a':]); t(lambda: [1][::0]); t(lambda: 'abc'[::1.5])
# ---
# memoryview
m = memoryview(b'abcdef'); print(m[1], bytes(m[1:3]), m.tobytes(), len(m), m.tolist(), m[::2].tolist(), m == b'abcdef', m.readonly, m.format, m.nbytes, m.itemsize, m.shape, m.hex(), 97 in m); b = bytearray(b'xyz'); m = memoryview(b); m[0] = 65; m[1:] = b'BC'; print(b, m.obj is b); t(lambda: memoryview('a')); t(lambda: m[9])
def f(): m[0] = 300
t(f)
def f(): memoryview(b'a')[0] = 1
t(f)
with memoryview(b'x') as v: print(v[0])
t(lambda: v[0])
