package verifier

import (
	"slices"
	"strings"
	"testing"

	"github.com/mrt-tools/mrt/analyzer/finding"
)

// TestWithout: what comes after a revision that cannot be upgraded is tried
// without it, and is blamed for nothing that may be for want of it.
func TestWithout(t *testing.T) {
	bad := inSQL("bad", statements("ALTER TABLE nowhere ADD COLUMN x"), statements("SELECT 1"))
	apart := inSQL("apart", statements("CREATE TABLE a (id INTEGER PRIMARY KEY)"), statements("DROP TABLE a"), "bad")
	loses := inSQL("loses", statements("DROP TABLE a"), statements("SELECT 1"), "apart")
	needs := inSQL("needs", statements("ALTER TABLE nowhere ADD COLUMN y"), statements("SELECT 1"), "loses")
	wrong := inSQL("wrong", statements("ALTER TABLE a"), statements("SELECT 1"), "needs")
	back := inSQL("back", statements("CREATE TABLE b (id INTEGER PRIMARY KEY)"), statements("DROP TABLE b\nDROP TABLE nowhere"), "wrong")
	other := inSQL("other", statements("CREATE TABLE o (id INTEGER PRIMARY KEY)"), statements("DROP TABLE o"))
	got := verdictOf(t, Options{}, bad, apart, loses, needs, wrong, back, other)
	for i, want := range []struct {
		outcome finding.Outcome
		stage   finding.Stage
		cause   string
		without []string
	}{
		{finding.Failed, finding.Upgrade, "", nil},
		{finding.Passed, finding.UpgradeAgain, "", []string{"bad"}},
		{finding.Failed, finding.Downgrade, "", []string{"bad"}},
		{finding.CouldNot, finding.Upgrade, "run: not reached, because the upgrade of revision bad fails; without it, this upgrade fails: OperationalError: no such table: nowhere", []string{"bad"}},
		{finding.Failed, finding.Upgrade, "", []string{"bad", "needs"}},
		{finding.CouldNot, finding.Downgrade, "run: not reached, because the upgrade of revision bad fails; without it, this downgrade fails: ", []string{"bad", "needs", "wrong"}},
		{finding.Passed, finding.UpgradeAgain, "", nil},
	} {
		res := got[i]
		if res.Outcome != want.outcome || res.Stage != want.stage || !strings.HasPrefix(res.Cause, want.cause) || !slices.Equal(res.Without, want.without) {
			t.Errorf("%s, without %v", show(res), res.Without)
		}
	}
}
