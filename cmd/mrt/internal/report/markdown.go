package report

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/analyzer/finding"
)

// What GitHub takes, in bytes, with some room: a comment has 65,536 characters,
// the summary of a job's step 1 MiB.
const (
	commentLimit = 65000
	SummaryLimit = 1<<20 - 1024
)

// writeMarkdown prints a comment for a pull request, or a job's summary. What
// does not fit is counted at its end.
func writeMarkdown(w io.Writer, run *Run, limit int) error {
	limit = cmp.Or(limit, commentLimit)
	var b strings.Builder
	markdownHead(&b, run)
	foot := markdownFoot(run)
	room := limit - b.Len() - min(len(foot), limit/4) - 400 // for what is said of the rest
	results := markdownOrder(run)
	for i, res := range results {
		part := markdownResult(run, res)
		if room -= len(part); room < 0 {
			markdownRest(&b, run, results[i:])
			break
		}
		b.WriteString(part)
	}
	if len(foot) > limit/4 {
		foot = strings.ToValidUTF8(foot[:limit/4], "") + "…\n"
	}
	b.WriteString(foot)
	_, err := io.WriteString(w, b.String())
	return err
}

// markdownHead is the verdict in a sentence, and how many revisions have which.
func markdownHead(b *strings.Builder, run *Run) {
	s := run.Summary()
	sign := "✅"
	switch {
	case s.Failed > 0:
		sign = "❌"
	case s.Errors+s.Undecided > 0:
		sign = "❔"
	}
	fmt.Fprintf(b, "### %s mrt %s: %s\n\n", sign, run.Command, markdownHeadline(s))
	count := map[string]int{}
	for _, res := range run.Results {
		count[stateOf(res)]++
	}
	var parts []string
	for _, state := range htmlStates() {
		if n := count[state.Key]; n > 0 {
			parts = append(parts, fmt.Sprintf("%s %d %s", state.Sign, n, state.Word))
		}
	}
	if len(parts) > 0 {
		fmt.Fprintf(b, "%s\n\n", strings.Join(parts, " · "))
	}
}

// markdownOrder are the results that there is something to say about, the worst
// first.
func markdownOrder(run *Run) []finding.Result {
	weight := func(res finding.Result) int {
		worst := 0
		for _, f := range res.Findings {
			worst = max(worst, int(f.Severity))
		}
		if res.Outcome == finding.Skipped {
			return 1
		}
		if res.Verdict != finding.Lossless || res.Outcome == finding.CouldNot {
			worst = max(worst, int(finding.Warning))
		}
		return worst
	}
	out := slices.DeleteFunc(slices.Clone(run.Results), func(res finding.Result) bool { return weight(res) == 0 })
	slices.SortStableFunc(out, func(a, b finding.Result) int { return weight(b) - weight(a) })
	return out
}

// markdownResult is one revision with its findings.
func markdownResult(run *Run, res finding.Result) string {
	var b strings.Builder
	state := stateOf(res)
	for _, s := range htmlStates() {
		if s.Key == state {
			state = s.Sign + " " + s.Word
		}
	}
	fmt.Fprintf(&b, "#### %s · %s", state, markdownCode(res.Revision))
	if res.Title != "" {
		b.WriteString(" " + markdownText(res.Title))
	}
	if res.Database != "" {
		b.WriteString(" · " + markdownText(res.Database))
	}
	b.WriteString("\n\n")
	for _, text := range []string{res.Cause, res.Reason} {
		if text != "" && !said(res, text) {
			b.WriteString(markdownText(text) + "\n\n")
		}
	}
	findings := slices.Clone(res.Findings)
	slices.SortStableFunc(findings, func(a, b finding.Finding) int { return int(b.Severity) - int(a.Severity) })
	for _, f := range findings {
		markdownFinding(&b, f)
	}
	return b.String()
}

