package catalog

import "slices"

// emptyRow is the witness that has NULL wherever it may: the last one, or one
// before that where the last has no parent for its key, which is NULL there.
func (s *State) emptyRow(t *Table) int {
	n := rowsPerTable - 1
	for _, k := range t.keys() {
		n = min(n, s.keysOfKind(t, k)-1) // there are no further rows
	}
	for range 3 {
		i := slices.IndexFunc(t.Constraints, func(c *Constraint) bool {
			if c.Kind != "foreign" || len(c.Columns) != 1 || len(c.RefColumns) != 1 || s.fold(c.RefTable) == s.fold(t.Name) {
				return false
			}
			_, single := keyRole(t, t.keys(), c.Columns[0])
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

// keysOfKind is how many keys there can be, as far as it matters: a key of BOOLEANs,
// enums or columns with a list of what they may hold permits only some.
func (s *State) keysOfKind(t *Table, k *Constraint) int {
	n := 1
	for _, name := range k.Columns {
		i := s.position(t, name)
		if i < 0 || t.Columns[i].NotNull.text() == "" && k.Kind != "primary" {
			return rowsPerTable
		}
		switch ti := s.typeOf(t.Columns[i].Type.text()); ti.class {
		case classBool:
			n *= 2
		case classEnum:
			n *= max(len(ti.labels), 1)
		default:
			list := memberCheck(t, name)
			if list == nil {
				return rowsPerTable
			}
			n *= len(list)
		}
		if n >= rowsPerTable {
			return rowsPerTable
		}
	}
	return n
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
				orphan := func(r *Row) bool { return r.Seed != 0 && q.checkReference(t, c, r) != nil }
				if !slices.ContainsFunc(t.Rows, orphan) {
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
				t.Rows = slices.DeleteFunc(t.Rows, orphan)
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
