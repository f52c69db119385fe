package seed

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/mrt-tools/mrt/verifier/internal/rows"
	"github.com/mrt-tools/mrt/verifier/internal/shape"
)

// vary makes another value of the column's type out of v, the k-th (from 1). It
// returns v itself where the type has only a few values.
func vary(c *shape.Column, v any, k int) any {
	switch x := v.(type) {
	case int64:
		if c.Limit != nil && (c.Size == 8 || c.Class == shape.Year) {
			return varySmall(c, k)
		}
		if x > 0 && x < 1<<30 || x == 0 {
			return x + int64(k)
		}
		return int64(k) + 200
	case float64:
		return x + float64(k)
	case []byte:
		return varyBytes(c, x, k)
	case rows.Raw:
		return rows.Raw(varyRaw(c, string(x), k))
	case string:
		return varyText(c, x, k)
	}
	return v
}

// Unused is a value that rows are not expected to hold, or nil.
func Unused(c *shape.Column) any {
	list := Values(c, nil)
	switch {
	case c.Class == shape.Int && c.Size < 32 && c.Size > 0:
		return int64(97)
	case c.Class == shape.Int:
		return int64(987654)
	case len(list) == 0 || c.Class == shape.Bool || c.Class == shape.Enum:
		return nil
	}
	return vary(c, list[0], 97)
}

// Combinations are tuples of values for columns, those among them that the
// literals of checks suggest.
func Combinations(cols []*shape.Column, checks string) [][]any {
	lists := make([][]any, len(cols))
	most := perColumn(len(cols))
	for i, c := range cols {
		list := distinct(append(Values(c, nil), Mined(c, checks)...))
		if !c.NotNull {
			list = append(list, nil)
		}
		lists[i] = list[:min(len(list), most)]
	}
	out := [][]any{{}}
	for _, list := range lists {
		var longer [][]any
		for _, tuple := range out {
			for _, v := range list {
				longer = append(longer, append(tuple[:len(tuple):len(tuple)], v))
			}
		}
		out = longer
	}
	return out[:min(len(out), maxTuples)]
}

func varyText(c *shape.Column, s string, k int) any {
	switch c.Class {
	case shape.Date:
		return shiftTime(s, "2006-01-02", time.Duration(k)*24*time.Hour)
	case shape.DateTime:
		layout := "2006-01-02 " + clockLayout(c)
		if c.TZ {
			layout += "-07"
		}
		return shiftTime(s, layout, time.Duration(k)*time.Second)
	case shape.Time:
		return shiftTime(s, clockLayout(c), time.Duration(k)*time.Second)
	case shape.UUID:
		return uuid(c, k+1000)
	case shape.JSON:
		return fmt.Sprintf(`{"n": %d}`, k)
	case shape.Enum:
		return s
	case shape.Set:
		return subset(c.Labels, k)
	}
	suffix, size := "-"+strconv.Itoa(k), room(c)
	if size > 0 && size < len(suffix)+1 {
		return letters(k, size)
	}
	if size > 0 {
		s = clip(s, size-len(suffix))
	}
	return s + suffix
}

// letters counts in a short text: aa, ab, …
func letters(k, size int) string {
	const alphabet = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
	b := make([]byte, size)
	for i := size - 1; i >= 0; i-- {
		b[i] = alphabet[k%len(alphabet)]
		k /= len(alphabet)
	}
	return string(b)
}

func shiftTime(s, layout string, d time.Duration) string {
	t, err := time.Parse(layout, s)
	if err != nil {
		return s
	}
	if t.Year() == 9999 {
		d = -d
	}
	return t.Add(d).Format(layout)
}

func varyRaw(c *shape.Column, s string, k int) string {
	switch c.Class {
	case shape.Numeric:
		whole := max(c.Prec-c.Scale, 1)
		if c.Prec == 0 || len(strconv.Itoa(k)) <= whole {
			return strconv.Itoa(k)
		}
		return "0." + strconv.Itoa(k)
	case shape.Money, shape.Interval:
		return strconv.Itoa(k)
	case shape.Inet:
		return fmt.Sprintf("10.1.%d.%d", k/256%256, k%256)
	case shape.Cidr:
		return fmt.Sprintf("10.%d.%d.0/24", k/256%256, k%256)
	case shape.MACAddr:
		return fmt.Sprintf("02:00:00:00:%02x:%02x", k/256%256, k%256)
	case shape.TSVector, shape.TSQuery:
		return fmt.Sprintf("'w%d'", k)
	case shape.XML:
		return fmt.Sprintf("<a>%d</a>", k)
	case shape.MultiRange:
		return "{" + varyRaw(&shape.Column{Class: shape.Range, Elem: c.Elem}, "[]", k) + "}"
	case shape.Composite:
		if len(c.Fields) > 0 {
			if list := Values(c.Fields[0], nil); len(list) > 0 {
				return "(" + element(vary(c.Fields[0], list[0], k)) + strings.Repeat(",", len(c.Fields)-1) + ")"
			}
		}
	case shape.Other:
		if n := len(c.Samples); n > 0 {
			return c.Samples[k%n]
		}
	case shape.Float:
		return strconv.Itoa(k)
	case shape.Point:
		return fmt.Sprintf("(%d,1)", k)
	case shape.HStore:
		return fmt.Sprintf(`"a"=>"%d"`, k)
	case shape.Bits:
		n := max(c.Size, 1)
		b := strconv.FormatInt(int64(k), 2)
		if len(b) <= n {
			return strings.Repeat("0", n-len(b)) + b
		}
	case shape.Range:
		if c.Elem != nil {
			return varyRange(c.Elem.Class, s, k)
		}
	case shape.Array:
		if c.Elem != nil {
			if list := Values(c.Elem, nil); len(list) > 0 {
				return "{" + element(vary(c.Elem, list[0], k)) + "}"
			}
		}
	}
	return s
}

// varyRange is the range with number k over a kind of elements; s where there
// is none.
func varyRange(elem shape.Class, s string, k int) string {
	day := time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, k, 0)
	switch elem {
	case shape.Int, shape.Numeric:
		return fmt.Sprintf("[%d,%d)", 100*k, 100*k+5)
	case shape.Date:
		return fmt.Sprintf("[%s,%s)", day.Format("2006-01-02"), day.AddDate(0, 0, 3).Format("2006-01-02"))
	case shape.DateTime:
		return fmt.Sprintf(`["%s","%s")`, day.Format("2006-01-02 15:04:05"), day.AddDate(0, 0, 3).Format("2006-01-02 15:04:05"))
	}
	return s
}
