package verifier

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"sort"
	"strings"

	"github.com/mrt-tools/mrt/analyzer/finding"
	"github.com/mrt-tools/mrt/verifier/internal/live"
	"github.com/mrt-tools/mrt/verifier/internal/rows"
	"github.com/mrt-tools/mrt/verifier/internal/shape"
)

// compareRows reports rows and values of the old state that the new one does
// not have, rows that it has besides (unless fresh: then new-world rows may be
// among them), and sequences that went back.
func (t *trip) compareRows(old, now *live.State, fresh bool) {
	when := "after the downgrade"
	if fresh {
		when = "after a downgrade with rows written since the upgrade"
	}
	for _, key := range tableKeys(old) {
		was, is := old.Rows[key], now.Rows[key]
		if was == is || was == nil {
			continue
		}
		name := old.Catalog.Tables[key].Title()
		if is == nil {
			if len(was.Rows) > 0 && now.Catalog.Tables[key] == nil {
				t.fail(finding.Downgrade, finding.SchemaOnly, finding.Finding{Code: "MRT802", At: t.blameNames(name, ""), Object: name, Lost: lostRows(was, was.Rows),
					Message: fmt.Sprintf("%s, table %s is gone with its %s%s", when, name, plural(len(was.Rows), "row"), example(was, was.Rows)),
					Remedy:  "do not drop what this revision has not made"})
			}
			continue
		}
		t.report(name, when, was, is, rows.Compare(was, is), fresh)
	}
	if !fresh {
		t.compareCounters(old, now)
		t.compareHistory(old, now)
	}
}

// compareHistory reports tables that have no versions of their rows between the
// upgrade and the downgrade: the server forgets those of before, and nothing brings
// them back.
func (t *trip) compareHistory(old, now *live.State) {
	for _, key := range tableKeys(old) {
		was, up, is := old.Catalog.Tables[key], t.now.Catalog.Tables[key], now.Catalog.Tables[key]
		if up == nil || is == nil || !keepsHistory(was) || keepsHistory(up) || !keepsHistory(is) {
			continue
		}
		t.fail(finding.Downgrade, finding.SchemaOnly, finding.Finding{Code: "MRT802", At: t.blameNames(was.Title(), ""), Object: was.Title(),
			Message: fmt.Sprintf("after the downgrade, the history of table %s is lost: the upgrade ends its system versioning, and the server forgets the earlier versions of its rows", was.Title()),
			Remedy:  "keep the table as it is beside a new one"})
	}
}

func keepsHistory(t *shape.Table) bool {
	return slices.ContainsFunc(t.Options, func(a shape.Attr) bool { return a.Name == "system versioning" })
}

func (t *trip) report(name, when string, was, is *rows.Set, d *rows.Diff, fresh bool) {
	for _, c := range d.Gone {
		t.fail(finding.Downgrade, finding.SchemaOnly, finding.Finding{Code: "MRT802", At: t.blameNames(name, c.Name), Object: name + "." + c.Name, Lost: lostColumn(was, c.Name),
			Message: fmt.Sprintf("%s, column %s.%s is gone with its values in %s of %d, such as %s for %s", when, name, c.Name,
				plural(c.Count, "row"), len(was.Rows), rows.Show(c.Example), was.ShowKey(c.Row)), Remedy: "do not drop what this revision has not made"})
	}
	for _, group := range d.ByColumn() {
		c := group[0]
		t.fail(finding.Downgrade, finding.SchemaOnly, finding.Finding{Code: "MRT802", At: t.blameNames(name, c.Column), Object: name + "." + c.Column, Lost: lostValues(was, group),
			Message: fmt.Sprintf("%s, %s.%s differs in %s of %d: it was %s and is %s for %s", when, name, c.Column,
				plural(len(group), "row"), len(was.Rows), rows.Show(c.Was), rows.Show(c.Is), was.ShowKey(c.Row)),
			Remedy: "keep the old values where downgrade() finds them again"})
	}
	if len(d.Lost) > 0 {
		t.fail(finding.Downgrade, finding.SchemaOnly, finding.Finding{Code: "MRT802", At: t.blameNames(name, ""), Object: name, Lost: lostRows(was, d.Lost),
			Message: fmt.Sprintf("%s, %s of %d in table %s are lost%s", when, plural(len(d.Lost), "row"), len(was.Rows), name, example(was, d.Lost)),
			Remedy:  "keep the rows where downgrade() finds them again"})
	}
	if len(d.Left) > 0 && !fresh {
		t.fail(finding.Downgrade, finding.SchemaOnly, finding.Finding{Code: "MRT803", At: t.blameNames(name, ""), Object: name,
			Message: fmt.Sprintf("%s, %s that the upgrade wrote stay behind in table %s%s", when, plural(len(d.Left), "row"), name, example(is, d.Left)),
			Remedy:  "delete in downgrade() exactly the rows that upgrade() writes"})
	}
}

