package catalog

import (
	"slices"
	"sync"
)

// manyRows is how many rows a table has before their keys are kept: migrations
// insert one row after another, and each is compared with all before it.
const manyRows = 16

// rowKeys are the keys of rows under one unique constraint. It is never changed;
// a table whose rows grew gets another one.
type rowKeys struct {
	rows  []*Row // whose keys these are
	at    []int  // the positions of the columns
	nulls bool   // NULLs are equal
	first trie[*Row]
}

// keyCache has the last keys of a table by the number of the constraint, and the
// largest number of a column. All copies of the table share it, until one of
// them replaces a row.
type keyCache struct {
	sync.Mutex
	by      []*rowKeys
	numbers map[int]largestNumber
}

// largestNumber is the largest number that some rows have.
type largestNumber struct {
	rows []*Row
	n    int
}

// setRow replaces a row.
func (t *Table) setRow(i int, r *Row) {
	t.Rows[i] = r
	t.unique = nil // it may remember this very list
}

// extends reports whether a table has some rows, and further ones behind them.
// Rows are replaced, never changed: what was learnt of them still holds.
func (t *Table) extends(rows []*Row) bool {
	return len(rows) <= len(t.Rows) && slices.Equal(rows, t.Rows[:len(rows)])
}

// largest is the largest number of a column.
func (k *keyCache) largest(t *Table, i int) int {
	k.Lock()
	defer k.Unlock()
	old := k.numbers[i]
	if !t.extends(old.rows) {
		old = largestNumber{}
	}
	if k.numbers == nil {
		k.numbers = map[int]largestNumber{}
	}
	now := largestNumber{t.Rows[:len(t.Rows):len(t.Rows)], largest(t.Rows[len(old.rows):], i, old.n)}
	k.numbers[i] = now
	return now.n
}

// find is the first row with a key, nil if there is none.
func (k *rowKeys) find(key string) *Row {
	if l := k.first.leaf(hashOf(key), key); l != nil {
		return l.value
	}
	return nil
}

// rowKeys gives the keys of a table's rows under its nth unique constraint.
func (q *query) rowKeys(t *Table, n int, c *Constraint, at []int) *rowKeys {
	next := &rowKeys{at: at, nulls: c.Nulls}
	t.unique.Lock()
	defer t.unique.Unlock()
	for len(t.unique.by) <= n {
		t.unique.by = append(t.unique.by, nil)
	}
	if old := t.unique.by[n]; old != nil {
		if old.nulls == c.Nulls && slices.Equal(old.at, at) && t.extends(old.rows) {
			if len(old.rows) == len(t.Rows) {
				return old
			}
			next.rows, next.first = old.rows, old.first
		}
	}
	for _, r := range t.Rows[len(next.rows):] {
		if k, ok := q.uniqueKey(r, at, c); ok && next.find(k) == nil {
			next.first = next.first.with(hashOf(k), k, r)
		}
	}
	next.rows = t.Rows[:len(t.Rows):len(t.Rows)]
	t.unique.by[n] = next
	return next
}

// positions are those of columns in a table, -1 for one that is not there.
func (s *State) positions(t *Table, columns []string) []int {
	idx := make([]int, 0, len(columns))
	for _, name := range columns {
		idx = append(idx, s.position(t, name))
	}
	return idx
}

// keyed reports whether the keys of a table with many rows have some contents:
// that is certain, their absence is not.
func (s *State) keyed(t *Table, columns []string, want []Value) bool {
	if len(t.Rows) < manyRows || t.unique == nil {
		return false
	}
	q := &query{s: s}
	for n, c := range t.keys() {
		if c.Expr != nil || !slices.Equal(c.Columns, columns) {
			continue
		}
		idx := s.positions(t, columns)
		if slices.Contains(idx, -1) {
			continue
		}
		row := &Row{Cells: make([]Value, len(t.Columns))}
		for i, j := range idx {
			row.Cells[j] = want[i]
		}
		if k, ok := q.uniqueKey(row, idx, c); ok && q.rowKeys(t, n, c, idx).find(k) != nil {
			return true
		}
	}
	return false
}
