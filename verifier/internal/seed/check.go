package seed

import (
	"slices"
	"strconv"
	"strings"

	"github.com/mrt-tools/mrt/verifier/internal/rows"
	"github.com/mrt-tools/mrt/verifier/internal/shape"
	"github.com/mrt-tools/mrt/verifier/internal/sqltok"
)

// mentioned are the columns that an expression names.
func (p *planner) mentioned(expr string) []int {
	seen := map[int]bool{}
	var out []int
	for _, t := range sqltok.Cut(expr) {
		if i, ok := p.at[t.Lower]; ok && t.Named() && !seen[i] {
			seen[i] = true
			out = append(out, i)
		}
	}
	return out
}

// candidates makes the list of values per column: those of its type and those
// that its checks mention, less those that its checks refuse.
func (p *planner) candidates() {
	p.lists = make([][]any, len(p.cols))
	p.serial = make([]int64, len(p.cols))
	for i, c := range p.cols {
		list := Values(c, p.in.Words)
		if len(list) == 0 && c.Cast != "" {
			list = literals
		}
		for _, k := range p.checks {
			if contains(k.cols, i) {
				list = append(list, Mined(c, k.sql)...)
			}
		}
		for _, k := range c.Checks {
			list = append(list, Mined(c, k)...)
		}
		p.lists[i] = distinct(limited(c, list))
		p.apart(i)
		p.thin(i)
		if c.Class == shape.Int && p.alone(i) && !p.checked(i) && !p.foreign(i) {
			p.serial[i] = max(p.highest(i), within(c, p.in.Above)) + 1
		}
		p.cycles = append(p.cycles, p.cycle(i))
	}
}

// thin keeps the candidates that every check over column i alone accepts. If
// none is left, a wider pool is tried.
func (p *planner) thin(i int) {
	c := p.cols[i]
	filter := func(list []any) []any {
		if doubtful(c) {
			list = p.accepted("true", c, list)
		}
		for _, k := range p.checks {
			if len(k.cols) == 1 && k.cols[0] == i {
				list = p.accepted(k.sql, c, list)
			}
		}
		value := *c
		value.Name = "value"
		for _, k := range c.Checks {
			list = p.accepted(k, &value, list)
		}
		return list
	}
	list := filter(p.lists[i])
	if p.checked(i) && (len(list) == 0 || p.alone(i) && len(list) < few) {
		list = distinct(append(list, filter(pool(c))...))
	}
	p.lists[i] = list
}

// few are values that do not suffice where each may be used once.
const few = 12

// doubtful: not every value that we make is one of the type's.
func doubtful(c *shape.Column) bool {
	if c.Cast == "" {
		return false
	}
	switch c.Class {
	case shape.Array, shape.Composite, shape.Range, shape.MultiRange, shape.Other:
		return true
	case shape.Numeric:
		return c.Scale > c.Prec || c.Scale < 0
	}
	return false
}

func (p *planner) accepted(expr string, c *shape.Column, list []any) []any {
	if len(list) == 0 || p.in.Holds == nil {
		return list
	}
	tuples := make([][]any, len(list))
	for n, v := range list {
		tuples[n] = []any{v}
	}
	ok, err := p.in.Holds(expr, []*shape.Column{c}, tuples)
	if err != nil {
		return list
	}
	var out []any
	for n, v := range list {
		if ok[n] {
			out = append(out, v)
		}
	}
	return out
}

// settle makes the checks over several columns hold by trying other values in
// their columns. False with the reason in p.trouble if nothing does.
func (p *planner) settle(row []any, n int, pin Pin) bool {
	list := p.checks
	for range 3 {
		if !p.settleEach(list, row, n, pin) {
			return false
		}
		broken := p.broken(row)
		if len(broken) == 0 {
			return true
		}
		list = together(p.checks, broken)
	}
	return true // the database has the last word
}

// broken are the checks over several columns that a row does not pass: mended for
// one check, it may break another over the same columns.
func (p *planner) broken(row []any) []check {
	var out []check
	for _, k := range p.checks {
		if len(k.cols) < 2 || p.in.Holds == nil {
			continue
		}
		cols := make([]*shape.Column, len(k.cols))
		now := make([]any, len(k.cols))
		for j, i := range k.cols {
			cols[j], now[j] = p.cols[i], row[i]
		}
		if ok, err := p.in.Holds(k.sql, cols, [][]any{now}); err == nil && !ok[0] {
			out = append(out, k)
		}
	}
	return out
}

