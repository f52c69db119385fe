package verifier

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"
	"time"

	"github.com/cockroachdb/apd/v3"

	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/opshim/schema"
)

// bind turns a value of a script into what the driver takes, as SQLAlchemy's
// bind processors do for the type on that database.
func bind(v any, t schema.Type, dialect string) (any, error) {
	t, v, err := resolve(t, v, dialect)
	if err != nil {
		return nil, err
	}
	if t.Kind == "JSON" || t.Kind == "JSONB" {
		if v == nil && t.NoneAsNull {
			return nil, nil
		}
		return toJSON(v)
	}
	if strings.HasPrefix(t.Kind, "JSON") && v != nil {
		return jsonKey(v, dialect)
	}
	switch x := v.(type) {
	case nil, bool, int64, float64, []byte:
		return v, nil
	case string:
		return bindText(x, t, dialect)
	case *big.Int:
		if x.IsInt64() {
			return x.Int64(), nil
		}
		if dialect == "sqlite" {
			return nil, statementError("(builtins.OverflowError) Python int too large to convert to SQLite INTEGER")
		}
		return x.String(), nil
	case *apd.Decimal:
		if dialect == "sqlite" {
			f, err := x.Float64()
			return f, err
		}
		return x.Text('f'), nil
	case [16]byte:
		return bindUUID(x, t, dialect), nil
	case *schema.EnumMember:
		return member(x, t), nil
	case schema.Date, schema.Clock, schema.DateTime, schema.Interval:
		return bindTemporal(x, t, dialect), nil
	case []any:
		return bindArray(x, t, dialect)
	case schema.Foreign:
		if dialect == "postgresql" {
			return x.JSON()
		}
		r, _ := x.Repr()
		return nil, statementError("(sqlite3.ProgrammingError) Error binding parameter: " + r + " is not supported")
	}
	return nil, fmt.Errorf("a parameter of Go type %T is not supported", v)
}

// bindTemporal: SQLite keeps dates and times as text in SQLAlchemy's format.
func bindTemporal(v any, t schema.Type, dialect string) any {
	if dialect == "mysql" || dialect == "mariadb" {
		return bindClock(v, t)
	}
	switch x := v.(type) {
	case schema.Date:
		if dialect == "sqlite" && isDateTime(t) {
			return x.ISO() + " 00:00:00.000000"
		}
		return x.ISO()
	case schema.Clock:
		if dialect == "sqlite" {
			return clock(x)
		}
		return x.ISO()
	case schema.DateTime:
		if dialect == "sqlite" && t.Kind == "Date" {
			return x.Date.ISO()
		}
		if dialect == "sqlite" {
			return x.Date.ISO() + " " + clock(x.Clock)
		}
		return x.ISO(" ")
	case schema.Interval:
		if dialect == "sqlite" {
			return sinceEpoch(x)
		}
		return fmt.Sprintf("%d days %d.%06d seconds", x.Days, x.Seconds, x.Micros)
	}
	return v
}

// bindClock is what PyMySQL makes of dates and times: it leaves zones out, and
// microseconds where there are none.
func bindClock(v any, t schema.Type) any {
	fraction := func(text string, micro int64) string {
		if micro != 0 {
			text += fmt.Sprintf(".%06d", micro)
		}
		return text
	}
	hours := func(c schema.Clock) string {
		return fraction(fmt.Sprintf("%02d:%02d:%02d", c.Hour, c.Minute, c.Second), int64(c.Micro))
	}
	switch x := v.(type) {
	case schema.Date:
		return x.ISO()
	case schema.Clock:
		return hours(x)
	case schema.DateTime:
		return x.Date.ISO() + " " + hours(x.Clock)
	case schema.Interval:
		if t.Kind == "Interval" { // kept as a moment after the epoch
			return sinceEpoch(x)
		}
		total := int64(x.Days)*86400 + int64(x.Seconds)
		return fraction(fmt.Sprintf("%02d:%02d:%02d", total/3600, total/60%60, total%60), int64(x.Micros))
	}
	return v
}

// jsonKey is the right side of column["key"], column[3] and column["a", "b"]: a
// path in SQLite and MySQL, a key or an array of keys in PostgreSQL.
func jsonKey(v any, dialect string) (any, error) {
	list, path := v.([]any)
	if !path {
		list = []any{v}
	}
	parts := make([]string, len(list))
	for i, e := range list {
		_, text := e.(string)
		switch {
		case dialect == "postgresql":
			parts[i] = fmt.Sprint(e)
		case text:
			parts[i] = fmt.Sprintf(`."%s"`, e)
		default:
			parts[i] = fmt.Sprintf("[%v]", e)
		}
	}
	switch {
	case dialect != "postgresql":
		return "$" + strings.Join(parts, ""), nil
	case path:
		return bindArray(list, schema.Type{}, dialect)
	}
	return v, nil
}

func statementError(message string) error {
	return &opshim.DBError{Class: "StatementError", Message: message}
}

// maxTypes bounds how deep types wrap each other.
const maxTypes = 10

