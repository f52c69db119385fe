package verifier

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/mrt-tools/mrt/analyzer/finding"
)

// A shown is a failing migration, and what the script for it shows in a client.
type shown struct {
	name           string
	base, up, down string
	lost           string // what the tables show before and not after, a pattern
	words          string // of the one error that the client tells; none: there is none
}

// repros fail on both databases.
var repros = []shown{
	{"values lost", "CREATE TABLE t (id INTEGER PRIMARY KEY, b TEXT NOT NULL CHECK (b = 'keep''s'))",
		"ALTER TABLE t DROP COLUMN b -- for good", "ALTER TABLE t ADD COLUMN b TEXT", `\| ?keep's`, ""},
	{"index lost", "CREATE TABLE t (id INTEGER PRIMARY KEY, b INTEGER)\nCREATE INDEX ix_b ON t (b)", "DROP INDEX ix_b", "SELECT 1 FROM t", `ix_b`, ""},
	{"names in quotes", `CREATE TABLE p (id INTEGER PRIMARY KEY)` + "\n" + `CREATE TABLE "order" (id INTEGER PRIMARY KEY, "Group" INTEGER REFERENCES "order", p INTEGER NOT NULL REFERENCES p, extra INTEGER)`,
		`ALTER TABLE "order" DROP COLUMN extra`, `SELECT 1 FROM "order"`, `extra`, ""},
	{"values of all kinds", "CREATE TABLE t (id INTEGER PRIMARY KEY, f DOUBLE PRECISION, n NUMERIC(9, 2), d DATE, s VARCHAR(9), z BOOLEAN, extra INTEGER)",
		"ALTER TABLE t DROP COLUMN extra", "SELECT 1 FROM t", `extra`, ""},
	{"downgrade fails", "CREATE TABLE t (id INTEGER PRIMARY KEY)", "CREATE TABLE n (id INTEGER)", "DROP TABLE n\nDROP TABLE absent", "", `table:? "?absent`},
	{"rows of the new schema", "CREATE TABLE t (id INTEGER PRIMARY KEY, b INTEGER)\nCREATE UNIQUE INDEX u ON t (b)", "DROP INDEX u", "CREATE UNIQUE INDEX u ON t (b)", "", `(?i)unique`},
}

func TestReproSQLite(t *testing.T) {
	client, err := exec.LookPath("sqlite3")
	if err != nil {
		t.Skip("there is no sqlite3 to run scripts with")
	}
	more := shown{"bytes and any type", "CREATE TABLE t (id INTEGER PRIMARY KEY, b BLOB, a ANY, extra INTEGER) STRICT", "ALTER TABLE t DROP COLUMN extra", "SELECT 1 FROM t", `extra`, ""}
	for _, s := range append(repros, more) {
		t.Run(s.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "db")
			s.test(t, Options{}, func(sql string) (string, string) { return client1(t, sql, client, path) })
		})
	}
}

func TestReproPostgreSQL(t *testing.T) {
	opt, server := served(t)
	client, err := exec.LookPath("psql")
	if err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal(err)
		}
		t.Skip("there is no psql to run scripts with")
	}
	more := []shown{
		{"columns of the server's own values", "CREATE TABLE p (id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, c INTEGER)\nCREATE TABLE t (id SERIAL PRIMARY KEY, p BIGINT NOT NULL REFERENCES p, g INTEGER GENERATED ALWAYS AS (3) STORED, b BYTEA, extra INTEGER, a INTEGER[])\nALTER TABLE p ADD CONSTRAINT f FOREIGN KEY (c) REFERENCES t",
			"ALTER TABLE t DROP COLUMN extra", "SELECT 1 FROM t", `extra`, ""},
		{"another schema", "CREATE SCHEMA \"S 1\"\nCREATE TABLE \"S 1\".\"T\" (id INTEGER PRIMARY KEY, extra INTEGER)", "ALTER TABLE \"S 1\".\"T\" DROP COLUMN extra", "SELECT 1 FROM \"S 1\".\"T\"", `extra`, ""},
		{"not null", "CREATE TABLE t (id INTEGER PRIMARY KEY, b INTEGER NOT NULL)", "ALTER TABLE t ALTER b DROP NOT NULL", "ALTER TABLE t ALTER b SET NOT NULL", "", "null values"},
	}
	admin := server.URL("postgres")
	for i, s := range append(repros, more...) {
		t.Run(s.name, func(t *testing.T) {
			name := "repro" + string(rune('a'+i))
			client1(t, "CREATE DATABASE "+name, client, "-X", "-q", admin)
			s.test(t, opt, func(sql string) (string, string) { return client1(t, sql, client, "-X", "-q", server.URL(name)) })
		})
	}
}

// client1 runs a client once, with SQL on its input.
func client1(t *testing.T, sql, program string, args ...string) (out, errors string) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), program, args...)
	var o, e bytes.Buffer
	cmd.Stdin, cmd.Stdout, cmd.Stderr = strings.NewReader(sql+"\n"), &o, &e
	_ = cmd.Run() // sqlite3 says with its code too that a statement failed
	return o.String(), e.String()
}

// test verifies the migration and plays the script on a database that is where
// the one before leaves it.
func (s *shown) test(t *testing.T, opt Options, play func(sql string) (string, string)) {
	opt.Repro = t.TempDir()
	got := verdictOf(t, opt, inSQL("base", statements(s.base), nil), inSQL("case", statements(s.up), statements(s.down), "base"))
	if got[1].Outcome != finding.Failed {
		t.Fatalf("it does not fail: %s", show(got[1]))
	}
	text, err := os.ReadFile(filepath.Join(opt.Repro, "case.sql"))
	if err != nil {
		t.Fatal(err)
	}
	if _, bad := play(strings.Join(statements(s.base), ";\n") + ";"); bad != "" {
		t.Fatal(bad)
	}
	marked := regexp.MustCompile(`(?m)^-- (before|upgrade\(\)|after the downgrade)$`).ReplaceAllString(string(text), "SELECT '== $1';")
	out, bad := play(marked)
	if s.words == "" && bad != "" || s.words != "" && !regexp.MustCompile(s.words).MatchString(bad) {
		t.Errorf("the client says %q, want %q: %s", bad, s.words, text)
	}
	_, before, _ := strings.Cut(out, "== before")
	before, after, _ := strings.Cut(before, "== upgrade()")
	_, after, found := strings.Cut(after, "== after the downgrade")
	if s.lost == "" {
		return
	}
	if !found {
		t.Fatalf("parts are missing: %s", out)
	}
	if p := regexp.MustCompile(s.lost); !p.MatchString(before) || p.MatchString(after) {
		t.Errorf("%s is to be seen before and not after: %s\n%s", s.lost, text, out)
	}
}
