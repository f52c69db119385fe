package verifier

import (
	"context"
	"fmt"
	"strings"

	"github.com/mrt-tools/mrt/verifier/internal/litedb"
	"github.com/mrt-tools/mrt/verifier/internal/live"
)

// openDatabase makes the scratch database that the options ask for.
func openDatabase(ctx context.Context, opt Options) (live.DB, error) {
	name, _, _ := strings.Cut(opt.Database, ":")
	switch name {
	case "", "sqlite":
		return litedb.Open(ctx, opt.VersionTables)
	}
	return nil, fmt.Errorf("no scratch databases for %q; there are sqlite and postgresql", opt.Database)
}
