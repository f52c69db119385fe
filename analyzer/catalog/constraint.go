package catalog

import (
	"fmt"
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// addConstraint adds a constraint to a table that may be written, and checks
// the rows there are.
func (q *query) addConstraint(t *Table, k sqlread.Constraint) error {
	s := q.s
	c := &Constraint{Constraint: k}
	if c.UsingIndex != "" {
		s.adoptIndex(t, c)
	}
	if c.Kind == "foreign" {
		if err := q.resolveReference(t, c); err != nil {
			return err
		}
	}
	for _, name := range c.Columns {
		if name == "" {
			continue
		}
		u, i, err := s.mustColumn(t, name)
		if err != nil {
			return err
		}
		*t = *u
		if c.Kind == "primary" {
			s.primaryColumn(t.ownColumn(i))
		}
	}
	if c.Kind == "primary" && t.primary() != nil && s.Tainted == "" {
		return failf("ProgrammingError", t.Name.String(), "multiple primary keys for table %q are not allowed", t.Name)
	}
	s.nameConstraint(t, c)
	if c.Name != "" && t.constraint(c.Name) != nil && s.Dialect != sqlread.SQLite && s.Tainted == "" {
		return failf("ProgrammingError", t.Name.String(), "constraint %q for relation %q already exists", c.Name, t.Name)
	}
	if err := s.keyName(t, &c.Constraint); err != nil {
		return err
	}
	if !c.NotValid {
		if err := q.checkRows(t, c); err != nil {
			q.suggestFor(s.fold(t.Name), c)
			return err
		}
	}
	if err := s.checkedAction(t, c); err != nil {
		return err
	}
	if c.Kind == "foreign" && s.Dialect.IsMySQL() {
		if !keepsReferences(t.Options["engine"]) {
			s.impliedIndex(t, c)
			return nil
		}
		if err := s.formedReference(t, c); err != nil {
			return err
		}
		s.impliedIndex(t, c)
	}
	t.Constraints = append(t.Constraints, c)
	if s.Dialect.IsMySQL() && (c.Kind == "unique" || c.Kind == "primary") {
		s.dropImplied(t)
	}
	return nil
}

// checkedAction fails where MySQL's CHECKs and foreign keys do not go together: no
// CHECK reads a column that a foreign key may write.
func (s *State) checkedAction(t *Table, c *Constraint) error {
	if !s.Dialect.IsMySQL() || c.Kind != "check" && c.Kind != "foreign" || s.Tainted != "" {
		return nil
	}
	for _, o := range t.Constraints {
		check, key := c, o
		if c.Kind == "foreign" {
			check, key = o, c
		}
		if check.Kind != "check" || key.Kind != "foreign" || key.OnDelete != "set null" && key.OnUpdate != "set null" && key.OnUpdate != "cascade" {
			continue
		}
		for _, name := range usedColumns(check.Expr) {
			if slices.ContainsFunc(key.Columns, func(n string) bool { return s.sameName(n, name) }) {
				return failf("OperationalError", t.Name.String()+"."+name, "Column '%s' cannot be used in the CHECK constraint '%s': the foreign key '%s' writes it", name, check.Name, key.Name)
			}
		}
	}
	return nil
}

// keepsReferences reports whether an engine of MySQL's, "" for the usual one, has
// foreign keys: the others read them and forget them.
func keepsReferences(engine string) bool {
	return engine == "" || engine == "innodb" || engine == "ndb" || engine == "ndbcluster"
}

// formedReference fails where InnoDB takes no such foreign key: one that would write
// NULL where there may be none. MariaDB, since 10.6.22 and 10.11.12, refuses ON
// UPDATE CASCADE of a column that may be NULL to one that may not.
func (s *State) formedReference(t *Table, c *Constraint) error {
	parent := s.tables.get(s.fold(c.RefTable))
	for n, name := range c.Columns {
		i := s.position(t, name)
		if i < 0 || t.Columns[i].Open || s.Tainted != "" || t.Columns[i].NotNull.text() == "" {
			continue
		}
		why := ""
		if c.OnDelete == "set null" || c.OnUpdate == "set null" {
			why = "SET NULL"
		}
		if s.Dialect == sqlread.MariaDB && c.OnUpdate == "cascade" && c.OnDelete != "cascade" && parent != nil && n < len(c.RefColumns) {
			j := s.position(parent, c.RefColumns[n])
			if j >= 0 && !parent.Columns[j].Open && isNullable(parent.Columns[j]) {
				why = "ON UPDATE CASCADE from " + c.RefColumns[n] + ", which may be NULL"
			}
		}
		if why != "" {
			return failf("OperationalError", t.Name.String()+"."+name, "Can't create table `%s` (errno: 150 \"Foreign key constraint is incorrectly formed\"): %s, but %s is NOT NULL", t.Name, why, name)
		}
	}
	return nil
}

// suggest notes contents that the CHECKs of a table may stand, for the witnesses of
// the table whose rows it does not take.
func (q *query) suggest(t *Table, source string) {
	for _, c := range t.Constraints {
		if c.Kind == "check" {
			q.suggestFor(source, c)
		}
	}
}

func (q *query) suggestFor(source string, c *Constraint) {
	t := q.s.tables.get(source)
	if t == nil || c.Kind != "check" {
		q.suggestParents(t, source, c)
		return
	}
	for _, name := range usedColumns(c.Expr) {
		i := q.s.position(t, name)
		if i < 0 {
			continue
		}
		for _, v := range q.literalsIn(c.Expr) {
			if v.numeric() { // away from what other rows have
				v = q.arithmetic("+", v, integer(100))
			}
			q.s.literal(source, t.Columns[i].Name, v)
		}
		for _, v := range q.literalsIn(c.Expr) {
			q.s.literal(source, t.Columns[i].Name, v)
		}
	}
}

// suggestParents notes the keys that there are for a foreign key.
func (q *query) suggestParents(t *Table, source string, c *Constraint) {
	if t == nil || c.Kind != "foreign" || len(c.Columns) != 1 || len(c.RefColumns) != 1 {
		return
	}
	parent := q.s.tables.get(q.s.fold(c.RefTable))
	i := q.s.position(t, c.Columns[0])
	if parent == nil || parent == t || i < 0 {
		return
	}
	if j := q.s.position(parent, c.RefColumns[0]); j >= 0 {
		for _, r := range parent.Rows {
			if v := cellAt(r, j); v.Known() && !v.IsNull() {
				q.s.literal(source, t.Columns[i].Name, v)
			}
		}
	}
}

// primaryColumn makes a column of the primary key NOT NULL where the database does.
func (s *State) primaryColumn(c *Column) {
	if s.Dialect != sqlread.SQLite {
		c.NotNull = attr("yes")
	}
}

func (t *Table) primary() *Constraint {
	for _, c := range t.Constraints {
		if c.Kind == "primary" {
			return c
		}
	}
	return nil
}

func (t *Table) constraint(name string) *Constraint {
	for _, c := range t.Constraints {
		if strings.EqualFold(c.Name, name) && name != "" {
			return c
		}
	}
	return nil
}

func (t *Table) index(name string) *Index {
	for _, ix := range t.Indexes {
		if strings.EqualFold(ix.Name, name) {
			return ix
		}
	}
	return nil
}

// resolveReference fills in the referenced columns and checks that they are there.
func (q *query) resolveReference(t *Table, c *Constraint) error {
	s := q.s
	if s.Dialect == sqlread.SQLite {
		return nil
	}
	ref := t
	if s.fold(c.RefTable) != s.fold(t.Name) {
		var err error
		if !s.exists(c.RefTable) && s.world.tables[s.fold(c.RefTable)] == nil && s.gone.get("table "+s.fold(c.RefTable)) {
			return s.noTable(c.RefTable)
		}
		if ref, err = s.mustTable(c.RefTable); err != nil || ref == nil {
			return err
		}
	}
	if len(c.RefColumns) == 0 {
		if pk := ref.primary(); pk != nil {
			c.RefColumns = slices.Clone(pk.Columns)
		}
	}
	for _, name := range c.RefColumns {
		if _, _, err := s.mustColumn(ref, name); err != nil {
			return err
		}
	}
	if s.Dialect == sqlread.PostgreSQL && ref != t && !ref.Open && s.Tainted == "" && len(c.RefColumns) > 0 && !ref.hasKey(c.RefColumns) {
		return failf("ProgrammingError", s.fold(t.Name)+"."+c.Name, "there is no unique constraint matching given keys for referenced table %q", ref.Name.Name)
	}
	return nil
}

// hasKey reports whether columns are a key that can be referenced, in whatever order.
func (t *Table) hasKey(columns []string) bool {
	return slices.ContainsFunc(t.keys(), func(k *Constraint) bool {
		return k.Expr == nil && len(k.Columns) == len(columns) && !slices.ContainsFunc(columns, func(n string) bool { return !slices.Contains(k.Columns, n) })
	})
}

// adoptIndex is ADD CONSTRAINT … USING INDEX.
func (s *State) adoptIndex(t *Table, c *Constraint) {
	for i, ix := range t.Indexes {
		if ix.Name != c.UsingIndex {
			continue
		}
		for _, k := range ix.Keys {
			c.Columns = append(c.Columns, k.Column)
		}
		if c.Name == "" {
			c.Name = ix.Name
		}
		t.Indexes = slices.Delete(t.Indexes, i, i+1)
		return
	}
}

// nameConstraint gives the name that the database would.
func (s *State) nameConstraint(t *Table, c *Constraint) {
	if s.Dialect.IsMySQL() && c.Kind == "primary" {
		c.Name = "PRIMARY"
		return
	}
	if c.Name != "" {
		return
	}
	cols := strings.Join(c.Columns, "_")
	switch s.Dialect {
	case sqlread.PostgreSQL:
		switch c.Kind {
		case "primary":
			c.Name = t.Name.Name + "_pkey"
		case "unique":
			c.Name = t.Name.Name + "_" + cols + "_key"
		case "foreign":
			c.Name = t.Name.Name + "_" + cols + "_fkey"
		case "exclude":
			c.Name = t.Name.Name + "_excl"
		case "check":
			c.Name = t.Name.Name + "_" + cols + "_check"
			if used := usedColumns(c.Expr); cols == "" && len(used) == 1 {
				c.Name = t.Name.Name + "_" + used[0] + "_check"
			} else if cols == "" {
				c.Name = t.Name.Name + "_check"
			}
		}
		c.Name = freeName(t, c.Name)
	case sqlread.MySQL, sqlread.MariaDB:
		switch c.Kind {
		case "unique":
			if len(c.Columns) > 0 {
				c.Name = freeName(t, c.Columns[0])
			}
		case "foreign":
			c.Name = numbered(t, t.Name.Name+"_ibfk_")
		case "check":
			if s.Dialect == sqlread.MariaDB {
				c.Name = numbered(t, "CONSTRAINT_")
			} else {
				c.Name = numbered(t, t.Name.Name+"_chk_")
			}
		}
	case sqlread.SQLite:
	}
}

func usedColumns(x sqlread.Expr) []string {
	var out []string
	sqlread.Walk(x, func(e sqlread.Expr) {
		if c, ok := e.(*sqlread.Column); ok && !slices.Contains(out, c.Name) {
			out = append(out, c.Name)
		}
	})
	return out
}

// checkNames fails if a CHECK names a column that is not there. In SQLite a name
// in quotes is a text then.
func (s *State) checkNames(t *Table, c *Constraint) error {
	if c.Kind != "check" || t.Open || s.Tainted != "" {
		return nil
	}
	var err error
	sqlread.Walk(c.Expr, func(e sqlread.Expr) {
		n, ok := e.(*sqlread.Column)
		if ok && err == nil && s.Dialect.IsMySQL() {
			if i := s.position(t, n.Name); i >= 0 && t.Columns[i].AutoInc.text() != "" {
				err = failf("OperationalError", t.Name.String()+"."+n.Name, "CHECK constraint `%s` cannot refer to the AUTO_INCREMENT column `%s`", c.Name, n.Name)
			}
		}
		if !ok || err != nil || n.Table != "" || s.position(t, n.Name) >= 0 || systemColumns[strings.ToLower(n.Name)] || s.Dialect == sqlread.SQLite && n.Quoted {
			return
		}
		_, _, err = s.mustColumn(t, n.Name)
	})
	return err
}

// systemColumns are those that every table has.
var systemColumns = map[string]bool{"rowid": true, "oid": true, "_rowid_": true, "ctid": true, "tableoid": true, "xmin": true}

func freeName(t *Table, base string) string {
	name := base
	for i := 1; t.constraint(name) != nil || t.index(name) != nil; i++ {
		name = fmt.Sprintf("%s%d", base, i)
	}
	return name
}

func numbered(t *Table, base string) string {
	for i := 1; ; i++ {
		if name := fmt.Sprintf("%s%d", base, i); t.constraint(name) == nil {
			return name
		}
	}
}

// impliedIndex makes the index that MySQL wants for a foreign key.
func (s *State) impliedIndex(t *Table, c *Constraint) {
	begins := func(ix *Index) bool {
		cols := indexColumns(ix.IndexDef)
		return ix.Implied && len(cols) == len(c.Columns) && slices.EqualFunc(cols, c.Columns, s.sameName)
	}
	older := slices.IndexFunc(t.Indexes, begins) // which the new one takes the place of
	if older < 0 && t.covered(c.Columns, "") || older >= 0 && t.covered(c.Columns, t.Indexes[older].Name) {
		return
	}
	if older >= 0 {
		t.Indexes = slices.Delete(slices.Clone(t.Indexes), older, older+1)
	}
	ix := &Index{Implied: true}
	ix.Name = c.Name
	for _, col := range c.Columns {
		ix.Keys = append(ix.Keys, sqlread.IndexKey{Column: col, Text: col})
	}
	t.Indexes = append(t.Indexes, ix)
}

// covered reports whether an index other than the named one begins with the columns.
func (t *Table) covered(cols []string, except string) bool {
	begins := func(have []string) bool {
		return len(have) >= len(cols) && slices.EqualFunc(have[:len(cols)], cols, strings.EqualFold)
	}
	for _, c := range t.Constraints {
		if (c.Kind == "primary" || c.Kind == "unique") && c.Name != except && begins(c.Columns) {
			return true
		}
	}
	for _, ix := range t.Indexes {
		if ix.Name == except {
			continue
		}
		var have []string
		for _, k := range ix.Keys {
			have = append(have, k.Column)
		}
		if begins(have) {
			return true
		}
	}
	return false
}

// dropImplied removes implied indexes that another index makes unnecessary.
func (s *State) dropImplied(t *Table) {
	t.Indexes = slices.DeleteFunc(t.Indexes, func(ix *Index) bool {
		if !ix.Implied {
			return false
		}
		var cols []string
		for _, k := range ix.Keys {
			cols = append(cols, k.Column)
		}
		if !t.covered(cols, ix.Name) {
			return false
		}
		s.emitTable(ObjectAltered, t, "index "+ix.Name, "covered by another")
		return true
	})
}

// isNullable reports whether a column is known to take NULL.
func isNullable(c *Column) bool {
	text, known := c.NotNull.Known()
	return known && text == ""
}
