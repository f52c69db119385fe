package main

import (
	"cmp"
	"fmt"
	"time"

	"github.com/mrt-tools/mrt/analyzer"
	"github.com/mrt-tools/mrt/analyzer/finding"
	"github.com/mrt-tools/mrt/cmd/mrt/internal/report"
	"github.com/urfave/cli/v2"
)

func checkCommand(env environment) *cli.Command {
	return &cli.Command{
		Name: "check", Usage: "predicts what a downgrade cannot give back, without a database", ArgsUsage: "[PATH]",
		Flags: append(append(commonFlags(), reportFlags()...),
			&cli.BoolFlag{Name: "fix", Usage: "print the mended downgrade() functions as a patch"}),
		Action: func(c *cli.Context) error {
			started := time.Now()
			r, err := newReporting(c, env)
			if err != nil {
				return err
			}
			path, err := onePath(c)
			if err != nil {
				return err
			}
			t, err := locate(c, env, path)
			if err != nil {
				return err
			}
			return check(c, env, r, t, started)
		},
	}
}

func check(c *cli.Context, env environment, r *reporting, t *target, started time.Time) error {
	e, err := t.open(c.Context, c, env)
	if err != nil {
		return err
	}
	order, err := upgradeOrder(e.History)
	if err != nil {
		return err
	}
	wanted, err := r.wanted(e.History)
	if err != nil {
		return err
	}
	dialect := cmp.Or(t.dialect, e.Dialect(), "sqlite")
	run := &report.Run{Command: "check", Project: report.Project{Config: configName(t.project), Dialect: dialect,
		Revisions: len(e.History.All()), Heads: e.History.Heads()}}
	o := analyzer.Options{Dialect: dialect, File: t.project.Show, Release: true, ServerVersion: versionNumbers(t.settings.Project.ServerVersion)}
	if c.Bool("fix") {
		return fix(c, env, r, t, e, order, o, run)
	}
	progress := newProgress(env, c, len(order))
	defer progress.done()
	for res, err := range analyzer.Check(c.Context, e, order, o) {
		if err != nil {
			return err
		}
		progress.step(res.Revision, res.Verdict.String())
		if wanted == nil || wanted[res.Revision] {
			run.Results = append(run.Results, res)
		}
	}
	progress.done()
	if e.Problem != nil {
		run.Notes = append(run.Notes, fmt.Sprintf("env.py could not be executed to its end: %s", e.Problem))
	}
	addGraphFindings(run, analyzer.Graph(e.History))
	return r.finish(env, t, e.History, run, started)
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
