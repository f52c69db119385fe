package pysa

import (
	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/pyrt"
)

// binaryMethods maps special methods to operators; reversed ones have the
// element on the right.
var binaryMethods = []struct {
	name     string
	op       expr.Op
	reversed bool
}{
	{"__eq__", expr.OpEq, false}, {"__ne__", expr.OpNe, false}, {"__lt__", expr.OpLt, false}, {"__le__", expr.OpLe, false},
	{"__gt__", expr.OpGt, false}, {"__ge__", expr.OpGe, false}, {"__add__", expr.OpAdd, false}, {"__radd__", expr.OpAdd, true},
	{"__sub__", expr.OpSub, false}, {"__rsub__", expr.OpSub, true}, {"__mul__", expr.OpMul, false}, {"__rmul__", expr.OpMul, true},
	{"__truediv__", expr.OpTrueDiv, false}, {"__rtruediv__", expr.OpTrueDiv, true}, {"__mod__", expr.OpMod, false},
	{"__rmod__", expr.OpMod, true}, {"__floordiv__", expr.OpFloorDiv, false}, {"__rfloordiv__", expr.OpFloorDiv, true},
	{"__and__", expr.OpAnd, false}, {"__rand__", expr.OpAnd, true}, {"__or__", expr.OpOr, false}, {"__ror__", expr.OpOr, true},
	{"__pow__", "pow", false}, {"__rpow__", "pow", true}, {"__lshift__", "lshift", false}, {"__rshift__", "rshift", false},
}

// namedBinary are the methods with one operand that are plain operators.
var namedBinary = []struct {
	name string
	op   expr.Op
}{
	{"is_", expr.OpIs}, {"is_not", expr.OpIsNot}, {"isnot", expr.OpIsNot}, {"is_distinct_from", expr.OpIsDistinct},
	{"isnot_distinct_from", expr.OpIsNotDistinct}, {"is_not_distinct_from", expr.OpIsNotDistinct},
	{"concat", expr.OpConcat}, {"bitwise_xor", expr.OpBitXor}, {"bitwise_or", expr.OpBitOr}, {"bitwise_and", expr.OpBitAnd},
	{"bitwise_lshift", expr.OpBitLShift}, {"bitwise_rshift", expr.OpBitRShift}, {"__contains__", expr.OpContains},
}

// operatorMembers are the methods of ColumnOperators.
func (l *Library) operatorMembers() []pyrt.Member {
	var m []pyrt.Member
	for _, b := range binaryMethods {
		m = append(m, l.method(b.name+"(self, other)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			if b.reversed {
				return l.operate(b.op, a[1], a[0])
			}
			return l.operate(b.op, a[0], a[1])
		}))
	}
	for _, b := range namedBinary {
		m = append(m, l.method(b.name+"(self, other)", func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			if b.name == "__contains__" {
				return nil, pyrt.Errorf(pyrt.NotImplementedError, "Operator 'contains' is not supported on this expression")
			}
			return l.operate(b.op, a[0], a[1])
		}))
	}
	return append(m,
		l.method("__hash__(self)", func(_ *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) { return identityHash(t, a[0]) }),
		l.method("__bool__(self)", boolOfElement),
		l.method("__neg__(self)", unary(expr.Negative)),
		l.method("__invert__(self)", unary(expr.Not)),
		l.method("bitwise_not(self)", unary(expr.BitNot)),
		l.method("__getitem__(self, index)", getItem),
		pyrt.Constant("__iter__", pyrt.None),
	)
}

// identityHash is object.__hash__.
func identityHash(t *pyrt.Thread, v pyrt.Value) (pyrt.Value, error) {
	return pyrt.Call(t, pyrt.ObjectType.Lookup("__hash__"), pyrt.Positional(v))
}

// boolOfElement is the truth value of an expression: defined only for equality of
// the very same operands, and for TRUE and FALSE.
func boolOfElement(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	o, ok := a[0].(*pyrt.Object)
	if ok {
		if el, ok := o.Native.(*element); ok {
			if b, ok := el.x.(*expr.Binary); ok && (b.Op == expr.OpEq || b.Op == expr.OpNe) {
				same := sameExpr(b.Left, b.Right)
				return pyrt.Bool(same == (b.Op == expr.OpEq)), nil
			}
		}
	}
	return nil, pyrt.Errorf(pyrt.TypeError, "Boolean value of this clause is not defined")
}

func sameExpr(a, b expr.Expr) bool {
	if a == b {
		return true
	}
	x, ok := a.(*expr.Column)
	y, ok2 := b.(*expr.Column)
	if !ok || !ok2 || x.Table == nil {
		return false
	}
	return x.Name == y.Name && expr.FromKey(x.Table) == expr.FromKey(y.Table)
}

