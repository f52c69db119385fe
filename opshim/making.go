package opshim

import (
	"context"

	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/opshim/schema"
)

// A making is what create_all() did in a database. The functions that models have
// it call may do their work once in a process only (an index made after a table is
// the table's from then on), so that other databases are made by doing the same.
type making struct {
	Backend
	did []func(context.Context, Backend) error
}

// Apply notes the directive, as it is now.
func (m *making) Apply(ctx context.Context, s Step) error {
	s.Op = frozen(s.Op)
	m.did = append(m.did, func(ctx context.Context, b Backend) error { return b.Apply(ctx, s) })
	return m.Backend.Apply(ctx, s)
}

// Execute notes the statement.
func (m *making) Execute(ctx context.Context, e Execution) (Answer, error) {
	m.did = append(m.did, func(ctx context.Context, b Backend) error {
		_, err := b.Execute(ctx, e)
		return err
	})
	return m.Backend.Execute(ctx, e)
}

// again does it in another database.
func (m *making) again(ctx context.Context, b Backend) error {
	for _, do := range m.did {
		if err := do(ctx, b); err != nil {
			return err
		}
	}
	return nil
}

// frozen is a create_all whose tables take nothing on any more.
func frozen(o op.Op) op.Op {
	all, ok := o.(*op.CreateAll)
	if !ok {
		return o
	}
	c := *all
	c.Tables = make([]*schema.Table, len(all.Tables))
	for i, t := range all.Tables {
		own := *t
		c.Tables[i] = &own
		if t == all.Only {
			c.Only = &own
		}
	}
	return &c
}
