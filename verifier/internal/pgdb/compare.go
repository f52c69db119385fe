package pgdb

import (
	"context"
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/verifier/internal/rows"
	"github.com/mrt-tools/mrt/verifier/internal/shape"
)

// A comparison makes the state of a table from an old one.
type comparison struct {
	t       *shape.Table
	old     *rows.Set
	from    []int            // for each column, which one of old it is; -1 for none
	key     []int            // the columns of the key
	written map[string][]any // rows by others than those of old, by key
	fresh   [][]any          // for each row of old, what is in the columns that it does not have
}

// keyed reports whether the rows can be told apart, then as now.
func (c *comparison) keyed() bool {
	key := c.t.RowKey()
	if len(key) == 0 || !slices.Equal(key, c.old.Key) {
		return false
	}
	c.key = nil
	for _, k := range key {
		i := slices.IndexFunc(c.t.Columns, func(col *shape.Column) bool { return col.Name == k })
		if i < 0 || c.from[i] < 0 {
			return false
		}
		c.key = append(c.key, i)
	}
	return true
}

// others reads the rows that are not by the writers, and returns all writers.
func (d *DB) others(ctx context.Context, c *comparison, by writers) (writers, error) {
	found, err := d.rows(ctx, "SELECT "+columnList(c.t)+", xmin FROM "+only(c.t)+" WHERE "+by.not())
	if err != nil {
		return nil, err
	}
	c.written = make(map[string][]any, len(found))
	all := slices.Clone(by)
	for _, cells := range found {
		row := make([]any, len(c.t.Columns))
		for i := range row {
			if cells[i] != nil {
				row[i] = string(cells[i])
			}
		}
		c.written[c.name(row, c.key)] = row
		all = all.with(cells[len(row)])
	}
	return all, nil
}

// name is the key of a row as one text.
func (c *comparison) name(row []any, at []int) string {
	parts := make([]string, len(at))
	for n, i := range at {
		parts[n], _ = row[i].(string)
	}
	return strings.Join(parts, "\x00")
}

// before are the columns of the key in old.
func (c *comparison) before() []int {
	out := make([]int, len(c.key))
	for n, i := range c.key {
		out[n] = c.from[i]
	}
	return out
}

// inserted is how many of the written rows have a key that no old row has.
func (c *comparison) inserted() int {
	n, at := len(c.written), c.before()
	if n == 0 {
		return 0
	}
	for _, row := range c.old.Rows {
		if c.written[c.name(row, at)] != nil {
			n--
		}
	}
	return n
}

// columns reads what is in the columns that old does not have, if there are any.
func (d *DB) columns(ctx context.Context, c *comparison) error {
	var fresh []*shape.Column
	for i, col := range c.t.Columns {
		if c.from[i] < 0 {
			fresh = append(fresh, col)
		}
	}
	if len(fresh) == 0 {
		return nil
	}
	part := &shape.Table{Schema: c.t.Schema, Name: c.t.Name, Options: c.t.Options, Rules: c.t.Rules}
	for _, i := range c.key {
		part.Columns = append(part.Columns, c.t.Columns[i])
	}
	part.Columns = append(part.Columns, fresh...)
	place := make(map[string]int, len(c.old.Rows))
	at := c.before()
	for n, row := range c.old.Rows {
		place[c.name(row, at)] = n
	}
	c.fresh = make([][]any, len(c.old.Rows))
	last := make([]any, len(fresh))
	r := d.c.Exec(ctx, "SELECT "+columnList(part)+" FROM "+only(part))
	for r.NextResult() {
		one := r.ResultReader()
		for one.NextRow() {
			cells := one.Values()
			n, known := place[joined(cells[:len(c.key)])]
			if !known {
				continue // written by others
			}
			c.fresh[n] = repeated(cells[len(c.key):], &last)
		}
		if _, err := one.Close(); err != nil {
			_ = r.Close()
			return d.failure(ctx, err, "rows")
		}
	}
	if err := r.Close(); err != nil {
		return d.failure(ctx, err, "rows")
	}
	return nil
}

func joined(cells [][]byte) string {
	if len(cells) == 1 {
		return string(cells[0])
	}
	parts := make([]string, len(cells))
	for i, b := range cells {
		parts[i] = string(b)
	}
	return strings.Join(parts, "\x00")
}

// repeated are cells as values: the last ones where they are the same.
func repeated(cells [][]byte, last *[]any) []any {
	same := true
	for i, b := range cells {
		text, ok := (*last)[i].(string)
		same = same && (b == nil && (*last)[i] == nil || b != nil && ok && text == string(b))
	}
	if same {
		return *last
	}
	out := make([]any, len(cells))
	for i, b := range cells {
		if b != nil {
			out[i] = string(b)
		}
	}
	*last = out
	return out
}

// set is the new state, nil if a row of it was not found; whole says that it has the
// columns of the old one.
func (c *comparison) set(whole bool) *rows.Set {
	out := &rows.Set{Key: c.t.RowKey(), Rows: make([][]any, 0, len(c.old.Rows)+len(c.written))}
	for _, col := range c.t.Columns {
		out.Columns = append(out.Columns, col.Name)
	}
	at := c.before()
	for n, row := range c.old.Rows {
		if len(c.written) > 0 {
			name := c.name(row, at)
			if now := c.written[name]; now != nil {
				out.Rows = append(out.Rows, now)
				delete(c.written, name)
				continue
			}
		}
		if !whole {
			if row = c.row(n, row); row == nil {
				return nil
			}
		}
		out.Rows = append(out.Rows, row)
	}
	for _, row := range c.written {
		out.Rows = append(out.Rows, row)
	}
	out.Order()
	return out
}

// row is the n-th old row in the columns of now; nil if those were not read.
func (c *comparison) row(n int, was []any) []any {
	row := make([]any, len(c.from))
	next := 0
	for i, j := range c.from {
		switch {
		case j >= 0:
			row[i] = was[j]
		case c.fresh[n] == nil:
			return nil
		default:
			row[i] = c.fresh[n][next]
			next++
		}
	}
	return row
}
