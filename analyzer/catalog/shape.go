package catalog

import (
	"maps"
	"slices"

	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// A Shape is a table without its rows, as it was once.
type Shape struct{ t *Table }

// ShapeOf remembers a table; ok is false if there is none, or if what
// reflection says of it does not follow from the table alone.
func (s *State) ShapeOf(n schema.Name) (shape Shape, ok bool) {
	t := s.tables.get(s.fold(reflectedName(n)))
	if t == nil || t.Open || s.Dialect != sqlread.SQLite || len(t.Parts) > 0 {
		return Shape{}, false
	}
	for _, c := range t.Constraints {
		if c.Kind == "foreign" && len(c.RefColumns) == 0 {
			return Shape{}, false
		}
	}
	u := *t
	u.Rows = nil
	return Shape{u.clone(nil)}, true
}

// HasShape reports whether a table is as it was, and counts as looking at it.
func (s *State) HasShape(n schema.Name, shape Shape) bool {
	k := s.fold(reflectedName(n))
	t, u := s.tables.get(k), shape.t
	if t == nil || t.Name != u.Name || t.Open || t.Partition != u.Partition || len(t.Parts) > 0 || !maps.Equal(t.Options, u.Options) {
		return false
	}
	s.touch(k)
	return slices.EqualFunc(t.Columns, u.Columns, func(a, b *Column) bool {
		return a.Name == b.Name && a.seq == b.seq && a.Open == b.Open && a.same(b)
	}) && slices.EqualFunc(t.Constraints, u.Constraints, func(a, b *Constraint) bool {
		return a.Name == b.Name && a.Open == b.Open && a.Inline == b.Inline && a.text(s.Dialect) == b.text(s.Dialect)
	}) && slices.EqualFunc(t.Indexes, u.Indexes, func(a, b *Index) bool {
		return a.Name == b.Name && a.Open == b.Open && a.Implied == b.Implied && a.text() == b.text()
	})
}

// reflectedName is the name under which the catalogue has what is reflected.
func reflectedName(n schema.Name) sqlread.QName {
	name := sqlread.QName{Schema: n.Schema, Name: n.Name}
	if name.Schema == "public" || name.Schema == "main" {
		name.Schema = ""
	}
	return name
}
