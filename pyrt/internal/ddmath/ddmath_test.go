package ddmath

import (
	"math"
	"math/big"
	"testing"
)

// TestValues compares with digits that were calculated elsewhere.
func TestValues(t *testing.T) {
	for _, c := range []struct {
		name       string
		have, want float64
	}{
		{"exp(1)", Exp(1), math.E},
		{"exp(-3.7)", Exp(-3.7), 0.024723526470339388},
		{"log(10)", Log(10), math.Ln10},
		{"log(0.1)", Log(0.1), -2.3025850929940455},
		{"log2(3)", Log2(3), 1.584962500721156},
		{"log10(2)", Log10(2), 0.3010299956639812},
		{"sin(1)", Sin(1), 0.8414709848078965},
		{"sin(1e15)", Sin(1e15), 0.8582727931702359},
		{"cos(1e5)", Cos(1e5), -0.9993608074382124},
		{"tan(1.5)", Tan(1.5), 14.101419947171719},
		{"asin(0.3)", Asin(0.3), 0.30469265401539754},
		{"acos(0.3)", Acos(0.3), 1.2661036727794992},
		{"atan(3)", Atan(3), 1.2490457723982544},
		{"atan2(-1, -2)", Atan2(-1, -2), -2.677945044588987},
		{"pow(2.5, -3.3)", Pow(2.5, -3.3), 0.04861809874767194},
		{"cosh(2)", Cosh(2), 3.7621956910836314},
		{"sinh(0.5)", Sinh(0.5), 0.5210953054937474},
		{"tanh(0.7)", Tanh(0.7), 0.6043677771171636},
		{"asinh(3)", Asinh(3), 1.8184464592320668},
		{"acosh(1.5)", Acosh(1.5), 0.9624236501192069},
		{"hypot(3, 4)", Hypot(3, 4), 5},
	} {
		if c.have != c.want {
			t.Errorf("%s: %v, want %v", c.name, c.have, c.want)
		}
	}
}

// TestEnds passes infinities, NaN and the ends of the range through.
func TestEnds(t *testing.T) {
	for _, x := range []float64{math.Inf(1), math.Inf(-1), math.NaN(), 0, math.Copysign(0, -1), 1e308, -1e308, 5e-324} {
		for i, f := range [][2]func(float64) float64{{Exp, math.Exp}, {Sin, math.Sin}, {Atan, math.Atan}, {Tanh, math.Tanh}, {Asin, math.Asin}} {
			have, want := f[0](x), f[1](x)
			if have != want && !(math.IsNaN(have) && math.IsNaN(want)) && math.Abs(have-want) > 1e-15 {
				t.Errorf("function %d of %v: %v, want %v", i, x, have, want)
			}
		}
	}
}

// TestSquares: the square root of a sum is within half a unit of the exact one.
func TestSquares(t *testing.T) {
	for i := 1; i < 2000; i++ {
		x, y := float64(i)*0.37, float64(i*i)*0.011
		h := Hypot(x, y)
		exact := new(big.Float).SetPrec(200)
		for _, v := range []float64{x, y} {
			f := new(big.Float).SetPrec(200).SetFloat64(v)
			exact.Add(exact, f.Mul(f, f))
		}
		if want, _ := exact.Sqrt(exact).Float64(); h != want {
			t.Errorf("hypot(%v, %v): %v, want %v", x, y, h, want)
		}
	}
}
