package decnum

import "math/big"

// Add gives a + b.
func (c *Context) Add(a, b Number) (Number, Signal, error) {
	if out, sig, ok := c.nans(a, b); ok {
		return out, sig, nil
	}
	switch {
	case a.Form == Infinite && b.Form == Infinite && a.Neg != b.Neg:
		return invalid()
	case a.Form == Infinite:
		return a, 0, nil
	case b.Form == Infinite:
		return b, 0, nil
	}
	exp := min(a.Exp, b.Exp)
	negZero := a.Neg && b.Neg
	if c.Rounding == RoundFloor && a.Neg != b.Neg {
		negZero = true
	}
	az, bz := a.IsZero(), b.IsZero()
	switch {
	case az && bz:
		return c.finish(Number{Neg: negZero, Coeff: new(big.Int), Exp: exp})
	case az:
		return c.finish(c.towards(b, max(exp, b.Exp-c.Prec-1)))
	case bz:
		return c.finish(c.towards(a, max(exp, a.Exp-c.Prec-1)))
	}
	a, b = c.align(a, b)
	x, y := new(big.Int).Set(a.Coeff), new(big.Int).Set(b.Coeff)
	if a.Neg {
		x.Neg(x)
	}
	if b.Neg {
		y.Neg(y)
	}
	x.Add(x, y)
	if x.Sign() == 0 {
		return c.finish(Number{Neg: negZero, Coeff: x, Exp: exp})
	}
	neg := x.Sign() < 0
	return c.finish(Number{Neg: neg, Coeff: x.Abs(x), Exp: a.Exp})
}

// towards pads a number with zeros so that its exponent is exp.
func (c *Context) towards(n Number, exp int) Number {
	if exp < n.Exp && n.Exp-exp <= MaxDigits {
		n.Coeff, n.Exp = shift10(n.Coeff, n.Exp-exp), exp
	}
	return n
}

// align gives both numbers the same exponent. One that is too small to matter
// beside the other becomes a mere trace below the rounding position.
func (c *Context) align(a, b Number) (Number, Number) {
	if a.Exp == b.Exp {
		return a, b
	}
	hi, lo := &a, &b
	if a.Exp < b.Exp {
		hi, lo = lo, hi
	}
	floor := hi.Exp + min(-1, hi.Digits()-c.Prec-2)
	if lo.Digits()+lo.Exp-1 < floor {
		lo.Coeff, lo.Exp = big.NewInt(1), floor
	}
	hi.Coeff, hi.Exp = shift10(hi.Coeff, hi.Exp-lo.Exp), lo.Exp
	return a, b
}

// Sub gives a - b.
func (c *Context) Sub(a, b Number) (Number, Signal, error) {
	if out, sig, ok := c.nans(a, b); ok {
		return out, sig, nil
	}
	b.Neg = !b.Neg
	return c.Add(a, b)
}

// Mul gives a * b.
func (c *Context) Mul(a, b Number) (Number, Signal, error) {
	if out, sig, ok := c.nans(a, b); ok {
		return out, sig, nil
	}
	neg := a.Neg != b.Neg
	if a.Form == Infinite || b.Form == Infinite {
		if a.IsZero() || b.IsZero() {
			return invalid()
		}
		return Infinity(neg), 0, nil
	}
	return c.finish(Number{Neg: neg, Coeff: new(big.Int).Mul(a.Coeff, b.Coeff), Exp: a.Exp + b.Exp})
}

// Fma gives a * b + x with one rounding.
func (c *Context) Fma(a, b, x Number) (Number, Signal, error) {
	if a.Form == SignalingNaN || b.Form == SignalingNaN || a.Form == QuietNaN || b.Form == QuietNaN {
		out, sig, _ := c.nans(a, b, x)
		return out, sig, nil
	}
	neg := a.Neg != b.Neg
	var p Number
	if a.Form == Infinite || b.Form == Infinite {
		if a.IsZero() || b.IsZero() {
			return invalid()
		}
		p = Infinity(neg)
	} else {
		p = Number{Neg: neg, Coeff: new(big.Int).Mul(a.Coeff, b.Coeff), Exp: a.Exp + b.Exp}
	}
	return c.Add(p, x)
}

