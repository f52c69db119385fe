package verifier

import (
	"testing"

	"github.com/mrt-tools/mrt/analyzer/finding"
)

// TestResumed: a revision that goes wrong does not hide the later ones, and its
// result tells from where they went on.
func TestResumed(t *testing.T) {
	base := inSQL("base", statements("CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT)"), statements("DROP TABLE t"))
	last := func(needs string) *Migration {
		return inSQL("last", statements("ALTER TABLE t ADD COLUMN z"), statements("ALTER TABLE t DROP COLUMN z"), needs)
	}
	for _, c := range []struct{ name, up, down, want, needs string }{
		{"well", "ALTER TABLE t ADD COLUMN b", "ALTER TABLE t DROP COLUMN b", "", "case"},
		{"downgrade does nothing", "ALTER TABLE t ADD COLUMN b", "SELECT 1", resumedAfter, "case"},
		{"downgrade fails", "ALTER TABLE t ADD COLUMN b", "DROP TABLE nothing", resumedAfter, "case"},
		{"rows lost", "ALTER TABLE t ADD COLUMN b", "ALTER TABLE t DROP COLUMN b\nDELETE FROM t", resumedAfter, "case"},
		{"second upgrade fails", "CREATE TABLE u (x)\nCREATE VIEW v AS SELECT 1 WHERE 1 = 2", "DROP TABLE u", resumedAfter, "case"},
		{"new rows", "CREATE TABLE t2 (id INTEGER PRIMARY KEY, a TEXT)\nINSERT INTO t2 SELECT id, a FROM t\nDROP TABLE t\nALTER TABLE t2 RENAME TO t\nALTER TABLE t ADD COLUMN b INTEGER CHECK (b > 0)",
			"CREATE TABLE t2 (id INTEGER PRIMARY KEY, a TEXT, CHECK (a IS NULL OR a IS NOT NULL))\nDROP TABLE t2\nCREATE TABLE w (b INTEGER CHECK (b IS NULL))\nINSERT INTO w SELECT b FROM t\nDROP TABLE w\nALTER TABLE t DROP COLUMN b", resumedAgain, "case"},
		{"upgrade fails", "CREATE TABLE t (x)", "SELECT 1", resumedBefore, "base"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := verdictOf(t, Options{}, base, inSQL("case", statements(c.up), statements(c.down), "base"), last(c.needs))
			if got[1].Resumed != c.want {
				t.Errorf("went on %q, want %q: %s", got[1].Resumed, c.want, show(got[1]))
			}
			if got[2].Outcome != finding.Passed || got[2].Coverage.Seeded != got[2].Coverage.Tables {
				t.Errorf("the next revision: %s, %+v", show(got[2]), got[2].Coverage)
			}
			if got[2].Resumed != "" {
				t.Errorf("nothing comes after the last revision: %q", got[2].Resumed)
			}
		})
	}
}
