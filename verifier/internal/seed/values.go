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
	return limited(c, unlimited(c, words))
}

func unlimited(c *shape.Column, words []string) []any {
	switch c.Class {
	case shape.Int:
		return ints(c)
	case shape.Bool:
		return []any{true, false}
	case shape.Numeric:
		return decimals(c)
	case shape.Float:
		return floats(c)
	case shape.Text:
		return texts(room(c))
	case shape.Any:
		return []any{"Alpha", int64(42), 1.5, []byte{0, 255, 16, 39}, "", "42", "  padded  ", int64(-1), "Ünïcode 😀", 0.1}
	case shape.Blob:
		return []any{[]byte("abc"), []byte{}, []byte{0, 255, 16, 39}, []byte("\xff\xfe blob"), []byte{0}}
	case shape.Date:
		return dates(c)
	case shape.Time:
		return clocks(c)
	case shape.DateTime:
		return times(c)
	case shape.JSON:
		return jsons(words)
	case shape.UUID:
		return []any{uuid(c, 1), uuid(c, 2), uuid(c, 3), uuid(c, 250)}
	case shape.Enum:
		return strs(c.Labels...)
	}
	return others(c, words)
}

// exact: the database holds every type in full, as PostgreSQL does. SQLite holds
// numbers as 64 bits of an integer or a real, so extremes do not survive there
// what any application would do with them.
func exact(c *shape.Column) bool { return c.Cast != "" }

// full: the database holds whole and decimal numbers in full.
func full(c *shape.Column) bool { return exact(c) || c.Limit != nil }

func strs(s ...string) []any {
	out := make([]any, len(s))
	for i, x := range s {
		out[i] = x
	}
	return out
}

func raws(s ...string) []any {
	out := make([]any, len(s))
	for i, x := range s {
		out[i] = rows.Raw(x)
	}
	return out
}

func ints(c *shape.Column) []any {
	out := []any{int64(1), int64(0), int64(42), int64(-1), int64(7), int64(100), int64(34), int64(120)}
	switch c.Size {
	case 8:
		return append(out, int64(127))
	case 16:
		return append(out, int64(math.MaxInt16), int64(math.MinInt16))
	case 24:
		return append(out, int64(1<<23-1), int64(-1<<23))
	case 64:
		out = append(out, int64(math.MaxInt32)+1, int64(1<<53+1), -int64(1<<53+1))
		if full(c) {
			out = append(out, int64(math.MaxInt64), int64(math.MinInt64))
		}
		return out
	}
	return append(out, int64(math.MaxInt32), int64(math.MinInt32))
}

func floats(c *shape.Column) []any {
	out := []any{1.5, 0.1, -0.001, 0.0, 12345.678, -2.5, 100.0, 1e15, 3e-5}
	if !exact(c) {
		return out
	}
	return append(out, raws("NaN", "Infinity", "-Infinity", "-0")...)
}

// decimals are texts, so that no digit is lost on the way.
func decimals(c *shape.Column) []any {
	prec, scale := c.Prec, c.Scale
	if prec == 0 {
		prec, scale = 12, max(scale, 2)
	}
	whole, part := max(prec-scale, 0), max(scale, 0)
	most := 13
	if full(c) {
		most = 60
	}
	biggest := strings.Repeat("9", min(whole, most))
	if biggest == "" {
		biggest = "0"
	}
	out := []any{}
	for _, v := range []string{"1.5", "0", "-1.25", "7", "0.01", "10.5", "-3", "100", biggest + "." + strings.Repeat("9", min(part, most+2-min(whole, most)))} {
		if s, ok := fitDecimal(v, whole, part); ok {
			out = append(out, rows.Raw(s))
		}
	}
	if exact(c) {
		out = append(out, rows.Raw("NaN"))
		if c.Prec == 0 {
			out = append(out, raws("2.50", "12345678901234567890123456789.000000000000000000000000001")...)
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
		"42", strings.Repeat("long text ", long/10+1), "null", "a@example.com", "   ", "two\tcolumns\nand lines\n"}
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

func dates(c *shape.Column) []any {
	out := strs("2024-02-29", "1970-01-01", "1999-12-31", "2023-06-15", "9999-12-31", "0001-01-01")
	if exact(c) {
		out = append(out, strs("infinity", "-infinity")...)
	}
	return out
}

func clocks(c *shape.Column) []any {
	if c.TZ {
		return strs("12:30:00.000000+00", "00:00:00.000000-08", "23:59:59.999999+05:30", "06:07:08.000009+00")
	}
	return strs("12:30:00.000000", "00:00:00.000000", "23:59:59.999999", "06:07:08.000009")
}

func times(c *shape.Column) []any {
	list := []string{"2024-02-29 23:59:59.999999", "1970-01-01 00:00:00.000000", "2023-06-15 12:30:00.000001",
		"1999-12-31 23:59:59.000000", "2024-03-31 02:30:00.500000", "9999-12-31 00:00:00.000000"}
	zones := []string{"+00", "+00", "+05:30", "-08", "+00", "+00"}
	out := make([]any, len(list))
	for i, s := range list {
		if c.TZ {
			s += zones[i]
		}
		out[i] = s
	}
	if exact(c) {
		out = append(out, strs("infinity", "-infinity")...)
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
	return append(out, `{"a": 1, "b": ["x", {"c": null}]}`, `{}`, `{"name": "Ünï 😀", "n": 1.50}`, `[]`, `[1, "two", null]`, `"text"`, `null`, `5`,
		`{"deep": [[{"er": {"and": [{"deeper": [[], {}, ""]}]}}]]}`)
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
