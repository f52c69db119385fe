package sqlgen

import (
	"fmt"
	"strings"

	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/schema"
)

// columnName is the name of an expression that is a plain column; "" otherwise.
func columnName(e schema.Expr) string {
	switch x := e.(type) {
	case *expr.Column:
		if !x.Literal {
			return x.Name
		}
	case *expr.Unary:
		if x.Op == expr.OpNone {
			return columnName(x.Elem)
		}
	}
	return ""
}

// checkColumns are the columns that a CHECK's expression names.
func checkColumns(x *schema.Check) []string {
	e, ok := x.Expr.(expr.Expr)
	if !ok {
		return nil
	}
	var out []string
	seen := map[string]bool{}
	for _, c := range expr.ColumnsIn(e) {
		if !seen[c.Name] {
			seen[c.Name] = true
			out = append(out, c.Name)
		}
	}
	return out
}

func (d *ddl) indexName(t *schema.Table, ix *schema.Index, withSchema bool) string {
	n, err := ResolveIndexName(t, ix)
	if err != nil {
		return d.c.failErr(err)
	}
	if n.Text == "" {
		return ""
	}
	s, err := d.d.limitedName(n, d.d.traits().maxIndex)
	if err != nil {
		return d.c.failErr(err)
	}
	if withSchema {
		s = d.d.schemaPrefix(t.Name) + s
	}
	return s
}

// element renders one element of an index.
func (d *ddl) element(t *schema.Table, e schema.IndexElement) string {
	if e.Expr == nil {
		return d.columnIdent(t, e.Column)
	}
	x, ok := e.Expr.(expr.Expr)
	if !ok {
		return d.c.fail("Unsupported", "index element %T", e.Expr)
	}
	switch {
	case d.d.Name == "postgresql":
		if _, isCol := x.(*expr.Column); !isCol {
			x = expr.SelfGroup(x, expr.OpNone)
		}
	case d.d.isMySQL():
		x = mysqlIndexExpr(x)
	}
	return d.c.expr(x, kw{noTable: true, literal: true})
}

// mysqlIndexExpr puts operators and functions into parentheses.
func mysqlIndexExpr(x expr.Expr) expr.Expr {
	switch y := x.(type) {
	case *expr.Binary, *expr.Function:
		return &expr.Grouping{Elem: x}
	case *expr.Unary:
		if y.Modifier != expr.OpDesc && y.Modifier != expr.OpAsc {
			return &expr.Grouping{Elem: x}
		}
	}
	return x
}

func elementKey(e schema.IndexElement) string {
	if e.Expr == nil {
		return e.Column
	}
	if e.Key != "" {
		return e.Key
	}
	switch x := e.Expr.(type) {
	case *expr.Column:
		return keyOf(x)
	case *expr.Label:
		return x.Name
	}
	return ""
}

func (d *ddl) createIndex(x *expr.CreateIndex) string {
	ix, t := x.Index, x.Table
	name := d.indexName(t, ix, d.d.Name == "sqlite")
	if name == "" {
		return d.c.fail("CompileError", "CREATE INDEX requires that the index have a name")
	}
	text := "CREATE " + when(ix.Unique, "UNIQUE ")
	switch {
	case d.d.Name == "postgresql":
		return d.postgresIndex(x, text, name)
	case d.d.isMySQL():
		return d.mysqlIndex(x, text, name)
	}
	text += "INDEX " + when(x.IfNotExists, "IF NOT EXISTS ") + name + " ON "
	if d.d.Name == "sqlite" {
		text += d.d.quoteTri(t.Name.Name, t.Name.Quote)
	} else {
		text += d.d.TableName(t.Name)
	}
	text += " (" + d.elements(t, ix) + ")"
	if d.d.Name == "sqlite" {
		text += d.where(ix.Options, "sqlite_where")
	}
	return text
}

func (d *ddl) elements(t *schema.Table, ix *schema.Index) string {
	parts := make([]string, len(ix.Elements))
	for i, e := range ix.Elements {
		parts[i] = d.element(t, e)
	}
	return strings.Join(parts, ", ")
}

// where is the condition of a partial index; a string is taken as text().
func (d *ddl) where(o schema.Options, key string) string {
	switch v := o.Get(key).(type) {
	case schema.OptExpr:
		return " WHERE " + d.sql(v.Expr, kw{noTable: true})
	case schema.OptString:
		return " WHERE " + d.c.text(&expr.Text{SQL: string(v)}, kw{literal: true})
	}
	return ""
}

