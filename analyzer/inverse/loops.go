package inverse

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/analyzer/catalog"
	"github.com/mrt-tools/mrt/analyzer/symex"
	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// Witnessed is the same upgrade on tables with witnesses: there a script goes
// through the rows that it reads, and writes them one by one.
type Witnessed struct {
	Before  *catalog.State
	Moments []symex.Moment
}

// A rewrite is what a script did to the rows of a table one by one, after a step.
type rewrite struct {
	step    int
	table   string // key
	columns []string
}

// findRewrites looks for statements that only the upgrade with witnesses
// makes, and for what they kept of the old contents in other columns. The
// witnesses tell which columns are concerned; nothing that is written on the
// way back comes from a witness.
func (p *planner) findRewrites() {
	n := 0
	seen := p.in.Rows.Moments
	for i := 0; i < len(seen); {
		if n < len(p.in.Moments) && sameStatements(seen[i], p.in.Moments[n]) {
			i, n = i+1, n+1
			continue
		}
		end := i + 1
		for end < len(seen) && (n >= len(p.in.Moments) || !sameStatements(seen[end], p.in.Moments[n])) {
			end++
		}
		start := p.in.Rows.Before
		if i > 0 {
			start = seen[i-1].State
		}
		if n > 0 {
			p.rewritesOf(n-1, start, seen[i:end])
		}
		i = end
	}
}

func sameStatements(a, b symex.Moment) bool {
	return slices.EqualFunc(a.Stmts, b.Stmts, func(x, y symex.Traced) bool { return x.Text == y.Text })
}

// rewritesOf gathers by table what a run of statements updated.
func (p *planner) rewritesOf(step int, start *catalog.State, run []symex.Moment) {
	first := len(p.rewrites)
	for _, m := range run {
		for _, st := range m.Stmts {
			up, ok := st.Stmt.(*sqlread.Update)
			if !ok {
				continue
			}
			k := start.Key(up.Table)
			at := slices.IndexFunc(p.rewrites[first:], func(r rewrite) bool { return r.table == k })
			if at < 0 {
				at = len(p.rewrites) - first
				p.rewrites = append(p.rewrites, rewrite{step: step, table: k})
			}
			r := &p.rewrites[first+at]
			for _, a := range up.Set {
				for _, name := range a.Columns {
					if !slices.Contains(r.columns, name) {
						r.columns = append(r.columns, name)
					}
				}
			}
		}
	}
	end := run[len(run)-1].State
	for _, r := range p.rewrites[first:] {
		if c := p.keptBy(r, start.Lookup(r.table), end.Lookup(r.table)); len(c.pairs) > 0 {
			p.copies = append(p.copies, c)
		}
	}
}

// keptBy finds the columns of the new schema that the rewrite gave old contents.
func (p *planner) keptBy(r rewrite, before, after *catalog.Table) copied {
	c := copied{step: r.step, from: r.table, to: r.table, filtered: true, same: true}
	if before == nil || after == nil {
		return c
	}
	for _, name := range r.columns {
		if !p.isOld(r.table, name) {
			continue
		}
		for _, keep := range r.columns {
			if keep == name || p.isOld(r.table, keep) {
				continue
			}
			if back, ok := p.keeps(before, after, name, keep); ok {
				c.pairs = append(c.pairs, pair{from: name, to: keep, back: back, document: back != nil})
				break
			}
		}
	}
	return c
}

func (p *planner) isOld(table, column string) bool {
	t := p.in.Before.Lookup(table)
	return t != nil && t.Find(column) != nil
}

// keeps tells whether a column has the old contents of another one, as they
// were or as a member of a JSON document, in each witness that was rewritten.
func (p *planner) keeps(before, after *catalog.Table, name, keep string) (back func(string) string, ok bool) {
	old, now, kept := place(before, name), place(after, name), place(after, keep)
	if old < 0 || now < 0 || kept < 0 {
		return nil, false
	}
	rows := map[int32]*catalog.Row{}
	for _, r := range after.Rows {
		rows[r.Seed] = r
	}
	plain, keys, some := true, []string(nil), false
	for _, r := range before.Rows {
		now2 := rows[r.Seed]
		if r.Seed == 0 || now2 == nil || now2.Cells[now].String() == r.Cells[old].String() {
			continue
		}
		was, is := r.Cells[old], now2.Cells[kept]
		plain = plain && was.Known() && was.String() == is.String()
		found := members(is, was)
		if some {
			keys = slices.DeleteFunc(keys, func(k string) bool { return !slices.Contains(found, k) })
		} else {
			keys = found
		}
		some = true
	}
	switch {
	case !some:
		return nil, false
	case plain:
		return nil, true
	case len(keys) == 1:
		return p.member(before.Columns[old], keys[0]), true
	}
	return nil, false
}

func place(t *catalog.Table, column string) int {
	return slices.IndexFunc(t.Columns, func(c *catalog.Column) bool { return c.Name == column })
}

// members are the keys of a JSON object under which a value stands.
func members(document, v catalog.Value) []string {
	if document.Kind != catalog.Text || !v.Known() {
		return nil
	}
	var object map[string]any
	d := json.NewDecoder(strings.NewReader(document.S))
	d.UseNumber()
	if d.Decode(&object) != nil {
		return nil
	}
	var out []string
	for k, x := range object {
		same := false
		switch x := x.(type) {
		case nil:
			same = v.IsNull()
		case string:
			same = v.Kind == catalog.Text && v.S == x
		case json.Number:
			same = (v.Kind == catalog.Int || v.Kind == catalog.Dec || v.Kind == catalog.Float) && v.String() == x.String()
		case bool:
			same = v.Kind == catalog.Bool && v.B == x
		}
		if same {
			out = append(out, k)
		}
	}
	slices.Sort(out)
	return out
}

// member reads a member of a JSON document as what stood in a column.
func (p *planner) member(c *catalog.Column, key string) func(string) string {
	path := "$." + key
	if !regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]*$`).MatchString(key) {
		path = `$."` + key + `"`
	}
	switch {
	case p.postgres():
		ty := known(c.Type)
		return func(s string) string {
			s = "(CAST(" + s + " AS json) ->> " + quote(key) + ")"
			if ty == "text" || strings.HasPrefix(ty, "varchar") || strings.HasPrefix(ty, "character varying") {
				return s
			}
			return "CAST(" + s + " AS " + ty + ")"
		}
	case p.mysql():
		return func(s string) string { return "JSON_UNQUOTE(JSON_EXTRACT(" + s + ", " + quote(path) + "))" }
	}
	return func(s string) string { return "json_extract(" + s + ", " + quote(path) + ")" }
}

// unloop gives back what a script rewrote row by row after a step.
func (p *planner) unloop(i int) {
	for _, r := range p.rewrites {
		if r.step != i {
			continue
		}
		t := p.now.Lookup(r.table)
		old := p.in.Before.Lookup(r.table)
		if t == nil || old == nil {
			continue
		}
		for _, name := range r.columns {
			if old.Find(name) == nil || t.Find(name) == nil {
				continue
			}
			if !p.fromCopies(i+1, t, name) {
				p.lost("old values of column " + r.table + "." + name)
			}
		}
	}
}
