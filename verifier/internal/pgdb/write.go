package pgdb

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/mrt-tools/mrt/verifier/internal/live"
	"github.com/mrt-tools/mrt/verifier/internal/shape"
)

func tableName(t *shape.Table) string {
	schema := t.Schema
	if schema == "" {
		schema = "public"
	}
	return quote(schema) + "." + quote(t.Name)
}

// lit writes a value as an untyped literal: the column decides what it is.
func lit(v any) string {
	b := text(v)
	if b == nil {
		return "NULL"
	}
	return literal(string(b))
}

// try runs a statement in a savepoint of its own.
func (d *DB) try(ctx context.Context, sql string) error {
	if err := d.begin(ctx); err != nil {
		return err
	}
	if d.commits && d.c.TxStatus() == 'I' {
		return d.do(ctx, sql)
	}
	if err := d.do(ctx, "SAVEPOINT mrt_try"); err != nil {
		return err
	}
	err := d.do(ctx, sql)
	if err != nil {
		if back := d.do(ctx, "ROLLBACK TO SAVEPOINT mrt_try"); back != nil {
			return back
		}
	}
	if done := d.do(ctx, "RELEASE SAVEPOINT mrt_try"); done != nil {
		return done
	}
	return err
}

// Insert adds rows: many at once, and where that fails one by one.
func (d *DB) Insert(ctx context.Context, t *shape.Table, columns []string, values [][]any) ([]error, error) {
	d.wrote(t)
	out := make([]error, len(values))
	if len(values) == 0 {
		return out, nil
	}
	head := "INSERT INTO " + tableName(t)
	if len(columns) > 0 {
		quoted := make([]string, len(columns))
		for i, c := range columns {
			quoted[i] = quote(c)
		}
		head += " (" + strings.Join(quoted, ", ") + ")"
		if always(t, columns) {
			head += " OVERRIDING SYSTEM VALUE"
		}
	}
	if len(values) > together && len(columns) > 0 && d.forced != t {
		copied, err := d.copyIn(ctx, t, columns, values)
		if err != nil {
			return nil, err
		}
		if copied {
			return out, d.advance(ctx, t)
		}
	}
	for from := 0; from < len(values); from += together {
		to := min(from+together, len(values))
		if err := d.insertSome(ctx, t, head, len(columns) > 0, values[from:to], out[from:to]); err != nil {
			return nil, err
		}
	}
	return out, d.advance(ctx, t)
}

// copyIn adds many rows by COPY, which takes a third of the time; false if the
// database refuses one of them, and then none is in.
func (d *DB) copyIn(ctx context.Context, t *shape.Table, columns []string, values [][]any) (bool, error) {
	quoted := make([]string, len(columns))
	for i, c := range columns {
		quoted[i] = quote(c)
	}
	if settling(t) != "" {
		return false, nil // to be asked about the rows one by one
	}
	sql := "COPY " + tableName(t) + " (" + strings.Join(quoted, ", ") + ") FROM STDIN"
	if err := d.begin(ctx); err != nil {
		return false, err
	}
	if d.c.TxStatus() == 'I' {
		return false, nil
	}
	if err := d.do(ctx, "SAVEPOINT mrt_copy"); err != nil {
		return false, err
	}
	_, err := d.c.CopyFrom(ctx, &copyRows{values: values}, sql)
	if err != nil {
		if _, theirs := live.AsFailure(d.failure(ctx, err, sql)); !theirs {
			return false, d.failure(ctx, err, sql)
		}
		return false, d.do(ctx, "ROLLBACK TO SAVEPOINT mrt_copy; RELEASE SAVEPOINT mrt_copy")
	}
	return true, d.do(ctx, "RELEASE SAVEPOINT mrt_copy")
}

// copyRows writes rows in COPY's text format, as they are read.
type copyRows struct {
	values [][]any
	ready  []byte
}