// Div gives a / b.
func (c *Context) Div(a, b Number) (Number, Signal, error) {
	if out, sig, ok := c.nans(a, b); ok {
		return out, sig, nil
	}
	neg := a.Neg != b.Neg
	switch {
	case a.Form == Infinite && b.Form == Infinite:
		return invalid()
	case a.Form == Infinite:
		return Infinity(neg), 0, nil
	case b.Form == Infinite:
		return Number{Neg: neg, Coeff: new(big.Int), Exp: c.Etiny()}, Clamped, nil
	case b.IsZero() && a.IsZero():
		return NaN(), DivisionUndefined, nil
	case b.IsZero():
		return Infinity(neg), DivisionByZero, nil
	case a.IsZero():
		return c.finish(Number{Neg: neg, Coeff: new(big.Int), Exp: a.Exp - b.Exp})
	}
	if c.Prec > MaxDigits {
		return Number{}, 0, ErrTooLarge
	}
	shift := b.Digits() - a.Digits() + c.Prec + 1
	exp := a.Exp - b.Exp - shift
	x, y := a.Coeff, b.Coeff
	if shift >= 0 {
		x = shift10(x, shift)
	} else {
		y = shift10(y, -shift)
	}
	rem := new(big.Int)
	q, rem := new(big.Int).QuoRem(x, y, rem)
	if rem.Sign() != 0 {
		sticky(q)
	} else {
		q, exp = strip(q, exp, a.Exp-b.Exp)
	}
	return c.finish(Number{Neg: neg, Coeff: q, Exp: exp})
}

// sticky marks that something non-zero follows the digits of q: the last
// digit must not look exact or half-way.
func sticky(q *big.Int) {
	if new(big.Int).Rem(q, five).Sign() == 0 {
		q.Add(q, one)
	}
}

// strip removes trailing zeros while the exponent is below ideal.
func strip(q *big.Int, exp, ideal int) (*big.Int, int) {
	if q.Sign() == 0 {
		return q, exp
	}
	rem := new(big.Int)
	for exp < ideal {
		t, r := new(big.Int).QuoRem(q, ten, rem)
		if r.Sign() != 0 {
			break
		}
		q = t
		exp++
	}
	return q, exp
}

// DivMod gives the integer quotient and the remainder of a / b.
func (c *Context) DivMod(a, b Number) (q, r Number, sig Signal, err error) {
	if out, sig, ok := c.nans(a, b); ok {
		return out, out, sig, nil
	}
	neg := a.Neg != b.Neg
	switch {
	case a.Form == Infinite && b.Form == Infinite:
		return NaN(), NaN(), InvalidOperation, nil
	case a.Form == Infinite:
		return Infinity(neg), NaN(), InvalidOperation, nil
	case b.IsZero() && a.IsZero():
		return NaN(), NaN(), DivisionUndefined, nil
	case b.IsZero():
		return Infinity(neg), NaN(), DivisionByZero | InvalidOperation, nil
	}
	q, r, ok := c.divide(a, b)
	if !ok {
		return NaN(), NaN(), DivisionImpossible, nil
	}
	q, qsig := c.Finish(q)
	r, sig = c.Finish(r)
	return q, r, qsig | sig, nil
}

// divide is the integer division of finite a by b, b not zero; not ok when
// the quotient has more digits than the precision.
func (c *Context) divide(a, b Number) (q, r Number, ok bool) {
	neg := a.Neg != b.Neg
	exp := a.Exp
	if b.Form != Infinite {
		exp = min(a.Exp, b.Exp)
	}
	gap := a.Adjusted() - b.Adjusted()
	if a.IsZero() || b.Form == Infinite || gap <= -2 {
		rest := a
		if e := exp; e < rest.Exp && !a.IsZero() && b.Form != Infinite {
			rest = c.rescaleDown(rest, e)
		} else if a.IsZero() {
			rest.Exp = exp
		}
		return Number{Neg: neg, Coeff: new(big.Int)}, rest, true
	}
	if gap > c.Prec || gap > MaxDigits {
		return q, r, false
	}
	x, y := shift10(a.Coeff, a.Exp-exp), shift10(b.Coeff, b.Exp-exp)
	rem := new(big.Int)
	quo, rem := new(big.Int).QuoRem(x, y, rem)
	if quo.Sign() != 0 && digits(quo) > c.Prec {
		return q, r, false
	}
	return Number{Neg: neg, Coeff: quo}, Number{Neg: a.Neg, Coeff: rem, Exp: exp}, true
}

// rescaleDown lowers an exponent, if the digits stay within reason.
func (c *Context) rescaleDown(n Number, exp int) Number {
	if n.Exp-exp > MaxDigits || n.Exp-exp > c.Prec+n.Digits() {
		return n
	}
	return Number{Neg: n.Neg, Coeff: shift10(n.Coeff, n.Exp-exp), Exp: exp}
}

