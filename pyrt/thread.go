package pyrt

import (
	"context"
	"io"
	"io/fs"
	"math"
	"time"

	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// A Thread is one run of a program and all that the program can see of the
// world. The zero value with a Context is ready to use: no modules but the
// standard library's, no output, a fixed clock, no environment, no files.
// A Thread is not safe for concurrent use.
type Thread struct {
	Context context.Context
	// Import finds a module that is neither loaded nor in the standard
	// library; it returns nil, nil when there is none.
	Import func(t *Thread, name string) (*Module, error)
	// Stdlib makes modules of the standard library (stdlib.Import), nil, nil
	// for others; it is asked before Import.
	Stdlib func(t *Thread, name string) (*Module, error)
	Stdout io.Writer // print; nil discards
	Stderr io.Writer // warnings, logging; nil discards
	Clock  func() time.Time
	Env    map[string]string // os.environ
	Files  fs.FS             // what open() and pathlib may read; nil: nothing
	// Modules is sys.modules.
	Modules map[string]*Module

	// Salvage takes over calls that fail because of a value that stands for
	// something else; nil: none do.
	Salvage Salvager

	MaxSteps  int64 // evaluated nodes; zero means the default limit, not "none"
	MaxDepth  int   // nested calls
	MaxMemory int64 // estimate of bytes allocated

	steps     int64
	nextCheck int64
	watch     watch
	memory    int64
	slept     time.Duration
	depth     int // Python calls
	// askedDepth is the recursion limit that the program set, 0: none.
	askedDepth int
	nest       int // see limits.go
	frame      *frame
	strand     *Strand // the one that runs; nil: the main program
	strands    map[*Strand]struct{}
	// strandCount counts those made.
	strandCount int
	state
}

// maxSlept bounds how far a program can put its clock forward.
const maxSlept = 100 * 365 * 24 * time.Hour

// Sleep lets seconds pass on the program's clock.
func (t *Thread) Sleep(seconds float64) {
	if !(seconds < maxSlept.Seconds()) || t.slept > maxSlept {
		t.slept = maxSlept
		return
	}
	t.slept += time.Duration(math.Round(seconds * float64(time.Second)))
}

// Slept is how much time has passed on the program's clock by sleeping.
func (t *Thread) Slept() time.Duration { return t.slept }

// A Salvager knows values that stand for something else, and what a call gives
// that such a value made fail.
type Salvager interface {
	// Standing tells whether v is such a value.
	Standing(v Value) bool
	// Salvaged is the result of a call of fn in place of err; nil leaves the call
	// failed.
	Salvaged(fn, v Value, err *Exception) Value
}

// A Frame is a point in a running or failed program.
type Frame struct {
	Name string // function name or <module>
	At   syntax.Span
}

// Stack returns the active frames, innermost last.
func (t *Thread) Stack() []Frame { return stackOf(t) }

// Here is the span of the call being evaluated, innermost; the zero Span
// outside Python code.
func (t *Thread) Here() syntax.Span {
	if s := t.Stack(); len(s) > 0 {
		return s[len(s)-1].At
	}
	return syntax.Span{}
}
