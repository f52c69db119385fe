package decnum

import "math/big"

// Quantize gives a the exponent of b.
func (c *Context) Quantize(a, b Number) (Number, Signal, error) {
	if out, sig, ok := c.nans(a, b); ok {
		return out, sig, nil
	}
	if a.Form == Infinite || b.Form == Infinite {
		if a.Form == b.Form {
			return a, 0, nil
		}
		return invalid()
	}
	return c.Rescale(a, b.Exp)
}

// Rescale gives a finite number an exponent, which must fit the context.
func (c *Context) Rescale(a Number, exp int) (Number, Signal, error) {
	if exp < c.Etiny() || exp > c.Emax {
		return invalid()
	}
	if a.IsZero() {
		return c.finish(Number{Neg: a.Neg, Coeff: a.Coeff, Exp: exp})
	}
	if a.Adjusted() > c.Emax || a.Adjusted()-exp+1 > c.Prec {
		return invalid()
	}
	coeff, exact := drop(a.Coeff, exp-a.Exp, c.Rounding, a.Neg)
	out := Number{Neg: a.Neg, Coeff: coeff, Exp: exp}
	if out.Adjusted() > c.Emax || digits(coeff) > c.Prec {
		return invalid()
	}
	var sig Signal
	if !out.IsZero() && out.Adjusted() < c.Emin {
		sig |= Subnormal
	}
	if exp > a.Exp {
		sig |= Rounded
		if !exact {
			sig |= Inexact
		}
	}
	fixed, more := c.Finish(out)
	return fixed, sig | more, nil
}

// ToIntegral rounds to an integer; exact asks for the signals.
func (c *Context) ToIntegral(a Number, exact bool) (Number, Signal, error) {
	if out, sig, ok := c.nans(a); ok {
		return out, sig, nil
	}
	if a.Form == Infinite || a.Exp >= 0 {
		return a, 0, nil
	}
	if a.IsZero() {
		return Number{Neg: a.Neg, Coeff: a.Coeff}, 0, nil
	}
	coeff, same := drop(a.Coeff, -a.Exp, c.Rounding, a.Neg)
	var sig Signal
	if exact {
		sig = Rounded
		if !same {
			sig |= Inexact
		}
	}
	return Number{Neg: a.Neg, Coeff: coeff}, sig, nil
}

// Reduce rounds and removes trailing zeros (Decimal.normalize).
func (c *Context) Reduce(a Number) (Number, Signal, error) {
	if out, sig, ok := c.nans(a); ok {
		return out, sig, nil
	}
	out, sig := c.Finish(a)
	if out.Form != Finite {
		return out, sig, nil
	}
	if out.IsZero() {
		return Number{Neg: out.Neg, Coeff: out.Coeff}, sig, nil
	}
	top := c.Emax
	if c.Clamp {
		top = c.Etop()
	}
	out.Coeff, out.Exp = strip(out.Coeff, out.Exp, top)
	return out, sig, nil
}

// Plus rounds; Minus negates and rounds. Zeros lose their sign unless the
// rounding is to the floor.
func (c *Context) Plus(a Number) (Number, Signal, error) {
	if out, sig, ok := c.nans(a); ok {
		return out, sig, nil
	}
	if a.IsZero() && c.Rounding != RoundFloor {
		a.Neg = false
	}
	return c.finish(a)
}

// Minus is unary minus.
func (c *Context) Minus(a Number) (Number, Signal, error) {
	if out, sig, ok := c.nans(a); ok {
		return out, sig, nil
	}
	a.Neg = !a.Neg
	if a.IsZero() && c.Rounding != RoundFloor {
		a.Neg = false
	}
	return c.finish(a)
}

// AbsOp is the operation abs.
func (c *Context) AbsOp(a Number) (Number, Signal, error) {
	if a.Neg {
		return c.Minus(a)
	}
	return c.Plus(a)
}

// Compare gives -1, 0, 1 or NaN as a number; signal: quiet NaNs are invalid.
func (c *Context) Compare(a, b Number, signal bool) (Number, Signal, error) {
	if out, sig, ok := c.nans(a, b); ok {
		if signal {
			sig |= InvalidOperation
		}
		return out, sig, nil
	}
	return Int64(int64(a.Cmp(b))), 0, nil
}

// Pick is max (sign 1) and min (sign -1), by magnitude if mag.
func (c *Context) Pick(a, b Number, sign int, mag bool) (Number, Signal, error) {
	if a.IsNaN() || b.IsNaN() {
		switch {
		case a.Form == QuietNaN && !b.IsNaN():
			return c.finish(b)
		case b.Form == QuietNaN && !a.IsNaN():
			return c.finish(a)
		}
		out, sig, _ := c.nans(a, b)
		return out, sig, nil
	}
	cmp := 0
	if mag {
		cmp = a.Abs().Cmp(b.Abs())
	}
	if cmp == 0 {
		cmp = a.Cmp(b)
	}
	if cmp == 0 {
		cmp = a.CmpTotal(b)
	}
	if cmp*sign >= 0 {
		return c.finish(a)
	}
	return c.finish(b)
}

