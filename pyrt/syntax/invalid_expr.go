package syntax

// The functions in the files invalid_*.go choose the words of an error at a
// place where the parser can not go on, or where something is readable but
// not allowed. Each reports nothing when it has no better words than "invalid
// syntax".

// inParens tells whether e, which starts at a token, stands in parentheses.
func (p *parser) inParens(start int, e Expr) bool {
	return p.toks[start].kind == tLParen && e.Span().Start > p.toks[start].start
}

// isBitwiseOr tells whether e, which starts at a token, binds at least as
// tightly as |.
func (p *parser) isBitwiseOr(start int, e Expr) bool {
	if p.inParens(start, e) {
		return true
	}
	switch e := e.(type) {
	case *BoolOp, *Compare, *IfExp, *Lambda, *Starred, *NamedExpr, *Yield, *YieldFrom:
		return false
	case *UnaryOp:
		return e.Op != Not
	case *Tuple:
		return p.toks[start].kind == tLParen
	}
	return true
}

// follows tries f after the token at p.i and returns the token behind it.
func (p *parser) follows(f func() Expr) (end int, ok bool) {
	if p.err != nil || p.quiet > 0 {
		return p.i, false
	}
	return p.try(func() { p.next(); f() })
}

// walrusTarget reports := behind something that is not a name.
func (p *parser) walrusTarget(e Expr) {
	if _, ok := p.follows(p.expression); ok {
		p.raise(e.Span(), "cannot use assignment expressions with %s", exprName(e))
	}
}

// walrusStatement reports := outside parentheses at statement level.
func (p *parser) walrusStatement(e Expr) {
	if _, ok := e.(*Name); !ok {
		p.walrusTarget(e)
	}
	at := p.i
	p.follows(p.expression)
	p.far = max(at, p.far)
	p.fail()
}