// Read implements io.Reader.
func (c *copyRows) Read(p []byte) (int, error) {
	for len(c.ready) < len(p) && len(c.values) > 0 {
		for i, v := range c.values[0] {
			if i > 0 {
				c.ready = append(c.ready, '\t')
			}
			b := text(v)
			if b == nil {
				c.ready = append(c.ready, `\N`...)
				continue
			}
			for _, x := range b {
				if at := strings.IndexByte("\\\t\n\r", x); at >= 0 {
					c.ready = append(c.ready, '\\', "\\tnr"[at])
				} else {
					c.ready = append(c.ready, x)
				}
			}
		}
		c.ready = append(c.ready, '\n')
		c.values = c.values[1:]
	}
	if len(c.ready) == 0 {
		return 0, io.EOF
	}
	n := copy(p, c.ready)
	c.ready = c.ready[:copy(c.ready, c.ready[n:])]
	return n, nil
}

// together is how many rows one statement adds.
const together = 500

// insertSome adds rows, with one error for each that is refused.
func (d *DB) insertSome(ctx context.Context, t *shape.Table, head string, named bool, values [][]any, out []error) error {
	tuples := make([]string, len(values))
	for n, row := range values {
		parts := make([]string, len(row))
		for i, v := range row {
			parts[i] = lit(v)
		}
		tuples[n] = "(" + strings.Join(parts, ", ") + ")"
	}
	if named && d.forced != t {
		err := d.try(ctx, head+" VALUES "+strings.Join(tuples, ", ")+settling(t))
		if err == nil {
			return nil
		}
		if _, ok := live.AsFailure(err); !ok {
			return err
		}
	}
	for n := range values {
		sql := head + " VALUES " + tuples[n]
		if !named {
			sql = head + " DEFAULT VALUES"
		}
		out[n] = d.one(ctx, t, sql)
		if _, ok := live.AsFailure(out[n]); out[n] != nil && !ok {
			return out[n]
		}
	}
	return nil
}

// advance moves the sequences behind numbered columns past the numbers in use,
// where they would be had the rows been written by an application.
func (d *DB) advance(ctx context.Context, t *shape.Table) error {
	for _, c := range t.Columns {
		seq := ""
		switch {
		case c.Identity != "":
			seq = "pg_get_serial_sequence(" + literal(tableName(t)) + ", " + literal(c.Name) + ")"
		case c.Serial:
			if _, rest, ok := strings.Cut(c.Default, "'"); ok {
				name, _, _ := strings.Cut(rest, "'")
				seq = "'" + name + "'"
			}
		}
		if seq == "" {
			continue
		}
		sql := fmt.Sprintf("SELECT setval(%s, m) FROM (SELECT max(%s) AS m FROM %s) x WHERE m > coalesce(pg_sequence_last_value((%s)::regclass), 0)", seq, quote(c.Name), tableName(t), seq)
		err := d.try(ctx, sql)
		if _, ok := live.AsFailure(err); err != nil && !ok {
			return err
		}
	}
	return nil
}

// one inserts one row. A row whose parent is still to come is let in where we may
// switch the checks off; the parent follows.
func (d *DB) one(ctx context.Context, t *shape.Table, sql string) error {
	if d.forced == t {
		return d.unchecked(ctx, sql)
	}
	err := d.try(ctx, sql+settling(t))
	if f, ok := live.AsFailure(err); ok && f.Code == "23503" && d.super && d.loose {
		return d.unchecked(ctx, sql)
	}
	return err
}

// settling has the constraint triggers of a table look at once at what was written,
// which would wait for a commit that cannot be refused any more; "" if it has none.
func settling(t *shape.Table) string {
	var names []string
	for _, x := range t.Extra {
		if x.Kind != "trigger" {
			continue
		}
		for _, a := range x.Attrs {
			if a.Name == "definition" && strings.HasPrefix(a.Value, "CREATE CONSTRAINT TRIGGER") && strings.Contains(a.Value, " INITIALLY DEFERRED") {
				names = append(names, quote(cmp.Or(t.Schema, "public"))+"."+quote(x.Name))
			}
		}
	}
	if len(names) == 0 {
		return ""
	}
	list := strings.Join(names, ", ")
	return "; SET CONSTRAINTS " + list + " IMMEDIATE; SET CONSTRAINTS " + list + " DEFERRED"
}

// unchecked runs a statement without triggers, those of foreign keys among them,
// and without rules.
func (d *DB) unchecked(ctx context.Context, sql string) error {
	return d.try(ctx, "SET LOCAL session_replication_role = replica; "+sql+"; SET LOCAL session_replication_role = origin")
}

