package expr

import (
	"strings"

	"github.com/mrt-tools/mrt/opshim/schema"
)

// Value is a plain Python value that becomes a bind parameter when it meets an
// expression. natural is the type that SQLAlchemy infers from the value alone.
func Value(v any, natural schema.Type) *Bind {
	return &Bind{Value: v, HasValue: true, Type: natural, Unique: true, Fresh: true}
}

// Settle turns a plain value into the bind parameter that it is when nothing is
// known about its context: literal(v). Everything else is returned as it is.
func Settle(e Expr) Expr { return settleAs(e, "", schema.Type{}) }

// SettleAs is Settle with a stem for the name (the name of a function for its
// arguments) and, unless it is NullType, a type.
func SettleAs(e Expr, stem string, t schema.Type) Expr { return settleAs(e, stem, t) }

func settleAs(e Expr, stem string, t schema.Type) Expr {
	b, ok := e.(*Bind)
	if !ok || !b.Fresh {
		return e
	}
	if b.Value == nil && stem == "" && t.IsNull() {
		return &Null{}
	}
	c := *b
	c.Fresh = false
	c.Name = stem
	if !t.IsNull() {
		c.Type = t
	}
	return &c
}

// stemOf is the stem of the bind names that an expression gives to the values it
// is compared with.
func stemOf(e Expr) string {
	switch x := e.(type) {
	case *Column:
		if x.Anon.Anonymous() {
			return ""
		}
		if x.Key != "" {
			return x.Key
		}
		return x.Name
	case *Function:
		return x.Name
	}
	return ""
}

// StemOf is the stem of the names of values that are compared with e.
func StemOf(e Expr) string { return stemOf(e) }

// coerceTo makes the operand other fit an operation with e.
func coerceTo(e Expr, op Op, other Expr, as schema.Type) Expr {
	b, ok := other.(*Bind)
	if !ok {
		return other
	}
	if list, ok := b.Value.([]any); ok && b.Fresh && op != OpGetItem {
		if a, isArray := e.(*Array); isArray {
			return arrayOperand(a, list)
		}
	}
	if b.Fresh {
		c := *b
		c.Fresh = false
		c.Name = stemOf(e)
		if !as.IsNull() {
			c.Type = as
			return &c
		}
		t := TypeOf(e)
		if u, isAny := e.(*Unary); isAny && (u.Op == OpAny || u.Op == OpAll) {
			if et := TypeOf(u.Elem); et.Item != nil {
				t = *et.Item
			} else {
				t = et
			}
		}
		if c.Value == nil {
			if !t.IsNull() {
				c.Type = t
			}
			return &c
		}
		c.Type = compared(t, b.Type, op)
		return &c
	}
	if b.Type.IsNull() && !TypeOf(e).IsNull() {
		c := *b
		c.Type = TypeOf(e)
		if !as.IsNull() {
			c.Type = as
		}
		return &c
	}
	return other
}

// arrayOperand is a list that meets an array literal: an array literal itself.
func arrayOperand(a *Array, list []any) Expr {
	var elems []Expr
	for _, v := range list {
		elems = append(elems, &Bind{Value: v, HasValue: true, Unique: true, Type: compared(a.Type, naturalType(v), OpNone)})
	}
	return NewArray(elems, nil)
}

// naturalType is the type that SQLAlchemy infers from a value alone.
func naturalType(v any) schema.Type {
	switch v.(type) {
	case int64, int:
		return kind("Integer")
	case string:
		return kind("String")
	case bool:
		return kind("Boolean")
	case float64:
		return kind("Float")
	case []byte:
		return kind("LargeBinary")
	}
	return schema.Type{}
}

