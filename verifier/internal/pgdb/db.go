package pgdb

import (
	"context"
	"fmt"
	"os"
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
	always string       // settings after each reset

	commits bool    // real commits and copies, instead of one transaction
	open    bool    // the transaction that holds everything is open
	inRun   bool    // a connection of Alembic is open
	auto    bool    // inside an autocommit block
	marks   []*mark // savepoints, oldest first
	serial  int     // of savepoints

	settled *mark  // where Abandon goes back to
	gauge   *gauge // of what statements lock, or nil

	knowledge
	kinds    map[string]*kind // the types of every database, by oid
	prepared bool             // the queries of narrow readings
	paranoid bool             // each narrow reading of the catalog is checked against a whole one
}

// Open makes a scratch database on the server at address; "" or a bare name for
// a private server.
func Open(ctx context.Context, address string, ignore, create, before []string) (*DB, error) {
	return live.Patiently(ctx, patience, 50*time.Millisecond, 2*time.Second, crowded, func() (*DB, error) {
		d := &DB{ignore: map[string]bool{}, before: before, knowledge: knowledge{dirty: map[string]bool{}, full: true, ddl: true, wide: true}, paranoid: os.Getenv("MRT_TEST_CATALOG") != ""}
		for _, n := range ignore {
			d.ignore[n] = true
		}
		err := d.make(ctx, address, create)
		if err == nil {
			return d, nil
		}
		if d.admin != nil {
			_ = d.Close()
		}
		d.stop()
		return nil, err
	})
}

// make makes the database and connects to it. Why one place is given back where
// a second one cannot be had: as many runs as the server has places would wait
// for each other for ever.
func (d *DB) make(ctx context.Context, address string, create []string) error {
	at, err := readAddress(address)
	if !strings.Contains(address, "://") {
		if d.server, err = Start(ctx); err == nil {
			at = d.server.address()
		}
	}
	if err != nil {
		return err
	}
	if d.admin, err = newAdmin(ctx, at, d.server != nil); err != nil {
		return err
	}
	if d.name, err = d.admin.create(ctx, ""); err == nil {
		err = d.connect(ctx, 200*time.Millisecond)
	}
	for _, s := range create {
		if err == nil {
			err = d.do(ctx, s)
		}
	}
	return err
}

func (d *DB) connect(ctx context.Context, wait time.Duration) error {
	c, err := connect(ctx, d.admin.address, d.name, wait)
	if err != nil {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		return fmt.Errorf("cannot connect to the scratch database: %w", cause(err))
	}
	d.c = c
	d.open, d.prepared, d.always = false, false, session(d.admin.number())
	res, err := d.c.Exec(ctx, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user").ReadAll()
	if err != nil {
		return d.failure(ctx, err, "pg_roles")
	}
	d.super = len(res[0].Rows) > 0 && string(res[0].Rows[0][0]) == "t"
	return d.do(ctx, d.always+fixed)
}

// revive makes the connection anew after a statement that would not stop; what
// was not committed is gone with the old one.
func (d *DB) revive(ctx context.Context) error {
	if !d.c.IsClosed() {
		return nil
	}
	if err := d.admin.end(ctx, d.c.PID()); err != nil {
		return err
	}
	return d.connect(ctx, patience)
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
	ctx, cancel := context.WithTimeout(context.Background(), grace)
	defer cancel()
	if d.c != nil {
		_ = d.c.Close(ctx)
	}
	var err error
	if d.admin != nil {
		if d.server != nil {
			d.admin.close() // everything goes with the server
		} else {
			err = d.admin.finish()
		}
	}
	d.stop()
	return err
}

// Keep commits and leaves the database.
func (d *DB) Keep(ctx context.Context) (live.Kept, error) {
	if err := d.commit(ctx); err != nil {
		return live.Kept{}, err
	}
	if err := d.admin.keep(ctx, d.name); err != nil {
		return live.Kept{}, err
	}
	if d.server == nil {
		return live.Kept{URL: d.admin.address.url(d.name)}, nil
	}
	if err := d.admin.finish(); err != nil {
		return live.Kept{}, err
	}
	_ = d.c.Close(ctx)
	stop, err := d.server.leave(ctx)
	if err != nil {
		return live.Kept{}, err
	}
	kept := live.Kept{URL: d.server.address().url(d.name), Stop: stop}
	d.server, d.admin = nil, nil
	return kept, nil
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
		d.prepared = false
		if err := d.do(ctx, "DISCARD ALL"); err != nil { // must stand alone
			return err
		}
		if err := d.do(ctx, d.always+"SET client_min_messages = error"); err != nil {
			return err
		}
	} else {
		if err := d.begin(ctx); err != nil {
			return err
		}
		if err := d.do(ctx, "SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED; RESET ALL; "+d.always+"SET client_min_messages = error; SAVEPOINT mrt_run"); err != nil {
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
	if d.c.IsClosed() && d.commits { // lost: what it had not committed is
		return d.revive(ctx)
	}
	if d.commits {
		if d.c.TxStatus() == 'I' {
			return d.do(ctx, "RESET ALL; "+d.always+fixed)
		}
		end := "ROLLBACK"
		if keep {
			end = "COMMIT"
		}
		if err := d.do(ctx, end); err != nil {
			return err
		}
		return d.do(ctx, "RESET ALL; "+d.always+fixed)
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
		return d.do(ctx, "ROLLBACK TO SAVEPOINT mrt_run; RELEASE SAVEPOINT mrt_run; RESET ALL; "+d.always+fixed)
	}
	return d.do(ctx, "RELEASE SAVEPOINT mrt_run; RESET ALL; "+d.always+fixed)
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
	if err := d.commit(ctx); err != nil {
		return err
	}
	d.marks, d.commits = nil, commits
	return nil
}

// Exec runs one statement of a migration.
func (d *DB) Exec(ctx context.Context, sql string, args []any) (*live.Answer, error) {
	tokens := sqltok.Cut(sql)
	if err := d.check(ctx, tokens); err != nil {
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
