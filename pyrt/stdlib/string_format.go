package stdlib

import (
	"github.com/mrt-tools/mrt/pyrt"
	"github.com/mrt-tools/mrt/pyrt/internal/strfmt"
)

// stringModule is module _string: the parser of str.format for
// string.Formatter.
func stringModule(*pyrt.Thread) *pyrt.Module {
	m := pyrt.NewModule("_string")
	m.Define("formatter_parser(text, /)", func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		s, ok := pyrt.AsStr(a[0])
		if !ok {
			return nil, pyrt.Errorf(pyrt.TypeError, "expected str, got %s", a[0].Type().Name)
		}
		scan := strfmt.FieldScanner{Text: s}
		return &pyrt.FuncIterator{Func: func(*pyrt.Thread) (pyrt.Value, error) {
			f, done, err := scan.Next()
			if err != nil || done {
				return nil, formatFailure(err)
			}
			if !f.HasField {
				return pyrt.NewTuple(pyrt.Str(f.Literal), pyrt.None, pyrt.None, pyrt.None), nil
			}
			var conv pyrt.Value = pyrt.None
			if f.Conversion != 0 {
				conv = pyrt.Str(string(f.Conversion))
			}
			return pyrt.NewTuple(pyrt.Str(f.Literal), pyrt.Str(f.Name), pyrt.Str(f.Spec), conv), nil
		}}, nil
	})
	m.Define("formatter_field_name_split(name, /)", func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		s, _ := pyrt.AsStr(a[0])
		first, index, rest, err := strfmt.SplitName(s)
		if err != nil {
			return nil, formatFailure(err)
		}
		var head pyrt.Value = pyrt.Str(first)
		if index >= 0 {
			head = pyrt.Int(index)
		}
		out := pyrt.NewList()
		for rest != "" {
			var step strfmt.Step
			if step, rest, err = strfmt.NextStep(rest); err != nil {
				return nil, formatFailure(err)
			}
			var key pyrt.Value = pyrt.Str(step.Name)
			if !step.Attr && step.Index >= 0 {
				key = pyrt.Int(step.Index)
			}
			out.Elems = append(out.Elems, pyrt.NewTuple(pyrt.Bool(step.Attr), key))
		}
		return pyrt.NewTuple(head, out), nil
	})
	return m
}

func formatFailure(err error) error {
	if e, ok := err.(*strfmt.Error); ok {
		return pyrt.Errorf(pyrt.ValueError, "%s", e.Msg)
	}
	return err
}

// templatelibModule is string.templatelib.
func templatelibModule(*pyrt.Thread) *pyrt.Module {
	m := pyrt.NewModule("string.templatelib")
	m.Set("Template", pyrt.TemplateType)
	m.Set("Interpolation", pyrt.InterpolationType)
	m.Define("convert(obj, /, conversion)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		c, _ := pyrt.AsStr(a[1])
		switch c {
		case "s":
			s, err := pyrt.ToStr(t, a[0])
			return pyrt.Str(s), err
		case "r", "a":
			s, err := pyrt.Repr(t, a[0])
			return pyrt.Str(s), err
		}
		if a[1] == pyrt.None {
			return a[0], nil
		}
		return nil, pyrt.Errorf(pyrt.ValueError, "invalid conversion specifier: %s", c)
	})
	return m
}
