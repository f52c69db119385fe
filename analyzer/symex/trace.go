package symex

import (
	"context"

	"github.com/mrt-tools/mrt/analyzer/catalog"
	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/opshim/script"
	"github.com/mrt-tools/mrt/opshim/sqlread"
)

// A Moment is what is known after one step.
type Moment struct {
	State *catalog.State
	Stmts []Traced // what the step did
}

// Traced is one statement with its parameters.
type Traced struct {
	sqlread.Parsed
	Binds catalog.Binds
}

// Trace is Repeat with what was so after each step: the moment with number i
// is that after Path.Steps[i]. A step that failed has none.
func (x *Explorer) Trace(ctx context.Context, rev *script.Revision, dir opshim.Direction, on *catalog.State, same []Choice) (Path, []Moment) {
	prefix := make([]bool, len(same))
	for i, c := range same {
		prefix[i] = c.Taken
	}
	var moments []Moment
	b := x.backend(on, prefix)
	b.after = func() {
		if len(moments) >= len(b.path.Steps) {
			return
		}
		m := Moment{State: b.st.Clone()}
		for _, st := range b.rec.last().stmts {
			for _, params := range setsOf(st.st) {
				for _, p := range st.parsed {
					m.Stmts = append(m.Stmts, Traced{p, b.binds(params)})
				}
			}
		}
		moments = append(moments, m)
	}
	b.finish(opshim.Run(ctx, x.Env, rev, dir, b))
	b.st.Log = nil
	for _, m := range moments {
		m.State.Log = nil
	}
	return b.path, moments
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
