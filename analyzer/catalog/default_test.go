package catalog

import (
	"testing"

	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// TestDefaultsKeepTheirType: PostgreSQL gives a text in quotes the type of its
// column, and keeps that when the column gets another one. The cases are what
// pg_get_expr of PostgreSQL 15 tells apart.
func TestDefaultsKeepTheirType(t *testing.T) {
	for _, c := range []struct{ name, make, then, want string }{
		{"plain", "a varchar(20) DEFAULT 'x'", "", "'x'"},
		{"the column's own type", "a varchar(20) DEFAULT 'x'::character varying", "", "'x'"},
		{"a length", "a varchar(20) DEFAULT 'x'::varchar(20)", "", "'x'::varchar(20)"},
		{"another type", "a varchar(20) DEFAULT 'x'::text", "", "'x'::text"},
		{"a longer one", "a varchar(20) DEFAULT 'x'", "ALTER TABLE t ALTER a TYPE varchar(30)", "'x'"},
		{"text", "a varchar(20) DEFAULT 'x'", "ALTER TABLE t ALTER a TYPE text", "'x'::varchar"},
		{"and back", "a varchar(20) DEFAULT 'x'", "ALTER TABLE t ALTER a TYPE text; ALTER TABLE t ALTER a TYPE varchar(20)", "'x'"},
		{"set between", "a varchar(20) DEFAULT 'x'", "ALTER TABLE t ALTER a TYPE text; ALTER TABLE t ALTER a SET DEFAULT 'x'; ALTER TABLE t ALTER a TYPE varchar(20)", "'x'::text"},
		{"char", "a char(5) DEFAULT 'x'::bpchar", "", "'x'"},
		{"a domain", "a dd DEFAULT 'x'", "ALTER TABLE t ALTER a TYPE varchar(10)", "'x'"},
		{"an array", "a varchar(9)[] DEFAULT '{}'", "ALTER TABLE t ALTER a TYPE text[]", "'{}'::varchar[]"},
		{"a number", "a integer DEFAULT '5'", "ALTER TABLE t ALTER a TYPE text", "'5'"},
		{"an enum", "a mood DEFAULT 'sad'", "ALTER TABLE t ALTER a TYPE text", "'sad'::mood"},
		{"an enum of another name", "a mood DEFAULT 'sad'", "ALTER TABLE t ALTER a TYPE text; ALTER TYPE mood RENAME TO humour", "'sad'::humour"},
		{"an enum that goes", "a mood DEFAULT 'sad'", "ALTER TABLE t ALTER a TYPE text; DROP TYPE mood CASCADE", ""},
		{"an enum that cannot go", "a mood DEFAULT 'sad'", "ALTER TABLE t ALTER a TYPE text; DROP TYPE mood", "fails"},
		{"an expression", "a text DEFAULT 'x' || 'y'::text", "ALTER TABLE t ALTER a TYPE varchar(9)", "'x' || 'y'::text"},
		{"a quote in it", "a varchar(9) DEFAULT 'it''s'", "ALTER TABLE t ALTER a TYPE text", "'it''s'::varchar"},
	} {
		s := New(sqlread.PostgreSQL, NewWorld())
		got := ""
		for _, p := range sqlread.Parse("CREATE TYPE mood AS ENUM ('sad'); CREATE DOMAIN dd AS varchar(10); CREATE TABLE t ("+c.make+");"+c.then, sqlread.PostgreSQL) {
			if _, err := s.Exec(p, nil); err != nil {
				got = "fails"
			}
		}
		if got == "" {
			got = s.Lookup("t").Find("a").Default.text()
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
