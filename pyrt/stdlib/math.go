package stdlib

import (
	"math"
	"math/big"
	"math/cmplx"

	"github.com/mrt-tools/mrt/pyrt"
)

func domainError() error { return pyrt.Errorf(pyrt.ValueError, "math domain error") }
func rangeError() error  { return pyrt.Errorf(pyrt.OverflowError, "math range error") }

// unaryFloat declares a function of one float. Results that are not finite
// for finite arguments are errors, as C's errno says.
func unaryFloat(m *pyrt.Module, name string, f func(float64) float64, overflows bool) {
	m.Define(name+"(x, /)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		x, err := pyrt.RealNumber(t, a[0])
		if err != nil {
			return nil, err
		}
		r := f(x)
		if math.IsNaN(r) && !math.IsNaN(x) {
			return nil, domainText(name, x)
		}
		if math.IsInf(r, 0) && !math.IsInf(x, 0) {
			if overflows {
				return nil, rangeError()
			}
			return nil, domainText(name, x)
		}
		return pyrt.Float(r), nil
	})
}

// domainText words domain errors; since 3.14 several functions say what they
// expected.
func domainText(name string, x float64) error {
	switch name {
	case "sqrt":
		return pyrt.Errorf(pyrt.ValueError, "expected a nonnegative input, got %s", pyrt.FloatRepr(x))
	case "log", "log2", "log10":
		return pyrt.Errorf(pyrt.ValueError, "expected a positive input")
	case "log1p":
		return pyrt.Errorf(pyrt.ValueError, "expected argument value > -1, got %s", pyrt.FloatRepr(x))
	case "acos", "asin":
		return pyrt.Errorf(pyrt.ValueError, "expected a number in range from -1 up to 1, got %s", pyrt.FloatRepr(x))
	case "atanh":
		return pyrt.Errorf(pyrt.ValueError, "expected a number between -1 and 1, got %s", pyrt.FloatRepr(x))
	case "acosh":
		return pyrt.Errorf(pyrt.ValueError, "expected argument value not less than 1, got %s", pyrt.FloatRepr(x))
	case "sin", "cos", "tan":
		return pyrt.Errorf(pyrt.ValueError, "expected a finite input, got %s", pyrt.FloatRepr(x))
	case "gamma", "lgamma":
		return pyrt.Errorf(pyrt.ValueError, "expected a noninteger or positive integer, got %s", pyrt.FloatRepr(x))
	}
	return domainError()
}

func binaryFloat(m *pyrt.Module, name string, f func(x, y float64) (float64, error)) {
	m.Define(name+"(x, y, /)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		x, err := pyrt.RealNumber(t, a[0])
		if err != nil {
			return nil, err
		}
		y, err := pyrt.RealNumber(t, a[1])
		if err != nil {
			return nil, err
		}
		r, err := f(x, y)
		return pyrt.Float(r), err
	})
}

func mathModule(*pyrt.Thread) *pyrt.Module {
	m := pyrt.NewModule("math")
	for name, v := range map[string]float64{"pi": math.Pi, "e": math.E, "tau": 2 * math.Pi, "inf": math.Inf(1), "nan": math.NaN()} {
		m.Set(name, pyrt.Float(v))
	}
	for name, f := range map[string]func(float64) float64{"sqrt": math.Sqrt, "sin": math.Sin, "cos": math.Cos, "tan": math.Tan,
		"asin": math.Asin, "acos": math.Acos, "atan": math.Atan, "asinh": math.Asinh, "acosh": math.Acosh, "atanh": math.Atanh, "tanh": math.Tanh,
		"fabs": math.Abs, "erf": math.Erf, "erfc": math.Erfc, "log1p": math.Log1p, "cbrt": math.Cbrt,
		"degrees": func(x float64) float64 { return x * (180 / math.Pi) }, "radians": func(x float64) float64 { return x * (math.Pi / 180) },
		"lgamma": func(x float64) float64 { r, _ := math.Lgamma(x); return r }} {
		unaryFloat(m, name, f, false)
	}
	for name, f := range map[string]func(float64) float64{"exp": math.Exp, "exp2": math.Exp2, "expm1": math.Expm1, "sinh": math.Sinh, "cosh": math.Cosh, "gamma": math.Gamma} {
		unaryFloat(m, name, f, true)
	}
	mathBinary(m)
	mathRounding(m)
	mathIntegers(m)
	mathLogs(m)
	mathSums(m)
	return m
}

