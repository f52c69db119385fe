package pyrt

import (
	"sort"
	"strings"
)

func sortStrings(s []string) { sort.Strings(s) }

// classParts is what a class is made of.
type classParts struct {
	meta      *Type
	name      string
	bases     []Value
	namespace *Dict
	kw        []Keyword
}

// makeClass is type.__new__ (data model, section 3.3.3).
func makeClass(t *Thread, p classParts) (Value, error) {
	meta, err := winner(p.meta, p.bases)
	if err != nil {
		return nil, err
	}
	bases, err := classBases(p.bases)
	if err != nil {
		return nil, err
	}
	if meta != p.meta {
		m := meta.Lookup("__new__")
		if s, ok := m.(*StaticMethod); ok {
			m = s.Func
		}
		if b, ok := m.(*Builtin); !ok || b.static != TypeType {
			return Call(t, m, Args{Pos: []Value{meta, Str(p.name), NewTuple(p.bases...), p.namespace}, Kw: p.kw})
		}
	}
	c := &Type{Name: p.name, QualName: p.name, Bases: bases, Dict: p.namespace}
	if meta != TypeType {
		c.Meta = meta
	}
	if err := checkHeight(bases); err != nil {
		return nil, err
	}
	mro, ok := linearize(c)
	if !ok {
		return nil, mroConflict(bases)
	}
	c.MRO = mro
	best := bestBase(bases)
	c.layout, c.solid = best.layout, best.solid
	if err := fillNamespace(t, c); err != nil {
		return nil, err
	}
	if err := customMRO(t, c); err != nil {
		return nil, err
	}
	for _, b := range bases {
		if !b.Immutable {
			b.subs = append(b.subs, c)
		}
	}
	return c, finishClass(t, c, p.kw)
}

// checkHeight refuses hierarchies that no program needs.
func checkHeight(bases []*Type) error {
	n := 0
	for _, b := range bases {
		n += len(b.MRO)
	}
	if n > maxMRO && (len(bases) == 1 || len(bases) > maxMRO/10) {
		return Errorf(RecursionError, "the class has more than %d classes above it", maxMRO)
	}
	return nil
}

// customMRO lets a metaclass that overrides mro() order the classes.
func customMRO(t *Thread, c *Type) error {
	if c.Meta == nil {
		return nil
	}
	m := c.Meta.Lookup("mro")
	if b, ok := m.(*Builtin); ok && b.Owner == TypeType {
		return nil
	}
	r, err := callSpecial(t, m, c)
	if err != nil {
		return err
	}
	elems, err := Collect(t, r)
	if err != nil {
		return err
	}
	c.MRO = nil
	for _, e := range elems {
		k, ok := e.(*Type)
		if !ok {
			return Errorf(TypeError, "mro() returned a non-class ('%s')", e.Type().Name)
		}
		c.MRO = append(c.MRO, k)
	}
	c.changed()
	return nil
}

// classBases checks the bases of a class statement.
func classBases(values []Value) ([]*Type, error) {
	if len(values) == 0 {
		return []*Type{ObjectType}, nil
	}
	var bases []*Type
	for _, v := range values {
		b, ok := v.(*Type)
		if !ok {
			return nil, Errorf(TypeError, "bases must be types")
		}
		if b.Final {
			return nil, Errorf(TypeError, "type '%s' is not an acceptable base type", b.dotted())
		}
		for _, x := range bases {
			if x == b {
				return nil, Errorf(TypeError, "duplicate base class %s", b.Name)
			}
		}
		bases = append(bases, b)
	}
	var solid *Type
	for _, b := range bases {
		l := b.solid
		if l == nil || l == solid || solid != nil && solid.IsSubclass(l) {
			continue
		}
		if solid != nil && !l.IsSubclass(solid) {
			return nil, Errorf(TypeError, "multiple bases have instance lay-out conflict")
		}
		solid = l
	}
	return bases, nil
}

