package pyrt

// Call gives fn(*args.Pos, **args.Kw).
func Call(t *Thread, fn Value, args Args) (Value, error) {
	switch f := fn.(type) {
	case *Function:
		return f.Call(t, args)
	case *Builtin:
		if err := t.enter(); err != nil {
			return nil, err
		}
		defer t.leave()
		return f.Call(t, args)
	case *BoundMethod:
		return f.Call(t, args)
	case *Type:
		return callType(t, f, args)
	case Callable:
		if err := t.enter(); err != nil {
			return nil, err
		}
		defer t.leave()
		return f.Call(t, args)
	}
	if m := lookupSpecial(fn, "__call__"); m != nil {
		if err := t.enter(); err != nil {
			return nil, err
		}
		defer t.leave()
		bound, err := bindAttr(t, m, fn, fn.Type())
		if err != nil {
			return nil, err
		}
		return Call(t, bound, args)
	}
	return nil, Errorf(TypeError, "'%s' object is not callable", fn.Type().TypeName())
}

// CallMethod gives v.name(*pos).
func CallMethod(t *Thread, v Value, name string, pos ...Value) (Value, error) {
	fn, err := GetAttr(t, v, name)
	if err != nil {
		return nil, err
	}
	return Call(t, fn, Args{Pos: pos})
}

// IsCallable gives callable(v).
func IsCallable(v Value) bool {
	switch v.(type) {
	case *Function, *Builtin, *BoundMethod, *Type, Callable:
		return true
	}
	return lookupSpecial(v, "__call__") != nil
}

// callType calls a class: its metaclass's __call__ if that is not type's.
func callType(t *Thread, c *Type, args Args) (Value, error) {
	if c.Meta != nil && c.Meta != TypeType {
		if m := c.Meta.Lookup("__call__"); m != nil {
			if b, ok := m.(*Builtin); !ok || b.Owner != TypeType {
				bound, err := bindAttr(t, m, c, c.Meta)
				if err != nil {
					return nil, err
				}
				return Call(t, bound, args)
			}
		}
	}
	return Instantiate(t, c, args)
}

// Instantiate is type.__call__: __new__, then __init__ when the result is an
// instance of c.
func Instantiate(t *Thread, c *Type, args Args) (Value, error) {
	if c == TypeType && len(args.Pos) == 1 && len(args.Kw) == 0 {
		return args.Pos[0].Type(), nil
	}
	if err := t.enter(); err != nil {
		return nil, err
	}
	defer t.leave()
	h := c.attrHooks()
	v, err := newInstance(t, c, h.maker, args)
	if err != nil {
		return nil, err
	}
	init := h.initializer
	if cls := v.Type(); cls != c {
		if !cls.IsSubclass(c) {
			return v, nil
		}
		init = cls.Lookup("__init__")
	} else if h.nothing {
		return v, nil
	}
	switch f := init.(type) {
	case nil:
		return v, nil
	case *Builtin:
		if f.kind == kindObjectInit {
			return v, checkObjectInit(c, args)
		}
	}
	r, err := callInit(t, init, v, args)
	if err != nil {
		return nil, err
	}
	if r != None {
		return nil, Errorf(TypeError, "__init__() should return None, not '%s'", r.Type().TypeName())
	}
	return v, nil
}

func callInit(t *Thread, init, v Value, args Args) (Value, error) {
	switch f := init.(type) {
	case *Function:
		pos := make([]Value, 0, len(args.Pos)+1)
		return f.Call(t, Args{Pos: append(append(pos, v), args.Pos...), Kw: args.Kw})
	case *Builtin:
		if f.Owner != nil {
			pos := make([]Value, 0, len(args.Pos)+1)
			return f.Call(t, Args{Pos: append(append(pos, v), args.Pos...), Kw: args.Kw})
		}
	}
	bound, err := bindAttr(t, init, v, v.Type())
	if err != nil {
		return nil, err
	}
	return Call(t, bound, args)
}

// newInstance runs m, which is __new__.
func newInstance(t *Thread, c *Type, m Value, args Args) (Value, error) {
	switch f := m.(type) {
	case nil:
		return objectNew(t, c, args)
	case *Builtin:
		switch f.kind {
		case kindObjectNew:
			return objectNew(t, c, args)
		case kindGoNew:
			if err := checkAbstract(t, c); err != nil {
				return nil, err
			}
			return f.static.New(t, c, args)
		}
	}
	pos := make([]Value, 0, len(args.Pos)+1)
	return Call(t, m, Args{Pos: append(append(pos, Value(c)), args.Pos...), Kw: args.Kw})
}

// objectNew is object.__new__.
func objectNew(t *Thread, c *Type, args Args) (Value, error) {
	if len(args.Pos)+len(args.Kw) > 0 {
		if !isKind(c.Lookup("__new__"), kindObjectNew) {
			return nil, Errorf(TypeError, "object.__new__() takes exactly one argument (the type to instantiate)")
		}
		if isKind(c.Lookup("__init__"), kindObjectInit) {
			return nil, Errorf(TypeError, "%s() takes no arguments", c.Name)
		}
	}
	if err := checkAbstract(t, c); err != nil {
		return nil, err
	}
	if c.layout != nil {
		if k := goNewOf(c); k != nil {
			return nil, Errorf(TypeError, "object.__new__(%s) is not safe, use %s.__new__()", c.Name, k.Name)
		}
	}
	if err := t.alloc(96); err != nil {
		return nil, err
	}
	return &Object{Class: c}, nil
}

// checkObjectInit is object.__init__'s refusal of arguments.
func checkObjectInit(c *Type, args Args) error {
	if len(args.Pos)+len(args.Kw) == 0 {
		return nil
	}
	if !isKind(c.Lookup("__init__"), kindObjectInit) {
		return Errorf(TypeError, "object.__init__() takes exactly one argument (the instance to initialize)")
	}
	if isKind(c.Lookup("__new__"), kindObjectNew) {
		return Errorf(TypeError, "%s.__init__() takes exactly one argument (the instance to initialize)", c.Name)
	}
	return nil
}

func isKind(m Value, kind builtinKind) bool {
	if s, ok := m.(*StaticMethod); ok {
		m = s.Func
	}
	b, ok := m.(*Builtin)
	return ok && b.kind == kind
}

// goNewOf gives the nearest class of the MRO with a Go constructor.
func goNewOf(c *Type) *Type {
	for _, k := range c.MRO {
		if k.New != nil {
			return k
		}
	}
	return nil
}

// goNew makes the __new__ that Python code sees of a class implemented in Go.
func goNew(c *Type) Value {
	b := NewRawBuiltin("__new__", func(t *Thread, args Args) (Value, error) {
		if len(args.Pos) == 0 {
			return nil, Errorf(TypeError, "%s.__new__(): not enough arguments", c.Name)
		}
		k, ok := args.Pos[0].(*Type)
		if !ok {
			return nil, Errorf(TypeError, "%s.__new__(X): X is not a type object (%s)", c.Name, args.Pos[0].Type().TypeName())
		}
		if !k.IsSubclass(c) {
			return nil, Errorf(TypeError, "%s.__new__(%s): %s is not a subtype of %s", c.Name, k.Name, k.Name, c.Name)
		}
		if err := checkAbstract(t, k); err != nil {
			return nil, err
		}
		return c.New(t, k, Args{Pos: args.Pos[1:], Kw: args.Kw})
	})
	b.kind, b.static = kindGoNew, c
	return &StaticMethod{Func: b}
}
