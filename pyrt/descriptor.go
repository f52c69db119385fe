package pyrt

import "strings"

// isDataDescriptor tells whether a class member takes assignment, which puts
// it before the instance dict.
func isDataDescriptor(m Value) bool {
	switch x := m.(type) {
	case *Function, *Builtin, *StaticMethod, *ClassMethod, Str, Int, *Type, *Tuple, NoneKind:
		return false
	case *GoProperty, *Property, DataDescriptor:
		return true
	case *Object:
		return x.Class.Lookup("__set__") != nil || x.Class.Lookup("__delete__") != nil
	}
	return false
}

// bindAttr gives what a class member m means on the instance self.
func bindAttr(t *Thread, m, self Value, cls *Type) (Value, error) {
	switch x := m.(type) {
	case *Function:
		return &BoundMethod{Self: self, Func: x}, nil
	case *Builtin:
		if x.Owner == nil {
			return x, nil
		}
		return &BoundMethod{Self: self, Func: x}, nil
	case *StaticMethod:
		return x.Func, nil
	case *ClassMethod:
		return bindClassMethod(t, x, cls)
	case *GoProperty:
		return x.Get(t, self)
	case *Property:
		if own := x.getOverridden(); own != nil {
			return callSpecial(t, own, x, self, cls)
		}
		return x.get(t, self)
	case Descriptor:
		return x.DescrGet(t, self, cls)
	case *Object:
		if g := x.Class.Lookup("__get__"); g != nil {
			return callSpecial(t, g, x, self, cls)
		}
	}
	return m, nil
}

// bindClassAttr gives what a class member means when asked of the class.
func bindClassAttr(t *Thread, m Value, cls *Type) (Value, error) {
	switch x := m.(type) {
	case *Function, *Builtin, *GoProperty:
		return m, nil
	case *Property:
		if own := x.getOverridden(); own != nil {
			return callSpecial(t, own, x, None, cls)
		}
		return m, nil
	case *StaticMethod:
		return x.Func, nil
	case *ClassMethod:
		return bindClassMethod(t, x, cls)
	case Descriptor:
		return x.DescrGet(t, nil, cls)
	case *Object:
		if g := x.Class.Lookup("__get__"); g != nil {
			return callSpecial(t, g, x, None, cls)
		}
	}
	return m, nil
}

// bindClassMethod binds whatever was decorated; since 3.13 it is not asked for a
// __get__ of its own.
func bindClassMethod(_ *Thread, m *ClassMethod, cls *Type) (Value, error) {
	return &BoundMethod{Self: cls, Func: m.Func}, nil
}

// assignDescriptor hands an assignment (x nil: deletion) to a data descriptor.
func assignDescriptor(t *Thread, m, self, x Value) (handled bool, err error) {
	switch d := m.(type) {
	case *GoProperty:
		if d.Set == nil {
			if d.readOnlyMember() {
				return true, attrErrorf(self, d.Name, "readonly attribute")
			}
			if d.owner != nil && d.owner.Module == "builtins" {
				return true, attrErrorf(self, d.Name, "attribute '%s' of '%s' objects is not writable", d.Name, d.owner.Name)
			}
			if d.owner == TypeAliasType {
				return true, attrErrorf(self, d.Name, "attribute '%s' of 'typing.%s' objects is not writable", d.Name, d.owner.Name)
			}
			return true, attrErrorf(self, d.Name, "property '%s' of '%s' object has no setter", d.Name, self.Type().QualName)
		}
		return true, d.Set(t, self, x)
	case *Property:
		if d.class != nil {
			if handled, err := d.setOverridden(t, self, x); handled {
				return true, err
			}
		}
		return true, d.set(t, self, x)
	case DataDescriptor:
		return true, d.DescrSet(t, self, x)
	case *Object:
		set, del := d.Class.Lookup("__set__"), d.Class.Lookup("__delete__")
		switch {
		case set == nil && del == nil:
			return false, nil
		case x != nil && set != nil:
			_, err = callSpecial(t, set, d, self, x)
		case x == nil && del != nil:
			_, err = callSpecial(t, del, d, self)
		case x != nil:
			err = NewException(AttributeError, Str("__set__"))
		default:
			err = NewException(AttributeError, Str("__delete__"))
		}
		return true, err
	}
	return false, nil
}

