package sqlgen

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/schema"
	"sync"
)

// name is the rendered name of a constraint; ok is false if it has none.
func (d *ddl) name(t *schema.Table, k schema.Constraint) (string, bool) {
	n, err := ResolveName(t, k)
	if err != nil {
		d.c.failErr(err)
		return "", false
	}
	if n.Text == "" {
		return "", false
	}
	s, err := d.d.constraintName(n)
	if err != nil {
		d.c.failErr(err)
		return "", false
	}
	return s, true
}

func (d *ddl) preamble(t *schema.Table, k schema.Constraint) string {
	if n, ok := d.name(t, k); ok {
		return "CONSTRAINT " + n + " "
	}
	return ""
}

func (d *ddl) constraint(t *schema.Table, k schema.Constraint) string {
	s, _ := d.constraintMaybe(t, k)
	return s
}

// constraintMaybe renders a constraint; ok is false for one that the dialect
// leaves out.
func (d *ddl) constraintMaybe(t *schema.Table, k schema.Constraint) (string, bool) {
	h := k.Base().Hook
	if h == nil {
		return d.plainConstraint(t, k)
	}
	s, ok, done, err := h.CompileConstraint(d.d.pyName(), k, func() (string, bool) { return d.plainConstraint(t, k) })
	switch {
	case err != nil:
		return d.c.failErr(err), false
	case !done:
		return d.plainConstraint(t, k)
	}
	return s, ok
}

// plainConstraint is the one switch over constraints.
func (d *ddl) plainConstraint(t *schema.Table, k schema.Constraint) (string, bool) {
	switch x := k.(type) {
	case *schema.PrimaryKey:
		return d.primaryKey(t, x)
	case *schema.Unique:
		return d.unique(t, x), true
	case *schema.ForeignKey:
		return d.foreignKey(t, x)
	case *schema.Check:
		return d.check(t, x), true
	case *schema.Exclude:
		return d.exclude(t, x), true
	}
	return d.c.fail("Unsupported", "constraint %T", k), false
}

var sqlPhrase = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^\w+(?:\s+\w+)*$`) })

func (d *ddl) phrase(s string) string {
	if !sqlPhrase().MatchString(s) {
		return d.c.fail("CompileError", `Unexpected SQL phrase: %s (matching against '^\\w+(?:\\s+\\w+)*$')`, Repr(s))
	}
	return s
}

func (d *ddl) deferrability(b *schema.ConstraintBase) string {
	s := ""
	switch b.Deferrable {
	case schema.Yes:
		s = " DEFERRABLE"
	case schema.No:
		s = " NOT DEFERRABLE"
	}
	if b.Initially != "" {
		s += " INITIALLY " + d.phrase(b.Initially)
	}
	return s
}

func (d *ddl) columnList(t *schema.Table, names []string) string {
	out := make([]string, len(names))
	for i, n := range names {
		if col := t.Column(n); col != nil {
			out[i] = d.d.quoteTri(col.Name, col.Quote)
		} else {
			out[i] = d.d.Quote(n)
		}
	}
	return strings.Join(out, ", ")
}

func (d *ddl) primaryKey(t *schema.Table, x *schema.PrimaryKey) (string, bool) {
	if d.d.Name == "sqlite" && len(x.Columns) == 1 {
		if col := t.Column(x.Columns[0]); col != nil && col.PrimaryKey && d.inlinePK(t, col) {
			return "", false
		}
	}
	cols := x.Columns
	if len(cols) == 0 && d.d.Name != "postgresql" {
		return "", true
	}
	if x.Implicit {
		cols = d.autoincFirst(t, cols)
	}
	s := d.preamble(t, x) + "PRIMARY KEY (" + d.columnList(t, cols) + ")"
	switch {
	case d.d.Name == "postgresql":
		s += d.include(t, x.Options)
	}
	s += d.deferrability(&x.ConstraintBase)
	switch {
	case d.d.isMySQL():
		if u := d.mysqlOption(x.Options, "using"); u != "" {
			s += " USING " + d.d.Quote(u)
		}
	case d.d.Name == "sqlite":
		oc := x.Options.Text("sqlite_on_conflict")
		if oc == "" && len(cols) == 1 {
			if col := t.Column(cols[0]); col != nil {
				oc = col.Options.Text("sqlite_on_conflict_primary_key")
			}
		}
		if oc != "" {
			s += " ON CONFLICT " + oc
		}
	}
	return s, true
}

// mysqlOption reads mysql_x or mariadb_x; MariaDB falls back to the former.
func (d *ddl) mysqlOption(o schema.Options, name string) string {
	if s := o.Text(d.d.pyName() + "_" + name); s != "" {
		return s
	}
	if d.d.Name == "mariadb" {
		return o.Text("mysql_" + name)
	}
	return ""
}

func (d *ddl) autoincFirst(t *schema.Table, cols []string) []string {
	auto := d.d.autoincrementColumn(t)
	if auto == nil || len(cols) < 2 {
		return cols
	}
	out := []string{auto.Name}
	for _, n := range cols {
		if n != auto.Name {
			out = append(out, n)
		}
	}
	return out
}

func (d *ddl) include(t *schema.Table, o schema.Options) string {
	list, _ := o.Get("postgresql_include").(schema.OptList)
	if len(list) == 0 {
		return ""
	}
	var cols []string
	for _, v := range list {
		switch x := v.(type) {
		case schema.OptString:
			cols = append(cols, d.columnIdent(t, string(x)))
		case schema.OptExpr:
			cols = append(cols, d.d.Quote(columnName(x.Expr)))
		}
	}
	return " INCLUDE (" + strings.Join(cols, ", ") + ")"
}

func (d *ddl) unique(t *schema.Table, x *schema.Unique) string {
	if len(x.Columns) == 0 {
		return ""
	}
	s := d.preamble(t, x) + "UNIQUE " + d.nullsDistinct(x.Options) + "(" + d.columnList(t, x.Columns) + ")"
	if d.d.Name == "postgresql" {
		s += d.include(t, x.Options)
	}
	s += d.deferrability(&x.ConstraintBase)
	if d.d.Name == "sqlite" {
		oc := x.Options.Text("sqlite_on_conflict")
		if oc == "" && len(x.Columns) == 1 {
			if col := t.Column(x.Columns[0]); col != nil {
				oc = col.Options.Text("sqlite_on_conflict_unique")
			}
		}
		if oc != "" {
			s += " ON CONFLICT " + oc
		}
	}
	return s
}

func (d *ddl) nullsDistinct(o schema.Options) string {
	if d.d.Name != "postgresql" {
		return ""
	}
	switch v := o.Get("postgresql_nulls_not_distinct").(type) {
	case schema.OptBool:
		if v {
			return "NULLS NOT DISTINCT "
		}
		return "NULLS DISTINCT "
	}
	return ""
}

var postgresOnDelete = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^\w+(?:\s+\w+)*(?:\s*\(\s*(?:[\w$]+|"(?:[^"]|"")+")(?:\s*,\s*(?:[\w$]+|"(?:[^"]|"")+"))*\s*\))?$`)
})

