package pyrt

import (
	"fmt"
	"math"
)

// Identical gives a is b. Numbers, strings and other values that Go keeps by
// value are identical when they are equal, as CPython's small integers and
// interned strings are.
func Identical(a, b Value) bool {
	switch x := a.(type) {
	case Float:
		y, ok := b.(Float)
		return ok && math.Float64bits(float64(x)) == math.Float64bits(float64(y))
	case *Tuple:
		y, ok := b.(*Tuple)
		return ok && (x == y || len(x.Elems) == 0 && len(y.Elems) == 0)
	}
	return a == b
}

// lookupSpecial finds a special method on the class of v; nil when the class
// has none or sets it to None.
func lookupSpecial(v Value, name string) Value {
	m := v.Type().Lookup(name)
	if m == None && !calledAnyway(name) {
		return nil
	}
	return m
}

// calledAnyway tells special methods that CPython calls even where the class
// sets them to None, which then is not callable.
func calledAnyway(name string) bool {
	switch name {
	case "__len__", "__repr__", "__str__", "__call__", "__neg__", "__pos__", "__invert__", "__getitem__", "__setitem__", "__delitem__",
		"__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__", "__next__", "__dir__", "__instancecheck__", "__subclasscheck__":
		return true
	}
	return false
}

// callSpecial calls a special method found on the class of self.
func callSpecial(t *Thread, m, self Value, args ...Value) (Value, error) {
	switch f := m.(type) {
	case *Function:
		if len(args) == 0 {
			return f.call1(t, self)
		}
		return f.Call(t, Args{Pos: append([]Value{self}, args...)})
	case *Builtin:
		if f.Owner != nil {
			return f.Call(t, Args{Pos: append([]Value{self}, args...)})
		}
	}
	bound, err := bindAttr(t, m, self, self.Type())
	if err != nil {
		return nil, err
	}
	return Call(t, bound, Args{Pos: args})
}

// Truth gives bool(v).
func Truth(t *Thread, v Value) (bool, error) {
	switch x := v.(type) {
	case Bool:
		return bool(x), nil
	case NoneKind:
		return false, nil
	case Int:
		return x != 0, nil
	case Str:
		return x != "", nil
	case *List:
		return len(x.Elems) != 0, nil
	case *Tuple:
		return len(x.Elems) != 0, nil
	case *Dict:
		return x.live != 0, nil
	case *Set:
		return x.d.live != 0, nil
	case *BigInt:
		return true, nil
	case Float:
		return x != 0, nil
	case Complex:
		return x != 0, nil
	case Bytes:
		return x != "", nil
	case Truther:
		return x.Truth(t)
	case Sized:
		n, err := x.Len(t)
		return n != 0, err
	}
	return objectTruth(t, v)
}

func objectTruth(t *Thread, v Value) (bool, error) {
	m := lookupSpecial(v, "__bool__")
	if m == nil && v.Type().Lookup("__bool__") == None {
		return false, Errorf(TypeError, "'%s' cannot be interpreted as a boolean", v.Type().TypeName())
	}
	if m != nil {
		r, err := callSpecial(t, m, v)
		if err != nil {
			return false, err
		}
		b, ok := r.(Bool)
		if !ok {
			return false, Errorf(TypeError, "__bool__ should return bool, returned %s", r.Type().TypeName())
		}
		return bool(b), nil
	}
	if m := lookupSpecial(v, "__len__"); m != nil {
		n, err := lengthBy(t, m, v)
		return n != 0, err
	}
	if u := Underlying(v); u != v {
		return Truth(t, u)
	}
	return true, nil
}

// Length gives len(v).
func Length(t *Thread, v Value) (int, error) {
	if x, ok := v.(Sized); ok {
		return x.Len(t)
	}
	if m := lookupSpecial(v, "__len__"); m != nil {
		return lengthBy(t, m, v)
	}
	return 0, Errorf(TypeError, "object of type '%s' has no len()", v.Type().TypeName())
}

