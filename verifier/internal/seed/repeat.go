package seed

import "github.com/mrt-tools/mrt/verifier/internal/rows"

// Repeats returns the columns of a table whose numbers have to go up where its rows
// are to be repeated in any number; false if that is not enough, because something
// else must be unique too.
func Repeats(in Input) (numbered []string, ok bool) {
	in.Existing, in.Older, in.Strict = nil, nil, true
	p := newPlanner(in)
	for _, set := range p.uniqueSets() {
		at := p.positions(set)
		some := false
		for _, i := range at {
			some = some || p.serial[i] > 0
		}
		if !some {
			return nil, false
		}
	}
	for i, c := range p.cols {
		if p.serial[i] > 0 {
			numbered = append(numbered, c.Name)
		}
	}
	return numbered, true
}

// taken notes what the rows that there are, or were, hold in each unique set. Not
// where a number by itself is unique: the next one is above all of them.
func (p *planner) taken() {
	for _, u := range p.uniques {
		if len(u.cols) == 1 && p.serial[u.cols[0]] > 0 {
			continue
		}
		for _, set := range []*rows.Set{p.in.Existing, p.in.Older} {
			if set == nil {
				continue
			}
			at, all := make([]int, len(u.cols)), true
			for n, i := range u.cols {
				at[n] = set.Index(p.cols[i].Name)
				all = all && at[n] >= 0
			}
			if !all {
				continue // a column that is not there is NULL in all rows
			}
			for _, row := range set.Rows {
				if k, ok := uniqueKey(row, at); ok {
					u.taken[k] = true
				}
			}
		}
	}
}
