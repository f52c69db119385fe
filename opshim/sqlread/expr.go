package sqlread

import "strings"

// expr reads an expression by precedence climbing.
func (p *parser) expr() Expr { return p.binary(1) }

// binaryPower gives the binding power of binary operators; higher binds tighter.
func (p *parser) binaryPower(t Token) (op string, power int) {
	switch t.Kind {
	case Word:
		switch t.Value {
		case "or":
			return "or", 1
		case "xor":
			return "xor", 2
		case "and":
			return "and", 3
		case "is", "isnull", "notnull", "not", "in", "between", "like", "ilike", "similar", "glob", "regexp", "rlike", "match":
			return t.Value, 5
		case "div", "mod":
			if p.d.IsMySQL() {
				return t.Value, 9
			}
		case "collate":
			return "collate", 11
		case "at":
			return "at", 11
		case "operator":
			return "operator", 6
		}
		return "", 0
	case Param:
		if t.Text == "?" && p.d == PostgreSQL {
			return "?", 6
		}
		return "", 0
	case Punct:
	default:
		return "", 0
	}
	switch t.Value {
	case "=", "==":
		return "=", 5
	case "<>", "!=":
		return "<>", 5
	case "<", ">", "<=", ">=", "<=>":
		return t.Value, 5
	case "+", "-":
		return t.Value, 8
	case "*", "/", "%":
		return t.Value, 9
	case "^":
		return "^", 10
	case "::":
		return "::", 13
	case "[":
		return "[", 13
	case "||", "->", "->>", "#>", "#>>", "@>", "<@", "&&", "?", "?|", "?&", "~", "!~", "~*", "!~*", "~~", "!~~", "&", "|", "#", "<<", ">>", "#-", "@@", "-|":
		return t.Value, 6
	}
	return "", 0
}

func (p *parser) binary(min int) Expr {
	if !p.enter() {
		p.leave()
		return nil
	}
	defer p.leave()
	x := p.unary()
	for p.err == "" {
		op, power := p.binaryPower(p.peek())
		if power < min || power == 0 {
			break
		}
		y := p.infix(x, op, power)
		if y == nil {
			break
		}
		x = y
	}
	return x
}

// infix reads what follows x; nil if the operator turns out to belong elsewhere.
func (p *parser) infix(x Expr, op string, power int) Expr {
	switch op {
	case "::":
		p.next()
		return &Cast{X: x, Type: p.typeName()}
	case "[":
		start := p.pos
		p.next()
		p.until("]")
		p.expect("]")
		return &Opaque{Text: "subscript" + p.canonFrom(start), Reason: "array subscript", Columns: columnsOf(x)}
	case "collate":
		p.next()
		p.qname()
		return x
	case "at":
		return p.atTimeZone(x)
	case "operator":
		p.next()
		p.skipBalanced()
		p.binary(power + 1)
		return &Opaque{Text: "operator", Reason: "OPERATOR()", Columns: columnsOf(x)}
	case "is", "isnull", "notnull", "not", "in", "between", "like", "ilike", "similar", "glob", "regexp", "rlike", "match":
		return p.predicate(x, power)
	}
	p.next()
	if p.isAny("any", "all", "some") && p.peekAt(1).is("(") {
		return p.quantified(x, op)
	}
	return &Binary{Op: op, X: x, Y: p.binary(power + 1)}
}

func (p *parser) atTimeZone(x Expr) Expr {
	if !p.accept("at", "time", "zone") {
		return nil
	}
	p.binary(12)
	return &Opaque{Text: "at time zone", Reason: "AT TIME ZONE", Columns: columnsOf(x)}
}

func (p *parser) quantified(x Expr, op string) Expr {
	all := p.next().is("all")
	p.expect("(")
	q := &Quantified{Op: op, All: all, X: x}
	if p.startsQuery() {
		q.Query = p.query()
	} else {
		q.Y = p.expr()
	}
	p.expect(")")
	return q
}