// readOnlyMember tells the attributes that are fields of CPython's structs,
// whose refusal says less.
func (p *GoProperty) readOnlyMember() bool {
	if p.owner == nil {
		return false
	}
	switch p.owner.Name {
	case "BaseExceptionGroup":
		return p.Name == "message" || p.Name == "exceptions"
	case "property", "slice", "range", "super", "staticmethod", "classmethod", "member_descriptor", "getset_descriptor":
		return p.Name != "__doc__" && p.Name != "__isabstractmethod__" && p.Name != "__name__"
	case "function", "method", "builtin_function_or_method":
		return p.Name == "__closure__" || p.Name == "__globals__" || p.Name == "__builtins__" || p.Name == "__func__" || p.Name == "__self__"
	case "complex":
		return true
	case "code":
		return strings.HasPrefix(p.Name, "co_") && p.Name != "co_code" && p.Name != "co_varnames" && p.Name != "co_cellvars" && p.Name != "co_freevars"
	}
	return false
}

// A Property is the property decorator's object; absent parts are nil.
type Property struct {
	Getter, Setter, Deleter, Doc Value
	name                         Value
	class                        *Type // a subclass of property, or nil
	attrs                        *Dict // attributes of a subclass's instance
}

// Type is property or the subclass that was instantiated.
func (p *Property) Type() *Type {
	if p.class != nil {
		return p.class
	}
	return PropertyType
}

func (p *Property) dict(create bool) *Dict {
	if p.attrs == nil && create && p.class != nil {
		p.attrs = NewDict()
	}
	return p.attrs
}

func (p *Property) get(t *Thread, self Value) (Value, error) {
	if p.Getter == nil {
		return nil, p.missing(self, "getter")
	}
	if f, ok := p.Getter.(*Function); ok {
		return f.call1(t, self)
	}
	return Call(t, p.Getter, Positional(self))
}

func (p *Property) set(t *Thread, self, x Value) error {
	if x == nil {
		if p.Deleter == nil {
			return p.missing(self, "deleter")
		}
		_, err := Call(t, p.Deleter, Positional(self))
		return err
	}
	if p.Setter == nil {
		return p.missing(self, "setter")
	}
	_, err := Call(t, p.Setter, Positional(self, x))
	return err
}

// getOverridden is the __get__ that a subclass of property defines, nil for that
// of property.
func (p *Property) getOverridden() Value {
	if p.class == nil {
		return nil
	}
	m := p.class.Lookup("__get__")
	if m == PropertyType.Lookup("__get__") {
		return nil
	}
	return m
}

// setOverridden calls the __set__ or __delete__ that a subclass of property
// defines.
func (p *Property) setOverridden(t *Thread, self, x Value) (bool, error) {
	name, args := "__set__", []Value{p, self, x}
	if x == nil {
		name, args = "__delete__", args[:2]
	}
	m := p.class.Lookup(name)
	if m == nil || m == PropertyType.Lookup(name) {
		return false, nil
	}
	_, err := callSpecial(t, m, args[0], args[1:]...)
	return true, err
}

func (p *Property) missing(self Value, part string) error {
	cls := self.Type().QualName
	if s, ok := p.nameOf(); ok {
		return Errorf(AttributeError, "property '%s' of '%s' object has no %s", s, cls, part)
	}
	return Errorf(AttributeError, "property of '%s' object has no %s", cls, part)
}

func (p *Property) nameOf() (string, bool) {
	if p.name != nil {
		return AsStr(p.name)
	}
	if f, ok := p.Getter.(*Function); ok {
		return f.Name, true
	}
	return "", false
}

// A MemberDescriptor is one name of __slots__.
type MemberDescriptor struct {
	Name  string
	Class *Type
}

// Type is member_descriptor.
func (*MemberDescriptor) Type() *Type { return MemberDescriptorType }

// DescrGet reads the slot.
func (d *MemberDescriptor) DescrGet(_ *Thread, obj Value, _ *Type) (Value, error) {
	if obj == nil {
		return d, nil
	}
	if o, ok := obj.(*Object); ok && o.Class.IsSubclass(d.Class) {
		if v, ok := o.slots[d]; ok {
			return v, nil
		}
		return nil, noAttribute(obj, d.Name)
	}
	return nil, Errorf(TypeError, "descriptor '%s' for '%s' objects doesn't apply to a '%s' object", d.Name, d.Class.Name, obj.Type().Name)
}

// DescrSet writes or (value nil) clears the slot.
func (d *MemberDescriptor) DescrSet(_ *Thread, obj, value Value) error {
	o, ok := obj.(*Object)
	if !ok || !o.Class.IsSubclass(d.Class) {
		return Errorf(TypeError, "descriptor '%s' for '%s' objects doesn't apply to a '%s' object", d.Name, d.Class.Name, obj.Type().Name)
	}
	if value == nil {
		if _, ok := o.slots[d]; !ok {
			return attrErrorf(obj, d.Name, "%s", d.Name)
		}
		delete(o.slots, d)
		return nil
	}
	if o.slots == nil {
		o.slots = make(map[*MemberDescriptor]Value)
	}
	o.slots[d] = value
	return nil
}
