package pyrt

import (
	"math/big"

	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// expr compiles any expression.
func (c *compiler) expr(e syntax.Expr) evalFn {
	switch e := e.(type) {
	case *syntax.Constant:
		v := constant(e)
		return func(*frame) (Value, error) { return v, nil }
	case *syntax.Name:
		return c.load(e)
	case *syntax.Call:
		return c.call(e)
	case *syntax.Attribute:
		return c.attribute(e)
	case *syntax.Subscript:
		return c.subscript(e)
	case *syntax.BinOp:
		return c.binary(e)
	case *syntax.UnaryOp:
		return c.unary(e)
	case *syntax.BoolOp:
		return c.boolean(e)
	case *syntax.Compare:
		return c.compare(e)
	case *syntax.IfExp:
		return c.conditional(e)
	case *syntax.NamedExpr:
		value, store := c.expr(e.Value), c.storeName(e.Target.ID)
		return func(fr *frame) (Value, error) {
			v, err := value(fr)
			if err != nil {
				return nil, err
			}
			return v, store(fr, v)
		}
	case *syntax.Slice:
		return c.slice(e)
	}
	return c.display(e)
}

// display compiles the displays, comprehensions, strings and functions.
func (c *compiler) display(e syntax.Expr) evalFn {
	switch e := e.(type) {
	case *syntax.List:
		elems := c.sequence(e.Elts)
		return func(fr *frame) (Value, error) {
			vs, err := elems(fr)
			if err != nil {
				return nil, err
			}
			return &List{Elems: vs}, nil
		}
	case *syntax.Tuple:
		return c.tuple(e)
	case *syntax.Set:
		return c.setDisplay(e)
	case *syntax.Dict:
		return c.dictDisplay(e)
	case *syntax.ListComp:
		return c.listComp(e)
	case *syntax.SetComp:
		return c.setComp(e)
	case *syntax.DictComp:
		return c.dictComp(e)
	case *syntax.GeneratorExp:
		return c.generatorExp(e)
	case *syntax.Lambda:
		return c.lambda(e)
	case *syntax.JoinedStr:
		return c.joined(e)
	case *syntax.TemplateStr:
		return c.template(e)
	case *syntax.Yield:
		return c.yield(e)
	case *syntax.YieldFrom:
		return c.yieldFrom(e)
	case *syntax.Await:
		return c.await(e)
	case *syntax.Starred:
		return c.starredAlone(e)
	}
	err := unsupported(e)
	return func(*frame) (Value, error) { return nil, err }
}

// constant gives the value of a literal.
func constant(e *syntax.Constant) Value {
	switch v := e.Value.(type) {
	case bool:
		return Bool(v)
	case int64:
		return Int(v)
	case *big.Int:
		return MakeInt(v)
	case float64:
		return Float(v)
	case complex128:
		return Complex(v)
	case string:
		return Str(v)
	case []byte:
		return Bytes(v)
	case syntax.Ellipsis:
		return Ellipsis
	}
	return None
}

// starredAlone is *args as the whole of a subscript or annotation.
func (c *compiler) starredAlone(e *syntax.Starred) evalFn {
	value, pos := c.expr(e.Value), positionOf(e.At)
	return func(fr *frame) (Value, error) {
		v, err := value(fr)
		if err != nil {
			return nil, err
		}
		fr.pos = pos
		elems, err := Collect(fr.t, v)
		if err != nil {
			return nil, fr.fail(err)
		}
		if len(elems) != 1 {
			return nil, fr.fail(Errorf(ValueError, "not enough values to unpack (expected 1, got %d)", len(elems)))
		}
		return elems[0], nil
	}
}

func (c *compiler) attribute(e *syntax.Attribute) evalFn {
	value, name, pos := c.expr(e.Value), c.scope.Mangle(e.Attr), positionOf(e.At)
	return func(fr *frame) (Value, error) {
		v, err := value(fr)
		if err != nil {
			return nil, err
		}
		fr.pos = pos
		r, err := GetAttr(fr.t, v, name)
		if err != nil {
			return nil, fr.fail(err)
		}
		return r, nil
	}
}

func (c *compiler) subscript(e *syntax.Subscript) evalFn {
	value, key, pos := c.expr(e.Value), c.expr(e.Slice), positionOf(e.At)
	return func(fr *frame) (Value, error) {
		v, err := value(fr)
		if err != nil {
			return nil, err
		}
		k, err := key(fr)
		if err != nil {
			return nil, err
		}
		fr.pos = pos
		r, err := GetItem(fr.t, v, k)
		if err != nil {
			return nil, fr.fail(err)
		}
		return r, nil
	}
}

func (c *compiler) slice(e *syntax.Slice) evalFn {
	part := func(e syntax.Expr) evalFn {
		if e == nil {
			return func(*frame) (Value, error) { return None, nil }
		}
		return c.expr(e)
	}
	lower, upper, step := part(e.Lower), part(e.Upper), part(e.Step)
	return func(fr *frame) (Value, error) {
		a, err := lower(fr)
		if err != nil {
			return nil, err
		}
		b, err := upper(fr)
		if err != nil {
			return nil, err
		}
		s, err := step(fr)
		if err != nil {
			return nil, err
		}
		return &Slice{a, b, s}, nil
	}
}

func (c *compiler) conditional(e *syntax.IfExp) evalFn {
	test, body, orelse := c.condition(e.Test), c.expr(e.Body), c.expr(e.Orelse)
	return func(fr *frame) (Value, error) {
		ok, err := test(fr)
		if err != nil {
			return nil, err
		}
		if ok {
			return body(fr)
		}
		return orelse(fr)
	}
}

// condition compiles an expression whose truth value is wanted.
func (c *compiler) condition(e syntax.Expr) func(*frame) (bool, error) {
	value, pos := c.expr(e), positionOf(e.Span())
	return func(fr *frame) (bool, error) {
		v, err := value(fr)
		if err != nil {
			return false, err
		}
		if b, ok := v.(Bool); ok {
			return bool(b), nil
		}
		fr.pos = pos
		b, err := Truth(fr.t, v)
		return b, fr.fail(err)
	}
}

var binaryOperators = [...]Operator{
	syntax.Add: OpAdd, syntax.Sub: OpSub, syntax.Mult: OpMul, syntax.MatMult: OpMatMul, syntax.Div: OpTrueDiv,
	syntax.Mod: OpMod, syntax.Pow: OpPow, syntax.LShift: OpLShift, syntax.RShift: OpRShift, syntax.BitOr: OpOr,
	syntax.BitXor: OpXor, syntax.BitAnd: OpAnd, syntax.FloorDiv: OpFloorDiv,
}

func (c *compiler) binary(e *syntax.BinOp) evalFn {
	if v := foldNumber(e); v != nil {
		return func(*frame) (Value, error) { return v, nil }
	}
	left, right, op, pos := c.expr(e.Left), c.expr(e.Right), binaryOperators[e.Op], positionOf(e.At)
	return func(fr *frame) (Value, error) {
		a, err := left(fr)
		if err != nil {
			return nil, err
		}
		b, err := right(fr)
		if err != nil {
			return nil, err
		}
		if x, ok := a.(Int); ok {
			if y, ok := b.(Int); ok {
				if r := intFast(op, int64(x), int64(y)); r != nil {
					return r, nil
				}
			}
		}
		fr.pos = pos
		r, err := Binary(fr.t, op, a, b)
		if err != nil {
			return nil, fr.fail(err)
		}
		return r, nil
	}
}

func (c *compiler) unary(e *syntax.UnaryOp) evalFn {
	pos := positionOf(e.At)
	if e.Op == syntax.Not {
		test := c.condition(e.Operand)
		return func(fr *frame) (Value, error) {
			b, err := test(fr)
			return Bool(!b), err
		}
	}
	operand := c.expr(e.Operand)
	op := map[syntax.UnaryOperator]Operator{syntax.Invert: OpInvert, syntax.UAdd: OpPos, syntax.USub: OpNeg}[e.Op]
	return func(fr *frame) (Value, error) {
		v, err := operand(fr)
		if err != nil {
			return nil, err
		}
		fr.pos = pos
		r, err := Unary(fr.t, op, v)
		if err != nil {
			return nil, fr.fail(err)
		}
		return r, nil
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
				fr.pos = positions[i]
				t, err := Truth(fr.t, v)
				if err != nil {
					return nil, fr.fail(err)
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

// compareOne gives the function of one comparison operator.
func compareOne(op syntax.CmpOp) func(t *Thread, a, b Value) (Value, error) {
	switch op {
	case syntax.Is:
		return func(_ *Thread, a, b Value) (Value, error) { return Bool(Identical(a, b)), nil }
	case syntax.IsNot:
		return func(_ *Thread, a, b Value) (Value, error) { return Bool(!Identical(a, b)), nil }
	case syntax.In:
		return func(t *Thread, a, b Value) (Value, error) {
			ok, err := Contains(t, b, a)
			return Bool(ok), err
		}
	case syntax.NotIn:
		return func(t *Thread, a, b Value) (Value, error) {
			ok, err := Contains(t, b, a)
			return Bool(!ok), err
		}
	}
	o := compareOperators[op]
	return func(t *Thread, a, b Value) (Value, error) {
		if x, ok := a.(Int); ok {
			if y, ok := b.(Int); ok {
				return intFast(o, int64(x), int64(y)), nil
			}
		}
		return Binary(t, o, a, b)
	}
}

func (c *compiler) compare(e *syntax.Compare) evalFn {
	left, pos := c.expr(e.Left), positionOf(e.At)
	if len(e.Ops) == 1 {
		right, f := c.expr(e.Comparators[0]), compareOne(e.Ops[0])
		return func(fr *frame) (Value, error) {
			a, err := left(fr)
			if err != nil {
				return nil, err
			}
			b, err := right(fr)
			if err != nil {
				return nil, err
			}
			fr.pos = pos
			r, err := f(fr.t, a, b)
			if err != nil {
				return nil, fr.fail(err)
			}
			return r, nil
		}
	}
	rights := make([]evalFn, len(e.Ops))
	fs := make([]func(*Thread, Value, Value) (Value, error), len(e.Ops))
	for i, op := range e.Ops {
		rights[i], fs[i] = c.expr(e.Comparators[i]), compareOne(op)
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
			r, err := fs[i](fr.t, a, b)
			if err != nil || i == len(rights)-1 {
				return r, fr.fail(err)
			}
			ok, err := Truth(fr.t, r)
			if err != nil || !ok {
				return r, fr.fail(err)
			}
			a = b
		}
		return nil, nil
	}
}
