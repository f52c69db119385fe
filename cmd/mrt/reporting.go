package main

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/mrt-tools/mrt/analyzer/finding"
	"github.com/mrt-tools/mrt/cmd/mrt/internal/report"
	"github.com/mrt-tools/mrt/cmd/mrt/internal/selection"
	"github.com/mrt-tools/mrt/cmd/mrt/internal/settings"
	"github.com/mrt-tools/mrt/opshim/script"
	"github.com/mrt-tools/mrt/verifier"
	"github.com/urfave/cli/v2"
)

// A reporting holds the checked flags of a command that reports findings.
type reporting struct {
	outlets      []outlet // of --format and --output first, then one per --also
	threshold    finding.Severity
	strict       bool
	selectCodes  []finding.Code
	ignoreCodes  []finding.Code
	baseline     string
	writeTo      string
	since        string
	revRange     string
	minCoverage  float64
	timing       bool
	compat       bool // rolling deploys count
	shardI, outN int
}

func newReporting(c *cli.Context, env environment) (*reporting, error) {
	r := &reporting{strict: c.Bool("strict"), since: c.String("since"), revRange: c.String("range"), minCoverage: c.Float64("min-coverage"),
		timing: !c.Bool("no-timing"), compat: c.Bool("check-compat")}
	var err error
	if r.outlets, err = outlets(c, env); err != nil {
		return nil, err
	}
	sev, ok := finding.ParseSeverity(c.String("fail-on"))
	if !ok || sev == finding.Off {
		return nil, usagef("--fail-on takes error, warning or note, not %q", c.String("fail-on"))
	}
	if r.threshold = sev; r.strict {
		r.threshold = min(sev, finding.Warning)
	}
	if r.selectCodes, err = codes("--select", c.String("select")); err != nil {
		return nil, err
	}
	if r.ignoreCodes, err = codes("--ignore", c.String("ignore")); err != nil {
		return nil, err
	}
	if r.minCoverage < 0 || r.minCoverage > 100 {
		return nil, usagef("--min-coverage takes a percentage, not %v", r.minCoverage)
	}
	if r.revRange != "" && strings.Count(r.revRange, ":") != 1 {
		return nil, usagef("--range takes FROM:TO, not %q", r.revRange)
	}
	if c.Int("jobs") < 1 {
		return nil, usagef("--jobs takes a number from 1, not %d", c.Int("jobs"))
	}
	if c.Bool("write-baseline") && c.String("baseline") == "" {
		return nil, usagef("--write-baseline needs --baseline FILE")
	}
	if c.Bool("write-baseline") {
		r.writeTo = c.String("baseline")
	} else {
		r.baseline = c.String("baseline")
	}
	if r.shardI, r.outN, err = shard(c.String("shard"), env); err != nil {
		return nil, err
	}
	return r, nil
}

// codes splits and checks a list of codes or prefixes.
func codes(flag, list string) ([]finding.Code, error) {
	var out []finding.Code
	for _, word := range strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == ' ' }) {
		known := slices.ContainsFunc(finding.Codes(), func(i finding.CodeInfo) bool { return strings.HasPrefix(string(i.Code), word) })
		if !known {
			names := []string{}
			for _, i := range finding.Codes() {
				names = append(names, string(i.Code))
			}
			near := ""
			if n := settings.Nearest(word, names); n != "" {
				near = fmt.Sprintf("; did you mean %s?", n)
			}
			return nil, usagef("%s: there is no code %s%s (`mrt explain` lists them)", flag, word, near)
		}
		out = append(out, finding.Code(word))
	}
	return out, nil
}

