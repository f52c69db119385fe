package script

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"
)

// FindOptions say where a project may be. The zero value is the current folder.
type FindOptions struct {
	// Path is a folder with alembic.ini or a pyproject.toml that has
	// [tool.alembic], such a file, a script folder (it holds env.py) or a
	// folder of revisions. "" looks in WorkDir, then in the folders below it.
	Path string
	// WorkDir is where relative paths count from; "" is the process's own.
	WorkDir string
	// Configs are configuration files named outright: one ini and one
	// pyproject.toml at most.
	Configs []string
	// Section is the ini's main section; "" is alembic.
	Section string
	// EnvConfig is the value of ALEMBIC_CONFIG; it counts where neither Path
	// nor Configs are given.
	EnvConfig string
	// PythonPath are further folders that hold importable packages, for
	// locations of the form package:folder.
	PythonPath []string
}

// maxSearchDepth and maxSearchDirs bound the look-out for a project below the
// current folder.
const (
	maxSearchDepth = 4
	maxSearchDirs  = 5000
)

// Find locates a project and reads its configuration. It reads no Python.
func Find(o FindOptions) (*Project, error) {
	dir := o.WorkDir
	if dir == "" {
		var err error
		if dir, err = os.Getwd(); err != nil {
			return nil, err
		}
	}
	f := &finder{FindOptions: o, dir: dir}
	if len(o.Configs) > 0 || (o.Path == "" && o.EnvConfig != "") {
		return f.named()
	}
	if o.Path != "" {
		return f.at(under(dir, o.Path))
	}
	if hasConfig(dir) || isScriptDir(dir) {
		return f.at(dir)
	}
	return f.below()
}

type finder struct {
	FindOptions
	dir   string
	notes []string
}

// named is for configuration files given by -c or by ALEMBIC_CONFIG.
func (f *finder) named() (*Project, error) {
	names := f.Configs
	if len(names) == 0 {
		names = []string{f.EnvConfig}
	}
	base := f.dir
	if f.Path != "" {
		base = under(f.dir, f.Path)
		if !isDir(base) {
			base = filepath.Dir(base)
		}
	}
	var ini, tomlFile string
	for _, n := range names {
		where := &ini
		what := "only one ini file may be indicated"
		if filepath.Base(n) == "pyproject.toml" {
			where, what = &tomlFile, "pyproject.toml indicated more than once"
		}
		if *where != "" {
			return nil, &Error{Class: CommandError, Message: what}
		}
		*where = f.nearest(base, n)
		if !exists(*where) {
			return nil, fmt.Errorf("no such configuration file: %s", n)
		}
	}
	if ini == "" {
		ini = filepath.Join(base, "alembic.ini")
	}
	if tomlFile == "" {
		tomlFile = filepath.Join(base, "pyproject.toml")
	}
	return f.read(base, ini, tomlFile)
}

// nearest takes a relative name from the folder of the command, else from base.
func (f *finder) nearest(base, name string) string {
	if p := under(f.dir, name); exists(p) {
		return p
	}
	return under(base, name)
}

// at is for a path that the user named.
func (f *finder) at(path string) (*Project, error) {
	info, err := os.Stat(path)
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("no such file or folder: %s", f.show(path))
		}
		return nil, err
	}
	dir := filepath.Dir(path)
	switch {
	case !info.IsDir() && filepath.Ext(path) == ".toml":
		return f.read(dir, filepath.Join(dir, "alembic.ini"), path)
	case !info.IsDir() && filepath.Ext(path) == ".py":
		return nil, fmt.Errorf("%s is a Python file; name the project's folder or its configuration", f.show(path))
	case !info.IsDir():
		return f.read(dir, path, filepath.Join(dir, "pyproject.toml"))
	case hasConfig(path):
		return f.read(path, filepath.Join(path, "alembic.ini"), filepath.Join(path, "pyproject.toml"))
	case isScriptDir(path):
		return f.scriptDir(path, nil)
	case isScriptDir(dir) && holdsRevisions(path):
		return f.scriptDir(dir, []string{path})
	case holdsRevisions(path):
		return f.bare(path)
	}
	return nil, fmt.Errorf("no alembic.ini, no pyproject.toml with [tool.alembic], no env.py and no revisions in %s", f.show(path))
}

// below looks for the one project under the current folder.
func (f *finder) below() (*Project, error) {
	found := search(f.dir)
	switch len(found) {
	case 0:
		return nil, fmt.Errorf("no alembic.ini and no pyproject.toml with [tool.alembic] in this folder or below it")
	case 1:
		f.notes = append(f.notes, "using the project in "+f.show(found[0]))
		return f.at(found[0])
	}
	shown := make([]string, len(found))
	for i, p := range found {
		shown[i] = "  " + f.show(p)
	}
	return nil, fmt.Errorf("several projects below this folder; name one of them:\n%s", strings.Join(shown, "\n"))
}

