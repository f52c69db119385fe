package syntax

// bad is the expression given back after an error; nobody sees it.
func (p *parser) bad() Expr {
	n := &Name{}
	n.At = p.here()
	return n
}

// startsExpr tells whether an expression may start with k.
func startsExpr(k tokenKind) bool {
	switch k {
	case tName, tNumber, tString, tFStart, tLParen, tLBracket, tLBrace, tPlus, tMinus, tTilde, tEllipsis,
		kwFalse, kwNone, kwTrue, kwNot, kwLambda, kwAwait:
		return true
	}
	return false
}

// expressions is `expression, expression, ...`: a tuple without parentheses
// if there is a comma.
func (p *parser) expressions() Expr { return p.tupleOf(p.expression, false) }

// starExpressions is expressions with `*value` allowed.
func (p *parser) starExpressions() Expr { return p.tupleOf(p.starExpression, true) }

func (p *parser) tupleOf(item func() Expr, star bool) Expr {
	start := p.i
	first := item()
	if p.kind() != tComma {
		return first
	}
	elts := []Expr{first}
	for p.got(tComma) && (startsExpr(p.kind()) || star && p.kind() == tStar) {
		elts = append(elts, item())
	}
	t := &Tuple{Elts: elts}
	t.At = p.since(start)
	return t
}

func (p *parser) starExpression() Expr {
	if p.kind() == tStar {
		return p.starred()
	}
	return p.expression()
}

func (p *parser) starred() Expr {
	start := p.i
	p.want(tStar)
	n := &Starred{Value: p.bitwiseOr()}
	n.At = p.since(start)
	p.afterExpression(start+1, n.Value)
	return n
}

// starredExpression is `*expression`, as in calls and subscripts.
func (p *parser) starredExpression() Expr {
	start := p.i
	p.want(tStar)
	p.starOperand()
	n := &Starred{Value: p.expression()}
	n.At = p.since(start)
	return n
}

func (p *parser) starNamedExpression() Expr {
	if p.kind() == tStar {
		return p.starred()
	}
	return p.namedExpression()
}

// namedExpression is an expression or `name := expression`.
func (p *parser) namedExpression() Expr {
	start := p.i
	if p.kind() == tName && p.peek1(tColonEqual) {
		return p.walrus()
	}
	e := p.expression()
	switch p.kind() {
	case tColonEqual:
		p.walrusTarget(e)
	case tEqual:
		p.equalInExpression(start, e, true)
	}
	return e
}

// peek1 tells whether the token after the current one is of kind k, without
// counting that token as looked at.
func (p *parser) peek1(k tokenKind) bool {
	return p.i+1 < len(p.toks) && p.toks[p.i+1].kind == k
}

func (p *parser) walrus() Expr {
	start := p.i
	target := p.nameNode(Store)
	p.want(tColonEqual)
	n := &NamedExpr{Target: target, Value: p.expression()}
	n.At = p.since(start)
	return n
}

// nameNode reads an identifier.
func (p *parser) nameNode(ctx ExprContext) *Name {
	n := p.slabs.names.new()
	n.Ctx, n.At = ctx, p.here()
	n.ID = p.name()
	return n
}

// name reads an identifier and returns it normalized.
func (p *parser) name() string {
	if p.kind() != tName {
		p.fail()
		return ""
	}
	t := p.next()
	return normalizeIdent(p.text[t.start:t.end])
}

// expression is a conditional expression or a lambda.
func (p *parser) expression() Expr {
	if !p.enter(1) {
		return p.bad()
	}
	defer p.leave(1)
	if p.kind() == kwLambda {
		return p.lambda()
	}
	start := p.i
	body := p.disjunction()
	if p.kind() != kwIf {
		p.afterExpression(start, body)
		return body
	}
	p.next()
	n := &IfExp{Body: body, Test: p.disjunction()}
	if !p.got(kwElse) {
		p.missingElse(start)
		return body
	}
	p.statementForExpression(start)
	n.Orelse = p.expression()
	n.At = p.since(start)
	return n
}

