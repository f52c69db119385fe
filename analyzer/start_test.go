package analyzer

import (
	"fmt"
	"strings"
	"testing"
)

// start reads statements, one a line.
func start(dialect string, lines ...string) (*Start, error) {
	var out []StartStatement
	for i, l := range lines {
		out = append(out, StartStatement{SQL: l, Line: i + 1})
	}
	return ReadStart("s.sql", dialect, out)
}

func TestReadStart(t *testing.T) {
	for _, c := range []struct {
		name, dialect string
		lines         []string
		tables        string // of which all is known
		opaque        string
		err           string
	}{
		{"a table twice", "postgresql", []string{"CREATE TABLE t (a int)", "CREATE TABLE t (a int)"}, "", "", `s.sql:2: the schema that the history starts from cannot be loaded: ProgrammingError: table "t" already exists`},
		{"a table that is not there", "postgresql", []string{"ALTER TABLE t ADD b int"}, "", "", `s.sql:1: the schema that the history starts from cannot be loaded: ProgrammingError: relation "t" does not exist`},
		{"an alteration that is not understood", "postgresql", []string{"CREATE TABLE t (a int)", "CREATE TABLE u (a int)", "ALTER TABEL t ADD b int"}, "u", "sql: s.sql:3: ALTER TABEL is not understood", ""},
		{"tables before those that they refer to", "mariadb", []string{"CREATE TABLE t (a int, CONSTRAINT f FOREIGN KEY (a) REFERENCES u (a))", "/*!40000 ALTER TABLE `t` DISABLE KEYS */", "INSERT INTO t VALUES (1)",
			"CREATE TABLE u (a int PRIMARY KEY)", "INSERT INTO u VALUES (1)", "/*!50001 CREATE VIEW v AS SELECT a FROM u */", `/*M!999999\- enable the sandbox mode */`}, "t u", "", ""},
		{"counters", "sqlite", []string{"CREATE TABLE t (a INTEGER PRIMARY KEY AUTOINCREMENT)", "DELETE FROM sqlite_sequence", "INSERT INTO sqlite_sequence VALUES('t',5)"}, "t", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, err := start(c.dialect, c.lines...)
			if c.err != "" {
				if fmt.Sprint(err) != c.err {
					t.Fatalf("got %v, want %s", err, c.err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			var known []string
			for _, k := range s.state.Tables() {
				if !s.state.IsOpen(k) {
					known = append(known, k)
				}
			}
			if got := strings.Join(known, " "); got != c.tables {
				t.Errorf("known are %q, want %q", got, c.tables)
			}
			if got := strings.Join(s.Coverage.Opaque, "\n"); got != c.opaque {
				t.Errorf("not understood: %q, want %q", got, c.opaque)
			}
		})
	}
}

// TestManyRows: rows are read all or not at all.
func TestManyRows(t *testing.T) {
	row := "INSERT INTO t VALUES ('" + strings.Repeat("x", mostStartRows/2) + "')"
	for n, left := range map[int]bool{1: false, 3: true} {
		lines := []string{"CREATE TABLE t (a text)"}
		for range n {
			lines = append(lines, row)
		}
		s, err := start("postgresql", lines...)
		if err != nil || s.RowsLeft != left {
			t.Errorf("%d rows: left out %v, %v", n, s != nil && s.RowsLeft, err)
		}
	}
}
