package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// lockPatterns finds SQLAlchemy's version in the lock files that Python's
// installers write; the first group is the version.
func lockPatterns() []struct {
	glob    string
	pattern *regexp.Regexp
} {
	toml := regexp.MustCompile(`(?i)name = "sqlalchemy"\s*\nversion = "([0-9.]+)`)
	return []struct {
		glob    string
		pattern *regexp.Regexp
	}{
		{"uv.lock", toml}, {"poetry.lock", toml}, {"pdm.lock", toml},
		{"Pipfile.lock", regexp.MustCompile(`(?is)"sqlalchemy": \{[^}]*"version": "==([0-9.]+)`)},
		{"requirements*.txt", regexp.MustCompile(`(?im)^sqlalchemy(?:\[[^\]]*\])?\s*(?:==|~=|>=)\s*([0-9.]+)`)},
	}
}

// sqlalchemyVersion is the release line ("2.0" or "2.1") whose behaviour a
// project gets: as the settings state it, else as the project's lock or
// requirements file has it, else 2.0.
func sqlalchemyVersion(stated, dir string) string {
	if stated == "2.0" || stated == "2.1" {
		return stated
	}
	for _, lock := range lockPatterns() {
		files, err := filepath.Glob(filepath.Join(dir, lock.glob))
		if err != nil {
			continue
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				continue
			}
			if m := lock.pattern.FindSubmatch(text); m != nil {
				if strings.HasPrefix(string(m[1])+".", "2.1.") {
					return "2.1"
				}
				return "2.0"
			}
		}
	}
	return "2.0"
}
