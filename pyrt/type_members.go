package pyrt

import "strings"

// typeMembers are the attributes of type.
func typeMembers() []Member {
	return append([]Member{
		special("__getattribute__(self, name, /)", kindGenericAttr, func(t *Thread, a []Value) (Value, error) {
			return withName(a[1], func(name string) (Value, error) { return GenericGetAttr(t, a[0], name) })
		}),
		special("__setattr__(self, name, value, /)", kindGenericAttr, func(t *Thread, a []Value) (Value, error) {
			return withName(a[1], func(name string) (Value, error) {
				c, ok := a[0].(*Type)
				if !ok {
					return nil, Errorf(TypeError, "descriptor '__setattr__' requires a 'type' object but received a '%s'", a[0].Type().Name)
				}
				return None, typeSetAttr(t, c, name, a[2])
			})
		}),
		special("__delattr__(self, name, /)", kindGenericAttr, func(t *Thread, a []Value) (Value, error) {
			return withName(a[1], func(name string) (Value, error) { return None, typeSetAttr(t, a[0].(*Type), name, nil) })
		}),
		RawMethod("__call__", func(t *Thread, args Args) (Value, error) {
			if len(args.Pos) == 0 {
				return nil, Errorf(TypeError, "descriptor '__call__' of 'type' object needs an argument")
			}
			c, ok := args.Pos[0].(*Type)
			if !ok {
				return nil, Errorf(TypeError, "descriptor '__call__' requires a 'type' object but received a '%s'", args.Pos[0].Type().Name)
			}
			return Instantiate(t, c, Args{Pos: args.Pos[1:], Kw: args.Kw})
		}),
		special("__repr__(self, /)", kindOrdinary, func(_ *Thread, a []Value) (Value, error) { return Str(typeRepr(a[0].(*Type))), nil }),
		RawMethod("__init__", func(*Thread, Args) (Value, error) { return None, nil }),
		special("__or__(self, value, /)", kindOrdinary, func(t *Thread, a []Value) (Value, error) { return makeUnion(t, a[0], a[1]) }),
		special("__ror__(self, value, /)", kindOrdinary, func(t *Thread, a []Value) (Value, error) { return makeUnion(t, a[1], a[0]) }),
		Method("mro(self, /)", func(_ *Thread, a []Value) (Value, error) {
			c := a[0].(*Type)
			mro, ok := linearize(c)
			if !ok {
				return nil, mroConflict(c.Bases)
			}
			return NewList(typeValues(mro)...), nil
		}),
		Method("__subclasses__(self, /)", func(_ *Thread, a []Value) (Value, error) {
			return NewList(typeValues(a[0].(*Type).subs)...), nil
		}),
		Method("__instancecheck__(self, instance, /)", func(t *Thread, a []Value) (Value, error) {
			ok, err := plainInstance(t, a[1], a[0])
			return Bool(ok), err
		}),
		Method("__subclasscheck__(self, subclass, /)", func(t *Thread, a []Value) (Value, error) {
			ok, err := plainSubclass(t, a[1], a[0])
			return Bool(ok), err
		}),
		ClassFunc("__prepare__(metacls, *args, **kwargs)", func(*Thread, []Value) (Value, error) { return NewDict(), nil }),
		Method("__dir__(self, /)", func(t *Thread, a []Value) (Value, error) { return dirObject(t, a[0]) }),
	}, typeGetters()...)
}

func typeGetters() []Member {
	get := func(name string, f func(*Type) Value) Member {
		return Getter(name, func(_ *Thread, self Value) (Value, error) { return f(self.(*Type)), nil })
	}
	return append([]Member{
		Accessor("__name__", func(_ *Thread, self Value) (Value, error) { return Str(self.(*Type).Name), nil }, func(_ *Thread, self, v Value) error {
			s, err := typeNameArg(self, v, "__name__")
			if err == nil {
				self.(*Type).Name = s
			}
			return err
		}),
		Accessor("__qualname__", func(_ *Thread, self Value) (Value, error) { return Str(self.(*Type).QualName), nil }, func(_ *Thread, self, v Value) error {
			s, err := typeNameArg(self, v, "__qualname__")
			if err == nil {
				self.(*Type).QualName = s
			}
			return err
		}),
		Accessor("__module__", func(_ *Thread, self Value) (Value, error) {
			c := self.(*Type)
			if v, ok := c.namespace().GetStr("__module__"); ok {
				return v, nil
			}
			if c.Module == "" {
				return Str("builtins"), nil
			}
			return Str(c.Module), nil
		}, setTypeEntry("__module__")),
		Accessor("__doc__", func(t *Thread, self Value) (Value, error) {
			if v, ok := self.(*Type).namespace().GetStr("__doc__"); ok {
				return bindClassAttr(t, v, self.(*Type))
			}
			return None, nil
		}, setTypeEntry("__doc__")),
	}, typeStructure(get)...)
}

