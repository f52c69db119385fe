package pyrt

import (
	"math"
	"math/big"
)

// maxIntBits bounds the size of an integer that an operator may make: a
// million decimal digits, far above any use and far below what would hurt.
const maxIntBits = 1 << 22

// numericRank orders the numeric tower: int 1, float 2, complex 3, else 0.
func numericRank(v Value) int {
	switch v.(type) {
	case Int, Bool, *BigInt:
		return 1
	case Float:
		return 2
	case Complex:
		return 3
	}
	return 0
}

func (a Int) Operate(t *Thread, op Operator, b Value, reflected bool) (Value, error) {
	if y, big := b.(*BigInt); op == OpPow || big && y.V.BitLen() >= 8*apartFrom {
		return operateApart(t, a, op, b, reflected)
	}
	return numberOperate(a, op, b, reflected)
}

func (a *BigInt) Operate(t *Thread, op Operator, b Value, reflected bool) (Value, error) {
	if op == OpPow || a.V.BitLen() >= 8*apartFrom {
		return operateApart(t, a, op, b, reflected)
	}
	return numberOperate(a, op, b, reflected)
}

// operateApart is numberOperate for integers so large that an operation takes
// its time. A power is large by its exponent.
func operateApart(t *Thread, a Value, op Operator, b Value, reflected bool) (Value, error) {
	if n, ok := b.(Int); ok && op == OpPow && n < 64 && n > -64 {
		if _, small := a.(Int); small {
			return numberOperate(a, op, b, reflected)
		}
	}
	var r Value // not named results: work that is left behind still assigns them
	var err error
	if aerr := t.Apart(apartFrom, func() { r, err = numberOperate(a, op, b, reflected) }); aerr != nil {
		return nil, aerr
	}
	return r, err
}
func (a Float) Operate(t *Thread, op Operator, b Value, reflected bool) (Value, error) {
	return numberOperate(a, op, b, reflected)
}
func (a Complex) Operate(t *Thread, op Operator, b Value, reflected bool) (Value, error) {
	return numberOperate(a, op, b, reflected)
}

// Operate of bool gives a bool for &, | and ^ with another bool.
func (a Bool) Operate(t *Thread, op Operator, b Value, reflected bool) (Value, error) {
	if o, ok := b.(Bool); ok {
		switch op {
		case OpAnd:
			return a && o, nil
		case OpOr:
			return a || o, nil
		case OpXor:
			return Bool(a != o), nil
		}
	}
	return numberOperate(boolInt(a), op, b, reflected)
}

func boolInt(b Bool) Int {
	if b {
		return 1
	}
	return 0
}

// numberOperate is every operator of the numeric tower.
func numberOperate(a Value, op Operator, b Value, reflected bool) (Value, error) {
	if b == nil {
		return numberUnary(a, op)
	}
	b = Underlying(b)
	if x, ok := b.(Bool); ok {
		b = boolInt(x)
	}
	ra, rb := numericRank(a), numericRank(b)
	if rb == 0 || rb > ra { // the wider type's own Operate does it
		return NotImplemented, nil
	}
	if reflected {
		a, b = b, a
	}
	switch ra {
	case 1:
		x, ok1 := a.(Int)
		y, ok2 := b.(Int)
		if ok1 && ok2 {
			return smallOperate(x, op, y)
		}
		return bigOperate(bigOf(a), op, bigOf(b))
	case 2:
		if op >= OpEq && op <= OpGe {
			return compareFloats(a, op, b), nil
		}
		x, err := floatOf(a)
		if err != nil {
			return nil, err
		}
		y, err := floatOf(b)
		if err != nil {
			return nil, err
		}
		return floatOperate(x, op, y)
	}
	return complexOperate(a, op, b)
}

