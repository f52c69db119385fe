def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(f"{type(e).__name__}: {e}")

# ---
# re: flags, errors, functions
import re
for p, s, fl in ((r'(?P<a>\w)(?P<b>\d)?', 'x y1', 0), (r'a.c', 'a\nc', re.S), (r'^b', 'a\nb', re.M), (r'A B # c', 'ab', re.X | re.I), (r'\w+', 'é1_', re.A), (r'(?i:a)b', 'Ab', 0), (r'(?s-i:.)', '\n', re.I), (r'(a)|b', 'b', 0), (r'(?<=a)b(?!c)', 'abc ab', 0), (r'(a+)+b', 'aaab', 0), (r'(?:x|(y))\1?', 'yy', 0), (r'(?(1)a|b)', 'b', 0), (r'(x)?(?(1)a|b)', 'xa', 0), (r'a{2,3}?', 'aaaa', 0), (r'a*+a', 'aaa', 0), (r'(?>a+)b', 'aab', 0), (r'[^\W\d]+', 'ab1_', 0), (r'[]a]', ']', 0), (r'\bfoo\b', 'a foo', 0), (r'\Aa\Z', 'a', 0), (r'\u00e9\x41', 'éA', 0), (r'(?P<q>.)(?P=q)', 'aa', 0), (r'', 'ab', 0), (r'x*', 'axb', 0), (r'\N{DIGIT ONE}', '1', 0), (r'a|ab', 'ab', 0), (r'(?=(a))', 'a', 0), (r'[a-\d]' if 0 else r'[\d-]', '-', 0)):
    m = re.compile(p, fl); print(p, [x.span() for x in m.finditer(s)], m.search(s) and (m.search(s).groups(), m.search(s).groupdict(), m.search(s).lastindex, m.search(s).lastgroup), m.findall(s), m.split(s), m.sub('-', s), m.subn('<\\g<0>>', s), m.match(s), m.fullmatch(s), m.groups, m.groupindex, m.flags, repr(m))
for p in ('(', ')', '[', 'a)', '*', 'a**', 'a{2,1}', '(?P<a>x)(?P<a>y)', '(?P<1a>x)', '(?P<a', '(?P=b)', '(?P>x)', '(?<x)', '(?<=a+)', '\\', '\\1', '(a)\\2', '[z-a]', '[a-\\d]', '(?z)', '(?i', 'a(?i)b', '(?-i)', '(?i-i:a)', '\\q', '\\x1', '\\u12', '\\N{x}', '(?(2)a)', '(?(a)b)', '(?#', '(?P<a>(?P=a))', '(?:', 'x{1000000000000}', '[[:alpha:]]', '(?La)', '(?au)', '\\8', '(?P<>)', '(?()a)', '[\\', '(?', '(?P', 'a++b+', 'a?+*'): t(re.compile, p)
for f in (lambda: re.compile('a', 5000) if 0 else re.compile('a', re.L), lambda: re.compile(b'a', re.U), lambda: re.compile(b'a').search('a'), lambda: re.compile('a').search(b'a'), lambda: re.compile(5), lambda: re.sub('a', 5, 'a'), lambda: re.sub('(a)', r'\2', 'a'), lambda: re.sub('a', r'\g<x>', 'a'), lambda: re.sub('a', r'\g<', 'a'), lambda: re.sub('a', r'\q', 'a'), lambda: re.sub('a', '\\', 'a'), lambda: re.sub('(a)', r'\g<1>\1\g<0>\n', 'ba'), lambda: re.sub('a', lambda m: 5, 'a'), lambda: re.sub('(?P<n>a)', r'\g<n>!', 'a'), lambda: re.sub('a', 'b', 'aaa', 2), lambda: re.sub('a', 'b', 'aaa', count=1, flags=re.I), lambda: re.split('(,)', 'a,b,c', 1), lambda: re.split('', 'ab'), lambda: re.split(r'\b', 'a b'), lambda: re.escape('a.b*é-_ \n'), lambda: re.escape(b'a.'), lambda: re.compile(re.compile('a')).pattern, lambda: re.compile(re.compile('a'), re.I), lambda: re.match('a', 'b').group(), lambda: re.purge(), lambda: re.template if hasattr(re, 'template') else 'no', lambda: re.I | re.M, lambda: repr(re.RegexFlag(0)), lambda: re.compile('a', re.I | re.S).flags, lambda: re.NOFLAG, lambda: re.error is re.PatternError, lambda: re.findall('(a)(b)?', 'aab'), lambda: re.compile('a') == re.compile('a'), lambda: hash(re.compile('a')) == hash(re.compile('a')), lambda: re.compile('(?i)a') == re.compile('a', re.I), lambda: isinstance(re.match('', ''), re.Match), lambda: re.compile('b').search('abab', 2).span(), lambda: re.compile('^b').search('ab', 1), lambda: re.compile('b').match('ab', 1, 1), lambda: list(re.compile('a').scanner('aa').search.__name__ for _ in [1]) if 0 else 1): t(f)
m = re.match(r'(?P<y>\d{4})-(?P<m>\d\d)?', '2024-x'); print(m, m[0], m['y'], m[1], m.group(1, 2), m.groups('def'), m.groupdict('z'), m.start(), m.end('y'), m.span(2), m.pos, m.endpos, m.re.pattern, m.string, m.expand(r'\g<y>/\1\2'), m.regs, bool(m)); t(m.group, 5); t(m.group, 'q'); t(m.start, 'q'); t(lambda: m['zz']); t(m.expand, r'\3'); t(m.__getitem__, 1.5); match m:
    case re.Match(string=s): print(s)
