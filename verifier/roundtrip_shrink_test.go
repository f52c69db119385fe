package verifier

import "slices"

// possible reports whether a database takes such a table: SQLite wants a column that
// is not generated, and what settle takes away must not come back.
func (s *tableSpec) possible() bool {
	names := map[string]bool{}
	for _, c := range s.Columns {
		if names[c.Name] {
			return false
		}
		names[c.Name] = true
	}
	before := len(s.Parts)
	unique := len(s.Primary) == 1 && s.Columns[s.Primary[0]].Unique
	s.settle()
	return !unique && len(s.Parts) == before && slices.ContainsFunc(s.Columns, func(c columnSpec) bool { return c.Computed == "" })
}

// smaller are the tables with one thing less.
func (s *tableSpec) smaller() []*tableSpec {
	var out []*tableSpec
	try := func(change func(*tableSpec)) {
		c := *s
		c.Columns, c.Parts, c.Primary = slices.Clone(s.Columns), nil, slices.Clone(s.Primary)
		for _, p := range s.Parts {
			p.Columns = slices.Clone(p.Columns)
			c.Parts = append(c.Parts, p)
		}
		change(&c)
		out = append(out, &c)
	}
	for i := range s.Parts {
		try(func(c *tableSpec) { c.Parts = slices.Delete(c.Parts, i, i+1) })
	}
	if len(s.Columns) > 1 {
		for i := range s.Columns {
			try(func(c *tableSpec) { c.withoutColumn(i) })
		}
	}
	for i := range s.Primary {
		try(func(c *tableSpec) { c.Primary = slices.Delete(c.Primary, i, i+1) })
	}
	if s.Comment != "" || s.Named || s.Name != "t" {
		try(func(c *tableSpec) { c.Comment = "" })
		try(func(c *tableSpec) { c.Named = false })
		try(func(c *tableSpec) { c.Name = "t" })
	}
	for i, col := range s.Columns {
		for _, plain := range col.plainer() {
			try(func(c *tableSpec) { c.Columns[i] = plain })
		}
	}
	return out
}

func (s *tableSpec) withoutColumn(at int) {
	s.Columns = slices.Delete(s.Columns, at, at+1)
	gone := func(i int) bool { return i == at }
	move := func(list []int) {
		for i, n := range list {
			if n > at {
				list[i] = n - 1
			}
		}
	}
	s.Primary = slices.DeleteFunc(s.Primary, gone)
	move(s.Primary)
	s.Parts = slices.DeleteFunc(s.Parts, func(p partSpec) bool { return slices.ContainsFunc(p.Columns, gone) })
	for _, p := range s.Parts {
		move(p.Columns)
	}
}

// plainer are the columns with one thing less.
func (c columnSpec) plainer() []columnSpec {
	var out []columnSpec
	try := func(on bool, change func(*columnSpec)) {
		if on {
			n := c
			change(&n)
			out = append(out, n)
		}
	}
	try(c.NotNull, func(n *columnSpec) { n.NotNull = false })
	try(c.Default != "", func(n *columnSpec) { n.Default = "" })
	try(c.SQL != "", func(n *columnSpec) { n.SQL = "" })
	try(c.Identity != nil, func(n *columnSpec) { n.Identity = nil })
	try(c.Computed != "", func(n *columnSpec) { n.Computed = "" })
	try(c.Comment != "", func(n *columnSpec) { n.Comment = "" })
	try(c.Unique, func(n *columnSpec) { n.Unique = false })
	try(c.Index, func(n *columnSpec) { n.Index = false })
	try(c.Name != "c", func(n *columnSpec) { n.Name = "c" })
	return out
}

// shrink looks for the smallest table that still fails.
func (s *tableSpec) shrink(fails func(*tableSpec) bool) *tableSpec {
	for range 200 {
		next := slices.IndexFunc(s.smaller(), fails)
		if next < 0 {
			return s
		}
		s = s.smaller()[next]
	}
	return s
}
