package main

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/mrt-tools/mrt/analyzer/finding"
	"github.com/mrt-tools/mrt/cmd/mrt/internal/report"
	"github.com/mrt-tools/mrt/cmd/mrt/internal/settings"
	"github.com/mrt-tools/mrt/opshim"
	"github.com/mrt-tools/mrt/opshim/script"
	"github.com/mrt-tools/mrt/verifier"
	"github.com/urfave/cli/v2"
)

func verifyCommand(env environment) *cli.Command {
	return &cli.Command{
		Name: "verify", Usage: "proves: real round trips on scratch databases", ArgsUsage: "[PATH]",
		Flags: append(append(commonFlags(), reportFlags()...),
			&cli.StringSliceFlag{Name: "db", Usage: "sqlite, the `URL` of a server, or postgresql|mysql|mariadb alone (repeatable)"},
			&cli.IntFlag{Name: "rows", Usage: "rows seeded per table", Value: 3},
			&cli.DurationFlag{Name: "timeout", Usage: "per revision", Value: time.Minute},
			&cli.BoolFlag{Name: "fail-fast", Usage: "stop at the first failure"},
			&cli.BoolFlag{Name: "interrupt", Usage: "also stop migrations at each statement, where DDL is not transactional, and see whether they recover"},
			&cli.BoolFlag{Name: "locks", Usage: "also measure each statement: how long it takes, what it locks, and what waits for it"},
			&cli.BoolFlag{Name: "keep", Usage: "leave the scratch databases and print their URLs on stderr"},
			&cli.StringFlag{Name: "repro", Usage: "write an SQL script to `DIR` for each failure"}),
		Action: onProject(env, verify),
	}
}

func verify(c *cli.Context, env environment, r *reporting, t *target, started time.Time) error {
	if c.Int("rows") < 0 {
		return usagef("--rows takes a number from 0, not %d", c.Int("rows"))
	}
	urls, err := databases(c, t)
	if err != nil {
		return err
	}
	run := &report.Run{Command: "verify"}
	var history *script.History
	var ended error
all:
	for i, url := range urls {
		provings, left, err := t.forDatabase(c, env, url)
		if err != nil {
			return err
		}
		if history = provings[0].env.History; i == 0 {
			run.Project = report.Project{Config: configName(t.project), Revisions: len(history.All()), Heads: history.Heads()}
			noteLeft(run, left)
		}
		for _, p := range provings {
			addDialect(run, p.dialect)
			if ended = p.verify(c, env, r, run); ended != nil {
				break all
			}
		}
	}
	switch {
	case ended == nil:
		return r.finish(env, t, history, run, started)
	case len(run.Results) > 0 && r.writeTo == "": // what is known is reported all the same
		return errors.Join(ended, r.deliver(env, t, history, run, started))
	}
	return ended
}

// databases lists what to verify on: the flags, else the settings, else ""
// for the project's own dialect.
func databases(c *cli.Context, t *target) ([]string, error) {
	urls := c.StringSlice("db")
	if len(urls) == 0 {
		urls = t.settings.Verify.Databases
	}
	for _, url := range urls {
		d := dialectOf(url)
		if d == "" {
			return nil, usagef("--db %s: the scheme is none of %s", withoutPassword(url), strings.Join(settings.Dialects(), ", "))
		}
		if flag := c.String("dialect"); flag != "" && flag != d && !aboutMariaDB(flag, d) {
			return nil, usagef("--dialect %s contradicts --db %s", flag, withoutPassword(url))
		}
	}
	if len(urls) == 0 {
		urls = []string{""}
	}
	return urls, nil
}

// withoutPassword is a URL as a message may show it.
func withoutPassword(url string) string {
	scheme, rest, ok := strings.Cut(url, "://")
	at := strings.LastIndexByte(rest, '@')
	if !ok || at < 0 {
		return url
	}
	user, _, _ := strings.Cut(rest[:at], ":")
	return scheme + "://" + user + ":***" + rest[at:]
}

// dialectOf is the dialect that a database URL, or a bare name, is for.
func dialectOf(url string) string {
	scheme, _, _ := strings.Cut(url, ":")
	scheme, _, _ = strings.Cut(scheme, "+")
	if scheme == "postgres" {
		scheme = "postgresql"
	}
	if slices.Contains(settings.Dialects(), scheme) {
		return scheme
	}
	return ""
}

// aboutMariaDB: a URL of the scheme mysql leads to a MariaDB server as well
// (SQLAlchemy: "MariaDB support" of the MySQL dialect).
func aboutMariaDB(dialect, scheme string) bool { return dialect == "mariadb" && scheme == "mysql" }

