package verifier

import (
	"context"
	"fmt"
	"sort"
	"strings"

	"github.com/mrt-tools/mrt/analyzer/finding"
	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/verifier/internal/live"
	"github.com/mrt-tools/mrt/verifier/internal/rows"
	"github.com/mrt-tools/mrt/verifier/internal/shape"
)

// maxTrials bounds how often an upgrade is tried to find the rows that it trips over.
const maxTrials = 60

// withdraw finds out whether an upgrade fails only on rows that the old schema
// permits. If so it removes as few of them as it takes, reports them, and
// returns the run that succeeded; else the failure of first.
func (t *trip) withdraw(ctx context.Context, first *ran) (*ran, error) {
	if t.fill.want == 0 {
		return first, nil
	}
	all := t.seededKeys()
	r, err := t.without(ctx, all, nil)
	if err == nil && !r.ok() && t.lingers(r) {
		return nil, live.ErrCommit
	}
	if err != nil || !r.ok() {
		return first, err
	}
	// Which tables matter, and which rows of them?
	w := &withdrawal{trip: t, trials: 1}
	guilty, err := w.tables(ctx, t.likelyLast(all, first))
	if err != nil {
		return nil, err
	}
	out, err := w.rows(ctx, guilty)
	if err != nil {
		return nil, err
	}
	return t.settleWithout(ctx, first, out)
}

// A withdrawal looks for the rows that an upgrade fails on, by giving back what it
// runs with as well.
type withdrawal struct {
	*trip
	trials int
}

// tables gives back whole tables; what it returns has to stay away.
func (w *withdrawal) tables(ctx context.Context, all []string) ([]string, error) {
	guilty := all
	err := w.giveBack(len(all), func(from, to int) (bool, error) {
		rest := guilty
		for _, key := range all[from:to] {
			rest = drop(rest, key)
		}
		if len(rest) == 0 {
			return false, nil
		}
		r, err := w.without(ctx, rest, nil)
		if err == nil && r.ok() {
			guilty = rest
		}
		return err == nil && r.ok(), err
	})
	return guilty, err
}

// rows gives back rows of the tables; what it returns has to stay away.
func (w *withdrawal) rows(ctx context.Context, guilty []string) (map[string]map[int]bool, error) {
	out := map[string]map[int]bool{}
	type row struct {
		key string
		n   int
	}
	var all []row
	for _, key := range guilty {
		out[key] = map[int]bool{}
		for n := range w.old.Rows[key].Rows {
			out[key][n] = true
			all = append(all, row{key, n})
		}
	}
	return out, w.giveBack(len(all), func(from, to int) (bool, error) {
		for _, x := range all[from:to] {
			delete(out[x.key], x.n)
		}
		r, err := w.without(ctx, nil, out)
		if err == nil && r.ok() {
			return true, nil
		}
		for _, x := range all[from:to] {
			out[x.key][x.n] = true
		}
		return false, err
	})
}

// giveBack gives back n things in their order, many at once as long as that goes
// well: what goes well with many does so with each of them.
func (w *withdrawal) giveBack(n int, free func(from, to int) (bool, error)) error {
	for from, size := 0, n; from < n && w.trials < maxTrials; w.trials++ {
		size = min(size, n-from)
		ok, err := free(from, from+size)
		switch {
		case err != nil:
			return err
		case ok:
			from, size = from+size, 2*size
		case size == 1:
			from++
		default:
			size = (size + 1) / 2
		}
	}
	return nil
}

// lingers reports whether rows may stand in the way that are deleted already: to
// PostgreSQL's index builds a row that the same transaction has deleted is still
// there, and an expression over it may fail. With real commits it is gone.
func (t *trip) lingers(r *ran) bool {
	_, ok := t.db.(live.Persister)
	return ok && !t.commits && r.failure != nil && strings.HasPrefix(r.failure.Code, "22")
}

// settleWithout makes the state without the rows the trip's start.
func (t *trip) settleWithout(ctx context.Context, first *ran, out map[string]map[int]bool) (*ran, error) {
	if err := t.remove(ctx, nil, out); err != nil {
		return nil, err
	}
	s, err := t.db.Capture(ctx)
	if err != nil {
		return nil, err
	}
	m, err := t.db.Snapshot(ctx)
	if err != nil {
		return nil, err
	}
	r, err := t.run(ctx, t.m, opshim.Up)
	if err != nil || !r.ok() {
		m.Release()
		return first, err
	}
	for _, key := range sortedKeys(out) {
		set, name := t.old.Rows[key], t.old.Catalog.Tables[key].Title()
		var list [][]any
		for n, row := range set.Rows {
			if out[key][n] {
				list = append(list, row)
			}
		}
		if len(list) == 0 {
			continue
		}
		t.add(finding.Finding{Code: "MRT012", Severity: finding.Warning, At: orSpan(first.at, t.m.Up), Object: name,
			Message: fmt.Sprintf("the upgrade fails on rows that the schema before it permits: %s; %s of table %s were taken out to go on%s",
				first.words, plural(len(list), "row"), name, example(set, list)),
			Remedy: "mend or check the rows in upgrade() before it relies on them"})
	}
	t.start.Release()
	t.start, t.old = m, s
	return r, nil
}

