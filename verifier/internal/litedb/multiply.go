package litedb

import (
	"context"
	"fmt"
	"strings"

	"github.com/mrt-tools/mrt/verifier/internal/live"
	"github.com/mrt-tools/mrt/verifier/internal/shape"
)

// Multiply repeats the rows of a table.
func (d *DB) Multiply(ctx context.Context, t *shape.Table, r live.Rounds) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	d.touch(t.Name)
	columns, cells := r.Cells(t, quote, "r.n")
	sql := fmt.Sprintf("WITH RECURSIVE r (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < %d) INSERT INTO %s (%s) SELECT %s FROM r CROSS JOIN %s t WHERE %s",
		r.Times, quote(t.Name), strings.Join(columns, ", "), strings.Join(cells, ", "), quote(t.Name), r.Which(quote, "r.n"))
	return asFailure(d.c.exec(sql), sql)
}
