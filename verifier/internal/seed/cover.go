package seed

import (
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/verifier/internal/rows"
	"github.com/mrt-tools/mrt/verifier/internal/shape"
	"github.com/mrt-tools/mrt/verifier/internal/sqltok"
)

// most bounds the rows that are made to show every value of a column: finite
// lists are shown in full up to the second number.
const most, mostFinite = 16, 64

// cycle is the order in which rows take the candidates of column i: with NULL
// after every six, and at the end; what the table does not hold yet comes first.
func (p *planner) cycle(i int) []any {
	var out []any
	for n, v := range p.lists[i] {
		if n > 0 && n%6 == 0 && p.nullable(i) {
			out = append(out, nil)
		}
		out = append(out, v)
	}
	if p.nullable(i) {
		out = append(out, nil)
	}
	if !p.in.Cover || p.in.Existing == nil || len(p.in.Existing.Rows) == 0 {
		return out
	}
	missing := p.missing(i, out)
	return append(missing, without(out, missing)...)
}

// missing are the values that no existing row has in column i.
func (p *planner) missing(i int, list []any) []any {
	j := p.in.Existing.Index(p.cols[i].Name)
	if j < 0 {
		return list
	}
	seen := map[string]bool{}
	for _, row := range p.in.Existing.Rows {
		seen[text(row[j])] = true
	}
	var out []any
	for _, v := range list {
		if !seen[text(v)] {
			out = append(out, v)
		}
	}
	return out
}

func without(list, drop []any) []any {
	var out []any
	for _, v := range list {
		if !slices.ContainsFunc(drop, func(o any) bool { return rows.Same(o, v) }) {
			out = append(out, v)
		}
	}
	return out
}

// text makes a value comparable with what a database returns for it, roughly.
func text(v any) string {
	if v == nil {
		return "\x00null"
	}
	return strings.Trim(rows.Show(v), "'")
}

// cover raises the number of rows until every column shows all its values.
func (p *planner) cover() {
	need := 0
	for i := range p.cols {
		if p.alone(i) || p.foreign(i) {
			continue
		}
		limit := most
		if p.finite(i) {
			limit = mostFinite
		}
		n := len(p.cycles[i])
		if p.in.Existing != nil && len(p.in.Existing.Rows) > 0 {
			n = len(p.missing(i, p.cycles[i]))
		}
		need = max(need, min(n, limit))
	}
	if p.in.Existing == nil || len(p.in.Existing.Rows) == 0 {
		need += 2 // the duplicates
	}
	p.in.Count = max(p.in.Count, need)
}

// twin is the number of the row that row n of an existing table repeats in all
// that is not a key and not to be filled; n itself for none.
func (p *planner) twin(n int, targets []int) int {
	if p.in.Existing == nil || n < len(p.in.Existing.Rows)-2 {
		return n
	}
	now := p.project(p.in.Existing, p.in.Existing.Rows[n])
	for m := range min(n, 2) {
		was := p.project(p.in.Existing, p.in.Existing.Rows[m])
		same, compared := true, 0
		for i := range p.cols {
			if contains(targets, i) || p.inUnique(i) {
				continue
			}
			compared++
			same = same && rows.Same(now[i], was[i])
		}
		if same && compared > 0 {
			return m
		}
	}
	return n
}

func (p *planner) inUnique(i int) bool {
	for _, u := range p.in.Table.Uniques() {
		if contains(p.positions(u), i) {
			return true
		}
	}
	return false
}

// uniqueSets are the columns that must be unique together. Asked to be strict,
// those of a conditional index and those in an expression of one count too.
func (p *planner) uniqueSets() [][]string {
	out := p.in.Table.Uniques()
	for _, k := range p.in.Table.Constraints {
		if k.Kind == shape.Exclude && len(k.Columns) > 0 {
			out = append(out, k.Columns)
		}
	}
	if !p.in.Strict {
		return out
	}
	for _, x := range p.in.Table.Indexes {
		if !x.Unique || x.Where == "" && len(x.Plain) > 0 {
			continue
		}
		var cols []string
		for _, i := range p.mentioned(strings.Join(x.Parts, " ")) {
			cols = append(cols, p.cols[i].Name)
		}
		if len(cols) > 0 {
			out = append(out, cols)
		}
	}
	return out
}

// apart gives a range in an exclusion constraint values that do not meet.
func (p *planner) apart(i int) {
	c := p.cols[i]
	if c.Class != shape.Range || len(p.lists[i]) == 0 || !p.excluded(i) {
		return
	}
	list := []any{p.lists[i][0], rows.Raw("empty")}
	for k := 1; k <= 12; k++ {
		list = append(list, vary(c, list[0], k+30))
	}
	p.lists[i] = distinct(list)
}

func (p *planner) excluded(i int) bool {
	for _, k := range p.in.Table.Constraints {
		if k.Kind != shape.Exclude {
			continue
		}
		for _, t := range sqltok.Cut(k.Definition()) {
			if t.Named() && strings.EqualFold(t.Text, p.cols[i].Name) {
				return true
			}
		}
	}
	return false
}