func (p *parser) disjunction() Expr {
	return p.boolean(kwOr, Or, p.conjunction)
}

func (p *parser) conjunction() Expr {
	return p.boolean(kwAnd, And, p.inversion)
}

func (p *parser) boolean(k tokenKind, op BoolOperator, operand func() Expr) Expr {
	start := p.i
	first := operand()
	if p.kind() != k {
		return first
	}
	n := &BoolOp{Op: op, Values: []Expr{first}}
	for p.got(k) {
		n.Values = append(n.Values, operand())
	}
	n.At = p.since(start)
	return n
}

func (p *parser) inversion() Expr {
	if p.kind() != kwNot {
		return p.comparison()
	}
	if !p.enter(1) {
		return p.bad()
	}
	defer p.leave(1)
	start := p.i
	p.next()
	n := &UnaryOp{Op: Not, Operand: p.inversion()}
	n.At = p.since(start)
	return n
}

func (p *parser) comparison() Expr {
	start := p.i
	left := p.bitwiseOr()
	op, ok := p.compareOp()
	if !ok {
		return left
	}
	n := &Compare{Left: left}
	for ok {
		n.Ops = append(n.Ops, op)
		n.Comparators = append(n.Comparators, p.bitwiseOr())
		op, ok = p.compareOp()
	}
	n.At = p.since(start)
	return n
}

// compareOp reads a comparison operator, if there is one.
func (p *parser) compareOp() (CmpOp, bool) {
	var op CmpOp
	switch p.kind() {
	case tEqEqual:
		op = Eq
	case tNotEqual:
		if (p.word(0) == "<>") != p.flufl {
			if p.flufl {
				p.raise(p.here(), "with Barry as BDFL, use '<>' instead of '!='")
			}
			return 0, false
		}
		op = NotEq
	case tLess:
		op = Lt
	case tLessEqual:
		op = LtE
	case tGreater:
		op = Gt
	case tGreaterEqual:
		op = GtE
	case kwIn:
		op = In
	case kwIs:
		p.next()
		if p.got(kwNot) {
			return IsNot, true
		}
		return Is, true
	case kwNot:
		if p.peek(1) != kwIn {
			return 0, false
		}
		p.next()
		op = NotIn
	default:
		return 0, false
	}
	p.next()
	return op, true
}

// binaryPower returns operator and binding power of a binary operator.
func binaryPower(k tokenKind) (Operator, int) {
	switch k {
	case tVBar:
		return BitOr, 1
	case tCircumflex:
		return BitXor, 2
	case tAmper:
		return BitAnd, 3
	case tLeftShift:
		return LShift, 4
	case tRightShift:
		return RShift, 4
	case tPlus:
		return Add, 5
	case tMinus:
		return Sub, 5
	case tStar:
		return Mult, 6
	case tSlash:
		return Div, 6
	case tDoubleSlash:
		return FloorDiv, 6
	case tPercent:
		return Mod, 6
	case tAt:
		return MatMult, 6
	}
	return 0, 0
}

func (p *parser) bitwiseOr() Expr { return p.binary(1) }

// binary reads operators that bind at least as tightly as power.
func (p *parser) binary(power int) Expr {
	start, outer := p.i, p.peak
	p.peak = 0
	left := p.factor()
	height := p.peak
	for {
		op, bind := binaryPower(p.kind())
		if bind < power || bind == 0 || !p.tall(height) {
			p.peak = max(outer, height)
			return left
		}
		p.next()
		p.notAfterOperator()
		p.peak = 0
		b := &BinOp{Left: left, Op: op, Right: p.binary(bind + 1)}
		b.At = p.since(start)
		height = max(height, p.peak) + 1
		left = b
	}
}

func (p *parser) factor() Expr {
	var op UnaryOperator
	switch p.kind() {
	case tPlus:
		op = UAdd
	case tMinus:
		op = USub
	case tTilde:
		op = Invert
	default:
		return p.power()
	}
	if !p.enter(1) {
		return p.bad()
	}
	defer p.leave(1)
	start := p.i
	p.next()
	p.notAfterOperator()
	n := &UnaryOp{Op: op, Operand: p.factor()}
	n.At = p.since(start)
	return n
}

