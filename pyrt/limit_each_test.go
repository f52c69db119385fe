package pyrt_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/mrt-tools/mrt/pyrt"
	"github.com/mrt-tools/mrt/pyrt/pyrttest"
	"github.com/mrt-tools/mrt/pyrt/stdlib"
)

// TestEachLimit reaches every limit of a Thread alone, and the program goes on
// or ends as the limit says.
func TestEachLimit(t *testing.T) {
	for name, c := range map[string]struct {
		thread pyrt.Thread
		text   string
		want   string
	}{
		"steps":           {pyrt.Thread{MaxSteps: 10_000}, "while True: pass", "more than 10000 steps"},
		"depth":           {pyrt.Thread{MaxDepth: 50}, "def f(n): return f(n + 1)\nf(0)", "RecursionError: maximum recursion depth exceeded"},
		"depth, asked":    {pyrt.Thread{MaxDepth: 50}, "import sys\nsys.setrecursionlimit(10**6)\ndef f(n): return n if n == 60 else f(n + 1)\nf(0)", "RecursionError"},
		"integer size":    {pyrt.Thread{}, "try: 1 << 10**11\nexcept (OverflowError, MemoryError, ValueError) as e: raise KeyError(type(e).__name__)", "KeyError"},
		"digits":          {pyrt.Thread{}, "str(10**5000)", "ValueError: Exceeds the limit (4300 digits)"},
		"sequence size":   {pyrt.Thread{MaxMemory: 1 << 20}, "[0] * 10**7", "MemoryError"},
		"memory":          {pyrt.Thread{MaxMemory: 1 << 20}, "kept = []\nwhile True: kept.append('x' * 10000)", "more than 1048576 bytes of memory"},
		"threads":         {pyrt.Thread{}, "import threading\ne = threading.Event()\nfor _ in range(3000): threading.Thread(target=e.wait, daemon=True).start()", "can't start new thread"},
		"output":          {pyrt.Thread{MaxSteps: 10_000}, "import zlib\nzlib.decompress(zlib.compress(b'0' * 10**6))\nwhile True: pass", "more than 10000 steps"},
		"inflated output": {pyrt.Thread{MaxMemory: 8 << 20}, "import zlib\nd = zlib.compress(zlib.compress(b'0' * 10**6))\nd = zlib.decompress(d)\nwhile True: d += zlib.decompress(d)", "memory|MemoryError"},
	} {
		t.Run(name, func(t *testing.T) {
			th := c.thread
			th.Stdlib = stdlib.Import
			defer th.Close()
			err := pyrttest.Run(&th, "test.py", []byte(c.text))
			if err == nil {
				t.Fatal("it ran to its end")
			}
			for want := range strings.SplitSeq(c.want, "|") {
				if strings.Contains(err.Error(), want) {
					return
				}
			}
			t.Errorf("got %v, want %q", err, c.want)
		})
	}
	t.Run("wall clock", func(t *testing.T) {
		ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
		defer cancel()
		th := &pyrt.Thread{Context: ctx, Stdlib: stdlib.Import, MaxSteps: 1 << 60}
		defer th.Close()
		start := time.Now()
		err := pyrttest.Run(th, "test.py", []byte("try:\n    while True: pass\nexcept BaseException: pass\nfinally: print(1)"))
		if !errors.Is(err, context.DeadlineExceeded) || time.Since(start) > 5*time.Second {
			t.Errorf("%v after %v", err, time.Since(start))
		}
	})
}
