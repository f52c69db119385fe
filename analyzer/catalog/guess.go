package catalog

import (
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// A Guess is an object that is assumed to exist, since no statement made it. Of a
// table, Columns are those that statements name.
type Guess struct {
	Kind    string // table, index, sequence, enum, …
	Name    sqlread.QName
	Columns []string
}

// Guesses lists what is assumed, by kind and name; tables come first.
func (w *World) Guesses() []Guess {
	var out []Guess
	for _, t := range w.tables {
		g := Guess{Kind: "table", Name: t.Name}
		for _, c := range t.Columns {
			g.Columns = append(g.Columns, c.Name)
		}
		out = append(out, g)
	}
	for _, o := range w.objects {
		out = append(out, Guess{Kind: o.Kind, Name: o.Name})
	}
	slices.SortFunc(out, func(a, b Guess) int {
		switch {
		case a.Kind == b.Kind:
			return strings.Compare(a.Name.String(), b.Name.String())
		case a.Kind == "table":
			return -1
		case b.Kind == "table":
			return 1
		}
		return strings.Compare(a.Kind, b.Kind)
	})
	return out
}
