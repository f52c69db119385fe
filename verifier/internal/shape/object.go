package shape

import (
	"fmt"
	"slices"
	"sort"
	"strings"
)

// An Attr is one attribute of an object. An attribute that is not set is not
// in the list.
type Attr struct{ Name, Value string }

// An Object is anything with a name in the flat form that is compared.
type Object struct {
	Kind  string // column, unique constraint, index, view, sequence, …
	Name  string // qualified as a person writes it: users.phone
	Table string // key of the table it belongs to, "" for none
	Attrs []Attr // sorted by name
	What  string // a short description for sentences about an object that is gone or new
}

func (o *Object) key() string { return o.Kind + "\x00" + o.Name }

// Title is the object as a sentence names it.
func (o *Object) Title() string { return o.Kind + " " + o.Name }

// Objects returns the table and its parts in the flat form, sorted by kind and name.
// It is safe for concurrent use.
func (t *Table) Objects() []*Object {
	t.flat.Do(func() { t.objects = t.flatten() })
	return t.objects
}

func (t *Table) flatten() []*Object {
	title := t.Title()
	out := []*Object{{Kind: t.kind(), Name: title, Table: t.Key(), Attrs: clean(t.Options)}}
	for _, c := range t.Columns {
		out = append(out, c.object(t, title))
	}
	seen := map[string]int{}
	for _, c := range t.Constraints {
		o := c.object(t, title)
		seen[o.key()]++
		if n := seen[o.key()]; n > 1 {
			o.Name += fmt.Sprintf(" (no. %d)", n)
		}
		out = append(out, o)
	}
	for _, i := range t.Indexes {
		out = append(out, i.object(t, title))
	}
	for _, o := range t.Extra {
		if key := t.Key(); o.Table != key { // who has read it may look at it already
			o.Table = key
		}
		out = append(out, o)
	}
	sort.SliceStable(out[1:], func(i, j int) bool { return out[i+1].key() < out[j+1].key() })
	return out
}

func (t *Table) kind() string {
	if t.Kind == "" {
		return "table"
	}
	return t.Kind
}

func (c *Column) object(t *Table, title string) *Object {
	attrs := []Attr{{"type", c.Type}, {"default", c.Default}, {"generated", c.Generated},
		{"identity", c.Identity}, {"collation", c.Collation}, {"null", "allowed"}}
	if c.NotNull {
		attrs[5].Value = "not allowed"
	}
	what := c.Type
	if c.NotNull {
		what += " not null"
	}
	if c.Default != "" {
		what += " default " + c.Default
	}
	return &Object{Kind: "column", Name: title + "." + c.Name, Table: t.Key(), Attrs: clean(append(attrs, c.Extra...)), What: strings.TrimSpace(what)}
}

func (c *Constraint) object(t *Table, title string) *Object {
	cols := "(" + strings.Join(c.Columns, ", ") + ")"
	attrs := []Attr{{"columns", cols}, {"expression", c.Expr}, {"on delete", c.OnDelete}, {"on update", c.OnUpdate}}
	what := cols
	switch c.Kind {
	case Check:
		attrs[0].Value = ""
		what = c.Expr
	case ForeignKey:
		ref := Key(c.RefSchema, c.RefTable) + " (" + strings.Join(c.RefColumns, ", ") + ")"
		attrs = append(attrs, Attr{"references", ref})
		what += " to " + ref
	}
	name := title + "." + c.Name
	if c.Name == "" {
		name = "of " + title + " " + what + " without a name"
		if c.Kind == Check {
			attrs[1].Value = ""
		} else {
			attrs[0].Value = ""
		}
		what = ""
	}
	return &Object{Kind: string(c.Kind), Name: name, Table: t.Key(), Attrs: clean(append(attrs, c.Extra...)), What: what}
}

func (i *Index) object(t *Table, title string) *Object {
	parts := "(" + strings.Join(i.Parts, ", ") + ")"
	attrs := []Attr{{"columns", parts}, {"where", i.Where}, {"unique", "no"}}
	what := parts
	if i.Unique {
		attrs[2].Value = "yes"
		what = "unique " + what
	}
	if i.Where != "" {
		what += " where " + i.Where
	}
	if slices.Contains(i.Extra, Attr{"valid", "no"}) {
		what += ", not valid"
	}
	return &Object{Kind: "index", Name: title + "." + i.Name, Table: t.Key(), Attrs: clean(append(attrs, i.Extra...)), What: what}
}

// Clean drops attributes that are not set and sorts the rest.
func Clean(attrs []Attr) []Attr { return clean(attrs) }

// clean drops attributes that are not set and sorts the rest.
func clean(attrs []Attr) []Attr {
	out := attrs[:0:0]
	for _, a := range attrs {
		if a.Value != "" {
			out = append(out, a)
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Name < out[j].Name })
	return out
}
