package opshim

import (
	"errors"
	"strings"

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
	// At is the innermost call inside the revision file, or where none runs
	// inside env.py, if it is known.
	At syntax.Span
	// Inner is where in another file of the project the failure started, if
	// it was not in that of At.
	Inner syntax.Span
	// Hint goes on from the cause's text: what was meant, or what to do.
	Hint string
}

// Error is the cause's text with the hint.
func (e *RunError) Error() string { return e.Err.Error() + e.Hint }

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
	var list syntax.ErrorList
	if errors.As(err, &list) && len(list) > 0 {
		out.At = list[0].At
		return out
	}
	frames := rt.thread.Stopped()
	var exc *pyrt.Exception
	var limit *pyrt.LimitError
	switch {
	case errors.As(err, &exc):
		frames = nil
		if st, ok := exc.Value.Native.(*pyrt.ExceptionState); ok {
			frames = st.Traceback.Frames()
		}
	case errors.As(err, &limit):
		frames = limit.Stack
	}
	out.At, out.Inner = rt.locate(frames)
	var missing *MissingPackage
	if errors.As(err, &missing) {
		out.Hint = "; [python] path in mrt.toml names folders that hold packages"
		if s := missing.At.Source; s != nil && (s == rt.host.source || s == rt.envSource) {
			out.At, out.Inner = missing.At, syntax.Span{}
		}
	}
	if exc != nil {
		out.Hint = rt.advice(exc, frames)
		if at := rt.entryOf(exc.Message()); at.IsValid() {
			out.At = at
		}
	}
	out.At = firstLine(out.At)
	return out
}

// entryOf is the line of a revision for a failure to call its upgrade() or
// downgrade(), which happens outside it.
func (rt *runtime) entryOf(message string) syntax.Span {
	tree := rt.host.tree
	if tree == nil {
		return syntax.Span{}
	}
	if m := entryCall().FindStringSubmatch(message); m != nil {
		return functionLine(tree, m[1]+m[2])
	}
	if missingFunction().MatchString(message) {
		return entryPoint(tree)
	}
	return syntax.Span{}
}

func functionLine(tree *syntax.File, name string) syntax.Span {
	var at syntax.Span
	for _, s := range tree.Body {
		switch f := s.(type) {
		case *syntax.FunctionDef:
			if f.Name == name {
				at = firstLine(f.Span())
			}
		case *syntax.AsyncFunctionDef:
			if f.Name == name {
				at = firstLine(f.Span())
			}
		}
	}
	return at
}

// entryPoint is where to point in a revision that lacks a function: at the
// function that was perhaps meant, else the first statement that is no import.
func entryPoint(tree *syntax.File) syntax.Span {
	var first syntax.Span
	for _, s := range tree.Body {
		switch s := s.(type) {
		case *syntax.FunctionDef:
			if s.Name != "upgrade" && s.Name != "downgrade" && pyrt.Suggestion(s.Name, []string{"upgrade", "downgrade"}) != "" {
				return firstLine(s.Span())
			}
		case *syntax.Import, *syntax.ImportFrom, *syntax.ExprStmt:
			continue
		}
		if !first.IsValid() {
			first = firstLine(s.Span())
		}
	}
	return first
}

// firstLine is the part of a span that is on its first line.
func firstLine(s syntax.Span) syntax.Span {
	if !s.IsValid() {
		return s
	}
	if line := s.Source.Line(s.Position().Line); line != nil {
		s.End = min(s.End, s.Start+int32(len(line)-s.Position().Column))
	}
	return s
}

// locate finds the innermost frame in the revision that runs, else in env.py,
// and where below it in the project the failure started.
func (rt *runtime) locate(frames []pyrt.Frame) (at, inner syntax.Span) {
	for _, source := range []*syntax.Source{rt.host.source, rt.envSource} {
		for _, f := range frames {
			if f.At.Source != nil && f.At.Source == source {
				at = f.At
			}
		}
		if at.IsValid() {
			break
		}
	}
	for _, f := range frames {
		if f.At.Source != nil && !strings.HasPrefix(f.At.Source.Name, "<") {
			inner = f.At
		}
	}
	if !at.IsValid() {
		return inner, syntax.Span{}
	}
	if inner.Source == at.Source {
		return at, syntax.Span{}
	}
	return at, inner
}
