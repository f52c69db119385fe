package catalog

import (
	"fmt"
	"slices"
	"strings"
)

// DataKind is what happened to rows.
type DataKind uint8

// The kinds of differences between rows.
const (
	// RowsLost: old rows are gone.
	RowsLost DataKind = iota
	// ValuesChanged: old rows have other contents.
	ValuesChanged
	// RowsLeft: rows are there that were not.
	RowsLeft
	// CounterReset: a sequence starts again.
	CounterReset
	// NotDecided: it depends on what nobody knows.
	NotDecided
	// NotProven: the witnesses came back, but by way of a computation.
	NotProven
)

// DataDifference is what differs in the rows of one table.
type DataDifference struct {
	Kind    DataKind
	Table   string
	Columns []string // whose contents differ
	Example string   // one row before and after
	Row     *Row     // that row, as it was before; one that is left as it is now
	Count   int
}

// DiffData compares the rows of tables that both states have.
func DiffData(a, b *State) []DataDifference {
	var out []DataDifference
	counted := map[string]bool{}
	changed(&a.counters, &b.counters, counted)
	for _, k := range sortedKeys(counted) {
		if name, ok := strings.CutPrefix(k, "restart "); ok && b.counters.get(k) != a.counters.get(k) {
			out = append(out, DataDifference{Kind: NotDecided, Table: "sequence " + name, Count: 1, Example: "restarted"})
		}
	}
	keys := map[string]bool{}
	changed(&a.tables, &b.tables, keys)
	for _, k := range sortedKeys(keys) {
		x, y := a.tables.get(k), b.tables.get(k)
		if x == nil || y == nil || x == y {
			continue
		}
		if b.Dialect.String() == "postgresql" && y.New && !x.New && hasSequence(x) && b.counters.get("set "+k) == a.counters.get("set "+k) {
			out = append(out, DataDifference{Kind: CounterReset, Table: k, Count: 1})
		}
		c := &rowDiffer{a: a, b: b, x: x, y: y, k: k}
		out = append(out, c.compare()...)
	}
	return out
}

func hasSequence(t *Table) bool {
	for _, c := range t.Columns {
		if c.seq != "" {
			return true
		}
	}
	return false
}

// rowDiffer compares the rows of one table.
type rowDiffer struct {
	a, b     *State
	x, y     *Table
	k        string
	names    []string // columns that both have
	xi, yi   []int
	computed []bool // contents came back without their token, by column
}

func (c *rowDiffer) compare() []DataDifference {
	for i, col := range c.x.Columns {
		if col.Generated.text() != "" {
			continue
		}
		if j := c.b.position(c.y, col.Name); j >= 0 {
			c.names = append(c.names, col.Name)
			c.xi, c.yi = append(c.xi, i), append(c.yi, j)
		}
	}
	if c.untouched() {
		return nil
	}
	c.computed = make([]bool, len(c.names))
	lost, left := c.unmatched()
	maybe := 0
	lost, left, maybe = c.possible(lost, left)
	var out []DataDifference
	if maybe > 0 || (len(lost) > 0 || len(left) > 0) && c.b.RowsTainted != "" && c.a.RowsTainted == "" {
		out = append(out, DataDifference{Kind: NotDecided, Table: c.k, Count: maybe, Example: c.b.RowsTainted})
		if c.b.RowsTainted != "" {
			return out
		}
	}
	out = append(out, c.explain(lost, left)...)
	if len(lost)+len(left)+maybe == 0 && slices.Contains(c.computed, true) && !(c.a.salted && c.proven()) {
		out = append(out, DataDifference{Kind: NotProven, Table: c.k})
	}
	return out
}

// untouched reports whether each row is where it was, with the contents of the
// same cells.
func (c *rowDiffer) untouched() bool {
	return slices.EqualFunc(c.x.Rows, c.y.Rows, func(x, y *Row) bool {
		if x.Maybe || y.Maybe || x.Seed != y.Seed {
			return false
		}
		for i := range c.names {
			v, w := cellAt(x, c.xi[i]), cellAt(y, c.yi[i])
			if w.Tok >= newToken || !v.identical(w) {
				return false
			}
		}
		return true
	})
}

