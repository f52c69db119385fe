package report

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"strings"

	"github.com/mrt-tools/mrt/analyzer/finding"
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

// A textWriter writes for people: in colour, and as wide as their terminal.
type textWriter struct {
	bytes.Buffer
	paint
	width int // 0 for no limit
}

func writeText(w io.Writer, run *Run, style Style) error {
	b := &textWriter{paint: paint{style.Color}, width: style.Width}
	deploy := folded(run, style)
	for i, f := range deploy.others {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.finding(f)
	}
	b.deploys(deploy)
	if !style.Quiet {
		b.locks(run, style)
		b.revisions(run, style)
		b.summary(run)
	}
	_, err := w.Write(b.Bytes())
	return err
}

// finding prints one finding: the sentence, the source line with carets, the
// state before and after, the related places, the remedy.
func (b *textWriter) finding(f finding.Finding) {
	at := placeOf(f)
	where := f.Revision
	if at.file != "" {
		where = fmt.Sprintf("%s:%d:%d", at.file, at.line, at.column)
	}
	db := ""
	if f.Database != "" {
		db = " (" + f.Database + ")"
	}
	head := fmt.Sprintf("%s: %s %s%s: ", where, f.Severity, f.Code, db)
	fmt.Fprintf(b, "%s: %s %s%s: ", b.do("1", where), b.severity(f.Severity), b.do("1", string(f.Code)), db)
	b.wrap(uniseg.StringWidth(head), f.Message)
	if f.At.IsValid() {
		b.source(f.At)
	}
	b.states(f)
	for _, n := range f.Related {
		text := n.Message
		if n.At.IsValid() {
			text = fmt.Sprintf("%s:%d: %s", n.At.Source.Name, n.At.Position().Line, n.Message)
		}
		b.WriteString("    ")
		b.wrap(4, text)
	}
	if f.Remedy != "" {
		b.WriteString("    " + b.do("2", "remedy:") + " ")
		b.wrap(12, f.Remedy)
	}
}

// maxShownLosses is how many examples of lost values stand in the text.
const maxShownLosses = 3

// states prints what was before and is after, where the message is about one
// difference, and examples of lost values.
func (b *textWriter) states(f finding.Finding) {
	if c := f.Change; c != nil && c.Was != "there" && c.Is != "there" {
		none := "not there"
		if c.Attr != "" {
			none = "not set"
		}
		b.WriteString("    " + b.do("2", "before:") + " ")
		b.wrap(12, b.do("32", cmp.Or(c.Was, none)))
		b.WriteString("    " + b.do("2", "after:") + "  ")
		b.wrap(12, b.do("31", cmp.Or(c.Is, none)))
	}
	label := "lost:"
	list := f.Lost[:min(len(f.Lost), maxShownLosses)]
	row, was := 0, 0
	for _, l := range list {
		if l.Column != "" {
			row, was = max(row, uniseg.StringWidth(l.Row)), max(was, uniseg.StringWidth(l.Was))
		}
	}
	for _, l := range list {
		fmt.Fprintf(b, "    %s   ", b.do("2", label))
		if label = "     "; l.Column == "" {
			b.wrap(12, l.Was)
			continue
		}
		b.WriteString(padded(l.Row, row) + "  " + l.Column + " " + padded(l.Was, was) + " → " + b.do("31", cmp.Or(l.Is, "gone")) + "\n")
	}
}

// maxAlike is how many results with one cause are listed.
const maxAlike = 3

// revisions prints a line for each revision that is not simply fine, and under
// -v for every one.
func (b *textWriter) revisions(run *Run, style Style) {
	head := false
	results := run.Results
	for i := 0; i < len(results); i++ {
		word, fine := outcomeWord(b.paint, results[i])
		if fine && !style.Verbose {
			continue
		}
		if !head && b.Len() > 0 {
			b.WriteByte('\n')
		}
		head = true
		b.revision(results[i], word, style)
		if n := alike(results[i:]); n > maxAlike+1 && !style.Verbose {
			for _, res := range results[i+1 : i+maxAlike] {
				b.revision(res, word, style)
			}
			fmt.Fprintf(b, "             and %d more, for the same reason (-v lists them)\n", n-maxAlike)
			i += n - 1
		}
	}
}

// alike counts the results at the head of a list that say the same: they have
// one cause, and nothing else to tell.
func alike(list []finding.Result) int {
	first, n := list[0], 0
	for _, res := range list {
		if res.Cause == "" || res.Cause != first.Cause || stateOf(res) != stateOf(first) || len(res.Findings)+len(res.Coverage.Unseeded) > 0 || len(res.Without)+len(res.Upon) > 0 || res.Resumed != "" {
			break
		}
		n++
	}
	return n
}

// revision prints the line of a revision, and what there is to say about it.
func (b *textWriter) revision(res finding.Result, word string, style Style) {
	line := "  " + res.Revision
	if res.Title != "" {
		line += "  " + res.Title
	}
	if res.Database != "" {
		line += "  [" + res.Database + "]"
	}
	if room := b.width - len("schema-only"); b.width >= 40 {
		line = clipped(line, room)
	}
	b.WriteString(word + line + "\n")
	more := func(text string) {
		b.WriteString(strings.Repeat(" ", 13))
		b.wrap(13, text)
	}
	for _, s := range []string{res.Cause, res.Reason} {
		if s != "" && !said(res, s) {
			more(s)
		}
	}
	if len(res.Without) > 0 {
		more("tried without " + shortList(res.Without) + ", not in place")
	}
	if res.Aside != "" && style.Verbose {
		more("tried on a database of its own, on which " + res.Aside + " stands and not what makes the same")
	}
	if len(res.Upon) > 0 {
		more("tried below " + shortList(res.Upon) + ", which could not be undone")
	}
	if res.Resumed != "" && (style.Verbose || !strings.HasPrefix(res.Resumed, "after its upgrade")) {
		// After its upgrade is where everybody expects it.
		more("the next revisions went on " + res.Resumed)
	}
	for _, s := range res.Coverage.Unseeded {
		more("not seeded: " + s)
	}
	if style.Verbose {
		for _, s := range res.Drift {
			more("compared with the models: " + s)
		}
		for _, s := range res.Coverage.Opaque {
			more("not understood: " + s)
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

func (b *textWriter) summary(run *Run) {
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
		parts = append(parts, b.do("1;31", count(s.Failed, "cannot be rolled back without loss", "")))
	}
	if s.Undecided > 0 {
		parts = append(parts, b.do("1;33", count(s.Undecided, "undecided", "")))
	}
	if s.Errors > 0 {
		parts = append(parts, b.do("1;31", count(s.Errors, "could not be run", "")))
	}
	if s.Skipped > 0 {
		parts = append(parts, count(s.Skipped, "skipped", ""))
	}
	b.wrap(0, fmt.Sprintf("%s %s on %s: %s", plural(s.Revisions, "revision"), verb, run.Project.Dialect, strings.Join(parts, ", ")))
	fmt.Fprintf(b, "findings: %s, %s, %s\n", plural(s.ErrorFindings, "error"), plural(s.Warnings, "warning"), plural(s.Notes, "note"))
	b.wrap(0, coverageLine(run))
	for _, reason := range sortedKeys(run.Hidden) {
		fmt.Fprintf(b, "not shown: %s (%s)\n", plural(run.Hidden[reason], "finding"), reason)
	}
	for _, n := range run.Notes {
		b.WriteString("note: ")
		b.wrap(6, n)
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
