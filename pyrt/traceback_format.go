package pyrt

import (
	"fmt"
	"strings"

	"golang.org/x/text/width"

	"github.com/mrt-tools/mrt/pyrt/syntax"
)

// FormatTraceback gives the "File …" lines of a traceback; repeated frames of
// a deep recursion are counted.
func FormatTraceback(tb *Traceback) string {
	var b strings.Builder
	var last Frame
	text, count := "", 0
	flush := func() {
		if count > 3 {
			n := count - 3
			fmt.Fprintf(&b, "  [Previous line repeated %d more time%s]\n", n, plurality(n != 1))
		}
	}
	for ; tb != nil; tb = tb.Next {
		if text == "" || tb.Frame != last {
			flush()
			last, count = tb.Frame, 0
			text = FormatFrame(tb.Frame)
		}
		if count++; count <= 3 {
			b.WriteString(text)
		}
	}
	flush()
	return b.String()
}

// FormatFrame gives the lines of one frame: place, source and markers.
func FormatFrame(f Frame) string {
	p := f.At.Position()
	out := fmt.Sprintf("  File \"%s\", line %d, in %s\n", fileName(f), p.Line, f.Name)
	if f.At.Source == nil || strings.HasPrefix(f.At.Source.Name, "<") {
		return out
	}
	e := f.At.EndPosition()
	var lines [][]rune
	for n := p.Line; n <= max(p.Line, e.Line); n++ {
		lines = append(lines, []rune(strings.TrimRight(string(f.At.Source.Line(n)), " \t\f\r")))
	}
	start := len([]rune(string(f.At.Source.Line(p.Line)[:min(p.Column, len(f.At.Source.Line(p.Line)))])))
	end := len([]rune(string(f.At.Source.Line(e.Line)[:min(e.Column, len(f.At.Source.Line(e.Line)))])))
	cut := dedent(lines)
	m := &marker{lines: lines, start: max(0, start-cut), end: max(0, end-cut)}
	text := m.render()
	for l := range strings.Lines(text) {
		if strings.TrimSpace(l) == "" {
			continue
		}
		out += "    " + l
	}
	return out
}

func fileName(f Frame) string {
	if f.At.Source == nil {
		return "<unknown>"
	}
	return f.At.Source.Name
}

// dedent takes the common indentation off and says how much that was.
func dedent(lines [][]rune) int {
	cut := -1
	for _, l := range lines {
		n := 0
		for n < len(l) && (l[n] == ' ' || l[n] == '\t' || l[n] == '\f') {
			n++
		}
		if n < len(l) && (cut < 0 || n < cut) {
			cut = n
		}
	}
	cut = max(cut, 0)
	for i, l := range lines {
		lines[i] = l[min(cut, len(l)):]
	}
	return cut
}

// A marker underlines a range of lines: start is a column of the first line,
// end of the last. It follows the layout of CPython's module traceback.
type marker struct {
	lines      [][]rune
	start, end int
}

// anchors split the range in three: the middle part gets ^, the others ~.
type anchors struct{ leftLine, left, rightLine, right int }

func (m *marker) render() string {
	a := m.anchors()
	show := m.shows(a)
	last := len(m.lines) - 1
	wanted := map[int]bool{0: true, last: true}
	if a != nil {
		for d := -1; d <= 1; d++ {
			wanted[a.leftLine+d], wanted[a.rightLine+d] = true, true
		}
		if a.leftLine == 0 {
			a.left += m.start
		}
		if a.rightLine == 0 {
			a.right += m.start
		}
	}
	var b strings.Builder
	prev := -1
	for i := 0; i <= last; i++ {
		if !wanted[i] {
			continue
		}
		if gap := i - prev - 1; prev >= 0 && gap == 1 {
			m.line(&b, i-1, a, show)
		} else if prev >= 0 && gap > 1 {
			fmt.Fprintf(&b, "...<%d lines>...\n", gap)
		}
		m.line(&b, i, a, show)
		prev = i
	}
	return b.String()
}

// line writes a source line and what marks it.
func (m *marker) line(b *strings.Builder, i int, a *anchors, show bool) {
	line := m.lines[i]
	b.WriteString(string(line) + "\n")
	if !show {
		return
	}
	spaces := 0
	for spaces < len(line) && (line[spaces] == ' ' || line[spaces] == '\t') {
		spaces++
	}
	n := len(line)
	if i == len(m.lines)-1 {
		n = m.end
	}
	marks := make([]byte, 0, n)
	for col := range n {
		mark := byte('~')
		switch {
		case col < spaces || i == 0 && col < m.start:
			mark = ' '
		case a == nil || a.inside(i, col):
			mark = '^'
		}
		marks = append(marks, mark)
		if col < len(line) && isWide(line[col]) {
			marks = append(marks, mark)
		}
	}
	b.WriteString(string(marks) + "\n")
}

// isWide tells whether a character takes two columns on a screen.
func isWide(r rune) bool {
	if r < 0x1100 {
		return false
	}
	k := width.LookupRune(r).Kind()
	return k == width.EastAsianWide || k == width.EastAsianFullwidth
}

