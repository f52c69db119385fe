package pyrt

// IsInstanceOf gives isinstance(v, cls): cls is a class, a union, or a tuple of
// those; __instancecheck__ of the metaclass is honoured.
func IsInstanceOf(t *Thread, v, cls Value) (bool, error) {
	if c, ok := cls.(*Type); ok {
		if v.Type() == c {
			return true, nil
		}
		if x, ok := v.(Vague); ok {
			return x.InstanceOf(t, c)
		}
		if c.Meta == nil {
			return plainInstance(t, v, c)
		}
	}
	if done, ok, err := checkEach(t, cls, func(c Value) (bool, error) { return IsInstanceOf(t, v, c) }); done {
		return ok, err
	}
	if m := lookupSpecial(cls, "__instancecheck__"); m != nil {
		if err := t.enter(); err != nil {
			return false, err
		}
		defer t.leave()
		r, err := callSpecial(t, m, cls, v)
		if err != nil {
			return false, err
		}
		return Truth(t, r)
	}
	if _, ok := cls.(*Type); !ok {
		if bases, err := LookupAttr(t, cls, "__bases__"); err != nil {
			return false, err
		} else if bases == nil {
			return false, Errorf(TypeError, "isinstance() arg 2 must be a type, a tuple of types, or a union")
		}
	}
	return plainInstance(t, v, cls)
}

// A Vague value does not say by its type of which classes it is an instance.
type Vague interface {
	Value
	InstanceOf(t *Thread, class *Type) (bool, error)
}

// checkEach handles tuples and unions of classes.
func checkEach(t *Thread, cls Value, check func(Value) (bool, error)) (done, ok bool, err error) {
	var parts []Value
	switch x := cls.(type) {
	case *Union:
		parts = x.Args
	default:
		elems, isTuple := AsTuple(cls)
		if !isTuple {
			return false, false, nil
		}
		parts = elems
	}
	if err := t.enter(); err != nil {
		return true, false, err
	}
	defer t.leave()
	for _, p := range parts {
		if p == None {
			p = NoneType
		}
		if ok, err := check(p); err != nil || ok {
			return true, ok, err
		}
	}
	return true, false, nil
}

// plainInstance is type.__instancecheck__: the class, or what __class__ says.
func plainInstance(t *Thread, v, cls Value) (bool, error) {
	c, ok := cls.(*Type)
	if !ok {
		return false, nil
	}
	if v.Type().IsSubclass(c) {
		return true, nil
	}
	o, ok := v.(*Object)
	if !ok {
		if _, custom := v.(Attributed); !custom {
			return false, nil
		}
	} else if h := o.Class.attrHooks(); h.get == nil && isClassGetter(o.Class.Lookup("__class__")) {
		return false, nil
	}
	k, err := LookupAttr(t, v, "__class__")
	if err != nil {
		return false, err
	}
	kc, ok := k.(*Type)
	return ok && kc.IsSubclass(c), nil
}

func isClassGetter(m Value) bool {
	_, ok := m.(*GoProperty)
	return ok
}

// IsSubclassOf gives issubclass(sub, cls).
func IsSubclassOf(t *Thread, sub, cls Value) (bool, error) {
	if c, ok := cls.(*Type); ok && c.Meta == nil {
		return plainSubclass(t, sub, c)
	}
	if done, ok, err := checkEach(t, cls, func(c Value) (bool, error) { return IsSubclassOf(t, sub, c) }); done {
		return ok, err
	}
	if m := lookupSpecial(cls, "__subclasscheck__"); m != nil {
		if err := t.enter(); err != nil {
			return false, err
		}
		defer t.leave()
		r, err := callSpecial(t, m, cls, sub)
		if err != nil {
			return false, err
		}
		return Truth(t, r)
	}
	return plainSubclass(t, sub, cls)
}

func plainSubclass(t *Thread, sub, cls Value) (bool, error) {
	s, ok := sub.(*Type)
	if !ok {
		return false, Errorf(TypeError, "issubclass() arg 1 must be a class")
	}
	c, ok := cls.(*Type)
	if !ok {
		return false, Errorf(TypeError, "issubclass() arg 2 must be a class, a tuple of classes, or a union")
	}
	return s.IsSubclass(c), nil
}

// checkAbstract refuses to instantiate a class with abstract methods left.
func checkAbstract(t *Thread, c *Type) error {
	if c.Immutable {
		return nil
	}
	v, ok := c.namespace().GetStr("__abstractmethods__")
	if !ok {
		return nil
	}
	names, err := Collect(t, v)
	if err != nil || len(names) == 0 {
		return err
	}
	var texts []string
	for _, n := range names {
		s, _ := AsStr(n)
		texts = append(texts, "'"+s+"'")
	}
	sortStrings(texts)
	list := ""
	for i, s := range texts {
		if i > 0 {
			list += ", "
		}
		list += s
	}
	return Errorf(TypeError, "Can't instantiate abstract class %s without an implementation for abstract method%s %s",
		c.Name, plurality(len(texts) != 1), list)
}
