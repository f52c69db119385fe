package rows

import (
	"bytes"
	"cmp"
	"slices"
)

// A Sharer makes the rows of a new state share what they have in common with
// those of the state before: most rows of a large table are the same in all of
// the states of a trip, and stand in memory once.
type Sharer struct {
	old  *Set
	from []int // for each new column the old one of that name, or -1
	same bool  // the columns are the same

	key, keyNew []int // of an old set that stands in the order of its key
	next        int   // the old row after the last one
}

// Share prepares for rows with these columns; old may be nil.
func Share(old *Set, columns []string) *Sharer {
	s := &Sharer{old: old, same: old != nil && len(old.Columns) == len(columns)}
	for i, c := range columns {
		j := -1
		if old != nil {
			j = old.Index(c)
		}
		s.from = append(s.from, j)
		s.same = s.same && i == j
	}
	for _, i := range old.ordered() {
		n := slices.Index(s.from, i)
		if n < 0 {
			s.key, s.keyNew = nil, nil
			break
		}
		s.key, s.keyNew = append(s.key, i), append(s.keyNew, n)
	}
	return s
}

// Rows is an empty list with room for as many rows as there were.
func (s *Sharer) Rows() [][]any {
	if s.old == nil {
		return nil
	}
	return make([][]any, 0, len(s.old.Rows))
}

// was is the old row of the same key, or in the same place; compared tells of an
// old value where it stands to a new one.
func (s *Sharer) was(n int, compared func(old any, column int) int) []any {
	if s.old == nil {
		return nil
	}
	if s.key == nil {
		if n >= len(s.old.Rows) {
			return nil
		}
		return s.old.Rows[n]
	}
	whole := func(row []any) int {
		for n, i := range s.key {
			if c := compared(row[i], s.keyNew[n]); c != 0 {
				return c
			}
		}
		return 0
	}
	if s.next >= len(s.old.Rows) || whole(s.old.Rows[s.next]) != 0 {
		at, found := find(s.old.Rows, whole)
		if !found {
			return nil
		}
		s.next = at
	}
	s.next++
	return s.old.Rows[s.next-1]
}

// Row takes the n-th row as it is read. It may keep row.
func (s *Sharer) Row(n int, row []any) []any {
	old := s.was(n, func(old any, i int) int { return compare(old, row[i]) })
	if old == nil {
		return row
	}
	equal := s.same
	for i, j := range s.from {
		if j < 0 || i >= len(row) {
			continue
		}
		if Same(row[i], old[j]) {
			row[i] = old[j]
		} else {
			equal = false
		}
	}
	if equal && len(row) == len(old) {
		return old
	}
	return row
}

// Text takes the n-th row as a database sends it, as texts; nil is NULL. It keeps
// nothing of it.
func (s *Sharer) Text(n int, values [][]byte) []any {
	old := s.was(n, func(old any, i int) int { return compareRead(old, values[i]) })
	if old != nil && s.same && len(values) == len(old) {
		equal := true
		for i, v := range values {
			equal = equal && sameText(old[i], v)
		}
		if equal {
			return old
		}
	}
	row := make([]any, len(values))
	for i, v := range values {
		switch {
		case v == nil:
		case old != nil && s.from[i] >= 0 && sameText(old[s.from[i]], v):
			row[i] = old[s.from[i]]
		default:
			row[i] = string(v)
		}
	}
	return row
}

func sameText(old any, v []byte) bool {
	if v == nil || old == nil {
		return v == nil && old == nil
	}
	text, ok := old.(string)
	return ok && text == string(v)
}

// compareRead is compare with a text as it is read.
func compareRead(old any, v []byte) int {
	text, ok := old.(string)
	if !ok || v == nil {
		return compare(old, any(string(v)))
	}
	return cmp.Or(cmp.Compare(len(text), len(v)), bytes.Compare([]byte(text), v))
}
