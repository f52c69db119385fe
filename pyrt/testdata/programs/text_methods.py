# cases beyond ASCII
for s in ('ß', 'İ', 'ı', 'ŉ', 'ǆ', 'ΑΣ', 'ΑΣ.', 'Σ', 'ﬃ', 'ΐ', 'ᾳ', 'Ж', 'ё', 'ª', 'Ⅷ', 'ⓐ', 'ა', 'Ა', '𐐀', '𝐀', 'ŉa', "they're bill's", 'x1y', 'hello wORLD'):
    print(s, s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold(), len(s.upper()))
# ---
# classes of characters
for c in ('a', 'A', '1', '²', '½', 'Ⅷ', '٣', '一', '_', ' ', '\t', '\x1c', '\x85', '\xa0', '\u2003', '\u200b', 'é', 'ª', 'ß', '\u0301', '\u00ad', '\ud800', '\U0001f600', '', '\n', '\u2028', 'ǅ', '・', '℘', '·'):
    print(ascii(c), c.isalpha(), c.isdigit(), c.isdecimal(), c.isnumeric(), c.isalnum(), c.isspace(), c.isupper(), c.islower(), c.istitle(), c.isprintable(), c.isidentifier(), c.isascii())
# ---
# repr of text
for s in ("it's", 'say "hi"', 'both \' and "', 'tab\tnew\nret\r', 'nul\0', '\x1b', '\x7f', '\x80', '\xa0', 'é', '\u0301', '\u200b', '\ud800', '\U0001f600', '\U000e0001', '\\', '\uffff', '中文', '\u2028'): print(repr(s), ascii(s), len(s))
for b in (b"it's", b'"', b'\'"', b'\0\x7f\x80\xff', b'\t\n\r\\', b''): print(repr(b), repr(bytearray(b)), str(b))
# ---
# splitting
s = '  a b\t\tc\n d  '
print(s.split(), s.split(' '), s.split(None, 1), s.rsplit(None, 1), s.rsplit(' ', 2), s.split(maxsplit=0), 'a,b,,c'.split(','), 'a,b,,c'.rsplit(',', 1), ''.split(), ''.split(','), 'abc'.split('abc'), 'aaa'.split('a'), s.split('\t'))
print('a\nb\r\nc\rd\x0be\x0cf\x1cg\x85h\u2028i'.splitlines(), 'a\n\nb\n'.splitlines(True), ''.splitlines(), '\n'.splitlines(), b'a\nb\r\nc\x0bd'.splitlines())
print('a.b.c'.partition('.'), 'a.b.c'.rpartition('.'), 'abc'.partition('.'), 'abc'.rpartition('.'), 'x\xa0y z'.split(), b' a  b '.split(), b'a,b'.split(b','))
# ---
# searching
s = 'abracadabra'
print(s.find('a'), s.find('a', 1), s.find('z'), s.find(''), s.find('', 20), s.rfind('a'), s.rfind('a', 0, 5), s.index('bra'), s.rindex('bra'), s.count('a'), s.count('abra'), s.count(''), 'aaaa'.count('aa'), s.find('a', -3), s.find('a', -3, -1), s.startswith('abra'), s.startswith(('x', 'a')), s.startswith('b', 1), s.endswith('ra'), s.endswith(('a', 'x'), 0, 4), s.startswith(''), s.startswith('', 50), 'cad' in s, '' in s)
for f in (lambda: s.index('z'), lambda: s.rindex('z'), lambda: s.startswith(1), lambda: s.startswith(('a', 1)) or s.startswith((1,)), lambda: 1 in s, lambda: s.find(1), lambda: s.count()):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
# ---
# replacing and trimming
print('aaa'.replace('a', 'b'), 'aaa'.replace('a', 'b', 2), 'abc'.replace('', '-'), 'abc'.replace('', '-', 2), ''.replace('', 'x'), 'aaa'.replace('aa', 'b'), 'abc'.replace('b', ''), 'a'.replace('a', 'b', count=0))
print('xxhixx'.strip('x'), '  hi\n'.strip(), 'abcba'.strip('ab'), 'www.x.com'.lstrip('w.'), 'file.txt'.rstrip('.tx'), '\u3000hi\xa0'.strip(), 'prefix-name'.removeprefix('prefix-'), 'name.py'.removesuffix('.py'), 'abc'.removesuffix(''), 'a'.removeprefix('abc'))
# ---
# padding
print(repr('ab'.center(7)), repr('abc'.center(6, '*')), repr('a'.center(4, '-')), repr('ab'.ljust(4)), repr('ab'.rjust(4, '0')), '42'.zfill(5), '-42'.zfill(6), '+4'.zfill(4), 'abc'.zfill(2), ''.zfill(3), repr('a\tb'.expandtabs()), repr('ab\tc\n\td'.expandtabs(4)), repr('\t'.expandtabs(0)), '日本'.center(6, '*'))
# ---
# translation
t = str.maketrans({'a': '1', 'b': None, 99: 'CC', 'd': 100}); print('abcd'.translate(t), t)
t = str.maketrans('abc', 'xyz', 'd'); print('abcde'.translate(t), t, b'abc'.translate(bytes(range(256)).upper()), b'abc'.translate(None, b'b'), bytes.maketrans(b'a', b'b')[95:100])
class T:
    def __getitem__(self, k):
        if k == 97: raise LookupError
        return k + 1