// predicate reads IS, IN, BETWEEN, LIKE and their negations.
func (p *parser) predicate(x Expr, power int) Expr {
	switch {
	case p.accept("isnull"):
		return &Is{X: x, What: "null"}
	case p.accept("notnull"), p.accept("not", "null"):
		return &Is{X: x, What: "null", Not: true}
	case p.accept("is"):
		return p.isPredicate(x, power)
	}
	not := p.accept("not")
	switch {
	case p.accept("in"):
		return p.in(x, not)
	case p.accept("between"):
		p.accept("symmetric")
		lo := p.binary(power + 1)
		p.expect("and")
		return &Between{X: x, Lo: lo, Hi: p.binary(power + 1), Not: not}
	case p.isAny("like", "ilike", "similar", "glob", "regexp", "rlike", "match"):
		op := p.next().Value
		if op == "similar" {
			p.expect("to")
		}
		p.accept("binary")
		if p.isAny("any", "all") && p.peekAt(1).is("(") {
			return p.quantified(x, op)
		}
		var y Expr = &Binary{Op: op, X: x, Y: p.binary(power + 1)}
		if p.accept("escape") {
			p.binary(power + 1)
			y = &Opaque{Text: "like escape", Reason: "LIKE … ESCAPE", Columns: columnsOf(x)}
		}
		if not {
			return &Unary{Op: "not", X: y}
		}
		return y
	}
	if not {
		p.failf("unexpected NOT before %s", p.describe())
	}
	return nil
}

func (p *parser) isPredicate(x Expr, power int) Expr {
	not := p.accept("not")
	switch {
	case p.accept("distinct", "from"):
		op := "is distinct"
		if not {
			op = "is not distinct"
		}
		return &Binary{Op: op, X: x, Y: p.binary(power + 1)}
	case p.isAny("null", "true", "false", "unknown"):
		return &Is{X: x, What: p.next().Value, Not: not}
	case p.d == SQLite:
		op := "is not distinct"
		if not {
			op = "is distinct"
		}
		return &Binary{Op: op, X: x, Y: p.binary(power + 1)}
	}
	p.failf("IS before %s", p.describe())
	return nil
}

func (p *parser) in(x Expr, not bool) Expr {
	if !p.is("(") {
		if p.peek().Kind == Param {
			return &In{X: x, List: []Expr{p.primary()}, Not: not}
		}
		p.failf("expected ( after IN")
		return nil
	}
	p.next()
	in := &In{X: x, Not: not}
	switch {
	case p.startsQuery():
		in.Query = p.query()
	case p.is(")"):
	default:
		in.List = p.exprs()
	}
	p.expect(")")
	return in
}

// exprs reads expressions separated by commas.
func (p *parser) exprs() []Expr {
	var out []Expr
	for !p.done() {
		out = append(out, p.expr())
		if !p.accept(",") {
			break
		}
	}
	return out
}

func (p *parser) unary() Expr {
	t := p.peek()
	switch {
	case t.is("not"):
		p.next()
		if p.is("exists") {
			return &Unary{Op: "not", X: p.unary()}
		}
		return &Unary{Op: "not", X: p.binary(4)}
	case t.is("-"), t.is("+"), t.is("~"):
		p.next()
		x := p.binary(12)
		if lit, ok := x.(*Lit); ok && lit.Kind == Num && t.Value == "-" && !strings.HasPrefix(lit.Text, "-") {
			return &Lit{Kind: Num, Text: "-" + lit.Text}
		}
		if t.Value == "+" {
			return x
		}
		return &Unary{Op: t.Value, X: x}
	case t.is("!") && p.d.IsMySQL():
		p.next()
		return &Unary{Op: "not", X: p.binary(12)}
	}
	return p.primary()
}

// columnsOf lists the names of columns in an expression.
func columnsOf(x Expr) []string {
	var out []string
	Walk(x, func(e Expr) {
		switch e := e.(type) {
		case *Column:
			out = append(out, e.Name)
		case *Opaque:
			out = append(out, e.Columns...)
		}
	})
	return out
}
