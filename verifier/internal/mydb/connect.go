package mydb

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"strconv"
	"time"

	"github.com/go-sql-driver/mysql"

	"github.com/mrt-tools/mrt/verifier/internal/live"
)

// patience is how long a run waits for a place on a server that has no
// connection left, or is just starting.
const patience = 5 * time.Minute

// grace is how long a statement may take to stop after it has been killed; then
// its connection is given up.
const grace = 5 * time.Second

// A conn is one connection. A cancelled context stops the statement, not the
// connection: the driver alone would close it and leave the statement running.
type conn struct {
	c    driver.Conn
	at   *address
	id   string // the server's number for the session
	dead bool
	// abandoned: a statement would not stop.
	abandoned bool
}

// dial opens a connection; database may be "". Only connections of ours take
// several statements in one text.
func dial(ctx context.Context, at *address, database string, ours bool) (*conn, error) {
	config, err := at.config(database)
	if err != nil {
		return nil, err
	}
	config.MultiStatements, config.ClientFoundRows = ours, true
	connector, err := mysql.NewConnector(config)
	if err != nil {
		return nil, err
	}
	raw, err := connector.Connect(ctx)
	if err != nil {
		return nil, err
	}
	c := &conn{c: raw, at: at}
	found, err := c.rows(ctx, "SELECT CONNECTION_ID()")
	if err != nil {
		c.close()
		return nil, err
	}
	c.id = string(found[0][0])
	return c, nil
}

// connect opens a connection, and waits for one where the server is full.
func connect(ctx context.Context, at *address, database string, ours bool, wait time.Duration) (*conn, error) {
	return live.Patiently(ctx, wait, 20*time.Millisecond, time.Second, crowded, func() (*conn, error) {
		c, err := dial(ctx, at, database, ours)
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		return c, err
	})
}

// crowded reports that the server, or the account, has no connection left, or
// that the server is just going down or coming up.
func crowded(err error) bool {
	switch number(err) {
	case 1040, 1203, 1226, 1053:
		return true
	}
	return false
}

// number is the server's number of an error, 0 for an error that is not the server's.
func number(err error) int {
	var my *mysql.MySQLError
	if errors.As(err, &my) {
		return int(my.Number)
	}
	return 0
}

// close ends the session.
func (c *conn) close() {
	if c != nil && !c.dead {
		c.dead = true
		_ = c.c.Close()
	}
}

// watched runs a statement under a context of its own, and kills it when the
// caller's ends.
func (c *conn) watched(ctx context.Context, run func(context.Context) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	own, cancel := context.WithCancel(context.WithoutCancel(ctx))
	defer cancel()
	done, over := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(over)
		select {
		case <-done:
			return
		case <-ctx.Done():
		}
		c.kill("KILL QUERY ")
		select {
		case <-done:
		case <-time.After(grace):
			c.kill("KILL CONNECTION ")
			cancel()
		}
	}()
	err := run(own)
	close(done)
	<-over // else the killing could hit what runs next
	if own.Err() != nil {
		c.abandoned = true
		c.close()
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if errors.Is(err, driver.ErrBadConn) || errors.Is(err, mysql.ErrInvalidConn) {
		c.close()
	}
	return err
}

// kill stops what the session does, from another one.
func (c *conn) kill(verb string) {
	if c.id == "" {
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), grace)
	defer cancel()
	second, err := dial(ctx, c.at, "", true)
	if err != nil {
		return // the watcher ends the connection when nothing stops
	}
	defer second.close()
	_ = second.exec(ctx, verb+c.id)
}

// exec runs one or, on a connection of ours, several statements.
func (c *conn) exec(ctx context.Context, sql string) error {
	return c.watched(ctx, func(ctx context.Context) error {
		_, err := c.c.(driver.ExecerContext).ExecContext(ctx, sql, nil)
		return err
	})
}

// each runs a statement and hands each row of its first result to row, whose
// cells live only as long as the call. It returns the columns, nil for a
// statement that has no result.
func (c *conn) each(ctx context.Context, sql string, row func(cells []driver.Value, types []string) error) (columns []string, err error) {
	err = c.watched(ctx, func(ctx context.Context) error {
		found, err := c.c.(driver.QueryerContext).QueryContext(ctx, sql, nil)
		if err != nil {
			return err
		}
		defer found.Close()
		if columns = found.Columns(); len(columns) == 0 {
			columns = nil
			return nil
		}
		var types []string
		named, _ := found.(driver.RowsColumnTypeDatabaseTypeName)
		for i := range columns {
			types = append(types, named.ColumnTypeDatabaseTypeName(i))
		}
		cells := make([]driver.Value, len(columns))
		for {
			switch err := found.Next(cells); {
			case errors.Is(err, io.EOF):
				return rest(found)
			case err != nil:
				return err
			}
			if err := row(cells, types); err != nil {
				return err
			}
		}
	})
	return columns, err
}

// rest reads further results to their end: an error may stand in one of them.
func rest(found driver.Rows) error {
	more, ok := found.(driver.RowsNextResultSet)
	if !ok {
		return nil
	}
	for more.HasNextResultSet() {
		if err := more.NextResultSet(); err != nil {
			if errors.Is(err, io.EOF) {
				return nil
			}
			return err
		}
		cells := make([]driver.Value, len(found.Columns()))
		for len(cells) > 0 {
			if err := found.Next(cells); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				return err
			}
		}
	}
	return nil
}

// rows runs a query and returns its rows as text, nil for NULL.
func (c *conn) rows(ctx context.Context, sql string) ([][][]byte, error) {
	var out [][][]byte
	_, err := c.each(ctx, sql, func(cells []driver.Value, _ []string) error {
		row := make([][]byte, len(cells))
		for i, v := range cells {
			row[i] = cellText(v)
		}
		out = append(out, row)
		return nil
	})
	return out, err
}

// cellText is a cell as text. Numbers that the driver has read are written
// again, the shortest way that reads as the same number.
func cellText(v driver.Value) []byte {
	switch x := v.(type) {
	case nil:
		return nil
	case []byte:
		return append([]byte{}, x...)
	case int64:
		return strconv.AppendInt(nil, x, 10)
	case uint64:
		return strconv.AppendUint(nil, x, 10)
	case float32:
		return strconv.AppendFloat(nil, float64(x), 'g', -1, 32)
	case float64:
		return strconv.AppendFloat(nil, x, 'g', -1, 64)
	}
	return fmt.Append([]byte{}, v)
}

// A Lost is what ends a verification: the server is gone, or has ended our
// session.
type Lost struct {
	product string
	cause   error
}

// Error says so.
func (l *Lost) Error() string {
	return fmt.Sprintf("the connection to the %s server was lost: %s", l.product, innermost(l.cause))
}

// Unwrap is the driver's error.
func (l *Lost) Unwrap() error { return l.cause }

// innermost is the cause at the bottom: the driver repeats itself on the way up.
func innermost(err error) error {
	for next := errors.Unwrap(err); next != nil; next = errors.Unwrap(err) {
		err = next
	}
	return err
}

// ended reports whether the server's message is about the session and not the
// statement.
func ended(number int) bool {
	switch number {
	case 1053, 1077, 1079, 1152, 1153, 1158, 1159, 1160, 1161, 1184, 1317, 1927, 2006, 2013, 4031:
		return number != 1317
	}
	return false
}