print('abc'.translate(T()))
for f in (lambda: str.maketrans({'ab': 1}), lambda: 'a'.translate({97: 0x110000}), lambda: 'a'.translate({97: 1.5}), lambda: str.maketrans('a', 'bc'), lambda: str.maketrans(1), lambda: b'a'.translate(b'x')):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
# ---
# format strings
print('{} {}'.format(1, 2), '{1} {0}'.format(1, 2), '{a.real} {b[0]} {b[1][x]}'.format(a=5, b=[1, {'x': 2}]), '{:{}}'.format('a', 5) + '|', '{:{w}.{p}f}'.format(3.14159, w=8, p=2), '{!r} {!s} {!a}'.format('é', 'é', 'é'), '{{}} {{{}}}'.format(1), '{0[a b]}'.format({'a b': 1}), '{:>{width}}'.format('x', width=3), '{:}'.format(5), '{!r:>5}'.format('a'), '{0:{1}{2}}'.format(5, '0', 3))
for s, a, k in (('{', (), {}), ('}', (), {}), ('{}', (), {}), ('{0} {}', (1, 2), {}), ('{} {0}', (1, 2), {}), ('{a}', (), {}), ('{0.x}', (1,), {}), ('{0[}', ([],), {}), ('{0[]}', ([],), {}), ('{!}', (1,), {}), ('{!z}', (1,), {}), ('{!rr}', (1,), {}), ('{0[x]}', ([1],), {}), ('{:{}}', (1,), {}), ('{0.}', (1,), {}), ('{:d}', ('a',), {}), ('{[a}', (1,), {}), ('{-1}', (1,), {}), ('{a', (), {'a': 1}), ('{:{:{}}}', (1, 2, 3), {})):
    try: print(s, '->', s.format(*a, **k))
    except Exception as e: print(s, '->', type(e).__name__, e)
