package verifier

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/mrt-tools/mrt/analyzer/finding"
)

// measurements are what was measured of the last migration, without the times.
func measurements(t *testing.T, opt Options, list ...*Migration) []string {
	t.Helper()
	opt.Locks = true
	var last finding.Result
	for _, res := range verdictOf(t, opt, list...) {
		last = res
	}
	var out []string
	for _, st := range last.Statements {
		if st.Took <= 0 {
			t.Errorf("no time for %s", st.SQL)
		}
		line := "up"
		if st.Down {
			line = "down"
		}
		verb, _, _ := strings.Cut(st.SQL, " (")
		line += fmt.Sprintf(" %s: %d", strings.Join(strings.Fields(verb)[:2], " "), st.Changed)
		for _, l := range st.Locks {
			line += fmt.Sprintf("; %s %s %s", l.Table, l.Mode, l.Waits)
		}
		if st.Unseen != "" {
			line += "; unseen"
		}
		out = append(out, line)
	}
	return out
}

func TestLocksPostgres(t *testing.T) {
	base := inSQL("base", statements("CREATE TABLE a (id INTEGER PRIMARY KEY, n INTEGER)\nCREATE TABLE b (id INTEGER PRIMARY KEY)"), statements("DROP TABLE b\nDROP TABLE a"))
	m := inSQL("m", statements("CREATE INDEX ix_n ON a (n)\nALTER TABLE a ADD COLUMN b_id INTEGER REFERENCES b (id)\nUPDATE a SET n = 1\nCREATE TABLE c (id INTEGER)\nCOMMENT ON TABLE c IS 'x'"),
		statements("DROP TABLE c\nALTER TABLE a DROP COLUMN b_id\nDROP INDEX ix_n"))
	want := []string{
		"up CREATE INDEX: 0; a ShareLock writes",
		"up ALTER TABLE: 0; a AccessExclusiveLock reads and writes; b ShareRowExclusiveLock writes",
		"up UPDATE a: 14",
		"up CREATE TABLE: 0",
		"up COMMENT ON: 0",
		"down DROP TABLE: 0; c AccessExclusiveLock reads and writes",
		"down ALTER TABLE: 0; a AccessExclusiveLock reads and writes; b AccessExclusiveLock reads and writes",
		"down DROP INDEX: 0",
	}
	if diff := cmp.Diff(want, measurements(t, postgres(t), base, m)); diff != "" {
		t.Error(diff)
	}
	alone := inSQL("m", statements("COMMIT\nCREATE INDEX CONCURRENTLY ix_n ON a (n)"), statements("DROP INDEX ix_n"))
	want = []string{"up CREATE INDEX: 0; unseen", "down DROP INDEX: 0; a AccessExclusiveLock reads and writes"}
	if diff := cmp.Diff(want, measurements(t, postgres(t), base, alone)); diff != "" {
		t.Error(diff)
	}
}

func TestLocksMySQL(t *testing.T) {
	base := inSQL("base", statements("CREATE TABLE a (id INTEGER PRIMARY KEY, n INTEGER)"), statements("DROP TABLE a"))
	m := inSQL("m", statements("CREATE INDEX ix_n ON a (n)\nALTER TABLE a ADD COLUMN b INTEGER\nALTER TABLE a MODIFY n BIGINT\nUPDATE a SET n = 1\nCREATE TABLE c (id INTEGER)"),
		statements("DROP TABLE c\nALTER TABLE a MODIFY n INTEGER\nALTER TABLE a DROP COLUMN b\nDROP INDEX ix_n ON a"))
	instant := map[string]string{"mariadb": "ALGORITHM=INSTANT", "mysql": "ALGORITHM=INPLACE, LOCK=NONE"}
	online := map[string]string{"mariadb": "ALGORITHM=NOCOPY, LOCK=NONE", "mysql": "ALGORITHM=INPLACE, LOCK=NONE"}
	onMySQL(t, func(t *testing.T, opt Options, _ []string) {
		product := "mysql"
		if strings.HasSuffix(t.Name(), "mariadb") {
			product = "mariadb"
		}
		moment, writes := " nothing, but for a moment", " writes"
		want := []string{
			"up CREATE INDEX: 0; a " + online[product] + moment,
			"up ALTER TABLE: 0; a " + instant[product] + moment,
			"up ALTER TABLE: 0; a ALGORITHM=COPY, LOCK=SHARED" + writes,
			"up UPDATE a: 14; a row locks writes of the same rows",
			"up CREATE TABLE: 0",
			"down DROP TABLE: 0; c metadata lock EXCLUSIVE reads and writes",
			"down ALTER TABLE: 0; a ALGORITHM=COPY, LOCK=SHARED" + writes,
			"down ALTER TABLE: 0; a " + instant[product] + moment,
			"down DROP INDEX: 0; a " + online[product] + moment,
		}
		if diff := cmp.Diff(want, measurements(t, opt, base, m)); diff != "" {
			t.Error(diff)
		}
	})
}
