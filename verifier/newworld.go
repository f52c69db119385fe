package verifier

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/analyzer/finding"
	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/verifier/internal/live"
	"github.com/mrt-tools/mrt/verifier/internal/rows"
	"github.com/mrt-tools/mrt/verifier/internal/shape"
)

// newWorld writes rows that only the new schema permits, downgrades, and demands
// that it runs and that no older row is the worse for it. It begins and ends with
// the database after the upgrade.
func (t *trip) newWorld(ctx context.Context) error {
	if t.fill.want == 0 || t.indifferent() {
		return nil
	}
	todo := t.writable()
	if len(todo) == 0 {
		return nil
	}
	if !t.there {
		if err := t.goOn(ctx); err != nil || !t.there {
			return err
		}
	}
	m, err := t.db.Snapshot(ctx)
	if err != nil {
		return err
	}
	defer m.Release()
	s, err := t.db.Capture(ctx)
	if err != nil {
		return err
	}
	wrote, err := t.write(ctx, s, todo)
	if err != nil {
		return err
	}
	if wrote {
		if err := t.downgradeNew(ctx, s); err != nil {
			return err
		}
	}
	return t.db.Restore(ctx, m)
}

// downgradeNew downgrades with the new rows in place; before is the state
// without them.
func (t *trip) downgradeNew(ctx context.Context, before *live.State) error {
	with, err := t.db.Capture(ctx)
	if err != nil {
		return err
	}
	r, err := t.run(ctx, t.m, opshim.Down)
	if err != nil {
		return err
	}
	if t.res.Outcome != finding.Failed {
		defer func() {
			if t.res.Outcome == finding.Failed {
				t.fresh = &freshTrip{before, with, r}
			}
		}()
	}
	switch {
	case r.ours != nil:
		t.unrun(finding.Downgrade, r.ours)
		return nil
	case r.failed:
		t.fail(finding.Downgrade, finding.Broken, finding.Finding{Code: "MRT804", At: orSpan(r.at, t.m.Down),
			Message: "the downgrade fails once there are rows that the new schema permits: " + r.words,
			Remedy:  "mend or remove such rows in downgrade() before it restores the old rules"})
		return nil
	}
	s, err := t.db.Capture(ctx)
	if err != nil {
		return err
	}
	for _, c := range shape.Diff(t.old.Catalog, s.Catalog) {
		t.fail(finding.Downgrade, finding.Broken, finding.Finding{Code: "MRT801", At: t.blame(c), Object: c.Subject(), Change: change(c),
			Message: "after a downgrade with rows written since the upgrade, " + c.String(), Remedy: "make downgrade() restore it whatever the tables hold"})
	}
	t.compareRows(t.old, s, true)
	t.noteNew(before, with, s)
	return nil
}

// noteNew notes what became of rows written since the upgrade: before and with
// are the states without and with them, after is the one after the downgrade.
func (t *trip) noteNew(before, with, after *live.State) {
	for _, key := range tableKeys(with) {
		if before.Rows[key] == with.Rows[key] || with.Rows[key] == nil {
			continue
		}
		set, is, name := with.Rows[key], after.Rows[key], with.Catalog.Tables[key].Title()
		fresh := &rows.Set{Columns: set.Columns, Key: set.Key, Rows: rows.Compare(before.Rows[key], set).Left}
		n, what := len(fresh.Rows), "are dropped with the table"+example(set, fresh.Rows)
		if is != nil {
			n, what = fate(fresh, rows.Compare(fresh, is))
		} else if t.renames() {
			continue // its rows may stand under the other name
		}
		if n > 0 {
			t.add(finding.Finding{Code: "MRT808", Severity: finding.Info, At: t.blameNames(name, ""), Object: name,
				Message: fmt.Sprintf("with rows written since the upgrade, %s of table %s %s", plural(n, "row"), name, what),
				Remedy:  "nothing, if the old schema has no place for them"})
		}
	}
}

// fate says of how many rows what became.
func fate(set *rows.Set, d *rows.Diff) (int, string) {
	switch changed := d.ByColumn(); {
	case len(d.Lost) > 0:
		return len(d.Lost), "are dropped" + example(set, d.Lost)
	case len(changed) > 0:
		c := changed[0][0]
		return len(changed[0]), fmt.Sprintf("are altered: %s is %s and was %s for %s", c.Column, rows.Show(c.Is), rows.Show(c.Was), set.ShowKey(c.Row))
	case len(d.Gone) > 0:
		return d.Gone[0].Count, fmt.Sprintf("lose %s, such as %s for %s", d.Gone[0].Name, rows.Show(d.Gone[0].Example), set.ShowKey(d.Gone[0].Row))
	}
	return 0, ""
}

// renames reports whether an old table is not there under its name after the upgrade.
func (t *trip) renames() bool {
	for key := range t.old.Catalog.Tables {
		if t.now.Catalog.Tables[key] == nil {
			return true
		}
	}
	return false
}

// writable are the tables that an application writes and that this migration
// has to do with, parents first.
func (t *trip) writable() []string {
	var out []string
	for key, table := range t.now.Catalog.Tables {
		was := t.old.Catalog.Tables[key]
		if !table.Fillable() {
			continue
		}
		touched := was != table || t.old.Rows[key] != t.now.Rows[key] || t.back.Catalog.Tables[key] != table || t.back.Rows[key] != t.now.Rows[key]
		if touched && !t.isBackup(key, table) {
			out = append(out, key)
		}
	}
	return parentsFirst(t.now.Catalog, out)
}

