package inverse

import (
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/analyzer/catalog"
	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/opshim/sqlread"
)

func tableName(n sqlread.QName) schema.Name { return schema.Name{Schema: n.Schema, Name: n.Name} }

// sqlOp is op.execute of a text; colons are not taken for parameters.
func sqlOp(sql string) *op.Execute { return &op.Execute{Stmt: &expr.Text{SQL: escape(sql)}} }

func sqlText(sql string) *expr.Text { return &expr.Text{SQL: escape(sql)} }

func (p *planner) dropTable(x catalog.Difference) action {
	t := p.now.Lookup(x.Table)
	n := schema.Name{Name: x.Table}
	if t != nil {
		n = tableName(t.Name)
	}
	return action{rank: rankDropTable, keys: []string{key(x)}, ops: []op.Op{&op.DropTable{Table: n}}}
}

// makeTable creates a table again, without the columns whose type has no class:
// those are added by SQL afterwards.
func (p *planner) makeTable(target *catalog.State, x catalog.Difference) []action {
	t := target.Lookup(x.Table)
	if t == nil || t.Open {
		return nil
	}
	a := action{rank: rankMakeTable, keys: []string{key(x)}, made: "table " + x.Table, done: func() { p.fresh[x.Table] = true; p.made = append(p.made, x.Table) }}
	if bound := t.Options["partition"]; t.Partition != "" && bound != "" {
		parent := target.Lookup(t.Partition)
		if parent == nil {
			return nil
		}
		a.ops = []op.Op{sqlOp("CREATE TABLE " + p.d.TableName(tableName(t.Name)) + " PARTITION OF " + p.d.TableName(tableName(parent.Name)) + " " + bound)}
		return []action{a}
	}
	def, err := p.tableDef(target, t)
	if err != nil {
		return nil
	}
	a.ops = []op.Op{&op.CreateTable{Table: def}}
	return []action{a}
}

// tableDef describes a table as a script would.
func (p *planner) tableDef(s *catalog.State, t *catalog.Table) (*schema.Table, error) {
	def := &schema.Table{Name: tableName(t.Name)}
	var items []schema.Item
	order := &schema.Order{}
	known := map[string]bool{}
	for _, c := range t.Columns {
		if col, ok := p.columnDef(s, t, c); ok {
			known[c.Name] = true
			items = append(items, col)
		}
	}
	for _, c := range t.Constraints {
		usable := true
		for _, n := range c.Columns {
			usable = usable && known[n]
		}
		k := p.constraintDef(s, t, c)
		if k == nil || !usable || c.NotValid {
			continue
		}
		if pk, ok := k.(*schema.PrimaryKey); ok && pk.Name.Text == t.Name.Name+"_pkey" && p.postgres() {
			pk.Name = schema.ConstraintName{}
		}
		if item, ok := k.(schema.Item); ok {
			items = append(items, item)
		}
	}
	if c := t.Options["comment"]; c != "" {
		def.Comment = &c
	}
	if t.Options["unlogged"] != "" {
		def.Prefixes = []string{"UNLOGGED"}
	}
	p.tableKeywords(def, t)
	return def, def.Add(order, items...)
}

// tableKeywords writes the options of a table that are keyword arguments.
func (p *planner) tableKeywords(def *schema.Table, t *catalog.Table) {
	option := func(key, arg string, value schema.OptionValue) {
		if t.Options[key] != "" {
			def.Options = append(def.Options, schema.Option{Name: arg, Value: value})
		}
	}
	switch {
	case p.mysql():
		for _, k := range [...][2]string{{"engine", "engine"}, {"charset", "default_charset"}, {"collate", "collate"}, {"row_format", "row_format"}} {
			option(k[0], p.d.Name+"_"+k[1], schema.OptString(t.Options[k[0]]))
		}
	case p.lite():
		option("strict", "sqlite_strict", schema.OptBool(true))
		option("without rowid", "sqlite_with_rowid", schema.OptBool(false))
		for _, c := range t.Columns {
			if c.AutoInc.Text != "" {
				def.Options = append(def.Options, schema.Option{Name: "sqlite_autoincrement", Value: schema.OptBool(true)})
			}
		}
	case p.postgres():
		option("partition by", "postgresql_partition_by", schema.OptString(t.Options["partition by"]))
		option("using", "postgresql_using", schema.OptString(t.Options["using"]))
	}
}

