package stdlib

import (
	"math/big"

	"github.com/mrt-tools/mrt/pyrt"
	"github.com/mrt-tools/mrt/pyrt/internal/decnum"
)

type (
	unaryDecimal  func(c *decnum.Context, a decnum.Number) (decnum.Number, decnum.Signal, error)
	binaryDecimal func(c *decnum.Context, a, b decnum.Number) (decnum.Number, decnum.Signal, error)
)

// quietUnary adapts operations that neither round nor signal.
func quietUnary(f func(a decnum.Number) decnum.Number) unaryDecimal {
	return func(_ *decnum.Context, a decnum.Number) (decnum.Number, decnum.Signal, error) { return f(a), 0, nil }
}

// unaryDecimals are the operations of one number that exist as methods of
// Decimal and of Context.
func unaryDecimals() map[string]unaryDecimal {
	return map[string]unaryDecimal{
		"exp": (*decnum.Context).Exp, "ln": (*decnum.Context).Ln, "log10": (*decnum.Context).Log10, "logb": (*decnum.Context).Logb,
		"sqrt": (*decnum.Context).Sqrt, "normalize": (*decnum.Context).Reduce,
		"next_minus": func(c *decnum.Context, a decnum.Number) (decnum.Number, decnum.Signal, error) {
			return c.Next(a, false)
		},
		"next_plus": func(c *decnum.Context, a decnum.Number) (decnum.Number, decnum.Signal, error) { return c.Next(a, true) },
		"logical_invert": func(c *decnum.Context, a decnum.Number) (decnum.Number, decnum.Signal, error) {
			return c.Logical('~', a)
		},
	}
}

// binaryDecimals are the operations of two numbers.
func binaryDecimals() map[string]binaryDecimal {
	pick := func(sign int, mag bool) binaryDecimal {
		return func(c *decnum.Context, a, b decnum.Number) (decnum.Number, decnum.Signal, error) {
			return c.Pick(a, b, sign, mag)
		}
	}
	logical := func(op byte) binaryDecimal {
		return func(c *decnum.Context, a, b decnum.Number) (decnum.Number, decnum.Signal, error) {
			return c.Logical(op, a, b)
		}
	}
	total := func(abs bool) binaryDecimal {
		return func(_ *decnum.Context, a, b decnum.Number) (decnum.Number, decnum.Signal, error) {
			if abs {
				a, b = a.Abs(), b.Abs()
			}
			return decnum.Int64(int64(a.CmpTotal(b))), 0, nil
		}
	}
	return map[string]binaryDecimal{
		"compare": func(c *decnum.Context, a, b decnum.Number) (decnum.Number, decnum.Signal, error) {
			return c.Compare(a, b, false)
		},
		"compare_signal": func(c *decnum.Context, a, b decnum.Number) (decnum.Number, decnum.Signal, error) {
			return c.Compare(a, b, true)
		},
		"compare_total": total(false), "compare_total_mag": total(true),
		"max": pick(1, false), "max_mag": pick(1, true), "min": pick(-1, false), "min_mag": pick(-1, true),
		"logical_and": logical('&'), "logical_or": logical('|'), "logical_xor": logical('^'),
		"next_toward": (*decnum.Context).NextToward, "remainder_near": (*decnum.Context).RemNear, "scaleb": (*decnum.Context).Scaleb,
		"rotate": func(c *decnum.Context, a, b decnum.Number) (decnum.Number, decnum.Signal, error) {
			return c.Shift(a, b, true)
		},
		"shift": func(c *decnum.Context, a, b decnum.Number) (decnum.Number, decnum.Signal, error) {
			return c.Shift(a, b, false)
		},
		"copy_sign": func(_ *decnum.Context, a, b decnum.Number) (decnum.Number, decnum.Signal, error) {
			a.Neg = b.Neg
			return a, 0, nil
		},
	}
}

