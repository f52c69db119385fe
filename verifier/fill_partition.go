package verifier

import (
	"slices"
	"sort"
	"strings"

	"github.com/mrt-tools/mrt/verifier/internal/live"
	"github.com/mrt-tools/mrt/verifier/internal/rows"
	"github.com/mrt-tools/mrt/verifier/internal/shape"
)

// leaves are the tables that hold the rows of a partitioned table, at any depth.
func leaves(c *shape.Catalog, key string) []string {
	if t := c.Tables[key]; t == nil || t.Kind != "partitioned table" {
		return nil
	}
	var out []string
	for part, t := range c.Tables {
		if part == key || !slices.ContainsFunc(t.Options, func(a shape.Attr) bool {
			return a.Name == "inherits" && slices.Contains(strings.Split(a.Value, ", "), key)
		}) {
			continue
		}
		if t.Fillable() {
			out = append(out, part)
		} else {
			out = append(out, leaves(c, part)...)
		}
	}
	sort.Strings(out)
	return out
}

// rowsOf are the rows of a table; those of a partitioned one are in its partitions.
func rowsOf(s *live.State, key string) *rows.Set {
	if set := s.Rows[key]; set != nil {
		return set
	}
	var out *rows.Set
	for _, part := range leaves(s.Catalog, key) {
		set := s.Rows[part]
		if set == nil {
			continue
		}
		if out == nil {
			out = &rows.Set{Columns: set.Columns, Key: set.Key}
		}
		for _, row := range set.Rows {
			out.Rows = append(out.Rows, pick(set, row, out.Columns))
		}
	}
	return out
}
