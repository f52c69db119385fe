package catalog

import (
	"strings"

	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// partitionAction does in the partitions of a table what was done to it: they
// hold its rows. What the statement says was said of the table, so the log has it
// once. (ADD COLUMN reaches them by itself.)
func (q *query) partitionAction(t *Table, a sqlread.Action, only bool) error {
	s := q.s
	if only || s.Dialect != sqlread.PostgreSQL {
		return nil
	}
	keys := s.partitions(t)
	if len(keys) == 0 {
		return nil
	}
	log := s.Log
	s.Log = nil
	defer func() { s.Log = log }()
	for _, k := range keys {
		p := s.tables.get(k)
		b := s.inPartition(t, p, a)
		if b == nil {
			continue
		}
		p = s.edit(p)
		if err := q.tableAction(p, b); err != nil {
			return err
		}
		if err := q.partitionAction(s.tables.get(k), b, false); err != nil {
			return err
		}
	}
	return nil
}

// inPartition is an action on a table as it concerns a partition, nil if it does not.
func (s *State) inPartition(t, p *Table, a sqlread.Action) sqlread.Action {
	has := func(column string) bool { return s.position(p, column) >= 0 }
	switch a := a.(type) {
	case *sqlread.DropColumn:
		if has(a.Name) {
			return a
		}
	case *sqlread.ColumnType:
		if has(a.Name) {
			return a
		}
	case *sqlread.ColumnNull:
		if has(a.Name) {
			return a
		}
	case *sqlread.ColumnDefault:
		if has(a.Name) {
			return a
		}
	case *sqlread.RenameColumn:
		if has(a.Old) {
			return a
		}
	case *sqlread.AddConstraint:
		if c := t.Constraints[len(t.Constraints)-1]; c.Kind == "check" && p.constraint(c.Name) == nil {
			named := *a
			named.Constraint.Name = c.Name
			return &named
		}
	case *sqlread.DropConstraint:
		b := *a
		if p.constraint(b.Name) == nil {
			b.Name = partitionName(t, p, b.Name)
		}
		if p.constraint(b.Name) != nil {
			return &b
		}
	}
	return nil
}

// partitionName is the name that a constraint named after the table has in a partition.
func partitionName(t, p *Table, name string) string {
	if rest, ok := strings.CutPrefix(name, t.Name.Name+"_"); ok {
		return p.Name.Name + "_" + rest
	}
	return name
}
