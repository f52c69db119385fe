package pyrt

// GetItem gives v[key].
func GetItem(t *Thread, v, key Value) (Value, error) {
	switch x := v.(type) {
	case *List:
		if i, ok := key.(Int); ok {
			n := int64(len(x.Elems))
			if i < 0 {
				i += Int(n)
			}
			if i >= 0 && int64(i) < n {
				return x.Elems[i], nil
			}
			return nil, Errorf(IndexError, "list index out of range")
		}
	case *Tuple:
		if i, ok := key.(Int); ok {
			n := int64(len(x.Elems))
			if i < 0 {
				i += Int(n)
			}
			if i >= 0 && int64(i) < n {
				return x.Elems[i], nil
			}
			return nil, Errorf(IndexError, "tuple index out of range")
		}
	case *Dict:
		r, err := x.Get(t, key)
		if err != nil || r != nil {
			return r, unhashableKey(err, key)
		}
		return nil, NewException(KeyError, key)
	case Str:
		return x.GetItem(t, key)
	case *Type:
		return typeGetItem(t, x, key)
	}
	if x, ok := v.(Indexed); ok {
		return x.GetItem(t, key)
	}
	if m := lookupSpecial(v, "__getitem__"); m != nil {
		return callSpecial(t, m, v, key)
	}
	return nil, Errorf(TypeError, "'%s' object is not subscriptable", v.Type().TypeName())
}

// unhashableKey words the refusal of a dict key as CPython 3.14 does.
func unhashableKey(err error, key Value) error {
	e, ok := err.(*Exception)
	if !ok || e.Value.Class != TypeError || !isHashRefusal(e, key) {
		return err
	}
	return Errorf(TypeError, "cannot use '%s' as a dict key (%s)", key.Type().TypeName(), e.Message())
}

// isHashRefusal tells whether an exception is the one that hash() raises for a
// key of a class without a hash, or with a wrong one.
func isHashRefusal(e *Exception, key Value) bool {
	m := e.Message()
	return m == "unhashable type: '"+key.Type().TypeName()+"'" || m == "__hash__ method should return an integer"
}

// unhashableElement does the same for a set element.
func unhashableElement(err error, key Value) error {
	e, ok := err.(*Exception)
	if !ok || e.Value.Class != TypeError || !isHashRefusal(e, key) {
		return err
	}
	return Errorf(TypeError, "cannot use '%s' as a set element (%s)", key.Type().TypeName(), e.Message())
}

// typeGetItem gives cls[key]: the metaclass's __getitem__ or
// __class_getitem__ (data model, section 3.3.5).
func typeGetItem(t *Thread, c *Type, key Value) (Value, error) {
	if m := lookupSpecial(c, "__getitem__"); m != nil {
		return callSpecial(t, m, c, key)
	}
	if c == TypeType {
		return newGenericAlias(c, key), nil
	}
	m, err := LookupAttr(t, c, "__class_getitem__")
	if err != nil {
		return nil, err
	}
	if m == nil {
		return nil, Errorf(TypeError, "type '%s' is not subscriptable", c.QualName)
	}
	return Call(t, m, Positional(key))
}

// SetItem does v[key] = x.
func SetItem(t *Thread, v, key, x Value) error {
	switch c := v.(type) {
	case *List:
		if i, ok := key.(Int); ok {
			n := int64(len(c.Elems))
			if i < 0 {
				i += Int(n)
			}
			if i >= 0 && int64(i) < n {
				c.Elems[i] = x
				return nil
			}
			return Errorf(IndexError, "list assignment index out of range")
		}
	case *Dict:
		return unhashableKey(c.Set(t, key, x), key)
	}
	if s, ok := v.(ItemSetter); ok {
		return s.SetItem(t, key, x)
	}
	if m := lookupSpecial(v, "__setitem__"); m != nil {
		_, err := callSpecial(t, m, v, key, x)
		return err
	}
	return Errorf(TypeError, "'%s' object does not support item assignment", v.Type().TypeName())
}

// DelItem does del v[key].
func DelItem(t *Thread, v, key Value) error {
	if d, ok := v.(*Dict); ok {
		old, err := d.Delete(t, key)
		if err == nil && old == nil {
			return NewException(KeyError, key)
		}
		return unhashableKey(err, key)
	}
	if s, ok := v.(ItemSetter); ok {
		return s.SetItem(t, key, nil)
	}
	if m := lookupSpecial(v, "__delitem__"); m != nil {
		_, err := callSpecial(t, m, v, key)
		return err
	}
	return Errorf(TypeError, "'%s' object doesn't support item deletion", v.Type().TypeName())
}

// Contains gives item in container.
func Contains(t *Thread, container, item Value) (bool, error) {
	switch c := container.(type) {
	case *Dict:
		r, err := c.Get(t, item)
		return r != nil, unhashableKey(err, item)
	case *Set:
		if inner, ok := Underlying(item).(*Set); ok && !inner.Frozen {
			f := &Set{d: inner.d, Frozen: true} // a set is looked up as its frozenset
			item = f
		}
		ok, err := c.Has(t, item)
		return ok, unhashableElement(err, item)
	case *List:
		return containsElem(t, c.Elems, item)
	case *Tuple:
		return containsElem(t, c.Elems, item)
	case Container:
		return c.Contains(t, item)
	}
	m := container.Type().Lookup("__contains__")
	if m == None {
		return false, Errorf(TypeError, "'%s' object is not a container", container.Type().TypeName())
	}
	if m != nil {
		r, err := callSpecial(t, m, container, item)
		if err != nil {
			return false, err
		}
		return Truth(t, r)
	}
	it, err := Iter(t, container)
	if err != nil {
		if e, ok := err.(*Exception); ok && e.IsA(TypeError) && lookupSpecial(container, "__iter__") == nil {
			return false, Errorf(TypeError, "argument of type '%s' is not a container or iterable", container.Type().TypeName())
		}
		return false, err
	}
	return iteratorHas(t, it, item)
}

func containsElem(t *Thread, elems []Value, item Value) (bool, error) {
	for _, e := range elems {
		if eq, err := Equal(t, e, item); err != nil || eq {
			return eq, err
		}
	}
	return false, nil
}

func iteratorHas(t *Thread, it Iterator, item Value) (bool, error) {
	for {
		v, err := it.Next(t)
		if err != nil || v == nil {
			return false, err
		}
		if eq, err := Equal(t, v, item); err != nil || eq {
			return eq, err
		}
		if err := t.step(); err != nil {
			return false, err
		}
	}
}
