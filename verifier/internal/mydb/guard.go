package mydb

import (
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/verifier/internal/live"
	"github.com/mrt-tools/mrt/verifier/internal/sqltok"
)

// What reaches beyond the scratch database, as the words that a statement begins
// with. Databases, settings, files and plugins belong to the whole server.
var (
	beyondAny = [...][]string{{"use|shutdown|kill|purge|clone|binlog"}, {"reset", "master|slave|replica|binary|query|persist"}, {"change", "master|replication"}, {"start|stop", "slave|replica|group_replication|all"},
		{"create|drop", "database|schema|tablespace|undo|logfile|server|resource"}, {"create", "or", "replace", "database|schema|server"}, {"alter", "tablespace|undo|logfile|server|instance|resource"}, {"install|uninstall", "plugin|component|soname"}, {"import", "table"},
		{"load", "data|xml|index"}, {"set", "global|persist|persist_only"}, {"lock|unlock", "instance"}, {"backup"}, {"cache", "index"}}
	// On a private server these concern nobody.
	beyondOurs = [...][]string{{"grant|revoke"}, {"create|alter|drop|rename", "user|role"}, {"create", "or", "replace", "user|role"}, {"set", "password|default"}, {"flush", "privileges"}}
	// FLUSH concerns all databases unless it names tables.
	flushing = []string{"local", "no_write_to_binlog"}
)

// said are the words as a sentence shows them.
func said(t []sqltok.Token, n int) string {
	words := make([]string, n)
	for i := range words {
		words[i] = strings.ToUpper(t[i].Text)
	}
	return strings.Join(words, " ")
}

// guard keeps back what reaches beyond the scratch database.
func (d *DB) guard(tokens []sqltok.Token) error {
	if what := d.outside(tokens, 0); what != "" {
		return &live.Unsupported{What: what}
	}
	return nil
}

// maxNesting bounds statements in texts in statements.
const maxNesting = 4

// outside says what a statement, or one inside it, does outside, or "".
func (d *DB) outside(t []sqltok.Token, depth int) string {
	if depth > maxNesting {
		return ""
	}
	start := true
	for i, x := range t {
		if start && x.Kind == sqltok.Word {
			if what := d.beyond(t[i:]); what != "" {
				return what
			}
		}
		start = x.Is(";") || x.Is("begin") || x.Is("then") || x.Is("else") || x.Is("loop") || x.Is("do") || x.Is("row") || x.Is(")") || x.Is("repeat") || x.Is("data") || x.Is("deterministic") || x.Is("sql")
		if what := d.foreign(t, i); what != "" {
			return what
		}
		if x.Kind == sqltok.String && i > 0 && holds(t, i) {
			if what := d.outside(sqltok.MySQL(sqltok.Unliteral(x)), depth+1); what != "" {
				return what
			}
		}
	}
	return ""
}

// holds reports whether the text at i is a statement to be prepared, or may become
// one.
func holds(t []sqltok.Token, i int) bool {
	before := t[i-1]
	return before.Is("immediate") || before.Is("from") && sqltok.Begins(t, "prepare") || before.Is(":=") || before.Is("=") && strings.HasPrefix(t[max(i-2, 0)].Text, "@")
}

// beyond judges a statement by what it begins with.
func (d *DB) beyond(t []sqltok.Token) string {
	if i := slices.IndexFunc(t, func(x sqltok.Token) bool { return x.Is(";") }); i > 0 {
		t = t[:i]
	}
	for _, words := range beyondAny {
		if sqltok.Begins(t, words...) {
			return said(t, len(words)) + " reaches beyond the scratch database"
		}
	}
	if d.server == nil {
		for _, words := range beyondOurs {
			if sqltok.Begins(t, words...) {
				return said(t, len(words)) + " on a server that is not our own: it concerns all its databases; --db " + d.Name() + " runs it on a private one"
			}
		}
	}
	switch {
	case sqltok.Begins(t, "alter", "database|schema") && len(t) > 2 && t[2].Named() && t[2].Text != d.name && !sqltok.Begins(t[2:], "default|character|charset|collate|comment|encryption|read"):
		return said(t, 2) + " " + t[2].Text + " reaches beyond the scratch database"
	case sqltok.Begins(t, "flush"):
		return flushes(t[1:])
	case sqltok.Begins(t, "set"):
		return settings(t[1:])
	}
	return ""
}