func (c *rowDiffer) cells(r *Row, idx []int) []Value {
	out := make([]Value, len(idx))
	for i, j := range idx {
		if j < len(r.Cells) {
			out[i] = r.Cells[j]
		}
	}
	return out
}

// unmatched pairs rows of equal content and returns the others.
func (c *rowDiffer) unmatched() (lost, left []*Row) {
	byKey := map[string][]*Row{}
	for _, r := range c.y.Rows {
		if r.isNew() {
			continue // of the new world: it may stay, change or go
		}
		if r.Maybe {
			left = append(left, r)
			continue
		}
		k := rowKey(c.cells(r, c.yi))
		byKey[k] = append(byKey[k], r)
	}
	for _, r := range c.x.Rows {
		k := rowKey(c.cells(r, c.xi))
		same := byKey[k]
		if len(same) == 0 {
			lost = append(lost, r)
			continue
		}
		pick := 0
		for i, y := range same {
			if y.Seed == r.Seed && r.Seed != 0 {
				pick = i
			}
		}
		c.prove(r, same[pick])
		byKey[k] = append(same[:pick:pick], same[pick+1:]...)
	}
	for _, r := range c.y.Rows {
		if r.Maybe || r.isNew() {
			continue
		}
		k := rowKey(c.cells(r, c.yi))
		for i, y := range byKey[k] {
			if y == r {
				left = append(left, r)
				byKey[k] = append(byKey[k][:i:i], byKey[k][i+1:]...)
				break
			}
		}
	}
	return lost, left
}

// prove notes which contents came back by a computation.
func (c *rowDiffer) prove(x, y *Row) {
	for i := range c.names {
		v, w := cellAt(x, c.xi[i]), cellAt(y, c.yi[i])
		c.computed[i] = c.computed[i] || v.Tok != 0 && w.Tok != v.Tok && !v.IsNull()
	}
}

func cellAt(r *Row, i int) Value {
	if i < len(r.Cells) {
		return r.Cells[i]
	}
	return null
}

// manyContents are enough different ones, blanks, capitals, fractions and ends
// of ranges among them, that what gives all of them back gives back any. No
// other column has the same ones, so that none is found there by accident.
const manyContents = 4

// proven reports whether the contents that came back by a computation tell that
// all would: if there were many different ones, or every one that there can be.
func (c *rowDiffer) proven() bool {
	for i, computed := range c.computed {
		if !computed {
			continue
		}
		seen := map[string]bool{}
		for _, r := range c.x.Rows {
			v := cellAt(r, c.xi[i])
			if !v.Known() {
				return false
			}
			if r.Seed != 0 && !v.IsNull() {
				seen[v.key()] = true
			}
		}
		want := manyContents
		switch ti := c.a.typeOf(c.x.Columns[c.xi[i]].Type.text()); ti.class {
		case classBool:
			want = 2
		case classEnum:
			want = len(ti.labels)
		}
		if len(seen) < want {
			return false
		}
	}
	return true
}

// possible pairs rows that may be equal, because contents are not known.
func (c *rowDiffer) possible(lost, left []*Row) (l, f []*Row, maybe int) {
	used := map[*Row]bool{}
	var open []openRow
	for _, y := range left {
		if v := c.cells(y, c.yi); y.Maybe || unknownCells(v) {
			open = append(open, openRow{y, v, keysOf(v)})
		}
	}
	for _, x := range lost {
		v := c.cells(x, c.xi)
		keys := keysOf(v)
		i := slices.IndexFunc(open, func(y openRow) bool { return y.maybe(v, keys) })
		if i < 0 {
			l = append(l, x)
			continue
		}
		used[open[i].row] = true
		open = slices.Delete(open, i, i+1)
		maybe++
	}
	for _, y := range left {
		switch {
		case used[y]:
		case y.Maybe:
			maybe++
		default:
			f = append(f, y)
		}
	}
	return l, f, maybe
}

