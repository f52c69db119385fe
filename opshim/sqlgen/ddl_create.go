package sqlgen

import (
	"fmt"
	"strings"

	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/schema"
)

// ddl renders DDL elements within one compilation.
type ddl struct {
	c *compiler
	d *Dialect
}

// sql renders an expression held by a schema object.
func (d *ddl) sql(e schema.Expr, k kw) string {
	x, ok := e.(expr.Expr)
	if !ok {
		return d.c.fail("Unsupported", "expression %T", e)
	}
	k.literal = true
	return d.c.expr(x, k)
}

func (d *ddl) createTable(x *expr.CreateTable) string {
	t := x.Table
	var b strings.Builder
	b.WriteString("\nCREATE ")
	if len(t.Prefixes) > 0 {
		b.WriteString(strings.Join(t.Prefixes, " ") + " ")
	}
	b.WriteString("TABLE " + when(x.IfNotExists, "IF NOT EXISTS ") + d.d.TableName(t.Name) + " (")
	sep := "\n"
	firstPK := false
	for _, col := range t.Columns {
		if col.System {
			continue
		}
		spec := d.columnSpec(t, col, col.PrimaryKey && !firstPK)
		d.wrapColumnError(t, col)
		for _, k := range col.Checks {
			if s := d.constraint(t, k); s != "" {
				spec += " " + s
			}
		}
		b.WriteString(sep + "\t" + spec)
		sep = ", \n"
		firstPK = firstPK || col.PrimaryKey
	}
	if s := d.tableConstraints(x); s != "" {
		b.WriteString(sep + "\t" + s)
	}
	b.WriteString("\n)" + d.tableSuffix(t) + "\n\n")
	return b.String()
}

// wrapColumnError puts table and column before the message of a CompileError.
func (d *ddl) wrapColumnError(t *schema.Table, col *schema.Column) {
	e, ok := d.c.err.(*Error)
	if !ok || strings.HasPrefix(e.Message, "(in table '") {
		return
	}
	switch e.Type {
	case "CompileError", "UnsupportedCompilationError":
		d.c.err = &Error{Type: "CompileError", Message: fmt.Sprintf("(in table '%s', column '%s'): %s", t.Name.Name, col.Name, strings.TrimSuffix(e.Message, unsupportedLink))}
	}
}

