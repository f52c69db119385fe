package expr

// precedence of operators: a higher number binds tighter.
var precedence = map[Op]int{
	OpFrom: 15, OpFuncCompare: 15, OpAny: 15, OpAll: 15, OpGetItem: 15, OpJSONGetItem: 15, OpJSONPathGetItem: 15,
	OpMul: 8, OpTrueDiv: 8, OpFloorDiv: 8, OpMod: 8, OpNeg: 8, OpBitNot: 8,
	OpAdd: 7, OpSub: 7, OpBitXor: 7, OpBitOr: 7, OpBitAnd: 7, OpBitLShift: 7, OpBitRShift: 7,
	OpFilter: 6,
	OpConcat: 5, OpMatch: 5, OpNotMatch: 5, OpRegexpMatch: 5, OpNotRegexpMatch: 5, OpRegexpReplace: 5,
	OpILike: 5, OpNotILike: 5, OpLike: 5, OpNotLike: 5, OpIn: 5, OpNotIn: 5, OpIs: 5, OpIsNot: 5, OpEq: 5, OpNe: 5,
	OpIsDistinct: 5, OpIsNotDistinct: 5, OpGt: 5, OpLt: 5, OpGe: 5, OpLe: 5, OpBetween: 5, OpNotBetween: 5,
	OpDistinct: 5, OpInv: 5, OpIsTrue: 5, OpIsFalse: 5,
	OpCollate: 4, OpAnd: 3, OpDesc: 3, OpAsc: 3, OpOr: 2, OpComma: -1, OpAs: -1, OpExists: 0, OpAsBool: -10,
}

// Limits for operators that the table does not name.
const (
	smallest = -100
	largest  = 100
)

// strength is an operator with the precedence that a custom one carries.
type strength struct {
	op   Op
	cust *CustomOp
}

func (s strength) value(missing int) int {
	if s.op == OpCustom && s.cust != nil {
		return s.cust.Precedence
	}
	if p, ok := precedence[s.op]; ok {
		return p
	}
	return missing
}

func (s strength) sameAs(o strength) bool { return s.op == o.op && s.cust == o.cust }

// naturalSelf reports whether (a op b) op c needs no parentheses.
func (s strength) naturalSelf() bool {
	if s.op == OpCustom {
		return s.cust != nil && s.cust.NaturalSelf
	}
	return associative(s.op) || s.op == OpGetItem || s.op == OpJSONGetItem || s.op == OpJSONPathGetItem
}

func associative(op Op) bool {
	switch op {
	case OpAdd, OpMul, OpConcat, OpAnd, OpOr:
		return true
	}
	return false
}

// precedent reports whether an expression of operator s needs parentheses as an
// operand of against.
func (s strength) precedent(against strength) bool {
	if s.sameAs(against) && s.naturalSelf() {
		return false
	}
	if against.op == OpNone {
		return true
	}
	return s.value(smallest) <= against.value(largest)
}

// IsComparison reports whether an operator compares.
func IsComparison(op Op) bool {
	switch op {
	case OpEq, OpNe, OpLt, OpGt, OpGe, OpLe, OpIs, OpIsNot, OpIsDistinct, OpIsNotDistinct, OpFuncCompare,
		OpBetween, OpNotBetween, OpLike, OpNotLike, OpILike, OpNotILike, OpIn, OpNotIn,
		OpContains, OpNotContains, OpStartsWith, OpNotStartsWith, OpEndsWith, OpNotEndsWith,
		OpIContains, OpNotIContains, OpIStartsWith, OpNotIStartsWith, OpIEndsWith, OpNotIEndsWith,
		OpMatch, OpNotMatch, OpRegexpMatch, OpNotRegexpMatch:
		return true
	}
	return false
}

// isBooleanOp reports whether the result of an operator is a truth value.
func isBooleanOp(s strength) bool {
	if s.op == OpCustom {
		return s.cust != nil && s.cust.IsComparison
	}
	switch s.op {
	case OpAnd, OpOr, OpInv, OpIsTrue, OpIsFalse:
		return true
	}
	return IsComparison(s.op)
}

// SelfGroup returns e as an operand of against: in parentheses where the
// precedence of the operators asks for them, and as a truth value where a
// Boolean column stands in AND or OR.
func SelfGroup(e Expr, against Op) Expr { return group(e, strength{op: against}) }

