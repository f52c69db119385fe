package pyrt_test

import (
	"strings"
	"testing"

	"github.com/mrt-tools/mrt/pyrt/pyrttest"
)

// What the benchmarks below measure: the modules that migrations import, and a
// module of 50 statements.
const (
	startText = "import datetime, re, json, typing\nfrom typing import Sequence, Union\nx = 1\n"
	statement = "x = {'a': [1, 2, 3], 'b': 'text %s' % x if 0 else 'c'}; y = sorted(x)\n"
)

// BenchmarkStart makes a Thread and reaches the first line of a migration.
func BenchmarkStart(b *testing.B) { benchText(b, startText) }

// BenchmarkFiftyStatements runs a module of 50 lines, parsing included.
func BenchmarkFiftyStatements(b *testing.B) { benchText(b, strings.Repeat(statement, 50)) }

func benchText(b *testing.B, text string) {
	b.ReportAllocs()
	for range b.N {
		th := newThread()
		if err := pyrttest.Run(th, "m.py", []byte(text)); err != nil {
			b.Fatal(err)
		}
		th.Close()
	}
}
