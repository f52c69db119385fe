package syntax

// A paramList collects parameters and remembers what came before.
type paramList struct {
	args    *Arguments
	lambda  bool
	end     tokenKind // what closes the list
	slash   bool      // the / was seen
	star    bool      // * or *name was seen
	bare    int       // token of a * without name, or 0
	needOne bool      // a named parameter must follow the bare *
}

// parameters reads parameters up to, not including, what closes the list: `)`
// or, for a lambda, `:`.
func (p *parser) parameters(lambda bool) *Arguments {
	l := &paramList{args: &Arguments{}, lambda: lambda, end: tRParen}
	if lambda {
		l.end = tColon
	}
	for p.kind() != l.end && p.err == nil {
		p.parameter(l)
		if !p.got(tComma) {
			break
		}
	}
	if l.needOne {
		p.bareStar(l)
	}
	return l.args
}

func (p *parser) parameter(l *paramList) {
	a := l.args
	if a.Kwarg != nil {
		p.afterKwarg(l)
		return
	}
	switch p.kind() {
	case tSlash:
		p.slash(l)
	case tStar:
		p.starParameter(l)
	case tDoubleStar:
		if l.needOne {
			p.bareStar(l)
			return
		}
		p.next()
		a.Kwarg = p.arg(l, false)
		if p.kind() == tEqual {
			p.raise(p.here(), "var-keyword argument cannot have default value")
		}
	case tName:
		p.plainParameter(l)
	default:
		p.badParameter(l)
	}
}

func (p *parser) slash(l *paramList) {
	a := l.args
	switch {
	case l.slash:
		p.raise(p.here(), "/ may appear only once")
	case l.star:
		p.raise(p.here(), "/ must be ahead of *")
	case len(a.Args) == 0:
		if p.peek1(tComma) {
			p.raise(p.here(), "at least one argument must precede /")
		}
		p.fail()
	}
	l.slash = true
	a.Posonlyargs, a.Args = a.Args, nil
	p.next()
	if p.kind() == tStar && p.err == nil {
		p.raise(p.here(), "expected comma between / and *")
	}
}

func (p *parser) starParameter(l *paramList) {
	if l.star {
		p.secondStar(l)
		return
	}
	l.star, l.bare = true, p.i
	p.next()
	if p.kind() == tName {
		l.args.Vararg = p.arg(l, true)
		if p.kind() == tEqual {
			p.raise(p.here(), "var-positional argument cannot have default value")
		}
		return
	}
	l.needOne = true
	if p.kind() != tComma && p.kind() != l.end {
		p.fail()
	}
	if p.kind() == l.end {
		p.bareStar(l)
	}
}

// bareStar reports a * that no named parameter follows. CPython points at the
// star of a function and behind that of a lambda.
func (p *parser) bareStar(l *paramList) {
	at := p.tokenSpan(l.bare)
	if l.lambda {
		at = p.here()
	}
	p.raise(at, "named arguments must follow bare *")
}

func (p *parser) plainParameter(l *paramList) {
	a := l.args
	arg := p.arg(l, false)
	var value Expr
	if p.kind() == tEqual {
		equal := p.i
		p.next()
		p.defaultValue(l, equal)
		value = p.expression()
	}
	l.needOne = false
	switch {
	case l.star:
		a.Kwonlyargs, a.KwDefaults = append(a.Kwonlyargs, arg), append(a.KwDefaults, value)
		return
	case value != nil:
		a.Defaults = append(a.Defaults, value)
	case len(a.Defaults) > 0:
		if p.kind() != tComma && p.kind() != l.end {
			p.fail()
		}
		p.raise(arg.At, "parameter without a default follows parameter with a default")
	}
	a.Args = append(a.Args, arg)
}

// arg reads a name and its annotation, which a lambda does not have.
func (p *parser) arg(l *paramList, star bool) *Arg {
	start := p.i
	n := &Arg{Arg: p.name()}
	if !l.lambda && p.got(tColon) {
		if star && p.kind() == tStar {
			n.Annotation = p.starred()
		} else {
			n.Annotation = p.expression()
		}
	}
	n.At = p.since(start)
	return n
}
