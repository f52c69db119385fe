package sqlread

import "strings"

func (p *parser) alter() Statement {
	p.expect("alter")
	materialized := p.accept("materialized")
	p.accept("ignore")
	p.accept("foreign")
	t := p.next()
	switch t.Value {
	case "table":
		return p.alterTable()
	case "type":
		return p.alterType()
	case "domain":
		return p.alterDomain()
	case "index", "view", "sequence", "schema", "function", "procedure", "trigger", "policy", "extension", "role", "user", "database", "rule", "aggregate", "collation", "publication", "default", "system":
		kind := t.Value
		if materialized {
			kind = "materialized view"
		}
		return p.alterObject(kind)
	}
	p.failf("ALTER %s is not understood", strings.ToUpper(t.Text))
	return &Unknown{Reason: p.err, Verb: "alter"}
}

func (p *parser) alterTable() Statement {
	a := &AlterTable{IfExists: p.ifExists(), Only: p.accept("only")}
	if !a.IfExists {
		a.IfExists = p.ifExists()
	}
	a.Name = p.qname()
	p.accept("*")
	for !p.done() {
		if act := p.tableAction(); act != nil {
			a.Actions = append(a.Actions, act)
		}
		if !p.accept(",") {
			break
		}
	}
	if len(a.Actions) == 0 {
		p.failf("ALTER TABLE without an action")
	}
	return a
}

// tableAction reads one action.
func (p *parser) tableAction() Action {
	switch {
	case p.accept("add"):
		return p.addAction()
	case p.accept("drop"):
		return p.dropAction()
	case p.is("alter", "constraint"), p.is("validate"):
		return p.alterConstraint()
	case p.accept("alter"):
		if p.d.IsMySQL() && p.isAny("index", "check") {
			return p.otherAction()
		}
		p.accept("column")
		return p.columnAction(p.ident())
	case p.d.IsMySQL() && (p.accept("modify") || p.is("change")):
		return p.modify()
	case p.accept("rename"):
		return p.rename()
	case p.accept("attach", "partition"):
		at := &Attach{Partition: p.qname()}
		start := p.pos
		p.rest()
		at.Bound = p.canonFrom(start)
		return at
	case p.accept("detach", "partition"):
		d := &Detach{Partition: p.qname()}
		p.accept("concurrently")
		p.accept("finalize")
		return d
	case p.accept("set", "schema"):
		return &SetSchema{Schema: p.ident()}
	}
	return p.optionAction()
}

func (p *parser) addAction() Action {
	switch {
	case p.isAny("constraint", "primary", "unique", "foreign", "check", "exclude") && !p.isColumnNamed():
		return &AddConstraint{Constraint: p.tableConstraint()}
	case p.d.IsMySQL() && p.isAny("index", "key", "fulltext", "spatial") && !p.isColumnNamed():
		return &AddIndex{Index: p.inlineIndex()}
	case p.is("partition"):
		return p.otherAction()
	}
	p.accept("column")
	add := &AddColumn{IfNotExists: p.ifNotExists()}
	if p.is("(") {
		return p.otherAction()
	}
	add.Column = p.columnDef()
	return add
}

func (p *parser) dropAction() Action {
	switch {
	case p.accept("constraint"):
		d := &DropConstraint{IfExists: p.ifExists(), Name: p.ident()}
		d.Cascade = p.cascade()
		return d
	case p.d.IsMySQL() && p.accept("primary", "key"):
		return &DropConstraint{Kind: "primary"}
	case p.d.IsMySQL() && p.accept("foreign", "key"):
		return &DropConstraint{Kind: "foreign", IfExists: p.ifExists(), Name: p.ident()}
	case p.d.IsMySQL() && p.accept("check"):
		return &DropConstraint{Kind: "check", Name: p.ident()}
	case p.d.IsMySQL() && (p.accept("index") || p.accept("key")):
		return &DropIndex{IfExists: p.ifExists(), Name: p.ident()}
	case p.is("partition"):
		return p.otherAction()
	}
	p.accept("column")
	d := &DropColumn{IfExists: p.ifExists(), Name: p.ident()}
	d.Cascade = p.cascade()
	return d
}

func (p *parser) cascade() bool {
	if p.accept("cascade") {
		return true
	}
	p.accept("restrict")
	return false
}

// columnAction reads ALTER COLUMN c ….
func (p *parser) columnAction(c string) Action {
	switch {
	case p.accept("set", "data", "type"), p.accept("type"):
		t := &ColumnType{Name: c, Type: p.typeName()}
		if p.accept("collate") {
			t.Collate = p.qname().Name
		}
		if p.accept("using") {
			t.Using = p.expr()
		}
		return t
	case p.accept("set", "not", "null"):
		return &ColumnNull{Name: c, NotNull: true}
	case p.accept("drop", "not", "null"):
		return &ColumnNull{Name: c}
	case p.accept("set", "default"):
		x, text := p.defaultExpr()
		return &ColumnDefault{Name: c, Value: x, Text: text}
	case p.accept("drop", "default"):
		return &ColumnDefault{Name: c}
	case p.accept("drop", "identity"):
		p.ifExists()
		return &ColumnOption{Name: c, Key: "identity"}
	case p.accept("drop", "expression"):
		p.ifExists()
		return &ColumnOption{Name: c, Key: "generated"}
	case p.accept("add", "generated"):
		var def ColumnDef
		p.generated(&def)
		return &ColumnOption{Name: c, Key: "identity", Value: def.Identity}
	case p.isAny("set", "reset", "restart"):
		return p.columnSetting(c)
	}
	p.failf("ALTER COLUMN before %s", p.describe())
	return nil
}

