package verifier

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/mrt-tools/mrt/analyzer/finding"
)

// uneven is a history in which trips end in every way.
func uneven(tables int) []*Migration {
	list := []*Migration{inSQL("base", statements(base), nil)}
	need := "base"
	add := func(id string, up, down []string) {
		list = append(list, inSQL(id, up, down, need))
		need = id
	}
	for n := range tables {
		table := fmt.Sprintf("t%d", n)
		add("make "+table, []string{"CREATE TABLE " + table + " (id INTEGER PRIMARY KEY AUTOINCREMENT, u INTEGER REFERENCES users, v VARCHAR(9) NOT NULL, w INTEGER CHECK (w > 3))"}, []string{"DROP TABLE " + table})
		add("index "+table, []string{"CREATE INDEX ix_" + table + " ON " + table + " (v)"}, []string{"DROP INDEX ix_" + table})
		add("drop "+table, []string{"ALTER TABLE " + table + " DROP COLUMN v"}, []string{"ALTER TABLE " + table + " ADD COLUMN v VARCHAR(9)"})
		add("keep "+table, []string{"ALTER TABLE " + table + " ADD COLUMN x TEXT DEFAULT 'a'", "UPDATE " + table + " SET x = 'b' WHERE id > 1"}, nil)
		add("lose "+table, []string{"DELETE FROM " + table + " WHERE id = 2"}, []string{"UPDATE users SET age = 3"})
		list = append(list, inSQL("no "+table, []string{"ALTER TABLE nowhere ADD COLUMN x TEXT"}, nil, need), inSQL("beyond "+table, []string{"CREATE VIEW v" + table + " AS SELECT id FROM " + table}, []string{"DROP VIEW v" + table}, "no "+table))
		add("stuck "+table, []string{"CREATE TABLE o" + table + " (id INTEGER PRIMARY KEY)"}, []string{"DROP TABLE nowhere"})
		add("wrong "+table, []string{"UPDATE users SET bio = full_name"}, []string{"UPDATE users SET bio = NULL"})
	}
	return append(list, inSQL("twin", []string{"CREATE TABLE t0 (id INTEGER PRIMARY KEY, u TEXT)"}, []string{"DROP TABLE t0"}, "base"),
		inSQL("of twin", []string{"ALTER TABLE t0 DROP COLUMN u"}, []string{"ALTER TABLE t0 ADD COLUMN u TEXT"}, "twin"))
}

func collect(migrations []*Migration, opt Options) ([]finding.Result, error) {
	var out []finding.Result
	for res, err := range Verify(context.Background(), migrations, opt) {
		if err != nil {
			return out, err
		}
		out = append(out, res)
	}
	return out, nil
}

var asFound = cmp.Options{cmpopts.IgnoreFields(finding.Result{}, "Took"), cmpopts.EquateEmpty()}

// What is found does not depend on how many make the trips.
func TestRelay(t *testing.T) {
	for name, opt := range map[string]Options{
		"all":          {Detail: true},
		"with time":    {Timeout: time.Minute},
		"without rows": {Rows: NoRows},
		"a part":       {Only: func(id string) bool { return len(id) > 6 }},
	} {
		want, err := collect(uneven(12), opt)
		if err != nil || len(want) == 0 {
			t.Fatalf("%s: %v, %d results", name, err, len(want))
		}
		for _, further := range []int{1, 3} {
			opt := opt
			for range further {
				opt.Further = append(opt.Further, uneven(12))
			}
			got, err := collect(uneven(12), opt)
			if err != nil {
				t.Fatalf("%s, %d further jobs: %v", name, further, err)
			}
			if diff := cmp.Diff(want, got, asFound); diff != "" {
				t.Errorf("%s, %d further jobs: %s", name, further, diff)
			}
		}
	}
}

// Each result comes once and in order, whatever ends the verification, and no job
// goes on after it.
func TestRelayEnds(t *testing.T) {
	list := uneven(4)
	opt := Options{Further: [][]*Migration{uneven(4), uneven(4)}}
	for _, at := range []int{0, 7, len(list) - 1} {
		n := 0
		for res, err := range Verify(context.Background(), list, opt) { // nobody listens any more
			if err != nil || res.Revision != list[n].ID {
				t.Fatalf("result %d: %s, %v", n, res.Revision, err)
			}
			if n++; n > at {
				break
			}
		}
		ctx, cancel := context.WithCancel(context.Background())
		var last error
		n = 0
		for res, err := range Verify(ctx, list, opt) {
			if last = err; err != nil {
				continue
			}
			if res.Revision != list[n].ID {
				t.Fatalf("interrupted after %d: result %d is %s", at, n, res.Revision)
			}
			if n++; n > at {
				cancel()
			}
		}
		cancel()
		if n != len(list) || at < len(list)-1 && !errors.Is(last, context.Canceled) {
			t.Errorf("interrupted after %d: %d results, then %v", at, n, last)
		}
	}
}
