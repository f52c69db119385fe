package pyrt_test

import (
	"testing"

	"github.com/mrt-tools/mrt/pyrt"
	"github.com/mrt-tools/mrt/pyrt/pyrttest"
	"github.com/mrt-tools/mrt/pyrt/stdlib"
)

func newThread() *pyrt.Thread { return &pyrt.Thread{Stdlib: stdlib.Import, MaxSteps: 10_000_000} }

func TestChunks(t *testing.T)   { pyrttest.Chunks(t, "testdata/chunks/*.py", newThread) }
func TestRecorded(t *testing.T) { pyrttest.Recorded(t, "testdata/recorded/*.py", newThread) }
