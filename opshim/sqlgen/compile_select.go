package sqlgen

import (
	"strings"

	"github.com/mrt-tools/mrt/opshim/expr"
)

// query renders what returns rows.
func (c *compiler) query(q expr.Query, k kw) string {
	defer c.leave()
	if !c.enter() {
		return ""
	}
	switch x := q.(type) {
	case *expr.Select:
		return c.selectStmt(x, k)
	case *expr.Compound:
		return c.compoundStmt(x, k)
	case *expr.GroupedQuery:
		return "(" + c.query(x.Query, k) + ")"
	case *expr.TextSelect:
		return c.textSelect(x, k)
	case *expr.ValuesQuery:
		return c.valuesRows(x.Values, kw{literal: k.literal, insideCTE: k.insideCTE})
	case *expr.Insert:
		return c.insert(x, k)
	case *expr.Update:
		return c.update(x, k)
	case *expr.Delete:
		return c.deleteStmt(x, k)
	}
	return c.fail("Unsupported", "query %T", q)
}

func (c *compiler) selectStmt(s *expr.Select, k kw) string {
	toplevel := len(c.stack) == 0
	embedded := k.compound > 0 || k.insertInto
	asFrom := k.asFrom
	st := &selectState{stmt: s, columns: expr.SelectColumns(s.Columns)}
	st.froms = selectFroms(s, st.columns)
	froms := c.displayFroms(st, k)
	st.ambiguous = c.aliases(froms)
	f := c.top()
	set := fromSet(froms...)
	all := map[any]bool{}
	for key := range set {
		all[key] = true
	}
	for key := range f.correlate {
		all[key] = true
	}
	c.push(&frame{asFrom: set, correlate: all, sel: st, hasWhere: len(s.Wheres) > 0})
	level := len(c.stack)
	k = kw{literal: k.literal, insideCTE: k.insideCTE, noSchema: k.noSchema, lateral: k.lateral}
	k.lateral = false
	for _, cte := range s.CTEs {
		c.cte(cte, k)
	}
	text := "SELECT " + c.selectHints(s) + c.prefixes(s.Prefixes, k) + c.distinct(s, k)
	var cols []string
	for _, cp := range expr.Plan(st.columns, s.LabelStyle, true) {
		cols = append(cols, c.selectColumn(cp, asFrom, k))
	}
	text += strings.Join(cols, ", ")
	if len(cols) == 0 {
		text = strings.TrimRight(text, " ")
	}
	text += c.selectBody(s, froms, k)
	text += c.statementHints(s)
	if !embedded || toplevel {
		text = c.withClause(level, toplevel, false) + text
	}
	if len(s.Suffixes) > 0 {
		text += " " + c.prefixes(s.Suffixes, k)
	}
	c.pop()
	return text
}

func (c *compiler) aliases(froms []expr.From) map[string]string {
	names := ambiguousNames(froms)
	if len(names) == 0 {
		return nil
	}
	out := map[string]string{}
	for _, f := range froms {
		for _, o := range fromObjects(f) {
			if t, ok := o.(*expr.Table); ok && t.Def.Name.Schema == "" && names[t.Def.Name.Name] {
				out[t.Def.Name.Name] = c.anonName(t.Def, t.Def.Name.Name, 0)
			}
		}
	}
	return out
}

func (c *compiler) distinct(s *expr.Select, k kw) string {
	if len(s.DistinctOn) > 0 && c.d.Name == "postgresql" {
		return "DISTINCT ON (" + c.joined(s.DistinctOn, ", ", k) + ") "
	}
	if s.Distinct || len(s.DistinctOn) > 0 {
		return "DISTINCT "
	}
	return ""
}

