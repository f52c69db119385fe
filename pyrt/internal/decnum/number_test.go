package decnum

import (
	"math/big"
	"testing"
)

func number(t *testing.T, s string) Number {
	t.Helper()
	n, ok := Parse(s)
	if !ok {
		t.Fatalf("Parse(%q) fails", s)
	}
	return n
}

func TestText(t *testing.T) {
	for _, c := range []struct{ in, scientific, engineering string }{
		{"123", "123", "123"}, {"1E+3", "1E+3", "1E+3"}, {"12.3E+7", "1.23E+8", "123E+6"}, {"0.0000001", "1E-7", "100E-9"},
		{"-0E+2", "-0E+2", "-0.0E+3"}, {"sNaN12", "sNaN12", "sNaN12"}, {"-inf", "-Infinity", "-Infinity"},
	} {
		n := number(t, c.in)
		if got := n.Text(false, true); got != c.scientific {
			t.Errorf("%s: scientific %s, want %s", c.in, got, c.scientific)
		}
		if got := n.Text(true, true); got != c.engineering {
			t.Errorf("%s: engineering %s, want %s", c.in, got, c.engineering)
		}
	}
	for _, bad := range []string{"", ".", "1e", "1 2", "--1", "nanx", "0x1"} {
		if _, ok := Parse(bad); ok {
			t.Errorf("Parse(%q) succeeds", bad)
		}
	}
}

// TestFarApart: numbers that differ by a million places are added and compared
// without writing the places out.
func TestFarApart(t *testing.T) {
	c := Context{Prec: 28, Rounding: RoundHalfEven, Emin: MinEmin, Emax: MaxEmax}
	huge, small := number(t, "1E+900000000"), number(t, "1E-900000000")
	sum, sig, err := c.Add(huge, small)
	if err != nil || sig != Inexact|Rounded || sum.Cmp(huge) != 0 {
		t.Errorf("sum %v, signals %b, error %v", sum, sig, err)
	}
	if huge.Cmp(small) != 1 || small.Cmp(huge) != -1 {
		t.Error("comparison")
	}
	if _, err := huge.Truncate(); err != ErrTooLarge {
		t.Errorf("Truncate gives error %v, want ErrTooLarge", err)
	}
	c.Prec = MaxPrec
	if _, _, err := c.Div(Int64(1), Int64(3)); err != ErrTooLarge {
		t.Errorf("division with the greatest precision gives error %v, want ErrTooLarge", err)
	}
	if _, _, err := c.Exp(Int64(1)); err != ErrTooLarge {
		t.Errorf("exp with the greatest precision gives error %v, want ErrTooLarge", err)
	}
}

func TestDigits(t *testing.T) {
	v := big.NewInt(1)
	for n := 1; n < 400; n++ {
		if got := digits(v); got != n {
			t.Fatalf("digits(10**%d) = %d", n-1, got)
		}
		if got := digits(new(big.Int).Sub(v, one)); got != max(n-1, 1) {
			t.Fatalf("digits(10**%d - 1) = %d", n-1, got)
		}
		v = new(big.Int).Mul(v, ten)
	}
}
