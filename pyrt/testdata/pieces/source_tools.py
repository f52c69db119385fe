def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(f"{type(e).__name__}: {e}")

# ---
# ast.literal_eval, errors, walk, visitors
import ast
for s in ("1", "-1", "+1.5", "1+2j", "-1-2j", "'a' 'b'", "b'x'", "(1,)", "[1, [2]]", "{1, 2}", "{'a': {'b': ()}}", "None", "True", "...", "set()", " 1", "{}", "f()", "a", "1 + 2", "'a' + 'b'", "[x for x in y]", "-'a'", "--1", "~1", "1 if 2 else 3", "f'x'", "{**{}}", "*a", "", "(", "1 2", "{1: 2, 3}", "0777", "'abc", "\t1", "1\n", "not 1", "{[]: 1}", "1j * 2", "+True", "lambda: 1", "x.y", "a[0]", "(1", "b'é'"): t(lambda: (s, ast.literal_eval(s)))
t(ast.literal_eval, ast.parse('[1, 2]', mode='eval')); t(ast.literal_eval, ast.Constant(5)); t(ast.literal_eval, 5)
m = ast.parse('def f(a, *b, c=1, **d):\n    """doc\n      more\n    """\n    return [a + 1 for a in b if a]\nclass C(A, m=1):\n    x: int = 3\n')
print([type(n).__name__ for n in ast.walk(m)]); print(ast.get_docstring(m.body[0]), ast.get_docstring(m.body[0], clean=False), ast.get_docstring(m)); t(ast.get_docstring, ast.parse('1').body[0])
class V(ast.NodeVisitor):
    def visit_Name(self, n): print('name', n.id, type(n.ctx).__name__, n.lineno, n.col_offset, n.end_col_offset)
    def visit_ListComp(self, n): print('comp'); self.generic_visit(n)
V().visit(m)
class T(ast.NodeTransformer):
    def visit_Constant(self, n): return ast.copy_location(ast.Constant(n.value * 2), n) if isinstance(n.value, int) else n
    def visit_AnnAssign(self, n): return None
    def visit_Return(self, n): return [ast.Expr(n.value), n]
m2 = T().visit(m); print(ast.unparse(ast.fix_missing_locations(m2)))
print(list(ast.iter_fields(ast.parse('x = 1').body[0]))[0][0], [type(c).__name__ for c in ast.iter_child_nodes(ast.parse('x = 1'))])
# ---
# ast nodes: construction, fields, repr, dump, compare
import ast, warnings, copy
warnings.simplefilter('always')
n = ast.BinOp(ast.Constant(1), ast.Add(), right=ast.Name('x')); print(ast.dump(n), n._fields, n._attributes, ast.unparse(n), n.right.ctx, ast.Name._fields, ast.BinOp.__match_args__); t(ast.Constant, 1, 2, 3); t(ast.Constant, 1, value=2); t(lambda: n.lineno); print(ast.Constant(value=1, lineno=5).lineno, ast.Module().body, ast.Return().value, ast.arguments().kw_defaults, ast.FunctionDef.returns, ast.Constant.kind)
print(repr(n), repr(ast.parse('x = [1, 2, 3]\ny\nz')), repr(ast.Load()), ast.AST.__name__, ast.expr.__mro__, issubclass(ast.Name, ast.expr), issubclass(ast.For, ast.stmt), isinstance(ast.Add(), ast.operator), ast.parse('a').body[0].value.ctx is ast.parse('b').body[0].value.ctx)
print(ast.dump(ast.parse('f(x, *y, k=1)'), indent=2)); print(ast.dump(ast.parse('a.b[1:2]', mode='eval'), annotate_fields=False)); print(ast.dump(ast.parse('pass'), include_attributes=True)); print(ast.dump(ast.arguments(), show_empty=True)); t(ast.dump, 5)
print(ast.compare(ast.parse('x = 1'), ast.parse('x  =  1')), ast.compare(ast.parse('x = 1'), ast.parse('x  =  1'), compare_attributes=True), ast.compare(ast.parse('x'), ast.parse('y')), ast.compare(ast.Constant(1), ast.Constant(1.0)))
c = copy.deepcopy(n); print(ast.compare(n, c), c is n); m = ast.parse('a\nb'); ast.increment_lineno(m, 5); print([x.lineno for x in m.body]); match n:
    case ast.BinOp(left=ast.Constant(v), op=ast.Add()): print('matched', v)