func numberUnary(a Value, op Operator) (Value, error) {
	switch x := a.(type) {
	case Int:
		switch op {
		case OpNeg:
			if x != math.MinInt64 {
				return -x, nil
			}
			return MakeInt(new(big.Int).Neg(big.NewInt(int64(x)))), nil
		case OpPos:
			return x, nil
		case OpInvert:
			return ^x, nil
		}
	case *BigInt:
		switch op {
		case OpNeg:
			return MakeInt(new(big.Int).Neg(x.V)), nil
		case OpPos:
			return x, nil
		case OpInvert:
			return MakeInt(new(big.Int).Not(x.V)), nil
		}
	case Float:
		switch op {
		case OpNeg:
			return -x, nil
		case OpPos:
			return x, nil
		}
	case Complex:
		switch op {
		case OpNeg:
			return Complex(complex(-real(complex128(x)), -imag(complex128(x)))), nil
		case OpPos:
			return x, nil
		}
	}
	return NotImplemented, nil
}

// bigOf gives an integer value as *big.Int, not to be modified.
func bigOf(v Value) *big.Int {
	switch x := v.(type) {
	case *BigInt:
		return x.V
	case Int:
		return big.NewInt(int64(x))
	case Bool:
		return big.NewInt(int64(boolInt(x)))
	}
	return new(big.Int)
}

// floatOf converts an int or float to float64.
func floatOf(v Value) (float64, error) {
	switch x := v.(type) {
	case Int:
		return float64(x), nil
	case Bool:
		return float64(boolInt(x)), nil
	case Float:
		return float64(x), nil
	case *BigInt:
		f, _ := new(big.Float).SetInt(x.V).Float64()
		if math.IsInf(f, 0) {
			return 0, Errorf(OverflowError, "int too large to convert to float")
		}
		return f, nil
	}
	return 0, Errorf(TypeError, "must be real number, not %s", typeName(v))
}

func cmpResult(op Operator, c int) Bool {
	switch op {
	case OpEq:
		return c == 0
	case OpNe:
		return c != 0
	case OpLt:
		return c < 0
	case OpLe:
		return c <= 0
	case OpGt:
		return c > 0
	}
	return c >= 0
}

func zeroDivision() error { return Errorf(ZeroDivisionError, "division by zero") }

// smallOperate works on 64-bit integers and falls back to big ones on
// overflow.
func smallOperate(x Int, op Operator, y Int) (Value, error) {
	switch op {
	case OpAdd:
		if s := x + y; (s > x) == (y > 0) {
			return s, nil
		}
	case OpSub:
		if s := x - y; (s < x) == (y > 0) {
			return s, nil
		}
	case OpMul:
		if x == 0 || y == 0 {
			return Int(0), nil
		}
		if p := x * y; p/y == x && !(x == -1 && y == math.MinInt64) && !(y == -1 && x == math.MinInt64) {
			return p, nil
		}
	case OpFloorDiv, OpMod:
		if y == 0 {
			return nil, zeroDivision()
		}
		if !(x == math.MinInt64 && y == -1) {
			q, r := x/y, x%y
			if r != 0 && (r < 0) != (y < 0) {
				q, r = q-1, r+y
			}
			if op == OpMod {
				return r, nil
			}
			return q, nil
		}
	case OpAnd:
		return x & y, nil
	case OpOr:
		return x | y, nil
	case OpXor:
		return x ^ y, nil
	case OpRShift:
		if y >= 0 {
			return x >> min(uint64(y), 63), nil
		}
	case OpTrueDiv:
		if y != 0 && x.exact() && y.exact() {
			return Float(float64(x) / float64(y)), nil
		}
	case OpEq, OpNe, OpLt, OpLe, OpGt, OpGe:
		c := 0
		if x < y {
			c = -1
		} else if x > y {
			c = 1
		}
		return cmpResult(op, c), nil
	}
	return bigOperate(big.NewInt(int64(x)), op, big.NewInt(int64(y)))
}

// exact reports whether the integer is a float64 without rounding.
func (a Int) exact() bool { return a >= -1<<53 && a <= 1<<53 }