// together joins the checks that share columns with broken ones into one.
func together(all, broken []check) []check {
	one := check{}
	for _, b := range broken {
		one.cols = append(one.cols, b.cols...)
	}
	var parts []string
	for _, k := range all {
		shared := false
		for _, i := range k.cols {
			shared = shared || contains(one.cols, i)
		}
		if shared {
			parts = append(parts, "("+k.sql+")")
			one.cols = append(one.cols, k.cols...)
		}
	}
	slices.Sort(one.cols)
	one.cols = slices.Compact(one.cols)
	one.sql = strings.Join(parts, " AND ")
	return []check{one}
}

func (p *planner) settleEach(checks []check, row []any, n int, pin Pin) bool {
	for _, k := range checks {
		if len(k.cols) < 2 && !(len(k.cols) == 1 && p.foreign(k.cols[0])) || p.in.Holds == nil {
			continue
		}
		cols := make([]*shape.Column, len(k.cols))
		now := make([]any, len(k.cols))
		for j, i := range k.cols {
			cols[j], now[j] = p.cols[i], row[i]
		}
		ok, err := p.in.Holds(k.sql, cols, [][]any{now})
		if err != nil || ok[0] {
			continue
		}
		if !p.search(k, cols, row, p.tuples(k.cols, now, n, pin)) {
			p.trouble = "no values were found for which CHECK (" + strings.Join(strings.Fields(k.sql), " ") + ") holds"
			return false
		}
	}
	return true
}

// search takes over the first tuple for which a check holds. It looks at a few
// first: most checks are easy.
func (p *planner) search(k check, cols []*shape.Column, row []any, tuples [][]any) bool {
	for _, n := range [...]int{30, len(tuples)} {
		part := tuples[:min(n, len(tuples))]
		ok, err := p.in.Holds(k.sql, cols, part)
		if err != nil {
			return true // it cannot be evaluated alone: the database will say
		}
		for t := range part {
			if ok[t] {
				for j, i := range k.cols {
					row[i] = part[t][j]
				}
				return true
			}
		}
		tuples = tuples[len(part):]
	}
	return false
}

// maxTuples bounds the combinations tried for one check.
const maxTuples = 1500

// tuples are combinations of candidate values, beginning at row n's place in
// each list. Columns of foreign keys and pins keep their value, or become NULL.
func (p *planner) tuples(cols []int, now []any, n int, pin Pin) [][]any {
	choices := make([][]any, len(cols))
	most := perColumn(len(cols))
	for j, i := range cols {
		_, pinned := pin[p.cols[i].Name]
		switch {
		case pinned:
			choices[j] = []any{now[j]}
		case p.foreign(i):
			choices[j] = []any{now[j]}
		default:
			list := p.lists[i]
			for m := range min(len(list), most) {
				choices[j] = append(choices[j], list[(n+m)%len(list)])
			}
			if len(list) == 0 {
				choices[j] = []any{now[j]}
			}
		}
		if p.nullable(i) && !pinned {
			choices[j] = append(choices[j], nil)
		}
	}
	// Rows take turns in which column keeps its value the longest, so that each of
	// several that exclude one another is set in some row.
	out := [][]any{}
	tuple := make([]any, len(cols))
	var walk func(depth int)
	walk = func(depth int) {
		if len(out) >= maxTuples {
			return
		}
		if depth == len(cols) {
			out = append(out, slices.Clone(tuple))
			return
		}
		j := (depth + n) % len(cols)
		for _, v := range choices[j] {
			tuple[j] = v
			walk(depth + 1)
		}
	}
	walk(0)
	return out
}

// perColumn is how many values of each column are combined, so that all
// combinations are within the limit.
func perColumn(columns int) int {
	n := maxTuples
	for base := 2; base < maxTuples; base++ {
		total := 1
		for range columns {
			if total *= base; total > maxTuples {
				break
			}
		}
		if total > maxTuples {
			n = base - 2 // one place is for NULL
			break
		}
	}
	return max(n, 1)
}

func (p *planner) foreign(i int) bool {
	for _, fk := range p.fks {
		if contains(p.positions(fk.Columns), i) {
			return true
		}
	}
	return false
}

// alone: the column is a key by itself.
func (p *planner) alone(i int) bool {
	for _, u := range p.uniques {
		if len(u.cols) == 1 && u.cols[0] == i {
			return true
		}
	}
	return false
}

// highest is the highest number in use, now or before.
func (p *planner) highest(i int) int64 {
	var top int64
	for _, set := range []*rows.Set{p.in.Existing, p.in.Older} {
		if set == nil {
			continue
		}
		j := set.Index(p.cols[i].Name)
		if j < 0 {
			continue
		}
		for _, row := range set.Rows {
			v, ok := row[j].(int64)
			if s, isText := row[j].(string); isText { // PostgreSQL's values are texts
				n, err := strconv.ParseInt(s, 10, 64)
				v, ok = n, err == nil
			}
			if ok && v > top && v < 1<<30 {
				top = v
			}
		}
	}
	return top
}

