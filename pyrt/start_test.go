package pyrt_test

import (
	"strings"
	"testing"
	"time"

	"github.com/mrt-tools/mrt/pyrt/pyrttest"
)

// budgets of issue 4: the modules of a migration are there in 10 ms, 50
// statements take 1 ms. The tests allow for a busy machine.
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

// TestStartBudget fails when the best of ten runs misses twice the budget.
func TestStartBudget(t *testing.T) {
	for _, c := range []struct {
		text  string
		limit time.Duration
	}{{startText, 20 * time.Millisecond}, {strings.Repeat(statement, 50), 2 * time.Millisecond}} {
		best := time.Hour
		for range 10 {
			th, start := newThread(), time.Now()
			if err := pyrttest.Run(th, "m.py", []byte(c.text)); err != nil {
				t.Fatal(err)
			}
			best = min(best, time.Since(start))
			th.Close()
		}
		if best > c.limit {
			t.Errorf("%v, want at most %v:\n%.60s", best, c.limit, c.text)
		}
	}
}