func (t *trip) compareCounters(old, now *live.State) {
	names := make([]string, 0, len(old.Counters))
	for n := range old.Counters {
		names = append(names, n)
	}
	sort.Strings(names)
	for _, n := range names {
		was := old.Counters[n]
		is, there := now.Counters[n]
		if now.Catalog.Tables[was.Table] == nil && was.Table != "" || !there && was.Loose {
			continue
		}
		switch {
		case is.Behind(was) && was.Loose:
			t.add(finding.Finding{Code: "MRT501", Severity: finding.Info, At: t.blameNames(n, ""), Object: n,
				Message: fmt.Sprintf("after the downgrade, AUTO_INCREMENT of table %s stands at %d and stood at %d", n, is.Value, was.Value),
				Remedy:  "nothing, unless the numbers of deleted rows must not be given again"})
		case is.Behind(was):
			t.fail(finding.Downgrade, finding.SchemaOnly, finding.Finding{Code: "MRT501", At: t.blameNames(n, ""), Object: n,
				Message: fmt.Sprintf("after the downgrade, the counter of %s stands at %d and stood at %d: numbers will be given twice", n, is.Value, was.Value),
				Remedy:  "set the counter back to where it stood"})
		}
	}
}

// compareOrder notes tables whose columns stand in another order: programs that
// say INSERT INTO t VALUES (…) or SELECT * see it, the comparison does not count it.
func (t *trip) compareOrder() {
	for _, key := range tableKeys(t.old) {
		was, is := t.old.Catalog.Tables[key], t.back.Catalog.Tables[key]
		if was == is || is == nil || len(was.Columns) != len(is.Columns) || sameColumns(was, is) {
			continue
		}
		t.add(finding.Finding{Code: "MRT809", Severity: finding.Info, At: t.blameNames(was.Title(), ""), Object: was.Title(),
			Message: fmt.Sprintf("after the downgrade, the columns of table %s stand in another order: %s; they stood as %s", was.Title(), columnList(is), columnList(was)),
			Remedy:  "nothing, unless programs rely on the order of columns"})
	}
}

func sameColumns(a, b *shape.Table) bool {
	return slices.EqualFunc(a.Columns, b.Columns, func(x, y *shape.Column) bool { return x.Name == y.Name })
}

func columnList(t *shape.Table) string {
	names := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		names[i] = c.Name
	}
	return strings.Join(names, ", ")
}

