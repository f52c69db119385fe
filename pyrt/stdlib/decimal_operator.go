package stdlib

import (
	"math/big"

	"github.com/mrt-tools/mrt/pyrt"
	"github.com/mrt-tools/mrt/pyrt/internal/decnum"
)

// decimalOperators are the special methods of arithmetic and comparison.
func decimalOperators() []pyrt.Member {
	var out []pyrt.Member
	for name, f := range map[string]binaryDecimal{"add": (*decnum.Context).Add, "sub": (*decnum.Context).Sub, "mul": (*decnum.Context).Mul,
		"truediv": (*decnum.Context).Div, "floordiv": (*decnum.Context).DivInt, "mod": (*decnum.Context).Rem} {
		op := func(swap bool) pyrt.BuiltinFunc {
			return func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
				b, ok := decimalOperand(a[1])
				if !ok {
					return pyrt.NotImplemented, nil
				}
				c, err := contextOf(t, nil)
				if err != nil {
					return nil, err
				}
				x := decimalSelf(a[0])
				if swap {
					x, b = b, x
				}
				return c.two(t, f, x, b)
			}
		}
		out = append(out, pyrt.Method("__"+name+"__(self, value, /)", op(false)), pyrt.Method("__r"+name+"__(self, value, /)", op(true)))
	}
	for name, f := range map[string]unaryDecimal{"__neg__": (*decnum.Context).Minus, "__pos__": (*decnum.Context).Plus, "__abs__": (*decnum.Context).AbsOp} {
		out = append(out, pyrt.Method(name+"(self)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			c, err := contextOf(t, nil)
			if err != nil {
				return nil, err
			}
			return c.one(t, f, decimalSelf(a[0]))
		}))
	}
	return append(out, append(decimalDivmods(), decimalComparisons()...)...)
}

func decimalDivmods() []pyrt.Member {
	divmod := func(swap bool) pyrt.BuiltinFunc {
		return func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			b, ok := decimalOperand(a[1])
			if !ok {
				return pyrt.NotImplemented, nil
			}
			x := decimalSelf(a[0])
			if swap {
				x, b = b, x
			}
			c, err := contextOf(t, nil)
			if err != nil {
				return nil, err
			}
			return c.divmod(x, b)
		}
	}
	power := func(swap bool) pyrt.BuiltinFunc {
		return func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			b, ok := decimalOperand(a[1])
			if !ok {
				return pyrt.NotImplemented, nil
			}
			x := decimalSelf(a[0])
			if swap {
				x, b = b, x
			}
			c, err := contextOf(t, nil)
			if err != nil {
				return nil, err
			}
			if len(a) > 2 && a[2] != pyrt.None {
				m, ok := decimalOperand(a[2])
				if !ok {
					return pyrt.NotImplemented, nil
				}
				return c.apart(t, c.cost(b), func(w *decnum.Context) (decnum.Number, decnum.Signal, error) { return w.PowMod(x, b, m) })
			}
			return c.two(t, (*decnum.Context).Pow, x, b)
		}
	}
	return []pyrt.Member{
		pyrt.Method("__divmod__(self, value, /)", divmod(false)), pyrt.Method("__rdivmod__(self, value, /)", divmod(true)),
		pyrt.Method("__pow__(self, value, mod=None, /)", power(false)), pyrt.Method("__rpow__(self, value, mod=None, /)", power(true)),
	}
}

func (c *decContext) divmod(x, b decnum.Number) (pyrt.Value, error) {
	q, r, sig, err := c.work().DivMod(x, b)
	qv, err := c.deliver(q, sig, err)
	if err != nil {
		return nil, err
	}
	return pyrt.NewTuple(qv, decimalValue(r)), nil
}

// comparand converts the other side of a comparison; ok is false for types
// that Decimal does not know.
func (c *decContext) comparand(t *pyrt.Thread, v pyrt.Value, equality bool) (n decnum.Number, ok bool, err error) {
	if n, ok := decimalOperand(v); ok {
		return n, true, nil
	}
	switch x := pyrt.Underlying(v).(type) {
	case pyrt.Float:
		if equality {
			c.flags |= decnum.FloatOperation
		} else {
			err = c.signal(decnum.FloatOperation)
		}
		return floatNumber(float64(x)), true, err
	case pyrt.Complex:
		if equality && imag(complex128(x)) == 0 {
			c.flags |= decnum.FloatOperation
			return floatNumber(real(complex128(x))), true, nil
		}
	}
	return n, false, nil
}

