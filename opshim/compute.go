package opshim

import (
	"errors"
	"slices"

	"github.com/mrt-tools/mrt/opshim/internal/inert"
	"github.com/mrt-tools/mrt/opshim/script"
	"github.com/mrt-tools/mrt/pyrt"
	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// compute runs the body of a revision whose ids are not literals. The error is
// a *[script.Uncomputed].
func (rt *runtime) compute(path string, tree *syntax.File) (script.Declared, error) {
	var d script.Declared
	rt.host.source = tree.Source
	m, err := rt.execute(tree, script.ModuleName(path), path)
	if err != nil {
		var run *RunError
		if errors.As(rt.failure(err), &run) && run.At.Source == tree.Source {
			return d, &script.Uncomputed{At: run.At, Err: err}
		}
		return d, &script.Uncomputed{Err: err}
	}
	read := func(name string, take func([]string)) {
		v, ok := m.Dict.GetStr(name)
		if !ok || err != nil {
			return
		}
		list, failed := rt.texts(name, v)
		if missing := rt.missingIn(script.ValueOf(tree, name), m, v); missing != nil {
			failed = missing
		}
		if failed != nil {
			err = &script.Uncomputed{Name: name, Err: failed}
			return
		}
		take(list)
	}
	read("revision", func(list []string) { d.Revision = &list[0] })
	read("down_revision", func(list []string) { d.Down = &list })
	read("depends_on", func(list []string) { d.DependsOn = list })
	read("branch_labels", func(list []string) { d.Labels = list })
	if v, ok := m.Dict.GetStr("__doc__"); ok {
		d.Doc, _ = pyrt.AsStr(v)
	}
	return d, err
}

// texts reads None, a text or several; revision is always one text.
func (rt *runtime) texts(name string, v pyrt.Value) ([]string, error) {
	if s, ok := pyrt.AsStr(v); ok {
		return []string{s}, nil
	}
	if name == "revision" {
		return nil, errors.New("revision is no text")
	}
	if v == pyrt.None {
		return nil, nil
	}
	list, err := pyrt.Collect(rt.thread, v)
	if err != nil {
		return nil, errors.New(name + " is neither a text nor a list of texts: " + err.Error())
	}
	var out []string
	for _, e := range list {
		s, ok := pyrt.AsStr(e)
		if !ok {
			return nil, errors.New(name + " holds something that is no text")
		}
		out = append(out, s)
	}
	return out, nil
}

// missingIn tells that the value of a declaration comes from a package which is
// not there, directly or through a name in the expression: what is computed
// with it would be an id that the real history does not have.
func (rt *runtime) missingIn(e syntax.Expr, m *pyrt.Module, v pyrt.Value) error {
	missing := func(v pyrt.Value) error {
		if o, ok := v.(*inert.Object); ok {
			return o.Missing()
		}
		if mod, ok := v.(*pyrt.Module); ok && slices.Contains(rt.inert.Used, topLevel(mod.Name)) {
			return rt.inert.Make(topLevel(mod.Name), rt.inert.Imported[topLevel(mod.Name)]).Missing()
		}
		return nil
	}
	if err := missing(v); err != nil {
		return err
	}
	var found error
	var look func(syntax.Node)
	look = func(n syntax.Node) {
		if name, ok := n.(*syntax.Name); ok && found == nil {
			if v, ok := m.Dict.GetStr(name.ID); ok {
				found = missing(v)
			}
		}
		syntax.Children(n, look)
	}
	if e != nil {
		look(e)
	}
	return found
}
