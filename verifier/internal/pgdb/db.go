package pgdb

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/jackc/pgx/v5/pgconn"

	"github.com/mrt-tools/mrt/verifier/internal/live"
	"github.com/mrt-tools/mrt/verifier/internal/shape"
	"github.com/mrt-tools/mrt/verifier/internal/sqltok"
)

// DB is one scratch database.
type DB struct {
	server *Server // private, or nil
	admin  *admin
	name   string
	c      *pgconn.PgConn
	ignore map[string]bool
	before []string // statements on each new connection
	super  bool
	forced *shape.Table // rows go past its triggers and rules
	loose  bool         // rows may come before their parents

	commits bool    // real commits and copies, instead of one transaction
	open    bool    // the transaction that holds everything is open
	inRun   bool    // a connection of Alembic is open
	auto    bool    // inside an autocommit block
	marks   []*mark // savepoints, oldest first
	serial  int     // of savepoints
	kept    bool

	base  *live.State
	ddl   bool            // definitions may have changed since base
	dirty map[string]bool // names that DML may have written
	full  bool
	code  bool             // a function or a trigger has been made since base
	kinds map[string]*kind // the types of every database, by oid
}

// Open makes a scratch database on the server at address; "" or a bare name for
// a private server.
func Open(ctx context.Context, address string, ignore, create, before []string) (*DB, error) {
	d := &DB{ignore: map[string]bool{}, before: before, dirty: map[string]bool{}, full: true, ddl: true}
	for _, n := range ignore {
		d.ignore[n] = true
	}
	if !strings.Contains(address, "://") {
		s, err := Start(ctx)
		if err != nil {
			return nil, err
		}
		d.server, address = s, s.URL("postgres")
	}
	var err error
	if d.admin, err = newAdmin(ctx, address, d.server != nil); err != nil {
		d.stop()
		return nil, err
	}
	if d.name, err = d.admin.create(ctx, ""); err == nil {
		err = d.connect(ctx)
	}
	for _, s := range create {
		if err == nil {
			err = d.do(ctx, s)
		}
	}
	if err != nil {
		_ = d.Close()
		return nil, err
	}
	return d, nil
}

