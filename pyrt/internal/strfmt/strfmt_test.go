package strfmt

import (
	"math"
	"math/big"
	"testing"
)

// TestNumbers holds texts recorded from CPython 3.14.
func TestNumbers(t *testing.T) {
	for _, c := range []struct {
		v    any
		spec string
		want string
	}{
		{1234567.891, "_.2f", "1_234_567.89"}, {1234567.891, ",.6_f", "1,234,567.891_000"}, {3.0, ".1", "3e+00"}, {1234.5, ".3", "1.23e+03"},
		{-0.001, "z.1f", "0.0"}, {1234.5, "012,.1f", "00,001,234.5"}, {math.Inf(1), "010", "0000000inf"}, {1e20, ",", "1e+20"},
		{0.12345, ".2%", "12.35%"}, {1.5, "#.0f", "2."}, {1e10, "#g", "1.00000e+10"}, {255, "#06x", "0x00ff"}, {255, "020_b", "0_0000_0000_1111_1111"},
		{-1234, "012,", "-000,001,234"}, {65, "5c", "    A"}, {-5, "=6", "-    5"}, {5, "x^9", "xxxx5xxxx"}, {5, "%", "500.000000%"},
		{1.5i, "g", "0+1.5j"}, {1 + 2i, ".2f", "1.00+2.00j"}, {"abc", "*^7.2", "**ab***"}, {"a", "05", "a0000"},
	} {
		sp, err := ParseSpec(c.spec, "x")
		if err != nil {
			t.Errorf("%q: %v", c.spec, err)
			continue
		}
		var got string
		switch v := c.v.(type) {
		case float64:
			got, err = sp.Float(v, "float")
		case int:
			got, err = sp.Int(big.NewInt(int64(v)), "int")
		case complex128:
			got, err = sp.Complex(v, "complex")
		case string:
			got, err = sp.Str(v, "str")
		}
		if err != nil || got != c.want {
			t.Errorf("format(%v, %q) = %q, %v; want %q", c.v, c.spec, got, err, c.want)
		}
	}
}

func TestReprs(t *testing.T) {
	for v, want := range map[float64]string{1e16: "1e+16", 1e15: "1000000000000000.0", 1e-5: "1e-05", 0.0001: "0.0001", 0.1: "0.1", 100: "100.0"} {
		if got := FloatRepr(v); got != want {
			t.Errorf("repr(%g) = %s, want %s", v, got, want)
		}
	}
}
