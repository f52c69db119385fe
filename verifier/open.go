package verifier

import (
	"context"
	"fmt"
	"strings"

	"github.com/mrt-tools/mrt/verifier/internal/litedb"
	"github.com/mrt-tools/mrt/verifier/internal/live"
	"github.com/mrt-tools/mrt/verifier/internal/mydb"
	"github.com/mrt-tools/mrt/verifier/internal/pgdb"
)

// openDatabase makes the scratch database that the options ask for.
func openDatabase(ctx context.Context, opt Options) (live.DB, error) {
	name, _, _ := strings.Cut(opt.Database, ":")
	name, _, _ = strings.Cut(name, "+")
	switch name {
	case "", "sqlite":
		return litedb.Open(ctx, opt.VersionTables)
	case "postgresql", "postgres":
		return pgdb.Open(ctx, opt.Database, opt.VersionTables, opt.Create, opt.Before)
	case "mysql", "mariadb":
		return mydb.Open(ctx, opt.Database, opt.VersionTables, opt.Create, opt.Before)
	}
	return nil, fmt.Errorf("there are no scratch databases for %s; there are some for sqlite, postgresql, mysql and mariadb", name)
}
