package litedb

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	lite "modernc.org/sqlite/lib"

	"github.com/mrt-tools/mrt/verifier/internal/live"
	"github.com/mrt-tools/mrt/verifier/internal/sqltok"
)

// DB is a scratch database in memory.
type DB struct {
	c      *conn
	ignore map[string]bool // tables that are nobody's data: the version table
	keep   string          // where Keep writes, "" for a file in the temporary folder

	base    *live.State       // the state that dirty is relative to
	dirty   map[string]string // names that statements may have touched: folded → as written, in each spelling
	full    bool              // dirty does not tell all: read everything again
	ddl     bool              // definitions may have changed too, not only rows
	renamed map[string]bool   // names in ALTER TABLE … RENAME
	fk      bool              // foreign keys may have been enforced
	fkNow   bool              // this connection may enforce them
	seq     bool              // an AUTOINCREMENT column has been seen
	pragma  bool              // the connection's settings were changed
	temp    bool              // a temporary object may exist
	header  bool              // user_version or application_id may have been set

	readings map[string][]*reading // of large tables, by folded name, the newest first
}

// Open makes an empty database. The tables named by ignore are left out of
// every state.
func Open(_ context.Context, ignore []string) (*DB, error) {
	c, err := open(":memory:")
	if err != nil {
		return nil, err
	}
	d := &DB{c: c, ignore: map[string]bool{}, dirty: map[string]string{}, renamed: map[string]bool{}, readings: map[string][]*reading{}, full: true}
	for _, n := range ignore {
		d.ignore[fold(n)] = true
	}
	// Why small pages: scratch tables hold a dozen rows, and each table and index
	// takes a page; a quarter of the page size is a quarter of every snapshot.
	if err := c.exec("PRAGMA page_size = 1024"); err != nil {
		c.close()
		return nil, err
	}
	return d, nil
}

// Name is sqlite.
func (d *DB) Name() string { return "sqlite" }

// Close drops the database.
func (d *DB) Close() error {
	d.c.close()
	return nil
}

// settings that a migration can change and that a new connection would not have.
const settings = "PRAGMA foreign_keys = 0; PRAGMA legacy_alter_table = 0; PRAGMA ignore_check_constraints = 0; " +
	"PRAGMA recursive_triggers = 0; PRAGMA writable_schema = 0; PRAGMA case_sensitive_like = 0; " +
	"PRAGMA reverse_unordered_selects = 0; PRAGMA defer_foreign_keys = 0"

// Connect is a new connection: no transaction, settings at their defaults.
func (d *DB) Connect(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := d.rollback(); err != nil {
		return err
	}
	if err := d.c.settle(); err != nil { // not under a time limit, which would interrupt it
		return err
	}
	if d.temp {
		if err := d.dropTemporary(); err != nil {
			return err
		}
	}
	if d.pragma {
		for _, s := range strings.Split(settings, "; ") {
			if err := d.c.exec(s); err != nil {
				return err
			}
		}
		d.pragma, d.fkNow = false, false
	}
	return nil
}

// Hangup ends the connection's transaction.
func (d *DB) Hangup(ctx context.Context, keep bool) error {
	if d.c.autocommit() {
		return d.Connect(ctx)
	}
	if keep {
		if err := d.c.exec("COMMIT"); err != nil {
			return failure(err, "COMMIT")
		}
		return d.Connect(ctx)
	}
	return d.rollback()
}

func (d *DB) rollback() error {
	if d.c.autocommit() {
		return nil
	}
	return d.c.exec("ROLLBACK")
}

func (d *DB) dropTemporary() error {
	_, found, err := d.c.query("SELECT type, name FROM temp.sqlite_master WHERE type IN ('table', 'view', 'trigger') AND name NOT LIKE 'sqlite%'")
	if err != nil {
		return err
	}
	for _, row := range found {
		if err := d.c.exec(fmt.Sprintf("DROP %s IF EXISTS temp.%s", row[0], quote(row[1].(string)))); err != nil {
			return err
		}
	}
	d.temp = false
	return nil
}

// Control, besides savepoints, does what Python's sqlite3 does: a transaction begins by itself before
// the first INSERT, UPDATE or DELETE, and never before; DDL runs outside.
func (d *DB) Control(_ context.Context, verb string) error {
	switch verb {
	case "COMMIT":
		if !d.c.autocommit() {
			if err := d.c.exec("COMMIT"); err != nil {
				return failure(err, verb)
			}
		}
		return nil
	case "ROLLBACK":
		return d.rollback()
	case "BEGIN", "AUTOCOMMIT", "TRANSACTION":
		return nil
	}
	return asFailure(d.c.exec(verb), verb)
}

