package stdlib

import (
	"math"

	"github.com/mrt-tools/mrt/pyrt"
)

// fsum adds exactly and rounds once. The parts never overlap and grow in
// size; their sum is what was added so far.
func fsum(xs []float64) (pyrt.Value, error) {
	var parts []float64
	special, infinite := 0.0, 0.0
	for _, x := range xs {
		carried, kept := x, parts[:0]
		for _, p := range parts {
			var low float64
			if carried, low = twoSum(carried, p); low != 0 {
				kept = append(kept, low)
			}
		}
		parts = kept
		switch {
		case carried == 0:
		case !math.IsInf(carried, 0) && !math.IsNaN(carried):
			parts = append(parts, carried)
		case !math.IsInf(x, 0) && !math.IsNaN(x):
			return nil, pyrt.Errorf(pyrt.OverflowError, "intermediate overflow in fsum")
		default:
			if math.IsInf(x, 0) {
				infinite += x
			}
			special += x
			parts = parts[:0]
		}
	}
	if special != 0 {
		if math.IsNaN(infinite) {
			return nil, pyrt.Errorf(pyrt.ValueError, "-inf + inf in fsum")
		}
		return pyrt.Float(special), nil
	}
	return pyrt.Float(rounded(parts)), nil
}

// twoSum is a+b as the rounded sum and what rounding lost.
func twoSum(a, b float64) (sum, lost float64) {
	if math.Abs(a) < math.Abs(b) {
		a, b = b, a
	}
	sum = a + b
	return sum, b - (sum - a)
}

// rounded is the sum of the parts, half to even.
func rounded(parts []float64) float64 {
	n := len(parts)
	if n == 0 {
		return 0
	}
	n--
	sum, lost := parts[n], 0.0
	for n > 0 && lost == 0 {
		n--
		sum, lost = twoSum(sum, parts[n])
	}
	// What lies below a half that was rounded to even decides the direction.
	if n > 0 && (lost < 0 && parts[n-1] < 0 || lost > 0 && parts[n-1] > 0) {
		twice := lost * 2
		if up := sum + twice; up-sum == twice {
			return up
		}
	}
	return sum
}
