package pyrt

import "reflect"

// Names are what the names of a module were bound to at one moment.
type Names struct {
	module *Module
	bound  []binding
}

// A binding is the value of a name, and the code if that is a function.
type binding struct {
	value Value
	code  *code
}

// Names notes what the names of a module are bound to.
func (m *Module) Names() Names {
	n := Names{module: m, bound: make([]binding, len(m.Dict.entries))}
	for i, e := range m.Dict.entries {
		n.bound[i].value = e.value
		if f, ok := e.value.(*Function); ok {
			n.bound[i].code = f.code
		}
	}
	return n
}

// Kept reports whether the names are bound to what they were bound to, and
// whether functions that the module defines are as they were made: without
// attributes, and without defaults. What else values hold is not looked at.
func (n Names) Kept() bool {
	if n.module == nil || len(n.bound) != len(n.module.Dict.entries) {
		return false
	}
	for i, b := range n.bound {
		v := n.module.Dict.entries[i].value
		if v == nil || b.value == nil || !reflect.TypeOf(v).Comparable() || v != b.value {
			return false
		}
		if f, ok := v.(*Function); ok && (f.code != b.code || f.Dict != nil || f.defaults != nil || f.kwDefaults != nil || f.closure != nil || f.notes != nil) {
			return false
		}
	}
	return true
}
