package litedb

import (
	"maps"

	"github.com/mrt-tools/mrt/verifier/internal/live"
	"github.com/mrt-tools/mrt/verifier/internal/shape"
	"github.com/mrt-tools/mrt/verifier/internal/sqltok"
)

// before does what comes before a statement: refuses what leaves the scratch
// database, begins a transaction where Python's sqlite3 would, and notes which
// tables may change.
//
// Why by names and not by hooks: the update hooks do not see DROP TABLE, and the
// names in a statement, closed over triggers and referential actions, are a
// superset of what it can change. Reading a table once too often costs little.
func (d *DB) before(tokens []sqltok.Token) error {
	if len(tokens) == 0 {
		return nil
	}
	switch tokens[0].Lower {
	case "select", "values", "explain", "begin", "end", "commit", "rollback", "savepoint", "release", "analyze":
		return nil
	case "pragma":
		d.pragma = d.pragma || len(tokens) > 2
		for _, t := range tokens {
			if t.Is("writable_schema") {
				d.full = true
			}
		}
		return nil
	case "attach", "detach":
		return &live.Unsupported{What: "ATTACH reaches another database file"}
	case "vacuum":
		for _, t := range tokens {
			if t.Is("into") {
				return &live.Unsupported{What: "VACUUM INTO writes another file"}
			}
		}
		return nil
	case "insert", "update", "delete", "replace":
		name := target(tokens)
		d.touch(name)
		if d.base == nil || d.base.Catalog.Tables[name] == nil && !d.ignore[name] {
			d.full = d.full || d.isView(name) // INSTEAD OF triggers write elsewhere
		}
		if d.c.autocommit() {
			return d.c.exec("BEGIN")
		}
		return nil
	}
	for _, t := range tokens {
		if t.Named() || t.Kind == sqltok.String {
			d.touch(fold(sqltok.Unliteral(t)))
		}
		if t.Is("temp") || t.Is("temporary") {
			d.temp = true
		}
		if t.Is("rename") {
			d.full = true // other tables' definitions follow the new name
		}
	}
	return nil
}

func (d *DB) isView(name string) bool {
	return d.base == nil || d.base.Catalog.Objects["view\x00"+name] != nil
}

func (d *DB) touch(name string) { d.dirty[name] = true }

// writes reports whether the statement has a count of rows.
func writes(tokens []sqltok.Token) bool {
	if len(tokens) == 0 {
		return false
	}
	switch tokens[0].Lower {
	case "insert", "update", "delete", "replace", "with":
		return true
	}
	return false
}

// target is the table that INSERT, REPLACE, UPDATE or DELETE writes.
func target(tokens []sqltok.Token) string {
	for i, t := range tokens[1:] {
		if i == 0 && tokens[0].Is("update") && !t.Is("or") || t.Is("into") || t.Is("from") {
			i++
			if t.Is("into") || t.Is("from") {
				i++
			}
			if i+2 < len(tokens) && tokens[i+1].Is(".") {
				i += 2
			}
			if i < len(tokens) {
				return tokens[i].Lower
			}
			return ""
		}
		if tokens[0].Is("update") && i == 2 { // UPDATE OR action t
			return t.Lower
		}
	}
	return ""
}

// spread closes the touched names over what triggers and referential actions
// can reach from them, and returns the keys of tables to be read again.
func (d *DB) spread() map[string]bool {
	out := maps.Clone(d.dirty)
	if d.base == nil {
		return out
	}
	for grew := true; grew; {
		grew = false
		for key, t := range d.base.Catalog.Tables {
			if !out[key] && reached(t, out) {
				out[key], grew = true, true
			}
			if out[key] {
				grew = addTriggers(t, out) || grew
			}
		}
	}
	return out
}

// reached reports whether a change of one of the tables can change t by a
// referential action, or touched one of its indexes or triggers.
func reached(t *shape.Table, touched map[string]bool) bool {
	for _, k := range t.Constraints {
		if k.Kind == shape.ForeignKey && (k.OnDelete != "" || k.OnUpdate != "") && touched[fold(k.RefTable)] {
			return true
		}
	}
	for _, x := range t.Indexes {
		if touched[fold(x.Name)] {
			return true
		}
	}
	for _, x := range t.Extra {
		if touched[fold(triggerName(x))] {
			return true
		}
	}
	return false
}

// addTriggers marks every name that t's triggers mention.
func addTriggers(t *shape.Table, touched map[string]bool) bool {
	grew := false
	for _, x := range t.Extra {
		for _, a := range x.Attrs {
			for _, tok := range sqltok.Cut(a.Value) {
				if tok.Named() && !touched[tok.Lower] {
					touched[tok.Lower], grew = true, true
				}
			}
		}
	}
	return grew
}

func triggerName(o *shape.Object) string {
	if n := len(o.Table); len(o.Name) > n && o.Table != "" {
		return o.Name[n+1:]
	}
	return o.Name
}
