package seed

import (
	"fmt"
	"strings"

	"github.com/mrt-tools/mrt/verifier/internal/rows"
	"github.com/mrt-tools/mrt/verifier/internal/shape"
)

// others are types that only PostgreSQL and MySQL have, in text form.
func others(c *shape.Column, words []string) []any {
	switch c.Class {
	case shape.Interval:
		return raws("1 day 02:03:04.5", "0", "-3 mons", "100 years", "1 mon 30 days 24:00:00", "-1 days +00:00:00.000001")
	case shape.Inet:
		return raws("192.168.0.1", "::1", "10.0.0.0/8", "10.1.2.3/8", "2001:db8::1/64")
	case shape.Cidr:
		return raws("192.168.0.0/24", "10.0.0.0/8", "2001:db8::/32")
	case shape.MACAddr:
		return raws("08:00:2b:01:02:03", "00:00:00:00:00:01")
	case shape.Bits:
		return bits(c)
	case shape.Money:
		return raws("12.34", "0", "-5.00", "92233720368547758.07")
	case shape.XML:
		return raws("<a/>", "<a b=\"c\">ü</a>")
	case shape.TSVector:
		return raws("'alpha'", "'alpha':1A 'beta':2,7B", "")
	case shape.TSQuery:
		return raws("'alpha'", "'alpha' & !'beta':A", "'a' <-> 'b'")
	case shape.Point:
		return raws("(1,2)", "(0,0)", "(-1.5,3)")
	case shape.HStore:
		return raws(`"a"=>"1"`, ``, `"b"=>NULL`)
	case shape.Range:
		return ranges(c)
	case shape.MultiRange:
		return multiRanges(c)
	case shape.Array:
		return arrays(c, words)
	case shape.Composite:
		return composites(c, words)
	case shape.Year:
		return []any{int64(2024), int64(1999), int64(1970), int64(1901), int64(2155), int64(0)}
	case shape.Set:
		return subsets(c.Labels)
	}
	return raws(c.Samples...)
}

// bits fill a fixed length, or take several lengths up to the limit.
func bits(c *shape.Column) []any {
	n := max(c.Size, 1)
	out := raws(strings.Repeat("0", n), strings.Repeat("1", n), strings.Repeat("10", n)[:n])
	if c.Varying {
		out = append(out, raws("", "1", strings.Repeat("01", n)[:n])...)
	}
	return out
}

// spans are pairs of bounds that do not meet, in rising order.
func spans(elem *shape.Column) [][2]string {
	switch elem.Class {
	case shape.Int, shape.Numeric, shape.Float:
		return [][2]string{{"1", "5"}, {"20", "21"}, {"100", "1000"}}
	case shape.Date:
		return [][2]string{{"1999-12-31", "2000-01-02"}, {"2024-01-01", "2024-03-01"}, {"2025-01-01", "2025-01-02"}}
	case shape.DateTime:
		return [][2]string{{"1999-12-31 23:59:59.5", "2000-01-01 00:00:00"}, {"2024-01-01 00:00:00", "2024-03-01 12:00:00"}, {"2025-01-01 00:00:00", "2025-01-02 00:00:00"}}
	case shape.Time:
		return [][2]string{{"01:00:00", "02:00:00.5"}, {"03:00:00", "04:00:00"}, {"12:00:00", "23:59:59"}}
	case shape.Text:
		return [][2]string{{"a", "b"}, {"c", "dd"}, {"x y", "z"}}
	case shape.Inet:
		return [][2]string{{"10.0.0.1", "10.0.0.9"}, {"10.0.1.1", "10.0.1.9"}, {"192.168.0.1", "192.168.0.2"}}
	}
	return nil
}

func bound(s [2]string) string { return fmt.Sprintf(`["%s","%s")`, s[0], s[1]) }

// ranges: bounded, empty, without a lower or an upper bound or both, with the
// other kind of bounds.
func ranges(c *shape.Column) []any {
	if c.Elem == nil {
		return nil
	}
	s := spans(c.Elem)
	if len(s) == 0 {
		return nil
	}
	return raws(bound(s[0]), "empty", fmt.Sprintf(`["%s",)`, s[2][1]), bound(s[1]), fmt.Sprintf(`(,"%s")`, s[0][0]), fmt.Sprintf(`("%s","%s"]`, s[2][0], s[2][1]), "(,)")
}

func multiRanges(c *shape.Column) []any {
	if c.Elem == nil {
		return nil
	}
	s := spans(c.Elem)
	if len(s) == 0 {
		return nil
	}
	return raws("{"+bound(s[0])+"}", "{}", "{"+bound(s[0])+","+bound(s[1])+"}", "{(,)}")
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
	out := []any{one(elems[0], last), one(), one(elems[0], nil, elems[0]), one(last)}
	if len(c.Elem.Checks) > 0 { // some of the elements may be refused: each alone
		for _, v := range elems[:min(len(elems), 8)] {
			out = append(out, one(v))
		}
	}
	return out
}

// composites are rows: whole ones, one of NULLs alone, which is not NULL itself.
func composites(c *shape.Column, words []string) []any {
	lists := make([][]any, len(c.Fields))
	for i, f := range c.Fields {
		if lists[i] = Values(f, words); len(lists[i]) == 0 {
			lists[i] = []any{nil}
		}
	}
	row := func(n int) any {
		parts := make([]string, len(lists))
		for i, list := range lists {
			if n >= 0 {
				if v := list[(n+n*i)%len(list)]; v != nil {
					parts[i] = element(v)
				}
			}
		}
		return rows.Raw("(" + strings.Join(parts, ",") + ")")
	}
	return []any{row(0), row(-1), row(1), row(2), row(3)}
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

// literals are texts that one type or another can read: for types that we know
// nothing of.
var literals = raws("1", "a", "(1,2)", "{}", "2024-01-01", "a.b", "1,2", "[1,2]", "(1,2),(3,4)", "x", "0/0", "10", "{1}", "abc", "true")
