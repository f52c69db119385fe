package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// A pin is a release line of SQLAlchemy, with where it is stated.
type pin struct {
	line  string // "1.4", "2.0" or "2.1"
	place string // the file, and its line; "" for what is assumed
}

// words say the line and where it is from.
func (p pin) words(t *target) string {
	if p.place == "" {
		return p.line
	}
	return p.line + ", by " + t.project.Show(p.place)
}

// A pinPattern finds SQLAlchemy's version in the files that a glob names; the first
// group is the version.
type pinPattern struct {
	glob    string
	pattern *regexp.Regexp
}

// pinPatterns are of lock files, which hold the very version, then of files that
// bound it: an upper bound below 2 leaves 1.4.
func pinPatterns() (locks, bounds []pinPattern) {
	// Lock files are large: a pattern with a beginning of its own is searched for fast.
	toml := regexp.MustCompile(`name = "(?:sqlalchemy|SQLAlchemy)"\s*\nversion = "([0-9.]+)`)
	exact := regexp.MustCompile(`(?im)^sqlalchemy(?:\[[^\]]*\])?\s*(?:===?|~=)\s*([0-9.]+)`)
	below := regexp.MustCompile(`(?i)(?:^|["'\s])sqlalchemy(?:\[[^\]]*\])?["']?\s*(?:=\s*["'{]|[<>=!~(])[^"'\n#]*<\s*(2(?:\.0)*(?:[^.\d]|$)|1\.\d)`)
	return []pinPattern{{"uv.lock", toml}, {"poetry.lock", toml}, {"pdm.lock", toml},
			{"Pipfile.lock", regexp.MustCompile(`(?is)"sqlalchemy": \{[^}]*"version": "==([0-9.]+)`)},
			{"requirements*.txt", exact}, {"constraints*.txt", exact}, {"requirements/*.txt", exact}},
		[]pinPattern{{"pyproject.toml", below}, {"setup.cfg", below}, {"setup.py", below}, {"requirements*.txt", below}, {"requirements/*.txt", below}, {"Pipfile", below}}
}

// sqlalchemyVersion is the release line of SQLAlchemy whose behaviour a project gets:
// as the settings state it, else as lock or requirements files pin it, in the project's
// folder or the root of its package or repository, else 2.0.
func sqlalchemyVersion(stated, dir string) pin {
	switch stated {
	case "1.4", "2.0", "2.1":
		return pin{line: stated}
	}
	locks, bounds := pinPatterns()
	for _, folder := range []string{dir, rootAbove(dir)} {
		if folder == "" {
			continue
		}
		if p, ok := pinned(folder, locks, lineOf); ok {
			return p
		}
		if p, ok := pinned(folder, bounds, func(string) string { return "1.4" }); ok {
			return p
		}
	}
	return pin{line: "2.0"}
}

// rootAbove is the nearest folder above that is the root of a package or repository,
// "" if none is near.
func rootAbove(dir string) string {
	for range 5 {
		above := filepath.Dir(dir)
		if above == dir {
			return ""
		}
		dir = above
		for _, mark := range []string{".git", "pyproject.toml", "setup.py", "setup.cfg"} {
			if _, err := os.Stat(filepath.Join(dir, mark)); err == nil {
				return dir
			}
		}
	}
	return ""
}

// lineOf is the release line whose behaviour a version has.
func lineOf(version string) string {
	switch {
	case strings.HasPrefix(version+".", "2.1."):
		return "2.1"
	case strings.HasPrefix(version, "1."):
		return "1.4"
	}
	return "2.0"
}

// pinned looks the patterns up in the files of a folder.
func pinned(dir string, patterns []pinPattern, line func(version string) string) (pin, bool) {
	for _, p := range patterns {
		files, err := filepath.Glob(filepath.Join(dir, p.glob))
		if err != nil {
			continue
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				continue
			}
			if m := p.pattern.FindSubmatchIndex(text); m != nil {
				at := 1 + strings.Count(string(text[:m[2]]), "\n")
				return pin{line: line(string(text[m[2]:m[3]])), place: fmt.Sprintf("%s:%d", file, at)}, true
			}
		}
	}
	return pin{}, false
}
