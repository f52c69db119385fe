package catalog

import (
	"strings"

	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// Lookup finds a table by its key without assuming that it exists; nil if
// nothing is known of it. The table must not be changed.
func (s *State) Lookup(key string) *Table { return s.tables.get(key) }

// Columns are the columns of a table with their types, for people; nil if the
// table is not known.
func (s *State) Columns(key string) []string {
	t := s.tables.get(key)
	if t == nil {
		return nil
	}
	out := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		out[i] = strings.TrimSpace(c.Name + " " + c.Type.text())
	}
	return out
}

// LookupObject finds an object by its key ("view v", "enum mood"); nil if
// nothing is known of it. The object must not be changed.
func (s *State) LookupObject(key string) *Object { return s.objects.get(key) }

// Key is the key of a name in this database.
func (s *State) Key(n sqlread.QName) string { return s.fold(n) }

// SchemaType is the class of SQLAlchemy for a canonical type.
func (s *State) SchemaType(canon string) schema.Type { return s.schemaType(canon) }

// CanonType writes a type as the catalogue compares it; ok is false if text is none.
func (s *State) CanonType(text string) (canon string, ok bool) {
	t, ok := sqlread.ParseType(text, s.Dialect)
	if !ok {
		return "", false
	}
	return canonType(t, s.Dialect), true
}

// Find is the column with that name; nil if the table has none.
func (t *Table) Find(name string) *Column {
	for _, c := range t.Columns {
		if c.Name == name {
			return c
		}
	}
	return nil
}

// Primary is the primary key's columns; nil if there is none.
func (t *Table) Primary() []string {
	for _, c := range t.Constraints {
		if c.Kind == "primary" {
			return c.Columns
		}
	}
	return nil
}

// Owned tells whether a column has a sequence of its own: serial of PostgreSQL.
func (c *Column) Owned() bool { return c.seq != "" }

// Describe is what Diff compares of a constraint.
func (c *Constraint) Describe(d sqlread.Dialect) string { return c.text(d) }