func (a *anchors) inside(line, col int) bool {
	return (line > a.leftLine || line == a.leftLine && col >= a.left) &&
		(line < a.rightLine || line == a.rightLine && col < a.right)
}

// shows tells whether markers help: not when they would underline all of the
// line, nor for a whole call that is returned or assigned.
func (m *marker) shows(a *anchors) bool {
	if m.end <= 0 || len(m.lines) == 1 && m.end <= m.start {
		return false
	}
	if s := parseStatement(m.lines); s != nil {
		var value syntax.Expr
		switch s := s.(type) {
		case *syntax.Return:
			if c, ok := s.Value.(*syntax.Call); ok {
				if _, ok := c.Func.(*syntax.Name); ok {
					value = c
				}
			}
		case *syntax.Assign:
			if c, ok := s.Value.(*syntax.Call); ok {
				value = c
			}
		}
		if value != nil {
			p, e := value.Span().Position(), value.Span().EndPosition()
			if p.Line == 2 && e.Line == len(m.lines)+1 && m.column(0, p.Column-1) == m.start && m.column(len(m.lines)-1, e.Column-1) == m.end {
				return false
			}
		}
	}
	if a != nil {
		return true
	}
	first, lastLine := m.lines[0], m.lines[len(m.lines)-1]
	return strings.TrimSpace(string(first[:min(m.start, len(first))])) != "" ||
		strings.TrimSpace(string(lastLine[min(m.end, len(lastLine)):])) != ""
}

// column turns bytes into characters.
func (m *marker) column(line, bytes int) int {
	s := string(m.lines[line])
	return len([]rune(s[:min(bytes, len(s))]))
}

// parseStatement parses lines as the first statement of a function, indented
// by one column.
func parseStatement(lines [][]rune) syntax.Stmt {
	text := "async def _():\n"
	for _, l := range lines {
		text += " " + string(l) + "\n"
	}
	f, err := parseText(nil, "<traceback>", text)
	if err != nil || len(f.Body) != 1 {
		return nil
	}
	if d, ok := f.Body[0].(*syntax.AsyncFunctionDef); ok {
		return d.Body[0]
	}
	return nil
}

// anchors finds the operator of a binary operation, the brackets of a
// subscript or the arguments of a call.
func (m *marker) anchors() *anchors {
	seg := m.segment()
	e, ok := parseStatement(append(append([][]rune{[]rune("(")}, seg...), []rune(")"))).(*syntax.ExprStmt)
	if !ok {
		return nil
	}
	c := &cursor{lines: seg} // two lines and one column were put before
	switch x := e.Value.(type) {
	case *syntax.BinOp:
		if !c.after(x.Left) || !c.until(func(r rune) bool { return !isBlank(r) && r != ')' }) {
			return nil
		}
		right := c.col + 1
		p := x.Right.Span().Position()
		if right < len(seg[c.line]) && (p.Line-3 > c.line || right < columnIn(seg[p.Line-3], p.Column-1)) {
			if r := seg[c.line][right]; !isBlank(r) && r != '\\' && r != '#' {
				right++
			}
		}
		return &anchors{c.line, c.col, c.line, right}
	case *syntax.Subscript:
		return c.bracket(x.Value, x, '[')
	case *syntax.Call:
		return c.bracket(x.Func, x, '(')
	}
	return nil
}

// segment is the marked text, line by line.
func (m *marker) segment() [][]rune {
	out := append([][]rune(nil), m.lines...)
	last := len(out) - 1
	out[last] = out[last][:min(m.end, len(out[last]))]
	out[0] = out[0][min(m.start, len(out[0])):]
	return out
}

func isBlank(r rune) bool { return r == ' ' || r == '\t' || r == '\f' }

func columnIn(line []rune, bytes int) int {
	s := string(line)
	return len([]rune(s[:min(bytes, len(s))]))
}

// A cursor walks over the marked text.
type cursor struct {
	lines     [][]rune
	line, col int
}

// after goes to the end of a sub-expression.
func (c *cursor) after(e syntax.Expr) bool {
	p := e.Span().EndPosition()
	if c.line = p.Line - 3; c.line < 0 || c.line >= len(c.lines) {
		return false
	}
	c.col = columnIn(c.lines[c.line], p.Column-1)
	return c.valid()
}

func (c *cursor) valid() bool {
	for c.line < len(c.lines) && c.col >= len(c.lines[c.line]) {
		c.line, c.col = c.line+1, 0
	}
	return c.line < len(c.lines)
}

// until goes on to a character, past comments and line ends.
func (c *cursor) until(found func(rune) bool) bool {
	for c.valid() {
		switch r := c.lines[c.line][c.col]; {
		case r == '\\' || r == '#':
			c.line, c.col = c.line+1, 0
		case found(r):
			return true
		default:
			c.col++
		}
	}
	return false
}

func (c *cursor) bracket(before, whole syntax.Expr, open rune) *anchors {
	if !c.after(before) || !c.until(func(r rune) bool { return r == open }) {
		return nil
	}
	p := whole.Span().EndPosition()
	line := p.Line - 3
	if line < 0 || line >= len(c.lines) {
		return nil
	}
	return &anchors{c.line, c.col, line, columnIn(c.lines[line], p.Column-1)}
}
