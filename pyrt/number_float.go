package pyrt

import (
	"math"
	"math/big"
	"math/cmplx"
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
	if x < 0 && !math.IsInf(x, 0) && !math.IsInf(y, 0) && y != math.Floor(y) {
		return complexPow(complex(x, 0), complex(y, 0))
	}
	r := math.Pow(x, y)
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
		return Complex(x + y), nil
	case OpSub:
		if !bc {
			return Complex(complex(real(x)-real(y), imag(x))), nil
		}
		return Complex(x - y), nil
	case OpMul:
		if !bc {
			return Complex(complex(real(x)*real(y), imag(x)*real(y))), nil
		}
		if !ac {
			return Complex(complex(real(x)*real(y), real(x)*imag(y))), nil
		}
		return Complex(x * y), nil
	case OpTrueDiv:
		if y == 0 {
			return nil, zeroDivision()
		}
		if !bc {
			return Complex(complex(real(x)/real(y), imag(x)/real(y))), nil
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
	if y == 0 {
		return Complex(1), nil
	}
	if x == 0 {
		if imag(y) != 0 || real(y) < 0 {
			return nil, Errorf(ZeroDivisionError, "zero to a negative or complex power")
		}
		return Complex(0), nil
	}
	if n := real(y); imag(y) == 0 && n == math.Floor(n) && math.Abs(n) <= 100 {
		r, p := complex128(1), x
		for k := int(math.Abs(n)); k > 0; k >>= 1 {
			if k&1 == 1 {
				r *= p
			}
			p *= p
		}
		if n < 0 {
			r = complexQuotient(1, r)
		}
		return Complex(r), nil
	}
	vabs := math.Hypot(real(x), imag(x))
	length := math.Pow(vabs, real(y))
	at := cmplx.Phase(x)
	phase := at * real(y)
	if imag(y) != 0 {
		length *= math.Exp(-at * imag(y))
		phase += imag(y) * math.Log(vabs)
	}
	return Complex(complex(length*math.Cos(phase), length*math.Sin(phase))), nil
}
