package pgdb

import (
	"reflect"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgtype"

	"github.com/mrt-tools/mrt/opshim/schema"
)

// TestValuesForScripts: scripts get what psycopg2 would hand them.
func TestValuesForScripts(t *testing.T) {
	utc := time.FixedZone("", 0)
	offset := 7200
	for _, c := range []struct {
		text string
		oid  uint32
		want any
	}{
		{"2024-01-02", pgtype.DateOID, schema.Date{Year: 2024, Month: 1, Day: 2}},
		{"infinity", pgtype.DateOID, schema.Date{Year: 9999, Month: 12, Day: 31}},
		{"infinity", pgtype.TimestampOID, time.Date(9999, 12, 31, 23, 59, 59, 999999000, time.UTC)},
		{"-infinity", pgtype.TimestamptzOID, time.Date(1, 1, 1, 0, 0, 0, 0, utc)},
		{"infinity", pgtype.IntervalOID, "infinity"},
		{"0044-03-15 BC", pgtype.DateOID, "0044-03-15 BC"},
		{"10:11:12.5", pgtype.TimeOID, schema.Clock{Hour: 10, Minute: 11, Second: 12, Micro: 500000}},
		{"10:11:12+02", pgtype.TimetzOID, schema.Clock{Hour: 10, Minute: 11, Second: 12, Offset: &offset}},
		{"1 year 2 mons 3 days 04:05:06.7", pgtype.IntervalOID, schema.Interval{Days: 365 + 60 + 3, Seconds: 4*3600 + 5*60 + 6, Micros: 700000}},
		{"-1 days +02:00:00", pgtype.IntervalOID, schema.Interval{Days: -1, Seconds: 7200}},
		{"-00:00:00.000001", pgtype.IntervalOID, schema.Interval{Days: -1, Seconds: 86399, Micros: 999999}},
		{`{"a": 1}`, pgtype.JSONBOID, schema.Document(`{"a": 1}`)},
		{`{}`, pgtype.Int4ArrayOID, []any{}},
		{`{1,NULL,3}`, pgtype.Int8ArrayOID, []any{int64(1), nil, int64(3)}},
		{`{{t,f},{f,t}}`, pgtype.BoolArrayOID, []any{[]any{true, false}, []any{false, true}}},
		{`{"a \"b\" \\","NULL",NULL,"",x}`, pgtype.TextArrayOID, []any{`a "b" \`, "NULL", nil, "", "x"}},
		{`{"{\"k\": [1]}"}`, pgtype.JSONArrayOID, []any{schema.Document(`{"k": [1]}`)}},
		{`[2:3]={1,2}`, pgtype.Int4ArrayOID, `[2:3]={1,2}`},
		{`{1,2`, pgtype.Int4ArrayOID, `{1,2`},
	} {
		got, err := decode([]byte(c.text), c.oid)
		if err != nil || !alike(got, c.want) {
			t.Errorf("%s of type %d: %#v, %v; want %#v", c.text, c.oid, got, err, c.want)
		}
	}
}

// alike compares moments and what points to offsets.
func alike(a, b any) bool {
	if x, ok := a.(time.Time); ok {
		y, ok := b.(time.Time)
		return ok && x.Equal(y) && (x.Location() == time.UTC) == (y.Location() == time.UTC)
	}
	return reflect.DeepEqual(a, b)
}
