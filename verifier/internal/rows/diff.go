package rows

import (
	"slices"
	"sort"
)

// A Diff is what differs between two states of a table's rows, over the columns
// that both have.
type Diff struct {
	Lost    [][]any  // rows of the old state that are not in the new one
	Left    [][]any  // rows of the new state that were not in the old one
	Changed []Change // values of rows that are in both by key
	// Gone are columns that the new state does not have though the old one held
	// a value in them.
	Gone []Column
}

// A Change is one value that differs. Row is the old row.
type Change struct {
	Row     []any
	Column  string
	Was, Is any
}

// A Column is a column that is gone with its values: Count of them not NULL,
// Example one.
type Column struct {
	Name    string
	Count   int
	Example any
	Row     []any
}

// Empty reports whether there is no difference.
func (d *Diff) Empty() bool {
	return d == nil || len(d.Lost) == 0 && len(d.Left) == 0 && len(d.Changed) == 0 && len(d.Gone) == 0
}

// Compare compares two states of a table. A nil set is a table that is not there.
// What it lists is in the order of the key.
func Compare(before, after *Set) *Diff {
	if before == after {
		return &Diff{}
	}
	before, after = before.Sorted(), after.Sorted()
	switch {
	case after == nil:
		return &Diff{Lost: before.Rows}
	case before == nil:
		return &Diff{Left: after.Rows}
	}
	d := &Diff{}
	var at, there []int
	var key, keyThere []int
	for i, c := range before.Columns {
		j := after.Index(c)
		if j < 0 {
			d.gone(before, i)
			continue
		}
		at, there = append(at, i), append(there, j)
	}
	for _, k := range before.Key {
		i, j := before.Index(k), after.Index(k)
		if i < 0 || j < 0 {
			key = nil
			break
		}
		key, keyThere = append(key, i), append(keyThere, j)
	}
	was, is := apart(before.Rows, after.Rows, at, there)
	if len(was)+len(is) == 0 {
		return d
	}
	before, after = before.with(was), after.with(is)
	if len(was) == len(is) && before.sum(at) == after.sum(there) {
		return d
	}
	if len(key) > 0 && d.byKey(before, after, at, there, key, keyThere) {
		return d
	}
	d.byContent(before, after, at, there)
	return d
}

// apart leaves out the rows at both ends that are the same.
func apart(before, after [][]any, at, there []int) (was, is [][]any) {
	for len(before) > 0 && len(after) > 0 && sameRow(before[0], after[0], at, there) {
		before, after = before[1:], after[1:]
	}
	for len(before) > 0 && len(after) > 0 && sameRow(before[len(before)-1], after[len(after)-1], at, there) {
		before, after = before[:len(before)-1], after[:len(after)-1]
	}
	return before, after
}

func sameRow(a, b []any, at, there []int) bool {
	if len(a) == len(b) && len(a) > 0 && &a[0] == &b[0] && slices.Equal(at, there) {
		return true
	}
	for n, i := range at {
		if !Same(a[i], b[there[n]]) {
			return false
		}
	}
	return true
}

// with is the set with other rows.
func (s *Set) with(list [][]any) *Set { return &Set{Columns: s.Columns, Key: s.Key, Rows: list} }

func (d *Diff) gone(s *Set, i int) {
	c := Column{Name: s.Columns[i]}
	for _, row := range s.Rows {
		if row[i] != nil {
			if c.Count == 0 {
				c.Example, c.Row = row[i], row
			}
			c.Count++
		}
	}
	if c.Count > 0 {
		d.Gone = append(d.Gone, c)
	}
}

// byKey pairs rows by key; false if the key is not unique where it matters.
func (d *Diff) byKey(before, after *Set, at, there, key, keyThere []int) bool {
	if d.aligned(before, after, at, there, key, keyThere) {
		return true
	}
	place := make(map[string]int, len(before.Rows))
	for n, row := range before.Rows {
		k := encode(row, key)
		if _, twice := place[k]; twice {
			return false
		}
		place[k] = n
	}
	var left [][]any
	is := make([][]any, len(before.Rows))
	var buf []byte
	for _, row := range after.Rows {
		buf = buf[:0]
		for _, i := range keyThere {
			buf = appendValue(buf, row[i])
		}
		n, known := place[string(buf)]
		switch {
		case !known:
			left = append(left, row)
		case is[n] != nil:
			return false
		default:
			is[n] = row
		}
	}
	d.Left = left
	for n, row := range before.Rows {
		other := is[n]
		if other == nil {
			d.Lost = append(d.Lost, row)
			continue
		}
		d.changed(before, row, other, at, there)
	}
	return true
}

