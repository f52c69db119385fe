package inverse

import (
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/analyzer/catalog"
	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// A copied is what a statement of the upgrade kept of the rows of a table.
type copied struct {
	step     int
	from, to string // keys of the tables
	pairs    []pair
	filtered bool // only some of the rows
	same     bool // within the rows of one table
	moved    bool // the rows were taken out of the table
}

// A pair is a column and where its contents went. back computes the old value
// of what stands in the copy; nil if it is the same.
type pair struct {
	from, to string
	back     func(text string) string
	document bool // it is a member of a JSON object there
}

func (c copied) pair(from string) (pair, bool) {
	for _, p := range c.pairs {
		if p.from == from {
			return p, true
		}
	}
	return pair{}, false
}

// at is the state in which a step begins.
func (p *planner) at(i int) *catalog.State {
	if i == 0 {
		return p.in.Before
	}
	return p.in.Moments[i-1].State
}

// findCopies looks through the upgrade for statements that keep contents.
func (p *planner) findCopies() []copied {
	var out []copied
	for i, m := range p.in.Moments {
		for _, st := range m.Stmts {
			if c, ok := p.copyOf(i, st.Stmt); ok {
				out = append(out, c)
			}
		}
	}
	return out
}

func (p *planner) copyOf(i int, st sqlread.Statement) (copied, bool) {
	s := p.at(i)
	switch st := st.(type) {
	case *sqlread.CreateTable:
		if st.As == nil || st.NoData {
			return copied{}, false
		}
		return p.queryCopy(i, s, nil, st.As, s.Key(st.Name), nil)
	case *sqlread.Insert:
		if st.Query == nil {
			return copied{}, false
		}
		to := s.Key(st.Table)
		columns := st.Columns
		if t := s.Lookup(to); columns == nil && t != nil {
			for _, c := range t.Columns {
				columns = append(columns, c.Name)
			}
		}
		return p.queryCopy(i, s, append(slices.Clone(st.With), st.Query.With...), st.Query, to, columns)
	case *sqlread.Update:
		return p.updateCopy(i, s, st)
	}
	return copied{}, false
}

// queryCopy reads INSERT … SELECT and CREATE TABLE AS over one table.
func (p *planner) queryCopy(i int, s *catalog.State, with []sqlread.CTE, q *sqlread.Query, to string, columns []string) (copied, bool) {
	if q.SetOp != "" || len(q.GroupBy) > 0 || q.Limit != nil || q.Distinct || len(q.From) != 1 {
		return copied{}, false
	}
	f, ok := q.From[0].(*sqlread.FromTable)
	if !ok {
		return copied{}, false
	}
	c := copied{step: i, to: to, filtered: q.Where != nil}
	name := f.Name
	for _, w := range with {
		if d, ok := w.Stmt.(*sqlread.Delete); ok && w.Name == f.Name.Name && f.Name.Schema == "" {
			name, c.moved = d.Table, true
		}
	}
	c.from = s.Key(name)
	t := s.Lookup(c.from)
	if t == nil {
		return copied{}, false
	}
	n := 0
	take := func(from, to string, back func(string) string) {
		if n < len(columns) {
			to = columns[n]
		}
		n++
		if from != "" {
			c.pairs = append(c.pairs, pair{from: from, to: to, back: back})
		}
	}
	for _, it := range q.Items {
		if _, star := it.X.(*sqlread.Star); star {
			for _, col := range t.Columns {
				take(col.Name, col.Name, nil)
			}
			continue
		}
		from, back := p.derived(t, it.X)
		take(from, first(it.Alias, from), back)
	}
	return c, len(c.pairs) > 0
}

// updateCopy reads UPDATE t SET kept = old.
func (p *planner) updateCopy(i int, s *catalog.State, st *sqlread.Update) (copied, bool) {
	if len(st.From) > 0 || st.Joins != nil {
		return copied{}, false
	}
	k := s.Key(st.Table)
	t := s.Lookup(k)
	if t == nil {
		return copied{}, false
	}
	c := copied{step: i, from: k, to: k, filtered: st.Where != nil, same: true}
	for _, a := range st.Set {
		if len(a.Columns) != 1 || a.Value == nil {
			continue
		}
		if from, back := p.derived(t, a.Value); from != "" && from != a.Columns[0] {
			c.pairs = append(c.pairs, pair{from: from, to: a.Columns[0], back: back})
		}
	}
	return c, len(c.pairs) > 0
}

// derived tells of which column an expression is made so that the old value
// can be computed from it, and how.
func (p *planner) derived(t *catalog.Table, x sqlread.Expr) (column string, back func(string) string) {
	switch x := x.(type) {
	case *sqlread.Column:
		if t.Find(x.Name) != nil {
			return x.Name, nil
		}
	case *sqlread.Cast:
		from, inner := p.derived(t, x.X)
		c := t.Find(from)
		if c == nil {
			return "", nil
		}
		return from, func(s string) string {
			s = "CAST(" + s + " AS " + p.castType(c) + ")"
			if inner != nil {
				s = inner(s)
			}
			return s
		}
	case *sqlread.Call:
		if len(x.Args) != 1 || !p.postgres() || x.Name != "to_jsonb" && x.Name != "array_to_json" {
			return "", nil
		}
		from, inner := p.derived(t, x.Args[0])
		c := t.Find(from)
		if c == nil || inner != nil {
			return "", nil
		}
		ty := known(c.Type)
		if item, ok := strings.CutSuffix(ty, "[]"); ok {
			return from, func(s string) string {
				return "CASE WHEN " + s + " IS NOT NULL THEN (SELECT coalesce(array_agg(v::" + item + " ORDER BY n), '{}') FROM jsonb_array_elements_text(" + s +
					") WITH ORDINALITY AS e(v, n)) END"
			}
		}
		return from, func(s string) string { return "(" + s + " #>> '{}')::" + ty }
	}
	return "", nil
}

// castType is the type of a column as CAST takes it.
func (p *planner) castType(c *catalog.Column) string {
	ty := known(c.Type)
	if !p.mysql() {
		return ty
	}
	base, _, _ := strings.Cut(ty, "(")
	switch strings.Fields(base + " x")[0] {
	case "int", "bigint", "smallint", "mediumint", "tinyint":
		return "SIGNED"
	case "varchar", "text", "longtext", "mediumtext", "tinytext":
		return "CHAR"
	}
	return ty
}

// keyOf pairs the primary key of a table with the columns of a copy; nil if
// the copy does not have all of it.
func (p *planner) keyOf(t *catalog.Table, c copied) []pair {
	var out []pair
	for _, k := range t.Primary() {
		x, ok := c.pair(k)
		if !ok || x.back != nil {
			return nil
		}
		out = append(out, x)
	}
	return out
}

// source writes "old value" for a column out of a copy called b.
func (p *planner) source(x pair, prefix string) string {
	s := prefix + p.d.Quote(x.to)
	if x.back != nil {
		s = x.back(s)
	}
	return s
}

// fromCopy is the statement that gives a column its contents back, for the
// rows that the copy has; empty if the copy cannot do that.
func (p *planner) fromCopy(t *catalog.Table, column string, c copied) string {
	x, ok := c.pair(column)
	if !ok || p.now.Lookup(c.to) == nil {
		return ""
	}
	table := p.d.TableName(tableName(t.Name))
	q := p.d.Quote(column)
	if c.same {
		sql := "UPDATE " + table + " SET " + q + " = " + p.source(x, "")
		if c.filtered {
			sql += " WHERE " + p.d.Quote(x.to) + map[bool]string{false: " IS NOT NULL", true: " LIKE '{%'"}[x.document]
		}
		return sql
	}
	keys := p.keyOf(t, c)
	b := p.now.Lookup(c.to)
	if keys == nil || b.Find(x.to) == nil {
		return ""
	}
	var on []string
	for _, k := range keys {
		on = append(on, "b."+p.d.Quote(k.to)+" = "+table+"."+p.d.Quote(k.from))
	}
	sql := "UPDATE " + table + " SET " + q + " = (SELECT " + p.source(x, "b.") + " FROM " + p.d.TableName(tableName(b.Name)) + " AS b WHERE " + strings.Join(on, " AND ") + ")"
	if (c.filtered || p.in.Room) && len(keys) == 1 {
		sql += " WHERE " + p.d.Quote(keys[0].from) + " IN (SELECT " + p.d.Quote(keys[0].to) + " FROM " + p.d.TableName(tableName(b.Name)) + ")"
	}
	return sql
}

// allFromCopy is the statement that puts whole rows back.
func (p *planner) allFromCopy(t *catalog.Table, c copied) string {
	b := p.now.Lookup(c.to)
	if b == nil || c.same {
		return ""
	}
	var into, out []string
	for _, col := range t.Columns {
		if known(col.Generated) != "" {
			continue
		}
		x, ok := c.pair(col.Name)
		if !ok || b.Find(x.to) == nil {
			return ""
		}
		into = append(into, p.d.Quote(col.Name))
		out = append(out, p.source(x, ""))
	}
	return "INSERT INTO " + p.d.TableName(tableName(t.Name)) + " (" + strings.Join(into, ", ") + ") SELECT " + strings.Join(out, ", ") + " FROM " + p.d.TableName(tableName(b.Name))
}

// refill gives a column that came back its contents.
func (p *planner) refill(k, column string) {
	t := p.now.Lookup(k)
	for _, c := range p.copies {
		if c.from != k || c.step >= p.step || t == nil {
			continue
		}
		if sql := p.fromCopy(t, column, c); sql != "" && p.take(sqlOp(sql)) {
			if !c.filtered {
				delete(p.unfed, k+"."+column)
			}
			return
		}
	}
	p.lost("contents of column " + k + "." + column)
}

// restore puts back the rows of tables that the step dropped, and what the
// step did to rows on the way.
func (p *planner) restore(i int) {
	for _, k := range p.made {
		t := p.now.Lookup(k)
		if t == nil {
			continue
		}
		found := false
		for _, c := range p.copies {
			if c.from != k || c.step >= i || c.filtered {
				continue
			}
			if sql := p.allFromCopy(t, c); sql != "" && p.take(sqlOp(sql)) {
				found = true
				p.counters(t)
				break
			}
		}
		if !found {
			p.lost("rows of table " + k)
		}
	}
	p.made = nil
}

// counters sets sequences of a table behind its rows.
func (p *planner) counters(t *catalog.Table) {
	if !p.postgres() {
		return
	}
	for _, c := range t.Columns {
		if !c.Owned() {
			continue
		}
		table, column := p.d.TableName(tableName(t.Name)), p.d.Quote(c.Name)
		p.take(sqlOp("SELECT setval(pg_get_serial_sequence(" + quote(table) + ", " + quote(c.Name) + "), (SELECT max(" + column + ") FROM " + table + "))"))
	}
}
