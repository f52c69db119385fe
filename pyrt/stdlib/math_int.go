package stdlib

import (
	"math/big"

	"github.com/mrt-tools/mrt/pyrt"
)

func bigArg(t *pyrt.Thread, v pyrt.Value) (*big.Int, error) {
	i, err := pyrt.Index(t, v)
	if err != nil {
		return nil, err
	}
	z, _ := pyrt.AsBigInt(i)
	return z, nil
}

// bigApart makes an integer whose computation may take long.
func bigApart(t *pyrt.Thread, size int, f func() *big.Int) (pyrt.Value, error) {
	var v pyrt.Value
	if err := t.Apart(size, func() { v = pyrt.MakeInt(f()) }); err != nil {
		return nil, err
	}
	return v, nil
}

func twoNatural(t *pyrt.Thread, x, y pyrt.Value) (int64, int64, error) {
	n, err := pyrt.IndexInt(t, x)
	if err != nil {
		return 0, 0, err
	}
	k, err := pyrt.IndexInt(t, y)
	if err != nil {
		return 0, 0, err
	}
	if n < 0 {
		return 0, 0, pyrt.Errorf(pyrt.ValueError, "n must be a non-negative integer")
	}
	if k < 0 {
		return 0, 0, pyrt.Errorf(pyrt.ValueError, "k must be a non-negative integer")
	}
	if n > 1_000_000 {
		return 0, 0, pyrt.Errorf(pyrt.OverflowError, "n must not exceed 1000000")
	}
	return int64(n), int64(k), nil
}

// floats reads an iterable of numbers.
func floats(t *pyrt.Thread, v pyrt.Value) ([]float64, error) {
	var out []float64
	err := pyrt.Each(t, v, func(e pyrt.Value) error {
		f, err := pyrt.RealNumber(t, e)
		out = append(out, f)
		return err
	})
	return out, err
}
