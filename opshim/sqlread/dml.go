package sqlread

func (p *parser) insert() Statement {
	ins := &Insert{}
	switch {
	case p.accept("replace"):
		ins.Replace = true
	default:
		p.expect("insert")
		if p.accept("or") {
			switch {
			case p.accept("replace"):
				ins.Replace = true
			case p.accept("ignore"):
				ins.Ignore = true
			default:
				p.next()
			}
		}
		if p.accept("ignore") {
			ins.Ignore = true
		}
	}
	p.accept("into")
	ins.Table = p.qname()
	if p.accept("as") {
		ins.Alias = p.ident()
	}
	if p.is("(") && !p.startsQuery() {
		ins.Columns = p.names()
	}
	if p.accept("overriding") {
		ins.Overriding = p.next().Value
		p.expect("value")
	}
	switch {
	case p.accept("default", "values"):
	case p.accept("value"):
		p.pos--
		p.toks[p.pos].Value = "values"
		ins.Query = p.query()
	case p.accept("set"):
		p.insertSet(ins)
	default:
		ins.Query = p.query()
	}
	p.onConflict(ins)
	ins.Returning = p.returning()
	return ins
}

// insertSet reads MySQL's INSERT … SET a = 1.
func (p *parser) insertSet(ins *Insert) {
	var row []Expr
	for _, a := range p.assigns() {
		ins.Columns = append(ins.Columns, a.Columns...)
		row = append(row, a.Value)
	}
	ins.Query = &Query{Values: [][]Expr{row}}
}

func (p *parser) onConflict(ins *Insert) {
	switch {
	case p.accept("on", "conflict"):
		ins.OnConflict = true
		if p.is("(") {
			for _, t := range p.skipBalanced() {
				if t.Kind == Word || t.Kind == Name {
					ins.Target = append(ins.Target, t.Value)
				}
			}
			if p.accept("where") {
				p.expr()
			}
		} else if p.accept("on", "constraint") {
			p.ident()
		}
		p.expect("do")
		if p.accept("nothing") {
			ins.DoNothing = true
			return
		}
		p.expect("update", "set")
		ins.Set = p.assigns()
		if p.accept("where") {
			ins.SetWhere = p.expr()
		}
	case p.accept("on", "duplicate", "key", "update"):
		ins.OnConflict = true
		ins.Set = p.assigns()
	case p.is("as") && p.d.IsMySQL():
		p.next()
		p.ident()
		p.onConflict(ins)
	}
}

func (p *parser) returning() []Item {
	if !p.accept("returning") {
		return nil
	}
	return p.items()
}

func (p *parser) assigns() []Assign {
	var out []Assign
	for {
		out = append(out, p.assign())
		if !p.accept(",") {
			return out
		}
	}
}

func (p *parser) assign() Assign {
	a := Assign{}
	element := false
	if p.is("(") {
		a.Columns = p.names()
	} else {
		name := p.ident()
		for p.accept(".") {
			name = p.ident()
		}
		if p.is("[") {
			element = true
			p.until("]")
			p.expect("]")
		}
		a.Columns = []string{name}
	}
	if !p.accept("=") {
		p.expect(":=")
	}
	if !p.accept("default") {
		a.Value = p.expr()
	}
	if element {
		a.Value = &Opaque{Text: a.Columns[0] + "[]", Reason: "assignment to an array element", Columns: a.Columns}
	}
	return a
}

func (p *parser) update() Statement {
	p.expect("update")
	u := &Update{}
	if p.accept("or") {
		p.next()
	}
	p.accept("ignore")
	p.accept("low_priority")
	p.accept("only")
	src := p.joined()
	if t, ok := src.(*FromTable); ok {
		u.Table, u.Alias = t.Name, t.Alias
		if p.is(",") {
			p.failf("UPDATE of several tables")
		}
	} else {
		u.Joins = src
		if t := leftmost(src); t != nil {
			u.Table, u.Alias = t.Name, t.Alias
		}
	}
	p.expect("set")
	u.Set = p.assigns()
	if p.accept("from") {
		u.From = p.sources()
	}
	if p.accept("where") {
		u.Where = p.expr()
	}
	u.Limited = p.limited()
	u.Returning = p.returning()
	return u
}

// limited skips ORDER BY and LIMIT of an UPDATE or DELETE.
func (p *parser) limited() bool {
	if !p.isAny("order", "limit") {
		return false
	}
	p.until("returning")
	return true
}

// leftmost is the first table of a join.
func leftmost(s Source) *FromTable {
	for range maxDepth {
		switch x := s.(type) {
		case *FromTable:
			return x
		case *FromJoin:
			s = x.Left
		default:
			return nil
		}
	}
	return nil
}

func (p *parser) delete() Statement {
	p.expect("delete")
	d := &Delete{}
	p.accept("ignore")
	if !p.is("from") && p.d.IsMySQL() {
		return p.deleteJoined(d)
	}
	p.expect("from")
	p.accept("only")
	d.Table = p.qname()
	d.Alias = p.alias()
	if p.accept("using") {
		d.Using = p.sources()
	}
	if p.accept("where") {
		d.Where = p.expr()
	}
	d.Limited = p.limited()
	d.Returning = p.returning()
	return d
}

// deleteJoined reads MySQL's DELETE a FROM a JOIN b ….
func (p *parser) deleteJoined(d *Delete) Statement {
	target := p.qname()
	if p.accept(".") {
		p.accept("*")
	}
	p.expect("from")
	d.Joins = p.joined()
	d.Alias = target.Name
	d.Table = target
	if t := tableNamed(d.Joins, target.Name); t != nil {
		d.Table = t.Name
	}
	if p.accept("where") {
		d.Where = p.expr()
	}
	return d
}

func tableNamed(s Source, alias string) *FromTable {
	switch x := s.(type) {
	case *FromTable:
		if x.Alias == alias || x.Alias == "" && x.Name.Name == alias {
			return x
		}
	case *FromJoin:
		if t := tableNamed(x.Left, alias); t != nil {
			return t
		}
		return tableNamed(x.Right, alias)
	}
	return nil
}

func (p *parser) truncate() Statement {
	p.expect("truncate")
	p.accept("table")
	p.accept("only")
	t := &Truncate{}
	for !p.done() {
		t.Tables = append(t.Tables, p.qname())
		p.accept("*")
		if !p.accept(",") {
			break
		}
	}
	for p.err == "" {
		switch {
		case p.accept("restart", "identity"):
			t.Restart = true
		case p.accept("continue", "identity"), p.accept("restrict"):
		case p.accept("cascade"):
			t.Cascade = true
		default:
			return t
		}
	}
	return t
}
