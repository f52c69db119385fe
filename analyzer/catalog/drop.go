package catalog

import (
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// drop is DROP of anything.
func (q *query) drop(st *sqlread.Drop) error {
	s := q.s
	switch st.Kind {
	case "table":
		for _, n := range st.Names {
			if err := q.dropTable(n, st); err != nil {
				return err
			}
		}
		return nil
	case "index":
		return s.dropIndex(st)
	case "trigger", "policy", "rule":
		return s.dropPart(st)
	case "schema", "database":
		return s.dropSchema(st)
	}
	for _, n := range st.Names {
		if err := s.dropObject(n, st); err != nil {
			return err
		}
	}
	return nil
}

// dropTable removes a table with its rows and parts.
func (q *query) dropTable(n sqlread.QName, st *sqlread.Drop) error {
	s := q.s
	if !s.exists(n) && st.IfExists {
		return nil
	}
	if s.isView(n) {
		return failf("ProgrammingError", n.String(), "%q is not a table", n)
	}
	t, err := s.mustTable(n)
	if err != nil || t == nil {
		return err
	}
	if err := q.tableFree(t, st); err != nil {
		return err
	}
	if err := s.inUse(t, "DROP TABLE"); err != nil {
		return err
	}
	k := s.fold(n)
	for _, p := range s.partitions(t) {
		s.removeTable(s.tables.get(p))
	}
	s.emitTable(TableDropped, t, "table "+k, "")
	s.removeTable(t)
	return nil
}

func (s *State) removeTable(t *Table) {
	k := s.fold(t.Name)
	for _, c := range t.Columns {
		s.dropOwned(c)
	}
	s.delTable(k)
	s.gone.set("table "+k, true)
	s.dropGrants(t.Name.String())
}

// dropOwned drops the sequences that belong to a column.
func (s *State) dropOwned(c *Column) {
	if c.seq != "" {
		s.dropSequence(c.seq)
	}
	if c.owned != "" {
		s.dropSequence(c.owned)
	}
}

// tableFree looks for what stands in the way of dropping a table.
func (q *query) tableFree(t *Table, st *sqlread.Drop) error {
	s := q.s
	k := s.fold(t.Name)
	if s.Dialect == sqlread.SQLite {
		if s.ForeignKeys {
			return q.implicitDelete(t)
		}
		return nil
	}
	dropped := func(name string) bool {
		return name == k || slices.ContainsFunc(st.Names, func(n sqlread.QName) bool { return s.fold(n) == name })
	}
	for _, name := range s.referencing(k) {
		u := s.tables.get(name)
		for _, c := range u.Constraints {
			if c.Kind != "foreign" || s.fold(c.RefTable) != k || dropped(name) || u.Partition == k {
				continue
			}
			switch {
			case st.Cascade && s.Dialect == sqlread.PostgreSQL:
				w := s.edit(u)
				w.Constraints = slices.DeleteFunc(w.Constraints, func(x *Constraint) bool { return x.Name == c.Name && x.Kind == "foreign" })
				s.emitConstraint(ConstraintDropped, w, c)
			case s.checksKeys() && s.Tainted == "":
				return failf("InternalError", k, "cannot drop table %s because constraint %s on table %s depends on it", t.Name, c.Name, u.Name)
			}
		}
	}
	if s.Dialect != sqlread.PostgreSQL {
		return nil
	}
	if st.Cascade {
		return s.dropViewsOf(t.Name, "")
	}
	for _, v := range s.viewsUsing(t.Name, "") {
		if s.Tainted == "" {
			return failf("InternalError", k, "cannot drop table %s because %s %s depends on it", t.Name, v.Kind, v.Name)
		}
	}
	return nil
}

// dropPart removes a trigger, policy or rule.
func (s *State) dropPart(st *sqlread.Drop) error {
	for _, n := range st.Names {
		k := st.Kind + " " + n.Name
		t := s.partOwner(k, st.On)
		if t != nil && t.Parts[k] != nil {
			if st.Kind == "trigger" {
				if err := s.inUse(t, "DROP TRIGGER"); err != nil {
					return err
				}
			}
			t = s.edit(t)
			delete(t.Parts, k)
			delete(t.Options, "disabled "+k)
			t.gone[k] = true
			s.emitTable(ObjectDropped, t, k, "")
			continue
		}
		if st.IfExists {
			continue
		}
		if t != nil && !t.Open && s.Tainted == "" {
			return failf("ProgrammingError", n.Name, "%s %q for table %q does not exist", st.Kind, n.Name, t.Name)
		}
		if err := s.dropAssumed(st.Kind, n); err != nil {
			return err
		}
	}
	return nil
}

// partOwner finds the table of a trigger: the one named, or for SQLite and
// MySQL the one that has it.
func (s *State) partOwner(k string, on sqlread.QName) *Table {
	if on.Name != "" {
		return s.Table(on)
	}
	for _, name := range s.tablesBy(byPart, k) {
		return s.tables.get(name)
	}
	return nil
}

// dropSchema removes a schema with what is in it.
func (s *State) dropSchema(st *sqlread.Drop) error {
	for _, n := range st.Names {
		inside := s.inSchema(n.Name)
		if len(inside) > 0 && !st.Cascade && s.Tainted == "" {
			return failf("InternalError", n.Name, "cannot drop schema %s because other objects depend on it", n.Name)
		}
		for _, k := range inside {
			if t := s.tables.get(strings.TrimPrefix(k, "table ")); t != nil && strings.HasPrefix(k, "table ") {
				s.emitTable(TableDropped, t, k, "")
				s.removeTable(t)
				continue
			}
			if o := s.objects.get(k); o != nil {
				s.removeObject(o)
			}
		}
		k := "schema " + n.Name
		if s.objects.get(k) == nil && st.IfExists {
			continue
		}
		if s.objects.get(k) == nil {
			if err := s.dropAssumed("schema", n); err != nil {
				return err
			}
			continue
		}
		s.delObject(k)
		s.gone.set(k, true)
		s.dropGrants(n.Name)
		s.emit(Event{Kind: ObjectDropped, Object: k, OldTable: true})
	}
	return nil
}

func (s *State) inSchema(schema string) []string {
	var out []string
	for _, k := range s.Tables() {
		if s.tables.get(k).Name.Schema == schema {
			out = append(out, "table "+k)
		}
	}
	for _, k := range s.objects.keys() {
		if s.objects.get(k).Name.Schema == schema {
			out = append(out, k)
		}
	}
	return out
}

// dropObject removes an object that is described by its text.
func (s *State) dropObject(n sqlread.QName, st *sqlread.Drop) error {
	o := s.findObject(st.Kind, n, st.Signature)
	if o == nil {
		if st.IfExists {
			return nil
		}
		if s.wrongKind(st.Kind, n) {
			return failf("ProgrammingError", n.String(), "%q is not a %s", n, st.Kind)
		}
		return s.dropAssumed(st.Kind, n)
	}
	if st.Kind == "sequence" && o.Attrs["owned by"] != "" && !st.Cascade && s.usesSequence(n) {
		return failf("InternalError", n.String(), "cannot drop sequence %s because other objects depend on it", n)
	}
	if err := s.objectFree(o, st.Cascade); err != nil {
		return err
	}
	s.removeObject(o)
	s.emit(Event{Kind: ObjectDropped, Object: o.key(), OldTable: !strings.HasPrefix(o.Kind, "new")})
	return nil
}

func (s *State) usesSequence(n sqlread.QName) bool {
	for _, t := range s.tables.all() {
		for _, c := range t.Columns {
			if strings.Contains(c.Default.text(), "nextval('"+n.String()+"'") {
				return true
			}
		}
	}
	return false
}

// findObject finds an object by the kind that DROP names.
func (s *State) findObject(kind string, n sqlread.QName, signature string) *Object {
	kinds := []string{kind}
	if kind == "type" {
		kinds = []string{"enum", "type", "domain"}
	}
	for _, k := range kinds {
		if o := s.object(k, n); o != nil {
			return o
		}
	}
	if kind == "function" || kind == "procedure" || kind == "routine" || kind == "aggregate" {
		prefix := s.fold(n) + "("
		for _, k := range s.objectsBy(byRoutine, s.fold(n)) {
			o := s.objects.get(k)
			if (o.Kind == kind || kind == "routine") && strings.HasPrefix(s.fold(o.Name), prefix) && (signature == "" || s.fold(o.Name) == prefix+signature+")") {
				return o
			}
		}
	}
	return nil
}

// wrongKind reports whether the name is a relation of another kind.
func (s *State) wrongKind(kind string, n sqlread.QName) bool {
	k := s.fold(n)
	switch kind {
	case "view":
		return s.objects.get("materialized view "+k) != nil || s.tables.get(k) != nil
	case "materialized view":
		return s.objects.get("view "+k) != nil || s.tables.get(k) != nil
	}
	return false
}

// objectFree looks for what depends on an object.
func (s *State) objectFree(o *Object, cascade bool) error {
	if s.Dialect != sqlread.PostgreSQL || s.Tainted != "" {
		return nil
	}
	switch o.Kind {
	case "enum", "domain", "type":
		return s.typeFree(o, cascade)
	case "function", "procedure":
		base, _, _ := strings.Cut(o.Name.Name, "(")
		for _, name := range s.tablesBy(byCall, base) {
			t := s.tables.get(name)
			for _, k := range sortedKeys(t.Parts) {
				p := t.Parts[k]
				if !slices.ContainsFunc(p.Uses, func(u sqlread.QName) bool { return u.Name == base }) {
					continue
				}
				if !cascade {
					return failf("InternalError", o.Name.String(), "cannot drop function %s because %s on table %s depends on it", o.Name, k, t.Name)
				}
				t = s.edit(t)
				delete(t.Parts, k)
				delete(t.Options, "disabled "+k)
			}
		}
	case "view", "materialized view":
		for _, v := range s.viewsUsing(o.Name, "") {
			if !cascade {
				return failf("InternalError", o.Name.String(), "cannot drop %s %s because %s %s depends on it", o.Kind, o.Name, v.Kind, v.Name)
			}
			s.removeObject(v)
		}
	}
	return nil
}

// defaultFree looks for a default that needs a type which its column does not have
// any more.
func (s *State) defaultFree(t *Table, c *Column, want string, cascade bool) error {
	if c.defaultType() != want {
		return nil
	}
	if !cascade {
		return failf("InternalError", want, "cannot drop type %s because default value for column %s of table %s depends on it", want, c.Name, t.Name)
	}
	u := s.edit(t)
	for i := range u.Columns {
		if u.Columns[i].Name == c.Name {
			d := u.ownColumn(i)
			d.Default, d.def = attr(""), nil
		}
	}
	return nil
}

func (s *State) typeFree(o *Object, cascade bool) error {
	want := o.Name.String()
	for _, name := range s.typed(want) {
		for _, c := range slices.Clone(s.tables.get(name).Columns) {
			t := s.tables.get(name)
			if err := s.defaultFree(t, c, want, cascade); err != nil {
				return err
			}
			if strings.TrimRight(c.Type.text(), "[]") != want {
				continue
			}
			if !cascade {
				return failf("InternalError", want, "cannot drop type %s because column %s of table %s depends on it", want, c.Name, t.Name)
			}
			if err := s.dropColumn(s.edit(t), &sqlread.DropColumn{Name: c.Name, Cascade: true}); err != nil {
				return err
			}
		}
	}
	return nil
}

// alterObject is ALTER of anything but a table.
func (q *query) alterObject(st *sqlread.AlterObject) error {
	s := q.s
	switch st.Kind {
	case "index":
		return s.alterIndex(st)
	case "trigger", "policy", "rule":
		return s.alterPart(st)
	case "default", "system", "role", "user", "database", "extension", "publication":
		if o, ok := st.Action.(*sqlread.Option); ok && o.Key == "default privileges" {
			s.setting("default privileges "+o.Value, "yes")
		}
		return nil
	}
	o := s.findObject(st.Kind, st.Name, "")
	if o == nil && (st.Kind == "view" || st.Kind == "materialized view") && s.wrongKind(st.Kind, st.Name) {
		return q.alterTable(&sqlread.AlterTable{Name: st.Name, Actions: []sqlread.Action{st.Action}})
	}
	if o == nil {
		if s.Tainted != "" || s.assumableObject(st.Kind, st.Name) && (st.Kind == "sequence" || st.Kind == "type" || !s.gone.get(st.Kind+" "+s.fold(st.Name))) {
			kind := st.Kind
			if _, ok := st.Action.(*sqlread.AddValue); ok {
				kind = "enum"
			}
			o = s.assumeObject(kind, st.Name)
		} else {
			return failf("ProgrammingError", st.Name.String(), "%s %q does not exist", st.Kind, st.Name)
		}
	}
	return q.objectAction(o, st.Action)
}

func (s *State) alterIndex(st *sqlread.AlterObject) error {
	r, ok := st.Action.(*sqlread.Rename)
	for _, k := range s.indexed(st.Name.Name) {
		t := s.tables.get(k)
		if t.index(st.Name.Name) == nil {
			if c := t.constraint(st.Name.Name); c == nil || c.Kind != "unique" && c.Kind != "primary" {
				continue
			}
		}
		t = s.edit(t)
		if ok {
			return s.renameIndex(t, st.Name.Name, r.New.Name)
		}
		if o, isOption := st.Action.(*sqlread.Option); isOption && t.index(st.Name.Name) != nil {
			t.ownIndex(slices.Index(t.Indexes, t.index(st.Name.Name))).With = strings.TrimSpace(o.Key + " " + o.Value)
		}
		return nil
	}
	if ok && s.Tainted == "" && len(s.world.tables) == 0 {
		return failf("ProgrammingError", st.Name.String(), "relation %q does not exist", st.Name)
	}
	if ok {
		if o := s.objects.get("index " + s.fold(st.Name)); o != nil {
			s.renameObject(o, r.New.Name)
			return nil
		}
		s.renameObject(s.assumeObject("index", st.Name), r.New.Name)
	}
	return nil
}

func (s *State) alterPart(st *sqlread.AlterObject) error {
	t := s.partOwner(st.Kind+" "+st.Name.Name, st.On)
	if t == nil {
		s.Taint("sql: ALTER of an unknown " + st.Kind)
		return nil
	}
	t = s.edit(t)
	k := st.Kind + " " + st.Name.Name
	p := t.Parts[k]
	if p == nil {
		s.Taint("sql: ALTER of an unknown " + st.Kind)
		return nil
	}
	p = p.clone()
	if r, ok := st.Action.(*sqlread.Rename); ok {
		delete(t.Parts, k)
		p.Name.Name = r.New.Name
		t.Parts[st.Kind+" "+r.New.Name] = p
		return nil
	}
	if o, ok := st.Action.(*sqlread.Option); ok {
		p.Attrs[o.Key] = o.Value
	}
	t.Parts[k] = p
	return nil
}
