package litedb

import (
	"context"
	"strings"

	"github.com/mrt-tools/mrt/verifier/internal/shape"
)

// Insert adds rows with foreign keys off: a seed may come before its parent.
func (d *DB) Insert(ctx context.Context, t *shape.Table, columns []string, values [][]any) ([]error, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	d.touch(t.Name)
	q := "INSERT INTO " + quote(t.Name)
	if len(columns) == 0 {
		q += " DEFAULT VALUES"
	} else {
		quoted := make([]string, len(columns))
		for i, c := range columns {
			quoted[i] = quote(c)
		}
		q += " (" + strings.Join(quoted, ", ") + ") VALUES (" + strings.TrimSuffix(strings.Repeat("?, ", len(columns)), ", ") + ")"
	}
	s, err := d.c.prepare(q)
	if err != nil {
		return nil, failure(err, q)
	}
	defer s.close()
	out := make([]error, len(values))
	for i, row := range values {
		if err := s.bind(row); err != nil {
			out[i] = failure(err, q)
		} else if _, err := s.step(); err != nil {
			out[i] = failure(err, q)
		}
		s.reset()
	}
	return out, nil
}

// Force lets rows into a table past its triggers, while it is on.
func (d *DB) Force(t *shape.Table, on bool) bool {
	some := len(t.Extra) > 0
	d.c.triggers(!on || !some)
	return some
}

// same is a condition that the columns equal the values of a row.
func same(columns []string) string {
	parts := make([]string, len(columns))
	for i, c := range columns {
		parts[i] = quote(c) + " IS ?"
	}
	return strings.Join(parts, " AND ")
}

// Update sets one column of some rows.
func (d *DB) Update(ctx context.Context, t *shape.Table, column string, value any, columns []string, match []any) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	d.touch(t.Name)
	q := "UPDATE " + quote(t.Name) + " SET " + quote(column) + " = ? WHERE " + same(columns)
	return asFailure(d.c.exec(q, append([]any{value}, match...)...), q)
}

// Delete removes rows.
func (d *DB) Delete(ctx context.Context, t *shape.Table, columns []string, matches [][]any) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	d.touch(t.Name)
	q := "DELETE FROM " + quote(t.Name) + " WHERE " + same(columns)
	for _, m := range matches {
		if err := d.c.exec(q, m...); err != nil {
			return failure(err, q)
		}
	}
	return nil
}

func asFailure(err error, sql string) error {
	if err == nil {
		return nil
	}
	return failure(err, sql)
}

// Holds evaluates a check over tuples.
func (d *DB) Holds(ctx context.Context, expr string, columns []*shape.Column, tuples [][]any) ([]bool, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	names := make([]string, len(columns))
	for i, c := range columns {
		names[i] = "? AS " + quote(c.Name)
	}
	q := "SELECT (" + expr + ") FROM (SELECT " + strings.Join(names, ", ") + ")"
	s, err := d.c.prepare(q)
	if err != nil {
		return nil, failure(err, q)
	}
	defer s.close()
	out := make([]bool, len(tuples))
	for i, tuple := range tuples {
		if err := s.bind(tuple); err != nil {
			return nil, failure(err, q)
		}
		more, err := s.step()
		if err == nil && more {
			out[i] = holds(s.value(0))
		}
		s.reset()
	}
	return out, nil
}

// holds: a CHECK that is NULL holds; text and reals count as numbers.
func holds(v any) bool {
	switch x := v.(type) {
	case nil:
		return true
	case int64:
		return x != 0
	case float64:
		return x != 0
	}
	return false
}
