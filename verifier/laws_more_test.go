package verifier

import (
	"fmt"
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/opshim/schema"
)

// more are the rarer kinds of steps, those of PostgreSQL alone last.
func (g *migrationMaker) more() (stepSpec, bool) {
	kinds := []func() (stepSpec, bool){g.insertRows, g.bulkRows, g.updateBack, g.keepAside, g.view, g.inBatch, g.anyType, g.primaryKey, g.rawSQL}
	if g.dialect == "postgresql" {
		kinds = append(kinds, g.comment, g.enumType, g.enumColumn, g.enumLabel, g.sequence, g.identityAgain, g.renameConstraint, g.tableComment, g.twoStatements)
	}
	if g.mysql() {
		kinds = append(kinds, g.mysqlKinds()...)
	}
	return kinds[g.IntN(len(kinds))]()
}

func sqlOf(text string) op.Op { return &op.Execute{Stmt: &expr.Text{SQL: text}} }

// both is a step of two texts; an empty one is left out.
func both(up, down string) (stepSpec, bool) {
	s := stepSpec{Up: sqlOf(up)}
	if down != "" {
		s.Down = sqlOf(down)
	}
	return s, true
}

func (g *migrationMaker) quoted() string { return g.quote(g.now.Name) }

func (g *tableMaker) quote(name string) string { return identifier(g.dialect, name) }

func identifier(dialect, name string) string {
	if dialect == "mysql" || dialect == "mariadb" {
		return "`" + name + "`"
	}
	return `"` + name + `"`
}

// literalFor is a literal that a column of a type takes; "" if none is known. It is
// one that no row has by accident: that a downgrade removes what has a content
// which the upgrade wrote is lossless by the rules.
func literalFor(t schema.Type) string {
	switch {
	case whole(t):
		return "77"
	case textual(t) && (t.Length == nil || *t.Length > 3):
		return "'abc'"
	case t.Kind == "Date":
		return "'2021-02-03'"
	case t.Kind == "Numeric" && t.Precision == nil, t.Kind == "Float", t.Kind == "Double":
		return "77.25"
	}
	return ""
}

// insertRows writes a row that the downgrade may remove again.
func (g *migrationMaker) insertRows() (stepSpec, bool) {
	var names, values []string
	where := ""
	for _, c := range g.now.Columns {
		lit := literalFor(c.Type)
		if c.Computed != "" || c.Identity != nil || lit == "" {
			continue
		}
		names, values = append(names, g.quote(c.Name)), append(values, lit)
		where = g.quote(c.Name) + " = " + lit
	}
	if len(names) == 0 {
		return stepSpec{}, false
	}
	down := ""
	if g.one(2) {
		down = "DELETE FROM " + g.quoted() + " WHERE " + where
	}
	return both("INSERT INTO "+g.quoted()+" ("+strings.Join(names, ", ")+") VALUES ("+strings.Join(values, ", ")+")", down)
}

// bulkRows fills a table of its own, or one that was there.
func (g *migrationMaker) bulkRows() (stepSpec, bool) {
	i := slices.IndexFunc(g.now.Columns, func(c columnSpec) bool { return textual(c.Type) && literalFor(c.Type) != "" && c.Computed == "" })
	if i < 0 {
		return stepSpec{}, false
	}
	c := g.now.Columns[i]
	t := &schema.Table{Name: g.name()}
	if err := t.Add(&schema.Order{}, &schema.Column{Name: c.Name, Type: schema.Type{Kind: "String"}}); err != nil {
		return stepSpec{}, false
	}
	up := &op.BulkInsert{Table: t, Rows: [][]op.Cell{{{Column: c.Name, Value: "new"}}}, MultiInsert: true}
	s := stepSpec{Up: up}
	if g.one(2) {
		s.Down = sqlOf("DELETE FROM " + g.quoted() + " WHERE " + g.quote(c.Name) + " = 'new'")
	}
	return s, true
}

// updateBack changes values by something that can be undone, or cannot.
func (g *migrationMaker) updateBack() (stepSpec, bool) {
	i := g.loose()
	if i < 0 {
		return stepSpec{}, false
	}
	c := g.now.Columns[i]
	n, set := g.quote(c.Name), "UPDATE "+g.quoted()+" SET "
	switch {
	case whole(c.Type) && g.one(2):
		return both(set+n+" = -"+n, set+n+" = -"+n)
	case whole(c.Type):
		return both(set+n+" = "+n+" + 1", set+n+" = "+n+" - 1")
	case textual(c.Type) && g.one(2):
		return both(set+n+" = upper("+n+")", set+n+" = lower("+n+")")
	case textual(c.Type):
		return both(set+n+" = "+n+" WHERE "+n+" IS NOT NULL", "")
	}
	return stepSpec{}, false
}

// keepAside keeps the rows in a table of their own while they are changed.
func (g *migrationMaker) keepAside() (stepSpec, bool) {
	i := g.loose()
	if i < 0 || g.now.Columns[i].NotNull {
		return stepSpec{}, false
	}
	bak := g.quote(fmt.Sprintf("kept_%d", g.made))
	up := sqlOf("CREATE TABLE " + bak + " AS SELECT * FROM " + g.quoted())
	return stepSpec{up, sqlOf("DROP TABLE " + bak)}, true
}