try: re.compile('ab(c')
except re.error as e: print(e.msg, e.pattern, e.pos, e.lineno, e.colno, str(e))
try: re.compile('a\n*b\n(')
except re.error as e: print(e, e.lineno, e.colno)
print(re.sub(r'(?m)^', '> ', 'a\nb'), re.findall(r'(?x) a  # comment\n b', 'ab'), re.split(r'[\s,]+', ' a, b ,c '), re.sub('x*', '-', 'abxd'), re.findall(r'\d+(?:\.\d+)?', '1.5 2 .3'), re.sub(r'(\w+) (\w+)', r'\2 \1', 'hello world'), re.sub('é', 'e', 'café'), re.search('ß', 'SS', re.I), re.findall('[É]', 'é', re.I), re.findall('ſ', 's', re.I), re.findall(r'\S', '\x1c a'), re.findall(r'(?a:\w)\w', 'éa aé'))
# ---
# string, textwrap, html, shlex
import string, textwrap, html, shlex
T = string.Template; t(T('$a-${b}-$$').substitute, a=1, b=2); t(T('$a').substitute, {}); t(T('$').substitute); t(T('a\n $1').substitute, {}); t(T('${a').safe_substitute, {}); t(T('$a ${b} $$ $').safe_substitute, a='x'); t(T('$a').substitute, {'a': 1}, a=2); t(T('$a').substitute, 1, 2); print(T('$a $b_1 ${c}').get_identifiers(), T('$').is_valid(), T('$a').is_valid(), T('é$é').safe_substitute(), T('$A').template)
class P(T): delimiter = '%'; idpattern = '[a-z]+'
class B(T): pattern = r'\[\[(?:(?P<escaped>\[)|(?P<named>\w+)\]\]|(?P<braced>x)|(?P<invalid>))'
print(P('%a $b %%').substitute(a=1), P('%A').safe_substitute(), B('[[k]] [[[').safe_substitute(k='v'))
F = string.Formatter(); print(F.format('{0!r:>4}{a.real}', 'x', a=5), list(F.parse('a{0.x[1]!s:{w}}b}}c')), F.vformat('{} {x}', (1,), {'x': 2}), F.get_field('0.real', (5,), {}), F.convert_field(5, 'r')); t(F.format); t(F.format, '{}'); t(F.format, '{0} {}', 1); t(F.format, '{x}'); t(F.convert_field, 1, 'z'); t(F.vformat, '{0:{0:{0}}}', (1,), {})
class D(string.Formatter):
    def get_value(self, k, a, kw): return kw.get(k, '?') if isinstance(k, str) else a[k]
    def format_field(self, v, s): return f'<{v}|{s}>'
    def check_unused_args(self, u, a, k): print('used', sorted(map(str, u)), a)
print(D().format('{0} {zz:q} {a!r}', 1, 2, a='x')); print(string.capwords('  a b-c  D ', None), string.capwords('a-b', '-'), string.printable[-6:].encode(), string.octdigits, string.ascii_letters)
s = 'The quick brown fox-jumped over the "lazy" dog. And then: it slept... really!'
for k in (dict(width=20), dict(width=10, break_long_words=False), dict(width=15, initial_indent='* ', subsequent_indent='    '), dict(width=20, max_lines=2), dict(width=12, max_lines=2, placeholder='~'), dict(width=20, fix_sentence_endings=True), dict(width=8, break_on_hyphens=False), dict(width=30, drop_whitespace=False), dict(width=5), dict(width=1), dict(width=25, expand_tabs=False, replace_whitespace=False)): t(textwrap.wrap, s + '\ta\n\nb', **k); t(textwrap.fill, s, **k)
t(textwrap.wrap, s, width=0); t(textwrap.wrap, s, width=3, max_lines=1, placeholder='.....'); t(textwrap.shorten, s, 20); t(textwrap.shorten, s, 5); t(textwrap.shorten, '  a   b ', 10); t(textwrap.dedent, '\n  a\n    b\n \n  c\n'); t(textwrap.dedent, ' a\n\tb'); t(textwrap.dedent, '\ta\n\t\tb\n'); t(textwrap.dedent, 5); t(textwrap.indent, 'a\n\n b\n', '--'); t(textwrap.indent, 'a\nb', '+', lambda l: 'a' in l); t(textwrap.TextWrapper(width=10).fill, 'a b c d e f g h'); t(textwrap.wrap, 'aaaaaaaaaaaa-bbbbbbbbbbb--ccc', 6); t(textwrap.wrap, '', 5); t(textwrap.wrap, '   ', 5); t(textwrap.wrap, 'x' * 12, 5)
print(html.escape('<a href="x">\'&\'</a>'), html.escape('"\'', False), html.unescape('&lt;&amp;&#39;&#x41;&copy;&notit;&nope;&eacute&#0;&#128;&#xD800;&#99999999;&hellip;&amp;lt;'))
for s in ('a b c', 'a "b c" d', "a 'b\\' c", 'a\\ b', '"a\\"b"', "'", 'a #c', 'x="y z"', '', ' ', 'a\nb', '""', 'é "ü ö"', 'a"b"c'): t(shlex.split, s); t(shlex.split, s, comments=True, posix=False)
print(shlex.quote("it's"), shlex.quote(''), shlex.quote('a-b_c./@%+=:,'), shlex.join(['a b', 'c']), list(shlex.shlex('a+b "c d"; e', punctuation_chars=True)), list(shlex.shlex("a 'b' c;d")), list(shlex.shlex('a && b || c', posix=True, punctuation_chars=True))); t(shlex.quote, 5); t(shlex.split, None)
# ---
# urllib.parse, ipaddress
from urllib.parse import *
import urllib.parse as up
for u in ('http://user:pa%20ss@Host.com:8080/p/a;x?q=1&r=#frag', '//h/p', '/p?q', 'mailto:a@b.c', 'http://[::1]:80/x', 'http://h:', 'file:///a/b', 'x', '', 'http://h?q', 'HTTP://H/%7Ea', 'postgresql+psycopg2://u:p@h/db?sslmode=require', 'sqlite:///a.db', 'sqlite://', 'http:h', 'a:b:c', 'http://h/p;a=1;b', 'http://é.com/ü', 'javascript:1'):
    r = urlparse(u); s = urlsplit(u); print(r, s, r.geturl(), r.hostname, s.username, s.password, (lambda: r.port)() if 'h:' != u[-2:] else None, urlunsplit(s), urldefrag(u))
