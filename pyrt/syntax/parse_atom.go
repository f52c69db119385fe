package syntax

func (p *parser) constant(v any) Expr {
	n := p.slabs.constants.new()
	n.Value, n.At = v, p.here()
	p.next()
	return n
}

// atom is a name, a literal, or something in brackets.
func (p *parser) atom() Expr {
	switch p.kind() {
	case tName:
		return p.nameNode(Load)
	case tNumber:
		return p.number()
	case tString, tFStart:
		return p.strings()
	case kwNone:
		return p.constant(nil)
	case kwTrue:
		return p.constant(true)
	case kwFalse:
		return p.constant(false)
	case tEllipsis:
		return p.constant(Ellipsis{})
	case tLParen, tLBracket, tLBrace:
		return p.bracketed()
	}
	p.statementBeforeIf()
	p.fail()
	return p.bad()
}

// bracketed is what an opening bracket starts.
func (p *parser) bracketed() Expr {
	if !p.enter(bracketCost) {
		return p.bad()
	}
	defer p.leave(bracketCost)
	switch p.kind() {
	case tLParen:
		return p.parenthesized()
	case tLBracket:
		return p.list()
	}
	return p.braces()
}

// close reads the closing bracket.
func (p *parser) close(k tokenKind) { p.want(k) }

// parenthesized is a group, a tuple or a generator expression.
func (p *parser) parenthesized() Expr {
	start := p.i
	p.next()
	switch p.kind() {
	case tRParen:
		p.next()
		t := &Tuple{}
		t.At = p.since(start)
		return t
	case kwYield:
		e := p.yield()
		p.close(tRParen)
		return e
	case tDoubleStar:
		p.doubleStarInGroup()
		return p.bad()
	}
	p.firstStar()
	first := p.starNamedExpression()
	if p.startsComprehension() {
		p.comprehensionElement(first)
		n := &GeneratorExp{Elt: first, Generators: p.comprehensions()}
		p.close(tRParen)
		n.At = p.since(start)
		return n
	}
	if p.kind() != tComma {
		if s, ok := first.(*Starred); ok && p.kind() == tRParen {
			p.raise(s.At, "cannot use starred expression here")
		}
		p.close(tRParen)
		return first
	}
	t := &Tuple{Elts: p.elements(first, tRParen)}
	p.close(tRParen)
	t.At = p.since(start)
	return t
}

// elements reads `, value, value` up to a closing bracket.
func (p *parser) elements(first Expr, end tokenKind) []Expr {
	elts := []Expr{first}
	for p.got(tComma) && p.kind() != end {
		elts = append(elts, p.starNamedExpression())
		p.unparenthesizedComprehension(elts)
	}
	return elts
}

func (p *parser) list() Expr {
	start := p.i
	p.next()
	if p.got(tRBracket) {
		n := &List{}
		n.At = p.since(start)
		return n
	}
	p.firstStar()
	first := p.starNamedExpression()
	if p.startsComprehension() {
		p.comprehensionElement(first)
		n := &ListComp{Elt: first, Generators: p.comprehensions()}
		p.close(tRBracket)
		n.At = p.since(start)
		return n
	}
	n := &List{Elts: p.elements(first, tRBracket)}
	p.close(tRBracket)
	n.At = p.since(start)
	return n
}

// braces is a dictionary, a set, or a comprehension of one.
func (p *parser) braces() Expr {
	start := p.i
	p.next()
	switch p.kind() {
	case tRBrace:
		p.next()
		n := &Dict{}
		n.At = p.since(start)
		return n
	case tDoubleStar:
		return p.dict(start, nil)
	}
	p.firstStar()
	first := p.starNamedExpression()
	if p.kind() == tColon {
		switch first.(type) {
		case *Starred:
			p.fail()
		case *NamedExpr:
			if p.toks[start+1].kind != tLParen {
				p.fail()
			}
		}
		return p.dict(start, first)
	}
	if p.startsComprehension() {
		p.comprehensionElement(first)
		n := &SetComp{Elt: first, Generators: p.comprehensions()}
		p.close(tRBrace)
		n.At = p.since(start)
		return n
	}
	n := &Set{Elts: p.elements(first, tRBrace)}
	p.close(tRBrace)
	n.At = p.since(start)
	return n
}

