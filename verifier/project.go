package verifier

import (
	"context"

	"github.com/mrt-tools/mrt/opshim"
	history "github.com/mrt-tools/mrt/opshim/script" // script is a type here
	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// Migrations are revisions as Verify runs them, with the interpreter of env: in
// the order given, or without any, all of the project in upgrade order. The
// error says why the history has no such order.
func Migrations(env *opshim.Environment, revisions ...*history.Revision) ([]*Migration, error) {
	if len(revisions) == 0 {
		var err error
		if revisions, err = env.History.Order(); err != nil {
			return nil, err
		}
	}
	out := make([]*Migration, 0, len(revisions))
	for _, rev := range revisions {
		m := &Migration{ID: rev.ID, File: env.Project.Show(rev.File), Title: rev.Doc,
			Needs: append(append([]string{}, rev.Down...), rev.Dependencies()...),
			Run: func(ctx context.Context, dir opshim.Direction, b opshim.Backend) error {
				return opshim.Run(ctx, env, rev, dir, b)
			}}
		m.Up, m.Down = functionSpans(rev.Tree)
		if rev.Tree != nil {
			m.Words = Words(rev.Tree.Source.Text)
		}
		out = append(out, m)
	}
	return out, nil
}

// Configure sets what env.py says: the dialect, the version tables, and what it
// does on its connection.
func (o *Options) Configure(env *opshim.Environment) {
	o.VersionTables = []string{"alembic_version"}
	own := env.Configuration()
	if own == nil {
		return
	}
	o.Dialect, o.Setup, o.VersionTables = own.Dialect, own.Before, nil
	for _, conf := range env.Configurations {
		o.VersionTables = append(o.VersionTables, conf.VersionTable)
	}
}

// functionSpans finds the def lines of upgrade and downgrade.
func functionSpans(tree *syntax.File) (up, down syntax.Span) {
	if tree == nil {
		return
	}
	for _, s := range tree.Body {
		f, ok := s.(*syntax.FunctionDef)
		if !ok {
			continue
		}
		at := f.Span()
		if line := at.Source.Line(at.Position().Line); line != nil {
			at.End = min(at.End, at.Start+int32(len(line)-at.Position().Column))
		}
		switch f.Name {
		case "upgrade":
			up = at
		case "downgrade":
			down = at
		}
	}
	return up, down
}
