package pyalembic

import (
	"path/filepath"
	"strings"

	"github.com/mrt-tools/mrt/opshim/script"
	"github.com/mrt-tools/mrt/pyrt"
)

// scriptDirectory is the ScriptDirectory of the run; it also stands for its
// revision_map.
func (l *Library) scriptDirectory() *pyrt.Object {
	if m, ok := l.modules["\x00script"]; ok {
		if v, ok := m.Dict.GetStr("script"); ok {
			if o, ok := v.(*pyrt.Object); ok {
				return o
			}
		}
	}
	o := pyrt.NewObject(l.scriptDirectoryClass(), l.set.History)
	o.Dict = pyrt.NewDict()
	p := l.set.Project
	o.Dict.SetStr("dir", pyrt.Str(p.ScriptDir))
	o.Dict.SetStr("version_locations", listOf(p.VersionDirs))
	if len(p.VersionDirs) > 0 {
		o.Dict.SetStr("versions", pyrt.Str(p.VersionDirs[0]))
	}
	holder := pyrt.NewModule("script")
	holder.Set("script", o)
	l.modules["\x00script"] = holder
	return o
}

// graphMethod is a method of ScriptDirectory without its self.
type graphMethod func(g *script.History, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error)

func (l *Library) onGraph(signature string, fn graphMethod) pyrt.Member {
	return pyrt.Method(withSelf(signature), func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		if l.set.History == nil {
			return nil, l.commandError("no revisions have been loaded")
		}
		v, err := fn(l.set.History, t, a[1:])
		if err != nil {
			return nil, l.raise(script.AsCommandError(err))
		}
		return v, nil
	})
}

func (l *Library) scriptDirectoryClass() *pyrt.Type {
	return l.class("ScriptDirectory", func() pyrt.ClassSpec {
		return pyrt.ClassSpec{Module: "alembic.script.base", Members: func() []pyrt.Member {
			return []pyrt.Member{
				pyrt.ClassFunc("from_config(cls, config)", func(*pyrt.Thread, []pyrt.Value) (pyrt.Value, error) { return l.scriptDirectory(), nil }),
				pyrt.Getter("revision_map", func(_ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) { return self, nil }),
				l.onGraph("get_current_head()", func(g *script.History, _ *pyrt.Thread, _ []pyrt.Value) (pyrt.Value, error) {
					h, err := g.CurrentHead("")
					return textOrNone(h), err
				}),
				l.onGraph("get_heads(consider_depends_on=False)", func(g *script.History, _ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
					if a[0] == pyrt.True {
						return listOf(g.RealHeads()), nil
					}
					return listOf(g.Heads()), nil
				}),
				l.onGraph("get_bases()", func(g *script.History, _ *pyrt.Thread, _ []pyrt.Value) (pyrt.Value, error) {
					return listOf(g.Bases()), nil
				}),
				l.onGraph("get_base()", func(g *script.History, _ *pyrt.Thread, _ []pyrt.Value) (pyrt.Value, error) {
					if b := g.Bases(); len(b) > 0 {
						return pyrt.Str(b[0]), nil
					}
					return pyrt.None, nil
				}),
				l.onGraph("as_revision_number(id_)", func(_ *script.History, _ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
					s, ok := pyrt.AsStr(a[0])
					if !ok {
						return pyrt.None, nil
					}
					return l.revisionNumber(s)
				}),
				l.onGraph("get_revision(id_)", l.graphRevision),
				l.onGraph("get_revisions(id_)", l.graphRevisions),
				l.onGraph("walk_revisions(base='base', head='heads')", l.graphWalk),
				l.onGraph("iterate_revisions(upper, lower, **kw)", func(g *script.History, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
					return l.graphIterate(g, t, a[0], a[1], script.IterateOptions{})
				}),
			}
		}}
	})
}

// targetOf reads a revision argument.
func targetOf(t *pyrt.Thread, v pyrt.Value) (script.Target, error) {
	if v == pyrt.None {
		return script.Base, nil
	}
	if s, ok := pyrt.AsStr(v); ok {
		return script.One(s), nil
	}
	list, err := pyrt.Collect(t, v)
	if err != nil {
		return script.Base, err
	}
	var names []string
	for _, e := range list {
		if s, ok := pyrt.AsStr(e); ok {
			names = append(names, s)
		}
	}
	return script.Many(names...), nil
}

func (l *Library) graphRevision(g *script.History, _ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	s, ok := pyrt.AsStr(a[0])
	if !ok {
		return pyrt.None, nil
	}
	r, err := g.Revision(s)
	if err != nil || r == nil {
		return pyrt.None, err
	}
	return l.revisionObject(r), nil
}

func (l *Library) graphRevisions(g *script.History, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	target, err := targetOf(t, a[0])
	if err != nil {
		return nil, err
	}
	revs, err := g.Revisions(target)
	return pyrt.NewTuple(l.revisionObjects(revs)...), err
}

func (l *Library) graphWalk(g *script.History, t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	return l.graphIterate(g, t, a[1], a[0], script.IterateOptions{Inclusive: true, Lenient: true})
}

func (l *Library) graphIterate(g *script.History, t *pyrt.Thread, upper, lower pyrt.Value, o script.IterateOptions) (pyrt.Value, error) {
	up, err := targetOf(t, upper)
	if err != nil {
		return nil, err
	}
	low, err := targetOf(t, lower)
	if err != nil {
		return nil, err
	}
	revs, err := g.Iterate(up, low, o)
	return pyrt.NewList(l.revisionObjects(revs)...), err
}

func (l *Library) revisionObjects(revs []*script.Revision) []pyrt.Value {
	out := make([]pyrt.Value, len(revs))
	for i, r := range revs {
		out[i] = pyrt.None
		if r != nil {
			out[i] = l.revisionObject(r)
		}
	}
	return out
}

// revisionObject is a Script.
func (l *Library) revisionObject(r *script.Revision) pyrt.Value {
	labels := &pyrt.Set{}
	for _, b := range r.BranchLabels() {
		if err := labels.Add(l.thread, pyrt.Str(b)); err != nil {
			break // text can always be hashed
		}
	}
	module := l.namespace("module", pyrt.Constant("__name__", pyrt.Str(script.ModuleName(r.File))), pyrt.Constant("__file__", pyrt.Str(r.File)))
	return l.namespace("Script",
		pyrt.Constant("revision", pyrt.Str(r.ID)),
		pyrt.Constant("down_revision", scalarOrTuple(r.Down)),
		pyrt.Constant("dependencies", scalarOrTuple(r.DependsOn)),
		pyrt.Constant("branch_labels", labels),
		pyrt.Constant("doc", pyrt.Str(r.Doc)),
		pyrt.Constant("longdoc", pyrt.Str(r.LongDoc)),
		pyrt.Constant("path", pyrt.Str(filepath.ToSlash(r.File))),
		pyrt.Constant("is_head", pyrt.Bool(r.IsHead())),
		pyrt.Constant("is_base", pyrt.Bool(r.IsBase())),
		pyrt.Constant("is_branch_point", pyrt.Bool(r.IsBranchPoint())),
		pyrt.Constant("is_merge_point", pyrt.Bool(r.IsMergePoint())),
		pyrt.Constant("nextrev", tupleOf(r.Next())),
		pyrt.Constant("module", module),
		pyrt.Constant("log_entry", pyrt.Str(strings.TrimSpace(r.String()))),
	)
}

func scalarOrTuple(list []string) pyrt.Value {
	switch len(list) {
	case 0:
		return pyrt.None
	case 1:
		return pyrt.Str(list[0])
	}
	return tupleOf(list)
}
