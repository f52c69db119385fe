package syntax

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestTrees compares the trees of testdata/trees.txt: a source, with ↵ for
// line ends, and its tree on the next line. MRT_UPDATE=1 writes the trees.
func TestTrees(t *testing.T) {
	const name = "testdata/trees.txt"
	raw, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for block := range strings.SplitSeq(strings.TrimSpace(string(raw)), "\n\n") {
		source, want, _ := strings.Cut(block, "\n  ")
		f, err := parseText(strings.ReplaceAll(source, "↵", "\n") + "\n")
		if err != nil {
			t.Errorf("%s: %v", source, err)
			continue
		}
		var have []string
		for _, s := range f.Body {
			have = append(have, sexpr(s))
		}
		tree := strings.Join(have, "\n  ")
		out = append(out, source+"\n  "+tree)
		if diff := cmp.Diff(want, tree); diff != "" && os.Getenv("MRT_UPDATE") == "" {
			t.Errorf("%s: -want +have\n%s", source, diff)
		}
	}
	if os.Getenv("MRT_UPDATE") != "" && !t.Failed() {
		if err := os.WriteFile(name, []byte(strings.Join(out, "\n\n")+"\n"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// TestSpans checks what part of the source a node covers.
func TestSpans(t *testing.T) {
	f, err := parseText("@d\ndef f(a: b = (1)):\n    x = (a.b +\n      c)  # note\n\nf'é{x!r:>{y}}' f'z'\n")
	if err != nil {
		t.Fatal(err)
	}
	var have []string
	var walk func(Node)
	walk = func(n Node) {
		have = append(have, n.Span().Position().String()+" "+n.Span().Text())
		Children(n, walk)
	}
	for _, s := range f.Body {
		walk(s)
	}
	want := []string{
		"2:1 def f(a: b = (1)):\n    x = (a.b +\n      c)", "2:7 a: b", "2:10 b", "2:15 1",
		"3:5 x = (a.b +\n      c)", "3:5 x", "3:10 a.b +\n      c", "3:10 a.b", "3:10 a", "4:7 c", "1:2 d",
		"6:1 f'é{x!r:>{y}}' f'z'", "6:1 f'é{x!r:>{y}}' f'z'", "6:3 é", "6:5 {x!r:>{y}}", "6:6 x",
		"6:9 :>{y}", "6:10 >", "6:11 {y}", "6:12 y", "6:19 z",
	}
	if diff := cmp.Diff(want, have); diff != "" {
		t.Errorf("-want +have\n%s", diff)
	}
	if len(f.Comments) != 1 || f.Comments[0].At.Text() != "# note" {
		t.Errorf("comments: %v", f.Comments)
	}
}

func TestSource(t *testing.T) {
	for _, c := range []struct{ raw, text, err string }{
		{"a\r\nb\rc", "a\nb\nc", ""},
		{"\xef\xbb\xbfx", "x", ""},
		{"# coding: latin-1\n\xe9", "# coding: latin-1\né", ""},
		{"#!x\n# -*- coding: cp1252 -*-\n\x80", "#!x\n# -*- coding: cp1252 -*-\n€", ""},
		{"x = 1\n# coding: latin-1\né", "x = 1\n# coding: latin-1\né", ""},
		{"# coding: iso-8859-15\n\xa4", "# coding: iso-8859-15\n€", ""},
		{"# coding: ascii\né", "", "'ascii' codec can't decode byte 0xc3 in position 16: ordinal not in range(128)"},
		{"# coding: cp1252\n\x81", "", "character maps to <undefined>"},
		{"# coding: nothing", "", "unknown encoding: nothing"},
		{"\xef\xbb\xbf# coding: latin-1", "", "encoding problem: iso-8859-1 with BOM"},
		{"x = '\xff'", "", "Non-UTF-8 code starting with '\\xff' on line 1, but no encoding declared"},
		{"x\x00", "", "source code string cannot contain null bytes"},
	} {
		src, err := NewSource("s", []byte(c.raw))
		switch {
		case c.err == "" && (err != nil || string(src.Text) != c.text):
			t.Errorf("%q: %q, %v", c.raw, src.Text, err)
		case c.err != "" && (err == nil || !strings.Contains(err.Error(), c.err)):
			t.Errorf("%q: error %v, want %s", c.raw, err, c.err)
		}
	}
	if _, err := NewTextSource("s", "\xed\xa0\x80"); err == nil {
		t.Error("a surrogate in source text was accepted")
	}
}

func TestParseExpr(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"a + 1\n", `(BinOp (Name "a" Load) Add (Constant 1))`},
		{"a, b", `(Tuple [(Name "a" Load) (Name "b" Load)] Load)`},
		{"a = 1", "1:3: SyntaxError: invalid syntax"},
		{"", "SyntaxError: invalid syntax"},
		{"(yield)", "SyntaxError: 'yield' outside function"},
	} {
		src, err := NewTextSource("e", c.src)
		if err != nil {
			t.Fatal(err)
		}
		e, err := ParseExpr(src)
		have := ""
		if err != nil {
			have = err.Error()
		} else {
			have = sexpr(e)
		}
		if !strings.HasSuffix(have, c.want) {
			t.Errorf("%q: %s, want %s", c.src, have, c.want)
		}
	}
}

// TestCharNames looks up names of every kind.
func TestCharNames(t *testing.T) {
	for name, want := range map[string]rune{
		"BULLET": '•', "latin small letter e with acute": 'é', "LINE FEED": '\n', "NBSP": 0xa0,
		"CJK UNIFIED IDEOGRAPH-4E00": 0x4e00, "HANGUL SYLLABLE GAG": 0xac01, "HANGUL SYLLABLE A": 0xc544,
		"GRINNING FACE": 0x1f600, "VARIATION SELECTOR-17": 0xe0100,
	} {
		if r, ok := RuneByName(name); !ok || r != want {
			t.Errorf("%s: %U, %v", name, r, ok)
		}
	}
	for _, name := range []string{"", "NO SUCH NAME", "CJK UNIFIED IDEOGRAPH-0041", "HANGUL SYLLABLE Q", "<control>"} {
		if r, ok := RuneByName(name); ok {
			t.Errorf("%s: %U", name, r)
		}
	}
}
