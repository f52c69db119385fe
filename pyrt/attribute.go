package pyrt

// GetAttr gives v.name: AttributeError in CPython's words when absent.
func GetAttr(t *Thread, v Value, name string) (Value, error) {
	x, err := findAttr(t, v, name)
	if err != nil || x != nil {
		return x, err
	}
	return nil, noAttribute(v, name)
}

// LookupAttr gives v.name, and nil, nil when it is absent.
func LookupAttr(t *Thread, v Value, name string) (Value, error) {
	x, err := findAttr(t, v, name)
	if e, ok := err.(*Exception); ok && e.IsA(AttributeError) {
		return nil, nil
	}
	return x, err
}

// noAttribute is the AttributeError of an absent attribute.
func noAttribute(v Value, name string) error {
	var e *Exception
	switch x := v.(type) {
	case *Type:
		e = Errorf(AttributeError, "type object '%s' has no attribute '%s'", x.Name, name)
	case *Module:
		e = Errorf(AttributeError, "module '%s' has no attribute '%s'", x.Name, name)
	default:
		e = Errorf(AttributeError, "'%s' object has no attribute '%s'", v.Type().TypeName(), name)
	}
	st := e.Value.Native.(*ExceptionState)
	st.Name, st.Obj = Str(name), v
	return e
}

// findAttr is GetAttr with nil, nil for attributes that the generic rules do
// not find, which saves making exceptions that nobody looks at.
func findAttr(t *Thread, v Value, name string) (Value, error) {
	switch x := v.(type) {
	case *Object:
		return objectAttr(t, x, name)
	case *Module:
		return moduleAttr(t, x, name)
	case *Type:
		return metaAttr(t, x, name)
	case Attributed:
		if r, err := x.Attr(t, name); err != nil || r != nil {
			return r, err
		}
	}
	return genericAttr(t, v, name)
}

// objectAttr honours __getattribute__ and __getattr__ of the class.
func objectAttr(t *Thread, o *Object, name string) (Value, error) {
	hooks := o.Class.attrHooks()
	var r Value
	var err error
	if hooks.get != nil {
		r, err = callSpecial(t, hooks.get, o, Str(name))
	} else if a, ok := o.Native.(Attributed); ok {
		if r, err = a.Attr(t, name); r == nil && err == nil {
			r, err = genericAttr(t, o, name)
		}
	} else {
		r, err = genericAttr(t, o, name)
	}
	if hooks.fallback == nil || err == nil && r != nil {
		return r, err
	}
	if err != nil {
		if e, ok := err.(*Exception); !ok || !e.IsA(AttributeError) {
			return nil, err
		}
	}
	return callSpecial(t, hooks.fallback, o, Str(name))
}

// metaAttr is type.__getattribute__ and the metaclass's __getattr__.
func metaAttr(t *Thread, c *Type, name string) (Value, error) {
	if c.Meta == nil {
		return typeAttr(t, c, name)
	}
	hooks := c.Meta.attrHooks()
	var r Value
	var err error
	if hooks.get != nil {
		r, err = callSpecial(t, hooks.get, c, Str(name))
	} else {
		r, err = typeAttr(t, c, name)
	}
	if hooks.fallback == nil || err == nil && r != nil {
		return r, err
	}
	if err != nil {
		if e, ok := err.(*Exception); !ok || !e.IsA(AttributeError) {
			return nil, err
		}
	}
	return callSpecial(t, hooks.fallback, c, Str(name))
}

// typeAttr finds an attribute of a class: data descriptors of the metaclass,
// the MRO, then the rest of the metaclass.
func typeAttr(t *Thread, c *Type, name string) (Value, error) {
	meta := c.Type()
	m := meta.Lookup(name)
	if m != nil && isDataDescriptor(m) {
		return bindAttr(t, m, c, meta)
	}
	if x := c.Lookup(name); x != nil {
		return bindClassAttr(t, x, c)
	}
	if m != nil {
		return bindAttr(t, m, c, meta)
	}
	return nil, nil
}

// genericAttr is object.__getattribute__; nil, nil when absent.
func genericAttr(t *Thread, v Value, name string) (Value, error) {
	c := v.Type()
	x := c.Lookup(name)
	if x != nil && isDataDescriptor(x) {
		return bindAttr(t, x, v, c)
	}
	if d := instanceDict(v, false); d != nil {
		if r, ok := d.GetStr(name); ok {
			return r, nil
		}
	}
	if x != nil {
		return bindAttr(t, x, v, c)
	}
	return nil, nil
}

// GenericGetAttr is object.__getattribute__.
func GenericGetAttr(t *Thread, v Value, name string) (Value, error) {
	var r Value
	var err error
	if c, ok := v.(*Type); ok {
		r, err = typeAttr(t, c, name)
	} else {
		r, err = genericAttr(t, v, name)
	}
	if err == nil && r == nil {
		return nil, noAttribute(v, name)
	}
	return r, err
}

