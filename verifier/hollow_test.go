package verifier

import (
	"bufio"
	"context"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/mrt-tools/mrt/verifier/internal/litedb"
	"github.com/mrt-tools/mrt/verifier/internal/live"
)

// TestHollow holds testdata/hollow.txt against the tree: each case that it names
// must be there.
func TestHollow(t *testing.T) {
	file, err := os.Open("testdata/hollow.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	known := map[string]bool{}
	for kind, pattern := range map[string]string{"scene": "testdata/planted/*.txt", "shape": "testdata/shapes/*.txt"} {
		for _, s := range scenes(t, pattern) {
			known[kind+" "+s.file+"/"+s.name] = true
		}
	}
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		line := lines.Text()
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		_, where, ok := strings.Cut(line, " | ")
		if !ok || !known[where] && !inTree(t, where) {
			t.Errorf("no such case: %s", line)
		}
	}
}

// inTree looks for a test or a script.
func inTree(t *testing.T, where string) bool {
	t.Helper()
	words := strings.Fields(where)
	switch {
	case len(words) == 2 && words[0] == "script":
		_, err := os.Stat(filepath.Join("..", "testdata", "script", words[1]+".txtar"))
		return err == nil
	case len(words) == 3 && words[0] == "test":
		files, _ := filepath.Glob(filepath.Join("..", words[1], "*_test.go"))
		name := regexp.MustCompile(`(?m)^func ` + words[2] + `\(t `)
		for _, f := range files {
			if text, err := os.ReadFile(f); err == nil && name.Match(text) {
				return true
			}
		}
	}
	return false
}

// stateOf fills the tables of some statements and returns the state.
func stateOf(t *testing.T, want int, ddl ...string) *live.State {
	t.Helper()
	ctx := context.Background()
	db, err := litedb.Open(ctx, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, sql := range ddl {
		if _, err := db.Exec(ctx, sql, nil); err != nil {
			t.Fatal(err)
		}
	}
	s, err := db.Capture(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if s, err = newFiller(db, want, nil).fill(ctx, s); err != nil {
		t.Fatal(err)
	}
	return s
}

const everyday = "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b REAL, c JSON, d DATETIME NOT NULL, e INT CHECK (e > 3), f VARCHAR(9) UNIQUE)"

func TestSameRowsTwice(t *testing.T) {
	a, b := stateOf(t, 3, everyday), stateOf(t, 3, everyday)
	if !reflect.DeepEqual(a.Rows["t"].Rows, b.Rows["t"].Rows) {
		t.Errorf("got %v and %v", a.Rows["t"].Rows, b.Rows["t"].Rows)
	}
}

func TestRowsAsAskedFor(t *testing.T) {
	if n := len(stateOf(t, 40, everyday).Rows["t"].Rows); n != 40 {
		t.Errorf("40 rows were asked for, there are %d", n)
	}
}

func TestVersionTableOfAnotherName(t *testing.T) {
	m := inSQL("a", statements("CREATE TABLE t (id INTEGER PRIMARY KEY)\nCREATE TABLE my_version (version_num VARCHAR(32) NOT NULL)\nINSERT INTO my_version VALUES ('a')"),
		statements("DROP TABLE t\nDROP TABLE my_version"))
	up := inSQL("b", statements("ALTER TABLE t ADD COLUMN x INT\nUPDATE my_version SET version_num = 'b'"), statements("ALTER TABLE t DROP COLUMN x\nUPDATE my_version SET version_num = 'a'"), "a")
	for _, res := range verdictOf(t, Options{VersionTables: []string{"my_version"}}, m, up) {
		if s := show(res); s != "passed upgrade-again lossless " {
			t.Error(s)
		}
	}
}

// A state that nothing has touched is the same object: a step costs what it
// changes, not what the database holds.
func TestSavedStatesAreShared(t *testing.T) {
	ctx := context.Background()
	db, err := litedb.Open(ctx, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, sql := range []string{"CREATE TABLE a (id INTEGER PRIMARY KEY)", "CREATE TABLE b (id INTEGER PRIMARY KEY)", "INSERT INTO a VALUES (1)", "INSERT INTO b VALUES (1)"} {
		if _, err := db.Exec(ctx, sql, nil); err != nil {
			t.Fatal(err)
		}
	}
	before, err := db.Capture(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec(ctx, "INSERT INTO b VALUES (2)", nil); err != nil {
		t.Fatal(err)
	}
	after, err := db.Capture(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if after.Rows["a"] != before.Rows["a"] || after.Rows["b"] == before.Rows["b"] || after.Catalog.Tables["a"] != before.Catalog.Tables["a"] {
		t.Error("what was not touched was read again, or what was touched was not")
	}
}
