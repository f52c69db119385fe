package catalog

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// statementsOfAllKinds change everything that tables and objects are found by.
var statementsOfAllKinds = []string{
	"CREATE TYPE mood AS ENUM ('a', 'b')", "DROP TYPE mood", "DROP TYPE mood CASCADE", "ALTER TYPE mood RENAME TO humour", "ALTER TYPE humour RENAME TO mood",
	"CREATE TABLE p (id serial PRIMARY KEY, m mood, n text UNIQUE)", "DROP TABLE p", "DROP TABLE p CASCADE",
	"CREATE TABLE c (id integer PRIMARY KEY, p_id integer REFERENCES p (id))", "DROP TABLE c", "ALTER TABLE c RENAME TO d", "ALTER TABLE d RENAME TO c",
	"ALTER TABLE p RENAME TO q", "ALTER TABLE q RENAME TO p", "ALTER TABLE c DROP CONSTRAINT c_p_id_fkey",
	"ALTER TABLE c ADD CONSTRAINT c_p_id_fkey FOREIGN KEY (p_id) REFERENCES p (id)", "ALTER TABLE p DROP COLUMN id CASCADE", "ALTER TABLE p ADD COLUMN id serial PRIMARY KEY",
	"CREATE INDEX ix ON p (n)", "DROP INDEX ix", "ALTER INDEX ix RENAME TO iy", "DROP INDEX iy", "ALTER TABLE p DROP CONSTRAINT p_n_key",
	"CREATE VIEW v AS SELECT id FROM p", "DROP VIEW v", "CREATE OR REPLACE VIEW v AS SELECT id FROM c",
	"CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'begin return new; end'", "DROP FUNCTION f", "DROP FUNCTION f() CASCADE",
	"CREATE TRIGGER tr BEFORE UPDATE ON p FOR EACH ROW EXECUTE FUNCTION f()", "DROP TRIGGER tr ON p",
	"CREATE TABLE r (k integer) PARTITION BY RANGE (k)", "CREATE TABLE r1 PARTITION OF r FOR VALUES FROM (1) TO (9)", "DROP TABLE r", "ALTER TABLE r DETACH PARTITION r1",
	"ALTER TABLE p ADD COLUMN m mood", "ALTER TABLE p DROP COLUMN m", "SELECT x FROM somewhere_else",
}

// TestLookups: what tables and objects are found by is what they have, whatever
// statements were done, failed, or were done on a copy.
func TestLookups(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	states := []*State{New(sqlread.PostgreSQL, NewWorld())}
	for range 6000 {
		i := r.IntN(len(states))
		s := states[i]
		switch r.IntN(12) {
		case 0:
			if len(states) < 4 {
				states = append(states, s.Clone())
			} else {
				states = slices.Delete(states, i, i+1)
			}
			continue
		case 1:
			s.Settle()
		default:
			for _, p := range sqlread.Parse(statementsOfAllKinds[r.IntN(len(statementsOfAllKinds))], s.Dialect) {
				_, _ = s.Exec(p, nil) // most fail, which is the point
			}
		}
		for _, s := range states {
			sameLookups(t, s)
		}
	}
}

// sameLookups compares with a search through all there is.
func sameLookups(t *testing.T, s *State) {
	t.Helper()
	s.file()
	want := map[string][]string{}
	for k, x := range s.tables.all() {
		for _, f := range s.tableFacts(x, nil) {
			want[f.key()] = append(want[f.key()], k)
		}
	}
	for k, o := range s.objects.all() {
		for _, f := range s.objectFacts(o) {
			want[f.key()] = append(want[f.key()], k)
		}
	}
	for f, keys := range want {
		slices.Sort(keys)
		if got := s.by(fact{f, ""}); !slices.Equal(got, keys) {
			t.Fatalf("%s: found %v, there are %v", f, got, keys)
		}
	}
	for f := range s.found.all() {
		if want[f] == nil && s.found.get(f).n > 0 {
			t.Fatalf("%s: found %v, there is none", f, s.by(fact{f, ""}))
		}
	}
}
