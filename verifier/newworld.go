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
	"github.com/mrt-tools/mrt/verifier/internal/seed"
	"github.com/mrt-tools/mrt/verifier/internal/shape"
	"github.com/mrt-tools/mrt/verifier/internal/sqltok"
)

// newWorld writes rows that only the new schema permits, downgrades, and demands
// that it runs and that no older row is the worse for it. The database stands
// after the second upgrade and comes back there.
func (t *trip) newWorld(ctx context.Context) error {
	if t.fill.want == 0 || t.indifferent() {
		return nil
	}
	todo := t.writable()
	if len(todo) == 0 {
		return nil
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
		t.fail(finding.Downgrade, finding.Broken, finding.Finding{Code: "MRT801", At: t.blame(c), Object: c.Subject(),
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
	set := t.now.Rows[key]
	if set == nil || len(set.Rows) == 0 || !t.readBy(table.Name) {
		return false
	}
	return len(set.Key) == 0 || backupName(table.Name)
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

// write adds new-world rows and reports whether there are any.
func (t *trip) write(ctx context.Context, s *live.State, todo []string) (bool, error) {
	f := newFiller(t.db, t.fill.want, nil)
	f.state, f.words = s, t.m.Words
	wrote := false
	for _, key := range todo {
		table := f.state.Catalog.Tables[key]
		if table == nil {
			continue
		}
		before := size(f.state.Rows[key])
		in := f.input(table, nil)
		in.First, in.Count, in.Newest, in.Older = firstNew, 4, true, t.old.Rows[key]
		in.Parent = func(k *shape.Constraint) *rows.Set { return newest(s.Rows[k.RefKey], f.state.Rows[k.RefKey]) }
		in.Pins, in.Only = t.pins(key, table), t.kept(key, table)
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
func (t *trip) kept(key string, table *shape.Table) map[string][]any {
	was, set := t.old.Catalog.Tables[key], t.now.Rows[key]
	if was == nil || set == nil {
		return nil
	}
	out := map[string][]any{}
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
		return is
	}
	if left := rows.Compare(was, is).Left; len(left) > 0 {
		return &rows.Set{Columns: is.Columns, Key: is.Key, Rows: left}
	}
	return is
}

func size(s *rows.Set) int {
	if s == nil {
		return 0
	}
	return len(s.Rows)
}

// pins are rows that use what the upgrade newly permits in a table.
func (t *trip) pins(key string, table *shape.Table) []seed.Pin {
	out := t.children(table)
	was := t.old.Catalog.Tables[key]
	if was == nil {
		return out
	}
	for _, c := range table.Columns {
		if c.Generated != "" || c.Identity == "always" || slices.Contains(table.Primary(), c.Name) {
			continue
		}
		if was.Column(c.Name) == nil {
			continue // ordinary rows fill new columns
		}
		out = append(out, columnPins(was, table, c)...)
	}
	for _, u := range was.Uniques() {
		if slices.ContainsFunc(table.Uniques(), func(v []string) bool { return slices.Equal(u, v) }) {
			continue
		}
		if p := duplicate(t.now.Rows[key], u); p != nil {
			out = append(out, p)
		}
	}
	for _, k := range was.Constraints {
		if k.Kind != shape.ForeignKey || len(k.Columns) != 1 || slices.ContainsFunc(table.Constraints, func(n *shape.Constraint) bool {
			return n.Kind == shape.ForeignKey && slices.Equal(n.Columns, k.Columns)
		}) {
			continue
		}
		if c := table.Column(k.Columns[0]); c != nil && c.Class == shape.Int {
			out = append(out, seed.Pin{c.Name: int64(987654)})
		}
	}
	return out
}

// columnPins are values that a column takes now and did not before.
func columnPins(was, table *shape.Table, c *shape.Column) []seed.Pin {
	w := was.Column(c.Name)
	var out []seed.Pin
	if w.NotNull && !c.NotNull {
		out = append(out, seed.Pin{c.Name: nil})
	}
	if w.Type != c.Type || !slices.Equal(w.Checks, c.Checks) || len(w.Labels) != len(c.Labels) || !slices.Equal(checksOver(was, c.Name), checksOver(table, c.Name)) {
		list := seed.Values(c, nil)
		for _, k := range slices.Concat(c.Checks, w.Checks, checksOver(table, c.Name), checksOver(was, c.Name)) {
			list = append(list, seed.Mined(c, k)...)
		}
		if c.Class == shape.Text && w.Class == shape.Text && w.Size > 0 && (c.Size == 0 || c.Size > w.Size) {
			list = append(list, strings.Repeat("w", w.Size+1))
		}
		for _, v := range list[:min(len(list), 24)] {
			out = append(out, seed.Pin{c.Name: v})
		}
	}
	return out
}

// checksOver are the checks of a table that name a column.
func checksOver(t *shape.Table, column string) []string {
	var out []string
	for _, k := range t.Constraints {
		if k.Kind != shape.Check {
			continue
		}
		for _, tok := range sqltok.Cut(k.SQL) {
			if tok.Named() && strings.EqualFold(tok.Text, column) {
				out = append(out, k.SQL)
				break
			}
		}
	}
	slices.Sort(out)
	return out
}

// duplicate repeats a row's values in columns that were unique.
func duplicate(set *rows.Set, columns []string) seed.Pin {
	if set == nil {
		return nil
	}
	for _, row := range set.Rows {
		p := seed.Pin{}
		for i, v := range pick(set, row, columns) {
			if v == nil {
				break
			}
			p[columns[i]] = v
		}
		if len(p) == len(columns) {
			return p
		}
	}
	return nil
}

// children refer to rows that the upgrade itself wrote into a parent.
func (t *trip) children(table *shape.Table) []seed.Pin {
	var out []seed.Pin
	for _, k := range table.Constraints {
		if k.Kind != shape.ForeignKey || len(k.Columns) != 1 || len(k.RefColumns) != 1 {
			continue
		}
		was, is := t.old.Rows[k.RefKey], t.now.Rows[k.RefKey]
		if was == nil || is == nil || was == is {
			continue
		}
		for n, row := range rows.Compare(was, is).Left {
			if n == 2 {
				break
			}
			if j := is.Index(k.RefColumns[0]); j >= 0 && row[j] != nil {
				out = append(out, seed.Pin{table.Column(k.Columns[0]).Name: row[j]})
			}
		}
	}
	return out
}