func (c *Type) dotted() string {
	if m := c.moduleName(); m != "" && m != "builtins" {
		return m + "." + c.QualName
	}
	return c.QualName
}

// bestBase is the base whose instance layout the class takes.
func bestBase(bases []*Type) *Type {
	best := bases[0]
	for _, b := range bases[1:] {
		if b.solid != nil && (best.solid == nil || b.solid != best.solid && b.solid.IsSubclass(best.solid)) {
			best = b
		}
	}
	return best
}

// winner is the most derived metaclass.
func winner(meta *Type, bases []Value) (*Type, error) {
	for _, b := range bases {
		m := b.Type()
		switch {
		case meta.IsSubclass(m):
		case m.IsSubclass(meta):
			meta = m
		default:
			return nil, Errorf(TypeError, "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases")
		}
	}
	return meta, nil
}

func mroConflict(bases []*Type) error {
	names := make([]string, len(bases))
	for i, b := range bases {
		names[i] = b.Name
	}
	return Errorf(TypeError, "Cannot create a consistent method resolution order (MRO) for bases %s", strings.Join(names, ", "))
}

// fillNamespace turns what the class body left into a class's namespace.
func fillNamespace(t *Thread, c *Type) error {
	d := c.Dict
	if q, ok := d.GetStr("__qualname__"); ok {
		s, ok := AsStr(q)
		if !ok {
			return Errorf(TypeError, "type __qualname__ must be a str, not %s", q.Type().Name)
		}
		c.QualName = s
		d.DeleteStr("__qualname__")
	}
	if _, ok := d.GetStr("__module__"); !ok {
		if m := t.callerModule(); m != nil {
			d.SetStr("__module__", m)
		}
	}
	if m, ok := d.GetStr("__module__"); ok {
		c.Module, _ = AsStr(m)
	}
	for _, name := range []string{"__init_subclass__", "__class_getitem__"} {
		if f, ok := d.GetStr(name); ok {
			if fn, ok := f.(*Function); ok {
				d.SetStr(name, &ClassMethod{Func: fn})
			}
		}
	}
	if f, ok := d.GetStr("__new__"); ok {
		if fn, ok := f.(*Function); ok {
			d.SetStr("__new__", &StaticMethod{Func: fn})
		}
	}
	if err := makeSlots(t, c); err != nil {
		return err
	}
	if _, ok := d.GetStr("__eq__"); ok {
		if _, ok := d.GetStr("__hash__"); !ok {
			d.SetStr("__hash__", None)
		}
	}
	if _, ok := d.GetStr("__doc__"); !ok {
		d.SetStr("__doc__", None)
	}
	if cell, ok := d.GetStr("__classcell__"); ok {
		k, ok := cell.(*Cell)
		if !ok {
			return Errorf(TypeError, "type.__new__(): __classcell__ must be a nonlocal cell, not %s", Repr1(t, cell.Type()))
		}
		k.Value = c
		d.DeleteStr("__classcell__")
	}
	if cell, ok := d.GetStr("__classdictcell__"); ok {
		if k, ok := cell.(*Cell); ok {
			k.Value = d
		}
		d.DeleteStr("__classdictcell__")
	}
	return nil
}

// Repr1 is Repr for error texts: a failure gives the class name.
func Repr1(t *Thread, v Value) string {
	s, err := Repr(t, v)
	if err != nil {
		return "<" + v.Type().Name + ">"
	}
	return s
}

