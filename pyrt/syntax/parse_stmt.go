package syntax

// statement reads a compound statement or a line of simple ones.
func (p *parser) statement() []Stmt {
	switch p.kind() {
	case kwIf:
		return []Stmt{p.ifStmt("if")}
	case kwWhile:
		return []Stmt{p.whileStmt()}
	case kwFor:
		return []Stmt{p.forStmt(p.i, false)}
	case kwTry:
		return []Stmt{p.tryStmt()}
	case kwWith:
		return []Stmt{p.withStmt(p.i, false)}
	case kwDef:
		return []Stmt{p.functionDef(p.i, nil, false)}
	case kwClass:
		return []Stmt{p.classDef(nil)}
	case kwAsync:
		return []Stmt{p.asyncStmt(nil)}
	case tAt:
		return []Stmt{p.decorated()}
	case tName:
		if m := p.matchStmt(); m != nil {
			return []Stmt{m}
		}
	}
	return p.simpleStmts()
}

func (p *parser) simpleStmts() []Stmt {
	out := []Stmt{p.simpleStmt()}
	for p.got(tSemi) && p.kind() != tNewline {
		out = append(out, p.simpleStmt())
	}
	if p.err == nil && !p.got(tNewline) {
		p.fail()
	}
	return out
}

// A simple statement ends at a line end or a semicolon.
func (p *parser) endsStatement() bool {
	k := p.kind()
	return k == tNewline || k == tSemi || k == tEnd || k == tError
}

func (p *parser) simpleStmt() Stmt {
	start := p.i
	switch p.kind() {
	case kwReturn:
		return p.returnStmt()
	case kwImport:
		return p.importStmt()
	case kwFrom:
		return p.importFrom()
	case kwRaise:
		return p.raiseStmt()
	case kwPass:
		p.next()
		n := &Pass{}
		n.At = p.since(start)
		return n
	case kwBreak:
		p.next()
		n := &Break{}
		n.At = p.since(start)
		return n
	case kwContinue:
		p.next()
		n := &Continue{}
		n.At = p.since(start)
		return n
	case kwDel:
		return p.deleteStmt()
	case kwAssert:
		return p.assertStmt()
	case kwGlobal:
		n := &Global{Names: p.nameList()}
		n.At = p.since(start)
		return n
	case kwNonlocal:
		n := &Nonlocal{Names: p.nameList()}
		n.At = p.since(start)
		return n
	case tName:
		if p.isWord("type") && p.peek1(tName) {
			return p.typeAlias()
		}
	}
	return p.expressionStmt()
}

func (p *parser) returnStmt() Stmt {
	start := p.i
	p.next()
	n := &Return{}
	if !p.endsStatement() {
		n.Value = p.starExpressions()
	}
	n.At = p.since(start)
	return n
}

func (p *parser) raiseStmt() Stmt {
	start := p.i
	p.next()
	n := &Raise{}
	if !p.endsStatement() {
		n.Exc = p.expression()
		if p.got(kwFrom) {
			n.Cause = p.expression()
		}
	}
	n.At = p.since(start)
	return n
}

func (p *parser) deleteStmt() Stmt {
	start := p.i
	p.next()
	first := p.i
	targets := []Expr{p.starTarget()}
	for p.got(tComma) && (startsExpr(p.kind()) || p.kind() == tStar) {
		targets = append(targets, p.starTarget())
	}
	bad := invalidTargets(targets, delTargets)
	if bad != nil || !p.endsStatement() {
		p.badDelete(first, bad)
	}
	for _, t := range targets {
		setContext(t, Del)
	}
	n := &Delete{Targets: targets}
	n.At = p.since(start)
	return n
}

func (p *parser) assertStmt() Stmt {
	start := p.i
	p.next()
	n := &Assert{Test: p.expressionIn(start + 1)}
	if p.got(tComma) {
		n.Msg = p.expressionIn(p.i)
	}
	n.At = p.since(start)
	return n
}

// expressionIn is an expression where neither = nor := is allowed.
func (p *parser) expressionIn(start int) Expr {
	e := p.expression()
	switch p.kind() {
	case tColonEqual:
		p.walrusTarget(e)
	case tEqual:
		p.equalInExpression(start, e, true)
	}
	return e
}

func (p *parser) nameList() []string {
	p.next()
	names := []string{p.name()}
	for p.got(tComma) {
		names = append(names, p.name())
	}
	return names
}

func (p *parser) typeAlias() Stmt {
	start := p.i
	p.next()
	n := &TypeAlias{Name: p.nameNode(Store)}
	n.TypeParams = p.typeParams()
	p.want(tEqual)
	n.Value = p.expression()
	n.At = p.since(start)
	return n
}

// expressionStmt is an expression or any kind of assignment.
func (p *parser) expressionStmt() Stmt {
	start := p.i
	if !startsExpr(p.kind()) && p.kind() != tStar && p.kind() != kwYield {
		p.badStatement()
		return &Pass{}
	}
	e := p.yieldOrStars()
	switch k := p.kind(); {
	case k == tEqual:
		return p.assign(start, e)
	case k == tColon:
		return p.annotated(start, e)
	case k >= tPlusEqual && k <= tDoubleSlashEqual:
		return p.augmented(start, e)
	case k == tColonEqual:
		p.walrusStatement(e)
	}
	n := &ExprStmt{Value: e}
	n.At = p.since(start)
	return n
}

func (p *parser) assign(start int, e Expr) Stmt {
	n := &Assign{}
	first, chainStart := p.i, start
	for p.kind() == tEqual && p.err == nil {
		if invalidTarget(e, starTargets) != nil {
			p.badAssignment(chainStart, e, first == p.i)
			break
		}
		setContext(e, Store)
		n.Targets = append(n.Targets, e)
		p.next()
		chainStart = p.i
		e = p.yieldOrStars()
	}
	if p.kind() == tColonEqual {
		p.walrusStatement(e)
	}
	n.Value = e
	n.At = p.since(start)
	return n
}

func (p *parser) augmented(start int, e Expr) Stmt {
	switch e.(type) {
	case *Name, *Attribute, *Subscript:
	default:
		p.badAugmented(e)
	}
	setContext(e, Store)
	n := &AugAssign{Target: e, Op: Operator(p.next().kind - tPlusEqual)}
	n.Value = p.yieldOrStars()
	n.At = p.since(start)
	return n
}

func (p *parser) annotated(start int, e Expr) Stmt {
	n := &AnnAssign{Target: e}
	switch e.(type) {
	case *Name:
		n.Simple = p.toks[start].kind == tName
	case *Attribute, *Subscript:
	default:
		p.badAnnotated(e)
		return n
	}
	setContext(e, Store)
	p.next()
	n.Annotation = p.expression()
	if p.got(tEqual) {
		n.Value = p.yieldOrStars()
	}
	n.At = p.since(start)
	return n
}
