package pyrt

import "github.com/mrt-tools/mrt/pyrt/syntax"

// foldNumber gives the value of arithmetic between literals, such as
// 24 * 60 * 60, once for all; nil when e is something else or its value needs
// more than a machine word.
func foldNumber(e syntax.Expr) Value {
	switch e := e.(type) {
	case *syntax.Constant:
		switch v := constant(e).(type) {
		case Int, Float:
			return v
		}
	case *syntax.UnaryOp:
		switch v := foldNumber(e.Operand).(type) {
		case Int:
			if e.Op == syntax.USub {
				return -v
			}
		case Float:
			if e.Op == syntax.USub {
				return -v
			}
		}
	case *syntax.BinOp:
		return foldBinary(e)
	}
	return nil
}

func foldBinary(e *syntax.BinOp) Value {
	a := foldNumber(e.Left)
	if a == nil {
		return nil
	}
	b := foldNumber(e.Right)
	if n, ok := b.(Int); b == nil || binaryOperators[e.Op] == OpPow && (!ok || n < 0 || n > 64) {
		return nil
	}
	r, err := numberOperate(a, binaryOperators[e.Op], b, false)
	if err != nil {
		return nil // at run time it fails again, with its place
	}
	switch r.(type) {
	case Int, Float:
		return r
	}
	return nil
}
