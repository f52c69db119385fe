package syntax

// sequencePattern is a pattern in parentheses, or a sequence in brackets.
func (p *parser) sequencePattern() Pattern {
	start := p.i
	end := tRParen
	if p.next().kind == tLBracket {
		end = tRBracket
	}
	n := &MatchSequence{}
	comma := false
	for p.kind() != end && p.err == nil {
		n.Patterns = append(n.Patterns, p.maybeStar())
		if !p.got(tComma) {
			break
		}
		comma = true
	}
	if end == tRParen && len(n.Patterns) == 1 && !comma {
		if _, star := n.Patterns[0].(*MatchStar); star {
			p.fail()
		}
		p.close(end)
		return n.Patterns[0]
	}
	p.close(end)
	n.At = p.since(start)
	return n
}

func (p *parser) mappingPattern() Pattern {
	start := p.i
	p.next()
	n := &MatchMapping{}
	for p.kind() != tRBrace && p.err == nil {
		if p.got(tDoubleStar) {
			if p.word(0) == "_" {
				p.fail()
			}
			n.Rest = p.name()
			p.got(tComma)
			break
		}
		n.Keys = append(n.Keys, p.mappingKey())
		p.want(tColon)
		n.Patterns = append(n.Patterns, p.pattern())
		if !p.got(tComma) {
			break
		}
	}
	p.close(tRBrace)
	n.At = p.since(start)
	return n
}

// mappingKey is a literal or a dotted name.
func (p *parser) mappingKey() Expr {
	switch p.kind() {
	case tName:
		at := p.i
		e := p.dottedPattern()
		if _, name := e.(*Name); name {
			p.i = at
			p.next()
			p.fail()
		}
		return e
	case kwNone:
		return p.constant(nil)
	case kwTrue:
		return p.constant(true)
	case kwFalse:
		return p.constant(false)
	case tNumber, tMinus, tString, tFStart:
		return p.literalPattern()
	}
	p.fail()
	return p.bad()
}

// classPattern reads `(patterns, name=pattern)` behind a class.
func (p *parser) classPattern(start int, cls Expr) Pattern {
	n := &MatchClass{Cls: cls}
	p.next()
	for p.kind() != tRParen && p.err == nil {
		at := p.i
		if p.kind() == tName && p.peek1(tEqual) {
			n.KwdAttrs = append(n.KwdAttrs, p.name())
			p.next()
			n.KwdPatterns = append(n.KwdPatterns, p.pattern())
		} else {
			pat := p.pattern()
			if len(n.KwdAttrs) > 0 && p.err == nil {
				p.raise(p.since(at), "positional patterns follow keyword patterns")
			}
			n.Patterns = append(n.Patterns, pat)
		}
		if !p.got(tComma) {
			break
		}
	}
	p.close(tRParen)
	n.At = p.since(start)
	return n
}

// patternTarget checks the name behind `as` in a pattern.
func (p *parser) patternTarget() {
	if p.isWord("_") {
		if k := p.peek(1); k != tDot && k != tLParen {
			p.raise(p.here(), "cannot use '_' as a target")
			return
		}
	}
	start := p.i
	if p.kind() == tName && p.toks[p.i+1].kind != tDot && p.toks[p.i+1].kind != tLParen && p.toks[p.i+1].kind != tLBracket {
		return
	}
	var e Expr
	end, ok := p.try(func() { e = p.expression() })
	if ok {
		p.raise(Span{p.src, p.toks[start].start, p.toks[end-1].end}, "cannot use %s as pattern target", exprName(e))
		return
	}
	p.fail()
}
