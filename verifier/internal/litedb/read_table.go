package litedb

import (
	"strings"

	"github.com/mrt-tools/mrt/verifier/internal/shape"
	"github.com/mrt-tools/mrt/verifier/internal/sqltok"
)

// reader goes through the tokens of one CREATE TABLE.
//
// Why our own reading of sqlite_master: the PRAGMAs show neither names of
// constraints nor CHECK, COLLATE, conflict clauses, nor the second of two UNIQUE
// constraints over the same columns.
type reader struct {
	text  string
	t     []sqltok.Token
	i     int
	names columnNames // of the table
}

func (r *reader) at(n int) sqltok.Token {
	if r.i+n < len(r.t) {
		return r.t[r.i+n]
	}
	return sqltok.Token{Kind: sqltok.Symbol}
}

func (r *reader) end() bool { return r.i >= len(r.t) }

// take goes past the given words if they come next.
func (r *reader) take(words ...string) bool {
	for n, w := range words {
		if !r.at(n).Is(w) {
			return false
		}
	}
	r.i += len(words)
	return true
}

// parens returns the tokens inside the parentheses that come next.
func (r *reader) parens() []sqltok.Token {
	if !r.at(0).Is("(") {
		return nil
	}
	end := sqltok.Close(r.t, r.i)
	in := r.t[r.i+1 : end]
	r.i = end + 1
	return in
}

// name takes a name, with or without a schema in front.
func (r *reader) name() string {
	n := r.at(0)
	r.i++
	if r.at(0).Is(".") {
		r.i++
		n = r.at(0)
		r.i++
	}
	return strings.Trim(n.Text, "'")
}

// readTable reads the text of a CREATE TABLE as sqlite_master keeps it.
func readTable(name, text string) *shape.Table {
	t := &shape.Table{ID: fold(name), Name: name}
	r := &reader{text: text, t: sqltok.Cut(text)}
	for !r.end() && !r.at(0).Is("table") {
		if r.at(0).Is("virtual") {
			t.Kind = "virtual table"
			t.Options = []shape.Attr{{Name: "definition", Value: sqltok.Normal(text)}}
			return t
		}
		r.i++
	}
	r.i++
	r.take("if", "not", "exists")
	r.name()
	body := r.parens()
	parts, names := sqltok.Split(body), columnNames{}
	for _, def := range parts {
		if d := (&reader{text: text, t: def}); !d.tableConstraint() {
			names[fold(d.name())] = true
		}
	}
	for _, def := range parts {
		d := &reader{text: text, t: def, names: names}
		if d.tableConstraint() {
			t.Constraints = append(t.Constraints, d.constraint(nil))
			continue
		}
		t.Columns = append(t.Columns, d.column(t))
	}
	for _, o := range sqltok.Split(r.t[min(r.i, len(r.t)):]) {
		t.Options = append(t.Options, shape.Attr{Name: sqltok.Join(o), Value: "yes"})
	}
	for _, c := range t.Constraints {
		for i, n := range c.Columns {
			if col := t.Column(n); col != nil {
				c.Columns[i] = col.Name
			}
		}
	}
	return t
}

// tableConstraint reports whether a definition is a constraint and not a column.
func (r *reader) tableConstraint() bool {
	a, b := r.at(0), r.at(1)
	if a.Kind != sqltok.Word {
		return false
	}
	switch a.Lower {
	case "constraint":
		return b.Named()
	case "primary", "foreign":
		return b.Is("key")
	case "unique", "check":
		return b.Is("(")
	}
	return false
}

func columnWord(t sqltok.Token) bool {
	if t.Kind != sqltok.Word {
		return false
	}
	switch t.Lower {
	case "constraint", "primary", "not", "null", "unique", "check", "default", "collate", "references", "generated", "as":
		return true
	}
	return false
}

// column reads a column definition; its constraints go to the table.
func (r *reader) column(t *shape.Table) *shape.Column {
	c := &shape.Column{Name: r.name()}
	var words, args []string
	for !r.end() && !columnWord(r.at(0)) {
		if in := r.parens(); in != nil {
			for _, a := range sqltok.Split(in) {
				args = append(args, sqltok.Join(a))
			}
			continue
		}
		words = append(words, r.at(0).Lower)
		r.i++
	}
	setType(c, words, args)
	for !r.end() {
		before := r.i
		switch {
		case r.take("not", "null"):
			c.NotNull = true
			if does := r.conflict(); does != "" && does != "abort" {
				c.Extra = append(c.Extra, shape.Attr{Name: "on null", Value: does})
			}
		case r.take("null"):
		case r.take("default"):
			c.Default = r.defaultValue()
		case r.take("collate"):
			c.Collation = strings.ToLower(r.name())
		case r.take("generated", "always", "as"), r.take("as"):
			c.Generated = r.names.join(sqltok.Bare(r.parens()))
			if r.take("stored") {
				c.Generated += " stored"
			} else {
				r.take("virtual")
				c.Generated += " virtual"
			}
		default:
			if k := r.constraint(c); k != nil {
				t.Constraints = append(t.Constraints, k)
			}
		}
		if r.i == before {
			r.i++
		}
	}
	return c
}

func (r *reader) defaultValue() string {
	if r.at(0).Is("(") {
		return orNone(columnNames{}.join(sqltok.Bare(r.parens())))
	}
	start := r.i
	if r.at(0).Is("+") || r.at(0).Is("-") {
		r.i++
	}
	r.i++
	return orNone(columnNames{}.join(r.t[start:min(r.i, len(r.t))])) // no default names a column
}

// orNone: an empty default is still a default.
func orNone(s string) string {
	if s == "" {
		return "()"
	}
	return s
}

// conflict takes ON CONFLICT and returns what it says.
func (r *reader) conflict() string {
	if r.take("on", "conflict") {
		w := r.at(0).Lower
		r.i++
		return w
	}
	return ""
}
