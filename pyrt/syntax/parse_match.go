package syntax

// matchStmt reads a match statement, or nothing if this is none: match is an
// ordinary name elsewhere.
func (p *parser) matchStmt() Stmt {
	if !p.isWord("match") {
		return nil
	}
	switch k := p.toks[min(p.i+1, len(p.toks)-1)].kind; {
	case startsExpr(k), k == tStar:
	default:
		return nil
	}
	start := p.i
	_, ok := p.try(func() {
		p.next()
		p.matchSubject()
		p.want(tColon)
		p.want(tNewline)
	})
	if !ok {
		p.badMatch()
		return nil
	}
	p.next()
	n := &Match{Subject: p.matchSubject()}
	p.want(tColon)
	p.want(tNewline)
	line := p.src.Position(p.toks[start].start).Line
	if !p.got(tIndent) {
		p.raiseKind("IndentationError", p.here(), "expected an indented block after 'match' statement on line %d", line)
		return n
	}
	for p.isWord("case") && p.err == nil {
		n.Cases = append(n.Cases, p.matchCase())
	}
	if len(n.Cases) == 0 || p.kind() != tDedent {
		p.fail()
	}
	p.got(tDedent)
	n.At = p.since(start)
	return n
}

func (p *parser) matchSubject() Expr {
	e := p.tupleOf(p.starNamedExpression, true)
	if _, ok := e.(*Starred); ok {
		p.fail()
	}
	return e
}

func (p *parser) matchCase() *MatchCase {
	start := p.i
	p.next()
	n := &MatchCase{Pattern: p.patterns()}
	if p.got(kwIf) {
		n.Guard = p.namedExpression()
	}
	if !p.got(tColon) {
		p.missingColon(kwIf)
		return n
	}
	n.Body = p.body(start, "'case' statement")
	n.At = p.since(start)
	return n
}

// patterns is a pattern or a sequence without brackets.
func (p *parser) patterns() Pattern {
	start := p.i
	first := p.maybeStar()
	if _, star := first.(*MatchStar); p.kind() != tComma {
		if star {
			p.fail()
		}
		return first
	}
	n := &MatchSequence{Patterns: []Pattern{first}}
	for p.got(tComma) && p.startsPattern() {
		n.Patterns = append(n.Patterns, p.maybeStar())
	}
	n.At = p.since(start)
	return n
}

func (p *parser) startsPattern() bool {
	switch p.kind() {
	case tName, tNumber, tString, tFStart, tMinus, tStar, tLParen, tLBracket, tLBrace, kwNone, kwTrue, kwFalse:
		return true
	}
	return false
}

func (p *parser) maybeStar() Pattern {
	if p.kind() != tStar {
		return p.pattern()
	}
	start := p.i
	p.next()
	n := &MatchStar{Name: p.name()}
	if n.Name == "_" {
		n.Name = ""
	}
	n.At = p.since(start)
	return n
}

// pattern is `alternatives as name`.
func (p *parser) pattern() Pattern {
	if !p.enter(4) {
		return &MatchAs{}
	}
	defer p.leave(4)
	start := p.i
	first := p.orPattern()
	if !p.got(kwAs) {
		return first
	}
	n := &MatchAs{Pattern: first}
	p.patternTarget()
	n.Name = p.name()
	n.At = p.since(start)
	return n
}

func (p *parser) orPattern() Pattern {
	start := p.i
	first := p.closedPattern()
	if p.kind() != tVBar {
		return first
	}
	n := &MatchOr{Patterns: []Pattern{first}}
	for p.got(tVBar) {
		n.Patterns = append(n.Patterns, p.closedPattern())
	}
	n.At = p.since(start)
	return n
}

func (p *parser) closedPattern() Pattern {
	start := p.i
	switch p.kind() {
	case tName:
		return p.namePattern()
	case kwNone:
		return p.singleton(nil)
	case kwTrue:
		return p.singleton(true)
	case kwFalse:
		return p.singleton(false)
	case tNumber, tMinus, tString, tFStart:
		n := &MatchValue{Value: p.literalPattern()}
		n.At = p.since(start)
		return n
	case tLParen, tLBracket:
		return p.sequencePattern()
	case tLBrace:
		return p.mappingPattern()
	}
	p.fail()
	return &MatchAs{}
}

func (p *parser) singleton(v any) Pattern {
	n := &MatchSingleton{Value: v}
	n.At = p.here()
	p.next()
	return n
}

// namePattern is a capture, the wildcard, a dotted name, or a class.
func (p *parser) namePattern() Pattern {
	start := p.i
	if k := p.peek(1); k != tDot && k != tLParen {
		n := &MatchAs{}
		if name := p.name(); name != "_" {
			n.Name = name
		}
		n.At = p.since(start)
		return n
	}
	value := p.dottedPattern()
	if p.kind() == tLParen {
		return p.classPattern(start, value)
	}
	n := &MatchValue{Value: value}
	n.At = p.since(start)
	return n
}

func (p *parser) dottedPattern() Expr {
	start := p.i
	var e Expr = p.nameNode(Load)
	for n := 1; p.got(tDot) && p.tall(n); n++ {
		a := &Attribute{Value: e, AttrAt: p.here()}
		a.Attr = p.name()
		a.At = p.since(start)
		e = a
	}
	return e
}

// literalPattern is a string or a number, maybe complex.
func (p *parser) literalPattern() Expr {
	if p.kind() == tString || p.kind() == tFStart {
		e := p.strings()
		switch e.(type) {
		case *Constant:
		default:
			p.raise(e.Span(), "patterns may only match literals and attribute lookups")
		}
		return e
	}
	start := p.i
	left := p.signedNumber()
	op := Add
	switch p.kind() {
	case tMinus:
		op = Sub
	case tPlus:
	default:
		return left
	}
	p.next()
	at := p.i
	right := p.plainNumber()
	if u, ok := left.(*UnaryOp); isImaginary(left) || ok && isImaginary(u.Operand) {
		p.raise(left.Span(), "real number required in complex literal")
	}
	if !isImaginary(right) {
		p.raise(p.since(at), "imaginary number required in complex literal")
	}
	n := &BinOp{Left: left, Op: op, Right: right}
	n.At = p.since(start)
	return n
}

func isImaginary(e Expr) bool {
	c, ok := e.(*Constant)
	if !ok {
		return false
	}
	_, ok = c.Value.(complex128)
	return ok
}

func (p *parser) signedNumber() Expr {
	start := p.i
	if !p.got(tMinus) {
		return p.plainNumber()
	}
	n := &UnaryOp{Op: USub, Operand: p.plainNumber()}
	n.At = p.since(start)
	return n
}

func (p *parser) plainNumber() Expr {
	if p.kind() != tNumber {
		p.fail()
		return p.bad()
	}
	return p.number()
}
