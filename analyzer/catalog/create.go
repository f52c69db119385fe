package catalog

import (
	"maps"
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// exists reports whether a relation of that name is there.
func (s *State) exists(n sqlread.QName) bool {
	k := s.fold(n)
	if s.tables.get(k) != nil || s.objects.get("view "+k) != nil || s.objects.get("materialized view "+k) != nil {
		return true
	}
	return s.world.tables[k] != nil && !s.gone.get("table "+k)
}

func (s *State) alreadyExists(kind string, n sqlread.QName) error {
	if s.Tainted != "" {
		return nil
	}
	class := "ProgrammingError"
	if s.Dialect != sqlread.PostgreSQL {
		class = "OperationalError"
	}
	if s.Dialect == sqlread.SQLite {
		return failf(class, n.String(), "%s %s already exists", kind, n)
	}
	return failf(class, n.String(), "%s %q already exists", kind, n)
}

// columnExists is the failure for a column that is there already.
func (s *State) columnExists(object, name string, t *Table) error {
	switch s.Dialect {
	case sqlread.SQLite:
		return failf("OperationalError", object, "duplicate column name: %s", name)
	case sqlread.PostgreSQL:
		return failf("ProgrammingError", object, "column %q of relation %q already exists", name, t.Name)
	}
	return failf("OperationalError", object, "Duplicate column name '%s'", name)
}

// createTable makes a table.
func (q *query) createTable(st *sqlread.CreateTable) error {
	s, doubt := q.s, ""
	if s.exists(st.Name) {
		if st.IfNotExists {
			return nil
		}
		if err := s.alreadyExists("table", st.Name); err != nil {
			return err
		}
		doubt = "was not there" // else the statement fails
	}
	t := &Table{Name: st.Name, Options: map[string]string{}, Parts: map[string]*Object{}, gone: map[string]bool{}, New: true, owner: s.owner}
	maps.Copy(t.Options, st.Options)
	if t.Options["engine"] == "innodb" {
		delete(t.Options, "engine") // what the server takes by itself
	}
	if s.Dialect == sqlread.SQLite && slices.ContainsFunc(st.Constraints, func(c sqlread.Constraint) bool { return c.Kind != "foreign" && !c.Inline && c.Timed }) {
		return failf("OperationalError", st.Name.String(), "near \"DEFERRABLE\": syntax error")
	}
	if err := s.keyNames(st); err != nil {
		return err
	}
	k := s.fold(st.Name)
	if err := q.tableSource(t, st); err != nil {
		return err
	}
	s.putTable(k, t)
	s.gone.del("table " + k)
	if err := q.definedColumns(t, st); err != nil {
		s.delTable(k)
		return err
	}
	for _, c := range s.constraintOrder(st.Constraints) {
		if err := q.addConstraint(t, c); err != nil {
			return err
		}
	}
	for _, c := range t.Constraints {
		if err := s.checkNames(t, c); err != nil {
			return err
		}
	}
	for _, ix := range st.Indexes {
		s.nameIndex(t, &ix)
		t.Indexes = append(t.Indexes, &Index{IndexDef: ix})
	}
	for _, c := range t.Columns {
		if c.seq != "" {
			s.ownSequence(c.seq, k+"."+c.Name)
		}
	}
	s.emitTable(TableCreated, t, "table "+k, "", doubt)
	return nil
}

// constraintOrder puts the CHECKs of MySQL's first, which foreign keys have to go
// together with, even those that are forgotten.
func (s *State) constraintOrder(list []sqlread.Constraint) []sqlread.Constraint {
	if !s.Dialect.IsMySQL() {
		return list
	}
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b sqlread.Constraint) int { return boolInt(a.Kind != "check") - boolInt(b.Kind != "check") })
	return list
}

