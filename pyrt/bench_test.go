package pyrt

import (
	"os"
	"strings"
	"testing"

	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// BenchmarkPython runs the bench_* functions of testdata/bench.py.
func BenchmarkPython(b *testing.B) {
	t := &Thread{MaxSteps: 1 << 60}
	defer t.Close()
	m, err := Load(t, mustParseFile(b, "testdata/bench.py"), "bench")
	if err != nil {
		b.Fatal(FormatException(err))
	}
	for _, e := range m.Dict.Items() {
		name, _ := AsStr(e[0])
		if !strings.HasPrefix(name, "bench_") {
			continue
		}
		b.Run(strings.TrimPrefix(name, "bench_"), func(b *testing.B) {
			b.ReportAllocs()
			if _, err := Call(t, e[1], Positional(Int(b.N))); err != nil {
				b.Fatal(FormatException(err))
			}
		})
	}
}

func mustParseFile(tb testing.TB, name string) *syntax.File {
	tb.Helper()
	raw, err := os.ReadFile(name)
	if err != nil {
		tb.Fatal(err)
	}
	src, err := syntax.NewSource(name, raw)
	if err != nil {
		tb.Fatal(err)
	}
	f, err := syntax.Parse(src)
	if err != nil {
		tb.Fatal(err)
	}
	return f
}
