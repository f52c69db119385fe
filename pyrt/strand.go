package pyrt

import "iter"

// A Strand is a thread of the program. Strands never run side by side: one
// runs until it rests or ends, and goes on when it is resumed.
type Strand struct {
	t      *Thread
	fn     Value
	resume func() (struct{}, bool)
	cancel func()
	yield  func(struct{}) bool
	place  place
	err    error
	done   bool
	seq    int
}

// A place is what a Thread knows of the code that it executes.
type place struct {
	frame                 *frame
	depth, nest, handling int
	printing              []Value
	strand                *Strand
}

func (t *Thread) place() place {
	return place{t.frame, t.depth, t.nest, t.handling, t.printing, t.strand}
}

func (t *Thread) goTo(p place) {
	t.frame, t.depth, t.nest, t.handling, t.printing, t.strand = p.frame, p.depth, p.nest, p.handling, p.printing, p.strand
}

// maxStrands bounds how many strands may be alive.
const maxStrands = 2000

// strandStack is what a strand costs besides its values.
const strandStack = 16 << 10

var strandType = newFinalType("strand", ObjectType)

// Type is a class of its own.
func (*Strand) Type() *Type { return strandType }

// NewStrand makes a strand that will call fn without arguments.
func NewStrand(t *Thread, fn Value) (*Strand, error) {
	if len(t.strands) >= maxStrands {
		return nil, Errorf(RuntimeError, "can't start new thread")
	}
	if err := t.alloc(strandStack); err != nil {
		return nil, err
	}
	s := &Strand{t: t, fn: fn, seq: t.strandCount}
	t.strandCount++
	s.place.strand = s
	s.resume, s.cancel = iter.Pull(func(yield func(struct{}) bool) {
		s.yield = yield
		_, s.err = Call(t, s.fn, Args{})
	})
	if t.strands == nil {
		t.strands = make(map[*Strand]struct{})
	}
	t.strands[s] = struct{}{}
	return s, nil
}

// Resume runs the strand until it rests or ends, and tells whether it ended.
func (s *Strand) Resume() (bool, error) {
	if s.done {
		return true, nil
	}
	t := s.t
	here := t.place()
	t.goTo(s.place)
	_, rests := s.resume()
	s.place = t.place()
	t.goTo(here)
	if rests {
		return false, nil
	}
	s.done = true
	delete(t.strands, s)
	return true, s.err
}

// Rest hands control back to what resumed the running strand.
func (t *Thread) Rest() error {
	s := t.strand
	if s == nil {
		return Errorf(RuntimeError, "the main thread can not rest")
	}
	here := t.place()
	if !s.yield(struct{}{}) {
		return errAbandoned
	}
	t.goTo(here)
	return nil
}

// Strands is how many strands have not ended.
func (t *Thread) Strands() int { return len(t.strands) }

// closeStrands ends those that are left, in the order of their making.
func (t *Thread) closeStrands() {
	for len(t.strands) > 0 {
		var first *Strand
		for s := range t.strands {
			if first == nil || s.seq < first.seq {
				first = s
			}
		}
		first.done = true
		delete(t.strands, first)
		first.cancel()
	}
}

// finish ends the main program: it waits for the threads that are no daemons
// and calls what was registered for the end.
func (t *Thread) finish() error {
	for _, f := range []struct{ module, name string }{{"threading", "_shutdown"}, {"atexit", "_run_exitfuncs"}} {
		if m := t.Modules[f.module]; m != nil {
			if _, err := CallMethod(t, m, f.name); err != nil {
				return err
			}
		}
	}
	return nil
}
