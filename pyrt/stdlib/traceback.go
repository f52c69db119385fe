package stdlib

import (
	"strings"

	"github.com/mrt-tools/mrt/pyrt"
)

// tracebackModule is the Go half of module traceback.
func tracebackModule(*pyrt.Thread) *pyrt.Module {
	m := pyrt.NewModule("_traceback")
	exception := func(f func(*pyrt.Thread, *pyrt.Object) string) pyrt.BuiltinFunc {
		return func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			o, ok := a[0].(*pyrt.Object)
			if !ok || !pyrt.IsInstance(o, pyrt.BaseException) {
				return nil, pyrt.Errorf(pyrt.TypeError, "Exception expected for value, %s found", a[0].Type().Name)
			}
			return pyrt.Str(f(t, o)), nil
		}
	}
	m.Define("exception(value)", exception(pyrt.FormatValueException))
	m.Define("last_lines_alone(value)", exception(pyrt.ExceptionLinesAlone))
	m.Define("last_lines(value)", exception(pyrt.ExceptionLines))
	m.Define("frames(tb)", func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		out := pyrt.NewList()
		if tb, ok := a[0].(*pyrt.Traceback); ok {
			for _, f := range tb.Frames() {
				out.Elems = append(out.Elems, frameTuple(f))
			}
		}
		return out, nil
	})
	m.Define("stack()", func(t *pyrt.Thread, _ []pyrt.Value) (pyrt.Value, error) {
		out := pyrt.NewList()
		for _, f := range t.Stack() {
			if f.At.Source == nil || !strings.HasPrefix(f.At.Source.Name, "<stdlib>") && !strings.HasPrefix(f.At.Source.Name, pyrt.HiddenFolder) {
				out.Elems = append(out.Elems, frameTuple(f))
			}
		}
		return out, nil
	})
	return m
}

// frameTuple is (file, line, name, text of the line, end line, column, end
// column, the lines as a report shows them).
func frameTuple(f pyrt.Frame) pyrt.Value {
	p, e := f.At.Position(), f.At.EndPosition()
	line := ""
	if f.At.Source != nil && !strings.HasPrefix(f.At.Source.Name, "<") {
		line = strings.TrimRight(string(f.At.Source.Line(p.Line)), "\r\n")
	}
	return pyrt.NewTuple(pyrt.Str(sourceName(f)), pyrt.Int(p.Line), pyrt.Str(f.Name), pyrt.Str(line), pyrt.Int(e.Line), pyrt.Int(p.Column),
		pyrt.Int(e.Column), pyrt.Str(pyrt.FormatFrame(f)))
}
