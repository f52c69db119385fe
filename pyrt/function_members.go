package pyrt

import "fmt"

// builtinFunctionMembers are the attributes of functions written in Go.
func builtinFunctionMembers() []Member {
	get := func(name string, f func(*Builtin) Value) Member {
		return Getter(name, func(_ *Thread, self Value) (Value, error) {
			switch x := self.(type) {
			case *Builtin:
				return f(x), nil
			case *BoundMethod:
				if b, ok := x.Func.(*Builtin); ok {
					return f(b), nil
				}
			}
			return None, nil
		})
	}
	return append([]Member{
		get("__name__", func(b *Builtin) Value { return Str(b.Name) }),
		get("__qualname__", func(b *Builtin) Value {
			if o := b.owner(); o != nil {
				return Str(o.QualName + "." + b.Name)
			}
			return Str(b.Name)
		}),
		get("__module__", func(b *Builtin) Value {
			if b.Module == "" {
				return None
			}
			return Str(b.Module)
		}),
		get("__doc__", func(b *Builtin) Value {
			if b.Doc == "" {
				if b.signature != "" {
					return Str(b.signature)
				}
				return Str(b.Name + "(...)")
			}
			return Str(b.Doc)
		}),
		Getter("__self__", func(_ *Thread, self Value) (Value, error) {
			if m, ok := self.(*BoundMethod); ok {
				return m.Self, nil
			}
			return None, nil
		}),
		get("__objclass__", func(b *Builtin) Value {
			if b.Owner == nil {
				return None
			}
			return b.Owner
		}),
		get("__text_signature__", func(*Builtin) Value { return None }),
	}, builtinFunctionMethods()...)
}

func builtinFunctionMethods() []Member {
	return []Member{
		Method("__get__(self, instance, owner=None, /)", func(t *Thread, a []Value) (Value, error) {
			b, ok := a[0].(*Builtin)
			if !ok || a[1] == None || b.Owner == nil {
				return a[0], nil
			}
			return &BoundMethod{Self: a[1], Func: b}, nil
		}),
		RawMethod("__call__", func(t *Thread, args Args) (Value, error) {
			return Call(t, args.Pos[0], Args{Pos: args.Pos[1:], Kw: args.Kw})
		}),
		Method("__repr__(self, /)", func(t *Thread, a []Value) (Value, error) { return Str(builtinRepr(t, a[0])), nil }),
	}
}

func builtinRepr(t *Thread, v Value) string {
	if m, ok := v.(*BoundMethod); ok && m.Type() == MethodWrapperType {
		return fmt.Sprintf("<method-wrapper '%s' of %s object at 0x%x>", m.Func.(*Builtin).Name, m.Self.Type().Name, ID(t, m.Self))
	} else if ok {
		return fmt.Sprintf("<built-in method %s of %s object at 0x%x>", m.Func.(*Builtin).Name, m.Self.Type().Name, ID(t, m.Self))
	}
	b := v.(*Builtin)
	switch {
	case b.Owner != nil && b.slot:
		return fmt.Sprintf("<slot wrapper '%s' of '%s' objects>", b.Name, b.Owner.Name)
	case b.Owner != nil:
		return fmt.Sprintf("<method '%s' of '%s' objects>", b.Name, b.Owner.Name)
	}
	return "<built-in function " + b.Name + ">"
}

// Operate compares bound methods: same function, same object.
func (m *BoundMethod) Operate(_ *Thread, op Operator, other Value, _ bool) (Value, error) {
	o, ok := other.(*BoundMethod)
	if !ok || op != OpEq && op != OpNe {
		return NotImplemented, nil
	}
	same := Identical(m.Self, o.Self) && Identical(m.Func, o.Func)
	return Bool(same == (op == OpEq)), nil
}

// Hash fits Operate.
func (m *BoundMethod) Hash(*Thread) (int64, error) {
	return hashPointer(m.Func) ^ hashPointer(m.Self)<<1, nil
}

// Attr forwards to the function what the method does not have.
func (m *BoundMethod) Attr(t *Thread, name string) (Value, error) {
	switch name {
	case "__self__":
		return m.Self, nil
	case "__func__":
		if _, ok := m.Func.(*Builtin); ok {
			return nil, nil
		}
		return m.Func, nil
	case "__class__", "__call__", "__get__", "__repr__", "__eq__", "__hash__", "__ne__", "__dir__":
		return nil, nil
	}
	if _, ok := m.Func.(*Builtin); ok {
		return nil, nil
	}
	return LookupAttr(t, m.Func, name)
}

func methodNew(_ *Thread, _ *Type, args Args) (Value, error) {
	if len(args.Pos) != 2 {
		return nil, Errorf(TypeError, "method expected 2 arguments, got %d", len(args.Pos))
	}
	if !IsCallable(args.Pos[0]) {
		return nil, Errorf(TypeError, "first argument must be callable")
	}
	if args.Pos[1] == None {
		return nil, Errorf(TypeError, "instance must not be None")
	}
	return &BoundMethod{Func: args.Pos[0], Self: args.Pos[1]}, nil
}

func methodMembers() []Member {
	return []Member{
		Method("__repr__(self, /)", func(t *Thread, a []Value) (Value, error) {
			m := a[0].(*BoundMethod)
			name := "?"
			if q, err := LookupAttr(t, m.Func, "__qualname__"); err != nil {
				return nil, err
			} else if q == nil {
				if n, err := LookupAttr(t, m.Func, "__name__"); err == nil && n != nil {
					name, _ = AsStr(n)
				}
			} else {
				name, _ = AsStr(q)
			}
			s, err := Repr(t, m.Self)
			return Str("<bound method " + name + " of " + s + ">"), err
		}),
		Method("__get__(self, instance, owner=None, /)", func(_ *Thread, a []Value) (Value, error) { return a[0], nil }),
		RawMethod("__call__", func(t *Thread, args Args) (Value, error) {
			return Call(t, args.Pos[0], Args{Pos: args.Pos[1:], Kw: args.Kw})
		}),
	}
}

