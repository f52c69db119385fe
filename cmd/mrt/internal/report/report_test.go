package report

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/mrt-tools/mrt/analyzer/finding"
	"github.com/mrt-tools/mrt/pyrt/syntax"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

// sampleRun has one of everything that a report can meet.
func sampleRun(t *testing.T, command string) *Run {
	t.Helper()
	text := "def upgrade():\n    op.drop_column(\"u\", \"ä<b>&|\")\n"
	src, err := syntax.NewSource("versions/a1_x.py", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	at := syntax.Span{Source: src, Start: int32(strings.Index(text, "op.")), End: int32(len(text) - 1)}
	findings := finding.Seal([]finding.Finding{{Code: "MRT201", Severity: finding.Error, Revision: "a1", At: at, Object: "u.ä<b>&|",
		Message: "column u.ä<b>&| is dropped, 100% of it", Remedy: "keep it\nsomewhere", Proof: finding.Path,
		Related: []finding.Note{{At: at, Message: "here"}, {Message: "nowhere"}}}, {Code: "MRT010", Severity: finding.Warning,
		Revision: "a1", Message: "table t is not seeded", Database: "sqlite"}})
	a := finding.Result{Revision: "a1", File: "versions/a1_x.py", Title: "drop", Verdict: finding.SchemaOnly, Findings: findings,
		Took: 1500 * time.Microsecond, Coverage: finding.Coverage{Tables: 2, Seeded: 1, Unseeded: []string{"t: no rows"}, Calls: 3, Statements: 1, Opaque: []string{"DO"}}}
	b := finding.Result{Revision: "b2", File: "versions/b2.py", Cause: "run: it stopped"}
	c := finding.Result{Revision: "c3", File: "versions/c3.py", Verdict: finding.Lossless}
	d := finding.Result{Revision: "d4", File: "versions/d4.py", Verdict: finding.Broken, Outcome: finding.Skipped, Reason: "on purpose"}
	if command == "verify" {
		a.Outcome, a.Stage, a.Database = finding.Failed, finding.Downgrade, "sqlite"
		b.Outcome, b.Stage, b.Database = finding.CouldNot, finding.Upgrade, "sqlite"
		b.Resumed = "before its upgrade"
		c.Outcome, c.Stage, c.Database = finding.Passed, finding.UpgradeAgain, "sqlite"
	}
	return &Run{Version: "0", Command: command, Project: Project{"alembic.ini", "sqlite", 4, []string{"d4"}},
		Results: []finding.Result{a, b, c, d}, Threshold: finding.Error, Notes: []string{"a note"},
		Hidden: map[string]int{"ignored": 2}, Took: time.Second, Timing: true}
}

func render(t *testing.T, format string, run *Run) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, format, run, Style{}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestResumed: reports tell from where the next revisions went on.
func TestResumed(t *testing.T) {
	for format, want := range map[string]string{"text": "the next revisions went on before its upgrade", "json": `"resumed": "before its upgrade"`, "html": "went on before its upgrade"} {
		if text := render(t, format, sampleRun(t, "verify")); !strings.Contains(text, want) {
			t.Errorf("%s has no %q:\n%s", format, want, text)
		}
	}
}

func TestJSONSchema(t *testing.T) {
	text, err := os.ReadFile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, command := range []string{"check", "verify"} {
		for _, run := range []*Run{sampleRun(t, command), {Command: command}} {
			value, err := jsonschema.UnmarshalJSON(strings.NewReader(render(t, "json", run)))
			if err != nil {
				t.Fatal(err)
			}
			if err := schema.Validate(value); err != nil {
				t.Errorf("%s: %v", command, err)
			}
		}
	}
}

func TestNoTiming(t *testing.T) {
	run := sampleRun(t, "verify")
	run.Timing = false
	for _, format := range Formats() {
		if out := render(t, format, run); strings.Contains(out, "seconds") || strings.Contains(out, "0.0015") {
			t.Errorf("%s has durations without Timing", format)
		}
	}
}

func TestSARIF(t *testing.T) {
	var doc struct {
		Version string
		Runs    []struct {
			Tool struct {
				Driver struct{ Rules []struct{ ID string } }
			}
			Results []struct {
				RuleID    string
				RuleIndex int
				Level     string
				Locations []struct {
					PhysicalLocation struct {
						Region struct{ StartLine, StartColumn, EndLine, EndColumn int }
					}
				}
				PartialFingerprints map[string]string
			}
		}
	}
	if err := json.Unmarshal([]byte(render(t, "sarif", sampleRun(t, "check"))), &doc); err != nil {
		t.Fatal(err)
	}
	r := doc.Runs[0]
	if doc.Version != "2.1.0" || len(r.Results) != 2 {
		t.Fatalf("version %s, %d results", doc.Version, len(r.Results))
	}
	for _, res := range r.Results {
		if r.Tool.Driver.Rules[res.RuleIndex].ID != res.RuleID {
			t.Errorf("rule index of %s points at %s", res.RuleID, r.Tool.Driver.Rules[res.RuleIndex].ID)
		}
		if res.RuleID != "MRT201" {
			continue
		}
		region := res.Locations[0].PhysicalLocation.Region
		// Columns are code points: ä is one, not two.
		if region.StartLine != 2 || region.StartColumn != 5 || region.EndColumn != 34 || res.Level != "error" || res.PartialFingerprints["mrt/v1"] == "" {
			t.Errorf("result %+v", res)
		}
	}
}

func TestJUnit(t *testing.T) {
	var doc junitSuites
	if err := xml.Unmarshal([]byte(render(t, "junit", sampleRun(t, "verify"))), &doc); err != nil {
		t.Fatal(err)
	}
	s := doc.Suites[0]
	if s.Tests != 4 || s.Failures != 1 || s.Errors != 1 || s.Skipped != 1 {
		t.Errorf("suite %+v", s)
	}
}

func TestEscaping(t *testing.T) {
	run := sampleRun(t, "check")
	for format, want := range map[string]string{
		"github":   "100%25 of it%0Akeep it%0Asomewhere",
		"markdown": `ä&lt;b>&amp;\|`,
		"html":     "ä&lt;b&gt;&amp;|",
		"gitlab":   `"check_name": "MRT201"`,
	} {
		if out := render(t, format, run); !strings.Contains(out, want) {
			t.Errorf("%s: no %q in\n%s", format, want, out)
		}
	}
}

func TestText(t *testing.T) {
	const want = `table t is not seeded`
	out := render(t, "text", sampleRun(t, "check"))
	for _, want := range []string{
		want,
		"versions/a1_x.py:2:5: error MRT201: column u.ä<b>&| is dropped",
		"    2 |     op.drop_column(\"u\", \"ä<b>&|\")\n      |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n",
		"4 revisions checked on sqlite: 1 lossless, 1 cannot be rolled back without loss, 1 undecided, 1 skipped",
		"of which 1 were NOT understood",
		"not shown: 2 findings (ignored)",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
}

func TestFails(t *testing.T) {
	run := sampleRun(t, "check")
	if !run.Fails() {
		t.Error("an error does not fail the run")
	}
	run.Results = run.Results[1:]
	if run.Fails() {
		t.Error("an undecided verdict fails a run that is not strict")
	}
	run.Strict = true
	if !run.Fails() {
		t.Error("an undecided verdict does not fail a strict run")
	}
}
