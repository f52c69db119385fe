package sqlread

import "strings"

// endsType are the words that can follow a column's name when it has no type.
var endsType = map[string]bool{
	"constraint": true, "not": true, "null": true, "default": true, "primary": true, "unique": true, "check": true,
	"references": true, "collate": true, "generated": true, "as": true,
}

// columnDef reads a column with its constraints.
func (p *parser) columnDef() ColumnDef {
	c := ColumnDef{Name: p.ident()}
	if t := p.peek(); (t.Kind == Word && !endsType[t.Value]) || t.Kind == Name {
		c.Type = p.columnType()
	}
	for p.err == "" && p.columnOption(&c) {
	}
	return c
}

// columnType reads a type; SQLite allows any words.
func (p *parser) columnType() TypeName {
	if p.d != SQLite {
		return p.typeName()
	}
	var words []string
	for t := p.peek(); t.Kind == Name || t.Kind == Word && !endsType[t.Value]; t = p.peek() {
		words = append(words, strings.ToLower(p.next().Value))
	}
	ty := TypeName{Name: strings.Join(words, " ")}
	if p.is("(") {
		ty.Args = typeArgs(p.skipBalanced())
	}
	for t := p.peek(); t.Kind == Word && !endsType[t.Value] && (t.Value == "varying" || t.Value == "unsigned"); t = p.peek() {
		ty.Name += " " + p.next().Value
	}
	return ty
}

// columnOption reads one option; false when none comes.
func (p *parser) columnOption(c *ColumnDef) bool {
	name := ""
	if p.is("constraint") {
		p.next()
		name = p.ident()
	}
	switch {
	case p.accept("not", "null"):
		c.NotNull = true
	case p.accept("null"):
		c.Null = true
	case p.accept("default"):
		c.Default, c.DefaultText = p.defaultExpr()
	case p.accept("collate"):
		c.Collate = p.qname().Name
	case p.accept("generated"), p.is("as") && p.peekAt(1).is("("):
		p.generated(c)
	case p.accept("comment"):
		if t := p.next(); t.Kind == String && t.Value != "" {
			c.Comment = &t.Value
		}
	case p.accept("auto_increment"), p.accept("autoincrement"):
		c.AutoInc = true
	case p.accept("on", "update"):
		start := p.pos
		p.primary()
		c.OnUpdate = p.canonFrom(start)
	case p.accept("first"):
		c.Position = "first"
	case p.accept("after"):
		c.Position = "after " + p.ident()
	case p.accept("storage"), p.accept("compression"):
		c.Extra += "storage " + p.ident()
	case p.accept("visible"), p.accept("invisible"):
	default:
		return p.columnConstraint(c, name)
	}
	return true
}

// columnConstraint reads a constraint that the table has for the column.
func (p *parser) columnConstraint(c *ColumnDef, name string) bool {
	k := Constraint{Name: name, Columns: []string{c.Name}, Inline: true}
	switch {
	case p.accept("primary", "key"), p.d.IsMySQL() && p.accept("key"):
		k.Kind = "primary"
		if !p.accept("asc") {
			p.accept("desc")
		}
	case p.accept("unique"):
		k.Kind = "unique"
		if p.d.IsMySQL() {
			p.accept("key")
		}
		if p.accept("nulls", "not", "distinct") {
			k.Nulls = true
		}
	case p.is("check"):
		k.Kind = "check"
		p.checkBody(&k)
	case p.is("references"):
		k.Kind = "foreign"
		p.references(&k)
	default:
		if name != "" {
			p.failf("constraint before %s", p.describe())
		}
		return false
	}
	p.constraintTail(&k)
	c.Constraints = append(c.Constraints, k)
	return true
}

// defaultExpr reads the value of DEFAULT and its canonical text.
func (p *parser) defaultExpr() (Expr, string) {
	start := p.pos
	x := p.binary(6)
	if p.err != "" {
		return x, ""
	}
	return x, p.canonFrom(start)
}

func (p *parser) generated(c *ColumnDef) {
	if !p.accept("always") && p.accept("by", "default") {
		c.Identity = "by default"
	}
	p.expect("as")
	if p.accept("identity") {
		if c.Identity == "" {
			c.Identity = "always"
		}
		if p.is("(") {
			c.Identity += " " + Canon(p.skipBalanced())
		}
		return
	}
	if !p.is("(") {
		p.failf("expected ( before %s", p.describe())
		return
	}
	m := p.save()
	p.next()
	c.GenExpr = p.expr()
	p.expect(")")
	if p.err != "" {
		reason := p.err
		p.restore(m)
		inner := p.skipBalanced()
		c.GenExpr = &Opaque{Text: p.source(inner), Reason: reason, Columns: wordsOf(inner)}
	}
	c.Generated = Canon(p.toks[m.pos:p.pos])
	switch {
	case p.accept("stored"), p.accept("persistent"):
		c.Stored = true
	default:
		p.accept("virtual")
	}
}
