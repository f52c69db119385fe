package pyrt

import (
	"strings"

	"github.com/mrt-tools/mrt/pyrt/syntax"
)

func (c *compiler) imports(s *syntax.Import) execFn {
	fs := make([]execFn, len(s.Names))
	pos := positionOf(s.At)
	for i, a := range s.Names {
		top, _, dotted := strings.Cut(a.Name, ".")
		name := a.Name
		bindTop := a.Asname == ""
		store := c.storeName(top)
		if !bindTop {
			store = c.storeName(a.Asname)
		}
		fs[i] = func(fr *frame) (signal, error) {
			fr.pos = pos
			v, err := fr.importName(name, nil, 0)
			if err != nil {
				return next, fr.fail(err)
			}
			if bindTop && dotted {
				if v, err = fr.importName(top, nil, 0); err != nil {
					return next, fr.fail(err)
				}
			}
			return next, store(fr, v)
		}
	}
	return sequenceOf(fs)
}

// importName imports through builtins.__import__ when a program replaced it,
// and directly otherwise.
func (fr *frame) importName(name string, from []Value, level int) (Value, error) {
	if f, ok := fr.builtins.GetStr("__import__"); ok {
		if b, ok := f.(*Builtin); !ok || b.Name != "__import__" {
			var list Value = None
			if from != nil {
				list = NewTuple(from...)
			}
			return Call(fr.t, f, Positional(Str(name), fr.globals, None, list, Int(level)))
		}
	}
	full, err := resolveRelative(fr.globals, name, level)
	if err != nil {
		return nil, err
	}
	m, err := ImportModule(fr.t, full)
	if err != nil {
		return nil, err
	}
	return m, nil
}

func (c *compiler) importFrom(s *syntax.ImportFrom) execFn {
	pos := positionOf(s.At)
	if s.Module == "__future__" && s.Level == 0 {
		return c.importFuture(s)
	}
	if len(s.Names) == 1 && s.Names[0].Name == "*" {
		return c.importStar(s)
	}
	stores := make([]storeFn, len(s.Names))
	names := make([]Value, len(s.Names))
	for i, a := range s.Names {
		names[i] = Str(a.Name)
		target := a.Asname
		if target == "" {
			target = a.Name
		}
		stores[i] = c.storeName(target)
	}
	return func(fr *frame) (signal, error) {
		fr.pos = pos
		v, err := fr.importName(s.Module, names, s.Level)
		if err != nil {
			return next, fr.fail(err)
		}
		for i, a := range s.Names {
			var x Value
			if m, ok := v.(*Module); ok {
				x, err = importFrom(fr.t, m, a.Name)
			} else {
				x, err = GetAttr(fr.t, v, a.Name)
			}
			if err != nil {
				fr.pos = pos
				return next, fr.fail(err)
			}
			if err := stores[i](fr, x); err != nil {
				return next, err
			}
		}
		return next, nil
	}
}

// importFuture binds the features, which have no effect of their own here.
func (c *compiler) importFuture(s *syntax.ImportFrom) execFn {
	stores := make([]storeFn, len(s.Names))
	for i, a := range s.Names {
		target := a.Asname
		if target == "" {
			target = a.Name
		}
		stores[i] = c.storeName(target)
	}
	return func(fr *frame) (signal, error) {
		for i := range stores {
			if err := stores[i](fr, None); err != nil {
				return next, err
			}
		}
		return next, nil
	}
}

func (c *compiler) importStar(s *syntax.ImportFrom) execFn {
	pos := positionOf(s.At)
	return func(fr *frame) (signal, error) {
		fr.pos = pos
		v, err := fr.importName(s.Module, []Value{Str("*")}, s.Level)
		if err != nil {
			return next, fr.fail(err)
		}
		into := Value(fr.globals)
		if fr.names != nil {
			into = fr.names
		}
		return next, fr.fail(importAll(fr.t, v, into))
	}
}

// importAll copies the public names of a module: __all__, or what does not
// start with an underscore.
func importAll(t *Thread, v, into Value) error {
	if m, ok := v.(*Module); ok && m.Dict.lazy != nil {
		if err := m.Dict.lazy.demandAll(t); err != nil {
			return err
		}
	}
	all, err := LookupAttr(t, v, "__all__")
	if err != nil {
		return err
	}
	if all != nil {
		return Each(t, all, func(n Value) error {
			name, ok := AsStr(n)
			if !ok {
				return Errorf(TypeError, "Item in __all__ must be str, not %s", n.Type().Name)
			}
			var x Value
			if m, ok := v.(*Module); ok {
				if x, err = importFrom(t, m, name); err != nil {
					if e, ok := err.(*Exception); ok && e.IsA(ImportError) {
						return noAttribute(v, name)
					}
					return err
				}
			} else if x, err = GetAttr(t, v, name); err != nil {
				return err
			}
			return SetItem(t, into, Str(name), x)
		})
	}
	d := instanceDict(v, false)
	if d == nil {
		return Errorf(ImportError, "from-import-* object has no __dict__ and no __all__")
	}
	for _, e := range d.Items() {
		if name, ok := AsStr(e[0]); ok && !strings.HasPrefix(name, "_") {
			if err := SetItem(t, into, e[0], e[1]); err != nil {
				return err
			}
		}
	}
	return nil
}
