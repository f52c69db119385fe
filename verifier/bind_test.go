package verifier

import (
	"testing"

	"github.com/cockroachdb/apd/v3"

	"github.com/mrt-tools/mrt/opshim/schema"
)

func TestBind(t *testing.T) {
	kind := func(k string) schema.Type { return schema.Type{Kind: k} }
	enum := schema.Type{Kind: "Enum", Enum: &schema.Enum{Labels: []string{"a-1", "b-2"}, Members: []string{"A", "B"}}}
	day := schema.Date{Year: 2024, Month: 2, Day: 29}
	tests := []struct {
		name    string
		v       any
		t       schema.Type
		dialect string
		want    any
	}{
		{"decimal", apd.New(150, -2), kind("Numeric"), "sqlite", 1.5},
		{"decimal", apd.New(150, -2), kind("Numeric"), "postgresql", "1.50"},
		{"date", day, kind("Date"), "sqlite", "2024-02-29"},
		{"date as datetime", day, kind("DateTime"), "sqlite", "2024-02-29 00:00:00.000000"},
		{"datetime", schema.DateTime{Date: day, Clock: schema.Clock{Hour: 1}}, kind("DateTime"), "sqlite", "2024-02-29 01:00:00.000000"},
		{"uuid", [16]byte{15: 1}, kind("Uuid"), "sqlite", "00000000000000000000000000000001"},
		{"uuid", [16]byte{15: 1}, kind("Uuid"), "postgresql", "00000000-0000-0000-0000-000000000001"},
		{"json null", nil, kind("JSON"), "sqlite", "null"},
		{"json none as null", nil, schema.Type{Kind: "JSON", NoneAsNull: true}, "sqlite", nil},
		{"json list", []any{int64(1), "ü", nil, 1.0}, kind("JSON"), "sqlite", `[1, "\u00fc", null, 1.0]`},
		{"json path", []any{"a", int64(2)}, kind("JSONPathType"), "sqlite", `$."a"[2]`},
		{"json path", []any{"a", int64(2)}, kind("JSONPathType"), "postgresql", `{"a","2"}`},
		{"json key", "a", kind("JSONStrIndexType"), "postgresql", "a"},
		{"enum member", &schema.EnumMember{Name: "B"}, enum, "sqlite", "b-2"},
		{"interval", schema.Interval{Days: 1, Seconds: 3661}, kind("Interval"), "sqlite", "1970-01-02 01:01:01.000000"},
		{"variant", nil, schema.Type{Kind: "Text", Variants: []schema.Variant{{Dialect: "sqlite", Type: kind("JSON")}}}, "sqlite", "null"},
		{"array", []any{"a", nil}, kind("ARRAY"), "postgresql", `{"a",NULL}`},
	}
	for _, tt := range tests {
		t.Run(tt.name+" "+tt.dialect, func(t *testing.T) {
			got, err := bind(tt.v, tt.t, tt.dialect)
			if err != nil || got != tt.want {
				t.Errorf("got %#v, %v, want %#v", got, err, tt.want)
			}
		})
	}
	if _, err := bind("2024-01-01", kind("Date"), "sqlite"); err == nil {
		t.Error("SQLite takes text for a date")
	}
}
