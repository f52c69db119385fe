package opshim

import (
	"errors"

	"github.com/mrt-tools/mrt/opshim/internal/inert"
	"github.com/mrt-tools/mrt/opshim/internal/pyalembic"
	"github.com/mrt-tools/mrt/pyrt"
	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// A RunError is a run of Python that did not end well.
type RunError struct {
	// Err is the cause: a *pyrt.Exception for an uncaught exception,
	// *MissingPackage, *Unsupported, or what the backend returned.
	Err error
	// DB is the database's failure behind the exception, if there is one.
	DB *DBError
	// At is the innermost call inside the revision file, if it is known.
	At syntax.Span
}

// Error is the cause's text.
func (e *RunError) Error() string { return e.Err.Error() }

// Unwrap returns the causes.
func (e *RunError) Unwrap() []error {
	if e.DB != nil {
		return []error{e.Err, e.DB}
	}
	return []error{e.Err}
}

// MissingPackage is the cause of a run that needs a package which is not there.
type MissingPackage = inert.MissingPackage

// Unsupported tells whether the cause of a failed run is something that this
// program does not support, and what.
func Unsupported(err error) (name string, ok bool) {
	var a *pyalembic.Unsupported
	if errors.As(err, &a) {
		return a.Name, true
	}
	return unsupportedName(err)
}

// failure wraps what ended a run.
func (rt *runtime) failure(err error) error {
	if err == nil {
		return nil
	}
	out := &RunError{Err: err, DB: rt.host.dbErr}
	var exc *pyrt.Exception
	if !errors.As(err, &exc) {
		return out
	}
	if st, ok := exc.Value.Native.(*pyrt.ExceptionState); ok {
		for _, f := range st.Traceback.Frames() {
			if f.At.Source != nil && (f.At.Source == rt.host.source || rt.host.source == nil) {
				out.At = f.At
			}
		}
	}
	return out
}
