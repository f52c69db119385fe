package report

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/mrt-tools/mrt/analyzer/finding"
	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// crowd is a run with a great many findings.
func crowd(t *testing.T, revisions int) *Run {
	t.Helper()
	run := &Run{Version: "0", Command: "check", Project: Project{Config: "alembic.ini", Dialect: "sqlite", Revisions: revisions}, Threshold: finding.Error}
	for i := range revisions {
		text := "def upgrade():\n    op.drop_column(\"users\", \"phone\")\n"
		src, err := syntax.NewSource(fmt.Sprintf("versions/r %d#.py", i), []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		id := fmt.Sprintf("r%d", i)
		f := finding.Finding{Code: "MRT201", Severity: finding.Error, Revision: id, At: syntax.Span{Source: src, Start: 19, End: 51},
			Message: "column users.phone is dropped, with `ticks` and @somebody's " + strings.Repeat("words ", 20), Remedy: "keep it"}
		run.Results = append(run.Results, finding.Result{Revision: id, File: src.Name, Title: "drop", Verdict: finding.SchemaOnly, Findings: finding.Seal([]finding.Finding{f})})
		run.History = append(run.History, Node{ID: id, File: src.Name, Title: "drop"})
	}
	return run
}

func TestMarkdownFitsAComment(t *testing.T) {
	run := crowd(t, 500)
	out := render(t, "markdown", run)
	if len(out) > 65536 {
		t.Errorf("%d bytes", len(out))
	}
	shown := strings.Count(out, "\n#### ")
	cut := regexp.MustCompile(`\*\*Cut here.*`).FindString(out)
	if shown < 50 || !strings.Contains(out, fmt.Sprintf("**Cut here:** %d revisions more with %d findings", 500-shown, 500-shown)) {
		t.Errorf("%d of 500 revisions are shown, and of the rest: %v", shown, cut)
	}
	if !strings.Contains(out, "500 revisions on sqlite; 500 errors") {
		t.Error("the end is missing")
	}
	var b bytes.Buffer
	if err := Write(&b, "markdown", run, Style{Limit: SummaryLimit}); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(b.String(), "\n#### "); n != 500 || b.Len() > 1<<20 {
		t.Errorf("a summary shows %d of 500 revisions in %d bytes", n, b.Len())
	}
}

func TestMarkdownIsNoMarkup(t *testing.T) {
	for text, want := range map[string]string{
		"a_b __init__ _x":     `a_b \_\_init\_\_ \_x`,
		"<b> & [x](y) `c` *d": "&lt;b> &amp; \\[x\\](y) \\`c\\` \\*d",
		"# no heading":        `\# no heading`,
		"two\nlines":          "two lines",
	} {
		if got := markdownText(text); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
	if strings.Contains(render(t, "markdown", crowd(t, 1)), "@somebody") {
		t.Error("somebody is called")
	}
	var b strings.Builder
	markdownFence(&b, "python", "x = '```'\n")
	if want := "````python\nx = '```'\n````\n\n"; b.String() != want {
		t.Errorf("%q", b.String())
	}
	if got := markdownCode("a`b"); got != "``a`b``" {
		t.Errorf("%q", got)
	}
}

// TestGitHubCommands: a command is one line, and what it holds cannot end its
// properties or begin another command.
func TestGitHubCommands(t *testing.T) {
	run := crowd(t, 12)
	f := &run.Results[0].Findings[0]
	f.Message, f.Remedy = "100% of\r\nit: ::error::, done", ""
	src, err := syntax.NewSource("a,b:c%.py", []byte("x\n"))
	if err != nil {
		t.Fatal(err)
	}
	f.At = syntax.Span{Source: src, Start: 0, End: 1}
	out := render(t, "github", run)
	lines := strings.Split(strings.TrimSpace(out), "\n")
	if len(lines) != 13 {
		t.Fatalf("%d lines for 12 findings and a word about the limit:\n%s", len(lines), out)
	}
	command := regexp.MustCompile(`^::(error|warning|notice) ((?:[a-zA-Z]+=[^,:]*,?)+)::[^\r\n]*$`)
	for _, line := range lines[:12] {
		if !command.MatchString(line) {
			t.Errorf("no command: %s", line)
		}
	}
	if !slices.ContainsFunc(lines, func(l string) bool {
		return strings.HasPrefix(l, "::error file=a%2Cb%3Ac%25.py,line=1,endLine=1,col=1,endColumn=2,title=") && strings.HasSuffix(l, "::100%25 of%0D%0Ait: ::error::, done")
	}) {
		t.Errorf("not escaped:\n%s", out)
	}
	if !strings.HasPrefix(lines[12], "mrt: GitHub shows 10 of these 12 annotations") {
		t.Errorf("last line: %s", lines[12])
	}
}

// TestGitLab demands what GitLab's documentation does of each issue.
func TestGitLab(t *testing.T) {
	for _, command := range []string{"check", "verify"} {
		var issues []map[string]any
		if err := json.Unmarshal([]byte(render(t, "gitlab", sampleRun(t, command))), &issues); err != nil {
			t.Fatal(err)
		}
		seen := map[string]bool{}
		undecided := 0
		for _, x := range issues {
			location, _ := x["location"].(map[string]any)
			lines, _ := location["lines"].(map[string]any)
			path, _ := location["path"].(string)
			begin, _ := lines["begin"].(float64)
			print, _ := x["fingerprint"].(string)
			if x["description"] == "" || x["check_name"] == "" || path == "" || strings.HasPrefix(path, "./") || begin < 1 || print == "" || seen[print] ||
				!slices.Contains([]any{"info", "minor", "major", "critical", "blocker"}, x["severity"]) {
				t.Errorf("%s: %v", command, x)
			}
			seen[print] = true
			if x["check_name"] == "undecided" {
				undecided++
			}
		}
		if len(issues) != 3 || undecided != 1 {
			t.Errorf("%s: %d issues, %d undecided", command, len(issues), undecided)
		}
	}
}

// junitAllowed are the attributes and children, in order, of the elements of the
// schema that Jenkins checks reports with.
var junitAllowed = map[string]struct{ attrs, children string }{
	"testsuites": {"name time tests failures disabled errors", "testsuite"},
	"testsuite":  {"name tests failures errors time disabled skipped timestamp hostname id package", "properties testcase system-out system-err"},
	"testcase":   {"name assertions time classname status", "skipped error failure system-out system-err"},
	"skipped":    {"", ""},
	"error":      {"type message", ""},
	"failure":    {"type message", ""},
}

func TestJUnitSchema(t *testing.T) {
	for _, command := range []string{"check", "verify"} {
		d := xml.NewDecoder(strings.NewReader(render(t, "junit", sampleRun(t, command))))
		type open struct {
			name string
			last int
		}
		var stack []*open
		for {
			token, err := d.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
			switch x := token.(type) {
			case xml.StartElement:
				rule, ok := junitAllowed[x.Name.Local]
				if !ok {
					t.Errorf("%s: element %s", command, x.Name.Local)
				}
				for _, a := range x.Attr {
					if !slices.Contains(strings.Fields(rule.attrs), a.Name.Local) {
						t.Errorf("%s: attribute %s of %s", command, a.Name.Local, x.Name.Local)
					}
				}
				if len(stack) > 0 {
					parent := stack[len(stack)-1]
					i := slices.Index(strings.Fields(junitAllowed[parent.name].children), x.Name.Local)
					if i < parent.last {
						t.Errorf("%s: %s in %s, or out of order", command, x.Name.Local, parent.name)
					}
					parent.last = i
				}
				stack = append(stack, &open{name: x.Name.Local})
			case xml.EndElement:
				stack = stack[:len(stack)-1]
			}
		}
	}
}

func TestURIs(t *testing.T) {
	for file, want := range map[string]string{"a b/c#%.py": "a%20b/c%23%25.py", "./x.py": "x.py", "/abs/x.py": "file:///abs/x.py", "a:b.py": "./a:b.py"} {
		got := uriOf(file)
		if got != want {
			t.Errorf("%s: %s, want %s", file, got, want)
		}
		if _, err := url.Parse(got); err != nil {
			t.Error(err)
		}
	}
}
