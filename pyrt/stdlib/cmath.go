package stdlib

import (
	"math"
	"math/cmplx"

	"github.com/mrt-tools/mrt/pyrt"
	"github.com/mrt-tools/mrt/pyrt/internal/ddmath"
)

// cmathModule is module cmath. Finite arguments go through Kahan's formulas,
// as in CPython; the others through Go's tables of special values.
func cmathModule(*pyrt.Thread) *pyrt.Module {
	m := pyrt.NewModule("cmath")
	for name, v := range map[string]pyrt.Value{"pi": pyrt.Float(math.Pi), "e": pyrt.Float(math.E), "tau": pyrt.Float(2 * math.Pi), "inf": pyrt.Float(math.Inf(1)),
		"nan": pyrt.Float(math.NaN()), "infj": pyrt.Complex(complex(0, math.Inf(1))), "nanj": pyrt.Complex(complex(0, math.NaN()))} {
		m.Set(name, v)
	}
	for name, f := range map[string]complexPair{"sqrt": {complexSqrt, cmplx.Sqrt}, "exp": {complexExp, cmplx.Exp}, "log10": {complexLog10, cmplx.Log10},
		"sin": {turned(complexSinh), cmplx.Sin}, "cos": {complexCos, cmplx.Cos}, "tan": {turned(complexTanh), cmplx.Tan},
		"sinh": {complexSinh, cmplx.Sinh}, "cosh": {complexCosh, cmplx.Cosh}, "tanh": {complexTanh, cmplx.Tanh},
		"asin": {turned(complexAsinh), cmplx.Asin}, "acos": {complexAcos, cmplx.Acos}, "atan": {turned(complexAtanh), cmplx.Atan},
		"asinh": {complexAsinh, cmplx.Asinh}, "acosh": {complexAcosh, cmplx.Acosh}, "atanh": {complexAtanh, cmplx.Atanh}} {
		m.Define(name+"(z, /)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			z, err := complexArg(t, a[0])
			if err != nil {
				return nil, err
			}
			return f.value(z)
		})
	}
	m.Define("log(z, base=..., /)", complexLogarithm)
	complexParts(m)
	complexTests(m)
	return m
}

// A complexPair is a function for finite arguments and one for the others.
type complexPair struct{ finite, other func(complex128) complex128 }

func (f complexPair) value(z complex128) (pyrt.Value, error) {
	if !isFiniteComplex(z) {
		return pyrt.Complex(f.other(z)), nil
	}
	r := f.finite(z)
	switch {
	case cmplx.IsInf(r):
		if z == 0 || z == 1 || z == -1 || z == 1i || z == -1i {
			return nil, domainError()
		}
		return nil, rangeError()
	case math.IsNaN(real(r)) || math.IsNaN(imag(r)):
		return nil, domainError()
	}
	return pyrt.Complex(r), nil
}

func isFiniteComplex(z complex128) bool {
	return !cmplx.IsInf(z) && !math.IsNaN(real(z)) && !math.IsNaN(imag(z))
}

// turned makes f(iz)/i of f.
func turned(f func(complex128) complex128) func(complex128) complex128 {
	return func(z complex128) complex128 {
		r := f(complex(-imag(z), real(z)))
		return complex(imag(r), -real(r))
	}
}

func complexSqrt(z complex128) complex128 {
	if real(z) == 0 && imag(z) == 0 {
		return complex(0, imag(z))
	}
	ax, ay := math.Abs(real(z)), math.Abs(imag(z))
	var s float64
	if ax < 0x1p-1022 && ay < 0x1p-1022 && (ax > 0 || ay > 0) {
		ax = math.Ldexp(ax, 54)
		s = math.Ldexp(math.Sqrt(ax+ddmath.Hypot(ax, math.Ldexp(ay, 54))), -27)
	} else {
		ax /= 8
		s = 2 * math.Sqrt(ax+ddmath.Hypot(ax, ay/8))
	}
	d := ay / (2 * s)
	if real(z) >= 0 {
		return complex(s, math.Copysign(d, imag(z)))
	}
	return complex(d, math.Copysign(s, imag(z)))
}

func complexExp(z complex128) complex128 {
	l := ddmath.Exp(real(z))
	if real(z) > 708 {
		l = ddmath.Exp(real(z) - 1)
		return complex(l*ddmath.Cos(imag(z))*math.E, l*ddmath.Sin(imag(z))*math.E)
	}
	return complex(l*ddmath.Cos(imag(z)), l*ddmath.Sin(imag(z)))
}