func moduleAttr(t *Thread, m *Module, name string) (Value, error) {
	if x, ok := m.Dict.GetStr(name); ok {
		return x, nil
	}
	if name == "__annotations__" {
		return m.annotations(t)
	}
	if m.Lazy != nil {
		x, err := m.Lazy(t, name)
		if err != nil {
			return nil, err
		}
		if x != nil {
			if y, ok := m.Dict.GetStr(name); ok {
				return y, nil
			}
			m.Dict.SetStr(name, x)
			return x, nil
		}
	}
	x, err := genericAttr(t, m, name)
	if err != nil || x != nil {
		return x, err
	}
	f, _ := m.Dict.GetStr("__getattr__")
	if l := m.Dict.lazy; l != nil && f == nil && name != "__path__" {
		if f, err = l.demand(t, "__getattr__"); err != nil {
			return nil, err
		}
	}
	if f == nil {
		return nil, nil
	}
	return Call(t, f, Positional(Str(name)))
}

// annotations evaluates the annotations of a module's variables, once.
func (m *Module) annotations(t *Thread) (Value, error) {
	a, _ := m.Dict.GetStr("__annotate__")
	d, err := evaluateAnnotations(t, orNoneValue(a))
	if err != nil {
		return nil, err
	}
	m.Dict.SetStr("__annotations__", d)
	return d, nil
}

// A dictHolder is a value of Go's that has an instance dict.
type dictHolder interface{ dict(create bool) *Dict }

// instanceDict gives the __dict__ of v; nil when it has none (yet).
func instanceDict(v Value, create bool) *Dict {
	switch x := v.(type) {
	case *Object:
		if x.Dict == nil && create && !x.Class.noDict {
			x.Dict = NewDict()
		}
		return x.Dict
	case *Module:
		return x.Dict
	case dictHolder:
		return x.dict(create)
	}
	return nil
}

// SetAttr does v.name = x.
func SetAttr(t *Thread, v Value, name string, x Value) error { return assignAttr(t, v, name, x) }

// DelAttr does del v.name.
func DelAttr(t *Thread, v Value, name string) error { return assignAttr(t, v, name, nil) }

func assignAttr(t *Thread, v Value, name string, x Value) error {
	if s, ok := v.(AttributeSetter); ok {
		return s.SetAttr(t, name, x)
	}
	c := v.Type()
	hooks := c.attrHooks()
	if x != nil && hooks.set != nil {
		_, err := callSpecial(t, hooks.set, v, Str(name), x)
		return err
	}
	if x == nil && hooks.del != nil {
		_, err := callSpecial(t, hooks.del, v, Str(name))
		return err
	}
	if k, ok := v.(*Type); ok {
		return typeSetAttr(t, k, name, x)
	}
	return GenericSetAttr(t, v, name, x)
}

// GenericSetAttr is object.__setattr__; with x nil object.__delattr__.
func GenericSetAttr(t *Thread, v Value, name string, x Value) error {
	c := v.Type()
	member := c.Lookup(name)
	if member != nil {
		if handled, err := assignDescriptor(t, member, v, x); handled {
			return err
		}
	}
	d := instanceDict(v, x != nil)
	if d == nil {
		return noSetAttribute(v, name, member)
	}
	if x != nil {
		d.SetStr(name, x)
		return nil
	}
	if !d.DeleteStr(name) {
		return noAttribute(v, name)
	}
	return nil
}

func noSetAttribute(v Value, name string, member Value) error {
	if member != nil {
		return attrErrorf(v, name, "'%s' object attribute '%s' is read-only", v.Type().TypeName(), name)
	}
	if o, ok := v.(*Object); ok && !o.Class.noDict {
		return noAttribute(v, name) // only the dict was missing
	}
	return attrErrorf(v, name, "'%s' object has no attribute '%s' and no __dict__ for setting new attributes", v.Type().TypeName(), name)
}

func attrErrorf(v Value, name, format string, a ...any) error {
	e := Errorf(AttributeError, format, a...)
	st := e.Value.Native.(*ExceptionState)
	st.Name, st.Obj = Str(name), v
	return e
}

// typeSetAttr is type.__setattr__.
func typeSetAttr(t *Thread, c *Type, name string, x Value) error {
	if c.Immutable {
		return Errorf(TypeError, "cannot set '%s' attribute of immutable type '%s'", name, c.Name)
	}
	if member := c.Type().Lookup(name); member != nil {
		if handled, err := assignDescriptor(t, member, c, x); handled {
			return err
		}
	}
	if x != nil {
		c.Set(name, x)
		return nil
	}
	if !c.namespace().DeleteStr(name) {
		return noAttribute(c, name)
	}
	c.changed()
	return nil
}
