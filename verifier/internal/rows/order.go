package rows

import (
	"bytes"
	"cmp"
	"iter"
	"slices"
	"strings"
)

// Large is from how many rows on the rows of a set with a key stand in the order of
// the key. Why not as the database gives them: after each change of many rows it
// gives them in another order, and each state is as long as the table.
const Large = 5000

// Seedling is from how many rows on a table may be a large one the next time.
const Seedling = 500

// Order puts the rows of a large set into the order of its key.
func (s *Set) Order() {
	at := s.ordered()
	if at == nil {
		return
	}
	less := func(a, b []any) int { return compareKey(a, b, at) }
	if !slices.IsSortedFunc(s.Rows, less) {
		slices.SortFunc(s.Rows, less) // no two have the same key
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
	slices.SortFunc(list, less)
	return s.with(list)
}

// Pairs are the rows of two sets of as many rows, each with the one that is in its
// place: as they were read, or of the same key where rows stand in its order. There,
// rows whose keys are in one set only come last, one after another: they were written
// in two runs that gave them other keys, and push all others out of their places.
func Pairs(a, b *Set) iter.Seq2[[]any, []any] {
	return func(yield func(was, is []any) bool) {
		was, is := a.Rows, b.Rows
		if at, there := a.ordered(), b.ordered(); at != nil && there != nil && slices.Equal(a.Key, b.Key) {
			var more bool
			if was, is, more = pairs(was, is, at, there, yield); !more {
				return
			}
		}
		for n := range min(len(was), len(is)) {
			if !yield(was[n], is[n]) {
				return
			}
		}
	}
}

// pairs yields the rows of the same key and returns the others.
func pairs(was, is [][]any, at, there []int, yield func(was, is []any) bool) (left, right [][]any, more bool) {
	for len(was) > 0 && len(is) > 0 {
		order := 0
		for n, i := range at {
			if order = compare(was[0][i], is[0][there[n]]); order != 0 {
				break
			}
		}
		switch {
		case order < 0:
			left, was = append(left, was[0]), was[1:]
		case order > 0:
			right, is = append(right, is[0]), is[1:]
		case !yield(was[0], is[0]):
			return nil, nil, false
		default:
			was, is = was[1:], is[1:]
		}
	}
	return append(left, was...), append(right, is...), true
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