func (d *DB) connect(ctx context.Context) error {
	address, err := sameServer(d.admin.address, d.name)
	if err != nil {
		return err
	}
	if d.c, err = pgconn.Connect(ctx, address); err != nil {
		return fmt.Errorf("cannot connect to the scratch database: %w", err)
	}
	res, err := d.c.Exec(ctx, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user").ReadAll()
	if err != nil {
		return err
	}
	d.super = len(res[0].Rows) > 0 && string(res[0].Rows[0][0]) == "t"
	return d.do(ctx, fixed)
}

func (d *DB) stop() {
	if d.server != nil {
		d.server.Stop()
	}
}

// Name is postgresql.
func (d *DB) Name() string { return "postgresql" }

// Version is the server's version number.
func (d *DB) Version() []int { return []int{d.admin.number()} }

// Close drops the scratch database, unless it is kept.
func (d *DB) Close() error {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	if d.c != nil {
		_ = d.c.Close(ctx)
	}
	var err error
	if d.admin != nil {
		if d.name != "" && !d.kept {
			err = d.admin.drop(ctx, d.name)
		}
		for _, m := range d.marks {
			if m.copy != "" {
				_ = d.admin.drop(ctx, m.copy)
			}
		}
		d.admin.close()
	}
	if !d.kept {
		d.stop()
	}
	return err
}

// Keep commits and leaves the database.
func (d *DB) Keep(ctx context.Context) (string, error) {
	if d.open {
		if err := d.do(ctx, "COMMIT"); err != nil {
			return "", err
		}
		d.open = false
	}
	d.kept = d.server == nil
	if d.server != nil {
		return "", errors.New("a database on a private server ends with it; give the URL of a server with --db to keep one")
	}
	if err := d.admin.exec(ctx, "COMMENT ON DATABASE "+quote(d.name)+" IS NULL"); err != nil {
		return "", err // with the mark on it, the next run would sweep it away
	}
	return sameServer(d.admin.address, d.name)
}

// do runs statements of ours.
func (d *DB) do(ctx context.Context, sql string) error {
	_, err := d.c.Exec(ctx, sql).ReadAll()
	if err != nil {
		return d.failure(ctx, err, sql)
	}
	return nil
}

// rows runs one query of ours and returns its rows as text, nil for NULL.
func (d *DB) rows(ctx context.Context, sql string) ([][][]byte, error) {
	res, err := d.c.Exec(ctx, sql).ReadAll()
	if err != nil {
		return nil, d.failure(ctx, err, sql)
	}
	if len(res) == 0 {
		return nil, nil
	}
	return res[len(res)-1].Rows, nil
}

// begin opens the transaction that holds everything.
func (d *DB) begin(ctx context.Context) error {
	if d.open || d.commits {
		return nil
	}
	d.open = true
	return d.do(ctx, "BEGIN")
}

// Connect starts a run.
func (d *DB) Connect(ctx context.Context) error {
	if d.commits {
		if d.c.TxStatus() != 'I' {
			if err := d.do(ctx, "ROLLBACK"); err != nil {
				return err
			}
		}
		if err := d.do(ctx, "DISCARD ALL"); err != nil { // must stand alone
			return err
		}
		if err := d.do(ctx, "SET client_min_messages = error"); err != nil {
			return err
		}
	} else {
		if err := d.begin(ctx); err != nil {
			return err
		}
		if err := d.do(ctx, "SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED; RESET ALL; SET client_min_messages = error; SAVEPOINT mrt_run"); err != nil {
			return err
		}
	}
	d.inRun, d.auto = true, false
	for _, s := range d.before {
		if err := d.do(ctx, s); err != nil {
			return err
		}
	}
	if d.commits {
		return d.do(ctx, "BEGIN")
	}
	return nil
}

// Hangup ends a run.
func (d *DB) Hangup(ctx context.Context, keep bool) error {
	d.inRun = false
	if d.commits {
		if d.c.TxStatus() == 'I' {
			return d.do(ctx, "RESET ALL; "+fixed)
		}
		end := "ROLLBACK"
		if keep {
			end = "COMMIT"
		}
		if err := d.do(ctx, end); err != nil {
			return err
		}
		return d.do(ctx, "RESET ALL; "+fixed)
	}
	if keep {
		if d.c.TxStatus() == 'E' {
			keep = false
		} else if err := d.do(ctx, "SET CONSTRAINTS ALL IMMEDIATE"); err != nil {
			_ = d.do(context.WithoutCancel(ctx), "ROLLBACK TO SAVEPOINT mrt_run")
			return err
		}
	}
	if !keep {
		return d.do(ctx, "ROLLBACK TO SAVEPOINT mrt_run; RELEASE SAVEPOINT mrt_run; RESET ALL; "+fixed)
	}
	return d.do(ctx, "RELEASE SAVEPOINT mrt_run; RESET ALL; "+fixed)
}

// Control does transaction events. In one big transaction a commit is only the
// moment when deferred constraints are checked.
func (d *DB) Control(ctx context.Context, verb string) error {
	switch verb {
	case "BEGIN":
		return nil
	case "COMMIT":
		if d.commits {
			return d.do(ctx, "COMMIT; BEGIN")
		}
		return d.do(ctx, "SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
	case "ROLLBACK":
		if d.commits {
			return d.do(ctx, "ROLLBACK; BEGIN")
		}
		return d.do(ctx, "ROLLBACK TO SAVEPOINT mrt_run")
	case "AUTOCOMMIT":
		if !d.commits {
			return live.ErrCommit
		}
		d.auto = true
		return d.do(ctx, "COMMIT")
	case "TRANSACTION":
		d.auto = false
		return d.do(ctx, "BEGIN")
	}
	return d.do(ctx, verb)
}

// Persist goes over to real commits, or back to one transaction.
func (d *DB) Persist(ctx context.Context, commits bool) error {
	if d.open {
		if err := d.do(ctx, "COMMIT"); err != nil {
			return err
		}
		d.open = false
	}
	d.marks, d.commits = nil, commits
	return nil
}

// Exec runs one statement of a migration.
func (d *DB) Exec(ctx context.Context, sql string, args []any) (*live.Answer, error) {
	tokens := sqltok.Cut(sql)
	if err := d.check(tokens); err != nil {
		return nil, err
	}
	a := &live.Answer{RowsAffected: -1}
	if len(args) == 0 {
		many := d.c.Exec(ctx, sql)
		for many.NextResult() {
			*a = live.Answer{}
			if err := collect(a, many.ResultReader()); err != nil {
				_ = many.Close()
				return nil, d.failure(ctx, err, sql)
			}
		}
		if err := many.Close(); err != nil {
			return nil, d.failure(ctx, err, sql)
		}
		return a, nil
	}
	values := make([][]byte, len(args))
	for i, v := range args {
		values[i] = text(v)
	}
	if err := collect(a, d.c.ExecParams(ctx, sql, values, nil, nil, nil)); err != nil {
		return nil, d.failure(ctx, err, sql)
	}
	return a, nil
}

// check notes what a statement may touch, and keeps back what must not or
// cannot run here.
func (d *DB) check(tokens []sqltok.Token) error {
	start := 0
	for i := 0; i <= len(tokens); i++ {
		if i == len(tokens) || tokens[i].Is(";") {
			if err := d.check1(tokens[start:i]); err != nil {
				return err
			}
			start = i + 1
		}
	}
	return nil
}

func (d *DB) check1(t []sqltok.Token) error {
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
	switch {
	case verb == "create" && (second == "database" || second == "tablespace"), verb == "drop" && (second == "database" || second == "tablespace"),
		verb == "alter" && (second == "database" || second == "system" || second == "tablespace"):
		return &live.Unsupported{What: strings.ToUpper(verb+" "+second) + " reaches beyond the scratch database"}
	case d.server == nil && (verb == "create" || verb == "alter" || verb == "drop") && (second == "role" || second == "user" && !has("mapping") || second == "group"):
		return &live.Unsupported{What: strings.ToUpper(verb+" "+second) + " on a server that is not our own: it concerns all its databases"}
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
		}
	case "insert", "update", "delete", "copy", "truncate", "merge", "with":
		d.full = d.full || d.code || verb == "truncate" && has("cascade") || d.callsOwn(t)
		for _, x := range t {
			d.names(x)
		}
	case "do", "call", "execute":
		d.full, d.ddl = true, true
	default:
		d.ddl = true
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

var harmless = map[string]bool{"count": true, "max": true, "min": true, "sum": true, "avg": true, "coalesce": true, "lower": true, "upper": true, "in": true,
	"exists": true, "and": true, "or": true, "not": true, "where": true, "from": true, "join": true, "on": true, "cast": true, "select": true, "values": true,
	"length": true, "trim": true, "now": true, "array_agg": true, "string_agg": true, "any": true, "all": true, "as": true, "to_regclass": true, "substring": true,
	"replace": true, "concat": true, "varchar": true, "numeric": true, "over": true, "row_number": true, "union": true, "nullif": true, "greatest": true, "least": true,
	"round": true, "position": true, "extract": true, "date_trunc": true, "jsonb_build_object": true, "json_build_object": true, "case": true, "when": true, "then": true, "else": true}

// failure turns an error of the driver into the database's verdict.
func (d *DB) failure(ctx context.Context, err error, sql string) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	var pg *pgconn.PgError
	if !errors.As(err, &pg) {
		return fmt.Errorf("the connection to PostgreSQL failed: %w", err)
	}
	if pg.Code == "53100" {
		return fmt.Errorf("the disk of the PostgreSQL server is full: %s", pg.Message)
	}
	return &live.Failure{Class: class(pg.Code), Code: pg.Code, Message: pg.Message, Detail: pg.Detail, Statement: sql,
		Table: pg.TableName, Constraint: pg.ConstraintName, Column: pg.ColumnName}
}

// class is the DBAPI class that psycopg raises for a SQLSTATE.
func class(code string) string {
	if len(code) < 2 {
		return "DatabaseError"
	}
	switch code[:2] {
	case "23":
		return "IntegrityError"
	case "22":
		return "DataError"
	case "08", "53", "54", "55", "57", "58", "40", "25", "0L", "28", "3B", "HV":
		if code[:2] == "25" {
			return "InternalError"
		}
		return "OperationalError"
	case "0A":
		return "NotSupportedError"
	case "42", "3D", "3F", "44", "2B", "P0":
		if code[:2] == "P0" {
			return "InternalError"
		}
		return "ProgrammingError"
	}
	return "DatabaseError"
}