// rational gives numerator and denominator of a numbers.Rational.
func rational(t *pyrt.Thread, v pyrt.Value) (num, den *big.Int) {
	if _, ok := v.(*pyrt.Object); !ok {
		return nil, nil
	}
	n, err := pyrt.LookupAttr(t, v, "numerator")
	if err != nil || n == nil {
		return nil, nil
	}
	d, err := pyrt.LookupAttr(t, v, "denominator")
	if err != nil || d == nil {
		return nil, nil
	}
	num, ok := pyrt.AsBigInt(n)
	if !ok {
		return nil, nil
	}
	den, ok = pyrt.AsBigInt(d)
	if !ok || den.Sign() <= 0 {
		return nil, nil
	}
	return num, den
}

// compare gives -1, 0, 1, or ok false when the operands are unordered.
func (c *decContext) compare(t *pyrt.Thread, a decnum.Number, v pyrt.Value, equality bool) (cmp int, ordered, known bool, err error) {
	b, known, err := c.comparand(t, v, equality)
	if err != nil {
		return 0, false, true, err
	}
	if !known {
		num, den := rational(t, v)
		if num == nil {
			return 0, false, false, nil
		}
		b = decnum.FromInt(num)
		if a.IsFinite() {
			a = decnum.Number{Neg: a.Neg, Coeff: new(big.Int).Mul(a.Coeff, den), Exp: a.Exp}
		}
	}
	if a.IsNaN() || b.IsNaN() {
		if !equality || a.Form == decnum.SignalingNaN || b.Form == decnum.SignalingNaN {
			err = c.signal(decnum.InvalidOperation)
		}
		return 0, false, true, err
	}
	return a.Cmp(b), true, true, nil
}

func decimalComparisons() []pyrt.Member {
	var out []pyrt.Member
	for name, f := range map[string]func(cmp int) bool{"__eq__": func(c int) bool { return c == 0 }, "__ne__": func(c int) bool { return c != 0 },
		"__lt__": func(c int) bool { return c < 0 }, "__le__": func(c int) bool { return c <= 0 },
		"__gt__": func(c int) bool { return c > 0 }, "__ge__": func(c int) bool { return c >= 0 }} {
		equality := name == "__eq__" || name == "__ne__"
		out = append(out, pyrt.Method(name+"(self, value, /)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			c, err := contextOf(t, nil)
			if err != nil {
				return nil, err
			}
			cmp, ordered, known, err := c.compare(t, decimalSelf(a[0]), a[1], equality)
			switch {
			case err != nil:
				return nil, err
			case !known:
				return pyrt.NotImplemented, nil
			case !ordered:
				return pyrt.Bool(name == "__ne__"), nil
			}
			return pyrt.Bool(f(cmp)), nil
		}))
	}
	return append(out, pyrt.Method("__hash__(self)", decimalHash), pyrt.Method("__bool__(self)", func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		return pyrt.Bool(!decimalSelf(a[0]).IsZero()), nil
	}))
}

// decimalHash agrees with the hash of equal ints, floats and fractions.
func decimalHash(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	n := decimalSelf(a[0])
	switch n.Form {
	case decnum.SignalingNaN:
		return nil, pyrt.Errorf(pyrt.TypeError, "Cannot hash a signaling NaN value")
	case decnum.QuietNaN:
		return pyrt.Int(pyrt.ID(t, a[0]) >> 4), nil
	case decnum.Infinite:
		if n.Neg {
			return pyrt.Int(-314159), nil
		}
		return pyrt.Int(314159), nil
	}
	p := new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), 61), big.NewInt(1))
	base := big.NewInt(10)
	e := big.NewInt(int64(n.Exp))
	if n.Exp < 0 {
		base.ModInverse(base, p)
		e.Neg(e)
	}
	h := new(big.Int).Exp(base, e, p)
	h.Mul(h, n.Coeff).Mod(h, p)
	v := h.Int64()
	if n.Neg {
		v = -v
	}
	if v == -1 {
		v = -2
	}
	return pyrt.Int(v), nil
}

