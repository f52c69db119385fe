package sqlgen

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"
	"time"

	"github.com/cockroachdb/apd/v3"

	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/schema"
)

// Literal renders a database value as SQL text, as literal_binds does. A
// time.Time in time.UTC is a naive Python datetime; any other location is its
// time zone.
func (d *Dialect) Literal(value any, t schema.Type) (string, error) {
	if value == nil && !evaluatesNone(t) {
		return "NULL", nil
	}
	s, ok, err := d.literal(value, t)
	if err != nil {
		return "", err
	}
	if !ok {
		return "", &Error{Type: "CompileError", Message: fmt.Sprintf("No literal value renderer is available for literal value \"%s\" with datatype %s",
			Repr(value), typeString(t))}
	}
	if d.backslashes() {
		s = strings.ReplaceAll(s, `\`, `\\`)
	}
	return s, nil
}

func evaluatesNone(t schema.Type) bool {
	return expr.Affinity(t) == "JSON" && !t.NoneAsNull
}

// typeString is str(type) in Python.
func typeString(t schema.Type) string {
	s, err := (&Dialect{Name: "default_enhanced", Paramstyle: "named"}).CompileType(t)
	if err != nil {
		return t.Kind
	}
	return s
}

// couldNot is SQLAlchemy's error for a renderer that fails on a value.
func couldNot(value any, t schema.Type) error {
	return &Error{Type: "CompileError", Message: fmt.Sprintf("Could not render literal value \"%s\" with datatype %s; see parent stack trace for more detail.",
		Repr(value), typeString(t))}
}

func (d *Dialect) literal(value any, t schema.Type) (string, bool, error) {
	if t.Kind == "TypeDecorator" && t.Hook != nil {
		if s, ok, err := t.Hook.LiteralValue(value, d.pyName()); err != nil || ok {
			return s, ok, err
		}
		v, err := t.Hook.BindValue(value, d.pyName())
		if err != nil {
			return "", false, couldNot(value, t)
		}
		value = v
		if value == nil {
			return "NULL", true, nil
		}
	}
	u, err := d.implType(t)
	if err != nil {
		return "", false, err
	}
	switch aff := expr.Affinity(u); aff {
	case "String":
		return d.stringLiteral(value, u)
	case "Integer":
		return d.integerLiteral(value, u)
	case "Numeric":
		return numericLiteral(value, u)
	case "Boolean":
		return d.booleanLiteral(value, u)
	case "DateTime", "Date", "Time":
		s, ok := d.timeLiteral(value, aff)
		if !ok {
			return "", false, couldNot(value, t)
		}
		return s, true, nil
	case "Uuid":
		return d.uuidLiteral(value, u)
	case "Interval":
		return d.intervalLiteral(value, u)
	case "_Binary":
		return d.binaryLiteral(value, u)
	case "ARRAY":
		return d.arrayLiteral(value, u)
	case "JSONPathType":
		if d.Name == "default" || d.Name == "default_enhanced" {
			return "", false, &Error{Type: "CompileError", Message: fmt.Sprintf("Could not render literal value \"%s\" with datatype JSONPathType(); see parent stack trace for more detail.", tupleRepr(value))}
		}
		return d.jsonPathLiteral(value)
	}
	return "", false, nil
}

func (d *Dialect) quoteString(s string) string {
	s = strings.ReplaceAll(s, "'", "''")
	if d.doublePercents() {
		s = strings.ReplaceAll(s, "%", "%%")
	}
	return "'" + s + "'"
}

func (d *Dialect) stringLiteral(value any, t schema.Type) (string, bool, error) {
	switch v := value.(type) {
	case string:
		if t.Kind == "JSONStrIndexType" && d.jsonPaths() {
			return d.quoteString(`$."` + v + `"`), true, nil
		}
		return d.quoteString(v), true, nil
	case *schema.EnumMember:
		if s, ok := v.Value.(string); ok && t.Enum == nil {
			return d.quoteString(s), true, nil
		}
		return d.quoteString(enumValue(*v, t)), true, nil
	}
	return "", false, couldNot(value, t)
}

// jsonPaths reports whether the dialect writes JSON indexes as paths.
func (d *Dialect) jsonPaths() bool { return d.isMySQL() || d.Name == "sqlite" }

// enumValue is the text stored for a member of a PEP 435 class.
func enumValue(m schema.EnumMember, t schema.Type) string {
	if t.Enum != nil {
		for i, name := range t.Enum.Members {
			if name == m.Name && i < len(t.Enum.Labels) {
				return t.Enum.Labels[i]
			}
		}
	}
	return m.Name
}

func (d *Dialect) integerLiteral(value any, t schema.Type) (string, bool, error) {
	switch v := value.(type) {
	case int64:
		if t.Kind == "JSONIntIndexType" && d.jsonPaths() {
			return d.quoteString("$[" + strconv.FormatInt(v, 10) + "]"), true, nil
		}
		return strconv.FormatInt(v, 10), true, nil
	case int:
		return strconv.Itoa(v), true, nil
	case bool:
		if v {
			return "1", true, nil
		}
		return "0", true, nil
	case *big.Int:
		return v.String(), true, nil
	case float64:
		return strconv.FormatInt(int64(v), 10), true, nil
	case *apd.Decimal:
		var whole apd.Decimal
		if _, err := apd.BaseContext.WithPrecision(1000).RoundToIntegralValue(&whole, v); err == nil {
			return whole.Text('f'), true, nil
		}
	case string:
		s := strings.TrimSpace(v)
		if _, err := strconv.ParseInt(s, 10, 64); err == nil {
			return strings.TrimPrefix(s, "+"), true, nil
		}
	}
	return "", false, couldNot(value, t)
}

func numericLiteral(value any, t schema.Type) (string, bool, error) {
	switch v := value.(type) {
	case string:
		if _, _, err := apd.NewFromString(strings.TrimSpace(v)); err != nil {
			return "", false, couldNot(value, t)
		}
		return v, true, nil
	case int64, int, float64, *apd.Decimal, *big.Int:
		return Repr2(v), true, nil
	case bool:
		return Repr(v), true, nil
	}
	return "", false, couldNot(value, t)
}

func (d *Dialect) booleanLiteral(value any, t schema.Type) (string, bool, error) {
	yes, no := d.boolWords()
	switch v := value.(type) {
	case bool:
		if v {
			return yes, true, nil
		}
		return no, true, nil
	case int64:
		switch v {
		case 1:
			return yes, true, nil
		case 0:
			return no, true, nil
		}
	}
	return "", false, couldNot(value, t)
}

// boolWords are the texts of true() and false().
func (d *Dialect) boolWords() (string, string) {
	if d.isMySQL() || d.Name != "sqlite" && d.nativeBoolean() {
		return "true", "false"
	}
	return "1", "0"
}

// moment reads the forms in which dates and times come.
func moment(value any) (time.Time, bool) {
	switch v := value.(type) {
	case time.Time:
		return v, true
	case schema.DateTime:
		return v.Time(), true
	case schema.Date:
		return schema.DateTime{Date: v}.Time(), true
	case schema.Clock:
		return schema.DateTime{Date: schema.Date{Year: 1, Month: 1, Day: 1}, Clock: v}.Time(), true
	}
	return time.Time{}, false
}

func (d *Dialect) timeLiteral(value any, aff string) (string, bool) {
	v, ok := moment(value)
	if !ok {
		return "", false
	}
	if d.Name == "sqlite" {
		switch aff {
		case "Date":
			return "'" + v.Format("2006-01-02") + "'", true
		case "Time":
			return "'" + v.Format("15:04:05.000000") + "'", true
		}
		return "'" + v.Format("2006-01-02 15:04:05.000000") + "'", true
	}
	clock := v.Format("15:04:05")
	if v.Nanosecond()/1000 != 0 {
		clock = v.Format("15:04:05.000000")
	}
	if v.Location() != time.UTC {
		clock += v.Format("-07:00")
	}
	switch aff {
	case "Date":
		return "'" + v.Format("2006-01-02") + "'", true
	case "Time":
		return "'" + clock + "'", true
	}
	return "'" + v.Format("2006-01-02") + " " + clock + "'", true
}

func (d *Dialect) uuidLiteral(value any, t schema.Type) (string, bool, error) {
	character := !d.traits().nativeUUID || t.Native == schema.No
	switch v := value.(type) {
	case [16]byte:
		h := fmt.Sprintf("%x", v[:])
		if character {
			return "'" + h + "'", true, nil
		}
		return "'" + hyphenated(v) + "'", true, nil
	case string:
		if t.AsUUID == schema.No {
			return d.stringUUID(v), true, nil
		}
	}
	return "", false, couldNot(value, t)
}

func (d *Dialect) stringUUID(v string) string {
	return "'" + strings.ReplaceAll(strings.ReplaceAll(v, "-", ""), "'", "''") + "'"
}

func hyphenated(v [16]byte) string {
	h := fmt.Sprintf("%x", v[:])
	return h[:8] + "-" + h[8:12] + "-" + h[12:16] + "-" + h[16:20] + "-" + h[20:]
}

func (d *Dialect) intervalLiteral(value any, t schema.Type) (string, bool, error) {
	v, ok := value.(time.Duration)
	if i, isInterval := value.(schema.Interval); isInterval {
		v, ok = time.Duration(i.Days)*24*time.Hour+time.Duration(i.Seconds)*time.Second+time.Duration(i.Micros)*time.Microsecond, true
	}
	if !ok {
		return "", false, couldNot(value, t)
	}
	if d.Name != "postgresql" {
		return "", false, couldNot(value, t)
	}
	return "make_interval(secs=>" + floatRepr(v.Seconds()) + ")", true, nil
}

func (d *Dialect) binaryLiteral(value any, t schema.Type) (string, bool, error) {
	v, ok := value.([]byte)
	if !ok {
		return "", false, couldNot(value, t)
	}
	return "'" + strings.ReplaceAll(string(v), "'", "''") + "'", true, nil
}

func (d *Dialect) arrayLiteral(value any, t schema.Type) (string, bool, error) {
	if t.Item == nil {
		return "", false, nil
	}
	open := "["
	if d.Name == "postgresql" || t.Dialect == "postgresql" {
		open = "ARRAY["
	}
	items, ok := value.([]any)
	if !ok {
		return "", false, couldNot(value, t)
	}
	var out []string
	for _, it := range items {
		inner := *t.Item
		if nested, isList := it.([]any); isList {
			s, ok, err := d.arrayLiteral(nested, t)
			if !ok || err != nil {
				return "", ok, err
			}
			out = append(out, s)
			continue
		}
		if it == nil {
			out = append(out, "NULL")
			continue
		}
		s, ok, err := d.literal(it, inner)
		if !ok || err != nil {
			return "", ok, err
		}
		out = append(out, s)
	}
	return open + strings.Join(out, ", ") + "]", true, nil
}

func (d *Dialect) jsonPathLiteral(value any) (string, bool, error) {
	items, ok := value.([]any)
	if !ok {
		s, isText := value.(string)
		return d.quoteString(s), isText, nil
	}
	var parts []string
	for _, it := range items {
		if d.Name == "postgresql" {
			parts = append(parts, Repr2(it))
			continue
		}
		if n, isInt := it.(int64); isInt {
			parts = append(parts, fmt.Sprintf("[%d]", n))
		} else {
			parts = append(parts, fmt.Sprintf(".\"%s\"", Repr2(it)))
		}
	}
	if d.Name == "postgresql" {
		return d.quoteString("{" + strings.Join(parts, ", ") + "}"), true, nil
	}
	return d.quoteString("$" + strings.Join(parts, "")), true, nil
}
