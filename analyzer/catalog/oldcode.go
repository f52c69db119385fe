package catalog

import (
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// Relation is what a statement means that names a table: the table, or a view
// with its columns, which are nil if they are not known.
func (s *State) Relation(key string) (t *Table, columns []string, ok bool) {
	if t := s.tables.get(key); t != nil {
		return t, nil, true
	}
	for _, kind := range [...]string{"view ", "materialized view "} {
		if v := s.objects.get(kind + key); v != nil {
			return nil, s.viewColumns(v), true
		}
	}
	return nil, nil, false
}

// viewColumns are the names of a view's columns; nil if they are not known.
func (s *State) viewColumns(v *Object) []string {
	if list := v.Attrs["columns"]; list != "" {
		return strings.Split(list, ", ")
	}
	if v.Query == nil {
		return nil
	}
	aside := s.Clone()
	aside.Log = nil
	r, err := (&query{s: aside}).run(v.Query, nil)
	if err != nil || r == nil {
		return nil
	}
	return r.Columns
}

// Column finds a column as the database compares names; nil if the table has none.
func (s *State) Column(t *Table, name string) *Column {
	for _, c := range t.Columns {
		if s.sameName(c.Name, name) {
			return c
		}
	}
	return nil
}

// Supplied reports whether the database gives a value where an INSERT has none.
// An attribute that nobody knows gives none.
func (s *State) Supplied(t *Table, c *Column) bool {
	if c.Default.text() != "" || c.Generated.text() != "" || c.Identity.text() != "" || c.AutoInc.text() != "" || c.seq != "" {
		return true
	}
	if pk := t.Primary(); s.Dialect == sqlread.SQLite && len(pk) == 1 && s.sameName(pk[0], c.Name) && strings.EqualFold(c.Type.text(), "integer") {
		return true // the number of the row
	}
	for _, part := range t.Parts {
		text := strings.ToLower(part.Attrs["definition"])
		if part.Kind == "trigger" && strings.Contains(text, "before") && strings.Contains(text, "insert") {
			return true // it may fill the column
		}
	}
	return false
}

// Misfit tells why code that was written for a column of one type cannot live
// with what the column is in a later state; empty if it can, or if that is not known.
func (s *State) Misfit(from Attr, later *State, to Attr) string {
	a, okA := from.Known()
	b, okB := to.Known()
	if !okA || !okB || a == b {
		return ""
	}
	if x, y := strings.TrimSuffix(a, "[]"), strings.TrimSuffix(b, "[]"); x != a && y != b {
		return s.Misfit(attr(x), later, attr(y))
	}
	x, y := s.typeOf(a), later.typeOf(b)
	if s.Dialect == sqlread.SQLite {
		if u, v := sqliteKind(x.class), sqliteKind(y.class); u != v {
			return "another kind"
		}
		return ""
	}
	switch {
	case x.class == classEnum && y.class == classEnum:
		if slices.ContainsFunc(x.labels, func(l string) bool { return !slices.Contains(y.labels, l) }) {
			return "narrower"
		}
		return ""
	case later.narrowing(a, b) != "":
		return "narrower"
	case s.Dialect.IsMySQL() && kindsOfMySQL(x, y):
		return ""
	case x.class != y.class, zoned(a) != zoned(b):
		return "another kind"
	case x.class == classOther && firstWord(a) != firstWord(b):
		return "another kind"
	}
	return ""
}

// kindsOfMySQL tells of types of two kinds that programs write and read alike: a
// BOOLEAN is a small number, and labels are texts.
func kindsOfMySQL(x, y typeInfo) bool {
	return x.class == classBool && y.class == classInt || x.class == classEnum && y.class == classText && y.length == 0
}

// sqliteKind puts types together that SQLite stores, and programs read, alike.
func sqliteKind(c class) class {
	switch c {
	case classBool:
		return classInt
	case classFloat:
		return classDec
	case classJSON, classEnum, classUUID:
		return classText
	}
	return c
}

// zoned tells that values of a PostgreSQL type have a time zone.
func zoned(canon string) bool {
	return strings.HasPrefix(canon, "timestamptz") || strings.HasPrefix(canon, "timetz")
}

// firstWord is a type without its arguments.
func firstWord(canon string) string {
	name, _, _ := strings.Cut(canon, "(")
	return strings.TrimSpace(name)
}
