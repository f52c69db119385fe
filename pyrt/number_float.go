package pyrt

import (
	"math"
	"math/big"

	"github.com/mrt-tools/mrt/pyrt/internal/ddmath"
)

// compareFloats compares an int or float with a float exactly.
func compareFloats(a Value, op Operator, b Value) Bool {
	x, xf := a.(Float)
	y, yf := b.(Float)
	if (xf && math.IsNaN(float64(x))) || (yf && math.IsNaN(float64(y))) {
		return op == OpNe
	}
	if xf && yf {
		c := 0
		if x < y {
			c = -1
		} else if x > y {
			c = 1
		}
		return cmpResult(op, c)
	}
	if xf {
		return cmpResult(op, -compareIntFloat(b, float64(x)))
	}
	return cmpResult(op, compareIntFloat(a, float64(y)))
}

func compareIntFloat(i Value, f float64) int {
	if math.IsInf(f, 1) {
		return -1
	}
	if math.IsInf(f, -1) {
		return 1
	}
	if x, ok := i.(Int); ok && x.exact() {
		switch {
		case float64(x) < f:
			return -1
		case float64(x) > f:
			return 1
		}
		return 0
	}
	return new(big.Float).SetInt(bigOf(i)).Cmp(new(big.Float).SetFloat64(f))
}

func floatOperate(x float64, op Operator, y float64) (Value, error) {
	switch op {
	case OpAdd:
		return Float(x + y), nil
	case OpSub:
		return Float(x - y), nil
	case OpMul:
		return Float(x * y), nil
	case OpTrueDiv, OpFloorDiv, OpMod:
		if y == 0 {
			return nil, zeroDivision()
		}
		if op == OpTrueDiv {
			return Float(x / y), nil
		}
		q, r := floatDivMod(x, y)
		if op == OpMod {
			return Float(r), nil
		}
		return Float(q), nil
	case OpPow:
		return floatPow(x, y)
	}
	return NotImplemented, nil
}

// floatDivMod divides rounding towards minus infinity, with CPython's rules
// for signed zeros.
func floatDivMod(x, y float64) (float64, float64) {
	mod := math.Mod(x, y)
	div := (x - mod) / y
	if mod != 0 {
		if (y < 0) != (mod < 0) {
			mod += y
			div--
		}
	} else {
		mod = math.Copysign(0, y)
	}
	var fl float64
	if div != 0 {
		fl = math.Floor(div)
		if div-fl > 0.5 {
			fl++
		}
	} else {
		fl = math.Copysign(0, x/y)
	}
	return fl, mod
}

func floatPow(x, y float64) (Value, error) {
	if x == 0 && y < 0 && !math.IsInf(y, 0) {
		return nil, Errorf(ZeroDivisionError, "zero to a negative power")
	}
	if x < 0 && !math.IsInf(x, 0) && !math.IsInf(y, 0) && !math.IsNaN(y) && y != math.Floor(y) {
		return complexPow(complex(x, 0), complex(y, 0))
	}
	r := ddmath.Pow(x, y)
	if math.IsInf(r, 0) && !math.IsInf(x, 0) && !math.IsInf(y, 0) {
		return nil, NewException(OverflowError, Int(34), Str("Numerical result out of range"))
	}
	return Float(r), nil
}

func complexOf(v Value) (complex128, error) {
	if c, ok := v.(Complex); ok {
		return complex128(c), nil
	}
	f, err := floatOf(v)
	return complex(f, 0), err
}

func complexOperate(a Value, op Operator, b Value) (Value, error) {
	if op == OpEq || op == OpNe {
		return Bool(bool(complexEqual(a, b)) == (op == OpEq)), nil
	}
	x, err := complexOf(a)
	if err != nil {
		return nil, err
	}
	y, err := complexOf(b)
	if err != nil {
		return nil, err
	}
	_, ac := a.(Complex)
	_, bc := b.(Complex)
	switch op {
	case OpAdd:
		if !bc {
			return Complex(complex(real(x)+real(y), imag(x))), nil
		}
		if !ac {
			return Complex(complex(real(x)+real(y), imag(y))), nil
		}
		return Complex(x + y), nil
	case OpSub:
		if !bc {
			return Complex(complex(real(x)-real(y), imag(x))), nil
		}
		if !ac {
			return Complex(complex(real(x)-real(y), -imag(y))), nil
		}
		return Complex(x - y), nil
	case OpMul:
		if !bc {
			return Complex(complex(real(x)*real(y), imag(x)*real(y))), nil
		}
		if !ac {
			return Complex(complex(real(x)*real(y), real(x)*imag(y))), nil
		}
		return Complex(complexProduct(x, y)), nil
	case OpTrueDiv:
		if y == 0 {
			return nil, zeroDivision()
		}
		if !bc {
			return Complex(complex(real(x)/real(y), imag(x)/real(y))), nil
		}
		if !ac {
			return Complex(realQuotient(real(x), y)), nil
		}
		return Complex(complexQuotient(x, y)), nil
	case OpPow:
		return complexPow(x, y)
	}
	return NotImplemented, nil
}