// A proving is one project on one database.
type proving struct {
	*target
	env     *opshim.Environment
	url     string
	dialect string
}

// forDatabase gives what to prove on a server, once for each database that
// env.py has; left are those that are too many.
func (t *target) forDatabase(c *cli.Context, env environment, url string) (provings []*proving, left []string, err error) {
	own := *t
	if url != "" {
		if d := dialectOf(url); !aboutMariaDB(own.dialect, d) {
			own.dialect = d
		}
	}
	e, err := own.open(c.Context, c, env)
	if err != nil {
		return nil, nil, err
	}
	views, left := e.Databases()
	for _, view := range views {
		p := &proving{target: &own, env: view, url: url, dialect: cmp.Or(own.dialect, view.Dialect(), "sqlite")}
		if p.url == "" {
			p.url = p.dialect
		}
		provings = append(provings, p)
	}
	return provings, left, nil
}

func (p *proving) verify(c *cli.Context, env environment, r *reporting, run *report.Run) error {
	jobs, trips, err := p.divide(c, env, r, run)
	if err != nil {
		return err
	}
	progress := newProgress(env, c, "verify on "+p.dialect, trips)
	defer progress.done()
	for _, j := range jobs {
		j.watch(progress)
	}
	for res, err := range together(c.Context, jobs) {
		if err != nil {
			return p.noModels(err)
		}
		run.Results = append(run.Results, ofDatabase(res, p.env, res.Database))
	}
	noteMissing(run)
	noteDrift(run)
	if r.shardI == 0 {
		run.Results = append(run.Results, p.unreadable()...)
	}
	return nil
}

func (p *proving) options(c *cli.Context, env environment) verifier.Options {
	s := p.settings.Verify
	o := verifier.Options{Database: p.url, Rows: c.Int("rows"), Timeout: c.Duration("timeout"), FailFast: c.Bool("fail-fast"), Interrupt: c.Bool("interrupt"), Locks: c.Bool("locks"),
		Repro: c.String("repro"), Before: s.Before, Seeds: map[string]verifier.SeedRule{}}
	for _, object := range s.Create {
		o.Create = append(o.Create, createStatement(object))
	}
	for table, seed := range p.settings.Seed {
		o.Seeds[table] = verifier.SeedRule{Rows: seed.Rows, SQL: seed.SQL, Skip: seed.Skip}
	}
	if !c.IsSet("rows") && s.Rows != nil {
		o.Rows = *s.Rows
	}
	if o.Rows == 0 {
		o.Rows = verifier.NoRows
	}
	if !c.IsSet("timeout") && s.Timeout > 0 {
		o.Timeout = s.Timeout
	}
	if c.Bool("keep") {
		o.Keep = func(url string) { fmt.Fprintf(env.Stderr, "mrt: kept %s\n", url) }
		o.KeepServer = func(stop string) { fmt.Fprintf(env.Stderr, "mrt: its server goes on; to end it: %s\n", stop) }
	}
	o.Configure(p.env)
	return o
}

// createStatement is the SQL for an entry of [verify] create; the settings have
// checked its form. A role belongs to the whole server, so it is made only
// where there is none.
func createStatement(object string) string {
	kind, name, _ := strings.Cut(object, ":")
	quoted := `"` + strings.ReplaceAll(name, `"`, `""`) + `"`
	switch kind {
	case "schema":
		return "CREATE SCHEMA IF NOT EXISTS " + quoted
	case "extension":
		return "CREATE EXTENSION IF NOT EXISTS " + quoted
	default:
		return "DO $$ BEGIN CREATE ROLE " + quoted + "; EXCEPTION WHEN duplicate_object THEN NULL; END $$"
	}
}

// unreadable reports the files that could not be read as revisions.
func (p *proving) unreadable() []finding.Result {
	var out []finding.Result
	for _, f := range p.env.History.Failures {
		out = append(out, finding.Result{Revision: p.project.Show(f.File), File: p.project.Show(f.File),
			Cause: "load: " + bare(f.Err), Outcome: finding.CouldNot, Stage: finding.Load, Database: p.dialect,
			Findings: []finding.Finding{unreadableFinding(p.target, f)}})
	}
	return out
}

func unreadableFinding(t *target, f script.Failure) finding.Finding {
	remedy := "mend the file; until then nothing is known about it"
	var missing *opshim.MissingPackage
	if errors.As(f.Err, &missing) {
		remedy = missing.Remedy()
	}
	return finding.Finding{Code: "MRT001", Severity: finding.Error, Revision: t.project.Show(f.File), At: f.At,
		Object: t.project.Show(f.File), Message: "the file cannot be loaded: " + bare(f.Err),
		Remedy: remedy, Proof: finding.Pattern}
}
