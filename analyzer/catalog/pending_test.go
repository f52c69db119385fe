package catalog

import (
	"testing"

	"github.com/mrt-tools/mrt/opshim/sqlread"
)

const pendingTables = `
CREATE TABLE p (i int UNIQUE, j int);
CREATE TABLE c (i int, k int, CONSTRAINT fk FOREIGN KEY (i) REFERENCES p (i) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT uq UNIQUE (k) DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE d (i int CONSTRAINT fkd REFERENCES p (i) DEFERRABLE);
INSERT INTO p VALUES (1, 1), (2, 2), (3, 3);
INSERT INTO c VALUES (1, 1), (NULL, 2)`

// pendings are what a transaction does to these tables, and whether PostgreSQL
// lets the last statement pass.
var pendings = []struct {
	sql  string
	want string // fails, passes, unknown
}{
	{"INSERT INTO c VALUES (1, 9); ALTER TABLE c ADD COLUMN z int", "fails"},
	{"INSERT INTO c VALUES (NULL, 9); ALTER TABLE c ALTER COLUMN k SET DEFAULT 4", "fails"},
	{"INSERT INTO c VALUES (1, 9); ALTER TABLE c DROP CONSTRAINT fk", "fails"},
	{"INSERT INTO c VALUES (1, 9); CREATE INDEX new ON c (k)", "fails"},
	{"INSERT INTO c VALUES (1, 9); DROP TABLE c", "fails"},
	{"INSERT INTO c VALUES (1, 9); TRUNCATE c", "fails"},
	{"INSERT INTO c VALUES (1, 9); DELETE FROM c; ALTER TABLE c ADD COLUMN z int", "fails"},
	{"INSERT INTO c VALUES (1, 9); ALTER TABLE c RENAME TO e; ALTER TABLE e ADD COLUMN z int", "fails"},
	{"INSERT INTO c VALUES (1, 9); ALTER TABLE c RENAME COLUMN k TO l", "passes"},
	{"INSERT INTO c VALUES (1, 9); ALTER TABLE c RENAME CONSTRAINT fk TO fl", "passes"},
	{"INSERT INTO c VALUES (1, 9); ALTER TABLE p ADD COLUMN z int", "passes"},
	{"INSERT INTO c VALUES (1, 9); DROP TABLE p CASCADE", "passes"},
	{"INSERT INTO c VALUES (1, 9); COMMIT; ALTER TABLE c ADD COLUMN z int", "passes"},
	{"INSERT INTO c VALUES (1, 9); SET CONSTRAINTS ALL IMMEDIATE; ALTER TABLE c ADD COLUMN z int", "passes"},
	{"INSERT INTO c VALUES (1, 9); SET CONSTRAINTS fk IMMEDIATE; ALTER TABLE c ADD COLUMN z int", "passes"},
	{"INSERT INTO c VALUES (1, 9); SET CONSTRAINTS fkd IMMEDIATE; ALTER TABLE c ADD COLUMN z int", "fails"},
	{"SET CONSTRAINTS ALL IMMEDIATE; INSERT INTO c VALUES (1, 9); ALTER TABLE c ADD COLUMN z int", "passes"},
	{"INSERT INTO d VALUES (1); ALTER TABLE d ADD COLUMN z int", "passes"},
	{"SET CONSTRAINTS fkd DEFERRED; INSERT INTO d VALUES (1); ALTER TABLE d ADD COLUMN z int", "fails"},
	{"INSERT INTO c SELECT 1, 2 WHERE false; ALTER TABLE c ADD COLUMN z int", "passes"},
	{"UPDATE c SET k = k + 10; ALTER TABLE c ADD COLUMN z int", "passes"},
	{"UPDATE c SET k = k + 1; ALTER TABLE c ADD COLUMN z int", "unknown"},
	{"UPDATE c SET i = i; ALTER TABLE c ADD COLUMN z int", "passes"},
	{"UPDATE c SET i = NULL; ALTER TABLE c ADD COLUMN z int", "passes"},
	{"UPDATE c SET i = 2; ALTER TABLE c ADD COLUMN z int", "fails"},
	{"DELETE FROM c; ALTER TABLE c ADD COLUMN z int", "passes"},
	{"DELETE FROM p WHERE i = 3; ALTER TABLE p ADD COLUMN z int", "fails"},
	{"DELETE FROM p WHERE i = 3; ALTER TABLE c ADD COLUMN z int", "passes"},
	{"DELETE FROM p WHERE i = 3; ALTER TABLE c DROP CONSTRAINT fk", "fails"},
	{"DELETE FROM p WHERE i = 3; DROP TABLE c CASCADE", "passes"},
	{"UPDATE p SET i = 5 WHERE i = 3; ALTER TABLE p ADD COLUMN z int", "fails"},
	{"UPDATE p SET j = 7; ALTER TABLE p ADD COLUMN z int", "passes"},
	{"UPDATE p SET i = i; ALTER TABLE p ADD COLUMN z int", "passes"},
	{"INSERT INTO p VALUES (8, 8); ALTER TABLE p ADD COLUMN z int", "passes"},
}

