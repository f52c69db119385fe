package seed

import (
	"fmt"
	"slices"

	"github.com/mrt-tools/mrt/verifier/internal/rows"
	"github.com/mrt-tools/mrt/verifier/internal/shape"
)

// refer makes the columns of foreign key f point at a parent row, or NULL where
// that is allowed. Columns that an earlier foreign key or a pin has fixed must agree.
func (p *planner) refer(f, m int, bump []int, row []any, fixed []bool) bool {
	fk := p.fks[f]
	at := p.positions(fk.Columns)
	shift, nullable, pinnedNull := 0, false, false
	for _, i := range at {
		shift += bump[i]
		nullable = nullable || !p.cols[i].NotNull && !p.keyed(i) && !fixed[i]
		pinnedNull = pinnedNull || fixed[i] && row[i] == nil
	}
	if pinnedNull {
		return true
	}
	parent := p.parents[f]
	self := p.self(fk)
	total := 0
	if parent != nil {
		total = len(parent.Rows)
	}
	if nullable && (total == 0 || m > 0 && (m+p.hash(fk.Columns[0]))%4 == 3) {
		p.clear(at, row, fixed)
		return true
	}
	for n := range total {
		j := (m + p.hash(fk.Columns[0])%7 + shift + n) % total
		if p.in.Newest {
			j = total - 1 - (max(m-p.in.First, 0)+shift+n)%total
		}
		if p.lets(f, at, j) && p.adopt(fk, at, parent, parent.Rows[j], row, fixed) {
			return true
		}
	}
	if self {
		return p.itself(fk, at, row, fixed)
	}
	if nullable {
		p.clear(at, row, fixed)
		return true
	}
	if p.in.Loose && total == 0 {
		return true
	}
	p.trouble = fmt.Sprintf("table %s, which (%s) refers to, holds no row that fits", shape.Key(fk.RefSchema, fk.RefTable), p.names(at))
	return false
}

// lets reports whether the checks over the columns of foreign key f alone accept
// row j of its parent.
func (p *planner) lets(f int, at []int, j int) bool {
	if p.self(p.fks[f]) || p.in.Holds == nil {
		return true
	}
	if p.allowed == nil {
		p.allowed = make([][]bool, len(p.fks))
	}
	parent := p.parents[f]
	if len(p.allowed[f]) != len(parent.Rows) {
		p.allowed[f] = p.letIn(p.fks[f], at, parent)
	}
	return p.allowed[f][j]
}

func (p *planner) letIn(fk *shape.Constraint, at []int, parent *rows.Set) []bool {
	out := make([]bool, len(parent.Rows))
	for j := range out {
		out[j] = true
	}
	for _, k := range p.checks {
		if len(k.cols) == 0 || slices.ContainsFunc(k.cols, func(i int) bool { return !contains(at, i) }) {
			continue
		}
		cols, from := make([]*shape.Column, len(k.cols)), make([]int, len(k.cols))
		for n, i := range k.cols {
			cols[n], from[n] = p.cols[i], parent.Index(fk.RefColumns[slices.Index(at, i)])
		}
		if slices.Contains(from, -1) {
			continue
		}
		tuples := make([][]any, len(parent.Rows))
		for j, row := range parent.Rows {
			for _, n := range from {
				tuples[j] = append(tuples[j], row[n])
			}
		}
		ok, err := p.in.Holds(k.sql, cols, tuples)
		for j := range ok {
			out[j] = out[j] && (err != nil || ok[j])
		}
	}
	return out
}

func (p *planner) self(fk *shape.Constraint) bool {
	return fk.RefKey == p.in.Table.Key()
}

// clear sets the nullable columns of a foreign key to NULL.
func (p *planner) clear(at []int, row []any, fixed []bool) {
	for _, i := range at {
		if !p.cols[i].NotNull && !p.keyed(i) && !fixed[i] {
			row[i], fixed[i] = nil, true
		}
	}
}

// adopt takes over the key of a parent row if it agrees with what is fixed.
func (p *planner) adopt(fk *shape.Constraint, at []int, parent *rows.Set, from, row []any, fixed []bool) bool {
	values := make([]any, len(at))
	for n, i := range at {
		j := parent.Index(fk.RefColumns[n])
		if j < 0 || from[j] == nil || fixed[i] && !rows.Same(row[i], from[j]) {
			return false
		}
		values[n] = from[j]
	}
	for n, i := range at {
		row[i], fixed[i] = values[n], true
	}
	return true
}

// itself makes the first row of a table refer to itself.
func (p *planner) itself(fk *shape.Constraint, at []int, row []any, fixed []bool) bool {
	from := p.positions(fk.RefColumns)
	if from == nil {
		p.clear(at, row, fixed)
		return true
	}
	for n, i := range at {
		row[i], fixed[i] = row[from[n]], true
	}
	return true
}