func (p *parser) power() Expr {
	start := p.i
	left := p.awaitPrimary()
	if p.kind() != tDoubleStar {
		return left
	}
	if !p.enter(1) {
		return p.bad()
	}
	defer p.leave(1)
	p.depth++
	defer p.leave(1)
	p.next()
	p.notAfterOperator()
	n := &BinOp{Left: left, Op: Pow, Right: p.factor()}
	n.At = p.since(start)
	return n
}

func (p *parser) awaitPrimary() Expr {
	if p.kind() != kwAwait {
		return p.primary()
	}
	start := p.i
	p.next()
	n := &Await{Value: p.primary()}
	n.At = p.since(start)
	return n
}

// primary is an atom followed by attributes, calls and subscripts.
func (p *parser) primary() Expr {
	start, outer := p.i, p.peak
	p.peak = 0
	e := p.atom()
	height := p.peak
	for {
		k := p.kind()
		if k != tDot && k != tLParen && k != tLBracket || !p.tall(height) {
			p.peak = max(outer, height)
			return e
		}
		p.peak = 0
		e = p.trailer(start, e)
		height = max(height, p.peak) + 1
	}
}

func (p *parser) trailer(start int, e Expr) Expr {
	if !p.enter(bracketCost) {
		return e
	}
	defer p.leave(bracketCost)
	switch p.kind() {
	case tDot:
		p.next()
		n := p.slabs.attributes.new()
		n.Value, n.AttrAt = e, p.here()
		n.Attr = p.name()
		n.At = p.since(start)
		return n
	case tLParen:
		n := p.slabs.calls.new()
		n.Func = e
		p.callArguments(n)
		n.At = p.since(start)
		return n
	default:
		p.next()
		n := &Subscript{Value: e, Slice: p.slices()}
		p.close(tRBracket)
		n.At = p.since(start)
		return n
	}
}

// slices is what stands between brackets behind a value.
func (p *parser) slices() Expr {
	start := p.i
	first := p.slice()
	if _, star := first.(*Starred); p.kind() != tComma && !star {
		return first
	}
	t := &Tuple{Elts: []Expr{first}}
	for p.got(tComma) && (startsExpr(p.kind()) || p.kind() == tStar || p.kind() == tColon) {
		t.Elts = append(t.Elts, p.slice())
	}
	t.At = p.since(start)
	return t
}

func (p *parser) slice() Expr {
	start := p.i
	var lower Expr
	switch p.kind() {
	case tStar:
		return p.starredExpression()
	case tColon:
	default:
		lower = p.namedExpression()
		if _, named := lower.(*NamedExpr); p.kind() != tColon || named && p.toks[start].kind == tName {
			return lower
		}
	}
	p.want(tColon)
	n := &Slice{Lower: lower}
	if startsExpr(p.kind()) {
		n.Upper = p.expression()
	}
	if p.got(tColon) && startsExpr(p.kind()) {
		n.Step = p.expression()
	}
	n.At = p.since(start)
	return n
}

// lambda is `lambda parameters: expression`.
func (p *parser) lambda() Expr {
	p.depth++
	defer p.leave(1)
	start := p.i
	p.next()
	n := &Lambda{Args: p.parameters(true)}
	p.lambdaColon(start)
	n.Body = p.expression()
	n.At = p.since(start)
	return n
}

// yield is `yield value` or `yield from value`.
func (p *parser) yield() Expr {
	start := p.i
	p.want(kwYield)
	if p.got(kwFrom) {
		n := &YieldFrom{Value: p.expression()}
		n.At = p.since(start)
		return n
	}
	n := &Yield{}
	if startsExpr(p.kind()) || p.kind() == tStar {
		n.Value = p.starExpressions()
	}
	n.At = p.since(start)
	return n
}

// yieldOrStars is the right side of an assignment.
func (p *parser) yieldOrStars() Expr {
	if p.kind() == kwYield {
		return p.yield()
	}
	return p.starExpressions()
}
