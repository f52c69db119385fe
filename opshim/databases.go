package opshim

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/opshim/schema"
	"github.com/mrt-tools/mrt/pyrt"
	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// maxDatabases bounds how many databases of one env.py are looked at.
const maxDatabases = 20

// Databases gives the environment once for each database that env.py runs
// migrations on: where it runs them on several, with other arguments or
// settings, a revision is another migration on each. Those that differ in
// nothing which a migration can see stand for each other. Left are the names of
// those beyond the limit.
//
// They share one interpreter: only one of them may run at a time.
func (e *Environment) Databases() (views []*Environment, left []string) {
	all := e.distinct()
	if len(all) < 2 {
		return []*Environment{e}, nil
	}
	names := map[string]int{}
	for n, i := range all {
		name := e.databaseName(n, i)
		if names[name]++; names[name] > 1 {
			name = fmt.Sprintf("%s #%d", name, names[name])
		}
		if len(views) == maxDatabases {
			left = append(left, name)
			continue
		}
		view := *e
		view.Database, view.chosen = name, i
		views = append(views, &view)
	}
	return views, left
}

// Configuration is what env.py asked for on the database that the environment
// is for; nil if env.py could not be executed.
func (e *Environment) Configuration() *Configuration {
	if e.chosen >= len(e.Configurations) {
		return nil
	}
	return &e.Configurations[e.chosen]
}

// distinct lists the configurations that differ, by their number: of those that
// ran migrations, if any did.
func (e *Environment) distinct() []int {
	all := e.rt.host.configured
	anyRan := slices.ContainsFunc(all, func(c *configured) bool { return c.ran })
	var out []int
next:
	for i, c := range all {
		if anyRan && !c.ran {
			continue
		}
		for _, j := range out {
			if e.rt.alike(all[j], c) {
				continue next
			}
		}
		out = append(out, i)
	}
	return out
}

// alike tells whether migrations see no difference between two configurations.
func (rt *runtime) alike(a, b *configured) bool {
	x, y := a.context, b.context
	if x.Dialect.Name != y.Dialect.Name || x.VersionTable != y.VersionTable || x.VersionSchema != y.VersionSchema ||
		!sameNaming(x.Dialect.Naming, y.Dialect.Naming) || len(x.RunArgs) != len(y.RunArgs) || len(a.before) != len(b.before) {
		return false
	}
	for i, k := range x.RunArgs {
		if k.Name != y.RunArgs[i].Name || !rt.sameValue(k.Value, y.RunArgs[i].Value) {
			return false
		}
	}
	for i, s := range a.before {
		if !reflect.DeepEqual(s.Op, b.before[i].Op) {
			return false
		}
	}
	return sameTexts(a.options, b.options)
}

func sameNaming(a, b *schema.NamingConvention) bool { return a == b || reflect.DeepEqual(a, b) }

// sameValue compares arguments by what they show.
func (rt *runtime) sameValue(a, b pyrt.Value) bool {
	if a == b {
		return true
	}
	x, err := pyrt.Repr(rt.thread, a)
	if err != nil {
		return false
	}
	y, err := pyrt.Repr(rt.thread, b)
	return err == nil && x == y
}

// sameTexts compares the options that are texts, which scripts may read. The
// tokens of the template for new revisions are no part of a run.
func sameTexts(a, b *pyrt.Dict) bool {
	texts := func(d *pyrt.Dict) map[string]string {
		out := map[string]string{}
		for _, x := range d.Items() {
			name, _ := pyrt.AsStr(x[0])
			if text, ok := pyrt.AsStr(x[1]); ok && name != "upgrade_token" && name != "downgrade_token" {
				out[name] = text
			}
		}
		return out
	}
	return reflect.DeepEqual(texts(a), texts(b))
}

// databaseName is what to call the n-th database: the text that its migrations
// get as an argument, as in Alembic's template for several databases.
func (e *Environment) databaseName(n, configuration int) string {
	c := e.rt.host.configured[configuration].context
	for _, k := range c.RunArgs {
		switch text, ok := pyrt.AsStr(k.Value); {
		case ok && text == "":
			return "default"
		case ok:
			return text
		}
	}
	if c.VersionSchema != "" {
		return c.VersionSchema
	}
	return fmt.Sprintf("database %d", n+1)
}

// runs counts the run_migrations calls of env.py.
func (h *host) runs() int {
	n := 0
	for _, c := range h.configured {
		if c.ran {
			n++
		}
	}
	return n
}

// databaseNames lists the databases that the revisions have functions for, in
// the manner of Alembic's template for several: upgrade(engine_name) goes on to
// upgrade_NAME(). Stand-ins ask for them where only an application that is not
// there could tell.
func (rt *runtime) databaseNames(*pyrt.Thread, []pyrt.Value) (pyrt.Value, error) {
	names := map[string]bool{}
	if rt.history != nil {
		for _, r := range rt.history.All() {
			addDatabaseNames(names, r.Tree)
		}
	}
	delete(names, "")
	out := pyrt.NewList()
	sorted := slices.Sorted(maps.Keys(names))
	for _, name := range sorted {
		out.Elems = append(out.Elems, pyrt.Str(name))
	}
	if len(sorted) > 0 {
		rt.note("the application that knows its databases is not there; those that revisions have functions for are taken: " + strings.Join(sorted, ", "))
	}
	return out, nil
}

func addDatabaseNames(names map[string]bool, tree *syntax.File) {
	if tree == nil {
		return
	}
	functions := map[string]*syntax.FunctionDef{}
	for _, s := range tree.Body {
		if f, ok := s.(*syntax.FunctionDef); ok {
			functions[f.Name] = f
		}
	}
	if up := functions["upgrade"]; up == nil || len(up.Args.Posonlyargs)+len(up.Args.Args) == 0 {
		return
	}
	for name := range functions {
		rest, ok := strings.CutPrefix(name, "upgrade_")
		if ok && functions["downgrade_"+rest] != nil {
			names[rest] = true
		}
	}
}
