package mydb

import (
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/mrt-tools/mrt/verifier/internal/rows"
	"github.com/mrt-tools/mrt/verifier/internal/shape"
)

// literal is a value as SQL text, whatever column it is for.
func literal(v any) string {
	switch x := v.(type) {
	case nil:
		return "NULL"
	case bool:
		if x {
			return "1"
		}
		return "0"
	case int64:
		return strconv.FormatInt(x, 10)
	case float64:
		return strconv.FormatFloat(x, 'e', -1, 64)
	case []byte:
		return "x'" + hex.EncodeToString(x) + "'"
	case rows.Raw:
		if isNumber(string(x)) {
			return string(x)
		}
		return escaped(string(x))
	case string:
		return escaped(x)
	case time.Time:
		return escaped(x.Format("2006-01-02 15:04:05.999999"))
	}
	return escaped(fmt.Sprint(v))
}

// isNumber reports whether a text is a number as SQL writes it.
func isNumber(s string) bool {
	s = strings.TrimPrefix(s, "-")
	if s == "" || s[0] < '0' || s[0] > '9' {
		return false
	}
	_, err := strconv.ParseFloat(s, 64)
	return err == nil && !strings.ContainsAny(s, "xXpP_nN")
}

// invalid stands for what an ENUM holds that none of its labels is: number 0.
const invalid = "\x00"

// cell is a value as SQL text, for a column.
func cell(c *shape.Column, v any) string {
	s, text := v.(string)
	if raw, ok := v.(rows.Raw); ok {
		s, text = string(raw), true
	}
	switch {
	case c == nil || !text:
	case c.Class == shape.Bits:
		return "b'" + strings.ReplaceAll(s, "'", "") + "'"
	case c.Class == shape.Enum && s == invalid:
		return "0"
	case spatial(c.Cast):
		if srid := srid(c); srid != "" {
			return "ST_GeomFromText(" + escaped(s) + ", " + srid + ")"
		}
		return "ST_GeomFromText(" + escaped(s) + ")"
	case c.Class == shape.Text || c.Class == shape.JSON:
		return escaped(s)
	}
	return literal(v)
}

func srid(c *shape.Column) string {
	for _, a := range c.Extra {
		if a.Name == "srid" {
			return a.Value
		}
	}
	return ""
}

// selected is how a column is read so that nothing of it is lost. Why the factor:
// FLOAT alone is written with six digits.
func selected(c *shape.Column) string {
	name := quote(c.Name)
	switch c.Class {
	case shape.Float:
		return name + " * 1e0"
	case shape.Enum:
		return "IF(" + name + " + 0 = 0, '\\0', " + name + ")"
	case shape.Bits:
		return fmt.Sprintf("LPAD(BIN(%s + 0), %d, '0')", name, c.Size)
	}
	return name
}

// value is what selected gave, as rows are compared.
func value(c *shape.Column, b []byte) any {
	if b == nil {
		return nil
	}
	s := string(b)
	switch c.Class {
	case shape.Int, shape.Bool, shape.Year:
		if n, err := strconv.ParseInt(s, 10, 64); err == nil {
			return n
		}
		return rows.Raw(s)
	case shape.Float:
		if f, err := strconv.ParseFloat(s, 64); err == nil {
			return f
		}
		return rows.Raw(s)
	case shape.Numeric, shape.Bits:
		return rows.Raw(s)
	case shape.Blob:
		return b
	case shape.Other:
		if spatial(c.Cast) || len(c.Samples) == 0 {
			return b
		}
	}
	return s
}

// kept are the columns whose values are read: not those that the server writes
// from the clock.
func kept(t *shape.Table) []*shape.Column {
	out := make([]*shape.Column, 0, len(t.Columns))
	for _, c := range t.Columns {
		if !rowTime(c) {
			out = append(out, c)
		}
	}
	return out
}

// selectAll selects every column that is kept.
func selectAll(t *shape.Table) string {
	var parts []string
	for _, c := range kept(t) {
		parts = append(parts, selected(c))
	}
	if len(parts) == 0 {
		parts = []string{"NULL"}
	}
	return "SELECT " + strings.Join(parts, ", ") + " FROM " + quote(t.Name)
}

// match is the condition that a column holds just this value, to the bit; the
// plain comparison beside it is for an index.
func match(c *shape.Column, v any) string {
	name, text := quote(c.Name), cell(c, v)
	plain := name + " <=> " + text
	if v == nil {
		return plain
	}
	if s, ok := v.(string); ok {
		switch c.Class {
		case shape.Text, shape.JSON, shape.Set:
			return "(" + plain + " AND CAST(CONVERT(" + name + " USING utf8mb4) AS BINARY) <=> x'" + hex.EncodeToString([]byte(s)) + "')"
		case shape.Enum:
			if s == invalid {
				return name + " + 0 <=> 0"
			}
		}
	}
	if b, ok := v.([]byte); ok && spatial(c.Cast) {
		return "CAST(" + name + " AS BINARY) <=> x'" + hex.EncodeToString(b) + "'"
	}
	return plain
}

// typed is a value as the column's type, for a check to look at.
func typed(c *shape.Column, v any) string {
	text := cell(c, v)
	switch c.Class {
	case shape.Int, shape.Bool, shape.Year:
		if c.Limit != nil && c.Limit.Unsigned {
			return "CAST(" + text + " AS UNSIGNED)"
		}
		return "CAST(" + text + " AS SIGNED)"
	case shape.Bits:
		return "CAST(" + text + " AS UNSIGNED)"
	case shape.Numeric:
		return fmt.Sprintf("CAST(%s AS DECIMAL(%d, %d))", text, max(c.Prec, 1), c.Scale)
	case shape.Float:
		return text + " * 1e0"
	case shape.Date:
		return "CAST(" + text + " AS DATE)"
	case shape.Time, shape.DateTime:
		name := map[shape.Class]string{shape.Time: "TIME", shape.DateTime: "DATETIME"}[c.Class]
		return fmt.Sprintf("CAST(%s AS %s(%d))", text, name, c.Scale)
	case shape.Blob:
		return "CAST(" + text + " AS BINARY)"
	case shape.Text, shape.Enum, shape.Set:
		if charset, _, ok := strings.Cut(c.Collation, "_"); ok && charset != "" {
			return "CAST(" + text + " AS CHAR CHARACTER SET " + charset + ") COLLATE " + c.Collation
		}
		return "CAST(" + text + " AS CHAR)"
	}
	return text
}
