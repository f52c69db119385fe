package sqlread

import "strings"

func (p *parser) alterType() Statement {
	a := &AlterObject{Kind: "type", Name: p.qname()}
	switch {
	case p.accept("add", "value"):
		v := &AddValue{IfNotExists: p.ifNotExists()}
		v.Label = p.label()
		switch {
		case p.accept("before"):
			v.Before = p.label()
		case p.accept("after"):
			v.After = p.label()
		}
		a.Action = v
	case p.accept("rename", "value"):
		r := &RenameValue{Old: p.label()}
		p.expect("to")
		r.New = p.label()
		a.Action = r
	case p.accept("rename", "to"):
		a.Action = &Rename{New: p.qname()}
	case p.accept("set", "schema"):
		a.Action = &SetSchema{Schema: p.ident()}
	case p.accept("owner", "to"):
		a.Action = &Option{Key: "owner", Value: p.ident()}
	default:
		a.Action = p.otherAction()
	}
	return a
}

func (p *parser) label() string {
	t := p.next()
	if t.Kind != String {
		p.failf("expected an enum label before %s", p.describe())
	}
	return t.Value
}

func (p *parser) alterDomain() Statement {
	a := &AlterObject{Kind: "domain", Name: p.qname()}
	switch {
	case p.accept("add"):
		c := Constraint{Kind: "check"}
		if p.accept("constraint") {
			c.Name = p.ident()
		}
		p.checkBody(&c)
		p.constraintTail(&c)
		a.Action = &AddConstraint{Constraint: c}
	case p.accept("drop", "constraint"):
		d := &DropConstraint{IfExists: p.ifExists(), Name: p.ident()}
		d.Cascade = p.cascade()
		a.Action = d
	case p.accept("set", "not", "null"):
		a.Action = &ColumnNull{NotNull: true}
	case p.accept("drop", "not", "null"):
		a.Action = &ColumnNull{}
	case p.accept("set", "default"):
		x, text := p.defaultExpr()
		a.Action = &ColumnDefault{Value: x, Text: text}
	case p.accept("drop", "default"):
		a.Action = &ColumnDefault{}
	case p.accept("rename", "constraint"):
		old := p.ident()
		p.expect("to")
		a.Action = &RenameConstraint{Old: old, New: p.ident()}
	case p.accept("rename", "to"):
		a.Action = &Rename{New: p.qname()}
	case p.accept("validate", "constraint"):
		a.Action = &AlterConstraint{Name: p.ident(), Validate: true}
	default:
		a.Action = p.otherAction()
	}
	return a
}

func (p *parser) alterObject(kind string) Statement {
	a := &AlterObject{Kind: kind}
	if kind == "default" {
		p.accept("privileges")
		start := p.pos
		p.rest()
		a.Action = &Option{Key: "default privileges", Value: p.canonFrom(start)}
		return a
	}
	p.ifExists()
	if kind == "system" {
		a.Action = &Option{Key: "system"}
		p.rest()
		return a
	}
	a.Name = p.qname()
	if p.is("(") {
		p.skipBalanced()
	}
	if (kind == "trigger" || kind == "policy" || kind == "rule") && p.accept("on") {
		a.On = p.qname()
	}
	start := p.pos
	switch {
	case p.accept("rename", "to"):
		a.Action = &Rename{New: p.qname()}
	case p.accept("rename", "column"):
		old := p.ident()
		p.expect("to")
		a.Action = &RenameColumn{Old: old, New: p.ident()}
	case p.accept("set", "schema"):
		a.Action = &SetSchema{Schema: p.ident()}
	case p.accept("owner", "to"):
		a.Action = &Option{Key: "owner", Value: p.ident()}
	case kind == "view" && p.accept("as"):
		toks := p.rest()
		a.Action = &Option{Key: "definition", Value: canonQuery(toks)}
	case p.is("set") && p.peekAt(1).is("("), p.is("reset") && p.peekAt(1).is("("):
		a.Action = p.storageParameters()
	default:
		p.rest()
		text := p.canonFrom(start)
		key, value, _ := strings.Cut(text, " ")
		a.Action = &Option{Key: key, Value: value}
	}
	return a
}

func (p *parser) drop() Statement {
	p.expect("drop")
	d := &Drop{}
	p.accept("temporary")
	t := p.next()
	d.Kind = t.Value
	switch t.Value {
	case "materialized":
		p.expect("view")
		d.Kind = "materialized view"
	case "table", "view", "index", "sequence", "type", "domain", "schema", "extension", "function", "procedure", "aggregate",
		"trigger", "policy", "rule", "role", "user", "collation", "statistics", "publication", "subscription", "server", "language", "routine", "database", "event":
	case "foreign":
		p.expect("table")
		d.Kind = "table"
	case "owned":
		p.failf("DROP OWNED is not understood")
		return d
	default:
		p.failf("DROP %s is not understood", strings.ToUpper(t.Text))
		return d
	}
	d.Concurrently = p.accept("concurrently")
	d.IfExists = p.ifExists()
	for !p.done() {
		d.Names = append(d.Names, p.qname())
		if p.is("(") {
			d.Signature = signature(p.skipBalanced())
		}
		if !p.accept(",") {
			break
		}
	}
	if p.accept("on") {
		d.On = p.qname()
	}
	d.Cascade = p.cascade()
	if p.d.IsMySQL() {
		p.until()
	}
	return d
}