func mathBinary(m *pyrt.Module) {
	total := func(f func(x, y float64) float64) func(x, y float64) (float64, error) {
		return func(x, y float64) (float64, error) { return f(x, y), nil }
	}
	binaryFloat(m, "atan2", total(math.Atan2))
	binaryFloat(m, "copysign", total(math.Copysign))
	binaryFloat(m, "fmod", func(x, y float64) (float64, error) {
		r := math.Mod(x, y)
		if math.IsNaN(r) && !math.IsNaN(x) && !math.IsNaN(y) {
			return 0, domainError()
		}
		return r, nil
	})
	binaryFloat(m, "remainder", func(x, y float64) (float64, error) {
		r := math.Remainder(x, y)
		if math.IsNaN(r) && !math.IsNaN(x) && !math.IsNaN(y) {
			return 0, domainError()
		}
		return r, nil
	})
	binaryFloat(m, "pow", func(x, y float64) (float64, error) {
		r := math.Pow(x, y)
		switch {
		case math.IsNaN(r) && !math.IsNaN(x) && !math.IsNaN(y):
			return 0, domainError()
		case math.IsInf(r, 0) && !math.IsInf(x, 0) && !math.IsInf(y, 0):
			if x == 0 {
				return 0, domainError()
			}
			return 0, rangeError()
		}
		return r, nil
	})
	m.Define("nextafter(x, y, /, *, steps=None)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		x, err := pyrt.RealNumber(t, a[0])
		if err != nil {
			return nil, err
		}
		y, err := pyrt.RealNumber(t, a[1])
		return pyrt.Float(math.Nextafter(x, y)), err
	})
	m.Define("ulp(x, /)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		x, err := pyrt.RealNumber(t, a[0])
		x = math.Abs(x)
		if math.IsNaN(x) || math.IsInf(x, 0) {
			return pyrt.Float(x), err
		}
		return pyrt.Float(math.Nextafter(x, math.Inf(1)) - x), err
	})
	m.Define("ldexp(x, i, /)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		x, err := pyrt.RealNumber(t, a[0])
		if err != nil {
			return nil, err
		}
		n, err := pyrt.IndexInt(t, a[1])
		if err != nil {
			return nil, err
		}
		r := math.Ldexp(x, n)
		if math.IsInf(r, 0) && !math.IsInf(x, 0) {
			return nil, rangeError()
		}
		return pyrt.Float(r), nil
	})
}

func mathRounding(m *pyrt.Module) {
	for name, f := range map[string]func(float64) float64{"floor": math.Floor, "ceil": math.Ceil, "trunc": math.Trunc} {
		dunder := "__" + name + "__"
		m.Define(name+"(x, /)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			if x, ok := a[0].(pyrt.Float); ok {
				return pyrt.ToInt(t, pyrt.Float(f(float64(x))))
			}
			if a[0].Type().Lookup(dunder) != nil {
				return pyrt.CallMethod(t, a[0], dunder)
			}
			if name == "trunc" {
				return nil, pyrt.Errorf(pyrt.TypeError, "type %s doesn't define __trunc__ method", a[0].Type().Name)
			}
			x, err := pyrt.RealNumber(t, a[0])
			if err != nil {
				return nil, err
			}
			return pyrt.ToInt(t, pyrt.Float(f(x)))
		})
	}
	m.Define("modf(x, /)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		x, err := pyrt.RealNumber(t, a[0])
		if err != nil {
			return nil, err
		}
		if math.IsInf(x, 0) {
			return pyrt.NewTuple(pyrt.Float(math.Copysign(0, x)), pyrt.Float(x)), nil
		}
		i, f := math.Modf(x)
		return pyrt.NewTuple(pyrt.Float(math.Copysign(f, x)), pyrt.Float(i)), nil
	})
	m.Define("frexp(x, /)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		x, err := pyrt.RealNumber(t, a[0])
		f, e := math.Frexp(x)
		return pyrt.NewTuple(pyrt.Float(f), pyrt.Int(e)), err
	})
	test := func(name string, f func(float64) bool) {
		m.Define(name+"(x, /)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			x, err := pyrt.RealNumber(t, a[0])
			return pyrt.Bool(f(x)), err
		})
	}
	test("isnan", math.IsNaN)
	test("isinf", func(x float64) bool { return math.IsInf(x, 0) })
	test("isfinite", func(x float64) bool { return !math.IsInf(x, 0) && !math.IsNaN(x) })
	m.Define("isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		var f [4]float64
		for i := range f {
			var err error
			if f[i], err = pyrt.RealNumber(t, a[i]); err != nil {
				return nil, err
			}
		}
		if f[2] < 0 || f[3] < 0 {
			return nil, pyrt.Errorf(pyrt.ValueError, "tolerances must be non-negative")
		}
		if f[0] == f[1] {
			return pyrt.True, nil
		}
		if math.IsInf(f[0], 0) || math.IsInf(f[1], 0) {
			return pyrt.False, nil
		}
		d := math.Abs(f[0] - f[1])
		return pyrt.Bool(d <= math.Abs(f[2]*f[1]) || d <= math.Abs(f[2]*f[0]) || d <= f[3]), nil
	})
}

