package script

import (
	"fmt"
	"path/filepath"
	"strings"
)

// A Project is where the parts of an Alembic project are. Paths are absolute.
type Project struct {
	Config      *Config
	WorkDir     string   // what relative locations count from
	ScriptDir   string   // script_location
	VersionDirs []string // version_locations, in the order configured
	SysPath     []string // prepend_sys_path
	Recursive   bool     // recursive_version_locations
	Notes       []string // for stderr: what was assumed

	base string // what shown paths are relative to
}

// EnvPy is the path of env.py, "" if there is none.
func (p *Project) EnvPy() string {
	path := filepath.Join(p.ScriptDir, "env.py")
	if !exists(path) {
		return ""
	}
	return path
}

// Show is path as reports print it: relative to the folder of the command if
// it is below it, with forward slashes.
func (p *Project) Show(path string) string { return relativeTo(p.base, path) }

// read makes a project of configuration files; either may be missing.
func (f *finder) read(dir, ini, tomlFile string) (*Project, error) {
	if !exists(tomlFile) {
		tomlFile = ""
	}
	if !exists(ini) {
		ini = ""
	}
	cfg, err := ReadConfig(dir, ini, tomlFile, f.Section)
	if err != nil {
		return nil, err
	}
	p := &Project{Config: cfg, WorkDir: dir, Notes: f.notes, base: f.dir}
	if p.Recursive, err = cfg.Bool("recursive_version_locations"); err != nil {
		return nil, err
	}
	sourceless, err := cfg.Bool("sourceless")
	if err != nil {
		return nil, err
	}
	if sourceless {
		p.Notes = append(p.Notes, "sourceless is set; compiled revisions (.pyc) are not read, only sources are")
	}
	if err := f.sysPath(p); err != nil {
		return nil, err
	}
	if err := f.scriptLocation(p); err != nil {
		return nil, err
	}
	if p.WorkDir != dir {
		if err := f.sysPath(p); err != nil {
			return nil, err
		}
	}
	return p, f.versionDirs(p)
}

func (f *finder) sysPath(p *Project) error {
	list, err := p.Config.PrependSysPath()
	if err != nil {
		return err
	}
	p.SysPath = nil
	for _, s := range list {
		p.SysPath = append(p.SysPath, under(p.WorkDir, s))
	}
	return nil
}

func (f *finder) scriptLocation(p *Project) error {
	loc, ok, err := p.Config.Option("script_location")
	if err != nil {
		return err
	}
	if !ok && isScriptDir(p.configDir()) {
		// Flask-Migrate sets the location from outside.
		p.ScriptDir = p.configDir()
		p.WorkDir = filepath.Dir(p.ScriptDir)
		p.Notes = append(p.Notes, f.show(p.Config.IniFile)+" has no script_location; its own folder is used")
		return nil
	}
	if !ok {
		return &Error{Class: CommandError, Message: "No 'script_location' key found in configuration."}
	}
	near := []string{p.WorkDir, f.dir, p.configDir()}
	for i, dir := range append(near, rootsAbove(p.configDir())...) {
		path, err := f.resource(p, dir, loc)
		if err != nil {
			return err
		}
		if exists(path) {
			p.ScriptDir = path
			p.WorkDir = dir
			if i >= len(near) {
				p.Notes = append(p.Notes, fmt.Sprintf("script_location %s counts from %s, the folder above %s that has it", quote(loc), f.show(dir), f.show(p.configDir())))
			}
			return nil
		}
	}
	if dir := onlyScriptDir(p.configDir()); dir != "" {
		// A template that the application fills in before it calls Alembic.
		p.ScriptDir = dir
		p.WorkDir = filepath.Dir(p.ScriptDir)
		p.Notes = append(p.Notes, fmt.Sprintf("script_location %s is not there; %s, which holds an env.py, is used", quote(loc), f.show(dir)))
		return nil
	}
	return &Error{Class: CommandError, Message: "Path doesn't exist: " + loc +
		".  Please use the 'init' command to create a new scripts folder."}
}

// onlyScriptDir is dir, or the one folder right below it, that holds an env.py; "" if
// none or several do.
func onlyScriptDir(dir string) string {
	if isScriptDir(dir) {
		return dir
	}
	found, err := filepath.Glob(filepath.Join(escapeGlob(dir), "*", "env.py"))
	if err != nil || len(found) != 1 {
		return ""
	}
	return filepath.Dir(found[0])
}

func (p *Project) configDir() string {
	if p.Config.IniFile != "" {
		return filepath.Dir(p.Config.IniFile)
	}
	return p.Config.TomlHere()
}

func (f *finder) versionDirs(p *Project) error {
	list, err := p.Config.VersionLocations()
	if err != nil {
		return err
	}
	for _, loc := range list {
		path, err := f.resource(p, p.WorkDir, loc)
		if err != nil {
			return err
		}
		p.VersionDirs = append(p.VersionDirs, path)
	}
	if list == nil {
		p.VersionDirs = []string{filepath.Join(p.ScriptDir, "versions")}
	}
	return nil
}

// resource turns a location into a path: a plain one counts from dir;
// `package:folder` is a folder inside an importable package.
func (f *finder) resource(p *Project, dir, loc string) (string, error) {
	if filepath.IsAbs(loc) || !strings.Contains(loc, ":") {
		return under(dir, loc), nil
	}
	tokens := strings.Split(loc, ":")
	parts := strings.Split(tokens[0], ".")
	roots := append([]string{}, p.SysPath...)
	roots = append(roots, f.PythonPath...)
	roots = append(roots, p.WorkDir, filepath.Join(p.WorkDir, "src"), f.dir)
	roots = append(roots, rootsAbove(p.configDir())...)
	for _, root := range roots {
		pkg := filepath.Join(append([]string{root}, parts...)...)
		if isDir(pkg) {
			return filepath.Join(append([]string{pkg}, tokens[1:]...)...), nil
		}
	}
	return "", fmt.Errorf("location %s: no package %s in %s", quote(loc), tokens[0], strings.Join(dedupe(showAll(f, roots)), ", "))
}

func showAll(f *finder, paths []string) []string {
	out := make([]string, len(paths))
	for i, p := range paths {
		out[i] = f.show(p)
	}
	return out
}
