package mydb

import (
	"context"
	"maps"
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/verifier/internal/live"
	"github.com/mrt-tools/mrt/verifier/internal/shape"
	"github.com/mrt-tools/mrt/verifier/internal/sqltok"
)

// A foreign key without an index to serve it gets one from the server, which goes
// by itself as soon as somebody makes another that serves. SHOW CREATE TABLE writes
// such an implied index as any other, and a table that is made from its text keeps
// it for good: then a later DROP INDEX passes that the server would refuse
// (error 1553). So it is found out which indexes are implied, and tables are made
// again so that the server makes those.

// prober is what is known of implied indexes.
type prober struct {
	referring map[string]bool // names in statements that make foreign keys or rename, in lower case; "" for any
	doubtful  map[string]bool // tables that may have an implied index as one of their own
}

// A trace is which tables have which implied indexes, and where that may have
// changed since.
type trace struct {
	implied  map[string][]string // by name of the table, sorted
	unprobed map[string]bool     // in lower case; "" for all
}

func (t trace) clone() trace {
	return trace{maps.Clone(t.implied), maps.Clone(t.unprobed)}
}

// blind notes that statements ran whose text is not known.
func (d *DB) blind() {
	d.full = true
	d.unprobed[""], d.referring[""] = true, true
}

// defining notes the names of a statement that changes definitions.
func (d *DB) defining(tokens []sqltok.Token) {
	refers := slices.ContainsFunc(tokens, func(t sqltok.Token) bool { return t.Is("references") || t.Is("rename") })
	for _, t := range tokens {
		name := t.Lower
		switch {
		case t.Kind == sqltok.String:
			name = strings.ToLower(sqltok.Unliteral(t))
		case !t.Named():
			continue
		}
		d.unprobed[name] = true
		if refers {
			d.referring[name] = true
		}
	}
}

// Doubt names a table of which it is not known how the server would go on with it.
func (d *DB) Doubt() string {
	for _, n := range sortedNames(d.doubtful) {
		return n
	}
	return ""
}

// probe finds the implied indexes of the tables whose definitions may have changed.
func (d *DB) probe(ctx context.Context) error {
	for name := range d.implied {
		if d.base.Catalog.Tables[name] == nil {
			delete(d.implied, name)
		}
	}
	for _, name := range sortedNames(d.base.Catalog.Tables) {
		if !d.unprobed[""] && !d.unprobed[strings.ToLower(name)] {
			continue
		}
		found, err := d.impliedOf(ctx, d.base.Catalog.Tables[name])
		if err != nil {
			return err
		}
		if d.implied[name] = found; len(found) == 0 {
			delete(d.implied, name)
		}
	}
	d.unprobed = map[string]bool{}
	return nil
}

// mayBeImplied reports whether the server may have made the index. It names such
// ones after what the foreign key's statement calls the constraint or the index,
// or after the first column, with a number where that is taken.
func (d *DB) mayBeImplied(x *shape.Index) bool {
	if x.Unique || len(x.Extra) > 0 || len(x.Plain) == 0 || !slices.Equal(x.Plain, x.Parts) {
		return false
	}
	name := strings.ToLower(x.Name)
	numbered := strings.TrimRight(name, "0123456789")
	return d.referring[""] || d.referring[name] || d.referring[strings.TrimSuffix(numbered, "_")]
}

// impliedOf tries it on a copy, which has the indexes as the table has them: with
// another of the same columns beside it, an implied one is gone.
func (d *DB) impliedOf(ctx context.Context, t *shape.Table) ([]string, error) {
	var names, parts []string
	for _, x := range t.Indexes {
		if t.Kind == "" && d.mayBeImplied(x) {
			names = append(names, x.Name)
			parts = append(parts, "ADD KEY "+quote("mrt_probe_"+literal(int64(len(parts))))+" ("+quoted(x.Plain)+")")
		}
	}
	if len(names) == 0 {
		return nil, nil
	}
	to := d.sister("probe")
	left, err := d.probed(ctx, to, "CREATE TABLE "+to+" LIKE "+quote(t.Name), "ALTER TABLE "+to+" "+strings.Join(parts, ", "))
	if _, ours := live.AsFailure(err); err != nil && !ours {
		return nil, err
	}
	if err != nil {
		d.doubtful[t.Name] = true
	} else {
		names = slices.DeleteFunc(names, func(n string) bool {
			return slices.ContainsFunc(left.Indexes, func(x *shape.Index) bool { return x.Name == n })
		})
		slices.Sort(names)
	}
	if drop := d.do(ctx, "DROP TABLE IF EXISTS "+to); drop != nil || err != nil {
		return nil, drop
	}
	return names, nil
}

