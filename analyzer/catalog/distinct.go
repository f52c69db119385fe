package catalog

import (
	"slices"
	"strings"
)

// distinct reports whether the rows of a table cannot be equal in all of some
// columns, so that a key over them cannot fail: another key holds already, or
// a column is new in this run and was filled with NULLs or with numbers of a
// sequence. together is true for a key to which NULLs are equal; made is the
// key in question, nil if the table does not have it yet.
func (s *State) distinct(t *Table, columns []string, together bool, made *Constraint) bool {
	if len(columns) == 0 {
		return false
	}
	for _, c := range t.Constraints {
		if c == made || c.Open || c.NotValid || c.Kind != "primary" && c.Kind != "unique" {
			continue
		}
		if s.within(c.Columns, columns) && (!together || c.Kind == "primary" || c.Nulls || s.neverNull(t, c.Columns)) {
			return true
		}
	}
	for _, ix := range t.Indexes {
		key := indexColumns(ix.IndexDef)
		if !ix.Unique || ix.Open || ix.Where != "" || key == nil || made != nil && ix.Name == made.Name {
			continue
		}
		if s.within(key, columns) && (!together || ix.Nulls || s.neverNull(t, key)) {
			return true
		}
	}
	return slices.ContainsFunc(columns, func(c string) bool { return s.freshKey(t, c, together) })
}

// WasUnique reports whether the rows of a table could not be equal in the columns
// of a key that it has in a later state, by the key's name.
func (s *State) WasUnique(later *State, table, key string) bool {
	t, now := s.tables.get(table), later.tables.get(table)
	if t == nil || now == nil {
		return false
	}
	if c := now.constraint(key); c != nil {
		return s.distinct(t, c.Columns, c.Nulls, nil)
	}
	if ix := now.index(key); ix != nil && plainKeys(ix.IndexDef) {
		return s.distinct(t, indexColumns(ix.IndexDef), ix.Nulls, nil)
	}
	return false
}

// within reports whether a key has columns, and only such as are in a list.
func (s *State) within(key, columns []string) bool {
	for _, k := range key {
		if !slices.ContainsFunc(columns, func(c string) bool { return s.sameName(c, k) }) {
			return false
		}
	}
	return len(key) > 0
}

func (s *State) neverNull(t *Table, columns []string) bool {
	for _, name := range columns {
		if i := s.position(t, name); i < 0 || t.Columns[i].NotNull.text() == "" {
			return false
		}
	}
	return true
}

// freshKey reports whether this run added a column, nothing has written to it
// since, and what it was filled with differs from row to row.
func (s *State) freshKey(t *Table, name string, together bool) bool {
	i := s.position(t, name)
	if i < 0 || !s.fresh(t, name) {
		return false
	}
	c := t.Columns[i]
	if c.seq != "" || c.Identity.text() != "" || strings.Contains(c.Default.text(), "gen_random_uuid(") || strings.Contains(c.Default.text(), "uuid_generate_v4(") {
		return true
	}
	return !together && c.Default.text() == "" && c.Generated.text() == "" && c.NotNull.text() == ""
}

// fresh reports whether this run added a column and has not updated it.
func (s *State) fresh(t *Table, name string) bool {
	if s.Log == nil {
		return false
	}
	key, added := "column "+s.fold(t.Name)+"."+name, false
	for _, e := range s.Log.Events {
		switch {
		case e.Kind == ColumnAdded && e.Object == key:
			added = true
		case e.Kind == RowsUpdated && e.Object == key, e.Kind == ColumnAltered && e.Object == key, e.Kind == NotUnderstood:
			return false
		}
	}
	return added
}

// freshNull reports whether a column that is being added is NULL in all rows.
func (c *Column) freshNull() bool {
	return c.Default.text() == "" && c.Generated.text() == "" && c.Identity.text() == "" && c.seq == ""
}