// resolve goes through variants and TypeDecorators to the type that counts.
func resolve(t schema.Type, v any, dialect string) (schema.Type, any, error) {
	for range maxTypes {
		found := false
		for _, variant := range t.Variants {
			if variant.Dialect == dialect {
				t, found = variant.Type, true
				break
			}
		}
		if found {
			continue
		}
		if t.Hook != nil {
			next, err := t.Hook.BindValue(v, dialect)
			if err != nil {
				return t, nil, err
			}
			v = next
			if impl, err := t.Hook.DialectImpl(dialect); err == nil && impl != nil {
				t = *impl
				continue
			}
		}
		if t.Impl == nil {
			break
		}
		t = *t.Impl
	}
	return t, v, nil
}

func isDateTime(t schema.Type) bool {
	return t.Kind == "DateTime" || t.Kind == "DATETIME" || t.Kind == "TIMESTAMP"
}

// bindText: SQLite's date types refuse text; PostgreSQL's driver takes it.
func bindText(s string, t schema.Type, dialect string) (any, error) {
	if dialect == "sqlite" {
		switch t.Kind {
		case "DateTime", "DATETIME", "TIMESTAMP":
			return nil, statementError("(builtins.TypeError) SQLite DateTime type only accepts Python datetime and date objects as input.")
		case "Date", "DATE":
			return nil, statementError("(builtins.TypeError) SQLite Date type only accepts Python date objects as input.")
		case "Time", "TIME":
			return nil, statementError("(builtins.TypeError) SQLite Time type only accepts Python time objects as input.")
		}
	}
	return s, nil
}

func clock(c schema.Clock) string {
	return fmt.Sprintf("%02d:%02d:%02d.%06d", c.Hour, c.Minute, c.Second, c.Micro)
}

// sinceEpoch is how a database without intervals keeps one.
func sinceEpoch(i schema.Interval) string {
	date := time.Unix(0, 0).UTC().AddDate(0, 0, int(i.Days)).Format("2006-01-02")
	return fmt.Sprintf("%s %02d:%02d:%02d.%06d", date, i.Seconds/3600, i.Seconds/60%60, i.Seconds%60, i.Micros)
}

func bindUUID(u [16]byte, t schema.Type, dialect string) any {
	hex := fmt.Sprintf("%x", u[:])
	if dialect == "sqlite" || dialect == "mysql" || t.Native == schema.No {
		return hex
	}
	return hex[:8] + "-" + hex[8:12] + "-" + hex[12:16] + "-" + hex[16:20] + "-" + hex[20:]
}

// member is the label of an enum member.
func member(m *schema.EnumMember, t schema.Type) any {
	if t.Enum != nil {
		for i, name := range t.Enum.Members {
			if name == m.Name && i < len(t.Enum.Labels) {
				return t.Enum.Labels[i]
			}
		}
	}
	return m.Name
}

// bindArray: a list is an array on PostgreSQL, in text form.
func bindArray(list []any, t schema.Type, dialect string) (any, error) {
	if dialect != "postgresql" {
		return nil, statementError("(sqlite3.ProgrammingError) Error binding parameter: type 'list' is not supported")
	}
	item := schema.Type{}
	if t.Item != nil {
		item = *t.Item
	}
	parts := make([]string, len(list))
	for i, v := range list {
		if v == nil {
			parts[i] = "NULL"
			continue
		}
		b, err := bind(v, item, dialect)
		if err != nil {
			return nil, err
		}
		if _, ok := v.([]any); ok {
			parts[i] = fmt.Sprint(b)
			continue
		}
		parts[i] = `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(fmt.Sprint(b)) + `"`
	}
	return "{" + strings.Join(parts, ",") + "}", nil
}

// toJSON is json.dumps.
func toJSON(v any) (any, error) {
	switch x := v.(type) {
	case nil:
		return "null", nil
	case bool:
		return strconv.FormatBool(x), nil
	case int64:
		return strconv.FormatInt(x, 10), nil
	case *big.Int:
		return x.String(), nil
	case float64:
		s := strconv.FormatFloat(x, 'g', -1, 64)
		if !strings.ContainsAny(s, ".eIN") {
			s += ".0"
		}
		return s, nil
	case string:
		return quoteJSON(x), nil
	case []any:
		parts := make([]string, len(x))
		for i, e := range x {
			s, err := toJSON(e)
			if err != nil {
				return nil, err
			}
			parts[i] = s.(string)
		}
		return "[" + strings.Join(parts, ", ") + "]", nil
	case schema.Foreign:
		return x.JSON()
	}
	return nil, statementError(fmt.Sprintf("(builtins.TypeError) Object of type %T is not JSON serializable", v))
}

// quoteJSON writes a string as json.dumps does: ASCII only.
func quoteJSON(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\r':
			b.WriteString(`\r`)
		case r == '\t':
			b.WriteString(`\t`)
		case r == '\b':
			b.WriteString(`\b`)
		case r == '\f':
			b.WriteString(`\f`)
		case r >= 0x10000:
			r -= 0x10000
			fmt.Fprintf(&b, `\u%04x\u%04x`, 0xd800+(r>>10), 0xdc00+(r&0x3ff))
		case r < 0x20 || r > 0x7e:
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