func tableKeys(s *live.State) []string {
	keys := make([]string, 0, len(s.Catalog.Tables))
	for k := range s.Catalog.Tables {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}

// identical reports whether two states that have the same schema are the same
// down to the order of rows and columns, and where the counters stand.
func identical(a, b *live.State) bool {
	for key, t := range a.Catalog.Tables {
		u := b.Catalog.Tables[key]
		if t != u && (u == nil || !sameColumns(t, u)) {
			return false
		}
		was, is := a.Rows[key], b.Rows[key]
		if was != is && (was == nil || is == nil || !rows.Identical(was, is)) {
			return false
		}
	}
	return maps.Equal(a.Counters, b.Counters)
}

// compareAgain compares the rows after the second upgrade with those after the
// first. What also differs between two upgrades from the same state is the
// clock's or chance's doing and counts for nothing.
func (t *trip) compareAgain(ctx context.Context, second *live.State) error {
	diffs := map[string]*rows.Diff{}
	for _, key := range tableKeys(t.now) {
		was, is := t.now.Rows[key], second.Rows[key]
		if was == nil || is == nil || was == is {
			continue
		}
		if d := rows.Compare(was, is); !d.Empty() {
			diffs[key] = d
		}
	}
	if len(diffs) == 0 {
		return nil
	}
	if ok, err := t.upgradeAnew(ctx); err != nil || !ok {
		return err
	}
	third, err := t.db.Capture(ctx)
	if err != nil {
		return err
	}
	for _, key := range tableKeys(t.now) {
		if diffs[key] == nil {
			continue
		}
		noise := volatile(t.now.Rows[key], third.Rows[key])
		was, is := mask(t.now.Rows[key], noise), mask(second.Rows[key], noise)
		was, is = t.unnumbered(key, was, is)
		d := rows.Compare(was, is)
		if d.Empty() {
			continue
		}
		name := t.now.Catalog.Tables[key].Title()
		what := fmt.Sprintf("%s fewer and %s more", plural(len(d.Lost), "row"), plural(len(d.Left), "row"))
		if len(d.Changed) > 0 {
			c := d.Changed[0]
			what = fmt.Sprintf("%s was %s and is %s for %s", c.Column, rows.Show(c.Was), rows.Show(c.Is), was.ShowKey(c.Row))
		}
		t.fail(finding.UpgradeAgain, finding.Broken, finding.Finding{Code: "MRT805", At: t.blameNames(name, ""), Object: name,
			Message: fmt.Sprintf("after the second upgrade, the rows of table %s are not those after the first: %s", name, what),
			Remedy:  "make upgrade() write the same rows every time"})
	}
	return nil
}

// volatile are the columns in which two runs from the same state differ.
func volatile(a, b *rows.Set) map[string]bool {
	out := map[string]bool{}
	if a == nil || b == nil || len(a.Rows) != len(b.Rows) {
		return out
	}
	for was, is := range rows.Pairs(a, b) {
		for i, c := range a.Columns {
			if j := b.Index(c); j < 0 || !rows.Same(was[i], is[j]) {
				out[c] = true
			}
		}
	}
	return out
}

// mask leaves columns out.
func mask(s *rows.Set, drop map[string]bool) *rows.Set {
	if len(drop) == 0 {
		return s
	}
	out := &rows.Set{Key: s.Key}
	var keep []int
	for i, c := range s.Columns {
		if !drop[c] {
			keep, out.Columns = append(keep, i), append(out.Columns, c)
		}
	}
	for _, row := range s.Rows {
		cut := make([]any, len(keep))
		for n, i := range keep {
			cut[n] = row[i]
		}
		out.Rows = append(out.Rows, cut)
	}
	return out
}

// unnumbered leaves numbered columns out, and those that refer to one: rows that
// the upgrade writes get higher numbers the second time, as they should.
func (t *trip) unnumbered(key string, was, is *rows.Set) (*rows.Set, *rows.Set) {
	table := t.now.Catalog.Tables[key]
	drop := map[string]bool{}
	for _, c := range table.Columns {
		if numbered(c) {
			drop[c.Name] = true
		}
	}
	for _, k := range table.Constraints {
		parent := t.now.Catalog.Tables[k.RefKey]
		if k.Kind != shape.ForeignKey || parent == nil || len(k.Columns) != len(k.RefColumns) {
			continue
		}
		for i, name := range k.RefColumns {
			if c := parent.Column(name); c != nil && numbered(c) {
				drop[k.Columns[i]] = true
			}
		}
	}
	if len(drop) == 0 {
		return was, is
	}
	was, is = mask(was, drop), mask(is, drop)
	was.Key, is.Key = nil, nil
	return was, is
}

func numbered(c *shape.Column) bool { return c.Identity != "" || c.Serial }
