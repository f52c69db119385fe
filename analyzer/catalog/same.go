package catalog

import (
	"maps"
	"slices"

	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// Same reports whether a statement does to s what it did to an earlier state,
// before: all that statements look at is the same in both, rows included. It
// may answer false where that is so; two states that are the same have no
// differences.
//
// Why: most downgrades give the very state back, and then neither its parts
// need to be compared nor the upgrade made a second time.
func (s *State) Same(before *State) bool {
	if s.world != before.world || !s.world.Closed() || s.tables.base != before.tables.base {
		return false
	}
	if s.Tainted != before.Tainted || s.RowsTainted != before.RowsTainted || s.ForeignKeys != before.ForeignKeys || s.salted != before.salted {
		return false
	}
	return sameAt(&s.objects, &before.objects, func(x, y *Object) bool { return x == y }) &&
		sameAt(&s.grants, &before.grants, equalTo[bool]) &&
		sameAt(&s.settings, &before.settings, equalTo[string]) &&
		sameAt(&s.counters, &before.counters, equalTo[int]) &&
		sameAt(&s.gone, &before.gone, s.sameGone) &&
		sameAt(&s.tables, &before.tables, (*Table).same)
}

func equalTo[V comparable](x, y V) bool { return x == y }

// sameGone compares whether something was dropped. As long as nothing is assumed
// of the database, what was not made and what is gone are both not there. Only
// SQLite's views tell: they may speak of a table that was never made.
func (s *State) sameGone(now, then bool) bool {
	return now == then || now && (s.Dialect != sqlread.SQLite || s.objects.empty())
}

// sameAt compares two maps with one base.
func sameAt[V comparable](a, b *layered[V], same func(x, y V) bool) bool {
	if a.base != b.base {
		return false
	}
	if a.own == b.own {
		return true
	}
	equal := func(e *trieLeaf[V]) bool { return same(a.get(e.key), b.get(e.key)) }
	return a.own.each(equal) && b.own.each(equal)
}

// same reports whether two tables are the same in all that statements look at,
// in the order of their parts.
func (t *Table) same(u *Table) bool {
	if t == u {
		return true
	}
	if t == nil || u == nil || t.Open || u.Open || len(t.gone)+len(u.gone) > 0 {
		return false
	}
	return t.Name == u.Name && t.New == u.New && t.Partition == u.Partition && t.counter == u.counter &&
		slices.EqualFunc(t.Columns, u.Columns, (*Column).identical) && slices.EqualFunc(t.Constraints, u.Constraints, (*Constraint).identical) &&
		slices.Equal(t.Indexes, u.Indexes) && maps.Equal(t.Parts, u.Parts) && maps.Equal(t.Options, u.Options) &&
		slices.EqualFunc(t.Rows, u.Rows, (*Row).identical)
}

// identical is same with what is not compared for differences. Default and
// generation are read from their texts.
func (c *Column) identical(e *Column) bool {
	return c == e || c.Name == e.Name && c.same(e) && c.seq == e.seq && c.owned == e.owned && c.Open == e.Open &&
		(c.def == nil) == (e.def == nil) && (c.gen == nil) == (e.gen == nil)
}

// identical is same with what is not compared for differences.
func (c *Constraint) identical(e *Constraint) bool {
	return c == e || c.Name == e.Name && c.same(e) && c.Open == e.Open && c.UsingIndex == e.UsingIndex && c.Inline == e.Inline &&
		(c.Expr == nil) == (e.Expr == nil)
}

// identical reports whether two rows are there for certain, and have the same
// contents from the same cells.
func (r *Row) identical(q *Row) bool {
	if r.Maybe || q.Maybe {
		return false
	}
	return r == q || r.Seed == q.Seed && slices.EqualFunc(r.Cells, q.Cells, Value.identical)
}

// identical reports whether two values are equal, and come from the same cell.
func (v Value) identical(w Value) bool {
	if v.Kind != w.Kind || v.S != w.S || v.B != w.B || v.Scale != w.Scale || v.Tok != w.Tok || v.via != w.via {
		return false
	}
	return v.N == w.N || v.N != nil && w.N != nil && v.N.Cmp(w.N) == 0
}
