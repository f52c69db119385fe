package sqlgen

import (
	"regexp"
	"strings"

	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/schema"
	"sync"
)

// stmt renders any statement. It is the one switch over statements.
func (c *compiler) stmt(s expr.Stmt, k kw) string {
	switch x := s.(type) {
	case expr.Query:
		return c.query(x, k)
	case *expr.Text:
		return c.text(x, k)
	case *expr.Eval:
		return c.eval(x, k)
	case *expr.CustomStmt:
		return c.custom(x.Custom, k)
	case *expr.RawSQL:
		return x.SQL
	}
	return c.ddl(s)
}

// eval is an expression executed on its own: SELECT expression.
func (c *compiler) eval(x *expr.Eval, k kw) string {
	return c.query(&expr.Select{Columns: []expr.Expr{x.Expr}}, k)
}

// ddl renders DDL elements.
func (c *compiler) ddl(s expr.Stmt) string {
	if !c.o.LiteralBinds {
		c.o.LiteralBinds = true
	}
	d := &ddl{c: c, d: c.d}
	switch x := s.(type) {
	case *expr.CreateTable:
		return d.createTable(x)
	case *expr.DropTable:
		return "\nDROP TABLE " + when(x.IfExists, "IF EXISTS ") + c.d.TableName(x.Table.Name)
	case *expr.CreateIndex:
		return d.createIndex(x)
	case *expr.DropIndex:
		return d.dropIndex(x)
	case *expr.CreateSequence:
		return d.createSequence(x)
	case *expr.DropSequence:
		return "DROP SEQUENCE " + when(x.IfExists, "IF EXISTS ") + c.d.TableName(x.Sequence.Name)
	case *expr.CreateSchema:
		return "CREATE SCHEMA " + when(x.IfNotExists, "IF NOT EXISTS ") + c.d.quoteTri(x.Name, x.Quote)
	case *expr.DropSchema:
		return "DROP SCHEMA " + when(x.IfExists, "IF EXISTS ") + c.d.quoteTri(x.Name, x.Quote) + when(x.Cascade, " CASCADE")
	case *expr.AddConstraint:
		return "ALTER TABLE " + c.d.TableName(x.Table.Name) + " ADD " + d.constraint(x.Table, x.Constraint)
	case *expr.DropConstraint:
		return d.dropConstraint(x)
	case *expr.CreateType:
		return d.createType(x.Type)
	case *expr.DropType:
		return d.dropType(x.Type)
	}
	return d.comments(s)
}

func when(cond bool, s string) string {
	if cond {
		return s
	}
	return ""
}

func (d *ddl) comments(s expr.Stmt) string {
	switch x := s.(type) {
	case *expr.SetTableComment:
		return d.setTableComment(x.Table)
	case *expr.DropTableComment:
		if d.d.isMySQL() {
			return "ALTER TABLE " + d.d.TableName(x.Table.Name) + " COMMENT ''"
		}
		return "COMMENT ON TABLE " + d.d.TableName(x.Table.Name) + " IS NULL"
	case *expr.SetColumnComment:
		return d.setColumnComment(x.Table, x.Column)
	case *expr.DropColumnComment:
		return "COMMENT ON COLUMN " + d.d.TableName(x.Table.Name) + "." + d.columnIdent(x.Table, x.Column) + " IS NULL"
	case *expr.SetConstraintComment:
		return d.constraintComment(x.Table, x.Constraint, true)
	case *expr.DropConstraintComment:
		return d.constraintComment(x.Table, x.Constraint, false)
	case *expr.DDLText:
		return d.text(x)
	case *expr.CreateColumn:
		spec := d.columnSpec(x.Table, x.Column, false)
		for _, k := range x.Column.Checks {
			spec += " " + d.constraint(x.Table, k)
		}
		return spec
	}
	return d.c.fail("Unsupported", "statement %T", s)
}

func (d *ddl) setTableComment(t *schema.Table) string {
	comment := "NULL"
	if t.Comment != nil {
		comment = d.c.literal(*t.Comment, schema.Type{Kind: "String"})
	}
	if d.d.isMySQL() {
		return "ALTER TABLE " + d.d.TableName(t.Name) + " COMMENT " + comment
	}
	return "COMMENT ON TABLE " + d.d.TableName(t.Name) + " IS " + comment
}

func (d *ddl) setColumnComment(t *schema.Table, key string) string {
	col := t.Column(key)
	if col == nil {
		return d.c.fail("KeyError", "%s", Repr(key))
	}
	if d.d.isMySQL() {
		return "ALTER TABLE " + d.d.TableName(t.Name) + " CHANGE " + d.columnIdent(t, key) + " " + d.columnSpec(t, col, false)
	}
	comment := "NULL"
	if col.Comment != nil {
		comment = d.c.literal(*col.Comment, schema.Type{Kind: "String"})
	}
	return "COMMENT ON COLUMN " + d.d.TableName(t.Name) + "." + d.columnIdent(t, key) + " IS " + comment
}

func (d *ddl) columnIdent(t *schema.Table, key string) string {
	if col := t.Column(key); col != nil {
		return d.d.quoteTri(col.Name, col.Quote)
	}
	return d.d.Quote(key)
}

func (d *ddl) constraintComment(t *schema.Table, k schema.Constraint, set bool) string {
	if d.d.Name != "postgresql" {
		return d.c.fail("UnsupportedCompilationError", "Compiler %s can't render element of type <class 'sqlalchemy.sql.ddl.SetConstraintComment'>", d.ddlRepr())
	}
	name, ok := d.name(t, k)
	if !ok {
		return d.c.fail("CompileError", "Can't emit COMMENT ON for constraint: it has no name")
	}
	text := "NULL"
	if set && k.Base().Comment != "" {
		text = d.c.literal(k.Base().Comment, schema.Type{Kind: "String"})
	}
	return "COMMENT ON CONSTRAINT " + name + " ON " + d.d.TableName(t.Name) + " IS " + text
}

var ddlToken = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`%\((\w+)\)s|%%`) })

// text renders DDL("...") with its %(name)s replaced.
func (d *ddl) text(x *expr.DDLText) string {
	vals := map[string]string{}
	if x.Table != nil {
		vals["table"] = d.d.quoteTri(x.Table.Name.Name, x.Table.Name.Quote)
		vals["schema"] = strings.TrimSuffix(d.d.schemaPrefix(x.Table.Name), ".")
		vals["fullname"] = d.d.TableName(x.Table.Name)
	}
	for _, o := range x.Context {
		if s, ok := o.Value.(schema.OptString); ok {
			vals[o.Name] = string(s)
		}
	}
	text := ddlToken().ReplaceAllStringFunc(x.SQL, func(m string) string {
		if m == "%%" {
			return "%"
		}
		v, ok := vals[m[2:len(m)-2]]
		if !ok {
			d.c.fail("KeyError", "'%s'", m[2:len(m)-2])
		}
		return v
	})
	return d.c.percents(text)
}
