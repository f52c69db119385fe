package catalog

import "slices"

// emptyRow is the witness that has NULL wherever it may: the last one, or one
// before that where the last has no parent for its key, which is NULL there.
func (s *State) emptyRow(t *Table) int {
	n := rowsPerTable - 1
	for range 3 {
		i := slices.IndexFunc(t.Constraints, func(c *Constraint) bool {
			if c.Kind != "foreign" || len(c.Columns) != 1 || len(c.RefColumns) != 1 || s.fold(c.RefTable) == s.fold(t.Name) {
				return false
			}
			_, single := keyRole(t, c.Columns[0])
			return single
		})
		if i < 0 {
			break
		}
		p := s.tables.get(s.fold(t.Constraints[i].RefTable))
		if p == nil || p.Open {
			break
		}
		j := s.position(p, t.Constraints[i].RefColumns[0])
		if j < 0 || p.Columns[j].NotNull.text() != "" || s.inPrimary(p, p.Columns[j].Name) {
			break
		}
		n -= 2
		t = p
	}
	return max(n, 0)
}

// foreignKeyOf finds the foreign key that a column is part of.
func foreignKeyOf(t *Table, name string) (*Constraint, int) {
	for _, c := range t.Constraints {
		if c.Kind == "foreign" {
			if i := slices.Index(c.Columns, name); i >= 0 {
				return c, i
			}
		}
	}
	return nil, 0
}

// keyRole tells whether a column must differ from row to row: as the only
// column of a key, or as the last one of it that is no foreign key.
func keyRole(t *Table, name string) (unique, single bool) {
	for _, k := range t.keys() {
		i := slices.Index(k.Columns, name)
		if i < 0 {
			continue
		}
		if len(k.Columns) == 1 {
			return true, true
		}
		free := -1
		for j, n := range k.Columns {
			if f, _ := foreignKeyOf(t, n); f == nil {
				free = j
			}
		}
		if free == i {
			unique = true
		}
	}
	return unique, false
}

// reference is the content of the referenced column in a row of the parent.
func (sd *seeder) reference(t *Table, c *Column, f *Constraint, at, n int) Value {
	s := sd.s
	nullable := c.NotNull.text() == "" && !s.inPrimary(t, c.Name)
	if nullable && sd.how.Level >= Distinct && n == 5 {
		return null
	}
	parent := s.tables.get(s.fold(f.RefTable))
	if parent == nil || parent.Open || len(f.RefColumns) == 0 && parent.primary() == nil {
		return opaque
	}
	ref := f.RefColumns
	if len(ref) == 0 {
		ref = parent.primary().Columns
	}
	if at >= len(ref) {
		return opaque
	}
	k := max(n-1, 0)
	if _, single := keyRole(t, c.Name); single || sd.how.Level <= Distinct {
		k = n
	} else if secondForeign(t, c.Name) {
		k = []int{0, 1, 1, 2, 3, 4}[min(n, 5)]
	}
	if n >= rowsPerTable {
		k = (n*5 + 1) % rowsPerTable
	}
	if parent == t || s.fold(parent.Name) == s.fold(t.Name) {
		if n == 0 {
			if nullable {
				return null
			}
			k = 0
		} else {
			k = min(n-1, rowsPerTable-1)
		}
	}
	i := s.position(parent, ref[at])
	if i < 0 || sd.tok > newToken-10 {
		return opaque
	}
	sd.tok++ // bounds a circle of references
	if pf, _ := foreignKeyOf(parent, parent.Columns[i].Name); pf != nil && s.fold(pf.RefTable) == s.fold(t.Name) {
		return integer(int64(k + 1))
	}
	return sd.cell(parent, parent.Columns[i], k).derived()
}

// secondForeign is true for the last column of a key that has only foreign keys.
func secondForeign(t *Table, name string) bool {
	for _, k := range t.keys() {
		if len(k.Columns) > 1 && k.Columns[len(k.Columns)-1] == name {
			return true
		}
	}
	return false
}

// removeOrphans withdraws witnesses whose parents did not come to be.
func (sd *seeder) removeOrphans() {
	s := sd.s
	keys := s.ForeignKeys
	s.ForeignKeys = true
	defer func() { s.ForeignKeys = keys }()
	q := &query{s: quietState(s)}
	for again := true; again; {
		again = false
		for _, k := range sortedKeys(sd.made) {
			t := s.tables.get(k)
			if t.Open {
				continue
			}
			for _, c := range t.Constraints {
				if c.Kind != "foreign" || sd.plain[s.fold(c.RefTable)] == nil {
					continue
				}
				n := len(t.Rows)
				t = s.edit(t)
				t.Rows = slices.Clone(t.Rows)
				for i, r := range t.Rows {
					if r.Seed != 0 && len(sd.how.Except) > 0 && q.checkReference(t, c, r) != nil {
						t.Rows[i] = sd.released(q, t, c, r)
					}
				}
				t.Rows = slices.DeleteFunc(t.Rows, func(r *Row) bool { return r.Seed != 0 && q.checkReference(t, c, r) != nil })
				again = again || len(t.Rows) < n
			}
		}
	}
}

// released is a witness without its reference to one that was withdrawn, where
// the rules of the table permit that.
func (sd *seeder) released(q *query, t *Table, c *Constraint, r *Row) *Row {
	cells := slices.Clone(r.Cells)
	for _, n := range c.Columns {
		i := sd.s.position(t, n)
		if i < 0 || i >= len(cells) || t.Columns[i].NotNull.text() != "" || sd.s.inPrimary(t, n) {
			return r
		}
		cells[i] = null
	}
	free := r.with(cells)
	for _, k := range t.Constraints {
		if k.Kind == "check" && q.checkRow(t, k, free) != nil {
			return r
		}
	}
	return free
}
