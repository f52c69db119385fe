package pyrt_test

import (
	"testing"

	"github.com/mrt-tools/mrt/pyrt/pyrttest"
)

// TestPieces runs small programs that were written to find differences from
// CPython.
func TestPieces(t *testing.T) {
	pyrttest.Pieces(t, "testdata/pieces/*.py", newThread)
}
