package pyrt_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/mrt-tools/mrt/pyrt"
	"github.com/mrt-tools/mrt/pyrt/stdlib"
	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// FuzzExec runs programs under small limits: whatever they do, the runtime
// neither panics nor goes on for long.
func FuzzExec(f *testing.F) {
	names, _ := filepath.Glob("testdata/recorded/*.py")
	if len(names) == 0 {
		f.Fatal("no seeds")
	}
	for _, name := range names {
		raw, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		lines := strings.Split(string(raw), "\n")
		for i := 0; i < len(lines); i += 8 {
			f.Add(strings.Join(lines[i:min(i+8, len(lines))], "\n"))
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		src, err := syntax.NewTextSource("fuzz.py", text)
		if err != nil {
			return
		}
		tree, err := syntax.Parse(src)
		if err != nil {
			return
		}
		ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
		defer cancel()
		th := &pyrt.Thread{Context: ctx, Stdlib: stdlib.Import, MaxSteps: 50_000, MaxDepth: 200, MaxMemory: 32 << 20}
		defer th.Close()
		start := time.Now()
		_, err = pyrt.Load(th, tree, "__main__")
		if err != nil {
			_ = pyrt.FormatException(err)
		}
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("took %v", took)
		}
	})
}
