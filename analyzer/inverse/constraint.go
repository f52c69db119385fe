package inverse

import (
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/analyzer/catalog"
	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// opKinds are the words of drop_constraint for kinds of constraints.
var opKinds = map[string]string{"primary": "primary", "unique": "unique", "check": "check", "foreign": "foreignkey"}

// findConstraint finds a constraint by name, or an unnamed one by its kind.
func findConstraint(t *catalog.Table, name string) *catalog.Constraint {
	if t == nil {
		return nil
	}
	for _, c := range t.Constraints {
		if c.Name == name || c.Name == "" && c.Kind == name {
			return c
		}
	}
	return nil
}

// constraint drops, makes or remakes a constraint.
func (p *planner) constraint(target *catalog.State, x catalog.Difference, name string) []action {
	t, now := target.Lookup(x.Table), p.now.Lookup(x.Table)
	if now == nil || t == nil {
		return nil
	}
	a := action{keys: []string{key(x)}}
	if x.After != "" {
		c := findConstraint(now, name)
		if c == nil || c.Kind == "renamed" {
			return nil
		}
		a.rank = rankDropRule
		a.ops = p.dropRule(now, c)
	}
	if x.Before != "" {
		c := findConstraint(t, name)
		if c == nil || c.Open {
			return nil
		}
		a.rank = rankMakeRule
		if c.Kind == "foreign" {
			a.rank = rankMakeKey
		}
		o := p.makeRule(target, t, c)
		if o == nil {
			return nil
		}
		a.ops = append(p.ruleRoom(target, x.Table, t, c), append(a.ops, o)...)
	}
	if len(a.ops) == 0 {
		return nil
	}
	return []action{a}
}

// dropRule drops a constraint; MySQL keeps the index of a foreign key.
func (p *planner) dropRule(t *catalog.Table, c *catalog.Constraint) []op.Op {
	n := tableName(t.Name)
	out := []op.Op{&op.DropConstraint{Table: n, Name: p.name(c.Name), Type: opKinds[c.Kind]}}
	if c.Kind == "exclude" {
		out = []op.Op{sqlOp("ALTER TABLE " + p.d.TableName(n) + " DROP CONSTRAINT " + p.d.Quote(c.Name))}
	}
	return out
}

// makeRule is the directive that makes a constraint; nil if there is none.
func (p *planner) makeRule(s *catalog.State, t *catalog.Table, c *catalog.Constraint) op.Op {
	n := tableName(t.Name)
	if c.Kind == "exclude" || c.Kind == "unique" && c.Keys != "" {
		if c.Keys == "" {
			return nil
		}
		kind := map[string]string{"exclude": "EXCLUDE ", "unique": "UNIQUE "}[c.Kind]
		keys := c.Keys
		if c.Kind == "unique" {
			keys = "(" + keys + ")"
		}
		return sqlOp("ALTER TABLE " + p.d.TableName(n) + " ADD CONSTRAINT " + p.d.Quote(c.Name) + " " + kind + keys)
	}
	switch k := p.constraintDef(s, t, c).(type) {
	case *schema.PrimaryKey:
		return &op.CreatePrimaryKey{Table: n, Constraint: k}
	case *schema.Unique:
		return &op.CreateUniqueConstraint{Table: n, Constraint: k}
	case *schema.ForeignKey:
		return &op.CreateForeignKey{Table: n, Constraint: k}
	case *schema.Check:
		return &op.CreateCheckConstraint{Table: n, Constraint: k}
	}
	return nil
}

func findIndex(t *catalog.Table, name string) *catalog.Index {
	if t == nil {
		return nil
	}
	for _, ix := range t.Indexes {
		if ix.Name == name {
			return ix
		}
	}
	return nil
}

// index drops, makes or remakes an index.
func (p *planner) index(target *catalog.State, x catalog.Difference, name string) []action {
	a := action{keys: []string{key(x)}, rank: rankMakeIndex}
	concurrently := p.concurrently()
	if x.After != "" {
		now := p.now.Lookup(x.Table)
		if now == nil {
			return nil
		}
		d := &op.DropIndex{Name: p.name(name), Table: now.Name.Name, Schema: now.Name.Schema}
		if concurrently {
			d.Options = schema.Options{{Name: "postgresql_concurrently", Value: schema.OptBool(true)}}
		}
		a.rank = rankDropRule
		a.ops = append(a.ops, d)
	}
	if x.Before != "" {
		t := target.Lookup(x.Table)
		ix := findIndex(t, name)
		if ix == nil || ix.Open {
			return nil
		}
		o := p.makeIndex(t, ix)
		if concurrently {
			o.Index.Options = append(o.Index.Options, schema.Option{Name: "postgresql_concurrently", Value: schema.OptBool(true)})
		}
		a.rank = rankMakeIndex
		var room []op.Op
		if ix.Unique && ix.Where == "" {
			cols := []string{}
			for _, k := range ix.Keys {
				cols = append(cols, k.Column)
			}
			if !slices.Contains(cols, "") {
				room = p.distinct(x.Table, t, cols)
			}
		}
		a.ops = append(room, append(a.ops, o)...)
	}
	return []action{a}
}

// concurrently tells that the step worked outside of transactions.
func (p *planner) concurrently() bool {
	return p.postgres() && p.step < len(p.in.Moments) && p.in.Moments[p.step].State.Autocommit
}

// makeIndex is the directive that makes an index.
func (p *planner) makeIndex(t *catalog.Table, ix *catalog.Index) *op.CreateIndex {
	d := &schema.Index{Name: p.name(ix.Name), Unique: ix.Unique}
	for _, k := range ix.Keys {
		text := k.Text
		if k.Column != "" && (text == k.Column || strings.Trim(text, "\"`") == k.Column) {
			d.Elements = append(d.Elements, schema.IndexElement{Column: k.Column})
			continue
		}
		if _, call := k.Expr.(*sqlread.Call); k.Column == "" && !call {
			text = "(" + text + ")"
		}
		d.Elements = append(d.Elements, schema.IndexElement{Expr: sqlText(text), Key: escape(text)})
	}
	option := func(name string, v schema.OptionValue) {
		d.Options = append(d.Options, schema.Option{Name: name, Value: v})
	}
	prefix := p.d.Name
	if ix.Where != "" {
		option(prefix+"_where", schema.OptExpr{Expr: sqlText(ix.Where)})
	}
	if ix.Method != "" && ix.Method != "btree" {
		switch {
		case p.postgres():
			option("postgresql_using", schema.OptString(ix.Method))
		case ix.Method == "fulltext" || ix.Method == "spatial":
			option(prefix+"_prefix", schema.OptString(strings.ToUpper(ix.Method)))
		}
	}
	if len(ix.Include) > 0 {
		list := schema.OptList{}
		for _, n := range ix.Include {
			list = append(list, schema.OptString(n))
		}
		option("postgresql_include", list)
	}
	if ix.Nulls {
		option("postgresql_nulls_not_distinct", schema.OptBool(true))
	}
	if ix.With != "" && p.postgres() {
		m := schema.OptMap{}
		for _, part := range strings.Split(strings.Trim(ix.With, "()"), ",") {
			k, v, _ := strings.Cut(part, "=")
			m = append(m, schema.Option{Name: strings.TrimSpace(k), Value: schema.OptString(strings.TrimSpace(v))})
		}
		option("postgresql_with", m)
	}
	return &op.CreateIndex{Table: tableName(t.Name), Index: d}
}