// definedColumns makes the columns that CREATE TABLE defines, beside those of a query.
func (q *query) definedColumns(t *Table, st *sqlread.CreateTable) error {
	chosen, own := t.Columns, st.As != nil && q.s.Dialect.IsMySQL()
	if own {
		t.Columns = nil
	}
	for i := range st.Columns {
		if st.As != nil && i < len(t.Columns) && !own {
			t.Columns[i].Name = st.Columns[i].Name
			continue
		}
		if err := q.addColumnDef(t, &st.Columns[i]); err != nil {
			return err
		}
	}
	if own {
		return q.chosenColumns(t, chosen)
	}
	return nil
}

// keyNames fails where PostgreSQL has another relation of the name of a key: a
// key's index is one.
func (s *State) keyNames(st *sqlread.CreateTable) error {
	if s.Dialect != sqlread.PostgreSQL || s.Tainted != "" {
		return nil
	}
	for i := range st.Constraints {
		if err := s.keyName(&Table{Name: st.Name}, &st.Constraints[i]); err != nil {
			return err
		}
	}
	return nil
}

// keyName does so for one constraint.
func (s *State) keyName(t *Table, c *sqlread.Constraint) error {
	if s.Dialect != sqlread.PostgreSQL || c.Name == "" || c.UsingIndex != "" || s.Tainted != "" || c.Kind != "primary" && c.Kind != "unique" && c.Kind != "exclude" {
		return nil
	}
	if s.indexExists(t, c.Name) || s.tables.get(s.fold(sqlread.QName{Schema: t.Name.Schema, Name: c.Name})) != nil {
		return failf("ProgrammingError", c.Name, "relation %q already exists", c.Name)
	}
	return nil
}

// tableSource fills in what comes from another table or a query.
func (q *query) tableSource(t *Table, st *sqlread.CreateTable) error {
	s := q.s
	switch {
	case st.PartitionOf != nil:
		p, err := s.mustTable(*st.PartitionOf)
		if err != nil || p == nil {
			return err
		}
		t.Partition = s.fold(p.Name)
		t.Options["partition"] = st.Bound
		for _, c := range p.Columns {
			d := c.clone()
			d.seq = ""
			t.Columns = append(t.Columns, d)
		}
		t.Constraints = inheritedConstraints(p, t)
	case st.Like != nil:
		p, err := s.mustTable(*st.Like)
		if err != nil || p == nil {
			return err
		}
		for _, c := range p.Columns {
			t.Columns = append(t.Columns, c.clone())
		}
		if s.Dialect == sqlread.PostgreSQL {
			likePostgres(t, st.Options["like"])
		} else {
			t.Constraints, t.Indexes = slices.Clone(p.Constraints), slices.Clone(p.Indexes)
			t.Constraints = slices.DeleteFunc(t.Constraints, func(c *Constraint) bool { return c.Kind == "foreign" })
			for name, v := range p.Options {
				t.Options[name] = v
			}
		}
		delete(t.Options, "like")
	case st.As != nil:
		return q.tableFromQuery(t, st)
	}
	return nil
}

// inheritedConstraints are the parent's, under the partition's name.
func inheritedConstraints(p, t *Table) []*Constraint {
	var out []*Constraint
	for _, c := range p.Constraints {
		d := *c
		if strings.HasPrefix(d.Name, p.Name.Name+"_") {
			d.Name = t.Name.Name + strings.TrimPrefix(d.Name, p.Name.Name)
		}
		out = append(out, &d)
	}
	return out
}

// likePostgres keeps of LIKE only what was asked to be included; nothing else
// than columns and NOT NULL comes along by itself.
func likePostgres(t *Table, including string) {
	for _, c := range t.Columns {
		if !strings.Contains(including, "including all") && !strings.Contains(including, "including defaults") {
			c.Default, c.def = attr(""), nil
		}
		c.Comment, c.Identity, c.Generated, c.gen = attr(""), attr(""), attr(""), nil
	}
}

// addColumnDef appends a column to a table with all that it implies.
func (q *query) addColumnDef(t *Table, def *sqlread.ColumnDef) error {
	s := q.s
	if err := s.wellFormed(t, def, false); err != nil {
		return err
	}
	c := s.newColumn(t, def)
	t.Columns = append(t.Columns, c)
	for _, k := range def.Constraints {
		if err := q.addConstraint(t, k); err != nil {
			return err
		}
	}
	return nil
}