// Force lets rows into a table past its triggers and rules, while it is on.
func (d *DB) Force(t *shape.Table, on bool) bool {
	d.forced = nil
	if on && d.super && runsCode(t) {
		d.forced = t
	}
	return d.forced != nil
}

// always reports whether one of the columns has numbers that the database gives.
func always(t *shape.Table, columns []string) bool {
	for _, n := range columns {
		if c := t.Column(n); c != nil && c.Identity == "always" {
			return true
		}
	}
	return false
}

// Loose lets rows in whose parents are still to come, while it is on.
func (d *DB) Loose(on bool) { d.loose = on }

func (d *DB) wrote(t *shape.Table) { d.dirty[t.Name] = true }

// same is a condition that the columns have these values, as texts. That of a key
// is also said in the way in which the server finds it by the key's index.
func same(t *shape.Table, columns []string, match []any) string {
	var parts []string
	indexed := len(columns) > 0 && slices.Equal(columns, t.RowKey())
	for i, c := range columns {
		if indexed && match[i] != nil {
			parts = append(parts, quote(c)+" = "+lit(match[i]))
		}
		parts = append(parts, quote(c)+"::text IS NOT DISTINCT FROM "+lit(match[i]))
	}
	return strings.Join(parts, " AND ")
}

// Update sets one column of some rows.
func (d *DB) Update(ctx context.Context, t *shape.Table, column string, value any, columns []string, match []any) error {
	d.wrote(t)
	return d.try(ctx, "UPDATE "+tableName(t)+" SET "+quote(column)+" = "+lit(value)+" WHERE "+same(t, columns, match)+settling(t))
}

// Delete removes rows.
func (d *DB) Delete(ctx context.Context, t *shape.Table, columns []string, matches [][]any) error {
	d.wrote(t)
	if len(matches) == 0 {
		return nil
	}
	parts := make([]string, len(matches))
	for i, m := range matches {
		parts[i] = "(" + same(t, columns, m) + ")"
	}
	return d.try(ctx, "DELETE FROM "+tableName(t)+" WHERE "+strings.Join(parts, " OR "))
}

// Holds evaluates a check over tuples: all in one query, or one by one where a
// value makes it fail.
func (d *DB) Holds(ctx context.Context, expr string, columns []*shape.Column, tuples [][]any) ([]bool, error) {
	if err := d.begin(ctx); err != nil {
		return nil, err
	}
	return live.Batched(tuples, func(part [][]any) ([]bool, error) { return d.holds(ctx, expr, columns, part) })
}

func (d *DB) holds(ctx context.Context, expr string, columns []*shape.Column, tuples [][]any) ([]bool, error) {
	names := []string{`"mrt number"`}
	for _, c := range columns {
		names = append(names, quote(c.Name))
	}
	parts := make([]string, len(tuples))
	for n, tuple := range tuples {
		cells := []string{strconv.Itoa(n)}
		for i, c := range columns {
			cell := lit(tuple[i])
			if c.Cast != "" {
				cell += "::" + c.Cast
			}
			cells = append(cells, cell)
		}
		parts[n] = "(" + strings.Join(cells, ", ") + ")"
	}
	query := fmt.Sprintf("SELECT \"mrt number\", coalesce((%s), true) FROM (VALUES %s) x (%s) ORDER BY 1", expr, strings.Join(parts, ", "), strings.Join(names, ", "))
	var found [][][]byte
	err := d.guarded(ctx, func() error {
		var err error
		found, err = d.rows(ctx, query)
		return err
	})
	if err != nil {
		return nil, err
	}
	out := make([]bool, len(tuples))
	for i, row := range found {
		out[i] = string(row[1]) == "t"
	}
	return out, nil
}

// guarded runs queries of ours in a savepoint, if a transaction is open.
func (d *DB) guarded(ctx context.Context, f func() error) error {
	if d.c.TxStatus() == 'I' {
		return f()
	}
	if err := d.do(ctx, "SAVEPOINT mrt_try"); err != nil {
		return err
	}
	err := f()
	end := "RELEASE SAVEPOINT mrt_try"
	if err != nil {
		end = "ROLLBACK TO SAVEPOINT mrt_try; " + end
	}
	if done := d.do(ctx, end); done != nil {
		return done
	}
	return err
}