// search lists the folders below dir that hold a configuration, sorted.
func search(dir string) []string {
	type entry struct {
		path  string
		depth int
	}
	var found []string
	todo := []entry{{dir, 0}}
	for n := 0; len(todo) > 0 && n < maxSearchDirs; n++ {
		at := todo[0]
		todo = todo[1:]
		if at.depth > 0 && hasConfig(at.path) {
			found = append(found, at.path)
			continue
		}
		if at.depth == maxSearchDepth {
			continue
		}
		entries, err := os.ReadDir(at.path)
		if err != nil {
			continue // a folder that cannot be read holds no project for us
		}
		for _, e := range entries {
			if e.IsDir() && !skipped(e.Name()) {
				todo = append(todo, entry{filepath.Join(at.path, e.Name()), at.depth + 1})
			}
		}
	}
	sort.Strings(found)
	return found
}

// skipped names the folders that hold other people's code.
func skipped(name string) bool {
	switch name {
	case "node_modules", "__pycache__", "venv", "env", "site-packages", "vendor":
		return true
	}
	return strings.HasPrefix(name, ".")
}

// scriptDir is for a folder with env.py: the configuration is looked for in it
// and in the folders above; without one the defaults count.
func (f *finder) scriptDir(dir string, versions []string) (*Project, error) {
	for at := dir; ; at = filepath.Dir(at) {
		if hasConfig(at) {
			p, err := f.read(at, filepath.Join(at, "alembic.ini"), filepath.Join(at, "pyproject.toml"))
			if err == nil && sameFile(p.ScriptDir, dir) {
				return p, nil
			}
		}
		if filepath.Dir(at) == at || exists(filepath.Join(at, ".git")) {
			break
		}
	}
	f.notes = append(f.notes, "no configuration names "+f.show(dir)+"; the defaults are used")
	cfg, err := ReadConfig(filepath.Dir(dir), "", "", f.Section)
	if err != nil {
		return nil, err
	}
	p := &Project{Config: cfg, WorkDir: filepath.Dir(dir), ScriptDir: dir, Notes: f.notes, base: f.dir}
	if p.VersionDirs = versions; versions == nil {
		p.VersionDirs = []string{filepath.Join(dir, "versions")}
	}
	p.SysPath = []string{p.WorkDir}
	return p, nil
}

// bare is for a folder of revisions without env.py.
func (f *finder) bare(dir string) (*Project, error) {
	cfg, err := ReadConfig(filepath.Dir(dir), "", "", f.Section)
	if err != nil {
		return nil, err
	}
	f.notes = append(f.notes, "no env.py beside "+f.show(dir)+"; the defaults are used")
	return &Project{Config: cfg, WorkDir: filepath.Dir(dir), ScriptDir: filepath.Dir(dir), VersionDirs: []string{dir},
		SysPath: []string{filepath.Dir(dir)}, Notes: f.notes, base: f.dir}, nil
}

func (f *finder) show(path string) string { return relativeTo(f.dir, path) }

// relativeTo shows path as seen from dir, with forward slashes; paths outside
// of dir stay absolute.
func relativeTo(dir, path string) string {
	if rel, err := filepath.Rel(dir, path); err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
		path = rel
	}
	return filepath.ToSlash(path)
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

func isDir(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

func isScriptDir(dir string) bool { return exists(filepath.Join(dir, "env.py")) }

// hasConfig tells whether a folder holds a configuration of Alembic.
func hasConfig(dir string) bool {
	if exists(filepath.Join(dir, "alembic.ini")) {
		return true
	}
	c, err := ReadConfig(dir, "", "pyproject.toml", "")
	if err != nil {
		// A file that does not parse may be meant: reading it again tells why.
		return exists(filepath.Join(dir, "pyproject.toml"))
	}
	return c.HasToml()
}

// holdsRevisions tells whether a folder, or one right below it, holds a file
// that assigns down_revision.
func holdsRevisions(dir string) bool {
	for _, pattern := range []string{"*.py", "*/*.py"} {
		paths, err := filepath.Glob(filepath.Join(escapeGlob(dir), pattern))
		if err != nil {
			continue
		}
		for _, p := range paths {
			text, err := os.ReadFile(p)
			if err == nil && strings.Contains(string(text), "down_revision") {
				return true
			}
		}
	}
	return false
}

func escapeGlob(dir string) string {
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "?", `\?`, "[", `\[`).Replace(dir)
}

func sameFile(a, b string) bool {
	x, err1 := os.Stat(a)
	y, err2 := os.Stat(b)
	return err1 == nil && err2 == nil && os.SameFile(x, y)
}
