package pgdb

import (
	"strings"

	"github.com/mrt-tools/mrt/verifier/internal/shape"
)

// kind is what is known of a data type.
type kind struct {
	class, category, name, schema string
	elem, base, sub               string // oids
	mod                           int
	notNull                       bool
	labels                        []string
	checks                        []string
	fields                        []string // of a composite type: name, oid and modifier, with \x01 between
}

func (in *inspection) typ(c cells) {
	k := &kind{class: c.at(1), category: c.at(2), name: c.at(3), schema: c.at(4), elem: c.at(5), base: c.at(6), sub: c.at(8), notNull: c.yes(9), labels: list(c.at(10)), fields: list(c.at(21))}
	k.mod = -1
	if n := c.at(7); n != "" {
		k.mod = atoi(n)
	}
	var checks []string
	for _, s := range list(c.at(12)) {
		parts := strings.Split(s, "\x01")
		if len(parts) == 3 {
			k.checks = append(k.checks, parts[2])
			checks = append(checks, parts[1]+" "+parts[0])
		}
	}
	in.kinds[c.at(0)] = k
	if c.at(16) != "t" || k.schema == "pg_catalog" {
		return
	}
	name := title(k.schema, k.name)
	attrs := []shape.Attr{{Name: "comment", Value: c.at(14)}, {Name: "owner", Value: c.at(15)}, {Name: "privileges", Value: c.at(20)}}
	switch k.class {
	case "e":
		in.object("enum", name, append(attrs, shape.Attr{Name: "labels", Value: strings.Join(k.labels, ", ")})...)
	case "d":
		null := ""
		if k.notNull {
			null = "not allowed"
		}
		in.object("domain", name, append(attrs, shape.Attr{Name: "type", Value: c.at(13)}, shape.Attr{Name: "null", Value: null}, shape.Attr{Name: "not null constraint", Value: c.at(22)}, shape.Attr{Name: "default", Value: c.at(11)},
			shape.Attr{Name: "checks", Value: strings.Join(checks, "; ")}, shape.Attr{Name: "collation", Value: c.at(19)})...)
	case "c":
		if c.at(18) == "c" { // not the row type of a table
			in.object("composite type", name, append(attrs, shape.Attr{Name: "attributes", Value: c.at(17)})...)
		}
	}
}

func atoi(s string) int {
	n, sign := 0, 1
	for i, c := range s {
		if i == 0 && c == '-' {
			sign = -1
			continue
		}
		if c < '0' || c > '9' {
			return 0
		}
		n = n*10 + int(c-'0')
	}
	return n * sign
}

var classes = map[string]shape.Class{
	"int2": shape.Int, "int4": shape.Int, "int8": shape.Int, "bool": shape.Bool, "numeric": shape.Numeric, "float4": shape.Float, "float8": shape.Float,
	"text": shape.Text, "varchar": shape.Text, "bpchar": shape.Text, "citext": shape.Text, "name": shape.Text, "bytea": shape.Blob, "date": shape.Date,
	"time": shape.Time, "timetz": shape.Time, "timestamp": shape.DateTime, "timestamptz": shape.DateTime, "interval": shape.Interval, "json": shape.JSON, "jsonb": shape.JSON,
	"uuid": shape.UUID, "inet": shape.Inet, "cidr": shape.Cidr, "macaddr": shape.MACAddr, "bit": shape.Bits, "varbit": shape.Bits, "money": shape.Money, "xml": shape.XML,
	"tsvector": shape.TSVector, "tsquery": shape.TSQuery, "point": shape.Point, "hstore": shape.HStore, "oid": shape.Int, "char": shape.Text,
}

// maxDepth bounds domains over domains and arrays of arrays.
const maxDepth = 8

// classify fills in which values fit a type.
func (in *inspection) classify(col *shape.Column, oid string, mod, depth int) {
	k := in.kinds[oid]
	if k == nil || depth > maxDepth {
		return
	}
	switch {
	case k.class == "e":
		col.Class, col.Labels = shape.Enum, k.labels
		return
	case k.class == "d":
		in.classify(col, k.base, k.mod, depth+1)
		col.Checks = append(col.Checks, k.checks...)
		col.NotNull = col.NotNull || k.notNull
		return
	case k.class == "r", k.class == "m":
		col.Class, col.Elem = shape.Range, &shape.Column{}
		if k.class == "m" {
			col.Class = shape.MultiRange
		}
		in.classify(col.Elem, k.sub, -1, depth+1)
		return
	case k.class == "c":
		in.composite(col, k, depth)
		return
	case k.category == "A" && k.elem != "0":
		col.Class, col.Elem = shape.Array, &shape.Column{}
		in.classify(col.Elem, k.elem, mod, depth+1)
		col.Elem.Cast = k.name // not empty: this database holds types in full
		return
	}
	plain(col, k.name, mod)
}

