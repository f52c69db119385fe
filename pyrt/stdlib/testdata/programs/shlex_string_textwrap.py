# shlex: splitting, joining, quoting
import shlex
def t(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except Exception as e: print(type(e).__name__, e)
for s in ("a b c", "a 'b c' d", 'a "b c" d', "a\\ b c", "a'b'c", 'a"b"c"d"', "'a\\b'", '"a\\b"', '"a\\"b"', '"a\\\\b"', "''", '""', "a ''", "a '' b", "  a  ", "", "a#b", "a #b", "#x\ny", "a\nb\tc", "a\\\nb", "'a\nb'", '"x\\ny"', "é ü", "a;b|c&d", "(a)", "a=b", "--x='y z'", "$HOME ~/x", "a\\", "'a", '"a', '"a\\', "\\'", '\\"', "'\\'", "a\\'b", "\\\\", "x\\ ", "日本 '語'", "\x00", "a\x0bb", "a\u00a0b", "`x y`", "{a,b}", "\"'\"", "'\"'", "a\"\"b", "a'\"'b"):
    t(shlex.split, s); t(shlex.split, s, comments=True); t(shlex.split, s, posix=False)
t(shlex.split, None); t(shlex.split, 5)
for s in ("", "a", "a b", "it's", "a'b'c", "$x", "a\nb", "é", "a/b-c_d.e:f,g@h%i+j=k", "~", "*", "a;b", "\\", '"', "!"): t(shlex.quote, s)
for x in (None, 5, b"a", b"", 0, [], ["x"]): t(shlex.quote, x)
t(shlex.join, ["a", "b c", "it's", ""]); t(shlex.join, []); t(shlex.join, "ab"); t(shlex.join, [1]); print(shlex.__all__)
# ---
# shlex: the lexer
import shlex, io
def t(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except Exception as e: print(type(e).__name__, e)
texts = ("a b", "a = 1; b", "x'y z'w", "\"q\" 'r'", "a|b && c", "# note\nx # y\nz", "a\\b", "a-b.c/d", "f(x, y) > 'out put'", "~/x *.py a?b", "'unclosed", "a\"b", "a 'b' c''", "é_1 2x", "a\n\nb", "&&&|;;", "a&&b||c;d(e)", "1+2", "''", "a''b", " ", "a'b c'd e")
for k in ({}, {"posix": True}, {"punctuation_chars": True}, {"posix": True, "punctuation_chars": True}, {"punctuation_chars": "+="}, {"posix": True, "punctuation_chars": "|"}):
    print(k, repr(shlex.shlex("x", **k).wordchars), shlex.shlex("x", **k).punctuation_chars, repr(shlex.shlex("x", **k).eof))
    for s in texts:
        t(list, shlex.shlex(s, **k))
        def ws():
            l = shlex.shlex(s, **k); l.whitespace_split = True; return list(l)
        t(ws)
def opt(s, posix=False, **k):
    l = shlex.shlex(s, posix=posix)
    for n, v in k.items(): setattr(l, n, v)
    return list(l)
t(opt, "a,b;c", whitespace=",;"); t(opt, "a%b c%d", commenters="%"); t(opt, "a|b c|d", quotes="|"); t(opt, "a^ b", True, escape="^"); t(opt, "'a^'b'", True, escape="^", escapedquotes="'"); t(opt, "a.b-c", wordchars="abc.-"); t(opt, "# x\ny", commenters=""); t(opt, "x y", True, quotes="")
l = shlex.shlex("a 'b c'\nd # e\nf"); out = []
while (k := l.get_token()) != l.eof: out.append((k, l.lineno))
print(out, l.lineno, l.get_token(), l.get_token(), l.state, l.token, l.infile, l.debug)
l = shlex.shlex("a b", infile="file"); l.push_token("p"); l.push_token("q"); print(l.get_token(), l.get_token(), l.get_token(), l.error_leader(), l.error_leader("other", 7), l.error_leader(None, 3)); l.push_source("x y", "inner"); print(l.infile, l.lineno, list(l), l.infile); l = shlex.shlex(io.StringIO("s t")); print(list(l), l.instream.read()); l = shlex.shlex("c d"); l.push_source(io.StringIO("1\n2"), "n"); print(l.get_token(), l.lineno, l.get_token(), l.lineno, l.get_token(), l.lineno, l.infile)
l = shlex.shlex("a 'b"); print(l.get_token()); t(l.get_token); l = shlex.shlex("a b"); print(next(l), next(l), next(l, "end")); t(setattr, l, "punctuation_chars", "x"); l = shlex.shlex("'x", posix=True); t(l.get_token); l = shlex.shlex("x\\", posix=True); t(l.get_token)
# ---
# string: constants, words, templates
import string
def t(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except Exception as e: print(type(e).__name__, e)
print([getattr(string, n) for n in "ascii_letters ascii_lowercase ascii_uppercase digits hexdigits octdigits printable punctuation whitespace".split()], sorted(string.__all__))
for a in (("hello world",), (" a  b ",), ("x-y-z", "-"), ("A BC",), ("",), ("a,b", ","), ("ÄB cD", None), ("a b", "")): t(string.capwords, *a)
T = string.Template
for s in ("$a", "${a}b", "$$", "$a $b", "$", "a $", "$1", "x\ny $ z", "$a$", "${a", "${}", "${1}", "$A", "$_x", "$é", "$a.b", "$$a", "", "$a_b1", "line\n\n  ${bad-name}", "${ a}", "$aé"):
    x = T(s); t(x.substitute, a=1, b="two", A=3, _x=4, a_b1=5); t(x.safe_substitute, a=1); t(x.substitute, {"a": "m"}); t(x.is_valid); t(x.get_identifiers)
t(T("$a $b").substitute, {"a": 1, "b": 2}, b=3); t(T("$a $b").safe_substitute, {"a": 1}, b=3); t(T("$a").substitute, {}, {}); t(T("$a").substitute); t(T("$self $mapping").substitute, self=1, mapping=2); t(T(5).substitute); print(T("$x").template, T.delimiter, T.idpattern, T.braceidpattern, T.flags, T.pattern.groupindex, T.pattern.flags)
class P(T): delimiter = "%"
class D(T): delimiter = "<>"; idpattern = "[a-z]+-[a-z]+"
class B(T): braceidpattern = "[0-9]+"
class C(T): idpattern = "[A-Z]+"; flags = 0
class O(T): pattern = r"@(?P<named>\w+)|(?P<escaped>@@)|(?P<braced>\b\B)|(?P<invalid>\b\B)"
class L(T):
    pattern = r"""(?P<escaped>!!)|!(?P<named>[a-z]+)!|(?P<braced>\b\B)|(?P<invalid>!)"""
t(P("%a $b %% %{a}").substitute, a=1); t(D("<>a-b <><> <>{c-d} <>x").safe_substitute, {"a-b": 1, "c-d": 2}); t(B("$a ${1} ${a}").safe_substitute, {"a": 1, "1": 2}); t(C("$AB $ab").safe_substitute, AB=1, ab=2); t(C("$ab").is_valid); t(O("@x @@ @y").substitute, x=1, y=2); t(L("!a! !! !b").safe_substitute, a=1); t(L("!a! !! !b").substitute, a=1); t(L("!a!!b!").get_identifiers)
class Dict(dict):
    def __missing__(self, k): return "<" + k + ">"
t(T("$a ${b}").substitute, Dict()); t(T("$a ${b}").safe_substitute, Dict(a=None)); t(T("$a $b $a ${c} $$").get_identifiers); t(T("$a ${").get_identifiers)
# ---
# string: formatters
import string
F = string.Formatter(); 
def t(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except Exception as e: print(type(e).__name__, e)
for s in ("{} {}", "{0} {1} {0}", "{a} {b}", "{0.real} {1[0]}", "{!r} {!s}", "{0!a}", "{:>5}", "{0:{1}}", "{:{}}", "{:{w}.{p}f}", "{{}} {}", "{", "}", "{0} {}", "{} {0}", "{a[x]}", "{a[0]}", "{!x}", "{0!}", "{0!rr}", "plain", "", "{a.b.c}", "{:{:{}}}", "{a!r:>8}", "{0[a][b]}", "{[0]}", "{.real}", "{-1}", "{:}", "{a b}", "{ }", "{0:{0}{1}}", "{a:{{}}}"): t(F.format, s, 1.5, "8", 3, a="q", b=[1], w=8, p=2)
t(F.vformat, "{0} {x}", (1,), {"x": 2}); t(F.format); t(F.format, "{}"); t(F.format, "{x}"); t(F.format, "{self} {format_string}", self=1, format_string=2); t(lambda: list(F.parse("a{b!r:c}d{e}{{f}}"))); t(lambda: list(F.parse("{")))
t(F.get_field, "0.real", (5,), {}); t(F.get_field, "x[k].y", (), {"x": {"k": type("Y", (), {"y": 3})}}); t(F.get_value, 0, (5,), {}); t(F.get_value, "k", (), {"k": 1}); t(F.get_value, 3, (), {}); t(F.convert_field, 5, "r"); t(F.convert_field, "é", "a"); t(F.convert_field, 5, "z"); t(F.convert_field, 5, None); t(F.format_field, 5, "03d"); t(F.check_unused_args, {0}, (1,), {})
class U(string.Formatter):
    def check_unused_args(self, used, args, kwargs): print("used", sorted(map(str, used)))
    def get_value(self, key, args, kwargs):
        try: return super().get_value(key, args, kwargs)
        except (KeyError, IndexError): return "[%s]" % key
    def format_field(self, value, spec): return "<" + super().format_field(value, spec) + ">"
    def convert_field(self, value, conversion): return value.upper() if conversion == "u" else super().convert_field(value, conversion)
t(U().format, "{} {x} {nope} {5} {!u} {0:>{w}}", "a", "b", x=1, w=4); t(U().vformat, "{a[0]} {}", ["p"], {"a": "xyz"})
class N(string.Formatter):
    def parse(self, s): return ((a, b.upper() if b else b, c, d) for a, b, c, d in super().parse(s))
t(N().format, "{x}", X=1)
class D(string.Formatter):
    def vformat(self, s, args, kwargs): return "v:" + super().vformat(s, args, kwargs)
    def get_field(self, name, args, kwargs): return "f(%s)" % name, name
t(D().format, "{a.b} {0}", 1)
# ---
# textwrap
import textwrap
from textwrap import *
def t(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except Exception as e: print(type(e).__name__, e)
long = "The quick-brown fox -- jumped over the lazy-dog's back.  He said: \"Hello\"!\tIt was   a self-evident, pre-2000 em--dash thing--a-b-c-d, x=1-2 http://www.example.com/very/long/path/that-never-ends?and=more.\nNew line here. end.)  Next"
for w in (1, 5, 10, 20, 40, 200):
    for k in ({}, {"break_long_words": False}, {"break_on_hyphens": False}, {"drop_whitespace": False}, {"fix_sentence_endings": True}, {"expand_tabs": False, "replace_whitespace": False}, {"initial_indent": "* ", "subsequent_indent": "   "}, {"max_lines": 2}, {"max_lines": 3, "placeholder": "~"}, {"max_lines": 1, "initial_indent": "> "}, {"tabsize": 2, "break_long_words": False, "break_on_hyphens": False}): t(wrap, long, w, **k)
for s in ("", " ", "\n", "a", "  lead", "trail  ", "a\n\nb", "aaaaaaaaaaaa", "a-b", "-", "--", "a--b", "---x", "well-known", "x-", "-x", "a - b", "été-là fin", "日本語 テキスト"):
    for w in (1, 3, 6): t(wrap, s, w); t(wrap, s, w, drop_whitespace=False); t(wrap, s, w, max_lines=1, placeholder="."); t(wrap, s, w, break_on_hyphens=False, break_long_words=False)
t(wrap, "x", 0); t(wrap, "x", -3); t(wrap, "hello world", 5, max_lines=1); t(wrap, "hello world", 8, max_lines=2, subsequent_indent="    "); t(fill, "a b c d", 3); t(fill, "", 5); t(shorten, "Hello  world!", 12); t(shorten, "Hello  world!", 11); t(shorten, "Hello world", 10, placeholder="..."); t(shorten, "Hello world", 2); t(shorten, " a\n b\tc ", 50); t(shorten, "x" * 20, 10); t(shorten, "", 5)
w = TextWrapper(width=12, initial_indent="-", max_lines=2); print(sorted(vars(w).items())); t(w.wrap, "one two three four five six"); w.width = 30; t(w.fill, "one two three four five six seven"); t(w.wrap, 5); t(TextWrapper, 5, "a", "b", True, True, True, True, True, True, 8, 9)
for s in ("  a\n  b", "  a\n    b\n", "\ta\n  b", "\ta\n\tb", "  a\n\n  b", "  a\n \n  b", "a\n  b", "", "\n\n", "   ", "  a", "  x\n  y\n z", "  a\n\t\n  b\n", "\n  a\n", "  a\r\n  b\r\n", " \t a\n \tb"): t(dedent, s); t(indent, s, "> "); t(indent, s, "+", lambda l: True); t(indent, s, "", None)
t(dedent, 5); t(dedent, None); t(dedent, b"x"); t(indent, "a\n\nb", "-", str.strip); t(indent, "a\x0cb\nc", "|"); print(textwrap.__all__)
