package pgdb

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/mrt-tools/mrt/verifier/internal/live"
	"github.com/mrt-tools/mrt/verifier/internal/rows"
	"github.com/mrt-tools/mrt/verifier/internal/shape"
)

// An anchor is what the rows of a large table are known by. PostgreSQL never changes
// a row in its place: it writes another version, whose xmin is the transaction that
// did so. Each run and each statement of ours is a transaction or a subtransaction
// of its own, which is over when the rows are read. So rows by one of the writers, in
// the same file, are those that were read, in all columns that are still the same
// ones; what has to be read are the rows of others.
type anchor struct {
	file    string            // the relation and the file that it stands in
	columns map[string]string // by name: which column that is, and its type
	by      writers
}

// writers are transactions.
type writers []string

// maxWriters bounds how many writers a table is known by.
const maxWriters = 50

// with adds one, unless it is among them.
func (w writers) with(id []byte) writers {
	for i := len(w) - 1; i >= 0; i-- {
		if w[i] == string(id) {
			return w
		}
	}
	if len(w) > maxWriters {
		return w
	}
	return append(w, string(id))
}

// not is the condition that a row is of nobody among them.
func (w writers) not() string { return "NOT xmin = ANY ('{" + strings.Join(w, ",") + "}'::xid[])" }

// grown reports whether a table may be a large one.
func (d *DB) grown(key string) bool {
	return d.base != nil && d.base.Rows[key] != nil && len(d.base.Rows[key].Rows) >= rows.Seedling && d.base.Catalog.Tables[key].Kind == ""
}

// anchor reads what a table is known by.
func (d *DB) anchor(ctx context.Context, t *shape.Table, by writers) (*anchor, error) {
	if len(by) > maxWriters {
		return nil, nil
	}
	found, err := d.rows(ctx, "SELECT c.oid || ' ' || c.relfilenode || ' ' || c.reltablespace, a.attname, a.attnum || ' ' || a.atttypid || ' ' || a.atttypmod || ' ' || a.attcollation FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid WHERE c.oid = "+
		literal(tableName(t))+"::regclass AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped")
	if err != nil || len(found) == 0 {
		return nil, err
	}
	a := &anchor{file: string(found[0][0]), columns: map[string]string{}, by: by}
	for _, row := range found {
		a.columns[string(row[1])] = string(row[2])
	}
	return a, nil
}

// spared makes the states of large tables that have hardly changed, and returns the
// keys that are to be read in full, and what the tables are known by that are not.
func (d *DB) spared(ctx context.Context, s *live.State, keys []string) ([]string, map[string]*anchor, error) {
	anchors := map[string]*anchor{}
	for key, a := range d.anchors {
		if s.Rows[key] != nil {
			anchors[key] = a
		}
	}
	if d.full || d.base == nil {
		return keys, anchors, nil
	}
	var rest []string
	for _, key := range keys {
		was, t := d.anchors[key], s.Catalog.Tables[key]
		if was == nil || t.Kind != "" {
			rest = append(rest, key)
			continue
		}
		set, is, err := d.delta(ctx, t, was, d.base.Rows[key])
		if err != nil {
			return nil, nil, err
		}
		if set == nil {
			rest = append(rest, key)
			continue
		}
		s.Rows[key], anchors[key] = set, is
	}
	if d.paranoid {
		return rest, anchors, d.doubt(ctx, s, keys, anchors)
	}
	return rest, anchors, nil
}

// doubt compares what was spared with a reading of everything: for tests.
func (d *DB) doubt(ctx context.Context, s *live.State, keys []string, anchors map[string]*anchor) error {
	for _, key := range keys {
		if anchors[key] == nil {
			continue
		}
		whole := &live.State{Catalog: s.Catalog, Rows: map[string]*rows.Set{}}
		t := s.Catalog.Tables[key]
		if _, err := d.stream(ctx, whole, []string{key}, "SELECT "+columnList(t)+" FROM "+only(t)); err != nil {
			return d.failure(ctx, err, "rows")
		}
		if !rows.Identical(whole.Rows[key], s.Rows[key]) {
			return fmt.Errorf("the rows of table %s are others than those that were not read again", key)
		}
	}
	return nil
}

// delta makes the state of a table from an earlier one and the rows that others wrote
// since; nil if that cannot be done, or is not worth while.
func (d *DB) delta(ctx context.Context, t *shape.Table, was *anchor, old *rows.Set) (*rows.Set, *anchor, error) {
	is, err := d.anchor(ctx, t, was.by)
	if err != nil || is == nil || is.file != was.file {
		return nil, nil, err
	}
	found, err := d.rows(ctx, "SELECT count(*), count(*) FILTER (WHERE "+was.by.not()+") FROM "+only(t))
	if err != nil {
		return nil, nil, err
	}
	total, _ := strconv.Atoi(string(found[0][0]))
	changed, _ := strconv.Atoi(string(found[0][1]))
	c := &comparison{t: t, old: old, from: make([]int, len(t.Columns))}
	whole := len(old.Columns) == len(t.Columns)
	for i, col := range t.Columns {
		c.from[i] = -1
		if was.columns[col.Name] == is.columns[col.Name] && plainText(col.Type) && !strings.HasSuffix(col.Generated, "virtual") {
			c.from[i] = slices.Index(old.Columns, col.Name)
		}
		whole = whole && c.from[i] == i
	}
	switch {
	case whole && changed == 0 && total == len(old.Rows):
		return old, is, nil
	case !c.keyed() || changed > total/20+16 || total < rows.Large:
		return nil, nil, nil
	}
	if changed > 0 {
		if is.by, err = d.others(ctx, c, was.by); err != nil || len(is.by) > maxWriters {
			return nil, nil, err
		}
	}
	if total != len(old.Rows)+c.inserted() {
		return nil, nil, nil // rows are gone, and nothing tells which
	}
	if !whole {
		if err := d.columns(ctx, c); err != nil {
			return nil, nil, err
		}
	}
	return c.set(whole), is, nil
}
