package syntax

func (p *parser) starAfterDoubleStar(n *Starred) {
	comma := p.i
	for comma > 0 && p.toks[comma].start >= n.At.Start {
		comma--
	}
	p.raise(p.tokenSpan(comma).To(n.At), "iterable argument unpacking follows keyword argument unpacking")
}

// starredKeyword reports `*x=1`.
func (p *parser) starredKeyword(n *Starred) {
	if p.kind() == tEqual {
		if end, ok := p.follows(p.expression); ok {
			p.raise(Span{p.src, n.At.Start, p.toks[end-1].end}, "cannot assign to iterable argument unpacking")
		}
	}
}

// doubleStarKeyword reports `**x=1`.
func (p *parser) doubleStarKeyword(k *Keyword) {
	if p.kind() == tEqual {
		if end, ok := p.follows(p.expression); ok {
			p.raise(Span{p.src, k.At.Start, p.toks[end-1].end}, "cannot assign to keyword argument unpacking")
		}
	}
}

// keywordValue reports `name=` without a value.
func (p *parser) keywordValue(start int) {
	if p.kind() == tComma || p.kind() == tRParen {
		p.raise(p.since(start), "expected argument value expression")
	}
}

// keywordComprehension reports `name=x for ...`.
func (p *parser) keywordComprehension(k *Keyword, start int) {
	if p.startsComprehension() {
		at := Span{p.src, p.toks[start].start, p.toks[start+1].end}
		if _, ok := p.try(func() { p.comprehensions() }); ok {
			p.raise(at, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?")
		}
	}
}

// assignmentInCall reports = or := behind an argument that is not a name.
func (p *parser) assignmentInCall(start int, e Expr) {
	switch p.kind() {
	case tColonEqual:
		p.walrusTarget(e)
	case tEqual:
		at := e.Span()
		at.End = p.here().End
		if c, ok := e.(*Constant); ok {
			if name := constantName(c); name == "True" || name == "False" || name == "None" {
				p.raise(at, "cannot assign to %s", name)
				return
			}
		}
		p.raise(at, "expression cannot contain assignment, perhaps you meant \"==\"?")
	}
}

// unparenthesizedGenerator reports a generator expression that is not the
// only argument; not even a comma may stand behind it.
func (p *parser) unparenthesizedGenerator(g *GeneratorExp) {
	p.raise(g.At, "Generator expression must be parenthesized")
}

func (p *parser) positionalAfterKeyword(a *argumentList, start int) {
	if p.kind() != tComma && p.kind() != tRParen {
		p.fail()
		return
	}
	last := a.keywords[len(a.keywords)-1]
	words := "positional argument follows keyword argument"
	if last.Arg == "" {
		words += " unpacking"
	}
	p.raise(p.here(), "%s", words)
}

// afterKwarg reports anything behind `**kwargs`.
func (p *parser) afterKwarg(l *paramList) {
	switch p.kind() {
	case tName:
		p.raise(p.here(), "arguments cannot follow var-keyword argument")
	case tStar, tDoubleStar, tSlash:
		p.raise(p.here(), "arguments cannot follow var-keyword argument")
	default:
		p.fail()
	}
}

// badParameter reports what can not be a parameter.
func (p *parser) badParameter(l *paramList) {
	if p.kind() != tLParen || l.star {
		p.fail()
		return
	}
	open := p.i
	end, ok := p.try(func() {
		p.next()
		for {
			p.name()
			if !p.got(tComma) || p.kind() == tRParen {
				break
			}
		}
		p.want(tRParen)
	})
	if !ok {
		p.fail()
		return
	}
	what := "Function"
	if l.lambda {
		what = "Lambda expression"
	}
	p.raise(Span{p.src, p.toks[open].start, p.toks[end-1].end}, "%s parameters cannot be parenthesized", what)
}

// secondStar reports a * or *name behind another one.
func (p *parser) secondStar(l *paramList) {
	at := p.here()
	if _, ok := p.try(func() {
		p.next()
		if p.kind() == tName {
			p.arg(l, true)
		}
		if p.kind() != tComma && p.kind() != l.end {
			p.fail()
		}
	}); ok {
		p.raise(at, "* argument may appear only once")
		return
	}
	p.fail()
}

// defaultValue reports `name=` without a value.
func (p *parser) defaultValue(l *paramList, equal int) {
	if p.kind() == tComma || p.kind() == l.end && l.end != tColon {
		p.raise(p.tokenSpan(equal), "expected default value expression")
	}
}
