package catalog

import (
	"slices"

	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// Level is how awkward witnesses are.
type Level uint8

// The levels.
const (
	// Empty tables hold only what migrations put there.
	Empty Level = iota
	// Mild witnesses have no NULL and no duplicates.
	Mild
	// Distinct witnesses have NULL and no duplicates.
	Distinct
	// Awkward witnesses have what the schema permits.
	Awkward
)

// Seeding says which witnesses to make.
type Seeding struct {
	Level  Level
	Tables map[string]bool    // keys of the tables concerned
	Extra  map[string][]Value // further contents by "table.column"
	Except map[int32]bool     // witnesses withdrawn
	// Salted gives each column contents that no other has, but for those that
	// reference it: then nothing comes back because it is found elsewhere.
	Salted bool
	// Documents are the tables that get further witnesses, with JSON in their text
	// columns; Vague those that get one with free contents that nobody knows.
	Documents, Vague map[string]bool
}

// rowsPerTable is the number of witnesses of a table, besides those for extra contents.
const rowsPerTable = 6

// seeder makes witnesses.
type seeder struct {
	s     *State
	how   Seeding
	tok   int32
	made  map[string]bool   // tables that got new witnesses
	plain map[string]*Table // tables before they got any
	known map[*Table]*tableRoles
}

// Seed puts witnesses into tables, and returns how many tables there are to put
// them into. It is a pure function of the schema and of what it is told.
func (s *State) Seed(how Seeding) int {
	if how.Level == Empty {
		return 0
	}
	for _, k := range sortedKeys(how.Tables) {
		if t := s.world.tables[k]; t != nil {
			s.Table(t.Name) // what is assumed has rows as well
		}
	}
	s.salted = how.Salted
	sd := &seeder{s: s, how: how, tok: s.world.tokens, made: map[string]bool{}, plain: map[string]*Table{}}
	keys := s.Closure(how.Tables)
	for _, k := range keys {
		sd.plain[k] = s.tables.get(k)
	}
	for _, k := range keys {
		if rows, ok := sd.cached(k, s.tables.get(k)); ok {
			sd.install(k, s.tables.get(k), rows)
			continue
		}
		sd.made[k] = true
		sd.table(k)
	}
	sd.removeOrphans()
	sd.keep()
	if s.world.tokens = sd.tok; sd.tok > newToken/2 {
		s.world.tokens, s.world.seeded = 0, nil
	}
	return len(keys)
}

// Closure adds the partitions and the parents of tables, and lists all in order.
//
// Why not the parents' parents: nothing looks at the rows of a parent but those
// that reference them, so that they need no parents of their own.
func (s *State) Closure(tables map[string]bool) []string {
	all := map[string]bool{}
	add := func(k string) {
		t := s.tables.get(k)
		if t == nil {
			return
		}
		all[k] = true
		for _, c := range t.Constraints {
			if r := s.fold(c.RefTable); c.Kind == "foreign" && s.tables.get(r) != nil {
				all[r] = true
			}
		}
	}
	for k := range tables {
		add(k)
		for _, p := range s.tablesBy(byParent, k) {
			add(p)
		}
	}
	return sortedKeys(all)
}

// Children adds to a set the tables that reference one of it, transitively.
func (s *State) Children(tables map[string]bool) {
	todo := sortedKeys(tables)
	for len(todo) > 0 {
		k := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		for _, child := range s.referencing(k) {
			if !tables[child] {
				tables[child] = true
				todo = append(todo, child)
			}
		}
	}
}

// table makes the witnesses of one table.
func (sd *seeder) table(k string) {
	s := sd.s
	t := s.edit(s.tables.get(k))
	if t.Options["partition by"] != "" {
		return
	}
	n := rowsPerTable
	extra := sd.extras(k, t)
	n += len(extra)
	q := &query{s: quietState(s)}
	rules := &witnessRules{sd.roles(t), s.tableKeys(t)}
	rows, cells := make([]Row, n), make([]Value, n*len(t.Columns))
	t.Rows = slices.Grow(t.Rows, n)
	for i := range n {
		id := s.seedID(k, i)
		if sd.how.Except[id] {
			continue
		}
		r := &rows[i]
		r.Seed = id
		r.Cells, cells = cells[:len(t.Columns):len(t.Columns)], cells[len(t.Columns):]
		for j := range t.Columns {
			r.Cells[j] = sd.cell(t, rules.tableRoles, j, i)
		}
		if t.Open {
			sd.assumed(k, t, r, i < rowsPerTable)
		}
		if i >= rowsPerTable {
			e := extra[i-rowsPerTable]
			r.Cells[e.column] = e.value
		}
		if !t.Open && !sd.legal(q, t, r, rules) {
			continue
		}
		sd.mark(t, r)
		t.Rows = append(t.Rows, r)
	}
	sd.furtherWitnesses(q, k, t, rules)
}

func quietState(s *State) *State {
	c := *s
	c.Log = nil
	return &c
}

// seedID is a stable number for the nth witness of a table.
func (s *State) seedID(k string, n int) int32 {
	if s.world.seeds == nil {
		s.world.seeds = map[string][]int32{}
	}
	ids := s.world.seeds[k]
	if n < len(ids) && ids[n] != 0 {
		return ids[n]
	}
	for len(ids) <= n {
		ids = append(ids, 0)
	}
	s.world.numbered++
	ids[n] = s.world.numbered
	s.world.seeds[k] = ids
	return ids[n]
}

// extraCell is a content that one further witness has.
type extraCell struct {
	column int
	value  Value
}

// extras lists the contents that scripts compare columns of the table with.
func (sd *seeder) extras(k string, t *Table) []extraCell {
	if len(sd.how.Extra) == 0 {
		return nil
	}
	var out []extraCell
	for i, c := range t.Columns {
		ti := sd.s.typeOf(c.Type.text())
		for _, v := range sd.how.Extra[k+"."+c.Name] {
			w, msg := sd.s.convert(v, ti, false)
			if msg != "" || !w.Known() || c.Generated.text() != "" {
				continue
			}
			out = append(out, extraCell{i, w.derived()})
		}
	}
	if len(out) > 8 {
		out = out[:8]
	}
	return out
}

// witnessRules are what a witness of a table must satisfy.
type witnessRules struct {
	*tableRoles
	keys []tableKey
}

// legal makes a row satisfy the constraints, if it can.
func (sd *seeder) legal(q *query, t *Table, r *Row, rules *witnessRules) bool {
	if !sd.satisfyAll(q, t, r) {
		return false
	}
	for _, c := range t.Constraints {
		if c.Kind == "exclude" && len(t.Rows) > 0 {
			for j, col := range t.Columns {
				if !containsWord(c.Keys, col.Name) {
					continue
				}
				if col.NotNull.text() != "" {
					return false
				}
				r.Cells[j] = null
			}
		}
	}
	for j := range t.Columns {
		if sd.s.domainRefuses(r.Cells[j], sd.role(rules.tableRoles, j).info) != "" {
			return false
		}
	}
	return sd.apart(q, t, r, rules)
}

// satisfyAll changes a row until every CHECK holds, which may take a second round
// where one asks for what another forbids.
func (sd *seeder) satisfyAll(q *query, t *Table, r *Row) bool {
	for range 3 {
		for _, c := range t.Constraints {
			if c.Kind == "check" && !sd.satisfy(q, t, c, r) {
				return false
			}
		}
		if !slices.ContainsFunc(t.Constraints, func(c *Constraint) bool { return c.Kind == "check" && q.checkRow(t, c, r) != nil }) {
			return true
		}
	}
	return false
}

// literalsIn lists the literals of an expression, and the numbers beside them.
func (q *query) literalsIn(x sqlread.Expr) []Value {
	var out []Value
	sqlread.Walk(x, func(e sqlread.Expr) {
		l, ok := e.(*sqlread.Lit)
		if !ok || l.Kind == sqlread.Null {
			return
		}
		v := literalValue(l)
		if out = append(out, v); v.numeric() {
			out = append(out, q.arithmetic("+", v, integer(1)), q.arithmetic("-", v, integer(1)))
		}
	})
	return out
}

// satisfy changes single cells until a CHECK holds.
func (sd *seeder) satisfy(q *query, t *Table, c *Constraint, r *Row) bool {
	holds := func() bool { return q.checkRow(t, c, r) == nil }
	if holds() {
		return true
	}
	return sd.change(q, t, c, r, func() bool {
		return holds() && !slices.ContainsFunc(t.Constraints, func(o *Constraint) bool { return o.Kind == "check" && q.checkRow(t, o, r) != nil })
	}) || sd.change(q, t, c, r, holds)
}

// change tries other contents for single cells that a CHECK speaks of.
func (sd *seeder) change(q *query, t *Table, c *Constraint, r *Row, holds func() bool) bool {
	lits := append(q.literalsIn(c.Expr), integer(1), integer(0), integer(2), text("x"), null)
	for _, name := range usedColumns(c.Expr) {
		i := sd.s.position(t, name)
		if i < 0 {
			return false
		}
		old := r.Cells[i]
		col := t.Columns[i]
		for _, v := range append(sd.referenced(t, name), lits...) {
			w, msg := sd.s.convert(v, sd.s.typeOf(col.Type.text()), false)
			if msg != "" || w.IsNull() && col.NotNull.text() != "" {
				continue
			}
			r.Cells[i] = w
			if holds() {
				return true
			}
		}
		r.Cells[i] = old
	}
	return false
}

// referenced lists what a column may reference; nil if it is no key of its own.
func (sd *seeder) referenced(t *Table, name string) []Value {
	f, _ := foreignKeyOf(t, name)
	if f == nil || len(f.Columns) != 1 || len(f.RefColumns) != 1 {
		return nil
	}
	p := sd.s.tables.get(sd.s.fold(f.RefTable))
	if p == nil || p == t {
		return nil
	}
	var out []Value
	if i := sd.s.position(p, f.RefColumns[0]); i >= 0 {
		for _, r := range p.Rows {
			if v := cellAt(r, i); v.Known() && !v.IsNull() {
				out = append(out, v.derived())
			}
		}
	}
	return append(out, null) // rather none than one that is not there
}

// partitionKey is the content that puts a row into a partition: the lower end
// of its bound.
func (sd *seeder) partitionKey(t *Table, c *Column) (Value, bool) {
	if t.Partition == "" {
		return null, false
	}
	p := sd.s.tables.get(t.Partition)
	if p == nil || !containsWord(p.Options["partition by"], c.Name) {
		return null, false
	}
	for _, tok := range sqlread.Tokens(t.Options["partition"], sd.s.Dialect) {
		switch tok.Kind {
		case sqlread.String:
			return text(tok.Value), true
		case sqlread.Number:
			if n, ok := parseNumber(tok.Value); ok {
				return Value{Kind: Int, N: n}, true
			}
		}
	}
	return opaque, true
}

// defaultContent is the column's default when it is a literal.
func (sd *seeder) defaultContent(c *Column, t *Table) (Value, bool) {
	l, ok := c.def.(*sqlread.Lit)
	if !ok || l.Kind == sqlread.Null {
		return null, false
	}
	v, err := sd.s.coerce(literalValue(l), c, t, true)
	return v, err == nil && v.Known()
}

func (sd *seeder) domainContent(ti typeInfo, n int) Value {
	q := &query{s: quietState(sd.s)}
	base := ti
	base.domain = nil
	for i := range 4 {
		v := rawContent(base, n+i, n, false)
		ok := true
		for _, c := range ti.domain.Checks {
			ok = ok && q.domainCheck(c.Expr, v) != False
		}
		if ok {
			w, _ := sd.s.convert(v, base, false)
			return w
		}
	}
	return null
}
