package pyrt

import (
	"math/bits"

	"github.com/mrt-tools/mrt/pyrt/internal/resolve"
	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// An operand is an expression whose value is, where that is possible, fetched
// without a call: a local variable or a literal.
type operand struct {
	slot  uint  // of a local variable; noSlot: something else
	fixed Value // of a literal; nil: something else
	eval  evalFn
}

// noSlot is beyond the slots of every frame.
const noSlot = ^uint(0)

func (c *compiler) operand(e syntax.Expr) operand {
	o := operand{slot: noSlot, eval: c.expr(e)}
	switch e := e.(type) {
	case *syntax.Name:
		if r := c.scope.Ref(c.scope.Mangle(e.ID)); r.Place == resolve.Slot {
			o.slot = uint(r.Index)
		}
	case *syntax.Constant:
		o.fixed = constant(e)
	}
	return o
}

// at gives the value where no call is needed, nil elsewhere. Unlike get it is
// inlined, for the places that most programs spend their time in.
func (o *operand) at(fr *frame) Value {
	if o.slot < uint(len(fr.locals)) {
		return fr.locals[o.slot]
	}
	return o.fixed
}

// get evaluates the operand.
func (o *operand) get(fr *frame) (Value, error) {
	if v := o.at(fr); v != nil {
		return v, nil
	}
	return o.eval(fr)
}

var binaryOperators = [...]Operator{
	syntax.Add: OpAdd, syntax.Sub: OpSub, syntax.Mult: OpMul, syntax.MatMult: OpMatMul, syntax.Div: OpTrueDiv,
	syntax.Mod: OpMod, syntax.Pow: OpPow, syntax.LShift: OpLShift, syntax.RShift: OpRShift, syntax.BitOr: OpOr,
	syntax.BitXor: OpXor, syntax.BitAnd: OpAnd, syntax.FloorDiv: OpFloorDiv,
}

// A binarySite is one place where a binary operator stands.
type binarySite struct {
	pair
	op  Operator
	pos position
}

// A pair is two operands, evaluated from left to right.
type pair struct{ left, right operand }

func (c *compiler) binary(e *syntax.BinOp) evalFn {
	if v := foldNumber(e); v != nil {
		return func(*frame) (Value, error) { return v, nil }
	}
	s := &binarySite{pair{c.operand(e.Left), c.operand(e.Right)}, binaryOperators[e.Op], positionOf(e.At)}
	switch s.op {
	case OpAdd:
		return s.add
	case OpSub:
		return s.sub
	case OpMul:
		return s.mul
	}
	return s.other
}

// operands evaluates both sides.
func (s *pair) operands(fr *frame) (a, b Value, err error) {
	if a = s.left.at(fr); a == nil {
		if a, err = s.left.eval(fr); err != nil {
			return nil, nil, err
		}
	}
	if b = s.right.at(fr); b == nil {
		b, err = s.right.eval(fr)
	}
	return a, b, err
}

// general is the operator by Python's rules.
func (s *binarySite) general(fr *frame, a, b Value) (Value, error) {
	fr.pos = s.pos
	r, err := Binary(fr.t, s.op, a, b)
	if err != nil {
		return nil, fr.fail(err)
	}
	return r, nil
}

func (s *binarySite) add(fr *frame) (Value, error) {
	a, b, err := s.operands(fr)
	if err != nil {
		return nil, err
	}
	switch x := a.(type) {
	case Int:
		if y, ok := b.(Int); ok {
			if r := x + y; (r > x) == (y > 0) {
				return r, nil
			}
		}
	case Float:
		if y, ok := b.(Float); ok {
			return x + y, nil
		}
	}
	return s.general(fr, a, b)
}

func (s *binarySite) sub(fr *frame) (Value, error) {
	a, b, err := s.operands(fr)
	if err != nil {
		return nil, err
	}
	switch x := a.(type) {
	case Int:
		if y, ok := b.(Int); ok {
			if r := x - y; (r < x) == (y > 0) {
				return r, nil
			}
		}
	case Float:
		if y, ok := b.(Float); ok {
			return x - y, nil
		}
	}
	return s.general(fr, a, b)
}

func (s *binarySite) mul(fr *frame) (Value, error) {
	a, b, err := s.operands(fr)
	if err != nil {
		return nil, err
	}
	switch x := a.(type) {
	case Int:
		if y, ok := b.(Int); ok {
			hi, lo := bits.Mul64(uint64(x), uint64(y))
			if x < 0 {
				hi -= uint64(y)
			}
			if y < 0 {
				hi -= uint64(x)
			}
			if hi == uint64(int64(lo)>>63) { // the product fits 64 bits
				return Int(lo), nil
			}
		}
	case Float:
		if y, ok := b.(Float); ok {
			return x * y, nil
		}
	}
	return s.general(fr, a, b)
}

func (s *binarySite) other(fr *frame) (Value, error) {
	a, b, err := s.operands(fr)
	if err != nil {
		return nil, err
	}
	if x, ok := a.(Int); ok {
		if y, ok := b.(Int); ok {
			if r := intFast(s.op, int64(x), int64(y)); r != nil {
				return r, nil
			}
		}
	}
	return s.general(fr, a, b)
}
