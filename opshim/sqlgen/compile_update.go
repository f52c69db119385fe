package sqlgen

import (
	"strings"

	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/schema"
)

// extraFroms are the FROM objects besides the table that conditions and values
// refer to.
func extraFroms(table expr.From, exprs []expr.Expr) []expr.From {
	seen := map[any]bool{}
	objs := fromObjects(table)
	seen[expr.FromKey(objs[0])] = true
	var out []expr.From
	for _, e := range exprs {
		if e == nil {
			continue
		}
		for _, f := range expr.FromsOf(e) {
			for _, o := range fromObjects(f) {
				if !seen[expr.FromKey(o)] {
					seen[expr.FromKey(o)] = true
					out = append(out, o)
				}
			}
		}
	}
	return append(out, objs[1:]...)
}

func (c *compiler) update(s *expr.Update, k kw) string {
	toplevel := len(c.stack) == 0
	def := tableDef(s.Table)
	if def == nil {
		return c.fail("Unsupported", "UPDATE of %T", s.Table)
	}
	consider := append([]expr.Expr{}, s.Wheres...)
	for _, a := range s.Values {
		consider = append(consider, a.Value)
	}
	extra := extraFroms(s.Table, consider)
	main := fromSet(s.Table)
	var render []expr.From
	for _, f := range extra {
		if !main[expr.FromKey(f)] {
			render = append(render, f)
		}
	}
	set := fromSet(append([]expr.From{s.Table}, extra...)...)
	c.push(&frame{asFrom: set, correlate: set, hasWhere: len(s.Wheres) > 0})
	level := len(c.stack)
	k = kw{literal: k.literal, insideCTE: k.insideCTE}
	fk := k
	fk.asFrom, fk.isCrud, fk.hints = true, true, tableHints(s.Hints, s.Table)
	text := "UPDATE " + c.prefixes(s.Prefixes, k)
	text += c.from(s.Table, fk)
	if c.d.isMySQL() {
		for _, f := range render {
			text += ", " + c.from(f, fk)
		}
	}
	up := &updating{c: c, s: s, def: def, k: k, extra: extra, qualify: len(extra) > 0 && c.d.isMySQL()}
	sets := up.assignments()
	for _, cte := range s.CTEs {
		c.cte(cte, k)
	}
	text += " SET " + strings.Join(sets, ", ")
	if len(extra) > 0 && !c.d.isMySQL() {
		text += " " + c.updateFrom(render, fk)
	}
	if t := c.conditions(s.Wheres, k); t != "" {
		text += " WHERE " + t
	}
	text += c.dmlLimit(s.Options, s.Limit)
	if r := c.returning(s.Returning, k); r != "" {
		text += " " + r
	}
	text = c.withClause(level, toplevel, false) + text
	c.pop()
	return text
}

// tableHints ties hints that name no FROM object to the statement's table.
func tableHints(hints []expr.Hint, table expr.From) []expr.Hint {
	var out []expr.Hint
	for _, h := range hints {
		if h.From == nil {
			h.From = table
		}
		out = append(out, h)
	}
	return out
}

func (c *compiler) updateFrom(froms []expr.From, k kw) string {
	if c.d.Name == "default" {
		return c.fail("NotImplementedError", "This backend does not support multiple-table criteria within UPDATE")
	}
	var parts []string
	for _, f := range froms {
		parts = append(parts, c.from(f, k))
	}
	return "FROM " + strings.Join(parts, ", ")
}

func (c *compiler) dmlLimit(o schema.Options, limit expr.Expr) string {
	if limit != nil && !c.d.isMySQL() {
		return c.unsupportedClass("dialects.mysql.dml.DMLLimitClause")
	}
	if !c.d.isMySQL() {
		return ""
	}
	if limit != nil {
		return " LIMIT " + c.expr(limit, kw{executeLit: true})
	}
	switch v := o.Get(c.d.pyName() + "_limit").(type) {
	case schema.OptInt:
		return " LIMIT " + Repr2(int64(v))
	}
	return ""
}

