package pyrt

import "strings"

// How built-in types plug in.
//
// The representation of a built-in type (Int, Str, *List, …) implements the
// optional interfaces of value.go; nothing else is needed for the evaluator.
// From the same interfaces slotMembers derives the special methods that Python
// code sees (int.__add__, "abc".__len__, super().__getitem__), so a type
// writes each behaviour once. The row of the type in types_init.go lists its
// operators, its __new__ and its other members. Operate answers
// NotImplemented for operands it does not know; the TypeError texts, with the
// special cases of sequences, are made in operator_error.go.
//
// Mutable containers (list, dict, set, bytearray) create an empty instance in
// New and fill it in a member __init__; immutable ones do all in New. New gets
// the class to instantiate: for the type itself it returns the plain
// representation, for a subclass NewObject(cls, representation). Members
// receive self as written by the caller: use Underlying or AsStr, AsList, ….

// An InplaceOperand supports augmented assignment itself; NotImplemented
// means: use the plain operator.
type InplaceOperand interface {
	Value
	OperateInplace(t *Thread, op Operator, other Value) (Value, error)
}

// A Displayed value has a str() that differs from its repr().
type Displayed interface {
	Value
	Str(t *Thread) (string, error)
}

// A Formatted value implements format(value, spec) (object.__format__).
type Formatted interface {
	Value
	Format(t *Thread, spec string) (string, error)
}

// A Descriptor decides what attribute access through a class gives
// (object.__get__); obj is nil when the attribute is asked of the class.
type Descriptor interface {
	Value
	DescrGet(t *Thread, obj Value, cls *Type) (Value, error)
}

// A DataDescriptor also takes assignment and deletion (value nil).
type DataDescriptor interface {
	Descriptor
	DescrSet(t *Thread, obj, value Value) error
}

// slot makes the special method name, a wrapper around an interface method;
// fn receives the built-in value inside self.
func slot(name string, params string, fn func(t *Thread, self Value, args []Value) (Value, error)) Member {
	b := NewBuiltin(name+"("+params+")", nil)
	b.slot = true
	b.fn = func(t *Thread, args []Value) (Value, error) {
		if b.Owner != nil && !IsInstance(args[0], b.Owner) {
			return nil, Errorf(TypeError, "descriptor '%s' requires a '%s' object but received a '%s'", name, b.Owner.Name, args[0].Type().Name)
		}
		self := Underlying(args[0])
		if o, ok := self.(*Object); ok {
			return nil, Errorf(TypeError, "descriptor '%s' requires an initialized object, not '%s'", name, o.Class.Name)
		}
		return fn(t, self, args[1:])
	}
	return Member{name, b}
}

// slotMembers derives special methods from the interfaces that proto has.
func slotMembers(proto Value, operators string) []Member {
	var out []Member
	add := func(m Member) { out = append(out, m) }
	if hasTruthSlot(proto) {
		add(slot("__bool__", "self, /", func(t *Thread, self Value, _ []Value) (Value, error) {
			b, err := self.(Truther).Truth(t)
			return Bool(b), err
		}))
	}
	if _, ok := proto.(Sized); ok {
		add(slot("__len__", "self, /", func(t *Thread, self Value, _ []Value) (Value, error) {
			n, err := self.(Sized).Len(t)
			return Int(n), err
		}))
	}
	if _, ok := proto.(Hashable); ok {
		add(slot("__hash__", "self, /", func(t *Thread, self Value, _ []Value) (Value, error) {
			h, err := self.(Hashable).Hash(t)
			return Int(h), err
		}))
	}
	out = append(out, textSlots(proto)...)
	out = append(out, itemSlots(proto)...)
	out = append(out, iterSlots(proto)...)
	return append(out, operatorSlots(proto, operators)...)
}

// hasTruthSlot tells whether a type has __bool__: a container has not, its
// length decides (so a subclass that overrides __len__ is heard), but a range,
// whose length may be too large for len(), has.
func hasTruthSlot(proto Value) bool {
	_, truth := proto.(Truther)
	_, sized := proto.(Sized)
	_, isRange := proto.(*Range)
	return truth && (!sized || isRange)
}

func textSlots(proto Value) []Member {
	var out []Member
	if _, ok := proto.(Described); ok {
		out = append(out, slot("__repr__", "self, /", func(t *Thread, self Value, _ []Value) (Value, error) {
			s, err := self.(Described).Repr(t)
			return Str(s), err
		}))
	}
	if _, ok := proto.(Displayed); ok {
		out = append(out, slot("__str__", "self, /", func(t *Thread, self Value, _ []Value) (Value, error) {
			s, err := self.(Displayed).Str(t)
			return Str(s), err
		}))
	}
	if _, ok := proto.(Formatted); ok {
		out = append(out, slot("__format__", "self, format_spec, /", func(t *Thread, self Value, a []Value) (Value, error) {
			spec, ok := AsStr(a[0])
			if !ok {
				return nil, Errorf(TypeError, "__format__() argument must be str, not %s", a[0].Type().Name)
			}
			s, err := self.(Formatted).Format(t, spec)
			return Str(s), err
		}))
	}
	return out
}

