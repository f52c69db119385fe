package verifier

import (
	"context"
	"maps"
	"slices"
	"sort"
	"strings"

	"github.com/mrt-tools/mrt/analyzer/finding"
	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/verifier/internal/live"
	"github.com/mrt-tools/mrt/verifier/internal/seed"
	"github.com/mrt-tools/mrt/verifier/internal/shape"
	"github.com/mrt-tools/mrt/verifier/internal/sqltok"
)

// A hint is a value that a statement looks for in a column.
type hint struct {
	table, column string
	value         any
	pattern       string // the fixed part of a LIKE pattern, "" for no pattern
}

// hinted makes the trip once more with rows that the migration's own conditions
// select: WHERE status = 'banned' is only put to the test by a banned row.
//
// Why not values that the upgrade writes: a downgrade that finds its rows by
// what the upgrade wrote is what correct migrations do, and that an old row
// might hold the same words proves nothing about them.
func (t *trip) hinted(ctx context.Context) error {
	if t.fill.want == 0 {
		return nil
	}
	hints, documents := t.hints(), t.documents()
	if len(hints) == 0 && len(documents) == 0 {
		return nil
	}
	for variant := range 2 {
		if variant > 0 && (len(documents) == 0 || t.res.Outcome == finding.Failed) {
			break // only documents come in two kinds
		}
		if err := t.restart(ctx); err != nil {
			return err
		}
		old, wrote, err := t.plant(ctx, hints, documents, variant)
		if err != nil {
			return err
		}
		if wrote {
			if err := t.roundTrip(ctx, old); err != nil {
				return err
			}
		}
		hints = nil
	}
	return nil
}

// roundTrip goes up and down from the present state, which is old, and compares
// rows. A failing upgrade is not held against the migration here.
func (t *trip) roundTrip(ctx context.Context, old *live.State) error {
	for _, d := range []opshim.Direction{opshim.Up, opshim.Down} {
		r, err := t.run(ctx, t.m, d)
		if err != nil {
			return err
		}
		if !r.ok() {
			return nil
		}
	}
	s, err := t.db.Capture(ctx)
	if err != nil {
		return err
	}
	t.compareRows(old, s, false)
	return nil
}

// plant adds one row per table and literal.
func (t *trip) plant(ctx context.Context, hints []hint, documents []string, variant int) (*live.State, bool, error) {
	s, err := t.db.Capture(ctx)
	if err != nil {
		return nil, false, err
	}
	f := newFiller(t.db, t.fill.want, nil)
	f.state, f.words = s, t.m.Words
	wrote := false
	pins := map[string][]seed.Pin{}
	for _, key := range documents {
		pins[key] = append(pins[key], nil) // an ordinary row: its document has the script's words as keys
	}
	for _, h := range hints {
		pins[h.table] = append(pins[h.table], seed.Pin{h.column: h.value})
	}
	for _, key := range parentsFirst(s.Catalog, sortedKeys(pins)) {
		table := f.state.Catalog.Tables[key]
		in := f.input(table, nil)
		in.First, in.Pins, in.Document = 41, pins[key], variant
		before := size(f.state.Rows[key])
		if _, err := f.insert(ctx, in); err != nil {
			return nil, false, err
		}
		wrote = wrote || size(f.state.Rows[key]) > before
	}
	return f.state, wrote, nil
}

// documents are the tables with JSON columns whose rows the migration reads or
// writes: they were filled for an earlier one, with that one's words.
func (t *trip) documents() []string {
	if len(t.m.Words) == 0 {
		return nil
	}
	handled := t.handled()
	if len(handled) == 0 {
		return nil
	}
	var out []string
	for key, table := range t.old.Catalog.Tables {
		if table.Kind == "" && handled[strings.ToLower(table.Name)] && slices.ContainsFunc(table.Columns, func(c *shape.Column) bool { return c.Class == shape.JSON }) {
			out = append(out, key)
		}
	}
	sort.Strings(out)
	return out
}

// handled are the names in statements on rows; those by which batch mode copies
// a table do not count.
func (t *trip) handled() map[string]bool {
	out := map[string]bool{}
	for _, r := range []*ran{t.up, t.down} {
		for i := range r.log {
			e := &r.log[i]
			tokens := e.tokens()
			if len(tokens) == 0 || strings.Contains(e.sql, "_alembic_tmp_") || t.booksOnly(e) {
				continue
			}
			switch tokens[0].Lower {
			case "select", "update", "insert", "with", "delete", "merge":
				maps.Copy(out, e.named)
			}
		}
	}
	return out
}

// hints are the values in conditions of both directions, less what the upgrade writes.
func (t *trip) hints() []hint {
	written := map[any]bool{}
	for i := range t.up.log {
		for _, v := range writtenBy(&t.up.log[i]) {
			written[v] = true
		}
	}
	out := t.narrowed()
	seen := map[hint]bool{}
	for _, r := range []*ran{t.up, t.down} {
		for i := range r.log {
			for _, h := range t.conditions(&r.log[i]) {
				if !seen[h] && !written[h.value] && !resembles(h, written) && len(out) < 40 {
					seen[h] = true
					out = append(out, h)
				}
			}
		}
	}
	return out
}

