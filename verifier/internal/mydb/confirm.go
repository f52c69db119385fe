package mydb

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/mrt-tools/mrt/verifier/internal/live"
	"github.com/mrt-tools/mrt/verifier/internal/rows"
	"github.com/mrt-tools/mrt/verifier/internal/shape"
)

// confirm compares a state that was read in parts with one that is read whole: for
// tests.
func (d *DB) confirm(ctx context.Context, s *live.State) error {
	kept := d.knowledge
	d.knowledge = unknown()
	whole, err := d.read(ctx)
	d.knowledge = kept
	if err != nil {
		return err
	}
	if diff := shape.Diff(whole.Catalog, s.Catalog); len(diff) > 0 {
		return fmt.Errorf("a narrow reading of the catalog differs: %s", diff[0].String())
	}
	for key, t := range whole.Catalog.Tables {
		now := s.Catalog.Tables[key]
		if !slices.EqualFunc(t.Columns, now.Columns, func(a, b *shape.Column) bool { return a.Name == b.Name }) {
			return fmt.Errorf("a narrow reading of the catalog differs in the order of the columns of table %s", key)
		}
		if d := rows.Compare(whole.Rows[key], s.Rows[key]); !d.Empty() {
			return fmt.Errorf("a narrow reading of the rows of table %s differs: %d lost, %d left, %d changed", key, len(d.Lost), len(d.Left), len(d.Changed))
		}
	}
	if !maps.Equal(whole.Counters, s.Counters) {
		return fmt.Errorf("a narrow reading differs in where numbers stand: %v, whole %v", s.Counters, whole.Counters)
	}
	return nil
}
