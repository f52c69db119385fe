package pyrt

import (
	"context"
	"errors"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// runText runs a program and returns how it ended.
func runText(t *testing.T, th *Thread, text string) (*Module, error) {
	t.Helper()
	src, err := syntax.NewTextSource("test.py", text)
	if err != nil {
		t.Fatal(err)
	}
	f, err := syntax.Parse(src)
	if err != nil {
		t.Fatal(err)
	}
	return Load(th, f, "__main__")
}

func TestStepLimitCannotBeCaught(t *testing.T) {
	for name, text := range map[string]string{
		"loop":          "while True:\n    try:\n        pass\n    except BaseException:\n        pass",
		"finally":       "def f():\n    try:\n        while True: pass\n    finally:\n        return 1\nf()",
		"generator":     "def g():\n    while True: yield 1\nfor x in g(): pass",
		"comprehension": "[0 for _ in iter(int, 1)]",
		"builtin":       "sum(iter(int, 1))",
		"contains":      "5 in iter(int, 1)",
		"recursion":     "def f():\n    try: f()\n    except RecursionError: f()\nf()",
	} {
		t.Run(name, func(t *testing.T) {
			th := &Thread{MaxSteps: 20_000}
			defer th.Close()
			_, err := runText(t, th, text)
			var limit *LimitError
			if !errors.As(err, &limit) || limit.What != "steps" {
				t.Errorf("got %v, want the step limit", err)
			}
		})
	}
}

func TestCancelStopsWithin50ms(t *testing.T) {
	for name, text := range map[string]string{
		"loop":    "while True: pass",
		"builtin": "sum(iter(int, 1))",
		"sort":    "while True: sorted(range(1000), key=lambda x: -x)",
		"strings": "while True: ''.join(str(i) for i in range(1000))",
	} {
		t.Run(name, func(t *testing.T) {
			ctx, cancel := context.WithCancel(context.Background())
			th := &Thread{Context: ctx, MaxSteps: 1 << 60}
			defer th.Close()
			var stopped time.Time
			time.AfterFunc(20*time.Millisecond, func() {
				stopped = time.Now()
				cancel()
			})
			_, err := runText(t, th, text)
			late := time.Since(stopped)
			if !errors.Is(err, context.Canceled) {
				t.Fatalf("got %v, want context.Canceled", err)
			}
			if late > time.Second {
				t.Errorf("stopped %v after the cancellation", late)
			}
		})
	}
}

func TestMemoryLimit(t *testing.T) {
	for name, text := range map[string]string{
		"list":    "x = []\nwhile True: x.append([0] * 1000)",
		"string":  "x = 'a'\nwhile True: x += x",
		"dict":    "d = {}\ni = 0\nwhile True:\n    i += 1\n    d[i] = i",
		"collect": "list(iter(int, 1))",
	} {
		t.Run(name, func(t *testing.T) {
			th := &Thread{MaxSteps: 1 << 60, MaxMemory: 32 << 20}
			defer th.Close()
			_, err := runText(t, th, text)
			var limit *LimitError
			if errors.As(err, &limit) && limit.What == "bytes of memory" {
				return
			}
			if e, ok := err.(*Exception); !ok || !e.IsA(MemoryError) {
				t.Errorf("got %v, want the memory limit", err)
			}
		})
	}
}

func TestDepth(t *testing.T) {
	for name, text := range map[string]string{
		"function":  "def f(): return f()\nf()",
		"repr":      "x = []\nfor i in range(100000): x = [x]\nrepr(x)",
		"compare":   "x = []\ny = []\nfor i in range(100000): x, y = [x], [y]\nx == y",
		"hash":      "x = ()\nfor i in range(100000): x = (x,)\nhash(x)",
		"getattr":   "class A:\n    def __getattr__(self, n): return getattr(self, n + 'x')\nA().y",
		"eq":        "class A:\n    def __eq__(self, o): return self == o\nA() == A()",
		"generator": "def g(): yield from g()\nlist(g())",
		"init":      "class A:\n    def __init__(self): A()\nA()",
		"lambda":    "f = lambda: [f() for _ in [1]]\nf()",
		"class":     "def f():\n    class A:\n        x = f()\nf()",
	} {
		t.Run(name, func(t *testing.T) {
			th := &Thread{}
			defer th.Close()
			_, err := runText(t, th, text)
			if e, ok := err.(*Exception); !ok || !e.IsA(RecursionError) {
				t.Errorf("got %v, want RecursionError", err)
			}
		})
	}
}

func TestCloseEndsGenerators(t *testing.T) {
	before := runtime.NumGoroutine()
	th := &Thread{}
	_, err := runText(t, th, `
def g():
    try:
        while True: yield 1
    finally:
        closed.append(1)
closed = []
kept = [g() for _ in range(500)]
for x in kept: next(x)
`)
	if err != nil {
		t.Fatal(FormatException(err))
	}
	if n := runtime.NumGoroutine(); n < before+400 {
		t.Fatalf("%d goroutines: the test does not test what it should", n)
	}
	th.Close()
	for range 100 {
		if runtime.NumGoroutine() <= before {
			return
		}
		time.Sleep(time.Millisecond)
	}
	t.Errorf("%d goroutines left, %d before", runtime.NumGoroutine(), before)
}

func TestLoadLazy(t *testing.T) {
	text := `
import missing_package
from missing_package import thing
print("never")
BASE = ["a"]
BASE.append("b")
def helper(): return BASE + [OTHER]
OTHER = "o"
class Model(missing_package.Base): x = thing
def uses_self(): return later()
def later(): return 5
int = 7
def shadow(): return int
boom = 1 / 0
`
	src, err := syntax.NewTextSource("app.py", text)
	if err != nil {
		t.Fatal(err)
	}
	f, err := syntax.Parse(src)
	if err != nil {
		t.Fatal(err)
	}
	th := &Thread{}
	defer th.Close()
	m := LoadLazy(th, f, "app")
	for name, want := range map[string]string{"helper": "['a', 'b', 'o']", "uses_self": "5", "shadow": "7"} {
		v, err := CallMethod(th, m, name)
		if err != nil {
			t.Errorf("%s: %v", name, FormatException(err))
			continue
		}
		if got, _ := Repr(th, v); got != want {
			t.Errorf("%s() = %s, want %s", name, got, want)
		}
	}
	for name, want := range map[string]string{"boom": "division by zero", "Model": "No module named 'missing_package'", "nothing": "no attribute 'nothing'"} {
		if _, err := GetAttr(th, m, name); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want %q", name, err, want)
		}
	}
}
