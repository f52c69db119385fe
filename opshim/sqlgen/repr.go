package sqlgen

import (
	"fmt"
	"math"
	"math/big"
	"strconv"
	"strings"
	"time"

	"github.com/cockroachdb/apd/v3"

	"github.com/mrt-tools/mrt/opshim/expr"
	"github.com/mrt-tools/mrt/opshim/schema"
)

// Repr is Python's repr() of a database value, for messages and for the
// parameters of a compiled statement.
func Repr(v any) string {
	switch x := v.(type) {
	case nil:
		return "None"
	case bool:
		if x {
			return "True"
		}
		return "False"
	case string:
		return stringRepr(x)
	case []byte:
		return "b" + bytesRepr(x)
	case *apd.Decimal:
		return "Decimal('" + decimalText(x) + "')"
	case [16]byte:
		return "UUID('" + hyphenated(x) + "')"
	case time.Time:
		return timeRepr(x)
	case time.Duration:
		return durationRepr(x)
	case []any:
		parts := make([]string, len(x))
		for i, e := range x {
			parts[i] = Repr(e)
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case schema.DateTime:
		return timeRepr(x.Time())
	case schema.Date:
		return fmt.Sprintf("datetime.date(%d, %d, %d)", x.Year, x.Month, x.Day)
	case schema.Clock:
		return "datetime.time(" + strings.TrimPrefix(timeRepr(schema.DateTime{Date: schema.Date{Year: 1, Month: 1, Day: 1}, Clock: x}.Time()), "datetime.datetime(1, 1, 1, ")
	case schema.Interval:
		return durationRepr(time.Duration(x.Days)*24*time.Hour + time.Duration(x.Seconds)*time.Second + time.Duration(x.Micros)*time.Microsecond)
	case *schema.EnumMember:
		return fmt.Sprintf("<%s.%s: %s>", x.Class, x.Name, Repr(x.Value))
	}
	return Repr2(v)
}

// ParamRepr is repr() of a parameter's value; the type tells dates and times of day
// from datetimes, and tuples from lists.
func ParamRepr(p Param) string {
	switch v := p.Value.(type) {
	case time.Time:
		switch expr.Affinity(p.Type) {
		case "Date":
			return fmt.Sprintf("datetime.date(%d, %d, %d)", v.Year(), int(v.Month()), v.Day())
		case "Time":
			return clockRepr(v)
		}
	case []any:
		if p.Type.Kind == "JSONPathType" {
			return tupleRepr(v)
		}
		if p.Tuples {
			parts := make([]string, len(v))
			for i, e := range v {
				parts[i] = tupleRepr(e)
			}
			return "[" + strings.Join(parts, ", ") + "]"
		}
	}
	return Repr(p.Value)
}

func tupleRepr(v any) string {
	t, ok := v.([]any)
	if !ok {
		return Repr(v)
	}
	parts := make([]string, len(t))
	for i, e := range t {
		parts[i] = Repr(e)
	}
	if len(parts) == 1 {
		return "(" + parts[0] + ",)"
	}
	return "(" + strings.Join(parts, ", ") + ")"
}

func clockRepr(t time.Time) string {
	s := fmt.Sprintf("datetime.time(%d, %d", t.Hour(), t.Minute())
	us := t.Nanosecond() / 1000
	if t.Second() != 0 || us != 0 {
		s += fmt.Sprintf(", %d", t.Second())
	}
	if us != 0 {
		s += fmt.Sprintf(", %d", us)
	}
	return s + ")"
}

// Repr2 is Python's str() of a database value.
func Repr2(v any) string {
	switch x := v.(type) {
	case string:
		return x
	case int64:
		return strconv.FormatInt(x, 10)
	case int:
		return strconv.Itoa(x)
	case float64:
		return floatRepr(x)
	case *big.Int:
		return x.String()
	case *apd.Decimal:
		return decimalText(x)
	case fmt.Stringer:
		return x.String()
	}
	return Repr(v)
}

func decimalText(x *apd.Decimal) string { return x.Text('G') }

func floatRepr(f float64) string {
	switch {
	case math.IsInf(f, 1):
		return "inf"
	case math.IsInf(f, -1):
		return "-inf"
	case math.IsNaN(f):
		return "nan"
	}
	if a := math.Abs(f); a != 0 && (a < 1e-4 || a >= 1e16) {
		s := strconv.FormatFloat(f, 'e', -1, 64)
		return s
	}
	s := strconv.FormatFloat(f, 'f', -1, 64)
	if !strings.ContainsAny(s, ".") {
		s += ".0"
	}
	return s
}

func stringRepr(s string) string {
	q := "'"
	if strings.Contains(s, "'") && !strings.Contains(s, `"`) {
		q = `"`
	}
	return Quoted(s, q)
}

// Quoted writes a text as a Python string literal between quotes q, which is '
// or ": the escapes are those of repr (Python's library reference, str).
func Quoted(s, q string) string {
	var b strings.Builder
	b.WriteString(q)
	for _, r := range s {
		switch {
		case r == '\\' || string(r) == q:
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\r':
			b.WriteString(`\r`)
		case r == '\t':
			b.WriteString(`\t`)
		case r < 0x20 || r == 0x7f:
			fmt.Fprintf(&b, `\x%02x`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteString(q)
	return b.String()
}

func bytesRepr(p []byte) string {
	q := byte('\'')
	if strings.ContainsRune(string(p), '\'') && !strings.ContainsRune(string(p), '"') {
		q = '"'
	}
	var b strings.Builder
	b.WriteByte(q)
	for _, c := range p {
		switch {
		case c == '\\' || c == q:
			b.WriteByte('\\')
			b.WriteByte(c)
		case c == '\n':
			b.WriteString(`\n`)
		case c == '\r':
			b.WriteString(`\r`)
		case c == '\t':
			b.WriteString(`\t`)
		case c < 0x20 || c >= 0x7f:
			fmt.Fprintf(&b, `\x%02x`, c)
		default:
			b.WriteByte(c)
		}
	}
	b.WriteByte(q)
	return b.String()
}

func timeRepr(t time.Time) string {
	s := fmt.Sprintf("datetime.datetime(%d, %d, %d, %d, %d", t.Year(), int(t.Month()), t.Day(), t.Hour(), t.Minute())
	us := t.Nanosecond() / 1000
	if t.Second() != 0 || us != 0 {
		s += fmt.Sprintf(", %d", t.Second())
	}
	if us != 0 {
		s += fmt.Sprintf(", %d", us)
	}
	if t.Location() != time.UTC {
		if _, off := t.Zone(); off == 0 {
			s += ", tzinfo=datetime.timezone.utc"
		} else {
			s += ", tzinfo=datetime.timezone(" + durationRepr(time.Duration(off)*time.Second) + ")"
		}
	}
	return s + ")"
}

func durationRepr(v time.Duration) string {
	us := v.Microseconds()
	days := us / 86400e6
	rest := us % 86400e6
	if rest < 0 {
		rest += 86400e6
		days--
	}
	var parts []string
	if days != 0 {
		parts = append(parts, fmt.Sprintf("days=%d", days))
	}
	if s := rest / 1e6; s != 0 {
		parts = append(parts, fmt.Sprintf("seconds=%d", s))
	}
	if m := rest % 1e6; m != 0 {
		parts = append(parts, fmt.Sprintf("microseconds=%d", m))
	}
	if parts == nil {
		parts = []string{"0"}
	}
	return "datetime.timedelta(" + strings.Join(parts, ", ") + ")"
}
