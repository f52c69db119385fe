package opshim

import (
	"strings"

	"github.com/mrt-tools/mrt/pyrt"
)

// prepareEnv gives env.py an open() of its own: files that it writes (Alembic's
// template for several databases writes one SQL file for each) go to the
// standard output instead, because scripts write nothing here.
func (rt *runtime) prepareEnv(m *pyrt.Module) {
	m.Set("open", pyrt.NewRawBuiltin("open", func(t *pyrt.Thread, args pyrt.Args) (pyrt.Value, error) {
		mode := "r"
		if len(args.Pos) > 1 {
			mode, _ = pyrt.AsStr(args.Pos[1])
		}
		for _, k := range args.Kw {
			if k.Name == "mode" {
				mode, _ = pyrt.AsStr(k.Value)
			}
		}
		if strings.ContainsAny(mode, "wax") && len(args.Pos) > 0 {
			name, err := pyrt.ToStr(t, args.Pos[0])
			if err != nil {
				return nil, err
			}
			if rt.host.printer != nil {
				rt.note("env.py writes to the file " + name + "; its text goes to the standard output")
			}
			return rt.outputFile(), nil
		}
		builtins, err := pyrt.ImportModule(t, "builtins")
		if err != nil {
			return nil, err
		}
		open, err := pyrt.GetAttr(t, builtins, "open")
		if err != nil {
			return nil, err
		}
		return pyrt.Call(t, open, args)
	}))
}

// outputFile is a file object that writes to the standard output.
func (rt *runtime) outputFile() pyrt.Value {
	self := func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) { return a[0], nil }
	nothing := func(*pyrt.Thread, []pyrt.Value) (pyrt.Value, error) { return pyrt.None, nil }
	class := pyrt.NewClass(pyrt.ClassSpec{Name: "TextIOWrapper", Module: "_io", Members: func() []pyrt.Member {
		return []pyrt.Member{
			pyrt.Method("__enter__(self)", self),
			pyrt.Method("__exit__(self, typ, value, traceback)", nothing),
			pyrt.Method("flush(self)", nothing),
			pyrt.Method("close(self)", nothing),
			pyrt.Method("write(self, text)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
				s, ok := pyrt.AsStr(a[1])
				if !ok {
					return nil, pyrt.Errorf(pyrt.TypeError, "write() argument must be str, not %s", a[1].Type().Name)
				}
				if t.Stdout == nil {
					return pyrt.Int(len(s)), nil
				}
				_, err := t.Stdout.Write([]byte(s))
				return pyrt.Int(len(s)), err
			}),
		}
	}})
	return pyrt.NewObject(class, nil)
}
