package catalog

import "slices"

// apart gives a row another key than those that there are, if it can: a CHECK has
// perhaps asked for one that another row has.
func (sd *seeder) apart(q *query, t *Table, r *Row, rules *witnessRules) bool {
	old, key := q.conflict(t, rules.keys, r)
	if old == nil {
		return true
	}
	for _, name := range key.Columns {
		i := sd.s.position(t, name)
		if f, _ := foreignKeyOf(t, name); i < 0 || f != nil || t.Columns[i].Generated.text() != "" {
			continue
		}
		was := r.Cells[i]
		for _, v := range q.nearby(t, name) {
			w, msg := sd.s.convert(v, sd.s.typeOf(t.Columns[i].Type.text()), false)
			if msg != "" {
				continue
			}
			r.Cells[i] = w
			if old, _ := q.conflict(t, rules.keys, r); old == nil && !slices.ContainsFunc(t.Constraints, func(c *Constraint) bool { return c.Kind == "check" && q.checkRow(t, c, r) != nil }) {
				return true
			}
		}
		r.Cells[i] = was
	}
	return false
}

// nearby lists contents for a column that a CHECK speaks of: the literals there,
// and the numbers on both sides of them. A BOOLEAN or an enum has few enough to
// list all.
func (q *query) nearby(t *Table, name string) []Value {
	var out []Value
	if i := q.s.position(t, name); i >= 0 {
		switch ti := q.s.typeOf(t.Columns[i].Type.text()); ti.class {
		case classBool:
			out = append(out, boolean(true), boolean(false))
		case classEnum:
			for _, l := range ti.labels {
				out = append(out, text(l))
			}
		}
	}
	for _, c := range t.Constraints {
		if c.Kind != "check" || !slices.ContainsFunc(usedColumns(c.Expr), func(n string) bool { return q.s.sameName(n, name) }) {
			continue
		}
		for _, v := range q.literalsIn(c.Expr) {
			out = append(out, v)
			for n := int64(2); v.numeric() && n < 2+rowsPerTable; n++ {
				out = append(out, q.arithmetic("+", v, integer(n)), q.arithmetic("-", v, integer(n)))
			}
		}
	}
	return out
}
