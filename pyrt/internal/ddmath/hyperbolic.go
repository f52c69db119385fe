package ddmath

import "math"

// The hyperbolic functions, and log10, are not rounded correctly by C
// libraries: they follow from exp, expm1, log and log1p by the formulas below,
// and their last digit is what these give.

// Sinh is the hyperbolic sine.
func Sinh(x float64) float64 {
	a := math.Abs(x)
	if a > 22 || !(a > 1e-9) {
		return math.Sinh(x)
	}
	t, half := math.Expm1(a), math.Copysign(0.5, x)
	if a < 1 {
		return half * (2*t - t*t/(t+1))
	}
	return half * (t + t/(t+1))
}

// Cosh is the hyperbolic cosine.
func Cosh(x float64) float64 {
	a := math.Abs(x)
	switch {
	case !(a <= 22):
		return math.Cosh(x)
	case a < 0.5*math.Ln2:
		t := math.Expm1(a)
		w := 1 + t
		return 1 + t*t/(w+w)
	}
	t := Exp(a)
	return 0.5*t + 0.5/t
}

// Tanh is the hyperbolic tangent.
func Tanh(x float64) float64 {
	a := math.Abs(x)
	switch {
	case a > 22 || !(a > 1e-9):
		return math.Tanh(x)
	case a >= 1:
		return math.Copysign(1-2/(math.Expm1(2*a)+2), x)
	}
	t := math.Expm1(-2 * a)
	return math.Copysign(-t/(t+2), x)
}

// Asinh is the inverse of Sinh.
func Asinh(x float64) float64 {
	a := math.Abs(x)
	if a > 1e8 || !(a > 1e-9) {
		return math.Asinh(x)
	}
	if a > 2 {
		return math.Copysign(Log(2*a+1/(math.Sqrt(x*x+1)+a)), x)
	}
	t := x * x
	return math.Copysign(math.Log1p(a+t/(1+math.Sqrt(1+t))), x)
}

// Acosh is the inverse of Cosh.
func Acosh(x float64) float64 {
	switch {
	case !(x > 1) || x > 1e8:
		return math.Acosh(x)
	case x > 2:
		return Log(2*x - 1/(x+math.Sqrt(x*x-1)))
	}
	t := x - 1
	return math.Log1p(t + math.Sqrt(2*t+t*t))
}

// Log10 is the logarithm to the base 10.
func Log10(x float64) float64 {
	if !plainLog(x) || x < 1e-300 {
		return math.Log10(x)
	}
	m, k := math.Frexp(x)
	m, k = m*2, k-1
	if k < 0 {
		m, k = m/2, k+1
	}
	// log10(2) in two parts, of which the first times k is exact.
	const high, low = 3.01029995663611771306e-01, 3.69423907715893078616e-13
	return float64(k)*high + (float64(k)*low + math.Log10E*Log(m))
}

// Hypot is the length of the vector, rounded correctly.
func Hypot(parts ...float64) float64 {
	most := 0.0
	for _, p := range parts {
		if math.IsInf(p, 0) {
			return math.Inf(1)
		}
		most = math.Max(most, math.Abs(p)) // NaN if one is
	}
	if most == 0 || math.IsNaN(most) {
		return most
	}
	_, k := math.Frexp(most)
	sum := number{}
	for _, p := range parts {
		p = math.Ldexp(p, -k)
		sum = sum.add(twoProduct(p, p))
	}
	return math.Ldexp(sum.sqrt().value(), k)
}
