package pyrt

// A Keyword is one keyword argument of a call.
type Keyword struct {
	Name  string
	Value Value
}

// Args are the evaluated arguments of one call.
type Args struct {
	Pos []Value
	Kw  []Keyword
}

// Positional makes Args of positional arguments only.
func Positional(pos ...Value) Args { return Args{Pos: pos} }

// A BuiltinFunc implements a built-in. args has one entry per parameter of
// the signature, in order: *args as *Tuple, **kwargs as *Dict, an absent
// parameter as its default, and nil where the default is written `...`
// ("not given").
type BuiltinFunc func(t *Thread, args []Value) (Value, error)

// A RawFunc implements a built-in that wants its arguments unbound.
type RawFunc func(t *Thread, args Args) (Value, error)
