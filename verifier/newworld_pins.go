package verifier

import (
	"context"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/mrt-tools/mrt/verifier/internal/rows"
	"github.com/mrt-tools/mrt/verifier/internal/seed"
	"github.com/mrt-tools/mrt/verifier/internal/shape"
	"github.com/mrt-tools/mrt/verifier/internal/sqltok"
)

// pins are rows that use what the upgrade newly permits in a table; was is the
// table before it, nil for a new one.
func (t *trip) pins(key string, was, table *shape.Table) []seed.Pin {
	out := t.children(table)
	if was == nil {
		return out
	}
	for _, c := range table.Columns {
		switch {
		case c.Generated != "" || c.Identity == "always":
		case slices.Contains(table.Primary(), c.Name):
			out = append(out, widerKey(was.Column(c.Name), c)...)
		case was.Column(c.Name) == nil:
			out = append(out, newColumnPins(c, t.now.Rows[key])...)
		default:
			out = append(out, columnPins(was, table, c)...)
		}
	}
	out = append(out, repeated(was, table, t.now.Rows[key])...)
	for _, k := range was.Constraints {
		if k.Kind == shape.ForeignKey {
			out = append(out, t.astray(k, table)...)
		}
	}
	return out
}

// widerKey is a key that its column did not take before.
func widerKey(w, c *shape.Column) []seed.Pin {
	switch {
	case w == nil || w.Type == c.Type:
	case c.Class == shape.Int && w.Class == shape.Int && magnitude(w) < magnitude(c):
		if magnitude(w) == 63 {
			return []seed.Pin{{c.Name: rows.Raw("9223372036854775885")}}
		}
		return []seed.Pin{{c.Name: int64(1)<<magnitude(w) + 77}}
	case c.Class == shape.Text && w.Class == shape.Text && w.Size > 0 && (c.Size == 0 || c.Size > w.Size):
		return []seed.Pin{{c.Name: strings.Repeat("w", w.Size+1)}}
	}
	return nil
}

// magnitude is how many bits of a whole number do not tell its sign.
func magnitude(c *shape.Column) int {
	if c.Size == 0 || c.Limit != nil && c.Limit.Unsigned {
		return c.Size
	}
	return c.Size - 1
}

// moreCharacters reports whether a column takes characters that it did not take.
func moreCharacters(w, c *shape.Column) bool {
	return w.Limit != nil && c.Limit != nil && w.Limit.Rune > 0 && (c.Limit.Rune == 0 || c.Limit.Rune > w.Limit.Rune)
}

// newColumnPins: ordinary rows fill new columns. One that the upgrade filled by a
// default may be NULL from now on; a document may hold longer texts than the
// columns it was made from.
func newColumnPins(c *shape.Column, set *rows.Set) []seed.Pin {
	var out []seed.Pin
	if !c.NotNull && c.Default != "" {
		out = append(out, seed.Pin{c.Name: nil})
	}
	if i := index(set, c.Name); c.Class == shape.JSON && i >= 0 {
		for _, row := range set.Rows {
			if longer, ok := stretch(row[i]); ok {
				return append(out, seed.Pin{c.Name: longer})
			}
		}
	}
	return out
}

func index(set *rows.Set, column string) int {
	if set == nil {
		return -1
	}
	return set.Index(column)
}

// stretch gives the first text among the values of a document a longer one.
func stretch(v any) (any, bool) {
	s, ok := v.(string)
	if !ok {
		return nil, false
	}
	for i := 0; i < len(s); i++ {
		if s[i] != '"' {
			continue
		}
		end := i + 1
		for end < len(s) && s[end] != '"' {
			if s[end] == '\\' {
				end++
			}
			end++
		}
		if end >= len(s) {
			return nil, false
		}
		if !strings.HasPrefix(strings.TrimLeft(s[end+1:], " "), ":") { // a value, not a key
			return s[:i+1] + strings.Repeat("w", 300) + s[end:], true
		}
		i = end
	}
	return nil, false
}

