package sqlread

import "strings"

func (p *parser) create() Statement {
	p.expect("create")
	replace := p.accept("or", "replace")
	mods := map[string]bool{}
	for p.isAny("temporary", "temp", "global", "local", "unlogged", "unique", "fulltext", "spatial", "materialized", "recursive", "constraint", "virtual", "foreign", "trusted", "procedural") {
		mods[p.next().Value] = true
	}
	if p.d.IsMySQL() {
		p.viewModifiers(mods)
	}
	t := p.next()
	switch t.Value {
	case "table":
		if mods["virtual"] || mods["foreign"] {
			return p.textObject(&CreateObject{Kind: "table", OrReplace: replace})
		}
		return p.createTable(mods)
	case "index":
		return p.createIndex(mods)
	case "view":
		return p.createView(mods, replace)
	case "schema", "database":
		return p.createSchema(replace)
	case "type":
		return p.createType()
	case "domain":
		return p.createDomain()
	case "extension", "sequence", "language", "role", "user", "server", "publication", "subscription", "collation", "statistics":
		return p.textObject(&CreateObject{Kind: t.Value, OrReplace: replace})
	case "function", "procedure", "aggregate":
		return p.createRoutine(t.Value, replace)
	case "trigger":
		return p.createTrigger(replace)
	case "policy", "rule":
		return p.createPolicy(t.Value, replace)
	}
	p.failf("CREATE %s is not understood", strings.ToUpper(t.Text))
	return &Unknown{Reason: p.err, Verb: "create"}
}

// viewModifiers skips ALGORITHM, DEFINER and SQL SECURITY.
func (p *parser) viewModifiers(mods map[string]bool) {
	for p.err == "" {
		switch {
		case p.isAny("algorithm", "definer"):
			p.next()
			p.expect("=")
			p.until("sql", "view", "trigger", "function", "procedure", "event", "definer", "algorithm")
		case p.accept("sql", "security"):
			mods["security "+p.next().Value] = true
		default:
			return
		}
	}
}

func (p *parser) ifNotExists() bool { return p.accept("if", "not", "exists") }

func (p *parser) ifExists() bool { return p.accept("if", "exists") }

// textObject takes the rest as the definition.
func (p *parser) textObject(o *CreateObject) Statement {
	o.IfNotExists = p.ifNotExists()
	o.Name = p.qname()
	start := p.pos
	toks := p.rest()
	o.Body = p.source(toks)
	o.Text = p.canonFrom(start)
	return o
}

func (p *parser) createSchema(replace bool) Statement {
	o := &CreateObject{Kind: "schema", OrReplace: replace, IfNotExists: p.ifNotExists()}
	if p.accept("authorization") {
		o.Name = QName{Name: p.ident()}
		return o
	}
	o.Name = QName{Name: p.ident()}
	start := p.pos
	p.rest()
	o.Text = p.canonFrom(start)
	return o
}

func (p *parser) createType() Statement {
	o := &CreateObject{Kind: "type", Name: p.qname()}
	if p.accept("as", "enum") {
		o.Kind = "enum"
		p.expect("(")
		for !p.done() && !p.is(")") {
			if t := p.next(); t.Kind == String {
				o.Labels = append(o.Labels, t.Value)
			} else {
				p.failf("enum label is not a string")
			}
			if !p.accept(",") {
				break
			}
		}
		p.expect(")")
		return o
	}
	start := p.pos
	p.rest()
	o.Text = p.canonFrom(start)
	return o
}

func (p *parser) createDomain() Statement {
	o := &CreateObject{Kind: "domain", Name: p.qname()}
	p.accept("as")
	o.Base = p.typeName()
	for !p.done() {
		c := Constraint{Kind: "check"}
		if p.accept("constraint") {
			c.Name = p.ident()
		}
		switch {
		case p.accept("default"):
			start := p.pos
			p.until("constraint", "check", "not", "null", "collate")
			o.Default = p.canonFrom(start)
		case p.accept("not", "null"):
			o.NotNull = true
		case p.accept("null"):
		case p.accept("collate"):
			p.qname()
		case p.is("check"):
			p.checkBody(&c)
			o.Checks = append(o.Checks, c)
		default:
			p.failf("CREATE DOMAIN before %s", p.describe())
		}
	}
	return o
}

