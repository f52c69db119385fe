package opshim

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/mrt-tools/mrt/opshim/internal/standin"
	"github.com/mrt-tools/mrt/opshim/script"
	"github.com/mrt-tools/mrt/pyrt"
	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// maxModules and maxModuleSize bound what one run imports.
const (
	maxModules    = 5000
	maxModuleSize = 8 << 20
)

// An importer finds modules for a run: the names of SQLAlchemy and Alembic,
// the project's own sources, and inert modules for everything else.
type importer struct {
	rt    *runtime
	roots []string
	count int
	// lazy are the modules that are evaluated name by name, in the order of
	// their imports, and sources what they are made of.
	lazy    []*pyrt.Module
	sources map[*syntax.Source]bool
	// declaring is true while declareTables runs.
	declaring bool
}

// roots are the folders that hold importable packages, in order.
func importRoots(p *script.Project, stubs, extra []string) []string {
	var out []string
	add := func(dirs ...string) {
		for _, d := range dirs {
			d = filepath.Clean(d)
			seen := false
			for _, o := range out {
				seen = seen || o == d
			}
			if !seen {
				out = append(out, d)
			}
		}
	}
	under := func(dirs []string) {
		for _, e := range dirs {
			if !filepath.IsAbs(e) {
				e = filepath.Join(p.WorkDir, e)
			}
			add(e)
		}
	}
	under(stubs)
	add(p.SysPath...)
	under(extra)
	add(p.WorkDir, filepath.Join(p.WorkDir, "src"))
	add(p.ImportRoots()...)
	return out
}

// find is the Import hook of the thread.
func (i *importer) find(t *pyrt.Thread, name string) (*pyrt.Module, error) {
	if m, err := i.rt.sa.Import(name); m != nil || err != nil {
		return m, err
	}
	if m, err := i.rt.alembic.Import(name); m != nil || err != nil {
		return m, err
	}
	if strings.HasPrefix(name, "sqlalchemy.") || strings.HasPrefix(name, "alembic.") {
		return nil, nil // no such module of ours
	}
	for _, root := range i.searchPath(t) {
		path, isPackage := findModule(root, name)
		if path != "" {
			return i.load(t, name, path, isPackage)
		}
	}
	if root := i.rt.project.PackageRoot(topLevel(name)); root != "" {
		if path, isPackage := findModule(root, name); path != "" {
			return i.load(t, name, path, isPackage)
		}
	}
	return i.standIn(t, name)
}

// standIn gives the source that stands for a package which is not there, with
// the rest of the package missing; without one, all of it is.
func (i *importer) standIn(t *pyrt.Thread, name string) (*pyrt.Module, error) {
	text, shown, isPackage, ok := standin.Source(name)
	if !ok {
		return i.missing(t, name), nil
	}
	src, err := syntax.NewSource(shown, text)
	if err != nil {
		return nil, err
	}
	tree, err := syntax.Parse(src)
	if err != nil {
		return nil, err
	}
	at := t.Here()
	defer i.rt.inert.Loading()()
	if isPackage {
		shown += "/__init__.py"
	}
	rest := i.rt.inert.Attributes(name, topLevel(name), "", at)
	m, err := pyrt.LoadWith(t, tree, name, pyrt.LoadOptions{Path: shown, Prepare: func(m *pyrt.Module) {
		m.Define("_missing(name)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			attr, _ := pyrt.AsStr(a[0])
			return rest(t, attr)
		})
		m.Define("_databases()", i.rt.databaseNames)
	}})
	if err != nil {
		return nil, err
	}
	m.Lazy = func(t *pyrt.Thread, attr string) (pyrt.Value, error) {
		if _, _, _, ok := standin.Source(name + "." + attr); ok && isPackage {
			return pyrt.ImportModule(t, name+"."+attr)
		}
		if f, ok := m.Dict.GetStr("__getattr__"); ok {
			v, err := pyrt.Call(t, f, pyrt.Positional(pyrt.Str(attr)))
			var exc *pyrt.Exception
			if err == nil || !errors.As(err, &exc) || !exc.IsA(pyrt.AttributeError) {
				return v, err
			}
		}
		return rest(t, attr)
	}
	return m, nil
}

// searchPath is sys.path as far as the program changed it, then our roots.
func (i *importer) searchPath(t *pyrt.Thread) []string {
	out := i.roots
	sys, ok := t.Modules["sys"]
	if !ok {
		return out
	}
	v, ok := sys.Dict.GetStr("path")
	if !ok {
		return out
	}
	list, ok := pyrt.AsList(v)
	if !ok {
		return out
	}
	for _, e := range list.Elems {
		s, err := pyrt.ToStr(t, e)
		if err != nil || s == "" {
			continue
		}
		if !filepath.IsAbs(s) {
			s = filepath.Join(i.rt.project.WorkDir, s)
		}
		out = append(out[:len(out):len(out)], filepath.Clean(s))
	}
	return out
}

// findModule looks for a module's file under root.
func findModule(root, name string) (path string, isPackage bool) {
	base := filepath.Join(append([]string{root}, strings.Split(name, ".")...)...)
	if init := filepath.Join(base, "__init__.py"); isFile(init) {
		return init, true
	}
	if isFile(base + ".py") {
		return base + ".py", false
	}
	if info, err := os.Stat(base); err == nil && info.IsDir() && holdsPython(base) {
		return base, true // a package without __init__.py
	}
	return "", false
}

func isFile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}

