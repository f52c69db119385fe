package stdlib

import (
	"math"
	"math/big"

	"github.com/mrt-tools/mrt/pyrt"
	"github.com/mrt-tools/mrt/pyrt/internal/ddmath"
)

func mathBinary(m *pyrt.Module) {
	total := func(f func(x, y float64) float64) func(x, y float64) (float64, error) {
		return func(x, y float64) (float64, error) { return f(x, y), nil }
	}
	binaryFloat(m, "atan2", total(ddmath.Atan2))
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
		r := ddmath.Pow(x, y)
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
	for name, f := range map[string]func(float64) float64{"log2": ddmath.Log2, "log10": ddmath.Log10} {
		m.Define(name+"(x, /)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			if _, err := logOf(t, a[0]); err != nil {
				return nil, err
			}
			if z, ok := pyrt.AsBigInt(a[0]); ok && z.BitLen() > 1023 {
				m := new(big.Float)
				k := new(big.Float).SetInt(z).MantExp(m)
				part, _ := m.Float64()
				return pyrt.Float(f(part) + f(2)*float64(k)), nil
			}
			x, err := pyrt.RealNumber(t, a[0])
			return pyrt.Float(f(x)), err
		})
	}
}