// seededKeys are the tables of the old world that hold rows of ours.
func (t *trip) seededKeys() []string {
	var out []string
	for key, table := range t.old.Catalog.Tables {
		if set := t.old.Rows[key]; table.Fillable() && set != nil && len(set.Rows) > 0 {
			out = append(out, key)
		}
	}
	sort.Strings(out)
	return out
}

// likelyLast orders tables so that those that the failed statement names come last.
func (t *trip) likelyLast(keys []string, first *ran) []string {
	if len(first.log) == 0 {
		return keys
	}
	named := func(key string) bool {
		e := first.log[len(first.log)-1]
		return e.mentions(t.old.Catalog.Tables[key].Name)
	}
	out := append([]string{}, keys...)
	sort.SliceStable(out, func(i, j int) bool { return !named(out[i]) && named(out[j]) })
	return out
}

// without runs the upgrade from the start without some tables' rows, or without
// some rows.
func (t *trip) without(ctx context.Context, tables []string, some map[string]map[int]bool) (*ran, error) {
	if err := t.remove(ctx, tables, some); err != nil {
		return nil, err
	}
	return t.run(ctx, t.m, opshim.Up)
}

// remove restores the start and deletes rows, and what refers to them.
func (t *trip) remove(ctx context.Context, tables []string, some map[string]map[int]bool) error {
	if err := t.db.Restore(ctx, t.start); err != nil {
		return err
	}
	gone := map[string]map[int]bool{}
	for _, key := range tables {
		gone[key] = map[int]bool{}
		for n := range t.old.Rows[key].Rows {
			gone[key][n] = true
		}
	}
	for key, list := range some {
		gone[key] = map[int]bool{}
		for n := range list {
			gone[key][n] = true
		}
	}
	t.orphans(gone)
	order := parentsFirst(t.old.Catalog, sortedKeys(gone))
	for i := len(order) - 1; i >= 0; i-- {
		key := order[i]
		set := t.old.Rows[key]
		match := set.Key
		if len(match) == 0 {
			match = set.Columns
		}
		var list [][]any
		for n, row := range set.Rows {
			if gone[key][n] {
				list = append(list, pick(set, row, match))
			}
		}
		err := t.db.Delete(ctx, t.old.Catalog.Tables[key], match, list)
		if _, ok := live.AsFailure(err); err != nil && !ok {
			return err
		}
	}
	return nil
}

// orphans adds the rows that refer to rows that go.
func (t *trip) orphans(gone map[string]map[int]bool) {
	for grew := true; grew; {
		grew = false
		for key, table := range t.old.Catalog.Tables {
			for _, k := range table.Constraints {
				if k.Kind != shape.ForeignKey {
					continue
				}
				for _, parent := range append(leaves(t.old.Catalog, k.RefKey), k.RefKey) {
					if len(gone[parent]) > 0 {
						grew = t.orphansOf(key, k, parent, gone) || grew
					}
				}
			}
		}
	}
}

// orphansOf adds the rows of a table that refer by k to rows of a parent that go.
func (t *trip) orphansOf(key string, k *shape.Constraint, of string, gone map[string]map[int]bool) bool {
	parent, set := t.old.Rows[of], t.old.Rows[key]
	if parent == nil || set == nil || len(k.Columns) != len(k.RefColumns) {
		return false
	}
	grew := false
	for n, row := range set.Rows {
		if gone[key][n] {
			continue
		}
		mine := pick(set, row, k.Columns)
		for m := range gone[of] {
			if equal(mine, pick(parent, parent.Rows[m], k.RefColumns)) {
				if gone[key] == nil {
					gone[key] = map[int]bool{}
				}
				gone[key][n], grew = true, true
				break
			}
		}
	}
	return grew
}

func equal(a, b []any) bool {
	for i := range a {
		if a[i] == nil || !rows.Same(a[i], b[i]) {
			return false
		}
	}
	return len(a) > 0
}

func drop(list []string, key string) []string {
	var out []string
	for _, s := range list {
		if s != key {
			out = append(out, s)
		}
	}
	return out
}

func sortedKeys[V any](m map[string]V) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}