// columnDef describes a column; ok is false if its type has no class.
func (p *planner) columnDef(s *catalog.State, t *catalog.Table, c *catalog.Column) (col *schema.Column, ok bool) {
	ty, ok := p.columnType(s, c)
	if !ok {
		return nil, false
	}
	col = &schema.Column{Name: c.Name, Type: ty, Nullable: schema.TriOf(known(c.NotNull) == "")}
	primary := slices.Contains(t.Primary(), c.Name)
	if primary && !p.lite() {
		col.Nullable = schema.No
	}
	col.ServerDefault = p.serverDefault(c)
	if com := known(c.Comment); com != "" {
		col.Comment = &com
	}
	if primary && len(t.Primary()) == 1 && strings.Contains(ty.Kind+ty.Name, "Int") || strings.Contains(ty.Kind, "INT") {
		owned := c.Owned() || known(c.AutoInc) != ""
		switch {
		case p.lite():
		case owned:
			col.Autoincrement = "true"
		case primary && len(t.Primary()) == 1:
			col.Autoincrement = "false"
		}
	}
	for _, k := range slices.Sorted(mapsKeys(c.Other)) {
		if k == "on update" && p.mysql() {
			return nil, false
		}
	}
	return col, true
}

func known(a catalog.Attr) string {
	s, _ := a.Known()
	return s
}

// serverDefault is the default of a column as a script writes it.
func (p *planner) serverDefault(c *catalog.Column) schema.Default {
	switch g, i, d := known(c.Generated), known(c.Identity), known(c.Default); {
	case g != "":
		stored := schema.Yes
		if text, ok := strings.CutSuffix(g, " virtual"); ok {
			g, stored = text, schema.No
		}
		return &schema.Computed{SQL: sqlText(strings.TrimSuffix(g, " stored")), Persisted: stored}
	case i != "":
		return catalog.ReadIdentity(i)
	case d == "" || c.Owned():
		return nil
	default:
		return p.defaultOf(d)
	}
}

// defaultOf makes a canonical default what a script writes: a plain text is a
// string, the rest SQL.
func (p *planner) defaultOf(d string) schema.Default {
	if lit, ok := sqlread.ParseExpr(d, p.read()).(*sqlread.Lit); ok && lit.Kind == sqlread.Str {
		return schema.StringDefault{Text: lit.Text}
	}
	return schema.ExprDefault{Expr: sqlText(d)}
}

// constraintDef describes a constraint; nil if it cannot be described.
func (p *planner) constraintDef(s *catalog.State, t *catalog.Table, c *catalog.Constraint) schema.Constraint {
	base := schema.ConstraintBase{Name: p.name(c.Name)}
	if c.Deferrable {
		base.Deferrable = schema.Yes
		if c.Deferred {
			base.Initially = "DEFERRED"
		}
	}
	if c.NotValid && p.postgres() {
		base.Options = append(base.Options, schema.Option{Name: "postgresql_not_valid", Value: schema.OptBool(true)})
	}
	if len(c.Include) > 0 {
		list := schema.OptList{}
		for _, n := range c.Include {
			list = append(list, schema.OptString(n))
		}
		base.Options = append(base.Options, schema.Option{Name: "postgresql_include", Value: list})
	}
	if c.Nulls {
		base.Options = append(base.Options, schema.Option{Name: "postgresql_nulls_not_distinct", Value: schema.OptBool(true)})
	}
	switch c.Kind {
	case "primary":
		if p.mysql() {
			base.Name = schema.ConstraintName{}
		}
		return &schema.PrimaryKey{ConstraintBase: base, Columns: slices.Clone(c.Columns)}
	case "unique":
		if c.Keys != "" {
			return nil
		}
		return &schema.Unique{ConstraintBase: base, Columns: slices.Clone(c.Columns)}
	case "check":
		return &schema.Check{ConstraintBase: base, Expr: sqlText(c.Text)}
	case "foreign":
		f := &schema.ForeignKey{ConstraintBase: base, Columns: slices.Clone(c.Columns), RefColumns: slices.Clone(c.RefColumns), RefTable: tableName(c.RefTable),
			OnDelete: strings.ToUpper(c.OnDelete), OnUpdate: strings.ToUpper(c.OnUpdate), Match: strings.ToUpper(c.Match)}
		if len(f.RefColumns) == 0 {
			if r := s.Lookup(s.Key(c.RefTable)); r != nil {
				f.RefColumns = slices.Clone(r.Primary())
			}
		}
		if len(f.RefColumns) == 0 {
			return nil
		}
		return f
	}
	return nil
}
