package catalog

import (
	"math/big"
	"strconv"
	"strings"
	"sync"
)

// ValueKind is the kind of a Value.
type ValueKind uint8

// The kinds of values. Opaque is some value that is not NULL; Anything may be
// NULL as well.
const (
	Null ValueKind = iota
	Bool
	Int
	Dec
	Float
	Text
	Opaque
	Anything
)

// Value is the content of a cell.
type Value struct {
	Kind ValueKind
	B    bool // Bool
	// Tok names the cell of the old world that this is the unchanged content of; 0 is none.
	Tok int32
	S   string   // Text; of an Opaque, what tells it from others of its column, if known
	N   *big.Rat // Int, Dec, Float; never changed once it is made
	// Scale is the number of digits after the point of a Dec.
	Scale int
	// via is how it was computed from such a cell, if it can be computed back.
	via *via
}

// The values that need no argument.
var (
	null     = Value{Kind: Null}
	opaque   = Value{Kind: Opaque}
	anything = Value{Kind: Anything}
)

func text(s string) Value  { return Value{Kind: Text, S: s} }
func boolean(b bool) Value { return Value{Kind: Bool, B: b} }

func integer(n int64) Value {
	if small := smallNumbers(); n >= 0 && n < int64(len(small)) {
		return Value{Kind: Int, N: small[n]}
	}
	return Value{Kind: Int, N: new(big.Rat).SetInt64(n)}
}

// smallNumbers are those that keys of witnesses are made of.
var smallNumbers = sync.OnceValue(func() []*big.Rat {
	out := make([]*big.Rat, 128)
	for i := range out {
		out[i] = new(big.Rat).SetInt64(int64(i))
	}
	return out
})

// IsNull is true for a known NULL.
func (v Value) IsNull() bool { return v.Kind == Null }

// Known is true for a value that is fully known.
func (v Value) Known() bool { return v.Kind < Opaque }

func (v Value) numeric() bool { return v.Kind == Int || v.Kind == Dec || v.Kind == Float }

// untouched drops the token: the result of a computation.
func (v Value) derived() Value {
	v.Tok, v.via = 0, nil
	return v
}

// String writes the value for messages and for comparison by content.
func (v Value) String() string {
	switch v.Kind {
	case Null:
		return "NULL"
	case Bool:
		if v.B {
			return "true"
		}
		return "false"
	case Int:
		return v.N.Num().String()
	case Dec, Float:
		return decimalText(v)
	case Text:
		return "'" + v.S + "'"
	case Opaque:
		return "?"
	default:
		return "??"
	}
}

// decimalText writes a number with its scale, or shortest for a float.
func decimalText(v Value) string {
	if v.Kind == Float {
		f, _ := v.N.Float64()
		return strconv.FormatFloat(f, 'g', -1, 64)
	}
	return v.N.FloatString(v.Scale)
}

// plain is the text of a value as CAST AS text gives it.
func (v Value) plain() string {
	if v.Kind == Text {
		return v.S
	}
	return v.String()
}

// key identifies equal contents in a comparison of rows. Numbers compare by
// value, whatever their kind.
func (v Value) key() string {
	var room [48]byte
	return string(v.appendKey(room[:0]))
}

func (v Value) appendKey(b []byte) []byte {
	switch {
	case v.numeric():
		b = append(b, 'n')
		if n := v.N.Num(); v.N.IsInt() && n.IsInt64() {
			return strconv.AppendInt(b, n.Int64(), 10)
		}
		return append(b, v.N.RatString()...)
	case v.Kind == Bool:
		return append(b, 'n', '0'+byte(boolInt(v.B)))
	case v.Kind == Text:
		b = append(b, '\'')
		b = append(b, v.S...)
		return append(b, '\'')
	case v.Kind == Opaque && v.Tok != 0, v.Kind == Anything && v.Tok != 0:
		return strconv.AppendInt(append(b, 't'), int64(v.Tok), 10)
	}
	return append(b, v.String()...)
}

// Truth is a truth value of SQL, with Maybe for what is not known.
type Truth uint8

// The truth values.
const (
	False Truth = iota
	True
	Unknown // NULL
	Maybe   // not decided
)

func (t Truth) value() Value {
	switch t {
	case True:
		return boolean(true)
	case False:
		return boolean(false)
	case Unknown:
		return null
	}
	return anything
}

// truthOf reads a value as a condition.
func truthOf(v Value) Truth {
	switch {
	case v.Kind == Null:
		return Unknown
	case v.Kind == Bool:
		return asTruth(v.B)
	case v.numeric():
		return asTruth(v.N.Sign() != 0)
	case v.Kind == Text:
		switch strings.ToLower(v.S) {
		case "t", "true", "yes", "on", "1":
			return True
		case "f", "false", "no", "off", "0":
			return False
		}
	}
	return Maybe
}

func asTruth(b bool) Truth {
	if b {
		return True
	}
	return False
}

func not(t Truth) Truth {
	switch t {
	case True:
		return False
	case False:
		return True
	}
	return t
}

func and(a, b Truth) Truth {
	switch {
	case a == False || b == False:
		return False
	case a == Maybe || b == Maybe:
		return Maybe
	case a == Unknown || b == Unknown:
		return Unknown
	}
	return True
}

func or(a, b Truth) Truth { return not(and(not(a), not(b))) }
