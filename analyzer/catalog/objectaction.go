package catalog

import (
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// objectAction does one action on an object.
func (q *query) objectAction(o *Object, a sqlread.Action) error {
	s := q.s
	c := s.editObject(o)
	s.emit(Event{Kind: ObjectAltered, Object: o.key(), OldTable: true})
	switch a := a.(type) {
	case *sqlread.Rename:
		return s.renameType(c, a.New.Name)
	case *sqlread.SetSchema:
		s.delObject(c.Kind + " " + s.fold(c.Name))
		s.gone.set(c.Kind+" "+s.fold(c.Name), true)
		c.Name.Schema = strings.TrimPrefix(a.Schema, "public")
		s.putObject(c.Kind+" "+s.fold(c.Name), c)
		return nil
	case *sqlread.AddValue:
		return s.addLabel(c, a)
	case *sqlread.RenameValue:
		return s.renameLabel(c, a)
	case *sqlread.AddConstraint:
		return q.addDomainCheck(c, a.Constraint)
	case *sqlread.DropConstraint:
		n := len(c.Checks)
		c.Checks = slices.DeleteFunc(c.Checks, func(k *Constraint) bool { return k.Name == a.Name })
		if n == len(c.Checks) && !a.IfExists && !c.Open && s.Tainted == "" {
			return failf("ProgrammingError", c.Name.String(), "constraint %q of domain %q does not exist", a.Name, c.Name)
		}
		for _, name := range s.typed(c.Name.String()) {
			s.touch(name) // its columns take more from here on
		}
		return nil
	case *sqlread.RenameConstraint:
		for i, k := range c.Checks {
			if k.Name == a.Old {
				d := *k
				d.Name = a.New
				c.Checks[i] = &d
			}
		}
		return nil
	case *sqlread.ColumnNull:
		setOrDelete(c.Attrs, "not null", map[bool]string{true: "yes"}[a.NotNull])
		return nil
	case *sqlread.ColumnDefault:
		setOrDelete(c.Attrs, "default", a.Text)
		return nil
	case *sqlread.AlterConstraint:
		return nil
	case *sqlread.Option:
		return s.objectOption(c, a)
	case *sqlread.RenameColumn:
		c.Attrs["renamed "+a.New] = a.Old
		return nil
	}
	s.Taint("sql: ALTER " + strings.ToUpper(o.Kind))
	return nil
}

// objectOption sets an option in text.
func (s *State) objectOption(c *Object, a *sqlread.Option) error {
	switch {
	case a.Key == "owned":
		s.disown(c.Attrs["owned by"], c.Name.String())
		c.Attrs["owned by"] = strings.TrimPrefix(a.Value, "by ")
		s.own(c.Attrs["owned by"], c.Name.String())
	case a.Key == "restart" && c.Kind == "sequence":
		s.counters.set("restart "+c.Name.String(), s.counters.get("restart "+c.Name.String())+1)
	case a.Key == "definition":
		c.Attrs["definition"] = a.Value
	default:
		setOrDelete(c.Attrs, a.Key, a.Value)
	}
	return nil
}

// own gives a sequence to a column, "table.column".
func (s *State) own(column, sequence string) {
	if t, j := s.ownerOf(column); t != nil {
		t.ownColumn(j).owned = sequence
	}
}

// disown takes a sequence from the column that it goes with.
func (s *State) disown(column, sequence string) {
	t, j := s.ownerOf(column)
	if t == nil {
		return
	}
	c := t.ownColumn(j)
	if c.seq == sequence {
		c.seq = ""
	}
	if c.owned == sequence {
		c.owned = ""
	}
}

// ownerOf finds a column, "table.column", in a table that may be written; nil if
// there is none.
func (s *State) ownerOf(column string) (*Table, int) {
	i := strings.LastIndexByte(column, '.')
	if i < 0 {
		return nil, -1
	}
	t := s.tables.get(column[:i])
	if t == nil {
		return nil, -1
	}
	j := s.position(t, column[i+1:])
	if j < 0 {
		return nil, -1
	}
	return s.edit(t), j
}

// renameType renames an object, and a type in the columns that have it.
func (s *State) renameType(o *Object, name string) error {
	old := o.Name.String()
	next := o.Name
	next.Name = name
	if s.objects.get(o.Kind+" "+s.fold(next)) != nil {
		return failf("ProgrammingError", next.String(), "%s %q already exists", o.Kind, next)
	}
	s.renameObject(o, name)
	if o.Kind != "enum" && o.Kind != "domain" && o.Kind != "type" {
		return nil
	}
	for _, k := range s.typed(old) {
		t := s.tables.get(k)
		for i, c := range t.Columns {
			ty := c.Type.text()
			if literal, cast := castLiteral(c.Default.text()); cast != "" && strings.TrimRight(cast, "[]") == old {
				s.edit(t).ownColumn(i).Default = attr(literal + "::" + next.String() + strings.TrimPrefix(cast, old))
				t = s.tables.get(k)
			}
			if strings.TrimRight(ty, "[]") == old {
				s.edit(t).ownColumn(i).Type = attr(next.String() + strings.TrimPrefix(ty, old))
				t = s.tables.get(k)
			}
		}
	}
	return nil
}

// addLabel is ALTER TYPE … ADD VALUE.
func (s *State) addLabel(c *Object, a *sqlread.AddValue) error {
	if slices.Contains(c.Labels, a.Label) {
		if a.IfNotExists {
			return nil
		}
		return failf("ProgrammingError", c.Name.String(), "enum label %q already exists", a.Label)
	}
	at := len(c.Labels)
	if i := slices.Index(c.Labels, a.Before); a.Before != "" && i >= 0 {
		at = i
	}
	if i := slices.Index(c.Labels, a.After); a.After != "" && i >= 0 {
		at = i + 1
	}
	c.Labels = slices.Insert(c.Labels, at, a.Label)
	s.emit(Event{Kind: ObjectAltered, Object: c.key(), Detail: a.Label, OldTable: true, Flag: map[string]bool{"add value": true}})
	return nil
}

func (s *State) renameLabel(c *Object, a *sqlread.RenameValue) error {
	i := slices.Index(c.Labels, a.Old)
	if i < 0 {
		if c.Open || s.Tainted != "" {
			c.Labels = append(c.Labels, a.New)
			return nil
		}
		return failf("ProgrammingError", c.Name.String(), "%q is not an existing enum label", a.Old)
	}
	c.Labels[i] = a.New
	return nil
}

// addDomainCheck adds a constraint to a domain and checks the rows that have it.
func (q *query) addDomainCheck(c *Object, k sqlread.Constraint) error {
	s := q.s
	if k.Name == "" {
		k.Name = c.Name.Name + "_check"
	}
	for _, old := range c.Checks {
		if old.Name == k.Name {
			return failf("ProgrammingError", c.Name.String(), "constraint %q for domain %q already exists", k.Name, c.Name)
		}
	}
	c.Checks = append(c.Checks, &Constraint{Constraint: k})
	if k.NotValid {
		return nil
	}
	for _, name := range s.typed(c.Name.String()) {
		t := s.tables.get(name)
		s.touch(name)
		for i, col := range t.Columns {
			if col.Type.text() != c.Name.String() {
				continue
			}
			for _, r := range t.Rows {
				if i < len(r.Cells) && q.domainCheck(k.Expr, r.Cells[i]) == False {
					return &Failure{Class: "IntegrityError", Object: c.Name.String(), Rows: true, Seeds: seedsOf(r),
						Message: "column \"" + col.Name + "\" of table \"" + t.Name.String() + "\" contains values that violate the new constraint"}
				}
			}
		}
	}
	return nil
}

// domainCheck evaluates a CHECK over VALUE.
func (q *query) domainCheck(x sqlread.Expr, v Value) Truth {
	return truthOf(q.eval(x, &scope{tables: []scopeTable{{alias: "", names: []string{"value"}, cells: []Value{v}}}}))
}
