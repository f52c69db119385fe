package pyrt

import (
	"math"
	"math/big"

	"github.com/mrt-tools/mrt/pyrt/internal/ddmath"
)

// intMembers are the methods of int beyond its operators.
func intMembers() []Member {
	self := func(_ *Thread, self Value) (Value, error) { return Index(nil, self) }
	constant := func(v Int) func(*Thread, Value) (Value, error) {
		return func(*Thread, Value) (Value, error) { return v, nil }
	}
	return []Member{
		noArgs(IntType, "bit_length", func(_ *Thread, v Value) (Value, error) { return Int(bigOf(v).BitLen()), nil }),
		noArgs(IntType, "bit_count", func(_ *Thread, v Value) (Value, error) { return Int(bitCount(bigOf(v))), nil }),
		noArgs(IntType, "conjugate", self),
		noArgs(IntType, "is_integer", func(*Thread, Value) (Value, error) { return True, nil }),
		noArgs(IntType, "as_integer_ratio", func(_ *Thread, v Value) (Value, error) {
			i, err := Index(nil, v)
			return NewTuple(i, Int(1)), err
		}),
		keywordArgs(IntType, "to_bytes(self, length=..., byteorder='big', *, signed=False)", intToBytes0),
		ClassFunc("from_bytes(cls, bytes, byteorder='big', *, signed=False)", intFromBytes),
		Getter("real", self),
		Getter("imag", constant(0)),
		Getter("numerator", self),
		Getter("denominator", constant(1)),
		noArgs(IntType, "__int__", self),
		noArgs(IntType, "__index__", self),
		noArgs(IntType, "__trunc__", self),
		noArgs(IntType, "__floor__", self),
		noArgs(IntType, "__ceil__", self),
		noArgs(IntType, "__float__", func(_ *Thread, v Value) (Value, error) {
			f, err := floatOf(Underlying(v))
			return Float(f), err
		}),
		noArgs(IntType, "__abs__", func(_ *Thread, v Value) (Value, error) { return absNumber(v), nil }),
		noArgs(IntType, "__getnewargs__", func(_ *Thread, v Value) (Value, error) { return NewTuple(v), nil }),
		manyArgs(IntType, "__round__", 0, 1, func(t *Thread, v Value, a []Value) (Value, error) {
			i, err := Index(t, v)
			if err != nil || len(a) == 0 || a[0] == None {
				return i, err
			}
			n, err := indexInt(t, a[0])
			if err != nil || n >= 0 {
				return i, err
			}
			return roundInt(bigOf(i), n), nil
		}),
		oneArg(IntType, "__divmod__", func(_ *Thread, v, o Value) (Value, error) { return numberDivMod(v, o, false) }),
		oneArg(IntType, "__rdivmod__", func(_ *Thread, v, o Value) (Value, error) { return numberDivMod(v, o, true) }),
	}
}

func intToBytes0(t *Thread, self Value, a []Value) (Value, error) {
	return intToBytes(t, Underlying(self), a)
}

// absNumber is abs() of a built-in number.
func absNumber(v Value) Value {
	switch x := Underlying(v).(type) {
	case Bool:
		return boolInt(x)
	case Int:
		if x < 0 {
			r, _ := numberUnary(x, OpNeg)
			return r
		}
		return x
	case *BigInt:
		return MakeInt(new(big.Int).Abs(x.V))
	case Float:
		return Float(math.Abs(float64(x)))
	case Complex:
		return Float(ddmath.Hypot(real(complex128(x)), imag(complex128(x))))
	}
	return v
}

// numberDivMod is divmod() of built-in real numbers.
func numberDivMod(a, b Value, reflected bool) (Value, error) {
	ra, rb := numericRank(Underlying(a)), numericRank(Underlying(b))
	if rb == 0 || rb > ra || ra == 3 {
		return NotImplemented, nil
	}
	if reflected {
		a, b = b, a
	}
	a, b = Underlying(a), Underlying(b)
	if ra == 1 {
		y := bigOf(b)
		if y.Sign() == 0 {
			return nil, zeroDivision()
		}
		q, r := floorDivMod(bigOf(a), y)
		return NewTuple(MakeInt(q), MakeInt(r)), nil
	}
	x, err := floatOf(a)
	if err != nil {
		return nil, err
	}
	y, err := floatOf(b)
	if err != nil {
		return nil, err
	}
	if y == 0 {
		return nil, zeroDivision()
	}
	q, r := floatDivMod(x, y)
	return NewTuple(Float(q), Float(r)), nil
}

