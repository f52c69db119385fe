package inverse

import (
	"slices"
	"strconv"
	"strings"

	"github.com/mrt-tools/mrt/analyzer/catalog"
	"github.com/mrt-tools/mrt/analyzer/symex"
	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// rows undoes what the statements of a step did to rows that were there.
func (p *planner) rows(i int) {
	stmts := p.in.Moments[i].Stmts
	for n := len(stmts) - 1; n >= 0; n-- {
		switch st := stmts[n].Stmt.(type) {
		case *sqlread.Insert:
			p.uninsert(i, st, stmts[n])
			p.within(i, st.With)
			if st.Query != nil {
				p.within(i, st.Query.With)
			}
		case *sqlread.Select:
			if st.Query != nil {
				p.within(i, st.Query.With)
			}
		case *sqlread.Update:
			p.unupdate(i, st, stmts[n])
		case *sqlread.Delete:
			p.undelete(i, st.Table)
		case *sqlread.Truncate:
			for _, t := range st.Tables {
				p.undelete(i, t)
			}
		}
	}
}

// within undoes what the parts of WITH deleted.
func (p *planner) within(i int, with []sqlread.CTE) {
	for _, w := range with {
		if d, ok := w.Stmt.(*sqlread.Delete); ok {
			p.undelete(i, d.Table)
		}
	}
}

// oldTable is a table that was there before the revision; nil for others,
// which go with all their rows.
func (p *planner) oldTable(i int, n sqlread.QName) *catalog.Table {
	s := p.at(i)
	t := s.Lookup(s.Key(n))
	if t == nil || t.New || p.now.Lookup(s.Key(n)) == nil {
		return nil
	}
	return t
}

// uninsert deletes rows by the key that they were inserted with.
func (p *planner) uninsert(i int, st *sqlread.Insert, tr symex.Traced) {
	t := p.oldTable(i, st.Table)
	if t == nil || st.Query == nil {
		if t != nil {
			p.lost("rows inserted into " + st.Table.String())
		}
		return
	}
	columns := st.Columns
	if columns == nil {
		for _, c := range t.Columns {
			columns = append(columns, c.Name)
		}
	}
	where := p.inserted(t, columns, st, tr)
	if where == "" {
		p.lost("rows inserted into " + st.Table.String())
		return
	}
	p.releaseKeys(t, where)
	p.take(sqlOp("DELETE FROM " + p.d.TableName(tableName(t.Name)) + " WHERE " + where))
	if len(st.Set) > 0 || st.Replace {
		p.undelete(i, st.Table)
	}
}

// inserted is the condition that finds inserted rows; empty if there is none.
func (p *planner) inserted(t *catalog.Table, columns []string, st *sqlread.Insert, tr symex.Traced) string {
	if st.Query.Values == nil {
		return p.selected(columns, st.Query)
	}
	key := p.identifying(t, columns, st)
	if key == nil {
		return ""
	}
	var rows []string
	var single []string
	for _, row := range st.Query.Values {
		var conds []string
		for j, name := range columns {
			if j >= len(row) || !slices.Contains(key, name) {
				continue
			}
			v := p.value(row[j], tr.Binds)
			if v == "" {
				return ""
			}
			single = append(single, v)
			if v == "NULL" {
				conds = append(conds, p.d.Quote(name)+" IS NULL")
			} else {
				conds = append(conds, p.d.Quote(name)+" = "+v)
			}
		}
		rows = append(rows, strings.Join(conds, " AND "))
	}
	if len(key) == 1 && len(rows) > 1 && !slices.Contains(single, "NULL") {
		return p.d.Quote(key[0]) + " IN (" + strings.Join(single, ", ") + ")"
	}
	if len(rows) > 1 {
		return "(" + strings.Join(rows, ") OR (") + ")"
	}
	return rows[0]
}

// identifying are the columns that tell inserted rows from others: what
// ON CONFLICT names, the primary key, a unique key, else all that have a value.
func (p *planner) identifying(t *catalog.Table, columns []string, st *sqlread.Insert) []string {
	has := func(names []string) bool {
		for _, n := range names {
			if !slices.Contains(columns, n) {
				return false
			}
		}
		return len(names) > 0
	}
	if has(st.Target) {
		return st.Target
	}
	if pk := t.Primary(); has(pk) {
		return pk
	}
	for _, c := range t.Constraints {
		if c.Kind == "unique" && has(c.Columns) {
			return c.Columns
		}
	}
	for _, ix := range t.Indexes {
		var names []string
		for _, k := range ix.Keys {
			names = append(names, k.Column)
		}
		if ix.Unique && ix.Where == "" && has(names) {
			return names
		}
	}
	return columns
}

// selected finds rows that a query inserted by the constants among its items.
func (p *planner) selected(columns []string, q *sqlread.Query) string {
	var conds []string
	for j, it := range q.Items {
		if v := literal(it.X); j < len(columns) && v != "" && v != "NULL" {
			conds = append(conds, p.d.Quote(columns[j])+" = "+v)
		}
	}
	return strings.Join(conds, " AND ")
}

// value writes a literal or a parameter as SQL; empty if it is neither.
func (p *planner) value(x sqlread.Expr, binds catalog.Binds) string {
	b, ok := strip(x).(*sqlread.Bind)
	if !ok {
		return literal(x)
	}
	if binds == nil {
		return ""
	}
	switch v := binds(b); v.Kind {
	case catalog.Null:
		return "NULL"
	case catalog.Text:
		return quote(v.S)
	case catalog.Bool:
		if !p.postgres() {
			return map[bool]string{true: "1", false: "0"}[v.B]
		}
		return v.String()
	case catalog.Int, catalog.Dec, catalog.Float:
		return v.String()
	}
	return ""
}

// releaseKeys lets go of rows that are about to be deleted: rows that an
// application wrote meanwhile may refer to them.
func (p *planner) releaseKeys(t *catalog.Table, where string) {
	if !p.in.Room {
		return
	}
	k := p.now.Key(sqlread.QName{Schema: t.Name.Schema, Name: t.Name.Name})
	for _, name := range p.now.Tables() {
		child := p.now.Lookup(name)
		for _, c := range child.Constraints {
			if c.Kind != "foreign" || p.now.Key(c.RefTable) != k || len(c.Columns) != 1 || c.OnDelete != "" && c.OnDelete != "restrict" {
				continue
			}
			ref := c.RefColumns
			if len(ref) == 0 {
				ref = t.Primary()
			}
			if len(ref) != 1 {
				continue
			}
			table, column := p.d.TableName(tableName(child.Name)), p.d.Quote(c.Columns[0])
			in := column + " IN (SELECT " + p.d.Quote(ref[0]) + " FROM " + p.d.TableName(tableName(t.Name)) + " WHERE " + where + ")"
			if p.mysql() && name == k {
				in = column + " IN (SELECT " + p.d.Quote(ref[0]) + " FROM (SELECT " + p.d.Quote(ref[0]) + " FROM " + p.d.TableName(tableName(t.Name)) + " WHERE " + where + ") AS gone)"
			}
			if col := child.Find(c.Columns[0]); col != nil && known(col.NotNull) == "" {
				p.take(sqlOp("UPDATE " + table + " SET " + column + " = NULL WHERE " + in))
			} else {
				p.take(sqlOp("DELETE FROM " + table + " WHERE " + in))
			}
		}
	}
}

// undelete puts rows back of which an earlier statement kept a copy.
func (p *planner) undelete(i int, n sqlread.QName) {
	t := p.oldTable(i, n)
	if t == nil {
		return
	}
	k := p.at(i).Key(n)
	for _, c := range p.copies {
		if c.from != k || c.step > i || c.step == i && !c.moved {
			continue
		}
		if sql := p.allFromCopy(t, c); sql != "" && p.take(sqlOp(sql)) {
			return
		}
	}
	p.lost("rows deleted from " + n.String())
}

// unupdate gives columns their old contents: by the reverse computation, or
// from what an earlier statement kept of them.
func (p *planner) unupdate(i int, st *sqlread.Update, tr symex.Traced) {
	t := p.oldTable(i, st.Table)
	if t == nil {
		return
	}
	old := p.in.Before.Lookup(p.at(i).Key(st.Table))
	var sets []string
	var rest []string
	for _, a := range st.Set {
		for _, name := range a.Columns {
			if old != nil && old.Find(name) == nil {
				continue // goes with its column
			}
			if set, where := p.returnedKey(name, a, st); set != "" {
				p.take(sqlOp("UPDATE " + p.d.TableName(tableName(t.Name)) + " SET " + p.d.Quote(name) + " = " + set + " WHERE " + where))
				continue
			}
			if s := p.reverse(t, name, a, st, tr.Binds); s != "" {
				sets = append(sets, p.d.Quote(name)+" = "+s)
			} else {
				rest = append(rest, name)
			}
		}
	}
	table := p.d.TableName(tableName(t.Name))
	for _, name := range rest {
		if !p.fromCopies(i, t, name) {
			p.lost("old values of column " + st.Table.String() + "." + name)
		}
	}
	if len(sets) == 0 {
		return
	}
	sql := "UPDATE " + table + " SET " + strings.Join(sets, ", ")
	if st.Where != nil {
		where := p.reversedWhere(st, tr.Text)
		if where == "" {
			p.lost("old values of " + st.Table.String())
			return
		}
		sql += " WHERE " + where
	}
	p.take(sqlOp(sql))
}

func (p *planner) fromCopies(i int, t *catalog.Table, column string) bool {
	k := p.now.Key(t.Name)
	for _, c := range p.copies {
		if c.from != k || c.step > i || c.step == i && !c.same {
			continue
		}
		if sql := p.fromCopy(t, column, c); sql != "" && p.take(sqlOp(sql)) {
			return true
		}
	}
	return false
}

// reverse computes the old value of a column from the new one; empty if that
// cannot be done.
func (p *planner) reverse(t *catalog.Table, name string, a sqlread.Assign, st *sqlread.Update, binds catalog.Binds) string {
	q := p.d.Quote(name)
	if len(a.Columns) != 1 || len(st.From) > 0 || st.Joins != nil {
		return ""
	}
	switch x := a.Value.(type) {
	case *sqlread.Column:
		return p.swapped(name, x.Name, st)
	case *sqlread.Unary:
		if isColumn(x.X, name) && (x.Op == "not" || x.Op == "-") {
			return strings.ToUpper(x.Op) + map[bool]string{true: " "}[x.Op == "not"] + q
		}
	case *sqlread.Lit:
		return p.unset(name, st, binds)
	case *sqlread.Binary:
		return p.reverseBinary(t, name, x)
	}
	return ""
}

// swapped undoes SET a = b, b = a: each column is read by exactly one other.
func (p *planner) swapped(name, from string, st *sqlread.Update) string {
	for _, a := range st.Set {
		if c, ok := a.Value.(*sqlread.Column); ok && c.Name == name && len(a.Columns) == 1 && (a.Columns[0] == from || from != name) {
			return p.d.Quote(a.Columns[0])
		}
	}
	return ""
}

// unset undoes SET a = new WHERE a = old.
func (p *planner) unset(name string, st *sqlread.Update, binds catalog.Binds) string {
	b, ok := st.Where.(*sqlread.Binary)
	if !ok || b.Op != "=" || !isColumn(b.X, name) {
		return ""
	}
	return p.value(b.Y, binds)
}

// opposite are the operators that undo each other.
var opposite = map[string]string{"+": "-", "-": "+", "*": "/", "/": "*"}

func (p *planner) reverseBinary(t *catalog.Table, name string, x *sqlread.Binary) string {
	q := p.d.Quote(name)
	v := literal(x.Y)
	switch {
	case isColumn(x.X, name) && v != "" && v != "NULL" && opposite[x.Op] != "":
		return q + " " + opposite[x.Op] + " " + v
	case isColumn(x.Y, name) && (x.Op == "+" || x.Op == "*") && literal(x.X) != "":
		return q + " " + opposite[x.Op] + " " + literal(x.X)
	case isColumn(x.X, name) && x.Op == "||":
		if l, ok := strip(x.Y).(*sqlread.Lit); ok && l.Kind == sqlread.Str {
			return "substr(" + q + ", 1, length(" + q + ") - " + length(l.Text) + ")"
		}
	case isColumn(x.Y, name) && x.Op == "||":
		if l, ok := strip(x.X).(*sqlread.Lit); ok && l.Kind == sqlread.Str {
			return "substr(" + q + ", " + length(l.Text+"x") + ")"
		}
	}
	return ""
}

// returnedKey undoes SET d = d - 'key' where the same statement keeps the value
// of the key in a column of its own.
func (p *planner) returnedKey(name string, a sqlread.Assign, st *sqlread.Update) (set, where string) {
	x, ok := a.Value.(*sqlread.Binary)
	if !ok || x.Op != "-" || !isColumn(x.X, name) || !p.postgres() {
		return "", ""
	}
	k, ok := strip(x.Y).(*sqlread.Lit)
	if !ok || k.Kind != sqlread.Str {
		return "", ""
	}
	for _, other := range st.Set {
		v, ok := strip(other.Value).(*sqlread.Binary)
		if !ok || len(other.Columns) != 1 || v.Op != "->>" && v.Op != "->" || !isColumn(v.X, name) {
			continue
		}
		if l, ok := strip(v.Y).(*sqlread.Lit); ok && l.Text == k.Text {
			q, kept := p.d.Quote(name), p.d.Quote(other.Columns[0])
			return q + " || jsonb_build_object(" + quote(k.Text) + ", " + kept + ")", kept + " IS NOT NULL"
		}
	}
	return "", ""
}

// reversedWhere is the condition of an UPDATE for the way back: the same, if
// it does not look at what was changed; for SET a = new WHERE a = old, a = new.
func (p *planner) reversedWhere(st *sqlread.Update, text string) string {
	used := columnsIn(st.Where)
	var changed []string
	for _, a := range st.Set {
		changed = append(changed, a.Columns...)
	}
	touched := false
	for _, n := range used {
		touched = touched || slices.Contains(changed, n)
	}
	if !touched {
		return whereText(text, p.read())
	}
	if len(st.Set) == 1 && len(st.Set[0].Columns) == 1 && len(used) == 1 {
		switch w := st.Where.(type) {
		case *sqlread.Is:
			if w.What == "null" && w.Not {
				return whereText(text, p.read())
			}
		case *sqlread.Binary:
			if v := literal(st.Set[0].Value); v != "" && w.Op == "=" {
				return p.d.Quote(st.Set[0].Columns[0]) + " = " + v
			}
		}
	}
	return ""
}

// whereText is what stands after WHERE, at the outermost level.
func whereText(sql string, d sqlread.Dialect) string {
	depth := 0
	for _, t := range sqlread.Tokens(sql, d) {
		switch {
		case t.Kind == sqlread.Punct && t.Value == "(":
			depth++
		case t.Kind == sqlread.Punct && t.Value == ")":
			depth--
		case depth == 0 && t.Kind == sqlread.Word && strings.EqualFold(t.Value, "where"):
			return strings.TrimSpace(sql[t.End:])
		}
	}
	return ""
}

// length is the number of characters of a text.
func length(s string) string { return strconv.Itoa(len([]rune(s))) }
