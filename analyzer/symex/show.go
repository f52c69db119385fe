package symex

import (
	"context"
	"strings"

	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/opshim/sqlgen"
)

// A showing compiles the steps of a run once more, as text for people: values
// stand in the statements, as in `alembic upgrade --sql`.
type showing struct {
	d       *sqlgen.Dialect
	session *sqlgen.Session
}

func newShowing(d *sqlgen.Dialect) *showing {
	literal := *d
	literal.LiteralBinds = true
	return &showing{d: &literal, session: &sqlgen.Session{}}
}

// onlooker answers what a compilation asks of the state, without leaving a trace
// in the recording of the run.
type onlooker struct{ *backend }

// ReflectTable implements sqlgen.Reflector.
func (o onlooker) ReflectTable(_ context.Context, n schema.Name) (*schema.Table, error) {
	return o.reflect(n)
}

// show keeps the SQL of a step that is about to be done, if it is wanted. What
// has no literal form is left out: the run itself tells what fails.
func (b *backend) show(ctx context.Context, o op.Op) {
	if b.showing == nil {
		return
	}
	for len(b.path.SQL) < len(b.path.Steps) {
		b.path.SQL = append(b.path.SQL, nil)
	}
	if _, ok := o.(*op.Opaque); ok {
		return
	}
	stmts, _ := b.showing.d.Compile(ctx, b.showing.session, o, onlooker{b})
	step := &b.path.SQL[len(b.path.SQL)-1]
	for _, st := range stmts {
		if text := strings.TrimRight(strings.TrimSpace(st.Text), "; \n"); text != "" && !st.Comment && st.Control == "" {
			*step = append(*step, text)
		}
	}
}
