package verifier

import (
	"testing"

	"github.com/mrt-tools/mrt/analyzer/finding"
)

// TestFilledAgain: a table whose rows an earlier revision deleted, or that had to
// be withdrawn for it, holds rows again when the next one is put to the test.
func TestFilledAgain(t *testing.T) {
	base := inSQL("base", statements("CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT)"), statements("DROP TABLE t"))
	for name, up := range map[string]string{"deleted": "DELETE FROM t", "withdrawn": "CREATE TABLE u (a INTEGER CHECK (a < 0))\nINSERT INTO u SELECT id FROM t\nDROP TABLE u"} {
		got := verdictOf(t, Options{}, base, inSQL("case", statements(up), statements("SELECT 1"), "base"),
			inSQL("loss", statements("UPDATE t SET a = NULL"), statements("SELECT 1"), "case"))
		if got[2].Outcome != finding.Failed || got[2].Coverage.Seeded != 1 {
			t.Errorf("%s: the loss of the next revision is not seen: %s, %+v", name, show(got[2]), got[2].Coverage)
		}
	}
}
