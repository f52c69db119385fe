package catalog

import (
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// newToken is where the tokens of new-world rows begin.
const newToken = int32(1) << 30

// isNew reports whether a row was written between upgrade and downgrade.
func (r *Row) isNew() bool {
	for _, v := range r.Cells {
		if v.Tok >= newToken {
			return true
		}
	}
	return false
}

// NewWorld writes rows that only the new schema permits: those that an
// application may write between the upgrade and the downgrade, and with missing
// also those that it permits and the upgrade does not. It returns what each is for.
func (s *State) NewWorld(before *State, missing bool) []string {
	w := &writer{s: s, old: s.followed(before), tok: newToken}
	// Witnesses came after the state was settled, so their tables are this copy's own.
	for _, k := range s.tables.ownKeys() {
		t, o := s.tables.get(k), w.old.tables.get(k)
		if t == nil || o == nil || t.Open || len(t.Rows) == 0 || !seeded(t) {
			continue
		}
		w.table(k, t, o)
		if missing {
			w.missing(k)
		}
	}
	w.children()
	w.emptied()
	return w.why
}

// seeded reports whether a table has rows of the old world.
func seeded(t *Table) bool { return slices.ContainsFunc(t.Rows, (*Row).isOld) }

// isOld reports whether a row is a witness, or a copy of one.
func (r *Row) isOld() bool {
	if r.Seed != 0 {
		return true
	}
	for _, v := range r.Cells {
		if v.Tok != 0 && v.Tok < newToken {
			return true
		}
	}
	return false
}

// writer writes new-world rows.
type writer struct {
	s, old *State
	tok    int32
	why    []string
	deep   int // how many parents of a row are being written
}

// table writes the rows that changes of one table permit.
func (w *writer) table(k string, t, o *Table) {
	for i, c := range t.Columns {
		j := w.old.position(o, c.Name)
		if j < 0 && c.retyped { // what it was before, it may be again on the way back
			for _, v := range w.ofClass(w.s.typeOf(c.Type.text())) {
				w.write(k, map[int]Value{i: v}, k+"."+c.Name+" is as large as its type")
			}
			if c.NotNull.text() == "" {
				w.write(k, map[int]Value{i: null}, k+"."+c.Name+" is NULL")
			}
		}
		if j < 0 {
			continue
		}
		was := o.Columns[j]
		if (was == c || was.same(c)) && w.s.objects.own.n == 0 {
			continue
		}
		if was.NotNull.text() == "yes" && c.NotNull.text() == "" {
			w.write(k, map[int]Value{i: null}, k+"."+c.Name+" is NULL")
			w.write(k, map[int]Value{i: null}, k+"."+c.Name+" is NULL twice")
		}
		if w.looser(was, c) {
			w.write(k, map[int]Value{i: integer(0)}, k+"."+c.Name+" is 0")
			w.write(k, map[int]Value{i: integer(-1)}, k+"."+c.Name+" is -1")
		}
		for _, v := range w.wider(t, o, was, c) {
			w.write(k, map[int]Value{i: v}, k+"."+c.Name+" is larger than the old type")
		}
	}
	for _, c := range o.Constraints {
		if still := w.still(c, t); still {
			continue
		}
		switch c.Kind {
		case "check":
			w.violate(k, c)
		case "unique", "primary":
			w.duplicate(k, c)
		case "foreign":
			w.orphan(k, c)
		}
	}
	for _, ix := range o.Indexes {
		if ix.Unique && !ix.Open && !w.stillIndex(ix, t) {
			w.duplicate(k, ix.condition())
		}
	}
}

// condition is a unique index as a constraint: of the columns that it has to do
// with, over the rows that it holds for.
func (ix *Index) condition() *Constraint {
	c := &Constraint{Constraint: sqlread.Constraint{Kind: "unique", Name: ix.Name, Columns: usedColumns(ix.Pred), Expr: ix.Pred}}
	for _, k := range ix.Keys {
		cols := []string{k.Column}
		if k.Column == "" {
			cols = usedColumns(k.Expr)
		}
		for _, name := range cols {
			if !slices.Contains(c.Columns, name) {
				c.Columns = append(c.Columns, name)
			}
		}
	}
	return c
}

// stillIndex reports whether a unique index, or a constraint that does as much,
// is there.
func (w *writer) stillIndex(ix *Index, t *Table) bool {
	for _, x := range t.Indexes {
		if x == ix || x.Unique && (x.text() == ix.text() || x.Name == ix.Name && w.old.wrote(ix.text())) {
			return true
		}
	}
	cols := indexColumns(ix.IndexDef)
	return ix.Where == "" && cols != nil && w.still(&Constraint{Constraint: sqlread.Constraint{Kind: "unique", Columns: cols}}, t)
}

// looser reports whether the column's domain lost a constraint.
func (w *writer) looser(was, c *Column) bool {
	a, b := w.old.typeOf(was.Type.text()), w.s.typeOf(c.Type.text())
	return a.domain != nil && b.domain != nil && checkTexts(a.domain, w.old.Dialect) != checkTexts(b.domain, w.s.Dialect)
}

// still reports whether a constraint of that meaning is there.
func (w *writer) still(c *Constraint, t *Table) bool {
	for _, x := range t.Constraints {
		if x == c || x.Kind == c.Kind && (x.same(c) || x.text(w.s.Dialect) == c.text(w.s.Dialect) || x.Name == c.Name && w.old.wrote(c.text(w.s.Dialect)) && !hollow(x, c)) {
			return true
		}
	}
	for _, ix := range t.Indexes {
		if cols := indexColumns(ix.IndexDef); c.Kind == "unique" && ix.Unique && ix.Where == "" && slices.Equal(cols, c.Columns) {
			return true
		}
	}
	return false
}

// hollow reports whether a CHECK speaks of no column any more: SQLite takes a name
// in quotes for a text when the column has got another one.
func hollow(now, was *Constraint) bool {
	return now.Kind == "check" && len(usedColumns(now.Expr)) == 0 && len(usedColumns(was.Expr)) > 0
}

// violate writes a row that a dropped CHECK would refuse.
func (w *writer) violate(k string, c *Constraint) {
	t := w.s.tables.get(k)
	q := &query{s: quietState(w.s)}
	for _, name := range usedColumns(c.Expr) {
		i := w.s.position(t, name)
		if i < 0 {
			continue
		}
		for _, v := range append([]Value{integer(-1), integer(0), text("zz new"), integer(1 << 20)}, q.literalsIn(c.Expr)...) {
			x, msg := w.s.convert(v, w.s.typeOf(t.Columns[i].Type.text()), false)
			if msg != "" {
				continue
			}
			n := len(w.why)
			if r := w.sample(t, map[int]Value{i: x}); r != nil && q.checkRow(t, c, r) != nil {
				w.write(k, map[int]Value{i: x}, "a row violates the old "+c.Name)
			}
			if len(w.why) > n {
				return
			}
		}
	}
}

// duplicate writes rows with the same key, for which the condition of the key
// holds if it has one.
func (w *writer) duplicate(k string, c *Constraint) {
	t := w.s.tables.get(k)
	first := t.Rows[0]
	if c.Expr != nil {
		if first = w.sample(t, nil); first == nil {
			return
		}
		sd := &seeder{s: w.s}
		if !sd.satisfy(&query{s: quietState(w.s)}, t, &Constraint{Constraint: sqlread.Constraint{Kind: "check", Expr: c.Expr}}, first) {
			return
		}
	}
	set := map[int]Value{}
	for _, name := range c.Columns {
		i := w.s.position(t, name)
		if i < 0 || i >= len(first.Cells) || first.Cells[i].IsNull() && c.Expr == nil {
			return
		}
		set[i] = first.Cells[i].derived()
	}
	why := "two rows have the same " + strings.Join(c.Columns, ", ")
	w.write(k, set, why)
	w.write(k, set, why)
	for i, v := range set {
		if v.Kind == Text && (v.S != strings.ToUpper(v.S) || v.S != strings.ToLower(v.S)) {
			set[i] = text(otherLetters(v.S)) // the same to an expression, perhaps
		}
	}
	w.write(k, set, why)
}

// otherLetters is a text in capitals, or without.
func otherLetters(s string) string {
	if up := strings.ToUpper(s); up != s {
		return up
	}
	return strings.ToLower(s)
}

// sample is a copy of a witness with other keys and some contents set.
func (w *writer) sample(t *Table, set map[int]Value) *Row {
	i := slices.IndexFunc(t.Rows, (*Row).isOld)
	if i < 0 {
		return nil
	}
	r := &Row{Cells: slices.Clone(t.Rows[i].Cells)}
	for j, c := range t.Columns {
		if unique, single := keyRole(t, t.keys(), c.Name); unique {
			switch f, _ := foreignKeyOf(t, c.Name); {
			case f == nil, !w.s.checksKeys():
				r.Cells[j] = w.fresh(t, c, j)
			case single:
				r.Cells[j] = w.parent(t, f, r.Cells[j])
			}
		}
		r.Cells[j] = r.Cells[j].derived()
	}
	q := &query{s: quietState(w.s)}
	for _, c := range t.Constraints {
		if c.Kind == "check" {
			(&seeder{s: w.s}).satisfy(q, t, c, r)
		}
	}
	for j, v := range set {
		r.Cells[j] = v
	}
	return r
}

// parent is the key of a new row of the table that a foreign key over one column
// references; what it was where there can be none.
func (w *writer) parent(t *Table, f *Constraint, was Value) Value {
	k := w.s.fold(f.RefTable)
	p := w.s.tables.get(k)
	if p == nil || p.Open || k == w.s.fold(t.Name) || len(f.Columns) != 1 || len(f.RefColumns) != 1 || w.deep > maxParents {
		return was
	}
	i := w.s.position(p, f.RefColumns[0])
	if i < 0 {
		return was
	}
	w.deep++
	defer func() { w.deep-- }()
	key := w.fresh(p, p.Columns[i], i)
	n := len(p.Rows)
	w.write(k, map[int]Value{i: key}, "")
	if p = w.s.tables.get(k); len(p.Rows) == n {
		return was
	}
	return p.Rows[n].Cells[i]
}

// maxParents is how far parents of new rows are followed.
const maxParents = 3

// fresh is a content for a key that no row has.
func (w *writer) fresh(t *Table, c *Column, j int) Value {
	ti := w.s.typeOf(c.Type.text())
	switch ti.class {
	case classInt, classDec, classFloat:
		return integer(int64(t.nextNumber(j) + 40))
	case classText:
		v, _ := w.s.convert(text("new "+itoa(len(w.why)+1)), ti, true)
		return v
	}
	return rawContent(ti, len(t.Rows)+20, len(t.Rows)+20, true)
}

// write adds a row if the new schema permits it. A key that has too few contents
// for one more is left empty where it may be.
func (w *writer) write(k string, set map[int]Value, why string) {
	t := w.s.edit(w.s.tables.get(k))
	r := w.sample(t, set)
	if r == nil {
		return
	}
	q := &query{s: quietState(w.s)}
	w.apart(q, t, r, set)
	for j := range r.Cells {
		w.tok++
		r.Cells[j].Tok = w.tok
	}
	for j, c := range t.Columns {
		if w.s.domainRefuses(r.Cells[j], w.s.typeOf(c.Type.text())) != "" {
			return
		}
	}
	if !q.stray(t, r) && q.insertRow(t, r, &sqlread.Insert{}, &Result{}) == nil && why != "" {
		w.why = append(w.why, why)
	}
}

// apart gives a row other keys than those that there are, where its set contents
// leave a choice.
func (w *writer) apart(q *query, t *Table, r *Row, set map[int]Value) {
	keys := w.s.tableKeys(t)
	old, key := q.conflict(t, keys, r)
	if old == nil {
		return
	}
	for _, name := range key.Columns {
		i := w.s.position(t, name)
		if _, given := set[i]; given || i < 0 {
			continue
		}
		was := r.Cells[i]
		var list []Value
		if f, _ := foreignKeyOf(t, name); f == nil || !w.s.checksKeys() {
			list = append(list, w.fresh(t, t.Columns[i], i))
		}
		for _, other := range t.Rows {
			list = append(list, cellAt(other, i).derived())
		}
		if t.Columns[i].NotNull.text() == "" && !w.s.inPrimary(t, name) {
			list = append(list, null)
		}
		for _, v := range list {
			r.Cells[i] = v
			if old, _ := q.conflict(t, keys, r); old == nil && !slices.ContainsFunc(t.Constraints, func(c *Constraint) bool { return c.Kind == "check" && q.checkRow(t, c, r) != nil }) {
				return
			}
		}
		r.Cells[i] = was
	}
}

// isKey reports whether a column is part of a key of any kind.
func isKey(t *Table, name string) bool {
	return slices.ContainsFunc(t.keys(), func(k *Constraint) bool { return slices.Contains(k.Columns, name) })
}

// children writes rows that reference rows which the upgrade inserted.
func (w *writer) children() {
	for _, k := range w.s.tables.ownKeys() {
		t := w.s.tables.get(k)
		if t == nil || w.old.tables.get(k) == nil || t.Open || !seeded(t) {
			continue
		}
		for _, c := range t.Constraints {
			if c.Kind != "foreign" || len(c.Columns) != 1 {
				continue
			}
			p := w.s.tables.get(w.s.fold(c.RefTable))
			if p == nil || w.old.tables.get(w.s.fold(c.RefTable)) == nil || len(c.RefColumns) == 0 {
				continue
			}
			j, i := w.s.position(p, c.RefColumns[0]), w.s.position(t, c.Columns[0])
			for _, r := range p.Rows {
				if !r.isOld() && !r.isNew() && j >= 0 && i >= 0 && !w.hadRow(p, r, j) {
					w.write(k, map[int]Value{i: r.Cells[j]}, "a row of "+k+" references a row that the upgrade inserted")
					break
				}
			}
		}
	}
}

// seed puts witnesses of the schema of now into a table.
func (w *writer) seed(k string) {
	sd := &seeder{s: w.s, how: Seeding{Level: Awkward}, tok: 1, made: map[string]bool{}, plain: map[string]*Table{}}
	sd.table(k)
}

// missing writes rows with the contents that the upgrade could not stand.
func (w *writer) missing(k string) {
	t := w.s.edit(w.s.tables.get(k))
	rows := t.Rows
	t.Rows = nil
	w.seed(k)
	t = w.s.edit(w.s.tables.get(k))
	fresh := t.Rows
	t.Rows = rows
	for _, r := range fresh {
		set := map[int]Value{}
		for i, c := range t.Columns {
			// A document keeps the form that the rows of now have: an application
			// writes no other. None at all is no other form.
			f, _ := foreignKeyOf(t, c.Name)
			document := w.s.typeOf(c.Type.text()).class == classJSON && len(rows) > 0 && !r.Cells[i].IsNull()
			key := isKey(t, c.Name) && !(r.Cells[i].IsNull() && !w.s.inPrimary(t, c.Name)) // NULL is apart from all
			if f == nil && !key && c.Generated.text() == "" && !document {
				set[i] = r.Cells[i].derived()
			}
		}
		w.write(k, set, "a row of "+k+" as it is now")
	}
}

// emptied writes rows into tables that have none, as the rules of now permit
// them: new tables, and those whose old rows the upgrade removed or cannot stand.
func (w *writer) emptied() {
	q := &query{s: quietState(w.s)}
	for _, k := range w.s.tables.ownKeys() {
		t := w.s.tables.get(k)
		if t == nil || t.Open || len(t.Rows) > 0 || t == w.old.tables.get(k) {
			continue
		}
		w.seed(k)
		t = w.s.edit(w.s.tables.get(k))
		t.Rows = slices.DeleteFunc(t.Rows, func(r *Row) bool {
			return slices.ContainsFunc(t.Constraints, func(c *Constraint) bool { return c.Kind == "foreign" && q.checkReference(t, c, r) != nil })
		})
		for _, r := range t.Rows {
			r.Seed = 0
			for j := range r.Cells {
				w.tok++
				r.Cells[j].Tok, r.Cells[j].via = w.tok, nil
			}
		}
		if len(t.Rows) > 0 {
			w.why = append(w.why, "a row of "+k+" as it is now")
		}
	}
}

// hadRow reports whether the old world had a row with that key.
func (w *writer) hadRow(p *Table, r *Row, j int) bool {
	o := w.old.tables.get(w.s.fold(p.Name))
	if o == nil {
		return false
	}
	i := w.old.position(o, p.Columns[j].Name)
	for _, x := range o.Rows {
		if i >= 0 && i < len(x.Cells) && x.Cells[i].key() == r.Cells[j].key() {
			return true
		}
	}
	return false
}