// logOf gives the natural logarithm of a float or an integer of any size.
func logOf(t *pyrt.Thread, v pyrt.Value) (float64, error) {
	if z, ok := pyrt.AsBigInt(v); ok {
		if z.Sign() <= 0 {
			return 0, pyrt.Errorf(pyrt.ValueError, "expected a positive input")
		}
		if z.BitLen() > 1000 {
			shift := z.BitLen() - 64
			f, _ := new(big.Float).SetInt(z.Rsh(z, uint(shift))).Float64()
			return math.Log(f) + float64(shift)*math.Ln2, nil
		}
	}
	x, err := pyrt.RealNumber(t, v)
	if err != nil {
		return 0, err
	}
	if x <= 0 {
		return 0, pyrt.Errorf(pyrt.ValueError, "expected a positive input")
	}
	return math.Log(x), nil
}

func mathLogs(m *pyrt.Module) {
	m.Define("log(x, base=..., /)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		x, err := logOf(t, a[0])
		if err != nil || a[1] == nil {
			return pyrt.Float(x), err
		}
		b, err := logOf(t, a[1])
		if err != nil {
			return nil, err
		}
		if b == 0 {
			return nil, pyrt.Errorf(pyrt.ZeroDivisionError, "division by zero")
		}
		return pyrt.Float(x / b), nil
	})
	for name, f := range map[string]func(float64) float64{"log2": math.Log2, "log10": math.Log10} {
		base := map[string]float64{"log2": math.Ln2, "log10": math.Ln10}[name]
		m.Define(name+"(x, /)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			l, err := logOf(t, a[0])
			if err != nil {
				return nil, err
			}
			if z, ok := pyrt.AsBigInt(a[0]); ok && z.BitLen() > 1000 {
				return pyrt.Float(l / base), nil
			}
			x, err := pyrt.RealNumber(t, a[0])
			return pyrt.Float(f(x)), err
		})
	}
}

// cmathModule has what is cheap; the rest of cmath is rarely met.
func cmathModule(*pyrt.Thread) *pyrt.Module {
	m := pyrt.NewModule("cmath")
	m.Set("pi", pyrt.Float(math.Pi))
	m.Set("e", pyrt.Float(math.E))
	m.Set("tau", pyrt.Float(2*math.Pi))
	for name, f := range map[string]func(complex128) complex128{"sqrt": cmplx.Sqrt, "exp": cmplx.Exp, "log": cmplx.Log, "log10": cmplx.Log10,
		"sin": cmplx.Sin, "cos": cmplx.Cos, "tan": cmplx.Tan, "sinh": cmplx.Sinh, "cosh": cmplx.Cosh, "tanh": cmplx.Tanh,
		"asin": cmplx.Asin, "acos": cmplx.Acos, "atan": cmplx.Atan} {
		m.Define(name+"(z, /)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			z, err := complexArg(t, a[0])
			return pyrt.Complex(f(z)), err
		})
	}
	m.Define("phase(z, /)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		z, err := complexArg(t, a[0])
		return pyrt.Float(cmplx.Phase(z)), err
	})
	m.Define("polar(z, /)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		z, err := complexArg(t, a[0])
		r, th := cmplx.Polar(z)
		return pyrt.NewTuple(pyrt.Float(r), pyrt.Float(th)), err
	})
	binaryRect(m)
	return m
}

func binaryRect(m *pyrt.Module) {
	m.Define("rect(r, phi, /)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		r, err := pyrt.RealNumber(t, a[0])
		if err != nil {
			return nil, err
		}
		phi, err := pyrt.RealNumber(t, a[1])
		return pyrt.Complex(cmplx.Rect(r, phi)), err
	})
}

func complexArg(t *pyrt.Thread, v pyrt.Value) (complex128, error) {
	if c, ok := pyrt.Underlying(v).(pyrt.Complex); ok {
		return complex128(c), nil
	}
	f, err := pyrt.RealNumber(t, v)
	return complex(f, 0), err
}
