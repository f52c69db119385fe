package catalog

import (
	"slices"

	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// from evaluates the items of FROM; without any there is one row.
func (q *query) from(sources []sqlread.Source, outer *scope) (*rowset, error) {
	rel := &rowset{tuples: []tuple{{}}}
	for _, src := range sources {
		r, err := q.source(src, outer)
		if err != nil {
			return nil, err
		}
		rel = cross(rel, r)
		q.work += len(rel.tuples)
	}
	return rel, nil
}

func cross(a, b *rowset) *rowset {
	out := &rowset{shape: append(slices.Clone(a.shape), b.shape...), unknown: first(a.unknown, b.unknown)}
	for _, x := range a.tuples {
		for _, y := range b.tuples {
			if len(out.tuples) >= maxTuples {
				out.unknown = "too many rows in a join"
				return out
			}
			out.tuples = append(out.tuples, append(slices.Clone(x), y...))
		}
	}
	return out
}

// source evaluates one item of FROM.
func (q *query) source(src sqlread.Source, outer *scope) (*rowset, error) {
	switch src := src.(type) {
	case *sqlread.FromTable:
		return q.fromTable(src)
	case *sqlread.FromQuery:
		r, err := q.run(src.Query, outer)
		if err != nil {
			return nil, err
		}
		if len(src.Columns) > 0 {
			d := *r
			d.Columns = src.Columns
			r = &d
		}
		return resultRelation(r, src.Alias), nil
	case *sqlread.FromJoin:
		return q.join(src, outer)
	case *sqlread.FromOpaque:
		return &rowset{shape: tuple{{alias: src.Alias}}, unknown: "a source in FROM is not understood"}, nil
	}
	return &rowset{unknown: "a source in FROM is not understood"}, nil
}

func resultRelation(r *Result, alias string) *rowset {
	rel := &rowset{shape: tuple{{alias: alias, names: r.Columns, types: r.Types}}, unknown: r.Unknown}
	for i, row := range r.Rows {
		st := scopeTable{alias: alias, names: r.Columns, types: r.Types, cells: row}
		if i < len(r.Origins) {
			st.seeds = r.Origins[i]
		}
		rel.tuples = append(rel.tuples, tuple{st})
	}
	return rel
}

// fromTable finds a CTE, a view or a table.
func (q *query) fromTable(src *sqlread.FromTable) (*rowset, error) {
	alias := first(src.Alias, src.Name.Name)
	if r := q.cte(src.Name); r != nil {
		return resultRelation(r, alias), nil
	}
	s := q.s
	k := s.fold(src.Name)
	for _, kind := range [...]string{"view ", "materialized view "} {
		if v := s.objects.get(kind + k); v != nil {
			return q.fromView(v, alias)
		}
	}
	if s.isSequenceTable(src.Name) {
		return s.sequenceRows(alias), nil
	}
	if src.Name.Schema == "information_schema" || src.Name.Schema == "pg_catalog" || src.Name.Name == "sqlite_master" || len(src.Name.Name) > 3 && src.Name.Name[:3] == "pg_" {
		return &rowset{shape: tuple{{alias: alias}}, unknown: "the system catalogue is not modelled"}, nil
	}
	t, err := s.mustTable(src.Name)
	if err != nil {
		return nil, err
	}
	if t == nil {
		return &rowset{shape: tuple{{alias: alias}}, unknown: "table " + src.Name.String() + " may not exist"}, nil
	}
	return q.tableRelation(t, alias), nil
}

// target is the table that an INSERT, UPDATE or DELETE changes, ready to be
// changed, after its WITH. Without a table the statement is done: with the result,
// or with the error.
func (q *query) target(name sqlread.QName, with []sqlread.CTE) (*Table, *Result, error) {
	if q.s.isSequenceTable(name) {
		return nil, &Result{Affected: 1}, nil
	}
	if len(with) > 0 {
		if err := q.withCTEs(with, false); err != nil {
			return nil, nil, err
		}
	}
	t, err := q.s.mustTable(name)
	if err != nil || t == nil {
		return nil, nil, err
	}
	return q.s.edit(t), nil, nil
}

// isSequenceTable is true for SQLite's table of AUTOINCREMENT counters.
func (s *State) isSequenceTable(n sqlread.QName) bool {
	return s.Dialect == sqlread.SQLite && n.Name == "sqlite_sequence"
}

// sequenceRows gives the counters of the tables that have rows.
func (s *State) sequenceRows(alias string) *rowset {
	r := &Result{Columns: []string{"name", "seq"}, Types: []string{"text", "integer"}}
	for _, k := range s.Tables() {
		t := s.tables.get(k)
		for i, c := range t.Columns {
			if c.AutoInc.text() != "" && len(t.Rows) > 0 {
				r.Rows = append(r.Rows, []Value{text(t.Name.Name), integer(int64(max(t.counter, t.nextNumber(i)-1)))})
			}
		}
	}
	return resultRelation(r, alias)
}

func (q *query) fromView(v *Object, alias string) (*rowset, error) {
	if v.Query == nil {
		return &rowset{shape: tuple{{alias: alias}}, unknown: "view " + v.Name.String() + " is not understood"}, nil
	}
	r, err := q.run(v.Query, nil)
	if err != nil {
		return nil, err
	}
	return resultRelation(r, alias), nil
}

func (q *query) tableRelation(t *Table, alias string) *rowset {
	rel := &rowset{shape: tuple{{alias: alias, table: t}}}
	if t.Open {
		rel.unknown = "rows of table " + t.Name.String() + " are not known"
	}
	if q.s.RowsTainted != "" {
		rel.unknown = first(rel.unknown, "rows may have changed ("+q.s.RowsTainted+")")
	}
	for _, r := range t.Rows {
		if r.Maybe {
			rel.unknown = first(rel.unknown, "a row may have been deleted")
		}
		rel.tuples = append(rel.tuples, tuple{{alias: alias, table: t, row: r}})
	}
	for _, k := range q.s.partitions(t) {
		p := q.s.tables.get(k)
		for _, r := range p.Rows {
			rel.tuples = append(rel.tuples, tuple{{alias: alias, table: p, row: r}})
		}
	}
	return rel
}

// join evaluates a join by nested loops.
func (q *query) join(j *sqlread.FromJoin, outer *scope) (*rowset, error) {
	a, err := q.source(j.Left, outer)
	if err != nil {
		return nil, err
	}
	b, err := q.source(j.Right, outer)
	if err != nil {
		return nil, err
	}
	out := &rowset{shape: append(slices.Clone(a.shape), b.shape...), unknown: first(a.unknown, b.unknown)}
	if j.Natural {
		out.unknown = first(out.unknown, "NATURAL JOIN")
	}
	hit := make([]bool, len(b.tuples))
	for _, x := range a.tuples {
		found := false
		for i, y := range b.tuples {
			t := append(slices.Clone(x), y...)
			switch q.joinCond(j, t, len(x), outer) {
			case Maybe:
				out.unknown = first(out.unknown, "the condition of a join is not decided")
				fallthrough
			case True:
				found, hit[i] = true, true
				if len(out.tuples) >= maxTuples {
					out.unknown = "too many rows in a join"
					return out, nil
				}
				out.tuples = append(out.tuples, t)
			}
		}
		if !found && (j.Kind == "left" || j.Kind == "full") {
			out.tuples = append(out.tuples, append(slices.Clone(x), emptyTuple(b.shape)...))
		}
	}
	if j.Kind == "right" || j.Kind == "full" {
		for i, y := range b.tuples {
			if !hit[i] {
				out.tuples = append(out.tuples, append(emptyTuple(a.shape), y...))
			}
		}
	}
	return out, nil
}

func (q *query) joinCond(j *sqlread.FromJoin, t tuple, left int, outer *scope) Truth {
	result := True
	for _, name := range j.Using {
		x := q.lookup(&scope{tables: t[:left], outer: outer}, "", name)
		y := q.lookup(&scope{tables: t[left:], outer: outer}, "", name)
		result = and(result, equal(x, y, q.s.Dialect))
	}
	if j.On != nil {
		result = and(result, truthOf(q.eval(j.On, &scope{tables: t, outer: outer})))
	}
	return result
}

// expandItems replaces * by columns.
func (q *query) expandItems(items []sqlread.Item, shape tuple) ([]sqlread.Item, error) {
	var out []sqlread.Item
	for _, it := range items {
		star, ok := it.X.(*sqlread.Star)
		if !ok {
			out = append(out, it)
			continue
		}
		for _, st := range shape {
			if star.Table != "" && st.alias != star.Table {
				continue
			}
			for _, name := range q.columnNames(st) {
				out = append(out, sqlread.Item{X: &sqlread.Column{Table: st.alias, Name: name}, Alias: name})
			}
		}
	}
	return out, nil
}

func (q *query) columnNames(st scopeTable) []string {
	if st.table == nil {
		return st.names
	}
	var out []string
	for _, c := range st.table.Columns {
		out = append(out, c.Name)
	}
	return out
}

// lookup gives the content of a column.
func (q *query) lookup(sc *scope, table, name string) Value {
	for at := sc; at != nil; at = at.pass() {
		for _, st := range at.tables {
			if table != "" && !q.s.sameName(st.alias, table) {
				continue
			}
			if v, ok := q.cell(st, name); ok {
				return v
			}
		}
	}
	q.noColumn(sc, table, name)
	return anything
}

// cell is the content of a column of one row of the scope.
func (q *query) cell(st scopeTable, name string) (Value, bool) {
	s := q.s
	if st.table != nil {
		for i, c := range st.table.Columns {
			if !s.sameName(c.Name, name) {
				continue
			}
			if st.row == nil {
				return null, true
			}
			if c.Generated.text() != "" && c.gen != nil {
				return q.generated(st, c), true
			}
			if i < len(st.row.Cells) {
				return st.row.Cells[i], true
			}
			return anything, true
		}
		return anything, false
	}
	for i, n := range st.names {
		if s.sameName(n, name) {
			if i < len(st.cells) {
				return st.cells[i], true
			}
			return null, true
		}
	}
	return anything, false
}

// generated computes a generated column.
func (q *query) generated(st scopeTable, c *Column) Value {
	if q.depth > 50 {
		return anything
	}
	q.depth++
	defer func() { q.depth-- }()
	return q.eval(c.gen, &scope{tables: tuple{st}})
}

// noColumn fails for a column that is certainly not there; one of an open
// table is assumed.
func (q *query) noColumn(sc *scope, table, name string) {
	if q.err != nil || sc == nil || q.s.Tainted != "" {
		return
	}
	for at := sc; at != nil; at = at.outer {
		for _, st := range at.tables {
			if table != "" && st.alias != table {
				continue
			}
			if st.table == nil && st.names == nil {
				return // a source that was not understood
			}
			if st.table != nil && st.table.Open {
				if cur := q.s.tables.get(q.s.fold(st.table.Name)); cur != nil && !cur.gone["column "+name] {
					q.s.column(cur, name)
					return
				}
			}
		}
	}
	q.err = failf("ProgrammingError", name, "column %q does not exist", name)
}

// exprType is the type of a result column, empty if not known.
func (q *query) exprType(x sqlread.Expr, shape tuple) string {
	switch x := x.(type) {
	case *sqlread.Column:
		for _, st := range shape {
			if x.Table != "" && st.alias != x.Table {
				continue
			}
			if st.table != nil {
				for _, c := range st.table.Columns {
					if q.s.sameName(c.Name, x.Name) {
						return c.Type.text()
					}
				}
				continue
			}
			for i, n := range st.names {
				if n == x.Name && i < len(st.types) {
					return st.types[i]
				}
			}
		}
	case *sqlread.Cast:
		return canonType(x.Type, q.s.Dialect)
	case *sqlread.Call:
		switch x.Name {
		case "count":
			return "bigint"
		case "coalesce", "max", "min", "ifnull", "nullif":
			for _, a := range x.Args {
				if t := q.exprType(a, shape); t != "" {
					return t
				}
			}
		}
	}
	return ""
}
