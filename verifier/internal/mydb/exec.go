package mydb

import (
	"context"
	"database/sql/driver"
	"errors"
	"strconv"

	"github.com/mrt-tools/mrt/verifier/internal/live"
	"github.com/mrt-tools/mrt/verifier/internal/sqltok"
)

// Exec runs one statement of a migration.
func (d *DB) Exec(ctx context.Context, sql string, args []any) (*live.Answer, error) {
	tokens := sqltok.MySQL(sql)
	if err := d.guard(tokens); err != nil {
		return nil, err
	}
	d.note(tokens)
	sql, err := bind(sql, tokens, args)
	if err != nil {
		return nil, err
	}
	a := &live.Answer{RowsAffected: -1}
	c := d.run
	if c == nil {
		return nil, errors.New("a statement of a migration without a connection")
	}
	if d.gauge != nil && d.granted(ctx, sql, tokens) {
		return a, nil
	}
	a.Columns, err = c.each(ctx, sql, func(cells []driver.Value, types []string) error {
		row := make([]any, len(cells))
		for i, v := range cells {
			row[i] = decode(v, types[i])
		}
		a.Rows = append(a.Rows, row)
		return nil
	})
	if err != nil {
		return nil, d.failure(ctx, err, sql)
	}
	if a.Columns != nil || !counted(tokens) {
		return a, nil
	}
	return a, d.count(ctx, c, a)
}

// counted reports whether a script may ask how many rows a statement was about.
func counted(tokens []sqltok.Token) bool {
	return sqltok.Begins(tokens, "insert|update|delete|replace|with|load|execute|call")
}

// count asks how many rows the last statement was about, and which number the
// first new one has: the driver does not tell of a statement that may return rows.
func (d *DB) count(ctx context.Context, c *conn, a *live.Answer) error {
	found, err := c.rows(ctx, "SELECT ROW_COUNT(), LAST_INSERT_ID()")
	if err != nil {
		return d.failure(ctx, err, "ROW_COUNT")
	}
	a.RowsAffected, _ = strconv.ParseInt(string(found[0][0]), 10, 64)
	a.LastInsertID, _ = strconv.ParseInt(string(found[0][1]), 10, 64)
	return nil
}