func (d *ddl) tableConstraints(x *expr.CreateTable) string {
	var parts []string
	for _, k := range x.Table.SortedConstraints() {
		if fk, ok := k.(*schema.ForeignKey); ok {
			if x.FKsGiven && !containsFK(x.OnlyFKs, fk) {
				continue
			}
			if fk.UseAlter && d.d.traits().alter {
				continue
			}
		}
		if ck, ok := k.(*schema.Check); ok && ck.ColumnLevel {
			continue
		}
		if !d.created(x.Table, k) {
			continue
		}
		s, ok := d.constraintMaybe(x.Table, k)
		if pk, isPK := k.(*schema.PrimaryKey); isPK && len(pk.Columns) == 0 {
			continue
		}
		if ok {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, ", \n\t")
}

func containsFK(list []*schema.ForeignKey, fk *schema.ForeignKey) bool {
	for _, x := range list {
		if x == fk {
			return true
		}
	}
	return false
}

// created reports whether a constraint's create rule holds for the dialect.
func (d *ddl) created(t *schema.Table, k schema.Constraint) bool {
	return d.d.constraintApplies(t, k)
}

func (d *Dialect) constraintApplies(t *schema.Table, k schema.Constraint) bool {
	if only := k.Base().Options.Get("_dialect"); only != nil && only != schema.OptString(d.pyName()) {
		return false
	}
	ck, ok := k.(*schema.Check)
	if !ok || ck.CreateRule == "" {
		return true
	}
	switch ck.CreateRule {
	case "boolean":
		return !d.nativeBoolean()
	case "enum":
		col := t.Column(ck.Column)
		if col == nil {
			return true
		}
		ty, err := d.implType(col.Type)
		if err != nil {
			return true
		}
		return !(d.traits().nativeEnum && ty.Enum != nil && ty.Enum.Native)
	}
	return true
}

func (d *ddl) columnSpec(t *schema.Table, col *schema.Column, _ bool) string {
	switch {
	case d.d.Name == "postgresql":
		return d.postgresColumn(t, col)
	case d.d.isMySQL():
		return d.mysqlColumn(t, col)
	case d.d.Name == "sqlite":
		return d.sqliteColumn(t, col)
	}
	spec := d.d.quoteTri(col.Name, col.Quote) + " " + d.typeText(inTable(col.Type, t.Name))
	if def, ok := d.defaultText(col); ok {
		spec += " DEFAULT " + def
	}
	spec += d.computed(col)
	id, hasIdentity := col.ServerDefault.(*schema.Identity)
	hasIdentity = hasIdentity && d.d.traits().identity
	if hasIdentity {
		spec += " " + identityText(id)
	}
	if !col.IsNullable() && !hasIdentity {
		spec += " NOT NULL"
	}
	return spec
}

// inTable is a column's type as its table has it: an Enum with inherit_schema takes
// the table's schema.
func inTable(t schema.Type, table schema.Name) schema.Type {
	switch {
	case t.Enum != nil && t.Enum.InheritSchema:
		e := *t.Enum
		e.Schema = table.Schema
		t.Enum = &e
	case t.Kind == "ARRAY" && t.Item != nil:
		item := inTable(*t.Item, table)
		t.Item = &item
	}
	return t
}

func (d *ddl) typeText(t schema.Type) string {
	s, err := d.d.CompileType(t)
	if err != nil {
		return d.c.failErr(err)
	}
	return s
}

// defaultText is the DEFAULT of a column; ok is false if it has none.
func (d *ddl) defaultText(col *schema.Column) (string, bool) {
	return d.serverDefault(col.ServerDefault)
}

func (d *ddl) serverDefault(def schema.Default) (string, bool) {
	switch x := def.(type) {
	case schema.StringDefault:
		return d.c.literal(x.Text, schema.Type{Kind: "String"}), true
	case schema.ExprDefault:
		return d.sql(x.Expr, kw{}), true
	}
	return "", false
}

func (d *ddl) computed(col *schema.Column) string {
	x, ok := col.ServerDefault.(*schema.Computed)
	if !ok {
		return ""
	}
	text := " GENERATED ALWAYS AS (" + d.sql(x.SQL, kw{noTable: true}) + ")"
	if d.d.Name == "postgresql" {
		return text + d.postgresComputed(x)
	}
	switch x.Persisted {
	case schema.Yes:
		return text + " STORED"
	case schema.No:
		return text + " VIRTUAL"
	}
	return text
}

// postgresComputed is the word after a generated column: SQLAlchemy 2.0 always
// stores; 2.1 follows persisted and takes an unknown server for 18.
func (d *ddl) postgresComputed(x *schema.Computed) string {
	if !d.d.is21() {
		if x.Persisted == schema.No {
			return d.c.fail("CompileError", "PostrgreSQL computed columns do not support 'virtual' persistence; set the 'persisted' flag "+
				"to None or True for PostgreSQL support.")
		}
		return " STORED"
	}
	switch {
	case x.Persisted == schema.Yes:
		return " STORED"
	case x.Persisted == schema.No:
		return " VIRTUAL"
	case !d.d.traits().virtualComputed, d.d.ServerVersion != nil && !d.d.atLeast(18):
		return " STORED"
	}
	return ""
}

func identityText(x *schema.Identity) string {
	word := "BY DEFAULT"
	if x.Always {
		word = "ALWAYS"
	}
	text := "GENERATED " + word + " AS IDENTITY"
	if o := sequenceOptions(x.Options); o != "" {
		text += " (" + o + ")"
	}
	return text
}

func sequenceOptions(o schema.SequenceOptions) string {
	var parts []string
	num := func(word string, n *int64) {
		if n != nil {
			parts = append(parts, fmt.Sprintf("%s %d", word, *n))
		}
	}
	num("INCREMENT BY", o.Increment)
	num("START WITH", o.Start)
	num("MINVALUE", o.MinValue)
	num("MAXVALUE", o.MaxValue)
	if o.NoMinValue || o.NoMinValueSet != schema.Unset {
		parts = append(parts, "NO MINVALUE")
	}
	if o.NoMaxValue || o.NoMaxValueSet != schema.Unset {
		parts = append(parts, "NO MAXVALUE")
	}
	num("CACHE", o.Cache)
	switch o.Cycle {
	case schema.Yes:
		parts = append(parts, "CYCLE")
	case schema.No:
		parts = append(parts, "NO CYCLE")
	}
	return strings.Join(parts, " ")
}

func (d *ddl) createSequence(x *expr.CreateSequence) string {
	s := x.Sequence
	text := "CREATE SEQUENCE " + when(x.IfNotExists, "IF NOT EXISTS ") + d.d.TableName(s.Name)
	if s.DataType != nil && d.d.Name == "postgresql" {
		text += " AS " + d.typeText(*s.DataType)
	}
	if o := sequenceOptions(s.Options); o != "" {
		if d.d.isMySQL() {
			o = strings.ReplaceAll(o, "NO CYCLE", "NOCYCLE")
		}
		text += " " + o
	}
	return text
}