func (c *compiler) prefixes(ps []expr.Prefix, k kw) string {
	var parts []string
	for _, p := range ps {
		if p.Dialect == "" || p.Dialect == "*" || p.Dialect == c.d.pyName() {
			parts = append(parts, c.expr(p.Expr, k))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return strings.Join(parts, " ") + " "
}

func (c *compiler) selectHints(*expr.Select) string { return "" }

func (c *compiler) statementHints(s *expr.Select) string {
	var parts []string
	for _, h := range s.Hints {
		if h.From == nil && (h.Dialect == "*" || h.Dialect == "" || h.Dialect == c.d.pyName()) {
			parts = append(parts, h.Text)
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return " " + strings.Join(parts, " ")
}

func (c *compiler) selectBody(s *expr.Select, froms []expr.From, k kw) string {
	text := ""
	fk := k
	fk.asFrom = true
	fk.hints = s.Hints
	if len(froms) > 0 {
		var parts []string
		for _, f := range froms {
			parts = append(parts, c.from(f, fk))
		}
		text += " \nFROM " + strings.Join(parts, ", ")
	} else if c.d.isMySQL() && len(s.Wheres) > 0 {
		text += " FROM DUAL"
	}
	if t := c.conditions(s.Wheres, k); t != "" {
		text += " \nWHERE " + t
	}
	if g := c.joined(s.GroupBy, ", ", k); g != "" {
		text += " GROUP BY " + g
	}
	if t := c.conditions(s.Havings, k); t != "" {
		text += " \nHAVING " + t
	}
	if o := c.orderList(s.OrderBy, k); o != "" {
		text += " ORDER BY " + o
	}
	text += c.rowLimit(s.Limit, s.Offset, s.Fetch, k)
	if s.ForUpdate != nil {
		text += c.forUpdate(s.ForUpdate, k)
	}
	return text
}

// orderList renders ORDER BY elements: a label of the select stands there by its
// name.
func (c *compiler) orderList(es []expr.Expr, k kw) string {
	var parts []string
	for _, e := range es {
		ek := k
		if l := orderLabel(e); l != nil && !k.inColumns {
			if ref := c.selectedLabel(l); ref != nil {
				ek.labelRef = l
			}
		}
		if s := c.expr(e, ek); s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, ", ")
}

func orderLabel(e expr.Expr) *expr.Label {
	for range maxNesting {
		switch x := e.(type) {
		case *expr.Label:
			return x
		case *expr.Unary:
			if x.Op != expr.OpNone {
				return nil
			}
			e = x.Elem
		default:
			return nil
		}
	}
	return nil
}

// selectedLabel finds a label among the columns of the current select.
func (c *compiler) selectedLabel(l *expr.Label) *expr.Label {
	st := c.top().sel
	if st == nil {
		return nil
	}
	for _, e := range st.columns {
		x, ok := e.(*expr.Label)
		if !ok {
			continue
		}
		if x == l || x.Name != "" && x.Name == l.Name && (x.Elem == l.Elem || expr.Ident(x.Elem) == expr.Ident(l.Elem)) {
			return x
		}
	}
	return nil
}

const unresolvedLabel = "Can't resolve label reference for ORDER BY / GROUP BY / DISTINCT etc. Textual SQL expression %s should be " +
	"explicitly declared as text(%s)"

// labelRef renders a string in ORDER BY or GROUP BY: the label or column of that
// name in the select.
func (c *compiler) labelRef(x *expr.LabelRef, k kw) string {
	if len(c.stack) == 0 {
		return c.expr(x.Elem, k)
	}
	f := c.top()
	if f.names != nil {
		if col := f.names[x.Text]; col != nil {
			k.noTable = true
			return c.column(col, k)
		}
	}
	if f.sel != nil {
		if !k.inColumns {
			for i := len(f.sel.columns) - 1; i >= 0; i-- {
				e := f.sel.columns[i]
				if refKey(e) == x.Text {
					k.labelRef = e
					return c.expr(e, k)
				}
			}
		}
		for _, fr := range f.sel.froms {
			for _, col := range expr.ColumnsOf(fr) {
				if keyOf(col) == x.Text {
					return c.column(col, k)
				}
			}
		}
	}
	r := Repr(x.Text)
	return c.fail("CompileError", unresolvedLabel, r, r)
}

// refKey is the name by which a string can mean a column of the select list.
func refKey(e expr.Expr) string {
	switch x := e.(type) {
	case *expr.Label:
		return x.Name
	case *expr.Column:
		if x.Literal {
			return ""
		}
		if x.Table != nil {
			return expr.TableLabel(x)
		}
		return keyOf(x)
	}
	return ""
}

func keyOf(x *expr.Column) string {
	if x.Key != "" {
		return x.Key
	}
	return x.Name
}

func (c *compiler) compoundStmt(s *expr.Compound, k kw) string {
	toplevel := len(c.stack) == 0
	f := c.top()
	names := map[string]*expr.Column{}
	sub := &expr.Subquery{Query: s}
	for _, col := range expr.ColumnsOf(sub) {
		names[keyOf(col)] = col
	}
	c.push(&frame{asFrom: f.asFrom, correlate: f.correlate, names: names})
	level := len(c.stack)
	base := kw{literal: k.literal, insideCTE: k.insideCTE, noSchema: k.noSchema}
	for _, cte := range s.CTEs {
		c.cte(cte, base)
	}
	var parts []string
	n := -1
	for i, q := range s.Queries {
		qk := base
		qk.asFrom = k.asFrom
		qk.compound = i + 1
		parts = append(parts, c.query(groupedPart(q), qk))
		if cols := len(expr.QueryColumns(q)); n < 0 {
			n = cols
		} else if cols != n && !hasText(q) && !hasText(s.Queries[0]) {
			c.fail("CompileError", "All selectables passed to CompoundSelect must have identical numbers of columns; select #1 has %d columns, select #%d has %d",
				n, i+1, cols)
		}
	}
	text := strings.Join(parts, " "+s.Keyword+" ")
	bk := base
	bk.noTable = true
	if g := c.joined(s.GroupBy, ", ", bk); g != "" {
		text += " GROUP BY " + g
	}
	if o := c.orderList(s.OrderBy, bk); o != "" {
		text += " ORDER BY " + o
	}
	text += c.rowLimit(s.Limit, s.Offset, s.Fetch, bk)
	if s.ForUpdate != nil {
		text += c.forUpdate(s.ForUpdate, bk)
	}
	text = c.withClause(level, toplevel, true) + text
	c.pop()
	return text
}

// groupedPart puts a query that ends in ORDER BY or LIMIT, or that is a compound
// itself, into parentheses.
func groupedPart(q expr.Query) expr.Query {
	switch x := q.(type) {
	case *expr.Select:
		if len(x.OrderBy) == 0 && x.Limit == nil && x.Offset == nil && x.Fetch == nil {
			return q
		}
	case *expr.Compound:
	default:
		return q
	}
	return &expr.GroupedQuery{Query: q}
}

// hasText reports whether a query's columns cannot be counted.
func hasText(q expr.Query) bool {
	s, ok := q.(*expr.Select)
	if !ok {
		return true
	}
	for _, e := range s.Columns {
		if _, isText := e.(*expr.Text); isText {
			return true
		}
	}
	return false
}

func (c *compiler) textSelect(s *expr.TextSelect, k kw) string {
	toplevel := len(c.stack) == 0
	c.push(&frame{asFrom: map[any]bool{}, correlate: map[any]bool{}})
	level := len(c.stack)
	for _, cte := range s.CTEs {
		c.cte(cte, kw{literal: k.literal})
	}
	text := c.text(s.Text, kw{literal: k.literal})
	text = c.withClause(level, toplevel, false) + text
	c.pop()
	return text
}
