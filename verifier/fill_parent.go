package verifier

import (
	"context"
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/verifier/internal/rows"
	"github.com/mrt-tools/mrt/verifier/internal/seed"
	"github.com/mrt-tools/mrt/verifier/internal/shape"
)

// suit sees to it that the parents of a table hold rows that its checks let it
// refer to. A table of one kind of things refers to rows of that kind alone
// (CHECK (kind = 'card'), FOREIGN KEY (id, kind)), and the parent was filled before
// there was such a table.
func (f *filler) suit(ctx context.Context, t *shape.Table) error {
	for _, k := range t.Constraints {
		parent := f.state.Catalog.Tables[k.RefKey]
		set := f.state.Rows[k.RefKey]
		if k.Kind != shape.ForeignKey || parent == nil || parent == t || set == nil || len(set.Rows) == 0 || len(k.Columns) != len(k.RefColumns) || !parent.Fillable() {
			continue
		}
		cols, check := checkOver(t, k.Columns)
		if check == "" {
			continue
		}
		refs := make([]string, len(cols))
		for i, c := range cols {
			refs[i] = k.RefColumns[slices.Index(k.Columns, c.Name)]
		}
		if f.some(check, cols, set, refs) {
			continue
		}
		tuples := seed.Combinations(cols, check)
		ok, err := f.db.Holds(ctx, check, cols, tuples)
		if err != nil {
			continue
		}
		in := f.input(parent, nil)
		in.First, in.Strict = 61, true
		for i := range tuples {
			if ok[i] && len(in.Pins) < 3 && !slices.Contains(tuples[i], nil) {
				in.Pins = append(in.Pins, pinned(parent, refs, tuples[i]))
			}
		}
		if _, err := f.insert(ctx, in); err != nil {
			return err
		}
	}
	return nil
}

func pinned(t *shape.Table, columns []string, values []any) seed.Pin {
	p := seed.Pin{}
	for i, name := range columns {
		if c := t.Column(name); c != nil {
			p[c.Name] = values[i]
		}
	}
	return p
}

// checkOver joins the checks of a table over some of the columns alone, and
// returns which of them they name.
func checkOver(t *shape.Table, columns []string) ([]*shape.Column, string) {
	var cols []*shape.Column
	var parts []string
	for _, k := range t.Constraints {
		if !k.Binds() {
			continue
		}
		named := columnsIn(t, k.SQL)
		if len(named) == 0 || slices.ContainsFunc(named, func(c *shape.Column) bool { return !slices.Contains(columns, c.Name) }) {
			continue
		}
		parts = append(parts, "("+k.SQL+")")
		for _, c := range named {
			if !slices.Contains(cols, c) {
				cols = append(cols, c)
			}
		}
	}
	return cols, strings.Join(parts, " AND ")
}

// some reports whether the check holds for a row of the parent.
func (f *filler) some(check string, cols []*shape.Column, set *rows.Set, refs []string) bool {
	tuples := make([][]any, len(set.Rows))
	for i, row := range set.Rows {
		tuples[i] = pick(set, row, refs)
	}
	ok, err := f.db.Holds(context.Background(), check, cols, tuples)
	for i := range ok {
		if ok[i] && !slices.Contains(tuples[i], nil) {
			return true
		}
	}
	return err != nil
}
