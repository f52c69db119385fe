package mydb

import (
	"slices"
	"testing"

	"github.com/mrt-tools/mrt/verifier/internal/live"
)

// TestImplied: a table that is made again has the indexes that the server made for
// foreign keys as such: they go when another serves, and then nothing may drop that
// one. An index that somebody made stays.
func TestImplied(t *testing.T) {
	base := []string{"CREATE TABLE p (id INT PRIMARY KEY)", "CREATE TABLE q (id INT PRIMARY KEY)"}
	tests := []struct {
		name, table string
		more        []string
		serves      string // makes ix, which serves as well as what is there
		needed      bool   // ix cannot be dropped then
	}{
		{"named", "CREATE TABLE r (id INT PRIMARY KEY, a INT, CONSTRAINT fk_a FOREIGN KEY (a) REFERENCES p (id))", nil, "CREATE INDEX ix ON r (a, id)", true},
		{"not named", "CREATE TABLE r (id INT PRIMARY KEY, a INT, FOREIGN KEY (a) REFERENCES p (id))", nil, "CREATE INDEX ix ON r (a)", true},
		{"another one's number", "CREATE TABLE r (id INT PRIMARY KEY, b INT, a INT, FOREIGN KEY (b) REFERENCES p (id), FOREIGN KEY (a) REFERENCES p (id))", []string{"ALTER TABLE r DROP FOREIGN KEY r_ibfk_1"}, "CREATE INDEX ix ON r (a)", true},
		{"renamed", "CREATE TABLE o (id INT PRIMARY KEY, a INT, FOREIGN KEY (a) REFERENCES p (id))", []string{"RENAME TABLE o TO r"}, "CREATE UNIQUE INDEX ix ON r (a, id)", true},
		{"two keys", "CREATE TABLE r (id INT PRIMARY KEY, a INT, b INT, CONSTRAINT k1 FOREIGN KEY (a) REFERENCES p (id), CONSTRAINT k2 FOREIGN KEY (a) REFERENCES q (id))", nil, "CREATE INDEX ix ON r (a)", true},
		{"the index has a name", "CREATE TABLE r (id INT PRIMARY KEY, a INT, FOREIGN KEY odd_one (a) REFERENCES p (id))", nil, "CREATE INDEX ix ON r (a)", true},
		{"added", "CREATE TABLE r (id INT PRIMARY KEY, a INT)", []string{"ALTER TABLE r ADD CONSTRAINT fk_a FOREIGN KEY (a) REFERENCES p (id)"}, "CREATE INDEX ix ON r (a)", true},
		{"the key is gone", "CREATE TABLE r (id INT PRIMARY KEY, a INT, CONSTRAINT fk_a FOREIGN KEY (a) REFERENCES p (id))", []string{"ALTER TABLE r DROP FOREIGN KEY fk_a"}, "CREATE INDEX ix ON r (a)", false},
		{"explicit", "CREATE TABLE r (id INT PRIMARY KEY, a INT, KEY fk_a (a), CONSTRAINT fk_a FOREIGN KEY (a) REFERENCES p (id))", nil, "CREATE INDEX ix ON r (a)", false},
		{"explicit, made before", "CREATE TABLE r (id INT PRIMARY KEY, a INT)", []string{"CREATE INDEX fk_a ON r (a)", "ALTER TABLE r ADD CONSTRAINT fk_a FOREIGN KEY (a) REFERENCES p (id)"}, "CREATE INDEX ix ON r (a)", false},
	}
	each(t, func(t *testing.T, url string) {
		d := open(t, url)
		d.paranoid = true
		d.all(t, base...)
		empty, err := d.Snapshot(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		for _, tt := range tests {
			d.migrate(t, append([]string{tt.table}, tt.more...)...)
			d.restored(t, "DROP TABLE r")
			d.migrate(t, tt.serves)
			if err := d.attempt(t, "DROP INDEX ix ON r"); (err != nil) != tt.needed {
				t.Errorf("%s: dropping the index that serves: %v", tt.name, err)
			}
			if err := d.Restore(t.Context(), empty); err != nil {
				t.Fatalf("%s: %v", tt.name, err)
			}
		}
		if n := d.Doubt(); n != "" {
			t.Errorf("table %s is in doubt", n)
		}
	})
}

// restored runs statements between a Snapshot and its Restore.
func (d *DB) restored(t *testing.T, list ...string) {
	t.Helper()
	m, err := d.Snapshot(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer m.Release()
	d.migrate(t, list...)
	if err := d.Restore(t.Context(), m); err != nil {
		t.Fatal(err)
	}
}

// migrate runs statements as a migration would, of which none may fail.
func (d *DB) migrate(t *testing.T, list ...string) {
	t.Helper()
	for _, sql := range list {
		if err := d.attempt(t, sql); err != nil {
			t.Fatalf("%s: %v", sql, err)
		}
	}
}

// attempt runs a statement as a migration would, and returns what the server says.
func (d *DB) attempt(t *testing.T, sql string) error {
	t.Helper()
	if err := d.Connect(t.Context()); err != nil {
		t.Fatal(err)
	}
	_, verdict := d.Exec(t.Context(), sql, nil)
	if _, theirs := live.AsFailure(verdict); verdict != nil && !theirs {
		t.Fatal(verdict)
	}
	if err := d.Hangup(t.Context(), true); err != nil {
		t.Fatal(err)
	}
	return verdict
}

// TestImpliedAgain: an index that somebody makes in the place of an implied one
// makes the table another, though its text is the same.
func TestImpliedAgain(t *testing.T) {
	each(t, func(t *testing.T, url string) {
		d := open(t, url)
		d.paranoid = true
		d.migrate(t, "CREATE TABLE p (id INT PRIMARY KEY)", "CREATE TABLE r (a INT, CONSTRAINT fk_a FOREIGN KEY (a) REFERENCES p (id))")
		d.restored(t, "ALTER TABLE r DROP FOREIGN KEY fk_a", "DROP INDEX fk_a ON r", "CREATE INDEX fk_a ON r (a)", "ALTER TABLE r ADD CONSTRAINT fk_a FOREIGN KEY (a) REFERENCES p (id)")
		if got := d.implied["r"]; !slices.Equal(got, []string{"fk_a"}) {
			t.Errorf("%v", got)
		}
	})
}

// TestTriggerGone: a trigger that is dropped is seen to be, also on a table that
// gives numbers.
func TestTriggerGone(t *testing.T) {
	each(t, func(t *testing.T, url string) {
		d := open(t, url)
		d.all(t, "CREATE TABLE a (id INT AUTO_INCREMENT PRIMARY KEY)", "CREATE TRIGGER tr BEFORE INSERT ON a FOR EACH ROW SET NEW.id = 4")
		if _, err := d.Capture(t.Context()); err != nil {
			t.Fatal(err)
		}
		d.migrate(t, "DROP TRIGGER tr")
		s, err := d.Capture(t.Context())
		if err != nil || len(s.Catalog.Tables["a"].Extra) > 0 {
			t.Errorf("%v %v", s.Catalog.Tables["a"].Extra, err)
		}
	})
}
