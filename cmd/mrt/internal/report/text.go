package report

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/mrt-tools/mrt/analyzer/finding"
	"github.com/mrt-tools/mrt/pyrt/syntax"
	"github.com/rivo/uniseg"
)

// paint wraps text in an SGR sequence (ECMA-48) when colour is wanted.
type paint struct{ on bool }

func (p paint) do(code, s string) string {
	if !p.on || s == "" {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}

func (p paint) severity(s finding.Severity) string {
	switch s {
	case finding.Error:
		return p.do("1;31", "error")
	case finding.Warning:
		return p.do("1;33", "warning")
	default:
		return p.do("1;36", "note")
	}
}

func writeText(w io.Writer, run *Run, style Style) error {
	var b bytes.Buffer
	p := paint{style.Color}
	for i, f := range run.Findings() {
		if i > 0 {
			b.WriteByte('\n')
		}
		textFinding(&b, p, f)
	}
	if !style.Quiet {
		textRevisions(&b, p, run, style)
		textSummary(&b, p, run)
	}
	_, err := w.Write(b.Bytes())
	return err
}

// textFinding prints one finding: the sentence, the source line with carets,
// the related places, the remedy.
func textFinding(b *bytes.Buffer, p paint, f finding.Finding) {
	at := placeOf(f)
	where := f.Revision
	if at.file != "" {
		where = fmt.Sprintf("%s:%d:%d", at.file, at.line, at.column)
	}
	db := ""
	if f.Database != "" {
		db = " (" + f.Database + ")"
	}
	fmt.Fprintf(b, "%s: %s %s%s: %s\n", p.do("1", where), p.severity(f.Severity),
		p.do("1", string(f.Code)), db, f.Message)
	textSource(b, p, f)
	for _, n := range f.Related {
		if n.At.IsValid() {
			fmt.Fprintf(b, "    %s:%d: %s\n", n.At.Source.Name, n.At.Position().Line, n.Message)
		} else {
			fmt.Fprintf(b, "    %s\n", n.Message)
		}
	}
	if f.Remedy != "" {
		fmt.Fprintf(b, "    %s %s\n", p.do("2", "remedy:"), f.Remedy)
	}
}

// textSource prints the line that a finding stands on and marks its span.
func textSource(b *bytes.Buffer, p paint, f finding.Finding) {
	if f.At.IsValid() {
		sourceLine(b, p, f.At)
	}
}

// SourceLine prints the line of a span and marks the span below it; nothing
// where the line is empty or very long.
func SourceLine(w io.Writer, at syntax.Span) error {
	var b bytes.Buffer
	if at.IsValid() {
		sourceLine(&b, paint{}, at)
	}
	_, err := w.Write(b.Bytes())
	return err
}

func sourceLine(b *bytes.Buffer, p paint, at syntax.Span) {
	start, end := at.Position(), at.EndPosition()
	line := string(at.Source.Line(start.Line))
	if strings.TrimSpace(line) == "" || len(line) > 400 {
		return
	}
	from := min(start.Column, len(line))
	to := len(strings.TrimRight(line, " \t"))
	if end.Line == start.Line {
		to = min(end.Column, len(line))
	}
	pad := uniseg.StringWidth(strings.ReplaceAll(line[:from], "\t", " "))
	marks := max(1, uniseg.StringWidth(line[from:max(from, to)]))
	gutter := fmt.Sprintf("%5d", start.Line)
	fmt.Fprintf(b, "%s %s\n", p.do("2", gutter+" |"), strings.ReplaceAll(line, "\t", " "))
	fmt.Fprintf(b, "%s %s%s\n", p.do("2", "      |"), strings.Repeat(" ", pad), p.do("31", strings.Repeat("^", marks)))
}

// textRevisions prints a line for each revision that is not simply fine, and
// under -v for every one.
func textRevisions(b *bytes.Buffer, p paint, run *Run, style Style) {
	head := false
	for _, res := range run.Results {
		word, fine := outcomeWord(p, res)
		if fine && !style.Verbose {
			continue
		}
		if !head && b.Len() > 0 {
			b.WriteByte('\n')
		}
		head = true
		fmt.Fprintf(b, "%s  %s", word, res.Revision)
		if res.Title != "" {
			fmt.Fprintf(b, "  %s", res.Title)
		}
		if res.Database != "" {
			fmt.Fprintf(b, "  [%s]", res.Database)
		}
		b.WriteByte('\n')
		for _, s := range []string{res.Cause, res.Reason} {
			if s != "" && !said(res, s) {
				fmt.Fprintf(b, "             %s\n", s)
			}
		}
		if len(res.Without) > 0 {
			fmt.Fprintf(b, "             tried without %s, not in place\n", shortList(res.Without))
		}
		if res.Resumed != "" {
			fmt.Fprintf(b, "             the next revisions went on %s\n", res.Resumed)
		}
		for _, s := range res.Coverage.Unseeded {
			fmt.Fprintf(b, "             not seeded: %s\n", s)
		}
		if style.Verbose {
			for _, s := range res.Coverage.Opaque {
				fmt.Fprintf(b, "             not understood: %s\n", s)
			}
		}
	}
}

// shortList names the first of many.
func shortList(names []string) string {
	const most = 3
	if len(names) <= most {
		return strings.Join(names, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(names[:most], ", "), len(names)-most)
}

// said tells whether a finding of the result has given a cause already.
func said(res finding.Result, cause string) bool {
	_, words, _ := strings.Cut(cause, ": ")
	for _, f := range res.Findings {
		if strings.Contains(f.Message, words) {
			return true
		}
	}
	return false
}

// outcomeWord is the word for a result, 11 columns wide, and whether there is
// nothing more to say about it.
func outcomeWord(p paint, res finding.Result) (string, bool) {
	word := res.Verdict.String()
	switch res.Outcome {
	case finding.Skipped:
		return p.do("2", fmt.Sprintf("%-11s", "skipped")), false
	case finding.CouldNot:
		return p.do("1;31", fmt.Sprintf("%-11s", "error")), false
	}
	padded := fmt.Sprintf("%-11s", word)
	switch res.Verdict {
	case finding.Lossless:
		return p.do("32", padded), len(res.Coverage.Unseeded) == 0
	case finding.Unknown:
		return p.do("1;33", padded), false
	}
	return p.do("1;31", padded), false
}

func textSummary(b *bytes.Buffer, p paint, run *Run) {
	s := run.Summary()
	if b.Len() > 0 {
		b.WriteByte('\n')
	}
	verb := "checked"
	if run.Command == "verify" {
		verb = "verified"
	}
	parts := []string{count(s.Passed, "lossless", "")}
	if s.Failed > 0 {
		parts = append(parts, p.do("1;31", count(s.Failed, "cannot be rolled back without loss", "")))
	}
	if s.Undecided > 0 {
		parts = append(parts, p.do("1;33", count(s.Undecided, "undecided", "")))
	}
	if s.Errors > 0 {
		parts = append(parts, p.do("1;31", count(s.Errors, "could not be run", "")))
	}
	if s.Skipped > 0 {
		parts = append(parts, count(s.Skipped, "skipped", ""))
	}
	fmt.Fprintf(b, "%s %s on %s: %s\n", plural(s.Revisions, "revision"), verb, run.Project.Dialect, strings.Join(parts, ", "))
	fmt.Fprintf(b, "findings: %s, %s, %s\n", plural(s.ErrorFindings, "error"), plural(s.Warnings, "warning"), plural(s.Notes, "note"))
	fmt.Fprintln(b, coverageLine(run))
	for _, reason := range sortedKeys(run.Hidden) {
		fmt.Fprintf(b, "not shown: %s (%s)\n", plural(run.Hidden[reason], "finding"), reason)
	}
	for _, n := range run.Notes {
		fmt.Fprintf(b, "note: %s\n", n)
	}
	if run.Timing {
		fmt.Fprintf(b, "time: %.2f s\n", run.Took.Seconds())
	}
}

// coverageLine tells how much was looked at, and says so when it was not all.
func coverageLine(run *Run) string {
	var calls, statements, opaque, unseeded, unreached, without int
	for _, res := range run.Results {
		calls += res.Coverage.Calls
		statements += res.Coverage.Statements
		opaque += len(res.Coverage.Opaque)
		unseeded += len(res.Coverage.Unseeded)
		if res.Outcome == finding.CouldNot {
			unreached++
		} else if len(res.Without) > 0 {
			without++
		}
	}
	if run.Command != "verify" {
		if opaque == 0 {
			return fmt.Sprintf("coverage: %s and %s, all understood", plural(calls, "call"), plural(statements, "SQL statement"))
		}
		return fmt.Sprintf("coverage: %s and %s, of which %d were NOT understood (-v lists them)",
			plural(calls, "call"), plural(statements, "SQL statement"), opaque)
	}
	if unreached == 0 && unseeded == 0 && without == 0 {
		return "coverage: every revision was run and every table held rows"
	}
	line := fmt.Sprintf("coverage: %s NOT run to the end", plural(unreached, "revision"))
	if unseeded > 0 {
		line += fmt.Sprintf(", %s without rows", plural(unseeded, "table"))
	}
	if without > 0 {
		line += fmt.Sprintf(", %s run WITHOUT revisions that are not in place", plural(without, "revision"))
	}
	return line
}

func count(n int, word, suffix string) string { return fmt.Sprintf("%d %s%s", n, word, suffix) }

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
