package verifier

import (
	"os"
	"testing"

	"github.com/mrt-tools/mrt/analyzer/finding"
	"github.com/mrt-tools/mrt/verifier/internal/pgdb"
)

// postgres returns the options for a private server, or skips; it fails in CI.
func postgres(t testing.TB) Options {
	t.Helper()
	if _, err := pgdb.Programs(); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal(err)
		}
		t.Skip(err)
	}
	return Options{Database: "postgresql"}
}

// served returns the options for a server of the test's own, and the server, which
// ends with the test; it skips as postgres does.
func served(t testing.TB) (Options, *pgdb.Server) {
	t.Helper()
	opt := postgres(t)
	server, err := pgdb.Start(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(server.Stop)
	opt.Database = server.URL("postgres")
	return opt, server
}

const pgBase = `
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy')
CREATE DOMAIN posint AS integer CHECK (VALUE > 0)
CREATE TABLE users (id SERIAL PRIMARY KEY, email VARCHAR(255) NOT NULL CONSTRAINT uq_users_email UNIQUE, age SMALLINT CHECK (age >= 0), m mood, score NUMERIC(10, 2), at TIMESTAMPTZ DEFAULT now() NOT NULL, manager_id INTEGER REFERENCES users (id) ON DELETE SET NULL, tags TEXT[], doc JSONB, u UUID UNIQUE, r INT4RANGE, ip INET, n posint, iv INTERVAL, b BYTEA, f DOUBLE PRECISION)
CREATE INDEX ix_users_lower ON users (lower(email)) WHERE age > 3
CREATE TABLE accounts (id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE, total NUMERIC(8, 2) GENERATED ALWAYS AS (1.5) STORED)
CREATE TABLE log (at TIMESTAMP NOT NULL, what TEXT)
CREATE VIEW v AS SELECT id, email FROM users
CREATE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 1'`

func TestTripPostgres(t *testing.T) {
	opt := postgres(t)
	down := "DROP FUNCTION one()\nDROP VIEW v\nDROP TABLE log\nDROP TABLE accounts\nDROP TABLE users\nDROP DOMAIN posint\nDROP TYPE mood"
	tests := []struct{ name, up, down, want string }{
		{"add column", "ALTER TABLE users ADD COLUMN phone VARCHAR(20)", "ALTER TABLE users DROP COLUMN phone", "passed upgrade-again lossless"},
		{"drop column", "ALTER TABLE users DROP COLUMN score", "ALTER TABLE users ADD COLUMN score NUMERIC(10, 2)", "failed downgrade schema-only"},
		{"function changed", "CREATE OR REPLACE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 2'", "", "failed downgrade broken"},
		{"label left", "ALTER TYPE mood ADD VALUE 'great'", "", "failed downgrade broken"},
		{"not null dropped", "ALTER TABLE users ALTER COLUMN email DROP NOT NULL", "ALTER TABLE users ALTER COLUMN email SET NOT NULL", "failed downgrade broken"},
		{"wider", "ALTER TABLE users ALTER COLUMN age TYPE INTEGER", "ALTER TABLE users ALTER COLUMN age TYPE SMALLINT", "failed downgrade broken"},
		{"default lost", "ALTER TABLE users ALTER COLUMN at DROP DEFAULT", "", "failed downgrade broken"},
		{"concurrently", "COMMIT\nCREATE INDEX CONCURRENTLY ix_at ON users (at)", "COMMIT\nDROP INDEX CONCURRENTLY ix_at", "passed upgrade-again lossless"},
		{"insert with serial", "INSERT INTO users (email, at) VALUES ('new@x', '2020-01-01')", "DELETE FROM users WHERE email = 'new@x'", "passed upgrade-again lossless"},
		{"comment", "COMMENT ON COLUMN users.age IS 'x'", "", "failed downgrade broken"},
		{"new table", "CREATE TABLE t (id SERIAL PRIMARY KEY, user_id INTEGER NOT NULL REFERENCES users (id))", "DROP TABLE t", "passed upgrade-again lossless"},
		{"sequence back", "SELECT 1", "SELECT setval('users_id_seq', 1)", "failed downgrade schema-only"},
	}
	list := []*Migration{inSQL("base", statements(pgBase), statements(down))}
	for _, tt := range tests {
		list = append(list, inSQL(tt.name, statements(tt.up), statements(tt.down)))
	}
	got := verdictOf(t, opt, list...)
	t.Log(show(got[0]))
	for i, tt := range tests {
		res := got[i+1]
		if s := res.Outcome.String() + " " + res.Stage.String() + " " + res.Verdict.String(); s != tt.want {
			t.Errorf("%s: want %s, got %s", tt.name, tt.want, show(res))
		}
		if len(res.Coverage.Unseeded) > 0 {
			t.Errorf("%s: unseeded %v", tt.name, res.Coverage.Unseeded)
		}
	}
}

func TestEmptyResultHasColumns(t *testing.T) {
	postgres(t)
	ctx := t.Context()
	d, err := pgdb.Open(ctx, "postgresql", nil, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	for _, args := range [][]any{nil, {"x"}} {
		sql := "SELECT 1 AS a, NULL::uuid AS b WHERE false"
		if args != nil {
			sql += " AND 'y' = $1"
		}
		a, err := d.Exec(ctx, sql, args)
		if err != nil || len(a.Columns) != 2 || len(a.Rows) != 0 {
			t.Errorf("%s: %+v, %v", sql, a, err)
		}
	}
	if a, err := d.Exec(ctx, "CREATE TABLE t (id int)", nil); err != nil || a.Columns != nil {
		t.Errorf("%+v, %v", a, err)
	}
}

// An index over an expression fails on rows that the same transaction has deleted:
// they are withdrawn with a commit.
func TestRowsThatLinger(t *testing.T) {
	base := inSQL("base", statements("CREATE TABLE t (id serial PRIMARY KEY, room int NOT NULL, during tsrange NOT NULL)"), nil)
	got := verdictOf(t, postgres(t), base, inSQL("index", statements("ALTER TABLE t ADD CONSTRAINT x EXCLUDE USING gist (int4range(room, room, '[]') WITH =, during WITH &&) WHERE (room > 1000)"),
		statements("ALTER TABLE t DROP CONSTRAINT x"), "base"))
	if got[1].Outcome != finding.Passed || len(got[1].Findings) != 1 || got[1].Findings[0].Code != "MRT012" {
		t.Errorf("got %s", show(got[1]))
	}
}
