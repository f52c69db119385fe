package syntax

import (
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

func repeat(pre, s string, n int, post string) string { return pre + strings.Repeat(s, n) + post }

func staircase(n int, line string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat(" ", i) + line + "\n")
	}
	return b.String() + strings.Repeat(" ", n) + "pass\n"
}

// TestLimits reaches every limit from both sides: the deepest that is read,
// and what is far too deep, which must be refused and not overflow the stack.
func TestLimits(t *testing.T) {
	for _, c := range []struct {
		name string
		ok   int
		far  int
		make func(int) string
		want string
	}{
		{"unary", 5000, 1e6, func(n int) string { return repeat("x = ", "-", n, "1") }, "MemoryError"},
		{"not", 5000, 1e6, func(n int) string { return repeat("x = ", "not ", n, "1") }, "MemoryError"},
		{"lambda", 2500, 1e5, func(n int) string { return repeat("x = ", "lambda: ", n, "1") }, "MemoryError"},
		{"conditional", 5000, 1e5, func(n int) string { return repeat("x = ", "1 if a else ", n, "1") }, "MemoryError"},
		{"power", 2500, 1e5, func(n int) string { return repeat("x = ", "a ** ", n, "1") }, "MemoryError"},
		{"elif", 5000, 1e5, func(n int) string { return repeat("if a: b\n", "elif a: b\n", n, "") }, "MemoryError"},
		{"sum", 15000, 1e6, func(n int) string { return repeat("x = a", " + a", n, "") }, "RecursionError"},
		{"attribute", 15000, 1e6, func(n int) string { return repeat("x = a", ".a", n, "") }, "RecursionError"},
		{"call", 15000, 1e6, func(n int) string { return repeat("x = a", "()", n, "") }, "RecursionError"},
		{"sums in sums", 100, 200, func(n int) string {
			return strings.Repeat("(", n) + repeat("a", " + a"+strings.Repeat(" + a", 150)+")", n, "")
		}, "RecursionError"},
		{"parentheses", 200, 1e6, func(n int) string { return strings.Repeat("(", n) + "1" + strings.Repeat(")", n) }, "too many nested parentheses"},
		{"indents", 99, 150, func(n int) string { return staircase(n, "if a:") }, "too many levels of indentation"},
		{"blocks", 21, 90, func(n int) string { return staircase(n, "for a in b:") }, "too many statically nested blocks"},
		{"with items", 21, 1e5, func(n int) string { return "with a" + strings.Repeat(", a", n-1) + ": pass" }, "too many statically nested blocks"},
		{"f-strings", 100, 300, func(n int) string { return strings.Repeat(`f"{`, n) + "1" + strings.Repeat(`}"`, n) }, "too many nested f-strings"},
		{"digits", 4300, 1e5, func(n int) string { return "x = " + strings.Repeat("9", n) }, "Exceeds the limit"},
	} {
		if _, err := parseText(c.make(c.ok)); err != nil {
			t.Errorf("%s: %d refused: %v", c.name, c.ok, err)
		}
		_, err := parseText(c.make(c.far))
		var list ErrorList
		if !errors.As(err, &list) || !strings.Contains(list[0].Kind+": "+list[0].Msg, c.want) {
			t.Errorf("%s: %d: %v, want %s", c.name, c.far, err, c.want)
		}
	}
}

// TestLong reads sources that are long but not deep, whole and cut off: the
// time must not grow with the square of the length.
func TestLong(t *testing.T) {
	const n = 100_000
	for name, src := range map[string]string{
		"list":           "x = [" + strings.Repeat("a, ", n) + "]",
		"open list":      "x = [" + strings.Repeat("a, ", n),
		"comparison":     "x = a" + strings.Repeat(" < a", n),
		"strings":        "x = " + strings.Repeat("'a' ", n),
		"comprehensions": "x = [" + strings.Repeat("[a for a in b], ", n) + "]",
		"keywords":       "f(" + strings.Repeat("a=1, ", n) + ")",
		"targets":        strings.Repeat("a = ", n) + "1",
		"words":          strings.Repeat("a ", n),
		"words in list":  "[" + strings.Repeat("a ", n),
		"statements":     strings.Repeat("a = b.c(d)\n", n),
		"stars":          strings.Repeat("*", n),
		"brackets":       strings.Repeat("(", n),
		"quotes":         strings.Repeat("'a' b ", n),
		"dots":           "from " + strings.Repeat(".", n) + " import a",
		"match":          strings.Repeat("match (a)\n", n),
		"patterns":       "match a:\n case " + strings.Repeat("1 | ", n) + "1: pass",
	} {
		start := time.Now()
		_, _ = parseText(src)
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%s: %d bytes took %v", name, len(src), took)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, name := range []string{"trees.txt", "errors_scan.py", "errors_parse.py", "errors_compile.py"} {
		raw, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			f.Fatal(err)
		}
		for chunk := range strings.SplitSeq(strings.ReplaceAll(string(raw), "\n---\n", "\n\n"), "\n\n") {
			source, _, _ := strings.Cut(chunk, "\n  (")
			f.Add(strings.ReplaceAll(source, "↵", "\n"))
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		src, err := NewSource("fuzz.py", []byte(text))
		if err != nil {
			return
		}
		hung := time.AfterFunc(10*time.Second, func() { panic("no end: " + strconv.Quote(text)) })
		defer hung.Stop()
		file, err := Parse(src)
		if err != nil {
			inside(t, err.(ErrorList)[0].At, src)
			return
		}
		var walk func(Node)
		walk = func(n Node) {
			inside(t, n.Span(), src)
			Children(n, walk)
		}
		walk(file)
	})
}

func inside(t *testing.T, s Span, src *Source) {
	t.Helper()
	if s.Source != src || s.Start < 0 || s.Start > s.End || int(s.End) > len(src.Text) {
		t.Errorf("span %d-%d outside of %d bytes", s.Start, s.End, len(src.Text))
	}
}

func BenchmarkParse(b *testing.B) {
	unit := "def upgrade(a, b=1):\n    op.add_column('users', sa.Column('x', sa.String(50), nullable=True))\n" +
		"    for row in bind.execute(text('select 1')):\n        if row.x == 1 and not row.y: # note\n            y = f'{row.x:>10} {a + b}'\n"
	text := strings.Repeat(unit, 4000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if _, err := parseText(text); err != nil {
			b.Fatal(err)
		}
	}
}