func (d *ddl) foreignKey(t *schema.Table, x *schema.ForeignKey) (string, bool) {
	if d.d.Name == "sqlite" && t.Name.Schema != x.RefTable.Schema {
		return "", false
	}
	remote := d.d.TableName(x.RefTable)
	if d.d.Name == "sqlite" {
		remote = d.d.quoteTri(x.RefTable.Name, x.RefTable.Quote)
	}
	refs := make([]string, len(x.RefColumns))
	for i, n := range x.RefColumns {
		refs[i] = d.refColumn(x, n)
	}
	s := d.preamble(t, x) + fmt.Sprintf("FOREIGN KEY(%s) REFERENCES %s (%s)", d.columnList(t, x.Columns), remote, strings.Join(refs, ", "))
	s += d.fkTail(x)
	if d.d.Name == "postgresql" && x.Options.Bool("postgresql_not_valid") {
		s += " NOT VALID"
	}
	return s, true
}

func (d *ddl) refColumn(x *schema.ForeignKey, n string) string {
	if x.Ref != nil {
		if col := x.Ref.Column(n); col != nil {
			return d.d.quoteTri(col.Name, col.Quote)
		}
	}
	return d.d.Quote(n)
}

// fkTail is MATCH, ON DELETE, ON UPDATE and deferrability.
func (d *ddl) fkTail(x *schema.ForeignKey) string {
	s := ""
	if x.Match != "" {
		if d.d.isMySQL() {
			return d.c.fail("CompileError", "MySQL ignores the 'MATCH' keyword while at the same time causes ON UPDATE/ON DELETE clauses to be ignored.")
		}
		s += " MATCH " + d.phrase(x.Match)
	}
	if x.OnDelete != "" {
		if d.d.Name == "postgresql" {
			if !postgresOnDelete().MatchString(x.OnDelete) {
				return d.c.fail("CompileError", "Unexpected SQL phrase: %s (matching against %s)", Repr(x.OnDelete),
					Repr(`^\w+(?:\s+\w+)*(?:\s*\(\s*(?:[\w$]+|"(?:[^"]|"")+")(?:\s*,\s*(?:[\w$]+|"(?:[^"]|"")+"))*\s*\))?$`))
			}
			s += " ON DELETE " + x.OnDelete
		} else {
			s += " ON DELETE " + d.phrase(x.OnDelete)
		}
	}
	if x.OnUpdate != "" {
		s += " ON UPDATE " + d.phrase(x.OnUpdate)
	}
	return s + d.deferrability(&x.ConstraintBase)
}

func (d *ddl) check(t *schema.Table, x *schema.Check) string {
	cond := ""
	if x.Expr != nil {
		cond = d.sql(x.Expr, kw{noTable: true})
	} else {
		cond = d.typeCheck(t, x)
	}
	s := d.preamble(t, x) + "CHECK (" + cond + ")" + d.deferrability(&x.ConstraintBase)
	switch d.d.Name {
	case "postgresql":
		if x.Options.Bool("postgresql_not_valid") {
			s += " NOT VALID"
		}
	case "sqlite":
		if oc := x.Options.Text("sqlite_on_conflict"); oc != "" {
			if x.ColumnLevel {
				return d.c.fail("CompileError", "SQLite does not support on conflict clause for column check constraint")
			}
			s += " ON CONFLICT " + oc
		}
	}
	return s
}

