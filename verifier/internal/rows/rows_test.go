package rows

import (
	"math"
	"testing"
)

func TestCompare(t *testing.T) {
	set := func(key []string, list ...[]any) *Set {
		return &Set{Columns: []string{"id", "v"}, Key: key, Rows: list}
	}
	id := []string{"id"}
	tests := []struct {
		name                      string
		before, after             *Set
		lost, left, changed, gone int
	}{
		{"same in another order", set(nil, []any{int64(1), "a"}, []any{int64(2), "b"}), set(nil, []any{int64(2), "b"}, []any{int64(1), "a"}), 0, 0, 0, 0},
		{"one of two equal rows lost", set(nil, []any{nil, "a"}, []any{nil, "a"}), set(nil, []any{nil, "a"}), 1, 0, 0, 0},
		{"one is not one point nought", set(id, []any{int64(1), int64(1)}), set(id, []any{int64(1), 1.0}), 0, 0, 1, 0},
		{"text is not bytes", set(id, []any{int64(1), "a"}), set(id, []any{int64(1), []byte("a")}), 0, 0, 1, 0},
		{"not a number is itself", set(id, []any{int64(1), math.NaN()}), set(id, []any{int64(1), math.NaN()}), 0, 0, 0, 0},
		{"null is not empty", set(id, []any{int64(1), nil}), set(id, []any{int64(1), ""}), 0, 0, 1, 0},
		{"lost and left by key", set(id, []any{int64(1), "a"}), set(id, []any{int64(2), "a"}), 1, 1, 0, 0},
		{"changed without a key", set(nil, []any{int64(1), "a"}), &Set{Columns: []string{"v", "id"}, Rows: [][]any{{"b", int64(1)}}}, 1, 1, 0, 0},
		{"column gone", set(id, []any{int64(1), "a"}, []any{int64(2), nil}), &Set{Columns: []string{"id"}, Rows: [][]any{{int64(1)}, {int64(2)}}}, 0, 0, 0, 1},
		{"column of nulls gone", set(id, []any{int64(1), nil}), &Set{Columns: []string{"id"}, Rows: [][]any{{int64(1)}}}, 0, 0, 0, 0},
		{"table gone", set(id, []any{int64(1), nil}), nil, 1, 0, 0, 0},
		{"key that repeats", set(id, []any{int64(1), "a"}, []any{int64(1), "b"}), set(id, []any{int64(1), "a"}), 1, 0, 0, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := Compare(tt.before, tt.after)
			if len(d.Lost) != tt.lost || len(d.Left) != tt.left || len(d.Changed) != tt.changed || len(d.Gone) != tt.gone {
				t.Errorf("got %+v", d)
			}
		})
	}
}

func TestChangedValueOfWideRowWithoutKey(t *testing.T) {
	columns := []string{"a", "b", "c", "d"}
	d := Compare(&Set{Columns: columns, Rows: [][]any{{"1", "2", "3", "4"}}}, &Set{Columns: columns, Rows: [][]any{{"1", "2", "3", "x"}}})
	if len(d.Changed) != 1 || d.Changed[0].Column != "d" || len(d.Lost)+len(d.Left) != 0 {
		t.Errorf("got %+v", d)
	}
}

func TestShow(t *testing.T) {
	for want, v := range map[string]any{"NULL": nil, "'it''s'": "it's", "1.0": 1.0, "x'00ff'": []byte{0, 255}, `'a\nb'`: "a\nb", "7": int64(7)} {
		if got := Show(v); got != want {
			t.Errorf("Show(%#v) = %s, want %s", v, got, want)
		}
	}
}