// shard reads --shard I/N, else the variables of Bazel's test sharding.
func shard(flag string, env environment) (i, n int, err error) {
	if flag == "" {
		index, total := env.Getenv("TEST_SHARD_INDEX"), env.Getenv("TEST_TOTAL_SHARDS")
		if index == "" || total == "" {
			return 0, 1, nil
		}
		if _, err := fmt.Sscanf(index+"/"+total, "%d/%d", &i, &n); err != nil || n < 1 || i < 0 || i >= n {
			return 0, 0, usagef("TEST_SHARD_INDEX=%s and TEST_TOTAL_SHARDS=%s do not name a shard", index, total)
		}
		if status := env.Getenv("TEST_SHARD_STATUS_FILE"); status != "" {
			if err := os.WriteFile(status, nil, 0o644); err != nil {
				return 0, 0, err
			}
		}
		return i, n, nil
	}
	if _, err := fmt.Sscanf(flag, "%d/%d", &i, &n); err != nil || n < 1 || i < 1 || i > n {
		return 0, 0, usagef("--shard takes I/N with I from 1 to N, not %q", flag)
	}
	return i - 1, n, nil
}

// graphOf is the history as reports draw it.
func graphOf(t *target, h *script.History) []report.Node {
	order, err := h.Order()
	if err != nil {
		return nil // which the findings tell
	}
	nodes := make([]report.Node, 0, len(order))
	for _, rev := range order {
		nodes = append(nodes, report.Node{ID: rev.ID, File: t.project.Show(rev.File), Title: rev.Doc,
			Down: rev.Down, DependsOn: rev.Dependencies(), Labels: rev.Labels})
	}
	return nodes
}

// finish selects, writes the report and turns the run into an exit.
func (r *reporting) finish(env environment, t *target, h *script.History, run *report.Run, started time.Time) error {
	if err := r.deliver(env, t, h, run, started); err != nil || r.writeTo != "" {
		return err
	}
	return r.verdict(env, run)
}

// deliver selects and writes the report.
func (r *reporting) deliver(env environment, t *target, h *script.History, run *report.Run, started time.Time) error {
	if err := r.selectFindings(t, h, run); err != nil {
		return err
	}
	run.Version, run.Threshold, run.Strict, run.Timing = version, r.threshold, r.strict, r.timing
	run.Took = time.Since(started)
	if r.detailed() {
		run.History = graphOf(t, h)
	}
	if r.writeTo != "" {
		if err := writeBaseline(r.writeTo, run.Findings()); err != nil {
			return err
		}
		fmt.Fprintf(env.Stderr, "mrt: wrote %d findings to %s\n", len(run.Findings()), r.writeTo)
		return nil
	}
	return r.write(env.Stdout, run)
}

func (r *reporting) verdict(env environment, run *report.Run) error {
	if n := run.Errors(); n > 0 {
		fmt.Fprintf(env.Stderr, "mrt: %d of %d revisions could not be verified; the report says why\n", n, len(run.Results))
		return errReported
	}
	if n := unloadable(run); n > 0 {
		fmt.Fprintf(env.Stderr, "mrt: %d files could not be loaded; the report says why\n", n)
		return errReported
	}
	if got, ok := understood(run); ok && got < r.minCoverage {
		fmt.Fprintf(env.Stderr, "mrt: %.1f %% of calls and statements were understood, fewer than --min-coverage %v\n", got, r.minCoverage)
		return errFindings
	}
	if run.Fails() {
		return errFindings
	}
	return nil
}

// unloadable counts the revisions of a prediction that could not even be read.
func unloadable(run *report.Run) int {
	n := 0
	for _, res := range run.Results {
		if res.Outcome == finding.NoOutcome && strings.HasPrefix(res.Cause, "load:") {
			n++
		}
	}
	return n
}

// understood is the share of calls and statements that a prediction
// understood, in percent.
func understood(run *report.Run) (float64, bool) {
	var sum finding.Coverage
	for _, res := range run.Results {
		sum.Calls += res.Coverage.Calls
		sum.Statements += res.Coverage.Statements
		sum.Opaque = append(sum.Opaque, res.Coverage.Opaque...)
	}
	return sum.Understood(), run.Command == "check"
}

