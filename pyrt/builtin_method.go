package pyrt

import "strings"

// Methods of built-in types are written against their Go representation; the
// adapters below unwrap self, check the argument count and raise CPython's
// TypeErrors for it. CPython has three families of texts here, after its
// three calling conventions (METH_NOARGS, METH_O, PyArg_UnpackTuple).

// receiver unwraps self for a method of class c.
func receiver[T Value](c *Type, name string, args Args) (T, []Value, error) {
	var zero T
	if len(args.Pos) == 0 {
		return zero, nil, Errorf(TypeError, "unbound method %s.%s() needs an argument", c.Name, name)
	}
	self, ok := Underlying(args.Pos[0]).(T)
	if !ok || !args.Pos[0].Type().IsSubclass(c) {
		return zero, nil, Errorf(TypeError, "descriptor '%s' for '%s' objects doesn't apply to a '%s' object", name, c.Name, typeName(args.Pos[0]))
	}
	return self, args.Pos[1:], nil
}

// noKeywords refuses keyword arguments.
func noKeywords(name string, args Args) error {
	if len(args.Kw) > 0 {
		return Errorf(TypeError, "%s() takes no keyword arguments", name)
	}
	return nil
}

// noArgs declares a method without arguments.
func noArgs[T Value](c *Type, name string, f func(t *Thread, self T) (Value, error)) Member {
	m := RawMethod(name, func(t *Thread, args Args) (Value, error) {
		self, rest, err := receiver[T](c, name, args)
		if err != nil {
			return nil, err
		}
		if err := noKeywords(c.Name+"."+name, args); err != nil {
			return nil, err
		}
		if len(rest) != 0 {
			return nil, Errorf(TypeError, "%s.%s() takes no arguments (%d given)", c.Name, name, len(rest))
		}
		return f(t, self)
	})
	b := m.Value.(*Builtin)
	b.one = func(t *Thread, a Value) (Value, error) {
		if self, ok := a.(T); ok && a.Type() == c {
			return f(t, self)
		}
		return b.raw(t, Positional(a))
	}
	return m
}

// oneArg declares a method with exactly one positional argument.
func oneArg[T Value](c *Type, name string, f func(t *Thread, self T, a Value) (Value, error)) Member {
	m := RawMethod(name, func(t *Thread, args Args) (Value, error) {
		self, rest, err := receiver[T](c, name, args)
		if err != nil {
			return nil, err
		}
		if err := noKeywords(c.Name+"."+name, args); err != nil {
			return nil, err
		}
		if len(rest) != 1 {
			return nil, Errorf(TypeError, "%s.%s() takes exactly one argument (%d given)", c.Name, name, len(rest))
		}
		return f(t, self, rest[0])
	})
	b := m.Value.(*Builtin)
	b.two = func(t *Thread, a, x Value) (Value, error) {
		if self, ok := a.(T); ok && a.Type() == c {
			return f(t, self, x)
		}
		return b.raw(t, Positional(a, x))
	}
	return m
}

// manyArgs declares a method with lo to hi positional arguments (hi < 0: any
// number).
func manyArgs[T Value](c *Type, name string, lo, hi int, f func(t *Thread, self T, a []Value) (Value, error)) Member {
	m := RawMethod(name, func(t *Thread, args Args) (Value, error) {
		self, rest, err := receiver[T](c, name, args)
		if err != nil {
			return nil, err
		}
		if err := noKeywords(c.Name+"."+name, args); err != nil {
			return nil, err
		}
		if err := checkCount(name, len(rest), lo, hi); err != nil {
			return nil, err
		}
		return f(t, self, rest)
	})
	b := m.Value.(*Builtin)
	b.one = func(t *Thread, a Value) (Value, error) {
		if self, ok := a.(T); ok && lo == 0 && a.Type() == c {
			return f(t, self, nil)
		}
		return b.raw(t, Positional(a))
	}
	b.two = func(t *Thread, a, x Value) (Value, error) {
		if self, ok := a.(T); ok && lo <= 1 && (hi < 0 || hi >= 1) && a.Type() == c {
			return f(t, self, []Value{x})
		}
		return b.raw(t, Positional(a, x))
	}
	return m
}

// keywordArgs declares a method bound by a signature (with self first).
func keywordArgs[T Value](c *Type, signature string, f func(t *Thread, self T, a []Value) (Value, error)) Member {
	name := signature[:strings.IndexByte(signature, '(')]
	return Method(signature, func(t *Thread, a []Value) (Value, error) {
		self, ok := Underlying(a[0]).(T)
		if !ok || !a[0].Type().IsSubclass(c) {
			return nil, Errorf(TypeError, "descriptor '%s' for '%s' objects doesn't apply to a '%s' object", name, c.Name, typeName(a[0]))
		}
		return f(t, self, a[1:])
	})
}

// checkCount words the count errors of PyArg_UnpackTuple.
func checkCount(name string, n, lo, hi int) error {
	switch {
	case n >= lo && (hi < 0 || n <= hi):
		return nil
	case lo == hi:
		return Errorf(TypeError, "%s expected %d argument%s, got %d", name, lo, plural(lo), n)
	case n < lo:
		return Errorf(TypeError, "%s expected at least %d argument%s, got %d", name, lo, plural(lo), n)
	}
	return Errorf(TypeError, "%s expected at most %d argument%s, got %d", name, hi, plural(hi), n)
}

func plural(n int) string {
	if n == 1 {
		return ""
	}
	return "s"
}

func typeName(v Value) string { return v.Type().Name }

// argument returns the i-th argument or nil.
func argument(a []Value, i int) Value {
	if i < len(a) {
		return a[i]
	}
	return nil
}

// subclassed wraps v for class cls when cls is not v's own class.
func subclassed(cls *Type, v Value) Value {
	if cls == v.Type() {
		return v
	}
	return NewObject(cls, v)
}

// classGetItem declares __class_getitem__ of a generic class.
func classGetItem() Member {
	return ClassFunc("__class_getitem__(cls, key, /)", func(_ *Thread, a []Value) (Value, error) {
		return newGenericAlias(a[0], a[1]), nil
	})
}
