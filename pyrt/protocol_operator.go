package pyrt

import (
	"math"
	"math/bits"
)

// Equal gives a == b as a truth value, identity first, as containers compare.
func Equal(t *Thread, a, b Value) (bool, error) {
	if t != nil {
		if err := t.step(); err != nil {
			return false, err
		}
	}
	switch x := a.(type) {
	case Str:
		if y, ok := b.(Str); ok {
			return x == y, nil
		}
	case Int:
		if y, ok := b.(Int); ok {
			return x == y, nil
		}
	case Float: // nan is not equal to itself, but it is identical to itself
	}
	if Identical(a, b) {
		return true, nil
	}
	r, err := Binary(t, OpEq, a, b)
	if err != nil {
		return false, err
	}
	return Truth(t, r)
}

// Binary gives the result of a binary or comparison operator.
func Binary(t *Thread, op Operator, a, b Value) (Value, error) {
	switch x := a.(type) {
	case Int:
		switch y := b.(type) {
		case Int:
			if r := intFast(op, int64(x), int64(y)); r != nil {
				return r, nil
			}
		case Float:
			if r := floatFast(op, float64(x), float64(y)); r != nil && exactFloat(x) {
				return r, nil
			}
		}
	case Float:
		switch y := b.(type) {
		case Float:
			if r := floatFast(op, float64(x), float64(y)); r != nil {
				return r, nil
			}
		case Int:
			if r := floatFast(op, float64(x), float64(y)); r != nil && exactFloat(y) {
				return r, nil
			}
		}
	case Str:
		if y, ok := b.(Str); ok {
			if r := strFast(op, x, y); r != nil {
				return r, nil
			}
			if op == OpAdd {
				if err := t.Alloc(int64(len(x)+len(y)), 1); err != nil {
					return nil, err
				}
				return x + y, nil
			}
		}
	}
	if op >= OpEq {
		return compare(t, op, a, b)
	}
	r, err := arithmetic(t, op, a, b)
	if err != nil || r != NotImplemented {
		return r, err
	}
	return nil, binaryError(op, operatorTable[op].symbol, a, b)
}

func exactFloat(i Int) bool { return i > -1<<53 && i < 1<<53 }

func intFast(op Operator, x, y int64) Value {
	switch op {
	case OpAdd:
		if r := x + y; (r > x) == (y > 0) {
			return Int(r)
		}
	case OpSub:
		if r := x - y; (r < x) == (y > 0) {
			return Int(r)
		}
	case OpMul:
		if hi, lo := bits.Mul64(uint64(max(x, -x)), uint64(max(y, -y))); hi == 0 && lo < 1<<63 && x != math.MinInt64 && y != math.MinInt64 {
			return Int(x * y)
		}
	case OpEq:
		return Bool(x == y)
	case OpNe:
		return Bool(x != y)
	case OpLt:
		return Bool(x < y)
	case OpLe:
		return Bool(x <= y)
	case OpGt:
		return Bool(x > y)
	case OpGe:
		return Bool(x >= y)
	case OpAnd:
		return Int(x & y)
	case OpOr:
		return Int(x | y)
	case OpXor:
		return Int(x ^ y)
	case OpFloorDiv:
		if y > 0 || y < -1 {
			q := x / y
			if x%y != 0 && (x < 0) != (y < 0) {
				q--
			}
			return Int(q)
		}
	case OpMod:
		if y > 0 || y < -1 {
			r := x % y
			if r != 0 && (r < 0) != (y < 0) {
				r += y
			}
			return Int(r)
		}
	}
	return nil
}

func floatFast(op Operator, x, y float64) Value {
	switch op {
	case OpAdd:
		return Float(x + y)
	case OpSub:
		return Float(x - y)
	case OpMul:
		return Float(x * y)
	case OpTrueDiv:
		if y != 0 {
			return Float(x / y)
		}
	case OpEq:
		return Bool(x == y)
	case OpNe:
		return Bool(x != y)
	case OpLt:
		return Bool(x < y)
	case OpLe:
		return Bool(x <= y)
	case OpGt:
		return Bool(x > y)
	case OpGe:
		return Bool(x >= y)
	}
	return nil
}

// strFast compares strings; UTF-8 orders as code points do, but for lone
// surrogates WTF-8 does too.
func strFast(op Operator, x, y Str) Value {
	switch op {
	case OpEq:
		return Bool(x == y)
	case OpNe:
		return Bool(x != y)
	case OpLt:
		return Bool(x < y)
	case OpLe:
		return Bool(x <= y)
	case OpGt:
		return Bool(x > y)
	case OpGe:
		return Bool(x >= y)
	}
	return nil
}

