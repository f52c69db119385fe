package main

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/mrt-tools/mrt/cmd/mrt/internal/report"
	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/verifier"
)

// fromModels reports whether a verification starts at the head, from the models.
func (t *target) fromModels() bool { return t.settings.Verify.Start == "models" }

// models finds the models of env.py. What they lack goes to the notes of the report.
func (t *target) models(ctx context.Context, e *opshim.Environment, run *report.Run) (*opshim.Models, error) {
	m, err := e.Models(ctx)
	if err != nil {
		return nil, t.noModels(err)
	}
	for _, n := range m.Notes {
		if note := "of the models: " + n; !slices.Contains(run.Notes, note) {
			run.Notes = append(run.Notes, note)
		}
	}
	return m, nil
}

// noModels says what keeps a verification from starting at the models, and what to
// do about it.
func (t *target) noModels(err error) error {
	var none *opshim.NoModels
	var refused *verifier.ModelsError
	setting := t.project.Show(t.settings.File) + ": start = \"models\" under [verify]: "
	switch {
	case errors.As(err, &none):
		place := ""
		if none.At.IsValid() {
			place = where(none.At)
		}
		out := fmt.Errorf("%s%s%s", setting, place, sentence(none.Why))
		if none.Remedy == "" {
			return out
		}
		return &hinted{out, none.Remedy}
	case errors.As(err, &refused):
		out := fmt.Errorf("%s%s", setting, refused.Error())
		switch refused.Kind {
		case "schema", "extension", "role":
			return &hinted{out, fmt.Sprintf("if it is made outside of the models, state create = [%q] under [verify] in mrt.toml", refused.Kind+":"+refused.Name)}
		case "function", "type":
			return &hinted{out, "state under [verify] in mrt.toml what makes it: create = [\"extension:…\"]"}
		}
		return out
	}
	return err
}

// maxDrift is how many differences between models and revisions a note names.
const maxDrift = 3

// noteDrift names the first differences between what the models say and what the
// revisions make: none of them is the fault of the revision where it is seen.
func noteDrift(run *report.Run) {
	n := 0
	for _, res := range run.Results {
		for _, d := range res.Drift {
			if n++; n <= maxDrift {
				run.Notes = append(run.Notes, fmt.Sprintf("models and revisions differ (no fault of the revision): compared with the models, after the upgrade of %s %s", res.Revision, d))
			}
		}
	}
	if n > maxDrift {
		run.Notes = append(run.Notes, fmt.Sprintf("models and revisions differ in %d more places (-v and the JSON report list them)", n-maxDrift))
	}
}
