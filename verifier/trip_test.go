package verifier

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/mrt-tools/mrt/analyzer/finding"
	"github.com/mrt-tools/mrt/opshim"
)

// inSQL is a migration written as statements.
func inSQL(id string, up, down []string, needs ...string) *Migration {
	return &Migration{ID: id, Needs: needs, Run: func(ctx context.Context, d opshim.Direction, b opshim.Backend) error {
		list := up
		if d == opshim.Down {
			list = down
		}
		for _, sql := range list {
			if err := b.(*session).SQL(ctx, sql); err != nil {
				return err
			}
		}
		return nil
	}}
}

const base = `
CREATE TABLE users (id INTEGER NOT NULL, email VARCHAR(255) NOT NULL, full_name VARCHAR(120), age INTEGER, status VARCHAR(20) DEFAULT 'active' NOT NULL, bio TEXT, score NUMERIC(10, 2), created_at DATETIME DEFAULT (CURRENT_TIMESTAMP) NOT NULL, manager_id INTEGER, CONSTRAINT pk_users PRIMARY KEY (id), CONSTRAINT uq_users_email UNIQUE (email), CONSTRAINT ck_users_age CHECK (age >= 0), CONSTRAINT fk_users_manager FOREIGN KEY(manager_id) REFERENCES users (id) ON DELETE SET NULL);
CREATE INDEX ix_users_status ON users (status, created_at);
CREATE TABLE accounts (id INTEGER PRIMARY KEY AUTOINCREMENT, user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE, name TEXT COLLATE NOCASE NOT NULL, kind VARCHAR(8) DEFAULT 'a' NOT NULL CHECK (kind IN ('a', 'b')), total NUMERIC(8, 2) GENERATED ALWAYS AS (id * 2) STORED, CONSTRAINT uq UNIQUE (user_id, name));
CREATE TABLE audit_log (at DATETIME NOT NULL, actor VARCHAR(60), action VARCHAR(60) NOT NULL, detail TEXT);
CREATE TABLE settings ("key" VARCHAR(60) PRIMARY KEY, value TEXT);
INSERT INTO settings VALUES ('locale', 'de'), ('theme', 'dark');
CREATE VIEW grown AS SELECT id, email FROM users WHERE age > 17;
CREATE TABLE flags (name TEXT PRIMARY KEY, enabled BOOLEAN NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE TABLE readings (id INTEGER PRIMARY KEY, value REAL, label TEXT) STRICT;
CREATE TABLE items (account_id INTEGER NOT NULL, line_no INTEGER NOT NULL, qty INTEGER NOT NULL, CHECK (qty > 0), PRIMARY KEY (account_id, line_no), FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE);
CREATE TRIGGER touch AFTER UPDATE OF label ON readings BEGIN UPDATE readings SET value = value WHERE id = NEW.id; END`

// statements splits at line ends.
func statements(text string) []string {
	var out []string
	for line := range strings.Lines(text) {
		if line = strings.TrimSuffix(strings.TrimSpace(line), ";"); line != "" {
			out = append(out, line)
		}
	}
	return out
}

func verdictOf(t testing.TB, opt Options, migrations ...*Migration) []finding.Result {
	t.Helper()
	var out []finding.Result
	for res, err := range Verify(context.Background(), migrations, opt) {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, res)
	}
	return out
}

func show(res finding.Result) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s %s %s", res.Outcome, res.Stage, res.Verdict, res.Cause)
	for _, f := range res.Findings {
		fmt.Fprintf(&b, "\n\t%s %s %s: %s", f.Code, f.Severity, f.Object, f.Message)
	}
	return b.String()
}