// decimalConversions are str, repr, format, float, tuples and ratios.
func decimalConversions() []pyrt.Member {
	text := func(wrap bool) pyrt.BuiltinFunc {
		return func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			c, err := contextOf(t, nil)
			if err != nil {
				return nil, err
			}
			s := decimalSelf(a[0]).Text(false, c.capitals)
			if wrap {
				s = "Decimal('" + s + "')"
			}
			return pyrt.Str(s), nil
		}
	}
	fromFloat := func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		var v pyrt.Value
		if n, ok := decimalOperand(a[1]); ok {
			v = decimalValue(n)
		} else if f, ok := pyrt.Underlying(a[1]).(pyrt.Float); ok {
			v = decimalValue(floatNumber(float64(f)))
		} else {
			return nil, pyrt.Errorf(pyrt.TypeError, "argument must be int or float")
		}
		if a[0] == pyrt.Value(decimalClass) {
			return v, nil
		}
		return pyrt.Call(t, a[0], pyrt.Positional(v))
	}
	return []pyrt.Member{
		pyrt.Method("__str__(self)", text(false)), pyrt.Method("__repr__(self)", text(true)),
		pyrt.Method("__format__(self, spec, /)", decimalFormat),
		pyrt.Method("__float__(self)", decimalFloat),
		pyrt.Method("__complex__(self)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			f, err := decimalFloat(t, a)
			if err != nil {
				return nil, err
			}
			return pyrt.Complex(complex(float64(f.(pyrt.Float)), 0)), nil
		}),
		pyrt.Method("as_tuple(self)", decimalTuple),
		pyrt.Method("as_integer_ratio(self)", decimalRatio),
		pyrt.Method("__reduce__(self)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			s, err := text(false)(t, a)
			if err != nil {
				return nil, err
			}
			return pyrt.NewTuple(a[0].Type(), pyrt.NewTuple(s)), nil
		}),
		pyrt.ClassFunc("from_float(cls, f, /)", fromFloat),
		pyrt.ClassFunc("from_number(cls, number, /)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			if _, ok := pyrt.AsStr(a[1]); ok {
				return nil, pyrt.Errorf(pyrt.TypeError, "conversion from str to Decimal is not supported")
			}
			return fromFloat(t, a)
		}),
	}
}

func decimalFloat(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	n := decimalSelf(a[0])
	s := n.Text(false, true)
	switch n.Form {
	case decnum.SignalingNaN:
		return nil, pyrt.Errorf(pyrt.ValueError, "cannot convert signaling NaN to float")
	case decnum.QuietNaN:
		s = "nan"
		if n.Neg {
			s = "-nan"
		}
	}
	return pyrt.Call(t, pyrt.FloatType, pyrt.Positional(pyrt.Str(s)))
}

func decimalTuple(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	m, err := pyrt.ImportModule(t, "decimal")
	if err != nil {
		return nil, err
	}
	class, err := pyrt.GetAttr(t, m, "DecimalTuple")
	if err != nil {
		return nil, err
	}
	n := decimalSelf(a[0])
	sign := pyrt.Int(0)
	if n.Neg {
		sign = 1
	}
	var exp pyrt.Value = pyrt.Int(n.Exp)
	var ds []pyrt.Value
	if n.Form == decnum.Finite || n.Coeff.Sign() != 0 {
		for _, d := range n.Coeff.String() {
			ds = append(ds, pyrt.Int(d-'0'))
		}
	}
	switch n.Form {
	case decnum.Infinite:
		exp, ds = pyrt.Str("F"), []pyrt.Value{pyrt.Int(0)}
	case decnum.QuietNaN:
		exp = pyrt.Str("n")
	case decnum.SignalingNaN:
		exp = pyrt.Str("N")
	}
	return pyrt.Call(t, class, pyrt.Positional(sign, pyrt.NewTuple(ds...), exp))
}

func decimalRatio(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	n := decimalSelf(a[0])
	switch {
	case n.IsNaN():
		return nil, pyrt.Errorf(pyrt.ValueError, "cannot convert NaN to integer ratio")
	case n.Form == decnum.Infinite:
		return nil, pyrt.Errorf(pyrt.OverflowError, "cannot convert Infinity to integer ratio")
	case n.Exp > decnum.MaxWork || n.Exp < -decnum.MaxWork:
		return nil, pyrt.Errorf(pyrt.MemoryError, "%s", decnum.ErrTooLarge)
	}
	r := new(big.Rat).SetInt(n.Coeff)
	scale := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(n.Exp, -n.Exp))), nil)
	if n.Exp >= 0 {
		r.Mul(r, new(big.Rat).SetInt(scale))
	} else {
		r.Quo(r, new(big.Rat).SetInt(scale))
	}
	if n.Neg {
		r.Neg(r)
	}
	return pyrt.NewTuple(pyrt.MakeInt(new(big.Int).Set(r.Num())), pyrt.MakeInt(new(big.Int).Set(r.Denom()))), nil
}
