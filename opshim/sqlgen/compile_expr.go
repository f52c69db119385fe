package sqlgen

import (
	"fmt"
	"strings"

	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/schema"
)

// expr renders an expression. It is the one switch over expressions.
func (c *compiler) expr(e expr.Expr, k kw) string {
	defer c.leave()
	if !c.enter() {
		return ""
	}
	switch x := e.(type) {
	case *expr.Column:
		return c.column(x, k)
	case *expr.Bind:
		return c.bind(x, k)
	case *expr.Null:
		return "NULL"
	case *expr.True:
		yes, _ := c.d.boolWords()
		return yes
	case *expr.False:
		_, no := c.d.boolWords()
		return no
	case *expr.Text:
		return c.text(x, k)
	case *expr.Binary:
		return c.binary(x, k)
	case *expr.Unary:
		return c.unary(x, k)
	case *expr.Bools:
		k.inOp = true
		return c.joined(x.Elems, boolWord(x.Op), k)
	case *expr.Chain:
		return c.chain(x, k)
	case *expr.List:
		return c.joined(x.Elems, ", ", k)
	case *expr.Tuple:
		return "(" + c.joined(x.Elems, ", ", k) + ")"
	case *expr.Grouping:
		return "(" + c.expr(x.Elem, k) + ")"
	case *expr.Function:
		return c.function(x, k)
	}
	return c.exprRest(e, k)
}

func (c *compiler) exprRest(e expr.Expr, k kw) string {
	switch x := e.(type) {
	case *expr.Over:
		return c.over(x, k)
	case *expr.WithinGroup:
		return c.expr(x.Elem, k) + " WITHIN GROUP (ORDER BY " + c.orderList(x.OrderBy, k) + ")"
	case *expr.Filter:
		return c.expr(x.Elem, k) + " FILTER (WHERE " + c.conditions(x.Where, k) + ")"
	case *expr.AggregateOrderBy:
		return c.asPostgres("ext.aggregate_order_by", func() string {
			return c.expr(x.Elem, k) + " ORDER BY " + c.orderList(x.OrderBy, k)
		})
	case *expr.Case:
		return c.caseExpr(x, k)
	case *expr.Cast:
		return c.cast(x, k)
	case *expr.TypeCoerce:
		if b, ok := x.Elem.(*expr.Bind); ok {
			n := *b
			n.Type = x.Type
			return c.expr(&n, k)
		}
		return c.expr(x.Elem, k)
	case *expr.Extract:
		return c.extract(x, k)
	case *expr.Exists:
		return "EXISTS " + c.expr(x.Query, k)
	case *expr.ScalarSelect:
		k.asFrom = false
		return "(" + c.query(x.Query, inner(k)) + ")"
	case *expr.Label:
		return c.label(x, k)
	case *expr.LabelRef:
		return c.labelRef(x, k)
	case *expr.Collation:
		return c.collation(x)
	case *expr.Array:
		return c.asPostgres("array.array", func() string { return c.array(x, k) })
	case *expr.Slice:
		if c.d.Name != "postgresql" {
			return c.unsupportedClass("sql.elements.Slice")
		}
		return c.slice(x, k)
	case *expr.AllColumns:
		return c.allColumns(x, k)
	case *expr.Default:
		return "DEFAULT"
	case *expr.TableValuedColumn:
		return c.fromIdent(x.From)
	case *expr.WholeRow:
		return c.fromIdent(x.From)
	case *expr.Custom:
		return c.custom(x, k)
	case nil:
		return c.fail("Unsupported", "missing expression")
	}
	return c.fail("Unsupported", "expression %T", e)
}

func (c *compiler) collation(x *expr.Collation) string {
	if x.Schema != "" {
		return c.d.Quote(x.Schema) + "." + c.d.Quote(x.Name)
	}
	return c.d.Quote(x.Name)
}