// repeated are rows whose values were to be unique before the upgrade: as another
// row has them, and the same in other letters where an expression was unique.
func repeated(was, table *shape.Table, set *rows.Set) []seed.Pin {
	if set == nil {
		return nil
	}
	now := map[string]bool{}
	for _, u := range uniqueness(table) {
		now[u.text] = true
	}
	var out []seed.Pin
	for _, u := range uniqueness(was) {
		if now[u.text] {
			continue
		}
		var pins, others []seed.Pin // others: the same in other letters
		for _, row := range set.Rows {
			p := pinRow(set, row, table, u.columns)
			if p == nil {
				continue
			}
			if len(pins) < 3 {
				pins = append(pins, p)
			}
			if o := otherLetters(p); u.computed && len(others) < 3 && !maps.EqualFunc(o, p, rows.Same) {
				others = append(others, o)
			}
		}
		out = append(append(out, pins...), others...)
	}
	return out
}

// A oneOf is a set of columns that is unique in some way; text tells ways apart.
type oneOf struct {
	columns  []string
	text     string
	computed bool
}

func uniqueness(t *shape.Table) []oneOf {
	var out []oneOf
	for _, u := range t.Uniques() {
		one := oneOf{columns: u}
		for _, name := range u {
			one.text += name + "\x00"
			c := t.Column(name)
			if c != nil && c.Collation != "" {
				one.text, one.computed = one.text+c.Collation+"\x00", true
			}
			if c != nil && c.Limit != nil && c.Limit.Apart > 0 {
				one.text += strconv.Itoa(c.Limit.Apart) + "\x00"
			}
		}
		out = append(out, one)
	}
	for _, x := range t.Indexes {
		if !x.Unique || x.Where == "" && len(x.Plain) > 0 {
			continue
		}
		text := strings.Join(x.Parts, ", ") + " where " + x.Where
		u := oneOf{text: text, computed: len(x.Plain) == 0}
		for _, tok := range sqltok.Cut(text) {
			if c := t.Column(tok.Text); tok.Named() && c != nil && !slices.Contains(u.columns, c.Name) {
				u.columns = append(u.columns, c.Name)
			}
		}
		out = append(out, u)
	}
	return out
}

// pinRow takes over some columns of a row; nil if one is NULL or no longer there.
func pinRow(set *rows.Set, row []any, table *shape.Table, columns []string) seed.Pin {
	p := seed.Pin{}
	for i, v := range pick(set, row, columns) {
		c := table.Column(columns[i])
		if v == nil || c == nil || c.Generated != "" {
			return nil
		}
		p[c.Name] = v
	}
	if len(p) == 0 {
		return nil
	}
	return p
}

func otherLetters(p seed.Pin) seed.Pin {
	out := seed.Pin{}
	for name, v := range p {
		if s, ok := v.(string); ok {
			if v = strings.ToUpper(s); v == s {
				v = strings.ToLower(s)
			}
		}
		out[name] = v
	}
	return out
}

// astray are rows that a foreign key which is gone, or less strict, would refuse.
func (t *trip) astray(k *shape.Constraint, table *shape.Table) []seed.Pin {
	now := slices.IndexFunc(table.Constraints, func(n *shape.Constraint) bool {
		return n.Kind == shape.ForeignKey && slices.Equal(n.Columns, k.Columns)
	})
	full := strings.Contains(k.Definition(), "MATCH FULL")
	if now >= 0 && (!full || strings.Contains(table.Constraints[now].Definition(), "MATCH FULL")) {
		return nil
	}
	p := seed.Pin{}
	for i, name := range k.Columns {
		c := table.Column(name)
		if c == nil {
			return nil
		}
		switch {
		case now < 0:
			if v := seed.Unused(c); v != nil {
				p[c.Name] = v
			}
		case i > 0:
			p[c.Name] = nil
		default: // MATCH FULL is gone: one of several may be NULL alone
			p[c.Name] = firstOf(t.now.Rows[k.RefKey], k.RefColumns[i])
		}
	}
	if len(p) == 0 {
		return nil
	}
	return []seed.Pin{p}
}

func firstOf(set *rows.Set, column string) any {
	if i := index(set, column); i >= 0 && len(set.Rows) > 0 {
		return set.Rows[0][i]
	}
	return nil
}