for f in (lambda: urlparse('http://h:99999').port, lambda: urlparse('http://h:x').port, lambda: urlparse('http://[::1'), lambda: urlparse('http://[v1]'), lambda: urlsplit(b'http://h/p'), lambda: urlparse(5), lambda: urljoin('http://a/b/c', '../d'), lambda: urljoin('http://a/b/c/', './/e'), lambda: urljoin('http://a/b', '//h/x'), lambda: urljoin('http://a/b', '?q'), lambda: urljoin('http://a/b', ''), lambda: urljoin('', 'x'), lambda: urljoin('http://a/b/c?q#f', '#g'), lambda: urljoin('mailto:x', 'y'), lambda: urljoin('http://a', '../../x'), lambda: quote('a b/é?&=+~'), lambda: quote('/', safe=''), lambda: quote(b'\xff'), lambda: quote('é', encoding='latin-1'), lambda: quote(b'a', encoding='x'), lambda: quote_plus('a b+c'), lambda: unquote('%41%zz%c3%a9%ff+'), lambda: unquote_plus('a+b%20'), lambda: unquote_to_bytes('%ff%e'), lambda: quote_from_bytes(b'a/b c'), lambda: quote_from_bytes('x'), lambda: urlencode({'a': 1, 'b': 'x y', 'é': 'ü'}), lambda: urlencode([('a', [1, 2]), ('b', 'c')], doseq=True), lambda: urlencode({'a': [1, 2]}), lambda: urlencode({'a': b'\xff', 'b': None}), lambda: urlencode('ab'), lambda: urlencode({'a b': '/'}, quote_via=quote, safe='/'), lambda: parse_qs('a=1&a=2&b=&c'), lambda: parse_qs('a=1&b=', keep_blank_values=True), lambda: parse_qs('a', strict_parsing=True), lambda: parse_qsl('a=1;b=2'), lambda: parse_qsl('a=1;b=2', separator=';'), lambda: parse_qsl('a=%C3%A9+x'), lambda: parse_qs('a=1&b=2', max_num_fields=1), lambda: parse_qs(b'a=1'), lambda: parse_qsl('a=1', separator=''), lambda: urlparse('http://h/')._replace(scheme='https').geturl(), lambda: urlunparse(('s', 'n', '/p', 'pa', 'q', 'f')), lambda: urlunsplit(('', '', 'p', '', '')), lambda: urlparse('http://h/p')[1], lambda: urlsplit('//h')._asdict(), lambda: urlparse('a?b#c', allow_fragments=False), lambda: urlsplit('x', scheme='ftp'), lambda: urlparse('http://a\nb/c')): t(f)
import ipaddress as ip
for a in ('192.168.0.1', '::1', '2001:db8::/32', '10.0.0.0/8', '192.168.1.5/24', 'fe80::1%eth0', '1.2.3', '256.1.1.1', '01.2.3.4', '::ffff:1.2.3.4', '1.2.3.4/33', '1.2.3.4/255.255.255.0', 'x', '', '2001:db8::1/64', '::', '1::2::3'): t(ip.ip_address, a); t(ip.ip_network, a); t(ip.ip_interface, a); t(ip.ip_network, a, strict=False)
n = ip.ip_network('192.168.0.0/29'); print(n.netmask, n.hostmask, n.broadcast_address, n.num_addresses, list(n.hosts())[:2], list(n.subnets())[0], n.supernet(), ip.ip_address('192.168.0.3') in n, n.overlaps(ip.ip_network('192.168.0.4/30')), n[1], n.prefixlen, n.with_netmask, list(n.address_exclude(ip.ip_network('192.168.0.0/30'))), n < ip.ip_network('10.0.0.0/8'), list(ip.collapse_addresses([ip.ip_network('10.0.0.0/25'), ip.ip_network('10.0.0.128/25')])), list(ip.summarize_address_range(ip.ip_address('1.0.0.0'), ip.ip_address('1.0.0.5'))), ip.ip_address('10.0.0.1').is_private, ip.ip_address('8.8.8.8').is_global, ip.ip_address('::1').exploded, ip.ip_address('2001:db8:0:0::1').compressed, int(ip.ip_address('1.2.3.4')), ip.ip_address(1), ip.ip_address('1.2.3.4').packed, ip.ip_address('1.2.3.4').reverse_pointer, ip.ip_address('1.2.3.4') + 1, hash(ip.ip_address('1.1.1.1')) == hash(ip.ip_address('1.1.1.1')), f"{ip.ip_address('1.2.3.4'):b}", sorted([ip.ip_address('2.1.1.1'), ip.ip_address('1.1.1.1')]), ip.v4_int_to_packed(1)); t(lambda: ip.ip_address('1.1.1.1') < ip.ip_address('::1')); t(ip.ip_address, 2 ** 128)
# ---
# csv and configparser
import csv, io, configparser
def rd(s, **k): return list(csv.reader(io.StringIO(s, newline=''), **k))
for s, k in (('a,b\r\nc,"d,e"\r\n', {}), ('a;"b;c"\n', {'delimiter': ';'}), ('"a""b",c', {}), ("'a,b',c", {'quotechar': "'"}), ('a\\,b', {'escapechar': '\\'}), ('"a\\"b"', {'escapechar': '\\', 'doublequote': False}), ('a, "b"', {'skipinitialspace': True}), ('1,"2",x', {'quoting': csv.QUOTE_NONNUMERIC}), ('1,"",', {'quoting': csv.QUOTE_NOTNULL}), ('1,2.5,"x"', {'quoting': csv.QUOTE_STRINGS}), ('"a\nb",c', {}), ('a"b,c', {}), ('"a"b,c', {}), ('"a"b,c', {'strict': True}), ('"abc', {'strict': True}), ('"abc', {}), ('a\rb', {}), ('', {}), ('\n\n', {}), (',', {}), ('a\tb', {'dialect': 'excel-tab'}), ('a b', {'delimiter': ' '}), ('a"b"', {'quoting': csv.QUOTE_NONE}), ('x', {'delimiter': ''}), ('x', {'delimiter': 'ab'}), ('x', {'quotechar': 'ab'}), ('x', {'quoting': 9}), ('x', {'dialect': 'nope'}), ('x', {'lineterminator': 5}), ('x', {'delimiter': '\n'}), ('x', {'quotechar': None}), ('x', {'quotechar': ','}), ('x', {'nope': 1}), ('a' * 131073, {})): t(lambda: [[c[:20] if isinstance(c, str) else c for c in r] for r in rd(s, **k)])
def wr(rows, **k): o = io.StringIO(newline=''); w = csv.writer(o, **k); w.writerows(rows); return o.getvalue()
for r, k in (([[1, 'a,b', 'q"q', None, 1.5, True, 'l\nm', ' s']], {}), ([['a', 1]], {'quoting': csv.QUOTE_ALL}), ([['a', 1, None, '']], {'quoting': csv.QUOTE_NONNUMERIC}), ([['a', 1, None, '']], {'quoting': csv.QUOTE_NOTNULL}), ([['a', 1, None, '']], {'quoting': csv.QUOTE_STRINGS}), ([['a,b']], {'quoting': csv.QUOTE_NONE}), ([['a,b"']], {'quoting': csv.QUOTE_NONE, 'escapechar': '\\'}), ([['a"b']], {'doublequote': False, 'escapechar': '\\'}), ([['a"b']], {'doublequote': False}), ([[]], {}), ([['']], {}), ([[None]], {}), ([['', '']], {}), ([['a']], {'lineterminator': '!'}), ([["a'b"]], {'quotechar': "'"}), ([[b'x']], {}), ([5], {}), (5, {}), ([['\r']], {}), ([['a\\']], {'escapechar': '\\'}), (['ab'], {'delimiter': '\t'}), ([['#']], {})): t(wr, r, **k)
d = csv.DictReader(io.StringIO('a,b\n1,2\n3\n4,5,6\n\n7,8')); print(list(d), d.fieldnames, d.line_num); print(list(csv.DictReader(io.StringIO('1,2'), ['x', 'y', 'z'], restval='-')), list(csv.DictReader(io.StringIO('')))); o = io.StringIO(); w = csv.DictWriter(o, ['a', 'b'], extrasaction='ignore', restval='?'); print(w.writeheader(), w.writerow({'a': 1, 'z': 2}), repr(o.getvalue())); t(csv.DictWriter(o, ['a']).writerow, {'b': 1}); t(csv.DictWriter, o, ['a'], extrasaction='x'); csv.register_dialect('mine', delimiter='|', quoting=csv.QUOTE_ALL); print(csv.list_dialects(), csv.get_dialect('mine').delimiter, wr([['a']], dialect='mine')); csv.unregister_dialect('mine'); t(csv.get_dialect, 'mine'); t(csv.unregister_dialect, 'q'); print(csv.field_size_limit(), csv.field_size_limit(10), csv.field_size_limit(131072)); S = csv.Sniffer(); print(S.sniff('a;b;c\n1;2;3\n').delimiter, S.has_header('name,age\nbob,5\namy,7\n')); t(next, csv.reader([])); t(csv.reader, 5); t(lambda: list(csv.reader([1])))
class X(csv.Dialect): delimiter = ';'
r = csv.reader(['a,b', 'c']); print(next(r), r.line_num, r.dialect.delimiter, list(r))
C = configparser.ConfigParser; c = C(); c.read_string('''
[DEFAULT]
base = /x
[a b]
k = v = w
K2: %(base)s/y
multi = one
  two

  three
empty =
novalue_here = 1 ; not comment
# full comment
flag = Yes
num = 42
f = 1.5
esc = 50%%
[z]
''')
s = c['a b']; print(dict(s), s['K'], s.get('nope'), s.get('nope', 'd'), s.getint('num'), s.getfloat('f'), s.getboolean('flag'), s.getboolean('nope', fallback=True), c.sections(), c.has_section('DEFAULT'), 'DEFAULT' in c, c.options('z'), c.get('a b', 'k2', raw=True), c.get('a b', 'k2', vars={'base': '/v'}), list(c), len(c), c.defaults(), c.items('z'), c.has_option('z', 'base'), s.name, s.parser is c, repr(s), list(c.items())[1][0])
for f in (lambda: c['nope'], lambda: s['nope'], lambda: c.get('x', 'y'), lambda: c.get('z', 'y'), lambda: c.getint('a b', 'k'), lambda: c.getboolean('a b', 'k'), lambda: c.add_section('z'), lambda: c.add_section('DEFAULT'), lambda: c.add_section(5), lambda: c.set('x', 'a', 'b'), lambda: c.set('z', 'a', 5), lambda: c.set('z', 'a', '%'), lambda: c.set('z', 'a', '%(q)s'), lambda: c.get('z', 'a'), lambda: c.remove_section('q'), lambda: c.remove_option('z', 'base'), lambda: c.read_string('x=1'), lambda: c.read_string('[a]\n[a]'), lambda: c.read_string('[q]\na=1\na=2'), lambda: c.read_string('[q]\nabc'), lambda: c.read_string('[q'), lambda: C(strict=False).read_string('[a]\nb=1\n[a]\nb=2'), lambda: C(allow_no_value=True).read_string('[a]\nb'), lambda: C(nope=1), lambda: c.read_dict({'d': {'a': 1, 'b': None}}), lambda: c.read_dict({'d': {}, 'e': {'A': 1, 'a': 2}}), lambda: c.read('/nope/x.ini'), lambda: C(interpolation=None).read_string('[a]\nb=%'), lambda: c.items('nope'), lambda: c.options('nope'), lambda: c.popitem()[0], lambda: c.write(5), lambda: c.read_string('[s]\n  k = v\n bad'), lambda: C(delimiters=':').read_string('[a]\nb=c:d'), lambda: C(comment_prefixes='//').read_string('[a]\n// c\nb=1')): t(f)
E = C(interpolation=configparser.ExtendedInterpolation()); E.read_string('[a]\nx=1\ny=${x}2\n[b]\nz=${a:y}$$\nbad=${nope}\nw=${a:b:c}\nu=${'); print(E['a']['y'], E['b']['z']); t(lambda: E['b']['bad']); t(lambda: E['b']['w']); t(lambda: E['b']['u']); R = configparser.RawConfigParser(allow_no_value=True, default_section='D', inline_comment_prefixes=(';',), empty_lines_in_values=False); R.optionxform = str; R.read_string('[D]\nQ=1\n[s]\nKey\nv = 1 ; c\nm = a\n  b'); print(dict(R['s']), R.get('s', 'Key'), R.items('s')); o = io.StringIO(); R.write(o); print(o.getvalue()); o = io.StringIO(); R.write(o, space_around_delimiters=False); print(repr(o.getvalue())); L = C(); L.read_string('[a]\nx=%(y)s\ny=%(x)s\n'); t(lambda: L['a']['x']); u = C(allow_unnamed_section=True); u.read_string('k=1\n[s]\nj=2'); print(u.get(configparser.UNNAMED_SECTION, 'k'), u.sections()); c2 = C({'d': '1'}, converters={'list': lambda v: v.split(',')}); c2['q'] = {'l': 'a,b'}; print(c2['q'].getlist('l'), c2.getlist('q', 'l'), c2['q']['d']); c2['q']['n'] = 'z'; del c2['q']['l']; print(dict(c2['q'])); t(lambda: c2['q'].__delitem__('zz')); t(lambda: c2.__setitem__('p', 5))
# ---
# argparse help and errors
import argparse, sys, io
sys.stderr = sys.stdout
def run(p, *a):
    try: print(p.parse_args(list(a)))
    except SystemExit as e: print('exit', e.code)
    except argparse.ArgumentError as e: print('AE', e)
