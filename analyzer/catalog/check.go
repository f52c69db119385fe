package catalog

import "github.com/mrt-tools/mrt/opshim/sqlread"

// checkRows checks the rows of a table against one constraint.
func (q *query) checkRows(t *Table, c *Constraint) error {
	switch c.Kind {
	case "check":
		for _, r := range t.Rows {
			if err := q.checkRow(t, c, r); err != nil {
				return err
			}
		}
	case "unique", "primary":
		return q.checkUnique(t, c)
	case "foreign":
		if q.s.Dialect == sqlread.SQLite && !q.s.ForeignKeys {
			return nil
		}
		for _, r := range t.Rows {
			if err := q.checkReference(t, c, r); err != nil {
				return err
			}
		}
	}
	return nil
}

// checkRow checks a CHECK on one row.
func (q *query) checkRow(t *Table, c *Constraint, r *Row) error {
	if c.Expr == nil || r.Maybe {
		return nil
	}
	sub := &query{s: q.quiet(), binds: q.binds}
	v := truthOf(sub.eval(c.Expr, &scope{tables: tuple{{alias: t.Name.Name, table: t, row: r}}}))
	if sub.err != nil || v != False {
		return nil
	}
	return &Failure{Class: "IntegrityError", Object: q.s.fold(t.Name) + "." + c.Name, Rows: true, Seeds: seedsOf(r),
		Message: "check constraint \"" + c.Name + "\" of relation \"" + t.Name.String() + "\" is violated by some row"}
}

// quiet is the state without a log, so that checks do not count as conditions of the script.
// It is good until the next call.
func (q *query) quiet() *State {
	if q.silent == nil {
		q.silent = new(State)
	}
	*q.silent = *q.s
	q.silent.Log = nil
	return q.silent
}

// checkUnique looks for two rows with the same key.
func (q *query) checkUnique(t *Table, c *Constraint) error {
	idx := make([]int, 0, len(c.Columns))
	for _, name := range c.Columns {
		i := q.s.position(t, name)
		if i < 0 {
			return nil
		}
		idx = append(idx, i)
	}
	seen := map[string]*Row{}
	for _, r := range t.Rows {
		k, ok := q.uniqueKey(r, idx, c)
		if !ok {
			continue
		}
		if c.Expr != nil {
			sub := &query{s: q.quiet(), binds: q.binds}
			if truthOf(sub.eval(c.Expr, &scope{tables: tuple{{alias: t.Name.Name, table: t, row: r}}})) != True {
				continue
			}
		}
		if first := seen[k]; first != nil {
			return &Failure{Class: "IntegrityError", Object: q.s.fold(t.Name) + "." + c.Name, Rows: true, Seeds: seedsOf(r, first),
				Message: "duplicate key violates unique constraint \"" + c.Name + "\" of \"" + t.Name.String() + "\""}
		}
		seen[k] = r
	}
	return nil
}

// checkExpressions looks for two rows with the same key in a unique index over
// expressions.
func (q *query) checkExpressions(t *Table, ix *Index) error {
	seen := map[string]*Row{}
	for _, r := range t.Rows {
		sub := &query{s: q.quiet(), binds: q.binds}
		sc := &scope{tables: tuple{{alias: t.Name.Name, table: t, row: r}}}
		if r.Maybe || ix.Pred != nil && truthOf(sub.eval(ix.Pred, sc)) != True {
			continue
		}
		key := &Row{}
		idx := make([]int, len(ix.Keys))
		for i, k := range ix.Keys {
			x := k.Expr
			if k.Column != "" {
				x = &sqlread.Column{Name: k.Column, Quoted: true}
			}
			key.Cells, idx[i] = append(key.Cells, sub.eval(x, sc)), i
		}
		k, ok := q.uniqueKey(key, idx, &Constraint{Constraint: sqlread.Constraint{Nulls: ix.Nulls}})
		if !ok || sub.err != nil {
			continue
		}
		if first := seen[k]; first != nil {
			return &Failure{Class: "IntegrityError", Object: q.s.fold(t.Name) + "." + ix.Name, Rows: true, Seeds: seedsOf(r, first),
				Message: "duplicate key violates unique index \"" + ix.Name + "\" of \"" + t.Name.String() + "\""}
		}
		seen[k] = r
	}
	return nil
}

// uniqueKey is the key of a row; ok is false if it takes no part (NULL, or not known).
func (q *query) uniqueKey(r *Row, idx []int, c *Constraint) (string, bool) {
	var room [64]byte
	b, ok := q.appendUniqueKey(room[:0], r, idx, c)
	if !ok {
		return "", false
	}
	return string(b), true
}

// appendUniqueKey appends the key of a row, if it takes part.
func (q *query) appendUniqueKey(b []byte, r *Row, idx []int, c *Constraint) ([]byte, bool) {
	if r.Maybe {
		return b, false
	}
	for _, i := range idx {
		if i >= len(r.Cells) {
			return b, false
		}
		v := &r.Cells[i]
		if v.IsNull() && !c.Nulls || !v.Known() && (v.Kind != Opaque || v.S == "") {
			return b, false
		}
		if v.Kind == Opaque {
			b = append(append(append(b, '?'), v.S...), 0)
			continue
		}
		if v.Kind == Text && q.s.Dialect.IsMySQL() {
			b = append(append(b, '\''), mysqlFold(v.S)...)
		} else {
			b = v.appendKey(b)
		}
		b = append(b, 0)
	}
	return b, true
}

// position is the index of a column, without assuming one.
func (s *State) position(t *Table, name string) int {
	for i, c := range t.Columns {
		if s.sameName(c.Name, name) {
			return i
		}
	}
	return -1
}

// checkReference looks for the parent of a row.
func (q *query) checkReference(t *Table, c *Constraint, r *Row) error {
	s := q.s
	if !s.checksKeys() || r.Maybe {
		return nil
	}
	parent := t
	if s.fold(c.RefTable) != s.fold(t.Name) {
		if parent = s.tables.get(s.fold(c.RefTable)); parent == nil {
			return nil
		}
	}
	if parent.Open || s.RowsTainted != "" {
		return nil
	}
	ref := c.RefColumns
	if len(ref) == 0 {
		if pk := parent.primary(); pk != nil {
			ref = pk.Columns
		}
	}
	if len(ref) != len(c.Columns) {
		return nil
	}
	var want []Value
	for _, name := range c.Columns {
		i := s.position(t, name)
		if i < 0 || i >= len(r.Cells) || r.Cells[i].IsNull() || !r.Cells[i].Known() {
			return nil
		}
		want = append(want, r.Cells[i])
	}
	if s.hasRow(parent, ref, want) != False {
		return nil
	}
	return &Failure{Class: "IntegrityError", Object: s.fold(t.Name) + "." + c.Name, Rows: true, Seeds: seedsOf(r),
		Message: "insert or update on table \"" + t.Name.String() + "\" violates foreign key constraint \"" + c.Name + "\""}
}

// hasRow reports whether a table has a row with these contents.
func (s *State) hasRow(t *Table, cols []string, want []Value) Truth {
	if s.keyed(t, cols, want) {
		return True
	}
	found := False
	for _, r := range t.Rows {
		m := True
		for i, name := range cols {
			j := s.position(t, name)
			if j < 0 || j >= len(r.Cells) {
				return Maybe
			}
			if r.Cells[j].IsNull() {
				m = False // no reference has it, where equality is undecided
				break
			}
			m = and(m, equal(r.Cells[j], want[i], s.Dialect))
		}
		if r.Maybe && m == True {
			m = Maybe
		}
		found = or(found, m)
	}
	return found
}
