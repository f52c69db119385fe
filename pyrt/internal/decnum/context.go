package decnum

import "math/big"

// A Rounding says how inexact results are rounded.
type Rounding uint8

// The roundings, in the order in which CPython numbers them.
const (
	RoundUp Rounding = iota
	RoundDown
	RoundCeiling
	RoundFloor
	RoundHalfUp
	RoundHalfDown
	RoundHalfEven
	Round05Up
)

// RoundingNames are Python's names of the roundings.
var RoundingNames = [...]string{"ROUND_UP", "ROUND_DOWN", "ROUND_CEILING", "ROUND_FLOOR", "ROUND_HALF_UP", "ROUND_HALF_DOWN", "ROUND_HALF_EVEN", "ROUND_05UP"}

// A Signal is a set of conditions that an operation met.
type Signal uint32

// The signals in the order in which CPython asks for traps, then the
// conditions that count as InvalidOperation.
const (
	InvalidOperation Signal = 1 << iota
	FloatOperation
	DivisionByZero
	Overflow
	Underflow
	Subnormal
	Inexact
	Rounded
	Clamped
	ConversionSyntax
	DivisionImpossible
	DivisionUndefined
	InvalidContext
)

// Invalid are all conditions of InvalidOperation.
const Invalid = InvalidOperation | ConversionSyntax | DivisionImpossible | DivisionUndefined | InvalidContext

// A Context holds precision and limits of results.
type Context struct {
	Prec       int
	Rounding   Rounding
	Emin, Emax int
	Clamp      bool
}

// The limits of contexts on 64-bit machines.
const (
	MaxPrec  = 999999999999999999
	MaxEmax  = 999999999999999999
	MinEmin  = -999999999999999999
	MinEtiny = MinEmin - (MaxPrec - 1)
)

// Etiny is the exponent of the smallest subnormal number.
func (c *Context) Etiny() int { return c.Emin - c.Prec + 1 }

// Etop is the largest exponent of a full coefficient.
func (c *Context) Etop() int { return c.Emax - c.Prec + 1 }

// roundAway tells whether a magnitude whose kept part is q must be increased;
// half compares what is dropped with one half (-1, 0, 1); dropped is not zero.
func roundAway(r Rounding, neg bool, q *big.Int, half int) bool {
	switch r {
	case RoundUp:
		return true
	case RoundDown:
		return false
	case RoundCeiling:
		return !neg
	case RoundFloor:
		return neg
	case RoundHalfUp:
		return half >= 0
	case RoundHalfDown:
		return half > 0
	case RoundHalfEven:
		return half > 0 || half == 0 && q.Bit(0) == 1
	}
	return new(big.Int).Rem(q, five).Sign() == 0
}

// drop divides a coefficient by 10**n, rounding; exact tells whether nothing
// was lost.
func drop(v *big.Int, n int, r Rounding, neg bool) (q *big.Int, exact bool) {
	if n <= 0 {
		return shift10(v, -n), true
	}
	if v.Sign() == 0 {
		return v, true
	}
	half := -1
	if n > digits(v) {
		q = new(big.Int)
	} else {
		unit := pow10(n)
		rem := new(big.Int)
		q, rem = new(big.Int).QuoRem(v, unit, rem)
		if rem.Sign() == 0 {
			return q, true
		}
		half = rem.Lsh(rem, 1).Cmp(unit)
	}
	if roundAway(r, neg, q, half) {
		q = q.Add(q, one)
	}
	return q, false
}

// Finish rounds an exact result to the context.
func (c *Context) Finish(n Number) (Number, Signal) {
	switch {
	case n.IsNaN():
		return c.fixNaN(n), 0
	case n.Form == Infinite:
		return n, 0
	case n.Coeff.Sign() == 0:
		return c.finishZero(n)
	}
	etiny, etop := c.Etiny(), c.Etop()
	d := n.Digits()
	low := n.Exp + d - c.Prec
	if low > etop {
		return c.overflow(n.Neg)
	}
	subnormal := low < etiny
	if subnormal {
		low = etiny
	}
	var sig Signal
	if n.Exp < low {
		coeff, exact := drop(n.Coeff, low-n.Exp, c.Rounding, n.Neg)
		out := Number{Neg: n.Neg, Coeff: coeff, Exp: low}
		if digits(coeff) > c.Prec {
			out.Coeff = new(big.Int).Quo(coeff, ten)
			out.Exp++
		}
		if out.Exp > etop {
			return c.overflow(n.Neg)
		}
		sig = Rounded
		if !exact {
			sig |= Inexact
		}
		if subnormal {
			sig |= Subnormal
			if !exact {
				sig |= Underflow
			}
			if out.Coeff.Sign() == 0 {
				sig |= Clamped
			}
		}
		return out, sig
	}
	if subnormal {
		sig |= Subnormal
	}
	if c.Clamp && n.Exp > etop {
		return Number{Neg: n.Neg, Coeff: shift10(n.Coeff, n.Exp-etop), Exp: etop}, sig | Clamped
	}
	return n, sig
}

func (c *Context) finishZero(n Number) (Number, Signal) {
	top := c.Emax
	if c.Clamp {
		top = c.Etop()
	}
	e := min(max(n.Exp, c.Etiny()), top)
	if e == n.Exp {
		return n, 0
	}
	n.Exp = e
	return n, Clamped
}

// overflow gives infinity or the largest finite number, as the rounding says.
func (c *Context) overflow(neg bool) (Number, Signal) {
	const sig = Overflow | Inexact | Rounded
	switch c.Rounding {
	case RoundDown, Round05Up:
	case RoundCeiling:
		if !neg {
			return Infinity(neg), sig
		}
	case RoundFloor:
		if neg {
			return Infinity(neg), sig
		}
	default:
		return Infinity(neg), sig
	}
	if c.Prec > MaxDigits {
		return Infinity(neg), sig
	}
	nines := pow10(c.Prec)
	return Number{Neg: neg, Coeff: nines.Sub(nines, one), Exp: c.Etop()}, sig
}

// fixNaN shortens a payload that does not fit.
func (c *Context) fixNaN(n Number) Number {
	room := c.Prec
	if c.Clamp {
		room--
	}
	if n.Coeff.Sign() != 0 && n.Digits() > room {
		n.Coeff = new(big.Int).Rem(n.Coeff, pow10(room))
	}
	return n
}

// nans handles NaN operands: done is false when there are none.
func (c *Context) nans(ns ...Number) (out Number, sig Signal, done bool) {
	for _, form := range []Form{SignalingNaN, QuietNaN} {
		for _, n := range ns {
			if n.Form != form {
				continue
			}
			if form == SignalingNaN {
				n.Form = QuietNaN
				sig = InvalidOperation
			}
			return c.fixNaN(n), sig, true
		}
	}
	return Number{}, 0, false
}

func invalid() (Number, Signal, error) { return NaN(), InvalidOperation, nil }

// finish adapts Finish to the operations' results.
func (c *Context) finish(n Number) (Number, Signal, error) {
	out, sig := c.Finish(n)
	return out, sig, nil
}