// TestPending holds what the end of a transaction checks against what the
// statements before it may do.
func TestPending(t *testing.T) {
	for _, tt := range pendings {
		s := New(sqlread.PostgreSQL, NewWorld())
		run := func(sql string) (err error) {
			for _, p := range sqlread.Parse(sql, sqlread.PostgreSQL) {
				if _, err = s.Exec(p, nil); err != nil {
					return err
				}
			}
			return nil
		}
		if err := run(pendingTables); err != nil {
			t.Fatal(err)
		}
		s.EndTransaction()
		got, err := "passes", run(tt.sql)
		switch {
		case err != nil:
			got = "fails"
		case s.Tainted != "":
			got = "unknown"
		}
		if got != tt.want {
			t.Errorf("%s: %s, want %s (%v)", tt.sql, got, tt.want, err)
		}
	}
}

// TestPendingWitnesses has rows that only the application can have written: they
// decide, and they are named.
func TestPendingWitnesses(t *testing.T) {
	s := New(sqlread.PostgreSQL, NewWorld())
	var err error
	run := func(sql string) {
		for _, p := range sqlread.Parse(sql, sqlread.PostgreSQL) {
			_, err = s.Exec(p, nil)
		}
	}
	run("CREATE TABLE p (i int UNIQUE); CREATE TABLE c (i int REFERENCES p (i) DEFERRABLE INITIALLY DEFERRED, k int)")
	s.Seed(Seeding{Level: Awkward, Tables: map[string]bool{"c": true}})
	run("UPDATE c SET i = (SELECT max(i) FROM p); ALTER TABLE c DROP COLUMN k")
	f, ok := err.(*Failure)
	if !ok || !f.Rows || !f.Each || len(f.Seeds) == 0 {
		t.Errorf("%+v", err)
	}
}

// TestNewWorldOrphan has a foreign key dropped: an application may write a row
// without a parent, and the key cannot come back.
func TestNewWorldOrphan(t *testing.T) {
	for _, d := range []sqlread.Dialect{sqlread.PostgreSQL, sqlread.MariaDB} {
		for _, back := range []string{"i", "i, j"} {
			s := New(d, NewWorld())
			run := func(sql string) (err error) {
				for _, p := range sqlread.Parse(sql, d) {
					if _, err = s.Exec(p, nil); err != nil {
						return err
					}
				}
				return nil
			}
			key := "ALTER TABLE c ADD CONSTRAINT f FOREIGN KEY (" + back + ") REFERENCES p (" + back + ")"
			if err := run("CREATE TABLE p (i int UNIQUE, j int, CONSTRAINT u UNIQUE (i, j)); CREATE TABLE c (i int, j int); " + key); err != nil {
				t.Fatal(err)
			}
			s.Seed(Seeding{Level: Awkward, Tables: map[string]bool{"c": true}})
			before := s.Clone()
			if err := run("ALTER TABLE c DROP " + map[bool]string{true: "FOREIGN KEY f", false: "CONSTRAINT f"}[d.IsMySQL()]); err != nil {
				t.Fatal(err)
			}
			if why := s.NewWorld(before, false); len(why) == 0 {
				t.Errorf("%v (%s): no row without a parent", d, back)
			}
			if err := run(key); err == nil {
				t.Errorf("%v (%s): the key comes back though a row has no parent", d, back)
			}
		}
	}
}
