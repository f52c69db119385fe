package pgdb

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"net/url"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"
)

// ownerMark is the comment on databases of ours. Those that carry it and whose
// lock nobody holds are left over from a run that was killed.
const ownerMark = "scratch database of mrt"

// prefix of their names.
const prefix = "mrt_"

// newName is a name nobody else has.
func newName() string {
	var b [6]byte
	_, _ = rand.Read(b[:])
	return prefix + hex.EncodeToString(b[:])
}

// sameServer returns the URL for another database of the same server.
func sameServer(address, database string) (string, error) {
	u, err := url.Parse(address)
	if err != nil {
		return "", fmt.Errorf("%w", err)
	}
	u.Scheme, _, _ = strings.Cut(u.Scheme, "+")
	u.Path = "/" + database
	return u.String(), nil
}

// admin is the connection on which scratch databases are made and dropped, and
// which holds their locks.
type admin struct {
	address string
	c       *pgconn.PgConn
	private bool
}

func newAdmin(ctx context.Context, address string, private bool) (*admin, error) {
	u, err := url.Parse(address)
	if err != nil {
		return nil, fmt.Errorf("the URL of the server cannot be read")
	}
	database := strings.TrimPrefix(u.Path, "/")
	if database == "" {
		database = "postgres"
	}
	own, err := sameServer(address, database)
	if err != nil {
		return nil, err
	}
	c, err := pgconn.Connect(ctx, own)
	if err != nil {
		return nil, fmt.Errorf("cannot connect to the PostgreSQL server at %s: %w", u.Host, innermost(err))
	}
	a := &admin{address: address, c: c, private: private}
	if !private {
		if err := a.sweep(ctx); err != nil {
			a.close()
			return nil, err
		}
	}
	return a, nil
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
	_, err := a.c.Exec(ctx, sql).ReadAll()
	return err
}

// sweep drops what killed runs left behind.
func (a *admin) sweep(ctx context.Context) error {
	res, err := a.c.Exec(ctx, "SELECT datname FROM pg_database WHERE left(datname, 4) = '"+prefix+"' AND shobj_description(oid, 'pg_database') = "+literal(ownerMark)).ReadAll()
	if err != nil {
		return err
	}
	for _, row := range res[0].Rows {
		name := string(row[0])
		got, err := a.c.Exec(ctx, "SELECT pg_try_advisory_lock("+lockKey(name)+")").ReadAll()
		if err != nil {
			return err
		}
		if string(got[0].Rows[0][0]) != "t" {
			continue
		}
		_ = a.exec(ctx, "DROP DATABASE IF EXISTS "+quote(name)) // somebody may be connected: then it is theirs
		_ = a.exec(ctx, "SELECT pg_advisory_unlock("+lockKey(name)+")")
	}
	return nil
}

// lockKey is the advisory lock of a scratch database.
func lockKey(name string) string { return "hashtextextended(" + literal("mrt "+name) + ", 0)" }

// create makes a scratch database, from a template if one is given.
func (a *admin) create(ctx context.Context, template string) (string, error) {
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
		if a.private && a.number() >= 15 {
			sql += " STRATEGY file_copy" // no fsync here: copying files beats logging pages
		}
	}
	if err := a.exec(ctx, sql); err != nil {
		return "", fmt.Errorf("a scratch database cannot be made: %w", err)
	}
	return name, a.exec(ctx, "COMMENT ON DATABASE "+quote(name)+" IS "+literal(ownerMark))
}

func (a *admin) drop(ctx context.Context, name string) error {
	force := ""
	if a.number() >= 13 {
		force = " WITH (FORCE)"
	}
	if err := a.exec(ctx, "DROP DATABASE IF EXISTS "+quote(name)+force); err != nil {
		return err
	}
	return a.exec(ctx, "SELECT pg_advisory_unlock("+lockKey(name)+")")
}

// number is the server's major version.
func (a *admin) number() int { return version(a.c.ParameterStatus("server_version")) }

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