// operate asks the left (or, reflected, the right) operand. NotImplemented
// when it has no answer.
func operate(t *Thread, op Operator, a, b Value, reflected bool) (Value, error) {
	self, other := a, b
	name := operatorTable[op].method
	if reflected {
		self, other = b, a
		name = operatorTable[op].reflected
	}
	if o, ok := self.(Operand); ok {
		if reflected && op >= OpEq {
			return o.Operate(t, mirrored(op), other, false)
		}
		return o.Operate(t, op, other, reflected)
	}
	m := self.Type().Lookup(name)
	if m == nil {
		return NotImplemented, nil
	}
	if m == None && op >= OpEq {
		return NotImplemented, nil
	}
	return callSpecial(t, m, self, other)
}

// mirrored gives the comparison that b answers for a: a < b is b > a.
func mirrored(op Operator) Operator {
	switch op {
	case OpLt:
		return OpGt
	case OpLe:
		return OpGe
	case OpGt:
		return OpLt
	case OpGe:
		return OpLe
	}
	return op
}

// reflectedFirst tells whether the class of b derives from that of a and
// brings its own reflected method (data model, section 3.3.8).
func reflectedFirst(op Operator, a, b Value) bool {
	ta, tb := a.Type(), b.Type()
	if ta == tb || !tb.IsSubclass(ta) {
		return false
	}
	name := operatorTable[op].reflected
	if op >= OpEq {
		return tb.Lookup(name) != nil
	}
	return tb.Lookup(name) != ta.Lookup(name)
}

// arithmetic runs the two-sided protocol; NotImplemented when both decline.
func arithmetic(t *Thread, op Operator, a, b Value) (Value, error) {
	if err := t.enter(); err != nil {
		return nil, err
	}
	defer t.leave()
	first := reflectedFirst(op, a, b)
	if first {
		if r, err := operate(t, op, a, b, true); err != nil || r != NotImplemented {
			return r, err
		}
	}
	if r, err := operate(t, op, a, b, false); err != nil || r != NotImplemented {
		return r, err
	}
	if !first && (a.Type() != b.Type() || isSequence(b)) {
		return operate(t, op, a, b, true)
	}
	return NotImplemented, nil
}

// isSequence: sequences answer "3 * [0]" and never meet their own type there.
func isSequence(v Value) bool {
	switch v.(type) {
	case *List, *Tuple, Str, Bytes, *ByteArray:
		return true
	}
	return false
}

func compare(t *Thread, op Operator, a, b Value) (Value, error) {
	if err := t.enter(); err != nil {
		return nil, err
	}
	defer t.leave()
	first := reflectedFirst(op, a, b)
	if first {
		if r, err := operate(t, op, a, b, true); err != nil || r != NotImplemented {
			return r, err
		}
	}
	if r, err := operate(t, op, a, b, false); err != nil || r != NotImplemented {
		return r, err
	}
	if !first {
		if r, err := operate(t, op, a, b, true); err != nil || r != NotImplemented {
			return r, err
		}
	}
	switch op {
	case OpEq:
		return Bool(Identical(a, b)), nil
	case OpNe:
		return Bool(!Identical(a, b)), nil
	}
	return nil, Errorf(TypeError, "'%s' not supported between instances of '%s' and '%s'", op, a.Type().TypeName(), b.Type().TypeName())
}

// Inplace gives the result of an augmented assignment's operator.
func Inplace(t *Thread, op Operator, a, b Value) (Value, error) {
	switch x := a.(type) {
	case Int, Float, Str, *Tuple:
	case InplaceOperand:
		if r, err := x.OperateInplace(t, op, b); err != nil || r != NotImplemented {
			return r, err
		}
	default:
		if m := lookupSpecial(a, operatorTable[op].inplace); m != nil {
			if r, err := callSpecial(t, m, a, b); err != nil || r != NotImplemented {
				return r, err
			}
		}
	}
	switch a.(type) {
	case Int, Float, Str:
		if a.Type() == b.Type() {
			r, err := Binary(t, op, a, b)
			return r, inplaceError(err, op, a, b)
		}
	}
	r, err := arithmetic(t, op, a, b)
	if err != nil || r != NotImplemented {
		return r, err
	}
	symbol := operatorTable[op].symbol + "="
	if op == OpPow {
		symbol = "**="
	}
	return nil, binaryError(op, symbol, a, b)
}

// Unary gives -v, +v or ~v.
func Unary(t *Thread, op Operator, v Value) (Value, error) {
	switch x := v.(type) {
	case Int:
		switch {
		case op == OpNeg && x != math.MinInt64:
			return -x, nil
		case op == OpPos:
			return x, nil
		case op == OpInvert:
			return ^x, nil
		}
	case Float:
		if op == OpNeg {
			return -x, nil
		}
	}
	if o, ok := v.(Operand); ok {
		r, err := o.Operate(t, op, nil, false)
		if err != nil || r != NotImplemented {
			return r, err
		}
	} else if m := lookupSpecial(v, op.Method()); m != nil {
		return callSpecial(t, m, v)
	}
	return nil, Errorf(TypeError, "bad operand type for unary %s: '%s'", op, v.Type().TypeName())
}
