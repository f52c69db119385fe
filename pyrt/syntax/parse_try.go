package syntax

// withStmt reads from the keyword with; start is that of async, if there is one.
func (p *parser) withStmt(start int, async bool) Stmt {
	kw := p.i
	p.next()
	n := With{}
	if p.kind() == tLParen && p.parenthesizedItems() {
		p.next()
		n.Items = p.withItems(tRParen)
		p.close(tRParen)
	} else {
		n.Items = p.withItems(tColon)
	}
	n.Body = p.block(kw, "'with' statement")
	n.At = p.since(start)
	if async {
		return &AsyncWith{n}
	}
	return &n
}

// parenthesizedItems tells whether the parentheses are those of the statement
// and not those of an expression.
func (p *parser) parenthesizedItems() bool {
	_, ok := p.try(func() {
		p.next()
		p.withItems(tRParen)
		p.want(tRParen)
		if p.kind() != tColon && p.kind() != tNewline {
			p.fail()
		}
	})
	return ok
}

func (p *parser) withItems(end tokenKind) []*WithItem {
	var out []*WithItem
	for {
		start := p.i
		item := &WithItem{ContextExpr: p.expression()}
		if p.got(kwAs) {
			item.OptionalVars = p.withTarget()
		}
		item.At = p.since(start)
		out = append(out, item)
		if !p.got(tComma) || end == tRParen && p.kind() == tRParen {
			return out
		}
	}
}

func (p *parser) withTarget() Expr {
	start := p.i
	t := p.starTarget()
	bad := invalidTarget(t, starTargets)
	if k := p.kind(); bad == nil && (k == tComma || k == tRParen || k == tColon || k == tNewline) {
		setContext(t, Store)
		return t
	}
	p.badWithTarget(start)
	return t
}

func (p *parser) tryStmt() Stmt {
	start := p.i
	p.next()
	n := Try{Body: p.block(start, "'try' statement")}
	star := false
	for p.kind() == kwExcept && p.err == nil {
		isStar := p.peek1(tStar)
		if len(n.Handlers) > 0 && isStar != star {
			p.mixedHandlers(isStar)
		}
		star = isStar
		n.Handlers = append(n.Handlers, p.handler(isStar))
	}
	if len(n.Handlers) > 0 {
		n.Orelse = p.elseBlock()
	}
	if fin := p.i; p.got(kwFinally) {
		n.Finalbody = p.block(fin, "'finally' statement")
	} else if len(n.Handlers) == 0 {
		p.raise(p.here(), "expected 'except' or 'finally' block")
	}
	n.At = p.since(start)
	if star {
		return &TryStar{n}
	}
	return &n
}

// mixedHandlers reports except and except* on one try.
func (p *parser) mixedHandlers(star bool) {
	at := p.here()
	if star {
		at.End = p.toks[p.i+1].end
	}
	if _, ok := p.try(func() {
		p.next()
		if star || p.kind() != tColon {
			p.got(tStar)
			p.handlerType(&ExceptHandler{}, star)
		}
		p.want(tColon)
	}); ok {
		p.raise(at, "cannot have both 'except' and 'except*' on the same 'try'")
		return
	}
	p.next()
	p.fail()
}

func (p *parser) handler(star bool) *ExceptHandler {
	start := p.i
	p.next()
	what := "'except' statement"
	if star {
		p.next()
		what = "'except*' statement"
	}
	n := &ExceptHandler{}
	if star || p.kind() != tColon {
		p.handlerType(n, star)
	}
	if p.err == nil && !p.got(tColon) {
		p.missingColon(kwExcept)
		return n
	}
	n.Body = p.body(start, what)
	n.At = p.since(start)
	return n
}

// handlerType reads `type as name`, or types without parentheses (PEP 758).
func (p *parser) handlerType(n *ExceptHandler, star bool) {
	if star && (p.kind() == tColon || p.kind() == tNewline) {
		p.raise(p.here(), "expected one or more exception types")
		return
	}
	if p.kind() == tNewline {
		p.missingColon(kwExcept)
		return
	}
	start := p.i
	n.Type = p.expression()
	bare := p.kind() == tComma
	if bare { // read it again, as a tuple
		p.i = start
		n.Type = p.expressions()
	}
	if !p.got(kwAs) {
		return
	}
	if bare {
		p.bareTypesAs(n.Type)
	}
	p.handlerName(n, star)
}
