package litedb

import (
	"maps"
	"slices"
	"strings"

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
	d.fk = d.fk || d.fkNow
	switch tokens[0].Lower {
	case "select", "values", "explain", "begin", "end", "commit", "rollback", "savepoint", "release", "analyze":
		return nil
	case "pragma":
		d.pragma = d.pragma || len(tokens) > 2
		for _, t := range tokens {
			switch t.Lower {
			case "writable_schema":
				d.full = true
			case "user_version", "application_id":
				d.header = d.header || len(tokens) > 2
			case "foreign_keys":
				d.fkNow = d.fkNow || len(tokens) > 2
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
		written := target(tokens)
		name := fold(written)
		d.touch(written)
		if d.base == nil || d.base.Catalog.Tables[name] == nil && !d.ignore[name] {
			d.full = d.full || d.isView(name) // INSTEAD OF triggers write elsewhere
		}
		if d.c.autocommit() {
			return d.c.exec("BEGIN")
		}
		return nil
	}
	d.ddl = true
	if isRename(tokens) {
		for _, t := range tokens[2:] {
			if t.Named() && !t.Is("rename") && !t.Is("to") && !t.Is("column") {
				d.renamed[t.Lower] = true
			}
		}
	}
	for _, t := range tokens {
		if t.Named() || t.Kind == sqltok.String {
			d.touch(sqltok.Unliteral(t))
		}
		if t.Is("temp") || t.Is("temporary") {
			d.temp = true
		}
	}
	return nil
}

// isRename: ALTER TABLE … RENAME …, after which definitions of other tables,
// views and triggers follow the new name.
func isRename(tokens []sqltok.Token) bool {
	if len(tokens) < 4 || !tokens[0].Is("alter") {
		return false
	}
	for _, t := range tokens[3:min(len(tokens), 6)] {
		if t.Is("rename") {
			return true
		}
	}
	return false
}

func (d *DB) isView(name string) bool {
	return d.base == nil || d.base.Catalog.Objects["view\x00"+name] != nil
}

// between stands between the spellings of a name.
const between = "\x00"

// touch marks a name. One that was seen in other letters before is marked in all
// of them: CREATE TABLE "table" holds the table's name and a word of SQL.
func (d *DB) touch(name string) {
	key := fold(name)
	if was, ok := d.dirty[key]; ok && was != name {
		if slices.Contains(strings.Split(was, between), name) {
			return
		}
		name = was + between + name
	}
	d.dirty[key] = name
}

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
				return tokens[i].Text
			}
			return ""
		}
		if tokens[0].Is("update") && i == 2 { // UPDATE OR action t
			return t.Text
		}
	}
	return ""
}

// spread closes the touched names over what triggers and, where foreign keys
// were enforced, referential actions can reach from them.
func (d *DB) spread() map[string]string {
	out := maps.Clone(d.dirty)
	if d.base == nil {
		return out
	}
	if d.ddl {
		for key, t := range d.base.Catalog.Tables {
			if _, ok := out[key]; !ok && partOf(t, out) {
				out[key] = t.Name
			}
		}
		for _, o := range d.base.Catalog.Objects { // triggers of views
			if _, ok := out[fold(triggerName(o))]; ok && o.Kind == "trigger" {
				out[o.Table] = o.Table
			}
		}
	}
	for grew := true; grew; {
		grew = false
		for name := range out {
			if t := d.base.Catalog.Tables[name]; t != nil && addTriggers(t, out) {
				grew = true
				break // the map has changed
			}
		}
		if !d.fk {
			continue
		}
		for key, t := range d.base.Catalog.Tables {
			if _, ok := out[key]; !ok && reached(t, out) {
				out[key], grew = t.Name, true
			}
		}
	}
	return out
}

// reached reports whether a change of one of the tables can change t by a
// referential action.
func reached(t *shape.Table, touched map[string]string) bool {
	for _, k := range t.Constraints {
		if k.Kind == shape.ForeignKey && (k.OnDelete != "" || k.OnUpdate != "") {
			if _, ok := touched[k.RefKey]; ok {
				return true
			}
		}
	}
	return false
}

// partOf reports whether one of the names is an index or a trigger of t.
func partOf(t *shape.Table, touched map[string]string) bool {
	for _, x := range t.Indexes {
		if _, ok := touched[x.ID]; ok {
			return true
		}
	}
	for _, x := range t.Extra {
		if _, ok := touched[fold(triggerName(x))]; ok {
			return true
		}
	}
	return false
}

// addTriggers marks every name that t's triggers mention.
func addTriggers(t *shape.Table, touched map[string]string) bool {
	grew := false
	for _, x := range t.Extra {
		for _, a := range x.Attrs {
			for _, tok := range sqltok.Cut(a.Value) {
				if _, ok := touched[tok.Lower]; tok.Named() && !ok {
					touched[tok.Lower], grew = tok.Text, true
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