// inOrder are the labels of a SET that a text has, as the server writes them; all of
// the text where one is not known.
func inOrder(labels, chosen []string) []string {
	var out []string
	for _, l := range labels {
		if slices.Contains(chosen, l) {
			out = append(out, l)
		}
	}
	if len(out) != len(chosen) {
		return chosen
	}
	return out
}

// wellFormed fails where MySQL or MariaDB takes no such definition of a column; alter
// says that the table is there already.
func (s *State) wellFormed(t *Table, def *sqlread.ColumnDef, alter bool) error {
	if !s.Dialect.IsMySQL() {
		return nil
	}
	object := s.fold(t.Name) + "." + def.Name
	if def.NotNull && def.DefaultText == "null" {
		return failf("OperationalError", object, "Invalid default value for '%s'", def.Name)
	}
	if lit, ok := def.Default.(*sqlread.Lit); ok && lit.Kind == sqlread.Str {
		v := (&query{s: quietState(s)}).eval(lit, nil)
		if _, msg := s.convert(v, s.typeOf(canonType(def.Type, s.Dialect)), false); msg != "" {
			return failf("OperationalError", object, "Invalid default value for '%s'", def.Name)
		}
	}
	if def.Generated == "" {
		return nil
	}
	if s.Dialect == sqlread.MariaDB && (def.NotNull || def.Null) {
		return failf("ProgrammingError", object, "near \"NULL\" after the expression of column %s: syntax error", def.Name)
	}
	for _, name := range usedColumns(def.GenExpr) {
		i := s.position(t, name)
		if alter && i < 0 { // of a new table, it may come
			_, _, err := s.mustColumn(t, name)
			return err
		}
		if i >= 0 && t.Columns[i].AutoInc.text() != "" && (def.Stored || s.Dialect == sqlread.MySQL) {
			return failf("OperationalError", object, "Generated column '%s' cannot refer to auto-increment column", def.Name)
		}
	}
	return nil
}

// newColumn turns a definition into a column.
func (s *State) newColumn(t *Table, def *sqlread.ColumnDef) *Column {
	canon := canonType(def.Type, s.Dialect)
	c := &Column{
		Name: def.Name, Type: attr(canon), Default: attr(s.canonDefault(def.DefaultText, canon)), Generated: attr(def.Generated),
		Collate: attr(def.Collate), def: def.Default, gen: def.GenExpr,
	}
	c.Identity = attr(canonIdentity(def.Identity, s.typeOf(c.Type.Text).bits))
	if def.NotNull || def.Identity != "" && s.Dialect == sqlread.PostgreSQL {
		c.NotNull = attr("yes")
	}
	if def.Generated != "" && !def.Stored && s.Dialect != sqlread.PostgreSQL {
		c.other("virtual", "yes")
	}
	if def.Comment != nil {
		c.Comment = attr(*def.Comment)
	}
	if def.AutoInc {
		c.AutoInc = attr("yes")
	}
	if def.OnUpdate != "" {
		c.other("on update", def.OnUpdate)
	}
	if def.Extra != "" {
		c.other("storage", def.Extra)
	}
	if base, ok := serial(def.Type.Name); ok && s.Dialect == sqlread.PostgreSQL {
		c.Type, c.NotNull = attr(base), attr("yes")
		c.seq = sequenceName(t, c)
		c.Default = attr("nextval('" + c.seq + "')")
	} else if c.Identity.Text != "" {
		c.seq = sequenceName(t, c)
	}
	if ti := s.typeOf(c.Type.Text); ti.set && strings.HasPrefix(c.Default.Text, "'") {
		c.Default = attr("'" + strings.Join(inOrder(ti.labels, strings.Split(strings.Trim(c.Default.Text, "'"), ",")), ",") + "'")
	}
	if s.Dialect.IsMySQL() && c.Default.Text == "null" {
		c.Default = attr("")
	}
	return c
}