// aligned is byKey for rows that stand in the order of the same keys in both states.
func (d *Diff) aligned(before, after *Set, at, there, key, keyThere []int) bool {
	if len(before.Rows) != len(after.Rows) || len(before.Rows) < Large {
		return false
	}
	for n, row := range before.Rows {
		if !sameRow(row, after.Rows[n], key, keyThere) || n > 0 && compareKey(before.Rows[n-1], row, key) >= 0 {
			return false
		}
	}
	d.Changed = make([]Change, 0, len(before.Rows))
	for n, row := range before.Rows {
		d.changed(before, row, after.Rows[n], at, there)
	}
	return true
}

func (d *Diff) changed(before *Set, row, other []any, at, there []int) {
	for n, i := range at {
		if !Same(row[i], other[there[n]]) {
			d.Changed = append(d.Changed, Change{row, before.Columns[i], row[i], other[there[n]]})
		}
	}
}

// byContent compares as multisets, then pairs what is lost with what is left
// where all but a few values agree, so that a changed value is told as such.
func (d *Diff) byContent(before, after *Set, at, there []int) {
	count := map[string]int{}
	for _, row := range after.Rows {
		count[encode(row, there)]++
	}
	for _, row := range before.Rows {
		k := encode(row, at)
		if count[k] > 0 {
			count[k]--
			continue
		}
		d.Lost = append(d.Lost, row)
	}
	for _, row := range after.Rows {
		k := encode(row, there)
		if count[k] > 0 {
			count[k]--
			d.Left = append(d.Left, row)
		}
	}
	if len(d.Lost)*len(d.Left) <= maxPairs {
		d.pair(before, at, there)
	}
}

const maxPairs = 10000

func (d *Diff) pair(before *Set, at, there []int) {
	if len(at) < 2 {
		return
	}
	taken := make([]bool, len(d.Left))
	var lost [][]any
	for _, row := range d.Lost {
		best, bestEqual := -1, len(at)/2
		for j, other := range d.Left {
			if taken[j] {
				continue
			}
			equal := 0
			for n, i := range at {
				if Same(row[i], other[there[n]]) {
					equal++
				}
			}
			if equal > bestEqual {
				best, bestEqual = j, equal
			}
		}
		if best < 0 {
			lost = append(lost, row)
			continue
		}
		taken[best] = true
		for n, i := range at {
			if other := d.Left[best][there[n]]; !Same(row[i], other) {
				d.Changed = append(d.Changed, Change{row, before.Columns[i], row[i], other})
			}
		}
	}
	var left [][]any
	for j, other := range d.Left {
		if !taken[j] {
			left = append(left, other)
		}
	}
	d.Lost, d.Left = lost, left
}

// ByColumn groups the changes by column, columns sorted by name.
func (d *Diff) ByColumn() [][]Change {
	groups := map[string][]Change{}
	for _, c := range d.Changed {
		groups[c.Column] = append(groups[c.Column], c)
	}
	names := make([]string, 0, len(groups))
	for n := range groups {
		names = append(names, n)
	}
	sort.Strings(names)
	out := make([][]Change, len(names))
	for i, n := range names {
		out[i] = groups[n]
	}
	return out
}

// Identical reports whether two sets hold the same columns and rows in the same
// order.
func Identical(a, b *Set) bool {
	if len(a.Rows) != len(b.Rows) || len(a.Columns) != len(b.Columns) {
		return false
	}
	for i, c := range a.Columns {
		if b.Columns[i] != c {
			return false
		}
	}
	for n, row := range a.Rows {
		if len(row) > 0 && &row[0] == &b.Rows[n][0] {
			continue
		}
		for i, v := range row {
			if !Same(v, b.Rows[n][i]) {
				return false
			}
		}
	}
	return true
}
