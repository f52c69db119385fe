package rows

import "testing"

// TestShare: rows are what was read, and those that were there stand in memory once.
func TestShare(t *testing.T) {
	old := &Set{Columns: []string{"id", "name"}, Rows: [][]any{{"1", "a"}, {"2", nil}, {"3", "c"}}}
	read := [][][]byte{{[]byte("1"), []byte("a")}, {[]byte("2"), []byte("")}, {[]byte("3"), []byte("c")}, {[]byte("4"), nil}}
	s := Share(old, old.Columns)
	got := s.Rows()
	for n, v := range read {
		got = append(got, s.Text(n, v))
	}
	if &got[0][0] != &old.Rows[0][0] || &got[2][0] != &old.Rows[2][0] {
		t.Error("rows that are the same are not shared")
	}
	if got[1][1] != "" || got[1][0] != "2" || got[3][1] != nil || got[3][0] != "4" {
		t.Errorf("rows are %v", got)
	}
	wide := Share(old, []string{"name", "new", "id"})
	if row := wide.Text(2, [][]byte{[]byte("c"), []byte("x"), []byte("3")}); row[0] != "c" || row[1] != "x" || row[2] != "3" {
		t.Errorf("row is %v", row)
	}
	if row := wide.Row(0, []any{"a", int64(1), "7"}); row[0] != "a" || row[1] != int64(1) || row[2] != "7" {
		t.Errorf("row is %v", row)
	}
	if row := s.Row(0, []any{"1", "a"}); &row[0] != &old.Rows[0][0] {
		t.Error("a row that is the same is not shared")
	}
	if row := Share(nil, []string{"id"}).Row(5, []any{"x"}); row[0] != "x" {
		t.Errorf("row is %v", row)
	}
}