p = argparse.ArgumentParser(prog='tool', description='A tool that does a long list of things and therefore has a description that wraps over lines.', epilog='See also %(prog)s docs.', color=False)
p.add_argument('--version', action='version', version='%(prog)s 1.0'); p.add_argument('files', nargs='+', help='files to read', metavar='FILE'); p.add_argument('-o', '--output', default='out', help='where to write (default: %(default)s)'); p.add_argument('-n', type=int, choices=range(1, 4), help='a number'); p.add_argument('-q', '--quiet', '--silent', action='store_true', help=argparse.SUPPRESS); p.add_argument('--level', choices=['low', 'high'], required=True); p.add_argument('-v', action='count'); p.add_argument('--const', action='store_const', const=5, dest='k'); p.add_argument('--app', action='append', nargs=2, metavar=('A', 'B')); p.add_argument('--no-color', dest='color', action='store_false'); p.add_argument('--feature', action=argparse.BooleanOptionalAction, default=True, help='feature'); g = p.add_argument_group('group title', 'group description'); g.add_argument('--in-group', type=float, metavar='X'); m = g.add_mutually_exclusive_group(required=True); m.add_argument('--one', action='store_true'); m.add_argument('--two', help='a very long help text for the option two which must be wrapped by the formatter at some place'); p.add_argument('--extend', action='extend', nargs='*')
print(p.format_help()); print(p.format_usage())
run(p, 'a', '--level', 'low', '--one'); run(p, 'a', 'b', '-o', 'x', '-n', '2', '-vv', '--level=high', '--two', 't', '--const', '--app', '1', '2', '--no-color', '--no-feature', '--in-group', '1.5', '--extend', 'p', 'q'); run(p); run(p, 'a'); run(p, 'a', '--level', 'mid', '--one'); run(p, 'a', '--level', 'low', '-n', 'x', '--one'); run(p, 'a', '--level', 'low', '-n', '9', '--one'); run(p, 'a', '--level', 'low', '--one', '--two', 'x'); run(p, 'a', '--level', 'low'); run(p, 'a', '--lev', 'low', '--one'); run(p, 'a', '--level', 'low', '--one', '--nope'); run(p, 'a', '--level'); run(p, '--version'); run(p, 'a', '--app', '1', '--level', 'low', '--one'); run(p, '--level', 'low', '--one', '--', '-x'); run(p, 'a', '--level', 'low', '--one=5'); run(p, 'a', '--fe', '--level', 'low', '--one')
s = argparse.ArgumentParser(prog='s', exit_on_error=False, color=False); s.add_argument('-x', type=int); sub = s.add_subparsers(title='commands', dest='cmd', metavar='CMD', help='what to do'); a = sub.add_parser('up', aliases=['u'], help='go up', description='Up.'); a.add_argument('rev', nargs='?', default='head'); a.add_argument('--sql', action='store_true'); a.set_defaults(fn='UP'); b = sub.add_parser('down', help='go down'); b.add_argument('rev'); print(s.format_help(), a.format_help()); run(s, 'up'); run(s, 'u', 'r1', '--sql'); run(s, '-x', '1', 'down', 'b'); run(s, 'down'); run(s, 'nope'); run(s, '-x', 'q', 'up'); run(s); print(s.parse_known_args(['up', '--zzz', 'r']))
for f in (lambda: p.add_argument('-o'), lambda: p.add_argument('--level'), lambda: p.add_argument('x', required=True), lambda: p.add_argument('--y', nargs=0), lambda: p.add_argument('--z', action='nope'), lambda: p.add_argument('--w', type='int'), lambda: p.add_argument('a', 'b'), lambda: p.add_argument('--m', nargs=2, metavar=('A',)), lambda: p.add_argument(dest='x', nargs='?', required=False) if 0 else 1, lambda: p.add_argument('--c', action='store_true', type=int), lambda: p.add_argument('-'), lambda: p.add_argument(), lambda: argparse.ArgumentParser(prefix_chars='+').add_argument('-x'), lambda: argparse.Namespace(a=1) == argparse.Namespace(a=1), lambda: argparse.Namespace(b=2, a='x'), lambda: 'a' in argparse.Namespace(a=1), lambda: vars(argparse.Namespace(a=1)), lambda: p.get_default('output'), lambda: argparse.FileType('r') if 0 else 1, lambda: p.error('custom'), lambda: p.exit(3, 'bye\n')): t(f)
for F in (argparse.RawDescriptionHelpFormatter, argparse.RawTextHelpFormatter, argparse.ArgumentDefaultsHelpFormatter, argparse.MetavarTypeHelpFormatter): q = argparse.ArgumentParser(prog='q', description='line 1\n   line 2', formatter_class=F, add_help=False, usage='%(prog)s [x]', color=False); q.add_argument('--a', type=int, default=3, help='help\n text'); q.add_argument('pos', type=str, nargs='*'); print(q.format_help())
par = argparse.ArgumentParser(add_help=False); par.add_argument('--shared'); ch = argparse.ArgumentParser(prog='ch', parents=[par], fromfile_prefix_chars='@', argument_default=argparse.SUPPRESS, allow_abbrev=False, conflict_handler='resolve', color=False); ch.add_argument('--shared', type=int); ch.add_argument('r', nargs=argparse.REMAINDER); run(ch, '--shared', '5', 'x', '--y', '-z'); run(ch, '--sha', '5'); print(ch.parse_intermixed_args(['--shared', '1']) if 0 else ''); ty = argparse.ArgumentParser(prog='ty', color=False)
def even(s):
    if int(s) % 2: raise argparse.ArgumentTypeError(f'{s} is odd')
    return int(s)