// complexQuotient divides as CPython does (scaling by the larger part), which
// rounds differently from Go's division.
func complexQuotient(a, b complex128) complex128 {
	if math.Abs(real(b)) >= math.Abs(imag(b)) {
		ratio := imag(b) / real(b)
		denom := real(b) + imag(b)*ratio
		return complex((real(a)+imag(a)*ratio)/denom, (imag(a)-real(a)*ratio)/denom)
	}
	ratio := real(b) / imag(b)
	denom := real(b)*ratio + imag(b)
	return complex((real(a)*ratio+imag(a))/denom, (imag(a)*ratio-real(a))/denom)
}

// realQuotient divides a real number, which has no imaginary part, not even 0.
func realQuotient(a float64, b complex128) complex128 {
	if math.Abs(real(b)) >= math.Abs(imag(b)) {
		ratio := imag(b) / real(b)
		denom := real(b) + imag(b)*ratio
		return complex(a/denom, -a*ratio/denom)
	}
	ratio := real(b) / imag(b)
	denom := real(b)*ratio + imag(b)
	return complex(a*ratio/denom, -a/denom)
}

func complexEqual(a, b Value) Bool {
	if x, ok := a.(Complex); ok {
		if y, ok := b.(Complex); ok {
			return x == y
		}
		return Bool(imag(complex128(x)) == 0) && compareFloats(Float(real(complex128(x))), OpEq, b)
	}
	return complexEqual(b, a)
}

func complexPow(x, y complex128) (Value, error) {
	if n := real(y); imag(y) == 0 && n == math.Floor(n) && math.Abs(n) <= 100 {
		r := complexPower(x, uint(math.Abs(n)))
		if n < 0 {
			if x == 0 {
				return nil, Errorf(ZeroDivisionError, "zero to a negative or complex power")
			}
			r = complexQuotient(1, r)
		}
		return complexInRange(r)
	}
	if x == 0 {
		if imag(y) != 0 || real(y) < 0 {
			return nil, Errorf(ZeroDivisionError, "zero to a negative or complex power")
		}
		return Complex(0), nil
	}
	vabs := ddmath.Hypot(real(x), imag(x))
	length := ddmath.Pow(vabs, real(y))
	at := ddmath.Atan2(imag(x), real(x))
	phase := at * real(y)
	if imag(y) != 0 {
		length *= ddmath.Exp(-at * imag(y))
		phase += imag(y) * ddmath.Log(vabs)
	}
	return complexInRange(complex(length*ddmath.Cos(phase), length*ddmath.Sin(phase)))
}

// complexPower multiplies by squaring.
func complexPower(x complex128, n uint) complex128 {
	r, p := complex128(1), x
	for mask := uint(1); mask > 0 && n >= mask; mask <<= 1 {
		if n&mask != 0 {
			r = complexProduct(r, p)
		}
		p = complexProduct(p, p)
	}
	return r
}

func complexInRange(r complex128) (Value, error) {
	if math.IsInf(real(r), 0) || math.IsInf(imag(r), 0) {
		return nil, Errorf(OverflowError, "complex exponentiation")
	}
	return Complex(r), nil
}

// complexProduct multiplies as annex G of the C standard has it: infinities
// survive.
func complexProduct(z, w complex128) complex128 {
	a, b, c, d := real(z), imag(z), real(w), imag(w)
	ac, bd, ad, bc := a*c, b*d, a*d, b*c
	r := complex(ac-bd, ad+bc)
	if !math.IsNaN(real(r)) || !math.IsNaN(imag(r)) {
		return r
	}
	recalc := false
	unNaN := func(x *float64) {
		if math.IsNaN(*x) {
			*x = math.Copysign(0, *x)
		}
	}
	box := func(x *float64) {
		v := 0.0
		if math.IsInf(*x, 0) {
			v = 1
		}
		*x = math.Copysign(v, *x)
	}
	if math.IsInf(a, 0) || math.IsInf(b, 0) {
		box(&a)
		box(&b)
		unNaN(&c)
		unNaN(&d)
		recalc = true
	}
	if math.IsInf(c, 0) || math.IsInf(d, 0) {
		box(&c)
		box(&d)
		unNaN(&a)
		unNaN(&b)
		recalc = true
	}
	if !recalc && (math.IsInf(ac, 0) || math.IsInf(bd, 0) || math.IsInf(ad, 0) || math.IsInf(bc, 0)) {
		for _, x := range []*float64{&a, &b, &c, &d} {
			unNaN(x)
		}
		recalc = true
	}
	if !recalc {
		return r
	}
	inf := math.Inf(1)
	return complex(inf*(a*c-b*d), inf*(a*d+b*c))
}
