package catalog

import (
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// mysqlGeneral are the types that SQLAlchemy has one class for in all dialects.
var mysqlGeneral = map[string]bool{"binary": true, "varbinary": true, "blob": true, "date": true, "uuid": true}

// mysqlOwn are the types that SQLAlchemy's dialect of MySQL reads.
var mysqlOwn = map[string]bool{
	"tinyint": true, "smallint": true, "mediumint": true, "int": true, "bigint": true, "decimal": true, "float": true, "double": true, "bit": true, "char": true,
	"varchar": true, "tinytext": true, "text": true, "mediumtext": true, "longtext": true, "tinyblob": true, "mediumblob": true, "longblob": true, "datetime": true,
	"timestamp": true, "time": true, "year": true, "enum": true, "set": true, "json": true, "inet4": true, "inet6": true,
}

// mysqlType is the class of SQLAlchemy's for a canonical type of MySQL; ok is false
// if it has none.
func mysqlType(t sqlread.TypeName) (out schema.Type, ok bool) {
	words := strings.Fields(t.Name)
	out = schema.Type{Kind: strings.ToUpper(words[0])}
	switch {
	case mysqlGeneral[words[0]]:
	case mysqlOwn[words[0]]:
		out.Dialect = "mysql"
	default:
		return out, false
	}
	out.Unsigned, out.Zerofill = slices.Contains(words, "unsigned"), slices.Contains(words, "zerofill")
	if i := slices.Index(words, "charset"); i > 0 && i+1 < len(words) {
		out.Charset = words[i+1]
	}
	var labels []string
	for _, l := range t.Args {
		l = strings.TrimSuffix(strings.TrimPrefix(l, "'"), "'")
		labels = append(labels, strings.ReplaceAll(l, "''", "'"))
	}
	switch out.Kind {
	case "ENUM":
		out.Enum = &schema.Enum{Labels: labels, Native: true}
	case "SET":
		out.Values = labels
	case "TINYINT", "SMALLINT", "MEDIUMINT", "INT", "BIGINT", "YEAR":
		out.DisplayWidth = t.Number(0)
		if out.Kind == "INT" {
			out.Kind = "INTEGER"
		}
	case "DECIMAL", "FLOAT", "DOUBLE", "DATETIME", "TIMESTAMP", "TIME":
		out.Precision, out.Scale = t.Number(0), t.Number(1)
	default:
		out.Length = t.Number(0)
	}
	return out, true
}