func iterSlots(proto Value) []Member {
	var out []Member
	if _, ok := proto.(Iterator); ok {
		out = append(out, slot("__iter__", "self, /", func(_ *Thread, self Value, _ []Value) (Value, error) {
			return self, nil
		}), slot("__next__", "self, /", func(t *Thread, self Value, _ []Value) (Value, error) {
			return NextOrStop(t, self)
		}))
	} else if _, ok := proto.(Iterable); ok {
		out = append(out, slot("__iter__", "self, /", func(t *Thread, self Value, _ []Value) (Value, error) {
			it, err := self.(Iterable).Iter(t)
			if err != nil {
				return nil, err
			}
			return iteratorObject(it), nil
		}))
	}
	return out
}

func itemSlots(proto Value) []Member {
	var out []Member
	if _, ok := proto.(Indexed); ok {
		out = append(out, slot("__getitem__", "self, key, /", func(t *Thread, self Value, a []Value) (Value, error) {
			return self.(Indexed).GetItem(t, a[0])
		}))
	}
	if _, ok := proto.(ItemSetter); ok {
		out = append(out, slot("__setitem__", "self, key, value, /", func(t *Thread, self Value, a []Value) (Value, error) {
			return None, self.(ItemSetter).SetItem(t, a[0], a[1])
		}), slot("__delitem__", "self, key, /", func(t *Thread, self Value, a []Value) (Value, error) {
			return None, self.(ItemSetter).SetItem(t, a[0], nil)
		}))
	}
	if _, ok := proto.(Container); ok {
		out = append(out, slot("__contains__", "self, key, /", func(t *Thread, self Value, a []Value) (Value, error) {
			b, err := self.(Container).Contains(t, a[0])
			return Bool(b), err
		}))
	}
	return out
}

// operatorSlots makes the methods of the operators given as method names
// without underscores, such as "add radd iadd eq". The list of one type is the
// one that dir() shows under CPython.
func operatorSlots(proto Value, operators string) []Member {
	var out []Member
	if _, ok := proto.(Operand); !ok {
		return nil
	}
	for name := range strings.FieldsSeq(operators) {
		method := "__" + name + "__"
		for i, info := range operatorTable {
			op := Operator(i)
			switch method {
			case info.method:
				out = append(out, operatorSlot(method, op, false))
			case info.reflected:
				if op < OpEq {
					out = append(out, operatorSlot(method, op, true))
				}
			case info.inplace:
				out = append(out, inplaceSlot(method, op))
			}
		}
	}
	return out
}

// inplaceSlot makes the method of an augmented assignment. What changes itself
// stays what it is, also where it is an object of a derived class.
func inplaceSlot(method string, op Operator) Member {
	m := slot(method, "self, value, /", func(t *Thread, self Value, a []Value) (Value, error) {
		return self.(InplaceOperand).OperateInplace(t, op, operandOf(a[0]))
	})
	b := m.Value.(*Builtin)
	change := b.fn
	b.fn = func(t *Thread, args []Value) (Value, error) {
		r, err := change(t, args)
		if err == nil && r != NotImplemented && Identical(r, Underlying(args[0])) {
			r = args[0]
		}
		return r, err
	}
	return m
}

func operatorSlot(method string, op Operator, reflected bool) Member {
	if op >= OpNeg {
		return slot(method, "self, /", func(t *Thread, self Value, _ []Value) (Value, error) {
			return self.(Operand).Operate(t, op, nil, false)
		})
	}
	params := "self, value, /"
	if op == OpPow {
		params = "self, value, mod=None, /"
	}
	return slot(method, params, func(t *Thread, self Value, a []Value) (Value, error) {
		v, err := self.(Operand).Operate(t, op, a[0], reflected)
		if err == nil && v == NotImplemented && concatName(self) != "" {
			switch {
			case op == OpAdd && !reflected:
				return nil, binaryError(op, "+", self, a[0])
			case op == OpMul:
				_, err = Index(t, a[0])
			}
		}
		return v, err
	})
}

// operandOf is kept as one place should operands ever need unwrapping before
// a built-in type sees them; Operate uses Underlying itself.
func operandOf(v Value) Value { return v }
