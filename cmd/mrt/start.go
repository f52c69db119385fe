package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/mrt-tools/mrt/cmd/mrt/internal/report"
	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/opshim/script"
	"github.com/mrt-tools/mrt/verifier"
)

// start reads what the settings say that the history starts from; nil for an
// empty database.
func (t *target) start(e *opshim.Environment) (*verifier.Dump, error) {
	s := t.settings.Verify
	if s.Start == "models" {
		return nil, &hinted{fmt.Errorf("%s: start = \"models\" under [verify] is not to be had in this version", t.project.Show(t.settings.File)),
			"let `mrt init --schema` draft what was there before the first revision, or state a dump of production with the revision that it stands at: schema = \"schema.sql\", at = \"ab12\""}
	}
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
