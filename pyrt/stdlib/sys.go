package stdlib

import (
	"slices"
	"sort"
	"strings"

	"github.com/mrt-tools/mrt/pyrt"
)

// sysModule is the Go half of module sys.
func sysModule(t *pyrt.Thread) *pyrt.Module {
	m := pyrt.NewModule("_sys")
	m.Set("stdout", &pyrt.Stream{Name: "<stdout>"})
	m.Set("stderr", &pyrt.Stream{Name: "<stderr>", Err: true})
	m.Set("stdin", &pyrt.Stream{Name: "<stdin>"})
	defineLimits(m)
	m.Set("library", pyrt.Str(LibraryNames))
	defineModules(m)
	m.Define("exception()", func(t *pyrt.Thread, _ []pyrt.Value) (pyrt.Value, error) {
		if o := t.CurrentException(); o != nil {
			return o, nil
		}
		return pyrt.None, nil
	})
	m.Define("format_exception(exc)", func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		o, ok := a[0].(*pyrt.Object)
		if !ok {
			return nil, pyrt.Errorf(pyrt.TypeError, "Exception expected for value, %s found", a[0].Type().Name)
		}
		return pyrt.Str(pyrt.FormatException(&pyrt.Exception{Value: o})), nil
	})
	m.Define("awaitable(func, /)", func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		pyrt.MarkAwaitable(a[0])
		return a[0], nil
	})
	m.Define("frame_names()", func(t *pyrt.Thread, _ []pyrt.Value) (pyrt.Value, error) {
		out := pyrt.NewList()
		for _, f := range t.Stack() {
			out.Elems = append(out.Elems, pyrt.NewTuple(pyrt.Str(f.Name), pyrt.Str(sourceName(f)), pyrt.Int(f.At.Position().Line)))
		}
		return out, nil
	})
	m.Define("caller(folder, level, /)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		folder, _ := pyrt.AsStr(a[0])
		level, err := pyrt.IndexInt(t, a[1])
		if err != nil {
			return nil, err
		}
		return callerOutside(t, folder, level), nil
	})
	return m
}

// callerOutside gives file, line and function of the level-th frame from the
// top that is not in a file of folder, of the outermost one if there are fewer.
func callerOutside(t *pyrt.Thread, folder string, level int) pyrt.Value {
	path, line, name := "(unknown file)", 0, "(unknown function)"
	for _, f := range slices.Backward(t.Stack()) {
		if strings.HasPrefix(sourceName(f), folder) {
			continue
		}
		path, line, name = sourceName(f), f.At.Position().Line, f.Name
		if level--; level <= 0 {
			break
		}
	}
	return pyrt.NewTuple(pyrt.Str(path), pyrt.Int(line), pyrt.Str(name))
}

// defineLimits adds what a program may set for itself.
func defineLimits(m *pyrt.Module) {
	m.Define("max_str_digits()", func(t *pyrt.Thread, _ []pyrt.Value) (pyrt.Value, error) { return pyrt.Int(t.MaxStrDigits()), nil })
	m.Define("set_max_str_digits(n, /)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		n, err := pyrt.IndexInt(t, a[0])
		if err == nil {
			t.SetMaxStrDigits(n)
		}
		return pyrt.None, err
	})
	m.Define("set_depth(n, /)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		n, err := pyrt.IndexInt(t, a[0])
		if err == nil {
			err = t.SetDepth(n)
		}
		return pyrt.None, err
	})
}

// defineModules adds the access to sys.modules.
func defineModules(m *pyrt.Module) {
	m.Define("module_names()", func(t *pyrt.Thread, _ []pyrt.Value) (pyrt.Value, error) { return moduleNames(t), nil })
	m.Define("module_get(name)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		name, _ := pyrt.AsStr(a[0])
		if mod := t.Modules[name]; mod != nil {
			return mod, nil
		}
		return pyrt.None, nil
	})
	m.Define("module_set(name, module)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		name, _ := pyrt.AsStr(a[0])
		mod, ok := a[1].(*pyrt.Module)
		if !ok {
			return nil, pyrt.Errorf(pyrt.TypeError, "sys.modules takes modules only")
		}
		t.Modules[name] = mod
		return pyrt.None, nil
	})
	m.Define("module_del(name)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		name, _ := pyrt.AsStr(a[0])
		delete(t.Modules, name)
		return pyrt.None, nil
	})
}

func sourceName(f pyrt.Frame) string {
	if f.At.Source == nil {
		return "<unknown>"
	}
	return f.At.Source.Name
}

func moduleNames(t *pyrt.Thread) pyrt.Value {
	var names []string
	for n := range t.Modules {
		names = append(names, n)
	}
	sort.Strings(names)
	out := pyrt.NewList()
	for _, n := range names {
		out.Elems = append(out.Elems, pyrt.Str(n))
	}
	return out
}
