package stdlib

import "github.com/mrt-tools/mrt/pyrt"

// strandModule is the Go half of module threading.
func strandModule(*pyrt.Thread) *pyrt.Module {
	m := pyrt.NewModule("_strand")
	m.Define("new(function, /)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) { return pyrt.NewStrand(t, a[0]) })
	m.Define("resume(strand, /)", func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		s, ok := a[0].(*pyrt.Strand)
		if !ok {
			return nil, pyrt.Errorf(pyrt.TypeError, "a strand is required, not %s", a[0].Type().Name)
		}
		done, err := s.Resume()
		return pyrt.Bool(done), err
	})
	m.Define("rest()", func(t *pyrt.Thread, _ []pyrt.Value) (pyrt.Value, error) { return pyrt.None, t.Rest() })
	m.Define("advance(seconds, /)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		s, err := pyrt.RealNumber(t, a[0])
		if err == nil {
			t.Sleep(s)
		}
		return pyrt.None, err
	})
	return m
}
