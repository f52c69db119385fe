package decnum

import "math/big"

// Fixed-point numbers below are integers that stand for v / 10**w.

// fixedExp gives e**x for a fixed-point 0 <= x < 10**w * 3.
func fixedExp(x *big.Int, w int) *big.Int {
	unit := pow10(w)
	// e**x = (e**(x/2**k))**(2**k), which shortens the series.
	k := 0
	for n := w; n > 4; n >>= 2 {
		k += 2
	}
	extra := k + 4
	unit = shift10(unit, extra)
	r := shift10(x, extra)
	r = new(big.Int).Rsh(r, uint(k))
	sum, term := new(big.Int).Set(unit), new(big.Int).Set(unit)
	for i := int64(1); term.Sign() != 0; i++ {
		term.Mul(term, r)
		term.Quo(term, unit)
		term.Quo(term, big.NewInt(i))
		sum.Add(sum, term)
	}
	for range k {
		sum.Mul(sum, sum)
		sum.Quo(sum, unit)
	}
	return sum.Quo(sum, pow10(extra))
}

// fixedLn gives ln(x) of a fixed-point 1 <= x < 10.
func fixedLn(x *big.Int, w int) *big.Int {
	const extra = 12
	w += extra
	unit := pow10(w)
	x = shift10(x, extra)
	k := uint(0)
	for limit := new(big.Int).Add(unit, new(big.Int).Quo(unit, big.NewInt(1000))); x.Cmp(limit) > 0; k++ {
		x = new(big.Int).Sqrt(new(big.Int).Mul(x, unit))
	}
	// ln x = 2 artanh((x-1)/(x+1))
	z := new(big.Int).Sub(x, unit)
	z.Mul(z, unit)
	z.Quo(z, new(big.Int).Add(x, unit))
	zz := new(big.Int).Mul(z, z)
	zz.Quo(zz, unit)
	sum := new(big.Int)
	for i := int64(1); z.Sign() != 0; i += 2 {
		sum.Add(sum, new(big.Int).Quo(z, big.NewInt(i)))
		z.Mul(z, zz)
		z.Quo(z, unit)
	}
	sum.Lsh(sum, k+1)
	return sum.Quo(sum, pow10(extra))
}

// lnTen gives ln(10) with w digits after the point.
func lnTen(w int) *big.Int {
	// ln 10 = 2 ln(sqrt 10), and sqrt 10 is in the range of fixedLn.
	w += 4
	root := new(big.Int).Sqrt(pow10(2*w + 1))
	l := fixedLn(root, w)
	l.Lsh(l, 1)
	return l.Quo(l, pow10(4))
}

