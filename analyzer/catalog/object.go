package catalog

import (
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/opshim/sqlread"
)

func sortedKeys[V any](m map[string]V) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// createView makes or replaces a view.
func (s *State) createView(st *sqlread.CreateView) error {
	kind := "view"
	if st.Materialized {
		kind = "materialized view"
	}
	if s.Dialect != sqlread.SQLite {
		for _, u := range st.Uses {
			if s.isView(u) || s.isCTE(st.Query, u) || strings.Contains(u.String(), "information_schema") || strings.HasPrefix(u.Name, "pg_") {
				continue
			}
			if t, err := s.mustTable(u); err != nil || t == nil && err != nil {
				return err
			}
		}
	}
	k := kind + " " + s.fold(st.Name)
	if s.exists(st.Name) || s.isView(st.Name) {
		switch {
		case st.IfNotExists:
			return nil
		case st.OrReplace && s.objects.get(k) != nil:
		default:
			if err := s.alreadyExists("relation", st.Name); err != nil {
				return err
			}
		}
	}
	o := &Object{Kind: kind, Name: st.Name, Uses: st.Uses, Query: st.Query, Attrs: map[string]string{"definition": st.Text}, Source: s.source}
	if len(st.Columns) > 0 {
		o.Attrs["columns"] = strings.Join(st.Columns, ", ")
	}
	if st.Options != "" {
		o.Attrs["options"] = st.Options
	}
	if st.NoData {
		o.Attrs["populated"] = "no"
	}
	o.Deps = s.viewDeps(st.Query)
	s.putObject(k, o)
	s.gone.del(k)
	s.emit(Event{Kind: ObjectCreated, Object: k})
	return nil
}

// isCTE reports whether a name is one that the query defines itself.
func (s *State) isCTE(q *sqlread.Query, n sqlread.QName) bool {
	if q == nil {
		return true // not understood: say nothing about what it names
	}
	for _, c := range q.With {
		if c.Name == n.Name {
			return true
		}
	}
	return false
}

// createObject makes what is described by its text.
func (s *State) createObject(st *sqlread.CreateObject) error {
	if st.On.Name != "" {
		return s.createPart(st)
	}
	name := st.Name
	if st.Signature != "" {
		name.Name += "(" + st.Signature + ")"
	}
	o := &Object{Kind: st.Kind, Name: name, Labels: st.Labels, Uses: st.Uses, Attrs: map[string]string{}, Source: s.source}
	if st.Kind == "function" || st.Kind == "procedure" {
		o.Attrs["definition"] = st.Text
	} else if st.Text != "" && st.Kind != "extension" {
		o.Attrs["definition"] = st.Text
	}
	if st.Kind == "domain" {
		o.Attrs["base"] = canonType(st.Base, s.Dialect)
		o.Attrs["default"] = st.Default
		if st.NotNull {
			o.Attrs["not null"] = "yes"
		}
		for _, c := range st.Checks {
			if c.Name == "" {
				c.Name = st.Name.Name + "_check"
			}
			o.Checks = append(o.Checks, &Constraint{Constraint: c})
		}
	}
	k := st.Kind + " " + s.fold(name)
	if s.objects.get(k) != nil || s.world.objects[k] != nil && !s.gone.get(k) {
		switch {
		case st.IfNotExists:
			return nil
		case st.OrReplace:
		default:
			if s.Tainted == "" {
				return failf("ProgrammingError", name.String(), "%s %q already exists", st.Kind, name)
			}
		}
	}
	s.putObject(k, o)
	s.gone.del(k)
	s.emit(Event{Kind: ObjectCreated, Object: k})
	return nil
}

// createPart makes a trigger, policy or rule of a table.
func (s *State) createPart(st *sqlread.CreateObject) error {
	k := st.Kind + " " + st.Name.Name
	if s.isView(st.On) {
		s.putObject(k+" on "+s.fold(st.On), &Object{Kind: st.Kind, Name: sqlread.QName{Name: st.Name.Name + " on " + s.fold(st.On)}, Attrs: map[string]string{"definition": st.Text}, Source: s.source})
		return nil
	}
	t, err := s.mustTable(st.On)
	if err != nil || t == nil {
		return err
	}
	t = s.edit(t)
	if t.Parts[k] != nil && !st.OrReplace && s.Tainted == "" {
		if st.IfNotExists {
			return nil
		}
		return failf("ProgrammingError", st.Name.Name, "%s %q for relation %q already exists", st.Kind, st.Name.Name, t.Name)
	}
	t.Parts[k] = &Object{Kind: st.Kind, Name: st.Name, Uses: st.Uses, Attrs: map[string]string{"definition": st.Text}, Source: s.source}
	delete(t.gone, k)
	s.emitTable(ObjectCreated, t, k, "")
	return nil
}

