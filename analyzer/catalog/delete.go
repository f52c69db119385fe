package catalog

import (
	"slices"

	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// maxCascade limits the depth of ON DELETE CASCADE.
const maxCascade = 30

// delete is DELETE.
func (q *query) delete(st *sqlread.Delete) (*Result, error) {
	s := q.s
	t, done, err := q.target(st.Table, st.With)
	if t == nil {
		return done, err
	}
	res := &Result{}
	for _, k := range append([]string{s.fold(t.Name)}, s.partitions(t)...) {
		if err := q.deleteFrom(s.edit(s.tables.get(k)), st, res); err != nil {
			return nil, err
		}
	}
	flag := ""
	if st.Where == nil {
		flag = "all rows"
	}
	s.emitRows(RowsDeleted, s.tables.get(s.fold(t.Name)), "table "+s.fold(t.Name), res.rows, flag)
	return res, q.err
}

func (q *query) deleteFrom(t *Table, st *sqlread.Delete, res *Result) error {
	s := q.s
	others := &rowset{tuples: []tuple{{}}}
	var err error
	switch {
	case st.Joins != nil:
		others, err = q.joinedSources(st.Joins)
	case len(st.Using) > 0:
		others, err = q.from(st.Using, nil)
	}
	if err != nil {
		return err
	}
	if others.unknown != "" {
		s.giveUpRows("rows: " + others.unknown)
	}
	if st.Limited {
		s.giveUpRows("rows: DELETE with LIMIT")
	}
	res.Unsure = res.Unsure || others.unknown != "" || st.Limited || t.Open
	var gone []*Row
	for i, r := range t.Rows {
		hit := q.deletes(t, r, st, others)
		if st.Limited && hit == True {
			hit = Maybe // it or another one
		}
		switch hit {
		case True:
			gone = append(gone, r)
			if len(st.Returning) > 0 {
				q.returning(res, aliased(st.Returning, st.Alias, t.Name.Name), t, r)
			}
		case Maybe:
			c := *r
			c.Maybe = true
			res.Unsure = true
			t.setRow(i, &c)
			s.deferParent(t, r, nil, Maybe)
		}
	}
	if q.err != nil {
		return q.err
	}
	if res.Columns == nil && len(st.Returning) > 0 {
		q.returningShape(res, aliased(st.Returning, st.Alias, t.Name.Name), t)
	}
	res.Affected += len(gone)
	res.rows = append(res.rows, gone...)
	return q.deleteRows(t, gone, false)
}

// returningShape names the columns of RETURNING when there are no rows.
func (q *query) returningShape(res *Result, items []sqlread.Item, t *Table) {
	shape := tuple{{alias: t.Name.Name, table: t}}
	items, _ = q.expandItems(items, shape)
	for _, it := range items {
		res.Columns = append(res.Columns, itemName(it))
		res.Types = append(res.Types, q.exprType(it.X, shape))
	}
}

// aliased lets RETURNING name the table by its alias.
func aliased(items []sqlread.Item, alias, name string) []sqlread.Item {
	out := slices.Clone(items)
	for i, it := range out {
		switch x := it.X.(type) {
		case *sqlread.Star:
			if x.Table == alias {
				out[i].X = &sqlread.Star{Table: name}
			}
		case *sqlread.Column:
			if x.Table == alias && alias != "" {
				out[i].X = &sqlread.Column{Table: name, Name: x.Name}
			}
		}
	}
	return out
}

// deletes reports whether a row goes.
func (q *query) deletes(t *Table, r *Row, st *sqlread.Delete, others *rowset) Truth {
	result := False
	alias := first(st.Alias, st.Table.Name)
	for _, o := range others.tuples {
		tables := append(tuple{{alias: alias, table: t, row: r}}, o...)
		if st.Joins != nil {
			if !containsRow(o, r, alias) {
				continue
			}
			tables = o
		}
		hit := True
		if st.Where != nil {
			hit = truthOf(q.eval(st.Where, &scope{tables: tables}))
		}
		if hit == Unknown {
			hit = False
		}
		result = or(result, hit)
		if result == True {
			return True
		}
	}
	return result
}

// deleteRows removes rows and does what foreign keys say about their children.
// silent leaves out what deferred constraints would do.
func (q *query) deleteRows(t *Table, gone []*Row, silent bool) error {
	if len(gone) == 0 {
		return nil
	}
	s := q.s
	t = s.edit(t)
	goes := make(map[*Row]bool, len(gone))
	for _, r := range gone {
		goes[r] = true
		s.deferParent(t, r, nil, True)
	}
	t.Rows = slices.DeleteFunc(slices.Clone(t.Rows), func(r *Row) bool { return goes[r] })
	if !s.checksKeys() {
		return nil
	}
	s.depth++
	defer func() { s.depth-- }()
	if s.depth > maxCascade {
		s.giveUpRows("rows: cascade nested too deep")
		return nil
	}
	key := s.fold(t.Name)
	for _, name := range s.referencing(key) {
		child := s.tables.get(name)
		for _, c := range child.Constraints {
			if c.Kind != "foreign" || s.fold(c.RefTable) != key {
				continue
			}
			if err := q.orphans(child, c, t, gone); err != nil {
				return err
			}
			child = s.tables.get(name)
		}
	}
	return nil
}

// orphans does the action of one foreign key for children of deleted rows.
func (q *query) orphans(child *Table, c *Constraint, parent *Table, gone []*Row) error {
	s := q.s
	hit := q.childrenOf(child, c, parent, gone)
	if len(hit) == 0 {
		return nil
	}
	switch c.OnDelete {
	case "cascade":
		return q.deleteRows(s.edit(child), hit, false)
	case "set null", "set default":
		u := s.edit(child)
		for i, r := range u.Rows {
			if !slices.Contains(hit, r) {
				continue
			}
			cells := slices.Clone(r.Cells)
			for _, name := range c.Columns {
				j := s.position(u, name)
				cells[j] = null
				if u.Columns[j].NotNull.text() == "yes" && c.OnDelete == "set null" {
					return &Failure{Class: "IntegrityError", Object: s.fold(u.Name) + "." + name, Rows: true, Seeds: seedsOf(r), Message: "null value in column \"" + name + "\" violates not-null constraint"}
				}
			}
			u.setRow(i, r.with(cells))
			s.deferUpdate(u, u.Rows, r, u.Rows[i])
		}
		return nil
	}
	if c.Deferred {
		return nil
	}
	// A child that a later cascade removes still counts with NO ACTION only at
	// the end of the statement; siblings that go with the same statement do not.
	return &Failure{Class: "IntegrityError", Object: s.fold(parent.Name), Rows: true, Seeds: seedsOf(append(slices.Clone(gone), hit...)...),
		Message: "update or delete on table \"" + parent.Name.String() + "\" violates foreign key constraint \"" + c.Name + "\" on table \"" + child.Name.String() + "\""}
}

// childrenOf lists the rows that reference one of the given rows.
func (q *query) childrenOf(child *Table, c *Constraint, parent *Table, rows []*Row) []*Row {
	s := q.s
	ref := c.RefColumns
	if len(ref) == 0 {
		if pk := parent.primary(); pk != nil {
			ref = pk.Columns
		}
	}
	if len(ref) != len(c.Columns) {
		return nil
	}
	var hit []*Row
	for _, r := range child.Rows {
		for _, p := range rows {
			m := True
			for i := range ref {
				a, b := s.position(child, c.Columns[i]), s.position(parent, ref[i])
				if a < 0 || b < 0 || a >= len(r.Cells) || b >= len(p.Cells) {
					m = False
					break
				}
				m = and(m, equal(r.Cells[a], p.Cells[b], s.Dialect))
			}
			if m == True && !slices.Contains(rows, r) {
				hit = append(hit, r)
				break
			}
		}
	}
	return hit
}

// childrenAfterUpdate does ON UPDATE for a key whose contents changed.
func (q *query) childrenAfterUpdate(t *Table, key *Constraint, old []*Row, changed map[int]bool) error {
	s := q.s
	if !s.checksKeys() {
		return nil
	}
	k := s.fold(t.Name)
	for _, name := range s.referencing(k) {
		child := s.tables.get(name)
		for _, c := range child.Constraints {
			if c.Kind != "foreign" || s.fold(c.RefTable) != k || !slices.Equal(c.RefColumns, key.Columns) && len(c.RefColumns) > 0 {
				continue
			}
			for i := range old {
				if !changed[i] || i >= len(t.Rows) || sameCells(s, t, old[i], t.Rows[i], key.Columns) {
					continue
				}
				hit := q.childrenOf(child, c, t, []*Row{old[i]})
				if len(hit) == 0 {
					continue
				}
				if c.OnUpdate != "cascade" {
					return &Failure{Class: "IntegrityError", Object: k, Rows: true, Seeds: seedsOf(old[i]),
						Message: "update or delete on table \"" + t.Name.String() + "\" violates foreign key constraint \"" + c.Name + "\""}
				}
				q.cascadeUpdate(s.edit(child), c, hit, t, t.Rows[i], key.Columns)
				child = s.tables.get(name)
			}
		}
	}
	return nil
}

func sameCells(s *State, t *Table, a, b *Row, cols []string) bool {
	for _, name := range cols {
		i := s.position(t, name)
		if i < 0 || i >= len(a.Cells) || i >= len(b.Cells) || a.Cells[i].key() != b.Cells[i].key() {
			return false
		}
	}
	return true
}

func (q *query) cascadeUpdate(child *Table, c *Constraint, hit []*Row, parent *Table, now *Row, key []string) {
	s := q.s
	for i, r := range child.Rows {
		if !slices.Contains(hit, r) {
			continue
		}
		cells := slices.Clone(r.Cells)
		for j, name := range c.Columns {
			if a, b := s.position(child, name), s.position(parent, key[min(j, len(key)-1)]); a >= 0 && b >= 0 {
				cells[a] = now.Cells[b]
			}
		}
		child.setRow(i, r.with(cells))
		s.deferUpdate(child, child.Rows, r, child.Rows[i])
	}
}

// implicitDelete is what SQLite does when a table is dropped while foreign keys are on.
func (q *query) implicitDelete(t *Table) error {
	if len(t.Rows) == 0 {
		return nil
	}
	return q.deleteRows(q.s.edit(t), slices.Clone(t.Rows), false)
}

// truncate is TRUNCATE.
func (q *query) truncate(st *sqlread.Truncate) error {
	s := q.s
	for _, n := range st.Tables {
		t, err := s.mustTable(n)
		if err != nil || t == nil {
			return err
		}
		if err := s.inUse(t, "TRUNCATE"); err != nil {
			return err
		}
		t = s.edit(t)
		for _, name := range s.referencing(s.fold(n)) {
			child := s.tables.get(name)
			for _, c := range child.Constraints {
				if c.Kind != "foreign" || s.fold(c.RefTable) != s.fold(n) || name == s.fold(n) ||
					slices.ContainsFunc(st.Tables, func(x sqlread.QName) bool { return s.fold(x) == name }) {
					continue
				}
				if !st.Cascade {
					if s.checksKeys() && s.Tainted == "" {
						return failf("NotSupportedError", n.String(), "cannot truncate a table referenced in a foreign key constraint")
					}
					continue
				}
				if err := q.truncate(&sqlread.Truncate{Tables: []sqlread.QName{child.Name}, Cascade: true}); err != nil {
					return err
				}
			}
		}
		for _, k := range s.partitions(t) {
			s.edit(s.tables.get(k)).Rows = nil
		}
		rows := t.Rows
		s.edit(s.tables.get(s.fold(n))).Rows = nil
		s.emitRows(TableTruncated, t, "table "+s.fold(n), rows, "all rows")
	}
	return nil
}