// typeStructure are the getters of bases, layout and annotations.
func typeStructure(get func(string, func(*Type) Value) Member) []Member {
	return []Member{
		get("__bases__", func(c *Type) Value { return NewTuple(typeValues(c.Bases)...) }),
		get("__base__", func(c *Type) Value {
			if len(c.Bases) == 0 {
				return None
			}
			return bestBase(c.Bases)
		}),
		get("__mro__", func(c *Type) Value { return NewTuple(typeValues(c.MRO)...) }),
		get("__dict__", func(c *Type) Value { return &MappingProxy{Mapping: c.namespace()} }),
		get("__basicsize__", func(*Type) Value { return Int(16) }),
		get("__flags__", func(*Type) Value { return Int(0) }),
		Accessor("__abstractmethods__", func(_ *Thread, self Value) (Value, error) {
			if v, ok := self.(*Type).namespace().GetStr("__abstractmethods__"); ok {
				return v, nil
			}
			return nil, noAttribute(self, "__abstractmethods__")
		}, setTypeEntry("__abstractmethods__")),
		Accessor("__annotations__", typeAnnotations, setTypeAnnotations),
		Accessor("__annotate__", typeAnnotate, setTypeEntry("__annotate__")),
		Accessor("__type_params__", func(_ *Thread, self Value) (Value, error) {
			if v, ok := self.(*Type).namespace().GetStr("__type_params__"); ok {
				return v, nil
			}
			return NewTuple(), nil
		}, setTypeEntry("__type_params__")),
	}
}

func setTypeEntry(name string) func(*Thread, Value, Value) error {
	return func(_ *Thread, self, v Value) error {
		c := self.(*Type)
		if v == nil {
			c.namespace().DeleteStr(name)
			c.changed()
			return nil
		}
		c.Set(name, v)
		return nil
	}
}

func typeNameArg(self, v Value, name string) (string, error) {
	if v == nil {
		return "", Errorf(TypeError, "cannot delete '%s' attribute of immutable type '%s'", name, self.(*Type).Name)
	}
	s, ok := AsStr(v)
	if !ok {
		return "", Errorf(TypeError, "can only assign string to %s.%s, not '%s'", self.(*Type).Name, name, v.Type().Name)
	}
	return s, nil
}

func typeValues(cs []*Type) []Value {
	out := make([]Value, len(cs))
	for i, c := range cs {
		out[i] = c
	}
	return out
}

func typeRepr(c *Type) string {
	if mod := c.moduleName(); mod != "builtins" && mod != "" {
		return "<class '" + mod + "." + c.QualName + "'>"
	}
	return "<class '" + c.QualName + "'>"
}

// typeNew is type.__new__(metaclass, name, bases, namespace).
func typeNew(t *Thread, meta *Type, args Args) (Value, error) {
	if len(args.Pos) != 3 {
		if meta == TypeType && len(args.Pos) == 1 {
			return args.Pos[0].Type(), nil
		}
		if meta == TypeType {
			return nil, Errorf(TypeError, "type() takes 1 or 3 arguments")
		}
		return nil, Errorf(TypeError, "type.__new__() takes exactly 3 arguments (%d given)", len(args.Pos))
	}
	name, ok := AsStr(args.Pos[0])
	if !ok {
		return nil, Errorf(TypeError, "type.__new__() argument 1 must be str, not %s", args.Pos[0].Type().Name)
	}
	if strings.IndexByte(name, 0) >= 0 {
		return nil, Errorf(ValueError, "type name must not contain null characters")
	}
	bases, ok := AsTuple(args.Pos[1])
	if !ok {
		return nil, Errorf(TypeError, "type.__new__() argument 2 must be tuple, not %s", args.Pos[1].Type().Name)
	}
	for _, b := range bases {
		if _, isType := b.(*Type); !isType && lookupSpecial(b, "__mro_entries__") != nil {
			return nil, Errorf(TypeError, "type() doesn't support MRO entry resolution; use types.new_class()")
		}
	}
	ns, ok := AsDict(args.Pos[2])
	if !ok {
		return nil, Errorf(TypeError, "type.__new__() argument 3 must be dict, not %s", args.Pos[2].Type().Name)
	}
	return makeClass(t, classParts{meta: meta, name: name, bases: bases, namespace: ns.Copy(), kw: args.Kw})
}