// operate is the binary operator protocol.
func (l *Library) operate(op expr.Op, left, right pyrt.Value) (pyrt.Value, error) {
	a, err := l.operand(left)
	if err != nil {
		return nil, err
	}
	if out, handled, err := l.quantified(op, a, right); handled {
		return out, err
	}
	b, err := l.operand(right)
	if err != nil {
		return nil, err
	}
	switch op {
	case "lshift", "rshift":
		return l.shiftOperator(op, a, b)
	case "pow":
		if l.release() != "2.1" {
			return nil, pyrt.Errorf(pyrt.TypeError, "unsupported operand type(s) for ** or pow(): '%s' and '%s'", left.Type().Name, right.Type().Name)
		}
		return l.wrap(expr.NewFunction(nil, "pow", []expr.Expr{a, b}, nil)), nil
	case expr.OpIs, expr.OpIsNot:
		a, b = expr.Settle(a), constantOf(b)
	}
	if _, isArray := a.(*expr.Array); isArray {
		if b, err = l.arrayOperand(right, b); err != nil {
			return nil, err
		}
	}
	return l.wrapped(expr.Operate(op, a, b))
}

// constantOf settles the right side of IS.
func constantOf(b expr.Expr) expr.Expr {
	return b
}

// quantified handles the comparison of a whole list, which SQLAlchemy refuses.
func (l *Library) quantified(op expr.Op, a expr.Expr, right pyrt.Value) (pyrt.Value, bool, error) {
	if op != expr.OpAnd && op != expr.OpOr {
		return nil, false, nil
	}
	if l.elementOf(right) != nil {
		return nil, false, nil
	}
	x, err := l.columnArg(right, roleWhere)
	if err != nil {
		return nil, true, err
	}
	out, err := l.wrapped(expr.Operate(op, a, x))
	return out, true, err
}

// arrayOperand turns a plain list beside postgresql.array([...]) into an array too.
func (l *Library) arrayOperand(v pyrt.Value, x expr.Expr) (expr.Expr, error) {
	items := l.items(v)
	if items == nil {
		return x, nil
	}
	xs, err := l.operands(items)
	if err != nil {
		return nil, err
	}
	return expr.NewArray(xs, nil), nil
}

func (l *Library) shiftOperator(op expr.Op, a, b expr.Expr) (pyrt.Value, error) {
	text := "<<"
	if op == "rshift" {
		text = ">>"
	}
	return l.custom(text, a, b, 5, false, nil)
}

// custom is e.op(text)(other).
func (l *Library) custom(text string, a, b expr.Expr, precedence int, comparison bool, result *schema.Type) (pyrt.Value, error) {
	return l.wrapped(expr.OperateCustom(&expr.CustomOp{Text: text, Precedence: precedence, IsComparison: comparison, ReturnType: result}, a, b))
}

// unary makes a method out of a constructor with one operand.
func unary(f func(expr.Expr) expr.Expr) func(*Library, *pyrt.Thread, []pyrt.Value) (pyrt.Value, error) {
	return func(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		x, err := l.operand(a[0])
		if err != nil {
			return nil, err
		}
		return l.wrap(f(expr.Settle(x))), nil
	}
}

// adaptedOperator asks _adapt_expression of a type's comparator for the operator
// and type of an index; nil if the type has none of its own.
func (l *Library) adaptedOperator(self pyrt.Value, x, index expr.Expr) (pyrt.Value, error) {
	adapt, err := l.userComparator(self, x, "_adapt_expression")
	if adapt == nil || err != nil {
		return nil, nil
	}
	if b, ok := adapt.(*pyrt.BoundMethod); !ok || b == nil {
		return nil, nil
	}
	getitem, err := l.symbol("operators.getitem")
	if err != nil {
		return nil, err
	}
	r, err := pyrt.Call(l.thread, adapt, pyrt.Positional(getitem, l.wrap(index)))
	if err != nil {
		return nil, err
	}
	pair, ok := pyrt.AsTuple(r)
	if !ok || len(pair) != 2 {
		return nil, nil
	}
	return pyrt.Call(l.thread, pair[0], pyrt.Positional(self, l.wrap(expr.SettleAs(index, stemName(x), schema.Type{Kind: "Integer"}))))
}

// getItem is e[index]: arrays, JSON, hstore.
func getItem(l *Library, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	x, err := l.operand(a[0])
	if err != nil {
		return nil, err
	}
	if s, ok := a[1].(*pyrt.Slice); ok {
		sl := &expr.Slice{}
		for _, p := range []struct {
			v  pyrt.Value
			to *expr.Expr
		}{{s.Start, &sl.Start}, {s.Stop, &sl.Stop}, {s.Step, &sl.Step}} {
			if p.v == nil || p.v == pyrt.None {
				continue
			}
			if *p.to, err = l.operand(p.v); err != nil {
				return nil, err
			}
		}
		return l.wrapped(expr.GetItem(x, sl))
	}
	i, err := l.operand(a[1])
	if err != nil {
		return nil, err
	}
	if v, err := l.adaptedOperator(a[0], x, i); v != nil || err != nil {
		return v, err
	}
	if tu, ok := pyrt.AsTuple(a[1]); ok {
		vals := make([]any, len(tu))
		for k, v := range tu {
			if vals[k], err = l.FromPython(v); err != nil {
				return nil, err
			}
		}
		i = expr.Value(vals, schema.Type{})
	}
	return l.wrapped(expr.GetItem(x, i))
}
