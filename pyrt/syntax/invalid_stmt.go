package syntax

// missingColon reports a compound statement without its colon. Behind an
// expression that might go on CPython misses it only at the end of the line.
func (p *parser) missingColon(statement tokenKind) {
	if p.err != nil {
		return
	}
	switch statement {
	case kwDef, kwTry, kwElse, kwFinally:
	default:
		if p.kind() != tNewline {
			p.fail()
			return
		}
	}
	p.expected(":")
}

// expected reports a token that must stand here.
func (p *parser) expected(what string) {
	if p.far > p.i {
		p.far = p.i
	}
	if p.kind() == tError {
		p.fail()
		return
	}
	p.raise(p.here(), "expected '%s'", what)
}

// badStatement reports a token that starts no statement.
func (p *parser) badStatement() {
	p.statementBeforeIf()
	p.fail()
}

// badForTarget reports what stands between for and in.
func (p *parser) badForTarget(start int, t Expr) {
	if bad := invalidTarget(t, forTargets); bad != nil && p.err == nil {
		p.raise(bad.Span(), "cannot assign to %s", exprName(bad))
		return
	}
	p.fail()
}

// missingIn reports a for clause of a comprehension without in.
func (p *parser) missingIn(start int) {
	if p.err != nil || p.quiet > 0 {
		return
	}
	end, ok := p.prefix(start, func() Expr {
		e := p.bitwiseOr()
		for p.got(tComma) && startsExpr(p.kind()) {
			p.bitwiseOr()
		}
		return e
	})
	if ok && p.toks[end].kind != kwIn {
		p.raise(p.tokenSpan(max(p.seen, p.far)), "'in' expected after for-loop variables")
	}
}

func (p *parser) badDelete(start int, bad Expr) {
	if p.err != nil {
		return
	}
	if !p.endsStatement() {
		// Read on: a comparison or the like can not be deleted either.
		var whole Expr
		_, ok := p.try(func() {
			p.i = start
			whole = p.starExpressions()
		})
		if !ok {
			p.fail()
			return
		}
		bad = invalidTarget(whole, delTargets)
	}
	if bad == nil {
		p.fail()
		return
	}
	p.raise(bad.Span(), "cannot delete %s", exprName(bad))
}

// badWithTarget reports what stands behind as in a with statement.
func (p *parser) badWithTarget(start int) {
	if p.err != nil {
		return
	}
	var whole Expr
	end, ok := p.try(func() {
		p.i = start
		whole = p.expression()
	})
	if ok {
		switch p.toks[end].kind {
		case tComma, tRParen, tColon:
			if bad := invalidTarget(whole, starTargets); bad != nil {
				p.raise(bad.Span(), "cannot assign to %s", exprName(bad))
				return
			}
		}
	}
	p.fail()
}

// badAssignment reports a target that can not be assigned to; first tells
// that it is the first of a chain.
func (p *parser) badAssignment(start int, e Expr, first bool) {
	switch e.(type) {
	case *Yield, *YieldFrom:
		if !p.inParens(start, e) {
			p.raise(e.Span(), "assignment to yield expression not possible")
			return
		}
	}
	if first {
		p.equalInExpression(start, e, false)
	}
	if bad := invalidTarget(e, starTargets); bad != nil {
		p.raise(bad.Span(), "cannot assign to %s", exprName(bad))
		return
	}
	p.fail()
}

func (p *parser) badAugmented(e Expr) {
	if _, ok := p.follows(p.yieldOrStars); ok {
		p.raise(e.Span(), "'%s' is an illegal expression for augmented assignment", exprName(e))
		return
	}
	p.fail()
}

// badAnnotated reports an annotation behind what can not have one.
func (p *parser) badAnnotated(e Expr) {
	if p.err != nil {
		return
	}
	colon := p.i
	if _, ok := p.follows(p.expression); !ok {
		p.far = colon
		p.failAt(colon)
		return
	}
	switch e := e.(type) {
	case *List:
		p.raise(e.At, "only single target (not list) can be annotated")
	case *Tuple:
		at := e.At
		if len(e.Elts) > 0 && e.Elts[0].Span().Start == at.Start {
			at = e.Elts[0].Span()
		}
		p.raise(at, "only single target (not tuple) can be annotated")
	case *Starred, *Yield, *YieldFrom:
		p.failAt(colon)
	default:
		p.raise(e.Span(), "illegal target for annotation")
	}
}

// importThenFrom reports `import a from b`.
func (p *parser) importThenFrom(start int) {
	if _, ok := p.try(func() { p.next(); p.dottedName() }); ok {
		p.raise(p.tokenSpan(start), "Did you mean to use 'from ... import ...' instead?")
	}
}

// importTarget checks the name behind `as` in an import.
func (p *parser) importTarget() {
	if p.err != nil {
		return
	}
	if p.kind() == tName {
		switch p.peek(1) {
		case tNewline, tSemi, tComma, tRParen, kwFrom:
			return
		}
	}
	start := p.i
	var e Expr
	end, ok := p.try(func() { e = p.expression() })
	if ok {
		switch p.toks[end].kind {
		case tNewline, tComma, tRParen:
			if _, name := e.(*Name); !name || p.kind() != tName {
				p.raise(Span{p.src, p.toks[start].start, p.toks[end-1].end}, "cannot use %s as import target", exprName(e))
				return
			}
		}
	}
	if p.kind() != tName {
		p.fail()
	}
}

// bareTypesAs reports `except A, B as e`.
func (p *parser) bareTypesAs(types Expr) {
	if p.kind() == tName && (p.peek1(tColon) || p.peek1(tNewline)) {
		p.raise(types.Span().To(p.here()), "multiple exception types must be parenthesized when using 'as'")
		return
	}
	p.fail()
}

// handlerName reads the name behind `as` in a handler.
func (p *parser) handlerName(n *ExceptHandler, star bool) {
	if p.kind() == tName && (p.peek1(tColon) || p.peek1(tNewline)) {
		n.Name = p.name()
		return
	}
	start := p.i
	var e Expr
	end, ok := p.try(func() { e = p.expression() })
	if ok && p.toks[end].kind == tColon {
		what := "except"
		if star {
			what = "except*"
		}
		p.raise(Span{p.src, p.toks[start].start, p.toks[end-1].end}, "cannot use %s statement with %s", what, exprName(e))
		return
	}
	if p.kind() == tName {
		p.next()
	}
	p.fail()
}

// badMatch reports a match statement without colon; it reports nothing when
// match may be a name.
func (p *parser) badMatch() {
	if p.err != nil || p.quiet > 0 {
		return
	}
	switch k := p.toks[p.i+1].kind; k {
	case tLParen, tLBracket, tPlus, tMinus, tStar, kwNot, tFStart, tString, tLBrace, tTilde, tEllipsis:
		if k != tString && k != tFStart && k != tLBrace && k != tTilde && k != tEllipsis {
			return
		}
	}
	end, ok := p.try(func() {
		p.next()
		p.matchSubject()
		p.want(tNewline)
	})
	if ok {
		p.i = end - 1
		p.expected(":")
	}
}
