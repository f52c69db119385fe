package pyrt

import (
	"context"
	"fmt"
)

// The default limits of a Thread.
const (
	defaultMaxSteps  = 500_000_000
	defaultMaxDepth  = 1000
	defaultMaxMemory = 2 << 30
	// hardMaxDepth bounds MaxDepth so that Go's own stack cannot overflow.
	hardMaxDepth = 20_000
	// nestPerCall is how much of the nesting budget one Python call takes;
	// a built-in that calls back takes 1.
	nestPerCall = 20
	// checkEvery is the number of steps between looks at the context: well
	// under a millisecond.
	checkEvery = 2048
)

// A LimitError ends a run that used more than its Thread allows. Python code
// cannot catch it.
type LimitError struct {
	What  string // steps
	Limit int64
	// Stack are the frames that were active, innermost last.
	Stack []Frame
}

// Error tells which limit was reached.
func (e *LimitError) Error() string {
	return fmt.Sprintf("the program was stopped: more than %d %s", e.Limit, e.What)
}

// step counts one unit of work and looks for cancellation now and then.
func (t *Thread) step() error {
	t.steps++
	if t.steps >= t.nextCheck || t.watch.stopped.Load() {
		return t.check()
	}
	return nil
}

// Step is for built-in loops whose length the program decides: call it once
// an iteration. Its errors end the run.
func (t *Thread) Step() error { return t.step() }

// Refill starts the count of steps and the estimate of memory afresh, for a
// Thread that runs one program after the other.
func (t *Thread) Refill() {
	t.steps, t.memory, t.nextCheck = 0, 0, 0
}

// Spent is how many steps were executed since the limits were last renewed.
func (t *Thread) Spent() int64 { return t.steps }

func (t *Thread) check() error {
	limit := t.MaxSteps
	if limit <= 0 {
		limit = defaultMaxSteps
	}
	if t.steps > limit {
		return &LimitError{"steps", limit, t.Stack()}
	}
	t.nextCheck = min(t.steps+checkEvery, limit+1)
	if t.watch.stopped == nil || t.watch.context != t.Context {
		t.observe()
	}
	if t.Context != nil && t.Context.Err() != nil {
		return context.Cause(t.Context)
	}
	return nil
}

// enter counts one level of nesting of built-in code that may call back.
func (t *Thread) enter() error {
	if t == nil {
		return nil
	}
	if err := t.step(); err != nil {
		return err
	}
	t.nest++
	if t.nest > t.maxNest() {
		t.nest--
		return Errorf(RecursionError, "maximum recursion depth exceeded")
	}
	return nil
}

func (t *Thread) leave() {
	if t != nil {
		t.nest--
	}
}

func (t *Thread) maxNest() int { return nestPerCall * max(t.depthLimit(), defaultMaxDepth) }

// SetDepth is sys.setrecursionlimit: the program asks for another limit than
// that of the Thread, which it may not exceed if the Thread states one.
func (t *Thread) SetDepth(n int) error {
	if n <= t.depth+1 {
		return Errorf(RecursionError, "cannot set the recursion limit to %d at the recursion depth %d: the limit is too low", n, t.depth+1)
	}
	limit := hardMaxDepth
	if t.MaxDepth > 0 {
		limit = min(t.MaxDepth, hardMaxDepth)
	}
	t.askedDepth = min(n, limit)
	return nil
}

func (t *Thread) depthLimit() int {
	if t.askedDepth > 0 {
		return t.askedDepth
	}
	if t.MaxDepth <= 0 {
		return defaultMaxDepth
	}
	return min(t.MaxDepth, hardMaxDepth)
}

func (t *Thread) memoryLimit() int64 {
	if t.MaxMemory <= 0 {
		return defaultMaxMemory
	}
	return t.MaxMemory
}

// alloc adds to the memory estimate; a single request over the limit is a
// MemoryError.
func (t *Thread) alloc(n int) error {
	if t == nil {
		return nil
	}
	if n < 0 || int64(n) > t.memoryLimit() {
		return NewException(MemoryError)
	}
	t.memory += int64(n)
	// Filling memory takes time: the next look at the context comes sooner.
	t.nextCheck -= int64(n) >> 6
	if limit := t.memoryLimit(); t.memory > limit {
		return t.outOfMemory(limit)
	}
	if t.steps >= t.nextCheck || t.watch.stopped.Load() {
		return t.check()
	}
	return nil
}

// Alloc reserves n bytes (n elements times their size) for a value about to be
// made. A single request over the limit is a MemoryError, which Python code can
// catch; a program whose estimate went over the limit step by step is stopped.
func (t *Thread) Alloc(n, size int64) error {
	if t == nil || n <= 0 {
		return nil
	}
	if n > t.memoryLimit()/max(size, 1) {
		return NewException(MemoryError)
	}
	if n*size < 1<<12 {
		return nil // short-lived small values are the collector's business
	}
	return t.alloc(int(n * size))
}