// probed runs statements and reads the table that they make.
func (d *DB) probed(ctx context.Context, table string, list ...string) (*shape.Table, error) {
	for _, sql := range list {
		if err := d.do(ctx, sql); err != nil {
			return nil, err
		}
	}
	found, err := d.rows(ctx, "SHOW CREATE TABLE "+table)
	if err != nil {
		return nil, err
	}
	t, _ := d.reader.table(string(found[0][1]))
	return t, nil
}

// imply makes a table whose indexes of these names are implied, and reports whether
// that gives what the text says.
func (d *DB) imply(ctx context.Context, name, text string, implied []string) (bool, error) {
	list := d.reader.implying(name, text, implied)
	t := ""
	var err error
	for _, sql := range list {
		if err = d.do(ctx, sql); err != nil {
			break
		}
	}
	if err == nil {
		var found [][][]byte
		if found, err = d.rows(ctx, "SHOW CREATE TABLE "+quote(name)); err == nil {
			t = string(found[0][1])
		}
	}
	if _, theirs := live.AsFailure(err); err != nil && !theirs {
		return false, err
	}
	if err == nil && t == text {
		return true, nil
	}
	d.doubtful[name] = true
	return false, d.do(ctx, "DROP TABLE IF EXISTS "+quote(name))
}

// implying are the statements that make a table so that the server makes the
// implied indexes: in the place of each stand the foreign keys of its columns, the
// one that gives it its name last. Where there is none of that name, one that is
// dropped at once does it.
func (r *reader) implying(name, text string, implied []string) []string {
	tokens := sqltok.MySQL(text)
	open := slices.IndexFunc(tokens, func(t sqltok.Token) bool { return t.Is("(") })
	if open < 0 {
		return []string{text}
	}
	end := sqltok.Close(tokens, open)
	if end >= len(tokens) {
		return []string{text}
	}
	list := elements(r, text, sqltok.Split(tokens[open+1:end]), tokens[end].Start)
	var out, drop []string
	moved := map[int]bool{}
	for _, e := range list {
		if e.index == "" || !slices.Contains(implied, e.index) {
			continue
		}
		named := -1
		for i, f := range list {
			if f.key != nil && slices.Equal(f.key.Columns, e.columns) && !moved[i] {
				moved[i] = true
				if f.key.Name == e.index {
					named = i
					continue
				}
				e.instead = append(e.instead, f.text)
			}
		}
		if named >= 0 {
			e.instead = append(e.instead, list[named].text)
			continue
		}
		e.instead = append(e.instead, "CONSTRAINT "+quote(e.index)+" FOREIGN KEY ("+quoted(e.columns)+") REFERENCES `mrt_nowhere` (`a`)")
		drop = append(drop, "DROP FOREIGN KEY "+quote(e.index))
	}
	for i, e := range list {
		switch {
		case e.instead != nil:
			out = append(out, e.instead...)
		case !moved[i]:
			out = append(out, e.text)
		}
	}
	made := []string{text[:tokens[open].End] + "\n  " + strings.Join(out, ",\n  ") + "\n" + text[tokens[end].Start:]}
	if len(drop) > 0 {
		made = append(made, "ALTER TABLE "+quote(name)+" "+strings.Join(drop, ", "))
	}
	return made
}

// An element of a table's text, with what it is if it is a plain index or a
// foreign key.
type element struct {
	text    string
	index   string
	columns []string
	key     *shape.Constraint
	instead []string
}

func elements(r *reader, text string, parts [][]sqltok.Token, end int) []*element {
	var out []*element
	for i, p := range parts {
		next := end
		if i+1 < len(parts) {
			next = parts[i+1][0].Start
		}
		e := &element{text: strings.TrimRight(text[p[0].Start:next], " \n,")}
		c := &cursor{text: text, t: p}
		constraint := ""
		if c.take("constraint") {
			constraint = c.next().Text
		}
		switch {
		case c.take("foreign", "key"):
			e.key = r.foreignKey(constraint, c)
		case c.take("key"):
			e.index = c.next().Text
			e.columns = list(c.group())
		}
		out = append(out, e)
	}
	return out
}
