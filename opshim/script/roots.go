package script

import "path/filepath"

// maxClimb bounds how far up the folders of a project are looked for.
const maxClimb = 12

// ImportRoots are the folders above the project's own, nearest first, from which
// the packages that it is part of can be imported. An application whose
// migrations are inside its package is run from there, or installed.
func (p *Project) ImportRoots() []string {
	var out []string
	for _, dir := range append([]string{p.ScriptDir, p.configDir()}, p.VersionDirs...) {
		if dir != "" {
			out = append(out, rootsAbove(dir)...)
		}
	}
	return dedupe(out)
}

// PackageRoot is the folder that holds a top-level package of that name in which
// the project's scripts are, "" if they are in none.
func (p *Project) PackageRoot(name string) string {
	for i, dir := 0, p.ScriptDir; i < maxClimb && dir != filepath.Dir(dir); i, dir = i+1, filepath.Dir(dir) {
		if filepath.Base(dir) == name {
			return filepath.Dir(dir)
		}
	}
	return ""
}

// rootsAbove climbs from dir to the folder with a mark of a repository or a
// distribution: the folders on the way that are no packages themselves. Where
// there is no mark it is only the first one above a package.
func rootsAbove(dir string) []string {
	var out []string
	inside, first := false, ""
	for i := 0; i < maxClimb; i++ {
		above := filepath.Dir(dir)
		if above == dir {
			break
		}
		switch isPackage := exists(filepath.Join(dir, "__init__.py")); {
		case isPackage:
			inside = true
		default:
			out = append(out, dir)
			if inside && first == "" {
				first = dir
			}
		}
		if marked(dir) {
			return append(out, filepath.Join(dir, "src"))
		}
		dir = above
	}
	if first == "" {
		return nil
	}
	return []string{first}
}

// marked tells whether a folder is the top of a repository or a distribution.
func marked(dir string) bool {
	for _, name := range []string{".git", ".hg", "pyproject.toml", "setup.py", "setup.cfg", "Pipfile"} {
		if exists(filepath.Join(dir, name)) {
			return true
		}
	}
	return false
}
