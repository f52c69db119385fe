package verifier

import (
	"strings"
	"testing"

	"github.com/mrt-tools/mrt/analyzer/finding"
)

// TestAside: branches that make the same are verified on databases of their own;
// what stands on both is not.
func TestAside(t *testing.T) {
	table := func(id, name string, needs ...string) *Migration {
		return inSQL(id, statements("CREATE TABLE "+name+" (id INTEGER PRIMARY KEY)"), statements("DROP TABLE "+name), needs...)
	}
	column := func(id, name string, needs ...string) *Migration {
		return inSQL(id, statements("ALTER TABLE "+name+" ADD COLUMN x"), statements("ALTER TABLE "+name+" DROP COLUMN x"), needs...)
	}
	got := verdictOf(t, Options{},
		table("base", "b"),
		table("one", "a", "base"), column("one2", "a", "one"),
		table("two", "a", "base"), column("two2", "a", "two"), inSQL("two3", statements("DROP TABLE a"), statements("SELECT 1"), "two2"),
		table("again", "b", "one2"), column("again2", "b", "again"),
		table("both", "c", "one2", "two3"), table("twice", "a", "base"), table("twice2", "d", "twice"), table("other", "d"), table("other2", "e", "other"))
	for i, want := range []string{"passed", "passed", "passed", "failed/upgrade", "passed two", "failed two", "failed/upgrade", "passed", "passed", "failed/upgrade", "passed twice", "passed", "passed"} {
		res := got[i]
		is := res.Outcome.String()
		if res.Stage == finding.Upgrade {
			is += "/upgrade"
		}
		if is += " " + res.Aside; strings.TrimSpace(is) != want {
			t.Errorf("%s is %s, not %s", show(res), is, want)
		}
		if own := strings.Contains(res.Resumed, "with a database of its own"); own != (res.Revision == "two" || res.Revision == "twice") {
			t.Errorf("%s: %q", res.Revision, res.Resumed)
		}
	}
	if got[8].Without == nil {
		t.Error("what stands on two branches that make the same stands on both")
	}
}
