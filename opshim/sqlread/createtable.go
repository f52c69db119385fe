package sqlread

import "strings"

func (p *parser) createTable(mods map[string]bool) Statement {
	c := &CreateTable{Temporary: mods["temporary"] || mods["temp"], Options: map[string]string{}}
	if mods["unlogged"] {
		c.Options["unlogged"] = "yes"
	}
	c.IfNotExists = p.ifNotExists()
	c.Name = p.qname()
	switch {
	case p.accept("partition", "of"):
		n := p.qname()
		c.PartitionOf = &n
		if p.is("(") {
			p.tableBody(c)
		}
		start := p.pos
		p.until("partition", "with", "tablespace")
		c.Bound = p.canonFrom(start)
	case p.accept("like"):
		n := p.qname()
		c.Like = &n
	case p.accept("of"):
		p.failf("CREATE TABLE OF")
	case p.is("(") && p.peekAt(1).is("like"):
		p.next()
		p.next()
		n := p.qname()
		c.Like = &n
		c.Options["like"] = Canon(p.until(")"))
		p.expect(")")
	case p.is("(") && !p.startsQuery():
		if p.ctasNames() {
			for _, name := range p.names() {
				c.Columns = append(c.Columns, ColumnDef{Name: name})
			}
		} else {
			p.tableBody(c)
		}
	}
	p.tableOptions(c)
	p.ctas(c)
	return c
}

// ctasNames tells CREATE TABLE t (a, b) AS from a list of definitions.
func (p *parser) ctasNames() bool {
	if p.d != PostgreSQL {
		return false
	}
	for i := 1; ; i += 2 {
		if k := p.peekAt(i).Kind; k != Word && k != Name {
			return false
		}
		switch t := p.peekAt(i + 1); {
		case t.is(")"):
			return true
		case !t.is(","):
			return false
		}
	}
}

func (p *parser) ctas(c *CreateTable) {
	as := p.accept("as")
	if !as && !p.startsQuery() {
		return
	}
	start := p.pos
	c.As = p.query()
	c.AsText = p.canonFrom(start)
	if p.accept("with", "no", "data") {
		c.NoData = true
	} else {
		p.accept("with", "data")
	}
}

func (p *parser) tableBody(c *CreateTable) {
	p.expect("(")
	for !p.done() && !p.is(")") {
		switch {
		case p.isAny("constraint", "primary", "unique", "foreign", "check", "exclude") && !p.isColumnNamed():
			c.Constraints = append(c.Constraints, p.tableConstraint())
		case p.d.IsMySQL() && p.isAny("key", "index", "fulltext", "spatial") && !p.isColumnNamed():
			c.Indexes = append(c.Indexes, p.inlineIndex())
		case p.is("like"):
			p.failf("LIKE beside columns")
		default:
			c.Columns = append(c.Columns, p.columnDef())
		}
		if !p.accept(",") {
			break
		}
	}
	p.expect(")")
}

// isColumnNamed tells a column called "key" or "check" from the keyword: a
// type follows the name.
func (p *parser) isColumnNamed() bool {
	a, b := p.peek(), p.peekAt(1)
	if b.Kind != Word {
		return false
	}
	switch a.Value {
	case "primary", "foreign":
		return b.Value != "key"
	case "check", "exclude":
		return b.Value != "using"
	case "unique":
		return b.Value != "key" && b.Value != "index" && b.Value != "nulls" && b.Value != "using" && !p.peekAt(2).is("(")
	case "key", "index":
		return knownTypes[b.Value]
	}
	return false
}

var knownTypes = map[string]bool{
	"varchar": true, "text": true, "int": true, "integer": true, "char": true, "bigint": true, "smallint": true, "boolean": true,
	"json": true, "jsonb": true, "uuid": true, "date": true, "datetime": true, "timestamp": true, "blob": true, "bytea": true, "longtext": true, "character": true,
}

// inlineIndex reads MySQL's KEY name (…).
func (p *parser) inlineIndex() IndexDef {
	ix := IndexDef{}
	if p.isAny("fulltext", "spatial") {
		ix.Method = p.next().Value
	}
	if !p.accept("key") {
		p.accept("index")
	}
	if !p.is("(") && !p.is("using") {
		ix.Name = p.ident()
	}
	p.indexBody(&ix)
	return ix
}

func (p *parser) tableOptions(c *CreateTable) {
	for p.err == "" {
		switch {
		case p.accept("strict"):
			c.Options["strict"] = "yes"
		case p.accept("without", "rowid"):
			c.Options["without rowid"] = "yes"
		case p.is("with") && p.peekAt(1).is("("):
			p.next()
			for _, o := range typeArgs(p.skipBalanced()) {
				k, v, _ := strings.Cut(o, " = ")
				c.Options["with "+k] = v + " "
			}
		case p.accept("inherits"):
			c.Options["inherits"] = Canon(p.skipBalanced())
		case p.accept("tablespace"):
			p.ident()
		case p.accept("on", "commit"):
			p.until("as", "tablespace")
		case p.accept("using"):
			c.Options["using"] = p.ident()
		case p.accept("partition", "by"):
			start := p.pos
			p.until("with", "using", "tablespace", "as", "engine")
			c.Options["partition by"] = p.canonFrom(start)
		case p.is(","):
			p.next()
		case p.d.IsMySQL() && p.isTableOption():
			p.mysqlOption(c)
		default:
			return
		}
	}
}

