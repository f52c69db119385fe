package pyrt

import (
	"fmt"
	"strings"
)

func moduleNew(_ *Thread, _ *Type, args Args) (Value, error) {
	if len(args.Pos) == 0 {
		return nil, Errorf(TypeError, "module() missing required argument 'name' (pos 1)")
	}
	name, ok := AsStr(args.Pos[0])
	if !ok {
		return nil, Errorf(TypeError, "module() argument 'name' must be str, not %s", args.Pos[0].Type().Name)
	}
	m := NewModule(name)
	m.Set("__doc__", None)
	if len(args.Pos) > 1 {
		m.Set("__doc__", args.Pos[1])
	}
	m.Set("__package__", None)
	m.Set("__loader__", None)
	m.Set("__spec__", None)
	return m, nil
}

func moduleMembers() []Member {
	return []Member{
		RawMethod("__init__", func(*Thread, Args) (Value, error) { return None, nil }),
		Method("__repr__(self, /)", func(t *Thread, a []Value) (Value, error) {
			m := a[0].(*Module)
			name := m.Name
			if v, ok := m.Dict.GetStr("__name__"); ok {
				name, _ = AsStr(v)
			}
			_, dynamic := m.Dict.GetStr("__spec__")
			v, hasFile := m.Dict.GetStr("__file__")
			if s, ok := AsStr(orNoneValue(v)); !dynamic || ok && strings.HasPrefix(s, "<") {
				return Str("<module '" + name + "' (built-in)>"), nil
			}
			if hasFile {
				f, err := Repr(t, v)
				return Str(fmt.Sprintf("<module '%s' from %s>", name, f)), err
			}
			return Str("<module '" + name + "'>"), nil
		}),
		Method("__dir__(self, /)", func(t *Thread, a []Value) (Value, error) {
			m := a[0].(*Module)
			if f, ok := m.Dict.GetStr("__dir__"); ok {
				return Call(t, f, Args{})
			}
			return dirObject(t, m)
		}),
	}
}