// decimalTests are the predicates that ask no context, and those that do.
func decimalTests() map[string]func(c *decnum.Context, a decnum.Number) bool {
	normal := func(c *decnum.Context, a decnum.Number) bool {
		return a.IsFinite() && !a.IsZero() && a.Adjusted() >= c.Emin
	}
	return map[string]func(c *decnum.Context, a decnum.Number) bool{
		"is_canonical": func(*decnum.Context, decnum.Number) bool { return true },
		"is_finite":    func(_ *decnum.Context, a decnum.Number) bool { return a.IsFinite() },
		"is_infinite":  func(_ *decnum.Context, a decnum.Number) bool { return a.Form == decnum.Infinite },
		"is_nan":       func(_ *decnum.Context, a decnum.Number) bool { return a.IsNaN() },
		"is_qnan":      func(_ *decnum.Context, a decnum.Number) bool { return a.Form == decnum.QuietNaN },
		"is_snan":      func(_ *decnum.Context, a decnum.Number) bool { return a.Form == decnum.SignalingNaN },
		"is_signed":    func(_ *decnum.Context, a decnum.Number) bool { return a.Neg },
		"is_zero":      func(_ *decnum.Context, a decnum.Number) bool { return a.IsZero() },
		"is_normal":    normal,
		"is_subnormal": func(c *decnum.Context, a decnum.Number) bool {
			return a.IsFinite() && !a.IsZero() && a.Adjusted() < c.Emin
		},
	}
}

// decimalMembers is the namespace of Decimal.
func decimalMembers() []pyrt.Member {
	var out []pyrt.Member
	for name, f := range unaryDecimals() {
		out = append(out, pyrt.Method(name+"(self, context=None)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			c, err := contextOf(t, a[1])
			if err != nil {
				return nil, err
			}
			return c.one(t, f, decimalSelf(a[0]))
		}))
	}
	for name, f := range binaryDecimals() {
		sig := name + "(self, other, context=None)"
		out = append(out, pyrt.Method(sig, func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			c, err := contextOf(t, a[2])
			if err != nil {
				return nil, err
			}
			b, err := decimalArg(a[1])
			if err != nil {
				return nil, err
			}
			return c.two(t, f, decimalSelf(a[0]), b)
		}))
	}
	for name, f := range decimalTests() {
		sig := name + "(self)"
		if name == "is_normal" || name == "is_subnormal" {
			sig = name + "(self, context=None)"
		}
		out = append(out, pyrt.Method(sig, func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			var v pyrt.Value
			if len(a) > 1 {
				v = a[1]
			}
			c, err := contextOf(t, v)
			if err != nil {
				return nil, err
			}
			return pyrt.Bool(f(c.work(), decimalSelf(a[0]))), nil
		}))
	}
	out = append(out, decimalOperators()...)
	out = append(out, decimalConversions()...)
	out = append(out, decimalRoundings()...)
	return append(out, decimalQuiet()...)
}

// decimalQuiet are the methods that neither round nor signal.
func decimalQuiet() []pyrt.Member {
	self := func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) { return a[0], nil }
	return []pyrt.Member{
		pyrt.Method("canonical(self)", self), pyrt.Method("conjugate(self)", self), pyrt.Method("__copy__(self)", self),
		pyrt.Method("__deepcopy__(self, memo, /)", self), pyrt.Getter("real", func(_ *pyrt.Thread, v pyrt.Value) (pyrt.Value, error) { return v, nil }),
		pyrt.Getter("imag", func(*pyrt.Thread, pyrt.Value) (pyrt.Value, error) { return decimalValue(decnum.Int64(0)), nil }),
		pyrt.Method("radix(self)", func(*pyrt.Thread, []pyrt.Value) (pyrt.Value, error) { return decimalValue(decnum.Int64(10)), nil }),
		pyrt.Method("adjusted(self)", func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return pyrt.Int(decimalSelf(a[0]).Adjusted()), nil
		}),
		pyrt.Method("copy_abs(self)", func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return decimalValue(decimalSelf(a[0]).Abs()), nil
		}),
		pyrt.Method("copy_negate(self)", func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			n := decimalSelf(a[0])
			n.Neg = !n.Neg
			return decimalValue(n), nil
		}),
		pyrt.Method("same_quantum(self, other, context=None)", func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			b, err := decimalArg(a[1])
			x := decimalSelf(a[0])
			if x.Form != decnum.Finite || b.Form != decnum.Finite {
				return pyrt.Bool(x.IsNaN() && b.IsNaN() || x.Form == decnum.Infinite && b.Form == decnum.Infinite), err
			}
			return pyrt.Bool(x.Exp == b.Exp), err
		}),
		pyrt.Method("number_class(self, context=None)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			c, err := contextOf(t, a[1])
			if err != nil {
				return nil, err
			}
			return pyrt.Str(numberClass(c, decimalSelf(a[0]))), nil
		}),
		pyrt.Method("fma(self, other, third, context=None)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			c, err := contextOf(t, a[3])
			if err != nil {
				return nil, err
			}
			b, err := decimalArg(a[1])
			if err != nil {
				return nil, err
			}
			x, err := decimalArg(a[2])
			if err != nil {
				return nil, err
			}
			return c.deliver(c.work().Fma(decimalSelf(a[0]), b, x))
		}),
		pyrt.Method("to_eng_string(self, context=None)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			c, err := contextOf(t, a[1])
			if err != nil {
				return nil, err
			}
			return pyrt.Str(decimalSelf(a[0]).Text(true, c.capitals)), nil
		}),
	}
}