func markdownFinding(b *strings.Builder, f finding.Finding) {
	fmt.Fprintf(b, "**%s %s** %s", f.Severity, f.Code, f.Code.Name())
	if p := placeOf(f); p.file != "" {
		fmt.Fprintf(b, " · %s", markdownCode(fmt.Sprintf("%s:%d", p.file, p.line)))
	}
	fmt.Fprintf(b, "\n\n%s\n\n", markdownText(f.Message))
	if f.At.IsValid() {
		var source strings.Builder
		for _, l := range sourceLines(f.At) {
			source.WriteString(l.Before + l.Mark + l.Rest + "\n")
		}
		markdownFence(b, "python", source.String())
	}
	if c := f.Change; c != nil && c.Was != "there" && c.Is != "there" {
		fmt.Fprintf(b, "before: %s, after: %s\n\n", markdownState(c.Was, c.Attr), markdownState(c.Is, c.Attr))
	}
	if len(f.Lost) > 0 {
		b.WriteString("| row | column | was | is |\n| --- | --- | --- | --- |\n")
		for _, l := range f.Lost[:min(len(f.Lost), maxShownLosses)] {
			fmt.Fprintf(b, "| %s | %s | %s | %s |\n", markdownCell(l.Row), markdownCell(cmp.Or(l.Column, "all")), markdownCell(l.Was), markdownCell(cmp.Or(l.Is, "gone")))
		}
		b.WriteByte('\n')
	}
	for _, n := range f.Related {
		text := markdownText(n.Message)
		if n.At.IsValid() {
			text = markdownCode(fmt.Sprintf("%s:%d", n.At.Source.Name, n.At.Position().Line)) + " " + text
		}
		b.WriteString("- " + text + "\n\n")
	}
	if f.Remedy != "" {
		fmt.Fprintf(b, "> **Remedy:** %s\n\n", markdownText(f.Remedy))
	}
}

func markdownState(s, attr string) string {
	switch {
	case s != "":
		return markdownCode(s)
	case attr != "":
		return "not set"
	}
	return "not there"
}

// markdownRest counts what does not fit.
func markdownRest(b *strings.Builder, run *Run, rest []finding.Result) {
	n := 0
	for _, res := range rest {
		n += len(res.Findings)
	}
	fmt.Fprintf(b, "**Cut here:** %s more with %s, which do not fit into what GitHub takes. `mrt %s` prints them all.\n\n", plural(len(rest), "revision"), plural(n, "finding"), run.Command)
}

// markdownFoot says how much was looked at.
func markdownFoot(run *Run) string {
	var b strings.Builder
	s := run.Summary()
	fmt.Fprintf(&b, "%s on %s; %s, %s, %s. %s.\n", plural(s.Revisions, "revision"), run.Project.Dialect,
		plural(s.ErrorFindings, "error"), plural(s.Warnings, "warning"), plural(s.Notes, "note"), capital(coverageLine(run)))
	for _, reason := range sortedKeys(run.Hidden) {
		fmt.Fprintf(&b, "\nNot shown: %s (%s).\n", plural(run.Hidden[reason], "finding"), markdownText(reason))
	}
	for _, n := range run.Notes {
		fmt.Fprintf(&b, "\n%s\n", markdownText(n))
	}
	return b.String()
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

// markdownText is a text on one line in which nothing is markup.
func markdownText(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	var b strings.Builder
	r := []rune(s)
	word := func(i int) bool {
		return i >= 0 && i < len(r) && (r[i] == '_' || r[i] >= '0' && r[i] <= '9' || r[i] >= 'a' && r[i] <= 'z' || r[i] >= 'A' && r[i] <= 'Z')
	}
	for i, c := range r {
		switch c {
		case '<':
			b.WriteString("&lt;")
			continue
		case '&':
			b.WriteString("&amp;")
			continue
		case '*', '`', '[', ']', '~', '\\', '|', '$':
			b.WriteByte('\\')
		case '_':
			// Between letters it is no markup.
			if !word(i-1) || !word(i+1) || r[i-1] == '_' || i+1 < len(r) && r[i+1] == '_' {
				b.WriteByte('\\')
			}
		case '#', '-', '+', '>', '=':
			if i == 0 {
				b.WriteByte('\\')
			}
		case '@':
			// Nobody is to be called by a value.
			b.WriteRune(c)
			b.WriteRune('\u2060')
			continue
		}
		b.WriteRune(c)
	}
	return b.String()
}

// markdownCell is a text as a cell of a table.
func markdownCell(s string) string { return markdownText(s) }

// ticks is a run of backticks longer than any in a text.
func ticks(s string, least int) string {
	longest, n := least-1, 0
	for _, c := range s {
		if c == '`' {
			n++
			longest = max(longest, n)
			continue
		}
		n = 0
	}
	return strings.Repeat("`", longest+1)
}

// markdownCode is a text as code within a line.
func markdownCode(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	fence := ticks(s, 1)
	if strings.HasPrefix(s, "`") || strings.HasSuffix(s, "`") {
		s = " " + s + " "
	}
	return fence + s + fence
}

// markdownFence is a text as a block of code.
func markdownFence(b *strings.Builder, language, text string) {
	fence := ticks(text, 3)
	fmt.Fprintf(b, "%s%s\n%s%s\n\n", fence, language, text, fence)
}
