package pyrt_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/mrt-tools/mrt/pyrt"
	"github.com/mrt-tools/mrt/pyrt/pyrttest"
	"github.com/mrt-tools/mrt/pyrt/stdlib"
)

// sandboxed runs a program with small limits; sandbox reports how it ended.
func sandboxed(t *testing.T, text string) error {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	th := &pyrt.Thread{
		Context: ctx, Stdlib: stdlib.Import, MaxSteps: 3_000_000, MaxMemory: 64 << 20,
		Env: map[string]string{"GIVEN": "1"}, Files: fstest.MapFS{"inside.txt": {Data: []byte("in")}},
	}
	return pyrttest.Run(th, "test.py", []byte(text))
}

// TestExhaustion tries to use up memory, stack and time.
func TestExhaustion(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"endless loop":      {"while True: pass", "steps"},
		"list growth":       {"x = [0]\nwhile True: x += x", "memory"},
		"string doubling":   {"x = 'ab'\nwhile True: x *= 2", "memory"},
		"repetition":        {"x = [None] * 10**12", "memory"},
		"string repetition": {"x = 'a' * 10**15", "memory"},
		"padding":           {"'{:>1000000000000}'.format(1)", "format string|width|memory"},
		"power":             {"10 ** 10 ** 10", "bits|too large|memory"},
		"shift":             {"1 << 10**12", "bits|too many digits|memory"},
		"recursion":         {"def f(n): return f(n + 1)\nf(0)", "recursion"},
		"deep source":       {"eval('(' * 100000)", "nested|recursion|too many"},
		"endless iterator":  {"import itertools\nlist(itertools.count())", "steps|memory"},
		"product":           {"import itertools\nlist(itertools.product(range(1000), repeat=5))", "steps|memory"},
		"backtracking":      {"import re\nre.match('(a+)+$', 'a' * 60 + 'b')", "steps|time|deadline"},
		"factorial":         {"import math\nmath.factorial(10**9)", "exceed"},
		"sleep":             {"import time\nfor _ in range(10**9): time.sleep(1000)", "steps|deadline"},
		"int text":          {"str(10 ** 5000)", "4300 digits"},
		"bytes":             {"bytes(10**12)", "memory"},
		"decimal":           {"from decimal import *\ngetcontext().prec = 10**9\nDecimal(2).sqrt()", "digits|precision|prec|memory|deadline"},
		"json nesting":      {"import json\njson.loads('[' * 1000000)", "recursion|nested|too deep|limit"},
		"comprehension":     {"[[0] * 1000 for _ in range(10**9)]", "memory|steps"},
	} {
		t.Run(name, func(t *testing.T) { refused(t, c.text, c.want) })
	}
}

func refused(t *testing.T, text, want string) {
	t.Helper()
	start := time.Now()
	err := sandboxed(t, text)
	if err == nil {
		t.Fatal("it ran to its end")
	}
	if took := time.Since(start); took > 15*time.Second {
		t.Errorf("refused after %v", took)
	}
	for _, w := range strings.Split(want, "|") {
		if strings.Contains(strings.ToLower(err.Error()), strings.ToLower(w)) {
			t.Log(err)
			return
		}
	}
	if errors.Is(err, context.DeadlineExceeded) && strings.Contains(want, "deadline") {
		return
	}
	t.Errorf("got %v, want a sentence with %q", err, want)
}