// plain classifies a type that is not made of others.
func plain(col *shape.Column, name string, mod int) {
	col.Class = classes[name]
	col.TZ = name == "timestamptz" || name == "timetz"
	switch name {
	case "int2":
		col.Size = 16
	case "int4", "oid":
		col.Size = 32
	case "int8":
		col.Size = 64
	case "varchar", "bpchar":
		if mod >= 4 {
			col.Size = mod - 4
		}
	case "char":
		col.Size = 1
	case "name":
		col.Size = 60
	case "bit", "varbit":
		col.Size, col.Varying = max(mod, 1), name == "varbit"
		if col.Varying && mod < 0 {
			col.Size = 12
		}
	case "numeric":
		if mod >= 4 {
			col.Prec, col.Scale = (mod-4)>>16&0xffff, ((mod-4)&0x7ff^1024)-1024
		}
	}
	if col.Class == shape.Other {
		col.Samples = samples[name]
	}
}

// composite gives a column the fields of its type.
func (in *inspection) composite(col *shape.Column, k *kind, depth int) {
	col.Class = shape.Composite
	for _, s := range k.fields {
		parts := strings.Split(s, "\x01")
		if len(parts) != 3 {
			continue
		}
		f := &shape.Column{Name: parts[0], Cast: k.name}
		in.classify(f, parts[1], atoi(parts[2]), depth+1)
		col.Fields = append(col.Fields, f)
	}
}

// samples are values of types that have no class of their own.
var samples = map[string][]string{
	"line": {"{1,2,3}", "{0,1,0}", "{1,-1,0.5}"}, "lseg": {"[(0,0),(1,1)]", "[(-1.5,2),(3,4)]"}, "box": {"(1,1),(0,0)", "(4,5.5),(-1,2)"},
	"path": {"((0,0),(1,1),(2,0))", "[(0,0),(1,1)]"}, "polygon": {"((0,0),(1,1),(2,0))", "((-1,-1),(0,4.5),(1,-1))"}, "circle": {"<(0,0),1>", "<(1.5,-2),0>"},
	"macaddr8": {"08:00:2b:01:02:03:04:05", "00:00:00:00:00:00:00:01", "ff:ff:ff:ff:ff:ff:ff:ff", "00:00:00:00:00:00:00:00"}, "jsonpath": {`$."a"[*]`, "$", `strict $."b"?(@ > 1)`}, "pg_lsn": {"0/0", "16/B374D848", "FFFFFFFF/FFFFFFFF", "1/0", "0/1"},
	"txid_snapshot": {"10:20:10,14", "1:1:"}, "pg_snapshot": {"10:20:10,14", "1:1:"}, "xid": {"1", "4294967295"}, "xid8": {"1", "18446744073709551615"}, "cid": {"1", "2"}, "tid": {"(0,1)", "(4294967295,65535)"},
	"regclass": {"pg_class", "pg_type"}, "regtype": {"integer", "text"}, "regproc": {"now"}, "regprocedure": {"lower(text)"}, "regoperator": {"+(integer,integer)"}, "regrole": {"pg_monitor"}, "regnamespace": {"pg_catalog"},
	"regconfig": {"simple", "english"}, "regdictionary": {"simple"}, "regcollation": {`"C"`, `"POSIX"`}, "refcursor": {"c1", "c2"}, "int2vector": {"1 2 3", ""}, "oidvector": {"1 2", ""}, "aclitem": {"=r/postgres"},
	"ltree": {"a", "a.b.c", "Top.Sub_1", ""}, "lquery": {"a.*", "*.b{1,2}"}, "ltxtquery": {"a & b"}, "cube": {"(1, 2)", "(0),(1)"}, "seg": {"1", "1 .. 5", "~2.50"},
	"isbn": {"0-306-40615-2"}, "isbn13": {"978-0-306-40615-7"}, "issn": {"1436-4522"}, "ean13": {"400-638133393-1"}, "ghstore": {}, "vector": {"[1,2,3]"},
}