func (p *parser) columnSetting(c string) Action {
	verb := p.next().Value
	o := &ColumnOption{Name: c}
	if p.is("(") {
		start := p.pos
		p.skipBalanced()
		o.Key = "options"
		if verb == "set" {
			o.Value = p.canonFrom(start)
		}
		return o
	}
	if verb == "set" && p.isAny("storage", "statistics", "compression") {
		o.Key = p.next().Value
		o.Value = p.next().Value
		return o
	}
	o.Key = "identity options"
	start := p.pos
	p.until(",")
	o.Value = p.canonFrom(start)
	return o
}

func (p *parser) modify() Action {
	m := &ModifyColumn{}
	if p.accept("change") {
		p.accept("column")
		p.ifExists()
		m.Old = p.ident()
	} else {
		p.accept("column")
		p.ifExists()
	}
	m.Column = p.columnDef()
	if m.Old == "" {
		m.Old = m.Column.Name
	}
	return m
}

func (p *parser) rename() Action {
	switch {
	case p.accept("to"), p.d.IsMySQL() && p.accept("as"):
		return &Rename{New: p.qname()}
	case p.accept("constraint"):
		old := p.ident()
		p.expect("to")
		return &RenameConstraint{Old: old, New: p.ident()}
	case p.d.IsMySQL() && (p.accept("index") || p.accept("key")):
		old := p.ident()
		p.expect("to")
		return &RenameIndex{Old: old, New: p.ident()}
	}
	if p.is("column") && !p.peekAt(1).is("to") {
		p.next()
	}
	old := p.ident()
	p.expect("to")
	return &RenameColumn{Old: old, New: p.ident()}
}

func (p *parser) alterConstraint() Action {
	if p.accept("validate", "constraint") {
		return &AlterConstraint{Name: p.ident(), Validate: true}
	}
	p.expect("alter", "constraint")
	a := &AlterConstraint{Name: p.ident()}
	start := p.pos
	p.until(",")
	a.Text = p.canonFrom(start)
	return a
}

func (p *parser) otherAction() Action {
	start := p.pos
	p.rest()
	return &OtherAction{Text: p.canonFrom(start)}
}

// optionAction reads the settings of a table.
func (p *parser) optionAction() Action {
	switch {
	case p.accept("set", "logged"):
		return &Option{Key: "unlogged"}
	case p.accept("set", "unlogged"):
		return &Option{Key: "unlogged", Value: "yes"}
	case p.is("set") && p.peekAt(1).is("("), p.is("reset") && p.peekAt(1).is("("):
		return p.storageParameters()
	case p.isAny("enable", "disable", "force", "no"):
		return p.enable()
	case p.accept("owner", "to"):
		return &Option{Key: "owner", Value: p.ident()}
	case p.accept("replica", "identity"):
		return &Option{Key: "replica identity", Value: Canon(p.until(","))}
	case p.accept("comment"):
		p.accept("=")
		t := p.next()
		return &Option{Key: "comment", Value: t.Value}
	case p.accept("cluster", "on"):
		return &Option{Key: "cluster", Value: p.ident()}
	case p.accept("set", "without", "cluster"):
		return &Option{Key: "cluster"}
	case p.d.IsMySQL() && p.isAny("algorithm", "lock"):
		p.until(",")
		return nil
	case p.d.IsMySQL() && p.accept("convert", "to"):
		return &Option{Key: "convert", Value: Canon(p.until(","))}
	case p.d.IsMySQL() && p.isTableOption():
		c := &CreateTable{Options: map[string]string{}}
		p.mysqlOption(c)
		for k, v := range c.Options {
			return &Option{Key: k, Value: v}
		}
		return &Option{Key: "auto_increment"}
	case p.accept("inherit"):
		return &Option{Key: "inherits", Value: p.qname().String()}
	}
	return p.otherAction()
}

func (p *parser) storageParameters() Action {
	set := p.next().is("set")
	opts := typeArgs(p.skipBalanced())
	if len(opts) != 1 {
		return &Option{Key: "with", Value: strings.Join(opts, ", ")}
	}
	k, v, _ := strings.Cut(opts[0], " = ")
	o := &Option{Key: "with " + k}
	if set {
		o.Value = v + " "
	}
	return o
}

// enable reads ENABLE and DISABLE of triggers, rules and row security.
func (p *parser) enable() Action {
	verb := p.next().Value
	switch {
	case verb == "no" && p.accept("force", "row", "level", "security"):
		return &Option{Key: "force row level security"}
	case verb == "no" && p.accept("inherit"):
		p.qname()
		return &Option{Key: "inherits"}
	case verb == "force" && p.accept("row", "level", "security"):
		return &Option{Key: "force row level security", Value: "yes"}
	case verb == "disable" && p.accept("row", "level", "security"):
		return &Option{Key: "row level security"}
	case verb == "enable" && p.accept("row", "level", "security"):
		return &Option{Key: "row level security", Value: "yes"}
	case verb == "disable" && p.accept("keys"), verb == "enable" && p.accept("keys"):
		return nil
	}
	mode := ""
	if p.isAny("always", "replica") {
		mode = p.next().Value
	}
	what := p.next().Value
	if what != "trigger" && what != "rule" {
		p.failf("%s %s is not understood", verb, what)
		return nil
	}
	o := &Option{Key: "disabled " + what + " " + p.ident()}
	if verb == "disable" {
		o.Value = "yes"
	} else if mode != "" {
		o.Value = mode
	}
	return o
}
