package litedb

import (
	"context"
	"fmt"
	"testing"

	"github.com/mrt-tools/mrt/verifier/internal/live"
)

// A mark holds what the database was, for any database and any number of times,
// until it is released; what was restored from it stays.
func TestMarks(t *testing.T) {
	ctx := context.Background()
	var dbs [2]*DB
	for i := range dbs {
		d, err := Open(ctx, nil)
		if err != nil {
			t.Fatal(err)
		}
		defer d.Close()
		dbs[i] = d
	}
	try := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	holds := func(d *DB, want string) {
		t.Helper()
		try(d.Connect(ctx))
		a, err := d.Exec(ctx, "SELECT count(*), (SELECT count(*) FROM sqlite_master) FROM t", nil)
		if got := fmt.Sprint(err); err == nil {
			if got = fmt.Sprint(a.Rows[0]...); got != want {
				t.Errorf("the database holds %s, not %s", got, want)
			}
		} else if got != want {
			t.Errorf("%s, not %s", got, want)
		}
	}
	a, b := dbs[0], dbs[1]
	var marks []live.Mark
	for n, sql := range []string{"CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT)", "INSERT INTO t DEFAULT VALUES", "INSERT INTO t DEFAULT VALUES", "CREATE INDEX i ON t (id)"} {
		m, err := a.Snapshot(ctx)
		try(err)
		marks = append(marks, m)
		try(a.Connect(ctx))
		_, err = a.Exec(ctx, sql, nil)
		try(err)
		try(a.Hangup(ctx, true))
		if n == 1 {
			try(b.Restore(ctx, m))
			m.Release()
			m.Release()
			if b.Restore(ctx, m) == nil {
				t.Error("what was released can be restored")
			}
		}
	}
	holds(b, "0 2")
	holds(a, "2 3")
	for range 2 {
		try(b.Restore(ctx, marks[2]))
		try(b.Restore(ctx, marks[3]))
		holds(b, "2 2")
		try(a.Restore(ctx, marks[2]))
		try(a.Connect(ctx))
		_, err := a.Exec(ctx, "DELETE FROM t", nil)
		try(err)
		try(a.Hangup(ctx, true))
		holds(a, "0 2")
	}
	s, err := b.Capture(ctx)
	try(err)
	if c := s.Counters["t"]; c.Value != 2 {
		t.Errorf("AUTOINCREMENT stands at %d in the other database", c.Value)
	}
	try(a.Restore(ctx, marks[0]))
	holds(a, "no such table: t")
}
