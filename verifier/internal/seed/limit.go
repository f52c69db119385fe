package seed

import (
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/verifier/internal/rows"
	"github.com/mrt-tools/mrt/verifier/internal/shape"
)

// room is how many characters or bytes a value may have, 0 for any number.
func room(c *shape.Column) int {
	if c.Limit != nil && c.Limit.Apart > 0 && (c.Size == 0 || c.Limit.Apart < c.Size) {
		return c.Limit.Apart
	}
	return c.Size
}

// limited leaves out what the column's limits do not take, and adds what stands
// at them.
func limited(c *shape.Column, list []any) []any {
	if c.Limit == nil {
		return list
	}
	var out []any
	for _, v := range list {
		if v, ok := limit(c, v); ok {
			out = append(out, v)
		}
	}
	switch {
	case c.Class == shape.Int && c.Limit.Unsigned:
		out = append(out, greatest(c.Size))
	case c.Limit.Zero != "":
		out = append(out, c.Limit.Zero)
	case c.Class == shape.Time:
		out = append(out, "-838:59:59", "838:59:59")
	}
	return distinct(out)
}

// greatest is the greatest number without a sign of so many bits.
func greatest(bits int) any {
	if bits == 64 {
		return rows.Raw("18446744073709551615")
	}
	return int64(1)<<bits - 1
}

// within is a number that keys may begin after, if the column reaches that far.
func within(c *shape.Column, n int64) int64 {
	if c.Limit != nil && c.Size > 0 && c.Size < 32 && n >= 1<<(c.Size-2) {
		return 0
	}
	return n
}

// limit is the value as the column takes it; false if it does not.
func limit(c *shape.Column, v any) (any, bool) {
	switch x := v.(type) {
	case int64:
		return v, !(c.Limit.Unsigned && x < 0)
	case float64:
		return v, !(c.Limit.Unsigned && x < 0) && (c.Prec == 0 || fitsFloat(c, x))
	case rows.Raw:
		return v, !(c.Limit.Unsigned && strings.HasPrefix(string(x), "-"))
	case []byte:
		return limitBytes(c, x), true
	case string:
		return limitText(c, x)
	}
	return v, true
}

// fitsFloat: FLOAT(7, 3) holds four digits before the point, and no more than
// three after it.
func fitsFloat(c *shape.Column, x float64) bool {
	whole, part := 1.0, 1.0
	for range c.Prec - c.Scale {
		whole *= 10
	}
	for range c.Scale {
		part *= 10
	}
	x = max(x, -x)
	return x < whole && x*part == float64(int64(x*part))
}

func limitBytes(c *shape.Column, b []byte) []byte {
	if n := room(c); n > 0 && len(b) > n {
		b = b[:n]
	}
	if c.Limit.Fixed && len(b) < c.Size {
		b = append(slices.Clone(b), make([]byte, c.Size-len(b))...)
	}
	return b
}

func limitText(c *shape.Column, s string) (any, bool) {
	switch c.Class {
	case shape.Date, shape.Time, shape.DateTime:
		if n := strings.LastIndexByte(s, '.'); n > 0 {
			s = strings.TrimSuffix(s[:min(len(s), n+1+c.Scale)], ".")
		}
		return s, (c.Limit.Least == "" || s >= c.Limit.Least) && (c.Limit.Most == "" || s <= c.Limit.Most)
	case shape.Text, shape.JSON:
		if c.Limit.Rune > 0 {
			s = strings.Map(func(r rune) rune {
				if r > c.Limit.Rune {
					return -1
				}
				return r
			}, s)
		}
		if n := room(c); n > 0 && c.Class == shape.Text {
			s = clip(s, n)
		}
	}
	return s, true
}

// clockLayout is a time of day with the digits that the column keeps.
func clockLayout(c *shape.Column) string {
	const clock = "15:04:05"
	switch {
	case c.Limit == nil:
		return clock + ".000000"
	case c.Scale == 0:
		return clock
	}
	return clock + "." + strings.Repeat("0", c.Scale)
}

// varySmall counts through types of a few hundred values.
func varySmall(c *shape.Column, k int) int64 {
	if c.Class == shape.Year {
		return 1902 + int64(k)%250
	}
	return 1 + int64(k)%126
}

// varyBytes puts a number at the end, within the room that there is.
func varyBytes(c *shape.Column, b []byte, k int) []byte {
	end := []byte{byte(k), byte(k >> 8)}
	n := room(c)
	if c.Limit == nil || n == 0 {
		return append(slices.Clone(b), end...)
	}
	end = end[:min(len(end), n)]
	return limitBytes(c, append(slices.Clone(b[:min(len(b), n-len(end))]), end...))
}

// subsets of labels: none, each, all.
func subsets(labels []string) []any {
	out := []any{}
	if len(labels) > 0 {
		out = append(out, labels[0])
	}
	out = append(out, "", strings.Join(labels, ","))
	return distinct(append(out, strs(labels...)...))
}

// subset is the k-th one.
func subset(labels []string, k int) string {
	var out []string
	for i, l := range labels {
		if i < 62 && k>>i&1 == 1 {
			out = append(out, l)
		}
	}
	return strings.Join(out, ",")
}
