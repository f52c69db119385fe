package report

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/mrt-tools/mrt/analyzer/finding"
	"github.com/mrt-tools/mrt/pyrt/syntax"
	"github.com/rivo/uniseg"
)

// narrow renders as on a terminal of a width.
func narrow(t *testing.T, run *Run, style Style) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, "text", run, style); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestTextFitsTheTerminal(t *testing.T) {
	run := sampleRun(t, "verify")
	src, err := syntax.NewSource("v/long.py", []byte("    op.execute(\"UPDATE users SET name = 'Käse', address = 'somewhere far away', city = 'elsewhere', country = 'nowhere'\")\n"))
	if err != nil {
		t.Fatal(err)
	}
	run.Results[0].Findings = append(run.Results[0].Findings, finding.Finding{Code: "MRT802", Severity: finding.Error, Revision: "a1",
		At: syntax.Span{Source: src, Start: 4, End: 110}, Message: "after the downgrade, values of users differ in a great many rows, more than anybody would like to count by hand",
		Remedy: "keep the old values in a table of their own, from which the downgrade copies them back, row by row, by their keys"})
	for _, width := range []int{60, 80, 120} {
		for i, line := range strings.Split(narrow(t, run, Style{Width: width}), "\n") {
			if w := uniseg.StringWidth(line); w > width && strings.Contains(line, " ") && !strings.Contains(line, "://") {
				t.Errorf("width %d: line %d has %d columns: %s", width, i+1, w, line)
			}
		}
	}
	if wide, far := narrow(t, run, Style{}), narrow(t, run, Style{Width: 10000}); wide != far {
		t.Error("a very wide terminal is not like none")
	}
}

func TestTextColours(t *testing.T) {
	run := sampleRun(t, "verify")
	run.Results[0].Findings[0].Change = &finding.Change{Object: "column u.x", Attr: "type", Was: "VARCHAR(20) not null", Is: "VARCHAR(10)"}
	plainText := narrow(t, run, Style{Width: 80})
	coloured := narrow(t, run, Style{Width: 80, Color: true})
	if !strings.Contains(coloured, "\x1b[1;31m") {
		t.Error("no colour")
	}
	if got := plain(coloured); got != plainText {
		t.Errorf("colours change the layout:\n%s\nwithout:\n%s", got, plainText)
	}
}

func TestTextStates(t *testing.T) {
	run := sampleRun(t, "verify")
	f := &run.Results[0].Findings[0]
	f.Change = &finding.Change{Object: "column u.x", Attr: "default", Was: "", Is: "0"}
	f.Lost = []finding.Loss{{Row: "id 1", Column: "phone", Was: "'42'", Is: "NULL"}, {Row: "id 10", Column: "phone", Was: "'0049'"}, {Row: "id 11", Was: "(id 11, phone NULL)"}}
	want := `    before: not set
    after:  0
    lost:   id 1   phone '42'   → NULL
            id 10  phone '0049' → gone
            (id 11, phone NULL)
`
	if out := narrow(t, run, Style{}); !strings.Contains(out, want) {
		t.Errorf("no\n%s in\n%s", want, out)
	}
}

func TestTextTellsTheSameOnce(t *testing.T) {
	run := &Run{Command: "check", Project: Project{Dialect: "sqlite"}}
	for i := range 50 {
		run.Results = append(run.Results, finding.Result{Revision: fmt.Sprintf("r%d", i), Cause: "run: not reached"})
	}
	out := narrow(t, run, Style{})
	if n := strings.Count(out, "run: not reached"); n != 3 || !strings.Contains(out, "and 47 more, for the same reason") {
		t.Errorf("%d times:\n%s", n, out)
	}
	if n := strings.Count(narrow(t, run, Style{Verbose: true}), "run: not reached"); n != 50 {
		t.Errorf("-v: %d times", n)
	}
}

func TestCleanRunFitsAScreen(t *testing.T) {
	run := &Run{Command: "verify", Project: Project{Dialect: "sqlite"}, Timing: true}
	for i := range 500 {
		run.Results = append(run.Results, finding.Result{Revision: fmt.Sprintf("r%d", i), Verdict: finding.Lossless, Outcome: finding.Passed})
	}
	if out := narrow(t, run, Style{Width: 80}); strings.Count(out, "\n") > 20 {
		t.Errorf("more than a screen:\n%s", out)
	}
}