// inner are the settings that a subquery inherits.
func inner(k kw) kw {
	return kw{literal: k.literal, insideCTE: k.insideCTE, noSchema: k.noSchema}
}

func (c *compiler) unsupported(what string) string {
	return c.fail("UnsupportedCompilationError", "Compiler %s can't render element of type %s", c.repr(), what)
}

// unsupportedClass is the refusal of a class of SQLAlchemy.
func (c *compiler) unsupportedClass(class string) string {
	return c.unsupported("<class 'sqlalchemy." + class + "'>")
}

// asPostgres renders what only PostgreSQL has: str() of a statement without a
// dialect shows it in PostgreSQL's words, others refuse it.
func (c *compiler) asPostgres(class string, render func() string) string {
	switch c.d.Name {
	case "postgresql":
		return render()
	case "default_enhanced":
		return c.under("postgresql", render)
	}
	return c.unsupportedClass("dialects.postgresql." + class)
}

// under renders a part with another dialect, its placeholders included.
func (c *compiler) under(name string, render func() string) string {
	other, err := New(name)
	if err != nil {
		return c.failErr(err)
	}
	other.SQLAlchemy, other.NoBindCasts = c.d.SQLAlchemy, false
	c.outer, c.d = c.d, other
	defer func() { c.d, c.outer = c.outer, nil }()
	return render()
}

// repr is the repr() of the statement compiler.
func (c *compiler) repr() string {
	if c.d.isMySQL() {
		return "<sqlalchemy.dialects.mysql.mysqldb.MySQLCompiler_mysqldb object at 0x0>"
	}
	return strings.Replace(strings.Replace(c.d.compilerRepr(), "TypeCompiler", "Compiler", 1), "GenericCompiler", "SQLCompiler", 1)
}

func boolWord(op expr.Op) string {
	if op == expr.OpOr {
		return " OR "
	}
	return " AND "
}

func (c *compiler) joined(es []expr.Expr, sep string, k kw) string {
	var parts []string
	for _, e := range es {
		if s := c.expr(e, k); s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, sep)
}

// conditions renders the conditions of a WHERE as one AND.
func (c *compiler) conditions(es []expr.Expr, k kw) string {
	e := expr.Where(es)
	if e == nil {
		return ""
	}
	if b, ok := e.(*expr.Bools); ok && len(es) > 1 {
		// A list of conditions is no operator: what stands in it is not nested.
		return c.joined(b.Elems, boolWord(b.Op), k)
	}
	return c.expr(e, k)
}

func (c *compiler) percents(s string) string {
	if c.d.doublePercents() {
		return strings.ReplaceAll(s, "%", "%%")
	}
	return s
}

func (c *compiler) column(x *expr.Column, k kw) string {
	if s, ok := c.insertedColumn(x); ok {
		return s
	}
	var name string
	switch {
	case x.Name == "" && !x.Literal && !x.Anon.Anonymous():
		return c.fail("CompileError", "Cannot compile Column object until its 'name' is assigned.")
	case x.Literal:
		name = c.percents(x.Name)
	case x.Anon.Anonymous():
		name = c.d.Quote(c.labelText(x.Anon))
	default:
		name = c.d.quoteTri(c.truncateLong(x), x.Quote)
	}
	if x.Table == nil || k.noTable || x.Literal && x.Table == nil {
		return name
	}
	prefix, ok := c.columnPrefix(x.Table, k)
	if !ok {
		return name
	}
	return prefix + "." + name
}

// truncateLong cuts the name of a subquery's column if it was made by a label.
func (c *compiler) truncateLong(x *expr.Column) string {
	if x.Table == nil {
		return x.Name
	}
	switch x.Table.(type) {
	case *expr.Subquery, *expr.CTE:
		if _, ok := x.Source.(*expr.Label); !ok {
			return c.truncate("colident", x.Name)
		}
	}
	return x.Name
}