// makeSlots handles __slots__.
func makeSlots(t *Thread, c *Type) error {
	baseHasDict := false
	for _, b := range c.Bases {
		if b != ObjectType && !b.noDict && !(b.Immutable && b.layout == b) {
			baseHasDict = true
		}
	}
	v, ok := c.Dict.GetStr("__slots__")
	if !ok {
		if !baseHasDict && !c.IsSubclass(TypeType) {
			c.Dict.SetStr("__dict__", &GoProperty{Name: "__dict__", Get: objectDict, Set: setObjectDict, owner: c})
			c.Dict.SetStr("__weakref__", &GoProperty{Name: "__weakref__", Get: func(*Thread, Value) (Value, error) { return None, nil }, owner: c})
		}
		return nil
	}
	var names []Value
	if _, one := AsStr(v); one {
		names = []Value{v}
	} else {
		var err error
		if names, err = Collect(t, v); err != nil {
			return err
		}
	}
	if err := t.alloc(400 * len(names)); err != nil {
		return err
	}
	special := make(map[string]bool) // __dict__ and __weakref__, as far as named
	for _, n := range names {
		s, ok := AsStr(n)
		if !ok {
			return Errorf(TypeError, "__slots__ items must be strings, not '%s'", n.Type().Name)
		}
		if !isIdentifier(s) {
			return Errorf(TypeError, "__slots__ must be identifiers")
		}
		if s == "__dict__" || s == "__weakref__" {
			if special[s] || baseHasDict {
				return Errorf(TypeError, "%s slot disallowed: we already got one", s)
			}
			special[s] = true
			continue
		}
		s = mangle(c.Name, s)
		if _, ok := c.Dict.GetStr(s); ok && s != "__qualname__" && s != "__classcell__" {
			return Errorf(ValueError, "'%s' in __slots__ conflicts with class variable", s)
		}
		c.Dict.SetStr(s, &MemberDescriptor{Name: s, Class: c})
		c.solid = c
	}
	c.noDict = !baseHasDict && !special["__dict__"]
	if len(names) > 0 && c.layout != nil && (c.layout == TupleType || c.layout == IntType || c.layout == BytesType) {
		return Errorf(TypeError, "nonempty __slots__ not supported for subtype of '%s'", c.layout.Name)
	}
	return nil
}

func isIdentifier(s string) bool {
	for i, r := range s {
		if r == '_' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= 0x80 || i > 0 && r >= '0' && r <= '9' {
			continue
		}
		return false
	}
	return s != ""
}

// mangle gives the private name of a class (language reference, 6.2.1.1).
func mangle(class, name string) string {
	if !strings.HasPrefix(name, "__") || strings.HasSuffix(name, "__") || strings.Contains(name, ".") {
		return name
	}
	class = strings.TrimLeft(class, "_")
	if class == "" {
		return name
	}
	return "_" + class + name
}

// finishClass calls __set_name__ and __init_subclass__.
func finishClass(t *Thread, c *Type, kw []Keyword) error {
	for _, e := range c.Dict.Items() {
		name, _ := e[0].(Str)
		if err := setName(t, c, string(name), e[1]); err != nil {
			return err
		}
	}
	s := &superObject{start: c, obj: c, objType: c}
	init, err := s.Attr(t, "__init_subclass__")
	if err != nil || init == nil {
		return err
	}
	if m, ok := init.(*BoundMethod); ok {
		if b, ok := m.Func.(*Builtin); ok && b.Owner == ObjectType {
			if len(kw) > 0 {
				return Errorf(TypeError, "%s.__init_subclass__() takes no keyword arguments", c.Name)
			}
			return nil
		}
	}
	_, err = Call(t, init, Args{Kw: kw})
	return err
}

func setName(t *Thread, c *Type, name string, v Value) error {
	switch x := v.(type) {
	case *Function, *Builtin, *StaticMethod, *ClassMethod, Str, Int, NoneKind, *Type, *Tuple, *MemberDescriptor:
		return nil
	case *Property:
		if x.class == nil {
			x.name = Str(name)
			return nil
		}
	}
	m := lookupSpecial(v, "__set_name__")
	if m == nil {
		return nil
	}
	_, err := callSpecial(t, m, v, c, Str(name))
	if e, ok := err.(*Exception); ok {
		if err := addNote(t, e.Value, Str("Error calling __set_name__ on '"+v.Type().Name+"' instance '"+name+"' in '"+c.Name+"'")); err != nil {
			return err
		}
	}
	return err
}
