package stdlib_test

import (
	"testing"

	"github.com/mrt-tools/mrt/pyrt"
	"github.com/mrt-tools/mrt/pyrt/pyrttest"
	"github.com/mrt-tools/mrt/pyrt/stdlib"
)

// TestLibrary runs programs whose output CPython 3.14 has given.
func TestLibrary(t *testing.T) {
	pyrttest.Recorded(t, "testdata/recorded/*.py", func() *pyrt.Thread {
		return &pyrt.Thread{Stdlib: stdlib.Import, MaxSteps: 100_000_000}
	})
}