// checkBody reads CHECK (…).
func (p *parser) checkBody(c *Constraint) {
	p.expect("check")
	if !p.is("(") {
		p.failf("expected ( before %s", p.describe())
		return
	}
	m := p.save()
	p.next()
	c.Expr = p.expr()
	p.expect(")")
	if p.err != "" {
		reason := p.err
		p.restore(m)
		inner := p.skipBalanced()
		c.Expr = &Opaque{Text: p.source(inner), Reason: reason, Columns: wordsOf(inner)}
		c.Text = Canon(inner)
		return
	}
	c.Text, c.Source = Canon(p.toks[m.pos:p.pos]), p.source(p.toks[m.pos+1:p.pos-1])
}

func (p *parser) createRoutine(kind string, replace bool) Statement {
	o := &CreateObject{Kind: kind, OrReplace: replace, IfNotExists: p.ifNotExists(), Name: p.qname()}
	if p.is("(") {
		o.Signature = signature(p.skipBalanced())
	}
	start := p.pos
	for _, t := range p.rest() {
		if t.Kind == String && len(t.Value) > len(o.Body) {
			o.Body = t.Value
		}
	}
	o.Text = p.canonFrom(start)
	return o
}

// signature is the argument types, without names, modes and defaults.
func signature(toks []Token) string {
	var out []string
	for _, a := range typeArgs(toks) {
		a, _, _ = strings.Cut(a, " default ")
		a, _, _ = strings.Cut(a, " = ")
		f := strings.Fields(a)
		for len(f) > 1 && (f[0] == "in" || f[0] == "out" || f[0] == "inout" || f[0] == "variadic") {
			f = f[1:]
		}
		if len(f) > 1 && !typeStart[f[0]] {
			f = f[1:]
		}
		out = append(out, strings.Join(f, " "))
	}
	return strings.Join(out, ",")
}

// typeStart are first words of types with several words.
var typeStart = map[string]bool{"double": true, "character": true, "timestamp": true, "time": true, "bit": true}

func (p *parser) createTrigger(replace bool) Statement {
	o := &CreateObject{Kind: "trigger", OrReplace: replace, IfNotExists: p.ifNotExists(), Name: p.qname()}
	start := p.pos
	p.until("on")
	p.expect("on")
	o.On = p.qname()
	toks := p.rest()
	o.Body = p.source(toks)
	o.Text = p.canonFrom(start)
	for i, t := range toks {
		if (t.is("function") || t.is("procedure")) && i > 0 && toks[i-1].is("execute") && i+1 < len(toks) {
			q := newParser(p.text, toks[i+1:], p.d)
			o.Uses = append(o.Uses, q.qname())
		}
	}
	return o
}

func (p *parser) createPolicy(kind string, replace bool) Statement {
	o := &CreateObject{Kind: kind, OrReplace: replace, Name: p.qname()}
	start := p.pos
	if kind == "rule" {
		p.until("to")
		p.expect("to")
	} else {
		p.expect("on")
	}
	o.On = p.qname()
	p.rest()
	o.Text = p.canonFrom(start)
	return o
}

func (p *parser) createView(mods map[string]bool, replace bool) Statement {
	v := &CreateView{OrReplace: replace, Materialized: mods["materialized"], IfNotExists: p.ifNotExists(), Name: p.qname()}
	if p.is("(") {
		v.Columns = p.names()
	}
	for m := range mods {
		if strings.HasPrefix(m, "security") && m != "security definer" {
			v.Options = m
		}
	}
	start := p.pos
	p.until("as")
	v.Options += p.canonFrom(start)
	p.expect("as")
	toks := p.rest()
	if n := len(toks); v.Materialized && n > 2 && toks[n-1].is("data") {
		switch {
		case toks[n-2].is("no") && toks[n-3].is("with"):
			v.NoData, toks = true, toks[:n-3]
		case toks[n-2].is("with"):
			toks = toks[:n-2]
		}
	}
	v.Text = canonQuery(toks)
	v.Uses = relationsIn(p.text, toks, p.d)
	q := newParser(p.text, toks, p.d)
	if query := q.query(); q.err == "" && q.done() {
		v.Query = query
	}
	return v
}

