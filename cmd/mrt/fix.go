package main

import (
	"fmt"
	"strings"
	"time"

	"github.com/mrt-tools/mrt/analyzer"
	"github.com/mrt-tools/mrt/analyzer/finding"
	"github.com/mrt-tools/mrt/analyzer/pywrite"
	"github.com/mrt-tools/mrt/cmd/mrt/internal/report"
	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/opshim/script"
	"github.com/urfave/cli/v2"
)

// fix prints the mended downgrades as a patch on stdout, and what it says of
// each revision on stderr. The exit is that of the check without --fix, since
// nothing is changed.
func fix(c *cli.Context, env environment, r *reporting, t *target, e *opshim.Environment, order []*script.Revision, o analyzer.Options, run *report.Run) error {
	wanted, err := r.fixable(t, e.History)
	if err != nil {
		return err
	}
	progress := newProgress(env, c, "check --fix", len(order))
	defer progress.done()
	var patch strings.Builder
	var told []string
	for m, err := range analyzer.Fix(c.Context, e, order, wanted, o) {
		if err != nil {
			return err
		}
		progress.step(m.Result.Revision, m.Result.Verdict.String())
		if wanted(m.Result.Revision) {
			run.Results = append(run.Results, m.Result)
		}
		if m.New != nil {
			patch.WriteString(pywrite.Diff(m.Result.File, string(m.Old), string(m.New)))
		}
		if s := mendSentence(m); s != "" {
			told = append(told, s)
		}
	}
	progress.done()
	for _, s := range told {
		fmt.Fprintln(env.Stderr, s)
	}
	if err := r.selectFindings(t, e.History, run); err != nil {
		return err
	}
	run.Threshold, run.Strict = r.threshold, r.strict
	if _, err := fmt.Fprint(env.Stdout, patch.String()); err != nil {
		return err
	}
	return r.verdict(env, run)
}

// unmended is what --fix does where one downgrade() serves several databases: it
// says so, and the exit is that of the check.
func (r *reporting) unmended(env environment, t *target, views []*opshim.Environment, run *report.Run) error {
	var names []string
	for _, v := range views {
		names = append(names, v.Database)
	}
	fmt.Fprintf(env.Stderr, "mrt: nothing is mended: one downgrade() serves several databases (%s)\n", strings.Join(names, ", "))
	if err := r.selectFindings(t, views[0].History, run); err != nil {
		return err
	}
	run.Threshold, run.Strict = r.threshold, r.strict
	return r.verdict(env, run)
}

// mendSentence says what became of one revision; empty if it needs nothing.
func mendSentence(m analyzer.Mend) string {
	switch {
	case m.New != nil && m.Verdict == finding.Lossless:
		return m.Result.Revision + ": mended, lossless"
	case m.New != nil && m.Verdict == finding.Unknown:
		return m.Result.Revision + ": mended; the schema comes back, try the rows with `mrt verify` (" + strings.TrimPrefix(m.Cause, "rows: ") + ")"
	case m.New != nil:
		s := m.Result.Revision + ": mended, " + m.Verdict.String()
		if len(m.Lost) > 0 {
			s += "; cannot be restored: " + strings.Join(m.Lost, ", ")
		}
		return s
	case m.Refused != "":
		return m.Result.Revision + ": not mended: " + m.Refused
	}
	return ""
}

// fixable tells which revisions may be mended: those that the flags select
// and that mrt.toml does not exclude as a whole.
func (r *reporting) fixable(t *target, h *script.History) (func(id string) bool, error) {
	wanted, err := r.wanted(h)
	if err != nil {
		return nil, err
	}
	excluded := map[string]bool{}
	for _, x := range t.settings.Exclude {
		if expired := !x.Expires.IsZero() && time.Now().After(x.Expires); len(x.Codes) == 0 && !expired {
			excluded[x.Revision] = true
		}
	}
	var changed func(string) bool
	if r.since != "" {
		if changed, err = changedSince(t.project.ScriptDir, r.since, knows(h)); err != nil {
			return nil, err
		}
	}
	return func(id string) bool {
		if wanted != nil && !wanted[id] || excluded[id] {
			return false
		}
		rev, err := h.Revision(id)
		return changed == nil || err == nil && rev != nil && changed(rev.File)
	}, nil
}
