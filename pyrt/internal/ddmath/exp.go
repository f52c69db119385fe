package ddmath

import "math"

// inverseFactorials are 1/n! for n from 0.
var inverseFactorials = func() []number {
	out := []number{of(1)}
	for n := 1; n < 32; n++ {
		out = append(out, out[n-1].div(of(float64(n))))
	}
	return out
}()

// exp gives e**a as a number and a power of two: the number times 2**k.
func exp(a number) (number, int) {
	k := math.Round(a.hi / ln2.hi)
	r := a.sub(ln2.times(k))
	return expm1Small(r.scale(1.0 / 512)), int(k)
}

// expm1Small finishes exp: r is the argument divided by 512.
func expm1Small(r number) number {
	s := series(r)
	for range 9 { // (1+s)**2 - 1
		s = s.scale(2).add(s.mul(s))
	}
	return s.add(of(1))
}

// series sums r**n/n! from 1 on.
func series(r number) number {
	s := inverseFactorials[9]
	for n := 8; n >= 1; n-- {
		s = s.mul(r).add(inverseFactorials[n])
	}
	return s.mul(r)
}

// outOfRange tells results that package math knows best: those of infinities
// and NaN, and those that are near the ends of the range of floats.
func outOfRange(approx float64) bool {
	a := math.Abs(approx)
	return !(a > 1e-290 && a < 1e300)
}

// Exp is e**x.
func Exp(x float64) float64 {
	approx := math.Exp(x)
	if outOfRange(approx) || x == 0 {
		return approx
	}
	v, k := exp(of(x))
	return math.Ldexp(v.value(), k)
}

// Exp2 is 2**x.
func Exp2(x float64) float64 {
	approx := math.Exp2(x)
	if outOfRange(approx) || x == math.Trunc(x) {
		return approx
	}
	v, k := exp(ln2.times(x))
	return math.Ldexp(v.value(), k)
}

// log gives the natural logarithm of a, from an approximation.
func log(a number, approx float64) number {
	v, k := exp(of(approx))
	e := number{math.Ldexp(v.hi, k), math.Ldexp(v.lo, k)}
	// Halley's step: y + 2 (a - e) / (a + e).
	return a.sub(e).div(a.add(e)).scale(2).add(of(approx))
}

// logNormal splits a float into a mantissa near one and a power of two.
func logNormal(x float64) number {
	m, k := math.Frexp(x)
	if m < math.Sqrt2/2 {
		m, k = m*2, k-1
	}
	if math.Abs(m-1) < 1e-4 {
		return log1pSmall(of(m - 1)).add(ln2.times(float64(k)))
	}
	return log(of(m), math.Log(m)).add(ln2.times(float64(k)))
}

// log1pSmall sums the series for small arguments.
func log1pSmall(a number) number {
	s := number{}
	for n := 12; n >= 1; n-- {
		c := of(1).div(of(float64(n)))
		if n%2 == 0 {
			c = c.neg()
		}
		s = s.mul(a).add(c)
	}
	return s.mul(a)
}

func plainLog(x float64) bool { return x > 0 && !math.IsInf(x, 1) && x != 1 }

// Log is the natural logarithm.
func Log(x float64) float64 {
	if !plainLog(x) {
		return math.Log(x)
	}
	return logNormal(x).value()
}

// Log2 is the logarithm to the base 2.
func Log2(x float64) float64 {
	if m, _ := math.Frexp(x); !plainLog(x) || m == 0.5 {
		return math.Log2(x)
	}
	return logNormal(x).div(ln2).value()
}

// Pow is x**y.
func Pow(x, y float64) float64 {
	approx := math.Pow(x, y)
	if outOfRange(approx) || x == 0 || y == 0 || x == 1 || y == 1 || math.Abs(x) == 1 {
		return approx
	}
	l := logNormal(math.Abs(x)).times(y)
	if math.IsNaN(l.hi) || math.IsInf(l.hi, 0) {
		return approx
	}
	v, k := exp(l)
	return math.Copysign(math.Ldexp(v.value(), k), approx)
}

// Cbrt is the cube root.
func Cbrt(x float64) float64 {
	approx := math.Cbrt(x)
	if outOfRange(approx) || outOfRange(x) {
		return approx
	}
	c := twoProduct(approx, approx).times(approx)
	return of(x).sub(c).div(twoProduct(approx, approx).times(3)).add(of(approx)).value()
}
