package pyrt

import "slices"

// Suggestion gives the candidate that a misspelt name most probably means, by
// the rules of CPython's "Did you mean" and else with the same letters in
// another order, or "".
func Suggestion(name string, candidates []string) string {
	if s := suggestion(name, candidates); s != "" {
		return s
	}
	letters := func(s string) string {
		b := []byte(s)
		slices.Sort(b)
		return string(b)
	}
	for _, c := range candidates {
		if c != name && len(c) == len(name) && letters(c) == letters(name) {
			return c
		}
	}
	return ""
}

// Hint gives what CPython's report adds to the message of an exception, such
// as ". Did you mean: 'x'?", or "".
func Hint(t *Thread, e *Exception) string { return hint(t, e.Value) }

// stopped remembers the frames through which an error passed that is no
// exception, innermost first.
type stopped struct {
	last, next *frame
	frames     []Frame
}

// maxStopped bounds the frames that are remembered; the outer ones matter.
const maxStopped = 100

func (s *stopped) pass(fr *frame) {
	if s.last == fr {
		return
	}
	if s.next != fr {
		s.frames = s.frames[:0]
	}
	if len(s.frames) == maxStopped {
		copy(s.frames, s.frames[1:])
		s.frames = s.frames[:maxStopped-1]
	}
	s.last, s.next, s.frames = fr, fr.back, append(s.frames, Frame{Name: fr.code.name, At: fr.span()})
}

// Stopped tells where the last error came through that is no exception (a
// limit, a cancelled run, a refusal of the host), innermost frame last.
func (t *Thread) Stopped() []Frame {
	out := make([]Frame, len(t.stopped.frames))
	for i, f := range t.stopped.frames {
		out[len(out)-1-i] = f
	}
	return out
}