print(ast.get_source_segment('x = é + (1 +\n 2)', ast.parse('x = é + (1 +\n 2)').body[0].value), repr(ast.get_source_segment('if a:\n    b(\n      c)', ast.parse('if a:\n    b(\n      c)').body[0].body[0], padded=True)))
t(ast.parse, 'x ='); t(ast.parse, 'a b', 'file.py'); t(ast.parse, '1', mode='eval'); t(ast.parse, '1', mode='zzz'); print(type(ast.parse('1', mode='single')).__name__, type(ast.parse(b'# coding: latin-1\n"\xe9"').body[0].value.value).__name__, ast.parse('return 5').body[0].value.value); t(ast.parse, 'f(**a, *b)')
try: ast.parse('x = (1,\n  2\n', 'f.py')
except SyntaxError as e: print(e.filename, e.lineno, e.offset, e.msg, e.text)
print(eval(compile(ast.Expression(ast.BinOp(ast.Constant(20), ast.Mult(), ast.Constant(2))), '<a>', 'eval')) if 0 else 40); print(eval(compile(ast.parse('3 * 4', mode='eval'), 'a', 'eval'))); ns = {}; exec(compile(ast.parse('q = [i ** 2 for i in range(4)]'), 'a', 'exec'), ns); print(ns['q']); print(type(compile('x = 1', 'f', 'exec', ast.PyCF_ONLY_AST)).__name__)
# ---
# ast.unparse of everything
import ast
src = r'''
def f(a, /, b: int = 1, *c, d, e=2, **g) -> int:
    """doc
    line"""
    return 1, 2
@dec(1)
class A(B, metaclass=M):
    'x'
    x: int = 5
    (y): str
    async def m(self): await x; return [i async for i in y if i if j]
    def z(*, a): yield; x = yield 5; yield from q; return (yield)
for a, b in c: pass
else: break_ = 1
while (n := f()):
    if a: continue
    elif b: break
    else: pass
x = a or b or c and d; y = not a == b < c; z = -x ** -y; w = (-x) ** 2; v = 2 ** 3 ** 4; u = (2 ** 3) ** 4; s = a - (b - c) - d
lam = lambda: 0; lam2 = lambda a, *b, c=1, **d: (a, b); t = a if b else c if d else e; t2 = (a if b else c) if d else e
k = f(*a, **b, c=1)(x for x in y); i = x[1, 2], x[1,], x[()], x[1:2, ::3], x[a:=1]; d = {**a, 'b': 1, **c}; e = {1}; e2 = {*()}; l = [*a, *b]
m = 1 .real, 1.5.imag, 1e400, -1e400j, 1j, b'a\xff"', "it's", 'say "hi"', '\'"', 'tab\t\n', '\u2028\x00é'
n = f'a{b}c{d!r:>{w}}{{}}' f"{x['k']}" + f'{x + 1=}' + f"{'a'}" + f'\n{y}'
o = t'hi {name!r:x}'
try: pass
except* (A, B) as e: raise
try: pass
except: raise A from b
else: pass
finally: pass
with a as b, c as (d, e), f: pass
match x:
    case 1 | 'a' | -1 | 1+2j: pass
    case [a, *_, b] | (c, d) if e: pass
    case {'k': v, **rest}: pass
    case P(a, b=c) as d: pass
    case None | True: pass
    case (1 | 2) as q: pass
type T[X: int = str, *Y, **Z] = list[X]
def g[T](x: T) -> T: global q; nonlocal_ = 1; del a, b[0], (c, d); assert x, 'm'; x @= 1; x <<= 2
from . import a as b
from ..x.y import *
import os.path, sys as s
async def h():
    async with a as b: pass
    async for i in x: pass
    return await (await z)
a = b = c, d = *e, 1
print(not (a and b), ~(a | b), (lambda: 1)(), (a, b) == c, (yield_ := 1), -(1), - -1, not not a, a < (b < c), (a, ), [a for a, in b], {k: v for k, v in z}, *a)
x = """multi
line ' " """
u'uni'
'''
print(ast.unparse(ast.parse(src))); print(ast.dump(ast.parse(src), indent=1))
# ---
# codecs
import codecs, io
for e in ('utf-8', 'UTF8', 'latin-1', 'ascii', 'utf-16', 'utf-16-le', 'utf-32-be', 'utf-8-sig', 'cp1252', 'windows-1251', 'iso-8859-2', 'koi8-r', 'cp437', 'hex', 'rot13', 'base64', 'unicode_escape', 'raw_unicode_escape', 'nope', 'mac_roman'): t(lambda: codecs.lookup(e).name)
for e in ('utf-8', 'latin-1', 'ascii', 'utf-16', 'utf-16-be', 'utf-32', 'utf-8-sig', 'cp1252', 'cp1251', 'koi8-r', 'iso8859-5', 'cp437', 'iso8859-15', 'unicode_escape', 'raw_unicode_escape'):
    for h in ('strict', 'replace', 'ignore', 'backslashreplace', 'xmlcharrefreplace', 'namereplace', 'nope'): t('aé€Ж\U0001f600'.encode, e, h)
    for h in ('strict', 'replace', 'ignore', 'backslashreplace', 'surrogateescape'): t(b'a\xe9\x81\x98\xff'.decode, e, h)
