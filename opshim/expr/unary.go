package expr

import "github.com/mrt-tools/mrt/opshim/schema"

// Negative is -e.
func Negative(e Expr) Expr { return prefix(OpNeg, e, TypeOf(e)) }

// BitNot is bitwise_not.
func BitNot(e Expr) Expr { return prefix(OpBitNot, e, TypeOf(e)) }

// Distinct is e.distinct() or distinct(e).
func Distinct(e Expr) Expr { return prefix(OpDistinct, e, TypeOf(e)) }

func prefix(op Op, e Expr, t schema.Type) Expr {
	return &Unary{Elem: SelfGroup(e, op), Op: op, Type: t}
}

// Modify is e.desc(), asc(), nulls_first() or nulls_last().
func Modify(e Expr, modifier Op) Expr {
	return &Unary{Elem: SelfGroup(e, modifier), Modifier: modifier}
}

// AnyOf is any_(e) and AllOf all_(e).
func AnyOf(e Expr) Expr { return collection(OpAny, e) }

// AllOf is all_(e).
func AllOf(e Expr) Expr { return collection(OpAll, e) }

func collection(op Op, e Expr) Expr {
	e = SelfGroup(e, OpNone)
	return &Unary{Elem: SelfGroup(e, op), Op: op, Type: kind("Boolean")}
}

// Collate is e.collate(name, namespace); namespace may be "".
func Collate(e Expr, name, namespace string) Expr {
	t := TypeOf(e)
	if Affinity(t) == "String" {
		t.Collation = name
	}
	return &Binary{Left: SelfGroup(e, OpCollate), Right: &Collation{Name: name, Schema: namespace}, Op: OpCollate, Type: t}
}

// And is and_(...). True elements vanish, a False one wins.
func And(elems ...Expr) Expr { return boolean(OpAnd, elems, true) }

// Or is or_(...). False elements vanish, a True one wins.
func Or(elems ...Expr) Expr { return boolean(OpOr, elems, true) }

// Where joins the conditions of a WHERE, HAVING or ON clause; nil if there are
// none.
func Where(conds []Expr) Expr {
	if len(conds) == 0 {
		return nil
	}
	return boolean(OpAnd, conds, false)
}

func boolean(op Op, elems []Expr, flatten bool) Expr {
	var kept []Expr
	var skipped Expr
	for _, e := range elems {
		if k, ok := constant(e); ok {
			e = k
		}
		_, isTrue := e.(*True)
		_, isFalse := e.(*False)
		if (isTrue && op == OpAnd) || (isFalse && op == OpOr) {
			skipped = e
			continue
		}
		if isTrue || isFalse {
			kept = []Expr{e}
			break
		}
		kept = append(kept, e)
	}
	if len(kept) == 0 && skipped != nil {
		kept = []Expr{skipped}
	}
	against := OpAsBool
	if len(kept) > 1 {
		against = op
	}
	var out []Expr
	for _, e := range kept {
		g := SelfGroup(Settle(e), against)
		if flatten && len(kept) > 1 {
			if b, ok := g.(*Bools); ok && b.Op == op {
				out = append(out, b.Elems...)
				continue
			}
		}
		out = append(out, g)
	}
	if len(out) == 1 {
		return out[0]
	}
	return &Bools{Op: op, Elems: out}
}

// In is left.in_([...]); negate makes it not_in.
func In(left Expr, list []Expr, negate bool) Expr {
	op := inOp(negate)
	plain := true
	for _, e := range list {
		if b, ok := e.(*Bind); !ok || !b.Fresh {
			plain = false
		}
	}
	if !plain {
		l := &List{Group: true}
		for _, e := range list {
			if k, ok := constant(e); ok {
				if _, isNull := k.(*Null); isNull {
					l.Elems = append(l.Elems, k)
					continue
				}
			}
			l.Elems = append(l.Elems, SelfGroup(coerceTo(left, op, e, schema.Type{}), OpComma))
		}
		return construct(op, left, SelfGroup(l, op), kind("Boolean"), negations[op], nil)
	}
	b := &Bind{Name: stemOf(left), HasValue: true, Unique: true, Expanding: true, ExpandOp: op, Type: TypeOf(left)}
	values := make([]any, len(list))
	for i, e := range list {
		values[i] = e.(*Bind).Value
		if i == 0 {
			b.Type = compared(TypeOf(left), e.(*Bind).Type, op)
		}
	}
	b.Value = values
	if t, ok := left.(*Tuple); ok {
		b.Tuple = t.Types
	}
	return construct(op, left, b, kind("Boolean"), negations[op], nil)
}

