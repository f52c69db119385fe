package analyzer

import (
	"strings"
	"testing"

	"github.com/mrt-tools/mrt/analyzer/catalog"
	"github.com/mrt-tools/mrt/analyzer/finding"
	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/opshim/script"
	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// TestWarnings: what may stop an upgrade on real rows, and what cannot.
func TestWarnings(t *testing.T) {
	for _, tt := range []struct{ name, up, want string }{
		{"unique", `ALTER TABLE users ADD CONSTRAINT u UNIQUE (name)`, "MRT406"},
		{"unique index", `CREATE UNIQUE INDEX u ON users (name)`, "MRT406 MRT407"},
		{"with the primary key in it", `ALTER TABLE users ADD CONSTRAINT u UNIQUE (name, id)`, ""},
		{"with another key in it", `CREATE UNIQUE INDEX u ON users (name, email)`, "MRT407"},
		{"an expression of a key", `ALTER TABLE users ADD CONSTRAINT u UNIQUE (age)`, "MRT406"},
		{"on a column of NULLs", `ALTER TABLE users ADD code TEXT; ALTER TABLE users ADD CONSTRAINT u UNIQUE (code)`, ""},
		{"of one statement", `ALTER TABLE users ADD code TEXT UNIQUE`, ""},
		{"NULLs that are equal", `ALTER TABLE users ADD code TEXT; ALTER TABLE users ADD CONSTRAINT u UNIQUE NULLS NOT DISTINCT (code)`, "MRT406"},
		{"filled", `ALTER TABLE users ADD code TEXT; UPDATE users SET code = name; ALTER TABLE users ADD CONSTRAINT u UNIQUE (code)`, "MRT406"},
		{"a constant", `ALTER TABLE users ADD code TEXT DEFAULT 'x'; ALTER TABLE users ADD CONSTRAINT u UNIQUE (code)`, "MRT406"},
		{"foreign key", `ALTER TABLE notes ADD o INT; ALTER TABLE notes ADD CONSTRAINT f FOREIGN KEY (o) REFERENCES users (id)`, "MRT418"},
		{"foreign key of a column of NULLs", `ALTER TABLE notes ADD o INT REFERENCES users (id)`, ""},
		{"a key of another name", `ALTER TABLE users ADD CONSTRAINT u UNIQUE (email); ALTER TABLE users DROP CONSTRAINT uq_email`, ""},
		{"a key of another name, and rows between", `ALTER TABLE users DROP CONSTRAINT uq_email; UPDATE users SET email = name; ALTER TABLE users ADD CONSTRAINT u UNIQUE (email)`, "MRT406"},
		{"a key made again", `ALTER TABLE users DROP CONSTRAINT uq_email; ALTER TABLE users ADD CONSTRAINT u UNIQUE (name, email)`, ""},
		{"NOT NULL", `ALTER TABLE users ALTER name SET NOT NULL`, "MRT213"},
		{"NOT NULL, filled", `UPDATE users SET name = '' WHERE name IS NULL; ALTER TABLE users ALTER name SET NOT NULL`, ""},
		{"NOT NULL, another filled", `UPDATE users SET name = '' WHERE age IS NULL; ALTER TABLE users ALTER name SET NOT NULL`, "MRT213"},
		{"NOT NULL, filled with what may be NULL", `UPDATE users SET name = age::text; ALTER TABLE users ALTER name SET NOT NULL`, "MRT213"},
		{"NOT NULL, filled by a choice", `UPDATE users SET name = CASE WHEN age > 17 THEN 'a' ELSE coalesce(name, 'b') END; ALTER TABLE users ALTER name SET NOT NULL`, ""},
		{"NOT NULL, emptied after", `UPDATE users SET name = ''; UPDATE users SET name = NULL WHERE id = 1; ALTER TABLE users ALTER name SET NOT NULL`, "MRT213"},
		{"NOT NULL, added with a default", `ALTER TABLE users ADD code TEXT DEFAULT 'x'; ALTER TABLE users ALTER code SET NOT NULL`, ""},
		{"NOT NULL, added without", `ALTER TABLE users ADD code TEXT; ALTER TABLE users ALTER code SET NOT NULL`, "MRT213"},
		{"index of a new table", `CREATE TABLE t (a INT); CREATE INDEX i ON t (a)`, ""},
	} {
		base := catalog.New(sqlread.PostgreSQL, catalog.NewWorld())
		made := sqlRunner(sqlread.PostgreSQL, shop, "")(opshim.Up, base, nil)[0]
		if made.Err != nil {
			t.Fatal(made.Err)
		}
		base = made.State
		base.Settle()
		run := sqlRunner(sqlread.PostgreSQL, tt.up, "")
		var got []string
		p := &Pass{Revision: &script.Revision{ID: "r"}, Dialect: sqlread.PostgreSQL, Before: base,
			report: func(f finding.Finding) { got = append(got, string(f.Code)) }}
		p.Trip.up = run(opshim.Up, base, nil)
		upgradeRule(p)
		locksRule(p)
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, s, tt.want)
		}
	}
}