// dict reads a dictionary; its first key is read already unless it is nil.
func (p *parser) dict(start int, key Expr) Expr {
	n := &Dict{}
	for {
		var value Expr
		star := p.i
		if key == nil && p.got(tDoubleStar) {
			value = p.bitwiseOr()
		} else {
			if key == nil {
				key = p.expression()
			}
			value = p.dictValue(key)
		}
		if p.startsComprehension() {
			return p.dictComp(start, star, key, value)
		}
		n.Keys, n.Values = append(n.Keys, key), append(n.Values, value)
		key = nil
		if !p.got(tComma) || p.kind() == tRBrace {
			break
		}
	}
	p.close(tRBrace)
	n.At = p.since(start)
	return n
}

func (p *parser) dictComp(start, star int, key, value Expr) Expr {
	if key == nil {
		p.raise(p.tokenSpan(star), "dict unpacking cannot be used in dict comprehension")
		return p.bad()
	}
	c := &DictComp{Key: key, Value: value, Generators: p.comprehensions()}
	p.close(tRBrace)
	c.At = p.since(start)
	return c
}

func (p *parser) startsComprehension() bool {
	return p.kind() == kwFor || p.kind() == kwAsync && p.peek(1) == kwFor
}

// comprehensions reads the `for` clauses.
func (p *parser) comprehensions() []*Comprehension {
	var out []*Comprehension
	for p.startsComprehension() {
		start := p.i
		c := &Comprehension{IsAsync: p.got(kwAsync)}
		p.next()
		c.Target = p.forTarget()
		c.Iter = p.disjunction()
		p.comprehensionIter(c)
		for p.got(kwIf) {
			c.Ifs = append(c.Ifs, p.disjunction())
		}
		c.At = p.since(start)
		out = append(out, c)
	}
	return out
}

// callArguments reads `(arguments)`.
func (p *parser) callArguments(n *Call) {
	n.Args, n.Keywords = p.arguments(true)
}

// arguments reads the arguments of a call or the bases of a class, with both
// parentheses. Only in a call a generator expression may share them.
func (p *parser) arguments(call bool) ([]Expr, []*Keyword) {
	open := p.i
	p.want(tLParen)
	a := argumentList{call: call}
	for p.kind() != tRParen && p.err == nil {
		p.argument(&a, open)
		if !p.got(tComma) {
			break
		}
	}
	p.close(tRParen)
	return a.args, a.keywords
}

// An argumentList collects arguments and remembers what came before.
type argumentList struct {
	args     []Expr
	keywords []*Keyword
	call     bool
	named    bool // name=value was seen
	doubled  bool // **value was seen
}

func (p *parser) argument(a *argumentList, open int) {
	start := p.i
	switch {
	case p.kind() == tStar:
		n := p.starredExpression().(*Starred)
		if a.doubled {
			p.starAfterDoubleStar(n)
		}
		p.starredKeyword(n)
		a.args = append(a.args, n)
	case p.kind() == tDoubleStar:
		p.next()
		k := &Keyword{Value: p.expression()}
		k.At = p.since(start)
		p.doubleStarKeyword(k)
		a.keywords, a.doubled = append(a.keywords, k), true
	case p.kind() == tName && p.peek1(tEqual):
		k := p.slabs.keywords.new()
		k.Arg = p.name()
		p.next()
		p.keywordValue(start)
		k.Value = p.expression()
		k.At = p.since(start)
		p.keywordComprehension(k, start)
		a.keywords, a.named = append(a.keywords, k), true
	default:
		p.positional(a, open)
	}
}

// positional reads an argument without name, or the generator expression that
// is the only argument.
func (p *parser) positional(a *argumentList, open int) {
	start := p.i
	var e Expr
	if p.kind() == tName && p.peek1(tColonEqual) {
		e = p.walrus()
	} else {
		e = p.expression()
		p.assignmentInCall(start, e)
	}
	if p.startsComprehension() {
		e = p.generatorArgument(a, e, open, start)
	}
	if a.named || a.doubled {
		p.positionalAfterKeyword(a, start)
	}
	a.args = append(a.args, e)
}

func (p *parser) generatorArgument(a *argumentList, elt Expr, open, start int) Expr {
	kw := p.i
	g := &GeneratorExp{Elt: elt, Generators: p.comprehensions()}
	g.At = p.since(start)
	if !a.call && len(a.args)+len(a.keywords) == 0 && p.kind() == tRParen {
		p.failAt(kw)
		return g
	}
	if len(a.args)+len(a.keywords) > 0 || p.kind() == tComma {
		p.unparenthesizedGenerator(g)
		return g
	}
	g.At = Span{p.src, p.toks[open].start, p.here().End}
	return g
}
