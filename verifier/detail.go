package verifier

import (
	"strings"

	"github.com/mrt-tools/mrt/analyzer/finding"
	"github.com/mrt-tools/mrt/verifier/internal/rows"
	"github.com/mrt-tools/mrt/verifier/internal/shape"
)

// detail is what the migration did, as far as the trip got.
func (t *trip) detail() *finding.Detail {
	d := &finding.Detail{Up: t.actions(t.up), Down: t.actions(t.down)}
	if t.old != nil && t.now != nil {
		d.Schema = changes(t.old.Catalog, t.now.Catalog)
	}
	if t.old != nil && t.back != nil {
		d.Back = changes(t.old.Catalog, t.back.Catalog)
	}
	return d
}

// actions are the statements of a run, put together by the call that they come from.
func (t *trip) actions(r *ran) []finding.Action {
	if r == nil {
		return nil
	}
	s := &script{trip: t, dialect: t.db.Name()}
	var out []finding.Action
	for i := range r.log {
		e := &r.log[i]
		if n := len(out); n == 0 || out[n-1].At != e.at {
			out = append(out, finding.Action{At: e.at})
		}
		a := &out[len(out)-1]
		sets := e.many
		if sets == nil {
			sets = [][]any{e.args}
		}
		for _, args := range sets {
			a.SQL = append(a.SQL, strings.TrimRight(strings.TrimSpace(s.filled(e.sql, args)), "; \n"))
		}
		if e.err != nil {
			a.Failed = oneLine(e.err.Words())
		}
	}
	if n := len(out); r.failed && (n == 0 || out[n-1].Failed == "") {
		out = append(out, finding.Action{At: r.at, Failed: r.words})
	}
	return out
}

func changes(before, after *shape.Catalog) []finding.Change {
	var out []finding.Change
	for _, c := range shape.Diff(before, after) {
		x := *change(c)
		if c.Before == nil {
			x.Is = columns(after, c.After, x.Is)
		}
		if c.After == nil {
			x.Was = columns(before, c.Before, x.Was)
		}
		out = append(out, x)
	}
	return out
}

// maxColumns is how many columns of a table a report names.
const maxColumns = 12

// columns describes an object that is a table by its columns.
func columns(c *shape.Catalog, o *shape.Object, what string) string {
	t := c.Tables[o.Table]
	if t == nil || t.Objects()[0] != o {
		return what
	}
	var list []string
	for i, c := range t.Columns {
		if i == maxColumns {
			list = append(list, "…")
			break
		}
		list = append(list, strings.TrimSpace(c.Name+" "+c.Type))
	}
	return "(" + strings.Join(list, ", ") + ")"
}

// change is a difference as reports show it.
func change(c shape.Change) *finding.Change {
	out := &finding.Change{Object: c.Object().Title(), Attr: c.Attr, Was: c.Was, Is: c.Is}
	what := c.Object().What
	if what == "" {
		what = "there"
	}
	switch {
	case c.After == nil:
		out.Was = what
	case c.Before == nil:
		out.Is = what
	}
	return out
}

// lostRows are examples of rows that are gone.
func lostRows(s *rows.Set, list [][]any) []finding.Loss {
	var out []finding.Loss
	for _, row := range list[:min(len(list), finding.MaxLosses)] {
		out = append(out, finding.Loss{Row: s.ShowKey(row), Was: s.ShowRow(row)})
	}
	return out
}

// lostValues are examples of values that differ.
func lostValues(s *rows.Set, list []rows.Change) []finding.Loss {
	var out []finding.Loss
	for _, c := range list[:min(len(list), finding.MaxLosses)] {
		out = append(out, finding.Loss{Row: s.ShowKey(c.Row), Column: c.Column, Was: rows.Show(c.Was), Is: rows.Show(c.Is)})
	}
	return out
}

// lostColumn are examples of the values of a column that is gone.
func lostColumn(s *rows.Set, column string) []finding.Loss {
	var out []finding.Loss
	i := s.Index(column)
	for _, row := range s.Rows {
		if len(out) < finding.MaxLosses && i >= 0 && row[i] != nil {
			out = append(out, finding.Loss{Row: s.ShowKey(row), Column: column, Was: rows.Show(row[i])})
		}
	}
	return out
}
