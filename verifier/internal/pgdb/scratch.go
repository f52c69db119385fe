package pgdb

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
)

// ownerMark is the comment on databases of ours. Those that carry it and whose
// lock nobody holds are left over from a run that was killed.
const ownerMark = "scratch database of mrt"

// markLimit marks a database from the moment it exists: the comment is a second
// statement, and a run may be killed in between. No person chooses this limit.
const markLimit = 1718613

// prefix of their names.
const prefix = "mrt_"

// newName is a name nobody else has.
func newName() string {
	var b [6]byte
	_, _ = rand.Read(b[:])
	return prefix + hex.EncodeToString(b[:])
}

// admin is the connection on which scratch databases are made and dropped, and
// which holds their locks.
type admin struct {
	address *address
	c       *pgconn.PgConn
	private bool
	version int
	made    []string // the databases of this run that are not dropped yet
}

func newAdmin(ctx context.Context, at *address, private bool) (*admin, error) {
	a := &admin{address: at, private: private}
	if err := a.connect(ctx); err != nil {
		return nil, err
	}
	if private {
		return a, nil
	}
	err := a.allowed(ctx)
	if err == nil {
		err = a.sweep(ctx)
	}
	if err != nil {
		a.close()
		return nil, err
	}
	return a, nil
}

// connect connects to the database that the address names, else to one that
// every server has.
func (a *admin) connect(ctx context.Context) error {
	names := []string{a.address.database}
	if names[0] == "" && !a.address.has("service") {
		names = []string{"postgres", "template1"}
	}
	var err error
	for _, name := range names {
		var c *pgconn.PgConn
		if c, err = connect(ctx, a.address, name, patience); err == nil {
			a.c = c
			a.version = version(a.c.ParameterStatus("server_version"))
			return a.exec(ctx, session(a.version)+"SET statement_timeout = 0; SET lock_timeout = 0")
		}
		var pg *pgconn.PgError
		if !errors.As(err, &pg) || pg.Code != "3D000" {
			break
		}
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	where := a.address.place()
	if where != "" {
		where = " at " + where
	}
	return fmt.Errorf("cannot connect to the PostgreSQL server%s: %w", where, cause(err))
}

// allowed refuses an account that could not make or drop databases.
func (a *admin) allowed(ctx context.Context) error {
	found, err := a.query(ctx, "SELECT rolcreatedb OR rolsuper, current_user, pg_is_in_recovery() FROM pg_roles WHERE rolname = current_user")
	if err != nil {
		return err
	}
	switch {
	case len(found) == 0:
		return nil
	case found[0][2] == "t":
		return errors.New("the PostgreSQL server is a standby: scratch databases cannot be made there; give the URL of a primary")
	case found[0][0] != "t":
		return fmt.Errorf("the role %s may not make databases on the PostgreSQL server: give it CREATEDB (ALTER ROLE %s CREATEDB), or give the URL of another role", found[0][1], quote(found[0][1]))
	}
	return nil
}

// cause is what a sentence says about a failed connection.
func cause(err error) error {
	var pg *pgconn.PgError
	if errors.As(err, &pg) {
		return pg
	}
	return innermost(err)
}

// innermost is the cause at the bottom: the driver repeats itself on the way up.
func innermost(err error) error {
	for {
		next := errors.Unwrap(err)
		if many, ok := err.(interface{ Unwrap() []error }); ok && len(many.Unwrap()) > 0 {
			next = many.Unwrap()[0]
		}
		if next == nil {
			return err
		}
		err = next
	}
}

func (a *admin) close() { _ = a.c.Close(context.Background()) }

func (a *admin) exec(ctx context.Context, sql string) error {
	_, err := a.query(ctx, sql)
	return err
}

func (a *admin) query(ctx context.Context, sql string) ([][]string, error) {
	res, err := a.c.Exec(ctx, sql).ReadAll()
	if err != nil {
		var pg *pgconn.PgError
		switch {
		case ctx.Err() != nil:
			return nil, ctx.Err()
		case !errors.As(err, &pg) || ended(pg.Code):
			return nil, &Lost{err}
		}
		return nil, err
	}
	var out [][]string
	for _, r := range res {
		for _, row := range r.Rows {
			cells := make([]string, len(row))
			for i, c := range row {
				cells[i] = string(c)
			}
			out = append(out, cells)
		}
	}
	return out, nil
}

// sweep drops what killed runs left behind: databases that carry the mark and
// whose lock no session of the server holds. Why pg_locks and not only the lock:
// an advisory lock belongs to the database of its session, and another run may
// have connected to another one.
func (a *admin) sweep(ctx context.Context) error {
	found, err := a.query(ctx, "SELECT datname FROM pg_database d WHERE datname ~ '^"+prefix+"[0-9a-f]{12}$' AND (shobj_description(oid, 'pg_database') = "+literal(ownerMark)+
		fmt.Sprintf(" OR datconnlimit = %d)", markLimit)+
		" AND NOT EXISTS (SELECT FROM pg_locks l WHERE l.locktype = 'advisory' AND (l.classid::bigint << 32 | l.objid::bigint) = hashtextextended('mrt ' || datname, 0)) ORDER BY 1")
	if err != nil {
		return err
	}
	for _, row := range found {
		got, err := a.query(ctx, "SELECT pg_try_advisory_lock("+lockKey(row[0])+")")
		if err != nil {
			return err
		}
		if got[0][0] != "t" {
			continue
		}
		_ = a.exec(ctx, a.dropping(row[0])) // of another account: then it is that one's to drop
		if err := a.exec(ctx, "SELECT pg_advisory_unlock("+lockKey(row[0])+")"); err != nil {
			return err
		}
	}
	return nil
}

// lockKey is the advisory lock of a scratch database.
func lockKey(name string) string { return "hashtextextended(" + literal("mrt "+name) + ", 0)" }

// create makes a scratch database, from a template if one is given. It does not
// stop half way: a database that is made is known to be.
func (a *admin) create(ctx context.Context, template string) (string, error) {
	if err := ctx.Err(); err != nil {
		return "", err
	}
	ctx = context.WithoutCancel(ctx)
	name := newName()
	if err := a.exec(ctx, "SELECT pg_advisory_lock("+lockKey(name)+")"); err != nil {
		return "", err
	}
	sql := "CREATE DATABASE " + quote(name)
	switch {
	case template == "":
		sql += " TEMPLATE template0 ENCODING 'UTF8'"
	default:
		sql += " TEMPLATE " + quote(template)
		if a.private && a.version >= 15 {
			sql += " STRATEGY file_copy" // no fsync here: copying files beats logging pages
		}
	}
	if err := a.exec(ctx, fmt.Sprintf("%s CONNECTION LIMIT %d", sql, markLimit)); err != nil {
		var pg *pgconn.PgError
		switch {
		case errors.As(err, &pg) && pg.Code == "53100":
			return "", fmt.Errorf("a scratch database cannot be made: %w", diskFull(pg))
		case errors.As(err, &pg) && !ended(pg.Code):
			return "", fmt.Errorf("a scratch database cannot be made: %s", pg.Message)
		}
		return "", err
	}
	a.made = append(a.made, name)
	return name, a.exec(ctx, "COMMENT ON DATABASE "+quote(name)+" IS "+literal(ownerMark))
}

// dropping is the statement that drops a database, whoever is connected to it.
func (a *admin) dropping(name string) string {
	sql := "DROP DATABASE IF EXISTS " + quote(name)
	if a.version >= 13 {
		sql += " WITH (FORCE)"
	}
	return sql
}

func (a *admin) drop(ctx context.Context, name string) error {
	ctx = context.WithoutCancel(ctx)
	if err := a.exec(ctx, a.dropping(name)); err != nil {
		return err
	}
	a.made = slices.DeleteFunc(a.made, func(s string) bool { return s == name })
	return a.exec(ctx, "SELECT pg_advisory_unlock("+lockKey(name)+")")
}

// end ends a session of ours that does not listen to a cancel request.
func (a *admin) end(ctx context.Context, pid uint32) error {
	for until := time.Now().Add(grace); ; {
		found, err := a.query(ctx, fmt.Sprintf("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid = %d", pid))
		if err != nil || len(found) == 0 {
			return err
		}
		if time.Now().After(until) {
			return errors.New("a statement on the PostgreSQL server does not stop, neither by a cancel request nor by the end of its session")
		}
		time.Sleep(20 * time.Millisecond)
	}
}

// keep takes the marks off a database: with them, the next run would sweep it
// away.
func (a *admin) keep(ctx context.Context, name string) error {
	if err := a.exec(ctx, "ALTER DATABASE "+quote(name)+" CONNECTION LIMIT -1"); err != nil {
		return err
	}
	if err := a.exec(ctx, "COMMENT ON DATABASE "+quote(name)+" IS NULL"); err != nil {
		return err
	}
	a.made = slices.DeleteFunc(a.made, func(s string) bool { return s == name })
	return nil
}

// finish drops what this run made and, on a server of the user's, what a killed
// run was still making when this one began. A connection that was lost on the
// way is made again for it.
func (a *admin) finish() error {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	defer a.close()
	if len(a.made) > 0 && a.exec(ctx, "SELECT 1") != nil {
		if err := a.connect(ctx); err != nil {
			return fmt.Errorf("the next run drops what is left: %w", err)
		}
	}
	for _, name := range slices.Clone(a.made) {
		if err := a.drop(ctx, name); err != nil {
			return err
		}
	}
	if a.private || a.c.IsClosed() {
		return nil
	}
	return a.sweep(ctx)
}

// literal quotes a text.
func literal(s string) string {
	s = strings.ReplaceAll(s, "'", "''")
	if strings.Contains(s, `\`) {
		return " E'" + strings.ReplaceAll(s, `\`, `\\`) + "'"
	}
	return "'" + s + "'"
}

// quote quotes a name.
func quote(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }

// number is the server's major version.
func (a *admin) number() int { return a.version }
