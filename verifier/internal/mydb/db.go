package mydb

import (
	"context"
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/mrt-tools/mrt/verifier/internal/live"
	"github.com/mrt-tools/mrt/verifier/internal/sqltok"
)

// DB is one scratch database.
type DB struct {
	server *Server // private, or nil
	at     *address
	name   string // of the scratch database
	c      *conn  // ours, in autocommit mode; it holds the lock
	run    *conn  // the connection of the migration that runs, or nil
	kind   version
	ignore map[string]bool
	before []string // statements on each new connection
	kept   bool
	given  map[string]bool // the accounts that a server of our own has at first
	others map[string]bool // the other databases of the server, in lower case

	knowledge
	outlook
	writer
	store
	prober
	gauge    *gauge // of what statements lock, or nil
	paranoid bool   // everything is read again and compared after each Restore
}

// A version is what a server is.
type version struct {
	maria bool
	int   int // 101119 for 10.11.19
}

// atLeast reports whether the server is MariaDB of at least one version, or
// MySQL of at least another; 0 is for never.
func (v version) atLeast(maria, my int) bool {
	if v.maria {
		return maria > 0 && v.int >= maria
	}
	return my > 0 && v.int >= my
}

// readVersion reads what VERSION() returns.
func readVersion(text string) version {
	v := version{maria: strings.Contains(text, "MariaDB")}
	text = strings.TrimPrefix(text, "5.5.5-")
	parts := strings.FieldsFunc(text, func(r rune) bool { return r < '0' || r > '9' })
	for i := range 3 {
		n := 0
		if i < len(parts) {
			n, _ = strconv.Atoi(parts[i])
		}
		v.int = v.int*100 + min(n, 99)
	}
	return v
}

// Open makes a scratch database on the server at address; a bare name for a
// private server.
func Open(ctx context.Context, address string, ignore, create, before []string) (*DB, error) {
	d := &DB{ignore: map[string]bool{}, others: map[string]bool{}, before: before, knowledge: unknown(), store: store{copies: map[string]*copied{}, programs: map[string]*program{}}, prober: prober{map[string]bool{}, map[string]bool{}}, paranoid: os.Getenv("MRT_TEST_CATALOG") != ""}
	for _, n := range ignore {
		d.ignore[n] = true
	}
	err := d.make(ctx, address, create)
	if err == nil {
		return d, nil
	}
	if d.at != nil {
		_ = d.Close()
	}
	return nil, err
}

func (d *DB) make(ctx context.Context, address string, create []string) error {
	var err error
	if !strings.Contains(address, "://") {
		if d.server, err = Start(ctx, address); err != nil {
			return err
		}
		d.at = d.server.address()
	} else if d.at, err = readAddress(address); err != nil {
		return err
	}
	if d.c, err = connect(ctx, d.at, "", true, patience); err != nil {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		return fmt.Errorf("cannot connect to the server at %s: %w", d.at.place(), innermost(err))
	}
	found, err := d.rows(ctx, "SELECT VERSION()")
	if err != nil {
		return err
	}
	d.kind = readVersion(string(found[0][0]))
	if err := d.sweep(ctx); err != nil {
		return err
	}
	list, err := d.rows(ctx, "SELECT schema_name FROM information_schema.schemata")
	if err != nil {
		return err
	}
	for _, row := range list {
		d.others[strings.ToLower(string(row[0]))] = true
	}
	if err := d.create(ctx); err != nil {
		return err
	}
	if err := d.ownAccounts(ctx); err != nil {
		return err
	}
	for _, s := range create {
		if err := d.guard(sqltok.MySQL(s)); err != nil {
			return fmt.Errorf("%q of the settings: %w", s, err)
		}
		d.note(sqltok.MySQL(s))
		if err := d.do(ctx, s); err != nil {
			return err
		}
	}
	return nil
}

// version is the server's.
func (d *DB) version() version { return d.kind }

// product is the server's name for sentences.
func (d *DB) product() string {
	if d.kind.maria {
		return "MariaDB"
	}
	return "MySQL"
}

// Name is mysql or mariadb.
func (d *DB) Name() string { return strings.ToLower(d.product()) }

// Version is the server's version number: major, minor, patch.
func (d *DB) Version() []int {
	return []int{d.kind.int / 10000, d.kind.int / 100 % 100, d.kind.int % 100}
}

