package stdlib_test

import (
	"testing"

	"github.com/mrt-tools/mrt/pyrt"
	"github.com/mrt-tools/mrt/pyrt/pyrttest"
	"github.com/mrt-tools/mrt/pyrt/stdlib"
)

// TestModules runs programs that were written from the documentation of one
// module or two each.
func TestModules(t *testing.T) {
	pyrttest.Programs(t, "testdata/programs/*.py", func() *pyrt.Thread {
		return &pyrt.Thread{Stdlib: stdlib.Import, MaxSteps: 100_000_000}
	})
}