// isBackup: a table without a key, made and filled by the upgrade, that the
// downgrade reads, is where the migration keeps old values. No application
// writes there.
func (t *trip) isBackup(key string, table *shape.Table) bool {
	if t.old.Catalog.Tables[key] != nil {
		return false
	}
	if was := t.was(key); was != nil && len(uniqueness(was)) == len(uniqueness(table)) {
		return false // an old table under another name
	}
	set := t.now.Rows[key]
	if set == nil || len(set.Rows) == 0 || !t.readBy(table.Name) {
		return false
	}
	return len(set.Key) == 0 || backupName(table.Name) || t.repeats(table)
}

// repeats reports whether all that a new table holds beside keys is also in one
// old table, which still has it: a copy of values, or of rows, to go back to. Had
// the columns moved, the old table would have them no more.
func (t *trip) repeats(table *shape.Table) bool {
	for key := range t.old.Catalog.Tables {
		old := t.now.Catalog.Tables[key]
		if old == nil {
			continue
		}
		same, other := 0, 0
		for _, c := range table.Columns {
			switch o := old.Column(c.Name); {
			case o != nil && o.Class == c.Class:
				if !slices.Contains(table.Primary(), c.Name) {
					same++
				}
			case !keyOf(table, c.Name):
				other++
			}
		}
		if same > 0 && other == 0 {
			return true
		}
	}
	return false
}

// keyOf reports whether a column is part of a key of any kind.
func keyOf(table *shape.Table, column string) bool {
	return slices.ContainsFunc(table.Constraints, func(k *shape.Constraint) bool { return k.Kind != shape.Check && slices.Contains(k.Columns, column) }) ||
		slices.ContainsFunc(table.Uniques(), func(u []string) bool { return slices.Contains(u, column) })
}

func backupName(name string) bool {
	name = strings.ToLower(name)
	for _, word := range []string{"backup", "bak", "bkp", "archive", "saved", "_old", "old_", "tmp", "temp", "_before", "snapshot", "rollback", "undo", "legacy", "history_of"} {
		if strings.Contains(name, word) {
			return true
		}
	}
	return false
}

// readBy reports whether the downgrade has a statement other than DROP TABLE
// that names the table.
func (t *trip) readBy(name string) bool {
	for i := range t.down.log {
		e := &t.down.log[i]
		tokens := e.tokens()
		if len(tokens) > 1 && tokens[0].Is("drop") && tokens[1].Is("table") {
			continue
		}
		if e.mentions(name) {
			return true
		}
	}
	return false
}

// firstNew is the number of the first new-world row: away from the old ones'.
const firstNew = 21

// apart keeps the numbers that rows of new tables get away from those of other
// tables: where a downgrade moves rows from one to the other, an application that
// moved them would not have given a number twice.
const apart = 5000

// write adds new-world rows and reports whether there are any.
func (t *trip) write(ctx context.Context, s *live.State, todo []string) (bool, error) {
	f := newFiller(t.db, t.fill.want, nil)
	f.state, f.words = s, t.m.Words
	wrote := false
	for n, key := range todo {
		table := f.state.Catalog.Tables[key]
		if table == nil {
			continue
		}
		before := size(f.state.Rows[key])
		in := f.input(table, nil)
		in.First, in.Count, in.Newest, in.Older = firstNew, 4, true, t.old.Rows[key]
		in.Parent = func(k *shape.Constraint) *rows.Set { return newest(rowsOf(s, k.RefKey), rowsOf(f.state, k.RefKey)) }
		was := t.was(key)
		in.Pins, in.Only = append(t.pins(key, was, table), f.violations(was, table)...), t.kept(key, was)
		if was == nil {
			in.Above = int64(n+1) * apart
		}
		if _, err := f.insert(ctx, in); err != nil {
			return false, err
		}
		wrote = wrote || size(f.state.Rows[key]) > before
	}
	return wrote, nil
}

// kept are the new columns of an old table that the upgrade itself has filled:
// old values in some format of the script's own, which an application does not
// write. A new row leaves them empty, or holds what other rows hold.
func (t *trip) kept(key string, was *shape.Table) map[string][]any {
	table, set := t.now.Catalog.Tables[key], t.now.Rows[key]
	if was == nil || set == nil {
		return nil
	}
	out := t.rewritten(key, table)
	for i, name := range set.Columns {
		c := table.Column(name)
		if c == nil || was.Column(name) != nil || c.Default != "" || c.Generated != "" || c.Identity != "" {
			continue
		}
		var values []any
		for _, row := range set.Rows {
			if row[i] != nil {
				values = append(values, row[i])
			}
		}
		switch {
		case len(values) == 0:
		case c.NotNull:
			out[c.Name] = values
		default:
			out[c.Name] = []any{nil}
		}
	}
	return out
}

// newest is what a new-world row may refer to: the new-world rows of the parent
// if there are any. A new child of an old row could change what the downgrade
// makes of that row, and rightly so.
func newest(was, is *rows.Set) *rows.Set {
	if was == nil || is == nil || was == is {
		return is.Sorted()
	}
	if left := rows.Compare(was, is).Left; len(left) > 0 {
		return &rows.Set{Columns: is.Columns, Key: is.Key, Rows: left}
	}
	return is.Sorted()
}

func size(s *rows.Set) int {
	if s == nil {
		return 0
	}
	return len(s.Rows)
}