// Close drops the scratch database, unless it is kept.
func (d *DB) Close() error {
	d.run.close()
	d.run = nil
	switch {
	case d.at == nil: // left behind with its server
		return nil
	case d.server == nil:
		return d.finish()
	}
	d.c.close()
	d.server.Stop() // everything goes with it
	return nil
}

// session is the connection on which statements of ours run: while a migration
// runs, its own, so that they see what it sees. Where one of ours would not stop,
// its connection was given up, and there is another.
func (d *DB) session(ctx context.Context) (*conn, error) {
	if d.run != nil {
		return d.run, nil
	}
	if !d.c.abandoned {
		return d.c, nil
	}
	c, err := connect(ctx, d.at, d.name, true, patience)
	if err != nil {
		return nil, err
	}
	old := d.c.id
	if d.c = c; d.name == "" {
		return c, nil
	}
	if err := d.gone(ctx, old); err != nil {
		return nil, err
	}
	return c, d.lock(ctx, d.name)
}

// gone waits for the end of a session: what it holds and what it has not undone
// would be in the way.
func (d *DB) gone(ctx context.Context, id string) error {
	for until := time.Now().Add(grace); ; time.Sleep(5 * time.Millisecond) {
		found, err := d.c.rows(ctx, "SELECT 1 FROM information_schema.processlist WHERE id = "+id)
		if err != nil {
			return d.failure(ctx, err, "processlist")
		}
		if len(found) == 0 {
			return nil
		}
		if time.Now().After(until) {
			return fmt.Errorf("a statement on the %s server does not stop, neither when it is killed nor with its session", d.product())
		}
	}
}

// do runs a statement of ours.
func (d *DB) do(ctx context.Context, sql string) error {
	c, err := d.session(ctx)
	if err == nil {
		err = c.exec(ctx, sql)
	}
	if err != nil {
		return d.failure(ctx, err, sql)
	}
	return nil
}

// rows runs a query of ours and returns its rows as text, nil for NULL.
func (d *DB) rows(ctx context.Context, sql string, args ...any) ([][][]byte, error) {
	sql, err := bind(sql, sqltok.Cut(sql), args)
	if err != nil {
		return nil, err
	}
	c, err := d.session(ctx)
	var found [][][]byte
	if err == nil {
		found, err = c.rows(ctx, sql)
	}
	if err != nil {
		return nil, d.failure(ctx, err, sql)
	}
	return found, nil
}

// Connect starts a run on a new connection.
func (d *DB) Connect(ctx context.Context) error {
	var err error
	if d.run, err = connect(ctx, d.at, d.name, false, patience); err != nil {
		return d.failure(ctx, err, "connect")
	}
	for _, s := range append([]string{"SET autocommit = 0"}, d.before...) {
		if err := d.do(ctx, s); err != nil {
			return err
		}
	}
	return nil
}

// Hangup ends a run.
func (d *DB) Hangup(ctx context.Context, keep bool) error {
	if d.run == nil {
		return nil
	}
	defer func() {
		d.run.close()
		d.run = nil
	}()
	if d.run.dead {
		return d.gone(ctx, d.run.id)
	}
	if keep {
		return d.do(ctx, "COMMIT")
	}
	return d.do(ctx, "ROLLBACK")
}

// Control does transaction events.
func (d *DB) Control(ctx context.Context, verb string) error {
	switch verb {
	case "BEGIN":
		return nil // it begins by itself
	case "AUTOCOMMIT":
		return d.do(ctx, "SET autocommit = 1") // commits what is open
	case "TRANSACTION":
		return d.do(ctx, "SET autocommit = 0")
	}
	return d.do(ctx, verb)
}

// Keep leaves the database: without its sister, nothing marks it as ours.
func (d *DB) Keep(ctx context.Context) (live.Kept, error) {
	if err := d.do(ctx, "DROP DATABASE "+quote(d.name+copies)); err != nil {
		return live.Kept{}, err
	}
	d.kept = true
	if d.server == nil {
		return live.Kept{URL: d.at.url(d.Name(), d.name)}, nil
	}
	d.c.close()
	stop, err := d.server.leave(ctx)
	if err != nil {
		return live.Kept{}, err
	}
	kept := live.Kept{URL: d.server.URL(d.name), Stop: stop}
	d.server, d.at = nil, nil
	return kept, nil
}
