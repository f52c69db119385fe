package pyalembic

import (
	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/pyrt"
)

// contextAutocommit is context.autocommit_block(): the transaction is ended,
// the block runs outside of any, and a new one begins.
func contextAutocommit(c *Context, _ *pyrt.Thread, _ []pyrt.Value) (pyrt.Value, error) {
	return c.lib.contextManager(func(t *pyrt.Thread) (pyrt.Value, error) {
		return pyrt.None, c.apply(t, &op.AutocommitBegin{})
	}, func(t *pyrt.Thread, _ error) error {
		return c.apply(t, &op.AutocommitEnd{})
	}), nil
}

// contextBegin is begin_transaction(): env.py enters it around everything, and
// run_migrations around each revision; one of the two is real.
func contextBegin(c *Context, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	per, err := pyrt.Truth(t, a[0])
	if err != nil {
		return nil, err
	}
	if !c.begins(per) {
		return c.lib.nullContext(), nil
	}
	return c.lib.contextManager(func(t *pyrt.Thread) (pyrt.Value, error) {
		return pyrt.None, c.begin(t)
	}, func(t *pyrt.Thread, raised error) error {
		return c.end(t, raised)
	}), nil
}

// begins decides whether a call of begin_transaction is the real one.
func (c *Context) begins(perMigration bool) bool {
	switch {
	case c.external:
		return false
	case c.Transactional:
		return perMigration == c.PerMigration
	}
	return perMigration && !c.AsSQL && !c.inside
}

func (c *Context) begin(t *pyrt.Thread) error {
	c.inside = true
	c.lib.sa.MarkTransaction(c.Connection, true)
	return c.apply(t, &op.Begin{})
}

// end closes the transaction. An exception in --sql mode leaves it open: what
// has been printed stays as it is.
func (c *Context) end(t *pyrt.Thread, raised error) error {
	c.inside = false
	c.lib.sa.MarkTransaction(c.Connection, false)
	switch {
	case raised == nil:
		return c.apply(t, &op.Commit{})
	case c.AsSQL:
		return nil
	}
	return c.apply(t, &op.Rollback{})
}
