package sqlgen

import (
	"fmt"
	"strings"

	"github.com/mrt-tools/mrt/opshim/schema"
)

func (d *Dialect) mysqlType(t schema.Type) (string, bool, error) {
	if s, ok := mysqlNumber(t); ok {
		return s, true, nil
	}
	switch t.Kind {
	case "String", "Unicode", "VARCHAR", "AutoString":
		return d.mysqlVarchar("VARCHAR", "VARCHAR", t)
	case "NVARCHAR":
		t.National = true
		return d.mysqlVarchar("NVARCHAR", "VARCHAR", t)
	case "CHAR":
		return extendString(t, "CHAR"+sizedGiven(t.Length)), true, nil
	case "NCHAR":
		t.National = true
		return extendString(t, "CHAR"+sizedGiven(t.Length)), true, nil
	case "Text", "UnicodeText", "TEXT":
		return extendString(t, "TEXT"+sizedGiven(t.Length)), true, nil
	case "TINYTEXT", "MEDIUMTEXT", "LONGTEXT":
		return extendString(t, t.Kind), true, nil
	case "TINYBLOB", "MEDIUMBLOB", "LONGBLOB", "JSON":
		return t.Kind, true, nil
	case "INET4", "INET6":
		return t.Kind, d.Name == "mariadb", nil
	case "LargeBinary", "BLOB", "PickleType":
		return "BLOB" + sizedGiven(t.Length), true, nil
	case "Boolean", "BOOLEAN", "BOOL", "MatchType":
		return "BOOL", true, nil
	case "DateTime", "DATETIME", "Interval":
		return "DATETIME" + fsp(t), true, nil
	case "TIMESTAMP":
		return "TIMESTAMP" + fsp(t), true, nil
	case "Double", "DOUBLE":
		if (t.Precision == nil) != (t.Scale == nil) {
			return "", true, &Error{Type: "ArgumentError", Message: "You must specify both precision and scale or omit both altogether."}
		}
	case "Time", "TIME":
		return "TIME" + fsp(t), true, nil
	case "YEAR":
		return "YEAR" + sizedGiven(t.DisplayWidth), true, nil
	case "BIT":
		return "BIT" + sizedGiven(t.Length), true, nil
	case "BINARY":
	case "VARBINARY":
		if t.Length == nil {
			return "", true, &Error{Type: "TypeError", Message: "%d format: a real number is required, not NoneType"}
		}
	case "UUID", "Uuid":
		if t.Kind == "Uuid" && d.is21() && d.isMariaDB() {
			return "UUID", true, nil
		}
	case "Enum", "ENUM":
		if t.Enum != nil && t.Enum.NotText != "" && (t.Enum.Native || t.Kind == "ENUM") {
			return "", true, &Error{Type: "AttributeError", Message: "'" + t.Enum.NotText + "' object has no attribute 'replace'"}
		}
		if t.Kind == "ENUM" && t.Dialect == "postgresql" {
			return d.enumerated("ENUM", t, labels(t)), true, nil
		}
		if t.Enum != nil && !t.Enum.Native && t.Kind == "Enum" {
			return d.mysqlVarchar("VARCHAR", "VARCHAR", enumString(t))
		}
		return d.enumerated("ENUM", t, labels(t)), true, nil
	case "SET":
		return d.enumerated("SET", t, t.Values), true, nil
	}
	return "", false, nil
}

func labels(t schema.Type) []string {
	if t.Enum != nil {
		return t.Enum.Labels
	}
	return t.Values
}

func mysqlNumber(t schema.Type) (string, bool) {
	own := t.Dialect == "mysql"
	width := ""
	if own {
		width = sizedGiven(t.DisplayWidth)
	}
	switch t.Kind {
	case "Integer", "INTEGER", "INT":
		return extendNumber(t, "INTEGER"+width), true
	case "BigInteger", "BIGINT":
		return extendNumber(t, "BIGINT"+width), true
	case "SmallInteger", "SMALLINT":
		return extendNumber(t, "SMALLINT"+width), true
	case "MEDIUMINT", "TINYINT":
		return extendNumber(t, t.Kind+width), true
	case "Numeric", "NUMERIC":
		return extendNumber(t, precise("NUMERIC", t)), true
	case "DECIMAL":
		return extendNumber(t, precise("DECIMAL", t)), true
	case "Double", "DOUBLE":
		return extendNumber(t, bothSizes("DOUBLE", t)), true
	case "REAL":
		return extendNumber(t, bothSizes("REAL", t)), true
	case "Float", "FLOAT":
		if own && t.Scale != nil && t.Precision != nil {
			return extendNumber(t, bothSizes("FLOAT", t)), true
		}
		return extendNumber(t, "FLOAT"+sizedGiven(t.Precision)), true
	}
	return "", false
}

func bothSizes(name string, t schema.Type) string {
	if t.Precision == nil || t.Scale == nil {
		return name
	}
	return fmt.Sprintf("%s(%d, %d)", name, *t.Precision, *t.Scale)
}

// sizedGiven is "(n)" when n was given, zero included.
func sizedGiven(n *int) string {
	if n == nil {
		return ""
	}
	return fmt.Sprintf("(%d)", *n)
}

func fsp(t schema.Type) string {
	if t.Dialect != "mysql" {
		return ""
	}
	return sized(t.Precision)
}

func extendNumber(t schema.Type, s string) string {
	if t.Dialect != "mysql" {
		return s
	}
	if t.Unsigned {
		s += " UNSIGNED"
	}
	if t.Zerofill {
		s += " ZEROFILL"
	}
	return s
}

func extendString(t schema.Type, s string) string {
	charset, collation := "", ""
	switch {
	case t.Charset != "":
		charset = " CHARACTER SET " + t.Charset
	case t.ASCII:
		charset = " ASCII"
	case t.Unicode:
		charset = " UNICODE"
	}
	switch {
	case t.Collation != "":
		collation = " COLLATE " + t.Collation
	case t.Binary:
		collation = " BINARY"
	}
	if t.National {
		return "NATIONAL " + s + collation
	}
	return s + charset + collation
}

func (d *Dialect) mysqlVarchar(name, word string, t schema.Type) (string, bool, error) {
	if t.Length == nil {
		return "", true, &Error{Type: "CompileError", Message: fmt.Sprintf("%s requires a length on dialect %s", name, d.pyName())}
	}
	return extendString(t, word+sizedGiven(t.Length)), true, nil
}

func (d *Dialect) enumerated(name string, t schema.Type, values []string) string {
	out := make([]string, len(values))
	for i, v := range values {
		v = strings.ReplaceAll(v, "'", "''")
		if d.backslashes() {
			v = strings.ReplaceAll(v, `\`, `\\`)
		}
		if d.doublePercents() {
			v = strings.ReplaceAll(v, "%", "%%")
		}
		out[i] = "'" + v + "'"
	}
	return extendString(t, name+"("+strings.Join(out, ",")+")")
}
