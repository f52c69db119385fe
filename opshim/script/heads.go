package script

import (
	"fmt"
	"slices"
	"sort"
)

// A RowOp is one change of the version table. The set is closed: [InsertRow],
// [DeleteRow], [UpdateRow].
type RowOp interface{ rowOp() }

// InsertRow adds a row with the id.
type InsertRow struct{ ID string }

// DeleteRow removes the row with the id.
type DeleteRow struct{ ID string }

// UpdateRow changes the id of one row.
type UpdateRow struct{ From, To string }

func (InsertRow) rowOp() {}
func (DeleteRow) rowOp() {}
func (UpdateRow) rowOp() {}

// A Maintainer follows the rows of the version table through a run.
type Maintainer struct {
	graph *Graph
	heads map[string]bool
}

// Maintain starts from the rows that the version table has.
func (g *Graph) Maintain(rows []string) *Maintainer {
	m := &Maintainer{graph: g, heads: map[string]bool{}}
	for _, r := range rows {
		m.heads[r] = true
	}
	return m
}

// Heads returns the rows, sorted.
func (m *Maintainer) Heads() []string {
	out := make([]string, 0, len(m.heads))
	for h := range m.heads {
		out = append(out, h)
	}
	sort.Strings(out)
	return out
}

// Empty tells whether the version table has no row.
func (m *Maintainer) Empty() bool { return len(m.heads) == 0 }

func (m *Maintainer) has(id string) bool { return m.heads[id] }

// among returns those of list that have a row.
func (m *Maintainer) among(list []string) []string {
	return slices.DeleteFunc(slices.Clone(list), func(s string) bool { return !m.heads[s] })
}

// missing returns those of list that have no row.
func (m *Maintainer) missing(list []string) []string { return notIn(list, m.heads) }

// without returns the rows that are not in list.
func (m *Maintainer) without(list []string) []string {
	return slices.DeleteFunc(m.Heads(), func(s string) bool { return slices.Contains(list, s) })
}

// Apply says how the version table changes when step has been done, in the
// order of the statements, and remembers it.
func (m *Maintainer) Apply(step Step) ([]RowOp, error) {
	ops, err := m.plan(step)
	if err != nil {
		return nil, err
	}
	for _, o := range ops {
		if err := m.change(o); err != nil {
			return nil, err
		}
	}
	return ops, nil
}

func (m *Maintainer) plan(step Step) ([]RowOp, *Error) {
	if id, ok := step.deletes(m); ok {
		return []RowOp{DeleteRow{id}}, nil
	}
	if id, ok := step.creates(m); ok {
		return []RowOp{InsertRow{id}}, nil
	}
	var ops []RowOp
	if gone, from, to, ok := step.merges(m); ok {
		for _, g := range gone {
			ops = append(ops, DeleteRow{g})
		}
		return append(ops, UpdateRow{from, to}), nil
	}
	if from, to, added, ok := step.unmerges(m); ok {
		for _, a := range added {
			ops = append(ops, InsertRow{a})
		}
		return append(ops, UpdateRow{from, to}), nil
	}
	from, to, err := step.update(m)
	if err != nil {
		return nil, err
	}
	return []RowOp{UpdateRow{from, to}}, nil
}

func (m *Maintainer) change(o RowOp) error {
	switch o := o.(type) {
	case InsertRow:
		return m.add(o.ID)
	case DeleteRow:
		return m.remove(o.ID)
	case UpdateRow:
		if m.heads[o.To] {
			return assertion("")
		}
		if err := m.remove(o.From); err != nil {
			return err
		}
		return m.add(o.To)
	}
	return fmt.Errorf("script: unknown row operation %T", o)
}

func (m *Maintainer) add(id string) error {
	if m.heads[id] {
		return assertion("")
	}
	m.heads[id] = true
	return nil
}

func (m *Maintainer) remove(id string) error {
	if !m.heads[id] {
		return keyError(id)
	}
	delete(m.heads, id)
	return nil
}
