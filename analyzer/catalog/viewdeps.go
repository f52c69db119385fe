package catalog

import (
	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// viewDeps lists the columns that a query reads, as "table.column", by what
// the tables have at the moment. A query that was not understood has none:
// then nothing is said to depend on it.
func (s *State) viewDeps(q *sqlread.Query) map[string]bool {
	d := &deps{s: s, out: map[string]bool{}}
	d.query(q, 0)
	return d.out
}

// deps collects what queries read.
type deps struct {
	s   *State
	out map[string]bool
}

// named is a table under the name that a query gives it.
type named struct {
	alias string
	table *Table
}

func (d *deps) query(q *sqlread.Query, depth int) {
	if q == nil || depth > 40 {
		return
	}
	for _, c := range q.With {
		d.query(c.Query, depth+1)
	}
	d.query(q.Left, depth+1)
	d.query(q.Right, depth+1)
	var tables []named
	for _, src := range q.From {
		tables = d.source(src, tables, depth)
	}
	exprs := append([]sqlread.Expr{q.Where, q.Having}, q.GroupBy...)
	exprs = append(exprs, q.DistinctOn...)
	for _, it := range q.Items {
		exprs = append(exprs, it.X)
	}
	for _, o := range q.OrderBy {
		exprs = append(exprs, o.X)
	}
	for _, src := range q.From {
		exprs = append(exprs, joinConds(src, 0)...)
	}
	for _, x := range exprs {
		d.expr(x, tables, depth)
	}
}

// source collects the tables of an item of FROM.
func (d *deps) source(src sqlread.Source, tables []named, depth int) []named {
	switch src := src.(type) {
	case *sqlread.FromTable:
		if t := d.s.tables.get(d.s.fold(src.Name)); t != nil {
			tables = append(tables, named{first(src.Alias, src.Name.Name), t})
		}
	case *sqlread.FromQuery:
		d.query(src.Query, depth+1)
	case *sqlread.FromJoin:
		tables = d.source(src.Left, tables, depth)
		tables = d.source(src.Right, tables, depth)
		for _, name := range src.Using {
			for _, n := range tables {
				d.use(n.table, name)
			}
		}
	}
	return tables
}

func joinConds(src sqlread.Source, depth int) []sqlread.Expr {
	j, ok := src.(*sqlread.FromJoin)
	if !ok || depth > 40 {
		return nil
	}
	out := append(joinConds(j.Left, depth+1), joinConds(j.Right, depth+1)...)
	if j.On != nil {
		out = append(out, j.On)
	}
	return out
}

// use notes a column if the table has it.
func (d *deps) use(t *Table, name string) bool {
	for _, c := range t.Columns {
		if d.s.sameName(c.Name, name) {
			d.out[d.s.fold(t.Name)+"."+c.Name] = true
			return true
		}
	}
	return false
}

// expr collects the columns of an expression.
func (d *deps) expr(x sqlread.Expr, tables []named, depth int) {
	sqlread.Walk(x, func(e sqlread.Expr) {
		switch e := e.(type) {
		case *sqlread.Column:
			for _, n := range tables {
				if (e.Table == "" || e.Table == n.alias) && d.use(n.table, e.Name) {
					break
				}
			}
		case *sqlread.Star:
			for _, n := range tables {
				if e.Table != "" && e.Table != n.alias {
					continue
				}
				for _, c := range n.table.Columns {
					d.use(n.table, c.Name)
				}
			}
		case *sqlread.Sub:
			d.query(e.Query, depth+1)
		case *sqlread.Exists:
			d.query(e.Query, depth+1)
		case *sqlread.In:
			d.query(e.Query, depth+1)
		}
	})
}

// renameDep lets the views follow a renamed column or, with names empty, a
// renamed table.
func (s *State) renameDep(oldKey, newKey, old, name string) {
	for _, k := range s.objectsBy(byKind, "view") {
		o := s.objects.get(k)
		var next map[string]bool
		for dep := range o.Deps {
			to := ""
			switch {
			case old != "" && dep == oldKey+"."+old:
				to = newKey + "." + name
			case old == "" && len(dep) > len(oldKey) && dep[:len(oldKey)+1] == oldKey+".":
				to = newKey + dep[len(oldKey):]
			default:
				continue
			}
			if next == nil {
				next = map[string]bool{}
				for d := range o.Deps {
					next[d] = true
				}
			}
			delete(next, dep)
			next[to] = true
		}
		if next != nil {
			s.editObject(o).Deps = next
		}
	}
}
