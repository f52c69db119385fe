# tokens of a small program
import tokenize, io
src = '''# c
def f(a, *b):  # note
    """doc"""
    if a <= 1.5e3j:

        return f"x{a!r:>{b}}y" + 'z' \\
            + r"q"
    # dedented

x = [1,
  2]
t"a{b}"
'''
for t in tokenize.generate_tokens(io.StringIO(src).readline): print(t)
print(tokenize.untokenize(tokenize.generate_tokens(io.StringIO(src).readline)) == src)
# ---
# bytes
import tokenize, io
for t in tokenize.tokenize(io.BytesIO('x = "é"'.encode()).readline): print(t, t.exact_type)
print(tokenize.detect_encoding(io.BytesIO(b'# -*- coding: latin-1 -*-\nx').readline), tokenize.detect_encoding(io.BytesIO(b'\xef\xbb\xbfx').readline), tokenize.detect_encoding(io.BytesIO(b'').readline), tokenize.detect_encoding(io.BytesIO(b'#\n# vim: set fileencoding=cp1252 :\n').readline))
try: tokenize.detect_encoding(io.BytesIO(b'# coding: nope').readline)
except SyntaxError as e: print(e)
# ---
# numbers, operators and names
import tokenize, io
for s in ('0x1F 0b1 0o7 1_000 .5 1. 1e-5 2j', 'a<<=b>>c**d//=e->f:=g...', 'ä_1 = ß', 'a.b[c](d){e:f}', 'x!=y', 'lambda: 0', "b'a' rb'' u'x' R'\\n'", '@d', 'a;b', 'if a:\n\tb\n', 'a = 1 # c\n', '\n\n', '', 'x\\\ny', "'''a\nb'''", 'for i in (1,\n\n2): pass\n'):
    print(repr(s), [(tokenize.tok_name[t.type], t.string, t.start, t.end) for t in tokenize.generate_tokens(io.StringIO(s).readline)])
# ---
# what is wrong
import tokenize, io
for s in ('(', "'abc", '"""abc', 'if x:\n  y\n z\n', 'x = (1,\n'):
    try: print([t.string for t in tokenize.generate_tokens(io.StringIO(s).readline)])
    except Exception as e: print(repr(s), type(e).__name__, e)
# ---
# texts from pairs
import tokenize, token
print(repr(tokenize.untokenize([(1, 'x'), (54, '='), (2, '1')])), token.tok_name[token.OP], token.ISEOF(0), token.ISTERMINAL(300), token.EXACT_TOKEN_TYPES['->'], token.N_TOKENS)
print(repr(tokenize.untokenize([(token.NAME, 'if'), (token.NAME, 'x'), (token.OP, ':'), (token.NEWLINE, '\n'), (token.INDENT, '    '), (token.NAME, 'y'), (token.NEWLINE, '\n'), (token.DEDENT, ''), (token.ENDMARKER, '')])))
# ---
# a formatter of decimals
from tokenize import tokenize, untokenize, NUMBER, STRING, NAME, OP
from io import BytesIO
def decistmt(s):
    result = []
    for toknum, tokval, _, _, _ in tokenize(BytesIO(s.encode('utf-8')).readline):
        if toknum == NUMBER and '.' in tokval:
            result.extend([(NAME, 'Decimal'), (OP, '('), (STRING, repr(tokval)), (OP, ')')])
        else: result.append((toknum, tokval))
    return untokenize(result).decode('utf-8')
print(decistmt('print(+21.3e-5*-.1234/81.7)'))
