package verifier

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"github.com/mrt-tools/mrt/verifier/internal/litedb"
	"github.com/mrt-tools/mrt/verifier/internal/live"
	"github.com/mrt-tools/mrt/verifier/internal/mydb"
	"github.com/mrt-tools/mrt/verifier/internal/pgdb"
)

// serverOf is what kind of database a URL, or a name alone, stands for.
func serverOf(database string) string {
	name, _, _ := strings.Cut(database, ":")
	name, _, _ = strings.Cut(name, "+")
	return cmp.Or(name, "sqlite")
}

// openDatabase makes the scratch database that the options ask for.
func openDatabase(ctx context.Context, opt Options) (live.DB, error) {
	name := serverOf(opt.Database)
	switch name {
	case "sqlite":
		return litedb.Open(ctx, opt.VersionTables)
	case "postgresql", "postgres":
		return pgdb.Open(ctx, opt.Database, opt.VersionTables, opt.Create, opt.Before)
	case "mysql", "mariadb":
		return mydb.Open(ctx, opt.Database, opt.VersionTables, opt.Create, opt.Before)
	}
	return nil, fmt.Errorf("there are no scratch databases for %s; there are some for sqlite, postgresql, mysql and mariadb", name)
}

// Startable reports whether a scratch database of a dialect can be had on this
// machine without the URL of a server; the error says what is missing.
func Startable(dialect string) error {
	switch dialect {
	case "sqlite":
		return nil
	case "postgresql":
		_, err := pgdb.Programs()
		return err
	case "mysql", "mariadb":
		return mydb.Programs(dialect)
	}
	return fmt.Errorf("there are no scratch databases for %s", dialect)
}