func bigOperate(x *big.Int, op Operator, y *big.Int) (Value, error) {
	z := new(big.Int)
	switch op {
	case OpAdd:
		return MakeInt(z.Add(x, y)), nil
	case OpSub:
		return MakeInt(z.Sub(x, y)), nil
	case OpMul:
		if x.BitLen()+y.BitLen() > maxIntBits {
			return nil, intTooLarge()
		}
		return MakeInt(z.Mul(x, y)), nil
	case OpFloorDiv, OpMod:
		if y.Sign() == 0 {
			return nil, zeroDivision()
		}
		q, r := floorDivMod(x, y)
		if op == OpMod {
			return MakeInt(r), nil
		}
		return MakeInt(q), nil
	case OpTrueDiv:
		return bigTrueDiv(x, y)
	case OpPow:
		return bigPow(x, y)
	case OpLShift, OpRShift:
		return bigShift(x, op, y)
	case OpAnd:
		return MakeInt(z.And(x, y)), nil
	case OpOr:
		return MakeInt(z.Or(x, y)), nil
	case OpXor:
		return MakeInt(z.Xor(x, y)), nil
	case OpEq, OpNe, OpLt, OpLe, OpGt, OpGe:
		return cmpResult(op, x.Cmp(y)), nil
	}
	return NotImplemented, nil
}

func intTooLarge() error {
	return Errorf(MemoryError, "integer of more than %d bits", maxIntBits)
}

// floorDivMod divides rounding towards minus infinity.
func floorDivMod(x, y *big.Int) (*big.Int, *big.Int) {
	q, r := new(big.Int).QuoRem(x, y, new(big.Int))
	if r.Sign() != 0 && r.Sign() != y.Sign() {
		q.Sub(q, big.NewInt(1))
		r.Add(r, y)
	}
	return q, r
}

// bigTrueDiv gives the correctly rounded quotient.
func bigTrueDiv(x, y *big.Int) (Value, error) {
	if y.Sign() == 0 {
		return nil, zeroDivision()
	}
	f, _ := new(big.Rat).SetFrac(x, y).Float64()
	if math.IsInf(f, 0) {
		return nil, Errorf(OverflowError, "integer division result too large for a float")
	}
	if x.Sign() == 0 && y.Sign() < 0 {
		return Float(math.Copysign(0, -1)), nil
	}
	return Float(f), nil
}

func bigPow(x, y *big.Int) (Value, error) {
	if y.Sign() < 0 {
		fx, err := floatOf(MakeInt(new(big.Int).Set(x)))
		if err != nil {
			return nil, err
		}
		fy, err := floatOf(MakeInt(new(big.Int).Set(y)))
		if err != nil {
			return nil, err
		}
		return floatPow(fx, fy)
	}
	if x.BitLen() > 1 && (!y.IsInt64() || y.Int64() > maxIntBits || int64(x.BitLen()-1)*y.Int64() > maxIntBits) {
		return nil, intTooLarge()
	}
	if x.BitLen() <= 1 {
		switch {
		case y.Sign() == 0 || x.Sign() > 0:
			return Int(1), nil
		case x.Sign() == 0:
			return Int(0), nil
		case y.Bit(0) == 0:
			return Int(1), nil
		}
		return Int(-1), nil
	}
	return MakeInt(new(big.Int).Exp(x, y, nil)), nil
}

func bigShift(x *big.Int, op Operator, y *big.Int) (Value, error) {
	if y.Sign() < 0 {
		return nil, Errorf(ValueError, "negative shift count")
	}
	if op == OpRShift {
		if !y.IsInt64() || y.Int64() > int64(x.BitLen())+1 {
			y = big.NewInt(int64(x.BitLen()) + 1)
		}
		return MakeInt(new(big.Int).Rsh(x, uint(y.Int64()))), nil
	}
	if x.Sign() == 0 {
		return Int(0), nil
	}
	if !y.IsInt64() || y.Int64()+int64(x.BitLen()) > maxIntBits {
		return nil, intTooLarge()
	}
	return MakeInt(new(big.Int).Lsh(x, uint(y.Int64()))), nil
}