# ---
# f-strings
x = 3; w = 6; d = {'k': 'v'}; n = None
print(f'{x}', f'{x!r:>{w}}|', f'{x=}', f'{x = }', f'{x=!s}', f'{x=:>5}', f'{d["k"]}', f"{d['k']=}", f'{{{x}}}', f'{x:{"0"}{w}}', f'{x + 1:.2f}', f'{(lambda y: y * 2)(x)}', f'{[i for i in range(x)]}', f'{x if x else w}', f'{"nested " + f"{x}"}', f'{n}', f'{x,}', f'{*[1, 2],}', f'{"a" "b"}', f'''{
    x   # a comment
}''', f'{x!a}', f'{x:%}', f'{"\n"!r}', rf'\n{x}', f'{x:>{w - 1}}|', f'{d}')
print(f'{"quote: " + '"'}', f'{x:{w}.{1}f}|', f'{10000:,}', f'{x :<5}|', f'{ x = !r:^10}|', f'{print.__name__}', f'{(y := 5)}', y)
# ---
# t-strings
name = 'world'; n = 5
t = t'hello {name!r:>10} and {n + 1} {n=}'
print(type(t).__name__, t.strings, [(i.value, i.expression, i.conversion, i.format_spec) for i in t.interpolations], t.values)
print(list(t), t'', list(t'{1}{2}'), repr(t'a{1}')[:9], len((t'x' + t'{n}').strings))
try: t'a' + 'b'
except TypeError as e: print(e)
match t'q{n}':
    case _ if isinstance(t, type(t'')): print('template')
# ---
# encoding and decoding
s = 'aé€😀'
for enc in ('utf-8', 'utf-16', 'utf-16-le', 'utf-32-be', 'latin-1', 'ascii', 'cp1252', 'utf-8-sig', 'unicode_escape', 'raw_unicode_escape', 'cp437', 'iso8859-15', 'koi8-r', 'mac-roman'):
    for err in ('strict', 'replace', 'ignore', 'xmlcharrefreplace', 'backslashreplace', 'namereplace'):
        try: print(enc, err, s.encode(enc, err))
        except UnicodeError as e: print(enc, err, e)
        except Exception as e: print(enc, err, type(e).__name__, e)
# ---
# decoding errors
for raw, enc in ((b'\xff', 'utf-8'), (b'a\xc3', 'utf-8'), (b'\xe2\x82', 'utf-8'), (b'\xed\xa0\x80', 'utf-8'), (b'\xf8\x88', 'utf-8'), (b'\xc0\x80', 'utf-8'), (b'\x80abc', 'ascii'), (b'\x81', 'cp1252'), (b'a', 'utf-16'), (b'\xff\xfea', 'utf-16'), (b'\x00\xd8', 'utf-16-le'), (b'\\xzz', 'unicode_escape'), (b'\\u12', 'unicode_escape'), (b'\xf0\x9f\x98', 'utf-8')):
    for err in ('strict', 'replace', 'ignore', 'backslashreplace', 'surrogateescape'):
        try: print(raw, enc, err, ascii(raw.decode(enc, err)))
        except UnicodeError as e: print(raw, enc, err, e, e.start, e.end, e.reason)
print(b'\xff'.decode('utf-8', 'surrogateescape').encode('utf-8', 'surrogateescape'), '\ud800'.encode('utf-8', 'surrogatepass'))
# ---
# names and literals of characters
print('\N{GREEK SMALL LETTER ALPHA}\N{EURO SIGN}\x41\u00e9\U0001F600\101\0', len('\N{LATIN SMALL LETTER E WITH ACUTE}'), r'\n\x', b'\x41\101', 'a\
b', "a" 'b' """c
d""", ascii('\N{BULLET}'))
import unicodedata as u
for c in 'aé½٣Ⅷ€中\u0301\n ': print(ascii(c), u.name(c, 'none'), u.category(c), u.bidirectional(c), u.combining(c), u.numeric(c, None), u.decimal(c, None), u.digit(c, None), u.east_asian_width(c), u.mirrored(c))
print([ascii(u.normalize(f, 'é\ufb01Å½')) for f in ('NFC', 'NFD', 'NFKC', 'NFKD')], u.lookup('SNOWMAN'), u.is_normalized('NFC', 'é'))
# ---
# bytes and bytearray
b = bytearray(b'hello'); b[0] = 72; b += b' w'; b.extend([33, 34]); b.insert(0, 60); print(b, b.pop(), b.pop(0), b.index(b'l'), b.count(b'l'), b[1:3], b[::-1], b.find(108), 108 in b, b'll' in b)
del b[1:3]; b[0:1] = b'XY'; b.reverse(); b.remove(111) if 111 in b else None; print(b, len(b), b.upper(), b.hex(), b.hex('-', 2), bytes.fromhex('4142 43'), b.isalpha(), b.copy() == b, b.clear(), b)
print(b'%d %s %x' % (5, b'a', 255), b'a' * 3, b'a' + bytearray(b'b'), bytearray(b'a') + b'b', b'abc'[1], b'abc'[1:2], list(b'ab'), bytes([1, 2]), bytes(3), bytes('é', 'utf-8'), b'a' < b'b', b'\x00'.isspace(), b'Ab'.swapcase(), b'a-b'.partition(b'-'), b'abc'.rjust(5, b'.'), b'12'.zfill(4), b' a '.strip(), b'a,b'.join([b'1', b'2']))
for f in (lambda: b'a' + 'b', lambda: b'a'[5], lambda: bytes([300]), lambda: bytes('a'), lambda: b'a'.find('a'), lambda: bytearray(b'a').__setitem__(0, 300), lambda: bytearray(b'').pop(), lambda: bytes.fromhex('4'), lambda: b'%s' % 'a', lambda: b'%d' % 'a', lambda: b'a'.decode('x'), lambda: bytearray(b'a').remove(5), lambda: bytes(-1), lambda: bytes(1.5), lambda: bytes([1.5]), lambda: b'a' * 'b', lambda: b''.join(['a']), lambda: bytes(None), lambda: b'a'.replace('a', 'b')):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
# ---
# memory views
m = memoryview(bytearray(b'abcdef')); print(m[0], m[1:3].tobytes(), len(m), m.tolist(), m.readonly, m.format, m.itemsize, m.nbytes, m.shape, m.strides, m.ndim, m == b'abcdef', m.hex(), bytes(m[::2]), m.contiguous)
m[0] = 65; m[1:3] = b'BC'; print(m.obj, hash(memoryview(b'ab')) == hash(b'ab'))
for f in (lambda: m.__setitem__(0, 300), lambda: m.__setitem__(slice(0, 2), b'abc'), lambda: memoryview(b'a').__setitem__(0, 1), lambda: m[99], lambda: memoryview('a'), lambda: hash(m)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
m.release()
try: m[0]
except ValueError as e: print(e)
with memoryview(b'x') as v: print(v[0])
