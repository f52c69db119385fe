package rows

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
)

// Large is from how many rows on the rows of a set with a key stand in the order of
// the key. Why not as the database gives them: after each change of many rows it
// gives them in another order, and each state is as long as the table.
const Large = 5000

// Order puts the rows of a large set into the order of its key.
func (s *Set) Order() {
	at := s.ordered()
	if at == nil {
		return
	}
	less := func(a, b []any) int { return compareKey(a, b, at) }
	if !slices.IsSortedFunc(s.Rows, less) {
		slices.SortStableFunc(s.Rows, less)
	}
}

// Sorted is the set with its rows in the order of the key: what is chosen from them,
// or shown of them, does not depend on where a database has put them. Without a key
// it is the set itself.
func (s *Set) Sorted() *Set {
	at := s.keyed()
	less := func(a, b []any) int { return compareKey(a, b, at) }
	if at == nil || slices.IsSortedFunc(s.Rows, less) {
		return s
	}
	list := slices.Clone(s.Rows)
	slices.SortStableFunc(list, less)
	return s.with(list)
}

// ordered are the positions of the key, nil if the rows stand as they were read.
func (s *Set) ordered() []int {
	if s == nil || len(s.Rows) < Large {
		return nil
	}
	return s.keyed()
}

// keyed are the positions of the key, nil for none.
func (s *Set) keyed() []int {
	if s == nil || len(s.Key) == 0 {
		return nil
	}
	at := make([]int, len(s.Key))
	for n, k := range s.Key {
		if at[n] = s.Index(k); at[n] < 0 {
			return nil
		}
	}
	return at
}

func compareKey(a, b []any, at []int) int {
	for _, i := range at {
		if c := compare(a[i], b[i]); c != 0 {
			return c
		}
	}
	return 0
}

// compare brings values into an order: numbers by size, texts by length first, so
// that digits are in the order of their numbers, values of several kinds by kind.
func compare(a, b any) int {
	switch x := a.(type) {
	case int64:
		if y, ok := b.(int64); ok {
			return cmp.Compare(x, y)
		}
	case float64:
		if y, ok := b.(float64); ok {
			return cmp.Compare(x, y)
		}
	case string:
		if y, ok := b.(string); ok {
			return compareText(x, y)
		}
	case Raw:
		if y, ok := b.(Raw); ok {
			return compareText(string(x), string(y))
		}
	case []byte:
		if y, ok := b.([]byte); ok {
			return cmp.Or(cmp.Compare(len(x), len(y)), bytes.Compare(x, y))
		}
	}
	if c := cmp.Compare(kind(a), kind(b)); c != 0 {
		return c
	}
	return bytes.Compare(appendValue(nil, a), appendValue(nil, b))
}

func compareText(a, b string) int { return cmp.Or(cmp.Compare(len(a), len(b)), strings.Compare(a, b)) }

func kind(v any) byte { return appendValue(nil, v)[0] }

// find returns the row with this key, which compared tells of a row to be before,
// at or after it, and its place.
func find(list [][]any, compared func(row []any) int) (int, bool) {
	return slices.BinarySearchFunc(list, struct{}{}, func(row []any, _ struct{}) int { return compared(row) })
}

// Digest is what a column holds, whatever the order of rows, and whether it is more
// than NULLs; false if there is no such column.
func (s *Set) Digest(column string) (digest uint64, some, ok bool) {
	at := s.Index(column)
	if at < 0 {
		return 0, false, false
	}
	for _, row := range s.Rows {
		if row[at] != nil {
			some = true
			break
		}
	}
	return s.sum([]int{at}), some, true
}