func TestTrip(t *testing.T) {
	tests := []struct {
		name, up, down string
		want           string // outcome stage verdict
		codes          string
	}{
		{"nothing", "", "", "passed upgrade-again lossless", ""},
		{"add column", "ALTER TABLE users ADD COLUMN phone VARCHAR(20)", "ALTER TABLE users DROP COLUMN phone", "passed upgrade-again lossless", ""},
		{"column left", "ALTER TABLE users ADD COLUMN phone VARCHAR(20)", "", "failed downgrade broken", "MRT801 MRT102"},
		{"other column dropped", "ALTER TABLE users ADD COLUMN phone VARCHAR(20)", "ALTER TABLE users DROP COLUMN bio", "failed downgrade broken", "MRT801 MRT801 MRT802"},
		{"drop and add again", "ALTER TABLE users DROP COLUMN bio", "ALTER TABLE users ADD COLUMN bio TEXT", "failed downgrade schema-only", "MRT802"},
		{"overwrite", "UPDATE users SET bio = NULL", "", "failed downgrade broken", "MRT802 MRT102"},
		{"scale", "UPDATE users SET age = age * 12", "UPDATE users SET age = age / 12", "passed upgrade-again lossless", ""},
		{"scale one way", "UPDATE users SET age = age * 12", "SELECT 1", "failed downgrade schema-only", "MRT802"},
		{"table without key emptied", "DELETE FROM audit_log", "SELECT 1", "failed downgrade schema-only", "MRT802"},
		{"rows left", "INSERT INTO settings VALUES ('a', 'b')", "SELECT 1", "failed downgrade broken", "MRT803 MRT805"},
		{"rows removed", "INSERT INTO settings VALUES ('a', 'b')", "DELETE FROM settings WHERE \"key\" = 'a'", "passed upgrade-again lossless", ""},
		{"more removed", "INSERT INTO settings VALUES ('a', 'b')", "DELETE FROM settings WHERE \"key\" = 'a' OR value IS NULL", "failed downgrade schema-only", "MRT802"},
		{"old rows by literal", "", "DELETE FROM audit_log WHERE action = 'login'", "failed downgrade schema-only", "MRT802"},
		{"index not restored", "DROP INDEX ix_users_status", "SELECT 1", "failed downgrade broken", "MRT801"},
		{"index with other columns", "DROP INDEX ix_users_status", "CREATE INDEX ix_users_status ON users (created_at, status)", "failed downgrade broken", "MRT801"},
		{"index back", "DROP INDEX ix_users_status", "CREATE INDEX \"ix_users_status\"  ON users (status, created_at)", "passed upgrade-again lossless", ""},
		{"unique over duplicates", "CREATE INDEX x ON users (status)", "DROP INDEX x\nCREATE UNIQUE INDEX y ON users (status)", "failed downgrade broken", "MRT109"},
		{"view", "DROP VIEW grown", "CREATE VIEW grown AS\n SELECT id, email FROM users WHERE age > 17", "failed downgrade broken", "MRT109"},
		{"view changed", "DROP VIEW grown", "CREATE VIEW grown AS SELECT id, email FROM users WHERE age > 18", "failed downgrade broken", "MRT801"},
		{"downgrade of a table", "CREATE TABLE t (id INTEGER PRIMARY KEY, u INTEGER REFERENCES users (id))", "DROP TABLE t", "passed upgrade-again lossless", ""},
		{"upgrade fails", "CREATE TABLE users (id INTEGER)", "", "failed upgrade broken", "MRT807"},
		{"upgrade fails on rows", "CREATE UNIQUE INDEX y ON users (status)", "DROP INDEX y", "passed upgrade-again lossless", "MRT012"},
		{"second upgrade differs", "CREATE TABLE IF NOT EXISTS log (n INTEGER)\nINSERT INTO settings SELECT 'zz' || count(*), 'x' FROM settings", "DROP TABLE log\nDELETE FROM settings WHERE \"key\" LIKE 'zz%'", "passed upgrade-again lossless", ""},
		{"new rows fail", "ALTER TABLE users ADD COLUMN phone TEXT\nCREATE TABLE n (id INTEGER PRIMARY KEY, v TEXT)\nINSERT INTO n SELECT id, email FROM users", "CREATE TABLE n2 (id INTEGER PRIMARY KEY, v TEXT NOT NULL)\nINSERT INTO n2 SELECT * FROM n\nDROP TABLE n\nDROP TABLE n2\nALTER TABLE users DROP COLUMN phone", "failed downgrade broken", "MRT804"},
		{"backup", "CREATE TABLE old_bio AS SELECT id, bio FROM users\nALTER TABLE users DROP COLUMN bio", "ALTER TABLE users ADD COLUMN bio TEXT\nUPDATE users SET bio = (SELECT bio FROM old_bio o WHERE o.id = users.id)\nDROP TABLE old_bio", "passed upgrade-again lossless", ""},
		{"split", "CREATE TABLE ages (user_id INTEGER PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE, score NUMERIC(10, 2))\nINSERT INTO ages SELECT id, score FROM users\nALTER TABLE users DROP COLUMN score", "ALTER TABLE users ADD COLUMN score NUMERIC(10, 2)\nUPDATE users SET score = (SELECT score FROM ages WHERE user_id = users.id)\nDROP TABLE ages", "passed upgrade-again lossless", ""},
		{"split rounded", "CREATE TABLE ages (user_id INTEGER PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE, score NUMERIC(10, 2))\nINSERT INTO ages SELECT id, score FROM users\nALTER TABLE users DROP COLUMN score", "ALTER TABLE users ADD COLUMN score NUMERIC(10, 2)\nUPDATE users SET score = (SELECT round(score) FROM ages WHERE user_id = users.id)\nDROP TABLE ages", "failed downgrade schema-only", "MRT802"},
		{"strict no cast", "CREATE TABLE r2 (id INTEGER PRIMARY KEY, value TEXT, label TEXT) STRICT\nINSERT INTO r2 SELECT id, CAST(value AS TEXT), label FROM readings\nDROP TABLE readings\nALTER TABLE r2 RENAME TO readings\nCREATE TRIGGER touch AFTER UPDATE OF label ON readings BEGIN UPDATE readings SET value = value WHERE id = NEW.id; END", "CREATE TABLE r2 (id INTEGER PRIMARY KEY, value REAL, label TEXT) STRICT\nINSERT INTO r2 SELECT id, value, label FROM readings\nDROP TABLE readings\nALTER TABLE r2 RENAME TO readings\nCREATE TRIGGER touch AFTER UPDATE OF label ON readings BEGIN UPDATE readings SET value = value WHERE id = NEW.id; END", "failed downgrade broken", "MRT804"},
		{"trigger lost", "DROP TRIGGER touch", "SELECT 1", "failed downgrade broken", "MRT801"},
		{"cascade by delete", "PRAGMA foreign_keys = ON\nALTER TABLE users ADD COLUMN x", "PRAGMA foreign_keys = ON\nDELETE FROM users WHERE id = 3\nINSERT INTO users (id, email) VALUES (3, 'x')\nALTER TABLE users DROP COLUMN x", "failed downgrade schema-only", ""},
		{"time limit", "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n", "", "error upgrade unknown", ""},
		{"attach", "ATTACH DATABASE 'x.db' AS x", "", "error upgrade unknown", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			opt := Options{Timeout: 2e9}
			if tt.name == "time limit" {
				opt.Timeout = 3e8
			}
			got := verdictOf(t, opt, inSQL("base", statements(base), dropAll()), inSQL("case", statements(tt.up), statements(tt.down), "base"))
			if s := fmt.Sprint(got[0].Outcome, " ", got[0].Verdict); s != "passed lossless" {
				t.Fatalf("base: %s", show(got[0]))
			}
			res := got[1]
			if len(res.Coverage.Unseeded) > 0 {
				t.Errorf("unseeded: %v", res.Coverage.Unseeded)
			}
			var codes []string
			for _, f := range res.Findings {
				if f.Severity == finding.Info {
					continue
				}
				codes = append(codes, string(f.Code))
			}
			s := fmt.Sprint(res.Outcome, " ", res.Stage, " ", res.Verdict)
			if s != tt.want || tt.codes != "" && strings.Join(codes, " ") != tt.codes {
				t.Errorf("want %s %s, got %s", tt.want, tt.codes, show(res))
			}
		})
	}
}

func dropAll() []string {
	return statements("DROP VIEW grown\nDROP TABLE items\nDROP TABLE readings\nDROP TABLE flags\nDROP TABLE settings\nDROP TABLE audit_log\nDROP TABLE accounts\nDROP TABLE users")
}

func TestScriptThatRaises(t *testing.T) {
	m := inSQL("a", statements("CREATE TABLE t (id INTEGER PRIMARY KEY)"), nil)
	run := m.Run
	m.Run = func(ctx context.Context, d opshim.Direction, b opshim.Backend) error {
		if d == opshim.Down {
			return errors.New("cannot be run by us")
		}
		return run(ctx, d, b)
	}
	got := verdictOf(t, Options{}, m, inSQL("b", statements("ALTER TABLE t ADD COLUMN x"), statements("ALTER TABLE t DROP COLUMN x"), "a"))
	if got[0].Outcome != finding.CouldNot || got[1].Outcome != finding.Passed {
		t.Errorf("got %s and %s", show(got[0]), show(got[1]))
	}
}
