package litedb

import (
	"strings"

	"github.com/mrt-tools/mrt/verifier/internal/shape"
	"github.com/mrt-tools/mrt/verifier/internal/sqltok"
)

// readIndex reads the text of a CREATE INDEX on t.
func readIndex(t *shape.Table, name, text string) *shape.Index {
	names := columnNames{}
	for _, c := range t.Columns {
		names[fold(c.Name)] = true
	}
	x := &shape.Index{ID: fold(name), Name: name}
	r := &reader{text: text, t: sqltok.Cut(text)}
	for !r.end() && !r.at(0).Is("on") {
		if r.at(0).Is("unique") {
			x.Unique = true
		}
		if r.take("index") {
			r.take("if", "not", "exists")
			r.name()
			continue
		}
		r.i++
	}
	r.i++
	r.name()
	plain := true
	for _, part := range sqltok.Split(r.parens()) {
		if n := len(part); n > 1 && part[n-1].Is("asc") {
			part = part[:n-1]
		}
		x.Parts = append(x.Parts, names.join(part))
		one := len(part) == 1 || len(part) == 2 && part[1].Is("desc")
		plain = plain && one && part[0].Named()
		x.Plain = append(x.Plain, part[0].Text)
	}
	if !plain {
		x.Plain = nil
	}
	if r.take("where") {
		x.Where = names.join(sqltok.Bare(r.t[r.i:]))
	}
	return x
}

// readOther reads a view or a trigger: what stands after its name.
func readOther(kind, name, table, text string) *shape.Object {
	r := &reader{text: text, t: sqltok.Cut(text)}
	for !r.end() && !r.at(0).Is(kind) {
		r.i++
	}
	r.i++
	r.take("if", "not", "exists")
	r.name()
	o := &shape.Object{Kind: kind, Name: name}
	if kind == "trigger" {
		o.Name = table + "." + name
	}
	o.Attrs = []shape.Attr{{Name: "definition", Value: asWritten(r.t[min(r.i, len(r.t)):])}}
	return o
}

// columnNames are the columns of a table, folded.
type columnNames map[string]bool

// join is sqltok.Join for an expression over the columns. What stands in double
// quotes and is none of them is a text to SQLite, and its case counts.
func (n columnNames) join(tokens []sqltok.Token) string {
	out := append([]sqltok.Token{}, tokens...)
	for i, t := range out {
		if t.Kind == sqltok.Quoted && !n[t.Lower] {
			out[i].Lower = "'" + strings.ReplaceAll(t.Text, "'", "''") + "'"
		}
	}
	return sqltok.Join(out)
}

// asWritten is sqltok.Join that keeps the case of what stands in quotes: in the
// text of a view or a trigger it may be a name or a text.
func asWritten(tokens []sqltok.Token) string {
	out := append([]sqltok.Token{}, tokens...)
	for i, t := range out {
		if t.Kind == sqltok.Quoted {
			out[i].Lower = t.Text
		}
	}
	return sqltok.Join(out)
}

// fold is how SQLite compares names.
func fold(name string) string { return strings.ToLower(name) }
