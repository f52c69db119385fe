package pyrt

import "math/big"

// A Value is any Python object. What it can do beyond having a type is found
// through the optional interfaces below or through the special methods of its
// class; each has one free function ([Truth], [Repr], [GetAttr], …) that is the
// only legal way to ask for it.
type Value interface {
	// Type returns the object's class: what Python's type(x) gives.
	Type() *Type
}

// A Truther decides its own truth value (data model: object.__bool__).
type Truther interface {
	Value
	Truth(t *Thread) (bool, error)
}

// A Sized value has a length (object.__len__).
type Sized interface {
	Value
	Len(t *Thread) (int, error)
}

// An Iterable value gives a fresh iterator (object.__iter__).
type Iterable interface {
	Value
	Iter(t *Thread) (Iterator, error)
}

// An Iterator yields values until it returns nil, nil (iterator.__next__).
type Iterator interface {
	Value
	Next(t *Thread) (Value, error)
}

// A Callable value can be called.
type Callable interface {
	Value
	Call(t *Thread, args Args) (Value, error)
}

// An Attributed value answers attribute look-ups before the generic rules of
// its class are consulted; nil, nil means "not here, go on".
type Attributed interface {
	Value
	Attr(t *Thread, name string) (Value, error)
}

// An AttributeSetter handles assignment (value nil: deletion) itself.
type AttributeSetter interface {
	Value
	SetAttr(t *Thread, name string, value Value) error
}

// An Indexed value supports subscription (object.__getitem__).
type Indexed interface {
	Value
	GetItem(t *Thread, key Value) (Value, error)
}

// An ItemSetter supports item assignment (value nil: deletion).
type ItemSetter interface {
	Value
	SetItem(t *Thread, key, value Value) error
}

// A Container decides membership (object.__contains__).
type Container interface {
	Value
	Contains(t *Thread, item Value) (bool, error)
}

// An Operand takes part in unary, binary and comparison operators. It returns
// NotImplemented when it cannot handle the other side; reflected is set when
// it is the right operand. Comparisons are never reflected: the right operand
// is asked the mirrored question (> for <). For unary operators other is nil.
type Operand interface {
	Value
	Operate(t *Thread, op Operator, other Value, reflected bool) (Value, error)
}

// A Hashable value has a hash of its own (object.__hash__).
type Hashable interface {
	Value
	Hash(t *Thread) (int64, error)
}

// A Described value has its own repr (object.__repr__).
type Described interface {
	Value
	Repr(t *Thread) (string, error)
}

// Built-in representations. A subclass of one of them written in Python has
// *Object instances whose Native is such a value; [Underlying] gets at it.
type (
	// NoneKind is the type of None.
	NoneKind struct{}
	// EllipsisKind is the type of Ellipsis.
	EllipsisKind struct{}
	// NotImplementedKind is the type of NotImplemented.
	NotImplementedKind struct{}
	// Bool is True or False.
	Bool bool
	// Int is an integer that fits 64 bits. Larger ones are *BigInt; use
	// MakeInt to choose.
	Int int64
	// BigInt is an integer outside the range of Int.
	BigInt struct{ V *big.Int }
	// Float is a float.
	Float float64
	// Complex is a complex number.
	Complex complex128
	// Str is a string: code points in UTF-8, lone surrogates in their
	// three-byte form (WTF-8).
	Str string
	// Bytes is an immutable bytes object.
	Bytes string
	// ByteArray is a mutable bytes object.
	ByteArray struct{ B []byte }
	// Tuple is an immutable sequence.
	Tuple struct{ Elems []Value }
	// List is a mutable sequence.
	List struct{ Elems []Value }
	// Slice is a slice object; absent parts are None.
	Slice struct{ Start, Stop, Step Value }
	// Range is a range object whose bounds fit 64 bits.
	Range struct{ Start, Stop, Step int64 }
)

// The singletons.
var (
	None           Value = NoneKind{}
	Ellipsis       Value = EllipsisKind{}
	NotImplemented Value = NotImplementedKind{}
)