func holdsPython(dir string) bool {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return false
	}
	for _, e := range entries {
		if e.IsDir() || strings.HasSuffix(e.Name(), ".py") {
			return true
		}
	}
	return false
}

// load executes a source file as a module. A module whose body fails is kept
// as far as it got, and its other names are inert, with the failure as reason.
func (i *importer) load(t *pyrt.Thread, name, path string, isPackage bool) (*pyrt.Module, error) {
	if i.count++; i.count > maxModules {
		return nil, errors.New("more modules are imported than the limit allows")
	}
	if !strings.HasSuffix(path, ".py") {
		m := pyrt.NewModule(name)
		m.Set("__path__", pyrt.NewList(pyrt.Str(path)))
		m.Set("__package__", pyrt.Str(name))
		return m, nil
	}
	tree, err := i.rt.parse(path)
	if err != nil {
		i.rt.note(name + " cannot be read: " + err.Error())
		return i.missing(t, name), nil
	}
	at := t.Here()
	defer i.rt.inert.Loading()()
	opts := pyrt.LoadOptions{Path: filepath.ToSlash(path), Lazy: true, Around: i.rt.inert.Loading}
	m, err := pyrt.LoadWith(t, tree, name, opts)
	i.remember(m, tree)
	if err != nil {
		if ctxErr := t.Context.Err(); ctxErr != nil {
			return nil, ctxErr
		}
		i.rt.failed(name, "fails while it is imported", err)
		m.Lazy = i.rt.inert.Attributes(name, topLevel(name), err.Error(), at)
		return m, nil
	}
	demand := m.Lazy
	m.Lazy = func(t *pyrt.Thread, attr string) (pyrt.Value, error) {
		var v pyrt.Value
		if demand != nil {
			var exc *pyrt.Exception
			if v, err = demand(t, attr); errors.As(err, &exc) {
				i.rt.failed(name+"."+attr, "cannot be made", err)
				return i.rt.inert.Attributes(name, topLevel(name), err.Error(), at)(t, attr)
			}
		}
		if v != nil || err != nil || !isPackage {
			return v, err
		}
		return i.submodule(t, name+"."+attr)
	}
	if hasEffects(tree) {
		return m, i.whole(t, m)
	}
	return m, nil
}

// whole runs all of a module, statement by statement. Modules that import each
// other find what they need of one that is not at its end, in whatever order the
// project's own names lead to them; what fails is left out.
func (i *importer) whole(t *pyrt.Thread, m *pyrt.Module) error {
	failed := false
	m.RunWaiting(t, func(syntax.Stmt) bool { return t.Context.Err() == nil }, func(_ syntax.Stmt, err error) {
		if !failed && t.Context.Err() == nil {
			i.rt.failed(m.Name, "fails while it is imported", err)
		}
		failed = true
	})
	return t.Context.Err()
}

// submodule imports a module of a package that is asked for as an attribute.
// Alembic loads every revision of a project, so that an import in any of them
// makes the attribute; here only some are loaded.
func (i *importer) submodule(t *pyrt.Thread, name string) (pyrt.Value, error) {
	for _, root := range i.searchPath(t) {
		if path, _ := findModule(root, name); path != "" {
			m, err := pyrt.ImportModule(t, name)
			if err != nil {
				return nil, err
			}
			return m, nil
		}
	}
	return nil, nil
}

// hasEffects tells whether a module has to be executed as a whole, because it
// registers something with Alembic or SQLAlchemy. Others are evaluated name by
// name, as far as they are used.
func hasEffects(tree *syntax.File) bool {
	for _, word := range []string{"register_operation", "implementation_for", "compiles(", "listens_for", "event.listen", "event import listen", ".connect\n", "connect_via(", ".register_opt", ".register_group", "_builder.Build"} {
		if bytes.Contains(tree.Source.Text, []byte(word)) {
			return true
		}
	}
	return false
}

// acting lists the revisions that register something when they are imported.
func acting(h *script.History) []*script.Revision {
	if h == nil {
		return nil
	}
	var out []*script.Revision
	for _, r := range h.All() {
		if r.Tree != nil && hasEffects(r.Tree) {
			out = append(out, r)
		}
	}
	return out
}

// register executes such revisions, since Alembic imports all of them before it
// runs the first.
func (rt *runtime) register(acts []*script.Revision) {
	for _, r := range acts {
		if _, err := rt.host.Module(rt.thread, r); err != nil {
			rt.failed(r.ID, "fails while it is imported", err)
		}
	}
}

// missing gives an inert module.
func (i *importer) missing(t *pyrt.Thread, name string) *pyrt.Module {
	return i.rt.inert.Module(name, topLevel(name), t.Here())
}

func topLevel(name string) string {
	top, _, _ := strings.Cut(name, ".")
	return top
}

// parse reads a source file.
func (rt *runtime) parse(path string) (*syntax.File, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if info.Size() > maxModuleSize {
		return nil, errors.New("file is too large")
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	src, err := syntax.NewSource(rt.project.Show(path), text)
	if err != nil {
		return nil, err
	}
	return syntax.Parse(src)
}

// A projectFS is what scripts may read: files below the project's folders.
type projectFS struct{ roots []string }

// Open implements [fs.FS]. Names are absolute paths without the leading slash.
func (f projectFS) Open(name string) (fs.File, error) {
	path := filepath.FromSlash(name)
	if !filepath.IsAbs(path) {
		path = string(filepath.Separator) + path
	}
	for _, r := range f.roots {
		if rel, err := filepath.Rel(r, path); err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
			return os.Open(path)
		}
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}