func (g *migrationMaker) view() (stepSpec, bool) {
	name := g.quote(fmt.Sprintf("view_%d", g.made))
	i := g.IntN(len(g.now.Columns))
	return both("CREATE VIEW "+name+" AS SELECT "+g.quote(g.now.Columns[i].Name)+" FROM "+g.quoted(), "DROP VIEW "+name)
}

// inBatch puts two changes of one table into one block.
func (g *migrationMaker) inBatch() (stepSpec, bool) {
	a, ok := g.nullable()
	if !ok {
		return a, false
	}
	b, ok := g.renameColumn()
	if !ok {
		return a, true
	}
	t := &op.BatchAlterTable{Table: g.name()}
	d := &op.BatchAlterTable{Table: g.name()}
	for _, s := range []stepSpec{a, b} {
		t.Ops = append(t.Ops, inner(s.Up)...)
		d.Ops = append(inner(s.Down), d.Ops...)
	}
	if g.dialect != "sqlite" {
		t.Recreate, d.Recreate = "auto", "auto"
	}
	return stepSpec{t, d}, true
}

func inner(o op.Op) []op.Op {
	if b, ok := o.(*op.BatchAlterTable); ok {
		return b.Ops
	}
	return []op.Op{o}
}

// anyType changes a type to one of another kind, with a cast.
func (g *migrationMaker) anyType() (stepSpec, bool) {
	i := g.loose()
	if i < 0 {
		return stepSpec{}, false
	}
	c := &g.now.Columns[i]
	if c.Default != "" || c.SQL != "" {
		return stepSpec{}, false
	}
	kinds := []string{"Integer", "BigInteger", "Text", "Float", "Numeric", "Date", "DateTime", "Boolean", "Time", "LargeBinary", "JSON", "Uuid"}
	switch g.dialect {
	case "postgresql":
		kinds = kinds[:7]
	case "mysql":
		kinds = kinds[:10]
	}
	was, now := c.Type, schema.Type{Kind: kinds[g.IntN(len(kinds))]}
	up, down := op.AlterColumn{Type: &now, ExistingType: &was}, op.AlterColumn{Type: &was, ExistingType: &now}
	if g.dialect == "postgresql" {
		names := map[string]string{"Integer": "integer", "BigInteger": "bigint", "Text": "text", "Float": "float8", "Numeric": "numeric", "Date": "date", "DateTime": "timestamp", "SmallInteger": "smallint"}
		if names[was.Kind] == "" || was.Kind == "Numeric" && was.Precision != nil || was.Timezone {
			return stepSpec{}, false
		}
		u, d := `"`+c.Name+`"::text::`+names[now.Kind], `"`+c.Name+`"::text::`+names[was.Kind]
		up.Using, down.Using = &u, &d
	}
	c.Type = now
	return g.alter(i, up, down)
}

// primaryKey takes the key away, and gives it back.
func (g *migrationMaker) primaryKey() (stepSpec, bool) {
	if !g.now.Named || len(g.now.Primary) == 0 {
		return stepSpec{}, false
	}
	k := &schema.PrimaryKey{ConstraintBase: schema.ConstraintBase{Name: schema.Given("pk_named")}}
	for _, i := range g.now.Primary {
		k.Columns = append(k.Columns, g.now.Columns[i].Name)
	}
	t := g.name()
	g.now.Named, g.now.Primary = false, nil
	return stepSpec{g.in(t, &op.DropConstraint{Table: t, Name: schema.Given("pk_named"), Type: "primary"}), g.in(t, &op.CreatePrimaryKey{Table: t, Constraint: k})}, true
}

// rawSQL says in SQL what directives say too.
func (g *migrationMaker) rawSQL() (stepSpec, bool) {
	if g.mysql() {
		return g.mysqlText()
	}
	t := g.quoted()
	switch g.IntN(4) {
	case 0:
		n := fmt.Sprintf("raw_%d", g.made)
		g.now.Columns = append(g.now.Columns, columnSpec{Name: n, Type: schema.Type{Kind: "Integer"}})
		return both("ALTER TABLE "+t+" ADD COLUMN "+n+" integer", "ALTER TABLE "+t+" DROP COLUMN "+n)
	case 1:
		c := &g.now.Columns[g.IntN(len(g.now.Columns))]
		was, to := c.Name, fmt.Sprintf("Raw %d", g.made)
		c.Name = to
		return both("ALTER TABLE "+t+` RENAME COLUMN "`+was+`" TO "`+to+`"`, "ALTER TABLE "+t+` RENAME "`+to+`" TO "`+was+`"`)
	case 2:
		n := fmt.Sprintf("raw_ix_%d", g.made)
		c := g.now.Columns[g.IntN(len(g.now.Columns))]
		if !indexable(c) || c.Computed != "" {
			return stepSpec{}, false
		}
		where := []string{"", ` WHERE "` + c.Name + `" IS NOT NULL`}[g.IntN(2)]
		return both("CREATE INDEX "+n+" ON "+t+` ("`+c.Name+`" DESC)`+where, "DROP INDEX "+n)
	}
	n := fmt.Sprintf("raw_t_%d", g.made)
	return both("CREATE TABLE "+n+" (id integer PRIMARY KEY, v varchar(20) DEFAULT 'x' NOT NULL, CHECK (v <> ''))", "DROP TABLE "+n)
}
