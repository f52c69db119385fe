package catalog

import (
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// pending is what PostgreSQL still has to check at the end of a transaction. While
// there is something of a table, it does not let the table be altered, emptied or
// dropped. It is never changed, only replaced.
type pending struct {
	checks []deferredCheck
	modes  []deferMode
}

// A deferredCheck is of one row of a table, which a statement wrote.
type deferredCheck struct {
	table, constraint string
	why               rowCause
	witness           int32
}

// rowCause tells what decides whether there is such a row.
type rowCause uint8

const (
	rowCertain rowCause = iota // the script writes it whatever there is
	rowGiven                   // there is one if the application wrote one
	rowMaybe                   // nobody knows
)

// A deferMode is what SET CONSTRAINTS says of one constraint, or of all.
type deferMode struct {
	constraint string // empty for all
	deferred   bool
}

// maxPending is how many checks are kept for one constraint: who is to blame is
// known well enough then.
const maxPending = 200

// EndTransaction notes that what was deferred has been checked.
func (s *State) EndTransaction() { s.pending = nil }

// ends reports whether a statement about transactions ends one.
func ends(what string) bool {
	first, rest, _ := strings.Cut(strings.ToLower(what), " ")
	switch first {
	case "commit", "end":
		return !strings.HasPrefix(rest, "prepared")
	case "rollback", "abort":
		return !slices.Contains(strings.Fields(rest), "to")
	}
	return false
}

// defers reports whether a constraint is checked at the end of the transaction.
func (s *State) defers(c *Constraint) bool {
	if s.Dialect != sqlread.PostgreSQL || s.Autocommit || !c.Deferrable && !c.Deferred {
		return false
	}
	if s.pending != nil {
		for _, m := range slices.Backward(s.pending.modes) {
			if m.constraint == "" || m.constraint == c.Name {
				return m.deferred
			}
		}
	}
	return c.Deferred
}

// deferCheck notes that a row of a table will be checked.
func (s *State) deferCheck(t *Table, c *Constraint, r *Row, unsure bool) {
	d := deferredCheck{table: s.fold(t.Name), constraint: c.Name, witness: r.witness()}
	switch {
	case r.Maybe, unsure:
		d.why = rowMaybe
	case d.witness != 0, r.isNew():
		d.why = rowGiven
	}
	p := &pending{}
	if s.pending != nil {
		*p = *s.pending
	}
	n := 0
	for _, x := range p.checks {
		if x == d {
			return
		}
		if x.table == d.table && x.constraint == d.constraint {
			n++
		}
	}
	if n > maxPending {
		return
	}
	p.checks = append(slices.Clip(p.checks), d)
	s.pending = p
}

// deferInsert notes what a new row leaves to be checked. A key without contents
// counts as well.
func (s *State) deferInsert(t *Table, r *Row) {
	for _, c := range t.Constraints {
		if c.Kind == "foreign" && s.defers(c) {
			s.deferCheck(t, c, r, false)
		}
	}
}

// deferUpdate notes what a row that got other contents leaves to be checked: its
// own keys that have contents, and those by which others reference it. The rows
// that there were tell whether it had the key of another for a moment.
func (s *State) deferUpdate(t *Table, were []*Row, old, now *Row) {
	if s.Dialect != sqlread.PostgreSQL {
		return
	}
	for _, c := range t.Constraints {
		if !s.defers(c) {
			continue
		}
		moves := s.keyMoves(t, old, now, c.Columns)
		switch {
		case moves == False:
		case c.Kind == "foreign" && !s.emptyKey(t, now, c.Columns):
			s.deferCheck(t, c, now, moves != True)
		case (c.Kind == "unique" || c.Kind == "primary") && s.meets(t, were, old, now, c.Columns):
			s.deferCheck(t, c, now, true) // it depends on the order of the rows
		}
	}
	s.deferParent(t, old, now, False)
}

// deferParent notes what is to be checked of a row that goes, perhaps, or whose
// key is another now. Nothing but NO ACTION can wait.
func (s *State) deferParent(t *Table, old, now *Row, goes Truth) {
	if s.Dialect != sqlread.PostgreSQL {
		return
	}
	k := s.fold(t.Name)
	for _, name := range s.referencing(k) {
		for _, c := range s.tables.get(name).Constraints {
			if c.Kind != "foreign" || s.fold(c.RefTable) != k || !s.defers(c) {
				continue
			}
			ref := c.RefColumns
			if pk := t.primary(); len(ref) == 0 && pk != nil {
				ref = pk.Columns
			}
			moves, action := goes, c.OnDelete
			if now != nil {
				moves, action = s.keyMoves(t, old, now, ref), c.OnUpdate
			}
			if moves != False && action == "" && !s.emptyKey(t, old, ref) {
				s.deferCheck(t, c, old, moves != True)
			}
		}
	}
}

// keyMoves reports whether a row got another key.
func (s *State) keyMoves(t *Table, old, now *Row, cols []string) Truth {
	moves := False
	for _, n := range cols {
		i := s.position(t, n)
		if i < 0 {
			continue
		}
		switch a, b := cellAt(old, i), cellAt(now, i); {
		case a.Tok != 0 && a.Tok == b.Tok:
		case !a.Known() || !b.Known():
			moves = or(moves, Maybe)
		case a.IsNull() != b.IsNull() || a.key() != b.key():
			return True
		}
	}
	return moves
}

// emptyKey reports whether a row has no contents in one of the columns.
func (s *State) emptyKey(t *Table, r *Row, cols []string) bool {
	return slices.ContainsFunc(cols, func(n string) bool {
		i := s.position(t, n)
		return i >= 0 && cellAt(r, i).IsNull()
	})
}

// meets reports whether a row got the key that another row has, or had before the
// statement.
func (s *State) meets(t *Table, were []*Row, old, now *Row, cols []string) bool {
	return slices.ContainsFunc(slices.Concat(were, t.Rows), func(r *Row) bool {
		return r != old && r != now && sameCells(s, t, r, now, cols)
	})
}

// inUse is the failure of a statement that needs a table to itself. With doubt
// about the rows the outcome is unknown.
func (s *State) inUse(t *Table, verb string) error {
	if s.pending == nil || s.Tainted != "" {
		return nil
	}
	k := s.fold(t.Name)
	f := &Failure{Class: "OperationalError", Code: "55006", Object: k, Rows: true, Each: true,
		Message: "cannot " + verb + " \"" + t.Name.Name + "\" because it has pending trigger events"}
	found, maybe := false, false
	for _, d := range s.pending.checks {
		if d.table != k {
			continue
		}
		switch d.why {
		case rowCertain:
			f.Rows, found = false, true
		case rowGiven:
			found = true
			if d.witness != 0 {
				f.Seeds = append(f.Seeds, d.witness)
			}
		case rowMaybe:
			maybe = true
		}
	}
	switch {
	case found && !f.Rows:
		f.Seeds, f.Each = nil, false
		return f
	case found:
		f.Each = len(f.Seeds) > 0
		return f
	case maybe:
		s.Taint("rows: whether " + k + " has pending trigger events")
	}
	return nil
}

// alterInUse is inUse for ALTER TABLE: names may be changed, and who drops a
// foreign key needs the table that it references as well.
func (s *State) alterInUse(t *Table, actions []sqlread.Action) error {
	if s.pending == nil {
		return nil
	}
	for _, a := range actions {
		switch a := a.(type) {
		case *sqlread.Rename, *sqlread.RenameColumn, *sqlread.RenameConstraint, *sqlread.RenameIndex, *sqlread.SetSchema:
			continue
		case *sqlread.DropConstraint:
			c := t.constraint(a.Name)
			if c == nil || c.Kind != "foreign" {
				break
			}
			if p := s.tables.get(s.fold(c.RefTable)); p != nil && p != t {
				if err := s.inUse(p, "ALTER TABLE"); err != nil {
					return err
				}
			}
		}
		if err := s.inUse(t, "ALTER TABLE"); err != nil {
			return err
		}
	}
	return nil
}

// movePending notes that a table has another name.
func (s *State) movePending(from, to string) {
	if s.pending == nil {
		return
	}
	p := *s.pending
	p.checks = slices.Clone(p.checks)
	for i := range p.checks {
		if p.checks[i].table == from {
			p.checks[i].table = to
		}
	}
	s.pending = &p
}

// setConstraints is SET CONSTRAINTS: IMMEDIATE checks at once what was deferred.
func (s *State) setConstraints(words string) {
	p := &pending{}
	if s.pending != nil {
		*p = *s.pending
	}
	list, deferred := strings.CutSuffix(words, " deferred")
	list = strings.TrimSuffix(list, " immediate")
	p.checks, p.modes = slices.Clone(p.checks), slices.Clip(p.modes)
	for name := range strings.SplitSeq(list, ",") {
		name = strings.Trim(strings.TrimSpace(name), `"`)
		if i := strings.LastIndexByte(name, '.'); i >= 0 {
			name = strings.Trim(name[i+1:], `" `)
		}
		if name == "all" {
			name = ""
		}
		p.modes = append(p.modes, deferMode{name, deferred})
		if !deferred {
			p.checks = slices.DeleteFunc(p.checks, func(d deferredCheck) bool { return name == "" || d.constraint == name })
		}
	}
	s.pending = p
}
