package pgdb

import (
	"context"
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/verifier/internal/live"
	"github.com/mrt-tools/mrt/verifier/internal/shape"
	"github.com/mrt-tools/mrt/verifier/internal/sqltok"
)

// What reaches beyond the scratch database, as the words that a statement begins
// with. Databases, roles, tablespaces and settings belong to the whole server.
var (
	beyondAny = [...][]string{{"create|alter|drop", "database|tablespace|subscription"}, {"alter", "system"}, {"comment", "on", "database|tablespace|subscription"},
		{"security", "label", "on", "database|tablespace|subscription"}, {"prepare", "transaction"}, {"import", "foreign"}}
	// On a private server these concern nobody.
	beyondOurs = [...][]string{{"create|alter|drop", "role|user|group"}, {"comment", "on", "role"}, {"reassign|drop", "owned"}}
)

// reachingCalls are functions that act on the server, on its files, or on other
// servers.
var reachingCalls = []string{"pg_terminate_backend", "pg_cancel_backend", "pg_reload_conf", "pg_rotate_logfile", "pg_promote", "pg_switch_wal", "pg_create_restore_point",
	"pg_create_physical_replication_slot", "pg_create_logical_replication_slot", "pg_copy_physical_replication_slot", "pg_copy_logical_replication_slot", "pg_drop_replication_slot",
	"pg_backup_start", "pg_start_backup", "pg_replication_origin_create", "pg_replication_origin_drop", "pg_stat_reset_shared", "pg_file_write", "pg_file_unlink", "pg_file_rename", "lo_export",
	"dblink", "dblink_connect", "dblink_connect_u", "dblink_exec", "dblink_send_query", "dblink_open"}

// beyond refuses a statement that reaches beyond the scratch database.
func (d *DB) beyond(ctx context.Context, t []sqltok.Token) error {
	if what := d.outside(t); what != "" {
		return &live.Unsupported{What: what}
	}
	switch {
	case sqltok.Begins(t, "do|create"):
		return d.bodies(ctx, t, 0)
	case sqltok.Begins(t, "insert|update|delete|merge|copy|truncate|select|with|table") && d.base != nil:
		for _, x := range t {
			if x.Named() {
				if name := d.foreign(x); name != "" {
					return &live.Unsupported{What: "table " + name + " is on another server"}
				}
			}
		}
	}
	return nil
}

// foreign is the title of the foreign table that a token names, or "".
func (d *DB) foreign(x sqltok.Token) string {
	name := x.Lower
	if x.Kind == sqltok.Quoted {
		name = x.Text
	}
	for _, key := range [...]string{"public." + name, name} {
		if t := d.base.Catalog.Tables[key]; t != nil && isForeign(t) {
			return t.Title()
		}
	}
	return ""
}

func isForeign(t *shape.Table) bool { return t.Kind == "foreign table" }

// outside says what one statement does outside, or "".
func (d *DB) outside(t []sqltok.Token) string {
	for _, words := range beyondAny {
		if sqltok.Begins(t, words...) {
			return said(t, len(words)) + " reaches beyond the scratch database"
		}
	}
	if d.server == nil {
		for _, words := range beyondOurs {
			if sqltok.Begins(t, words...) && (len(t) < 3 || !t[2].Is("mapping")) {
				return said(t, len(words)) + " on a server that is not our own: it concerns all its databases"
			}
		}
	}
	for i, x := range t {
		if i+1 < len(t) && t[i+1].Is("(") && x.Named() && slices.Contains(reachingCalls, x.Lower) {
			return x.Lower + "() reaches beyond the scratch database"
		}
	}
	switch {
	case sqltok.Begins(t, "copy"):
		for i, x := range t {
			if x.Is("program") || x.Is("to") && i+1 < len(t) && t[i+1].Kind == sqltok.String {
				return "COPY with a program or a file of the server reaches beyond the scratch database"
			}
		}
	case sqltok.Begins(t, "grant|revoke"):
		return d.grants(t)
	}
	return ""
}

// grants: privileges on what the server shares, and membership of roles.
func (d *DB) grants(t []sqltok.Token) string {
	for i, x := range t {
		if !x.Is("on") {
			continue
		}
		if i+1 < len(t) && sqltok.Begins(t[i+1:], "database|tablespace|parameter") {
			return said(t, 1) + " ON " + said(t[i+1:], 1) + " reaches beyond the scratch database"
		}
		return ""
	}
	if d.server == nil {
		return said(t, 1) + " of a role on a server that is not our own: it concerns all its databases"
	}
	return ""
}

func said(t []sqltok.Token, n int) string {
	words := make([]string, n)
	for i := range words {
		words[i] = strings.ToUpper(t[i].Text)
	}
	return strings.Join(words, " ")
}

// maxNesting bounds statements in texts in statements.
const maxNesting = 4

// bodies looks into the texts of a statement: bodies of functions, and what they
// execute. Making a role that is there already does nothing, so that the usual
// "create it if it is missing" may run where the settings have made it.
func (d *DB) bodies(ctx context.Context, t []sqltok.Token, depth int) error {
	for _, x := range t {
		if x.Kind != sqltok.String || depth > maxNesting {
			continue
		}
		inner := sqltok.Cut(sqltok.Unliteral(x))
		start := true
		for i, y := range inner {
			if start && y.Kind == sqltok.Word {
				stmt := inner[i:]
				if end := slices.IndexFunc(stmt, func(z sqltok.Token) bool { return z.Is(";") }); end >= 0 {
					stmt = stmt[:end]
				}
				if what := d.outside(stmt); what != "" && !d.roleThere(ctx, stmt) {
					return &live.Unsupported{What: what}
				}
			}
			start = y.Is(";") || y.Is("begin") || y.Is("then") || y.Is("else") || y.Is("loop") || y.Is("execute") || y.Is("as")
		}
		if err := d.bodies(ctx, inner, depth+1); err != nil {
			return err
		}
	}
	return nil
}

func (d *DB) roleThere(ctx context.Context, t []sqltok.Token) bool {
	if len(t) < 3 || !sqltok.Begins(t, "create", "role|user|group") || !t[2].Named() {
		return false
	}
	name := t[2].Lower
	if t[2].Kind == sqltok.Quoted {
		name = t[2].Text
	}
	found, err := d.admin.query(ctx, "SELECT 1 FROM pg_roles WHERE rolname = "+literal(name))
	return err == nil && len(found) > 0
}