func group(e Expr, against strength) Expr {
	switch x := e.(type) {
	case *Grouping, *Tuple, *Slice, *ScalarSelect:
		return e
	case *Text:
		if against.op == OpIn {
			return &Grouping{Elem: e}
		}
		return e
	case *Binary:
		return groupOperator(e, strength{x.Op, x.Custom}, against, !x.Bare)
	case *Chain:
		return groupOperator(e, strength{op: x.Op}, against, !x.Bare)
	case *Bools:
		if len(x.Elems) == 0 {
			return e
		}
		return groupOperator(e, strength{op: x.Op}, against, true)
	case *List:
		if x.Group && (strength{op: OpComma}).precedent(against) {
			return &Grouping{Elem: e}
		}
		return e
	case *Unary:
		return groupUnary(x, against)
	case *Label:
		if in := group(x.Elem, against); in != x.Elem {
			return &Label{Name: x.Name, Elem: in, Type: x.Type, Quote: x.Quote, Stem: x.Stem}
		}
		return e
	case *TypeCoerce:
		if in := group(x.Elem, against); in != x.Elem {
			return &TypeCoerce{Elem: in, Type: x.Type}
		}
		return e
	case *Filter:
		if (strength{op: OpFilter}).precedent(against) {
			return &Grouping{Elem: e, Type: TypeOf(e)}
		}
		return e
	case *AggregateOrderBy:
		return e
	case *Exists:
		if (strength{op: OpExists}).precedent(against) {
			return &Grouping{Elem: e, Type: kind("Boolean")}
		}
		return e
	case *Function:
		return groupFunction(x, against)
	}
	return groupPlain(e, against)
}

func groupOperator(e Expr, own, against strength, may bool) Expr {
	if may && own.precedent(against) || against.op == OpInv && !isBooleanOp(own) {
		return &Grouping{Elem: e, Type: TypeOf(e)}
	}
	return e
}

func groupUnary(x *Unary, against strength) Expr {
	if x.Op == OpIsTrue || x.Op == OpIsFalse {
		return x
	}
	if x.Op != OpNone && (strength{x.Op, x.Custom}).precedent(against) {
		return &Grouping{Elem: x, Type: x.Type}
	}
	return x
}

// groupFunction: an array function that is indexed stands in parentheses.
func groupFunction(x *Function, against strength) Expr {
	if against.op == OpGetItem && Affinity(x.Type) == "ARRAY" {
		return &Grouping{Elem: x, Type: x.Type}
	}
	return groupPlain(x, against)
}

func groupPlain(e Expr, against strength) Expr {
	switch against.op {
	case OpAnd, OpOr, OpAsBool:
		if isBoolean(e) {
			return &Unary{Elem: e, Op: OpIsTrue, Type: kind("Boolean")}
		}
	case OpAny, OpAll:
		return &Grouping{Elem: e, Type: TypeOf(e)}
	case OpGetItem:
		switch e.(type) {
		case *Array:
			return &Grouping{Elem: e, Type: TypeOf(e)}
		}
	}
	return e
}

// Not is not_(e).
func Not(e Expr) Expr {
	switch x := e.(type) {
	case *True:
		return &False{}
	case *False:
		return &True{}
	case *Binary:
		if x.Negate != OpNone {
			n := *x
			n.Op, n.Negate = x.Negate, x.Op
			n.Right = negateRight(x.Right, x.Op, x.Negate)
			return &n
		}
		return Not(group(x, strength{}))
	case *Bools:
		return &Unary{Elem: SelfGroup(x, OpInv), Op: OpInv}
	case *Chain:
		return &Unary{Elem: SelfGroup(x, OpInv), Op: OpInv}
	case *Grouping:
		return &Unary{Elem: x, Op: OpInv, Type: x.Type}
	case *Exists:
		return &Unary{Elem: SelfGroup(x, OpInv), Op: OpInv, Type: kind("Boolean")}
	case *Unary:
		return notUnary(x)
	case *Label:
		return &Label{Name: x.Name, Elem: Not(x.Elem), Type: x.Type, Quote: x.Quote, Stem: x.Stem}
	}
	return notPlain(e)
}

func notUnary(x *Unary) Expr {
	switch x.Op {
	case OpIsTrue, OpIsFalse:
		switch x.Elem.(type) {
		case *True, *False:
			return Not(x.Elem)
		}
		op := OpIsFalse
		if x.Op == OpIsFalse {
			op = OpIsTrue
		}
		return &Unary{Elem: x.Elem, Op: op, Type: x.Type}
	}
	if isBoolean(x) {
		return &Unary{Elem: SelfGroup(x, OpInv), Op: OpInv, Type: kind("Boolean")}
	}
	return notPlain(x)
}

func notPlain(e Expr) Expr {
	if isBoolean(e) {
		return &Unary{Elem: e, Op: OpIsFalse, Type: kind("Boolean")}
	}
	return &Unary{Elem: SelfGroup(e, OpInv), Op: OpInv}
}

// negateRight turns the list of an IN along with its operator.
func negateRight(e Expr, old, now Op) Expr {
	if b, ok := e.(*Bind); ok && b.Expanding && b.ExpandOp == old {
		c := *b
		c.ExpandOp = now
		return &c
	}
	return e
}
