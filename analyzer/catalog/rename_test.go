package catalog

import (
	"testing"

	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// TestFixQuotes has a CHECK that names no column any more: SQLite takes it for a
// text, and ALTER TABLE writes it as one.
func TestFixQuotes(t *testing.T) {
	s := New(sqlread.SQLite, NewWorld())
	for _, p := range sqlread.Parse(`CREATE TABLE t (b int, c int, CONSTRAINT k CHECK ("a" BETWEEN 1 AND 9)); ALTER TABLE t DROP COLUMN c`, sqlread.SQLite) {
		if _, err := s.Exec(p, nil); err != nil {
			t.Fatal(err)
		}
	}
	c := s.tables.get("t").constraint("k")
	if want := "'a' between 1 and 9"; c.Text != want || len(usedColumns(c.Expr)) > 0 {
		t.Errorf("%q, %q, %v; want %q", c.Text, c.Source, usedColumns(c.Expr), want)
	}
}
