package symex

import (
	"context"

	"github.com/mrt-tools/mrt/analyzer/catalog"
	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/opshim/script"
)

// Trace is Repeat with the state after each step: the state with number i is
// that after Path.Steps[i]. A step that failed has none.
func (x *Explorer) Trace(ctx context.Context, rev *script.Revision, dir opshim.Direction, on *catalog.State, same []Choice) (Path, []*catalog.State) {
	prefix := make([]bool, len(same))
	for i, c := range same {
		prefix[i] = c.Taken
	}
	var states []*catalog.State
	b := x.backend(on, prefix)
	b.after = func() {
		for len(states) < len(b.path.Steps) {
			states = append(states, b.st.Clone())
		}
	}
	b.finish(opshim.Run(ctx, x.Env, rev, dir, b))
	b.st.Log = nil
	for _, s := range states {
		s.Log = nil
	}
	return *b.path, states
}

// Do makes one directive on a copy of a state. The error is that of the
// database, or why the directive cannot be compiled.
func (x *Explorer) Do(ctx context.Context, on *catalog.State, ops ...op.Op) (*catalog.State, error) {
	b := x.backend(on, nil)
	b.st.Autocommit = on.Autocommit
	for _, o := range ops {
		if err := b.Apply(ctx, opshim.Step{Op: o}); err != nil {
			return nil, err
		}
	}
	b.st.Log = nil
	return b.st, nil
}