// updating is the work on one UPDATE.
type updating struct {
	c       *compiler
	s       *expr.Update
	def     *schema.Table
	k       kw
	extra   []expr.From
	qualify bool // MySQL writes table.column when several tables take part
}

func (up *updating) assignments() []string {
	c, s := up.c, up.s
	if !c.o.HasColumnKeys && s.Values == nil {
		return up.allColumns()
	}
	given := map[string]expr.Expr{}
	for _, key := range c.o.ColumnKeys {
		given[key] = nil
	}
	var out []string
	var tables []expr.Assign
	for _, a := range s.Values {
		switch col, isCol := a.Target.(*expr.Column); {
		case isCol && up.otherTable(col):
			tables = append(tables, a)
		case a.Target != nil && a.Column == "":
			out = append(out, up.target(a))
		default:
			given[a.Column] = a.Value
		}
	}
	out = append(out, up.multiTable(tables)...)
	for _, col := range up.order() {
		key := col.KeyName()
		if v, ok := given[key]; ok {
			delete(given, key)
			out = append(out, up.name(col)+"="+up.value(col, v))
			continue
		}
		if t, ok := up.onUpdate(col); ok {
			out = append(out, up.name(col)+"="+t)
		}
	}
	c.checkConsumed(given, s.Values)
	return out
}

func (up *updating) otherTable(col *expr.Column) bool {
	if col.Table == nil {
		return false
	}
	t, ok := col.Table.(*expr.Table)
	return !ok || t.Def != up.def
}

func (up *updating) allColumns() []string {
	var out []string
	for _, col := range up.def.Columns {
		b := &expr.Bind{Name: col.KeyName(), Type: col.Type}
		out = append(out, up.c.d.quoteTri(col.Name, col.Quote)+"="+up.c.bind(b, kw{insideCTE: up.k.insideCTE}))
	}
	return out
}

// order is the table's order of columns, or the given one for ordered_values.
func (up *updating) order() []*schema.Column {
	if !up.s.Ordered {
		return up.def.Columns
	}
	var out []*schema.Column
	seen := map[*schema.Column]bool{}
	for _, a := range up.s.Values {
		if col := up.def.Column(a.Column); a.Column != "" && col != nil && !seen[col] {
			seen[col] = true
			out = append(out, col)
		}
	}
	for _, col := range up.def.Columns {
		if !seen[col] {
			out = append(out, col)
		}
	}
	return out
}

func (up *updating) name(col *schema.Column) string {
	n := up.c.d.quoteTri(col.Name, col.Quote)
	switch {
	case !up.qualify:
		return n
	case tableName(up.s.Table) != nil:
		// Without the schema: SQLAlchemy qualifies by the table's own name.
		return up.c.d.quoteTri(up.def.Name.Name, up.def.Name.Quote) + "." + n
	}
	return up.c.fromIdent(up.s.Table) + "." + n
}

func (up *updating) value(col *schema.Column, v expr.Expr) string {
	b, isBind := v.(*expr.Bind)
	switch {
	case v == nil || isBind && b.Fresh:
		return up.c.crudBind(col, b, col.KeyName(), up.k)
	case isBind:
		return up.c.namedBind(col, b, col.KeyName(), up.k)
	}
	return up.c.expr(expr.SelfGroup(v, expr.OpNone), up.k)
}

func (up *updating) onUpdate(col *schema.Column) (string, bool) {
	switch d := col.OnUpdate.(type) {
	case schema.ClauseDefault:
		if e, ok := d.Expr.(expr.Expr); ok {
			return up.c.expr(expr.SelfGroup(e, expr.OpNone), up.k), true
		}
	case schema.ScalarDefault, schema.CallableDefault:
		return up.c.prefetchBind(col, d, col.KeyName(), up.k), true
	}
	return "", false
}

// tableName is the plain table of a statement (or the first of a join), nil for
// an alias.
func tableName(f expr.From) *expr.Table {
	switch x := f.(type) {
	case *expr.Table:
		return x
	case *expr.Join:
		return tableName(x.Left)
	}
	return nil
}

