package catalog

import (
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// createIndex is CREATE INDEX.
func (q *query) createIndex(st *sqlread.CreateIndex) error {
	s := q.s
	if st.Concurrently && s.InTransaction && !s.Autocommit {
		return failf("InternalError", st.Index.Name, "CREATE INDEX CONCURRENTLY cannot run inside a transaction block")
	}
	if o := s.object("materialized view", st.Table); o != nil {
		c := s.editObject(o)
		c.Attrs["index "+st.Index.Name] = (&Index{IndexDef: st.Index}).text()
		s.emit(Event{Kind: IndexCreated, Object: "index " + st.Index.Name, Table: o.key()})
		return nil
	}
	t, err := s.mustTable(st.Table)
	if err != nil || t == nil {
		return err
	}
	if err := s.inUse(t, "CREATE INDEX"); err != nil {
		return err
	}
	return q.addIndex(s.edit(t), st.Index, st.IfNotExists, st.Concurrently)
}

// addIndex adds an index to a table that may be written.
func (q *query) addIndex(t *Table, ix sqlread.IndexDef, ifNotExists, concurrently bool) error {
	s := q.s
	s.nameIndex(t, &ix)
	ix.Keys = slices.Clone(ix.Keys) // the statement may be done again
	if s.indexExists(t, ix.Name) {
		if ifNotExists {
			return nil
		}
		if s.Tainted == "" {
			return failf("ProgrammingError", ix.Name, "relation %q already exists", ix.Name)
		}
	}
	t, err := s.resolveKeys(t, &ix)
	if err != nil {
		return err
	}
	flag := ""
	if concurrently {
		flag = "concurrently"
	}
	unique, distinct := "", ""
	if ix.Unique {
		unique = "unique"
		if plainKeys(ix) && s.distinct(t, indexColumns(ix), ix.Nulls, nil) {
			distinct = "distinct"
		}
		k := &Constraint{Constraint: sqlread.Constraint{Kind: "unique", Name: ix.Name, Columns: indexColumns(ix), Expr: ix.Pred}}
		if k.Columns != nil {
			if err := q.checkRows(t, k); err != nil {
				return err
			}
		} else if err := q.checkExpressions(t, &Index{IndexDef: ix}); err != nil {
			return err
		}
	}
	t.Indexes = append(t.Indexes, &Index{IndexDef: ix})
	delete(t.gone, "index "+ix.Name)
	if s.Dialect.IsMySQL() {
		s.dropImplied(t)
	}
	s.emitTable(IndexCreated, t, "index "+ix.Name, (&Index{IndexDef: ix}).text(), flag, unique, distinct)
	return nil
}

// resolveKeys finds the columns that an index names, and returns the table as it
// is then: one that no revision made gets those it did not have.
func (s *State) resolveKeys(t *Table, ix *sqlread.IndexDef) (*Table, error) {
	for i, k := range ix.Keys {
		cols := []string{k.Column}
		if k.Column == "" {
			cols = usedColumns(k.Expr)
		}
		for _, name := range cols {
			if s.Dialect == sqlread.SQLite && k.Column == "" {
				continue
			}
			if s.Dialect == sqlread.SQLite && k.Quoted && !t.Open && s.position(t, name) < 0 {
				ix.Keys[i].Column, ix.Keys[i].Expr = "", &sqlread.Column{Name: name, Quoted: true} // which is a text there
				continue
			}
			u, j, err := s.mustColumn(t, name)
			if err != nil {
				return nil, err
			}
			t = u
			if k.Column != "" && t.Columns[j].Name != k.Column && s.sameName(k.Text, sqlread.CanonName(k.Column)) {
				ix.Keys[i].Text = sqlread.CanonName(t.Columns[j].Name)
			}
		}
	}
	return t, nil
}

// plainKeys reports whether an index compares its columns as they are.
func plainKeys(ix sqlread.IndexDef) bool {
	return !slices.ContainsFunc(ix.Keys, func(k sqlread.IndexKey) bool {
		return k.Column == "" || !strings.EqualFold(strings.TrimSuffix(k.Text, " desc"), sqlread.CanonName(k.Column))
	})
}

// indexColumns are the columns of an index over plain columns, else nil.
func indexColumns(ix sqlread.IndexDef) []string {
	var out []string
	for _, k := range ix.Keys {
		if k.Column == "" {
			return nil
		}
		out = append(out, k.Column)
	}
	return out
}

// nameIndex gives the name that the database would.
func (s *State) nameIndex(t *Table, ix *sqlread.IndexDef) {
	if ix.Name != "" {
		return
	}
	cols := indexColumns(*ix)
	switch {
	case s.Dialect.IsMySQL() && len(cols) > 0:
		ix.Name = freeName(t, cols[0])
	case len(cols) > 0:
		ix.Name = freeName(t, t.Name.Name+"_"+strings.Join(cols, "_")+"_idx")
	default:
		ix.Name = freeName(t, t.Name.Name+"_expr_idx")
	}
}

// indexExists looks where the dialect has its index names: in the table for
// MySQL, in the schema for the others.
func (s *State) indexExists(t *Table, name string) bool {
	if s.Dialect.IsMySQL() {
		return t.index(name) != nil || t.constraint(name) != nil && t.constraint(name).Kind == "unique"
	}
	for _, k := range s.indexed(name) {
		u := s.tables.get(k)
		if u.Name.Schema != t.Name.Schema {
			continue
		}
		if u.index(name) != nil {
			return true
		}
		if s.Dialect == sqlread.PostgreSQL {
			if c := u.constraint(name); c != nil && (c.Kind == "unique" || c.Kind == "primary" || c.Kind == "exclude") {
				return true
			}
		}
	}
	return false
}

// indexed lists the keys of tables with an index, or a constraint that has one,
// of a name.
func (s *State) indexed(name string) []string {
	name = strings.ToLower(name)
	out := append(s.tablesBy(byIndex, name), s.tablesBy(byKey, name)...)
	slices.Sort(out)
	return slices.Compact(out)
}

// dropIndex is DROP INDEX outside of MySQL, where names are the schema's.
func (s *State) dropIndex(st *sqlread.Drop) error {
	if st.Concurrently && s.InTransaction && !s.Autocommit {
		return failf("InternalError", st.Names[0].Name, "DROP INDEX CONCURRENTLY cannot run inside a transaction block")
	}
	if st.On.Name != "" {
		t, err := s.mustTable(st.On)
		if err != nil || t == nil {
			return err
		}
		return s.dropTableIndex(s.edit(t), st.Names[0].Name, st.IfExists)
	}
	for _, n := range st.Names {
		if err := s.dropNamedIndex(n, st); err != nil {
			return err
		}
	}
	return nil
}

func (s *State) dropNamedIndex(n sqlread.QName, st *sqlread.Drop) error {
	for _, k := range s.tablesBy(byIndex, strings.ToLower(n.Name)) {
		t := s.tables.get(k)
		if ix := t.index(n.Name); ix != nil && (n.Schema == "" || t.Name.Schema == n.Schema || s.Dialect != sqlread.PostgreSQL) {
			flag := ""
			if st.Concurrently {
				flag = "concurrently"
			}
			return s.removeIndex(s.edit(t), n.Name, flag)
		}
	}
	for _, k := range s.objectsBy(byKind, "view") {
		if o := s.objects.get(k); o.Kind == "materialized view" && o.Attrs["index "+n.Name] != "" {
			c := s.editObject(o)
			delete(c.Attrs, "index "+n.Name)
			return nil
		}
	}
	if st.IfExists {
		return nil
	}
	if s.Tainted != "" || len(s.world.tables) > 0 || s.anyOpen() {
		return s.dropAssumed("index", n)
	}
	class := "ProgrammingError"
	if s.Dialect == sqlread.SQLite {
		return failf("OperationalError", n.String(), "no such index: %s", n)
	}
	return failf(class, n.String(), "index %q does not exist", n.String())
}

// anyOpen reports whether there is a table that may have more than is known.
func (s *State) anyOpen() bool {
	return slices.ContainsFunc(s.tablesBy(byDoubt, ""), func(k string) bool { return s.tables.get(k).Open })
}

// dropAssumed drops something that nobody made and that is assumed to exist.
func (s *State) dropAssumed(kind string, n sqlread.QName) error {
	k := kind + " " + s.fold(n)
	if (s.gone.get(k) || !s.assumableObject(kind, n)) && s.Tainted == "" {
		return failf("ProgrammingError", n.String(), "%s %q does not exist", kind, n)
	}
	s.assumeObject(kind, n)
	s.delObject(k)
	s.gone.set(k, true)
	s.emit(Event{Kind: ObjectDropped, Object: k, OldTable: true, Flag: map[string]bool{"assumed": true}})
	return nil
}

func (s *State) removeIndex(t *Table, name, flag string) error {
	for i, ix := range t.Indexes {
		if strings.EqualFold(ix.Name, name) {
			t.Indexes = slices.Delete(t.Indexes, i, i+1)
			s.emitTable(IndexDropped, t, "index "+name, ix.text(), flag)
			return nil
		}
	}
	return nil
}

// dropTableIndex is DROP INDEX i ON t.
func (s *State) dropTableIndex(t *Table, name string, ifExists bool) error {
	if ix := t.index(name); ix != nil {
		if s.Dialect.IsMySQL() {
			if err := s.indexNeeded(t, ix); err != nil {
				return err
			}
		}
		return s.removeIndex(t, name, "")
	}
	if c := t.constraint(name); c != nil && c.Kind == "unique" && s.Dialect.IsMySQL() {
		return s.dropConstraint(t, &sqlread.DropConstraint{Name: name})
	}
	if ifExists {
		return nil
	}
	if t.Open && !t.gone["index "+name] || s.Tainted != "" {
		t.gone["index "+name] = true
		s.emitTable(IndexDropped, t, "index "+name, "", "assumed")
		return nil
	}
	return failf("OperationalError", t.Name.String()+"."+name, "Can't DROP INDEX `%s`; check that it exists", name)
}

// indexNeeded fails if a foreign key has no other index.
func (s *State) indexNeeded(t *Table, ix *Index) error {
	return s.keyNeeded(t, ix.Name, indexColumns(ix.IndexDef))
}

// keyNeeded does so for any key.
func (s *State) keyNeeded(t *Table, name string, cols []string) error {
	for _, c := range t.Constraints {
		if c.Kind != "foreign" || t.covered(c.Columns, name) {
			continue
		}
		if len(cols) >= len(c.Columns) && slices.EqualFunc(cols[:len(c.Columns)], c.Columns, s.sameName) {
			return failf("OperationalError", t.Name.String()+"."+name, "Cannot drop index '%s': needed in a foreign key constraint", name)
		}
	}
	return nil
}

// dropConstraint is DROP CONSTRAINT in all its forms.
func (s *State) dropConstraint(t *Table, a *sqlread.DropConstraint) error {
	name := a.Name
	if a.Kind == "primary" {
		name = "PRIMARY"
	}
	for i, c := range t.Constraints {
		if !strings.EqualFold(c.Name, name) || name == "" || a.Kind != "" && c.Kind != a.Kind {
			continue
		}
		if err := s.keyFree(t, c, a.Cascade); err != nil {
			return err
		}
		if s.Dialect.IsMySQL() && (c.Kind == "unique" || c.Kind == "primary") {
			if err := s.keyNeeded(t, c.Name, c.Columns); err != nil {
				return err
			}
		}
		t.Constraints = slices.Delete(t.Constraints, i, i+1)
		s.emitConstraint(ConstraintDropped, t, c)
		return nil
	}
	if a.IfExists {
		return nil
	}
	if ix := t.index(name); ix != nil && s.Dialect.IsMySQL() && a.Kind == "" && ix.Unique {
		return s.dropTableIndex(t, name, false)
	}
	if t.Open && !t.gone["constraint "+name] || s.Tainted != "" {
		t.gone["constraint "+name] = true
		s.emitTable(ConstraintDropped, t, "constraint "+s.fold(t.Name)+"."+name, "", "assumed", a.Kind)
		return nil
	}
	return failf("ProgrammingError", t.Name.String()+"."+name, "constraint %q of relation %q does not exist", name, t.Name)
}

// keyFree fails if a foreign key references the columns of a key.
func (s *State) keyFree(t *Table, c *Constraint, cascade bool) error {
	if c.Kind != "primary" && c.Kind != "unique" || s.Dialect == sqlread.SQLite || s.Tainted != "" {
		return nil
	}
	k := s.fold(t.Name)
	for _, name := range s.referencing(k) {
		u := s.tables.get(name)
		for _, f := range u.Constraints {
			if f.Kind != "foreign" || s.fold(f.RefTable) != k || !slices.Equal(f.RefColumns, c.Columns) {
				continue
			}
			if cascade {
				w := s.edit(u)
				w.Constraints = slices.DeleteFunc(w.Constraints, func(x *Constraint) bool { return x.Name == f.Name && x.Kind == "foreign" })
				continue
			}
			if s.Dialect == sqlread.PostgreSQL && !t.otherKey(c) {
				return failf("InternalError", k+"."+c.Name, "cannot drop constraint %s on table %s because other objects depend on it", c.Name, t.Name)
			}
		}
	}
	return nil
}

// otherKey reports whether another key over the same columns remains.
func (t *Table) otherKey(c *Constraint) bool {
	for _, k := range t.Constraints {
		if k != c && (k.Kind == "primary" || k.Kind == "unique") && slices.Equal(k.Columns, c.Columns) {
			return true
		}
	}
	return false
}

// alterConstraint is VALIDATE and ALTER CONSTRAINT.
func (q *query) alterConstraint(t *Table, a *sqlread.AlterConstraint) error {
	c := t.constraint(a.Name)
	if c == nil {
		if t.Open || q.s.Tainted != "" {
			return nil
		}
		return failf("ProgrammingError", t.Name.String()+"."+a.Name, "constraint %q of relation %q does not exist", a.Name, t.Name)
	}
	c = t.ownConstraint(slices.Index(t.Constraints, c))
	if a.Validate {
		c.NotValid = false
		return q.checkRows(t, c)
	}
	c.Deferrable = strings.Contains(a.Text, "deferrable") && !strings.Contains(a.Text, "not deferrable")
	c.Deferred = strings.Contains(a.Text, "initially deferred")
	q.s.emitTable(ObjectAltered, t, "constraint "+q.s.fold(t.Name)+"."+a.Name, a.Text)
	return nil
}