func (r *reporting) selectFindings(t *target, h *script.History, run *report.Run) error {
	o := selection.Options{Select: r.selectCodes, Ignore: r.ignoreCodes, Severity: r.severities(t.settings), Today: time.Now(), Part: r.outN > 1, Later: r.shardI > 0,
		Known: knows(h)}
	for _, e := range t.settings.Exclude {
		o.Exclude = append(o.Exclude, selection.Exclusion{Revision: e.Revision, Codes: e.Codes, Reason: e.Reason, Expires: e.Expires})
	}
	var err error
	if r.baseline != "" {
		if o.Baseline, err = readBaseline(r.baseline); err != nil {
			return err
		}
	}
	if r.since != "" {
		changed, err := changedSince(t.project.ScriptDir, r.since, knows(h))
		if err != nil {
			return err
		}
		o.Changed = func(file string) bool { return changed(absolute(t, file)) }
	}
	run.Results, run.Hidden = selection.Apply(run.Results, o)
	return nil
}

// severities are those that the user set, for codes or for a whole family.
func (r *reporting) severities(s *settings.Settings) map[finding.Code]finding.Severity {
	if !r.compat && !s.Check.Compat {
		return s.Severity
	}
	out := finding.DeploySeverities()
	maps.Copy(out, s.Severity)
	return out
}

// knows tells whether a history has a revision.
func knows(h *script.History) func(id string) bool {
	return func(id string) bool { rev, err := h.Revision(id); return err == nil && rev != nil }
}

// absolute undoes script.Project.Show.
func absolute(t *target, shown string) string {
	if filepath.IsAbs(shown) {
		return shown
	}
	wd, err := os.Getwd()
	if err != nil {
		wd = t.project.WorkDir
	}
	return filepath.Join(wd, shown)
}

// wanted returns the revisions that --range, and the shard, ask a report for;
// nil means all.
func (r *reporting) wanted(h *script.History) (map[string]bool, error) {
	if r.revRange == "" && r.outN == 1 {
		return nil, nil
	}
	order, err := h.Order()
	if err != nil {
		return nil, err
	}
	ids, err := r.ranged(h)
	if err != nil {
		return nil, err
	}
	ends := r.cut(len(order))
	from := 0
	if r.shardI > 0 {
		from = ends[r.shardI-1]
	}
	for i, rev := range order {
		switch {
		case i < from || i >= ends[r.shardI]:
			delete(ids, rev.ID)
		case r.revRange == "":
			ids[rev.ID] = true
		}
	}
	return ids, nil
}

// cut says where the shards end: they are contiguous parts of the history.
func (r *reporting) cut(revisions int) []int {
	return verifier.Cut(0, revisions, r.outN)
}

// ranged are the revisions that --range selects, none without it.
func (r *reporting) ranged(h *script.History) (map[string]bool, error) {
	ids := map[string]bool{}
	if r.revRange == "" {
		return ids, nil
	}
	from, to, _ := strings.Cut(r.revRange, ":")
	steps, err := h.Upgrade(script.One(to), script.Many(nonEmpty(from)...))
	if err != nil {
		return nil, err
	}
	for _, s := range steps {
		if run, ok := s.(*script.RevisionStep); ok {
			ids[run.Revision.ID] = true
		}
	}
	return ids, nil
}

func nonEmpty(s string) []string {
	if s == "" || s == "base" {
		return nil
	}
	return []string{s}
}

// onProject is the action of a command that reports on one project.
func onProject(env environment, run func(*cli.Context, environment, *reporting, *target, time.Time) error) cli.ActionFunc {
	return func(c *cli.Context) error {
		started := time.Now()
		r, err := newReporting(c, env)
		if err != nil {
			return err
		}
		t, err := located(c, env)
		if err != nil {
			return err
		}
		return run(c, env, r, t, started)
	}
}
