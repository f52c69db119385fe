package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/mrt-tools/mrt/pyrt/syntax"
	"github.com/rivo/uniseg"
)

// padded fills a text with blanks up to a width in columns.
func padded(s string, width int) string {
	return s + strings.Repeat(" ", max(0, width-uniseg.StringWidth(s)))
}

// SourceLine prints the line of a span and marks the span below it; nothing
// where the line is empty or very long.
func SourceLine(w io.Writer, at syntax.Span) error {
	b := &textWriter{}
	if at.IsValid() {
		b.source(at)
	}
	_, err := w.Write(b.Bytes())
	return err
}

// source prints the first line of a span and marks the part of it.
func (b *textWriter) source(at syntax.Span) {
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
	line = strings.ReplaceAll(line, "\t", " ")
	pad := uniseg.StringWidth(line[:from])
	marks := max(1, uniseg.StringWidth(line[from:max(from, to)]))
	if room := b.width - len("  123 | "); b.width > 0 && room > 20 && uniseg.StringWidth(line) > room {
		line, pad, marks = window(line, from, pad, marks, room)
	}
	gutter := fmt.Sprintf("%5d", start.Line)
	fmt.Fprintf(b, "%s %s\n", b.do("2", gutter+" |"), line)
	fmt.Fprintf(b, "%s %s%s\n", b.do("2", "      |"), strings.Repeat(" ", pad), b.do("31", strings.Repeat("^", marks)))
}

// window is the part of a line, in the given room, in which its marked part
// begins; pad and marks are the columns before the mark and of the mark.
func window(line string, from, pad, marks, room int) (part string, newPad, newMarks int) {
	if pad > room/3 { // the head of the line is left out
		line, pad = "… "+line[from:], 2
	}
	line = clipped(line, room)
	return line, pad, max(1, min(marks, uniseg.StringWidth(line)-pad))
}

// clipped cuts a text to a number of columns, with an ellipsis at its end.
func clipped(s string, columns int) string {
	if uniseg.StringWidth(s) <= columns {
		return s
	}
	width, state, rest := 0, -1, s
	for rest != "" {
		var w int
		head := rest
		_, rest, w, state = uniseg.FirstGraphemeClusterInString(rest, state)
		if width+w > columns-1 {
			return s[:len(s)-len(head)] + "…"
		}
		width += w
	}
	return s
}

// wrap prints a text that begins at a column, broken between words where the
// terminal ends; what follows stands under it, or is indented by 4 columns.
func (b *textWriter) wrap(column int, text string) {
	defer b.WriteByte('\n')
	if b.width < 40 {
		b.WriteString(text)
		return
	}
	indent := column
	if column > 13 {
		indent = 4
	}
	for i, word := range strings.Split(text, " ") {
		w := uniseg.StringWidth(plain(word))
		switch {
		case i == 0:
		case column+1+w > b.width:
			b.WriteString("\n" + strings.Repeat(" ", indent))
			column = indent
		default:
			b.WriteByte(' ')
			column++
		}
		b.WriteString(word)
		column += w
	}
}

// plain is a word without its colours.
func plain(s string) string {
	if !strings.Contains(s, "\x1b") {
		return s
	}
	var b strings.Builder
	for s != "" {
		before, after, ok := strings.Cut(s, "\x1b[")
		b.WriteString(before)
		if !ok {
			break
		}
		_, s, _ = strings.Cut(after, "m")
	}
	return b.String()
}
