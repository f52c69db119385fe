package mydb

import (
	"context"
	"strings"

	"github.com/mrt-tools/mrt/verifier/internal/live"
	"github.com/mrt-tools/mrt/verifier/internal/sqltok"
)

// A gauge is what is known of the last statement. A server takes its locks on
// tables back when a statement of DDL ends, too soon to be read: it is asked
// beforehand instead, by ALGORITHM and LOCK, how little it can do with. The first
// that it grants is what it would have chosen, so the statement runs that way.
type gauge struct {
	locks  []live.Lock
	unseen string
}

// A grant is what a statement may be allowed.
type grant struct{ clause, waits string }

// grants are tried in this order.
var grants = []grant{
	{"ALGORITHM=INSTANT", live.WaitsNot}, {"ALGORITHM=NOCOPY, LOCK=NONE", live.WaitsNot}, {"ALGORITHM=INPLACE, LOCK=NONE", live.WaitsNot},
	{"ALGORITHM=NOCOPY, LOCK=SHARED", live.WaitsWrites}, {"ALGORITHM=INPLACE, LOCK=SHARED", live.WaitsWrites}, {"ALGORITHM=INPLACE, LOCK=EXCLUSIVE", live.WaitsAll},
	{"ALGORITHM=COPY, LOCK=SHARED", live.WaitsWrites}, {"ALGORITHM=COPY, LOCK=EXCLUSIVE", live.WaitsAll},
}

// Gauge begins to measure, or ends it.
func (d *DB) Gauge(_ context.Context, on bool) error {
	d.gauge = nil
	if on {
		d.gauge = &gauge{}
	}
	return nil
}

// Locked is what the last statement took.
func (d *DB) Locked(context.Context) (locks []live.Lock, unseen string, err error) {
	return d.gauge.locks, d.gauge.unseen, nil
}

// granted runs a statement of DDL with the least that the server grants it; false
// if it did not run.
func (d *DB) granted(ctx context.Context, sql string, tokens []sqltok.Token) bool {
	*d.gauge = gauge{}
	kind, tables := target(tokens)
	lock := func(mode, waits string) {
		for _, t := range tables {
			d.gauge.locks = append(d.gauge.locks, live.Lock{Table: t, Mode: mode, Waits: waits})
		}
	}
	switch kind {
	case dropping:
		lock("metadata lock EXCLUSIVE", live.WaitsAll)
		return false
	case writing:
		lock("row locks", live.WaitsRows)
		return false
	case altering, indexing:
	default:
		return false
	}
	for _, t := range tokens {
		if t.Is("algorithm") || t.Is("lock") {
			d.gauge.unseen = "it says itself how it is to be done"
			return false
		}
	}
	for _, g := range grants {
		if d.run.exec(ctx, with(sql, tokens, kind, g.clause)) == nil {
			lock(g.clause, g.waits)
			return true
		}
		if ctx.Err() != nil || d.run.dead {
			return false
		}
	}
	d.gauge.unseen = "the server takes neither ALGORITHM nor LOCK here"
	return false
}

// with puts a clause at the end of a statement. That of DROP INDEX takes none on
// MariaDB: it stands for ALTER TABLE.
func with(sql string, tokens []sqltok.Token, kind effect, clause string) string {
	last := len(tokens) - 1
	if tokens[last].Is(";") {
		last--
	}
	text := strings.TrimSpace(sql[:tokens[last].End])
	if on := index(tokens, len(tokens), "on"); kind == indexing && tokens[0].Is("drop") && on > 0 && on < last {
		return "ALTER TABLE " + sql[tokens[on+1].Start:tokens[last].End] + " DROP " + sql[tokens[1].Start:tokens[on].Start] + ", " + clause
	}
	if kind == indexing {
		return text + " " + strings.ReplaceAll(clause, ",", "")
	}
	return text + ", " + clause
}

// What a statement does to tables, as far as locks are concerned.
type effect uint8

const (
	nothing  effect = iota
	altering        // ALTER TABLE
	indexing        // CREATE INDEX, DROP INDEX
	dropping        // DROP, RENAME, TRUNCATE TABLE
	writing         // UPDATE, DELETE, INSERT, REPLACE
)

// target finds what a statement does, and to which tables: the first one where it
// writes rows.
func target(tokens []sqltok.Token) (effect, []string) {
	switch {
	case sqltok.Begins(tokens, "alter"):
		return altering, nameAfter(tokens, "table", false)
	case sqltok.Begins(tokens, "create|drop") && index(tokens, 4, "index") > 0:
		return indexing, nameAfter(tokens, "on", false)
	case sqltok.Begins(tokens, "drop|rename|truncate") && index(tokens, 3, "table") > 0:
		return dropping, nameAfter(tokens, "table", true)
	case sqltok.Begins(tokens, "truncate"):
		return dropping, nameAfter(tokens, "truncate", true)
	case sqltok.Begins(tokens, "update"):
		return writing, nameAfter(tokens, "update", false)
	case sqltok.Begins(tokens, "delete"):
		return writing, nameAfter(tokens, "from", false)
	case sqltok.Begins(tokens, "insert|replace"):
		return writing, nameAfter(tokens, "into", false)
	}
	return nothing, nil
}

// index is where a word stands among the first tokens, or -1.
func index(tokens []sqltok.Token, most int, word string) int {
	for i, t := range tokens[:min(most, len(tokens))] {
		if t.Is(word) {
			return i
		}
	}
	return -1
}

// nameAfter is the name after a word, without its schema, or all names of a list.
func nameAfter(tokens []sqltok.Token, word string, list bool) []string {
	at := index(tokens, len(tokens), word)
	if at < 0 {
		return nil
	}
	var out []string
	name := ""
	for i := at + 1; i < len(tokens); i++ {
		t := tokens[i]
		switch {
		case t.Is("if") || t.Is("exists") || t.Is("not") || t.Is("ignore") || t.Is("low_priority"):
			continue
		case t.Is("."):
			name = ""
			continue
		case t.Named() && name == "":
			name = t.Text
			if i+1 < len(tokens) && tokens[i+1].Is(".") {
				continue
			}
			out = append(out, name)
			if !list {
				return out
			}
		case t.Is(","):
			name = ""
		default:
			if !t.Named() {
				return out
			}
		}
	}
	return out
}
