package seed

import (
	"fmt"
	"math"
	"strings"

	"github.com/mrt-tools/mrt/verifier/internal/rows"
	"github.com/mrt-tools/mrt/verifier/internal/shape"
)

// Values returns values that fit the column's type, awkward ones included, most
// ordinary first. It is empty for a type that we cannot make values of.
func Values(c *shape.Column, words []string) []any {
	switch c.Class {
	case shape.Int:
		return ints(c.Size)
	case shape.Bool:
		return []any{true, false}
	case shape.Numeric:
		return decimals(c.Prec, c.Scale)
	case shape.Float:
		return []any{1.5, 0.1, -0.001, 0.0, 12345.678, -2.5, 100.0, 1e15, 3e-5}
	case shape.Text, shape.Any:
		return texts(c.Size)
	case shape.Blob:
		return []any{[]byte("abc"), []byte{}, []byte{0, 255, 16, 39}, []byte("\xff\xfe blob")}
	case shape.Date:
		return strs("2024-02-29", "1970-01-01", "1999-12-31", "2023-06-15", "9999-12-31", "0001-01-01")
	case shape.Time:
		return strs("12:30:00.000000", "00:00:00.000000", "23:59:59.999999", "06:07:08.000009")
	case shape.DateTime:
		return times(c.TZ)
	case shape.JSON:
		return jsons(words)
	case shape.UUID:
		return []any{uuid(c, 1), uuid(c, 2), uuid(c, 3), uuid(c, 250)}
	case shape.Enum:
		return strs(c.Labels...)
	}
	return others(c, words)
}

func strs(s ...string) []any {
	out := make([]any, len(s))
	for i, x := range s {
		out[i] = x
	}
	return out
}

func ints(bits int) []any {
	out := []any{int64(1), int64(0), int64(42), int64(-1), int64(7), int64(100), int64(34), int64(120)}
	switch bits {
	case 8:
		return append(out, int64(127))
	case 16:
		return append(out, int64(math.MaxInt16), int64(math.MinInt16))
	case 64:
		return append(out, int64(math.MaxInt32)+1, int64(1<<53+1), -int64(1<<53+1))
	}
	return append(out, int64(math.MaxInt32), int64(math.MinInt32))
}

// decimals are texts, so that no digit is lost on the way.
func decimals(prec, scale int) []any {
	if prec == 0 {
		prec, scale = 12, max(scale, 2)
	}
	whole, part := max(prec-scale, 0), max(scale, 0)
	biggest := strings.Repeat("9", min(whole, 13))
	if biggest == "" {
		biggest = "0"
	}
	out := []any{}
	for _, v := range []string{"1.5", "0", "-1.25", "7", "0.01", "10.5", "-3", "100", biggest + "." + strings.Repeat("9", min(part, 15-min(whole, 13)))} {
		if s, ok := fitDecimal(v, whole, part); ok {
			out = append(out, rows.Raw(s))
		}
	}
	return out
}

func fitDecimal(v string, whole, part int) (string, bool) {
	a, b, _ := strings.Cut(v, ".")
	if len(strings.TrimLeft(a, "-0")) > whole {
		return "", false
	}
	b = b[:min(len(b), part)]
	b = strings.TrimRight(b, "0")
	if b == "" {
		if a == "-0" {
			a = "0"
		}
		return a, true
	}
	return a + "." + b, true
}