ty.add_argument('e', type=even); run(ty, '4'); run(ty, '3'); run(ty, 'x'); neg = argparse.ArgumentParser(prog='neg', color=False); neg.add_argument('n', type=float); run(neg, '-5'); run(neg, '-5.5'); neg.add_argument('-1', dest='one', action='store_true'); run(neg, '-5')
# ---
# logging
import logging, logging.handlers, logging.config, sys, io
out = io.StringIO(); h = logging.StreamHandler(out); log = logging.getLogger('app.mod'); log.addHandler(h); log.setLevel(logging.DEBUG); log.propagate = False
def show():
    print(repr(out.getvalue())); out.seek(0); out.truncate()
for f in ('%(message)s', '%(levelname)s:%(name)s:%(message)s', '%(levelno)d %(filename)s %(funcName)s %(lineno)d %(module)s %(process)s' if 0 else '%(levelno)d %(funcName)s %(lineno)d', '%(name)-10s|%(levelname)8s|'): h.setFormatter(logging.Formatter(f)); log.info('hello %s', 'w'); log.warning('x %d %s', 1, 'y'); show()
h.setFormatter(logging.Formatter('{levelname}: {message}', style='{')); log.error('e'); h.setFormatter(logging.Formatter('$levelname $message', style='$')); log.critical('c'); show(); h.setFormatter(logging.Formatter('%(message)s %(extra_key)s', defaults={'extra_key': 'dflt'})); log.info('m'); log.info('m', extra={'extra_key': 'ek'}); show()
h.setFormatter(logging.Formatter())
def thrower(): raise ValueError('bad')
try: thrower()
except ValueError: log.exception('caught'); log.error('e2', exc_info=True); log.info('no', exc_info=False)
print([l for l in out.getvalue().split('\n') if 'File' not in l and '^' not in l and '~' not in l]); out.seek(0); out.truncate()
class F(logging.Filter):
    def filter(self, r): r.tag = 'T'; return r.levelno > 20