var tableOptionWords = map[string]bool{
	"engine": true, "default": true, "charset": true, "character": true, "collate": true, "comment": true, "auto_increment": true,
	"row_format": true, "key_block_size": true, "avg_row_length": true, "checksum": true, "data": true, "max_rows": true,
	"min_rows": true, "pack_keys": true, "stats_persistent": true, "page_checksum": true, "transactional": true,
}

func (p *parser) isTableOption() bool { return tableOptionWords[p.peek().Value] }

func (p *parser) mysqlOption(c *CreateTable) {
	p.accept("default")
	key := p.next().Value
	if key == "character" {
		p.expect("set")
		key = "charset"
	}
	if key == "data" || key == "index" {
		p.expect("directory")
	}
	p.accept("=")
	v := p.next()
	if key != "auto_increment" {
		c.Options[key] = strings.ToLower(v.Value)
		if key == "comment" {
			c.Options[key] = v.Value
		}
	}
}

// tableConstraint reads a constraint of the table.
func (p *parser) tableConstraint() Constraint {
	c := Constraint{}
	if p.accept("constraint") {
		if !p.isAny("primary", "unique", "foreign", "check") {
			c.Name = p.ident()
		}
	}
	switch {
	case p.accept("primary", "key"):
		c.Kind = "primary"
		p.keyColumns(&c)
	case p.accept("unique"):
		c.Kind = "unique"
		if p.d.IsMySQL() {
			if !p.accept("key") {
				p.accept("index")
			}
			if !p.is("(") {
				c.Name = p.ident()
			}
		}
		if p.accept("nulls", "not", "distinct") {
			c.Nulls = true
		}
		p.keyColumns(&c)
	case p.accept("foreign", "key"):
		c.Kind = "foreign"
		if !p.is("(") {
			name := p.ident()
			if c.Name == "" {
				c.Name = name
			}
		}
		c.Columns = p.names()
		p.references(&c)
	case p.is("check"):
		c.Kind = "check"
		p.checkBody(&c)
	case p.accept("exclude"):
		c.Kind = "exclude"
		start := p.pos
		p.until("deferrable", "initially", "not", ",")
		c.Keys = p.canonFrom(start)
	default:
		p.failf("constraint before %s", p.describe())
	}
	p.constraintTail(&c)
	return c
}

// keyColumns reads (a, b) or USING INDEX i.
func (p *parser) keyColumns(c *Constraint) {
	if p.accept("using", "index") {
		c.UsingIndex = p.ident()
		return
	}
	if p.accept("using") {
		p.ident()
	}
	keys := p.indexKeys()
	plain := true
	for _, k := range keys {
		c.Columns = append(c.Columns, k.Column)
		plain = plain && k.Text == CanonName(k.Column)
	}
	if !plain {
		var texts []string
		for _, k := range keys {
			texts = append(texts, k.Text)
		}
		c.Keys = strings.Join(texts, ", ")
	}
	if p.accept("include") {
		c.Include = p.names()
	}
}

// references reads REFERENCES and what belongs to it.
func (p *parser) references(c *Constraint) {
	p.expect("references")
	c.RefTable = p.qname()
	if p.is("(") {
		c.RefColumns = p.names()
	}
	for p.err == "" {
		switch {
		case p.accept("on", "delete"):
			c.OnDelete = p.refAction()
		case p.accept("on", "update"):
			c.OnUpdate = p.refAction()
		case p.accept("match"):
			if m := p.next().Value; m != "simple" {
				c.Match = m
			}
		default:
			return
		}
	}
}

func (p *parser) refAction() string {
	switch {
	case p.accept("set", "null"):
		return "set null"
	case p.accept("set", "default"):
		return "set default"
	case p.accept("no", "action"):
		return ""
	}
	a := p.next().Value
	if a == "restrict" && p.d.IsMySQL() {
		return ""
	}
	return a
}

func (p *parser) constraintTail(c *Constraint) {
	for p.err == "" {
		switch {
		case p.accept("not", "deferrable"), p.accept("initially", "immediate"):
			c.Timed = true
		case p.accept("deferrable"):
			c.Deferrable, c.Timed = true, true
		case p.accept("initially", "deferred"):
			c.Deferrable, c.Deferred, c.Timed = true, true, true
		case p.accept("not", "valid"):
			c.NotValid = true
		case p.accept("no", "inherit"):
			c.NoInherit = true
		case p.accept("with") && p.is("("):
			p.skipBalanced()
		case p.accept("using", "index", "tablespace"):
			p.ident()
		case p.accept("using"):
			p.ident()
		case p.accept("enforced"):
		case p.d == SQLite && p.accept("on", "conflict"):
			p.next()
		default:
			return
		}
	}
}
