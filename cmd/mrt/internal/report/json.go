package report

import (
	"io"
	"math"

	"github.com/mrt-tools/mrt/analyzer/finding"
)

// The JSON document of `--format json`; cmd/mrt/internal/report/schema.json
// describes it and a test holds every output against that.
type jsonDocument struct {
	Tool      jsonTool       `json:"tool"`
	Command   string         `json:"command"`
	Project   jsonProject    `json:"project"`
	Revisions []jsonRevision `json:"revisions"`
	Findings  []jsonFinding  `json:"findings"`
	Notes     []string       `json:"notes,omitempty"`
	Hidden    map[string]int `json:"hidden,omitempty"`
	Summary   jsonSummary    `json:"summary"`
}

type jsonTool struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

type jsonProject struct {
	Config    string   `json:"config"`
	Dialect   string   `json:"dialect"`
	Revisions int      `json:"revisions"`
	Heads     []string `json:"heads"`
}

type jsonRevision struct {
	Revision string       `json:"revision"`
	File     string       `json:"file"`
	Title    string       `json:"title"`
	Verdict  string       `json:"verdict"`
	Cause    string       `json:"cause,omitempty"`
	Outcome  string       `json:"outcome,omitempty"`
	Stage    string       `json:"stage,omitempty"`
	Reason   string       `json:"reason,omitempty"`
	Resumed  string       `json:"resumed,omitempty"`
	Without  []string     `json:"without,omitempty"`
	Aside    string       `json:"aside,omitempty"`
	Upon     []string     `json:"upon,omitempty"`
	Drift    []string     `json:"drift,omitempty"`
	Missing  []string     `json:"missing,omitempty"`
	Database string       `json:"database,omitempty"`
	Seconds  *float64     `json:"seconds,omitempty"`
	Coverage jsonCoverage `json:"coverage"`

	Statements []jsonStatement `json:"statements,omitempty"`
}

type jsonStatement struct {
	Direction string     `json:"direction"`
	Line      int        `json:"line,omitempty"`
	SQL       string     `json:"sql"`
	Seconds   *float64   `json:"seconds,omitempty"`
	Changed   int64      `json:"changed"`
	Locks     []jsonLock `json:"locks"`
	Unseen    string     `json:"unseen,omitempty"`
}

type jsonLock struct {
	Table string `json:"table"`
	Rows  int    `json:"rows"`
	Mode  string `json:"mode"`
	Waits string `json:"waits"`
}

type jsonCoverage struct {
	Tables     *int      `json:"tables,omitempty"`
	Seeded     *int      `json:"seeded,omitempty"`
	Unseeded   *[]string `json:"unseeded,omitempty"`
	Calls      *int      `json:"calls,omitempty"`
	Statements *int      `json:"statements,omitempty"`
	Opaque     *[]string `json:"opaque,omitempty"`
}

type jsonFinding struct {
	Code        string     `json:"code"`
	Name        string     `json:"name"`
	Severity    string     `json:"severity"`
	Revision    string     `json:"revision"`
	File        string     `json:"file"`
	Line        int        `json:"line"`
	Column      int        `json:"column"`
	EndLine     int        `json:"end_line"`
	EndColumn   int        `json:"end_column"`
	Object      string     `json:"object"`
	Message     string     `json:"message"`
	Remedy      string     `json:"remedy"`
	Proof       string     `json:"proof"`
	Database    string     `json:"database,omitempty"`
	Related     []jsonNote `json:"related"`
	Fingerprint string     `json:"fingerprint"`
}

type jsonNote struct {
	File    string `json:"file"`
	Line    int    `json:"line"`
	Message string `json:"message"`
}

type jsonSummary struct {
	Revisions int      `json:"revisions"`
	Passed    int      `json:"passed"`
	Failed    int      `json:"failed"`
	Skipped   int      `json:"skipped"`
	Errors    int      `json:"errors"`
	Undecided int      `json:"undecided"`
	Findings  int      `json:"findings"`
	Seconds   *float64 `json:"seconds,omitempty"`
}

