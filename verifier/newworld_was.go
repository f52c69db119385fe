package verifier

import (
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/verifier/internal/rows"
	"github.com/mrt-tools/mrt/verifier/internal/shape"
	"github.com/mrt-tools/mrt/verifier/internal/sqltok"
)

// was is what a table was before the upgrade, with the names that its columns
// have now; nil for a new one. A table or a column whose name is gone is known
// again by the rows that it held.
func (t *trip) was(key string) *shape.Table {
	now := t.now.Catalog.Tables[key]
	if now == nil {
		return nil
	}
	if old := t.old.Catalog.Tables[key]; old != nil {
		return renamed(old, t.moved(key, old, now, t.now.Rows[key]))
	}
	var found *shape.Table
	for _, k := range tableKeys(t.old) {
		old := t.old.Catalog.Tables[k]
		if t.now.Catalog.Tables[k] != nil || len(old.Columns) != len(now.Columns) {
			continue
		}
		names := t.moved(k, old, now, t.now.Rows[key])
		same := len(names)
		for _, c := range old.Columns {
			if now.Column(c.Name) != nil {
				same++
			}
		}
		if same < len(now.Columns) || size(t.old.Rows[k]) != size(t.now.Rows[key]) {
			continue
		}
		if found != nil {
			return nil // it may be either
		}
		found = renamed(old, names)
	}
	return found
}

// moved are the new names of columns of a table by the old ones: of those that
// are gone, each stands where the same contents are in a column that is new.
func (t *trip) moved(key string, old, now *shape.Table, set *rows.Set) map[string]string {
	out := map[string]string{}
	var fresh []*shape.Column
	for _, n := range now.Columns {
		if old.Column(n.Name) == nil {
			fresh = append(fresh, n)
		}
	}
	if len(fresh) == 0 {
		return out
	}
	for _, c := range old.Columns {
		if now.Column(c.Name) != nil {
			continue
		}
		var found []string
		for _, n := range fresh {
			if sameContents(t.old.Rows[key], c.Name, set, n.Name) {
				found = append(found, n.Name)
			}
		}
		if len(found) == 1 {
			out[c.Name] = found[0]
		}
	}
	return out
}

// sameContents reports whether two columns hold the same, and not only NULLs.
func sameContents(was *rows.Set, old string, is *rows.Set, now string) bool {
	if was == nil || is == nil || len(was.Rows) != len(is.Rows) {
		return false
	}
	a, some, ok := was.Digest(old)
	if !ok || !some {
		return false
	}
	b, _, ok := is.Digest(now)
	return ok && a == b
}

// renamed is a table with other names of columns, wherever they stand.
func renamed(old *shape.Table, names map[string]string) *shape.Table {
	if len(names) == 0 {
		return old
	}
	t := &shape.Table{ID: old.ID, Schema: old.Schema, Name: old.Name, Kind: old.Kind, Options: old.Options, Extra: old.Extra, Rules: old.Rules}
	list := func(columns []string) []string {
		out := slices.Clone(columns)
		for i, n := range out {
			if to, ok := names[n]; ok {
				out[i] = to
			}
		}
		return out
	}
	for _, c := range old.Columns {
		d := *c
		d.Name = list([]string{c.Name})[0]
		t.Columns = append(t.Columns, &d)
	}
	for _, k := range old.Constraints {
		d := *k
		d.Columns, d.SQL, d.Expr, d.Extra = list(k.Columns), renamedIn(k.SQL, names), renamedIn(k.Expr, names), slices.Clone(k.Extra)
		for i := range d.Extra {
			d.Extra[i].Value = renamedIn(d.Extra[i].Value, names)
		}
		t.Constraints = append(t.Constraints, &d)
	}
	for _, x := range old.Indexes {
		d := *x
		d.Parts, d.Plain, d.Where = slices.Clone(x.Parts), list(x.Plain), renamedIn(x.Where, names)
		for i, p := range d.Parts {
			d.Parts[i] = renamedIn(p, names)
		}
		t.Indexes = append(t.Indexes, &d)
	}
	return t
}

// renamedIn is an expression with other names of columns.
func renamedIn(sql string, names map[string]string) string {
	var b strings.Builder
	end := 0
	for _, tok := range sqltok.Cut(sql) {
		b.WriteString(sql[end:tok.Start])
		end = tok.End
		to, ok := names[tok.Text]
		switch {
		case !ok || !tok.Named():
			b.WriteString(sql[tok.Start:tok.End])
		case tok.Kind == sqltok.Quoted:
			b.WriteString(`"` + strings.ReplaceAll(to, `"`, `""`) + `"`)
		default:
			b.WriteString(quotedName(to))
		}
	}
	return b.String() + sql[end:]
}

// quotedName is a name in quotes, unless it is plain.
func quotedName(s string) string {
	for i, r := range s {
		if r != '_' && (r < 'a' || r > 'z') && (i == 0 || r < '0' || r > '9') {
			return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
		}
	}
	return s
}