// negations pairs each comparison with its opposite.
var negations = map[Op]Op{
	OpEq: OpNe, OpNe: OpEq, OpLt: OpGe, OpGe: OpLt, OpLe: OpGt, OpGt: OpLe,
	OpIs: OpIsNot, OpIsNot: OpIs, OpIsDistinct: OpIsNotDistinct, OpIsNotDistinct: OpIsDistinct,
	OpLike: OpNotLike, OpNotLike: OpLike, OpILike: OpNotILike, OpNotILike: OpILike,
	OpContains: OpNotContains, OpNotContains: OpContains, OpStartsWith: OpNotStartsWith, OpNotStartsWith: OpStartsWith,
	OpEndsWith: OpNotEndsWith, OpNotEndsWith: OpEndsWith, OpIContains: OpNotIContains, OpNotIContains: OpIContains,
	OpIStartsWith: OpNotIStartsWith, OpNotIStartsWith: OpIStartsWith, OpIEndsWith: OpNotIEndsWith, OpNotIEndsWith: OpIEndsWith,
	OpIn: OpNotIn, OpNotIn: OpIn, OpBetween: OpNotBetween, OpNotBetween: OpBetween,
	OpMatch: OpNotMatch, OpNotMatch: OpMatch, OpRegexpMatch: OpNotRegexpMatch, OpNotRegexpMatch: OpRegexpMatch,
}

// mirrored swaps the sides of a comparison.
var mirrored = map[Op]Op{OpLt: OpGt, OpGt: OpLt, OpLe: OpGe, OpGe: OpLe}

// Operate is "left op right" for arithmetic, comparison, concatenation, LIKE
// without options, IS, AND and OR. Plain values may stand on either side.
func Operate(op Op, left, right Expr) (Expr, error) {
	switch op {
	case OpAnd:
		return And(left, right), nil
	case OpOr:
		return Or(left, right), nil
	}
	if IsComparison(op) {
		return compare(op, left, right, nil)
	}
	return arithmetic(op, left, right, nil, nil)
}

// OperateAs is Operate with the type of the result given.
func OperateAs(op Op, left, right Expr, result schema.Type) (Expr, error) {
	return arithmetic(op, left, right, nil, &result)
}

// Custom operators: left.op("->>")(right).
func OperateCustom(c *CustomOp, left, right Expr) (Expr, error) {
	var result *schema.Type
	switch {
	case c.ReturnType != nil:
		result = c.ReturnType
	case c.IsComparison:
		b := kind("Boolean")
		result = &b
	}
	return arithmetic(OpCustom, left, right, c, result)
}

// sides coerces plain values against the other side.
func sides(op Op, left, right Expr) (Expr, Expr) {
	if b, ok := left.(*Bind); ok && b.Fresh {
		if r, both := right.(*Bind); both && r.Fresh {
			left = Settle(left)
		} else {
			return coerceTo(right, op, left, schema.Type{}), right
		}
	}
	return left, coerceTo(left, op, right, schema.Type{})
}

func arithmetic(op Op, left, right Expr, c *CustomOp, result *schema.Type) (Expr, error) {
	left, right = sides(op, left, right)
	var t schema.Type
	if result != nil {
		t = *result
	} else {
		op, t = adapt(op, TypeOf(left), TypeOf(right))
	}
	return construct(op, left, right, t, OpNone, c), nil
}

// construct builds a binary expression, flattening associative operators.
func construct(op Op, left, right Expr, t schema.Type, negate Op, c *CustomOp) Expr {
	if associative(op) {
		l, lok := flat(op, left, t)
		r, rok := flat(op, right, t)
		if lok || rok {
			all := make([]Expr, 0, len(l)+len(r))
			for _, e := range append(append(all, l...), r...) {
				all = append(all, SelfGroup(e, op))
			}
			return &Chain{Op: op, Elems: all, Type: t}
		}
	}
	if isCollection(right) {
		negate = OpNone
	}
	s := strength{op, c}
	return &Binary{Left: group(left, s), Right: group(right, s), Op: op, Negate: negate, Type: t, Custom: c}
}

func flat(op Op, e Expr, t schema.Type) ([]Expr, bool) {
	switch x := e.(type) {
	case *Binary:
		if x.Op == op && Affinity(t) == Affinity(x.Type) {
			return []Expr{x.Left, x.Right}, true
		}
	case *Chain:
		if x.Op == op && Affinity(t) == Affinity(x.Type) {
			return x.Elems, true
		}
	}
	return []Expr{e}, false
}

func isCollection(e Expr) bool {
	u, ok := e.(*Unary)
	return ok && (u.Op == OpAny || u.Op == OpAll)
}

// constant returns the constant that None, True or False mean beside a
// comparison.
func constant(e Expr) (Expr, bool) {
	switch x := e.(type) {
	case *Null, *True, *False:
		return e, true
	case *Bind:
		if !x.Fresh {
			return nil, false
		}
		switch v := x.Value.(type) {
		case nil:
			return &Null{}, true
		case bool:
			if v {
				return &True{}, true
			}
			return &False{}, true
		}
	}
	return nil, false
}