// columnPrefix is the name of the FROM object before the point; ok is false for
// objects without a name.
func (c *compiler) columnPrefix(f expr.From, k kw) (string, bool) {
	switch x := f.(type) {
	case *expr.Table:
		prefix := c.d.schemaPrefix(x.Def.Name)
		if prefix == "" {
			if alias, ok := c.ambiguousAlias(x); ok {
				return alias, true
			}
		}
		return prefix + c.d.quoteTri(x.Def.Name.Name, x.Def.Name.Quote), true
	case *expr.Join, *expr.TextFrom, *expr.ExprFrom, *expr.CustomFrom:
		return "", false
	case *expr.Values:
		if x.Name == "" && !x.Named {
			return "", false
		}
	}
	return c.fromIdent(f), true
}

// fromName is the name of an aliased FROM object without quoting.
func (c *compiler) fromName(f expr.From) string {
	stem := "anon"
	switch x := f.(type) {
	case *expr.Table:
		return x.Def.Name.Name
	case *expr.Alias:
		if x.Name != "" {
			return x.Name
		}
		if x.Stem != "" {
			stem = x.Stem
		}
	case *expr.Subquery:
		if x.Name != "" {
			return x.Name
		}
	case *expr.CTE:
		if x.Name != "" {
			return x.Name
		}
		if x.Restates != nil {
			return c.fromName(x.Restates)
		}
	case *expr.TableValued:
		if x.Name != "" {
			return x.Name
		}
	case *expr.Values:
		if x.Name != "" {
			return x.Name
		}
	}
	return c.truncate("alias", c.anonName(expr.FromKey(f), stem, 0))
}

func (c *compiler) fromIdent(f expr.From) string {
	q := schema.Unset
	switch x := f.(type) {
	case *expr.Alias:
		q = x.Quote
	case *expr.Subquery:
		q = x.Quote
	case *expr.CTE:
		q = x.Quote
	}
	return c.d.quoteTri(c.fromName(f), q)
}

func (c *compiler) allColumns(x *expr.AllColumns, k kw) string {
	var parts []string
	for _, col := range expr.ColumnsOf(x.From) {
		parts = append(parts, c.column(col, k))
	}
	return strings.Join(parts, ", ")
}

func (c *compiler) label(x *expr.Label, k kw) string {
	withAs := k.inColumns && !k.inLabel
	only := k.labelRef == expr.Expr(x)
	name := ""
	if withAs || only {
		name = c.labelName(x)
	}
	switch {
	case withAs:
		k.inLabel = true
		return c.expr(x.Elem, k) + " AS " + name
	case only:
		return name
	}
	k.inColumns = false
	return c.expr(x.Elem, k)
}

func (c *compiler) labelName(x *expr.Label) string {
	if x.Name != "" {
		return c.d.quoteTri(x.Name, x.Quote)
	}
	stem := x.Stem
	if stem == "" {
		stem = "anon"
	}
	return c.d.Quote(c.truncate("colident", c.anonName(x, stem, 0)))
}

func (c *compiler) caseExpr(x *expr.Case, k kw) string {
	var b strings.Builder
	b.WriteString("CASE ")
	if x.Value != nil {
		b.WriteString(c.expr(x.Value, k) + " ")
	}
	for _, w := range x.Whens {
		b.WriteString("WHEN " + c.expr(w.Cond, k))
		b.WriteString(" THEN " + c.expr(w.Then, k) + " ")
	}
	if x.Else != nil {
		b.WriteString("ELSE " + c.expr(x.Else, k) + " ")
	}
	b.WriteString("END")
	return b.String()
}

func (c *compiler) array(x *expr.Array, k kw) string {
	if len(x.Elems) == 0 && x.Type.Item != nil && !x.Type.Item.IsNull() {
		t, err := c.d.CompileType(x.Type)
		if err != nil {
			return c.failErr(err)
		}
		return "ARRAY[]::" + t
	}
	return "ARRAY[" + c.joined(x.Elems, ", ", k) + "]"
}

