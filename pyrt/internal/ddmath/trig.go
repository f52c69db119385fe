package ddmath

import (
	"math"
	"math/big"
)

// sinCosSmall gives sine and cosine of |a| <= pi/4.
func sinCosSmall(a number) (sin, cos number) {
	q := a.mul(a)
	s, c := inverseFactorials[27], inverseFactorials[26]
	for n := 25; n >= 1; n -= 2 {
		s = s.mul(q).neg().add(inverseFactorials[n])
		c = c.mul(q).neg().add(inverseFactorials[n-1])
	}
	return s.mul(a), c
}

// maxReduced is the largest argument that is reduced with three parts of pi/2.
const maxReduced = 1 << 20

// reduce gives x - k*pi/2 and k modulo 4.
func reduce(x float64) (number, int) {
	if math.Abs(x) > maxReduced {
		return reduceLarge(x)
	}
	k := math.Round(x / halfPi.hi)
	r := of(x).sub(twoProduct(k, halfPi.hi))
	r = r.sub(twoProduct(k, halfPi.lo))
	r = r.sub(of(k * halfPiRest))
	return r, int(math.Mod(k, 4)+4) & 3
}

// reduceLarge reduces with as many digits of pi as the argument needs.
func reduceLarge(x float64) (number, int) {
	prec := uint(1200)
	half := new(big.Float).Quo(pi(prec), big.NewFloat(2))
	v := new(big.Float).SetPrec(prec).SetFloat64(x)
	q := new(big.Float).SetPrec(prec).Quo(v, half)
	if q.Sign() >= 0 {
		q.Add(q, big.NewFloat(0.5))
	} else {
		q.Sub(q, big.NewFloat(0.5))
	}
	k, _ := q.Int(nil)
	r := v.Sub(v, half.Mul(half, new(big.Float).SetPrec(prec).SetInt(k)))
	hi, _ := r.Float64()
	lo, _ := r.Sub(r, big.NewFloat(hi)).Float64()
	return number{hi, lo}, int(new(big.Int).And(k, big.NewInt(3)).Int64())
}

// pi is Machin's formula.
func pi(prec uint) *big.Float {
	arctan := func(n int64) *big.Float { // arctan(1/n)
		one := new(big.Float).SetPrec(prec).SetInt64(1)
		term := one.Quo(one, new(big.Float).SetPrec(prec).SetInt64(n))
		sum := new(big.Float).SetPrec(prec).Set(term)
		square := new(big.Float).SetPrec(prec).SetInt64(n * n)
		for k := int64(1); term.MantExp(nil) > -int(prec)-8; k++ {
			term.Quo(term, square).Neg(term)
			sum.Add(sum, new(big.Float).SetPrec(prec).Quo(term, new(big.Float).SetPrec(prec).SetInt64(2*k+1)))
		}
		return sum
	}
	a, b := arctan(5), arctan(239)
	a.Mul(a, big.NewFloat(16))
	b.Mul(b, big.NewFloat(4))
	return a.Sub(a, b)
}

func sinCos(x float64) (sin, cos number) {
	r, k := reduce(x)
	s, c := sinCosSmall(r)
	switch k {
	case 1:
		return c, s.neg()
	case 2:
		return s.neg(), c.neg()
	case 3:
		return c.neg(), s
	}
	return s, c
}

// tiny: the functions give the argument back, or one.
func tiny(x float64) bool {
	return !(math.Abs(x) > 1e-9) || math.IsInf(x, 0)
}

// Sin is the sine.
func Sin(x float64) float64 {
	if tiny(x) {
		return math.Sin(x)
	}
	s, _ := sinCos(x)
	return s.value()
}

// Cos is the cosine.
func Cos(x float64) float64 {
	if tiny(x) {
		return math.Cos(x)
	}
	_, c := sinCos(x)
	return c.value()
}

// Tan is the tangent.
func Tan(x float64) float64 {
	if tiny(x) {
		return math.Tan(x)
	}
	s, c := sinCos(x)
	return s.div(c).value()
}

// Atan is the arc tangent.
func Atan(x float64) float64 {
	if tiny(x) || math.Abs(x) > 1e300 {
		return math.Atan(x)
	}
	return atan2(of(x), of(1), math.Atan(x)).value()
}

// atan2 improves an approximation of the angle of (x, y).
func atan2(y, x number, approx float64) number {
	s, c := sinCos(approx)
	d := y.mul(c).sub(x.mul(s)).div(x.mul(c).add(y.mul(s)))
	return of(approx).add(d)
}

// Atan2 is the angle of the point (x, y).
func Atan2(y, x float64) float64 {
	approx := math.Atan2(y, x)
	if outOfRange(x) || outOfRange(y) || tiny(approx) {
		return approx
	}
	if e := math.Abs(math.Log2(math.Abs(x)) - math.Log2(math.Abs(y))); e > 200 {
		return approx
	}
	m, k := math.Frexp(x)
	return atan2(of(math.Ldexp(y, -k)), of(m), approx).value()
}

func halfChord(x float64) number { return twoSum(1, -x).mul(twoSum(1, x)).sqrt() }

// Asin is the arc sine.
func Asin(x float64) float64 {
	if tiny(x) || math.Abs(x) >= 1 {
		return math.Asin(x)
	}
	return atan2(of(x), halfChord(x), math.Asin(x)).value()
}

// Acos is the arc cosine.
func Acos(x float64) float64 {
	if !(math.Abs(x) < 1) {
		return math.Acos(x)
	}
	return atan2(halfChord(x), of(x), math.Acos(x)).value()
}