// lnFixed gives ln of a positive finite number with w digits after the point.
func lnFixed(a Number, w int) *big.Int {
	adj := a.Adjusted()
	m := a.Coeff
	if n := w - (a.Digits() - 1); n >= 0 {
		m = shift10(m, n)
	} else {
		m = new(big.Int).Quo(m, pow10(-n))
	}
	l := fixedLn(m, w)
	if adj != 0 {
		t := lnTen(w + digits(big.NewInt(int64(abs(adj)))))
		t.Mul(t, big.NewInt(int64(adj)))
		t.Quo(t, pow10(digits(big.NewInt(int64(abs(adj))))))
		l.Add(l, t)
	}
	return l
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// settled reports whether a fixed-point value, wrong by less than 10**slack,
// has digits enough to be rounded to prec places in any rounding.
func settled(v *big.Int, prec, slack int) bool {
	spare := digits(v) - prec
	if spare <= slack+1 {
		return false
	}
	half := new(big.Int).Mul(five, pow10(spare-1))
	rem := new(big.Int).Rem(new(big.Int).Abs(v), half)
	margin := pow10(slack)
	return rem.Cmp(margin) > 0 && new(big.Int).Sub(half, rem).Cmp(margin) > 0
}

// approx rounds the value that f computes with ever more digits.
func (c *Context) approx(r Rounding, start int, f func(w int) (v *big.Int, exp int)) (Number, Signal, error) {
	k := *c
	k.Rounding = r
	if c.Prec > 5000 {
		return Number{}, 0, ErrTooLarge
	}
	for w := start; ; w += w / 2 {
		v, exp := f(w)
		if !settled(v, c.Prec, 4) && w < 8*start+1000 {
			continue
		}
		neg := v.Sign() < 0
		v = new(big.Int).Abs(v)
		sticky(v)
		return k.finish(Number{Neg: neg, Coeff: v, Exp: exp})
	}
}

// Exp gives e**a.
func (c *Context) Exp(a Number) (Number, Signal, error) {
	if out, sig, ok := c.nans(a); ok {
		return out, sig, nil
	}
	switch {
	case a.Form == Infinite && a.Neg:
		return Number{Coeff: new(big.Int)}, 0, nil
	case a.Form == Infinite:
		return a, 0, nil
	case a.IsZero():
		return Int64(1), 0, nil
	}
	adj := a.Adjusted()
	k := *c
	k.Rounding = RoundHalfEven
	if adj > digits(big.NewInt(int64(max(c.Emax, -c.Etiny()))))+1 {
		if a.Neg {
			return k.finish(Number{Coeff: big.NewInt(1), Exp: c.Etiny() - 2})
		}
		return k.overflow3()
	}
	if -adj > c.Prec+2 { // 1 ± something too small to see
		v := pow10(c.Prec + 2)
		if a.Neg {
			v.Sub(v, one)
		} else {
			v.Add(v, one)
		}
		return k.finish(Number{Coeff: v, Exp: -c.Prec - 2})
	}
	return c.approx(RoundHalfEven, c.Prec+10, func(w int) (*big.Int, int) {
		x := fixedOf(a, w+max(adj, 0)+4)
		l := lnTen(w + max(adj, 0) + 4)
		r := new(big.Int)
		q, r := new(big.Int).DivMod(x, l, r) // 0 <= r < ln 10
		r.Quo(r, pow10(max(adj, 0)+4))
		return fixedExp(r, w), int(q.Int64()) - w
	})
}

func (c *Context) overflow3() (Number, Signal, error) {
	n, sig := c.overflow(false)
	return n, sig, nil
}

// fixedOf gives a number as a fixed-point one.
func fixedOf(a Number, w int) *big.Int {
	v := new(big.Int)
	if n := a.Exp + w; n >= 0 {
		v.Set(shift10(a.Coeff, n))
	} else if -n <= a.Digits() {
		v.Quo(a.Coeff, pow10(-n))
	}
	if a.Neg {
		v.Neg(v)
	}
	return v
}

// nearOne gives how many leading zeros ln(a) has after the point.
func nearOne(a Number) int {
	big := Context{Prec: a.Digits() + abs(a.Exp) + 2, Emax: MaxEmax, Emin: MinEmin, Rounding: RoundHalfEven}
	if a.Adjusted() < -1 || a.Adjusted() > 0 {
		return 0
	}
	d, _, _ := big.Sub(a, Int64(1))
	return max(0, -d.Adjusted())
}

// logSpecial handles the arguments that ln and log10 treat alike.
func (c *Context) logSpecial(a Number) (Number, Signal, bool) {
	if out, sig, ok := c.nans(a); ok {
		return out, sig, true
	}
	switch {
	case a.IsZero():
		return Infinity(true), 0, true
	case a.Neg:
		return NaN(), InvalidOperation, true
	case a.Form == Infinite:
		return Infinity(false), 0, true
	}
	return Number{}, 0, false
}

// Ln gives the natural logarithm.
func (c *Context) Ln(a Number) (Number, Signal, error) {
	if out, sig, ok := c.logSpecial(a); ok {
		return out, sig, nil
	}
	if a.Cmp(Int64(1)) == 0 {
		return Int64(0), 0, nil
	}
	near := nearOne(a)
	return c.approx(RoundHalfEven, c.Prec+10+near, func(w int) (*big.Int, int) { return lnFixed(a, w), -w })
}

// Log10 gives the logarithm to base 10; powers of ten are exact.
func (c *Context) Log10(a Number) (Number, Signal, error) {
	if out, sig, ok := c.logSpecial(a); ok {
		return out, sig, nil
	}
	if q, _ := strip(a.Coeff, 0, a.Digits()); q.Cmp(one) == 0 {
		return c.finish(Int64(int64(a.Adjusted())))
	}
	near := nearOne(a)
	return c.approx(RoundHalfEven, c.Prec+10+near, func(w int) (*big.Int, int) {
		v := shift10(lnFixed(a, w+2), w+2)
		v.Quo(v, lnTen(w+2))
		return v.Quo(v, pow10(2)), -w
	})
}
