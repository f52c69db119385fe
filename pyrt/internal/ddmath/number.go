package ddmath

import "math"

// A number is the unevaluated sum of two float64 values, hi being the sum
// rounded.
type number struct{ hi, lo float64 }

func twoSum(a, b float64) number {
	s := a + b
	t := s - a
	return number{s, (a - (s - t)) + (b - t)}
}

// quickSum is twoSum for |a| >= |b|.
func quickSum(a, b float64) number {
	s := a + b
	return number{s, b - (s - a)}
}

func twoProduct(a, b float64) number {
	p := a * b
	return number{p, math.FMA(a, b, -p)}
}

func (a number) add(b number) number {
	s, t := twoSum(a.hi, b.hi), twoSum(a.lo, b.lo)
	s = quickSum(s.hi, s.lo+t.hi)
	return quickSum(s.hi, s.lo+t.lo)
}

func (a number) neg() number { return number{-a.hi, -a.lo} }

func (a number) sub(b number) number { return a.add(b.neg()) }

func (a number) mul(b number) number {
	p := twoProduct(a.hi, b.hi)
	return quickSum(p.hi, p.lo+(a.hi*b.lo+a.lo*b.hi))
}

func (a number) times(f float64) number {
	p := twoProduct(a.hi, f)
	return quickSum(p.hi, p.lo+a.lo*f)
}

// scale multiplies by a power of two.
func (a number) scale(f float64) number { return number{a.hi * f, a.lo * f} }

func (a number) div(b number) number {
	q1 := a.hi / b.hi
	r := a.sub(b.times(q1))
	q2 := r.hi / b.hi
	r = r.sub(b.times(q2))
	q3 := r.hi / b.hi
	s := quickSum(q1, q2)
	return s.add(number{q3, 0})
}

func (a number) sqrt() number {
	if a.hi <= 0 {
		return number{}
	}
	x := math.Sqrt(a.hi)
	r := a.sub(twoProduct(x, x))
	return quickSum(x, r.hi/(2*x))
}

func of(f float64) number { return number{f, 0} }

// value rounds to a float64.
func (a number) value() float64 { return a.hi + a.lo }

// The constants, to 106 bits.
var (
	ln2    = number{6.931471805599452862e-01, 2.319046813846299558e-17}
	halfPi = number{1.570796326794896558e+00, 6.123233995736766036e-17}
	// halfPiRest is what halfPi leaves out.
	halfPiRest = -1.497384904859169777e-33
)
