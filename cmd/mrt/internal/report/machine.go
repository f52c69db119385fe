package report

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"path"
	"path/filepath"
	"strings"

	"github.com/mrt-tools/mrt/analyzer/finding"
)

type junitSuites struct {
	XMLName  xml.Name     `xml:"testsuites"`
	Name     string       `xml:"name,attr"`
	Tests    int          `xml:"tests,attr"`
	Failures int          `xml:"failures,attr"`
	Errors   int          `xml:"errors,attr"`
	Suites   []junitSuite `xml:"testsuite"`
}

type junitSuite struct {
	Name     string      `xml:"name,attr"`
	Tests    int         `xml:"tests,attr"`
	Failures int         `xml:"failures,attr"`
	Errors   int         `xml:"errors,attr"`
	Skipped  int         `xml:"skipped,attr"`
	Cases    []junitCase `xml:"testcase"`
}

type junitCase struct {
	Name      string `xml:"name,attr"`
	ClassName string `xml:"classname,attr"`
	Time      string `xml:"time,attr,omitempty"`
	// In the order of the schema; it has no attribute for the file, which the
	// texts name.
	Skipped *string       `xml:"skipped,omitempty"`
	Error   *junitFailure `xml:"error,omitempty"`
	Failure *junitFailure `xml:"failure,omitempty"`
}

type junitFailure struct {
	Message string `xml:"message,attr"`
	Type    string `xml:"type,attr"`
	Text    string `xml:",chardata"`
}

// writeJUnit makes one test case of each revision and database.
func writeJUnit(w io.Writer, run *Run) error {
	suite := junitSuite{Name: "mrt " + run.Command}
	for _, res := range run.Results {
		c := junitCaseOf(run, res)
		suite.Tests++
		switch {
		case c.Failure != nil:
			suite.Failures++
		case c.Error != nil:
			suite.Errors++
		case c.Skipped != nil:
			suite.Skipped++
		}
		suite.Cases = append(suite.Cases, c)
	}
	all := junitSuites{Name: "mrt", Tests: suite.Tests, Failures: suite.Failures, Errors: suite.Errors, Suites: []junitSuite{suite}}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	enc := xml.NewEncoder(w)
	enc.Indent("", "  ")
	if err := enc.Encode(all); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

func junitCaseOf(run *Run, res finding.Result) junitCase {
	c := junitCase{Name: strings.TrimSpace(res.Revision + " " + res.Title), ClassName: "mrt." + run.Command}
	if res.Database != "" {
		c.ClassName += "." + res.Database
	}
	if run.Timing && run.Command == "verify" {
		c.Time = fmt.Sprintf("%.6f", res.Took.Seconds())
	}
	var lines []string
	fails := run.Strict && res.Verdict == finding.Unknown
	for _, f := range res.Findings {
		fails = fails || f.Severity >= run.Threshold
		p := placeOf(f)
		lines = append(lines, fmt.Sprintf("%s:%d:%d: %s %s: %s", p.file, p.line, p.column, f.Severity, f.Code, f.Message))
	}
	switch {
	case res.Outcome == finding.Skipped:
		c.Skipped = &res.Reason
	case res.Outcome == finding.CouldNot:
		c.Error = &junitFailure{res.Cause, "error", strings.Join(append([]string{res.File}, lines...), "\n")}
	case fails:
		msg := res.Verdict.String()
		if res.Cause != "" {
			msg += ": " + res.Cause
		}
		if len(lines) == 0 {
			lines = []string{res.File}
		}
		c.Failure = &junitFailure{msg, res.Verdict.String(), strings.Join(lines, "\n")}
	}
	return c
}

// shownAnnotations is how many annotations of a level GitHub shows of one step.
const shownAnnotations = 10

// writeGitHub prints workflow commands, one annotation a finding.
func writeGitHub(w io.Writer, run *Run) error {
	var b strings.Builder
	levels := map[string]int{}
	for _, f := range run.Findings() {
		level := map[finding.Severity]string{finding.Error: "error", finding.Warning: "warning"}[f.Severity]
		if level == "" {
			level = "notice"
		}
		p := placeOf(f)
		props := []string{}
		if p.file != "" {
			props = append(props, "file="+githubProperty(p.file), fmt.Sprintf("line=%d,endLine=%d", p.line, p.endLine))
			if p.line == p.endLine {
				props = append(props, fmt.Sprintf("col=%d,endColumn=%d", p.column, p.endColumn))
			}
		}
		props = append(props, "title="+githubProperty(string(f.Code)+" "+f.Code.Name()))
		text := f.Message
		if f.Remedy != "" {
			text += "\n" + f.Remedy
		}
		levels[level]++
		fmt.Fprintf(&b, "::%s %s::%s\n", level, strings.Join(props, ","), githubData(text))
	}
	for _, res := range run.Results {
		if res.Outcome == finding.CouldNot || res.Outcome == finding.NoOutcome && res.Verdict == finding.Unknown {
			levels["warning"]++
			fmt.Fprintf(&b, "::warning title=mrt undecided::%s\n", githubData(res.Revision+": "+res.Cause))
		}
	}
	for _, level := range sortedKeys(levels) {
		if n := levels[level]; n > shownAnnotations {
			fmt.Fprintf(&b, "mrt: GitHub shows %d of these %d annotations of level %s; --format markdown and --format sarif have them all\n", shownAnnotations, n, level)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func githubData(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(s)
}

func githubProperty(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C").Replace(s)
}

type gitlabIssue struct {
	Description string         `json:"description"`
	CheckName   string         `json:"check_name"`
	Fingerprint string         `json:"fingerprint"`
	Severity    string         `json:"severity"`
	Location    gitlabLocation `json:"location"`
}

type gitlabLocation struct {
	Path  string      `json:"path"`
	Lines gitlabLines `json:"lines"`
}

type gitlabLines struct {
	Begin int `json:"begin"`
}

// gitlabPath is a path as code quality wants it: relative, without ./ before it.
func gitlabPath(file string) string { return path.Clean(filepath.ToSlash(file)) }

// writeGitLab prints a code quality report. What has no place of its own stands
// at the head of its revision's file: an issue without a file is not shown.
func writeGitLab(w io.Writer, run *Run) error {
	issues := []gitlabIssue{}
	files := map[string]string{}
	for _, res := range run.Results {
		files[res.Revision] = res.File
	}
	for _, f := range run.Findings() {
		level := map[finding.Severity]string{finding.Error: "major", finding.Warning: "minor"}[f.Severity]
		if level == "" {
			level = "info"
		}
		p := placeOf(f)
		issues = append(issues, gitlabIssue{f.Message, string(f.Code), f.Fingerprint, level,
			gitlabLocation{gitlabPath(cmp.Or(p.file, files[f.Revision], run.Project.Config)), gitlabLines{max(1, p.line)}}})
	}
	for _, res := range run.Results {
		if res.Outcome == finding.CouldNot || res.Outcome == finding.NoOutcome && res.Verdict == finding.Unknown {
			sum := sha256.Sum256([]byte("undecided\x00" + res.Revision + "\x00" + res.Database))
			issues = append(issues, gitlabIssue{"revision " + res.Revision + " is undecided: " + res.Cause, "undecided", hex.EncodeToString(sum[:8]), "minor",
				gitlabLocation{gitlabPath(cmp.Or(res.File, run.Project.Config)), gitlabLines{1}}})
		}
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(issues)
}
