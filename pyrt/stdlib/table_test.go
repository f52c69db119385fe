package stdlib_test

import (
	"strings"
	"testing"

	"github.com/mrt-tools/mrt/pyrt"
	"github.com/mrt-tools/mrt/pyrt/pyrttest"
	"github.com/mrt-tools/mrt/pyrt/stdlib"
)

// TestTables compares thousands of small expressions with CPython's answers.
func TestTables(t *testing.T) {
	for name, prologue := range map[string]string{
		"re":       "import re",
		"json":     "import json",
		"datetime": "from datetime import *\nfrom zoneinfo import ZoneInfo",
		"format":   "",
		"percent":  "",
	} {
		t.Run(name, func(t *testing.T) {
			th := &pyrt.Thread{Stdlib: stdlib.Import, MaxSteps: 100_000_000}
			n := pyrttest.Table(t, "testdata/tables/"+name+".tsv.gz", strings.TrimSpace(prologue), th)
			if n < 1000 {
				t.Errorf("%d answers, want at least 1000", n)
			}
		})
	}
}
