package pgdb

import (
	"context"
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/verifier/internal/live"
	"github.com/mrt-tools/mrt/verifier/internal/sqltok"
)

// check notes what a statement may touch, and keeps back what must not or
// cannot run here.
func (d *DB) check(ctx context.Context, tokens []sqltok.Token) error {
	start := 0
	for i := 0; i <= len(tokens); i++ {
		if i == len(tokens) || tokens[i].Is(";") {
			if err := d.check1(ctx, tokens[start:i]); err != nil {
				return err
			}
			start = i + 1
		}
	}
	return nil
}

func (d *DB) check1(ctx context.Context, t []sqltok.Token) error {
	if len(t) == 0 {
		return nil
	}
	has := func(words ...string) bool {
		for _, x := range t {
			for _, w := range words {
				if x.Is(w) {
					return true
				}
			}
		}
		return false
	}
	second := ""
	if len(t) > 1 {
		second = t[1].Lower
	}
	verb := t[0].Lower
	if err := d.beyond(ctx, t); err != nil {
		return err
	}
	needs := verb == "commit" || verb == "vacuum" || verb == "begin" || verb == "start" || verb == "end" || verb == "rollback" && second != "to" || verb == "discard" ||
		(verb == "create" || verb == "drop" || verb == "reindex" || verb == "refresh") && has("concurrently") && second != "table" ||
		verb == "alter" && second == "type" && has("add") && has("value")
	if needs && !d.commits {
		return live.ErrCommit
	}
	switch verb {
	case "select", "show", "set", "reset", "values", "explain", "savepoint", "release", "table", "fetch", "declare", "close":
		if verb == "select" && has("nextval", "setval", "into") || has("function") {
			d.full = true
		}
		if verb == "select" { // a function may write anything
			d.full = d.full || callsFunction(t)
			if callsCode(t) || d.callsOwn(t) {
				d.ddl, d.wide = true, true
			}
		}
	case "insert", "update", "delete", "copy", "truncate", "merge", "with":
		d.full = d.full || d.code || verb == "truncate" && has("cascade") || d.callsOwn(t)
		if d.callsOwn(t) {
			d.ddl, d.wide = true, true
		}
		for _, x := range t {
			d.names(x)
		}
	case "do", "call", "execute":
		d.full, d.ddl, d.wide = true, true, true
	default:
		d.ddl = true
		d.wide = d.wide || !narrow(t) || sqltok.Begins(t, "comment", "on", "column") && d.hasComposites()
		d.code = d.code || verb == "create" && has("function", "procedure", "trigger", "rule")
		for _, x := range t {
			d.names(x)
		}
	}
	return nil
}

// names marks the table that a token may name.
func (d *DB) names(t sqltok.Token) {
	switch t.Kind {
	case sqltok.Word:
		d.dirty[t.Lower] = true
	case sqltok.Quoted:
		d.dirty[t.Text] = true
	}
}

// callsOwn reports whether a statement calls a function of the database's own.
func (d *DB) callsOwn(t []sqltok.Token) bool {
	if d.base == nil {
		return true
	}
	for i := 1; i < len(t); i++ {
		if t[i].Is("(") && t[i-1].Named() {
			for key := range d.base.Catalog.Objects {
				if rest, ok := strings.CutPrefix(key, "function\x00"); ok && calls(rest, t[i-1].Lower) {
					return true
				}
			}
		}
	}
	return false
}

// calls reports whether a function, as the catalog titles it, has the name.
func calls(title, name string) bool {
	title, _, _ = strings.Cut(title, "(")
	return strings.EqualFold(title[strings.LastIndexByte(title, '.')+1:], name)
}

// callsFunction reports whether a query calls something that is not one of the
// functions that plainly write nothing.
func callsFunction(t []sqltok.Token) bool {
	for i := 1; i < len(t); i++ {
		if t[i].Is("(") && t[i-1].Named() && !harmless[t[i-1].Lower] {
			return true
		}
	}
	return false
}

// callsCode reports whether a query calls something that may change definitions.
func callsCode(t []sqltok.Token) bool {
	for i := 1; i < len(t); i++ {
		if t[i].Is("(") && t[i-1].Named() && !harmless[t[i-1].Lower] && !slices.Contains(counting, t[i-1].Lower) {
			return true
		}
	}
	return false
}

// counting are functions that move sequences at most.
var counting = []string{"setval", "nextval", "currval", "lastval", "pg_get_serial_sequence", "pg_sleep", "current_schema", "current_setting", "version"}

var harmless = map[string]bool{"count": true, "max": true, "min": true, "sum": true, "avg": true, "coalesce": true, "lower": true, "upper": true, "in": true,
	"exists": true, "and": true, "or": true, "not": true, "where": true, "from": true, "join": true, "on": true, "cast": true, "select": true, "values": true,
	"length": true, "trim": true, "now": true, "array_agg": true, "string_agg": true, "any": true, "all": true, "as": true, "to_regclass": true, "substring": true,
	"replace": true, "concat": true, "varchar": true, "numeric": true, "over": true, "row_number": true, "union": true, "nullif": true, "greatest": true, "least": true,
	"round": true, "position": true, "extract": true, "date_trunc": true, "jsonb_build_object": true, "json_build_object": true, "case": true, "when": true, "then": true, "else": true}

// hasComposites: a comment on a column may be one on an attribute of a type.
func (d *DB) hasComposites() bool {
	if d.base == nil {
		return true
	}
	for _, o := range d.base.Catalog.Objects {
		if o.Kind == "composite type" {
			return true
		}
	}
	return false
}