func (s *State) removeObject(o *Object) {
	k := o.Kind + " " + s.fold(o.Name)
	s.delObject(k)
	s.gone.set(k, true)
	s.dropGrants(o.Name.String())
}

func (s *State) renameObject(o *Object, name string) {
	k := o.Kind + " " + s.fold(o.Name)
	c := o.clone()
	s.delObject(k)
	s.gone.set(k, true)
	c.Name.Name = name
	n := c.Kind + " " + s.fold(c.Name)
	s.putObject(n, c)
	s.gone.del(n)
	s.emit(Event{Kind: ObjectAltered, Object: n, Detail: k, OldTable: true})
}

// comment is COMMENT ON.
func (s *State) comment(c *sqlread.Comment) error {
	value := ""
	if c.Text != nil {
		value = *c.Text
	}
	switch c.Kind {
	case "table":
		t, err := s.mustTable(c.Name)
		if err != nil || t == nil {
			return err
		}
		t = s.edit(t)
		setOrDelete(t.Options, "comment", value)
		s.emitTable(ObjectAltered, t, "table "+s.fold(t.Name), "comment")
		return nil
	case "column":
		if s.isView(c.On) {
			s.setting("comment on column "+c.On.String()+"."+c.Name.Name, value)
			return nil
		}
		t, err := s.mustTable(c.On)
		if err != nil || t == nil {
			return err
		}
		t, i, err := s.mustColumn(s.edit(t), c.Name.Name)
		if err != nil {
			return err
		}
		t.ownColumn(i).Comment = attr(value)
		s.emitTable(ColumnAltered, t, "column "+s.fold(t.Name)+"."+c.Name.Name, "comment")
		return nil
	}
	s.setting("comment on "+c.Kind+" "+c.On.String()+" "+c.Name.String(), value)
	return nil
}

func (s *State) setting(k, v string) {
	s.settings.set(k, v)
	s.emit(Event{Kind: ObjectAltered, Object: k, OldTable: true})
}

func setOrDelete(m map[string]string, k, v string) {
	if v == "" {
		delete(m, k)
		return
	}
	m[k] = v
}

// grant keeps what was granted or revoked beyond the start.
func (s *State) grant(g *sqlread.Grant) {
	for _, p := range g.Privs {
		for _, o := range first2(g.Objects, []string{""}) {
			for _, to := range g.To {
				k := p + " on " + g.Kind + " " + o + " to " + to + " " + g.Options
				on, off := k, "-"+k
				if g.Revoke {
					on, off = off, on
				}
				if s.grants.get(off) {
					s.grants.del(off)
				} else {
					s.grants.set(on, true)
				}
			}
		}
	}
	s.emit(Event{Kind: ObjectAltered, Object: "grant on " + g.Kind + " " + strings.Join(g.Objects, ", "), OldTable: true})
}

func first2(a, b []string) []string {
	if len(a) > 0 {
		return a
	}
	return b
}

// dropGrants forgets what was granted on an object that is gone.
func (s *State) dropGrants(name string) {
	for _, k := range s.grants.keys() {
		if strings.Contains(k, " "+name+" to ") {
			s.grants.del(k)
		}
	}
}

func (s *State) renameGrants(old, name string) {
	for _, k := range s.grants.keys() {
		if strings.Contains(k, " "+old+" to ") {
			s.grants.del(k)
			s.grants.set(strings.Replace(k, " "+old+" to ", " "+name+" to ", 1), true)
		}
	}
}

func (s *State) dropColumnGrants(t *Table, column string) {
	for _, k := range s.grants.keys() {
		if strings.Contains(k, "("+column+") on table "+t.Name.String()+" to ") {
			s.grants.del(k)
		}
	}
}

// sequenceName is the name of the sequence that a serial or identity column
// owns, in the schema of its table.
func sequenceName(t *Table, c *Column) string {
	return sqlread.QName{Schema: t.Name.Schema, Name: t.Name.Name + "_" + c.Name + "_seq"}.String()
}

// ownSequence makes the sequence that a serial or identity column owns.
func (s *State) ownSequence(name, owner string) {
	n := sqlread.QName{Name: name}
	if schema, rest, ok := strings.Cut(name, "."); ok && strings.HasPrefix(owner, schema+".") && strings.Contains(owner[len(schema)+1:], ".") {
		n = sqlread.QName{Schema: schema, Name: rest}
	}
	k := "sequence " + name
	s.putObject(k, &Object{Kind: "sequence", Name: n, Attrs: map[string]string{"owned by": owner}})
	s.gone.del(k)
	s.emit(Event{Kind: ObjectCreated, Object: k})
}

func (s *State) dropSequence(name string) {
	k := "sequence " + name
	if s.objects.get(k) != nil {
		s.delObject(k)
		s.gone.set(k, true)
		s.emit(Event{Kind: ObjectDropped, Object: k, OldTable: true})
	}
}
