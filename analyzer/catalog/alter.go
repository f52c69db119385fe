package catalog

import (
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// alterTable does the actions in order.
func (q *query) alterTable(st *sqlread.AlterTable) error {
	s := q.s
	if s.isView(st.Name) {
		return s.alterView(st)
	}
	if st.IfExists && !s.exists(st.Name) {
		return nil
	}
	t, err := s.mustTable(st.Name)
	if err != nil || t == nil {
		return err
	}
	if err := s.alterInUse(t, st.Actions); err != nil {
		return err
	}
	for _, a := range s.actionOrder(st.Actions) {
		t = s.edit(t)
		if err := q.tableAction(t, a); err != nil {
			return err
		}
		if err := q.partitionAction(t, a, st.Only); err != nil {
			return err
		}
		if r, ok := a.(*sqlread.Rename); ok {
			t = s.tables.get(s.fold(s.newName(t, r)))
		} else {
			t = s.tables.get(s.fold(t.Name))
		}
		if t == nil {
			return nil
		}
	}
	return s.autoKeyed(t)
}

// autoKeyed fails where a column of MySQL's counts by itself and begins no key.
func (s *State) autoKeyed(t *Table) error {
	if !s.Dialect.IsMySQL() || s.Tainted != "" || t.Open {
		return nil
	}
	for _, c := range t.Columns {
		if c.AutoInc.text() != "" && !c.Open && !t.covered([]string{c.Name}, "") {
			return failf("OperationalError", s.fold(t.Name)+"."+c.Name, "Incorrect table definition; there can be only one auto column and it must be defined as a key")
		}
	}
	return nil
}

// actionOrder puts keys that go before columns that go: MySQL does both at once.
func (s *State) actionOrder(list []sqlread.Action) []sqlread.Action {
	at := slices.IndexFunc(list, func(a sqlread.Action) bool { _, ok := a.(*sqlread.DropColumn); return ok })
	if at < 0 || !s.Dialect.IsMySQL() {
		return list
	}
	var keys, rest []sqlread.Action
	for _, a := range list[at:] {
		switch a.(type) {
		case *sqlread.DropConstraint, *sqlread.DropIndex:
			keys = append(keys, a)
		default:
			rest = append(rest, a)
		}
	}
	return slices.Concat(list[:at], keys, rest)
}

func (s *State) isView(n sqlread.QName) bool {
	return s.objects.get("view "+s.fold(n)) != nil || s.objects.get("materialized view "+s.fold(n)) != nil
}

// alterView does ALTER TABLE and ALTER VIEW on a view: only renames matter.
func (s *State) alterView(st *sqlread.AlterTable) error {
	for _, kind := range [...]string{"view", "materialized view"} {
		o := s.object(kind, st.Name)
		if o == nil {
			continue
		}
		for _, a := range st.Actions {
			if r, ok := a.(*sqlread.Rename); ok {
				s.renameObject(o, r.New.Name)
				continue
			}
			s.Taint("sql: ALTER of a view")
		}
	}
	return nil
}

// tableAction is the one switch over actions of a table.
func (q *query) tableAction(t *Table, a sqlread.Action) error {
	s := q.s
	if s.Dialect == sqlread.SQLite {
		switch a.(type) {
		case *sqlread.AddColumn, *sqlread.DropColumn, *sqlread.RenameColumn, *sqlread.Rename:
		default:
			return failf("OperationalError", s.fold(t.Name), "near \"ALTER\": syntax error")
		}
	}
	switch a := a.(type) {
	case *sqlread.AddColumn:
		return q.addColumn(t, a)
	case *sqlread.DropColumn:
		return s.dropColumn(t, a)
	case *sqlread.ModifyColumn:
		return q.modifyColumn(t, a)
	case *sqlread.ColumnType:
		return q.columnType(t, a)
	case *sqlread.ColumnNull:
		return q.columnNull(t, a)
	case *sqlread.ColumnDefault:
		return s.columnDefault(t, a)
	case *sqlread.ColumnOption:
		return s.columnOption(t, a)
	case *sqlread.RenameColumn:
		return s.renameColumn(t, a.Old, a.New)
	case *sqlread.Rename:
		return s.renameTable(t, s.newName(t, a))
	case *sqlread.SetSchema:
		schema := a.Schema
		if schema == "public" {
			schema = ""
		}
		return s.renameTable(t, sqlread.QName{Schema: schema, Name: t.Name.Name})
	case *sqlread.RenameConstraint:
		return s.renameConstraint(t, a)
	case *sqlread.RenameIndex:
		return s.renameIndex(t, a.Old, a.New)
	case *sqlread.AddConstraint:
		return q.alterAddConstraint(t, a)
	case *sqlread.DropConstraint:
		return s.dropConstraint(t, a)
	case *sqlread.AlterConstraint:
		return q.alterConstraint(t, a)
	case *sqlread.AddIndex:
		return q.addIndex(t, a.Index, false, false)
	case *sqlread.DropIndex:
		return s.dropTableIndex(t, a.Name, a.IfExists)
	}
	return q.otherTableAction(t, a)
}

// alterAddConstraint is ADD CONSTRAINT.
func (q *query) alterAddConstraint(t *Table, a *sqlread.AddConstraint) error {
	s := q.s
	had := len(t.Constraints)
	if err := q.addConstraint(t, a.Constraint); err != nil {
		return err
	}
	if len(t.Constraints) == had {
		return nil // the engine has none
	}
	c := t.Constraints[len(t.Constraints)-1]
	if err := s.checkNames(t, c); err != nil {
		return err
	}
	s.emitConstraint(ConstraintAdded, t, c)
	return nil
}

func (q *query) otherTableAction(t *Table, a sqlread.Action) error {
	s := q.s
	switch a := a.(type) {
	case *sqlread.Option:
		if s.Dialect.IsMySQL() {
			if done, err := s.mysqlOption(t, a); done || err != nil {
				return err
			}
		}
		if a.Value == "" || a.Key == "engine" && a.Value == "innodb" {
			delete(t.Options, a.Key)
		} else {
			t.Options[a.Key] = a.Value
		}
		s.emitTable(ObjectAltered, t, "table "+s.fold(t.Name), a.Key)
		return nil
	case *sqlread.Attach:
		p, err := s.mustTable(a.Partition)
		if err != nil || p == nil {
			return err
		}
		p = s.edit(p)
		p.Partition, p.Options["partition"] = s.fold(t.Name), a.Bound
		return nil
	case *sqlread.Detach:
		p, err := s.mustTable(a.Partition)
		if err != nil || p == nil {
			return err
		}
		p = s.edit(p)
		p.Partition = ""
		delete(p.Options, "partition")
		return nil
	case *sqlread.AddValue, *sqlread.RenameValue, *sqlread.OtherAction:
		s.Taint("sql: action of ALTER TABLE")
		s.emit(Event{Kind: NotUnderstood, Detail: "action of ALTER TABLE"})
		return nil
	}
	s.Taint("sql: action of an unknown kind")
	return nil
}

func (s *State) emitConstraint(kind EventKind, t *Table, c *Constraint, more ...string) {
	flags := append([]string{c.Kind}, more...)
	if c.NotValid {
		flags = append(flags, "not valid")
	}
	if c.OnDelete == "cascade" {
		flags = append(flags, "cascade")
	}
	if c.UsingIndex != "" {
		flags = append(flags, "using index")
	}
	if kind == ConstraintAdded && (c.Kind == "unique" || c.Kind == "primary") && s.distinct(t, c.Columns, c.Nulls, c) {
		flags = append(flags, "distinct")
	}
	s.emitTable(kind, t, "constraint "+s.fold(t.Name)+"."+c.Name, c.text(s.Dialect), flags...)
}

// newName is the full name after RENAME TO.
func (s *State) newName(t *Table, r *sqlread.Rename) sqlread.QName {
	n := r.New
	if n.Schema == "" && !s.Dialect.IsMySQL() {
		n.Schema = t.Name.Schema
	}
	return n
}

func (q *query) addColumn(t *Table, a *sqlread.AddColumn) error {
	s := q.s
	object := s.fold(t.Name) + "." + a.Column.Name
	for _, c := range t.Columns {
		if s.sameName(c.Name, a.Column.Name) {
			if a.IfNotExists {
				return nil
			}
			return s.columnExists(object, a.Column.Name, t)
		}
	}
	if err := s.wellFormed(t, &a.Column, true); err != nil {
		return err
	}
	c := s.newColumn(t, &a.Column)
	if err := q.fillColumn(t, c, &a.Column); err != nil {
		return err
	}
	t.Columns = append(t.Columns, c)
	if err := s.placeColumn(t, len(t.Columns)-1, a.Column.Position); err != nil {
		return err
	}
	first := len(t.Constraints)
	for _, k := range a.Column.Constraints {
		if err := q.addConstraint(t, k); err != nil {
			return err
		}
	}
	if c.seq != "" {
		s.ownSequence(c.seq, object)
	}
	s.emitTable(ColumnAdded, t, "column "+object, c.Default.Text, s.addedFlags(c, a.Column.NotNull)...)
	for _, k := range t.Constraints[min(first, len(t.Constraints)):] {
		flag := ""
		if k.Kind == "foreign" && c.freshNull() {
			flag = "nothing to check"
		}
		s.emitConstraint(ConstraintAdded, t, k, flag)
	}
	if t.Open {
		delete(t.gone, "column "+c.Name)
	}
	for _, k := range s.partitions(t) {
		p := s.edit(s.tables.get(k))
		if err := q.fillColumn(p, c, &a.Column); err != nil {
			return err
		}
		p.Columns = append(p.Columns, c.clone())
	}
	return nil
}

// addedFlags tell what a new column means for the rows there are.
func (s *State) addedFlags(c *Column, notNull bool) []string {
	flags := []string{}
	if notNull {
		flags = append(flags, "not null")
	}
	if c.Default.Text != "" || c.Identity.Text != "" || c.Generated.Text != "" {
		flags = append(flags, "default")
	}
	if s.rewrites(c) {
		flags = append(flags, "rewrites")
	}
	return flags
}

// partitions lists the keys of a table's partitions.
func (s *State) partitions(t *Table) []string { return s.tablesBy(byParent, s.fold(t.Name)) }

// rewrites reports whether PostgreSQL rewrites the table for the new column.
func (s *State) rewrites(c *Column) bool {
	if c.seq != "" || c.Identity.Text != "" || c.Generated.Text != "" {
		return true
	}
	volatile := false
	sqlread.Walk(c.def, func(e sqlread.Expr) {
		if f, ok := e.(*sqlread.Call); ok && volatileFunctions[f.Name] {
			volatile = true
		}
	})
	return volatile
}

var volatileFunctions = map[string]bool{
	"random": true, "gen_random_uuid": true, "uuid_generate_v4": true, "uuid_generate_v1": true, "clock_timestamp": true,
	"timeofday": true, "nextval": true, "uuidv7": true, "uuidv4": true, "setval": true,
}

// fillColumn gives the new column's value to the rows there are.
func (q *query) fillColumn(t *Table, c *Column, def *sqlread.ColumnDef) error {
	s := q.s
	object := s.fold(t.Name) + "." + c.Name
	if s.Dialect == sqlread.SQLite && def.NotNull && (def.Default == nil || c.Default.Text == "null") && len(t.Rows) > 0 {
		return &Failure{Class: "OperationalError", Object: object, Rows: true, Seeds: seedsOf(t.Rows...), Message: "Cannot add a NOT NULL column with default value NULL"}
	}
	width := len(t.Columns) + 1
	rows, cells := make([]Row, len(t.Rows)), make([]Value, 0, len(t.Rows)*width)
	for i, r := range t.Rows {
		v, err := q.newCell(t, c, r)
		if err != nil {
			return err
		}
		if v.IsNull() && c.NotNull.Text != "" {
			if !s.Dialect.IsMySQL() {
				return &Failure{Class: "IntegrityError", Object: object, Rows: true, Seeds: seedsOf(r),
					Message: "column \"" + c.Name + "\" of relation \"" + t.Name.String() + "\" contains null values"}
			}
			v = s.zeroValue(c)
		}
		at := len(cells)
		cells = append(append(cells, r.Cells...), v)
		rows[i] = *r
		rows[i].Cells = cells[at:len(cells):len(cells)]
		t.setRow(i, &rows[i])
	}
	return nil
}

// newCell is the value of a new column in a row.
func (q *query) newCell(t *Table, c *Column, r *Row) (Value, error) {
	switch {
	case c.Generated.Text != "":
		return opaque, nil
	case c.seq != "", c.AutoInc.Text != "":
		t.counter++
		return integer(int64(t.counter)), nil
	case c.def == nil:
		return null, nil
	}
	v := q.eval(c.def, nil)
	return q.s.coerce(v, c, t, true)
}

// zeroValue is what MySQL puts into a NOT NULL column without a default.
func (s *State) zeroValue(c *Column) Value {
	switch s.typeOf(c.Type.text()).class {
	case classInt, classDec, classFloat, classBool:
		return integer(0)
	case classText, classBytes:
		return text("")
	}
	return Value{Kind: Opaque, S: "zero"}
}

func seedsOf(rows ...*Row) []int32 {
	var out []int32
	for _, r := range rows {
		if n := r.witness(); n != 0 {
			out = append(out, n)
		}
	}
	return out
}

// witness is the number of the witness that the row is, or is made of.
func (r *Row) witness() int32 {
	if r.Seed != 0 {
		return r.Seed
	}
	return r.From
}

// with is the row with other cells.
func (r *Row) with(cells []Value) *Row {
	c := *r
	c.Cells = cells
	return &c
}

// dropColumn removes a column with what depends on it.
func (s *State) dropColumn(t *Table, a *sqlread.DropColumn) error {
	object := s.fold(t.Name) + "." + a.Name
	if a.IfExists {
		found := slices.ContainsFunc(t.Columns, func(c *Column) bool { return s.sameName(c.Name, a.Name) })
		if !found {
			return nil
		}
	}
	t, i, err := s.mustColumn(t, a.Name)
	if err != nil {
		return err
	}
	c := t.Columns[i]
	if err := s.columnFree(t, c, a.Cascade); err != nil {
		return err
	}
	s.dropColumnParts(t, c)
	t.Columns = slices.Delete(t.Columns, i, i+1)
	for j, r := range t.Rows {
		if i < len(r.Cells) {
			t.setRow(j, r.with(slices.Delete(slices.Clone(r.Cells), i, i+1)))
		}
	}
	if t.Open {
		t.gone["column "+c.Name] = true
	}
	s.dropOwned(c)
	s.dropColumnGrants(t, c.Name)
	s.emitTable(ColumnDropped, t, "column "+object, "")
	s.fixQuotes(t)
	return nil
}

// dropColumnParts removes or shrinks constraints and indexes over the column.
func (s *State) dropColumnParts(t *Table, c *Column) {
	uses := func(cols []string) bool {
		return slices.ContainsFunc(cols, func(n string) bool { return s.sameName(n, c.Name) })
	}
	t.Constraints = slices.DeleteFunc(t.Constraints, func(k *Constraint) bool {
		if s.Dialect == sqlread.MySQL && (k.Kind == "unique" || k.Kind == "primary") && len(k.Columns) > 1 {
			return false // see below
		}
		if uses(k.Columns) || uses(k.Include) {
			return true
		}
		return k.Kind == "check" && uses(usedColumns(k.Expr)) || k.Kind == "exclude" && containsWord(k.Keys, c.Name)
	})
	if s.Dialect.IsMySQL() {
		for i, k := range t.Constraints {
			if (k.Kind == "unique" || k.Kind == "primary") && uses(k.Columns) {
				shorter := *k // MariaDB has none left of more than one column
				shorter.Columns = slices.DeleteFunc(slices.Clone(k.Columns), func(n string) bool { return s.sameName(n, c.Name) })
				t.Constraints[i] = &shorter
			}
		}
		for i := range t.Indexes {
			ix := t.ownIndex(i)
			ix.Keys = slices.DeleteFunc(ix.Keys, func(k sqlread.IndexKey) bool { return s.sameName(k.Column, c.Name) })
		}
		t.Indexes = slices.DeleteFunc(t.Indexes, func(ix *Index) bool { return len(ix.Keys) == 0 })
		return
	}
	t.Indexes = slices.DeleteFunc(t.Indexes, func(ix *Index) bool { return indexUses(ix, c.Name, s) })
}

func indexUses(ix *Index, name string, s *State) bool {
	for _, k := range ix.Keys {
		if k.Column != "" && s.sameName(k.Column, name) || k.Column == "" && containsWord(k.Text, name) {
			return true
		}
	}
	return containsWord(ix.Where, name) || slices.Contains(ix.Include, name)
}

// containsWord finds a name in canonical text.
func containsWord(text, name string) bool {
	if !strings.Contains(text, name) && !strings.Contains(text, strings.ToLower(name)) {
		return false
	}
	for _, t := range sqlread.Tokens(text, sqlread.PostgreSQL) {
		if (t.Kind == sqlread.Word || t.Kind == sqlread.Name) && strings.EqualFold(t.Value, name) {
			return true
		}
	}
	return false
}
