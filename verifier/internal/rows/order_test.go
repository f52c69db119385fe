package rows

import (
	"fmt"
	"slices"
	"testing"
)

// many is a large set in the order of its numbers.
func many() *Set {
	s := &Set{Columns: []string{"id", "v", "w"}, Key: []string{"id"}}
	for n := range Large + 100 {
		s.Rows = append(s.Rows, []any{fmt.Sprint(n + 1), fmt.Sprint(n % 7), nil})
	}
	return s
}

func (s *Set) clone() *Set {
	out := &Set{Columns: s.Columns, Key: s.Key}
	for _, row := range s.Rows {
		out.Rows = append(out.Rows, slices.Clone(row))
	}
	return out
}

// TestLarge: large sets stand in the order of their keys whatever order they came
// in, share what is the same, and are compared like small ones.
func TestLarge(t *testing.T) {
	old, now := many(), many()
	slices.Reverse(now.Rows)
	now.Order()
	if !Identical(old, now) {
		t.Fatal("the order depends on that of reading")
	}
	share := Share(old, []string{"v", "id"})
	for n := len(old.Rows) - 1; n >= 0; n-- {
		row := share.Text(len(old.Rows)-1-n, [][]byte{[]byte(old.Rows[n][1].(string)), []byte(old.Rows[n][0].(string))})
		if row[0] != old.Rows[n][1] || row[1] != old.Rows[n][0] {
			t.Fatalf("row %d is read as %v", n, row)
		}
	}
	if row := share.Row(0, []any{"new", "0"}); row[0] != "new" || row[1] != "0" {
		t.Errorf("a row of no old key is read as %v", row)
	}
	tests := []struct {
		name                string
		change              func(s *Set)
		lost, left, changed int
	}{
		{"nothing", func(*Set) {}, 0, 0, 0},
		{"one value", func(s *Set) { s.Rows[77][1] = "x" }, 0, 0, 1},
		{"two values change places", func(s *Set) { s.Rows[77][1], s.Rows[78][1] = s.Rows[78][1], s.Rows[77][1] }, 0, 0, 2},
		{"all values", func(s *Set) {
			for _, row := range s.Rows {
				row[2] = "x"
			}
		}, 0, 0, Large + 100},
		{"one row less", func(s *Set) { s.Rows = slices.Delete(s.Rows, 5, 6) }, 1, 0, 0},
		{"one row more", func(s *Set) { s.Rows = append(s.Rows, []any{"0", nil, nil}); s.Order() }, 0, 1, 0},
		{"another key", func(s *Set) { s.Rows[5][0] = "99999"; s.Order() }, 1, 1, 0},
		{"a row twice", func(s *Set) { s.Rows = append(s.Rows, slices.Clone(s.Rows[9])); s.Order() }, 0, 1, 0},
		{"all keys and a value", func(s *Set) {
			for n, row := range s.Rows {
				row[0] = fmt.Sprint(n + 2)
			}
			s.Rows[3][1] = "x"
		}, 1, 1, 0},
	}
	for _, tt := range tests {
		now := old.clone()
		tt.change(now)
		d := Compare(old, now)
		if len(d.Lost) != tt.lost || len(d.Left) != tt.left || tt.changed > 0 && len(d.Changed) != tt.changed {
			t.Errorf("%s: %d lost, %d left, %d changed", tt.name, len(d.Lost), len(d.Left), len(d.Changed))
		}
		if d.Empty() != (tt.name == "nothing") {
			t.Errorf("%s: empty is %t", tt.name, d.Empty())
		}
	}
}

// TestPairs: a row whose key is another one in the second set does not push the
// others out of their places.
func TestPairs(t *testing.T) {
	was, is := many(), many()
	was.Rows[3][0], is.Rows[9][0] = "1000003", "5555555555"
	was.Rows[3][1], is.Rows[9][1] = "x", "x"
	is.Rows = append(is.Rows[:3], is.Rows[4:]...)
	was.Rows = append(was.Rows[:9], was.Rows[10:]...)
	was.Order()
	is.Order()
	differ, pairs := map[int]int{}, 0
	for a, b := range Pairs(was, is) {
		pairs++
		for i := range a {
			if !Same(a[i], b[i]) {
				differ[i]++
			}
		}
	}
	if pairs != len(was.Rows) || len(differ) != 1 || differ[0] != 1 {
		t.Errorf("%d pairs of %d rows, differing by column: %v", pairs, len(was.Rows), differ)
	}
}

// TestSorted: what is compared and listed is in the order of the key, wherever the
// rows stand.
func TestSorted(t *testing.T) {
	s := &Set{Columns: []string{"id"}, Key: []string{"id"}, Rows: [][]any{{"10"}, {"9"}, {"2"}}}
	if got := fmt.Sprint(Compare(s, nil).Lost, s.Rows); got != "[[2] [9] [10]] [[10] [9] [2]]" {
		t.Error(got)
	}
}