func contains(list []int, i int) bool {
	for _, x := range list {
		if x == i {
			return true
		}
	}
	return false
}

func distinct(list []any) []any {
	var out []any
	for _, v := range list {
		found := false
		for _, o := range out {
			found = found || rows.Same(o, v)
		}
		if !found {
			out = append(out, v)
		}
	}
	return out
}

// Mined are the values that the literals of a check suggest for a column:
// numbers and their neighbours, texts, texts of a mentioned length, texts that
// a LIKE pattern describes.
func Mined(c *shape.Column, expr string) []any {
	var out []any
	switch c.Class {
	case shape.Text, shape.Any:
		if out = append(matching(c, expr), ofLength(c, expr)...); readsJSON(expr) {
			out = append(append(out, documents(expr)...), whole(expr)...)
		}
	case shape.Blob:
		return ofLength(c, expr)
	case shape.JSON:
		return append(documents(expr), whole(expr)...)
	case shape.Array:
		return minedArrays(c, expr)
	case shape.HStore:
		return minedStores(expr)
	}
	for _, t := range sqltok.Cut(expr) {
		switch t.Kind {
		case sqltok.Number:
			out = append(out, minedNumber(c, t.Text)...)
		case sqltok.String, sqltok.Quoted: // to SQLite a name in quotes that is none is a text
			s := t.Text
			if t.Kind == sqltok.String {
				s = sqltok.Unliteral(t)
			}
			switch c.Class {
			case shape.Text, shape.Any, shape.Date, shape.DateTime, shape.Time, shape.UUID:
				out = append(out, s)
				if strings.ContainsAny(s, "%_*?") {
					out = append(out, strings.NewReplacer("%", "abc", "_", "a", "*", "abc", "?", "a").Replace(s))
				}
			case shape.Numeric, shape.Interval, shape.Inet, shape.Cidr:
				out = append(out, rows.Raw(s))
			}
		}
	}
	return out
}

func minedNumber(c *shape.Column, text string) []any {
	f, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return nil
	}
	n := int64(f)
	switch c.Class {
	case shape.Int, shape.Any:
		return []any{n, n + 1, n - 1, -n, -n - 1}
	case shape.Float:
		return []any{f, f + 1, f - 1, f / 2, -f}
	case shape.Numeric:
		return []any{rows.Raw(text), rows.Raw(strconv.FormatInt(n+1, 10)), rows.Raw(strconv.FormatInt(n-1, 10)), rows.Raw("-" + text)}
	case shape.Text:
		if n > 0 && n <= 4000 && (c.Size == 0 || int(n) <= c.Size) {
			return []any{strings.Repeat("x", int(n)), strings.Repeat("7", int(n)), strings.Repeat("y", int(n)-1), strings.Repeat("X", int(n))}
		}
	}
	return nil
}

// pool is tried where no ordinary value passes a check.
func pool(c *shape.Column) []any {
	switch c.Class {
	case shape.Int, shape.Any:
		var out []any
		for n := int64(-5); n <= 64; n++ {
			out = append(out, n)
		}
		for n := int64(128); n < 1<<40; n *= 2 {
			out = append(out, n, n*10/8)
		}
		return append(out, int64(1000), int64(2024), int64(10000))
	case shape.Text:
		return strs("a", "A", "ab", "AB", "abc", "ABC", "abcd", "1", "12", "123", "1234", "12345", "123456", "a1", "A1", "ab-cd", "ab_cd",
			"a@b.co", "2024-01-31", "2024-01-31 10:00:00", "12:30", "https://example.com/a", "http://a.b", "+491234567890", "#a1b2c3", "127.0.0.1",
			"6d727400-0000-4000-8000-000000000001", "{}", "[]", `{"a": 1}`, "en", "en_US", "en-US", "EUR", "DE", "/a/b", "a.b", "a:b", "v1.2.3", "0x1f", "Y", "N", "true", "false")
	case shape.Float, shape.Numeric:
		return []any{rows.Raw("0.5"), rows.Raw("2"), rows.Raw("5"), rows.Raw("10"), rows.Raw("50"), rows.Raw("90.5"), rows.Raw("180"), rows.Raw("1000"), rows.Raw("-0.5"), rows.Raw("-45")}
	}
	return Values(c, nil)
}