// narrowed are the values that a column may hold after the upgrade where it took
// any text before: rows with other values had to be taken out, so these are the
// ones that the trip is about.
func (t *trip) narrowed() []hint {
	var out []hint
	for key, table := range t.now.Catalog.Tables {
		was := t.old.Catalog.Tables[key]
		if was == nil || was == table {
			continue
		}
		for _, c := range table.Columns {
			w := was.Column(c.Name)
			if w == nil || w.Class != shape.Text {
				continue
			}
			var values []any
			for _, l := range c.Labels {
				values = append(values, l)
			}
			for _, k := range checksOver(table, c.Name) {
				if !slices.Contains(checksOver(was, c.Name), k) {
					values = append(values, seed.Mined(c, k)...)
				}
			}
			for _, v := range values[:min(len(values), 12)] {
				if _, ok := v.(string); ok {
					out = append(out, hint{table: key, column: w.Name, value: v})
				}
			}
		}
	}
	sortHints(out)
	return out
}

// resembles: a pattern that fits what the upgrade writes is how the downgrade
// finds those rows.
func resembles(h hint, written map[any]bool) bool {
	if h.pattern == "" {
		return false
	}
	for w := range written {
		if s, ok := w.(string); ok && s != "" && (strings.Contains(s, h.pattern) || strings.Contains(h.pattern, s)) {
			return true
		}
	}
	return false
}

// cutEntry gives the tokens of a statement and the value of each literal and
// parameter among them.
func cutEntry(e *entry) ([]sqltok.Token, map[int]any) {
	tokens := e.tokens()
	values := map[int]any{}
	args := e.args
	if args == nil && len(e.many) > 0 {
		args = e.many[0]
	}
	n := 0
	for i, tok := range tokens {
		switch tok.Kind {
		case sqltok.String:
			values[i] = sqltok.Unliteral(tok)
		case sqltok.Param:
			if n < len(args) {
				if s, ok := args[n].(string); ok {
					values[i] = s
				}
			}
			n++
		}
	}
	return tokens, values
}

// writtenBy are the texts that an INSERT or UPDATE puts into rows.
func writtenBy(e *entry) []any {
	tokens, values := cutEntry(e)
	var out []any
	where := false
	for i, tok := range tokens {
		if tok.Is("where") && !tokens[0].Is("insert") {
			where = true
		}
		if v, ok := values[i]; ok && !where && (tokens[0].Is("insert") || tokens[0].Is("update") || tokens[0].Is("replace")) {
			out = append(out, v)
		}
	}
	for _, row := range e.many {
		for _, v := range row {
			if s, ok := v.(string); ok {
				out = append(out, s)
			}
		}
	}
	return out
}

// conditions are the pairs column = 'text', column IN ('text', …) and the like
// in a statement that changes rows, where the column belongs to a table that the
// statement names and that was there before the upgrade.
func (t *trip) conditions(e *entry) []hint {
	tokens := e.tokens()
	if len(tokens) == 0 || !(tokens[0].Is("update") || tokens[0].Is("delete") || tokens[0].Is("insert")) || strings.Contains(e.sql, "_alembic_tmp_") {
		return nil
	}
	tokens, values := cutEntry(e)
	if len(values) == 0 {
		return nil
	}
	var tables []*shape.Table
	for key, table := range t.old.Catalog.Tables {
		if table.Kind == "" && e.mentions(table.Name) {
			_ = key
			tables = append(tables, table)
		}
	}
	var out []hint
	where := false
	for i := range tokens {
		where = where || tokens[i].Is("where")
		v, ok := values[i]
		if !ok || !where {
			continue
		}
		name := columnBefore(tokens, i)
		for _, table := range tables {
			c := table.Column(name)
			if name == "" || c == nil || c.Class != shape.Text && c.Class != shape.Enum && c.Class != shape.Any {
				continue
			}
			h := hint{table: table.Key(), column: c.Name, value: v}
			if s := v.(string); strings.Contains(s, "%") {
				h.pattern, h.value = strings.ReplaceAll(s, "%", ""), strings.ReplaceAll(s, "%", "abc")
			}
			out = append(out, h)
		}
	}
	sortHints(out)
	return out
}

func sortHints(h []hint) {
	for i := 1; i < len(h); i++ {
		for j := i; j > 0 && less(h[j], h[j-1]); j-- {
			h[j], h[j-1] = h[j-1], h[j]
		}
	}
}

func less(a, b hint) bool {
	if a.table != b.table {
		return a.table < b.table
	}
	if a.column != b.column {
		return a.column < b.column
	}
	return a.value.(string) < b.value.(string)
}

// columnBefore is the column that a literal at i is compared with: the nearest
// name before it, past operators, parentheses and other literals of an IN list.
func columnBefore(tokens []sqltok.Token, i int) string {
	for j := i - 1; j >= 0 && i-j < 60; j-- {
		tok := tokens[j]
		switch {
		case tok.Kind == sqltok.Quoted:
			return tok.Text
		case tok.Kind == sqltok.Word:
			switch tok.Lower {
			case "in", "not", "like", "ilike", "is", "glob":
				continue
			case "and", "or", "where", "then", "when", "else", "case", "select", "set", "values", "between":
				return ""
			}
			return tok.Text
		case tok.Is(";"):
			return ""
		}
	}
	return ""
}
