package mydb

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/go-sql-driver/mysql"
)

// prefix begins the names of scratch databases. Each has a sister, which holds
// the copies of rows and is there first and gone last.
const (
	prefix = "mrt_"
	copies = "_copies"
)

// markCollation is the mark on sisters of ours from the moment they exist: nobody
// chooses it for a database with such a name. A sister that carries it and whose
// lock nobody holds is left over from a run that was killed.
const markCollation = "utf8mb4_esperanto_ci"

// newName is a name nobody else has.
func newName() string {
	var b [6]byte
	_, _ = rand.Read(b[:])
	return prefix + hex.EncodeToString(b[:])
}

// lockName is the lock that is held for as long as the run with the scratch
// database lives. Locks belong to the whole server.
func lockName(name string) string { return text("mrt " + name) }

// text quotes a text of ours: one without characters to escape.
func text(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }

// quote quotes a name.
func quote(s string) string { return "`" + strings.ReplaceAll(s, "`", "``") + "`" }

// create makes the scratch database and its sister. It does not stop half way: a
// database that is made is known to be.
func (d *DB) create(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	ctx = context.WithoutCancel(ctx)
	like, err := d.like(ctx)
	if err != nil {
		return err
	}
	name := newName()
	if err := d.lock(ctx, name); err != nil {
		return err
	}
	for _, sql := range []string{"CREATE DATABASE " + quote(name+copies) + " COLLATE " + markCollation, "CREATE DATABASE " + quote(name) + like} {
		if err := d.c.exec(ctx, sql); err != nil {
			return d.refused(ctx, err)
		}
		d.name = name
	}
	return d.do(ctx, "USE "+quote(name))
}

// like is the character set of the database that the address names: the one that
// the project's tables get.
func (d *DB) like(ctx context.Context) (string, error) {
	if d.at.database == "" {
		return "", nil
	}
	found, err := d.c.rows(ctx, "SELECT default_character_set_name, default_collation_name FROM information_schema.schemata WHERE schema_name = "+text(d.at.database))
	if err != nil {
		return "", d.failure(ctx, err, "schemata")
	}
	if len(found) == 0 {
		return "", nil
	}
	return fmt.Sprintf(" CHARACTER SET %s COLLATE %s", found[0][0], found[0][1]), nil
}

// lock takes the lock of a scratch database.
func (d *DB) lock(ctx context.Context, name string) error {
	found, err := d.c.rows(ctx, "SELECT GET_LOCK("+lockName(name)+", 0)")
	if err != nil {
		return d.failure(ctx, err, "GET_LOCK")
	}
	if string(found[0][0]) != "1" {
		return fmt.Errorf("the lock of the scratch database %s is taken", name)
	}
	return nil
}

// refused is the sentence for a server that does not let databases be made.
func (d *DB) refused(ctx context.Context, err error) error {
	var my *mysql.MySQLError
	switch {
	case !errors.As(err, &my) || ended(int(my.Number)):
		return d.failure(ctx, err, "CREATE DATABASE")
	case my.Number == 1044 || my.Number == 1045 || my.Number == 1227:
		who := "CURRENT_USER"
		if found, err := d.c.rows(ctx, "SELECT CURRENT_USER()"); err == nil {
			name, host, _ := strings.Cut(string(found[0][0]), "@")
			who = text(name) + "@" + text(host)
		}
		return fmt.Errorf("the account %s may not make databases on the %s server: give it rights on scratch databases (GRANT ALL PRIVILEGES ON `mrt\\_%%`.* TO %s), or give the URL of another account", who, d.product(), who)
	case my.Number == 1290 || my.Number == 1792 || my.Number == 1836:
		return fmt.Errorf("the %s server is read only: scratch databases cannot be made there; give the URL of a primary", d.product())
	}
	return fmt.Errorf("a scratch database cannot be made: %s", my.Message)
}

// sweep drops what killed runs left behind: scratch databases whose sister
// carries the mark, and whose lock no session of the server holds.
func (d *DB) sweep(ctx context.Context) error {
	if d.server != nil {
		return nil
	}
	found, err := d.c.rows(ctx, "SELECT schema_name FROM information_schema.schemata WHERE schema_name REGEXP '^"+prefix+"[0-9a-f]{12}"+copies+"$' AND default_collation_name = "+
		text(markCollation)+" ORDER BY 1")
	if err != nil {
		return d.failure(ctx, err, "schemata")
	}
	for _, row := range found {
		name := strings.TrimSuffix(string(row[0]), copies)
		// A lock of our own would do, but older servers give a session only one.
		free, err := d.c.rows(ctx, "SELECT IS_FREE_LOCK("+lockName(name)+")")
		if err != nil {
			return d.failure(ctx, err, "IS_FREE_LOCK")
		}
		if string(free[0][0]) == "1" {
			_ = d.drop(ctx, name) // of another account: then it is that one's to drop
		}
	}
	return nil
}

// drop drops a scratch database and its sister.
func (d *DB) drop(ctx context.Context, name string) error {
	ctx = context.WithoutCancel(ctx)
	for _, s := range []string{name, name + copies} {
		if err := d.c.exec(ctx, "DROP DATABASE IF EXISTS "+quote(s)); err != nil {
			return d.failure(ctx, err, "DROP DATABASE")
		}
	}
	return nil
}

// finish drops what this run made and, on a server of the user's, what a killed
// run was still making when this one began. A connection that was lost on the
// way is made again for it.
func (d *DB) finish() error {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	if d.c == nil || d.c.dead || d.c.exec(ctx, "SELECT 1") != nil {
		var err error
		if d.c, err = connect(ctx, d.at, "", true, grace); err != nil {
			return fmt.Errorf("the next run drops what is left: %w", err)
		}
	}
	defer d.c.close()
	if d.name != "" && !d.kept {
		if err := d.drop(ctx, d.name); err != nil {
			return err
		}
	}
	return d.sweep(ctx)
}
