package settings

import (
	"fmt"
	"time"

	"github.com/mrt-tools/mrt/analyzer/finding"
)

// Settings is what a project states about itself.
type Settings struct {
	// File is where the settings were read, "" when there are none.
	File string

	Project  Project
	Python   Python
	Env      map[string]string
	Check    Check
	Verify   Verify
	Seed     map[string]Seed
	Severity map[finding.Code]finding.Severity
	Exclude  []Exclusion
}

// Project states what cannot be found in the project's own files.
type Project struct {
	Config, Name, Dialect, SQLAlchemy, ServerVersion string
}

// Python tells where modules come from.
type Python struct {
	Path  []string
	Stubs []string
}

// Check sets what check reports.
type Check struct {
	Compat bool // rolling deploys count
}

// Verify sets what verify does.
type Verify struct {
	Databases []string
	Rows      *int
	Timeout   time.Duration
	Create    []string
	Before    []string
	Start     string
	Schema    string
	At        string
}

// Seed states the rows of one table.
type Seed struct {
	Rows []map[string]any
	SQL  string
	Skip string // reason not to seed
}

// An Exclusion declares that a revision's findings are accepted.
type Exclusion struct {
	Revision string
	Codes    []finding.Code // none: all
	Reason   string
	Expires  time.Time // zero: never
	Line     int       // where it stands in the file
}

// Covers says whether the exclusion accepts a code.
func (e Exclusion) Covers(c finding.Code) bool {
	if len(e.Codes) == 0 {
		return true
	}
	for _, k := range e.Codes {
		if k == c {
			return true
		}
	}
	return false
}

// An Error is a mistake in the settings, with its place.
type Error struct {
	File string
	Line int
	Text string
}

// Error gives "file:line: text".
func (e *Error) Error() string {
	if e.Line == 0 {
		return fmt.Sprintf("%s: %s", e.File, e.Text)
	}
	return fmt.Sprintf("%s:%d: %s", e.File, e.Line, e.Text)
}
