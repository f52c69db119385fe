package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/analyzer"
	"github.com/mrt-tools/mrt/analyzer/finding"
	"github.com/mrt-tools/mrt/cmd/mrt/internal/report"
	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/opshim/script"
	"github.com/mrt-tools/mrt/verifier"
)

// start reads what the settings say that the history starts from; nil for an
// empty database.
func (t *target) start(e *opshim.Environment) (*verifier.Dump, error) {
	s := t.settings.Verify
	if s.Schema == "" {
		return nil, nil
	}
	file := s.Schema
	if !filepath.IsAbs(file) {
		file = filepath.Join(filepath.Dir(t.settings.File), file)
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("%s: schema = %q under [verify] cannot be read: %w", t.project.Show(t.settings.File), s.Schema, err)
	}
	d := &verifier.Dump{File: t.project.Show(file), Text: string(text), At: s.At, Holds: map[string]bool{}}
	if s.At == "base" {
		return d, nil
	}
	steps, err := e.History.Upgrade(script.One(s.At), script.Many())
	if err != nil {
		return nil, fmt.Errorf("%s: at = %q under [verify] names no revision: %w", t.project.Show(t.settings.File), s.At, err)
	}
	for _, step := range steps {
		if run, ok := step.(*script.RevisionStep); ok {
			d.Holds[run.Revision.ID] = true
		}
	}
	return d, nil
}

// noteMissing lists what the revisions need and none makes, each with the first
// that needs it.
func noteMissing(run *report.Run) {
	seen := map[string]bool{}
	for _, res := range run.Results {
		for _, m := range res.Missing {
			note := fmt.Sprintf("made by no revision before: %s, which %s needs first", m, res.Revision)
			if !seen[m] && !slices.Contains(run.Notes, note) {
				run.Notes = append(run.Notes, note)
			}
			seen[m] = true
		}
	}
}

// predictFrom has the check of a database start from what the settings say.
func (t *target) predictFrom(e *opshim.Environment, o *analyzer.Options, run *report.Run) error {
	if t.fromModels() {
		note := "`mrt check` does NOT start from the models: what no revision makes is assumed to be there; `mrt verify` walks down from them"
		if !slices.Contains(run.Notes, note) {
			run.Notes = append(run.Notes, note)
		}
	}
	d, err := t.start(e)
	if d == nil || err != nil {
		return err
	}
	var statements []analyzer.StartStatement
	err = d.Statements(o.Dialect, func(sql string, line int) {
		statements = append(statements, analyzer.StartStatement{SQL: sql, Line: line})
	})
	if err != nil {
		return err
	}
	s, err := analyzer.ReadStart(d.File, o.Dialect, statements)
	if err != nil {
		return err
	}
	s.At, s.Holds, o.Start = d.At, d.Holds, s
	for _, what := range s.Coverage.Opaque {
		run.Notes = append(run.Notes, "NOT understood, so that the objects that it names are unknown: "+strings.TrimPrefix(what, "sql: "))
	}
	if s.RowsLeft {
		run.Notes = append(run.Notes, fmt.Sprintf("the rows of %s are NOT looked at: they are too many; `mrt verify` has them", d.File))
	}
	return nil
}

// coverStart counts the statements that a check started from with those of the
// first result.
func coverStart(results []finding.Result, s *analyzer.Start) {
	if s == nil || len(results) == 0 {
		return
	}
	c := &results[0].Coverage
	c.Statements += s.Coverage.Statements
	c.Opaque = append(slices.Clone(s.Coverage.Opaque), c.Opaque...)
}
