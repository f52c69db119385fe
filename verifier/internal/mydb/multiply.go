package mydb

import (
	"context"
	"fmt"
	"strings"

	"github.com/mrt-tools/mrt/verifier/internal/live"
	"github.com/mrt-tools/mrt/verifier/internal/shape"
)

// Multiply repeats the rows of a table, if one statement does all or nothing there.
func (d *DB) Multiply(ctx context.Context, t *shape.Table, r live.Rounds) error {
	if !transactional(t) {
		return &live.Failure{Message: "the table's engine keeps what a failing statement has written"}
	}
	d.wrote(t)
	if err := d.look(ctx); err != nil {
		return err
	}
	columns, cells := r.Cells(t, quote, "r.n")
	return d.do(ctx, fmt.Sprintf("INSERT INTO %s (%s) SELECT %s FROM (%s) r CROSS JOIN %s t WHERE %s",
		quote(t.Name), strings.Join(columns, ", "), strings.Join(cells, ", "), series(r.Times), quote(t.Name), r.Which(quote, "r.n")))
}

// series is a query of the numbers from 1 to n in column n. Why not the numbers of
// a recursive query or of an engine: old servers have neither.
func series(n int) string {
	const digit = "(SELECT 0 AS d UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4 UNION ALL SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9) "
	sum, from := "d0.d", digit+"d0"
	for i, unit := 1, 10; unit <= n; i, unit = i+1, unit*10 {
		sum += fmt.Sprintf(" + %d * d%d.d", unit, i)
		from += fmt.Sprintf(" CROSS JOIN %sd%d", digit, i)
	}
	return fmt.Sprintf("SELECT n FROM (SELECT %s AS n FROM %s) every WHERE n BETWEEN 1 AND %d", sum, from, n)
}
