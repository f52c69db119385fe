package opshim

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/mrt-tools/mrt/opshim/internal/inert"
	"github.com/mrt-tools/mrt/opshim/internal/pyalembic"
	"github.com/mrt-tools/mrt/opshim/internal/pysa"
	"github.com/mrt-tools/mrt/opshim/script"
	"github.com/mrt-tools/mrt/opshim/sqlgen"
	"github.com/mrt-tools/mrt/pyrt"
	"github.com/mrt-tools/mrt/pyrt/stdlib"
	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// maxSteps bounds what one project may compute: some two seconds of loops. A
// script that needs more waits for something that will not come.
const maxSteps = 100_000_000

// A runtime is one Python interpreter with the libraries of one project in it.
type runtime struct {
	project *script.Project
	history *script.History
	opts    Options
	thread  *pyrt.Thread
	sa      *pysa.Library
	alembic *pyalembic.Library
	inert   *inert.World
	imports *importer
	host    *host
	notes   []string
	effects bool // revisions act while they are imported
	assumed bool // env.py hides its dialect
	// envSource is the text of env.py, once it is read.
	envSource *syntax.Source
}

// newRuntime makes an interpreter; set is what Alembic's command line says.
func newRuntime(ctx context.Context, p *script.Project, h *script.History, o Options, set pyalembic.Settings) (*runtime, error) {
	d, err := dialectOf(o)
	if err != nil {
		return nil, err
	}
	rt := &runtime{project: p, history: h, opts: o, inert: inert.NewWorld()}
	rt.thread = &pyrt.Thread{
		Context: ctx, Stdout: o.Stdout, Stderr: o.Stderr, Env: o.Env,
		Modules: map[string]*pyrt.Module{}, Stdlib: stdlib.Import, MaxSteps: maxSteps,
	}
	roots := importRoots(p, o.Stubs, o.PythonPath)
	rt.thread.Files = &scratchFS{
		base:  projectFS{append(append([]string{p.ScriptDir}, p.VersionDirs...), roots...)},
		files: map[string][]byte{}, note: rt.note,
	}
	rt.thread.Salvage = rt.inert
	rt.inert.Library = func(module string) bool {
		m := rt.thread.Modules[module]
		if m == nil {
			return false
		}
		v, _ := m.Dict.GetStr("__file__")
		file, _ := pyrt.AsStr(v)
		return file == "" || file[0] == '<' // those of the project are files
	}
	rt.imports = &importer{rt: rt, roots: roots}
	rt.thread.Import = rt.imports.find
	rt.host = &host{rt: rt}
	set.Project, set.History, set.XArgs, set.Tag, set.Dialect = p, h, o.XArgs, o.Tag, d
	set.Assume = rt.assume
	rt.sa = newSQLAlchemy(rt, d, pysa.VersionOf(o.SQLAlchemy))
	rt.alembic = pyalembic.New(rt.thread, rt.sa, rt.host, set)
	return rt, nil
}

// assume gives the dialect where env.py hides it.
func (rt *runtime) assume(why string) (*sqlgen.Dialect, error) {
	name, reason := LikelyDialect(rt.project, rt.history)
	rt.assumed = true
	rt.note(why + "; " + name + " is assumed (" + reason + ")")
	return sqlgen.New(name)
}

// dialectOf is the dialect that the options ask for, nil if none.
func dialectOf(o Options) (*sqlgen.Dialect, error) {
	if o.Dialect == "" {
		return nil, nil
	}
	d, err := sqlgen.New(o.Dialect)
	if err != nil {
		return nil, fmt.Errorf("unknown dialect %q: postgresql, mysql, mariadb and sqlite are known", o.Dialect)
	}
	d.SQLAlchemy, d.ServerVersion = o.SQLAlchemy, o.ServerVersion
	return d, nil
}

// note keeps something that the user should know, once.
func (rt *runtime) note(s string) {
	for _, n := range rt.notes {
		if n == s {
			return
		}
	}
	rt.notes = append(rt.notes, s)
}

// failed keeps that a part of the application fails: once, for mappers are
// configured again and again.
func (rt *runtime) failed(what, how string, err error) {
	for _, n := range rt.notes {
		if strings.HasPrefix(n, what+" "+how+": ") {
			return
		}
	}
	rt.note(what + " " + how + ": " + err.Error())
}

// absentees tells which packages are not there, and where they are imported.
func (rt *runtime) absentees() []string {
	var out []string
	for _, m := range rt.inert.Used {
		where := ""
		if at := rt.inert.Imported[m]; at.IsValid() {
			where = fmt.Sprintf(", imported at %s:%d,", at.Source.Name, at.Position().Line)
		}
		out = append(out, "package "+m+where+" is not there; what comes from it is left out ([python] path in mrt.toml names folders that hold packages)")
	}
	return out
}

// execute runs a file as a module.
func (rt *runtime) execute(tree *syntax.File, name, path string) (*pyrt.Module, error) {
	return pyrt.LoadWith(rt.thread, tree, name, pyrt.LoadOptions{Path: filepath.ToSlash(path)})
}

// runEnv executes env.py.
func (rt *runtime) runEnv() error {
	path := rt.project.EnvPy()
	if path == "" {
		return fmt.Errorf("no env.py in %s", rt.project.Show(rt.project.ScriptDir))
	}
	tree, err := rt.parse(path)
	if err != nil {
		return err
	}
	rt.envSource = tree.Source
	_, err = pyrt.LoadWith(rt.thread, tree, "env_py", pyrt.LoadOptions{Path: filepath.ToSlash(path), Prepare: rt.prepareEnv})
	return err
}

// Load reads the revisions of a project; ids that are not literals are
// computed by running the module.
func Load(ctx context.Context, p *script.Project, o Options) (*script.History, error) {
	return load(ctx, p, o, nil)
}

func load(ctx context.Context, p *script.Project, o Options, keep func(*syntax.File) bool) (*script.History, error) {
	var rt *runtime
	return script.Load(p, script.LoadOptions{Keep: keep, Compute: func(path string, tree *syntax.File) (script.Declared, error) {
		if rt == nil {
			var err error
			if rt, err = newRuntime(ctx, p, nil, o, pyalembic.Settings{}); err != nil {
				return script.Declared{}, err
			}
		}
		return rt.compute(path, tree)
	}})
}

// exists tells whether a path is there.
func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
