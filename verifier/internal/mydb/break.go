package mydb

import (
	"context"
	"fmt"

	"github.com/mrt-tools/mrt/verifier/internal/live"
	"github.com/mrt-tools/mrt/verifier/internal/sqltok"
)

// Breaks: every statement that changes a definition commits.
func (d *DB) Breaks() bool { return true }

// Break stops a migration before a statement. One that would commit what is open
// does so even when it fails.
func (d *DB) Break(ctx context.Context, sql string, lost bool) error {
	if lost {
		d.run.close()
		return broken(2013, "Lost connection to MySQL server during query", sql)
	}
	if commits(sqltok.MySQL(sql)) {
		if err := d.do(ctx, "COMMIT"); err != nil {
			return err
		}
	}
	return broken(1205, "Lock wait timeout exceeded; try restarting transaction", sql)
}

// broken is a failure that was not the server's.
func broken(number int, words, sql string) *live.Failure {
	return &live.Failure{Class: class(number), Code: fmt.Sprint(number), Message: fmt.Sprintf("(%d, %s)", number, repr(words)), Statement: sql}
}

// commits reports whether a statement ends the transaction before it does anything.
func commits(t []sqltok.Token) bool {
	return sqltok.Begins(t, "create|alter|drop|rename|truncate|analyze|optimize|repair|check|lock|unlock|begin|commit|grant|revoke") && !sqltok.Begins(t, "create|drop", "temporary") ||
		sqltok.Begins(t, "start", "transaction")
}