// True and False.
const (
	True  = Bool(true)
	False = Bool(false)
)

// Type gives the class.
func (NoneKind) Type() *Type { return NoneType }

// Type gives the class.
func (EllipsisKind) Type() *Type { return EllipsisType }

// Type gives the class.
func (NotImplementedKind) Type() *Type { return NotImplementedType }

// Type gives the class.
func (Bool) Type() *Type { return BoolType }

// Type gives the class.
func (Int) Type() *Type { return IntType }

// Type gives the class.
func (*BigInt) Type() *Type { return IntType }

// Type gives the class.
func (Float) Type() *Type { return FloatType }

// Type gives the class.
func (Complex) Type() *Type { return ComplexType }

// Type gives the class.
func (Str) Type() *Type { return StrType }

// Type gives the class.
func (Bytes) Type() *Type { return BytesType }

// Type gives the class.
func (*ByteArray) Type() *Type { return ByteArrayType }

// Type gives the class.
func (*Tuple) Type() *Type { return TupleType }

// Type gives the class.
func (*List) Type() *Type { return ListType }

// Type gives the class.
func (*Slice) Type() *Type { return SliceType }

// Type gives the class.
func (*Range) Type() *Type { return RangeType }

// NewList makes a list that owns elems.
func NewList(elems ...Value) *List { return &List{Elems: elems} }

// NewTuple makes a tuple that owns elems.
func NewTuple(elems ...Value) *Tuple { return &Tuple{Elems: elems} }

// MakeInt gives the canonical representation of an integer; it takes v over.
func MakeInt(v *big.Int) Value {
	if v.IsInt64() {
		return Int(v.Int64())
	}
	return &BigInt{V: v}
}

// An Object is an instance of a class made with NewClass or by a class
// statement.
type Object struct {
	Class *Type
	// Dict holds the instance attributes; nil until first needed, and for
	// classes with __slots__ only.
	Dict *Dict
	// Native is the Go payload: set by Go-implemented classes, or the
	// built-in value when the class derives from int, str, list, ….
	Native any

	slots map[*MemberDescriptor]Value
}

// Type gives the class.
func (o *Object) Type() *Type { return o.Class }

// Underlying returns the built-in value inside an instance of a subclass of a
// built-in type, and v itself otherwise.
func Underlying(v Value) Value {
	if o, ok := v.(*Object); ok {
		if u, ok := o.Native.(Value); ok {
			return u
		}
	}
	return v
}

// AsStr gives the string that v is, or is a subclass instance of.
func AsStr(v Value) (string, bool) {
	s, ok := Underlying(v).(Str)
	return string(s), ok
}

// AsInt gives the integer that v is (True is 1), if it fits 64 bits.
func AsInt(v Value) (int64, bool) {
	switch u := Underlying(v).(type) {
	case Int:
		return int64(u), true
	case Bool:
		if u {
			return 1, true
		}
		return 0, true
	}
	return 0, false
}

// AsBigInt gives the integer that v is as a new big.Int.
func AsBigInt(v Value) (*big.Int, bool) {
	if b, ok := Underlying(v).(*BigInt); ok {
		return new(big.Int).Set(b.V), true
	}
	if i, ok := AsInt(v); ok {
		return big.NewInt(i), true
	}
	return nil, false
}

// AsTuple gives the elements of a tuple (or of an instance of a subclass).
func AsTuple(v Value) ([]Value, bool) {
	if tu, ok := Underlying(v).(*Tuple); ok {
		return tu.Elems, true
	}
	return nil, false
}

// AsList gives the list that v is.
func AsList(v Value) (*List, bool) {
	l, ok := Underlying(v).(*List)
	return l, ok
}

// AsDict gives the dict that v is.
func AsDict(v Value) (*Dict, bool) {
	d, ok := Underlying(v).(*Dict)
	return d, ok
}

// NewObject makes an instance of c without running its __init__.
func NewObject(c *Type, native any) *Object { return &Object{Class: c, Native: native} }
