package pyrt

import "sort"

func special(signature string, kind builtinKind, fn BuiltinFunc) Member {
	b := NewBuiltin(signature, fn)
	b.kind, b.slot = kind, true
	return Member{b.Name, b}
}

// objectMembers are the attributes of object.
func objectMembers() []Member {
	return append([]Member{
		special("__hash__(self, /)", kindObjectHash, func(_ *Thread, a []Value) (Value, error) { return Int(hashPointer(a[0])), nil }),
		special("__repr__(self, /)", kindObjectRepr, func(t *Thread, a []Value) (Value, error) { return Str(defaultRepr(t, a[0])), nil }),
		special("__str__(self, /)", kindObjectStr, func(t *Thread, a []Value) (Value, error) {
			s, err := Repr(t, a[0])
			return Str(s), err
		}),
		special("__getattribute__(self, name, /)", kindGenericAttr, func(t *Thread, a []Value) (Value, error) {
			return withName(a[1], func(name string) (Value, error) { return GenericGetAttr(t, a[0], name) })
		}),
		special("__setattr__(self, name, value, /)", kindGenericAttr, func(t *Thread, a []Value) (Value, error) {
			return withName(a[1], func(name string) (Value, error) { return None, GenericSetAttr(t, a[0], name, a[2]) })
		}),
		special("__delattr__(self, name, /)", kindGenericAttr, func(t *Thread, a []Value) (Value, error) {
			return withName(a[1], func(name string) (Value, error) { return None, GenericSetAttr(t, a[0], name, nil) })
		}),
		objectInitMember(), objectNewMember(),
		initSubclassMember(),
		ClassFunc("__subclasshook__(cls, other, /)", func(*Thread, []Value) (Value, error) { return NotImplemented, nil }),
		Method("__dir__(self, /)", func(t *Thread, a []Value) (Value, error) { return dirObject(t, a[0]) }),
		Method("__format__(self, format_spec, /)", objectFormat),
		Method("__sizeof__(self, /)", func(*Thread, []Value) (Value, error) { return Int(48), nil }),
		Accessor("__class__", func(_ *Thread, self Value) (Value, error) { return self.Type(), nil }, setClass),
		Accessor("__dict__", objectDict, setObjectDict),
		Method("__reduce_ex__(self, protocol, /)", func(t *Thread, a []Value) (Value, error) {
			if m := lookupSpecial(a[0], "__reduce__"); m != nil && m != ObjectType.Lookup("__reduce__") {
				return callSpecial(t, m, a[0])
			}
			return objectReduce(t, a)
		}),
		Method("__reduce__(self, /)", objectReduce),
		Method("__getstate__(self, /)", objectState),
	}, objectComparisons()...)
}

func withName(v Value, f func(string) (Value, error)) (Value, error) {
	name, ok := AsStr(v)
	if !ok {
		return nil, Errorf(TypeError, "attribute name must be string, not '%s'", v.Type().Name)
	}
	return f(name)
}

func objectInitMember() Member {
	b := NewRawBuiltin("__init__", func(_ *Thread, args Args) (Value, error) {
		if len(args.Pos) == 0 {
			return nil, Errorf(TypeError, "descriptor '__init__' of 'object' object needs an argument")
		}
		return None, checkObjectInit(args.Pos[0].Type(), Args{Pos: args.Pos[1:], Kw: args.Kw})
	})
	b.kind, b.slot = kindObjectInit, true
	return Member{"__init__", b}
}

func initSubclassMember() Member {
	b := NewRawBuiltin("__init_subclass__", func(_ *Thread, args Args) (Value, error) {
		if len(args.Kw) > 0 && len(args.Pos) > 0 {
			return nil, Errorf(TypeError, "%s.__init_subclass__() takes no keyword arguments", args.Pos[0].(*Type).Name)
		}
		return None, nil
	})
	return Member{"__init_subclass__", &ClassMethod{Func: b}}
}

func objectNewMember() Member {
	b := NewRawBuiltin("__new__", func(t *Thread, args Args) (Value, error) {
		if len(args.Pos) == 0 {
			return nil, Errorf(TypeError, "object.__new__(): not enough arguments")
		}
		c, ok := args.Pos[0].(*Type)
		if !ok {
			return nil, Errorf(TypeError, "object.__new__(X): X is not a type object (%s)", args.Pos[0].Type().Name)
		}
		return objectNew(t, c, Args{Pos: args.Pos[1:], Kw: args.Kw})
	})
	b.kind = kindObjectNew
	return Member{"__new__", &StaticMethod{Func: b}}
}

func objectComparisons() []Member {
	var out []Member
	for _, op := range []Operator{OpEq, OpNe, OpLt, OpLe, OpGt, OpGe} {
		out = append(out, special(op.Method()+"(self, value, /)", kindOrdinary, func(t *Thread, a []Value) (Value, error) {
			switch op {
			case OpEq:
				if Identical(a[0], a[1]) {
					return True, nil
				}
			case OpNe:
				r, err := operate(t, OpEq, a[0], a[1], false)
				if err != nil || r == NotImplemented {
					return r, err
				}
				b, err := Truth(t, r)
				return Bool(!b), err
			}
			return NotImplemented, nil
		}))
	}
	return out
}

