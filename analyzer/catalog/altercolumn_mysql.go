package catalog

import (
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// modifyColumn is MySQL's MODIFY and CHANGE: what is not repeated is lost.
func (q *query) modifyColumn(t *Table, a *sqlread.ModifyColumn) error {
	s := q.s
	t, i, err := s.mustColumn(t, a.Old)
	if err != nil {
		return err
	}
	if !s.sameName(a.Old, a.Column.Name) {
		if err := s.renameColumn(t, a.Old, a.Column.Name); err != nil {
			return err
		}
	}
	if err := s.wellFormed(t, &a.Column, true); err != nil {
		return err
	}
	old := t.Columns[i]
	c := s.newColumn(t, &a.Column)
	c.retyped = old.retyped || old.NotNull.text() != "" && c.NotNull.text() == ""
	if pk := t.primary(); pk != nil && slices.Contains(pk.Columns, c.Name) {
		c.NotNull = attr("yes")
	}
	c.Open = old.Open
	if err := s.referenceAllows(t, old, c); err != nil {
		return err
	}
	t.Columns[i] = c
	if err := s.longKey(t, c); err != nil {
		return err
	}
	if !sameText(old.Collate, c.Collate) || s.Dialect.IsMySQL() && charsetOf(t, old) != charsetOf(t, c) {
		s.recollated(t, i, c.Collate.text())
	}
	if c.NotNull.Text != "" && !sameText(old.NotNull, c.NotNull) {
		if err := s.noNulls(t, i); err != nil {
			return err
		}
		s.emitTable(ColumnAltered, t, "column "+s.fold(t.Name)+"."+c.Name, "set not null", "set not null")
	}
	if !sameText(old.Type, c.Type) {
		s.emitTable(ColumnAltered, t, "column "+s.fold(t.Name)+"."+c.Name, "type "+old.Type.text()+" -> "+c.Type.text(), "type", s.narrowing(old.Type.text(), c.Type.text()))
		if err := q.convertCells(t, i, old.Type, nil); err != nil {
			return err
		}
		return s.placeColumn(t, i, a.Column.Position)
	}
	s.emitTable(ColumnAltered, t, "column "+s.fold(t.Name)+"."+c.Name, "definition")
	return s.placeColumn(t, i, a.Column.Position)
}

// placeColumn puts a column where MySQL's FIRST or AFTER says.
func (s *State) placeColumn(t *Table, from int, position string) error {
	if position == "" {
		return nil
	}
	to := 0
	if name, ok := strings.CutPrefix(position, "after "); ok {
		_, i, err := s.mustColumn(t, name)
		if err != nil {
			return err
		}
		if to = i; i < from {
			to++ // behind it; else the column leaves a gap
		}
	}
	if to == from {
		return nil
	}
	c := t.Columns[from]
	t.Columns = slices.Insert(slices.Delete(slices.Clone(t.Columns), from, from+1), to, c)
	for j, r := range t.Rows {
		if len(r.Cells) == len(t.Columns) {
			v := r.Cells[from]
			t.setRow(j, r.with(slices.Insert(slices.Delete(slices.Clone(r.Cells), from, from+1), to, v)))
		}
	}
	return nil
}

// referenceAllows fails where InnoDB does not let a column of a foreign key, or one
// that such a key refers to, become another.
func (s *State) referenceAllows(t *Table, old, c *Column) error {
	if !s.checksKeys() || s.Tainted != "" || old.Open {
		return nil
	}
	has := func(columns []string) bool {
		return slices.ContainsFunc(columns, func(n string) bool { return s.sameName(n, c.Name) })
	}
	object := s.fold(t.Name) + "." + c.Name
	other := !sameText(old.Type, c.Type) && !(s.typeOf(old.Type.text()).class == classText && s.typeOf(c.Type.text()).class == classText)
	for _, k := range t.Constraints {
		if k.Kind != "foreign" || !has(k.Columns) {
			continue
		}
		if other {
			return failf("OperationalError", object, "Cannot change column '%s': used in a foreign key constraint '%s'", c.Name, k.Name)
		}
		if (k.OnDelete == "set null" || k.OnUpdate == "set null") && c.NotNull.text() != "" && old.NotNull.text() == "" {
			return failf("OperationalError", object, "Column '%s' cannot be NOT NULL: needed in a foreign key constraint '%s' SET NULL", c.Name, k.Name)
		}
	}
	for _, name := range s.referencing(s.fold(t.Name)) {
		for _, k := range s.tables.get(name).Constraints {
			if k.Kind == "foreign" && s.fold(k.RefTable) == s.fold(t.Name) && has(k.RefColumns) && other {
				return failf("OperationalError", object, "Cannot change column '%s': used in a foreign key constraint '%s' of table '%s'", c.Name, k.Name, name)
			}
		}
	}
	return nil
}

// longKey fails where a key is to hold all of a long text: MySQL has no such key, and
// MariaDB shortens those over one column, but for the primary one.
func (s *State) longKey(t *Table, c *Column) error {
	ty, _ := s.parseType(c.Type.text())
	name, _, _ := strings.Cut(ty.Name, " ")
	long := name == "text" || name == "blob" || strings.HasPrefix(name, "medium") || strings.HasPrefix(name, "long")
	if !long || strings.HasSuffix(name, "int") || s.Tainted != "" {
		return nil
	}
	has := func(columns []string) bool {
		return slices.ContainsFunc(columns, func(n string) bool { return s.sameName(n, c.Name) })
	}
	var bad bool
	for _, k := range t.Constraints {
		bad = bad || (k.Kind == "primary" || k.Kind == "unique" && k.Keys == "" && s.Dialect == sqlread.MySQL) && has(k.Columns)
	}
	for _, ix := range t.Indexes {
		bad = bad || plainKeys(ix.IndexDef) && ix.Method != "fulltext" && (len(ix.Keys) > 1 || s.Dialect == sqlread.MySQL) && has(indexColumns(ix.IndexDef))
	}
	if bad {
		return failf("OperationalError", s.fold(t.Name)+"."+c.Name, "BLOB/TEXT column '%s' used in key specification without a key length", c.Name)
	}
	return nil
}

// mysqlColumnFree fails where other columns are computed from a column, and in
// MariaDB where it is one of several in a key that keeps rows apart.
func (s *State) mysqlColumnFree(t *Table, c *Column, object string) error {
	for _, o := range t.Columns {
		if slices.ContainsFunc(usedColumns(o.gen), func(n string) bool { return s.sameName(n, c.Name) }) {
			return failf("OperationalError", object, "Column '%s' has a generated column dependency: '%s'", c.Name, o.Name)
		}
	}
	if s.Dialect != sqlread.MariaDB {
		return nil
	}
	for _, k := range t.keys() {
		if len(k.Columns) > 1 && slices.ContainsFunc(k.Columns, func(n string) bool { return s.sameName(n, c.Name) }) {
			return failf("OperationalError", object, "Key column '%s' doesn't exist in table: %s has it among others", c.Name, k.Name)
		}
	}
	return nil
}
