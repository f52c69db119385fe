package pyrt

import (
	"github.com/mrt-tools/mrt/pyrt/internal/resolve"
	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// load compiles the reading of a name.
func (c *compiler) load(n *syntax.Name) evalFn { return c.loadName(n.ID, n.At) }

func (c *compiler) loadName(id string, at syntax.Span) evalFn {
	name, pos := c.scope.Mangle(id), positionOf(at)
	switch r := c.scope.Ref(name); r.Place {
	case resolve.Slot:
		i := r.Index
		return func(fr *frame) (Value, error) {
			if v := fr.locals[i]; v != nil {
				return v, nil
			}
			fr.pos = pos
			return nil, fr.fail(unbound(name))
		}
	case resolve.Cell:
		i, own := r.Index, r.Index < len(c.scope.Owner.Cells)
		return func(fr *frame) (Value, error) {
			if v := fr.cells[i].Value; v != nil {
				return v, nil
			}
			fr.pos = pos
			return nil, fr.fail(unboundCell(name, own))
		}
	case resolve.Name:
		g := &globalSite{name: name, pos: pos}
		return func(fr *frame) (Value, error) {
			if fr.names == nil {
				return g.get(fr)
			}
			return fr.nameOrGlobal(name, pos)
		}
	case resolve.NameOrCell:
		i := r.Index
		return func(fr *frame) (Value, error) {
			v, err := fr.ownName(name)
			if err != nil || v != nil {
				return v, fr.fail(err)
			}
			if v := fr.cells[i].Value; v != nil {
				return v, nil
			}
			fr.pos = pos
			return nil, fr.fail(unboundCell(name, false))
		}
	case resolve.ClassOrGlobal, resolve.ClassOrCell:
		return c.loadFromClass(name, r, pos)
	}
	return (&globalSite{name: name, pos: pos}).get
}

// loadFromClass reads a name in an annotation inside a class.
func (c *compiler) loadFromClass(name string, r resolve.Ref, pos position) evalFn {
	class, cell := r.Class, r.Index
	return func(fr *frame) (Value, error) {
		if ns := fr.cells[class].Value; ns != nil {
			v, err := lookupNamespace(fr.t, ns, name)
			if err != nil || v != nil {
				return v, fr.fail(err)
			}
		}
		if r.Place == resolve.ClassOrCell {
			if v := fr.cells[cell].Value; v != nil {
				return v, nil
			}
			fr.pos = pos
			return nil, fr.fail(unboundCell(name, false))
		}
		if v, ok := fr.globals.GetStr(name); ok {
			return v, nil
		}
		return fr.builtin(name, pos)
	}
}

// builtin finds a name that is not among the globals.
func (fr *frame) builtin(name string, pos position) (Value, error) {
	if fr.globals.lazy == nil {
		if v, ok := fr.builtins.GetStr(name); ok {
			return v, nil
		}
	}
	return fr.missingGlobal(name, pos)
}

// missingGlobal is the slow end of a look-up: names of a lazily evaluated
// module that are not defined yet, and the error.
func (fr *frame) missingGlobal(name string, pos position) (Value, error) {
	if l := fr.globals.lazy; l != nil {
		fr.pos = pos
		v, err := l.demand(fr.t, name)
		if err != nil {
			return nil, fr.fail(err)
		}
		if v != nil {
			return v, nil
		}
	}
	if v, ok := fr.builtins.GetStr(name); ok {
		return v, nil
	}
	fr.pos = pos
	return nil, fr.fail(notDefined(name))
}

// ownName looks into the namespace of a class body; nil when absent.
func (fr *frame) ownName(name string) (Value, error) {
	if fr.names == nil {
		v, _ := fr.globals.GetStr(name)
		return v, nil
	}
	return lookupNamespace(fr.t, fr.names, name)
}

func lookupNamespace(t *Thread, ns Value, name string) (Value, error) {
	switch d := ns.(type) {
	case *Dict:
		v, _ := d.GetStr(name)
		return v, nil
	case *Type:
		v, _ := d.namespace().GetStr(name)
		return v, nil
	}
	v, err := GetItem(t, ns, Str(name))
	if e, ok := err.(*Exception); ok && e.IsA(KeyError) {
		return nil, nil
	}
	return v, err
}

func (fr *frame) nameOrGlobal(name string, pos position) (Value, error) {
	if fr.names != nil {
		v, err := lookupNamespace(fr.t, fr.names, name)
		if err != nil || v != nil {
			fr.pos = pos
			return v, fr.fail(err)
		}
	}
	if v, ok := fr.globals.GetStr(name); ok {
		return v, nil
	}
	return fr.builtin(name, pos)
}

func nameError(c *Type, name, format string) error {
	e := Errorf(c, format, name)
	stateOf(e.Value).Name = Str(name)
	return e
}

func notDefined(name string) error { return nameError(NameError, name, "name '%s' is not defined") }

func unbound(name string) error {
	return Errorf(UnboundLocalError, "cannot access local variable '%s' where it is not associated with a value", name)
}

func unboundCell(name string, own bool) error {
	if own {
		return unbound(name)
	}
	return nameError(NameError, name, "cannot access free variable '%s' where it is not associated with a value in enclosing scope")
}

// storeName compiles the assignment of a name.
func (c *compiler) storeName(id string) storeFn {
	name := c.scope.Mangle(id)
	switch r := c.scope.Ref(name); r.Place {
	case resolve.Slot:
		i := r.Index
		return func(fr *frame, v Value) error {
			fr.locals[i] = v
			return nil
		}
	case resolve.Cell:
		i := r.Index
		return func(fr *frame, v Value) error {
			fr.cells[i].Value = v
			return nil
		}
	case resolve.Name, resolve.NameOrCell:
		return func(fr *frame, v Value) error {
			switch d := fr.names.(type) {
			case nil:
				fr.globals.SetStr(name, v)
				return nil
			case *Dict:
				d.SetStr(name, v)
				return nil
			}
			return fr.fail(SetItem(fr.t, fr.names, Str(name), v))
		}
	}
	return func(fr *frame, v Value) error {
		fr.globals.SetStr(name, v)
		return nil
	}
}

// deleteName compiles del name.
func (c *compiler) deleteName(n *syntax.Name) execFn {
	name, pos := c.scope.Mangle(n.ID), positionOf(n.At)
	switch r := c.scope.Ref(name); r.Place {
	case resolve.Slot:
		i := r.Index
		return func(fr *frame) (signal, error) {
			if fr.locals[i] == nil {
				fr.pos = pos
				return next, fr.fail(unbound(name))
			}
			fr.locals[i] = nil
			return next, nil
		}
	case resolve.Cell:
		i, own := r.Index, r.Index < len(c.scope.Owner.Cells)
		return func(fr *frame) (signal, error) {
			if fr.cells[i].Value == nil {
				fr.pos = pos
				return next, fr.fail(unboundCell(name, own))
			}
			fr.cells[i].Value = nil
			return next, nil
		}
	case resolve.Name, resolve.NameOrCell:
		return func(fr *frame) (signal, error) {
			fr.pos = pos
			var d Value = fr.globals
			if fr.names != nil {
				d = fr.names
			}
			err := DelItem(fr.t, d, Str(name))
			if e, ok := err.(*Exception); ok && e.IsA(KeyError) {
				err = notDefined(name)
			}
			return next, fr.fail(err)
		}
	}
	return func(fr *frame) (signal, error) {
		if !fr.globals.DeleteStr(name) {
			fr.pos = pos
			return next, fr.fail(notDefined(name))
		}
		return next, nil
	}
}
