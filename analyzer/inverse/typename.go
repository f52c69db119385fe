package inverse

import (
	"iter"
	"maps"
	"strings"

	"github.com/mrt-tools/mrt/analyzer/catalog"
	"github.com/mrt-tools/mrt/analyzer/pywrite"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/opshim/sqlread"
)

func mapsKeys[V any](m map[string]V) iter.Seq[string] { return maps.Keys(m) }

func escape(sql string) string { return pywrite.EscapeBinds(sql) }

// generic are the classes that scripts use for those that databases have.
var generic = map[string]string{
	"VARCHAR": "String", "INTEGER": "Integer", "BIGINT": "BigInteger", "SMALLINT": "SmallInteger", "TEXT": "Text", "NUMERIC": "Numeric", "DECIMAL": "Numeric",
	"BOOLEAN": "Boolean", "DATE": "Date", "TIMESTAMP": "DateTime", "DATETIME": "DateTime", "TIME": "Time", "FLOAT": "Float", "REAL": "Float", "DOUBLE": "Double",
	"DOUBLE_PRECISION": "Double", "BLOB": "LargeBinary", "BYTEA": "LargeBinary", "UUID": "Uuid",
}

// columnType is the class of SQLAlchemy for the type of a column: the one
// that scripts use if it comes to the same. ok is false if there is none.
func (p *planner) columnType(s *catalog.State, c *catalog.Column) (t schema.Type, ok bool) {
	canon, ok := c.Type.Known()
	if !ok || canon == "" {
		return schema.Type{}, false
	}
	collation := known(c.Collate)
	for _, t := range p.classes(s, canon) {
		t.Collation = strings.Trim(collation, `"`)
		text, err := p.d.CompileType(t)
		if err != nil {
			continue
		}
		if i := strings.Index(strings.ToUpper(text), " COLLATE "); i >= 0 {
			text = text[:i]
		}
		if got, ok := s.CanonType(text); ok && got == canon {
			return t, true
		}
	}
	return schema.Type{}, false
}

// classes lists the types that may come to a canonical one, best first.
func (p *planner) classes(s *catalog.State, canon string) []schema.Type {
	exact := s.SchemaType(canon)
	var out []schema.Type
	if exact.Kind == "ARRAY" && exact.Item != nil {
		for _, item := range p.classes(s, strings.TrimRight(canon, "[]")) {
			a := exact
			a.Item = &item
			a.Dialect = ""
			out = append(out, a)
		}
		return out
	}
	if g := generic[exact.Kind]; g != "" {
		t := exact
		t.Kind, t.Dialect = g, ""
		out = append(out, t)
	}
	if p.mysql() {
		if ty, ok := sqlread.ParseType(canon, p.read()); ok {
			out = append(out, mysqlClasses(ty)...)
		}
	}
	if p.postgres() {
		out = append(out, postgresClasses(canon, p.read())...)
	}
	if exact.Kind != "UserDefined" && exact.Kind != "NullType" {
		out = append(out, exact)
	}
	return out
}

// postgresNames are types that have a class of that name in the dialect's package.
var postgresNames = map[string]bool{
	"inet": true, "cidr": true, "macaddr": true, "macaddr8": true, "interval": true, "tsvector": true, "tsquery": true, "hstore": true, "citext": true,
	"money": true, "oid": true, "bit": true, "int4range": true, "int8range": true, "numrange": true, "daterange": true, "tsrange": true, "tstzrange": true, "regclass": true,
	"jsonb": true, "json": true,
}

func postgresClasses(canon string, d sqlread.Dialect) []schema.Type {
	t, ok := sqlread.ParseType(canon, d)
	if !ok || !postgresNames[t.Name] {
		return nil
	}
	out := schema.Type{Kind: strings.ToUpper(t.Name), Dialect: "postgresql"}
	if n := t.Number(0); n != nil && t.Name == "bit" {
		out.Length = n
	} else if n != nil {
		out.Precision = n
	}
	return []schema.Type{out}
}

// mysqlClasses are the classes of the dialect's package for a type.
func mysqlClasses(t sqlread.TypeName) []schema.Type {
	base, rest, _ := strings.Cut(t.Name, " ")
	kind := strings.ToUpper(base)
	if kind == "INT" {
		kind = "INTEGER"
	}
	out := schema.Type{Kind: kind, Dialect: "mysql", Unsigned: strings.Contains(rest, "unsigned"), Zerofill: strings.Contains(rest, "zerofill")}
	switch kind {
	case "ENUM", "SET":
		labels := make([]string, len(t.Args))
		for i, a := range t.Args {
			labels[i] = strings.ReplaceAll(strings.TrimSuffix(strings.TrimPrefix(a, "'"), "'"), "''", "'")
		}
		if kind == "SET" {
			out.Values = labels
		} else {
			out.Enum = &schema.Enum{Labels: labels, Native: true}
		}
	case "TINYINT":
		out.DisplayWidth = t.Number(0)
		if n := out.DisplayWidth; n != nil && *n == 1 && rest == "" {
			return []schema.Type{{Kind: "Boolean"}, out}
		}
	case "VARCHAR", "CHAR", "BINARY", "VARBINARY", "BIT":
		out.Length = t.Number(0)
	case "DECIMAL", "NUMERIC", "FLOAT", "DOUBLE":
		out.Precision, out.Scale = t.Number(0), t.Number(1)
	case "DATETIME", "TIMESTAMP", "TIME":
		out.Precision = t.Number(0)
	}
	if kind == "BINARY" || kind == "VARBINARY" || kind == "BLOB" {
		out.Dialect = ""
	}
	return []schema.Type{out}
}
