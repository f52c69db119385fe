package report

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/mrt-tools/mrt/analyzer/finding"
)

// Project says what was looked at.
type Project struct {
	Config    string // path of the configuration, relative where possible
	Dialect   string
	Revisions int
	Heads     []string
}

// A Run is everything that a report can tell.
type Run struct {
	Version string // of mrt
	Command string // "check" or "verify"
	Project Project
	Results []finding.Result
	// History are the revisions as a graph, in upgrade order; for the formats
	// that Detailed names.
	History []Node
	// Threshold is the least severity that fails the run.
	Threshold finding.Severity
	// Strict says that undecided verdicts and warnings fail as well.
	Strict bool
	// Notes are facts about the run as a whole, such as what was not looked
	// at and why; one sentence each.
	Notes []string
	// Hidden counts findings that a baseline, a selection or a suppression
	// keeps out of Results, by reason.
	Hidden map[string]int
	Took   time.Duration
	Timing bool // print durations
}

// A Style says how text may look.
type Style struct {
	Color   bool
	Width   int  // columns of the terminal; 0 for no limit
	Quiet   bool // findings only
	Verbose bool // a line per revision too
	// Limit is how many bytes of Markdown there may be; 0 for what a comment takes.
	Limit int
}

// Formats lists the names that Write takes.
func Formats() []string {
	return []string{"text", "json", "sarif", "junit", "github", "gitlab", "html", "markdown"}
}

// Detailed tells whether a format shows what each revision does: the history as a
// graph, and finding.Result.Detail.
func Detailed(format string) bool { return format == "html" }

// Write prints the run in the format of that name.
func Write(w io.Writer, format string, run *Run, style Style) error {
	switch format {
	case "text":
		return writeText(w, run, style)
	case "json":
		return writeJSON(w, run)
	case "sarif":
		return writeSARIF(w, run)
	case "junit":
		return writeJUnit(w, run)
	case "github":
		return writeGitHub(w, run)
	case "gitlab":
		return writeGitLab(w, run)
	case "html":
		return writeHTML(w, run)
	case "markdown":
		return writeMarkdown(w, run, style.Limit)
	}
	return fmt.Errorf("unknown format %q (one of %v)", format, Formats())
}

// Findings returns the findings of all results, in report order.
func (r *Run) Findings() []finding.Finding {
	var all []finding.Finding
	for _, res := range r.Results {
		all = append(all, res.Findings...)
	}
	slices.SortStableFunc(all, finding.Compare)
	return all
}

// Fails says whether the run has something at or above its threshold: exit
// code 1.
func (r *Run) Fails() bool {
	for _, res := range r.Results {
		if r.Strict && res.Verdict == finding.Unknown && res.Outcome != finding.Skipped {
			return true
		}
		for _, f := range res.Findings {
			if f.Severity >= r.Threshold && res.Outcome != finding.Skipped {
				return true
			}
		}
	}
	return false
}

// Errors counts the results whose round trip could not be made: exit code 2.
// A prediction has none; what it could not decide is unknown.
func (r *Run) Errors() int { return r.Summary().Errors }

// A Summary counts.
type Summary struct {
	Revisions, Passed, Failed, Skipped, Errors, Undecided int
	Findings, ErrorFindings, Warnings, Notes              int
}

// Summary counts results and findings. Of a prediction, passed are the
// revisions found lossless and failed those found schema-only or broken.
func (r *Run) Summary() Summary {
	s := Summary{Revisions: len(r.Results)}
	for _, res := range r.Results {
		s.countResult(res)
		for _, f := range res.Findings {
			s.Findings++
			switch f.Severity {
			case finding.Error:
				s.ErrorFindings++
			case finding.Warning:
				s.Warnings++
			default:
				s.Notes++
			}
		}
	}
	return s
}

func (s *Summary) countResult(res finding.Result) {
	switch res.Outcome {
	case finding.Passed:
		s.Passed++
	case finding.Failed:
		s.Failed++
	case finding.Skipped:
		s.Skipped++
	case finding.CouldNot:
		s.Errors++
	default:
		switch res.Verdict {
		case finding.Lossless:
			s.Passed++
		case finding.SchemaOnly, finding.Broken:
			s.Failed++
		default:
			s.Undecided++
		}
	}
}

// place gives path, line and columns (from 1) of a finding; line 0 when it
// stands nowhere.
type place struct {
	file                             string
	line, column, endLine, endColumn int
}

func placeOf(f finding.Finding) place {
	if !f.At.IsValid() {
		return place{}
	}
	a, b := f.At.Position(), f.At.EndPosition()
	return place{f.At.Source.Name, a.Line, a.Column + 1, b.Line, b.Column + 1}
}

// sortedKeys returns the keys of a count in order.
func sortedKeys[K cmp.Ordered, V any](m map[K]V) []K {
	keys := make([]K, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
