package stdlib

import (
	"math"
	"math/big"

	"github.com/mrt-tools/mrt/pyrt"
	"github.com/mrt-tools/mrt/pyrt/internal/ddmath"
)

// mathIntegers defines factorial, comb, perm, gcd, lcm and isqrt.
func mathIntegers(m *pyrt.Module) {
	m.Define("factorial(n, /)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		z, err := bigArg(t, a[0])
		if err != nil {
			return nil, err
		}
		if z.Sign() < 0 {
			return nil, pyrt.Errorf(pyrt.ValueError, "factorial() not defined for negative values")
		}
		if !z.IsInt64() || z.Int64() > 100_000 {
			return nil, pyrt.Errorf(pyrt.OverflowError, "factorial() argument should not exceed 100000")
		}
		return bigApart(t, int(z.Int64()), func() *big.Int { return new(big.Int).MulRange(1, z.Int64()) })
	})
	m.Define("isqrt(n, /)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		z, err := bigArg(t, a[0])
		if err != nil {
			return nil, err
		}
		if z.Sign() < 0 {
			return nil, pyrt.Errorf(pyrt.ValueError, "isqrt() argument must be nonnegative")
		}
		return bigApart(t, z.BitLen(), func() *big.Int { return new(big.Int).Sqrt(z) })
	})
	fold := func(name string, start int64, f func(x, y *big.Int) *big.Int) {
		m.Define(name+"(*integers)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			acc := big.NewInt(start)
			for _, v := range a[0].(*pyrt.Tuple).Elems {
				z, err := bigArg(t, v)
				if err != nil {
					return nil, err
				}
				x, y := acc, new(big.Int).Abs(z)
				if err := t.Apart(max(x.BitLen(), y.BitLen())/8, func() { acc = f(x, y) }); err != nil {
					return nil, err
				}
			}
			return pyrt.MakeInt(acc), nil
		})
	}
	fold("gcd", 0, func(x, y *big.Int) *big.Int { return new(big.Int).GCD(nil, nil, x, y) })
	fold("lcm", 1, func(x, y *big.Int) *big.Int {
		if x.Sign() == 0 || y.Sign() == 0 {
			return new(big.Int)
		}
		g := new(big.Int).GCD(nil, nil, x, y)
		return new(big.Int).Mul(new(big.Int).Quo(x, g), y)
	})
	m.Define("comb(n, k, /)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		n, k, err := twoNatural(t, a[0], a[1])
		if err != nil {
			return nil, err
		}
		if k > n {
			return pyrt.Int(0), nil
		}
		return bigApart(t, int(n), func() *big.Int { return new(big.Int).Binomial(n, k) })
	})
	m.Define("perm(n, k=None, /)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		if a[1] == pyrt.None {
			a[1] = a[0]
		}
		n, k, err := twoNatural(t, a[0], a[1])
		if err != nil {
			return nil, err
		}
		if k > n {
			return pyrt.Int(0), nil
		}
		return bigApart(t, int(k), func() *big.Int { return new(big.Int).MulRange(n-k+1, n) })
	})
}

// mathSums defines fsum, prod, hypot, dist, sumprod and fma.
func mathSums(m *pyrt.Module) {
	m.Define("fsum(seq, /)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		xs, err := floats(t, a[0])
		if err != nil {
			return nil, err
		}
		return fsum(xs)
	})
	m.Define("prod(iterable, /, *, start=1)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		acc := a[1]
		err := pyrt.Each(t, a[0], func(e pyrt.Value) error {
			var err error
			acc, err = pyrt.Binary(t, pyrt.OpMul, acc, e)
			return err
		})
		return acc, err
	})
	m.Define("hypot(*coordinates)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		xs, err := floats(t, a[0])
		return pyrt.Float(ddmath.Hypot(xs...)), err
	})
	m.Define("dist(p, q, /)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		p, err := floats(t, a[0])
		if err != nil {
			return nil, err
		}
		q, err := floats(t, a[1])
		if err != nil {
			return nil, err
		}
		if len(p) != len(q) {
			return nil, pyrt.Errorf(pyrt.ValueError, "both points must have the same number of dimensions")
		}
		for i := range p {
			p[i] -= q[i]
		}
		return pyrt.Float(ddmath.Hypot(p...)), nil
	})
	m.Define("sumprod(p, q, /)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		p, err := pyrt.Collect(t, a[0])
		if err != nil {
			return nil, err
		}
		q, err := pyrt.Collect(t, a[1])
		if err != nil {
			return nil, err
		}
		if len(p) != len(q) {
			return nil, pyrt.Errorf(pyrt.ValueError, "Inputs are not the same length")
		}
		if x, ok := floatProducts(p, q); ok {
			return x, nil
		}
		var acc pyrt.Value = pyrt.Int(0)
		for i := range p {
			x, err := pyrt.Binary(t, pyrt.OpMul, p[i], q[i])
			if err != nil {
				return nil, err
			}
			if acc, err = pyrt.Binary(t, pyrt.OpAdd, acc, x); err != nil {
				return nil, err
			}
		}
		return acc, nil
	})
	m.Define("fma(x, y, z, /)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		xs, err := floats(t, pyrt.NewTuple(a...))
		if err != nil {
			return nil, err
		}
		return pyrt.Float(math.FMA(xs[0], xs[1], xs[2])), nil
	})
}

// floatProducts sums the products of floats (and small integers) with one
// rounding at the end; false when there is anything else.
func floatProducts(p, q []pyrt.Value) (pyrt.Value, bool) {
	xs := make([]float64, 0, 2*len(p))
	some := false
	for i := range p {
		for _, v := range []pyrt.Value{p[i], q[i]} {
			switch x := v.(type) {
			case pyrt.Float:
				if math.IsNaN(float64(x)) || math.IsInf(float64(x), 0) {
					return nil, false
				}
				some = true
				xs = append(xs, float64(x))
			case pyrt.Int:
				if x > 1<<53 || x < -1<<53 {
					return nil, false
				}
				xs = append(xs, float64(x))
			default:
				return nil, false
			}
		}
	}
	if !some {
		return nil, false
	}
	sum := new(big.Float).SetPrec(2400)
	for i := 0; i < len(xs); i += 2 {
		sum.Add(sum, new(big.Float).SetPrec(106).Mul(big.NewFloat(xs[i]), big.NewFloat(xs[i+1])))
	}
	f, _ := sum.Float64()
	return pyrt.Float(f), true
}