// floatMembers are the methods of float beyond its operators.
func floatMembers() []Member {
	self := func(_ *Thread, f Float) (Value, error) { return f, nil }
	toInt := func(round func(float64) float64) func(*Thread, Float) (Value, error) {
		return func(_ *Thread, f Float) (Value, error) { return floatToInt(round(float64(f))) }
	}
	return []Member{
		noArgs(FloatType, "as_integer_ratio", floatRatio),
		noArgs(FloatType, "hex", floatHex),
		ClassFunc("fromhex(cls, string, /)", floatFromHex),
		ClassFunc("from_number(cls, number, /)", func(t *Thread, a []Value) (Value, error) {
			f, err := realNumber(t, a[1], "must be real number, not %s")
			if cls, ok := a[0].(*Type); ok && cls != FloatType && err == nil {
				return Call(t, cls, Positional(Float(f)))
			}
			return Float(f), err
		}),
		noArgs(FloatType, "is_integer", func(_ *Thread, f Float) (Value, error) {
			x := float64(f)
			return Bool(!math.IsInf(x, 0) && x == math.Floor(x)), nil
		}),
		noArgs(FloatType, "conjugate", self),
		Getter("real", func(_ *Thread, v Value) (Value, error) { return Underlying(v), nil }),
		Getter("imag", func(*Thread, Value) (Value, error) { return Float(0), nil }),
		noArgs(FloatType, "__float__", self),
		noArgs(FloatType, "__int__", toInt(math.Trunc)),
		noArgs(FloatType, "__trunc__", toInt(math.Trunc)),
		noArgs(FloatType, "__floor__", toInt(math.Floor)),
		noArgs(FloatType, "__ceil__", toInt(math.Ceil)),
		noArgs(FloatType, "__abs__", func(_ *Thread, f Float) (Value, error) { return absNumber(f), nil }),
		noArgs(FloatType, "__getnewargs__", func(_ *Thread, f Float) (Value, error) { return NewTuple(f), nil }),
		manyArgs(FloatType, "__round__", 0, 1, func(t *Thread, f Float, a []Value) (Value, error) {
			return roundFloat(t, float64(f), argument(a, 0))
		}),
		oneArg(FloatType, "__divmod__", func(_ *Thread, f Float, o Value) (Value, error) { return numberDivMod(f, o, false) }),
		oneArg(FloatType, "__rdivmod__", func(_ *Thread, f Float, o Value) (Value, error) { return numberDivMod(f, o, true) }),
	}
}

// complexMembers are the methods of complex beyond its operators.
func complexMembers() []Member {
	return []Member{
		noArgs(ComplexType, "conjugate", func(_ *Thread, c Complex) (Value, error) {
			return Complex(complex(real(complex128(c)), -imag(complex128(c)))), nil
		}),
		Getter("real", func(_ *Thread, v Value) (Value, error) {
			return Float(real(complex128(Underlying(v).(Complex)))), nil
		}),
		Getter("imag", func(_ *Thread, v Value) (Value, error) {
			return Float(imag(complex128(Underlying(v).(Complex)))), nil
		}),
		noArgs(ComplexType, "__abs__", func(_ *Thread, c Complex) (Value, error) { return absNumber(c), nil }),
		noArgs(ComplexType, "__complex__", func(_ *Thread, c Complex) (Value, error) { return c, nil }),
		noArgs(ComplexType, "__getnewargs__", func(_ *Thread, c Complex) (Value, error) {
			return NewTuple(Float(real(complex128(c))), Float(imag(complex128(c)))), nil
		}),
		ClassFunc("from_number(cls, number, /)", func(t *Thread, a []Value) (Value, error) {
			c, err := complexArgument(t, a[1], "must be real number, not %s")
			return Complex(c), err
		}),
	}
}
