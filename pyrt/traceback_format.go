package pyrt

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// FormatTraceback gives the "File …" lines of a traceback; repeated frames of
// a deep recursion are counted.
func FormatTraceback(tb *Traceback) string {
	var b strings.Builder
	last, count := "", 0
	flush := func() {
		if count > 3 {
			n := count - 3
			fmt.Fprintf(&b, "  [Previous line repeated %d more time%s]\n", n, plurality(n != 1))
		}
	}
	for ; tb != nil; tb = tb.Next {
		text := formatFrame(tb.Frame)
		if text != last {
			flush()
			last, count = text, 0
		}
		if count++; count <= 3 {
			b.WriteString(text)
		}
	}
	flush()
	return b.String()
}

func formatFrame(f Frame) string {
	p := f.At.Position()
	out := fmt.Sprintf("  File \"%s\", line %d, in %s\n", fileName(f), p.Line, f.Name)
	if f.At.Source == nil || strings.HasPrefix(f.At.Source.Name, "<") {
		return out
	}
	line := string(f.At.Source.Line(p.Line))
	trimmed := strings.TrimLeft(line, " \t\f")
	if strings.TrimSpace(trimmed) == "" {
		return out
	}
	trimmed = strings.TrimRight(trimmed, " \t\r")
	out += "    " + trimmed + "\n"
	lead := len(line) - len(strings.TrimLeft(line, " \t\f"))
	e := f.At.EndPosition()
	end := e.Column
	if e.Line != p.Line {
		end = lead + len(trimmed)
	}
	return out + carets(trimmed, p.Column-lead, end-lead)
}

func fileName(f Frame) string {
	if f.At.Source == nil {
		return "<unknown>"
	}
	return f.At.Source.Name
}

// carets marks the failing part of a line unless that is all of it.
func carets(line string, start, end int) string {
	if start < 0 || end <= start || end > len(line) || start == 0 && end == len(line) {
		return ""
	}
	pad := utf8.RuneCountInString(line[:start])
	n := utf8.RuneCountInString(line[start:end])
	return "    " + strings.Repeat(" ", pad) + strings.Repeat("^", n) + "\n"
}