// DivInt gives a // b.
func (c *Context) DivInt(a, b Number) (Number, Signal, error) {
	if out, sig, ok := c.nans(a, b); ok {
		return out, sig, nil
	}
	if a.Form == Infinite && b.Form != Infinite {
		return Infinity(a.Neg != b.Neg), 0, nil
	}
	if b.IsZero() {
		q, _, sig, err := c.DivMod(a, b)
		if sig&DivisionByZero != 0 {
			sig = DivisionByZero
		}
		return q, sig, err
	}
	if b.Form == Infinite && a.Form != Infinite {
		return Number{Neg: a.Neg != b.Neg, Coeff: new(big.Int)}, 0, nil
	}
	if a.Form == Infinite {
		return invalid()
	}
	q, _, ok := c.divide(a, b)
	if !ok {
		return NaN(), DivisionImpossible, nil
	}
	return c.finish(q)
}

// Rem gives a % b.
func (c *Context) Rem(a, b Number) (Number, Signal, error) {
	if out, sig, ok := c.nans(a, b); ok {
		return out, sig, nil
	}
	if a.Form == Infinite || b.IsZero() && !a.IsZero() {
		return invalid()
	}
	if b.IsZero() {
		return NaN(), DivisionUndefined, nil
	}
	_, r, ok := c.divide(a, b)
	if !ok {
		return NaN(), DivisionImpossible, nil
	}
	return c.finish(r)
}

// RemNear is the remainder of the division with the quotient rounded to even.
func (c *Context) RemNear(a, b Number) (Number, Signal, error) {
	if out, sig, ok := c.nans(a, b); ok {
		return out, sig, nil
	}
	switch {
	case a.Form == Infinite:
		return invalid()
	case b.IsZero() && a.IsZero():
		return NaN(), DivisionUndefined, nil
	case b.IsZero():
		return invalid()
	case b.Form == Infinite:
		return c.finish(a)
	}
	exp := min(a.Exp, b.Exp)
	if a.IsZero() {
		return c.finish(Number{Neg: a.Neg, Coeff: new(big.Int), Exp: exp})
	}
	gap := a.Adjusted() - b.Adjusted()
	if gap >= c.Prec+1 {
		return NaN(), DivisionImpossible, nil
	}
	if gap <= -2 {
		return c.finish(c.rescaleDown(a, exp))
	}
	x, y := shift10(a.Coeff, a.Exp-exp), shift10(b.Coeff, b.Exp-exp)
	rem := new(big.Int)
	q, rem := new(big.Int).QuoRem(x, y, rem)
	twice := new(big.Int).Lsh(rem, 1)
	if q.Bit(0) == 1 {
		twice.Add(twice, one)
	}
	neg := a.Neg
	if twice.Cmp(y) > 0 {
		rem.Sub(rem, y)
		q = new(big.Int).Add(q, one)
	}
	if q.Sign() != 0 && digits(q) > c.Prec {
		return NaN(), DivisionImpossible, nil
	}
	if rem.Sign() < 0 {
		neg = !neg
		rem.Neg(rem)
	}
	return c.finish(Number{Neg: neg, Coeff: rem, Exp: exp})
}

// Sqrt gives the square root.
func (c *Context) Sqrt(a Number) (Number, Signal, error) {
	if out, sig, ok := c.nans(a); ok {
		return out, sig, nil
	}
	switch {
	case a.IsZero():
		return c.finish(Number{Neg: a.Neg, Coeff: a.Coeff, Exp: a.Exp >> 1})
	case a.Neg:
		return invalid()
	case a.Form == Infinite:
		return a, 0, nil
	case c.Prec > MaxDigits:
		return Number{}, 0, ErrTooLarge
	}
	prec := c.Prec + 1
	e := a.Exp >> 1
	v := a.Coeff
	l := 0
	if a.Exp&1 != 0 {
		v = new(big.Int).Mul(v, ten)
		l = a.Digits()>>1 + 1
	} else {
		l = (a.Digits() + 1) >> 1
	}
	shift := prec - l
	exact := true
	if shift >= 0 {
		v = shift10(v, 2*shift)
	} else {
		rem := new(big.Int)
		v, rem = new(big.Int).QuoRem(v, pow10(-2*shift), rem)
		exact = rem.Sign() == 0
	}
	e -= shift
	root := new(big.Int).Sqrt(v)
	exact = exact && new(big.Int).Mul(root, root).Cmp(v) == 0
	if exact {
		if shift >= 0 {
			root = new(big.Int).Quo(root, pow10(shift))
		} else {
			root = shift10(root, -shift)
		}
		e += shift
	} else {
		sticky(root)
	}
	half := *c
	half.Rounding = RoundHalfEven
	return half.finish(Number{Coeff: root, Exp: e})
}