func (c *compiler) slice(x *expr.Slice, k kw) string {
	part := func(e expr.Expr) string {
		if e == nil {
			return ""
		}
		return c.expr(e, k)
	}
	return part(x.Start) + ":" + part(x.Stop)
}

func (c *compiler) over(x *expr.Over, k kw) string {
	var parts []string
	head := c.expr(x.Elem, k)
	if len(x.PartitionBy) > 0 {
		parts = append(parts, "PARTITION BY "+c.joined(x.PartitionBy, ", ", k))
	}
	if len(x.OrderBy) > 0 {
		parts = append(parts, "ORDER BY "+c.orderList(x.OrderBy, k))
	}
	switch {
	case x.Range != nil:
		parts = append(parts, "RANGE BETWEEN "+c.frame(x.Range, k))
	case x.Rows != nil:
		parts = append(parts, "ROWS BETWEEN "+c.frame(x.Rows, k))
	case x.Groups != nil:
		parts = append(parts, "GROUPS BETWEEN "+c.frame(x.Groups, k))
	}
	return head + " OVER (" + strings.Join(parts, " ") + ")"
}

func (c *compiler) frame(f *expr.Frame, k kw) string {
	if f.Clause != nil {
		return c.frameBound(f.Clause.Low, f.Clause.LowType, " PRECEDING", k) + " AND " + c.frameBound(f.Clause.High, f.Clause.HighType, " FOLLOWING", k)
	}
	return c.bound(f.Low, "UNBOUNDED PRECEDING", k) + " AND " + c.bound(f.High, "UNBOUNDED FOLLOWING", k)
}

func (c *compiler) bound(n *int64, open string, k kw) string {
	switch {
	case n == nil:
		return open
	case *n == 0:
		return "CURRENT ROW"
	}
	word, v := " FOLLOWING", *n
	if v < 0 {
		word, v = " PRECEDING", -v
	}
	b := &expr.Bind{Value: v, HasValue: true, Unique: true, Type: schema.Type{Kind: "Integer"}}
	return c.bind(b, k) + word
}

func (c *compiler) frameBound(e expr.Expr, direction, open string, k kw) string {
	switch direction {
	case "UNBOUNDED":
		return "UNBOUNDED" + open
	case "CURRENT":
		return "CURRENT ROW"
	}
	return c.expr(e, k) + " " + direction
}

// extractFields are SQLite's formats for strftime.
var extractFields = map[string]string{"month": "%m", "day": "%d", "year": "%Y", "second": "%S", "hour": "%H", "doy": "%j",
	"minute": "%M", "epoch": "%s", "dow": "%w", "week": "%W"}

// extractKnown are those that SQLite's compiler takes over from the generic one.
var extractKnown = map[string]bool{"quarter": true, "milliseconds": true, "microseconds": true, "timezone_hour": true, "timezone_minute": true}

func (c *compiler) extract(x *expr.Extract, k kw) string {
	field := x.Field
	switch {
	case c.d.Name == "sqlite":
		f, ok := extractFields[field]
		if !ok && extractKnown[field] {
			f, ok = field, true
		}
		if !ok {
			return c.fail("CompileError", "%s is not a valid extract argument.", field)
		}
		return fmt.Sprintf("CAST(STRFTIME('%s', %s) AS INTEGER)", f, c.expr(x.Elem, k))
	case c.d.isMySQL() && field == "milliseconds":
		field = "millisecond"
	}
	return "EXTRACT(" + field + " FROM " + c.expr(x.Elem, k) + ")"
}

func (c *compiler) custom(x *expr.Custom, k kw) string {
	if x.Hook == nil {
		return c.unsupported(x.Class)
	}
	text, ok, err := x.Hook.CompileCustom(c.d.pyName(), &processor{c: c, k: k})
	if err != nil {
		return c.failErr(err)
	}
	if !ok {
		return c.unsupported(x.Class)
	}
	return text
}
