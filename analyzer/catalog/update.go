package catalog

import (
	"slices"

	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// update is UPDATE.
func (q *query) update(st *sqlread.Update) (*Result, error) {
	s := q.s
	t, done, err := q.target(st.Table, st.With)
	if t == nil {
		return done, err
	}
	for _, a := range st.Set {
		for _, name := range a.Columns {
			u, i, err := s.mustColumn(t, name)
			if err != nil {
				return nil, err
			}
			t = u
			if t.Columns[i].Generated.text() != "" {
				return nil, failf("ProgrammingError", s.fold(t.Name)+"."+name, "column %q can only be updated to DEFAULT", name)
			}
		}
	}
	res, err := q.updateRows(t, st)
	if err != nil {
		return nil, err
	}
	for _, k := range s.partitions(t) {
		p := s.edit(s.tables.get(k))
		more, err := q.updateRows(p, st)
		if err != nil {
			return nil, err
		}
		res.rows = append(res.rows, more.rows...)
	}
	flag := ""
	if st.Where == nil {
		flag = "all rows"
	}
	for _, a := range st.Set {
		for _, name := range a.Columns {
			fills := ""
			if len(a.Columns) == 1 && q.fills(t, st, name, a.Value) {
				fills = "fills"
			}
			s.emitRows(RowsUpdated, t, "column "+s.fold(t.Name)+"."+name, res.rows, flag, fills)
		}
	}
	return res, q.err
}

// updateRows changes the rows of one table.
func (q *query) updateRows(t *Table, st *sqlread.Update) (*Result, error) {
	s := q.s
	others, err := q.otherSources(t, st)
	if err != nil {
		return nil, err
	}
	if others.unknown != "" {
		s.giveUpRows("rows: " + others.unknown)
	}
	if st.Limited {
		s.giveUpRows("rows: UPDATE with LIMIT")
	}
	res := &Result{}
	old := slices.Clone(t.Rows)
	alias := first(st.Alias, st.Table.Name)
	changed := map[int]bool{}
	res.Unsure = others.unknown != "" || st.Limited || t.Open
	for i, r := range old {
		next, err := q.updateRow(t, r, st, alias, others, res)
		if err != nil {
			return nil, blame(err, r)
		}
		if next == r {
			continue
		}
		if st.Limited { // it or another one
			next = next.with(slices.Clone(next.Cells))
			for j := range next.Cells {
				if j < len(r.Cells) && r.Cells[j].key() != next.Cells[j].key() {
					next.Cells[j] = anything
				}
			}
		}
		t.setRow(i, next)
		changed[i] = true
		res.rows = append(res.rows, r)
		res.Affected++
		if len(st.Returning) > 0 {
			q.returning(res, st.Returning, t, next)
		}
	}
	if err := q.afterUpdate(t, st, old, changed); err != nil {
		return nil, err
	}
	for i := range old {
		if changed[i] && i < len(t.Rows) {
			s.deferUpdate(t, old, old[i], t.Rows[i])
		}
	}
	return res, q.err
}

// otherSources are the tables of FROM, or of MySQL's joins.
func (q *query) otherSources(t *Table, st *sqlread.Update) (*rowset, error) {
	if st.Joins != nil {
		return q.joinedSources(st.Joins)
	}
	if len(st.From) == 0 {
		return &rowset{tuples: []tuple{{}}}, nil
	}
	return q.from(st.From, nil)
}

// joinedSources evaluates a whole join; its rows begin with the target.
func (q *query) joinedSources(src sqlread.Source) (*rowset, error) {
	rel, err := q.source(src, nil)
	if err != nil {
		return nil, err
	}
	rel.shape = nil
	return rel, nil
}

// updateRow gives the row after the update, or the same row if it is not concerned.
func (q *query) updateRow(t *Table, r *Row, st *sqlread.Update, alias string, others *rowset, res *Result) (*Row, error) {
	for _, o := range others.tuples {
		tables := append(tuple{{alias: alias, table: t, row: r}}, o...)
		if st.Joins != nil {
			if len(o) == 0 || !containsRow(o, r, alias) {
				continue
			}
			tables = o
		}
		sc := &scope{tables: tables}
		hit := True
		if st.Where != nil {
			hit = truthOf(q.eval(st.Where, sc))
		}
		switch hit {
		case True:
			return q.assign(t, r, st.Set, sc)
		case Maybe:
			res.Unsure = true
			return q.maybeAssign(t, r, st.Set), nil
		}
	}
	return r, q.err
}

func containsRow(o tuple, r *Row, alias string) bool {
	for _, st := range o {
		if st.row == r && st.alias == alias {
			return true
		}
	}
	return false
}

// maybeAssign forgets the columns that may have been changed.
func (q *query) maybeAssign(t *Table, r *Row, set []sqlread.Assign) *Row {
	cells := slices.Clone(r.Cells)
	for _, a := range set {
		for _, name := range a.Columns {
			if i := q.s.position(t, name); i >= 0 && i < len(cells) {
				cells[i] = anything
			}
		}
	}
	return r.with(cells)
}

// assign computes SET for one row.
func (q *query) assign(t *Table, r *Row, set []sqlread.Assign, sc *scope) (*Row, error) {
	s := q.s
	cells := slices.Clone(r.Cells)
	for _, a := range set {
		vals, err := q.assigned(t, a, sc)
		if err != nil {
			return nil, err
		}
		for j, name := range a.Columns {
			i := s.position(t, name)
			if i < 0 || i >= len(cells) {
				continue
			}
			w, err := s.coerce(vals[j], t.Columns[i], t, true)
			if err != nil {
				return nil, err
			}
			if w.Known() && cells[i].Known() && w.Kind == cells[i].Kind && w.key() == cells[i].key() {
				w.Tok = cells[i].Tok // the same content again
			}
			cells[i] = w
			if s.Dialect.IsMySQL() {
				// MySQL evaluates from left to right on the changed row.
				sc = replaceRow(sc, r, r.with(slices.Clone(cells)))
			}
		}
	}
	if q.err != nil {
		return nil, q.err
	}
	return r.with(cells), nil
}

func replaceRow(sc *scope, old, next *Row) *scope {
	c := *sc
	c.tables = slices.Clone(sc.tables)
	for i, st := range c.tables {
		if st.row != nil && st.row.Seed == old.Seed && (st.row == old || len(st.row.Cells) == len(next.Cells) && i == 0) {
			c.tables[i].row = next
		}
	}
	return &c
}

// assigned gives one value for each column of an assignment.
func (q *query) assigned(t *Table, a sqlread.Assign, sc *scope) ([]Value, error) {
	if len(a.Columns) == 1 {
		if a.Value == nil {
			i := q.s.position(t, a.Columns[0])
			if i < 0 {
				return []Value{anything}, nil
			}
			v, err := q.defaultCell(t, t.Columns[i], i)
			return []Value{v}, err
		}
		return []Value{q.eval(a.Value, sc)}, nil
	}
	out := make([]Value, len(a.Columns))
	for i := range out {
		out[i] = anything
	}
	switch x := a.Value.(type) {
	case *sqlread.Row:
		for i := range out {
			if i < len(x.Items) {
				out[i] = q.eval(x.Items[i], sc)
			}
		}
	case *sqlread.Sub:
		r, err := q.sub(x.Query, sc)
		if err != nil {
			return nil, err
		}
		for i := range out {
			switch {
			case r.Unknown != "":
			case len(r.Rows) == 0:
				out[i] = null
			case i < len(r.Rows[0]):
				out[i] = r.Rows[0][i]
			}
		}
	}
	return out, nil
}

// afterUpdate checks constraints and follows ON UPDATE.
func (q *query) afterUpdate(t *Table, st *sqlread.Update, old []*Row, changed map[int]bool) error {
	var cols []string
	for _, a := range st.Set {
		cols = append(cols, a.Columns...)
	}
	touches := func(list []string) bool {
		return slices.ContainsFunc(list, func(n string) bool {
			return slices.ContainsFunc(cols, func(c string) bool { return q.s.sameName(n, c) })
		})
	}
	for i := range t.Rows {
		if !changed[i] {
			continue
		}
		for j, c := range t.Columns {
			if c.NotNull.text() == "yes" && t.Rows[i].Cells[j].IsNull() && c.Generated.text() == "" {
				return &Failure{Class: "IntegrityError", Object: q.s.fold(t.Name) + "." + c.Name, Rows: true, Seeds: seedsOf(t.Rows[i]),
					Message: "null value in column \"" + c.Name + "\" violates not-null constraint"}
			}
		}
		for _, c := range t.Constraints {
			switch {
			case c.Kind == "check" && touches(usedColumns(c.Expr)):
				if err := q.checkRow(t, c, t.Rows[i]); err != nil {
					return err
				}
			case c.Kind == "foreign" && touches(c.Columns):
				if err := q.checkReference(t, c, t.Rows[i]); err != nil && !c.Deferred {
					return err
				}
			}
		}
	}
	for _, c := range t.keys() {
		if touches(c.Columns) && !c.Deferred {
			if err := q.checkUnique(t, c); err != nil {
				return err
			}
			if err := q.childrenAfterUpdate(t, c, old, changed); err != nil {
				return err
			}
		}
	}
	return nil
}