f = F(); h.addFilter(f); log.info('dropped'); log.warning('kept'); h.removeFilter(f); h.addFilter(lambda r: 'no' not in r.msg); log.info('no way'); log.info('yes'); h.filters.clear(); log.addFilter(logging.Filter('app')); log.info('named'); show()
log.log(25, 'custom'); logging.addLevelName(25, 'NOTICE'); h.setFormatter(logging.Formatter('%(levelname)s')); log.log(25, 'x'); log.log(33, 'y'); show(); print(logging.getLevelName(10), logging.getLevelName('DEBUG'), logging.getLevelName(99), logging.getLevelNamesMapping()['INFO'], log.getEffectiveLevel(), log.isEnabledFor(5), log.hasHandlers(), log, log.parent, log.root, logging.getLogger(), logging.getLogger('app.mod') is log, log.getChild('sub').name, logging.getLogger('app').getChildren() if hasattr(log, 'getChildren') else '', h, logging.NullHandler(), logging.WARN, logging.lastResort.level)
for g in (lambda: log.setLevel('NOPE'), lambda: log.setLevel(None), lambda: log.setLevel('INFO'), lambda: log.log('x', 'm'), lambda: logging.getLogger(5), lambda: logging.Formatter('x'), lambda: logging.Formatter('%(x', style='%'), lambda: logging.Formatter('{x', style='{'), lambda: logging.Formatter('x', style='?'), lambda: logging.Formatter('%(asctime)s').usesTime(), lambda: log.info('x', extra={'message': 1}), lambda: log.info('x', nope=1), lambda: logging.makeLogRecord({'msg': 'a %s', 'args': ('b',)}).getMessage(), lambda: logging.LogRecord('n', 20, 'p/f.py', 5, 'm %s', ('x',), None).getMessage(), lambda: repr(logging.LogRecord('n', 20, 'p', 5, 'm', (), None)), lambda: log.handlers == [h], lambda: logging.Handler().emit(1), lambda: logging.basicConfig(level='BAD', force=True), lambda: logging.basicConfig(nope=1, force=True), lambda: logging.basicConfig(stream=out, handlers=[], force=True)): t(g)
log.setLevel('DEBUG'); logging.disable(30); log.warning('off'); log.error('on'); logging.disable(0); show(); a = logging.LoggerAdapter(log, {'k': 'v'}); h.setFormatter(logging.Formatter('%(message)s %(k)s')); a.warning('adapted'); show()
class A2(logging.LoggerAdapter):
    def process(self, m, k): return f'[{self.extra["id"]}] {m}', k
