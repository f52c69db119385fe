package mydb

import (
	"strings"

	"github.com/mrt-tools/mrt/verifier/internal/shape"
	"github.com/mrt-tools/mrt/verifier/internal/sqltok"
)

// integers are the bits of the integer types.
var integers = map[string]int{"tinyint": 8, "smallint": 16, "mediumint": 24, "int": 32, "integer": 32, "bigint": 64}

// longs are the greatest sizes in bytes of types that state none, 0 for more than
// rows of ours will hold.
var longs = map[string]int{"tinytext": 255, "text": 0, "mediumtext": 0, "longtext": 0, "tinyblob": 255, "blob": 0, "mediumblob": 0, "longblob": 0}

// samples are values of types that no class describes; those of shapes are in
// well-known text.
var samples = map[string][]string{
	"geometry": {"POINT(1 2)", "LINESTRING(0 0,1 1)", "POLYGON((0 0,4 0,4 3,0 0))"}, "point": {"POINT(1 2)", "POINT(0 0)", "POINT(-1.5 3)"},
	"linestring": {"LINESTRING(0 0,1 1)", "LINESTRING(-1.5 2,3 4,5 5)"}, "polygon": {"POLYGON((0 0,4 0,4 3,0 0))", "POLYGON((0 0,9 0,9 9,0 9,0 0),(1 1,2 1,2 2,1 1))"},
	"multipoint": {"MULTIPOINT(0 0,1 1)", "MULTIPOINT(2 2)"}, "multilinestring": {"MULTILINESTRING((0 0,1 1),(2 2,3 3))"},
	"multipolygon": {"MULTIPOLYGON(((0 0,4 0,4 3,0 0)))"}, "geometrycollection": {"GEOMETRYCOLLECTION(POINT(1 2),LINESTRING(0 0,1 1))", "GEOMETRYCOLLECTION(POINT(0 0))"},
	"geomcollection": {"GEOMETRYCOLLECTION(POINT(1 2),LINESTRING(0 0,1 1))"},
	"inet6":          {"::1", "2001:db8::1", "::ffff:192.168.0.1", "::"}, "inet4": {"192.168.0.1", "0.0.0.0", "255.255.255.255"},
}

// spatial reports whether a type holds shapes.
func spatial(name string) bool {
	return samples[name] != nil && !strings.HasPrefix(name, "inet")
}

// repertoires are the greatest characters of character sets that do not have all;
// of one that is not listed only those of ASCII are used.
var repertoires = map[string]rune{"utf8mb4": 0, "utf16": 0, "utf16le": 0, "utf32": 0, "gb18030": 0, "utf8": 0xffff, "utf8mb3": 0xffff, "ucs2": 0xffff, "latin1": 0xff}

// classify fills in which values fit a column, and its collation where it has one.
func (r *reader) classify(a *columnAttributes, name string, args []sqltok.Token, collation string) {
	col := a.column
	numbers := make([]int, 0, 2)
	for _, t := range args {
		if t.Kind == sqltok.Number {
			numbers = append(numbers, int(number64(t.Text)))
		}
	}
	arg := func(i, otherwise int) int {
		if i < len(numbers) {
			return numbers[i]
		}
		return otherwise
	}
	col.Limit = &shape.Limit{Unsigned: strings.Contains(col.Type, " unsigned")}
	switch bits, bytes := integers[name], longs[name]; {
	case name == "tinyint" && arg(0, 0) == 1 && !col.Limit.Unsigned:
		col.Class = shape.Bool // what SQLAlchemy and MySQL itself make of BOOL
	case bits > 0:
		col.Class, col.Size = shape.Int, bits
	case name == "decimal":
		col.Class, col.Prec, col.Scale = shape.Numeric, arg(0, 10), arg(1, 0)
	case name == "float", name == "double":
		col.Class, col.Prec, col.Scale = shape.Float, arg(0, 0), arg(1, 0)
	case name == "char", name == "varchar":
		col.Class, col.Size = shape.Text, arg(0, 1)
	case strings.HasSuffix(name, "text"):
		col.Class, col.Size, a.long = shape.Text, bytes/4, true
	case name == "binary", name == "varbinary":
		col.Class, col.Size, col.Limit.Fixed = shape.Blob, arg(0, 1), name == "binary"
	case strings.HasSuffix(name, "blob"):
		col.Class, col.Size, a.long = shape.Blob, bytes, true
	case name == "enum", name == "set":
		col.Class = shape.Enum
		if name == "set" {
			col.Class = shape.Set
		}
		for _, t := range args {
			if t.Kind == sqltok.String {
				col.Labels = append(col.Labels, sqltok.Unliteral(t))
			}
		}
	case name == "bit":
		col.Class, col.Size = shape.Bits, arg(0, 1)
	case name == "uuid":
		col.Class = shape.UUID
	case name == "json":
		col.Class, a.long = shape.JSON, true
	case spatial(name):
		col.Samples, col.Cast, a.long = samples[name], name, true
	case samples[name] != nil:
		col.Samples = samples[name]
	default:
		r.temporal(col, name, arg(0, 0))
	}
	r.characters(a, name, collation)
}

// temporal classifies dates and times.
func (r *reader) temporal(col *shape.Column, name string, digits int) {
	col.Scale = digits
	switch name {
	case "date":
		col.Class = shape.Date
	case "time":
		col.Class = shape.Time
	case "year":
		col.Class = shape.Year
	case "datetime":
		col.Class = shape.DateTime
	case "timestamp": // seconds since 1970 in 32 bits, whatever the zone
		col.Class, col.Limit.Least, col.Limit.Most = shape.DateTime, "1970-01-02", "2038-01-18"
	}
	if r.zero == "" || col.Class != shape.Date && col.Class != shape.DateTime {
		return
	}
	if col.Limit.Zero = r.zero; col.Class == shape.DateTime {
		col.Limit.Zero += " 00:00:00"
		if digits > 0 {
			col.Limit.Zero += "." + strings.Repeat("0", digits)
		}
	}
}

// characters settles a column's collation and which characters it holds.
func (r *reader) characters(a *columnAttributes, name, collation string) {
	col := a.column
	switch {
	case col.Class != shape.Text && col.Class != shape.Enum && col.Class != shape.Set:
		return
	case a.collation != "":
		collation = a.collation
	case a.charset != "":
		collation = r.charsets[a.charset]
	}
	col.Collation = collation
	charset, _, _ := strings.Cut(collation, "_")
	if charset != "" {
		a.extra("character set", charset)
	}
	most, known := repertoires[charset]
	if !known {
		most = 0x7f
	}
	col.Limit.Rune = most
	if name == "longtext" && strings.HasPrefix(strings.ToLower(a.check), "json_valid(") {
		col.Class = shape.JSON // MariaDB's JSON is this
	}
}