// target renders an assignment to an expression, such as an array element.
func (up *updating) target(a expr.Assign) string {
	k := kw{insideCTE: up.k.insideCTE, noTable: !up.qualify} // no literal_binds on this side
	left := up.c.expr(a.Target, k)
	t := expr.TypeOf(a.Target)
	v := a.Value
	if b, ok := v.(*expr.Bind); ok && (b.Fresh || b.Type.IsNull()) {
		n := *b
		if n.Fresh {
			n.Fresh, n.Unique = false, true
		}
		n.Type = t
		v = &n
	}
	return left + "=" + up.c.expr(expr.SelfGroup(v, expr.OpNone), up.k)
}

// multiTable renders assignments to columns of further tables (MySQL).
func (up *updating) multiTable(as []expr.Assign) []string {
	var out []string
	for _, a := range as {
		col := a.Target.(*expr.Column)
		if !up.qualify {
			up.c.fail("CompileError", "Backend does not support additional tables in the SET clause; cannot include columns from table(s) '%s' in SET clause",
				expr.FromName(col.Table))
			return nil
		}
		def := &schema.Column{Name: col.Name, Key: col.Key, Type: col.Type}
		name := up.c.fromName(col.Table) + "_" + def.KeyName()
		val := ""
		b, isBind := a.Value.(*expr.Bind)
		switch {
		case isBind && b.Fresh:
			val = up.c.crudBind(def, b, name, up.k)
		case isBind:
			val = up.c.namedBind(def, b, name, up.k)
		default:
			val = up.c.expr(expr.SelfGroup(a.Value, expr.OpNone), up.k)
		}
		out = append(out, up.c.column(col, up.k)+"="+val)
	}
	return out
}

func (c *compiler) deleteStmt(s *expr.Delete, k kw) string {
	toplevel := len(c.stack) == 0
	extra := extraFroms(s.Table, s.Wheres)
	set := fromSet(append([]expr.From{s.Table}, extra...)...)
	c.push(&frame{asFrom: set, correlate: set, hasWhere: len(s.Wheres) > 0})
	level := len(c.stack)
	k = kw{literal: k.literal, insideCTE: k.insideCTE}
	fk := k
	fk.asFrom, fk.isCrud, fk.hints = true, true, tableHints(s.Hints, s.Table)
	text := "DELETE " + c.prefixes(s.Prefixes, k) + "FROM "
	if len(extra) > 0 && c.d.isMySQL() {
		text += c.hintFull(s.Table)
	} else {
		text += c.from(s.Table, fk)
	}
	for _, cte := range s.CTEs {
		c.cte(cte, k)
	}
	if len(extra) > 0 {
		text += c.deleteUsing(s.Table, extra, fk)
	}
	if t := c.conditions(s.Wheres, k); t != "" {
		text += " WHERE " + t
	}
	text += c.dmlLimit(s.Options, s.Limit)
	if r := c.returning(s.Returning, k); r != "" {
		text += " " + r
	}
	text = c.withClause(level, toplevel, false) + text
	c.pop()
	return text
}

// hintFull is the name of a FROM object as MySQL's DELETE repeats it.
func (c *compiler) hintFull(f expr.From) string {
	if t, ok := f.(*expr.Table); ok {
		return c.d.TableName(t.Def.Name)
	}
	return c.fromIdent(f)
}

func (c *compiler) deleteUsing(table expr.From, extra []expr.From, k kw) string {
	word := ""
	switch {
	case c.d.Name == "postgresql":
		word = " USING "
	case c.d.isMySQL():
		word = " USING "
		extra = append([]expr.From{table}, extra...)
	case c.d.Name == "default_enhanced":
		word = " , "
	default:
		return c.fail("NotImplementedError", "This backend does not support multiple-table criteria within DELETE")
	}
	var parts []string
	for _, f := range extra {
		parts = append(parts, c.from(f, k))
	}
	return word + strings.Join(parts, ", ")
}
