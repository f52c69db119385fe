package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/analyzer/finding"
	"github.com/mrt-tools/mrt/cmd/mrt/internal/report"
	"github.com/mrt-tools/mrt/opshim"
)

// ofDatabase says in a result which of the databases of env.py it is about, if
// there are several.
func ofDatabase(res finding.Result, e *opshim.Environment, dialect string) finding.Result {
	if e.Database == "" {
		return res
	}
	res.Database = e.Database + " on " + dialect
	for i := range res.Findings {
		res.Findings[i].Database = res.Database
	}
	res.Findings = finding.Seal(res.Findings)
	return res
}

// addDialect names a dialect in the head of the report, once.
func addDialect(run *report.Run, dialect string) {
	names := strings.FieldsFunc(run.Project.Dialect, func(r rune) bool { return r == ',' || r == ' ' })
	if !slices.Contains(names, dialect) {
		run.Project.Dialect = strings.Join(append(names, dialect), ", ")
	}
}

// noteLeft names the databases that were not looked at.
func noteLeft(run *report.Run, left []string) {
	if len(left) > 0 {
		run.Notes = append(run.Notes, fmt.Sprintf("env.py runs migrations on too many databases; NOT looked at: %s", strings.Join(left, ", ")))
	}
}