func complexLog(z complex128) complex128 {
	ax, ay := math.Abs(real(z)), math.Abs(imag(z))
	var re float64
	switch h := ddmath.Hypot(ax, ay); {
	case ax > math.MaxFloat64/4 || ay > math.MaxFloat64/4:
		re = ddmath.Log(ddmath.Hypot(ax/2, ay/2)) + math.Ln2
	case h == 0:
		re = math.Inf(-1)
	case h >= 0.71 && h <= 1.73:
		am, an := max(ax, ay), min(ax, ay)
		re = math.Log1p((am-1)*(am+1)+an*an) / 2
	case h < 0x1p-1022:
		re = ddmath.Log(ddmath.Hypot(math.Ldexp(ax, 53), math.Ldexp(ay, 53))) - 53*math.Ln2
	default:
		re = ddmath.Log(h)
	}
	return complex(re, ddmath.Atan2(imag(z), real(z)))
}

func complexLog10(z complex128) complex128 {
	r := complexLog(z)
	return complex(real(r)/math.Ln10, imag(r)/math.Ln10)
}

func complexLogarithm(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	var out [2]complex128
	for i, v := range a {
		if v == nil {
			continue
		}
		z, err := complexArg(t, v)
		if err != nil {
			return nil, err
		}
		r, err := complexPair{complexLog, cmplx.Log}.value(z)
		if err != nil {
			return nil, err
		}
		out[i] = complex128(r.(pyrt.Complex))
	}
	if a[1] == nil {
		return pyrt.Complex(out[0]), nil
	}
	return pyrt.Binary(t, pyrt.OpTrueDiv, pyrt.Complex(out[0]), pyrt.Complex(out[1]))
}

func complexSinh(z complex128) complex128 {
	return complex(ddmath.Cos(imag(z))*ddmath.Sinh(real(z)), ddmath.Sin(imag(z))*ddmath.Cosh(real(z)))
}

func complexCosh(z complex128) complex128 {
	return complex(ddmath.Cos(imag(z))*ddmath.Cosh(real(z)), ddmath.Sin(imag(z))*ddmath.Sinh(real(z)))
}

func complexCos(z complex128) complex128 { return complexCosh(complex(-imag(z), real(z))) }

func complexTanh(z complex128) complex128 {
	if math.Abs(real(z)) > 350 {
		return complex(math.Copysign(1, real(z)), 4*ddmath.Sin(imag(z))*ddmath.Cos(imag(z))*ddmath.Exp(-2*math.Abs(real(z))))
	}
	tx, ty := ddmath.Tanh(real(z)), ddmath.Tan(imag(z))
	cx, txty := 1/ddmath.Cosh(real(z)), tx*ty
	denom := 1 + txty*txty
	return complex(tx*(1+ty*ty)/denom, ((ty/denom)*cx)*cx)
}

func complexAcos(z complex128) complex128 {
	if math.Abs(real(z)) > math.MaxFloat64/4 || math.Abs(imag(z)) > math.MaxFloat64/4 {
		return cmplx.Acos(z)
	}
	s1, s2 := complexSqrt(complex(1-real(z), -imag(z))), complexSqrt(complex(1+real(z), imag(z)))
	return complex(2*ddmath.Atan2(real(s1), real(s2)), ddmath.Asinh(real(s2)*imag(s1)-imag(s2)*real(s1)))
}

func complexAcosh(z complex128) complex128 {
	if math.Abs(real(z)) > math.MaxFloat64/4 || math.Abs(imag(z)) > math.MaxFloat64/4 {
		return cmplx.Acosh(z)
	}
	s1, s2 := complexSqrt(complex(real(z)-1, imag(z))), complexSqrt(complex(real(z)+1, imag(z)))
	return complex(ddmath.Asinh(real(s1)*real(s2)+imag(s1)*imag(s2)), 2*ddmath.Atan2(imag(s1), real(s2)))
}

func complexAsinh(z complex128) complex128 {
	if math.Abs(real(z)) > math.MaxFloat64/4 || math.Abs(imag(z)) > math.MaxFloat64/4 {
		return cmplx.Asinh(z)
	}
	s1, s2 := complexSqrt(complex(1+imag(z), -real(z))), complexSqrt(complex(1-imag(z), real(z)))
	return complex(ddmath.Asinh(real(s1)*imag(s2)-real(s2)*imag(s1)), ddmath.Atan2(imag(z), real(s1)*real(s2)-imag(s1)*imag(s2)))
}

