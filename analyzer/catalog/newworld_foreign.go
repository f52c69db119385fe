package catalog

import "slices"

// orphan writes a row that a dropped foreign key would refuse: its key is that of
// no parent. Where another key has taken its place, the row has a parent there.
func (w *writer) orphan(k string, c *Constraint) {
	t := w.s.tables.get(k)
	parent := w.s.tables.get(w.s.fold(c.RefTable))
	if !w.s.checksKeys() || parent == nil || parent.Open {
		return
	}
	q := &query{s: quietState(w.s)}
	set := map[int]Value{}
	var free []int // those of its columns that no key of now rules
	for _, name := range c.Columns {
		i := w.s.position(t, name)
		if i < 0 || t.Columns[i].Generated.text() != "" {
			return
		}
		f, _ := foreignKeyOf(t, name)
		if f == nil {
			free = append(free, i)
			continue
		}
		if set[i] = w.parent(t, f, null); set[i].IsNull() {
			return
		}
	}
	for n := range maxOrphans {
		for _, i := range free {
			set[i] = w.noParent(t, parent, c, i, n)
		}
		r := w.sample(t, set)
		if r == nil {
			return
		}
		bad := slices.ContainsFunc(t.Constraints, func(x *Constraint) bool { return x.Kind == "check" && q.checkRow(t, x, r) != nil })
		if !bad && q.checkReference(t, c, r) != nil {
			w.write(k, set, "a row violates the old "+c.Name)
			return
		}
	}
}

// maxOrphans is how many contents are tried for one row without a parent.
const maxOrphans = 6

// noParent is the nth content of a column that its parent may not have.
func (w *writer) noParent(t, parent *Table, c *Constraint, i, n int) Value {
	ti := w.s.typeOf(t.Columns[i].Type.text())
	switch ti.class {
	case classInt, classDec, classFloat:
		most := t.nextNumber(i)
		for _, name := range c.RefColumns {
			if j := w.s.position(parent, name); j >= 0 {
				most = max(most, parent.nextNumber(j))
			}
		}
		list := []int64{int64(most) + 40, 43, -1, 1, 0, 100}
		if v, msg := w.s.convert(integer(list[n]), ti, false); msg == "" {
			return v
		}
		return integer(list[n])
	case classText:
		v, _ := w.s.convert(text("no parent "+itoa(n)), ti, true)
		return v
	}
	return rawContent(ti, len(t.Rows)+20+n, len(t.Rows)+20+n, true)
}

// stray reports whether a row has no parent by a key that waits for the end of the
// transaction.
func (q *query) stray(t *Table, r *Row) bool {
	return slices.ContainsFunc(t.Constraints, func(c *Constraint) bool {
		return c.Kind == "foreign" && c.Deferred && q.checkReference(t, c, r) != nil
	})
}
