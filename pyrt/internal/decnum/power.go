package decnum

import "math/big"

// Pow gives a ** b.
func (c *Context) Pow(a, b Number) (Number, Signal, error) {
	if out, sig, ok := c.nans(a, b); ok {
		return out, sig, nil
	}
	if b.IsZero() {
		if a.IsZero() {
			return invalid()
		}
		return Int64(1), 0, nil
	}
	whole := b.IsInteger()
	odd := whole && b.Exp <= 0 && oddInteger(b)
	neg := a.Neg && odd
	switch {
	case a.Neg && !a.IsZero() && !whole && b.Form != Infinite:
		return invalid()
	case a.Neg && b.Form == Infinite && !a.IsZero():
		return invalid()
	case a.IsZero():
		if b.Neg {
			return Infinity(neg), 0, nil
		}
		return Number{Neg: neg, Coeff: new(big.Int)}, 0, nil
	case a.Form == Infinite:
		if b.Neg {
			return Number{Neg: neg, Coeff: new(big.Int)}, 0, nil
		}
		return Infinity(neg), 0, nil
	}
	mag := a.Abs()
	cmp := mag.Cmp(Int64(1))
	if cmp == 0 {
		return c.powOfOne(b, neg, whole, a)
	}
	if b.Form == Infinite {
		if (cmp > 0) != b.Neg {
			return Infinity(false), 0, nil
		}
		return Number{Coeff: new(big.Int)}, 0, nil
	}
	if out, sig, ok := c.powRange(mag, b, cmp, neg); ok {
		return out, sig, nil
	}
	if whole {
		return c.powInt(mag, b, neg)
	}
	return c.powReal(mag, b)
}

func oddInteger(b Number) bool {
	v, err := b.Truncate()
	return err == nil && v.Bit(0) == 1
}

// powOfOne is ±1 ** b: exact, but with as many zeros as an inexact result.
func (c *Context) powOfOne(b Number, neg, whole bool, a Number) (Number, Signal, error) {
	if whole && b.Form != Infinite {
		exp := 0
		if a.Exp != 0 && !b.Neg {
			n, err := b.Truncate()
			shift := c.Prec - 1
			if err == nil && n.IsInt64() && n.Int64() < int64(c.Prec) {
				shift = min(shift, -a.Exp*int(n.Int64()))
			}
			if a.Exp < 0 {
				exp = -shift
			}
		} else if a.Exp != 0 {
			exp = -(c.Prec - 1)
		}
		var sig Signal
		if a.Exp != 0 && exp == -(c.Prec-1) {
			sig = Rounded
		}
		return Number{Neg: neg, Coeff: pow10(-exp), Exp: exp}, sig, nil
	}
	return Number{Coeff: pow10(c.Prec - 1), Exp: -(c.Prec - 1)}, Inexact | Rounded, nil
}

// powRange answers powers that must overflow or underflow.
func (c *Context) powRange(mag, b Number, cmp int, neg bool) (Number, Signal, bool) {
	grows := (cmp > 0) != b.Neg
	adj := mag.Adjusted()
	if adj < 0 {
		adj = -adj - 1
	}
	var low int // |log10 mag| is at least 10**low
	switch {
	case adj > 0:
		low = digits(big.NewInt(int64(adj))) - 1
	default:
		low = -nearOne(mag) - 2
	}
	limit := digits(big.NewInt(int64(max(c.Emax, -c.Etiny()))))
	if b.Adjusted()+low <= limit+1 {
		return Number{}, 0, false
	}
	if grows {
		out, sig := c.overflow(neg)
		return out, sig, true
	}
	out, sig := c.Finish(Number{Neg: neg, Coeff: big.NewInt(1), Exp: c.Etiny() - 2})
	return out, sig, true
}

// powInt multiplies; a negative exponent inverts first, as CPython does.
func (c *Context) powInt(mag, b Number, neg bool) (Number, Signal, error) {
	n, err := b.Abs().Truncate()
	if err != nil {
		return Number{}, 0, err
	}
	k := Context{Prec: c.Prec + 4 + digits(n), Rounding: RoundHalfEven, Emin: c.Emin, Emax: MaxEmax / 4}
	if k.Prec > MaxDigits {
		return Number{}, 0, ErrTooLarge
	}
	var all Signal
	base := mag
	if b.Neg {
		k.Prec++
		var sig Signal
		base, sig, err = k.Div(Int64(1), mag)
		if err != nil {
			return Number{}, 0, err
		}
		all |= sig
	}
	out := base
	for i := n.BitLen() - 2; i >= 0; i-- {
		var sig Signal
		if out, sig, err = k.Mul(out, out); err != nil {
			return Number{}, 0, err
		}
		all |= sig
		if n.Bit(i) == 1 {
			if out, sig, err = k.Mul(out, base); err != nil {
				return Number{}, 0, err
			}
			all |= sig
		}
		if out.Form != Finite || out.IsZero() {
			break
		}
	}
	out.Neg = neg
	res, sig := c.Finish(out)
	keep := Inexact | Rounded
	if out.IsZero() {
		keep |= Underflow | Subnormal | Clamped
	}
	return res, sig | all&keep, nil
}

