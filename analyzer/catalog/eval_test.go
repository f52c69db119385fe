package catalog

import (
	"testing"

	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// evals are expressions without columns and what they give.
var evals = []struct {
	dialect sqlread.Dialect
	expr    string
	want    string
}{
	{sqlread.PostgreSQL, "1 + 2 * 3", "7"},
	{sqlread.PostgreSQL, "7 / 2", "3"},
	{sqlread.MySQL, "7 / 2", "3.5000"},
	{sqlread.SQLite, "7 / 2", "3"},
	{sqlread.PostgreSQL, "7.0 / 2", "3.5000000000000000"},
	{sqlread.PostgreSQL, "-7 / 2", "-3"},
	{sqlread.PostgreSQL, "NULL = NULL", "NULL"},
	{sqlread.PostgreSQL, "NULL IS NOT DISTINCT FROM NULL", "true"},
	{sqlread.PostgreSQL, "1 IN (2, NULL)", "NULL"},
	{sqlread.PostgreSQL, "1 NOT IN (2, 3)", "true"},
	{sqlread.PostgreSQL, "(1, NULL) IS NOT DISTINCT FROM (1, NULL)", "true"},
	{sqlread.PostgreSQL, "'a' || 'b' || 1", "'ab1'"},
	{sqlread.PostgreSQL, "coalesce(NULL, 'x')", "'x'"},
	{sqlread.PostgreSQL, "nullif('a', 'a')", "NULL"},
	{sqlread.PostgreSQL, "upper(trim(' aß '))", "'Aß'"},
	{sqlread.PostgreSQL, "substr('abcdef', 2, 3)", "'bcd'"},
	{sqlread.PostgreSQL, "left('abc', -1) || right('abc', 1)", "'abc'"},
	{sqlread.PostgreSQL, "round(2.5)", "3"},
	{sqlread.PostgreSQL, "round(-2.345, 2)", "-2.35"},
	{sqlread.PostgreSQL, "floor(-1.5)", "-2"},
	{sqlread.PostgreSQL, "CAST('12' AS integer) + 1", "13"},
	{sqlread.PostgreSQL, "'1.50'::numeric", "1.50"},
	{sqlread.PostgreSQL, "1.239::numeric(4,2)", "1.24"},
	{sqlread.PostgreSQL, "CASE WHEN 1 > 2 THEN 'a' ELSE 'b' END", "'b'"},
	{sqlread.PostgreSQL, "'abc' LIKE 'a%c' AND 'abc' NOT LIKE '_'", "true"},
	{sqlread.PostgreSQL, "'ABC' LIKE 'a%'", "false"},
	{sqlread.SQLite, "'ABC' LIKE 'a%'", "true"},
	{sqlread.PostgreSQL, "2 BETWEEN 1 AND 3", "true"},
	{sqlread.PostgreSQL, "split_part('a b c', ' ', 2)", "'b'"},
	{sqlread.PostgreSQL, "initcap('hello wORLD')", "'Hello World'"},
	{sqlread.PostgreSQL, "lpad('7', 3, '0')", "'007'"},
	{sqlread.MySQL, "substring_index('a,b,c', ',', 2)", "'a,b'"},
	{sqlread.MySQL, "concat('a', NULL)", "NULL"},
	{sqlread.PostgreSQL, "concat('a', NULL, 'b')", "'ab'"},
	{sqlread.PostgreSQL, `'{"a": 1.50, "bb": [1]}'::jsonb ->> 'a'`, "'1.50'"},
	{sqlread.PostgreSQL, `'{"b":1,"a":{"c":null}}'::jsonb - 'b'`, `'{"a": {"c": null}}'`},
	{sqlread.PostgreSQL, `jsonb_build_object('x', 1, 'a', NULL)`, `'{"a": null, "x": 1}'`},
	{sqlread.SQLite, "CAST('12abc' AS INTEGER)", "12"},
	{sqlread.SQLite, "'5' + 1", "6"},
	{sqlread.PostgreSQL, "gen_random_uuid()", "?"},
	{sqlread.PostgreSQL, "strange(1)", "??"},
	{sqlread.PostgreSQL, "(SELECT max(x) FROM (VALUES (1), (3), (2)) AS v (x))", "3"},
	{sqlread.PostgreSQL, "(SELECT count(*) FROM (VALUES (1), (1)) AS v (x))", "2"},
	{sqlread.PostgreSQL, "(SELECT sum(DISTINCT x) FROM (VALUES (1), (1), (4)) AS v (x))", "5"},
	{sqlread.PostgreSQL, "EXISTS (SELECT 1 WHERE 1 = 2)", "false"},
}

func TestEval(t *testing.T) {
	for _, tt := range evals {
		q := &query{s: New(tt.dialect, NewWorld())}
		got := q.eval(sqlread.ParseExpr(tt.expr, tt.dialect), nil)
		if q.err != nil || got.String() != tt.want {
			t.Errorf("%s: %s = %s (%v), want %s", tt.dialect, tt.expr, got, q.err, tt.want)
		}
	}
}

func TestFailures(t *testing.T) {
	for _, x := range []string{"1 / 0", "'x'::integer", "70000::smallint", "(SELECT x FROM (VALUES (1), (2)) AS v (x))"} {
		q := &query{s: New(sqlread.PostgreSQL, NewWorld())}
		if q.eval(sqlread.ParseExpr(x, sqlread.PostgreSQL), nil); q.err == nil {
			t.Errorf("%s does not fail", x)
		}
	}
}

// run does statements and fails the test where one fails.
func run(t *testing.T, s *State, text string) *Result {
	t.Helper()
	var last *Result
	for _, p := range sqlread.Parse(text, s.Dialect) {
		r, err := s.Exec(p, nil)
		if err != nil {
			t.Fatalf("%s: %v", p.Text, err)
		}
		last = r
	}
	return last
}

func TestSeedsAreLegal(t *testing.T) {
	const ddl = `
CREATE TABLE a (id INTEGER PRIMARY KEY, name VARCHAR(10) UNIQUE NOT NULL, kind VARCHAR(5) NOT NULL CHECK (kind IN ('x', 'y')), n INTEGER CHECK (n > 3 AND n < 100), parent INTEGER REFERENCES a (id));
CREATE TABLE b (a_id INTEGER NOT NULL REFERENCES a (id), line INTEGER NOT NULL, amount NUMERIC(5, 2), PRIMARY KEY (a_id, line));
`
	for _, d := range []sqlread.Dialect{sqlread.PostgreSQL, sqlread.SQLite, sqlread.MySQL} {
		s := New(d, NewWorld())
		s.ForeignKeys = true
		run(t, s, ddl)
		s.Seed(Seeding{Level: Awkward, Tables: map[string]bool{"b": true}})
		for _, k := range []string{"a", "b"} {
			tab := s.tables.get(k)
			if len(tab.Rows) < 4 {
				t.Errorf("%s: %d witnesses of %s", d, len(tab.Rows), k)
			}
			q := &query{s: s}
			for _, c := range tab.Constraints {
				if err := q.checkRows(tab, c); err != nil {
					t.Errorf("%s: %v", d, err)
				}
			}
		}
	}
}

func TestClonesDoNotSeeEachOther(t *testing.T) {
	s := New(sqlread.PostgreSQL, NewWorld())
	run(t, s, "CREATE TABLE t (a INT); INSERT INTO t VALUES (1)")
	c := s.Clone()
	run(t, c, "ALTER TABLE t ADD b INT; INSERT INTO t VALUES (2, 3); CREATE VIEW v AS SELECT a FROM t")
	run(t, s, "UPDATE t SET a = 9")
	if got := run(t, s, "SELECT * FROM t").Rows; len(got) != 1 || len(got[0]) != 1 || got[0][0].String() != "9" {
		t.Errorf("the original has %v", got)
	}
	if got := run(t, c, "SELECT sum(a) FROM t").Rows; got[0][0].String() != "3" {
		t.Errorf("the clone has %v", got)
	}
	if d := Diff(s, c); len(d) != 2 {
		t.Errorf("differences %v", d)
	}
}

func TestFailedStatementChangesNothing(t *testing.T) {
	s := New(sqlread.PostgreSQL, NewWorld())
	run(t, s, "CREATE TABLE t (a INT PRIMARY KEY); INSERT INTO t VALUES (1)")
	before := s.Clone()
	for _, text := range []string{"INSERT INTO t VALUES (2), (1)", "ALTER TABLE t ADD b INT, DROP c", "UPDATE t SET a = 1 / 0"} {
		if _, err := s.Exec(sqlread.Parse(text, s.Dialect)[0], nil); err == nil {
			t.Errorf("%s does not fail", text)
		}
		if d := Diff(before, s); len(d) > 0 {
			t.Errorf("%s left %v", text, d)
		}
		if d := DiffData(before, s); len(d) > 0 {
			t.Errorf("%s left %v", text, d)
		}
	}
}

func TestCascade(t *testing.T) {
	s := New(sqlread.SQLite, NewWorld())
	run(t, s, `PRAGMA foreign_keys=ON; CREATE TABLE a (id INTEGER PRIMARY KEY);
CREATE TABLE b (id INTEGER PRIMARY KEY, a_id INTEGER REFERENCES a (id) ON DELETE CASCADE);
CREATE TABLE c (id INTEGER PRIMARY KEY, b_id INTEGER REFERENCES b (id) ON DELETE SET NULL);
INSERT INTO a VALUES (1), (2); INSERT INTO b VALUES (10, 1), (20, 2); INSERT INTO c VALUES (100, 10), (200, 20);
DELETE FROM a WHERE id = 1`)
	if n := len(s.tables.get("b").Rows); n != 1 {
		t.Errorf("%d rows in b", n)
	}
	if got := run(t, s, "SELECT b_id FROM c ORDER BY id").Rows; !got[0][0].IsNull() || got[1][0].String() != "20" {
		t.Errorf("c has %v", got)
	}
}