h.setFormatter(logging.Formatter('%(message)s')); A2(log, {'id': 7}).info('hi %s', 'x'); show(); log.warn if 0 else None; r = logging.getLogger(); rh = logging.StreamHandler(out); r.addHandler(rh); r.setLevel(20); logging.info('root %s', 1); logging.debug('nope'); log.propagate = True; log.info('twice'); show(); r.removeHandler(rh)
mh = logging.handlers.MemoryHandler(2, target=h); m = logging.getLogger('mem'); m.addHandler(mh); m.propagate = False; m.warning('1'); show(); m.warning('2'); show(); b = logging.handlers.BufferingHandler(10); q = logging.getLogger('buf'); q.addHandler(b); q.propagate = False; q.warning('in'); print([x.getMessage() for x in b.buffer])
logging.config.dictConfig({'version': 1, 'disable_existing_loggers': False, 'formatters': {'f': {'format': 'DC %(levelname)s %(message)s'}, 'g': {'()': logging.Formatter, 'fmt': 'G %(message)s'}}, 'filters': {'only': {'name': 'dc'}}, 'handlers': {'h': {'class': 'logging.StreamHandler', 'formatter': 'f', 'stream': out, 'level': 'INFO', 'filters': ['only']}, 'n': {'class': 'logging.NullHandler'}}, 'loggers': {'dc': {'handlers': ['h', 'n'], 'level': 'DEBUG', 'propagate': False}}, 'root': {'level': 'ERROR'}}); d = logging.getLogger('dc'); d.debug('no'); d.info('yes'); show(); t(logging.config.dictConfig, {'version': 2}); t(logging.config.dictConfig, {}); t(logging.config.dictConfig, {'version': 1, 'handlers': {'x': {'class': 'nope.Nope'}}}); t(logging.config.dictConfig, {'version': 1, 'loggers': {'x': {'handlers': ['nope']}}}); print(logging.getLogger().level, logging.PlaceHolder.__name__, logging.captureWarnings.__name__)
class Bad: 
    def __str__(self): raise RuntimeError('str')
