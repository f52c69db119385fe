package stdlib

import (
	"math"
	"math/big"

	"github.com/mrt-tools/mrt/pyrt"
	"github.com/mrt-tools/mrt/pyrt/internal/ddmath"
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
			if overflows && !(name == "gamma" && x == 0) {
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
	for name, f := range map[string]func(float64) float64{"sqrt": math.Sqrt, "sin": ddmath.Sin, "cos": ddmath.Cos, "tan": ddmath.Tan,
		"asin": ddmath.Asin, "acos": ddmath.Acos, "atan": ddmath.Atan, "asinh": ddmath.Asinh, "acosh": ddmath.Acosh, "atanh": math.Atanh, "tanh": ddmath.Tanh,
		"fabs": math.Abs, "erf": math.Erf, "erfc": math.Erfc, "log1p": math.Log1p, "cbrt": ddmath.Cbrt,
		"degrees": func(x float64) float64 { return x * (180 / math.Pi) }, "radians": func(x float64) float64 { return x * (math.Pi / 180) },
		"lgamma": func(x float64) float64 { r, _ := math.Lgamma(x); return r }} {
		unaryFloat(m, name, f, false)
	}
	for name, f := range map[string]func(float64) float64{"exp": ddmath.Exp, "exp2": ddmath.Exp2, "expm1": math.Expm1, "sinh": ddmath.Sinh, "cosh": ddmath.Cosh, "gamma": math.Gamma} {
		unaryFloat(m, name, f, true)
	}
	mathBinary(m)
	mathRounding(m)
	mathIntegers(m)
	mathLogs(m)
	mathSums(m)
	return m
}

// logOf gives the natural logarithm of a float or an integer of any size.
func logOf(t *pyrt.Thread, v pyrt.Value) (float64, error) {
	if z, ok := pyrt.AsBigInt(v); ok {
		if z.Sign() <= 0 {
			return 0, pyrt.Errorf(pyrt.ValueError, "expected a positive input")
		}
		if z.BitLen() > 1000 {
			m := new(big.Float)
			k := new(big.Float).SetInt(z).MantExp(m)
			f, _ := m.Float64()
			return ddmath.Log(f) + float64(k)*math.Ln2, nil
		}
	}
	x, err := pyrt.RealNumber(t, v)
	if err != nil {
		return 0, err
	}
	if x <= 0 {
		return 0, pyrt.Errorf(pyrt.ValueError, "expected a positive input")
	}
	return ddmath.Log(x), nil
}
