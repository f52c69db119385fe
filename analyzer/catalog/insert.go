package catalog

import (
	"bytes"
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// insert is INSERT and REPLACE.
func (q *query) insert(st *sqlread.Insert) (*Result, error) {
	s := q.s
	t, done, err := q.target(st.Table, st.With)
	if t == nil {
		return done, err
	}
	cols, err := q.insertColumns(t, st)
	if err != nil {
		return nil, err
	}
	t = s.tables.get(s.fold(t.Name))
	rows, origins := [][]Value{{}}, [][]int32(nil)
	if st.Query != nil {
		r, err := q.run(st.Query, nil)
		if err != nil {
			return nil, err
		}
		if r.Unknown != "" && !t.New {
			s.giveUpRows("rows: " + r.Unknown)
		}
		rows, origins = r.Rows, r.Origins
		if len(rows) > 0 && len(rows[0]) != len(cols) && !t.Open {
			if st.Columns != nil || len(rows[0]) > len(cols) {
				return nil, failf("ProgrammingError", t.Name.String(), "INSERT has %d expressions for %d columns", len(rows[0]), len(cols))
			}
			cols = cols[:len(rows[0])]
		}
	}
	t = s.edit(s.tables.get(s.fold(t.Name)))
	res := &Result{}
	q.ignoring = st.Ignore && s.Dialect.IsMySQL()
	defer func() { q.ignoring = false }()
	for i, row := range rows {
		r, err := q.newRow(t, cols, row)
		if err != nil {
			return nil, q.blameOrigins(err, t, cols, rows, origins)
		}
		if i < len(origins) && len(origins[i]) > 0 {
			r.From = origins[i][0]
		}
		if err := q.insertRow(t, r, st, res); err != nil {
			if k, _ := s.WitnessTable(r.From); k != "" {
				q.suggest(t, k)
			}
			return nil, err
		}
		t = s.tables.get(s.fold(t.Name))
	}
	flag := ""
	if st.Replace {
		flag = "replace"
	}
	s.emitRows(RowsInserted, t, "table "+s.fold(t.Name), res.rows, flag)
	res.Affected = len(rows)
	return res, q.err
}

// blameOrigins names the witnesses whose copies a table does not take, all of them.
func (q *query) blameOrigins(err error, t *Table, cols []int, rows [][]Value, origins [][]int32) error {
	f, ok := err.(*Failure)
	if !ok || !f.Rows || len(origins) != len(rows) {
		return err
	}
	c := *f
	for i, row := range rows {
		if _, err := q.newRow(t, cols, row); err != nil && len(origins[i]) > 0 {
			c.Seeds = append(c.Seeds, origins[i][0])
		}
	}
	c.Each = len(c.Seeds) > 0
	return &c
}

// insertColumns gives the positions that values go to.
func (q *query) insertColumns(t *Table, st *sqlread.Insert) ([]int, error) {
	s := q.s
	var cols []int
	if st.Columns == nil {
		for i, c := range t.Columns {
			if c.Generated.text() == "" {
				cols = append(cols, i)
			}
		}
		return cols, nil
	}
	for _, name := range st.Columns {
		u, i, err := s.mustColumn(t, name)
		if err != nil {
			return nil, err
		}
		t = u
		c := t.Columns[i]
		if c.Generated.text() != "" {
			return nil, failf("OperationalError", s.fold(t.Name)+"."+name, "cannot insert into generated column %q", name)
		}
		cols = append(cols, i)
	}
	return cols, nil
}

// newRow fills a row with values and defaults.
func (q *query) newRow(t *Table, cols []int, row []Value) (*Row, error) {
	s := q.s
	cells := make([]Value, len(t.Columns))
	given := make([]bool, len(t.Columns))
	for i, v := range row {
		if i >= len(cols) || cols[i] >= len(cells) {
			break
		}
		w, err := s.coerce(v, t.Columns[cols[i]], t, true)
		switch {
		case err != nil && q.ignoring:
			w = opaque // something near it
		case err != nil:
			return nil, err
		}
		cells[cols[i]], given[cols[i]] = w, true
	}
	for i, c := range t.Columns {
		if !given[i] {
			v, err := q.defaultCell(t, c, i)
			if err != nil {
				return nil, err
			}
			cells[i] = v
		}
		if n, ok := asNumber(cells[i]); ok && cells[i].Kind == Int && n.Num().IsInt64() {
			t.counter = max(t.counter, int(min(n.Num().Int64(), 1<<40)))
		}
		if cells[i].IsNull() && c.NotNull.text() == "yes" && (q.ignoring || !given[i] && s.lenient()) {
			cells[i] = s.zeroValue(c)
		}
		if cells[i].IsNull() && c.NotNull.text() == "yes" && c.Generated.text() == "" {
			return nil, &Failure{Class: "IntegrityError", Object: s.fold(t.Name) + "." + c.Name, Rows: len(row) > 0 && given[i],
				Message: "null value in column \"" + c.Name + "\" of relation \"" + t.Name.String() + "\" violates not-null constraint"}
		}
	}
	return &Row{Cells: cells}, nil
}

// defaultCell is what a column gets when an INSERT leaves it out.
func (q *query) defaultCell(t *Table, c *Column, i int) (Value, error) {
	s := q.s
	switch {
	case c.Generated.text() != "":
		return opaque, nil
	case c.seq != "", c.Identity.text() != "", c.AutoInc.text() != "", s.rowID(t, c), s.serialByUse(t, c):
		return integer(int64(t.nextNumber(i))), nil
	case c.def == nil:
		if _, ok := c.Default.Known(); !ok {
			return anything, nil
		}
		if ti := s.typeOf(c.Type.text()); s.Dialect.IsMySQL() && c.NotNull.text() != "" && ti.class == classEnum && !ti.set && len(ti.labels) > 0 {
			return text(ti.labels[0]), nil
		}
		return null, nil
	}
	return s.coerce(q.eval(c.def, nil), c, t, true)
}

// nextNumber is one more than the largest number of a column.
func (t *Table) nextNumber(i int) int {
	if len(t.Rows) >= manyRows && t.unique != nil {
		return t.unique.largest(t, i) + 1
	}
	return largest(t.Rows, i, 0) + 1
}

// largest is the largest number of a column in rows, at least m.
func largest(rows []*Row, i, m int) int {
	for _, r := range rows {
		if i < len(r.Cells) && r.Cells[i].Kind == Int && r.Cells[i].N.Num().IsInt64() {
			m = max(m, int(r.Cells[i].N.Num().Int64()))
		}
	}
	return m
}

// rowID is SQLite's INTEGER PRIMARY KEY.
func (s *State) rowID(t *Table, c *Column) bool {
	pk := t.primary()
	return s.Dialect == sqlread.SQLite && pk != nil && len(pk.Columns) == 1 && s.sameName(pk.Columns[0], c.Name) && c.Type.text() == "integer"
}

// serialByUse is a default that draws from a sequence.
func (s *State) serialByUse(t *Table, c *Column) bool {
	call, ok := c.def.(*sqlread.Call)
	return ok && call.Name == "nextval"
}

// insertRow adds a row, or does what the statement says about conflicts.
func (q *query) insertRow(t *Table, r *Row, st *sqlread.Insert, res *Result) error {
	s := q.s
	old, c := q.conflict(t, s.tableKeys(t), r)
	if old == nil {
		old, c = q.partialConflict(t, r)
	}
	if old != nil {
		switch {
		case st.Replace:
			if err := q.deleteRows(t, []*Row{old}, false); err != nil {
				return err
			}
			t = s.edit(s.tables.get(s.fold(t.Name)))
			return q.insertRow(t, r, st, res)
		case st.Ignore || st.DoNothing:
			return nil
		case st.OnConflict:
			return q.onConflict(t, r, old, st)
		default:
			f := &Failure{Class: "IntegrityError", Object: s.fold(t.Name) + "." + c.Name, Rows: true, Seeds: seedsOf(old),
				Message: s.duplicate(t, c)}
			return f
		}
	}
	for _, c := range t.Constraints {
		switch c.Kind {
		case "check":
			if err := q.checkRow(t, c, r); err != nil {
				if q.ignoring && keepsReferences(t.Options["engine"]) { // InnoDB
					return nil
				}
				return err
			}
		case "foreign":
			t.Rows = append(t.Rows, r)
			err := q.checkReference(t, c, r)
			t.Rows = t.Rows[:len(t.Rows)-1]
			if err != nil && q.ignoring {
				return nil
			}
			if err != nil && !c.Deferred {
				return err
			}
		}
	}
	t.Rows = append(t.Rows, r)
	res.rows = append(res.rows, r)
	s.deferInsert(t, r)
	if len(st.Returning) > 0 {
		q.returning(res, st.Returning, t, r)
	}
	return nil
}

// tableKey is a key of a table, and where its columns are.
type tableKey struct {
	*Constraint
	n  int // its number among all keys of the table
	at []int
}

// tableKeys are the keys of a table that can be compared: a condition, or a
// column that is not there, leaves one out.
func (s *State) tableKeys(t *Table) []tableKey {
	keys := t.keys()
	out := make([]tableKey, 0, len(keys))
	for n, c := range keys {
		if at := s.positions(t, c.Columns); c.Expr == nil && !slices.Contains(at, -1) {
			out = append(out, tableKey{c, n, at})
		}
	}
	return out
}

// conflict finds a row with the same key.
func (q *query) conflict(t *Table, keys []tableKey, r *Row) (*Row, *Constraint) {
	var room, other [64]byte
	for _, key := range keys {
		k, ok := q.appendUniqueKey(room[:0], r, key.at, key.Constraint)
		if !ok {
			continue
		}
		if bytes.Contains(k, []byte("?"+moment)) {
			q.sameMoment(t, k, key)
			continue
		}
		if len(t.Rows) >= manyRows {
			if t.unique == nil {
				t.unique = &keyCache{}
			}
			if old := q.rowKeys(t, key.n, key.Constraint, key.at).find(string(k)); old != nil {
				return old, key.Constraint
			}
			continue
		}
		for _, old := range t.Rows {
			if o, ok := q.appendUniqueKey(other[:0], old, key.at, key.Constraint); ok && bytes.Equal(o, k) {
				return old, key.Constraint
			}
		}
	}
	return nil, nil
}

// partialConflict finds a row with the same key in an index that holds some rows only.
func (q *query) partialConflict(t *Table, r *Row) (*Row, *Constraint) {
	for _, c := range t.keys() {
		at := q.s.positions(t, c.Columns)
		if c.Expr == nil || slices.Contains(at, -1) || !q.holds(t, c, r) {
			continue
		}
		k, ok := q.appendUniqueKey(nil, r, at, c)
		if !ok || bytes.Contains(k, []byte("?"+moment)) {
			continue
		}
		for _, old := range t.Rows {
			if o, ok := q.appendUniqueKey(nil, old, at, c); ok && bytes.Equal(o, k) && q.holds(t, c, old) {
				return old, c
			}
		}
	}
	return nil, nil
}

// holds reports whether the condition of an index certainly holds for a row.
func (q *query) holds(t *Table, c *Constraint, r *Row) bool {
	sub := &query{s: quietState(q.s)}
	return truthOf(sub.eval(c.Expr, &scope{tables: tuple{{alias: t.Name.Name, table: t, row: r}}})) == True && sub.err == nil
}

// moment tells the time of a statement from other contents of its column.
const moment = "the moment"

// sameMoment gives up where two rows have the times at which they were written for
// a key: whether these are equal is up to the clock.
func (q *query) sameMoment(t *Table, k []byte, key tableKey) {
	for _, old := range t.Rows {
		if o, ok := q.appendUniqueKey(nil, old, key.at, key.Constraint); ok && bytes.Equal(o, k) {
			q.s.giveUpRows("rows: whether two rows of " + q.s.fold(t.Name) + " are written at the same moment")
			return
		}
	}
}

// keys lists primary key, unique constraints and plain unique indexes.
func (t *Table) keys() []*Constraint {
	var out []*Constraint
	for _, c := range t.Constraints {
		if c.Kind == "primary" || c.Kind == "unique" {
			out = append(out, c)
		}
	}
	for _, ix := range t.Indexes {
		if !ix.Unique {
			continue
		}
		if cols := indexColumns(ix.IndexDef); cols != nil {
			out = append(out, &Constraint{Constraint: sqlread.Constraint{Kind: "unique", Name: ix.Name, Columns: cols, Expr: ix.Pred}})
		}
	}
	return out
}

// onConflict is DO UPDATE and ON DUPLICATE KEY UPDATE.
func (q *query) onConflict(t *Table, r, old *Row, st *sqlread.Insert) error {
	sc := &scope{tables: tuple{
		{alias: first(st.Alias, t.Name.Name), table: t, row: old},
		{alias: "excluded", table: t, row: r},
	}}
	if st.SetWhere != nil && truthOf(q.eval(st.SetWhere, sc)) != True {
		return nil
	}
	next, err := q.assign(t, old, st.Set, sc)
	if err != nil {
		return err
	}
	for i, x := range t.Rows {
		if x == old {
			t.setRow(i, next)
			q.s.deferUpdate(t, t.Rows, old, next)
		}
	}
	return nil
}

// returning adds a row to the result.
func (q *query) returning(res *Result, items []sqlread.Item, t *Table, r *Row) {
	sc := &scope{tables: tuple{{alias: t.Name.Name, table: t, row: r}}}
	items, _ = q.expandItems(items, sc.tables)
	if res.Columns == nil {
		for _, it := range items {
			res.Columns = append(res.Columns, itemName(it))
			res.Types = append(res.Types, q.exprType(it.X, sc.tables))
		}
	}
	var row []Value
	for _, it := range items {
		row = append(row, q.eval(it.X, sc))
	}
	res.Rows = append(res.Rows, row)
}

// duplicate is what the database says of a second row with the same key.
func (s *State) duplicate(t *Table, c *Constraint) string {
	if s.Dialect == sqlread.SQLite {
		columns := make([]string, len(c.Columns))
		for i, n := range c.Columns {
			columns[i] = t.Name.String() + "." + n
		}
		return "UNIQUE constraint failed: " + strings.Join(columns, ", ")
	}
	return "duplicate key value violates unique constraint \"" + c.Name + "\""
}