logging.raiseExceptions = False; log.info('%d', 'x'); log.info('%s %s', 1); log.info(Bad()); show(); log.info('pct %', ); log.info({'a': 1}); log.info('%(a)s', {'a': 5}); log.info('x', 'y'); show(); print(logging.BufferingFormatter().format([logging.makeLogRecord({'msg': 'z'})]), logging.Formatter('%(asctime)s', '%Y').datefmt, logging.Formatter.default_msec_format, logging.Formatter().formatTime.__name__, logging.PercentStyle('%(message)s').format(logging.makeLogRecord({'msg': 1, 'message': 'q'})))
# ---
# warnings and traceback
import warnings, traceback, sys, linecache
sys.stderr = sys.stdout
def strip(s): return '\n'.join(l for l in s.split('\n') if not l.strip().startswith('File'))
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always'); warnings.warn('a'); warnings.warn('b', DeprecationWarning, 2); warnings.warn(FutureWarning('c')); warnings.warn_explicit('d', UserWarning, 'f.py', 5); print([(str(x.message), x.category.__name__, x.lineno > 0, x.filename[-8:]) for x in w])
for action in ('ignore', 'error', 'once', 'default', 'module'):
    with warnings.catch_warnings(record=True) as w:
        warnings.resetwarnings(); warnings.simplefilter(action)
        for i in range(3): t(warnings.warn, 'w') if action == 'error' else warnings.warn('w')
        print(action, len(w))
with warnings.catch_warnings():
    warnings.filterwarnings('error', 'x.*', UserWarning); t(warnings.warn, 'xyz'); warnings.filterwarnings('ignore', category=UserWarning); warnings.warn('silent'); print(len(warnings.filters) > 1)
t(warnings.warn, 5, 6); t(warnings.warn, 'm', int); t(warnings.simplefilter, 'nope'); t(warnings.filterwarnings, 'nope'); t(warnings.filterwarnings, 'error', 5); t(warnings.filterwarnings, 'error', lineno=-1); print(strip(warnings.formatwarning('m', UserWarning, 'f.py', 3, 'code')), warnings.formatwarning('m', UserWarning, 'f.py', 3, 'code line'))
@warnings.deprecated('use g', category=None)
def f(): return 1
@warnings.deprecated('old class')
class C:
    def __init__(self): pass
print(f(), f.__deprecated__, C.__deprecated__)
with warnings.catch_warnings(record=True) as w: warnings.simplefilter('always'); C(); type('D', (C,), {}); print([str(x.message) for x in w])
def a(x): return b(x)
def b(x):
    try: return 1 / x
    except ZeroDivisionError as e: raise ValueError('wrapped') from e
try: a(0)
except ValueError as e:
    print(strip(traceback.format_exc())); print(strip(''.join(traceback.format_exception(e, limit=1)))); print(strip(''.join(traceback.format_exception(e, chain=False)))); print([(f.name, f.lineno > 0, f.line) for f in traceback.extract_tb(e.__traceback__)], len(list(traceback.walk_tb(e.__traceback__)))); te = traceback.TracebackException.from_exception(e); print(te.exc_type_str, str(te), te.__cause__.exc_type_str, list(te.format_exception_only())); traceback.print_exc(limit=0); traceback.print_exception(e, limit=0)
e = ValueError('multi\nline'); e.add_note('note 1'); e.add_note('n2\nn3'); print(''.join(traceback.format_exception(e))); print(traceback.format_exception_only(KeyError('k')), traceback.format_exception_only(type('X', (Exception,), {'__module__': 'm.n'})('y')), traceback.format_exception_only(SystemExit(3)), traceback.format_exception_only(SyntaxError('bad', ('f.py', 2, 5, 'x = = 1\n', 2, 6)))); eg = ExceptionGroup('eg', [ValueError(1), ExceptionGroup('in', [TypeError(2), OSError(3)])]); print(''.join(traceback.format_exception(eg)))
try: raise ExceptionGroup('big', [ValueError(i) for i in range(20)])
except ExceptionGroup as e: print(strip(''.join(traceback.format_exception(e)))[-300:])
class BadStr(Exception):
    def __str__(self): raise ValueError
print(traceback.format_exception_only(BadStr())); print(traceback.format_list([('f.py', 3, 'fn', 'code')]), traceback.format_list([traceback.FrameSummary('g.py', 1, 'q', line='  z')]), [s.name for s in traceback.extract_stack()][-1]); t(traceback.format_exception, 5); t(lambda: traceback.format_exception(None)); print(traceback.format_exc())
def rec(n): return rec(n - 1) if n else 1 / 0
try: rec(10)
except ZeroDivisionError as e: print(strip(''.join(traceback.format_exception(e))))
for s in ('undefinde', '[].appendd', 'import maths' if 0 else 'len.x', '{}.keyz()', '"".uper()', 'prin(1)', 'True.x', 'int.frm', '(1).real_'):
    try: eval(s)
    except Exception as e: print(traceback.format_exception_only(e)[-1].strip())
