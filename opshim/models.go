package opshim

import (
	"context"
	"errors"
	"fmt"

	"github.com/mrt-tools/mrt/pyrt"
	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// A NoModels says why a project's models cannot be made in a database.
type NoModels struct {
	Why    string
	Remedy string      // "" if there is nothing to say
	At     syntax.Span // in env.py or a model, if it is known
}

// Error says why.
func (e *NoModels) Error() string { return e.Why }

// Models are the MetaData objects of target_metadata, as env.py hands them to
// context.configure.
type Models struct {
	// Tables are the names of their tables, in the order in which they are made.
	Tables []string
	// Notes are models that cannot be made, and packages that those lack which
	// can.
	Notes []string

	env  *Environment
	list []pyrt.Value
	made *making // nil before the first database is made
}

// Models finds what target_metadata describes. The error is a *[NoModels].
func (e *Environment) Models(ctx context.Context) (*Models, error) {
	if e.Problem != nil {
		return nil, &NoModels{Why: "env.py could not be executed to its end: " + e.Problem.Error(), At: startOf(e.Problem)}
	}
	if e.chosen >= len(e.rt.host.configured) {
		return nil, &NoModels{Why: "env.py calls context.configure() nowhere, so that there is no target_metadata"}
	}
	target, ok := e.rt.host.configured[e.chosen].options.GetStr("target_metadata")
	if !ok || target == pyrt.None {
		return nil, &NoModels{Why: "env.py hands no target_metadata to context.configure()", Remedy: "hand it the MetaData of the models"}
	}
	m := &Models{env: e}
	t := e.rt.thread
	t.Context = ctx
	t.Refill()
	notes := len(e.rt.notes)
	m.list = []pyrt.Value{target}
	if items, ok := pyrt.AsTuple(target); ok {
		m.list = items
	} else if items, ok := pyrt.AsList(target); ok {
		m.list = items.Elems
	}
	for _, md := range m.list {
		if err := m.look(t, md); err != nil {
			return nil, err
		}
	}
	m.Notes = append(m.Notes, e.rt.notes[notes:]...)
	if len(m.Tables) == 0 {
		why := "target_metadata of env.py knows no table"
		if len(m.Notes) > 0 {
			why += ": " + m.Notes[0]
		}
		return nil, &NoModels{Why: why, Remedy: "have env.py import the modules of the models"}
	}
	return m, nil
}

// look finds the tables of one MetaData.
func (m *Models) look(t *pyrt.Thread, md pyrt.Value) error {
	if missing := m.env.rt.inert.MissingOf(md); missing != nil {
		return m.env.noModels(missing)
	}
	sorted, err := pyrt.GetAttr(t, md, "sorted_tables")
	if err != nil {
		return m.env.noModels(err)
	}
	tables, err := pyrt.Collect(t, sorted)
	if err != nil {
		return m.env.noModels(err)
	}
	for _, tb := range tables {
		def, err := m.env.rt.sa.TableOf(tb)
		if err != nil {
			return m.env.noModels(err)
		}
		m.Tables = append(m.Tables, def.Name.String())
	}
	return nil
}

// Create makes them as their create_all() would. The error is what the backend
// returned, or a *[NoModels].
func (m *Models) Create(ctx context.Context, b Backend) error {
	e := m.env
	making := &making{Backend: b}
	rt, h := e.rt, e.rt.host
	rt.thread.Context = ctx
	rt.thread.Refill()
	h.backend, h.dbErr = making, nil
	defer func() { h.backend = nil }()
	d := *b.Dialect()
	rt.sa.SetDialect(&d)
	defer rt.inert.Run()()
	if m.made != nil {
		return m.made.again(ctx, b)
	}
	conn := rt.connection(making)
	for _, md := range m.list {
		create, err := pyrt.GetAttr(rt.thread, md, "create_all")
		if err == nil {
			_, err = pyrt.Call(rt.thread, create, pyrt.Positional(conn))
		}
		if err != nil {
			return e.noModels(err)
		}
	}
	making.Backend = nil
	m.made = making
	return nil
}

// noModels is the failure of the models' own code, or of what it lacks; what the
// backend returned stays what it is.
func (e *Environment) noModels(err error) error {
	failed := e.rt.failure(err)
	var missing *MissingPackage
	if errors.As(err, &missing) {
		why := fmt.Sprintf("the models need package %s, which is not there", missing.Package)
		if missing.Why != "" {
			why = fmt.Sprintf("the models need %s, which cannot be made: %s", missing.Name, missing.Why)
		}
		return &NoModels{Why: why, Remedy: missing.Remedy(), At: missing.At}
	}
	var exc *pyrt.Exception
	var limit *pyrt.LimitError
	var db *DBError
	if errors.As(err, &exc) && !errors.As(failed, &db) || errors.As(err, &limit) {
		return &NoModels{Why: "the models cannot be made: " + failed.Error(), At: startOf(failed)}
	}
	if _, ok := Unsupported(err); ok {
		return &NoModels{Why: "the models cannot be made: " + failed.Error(), At: startOf(failed)}
	}
	return failed
}

// startOf is where a run of Python failed.
func startOf(err error) syntax.Span {
	var run *RunError
	if errors.As(err, &run) {
		if run.Inner.IsValid() {
			return run.Inner
		}
		return run.At
	}
	return syntax.Span{}
}