func objectFormat(t *Thread, a []Value) (Value, error) {
	spec, _ := AsStr(a[1])
	if spec != "" {
		return nil, Errorf(TypeError, "unsupported format string passed to %s.__format__", a[0].Type().Name)
	}
	s, err := ToStr(t, a[0])
	return Str(s), err
}

func objectDict(t *Thread, self Value) (Value, error) {
	if c, ok := self.(*Type); ok {
		return &MappingProxy{Mapping: c.namespace()}, nil
	}
	if d := instanceDict(self, true); d != nil {
		return d, d.complete(t)
	}
	return nil, noAttribute(self, "__dict__")
}

func setObjectDict(_ *Thread, self, value Value) error {
	d, ok := value.(*Dict)
	if !ok {
		if value == nil {
			d = NewDict()
		} else {
			return Errorf(TypeError, "__dict__ must be set to a dictionary, not a '%s'", value.Type().Name)
		}
	}
	o, ok := self.(*Object)
	if !ok || o.Class.noDict {
		return noAttribute(self, "__dict__")
	}
	o.Dict = d
	return nil
}

func setClass(_ *Thread, self, value Value) error {
	c, ok := value.(*Type)
	if value == nil {
		return Errorf(TypeError, "can't delete __class__ attribute")
	}
	if !ok {
		return Errorf(TypeError, "__class__ must be set to a class, not '%s' object", value.Type().Name)
	}
	o, isObject := self.(*Object)
	if !isObject || c.Immutable || o.Class.Immutable {
		return Errorf(TypeError, "__class__ assignment only supported for mutable types or ModuleType subclasses")
	}
	if c.layout != o.Class.layout || c.noDict != o.Class.noDict {
		return Errorf(TypeError, "__class__ assignment: '%s' object layout differs from '%s'", c.Name, o.Class.Name)
	}
	o.Class = c
	return nil
}

// dirObject is object.__dir__: the names of the instance, of its class and
// of the classes above.
func dirObject(t *Thread, v Value) (Value, error) {
	seen := make(map[string]bool)
	add := func(d *Dict) {
		for _, k := range d.Keys() {
			if s, ok := AsStr(k); ok {
				seen[s] = true
			}
		}
	}
	if d := instanceDict(v, false); d != nil {
		if err := d.complete(t); err != nil {
			return nil, err
		}
		add(d)
	}
	if c, ok := v.(*Type); ok {
		for _, k := range c.MRO {
			add(k.namespace())
		}
	} else if _, ok := v.(*Module); !ok {
		for _, k := range v.Type().MRO {
			add(k.namespace())
		}
	}
	names := make([]string, 0, len(seen))
	for s := range seen {
		names = append(names, s)
	}
	sort.Strings(names)
	out := make([]Value, len(names))
	for i, s := range names {
		out[i] = Str(s)
	}
	return NewList(out...), nil
}

// objectState is object.__getstate__.
func objectState(_ *Thread, a []Value) (Value, error) {
	o, ok := a[0].(*Object)
	if !ok {
		return None, nil
	}
	var state Value = None
	if o.Dict != nil && o.Dict.Size() > 0 {
		state = o.Dict
	}
	if len(o.slots) > 0 {
		d := NewDict()
		for _, k := range o.Class.MRO {
			for _, e := range k.namespace().entries {
				if m, ok := e.value.(*MemberDescriptor); ok {
					if v, ok := o.slots[m]; ok {
						d.SetStr(m.Name, v)
					}
				}
			}
		}
		state = NewTuple(state, d)
	}
	return state, nil
}

// objectReduce is object.__reduce_ex__ as far as module copy needs it:
// copyreg.__newobj__ with the class, the state and the items.
func objectReduce(t *Thread, a []Value) (Value, error) {
	state, err := CallMethod(t, a[0], "__getstate__")
	if err != nil {
		return nil, err
	}
	if s, ok := Underlying(a[0]).(*Set); ok {
		return NewTuple(a[0].Type(), NewTuple(NewList(s.Elems()...)), state), nil
	}
	if b, ok := Underlying(a[0]).(*ByteArray); ok {
		return NewTuple(a[0].Type(), NewTuple(Bytes(b.B)), state), nil
	}
	args := []Value{a[0].Type()}
	if m, err := LookupAttr(t, a[0], "__getnewargs__"); err != nil {
		return nil, err
	} else if m != nil {
		extra, err := Call(t, m, Args{})
		if err != nil {
			return nil, err
		}
		elems, _ := AsTuple(extra)
		args = append(args, elems...)
	}
	newObj := NewBuiltin("__newobj__(cls, *args)", func(t *Thread, a []Value) (Value, error) {
		m, err := GetAttr(t, a[0], "__new__")
		if err != nil {
			return nil, err
		}
		rest, _ := AsTuple(a[1])
		return Call(t, m, Args{Pos: append([]Value{a[0]}, rest...)})
	})
	var items, pairs Value = None, None
	switch Underlying(a[0]).(type) {
	case *List:
		if items, err = IterObject(t, a[0]); err != nil {
			return nil, err
		}
	case *Dict:
		view, err := CallMethod(t, a[0], "items")
		if err != nil {
			return nil, err
		}
		if pairs, err = IterObject(t, view); err != nil {
			return nil, err
		}
	}
	return NewTuple(newObj, NewTuple(args...), state, items, pairs), nil
}
