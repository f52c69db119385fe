package pyrt

import "github.com/mrt-tools/mrt/pyrt/syntax"

// A testFn evaluates an expression of which only the truth value is wanted.
type testFn func(fr *frame) (bool, error)

// condition compiles an expression whose truth value is wanted.
func (c *compiler) condition(e syntax.Expr) testFn {
	switch e := e.(type) {
	case *syntax.Compare:
		if len(e.Ops) == 1 {
			return c.compareOne(e).test
		}
	case *syntax.UnaryOp:
		if e.Op == syntax.Not {
			test := c.condition(e.Operand)
			return func(fr *frame) (bool, error) {
				b, err := test(fr)
				return !b, err
			}
		}
	case *syntax.BoolOp:
		return c.anyOrAll(e)
	}
	value, pos := c.operand(e), positionOf(e.Span())
	return func(fr *frame) (bool, error) {
		v, err := value.get(fr)
		if err != nil {
			return false, err
		}
		if b, ok := v.(Bool); ok {
			return bool(b), nil
		}
		return fr.truth(v, pos)
	}
}

// truth is bool(v) at a place.
func (fr *frame) truth(v Value, pos position) (bool, error) {
	fr.pos = pos
	b, err := Truth(fr.t, v)
	if err != nil {
		return false, fr.fail(err)
	}
	return b, nil
}

// anyOrAll compiles and, or in a condition.
func (c *compiler) anyOrAll(e *syntax.BoolOp) testFn {
	tests := make([]testFn, len(e.Values))
	for i, v := range e.Values {
		tests[i] = c.condition(v)
	}
	stopAt := e.Op == syntax.Or
	if len(tests) == 2 {
		first, second := tests[0], tests[1]
		return func(fr *frame) (bool, error) {
			b, err := first(fr)
			if err != nil || b == stopAt {
				return b, err
			}
			return second(fr)
		}
	}
	return func(fr *frame) (bool, error) {
		for _, test := range tests {
			if b, err := test(fr); err != nil || b == stopAt {
				return b, err
			}
		}
		return !stopAt, nil
	}
}

func (c *compiler) boolean(e *syntax.BoolOp) evalFn {
	values := make([]evalFn, len(e.Values))
	positions := make([]position, len(e.Values))
	for i, v := range e.Values {
		values[i], positions[i] = c.expr(v), positionOf(v.Span())
	}
	last, stopAt := len(values)-1, e.Op == syntax.Or
	return func(fr *frame) (Value, error) {
		for i, f := range values {
			v, err := f(fr)
			if err != nil || i == last {
				return v, err
			}
			b, ok := v.(Bool)
			if !ok {
				t, err := fr.truth(v, positions[i])
				if err != nil {
					return nil, err
				}
				b = Bool(t)
			}
			if bool(b) == stopAt {
				return v, nil
			}
		}
		return nil, nil
	}
}

var compareOperators = [...]Operator{syntax.Eq: OpEq, syntax.NotEq: OpNe, syntax.Lt: OpLt, syntax.LtE: OpLe, syntax.Gt: OpGt, syntax.GtE: OpGe}

// A comparison is one comparison operator between two operands.
type comparison struct {
	pair
	op         syntax.CmpOp
	pos, whole position
}

func (c *compiler) compareOne(e *syntax.Compare) *comparison {
	return &comparison{pair{c.operand(e.Left), c.operand(e.Comparators[0])}, e.Ops[0], positionOf(e.At), positionOf(e.Span())}
}

// test evaluates the comparison as a condition.
func (s *comparison) test(fr *frame) (bool, error) {
	a, b, err := s.operands(fr)
	if err != nil {
		return false, err
	}
	if x, ok := a.(Int); ok {
		if y, ok := b.(Int); ok {
			switch s.op {
			case syntax.Lt:
				return x < y, nil
			case syntax.LtE:
				return x <= y, nil
			case syntax.Gt:
				return x > y, nil
			case syntax.GtE:
				return x >= y, nil
			case syntax.Eq, syntax.Is:
				return x == y, nil
			case syntax.NotEq, syntax.IsNot:
				return x != y, nil
			}
		}
	}
	switch s.op {
	case syntax.Is:
		return Identical(a, b), nil
	case syntax.IsNot:
		return !Identical(a, b), nil
	}
	fr.pos = s.pos
	r, err := compareBy(fr.t, s.op, a, b)
	if err != nil {
		return false, fr.fail(err)
	}
	if t, ok := r.(Bool); ok {
		return bool(t), nil
	}
	return fr.truth(r, s.whole)
}

// value evaluates the comparison.
func (s *comparison) value(fr *frame) (Value, error) {
	a, b, err := s.operands(fr)
	if err != nil {
		return nil, err
	}
	fr.pos = s.pos
	r, err := compareBy(fr.t, s.op, a, b)
	if err != nil {
		return nil, fr.fail(err)
	}
	return r, nil
}

// compareBy gives a op b.
func compareBy(t *Thread, op syntax.CmpOp, a, b Value) (Value, error) {
	switch op {
	case syntax.Is:
		return Bool(Identical(a, b)), nil
	case syntax.IsNot:
		return Bool(!Identical(a, b)), nil
	case syntax.In, syntax.NotIn:
		ok, err := Contains(t, b, a)
		return Bool(ok == (op == syntax.In)), err
	}
	return Binary(t, compareOperators[op], a, b)
}

func (c *compiler) compare(e *syntax.Compare) evalFn {
	if len(e.Ops) == 1 {
		return c.compareOne(e).value
	}
	left, pos := c.expr(e.Left), positionOf(e.At)
	rights := make([]evalFn, len(e.Ops))
	for i := range e.Ops {
		rights[i] = c.expr(e.Comparators[i])
	}
	return func(fr *frame) (Value, error) {
		a, err := left(fr)
		if err != nil {
			return nil, err
		}
		for i := range rights {
			b, err := rights[i](fr)
			if err != nil {
				return nil, err
			}
			fr.pos = pos
			r, err := compareBy(fr.t, e.Ops[i], a, b)
			if err != nil {
				return nil, fr.fail(err)
			}
			if i == len(rights)-1 {
				return r, nil
			}
			ok, err := Truth(fr.t, r)
			if err != nil {
				return nil, fr.fail(err)
			}
			if !ok {
				return r, nil
			}
			a = b
		}
		return nil, nil
	}
}
