package verifier

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/mrt-tools/mrt/analyzer/finding"
	"github.com/mrt-tools/mrt/verifier/internal/rows"
)

// manyRows is how many rows the tests of large tables fill in: a few more than make
// a table a large one, or $MRT_TEST_ROWS.
func manyRows(t *testing.T) int {
	if n, err := strconv.Atoi(os.Getenv("MRT_TEST_ROWS")); err == nil {
		return n
	}
	t.Logf("%d rows; MRT_TEST_ROWS=100000 makes it production's number", rows.Large+1000)
	return rows.Large + 1000
}

const bare = "CREATE TABLE bare (what VARCHAR(20), n INTEGER)"

// small are changes of a few among many rows, on each database: what an upgrade
// does to items or to bare, a table without a key, and what a report says of a
// downgrade that does nothing. # is for the number of rows that was asked for.
var small = []struct {
	name, up, want string
	instead        map[string]string // other words for a database
}{
	{name: "one value of many", up: "UPDATE items SET note = 'lost' WHERE id = 4001",
		want: "MRT802 items.note: after the downgrade, items.note differs in 1 row of #: it was _ and is 'lost' for id _"},
	{name: "two values that add up", up: "UPDATE items SET qty = qty + 1 WHERE id = 4001\nUPDATE items SET qty = qty - 1 WHERE id = 4002",
		want: "MRT802 items.qty: after the downgrade, items.qty differs in 2 rows of #: it was _ and is _ for id _"},
	{name: "two values that change places", up: "CREATE TABLE two AS SELECT id, name FROM items WHERE id IN (4001, 4002)\nUPDATE items SET name = (SELECT name FROM two WHERE two.id = 8003 - items.id) WHERE id IN (4001, 4002)\nDROP TABLE two",
		want: "MRT802 items.name: after the downgrade, items.name differs in 2 rows of #: it was _ and is _ for id _"},
	{name: "a row less", up: "DELETE FROM items WHERE id = 4005",
		want: "MRT802 items: after the downgrade, 1 row of # in table items are lost"},
	{name: "another key", up: "UPDATE items SET id = 4008 WHERE id = 4009",
		want: "MRT802 items: after the downgrade, 1 row of _ in table items are lost\nMRT803 items: after the downgrade, 1 row that the upgrade wrote stay behind in table items"},
	{name: "a row twice", up: "INSERT INTO bare SELECT what, n FROM bare LIMIT 1",
		want: "MRT803 bare: after the downgrade, 1 row that the upgrade wrote stay behind in table bare"},
	{name: "a row once less", up: "DELETE FROM bare LIMIT 1",
		instead: map[string]string{"sqlite": "DELETE FROM bare WHERE rowid = (SELECT min(rowid) FROM bare)", "postgresql": "DELETE FROM bare WHERE ctid = (SELECT ctid FROM bare LIMIT 1)"},
		want:    "MRT802 bare: after the downgrade, 1 row of _ in table bare are lost"},
}

// reported are the errors of a report, without examples.
func reported(res finding.Result) string {
	var out []string
	for _, f := range res.Findings {
		if f.Severity != finding.Error || f.Code == "MRT102" {
			continue
		}
		text, _, _ := strings.Cut(f.Message, ", such as")
		out = append(out, fmt.Sprintf("%s %s: %s", f.Code, f.Object, text))
	}
	slices.Sort(out)
	return strings.Join(out, "\n")
}

// matches reports whether a report is the wanted one; _ stands for any value.
func matches(want, got string) bool {
	for i, part := range strings.Split(want, "_") {
		at := strings.Index(got, part)
		if at < 0 || i == 0 && at > 0 {
			return false
		}
		got = got[at+len(part):]
	}
	return strings.HasSuffix(want, "_") || got == ""
}

// TestManyRows: in a large table, too, every value of every row is compared, both
// ways, and the report counts right. All changes are one history, since to fill the
// tables takes longest.
func TestManyRows(t *testing.T) {
	for _, database := range []string{"sqlite", "postgresql", "mariadb", "mysql"} {
		t.Run(database, func(t *testing.T) {
			opt := sizedOptions(t, database)
			opt.Rows = manyRows(t)
			list := []*Migration{inSQL("base", []string{items[database][0], bare}, []string{"DROP TABLE bare", "DROP TABLE items"})}
			want := []string{""}
			add := func(name, report string, up, down []string) {
				list = append(list, inSQL(name, up, down, list[len(list)-1].ID))
				want = append(want, strings.ReplaceAll(report, "#", strconv.Itoa(opt.Rows)))
			}
			for _, c := range small {
				up := c.up
				if other := c.instead[database]; other != "" {
					up = other
				}
				add(c.name, c.want, statements(up), nil)
			}
			for _, c := range sizes {
				report := c.want
				if database == "sqlite" && c.codes == "MRT804" {
					report = "" // any number fits
				}
				_, _, up, down := c.in(database)
				add("size: "+c.name, report, up, down)
			}
			for n, res := range verdictOf(t, opt, list...) {
				if got := reported(res); !matches(want[n], got) {
					t.Errorf("%s: want %s, got %s", res.Revision, want[n], got)
				}
			}
		})
	}
}