// TestEscape tries to leave the sandbox.
func TestEscape(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"open outside":     {"open('/etc/passwd')", "No such file|not|outside"},
		"open parent":      {"open('../../etc/passwd')", "No such file|not|outside"},
		"open for writing": {"open('inside.txt', 'w')", "read|not"},
		"os.system":        {"import os\nos.system('id')", "process|not"},
		"os.open":          {"import os\nos.open('/etc/passwd', 0)", "not|no attribute"},
		"os.remove":        {"import os\nos.remove('inside.txt')", "not|sandbox"},
		"subprocess":       {"import subprocess\nsubprocess.run(['id'])", "process"},
		"socket":           {"import socket\nsocket.socket().connect(('localhost', 80))", "sandbox"},
		"ctypes":           {"__import__('ctypes').CDLL(None)", "ctypes"},
		"pathlib write":    {"import pathlib\npathlib.Path('x').write_text('y')", "writ|read"},
		"environment":      {"import os\nif set(os.environ) - {'GIVEN'}: raise SystemExit('leaked')\nos.environ['HOME']", "HOME"},
		"sys.modules":      {"import sys\nsys.modules['os'].popen('id')", "os|process"},
		"posix":            {"import posix\nposix.system('id')", "posix"},
		"subclasses":       {"for c in object.__subclasses__():\n    if 'Popen' in c.__name__ or 'FileIO' in c.__name__: print(c)\n    g = getattr(c.__init__, '__globals__', {})\n    if 'system' in g: g['system']('id')\nraise KeyError('nothing found')", "nothing found"},
		"eval":             {"eval(\"__import__('os').system('id')\")", "process|not"},
		"exec":             {"exec('import subprocess; subprocess.Popen([\"id\"])')", "process"},
		"urllib":           {"import urllib.request\nurllib.request.urlopen('http://localhost')", "network"},
		"multiprocessing":  {"import multiprocessing\nmultiprocessing.Process(target=print).start()", "process"},
		"pickle":           {"import pickle\npickle.loads(b'cos\\nsystem\\n(S\"id\"\\ntR.')", "pickle"},
		"tempfile":         {"import tempfile\ntempfile.NamedTemporaryFile()", "writ|not"},
		"shutil":           {"import shutil\nshutil.rmtree('/tmp/x')", "not|sandbox|writ"},
		"signal":           {"import signal\nsignal.alarm(1)", "signal"},
		"loader":           {"__loader__.load_module('os').system('id')", "not|no attribute"},
		"builtins":         {"import builtins\nbuiltins.open('/proc/self/environ')", "No such file|not|outside"},
		"os._exit":         {"import os\nos._exit(3)", "exit|not|no attribute"},
		"io.open":          {"import io\nio.open('/etc/passwd')", "No such file|not|outside"},
	} {
		t.Run(name, func(t *testing.T) { refused(t, c.text, c.want) })
	}
}

// TestCancel stops programs of every kind within 50 ms.
func TestCancel(t *testing.T) {
	for name, text := range map[string]string{
		"loop":          "while True: pass",
		"generator":     "def g():\n    while True: yield 1\nfor _ in g(): pass",
		"sum":           "sum(iter(int, 1))",
		"backtracking":  "import re\nre.match('(a+)+$', 'a' * 60 + 'b')",
		"search":        "import re\nwhile True: re.sub('(x|y)*z', '', 'xy' * 5000)",
		"int text":      "x = 10 ** 4200\nwhile True: str(x)",
		"sort":          "x = list(range(50000))\nwhile True: x.sort(key=lambda v: -v)",
		"strings":       "while True: 'ab' * 1000000",
		"recursion":     "def f(n): return 1 if n == 0 else f(n - 1) + f(n - 1)\nf(60)",
		"comprehension": "[[x for x in range(1000)] for y in iter(int, 1)]",
		"itertools":     "import itertools\nfor _ in itertools.product(range(1000), repeat=9): pass",
		"json":          "import json\nx = [[1] * 1000] * 50\nwhile True: json.loads(json.dumps(x))",
	} {
		t.Run(name, func(t *testing.T) {
			ctx, cancel := context.WithCancel(context.Background())
			th := &pyrt.Thread{Context: ctx, Stdlib: stdlib.Import, MaxSteps: 1 << 60, MaxMemory: 1 << 50}
			var stopped time.Time
			time.AfterFunc(150*time.Millisecond, func() {
				stopped = time.Now()
				cancel()
			})
			err := pyrttest.Run(th, "test.py", []byte(text))
			if late := time.Since(stopped); late > time.Second {
				t.Errorf("stopped %v after the cancellation", late)
			}
			if !errors.Is(err, context.Canceled) {
				t.Errorf("got %v, want context.Canceled", err)
			}
		})
	}
}