func (d *ddl) postgresIndex(x *expr.CreateIndex, text, name string) string {
	ix, t := x.Index, x.Table
	o := ix.Options
	text += "INDEX " + when(o.Bool("postgresql_concurrently") && d.d.traits().createConcurrently, "CONCURRENTLY ") + when(x.IfNotExists, "IF NOT EXISTS ")
	text += name + " ON " + d.d.TableName(t.Name) + " "
	if u := o.Text("postgresql_using"); u != "" {
		text += "USING " + d.using(u) + " "
	}
	ops, _ := o.Get("postgresql_ops").(schema.OptMap)
	parts := make([]string, len(ix.Elements))
	for i, e := range ix.Elements {
		parts[i] = d.element(t, e)
		if op := schema.Options(ops).Text(elementKey(e)); op != "" {
			parts[i] += " " + op
		}
	}
	text += "(" + strings.Join(parts, ", ") + ")" + d.include(t, o)
	if n := d.nullsDistinct(o); n != "" {
		text += " " + strings.TrimSuffix(n, " ")
	}
	if w := d.withOptions(o.Get("postgresql_with")); w != "" {
		text += " WITH (" + w + ")"
	}
	if ts := o.Text("postgresql_tablespace"); ts != "" {
		text += " TABLESPACE " + d.d.Quote(ts)
	}
	return text + d.where(o, "postgresql_where")
}

// optionText is str() of an option's value.
func optionText(v schema.OptionValue) string {
	switch x := v.(type) {
	case schema.OptString:
		return string(x)
	case schema.OptDecimal:
		return string(x)
	case schema.OptInt:
		return Repr2(int64(x))
	case schema.OptBool:
		return Repr(bool(x))
	}
	return "None"
}

func (d *ddl) mysqlIndex(x *expr.CreateIndex, text, name string) string {
	ix, t := x.Index, x.Table
	o := ix.Options
	own := func(key string) schema.OptionValue { return o.Get(d.d.pyName() + "_" + key) }
	if p, ok := own("prefix").(schema.OptString); ok && p != "" {
		text += string(p) + " "
	}
	text += "INDEX " + when(x.IfNotExists, "IF NOT EXISTS ") + name + " ON " + d.d.TableName(t.Name) + " "
	parts := make([]string, len(ix.Elements))
	for i, e := range ix.Elements {
		parts[i] = d.element(t, e)
		switch l := own("length").(type) {
		case schema.OptInt:
			parts[i] += fmt.Sprintf("(%d)", int64(l))
		case schema.OptMap:
			key := columnOf(e)
			if col := t.Column(key); e.Expr == nil && col != nil {
				key = col.Name
			}
			if key == "" && e.Expr != nil {
				d.c.fail("AttributeError", "%s object has no attribute 'name'", pyClass(e.Expr))
			}
			for _, cand := range []string{key, parts[i]} {
				if n, ok := schema.Options(l).Get(cand).(schema.OptInt); ok && cand != "" {
					parts[i] += fmt.Sprintf("(%d)", int64(n))
					break
				}
			}
		}
	}
	text += "(" + strings.Join(parts, ", ") + ")"
	if p := d.mysqlOption(o, "with_parser"); p != "" {
		text += " WITH PARSER " + p
	}
	if u := d.mysqlOption(o, "using"); u != "" {
		text += " USING " + d.d.Quote(u)
	}
	return text
}

func columnOf(e schema.IndexElement) string {
	if e.Expr == nil {
		return e.Column
	}
	switch x := e.Expr.(type) {
	case *expr.Column:
		return x.Name
	case *expr.Function:
		return x.Name
	}
	return ""
}

// pyClass is the repr of a Python class name for messages.
func pyClass(e schema.Expr) string {
	switch e.(type) {
	case *expr.Text:
		return "'TextClause'"
	case *expr.Unary:
		return "'UnaryExpression'"
	case *expr.Binary:
		return "'BinaryExpression'"
	}
	return "'ColumnElement'"
}

func (d *ddl) dropIndex(x *expr.DropIndex) string {
	name := d.indexName(x.Table, x.Index, !d.d.isMySQL())
	if name == "" {
		return d.c.fail("CompileError", "DROP INDEX requires that the index have a name")
	}
	text := "\nDROP INDEX "
	if d.d.traits().dropConcurrently && x.Index.Options.Bool("postgresql_concurrently") {
		text += "CONCURRENTLY "
	}
	text += when(x.IfExists, "IF EXISTS ") + name
	if d.d.isMySQL() {
		text += " ON " + d.d.TableName(x.Table.Name)
	}
	return text
}
