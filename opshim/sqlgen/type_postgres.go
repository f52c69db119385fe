package sqlgen

import (
	"fmt"
	"strings"

	"github.com/mrt-tools/mrt/opshim/schema"
)

// postgresPlain are types whose text is their class name.
var postgresPlain = map[string]bool{
	"TSVECTOR": true, "TSQUERY": true, "INET": true, "CIDR": true, "CITEXT": true, "MACADDR": true, "MACADDR8": true,
	"MONEY": true, "OID": true, "REGCONFIG": true, "REGCLASS": true, "HSTORE": true, "JSON": true, "JSONB": true, "JSONPATH": true,
	"INT4RANGE": true, "INT8RANGE": true, "NUMRANGE": true, "DATERANGE": true, "TSRANGE": true, "TSTZRANGE": true,
	"INT4MULTIRANGE": true, "INT8MULTIRANGE": true, "NUMMULTIRANGE": true, "DATEMULTIRANGE": true, "TSMULTIRANGE": true,
	"TSTZMULTIRANGE": true, "BYTEA": true, "UUID": true,
}

func (d *Dialect) postgresType(t schema.Type, depth int) (string, bool, error) {
	if postgresPlain[t.Kind] {
		return t.Kind, true, nil
	}
	switch t.Kind {
	case "Float", "FLOAT":
		return "FLOAT" + sized(t.Precision), true, nil
	case "Double", "DOUBLE_PRECISION":
		return "DOUBLE PRECISION", true, nil
	case "DATETIME":
		if t.Dialect != "sqlite" {
			return "", false, nil
		}
		return "TIMESTAMP" + zone(t), true, nil
	case "DateTime", "TIMESTAMP":
		return "TIMESTAMP" + fraction(t) + zone(t), true, nil
	case "Time", "TIME":
		return "TIME" + fraction(t) + zone(t), true, nil
	case "Interval", "INTERVAL":
		if t.Kind == "Interval" && t.Native == schema.No {
			return "TIMESTAMP WITHOUT TIME ZONE", true, nil
		}
		return postgresInterval(t), true, nil
	case "BIT":
		return postgresBit(t), true, nil
	case "Uuid":
		if t.Native == schema.No {
			return "CHAR(32)", true, nil
		}
		return "UUID", true, nil
	case "LargeBinary", "PickleType":
		return "BYTEA", true, nil
	case "ARRAY":
		s, err := d.postgresArray(t, depth)
		return s, true, err
	case "Enum":
		if t.Enum != nil && !t.Enum.Native {
			return "", false, nil
		}
		s, err := d.typeName(t)
		return s, true, err
	case "ENUM", "DOMAIN":
		if t.Kind == "ENUM" && t.Dialect == "mysql" {
			return "", false, nil
		}
		s, err := d.typeName(t)
		return s, true, err
	case "JSONPathType":
		return "JSONPATH", true, nil
	case "JSONIntIndexType":
		return "INT", true, nil
	case "JSONStrIndexType":
		return "TEXT", true, nil
	}
	return "", false, nil
}

func fraction(t schema.Type) string {
	if t.Precision == nil || t.Dialect == "mysql" {
		return ""
	}
	return fmt.Sprintf("(%d)", *t.Precision)
}

func zone(t schema.Type) string {
	if t.Timezone {
		return " WITH TIME ZONE"
	}
	return " WITHOUT TIME ZONE"
}

func postgresInterval(t schema.Type) string {
	s := "INTERVAL"
	if t.Fields != "" {
		s += " " + t.Fields
	}
	p := t.Precision
	if t.Kind == "Interval" {
		p = t.SecondPrecision
	}
	if p != nil {
		s += fmt.Sprintf(" (%d)", *p)
	}
	return s
}

func postgresBit(t schema.Type) string {
	if t.Varying {
		if t.Length != nil {
			return fmt.Sprintf("BIT VARYING(%d)", *t.Length)
		}
		return "BIT VARYING"
	}
	n := 1
	if t.Length != nil {
		n = *t.Length
	}
	return fmt.Sprintf("BIT(%d)", n)
}

func (d *Dialect) postgresArray(t schema.Type, depth int) (string, error) {
	inner := schema.Type{}
	if t.Item != nil {
		inner = *t.Item
	}
	s, err := d.typeText(inner, depth+1)
	if err != nil {
		return "", err
	}
	n := 1
	if t.Dimensions != nil {
		n = *t.Dimensions
	}
	brackets := strings.Repeat("[]", n)
	if i := strings.Index(s, " COLLATE"); i >= 0 {
		return s[:i] + brackets + s[i:], nil
	}
	return s + brackets, nil
}

// typeName is the quoted name of an ENUM or DOMAIN.
func (d *Dialect) typeName(t schema.Type) (string, error) {
	name := typeIdent(t)
	if name.Name == "" {
		return "", &Error{Type: "CompileError", Message: fmt.Sprintf("PostgreSQL %s type requires a name.", t.Kind)}
	}
	return d.TableName(name), nil
}

// typeIdent is the name of an ENUM or DOMAIN as data.
func typeIdent(t schema.Type) schema.Name {
	if t.Domain != nil {
		return schema.Name{Schema: t.Domain.Schema, Name: t.Domain.Name}
	}
	if t.Enum != nil {
		return schema.Name{Schema: t.Enum.Schema, Name: t.Enum.Name, Quote: t.Enum.Quote}
	}
	return schema.Name{}
}
