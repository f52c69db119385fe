package shape

import (
	"fmt"
	"sort"
	"strings"
)

// A Change is one difference between two catalogs. Before is nil for an object
// that is new, After for one that is gone; if both are there, Attr names the
// attribute that differs and Was and Is its values ("" for not set).
type Change struct {
	Before, After *Object
	Attr          string
	Was, Is       string
}

// Object is the object that the change is about.
func (c Change) Object() *Object {
	if c.Before != nil {
		return c.Before
	}
	return c.After
}

// String says the change in one clause, with what it was and what it is.
func (c Change) String() string {
	switch {
	case c.After == nil:
		return describe(c.Before) + " is gone"
	case c.Before == nil:
		return describe(c.After) + " is there and was not before"
	}
	is, was := c.Is, c.Was
	if len([]rune(is)) > limit || len([]rune(was)) > limit {
		is, was = around(is, was)
	}
	return fmt.Sprintf("%s: %s is %s, was %s", c.Before.Title(), c.Attr, value(is), value(was))
}

// limit is how much of a text a sentence shows; the comparison itself never cuts.
const limit = 160

// around leaves out of two texts what they begin with alike, but for some words,
// so that what differs is in what a sentence shows.
func around(a, b string) (string, string) {
	x, y := []rune(a), []rune(b)
	n := 0
	for n < len(x) && n < len(y) && x[n] == y[n] {
		n++
	}
	if n -= 40; n < 40 || len(a) == 0 || len(b) == 0 {
		return a, b
	}
	return "…" + string(x[n:]), "…" + string(y[n:])
}

func describe(o *Object) string {
	switch {
	case o.What == "":
		return o.Title()
	case o.Kind != string(Check) && strings.HasPrefix(o.What, "("):
		return o.Title() + " on " + short(o.What)
	}
	return o.Title() + " (" + short(o.What) + ")"
}

func value(s string) string {
	if s == "" {
		return "not set"
	}
	return short(s)
}

// short cuts long texts for sentences.
func short(s string) string {
	if r := []rune(s); len(r) > limit {
		return string(r[:limit]) + "…"
	}
	return s
}

// Diff returns what changed from before to after, sorted by object. Of a table
// that is gone or new only the table is told, not its parts. Tables that are
// the same pointer in both are not looked at.
func Diff(before, after *Catalog) []Change {
	var out []Change
	for key, b := range before.Tables {
		a := after.Tables[key]
		switch {
		case a == b:
		case a == nil:
			out = append(out, Change{Before: b.Objects()[0]})
		default:
			out = append(out, diffObjects(b.Objects(), a.Objects())...)
		}
	}
	for key, a := range after.Tables {
		if before.Tables[key] == nil {
			out = append(out, Change{After: a.Objects()[0]})
		}
	}
	out = append(out, diffMaps(before.Objects, after.Objects)...)
	sort.SliceStable(out, func(i, j int) bool {
		a, b := out[i].Object(), out[j].Object()
		if a.Name != b.Name {
			return a.Name < b.Name
		}
		if a.Kind != b.Kind {
			return a.Kind < b.Kind
		}
		return out[i].Attr < out[j].Attr
	})
	return out
}

func diffMaps(before, after map[string]*Object) []Change {
	var out []Change
	for key, b := range before {
		if a := after[key]; a != b {
			out = append(out, diffObject(b, a)...)
		}
	}
	for key, a := range after {
		if before[key] == nil {
			out = append(out, Change{After: a})
		}
	}
	return out
}

// diffObjects compares two lists of parts. The first of each is the table itself.
func diffObjects(before, after []*Object) []Change {
	is := make(map[string]*Object, len(after))
	for _, o := range after {
		is[o.key()] = o
	}
	var out []Change
	for _, b := range before {
		out = append(out, diffObject(b, is[b.key()])...)
		delete(is, b.key())
	}
	for _, a := range is {
		out = append(out, Change{After: a})
	}
	return out
}

// diffObject compares two objects of the same key; after may be nil.
func diffObject(before, after *Object) []Change {
	if after == nil {
		return []Change{{Before: before}}
	}
	var out []Change
	i, j := 0, 0
	for i < len(before.Attrs) || j < len(after.Attrs) {
		switch {
		case j == len(after.Attrs) || i < len(before.Attrs) && before.Attrs[i].Name < after.Attrs[j].Name:
			out = append(out, Change{before, after, before.Attrs[i].Name, before.Attrs[i].Value, ""})
			i++
		case i == len(before.Attrs) || before.Attrs[i].Name > after.Attrs[j].Name:
			out = append(out, Change{before, after, after.Attrs[j].Name, "", after.Attrs[j].Value})
			j++
		default:
			if before.Attrs[i].Value != after.Attrs[j].Value {
				out = append(out, Change{before, after, before.Attrs[i].Name, before.Attrs[i].Value, after.Attrs[j].Value})
			}
			i, j = i+1, j+1
		}
	}
	return out
}

// Subject is the object's name without the kind's decoration, for reports:
// users.phone, users.uq_users_email, open_orders.
func (c Change) Subject() string {
	name := c.Object().Name
	if rest, ok := strings.CutPrefix(name, "of "); ok && strings.HasSuffix(name, "without a name") {
		name, _, _ = strings.Cut(rest, " ")
	}
	return name
}
