package syntax

// block reads the colon and the body of a compound statement that began with
// the token start.
func (p *parser) block(start int, what string) []Stmt {
	if !p.got(tColon) {
		p.missingColon(p.toks[start].kind)
		return nil
	}
	return p.body(start, what)
}

// body reads an indented block or the rest of the line.
func (p *parser) body(start int, what string) []Stmt {
	if !p.got(tNewline) {
		return p.simpleStmts()
	}
	if !p.got(tIndent) {
		line := p.src.Position(p.toks[start].start).Line
		p.raiseKind("IndentationError", p.here(), "expected an indented block after %s on line %d", what, line)
		return nil
	}
	var out []Stmt
	for p.kind() != tDedent && p.err == nil {
		if p.kind() == tEnd {
			p.fail()
		}
		out = append(out, p.statement()...)
	}
	p.got(tDedent)
	return out
}

func (p *parser) ifStmt(word string) Stmt {
	var first, last *If
	var starts []int
	for {
		start := p.i
		starts = append(starts, start)
		p.next()
		n := &If{Test: p.namedExpression()}
		n.Body = p.block(start, "'"+word+"' statement")
		if last != nil {
			last.Orelse = []Stmt{n}
		} else {
			first = n
		}
		last = n
		if p.kind() != kwElif || !p.enter(1) {
			break
		}
		word = "elif"
	}
	p.leave(len(starts) - 1)
	last.Orelse = p.elseBlock()
	if p.kind() == kwElif && len(last.Orelse) > 0 {
		p.raise(p.here(), "'elif' block follows an 'else' block")
	}
	for i, n := 0, first; i < len(starts); i++ {
		n.At = p.since(starts[i])
		if i+1 < len(starts) {
			n, _ = n.Orelse[0].(*If)
		}
	}
	return first
}

func (p *parser) elseBlock() []Stmt {
	start := p.i
	if !p.got(kwElse) {
		return nil
	}
	return p.block(start, "'else' statement")
}

func (p *parser) whileStmt() Stmt {
	start := p.i
	p.next()
	n := &While{Test: p.namedExpression()}
	n.Body = p.block(start, "'while' statement")
	n.Orelse = p.elseBlock()
	n.At = p.since(start)
	return n
}

// forStmt reads from the keyword for; start is that of async, if there is one.
func (p *parser) forStmt(start int, async bool) Stmt {
	kw := p.i
	p.next()
	n := For{Target: p.forTarget()}
	n.Iter = p.starExpressions()
	n.Body = p.block(kw, "'for' statement")
	n.Orelse = p.elseBlock()
	n.At = p.since(start)
	if async {
		return &AsyncFor{n}
	}
	return &n
}

func (p *parser) asyncStmt(decorators []Expr) Stmt {
	start := p.i
	p.next()
	switch {
	case p.kind() == kwDef:
		return p.functionDef(start, decorators, true)
	case decorators != nil:
	case p.kind() == kwFor:
		return p.forStmt(start, true)
	case p.kind() == kwWith:
		return p.withStmt(start, true)
	}
	p.fail()
	return &Pass{}
}

func (p *parser) decorated() Stmt {
	var decorators []Expr
	for p.got(tAt) {
		decorators = append(decorators, p.namedExpression())
		p.want(tNewline)
	}
	switch p.kind() {
	case kwDef:
		return p.functionDef(p.i, decorators, false)
	case kwClass:
		return p.classDef(decorators)
	case kwAsync:
		return p.asyncStmt(decorators)
	}
	p.fail()
	return &Pass{}
}

func (p *parser) functionDef(start int, decorators []Expr, async bool) Stmt {
	kw := p.i
	p.next()
	n := FunctionDef{DecoratorList: decorators, NameAt: p.here()}
	n.Name = p.name()
	n.TypeParams = p.typeParams()
	if !p.got(tLParen) {
		p.expected("(")
	}
	n.Args = p.parameters(false)
	p.close(tRParen)
	if p.kind() == tArrow {
		p.returns(&n)
	}
	n.Body = p.block(kw, "function definition")
	n.At = p.since(start)
	if async {
		return &AsyncFunctionDef{n}
	}
	return &n
}

// returns reads `-> annotation`. When that is none, CPython misses the colon.
func (p *parser) returns(n *FunctionDef) {
	if _, ok := p.follows(p.expression); !ok && p.quiet == 0 {
		p.expected(":")
		return
	}
	p.next()
	n.Returns = p.expression()
}

func (p *parser) classDef(decorators []Expr) Stmt {
	start := p.i
	p.next()
	n := &ClassDef{DecoratorList: decorators, NameAt: p.here()}
	n.Name = p.name()
	n.TypeParams = p.typeParams()
	if p.kind() == tLParen {
		n.Bases, n.Keywords = p.arguments(false)
	}
	n.Body = p.block(start, "class definition")
	n.At = p.since(start)
	return n
}

// typeParams reads `[T: bound = default, *Ts, **P]`, if there is a bracket.
func (p *parser) typeParams() []TypeParam {
	if !p.got(tLBracket) {
		return nil
	}
	if p.kind() == tRBracket {
		p.raise(p.here(), "Type parameter list cannot be empty")
	}
	var out []TypeParam
	for p.kind() != tRBracket && p.err == nil {
		out = append(out, p.typeParam())
		if !p.got(tComma) {
			break
		}
	}
	p.close(tRBracket)
	return out
}

func (p *parser) typeParam() TypeParam {
	start := p.i
	switch {
	case p.got(tStar):
		n := &TypeVarTuple{Name: p.name()}
		p.noBound("TypeVarTuple")
		if p.got(tEqual) {
			n.DefaultValue = p.starExpression()
		}
		n.At = p.since(start)
		return n
	case p.got(tDoubleStar):
		n := &ParamSpec{Name: p.name()}
		p.noBound("ParamSpec")
		if p.got(tEqual) {
			n.DefaultValue = p.expression()
		}
		n.At = p.since(start)
		return n
	}
	n := &TypeVar{Name: p.name()}
	if p.got(tColon) {
		n.Bound = p.expression()
	}
	if p.got(tEqual) {
		n.DefaultValue = p.expression()
	}
	n.At = p.since(start)
	return n
}

func (p *parser) noBound(kind string) {
	if p.kind() != tColon {
		return
	}
	colon := p.i
	p.next()
	what := "bound"
	e := p.expression()
	if _, ok := e.(*Tuple); ok {
		what = "constraints"
	}
	p.raise(p.tokenSpan(colon).To(p.since(colon)), "cannot use %s with %s", what, kind)
}
