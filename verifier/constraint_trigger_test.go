package verifier

import (
	"testing"

	"github.com/mrt-tools/mrt/analyzer/finding"
)

// TestConstraintTrigger: rows that a deferred trigger would refuse at the commit are
// refused where they are written, and the table is filled past it.
func TestConstraintTrigger(t *testing.T) {
	table := inSQL("make", statements("CREATE TABLE t (id serial PRIMARY KEY, n integer, up integer)\n"+
		"CREATE FUNCTION never() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'not consistent' USING ERRCODE = 'INDX0'; END $$\n"+
		"CREATE CONSTRAINT TRIGGER consistent AFTER INSERT OR UPDATE ON t DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION never()"),
		statements("DROP TABLE t\nDROP FUNCTION never()"))
	loses := inSQL("loses", statements("ALTER TABLE t DROP COLUMN n"), statements("ALTER TABLE t ADD COLUMN n integer"), "make")
	got := verdictOf(t, postgres(t), table, loses)
	if got[0].Outcome != finding.Passed || got[1].Outcome != finding.Failed || got[1].Stage != finding.Downgrade {
		t.Errorf("%s; %s", show(got[0]), show(got[1]))
	}
}