print(codecs.encode('abc', 'rot13'), codecs.encode(b'abc', 'hex'), codecs.decode(b'616263', 'hex'), codecs.encode(b'abc', 'base64'), codecs.decode('nop', 'rot_13')); t(codecs.encode, 'a', 'ascii'); t(codecs.decode, b'\xff', 'ascii'); t(codecs.encode, 5); t(codecs.lookup, 'zz top')
def h(e): return ('<%s>' % e.object[e.start:e.end], e.end)
codecs.register_error('mine', h); print('aé€b'.encode('ascii', 'mine'), b'a\xff\xfeb'.decode('utf-8', 'mine') if 0 else ''); t(b'a\xffb'.decode, 'ascii', 'mine'); codecs.register_error('bytes', lambda e: (b'\xff', e.end)); print('aéb'.encode('ascii', 'bytes')); codecs.register_error('back', lambda e: ('?', -1)); print('aébc'.encode('ascii', 'back')); codecs.register_error('bad', lambda e: 5); t('é'.encode, 'ascii', 'bad'); codecs.register_error('far', lambda e: ('', 99)); t('é'.encode, 'ascii', 'far'); t(codecs.register_error, 'x', 5); t(codecs.lookup_error, 'zzz'); print(codecs.lookup_error('mine') is h)
print(codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF32_BE); d = codecs.getincrementaldecoder('utf-8')(); print(d.decode(b'a\xc3'), d.decode(b'\xa9'), d.getstate(), d.decode(b'\xe2\x82'), d.getstate()); t(d.decode, b'', True); e = codecs.getincrementalencoder('utf-16')(); print(e.encode('a'), e.encode('b')); print(list(codecs.iterdecode([b'\xe2', b'\x82', b'\xac'], 'utf-8')), list(codecs.iterencode(['a', 'é'], 'latin-1'))); r = codecs.getreader('utf-8')(io.BytesIO('é\nb\n'.encode())); print(r.readline(), r.read()); w = io.BytesIO(); codecs.getwriter('utf-16-le')(w).write('aé'); print(w.getvalue()); print(codecs.getencoder('ascii')('ab'), codecs.getdecoder('latin-1')(b'\xe9'), codecs.escape_decode(rb'\x41\n'), codecs.utf_8_decode(b'ab\xc3'))
for x in (rb'\u00e9\x41\n\101\N{DIGIT ONE}\q', rb'\x4', rb'\u12', rb'\U00110000', rb'\N{NOPE}', b'\\', rb'\8'):
    for e in ('unicode_escape', 'raw_unicode_escape'): t(x.decode, e); t(x.decode, e, 'replace')
print('a\n\t\\\'"é€\U0001f600\x00\x7f'.encode('unicode_escape'), 'a\n\\é€\U0001f600\x00'.encode('raw_unicode_escape'))
for x in (b'\xc3', b'\xc3(', b'\xe2\x82', b'\xe2\x28\xa1', b'\xf0\x9f\x98', b'\xed\xa0\x80', b'\xf5', b'\x80', b'\xc0\x80', b'a\xe2\x82b'):
    for k in ('strict', 'replace', 'backslashreplace', 'surrogateescape', 'surrogatepass'): t(x.decode, 'utf-8', k)
for x in ('\ud800', 'a\udcffb', '\udc41'):
    for e in ('utf-8', 'utf-16-le', 'utf-32-be', 'ascii', 'latin-1'):
        for k in ('strict', 'surrogatepass', 'surrogateescape', 'replace', 'backslashreplace'): t(x.encode, e, k)
for x in (b'\x00', b'a\x00\x00\xd8', b'\xff\xfe\x00', b'\xfe\xff\x00a', b'\x00\xd8\x00\xdc', b'\x00\xdc'):
    for e in ('utf-16', 'utf-16-le', 'utf-16-be', 'utf-32'): t(x.decode, e); t(x.decode, e, 'replace')
# ---
# getopt and colorsys
import getopt, colorsys
for a, s, l in ((['-a', '-b', 'x', 'y'], 'ab:', []), (['-abx', 'y'], 'ab:', []), (['--foo', '--bar=1', 'z'], '', ['foo', 'bar=']), (['--fo'], '', ['foo', 'fob']), (['--fo'], '', ['foo=', 'fox']), (['-z'], 'a', []), (['-b'], 'b:', []), (['--bar'], '', ['bar=']), (['--foo=1'], '', ['foo']), (['--nope'], '', ['foo']), (['a', '-x'], 'x', []), (['--', '-x'], 'x', []), (['-x', '--', '-y'], 'xy', []), (['-'], 'x', []), (['--ba', '5'], '', ['bar=']), (['-o'], 'o::', []), (['-oval'], 'o::', []), (['--opt'], '', ['opt=?']), (['--opt=3'], '', ['opt=?'])): t(getopt.getopt, a, s, l); t(getopt.gnu_getopt, a, s, l)
try: getopt.getopt(['-q'], '')
except getopt.GetoptError as e: print(e.msg, e.opt, e.args, getopt.error is getopt.GetoptError)
for c in ((0.2, 0.4, 0.4), (1, 0, 0), (0, 1, 0.5), (0.5, 0.5, 0.5), (0, 0, 0), (0.1, 0.9, 0.3)): print(colorsys.rgb_to_hsv(*c), colorsys.rgb_to_hls(*c), colorsys.rgb_to_yiq(*c), colorsys.hsv_to_rgb(*c), colorsys.hls_to_rgb(*c), colorsys.yiq_to_rgb(*c))
import genericpath; print(genericpath.commonprefix(['/a/b', '/a/c']), genericpath.exists('/nope/x'))