func numberClass(c *decContext, n decnum.Number) string {
	sign := "+"
	if n.Neg {
		sign = "-"
	}
	switch {
	case n.Form == decnum.SignalingNaN:
		return "sNaN"
	case n.Form == decnum.QuietNaN:
		return "NaN"
	case n.Form == decnum.Infinite:
		return sign + "Infinity"
	case n.IsZero():
		return sign + "Zero"
	case n.Adjusted() < c.Emin:
		return sign + "Subnormal"
	}
	return sign + "Normal"
}

// roundingOf reads a rounding= argument.
func roundingOf(v pyrt.Value) (decnum.Rounding, error) {
	if s, ok := pyrt.AsStr(v); ok {
		for i, n := range decnum.RoundingNames {
			if n == s {
				return decnum.Rounding(i), nil
			}
		}
	}
	return 0, pyrt.Errorf(pyrt.TypeError, "valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")
}

// withRounding gives the context of an operation that may name a rounding.
func withRounding(t *pyrt.Thread, rounding, context pyrt.Value) (*decContext, *decnum.Context, error) {
	c, err := contextOf(t, context)
	if err != nil {
		return nil, nil, err
	}
	k := *c.work()
	if rounding != pyrt.None {
		if k.Rounding, err = roundingOf(rounding); err != nil {
			return nil, nil, err
		}
	}
	return c, &k, nil
}

func decimalRoundings() []pyrt.Member {
	integral := func(name string, exact bool) pyrt.Member {
		return pyrt.Method(name+"(self, rounding=None, context=None)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			c, k, err := withRounding(t, a[1], a[2])
			if err != nil {
				return nil, err
			}
			return c.deliver(k.ToIntegral(decimalSelf(a[0]), exact))
		})
	}
	toInt := func(name string, r decnum.Rounding) pyrt.Member {
		return pyrt.Method(name+"(self)", func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return decimalToInt(decimalSelf(a[0]), r)
		})
	}
	return []pyrt.Member{
		integral("to_integral", false), integral("to_integral_value", false), integral("to_integral_exact", true),
		toInt("__floor__", decnum.RoundFloor), toInt("__ceil__", decnum.RoundCeiling), toInt("__trunc__", decnum.RoundDown), toInt("__int__", decnum.RoundDown),
		pyrt.Method("quantize(self, exp, rounding=None, context=None)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			c, k, err := withRounding(t, a[2], a[3])
			if err != nil {
				return nil, err
			}
			b, err := decimalArg(a[1])
			if err != nil {
				return nil, err
			}
			return c.deliver(k.Quantize(decimalSelf(a[0]), b))
		}),
		pyrt.Method("__round__(self, ndigits=..., /)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			if a[1] == nil {
				return decimalToInt(decimalSelf(a[0]), decnum.RoundHalfEven)
			}
			n, ok := pyrt.AsInt(a[1])
			if !ok {
				return nil, pyrt.Errorf(pyrt.TypeError, "optional arg must be an integer")
			}
			c, err := contextOf(t, nil)
			if err != nil {
				return nil, err
			}
			return c.deliver(c.work().Quantize(decimalSelf(a[0]), decnum.Number{Coeff: big.NewInt(1), Exp: int(-n)}))
		}),
	}
}

func decimalToInt(n decnum.Number, r decnum.Rounding) (pyrt.Value, error) {
	switch {
	case n.IsNaN():
		return nil, pyrt.Errorf(pyrt.ValueError, "cannot convert NaN to integer")
	case n.Form == decnum.Infinite:
		return nil, pyrt.Errorf(pyrt.OverflowError, "cannot convert Infinity to integer")
	}
	c := decnum.Context{Prec: decnum.MaxPrec, Emin: decnum.MinEmin, Emax: decnum.MaxEmax, Rounding: r}
	n, _, _ = c.ToIntegral(n, false)
	v, err := n.Truncate()
	if err != nil {
		return nil, pyrt.Errorf(pyrt.MemoryError, "%s", err)
	}
	return pyrt.MakeInt(v), nil
}
