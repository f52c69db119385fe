package litedb

import (
	"bytes"
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/verifier/internal/rows"
	"github.com/mrt-tools/mrt/verifier/internal/shape"
)

// A reading is a large table as it was read once, beside its rows as they are
// stored. The same record under the same definition is the same row: a state of the
// table that mostly repeats an earlier one is not read again through SQL, but found
// by comparing bytes.
type reading struct {
	columns string // the definition, from its first parenthesis on
	stored  *records
	rows    [][]any // of each record
	set     *rows.Set
}

// maxReadings is how many readings of a table are kept: before the upgrade and after it.
const maxReadings = 2

// few is which part of a table's rows are read one by one.
const few = 50

// A place is where a table is stored, and how.
type place struct {
	columns, number string // what its rows are found by
	root            int
}

// where finds a table with row numbers; false if it has none that can be asked for.
func (d *DB) where(t *shape.Table) (place, bool, error) {
	if t.Kind != "" {
		return place{}, false, nil
	}
	_, found, err := d.c.query("SELECT sql, rootpage FROM sqlite_master WHERE type = 'table' AND name = ?", t.Name)
	if err != nil || len(found) != 1 {
		return place{}, false, err
	}
	p := place{columns: str(found[0][0])}
	root, _ := found[0][1].(int64)
	p.root = int(root)
	if i := strings.IndexByte(p.columns, '('); i >= 0 {
		p.columns = p.columns[i:]
	}
	for _, name := range []string{"rowid", "_rowid_", "oid"} {
		if t.Column(name) == nil {
			p.number = name
		}
	}
	return p, p.number != "" && !strings.Contains(strings.ToLower(p.columns), "without"), nil
}

// stored are the records of a table, nil where they cannot be read.
func (d *DB) stored(p place, rows int) (*records, error) {
	file, err := d.c.serialize()
	if err != nil {
		return nil, err
	}
	defer file.free()
	f := &forest{file: file.bytes()}
	if r, ok := f.table(p.root, rows); ok {
		return r, nil
	}
	return nil, nil
}

// known finds the state of a table among its readings; nil if it is not near any.
func (d *DB) known(t *shape.Table, p place) (*rows.Set, error) {
	list := d.readings[fold(t.Name)]
	if !slices.ContainsFunc(list, func(r *reading) bool { return r.columns == p.columns }) {
		return nil, nil
	}
	now, err := d.stored(p, len(list[0].rows))
	if now == nil {
		return nil, err
	}
	var best *reading
	var others []int
	for _, r := range list {
		if r.columns != p.columns {
			continue
		}
		if diff, ok := r.unlike(now); ok && (best == nil || len(diff) < len(others)) {
			best, others = r, diff
		}
	}
	switch {
	case best == nil:
		return nil, nil
	case len(others) == 0 && len(now.ids) == len(best.rows):
		return best.set, nil
	}
	return d.patched(t, p, best, now, others)
}

// unlike are the places of rows in now that are not as in the reading; false if
// those are too many.
func (r *reading) unlike(now *records) ([]int, bool) {
	var out []int
	limit := len(now.ids)/few + 16
	i := 0
	for n, id := range now.ids {
		for i < len(r.stored.ids) && r.stored.ids[i] < id {
			i++
		}
		if i < len(r.stored.ids) && r.stored.ids[i] == id && bytes.Equal(r.stored.record(i), now.record(n)) {
			continue
		}
		if out = append(out, n); len(out) > limit {
			return nil, false
		}
	}
	return out, true
}

// patched makes a state of a reading and the rows that it does not have.
func (d *DB) patched(t *shape.Table, p place, r *reading, now *records, others []int) (*rows.Set, error) {
	set := &rows.Set{Columns: r.set.Columns, Key: r.set.Key, Rows: make([][]any, 0, len(now.ids))}
	s, err := d.c.prepare(selectAll(t) + " WHERE " + p.number + " = ?")
	if err != nil {
		return nil, err
	}
	defer s.close()
	i := 0
	for n, id := range now.ids {
		if len(others) == 0 || others[0] != n {
			for r.stored.ids[i] != id {
				i++
			}
			set.Rows = append(set.Rows, r.rows[i])
			continue
		}
		others = others[1:]
		if err := s.bind([]any{id}); err != nil {
			return nil, err
		}
		more, err := s.step()
		if err != nil {
			return nil, err
		}
		if more {
			set.Rows = append(set.Rows, s.row())
		}
		s.reset()
	}
	set.Order()
	return set, nil
}

// remember keeps a reading of a large table, whose rows stand as they are stored.
func (d *DB) remember(t *shape.Table, p place, set *rows.Set) error {
	now, err := d.stored(p, len(set.Rows))
	if now == nil || len(now.ids) != len(set.Rows) {
		return err
	}
	r := &reading{columns: p.columns, stored: now, rows: slices.Clone(set.Rows), set: set}
	list := append([]*reading{r}, d.readings[fold(t.Name)]...)
	d.readings[fold(t.Name)] = list[:min(len(list), maxReadings)]
	return nil
}
