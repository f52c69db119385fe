package catalog

import (
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// columnFree reports what stands in the way of dropping a column.
func (s *State) columnFree(t *Table, c *Column, cascade bool) error {
	object := s.fold(t.Name) + "." + c.Name
	if s.Tainted != "" || c.Open {
		return nil
	}
	switch s.Dialect {
	case sqlread.SQLite:
		for _, k := range t.Constraints {
			cols := k.Columns
			if k.Kind == "check" {
				if k.Inline && len(k.Columns) == 1 && s.sameName(k.Columns[0], c.Name) {
					continue
				}
				cols = usedColumns(k.Expr)
			}
			if k.Kind == "foreign" && k.Inline {
				continue
			}
			if slices.ContainsFunc(cols, func(n string) bool { return s.sameName(n, c.Name) }) {
				return failf("OperationalError", object, "error in table %s after drop column: no such column: %s", t.Name, c.Name)
			}
		}
		for _, ix := range t.Indexes {
			if indexUses(ix, c.Name, s) {
				return failf("OperationalError", object, "error in index %s after drop column: no such column: %s", ix.Name, c.Name)
			}
		}
	case sqlread.MySQL, sqlread.MariaDB:
		for _, k := range t.Constraints {
			if k.Kind == "foreign" && slices.Contains(k.Columns, c.Name) {
				return failf("OperationalError", object, "Cannot drop column '%s': needed in a foreign key constraint '%s'", c.Name, k.Name)
			}
			if k.Kind == "check" && len(usedColumns(k.Expr)) > 1 && slices.Contains(usedColumns(k.Expr), c.Name) {
				return failf("OperationalError", object, "Check constraint '%s' uses column '%s'", k.Name, c.Name)
			}
		}
		if err := s.mysqlColumnFree(t, c, object); err != nil {
			return err
		}
	case sqlread.PostgreSQL:
		return s.postgresColumnFree(t, c, cascade)
	}
	return s.viewsAllow(t, c.Name)
}

// postgresColumnFree looks for foreign keys of other tables and for views.
func (s *State) postgresColumnFree(t *Table, c *Column, cascade bool) error {
	k := s.fold(t.Name)
	for _, name := range s.referencing(k) {
		other := s.tables.get(name)
		for _, f := range other.Constraints {
			if f.Kind != "foreign" || s.fold(f.RefTable) != k || !slices.Contains(f.RefColumns, c.Name) || name == k {
				continue
			}
			if !cascade {
				return failf("InternalError", k+"."+c.Name, "cannot drop column %s of table %s because other objects depend on it", c.Name, t.Name)
			}
			u := s.edit(other)
			u.Constraints = slices.DeleteFunc(u.Constraints, func(x *Constraint) bool { return x.Name == f.Name })
		}
	}
	if cascade {
		return s.dropViewsOf(t.Name, c.Name)
	}
	return s.viewsAllow(t, c.Name)
}

// viewsUsing lists the views that read a table, and if a column is given, that
// name it or take all.
func (s *State) viewsUsing(n sqlread.QName, column string) []*Object {
	var out []*Object
	for _, k := range s.objectsBy(byUse, s.fold(n)) {
		o := s.objects.get(k)
		if column != "" && !o.Deps[s.fold(n)+"."+column] {
			continue
		}
		out = append(out, o)
	}
	return out
}

// viewsAllow fails if a view needs the column. MySQL lets views break.
func (s *State) viewsAllow(t *Table, column string) error {
	if s.Dialect.IsMySQL() {
		return nil
	}
	for _, v := range s.viewsUsing(t.Name, column) {
		if s.Dialect == sqlread.SQLite && v.onlyQuotes(column) {
			continue // a name in quotes that means nothing is a text
		}
		return failf("InternalError", s.fold(t.Name)+"."+column, "cannot drop or change column %s of table %s because %s %s depends on it", column, t.Name, v.Kind, v.Name)
	}
	return nil
}

// onlyQuotes reports whether the statement that made an object has a name always
// in quotes; a keyword without quotes is no name.
func (o *Object) onlyQuotes(name string) bool {
	if slices.Contains(strings.Fields(sqliteKeywords), strings.ToLower(name)) {
		return o.Source != ""
	}
	for _, t := range sqlread.Tokens(o.Source, sqlread.SQLite) {
		if t.Kind == sqlread.Word && strings.EqualFold(t.Value, name) {
			return false
		}
	}
	return o.Source != ""
}

// sqliteKeywords are the words of SELECT that SQLite takes for no name unless they
// stand in quotes.
const sqliteKeywords = "all and as between case collate create default distinct else escape except exists from group having in intersect " +
	"into is isnull join limit not notnull null on or order select set table then union using values when where"

func (s *State) dropViewsOf(n sqlread.QName, column string) error {
	for _, v := range s.viewsUsing(n, column) {
		s.removeObject(v)
		s.emit(Event{Kind: ObjectDropped, Object: v.key(), OldTable: true})
	}
	return nil
}

// columnType is ALTER COLUMN … TYPE.
func (q *query) columnType(t *Table, a *sqlread.ColumnType) error {
	s := q.s
	u, i, err := s.mustColumn(t, a.Name)
	if err != nil {
		return err
	}
	t = u
	c := t.ownColumn(i)
	if s.Tainted == "" && !c.Open && c.Type.text() != canonType(a.Type, s.Dialect) {
		if err := s.viewsAllow(t, a.Name); err != nil {
			return err
		}
	}
	before := c.Type
	c.Type = attr(canonType(a.Type, s.Dialect))
	if base, ok := serial(a.Type.Name); ok {
		c.Type = attr(base)
	}
	if a.Collate != "" {
		c.Collate = attr(a.Collate)
	} else if !sameText(before, c.Type) {
		c.Collate = attr("")
	}
	if err := s.defaultFits(t, c, before); err != nil {
		return err
	}
	s.keepDefault(c, before)
	s.emitTable(ColumnAltered, t, "column "+s.fold(t.Name)+"."+c.Name, "type "+before.text()+" -> "+c.Type.text(), "type", s.narrowing(before.text(), c.Type.text()))
	return q.convertCells(t, i, before, a.Using)
}

func sameText(a, b Attr) bool {
	same, ok := sameAttr(a, b)
	return ok && same
}

// defaultFits fails where PostgreSQL cannot cast a default to an enum.
func (s *State) defaultFits(t *Table, c *Column, before Attr) error {
	if c.Default.text() == "" || s.typeOf(c.Type.text()).class != classEnum || s.typeOf(before.text()).class == classEnum && sameText(before, c.Type) || c.Open {
		return nil
	}
	return failf("ProgrammingError", s.fold(t.Name)+"."+c.Name, "default for column %q cannot be cast automatically to type %s", c.Name, c.Type.text())
}

// convertCells changes the contents of a column to its new type.
func (q *query) convertCells(t *Table, i int, before Attr, using sqlread.Expr) error {
	s := q.s
	c := t.Columns[i]
	if using != nil {
		for _, name := range usedColumns(using) {
			u, _, err := s.mustColumn(t, name)
			if err != nil {
				return err
			}
			t = u
		}
	} else if err := s.castable(t, c, before); err != nil {
		return err
	}
	for _, l := range s.typeOf(c.Type.text()).labels {
		s.literal(s.fold(t.Name), c.Name, text(l))
	}
	c.retyped = true
	if s.Dialect.IsMySQL() { // what does not fit may be made to: some of it must be among the witnesses
		for _, v := range s.over(s.typeOf(c.Type.text()), s.typeOf(before.text())) {
			s.literal(s.fold(t.Name), c.Name, v)
		}
	}
	var failed *Failure
	for j, r := range t.Rows {
		w, err := q.newCellOf(t, c, r, i, using)
		if s.Dialect.IsMySQL() && !s.computed(s.typeOf(before.text()), s.typeOf(c.Type.text())) && w.Kind != Null {
			w, err = anything, nil
		}
		if f, ok := err.(*Failure); ok {
			// All rows that do not fit are named at once: one at a time would take too many tries.
			if failed == nil {
				failed = f
				failed.Rows, failed.Each = true, true
			}
			failed.Seeds = append(failed.Seeds, seedsOf(r)...)
			continue
		}
		if err != nil {
			return err
		}
		cells := slices.Clone(r.Cells)
		cells[i] = w
		t.Rows[j] = r.with(cells)
	}
	if failed != nil {
		return failed
	}
	return q.recheck(t, i)
}

// computed reports whether it is known what MySQL makes of the values of a type in
// another one.
func (s *State) computed(from, to typeInfo) bool {
	if from.class == to.class {
		return from.class != classOther
	}
	plain := func(ti typeInfo) bool {
		switch ti.class {
		case classText, classInt, classDec, classFloat, classBool, classEnum, classJSON:
			return true
		}
		return false
	}
	dated := func(ti typeInfo) bool { return ti.class == classDate || ti.class == classTimestamp }
	return plain(from) && plain(to) || dated(from) && dated(to) || from.class == classText && to.class != classOther || to.class == classText && to.length == 0 && from.class != classOther
}

// over are contents of a type that MySQL cuts when they get into another one of its
// class.
func (s *State) over(narrow, wide typeInfo) []Value {
	switch {
	case narrow.class == classTimestamp && wide.class == classTimestamp && wide.scale > narrow.scale:
		return []Value{text("2024-05-06 07:08:09.5")}
	case narrow.class == classTime && wide.class == classTime && wide.scale > narrow.scale:
		return []Value{text("07:08:09.5")}
	case narrow.fixed && !wide.fixed && narrow.class == classText && wide.class == classText:
		return []Value{text("a ")}
	case !s.lenient():
	case narrow.class == classInt && wide.class == classInt:
		if v, ok := moreWhole(narrow, wide); ok {
			return []Value{v}
		}
	case narrow.class == classText && wide.class == classText && narrow.length > 0 && narrow.length < 2000 && (wide.length == 0 || wide.length > narrow.length):
		return []Value{text(strings.Repeat("w", narrow.length+1))}
	}
	return nil
}

// newCellOf is the content of a column in its new type.
func (q *query) newCellOf(t *Table, c *Column, r *Row, i int, using sqlread.Expr) (Value, error) {
	v := r.Cells[i]
	if using != nil {
		v = q.eval(using, &scope{tables: []scopeTable{{table: t, row: r, alias: t.Name.Name}}})
		if err := q.err; err != nil {
			q.err = nil
			return v, err
		}
	}
	return q.s.coerce(v, c, t, using == nil)
}

// blame notes the row that a failure comes from.
func blame(err error, rows ...*Row) error {
	if f, ok := err.(*Failure); ok {
		f.Rows = true
		f.Seeds = append(f.Seeds, seedsOf(rows...)...)
	}
	return err
}

// castable fails for the pairs of types between which PostgreSQL has no
// assignment cast.
func (s *State) castable(t *Table, c *Column, before Attr) error {
	if s.Dialect != sqlread.PostgreSQL || c.Open {
		return nil
	}
	from, to := s.typeOf(before.text()), s.typeOf(c.Type.text())
	bad := from.class == classText && to.class != classText && to.class != classOther ||
		from.class == classBool && (to.class == classInt || to.class == classDec) ||
		from.class == classInt && to.class == classBool || from.class == classJSON && to.class == classInt
	if !bad || from.class == classOther {
		return nil
	}
	return failf("ProgrammingError", s.fold(t.Name)+"."+c.Name, "column %q cannot be cast automatically to type %s", c.Name, c.Type.text())
}

// recheck checks the constraints that a changed column is part of.
func (q *query) recheck(t *Table, i int) error {
	name := t.Columns[i].Name
	for _, k := range t.Constraints {
		cols := k.Columns
		if k.Kind == "check" {
			cols = usedColumns(k.Expr)
		}
		if k.Kind == "foreign" || k.NotValid || !slices.Contains(cols, name) {
			continue
		}
		if err := q.checkRows(t, k); err != nil {
			return err
		}
	}
	return nil
}

// columnNull is SET and DROP NOT NULL.
func (q *query) columnNull(t *Table, a *sqlread.ColumnNull) error {
	s := q.s
	t, i, err := s.mustColumn(t, a.Name)
	if err != nil {
		return err
	}
	c := t.ownColumn(i)
	object := s.fold(t.Name) + "." + c.Name
	before := c.NotNull
	c.NotNull = attr("")
	detail := "drop not null"
	if a.NotNull {
		c.NotNull = attr("yes")
		detail = "set not null"
		if err := s.noNulls(t, i); err != nil {
			return err
		}
	} else if pk := t.primary(); pk != nil && slices.Contains(pk.Columns, c.Name) && s.Tainted == "" {
		return failf("ProgrammingError", object, "column %q is in a primary key", c.Name)
	}
	if !sameText(before, c.NotNull) {
		s.emitTable(ColumnAltered, t, "column "+object, detail, detail)
	}
	return nil
}

// noNulls fails if a row has NULL in a column.
func (s *State) noNulls(t *Table, i int) error {
	for j, r := range t.Rows {
		switch {
		case r.Maybe || r.Cells[i].Kind == Anything && r.Cells[i].Tok == 0:
			s.giveUpRows("rows: " + t.Columns[i].Name + " may be NULL")
		case r.Cells[i].IsNull() && s.Dialect.IsMySQL() && (s.lenient() || strings.HasPrefix(t.Columns[i].Type.text(), "timestamp")):
			cells := slices.Clone(r.Cells) // a TIMESTAMP is the time of the statement
			if cells[i] = s.zeroValue(t.Columns[i]); s.typeOf(t.Columns[i].Type.text()).class == classTimestamp {
				cells[i] = opaque
			}
			t.setRow(j, r.with(cells))
		case r.Cells[i].IsNull():
			return &Failure{Class: "IntegrityError", Object: s.fold(t.Name) + "." + t.Columns[i].Name, Rows: true, Seeds: seedsOf(r),
				Message: "column \"" + t.Columns[i].Name + "\" of relation \"" + t.Name.String() + "\" contains null values"}
		}
	}
	return nil
}

func (s *State) columnDefault(t *Table, a *sqlread.ColumnDefault) error {
	t, i, err := s.mustColumn(t, a.Name)
	if err != nil {
		return err
	}
	c := t.ownColumn(i)
	c.Default, c.def = attr(s.canonDefault(a.Text, c.Type.text())), a.Value
	s.emitTable(ColumnAltered, t, "column "+s.fold(t.Name)+"."+c.Name, "default", "default")
	return nil
}

func (s *State) columnOption(t *Table, a *sqlread.ColumnOption) error {
	t, i, err := s.mustColumn(t, a.Name)
	if err != nil {
		return err
	}
	c := t.ownColumn(i)
	switch a.Key {
	case "identity":
		c.Identity = attr(canonIdentity(a.Value, s.typeOf(c.Type.text()).bits))
	case "generated":
		c.Generated, c.gen = attr(""), nil
	case "identity options":
		if strings.HasPrefix(a.Value, "restart") || strings.Contains(a.Value, " restart") {
			break
		}
		if id, ok := c.Identity.Known(); ok && id != "" {
			c.Identity = attr(setIdentity(id, a.Value, s.typeOf(c.Type.text()).bits))
			break
		}
		c.other("identity options", c.Other["identity options"]+a.Value+";")
	default:
		v := a.Value
		if a.Key == "storage" && v == defaultStorage(s.typeOf(c.Type.text())) || a.Key == "statistics" && (v == "-" || v == "default") {
			v = ""
		}
		if v == "" {
			delete(c.Other, a.Key)
		} else {
			c.other(a.Key, v)
		}
	}
	s.emitTable(ColumnAltered, t, "column "+s.fold(t.Name)+"."+c.Name, a.Key)
	return nil
}

// defaultStorage is how PostgreSQL stores a type unless told otherwise.
func defaultStorage(t typeInfo) string {
	switch t.class {
	case classText, classJSON, classBytes, classOther:
		return "extended"
	case classDec:
		return "main"
	}
	return "plain"
}

// narrowing is the flag of a type that holds fewer values than the old one.
func (s *State) narrowing(from, to string) string {
	a, b := s.typeOf(from), s.typeOf(to)
	switch {
	case a.class == classText && b.class == classText && b.length > 0 && (a.length == 0 || b.length < a.length):
		return "narrower"
	case a.class == classInt && b.class == classInt && (b.bits < a.bits || b.unsig && !a.unsig || a.unsig && !b.unsig && b.bits == a.bits):
		return "narrower"
	case a.class == classDec && b.class == classDec && b.prec > 0 && (a.prec == 0 || b.prec < a.prec || b.scale < a.scale):
		return "narrower"
	case a.class == classFloat && b.class == classInt, a.class == classDec && b.class == classInt, a.class == classTimestamp && b.class == classDate:
		return "narrower"
	}
	return ""
}
