package verifier

import (
	"github.com/mrt-tools/mrt/verifier/internal/sqltok"
)

// indifferent reports whether further rows cannot change how the downgrade ends:
// it consists of statements that neither read nor check rows, and no rule of
// foreign keys is in force. Then a trip with new-world rows would show nothing.
//
// Why it is worth the trouble: most revisions add a column, an index or a table,
// and their downgrade drops it. Writing rows, downgrading and going back takes a
// third of such a trip.
func (t *trip) indifferent() bool {
	if len(t.opt.Setup) > 0 {
		return false // PRAGMA foreign_keys and the like
	}
	for i := range t.down.log {
		if !blind(t.down.log[i].tokens()) && !t.booksOnly(&t.down.log[i]) {
			return false
		}
	}
	return true
}

// booksOnly: a statement on Alembic's own table.
func (t *trip) booksOnly(e *entry) bool {
	for _, name := range t.opt.VersionTables {
		if e.mentions(name) {
			return true
		}
	}
	return false
}

// blind reports whether a statement is one of those that work alike on any rows.
func blind(t []sqltok.Token) bool {
	if len(t) < 3 {
		return false
	}
	switch {
	case t[0].Is("drop"):
		switch t[1].Lower {
		case "table", "index", "view", "trigger":
			return !has(t, "cascade")
		}
	case t[0].Is("create") && t[1].Is("index"):
		parens := 0
		for _, x := range t {
			if x.Is("(") {
				parens++
			}
		}
		return parens == 1 && !has(t, "where") // an expression may fail on a value
	case t[0].Is("alter") && t[1].Is("table"):
		if len(sqltok.Split(t)) > 1 {
			return false // several actions
		}
		return has(t, "drop") && has(t, "column") && !has(t, "cascade") && !has(t, "constraint") || has(t, "rename") && !has(t, "set")
	}
	return false
}

func has(t []sqltok.Token, word string) bool {
	for _, x := range t {
		if x.Is(word) {
			return true
		}
	}
	return false
}
