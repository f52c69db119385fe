package pgdb

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgconn/ctxwatch"

	"github.com/mrt-tools/mrt/verifier/internal/live"
)

// patience is how long a run waits for a place on a server that has no
// connection left, or is just starting.
const patience = 5 * time.Minute

// crowded reports that the server, or the role, has no connection left, or that
// the server is just starting.
func crowded(err error) bool {
	var pg *pgconn.PgError
	return errors.As(err, &pg) && (pg.Code == "53300" || pg.Code == "57P03")
}

// grace is how long a statement may take to stop after it has been cancelled;
// then its connection is given up.
const grace = 5 * time.Second

// connect opens a connection on which a cancelled context cancels the statement,
// not the connection.
func connect(ctx context.Context, a *address, database string, wait time.Duration) (*pgconn.PgConn, error) {
	config, err := pgconn.ParseConfig(a.dsn(database))
	if err != nil {
		return nil, innermost(err)
	}
	config.BuildContextWatcherHandler = func(c *pgconn.PgConn) ctxwatch.Handler {
		return &pgconn.CancelRequestContextWatcherHandler{Conn: c, DeadlineDelay: grace}
	}
	if config.RuntimeParams["application_name"] == "" {
		config.RuntimeParams["application_name"] = "mrt"
	}
	return live.Patiently(ctx, wait, 20*time.Millisecond, time.Second, crowded, func() (*pgconn.PgConn, error) { return pgconn.ConnectConfig(ctx, config) })
}

// session are settings without which a server could end our sessions, or make
// them wait for a disk that holds nothing worth keeping. They are set again
// after each reset, because a script may reset all.
func session(version int) string {
	s := "SET idle_in_transaction_session_timeout = 0; SET synchronous_commit = off; "
	if version >= 14 {
		s += "SET idle_session_timeout = 0; "
	}
	if version >= 17 {
		s += "SET transaction_timeout = 0; "
	}
	return s
}

// A Lost is what ends a verification: the server is gone, or has ended our
// session.
type Lost struct{ cause error }

// Error says so.
func (l *Lost) Error() string {
	return fmt.Sprintf("the connection to the PostgreSQL server was lost: %s", innermost(l.cause))
}

// Unwrap is the driver's error.
func (l *Lost) Unwrap() error { return l.cause }

// ended reports whether the server's message is about the session and not the
// statement.
func ended(code string) bool {
	switch code {
	case "57P01", "57P02", "57P03", "57P04", "57P05", "25P03", "25P04", "08000", "08003", "08006", "08007", "08P01":
		return true
	}
	return false
}
