package pyrt

import "sync/atomic"

// Code is shared between Threads, so what a place in it remembers is replaced
// as a whole and never changed.

// A memberSite is a place that asks objects for the attribute name.
type memberSite struct {
	name  string
	boxed Value // Str(name)
	last  atomic.Pointer[memberMemory]
	// hint is where the name stood in the dictionary of the last object.
	hint atomic.Uint32
}

// A memberMemory is what the class of the last object said about the name. It
// holds as long as the class keeps the same hooks, which every change drops.
type memberMemory struct {
	class  *Type
	hooks  *attrHooks
	member Value // on the class; nil: none
	// plain: instances are asked by the generic rules, and the member does not
	// come before their own attributes.
	plain bool
	// computed: the member is a property or a slot, and the whole answer.
	computed bool
	// before is what was remembered before, of other classes.
	before *memberMemory
	depth  int
	// settable: an assignment goes into the dictionary of the instance.
	settable bool
}

// mostRemembered bounds how many classes a place remembers; then it starts
// afresh.
const mostRemembered = 4

func newMemberSite(name string) *memberSite { return &memberSite{name: name, boxed: Str(name)} }

// memory gives what is known about the class of o.
func (s *memberSite) memory(o *Object) *memberMemory {
	c := o.Class
	last := s.last.Load()
	for m := last; m != nil; m = m.before {
		if m.class == c && m.hooks == c.hooks.Load() {
			return m
		}
	}
	m := &memberMemory{class: c, hooks: c.attrHooks(), member: c.Lookup(s.name)}
	if last != nil && last.depth < mostRemembered {
		m.before, m.depth = last, last.depth+1
	}
	switch m.member.(type) {
	case *Object: // whether that is a descriptor may change
	case *Property, *GoProperty, *MemberDescriptor:
		m.computed = m.hooks.get == nil && m.hooks.fallback == nil
	default:
		m.plain = m.hooks.get == nil && (m.member == nil || !isDataDescriptor(m.member))
	}
	m.settable = !c.noDict && m.hooks.set == nil && m.member == nil
	s.last.Store(m)
	return m
}

// own finds the name in a dictionary, nil if it is not there.
func (s *memberSite) own(d *Dict) Value {
	if d == nil {
		return nil
	}
	if i := s.hint.Load(); int(i) < len(d.entries) {
		if k, ok := d.entries[i].key.(Str); ok && string(k) == s.name {
			return d.entries[i].value
		}
	}
	return s.ownAnywhere(d)
}

func (s *memberSite) ownAnywhere(d *Dict) Value {
	i := d.findStr(s.name)
	if i < 0 {
		return nil
	}
	s.hint.Store(uint32(i))
	return d.entries[i].value
}

// get is v.name.
func (s *memberSite) get(t *Thread, v Value) (Value, error) {
	switch x := v.(type) {
	case *Object:
		m := s.memory(x)
		if x.Native != nil {
			if _, asks := x.Native.(Attributed); asks {
				break
			}
		}
		if m.computed {
			return bindAttr(t, m.member, v, m.class)
		}
		if !m.plain {
			break
		}
		if r := s.own(x.Dict); r != nil {
			return r, nil
		}
		if m.member != nil {
			return bindAttr(t, m.member, v, m.class)
		}
	case *Module:
		if r := s.own(x.Dict); r != nil {
			return r, nil
		}
	}
	return GetAttr(t, v, s.name)
}

// method is v.name for a call: the plain function and self where that saves
// making a bound method.
func (s *memberSite) method(t *Thread, v Value) (fn, self Value, err error) {
	switch x := v.(type) {
	case *Object:
		m := s.memory(x)
		if !m.plain || x.Native != nil {
			break
		}
		if f, ok := m.member.(*Function); ok {
			if own := s.own(x.Dict); own != nil {
				return own, nil, nil
			}
			return f, v, nil
		}
	case *superObject:
		if fn := x.function(s.name); fn != nil {
			return fn, x.obj, nil
		}
	case Str, *List, *Dict, *Tuple, *Set, Int, Float, Bytes:
		if b, ok := v.Type().Lookup(s.name).(*Builtin); ok && b.Owner != nil {
			return b, v, nil
		}
	}
	fn, err = s.get(t, v)
	return fn, nil, err
}

// set is v.name = x where that only fills the dictionary of an instance; false:
// the rules have to be asked.
func (s *memberSite) set(v, x Value) bool {
	o, ok := v.(*Object)
	if !ok || !s.memory(o).settable {
		return false
	}
	if o.Dict == nil {
		o.Dict = &Dict{}
	}
	d := o.Dict
	if i := s.hint.Load(); int(i) < len(d.entries) {
		if k, ok := d.entries[i].key.(Str); ok && string(k) == s.name {
			d.entries[i].value = x
			return true
		}
	}
	if i := d.findStr(s.name); i >= 0 {
		s.hint.Store(uint32(i))
		d.entries[i].value = x
		return true
	}
	s.hint.Store(uint32(len(d.entries)))
	d.insertStr(s.name, s.boxed, x)
	return true
}

// A globalSite is a place that reads a global variable or a built-in.
type globalSite struct {
	name string
	pos  position
	hint atomic.Uint32
	seen atomic.Uint32 // the version of the globals the last time
	last atomic.Pointer[globalMemory]
}

// A globalMemory remembers where a name stands among the globals, or else among
// the built-ins, for as long as neither gets or loses a name.
type globalMemory struct {
	globals, builtins        *Dict // builtins nil: among the globals
	globalsSeen, builtinSeen uint32
	at                       int
}

func (s *globalSite) get(fr *frame) (Value, error) {
	g := fr.globals
	if m := s.last.Load(); m != nil && m.globals == g && m.globalsSeen == g.version {
		switch {
		case m.builtins == nil:
			return g.entries[m.at].value, nil
		case m.builtins == fr.builtins && m.builtinSeen == fr.builtins.version:
			return m.builtins.entries[m.at].value, nil
		}
	}
	if i := s.hint.Load(); int(i) < len(g.entries) {
		if k, ok := g.entries[i].key.(Str); ok && string(k) == s.name {
			s.found(g, int(i))
			return g.entries[i].value, nil
		}
	}
	if i := g.findStr(s.name); i >= 0 {
		s.hint.Store(uint32(i))
		return g.entries[i].value, nil
	}
	if b := fr.builtins; g.lazy == nil {
		if i := b.findStr(s.name); i >= 0 {
			s.last.Store(&globalMemory{g, b, g.version, b.version, i})
			return b.entries[i].value, nil
		}
	}
	return fr.missingGlobal(s.name, s.pos)
}

// found remembers a global variable once the globals are the same as last time:
// while a module defines its names they change all the time.
func (s *globalSite) found(g *Dict, at int) {
	if s.seen.Swap(g.version) == g.version {
		s.last.Store(&globalMemory{globals: g, globalsSeen: g.version, at: at})
	}
}