// typeCheck is the condition that a Boolean or Enum type implies.
func (d *ddl) typeCheck(t *schema.Table, x *schema.Check) string {
	col := t.Column(x.Column)
	if col == nil {
		return d.c.fail("Unsupported", "CHECK of unknown column %s", x.Column)
	}
	name := d.d.quoteTri(col.Name, col.Quote)
	if x.CreateRule == "boolean" {
		return name + " IN (0, 1)"
	}
	ty := col.Type
	if ty.Kind == "TypeDecorator" && ty.Impl != nil {
		ty = *ty.Impl
	}
	var vals []string
	if ty.Enum != nil {
		vals = d.labelTexts(ty, ty.Enum.Labels)
	}
	return name + " IN (" + strings.Join(vals, ", ") + ")"
}

var indexUsing = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?i)^(?:btree|hash|gist|gin|[\w_]+)$`) })

func (d *ddl) using(s string) string {
	if !indexUsing().MatchString(s) {
		return d.c.fail("CompileError", "Unexpected SQL phrase: %s (matching against '^(?:btree|hash|gist|gin|[\\\\w_]+)$')", Repr(s))
	}
	return strings.ToLower(s)
}

func (d *ddl) exclude(t *schema.Table, x *schema.Exclude) string {
	if d.d.Name != "postgresql" {
		return d.c.fail("UnsupportedCompilationError", "Compiler %s can't render element of type <class 'sqlalchemy.dialects.postgresql.ext.ExcludeConstraint'>",
			d.ddlRepr())
	}
	s := d.preamble(t, x)
	var parts []string
	for _, e := range x.Elements {
		text := ""
		key := e.Column
		if e.Expr != nil {
			text = d.sql(e.Expr, kw{noTable: true})
			if key == "" {
				key = columnName(e.Expr)
			}
		} else {
			text = d.columnIdent(t, e.Column)
		}
		if op := x.Ops.Text(key); op != "" && key != "" {
			text += " " + op
		}
		parts = append(parts, text+" WITH "+e.Operator)
	}
	using := x.Using
	if using == "" {
		using = "gist"
	}
	s += "EXCLUDE USING " + d.using(using) + " (" + strings.Join(parts, ", ") + ")"
	if x.Where != nil {
		s += " WHERE (" + d.sql(x.Where, kw{}) + ")"
	}
	return s + d.deferrability(&x.ConstraintBase)
}

func (d *ddl) ddlRepr() string {
	if d.d.Name == "mariadb" {
		return "<sqlalchemy.dialects.mysql.base.MySQLDDLCompiler object at 0x0>"
	}
	if d.d.Name == "default_enhanced" {
		return "<sqlalchemy.sql.compiler.DDLCompiler object at 0x0>"
	}
	return strings.Replace(strings.Replace(d.d.compilerRepr(), "TypeCompiler", "DDLCompiler", 1), "GenericDDLCompiler", "DDLCompiler", 1)
}

func (d *ddl) dropConstraint(x *expr.DropConstraint) string {
	table := d.d.TableName(x.Table.Name)
	if d.d.isMySQL() {
		return d.mysqlDropConstraint(x, table)
	}
	name, ok := d.name(x.Table, x.Constraint)
	if !ok {
		return d.c.fail("CompileError", "Can't emit DROP CONSTRAINT for constraint %s; it has no name", constraintRepr(x.Table, x.Constraint))
	}
	return "ALTER TABLE " + table + " DROP CONSTRAINT " + when(x.IfExists, "IF EXISTS ") + name + when(x.Cascade, " CASCADE")
}

func (d *ddl) mysqlDropConstraint(x *expr.DropConstraint, table string) string {
	word := ""
	switch x.Constraint.(type) {
	case *schema.ForeignKey:
		word = "FOREIGN KEY "
	case *schema.PrimaryKey:
		return "ALTER TABLE " + table + " DROP PRIMARY KEY "
	case *schema.Unique:
		word = "INDEX "
	case *schema.Check:
		word = "CHECK "
		if d.d.isMariaDB() {
			word = "CONSTRAINT "
		}
	}
	name, ok := d.name(x.Table, x.Constraint)
	if !ok {
		name = "None"
	}
	return "ALTER TABLE " + table + " DROP " + word + name
}

// constraintRepr is repr() of a constraint for messages.
func constraintRepr(_ *schema.Table, k schema.Constraint) string {
	switch k.(type) {
	case *schema.PrimaryKey:
		return "PrimaryKeyConstraint()"
	case *schema.Unique:
		return "UniqueConstraint()"
	case *schema.ForeignKey:
		return "ForeignKeyConstraint(<sqlalchemy.sql.base.DedupeColumnCollection object at 0x0>, None)"
	case *schema.Check:
		return "CheckConstraint(<sqlalchemy.sql.elements.TextClause object at 0x0>)"
	}
	return "Constraint()"
}
