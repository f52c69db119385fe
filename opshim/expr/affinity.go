package expr

import "github.com/mrt-tools/mrt/opshim/schema"

// Affinity is the family of a type: the name of the generic SQLAlchemy class
// whose arithmetic it follows ("Integer" for BIGINT, "String" for Enum), or its
// own Kind when it has no relatives.
func Affinity(t schema.Type) string {
	switch t.Kind {
	case "", "NullType":
		return "NullType"
	case "Integer", "SmallInteger", "BigInteger", "INTEGER", "INT", "SMALLINT", "BIGINT", "TINYINT", "MEDIUMINT", "_IntegerType",
		"JSONIntIndexType":
		return "Integer"
	case "Numeric", "Float", "Double", "NUMERIC", "DECIMAL", "FLOAT", "REAL", "DOUBLE", "DOUBLE_PRECISION":
		return "Numeric"
	case "String", "Text", "Unicode", "UnicodeText", "VARCHAR", "CHAR", "NCHAR", "NVARCHAR", "TEXT", "CLOB", "Enum", "ENUM", "SET",
		"LONGTEXT", "MEDIUMTEXT", "TINYTEXT", "CITEXT", "AutoString", "JSONStrIndexType":
		return "String"
	case "DateTime", "DATETIME", "TIMESTAMP", "SMALLDATETIME":
		return "DateTime"
	case "Date", "DATE":
		return "Date"
	case "Time", "TIME":
		return "Time"
	case "Interval", "INTERVAL":
		return "Interval"
	case "Boolean", "BOOLEAN", "BOOL", "MatchType":
		return "Boolean"
	case "LargeBinary", "BLOB", "BINARY", "VARBINARY", "BYTEA", "LONGBLOB", "MEDIUMBLOB", "TINYBLOB", "PickleType":
		return "_Binary"
	case "JSON", "JSONB":
		return "JSON"
	case "Uuid", "UUID":
		return "Uuid"
	case "TypeDecorator":
		if t.Impl != nil {
			return Affinity(*t.Impl)
		}
	}
	return t.Kind
}

// concatenable reports whether + on this type means ||.
func concatenable(t schema.Type) bool {
	switch Affinity(t) {
	case "String", "ARRAY", "JSON", "_Binary", "HSTORE":
		return t.Kind != "MatchType" && Affinity(t) != "_Binary"
	}
	return false
}

func kind(k string) schema.Type { return schema.Type{Kind: k} }

// adaptations gives, for types with arithmetic of their own, operator and other
// family to the family of the result; "self" is the left type.
var adaptations = map[string]map[Op]map[string]string{
	"Integer": {
		OpAdd:      {"Date": "Date", "Integer": "self", "Numeric": "Numeric"},
		OpMul:      {"Interval": "Interval", "Integer": "self", "Numeric": "Numeric"},
		OpTrueDiv:  {"Integer": "Numeric", "Numeric": "Numeric"},
		OpFloorDiv: {"Integer": "self", "Numeric": "Numeric"},
		OpSub:      {"Integer": "self", "Numeric": "Numeric"},
	},
	"Numeric": {OpMul: {"Interval": "Interval"}},
	"DateTime": {
		OpSub: {"DateTime": "Interval"},
	},
	"Date": {
		OpAdd: {"Interval": "DateTime", "Time": "DateTime"},
		OpSub: {"Date": "Integer", "Interval": "DateTime", "DateTime": "Interval"},
	},
	"Time": {
		OpAdd: {"Date": "DateTime"},
		OpSub: {"Time": "Interval"},
	},
	"Interval": {
		OpAdd: {"Date": "DateTime", "DateTime": "DateTime", "Time": "Time"},
	},
}

// adapt returns the operator that really applies and the type of the result.
func adapt(op Op, left, right schema.Type) (Op, schema.Type) {
	la, ra := Affinity(left), Affinity(right)
	if la == "NullType" {
		if ra == "NullType" || !(op == OpAdd || op == OpMul || op == OpEq || op == OpNe) {
			return op, left
		}
		return adapt(op, right, left)
	}
	if op == OpAdd && concatenable(left) && (concatenable(right) || ra == "NullType") {
		return OpConcat, left
	}
	if table, ok := adaptations[la]; ok {
		switch res := table[op][ra]; res {
		case "", "self":
			return op, left
		case ra:
			return op, right
		default:
			return op, kind(res)
		}
	}
	return op, left
}

// compared is the type of a plain value that meets a column of type t: the
// column's own type, unless the value is of another family.
func compared(t, natural schema.Type, op Op) schema.Type {
	switch Affinity(t) {
	case "NullType":
		return natural
	}
	if t.Kind == "TypeDecorator" {
		return t
	}
	switch t.Kind {
	case "INET", "CIDR", "MACADDR", "MACADDR8":
		return t
	}
	na := Affinity(natural)
	if a := Affinity(t); na == "String" && (a == "Uuid" || a == "_Binary") {
		return t
	}
	if na == "NullType" || na == Affinity(t) {
		return t
	}
	return natural
}
