package pyrt

import "github.com/mrt-tools/mrt/pyrt/syntax"

// The free functions below fix the boundary; the evaluator replaces their
// bodies.

type frame struct{}

func stackOf(*Thread) []Frame                                                 { panic("pending") }
func mustParseSignature(string) *Signature                                    { panic("pending") }
func bindArguments(*Thread, *Signature, Args) ([]Value, error)                { panic("pending") }
func exceptionMessage(*Object) string                                         { panic("pending") }
func Truth(t *Thread, v Value) (bool, error)                                  { panic("pending") }
func Repr(t *Thread, v Value) (string, error)                                 { panic("pending") }
func ToStr(t *Thread, v Value) (string, error)                                { panic("pending") }
func Hash(t *Thread, v Value) (int64, error)                                  { panic("pending") }
func Equal(t *Thread, a, b Value) (bool, error)                               { panic("pending") }
func Identical(a, b Value) bool                                               { panic("pending") }
func Binary(t *Thread, op Operator, a, b Value) (Value, error)                { panic("pending") }
func Unary(t *Thread, op Operator, v Value) (Value, error)                    { panic("pending") }
func Length(t *Thread, v Value) (int, error)                                  { panic("pending") }
func GetItem(t *Thread, v, key Value) (Value, error)                          { panic("pending") }
func SetItem(t *Thread, v, key, x Value) error                                { panic("pending") }
func DelItem(t *Thread, v, key Value) error                                   { panic("pending") }
func Contains(t *Thread, container, item Value) (bool, error)                 { panic("pending") }
func Iter(t *Thread, v Value) (Iterator, error)                               { panic("pending") }
func Each(t *Thread, v Value, f func(Value) error) error                      { panic("pending") }
func Collect(t *Thread, v Value) ([]Value, error)                             { panic("pending") }
func GetAttr(t *Thread, v Value, name string) (Value, error)                  { panic("pending") }
func LookupAttr(t *Thread, v Value, name string) (Value, error)               { panic("pending") }
func SetAttr(t *Thread, v Value, name string, x Value) error                  { panic("pending") }
func DelAttr(t *Thread, v Value, name string) error                           { panic("pending") }
func GenericGetAttr(t *Thread, v Value, name string) (Value, error)           { panic("pending") }
func GenericSetAttr(t *Thread, v Value, name string, x Value) error           { panic("pending") }
func Call(t *Thread, fn Value, args Args) (Value, error)                      { panic("pending") }
func CallMethod(t *Thread, v Value, name string, pos ...Value) (Value, error) { panic("pending") }
func Instantiate(t *Thread, c *Type, args Args) (Value, error)                { panic("pending") }
func NewObject(c *Type, native any) *Object                                   { return &Object{Class: c, Native: native} }
func Load(t *Thread, f *syntax.File, name string) (*Module, error)            { panic("pending") }
func ImportModule(t *Thread, name string) (*Module, error)                    { panic("pending") }
func FormatException(err error) string                                        { panic("pending") }

// A Set is a set or, frozen, a frozenset: an insertion-ordered collection.
type Set struct {
	d      Dict
	Frozen bool
}

func (s *Set) Type() *Type {
	if s.Frozen {
		return FrozenSetType
	}
	return SetType
}

// Add puts v in.
func (s *Set) Add(t *Thread, v Value) error { return s.d.Set(t, v, None) }

// Has reports whether v is in the set.
func (s *Set) Has(t *Thread, v Value) (bool, error) {
	x, err := s.d.Get(t, v)
	return x != nil, err
}

// Elems returns the elements in insertion order.
func (s *Set) Elems() []Value { return s.d.Keys() }

// Size is the number of elements.
func (s *Set) Size() int { return s.d.Size() }