func lengthBy(t *Thread, m, v Value) (int, error) {
	r, err := callSpecial(t, m, v)
	if err != nil {
		return 0, err
	}
	if _, big := Underlying(r).(*BigInt); big {
		return 0, Errorf(OverflowError, "cannot fit 'int' into an index-sized integer")
	}
	n, ok := AsInt(r)
	if !ok {
		n, ok, err = indexOf(t, r)
		if err != nil {
			return 0, err
		}
	}
	if !ok {
		return 0, Errorf(TypeError, "'%s' object cannot be interpreted as an integer", r.Type().TypeName())
	}
	if n < 0 {
		return 0, Errorf(ValueError, "__len__() should return >= 0")
	}
	return int(n), nil
}

// indexOf calls __index__; false when v has none or it does not fit.
func indexOf(t *Thread, v Value) (int64, bool, error) {
	if n, ok := AsInt(v); ok {
		return n, true, nil
	}
	m := lookupSpecial(v, "__index__")
	if m == nil {
		return 0, false, nil
	}
	r, err := callSpecial(t, m, v)
	if err != nil {
		return 0, false, err
	}
	n, ok := AsInt(r)
	if !ok {
		if _, big := AsBigInt(r); !big {
			return 0, false, Errorf(TypeError, "__index__ returned non-int (type %s)", r.Type().TypeName())
		}
	}
	return n, ok, nil
}

// Repr gives repr(v).
func Repr(t *Thread, v Value) (string, error) {
	if err := t.enter(); err != nil {
		return "", err
	}
	defer t.leave()
	if d, ok := v.(Described); ok {
		return d.Repr(t)
	}
	m := lookupSpecial(v, "__repr__")
	if m == nil {
		return defaultRepr(t, v), nil
	}
	if b, ok := m.(*Builtin); ok && b.kind == kindObjectRepr {
		return defaultRepr(t, v), nil
	}
	return textBy(t, m, v, "__repr__")
}

func textBy(t *Thread, m, v Value, name string) (string, error) {
	r, err := callSpecial(t, m, v)
	if err != nil {
		return "", err
	}
	s, ok := AsStr(r)
	if !ok {
		return "", Errorf(TypeError, "%s returned non-string (type %s)", name, r.Type().TypeName())
	}
	return s, nil
}

// ToStr gives str(v).
func ToStr(t *Thread, v Value) (string, error) {
	switch x := v.(type) {
	case Str:
		return string(x), nil
	case Displayed:
		return x.Str(t)
	case Described:
		return Repr(t, v)
	}
	if err := t.enter(); err != nil {
		return "", err
	}
	defer t.leave()
	m := lookupSpecial(v, "__str__")
	if m == nil {
		return Repr(t, v)
	}
	if b, ok := m.(*Builtin); ok && b.kind == kindObjectStr {
		return Repr(t, v)
	}
	return textBy(t, m, v, "__str__")
}

// defaultRepr is object.__repr__.
func defaultRepr(t *Thread, v Value) string {
	c := v.Type()
	name := c.QualName
	if mod := c.moduleName(); mod != "" && mod != "builtins" {
		name = mod + "." + name
	}
	return fmt.Sprintf("<%s object at 0x%x>", name, ID(t, v))
}

// ReprGuard marks v as being printed; when it already is, again is true and a
// container prints "[...]". Call done otherwise.
func (t *Thread) ReprGuard(v Value) (done func(), again bool) {
	for _, x := range t.printing {
		if x == v {
			return nil, true
		}
	}
	t.printing = append(t.printing, v)
	return func() { t.printing = t.printing[:len(t.printing)-1] }, false
}

// ID gives id(v): numbers in order of asking, so that output does not depend
// on addresses. Values that have been asked for live as long as the Thread.
func ID(t *Thread, v Value) int64 {
	if t == nil {
		return 0
	}
	if t.ids == nil {
		t.ids = make(map[Value]int64)
	}
	n, ok := t.ids[v]
	if !ok {
		n = 0x7f0000000000 + int64(len(t.ids)+1)*16
		t.ids[v] = n
	}
	return n
}