func complexAtanh(z complex128) complex128 {
	if math.Signbit(real(z)) {
		return -complexAtanh(-z)
	}
	ay := math.Abs(imag(z))
	if large := math.Sqrt(math.MaxFloat64 / 4); real(z) > large || ay > large {
		h := ddmath.Hypot(real(z)/2, imag(z)/2)
		return complex(real(z)/4/h/h, math.Copysign(math.Pi/2, imag(z)))
	}
	if real(z) == 1 && ay < 0x1p-511 {
		if ay == 0 {
			return complex(math.Inf(1), imag(z))
		}
		return complex(-ddmath.Log(math.Sqrt(ay)/math.Sqrt(ddmath.Hypot(ay, 2))), math.Copysign(ddmath.Atan2(2, -ay)/2, imag(z)))
	}
	return complex(math.Log1p(4*real(z)/((1-real(z))*(1-real(z))+ay*ay))/4, -ddmath.Atan2(-2*imag(z), (1-real(z))*(1+real(z))-ay*ay)/2)
}

// complexParts adds what goes between a complex number and its polar form.
func complexParts(m *pyrt.Module) {
	m.Define("phase(z, /)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		z, err := complexArg(t, a[0])
		return pyrt.Float(ddmath.Atan2(imag(z), real(z))), err
	})
	m.Define("polar(z, /)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		z, err := complexArg(t, a[0])
		return pyrt.NewTuple(pyrt.Float(ddmath.Hypot(real(z), imag(z))), pyrt.Float(ddmath.Atan2(imag(z), real(z)))), err
	})
	m.Define("rect(r, phi, /)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		r, err := pyrt.RealNumber(t, a[0])
		if err != nil {
			return nil, err
		}
		phi, err := pyrt.RealNumber(t, a[1])
		switch {
		case err != nil:
			return nil, err
		case math.IsInf(phi, 0) && r != 0 && !math.IsNaN(r):
			return nil, domainError()
		case phi == 0:
			return pyrt.Complex(complex(r, r*phi)), nil
		}
		return pyrt.Complex(complex(r*ddmath.Cos(phi), r*ddmath.Sin(phi))), nil
	})
}

// complexTests adds the functions that answer yes or no.
func complexTests(m *pyrt.Module) {
	for name, f := range map[string]func(complex128) bool{
		"isfinite": isFiniteComplex, "isinf": cmplx.IsInf,
		"isnan": func(z complex128) bool { return math.IsNaN(real(z)) || math.IsNaN(imag(z)) },
	} {
		m.Define(name+"(z, /)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			z, err := complexArg(t, a[0])
			return pyrt.Bool(f(z)), err
		})
	}
	m.Define("isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		x, err := complexArg(t, a[0])
		if err != nil {
			return nil, err
		}
		y, err := complexArg(t, a[1])
		if err != nil {
			return nil, err
		}
		rel, err := pyrt.RealNumber(t, a[2])
		if err != nil {
			return nil, err
		}
		abs, err := pyrt.RealNumber(t, a[3])
		switch {
		case err != nil:
			return nil, err
		case rel < 0 || abs < 0:
			return nil, pyrt.Errorf(pyrt.ValueError, "tolerances must be non-negative")
		case x == y:
			return pyrt.True, nil
		case cmplx.IsInf(x) || cmplx.IsInf(y):
			return pyrt.False, nil
		}
		d := cmplx.Abs(x - y)
		return pyrt.Bool(d <= rel*cmplx.Abs(y) || d <= rel*cmplx.Abs(x) || d <= abs), nil
	})
}

func complexArg(t *pyrt.Thread, v pyrt.Value) (complex128, error) {
	if c, ok := pyrt.Underlying(v).(pyrt.Complex); ok {
		return complex128(c), nil
	}
	if _, isText := pyrt.AsStr(v); !isText {
		if m, err := pyrt.LookupAttr(t, v, "__complex__"); err != nil {
			return 0, err
		} else if m != nil {
			r, err := pyrt.Call(t, m, pyrt.Args{})
			if err != nil {
				return 0, err
			}
			if c, ok := pyrt.Underlying(r).(pyrt.Complex); ok {
				return complex128(c), nil
			}
			return 0, pyrt.Errorf(pyrt.TypeError, "%s.__complex__() must return a complex, not %s", v.Type().Name, r.Type().Name)
		}
	}
	f, err := pyrt.RealNumber(t, v)
	return complex(f, 0), err
}
