package sqlread

import "strings"

// primary reads a literal, a name, a call or something in parentheses.
func (p *parser) primary() Expr {
	t := p.peek()
	switch t.Kind {
	case Number:
		p.next()
		return &Lit{Kind: Num, Text: t.Value}
	case String:
		return p.stringLit()
	case Param:
		p.next()
		b := &Bind{Name: t.Value, Index: p.binds}
		p.binds++
		return b
	case Name:
		return p.nameOrCall()
	case Word:
		return p.wordPrimary(t)
	case Punct:
		switch t.Value {
		case "(":
			return p.parenthesized()
		case "*":
			p.next()
			return &Star{}
		}
	}
	p.failf("expected an expression before %s", p.describe())
	return nil
}

// stringLit reads adjacent string literals as one.
func (p *parser) stringLit() Expr {
	var b strings.Builder
	for p.peek().Kind == String {
		b.WriteString(p.next().Value)
		if p.d == SQLite {
			break
		}
	}
	return &Lit{Kind: Str, Text: b.String()}
}

func (p *parser) wordPrimary(t Token) Expr {
	switch t.Value {
	case "null":
		p.next()
		return &Lit{Kind: Null}
	case "true", "false":
		p.next()
		return &Lit{Kind: Bool, Text: t.Value}
	case "case":
		return p.caseExpr()
	case "cast", "try_cast":
		if p.peekAt(1).is("(") {
			return p.cast()
		}
	case "exists":
		if p.peekAt(1).is("(") {
			p.next()
			p.next()
			q := p.query()
			p.expect(")")
			return &Exists{Query: q}
		}
	case "array":
		if p.peekAt(1).is("[") {
			p.next()
			return p.arrayLit()
		}
		if p.peekAt(1).is("(") {
			return p.opaqueCall("ARRAY(query)")
		}
	case "row":
		if p.peekAt(1).is("(") {
			p.next()
			p.next()
			r := &Row{Items: p.exprs()}
			p.expect(")")
			return r
		}
	case "interval":
		return p.interval()
	case "date", "time", "timestamp", "timestamptz", "datetime":
		if p.peekAt(1).Kind == String {
			p.next()
			return &Cast{X: p.stringLit(), Type: TypeName{Name: t.Value}}
		}
	case "current_timestamp", "current_date", "current_time", "localtimestamp", "localtime", "current_user", "session_user", "user":
		if !p.peekAt(1).is("(") && !p.peekAt(1).is(".") {
			p.next()
			return &Call{Name: t.Value}
		}
	case "extract", "position", "trim", "substring", "overlay", "timestampdiff", "timestampadd", "date_add", "date_sub", "group_concat", "match", "convert", "char", "xmlelement", "json_table", "json_object", "json_array":
		if p.peekAt(1).is("(") {
			return p.specialCall(t.Value)
		}
	case "binary":
		if p.d.IsMySQL() {
			p.next()
			return p.unary()
		}
	case "select", "from", "where", "group", "order", "having", "limit", "union", "on", "join", "set", "values", "when", "then", "else", "end", "and", "or", "returning", "using":
		if t.Value == "values" && p.d.IsMySQL() && p.peekAt(1).is("(") {
			return p.nameOrCall()
		}
		p.failf("expected an expression before %s", p.describe())
		return nil
	}
	return p.nameOrCall()
}

func (p *parser) interval() Expr {
	start := p.pos
	if p.peekAt(1).Kind == String {
		p.next()
		p.next()
		return &Opaque{Text: p.canonFrom(start), Reason: "interval"}
	}
	if p.d.IsMySQL() {
		p.next()
		p.binary(6)
		p.ident()
		return &Opaque{Text: p.canonFrom(start), Reason: "interval"}
	}
	return p.nameOrCall()
}

// opaqueCall takes a call whose arguments have a grammar of their own.
func (p *parser) opaqueCall(why string) Expr {
	start := p.pos
	p.next()
	inner := p.skipBalanced()
	return &Opaque{Text: p.canonFrom(start), Reason: why, Columns: wordsOf(inner)}
}

// specialCall reads functions with keywords between their arguments: as an
// ordinary call where possible, else as opaque.
func (p *parser) specialCall(name string) Expr {
	m := p.save()
	switch name {
	case "trim":
		if x := p.trim(); x != nil && p.err == "" {
			return x
		}
	case "substring":
		if x := p.substring(); x != nil && p.err == "" {
			return x
		}
	default:
		x := p.nameOrCall()
		if p.err == "" {
			return x
		}
	}
	p.restore(m)
	return p.opaqueCall(name)
}

func (p *parser) trim() Expr {
	p.next()
	p.expect("(")
	name := "trim"
	if p.isAny("both", "leading", "trailing") {
		name = map[string]string{"both": "trim", "leading": "ltrim", "trailing": "rtrim"}[p.next().Value]
	}
	if p.accept("from") {
		x := p.expr()
		p.expect(")")
		return &Call{Name: name, Args: []Expr{x}}
	}
	args := p.exprs()
	if p.accept("from") && len(args) == 1 {
		args = []Expr{p.expr(), args[0]}
	}
	p.expect(")")
	return &Call{Name: name, Args: args}
}

