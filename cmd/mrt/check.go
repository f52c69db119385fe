package main

import (
	"cmp"
	"errors"
	"fmt"
	"time"

	"github.com/mrt-tools/mrt/analyzer"
	"github.com/mrt-tools/mrt/analyzer/finding"
	"github.com/mrt-tools/mrt/cmd/mrt/internal/report"
	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/opshim/script"
	"github.com/urfave/cli/v2"
)

func checkCommand(env environment) *cli.Command {
	return &cli.Command{
		Name: "check", Usage: "predicts what a downgrade cannot give back, without a database", ArgsUsage: "[PATH]",
		Flags: append(append(commonFlags(), reportFlags()...),
			&cli.BoolFlag{Name: "fix", Usage: "print the mended downgrade() functions as a patch"},
			&cli.BoolFlag{Name: "check-compat", Usage: "rolling deploys count: MRT701 to MRT704 are errors, MRT705 is a warning"}),
		Action: onProject(env, check),
	}
}

func check(c *cli.Context, env environment, r *reporting, t *target, started time.Time) error {
	e, err := t.open(c.Context, c, env)
	if err != nil {
		return err
	}
	order, err := e.History.Order()
	if err != nil {
		return err
	}
	wanted, err := r.wanted(e.History)
	if err != nil {
		return err
	}
	run := &report.Run{Command: "check", Project: report.Project{Config: configName(t.project),
		Revisions: len(e.History.All()), Heads: e.History.Heads()}}
	o := analyzer.Options{File: t.project.Show, ServerVersion: versionNumbers(t.settings.Project.ServerVersion),
		Detail: r.detailed()}
	views, left := e.Databases()
	if c.Bool("fix") && len(views) == 1 {
		o.Dialect, o.Release = cmp.Or(t.dialect, e.Dialect(), "sqlite"), true
		if err := t.predictFrom(e, &o, run); err != nil {
			return err
		}
		return fix(c, env, r, t, e, order, o, run)
	}
	interrupted := checkAll(c, env, t, views, order, wanted, o, run)
	if interrupted != nil && (c.Context.Err() == nil || len(run.Results) == 0 || r.writeTo != "" || c.Bool("fix")) {
		return interrupted
	}
	if c.Bool("fix") {
		return r.unmended(env, t, views, run)
	}
	noteLeft(run, left)
	if e.Problem != nil {
		run.Notes = append(run.Notes, fmt.Sprintf("env.py could not be executed to its end: %s", e.Problem))
	}
	addGraphFindings(run, r.ofShard(analyzer.Graph(e.History), e.History, wanted))
	if interrupted != nil { // what is known is reported all the same
		return errors.Join(interrupted, r.deliver(env, t, e.History, run, started))
	}
	return r.finish(env, t, e.History, run, started)
}

// checkAll checks the revisions on each of the databases of env.py.
func checkAll(c *cli.Context, env environment, t *target, views []*opshim.Environment, order []*script.Revision, wanted map[string]bool, o analyzer.Options, run *report.Run) error {
	progress := newProgress(env, c, "check", len(order)*len(views))
	defer progress.done()
	for i, view := range views {
		made, before := 0, len(run.Results)
		o.Dialect, o.Release = cmp.Or(t.dialect, view.Dialect(), "sqlite"), i == len(views)-1
		addDialect(run, o.Dialect)
		if err := t.predictFrom(view, &o, run); err != nil {
			return err
		}
		for res, err := range analyzer.Check(c.Context, view, order, o) {
			if err != nil {
				notReached(t, order[made:], wanted, run)
				return err
			}
			made++
			progress.step(res.Revision, res.Verdict.String())
			if wanted == nil || wanted[res.Revision] {
				run.Results = append(run.Results, ofDatabase(res, view, o.Dialect))
			}
		}
		coverStart(run.Results[before:], o.Start)
	}
	return nil
}

// notReached adds the results of the revisions that an interrupted check did not
// come to.
func notReached(t *target, rest []*script.Revision, wanted map[string]bool, run *report.Run) {
	n := 0
	for _, rev := range rest {
		if wanted == nil || wanted[rev.ID] {
			n++
			run.Results = append(run.Results, finding.Result{Revision: rev.ID, File: t.project.Show(rev.File), Title: rev.Doc,
				Cause: "run: not reached, because the check was interrupted"})
		}
	}
	if len(run.Results) == n {
		run.Results = nil // nothing is known
		return
	}
	run.Notes = append(run.Notes, fmt.Sprintf("the check was interrupted; NOT looked at: %d revisions", n))
}

// addGraphFindings puts what concerns the history as a whole beside the
// revision that it names, or into a result of its own.
func addGraphFindings(run *report.Run, findings []finding.Finding) {
next:
	for _, f := range findings {
		for i := range run.Results {
			if run.Results[i].Revision == f.Revision {
				run.Results[i].Findings = append(run.Results[i].Findings, f)
				continue next
			}
		}
		file := ""
		if f.At.IsValid() {
			file = f.At.Source.Name
		}
		run.Results = append(run.Results, finding.Result{Revision: f.Revision, File: file, Cause: "load: " + f.Message,
			Findings: []finding.Finding{f}})
	}
}