func writeJSON(w io.Writer, run *Run) error {
	return (&jsonWriter{out: w}).write(documentOf(run))
}

func documentOf(run *Run) jsonDocument {
	s := run.Summary()
	doc := jsonDocument{
		Tool:    jsonTool{"mrt", run.Version},
		Command: run.Command,
		Project: jsonProject{run.Project.Config, run.Project.Dialect, run.Project.Revisions,
			append([]string{}, run.Project.Heads...)},
		Revisions: []jsonRevision{}, Findings: []jsonFinding{},
		Notes: run.Notes, Hidden: run.Hidden,
		Summary: jsonSummary{s.Revisions, s.Passed, s.Failed, s.Skipped, s.Errors, s.Undecided, s.Findings,
			seconds(run, run.Took.Seconds())},
	}
	for _, res := range run.Results {
		doc.Revisions = append(doc.Revisions, revisionOf(run, res))
	}
	for _, f := range run.Findings() {
		doc.Findings = append(doc.Findings, findingOf(f))
	}
	return doc
}

func seconds(run *Run, s float64) *float64 {
	if !run.Timing {
		return nil
	}
	s = math.Round(s*1e6) / 1e6
	return &s
}

func revisionOf(run *Run, res finding.Result) jsonRevision {
	r := jsonRevision{Revision: res.Revision, File: res.File, Title: res.Title,
		Verdict: res.Verdict.String(), Cause: res.Cause, Outcome: res.Outcome.String(),
		Stage: res.Stage.String(), Reason: res.Reason, Resumed: res.Resumed, Without: res.Without, Aside: res.Aside, Upon: res.Upon, Drift: res.Drift, Missing: res.Missing, Database: res.Database}
	for _, st := range res.Statements {
		r.Statements = append(r.Statements, statementOf(run, st))
	}
	c := res.Coverage
	if run.Command == "verify" {
		unseeded := append([]string{}, c.Unseeded...)
		r.Coverage = jsonCoverage{Tables: &c.Tables, Seeded: &c.Seeded, Unseeded: &unseeded}
		r.Seconds = seconds(run, res.Took.Seconds())
		return r
	}
	opaque := append([]string{}, c.Opaque...)
	r.Coverage = jsonCoverage{Calls: &c.Calls, Statements: &c.Statements, Opaque: &opaque}
	return r
}

func statementOf(run *Run, st finding.Statement) jsonStatement {
	out := jsonStatement{Direction: direction(st), SQL: st.SQL, Seconds: seconds(run, st.Took.Seconds()), Changed: st.Changed, Locks: []jsonLock{}, Unseen: st.Unseen}
	if st.At.IsValid() {
		out.Line = st.At.Position().Line
	}
	for _, l := range st.Locks {
		out.Locks = append(out.Locks, jsonLock(l))
	}
	return out
}

// direction is the name of the function that a statement comes from.
func direction(st finding.Statement) string {
	if st.Down {
		return "downgrade"
	}
	return "upgrade"
}

func findingOf(f finding.Finding) jsonFinding {
	p := placeOf(f)
	out := jsonFinding{Code: string(f.Code), Name: f.Code.Name(), Severity: f.Severity.String(),
		Revision: f.Revision, File: p.file, Line: p.line, Column: p.column, EndLine: p.endLine,
		EndColumn: p.endColumn, Object: f.Object, Message: f.Message, Remedy: f.Remedy,
		Proof: f.Proof.String(), Database: f.Database, Related: []jsonNote{}, Fingerprint: f.Fingerprint}
	for _, n := range f.Related {
		note := jsonNote{Message: n.Message}
		if n.At.IsValid() {
			note.File, note.Line = n.At.Source.Name, n.At.Position().Line
		}
		out.Related = append(out.Related, note)
	}
	return out
}