func (p *parser) substring() Expr {
	p.next()
	p.expect("(")
	args := p.exprs()
	if p.accept("from") {
		args = append(args, p.expr())
		if p.accept("for") {
			args = append(args, p.expr())
		}
	}
	p.expect(")")
	return &Call{Name: "substring", Args: args}
}

func (p *parser) arrayLit() Expr {
	a := &Array{}
	p.expect("[")
	for !p.done() && !p.is("]") {
		if p.is("[") {
			a.Items = append(a.Items, p.arrayLit())
		} else {
			a.Items = append(a.Items, p.expr())
		}
		if !p.accept(",") {
			break
		}
	}
	p.expect("]")
	return a
}

// parenthesized reads (query), (a, b) or (x).
func (p *parser) parenthesized() Expr {
	if !p.enter() {
		p.leave()
		return nil
	}
	defer p.leave()
	m := p.save()
	p.next()
	if p.startsQuery() {
		q := p.query()
		p.expect(")")
		if p.err == "" {
			return p.fieldOf(&Sub{Query: q})
		}
		reason := p.err
		p.restore(m)
		start := p.pos
		inner := p.skipBalanced()
		return &Opaque{Text: p.canonFrom(start), Reason: reason, Columns: wordsOf(inner)}
	}
	items := p.exprs()
	p.expect(")")
	if len(items) == 1 {
		return p.fieldOf(items[0])
	}
	return &Row{Items: items}
}

// fieldOf reads (composite).field.
func (p *parser) fieldOf(x Expr) Expr {
	if !p.is(".") {
		return x
	}
	p.next()
	if !p.accept("*") {
		p.ident()
	}
	return &Opaque{Text: "field", Reason: "field of a composite value", Columns: columnsOf(x)}
}

func (p *parser) caseExpr() Expr {
	p.next()
	c := &Case{}
	if !p.is("when") {
		c.X = p.expr()
	}
	for p.accept("when") {
		w := When{Cond: p.expr()}
		p.expect("then")
		w.Then = p.expr()
		c.Whens = append(c.Whens, w)
	}
	if p.accept("else") {
		c.Else = p.expr()
	}
	p.expect("end")
	return c
}

func (p *parser) cast() Expr {
	p.next()
	p.expect("(")
	x := p.expr()
	p.expect("as")
	c := &Cast{X: x, Type: p.typeName()}
	p.expect(")")
	return c
}

// nameOrCall reads a column reference or a function call.
func (p *parser) nameOrCall() Expr {
	first := p.peek()
	parts := []string{p.ident()}
	for p.is(".") {
		p.next()
		if p.accept("*") {
			return &Star{Table: parts[len(parts)-1]}
		}
		parts = append(parts, p.ident())
	}
	if p.is("(") && (first.Kind == Word || len(parts) > 1 || first.Kind == Name) {
		return p.call(strings.ToLower(strings.Join(parts, ".")))
	}
	c := &Column{Name: parts[len(parts)-1], Quoted: first.Kind == Name}
	if len(parts) > 1 {
		c.Table = parts[len(parts)-2]
	}
	if len(parts) > 2 {
		c.Schema = parts[len(parts)-3]
	}
	return c
}

func (p *parser) call(name string) Expr {
	start := p.pos
	p.expect("(")
	c := &Call{Name: strings.TrimPrefix(strings.TrimPrefix(name, "pg_catalog."), "public.")}
	c.Distinct = p.accept("distinct")
	if !c.Distinct {
		p.accept("all")
	}
	p.accept("variadic")
	switch {
	case p.is("*") && p.peekAt(1).is(")"):
		p.next()
		c.Star = true
	case p.startsQuery():
		m := p.save()
		q := p.query()
		if p.err != "" {
			p.restore(m)
			p.until()
			c.Args = []Expr{&Opaque{Text: p.canonFrom(start), Reason: "query as argument"}}
		} else {
			c.Args = []Expr{&Sub{Query: q}}
		}
	case !p.is(")"):
		c.Args = p.args()
	}
	if p.accept("order", "by") {
		c.OrderBy = p.orderItems()
	}
	if p.accept("separator") {
		p.next()
	}
	p.expect(")")
	return p.callTail(c)
}

// args reads arguments, which may be named.
func (p *parser) args() []Expr {
	var out []Expr
	for !p.done() {
		if p.peek().Kind == Word && (p.peekAt(1).is("=>") || p.peekAt(1).is(":=")) {
			p.next()
			p.next()
		}
		out = append(out, p.expr())
		if !p.accept(",") {
			break
		}
	}
	return out
}

func (p *parser) callTail(c *Call) Expr {
	if p.is("within") {
		p.next()
		p.expect("group")
		p.skipBalanced()
		return &Opaque{Text: c.Name, Reason: "WITHIN GROUP"}
	}
	if p.is("filter") && p.peekAt(1).is("(") {
		p.next()
		p.expect("(", "where")
		c.Filter = p.expr()
		p.expect(")")
	}
	if p.is("over") {
		p.next()
		if p.is("(") {
			p.skipBalanced()
		} else {
			p.ident()
		}
		c.Window = true
	}
	return c
}

// wordsOf lists the words in tokens that may name columns.
func wordsOf(toks []Token) []string {
	var out []string
	for i, t := range toks {
		if t.Kind == Name || t.Kind == Word && (i+1 >= len(toks) || !toks[i+1].is("(")) {
			out = append(out, t.Value)
		}
	}
	return out
}
