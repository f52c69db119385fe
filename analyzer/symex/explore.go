package symex

import (
	"context"
	"errors"

	"github.com/mrt-tools/mrt/analyzer/catalog"
	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/opshim/script"
	"github.com/mrt-tools/mrt/opshim/sqlgen"
	"github.com/mrt-tools/mrt/opshim/sqlread"
	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// Limits of one exploration.
const (
	maxPaths   = 24
	maxChoices = 16
	// maxWork bounds the steps of all runs of one revision; a run counts as
	// perRun, a statement as perStatement.
	maxWork      = 20_000_000
	perRun       = 100_000
	perStatement = 2000
)

// An Explorer runs revisions of one project.
type Explorer struct {
	Env *opshim.Environment
	// Dialect is what scripts see.
	Dialect *sqlgen.Dialect
	Read    sqlread.Dialect
	// Show keeps the SQL of each step in the paths.
	Show bool

	tapes map[tapeKey]*tape // of the revision that is looked at
	at    *script.Revision
	work  int64 // done for it

	named, shown, of *sqlgen.Dialect // see dialects; of is what they were made of
	blank            *catalog.State  // for rehearsals
}

// New makes an explorer for a dialect by its name in SQLAlchemy.
func New(env *opshim.Environment, d *sqlgen.Dialect) (*Explorer, error) {
	read, ok := sqlread.DialectOf(d.Name)
	if !ok {
		return nil, errors.New("no reader for dialect " + d.Name)
	}
	return &Explorer{Env: env, Dialect: d, Read: read}, nil
}

// Explore runs upgrade() or downgrade() of a revision on a state, once for
// each way through it, depth first. The state is not changed.
func (x *Explorer) Explore(ctx context.Context, rev *script.Revision, dir opshim.Direction, on *catalog.State) []Path {
	var out []Path
	var prefix []bool
	for {
		p := x.once(ctx, rev, dir, on, prefix)
		out = append(out, p)
		prefix = prefix[:0]
		for _, c := range p.Choices {
			prefix = append(prefix, c.Taken)
		}
		for len(prefix) > 0 && !prefix[len(prefix)-1] {
			prefix = prefix[:len(prefix)-1]
		}
		if len(prefix) == 0 {
			return out
		}
		prefix[len(prefix)-1] = false
		if len(out) >= maxPaths {
			out[len(out)-1].Cause = "paths: more ways through the script than are looked at"
			return out
		}
	}
}

// Repeat runs the one path that answers questions as given.
func (x *Explorer) Repeat(ctx context.Context, rev *script.Revision, dir opshim.Direction, on *catalog.State, same []Choice) Path {
	prefix := make([]bool, len(same))
	for i, c := range same {
		prefix[i] = c.Taken
	}
	return x.once(ctx, rev, dir, on, prefix)
}

// once makes one run with the first answers given.
func (x *Explorer) once(ctx context.Context, rev *script.Revision, dir opshim.Direction, on *catalog.State, prefix []bool) Path {
	key := tapeKey{rev, dir}
	if t := x.tapes[key]; t != nil && len(prefix) == 0 {
		if b := x.backend(on, nil); b.replay(t) {
			b.st.Log, b.path.Repeats = nil, true
			b.st.Reconnect()
			return b.path
		}
	}
	b := x.backend(on, prefix)
	if x.at != rev {
		x.at, x.work = rev, 0
	}
	if x.work > maxWork {
		b.finish(errWork)
		b.st.Log = nil
		return b.path
	}
	err := opshim.Run(ctx, x.Env, rev, dir, b)
	x.work += x.workOf(b)
	if err == nil && b.repeats() {
		x.keep(key, b.taken())
		b.path.Repeats = true
	}
	b.finish(err)
	b.st.Log = nil
	b.st.Reconnect()
	return b.path
}

// dialects are the one that statements are compiled for, and that which scripts
// see. They are made anew when the naming convention has changed.
func (x *Explorer) dialects() (named, shown *sqlgen.Dialect) {
	naming := x.Dialect.Naming
	if naming == nil {
		naming = x.Env.Naming()
	}
	if x.named == nil || x.named.Naming != naming || x.of != x.Dialect {
		n, s := *x.Dialect, *x.Dialect
		n.Paramstyle, n.LiteralBinds, n.Offline, n.Naming = "named", false, false, naming
		s.Offline, s.LiteralBinds = false, false
		x.named, x.shown, x.of = &n, &s, x.Dialect
	}
	return x.named, x.shown
}

// backend prepares a run on a copy of a state.
func (x *Explorer) backend(on *catalog.State, prefix []bool) *backend {
	st := on.Clone()
	st.Log, st.Autocommit, st.InTransaction = catalog.NewLog(), false, x.Read == sqlread.PostgreSQL
	st.EndTransaction()
	named, shown := x.dialects()
	b := &backend{d: named, shown: shown, read: x.Read, st: st, path: Path{State: st, Log: st.Log}, prefix: prefix}
	if x.Show {
		b.showing = newShowing(named)
	}
	return b
}

// finish sorts out how a run ended.
func (b *backend) finish(err error) {
	p := &b.path
	p.Missing = b.missing
	if err == nil {
		if b.aborted {
			p.Err = &catalog.Failure{Class: "InternalError", Code: "25P02", Message: "the script goes on after a failed statement, but its transaction is aborted: " + b.last.Message, Rows: b.last.Rows, Seeds: b.last.Seeds}
			p.At = b.lastAt()
		}
		return
	}
	p.Err = err
	var run *opshim.RunError
	if errors.As(err, &run) {
		p.At = run.At
		if p.At == (syntax.Span{}) {
			p.At = b.lastAt()
		}
	}
	var missing *opshim.MissingPackage
	var dead *undecidable
	switch {
	case errors.Is(err, errBudget), errors.Is(err, errWork):
		p.Cause = "paths: " + err.Error()
	case errors.As(err, &dead):
		p.Cause = dead.cause
	case errors.As(err, &missing):
		p.Cause = "run: " + missing.Error()
	case run != nil && run.DB != nil && b.last != nil:
		p.Err = b.last
		if b.unknowns > 0 {
			p.Cause = "rows: a failure on a path that depends on rows nobody knows: " + b.last.Message
		}
	case isPython(err) && b.missing != nil, errors.As(err, new(*catalog.Failure)) && b.missing != nil:
		p.Err, p.Cause = b.missing, "run: "+b.missing.Error() // what stands for it is of no use
	case isPython(err):
		if b.unknowns > 0 {
			p.Cause = "rows: the script depends on rows nobody knows (" + err.Error() + ")"
		}
	default:
		p.Cause = "run: " + err.Error()
	}
	if name, ok := opshim.Unsupported(err); ok {
		p.Cause = "run: not supported: " + name
	}
}

func (b *backend) lastAt() syntax.Span {
	if n := len(b.path.Steps); n > 0 {
		return b.path.Steps[n-1].At
	}
	return syntax.Span{}
}
