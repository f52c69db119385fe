package catalog

import (
	"slices"

	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// tableFromQuery is CREATE TABLE … AS.
func (q *query) tableFromQuery(t *Table, st *sqlread.CreateTable) error {
	s := q.s
	r, err := q.run(st.As, nil)
	if err != nil {
		return err
	}
	for i, name := range r.Columns {
		ty := ""
		if i < len(r.Types) {
			ty = r.Types[i]
		}
		a := attr(ty)
		if ty == "" {
			a = s.newVar()
		}
		if s.Dialect == sqlread.SQLite {
			a = attr(sqliteCopyType(ty))
		}
		c := &Column{Name: name, Type: a}
		if s.Dialect.IsMySQL() && i < len(r.sources) && r.sources[i] != nil {
			c = s.copiedColumn(name, r.sources[i])
		}
		t.Columns = append(t.Columns, c)
	}
	if r.Unknown != "" {
		s.giveUpRows("rows: " + r.Unknown)
		if len(r.Columns) == 0 {
			t.Open = true
		}
	}
	if st.NoData {
		return nil
	}
	for _, row := range r.Rows {
		t.Rows = append(t.Rows, &Row{Cells: row})
	}
	return nil
}

// copiedColumn is what MySQL makes of a column that CREATE TABLE … AS SELECT takes
// from a table.
func (s *State) copiedColumn(name string, of *Column) *Column {
	c := of.clone()
	c.Name, c.AutoInc, c.Generated, c.gen = name, attr(""), attr(""), nil
	delete(c.Other, "virtual")
	if of.AutoInc.text() != "" {
		c.Default = attr("'0'")
	}
	return c
}

// chosenColumns puts the columns of a query behind those that MySQL's CREATE TABLE
// defines; what it defines anew keeps its values.
func (q *query) chosenColumns(t *Table, chosen []*Column) error {
	from := make([]int, len(t.Columns)) // where the values of a column stand
	for i, c := range t.Columns {
		from[i] = slices.IndexFunc(chosen, func(o *Column) bool { return q.s.sameName(o.Name, c.Name) })
	}
	for i, c := range chosen {
		if !slices.Contains(from, i) {
			t.Columns, from = append(t.Columns, c), append(from, i)
		}
	}
	for j, r := range t.Rows {
		cells := make([]Value, len(t.Columns))
		for i, c := range t.Columns {
			var err error
			switch {
			case from[i] >= 0 && from[i] < len(r.Cells):
				cells[i] = r.Cells[from[i]]
			default:
				cells[i], err = q.newCell(t, c, r)
			}
			if err != nil {
				return err
			}
		}
		t.setRow(j, r.with(cells))
	}
	return nil
}

// sourceColumn is the column of the only table of FROM that an expression is.
func (q *query) sourceColumn(x sqlread.Expr, shape tuple) *Column {
	c, ok := x.(*sqlread.Column)
	if !ok || len(shape) != 1 || shape[0].table == nil {
		return nil
	}
	if i := q.s.position(shape[0].table, c.Name); i >= 0 {
		return shape[0].table.Columns[i]
	}
	return nil
}

// sqliteCopyType is the declared type that SQLite gives a column of a copy.
func sqliteCopyType(ty string) string {
	t, _ := sqlread.ParseType(ty, sqlread.SQLite)
	switch sqliteType(t).class {
	case classInt:
		return "int"
	case classText:
		return "text"
	case classFloat:
		return "real"
	case classOther:
		return ""
	}
	return "num"
}
