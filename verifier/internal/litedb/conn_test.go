package litedb

import (
	"bytes"
	"math"
	"testing"
)

func TestValuesComeBackToTheBit(t *testing.T) {
	c, err := open(":memory:")
	if err != nil {
		t.Fatal(err)
	}
	defer c.close()
	if err := c.exec("CREATE TABLE t (id INTEGER PRIMARY KEY, at DATETIME, b BLOB, v)"); err != nil {
		t.Fatal(err)
	}
	values := []any{nil, int64(math.MinInt64), int64(1), 1.5, math.Inf(1), "", "a\x00b", "😀", []byte{}, []byte{0, 255}, "2024-01-02 03:04:05.000000"}
	for _, v := range values {
		if err := c.exec("INSERT INTO t (at, v) VALUES (?, ?)", "2024-01-02 03:04:05.000000", v); err != nil {
			t.Fatal(err)
		}
	}
	_, got, err := c.query("SELECT at, v FROM t ORDER BY id")
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range got {
		if row[0] != "2024-01-02 03:04:05.000000" {
			t.Errorf("at = %#v", row[0])
		}
		if want, ok := values[i].([]byte); ok {
			if b, _ := row[1].([]byte); b == nil || !bytes.Equal(b, want) {
				t.Errorf("got %#v, want %#v", row[1], values[i])
			}
		} else if row[1] != values[i] {
			t.Errorf("got %#v, want %#v", row[1], values[i])
		}
	}
	data, err := c.serialize()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.exec("DROP TABLE t"); err != nil {
		t.Fatal(err)
	}
	for range 3 {
		c.deserialize(data)
		if _, got, err = c.query("SELECT count(*) FROM t"); err != nil || got[0][0] != int64(len(values)) {
			t.Fatal(got, err)
		}
		if err := c.exec("DELETE FROM t"); err != nil {
			t.Fatal(err)
		}
	}
	if _, _, err := c.query("SELECT * FROM nowhere"); err == nil || err.Error() != "no such table: nowhere" {
		t.Errorf("err = %v", err)
	}
}
