package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/mrt-tools/mrt/analyzer/finding"
)

// writeMarkdown prints a comment for a pull request.
func writeMarkdown(w io.Writer, run *Run) error {
	var b strings.Builder
	s := run.Summary()
	fmt.Fprintf(&b, "### mrt %s: %s\n\n", run.Command, markdownHeadline(s))
	if fs := run.Findings(); len(fs) > 0 {
		b.WriteString("| | where | what | remedy |\n| --- | --- | --- | --- |\n")
		for _, f := range fs {
			p := placeOf(f)
			where := f.Revision
			if p.file != "" {
				where = fmt.Sprintf("%s:%d", p.file, p.line)
			}
			fmt.Fprintf(&b, "| **%s** %s | `%s` | %s | %s |\n", f.Severity, f.Code, where, markdownCell(f.Message), markdownCell(f.Remedy))
		}
		b.WriteByte('\n')
	}
	for _, res := range run.Results {
		if res.Outcome == finding.CouldNot || res.Outcome == finding.NoOutcome && res.Verdict == finding.Unknown {
			fmt.Fprintf(&b, "- undecided: `%s` %s\n", res.Revision, markdownCell(res.Cause))
		}
	}
	fmt.Fprintf(&b, "\n%s, %s. %s.\n", plural(s.Revisions, "revision"), run.Project.Dialect, coverageLine(run))
	for _, n := range run.Notes {
		fmt.Fprintf(&b, "\n%s\n", markdownCell(n))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func markdownHeadline(s Summary) string {
	switch {
	case s.Failed > 0:
		return fmt.Sprintf("%d of %s cannot be rolled back without loss", s.Failed, plural(s.Revisions, "revision"))
	case s.Errors+s.Undecided > 0:
		return fmt.Sprintf("%d of %s could not be decided", s.Errors+s.Undecided, plural(s.Revisions, "revision"))
	}
	return "every revision can be rolled back"
}

func markdownCell(s string) string {
	return strings.NewReplacer("|", "\\|", "\n", " ", "<", "&lt;").Replace(s)
}