// InBind is left.in_(bindparam(...)).
func InBind(left Expr, bind *Bind, negate bool) Expr {
	op := inOp(negate)
	c := *bind
	c.Expanding, c.ExpandOp = true, op
	if c.Type.IsNull() {
		c.Type = TypeOf(left)
	}
	if t, ok := left.(*Tuple); ok {
		c.Tuple = t.Types
	}
	return construct(op, left, &c, kind("Boolean"), negations[op], nil)
}

// InExpr is left.in_(x) for a query (as ScalarSelect), text or another
// expression.
func InExpr(left, right Expr, negate bool) Expr {
	op := inOp(negate)
	return construct(op, left, right, kind("Boolean"), negations[op], nil)
}

func inOp(negate bool) Op {
	if negate {
		return OpNotIn
	}
	return OpIn
}

// GetItem is e[index] for arrays and JSON; index is a plain value, an expression
// or a *Slice of such.
func GetItem(e, index Expr) (Expr, error) {
	t := TypeOf(e)
	real := t
	if t.Kind == "TypeDecorator" && t.Impl != nil {
		real = *t.Impl
	}
	switch Affinity(real) {
	case "JSON":
		op, it := OpJSONGetItem, schema.Type{}
		if b, ok := index.(*Bind); ok && b.Fresh {
			switch b.Value.(type) {
			case int64:
				it = kind("JSONIntIndexType")
			case string:
				it = kind("JSONStrIndexType")
			case []any:
				op, it = OpJSONPathGetItem, kind("JSONPathType")
			}
		}
		right := coerceTo(e, op, index, it)
		return construct(op, e, right, t, OpNone, nil), nil
	case "ARRAY":
		return arrayItem(e, index, real), nil
	case "HSTORE":
		text := kind("Text")
		return OperateCustom(&CustomOp{Text: "->", Precedence: 15, NaturalSelf: true, Eager: true, ReturnType: &text}, e, coerceTo(e, OpGetItem, index, kind("String")))
	}
	return nil, fail("NotImplementedError", "Operator 'getitem' is not supported on this expression")
}

func arrayItem(e, index Expr, t schema.Type) Expr {
	integer := kind("Integer")
	if s, ok := index.(*Slice); ok {
		part := func(x Expr) Expr {
			if x == nil {
				return nil
			}
			return settleAs(shift(x, t.ZeroIndexes), sliceStem(e), integer)
		}
		sl := &Slice{Start: part(s.Start), Stop: part(s.Stop), Step: settleStep(s.Step, sliceStem(e))}
		return &Binary{Left: SelfGroup(e, OpGetItem), Right: sl, Op: OpGetItem, Type: t}
	}
	res := schema.Type{}
	if t.Item != nil {
		res = *t.Item
	}
	if t.Dimensions != nil && *t.Dimensions > 1 {
		res = t
		n := *t.Dimensions - 1
		res.Dimensions = &n
	}
	right := coerceTo(e, OpGetItem, shift(index, t.ZeroIndexes), integer)
	return construct(OpGetItem, e, right, res, OpNone, nil)
}

// sliceStem is the stem of the names of slice bounds: the key of a column.
func sliceStem(e Expr) string {
	if _, ok := e.(*Column); ok {
		return stemOf(e)
	}
	return ""
}

func settleStep(e Expr, stem string) Expr {
	if e == nil {
		return nil
	}
	return settleAs(e, stem, kind("Integer"))
}

// shift adds one to a literal index of a zero-indexed array.
func shift(e Expr, by bool) Expr {
	b, ok := e.(*Bind)
	if n, isInt := int64(0), false; by && ok && b.Fresh {
		if n, isInt = b.Value.(int64); isInt {
			c := *b
			c.Value = n + 1
			return &c
		}
	}
	return e
}
