package sqlread

import "strings"

// statement reads one statement by its first words.
func (p *parser) statement() Statement {
	if !p.enter() {
		p.leave()
		return &Unknown{Reason: p.err}
	}
	defer p.leave()
	t := p.peek()
	switch t.Value {
	case "with":
		return p.withStatement()
	case "select", "values", "(":
		return p.selectStatement()
	case "table":
		if p.startsQuery() {
			return p.selectStatement()
		}
	case "insert", "replace":
		return p.insert()
	case "update":
		return p.update()
	case "delete":
		return p.delete()
	case "truncate":
		return p.truncate()
	case "create":
		return p.create()
	case "alter":
		return p.alter()
	case "drop":
		return p.drop()
	case "comment":
		return p.comment()
	case "grant", "revoke":
		return p.grant()
	case "rename":
		return p.renameTable()
	}
	return p.command(t)
}

func (p *parser) withStatement() Statement {
	m := p.save()
	ctes, _ := p.with()
	switch {
	case p.isAny("insert", "replace"):
		s := p.insert()
		if ins, ok := s.(*Insert); ok {
			ins.With = ctes
		}
		return s
	case p.is("update"):
		s := p.update()
		if u, ok := s.(*Update); ok {
			u.With = ctes
		}
		return s
	case p.is("delete"):
		s := p.delete()
		if d, ok := s.(*Delete); ok {
			d.With = ctes
		}
		return s
	case p.err != "":
		return &Unknown{Reason: p.err}
	}
	p.restore(m)
	return p.selectStatement()
}

func (p *parser) selectStatement() Statement {
	q := p.query()
	s := &Select{Query: q}
	if p.accept("into") {
		p.failf("SELECT INTO")
	}
	return s
}

// command reads the small statements.
func (p *parser) command(t Token) Statement {
	switch t.Value {
	case "pragma":
		return p.pragma()
	case "set", "reset":
		p.next()
		return p.set(t.Value)
	case "begin", "start", "commit", "rollback", "savepoint", "release", "end", "abort":
		return &Transaction{What: Canon(p.rest())}
	case "refresh":
		return p.refresh()
	case "do":
		return p.do()
	case "analyze", "vacuum", "explain", "lock", "unlock", "show", "describe", "reindex", "checkpoint", "optimize", "discard", "notify", "listen", "use", "flush", "cluster", "check", "deallocate", "load":
		return &NoEffect{What: Canon(p.rest())}
	case "call", "execute", "perform", "exec", "declare", "copy", "merge", "import", "attach", "detach", "security", "reassign", "prepare", "signal", "if":
		p.failf("%s is not understood", strings.ToUpper(t.Value))
		return &Unknown{Reason: p.err, Verb: t.Value}
	}
	p.failf("a statement cannot begin with %s", p.describe())
	return &Unknown{Reason: p.err, Verb: t.Value}
}

func (p *parser) pragma() Statement {
	p.next()
	n := p.qname()
	pr := &Pragma{Name: strings.ToLower(n.Name)}
	switch {
	case p.accept("="):
		pr.Value = strings.ToLower(Canon(p.rest()))
	case p.is("("):
		pr.Value = strings.ToLower(Canon(p.skipBalanced()))
	}
	return pr
}

func (p *parser) set(verb string) Statement {
	if verb == "set" {
		if !p.accept("local") {
			p.accept("session")
		}
		p.accept("global")
	}
	s := &Set{}
	for p.is("@") {
		p.next()
	}
	start := p.pos
	p.until("=", "to", ":=")
	s.Name = p.canonFrom(start)
	if p.isAny("=", "to", ":=") {
		p.next()
	}
	s.Value = Canon(p.rest())
	return s
}

func (p *parser) refresh() Statement {
	p.expect("refresh", "materialized", "view")
	r := &Refresh{Concurrently: p.accept("concurrently")}
	r.Name = p.qname()
	if p.accept("with") {
		r.NoData = p.accept("no")
		p.expect("data")
	}
	return r
}

func (p *parser) do() Statement {
	p.expect("do")
	d := &Do{Language: "plpgsql"}
	for !p.done() {
		switch {
		case p.accept("language"):
			d.Language = strings.ToLower(p.ident())
		case p.peek().Kind == String:
			d.Body = p.next().Value
		default:
			p.failf("DO before %s", p.describe())
		}
	}
	return d
}

// renameTable reads MySQL's RENAME TABLE a TO b.
func (p *parser) renameTable() Statement {
	p.expect("rename", "table")
	old := p.qname()
	p.expect("to")
	return &AlterTable{Name: old, Actions: []Action{&Rename{New: p.qname()}}}
}

func (p *parser) comment() Statement {
	p.expect("comment", "on")
	c := &Comment{Kind: p.next().Value}
	switch c.Kind {
	case "materialized":
		p.expect("view")
		c.Kind = "materialized view"
	case "column":
		parts := []string{p.ident()}
		for p.accept(".") {
			parts = append(parts, p.ident())
		}
		n := len(parts)
		if n < 2 {
			p.failf("COMMENT ON COLUMN without a table")
			return c
		}
		c.Name = QName{Name: parts[n-1]}
		c.On = QName{Name: parts[n-2]}
		if n > 2 && parts[n-3] != "public" {
			c.On.Schema = parts[n-3]
		}
	case "foreign", "access", "event", "text", "operator", "cast", "transform":
		p.failf("COMMENT ON %s", strings.ToUpper(c.Kind))
		return c
	}
	if c.Kind != "column" {
		c.Name = p.qname()
		if p.is("(") {
			p.skipBalanced()
		}
		if p.accept("on") {
			p.accept("domain")
			c.On = p.qname()
		}
	}
	p.expect("is")
	if p.accept("null") {
		return c
	}
	if lit, ok := p.primary().(*Lit); ok && lit.Kind == Str {
		if lit.Text != "" {
			c.Text = &lit.Text
		}
		return c
	}
	p.failf("COMMENT without a string")
	return c
}

func (p *parser) grant() Statement {
	g := &Grant{Revoke: p.next().is("revoke")}
	if g.Revoke && p.accept("grant", "option", "for") {
		g.Options = "grant option"
	}
	for !p.done() {
		start := p.pos
		p.until(",", "on", "to", "from")
		g.Privs = append(g.Privs, p.canonFrom(start))
		if !p.accept(",") {
			break
		}
	}
	if p.accept("on") {
		p.grantObjects(g)
	} else {
		g.Kind = "role"
	}
	if !p.accept("to") {
		p.expect("from")
	}
	for !p.done() {
		p.accept("group")
		start := p.pos
		p.until(",", "with", "granted", "cascade", "restrict")
		g.To = append(g.To, p.canonFrom(start))
		if !p.accept(",") {
			break
		}
	}
	g.Options += Canon(p.rest())
	return g
}

func (p *parser) grantObjects(g *Grant) {
	g.Kind = "table"
	switch {
	case p.isAny("table", "schema", "sequence", "function", "procedure", "routine", "type", "domain", "database", "language", "tablespace"):
		g.Kind = p.next().Value
	case p.is("all"):
		start := p.pos
		p.until("to", "from")
		g.Kind = "all"
		g.Objects = []string{p.canonFrom(start)}
		return
	}
	for !p.done() {
		start := p.pos
		p.until(",", "to", "from")
		g.Objects = append(g.Objects, strings.TrimPrefix(p.canonFrom(start), "public."))
		if !p.accept(",") {
			break
		}
	}
}
