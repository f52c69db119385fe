package mydb

import (
	"context"
	"strconv"
	"strings"

	"github.com/mrt-tools/mrt/verifier/internal/live"
	"github.com/mrt-tools/mrt/verifier/internal/shape"
)

// A writer is how rows of ours go in.
type writer struct {
	loose  bool         // rows may come before their parents
	forced *shape.Table // rows go in without its triggers
}

// unreferred lets statements pass that leave references without a parent; it is on
// again with the next look.
const unreferred = "SET SESSION foreign_key_checks = 0"

// Insert adds rows: all at once, and where that fails one by one.
func (d *DB) Insert(ctx context.Context, t *shape.Table, columns []string, values [][]any) (out []error, err error) {
	out = make([]error, len(values))
	if len(values) == 0 {
		return out, nil
	}
	d.wrote(t)
	if err := d.look(ctx); err != nil {
		return nil, err
	}
	if d.forced == t {
		again, err := d.untrigger(ctx, t)
		if err != nil {
			return nil, err
		}
		defer func() {
			if bad := again(); bad != nil && err == nil {
				err = bad
			}
		}()
	}
	quoted, cols := make([]string, len(columns)), make([]*shape.Column, len(columns))
	for i, c := range columns {
		quoted[i], cols[i] = quote(c), t.Column(c)
	}
	head := "INSERT INTO " + quote(t.Name) + " (" + strings.Join(quoted, ", ") + ") VALUES "
	tuples := make([]string, len(values))
	for n, row := range values {
		parts := make([]string, len(row))
		for i, v := range row {
			parts[i] = cell(cols[i], v)
		}
		tuples[n] = "(" + strings.Join(parts, ", ") + ")"
	}
	if transactional(t) {
		err := d.do(ctx, head+strings.Join(tuples, ", "))
		if _, ok := live.AsFailure(err); !ok {
			return out, err
		}
	}
	for n := range values {
		out[n] = d.one(ctx, head+tuples[n])
		if _, ok := live.AsFailure(out[n]); out[n] != nil && !ok {
			return nil, out[n]
		}
	}
	return out, nil
}

// transactional: a statement that fails leaves no row behind.
func transactional(t *shape.Table) bool { return strings.EqualFold(option(t, "engine"), "InnoDB") }

// one inserts one row; one whose parent is still to come is let in where that is
// allowed, and the parent follows.
func (d *DB) one(ctx context.Context, sql string) error {
	err := d.do(ctx, sql)
	if f, ok := live.AsFailure(err); !ok || f.Code != "1452" || !d.loose {
		return err
	}
	if err := d.do(ctx, unreferred); err != nil {
		return err
	}
	err = d.do(ctx, sql)
	if bad := d.look(ctx); bad != nil {
		return bad
	}
	return err
}

// Loose lets rows in whose parents are still to come, while it is on.
func (d *DB) Loose(on bool) { d.loose = on }

// Force lets rows into a table without its triggers, while it is on.
func (d *DB) Force(t *shape.Table, on bool) bool {
	d.forced = nil
	if on && triggered(t) {
		d.forced = t
	}
	return d.forced != nil
}

// untrigger drops the triggers of a table, and returns what makes them again, in
// their order. Why: nothing else keeps a trigger from running.
func (d *DB) untrigger(ctx context.Context, t *shape.Table) (func() error, error) {
	var again []string
	for _, o := range t.Extra {
		if o.Kind != "trigger" {
			continue
		}
		name := quote(strings.TrimPrefix(o.Name, t.Name+"."))
		found, err := d.rows(ctx, "SHOW CREATE TRIGGER "+name)
		if err != nil {
			return nil, err
		}
		row := found[0]
		again = append(again, "SET SESSION sql_mode = "+literal(string(row[1]))+", character_set_client = "+string(row[3])+", collation_connection = "+string(row[4]), string(row[2]))
		if err := d.do(ctx, "DROP TRIGGER "+name); err != nil {
			return nil, err
		}
	}
	ctx = context.WithoutCancel(ctx)
	return func() error {
		for _, sql := range again {
			if err := d.do(ctx, sql); err != nil {
				return err
			}
		}
		if err := d.do(ctx, "SET NAMES utf8mb4"); err != nil {
			return err
		}
		return d.look(ctx)
	}, nil
}

// same is the condition that the columns have these values.
func same(t *shape.Table, columns []string, values []any) string {
	parts := make([]string, 0, len(columns))
	for i, name := range columns {
		if c := t.Column(name); c != nil {
			parts = append(parts, match(c, values[i]))
		}
	}
	return strings.Join(parts, " AND ")
}

// Update sets one column of some rows.
func (d *DB) Update(ctx context.Context, t *shape.Table, column string, value any, columns []string, match []any) error {
	d.wrote(t)
	if err := d.look(ctx); err != nil {
		return err
	}
	return d.do(ctx, "UPDATE "+quote(t.Name)+" SET "+quote(column)+" = "+cell(t.Column(column), value)+d.still(t, column)+" WHERE "+same(t, columns, match))
}

// still keeps the columns as they are that the server would set to the present
// time with each change.
func (d *DB) still(t *shape.Table, column string) string {
	out := ""
	for _, c := range t.Columns {
		for _, a := range c.Extra {
			if a.Name == "on update" && !strings.EqualFold(c.Name, column) {
				out += ", " + quote(c.Name) + " = " + quote(c.Name)
			}
		}
	}
	return out
}

// Delete removes rows. Those that refer to them go with them, in whatever order.
func (d *DB) Delete(ctx context.Context, t *shape.Table, columns []string, matches [][]any) error {
	if len(matches) == 0 {
		return nil
	}
	d.wrote(t)
	if err := d.look(ctx); err != nil {
		return err
	}
	if err := d.do(ctx, unreferred); err != nil {
		return err
	}
	parts := make([]string, len(matches))
	for i, m := range matches {
		parts[i] = "(" + same(t, columns, m) + ")"
	}
	err := d.do(ctx, "DELETE FROM "+quote(t.Name)+" WHERE "+strings.Join(parts, " OR "))
	if bad := d.look(ctx); bad != nil {
		return bad
	}
	return err
}

// Holds evaluates a check over tuples: all in one query, or one by one where a
// value makes it fail.
func (d *DB) Holds(ctx context.Context, expr string, columns []*shape.Column, tuples [][]any) ([]bool, error) {
	if err := d.look(ctx); err != nil {
		return nil, err
	}
	return live.Batched(tuples, func(part [][]any) ([]bool, error) { return d.holds(ctx, expr, columns, part) })
}

func (d *DB) holds(ctx context.Context, expr string, columns []*shape.Column, tuples [][]any) ([]bool, error) {
	parts := make([]string, len(tuples))
	for n, tuple := range tuples {
		cells := []string{strconv.Itoa(n) + " AS `mrt number`"}
		for i, c := range columns {
			cells = append(cells, typed(c, tuple[i])+" AS "+quote(c.Name))
		}
		parts[n] = "SELECT " + strings.Join(cells, ", ")
	}
	found, err := d.rows(ctx, "SELECT `mrt number`, COALESCE(("+served(expr)+"), 1) <> 0 FROM ("+strings.Join(parts, " UNION ALL ")+") x ORDER BY 1")
	if err != nil {
		return nil, err
	}
	out := make([]bool, len(tuples))
	for i, row := range found {
		out[i] = string(row[1]) == "1"
	}
	return out, nil
}