// relationsIn lists the names after FROM and JOIN, and after commas between them.
func relationsIn(text string, toks []Token, d Dialect) []QName {
	var out []QName
	for i, t := range toks {
		if (t.is("from") || t.is("join")) && i+1 < len(toks) {
			q := newParser(text, toks[i+1:], d)
			q.accept("only")
			q.accept("lateral")
			for q.err == "" && (q.peek().Kind == Word || q.peek().Kind == Name) {
				n := q.qname()
				if q.is("(") {
					break
				}
				out = append(out, n)
				q.alias()
				if !q.accept(",") {
					break
				}
			}
		}
	}
	return out
}

func (p *parser) createIndex(mods map[string]bool) Statement {
	c := &CreateIndex{Concurrently: p.accept("concurrently"), IfNotExists: p.ifNotExists()}
	ix := &c.Index
	ix.Unique = mods["unique"]
	if mods["fulltext"] {
		ix.Method = "fulltext"
	}
	if mods["spatial"] {
		ix.Method = "spatial"
	}
	schema := ""
	if !p.is("on") {
		n := p.qname()
		ix.Name, schema = n.Name, n.Schema
	}
	if p.accept("using") {
		ix.Method = p.ident()
	}
	p.expect("on")
	p.accept("only")
	c.Table = p.qname()
	if c.Table.Schema == "" {
		c.Table.Schema = schema
	}
	p.indexBody(ix)
	return c
}

// indexBody reads what follows the table.
func (p *parser) indexBody(ix *IndexDef) {
	if p.accept("using") {
		ix.Method = p.ident()
	}
	ix.Keys = p.indexKeys()
	for !p.done() {
		switch {
		case p.accept("include"):
			ix.Include = p.names()
		case p.accept("nulls", "not", "distinct"):
			ix.Nulls = true
		case p.accept("nulls", "distinct"):
		case p.accept("with"):
			if p.accept("parser") {
				ix.With = "parser " + p.ident()
				continue
			}
			ix.With = Canon(p.skipBalanced())
		case p.accept("tablespace"):
			p.ident()
		case p.accept("using"):
			ix.Method = p.ident()
		case p.accept("where"):
			start := p.pos
			ix.Pred = p.expr()
			ix.Where = p.canonFrom(start)
		case p.isAny("comment", "algorithm", "lock", "key_block_size", "visible", "invisible"):
			start := p.pos
			p.until(",", ")")
			ix.With += p.canonFrom(start)
		default:
			return
		}
	}
}

// indexKeys reads the parenthesized keys.
func (p *parser) indexKeys() []IndexKey {
	var out []IndexKey
	p.expect("(")
	for !p.done() && !p.is(")") {
		k := IndexKey{}
		start := p.pos
		t := p.peek()
		after := p.peekAt(1)
		if (t.Kind == Word || t.Kind == Name) && !after.is("(") && !after.is(".") {
			k.Column, k.Quoted = p.ident(), t.Kind == Name
		} else if p.d.IsMySQL() && (t.Kind == Word || t.Kind == Name) && after.is("(") && p.peekAt(2).Kind == Number && p.peekAt(3).is(")") {
			k.Column = p.ident()
			p.skipBalanced()
		} else {
			k.Expr = p.binary(7)
		}
		p.until(",")
		k.Text = strings.TrimSuffix(p.canonFrom(start), " asc")
		out = append(out, k)
		if !p.accept(",") {
			break
		}
	}
	p.expect(")")
	return out
}
