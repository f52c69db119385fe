package verifier

import (
	"slices"

	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/opshim/schema"
)

// ups and downs are the directives of both ways, with what is wrong about the
// second.
func (m *migrationSpec) ups() []op.Op {
	var out []op.Op
	for _, s := range m.Steps {
		out = append(out, s.Up)
	}
	return out
}

func (m *migrationSpec) downs() []op.Op {
	var out []op.Op
	for _, s := range slices.Backward(m.Steps) {
		if s.Down != nil {
			out = append(out, s.Down)
		}
	}
	for _, w := range m.Wrong {
		if w.At >= len(out) {
			continue
		}
		switch w.Kind {
		case "out":
			out = slices.Delete(out, w.At, w.At+1)
		case "twice":
			out = slices.Insert(out, w.At, out[w.At])
		case "swap":
			if w.At+1 < len(out) {
				out[w.At], out[w.At+1] = out[w.At+1], out[w.At]
			}
		case "other":
			out[w.At] = otherwise(out[w.At])
		}
	}
	return out
}

// otherwise is a directive that asks for something a little different.
func otherwise(o op.Op) op.Op {
	switch x := o.(type) {
	case *op.AddColumn:
		c := *x.Column
		if c.ServerDefault != nil {
			c.ServerDefault = nil
		} else {
			c.Nullable = schema.TriOf(!c.IsNullable())
		}
		return &op.AddColumn{Table: x.Table, Column: &c}
	case *op.CreateIndex:
		i := *x.Index
		i.Unique = !i.Unique
		return &op.CreateIndex{Table: x.Table, Index: &i}
	case *op.AlterColumn:
		c := *x
		switch {
		case c.Nullable != schema.Unset:
			c.Nullable = schema.TriOf(c.Nullable != schema.Yes)
		case c.Type != nil:
			n := 300
			c.Type = &schema.Type{Kind: "String", Length: &n}
		case c.ServerDefault.Given:
			c.ServerDefault.Value = schema.StringDefault{Text: "9"}
		case c.NewName != nil:
			n := *c.NewName + "x"
			c.NewName = &n
		}
		return &c
	case *op.CreateForeignKey:
		f := *x.Constraint
		f.OnDelete = map[string]string{"": "CASCADE", "CASCADE": ""}[f.OnDelete]
		return &op.CreateForeignKey{Table: x.Table, Constraint: &f}
	case *op.CreateUniqueConstraint:
		u := *x.Constraint
		u.Columns = slices.Clone(u.Columns)
		slices.Reverse(u.Columns)
		u.Deferrable = schema.TriOf(u.Deferrable != schema.Yes)
		return &op.CreateUniqueConstraint{Table: x.Table, Constraint: &u}
	case *op.CreateCheckConstraint:
		k := *x.Constraint
		k.Name = schema.Given("check_other")
		return &op.CreateCheckConstraint{Table: x.Table, Constraint: &k}
	case *op.DropColumn:
		return &op.DropColumn{Table: x.Table, Column: x.Column + "x"}
	case *op.RenameTable:
		return &op.RenameTable{Table: x.Table, New: x.New + "x"}
	case *op.BatchAlterTable:
		b := *x
		b.Ops = []op.Op{otherwise(b.Ops[0])}
		return &b
	}
	return o
}

// smaller are the migrations with one thing less.
func (m *migrationSpec) smaller() []*migrationSpec {
	var out []*migrationSpec
	for i := range m.Wrong {
		c := *m
		c.Wrong = slices.Delete(slices.Clone(m.Wrong), i, i+1)
		out = append(out, &c)
	}
	for i := range m.Steps {
		c := *m
		c.Steps = slices.Delete(slices.Clone(m.Steps), i, i+1)
		out = append(out, &c)
	}
	for _, t := range m.Table.smaller() {
		if t.possible() {
			c := *m
			c.Table = t
			out = append(out, &c)
		}
	}
	return out
}

// shrink looks for the smallest migration that still fails.
func (m *migrationSpec) shrink(fails func(*migrationSpec) bool) *migrationSpec {
	for range 60 {
		list := m.smaller()
		next := slices.IndexFunc(list, fails)
		if next < 0 {
			return m
		}
		m = list[next]
	}
	return m
}