// flushes: tables that are named may be flushed.
func flushes(t []sqltok.Token) string {
	for len(t) > 0 && slices.Contains(flushing, t[0].Lower) {
		t = t[1:]
	}
	if sqltok.Begins(t, "table|tables") && len(t) > 1 && t[1].Named() && !t[1].Is("with") || sqltok.Begins(t, "privileges") {
		return ""
	}
	return "FLUSH reaches beyond the scratch database"
}

// settings of the server may stand anywhere in a SET.
func settings(t []sqltok.Token) string {
	for i, x := range t {
		at := strings.ToLower(x.Text)
		if (i == 0 || t[i-1].Is(",")) && (x.Is("global") || x.Is("persist") || x.Is("persist_only")) || (i == 0 || t[i-1].Is(",")) &&
			(strings.HasPrefix(at, "@@global.") || strings.HasPrefix(at, "@@persist")) {
			return "SET " + strings.ToUpper(strings.TrimLeft(strings.SplitN(at, ".", 2)[0], "@")) + " reaches beyond the scratch database"
		}
	}
	return ""
}

// reachingCalls are functions that act on the server or on its files.
var reachingCalls = []string{"load_file", "sys_exec", "sys_eval", "master_pos_wait", "wait_until_sql_thread_after_gtids"}

// introduces are the words that a table follows.
var introduces = []string{"from", "join", "straight_join", "into", "update", "table", "tables", "references", "view", "truncate", "exists", "to", "like", "describe", "desc", "trigger", "procedure", "function", "event", "call", "sequence", "ignore", "only"}

// readable are the server's own databases, whose tables queries may read.
var readable = []string{"information_schema", "performance_schema", "mysql", "sys"}

// foreign judges what stands at one place: files, functions, tables of other databases.
func (d *DB) foreign(t []sqltok.Token, i int) string {
	x := t[i]
	switch {
	case x.Is("outfile") || x.Is("dumpfile"):
		if i > 0 && t[i-1].Is("into") {
			return "INTO " + strings.ToUpper(x.Text) + " reaches beyond the scratch database"
		}
	case x.Is("soname"):
		return "a function of a library reaches beyond the scratch database"
	case i+1 < len(t) && t[i+1].Is("(") && x.Named() && slices.Contains(reachingCalls, x.Lower):
		return x.Lower + "() reaches beyond the scratch database"
	}
	if i+2 >= len(t) || !t[i+1].Is(".") || i > 0 && t[i-1].Is(".") || !x.Named() && x.Kind != sqltok.String {
		return ""
	}
	name := x.Text
	if x.Kind == sqltok.String { // with ANSI_QUOTES a name
		name = sqltok.Unliteral(x)
	}
	if name == d.name || slices.Contains(readable, strings.ToLower(name)) && queries(t) {
		return ""
	}
	whole := i+4 < len(t) && t[i+3].Is(".")
	if whole || i > 0 && t[i-1].Kind == sqltok.Word && slices.Contains(introduces, t[i-1].Lower) || d.listed(t, i, name) {
		return "database " + name + " is another one than the scratch database"
	}
	return ""
}

// queries reports whether a statement only reads.
func queries(t []sqltok.Token) bool {
	return sqltok.Begins(t, "select|show|with|explain|describe|desc|set")
}

// listed reports whether the name before the point at i+1 is that of a database in
// a list of tables: one that the server has, and that the statement uses for
// nothing else.
func (d *DB) listed(t []sqltok.Token, i int, name string) bool {
	if i == 0 || !t[i-1].Is(",") || !d.others[strings.ToLower(name)] {
		return false
	}
	for j, x := range t {
		if x.Named() && strings.EqualFold(x.Text, name) && (j+1 == len(t) || !t[j+1].Is(".")) {
			return false // a table or an alias of that name
		}
	}
	return true
}