func unknownCells(vs []Value) bool {
	for _, v := range vs {
		if !v.Known() && v.Tok == 0 {
			return true
		}
	}
	return false
}

// openRow is a row of which not all is known.
type openRow struct {
	row   *Row
	cells []Value
	keys  []string
}

func keysOf(vs []Value) []string {
	out := make([]string, len(vs))
	for i, v := range vs {
		out[i] = v.key()
	}
	return out
}

// maybe reports whether the row may have some contents.
func (y *openRow) maybe(x []Value, keys []string) bool {
	for i := range x {
		switch v := &y.cells[i]; {
		case v.Kind == Anything && v.Tok == 0:
		case v.Kind == Opaque && v.Tok == 0:
			if x[i].IsNull() {
				return false
			}
		case keys[i] != y.keys[i]:
			return false
		}
	}
	return true
}

// explain turns unmatched rows into differences: a lost and a left row of the
// same witness are one changed row.
func (c *rowDiffer) explain(lost, left []*Row) []DataDifference {
	var out []DataDifference
	changed := DataDifference{Kind: ValuesChanged, Table: c.k}
	gone := DataDifference{Kind: RowsLost, Table: c.k}
	more := DataDifference{Kind: RowsLeft, Table: c.k}
	used := map[*Row]bool{}
	cols := map[string]bool{}
	for _, x := range lost {
		var y *Row
		for _, r := range left {
			if !used[r] && (r.Seed == x.Seed && x.Seed != 0 || c.sameKey(x, r)) {
				y = r
				break
			}
		}
		if y == nil {
			gone.Count++
			if gone.Row == nil {
				gone.Row = x
			}
			gone.Example = first(gone.Example, c.show(c.cells(x, c.xi)))
			continue
		}
		used[y] = true
		changed.Count++
		if changed.Row == nil {
			changed.Row = x
		}
		v, w := c.cells(x, c.xi), c.cells(y, c.yi)
		for i := range v {
			if v[i].key() != w[i].key() {
				cols[c.names[i]] = true
				changed.Example = first(changed.Example, fmt.Sprintf("%s %s became %s", c.names[i], short(v[i]), short(w[i])))
			}
		}
	}
	changed.Columns = sortedKeys(cols)
	for _, y := range left {
		if !used[y] {
			more.Count++
			if more.Row == nil {
				more.Row = y
			}
			more.Example = first(more.Example, c.show(c.cells(y, c.yi)))
		}
	}
	for _, d := range []DataDifference{gone, changed, more} {
		if d.Count > 0 {
			out = append(out, d)
		}
	}
	return out
}

// sameKey compares the primary keys of two rows.
func (c *rowDiffer) sameKey(x, y *Row) bool {
	pk := c.x.primary()
	if pk == nil {
		return false
	}
	for _, name := range pk.Columns {
		i, j := c.a.position(c.x, name), c.b.position(c.y, name)
		if i < 0 || j < 0 || i >= len(x.Cells) || j >= len(y.Cells) || x.Cells[i].key() != y.Cells[j].key() {
			return false
		}
	}
	return true
}

func (c *rowDiffer) show(vs []Value) string {
	var parts []string
	for i, v := range vs {
		if i == 4 {
			parts = append(parts, "…")
			break
		}
		parts = append(parts, c.names[i]+" "+short(v))
	}
	return strings.Join(parts, ", ")
}

// short is a value for a message.
func short(v Value) string {
	s := v.String()
	if v.Known() || v.Kind == Opaque || v.Kind == Anything {
		if v.Kind == Opaque || v.Kind == Anything {
			return "something"
		}
	}
	if r := []rune(s); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return s
}
