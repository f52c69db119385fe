package pyrt

import (
	"context"
	"sync/atomic"
)

// The rule for built-in code: every loop whose length data decide calls Step
// (Each and alloc do), and what takes long without a loop of ours, such as
// arithmetic on large integers, goes through Apart. A pass over data at the
// speed of memory needs neither.

// apartFrom is the size of the operands, in bytes, from which work is done
// apart.
const apartFrom = 1 << 14

// Apart runs f, which may take long for operands of size bytes and cannot look
// at the context. When the run is cancelled meanwhile f is left behind to end
// by itself, so it must neither use the Thread nor values that Python code can
// change, and what it assigns may be looked at only if the error is nil: no named
// results.
func (t *Thread) Apart(size int, f func()) error {
	if size < apartFrom || t == nil || t.Context == nil || t.Context.Done() == nil {
		f()
		return nil
	}
	done := make(chan any, 1)
	go func() {
		defer func() { done <- recover() }()
		f()
	}()
	select {
	case failure := <-done:
		if failure != nil {
			panic(failure)
		}
		return t.check()
	case <-t.Context.Done():
		return context.Cause(t.Context)
	}
}

// apartText is Apart for a function of a text.
func apartText[T any](t *Thread, s string, f func(string) T) (T, error) {
	if len(s) < apartFrom {
		return f(s), nil
	}
	var out, none T
	if err := t.Apart(len(s), func() { out = f(s) }); err != nil {
		return none, err
	}
	return out, nil
}

// A watch tells the steps of a Thread that its context is cancelled.
type watch struct {
	context context.Context
	stopped *atomic.Bool
	end     func() bool
}

// observe begins to watch the Thread's context, once for each context that the
// Thread is given.
func (t *Thread) observe() {
	t.unobserve()
	flag := new(atomic.Bool)
	t.watch = watch{context: t.Context, stopped: flag}
	if t.Context != nil {
		t.watch.end = context.AfterFunc(t.Context, func() { flag.Store(true) })
	}
}

func (t *Thread) unobserve() {
	if t.watch.end != nil {
		t.watch.end()
	}
}
