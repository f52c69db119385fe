package pyrt_test

import (
	"context"
	"testing"
	"time"

	"github.com/mrt-tools/mrt/pyrt"
	"github.com/mrt-tools/mrt/pyrt/pyrttest"
	"github.com/mrt-tools/mrt/pyrt/stdlib"
)

// TestExhaustionFurther tries what grows, recurses or takes long out of sight
// of the evaluator.
func TestExhaustionFurther(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"width argument":      {"'%*d' % (10**9, 1)", "width|memory"},
		"precision":           {"format(1.5, '.999999999f')", "precision|memory"},
		"replace":             {"('a' * 10**6).replace('a', 'b' * 10**4)", "memory"},
		"join":                {"('x' * 10**6).join([''] * 10**5)", "memory"},
		"bytes join":          {"(b'x' * 10**6).join([b''] * 10**5)", "memory"},
		"translate":           {"('a' * 10**6).translate({97: 'b' * 1000})", "memory|steps"},
		"percent":             {"'%s' * 10**5 % (('x' * 10**4,) * 10**5)", "memory|steps"},
		"regular sub":         {"import re\nre.sub('', 'x' * 1000, 'a' * 10**6)", "memory|steps"},
		"template":            {"import string\nstring.Template('$a' * 10**5).substitute(a='x' * 10**5)", "memory|steps"},
		"normal form":         {"import unicodedata\nunicodedata.normalize('NFKD', '\\ufdfa' * 10**7)", "memory"},
		"tabs":                {"('\\t' * 1000).expandtabs(10**9)", "memory|too long"},
		"digits":              {"import sys\nsys.set_int_max_str_digits(0)\nint('9' * 10**7)", "memory"},
		"deep classes":        {"c = object\nfor i in range(20000): c = type('C', (c,), {})", "classes"},
		"wide classes":        {"type('X', tuple(type('C', (), {}) for i in range(2000)), {})", "classes"},
		"slots":               {"type('X', (), {'__slots__': ['a%d' % i for i in range(300000)]})", "memory|steps"},
		"generators":          {"gs = []\ndef g(): yield 1\nwhile True:\n    x = g(); next(x); gs.append(x)", "memory|steps"},
		"long source":         {"exec('x=1\\n' * 3000000)", "memory"},
		"long tree":           {"import ast\nast.parse('x=1\\n' * 2000000)", "memory"},
		"deep repr":           {"l = []\nfor i in range(100000): l = [l]\nrepr(l)", "recursion"},
		"deep comparison":     {"a, b = [], []\nfor i in range(100000): a, b = [a], [b]\na == b", "recursion"},
		"deep hash":           {"t = ()\nfor i in range(100000): t = (t,)\nhash(t)", "recursion"},
		"deep copy":           {"import copy\nl = []\nfor i in range(100000): l = [l]\ncopy.deepcopy(l)", "recursion"},
		"deep generators":     {"def g(n):\n    if n: yield from g(n - 1)\n    yield n\nsum(g(100000))", "recursion"},
		"equality that grows": {"class E:\n    def __eq__(s, o): l.append(E()); return False\nl = [E()]\nwhile True: E() in l", "steps|memory"},
	} {
		t.Run(name, func(t *testing.T) { refused(t, c.text, c.want) })
	}
}

// TestDeadlineFurther stops what no count of steps reaches.
func TestDeadlineFurther(t *testing.T) {
	for name, text := range map[string]string{
		"modular power": "pow(3, 7**10**5, 5**10**5)",
		"fractions":     "from fractions import Fraction as F\nx = F(1, 3)\nfor i in range(30): x = x * x + 1",
		"error handler": "import codecs\ncodecs.register_error('l', lambda e: ('', 0))\n'é'.encode('ascii', 'l')",
	} {
		t.Run(name, func(t *testing.T) {
			ctx, cancel := context.WithTimeout(context.Background(), 300*time.Millisecond)
			defer cancel()
			start := time.Now()
			err := pyrttest.Run(&pyrt.Thread{Context: ctx, Stdlib: stdlib.Import}, "test.py", []byte(text))
			if err == nil || time.Since(start) > 5*time.Second {
				t.Errorf("%v after %v", err, time.Since(start))
			}
		})
	}
}

// TestEscapeFurther tries the back doors of CPython.
func TestEscapeFurther(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"base class walk":    {"[c for c in ().__class__.__base__.__subclasses__() if c.__name__ == 'Popen'][0]('id')", "index"},
		"builtins import":    {"__builtins__.__dict__['__import__']('os').system('id')", "sandbox"},
		"frame walk":         {"import sys\nf = sys._getframe()\nwhile f.f_back: f = f.f_back\nf.f_globals['os'].system('id')", "os"},
		"collector":          {"import gc\ngc.get_referrers(1)", "gc"},
		"new code":           {"type((lambda: 0).__code__)(0, 0, 0, 0, 0, 0, b'', (), (), (), '', '', '', 0, b'', b'')", "code"},
		"replaced code":      {"(lambda: 1).__code__.replace(co_code=b'\\0' * 100)", "replace"},
		"file descriptor":    {"open(0).read()", "descriptor"},
		"raw file":           {"import io\nio.FileIO('/etc/passwd')", "sandbox"},
		"codecs.open":        {"import codecs\ncodecs.open('/etc/passwd')", "No such file|sandbox"},
		"tokenize.open":      {"import tokenize\ntokenize.open('/etc/passwd')", "No such file|sandbox"},
		"fork":               {"import os\nos.fork()", "sandbox"},
		"exec":               {"import os\nos.execv('/bin/sh', ['sh'])", "sandbox"},
		"kill":               {"import os\nos.kill(1, 9)", "sandbox"},
		"popen":              {"import os\nos.popen('id')", "sandbox"},
		"connection":         {"import socket\nsocket.create_connection(('localhost', 80))", "sandbox"},
		"unlink":             {"import pathlib\npathlib.Path('inside.txt').unlink()", "sandbox"},
		"path up":            {"import pathlib\npathlib.Path('../../../../etc/passwd').read_text()", "No such file|sandbox"},
		"marshal":            {"import marshal\nmarshal.loads(b'')", "marshal"},
		"gzip":               {"import gzip\ngzip.open('/etc/passwd')", "No such file|sandbox"},
		"time zone path":     {"import zoneinfo\nzoneinfo.ZoneInfo('../../etc/passwd')", "relative paths"},
		"format attributes":  {"'{0.__class__.__init__.__globals__[os]}'.format(1)", "__globals__"},
		"dictConfig":         {"import logging.config\nlogging.config.dictConfig({'version': 1, 'handlers': {'h': {'()': 'os.system', 'command': 'id'}}})", "handler"},
		"recursion limit":    {"import sys\nsys.setrecursionlimit(10**9)\ndef f(): return f()\nf()", "recursion"},
		"template globals":   {"import string\nstring.Formatter().format('{0.__init__.__globals__}', string.Template('x').substitute)", "__globals__|no attribute"},
		"literal_eval calls": {"import ast\nast.literal_eval(\"__import__('os').system('id')\")", "malformed"},
	} {
		t.Run(name, func(t *testing.T) { refused(t, c.text, c.want) })
	}
}
