package finding

import (
	"regexp"
	"strings"

	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// noqa is the comment that suppresses findings on its line: alone all of them,
// with codes only those. Codes of other tools do not count.
var noqa = regexp.MustCompile(`(?i)#\s*(?:noqa(?:\s*:\s*([A-Z]+[0-9]+(?:[\s,]+[A-Z]+[0-9]+)*))?|(mrt:\s*ignore))`)

// suppression is one such comment.
type suppression struct {
	at    syntax.Span
	line  int
	codes []Code // nil for all
	used  bool
}

// Suppress takes away the findings that a comment of the revision file
// suppresses: one that stands on any line of the finding's place. What is left
// of a comment that names our codes and suppresses nothing is returned as
// findings with the given code.
func Suppress(file *syntax.File, fs []Finding, revision string, unused Code) []Finding {
	if file == nil {
		return fs
	}
	sups := suppressions(file)
	if len(sups) == 0 {
		return fs
	}
	var out []Finding
	for _, f := range fs {
		if !suppressed(sups, f, file.Source) {
			out = append(out, f)
		}
	}
	info, _ := Lookup(unused)
	for _, s := range sups {
		if s.used || s.codes == nil {
			continue
		}
		out = append(out, Finding{
			Code: unused, Severity: info.Severity, Revision: revision, At: s.at, Object: "noqa",
			Message: "the comment suppresses nothing here", Remedy: "remove it",
		})
	}
	return out
}

// mayMatch tells that a comment has a letter that every suppression has, and few
// others have: the q of noqa, or the colon of mrt:ignore.
func mayMatch(text string) bool { return strings.ContainsAny(text, "qQ:") }

func suppressions(file *syntax.File) []*suppression {
	var out []*suppression
	for _, c := range file.Comments {
		text := string(file.Source.Text[c.At.Start:c.At.End])
		if !mayMatch(text) {
			continue
		}
		m := noqa.FindStringSubmatch(text)
		if m == nil {
			continue
		}
		s := &suppression{at: c.At, line: lineOf(c.At)}
		if m[1] != "" {
			for _, w := range strings.FieldsFunc(m[1], func(r rune) bool { return r == ',' || r == ' ' || r == '\t' }) {
				if w = strings.ToUpper(w); strings.HasPrefix(w, "MRT") {
					s.codes = append(s.codes, Code(w))
				}
			}
			if s.codes == nil {
				continue // for another tool
			}
		}
		out = append(out, s)
	}
	return out
}

// broader are codes for the same danger in another form: a comment that
// accepts one accepts the other.
var broader = map[Code]Code{
	"MRT105": "MRT104", "MRT206": "MRT201", "MRT208": "MRT201", "MRT215": "MRT103", "MRT403": "MRT402", "MRT410": "MRT409", "MRT415": "MRT807",
}

func lineOf(s syntax.Span) int {
	return s.Position().Line
}

func suppressed(sups []*suppression, f Finding, src *syntax.Source) bool {
	if f.At.Source != src {
		return false
	}
	first := lineOf(f.At)
	last := lineOf(syntax.Span{Source: f.At.Source, Start: max(f.At.End-1, f.At.Start), End: f.At.End})
	hit := false
	for _, s := range sups {
		if s.line < first || s.line > last {
			continue
		}
		if s.codes == nil {
			s.used, hit = true, true
			continue
		}
		for _, c := range s.codes {
			if c == f.Code || c == broader[f.Code] {
				s.used, hit = true, true
			}
		}
	}
	return hit
}