func (m *StaticMethod) dict(create bool) *Dict {
	if m.attrs == nil && create {
		m.attrs = NewDict()
	}
	return m.attrs
}

func (m *ClassMethod) dict(create bool) *Dict {
	if m.attrs == nil && create {
		m.attrs = NewDict()
	}
	return m.attrs
}

// Call lets a static method be called as it is.
func (m *StaticMethod) Call(t *Thread, args Args) (Value, error) { return Call(t, m.Func, args) }

// copyWrapped copies the attributes of the function, as wrappers do since 3.10.
func wrappedAttr(t *Thread, fn Value, name string) (Value, error) {
	switch name {
	case "__name__", "__qualname__", "__doc__", "__module__", "__isabstractmethod__", "__annotations__", "__annotate__":
		return LookupAttr(t, fn, name)
	case "__wrapped__", "__func__":
		return fn, nil
	}
	return nil, nil
}

// Attr gives the function's own name and documentation.
func (m *StaticMethod) Attr(t *Thread, name string) (Value, error) {
	return wrappedAttr(t, m.Func, name)
}

// Attr gives the function's own name and documentation.
func (m *ClassMethod) Attr(t *Thread, name string) (Value, error) {
	return wrappedAttr(t, m.Func, name)
}

func staticMethodNew(_ *Thread, _ *Type, args Args) (Value, error) {
	if len(args.Pos) != 1 {
		return nil, Errorf(TypeError, "staticmethod expected 1 argument, got %d", len(args.Pos))
	}
	return &StaticMethod{Func: args.Pos[0]}, nil
}

func classMethodNew(_ *Thread, _ *Type, args Args) (Value, error) {
	if len(args.Pos) != 1 {
		return nil, Errorf(TypeError, "classmethod expected 1 argument, got %d", len(args.Pos))
	}
	return &ClassMethod{Func: args.Pos[0]}, nil
}

func wrapperMembers(name string, get BuiltinFunc) []Member {
	return []Member{
		RawMethod("__init__", func(*Thread, Args) (Value, error) { return None, nil }),
		Method("__get__(self, instance, owner=None, /)", get),
		Method("__repr__(self, /)", func(t *Thread, a []Value) (Value, error) {
			f, err := GetAttr(t, a[0], "__func__")
			if err != nil {
				return nil, err
			}
			s, err := Repr(t, f)
			return Str("<" + name + "(" + s + ")>"), err
		}),
		ClassGetItem(),
	}
}

func staticMethodMembers() []Member {
	return wrapperMembers("staticmethod", func(_ *Thread, a []Value) (Value, error) { return a[0].(*StaticMethod).Func, nil })
}

func classMethodMembers() []Member {
	return wrapperMembers("classmethod", func(t *Thread, a []Value) (Value, error) {
		c, ok := a[2].(*Type)
		if !ok {
			c = a[1].Type()
		}
		return bindClassMethod(t, a[0].(*ClassMethod), c)
	})
}

func getSetMembers() []Member {
	return []Member{
		Getter("__name__", func(_ *Thread, self Value) (Value, error) { return Str(self.(*GoProperty).Name), nil }),
		Method("__get__(self, instance, owner=None, /)", func(t *Thread, a []Value) (Value, error) {
			if a[1] == None {
				return a[0], nil
			}
			return a[0].(*GoProperty).Get(t, a[1])
		}),
		Method("__set__(self, instance, value, /)", func(t *Thread, a []Value) (Value, error) {
			_, err := assignDescriptor(t, a[0], a[1], a[2])
			return None, err
		}),
		Method("__delete__(self, instance, /)", func(t *Thread, a []Value) (Value, error) {
			_, err := assignDescriptor(t, a[0], a[1], nil)
			return None, err
		}),
		Method("__repr__(self, /)", func(_ *Thread, a []Value) (Value, error) {
			p := a[0].(*GoProperty)
			owner := "?"
			if p.owner != nil {
				owner = p.owner.Name
			}
			return Str("<attribute '" + p.Name + "' of '" + owner + "' objects>"), nil
		}),
	}
}

func memberDescriptorMembers() []Member {
	return []Member{
		Getter("__name__", func(_ *Thread, self Value) (Value, error) { return Str(self.(*MemberDescriptor).Name), nil }),
		Getter("__objclass__", func(_ *Thread, self Value) (Value, error) { return self.(*MemberDescriptor).Class, nil }),
		Method("__get__(self, instance, owner=None, /)", func(t *Thread, a []Value) (Value, error) {
			if a[1] == None {
				return a[0], nil
			}
			return a[0].(*MemberDescriptor).DescrGet(t, a[1], nil)
		}),
		Method("__set__(self, instance, value, /)", func(t *Thread, a []Value) (Value, error) {
			return None, a[0].(*MemberDescriptor).DescrSet(t, a[1], a[2])
		}),
		Method("__delete__(self, instance, /)", func(t *Thread, a []Value) (Value, error) {
			return None, a[0].(*MemberDescriptor).DescrSet(t, a[1], nil)
		}),
		Method("__repr__(self, /)", func(_ *Thread, a []Value) (Value, error) {
			d := a[0].(*MemberDescriptor)
			return Str("<member '" + d.Name + "' of '" + d.Class.Name + "' objects>"), nil
		}),
	}
}
