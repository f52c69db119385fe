package pyrt_test

import (
	"testing"

	"github.com/mrt-tools/mrt/pyrt/pyrttest"
)

// TestPrograms runs whole programs whose output and tracebacks CPython 3.14
// has given.
func TestPrograms(t *testing.T) {
	pyrttest.Programs(t, "testdata/programs/*.py", newThread)
}
