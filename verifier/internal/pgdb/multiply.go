package pgdb

import (
	"context"
	"fmt"
	"strings"

	"github.com/mrt-tools/mrt/verifier/internal/live"
	"github.com/mrt-tools/mrt/verifier/internal/shape"
)

// Multiply repeats the rows of a table. Why LATERAL: rounds come one after the
// other, so that rows stand in the order of their numbers. Why MATERIALIZED: each
// round would go through all that the rounds before it have written.
func (d *DB) Multiply(ctx context.Context, t *shape.Table, r live.Rounds) error {
	d.wrote(t)
	columns, cells := r.Cells(t, quote, "r.n")
	overriding := ""
	for _, n := range r.Numbered {
		if always(t, []string{n.Column}) {
			overriding = "OVERRIDING SYSTEM VALUE "
		}
	}
	sql := fmt.Sprintf("WITH mrt_rows AS MATERIALIZED (SELECT * FROM ONLY %s) INSERT INTO %s (%s) %sSELECT %s FROM generate_series(1, %d) r (n) CROSS JOIN LATERAL (SELECT * FROM mrt_rows OFFSET 0 * r.n) t WHERE %s",
		tableName(t), tableName(t), strings.Join(columns, ", "), overriding, strings.Join(cells, ", "), r.Times, r.Which(quote, "r.n"))
	if err := d.try(ctx, sql); err != nil {
		return err
	}
	return d.advance(ctx, t)
}