// equalInExpression reports = behind e where only an expression may stand.
func (p *parser) equalInExpression(start int, e Expr, named bool) {
	if p.err != nil || p.quiet > 0 {
		return
	}
	end, ok := p.prefix(p.i+1, p.bitwiseOr)
	if !ok || p.toks[end].kind == tEqual || p.toks[end].kind == tColonEqual {
		return
	}
	if _, name := e.(*Name); name && named && p.toks[start].kind == tName {
		at := Span{p.src, e.Span().Start, p.toks[end-1].end}
		p.raise(at, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?")
		return
	}
	switch e := e.(type) {
	case *List, *Tuple, *GeneratorExp:
		return
	case *Constant:
		if name := constantName(e); name != "literal" && name != "ellipsis" {
			return
		}
	}
	if p.isBitwiseOr(start, e) {
		p.raise(e.Span(), "cannot assign to %s here. Maybe you meant '==' instead of '='?", exprName(e))
	}
}

// juxtaposed tells whether an expression starts at the current token although
// one has just ended.
func (p *parser) juxtaposed() bool {
	switch k := p.kind(); k {
	case tName, tNumber, tString, tFStart, tLBrace, tTilde, tEllipsis, kwFalse, kwNone, kwTrue, kwLambda, kwAwait:
		return true
	case kwNot:
		return !p.peek1(kwIn)
	}
	return false
}

// afterExpression looks for a missing comma between two expressions, and for
// a quote that ended a string too early.
func (p *parser) afterExpression(start int, e Expr) {
	if p.err != nil || p.quiet > 0 || !p.juxtaposed() {
		return
	}
	second := p.i
	end, ok := p.prefix(second, p.expression)
	if ok && !p.legacyExpression(start) && !p.prefixedString(start) && p.brackets(end-1) {
		p.brokenString(start)
		p.raise(Span{p.src, e.Span().Start, p.toks[end-1].end}, "invalid syntax. Perhaps you forgot a comma?")
		return
	}
	p.brokenString(start)
	if p.toks[start].kind == tName && p.i == start+1 {
		far := p.far
		p.starExpressions() // its errors are told before those of the name in front
		if p.err == nil || p.err.Msg == "invalid syntax" {
			p.err, p.i = nil, second
			p.far = max(second, far)
			p.failAt(p.far)
		}
	}
}

// prefixedString tells whether a string with a wrong prefix, or a soft
// keyword, stands at a token.
func (p *parser) prefixedString(i int) bool {
	return p.toks[i].kind == tName && (p.toks[i+1].kind == tString || p.softKeyword(i))
}

// brokenString reports expressions between two strings.
func (p *parser) brokenString(start int) {
	if p.err != nil || p.toks[start].kind != tString {
		return
	}
	first := start + 1
	if p.toks[first].kind == tString || !startsExpr(p.toks[first].kind) {
		first = p.i
	}
	last := 0
	end, ok := p.try(func() {
		p.i = first
		for p.kind() != tString && p.err == nil {
			p.expression()
			last = p.i
		}
		p.want(tString)
	})
	if ok && last > 0 && end > last {
		p.raise(Span{p.src, p.toks[first].start, p.toks[last-1].end}, "invalid syntax. Is this intended to be part of the string?")
	}
}

func (p *parser) softKeyword(i int) bool {
	switch p.tokenSpan(i).Text() {
	case "match", "case", "type", "_":
		return p.toks[i].kind == tName
	}
	return false
}

// legacyExpression reports the print and exec statements of Python 2.
func (p *parser) legacyExpression(start int) bool {
	if p.err != nil || p.quiet > 0 || p.toks[start].kind != tName || p.toks[start+1].kind == tLParen {
		return false
	}
	name := p.tokenSpan(start).Text()
	if name != "print" && name != "exec" {
		return false
	}
	end, ok := p.prefix(start+1, p.starExpressions)
	if ok {
		p.raise(Span{p.src, p.toks[start].start, p.toks[end-1].end},
			"Missing parentheses in call to '%s'. Did you mean %s(...)?", name, name)
	}
	return ok
}

// missingElse reports `a if b` without else.
func (p *parser) missingElse(start int) {
	if p.kind() == tColon {
		p.fail()
		return
	}
	p.raise(p.since(start), "expected 'else' after 'if' expression")
}

// statementForExpression reports what is no expression behind else.
func (p *parser) statementForExpression(start int) {
	if p.quiet > 0 || p.err != nil {
		return
	}
	if k := p.kind(); startsExpr(k) || k == tError {
		return
	}
	p.far = p.i
	p.raise(p.here(), "expected expression after 'else', but statement is given")
}

// statementBeforeIf reports `pass if b else c` in brackets.
func (p *parser) statementBeforeIf() {
	switch p.kind() {
	case kwPass, kwBreak, kwContinue:
	default:
		return
	}
	if p.quiet > 0 || !p.peek1(kwIf) {
		return
	}
	at := p.here()
	if _, ok := p.try(func() {
		p.next()
		p.next()
		p.disjunction()
		p.want(kwElse)
		p.expression()
	}); ok {
		p.raise(at, "expected expression before 'if', but statement is given")
	}
}

// starOperand reports a star without operand in a call or a subscript.
func (p *parser) starOperand() {
	if p.err == nil && p.quiet == 0 && !startsExpr(p.kind()) && p.kind() != tError {
		p.raise(p.here(), "Invalid star expression")
	}
}

// firstStar does so behind an opening bracket.
func (p *parser) firstStar() {
	if p.kind() == tStar && p.quiet == 0 && !startsExpr(p.toks[p.i+1].kind) && p.toks[p.i+1].kind != tError {
		p.raise(p.tokenSpan(p.i+1), "Invalid star expression")
	}
}

// notAfterOperator reports `1 + not x`.
func (p *parser) notAfterOperator() {
	if p.kind() != kwNot || p.quiet > 0 {
		return
	}
	at := p.i
	if end, ok := p.try(func() { p.inversion() }); ok {
		p.raise(Span{p.src, p.toks[at].start, p.toks[end-1].end}, "'not' after an operator must be parenthesized")
	}
}

// lambdaColon reads the colon of a lambda. In an f-string it may have been
// taken for the start of a format specifier.
func (p *parser) lambdaColon(start int) {
	if p.kind() == tColon && (p.peek1(tFMiddle) || p.peek1(tFEnd)) {
		p.raise(Span{p.src, p.toks[start].start, p.here().End}, "%s: lambda expressions are not allowed without parentheses", p.stringKind(start))
		return
	}
	p.want(tColon)
}

func (p *parser) doubleStarInGroup() {
	at := p.i
	if _, ok := p.try(func() {
		p.next()
		p.expression()
		p.want(tRParen)
	}); ok {
		p.raise(p.tokenSpan(at), "cannot use double starred expression here")
		return
	}
	p.fail()
}

// comprehensionElement refuses `*x for ...`.
func (p *parser) comprehensionElement(e Expr) {
	if s, ok := e.(*Starred); ok {
		p.raise(s.At, "iterable unpacking cannot be used in comprehension")
	}
}

// unparenthesizedComprehension reports `[a, b for ...]`.
func (p *parser) unparenthesizedComprehension(elts []Expr) {
	if p.kind() != kwFor && p.kind() != kwAsync || len(elts) < 2 {
		return
	}
	at := elts[0].Span().To(elts[len(elts)-1].Span())
	if _, ok := p.try(func() { p.comprehensions() }); ok {
		p.raise(at, "did you forget parentheses around the comprehension target?")
	}
}

// dictValue reads the colon and value behind a dictionary key.
func (p *parser) dictValue(key Expr) Expr {
	if p.kind() != tColon {
		if p.err == nil && p.kind() != tError {
			switch p.kind() {
			case tRBrace, tComma:
				end := key.Span().End
				p.raise(Span{p.src, end - 1, end}, "':' expected after dictionary key")
				p.err.endColumn = endZero
			}
		}
		p.fail()
		return p.bad()
	}
	colon := p.i
	p.next()
	switch p.kind() {
	case tRBrace, tComma:
		p.raise(p.tokenSpan(colon), "expression expected after dictionary key and ':'")
	case tStar:
		star := p.i
		if end, ok := p.prefix(star+1, p.bitwiseOr); ok {
			p.raise(Span{p.src, p.toks[star].start, p.toks[end-1].end}, "cannot use a starred expression in a dictionary value")
		}
	}
	return p.expression()
}

// comprehensionIter looks for an if with else in place of a condition.
func (p *parser) comprehensionIter(c *Comprehension) {
	if p.kind() == kwElse {
		p.fail()
	}
}
