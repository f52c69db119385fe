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
	value, site, pos := c.operand(e.Value), newMemberSite(c.scope.Mangle(e.Attr)), positionOf(e.At)
	return func(fr *frame) (Value, error) {
		var err error
		v := value.at(fr)
		if v == nil {
			if v, err = value.eval(fr); err != nil {
				return nil, err
			}
		}
		fr.pos = pos
		r, err := site.get(fr.t, v)
		if err != nil {
			return nil, fr.fail(err)
		}
		return r, nil
	}
}

func (c *compiler) subscript(e *syntax.Subscript) evalFn {
	site, pos := pair{c.operand(e.Value), c.operand(e.Slice)}, positionOf(e.At)
	return func(fr *frame) (Value, error) {
		v, k, err := site.operands(fr)
		if err != nil {
			return nil, err
		}
		if i, ok := k.(Int); ok {
			switch x := v.(type) {
			case *List:
				if uint64(i) < uint64(len(x.Elems)) {
					return x.Elems[i], nil
				}
			case *Tuple:
				if uint64(i) < uint64(len(x.Elems)) {
					return x.Elems[i], nil
				}
			}
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