// violations are values that a check refused before the upgrade and that those
// of now accept.
func (f *filler) violations(was, table *shape.Table) []seed.Pin {
	if was == nil {
		return nil
	}
	var out []seed.Pin
	for _, k := range was.Constraints {
		if !k.Binds() || slices.ContainsFunc(table.Constraints, func(n *shape.Constraint) bool { return n.Kind == shape.Check && n.SQL == k.SQL }) {
			continue
		}
		cols := columnsIn(table, k.SQL)
		tuples := seed.Combinations(cols, checkTexts(was, table))
		old, err := f.db.Holds(context.Background(), k.SQL, cols, tuples)
		if err != nil || len(cols) == 0 {
			continue
		}
		bad := slices.Clone(old)
		for _, n := range table.Constraints {
			if !n.Binds() || !subset(columnsIn(table, n.SQL), cols) {
				continue
			}
			ok, err := f.db.Holds(context.Background(), n.SQL, cols, tuples)
			for i := range ok {
				bad[i] = bad[i] || err == nil && !ok[i]
			}
		}
		for i, n := 0, 0; i < len(tuples) && n < 2; i++ {
			if bad[i] {
				continue
			}
			n++
			p := seed.Pin{}
			for j, c := range cols {
				p[c.Name] = tuples[i][j]
			}
			out = append(out, p)
		}
	}
	return out
}

// columnsIn are the columns of a table that an expression names.
func columnsIn(t *shape.Table, expr string) []*shape.Column {
	var out []*shape.Column
	for _, tok := range sqltok.Cut(expr) {
		if c := t.Column(tok.Text); tok.Named() && c != nil && !slices.Contains(out, c) {
			out = append(out, c)
		}
	}
	return out
}

func subset(a, b []*shape.Column) bool {
	return !slices.ContainsFunc(a, func(c *shape.Column) bool { return !slices.Contains(b, c) })
}

// checkTexts are the checks of both tables, as one text to take literals from.
func checkTexts(was, table *shape.Table) string {
	var b strings.Builder
	for _, t := range []*shape.Table{was, table} {
		for _, k := range t.Constraints {
			if k.Binds() {
				b.WriteString(k.SQL + " ; ")
			}
		}
	}
	return b.String()
}

// columnPins are values that a column takes now and did not before.
func columnPins(was, table *shape.Table, c *shape.Column) []seed.Pin {
	w := was.Column(c.Name)
	var out []seed.Pin
	if w.NotNull && !c.NotNull {
		out = append(out, seed.Pin{c.Name: nil})
	}
	if w.Type != c.Type || moreCharacters(w, c) || !slices.Equal(w.Checks, c.Checks) || len(w.Labels) != len(c.Labels) || !slices.Equal(checksOver(was, c.Name), checksOver(table, c.Name)) {
		list := seed.Values(c, nil)
		for _, k := range slices.Concat(c.Checks, w.Checks, checksOver(table, c.Name), checksOver(was, c.Name)) {
			list = append(list, seed.Mined(c, k)...)
		}
		if c.Class == shape.Text && w.Class == shape.Text && w.Size > 0 && (c.Size == 0 || c.Size > w.Size) {
			list = append(list, strings.Repeat("w", w.Size+1))
		}
		for _, v := range list[:min(len(list), 24)] {
			out = append(out, seed.Pin{c.Name: v})
		}
	}
	return out
}

// checksOver are the checks of a table that name a column.
func checksOver(t *shape.Table, column string) []string {
	var out []string
	for _, k := range t.Constraints {
		if !k.Binds() {
			continue
		}
		for _, tok := range sqltok.Cut(k.SQL) {
			if tok.Named() && strings.EqualFold(tok.Text, column) {
				out = append(out, k.SQL)
				break
			}
		}
	}
	slices.Sort(out)
	return out
}

// children refer to rows that the upgrade itself wrote into a parent.
func (t *trip) children(table *shape.Table) []seed.Pin {
	var out []seed.Pin
	for _, k := range table.Constraints {
		if k.Kind != shape.ForeignKey || len(k.Columns) != 1 || len(k.RefColumns) != 1 {
			continue
		}
		was, is := t.old.Rows[k.RefKey], t.now.Rows[k.RefKey]
		if was == nil || is == nil || was == is {
			continue
		}
		for n, row := range rows.Compare(was, is).Left {
			if n == 2 {
				break
			}
			if j := is.Index(k.RefColumns[0]); j >= 0 && row[j] != nil {
				out = append(out, seed.Pin{table.Column(k.Columns[0]).Name: row[j]})
			}
		}
	}
	return out
}