// powReal is exp(b ln a). Results are never marked exact.
func (c *Context) powReal(mag, b Number) (Number, Signal, error) {
	k := *c
	k.Rounding = RoundHalfEven
	if c.Prec > 5000 {
		return Number{}, 0, ErrTooLarge
	}
	if out, ok := c.powExact(mag, b); ok {
		k.Rounding = c.Rounding
		res, sig := k.Finish(c.towards(out, out.Exp-(c.Prec-out.Digits())))
		return res, sig | Inexact | Rounded, nil
	}
	wide := max(b.Adjusted(), 0) + digits(big.NewInt(int64(abs(mag.Adjusted())))) + nearOne(mag) + 4
	return c.approx(c.Rounding, c.Prec+10, func(w int) (*big.Int, int) {
		ww := w + 2*wide + max(-b.Adjusted(), 0)
		x := lnFixed(mag, ww)
		x.Mul(x, b.Coeff)
		if b.Neg {
			x.Neg(x)
		}
		if b.Exp >= 0 {
			x = shift10(x, b.Exp)
		} else {
			x.Quo(x, pow10(-b.Exp))
		}
		l := lnTen(ww)
		r := new(big.Int)
		q, r := new(big.Int).DivMod(x, l, r)
		r.Quo(r, pow10(ww-w))
		return fixedExp(r, w), int(q.Int64()) - w
	})
}

// powExact finds results such as 4 ** 0.5 that are exact.
func (c *Context) powExact(mag, b Number) (Number, bool) {
	if b.Exp < -4 || b.Neg || b.Adjusted() > 3 {
		return Number{}, false
	}
	// b = p/q with q dividing 10**-Exp; try roots of order 2 and 5.
	num := new(big.Int).Set(b.Coeff)
	den := pow10(-b.Exp)
	g := new(big.Int).GCD(nil, nil, num, den)
	num.Quo(num, g)
	den.Quo(den, g)
	q := int(den.Int64())
	coeff, exp := strip(mag.Coeff, mag.Exp, mag.Exp+mag.Digits())
	if exp%q != 0 {
		if floorMod(exp, q) > 64 {
			return Number{}, false
		}
		coeff, exp = shift10(coeff, floorMod(exp, q)), exp-floorMod(exp, q)
	}
	root, ok := exactRoot(coeff, q)
	if !ok {
		return Number{}, false
	}
	p := int(num.Int64())
	if p*root.BitLen() > 4*(c.Prec+4) {
		return Number{}, false
	}
	v := new(big.Int).Exp(root, num, nil)
	if digits(v) > c.Prec {
		return Number{}, false
	}
	return Number{Coeff: v, Exp: exp / q * p}, true
}

// exactRoot gives the q-th root if it is an integer.
func exactRoot(v *big.Int, q int) (*big.Int, bool) {
	if q > v.BitLen() && v.Cmp(one) != 0 {
		return nil, false
	}
	lo, hi := big.NewInt(0), new(big.Int).Lsh(one, uint(v.BitLen()/q+1))
	order := big.NewInt(int64(q))
	for lo.Cmp(hi) < 0 {
		mid := new(big.Int).Add(lo, hi)
		mid.Add(mid, one).Rsh(mid, 1)
		if new(big.Int).Exp(mid, order, nil).Cmp(v) <= 0 {
			lo = mid
		} else {
			hi = mid.Sub(mid, one)
		}
	}
	return lo, new(big.Int).Exp(lo, order, nil).Cmp(v) == 0
}

// PowMod is pow(a, b, m) of three integers.
func (c *Context) PowMod(a, b, m Number) (Number, Signal, error) {
	if out, sig, ok := c.nans(a, b, m); ok {
		return out, sig, nil
	}
	if !a.IsInteger() || !b.IsInteger() || !m.IsInteger() || b.Neg || m.IsZero() || m.Adjusted() >= c.Prec || a.IsZero() && b.IsZero() {
		return invalid()
	}
	x, err := a.Abs().Truncate()
	if err != nil {
		return Number{}, 0, err
	}
	y, err := b.Truncate()
	if err != nil {
		return Number{}, 0, err
	}
	z, err := m.Abs().Truncate()
	if err != nil {
		return Number{}, 0, err
	}
	neg := a.Neg && y.Bit(0) == 1
	v := new(big.Int).Exp(x, y, z)
	if z.Cmp(one) == 0 {
		v.SetInt64(0)
	}
	return Number{Neg: neg, Coeff: v}, 0, nil
}