func texts(size int) []any {
	long := size
	if size == 0 || size > 2000 {
		long = 300
	}
	list := []string{"Alpha", "  padded  ", "MiXeD Case", "", "Ünïcode 😀", "o'Brien \"q\" 100% a\\b;",
		"42", strings.Repeat("long text ", long/10+1), "null", "a@example.com", "   "}
	var out []any
	seen := map[string]bool{}
	for _, s := range list {
		s = clip(s, long)
		if !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	return out
}

// clip cuts a text to n characters.
func clip(s string, n int) string {
	r := []rune(s)
	if len(r) > n {
		return string(r[:n])
	}
	return s
}

func times(tz bool) []any {
	list := []string{"2024-02-29 23:59:59.999999", "1970-01-01 00:00:00.000000", "2023-06-15 12:30:00.000001",
		"1999-12-31 23:59:59.000000", "2024-03-31 02:30:00.500000", "9999-12-31 00:00:00.000000"}
	out := make([]any, len(list))
	for i, s := range list {
		if tz {
			s += "+00"
		}
		out[i] = s
	}
	return out
}

// jsons are documents in a layout that is not the compact one. The first two have
// every word of the migration as a key, with whole numbers and with fractions.
func jsons(words []string) []any {
	var out []any
	for _, number := range []string{"%q: %d", "%q: %d.50"} {
		if len(words) == 0 {
			break
		}
		var b strings.Builder
		for i, w := range words {
			if i > 0 {
				b.WriteString(", ")
			}
			fmt.Fprintf(&b, number, w, i+5)
		}
		out = append(out, "{"+b.String()+"}")
	}
	return append(out, `{"a": 1, "b": ["x", {"c": null}]}`, `{}`, `{"name": "Ünï 😀", "n": 1.50}`, `[]`, `[1, "two", null]`, `"text"`, `null`, `5`)
}

// uuid numbers them; SQLAlchemy stores them without hyphens where there is no
// type of that name.
func uuid(c *shape.Column, n int) any {
	s := fmt.Sprintf("6d727400-0000-4000-8000-%012x", n)
	if c.Size == 32 {
		s = strings.ReplaceAll(s, "-", "")
	}
	return s
}

// others are types that only PostgreSQL and MySQL have, in text form.
func others(c *shape.Column, words []string) []any {
	raw := func(s ...string) []any {
		out := make([]any, len(s))
		for i, x := range s {
			out[i] = rows.Raw(x)
		}
		return out
	}
	switch c.Class {
	case shape.Interval:
		return raw("1 day 02:03:04.5", "0", "-3 mons", "100 years")
	case shape.Inet:
		return raw("192.168.0.1", "::1", "10.0.0.0/8")
	case shape.Cidr:
		return raw("192.168.0.0/24", "10.0.0.0/8", "2001:db8::/32")
	case shape.MACAddr:
		return raw("08:00:2b:01:02:03", "00:00:00:00:00:01")
	case shape.Bits:
		n := max(c.Size, 1)
		return raw(strings.Repeat("0", n), strings.Repeat("1", n))
	case shape.Money:
		return raw("12.34", "0", "-5.00")
	case shape.XML:
		return raw("<a/>", "<a b=\"c\">ü</a>")
	case shape.TSVector, shape.TSQuery:
		return raw("'alpha'", "'beta'")
	case shape.Point:
		return raw("(1,2)", "(0,0)", "(-1.5,3)")
	case shape.HStore:
		return raw(`"a"=>"1"`, ``, `"b"=>NULL`)
	case shape.Range:
		return ranges(c)
	case shape.Array:
		return arrays(c, words)
	}
	return nil
}

func ranges(c *shape.Column) []any {
	if c.Elem == nil {
		return nil
	}
	bound := func(a, b string) any { return rows.Raw(fmt.Sprintf(`["%s","%s")`, a, b)) }
	switch c.Elem.Class {
	case shape.Int, shape.Numeric:
		return []any{bound("1", "5"), rows.Raw("empty"), rows.Raw("[10,)"), bound("20", "21")}
	case shape.Date:
		return []any{bound("2024-01-01", "2024-03-01"), rows.Raw("empty"), bound("1999-12-31", "2000-01-02")}
	case shape.DateTime:
		return []any{bound("2024-01-01 00:00:00", "2024-03-01 12:00:00"), rows.Raw("empty"), bound("1999-12-31 23:59:59.5", "2000-01-01 00:00:00")}
	}
	return nil
}

// arrays are one-dimensional, with NULL and empty ones among them.
func arrays(c *shape.Column, words []string) []any {
	if c.Elem == nil {
		return nil
	}
	elems := Values(c.Elem, words)
	if len(elems) == 0 {
		return nil
	}
	one := func(list ...any) any {
		parts := make([]string, len(list))
		for i, v := range list {
			parts[i] = element(v)
		}
		return rows.Raw("{" + strings.Join(parts, ",") + "}")
	}
	last := elems[len(elems)-1]
	return []any{one(elems[0], last), one(), one(elems[0], nil, elems[0]), one(last)}
}

func element(v any) string {
	if v == nil {
		return "NULL"
	}
	s := fmt.Sprint(v)
	if b, ok := v.([]byte); ok {
		s = fmt.Sprintf(`\x%x`, b)
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}