func compare(op Op, left, right Expr, escape *string) (Expr, error) {
	if isCollection(left) {
		if m, ok := mirrored[op]; ok {
			op = m
		}
		u := left.(*Unary)
		r := coerceTo(u, op, right, schema.Type{})
		return construct(op, r, u, kind("Boolean"), OpNone, nil), nil
	}
	bool_ := kind("Boolean")
	if k, ok := constant(right); ok {
		_, isNull := k.(*Null)
		switch {
		case op == OpIsDistinct || op == OpIsNotDistinct || (op == OpEq || op == OpNe) && !isNull:
			return construct(op, left, k, bool_, negations[op], nil), nil
		case op == OpEq || op == OpIs:
			return construct(OpIs, left, k, bool_, OpIsNot, nil), nil
		case op == OpNe || op == OpIsNot:
			return construct(OpIsNot, left, k, bool_, OpIs, nil), nil
		}
		return nil, fail("ArgumentError", "Only '=', '!=', 'is_()', 'is_not()', 'is_distinct_from()', 'is_not_distinct_from()' "+
			"operators can be used with None/True/False")
	}
	left, right = sides(op, left, right)
	e := construct(op, left, right, bool_, negations[op], nil)
	if b, ok := e.(*Binary); ok {
		b.Escape = escape
	}
	return e, nil
}

// Like is like, ilike, contains, startswith, endswith and their negations, with
// escape= and autoescape=.
func Like(op Op, left, right Expr, escape *string, autoescape bool) (Expr, error) {
	if autoescape {
		b, ok := right.(*Bind)
		s, isText := "", false
		if ok {
			s, isText = b.Value.(string)
		}
		if !isText {
			return nil, fail("TypeError", "String value expected when autoescape=True")
		}
		if escape == nil {
			slash := "/"
			escape = &slash
		}
		if *escape != "%" && *escape != "_" {
			s = strings.ReplaceAll(s, *escape, *escape+*escape)
		}
		s = strings.ReplaceAll(s, "%", *escape+"%")
		s = strings.ReplaceAll(s, "_", *escape+"_")
		c := *b
		c.Value = s
		right = &c
	}
	return compare(op, left, right, escape)
}

// Between is BETWEEN; op is OpBetween or OpNotBetween; symmetric adds that word.
func Between(op Op, e, low, high Expr, symmetric bool) Expr {
	r := &Chain{Op: OpAnd, Bare: true, Elems: []Expr{
		SelfGroup(coerceTo(e, OpAnd, low, schema.Type{}), OpAnd),
		SelfGroup(coerceTo(e, OpAnd, high, schema.Type{}), OpAnd),
	}}
	b := &Binary{Left: SelfGroup(e, op), Right: r, Op: op, Negate: negations[op], Type: schema.Type{}}
	if symmetric {
		b.Visit = "symmetric"
	}
	return b
}

// RegexpMatch is regexp_match(pattern, flags).
func RegexpMatch(e, pattern, flags Expr) Expr {
	return &Binary{Left: SelfGroup(e, OpRegexpMatch), Right: SelfGroup(coerceTo(e, OpComma, pattern, schema.Type{}), OpRegexpMatch),
		Op: OpRegexpMatch, Negate: OpNotRegexpMatch, Flags: flags}
}

// RegexpReplace is regexp_replace(pattern, replacement, flags).
func RegexpReplace(e, pattern, replacement, flags Expr) Expr {
	r := &Chain{Op: OpComma, Bare: true, Elems: []Expr{coerceTo(e, OpComma, pattern, schema.Type{}), coerceTo(e, OpComma, replacement, schema.Type{})}}
	return &Binary{Left: SelfGroup(e, OpRegexpReplace), Right: r, Op: OpRegexpReplace, Flags: flags}
}

// Match is match(other).
func Match(e, other Expr, modifiers schema.Options) Expr {
	return &Binary{Left: SelfGroup(e, OpMatch), Right: SelfGroup(coerceTo(e, OpMatch, other, schema.Type{}), OpMatch),
		Op: OpMatch, Negate: OpNotMatch, Type: kind("MatchType"), Modifiers: modifiers}
}
