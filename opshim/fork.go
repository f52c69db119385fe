package opshim

import (
	"bytes"
	"context"

	"github.com/mrt-tools/mrt/opshim/script"
	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// Fork makes an environment of the same project with an interpreter of its own,
// for another goroutine, if [Environment.CanFork].
func (e *Environment) Fork(ctx context.Context) (*Environment, error) {
	forked, err := openHistory(ctx, e.Project, e.History, e.opts, func() []*script.Revision { return nil })
	if err == nil {
		forked.Database, forked.chosen = e.Database, e.chosen
	}
	return forked, err
}

// CanFork reports whether a second interpreter does what this one does: env.py
// ran to its end, no revision acts while it is imported, and nobody sees twice
// what scripts print.
func (e *Environment) CanFork() bool {
	return e.Problem == nil && e.opts.Stdout == nil && e.opts.Stderr == nil && !e.rt.effects
}

// apart are the packages whose modules a script cannot leave in another state
// than it found them, unless it assigns to their names.
var apart = map[string]bool{
	"alembic": true, "sqlalchemy": true, "__future__": true, "typing": true, "collections": true, "datetime": true, "json": true,
	"uuid": true, "re": true, "decimal": true, "enum": true, "itertools": true, "functools": true, "hashlib": true, "string": true, "textwrap": true,
}

// SelfContained reports whether what a revision does depends on no other one
// that ran in the same interpreter: it imports libraries only, and assigns to
// none of their names.
func SelfContained(rev *script.Revision) bool {
	ok := rev.Tree != nil && !rev.Computed
	var look func(syntax.Node)
	look = func(n syntax.Node) {
		st, statement := n.(syntax.Stmt)
		if !statement || !ok {
			return
		}
		switch st := st.(type) {
		case *syntax.Import:
			for _, a := range st.Names {
				ok = ok && apart[topLevel(a.Name)]
			}
		case *syntax.ImportFrom:
			ok = ok && st.Level == 0 && apart[topLevel(st.Module)]
		case *syntax.Assign:
			for _, t := range st.Targets {
				_, attribute := t.(*syntax.Attribute)
				ok = ok && !attribute
			}
		case *syntax.AugAssign:
			_, attribute := st.Target.(*syntax.Attribute)
			ok = ok && !attribute
		}
		syntax.Children(n, look)
	}
	if ok {
		syntax.Children(rev.Tree, look)
		ok = ok && !bytes.Contains(rev.Tree.Source.Text, []byte("setattr"))
	}
	return ok
}
