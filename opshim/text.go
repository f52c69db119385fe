package opshim

import (
	"context"
	"io"

	"github.com/mrt-tools/mrt/opshim/internal/pyalembic"
	"github.com/mrt-tools/mrt/opshim/script"
	"github.com/mrt-tools/mrt/opshim/sqlgen"
	"github.com/mrt-tools/mrt/pyrt"
	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// A Text is a Python program on its own, without a project around it.
type Text struct {
	Name   string // what messages call it
	Source string
	// Function is called after the body; "" runs the body alone, with op.*
	// usable in it.
	Function string
	// Naming is Python source of a dictionary: the naming convention of a
	// target_metadata; "" for none.
	Naming string
}

// RunText runs a program as if it were a revision. With out, directives are
// printed there as --sql mode prints them; otherwise b is told. The error is a
// *[RunError].
func RunText(ctx context.Context, x Text, d *sqlgen.Dialect, b Backend, out io.Writer) error {
	p := &script.Project{Config: &script.Config{Section: "alembic", Ini: script.NewIni("", nil)}}
	g, err := script.NewGraph(nil)
	if err != nil {
		return err
	}
	h := &script.History{Graph: g, Project: p}
	rt, err := newRuntime(ctx, p, h, Options{SQLAlchemy: d.SQLAlchemy}, pyalembic.Settings{Offline: out != nil})
	if err != nil {
		return err
	}
	return rt.failure(rt.runText(x, d, b, out))
}

func (rt *runtime) runText(x Text, d *sqlgen.Dialect, b Backend, out io.Writer) error {
	src, err := syntax.NewTextSource(x.Name, x.Source)
	if err != nil {
		return err
	}
	tree, err := syntax.Parse(src)
	if err != nil {
		return err
	}
	rt.host.source = src
	rt.sa.SetDialect(d)
	c, err := rt.textContext(x, d, b, out)
	if err != nil {
		return err
	}
	if x.Function == "" {
		defer c.Operations()()
	}
	m, err := rt.execute(tree, x.Name, x.Name)
	if err != nil || x.Function == "" {
		return err
	}
	defer c.Operations()()
	fn, err := pyrt.GetAttr(rt.thread, m, x.Function)
	if err != nil {
		return err
	}
	_, err = pyrt.Call(rt.thread, fn, pyrt.Args{})
	return err
}

func (rt *runtime) textContext(x Text, d *sqlgen.Dialect, b Backend, out io.Writer) (*pyalembic.Context, error) {
	if out != nil {
		rt.host.printer = &printer{ctx: rt.thread.Context, out: out, session: map[*pyalembic.Context]*sqlgen.Session{}}
	}
	rt.host.backend = b
	var bind pyrt.Value
	if b != nil {
		bind = rt.connection(b)
	}
	c := rt.alembic.RunContext(d, bind, out != nil)
	rt.host.contexts = append(rt.host.contexts, c)
	return c, rt.textNaming(x, d)
}

// textNaming evaluates the naming convention.
func (rt *runtime) textNaming(x Text, d *sqlgen.Dialect) error {
	if x.Naming == "" {
		return nil
	}
	src, err := syntax.NewTextSource("<naming>", "convention = "+x.Naming+"\n")
	if err != nil {
		return err
	}
	tree, err := syntax.Parse(src)
	if err != nil {
		return err
	}
	m, err := rt.execute(tree, "naming", "naming")
	if err != nil {
		return err
	}
	v, _ := m.Dict.GetStr("convention")
	d.Naming, err = rt.sa.NamingFrom(v)
	return err
}
