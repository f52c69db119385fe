package catalog

import (
	"slices"

	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// An origin is the column of the old world that a cell comes from.
type origin struct {
	table  string
	column int
}

// followed is the old world with the names that its tables and columns have now,
// as the cells of the witnesses tell: what is said of a column holds under
// another name as well.
func (s *State) followed(before *State) *State {
	var from map[int32]origin
	heirs := map[string]heir{} // by the table that they come from
	for _, k := range s.tables.ownKeys() {
		t, o := s.tables.get(k), before.tables.get(k)
		if t == nil || t.Open || len(t.Rows) == 0 || o != nil && s.keepsNames(t, o) {
			continue
		}
		if from == nil {
			from = before.origins()
		}
		source, names := s.sources(t, from, before)
		if source == "" || source != k && (o != nil || s.tables.get(source) != nil) {
			continue // a copy beside the original
		}
		if source != k && t.primary() == nil && !s.heldKey(t, before.tables.get(source), names) {
			continue // a copy without the key of the original is kept for the way back: no application writes there
		}
		h := heir{t, names, s.likeness(t, before.tables.get(source), names)}
		if was, ok := heirs[source]; !ok || h.like > was.like {
			heirs[source] = h
		}
	}
	if len(heirs) == 0 {
		return before
	}
	old := quietState(before.Clone())
	for _, source := range sortedKeys(heirs) {
		old.rename(source, heirs[source].t.Name, heirs[source].names)
	}
	return old
}

// heldKey reports whether a table has what a primary key leaves of itself when it
// is dropped: columns that take no NULL. One that had none has nothing to leave.
func (s *State) heldKey(t, o *Table, names map[string]string) bool {
	pk := o.primary()
	return pk == nil || slices.ContainsFunc(pk.Columns, func(name string) bool {
		i := s.position(t, first(names[name], name))
		return i >= 0 && t.Columns[i].NotNull.text() != ""
	})
}

// An heir is a table that has the rows of one of the old world: the same under
// another name, or a copy of it.
type heir struct {
	t     *Table
	names map[string]string // of its columns, by the old ones
	like  int
}

// likeness is how much a table still has of what one of the old world had: a copy
// has the contents, and neither constraints nor defaults.
func (s *State) likeness(t, o *Table, names map[string]string) int {
	n := 0
	for _, was := range o.Columns {
		i := s.position(t, first(names[was.Name], was.Name))
		if i < 0 {
			continue
		}
		c := t.Columns[i]
		for _, same := range [...]bool{true, sameText(c.Type, was.Type), sameText(c.NotNull, was.NotNull), sameText(c.Default, was.Default), sameText(c.Identity, was.Identity)} {
			n += boolInt(same)
		}
	}
	for _, kind := range [...]string{"primary", "unique", "foreign", "check", "exclude"} {
		n += min(t.countOf(kind), o.countOf(kind))
	}
	return n + min(len(t.Indexes), len(o.Indexes))
}

// countOf is how many constraints of a kind there are.
func (t *Table) countOf(kind string) int {
	n := 0
	for _, c := range t.Constraints {
		n += boolInt(c.Kind == kind)
	}
	return n
}

// keepsNames reports whether a table has all columns that it had, by name.
func (s *State) keepsNames(t, o *Table) bool {
	for _, c := range o.Columns {
		if s.position(t, c.Name) < 0 {
			return false
		}
	}
	return true
}

// origins tells for the token of each witness's cell where it stands.
func (s *State) origins() map[int32]origin {
	out := map[int32]origin{}
	for _, k := range s.tables.ownKeys() {
		t := s.tables.get(k)
		if t == nil || t.Open {
			continue
		}
		for _, r := range t.Rows {
			for i, v := range r.Cells {
				if v.Tok != 0 {
					out[v.Tok] = origin{k, i}
				}
			}
		}
	}
	return out
}

// sources finds the one table that all cells of a table come from, and the new
// names of its columns by the old ones.
func (s *State) sources(t *Table, from map[int32]origin, before *State) (table string, names map[string]string) {
	names = map[string]string{}
	for i, c := range t.Columns {
		at := origin{column: -1}
		for _, r := range t.Rows {
			o, ok := from[cellAt(r, i).Tok]
			if !ok {
				continue
			}
			if at.column >= 0 && o != at || table != "" && o.table != table {
				return "", nil
			}
			at, table = o, o.table
		}
		if at.column < 0 {
			continue
		}
		was := before.tables.get(at.table).Columns[at.column].Name
		if !s.sameName(was, c.Name) && s.position(t, was) < 0 {
			names[was] = c.Name
		}
	}
	return table, names
}

// rename gives a table and its columns other names.
func (s *State) rename(table string, name sqlread.QName, columns map[string]string) {
	t := s.tables.get(table)
	if t == nil {
		return
	}
	for _, was := range sortedKeys(columns) {
		if s.position(t, columns[was]) < 0 && s.renameColumn(s.edit(t), was, columns[was]) != nil {
			return
		}
		t = s.tables.get(table)
	}
	_ = s.renameTable(t, name) // where the name is taken, the table has none to compare with
}