// Exec runs one statement.
func (d *DB) Exec(ctx context.Context, sql string, args []any) (*live.Answer, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	tokens := sqltok.Cut(sql)
	if err := tooNew(tokens, sql); err != nil {
		return nil, err
	}
	if err := d.before(tokens); err != nil {
		return nil, err
	}
	stop := d.watch(ctx)
	defer stop()
	s, err := d.c.prepare(sql)
	if err != nil {
		return nil, d.failed(ctx, err, sql)
	}
	defer s.close()
	if len(sqltok.Cut(s.tail)) > 0 && len(tokens) > 0 && !onlySemicolons(s.tail) {
		return nil, &live.Failure{Class: "ProgrammingError", Message: "You can only execute one statement at a time.", Statement: sql}
	}
	if s.p == 0 {
		return &live.Answer{}, nil
	}
	if err := s.bind(args); err != nil {
		return nil, d.failed(ctx, err, sql)
	}
	a := &live.Answer{RowsAffected: -1}
	for {
		more, err := s.step()
		if err != nil {
			return nil, d.failed(ctx, err, sql)
		}
		if !more {
			break
		}
		if len(a.Rows) >= maxRows {
			return nil, fmt.Errorf("a query returns more than %d rows", maxRows)
		}
		a.Rows = append(a.Rows, s.row())
	}
	if s.cols > 0 {
		a.Columns = s.names()
	}
	if writes(tokens) {
		a.RowsAffected = d.c.changes()
	}
	a.LastInsertID = d.c.lastID()
	return a, nil
}

func onlySemicolons(text string) bool {
	for _, t := range sqltok.Cut(text) {
		if !t.Is(";") {
			return false
		}
	}
	return true
}

// watch interrupts the running statement once ctx is done. It goes on until it
// is stopped, because an interrupt between two statements has no effect.
func (d *DB) watch(ctx context.Context) (stop func()) {
	if ctx.Done() == nil {
		return func() {}
	}
	ended := make(chan struct{})
	done := make(chan struct{})
	cancel := context.AfterFunc(ctx, func() {
		defer close(done)
		for {
			d.c.interrupt()
			select {
			case <-ended:
				return
			case <-time.After(5 * time.Millisecond):
			}
		}
	})
	return func() {
		close(ended)
		if !cancel() {
			<-done
		}
	}
}

func (d *DB) failed(ctx context.Context, err error, sql string) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return failure(err, sql)
}

// Keep writes the database to a file.
func (d *DB) Keep(_ context.Context) (live.Kept, error) {
	path := d.keep
	if path == "" {
		f, err := os.CreateTemp("", "mrt_kept_*.db")
		if err != nil {
			return live.Kept{}, err
		}
		_ = f.Close()
		path = f.Name()
	}
	data, err := d.c.serialize()
	if err != nil {
		return live.Kept{}, err
	}
	defer data.free()
	if err := os.WriteFile(path, data.bytes(), 0o600); err != nil {
		_ = os.Remove(path) // a part of a database is of no use
		return live.Kept{}, err
	}
	path, err = filepath.Abs(path)
	return live.Kept{URL: "sqlite:///" + path}, err
}

// failure turns an error of the library into the class that Python raises.
func failure(err error, sql string) error {
	e, ok := err.(*Error)
	if !ok {
		return err
	}
	f := &live.Failure{Class: "OperationalError", Message: e.Message, Statement: sql, Code: fmt.Sprint(e.Code)}
	switch e.primary() {
	case lite.SQLITE_CONSTRAINT, lite.SQLITE_MISMATCH:
		f.Class = "IntegrityError"
	case lite.SQLITE_INTERNAL, lite.SQLITE_NOTFOUND:
		f.Class = "InternalError"
	case lite.SQLITE_CORRUPT, lite.SQLITE_NOTADB:
		f.Class = "DatabaseError"
	case lite.SQLITE_TOOBIG:
		f.Class = "DataError"
	case lite.SQLITE_MISUSE, lite.SQLITE_RANGE:
		f.Class = "ProgrammingError"
	case lite.SQLITE_FULL:
		return &live.Full{Where: "the disk", Words: e.Message}
	}
	// UNIQUE constraint failed: t.a, t.b · NOT NULL constraint failed: t.a · CHECK constraint failed: name
	if kind, rest, ok := strings.Cut(e.Message, " constraint failed: "); ok {
		first, _, _ := strings.Cut(rest, ",")
		switch kind {
		case "UNIQUE", "NOT NULL":
			f.Table, f.Column, _ = strings.Cut(first, ".")
		case "CHECK":
			f.Constraint = rest
		}
	}
	return f
}

// quote quotes a name.
func quote(name string) string { return `"` + strings.ReplaceAll(name, `"`, `""`) + `"` }