// Next gives the neighbour of a: above (up) or below.
func (c *Context) Next(a Number, up bool) (Number, Signal, error) {
	if out, sig, ok := c.nans(a); ok {
		return out, sig, nil
	}
	if c.Prec >= MaxWork {
		return Number{}, 0, ErrTooLarge
	}
	if a.Form == Infinite {
		if a.Neg != up {
			return a, 0, nil
		}
		nines := pow10(c.Prec)
		return Number{Neg: a.Neg, Coeff: nines.Sub(nines, one), Exp: c.Etop()}, 0, nil
	}
	k := *c
	k.Rounding = RoundFloor
	if up {
		k.Rounding = RoundCeiling
	}
	out, _ := k.Finish(a)
	if out.Cmp(a) != 0 || out.Form != Finite {
		return out, 0, nil
	}
	return k.withoutSignals(k.Add(a, Number{Neg: !up, Coeff: big.NewInt(1), Exp: k.Etiny() - 1}))
}

func (c *Context) withoutSignals(n Number, sig Signal, err error) (Number, Signal, error) {
	return n, sig & Invalid, err
}

// NextToward gives the neighbour of a in the direction of b.
func (c *Context) NextToward(a, b Number) (Number, Signal, error) {
	if out, sig, ok := c.nans(a, b); ok {
		return out, sig, nil
	}
	cmp := a.Cmp(b)
	if cmp == 0 {
		a.Neg = b.Neg
		return a, 0, nil
	}
	out, _, err := c.Next(a, cmp < 0)
	var sig Signal
	switch {
	case err != nil:
	case out.Form == Infinite:
		sig = Overflow | Inexact | Rounded
	case out.Adjusted() < c.Emin:
		sig = Underflow | Subnormal | Inexact | Rounded
		if out.IsZero() {
			sig |= Clamped
		}
	}
	return out, sig, err
}

// integer gives the value of an operand that must be an integer within ±limit.
func integer(b Number, limit int) (int, bool) {
	if !b.IsFinite() || b.Exp != 0 || !b.Coeff.IsInt64() {
		return 0, false
	}
	n := b.Coeff.Int64()
	if n > int64(limit) {
		return 0, false
	}
	if b.Neg {
		n = -n
	}
	return int(n), true
}

// Scaleb multiplies by 10**b.
func (c *Context) Scaleb(a, b Number) (Number, Signal, error) {
	if out, sig, ok := c.nans(a, b); ok {
		return out, sig, nil
	}
	n, ok := integer(b, 2*(c.Emax+c.Prec))
	if !ok {
		return invalid()
	}
	if a.Form == Infinite {
		return a, 0, nil
	}
	a.Exp += n
	return c.finish(a)
}

// Shift moves the digits by b places; Rotate turns them.
func (c *Context) Shift(a, b Number, rotate bool) (Number, Signal, error) {
	if out, sig, ok := c.nans(a, b); ok {
		return out, sig, nil
	}
	n, ok := integer(b, c.Prec)
	if !ok {
		return invalid()
	}
	if a.Form == Infinite {
		return a, 0, nil
	}
	if c.Prec >= MaxWork {
		return Number{}, 0, ErrTooLarge
	}
	coeff := new(big.Int).Rem(a.Coeff, pow10(c.Prec))
	if rotate {
		k := n
		if k < 0 {
			k += c.Prec
		}
		low := new(big.Int)
		high, low := new(big.Int).QuoRem(coeff, pow10(c.Prec-k), low)
		coeff = high.Add(high, shift10(low, k))
	} else if n < 0 {
		coeff.Quo(coeff, pow10(-n))
	} else {
		coeff = new(big.Int).Rem(shift10(coeff, n), pow10(c.Prec))
	}
	return Number{Neg: a.Neg, Coeff: coeff, Exp: a.Exp}, 0, nil
}

// Logb gives the adjusted exponent as a number.
func (c *Context) Logb(a Number) (Number, Signal, error) {
	if out, sig, ok := c.nans(a); ok {
		return out, sig, nil
	}
	switch {
	case a.Form == Infinite:
		return Infinity(false), 0, nil
	case a.IsZero():
		return Infinity(true), DivisionByZero, nil
	}
	return c.finish(Int64(int64(a.Adjusted())))
}

// Logical applies a bitwise operation to the digits, which must be 0 and 1.
func (c *Context) Logical(op byte, ns ...Number) (Number, Signal, error) {
	rows := make([]string, len(ns))
	for i, n := range ns {
		if n.Form != Finite || n.Neg || n.Exp != 0 {
			return invalid()
		}
		rows[i] = n.Coeff.String()
		for j := range len(rows[i]) {
			if rows[i][j] > '1' {
				return invalid()
			}
		}
	}
	width := len(rows[0])
	if op == '~' {
		width = c.Prec
	}
	if len(rows) == 2 {
		width = min(max(width, len(rows[1])), c.Prec)
	}
	if width >= MaxWork {
		return Number{}, 0, ErrTooLarge
	}
	bit := func(row string, i int) byte {
		if i >= len(row) {
			return 0
		}
		return row[len(row)-1-i] - '0'
	}
	out := make([]byte, width)
	for i := range width {
		x := bit(rows[0], i)
		switch op {
		case '~':
			x ^= 1
		case '&':
			x &= bit(rows[1], i)
		case '|':
			x |= bit(rows[1], i)
		case '^':
			x ^= bit(rows[1], i)
		}
		out[width-1-i] = '0' + x
	}
	v, _ := new(big.Int).SetString("0"+string(out), 10)
	return Number{Coeff: v}, 0, nil
}
