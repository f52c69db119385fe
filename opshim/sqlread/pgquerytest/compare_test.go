package pgquerytest

import (
	"bufio"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/mrt-tools/mrt/opshim/sqlread"
	pgquery "github.com/wasilibs/go-pgquery"
)

// TestStatements compares the statements of testdata/statements.sql, which are
// separated by lines with two dashes alone.
func TestStatements(t *testing.T) {
	text, err := os.ReadFile("testdata/statements.sql")
	if err != nil {
		t.Fatal(err)
	}
	for _, sql := range strings.Split(string(text), "\n--\n") {
		if why := differs(sql); why != "" {
			t.Errorf("%s\n%s", why, sql)
		}
	}
}

// TestLiterals does the same for the statements of a file, one JSON object with
// "dialect" and "sql" a line; LITERALS names it. What PostgreSQL itself does
// not take does not count.
func TestLiterals(t *testing.T) {
	file := os.Getenv("LITERALS")
	if file == "" {
		t.Skip("LITERALS is not set")
	}
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<26)
	all, same, refused := 0, 0, 0
	for lines.Scan() {
		var x struct{ Dialect, SQL string }
		if err := json.Unmarshal(lines.Bytes(), &x); err != nil {
			t.Fatal(err)
		}
		if x.Dialect != "postgresql" || strings.Contains(x.SQL, "<unknown ") {
			continue
		}
		why := differs(x.SQL)
		if why == refusal {
			refused++
			continue
		}
		if all++; why == "" {
			same++
		} else {
			t.Logf("%s\n%.300s", why, x.SQL)
		}
	}
	t.Logf("statements that PostgreSQL takes: %d, read alike: %d (%.2f %%); not taken: %d", all, same, 100*float64(same)/float64(max(all, 1)), refused)
	if all == 0 || float64(same) < 0.97*float64(all) {
		t.Error("fewer than 97 % are read alike, or there was nothing to read")
	}
}

const refusal = "PostgreSQL does not take it"

// differs says in what two readings of a text differ; empty if in nothing.
func differs(sql string) string {
	plain := strings.ReplaceAll(sql, `\:`, ":") // as text() of SQLAlchemy has it
	tree, err := pgquery.Parse(plain)
	if err != nil {
		return refusal
	}
	got := sqlread.Parse(plain, sqlread.PostgreSQL)
	if len(got) != len(tree.Stmts) {
		return "another number of statements"
	}
	for i, st := range tree.Stmts {
		want, have := strings.ReplaceAll(theirs(st.Stmt), "public.", ""), strings.ReplaceAll(ours(got[i].Stmt), "public.", "")
		if want == "?" {
			return "a kind of statement that the comparison does not know"
		}
		if want != have {
			return "PostgreSQL: " + want + "\n      mrt: " + have
		}
	}
	return ""
}
